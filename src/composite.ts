/**
 * Items that are an index of several others: what one respondent's answers give. Rows are not kept, so each respondent
 * is counted as soon as the row is read, under the mean of the answers given.
 */
import type Fraction from 'fraction.js'
import { indexWorth } from './metrics.js'
import { exact, fromFraction, toFraction } from './printed.js'
import { scaleOf } from './scales.js'
import type { Item, Scale, Survey } from './survey.js'

/** An item that has `composite:`. */
export type Composite = Item & { composite: string[] }

export function isComposite(item: Item): item is Composite {
  return item.composite !== undefined
}

export type RespondentScale = {
  /** every mean that a respondent may have, as an option whose score is proportional to the mean */
  scale: Scale
  /** what an option of the asked items adds to `optionOf`'s sum; those that do not count are not among them */
  units: ReadonlyMap<string, number>
  /** the option of who answered so many of the items, with that sum; null for who answered too few */
  optionOf: (sum: number, answered: number) => string | null
}

const known = new WeakMap<Item, RespondentScale>()

/**
 * The means that respondents may have, from the fewest items that must be answered up to all. All are fractions of
 * whole numbers, so that counting them loses nothing.
 */
export function respondentScale(survey: Pick<Survey, 'scales'>, item: Composite): RespondentScale {
  const made = known.get(item) ?? makeRespondentScale(scaleOf(survey, item), item)
  known.set(item, made)
  return made
}

function makeRespondentScale(asked: Scale, { id, composite, halfAnswered }: Composite): RespondentScale {
  const worth = [...indexWorth(asked)].map(([option, value]) => [option, toFraction(value)] as const)
  const perPoint = commonDenominator(worth.map(([, value]) => value))
  const units = new Map(worth.map(([option, value]) => [option, Number(value.mul(toFraction(exact(perPoint))).n)]))
  const fewest = halfAnswered ? Math.ceil(composite.length / 2) : composite.length
  const means = new Map<string, Fraction>()
  const byAnswers = new Map<string, string>()
  let sums = new Set([0])
  for (let answered = 1; answered <= composite.length; answered += 1) {
    sums = new Set([...sums].flatMap((sum) => [...units.values()].map((unit) => sum + unit)))
    if (answered < fewest) continue
    for (const sum of sums) {
      const mean = toFraction(exact(BigInt(sum), perPoint * BigInt(answered)))
      const { numerator, denominator } = fromFraction(mean)
      const option = `${numerator}/${denominator}`
      means.set(option, mean)
      byAnswers.set(`${sum} ${answered}`, option)
    }
  }
  const perUnit = toFraction(exact(commonDenominator([...means.values()])))
  const options = [...means].map(([option, mean]) => ({ id: option, also: [], score: Number(mean.mul(perUnit).n) }))
  return {
    scale: { id, options: options.sort((a, b) => b.score - a.score) },
    units,
    optionOf: (sum, answered) => byAnswers.get(`${sum} ${answered}`) ?? null,
  }
}

/** The scale that the tallies of an item are counted on: its own, or of several items the respondents' means. */
export function tallyScaleOf(survey: Pick<Survey, 'scales'>, item: Item): Scale {
  return isComposite(item) ? respondentScale(survey, item).scale : scaleOf(survey, item)
}

function commonDenominator(values: readonly Fraction[]): bigint {
  return values.reduce((common, { d }) => (common * d) / greatestCommonDivisor(common, d), 1n)
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b)
}
