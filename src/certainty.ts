/** Whether chance alone can explain the difference of two means. */
import type { Certainty, Change, Figure, Figures } from './figure.js'
import { distributionKey, optionsOf } from './figure-key.js'
import { answerValues } from './metrics.js'
import { toNumber } from './printed.js'
import { scaleOf } from './scales.js'

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
export function certaintyOf(figures: Figures, previous: Figure, current: Figure): Pick<Change, 'certainty' | 'z'> {
  if (previous.base === null || current.base === null) return { certainty: null, z: null }
  const before = sampleOf(figures, previous, previous.base)
  const now = sampleOf(figures, current, current.base)
  if (!before || !now) return { certainty: null, z: null }
  if (Math.min(previous.base, current.base) < figures.survey.minimumBaseForChange) return { certainty: 'tooFew', z: null }
  const z = zBounds(before, now)
  return { certainty: certaintyOfBounds(z), z }
}

function sampleOf({ survey, distributions }: Figures, { key, interval }: Figure, base: number): Sample | null {
  const item = key.kind === 'metric' && survey.items.find(({ id }) => id === key.item)
  if (key.kind !== 'metric' || !item || !interval) return null
  const values = answerValues(key.metric, scaleOf(survey, item), optionsOf(key))
  if (!values) return null
  const counts = distributions[distributionKey(key, survey)]
  return {
    base,
    from: toNumber(interval.from),
    to: toNumber(interval.to),
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
