/** Names in data files → ids: of periods, segments, providers, items, metrics. */
import { type Place, type ReferenceKind, someOf } from '../errors.js'
import type { Subject } from '../figure.js'
import { locales } from '../locale/index.js'
import { type MetricId, metrics } from '../metrics.js'
import { nearestName } from '../nearest.js'
import { type Survey, segmentsAndBenchmarks } from '../survey.js'
import { type ProblemList, spelled } from './problems.js'

/** Names of one kind of thing: comparable name → ids it may mean. `shown`: each as a reader knows it. */
export type NameIndex<I extends string = string> = { kind: ReferenceKind; ids: Map<string, I[]>; labels: string[]; shown: string[] }

export type Names = Record<'period' | 'segment' | 'provider' | 'item', NameIndex> & { metric: NameIndex<MetricId> }

/** Upper and lower case, outer blanks and the two ways to write å make no difference. */
export function comparable(name: string): string {
  return name.trim().normalize('NFC').toLowerCase()
}

export function namesOf(survey: Survey): Names {
  return {
    period: index(
      'period',
      survey.periods.map(({ id, from, to }) => ({ id, label: id, names: [...joinedYears(id), `${from}..${to}`] })),
    ),
    segment: index(
      'segment',
      segmentsAndBenchmarks(survey).map(({ id, label, short, detail, also }) => ({
        id,
        label: short ?? label,
        names: [label, ...(short ? [short] : []), ...(detail ? [`${label}: ${detail}`] : []), ...also],
      })),
    ),
    provider: index(
      'provider',
      survey.providers.map(({ id, label, also }) => ({ id, label, names: also })),
    ),
    item: index(
      'item',
      survey.items.map(({ id, label, text, also }) => ({ id, label, names: [text, ...also] })),
    ),
    metric: index(
      'metric',
      (Object.keys(metrics) as MetricId[]).map((id) => ({
        id,
        label: id,
        names: Object.values(locales).flatMap((locale) => locale.metrics[id]),
      })),
    ),
  }
}

/** `2023-24` is also written `2023-2024`, `2023/24`, `2023/2024`. */
export function joinedYears(id: string): string[] {
  const [, from, to] = /^(\d{4})-(\d{2})$/.exec(id) ?? []
  if (!from || !to) return []
  const long = `${Number(to) === 0 ? Number(from.slice(0, 2)) + 1 : from.slice(0, 2)}${to}`
  return [`${from}-${long}`, `${from}/${to}`, `${from}/${long}`, `${from}–${to}`, `${from}–${long}`]
}

/** More names than a message lists. */
const mostShown = 20

function index<I extends string>(kind: ReferenceKind, things: { id: I; label: string; names: readonly string[] }[]): NameIndex<I> {
  const ids = new Map<string, I[]>()
  for (const { id, label, names } of things) {
    for (const name of new Set([id, label, ...names].map(comparable))) ids.set(name, [...(ids.get(name) ?? []), id])
  }
  return {
    kind,
    ids,
    labels: things.flatMap(({ id, label, names }) => [label, ...names, id]),
    shown: things.slice(0, mostShown).map(({ id }) => shownName(things, id)),
  }
}

/** The ids a name may mean: none, or several, unless it is exactly the id of one. */
export function idsOf<I extends string>({ ids }: NameIndex<I>, name: string): readonly I[] {
  const candidates = ids.get(comparable(name)) ?? []
  const exact = candidates.find((id) => id === name.trim())
  return exact === undefined ? candidates : [exact]
}

/** The id a name means; null where it means nothing, or several things and is not exactly the id of one. */
export function idOf<I extends string>(index: NameIndex<I>, name: string): I | null {
  const [only, ...others] = idsOf(index, name)
  return others.length === 0 ? (only ?? null) : null
}

/** The same, with the reason why there is none in the problems. */
export function idNamed<I extends string>(index: NameIndex<I>, name: string, problems: ProblemList, place: Place): I | null {
  const id = idOf(index, name)
  if (id !== null) return id
  const { kind, ids, labels, shown } = index
  const found = spelled(name)
  const candidates = ids.get(comparable(name)) ?? []
  if (candidates.length > 0) problems.add('ambiguous-reference', { kind, found, candidates: candidates.join(', ') }, place)
  else {
    const values = () => ({ kind, found, nearest: nearestName(name, labels) ?? '', known: someOf(shown) })
    problems.add('unknown-reference', values, place, `${kind} ${name}`)
  }
  return null
}

/** What a reader knows a thing by: its label, with the id where another has the same one. */
export function shownName(things: readonly { id: string; label: string; short?: string | undefined }[], id: string): string {
  const labelOf = ({ label, short }: { label: string; short?: string | undefined }): string => short ?? label
  const found = things.find((each) => each.id === id)
  if (!found || labelOf(found) === '') return id
  const isShared = things.some((each) => each !== found && labelOf(each) === labelOf(found))
  return isShared ? `${spelled(labelOf(found))} (${id})` : spelled(labelOf(found))
}

/** A subject in a reader's words, with what else tells its number from others: `2023-24, Mentor, indekstal`. */
export function shownSubject(survey: Survey, { period, segment, provider, item }: Subject, ...more: string[]): string {
  return [
    period,
    shownName(segmentsAndBenchmarks(survey), segment),
    ...(provider === null ? [] : [shownName(survey.providers, provider)]),
    ...(survey.items.length > 1 ? [shownName(survey.items, item)] : []),
    ...more,
  ].join(', ')
}

/** Items as a message lists them: each by its id, with what it is called. */
export function shownItems({ items }: Pick<Survey, 'items'>, ids: readonly string[] = items.map(({ id }) => id)): string {
  return someOf(items.filter(({ id }) => ids.includes(id)).map(({ id, label }) => `${id} (${spelled(label)})`))
}
