/** Lists, and lists inside them. */
import type { List, ListItem } from '../../document/blocks.js'
import { faceOf } from '../fonts.js'
import type { PageCanvas, PageNode } from '../tagged-pdf/page.js'
import type { StructureNode } from '../tagged-pdf/structure.js'
import { light, paperText } from '../theme.js'
import type { Context } from './context.js'
import { withoutLastMargin } from './piece.js'
import { richText, textNode } from './words.js'

const listIndent = { themes: 10, bullets: 10, ordered: 16 }

/**
 * Marker and text stand beside each other, item by item, so an item never parts from its marker. `right`: what is
 * free right of `width`.
 */
export function listItems(
  list: List,
  { width, right }: { width: number; right: number },
  parent: StructureNode,
  context: Context,
): PageNode[] {
  const isOrdered = list.kind === 'ordered'
  const indent = listIndent[list.kind]
  const element = parent.add('L', { listNumbering: isOrdered ? 'Decimal' : 'Square' })
  return list.items.map((item, index): PageNode => {
    const entry = element.add('LI')
    const marker = isOrdered
      ? textNode(`${index + 1}.`, paperText.body, entry.add('Lbl'), context)
      : squareMarker(entry.add('Lbl', { actualText: '•' }))
    const below = index === list.items.length - 1 ? context.space.betweenParagraphs : context.space.betweenThemes
    return {
      columns: [
        { ...marker, width: indent },
        { stack: itemContent(item, width - indent, entry.add('LBody'), context), width: '*' },
      ],
      margin: [0, 0, right, below],
    }
  })
}

/** The space below the last child is the item's own. */
function itemContent(item: ListItem, width: number, body: StructureNode, context: Context): PageNode[] {
  return withoutLastMargin(
    item.children.flatMap((child): PageNode[] => {
      if (child.type === 'list') return listItems(child, { width, right: 0 }, body, context)
      return [
        { ...richText(child.children, paperText.body, body.add('P'), context, ['pnum']), margin: [0, 0, 0, context.space.betweenThemes] },
      ]
    }),
  )
}

/** In the middle of the small letters of the first line. */
function squareMarker(label: StructureNode): PageCanvas {
  const { size } = paperText.body
  const { ascender, xHeight } = faceOf(400)
  const side = 3.3
  const middle = ((ascender - xHeight / 2) * size) / 1000
  return { canvas: [{ type: 'rect', x: 0, y: middle - side / 2, w: side, h: side, color: light.accent, tag: label }] }
}
