/**
 * Distribution → number: indexScore, mean, shares and counts, exact. One entry a metric in `metrics`; everything else
 * here is made from it.
 *
 * "Don't know" and the other answers that do not count are out of sum and base. A value is one division of whole
 * numbers, never rounded here.
 */

import Fraction from 'fraction.js'
import { type Calculation, type FormulaId, meanOfAnswers, netOfAnswers, resultOf, shareOfAnswers, type Unit } from './calculation.js'
import { NotatError, problem } from './errors.js'
import { checkHanded } from './handed.js'
import { english } from './locale/english-problems.js'
import { type Exact, exact, fromFraction, toFraction, toNumber } from './printed.js'
import { countedIds, idsOfBase, isTicked, optionsOfShares, unticked, yesNo } from './scales.js'
import type { AnswerDistribution, Item, ResponseOption, Scale } from './survey.js'

/** Smallest and largest value there can be, both possible. `max` null: no limit. In the unit of the metric. */
export type Range = { min: Exact; max: Exact | null }

/** What an answer of each scored option is worth, by option id, in the unit of the metric. */
export type Worth = ReadonlyMap<string, Exact>

export type Metric = {
  unit: Unit
  /** digits after the decimal mark in print; of the percentage for a share */
  decimals: number
  /** how a value is made where it is not read: from answers, or (`ratio`) from two other figures */
  formula: Extract<FormulaId, 'counted' | 'indexOfAnswers' | 'meanOfAnswers' | 'shareOfAnswers' | 'netOfAnswers' | 'ratio'>
  /** how the values of parts make the total's: mean weighted by base, sum, or the ratio of two totals */
  total: 'weightedMean' | 'sum' | 'ratio'
  /** is asked of a set of options, `share/all/2024/options/agree`: of those that shares are of, or of any */
  takesOptions: false | 'scored' | 'any'
  range: (scale: Scale) => Range
  /** the scales it is asked on; default all. Of an item on another nobody can have published it */
  fits?: (scale: Scale) => boolean
  /**
   * What answers give, all that a metric has to say of itself to be computed from them: the mean of what each is
   * worth (0–100 for an index, 1 or 0 for a share), or the number of those that gave one of some options. null for
   * what answers do not tell.
   */
  ofAnswers:
    | { mean: (scale: Scale, options: readonly string[]) => Worth }
    | { counted: (scale: Scale, options: readonly string[]) => readonly string[] }
    | null
}

const hundred = exact(100)
const fromZero: Range = { min: exact(0), max: null }
const zeroToOne: Range = { min: exact(0), max: exact(1) }

const spreadOf = oncePerScale(spreadScores)
const scoresOf = oncePerScale((scale) => worthOf(scale, ({ score }) => fromFraction(scoreOf(score))))
const netOf = oncePerScale(netWorth)
const bestTwoOf = oncePerScale((scale) => oneForEach(scale, bestTwo(scale)))

const entries = {
  indexScore: {
    unit: 'indexPoint',
    decimals: 0,
    formula: 'indexOfAnswers',
    total: 'weightedMean',
    takesOptions: false,
    range: () => ({ min: exact(0), max: hundred }),
    fits: isGraded,
    ofAnswers: { mean: spreadOf },
  },
  mean: {
    unit: 'scalePoint',
    decimals: 1,
    formula: 'meanOfAnswers',
    total: 'weightedMean',
    takesOptions: false,
    range: scoreRange,
    fits: isGraded,
    ofAnswers: { mean: scoresOf },
  },
  share: {
    unit: 'share',
    decimals: 0,
    formula: 'shareOfAnswers',
    total: 'weightedMean',
    takesOptions: 'scored',
    range: () => zeroToOne,
    ofAnswers: { mean: oneForEach },
  },
  topTwoBox: {
    unit: 'share',
    decimals: 0,
    formula: 'shareOfAnswers',
    total: 'weightedMean',
    takesOptions: false,
    range: () => zeroToOne,
    fits: isGraded,
    ofAnswers: { mean: bestTwoOf },
  },
  nps: {
    unit: 'scalePoint',
    decimals: 0,
    formula: 'netOfAnswers',
    total: 'weightedMean',
    takesOptions: false,
    range: () => ({ min: exact(-100), max: hundred }),
    fits: isZeroToTen,
    ofAnswers: { mean: netOf },
  },
  count: {
    unit: 'answer',
    decimals: 0,
    formula: 'counted',
    total: 'sum',
    takesOptions: 'any',
    range: () => fromZero,
    ofAnswers: { counted: (scale, options) => oneOfTicked(scale, options) },
  },
  base: {
    unit: 'answer',
    decimals: 0,
    formula: 'counted',
    total: 'sum',
    takesOptions: false,
    range: () => fromZero,
    ofAnswers: { counted: idsOfBase },
  },
  dontKnow: {
    unit: 'answer',
    decimals: 0,
    formula: 'counted',
    total: 'sum',
    takesOptions: false,
    range: () => fromZero,
    ofAnswers: { counted: (scale) => scale.options.flatMap((option) => (isDontKnow(option) ? [option.id] : [])) },
  },
  invited: {
    unit: 'person',
    decimals: 0,
    formula: 'counted',
    total: 'sum',
    takesOptions: false,
    range: () => fromZero,
    ofAnswers: null,
  },
  responseRate: {
    unit: 'share',
    decimals: 0,
    formula: 'ratio',
    total: 'ratio',
    takesOptions: false,
    range: () => zeroToOne,
    ofAnswers: null,
  },
} satisfies Record<string, Metric>

export type MetricId = keyof typeof entries

/** Every metric. To add one: an entry above, its name in each locale, a known-value test. */
export const metrics: Readonly<Record<MetricId, Metric>> = entries

/** All of them, in the order they are registered. */
export const metricIds = Object.keys(metrics) as readonly MetricId[]

/** Whether a text names a metric: own keys only, so `constructor` is none. */
export function isMetricId(text: string): text is MetricId {
  return Object.hasOwn(metrics, text)
}

/**
 * What the calculator answers. `value` is the nearest double of the exact value, null where nobody gave a valid
 * answer.
 */
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
 * const counts = { stronglyAgree: 7, agree: 5, neutral: 0, disagree: 4, stronglyDisagree: 3, dontKnow: 2 }
 * const d = distribution(agreement5, counts)
 * indexScore(d) // { value: 61.8421052631579, base: 19, dontKnow: 2, status: 'ok' }
 */
export function indexScore(distribution: AnswerDistribution): MetricValue {
  checkHanded({ distribution })
  return metricValue(distribution, exactIndexScore(distribution))
}

/**
 * Mean of the scale's own scores, between its lowest and its highest: Σ score / n.
 *
 * @example
 * mean(d).value // 3.473684210526316, with the answers of `indexScore`'s example
 */
export function mean(distribution: AnswerDistribution): MetricValue {
  checkHanded({ distribution })
  return metricValue(distribution, exactMean(distribution))
}

/**
 * Fraction in [0, 1] of the valid answers that gave one of `options` (ids, each counted once).
 *
 * @example
 * share(d, ['agree', 'stronglyAgree']).value // 0.631578947368421
 *
 * @throws NotatError `unscored-option` for an option the scale does not have or one that does not count, such as
 *   "don't know"
 */
export function share(distribution: AnswerDistribution, options: readonly string[]): MetricValue {
  checkHanded({ distribution, optionIds: options })
  return metricValue(distribution, exactShare(distribution, options))
}

/**
 * Fraction in [0, 1] of the valid answers that gave one of the two best scored options.
 *
 * @example
 * topTwoBox(d).value // 0.631578947368421
 */
export function topTwoBox(distribution: AnswerDistribution): MetricValue {
  checkHanded({ distribution })
  return metricValue(distribution, exactShare(distribution, bestTwo(distribution.scale)))
}

/**
 * Net promoter score, points in [−100, 100]: the share who gave 9 or 10 less the share who gave 0 to 6, times 100. It
 * is the mean of answers that each count 100, 0 or −100, so that its certainty follows from their variance as that of
 * any other mean.
 *
 * Source: F. F. Reichheld, "The One Number You Need to Grow", Harvard Business Review 81 (2003), no. 12, 46–54.
 *
 * @example
 * nps(distribution(numeric10, { 10: 3, 9: 2, 8: 1, 7: 1, 6: 1, 3: 1, 0: 1 })).value // 20
 *
 * @throws NotatError `unfit-metric` for a scale that does not have each of the scores 0 to 10
 */
export function nps(distribution: AnswerDistribution): MetricValue {
  checkHanded({ distribution })
  return metricValue(distribution, exactOfAnswers('nps', distribution))
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
  checkHanded({ distribution, optionIds: options })
  const { scale } = distribution
  const known = countedIds(scale)
  for (const id of options) if (!known.includes(id)) throw badOption('unknown-scale-option', id, scale, scale.options)
  return [...new Set(options)].reduce((sum, id) => sum + countOf(distribution, id), 0)
}

/**
 * Number of valid answers (n), unweighted: those with a score; where several may be ticked, or shares are of all, of
 * those who answered.
 */
export function base(distribution: AnswerDistribution): number {
  checkHanded({ distribution })
  return count(distribution, idsOfBase(distribution.scale))
}

/** Number who answered "don't know". Not "does not apply", nor nothing at all. */
export function dontKnow(distribution: AnswerDistribution): number {
  checkHanded({ distribution })
  return countWhere(distribution, isDontKnow)
}

/** Exact `indexScore`, points in [0, 100]; null where the base is empty. */
export function exactIndexScore(distribution: AnswerDistribution): Exact | null {
  return exactOfAnswers('indexScore', distribution)
}

/** Exact `mean`, in the scale's own scores; null where the base is empty. */
export function exactMean(distribution: AnswerDistribution): Exact | null {
  return exactOfAnswers('mean', distribution)
}

/** Exact `share`, a fraction in [0, 1]; null where the base is empty. Throws as `share`. */
export function exactShare(distribution: AnswerDistribution, options: readonly string[]): Exact | null {
  return exactOfAnswers('share', distribution, options)
}

/**
 * What the answers give; null where nobody gave a valid one, and for a metric that is not made from answers. Throws
 * as `share` and `count`.
 */
export function exactOfAnswers(id: MetricId, distribution: AnswerDistribution, options: readonly string[] = []): Exact | null {
  const { ofAnswers } = metrics[id]
  if (ofAnswers && 'counted' in ofAnswers) return exact(count(distribution, ofAnswers.counted(distribution.scale, options)))
  const calculation = calculationOfAnswers(id, distribution.scale, options, (option) => exact(countOf(distribution, option)))
  return calculation && resultOf(calculation)
}

/**
 * The mean that answers give, as a formula with its numbers; null where the base is empty, and for what is no mean of
 * answers.
 *
 * @param countOf how many gave each option that counts
 * @param base their number; default the sum of the counts
 * @throws NotatError `unscored-option` as `share`
 */
export function calculationOfAnswers(
  id: MetricId,
  scale: Scale,
  options: readonly string[],
  countOf: (option: string) => Exact,
  base?: Exact,
): Calculation | null {
  const { ofAnswers, formula } = metrics[id]
  if (!ofAnswers || !('mean' in ofAnswers)) return null
  const worth = ofAnswers.mean(scale, options)
  const all = base ?? fromFraction([...worth.keys()].reduce((sum, option) => sum.add(toFraction(countOf(option))), toFraction(exact(0))))
  const told = countedOptions(id, scale, options)
  const worthOf = (option: string): Exact => worth.get(option) ?? exact(0)
  if (formula === 'shareOfAnswers') return shareOfAnswers(told.map(countOf), all)
  if (formula === 'netOfAnswers') {
    const [best, worst] = [told.filter((option) => worthOf(option).numerator > 0n), told.filter((option) => worthOf(option).numerator < 0n)]
    return netOfAnswers(best.map(countOf), worst.map(countOf), all)
  }
  return meanOfAnswers(
    told.map((option) => ({ count: countOf(option), worth: worthOf(option) })),
    all,
  )
}

/**
 * The options whose counts a mean of answers is told with: of a share or a net score those that count in it. None
 * for what is itself counted.
 */
export function countedOptions(id: MetricId, scale: Scale, options: readonly string[]): string[] {
  const { ofAnswers, formula } = metrics[id]
  if (!ofAnswers || !('mean' in ofAnswers)) return []
  const worth = [...ofAnswers.mean(scale, options)]
  const isOfSome = formula === 'shareOfAnswers' || formula === 'netOfAnswers'
  return worth.filter(([, value]) => !isOfSome || value.numerator !== 0n).map(([option]) => option)
}

/**
 * What one answer of each scored option counts in the mean, as doubles. Their variance tells how far chance can move
 * the mean. null for what is no mean of answers.
 */
export function answerValues(id: MetricId, scale: Scale, options: readonly string[]): Map<string, number> | null {
  const { ofAnswers } = metrics[id]
  if (!ofAnswers || !('mean' in ofAnswers)) return null
  return new Map([...ofAnswers.mean(scale, options)].map(([option, value]) => [option, toNumber(value)]))
}

/** An option whose answers count: it has a score. */
export type ScoredOption = Extract<ResponseOption, { score: number }>

export function isScored(option: ResponseOption): option is ScoredOption {
  return 'score' in option
}

/** The options whose answers count, in the scale's order. */
export function scoredOptions(scale: Scale): ScoredOption[] {
  return scale.options.filter(isScored)
}

export const sides = ['positive', 'negative', 'rest'] as const
export type Side = (typeof sides)[number]

/** The answers over the middle of a scale, those under it, and what a share is of besides these. */
export function optionsOfSide(scale: Scale, side: Side): string[] {
  const scored = scoredOptions(scale)
  const scores = scored.map(({ score }) => score)
  const middle = (Math.min(...scores) + Math.max(...scores)) / 2
  const ids = (isOn: (score: number) => boolean) => scored.filter(({ score }) => isOn(score)).map(({ id }) => id)
  if (side === 'positive') return ids((score) => score > middle)
  if (side === 'negative') return ids((score) => score < middle)
  const told = ids((score) => score !== middle)
  return optionsOfShares(scale).flatMap(({ id }) => (told.includes(id) ? [] : [id]))
}

/** Lowest and highest score of a scale. */
export function scoreRange(scale: Scale): { min: Exact; max: Exact } {
  const scores = scoredOptions(scale).map(({ score }) => score)
  return { min: fromFraction(scoreOf(Math.min(...scores))), max: fromFraction(scoreOf(Math.max(...scores))) }
}

/**
 * Half-way between the lowest and the highest a metric can be on a scale: 3 of a mean on 1–5, 50 of an index. null of a
 * count, which has no highest.
 */
export function middleOfRange(id: MetricId, scale: Scale): Exact | null {
  const { min, max } = metrics[id].range(scale)
  return max && fromFraction(toFraction(min).add(toFraction(max)).div(2))
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

function isDontKnow(option: ResponseOption): boolean {
  return !isScored(option) && option.missing === 'dontKnow'
}

function worthOf(scale: Scale, counted: (option: ScoredOption) => Exact): Worth {
  return new Map(scoredOptions(scale).map((option) => [option.id, counted(option)]))
}

/** 1 for each of the options, 0 for the others that the share is of. Throws as `share`. */
function oneForEach(scale: Scale, options: readonly string[]): Worth {
  const known = optionsOfShares(scale)
  for (const id of options) {
    if (!known.some((option) => option.id === id)) throw badOption('unscored-option', id, scale, known)
  }
  const [ticked] = isTicked(scale) ? oneOfTicked(scale, options) : []
  if (ticked !== undefined) {
    return new Map([
      [ticked, exact(1)],
      [unticked(ticked), exact(0)],
    ])
  }
  return new Map(known.map(({ id }) => [id, exact(options.includes(id) ? 1 : 0)]))
}

/**
 * Who has ticked one of several options is not known, since the same respondent may have ticked more of them: each is
 * told by itself.
 */
function oneOfTicked(scale: Scale, options: readonly string[]): readonly string[] {
  if (!isTicked(scale) || options.length === 1) return options
  throw new NotatError('data', [problem(english, 'several-ticks', { scale: scale.id, options: options.join('+') })])
}

/** The scores spread over 0–100. */
function spreadScores(scale: Scale): Worth {
  const { min, max } = scoreRange(scale)
  const lowest = toFraction(min)
  const width = toFraction(max).sub(lowest)
  return worthOf(scale, ({ score }) => fromFraction(scoreOf(score).sub(lowest).mul(100).div(width)))
}

/** What each scored option counts in the index, points in [0, 100]. */
export function indexWorth(scale: Scale): Worth {
  return spreadOf(scale)
}

/** What an index of several items may be told in: nobody has given one answer to it. */
const ofSeveral: readonly MetricId[] = ['indexScore', 'mean', 'base', 'invited', 'responseRate']

/** Whether a metric is asked of an item, and may be published of it. */
export function fitsItem(id: MetricId, { composite }: Pick<Item, 'composite'>, scale: Scale): boolean {
  return fitsScale(id, scale) && (composite === undefined || ofSeveral.includes(id))
}

/** Digits after the decimal mark where nobody has printed the number: an item may ask for others of its means. */
export function decimalsOf({ total, decimals }: Metric, item: Pick<Item, 'decimals'>): number {
  return (total === 'weightedMean' ? item.decimals : undefined) ?? decimals
}

/** Whether a metric is asked of answers on a scale, and may be published of them. */
export function fitsScale(id: MetricId, scale: Scale): boolean {
  return metrics[id].fits?.(scale) ?? true
}

/** Better and worse answers; yes and no are neither, nor is what may be ticked, nor "don't know" among the others. */
function isGraded(scale: Scale): boolean {
  return scale.id !== yesNo.id && !isTicked(scale) && scale.shareBase !== 'answered'
}

/** The eleven scores of a net promoter score, each once. */
function isZeroToTen(scale: Scale): boolean {
  const scores = scoredOptions(scale).map(({ score }) => score)
  return scale.shareBase !== 'answered' && scores.length === 11 && scores.every((score, index) => score === 10 - index)
}

/** 100 of 9 and 10, 0 of 7 and 8, −100 of the others. */
function netWorth(scale: Scale): Worth {
  if (!isZeroToTen(scale)) throw new NotatError('data', [problem(english, 'unfit-metric', { metric: 'nps', scale: scale.id })])
  return worthOf(scale, ({ score }) => exact(score >= 9 ? 100 : score >= 7 ? 0 : -100))
}

/** Every group of every period asks the same of the few scales there are. */
function oncePerScale(make: (scale: Scale) => Worth): (scale: Scale) => Worth {
  const made = new WeakMap<Scale, Worth>()
  return (scale) => {
    const known = made.get(scale) ?? make(scale)
    made.set(scale, known)
    return known
  }
}

function metricValue(distribution: AnswerDistribution, value: Exact | null): MetricValue {
  return {
    value: value === null ? null : toNumber(value),
    base: base(distribution),
    dontKnow: dontKnow(distribution),
    status: value === null ? 'noAnswers' : 'ok',
  }
}

/**
 * A score as it is written in decimals: 2.5 is 5/2. (fraction.js takes a number for a near fraction with a small
 * denominator.)
 */
export function scoreOf(score: number): Fraction {
  const [digits = '', exponent = '0'] = String(score).split('e')
  const [whole = '', decimals = ''] = digits.split('.')
  return new Fraction(BigInt(whole + decimals), 1n).mul(new Fraction(10).pow(Number(exponent) - decimals.length))
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
