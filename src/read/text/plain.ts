/**
 * Plain text and Markdown, as they are written and as they come out of other formats: hard-wrapped lines, words
 * hyphenated at a line's end, blank lines between all lines, tables as pipes, as lines of numbers, or as one cell a
 * line. Markdown's own marks are taken off.
 *
 * A parser of Markdown would see no table in most of this and is slow on hostile nesting; here every line is looked
 * at once or twice.
 */

import { locales } from '../../locale/index.js'
import { append, greatest } from '../../long-lists.js'
import type { Mark, Passage, TextBlock, TextRow, TextTable } from './passages.js'

/** A line of words. `gap`: blank lines before it. */
export type TextLine = { text: string; line: number | null; page: number | null; gap: number }

/** What stands together. `cell`: a number that stands alone, as a table's do. */
type Piece = { type: 'heading' | 'paragraph' | 'point' | 'cell'; lines: TextLine[] } | PipeTable
type PipeTable = { type: 'pipes'; rows: { cells: Passage[]; isRule: boolean }[] }

/** Blocks of a text. A form feed starts a page. */
export function blocksOfPlainText(text: string): TextBlock[] {
  return blocksOfLines(linesOf(text))
}

/** Blocks of lines in reading order, from whatever format. */
export function blocksOfLines(lines: TextLine[]): TextBlock[] {
  return withTables(continued(piecesOf(closeDoubleSpacing(lines))).map(partOf))
}

/** The passage that lines make: one blank between them, words hyphenated at a line's end put together. */
export function passageOf(lines: readonly Pick<TextLine, 'text' | 'line' | 'page'>[]): Passage {
  const marks: Mark[] = []
  const parts: string[] = []
  let length = 0
  let last = ''
  for (const { text, line, page } of lines) {
    const joined = last === '' ? { cut: 0, blank: '' } : joint(last, text)
    if (joined.cut > 0) {
      parts.push((parts.pop() ?? '').slice(0, -joined.cut))
      length -= joined.cut
    }
    parts.push(joined.blank)
    length += joined.blank.length
    marks.push({ at: length, line, page })
    parts.push(text)
    length += text.length
    last = `${last.slice(0, last.length - joined.cut)}${joined.blank}${text}`.slice(-longestAddress)
  }
  return { text: parts.join(''), marks }
}

const conjunctions = new Set(Object.values(locales).flatMap(({ claimWords }) => claimWords.conjunctions))

/** As far back as an address of the web is known to be one. */
const longestAddress = 300

/** How two lines meet: how much to cut from the first, and what to put between. */
function joint(first: string, second: string): { cut: number; blank: string } {
  if (!/\p{L}-$/u.test(first.slice(-2)) || !/^\p{Ll}/u.test(second)) return { cut: 0, blank: ' ' }
  const next = /^[^\s,.;:]+/u.exec(second.slice(0, 40))?.[0] ?? ''
  // An address of the web is broken at its own hyphens.
  if (/(?:\/|\bwww\.)\S*$/.test(first)) return { cut: 0, blank: '' }
  if (conjunctions.has(next)) return { cut: 0, blank: ' ' }
  const isAbbreviation = /(?:^|[^\p{L}])\p{Lu}+-$/u.test(first.slice(-12))
  return { cut: isAbbreviation ? 0 : 1, blank: '' }
}

// ── lines ──

function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = []
  const hasPages = text.includes('\f')
  let gap = 0
  let page = 1
  let number = 0
  for (const raw of text.split(/\r\n|\n|\r/)) {
    number += 1
    for (const [index, part] of raw.split('\f').entries()) {
      if (index > 0) page += 1
      const clean = part
        .replace(/\u00ad(?=\s*$)/, '-')
        .replaceAll('\u00ad', '')
        .trim()
      if (clean === '' || isRuler(clean)) gap += index === 0 || clean !== '' ? 1 : 0
      else {
        lines.push({ text: clean, line: number, page: hasPages ? page : null, gap })
        gap = 0
      }
    }
  }
  return lines
}

/** A rule across the page, or the line under a heading. */
function isRuler(text: string): boolean {
  return /^(?:-{3,}|={3,}|_{3,}|\*{3,})$/.test(text)
}

const fewestSpaced = 5

/**
 * Text printed with a blank line between all its lines: where most long lines that end in the middle of a sentence
 * are followed by exactly one blank line and then by a small letter, such a blank line separates nothing.
 */
function closeDoubleSpacing(lines: TextLine[]): TextLine[] {
  const after = lines.slice(1).filter(({ text }, index) => isLongAndOpen(lines[index]?.text ?? '') && /^\p{Ll}/u.test(text))
  const spaced = after.filter(({ gap }) => gap === 1).length
  if (spaced < fewestSpaced || spaced <= after.length / 2) return lines
  return lines.map((line) => ({ ...line, gap: Math.max(0, line.gap - 1) }))
}

function isLongAndOpen(text: string): boolean {
  return text.length >= 50 && text.length <= 160 && /[\p{L}\p{N},-]$/u.test(text.slice(-2))
}

// ── pieces ──

const bullet = /^(?:[•·▪◦–*o-]|\d{1,2}[.)])\s+(?=\S)/
const longestCell = 40
const mostColumns = 200

function piecesOf(lines: readonly TextLine[]): Piece[] {
  return chunksOf(lines).flatMap(piecesOfChunk)
}

/** Lines without a blank one between them, those of a table of pipes apart. */
function chunksOf(lines: readonly TextLine[]): TextLine[][] {
  const chunks: TextLine[][] = []
  let last: TextLine | undefined
  for (const line of lines) {
    const isNew = !last || line.gap > 0 || isPipes(line.text) !== isPipes(last.text)
    if (isNew) chunks.push([line])
    else chunks.at(-1)?.push(line)
    last = line
  }
  return chunks
}

function isPipes(text: string): boolean {
  return text.length > 2 && text.startsWith('|') && text.endsWith('|') && text.split('|', mostColumns + 3).length <= mostColumns + 2
}

function piecesOfChunk(chunk: TextLine[]): Piece[] {
  if (isPipes(chunk[0]?.text ?? '')) return [{ type: 'pipes', rows: chunk.map(pipeRow) }]
  if (chunk.every(({ text }) => isCell(text))) return chunk.map((line) => ({ type: 'cell', lines: [withoutMarks(line)] }))
  const spaced = spacedTable(chunk)
  if (spaced) return [...restOfChunk(chunk.slice(0, spaced.from)), spaced.table, ...restOfChunk(chunk.slice(spaced.to))]
  const rowWidth = widthOfRows(chunk)
  const pieces: Piece[] = []
  for (const line of chunk) {
    const row = rowWidth > 0 ? trailingCells(line.text) : null
    if (row && row.cells.length === rowWidth) {
      if (row.label !== '') add(pieces, { ...line, text: row.label })
      append(
        pieces,
        row.cells.map((text): Piece => ({ type: 'cell', lines: [withoutMarks({ ...line, text })] })),
      )
    } else add(pieces, line)
  }
  return pieces
}

function restOfChunk(lines: TextLine[]): Piece[] {
  return lines.length === 0 ? [] : piecesOfChunk(lines)
}

/** Fields of a line that tabs, or at least two blanks, part. */
function fieldsOf(text: string): string[] {
  return text.length > longestRow ? [text] : text.split(/\t+| {2,}/, mostColumns).map((field) => field.trim())
}

const longestRow = 1000
const isEmptyCell = (text: string) => /^[-–—]$/.test(text)

/** The first run of at least two rows of numbers, under a head with as many fields or one over the numbers alone. */
function spacedTable(chunk: readonly TextLine[]): { from: number; to: number; table: PipeTable } | null {
  const fields = chunk.map(({ text }) => fieldsOf(text))
  const isRow = ([label = '', ...cells]: string[]) =>
    cells.length > 0 && !isCell(label) && cells.every((cell) => isCell(cell) || isEmptyCell(cell))
  for (let at = 1; at < chunk.length; at += 1) {
    const width = fields[at]?.length ?? 0
    const isOf = (row: string[] | undefined) => row?.length === width && isRow(row)
    if (!isOf(fields[at])) continue
    let to = at + 1
    while (to < chunk.length && isOf(fields[to])) to += 1
    const heads = headsOver(fields.slice(Math.max(0, at - 2), at), width)
    if (to - at < 2 || heads.length === 0) {
      at = to
      continue
    }
    const from = at - heads.length
    const rowOf = (cells: readonly string[], index: number, isRule = false) => ({
      cells: cells.map((text) => passageOf([withoutMarks({ ...(chunk[index] as TextLine), text })])),
      isRule,
    })
    const rows = range(at, to).map((index) => rowOf(fields[index] as string[], index))
    const headed = heads.map((cells, index) => rowOf(cells, from + index))
    const rule = rowOf(new Array<string>(width).fill('---'), at, true)
    return { from, to, table: { type: 'pipes', rows: [...headed, rule, ...rows] } }
  }
  return null
}

/** The heads of a table's columns, at most two lines of them: what stands over several columns is of each of them. */
function headsOver(lines: readonly string[][], width: number): string[][] {
  const [own, over] = [lines.at(-1), lines.at(-2)]
  const isHead = (fields: readonly string[]) => fields.every((field) => /^(?:19|20)\d\d$/.test(field) || /[\p{L}\d].{2}/u.test(field))
  const isWorded = own?.some((field) => /\p{L}/u.test(field)) ?? false
  if (!own || own.length < 2 || !isWorded || own.some((field) => /[.!?]$/.test(field)) || !isHead(own)) return []
  if (own.length === width) return [own]
  if (own.length !== width - 1) return []
  const span = over && over.length > 1 && own.length % over.length === 0 && isHead(over) ? own.length / over.length : 0
  return [...(span > 0 && over ? [['', ...over.flatMap((field) => new Array<string>(span).fill(field))]] : []), ['', ...own]]
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}

/** A heading or a point starts a piece, another line goes on with the one before. */
function add(pieces: Piece[], line: TextLine): void {
  const last = pieces.at(-1)
  const heading = isCapitals(line.text) ? '' : /^#{1,6}\s+(?=\S)/.exec(line.text)?.[0]
  const point = /^\d/.test(line.text) && (last?.type === 'paragraph' || isDate(line.text)) ? undefined : bullet.exec(line.text)?.[0]
  const clean = withoutMarks({ ...line, text: line.text.slice((heading ?? point ?? '').length) })
  if (heading !== undefined) pieces.push({ type: 'heading', lines: [clean] })
  else if (point !== undefined) pieces.push({ type: 'point', lines: [clean] })
  else if (last && isProse(last) && !looksLikeCaption(clean.text)) last.lines.push(clean)
  else pieces.push({ type: 'paragraph', lines: [clean] })
}

/** A heading that is only told by its capitals. */
function isCapitals(text: string): boolean {
  return text.length <= 120 && /\p{Lu}{4}/u.test(text) && !/[\p{Ll}\d|]/u.test(text)
}

const months = new Set(Object.values(locales).flatMap(({ document }) => document.months.map((month) => month.toLowerCase())))

/** "28. august 2018" is no member of a list. */
function isDate(text: string): boolean {
  return months.has(/^\d{1,2}\. (\p{L}{3,12})/u.exec(text.slice(0, 20))?.[1] ?? '')
}

/** Takes off emphasis, note marks and the backslashes of Markdown. */
function withoutMarks(line: TextLine): TextLine {
  const text = line.text
    .replace(/<sup>[^<>]{0,8}<\/sup>/g, '')
    .replace(/[*¹²³⁴⁵⁶⁷⁸⁹⁰†‡]+/g, '')
    .replace(/\\(?=[\\`_{}[\]()#+.!|-])/g, '')
  return { ...line, text: text.trim() }
}

/** A number as a table prints it: "83", "3.628", "89*", "4,8 %", "62 (4,8 %)", "76 (+3)". */
export function isCell(text: string): boolean {
  return text.length <= longestCell && /^[-−–+]?\d[\d.,]*(?:\s?%)?(?:\s?\([-−–+±]?\d[\d.,]*\s?%?\))?\s?[*¹²³]{0,3}$/.test(text)
}

/**
 * How many numbers end the lines that look like rows of one table, where at least two have as many; 0 where there are
 * none. Prose ends a line with two numbers now and then, but not time and again with as many.
 */
function widthOfRows(chunk: readonly TextLine[]): number {
  const counts = new Map<number, number>()
  for (const { text } of chunk) {
    const width = trailingCells(text)?.cells.length ?? 0
    if (width >= 2) counts.set(width, (counts.get(width) ?? 0) + 1)
  }
  const [width, count] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0]
  return count >= 2 ? width : 0
}

/** A line's label and the numbers at its end; null where it ends with none. */
function trailingCells(text: string): { label: string; cells: string[] } | null {
  if (text.length > 400) return null
  let start = text.length
  while (start > 0 && /[\d.,%()*\s+±−–-]/.test(text[start - 1] ?? '')) start -= 1
  while (start < text.length && start > 0 && !/\s/.test(text[start] ?? '')) start += 1
  // "(under 30) 87 410": the bracket that closes here was opened in the label
  const closing = text.indexOf(')', start)
  const opening = text.indexOf('(', start)
  if (closing !== -1 && (opening === -1 || closing < opening)) start = closing + 1
  const tail = text.slice(start)
  const cells = tail.match(/(?:(?<=^|\s)[-−–+])?\d[\d.,]*(?:\s?%)?(?:\s\([-−–+±]?\d[\d.,]*\s?%?\))?[*]{0,3}/g) ?? []
  return cells.length === 0 ? null : { label: text.slice(0, start).trim(), cells }
}

function pipeRow(line: TextLine): PipeTable['rows'][number] {
  const cells = line.text
    .slice(1, -1)
    .split('|')
    .map((cell) => passageOf([withoutMarks({ ...line, text: cell.trim() })]))
  return { cells, isRule: cells.every(({ text }) => /^:?-+:?$/.test(text)) }
}

/** A piece that begins in the middle of a word or with a small letter goes on with the one before. */
function continued(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    const goesOn = last && isProse(last) && piece.type === 'paragraph' && continues(last.lines, piece.lines)
    if (goesOn) joined[joined.length - 1] = { ...last, lines: [...last.lines, ...piece.lines] }
    else joined.push(piece)
  }
  return joined
}

function isProse(piece: Piece): piece is { type: 'paragraph' | 'point'; lines: TextLine[] } {
  return piece.type === 'paragraph' || piece.type === 'point'
}

function continues(before: readonly TextLine[], after: readonly TextLine[]): boolean {
  const [last, first] = [before.at(-1)?.text ?? '', after[0]]
  if (!first || first.gap > 1 || !/^\p{Ll}/u.test(first.text)) return false
  return /\p{L}-$/u.test(last.slice(-2)) || (last.length >= 50 && !looksLikeCaption(before[0]?.text ?? ''))
}

// ── tables ──

const mostLabels = 12
const mostHeads = 60
const longestLabel = 240

/** What looks like a table's or chart's caption: "Tabel 1: …". */
function looksLikeCaption(text: string): boolean {
  return /^\p{L}{3,12}\s\d{1,3}\s?[:.–-]\s/u.test(text.slice(0, 24))
}

/** A piece with its words as one passage: blocks and table hold the same one. */
type Part = { type: 'heading' | 'paragraph' | 'point' | 'cell'; passage: Passage } | PipeTable

function partOf(piece: Piece): Part {
  return piece.type === 'pipes' ? piece : { type: piece.type, passage: passageOf(piece.lines) }
}

/** Puts numbers that stand alone together with the words before them to rows, and rows to tables. */
function withTables(pieces: readonly Part[]): TextBlock[] {
  const blocks: TextBlock[] = []
  let pipes: TextTable | null = null
  let at = 0
  for (const table of looseTables(pieces)) {
    pipes = addBlocks(blocks, pieces.slice(at, table.firstCell), pipes)
    blocks.push(table.block)
    at = table.end
  }
  addBlocks(blocks, pieces.slice(at), pipes)
  return blocks
}

function addBlocks(blocks: TextBlock[], pieces: readonly Part[], open: TextTable | null): TextTable | null {
  let pipes = open
  for (const piece of pieces) {
    if (piece.type !== 'pipes') {
      blocks.push({ type: piece.type === 'cell' ? 'paragraph' : piece.type, passage: piece.passage })
      continue
    }
    const table = tableOfPipes(piece, pipes)
    if (table !== pipes) blocks.push(table)
    pipes = table
  }
  return pipes
}

/**
 * Rows of a table of pipes. One without words in its heads goes on with the table before it, where that has as many
 * columns.
 */
function tableOfPipes({ rows }: PipeTable, before: TextTable | null): TextTable {
  const rule = rows.findIndex(({ isRule }) => isRule)
  const heads = rows.slice(0, Math.max(rule, 0)).map(({ cells }) => cells)
  const isWorded = heads.some((cells) => cells.some(({ text }) => text !== ''))
  const filled = rows.slice(rule + 1).filter(({ cells, isRule }) => !isRule && cells.some(({ text }) => text !== ''))
  const body = filled.map(({ cells }): TextRow => ({ labels: cells.slice(0, 1), cells: cells.slice(1) }))
  const width = (rows[0]?.cells.length ?? 1) - 1
  if (!isWorded && before && before.columns.length === width) {
    append(before.rows, body)
    return before
  }
  const columns = Array.from({ length: width }, (_, column) => heads.flatMap((cells) => cells[column + 1] ?? []))
  return { type: 'table', columns, heads: [], rows: body }
}

type Run = { start: number; end: number }
type LooseTable = { block: TextTable; firstCell: number; end: number }

/**
 * Tables whose cells stand in lines of their own. `firstCell` and `end` are indices of pieces; the heads stand
 * before.
 */
function looseTables(pieces: readonly Part[]): LooseTable[] {
  const groups: Run[][] = []
  let floor = 0
  for (const run of runsOfCells(pieces)) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    if (last && before && before.end - before.start === run.end - run.start && areLabels(pieces, before.end, run.start)) last.push(run)
    else groups.push([run])
  }
  return groups.flatMap((runs) => {
    const [first, last] = [runs[0], runs.at(-1)]
    if (!first || !last || runs.length < (first.end - first.start === 1 ? 3 : 2)) return []
    const start = startOfHeads(pieces, first, floor)
    floor = last.end
    const heads = passages(pieces, start, first.start)
    // The first row's words stand right after the heads: it has no more of them than the others.
    const mostOfOthers = greatest(runs.slice(1).map((run, index) => run.start - (runs[index]?.end ?? run.start)))
    const rows = runs.map((run, index): TextRow => {
      const from = index === 0 ? Math.max(start, run.start - mostOfOthers) : (runs[index - 1]?.end ?? run.start)
      return { labels: passages(pieces, from, run.start), cells: passages(pieces, run.start, run.end) }
    })
    return [{ block: { type: 'table', columns: [], heads, rows }, firstCell: first.start, end: last.end }]
  })
}

function runsOfCells(pieces: readonly Part[]): Run[] {
  const runs: Run[] = []
  for (const [index, piece] of pieces.entries()) {
    if (piece.type !== 'cell') continue
    const last = runs.at(-1)
    if (last?.end === index) last.end = index + 1
    else runs.push({ start: index, end: index + 1 })
  }
  return runs
}

/** Whether the pieces between two rows can be the second one's words. */
function areLabels(pieces: readonly Part[], from: number, to: number): boolean {
  if (to - from > mostLabels) return false
  return pieces.slice(from, to).every((piece) => {
    if (piece.type !== 'paragraph' && piece.type !== 'heading') return false
    return piece.passage.text.length <= longestLabel && !looksLikeCaption(piece.passage.text)
  })
}

/** Where a table's heads begin: after its caption, else as many short pieces back as it can have heads. */
function startOfHeads(pieces: readonly Part[], { start, end }: Run, floor: number): number {
  const lowest = Math.max(floor, start - mostHeads)
  for (let at = start - 1; at >= lowest; at -= 1) {
    const piece = pieces[at]
    if (piece && piece.type !== 'pipes' && looksLikeCaption(piece.passage.text)) return at + 1
  }
  return Math.max(floor, start - (end - start) - 2)
}

function passages(pieces: readonly Part[], from: number, to: number): Passage[] {
  return pieces.slice(from, to).flatMap((piece) => (piece.type === 'pipes' ? [] : [piece.passage]))
}
