/** Charts, whole or cut into parts that fill pages, and the numbers behind them. */
import type { Chart } from '../../document/blocks.js'
import { dataTable, isLong } from '../../document/grid.js'
import { altTextOf } from '../../document/walk.js'
import { allRows, type Picture, pictureOf, type RowRange } from '../chart.js'
import type { Margins, PageNode, PageStack, PageText } from '../tagged-pdf/page.js'
import type { StructureNode } from '../tagged-pdf/structure.js'
import { chartSizes, paperSpace, paperText } from '../theme.js'
import { type Context, noteUnprintable } from './context.js'
import {
  captionOf,
  captionPiece,
  continuation,
  continuedHeight,
  continuedLine,
  exhibitNotes,
  frameOf,
  mostWholeHeight,
  wholeExhibit,
} from './exhibit.js'
import { fullWidth, type Piece, pageHeight } from './piece.js'
import { tableOf } from './table.js'
import { keptRows, tableHeight } from './table-size.js'
import { inlines, run } from './words.js'

/** over and under a drawing */
const pictureSpace = 2

/** Of some rows, with the space round them. */
function heightOnPaper(picture: Picture, rows: RowRange): number {
  return (picture.heightOf(rows) * fullWidth) / chartSizes.wide.width + 2 * pictureSpace
}

/** So much of a page a first part may fill, from a whole page down. */
const firstParts = [1, 0.8, 0.6, 0.45, 0.3]

/**
 * From the first row on, as many as fit; the last part has not less than the fewest, if the one before can spare
 * them.
 */
function cutRows({ count, fewest }: Picture, fits: (rows: RowRange) => boolean): RowRange[] {
  const starts = [0]
  for (let from = 0, to = 1; to < count; to++) {
    if (fits({ from, to: to + 1 })) continue
    from = to
    starts.push(from)
  }
  const [before, last] = [starts.at(-2), starts.at(-1) as number]
  if (before !== undefined && count - last < fewest && last - before >= 2 * fewest) {
    starts.splice(-1, 1, count - fewest)
  }
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? count }))
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

/** The numbers behind a picture, where no other table of the document holds them: who cannot see it can read them. */
function dataOf(chart: Chart, parent: StructureNode, context: Context): Piece {
  const table = dataTable(chart)
  const element = parent.add('Table')
  const line = element.add('Caption').add('P')
  const name = context.words.numbersBehind(chart.label)
  const caption: PageText = {
    text: [
      run(`${name}: `, { ...paperText.howTo, weight: 600 }, line, context, ['pnum']),
      ...inlines(table.title, paperText.howTo, line, context, ['pnum']),
    ],
    margin: [0, 0, 0, 3],
  }
  const body = tableOf(table, element, context)
  const above = paperText.howTo.leading + 3
  const height = above + tableHeight(table) + paperSpace.underExhibit
  const margin: Margins = [0, 0, 0, paperSpace.underExhibit]
  const isWhole = !isLong(table) && height <= mostWholeHeight
  if (isWhole) return { node: { stack: [caption, body], margin, unbreakable: true }, height }
  const room = above + tableHeight({ ...table, rows: table.rows.slice(0, keptRows(table)) })
  return { node: { stack: [caption, continuation(name, context), body], margin, room }, height }
}

/** Pages are filled, and the last part is what is left. */
function cutsOf(chart: Chart, picture: Picture): RowRange[][] {
  const { count, fewest } = picture
  const { above, below } = frameOf(chart)
  const height = (rows: RowRange) => heightOnPaper(picture, rows)
  if (above + height(allRows(picture)) + below <= mostWholeHeight) return [[allRows(picture)]]
  const cuts = firstParts.map((share) =>
    cutRows(picture, (rows) => {
      const room = rows.from === 0 ? share * pageHeight - above : pageHeight - continuedHeight
      return height(rows) <= room - (rows.to === count ? below : 0)
    }),
  )
  return cuts.filter(([first], index) => index === 0 || (first && first.to >= fewest && first.to !== cuts[index - 1]?.[0]?.to))
}

export function chartPieces(chart: Chart, parent: StructureNode, context: Context): Piece[] {
  const caption = captionOf(chart, parent.add('Caption'), context)
  const figure = parent.add('Figure', { alt: altTextOf(chart) })
  const picture = pictureOf(chart, 'wide')
  noteUnprintable(picture.texts().join(''), chart.label, context)
  const { above, below } = frameOf(chart)
  const cuts = cutsOf(chart, picture)
  const [whole, ...others] = cuts[0] ?? []
  const isWhole = whole !== undefined && others.length === 0 && cuts.length === 1
  const drawn = isWhole
    ? [wholeExhibit(chart, caption, pictureNode(picture, whole, figure), above + heightOnPaper(picture, whole) + below, parent, context)]
    : cutChart(chart, caption, { picture, figure, cuts }, parent, context)
  // of what has changed the tables of the document hold every number
  return chart.kind === 'change' ? drawn : keepData(drawn, dataOf(chart, parent, context))
}

/**
 * A part of a picture. It is drawn once the layout has chosen among the ways to cut the chart: of long charts that is
 * most of the work.
 */
function pictureNode(picture: Picture, rows: RowRange, figure: StructureNode): PageNode {
  const { width } = chartSizes.wide
  const drawing = { width, height: picture.heightOf(rows), draw: async () => (await picture.draw(rows)).svg }
  return { svg: drawing, fit: [fullWidth, heightOnPaper(picture, rows)], tag: figure, margin: [0, pictureSpace, 0, pictureSpace] }
}

/**
 * The caption, and of all ways to cut the chart the one that fills the page. Each part but the first says that it
 * goes on.
 */
function cutChart(
  chart: Chart,
  caption: PageNode[],
  { picture, figure, cuts }: { picture: Picture; figure: StructureNode; cuts: readonly (readonly RowRange[])[] },
  parent: StructureNode,
  context: Context,
): Piece[] {
  const { above, below } = frameOf(chart)
  const notes = chart.notes.map(() => parent.add('P'))
  const wayOf = (parts: readonly RowRange[]): PageStack => ({
    stack: parts.map(
      (part, index): PageStack => ({
        stack: [
          ...(index > 0 ? [continuedLine(context.words.continued(chart.label), context)] : []),
          pictureNode(picture, part, figure),
          ...(index === parts.length - 1 ? exhibitNotes(chart, parent, context, notes) : []),
        ],
        unbreakable: true,
      }),
    ),
  })
  const alternatives = cuts.map(([first, ...others]) => (first ? heightOnPaper(picture, first) + (others.length === 0 ? below : 0) : 0))
  const begin = captionPiece(caption, above + Math.min(...alternatives))
  return [begin, { node: { stack: cuts.map(wayOf), alternatives, margin: [0, 0, 0, paperSpace.underExhibit] }, height: pageHeight }]
}
