/** Two figures → Change; certainty; decomposition of a total's change. */
import Fraction from 'fraction.js'
import type { Certainty, Change, ChangeBasis, Direction, Figure, FigureStatus, Figures, Unit } from './figure.js'
import { distributionKey, figureId, parseFigureId } from './figure-key.js'
import { figureOf } from './figures.js'
import { isMetricId, type MetricId, metrics } from './metrics.js'
import { type Exact, fromFraction, type Interval, printedWithin, roundForPrint, toFraction, toNumber } from './printed.js'
import { scaleOf } from './scales.js'
import { segmentById } from './survey.js'

// ── change ──

/**
 * The change from one figure to another of the same metric, group, item, provider and options. A side that is withheld or that nobody answered
 * leaves a change without a value, status `withheld` or `noAnswers`.
 *
 * @param previousId figure id of the earlier period: `indexScore/external/2022-23`
 * @param currentId figure id of the later one: `indexScore/external/2023-24`
 * @returns `change/indexScore/external/2022-23..2023-24`; undefined where a figure does not exist, or where the two differ in more than period
 */
export function changeOf(
  figures: Figures,
  previousId: string,
  currentId: string,
  { basis = 'printed' }: { basis?: ChangeBasis } = {},
): Change | undefined {
  const previous = figureOf(figures, previousId)
  const current = figureOf(figures, currentId)
  if (previous?.kind !== 'metric' || current?.kind !== 'metric') return undefined
  const id = changeId(previous.id, current.id)
  if (id === null) return undefined

  const difference = differenceOf(previous, current, basis)
  const compared = {
    id,
    kind: 'change' as const,
    unit: current.unit,
    decimals: difference?.decimals ?? current.decimals,
    base: null,
    derivation: {
      formula: basis === 'printed' ? ('differenceOfPrinted' as const) : ('difference' as const),
      inputs: [current.id, previous.id],
      places: [],
    },
    previous: previous.id,
    current: current.id,
  }
  if (!difference) {
    const status: FigureStatus = [previous, current].some((side) => side.status === 'withheld') ? 'withheld' : 'noAnswers'
    const nothing = { value: null, printed: null, interval: null, possible: [], direction: null, certainty: null, z: null }
    return { ...compared, ...nothing, status, differsUnrounded: false }
  }
  const { value, printed, interval, possible, differsUnrounded } = difference
  return {
    ...compared,
    value,
    printed,
    interval,
    possible,
    status: statusOf([previous, current], possible),
    direction: directionOf(printed, possible),
    ...certaintyOf(figures, previous, current),
    differsUnrounded,
  }
}

/** `METRIC/SEGMENT/PERIOD/…` twice → `change/METRIC/SEGMENT/PREVIOUS..CURRENT/…`; null where more than the period differs. */
function changeId(previousId: string, currentId: string): string | null {
  const [metric, segment, previousPeriod, ...rest] = previousId.split('/')
  const [, , currentPeriod] = currentId.split('/')
  const isSameSubject = [metric, segment, currentPeriod, ...rest].join('/') === currentId
  return isSameSubject ? ['change', metric, segment, `${previousPeriod}..${currentPeriod}`, ...rest].join('/') : null
}

function differenceOf(previous: Figure, current: Figure, basis: ChangeBasis) {
  if (previous.value === null || current.value === null || previous.printed === null || current.printed === null) return null
  if (previous.interval === null || current.interval === null) return null
  const decimals = Math.max(previous.decimals, current.decimals)
  const value = subtract(current.value, previous.value)
  const interval = subtractIntervals(current.interval, previous.interval)
  const unrounded = roundForPrint(inPrint(value, current.unit), decimals)
  const printed = basis === 'unrounded' ? unrounded : roundForPrint(subtract(exactOf(current.printed), exactOf(previous.printed)), decimals)
  const possible =
    basis === 'unrounded'
      ? printedWithin({ ...interval, from: inPrint(interval.from, current.unit), to: inPrint(interval.to, current.unit) }, decimals)
      : possibleDifferences(previous, current, decimals)
  return { value, interval, printed, possible, decimals, differsUnrounded: printed !== unrounded }
}

/** Printed numbers that a value allows follow one another without a gap, and so do their differences. */
function possibleDifferences(previous: Figure, current: Figure, decimals: number): string[] {
  const [lowestBefore, highestBefore] = endsOf(previous)
  const [lowestNow, highestNow] = endsOf(current)
  const from = subtract(lowestNow, highestBefore)
  const to = subtract(highestNow, lowestBefore)
  return printedWithin({ from, to, fromIncluded: true, toIncluded: true }, decimals)
}

function endsOf({ possible, printed }: Figure): [lowest: Exact, highest: Exact] {
  return [exactOf(possible.at(0) ?? printed ?? ''), exactOf(possible.at(-1) ?? printed ?? '')]
}

function statusOf(sides: Figure[], possible: string[]): FigureStatus {
  if (sides.some(({ status }) => status === 'contradictory')) return 'contradictory'
  return possible.length > 1 ? 'approximate' : 'ok'
}

function directionOf(printed: string, possible: string[]): Direction {
  const signs = new Set(possible.map((difference) => Math.sign(Number(difference))))
  if (signs.size > 1) return 'largelyUnchanged'
  const sign = Math.sign(Number(printed))
  return sign > 0 ? 'rise' : sign < 0 ? 'fall' : 'unchanged'
}

/** A neutral spelling back to its number. */
function exactOf(printed: string): Exact {
  return fromFraction(new Fraction(printed))
}

/** A value in the unit it is printed in: a share as per cent. */
function inPrint(value: Exact, unit: Unit): Exact {
  return unit === 'share' ? fromFraction(toFraction(value).mul(100)) : value
}

function subtract(a: Exact, b: Exact): Exact {
  return fromFraction(toFraction(a).sub(toFraction(b)))
}

function subtractIntervals(a: Interval, b: Interval): Interval {
  return {
    from: subtract(a.from, b.to),
    to: subtract(a.to, b.from),
    fromIncluded: a.fromIncluded && b.toIncluded,
    toIncluded: a.toIncluded && b.fromIncluded,
  }
}

// ── certainty ──

/** What is known of one side of a comparison. Doubles: square roots follow. */
export type Sample = {
  /** number of answers, 2 or more */
  base: number
  /** the values their mean may have, from the lowest to the highest; the same twice where it is known */
  from: number
  to: number
  /** the scores one answer can have, ascending, in the unit of the mean: 0, 25, 50, 75, 100 for an index, 0 and 1 for a share */
  scores: readonly number[]
  /** variance of the answers (dividing by their number), where they are known; else null, and its bounds follow from the mean */
  variance: number | null
}

/** 97.5 % of a normal distribution lies below it: a difference beyond it, either way, comes by chance in 5 % of cases. */
export const beyondChance = 1.96

/**
 * Bounds of z = |d|/SE for the difference d of two means.
 *
 * With a mean m alone, the variance is at most (max − m)(m − min), all answers at the ends of the scale, and at least (k⁺ − m)(m − k), all at the
 * scores k ≤ m < k⁺ beside it. `min` takes the nearest ends with the largest variance, and is 0 where the intervals overlap; `max` is the largest
 * with the smallest variance, over the ends and the scores between them.
 */
export function zBounds(previous: Sample, current: Sample): { min: number; max: number } {
  const [low, high] = previous.from <= current.from ? [previous, current] : [current, previous]
  const overlap = low.to > high.from
  const min = overlap ? 0 : zOf(assume(low, low.to, greatestVariance), assume(high, high.from, greatestVariance))
  const candidates = (sample: Sample) =>
    [sample.from, sample.to, ...sample.scores.filter((score) => score > sample.from && score < sample.to)].map((mean) =>
      assume(sample, mean, leastVariance),
    )
  const max = Math.max(...candidates(previous).flatMap((before) => candidates(current).map((now) => zOf(before, now))))
  return { min, max }
}

/** A sample with its mean and variance taken to be these. */
type Assumed = { base: number; mean: number; variance: number }

function assume(sample: Sample, mean: number, varianceAt: (mean: number, scores: readonly number[]) => number): Assumed {
  return { base: sample.base, mean, variance: sample.variance ?? varianceAt(mean, sample.scores) }
}

function greatestVariance(mean: number, scores: readonly number[]): number {
  return (Math.max(...scores) - mean) * (mean - Math.min(...scores))
}

function leastVariance(mean: number, scores: readonly number[]): number {
  const below = Math.max(...scores.filter((score) => score <= mean))
  const above = Math.min(...scores.filter((score) => score > mean))
  return below === mean || !Number.isFinite(above) ? 0 : (above - mean) * (mean - below)
}

/**
 * |d|/SE, SE² the larger of the separate variances' v₁/(n₁−1) + v₂/(n₂−1) and the pooled (n₁v₁ + n₂v₂ + n₁n₂d²/N)/(N−1) · (1/n₁ + 1/n₂), N = n₁+n₂: the
 * variance of all answers taken as one group, as if nothing had changed. The separate one alone calls a change certain too often where few
 * skewed answers stand against many; the larger of the two keeps to 5 %.
 */
function zOf(a: Assumed, b: Assumed): number {
  const difference = Math.abs(a.mean - b.mean)
  if (difference === 0) return 0
  const all = a.base + b.base
  const separate = a.variance / (a.base - 1) + b.variance / (b.base - 1)
  const squares = a.base * a.variance + b.base * b.variance + (a.base * b.base * difference ** 2) / all
  const pooled = (squares / (all - 1)) * (1 / a.base + 1 / b.base)
  return difference / Math.sqrt(Math.max(separate, pooled))
}

/** Whether chance alone can explain a difference. */
export function certaintyOfBounds({ min, max }: { min: number; max: number }): Certainty {
  return min >= beyondChance ? 'certain' : max < beyondChance ? 'never' : 'undecidable'
}

/** Not computed for what is no mean of answers (counts, a response rate), nor where a number of answers is unknown. */
function certaintyOf(figures: Figures, previous: Figure, current: Figure): Pick<Change, 'certainty' | 'z'> {
  if (previous.base === null || current.base === null) return { certainty: null, z: null }
  const before = sampleOf(figures, previous, previous.base)
  const now = sampleOf(figures, current, current.base)
  if (!before || !now) return { certainty: null, z: null }
  if (Math.min(previous.base, current.base) < figures.survey.minimumBaseForChange) return { certainty: 'tooFew', z: null }
  const z = zBounds(before, now)
  return { certainty: certaintyOfBounds(z), z }
}

function sampleOf(figures: Figures, figure: Figure, base: number): Sample | null {
  const { survey, distributions } = figures
  const subject = parseFigureId(figure.id, survey)
  const item = survey.items.find(({ id }) => id === subject?.item)
  if (!subject || !item || !figure.interval) return null
  const values = metrics[subject.metric].answerValues?.(scaleOf(survey, item), subject.options?.split('+') ?? [])
  if (!values) return null
  const counts = distributions[distributionKey(figure.id)]
  return {
    base,
    from: toNumber(figure.interval.from),
    to: toNumber(figure.interval.to),
    scores: [...new Set(values.values())].sort((a, b) => a - b),
    variance: counts ? varianceOf(values, counts) : null,
  }
}

/** Variance of what all valid answers count, dividing by their number. */
function varianceOf(values: ReadonlyMap<string, number>, counts: Readonly<Record<string, number>>): number {
  const answers = [...values].map(([option, value]) => ({ value, count: Object.hasOwn(counts, option) ? (counts[option] ?? 0) : 0 }))
  const base = answers.reduce((total, { count }) => total + count, 0)
  const mean = answers.reduce((total, { value, count }) => total + value * count, 0) / base
  return answers.reduce((total, { value, count }) => total + count * (value - mean) ** 2, 0) / base
}

// ── decomposition ──

/** A part of a total in two periods. `value` null and base 0: nobody answered then. */
export type PartOverTime = {
  id: string
  previous: { value: Exact | null; base: number }
  current: { value: Exact | null; base: number }
}

/** within + mix = the change of the total; mix = the sum over `mixOf`. In the unit of the values. */
export type Decomposition = { within: Exact; mix: Exact; mixOf: { id: string; mix: Exact }[] }

/**
 * How much of a weighted mean's change comes from changes inside the parts, and how much from parts having become larger or smaller:
 * within = Σ (I₂−I₁)(w₁+w₂)/2, mixᵢ = (w₂−w₁)((I₁+I₂)/2 − (T₁+T₂)/2), where w is a part's share of all answers, I its value, T the total.
 * A part that nobody answered about in one period takes its value of the other.
 *
 * Source: E. M. Kitagawa, "Components of a Difference Between Two Rates", Journal of the American Statistical Association 50 (1955), 1168–1194.
 *
 * @returns null where there is no total in one of the periods
 */
export function decompose(parts: readonly PartOverTime[]): Decomposition | null {
  const answersBefore = parts.reduce((sum, { previous }) => sum + previous.base, 0)
  const answersNow = parts.reduce((sum, { current }) => sum + current.base, 0)
  if (answersBefore === 0 || answersNow === 0) return null
  const terms = parts.flatMap(({ id, previous, current }) => {
    const before = previous.value ?? current.value
    const now = current.value ?? previous.value
    if (!before || !now) return []
    const [value1, value2] = [toFraction(before), toFraction(now)]
    const [weight1, weight2] = [new Fraction(previous.base, answersBefore), new Fraction(current.base, answersNow)]
    return [{ id, value1, value2, weight1, weight2 }]
  })
  const totals = sum(terms.map(({ value1, value2, weight1, weight2 }) => value1.mul(weight1).add(value2.mul(weight2))))
  const within = sum(terms.map(({ value1, value2, weight1, weight2 }) => value2.sub(value1).mul(weight1.add(weight2)).div(2)))
  const mixes = terms.map(({ id, value1, value2, weight1, weight2 }) => ({
    id,
    mix: weight2.sub(weight1).mul(value1.add(value2).sub(totals).div(2)),
  }))
  return {
    within: fromFraction(within),
    mix: fromFraction(sum(mixes.map(({ mix }) => mix))),
    mixOf: mixes.map(({ id, mix }) => ({ id, mix: fromFraction(mix) })),
  }
}

function sum(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce((total, fraction) => total.add(fraction), new Fraction(0))
}

/**
 * The change of a group's total over its direct parts, as figures: `within`, `mix`, and `mix/PART` for each part, in the tree's order.
 * It accounts for the points (`Figure.value`) and bases, so its figures have no interval. They have one decimal more than the metric, since
 * here a change of a point or two is divided.
 *
 * @param metric one whose total is the mean of its parts' values, weighted by base; of the survey's first item
 * @returns none where the metric is another, where the parts give no total (they overlap, do not cover the group, or one is withheld), or where
 * nobody answered in one of the periods
 */
export function decompositionOf(figures: Figures, metric: MetricId, segment: string, previous: string, current: string): Figure[] {
  const { survey } = figures
  const node = segmentById(survey.segments, segment)
  const { unit, decimals, total, takesOptions } = metrics[metric]
  if (total !== 'weightedMean' || takesOptions || !node?.parts || node.overlap || !node.complete) return []
  const sideOf = (part: string, period: string): { value: Exact | null; base: number; inputs: string[] } | null => {
    const value = figureOf(figures, figureId({ metric, segment: part, period }, survey))
    const base = figureOf(figures, figureId({ metric: 'base', segment: part, period }, survey))
    if (!value || value.status === 'noAnswers') return { value: null, base: 0, inputs: [] }
    if (value.status === 'withheld' || value.base === null) return null
    return { value: value.value, base: value.base, inputs: base ? [value.id, base.id] : [value.id] }
  }
  const sides = node.parts.map(({ id }) => ({ id, previous: sideOf(id, previous), current: sideOf(id, current) }))
  const known = sides.flatMap((side) =>
    side.previous && side.current ? [{ ...side, previous: side.previous, current: side.current }] : [],
  )
  const decomposition = known.length === sides.length ? decompose(known) : null
  if (!decomposition) return []

  const inputs = known.flatMap((side) => [...side.previous.inputs, ...side.current.inputs])
  const figureFor = (path: string, formula: 'within' | 'mix', value: Exact): Figure => {
    const printed = roundForPrint(inPrint(value, unit), decimals + 1)
    return {
      id: `decomposition/${metric}/${segment}/${previous}..${current}/${path}`,
      kind: 'decomposition',
      unit,
      decimals: decimals + 1,
      value,
      printed,
      base: null,
      interval: null,
      possible: [printed],
      status: 'ok',
      derivation: { formula, inputs, places: [] },
    }
  }
  return [
    figureFor('within', 'within', decomposition.within),
    figureFor('mix', 'mix', decomposition.mix),
    ...decomposition.mixOf.map(({ id, mix }) => figureFor(`mix/${id}`, 'mix', mix)),
  ]
}

// ── any figure ──

/** The figure of any id: a metric's, a change, a part of a decomposition, or a typed number. undefined where there is none. */
export function figureById(figures: Figures, id: string, { basis = 'printed' }: { basis?: ChangeBasis } = {}): Figure | Change | undefined {
  const [kind, metric, segment, periods = '', ...rest] = id.split('/')
  if (kind !== 'change' && kind !== 'decomposition') return figureOf(figures, id)
  const [previous, current, ...others] = periods.split('..')
  if (!metric || !segment || !previous || !current || others.length > 0) return undefined
  if (kind === 'change') {
    const idIn = (period: string): string => [metric, segment, period, ...rest].join('/')
    return changeOf(figures, idIn(previous), idIn(current), { basis })
  }
  if (!isMetricId(metric)) return undefined
  return decompositionOf(figures, metric, segment, previous, current).find((figure) => figure.id === id)
}
