/** What was decided to reach, as a claim of it can be judged. */
import { isMetricId, metrics } from '../metrics.js'
import { exact, fromFraction, type Interval, neutralMarks, parsePrinted, pointInterval, toFraction } from '../printed.js'
import type { Survey, Target } from '../survey.js'
import type { FigurePath } from './statements.js'

/** A target in the unit of its figure, and as its number is printed. */
export type Reachable = { interval: Interval; printed: string; basis: Target['basis'] }

/** The target for a metric of a segment and item; null where there is none. */
export function targetOf({ targets, items }: Survey, { metric, segment, item }: FigurePath): Reachable | null {
  const first = items[0]?.id
  const found = targets.find(
    (target) => target.metric === metric && target.segment === segment && (target.item ?? first) === (item ?? first),
  )
  return found ? reachable(found) : null
}

export function reachable({ metric, value, basis }: Target): Reachable {
  const unit = isMetricId(metric) ? metrics[metric].unit : null
  const parsed = parsePrinted(String(value), neutralMarks)
  const stated = 'value' in parsed ? parsed.value : exact(0)
  const inUnit = unit === 'share' ? fromFraction(toFraction(stated).div(100)) : stated
  return { interval: pointInterval(inUnit), printed: String(value), basis }
}
