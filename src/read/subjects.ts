/** Rows → whom and when they are about. */
import { getDaysInMonth } from 'date-fns/getDaysInMonth'
import { type Place, someOf } from '../errors.js'
import type { Subject } from '../figure.js'
import {
  type ColumnName,
  isLeaf,
  isLeafIn,
  type Period,
  type Provider,
  periodsOf,
  type Segment,
  type Survey,
  segmentsAndBenchmarks,
  segmentsOf,
} from '../survey.js'
import type { Row } from './formats/input-format.js'
import { idNamed, type NameIndex, type Names, shownItems, shownName } from './names.js'
import { type ProblemList, spelled } from './problems.js'
import { cellPlace, cellText, hasColumn, type Table } from './table.js'

/** Everything a row needs to know of the survey, worked out once. */
export type SubjectReader = {
  /**
   * Period, segment, provider and item of a row; null where one of them cannot be told, with the reason in the
   * problems. Without an item it is the survey's only one, or the first where the row is about none; without a
   * segment the provider's only one.
   */
  subjectOf: (table: Table, row: Row, asked: SubjectAsked) => Subject | null
}

/**
 * `onlyLeaves`: answers are given by people, who are in a leaf. `needsItem`: what the row says is said of one item,
 * so it must be known which.
 */
export type SubjectAsked = { onlyLeaves: boolean; needsItem: boolean }

/** So many combinations of names are remembered; a survey has far fewer, but a file may hold anything. */
const mostRemembered = 50_000

export function subjectReader(survey: Survey, names: Names, problems: ProblemList): SubjectReader {
  const known: SurveyLookup = {
    survey,
    names,
    problems,
    segments: new Map(segmentsAndBenchmarks(survey).map((segment) => [segment.id, segment])),
    benchmarks: new Set(survey.benchmarks.map(({ id }) => id)),
    providers: new Map(survey.providers.map((provider) => [provider.id, provider])),
    withoutItems: new Set(),
    countedBenchmarks: new Set(),
  }
  const remembered = new Map<string, Subject>()
  const subjectOf = (table: Table, row: Row, asked: SubjectAsked): Subject | null => {
    const written = (['date', 'period', 'segment', 'provider', 'item'] as const).map((column) => cellText(table, row, column))
    const key = `${asked.onlyLeaves}\n${asked.needsItem}\n${written.join('\n')}`
    const before = remembered.get(key)
    if (before) return before
    const subject = readSubject(table, row, asked, known)
    if (subject && remembered.size < mostRemembered) remembered.set(key, subject)
    return subject
  }
  return { subjectOf }
}

type SurveyLookup = {
  survey: Survey
  names: Names
  problems: ProblemList
  /** benchmarks among them */
  segments: ReadonlyMap<string, Segment>
  benchmarks: ReadonlySet<string>
  providers: ReadonlyMap<string, Provider>
  /** files that name no item though they should, each told of once */
  withoutItems: Set<string>
  /** benchmarks with counted answers, by file, each told of once */
  countedBenchmarks: Set<string>
}

function readSubject(table: Table, row: Row, { onlyLeaves, needsItem }: SubjectAsked, known: SurveyLookup): Subject | null {
  const { names } = known
  const isProviderNamed = cellText(table, row, 'provider') !== ''
  const provider = isProviderNamed ? named(names.provider, table, row, 'provider', known) : null
  const item = itemOf(table, row, needsItem, known)
  const period = periodOf(table, row, needsItem ? item : null, known)
  const isProviderUnknown = isProviderNamed && provider === null
  const isSegmentNamed = cellText(table, row, 'segment') !== ''
  const segment = isSegmentNamed
    ? namedSegment(table, row, { period, provider, onlyLeaves }, known)
    : isProviderUnknown
      ? null
      : onlySegment(table, row, provider, known)
  if (period === null || item === null || segment === null || isProviderUnknown) return null
  return { period, segment, provider, item }
}

function named(index: NameIndex, table: Table, row: Row, column: ColumnName, { problems }: SurveyLookup): string | null {
  return idNamed(index, cellText(table, row, column), problems, cellPlace(table, row, column))
}

/** `item`: what the row is about, where it is about one; a date is then in a period of that. */
function periodOf(table: Table, row: Row, item: string | null, known: SurveyLookup): string | null {
  const { names, problems, survey } = known
  const column = hasColumn(table, 'period') ? 'period' : 'date'
  const text = cellText(table, row, column)
  const place = cellPlace(table, row, column)
  if (text === '') {
    if (hasColumn(table, column)) problems.add('missing-value', { column }, place)
    return null
  }
  return column === 'period'
    ? named(names.period, table, row, column, known)
    : periodOfDate(text, place, periodsAsked(survey, item), problems)
}

function periodsAsked(survey: Survey, id: string | null): readonly Period[] {
  const item = survey.items.find((each) => each.id === id)
  return item ? periodsOf(survey, item) : survey.periods
}

/** That a file names no item is one problem of its headings, not one of each row. */
function itemOf(table: Table, row: Row, needsItem: boolean, known: SurveyLookup): string | null {
  const { names, problems, survey, withoutItems } = known
  if (cellText(table, row, 'item') !== '') return named(names.item, table, row, 'item', known)
  const firstItem = survey.items[0]?.id ?? ''
  if (!needsItem || survey.items.length === 1) return firstItem
  const { file } = table.source
  if (hasColumn(table, 'item')) problems.add('missing-value', { column: 'item' }, cellPlace(table, row, 'item'))
  else if (!withoutItems.has(file)) problems.add('missing-item', { items: shownItems(survey), first: firstItem }, table.place)
  withoutItems.add(file)
  return null
}

// ── segments ──

/** The segment a row names, where such a row may be about it. */
function namedSegment(
  table: Table,
  row: Row,
  { period, provider, onlyLeaves }: { period: string | null; provider: string | null; onlyLeaves: boolean },
  known: SurveyLookup,
): string | null {
  const { names, problems, segments, benchmarks, countedBenchmarks } = known
  const id = named(names.segment, table, row, 'segment', known)
  const segment = id === null ? undefined : segments.get(id)
  if (!segment) return null
  if (onlyLeaves && benchmarks.has(segment.id)) {
    const told = `${table.source.file}/${segment.id}`
    if (!countedBenchmarks.has(told))
      problems.add('counted-benchmark', { benchmark: shownIn(known, segment.id) }, cellPlace(table, row, 'segment'))
    countedBenchmarks.add(told)
    return null
  }
  if (onlyLeaves && !isLeaf(segment) && !(period !== null && isLeafIn(segment, period))) {
    const parts = someOf((segment.parts ?? []).map((part) => shownIn(known, part.id)))
    problems.add('not-a-leaf', { segment: shownIn(known, segment.id), parts }, cellPlace(table, row, 'segment'))
    return null
  }
  if (provider !== null && !leavesOf(segment).some((leaf) => segmentsOfProvider(provider, known).includes(leaf))) {
    const values = { provider: shownName(known.survey.providers, provider), segment: shownIn(known, segment.id) }
    problems.add('foreign-provider', values, cellPlace(table, row, 'provider'))
    return null
  }
  return segment.id
}

function shownIn({ segments }: SurveyLookup, id: string): string {
  return shownName([...segments.values()], id)
}

/** The segment of a row that names none: its provider's only one, or the survey's. */
function onlySegment(table: Table, row: Row, provider: string | null, known: SurveyLookup): string | null {
  const { problems, survey } = known
  const own = provider === null ? [] : segmentsOfProvider(provider, known)
  const [only, ...others] = provider === null && isLeaf(survey.segments) ? [survey.segments.id] : own
  if (only !== undefined && others.length === 0) return only
  if (only !== undefined) {
    const segments = someOf(own.map((id) => shownIn(known, id)))
    const values = { provider: provider === null ? '' : shownName(survey.providers, provider), segments }
    problems.add('undecided-segment', values, cellPlace(table, row, 'provider'))
    return null
  }
  // Neither segment nor provider: the cell where one of them should stand. A column that is missing has been told of
  // at the headings.
  const column = hasColumn(table, 'segment') ? 'segment' : 'provider'
  if (hasColumn(table, column)) problems.add('missing-value', { column }, cellPlace(table, row, column))
  return null
}

function segmentsOfProvider(provider: string, { providers }: SurveyLookup): readonly string[] {
  return providers.get(provider)?.segments ?? []
}

function leavesOf(segment: Segment): string[] {
  return segmentsOf(segment).flatMap((node) => (isLeaf(node.segment) ? [node.segment.id] : []))
}

// ── dates ──

function periodOfDate(text: string, place: Place, periods: readonly Period[], problems: ProblemList): string | null {
  const date = isoDate(text)
  if (date === null) {
    problems.add('unreadable-date', { found: spelled(text) }, place)
    return null
  }
  const [period, ...others] = periods.filter(({ from, to }) => from <= date && date <= to)
  if (period && others.length === 0) return period.id
  if (period) {
    problems.add('date-in-several-periods', { date: spelled(text), periods: someOf([period, ...others].map(({ id }) => id)) }, place)
    return null
  }
  problems.add('date-outside-periods', { date: spelled(text), periods: someOf(periods.map(({ id }) => id)) }, place)
  return null
}

const yearFirst = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:$|[T ])/
const dayFirst = /^(?<day>\d{1,2})(?<mark>[-./])(?<month>\d{1,2})\k<mark>(?<year>\d{4})(?:$|[T ])/

/**
 * `2024-03-01`, `01-03-2024`, `1.3.2024`, `01/03/2024` (day before month), each also with a time after it → ISO date;
 * null for what is no date.
 */
export function isoDate(text: string): string | null {
  if (text.length > 40) return null
  const { year = '', month = '', day = '' } = (yearFirst.exec(text) ?? dayFirst.exec(text))?.groups ?? {}
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  const isDate = year !== '' && m >= 1 && m <= 12 && d >= 1 && d <= getDaysInMonth(new Date(y, m - 1))
  return isDate ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null
}
