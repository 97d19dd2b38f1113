/**
 * A table laid out as it was printed → the rows that a file of data would have. A group goes first in each row; the
 * other columns are told by one heading row or several, of which the upper go on to the right until the next one:
 *
 * ```
 * Tabel 1: Samlet tilfredshed
 *                 2022-23              2023-24
 *                 indekstal  antal svar  indekstal  antal svar
 * Egne tilbud
 *   Bostøtte      78         212         80*        –
 * I alt           77         440         78         402
 * Kilde: SurveyXact
 * ```
 *
 * Nothing is guessed: without a group, a period and a metric for at least one column it is no such table.
 */
import { spelled } from '../errors.js'
import { locales } from '../locale/index.js'
import { formatPeriod, periodForms } from '../locale/spelling.js'
import { greatest } from '../long-lists.js'
import { type MetricId, metrics } from '../metrics.js'
import type { Source } from '../project.js'
import { type Survey, segmentById, segmentsOf } from '../survey.js'
import type { SourceRemark } from '../tally.js'
import { type InputFormat, MalformedTable, type Row } from './formats/input-format.js'
import { comparable, idOf, idsOf, type Names, shownName } from './names.js'
import type { Table } from './table.js'

export type PrintedTable = { table: Table; rows: Row[]; remarks: SourceRemark[] }

/** What a column's headings tell of it. */
type PrintedColumn = { index: number; heading: string; period: string | null; item: string | null; metric: MetricId | null }
/** A column of which all is known. */
type ReadColumn = PrintedColumn & { metric: MetricId }

type Setting = { source: Source; format: InputFormat; survey: Survey; names: Names }

/**
 * null where the rows are no printed table.
 *
 * @throws MalformedTable where there are two of them, one below the other
 */
export function readPrintedTable(rows: readonly Row[], setting: Setting): PrintedTable | null {
  const { source, survey } = setting
  if (source.holds === 'answers' || source.holds === 'counts' || Object.keys(source.columns).length > 0) return null
  const body = bodyOf(rows, setting)
  if (!body) return null
  const headingRows = rows
    .slice(0, body.first)
    .filter((row) => row.cells.some((_, index) => index > body.stub && textAt(row, index) !== ''))
  const captions = rows.slice(0, body.first).filter((row) => !headingRows.includes(row))
  if (headingRows.length === 0 || headingRows.length > mostHeadingRows) return null
  // What stands over the groups says more of the numbers than a caption does.
  const about = [headingRows.map((row) => textAt(row, body.stub)), captions.map(textOf)]
  const lines = rows.slice(body.first)
  const columns = columnsOf(headingRows, lines, body.stub, setting)
  const read = withDefaults(columns, about, setting)
  if (!read.some(({ metric }) => metric !== 'base') || read.length === 0) return null
  checkAlone(headingRows, lines, body.stub, setting)
  checkNoneTwice(read, headingRows, setting)
  const made = groupRows(lines, body.stub, read, headingRows, setting)
  if (made.rows.length === 0) return null
  const unused = columns
    .filter(({ index }) => !read.some((column) => column.index === index))
    .filter(({ index, heading }) => heading !== '' || lines.some((row) => textAt(row, index) !== ''))
  for (const { index } of unused) checkSameGroups(lines, body.stub, index, setting)
  const shown = (column: ReadColumn) => ({
    at: columnName(headingRows[0], column.index, setting),
    period: column.period,
    item: column.item === null || survey.items.length === 1 ? null : shownName(survey.items, column.item),
    metric: column.metric,
  })
  const remarks: SourceRemark[] = [
    { kind: 'printedColumns', headingRows: headingRows.length, columns: read.map(shown) },
    { kind: 'printedRows', groups: made.groups, headings: made.headings.map(spelled), total: made.total },
  ]
  const told = [...captions.map(textOf), ...made.lines].map(spelled)
  if (made.empty.count + made.marks.count + told.length > 0)
    remarks.push({ kind: 'leftOut', empty: made.empty, marks: made.marks, lines: told })
  const table = tableOf(
    headingRows[0] ?? made.rows[0],
    read,
    unused.map(({ heading, index }) => heading || columnName(headingRows[0], index, setting)),
    setting,
  )
  return table && { table, rows: made.rows, remarks }
}

const mostHeadingRows = 3

function textAt(row: Row, index: number): string {
  return oneLine(row.cells[index] ?? '')
}

function textOf({ cells }: Row): string {
  return cells
    .map(oneLine)
    .filter((cell) => cell !== '')
    .join(' ')
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}

/** As a spreadsheet names it, or its number from 1. */
export function columnName(row: Row | undefined, index: number, { format }: Pick<Setting, 'format'>): string {
  const cell = row && format.placeOf({ ...row, lines: [1], columns: Array.from({ length: index + 1 }, (_, at) => at + 1) }, index).cell
  return cell?.replace(/\d+$/, '') ?? String(index + 1)
}

// ── rows ──

/** The first row that names a group, and the column where it does: all before it heads the table. */
function bodyOf(rows: readonly Row[], setting: Setting): { first: number; stub: number } | null {
  for (const [first, row] of rows.entries()) {
    const stub = row.cells.findIndex((cell) => cell.trim() !== '')
    const name = textAt(row, stub)
    if (stub >= 0 && (groupOf(name, null, setting) !== null || isTotal(name))) return { first, stub }
  }
  return null
}

/** Below its headings a table has none again: those would be another one's. */
function checkAlone(headingRows: readonly Row[], lines: readonly Row[], stub: number, setting: Setting): void {
  const known = namesOfHeadings(setting)
  const isGroup = (row: Row): boolean => groupOf(textAt(row, stub), null, setting) !== null || isTotal(textAt(row, stub))
  const isHeading = (row: Row): boolean => {
    const texts = row.cells.map((_, index) => textAt(row, index)).filter((text, index) => index > stub && text !== '')
    return texts.length > 0 && !isGroup(row) && texts.every((text) => (namesIn(lowered(text), known) ?? []).length > 0)
  }
  const at = lines.findIndex(isHeading)
  const row = lines[at]
  const first = headingRows[0]?.lines[0]
  if (!row || first === undefined || !lines.slice(at).some(isGroup)) return
  throw new MalformedTable('several-tables', { first, second: row.lines[0] ?? 1 }, setting.format.placeOf(row, stub))
}

/** Two columns of the same would be read as whichever stands first. */
function checkNoneTwice(columns: readonly ReadColumn[], headingRows: readonly Row[], { format, survey }: Setting): void {
  const itemOf = ({ item }: ReadColumn): string | null => item ?? (survey.items.length === 1 ? (survey.items[0]?.id ?? null) : null)
  for (const [at, column] of columns.entries()) {
    const { index, heading, metric, period } = column
    const before = columns
      .slice(0, at)
      .find((other) => other.metric === metric && other.period === period && itemOf(other) === itemOf(column))
    const row = headingRows.at(-1)
    if (!before || !row) continue
    const values = { column: metric, heading: spelled(heading), other: before.index + 1, isAlike: 'yes' as const }
    throw new MalformedTable('duplicate-column', values, format.placeOf(row, index))
  }
}

/** Names of groups beside the numbers are those of another table: of its numbers each must be about the same group. */
function checkSameGroups(lines: readonly Row[], stub: number, index: number, setting: Setting): void {
  for (const row of lines) {
    const [own, other] = [groupOf(textAt(row, stub), null, setting), groupOf(textAt(row, index), null, setting)]
    if (own === null || other === null || own === other) continue
    const values = { first: spelled(textAt(row, stub)), second: spelled(textAt(row, index)) }
    throw new MalformedTable('tables-beside', values, setting.format.placeOf(row, index))
  }
}

/**
 * @throws MalformedTable where the rows would be a printed table if they were columns: groups over the numbers and
 *   periods before them
 */
export function checkUpright(rows: readonly Row[], setting: Setting): void {
  const [heads] = rows.filter((row) => row.cells.filter((cell) => groupOf(oneLine(cell), null, setting) !== null).length > 1)
  if (!heads) return
  const group = heads.cells.map(oneLine).find((cell) => groupOf(cell, null, setting) !== null) ?? ''
  const known = namesOfHeadings(setting)
  const below = rows.slice(rows.indexOf(heads) + 1)
  const isPeriod = (text: string): boolean => namesIn(lowered(text), known)?.some(({ period }) => period) ?? false
  const firsts = below.map((row) => oneLine(row.cells.find((cell) => cell.trim() !== '') ?? '')).filter(isPeriod)
  const [period] = firsts
  if (period === undefined) return
  throw new MalformedTable('turned-table', { period: spelled(period), group: spelled(group) }, setting.format.placeOf(heads, 0))
}

/** Marks of notes beside a name or a number. */
export const noteMark = /\s*(?:[*†‡]+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+)$/u

/** The id of the group a line is called by; of several of that name the one under the heading above. */
function groupOf(label: string, heading: string | null, { names, survey }: Setting): string | null {
  const bare = label.replace(/^[-–•·]\s+/u, '').replace(noteMark, '')
  // What follows a colon is a remark on the group, worded as it may be.
  const variants = [label, label.replace(noteMark, ''), bare, ...(bare.includes(':') ? [bare.slice(0, bare.indexOf(':'))] : [])]
  for (const name of variants) {
    const ids = idsOf(names.segment, name)
    const under = heading === null ? undefined : segmentById(survey.segments, heading)
    const own = under ? segmentsOf(under).map(({ segment }) => segment.id) : []
    const [only, ...others] = ids.length > 1 ? ids.filter((id) => own.includes(id)) : ids
    if (only !== undefined && others.length === 0) return only
  }
  return null
}

export function isTotal(label: string): boolean {
  const name = comparable(label.replace(noteMark, '').replace(/:$/, ''))
  return Object.values(locales).some(({ claimWords }) => claimWords.total.includes(name))
}

const dash = /^(?:[-–—−.…:]|\.\.|n\/a|na)$/iu

/** A cell that is there to say that there is no number: a dash, "under 5". */
export function isGap(text: string): boolean {
  return dash.test(comparable(text)) || isFew(text)
}

/** "under 5": so few that nobody has told how many. */
function isFew(text: string): boolean {
  const name = comparable(text)
  const words = Object.values(locales).flatMap(({ claimWords }) => claimWords.fewerThan)
  return /^<\s*\d+$/.test(name) || words.some((word) => name.startsWith(`${word} `) && /^\d+$/.test(name.slice(word.length + 1)))
}

type Counted = { count: number; first: string }

/** What of a table is left out, as it is told of. */
export type LeftOut = { empty: Counted; marks: Counted; lines: string[] }

export function nothingLeftOut(): LeftOut {
  return { empty: none(), marks: none(), lines: [] }
}
type MadeRows = LeftOut & {
  rows: Row[]
  groups: number
  headings: string[]
  total: { found: string; segment: string } | null
}

function groupRows(lines: readonly Row[], stub: number, columns: readonly ReadColumn[], heads: readonly Row[], setting: Setting): MadeRows {
  const { format, survey } = setting
  const made: MadeRows = { rows: [], groups: 0, headings: [], total: null, ...nothingLeftOut() }
  const isFilled = (row: Row): boolean => columns.some(({ index }) => textAt(row, index) !== '' || row.faults?.[index] !== undefined)
  const last = lines.findLastIndex(isFilled)
  let heading: string | null = null
  for (const [number, row] of lines.entries()) {
    const label = textAt(row, stub)
    if (!isFilled(row)) {
      const group = groupOf(label, heading, setting)
      if (number > last || label === '') made.lines.push(textOf(row))
      else made.headings.push(label)
      if (number <= last) heading = group ?? heading
      continue
    }
    const named = groupOf(label, heading, setting)
    const total = named === null && isTotal(label) ? totalOf(lines, number, stub, heading, setting) : null
    if (total !== null)
      made.total = {
        found: spelled(label),
        segment: shownName(
          segmentsOf(survey.segments).map(({ segment }) => segment),
          total,
        ),
      }
    made.groups += 1
    const cells = columns.map((column) => cleaned(row, column.index, format, made))
    withoutFew(columns, row, cells, label, made)
    made.rows.push(...rowsOfGroup(row, stub, named ?? total ?? label, columns, cells, heads))
  }
  return made
}

function none(): Counted {
  return { count: 0, first: '' }
}

/** What a line "I alt" sums up: where there is one, the whole; of several each the groups of the heading above it. */
function totalOf(lines: readonly Row[], number: number, stub: number, heading: string | null, { survey }: Setting): string {
  const totals = lines.flatMap((row, index) => (isTotal(textAt(row, stub)) ? [index] : []))
  return totals.length > 1 && heading !== null && number !== totals.at(-1) ? heading : survey.segments.id
}

/** Numbers of so few that nobody tells how many are left out, and that is told. */
function withoutFew(columns: readonly ReadColumn[], row: Row, cells: string[], label: string, left: LeftOut): void {
  for (const { index, metric, period, item } of columns) {
    if (metric !== 'base' || !isFew(textAt(row, index))) continue
    const isOfIt = (other: ReadColumn): boolean => other.period === period && (item === null || other.item === item)
    const own = columns.flatMap((other, at) => (isOfIt(other) && cells[at] !== '' ? [at] : []))
    if (own.length > 0) left.lines.push(`${label}: ${textAt(row, index)}`)
    for (const at of own) cells[at] = ''
  }
}

/** A row of published numbers without the marks of notes beside them and without what stands for no number. */
export function numbersOnly({ columns, format, holds }: Table, row: Row, left: LeftOut): Row {
  const { named, metrics: kinds, items } = columns
  const values = [...kinds, ...items].map(({ index }) => index).concat(named.value ?? [])
  const all = [...values, ...(named.base === undefined ? [] : [named.base])]
  const texts = new Map(all.map((index) => [index, textAt(row, index)]))
  if (![...texts.values()].some((text) => isGap(text) || noteMark.test(text))) return row
  // That fewer than so many have said something may be what is claimed.
  if (holds === 'claims') return { ...row, cells: row.cells.map((cell, index) => texts.get(index)?.replace(noteMark, '') ?? cell) }
  const cells = row.cells.map((cell, index) => (texts.get(index) ? cleaned(row, index, format, left) : cell))
  const few = textAt(row, named.base ?? -1)
  if (isFew(few) && values.some((index) => cells[index])) {
    left.lines.push(`${textAt(row, named.segment ?? named.provider ?? 0)}: ${few}`)
    for (const index of values) cells[index] = ''
  }
  const isUntold = all.every((index) => (cells[index] ?? '') === '' && row.faults?.[index] === undefined)
  return { ...row, cells, ...(isUntold && { isUntold }) }
}

/** The text of a number without the marks of its notes; '' where there is none. */
function cleaned(row: Row, index: number, format: InputFormat, made: LeftOut): string {
  const text = textAt(row, index)
  const count = (counted: Counted): void => {
    const { cell, line, column } = format.placeOf(row, index)
    counted.count += 1
    if (counted.first === '') counted.first = cell ?? `${line}:${column}`
  }
  if (text === '' || isGap(text)) {
    count(made.empty)
    return ''
  }
  const bare = text.replace(noteMark, '')
  if (bare !== text) count(made.marks)
  return bare
}

/** One row for each period and item that a line has numbers of. */
function rowsOfGroup(
  row: Row,
  stub: number,
  segment: string,
  columns: readonly ReadColumn[],
  cells: readonly string[],
  heads: readonly Row[],
): Row[] {
  const kinds = metricsOf(columns)
  const subjects = new Map(columns.map(({ period, item }) => [`${period}\n${item}`, { period, item }]))
  const head = heads.at(-1)
  return [...subjects.values()].flatMap(({ period, item }): Row[] => {
    const own = columns.flatMap((column, at) => (column.period === period && column.item === item ? [{ ...column, at }] : []))
    // How many answered is told once for all the items of a period.
    const shared = columns.flatMap((column, at) =>
      column.metric === 'base' && column.period === period && column.item === null ? [{ ...column, at }] : [],
    )
    const base = own.find(({ metric }) => metric === 'base') ?? shared[0]
    const values = kinds.map((kind) => own.find(({ metric }) => metric === kind))
    const isOfItemsOnly = item === null && base !== undefined && values.every((value) => value === undefined) && subjects.size > 1
    const taken = [base, ...values]
    const isBlank = taken.every((each) => each === undefined || (cells[each.at] === '' && row.faults?.[each.index] === undefined))
    const isUntold = isBlank && taken.some((each) => each !== undefined && textAt(row, each.index) !== '')
    if (isOfItemsOnly || (isBlank && !isUntold)) return []
    const place = (index: number | undefined, of: Row | undefined = row) => ({
      line: of?.lines[index ?? stub] ?? of?.lines.at(-1) ?? 1,
      column: of?.columns[index ?? stub] ?? of?.columns.at(-1) ?? 1,
    })
    const first = own[0]?.index
    const places = [place(first, head), place(stub), place(first, head), ...taken.map((each) => place(each?.index))]
    const faults = taken.flatMap((each, at) => (each && row.faults?.[each.index] ? [[at + 3, row.faults[each.index]] as const] : []))
    return [
      {
        ...row,
        cells: [period ?? '', segment, item ?? '', ...taken.map((each) => (each ? (cells[each.at] ?? '') : ''))],
        lines: places.map(({ line }) => line),
        columns: places.map(({ column }) => column),
        faults: Object.fromEntries(faults) as Row['faults'] & {},
        ...(isUntold && { isUntold }),
      },
    ]
  })
}

function metricsOf(columns: readonly ReadColumn[]): MetricId[] {
  return [...new Set(columns.flatMap(({ metric }) => (metric === 'base' ? [] : [metric])))]
}

function tableOf(head: Row | undefined, columns: readonly ReadColumn[], unused: string[], { source, format }: Setting): Table | null {
  if (!head) return null
  const kinds = metricsOf(columns)
  const { period: _, metric: __, ...constants } = source.constants
  const { item } = constants
  const named = { period: 0, segment: 1, ...(item === undefined && { item: 2 }), base: 3 }
  return {
    source: { ...source, constants },
    format,
    holds: source.holds ?? 'published',
    headings: ['period', 'segment', 'item', 'base', ...kinds],
    headingRow: head,
    place: { file: source.file, ...format.placeOf(head, 0) },
    columns: { named, items: [], ticks: [], options: [], metrics: kinds.map((id, index) => ({ index: index + 4, id })) },
    unused,
  }
}

/** A group a row, in one period that is said of the whole file, with marks or dashes beside its numbers. */
export function looksPrinted({ holds, columns }: Table, rows: readonly Row[]): boolean {
  if (holds !== 'published' || columns.named.period !== undefined || columns.named.segment === undefined) return false
  const numbers = [...columns.metrics.map(({ index }) => index), ...(columns.named.base === undefined ? [] : [columns.named.base])]
  return rows.some((row) => numbers.some((index) => isGap(textAt(row, index)) || /\d\s*[*†‡¹²³⁴⁵⁶⁷⁸⁹⁰]+$/u.test(textAt(row, index))))
}

/** A line under a table of data that is none of its rows: a source, a note, or a sum over all of them. */
export function isAboutTable({ holds, columns }: Table, row: Row, names: Names): boolean {
  const filled = row.cells.filter((cell) => cell.trim() !== '')
  const first = oneLine(filled[0] ?? '')
  if (filled.length === 1 && isRemark(first)) return true
  if (!isTotal(first) || holds === 'answers' || idOf(names.segment, first) !== null) return false
  const period = columns.named.period === undefined ? null : textAt(row, columns.named.period)
  return period !== null && (period === '' || period === first)
}

function isRemark(text: string): boolean {
  const word = /^\p{L}+(?=\s*\d*\s*[:.])/u.exec(text)?.[0].toLowerCase() ?? ''
  return text.startsWith('*') || Object.values(locales).some(({ claimWords }) => claimWords.aboutTable.includes(word))
}

// ── columns ──

function columnsOf(heads: readonly Row[], lines: readonly Row[], stub: number, setting: Setting): PrintedColumn[] {
  const width = greatest([...heads, ...lines].map(({ cells }) => cells.length))
  const known = namesOfHeadings(setting)
  return Array.from({ length: width - stub - 1 }, (_, offset) => {
    const index = stub + 1 + offset
    const texts = heads.map((head, row) => (row === heads.length - 1 ? textAt(head, index) : continuing(head, stub, index)))
    return { index, heading: [...new Set(texts)].filter((text) => text !== '').join(' '), ...toldBy(texts, known) }
  })
}

/** An upper heading goes on to the right until the next one. */
function continuing(head: Row, stub: number, index: number): string {
  for (let at = index; at > stub; at--) if (textAt(head, at) !== '') return textAt(head, at)
  return ''
}

type Told = { period: string | null; item: string | null; metric: MetricId | null }
type Name = { words: string } & Partial<Told>

const untold: Told = { period: null, item: null, metric: null }

/** What each heading stands for: a period, an item, a metric, or several of these one after another; else nothing. */
function toldBy(texts: readonly string[], known: readonly Name[]): Told {
  const found = texts.map((text) => namesIn(lowered(text), known))
  if (found.some((names) => names === null)) return untold
  const all = found.flatMap((names) => names ?? [])
  return {
    period: all.findLast(({ period }) => period)?.period ?? null,
    item: all.findLast(({ item }) => item)?.item ?? null,
    metric: all.findLast(({ metric }) => metric)?.metric ?? null,
  }
}

/** Signs around names. */
export const atEdges = /^[\s,;:.(/"'”“„’»«-]+|[\s,;:.)/"'”“„’»«-]+$/gu

/** null where something is left that is no name. The longest name goes first: one may begin another. */
function namesIn(text: string, known: readonly Name[]): Name[] | null {
  const rest = text.replace(atEdges, '')
  if (rest === '') return []
  for (const name of known) {
    if (rest === name.words) return [name]
    const after = rest.startsWith(name.words) ? rest.slice(name.words.length) : null
    const before = rest.endsWith(name.words) ? rest.slice(0, -name.words.length) : null
    const left = after !== null && isBoundary(after[0]) ? after : before !== null && isBoundary(before.at(-1)) ? before : null
    const others = left === null ? null : namesIn(left, known)
    if (others) return [name, ...others]
  }
  return null
}

export function isBoundary(sign: string | undefined): boolean {
  return sign !== undefined && /[^\p{L}\p{N}]/u.test(sign)
}

/** Dashes of any length, with or without blanks around them, are one. */
export function lowered(text: string): string {
  return comparable(oneLine(text))
    .replace(noteMark, '')
    .replace(/\s*[-–—]\s*/gu, '-')
}

/** Every name that a heading may be made of, the longest first. */
function namesOfHeadings({ survey, names }: Setting): Name[] {
  const all = Object.values(locales)
  const periods = survey.periods.flatMap((period) => {
    // A calendar year is also told by its months.
    const spelled = [period, { ...period, id: `${period.from}_${period.to}` }].flatMap((each) =>
      all.flatMap((locale) => periodForms.map((form) => formatPeriod(each, locale, form))),
    )
    return spelled.map((words): Name => ({ words, period: period.id }))
  })
  const known = [...names.period.ids].flatMap(([words, [id, ...others]]): Name[] =>
    id && others.length === 0 ? [{ words, period: id }] : [],
  )
  const items = [...names.item.ids].flatMap(([words, [id, ...others]]): Name[] => (id && others.length === 0 ? [{ words, item: id }] : []))
  const kinds = (Object.keys(metrics) as MetricId[])
    .filter((id) => !metrics[id].takesOptions)
    .flatMap((metric) =>
      all.flatMap((locale) =>
        [metric, ...locale.metrics[metric], ...(metric === 'base' ? locale.columns.base : [])].map((words): Name => ({ words, metric })),
      ),
    )
  const lower = [...known, ...periods, ...kinds, ...items].map((name) => ({ ...name, words: lowered(name.words).replace(atEdges, '') }))
  return lower.filter(({ words }) => words !== '').sort((a, b) => b.words.length - a.words.length)
}

/**
 * The columns of which period and metric are known, where a heading is silent from what is said above the table, or
 * of the whole file.
 */
function withDefaults(columns: readonly PrintedColumn[], about: readonly (readonly string[])[], setting: Setting): ReadColumn[] {
  const { source, survey, names } = setting
  const known = namesOfHeadings(setting)
  const said = about.map((texts) => texts.map((text) => ` ${lowered(text).replace(/[.,:;()]/gu, ' ')} `))
  const mentioned = <T>(of: (name: Name) => T | null | undefined): T | null => {
    for (const texts of said) {
      const found = new Set(known.flatMap((name) => (of(name) && texts.some((text) => text.includes(` ${name.words} `)) ? [of(name)] : [])))
      if (found.size > 0) return found.size === 1 ? ([...found][0] ?? null) : null
    }
    return null
  }
  const isTold = columns.some(({ period }) => period !== null)
  const given = source.constants.period === undefined ? null : idOf(names.period, source.constants.period)
  const only = survey.periods.length === 1 ? (survey.periods[0]?.id ?? null) : null
  const period = isTold ? null : (given ?? mentioned((name) => name.period) ?? only)
  const metric =
    source.constants.metric === undefined
      ? mentioned((name) => (name.metric === 'base' ? null : name.metric))
      : idOf(names.metric, source.constants.metric)
  return columns.flatMap((column): ReadColumn[] => {
    const isSilent = column.period === null && column.item === null && column.metric === null
    const complete = { ...column, period: column.period ?? period, metric: column.metric ?? metric }
    return isSilent || complete.period === null || complete.metric === null ? [] : [{ ...complete, metric: complete.metric }]
  })
}
