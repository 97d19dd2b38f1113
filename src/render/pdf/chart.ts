/** Charts, which may be cut into parts that fill pages, and the numbers behind them. */
import type { Chart } from '../../document/blocks.js'
import { dataTable } from '../../document/grid.js'
import { altTextOf } from '../../document/walk.js'
import { allRows, type Picture, pictureOf } from '../chart.js'
import type { Drawable, PageNode, PageText } from '../tagged-pdf/page.js'
import type { StructureNode } from '../tagged-pdf/structure.js'
import { chartSizes, paperText } from '../theme.js'
import { type Context, noteUnprintable } from './context.js'
import { captionOf, continuation, exhibitPiece } from './exhibit.js'
import { fullWidth, type Piece } from './piece.js'
import { tableOf } from './table.js'
import { inlines, run } from './words.js'

/** over and under a drawing */
const pictureSpace = 2

/** A chart of fewer rows stands on one page. */
const mostWholeRows = 12

export function chartPieces(chart: Chart, parent: StructureNode, context: Context): Piece[] {
  const caption = captionOf(chart, parent.add('Caption'), context)
  const figure = parent.add('Figure', { alt: altTextOf(chart) })
  const picture = pictureOf(chart, 'wide', { closeness: context.density.rows, hyphenate: context.hyphenate })
  noteUnprintable(picture.texts().join(''), chart.label, context)
  const drawn = exhibitPiece(chart, caption, pictureNode(picture, figure), parent, context)
  // of what has changed the tables of the document hold every number
  return chart.kind === 'change' ? [drawn] : [drawn, dataOf(chart, parent, context)]
}

function pictureNode(picture: Picture, tag: StructureNode): PageNode {
  const { count, fewest } = picture
  const { from, to } = allRows(picture)
  const rows = Array.from({ length: count - 1 }, (_, index) => index + 1).filter((row) => row >= fewest && count - row >= fewest)
  const isWhole = count <= Math.max(mostWholeRows, 2 * fewest) && isRows(picture)
  const drawable = drawableOf(picture, from, to)
  const height = (drawable.height * fullWidth) / chartSizes.wide.width
  const svg: Drawable = isWhole
    ? drawable
    : { ...drawable, cuts: { rows: [...rows, count], part: (first, last) => drawableOf(picture, first, last) } }
  return { svg, fit: [fullWidth, height], tag, margin: [0, pictureSpace, 0, pictureSpace] }
}

/** A panel of a trend may stand by itself; rows do not. */
function isRows({ fewest }: Picture): boolean {
  return fewest > 1
}

/** Drawn once the layout has chosen its rows: of long charts that is most of the work. */
function drawableOf(picture: Picture, from: number, to: number): Drawable {
  const rows = { from, to }
  return { width: chartSizes.wide.width, height: picture.heightOf(rows), draw: async () => (await picture.draw(rows)).svg }
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
  return {
    node: { stack: [caption, tableOf(table, element, context)], margin: [0, 0, 0, context.space.underExhibit] },
    isExhibit: true,
    continuation: continuation(name, context),
  }
}
