/** The grid of a table, or of the numbers behind a chart. */
import type { Element, ElementContent, Properties } from 'hast'
import { h } from 'hastscript'
import type { Inline, Table } from '../../document/blocks.js'
import { type ColumnHead, type Grid, type GridCell, type GridRow, gridOf, type HeadName } from '../../document/grid.js'
import { plainText } from '../../document/walk.js'
import { markedNoteId } from './exhibit.js'
import { renderInlines } from './inlines.js'
import { brokenTree, onLines, type Rendering } from './rendering.js'

/** So many number columns stand beside one another on a phone; more of them as pairs of heading and number. */
const stackedColumns = 4

/**
 * A real table. All its parts carry their role, because a style sheet that shows rows as blocks on narrow screens
 * takes it from them in some browsers; cells name their heads, since these stand on two levels. `isData`: the numbers
 * of a chart
 */
export function grid(table: Table & { isData: boolean }, caption: ElementContent[], rendering: Rendering): Element {
  const { id, notes, spanners, isData } = table
  const tooLong = table.rows.find(({ cells }) => cells.length > table.columns.length)
  if (tooLong) throw brokenTree(rendering.document, `more cells than columns: ${id}, ${tooLong.id}`)
  const parts = gridOf(table)
  const { columns, groups } = parts
  const isStacked = columns.length <= stackedColumns && (spanners.length === 0 || columns.every(({ spanner }) => spanner))
  const classes = [isStacked ? 'stack' : 'pairs', ...(spanners.length > 0 ? ['spanned'] : []), ...(isData ? ['data'] : [])]
  const style = isStacked ? `--columns: ${columns.length}` : `--pairs: ${Math.ceil(columns.length / 2)}`
  return h('table', { role: 'table', class: classes, style, ...(notes.length > 0 && { ariaDescribedBy: [`${id}-notes`] }) }, [
    ...onLines([
      h('caption', caption),
      h('colgroup', h('col', { class: 'stub' })),
      ...groups.map((group) =>
        h(
          'colgroup',
          group.columns.map(({ kind }) => h('col', { class: kind })),
        ),
      ),
      h('thead', { role: 'rowgroup' }, onLines(headRows(table, parts, rendering))),
      ...bodiesOf(parts.rows).map((rows) => h('tbody', { role: 'rowgroup' }, onLines(rows.map((row) => bodyRow(table, row, rendering))))),
    ]),
  ])
}

/** A group heading begins a body of its own. */
function bodiesOf(rows: readonly GridRow[]): GridRow[][] {
  const bodies: GridRow[][] = []
  for (const row of rows) {
    if (bodies.length === 0 || row.row.kind === 'group') bodies.push([])
    bodies.at(-1)?.push(row)
  }
  return bodies
}

function headId(table: Table, { kind, number }: HeadName): string {
  return `${table.id}-${kind}-${number}`
}

/** `headers` of a cell that has heads. */
function headersOf(table: Table, heads: readonly HeadName[]): Properties {
  return heads.length === 0 ? {} : { headers: heads.map((name) => headId(table, name)) }
}

/** The same words, which may be parted; figures never are. */
function hyphenated(inlines: Inline[], { hyphenate }: Rendering): Inline[] {
  return inlines.map((inline): Inline => (inline.type === 'text' ? { ...inline, text: hyphenate(inline.text) } : inline))
}

/** One row of heads, or two where there are spanners: then what has none reaches through both. */
function headRows(table: Table, { corner, headRows, upper, lower }: Grid, rendering: Rendering): Element[] {
  const through = headRows > 1 ? { rowSpan: headRows } : {}
  const stubHead = corner
    ? h('th', { role: 'columnheader', scope: 'col', class: 'stub-head', ...through }, renderInlines(corner.label, rendering))
    : h('td', { role: 'cell', class: 'stub-head', ...through })
  const heads = (row: readonly ColumnHead[]) => row.map((head) => columnHead(table, head, rendering))
  return [h('tr', { role: 'row' }, [stubHead, ...heads(upper)]), ...(headRows > 1 ? [h('tr', { role: 'row' }, heads(lower))] : [])]
}

function columnHead(table: Table, { name, label, colSpan, rowSpan, heads }: ColumnHead, rendering: Rendering): Element {
  const id = headId(table, name)
  if (name.kind === 'spanner') {
    const properties = { role: 'columnheader', scope: 'colgroup', colSpan, id, class: 'spanner', style: `--span: ${colSpan}` }
    return h('th', properties, h('span', renderInlines(label, rendering)))
  }
  const isOfWords = table.columns.some((column) => column.id === name.id && column.kind === 'text')
  const properties = {
    role: 'columnheader',
    scope: 'col',
    id,
    ...(rowSpan > 1 && { rowSpan }),
    ...headersOf(table, heads),
    ...(isOfWords && { class: 'words' }),
  }
  return h('th', properties, renderInlines(hyphenated(label, rendering), rendering))
}

/** A part is indented, and those who listen hear that it is one. */
function bodyRow(table: Table, { row, name, heads, cells }: GridRow, rendering: Rendering): Element {
  const { kind, indent, label, detail } = row
  const id = headId(table, name)
  if (kind === 'group') {
    const properties = { role: 'rowheader', scope: 'rowgroup', colSpan: table.columns.length + 1, id }
    return h('tr', { role: 'row', class: 'group' }, h('th', properties, renderInlines(label, rendering)))
  }
  const classes = [...(kind === 'total' ? ['total'] : []), ...(indent > 0 ? ['part'] : [])]
  const properties = {
    role: 'rowheader',
    scope: 'row',
    id,
    ...headersOf(table, heads),
    ...(indent > 0 && { style: `--indent: ${indent}` }),
  }
  const stub = h('th', properties, [
    ...(indent > 0 ? [h('span', { class: 'heard-only' }, rendering.words.ofWhich)] : []),
    ...renderInlines(label, rendering),
    ...(detail === null ? [] : [h('span', { class: 'detail' }, renderInlines(detail, rendering))]),
  ])
  const numbers = cells.map((cell) => bodyCell(table, cell, rendering))
  return h('tr', { role: 'row', ...(classes.length > 0 && { class: classes }) }, [stub, ...numbers])
}

function classOf({ isCurrent, kind }: GridCell['column']): { class?: string } {
  return isCurrent ? { class: 'current' } : kind === 'text' ? { class: 'words' } : {}
}

/** `data-label` is the cell's head where a phone has no room for a row of heads. */
function bodyCell(table: Table, { children, marks, column, heads }: GridCell, rendering: Rendering): Element {
  const { spanner } = column
  const label = [...(spanner ? [plainText(spanner.label)] : []), plainText(column.label)].join(', ')
  const content = renderInlines(children, rendering)
  const properties = { role: 'cell', ...headersOf(table, heads), dataLabel: label, ...classOf(column) }
  return h('td', properties, marks.length === 0 ? content : h('span', { class: 'hanging' }, [...content, marksAt(table, marks, rendering)]))
}

/** One hangs beside the digits by itself, several beside one another. */
function marksAt(table: Table, marks: readonly string[], rendering: Rendering): Element {
  const links = marks.map((mark) => noteMark(table, mark, rendering))
  const [only, ...others] = links
  return only && others.length === 0 ? only : h('span', { class: 'note-marks' }, links)
}

/** Hangs outside the digits and leads to the note under the table. */
function noteMark({ id, notes }: Table, mark: string, { document, words }: Rendering): Element {
  const noteId = markedNoteId(id, notes, mark)
  if (noteId === undefined) throw brokenTree(document, `a mark has no note under its table: ${id}, ${mark}`)
  return h('a', { class: 'note-mark', href: `#${noteId}`, ariaLabel: words.noteLabel(mark) }, mark)
}
