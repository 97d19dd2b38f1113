/** Two figures → Change. */

import { breaksBetween } from './breaks.js'
import { certaintyOf } from './certainty.js'
import { decompositionOf } from './decomposition.js'
import { differenceOf } from './difference.js'
import type { Change, ChangeBasis, Comparison, Difference, Direction, Figure, FigureStatus, Figures, NoChangeReason } from './figure.js'
import { changeKey, endsOfChange, endsOfDifference, idOfKey, isSameSubject, keyOfId, type MetricKey, parseFigureId } from './figure-key.js'
import { figureOf } from './figures.js'
import { checkHanded } from './handed.js'
import { metrics } from './metrics.js'
import { recordFigure } from './records.js'
import { statusOf, subtractionOf, termOf } from './subtraction.js'
import { noValue } from './suppression.js'
import { isMeasuredIn, segmentById } from './survey.js'

// ── change ──

/**
 * Changes that were made, of each set of figures: its document, its charts and the audit of both ask for the same
 * ones.
 */
const changesMade = new WeakMap<Figures, Map<string, Change | undefined>>()

/**
 * The change from one figure to another of the same metric, group, item, provider and options. A total whose groups
 * differ between the periods is compared over those of both, and its id says so; so it is where the figures over those
 * of both are asked for. Where there is no change to tell it has no value, and a `reason`.
 *
 * @param previousId figure id of the earlier period: `indexScore/external/2022-23`
 * @param currentId figure id of the later one: `indexScore/external/2023-24`
 * @returns `change/indexScore/external/2022-23..2023-24`; undefined where a figure does not exist (`whyNoChange`
 *   tells why), or where the two differ in more than period
 */
export function changeOf(
  figures: Figures,
  previousId: string,
  currentId: string,
  options: { basis?: ChangeBasis } = {},
): Change | undefined {
  for (const id of [previousId, currentId]) checkHanded({ figures, id, options })
  const { basis = 'printed' } = options
  const made = changesMade.get(figures) ?? new Map<string, Change | undefined>()
  changesMade.set(figures, made)
  const name = `${basis} ${previousId} ${currentId}`
  if (!made.has(name)) made.set(name, makeChange(figures, previousId, currentId, basis))
  return made.get(name)
}

function makeChange(figures: Figures, previousId: string, currentId: string, basis: ChangeBasis): Change | undefined {
  const { survey } = figures
  const keys = [previousId, currentId].map((id) => figureOf(figures, id)?.key ?? parseFigureId(id, survey))
  const [before, now] = keys
  if (before?.kind !== 'metric' || now?.kind !== 'metric' || !isSameSubject(before, now)) return undefined
  const isOverCommon = [before, now].some(({ comparedWith }) => comparedWith !== null)
  if (isOverCommon && !(before.comparedWith === now.period && now.comparedWith === before.period)) return undefined
  const comparison = comparisonOf(figures, before, now)
  const compared = comparison ? { ...now, comparedWith: before.period } : now
  const [previousKey, currentKey] = endsOfChange(changeKey(compared, before.period))
  const [previous, current] = [previousKey, currentKey].map((key) => figureOf(figures, idOfKey(key, survey)))
  const breaks = isOfAnswers(now) ? breaksBetween(figures, now.item, before.period, now.period) : []
  const about = aboutChange(figures, previousKey, currentKey, basis, comparison)
  if (breaks.length > 0) return absentChange(about, 'notComparable', 'break', breaks)
  if (comparison?.common.length === 0) return absentChange(about, 'notComparable', 'noCommonGroup')
  if (!previous || !current) return comparison ? absentChange(about, 'notComparable', 'unknown') : undefined

  const [earlier, later] = [termOf(previous), termOf(current)]
  if (!earlier || !later) {
    const statuses = [previous.status, current.status]
    if (statuses.includes('withheld')) return absentChange(about, 'withheld', 'withheld')
    return statuses.includes('noAnswers') ? absentChange(about, 'noAnswers', 'noAnswers') : absentChange(about, 'notComparable', 'unknown')
  }
  const { sign, ...numbers } = subtractionOf(later, earlier, current.unit, basis)
  return {
    ...about,
    ...numbers,
    status: statusOf([previous, current], numbers.possible),
    direction: sign === null ? 'largelyUnchanged' : directions[sign],
    ...certaintyOf(figures, previous, current),
    origin: 'calculated',
  }
}

/** Why there is no change between two figures; null where there is one. */
export function whyNoChange(figures: Figures, previousId: string, currentId: string): NoChangeReason | null {
  const change = changeOf(figures, previousId, currentId)
  if (change) return change.reason
  const isUnmeasured = [previousId, currentId].some((id) => {
    const key = parseFigureId(id, figures.survey)
    const segment = key && segmentById(figures.survey.segments, key.segment)
    return !!key && !!segment && !figureOf(figures, id) && !isMeasuredIn(segment, key.period)
  })
  return isUnmeasured ? 'notMeasured' : 'unknown'
}

/** What a total of different groups in two periods is compared over; null where the groups are the same. */
function comparisonOf({ comparisons }: Figures, before: MetricKey, now: MetricKey): Comparison | null {
  const known = knownComparisons.get(comparisons) ?? new Map(comparisons.map((each) => [comparisonKey(each), each]))
  knownComparisons.set(comparisons, known)
  return known.get(comparisonKey({ ...now, item: now.item ?? '', previous: before.period, current: now.period })) ?? null
}

/** Every group of every table is asked for. */
const knownComparisons = new WeakMap<Comparison[], Map<string, Comparison>>()

function comparisonKey({ segment, item, provider, previous, current }: Omit<Comparison, 'common' | 'leftOut'>): string {
  return JSON.stringify([segment, item, provider, previous, current])
}

/** A number of answers or of people is the same whatever the scale. */
function isOfAnswers({ metric }: MetricKey): boolean {
  return metrics[metric].total === 'weightedMean' || metrics[metric].takesOptions !== false
}

/** A change without what its value decides. */
type ChangeAbout = Omit<
  Change,
  | 'value'
  | 'printed'
  | 'interval'
  | 'possible'
  | 'status'
  | 'direction'
  | 'certainty'
  | 'certaintyReason'
  | 'z'
  | 'differsUnrounded'
  | 'origin'
>

function aboutChange(
  figures: Figures,
  previous: MetricKey,
  current: MetricKey,
  basis: ChangeBasis,
  comparison: Comparison | null,
): ChangeAbout {
  const { survey } = figures
  const key = changeKey(current, previous.period)
  const [previousId, currentId] = [idOfKey(previous, survey), idOfKey(current, survey)]
  const { unit, decimals } = metrics[current.metric]
  return {
    id: idOfKey(key, survey),
    key,
    kind: 'change',
    unit,
    decimals: figureOf(figures, currentId)?.decimals ?? decimals,
    base: null,
    derivation: { formula: basis === 'printed' ? 'differenceOfPrinted' : 'difference', inputs: [currentId, previousId], places: [] },
    previous: previousId,
    current: currentId,
    reason: null,
    breaks: [],
    common: comparison?.common ?? null,
    leftOut: comparison?.leftOut ?? [],
  }
}

function absentChange(about: ChangeAbout, status: FigureStatus, reason: NoChangeReason, breaks: Change['breaks'] = []): Change {
  const nothing = { ...noValue, possible: [], direction: null, certainty: null, certaintyReason: null, z: null }
  return { ...about, ...nothing, status, reason, breaks, differsUnrounded: false }
}

const directions = { 1: 'rise', [-1]: 'fall', 0: 'unchanged' } as const satisfies Record<-1 | 0 | 1, Direction>

/**
 * The difference of two printed numbers, and what may be told of it; null where one of them is not there. Whether the
 * two may be compared is for the caller to know.
 */
export function differenceBetween(previous: Figure, current: Figure): { printed: string; direction: Direction } | null {
  const [earlier, later] = [termOf(previous), termOf(current)]
  if (!earlier || !later) return null
  const { printed, sign } = subtractionOf(later, earlier, current.unit, 'printed')
  return { printed, direction: sign === null ? 'largelyUnchanged' : directions[sign] }
}

/**
 * The base fell by more than half, so a comparison stands on weak ground. Of printed counts, so that a reader can
 * check it.
 */
export function isWeakBase(previous: Pick<Figure, 'printed'> | null, current: Pick<Figure, 'printed'> | null): boolean {
  if (!previous?.printed || !current?.printed) return false
  return 2 * Number(current.printed) < Number(previous.printed)
}

// ── any figure ──

/**
 * The figure of any id: a metric's, a change, a difference, a part of a decomposition, or a typed number. undefined
 * where there is none.
 */
export function figureById(figures: Figures, id: string, options: { basis?: ChangeBasis } = {}): Figure | Change | Difference | undefined {
  checkHanded({ figures, id, options })
  const { basis = 'printed' } = options
  if (Object.hasOwn(figures.figures, id)) return figures.figures[id]
  const key = keyOfId(id, figures.survey)
  switch (key?.kind) {
    case 'metric':
      return figureOf(figures, id)
    case 'change': {
      const [previous, current] = endsOfChange({ ...key, isCommon: false })
      return changeOf(figures, idOfKey(previous, figures.survey), idOfKey(current, figures.survey), { basis })
    }
    case 'difference':
      return differenceOf(figures, idOfKey(endsOfDifference(key)[0], figures.survey), key.against, { basis })
    case 'decomposition': {
      const { metric, segment, previous, current } = key
      return decompositionOf(figures, metric, segment, previous, current).find((figure) => figure.id === id)
    }
    case 'typed':
      return 'record' in key ? recordFigure(figures.survey, key) : undefined
    default:
      return undefined
  }
}
