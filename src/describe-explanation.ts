/** An explanation in the words of a locale. */

import Fraction from 'fraction.js'
import { type Calculation, inPrint, resultOf, type Unit } from './calculation.js'
import { type Explanation, isCount, printedValueOf } from './explain.js'
import { otherParts } from './figure-key.js'
import { checkHanded } from './handed.js'
import { formatFigure, formatPeriod, isOfTwo, spellNumber } from './locale/spelling.js'
import type { Locale } from './locale/words.js'
import { type Exact, fromFraction, isEqual, neutralMarks, parsePrinted, roundForPrint } from './printed.js'

/** One thing told of a figure. `calculation` stands on a line of its own. */
export type ExplanationLine = { label: string; text: string; calculation: string | null }

/**
 * An explanation in words: its name, alone and under the heading of its segment, its number, and what there is to
 * tell. Inputs are not in it.
 */
export type DescribedExplanation = { name: string; nameInGroup: string; number: string | null; lines: ExplanationLine[] }

export function describeExplanation(explanation: Explanation, locale: Locale): DescribedExplanation {
  checkHanded({ explanation, locale })
  const { explain: words } = locale
  const { name } = explanation
  const of = [name.provider, name.item].filter((part) => part !== null)
  const spoken = {
    kind: name.kind,
    metric: name.metric,
    contribution: name.contribution,
    part: name.part === otherParts ? words.others : name.part,
    against: name.against,
    options: name.options.map((labels) => labels[locale.id] ?? ''),
    periods: name.periods.map((period) => formatPeriod(period, locale, 'name')),
  }
  const line = (label: string, text: string | null, calculation: string | null = null): ExplanationLine[] =>
    text === null ? [] : [{ label, text, calculation }]
  return {
    name: words.name({ ...spoken, of: [...(name.segment ? [name.segment.label] : []), ...of].join(', ') }),
    nameInGroup: words.name({ ...spoken, of: of.join(', ') }),
    number: numberOfExplanation(explanation, locale),
    lines: [
      ...line(words.labels.calculation, formulaText(explanation, locale), calculationText(explanation, locale)),
      ...line(words.labels.rounding, roundingText(explanation, locale)),
      ...line(words.labels.interval, intervalText(explanation, locale)),
      ...line(words.labels.certainty, certaintyText(explanation, locale)),
      ...line(
        words.labels.status,
        words.statuses[explanation.status]({ ...explanation, kind: name.kind, places: explanation.places.map(words.place) }),
      ),
    ],
  }
}

/** Its printed number as tables have it; a change or a difference with its sign. */
function numberOfExplanation({ printed, unit, isInWords, interval, name: { kind } }: Explanation, locale: Locale): string | null {
  return formatFigure({ printed, unit, kind, interval, ...(isInWords && { isInWords }) }, locale, isOfTwo({ kind }) ? 'signed' : 'table')
}

function formulaText(explanation: Explanation, { explain: words }: Locale): string {
  const { formula, places, countedIn, calculation, origin, name } = explanation
  return words.formulas[formula]({
    places: places.map(words.place),
    countedIn,
    parts: calculation === null ? null : isCount(explanation) ? 'sum' : 'mean',
    isMidpoint: origin === 'midpoint',
    fixed: name.against && 'fixed' in name.against ? name.against.fixed : null,
  })
}

/** So many decimals of a number that may have more. */
const mostDecimals = 4

/**
 * A number in the unit it is printed in, with as many decimals as it has, up to four; the next of `value` where that
 * is not all of it.
 */
function spellExact(value: Exact, unit: Unit, locale: Locale): { text: string; isWhole: boolean } {
  const shown = inPrint(value, unit)
  const rounded = roundForPrint(shown, mostDecimals)
  const neutral = rounded.replace(/\.?0+$/, '')
  const spelled = parsePrinted(rounded, neutralMarks)
  const isWhole = !('reason' in spelled) && isEqual(spelled.value, shown)
  const sign = unit === 'share' ? locale.document.percentSign : ''
  return { text: `${spellNumber(neutral === '-0' ? '0' : neutral, locale)}${sign}`, isWhole }
}

const symbols = { sum: ' + ', difference: ' \u2212 ', product: ' \u00d7 ', quotient: ' / ' } as const
const bindsTightly = { sum: false, difference: false, product: true, quotient: true } as const

/** `(74 × 465 + 84,3442 × 1.755) / 2.220 ≈ 82,1776`; null where there is none. */
function calculationText({ calculation, unit, name: { kind } }: Explanation, locale: Locale): string | null {
  if (!calculation) return null
  const result = spellExact(resultOf(calculation), unit, locale)
  const isWhole = result.isWhole && numbersIn(calculation).every(({ value, unit: of }) => spellExact(value, of, locale).isWhole)
  const number = unit === 'share' && isOfTwo({ kind }) ? inPoints(result.text, locale) : result.text
  return `${spellCalculation(calculation, locale)} ${isWhole ? '=' : '\u2248'} ${number}`
}

/** A difference of two shares is in percentage points, not in per cent. */
function inPoints(text: string, { document: { percentSign, unit } }: Locale): string {
  const digits = text.replace(percentSign, '')
  return `${digits}\u00a0${unit('share', true, digits)}`
}

function numbersIn(calculation: Calculation): Extract<Calculation, { type: 'number' }>[] {
  return calculation.type === 'number' ? [calculation] : calculation.terms.flatMap(numbersIn)
}

function spellCalculation(calculation: Calculation, locale: Locale): string {
  if (calculation.type === 'number') return spellExact(calculation.value, calculation.unit, locale).text
  const { type, terms } = calculation
  return terms
    .map((term, index) => {
      const spelled = spellCalculation(term, locale)
      return isBracketed(term, type, index) ? `(${spelled})` : spelled
    })
    .join(symbols[type])
}

/** Where a term would be read as something else without brackets. */
function isBracketed(term: Calculation, outer: keyof typeof symbols, index: number): boolean {
  if (term.type === 'number') return index > 0 && term.value.numerator < 0n
  if (bindsTightly[outer] && !bindsTightly[term.type]) return true
  return index > 0 && (outer === 'quotient' || (outer === 'difference' && !bindsTightly[term.type]))
}

function roundingText(explanation: Explanation, locale: Locale): string | null {
  const { value, unit, printed, formula, differsUnrounded, decimals } = explanation
  const number = numberOfExplanation(explanation, locale)
  const printedValue = printedValueOf({ printed, unit })
  if (explanation.isInWords || value === null || number === null || !printedValue || isEqual(printedValue, value)) return null
  const { text, isWhole } = spellExact(value, unit, locale)
  return locale.explain.rounding({
    unrounded: text,
    fraction: isWhole || value.denominator > largestDenominator ? null : spellFraction(value, locale),
    printed: number,
    isOfPrinted: formula === 'differenceOfPrinted',
    other: differsUnrounded ? spellNumber(roundForPrint(inPrint(value, unit), decimals), locale, { sign: true }) : null,
  })
}

/** Longer fractions tell readers nothing; they are in `Explanation.value`. */
const largestDenominator = 1_000_000n

function spellFraction({ numerator, denominator }: Exact, locale: Locale): string {
  return `${spellNumber(String(numerator), locale)}/${spellNumber(String(denominator), locale)}`
}

function intervalText(explanation: Explanation, locale: Locale): string | null {
  const { interval, unit, possible, formula, name } = explanation
  const { kind } = name
  if (interval === null || isEqual(interval.from, interval.to)) return null
  const sign = kind === 'change' || kind === 'difference'
  const digits = possible.map(
    (number) => spellNumber(number, locale, { sign }) + (unit === 'share' && !sign ? locale.document.percentSign : ''),
  )
  const printed = explanation.isInWords ? [numberOfExplanation(explanation, locale) ?? ''] : digits
  return locale.explain.interval({
    from: spellExact(interval.from, unit, locale).text,
    to: spellExact(interval.to, unit, locale).text,
    fromIncluded: interval.fromIncluded,
    toIncluded: interval.toIncluded,
    printed,
    isOfPrinted: formula === 'differenceOfPrinted',
  })
}

function certaintyText({ certainty: reasons }: Explanation, locale: Locale): string | null {
  if (!reasons) return null
  const { certainty, z, threshold, answers, testedAgainst, minimumBase } = reasons
  const count = (answer: number) => spellNumber(String(answer), locale)
  const known = (answer: number | null) => (answer === null ? null : count(answer))
  return locale.explain.certainty({
    certainty,
    z: z && { min: spellZ(z.min, threshold, locale), max: spellZ(z.max, threshold, locale) },
    threshold: spellDouble(threshold, 2, locale),
    testedAgainst,
    answers: { previous: known(answers.previous), current: known(answers.current) },
    minimumBase: count(minimumBase),
  })
}

/** Two decimals, or as many as show on which side of the threshold it lies. */
function spellZ(z: number, threshold: number, locale: Locale): string {
  const shown = [2, 3, 4, 5, 6].find((decimals) => Number(roundForPrint(fromDouble(z), decimals)) >= threshold === z >= threshold)
  return spellDouble(z, shown ?? 7, locale)
}

function spellDouble(value: number, decimals: number, locale: Locale): string {
  return spellNumber(roundForPrint(fromDouble(value), decimals), locale)
}

function fromDouble(value: number): Exact {
  return fromFraction(new Fraction(value))
}
