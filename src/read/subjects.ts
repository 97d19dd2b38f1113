/** Rows → whom and when they are about. */
import { getDaysInMonth } from 'date-fns/getDaysInMonth'
import { type Place, someOf } from '../errors.js'
import type { Subject } from '../figure.js'
import { type ColumnName, isLeaf, isLeafIn, type Period, type Segment, type Survey, segmentsAndBenchmarks, segmentsOf } from '../survey.js'
import type { Row } from './formats/input-format.js'
import { idNamed, type NameIndex, type Names } from './names.js'
import { type ProblemList, spelled } from './problems.js'
import { hasColumn, placeOf, type Table, textOf } from './table.js'

/** Everything a row needs to know of the survey, worked out once. */
export type SubjectReader = {
  /**
   * Period, segment, provider and item of a row; null where one of them cannot be told, with the reason in the problems. Without an item it is the
   * survey's first; without a segment the provider's only one. `onlyLeaves`: answers are given by people, who are in a leaf.
   */
  subjectOf: (table: Table, row: Row, onlyLeaves: boolean) => Subject | null
}

/** So many combinations of names are remembered; a survey has far fewer, but a file may hold anything. */
const mostRemembered = 50_000

export function subjectReader(survey: Survey, names: Names, problems: ProblemList): SubjectReader {
  const segments = new Map(segmentsAndBenchmarks(survey).map((segment) => [segment.id, segment]))
  const benchmarks = new Set(survey.benchmarks.map(({ id }) => id))
  const providers = new Map(survey.providers.map((provider) => [provider.id, provider]))
  const firstItem = survey.items[0]?.id ?? ''
  const remembered = new Map<string, Subject>()

  const named = (index: NameIndex, table: Table, row: Row, column: ColumnName, text: string): string | null =>
    idNamed(index, text, problems, placeOf(table, row, column))

  const periodOf = (table: Table, row: Row): string | null => {
    const column = hasColumn(table, 'period') ? 'period' : 'date'
    const text = textOf(table, row, column)
    const place = placeOf(table, row, column)
    if (text === '') {
      if (hasColumn(table, column)) problems.add('missing-value', { column }, place)
      return null
    }
    return column === 'period' ? named(names.period, table, row, column, text) : periodOfDate(text, place, survey.periods, problems)
  }

  const segmentOf = (table: Table, row: Row, period: string | null, provider: string | null, onlyLeaves: boolean): string | null => {
    const text = textOf(table, row, 'segment')
    const own = provider === null ? [] : (providers.get(provider)?.segments ?? [])
    if (text === '') {
      const [only, ...others] = provider === null && isLeaf(survey.segments) ? [survey.segments.id] : own
      if (only !== undefined && others.length === 0) return only
      if (only === undefined) addMissing(table, row)
      else problems.add('undecided-segment', { provider: provider ?? '', segments: someOf(own) }, placeOf(table, row, 'provider'))
      return null
    }
    const id = named(names.segment, table, row, 'segment', text)
    const segment = id === null ? undefined : segments.get(id)
    if (!segment) return null
    if (onlyLeaves && benchmarks.has(segment.id)) {
      const known = someOf(leavesOf(survey.segments))
      problems.add('unknown-reference', { kind: 'segment', found: spelled(text), nearest: '', known }, placeOf(table, row, 'segment'))
      return null
    }
    if (onlyLeaves && !(period === null ? isLeaf(segment) : isLeaf(segment) || isLeafIn(segment, period))) {
      const parts = someOf((segment.parts ?? []).map((part) => part.id))
      problems.add('not-a-leaf', { segment: segment.id, parts }, placeOf(table, row, 'segment'))
      return null
    }
    if (provider !== null && !leavesOf(segment).some((leaf) => own.includes(leaf))) {
      problems.add('foreign-provider', { provider, segment: segment.id }, placeOf(table, row, 'provider'))
      return null
    }
    return segment.id
  }

  /** Neither segment nor provider: the cell where one of them should stand. A column that is missing has been told of at the headings. */
  const addMissing = (table: Table, row: Row): void => {
    const column = hasColumn(table, 'segment') ? 'segment' : 'provider'
    if (hasColumn(table, column)) problems.add('missing-value', { column }, placeOf(table, row, column))
  }

  const subjectOf = (table: Table, row: Row, onlyLeaves: boolean): Subject | null => {
    const written = (['date', 'period', 'segment', 'provider', 'item'] as const).map((column) => textOf(table, row, column))
    const key = `${onlyLeaves}\n${written.join('\n')}`
    const known = remembered.get(key)
    if (known) return known
    const [, , , providerText = '', itemText = ''] = written
    const period = periodOf(table, row)
    const provider = providerText === '' ? null : named(names.provider, table, row, 'provider', providerText)
    const item = itemText === '' ? firstItem : named(names.item, table, row, 'item', itemText)
    const isProviderUnknown = providerText !== '' && provider === null
    const segment = isProviderUnknown && textOf(table, row, 'segment') === '' ? null : segmentOf(table, row, period, provider, onlyLeaves)
    if (period === null || item === null || segment === null || isProviderUnknown) return null
    const subject = { period, segment, provider, item }
    if (remembered.size < mostRemembered) remembered.set(key, subject)
    return subject
  }

  return { subjectOf }
}

function leavesOf(segment: Segment): string[] {
  return segmentsOf(segment).flatMap((node) => (isLeaf(node.segment) ? [node.segment.id] : []))
}

function periodOfDate(text: string, place: Place, periods: readonly Period[], problems: ProblemList): string | null {
  const date = isoDate(text)
  if (date === null) {
    problems.add('unreadable-date', { found: spelled(text) }, place)
    return null
  }
  const period = periods.find(({ from, to }) => from <= date && date <= to)
  if (period) return period.id
  problems.add('date-outside-periods', { date: spelled(text), periods: someOf(periods.map(({ id }) => id)) }, place)
  return null
}

const yearFirst = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:$|[T ])/
const dayFirst = /^(?<day>\d{1,2})(?<mark>[-./])(?<month>\d{1,2})\k<mark>(?<year>\d{4})(?:$|[T ])/

/** `2024-03-01`, `01-03-2024`, `1.3.2024`, `01/03/2024` (day before month), each also with a time after it → ISO date; null for what is no date. */
export function isoDate(text: string): string | null {
  if (text.length > 40) return null
  const { year = '', month = '', day = '' } = (yearFirst.exec(text) ?? dayFirst.exec(text))?.groups ?? {}
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  const isDate = year !== '' && m >= 1 && m <= 12 && d >= 1 && d <= getDaysInMonth(new Date(y, m - 1))
  return isDate ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null
}
