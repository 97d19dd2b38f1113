/** A table that streams past: its headings → our columns, its rows → cells with places. */

import { type Place, someOf } from '../errors.js'
import { locales } from '../locale/index.js'
import { type MetricId, metrics } from '../metrics.js'
import { nearestName } from '../nearest.js'
import { optionByName } from '../options.js'
import type { Holds, Source } from '../project.js'
import { countedByItself, scaleOf } from '../scales.js'
import { type ColumnName, columnNames, isLeaf, type Survey } from '../survey.js'
import type { InputFormat, Row } from './formats/input-format.js'
import { comparable, idOf, idsOf, type Names, shownItems, shownName } from './names.js'
import { type ProblemList, spelled } from './problems.js'
import { nameOfTick, optionsToTick, type Tick, tickedItems, ticksByOption, ticksNamed } from './ticks.js'

// ── columns ──

/** Numbers (from 0) of the columns that are needed. */
export type Columns = {
  named: { [C in ColumnName]?: number }
  /** wide answers: a column an item; so may published values of one metric be */
  items: { index: number; id: string }[]
  /** wide answers where several options may be ticked: a column an option */
  ticks: ({ index: number } & Tick)[]
  /** wide counts: a column an option, of any scale in use; `name` finds it on the item's own scale */
  options: { index: number; name: string }[]
  /** wide published values: a column a metric */
  metrics: { index: number; id: MetricId }[]
}

/**
 * A table whose headings are understood. A column of its subject may be missing: what its rows say besides can be
 * looked at all the same.
 */
export type Table = {
  source: Source
  format: InputFormat
  holds: Holds
  headings: string[]
  headingRow: Row
  /** where its headings stand */
  place: Place
  columns: Columns
  /** headings of the columns that are not needed */
  unused: string[]
}

/**
 * What a heading stands for. A name that several items share stands for all of them, and is a problem where it is
 * needed.
 */
type Meaning =
  | { kind: 'named'; id: ColumnName }
  | { kind: 'item'; ids: readonly string[] }
  | { kind: 'metric'; id: MetricId }
  | { kind: 'option'; name: string }
  | { kind: 'tick'; ticks: readonly Tick[] }

/**
 * What a table holds and where, by its headings in any locale and what the source says. null where that cannot be
 * told, or the column of its values is missing, with the reason in `problems`.
 */
export function understandHeadings(
  row: Row,
  source: Source,
  format: InputFormat,
  survey: Survey,
  names: Names,
  problems: ProblemList,
): Table | null {
  const headings = row.cells.map((cell) => cell.trim())
  const at = (index: number): Place => ({ file: source.file, ...format.placeOf(row, index) })
  const { mapped, lost } = mapColumns(headings, source, problems, at)
  const understood = meaningsOf(headings, mapped, source, survey, names)
  const holds = source.holds ?? holdsOf(understood, source, survey)
  if (holds === null) {
    if (lost.length === 0) problems.add('unknown-layout', { headings: listed(headings) }, at(0))
    return null
  }
  const meanings = understood.map((meaning) => ofTicks(ofFacts(meaning, holds, source, understood), holds, survey))
  const needed = neededColumns(holds, meanings, source)
  const doubled = doubledMeanings(meanings, needed)
  for (const { index, other } of doubled) {
    const heading = headings[index] ?? ''
    problems.add(
      'duplicate-column',
      {
        column: nameOfMeaning(meanings[index] ?? null),
        heading: spelled(heading),
        other: other + 1,
        isAlike: areAlike(heading, headings[other] ?? ''),
      },
      at(index),
    )
  }
  if (addSharedHeadings(headings, meanings, needed, survey, problems, at)) return null
  const columns = columnsOf(meanings, needed)
  addMissingTicks(columns, survey, problems, at)
  for (const name of columnNames) {
    if (columns.named[name] !== undefined && source.constants[name] !== undefined) {
      problems.add('constant-and-column', { column: name }, at(columns.named[name]))
    }
  }
  const unused = headings.filter((heading, index) => heading !== '' && !(meanings[index] && needed(meanings[index])))
  const table = { source, format, holds, headings, headingRow: row, place: at(0), columns, unused }
  const missing = missingColumns(table, isLeaf(survey.segments))
  for (const column of missing) {
    const nearest = spelled(nearestHeading(column, unused) ?? '')
    if (!lost.includes(column)) problems.add('missing-column', { column, nearest, headings: listed(headings) }, at(0))
  }
  return missing.every((column) => subjectColumns.includes(column)) ? table : null
}

function areAlike(heading: string, other: string): 'yes' | '' {
  return comparable(heading) === comparable(other) ? 'yes' : ''
}

function listed(headings: readonly string[]): string {
  return someOf(headings.filter((heading) => heading !== '').map(spelled))
}

/** What `columns:` says of a source: number of a column → its name, and the names whose headings are not there. */
function mapColumns(
  headings: readonly string[],
  source: Source,
  problems: ProblemList,
  at: (index: number) => Place,
): { mapped: Map<number, string>; lost: string[] } {
  const mapped = new Map<number, string>()
  const lost: string[] = []
  for (const [name, heading] of Object.entries(source.columns)) {
    const [first, second] = headings.flatMap((found, index) => (comparable(found) === comparable(heading) ? [index] : []))
    if (first !== undefined && second !== undefined)
      problems.add('duplicate-column', { column: name, heading: spelled(heading), other: first + 1, isAlike: 'yes' }, at(second))
    if (first !== undefined) mapped.set(first, name)
    else {
      lost.push(name)
      const nearest = spelled(nearestName(heading, headings) ?? '')
      problems.add('missing-heading', { heading, nearest, headings: listed(headings) }, at(0))
    }
  }
  return { mapped, lost }
}

/**
 * What each heading stands for: what `columns:` says, else its own name, else a further name of a column that nothing
 * else stands for.
 */
function meaningsOf(
  headings: readonly string[],
  mapped: ReadonlyMap<number, string>,
  source: Source,
  survey: Survey,
  names: Names,
): (Meaning | null)[] {
  const isTaken = (meaning: Meaning | null): boolean => meaning?.kind === 'named' && Object.hasOwn(source.columns, meaning.id)
  const first = headings.map((heading, index): Meaning | null => {
    const name = mapped.get(index)
    const meaning = name === undefined ? meaningOf(heading, survey, names) : meaningOfMapped(name, survey)
    // A heading that `columns:` has given to another column's name is just a column.
    return name === undefined && isTaken(meaning) ? null : meaning
  })
  const isSettled = (name: ColumnName): boolean =>
    source.constants[name] !== undefined ||
    Object.hasOwn(source.columns, name) ||
    first.some((meaning) => meaning?.kind === 'named' && meaning.id === name)
  const free = headings.map((heading, index) => (first[index] || mapped.has(index) ? '' : heading))
  // Where the day is told the year beside it tells no more.
  const open = columnNames.filter((name) => !isSettled(name) && !(name === 'period' && isSettled('date')))
  return first.map((meaning, index) => meaning ?? meaningOfOtherName(free[index] ?? '', free, open))
}

/** A heading that is a name of several items is read as none of them; whether there are any. */
function addSharedHeadings(
  headings: readonly string[],
  meanings: readonly (Meaning | null)[],
  needed: (meaning: Meaning) => boolean,
  survey: Survey,
  problems: ProblemList,
  at: (index: number) => Place,
): boolean {
  const shared = meanings.flatMap((meaning, index) => {
    const ids = meaning?.kind === 'item' ? meaning.ids : meaning?.kind === 'tick' ? meaning.ticks.map(({ item }) => item) : []
    return meaning && ids.length > 1 && needed(meaning) ? [{ ids, index }] : []
  })
  for (const { ids, index } of shared) {
    const values = { heading: spelled(headings[index] ?? ''), items: shownItems(survey, ids), first: ids[0] ?? '' }
    problems.add('ambiguous-heading', values, at(index))
  }
  return shared.length > 0
}

/** An option without a column is one that nobody can have ticked: its share would be nought for no reason. */
function addMissingTicks({ ticks }: Columns, survey: Survey, problems: ProblemList, at: (index: number) => Place): void {
  for (const item of tickedItems(survey)) {
    const own = ticks.filter((tick) => tick.item === item.id)
    const [first] = own
    const missing = optionsToTick(scaleOf(survey, item)).filter(({ id }) => !own.some(({ option }) => option === id))
    if (!first || missing.length === 0) continue
    problems.add('missing-ticks', { item: shownName(survey.items, item.id), options: someOf(missing.map(({ id }) => id)) }, at(first.index))
  }
}

/** The heading that was probably meant for a column. */
function nearestHeading(column: ColumnName, headings: readonly string[]): string | null {
  const known = [column, ...Object.values(locales).flatMap((locale) => locale.columns[column])]
  return known.map((name) => nearestName(name, headings)).find((heading) => heading !== null) ?? null
}

function meaningOfMapped(name: string, survey: Survey): Meaning | null {
  const column = columnNames.find((known) => known === name)
  if (column) return { kind: 'named', id: column }
  if (Object.hasOwn(metrics, name)) return { kind: 'metric', id: name as MetricId }
  const tick = tickedItems(survey)
    .flatMap(({ id, scale }) => scaleOf(survey, { scale }).options.map((option): Tick => ({ item: id, option: option.id })))
    .find((each) => nameOfTick(each) === name)
  if (tick) return { kind: 'tick', ticks: [tick] }
  return survey.items.some(({ id }) => id === name) ? { kind: 'item', ids: [name] } : null
}

function meaningOf(heading: string, survey: Survey, names: Names): Meaning | null {
  const wanted = comparable(heading)
  if (wanted === '') return null
  const column = columnNames.find((name) =>
    [name, ...Object.values(locales).map((locale) => locale.columns[name][0])].some((known) => comparable(known) === wanted),
  )
  if (column) return { kind: 'named', id: column }
  // An index of several items has no column of its own among answers.
  const items = idsOf(names.item, heading).filter((id) => !survey.items.some((item) => item.id === id && item.composite))
  if (items.length > 0) return { kind: 'item', ids: items }
  const metric = idOf(names.metric, heading)
  if (metric !== null) return { kind: 'metric', id: metric }
  const ticks = ticksNamed(heading, survey)
  if (ticks.length > 0) return { kind: 'tick', ticks }
  const ticked = tickedItems(survey)
  if (survey.items.some((known) => !ticked.includes(known) && optionByName(scaleOf(survey, known), heading)))
    return { kind: 'option', name: heading }
  const byOption = ticksByOption(heading, survey)
  return byOption.length > 0 ? { kind: 'tick', ticks: byOption } : null
}

/** A column by one of its further names, where no other column goes by its own, nor by one that stands before it. */
function meaningOfOtherName(heading: string, headings: readonly string[], open: readonly ColumnName[]): Meaning | null {
  const id = open.find((name) => {
    const rank = rankAmongNames(heading, name)
    return rank !== null && !headings.some((other) => (rankAmongNames(other, name) ?? rank) < rank)
  })
  return id === undefined ? null : { kind: 'named', id }
}

/**
 * How far down among the names of a column a heading stands: 0 for its own, 1 for a further one, from 2 on for those
 * that are only taken where there is no other; null for one that is none of them.
 */
export function rankAmongNames(heading: string, name: ColumnName): number | null {
  const wanted = comparable(heading)
  if (wanted === '') return null
  const ranks = Object.values(locales).flatMap(({ columns, looseColumns }) => {
    const known = [name, ...columns[name]].findIndex((each) => comparable(each) === wanted)
    const loose = (looseColumns[name] ?? []).findIndex((each) => comparable(each) === wanted)
    return [...(known < 0 ? [] : [known < 2 ? 0 : 1]), ...(loose < 0 ? [] : [2 + loose])]
  })
  return ranks.sort((a, b) => a - b)[0] ?? null
}

/** What a file holds, as its headings show. */
function holdsOf(meanings: (Meaning | null)[], { constants }: Source, survey: Survey): Holds | null {
  const has = (name: ColumnName): boolean =>
    constants[name] !== undefined || meanings.some((meaning) => meaning?.kind === 'named' && meaning.id === name)
  const number = (kind: Meaning['kind']): number => meanings.filter((meaning) => meaning?.kind === kind).length
  if (has('figure')) return 'claims'
  if (has('value') || has('metric')) return 'published'
  // How many of how many, with no answer beside it: what is published of a fact.
  const isOfFacts =
    has('base') && !has('answer') && number('option') === 0 && survey.items.some((item) => countedByItself(scaleOf(survey, item)))
  if (has('count')) return isOfFacts ? 'published' : 'counts'
  // Somebody's shares of the options, each in a row of its own.
  if (has('answer')) return number('metric') > 0 && tickedItems(survey).length > 0 ? 'published' : 'answers'
  if (number('option') > 1 && number('item') + number('tick') === 0) return 'counts'
  if (number('item') + number('tick') > 0) return 'answers'
  if (number('metric') > 0 || has('base')) return 'published'
  return null
}

/** In a table of published values the column of counts is a metric, as those of means and shares are. */
function ofFacts(meaning: Meaning | null, holds: Holds, { constants }: Source, meanings: (Meaning | null)[]): Meaning | null {
  const isLong = constants.value !== undefined || meanings.some((other) => other?.kind === 'named' && other.id === 'value')
  const isCount = meaning?.kind === 'named' && meaning.id === 'count'
  return isCount && !isLong && (holds === 'published' || holds === 'claims') ? { kind: 'metric', id: 'count' } : meaning
}

/** Among answers the name of an option is a column of ticks, also where other items have such an option. */
function ofTicks(meaning: Meaning | null, holds: Holds, survey: Survey): Meaning | null {
  if (meaning?.kind !== 'option' || holds !== 'answers') return meaning
  const ticks = ticksByOption(meaning.name, survey)
  return ticks.length > 0 ? { kind: 'tick', ticks } : meaning
}

/** Which meanings count for what the file holds; all other columns are not needed. */
function neededColumns(holds: Holds, meanings: (Meaning | null)[], { constants }: Source): (meaning: Meaning) => boolean {
  const has = (name: ColumnName): boolean =>
    constants[name] !== undefined || meanings.some((meaning) => meaning?.kind === 'named' && meaning.id === name)
  const when: ColumnName[] = has('period') ? ['period'] : ['date']
  const subject: ColumnName[] = [...when, 'segment', 'provider', 'item']
  const published: ColumnName[] = [...subject, 'answer', 'metric', 'value', 'base']
  const named: Record<Holds, ColumnName[]> = {
    answers: [...subject, 'answer'],
    counts: [...subject, 'answer', 'count'],
    published,
    claims: has('figure') ? ['figure', 'value', 'place'] : [...published, 'place'],
  }
  const kinds: Record<Holds, Meaning['kind'][]> = {
    answers: has('answer') ? [] : ['item', 'tick'],
    counts: has('count') ? [] : ['option'],
    published: has('value') ? [] : constants.metric === undefined ? ['metric'] : ['metric', 'item'],
    claims: has('value') ? [] : ['metric'],
  }
  return (meaning) => (meaning.kind === 'named' ? named[holds].includes(meaning.id) : kinds[holds].includes(meaning.kind))
}

function nameOfMeaning(meaning: Meaning | null): string {
  if (meaning === null) return ''
  if (meaning.kind === 'tick') return meaning.ticks.map(nameOfTick).join('+')
  return meaning.kind === 'option' ? meaning.name : meaning.kind === 'item' ? meaning.ids.join('+') : meaning.id
}

/** Columns that stand for what an earlier one stands for. */
function doubledMeanings(meanings: (Meaning | null)[], needed: (meaning: Meaning) => boolean): { index: number; other: number }[] {
  const first = new Map<string, number>()
  return meanings.flatMap((meaning, index) => {
    if (!meaning || !needed(meaning)) return []
    const key = `${meaning.kind}/${comparable(nameOfMeaning(meaning))}`
    const other = first.get(key)
    if (other !== undefined) return [{ index, other }]
    first.set(key, index)
    return []
  })
}

function columnsOf(meanings: (Meaning | null)[], needed: (meaning: Meaning) => boolean): Columns {
  const columns: Columns = { named: {}, items: [], ticks: [], options: [], metrics: [] }
  for (const [index, meaning] of meanings.entries()) {
    if (!meaning || !needed(meaning)) continue
    if (meaning.kind === 'named') columns.named[meaning.id] ??= index
    else if (meaning.kind === 'item') columns.items.push(...meaning.ids.map((id) => ({ index, id })))
    else if (meaning.kind === 'tick') columns.ticks.push(...meaning.ticks.map((tick) => ({ index, ...tick })))
    else if (meaning.kind === 'metric') columns.metrics.push({ index, id: meaning.id })
    else columns.options.push({ index, name: meaning.name })
  }
  return columns
}

/** Columns that tell whom and when a row is about, and may be missing one by one. */
const subjectColumns: readonly ColumnName[] = ['period', 'segment']

/** @param isUndivided there is one group only, so that nobody needs to name it */
function missingColumns(table: Pick<Table, 'holds' | 'columns' | 'source'>, isUndivided: boolean): ColumnName[] {
  const { holds, columns } = table
  const has = (name: ColumnName): boolean => hasColumn(table, name)
  const need = (...names: ColumnName[]): ColumnName[] => names.filter((name) => !has(name))
  const when = has('date') ? [] : need('period')
  const subject = [...when, ...(isUndivided || has('provider') ? [] : need('segment'))]
  const isByItem = columns.items.length > 0 && holds === 'published'
  const valued = columns.metrics.length > 0 || isByItem ? [] : has('base') && !has('value') && !has('metric') ? [] : need('metric', 'value')
  switch (holds) {
    case 'answers':
      return [...subject, ...(columns.items.length + columns.ticks.length > 0 ? [] : need('answer'))]
    case 'counts':
      return [...subject, ...(columns.options.length > 0 ? [] : need('answer', 'count'))]
    case 'published':
      return [...subject, ...valued]
    case 'claims':
      return has('figure') ? need('value') : [...subject, ...valued]
  }
}

// ── cells ──

/** Whether rows say something in a column, or the source says it for the whole file. */
export function hasColumn({ columns, source }: Pick<Table, 'columns' | 'source'>, column: ColumnName): boolean {
  return columns.named[column] !== undefined || source.constants[column] !== undefined
}

/**
 * The text of a column without outer blanks, or what the source gives for the whole file; '' where neither is there.
 */
export function cellText({ columns, source }: Table, row: Row, column: ColumnName): string {
  const index = columns.named[column]
  return (index === undefined ? source.constants[column] : row.cells[index])?.trim() ?? ''
}

/** Where the cell of a column stands, or the row's first where the whole file has one value. */
export function cellPlace({ columns, source, format }: Table, row: Row, column: ColumnName | number): Place {
  return { file: source.file, ...format.placeOf(row, typeof column === 'number' ? column : (columns.named[column] ?? 0)) }
}
