/**
 * A table as its cells: which heads each has, and what those are called. Decided here, so that every renderer says
 * the same of every cell, and only spells it.
 */
import type { Chart, Inline, Spanner, Table, TableCell, TableColumn, TableRow } from './blocks.js'

/** A table of more rows may break over pages, and then repeats its heads. */
const mostWholeRows = 20

export function isLong({ rows }: Pick<Table, 'rows'>): boolean {
  return rows.length > mostWholeRows
}

/**
 * What a heading cell is called by the cells it heads: `id` is the tree's own, `number` counts the heads of its kind
 * from 1.
 */
export type HeadName = { kind: 'stub' | 'spanner' | 'column' | 'group' | 'row'; id: string; number: number }

/** A heading cell over columns. `heads`: what stands over it. */
export type ColumnHead = { name: HeadName; label: Inline[]; colSpan: number; rowSpan: number; heads: HeadName[] }

/** Neighbouring columns under one spanner; a column without one stands alone. */
export type ColumnGroup = { spanner: Spanner | null; columns: GridColumn[] }

/** A column, and the names of what heads all its cells, from above. */
export type GridColumn = TableColumn & { name: HeadName; spanner: Spanner | null; heads: HeadName[] }

/** `heads`: what heads the cell in the stub, which is itself called `name`: its group, and the rows it is a part of. */
export type GridRow = { row: TableRow; name: HeadName; heads: HeadName[]; cells: GridCell[] }

/** `heads`: all heads of the cell, those of its row before those of its column. */
export type GridCell = TableCell & { column: GridColumn; heads: HeadName[] }

export type Grid = {
  /** null where nothing stands over the stub: then the corner is no head */
  corner: ColumnHead | null
  /** rows of the heads that every cell of the corner reaches through */
  headRows: 1 | 2
  groups: ColumnGroup[]
  columns: GridColumn[]
  /** of two rows the upper has spanners, and columns without one */
  upper: ColumnHead[]
  lower: ColumnHead[]
  rows: GridRow[]
}

export function gridOf({ stubHead, spanners, columns, rows }: Pick<Table, 'stubHead' | 'spanners' | 'columns' | 'rows'>): Grid {
  const headRows = spanners.length > 0 ? 2 : 1
  const placed = gridColumns(columns, spanners)
  const groups = columnGroups(placed)
  const headOf = ({ name, label, heads, spanner }: GridColumn): ColumnHead => {
    return { name, label, colSpan: 1, rowSpan: spanner ? 1 : headRows, heads: heads.slice(0, -1) }
  }
  return {
    corner: stubHead.length === 0 ? null : { name: stubName, label: stubHead, colSpan: 1, rowSpan: headRows, heads: [] },
    headRows,
    groups,
    columns: placed,
    upper: groups.flatMap((group) => (group.spanner ? [spannerHead(group, group.spanner)] : group.columns.map(headOf))),
    lower: placed.filter(({ spanner }) => spanner).map(headOf),
    rows: gridRows(rows, placed),
  }
}

const stubName: HeadName = { kind: 'stub', id: '', number: 1 }

function gridColumns(columns: readonly TableColumn[], spanners: readonly Spanner[]): GridColumn[] {
  const spannerOf = new Map(spanners.flatMap((spanner, index) => spanner.columns.map((id) => [id, { spanner, number: index + 1 }])))
  return columns.map((column, index) => {
    const over = spannerOf.get(column.id)
    const name: HeadName = { kind: 'column', id: column.id, number: index + 1 }
    const above: HeadName[] = over ? [{ kind: 'spanner', id: over.spanner.id, number: over.number }] : []
    return { ...column, name, spanner: over?.spanner ?? null, heads: [...above, name] }
  })
}

function columnGroups(columns: readonly GridColumn[]): ColumnGroup[] {
  const groups: ColumnGroup[] = []
  for (const column of columns) {
    const last = groups.at(-1)
    if (column.spanner && last?.spanner === column.spanner) last.columns.push(column)
    else groups.push({ spanner: column.spanner, columns: [column] })
  }
  return groups
}

function spannerHead({ columns }: ColumnGroup, { label }: Spanner): ColumnHead {
  return { name: columns[0]?.heads[0] as HeadName, label, colSpan: columns.length, rowSpan: 1, heads: [] }
}

/**
 * A group heads the rows under it up to the next group; a row heads the rows that stand further in, up to one that
 * does not.
 */
function gridRows(rows: readonly TableRow[], columns: readonly GridColumn[]): GridRow[] {
  let group: HeadName[] = []
  let above: { name: HeadName; indent: number }[] = []
  let groups = 0
  return rows.map((row, index) => {
    if (row.kind === 'group') {
      groups += 1
      const name: HeadName = { kind: 'group', id: row.id, number: groups }
      group = [name]
      above = []
      return { row, name, heads: [], cells: [] }
    }
    const name: HeadName = { kind: 'row', id: row.id, number: index + 1 }
    above = above.filter(({ indent }) => indent < row.indent)
    const heads = [...group, ...above.map((each) => each.name)]
    above.push({ name, indent: row.indent })
    const cells = columns.map((column, at): GridCell => {
      return { ...(row.cells[at] ?? noCell), column, heads: [...heads, name, ...column.heads] }
    })
    return { row, name, heads, cells }
  })
}

const noCell: TableCell = { children: [], marks: [] }

/** The numbers of a chart as a table, for those who do not see the picture. */
export function dataTable({ id, data }: Chart): Table {
  const [stub, ...columns] = data.columns
  return {
    type: 'table',
    id: `${id}-data`,
    label: '',
    title: data.caption,
    howTo: null,
    notes: [],
    stubHead: stub?.label ?? [],
    spanners: [],
    columns: columns.map((column) => ({ ...column, kind: 'count', isCurrent: false })),
    rows: data.rows.map((row) => ({
      ...row,
      kind: 'row',
      detail: null,
      cells: row.cells.map((children) => ({ children, marks: [] })),
    })),
  }
}
