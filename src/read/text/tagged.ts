/**
 * A PDF's own tags → blocks: headings, paragraphs, points, captions, and tables with their rows and cells. Tags do not
 * tell how far a head spans: that is seen from where it stands.
 */
import { append, greatest, least } from '../../long-lists.js'
import { emptyPassage, type GridCell, tableOfGrid } from './grid.js'
import type { Passage, TextBlock } from './passages.js'

/** A tag as pdfjs gives it: others inside it, or the id of what is drawn for it. */
export type Tag = { role?: string; type?: string; id?: string; children?: readonly Tag[] }

/** What a tag's words are, and between which heights across the page they stand. */
export type Drawn = { passage: Passage; left: number; right: number }

/** A page: its tags, and how words are found that are drawn for some of them. */
export type TaggedPage = { root: Tag; draw: (ids: readonly string[]) => Drawn | null }

const passageTypes: Readonly<Record<string, 'heading' | 'paragraph' | 'point' | 'caption'>> = {
  ...Object.fromEntries(['H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'Title'].map((role) => [role, 'heading' as const])),
  ...Object.fromEntries(['P', 'Note', 'FENote', 'BlockQuote', 'Formula', 'Aside'].map((role) => [role, 'paragraph' as const])),
  LI: 'point',
  Caption: 'caption',
}

type Cell = Drawn & { isHead: boolean }

/** Blocks of tagged pages. A table that goes on over a page is one, also where its heads are said again. */
export function blocksOfTags(pages: readonly TaggedPage[]): TextBlock[] {
  const blocks: TextBlock[] = []
  let open: Cell[][] | null = null
  const close = () => {
    if (open) append(blocks, tableOfGrid(gridOf(open)))
    open = null
  }
  let list: number | null = null
  for (const page of pages) {
    const start = blocks.length
    let isFirst = true
    const visit = (tag: Tag): void => {
      const role = tag.role ?? ''
      if (role === 'Figure') return
      if (role === 'Table') {
        const caption = (tag.children ?? []).flatMap((child) => (child.role === 'Caption' ? (page.draw(idsOf(child)) ?? []) : [])).at(0)
        const rows = rowsOf(tag, page)
        if (isFirst && open && !caption) append(open, withoutHeads(rows, open))
        else {
          close()
          if (caption) addPassage(blocks, 'caption', caption)
          open = rows
        }
        isFirst = false
        return
      }
      const type = passageTypes[role]
      if (!type) {
        for (const child of tag.children ?? []) visit(child)
        return
      }
      const drawn = page.draw(idsOf(tag))
      if (!drawn) return
      close()
      if (isFirst && continues(blocks.at(-1), type, drawn)) joinTo(blocks, drawn)
      else addPassage(blocks, type, drawn)
      isFirst = false
    }
    visit(page.root)
    list = joinPoints(blocks, start, list)
  }
  close()
  return blocks
}

/**
 * Points that go on under the tables at the top of a page come right after those of the pages before. `end`: where a
 * list ends that the page before ended with; null where it did not. Gives the same for the page after.
 */
function joinPoints(blocks: TextBlock[], start: number, end: number | null): number | null {
  if (blocks.length === start) return end
  const isPoint = (block: TextBlock | undefined) => block?.type === 'point'
  const first = blocks.findIndex(({ type }, index) => index >= start && (type === 'point' || type === 'heading'))
  const before = blocks[first - 1]
  const isOwnList = first > start && before?.type === 'paragraph' && /:\s*$/.test(before.passage.text)
  const goesOn = end !== null && isPoint(blocks[first]) && !isOwnList && (first === start || blocks[start]?.type === 'caption')
  if (!goesOn) return isPoint(blocks.at(-1)) ? blocks.length : null
  const after = blocks.findIndex((block, index) => index > first && !isPoint(block))
  const points = blocks.splice(first, (after === -1 ? blocks.length : after) - first)
  blocks.splice(end, 0, ...points)
  return after === -1 ? end + points.length : isPoint(blocks.at(-1)) ? blocks.length : null
}

/** The ids of all that is drawn for a tag, in order. */
export function idsOf(tag: Tag): string[] {
  if (tag.type === 'content') return tag.id === undefined ? [] : [tag.id]
  return (tag.children ?? []).flatMap(idsOf)
}

function addPassage(blocks: TextBlock[], type: 'heading' | 'paragraph' | 'point' | 'caption', drawn: Drawn | null): void {
  if (!drawn) return
  const { text, marks } = drawn.passage
  const mark = type === 'point' ? (/^[•·▪◦–-]\s*/.exec(text)?.[0].length ?? 0) : 0
  const moved = marks.map(({ at, ...place }) => ({ ...place, at: Math.max(0, at - mark) }))
  blocks.push({ type, passage: { text: text.slice(mark), marks: moved } })
}

/** A paragraph that a page cuts in two. */
function continues(last: TextBlock | undefined, type: string, { passage }: Drawn): boolean {
  return last !== undefined && last.type !== 'table' && last.type === type && /^\p{Ll}/u.test(passage.text)
}

function joinTo(blocks: TextBlock[], { passage }: Drawn): void {
  const last = blocks.pop()
  if (!last || last.type === 'table') return
  const start = last.passage.text.length + 1
  const marks = [...last.passage.marks, ...passage.marks.map((mark) => ({ ...mark, at: mark.at + start }))]
  blocks.push({ type: last.type, passage: { text: `${last.passage.text} ${passage.text}`, marks } })
}

// ── tables ──

function rowsOf(tag: Tag, page: TaggedPage): Cell[][] {
  if (tag.role !== 'TR')
    return (tag.children ?? []).filter(({ role }) => role && role !== 'Caption').flatMap((child) => rowsOf(child, page))
  const cells = (tag.children ?? []).flatMap((cell): Cell[] => {
    const drawn = cell.role === 'TH' || cell.role === 'TD' ? page.draw(idsOf(cell)) : null
    return drawn ? [{ ...drawn, isHead: cell.role === 'TH' }] : []
  })
  return cells.length > 0 ? [cells] : []
}

/** Rows of a table that goes on, less those that say its heads again. */
function withoutHeads(rows: readonly Cell[][], before: readonly Cell[][]): Cell[][] {
  const said = (row: readonly Cell[] | undefined) => row?.map(({ passage }) => passage.text).join('\n')
  const again = rows.findIndex((row, index) => said(row) !== said(before[index]))
  return again === -1 ? [] : rows.slice(again)
}

type Column = { left: number; right: number }

/** Cells in their columns, which are those of the fullest row. */
function gridOf(rows: readonly Cell[][]): GridCell[][] {
  const width = greatest(rows.map((row) => row.length))
  const full = rows.filter((row) => row.length === width)
  const columns = columnsOf(full, width)
  const firstBody = rows.findIndex((row) => row.some(({ isHead }) => !isHead))
  const heads = firstBody === -1 ? rows.length : firstBody
  const lastHead = rows.slice(0, heads).findLastIndex((row) => row.length > 1)
  const lowest = rows[lastHead]
  // Words that lie over the numbers tell better how wide a column is than the numbers do.
  const wide = lowest ? widened(columns, lowest) : columns
  return rows.map((row, index) => {
    if (row.length === width) return row
    // The head of the first column may go over all the lines of the heads.
    const stub = lowest?.length === width - 1 ? [''] : []
    const labels = lowest && lowest.length + stub.length === width ? [...stub, ...lowest.map(({ passage }) => passage.text)] : []
    return index < lastHead ? spanned(row, wide, labels) : placed(row, columns)
  })
}

function columnsOf(rows: readonly Cell[][], width: number): Column[] {
  return Array.from({ length: width }, (_, column): Column => {
    const cells = rows.flatMap((row) => row[column] ?? [])
    return { left: least(cells.map(({ left }) => left)), right: greatest(cells.map(({ right }) => right)) }
  })
}

function widened(columns: readonly Column[], heads: readonly Cell[]): Column[] {
  const wide = columns.map((column) => ({ ...column }))
  for (const head of heads) {
    const column = wide[heads.length === columns.length ? heads.indexOf(head) : nearest(head, columns)]
    if (!column) continue
    column.left = Math.min(column.left, head.left)
    column.right = Math.max(column.right, head.right)
  }
  return wide
}

const empty: GridCell = { passage: emptyPassage, isHead: false }

/** Each cell in the column it stands nearest to. */
function placed(row: readonly Cell[], columns: readonly Column[]): GridCell[] {
  const places = columns.map((): GridCell => ({ ...empty, isHead: row.every(({ isHead }) => isHead) }))
  for (const cell of row) places[nearest(cell, columns)] = cell
  return places
}

/**
 * Over each column but the first its head where each is in line with the columns it is over; else the one that is
 * over as many columns as the others, if each stands within these; then the one that begins with it or before it; then
 * as they stand best in order; else the one that stands nearest. The first column has one of its own if any stands
 * there.
 *
 * @param labels the heads of the single columns
 */
function spanned(row: readonly Cell[], columns: readonly Column[], labels: readonly string[]): GridCell[] {
  const [first, ...others] = columns
  const stub = first && row[0] && row[0].left < (others[0]?.left ?? 0) && row[0].left <= first.right ? row[0] : null
  const heads = stub ? row.slice(1) : row
  const ordered = inOrder(heads, others, labels.slice(1))
  const isInLine = ordered !== null && ordered.off <= aside * heads.length
  const shared = (isInLine ? ordered.over : null) ?? evenly(heads, others) ?? fromTheLeft(heads, others) ?? ordered?.over
  return columns.map((column, index) => {
    const head = shared ? shared[index - 1] : heads[nearest(column, heads)]
    return index === 0 ? (stub ?? { ...empty, isHead: true }) : (head ?? { ...empty, isHead: true })
  })
}

/** For each column its head, where as many columns are under each; null where a head then stands beside its own. */
function evenly(heads: readonly Cell[], columns: readonly Column[]): Cell[] | null {
  const size = columns.length / heads.length
  if (heads.length === 0 || !Number.isInteger(size)) return null
  const isOver = (head: Cell, index: number) => {
    const [first, last] = [columns[index * size], columns[(index + 1) * size - 1]]
    const middle = (head.left + head.right) / 2
    return first !== undefined && last !== undefined && first.left <= middle && middle <= last.right
  }
  return heads.every(isOver) ? columns.map((_, index) => heads[Math.floor(index / size)] as Cell) : null
}

/** For each column the last head that begins with it or before; null where one does not begin where its columns do. */
function fromTheLeft(heads: readonly Cell[], columns: readonly Column[]): Cell[] | null {
  const over = columns.map((column) => heads.findLast((head) => head.left <= column.right) ?? null)
  const begin = (head: Cell) => columns[over.indexOf(head)]?.left ?? Number.NEGATIVE_INFINITY
  const isSure = over.every((head) => head !== null) && heads.every((head) => head.left <= begin(head) + slack)
  return isSure ? over.flatMap((head) => head ?? []) : null
}

/**
 * For each column its head, of all ways to part the columns among the heads in their order: the one in which each head
 * stands best over its own, and no label is twice under one head. `off`: how far they stand from there, in points. null
 * where there is none.
 */
function inOrder(heads: readonly Cell[], columns: readonly Column[], labels: readonly string[]): Parted | null {
  if (heads.length === 0 || columns.length > mostParted) return null
  let before: (Parted | null)[] = columns.map(() => null)
  heads.forEach((head, index) => {
    before = columns.map((_, last): Parted | null => {
      let best: Parted | null = null
      for (let first = last; first >= index; first--) {
        const again = labels.indexOf(labels[first] ?? '', first + 1)
        if (again !== -1 && again <= last) break
        const rest = first === 0 ? { off: 0, over: [] } : (before[first - 1] ?? null)
        if (rest === null || (index === 0) !== (first === 0)) continue
        const off = rest.off + offFrom(head, { left: columns[first]?.left ?? 0, right: columns[last]?.right ?? 0 })
        if (!best || off < best.off) best = { off, over: [...rest.over, ...columns.slice(first, last + 1).map(() => head)] }
      }
      return best
    })
  })
  return before.at(-1) ?? null
}

type Parted = { off: number; over: Cell[] }

/** Tables of people have fewer columns; of more it would take long to find the way. */
const mostParted = 60

/** How far heads that are in line with their columns stand from there, in points: what is left free in a cell. */
const aside = 4

/** How far a head stands from the middle of what it is over, or from either end of it. */
function offFrom(head: Column, over: Column): number {
  const [left, right] = [head.left - over.left, head.right - over.right]
  return Math.min(Math.abs(left), Math.abs(right), Math.abs(left + right) / 2)
}

/** What letters may stand out to the left of where their line begins, in points. */
const slack = 1

function nearest(one: Column, among: readonly Column[]): number {
  const distances = among.map((other) => {
    const overlap = Math.min(one.right, other.right) - Math.max(one.left, other.left)
    const apart = Math.abs(one.left + one.right - other.left - other.right) / 2
    return overlap > 0 ? apart - overlap : apart
  })
  return distances.indexOf(least(distances))
}
