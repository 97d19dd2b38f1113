/** Cells in rows and columns → a table: which are the columns' heads, which the names of rows and of groups of rows. */
import { greatest, least } from '../../long-lists.js'
import type { Passage, TextRow, TextTable } from './passages.js'

/** A cell; one that spans several places is the same object in each of them. */
export type GridCell = { passage: Passage; isHead: boolean }

export const emptyPassage: Passage = { text: '', marks: [{ at: 0, line: null, page: null }] }

/**
 * A table with its spans laid out; none where there is only one column or no row. Rows of head cells only are the
 * columns' heads; in other rows the words before the first number are labels. A row that says one thing across the
 * table is the heading of the rows below it.
 */
export function tableOfGrid(grid: readonly GridCell[][]): TextTable[] {
  const width = greatest([0, ...grid.map((row) => row.length)])
  const firstBody = grid.findIndex((row) => row.some(({ isHead }) => !isHead))
  const above = firstBody === -1 ? grid.length : firstBody
  // A heading right under the columns' heads is of the rows; one that stands over everything is a title.
  const lastHead = grid.slice(0, above).findLastIndex((row) => groupIn(row) === null)
  const firstRow = lastHead === -1 ? above : lastHead + 1
  const [heads, body] = [grid.slice(0, firstRow), grid.slice(firstRow)]
  const rows = body.filter((row) => groupIn(row) === null)
  const stub = Math.max(1, least(rows.map(stubOf)))
  if (width < 2 || rows.length === 0) return []
  const columns = Array.from({ length: width - stub }, (_, column) => {
    const cells = heads.flatMap((row) => row[column + stub] ?? [])
    return cells
      .map(({ passage }) => passage)
      .filter(({ text }, index, all) => text !== '' && all.findIndex((other) => other.text === text) === index)
  })
  return [{ type: 'table', columns, heads: [], rows: rowsUnderGroups(body, stub) }]
}

function rowsUnderGroups(body: readonly GridCell[][], stub: number): TextRow[] {
  const rows: TextRow[] = []
  let group: Passage | null = null
  for (const row of body) {
    const heading = groupIn(row)
    if (heading) group = heading
    else {
      const [labels, cells] = [row.slice(0, stub), row.slice(stub)].map((part) => part.map(({ passage }) => passage))
      rows.push({ labels: labels ?? [], cells: cells ?? [], ...(group && { group }) })
    }
  }
  return rows
}

/** The words of a row that is one cell across the table, or a name with nothing beside it. */
function groupIn(row: readonly GridCell[]): Passage | null {
  const [first, ...others] = row
  if (!first || others.length === 0 || first.passage.text === '' || /^[-−–+]?\d/.test(first.passage.text)) return null
  const isAcross = others.every((cell) => cell === first)
  return isAcross || others.every(({ passage }) => passage.text === '') ? first.passage : null
}

/** How many cells of a row are its name: its own head cells, else those before the first with a digit. */
function stubOf(row: readonly GridCell[]): number {
  const heads = row.findIndex(({ isHead }) => !isHead)
  if (heads > 0) return heads
  const number = row.findIndex(({ passage }) => /^[-−–+]?\d/.test(passage.text))
  return number > 0 ? number : row.length
}
