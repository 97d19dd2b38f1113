/**
 * Document → HTML: one self-contained file that needs no script and no network. A rule per block and per inline; what the rules make is a
 * tree (hast), so that data can never become markup. The style sheet is style.css; its colours come from the theme.
 *
 * Every printed figure is `<data class="figure" value="84.3441…" data-figure="indexScore/external/2023-24">84</data>`: digits only, `value`
 * as in the document's figures. Around it stands a link to the annex, where the figure's id is the anchor of its explanation; browsers open
 * the closed details they find it in.
 */

import type { Element, ElementContent, Properties, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type {
  Block,
  Chart,
  ChartData,
  Document,
  Exhibit,
  ExhibitNote,
  Heading,
  Inline,
  List,
  ListItem,
  Note,
  Paragraph,
  Spanner,
  Table,
  TableCell,
  TableColumn,
  TableRow,
} from '../document/blocks.js'
import { NotatError, problem } from '../errors.js'
import {
  type DescribedExplanation,
  describeExplanation,
  type Explanation,
  explainDocument,
  type PrintedPlace,
  printedPlaces,
} from '../explain.js'
import type { Figure } from '../figure.js'
import { locales } from '../locale/index.js'
import type { Locale } from '../locale/words.js'
import { metrics } from '../metrics.js'
import { toNumber } from '../printed.js'
import { segmentsOf } from '../survey.js'
import { drawChart } from './chart.js'
import { printedValue } from './figures.js'
import { fontFamily } from './fonts.js'
import { dark, light, type Palette } from './theme.js'

/** The memo as one HTML file. The same document gives the same bytes. Throws `NotatError` `internal` for a tree that does not hold together. */
export async function renderHtml(document: Document): Promise<string> {
  const [{ fonts }, { stylesheet }, drawings, hyphenate] = await Promise.all([
    import('../assets/fonts.js'),
    import('../assets/stylesheet.js'),
    drawCharts(document.blocks),
    loadHyphenation(document),
  ])
  const css = [fontFaces(fonts), colours(), stylesheet.trim(), pageFooter(document.footer)].join('\n')
  const page: Root = { type: 'root', children: [{ type: 'doctype' }, pageOf(document, css, drawings, hyphenate)] }
  return `${toHtml(page, { allowDangerousHtml: true })}\n`
}

/** What the rules need besides their block. */
type Rendering = {
  document: Document
  words: Locale['render']
  figures: ReadonlyMap<string, Figure>
  /** ready SVG by chart id */
  drawings: ReadonlyMap<string, readonly string[]>
  /** for heads of columns only */
  hyphenate: Hyphenate
  /** notes that have been referred to: only the first reference is what the note links back to */
  seenNotes: Set<string>
  /** ids of the figures that have been printed: those the annex explains */
  seenFigures: Set<string>
  /** inside a link of the author's, where no other can stand */
  isInLink: boolean
}

type Drawings = Rendering['drawings']

async function drawCharts(blocks: Block[]): Promise<Drawings> {
  const charts = blocks.filter((block) => block.type === 'chart')
  const drawn = charts.map(async (chart) => {
    const [wide, narrow] = await Promise.all([drawChart(chart, 'wide'), drawChart(chart, 'narrow')])
    return [chart.id, [wide.svg, narrow.svg]] as const
  })
  return new Map(await Promise.all(drawn))
}

/** Words with a soft hyphen wherever they may be parted. */
type Hyphenate = (words: string) => string

/** A word of so many letters may be wider than its column. */
const longWord = /\p{L}{12,}/gu
/** No fewer letters stand alone before or after a hyphen. */
const shortestPart = 3

/** Where the long words of a document's heads may be parted: rules that are loaded only where there is such a word. */
async function loadHyphenation({ locale, blocks }: Document): Promise<Hyphenate> {
  const heads = blocks.flatMap((block) =>
    block.type === 'table' ? block.columns : block.type === 'chart' ? block.data.columns.slice(1) : [],
  )
  const { hyphenation } = locales[locale].render
  if (hyphenation === null || !heads.some(({ label }) => plainText(label).search(longWord) >= 0)) return (words) => words
  const parted = await hyphenation()
  return (words) => words.replace(longWord, (word) => joinShort(parted(word)).join(softHyphen))
}

const softHyphen = '\u00ad'

/** Parts of a word, a short one joined to the next, and the last to the one before. */
function joinShort(parts: string[]): string[] {
  const joined: string[] = []
  let part = ''
  for (const next of parts) {
    part += next
    if (part.length < shortestPart) continue
    joined.push(part)
    part = ''
  }
  return part === '' ? joined : [...joined.slice(0, -1), (joined.at(-1) ?? '') + part]
}

// ── the page ──

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"

function pageOf(document: Document, css: string, drawings: Drawings, hyphenate: Hyphenate): Element {
  const { render: words, language } = locales[document.locale]
  const figures = new Map(document.figures.map((figure) => [figure.id, figure]))
  const rendering: Rendering = {
    document,
    words,
    figures,
    drawings,
    hyphenate,
    seenNotes: new Set(),
    seenFigures: new Set(),
    isInLink: false,
  }
  // In this order: the annex explains what has been printed before it.
  const content = [...document.blocks.map((block) => renderBlock(block, rendering)), ...endNotes(document.notes, rendering)]
  return h('html', { lang: language }, [
    ...onLines([
      h(
        'head',
        onLines([
          h('meta', { charSet: 'utf-8' }),
          h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('meta', { name: 'color-scheme', content: 'light dark' }),
          h('meta', { name: 'dcterms.date', content: document.date }),
          h('title', document.title),
          h('style', css),
        ]),
      ),
      h(
        'body',
        onLines([
          letterhead(document),
          ...(document.margin.length > 0 ? [marginColumn(document, words)] : []),
          h('main', onLines([...content, ...annex(rendering)])),
          pageEnd(document),
        ]),
      ),
    ]),
  ])
}

function letterhead({ sender, kind, title }: Document): Element {
  const organisation = h('b', sender.organisation)
  return h(
    'header',
    { class: 'letterhead' },
    onLines([
      h('p', { class: 'sender' }, sender.administration === null ? [organisation] : [organisation, ' ', sender.administration]),
      h('p', { class: 'kind' }, kind),
      h('h1', title),
    ]),
  )
}

/** Beside the text on wide screens and paper, between title and text on phones. Entries without a label are the address. */
function marginColumn({ margin }: Document, words: Rendering['words']): Element {
  const lines = (texts: string[]) => texts.flatMap((line, i) => (i === 0 ? [line] : [h('br'), line]))
  const entries = margin.flatMap(({ label, lines: texts }) => (label === null ? [] : [h('div', [h('dt', label), h('dd', lines(texts))])]))
  const addresses = margin.flatMap(({ label, lines: texts }) => (label === null ? [h('address', lines(texts))] : []))
  return h(
    'aside',
    { class: 'margin', ariaLabel: words.caseDetails },
    onLines([...(entries.length > 0 ? [h('dl', onLines(entries))] : []), ...addresses]),
  )
}

function pageEnd({ footer, footerDetail }: Document): Element {
  return h('footer', { class: 'page-end' }, [h('span', footer), ...(footerDetail === null ? [] : [h('span', footerDetail)])])
}

function endNotes(notes: Note[], rendering: Rendering): Element[] {
  if (notes.length === 0) return []
  const items = notes.map(({ id, mark, children }) => {
    const back = rendering.seenNotes.has(id)
      ? [' ', h('a', { class: 'back', href: `#${referenceId(id)}`, ariaLabel: rendering.words.backToText }, '↑')]
      : []
    return h('li', { id }, [h('span', { class: 'mark' }, mark), h('p', [...renderInlines(children, rendering), ...back])])
  })
  return [h('section', { class: 'end-notes', ariaLabel: rendering.words.notes }, h('ol', { role: 'list' }, onLines(items)))]
}

function referenceId(note: string): string {
  return `ref-${note}`
}

// ── inlines ──

type InlineRules = { [T in Inline['type']]: (inline: Extract<Inline, { type: T }>, rendering: Rendering) => ElementContent }

const inlineRules: InlineRules = {
  text: ({ text }) => ({ type: 'text', value: text }),
  figure: ({ figure, text }, rendering) => {
    const data = h('data', { class: 'figure', value: machineValue(figure, rendering), dataFigure: figure }, text)
    rendering.seenFigures.add(figure)
    return rendering.isInLink ? data : h('a', { class: 'traced', href: `#${figure}` }, data)
  },
  strong: ({ children }, rendering) => h('strong', renderInlines(children, rendering)),
  emphasis: ({ children }, rendering) => h('em', renderInlines(children, rendering)),
  link: ({ href, children }, rendering) => h('a', { href }, renderInlines(children, { ...rendering, isInLink: true })),
  reference: ({ target, text }) => h('a', { href: `#${target}` }, text),
  noteReference: ({ note, text }, { words, seenNotes }) => {
    const isFirst = !seenNotes.has(note)
    seenNotes.add(note)
    const id = isFirst ? { id: referenceId(note) } : {}
    return h('sup', h('a', { ...id, href: `#${note}`, ariaLabel: words.noteLabel(text) }, text))
  },
}

function renderInlines(inlines: Inline[], rendering: Rendering): ElementContent[] {
  const render = (inline: Inline) =>
    (inlineRules[inline.type] as (inline: Inline, rendering: Rendering) => ElementContent)(inline, rendering)
  return inlines.map(render)
}

/** The unrounded value as the nearest double, in the figure's unit (a share is a fraction); the printed number where something is withheld. */
function machineValue(id: string, { document, figures }: Rendering): string {
  const figure = figures.get(id)
  if (!figure) throw brokenTree(document, `a printed figure is not among the document's figures: ${id}`)
  if (figure.value === null || document.isRounded) return `${printedValue(figure) ?? ''}`
  return `${toNumber(figure.value)}`
}

// ── blocks ──

type BlockRules = { [T in Block['type']]: (block: Extract<Block, { type: T }>, rendering: Rendering) => Element }

const blockRules: BlockRules = { heading, paragraph, list, table, chart }

function renderBlock(block: Block, rendering: Rendering): Element {
  return (blockRules[block.type] as (block: Block, rendering: Rendering) => Element)(block, rendering)
}

function heading({ level, id, children }: Heading, rendering: Rendering): Element {
  return h(`h${level}`, { id }, renderInlines(children, rendering))
}

function paragraph({ children }: Paragraph, rendering: Rendering): Element {
  return h('p', renderInlines(children, rendering))
}

/** `role` says what browsers forget of a list without its own bullets. */
function list({ kind, items }: List, rendering: Rendering): Element {
  const children = onLines(items.map((item) => listItem(item, rendering)))
  if (kind === 'ordered') return h('ol', children)
  return kind === 'themes' ? h('ul', { class: 'themes', role: 'list' }, children) : h('ul', children)
}

/** An item of one paragraph stands without the paragraph's distance. */
function listItem({ children }: ListItem, rendering: Rendering): Element {
  const isShort = children.filter(({ type }) => type === 'paragraph').length === 1
  return h(
    'li',
    children.flatMap((child) =>
      child.type === 'paragraph' && isShort ? renderInlines(child.children, rendering) : [renderBlock(child, rendering)],
    ),
  )
}

// ── tables and charts ──

/** "Tabel 1: title", and under it how to read it. */
function exhibitTitle({ id, label, title, howTo }: Exhibit, rendering: Rendering): Element[] {
  return [
    h('span', { class: 'exhibit-title', id: `${id}-title` }, [
      h('span', { class: 'label' }, `${label}:`),
      ' ',
      ...renderInlines(title, rendering),
    ]),
    ...(howTo === null ? [] : [h('span', { class: 'how-to' }, renderInlines(howTo, rendering))]),
  ]
}

function exhibitNotes({ id, notes }: Exhibit, rendering: Rendering): Element[] {
  if (notes.length === 0) return []
  const rendered = notes.map((note) =>
    note.kind === 'marked'
      ? h('p', { class: 'marked', id: markedNoteId(id, notes, note.mark) }, [
          h('span', { class: 'mark' }, note.mark),
          ...renderInlines(note.children, rendering),
        ])
      : h('p', renderInlines(note.children, rendering)),
  )
  return [h('div', { class: 'notes', id: `${id}-notes` }, onLines(rendered))]
}

function markedNoteId(exhibit: string, notes: ExhibitNote[], mark: string): string | undefined {
  const index = notes.findIndex((note) => note.kind === 'marked' && note.mark === mark)
  return index < 0 ? undefined : `${exhibit}-note-${index + 1}`
}

/** Rows of a table that may break over pages; a shorter one never does. */
const longTable = 20
/** So many number columns stand beside one another on a phone; more of them as pairs of heading and number. */
const stackedColumns = 4

function table(block: Table, rendering: Rendering): Element {
  const notes = exhibitNotes(block, rendering)
  const caption = exhibitTitle(block, rendering)
  return h('div', { id: block.id, class: ['exhibit', ...(block.rows.length > longTable ? ['long'] : [])] }, [
    ...onLines([grid({ ...block, isData: false }, caption, rendering), ...notes]),
  ])
}

/** The drawing twice, of which the style sheet shows the one that fits, and its numbers as a table. */
function chart(block: Chart, rendering: Rendering): Element {
  const { id, data } = block
  const svgs = (rendering.drawings.get(id) ?? []).map(markup)
  const details = h('details', [
    h('summary', rendering.words.dataBehindChart),
    grid({ ...gridOfChart(data), id: `${id}-data`, notes: [], isData: true }, renderInlines(data.caption, rendering), rendering),
  ])
  return h('figure', { id, class: 'exhibit', ariaLabelledBy: `${id}-title` }, [
    ...onLines([h('figcaption', exhibitTitle(block, rendering)), ...svgs, ...exhibitNotes(block, rendering), details]),
  ])
}

/** Markup that Vega made: nowhere else does ready markup enter the tree. */
function markup(svg: string): ElementContent {
  return { type: 'raw', value: svg } as unknown as ElementContent
}

/** `isData`: the numbers of a chart */
type Grid = Pick<Table, 'id' | 'notes' | 'stubHead' | 'spanners' | 'columns' | 'rows'> & { isData: boolean }

function gridOfChart({ columns, rows }: ChartData): Pick<Grid, 'stubHead' | 'spanners' | 'columns' | 'rows'> {
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
function grid(parts: Grid, caption: ElementContent[], rendering: Rendering): Element {
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

// ── annex: where each number comes from ──

/** A figure that is printed, in words, and where it stands among the others. */
type Explained = { explanation: Explanation; described: DescribedExplanation }

/** Every printed figure under its segment, in the tree's order; nothing where none is printed. Its numbers are plain text. */
function annex(rendering: Rendering): Element[] {
  const { document, seenFigures } = rendering
  const locale = locales[document.locale]
  const explanations = explainDocument(document)
  const explained = [...seenFigures].flatMap((id) => {
    const explanation = explanations.get(id)
    return explanation ? [{ explanation, described: describeExplanation(explanation, locale) }] : []
  })
  if (explained.length === 0) return []
  const places = printedPlaces(document)
  const groups = segmentGroups(explained, rendering).map(({ label, members }) =>
    h('details', { class: 'group' }, [
      h('summary', locale.explain.group({ label, count: members.length })),
      ...onLines(members.map((each) => explanationEntry(each, places.get(each.explanation.figure) ?? [], rendering))),
    ]),
  )
  const { title, intro } = locale.explain
  return [h('section', { class: 'annex', dataExplanations: '' }, onLines([h('h2', title), h('p', intro(document.isRounded)), ...groups]))]
}

function segmentGroups(explained: Explained[], { document }: Rendering): { label: string; members: Explained[] }[] {
  const { otherSources } = locales[document.locale].explain
  const ranks = new Map(segmentsOf(document.survey.segments).map(({ segment }, rank) => [segment.id, rank]))
  const groups = new Map<string | null, { label: string; members: Explained[] }>()
  for (const each of explained) {
    const { segment } = each.explanation.name
    const group = groups.get(segment?.id ?? null) ?? { label: segment?.label ?? otherSources, members: [] }
    group.members.push(each)
    groups.set(segment?.id ?? null, group)
  }
  // Segments in the order of the tree, then benchmarks, then what is about none.
  const rankOf = (segment: string | null) => (segment === null ? ranks.size + 1 : (ranks.get(segment) ?? ranks.size))
  return [...groups]
    .sort(([a], [b]) => rankOf(a) - rankOf(b))
    .map(([, { label, members }]) => ({ label, members: members.sort(byKindAndPeriod) }))
}

const kindsInOrder: Figure['kind'][] = ['metric', 'change', 'decomposition', 'typed']
const metricsInOrder = Object.keys(metrics)

/** A metric, then how it changed, then the next metric; the latest period first. */
function byKindAndPeriod({ explanation: a }: Explained, { explanation: b }: Explained): number {
  const metricOf = ({ name }: Explanation) => metricsInOrder.indexOf(name.metric ?? '')
  const kindOf = ({ name }: Explanation) => kindsInOrder.indexOf(name.kind)
  const lastOf = ({ name }: Explanation) => name.periods.at(-1)?.to ?? ''
  const [earlier, later] = [lastOf(a), lastOf(b)]
  return metricOf(a) - metricOf(b) || kindOf(a) - kindOf(b) || (earlier < later ? 1 : earlier > later ? -1 : 0)
}

/** The anchor stands inside, since only a target inside makes browsers open what is closed. */
function explanationEntry({ explanation, described }: Explained, places: PrintedPlace[], rendering: Rendering): Element {
  const { explain: words } = locales[rendering.document.locale]
  const lines = described.lines.map(({ label, text, calculation }) => [
    h('dt', label),
    h('dd', calculation === null ? text : [text, h('span', { class: 'calculation' }, calculation)]),
  ])
  const inputs = separated(explanation.inputs.flatMap((input) => inputOf(input, rendering)))
  const printed = separated(places.map((place) => placeLink(place, rendering)))
  return h('details', [
    h('summary', [described.nameInGroup, ': ', h('b', described.number ?? '')]),
    h('dl', { id: explanation.figure }, [
      ...lines.flat(),
      ...(inputs.length === 0 ? [] : [h('dt', words.labels.inputs), h('dd', inputs)]),
      h('dt', words.labels.printedIn),
      h('dd', printed),
    ]),
  ])
}

/**
 * What a figure is made from: a link to its explanation where it is printed too. One that is printed nowhere is told here, unless only
 * printed numbers may be.
 */
function inputOf(input: Explanation, { document, seenFigures }: Rendering): ElementContent[][] {
  const { name, number, lines } = describeExplanation(input, locales[document.locale])
  if (seenFigures.has(input.figure)) return [[h('a', { href: `#${input.figure}` }, name), `: ${number ?? ''}`].map(textNode)]
  if (document.isRounded || number === null) return []
  const [made] = lines
  return [[textNode(`${name}: ${number}${made ? ` (${[made.text.replace(/\.$/, ''), made.calculation].filter(Boolean).join(' ')})` : ''}`)]]
}

function placeLink(place: PrintedPlace, { document }: Rendering): ElementContent[] {
  const words = locales[document.locale].explain.printedPlace(place)
  return [place.anchor === null ? textNode(words) : h('a', { href: `#${place.anchor}` }, words)]
}

function textNode(content: string | ElementContent): ElementContent {
  return typeof content === 'string' ? { type: 'text', value: content } : content
}

/** With a semicolon between them. */
function separated(items: ElementContent[][]): ElementContent[] {
  return items.flatMap((item, index) => (index === 0 ? item : [textNode('; '), ...item]))
}

function plainText(inlines: Inline[]): string {
  return inlines.map((inline) => ('children' in inline ? plainText(inline.children) : inline.text)).join('')
}

/** A line each, so that two editions of a page can be compared. */
function onLines(elements: ElementContent[]): ElementContent[] {
  const end: ElementContent = { type: 'text', value: '\n' }
  return elements.length === 0 ? [] : [end, ...elements.flatMap((element) => [element, end])]
}

function brokenTree({ locale }: Document, detail: string): NotatError {
  return new NotatError('internal', [problem(locales[locale], 'internal-error', { detail })])
}

// ── style ──

function fontFaces(fonts: Record<400 | 600, { woff2: string }>): string {
  const face = (weight: 400 | 600) =>
    `@font-face { font-family: "${fontFamily}"; font-weight: ${weight}; src: url(data:font/woff2;base64,${fonts[weight].woff2}) format("woff2"); }`
  return [face(400), face(600)].join('\n')
}

/** The theme's colours as custom properties: dark on dark screens only, so that print is always light. */
function colours(): string {
  const properties = (palette: Palette) =>
    Object.entries(palette)
      .map(([name, colour]) => `${propertyName(name)}: ${colour};`)
      .join(' ')
  return [
    `:root { ${properties(light)} }`,
    `@media screen and (prefers-color-scheme: dark) { :root { ${properties(dark)} } }`,
    ...(['fill', 'stroke'] as const).flatMap((paint) =>
      // A later rule wins, so of two jobs with one colour the first in the palette does.
      [...Object.entries(light)]
        .reverse()
        .map(([name, colour]) => `.chart [${paint}="${colour}"] { ${paint}: var(${propertyName(name)}); }`),
    ),
  ].join('\n')
}

/** `onEnds` → `--on-ends` */
function propertyName(colour: string): string {
  return `--${colour.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/** In print: the unit at the left, the page's number at the right. */
function pageFooter(unit: string): string {
  const text = `font: 8.5pt "${fontFamily}", sans-serif; color: ${light.soft};`
  return `@page { @bottom-left { content: ${cssString(unit)}; ${text} } @bottom-right { content: counter(page) "/" counter(pages); ${text} } }`
}

/** Anything that could end a string, a rule or the style element is escaped: https://drafts.csswg.org/cssom/#serialize-a-string */
function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} .,-]/gu, (character) => `\\${(character.codePointAt(0) as number).toString(16)} `)}"`
}
