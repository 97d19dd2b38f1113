/**
 * Document → tagged PDF (PDF/UA-1 and PDF/A-3a). Each rule makes what stands on the page and its place in the structure tree together, so
 * that nothing can be seen without being said, in the order of the document. Lengths in points.
 */
import type {
  Block,
  Chart,
  Document,
  Exhibit,
  ExhibitNote,
  Inline,
  List,
  ListItem,
  MarginEntry,
  Note,
  Table,
  TableRow,
} from '../document/blocks.js'
import { NotatError, problem } from '../errors.js'
import { locales } from '../locale/index.js'
import type { Locale } from '../locale/words.js'
import { chartHeight, type Drawing, drawChart, type RowRange, wrapText } from './chart.js'
import { type Feature, faceOf, fontFamily, missingGlyphs, textWidth } from './fonts.js'
import type {
  Attachment,
  Margins,
  PageCanvas,
  PageCell,
  PageColumns,
  PageNode,
  PageRun,
  PageStack,
  PageText,
  TableLayout,
  Tag,
} from './tagged-pdf/page.js'
import type { StructureNode } from './tagged-pdf/structure.js'
import { type ColourName, chartSizes, light, page, paperRules, paperSpace, paperTable, paperText, type TextStyle } from './theme.js'

export type PdfOptions = {
  /** files embedded as the source of the document's numbers: its figures as JSON */
  attachments?: readonly Attachment[]
}

/**
 * The memo as a PDF on A4. The same document gives the same bytes, whatever was rendered before or meanwhile. Throws NotatError where the
 * font lacks a character, with all such places at once.
 */
export async function renderPdf(document: Document, { attachments = [] }: PdfOptions = {}): Promise<Uint8Array> {
  const [{ makeTaggedPdf }, { StructureNode }] = await Promise.all([import('./tagged-pdf/make.js'), import('./tagged-pdf/structure.js')])
  const drawings = await drawAll(document)
  const words = locales[document.locale].render
  const context: Context = { words, drawings, unprintable: [], section: '' }
  const root = new StructureNode('Document')
  const content = contentOf(document, root, context)
  refuseUnprintable(document, context)
  return makeTaggedPdf({
    metadata: {
      title: document.title,
      author: document.sender.organisation,
      language: locales[document.locale].language,
      date: document.date,
      identity: JSON.stringify(document, (_, value) => (typeof value === 'bigint' ? `${value}` : value)),
    },
    page,
    content,
    footer: (number, pages) => footerOf(document.footer, number, pages, context),
    structure: root,
    attachments,
  })
}

/** What rules know besides their block. Made anew for every document. */
type Context = {
  words: Locale['render']
  /** the ways a chart may be cut into parts, for ever less room on the first page; one of a single part where it fits on a page */
  drawings: ReadonlyMap<Chart, readonly (readonly Drawing[])[]>
  /** texts with characters the font does not have */
  unprintable: { characters: string[]; text: string }[]
  /** id of the last heading of level 2: the bookmarks of level 3 stand under it */
  section: string
}

async function drawAll(document: Document): Promise<Context['drawings']> {
  const charts = document.blocks.filter((block) => block.type === 'chart')
  return new Map(await Promise.all(charts.map(async (chart) => [chart, await drawCuts(chart)] as const)))
}

/** Each part is drawn once, however many cuts have it. */
async function drawCuts(chart: Chart): Promise<Drawing[][]> {
  const drawn = new Map<string, Promise<Drawing>>()
  const draw = (rows: RowRange): Promise<Drawing> => {
    const name = `${rows.from}-${rows.to}`
    const drawing = drawn.get(name) ?? drawChart(chart, 'wide', rows)
    drawn.set(name, drawing)
    return drawing
  }
  return Promise.all(cutsOf(chart).map((parts) => Promise.all(parts.map(draw))))
}

/** So much of a page a first part may fill, from a whole page down. */
const firstParts = [1, 0.8, 0.6, 0.45, 0.3]
/** A chart is not cut off from fewer rows. */
const fewestRows = 3

/** Pages are filled, and the last part is what is left. */
function cutsOf(chart: Chart): RowRange[][] {
  const count = chart.rows.length
  const { above, below } = frameOf(chart)
  const height = (rows: RowRange) => pictureHeight({ ...chartSizes.wide, height: chartHeight(chart, 'wide', rows) })
  if (above + height({ from: 0, to: count }) + below <= mostWholeHeight) return [[{ from: 0, to: count }]]
  const cuts = firstParts.map((share) =>
    cutRows(count, (rows) => {
      const room = rows.from === 0 ? share * pageHeight - above : pageHeight - continuedHeight
      return height(rows) <= room - (rows.to === count ? below : 0)
    }),
  )
  return cuts.filter(([first], index) => index === 0 || (first && first.to >= fewestRows && first.to !== cuts[index - 1]?.[0]?.to))
}

/** From the first row on, as many as fit; the last part has not less than the fewest, if the one before can spare them. */
function cutRows(count: number, fits: (rows: RowRange) => boolean): RowRange[] {
  const starts = [0]
  for (let from = 0, to = 1; to < count; to++) {
    if (fits({ from, to: to + 1 })) continue
    from = to
    starts.push(from)
  }
  const [before, last] = [starts.at(-2), starts.at(-1) as number]
  if (before !== undefined && count - last < fewestRows && last - before >= 2 * fewestRows) {
    starts.splice(-1, 1, count - fewestRows)
  }
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? count }))
}

function refuseUnprintable({ locale }: Document, { unprintable }: Context): void {
  if (unprintable.length === 0) return
  // once each: what a chart says stands in all its cuts
  const places = new Map(unprintable.map((place) => [`${place.characters.join()} ${place.text}`, place]))
  const problems = [...places.values()].map(({ characters, text }) =>
    problem(locales[locale], 'missing-glyph', { characters: characters.join(' '), text, font: fontFamily }),
  )
  throw new NotatError('data', problems)
}

// ── the page ──

const fullWidth = page.fullWidth
/** right of the running text */
const outside = page.fullWidth - page.measure
const pageHeight = page.height - page.top - page.bottom
/** between the margin column and the hairline on its left */
const marginColumnPadding = 10
/** a paragraph or an item of up to so many lines is not broken over two pages; of a longer one so many lines begin it */
const lines = { whole: 8, atLeast: 3 }

/** What stands on the page after another. `height`: roughly, of a heading or what is not broken. A heading is kept with what follows it. */
type Piece = { node: PageNode; height: number; isHeading?: true }

function contentOf(document: Document, root: StructureNode, context: Context): PageNode[] {
  const pieces: Piece[] = []
  // a heading brings its own space
  const aboveText = document.blocks[0]?.type === 'heading' ? 0 : paperSpace.overSection
  const letterhead = letterheadOf(document, 6 + aboveText, root, context)
  const marginColumn = marginColumnOf(document.margin, paperSpace.overSection + 3 - aboveText, root, context)
  let section = root
  let inner = root
  for (const block of document.blocks) {
    if (block.type === 'heading' && block.level === 2) section = inner = root.add('Sect')
    if (block.type === 'heading' && block.level === 3) inner = section.add('Sect')
    pieces.push(...piecesOf(block, inner, context))
  }
  if (document.notes.length > 0) {
    const notes = notesOf(document.notes, root.add('Sect'), context)
    pieces.push(...keepNotes(pieces.pop(), notes))
  }
  return withoutLastMargin([...letterhead, ...marginColumn, ...keepHeadings(pieces)])
}

/** A heading and what follows, or its beginning, stand on one page. */
function keepHeadings(pieces: readonly Piece[]): PageNode[] {
  const nodes: PageNode[] = []
  let headings: Piece[] = []
  for (const piece of pieces) {
    if (piece.isHeading) {
      headings.push(piece)
      continue
    }
    const [first, ...others] = headings.map(({ node }) => node)
    const above = headings.reduce((sum, { height }) => sum + height, 0)
    const { node, height } = piece
    if (!first) nodes.push(node)
    else if (node.unbreakable && above + height < pageHeight) {
      nodes.push({
        stack: [first, ...others, node],
        unbreakable: true,
        ...(node.clears && { clears: true }),
        ...(node.room !== undefined && { room: above + node.room }),
      })
    } else nodes.push({ ...first, room: above + (node.room ?? 0) }, ...others, node)
    headings = []
  }
  return [...nodes, ...headings.map(({ node }) => node)]
}

/** The last block and the notes, where they are short, stand on one page: no page has a note or two and nothing else. */
function keepNotes(last: Piece | undefined, notes: Piece[]): Piece[] {
  if (!last) return notes
  const height = [last, ...notes].reduce((sum, piece) => sum + piece.height, 0)
  if (last.isHeading || !last.node.unbreakable || height > pageHeight / 2) return [last, ...notes]
  const { clears, room } = last.node
  const stack = withoutLastMargin([last.node, ...notes.map(({ node }) => node)])
  return [{ node: { stack, unbreakable: true, ...(clears && { clears }), ...(room !== undefined && { room }) }, height }]
}

/** pdfmake would begin a page for the space under the last text. */
function withoutLastMargin(nodes: PageNode[]): PageNode[] {
  const last = nodes[nodes.length - 1]
  if (!last?.margin) return nodes
  const [left, top, right] = last.margin
  return [...nodes.slice(0, -1), { ...last, margin: [left, top, right, 0] }]
}

function letterheadOf({ sender, kind, title }: Document, below: number, root: StructureNode, context: Context): PageNode[] {
  const administration = sender.administration
  return [
    rule(paperRules.letterhead, fullWidth, 'accent', 6),
    textNode(sender.organisation, paperText.senderOrganisation, root.add('P'), context),
    ...(administration === null ? [] : [textNode(administration, paperText.senderAdministration, root.add('P'), context)]),
    { ...textNode(kind, paperText.kind, root.add('P'), context), margin: [0, 16, 0, 0] },
    {
      ...textNode(title, paperText.title, root.add('H1'), context, ['pnum']),
      margin: [0, 2, fullWidth - balancedWidth(title, paperText.title), below],
    },
  ]
}

/** The least width that needs no more lines than the full one. */
function balancedWidth(text: string, { size, weight }: TextStyle): number {
  const count = (width: number) => wrapText(text, width, size, weight).length
  const needed = count(fullWidth)
  let width = fullWidth
  while (width > page.measure && count(width - 2) <= needed) width -= 2
  return needed === 1 ? fullWidth : width
}

/** Beside the text, `below` the title as far as the text, with a hairline on its left: the edge of a table of one cell. */
function marginColumnOf(entries: readonly MarginEntry[], below: number, root: StructureNode, context: Context): PageNode[] {
  if (entries.length === 0) return []
  const list = root.add('L', { listNumbering: 'None' })
  const stack = entries.flatMap(({ label, lines }): PageNode[] => {
    const item = list.add('LI')
    const head = label === null ? [] : [textNode(label, paperText.marginLabel, item.add('Lbl'), context)]
    const body = item.add('LBody')
    const nodes: PageText[] = lines.map((line) => textNode(line, paperText.marginValue, body.add('P'), context))
    return [{ stack: [...head, ...nodes], margin: [0, label === null ? 7 : 0, 0, 5.5] }]
  })
  const layout: TableLayout = {
    ...plainLayout,
    vLineWidth: (line) => (line === 0 ? paperRules.hair : 0),
    paddingLeft: () => marginColumnPadding,
    paddingTop: () => 1,
  }
  return [
    {
      relativePosition: { x: fullWidth - page.marginColumn - marginColumnPadding, y: below },
      isBeside: true,
      table: { widths: [page.marginColumn], body: [[{ stack: withoutLastMargin(stack) }]] },
      layout,
    },
  ]
}

function footerOf(unit: string, number: number, pages: number, context: Context): PageColumns {
  return {
    margin: [page.left, page.footerGap, page.right, 0],
    columns: [
      { ...textNode(unit, paperText.footer, 'footer', context), width: '*' },
      { ...textNode(`${number}/${pages}`, paperText.footer, 'footer', context), alignment: 'right', width: 60 },
    ],
  }
}

/** Under a short rule; a note is broken only where it is long. */
function notesOf(notes: readonly Note[], section: StructureNode, context: Context): Piece[] {
  const style = paperText.note
  const indent = 12
  return notes.map(({ id, mark, children }, index): Piece => {
    const note = section.add('Note', { id: destination(id) })
    const isFirst = index === 0
    const columns: PageColumns = {
      columns: [
        { ...textNode(mark, { ...style, weight: 600, colour: 'accent' }, note.add('Lbl'), context), id: destination(id), width: indent },
        { ...richText(children, style, note.add('P'), context, ['pnum']), width: '*' },
      ],
    }
    const count = wrapText(plainText(children), page.measure - indent, style.size, style.weight).length
    const node: PageNode = {
      stack: [...(isFirst ? [rule(paperRules.hair, 60, 'previous', 4)] : []), columns],
      margin: [0, isFirst ? 8 : 0, outside, 2],
      ...breaking(count),
    }
    return { node, height: count * style.leading }
  })
}

// ── blocks ──

type BlockRules = { [T in Block['type']]: (block: Extract<Block, { type: T }>, parent: StructureNode, context: Context) => Piece[] }

const blockRules: BlockRules = {
  heading: (heading, parent, context) => {
    const isSection = heading.level === 2
    const id = destination(heading.id)
    const style = isSection ? paperText.section : paperText.subsection
    const node: PageNode = {
      ...richText(heading.children, style, parent.add(isSection ? 'H2' : 'H3'), context, ['pnum']),
      id,
      outline: true,
      outlineText: plainText(heading.children),
      margin: [0, isSection ? paperSpace.overSection : paperSpace.betweenParagraphs, outside, paperSpace.underHeading],
      ...(!isSection && context.section !== '' && { outlineParentId: context.section }),
    }
    if (isSection) context.section = id
    const count = wrapText(plainText(heading.children), page.measure, style.size, style.weight).length
    return [{ node, height: paperSpace.overSection + count * style.leading + paperSpace.underHeading, isHeading: true }]
  },

  paragraph: ({ children }, parent, context) => {
    const count = bodyLines(plainText(children), page.measure)
    const node: PageNode = {
      ...richText(children, paperText.body, parent.add('P'), context, ['pnum']),
      margin: [0, 0, outside, paperSpace.betweenParagraphs],
      ...breaking(count),
    }
    return [{ node, height: count * paperText.body.leading }]
  },

  list: (list, parent, context) =>
    listItems(list, { width: page.measure, right: outside }, parent, context).map((node) => ({
      node,
      height: lines.whole * paperText.body.leading,
    })),

  table: (table, parent, context) => {
    const element = parent.add('Table')
    const caption = captionOf(table, element.add('Caption'), context)
    const body = tableOf(table, element, context)
    const { above, below } = frameOf(table)
    const height = above + tableHeight(table) + below
    if (table.rows.length <= mostWholeRows && height <= mostWholeHeight)
      return [wholeExhibit(table, caption, body, height, parent, context)]
    const begin = captionPiece(caption, above + tableHeight({ ...table, rows: table.rows.slice(0, keptRows(table)) }))
    const middle: Piece = { node: { stack: [continuation(table.label, context), body] }, height }
    const notes = exhibitNotes(table, parent, context)
    return [begin, middle, { node: { stack: notes, margin: [0, 0, 0, paperSpace.underExhibit], unbreakable: true }, height: below }]
  },

  chart: (chart, parent, context) => {
    const caption = captionOf(chart, parent.add('Caption'), context)
    const figure = parent.add('Figure', { alt: chart.altText })
    const cuts = context.drawings.get(chart) ?? []
    const picture = ({ svg, ...size }: Drawing): PageNode => {
      noteUnprintable(svg, chart.label, context)
      return { svg, fit: [fullWidth, pictureHeight(size)], tag: figure, margin: [0, pictureSpace, 0, pictureSpace] }
    }
    const { above, below } = frameOf(chart)
    const [whole, ...others] = cuts[0] ?? []
    const isWhole = whole !== undefined && others.length === 0 && cuts.length === 1
    const drawn = isWhole
      ? [wholeExhibit(chart, caption, picture(whole), above + pictureHeight(whole) + below, parent, context)]
      : cutChart(chart, caption, { cuts, picture }, parent, context)
    return chart.kind === 'shares' ? keepData(drawn, dataOf(chart, parent, context)) : drawn
  },
}

/** The caption, and of all ways to cut the chart the one that fills the page. Each part but the first says that it goes on. */
function cutChart(
  chart: Chart,
  caption: PageNode[],
  { cuts, picture }: { cuts: readonly (readonly Drawing[])[]; picture: (part: Drawing) => PageNode },
  parent: StructureNode,
  context: Context,
): Piece[] {
  const { above, below } = frameOf(chart)
  const notes = chart.notes.map(() => parent.add('P'))
  const ways = cuts.map(
    (parts): PageStack => ({
      stack: parts.map(
        (part, index): PageStack => ({
          stack: [
            ...(index > 0 ? [continuedLine(context.words.continued(chart.label), context)] : []),
            picture(part),
            ...(index === parts.length - 1 ? exhibitNotes(chart, parent, context, notes) : []),
          ],
          unbreakable: true,
        }),
      ),
    }),
  )
  const alternatives = cuts.map(([first, ...others]) => (first ? pictureHeight(first) + (others.length === 0 ? below : 0) : 0))
  const begin = captionPiece(caption, above + Math.min(...alternatives))
  return [begin, { node: { stack: ways, alternatives, margin: [0, 0, 0, paperSpace.underExhibit] }, height: pageHeight }]
}

/** A chart and its numbers stand on one page where they fit on one. */
function keepData(chart: Piece[], data: Piece): Piece[] {
  const [picture, ...others] = chart
  if (!picture || others.length > 0 || !data.node.unbreakable || picture.height + data.height > mostWholeHeight) return [...chart, data]
  // the space round the whole is not part of what must fit
  const stack: PageNode[] = [
    { ...picture.node, margin: [0, 0, 0, paperSpace.betweenParagraphs] },
    { ...data.node, margin: [0, 0, 0, 0] },
  ]
  const margin: Margins = [0, paperSpace.overExhibit, 0, paperSpace.underExhibit]
  return [{ node: { stack, margin, unbreakable: true, clears: true }, height: picture.height + data.height }]
}

function piecesOf(block: Block, parent: StructureNode, context: Context): Piece[] {
  const rule = blockRules[block.type] as (block: Block, parent: StructureNode, context: Context) => Piece[]
  return rule(block, parent, context)
}

function bodyLines(text: string, width: number): number {
  const { size, weight } = paperText.body
  return wrapText(text, width, size, weight).length
}

/** Whether something of so many lines stays in one piece. */
function breaking(count: number): { unbreakable: true } | { room: number } {
  return count <= lines.whole ? { unbreakable: true } : { room: lines.atLeast * paperText.body.leading }
}

const listIndent = { themes: 10, bullets: 10, ordered: 16 }

function itemLines({ children }: ListItem, width: number): number {
  return children.reduce((sum, child) => {
    if (child.type === 'paragraph') return sum + bodyLines(plainText(child.children), width)
    return sum + child.items.reduce((inner, item) => inner + itemLines(item, width - listIndent[child.kind]), 0)
  }, 0)
}

/** Marker and text stand beside each other, item by item, so an item never parts from its marker. `right`: what is free right of `width`. */
function listItems(list: List, { width, right }: { width: number; right: number }, parent: StructureNode, context: Context): PageNode[] {
  const isOrdered = list.kind === 'ordered'
  const indent = listIndent[list.kind]
  const element = parent.add('L', { listNumbering: isOrdered ? 'Decimal' : 'Square' })
  return list.items.map((item, index): PageNode => {
    const entry = element.add('LI')
    const marker = isOrdered
      ? textNode(`${index + 1}.`, paperText.body, entry.add('Lbl'), context)
      : squareMarker(entry.add('Lbl', { actualText: '•' }))
    const below = index === list.items.length - 1 ? paperSpace.betweenParagraphs : paperSpace.betweenThemes
    return {
      columns: [
        { ...marker, width: indent },
        { stack: itemContent(item, width - indent, entry.add('LBody'), context), width: '*' },
      ],
      margin: [0, 0, right, below],
      ...breaking(itemLines(item, width - indent)),
    }
  })
}

/** The space below the last child is the item's own. */
function itemContent(item: ListItem, width: number, body: StructureNode, context: Context): PageNode[] {
  return withoutLastMargin(
    item.children.flatMap((child): PageNode[] => {
      if (child.type === 'list') return listItems(child, { width, right: 0 }, body, context)
      return [
        { ...richText(child.children, paperText.body, body.add('P'), context, ['pnum']), margin: [0, 0, 0, paperSpace.betweenThemes] },
      ]
    }),
  )
}

/** The numbers behind a picture, where no other table of the document holds them: who cannot see it can read them. */
function dataOf({ id, label, data }: Chart, parent: StructureNode, context: Context): Piece {
  const [stub, ...columns] = data.columns
  const table: Table = {
    type: 'table',
    id: `${id}-data`,
    label: '',
    title: data.caption,
    howTo: null,
    notes: [],
    stubHead: stub?.label ?? [],
    spanners: [],
    columns: columns.map((column) => ({ ...column, kind: 'count', isCurrent: false })),
    rows: data.rows.map(({ cells, ...row }) => ({
      ...row,
      kind: 'row',
      detail: null,
      cells: cells.map((children) => ({ children, mark: null })),
    })),
  }
  const element = parent.add('Table')
  const line = element.add('Caption').add('P')
  const name = context.words.numbersBehind(label)
  const caption: PageText = {
    text: [
      run(`${name}: `, { ...paperText.howTo, weight: 600 }, line, context, ['pnum']),
      ...inlines(data.caption, paperText.howTo, line, context, ['pnum']),
    ],
    margin: [0, 0, 0, 3],
  }
  const body = tableOf(table, element, context)
  const above = paperText.howTo.leading + 3
  const height = above + tableHeight(table) + paperSpace.underExhibit
  const margin: Margins = [0, 0, 0, paperSpace.underExhibit]
  const isWhole = table.rows.length <= mostWholeRows && height <= mostWholeHeight
  if (isWhole) return { node: { stack: [caption, body], margin, unbreakable: true }, height }
  const room = above + tableHeight({ ...table, rows: table.rows.slice(0, keptRows(table)) })
  return { node: { stack: [caption, continuation(name, context), body], margin, room }, height }
}

/** In the middle of the small letters of the first line. */
function squareMarker(label: StructureNode): PageCanvas {
  const { size } = paperText.body
  const { ascender, xHeight } = faceOf(400)
  const side = 3.3
  const middle = ((ascender - xHeight / 2) * size) / 1000
  return { canvas: [{ type: 'rect', x: 0, y: middle - side / 2, w: side, h: side, color: light.accent, tag: label }] }
}

// ── tables and charts ──

/** A rule over the whole width opens it; title and reading help under the rule. */
function captionOf({ id, label, title, howTo }: Exhibit, caption: StructureNode, context: Context): PageNode[] {
  const line = caption.add('P')
  const titleNode: PageText = {
    text: [
      run(`${label}: `, paperText.exhibitLabel, line, context, ['pnum']),
      ...inlines(title, paperText.exhibitTitle, line, context, ['pnum']),
    ],
    id: destination(id),
  }
  return [
    rule(paperRules.strong, fullWidth, 'ink', 4),
    titleNode,
    ...(howTo === null ? [] : [richText(howTo, paperText.howTo, caption.add('P'), context, ['pnum'])]),
  ]
}

/** A table of more rows may break over pages. */
const mostWholeRows = 20
/** A table or chart up to this height stays on one page, with a heading or two over it. */
const mostWholeHeight = 0.85 * pageHeight

/** Heights of what stands over and under the body, with the space round it. */
function frameOf({ label, title, howTo, notes }: Exhibit): { above: number; below: number } {
  const height = (text: string, style: TextStyle, width: number) => wrapText(text, width, style.size, style.weight).length * style.leading
  const caption = height(`${label}: ${plainText(title)}`, paperText.exhibitTitle, fullWidth)
  const help = howTo === null ? 0 : height(plainText(howTo), paperText.howTo, fullWidth)
  const below = notes.map(({ children }) => height(plainText(children), paperText.exhibitNote, noteWidth) + 2)
  return {
    above: paperSpace.overExhibit + paperRules.strong + 4 + caption + help + underCaption,
    below: below.reduce((sum, note) => sum + note, noteSpace),
  }
}

const noteWidth = fullWidth - 40
const underCaption = 5
/** over the first note */
const noteSpace = 4
/** over and under a drawing */
const pictureSpace = 2

/** On paper, with the space round it. */
function pictureHeight({ width, height }: { width: number; height: number }): number {
  return (height * fullWidth) / width + 2 * pictureSpace
}

/** Caption, body and notes in one piece. */
function wholeExhibit(block: Exhibit, caption: PageNode[], body: PageNode, height: number, parent: StructureNode, context: Context): Piece {
  const stack = [captionStack(caption), body, ...exhibitNotes(block, parent, context)]
  return { node: { stack, margin: [0, paperSpace.overExhibit, 0, paperSpace.underExhibit], unbreakable: true, clears: true }, height }
}

/** The caption of what may break, on a page with `room` for it and the beginning of the body. */
function captionPiece(caption: PageNode[], room: number): Piece {
  const node: PageNode = {
    stack: [captionStack(caption)],
    margin: [0, paperSpace.overExhibit, 0, 0],
    unbreakable: true,
    clears: true,
    room,
  }
  return { node, height: room }
}

function captionStack(caption: PageNode[]): PageStack {
  return { stack: caption, margin: [0, 0, 0, underCaption] }
}

const underContinued = 4
const continuedHeight = paperText.howTo.leading + underContinued

/** "Figur 1 (fortsat)": it is seen, and not read aloud in the middle of what goes on. */
function continuedLine(words: string, context: Context): PageText {
  return { ...textNode(words, paperText.howTo, 'repeat', context), margin: [0, 0, 0, underContinued] }
}

/** The same for a table, which stands before it. */
function continuation(label: string, context: Context): PageText {
  return { ...textNode(context.words.continued(label), paperText.howTo, 'repeat', context), isContinuation: true }
}

/** `tags`: where the notes are made more than once, the elements that they are */
function exhibitNotes({ notes }: Exhibit, parent: StructureNode, context: Context, tags?: readonly StructureNode[]): PageNode[] {
  return withoutLastMargin(
    notes.map((note, index) => exhibitNote(note, index === 0 ? noteSpace : 0, tags?.[index] ?? parent.add('P'), context)),
  )
}

function exhibitNote(note: ExhibitNote, above: number, tag: StructureNode, context: Context): PageNode {
  const mark = note.kind === 'marked' ? [run(`${note.mark}\u00a0`, { ...paperText.exhibitNote, colour: 'accent' }, tag, context)] : []
  return {
    text: [...mark, ...inlines(note.children, paperText.exhibitNote, tag, context, ['pnum'])],
    margin: [0, above, fullWidth - noteWidth, 2],
  }
}

const plainLayout: TableLayout = {
  hLineWidth: () => 0,
  hLineColor: () => light.ink,
  vLineWidth: () => 0,
  vLineColor: () => light.hair,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
}

type ColumnWidths = { stub: number; columns: number[] }

/** The stub is never narrower. */
const leastStub = 95
/** a wider word in a column is parted */
const widestWord = 110
/** between the numbers of a column and what stands left of them */
const columnGap = 6

/**
 * Widths of stub and columns: those of the theme, or what a word or number needs. Where all of them leave too little for the stub, every column
 * gets what it needs and a share of what is left.
 */
function columnWidths(table: Table): ColumnWidths {
  const needed = table.columns.map((_, index) => neededWidth(table, index))
  const wanted = table.columns.map(({ kind }, index) =>
    Math.max(needed[index] as number, kind === 'value' ? paperTable.valueColumn : paperTable.countColumn),
  )
  const sum = (widths: number[]) => widths.reduce((total, width) => total + width, 0)
  const available = fullWidth - leastStub
  const share = sum(wanted) <= available ? 1 : Math.max(0, (available - sum(needed)) / (sum(wanted) - sum(needed)))
  const scale = Math.min(1, available / sum(needed))
  const columns = needed.map((least, index) => scale * (least + share * ((wanted[index] as number) - least)))
  return { stub: fullWidth - sum(columns), columns }
}

/** The widest word of the head or number, with a gap. */
function neededWidth({ columns, rows }: Table, index: number): number {
  const { tableHead, strongCell } = paperText
  const words = plainText(columns[index]?.label ?? []).split(/(?<=[ -])/)
  const numbers = rows.map(({ cells }) => plainText(cells[index]?.children ?? []))
  const widths = [
    ...words.map((word) => textWidth(word.trim(), tableHead.size, tableHead.weight)),
    ...numbers.map((number) => textWidth(number, strongCell.size, strongCell.weight)),
  ]
  return columnGap + Math.min(widestWord, Math.max(...widths))
}

function stubLines({ label, detail, indent, kind }: TableRow, stub: number): { label: number; detail: number } {
  const width = (kind === 'group' ? fullWidth : stub) - indent * paperTable.indent
  const { cell, detail: soft } = paperText
  return {
    label: wrapText(plainText(label), width, cell.size, kind === 'row' ? 400 : 600).length,
    detail: detail === null ? 0 : wrapText(plainText(detail), width, soft.size, soft.weight).length,
  }
}

const rowPadding = { above: 3.2, below: 3.6 }

/** Roughly, to decide whether the table fits on a page. */
function tableHeight(table: Table): number {
  const widths = columnWidths(table)
  const head = 25 + Math.max(...headLines(table, widths)) * paperText.tableHead.leading
  return table.rows.reduce((sum, row) => {
    const lines = stubLines(row, widths.stub)
    const text = lines.label * paperText.cell.leading + lines.detail * paperText.detail.leading
    return sum + text + rowPadding.above + rowPadding.below + paperRules.hair
  }, head)
}

/** Lines of the stub's head and of each column's. */
function headLines({ stubHead, columns }: Table, widths: ColumnWidths): number[] {
  const { size, weight } = paperText.tableHead
  const cells = [widths.stub, ...widths.columns]
  return [stubHead, ...columns.map(({ label }) => label)].map(
    (label, index) => wrapText(plainText(label), cells[index] as number, size, weight).length,
  )
}

/** So many rows are kept with the heading rows: two with numbers, and the groups before them. */
function keptRows({ rows }: Table): number {
  const withNumbers = rows.flatMap(({ kind }, index) => (kind === 'group' ? [] : [index]))
  return Math.min(rows.length, (withNumbers[1] ?? rows.length) + 1)
}

function tableOf(table: Table, element: StructureNode, context: Context): PageNode {
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

// ── words ──

type InlineRules = {
  [T in Inline['type']]: (
    inline: Extract<Inline, { type: T }>,
    style: TextStyle,
    tag: Tag,
    context: Context,
    features: Feature[],
  ) => PageRun[]
}

const inlineRules: InlineRules = {
  text: ({ text }, style, tag, context, features) => [run(text, style, tag, context, features)],
  figure: ({ text }, style, tag, context, features) => [run(text, style, tag, context, features)],
  strong: ({ children }, style, tag, context, features) => inlines(children, { ...style, weight: 600 }, tag, context, features),
  // the family has no italics
  emphasis: ({ children }, style, tag, context, features) => inlines(children, { ...style, weight: 600 }, tag, context, features),
  link: ({ href, children }, style, tag, context, features) => {
    const link = inlineTag(tag, 'Link', { link: { to: { address: href }, description: plainText(children) } })
    return inlines(children, { ...style, colour: 'accent' }, link, context, features)
  },
  reference: ({ target, text }, style, tag, context, features) => {
    const link = { link: { to: { destination: destination(target) }, description: text } }
    return [run(text, style, inlineTag(inlineTag(tag, 'Reference'), 'Link', link), context, features)]
  },
  noteReference: ({ note, text }, style, tag, context, features) => {
    const link = { link: { to: { destination: destination(note) }, description: text } }
    const raised = { ...style, size: style.size * 1.1, weight: 600, colour: 'accent' } as const
    return [{ ...run(text, raised, inlineTag(inlineTag(tag, 'Reference'), 'Link', link), context, features), sup: true }]
  },
}

function inlines(children: readonly Inline[], style: TextStyle, tag: Tag, context: Context, features: Feature[] = []): PageRun[] {
  return children.flatMap((inline) => {
    const rule = inlineRules[inline.type] as (
      inline: Inline,
      style: TextStyle,
      tag: Tag,
      context: Context,
      features: Feature[],
    ) => PageRun[]
    return rule(inline, style, tag, context, features)
  })
}

/** A child of an element inside a line; inside an artifact there are no elements. */
function inlineTag(tag: Tag, ...child: Parameters<StructureNode['addInline']>): Tag {
  return typeof tag === 'string' ? tag : tag.addInline(...child)
}

/** The words alone: for bookmarks, descriptions and counting lines. */
function plainText(children: readonly Inline[]): string {
  return children.map((inline) => ('children' in inline ? plainText(inline.children) : withoutSoftHyphens(inline.text))).join('')
}

function richText(children: readonly Inline[], style: TextStyle, tag: Tag, context: Context, features: Feature[] = []): PageText {
  return { text: inlines(children, style, tag, context, features) }
}

function textNode(text: string, style: TextStyle, tag: Tag, context: Context, features: Feature[] = []): PageText {
  return { text: [run(text, style, tag, context, features)] }
}

function run(text: string, style: TextStyle, tag: Tag, context: Context, features: Feature[] = []): PageRun {
  const shown = withoutSoftHyphens(text).normalize('NFC')
  noteUnprintable(shown, shown, context)
  const { ascender, descender } = faceOf(style.weight)
  return {
    text: shown,
    tag,
    fontSize: style.size,
    bold: style.weight === 600,
    color: light[style.colour],
    lineHeight: (1000 * style.leading) / ((ascender - descender) * style.size),
    ...(features.length > 0 && { fontFeatures: features }),
  }
}

/** Where a word may be parted is for screens: on paper columns have a known width. */
function withoutSoftHyphens(text: string): string {
  return text.replaceAll('\u00ad', '')
}

function noteUnprintable(text: string, where: string, context: Context): void {
  const characters = missingGlyphs(text)
  if (characters.length > 0) context.unprintable.push({ characters, text: where })
}

function rule(width: number, length: number, colour: ColourName, below: number): PageCanvas {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: length, y2: 0, lineWidth: width, lineColor: light[colour] }],
    margin: [0, 0, 0, below],
  }
}

/** A named place, or the id of an element, as any reader may hold it: ASCII. */
function destination(...parts: string[]): string {
  return parts.map(encodeURIComponent).join('.')
}
