/**
 * Distribution → number: indexScore, mean, shares and counts, exact. One entry a metric in `metrics`; everything else here is made from it.
 *
 * "Don't know" and the other answers that do not count are out of sum and base. A value is one division of whole numbers, never rounded here.
 */
import Fraction from 'fraction.js'
import { NotatError, problem } from './errors.js'
import type { FormulaId, Unit } from './figure.js'
import { english } from './locale/english-problems.js'
import { type Exact, exact, fromFraction, toFraction, toNumber } from './printed.js'
import type { AnswerDistribution, Missing, ResponseOption, Scale } from './survey.js'

export type MetricId = 'indexScore' | 'mean' | 'share' | 'topTwoBox' | 'count' | 'base' | 'dontKnow' | 'invited' | 'responseRate'

/** Smallest and largest value there can be, both possible. `max` null: no limit. In the unit of the metric. */
export type Range = { min: Exact; max: Exact | null }

export type Metric = {
  unit: Unit
  /** digits after the decimal mark in print; of the percentage for a share */
  decimals: number
  /** how a value is made where it is not read: from answers, or (`ratio`) from two other figures */
  formula: Extract<FormulaId, 'counted' | 'indexOfAnswers' | 'meanOfAnswers' | 'shareOfAnswers' | 'ratio'>
  /** how the values of parts make the total's: mean weighted by base, sum, or the ratio of two totals */
  total: 'weightedMean' | 'sum' | 'ratio'
  /** is asked of a set of options: `share/all/2024/options/agree` */
  takesOptions: boolean
  range: (scale: Scale) => Range
  /** exact value, null where the base is empty. null for a metric that is not made from a distribution */
  ofAnswers: ((distribution: AnswerDistribution, options: readonly string[]) => Exact | null) | null
  /**
   * what one answer of each scored option counts in the mean, by option id, in the unit of the metric: 0–100 for an index, 1 or 0 for a
   * share. Their variance tells how far chance can move the mean. null for what is no mean of answers
   */
  answerValues: ((scale: Scale, options: readonly string[]) => Map<string, number>) | null
}

const hundred = exact(100)
const fromZero: Range = { min: exact(0), max: null }
const zeroToOne: Range = { min: exact(0), max: exact(1) }

/** Every metric. To add one: an entry here, its name in each locale, a known-value test. */
export const metrics: Readonly<Record<MetricId, Metric>> = {
  indexScore: {
    unit: 'indexPoint',
    decimals: 0,
    formula: 'indexOfAnswers',
    total: 'weightedMean',
    takesOptions: false,
    range: () => ({ min: exact(0), max: hundred }),
    ofAnswers: exactIndexScore,
    answerValues: spreadScores,
  },
  mean: {
    unit: 'scalePoint',
    decimals: 1,
    formula: 'meanOfAnswers',
    total: 'weightedMean',
    takesOptions: false,
    range: scoreRange,
    ofAnswers: exactMean,
    answerValues: (scale) => valuesOf(scale, ({ score }) => score),
  },
  share: {
    unit: 'share',
    decimals: 0,
    formula: 'shareOfAnswers',
    total: 'weightedMean',
    takesOptions: true,
    range: () => zeroToOne,
    ofAnswers: exactShare,
    answerValues: (scale, options) => valuesOf(scale, ({ id }) => (options.includes(id) ? 1 : 0)),
  },
  topTwoBox: {
    unit: 'share',
    decimals: 0,
    formula: 'shareOfAnswers',
    total: 'weightedMean',
    takesOptions: false,
    range: () => zeroToOne,
    ofAnswers: (distribution) => exactShare(distribution, bestTwo(distribution.scale)),
    answerValues: (scale) => valuesOf(scale, ({ id }) => (bestTwo(scale).includes(id) ? 1 : 0)),
  },
  count: {
    unit: 'answer',
    decimals: 0,
    formula: 'counted',
    total: 'sum',
    takesOptions: true,
    range: () => fromZero,
    ofAnswers: (distribution, options) => exact(count(distribution, options)),
    answerValues: null,
  },
  base: {
    unit: 'answer',
    decimals: 0,
    formula: 'counted',
    total: 'sum',
    takesOptions: false,
    range: () => fromZero,
    ofAnswers: (distribution) => exact(base(distribution)),
    answerValues: null,
  },
  dontKnow: {
    unit: 'answer',
    decimals: 0,
    formula: 'counted',
    total: 'sum',
    takesOptions: false,
    range: () => fromZero,
    ofAnswers: (distribution) => exact(dontKnow(distribution)),
    answerValues: null,
  },
  invited: {
    unit: 'person',
    decimals: 0,
    formula: 'counted',
    total: 'sum',
    takesOptions: false,
    range: () => fromZero,
    ofAnswers: null,
    answerValues: null,
  },
  responseRate: {
    unit: 'share',
    decimals: 0,
    formula: 'ratio',
    total: 'ratio',
    takesOptions: false,
    range: () => zeroToOne,
    ofAnswers: null,
    answerValues: null,
  },
}

/** Whether a text names a metric: own keys only, so `constructor` is none. */
export function isMetricId(text: string): text is MetricId {
  return Object.hasOwn(metrics, text)
}

/** What the calculator answers. `value` is the nearest double of the exact value, null where nobody gave a valid answer. */
export type MetricValue = {
  value: number | null
  /** unweighted number of valid answers behind it (n) */
  base: number
  /** number who answered "don't know"; in neither sum nor base */
  dontKnow: number
  status: 'ok' | 'noAnswers'
}

/**
 * Mean of the scores spread 0–100 between the scale's worst and best: 100 · (Σ score − n · min) / (n · (max − min)).
 * On `agreement5` that is the mean of 100, 75, 50, 25 and 0.
 *
 * @example
 * const d = distribution(agreement5, { stronglyAgree: 7, agree: 5, neutral: 0, disagree: 4, stronglyDisagree: 3, dontKnow: 2 })
 * indexScore(d) // { value: 61.8421052631579, base: 19, dontKnow: 2, status: 'ok' }
 */
export function indexScore(distribution: AnswerDistribution): MetricValue {
  return metricValue(distribution, exactIndexScore(distribution))
}

/**
 * Mean of the scale's own scores, between its lowest and its highest: Σ score / n.
 *
 * @example
 * mean(d).value // 3.473684210526316, with the answers of `indexScore`'s example
 */
export function mean(distribution: AnswerDistribution): MetricValue {
  return metricValue(distribution, exactMean(distribution))
}

/**
 * Fraction in [0, 1] of the valid answers that gave one of `options` (ids, each counted once).
 *
 * @example
 * share(d, ['agree', 'stronglyAgree']).value // 0.631578947368421
 *
 * @throws NotatError `unscored-option` for an option the scale does not have or one that does not count, such as "don't know"
 */
export function share(distribution: AnswerDistribution, options: readonly string[]): MetricValue {
  return metricValue(distribution, exactShare(distribution, options))
}

/**
 * Fraction in [0, 1] of the valid answers that gave one of the two best scored options.
 *
 * @example
 * topTwoBox(d).value // 0.631578947368421
 */
export function topTwoBox(distribution: AnswerDistribution): MetricValue {
  return metricValue(distribution, exactShare(distribution, bestTwo(distribution.scale)))
}

/**
 * Number of answers that gave one of `options` (ids, each counted once), also those that do not count.
 *
 * @example
 * count(d, ['agree', 'dontKnow']) // 7
 *
 * @throws NotatError `unknown-scale-option` for an option the scale does not have
 */
export function count(distribution: AnswerDistribution, options: readonly string[]): number {
  const { scale } = distribution
  for (const id of options) {
    if (!scale.options.some((option) => option.id === id)) throw badOption('unknown-scale-option', id, scale, scale.options)
  }
  return countWhere(distribution, ({ id }) => options.includes(id))
}

/** Number of valid answers (n), unweighted: those with a score. */
export function base(distribution: AnswerDistribution): number {
  return countWhere(distribution, isScored)
}

/** Number who answered "don't know". Not "does not apply", nor nothing at all. */
export function dontKnow(distribution: AnswerDistribution): number {
  return countWhere(distribution, (option) => !isScored(option) && option.missing === 'dontKnow')
}

/** Exact `indexScore`, points in [0, 100]; null where the base is empty. */
export function exactIndexScore(distribution: AnswerDistribution): Exact | null {
  const n = base(distribution)
  if (n === 0) return null
  const { min, max } = scoreRange(distribution.scale)
  const lowest = toFraction(min)
  const aboveLowest = sumOfScores(distribution).sub(lowest.mul(n))
  return fromFraction(aboveLowest.mul(100).div(toFraction(max).sub(lowest).mul(n)))
}

/** Exact `mean`, in the scale's own scores; null where the base is empty. */
export function exactMean(distribution: AnswerDistribution): Exact | null {
  const n = base(distribution)
  return n === 0 ? null : fromFraction(sumOfScores(distribution).div(n))
}

/** Exact `share`, a fraction in [0, 1]; null where the base is empty. Throws as `share`. */
export function exactShare(distribution: AnswerDistribution, options: readonly string[]): Exact | null {
  const scored = scoredOptions(distribution.scale)
  for (const id of options) {
    if (!scored.some((option) => option.id === id)) throw badOption('unscored-option', id, distribution.scale, scored)
  }
  const n = base(distribution)
  return n === 0 ? null : exact(count(distribution, options), n)
}

/** An option whose answers count: it has a score. */
export type ScoredOption = Extract<ResponseOption, { score: number }>
/** An option whose answers do not count, and why. */
export type MissingOption = Extract<ResponseOption, { missing: Missing }>

export function isScored(option: ResponseOption): option is ScoredOption {
  return 'score' in option
}

/** The options whose answers count, in the scale's order. */
export function scoredOptions(scale: Scale): ScoredOption[] {
  return scale.options.filter(isScored)
}

/** Lowest and highest score of a scale. */
export function scoreRange(scale: Scale): { min: Exact; max: Exact } {
  const scores = scoredOptions(scale).map(({ score }) => score)
  return { min: fromFraction(scoreOf(Math.min(...scores))), max: fromFraction(scoreOf(Math.max(...scores))) }
}

/** Ids of the two best scored options, in the scale's order. */
export function bestTwo(scale: Scale): string[] {
  const best = scoredOptions(scale)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 2)
  return scoredOptions(scale)
    .filter((option) => best.includes(option))
    .map(({ id }) => id)
}

function valuesOf(scale: Scale, counted: (option: ScoredOption) => number): Map<string, number> {
  return new Map(scoredOptions(scale).map((option) => [option.id, counted(option)]))
}

/** The scores spread over 0–100. */
function spreadScores(scale: Scale): Map<string, number> {
  const { min, max } = scoreRange(scale)
  const [lowest, highest] = [toNumber(min), toNumber(max)]
  return valuesOf(scale, ({ score }) => ((score - lowest) * 100) / (highest - lowest))
}

function metricValue(distribution: AnswerDistribution, value: Exact | null): MetricValue {
  return {
    value: value === null ? null : toNumber(value),
    base: base(distribution),
    dontKnow: dontKnow(distribution),
    status: value === null ? 'noAnswers' : 'ok',
  }
}

/** A score as it is written in decimals: 2.5 is 5/2. (fraction.js takes a number for a near fraction with a small denominator.) */
export function scoreOf(score: number): Fraction {
  const [digits = '', exponent = '0'] = String(score).split('e')
  const [whole = '', decimals = ''] = digits.split('.')
  return new Fraction(BigInt(whole + decimals), 1n).mul(new Fraction(10).pow(Number(exponent) - decimals.length))
}

function sumOfScores(distribution: AnswerDistribution): Fraction {
  return scoredOptions(distribution.scale).reduce(
    (sum, option) => sum.add(scoreOf(option.score).mul(countOf(distribution, option.id))),
    toFraction(exact(0)),
  )
}

function countWhere(distribution: AnswerDistribution, isWanted: (option: ResponseOption) => boolean): number {
  return distribution.scale.options.filter(isWanted).reduce((sum, { id }) => sum + countOf(distribution, id), 0)
}

/** Own keys only: an option may be called `constructor`. */
function countOf({ counts }: AnswerDistribution, option: string): number {
  return Object.hasOwn(counts, option) ? (counts[option] ?? 0) : 0
}

function badOption(code: 'unknown-scale-option' | 'unscored-option', option: string, scale: Scale, known: ResponseOption[]): NotatError {
  return new NotatError('data', [problem(english, code, { option, scale: scale.id, known: known.map(({ id }) => id).join(', ') })])
}
