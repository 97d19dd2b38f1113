/**
 * A number that no frame has taken → everything it can be of those who are named. It is false only if it is none of
 * these: which of them is meant need not be known.
 */
import type { MetricId } from '../metrics.js'
import { type Fate, type Frame, metricOf, namedIn, type Spoken } from './number-frames.js'
import type { Quantity } from './number-mentions.js'
import { range } from './statement-mentions.js'
import { cuesIn, isSameRef, type Ref } from './statement-subjects.js'

/** One of the things a number can be. */
export type Possible = Extract<Fate, { is: 'level' | 'moved' | 'difference' }>

/** Of so many groups at most a clause may be; more make any number possible. */
const mostNamed = 3

/** What else would have to be known: what several have together, what a gap has done, who else is meant. */
const openedBy = [
  'gap',
  'groups',
  'providers',
  'items',
  'all',
  'none',
  'both',
  'most',
  'highest',
  'lowest',
  'besides',
  'responseRate',
  'invited',
] as const

/** All that a number which was left open can be; null where that cannot be told. */
export function possibleFates(frame: Frame, index: number, spoken: Spoken): Possible[] | null {
  const { view, quantities, setting, words } = frame
  const quantity = quantities[index] as Quantity
  const { tokens, mentions } = view
  if (quantity.unit === 'percent' || quantity.unit === 'percentagePoint' || quantity.decimals > 0) return null
  const isOfName = ({ from, to }: { from: number; to: number }) =>
    [...view.groups, ...view.wholes].some((each) => each.from <= from && to <= each.to)
  if (cuesIn(view, ...openedBy, 'not', 'neither').some((cue) => !isOfName(cue)) || view.otherYears.length > 0) return null
  if (mentions.cue(quantity.to, 'outOf') !== null || mentions.cueBefore(quantity.from, 'outOf') !== null) return null
  // "ligger under de 88 point, som de unge har": whose it is follows.
  const next = tokens[quantity.to]?.text === ',' ? quantity.to + 1 : quantity.to
  if (mentions.cue(next, 'relative') !== null) return null
  const { from, to } = view.clause
  // "ligger fire point over", "et fald på fire point": than whom or when may be said elsewhere.
  const isSize = words.find(tokens, quantity.to, 'more') ?? words.find(tokens, quantity.to, 'less')
  if (isSize || mentions.directions.some((each) => each.from >= from && each.to <= to)) return null
  const isTogether = range(from, to).some((at) => words.find(tokens, at, 'sums') !== null)
  const metric = metricOf(frame, quantity, spoken)
  if (isTogether || metric === null || !isCalled(frame, quantity, metric)) return null
  const named = distinct(namedIn(view).map(({ target }) => target))
  const root: Ref = { segment: setting.survey.segments.id, provider: null }
  const refs = distinct([...named, ...(spoken.hasAll ? [root] : [])])
  if (named.length === 0 || refs.length > mostNamed) return null
  const periods = setting.survey.periods.map(({ id }) => id)
  return [
    ...refs.flatMap((ref) => periods.map((period): Possible => ({ is: 'level', metric, ref, period }))),
    ...refs.flatMap((ref) =>
      periods.flatMap((current, at) => periods.slice(0, at).map((previous): Possible => ({ is: 'moved', metric, ref, previous, current }))),
    ),
    ...refs.flatMap((ref, at) =>
      refs.slice(0, at).flatMap((than) => periods.map((period): Possible => ({ is: 'difference', metric, ref, than, period, sign: 0 }))),
    ),
  ]
}

/** It is said to be points, or answers; a bare number may count anything. */
function isCalled({ view }: Frame, { unit }: Quantity, metric: MetricId): boolean {
  if (metric === 'base') return unit === 'answer' || (unit === 'person' && cuesIn(view, 'answered').length > 0)
  return unit === 'point' || unit === 'indexPoint'
}

function distinct(refs: readonly Ref[]): Ref[] {
  return refs.filter((ref, at) => refs.findIndex((other) => isSameRef(other, ref)) === at)
}
