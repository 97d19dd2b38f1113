/** A rule for every block: what stands on the page, and its place in the structure tree. */
import type { Block } from '../../document/blocks.js'
import { isLong } from '../../document/grid.js'
import type { PageNode } from '../tagged-pdf/page.js'
import type { StructureNode } from '../tagged-pdf/structure.js'
import { page, paperSpace, paperText } from '../theme.js'
import { wrapText } from '../wrap.js'
import { chartPieces } from './chart.js'
import type { Context } from './context.js'
import { captionOf, captionPiece, continuation, exhibitNotes, frameOf, mostWholeHeight, wholeExhibit } from './exhibit.js'
import { listItems } from './list.js'
import { breaking, lines, outside, type Piece } from './piece.js'
import { tableOf } from './table.js'
import { keptRows, tableHeight } from './table-size.js'
import { bodyLines, destination, paperWords, richText } from './words.js'

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
      outlineText: paperWords(heading.children),
      margin: [0, isSection ? paperSpace.overSection : paperSpace.betweenParagraphs, outside, paperSpace.underHeading],
      ...(!isSection && context.section !== '' && { outlineParentId: context.section }),
    }
    if (isSection) context.section = id
    const count = wrapText(paperWords(heading.children), page.measure, style.size, style.weight).length
    return [{ node, height: paperSpace.overSection + count * style.leading + paperSpace.underHeading, isHeading: true }]
  },

  paragraph: ({ children }, parent, context) => {
    const count = bodyLines(paperWords(children), page.measure)
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
    if (!isLong(table) && height <= mostWholeHeight) return [wholeExhibit(table, caption, body, height, parent, context)]
    const begin = captionPiece(caption, above + tableHeight({ ...table, rows: table.rows.slice(0, keptRows(table)) }))
    const middle: Piece = { node: { stack: [continuation(table.label, context), body] }, height }
    const notes = exhibitNotes(table, parent, context)
    return [begin, middle, { node: { stack: notes, margin: [0, 0, 0, paperSpace.underExhibit], unbreakable: true }, height: below }]
  },

  chart: chartPieces,
}

export function piecesOf(block: Block, parent: StructureNode, context: Context): Piece[] {
  const rule = blockRules[block.type] as (block: Block, parent: StructureNode, context: Context) => Piece[]
  return rule(block, parent, context)
}
