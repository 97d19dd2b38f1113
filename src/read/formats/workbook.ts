/**
 * Workbooks (xlsx, ods) → rows with places, each cell as the text that it shows: 84 for 84.4553 in the format 0. What
 * a cell shows is what somebody has printed from it, and what a reader of the file has seen.
 */

import type { CellValue, ReadOptions, Sheet, Workbook } from 'hucre'
import type { Content } from '../../decode.js'
import { someOf, spelled } from '../../errors.js'
import { mostUnpackedBytes, mostWorkbookBytes } from '../../limits.js'
import { nearestName } from '../../nearest.js'
import type { NumberMarks } from '../../printed.js'
import { heard } from '../../steps.js'
import { type CellFault, type InputFormat, MalformedTable, type Row, type TableOptions } from './input-format.js'
import { readOpenDocument, type ShownCell } from './open-document.js'
import { zipSize } from './zip.js'

/** Excel workbooks. */
export const xlsx: InputFormat = workbookFormat('Excel (xlsx)', ['xlsx', 'xlsm'], async (bytes, options) =>
  (await import('hucre/xlsx')).readXlsx(bytes, options),
)

/** Workbooks of LibreOffice. */
export const ods: InputFormat = workbookFormat('OpenDocument (ods)', ['ods'], readOpenDocument)

type Read = (bytes: Uint8Array, options: ReadOptions) => Promise<Workbook>

function workbookFormat(name: string, extensions: string[], read: Read): InputFormat {
  return {
    name,
    extensions,
    holdsNumbers: true,
    rows: (content, options) => workbookRows(content, options, read),
    placeOf: (row, index) => {
      const line = row.lines[index] ?? row.lines.at(-1) ?? 1
      const column = row.columns[index] ?? row.columns.at(-1) ?? 1
      return { line, column, ...(row.sheet !== undefined && { sheet: row.sheet }), cell: `${lettersOf(column)}${line}` }
    },
  }
}

async function* workbookRows(content: Content, options: TableOptions, read: Read): AsyncGenerator<Row[]> {
  const bytes = await bytesOf(content, options)
  const workbook = await workbookOf(bytes, read)
  await heard(options.signal)
  const sheet = sheetOf(workbook, options)
  const show = await shownBy(options)
  const rows = sheet.rows.flatMap((values, row) => rowOf(sheet, values, row, show) ?? [])
  const hidden = rows.filter(({ lines: [line = 0] }) => sheet.rowDefs?.get(line - 1)?.hidden)
  const [first] = hidden
  if (first) options.remark({ kind: 'hiddenRows', sheet: spelled(sheet.name), count: hidden.length, first: first.lines[0] ?? 1 })
  for (let from = 0; from < rows.length; from += rowsAtATime) {
    await heard(options.signal)
    yield rows.slice(from, from + rowsAtATime)
  }
}

const rowsAtATime = 1000

// ── bytes → workbook ──

async function bytesOf(content: Content, { onBytes }: TableOptions): Promise<Uint8Array> {
  if (typeof content === 'string') throw new MalformedTable('unreadable-workbook', { detail: '' }, {})
  const size = content instanceof Uint8Array ? content.length : content.size
  if (size > mostWorkbookBytes) throw tooLarge(mostWorkbookBytes, 'file')
  const bytes = content instanceof Uint8Array ? content : new Uint8Array(await content.arrayBuffer())
  onBytes?.(size, size)
  return bytes
}

function tooLarge(bytes: number, of: 'file' | 'content'): MalformedTable<'overlong-workbook'> {
  return new MalformedTable('overlong-workbook', { limit: bytes / 1_000_000, of }, {})
}

/** What Office puts a workbook with a password into. */
const sealed = [0xd0, 0xcf, 0x11, 0xe0]

async function workbookOf(bytes: Uint8Array, read: Read): Promise<Workbook> {
  if (sealed.every((byte, index) => bytes[index] === byte)) throw new MalformedTable('encrypted-workbook', {}, {})
  const size = await zipSize(bytes, mostUnpackedBytes)
  if (size === 'overlong') throw tooLarge(mostUnpackedBytes, 'content')
  if (size === 'broken') throw new MalformedTable('unreadable-workbook', { detail: '' }, {})
  try {
    return await read(bytes, { readStyles: true })
  } catch (error) {
    // Whatever a stranger's bytes make the library stumble over, the file is what is wrong.
    if (error instanceof Error && error.name === 'EncryptedFileError') throw new MalformedTable('encrypted-workbook', {}, {})
    throw new MalformedTable('unreadable-workbook', { detail: error instanceof Error ? spelled(error.message) : '' }, {})
  }
}

// ── workbook → sheet ──

/** The sheet asked for, else the only one that is shown and holds a table. */
function sheetOf({ sheets }: Workbook, { sheet: wanted, remark }: TableOptions): Sheet {
  const names = sheets.map(({ name }) => name)
  const known = someOf(names.map(spelled))
  const tables = sheets.filter((sheet) => !sheet.hidden && !sheet.veryHidden && isTable(sheet))
  if (wanted === undefined && tables.length > 1) {
    const own = tables.map(({ name }) => spelled(name))
    throw new MalformedTable('undecided-sheet', { known: someOf(own), first: own[0] ?? '' }, {})
  }
  const found = wanted === undefined ? tables[0] : sheets.find(({ name }) => sameName(name, wanted))
  if (!found && wanted !== undefined) {
    throw new MalformedTable('unknown-sheet', { found: spelled(wanted), nearest: spelled(nearestName(wanted, names) ?? ''), known }, {})
  }
  if (!found) throw new MalformedTable('empty-file', {}, {})
  const others = sheets.filter((sheet) => sheet !== found && sheet.rows.some(isFilled)).map(({ name }) => spelled(name))
  if (others.length > 0) remark({ kind: 'sheet', sheet: spelled(found.name), others })
  return found
}

function sameName(name: string, wanted: string): boolean {
  return name.trim().normalize('NFC').toLowerCase() === wanted.trim().normalize('NFC').toLowerCase()
}

/** Two rows of two cells at least: all else is a text about a table. */
function isTable({ rows }: Sheet): boolean {
  return rows.filter((row) => row.filter(isFilledCell).length > 1).length > 1
}

function isFilled(row: readonly CellValue[]): boolean {
  return row.some(isFilledCell)
}

function isFilledCell(value: CellValue | undefined): boolean {
  return value !== null && value !== undefined && value !== ''
}

// ── sheet → rows ──

type Show = (value: CellValue, cell: ShownCell | undefined) => string

/** null for a row without any text. */
function rowOf(sheet: Sheet, values: readonly CellValue[], row: number, show: Show): Row | null {
  const cells: string[] = []
  const faults: Row['faults'] = {}
  for (const [column, value] of values.entries()) {
    const cell = sheet.cells?.get(`${row},${column}`)
    const fault = faultOf(value, cell)
    if (fault) faults[column] = fault
    cells.push(fault?.code === 'error-cell' ? fault.found : show(cell?.formulaResult ?? value, cell))
  }
  while (cells.length > 0 && cells.at(-1)?.trim() === '' && !faults[cells.length - 1]) cells.pop()
  if (cells.length === 0) return null
  const columns = cells.map((_, column) => column + 1)
  return {
    cells,
    lines: columns.map(() => row + 1),
    columns,
    sheet: spelled(sheet.name),
    ...(Object.keys(faults).length > 0 && { faults }),
  }
}

const errorWords = /^#(?:N\/A|N\/V|I\/T|(?:DIV\/0|REF|VALUE|NAME|NUM|NULL|SPILL|CALC)[!?]?|[A-ZÆØÅ]+[!?])$/i

function faultOf(value: CellValue, cell: ShownCell | undefined): CellFault | null {
  const shown = cell?.formulaResult ?? value
  const isError = cell?.type === 'error' || (typeof shown === 'string' && cell?.formula !== undefined && errorWords.test(shown))
  if (isError) return { code: 'error-cell', found: spelled(String(shown)) }
  return cell?.formula !== undefined && (shown === null || shown === undefined) ? { code: 'formula-without-value' } : null
}

/**
 * How cells are shown in a locale: numbers by their format, or as the file says that they were shown; days as ISO has
 * them, which says the same everywhere.
 */
async function shownBy({ numbers, locale }: TableOptions): Promise<Show> {
  const { addLocale, dateToSerial, format, getLocale } = await import('numfmt')
  if (!getLocale(locale)) addLocale({ decimal: numbers.decimal, group: numbers.thousands }, locale)
  const byFormat = (value: number | string, pattern: string): string => {
    try {
      return format(pattern, value, { locale, nbsp: false }).trim()
    } catch {
      // A pattern that nobody can read shows nothing but the number.
      return String(value).replace('.', numbers.decimal)
    }
  }
  const shortest = (value: number): string => {
    const text = String(Number(value.toPrecision(15)))
    return text.includes('e') ? byFormat(value, 'General') : text.replace('.', numbers.decimal)
  }
  return (value, cell) => {
    if (value === null || value === undefined) return ''
    const pattern = cell?.style?.numFmt
    if (value instanceof Date) {
      const serial = dateToSerial(value, { ignoreTimezone: true })
      return dateText(value, cell?.shown ?? (pattern === undefined || serial === undefined ? '' : byFormat(serial, pattern)))
    }
    if (typeof value === 'boolean') return value ? '1' : '0'
    if (typeof value === 'string') return value
    const shown = cell?.shown === undefined ? null : respelled(cell.shown, value, numbers)
    if (shown !== null) return shown
    return pattern === undefined || /^general$/i.test(pattern) ? shortest(value) : byFormat(value, withoutCountry(pattern))
  }
}

/** A currency is that of a country, and says nothing of how the numbers before it are written. */
function withoutCountry(pattern: string): string {
  return pattern.replace(/\[\$([^\]-]*)-[^\]]*\]/g, (_, sign: string) => (sign === '' ? '' : `"${sign}"`))
}

/** A date that shows no day is the name of a month or a year. */
function dateText(date: Date, shown: string): string {
  if (Number.isNaN(date.getTime())) return ''
  if (/^(?:\p{L}{3,}\.?[\s./-]+)?(?:19|20)\d\d$/u.test(shown) || /^\p{L}{3,}\.?[\s.'’/-]+\d\d$/u.test(shown)) return shown
  const [month, year] = /^(\d\d?)[./-]((?:19|20)\d\d)$/.exec(shown)?.slice(1) ?? []
  if (year !== undefined) return `${month}-${year}`
  const text = date.toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19)
}

// ── what a cell showed where it was saved ──

/** The marks of numbers that programs write: Danish, English, with blanks, Swiss. */
const marks = [
  { decimal: ',', thousands: ['.', ' ', ''] },
  { decimal: '.', thousands: [',', ' ', '’', "'", ''] },
] as const
/** What numbers are shown as: themselves or per cent, and only where they fit neither, thousands or millions. */
const scales = [[1, 100], [1 / 1000], [1 / 1_000_000]]

/**
 * The number as it showed, in the marks of another locale; which marks it has is told by the value that it stands for.
 * null where that does not show.
 */
function respelled(shown: string, value: number, numbers: NumberMarks): string | null {
  const text = shown.replace(/[\u00a0\u202f\u2009]/g, ' ').trim()
  const [number, ...others] = text.match(/\d(?:[\d.,’' ]*\d)?/g) ?? []
  if (number === undefined) return text
  if (/^-?\d(?:[.,]\d+)?E[+-]\d+$/i.test(text)) return text.replace(/[.,]/, numbers.decimal)
  if (others.length > 0) return null
  const readings = marks.flatMap(({ decimal, thousands }) => thousands.flatMap((mark) => readingOf(number, decimal, mark) ?? []))
  for (const own of scales) {
    const isShown = ({ groups, part }: Reading): boolean => {
      const read = Number(`${groups.join('')}.${part || '0'}`)
      const closest = own.filter((scale) => scale !== 100 || text.includes('%')).map((scale) => Math.abs(read - Math.abs(value) * scale))
      return closest.some((distance) => distance <= half * 10 ** -part.length)
    }
    const found = readings.find(isShown)
    if (found)
      return text.replace(number, `${found.groups.join(numbers.thousands)}${found.part === '' ? '' : numbers.decimal}${found.part}`)
  }
  return null
}

/** Half of the last decimal, and what is lost where numbers are not exact. */
const half = 0.500_000_1

type Reading = { groups: string[]; part: string }

function readingOf(number: string, decimal: string, thousands: string): Reading | null {
  const [whole = '', part = '', ...more] = number.split(decimal)
  const groups = thousands === '' ? [whole] : whole.split(thousands)
  const areGroups = groups.every((group, at) => (at === 0 ? /^\d+$/ : /^\d{3}$/).test(group))
  return areGroups && more.length === 0 && /^\d*$/.test(part) ? { groups, part } : null
}

/** 1 → A, 27 → AA. */
function lettersOf(column: number): string {
  const before = Math.floor((column - 1) / 26)
  return `${before > 0 ? lettersOf(before) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`
}
