/** The change of a total over its parts: what changed inside them, and what their sizes did. */

import { breaksBetween } from './breaks.js'
import {
  boundsOfDecomposition,
  decompositionInto,
  inPrint,
  type MovedInterval,
  type MovedPart,
  type MovedTotal,
  resultOf,
  type Unit,
} from './calculation.js'
import type { Contribution, Figures } from './figure.js'
import { type DecompositionKey, type FigureSubject, figureId, idOfKey, otherParts } from './figure-key.js'
import { figureOf } from './figures.js'
import { checkHanded } from './handed.js'
import { type MetricId, metrics } from './metrics.js'
import { type Exact, exact, fromFraction, type Interval, isEqual, roundForPrint, toFraction, unitsAround } from './printed.js'
import { isMeasuredIn, type Segment, type Survey, segmentById } from './survey.js'

/** A part of a total in two periods. `value` null and base 0: nobody answered then. */
export type PartOverTime = {
  id: string
  previous: { value: Exact | null; base: number }
  current: { value: Exact | null; base: number }
}

/** within + mix = the change of the total; mix = the sum over `mixOf`. In the unit of the values. */
export type Decomposition = { within: Exact; mix: Exact; mixOf: { id: string; mix: Exact }[] }

/**
 * The contributions of `decompositionInto`, as numbers. A part that nobody answered about in one period takes its
 * value of the other.
 *
 * @returns null where there is no total in one of the periods
 */
export function decompose(parts: readonly PartOverTime[], unit: Unit = 'number'): Decomposition | null {
  const terms = decompositionInto(movedParts(parts, unit))
  return (
    terms && {
      within: resultOf(terms.within),
      mix: resultOf(terms.mix),
      mixOf: movedParts(parts, unit).map(({ id }) => ({ id, mix: resultOf(terms.mixOf(id)) })),
    }
  )
}

/**
 * What a total is of besides some parts of it: a part as they are. Its value is what they leave of the total, each with
 * its number of answers.
 */
export function restOf(total: PartOverTime, parts: readonly PartOverTime[]): PartOverTime {
  const sideOf = (side: 'previous' | 'current'): PartOverTime['previous'] => {
    const base = total[side].base - parts.reduce((sum, part) => sum + part[side].base, 0)
    return {
      base,
      value: left(
        total[side],
        parts.map((part) => part[side]),
        base,
      ),
    }
  }
  return { id: otherParts, previous: sideOf('previous'), current: sideOf('current') }
}

type Weighed = { value: Exact | null; base: number }

function left(total: Weighed, parts: readonly Weighed[], base: number): Exact | null {
  if (total.value === null || base <= 0) return null
  const sum = (of: Weighed) => (of.value ? toFraction(of.value).mul(of.base) : toFraction(exact(0)))
  return fromFraction(parts.reduce((rest, part) => rest.sub(sum(part)), sum(total)).div(base))
}

export function movedParts(parts: readonly PartOverTime[], unit: Unit): MovedPart[] {
  return parts.flatMap(({ id, previous, current }) => {
    const before = previous.value ?? current.value
    const now = current.value ?? previous.value
    if (!before || !now) return []
    return {
      id,
      unit,
      previous: { value: before, base: exact(previous.base) },
      current: { value: now, base: exact(current.base) },
    }
  })
}

/**
 * The change of a group's total over its direct parts, as figures: `within`, `mix`, and `mix/PART` for each part, in
 * the tree's order. Parts that one of the periods withholds count as one, `otherParts`, which is what the total and the
 * other parts leave: so it tells no more than they do.
 *
 * A contribution is of the points (`Figure.value`) and the numbers of answers. Made from printed numbers it is an
 * interval as well, and `possible` is its range, rounded outward to the decimals of those numbers; a contribution
 * that may have either sign has the sign null. It has one decimal more than the metric, since here a change of a
 * point or two is divided. Parts that only one of the periods measures are out.
 *
 * @param metric one whose total is the mean of its parts' values, weighted by base; of the survey's first item
 * @returns none where the metric is another, where the parts give no total (they overlap, do not cover the group, one
 *   is not known, or all are withheld), where nothing is compared across a break, or where nobody answered in one of
 *   the periods
 */
export function decompositionOf(figures: Figures, metric: MetricId, segment: string, previous: string, current: string): Contribution[] {
  for (const id of [segment, previous, current]) checkHanded({ figures, metric, id })
  if (!Object.hasOwn(metrics, metric)) return []
  const { survey } = figures
  const node = segmentById(survey.segments, segment)
  const { unit, decimals, total, takesOptions } = metrics[metric]
  if (total !== 'weightedMean' || takesOptions || !node?.parts || node.overlap || !node.complete) return []
  if (breaksBetween(figures, survey.items[0]?.id ?? null, previous, current).length > 0) return []
  const parts = partsOver(figures, metric, node, previous, current)
  const moved = parts && movedParts(parts, unit)
  const terms = moved && decompositionInto(moved)
  const bounds = parts && boundsOfDecomposition(parts.flatMap(intervalsOf), totalsOver(figures, metric, segment, previous, current))
  if (!terms || !bounds) return []

  const inputs = parts.flatMap((part) => [...part.previous.inputs, ...part.current.inputs])
  const fewest = Math.min(...parts.flatMap((part) => [part.previous.decimals, part.current.decimals]))
  const contribution = (key: Pick<DecompositionKey, 'contribution' | 'part'>, value: Exact, interval: Interval): Contribution =>
    figureFor({ kind: 'decomposition', metric, segment, previous, current, ...key }, survey, {
      unit,
      decimals: decimals + 1,
      value,
      interval,
      inputs,
      inputDecimals: fewest,
    })
  return [
    contribution({ contribution: 'within', part: null }, resultOf(terms.within), bounds.within),
    contribution({ contribution: 'mix', part: null }, resultOf(terms.mix), bounds.mix),
    ...moved.map(({ id }) => contribution({ contribution: 'mix', part: id }, resultOf(terms.mixOf(id)), bounds.mixOf(id))),
  ]
}

type Contributed = { unit: Unit; decimals: number; value: Exact; interval: Interval; inputs: string[]; inputDecimals: number }

function figureFor(key: DecompositionKey, survey: Survey, made: Contributed): Contribution {
  const { unit, decimals, value, interval, inputs, inputDecimals } = made
  const printed = roundForPrint(inPrint(value, unit), decimals)
  const isExact = isEqual(interval.from, interval.to)
  const shown = { ...interval, from: inPrint(interval.from, unit), to: inPrint(interval.to, unit) }
  const possible = isExact ? [printed] : unitsAround(shown, inputDecimals)
  return {
    id: idOfKey(key, survey),
    key,
    kind: 'decomposition',
    unit,
    decimals,
    value,
    printed,
    base: null,
    interval,
    possible,
    status: possible.length > 1 ? 'approximate' : 'ok',
    derivation: { formula: key.contribution, inputs, places: [] },
    origin: 'calculated',
    sign: signOf(interval),
  }
}

function signOf({ from, to }: Interval): Contribution['sign'] {
  if (from.numerator === 0n && to.numerator === 0n) return 0
  return from.numerator >= 0n ? 1 : to.numerator <= 0n ? -1 : null
}

/** One part in one period, as its figure has it. */
type PartSide = { value: Exact | null; interval: Interval | null; base: number; decimals: number; inputs: string[] }
type PartSides = { id: string; previous: PartSide; current: PartSide }

/** The parts that both periods measure, each over the groups of both; null where one is not known. */
function partsOver(figures: Figures, metric: MetricId, node: Segment, previous: string, current: string): PartSides[] | null {
  const { survey, comparisons } = figures
  const item = survey.items[0]?.id
  const compared = comparisons.filter(
    (each) => each.item === item && each.provider === null && each.previous === previous && each.current === current,
  )
  const ofNode = compared.find((each) => each.segment === node.id)
  const isOut = ({ id }: Segment): boolean =>
    ofNode?.leftOut.some(({ segment }) => segment === id) === true ||
    compared.some((each) => each.segment === id && each.common.length === 0)
  const isNowhere = (part: Segment): boolean =>
    [previous, current].every(
      (period) => !isMeasuredIn(part, period) && !figureOf(figures, figureId({ metric, segment: part.id, period }, survey)),
    )
  const parts = (node.parts ?? []).filter((part) => !isOut(part) && !isNowhere(part))
  const subjectsOf = (id: string): { previous: FigureSubject; current: FigureSubject } => {
    const isReduced = compared.some((each) => each.segment === id)
    const subjectIn = (period: string, other: string) => ({ metric, segment: id, period, comparedWith: isReduced ? other : null })
    return { previous: subjectIn(previous, current), current: subjectIn(current, previous) }
  }
  const sidesOf = (id: string): PartSides | null => {
    const subjects = subjectsOf(id)
    const [before, now] = [sideOf(figures, subjects.previous), sideOf(figures, subjects.current)]
    return before && now && { id, previous: before, current: now }
  }
  const isHidden = ({ id }: Segment): boolean => {
    const subjects = subjectsOf(id)
    return [subjects.previous, subjects.current].some((subject) => figureOf(figures, figureId(subject, survey))?.status === 'withheld')
  }
  const shown = parts.filter((part) => !isHidden(part))
  const sides = shown.flatMap(({ id }) => sidesOf(id) ?? [])
  if (sides.length < shown.length) return null
  if (shown.length === parts.length) return sides
  const total = sidesOf(node.id)
  const rest = total && sides.length > 0 ? restOfSides(total, sides) : null
  return rest && [...sides, rest]
}

/** What is known of the parts that are not told of; null where the total and the others leave nothing that can be. */
function restOfSides(total: PartSides, parts: readonly PartSides[]): PartSides | null {
  const rest = restOf(total, parts)
  const sideOf = (side: 'previous' | 'current'): PartSide | null => {
    const { value, base } = rest[side]
    if (base < 0 || (base > 0 && value === null)) return null
    // The lowest total with the highest parts, and the other way round.
    const endOf = (end: 'from' | 'to', other: 'from' | 'to') => {
      const atEnd = ({ interval, base }: PartSide, which: 'from' | 'to') => ({ value: interval?.[which] ?? null, base })
      return left(
        atEnd(total[side], end),
        parts.map((part) => atEnd(part[side], other)),
        base,
      )
    }
    const [from, to] = [endOf('from', 'to'), endOf('to', 'from')]
    const interval = from && to && { from, to, fromIncluded: true, toIncluded: true }
    return { ...total[side], value, base, interval }
  }
  const [previous, current] = [sideOf('previous'), sideOf('current')]
  return previous && current && { id: rest.id, previous, current }
}

/** What is known of the total over the groups of both periods. */
function totalsOver(
  { figures, survey, comparisons }: Figures,
  metric: MetricId,
  segment: string,
  previous: string,
  current: string,
): MovedTotal {
  const item = survey.items[0]?.id
  const isReduced = comparisons.some(
    (each) =>
      each.segment === segment && each.item === item && each.provider === null && each.previous === previous && each.current === current,
  )
  const intervalIn = (period: string, other: string): Interval | null => {
    const total = figures[figureId({ metric, segment, period, comparedWith: isReduced ? other : null }, survey)]
    return total?.status === 'contradictory' ? null : (total?.interval ?? null)
  }
  return { previous: intervalIn(previous, current), current: intervalIn(current, previous) }
}

/** null where the figure is not known, or not told. */
function sideOf(figures: Figures, subject: FigureSubject): PartSide | null {
  const { survey } = figures
  const value = figureOf(figures, figureId(subject, survey))
  const base = figureOf(figures, figureId({ ...subject, metric: 'base' }, survey))
  if (!value) return null
  const { decimals } = value
  if (value.status === 'noAnswers') return { value: null, interval: null, base: 0, decimals, inputs: [] }
  if (value.value === null || value.interval === null || value.base === null) return null
  return { value: value.value, interval: value.interval, base: value.base, decimals, inputs: base ? [value.id, base.id] : [value.id] }
}

/** A part that nobody answered about in one period has the value of the other, and no weight in it. */
function intervalsOf({ id, previous, current }: PartSides): MovedInterval[] {
  const [before, now] = [previous.interval ?? current.interval, current.interval ?? previous.interval]
  if (!before || !now) return []
  return [{ id, previous: { interval: before, base: exact(previous.base) }, current: { interval: now, base: exact(current.base) } }]
}
