/** Whether chance alone can explain the difference of two means. */

import { isComposite, tallyScaleOf } from './composite.js'
import type { Certainty, CertaintyReason, Change, Difference, Figure, Figures } from './figure.js'
import { distributionKey, optionsOf } from './figure-key.js'
import { checkHanded } from './handed.js'
import { answerValues, metrics } from './metrics.js'
import { clip, type Exact, exact, fromFraction, type Interval, isEmpty, toFraction, toNumber } from './printed.js'
import { scaleOf } from './scales.js'
import type { Scale } from './survey.js'

/** What is known of one side of a comparison. Doubles: square roots follow. */
export type Sample = {
  /** number of answers, 2 or more */
  base: number
  /** the values their mean may have, from the lowest to the highest; the same twice where it is known */
  from: number
  to: number
  /**
   * the scores one answer can have, ascending, in the unit of the mean: 0, 25, 50, 75, 100 for an index, 0 and 1 for
   * a share
   */
  scores: readonly number[]
  /** each answer is an average of several, so that it may have any value between the scores */
  isAveraged?: boolean
  /**
   * variance of the answers (dividing by their number), where they are known; else null, and its bounds follow from
   * the mean
   */
  variance: number | null
}

/**
 * 97.5 % of a normal distribution lies below it: a difference beyond it, either way, comes by chance in 5 % of cases.
 */
export const beyondChance = 1.96

/**
 * Bounds of z = |d|/SE for the difference d of two means.
 *
 * With a mean m alone, the variance is at most (max − m)(m − min), all answers at the ends of the scale, and at least
 * (k⁺ − m)(m − k), all at the scores k ≤ m < k⁺ beside it. `min` takes the nearest ends with the largest variance,
 * and is 0 where the intervals overlap. `max` takes each of the two standard errors by itself to its largest z, over
 * the ends and the scores between them with the smallest variance, and then the smaller of the two: the largest z of
 * the larger standard error may lie between the corners, but no higher than that.
 */
export function zBounds(previous: Sample, current: Sample): { min: number; max: number } {
  const [low, high] = previous.from <= current.from ? [previous, current] : [current, previous]
  const overlap = low.to > high.from
  const nearest = [assume(low, low.to, greatestVariance), assume(high, high.from, greatestVariance)] as const
  const min = overlap ? 0 : Math.min(zOf(...nearest, separateError), zOf(...nearest, pooledError))
  const corners = candidates(previous).flatMap((before) => candidates(current).map((now) => [before, now] as const))
  const [separate, pooled] = [separateError, pooledError].map((error) =>
    Math.max(...corners.map(([before, now]) => zOf(before, now, error))),
  )
  return { min, max: Math.min(separate ?? Number.POSITIVE_INFINITY, pooled ?? Number.POSITIVE_INFINITY) }
}

function candidates(sample: Sample): Assumed[] {
  const between = sample.scores.filter((score) => score > sample.from && score < sample.to)
  return [sample.from, sample.to, ...between].map((mean) => assume(sample, mean, leastVariance))
}

/** A sample with its mean and variance taken to be these. */
type Assumed = { base: number; mean: number; variance: number }

function assume(
  sample: Sample,
  mean: number,
  varianceAt: (mean: number, sample: Pick<Sample, 'scores' | 'isAveraged'>) => number,
): Assumed {
  return { base: sample.base, mean, variance: sample.variance ?? varianceAt(mean, sample) }
}

function greatestVariance(mean: number, { scores }: Pick<Sample, 'scores'>): number {
  return (Math.max(...scores) - mean) * (mean - Math.min(...scores))
}

/** An average of several answers may lie anywhere, so that all may be alike: it has no least variance but 0. */
function leastVariance(mean: number, { scores, isAveraged }: Pick<Sample, 'scores' | 'isAveraged'>): number {
  const below = Math.max(...scores.filter((score) => score <= mean))
  const above = Math.min(...scores.filter((score) => score > mean))
  return isAveraged || below === mean || !Number.isFinite(above) || !Number.isFinite(below) ? 0 : (above - mean) * (mean - below)
}

/** Squared standard error of a difference. */
type SquaredError = (a: Assumed, b: Assumed) => number

/** v₁/(n₁−1) + v₂/(n₂−1) */
const separateError: SquaredError = (a, b) => a.variance / (a.base - 1) + b.variance / (b.base - 1)

/**
 * (n₁v₁ + n₂v₂ + n₁n₂d²/N)/(N−1) · (1/n₁ + 1/n₂), N = n₁+n₂: the variance of all answers taken as one group, as if
 * nothing had changed. The separate one alone calls a change certain too often where few skewed answers stand against
 * many; the larger of the two keeps to 5 %.
 */
const pooledError: SquaredError = (a, b) => {
  const all = a.base + b.base
  const squares = a.base * a.variance + b.base * b.variance + (a.base * b.base * (a.mean - b.mean) ** 2) / all
  return (squares / (all - 1)) * (1 / a.base + 1 / b.base)
}

function zOf(a: Assumed, b: Assumed, error: SquaredError): number {
  const difference = Math.abs(a.mean - b.mean)
  return difference === 0 ? 0 : difference / Math.sqrt(error(a, b))
}

/**
 * Bounds of z = |d|/SE for the difference d of a mean from a number that is exact: a target, the middle of a scale.
 * With n answers, their variance v (dividing by n), and w the least variance that answers can have whose mean is the
 * number: SE² = the largest of v/(n−1), (v + d²)/n and w/n.
 *
 * The first is the usual one; the second takes the variance about the number, as if it were the mean, as `zBounds`
 * does, and is the larger wherever z is over 1; the third is what is left where almost all gave the same answer, whose
 * own variance says nothing (for a share it is c(1 − c)/n). With 30 answers, nine in ten of them the best one, the
 * first alone takes one group in five for another than it is. `min` and `max` are found as `zBounds` finds them.
 *
 * Sources: NIST/SEMATECH e-Handbook of Statistical Methods, section 7.2.2 (the first); E. B. Wilson, "Probable
 * Inference, the Law of Succession, and Statistical Inference", Journal of the American Statistical Association 22
 * (1927), 209–212 (the spread that the tested number has, in place of the one found).
 */
export function zBoundsToFixed(sample: Sample, fixed: number): { min: number; max: number } {
  const least = leastVariance(fixed, sample)
  const errors: ((own: Assumed) => number)[] = [
    ({ variance, base }) => variance / (base - 1),
    ({ mean, variance, base }) => (variance + (mean - fixed) ** 2) / base,
    ({ base }) => least / base,
  ]
  const zWith = (own: Assumed, error: (own: Assumed) => number) =>
    own.mean === fixed ? 0 : Math.abs(own.mean - fixed) / Math.sqrt(error(own))
  const isWithin = sample.from <= fixed && sample.to >= fixed
  const nearest = assume(sample, sample.from > fixed ? sample.from : sample.to, greatestVariance)
  const corners = candidates(sample)
  return {
    min: isWithin ? 0 : Math.min(...errors.map((error) => zWith(nearest, error))),
    max: Math.min(...errors.map((error) => Math.max(...corners.map((own) => zWith(own, error))))),
  }
}

/** Whether chance alone can explain a difference. */
export function certaintyOfBounds({ min, max }: { min: number; max: number }): Certainty {
  return min >= beyondChance ? 'certain' : max < beyondChance ? 'never' : 'undecidable'
}

/** Not computed for what is no mean of answers (counts, a response rate), nor where a number of answers is unknown. */
export function certaintyOf(figures: Figures, previous: Figure, current: Figure): Pick<Change, 'certainty' | 'certaintyReason' | 'z'> {
  const none = (certaintyReason: CertaintyReason) => ({ certainty: null, certaintyReason, z: null })
  if (!answersOf(figures, current)) return none('noMean')
  // Too few on one side are too few, whatever the other is.
  if (
    hasTooFew(
      figures,
      [previous.base, current.base].flatMap((base) => base ?? []),
    )
  )
    return tooFew
  if (previous.base === null || current.base === null) return none('noBase')
  const before = sampleOf(figures, previous)
  const now = sampleOf(figures, current)
  return before && now ? weighed(zBounds(before, now)) : none('noMean')
}

/** What is known of a difference's certainty. */
type Weighed = Pick<Difference, 'certainty' | 'certaintyReason' | 'z'>

const tooFew = { certainty: 'tooFew', certaintyReason: null, z: null } as const
const restUnknown = { certainty: 'undecidable', certaintyReason: 'restUnknown', z: null } as const

/**
 * Whether chance alone explains how far a group lies from another whose answers are not its own. Undecidable where
 * nobody knows how many answered, as with most benchmarks; null for what is no mean of answers.
 */
export function certaintyToOther(figures: Figures, own: Figure, other: Figure): Weighed {
  const { certainty, certaintyReason, z } = certaintyOf(figures, own, other)
  if (certaintyReason !== 'noBase') return { certainty, certaintyReason, z }
  return hasTooFew(figures, [own.base, other.base]) ? tooFew : { certainty: 'undecidable', certaintyReason, z: null }
}

/** The same of an exact number, in the unit of the figure's value. */
export function certaintyToFixed(figures: Figures, own: Figure, fixed: Exact): Weighed {
  if (!answersOf(figures, own)) return { certainty: null, certaintyReason: 'noMean', z: null }
  const sample = sampleOf(figures, own)
  if (!sample) return { certainty: 'undecidable', certaintyReason: 'noBase', z: null }
  return hasTooFew(figures, [own.base]) ? tooFew : weighed(zBoundsToFixed(sample, toNumber(fixed)))
}

/**
 * The same of a group and one that holds it: their answers are partly the same, so it is tested against those of the
 * whole that are not its own. Undecidable where these cannot be worked out.
 */
export function certaintyToRest(figures: Figures, part: Figure, whole: Figure): Weighed {
  if (!answersOf(figures, part)) return { certainty: null, certaintyReason: 'noMean', z: null }
  if (part.base === null || whole.base === null) {
    return hasTooFew(figures, [part.base, whole.base]) ? tooFew : { certainty: 'undecidable', certaintyReason: 'noBase', z: null }
  }
  const rest = whole.base - part.base
  if (rest <= 0) return restUnknown
  // How few are withheld is not told of the rest either.
  if (hasTooFew(figures, [part.base, rest]) || rest < figures.survey.minimumBase) return tooFew
  const [own, others] = [sampleOf(figures, part), restOf(figures, part, whole)]
  return own && others ? weighed(zBounds(own, others)) : restUnknown
}

function hasTooFew({ survey }: Figures, bases: readonly (number | null)[]): boolean {
  return bases.some((base) => base !== null && base < survey.minimumBaseForChange)
}

function weighed(z: { min: number; max: number }) {
  const certainty = certaintyOfBounds(z)
  return { certainty, certaintyReason: certainty === 'undecidable' ? ('spreadUnknown' as const) : null, z }
}

/** What one answer of each option is worth in a figure, and how many gave each, where that is known. */
type Answers = {
  scale: Scale
  values: ReadonlyMap<string, number>
  counts: Readonly<Record<string, number>> | undefined
  /** each is the mean of several */
  isAveraged: boolean
}

/** null for what is no mean of answers. */
function answersOf({ survey, distributions }: Figures, { key }: Figure): Answers | null {
  const item = key.kind === 'metric' && survey.items.find(({ id }) => id === key.item)
  if (key.kind !== 'metric' || !item) return null
  // A respondent's mean over several items is known in points 0–100 only.
  const isCounted = !isComposite(item) || key.metric === 'indexScore'
  const scale = isCounted ? tallyScaleOf(survey, item) : scaleOf(survey, item)
  const values = answerValues(key.metric, scale, optionsOf(key))
  const counts = isCounted ? distributions[distributionKey(key, survey)] : undefined
  return values && { scale, values, counts, isAveraged: isComposite(item) }
}

/** null also where nobody knows how many answered. */
function sampleOf(figures: Figures, figure: Figure): Sample | null {
  const { base, interval } = figure
  const answers = answersOf(figures, figure)
  if (!answers || !interval || base === null) return null
  const { values, counts } = answers
  return sampleWithin(base, interval, answers, counts ? varianceOf(values, counts) : null)
}

function sampleWithin(
  base: number,
  { from, to }: Interval,
  { values, isAveraged }: Pick<Answers, 'values' | 'isAveraged'>,
  variance: number | null,
): Sample {
  const scores = [...new Set(values.values())].sort((a, b) => a - b)
  return { base, from: toNumber(from), to: toNumber(to), scores, isAveraged, variance }
}

/** What is known of the answers of a whole that are not a part's; null where the two cannot be so. */
function restOf(figures: Figures, part: Figure, whole: Figure): Sample | null {
  const [own, all] = [answersOf(figures, part), answersOf(figures, whole)]
  if (!own || !all || part.base === null || whole.base === null || !part.interval || !whole.interval) return null
  if (part.key.kind !== 'metric') return null
  const base = whole.base - part.base
  const { min, max } = metrics[part.key.metric].range(own.scale)
  const left = restInterval({ base: part.base, interval: part.interval }, { base: whole.base, interval: whole.interval })
  const interval = max === null ? left : clip(left, min, max)
  if (isEmpty(interval)) return null
  if (!own.counts || !all.counts) return sampleWithin(base, interval, own, null)
  const counts = countsLeft(own, all)
  return counts && sampleWithin(base, interval, own, varianceOf(own.values, counts))
}

type Weighing = { base: number; interval: Interval }

/** (N·M − n·m)/(N − n), for every mean m of the part and M of the whole. */
function restInterval(part: Weighing, whole: Weighing): Interval {
  const base = exact(whole.base - part.base)
  const less = (all: Exact, own: Exact): Exact =>
    fromFraction(
      toFraction(all)
        .mul(toFraction(exact(whole.base)))
        .sub(toFraction(own).mul(toFraction(exact(part.base))))
        .div(toFraction(base)),
    )
  return {
    from: less(whole.interval.from, part.interval.to),
    to: less(whole.interval.to, part.interval.from),
    fromIncluded: whole.interval.fromIncluded && part.interval.toIncluded,
    toIncluded: whole.interval.toIncluded && part.interval.fromIncluded,
  }
}

/** How many of the others gave each option that counts; null where the part has more of one than the whole. */
function countsLeft({ values, counts: own = {} }: Answers, { counts: all = {} }: Answers): Record<string, number> | null {
  const left = [...values.keys()].map((option) => [option, (all[option] ?? 0) - (own[option] ?? 0)] as const)
  return left.some(([, count]) => count < 0) ? null : Object.fromEntries(left)
}

/** Variance of what all valid answers count, dividing by their number. */
function varianceOf(values: ReadonlyMap<string, number>, counts: Readonly<Record<string, number>>): number {
  const answers = [...values].map(([option, value]) => ({ value, count: Object.hasOwn(counts, option) ? (counts[option] ?? 0) : 0 }))
  const base = answers.reduce((total, { count }) => total + count, 0)
  const mean = answers.reduce((total, { value, count }) => total + value * count, 0) / base
  return answers.reduce((total, { value, count }) => total + count * (value - mean) ** 2, 0) / base
}

// ── many changes at once ──

/**
 * Of the changes a document tells of: those that stay certain when all are weighed together, and what chance alone
 * would show.
 */
export type Together = {
  /** ids of the changes that are certain among so many, by Holm's correction */
  certain: ReadonlySet<string>
  /** how many were weighed */
  weighed: number
  /** how many of those would be expected to look certain by chance, had nothing changed: 5 in 100 */
  byChance: number
}

const level = 0.05

/**
 * Holm's correction: from the least likely by chance on, each change is held to 5 % divided by how many are left,
 * until one fails. Where a z is not known exactly the lower bound counts. Changes nobody could weigh, or with too few
 * answers, are none.
 *
 * Source: S. Holm, "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of Statistics 6
 * (1979), 65–70.
 */
export function holm(changes: readonly Pick<Change, 'id' | 'z'>[]): Together {
  checkHanded({ changes })
  const weighed = changes.flatMap(({ id, z }) => (z ? [{ id, chance: chanceBeyond(z.min) }] : [])).sort((a, b) => a.chance - b.chance)
  const failing = weighed.findIndex(({ chance }, index) => chance > level / (weighed.length - index))
  const certain = failing < 0 ? weighed : weighed.slice(0, failing)
  return { certain: new Set(certain.map(({ id }) => id)), weighed: weighed.length, byChance: level * weighed.length }
}

/**
 * How likely a normal deviate lies farther from 0 than z, either way. To 1,2·10⁻⁷ of its value.
 *
 * Source: W. H. Press et al., "Numerical Recipes", 2nd edition (1992), section 6.2, `erfcc`.
 */
export function chanceBeyond(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  if (!Number.isFinite(x)) return 0
  const t = 1 / (1 + x / 2)
  const series = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223, 0.17087277,
  ]
  return t * Math.exp(-x * x + series.reduceRight((sum, coefficient) => sum * t + coefficient, 0))
}
