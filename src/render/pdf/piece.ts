/** What stands on the pages, one piece after another. */
import type { PageNode, PagePiece } from '../tagged-pdf/page.js'
import { page } from '../theme.js'

export type Piece = PagePiece

export const fullWidth = page.fullWidth

/** right of the running text */
export const outside = page.fullWidth - page.measure

/**
 * a paragraph or an item of up to so many lines is not broken over two pages; of a longer one so many lines stand on
 * each
 */
export const lines = { whole: 5, atLeast: 3 }

/** The space below what is inside something else is that of the whole. */
export function withoutLastMargin(nodes: PageNode[]): PageNode[] {
  const last = nodes[nodes.length - 1]
  if (!last?.margin) return nodes
  const [left, top, right] = last.margin
  return [...nodes.slice(0, -1), { ...last, margin: [left, top, right, 0] }]
}
