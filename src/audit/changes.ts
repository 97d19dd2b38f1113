/** When a stated change or direction can be the change between two figures. */
import type { Claim } from '../claim.js'
import { compare, exact, fromFraction, type Interval, minus, scaleInterval, toFraction } from '../printed.js'
import { meet } from './parts.js'
import { metricOf, type Statement } from './statements.js'

/** Whether a stated change, number or direction, can be the change between two figures. */
export function changeHolds(statement: Statement, previous: Interval, current: Interval): boolean {
  const { interval, direction } = statement
  const isSizeRight = !interval || meet(interval, differenceOf(previous, current)) || relativeHolds(statement, previous, current)
  return isSizeRight && (!direction || directionHolds(direction, previous, current))
}

/** Whether a change said in per cent can be one of the number itself: from 80 to 83.2 is a rise of 4 per cent. */
export function relativeHolds({ figure, interval, isInPercent }: Statement, previous: Interval, current: Interval): boolean {
  if (!isInPercent || !interval || previous.from.numerator <= 0n) return false
  const ratio = (now: Interval['from'], before: Interval['from']) => fromFraction(toFraction(now).div(toFraction(before)).sub(1))
  const grown = { from: ratio(current.from, previous.to), to: ratio(current.to, previous.from), fromIncluded: true, toIncluded: true }
  return meet(metricOf(figure)?.unit === 'share' ? interval : scaleInterval(interval, exact(1, 100)), grown)
}

/** All differences, current minus previous, there can be. */
export function differenceOf(previous: Interval, current: Interval): Interval {
  return {
    from: minus(current.from, previous.to),
    to: minus(current.to, previous.from),
    fromIncluded: current.fromIncluded && previous.toIncluded,
    toIncluded: current.toIncluded && previous.fromIncluded,
  }
}

/**
 * Whether the words can be true: a rise needs a later value above an earlier one, a fall one below, "unchanged" two
 * values less than two printed units apart. Equal printed numbers may hide a rise; "unchanged" may be said of a
 * difference of one.
 */
export function directionHolds(direction: NonNullable<Claim['direction']>, previous: Interval, current: Interval): boolean {
  if (direction === 'rise') return compare(current.to, previous.from) > 0
  if (direction === 'fall') return compare(current.from, previous.to) < 0
  return !isTwoUnitsApart(previous, current) && !isTwoUnitsApart(current, previous)
}

/**
 * Whether the printed numbers, the middles of their intervals, differ by two of the coarser one's units or more,
 * upwards.
 */
function isTwoUnitsApart(lower: Interval, upper: Interval): boolean {
  const width = (interval: Interval) => toFraction(interval.to).sub(toFraction(interval.from))
  const unit = width(lower).compare(width(upper)) > 0 ? width(lower) : width(upper)
  const middles = [upper, lower].map(({ from, to }) => toFraction(from).add(toFraction(to)).div(2))
  const [high, low] = middles
  return high !== undefined && low !== undefined && unit.n > 0n && high.sub(low).compare(unit.mul(2)) >= 0
}
