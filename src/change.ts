/** Two figures → Change. */
import { changeBetween, inPrint, resultOf } from './calculation.js'
import { certaintyOf } from './certainty.js'
import { decompositionOf } from './decomposition.js'
import type { Change, ChangeBasis, Direction, Figure, FigureStatus, Figures } from './figure.js'
import { changeKey, endsOfChange, idOfKey, isSameSubject, keyOfId } from './figure-key.js'
import { figureOf } from './figures.js'
import { type Exact, fromFraction, type Interval, parseNeutral, printedWithin, roundForPrint, toFraction } from './printed.js'
import { noValue } from './suppression.js'

/**
 * The change from one figure to another of the same metric, group, item, provider and options. A side that is withheld or that nobody answered
 * leaves a change without a value, status `withheld` or `noAnswers`.
 *
 * @param previousId figure id of the earlier period: `indexScore/external/2022-23`
 * @param currentId figure id of the later one: `indexScore/external/2023-24`
 * @returns `change/indexScore/external/2022-23..2023-24`; undefined where a figure does not exist, or where the two differ in more than period
 */
export function changeOf(
  figures: Figures,
  previousId: string,
  currentId: string,
  { basis = 'printed' }: { basis?: ChangeBasis } = {},
): Change | undefined {
  const previous = figureOf(figures, previousId)
  const current = figureOf(figures, currentId)
  if (previous?.key.kind !== 'metric' || current?.key.kind !== 'metric' || !isSameSubject(previous.key, current.key)) return undefined

  const key = changeKey(current.key, previous.key.period)
  const difference = differenceOf(previous, current, basis)
  const compared = {
    id: idOfKey(key, figures.survey),
    key,
    kind: 'change' as const,
    unit: current.unit,
    decimals: difference?.decimals ?? current.decimals,
    base: null,
    derivation: {
      formula: basis === 'printed' ? ('differenceOfPrinted' as const) : ('difference' as const),
      inputs: [current.id, previous.id],
      places: [],
    },
    previous: previous.id,
    current: current.id,
  }
  if (!difference) {
    const status: FigureStatus = [previous, current].some((side) => side.status === 'withheld') ? 'withheld' : 'noAnswers'
    const nothing = { ...noValue, possible: [], direction: null, certainty: null, z: null }
    return { ...compared, ...nothing, status, differsUnrounded: false }
  }
  const { value, printed, interval, possible, differsUnrounded } = difference
  return {
    ...compared,
    value,
    printed,
    interval,
    possible,
    status: statusOf([previous, current], possible),
    direction: directionOf(printed, possible),
    ...certaintyOf(figures, previous, current),
    differsUnrounded,
    origin: 'calculated',
  }
}

function differenceOf(previous: Figure, current: Figure, basis: ChangeBasis) {
  if (previous.value === null || current.value === null || previous.printed === null || current.printed === null) return null
  if (previous.interval === null || current.interval === null) return null
  const decimals = Math.max(previous.decimals, current.decimals)
  const { unit } = current
  const between = (before: Exact, now: Exact) => resultOf(changeBetween({ value: before, unit }, { value: now, unit }))
  const value = between(previous.value, current.value)
  const interval = subtractIntervals(current.interval, previous.interval)
  const unrounded = roundForPrint(inPrint(value, current.unit), decimals)
  const printed =
    basis === 'unrounded' ? unrounded : roundForPrint(between(parseNeutral(previous.printed), parseNeutral(current.printed)), decimals)
  const possible =
    basis === 'unrounded'
      ? printedWithin({ ...interval, from: inPrint(interval.from, current.unit), to: inPrint(interval.to, current.unit) }, decimals)
      : possibleDifferences(previous, current, decimals)
  return { value, interval, printed, possible, decimals, differsUnrounded: printed !== unrounded }
}

/** Printed numbers that a value allows follow one another without a gap, and so do their differences. */
function possibleDifferences(previous: Figure, current: Figure, decimals: number): string[] {
  const [lowestBefore, highestBefore] = endsOf(previous)
  const [lowestNow, highestNow] = endsOf(current)
  const from = subtract(lowestNow, highestBefore)
  const to = subtract(highestNow, lowestBefore)
  return printedWithin({ from, to, fromIncluded: true, toIncluded: true }, decimals)
}

function endsOf({ possible, printed }: Figure): [lowest: Exact, highest: Exact] {
  return [parseNeutral(possible.at(0) ?? printed ?? ''), parseNeutral(possible.at(-1) ?? printed ?? '')]
}

function statusOf(sides: Figure[], possible: string[]): FigureStatus {
  if (sides.some(({ status }) => status === 'contradictory')) return 'contradictory'
  return possible.length > 1 ? 'approximate' : 'ok'
}

function directionOf(printed: string, possible: string[]): Direction {
  const signs = new Set(possible.map((difference) => Math.sign(Number(difference))))
  if (signs.size > 1) return 'largelyUnchanged'
  const sign = Math.sign(Number(printed))
  return sign > 0 ? 'rise' : sign < 0 ? 'fall' : 'unchanged'
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

// ── any figure ──

/** The figure of any id: a metric's, a change, a part of a decomposition, or a typed number. undefined where there is none. */
export function figureById(figures: Figures, id: string, { basis = 'printed' }: { basis?: ChangeBasis } = {}): Figure | Change | undefined {
  const key = keyOfId(id, figures.survey)
  switch (key?.kind) {
    case 'metric':
      return figureOf(figures, id)
    case 'change': {
      const [previous, current] = endsOfChange(key)
      return changeOf(figures, idOfKey(previous, figures.survey), idOfKey(current, figures.survey), { basis })
    }
    case 'decomposition': {
      const { metric, segment, previous, current } = key
      return decompositionOf(figures, metric, segment, previous, current).find((figure) => figure.id === id)
    }
    default:
      return undefined
  }
}
