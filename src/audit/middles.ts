/** The middles of the scales a document may speak of, and which of them a printed number means. */
import type { PrintedNumber } from '../claim.js'
import { scoreRange } from '../metrics.js'
import { contains, type Exact, exact, fromFraction, type Interval, isEqual, pointInterval, toFraction } from '../printed.js'
import { isTicked, scaleOf } from '../scales.js'
import { meet } from './parts.js'
import { byText, metricOf, type Statements, spelledExactly } from './statements.js'

/** A scale with its middle. `subject` names it in findings: `scale/satisfaction5`. */
export type Middle = { subject: string; min: Exact; max: Exact; middle: Exact }

/** What the middles a document speaks of are held against: found once for all of them. */
export type Scales = {
  /** those of the survey's items, then that of the index where there is one */
  scales: Middle[]
  /** what stands in print as a mean, each interval once */
  printedMeans: Interval[]
}

export function scalesIn({ survey, byFigure }: Statements): Scales {
  const graded = survey.items.filter((item) => !isTicked(scaleOf(survey, item)))
  const scales = new Map(graded.map((item) => [item.scale, middleOf(item.scale, scoreRange(scaleOf(survey, item)))]))
  const isIndex = [...byFigure.keys()].some((figure) => metricOf(figure)?.unit === 'indexPoint')
  const means = [...byFigure].flatMap(([figure, statements]) =>
    metricOf(figure)?.total === 'weightedMean' ? statements.flatMap(({ interval }) => interval ?? []) : [],
  )
  const spelled = ({ from, to }: Interval) => [from.numerator, from.denominator, to.numerator, to.denominator].join('/')
  return {
    scales: [...[...scales.values()].sort((a, b) => byText(a.subject, b.subject)), ...(isIndex ? [indexScale] : [])],
    printedMeans: [...new Map(means.map((interval) => [spelled(interval), interval])).values()],
  }
}

/**
 * The scale a number is given as the middle of, where that is certainly another; null where it is right, or cannot be
 * told.
 */
export function wrongMiddle(
  { scales, printedMeans }: Scales,
  point: PrintedNumber,
  named: { min: Exact; max: Exact } | null = null,
): Middle | null {
  const { interval, hedge } = point
  const isOneSided = hedge === 'atLeast' || hedge === 'atMost'
  const isPrintedMean = printedMeans.some((mean) => meet(mean, interval))
  const possible = named ? [middleOf(`${spelledExactly(named.min)}-${spelledExactly(named.max)}`, named)] : scales
  if (isOneSided || isPrintedMean || rightMiddle(possible, point)) return null
  const fitting = possible.filter(({ min, max }) => meet(interval, { from: min, to: max, fromIncluded: true, toIncluded: true }))
  const ofItems = fitting.filter((scale) => scale !== indexScale)
  // Almost any number lies on the index: it is meant only where no scale of an item holds the number.
  const [first, ...others] = ofItems.length > 0 ? ofItems : fitting
  return first && others.every(({ middle }) => isEqual(middle, first.middle)) ? first : null
}

/**
 * The value a comparison with a middle is to be judged by: the scale's own, whether it is the one printed or not; else
 * what is printed.
 */
export function middleMeant(known: Scales, point: PrintedNumber): { value: Interval; middle: Middle | null } {
  const middle = wrongMiddle(known, point) ?? rightMiddle(known.scales, point)
  return { value: middle ? pointInterval(middle.middle) : point.interval, middle }
}

function rightMiddle(scales: readonly Middle[], { interval }: PrintedNumber): Middle | null {
  return scales.find(({ middle }) => contains(interval, middle)) ?? null
}

function middleOf(name: string, { min, max }: { min: Exact; max: Exact }): Middle {
  return { subject: `scale/${name}`, min, max, middle: fromFraction(toFraction(min).add(toFraction(max)).div(2)) }
}

const indexScale = middleOf('index', { min: exact(0), max: exact(100) })
