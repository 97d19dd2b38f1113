/** The grid of a table: cells on the page, and what heads them in the structure tree. */
import type { Inline, Table } from '../../document/blocks.js'
import { type ColumnHead, type Grid, type GridCell, type GridRow, gridOf, type HeadName } from '../../document/grid.js'
import type { PageCell, PageNode, PageText, TableLayout } from '../tagged-pdf/page.js'
import type { StructureNode } from '../tagged-pdf/structure.js'
import { light, paperRules, paperTable, paperText, type TextStyle } from '../theme.js'
import type { Context } from './context.js'
import { type ColumnWidths, columnGap, columnWidths, headLines, markStyle, rowPadding, widthOfMarks, widthsOfHeads } from './table-size.js'
import { columnText, destination, inlines, richText, rule, run } from './words.js'

export const plainLayout: TableLayout = {
  hLineWidth: () => 0,
  hLineColor: () => light.ink,
  vLineWidth: () => 0,
  vLineColor: () => light.hair,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
}

export function tableOf(table: Table, element: StructureNode, context: Context): PageNode {
  const grid = gridOf(table)
  const widths = columnWidths(table, context)
  const head = element.add('THead')
  const heads = headingRows(table, grid, widths, head, context)
  const body = element.add('TBody')
  const rows = grid.rows.map((each) => bodyRow(each, table, widths, body.add('TR'), context))
  const headerRows = heads.length
  const count = headerRows + rows.length
  const isStrong = (line: number) => line === headerRows || line === count
  return {
    table: {
      heads: headerRows,
      breaks: breaksOf(table),
      dontBreakRows: true,
      widths: [widths.stub, ...widths.columns],
      body: [...heads, ...rows],
    },
    layout: {
      ...plainLayout,
      hLineWidth: (line) => (line < headerRows ? 0 : isStrong(line) ? paperRules.plain : paperRules.hair),
      hLineColor: (line) => (isStrong(line) ? light.ink : light.hair),
      paddingTop: (row) => (row < headerRows ? 1 : rowPadding.above * context.density.rows),
      paddingBottom: (row) => (row >= headerRows ? rowPadding.below * context.density.rows : row === headerRows - 1 ? 4 : 1),
    },
  }
}

/** A table of fewer rows is not broken; of one that is, so many with numbers stand on each page. */
const fewestRows = { whole: 6, together: 2 }

/** Rows that may be the first on a page: not near the beginning or the end, and not parted from their group. */
function breaksOf({ rows }: Table): number[] {
  if (rows.length < fewestRows.whole) return []
  const withNumbers = rows.flatMap(({ kind }, index) => (kind === 'group' ? [] : [index]))
  const [first, last] = [withNumbers[fewestRows.together], withNumbers.at(-fewestRows.together)]
  if (first === undefined || last === undefined) return []
  const firstBreak = rows[first - 1]?.kind === 'group' ? first - 1 : first
  return rows.flatMap((_, index) => (index >= firstBreak && index <= last && rows[index - 1]?.kind !== 'group' ? [index] : []))
}

/** A group is a heading row, and is named as a row. */
function headId(table: Table, { kind, id }: HeadName): string {
  return kind === 'stub' ? destination(table.id, kind) : destination(table.id, kind === 'group' ? 'row' : kind, id)
}

const headersOf = (table: Table, heads: readonly HeadName[]) => heads.map((name) => headId(table, name))

/**
 * What pdfmake wants where a cell reaches over from the left or from above. It writes into what it is given, so each
 * is its own.
 */
const covered = (): PageCell => ({ text: '' })

/**
 * Spanners over their columns; all heads end on one line. A column without a spanner, and the stub's head, are one
 * cell over both rows.
 */
function headingRows(table: Table, grid: Grid, widths: ColumnWidths, head: StructureNode, context: Context): PageCell[][] {
  const upper = head.add('TR')
  const lower = grid.headRows > 1 ? head.add('TR') : upper
  const lineCounts = headLines(table, widths, context)
  const headWidths = widthsOfHeads(table, widths)
  const most = Math.max(...lineCounts)
  const isText = (index: number) => table.columns[index - 1]?.kind === 'text'
  const headCell = (label: Inline[], index: number, tag: StructureNode): PageText => ({
    ...columnText(label, headWidths[index] as number, paperText.tableHead, tag, context),
    ...(index > 0 && !isText(index) && { alignment: 'right' as const }),
    margin: [
      isText(index) ? paperTable.textGap : index > 0 ? columnGap : 0,
      (most - (lineCounts[index] as number)) * paperText.tableHead.leading * context.density.leading,
      index > 0 && index === table.columns.length && !isText(index) ? widths.overhang : 0,
      0,
    ],
  })
  const tagOf = (row: StructureNode, { name, colSpan, rowSpan, heads }: ColumnHead) =>
    row.add('TH', { scope: 'Column', colSpan, rowSpan, id: headId(table, name), headers: headersOf(table, heads) })

  const { corner, columns } = grid
  const cornerTag = corner ? tagOf(upper, corner) : upper.add('TD', { rowSpan: grid.headRows })
  // what reaches through both rows stands in the lower one on the page
  const tags = new Map<string, StructureNode>()
  const upperCells = grid.upper.flatMap((each): PageCell[] => {
    const tag = tagOf(upper, each)
    if (each.name.kind === 'spanner')
      return [spannerCell(table, each, widths, tag, context), ...Array.from({ length: each.colSpan - 1 }, covered)]
    tags.set(each.name.id, tag)
    return [covered()]
  })
  for (const each of grid.lower) tags.set(each.name.id, tagOf(lower, each))
  const lowerCells = [
    headCell(table.stubHead, 0, cornerTag),
    ...columns.map(({ id, label }, index) => headCell(label, index + 1, tags.get(id) as StructureNode)),
  ]
  return grid.headRows > 1 ? [[covered(), ...upperCells], lowerCells] : [lowerCells]
}

/** Its rule does not touch the next spanner's. */
function spannerCell({ spanners, columns }: Table, head: ColumnHead, widths: ColumnWidths, tag: StructureNode, context: Context): PageCell {
  const spanned = spanners.find(({ id }) => id === head.name.id)?.columns ?? []
  const width = columns.reduce((sum, { id }, index) => sum + (spanned.includes(id) ? (widths.columns[index] as number) : 0), 0)
  const { spannerGap } = paperTable
  const stack = [richText(head.label, paperText.spanner, tag, context), rule(paperRules.plain, width - spannerGap, 'ink', 0)]
  return { stack, colSpan: head.colSpan, margin: [spannerGap, 0, 0, 0] }
}

function bodyRow(
  { row, name, heads, cells }: GridRow,
  table: Table,
  widths: ColumnWidths,
  element: StructureNode,
  context: Context,
): PageCell[] {
  const id = headId(table, name)
  if (row.kind === 'group') {
    const colSpan = table.columns.length + 1
    const tag = element.add('TH', { scope: 'Column', colSpan, id })
    return [{ ...richText(row.label, paperText.strongCell, tag, context), colSpan }, ...table.columns.map(covered)]
  }
  const stub = element.add('TH', { scope: 'Row', id, headers: headersOf(table, heads) })
  const isTotal = row.kind === 'total'
  const labelTag = row.detail === null ? stub : stub.add('P')
  const stubWidth = widths.stub - row.indent * paperTable.indent
  const label = columnText(row.label, stubWidth, isTotal ? paperText.strongCell : paperText.cell, labelTag, context)
  const detail = row.detail === null ? [] : [columnText(row.detail, stubWidth, paperText.detail, stub.add('P'), context)]
  const numbers = cells.map((cell, index): PageCell => {
    const tag = element.add('TD', { headers: headersOf(table, cell.heads) })
    const style = isTotal || cell.column.isCurrent ? paperText.strongCell : paperText.cell
    const overhang = index === cells.length - 1 ? widths.overhang : 0
    return bodyCell(cell, { width: widths.columns[index] as number, overhang }, style, tag, context)
  })
  return [{ stack: [label, ...detail], margin: [row.indent * paperTable.indent, 0, 0, 0] }, ...numbers]
}

/** Marks hang outside the digits, so that these stay under one another. */
function bodyCell(
  { children, marks, column }: GridCell,
  { width, overhang }: { width: number; overhang: number },
  style: TextStyle,
  tag: StructureNode,
  context: Context,
): PageCell {
  if (children.length === 0) return covered()
  if (column.kind === 'text') {
    return { ...columnText(children, width - paperTable.textGap, style, tag, context), margin: [paperTable.textGap, 0, 0, 0] }
  }
  const markRun = marks.length === 0 ? [] : [run(marks.join(''), markStyle, tag, context)]
  const right = overhang - widthOfMarks(marks)
  return { text: [...inlines(children, style, tag, context), ...markRun], alignment: 'right', margin: [0, 0, right, 0] }
}
