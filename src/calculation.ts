/**
 * A formula with its numbers, and its result. A value that is computed *is* the result of one of these, and what explains it words the same one,
 * so that nothing can explain another number than it printed. Each formula stands here and nowhere else.
 */
import Fraction from 'fraction.js'
import { type Exact, exact, fromFraction, isEqual, toFraction } from './printed.js'

/**
 * indexPoint: points 0–100 · scalePoint: the scale's own scores · share: fraction in [0, 1], printed as per cent · answer: a count of answers ·
 * person: a count of people (`invited`) · number: of anything else, written by hand
 */
export type Unit = 'indexPoint' | 'scalePoint' | 'share' | 'answer' | 'person' | 'number'

/** A value in the unit it is printed in: a share as per cent. */
export function inPrint(value: Exact, unit: Unit): Exact {
  return unit === 'share' ? fromFraction(toFraction(value).mul(100)) : value
}

/** A printed number in the unit of `Figure.value`: a share as a fraction. */
export function fromPrint(printed: Exact, unit: Unit): Exact {
  return unit === 'share' ? fromFraction(toFraction(printed).div(100)) : printed
}

/** How a figure was made. Words for each formula are in the locale. */
export type FormulaId =
  | 'counted' // from answers: number of answers
  | 'indexOfAnswers' // sum of scores over the base, spread 0–100
  | 'meanOfAnswers'
  | 'shareOfAnswers'
  | 'published' // read as printed
  | 'weightedMean' // of the parts, by number of answers
  | 'sum' // of the parts
  | 'ratio' // response rate: answers over invited
  | 'differenceOfPrinted'
  | 'difference' // of unrounded values
  | 'within'
  | 'mix'
  | 'typed'

/** Terms and numbers. The result has the unit of the figure it is of: a share is a fraction. */
export type Calculation =
  | { type: 'number'; value: Exact; unit: Unit }
  | { type: 'sum' | 'product'; terms: Calculation[] }
  | { type: 'difference' | 'quotient'; terms: [Calculation, Calculation] }

/** What a calculation gives, exactly. */
export function resultOf(calculation: Calculation): Exact {
  return calculation.type === 'number' ? calculation.value : fromFraction(fractionOf(calculation))
}

function fractionOf(calculation: Calculation): Fraction {
  if (calculation.type === 'number') return toFraction(calculation.value)
  const [first = new Fraction(0n), ...rest] = calculation.terms.map(fractionOf)
  switch (calculation.type) {
    case 'sum':
      return rest.reduce((total, term) => total.add(term), first)
    case 'product':
      return rest.reduce((total, term) => total.mul(term), first)
    case 'difference':
      return rest.reduce((total, term) => total.sub(term), first)
    case 'quotient':
      return rest.reduce((total, term) => total.div(term), first)
  }
}

/** A number and what it is a number of. */
export type Amount = { value: Exact; unit: Unit }

// ── from answers ──

/** How many gave an option, and what each of their answers is worth. */
export type CountedOption = { count: Exact; worth: Exact }

/** What the answers are worth on average: Σ count · worth / base. null where nobody answered. */
export function meanOfAnswers(options: readonly CountedOption[], base: Exact): Calculation | null {
  return quotient(sum(options.map(({ count, worth }) => product(answers(count), number(worth, 'scalePoint')))), answers(base))
}

/** The part of the answers that gave one of the options: Σ count / base. null where nobody answered. */
export function shareOfAnswers(counts: readonly Exact[], base: Exact): Calculation | null {
  return quotient(sum(counts.map(answers)), answers(base))
}

/** Answers over those who were asked. null where nobody was. */
export function responseRate(answered: Exact, invited: Exact): Calculation | null {
  return quotient(answers(answered), number(invited, 'person'))
}

// ── totals ──

/** The parts' values, each weighing with its number of answers: Σ value · base / Σ base. null where nobody answered. */
export function weightedMean(parts: readonly { value: Amount; base: Exact }[]): Calculation | null {
  const all = totalOf(parts.map(({ base }) => base))
  return quotient(sum(parts.map(({ value, base }) => product(amount(value), answers(base)))), answers(all))
}

export function sumOf(parts: readonly Amount[]): Calculation {
  return sum(parts.map(amount))
}

// ── changes ──

/** Current minus previous: of printed numbers, or of unrounded ones. */
export function changeBetween(previous: Amount, current: Amount): Calculation {
  return difference(amount(current), amount(previous))
}

/** What a part was worth in both periods, and its number of answers. */
export type MovedPart = { id: string; unit: Unit; previous: { value: Exact; base: Exact }; current: { value: Exact; base: Exact } }

/**
 * How much of a weighted mean's change comes from changes inside the parts (`within`), and how much from parts having become larger or smaller
 * (`mix`, and `mixOf` one part): within = Σ (I₂−I₁)(w₁+w₂)/2, mixᵢ = (w₂−w₁)((I₁+I₂)/2 − (T₁+T₂)/2), where w is a part's share of all answers, I its
 * value, T the total.
 *
 * Source: E. M. Kitagawa, "Components of a Difference Between Two Rates", Journal of the American Statistical Association 50 (1955), 1168–1194.
 *
 * @returns null where nobody answered in one of the periods
 */
export function decompositionInto(
  parts: readonly MovedPart[],
): { within: Calculation; mix: Calculation; mixOf: (part: string) => Calculation } | null {
  const before = totalOf(parts.map(({ previous }) => previous.base))
  const now = totalOf(parts.map(({ current }) => current.base))
  if (before.numerator === 0n || now.numerator === 0n) return null
  const terms = parts.map(({ id, unit, previous, current }) => ({
    id,
    value: { before: number(previous.value, unit), now: number(current.value, unit) },
    share: { before: over(answers(previous.base), answers(before)), now: over(answers(current.base), answers(now)) },
  }))
  const unit = parts[0]?.unit ?? 'number'
  const totalIn = (side: 'before' | 'now') =>
    number(resultOf(sum(terms.map(({ value, share }) => product(value[side], share[side])))), unit)
  const total = half(sum([totalIn('now'), totalIn('before')]))
  const mixOfTerms = (told: typeof terms) =>
    sum(
      told.map(({ value, share }) => product(difference(share.now, share.before), difference(half(sum([value.now, value.before])), total))),
    )
  return {
    within: sum(terms.map(({ value, share }) => product(difference(value.now, value.before), half(sum([share.now, share.before]))))),
    mix: mixOfTerms(terms),
    mixOf: (part) => mixOfTerms(terms.filter(({ id }) => id === part)),
  }
}

// ── the four operations ──

function number(value: Exact, unit: Unit): Calculation {
  return { type: 'number', value, unit }
}

function amount({ value, unit }: Amount): Calculation {
  return number(value, unit)
}

function answers(count: Exact): Calculation {
  return number(count, 'answer')
}

function sum(terms: Calculation[]): Calculation {
  return terms.length === 1 && terms[0] ? terms[0] : { type: 'sum', terms }
}

function product(...terms: Calculation[]): Calculation {
  return { type: 'product', terms }
}

function difference(from: Calculation, minus: Calculation): Calculation {
  return { type: 'difference', terms: [from, minus] }
}

function half(calculation: Calculation): Calculation {
  return over(calculation, number(exact(2), 'number'))
}

function over(top: Calculation, bottom: Calculation): Calculation {
  return { type: 'quotient', terms: [top, bottom] }
}

/** null where there is nothing to divide by. */
function quotient(top: Calculation, bottom: Calculation): Calculation | null {
  return isEqual(resultOf(bottom), exact(0)) ? null : over(top, bottom)
}

function totalOf(counts: readonly Exact[]): Exact {
  return fromFraction(counts.reduce((total, count) => total.add(toFraction(count)), new Fraction(0n)))
}
