/** The grid of a table, or of the numbers behind a chart. */
import type { Element, ElementContent, Properties } from 'hast'
import { h } from 'hastscript'
import type { ChartData, Inline, Spanner, Table, TableCell, TableColumn, TableRow } from '../../document/blocks.js'
import { markedNoteId } from './exhibit.js'
import { plainText, renderInlines } from './inlines.js'
import { brokenTree, onLines, type Rendering } from './rendering.js'

/** So many number columns stand beside one another on a phone; more of them as pairs of heading and number. */
const stackedColumns = 4

/** `isData`: the numbers of a chart */
export type Grid = Pick<Table, 'id' | 'notes' | 'stubHead' | 'spanners' | 'columns' | 'rows'> & { isData: boolean }

export function gridOfChart({ columns, rows }: ChartData): Pick<Grid, 'stubHead' | 'spanners' | 'columns' | 'rows'> {
  const [stubHead, ...numbers] = columns
  return {
    stubHead: stubHead?.label ?? [],
    spanners: [],
    columns: numbers.map((column) => ({ ...column, kind: 'count', isCurrent: false })),
    rows: rows.map((row) => ({ ...row, kind: 'row', detail: null, cells: row.cells.map((children) => ({ children, mark: null })) })),
  }
}

/**
 * A real table. All its parts carry their role, because a style sheet that shows rows as blocks on narrow screens takes it from them in some
 * browsers; cells name their heads, since these stand on two levels.
 */
export function grid(parts: Grid, caption: ElementContent[], rendering: Rendering): Element {
  const { id, notes, columns, spanners, isData } = parts
  const isStacked = columns.length <= stackedColumns && (spanners.length === 0 || columns.every((column) => spannerOf(parts, column)))
  const classes = [isStacked ? 'stack' : 'pairs', ...(spanners.length > 0 ? ['spanned'] : []), ...(isData ? ['data'] : [])]
  const style = isStacked ? `--columns: ${columns.length}` : `--pairs: ${Math.ceil(columns.length / 2)}`
  return h('table', { role: 'table', class: classes, style, ...(notes.length > 0 && { ariaDescribedBy: [`${id}-notes`] }) }, [
    ...onLines([
      h('caption', caption),
      h('colgroup', h('col', { class: 'stub' })),
      ...columnGroups(parts).map((group) =>
        h(
          'colgroup',
          group.map(({ kind }) => h('col', { class: kind })),
        ),
      ),
      h('thead', { role: 'rowgroup' }, onLines(headRows(parts, rendering))),
      ...cut(parts.rows, ({ kind }) => kind === 'group').map((rows, index) => body(parts, rows, `${id}-group-${index + 1}`, rendering)),
    ]),
  ])
}

function spannerOf({ spanners }: Grid, column: TableColumn): Spanner | undefined {
  return spanners.find(({ columns }) => columns.includes(column.id))
}

/** Neighbouring columns under one spanner; a column without one stands alone. */
function columnGroups(parts: Grid): TableColumn[][] {
  return cut(
    parts.columns,
    (column, before) => spannerOf(parts, column) === undefined || spannerOf(parts, column) !== spannerOf(parts, before),
  )
}

/** Cuts a list before each item that begins a new part. */
function cut<Item>(items: Item[], begins: (item: Item, before: Item) => boolean): Item[][] {
  const starts = items.flatMap((item, index) => (index === 0 || begins(item, items[index - 1] as Item) ? [index] : []))
  return starts.map((start, part) => items.slice(start, starts[part + 1]))
}

const spannerId = ({ id, spanners }: Grid, spanner: Spanner) => `${id}-spanner-${spanners.indexOf(spanner) + 1}`

const columnId = ({ id, columns }: Grid, column: TableColumn) => `${id}-column-${columns.indexOf(column) + 1}`

const rowId = ({ id, rows }: Grid, row: TableRow) => `${id}-row-${rows.indexOf(row) + 1}`

/** The same words, which may be parted; figures never are. */
function hyphenated(inlines: Inline[], { hyphenate }: Rendering): Inline[] {
  return inlines.map((inline): Inline => (inline.type === 'text' ? { ...inline, text: hyphenate(inline.text) } : inline))
}

/** One row of heads, or two where there are spanners: then what has none reaches through both. */
function headRows(parts: Grid, rendering: Rendering): Element[] {
  const isSpanned = parts.spanners.length > 0
  const through = isSpanned ? { rowSpan: 2 } : {}
  const columnHead = (column: TableColumn, properties: Properties = {}) =>
    h(
      'th',
      { role: 'columnheader', scope: 'col', id: columnId(parts, column), ...properties },
      renderInlines(hyphenated(column.label, rendering), rendering),
    )
  const stubHead = h('th', { role: 'columnheader', scope: 'col', class: 'stub-head', ...through }, renderInlines(parts.stubHead, rendering))
  const upper = columnGroups(parts).flatMap((group) => {
    const spanner = group[0] && spannerOf(parts, group[0])
    if (!spanner) return group.map((column) => columnHead(column, through))
    const label = h('span', renderInlines(spanner.label, rendering))
    const properties = {
      role: 'columnheader',
      scope: 'colgroup',
      colSpan: group.length,
      id: spannerId(parts, spanner),
      class: 'spanner',
      style: `--span: ${group.length}`,
    }
    return [h('th', properties, label)]
  })
  const lower = parts.columns.filter((column) => spannerOf(parts, column)).map((column) => columnHead(column))
  return [h('tr', { role: 'row' }, [stubHead, ...upper]), ...(isSpanned ? [h('tr', { role: 'row' }, lower)] : [])]
}

/** A group heading begins a body of its own. */
function body(parts: Grid, rows: TableRow[], groupId: string, rendering: Rendering): Element {
  const heads = rows[0]?.kind === 'group' ? [groupId] : []
  const properties = { role: 'rowheader', scope: 'rowgroup', colSpan: parts.columns.length + 1, id: groupId }
  return h('tbody', { role: 'rowgroup' }, [
    ...onLines(
      rows.map((row) =>
        row.kind === 'group'
          ? h('tr', { role: 'row', class: 'group' }, h('th', properties, renderInlines(row.label, rendering)))
          : bodyRow(parts, row, heads, rendering),
      ),
    ),
  ])
}

/** A part is indented, and those who listen hear that it is one. */
function bodyRow(parts: Grid, row: TableRow, groupHeads: string[], rendering: Rendering): Element {
  const { kind, indent, label, detail, cells } = row
  const id = rowId(parts, row)
  const classes = [...(kind === 'total' ? ['total'] : []), ...(indent > 0 ? ['part'] : [])]
  const stub = h('th', { role: 'rowheader', scope: 'row', id, ...(indent > 0 && { style: `--indent: ${indent}` }) }, [
    ...(indent > 0 ? [h('span', { class: 'heard-only' }, rendering.words.ofWhich)] : []),
    ...renderInlines(label, rendering),
    ...(detail === null ? [] : [h('span', { class: 'detail' }, renderInlines(detail, rendering))]),
  ])
  const numbers = cells.map((cell, index) => {
    const column = parts.columns[index]
    if (!column) throw brokenTree(rendering.document, `more cells than columns: ${parts.id}, ${row.id}`)
    return bodyCell(parts, cell, column, [...groupHeads, id], rendering)
  })
  return h('tr', { role: 'row', ...(classes.length > 0 && { class: classes }) }, [stub, ...numbers])
}

/** `data-label` is the cell's head where a phone has no room for a row of heads. */
function bodyCell(parts: Grid, { children, mark }: TableCell, column: TableColumn, rowHeads: string[], rendering: Rendering): Element {
  const spanner = spannerOf(parts, column)
  const heads = [...rowHeads, ...(spanner ? [spannerId(parts, spanner)] : []), columnId(parts, column)]
  const label = [...(spanner ? [plainText(spanner.label)] : []), plainText(column.label)].join(', ')
  const content = renderInlines(children, rendering)
  const properties = { role: 'cell', headers: heads.join(' '), dataLabel: label, ...(column.isCurrent && { class: 'current' }) }
  return h('td', properties, mark === null ? content : h('span', { class: 'hanging' }, [...content, noteMark(parts, mark, rendering)]))
}

/** Hangs outside the digits and leads to the note under the table. */
function noteMark({ id, notes }: Grid, mark: string, { document, words }: Rendering): Element {
  const noteId = markedNoteId(id, notes, mark)
  if (noteId === undefined) throw brokenTree(document, `a mark has no note under its table: ${id}, ${mark}`)
  return h('a', { class: 'note-mark', href: `#${noteId}`, ariaLabel: words.noteLabel(mark) }, mark)
}
