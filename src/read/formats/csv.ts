/**
 * CSV → rows with places. A state machine of our own, since no parser that we know tells at which column of which
 * line a cell begins, streams in browsers without Node's stream module, and gives up at an overlong cell: an unclosed
 * quote would otherwise swallow the file.
 */

import { type Content, type DecodeOptions, decode } from '../../decode.js'
import { append } from '../../long-lists.js'
import { type InputFormat, MalformedTable, type Row } from './input-format.js'

/** Values between `;`, `,` or tab, quoted or not (RFC 4180); text in any encoding of `decode`. */
export const csv = {
  name: 'CSV',
  extensions: ['csv', 'tsv'],
  rows: csvRows,
  placeOf: (row, index) => ({ line: row.lines[index] ?? row.lines.at(-1) ?? 1, column: row.columns[index] ?? row.columns.at(-1) ?? 1 }),
} satisfies InputFormat

/** No survey has more columns; Excel itself stops at 16,384. */
const mostColumns = 5000
/** Characters in one cell. */
const longestCell = 50_000
/** What the delimiter is told from: so many characters at most, so many rows. */
const headSize = 65_536
const headRows = 50
const pieceOfHead = 1024

async function* csvRows(content: Content, options: DecodeOptions): AsyncGenerator<Row[]> {
  let head = ''
  let parser: Parser | null = null
  for await (const text of decode(content, options)) {
    if (parser) yield parser.push(text)
    else {
      head += text
      if (head.length >= headSize) {
        parser = parserFor(head, false)
        yield parser.push(head)
      }
    }
  }
  if (parser) yield parser.end()
  else {
    const small = parserFor(head, true)
    yield [...small.push(head), ...small.end()]
  }
}

function parserFor(head: string, isWhole: boolean): Parser {
  // Excel's own way to say it, in a line before the headings
  const said = /^sep=([;,\t])\r?\n/i.exec(head)?.[1]
  return csvParser(said ?? delimiterOf(head, isWhole), said ? 1 : 0)
}

const delimiters = [';', ',', '\t']

/**
 * The delimiter that splits most rows into as many cells as the headings; of equal ones the one that makes more
 * columns.
 */
function delimiterOf(head: string, isWhole: boolean): string {
  const tried = delimiters.flatMap((delimiter) => {
    const counts = cellCounts(head, isWhole, delimiter)
    const [columns = 0] = counts
    if (columns < 2) return []
    return [{ delimiter, columns, regular: counts.filter((count) => count === columns).length / counts.length }]
  })
  return tried.sort((a, b) => b.regular - a.regular || b.columns - a.columns)[0]?.delimiter ?? ';'
}

/** Number of cells in each of the first rows, up to the first that is malformed. */
function cellCounts(head: string, isWhole: boolean, delimiter: string): number[] {
  const parser = csvParser(delimiter, 0)
  const counts: number[] = []
  const count = (rows: Row[]): void =>
    append(
      counts,
      rows.map(({ cells }) => cells.length),
    )
  try {
    for (let from = 0; from < head.length && counts.length < headRows; from += pieceOfHead)
      count(parser.push(head.slice(from, from + pieceOfHead)))
    if (isWhole) count(parser.end())
  } catch (error) {
    if (!(error instanceof MalformedTable)) throw error
  }
  return counts
}

/** Every other byte is 0, as in UTF-16 of Western letters, whichever of its two bytes goes first. */
function isUtf16(text: string): boolean {
  return /^[^\0]?\0[^\0]\0/.test(text)
}

/** Text in pieces in, whole rows out. Lines without any character are no rows. */
export type Parser = { push: (text: string) => Row[]; end: () => Row[] }

/** @param skip rows to leave out at the beginning */
export function csvParser(delimiter: string, skip: number): Parser {
  const rows = growingRows(skip)
  const machine: Machine = { state: start, separator: delimiter.charCodeAt(0), rows }

  const push = (text: string): Row[] => {
    const nul = text.indexOf('\0')
    const end = nul < 0 ? text.length : nul
    let at = 0
    while (at < end) at = machine.state(machine, text, at, end)
    if (nul >= 0) {
      const code = isUtf16(text.slice(Math.max(0, nul - 1), nul + 3)) ? 'unmarked-utf16' : 'binary-file'
      throw new MalformedTable(code, {}, rows.placeAt(nul))
    }
    rows.endPiece(text.length, machine.state === quoted)
    return rows.take()
  }

  const end = (): Row[] => {
    if (machine.state === quoted) throw new MalformedTable('unclosed-quote', {}, rows.placeOfCell())
    // After a delimiter one more cell begins, even if the text ends there.
    if (machine.state === start && rows.hasCells()) rows.openCell(0)
    if (machine.state !== start || rows.hasCells()) {
      rows.closeCell()
      rows.closeRow()
    }
    return rows.take()
  }

  return { push, end }
}

// ── the states ──

/** Takes all of the text from `at` to `end` that is its own, says which state follows, and gives where it stopped. */
type State = (machine: Machine, text: string, at: number, end: number) => number
type Machine = { state: State; readonly separator: number; readonly rows: GrowingRows }

const quote = 0x22
const lineFeed = 0x0a
const carriageReturn = 0x0d
const space = 0x20
const tab = 0x09

/** Before a cell. */
const start: State = (machine, text, at) => {
  const code = text.charCodeAt(at)
  if (code === lineFeed && machine.rows.isSecondHalf(code, at)) {
    machine.rows.breakLine(code, at)
    return at + 1
  }
  machine.rows.openCell(at)
  machine.state = code === quote ? quoted : plain
  return code === quote ? at + 1 : at
}

/** In a cell that does not begin with a quote; quotes later in it are its text. */
const plain: State = (machine, text, at, end) => {
  const { separator, rows } = machine
  for (let to = at; to < end; to++) {
    const code = text.charCodeAt(to)
    if (code === separator || code === lineFeed || code === carriageReturn) {
      rows.addText(text.slice(at, to))
      return endCell(machine, code, to)
    }
  }
  rows.addText(text.slice(at, end))
  return end
}

/** Between quotes. */
const quoted: State = (machine, text, at, end) => {
  const { rows } = machine
  let to = at
  for (; to < end; to++) {
    const code = text.charCodeAt(to)
    if (code === quote) break
    if (code === lineFeed || code === carriageReturn) rows.breakLine(code, to)
  }
  rows.addText(text.slice(at, to))
  if (to === end) return end
  machine.state = afterQuote
  return to + 1
}

/** After a quote, which ends the cell unless another one follows. */
const afterQuote: State = (machine, text, at) => {
  const { separator, rows } = machine
  const code = text.charCodeAt(at)
  if (code === separator || code === lineFeed || code === carriageReturn) return endCell(machine, code, at)
  if (code === quote) {
    // A doubled quote stands for one, and the text goes on with it.
    rows.addText('"')
    machine.state = quoted
  } else if (code !== space && code !== tab)
    throw new MalformedTable('text-after-quote', { found: text.slice(at, at + 20) }, rows.placeAt(at))
  return at + 1
}

/** A delimiter or a line break ends a cell. */
function endCell(machine: Machine, code: number, at: number): number {
  machine.rows.closeCell()
  if (code !== machine.separator) {
    machine.rows.closeRow()
    machine.rows.breakLine(code, at)
  }
  machine.state = start
  return at + 1
}

// ── the rows ──

type GrowingRows = ReturnType<typeof growingRows>

/**
 * Rows as they grow, with where each of their cells begins. Knows lines and limits, but no quotes. `at` is an offset
 * in the piece being read.
 */
function growingRows(skip: number) {
  let row: Row = { cells: [], lines: [], columns: [] }
  let rows: Row[] = []
  let skipped = 0
  let cell = ''
  let line = 1
  // offsets in the whole text
  let pieceStart = 0
  let lineStart = 0
  let lastReturn = -2

  const isSecondHalf = (code: number, at: number) => code === lineFeed && pieceStart + at === lastReturn + 1
  const placeAt = (at: number) => ({ line, column: pieceStart + at - lineStart + 1 })
  const placeOfCell = () => ({ line: row.lines.at(-1) ?? line, column: row.columns.at(-1) ?? 1 })
  const checkLength = (isQuoted: boolean): void => {
    if (cell.length <= longestCell) return
    throw isQuoted
      ? new MalformedTable('unclosed-quote', {}, placeOfCell())
      : new MalformedTable('overlong-cell', { limit: longestCell }, placeOfCell())
  }

  return {
    placeAt,
    placeOfCell,
    /** Whether a line feed belongs to the carriage return before it. */
    isSecondHalf,
    hasCells: () => row.cells.length > 0,
    openCell(at: number): void {
      row.lines.push(line)
      row.columns.push(pieceStart + at - lineStart + 1)
    },
    addText(text: string): void {
      cell += text
    },
    closeCell(): void {
      checkLength(false)
      row.cells.push(cell)
      cell = ''
      if (row.cells.length > mostColumns) throw new MalformedTable('too-many-columns', { limit: mostColumns }, placeOfCell())
    },
    closeRow(): void {
      const isBlank = row.cells.length === 1 && row.cells[0]?.trim() === ''
      if (skipped < skip) skipped += 1
      else if (!isBlank) rows.push(row)
      row = { cells: [], lines: [], columns: [] }
    },
    /** A line break ends with this character, or its second half follows. */
    breakLine(code: number, at: number): void {
      if (!isSecondHalf(code, at)) line += 1
      if (code === carriageReturn) lastReturn = pieceStart + at
      lineStart = pieceStart + at + 1
    },
    endPiece(length: number, isQuoted: boolean): void {
      checkLength(isQuoted)
      pieceStart += length
    },
    /** Whole rows, once. */
    take(): Row[] {
      const done = rows
      rows = []
      return done
    },
  }
}
