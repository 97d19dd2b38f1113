/**
 * Text ↔ exact number ↔ interval. The only rounding there is: `roundForPrint`.
 *
 * A printed number is text that stands for every number that would have been printed so: "83" stands for [82.5;
 * 83.5). (The idea and the word are those of `unround` in the R package scrutiny.) Stages carry the plain `Exact`;
 * arithmetic makes a `Fraction` of it and back.
 */
import Fraction from 'fraction.js'

/** An exact fraction, plain: denominator > 0, in lowest terms. */
export type Exact = { numerator: bigint; denominator: bigint }

/** The true values something may have. `[x; x]` for an exact one. Empty (`isEmpty`) where nothing fits. */
export type Interval = { from: Exact; to: Exact; fromIncluded: boolean; toIncluded: boolean }

/**
 * How numbers are written somewhere: with `,` and `.` it is 1.755,5. No-break spaces may always stand between
 * thousands.
 */
export type NumberMarks = { readonly decimal: string; readonly thousands: string }

/** How `roundForPrint` writes. */
export const neutralMarks: NumberMarks = { decimal: '.', thousands: '' }

/** A printed number, read: its value as it stands (12 for "12 %"), and how many digits stand after the decimal mark. */
export type Parsed = { value: Exact; decimals: number; percent: boolean }

/**
 * Why a text is not a number. `ambiguous`: "1.755" where it may be written in several ways · `tooLong`: more than 64
 * characters, which no printed number has.
 */
export type NotParsed = { reason: 'empty' | 'notANumber' | 'ambiguous' | 'tooLong' }

// ── exact numbers ──

/**
 * The fraction numerator/denominator in lowest terms. Whole numbers only; a denominator of 0 or a fraction throws
 * `RangeError`.
 */
export function exact(numerator: bigint | number, denominator: bigint | number = 1n): Exact {
  if (BigInt(denominator) === 0n) throw new RangeError('a fraction needs a denominator other than 0')
  return fromFraction(new Fraction(BigInt(numerator), BigInt(denominator)))
}

/**
 * For arithmetic. An exact number is in lowest terms already, and looking for them again costs more than most of what
 * is computed.
 */
export function toFraction({ numerator, denominator }: Exact): Fraction {
  const fraction = Object.create(Fraction.prototype) as Fraction
  fraction.s = numerator < 0n ? -1n : 1n
  fraction.n = absolute(numerator)
  fraction.d = denominator
  return fraction
}

/** Back to the plain value that stages carry. */
export function fromFraction(fraction: Fraction): Exact {
  return { numerator: fraction.s * fraction.n, denominator: fraction.d }
}

/** The nearest double (ties to even), for JSON, charts and square roots. */
export function toNumber({ numerator, denominator }: Exact): number {
  const top = absolute(numerator)
  if (top <= exactInDouble && denominator <= exactInDouble) return Number(numerator) / Number(denominator)
  // A quotient of more than 64 bits whose last bit says whether anything is left over: converting it then rounds only
  // once.
  const shift = Math.max(0, 66 + bits(denominator) - bits(top))
  const scaled = top << BigInt(shift)
  const quotient = (scaled / denominator) | (scaled % denominator === 0n ? 0n : 1n)
  return (numerator < 0n ? -1 : 1) * Number(quotient) * 2 ** -shift
}

const exactInDouble = 2n ** 53n

function bits(value: bigint): number {
  return value.toString(2).length
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value
}

// ── number → text ──

/**
 * The value with so many decimals, half away from zero: `"84"`, `"-1"`, `"4.4"`. Neutral spelling: a full stop before
 * the decimals, nothing between thousands, a hyphen for minus, and never `"-0"`.
 */
export function roundForPrint(value: Exact, decimals: number): string {
  return spell(roundedUnits(value, decimals), decimals)
}

/** How many units of the last decimal, half away from zero. */
function roundedUnits({ numerator, denominator }: Exact, decimals: number): bigint {
  const units = (2n * absolute(numerator) * 10n ** BigInt(decimals) + denominator) / (2n * denominator)
  return numerator < 0n ? -units : units
}

function spell(units: bigint, decimals: number): string {
  const digits = absolute(units)
    .toString()
    .padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  return `${units < 0n ? '-' : ''}${whole}${decimals > 0 ? `.${digits.slice(-decimals)}` : ''}`
}

// ── text → number ──

/** A neutral spelling back to its number. */
export function parseNeutral(printed: string): Exact {
  return fromFraction(new Fraction(printed))
}

const longest = 64
/** Numbers are read by the million in a few styles. */
const shapes = new Map<string, RegExp>()

/**
 * sign, whole part with or without thousands marks, decimals, per cent. No part can match in two ways, so it takes
 * linear time.
 */
function shapeOf({ thousands, decimal }: NumberMarks): RegExp {
  const key = `${decimal} ${thousands}`
  const known = shapes.get(key)
  if (known) return known
  const group = `[${thousands}\\u00A0\\u202F]`
  const shape = new RegExp(
    `^(?<sign>[-+\\u2212\\u2013]?)(?<whole>[1-9]\\d{0,2}(?:${group}\\d{3})+|\\d+)(?:[${decimal}](?<rest>\\d+))?(?<percent>[ \\u00A0\\u202F]?%)?$`,
  )
  shapes.set(key, shape)
  return shape
}

/**
 * Reads a printed number: the decimal mark of its style, thousands marks (also no-break spaces) in groups of three,
 * minus as U+2212, en dash or hyphen, and a per cent sign, with blanks around it. Where it may be written in several
 * styles, all are tried: "4,4" and "1.755,5" can only be one thing, "1.755" can be two and is `ambiguous`.
 */
export function parsePrinted(text: string, styles: NumberMarks | readonly NumberMarks[]): Parsed | NotParsed {
  if (text.length > longest) return { reason: text.trim() === '' ? 'empty' : 'tooLong' }
  const trimmed = text.trim()
  if (trimmed === '') return { reason: 'empty' }
  if ('decimal' in styles) return parseAs(trimmed, styles) ?? { reason: 'notANumber' }
  const [first, ...others] = styles.flatMap((style) => parseAs(trimmed, style) ?? [])
  if (!first) return { reason: 'notANumber' }
  // The digits are the same, so where the values are, the decimals are too.
  const agree = others.every(({ value }) => isEqual(value, first.value))
  return agree ? first : { reason: 'ambiguous' }
}

function parseAs(text: string, style: NumberMarks): Parsed | null {
  const found = shapeOf(style).exec(text)?.groups
  if (!found) return null
  const { sign = '', whole = '', rest = '', percent } = found
  const units = BigInt(whole.replace(/\D/g, '') + rest)
  const isNegative = sign !== '' && sign !== '+'
  return {
    value: exact(isNegative ? -units : units, 10n ** BigInt(rest.length)),
    decimals: rest.length,
    percent: percent !== undefined,
  }
}

// ── intervals ──

/** An exact value: [x; x]. */
export function pointInterval(value: Exact): Interval {
  return { from: value, to: value, fromIncluded: true, toIncluded: true }
}

/**
 * What a printed number stands for, half a unit of its last decimal to each side. For our own data exactly the
 * numbers that `roundForPrint` prints so: [x−½u; x+½u), mirrored for negative numbers, open at both ends for 0.
 * `closed`: both ends included, for other people's documents, since Excel rounds a tie away from zero, R and Python
 * to even.
 */
export function intervalOfPrinted(value: Exact, decimals: number, closed: boolean): Interval {
  const half = new Fraction(1n, 2n * 10n ** BigInt(decimals))
  const number = toFraction(value)
  return {
    from: fromFraction(number.sub(half)),
    to: fromFraction(number.add(half)),
    fromIncluded: closed || value.numerator > 0n,
    toIncluded: closed || value.numerator < 0n,
  }
}

/** What lies in both; empty where they do not meet. */
export function intersect(a: Interval, b: Interval): Interval {
  const from = compare(a.from, b.from)
  const to = compare(a.to, b.to)
  return {
    from: from >= 0 ? a.from : b.from,
    fromIncluded: (from < 0 || a.fromIncluded) && (from > 0 || b.fromIncluded),
    to: to <= 0 ? a.to : b.to,
    toIncluded: (to > 0 || a.toIncluded) && (to < 0 || b.toIncluded),
  }
}

export function isEmpty({ from, to, fromIncluded, toIncluded }: Interval): boolean {
  const order = compare(from, to)
  return order > 0 || (order === 0 && !(fromIncluded && toIncluded))
}

export function contains({ from, to, fromIncluded, toIncluded }: Interval, value: Exact): boolean {
  const [low, high] = [compare(value, from), compare(value, to)]
  return (low > 0 || (low === 0 && fromIncluded)) && (high < 0 || (high === 0 && toIncluded))
}

/**
 * What lies between the ends of a scale; an end that is cut off is replaced by the scale's, included. Empty for a
 * number off the scale.
 */
export function clip(interval: Interval, min: Exact, max: Exact): Interval {
  const cutsLow = compare(interval.from, min) < 0
  const cutsHigh = compare(interval.to, max) > 0
  return {
    from: cutsLow ? min : interval.from,
    fromIncluded: cutsLow || interval.fromIncluded,
    to: cutsHigh ? max : interval.to,
    toIncluded: cutsHigh || interval.toIncluded,
  }
}

export function midpoint({ from, to }: Interval): Exact {
  return fromFraction(toFraction(from).add(toFraction(to)).div(2))
}

/** All values times a factor above 0: a fraction's interval as per cent, a mean's as a sum. */
export function scaleInterval(interval: Interval, factor: Exact): Interval {
  const times = (value: Exact): Exact => fromFraction(toFraction(value).mul(toFraction(factor)))
  const { from, to, fromIncluded, toIncluded } = interval
  if (factor.numerator < 0n) return { from: times(to), to: times(from), fromIncluded: toIncluded, toIncluded: fromIncluded }
  const scaled = times(from)
  return { ...interval, from: scaled, to: to === from ? scaled : times(to) }
}

/** What the sum of one value from each may be; an end is included where all are. [0; 0] of none. */
export function sumIntervals(intervals: readonly Interval[]): Interval {
  const add = (end: 'from' | 'to'): Exact =>
    fromFraction(intervals.reduce((sum, interval) => sum.add(toFraction(interval[end])), new Fraction(0n)))
  const from = add('from')
  return {
    from,
    to: intervals.every((interval) => interval.from === interval.to) ? from : add('to'),
    fromIncluded: intervals.every(({ fromIncluded }) => fromIncluded),
    toIncluded: intervals.every(({ toIncluded }) => toIncluded),
  }
}

/** From the lowest to the highest value of any of them; at least one is needed. */
export function hullOf(intervals: readonly [Interval, ...Interval[]]): Interval {
  return intervals.reduce((hull, next) => {
    const from = compare(hull.from, next.from)
    const to = compare(hull.to, next.to)
    return {
      from: from <= 0 ? hull.from : next.from,
      fromIncluded: (from <= 0 && hull.fromIncluded) || (from >= 0 && next.fromIncluded),
      to: to >= 0 ? hull.to : next.to,
      toIncluded: (to >= 0 && hull.toIncluded) || (to <= 0 && next.toIncluded),
    }
  })
}

const mostPrinted = 1001n

/**
 * Neutral spellings of all numbers that may be printed for a value in the interval, ascending: one where it is
 * decided, none where it is empty. Of more than 1,001 only the lowest and the highest.
 */
export function printedWithin(interval: Interval, decimals: number): string[] {
  if (isEmpty(interval)) return []
  const first = interval.fromIncluded ? roundedUnits(interval.from, decimals) : unitsJustAbove(interval.from, decimals)
  const last = interval.toIncluded ? roundedUnits(interval.to, decimals) : -unitsJustAbove(negative(interval.to), decimals)
  if (last - first >= mostPrinted) return [spell(first, decimals), spell(last, decimals)]
  return Array.from({ length: Number(last - first) + 1 }, (_, step) => spell(first + BigInt(step), decimals))
}

/**
 * Neutral spellings of the whole units from the last below an interval to the first above it, ascending; as
 * `printedWithin`.
 */
export function unitsAround({ from, to }: Interval, decimals: number): string[] {
  const [first, last] = [unitsBelow(from, decimals), -unitsBelow(negative(to), decimals)]
  if (last - first >= mostPrinted) return [spell(first, decimals), spell(last, decimals)]
  return Array.from({ length: Number(last - first) + 1 }, (_, step) => spell(first + BigInt(step), decimals))
}

/** ⌊x⌋ in units of the last decimal. */
function unitsBelow({ numerator, denominator }: Exact, decimals: number): bigint {
  const top = numerator * 10n ** BigInt(decimals)
  const quotient = top / denominator
  return top < 0n && top % denominator !== 0n ? quotient - 1n : quotient
}

/**
 * What is printed for the values next above: ⌊x + ½⌋, whatever the sign, since only a tie itself moves away from
 * zero.
 */
function unitsJustAbove({ numerator, denominator }: Exact, decimals: number): bigint {
  const top = 2n * numerator * 10n ** BigInt(decimals) + denominator
  const bottom = 2n * denominator
  const quotient = top / bottom
  return top < 0n && top % bottom !== 0n ? quotient - 1n : quotient
}

export function plus(a: Exact, b: Exact): Exact {
  return fromFraction(toFraction(a).add(toFraction(b)))
}

export function minus(a: Exact, b: Exact): Exact {
  return fromFraction(toFraction(a).sub(toFraction(b)))
}

export function negative({ numerator, denominator }: Exact): Exact {
  return { numerator: -numerator, denominator }
}

/** Below 0, 0 or above 0 as a is less than, equal to or greater than b. */
export function compare(a: Exact, b: Exact): number {
  if (a === b) return 0
  const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator]
  return left < right ? -1 : left > right ? 1 : 0
}

export function isEqual(a: Exact, b: Exact): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator
}

/** All the negatives of what an interval holds. */
export function negativeInterval({ from, to, fromIncluded, toIncluded }: Interval): Interval {
  return { from: negative(to), to: negative(from), fromIncluded: toIncluded, toIncluded: fromIncluded }
}
