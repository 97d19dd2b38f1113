/**
 * A formula with its numbers, and its result. A value that is computed *is* the result of one of these, and what
 * explains it words the same one, so that nothing can explain another number than it printed. Each formula stands
 * here and nowhere else.
 */
import Fraction from 'fraction.js'
import { type Exact, exact, fromFraction, type Interval, isEqual, minus, pointInterval, scaleInterval, toFraction } from './printed.js'

/**
 * indexPoint: points 0–100 · scalePoint: the scale's own scores, or points −100–100 of a net score · share: fraction
 * in [0, 1], printed as per cent · answer: a count of answers · person: a count of people (`invited`) · number: of
 * anything else, written by hand
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
  | 'netOfAnswers' // those with the best answers less those with the worst, of 100
  | 'indexOfRespondents' // mean of the means that respondents have over several items, spread 0–100
  | 'published' // read as printed
  | 'weightedMean' // of the parts, by number of answers
  | 'sum' // of the parts
  | 'ratio' // response rate: answers over invited
  | 'differenceOfPrinted'
  | 'difference' // of unrounded values
  | 'within'
  | 'mix'
  | 'placeOnScale' // of somebody else's scale, as points 0–100
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

/** How many more of a hundred gave one of the best answers than one of the worst. null where nobody answered. */
export function netOfAnswers(best: readonly Exact[], worst: readonly Exact[], base: Exact): Calculation | null {
  const more = difference(sum(best.map(answers)), sum(worst.map(answers)))
  return quotient(product(number(exact(100), 'number'), more), answers(base))
}

/** Answers over those who were asked. null where nobody was. */
export function responseRate(answered: Exact, invited: Exact): Calculation | null {
  return quotient(answers(answered), number(invited, 'person'))
}

/** How far up its scale a number lies, in hundredths of it: 4.2 of 1 to 5 is 80. The ends must differ. */
export function placeOnScale(value: Exact, lowest: Exact, highest: Exact): Calculation {
  const end = (each: Exact) => number(each, 'number')
  return product(number(exact(100), 'number'), over(difference(end(value), end(lowest)), difference(end(highest), end(lowest))))
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
 * How much of a weighted mean's change comes from changes inside the parts (`within`), and how much from parts having
 * become larger or smaller (`mix`, and `mixOf` one part): within = Σ (I₂−I₁)(w₁+w₂)/2, mixᵢ = (w₂−w₁)((I₁+I₂)/2 −
 * (T₁+T₂)/2), where w is a part's share of all answers, I its value, T the total.
 *
 * Source: E. M. Kitagawa, "Components of a Difference Between Two Rates", Journal of the American Statistical
 * Association 50 (1955), 1168–1194.
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

/**
 * What is known of a moved part's values. Where nobody answered in one period, both are what the other has, and one
 * of them moves with the other.
 */
export type MovedInterval = {
  id: string
  previous: { interval: Interval; base: Exact }
  current: { interval: Interval; base: Exact }
}

/** What is known of the total in both periods, besides what its parts give; null where it is nothing. */
export type MovedTotal = { previous: Interval | null; current: Interval | null }

/**
 * All that the contributions of `decompositionInto` may be. Each is linear in the parts' values, since the numbers of
 * answers are exact, so that its bounds are reached at the values' ends. Of `within` and `mix` only values count that
 * together give what is known of the totals.
 */
export function boundsOfDecomposition(
  parts: readonly MovedInterval[],
  totals: MovedTotal,
): { within: Interval; mix: Interval; mixOf: (part: string) => Interval } | null {
  const before = totalOf(parts.map(({ previous }) => previous.base))
  const now = totalOf(parts.map(({ current }) => current.base))
  if (before.numerator === 0n || now.numerator === 0n) return null
  const weighed = parts.map(({ id, previous, current }): WeighedPart => {
    const weight = { before: toFraction(previous.base).div(toFraction(before)), now: toFraction(current.base).div(toFraction(now)) }
    const isMeasured = { before: previous.base.numerator > 0n, now: current.base.numerator > 0n }
    return { id, weight, isMeasured, before: previous.interval, now: current.interval }
  })
  const bound = (of: (part: WeighedPart) => { before: Fraction; now: Fraction }): Interval => {
    const sideOf = (side: 'before' | 'now', total: Interval | null) =>
      boundedSum(
        weighed.map((part) => ({ factor: of(part)[side], weight: part.weight[side], interval: part[side] })),
        total,
      )
    return outerSum([sideOf('before', totals.previous), sideOf('now', totals.current)])
  }
  return {
    within: bound(({ weight, isMeasured }) => {
      const middle = isMeasured.before && isMeasured.now ? weight.before.add(weight.now).div(2) : new Fraction(0n)
      return { before: middle.neg(), now: middle }
    }),
    mix: bound(({ weight, isMeasured }) => {
      const moved = weight.now.sub(weight.before).div(2)
      // A part that nobody answered about in one period has one value, which counts for both.
      if (!isMeasured.before) return { before: new Fraction(0n), now: moved.mul(2) }
      return isMeasured.now ? { before: moved, now: moved } : { before: moved.mul(2), now: new Fraction(0n) }
    }),
    mixOf: mixBoundsOf(weighed),
  }
}

type WeighedPart = {
  id: string
  weight: { before: Fraction; now: Fraction }
  isMeasured: { before: boolean; now: boolean }
  before: Interval
  now: Interval
}

/**
 * The mean of both totals is summed once, and each part's own share of it taken out again where the part is asked
 * for.
 */
function mixBoundsOf(weighed: readonly WeighedPart[]): (part: string) => Interval {
  const halves = weighed.map(({ weight, before, now }) => [times(before, weight.before.div(-2)), times(now, weight.now.div(-2))])
  const lessTotal = outerSum(halves.flat())
  return (id) => {
    const index = weighed.findIndex((part) => part.id === id)
    const part = weighed[index]
    if (!part) return pointInterval(exact(0))
    const { weight, before, now } = part
    const rest = lessInterval(lessTotal, outerSum(halves[index] ?? []))
    const own = [times(before, weight.before.neg().add(1).div(2)), times(now, weight.now.neg().add(1).div(2))]
    return times(outerSum([...own, rest]), weight.now.sub(weight.before))
  }
}

/** A value, what it is multiplied with in a sum, and how it weighs in a total. */
type BoundedTerm = { factor: Fraction; weight: Fraction; interval: Interval }

/** From the least to the greatest Σ factor · value, of all values whose Σ weight · value is in `total`. */
function boundedSum(terms: readonly BoundedTerm[], total: Interval | null): Interval {
  const negated = terms.map((term) => ({ ...term, factor: term.factor.neg() }))
  const [from, to] = [greatestSum(negated, total).neg(), greatestSum(terms, total)]
  return { from: fromFraction(from), to: fromFraction(to), fromIncluded: true, toIncluded: true }
}

/**
 * Every value at its better end; where their total is then out of reach, those go back first that cost least for what
 * they move it.
 */
function greatestSum(terms: readonly BoundedTerm[], total: Interval | null): Fraction {
  const atBest = terms.map(({ factor, weight, interval }) => {
    const isUp = factor.n !== 0n && factor.s > 0n
    const [best, other] = [interval.to, interval.from].map(toFraction) as [Fraction, Fraction]
    return { factor, weight, isUp, best: isUp ? best : other, room: best.sub(other) }
  })
  const zero = new Fraction(0n)
  const sum = atBest.reduce((all, { factor, best }) => all.add(factor.mul(best)), zero)
  if (!total) return sum
  const reached = atBest.reduce((all, { weight, best }) => all.add(weight.mul(best)), zero)
  const [excess, lack] = [reached.sub(toFraction(total.to)), toFraction(total.from).sub(reached)]
  const isOver = excess.compare(0) > 0
  let left = isOver ? excess : lack
  if (left.compare(0) <= 0) return sum
  const movable = atBest
    .filter(({ isUp, weight }) => isUp === isOver && weight.n !== 0n)
    .map(({ factor, weight, room }) => ({ cost: factor.abs().div(weight), reach: weight.mul(room) }))
    .sort((a, b) => a.cost.compare(b.cost))
  return movable.reduce((all, { cost, reach }) => {
    const moved = reach.compare(left) < 0 ? reach : left
    left = left.sub(moved)
    return all.sub(cost.mul(moved))
  }, sum)
}

function times(interval: Interval, factor: Fraction): Interval {
  return scaleInterval(interval, fromFraction(factor))
}

/** The sum of intervals, both ends taken to be included: a range that is rounded outward needs no more. */
function outerSum(intervals: readonly Interval[]): Interval {
  const sum = intervals.reduce((all, { from, to }) => ({ from: all.from.add(toFraction(from)), to: all.to.add(toFraction(to)) }), {
    from: new Fraction(0n),
    to: new Fraction(0n),
  })
  return { from: fromFraction(sum.from), to: fromFraction(sum.to), fromIncluded: true, toIncluded: true }
}

/** What is left of a sum of intervals without some of them. */
function lessInterval(all: Interval, some: Interval): Interval {
  return { ...all, from: minus(all.from, some.from), to: minus(all.to, some.to) }
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
