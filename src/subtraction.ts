/** One number minus another: as a reader can check it in print, and as it is before rounding. */
import { changeBetween, inPrint, resultOf, type Unit } from './calculation.js'
import type { ChangeBasis, Figure, FigureStatus } from './figure.js'
import { type Exact, fromFraction, type Interval, parseNeutral, printedWithin, roundForPrint, toFraction } from './printed.js'

/** What is subtracted, or subtracted from: what a figure has where its value is known. */
export type Term = {
  value: Exact
  printed: string
  interval: Interval
  /** neutral spellings of all printed values there may be, ascending */
  possible: readonly string[]
  /** digits after the decimal mark in print */
  decimals: number
}

/**
 * `value`, `interval`: unrounded, in the unit of the terms · `printed`, `possible`: as `basis` has it, with the coarser
 * decimals of the two · `sign`: what may be told of it, null where rounding hides it · `differsUnrounded`: the other
 * basis gives another number
 */
export type Subtraction = {
  value: Exact
  interval: Interval
  printed: string
  possible: string[]
  decimals: number
  sign: 1 | -1 | 0 | null
  differsUnrounded: boolean
}

/** `from` minus `minus`, both in the same unit. */
export function subtractionOf(from: Term, minus: Term, unit: Unit, basis: ChangeBasis): Subtraction {
  const decimals = Math.min(from.decimals, minus.decimals)
  const between = (one: Exact, other: Exact) => resultOf(changeBetween({ value: other, unit }, { value: one, unit }))
  const value = between(from.value, minus.value)
  const interval = subtractIntervals(from.interval, minus.interval)
  const unrounded = roundForPrint(inPrint(value, unit), decimals)
  const ofPrinted = roundForPrint(between(printedAt(from.printed, decimals), printedAt(minus.printed, decimals)), decimals)
  const printed = basis === 'unrounded' ? unrounded : ofPrinted
  const possible =
    basis === 'unrounded'
      ? printedWithin({ ...interval, from: inPrint(interval.from, unit), to: inPrint(interval.to, unit) }, decimals)
      : possibleDifferences(from, minus, decimals)
  const sign = signTold(ofPrinted, unrounded, interval)
  return { value, interval, printed, possible, decimals, sign, differsUnrounded: printed !== unrounded }
}

/** What a figure is in a subtraction; null where it has no value. */
export function termOf({ value, printed, interval, possible, decimals, isInWords }: Figure): Term | null {
  return isInWords || value === null || printed === null || interval === null ? null : { value, printed, interval, possible, decimals }
}

/** The status of what is made of these figures. */
export function statusOf(sides: readonly Pick<Figure, 'status'>[], possible: readonly string[]): FigureStatus {
  if (sides.some(({ status }) => status === 'contradictory')) return 'contradictory'
  return possible.length > 1 ? 'approximate' : 'ok'
}

/** A printed number at the coarser precision of the one it is compared with, as a reader would round it. */
export function printedAt(printed: string, decimals: number): Exact {
  return parseNeutral(roundForPrint(parseNeutral(printed), decimals))
}

/** Printed numbers that a value allows follow one another without a gap, and so do their differences. */
function possibleDifferences(from: Term, minus: Term, decimals: number): string[] {
  const [lowest, highest] = endsOf(from, decimals)
  const [least, most] = endsOf(minus, decimals)
  return printedWithin({ from: subtract(lowest, most), to: subtract(highest, least), fromIncluded: true, toIncluded: true }, decimals)
}

function endsOf({ possible, printed }: Term, decimals: number): [lowest: Exact, highest: Exact] {
  return [printedAt(possible.at(0) ?? printed, decimals), printedAt(possible.at(-1) ?? printed, decimals)]
}

/**
 * What may be told whichever of the numbers a reader looks at. A sign: the difference of the two printed numbers, the
 * unrounded one, rounded as they are, and every possible one have it. 0: the printed numbers are the same, and the
 * unrounded difference rounds to 0.
 */
function signTold(ofPrinted: string, unrounded: string, { from, to, fromIncluded, toIncluded }: Interval): Subtraction['sign'] {
  const sign = Math.sign(Number(ofPrinted))
  const isAbove = from.numerator > 0n || (from.numerator === 0n && !fromIncluded)
  const isBelow = to.numerator < 0n || (to.numerator === 0n && !toIncluded)
  if (sign > 0 && Number(unrounded) > 0 && isAbove) return 1
  if (sign < 0 && Number(unrounded) < 0 && isBelow) return -1
  return sign === 0 && Number(unrounded) === 0 ? 0 : null
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
