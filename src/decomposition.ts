/** The change of a total over its parts: what changed inside them, and what their sizes did. */
import { decompositionInto, inPrint, type MovedPart, resultOf, type Unit } from './calculation.js'
import type { Figure, Figures } from './figure.js'
import { type DecompositionKey, figureId, idOfKey } from './figure-key.js'
import { figureOf } from './figures.js'
import { type MetricId, metrics } from './metrics.js'
import { type Exact, exact, roundForPrint } from './printed.js'
import { segmentById } from './survey.js'

/** A part of a total in two periods. `value` null and base 0: nobody answered then. */
export type PartOverTime = {
  id: string
  previous: { value: Exact | null; base: number }
  current: { value: Exact | null; base: number }
}

/** within + mix = the change of the total; mix = the sum over `mixOf`. In the unit of the values. */
export type Decomposition = { within: Exact; mix: Exact; mixOf: { id: string; mix: Exact }[] }

/**
 * The contributions of `decompositionInto`, as numbers. A part that nobody answered about in one period takes its value of the other.
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

function movedParts(parts: readonly PartOverTime[], unit: Unit): MovedPart[] {
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
 * The change of a group's total over its direct parts, as figures: `within`, `mix`, and `mix/PART` for each part, in the tree's order.
 * It accounts for the points (`Figure.value`) and bases, so its figures have no interval. They have one decimal more than the metric, since
 * here a change of a point or two is divided.
 *
 * @param metric one whose total is the mean of its parts' values, weighted by base; of the survey's first item
 * @returns none where the metric is another, where the parts give no total (they overlap, do not cover the group, or one is withheld), or where
 * nobody answered in one of the periods
 */
export function decompositionOf(figures: Figures, metric: MetricId, segment: string, previous: string, current: string): Figure[] {
  const { survey } = figures
  const node = segmentById(survey.segments, segment)
  const { unit, decimals, total, takesOptions } = metrics[metric]
  if (total !== 'weightedMean' || takesOptions || !node?.parts || node.overlap || !node.complete) return []
  const sideOf = (part: string, period: string): { value: Exact | null; base: number; inputs: string[] } | null => {
    const value = figureOf(figures, figureId({ metric, segment: part, period }, survey))
    const base = figureOf(figures, figureId({ metric: 'base', segment: part, period }, survey))
    if (!value || value.status === 'noAnswers') return { value: null, base: 0, inputs: [] }
    if (value.status === 'withheld' || value.base === null) return null
    return { value: value.value, base: value.base, inputs: base ? [value.id, base.id] : [value.id] }
  }
  const sides = node.parts.map(({ id }) => ({ id, previous: sideOf(id, previous), current: sideOf(id, current) }))
  const known = sides.flatMap((side) =>
    side.previous && side.current ? [{ ...side, previous: side.previous, current: side.current }] : [],
  )
  const decomposition = known.length === sides.length ? decompose(known, unit) : null
  if (!decomposition) return []

  const inputs = known.flatMap((side) => [...side.previous.inputs, ...side.current.inputs])
  const figureFor = (contribution: DecompositionKey['contribution'], part: string | null, value: Exact): Figure => {
    const key: DecompositionKey = { kind: 'decomposition', metric, segment, previous, current, contribution, part }
    const printed = roundForPrint(inPrint(value, unit), decimals + 1)
    return {
      id: idOfKey(key, survey),
      key,
      kind: 'decomposition',
      unit,
      decimals: decimals + 1,
      value,
      printed,
      base: null,
      interval: null,
      possible: [printed],
      status: 'ok',
      derivation: { formula: contribution, inputs, places: [] },
      origin: 'calculated',
    }
  }
  return [
    figureFor('within', null, decomposition.within),
    figureFor('mix', null, decomposition.mix),
    ...decomposition.mixOf.map(({ id, mix }) => figureFor('mix', id, mix)),
  ]
}
