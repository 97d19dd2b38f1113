/**
 * CSV → rows with places. A state machine of our own, since no parser that we know tells at which column of which line a cell begins, streams in
 * browsers without Node's stream module, and gives up at an overlong cell: an unclosed quote would otherwise swallow the file.
 */
import { type Content, type DecodeOptions, decode } from '../../decode.js'
import { type InputFormat, MalformedTable, type Row } from './input-format.js'

/** Values between `;`, `,` or tab, quoted or not (RFC 4180); text in any encoding of `decode`. */
export const csv: InputFormat = {
  name: 'CSV',
  extensions: ['csv', 'tsv'],
  rows: csvRows,
  placeOf: (row, index) => ({ line: row.lines[index] ?? row.lines.at(-1) ?? 1, column: row.columns[index] ?? row.columns.at(-1) ?? 1 }),
}

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

/** The delimiter that splits most rows into as many cells as the headings; of equal ones the one that makes more columns. */
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
  const count = (rows: Row[]): void => void counts.push(...rows.map(({ cells }) => cells.length))
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

const quote = 0x22
const lineFeed = 0x0a
const carriageReturn = 0x0d
const space = 0x20
const tab = 0x09

/** @param skip rows to leave out at the beginning */
export function csvParser(delimiter: string, skip: number): Parser {
  const separator = delimiter.charCodeAt(0)
  let state: 'start' | 'plain' | 'quoted' | 'closed' = 'start'
  let row: Row = { cells: [], lines: [], columns: [] }
  let rows: Row[] = []
  let skipped = 0
  /** the cell so far, from earlier pieces or before a doubled quote */
  let cell = ''
  let line = 1
  /** offsets in the whole text: of this piece, of this line */
  let pieceStart = 0
  let lineStart = 0
  let afterReturn = false

  const openCell = (offset: number): void => {
    row.lines.push(line)
    row.columns.push(pieceStart + offset - lineStart + 1)
  }
  const here = () => ({ line: row.lines.at(-1) ?? line, column: row.columns.at(-1) ?? 1 })
  const checkLength = (): void => {
    if (cell.length <= longestCell) return
    throw state === 'quoted'
      ? new MalformedTable('unclosed-quote', {}, here())
      : new MalformedTable('overlong-cell', { limit: longestCell }, here())
  }
  const closeCell = (): void => {
    checkLength()
    row.cells.push(cell)
    cell = ''
    state = 'start'
    if (row.cells.length > mostColumns) throw new MalformedTable('too-many-columns', { limit: mostColumns }, here())
  }
  const closeRow = (): void => {
    const isBlank = row.cells.length === 1 && row.cells[0]?.trim() === ''
    if (skipped < skip) skipped += 1
    else if (!isBlank) rows.push(row)
    row = { cells: [], lines: [], columns: [] }
  }
  /** A line break ends with this character, or its second half follows. */
  const breakLine = (code: number, offset: number): void => {
    if (!(code === lineFeed && afterReturn)) line += 1
    lineStart = pieceStart + offset + 1
  }

  const push = (text: string): Row[] => {
    const nul = text.indexOf('\0')
    const length = nul < 0 ? text.length : nul
    /** where what is not yet in `cell` begins */
    let from = 0
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i)
      const isBreak = code === lineFeed || code === carriageReturn
      if (isBreak && code === lineFeed && afterReturn && state === 'start' && row.lines.length === 0) {
        // second half of the line break that ended the row
        breakLine(code, i)
        afterReturn = false
        continue
      }
      if (state === 'start') {
        openCell(i)
        from = i
        state = code === quote ? 'quoted' : 'plain'
        if (code === quote) {
          from = i + 1
          afterReturn = false
          continue
        }
      }
      if (state === 'quoted') {
        if (code === quote) {
          cell += text.slice(from, i)
          state = 'closed'
        } else if (isBreak) breakLine(code, i)
      } else if (state === 'closed' && code === quote) {
        // a doubled quote stands for one, and the text goes on with it
        from = i
        state = 'quoted'
      } else if (code === separator || isBreak) {
        if (state === 'plain') cell += text.slice(from, i)
        closeCell()
        if (isBreak) {
          closeRow()
          breakLine(code, i)
        }
      } else if (state === 'closed' && code !== space && code !== tab) {
        throw new MalformedTable('text-after-quote', { found: text.slice(i, i + 20) }, { line, column: pieceStart + i - lineStart + 1 })
      }
      afterReturn = code === carriageReturn
    }
    if (nul >= 0) {
      const code = isUtf16(text.slice(Math.max(0, nul - 1), nul + 3)) ? 'unmarked-utf16' : 'binary-file'
      throw new MalformedTable(code, {}, { line, column: pieceStart + nul - lineStart + 1 })
    }
    if (state === 'plain' || state === 'quoted') cell += text.slice(from)
    checkLength()
    pieceStart += text.length
    const done = rows
    rows = []
    return done
  }

  const end = (): Row[] => {
    if (state === 'quoted') throw new MalformedTable('unclosed-quote', {}, here())
    if (state === 'start' && row.cells.length > 0) openCell(0)
    if (state !== 'start' || row.cells.length > 0) {
      closeCell()
      closeRow()
    }
    const done = rows
    rows = []
    return done
  }

  return { push, end }
}
