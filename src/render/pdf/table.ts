/** The grid of a table: cells on the page, and what heads them in the structure tree. */
import type { Inline, Table, TableRow } from '../../document/blocks.js'
import { textWidth } from '../fonts.js'
import type { PageCell, PageNode, PageText, TableLayout } from '../tagged-pdf/page.js'
import type { StructureNode } from '../tagged-pdf/structure.js'
import { light, paperRules, paperTable, paperText } from '../theme.js'
import type { Context } from './context.js'
import { type ColumnWidths, columnWidths, headLines, keptRows, rowPadding } from './table-size.js'
import { destination, inlines, richText, rule, run } from './words.js'

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
  const widths = columnWidths(table)
  const head = element.add('THead')
  const heads = headingRows(table, widths, head, context)
  const body = element.add('TBody')
  const headersOf = rowHeaders(table)
  const kept = keptRows(table)
  const rows = table.rows.map((row, index) => {
    const cells = bodyRow(row, table, headersOf(row), body.add('TR'), context)
    // a group is kept with its first row
    const keepsNext = row.kind === 'group' && index >= kept && index < table.rows.length - 1
    return keepsNext ? [{ ...(cells[0] as PageNode), keepsNext }, ...cells.slice(1)] : cells
  })
  const headerRows = heads.length
  const count = headerRows + rows.length
  const isStrong = (line: number) => line === headerRows || line === count
  return {
    table: {
      headerRows,
      keepWithHeaderRows: kept,
      dontBreakRows: true,
      widths: [widths.stub, ...widths.columns],
      body: [...heads, ...rows],
    },
    layout: {
      ...plainLayout,
      hLineWidth: (line) => (line < headerRows ? 0 : isStrong(line) ? paperRules.plain : paperRules.hair),
      hLineColor: (line) => (isStrong(line) ? light.ink : light.hair),
      paddingTop: (row) => (row < headerRows ? 1 : rowPadding.above),
      paddingBottom: (row) => (row >= headerRows ? rowPadding.below : row === headerRows - 1 ? 4 : 1),
    },
  }
}

const columnId = (table: Table, column: string) => destination(table.id, 'column', column)

const spannerId = (table: Table, spanner: string) => destination(table.id, 'spanner', spanner)

const rowId = (table: Table, row: string) => destination(table.id, 'row', row)

/** Spanners over their columns; all heads end on one line. A column without a spanner, and the stub's head, are one cell over both rows. */
function headingRows(table: Table, widths: ColumnWidths, head: StructureNode, context: Context): PageCell[][] {
  const { columns, spanners, stubHead } = table
  const hasSpanners = spanners.length > 0
  const upper = head.add('TR')
  const lower = hasSpanners ? head.add('TR') : upper
  const lineCounts = headLines(table, widths)
  const most = Math.max(...lineCounts)
  const headCell = (label: Inline[], index: number, tag: StructureNode): PageText => ({
    ...richText(label, paperText.tableHead, tag, context),
    ...(index > 0 && { alignment: 'right' as const }),
    margin: [0, (most - (lineCounts[index] as number)) * paperText.tableHead.leading, 0, 0],
  })
  const rowSpan = hasSpanners ? 2 : 1
  const stubTag =
    stubHead.length === 0 ? upper.add('TD', { rowSpan }) : upper.add('TH', { scope: 'Column', rowSpan, id: destination(table.id, 'stub') })
  const upperCells: PageCell[] = [{ text: '' }]
  const lowerCells: PageCell[] = [headCell(stubHead, 0, stubTag)]
  for (const [index, column] of columns.entries()) {
    const spanner = spanners.find(({ columns: ids }) => ids.includes(column.id))
    const id = columnId(table, column.id)
    if (!spanner) {
      upperCells.push({ text: '' })
      lowerCells.push(headCell(column.label, index + 1, upper.add('TH', { scope: 'Column', rowSpan, id })))
      continue
    }
    if (spanner.columns[0] === column.id) {
      const colSpan = spanner.columns.length
      const tag = upper.add('TH', { scope: 'Column', colSpan, id: spannerId(table, spanner.id) })
      const width = widths.columns.slice(index, index + colSpan).reduce((sum, part) => sum + part, 0) - paperTable.spannerGap
      const stack = [richText(spanner.label, paperText.spanner, tag, context), rule(paperRules.plain, width, 'ink', 0)]
      upperCells.push({ stack, colSpan, margin: [paperTable.spannerGap, 0, 0, 0] })
    } else {
      upperCells.push({ text: '' })
    }
    const headers = [spannerId(table, spanner.id)]
    lowerCells.push(headCell(column.label, index + 1, lower.add('TH', { scope: 'Column', id, headers })))
  }
  return hasSpanners ? [upperCells, lowerCells] : [lowerCells]
}

/** Ids of what heads a row besides its own stub: its group, and the rows it is a part of. */
function rowHeaders(table: Table): (row: TableRow) => string[] {
  const headers = new Map<TableRow, string[]>()
  let group: string[] = []
  let above: TableRow[] = []
  for (const row of table.rows) {
    if (row.kind === 'group') {
      headers.set(row, [])
      group = [rowId(table, row.id)]
      above = []
      continue
    }
    above = above.filter(({ indent }) => indent < row.indent)
    headers.set(row, [...group, ...above.map(({ id }) => rowId(table, id))])
    above.push(row)
  }
  return (row) => headers.get(row) ?? []
}

function bodyRow(row: TableRow, table: Table, headers: string[], element: StructureNode, context: Context): PageCell[] {
  const id = rowId(table, row.id)
  if (row.kind === 'group') {
    const colSpan = table.columns.length + 1
    const tag = element.add('TH', { scope: 'Column', colSpan, id })
    return [{ ...richText(row.label, paperText.strongCell, tag, context), colSpan }, ...table.columns.map(() => ({ text: '' as const }))]
  }
  const stub = element.add('TH', { scope: 'Row', id, headers })
  const isTotal = row.kind === 'total'
  const labelTag = row.detail === null ? stub : stub.add('P')
  const label = richText(row.label, isTotal ? paperText.strongCell : paperText.cell, labelTag, context)
  const detail = row.detail === null ? [] : [richText(row.detail, paperText.detail, stub.add('P'), context)]
  const cells = table.columns.map((column, index): PageCell => {
    const spanner = table.spanners.find(({ columns }) => columns.includes(column.id))
    const tag = element.add('TD', {
      headers: [...headers, id, ...(spanner ? [spannerId(table, spanner.id)] : []), columnId(table, column.id)],
    })
    const style = isTotal || column.isCurrent ? paperText.strongCell : paperText.cell
    const { children, mark } = row.cells[index] ?? { children: [], mark: null }
    if (children.length === 0) return { text: '' }
    const markRun = mark === null ? [] : [run(mark, { ...style, colour: 'accent' }, tag, context)]
    const hanging = mark === null ? 0 : textWidth(mark, style.size, style.weight)
    return { text: [...inlines(children, style, tag, context), ...markRun], alignment: 'right', margin: [0, 0, -hanging, 0] }
  })
  return [{ stack: [label, ...detail], margin: [row.indent * paperTable.indent, 0, 0, 0] }, ...cells]
}
