/**
 * What a figure is about ↔ its id. Stages carry keys; an id is for people, files and looking up, and is made and
 * taken apart here only.
 *
 * | kind | id |
 * |---|---|
 * | metric | `METRIC/SEGMENT/PERIOD[/items/ID][/providers/ID][/options/ID+ID][/comparedWith/PERIOD]` |
 * | change | `change/METRIC/SEGMENT/PREVIOUS..CURRENT[/items/ID][/providers/ID][/options/ID+ID][/common]` |
 * | decomposition | `decomposition/METRIC/SEGMENT/PREVIOUS..CURRENT/within`, `/mix`, `/mix/PART` |
 * | difference | `difference/METRIC/SEGMENT..AGAINST/PERIOD[/items/ID][/providers/ID][/options/ID+ID]` |
 * | typed | `typed/SECTION/N`, of a record `record/ID/FIELD` |
 *
 * `comparedWith`: of a total only the groups that are also measured in that period; `common`: the change between two
 * such totals, whose groups differ otherwise. `AGAINST`: a segment or benchmark, `target` or `midpoint`; a provider is
 * that of the left side alone.
 *
 * The survey's first item is implied. Ids of segments, periods, items, providers and options hold no slash.
 */
import { isMetricId, type MetricId } from './metrics.js'
import { type Item, isFixedPoint } from './survey.js'

/** Whom and what a metric is asked of, whenever. */
type About = {
  metric: MetricId
  /** id of a segment, or of a benchmark, which stands in the segment's place */
  segment: string
  /** null: the survey's first, where no survey was at hand to name it */
  item: string | null
  provider: string | null
  /** ids in the scale's order, joined by `joinOptions` */
  options: string | null
}

/** `comparedWith`: of a total, only over the groups that are also measured in that period; null: over all of its own */
export type MetricKey = About & { kind: 'metric'; period: string; comparedWith: string | null }
/** `isCommon`: over the groups that are measured in both periods, where they differ */
export type ChangeKey = About & { kind: 'change'; previous: string; current: string; isCommon: boolean }
/**
 * `part`: the only part whose contribution it tells, or `otherParts`; null where it tells of all
 */
export type DecompositionKey = Pick<About, 'metric' | 'segment'> & {
  kind: 'decomposition'
  previous: string
  current: string
  contribution: 'within' | 'mix'
  part: string | null
}
/** All parts together that are not told of, where some are withheld. No segment has such an id. */
export const otherParts = '+others'
/** `against`: id of a segment or benchmark, or a `FixedPoint`; `provider` is of the left side alone */
export type DifferenceKey = About & { kind: 'difference'; period: string; against: string }
/** A number written by hand: the how manyth of its section, from 1. */
export type TypedKey = { kind: 'typed'; section: string; ordinal: number }
/** A number of somebody else's survey, and what is computed of it alone. */
export type RecordKey = { kind: 'typed'; record: string; field: string }

export type FigureKey = MetricKey | ChangeKey | DecompositionKey | DifferenceKey | TypedKey | RecordKey

/**
 * What a metric figure is about, in the words of whoever asks for it: what is left out is none, or the survey's first
 * item.
 */
export type FigureSubject = Pick<MetricKey, 'metric' | 'segment' | 'period'> &
  Partial<Pick<MetricKey, 'item' | 'provider' | 'options' | 'comparedWith'>>

type Items = { items: readonly Pick<Item, 'id'>[] }

/** Where no survey is known, an item that is not named stays implied. */
export const anySurvey: Items = { items: [] }

// ── keys ──

export function metricKey(subject: FigureSubject, { items }: Items): MetricKey {
  const { metric, segment, period, item, provider, options, comparedWith } = subject
  return {
    kind: 'metric',
    metric,
    segment,
    period,
    item: item ?? items[0]?.id ?? null,
    provider: provider ?? null,
    options: options ?? null,
    comparedWith: comparedWith ?? null,
  }
}

/** From one period of a subject to another. */
export function changeKey({ period: current, comparedWith, ...about }: MetricKey, previous: string): ChangeKey {
  return { ...about, kind: 'change', previous, current, isCommon: comparedWith !== null }
}

/** The two figures a change lies between, the earlier first. */
export function endsOfChange({ previous, current, isCommon, ...about }: ChangeKey): [previous: MetricKey, current: MetricKey] {
  return [
    { ...about, kind: 'metric', period: previous, comparedWith: isCommon ? current : null },
    { ...about, kind: 'metric', period: current, comparedWith: isCommon ? previous : null },
  ]
}

/** A subject held against something. */
export function differenceKey({ metric, segment, period, item, provider, options }: MetricKey, against: string): DifferenceKey {
  return { kind: 'difference', metric, segment, period, item, provider, options, against }
}

/** The figure a difference is of, and the one it is held against; null where that is a fixed number. */
export function endsOfDifference({ against, ...about }: DifferenceKey): [subject: MetricKey, against: MetricKey | null] {
  const subject: MetricKey = { ...about, kind: 'metric', comparedWith: null }
  return [subject, isFixedPoint(against) ? null : { ...subject, segment: against, provider: null }]
}

/** Whether two figures differ in their period at most. */
export function isSameSubject(a: MetricKey, b: MetricKey): boolean {
  return a.metric === b.metric && a.segment === b.segment && a.item === b.item && a.provider === b.provider && a.options === b.options
}

/** Its period, or the two of a change or a decomposition, the earlier first; none of a typed number. */
export function periodsOf(key: FigureKey): string[] {
  if (key.kind === 'typed') return []
  return 'period' in key ? [key.period] : [key.previous, key.current]
}

// ── ids ──

/** The id of a metric's figure; the survey's first item is implied. */
export function figureId(subject: FigureSubject, survey: Items): string {
  return idOfKey(metricKey(subject, survey), survey)
}

/** The id of a change, from one period of a subject to another. */
export function changeId(subject: FigureSubject, previous: string, survey: Items): string {
  return idOfKey(changeKey(metricKey(subject, survey), previous), survey)
}

export function idOfKey(key: FigureKey, survey: Items): string {
  switch (key.kind) {
    case 'metric':
      return `${key.metric}/${key.segment}/${key.period}${detailOf(key, survey)}${restrictionOf(key)}`
    case 'change':
      return `change/${key.metric}/${key.segment}/${key.previous}..${key.current}${detailOf(key, survey)}${key.isCommon ? '/common' : ''}`
    case 'decomposition': {
      const part = key.part === null ? '' : `/${key.part}`
      return `decomposition/${key.metric}/${key.segment}/${key.previous}..${key.current}/${key.contribution}${part}`
    }
    case 'difference':
      return `difference/${key.metric}/${key.segment}..${key.against}/${key.period}${detailOf(key, survey)}`
    case 'typed':
      return 'record' in key ? `record/${key.record}/${key.field}` : `typed/${key.section}/${key.ordinal}`
  }
}

function restrictionOf({ comparedWith }: Pick<MetricKey, 'comparedWith'>): string {
  return comparedWith === null ? '' : `/comparedWith/${comparedWith}`
}

function detailOf({ item, provider, options }: About, { items }: Items): string {
  const isFirst = !item || item === items[0]?.id
  return `${isFirst ? '' : `/items/${item}`}${provider ? `/providers/${provider}` : ''}${options ? `/options/${options}` : ''}`
}

/** A text tells of the same figures over and over: of a survey each id is taken apart once. */
const keysOfIds = new WeakMap<Items, Map<string, FigureKey | undefined>>()

/** What an id is about. undefined for what is none; whether segment, period and the others exist is not asked. */
export function keyOfId(id: string, survey: Items): FigureKey | undefined {
  const known = keysOfIds.get(survey) ?? new Map<string, FigureKey | undefined>()
  if (known.size === 0) keysOfIds.set(survey, known)
  if (!known.has(id)) known.set(id, parseId(id, survey))
  return known.get(id)
}

function parseId(id: string, survey: Items): FigureKey | undefined {
  const path = id.split('/')
  switch (path[0]) {
    case 'change':
      return changeOfPath(path.slice(1), survey)
    case 'decomposition':
      return decompositionOfPath(path.slice(1))
    case 'difference':
      return differenceOfPath(path.slice(1), survey)
    case 'typed':
      return typedOfPath(path.slice(1))
    case 'record':
      return recordOfPath(path.slice(1))
    default:
      return metricOfPath(path, survey)
  }
}

/** The key of a metric figure's id, its item named where the survey is known. undefined for other ids. */
export function parseFigureId(id: string, survey: Items): MetricKey | undefined {
  const key = keyOfId(id, survey)
  return key?.kind === 'metric' ? key : undefined
}

/**
 * The subject of a metric's figure, of a change of one or of a difference; of a change `period` is the later, of a
 * difference it is the left side. undefined for other ids.
 */
export function subjectOf(id: string, survey: Items): MetricKey | undefined {
  const key = keyOfId(id, survey)
  if (key?.kind === 'change') return endsOfChange(key)[1]
  if (key?.kind === 'difference') return endsOfDifference(key)[0]
  return key?.kind === 'metric' ? key : undefined
}

function metricOfPath(path: readonly string[], { items }: Items): MetricKey | undefined {
  const [metric = '', segment, period] = path
  if (!isMetricId(metric) || !segment || !period) return undefined
  const detail = path.length === 3 ? noDetails : detailsOfPath(path.slice(3))
  return detail && { kind: 'metric', metric, segment, period, ...detail, item: detail.item ?? items[0]?.id ?? null }
}

const noDetails = { item: null, provider: null, options: null, comparedWith: null }

function detailsOfPath(path: string[]): Pick<MetricKey, 'item' | 'provider' | 'options' | 'comparedWith'> | undefined {
  const rest = [...path]
  const take = (name: string): string | null => {
    if (rest[0] !== name || !rest[1]) return null
    const [, value] = rest.splice(0, 2)
    return value ?? null
  }
  const details = { item: take('items'), provider: take('providers'), options: take('options'), comparedWith: take('comparedWith') }
  return rest.length === 0 ? details : undefined
}

function changeOfPath([metric = '', segment = '', periods = '', ...details]: string[], survey: Items): ChangeKey | undefined {
  const [previous, current] = twoIds(periods)
  const isCommon = details.at(-1) === 'common' && details.length % 2 === 1
  const key = current && metricOfPath([metric, segment, current, ...(isCommon ? details.slice(0, -1) : details)], survey)
  return key && previous && key.comparedWith === null ? { ...changeKey(key, previous), isCommon } : undefined
}

function decompositionOfPath([metric = '', segment, periods = '', contribution, part, ...rest]: string[]): DecompositionKey | undefined {
  const [previous, current] = twoIds(periods)
  if (!isMetricId(metric) || !segment || !previous || !current || rest.length > 0) return undefined
  if (contribution !== 'mix' && (contribution !== 'within' || part !== undefined)) return undefined
  return { kind: 'decomposition', metric, segment, previous, current, contribution, part: part ?? null }
}

function typedOfPath([section, number = '', ...rest]: string[]): TypedKey | undefined {
  const ordinal = Number(number)
  return section && Number.isInteger(ordinal) && ordinal > 0 && rest.length === 0 ? { kind: 'typed', section, ordinal } : undefined
}

function recordOfPath([record, field, ...rest]: string[]): RecordKey | undefined {
  return record && field && rest.length === 0 ? { kind: 'typed', record, field } : undefined
}

function differenceOfPath([metric = '', segments = '', period = '', ...details]: string[], survey: Items): DifferenceKey | undefined {
  const [segment, against] = twoIds(segments)
  if (!segment || !against || isFixedPoint(segment)) return undefined
  const key = metricOfPath([metric, segment, period, ...details], survey)
  return key?.comparedWith === null ? differenceKey(key, against) : undefined
}

/** Two ids with two full stops between them: of periods, or of groups. */
function twoIds(text: string): [first?: string, second?: string] {
  const [first, second, ...others] = text.split('..')
  return first && second && others.length === 0 ? [first, second] : []
}

/** Option ids as they stand in a key. */
export function joinOptions(ids: readonly string[]): string {
  return ids.join('+')
}

export function optionsOf({ options }: { options: string | null }): string[] {
  return options === null ? [] : options.split('+')
}

/** The key of a subject's answers in `Figures.distributions`: its id without metric and options. */
export function distributionKey(key: Omit<MetricKey, 'kind' | 'metric'>, survey: Items): string {
  return `${key.segment}/${key.period}${detailOf({ ...key, metric: 'base', options: null }, survey)}${restrictionOf(key)}`
}

/** What all figures of a subject have in common, whatever the period: `METRIC/SEGMENT[/items/ID][/providers/ID]`. */
export function seriesId(subject: Omit<FigureSubject, 'period'>, survey: Items): string {
  const { metric, segment, ...about } = metricKey({ ...subject, period: '' }, survey)
  return `${metric}/${segment}${detailOf({ metric, segment, ...about }, survey)}`
}

/** Everybody and everything a figure tells of. Of a difference both sides, also `target` and `midpoint`. */
export type NamedByFigure = { metric: MetricId; segments: string[]; periods: string[]; item: string | null; provider: string | null }

/** null for a number that is about nobody we know, as one typed by hand. */
export function namedByFigure(id: string, survey: Items): NamedByFigure | null {
  const key = keyOfId(id, survey)
  if (!key || key.kind === 'typed') return null
  const isOfFirst = key.kind === 'decomposition'
  return {
    metric: key.metric,
    segments: key.kind === 'difference' ? [key.segment, key.against] : [key.segment],
    periods: periodsOf(key),
    item: isOfFirst ? (survey.items[0]?.id ?? null) : key.item,
    provider: isOfFirst ? null : key.provider,
  }
}
