/** What was decided to reach, as a claim of it can be judged. */
import { targetOf as decidedTarget, targetNumber } from '../difference.js'
import { type Interval, pointInterval } from '../printed.js'
import type { Survey, Target } from '../survey.js'
import type { FigurePath } from './statements.js'

/** A target in the unit of its figure, and as its number is printed. */
export type Reachable = { interval: Interval; printed: string; basis: Target['basis'] }

/** The target for a metric of a segment and item; null where there is none. */
export function targetOf(survey: Survey, path: FigurePath): Reachable | null {
  const found = decidedTarget(survey, path)
  return found && reachable(found)
}

export function reachable(target: Target): Reachable {
  const { value, printed } = targetNumber(target)
  return { interval: pointInterval(value), printed, basis: target.basis }
}
