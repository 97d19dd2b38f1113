/** How wide the columns of a table are. */
import type { Table, TableRow } from '../../document/blocks.js'
import { gridOf } from '../../document/grid.js'
import { textWidth } from '../fonts.js'
import { type Hyphenate, softHyphen } from '../hyphenation.js'
import { paperTable, paperText, type TextStyle } from '../theme.js'
import { wrapText } from '../wrap.js'
import type { Context } from './context.js'
import { fullWidth } from './piece.js'
import { paperWords } from './words.js'

/** `overhang`: of the last column, the room that its marks take outside its digits, inside the rules of the table */
export type ColumnWidths = { stub: number; columns: number[]; overhang: number }

/** What a column is given where there is room; words are given their own line, up to the widest word. */
const wantedWidth = { value: paperTable.valueColumn, count: paperTable.countColumn, text: 0 }

/** The stub is never narrower. */
const leastStub = 95

/** a wider word in a column is parted */
const widestWord = 110

/** between the numbers or the head of a column and what stands left of them */
export const columnGap = 6

/** Names of rows on more lines than these make a long table of a short one. */
const mostStubLines = 2

/**
 * Widths of stub and columns: those of the theme, or what a word or number needs. Where the names of rows would be
 * towers of words, the columns are as narrow as their parted words allow, and the stub takes what it needs of the rest.
 */
export function columnWidths(table: Table, { hyphenate }: Context): ColumnWidths {
  const { stub, columns } = widthsWithoutMarks(table, hyphenate)
  const overhang = Math.max(0, ...gridOf(table).rows.map(({ cells }) => widthOfMarks(cells.at(-1)?.marks ?? [])))
  return { stub: stub - overhang, columns: columns.map((width, index) => width + (index === columns.length - 1 ? overhang : 0)), overhang }
}

type Widths = Omit<ColumnWidths, 'overhang'>

/** Marks are small, since a letter is no part of the number it stands at. */
export const markStyle: TextStyle = { ...paperText.cell, size: paperText.cell.size * 0.8, weight: 400, colour: 'accent' }

export function widthOfMarks(marks: readonly string[]): number {
  return textWidth(marks.join(''), markStyle.size, markStyle.weight)
}

function widthsWithoutMarks(table: Table, hyphenate: Hyphenate): Widths {
  const widths = withReadableHeads(table, ...columnsBesideStub(table, leastStub, (word) => word), hyphenate)
  const isTower = (stub: number) => stubLines(table, stub, hyphenate) > mostStubLines
  if (!isTower(widths.stub)) return widths
  const wanted = stubSteps.find((width) => !isTower(width)) ?? (stubSteps.at(-1) as number)
  const [columns] = columnsBesideStub(table, wanted, (word) => widestPart(word, hyphenate))
  return withReadableHeads(table, columns, 0, hyphenate)
}

/** Widths that the stub is given where its words need them. */
const stubSteps = Array.from({ length: 13 }, (_, index) => leastStub + 16 * index)

/** Lines of the row with the longest name. */
function stubLines({ rows }: Table, width: number, hyphenate: Hyphenate): number {
  const { cell } = paperText
  const counts = rows.map(({ label, indent, kind }) => {
    if (kind === 'group') return 0
    const weight = kind === 'row' ? 400 : 600
    return wrapText(hyphenate(paperWords(label)), width - indent * paperTable.indent, cell.size, weight).length
  })
  return Math.max(0, ...counts)
}

/** Of a long word the wider half, with a hyphen, parted where this is least. */
function widestPart(word: string, hyphenate: Hyphenate): string {
  const { size, weight } = paperText.tableHead
  const syllables = hyphenate(word).split(softHyphen)
  const halves = syllables.slice(1).map((_, index) => [`${syllables.slice(0, index + 1).join('')}-`, syllables.slice(index + 1).join('')])
  const widest = [[word], ...halves].map((parts) =>
    parts.reduce((a, b) => (textWidth(a, size, weight) >= textWidth(b, size, weight) ? a : b)),
  )
  return widest.reduce((a, b) => (textWidth(b, size, weight) < textWidth(a, size, weight) ? b : a))
}

/**
 * The columns where the stub has at least so much, and what it can spare. Where all wishes leave too little for the
 * stub, every column gets what it needs and a share of what is left; where there is not even that, words in cells go
 * on lines of their own. `partOf`: what of a word has to stand on one line
 */
function columnsBesideStub(table: Table, stub: number, partOf: (word: string) => string): [columns: number[], spare: number] {
  const inOneLine = table.columns.map((_, index) => neededWidth(table, index, (cell) => [cell], partOf))
  const hasRoom = inOneLine.reduce((total, width) => total + width, 0) <= fullWidth - stub
  const needed = hasRoom ? inOneLine : table.columns.map((_, index) => neededWidth(table, index, (cell) => cell.split(' '), partOf))
  const wanted = table.columns.map(({ kind }, index) =>
    Math.max((kind === 'text' ? inOneLine : needed)[index] as number, wantedWidth[kind]),
  )
  const sum = (widths: number[]) => widths.reduce((total, width) => total + width, 0)
  const floor = table.columns.some(({ kind }) => kind === 'text') ? Math.max(leastStub, widestOfStub(table)) : leastStub
  const available = fullWidth - Math.max(stub, floor)
  const share = sum(wanted) <= available ? 1 : Math.max(0, (available - sum(needed)) / (sum(wanted) - sum(needed)))
  const most = Math.max(available, Math.min(sum(needed), fullWidth - floor))
  const scale = Math.min(1, most / sum(needed))
  const columns = needed.map((least, index) => scale * (least + share * ((wanted[index] as number) - least)))
  return [columns, Math.max(0, fullWidth - sum(columns) - Math.max(leastStub, ...table.rows.map(oneLine)))]
}

/** Heads on more lines than these look like towers. */
const mostHeadLines = 3

/** Columns whose heads are towers get of what the stub does not need, each as much. */
function withReadableHeads(table: Table, columns: readonly number[], spare: number, hyphenate: Hyphenate): Widths {
  const { tableHead } = paperText
  const isTower = ({ label }: Table['columns'][number], width: number) =>
    wrapText(hyphenate(paperWords(label)), width - columnGap, tableHead.size, tableHead.weight).length > mostHeadLines
  let left = spare
  const widened = [...columns]
  while (left > 0) {
    const towers = table.columns.flatMap((column, index) => (isTower(column, widened[index] as number) ? [index] : []))
    if (towers.length === 0 || left < towers.length) break
    for (const index of towers) widened[index] = (widened[index] as number) + 1
    left -= towers.length
  }
  return { stub: fullWidth - widened.reduce((total, width) => total + width, 0), columns: widened }
}

/** How wide the name of a row is on one line. */
function oneLine({ label, detail, indent, kind }: TableRow): number {
  const { cell, detail: soft } = paperText
  const widths = [
    textWidth(paperWords(label), cell.size, kind === 'row' ? 400 : 600),
    textWidth(paperWords(detail ?? []), soft.size, soft.weight),
  ]
  return kind === 'group' ? 0 : columnGap + indent * paperTable.indent + Math.max(...widths)
}

/** The widest word among the names of rows, which columns of words leave room for. */
function widestOfStub({ rows }: Table): number {
  const { cell } = paperText
  const words = rows.flatMap(({ label }) => paperWords(label).split(/(?<=[ -])/))
  return columnGap + Math.max(...words.map((word) => textWidth(word.trim(), cell.size, cell.weight)))
}

/** The widest word of the head or piece of a cell, with a gap. A number has a no-break space before its unit. */
function neededWidth(
  { columns, rows }: Table,
  index: number,
  piecesOf: (cell: string) => string[],
  partOf: (word: string) => string,
): number {
  const { tableHead, strongCell } = paperText
  const words = paperWords(columns[index]?.label ?? []).split(/(?<=[ -])/)
  const numbers = rows.flatMap(({ cells }) => piecesOf(paperWords(cells[index]?.children ?? [])))
  const widths = [
    ...words.map((word) => textWidth(partOf(word.trim()), tableHead.size, tableHead.weight)),
    ...numbers.map((number) => textWidth(number, strongCell.size, strongCell.weight)),
  ]
  const gap = columns[index]?.kind === 'text' ? paperTable.textGap + columnGap : columnGap
  return gap + Math.min(widestWord, Math.max(...widths))
}

export const rowPadding = { above: 3.2, below: 3.6 }

/** Room for the words of the stub's head and of each column's. */
export function widthsOfHeads({ columns }: Table, widths: ColumnWidths): number[] {
  const gapOf = (index: number) => (columns[index]?.kind === 'text' ? paperTable.textGap : columnGap)
  const roomOf = (index: number) => (index === columns.length - 1 ? widths.overhang : 0)
  return [widths.stub, ...widths.columns.map((width, index) => width - gapOf(index) - roomOf(index))]
}

/** Lines of the stub's head and of each column's. */
export function headLines(table: Table, widths: ColumnWidths, { hyphenate }: Context): number[] {
  const { size, weight } = paperText.tableHead
  const cells = widthsOfHeads(table, widths)
  return [table.stubHead, ...table.columns.map(({ label }) => label)].map(
    (label, index) => wrapText(hyphenate(paperWords(label)), cells[index] as number, size, weight).length,
  )
}
