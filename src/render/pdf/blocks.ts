/** A rule for every block: what stands on the page, and its place in the structure tree. */
import type { Block } from '../../document/blocks.js'
import type { PageNode } from '../tagged-pdf/page.js'
import type { StructureNode } from '../tagged-pdf/structure.js'
import { page, paperText } from '../theme.js'
import { chartPieces } from './chart.js'
import type { Context } from './context.js'
import { captionOf, exhibitPiece } from './exhibit.js'
import { listItems } from './list.js'
import { lines, outside, type Piece } from './piece.js'
import { tableOf } from './table.js'
import { destination, paperWords, richText } from './words.js'

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
      margin: [0, isSection ? context.space.overSection : context.space.betweenParagraphs, outside, context.space.underHeading],
      ...(!isSection && context.section !== '' && { outlineParentId: context.section }),
    }
    if (isSection) context.section = id
    return [{ node, keepsNext: true, opensSection: isSection }]
  },

  paragraph: ({ children }, parent, context) => {
    const node: PageNode = {
      ...richText(children, paperText.body, parent.add('P'), context, ['pnum']),
      margin: [0, 0, outside, context.space.betweenParagraphs],
    }
    // what announces a list or a table stands over its beginning
    return [{ node, lines, keepsNext: paperWords(children).endsWith(':') }]
  },

  list: (list, parent, context) =>
    listItems(list, { width: page.measure, right: outside }, parent, context).map((node) => ({ node, lines })),

  table: (table, parent, context) => {
    const element = parent.add('Table')
    const caption = captionOf(table, element.add('Caption'), context)
    return [exhibitPiece(table, caption, tableOf(table, element, context), parent, context)]
  },

  chart: chartPieces,
}

export function piecesOf(block: Block, parent: StructureNode, context: Context): Piece[] {
  const rule = blockRules[block.type] as (block: Block, parent: StructureNode, context: Context) => Piece[]
  return rule(block, parent, context)
}
