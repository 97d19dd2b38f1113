/** What stands on the pages, one piece after another, and which of them stay together. */
import type { PageNode } from '../tagged-pdf/page.js'
import { page, paperText } from '../theme.js'

export const fullWidth = page.fullWidth

/** right of the running text */
export const outside = page.fullWidth - page.measure

export const pageHeight = page.height - page.top - page.bottom

/**
 * a paragraph or an item of up to so many lines is not broken over two pages; of a longer one so many lines begin it
 */
export const lines = { whole: 8, atLeast: 3 }

/**
 * What stands on the page after another. `height`: roughly, of a heading or what is not broken. A heading is kept
 * with what follows it.
 */
export type Piece = { node: PageNode; height: number; isHeading?: true }

/** A heading and what follows, or its beginning, stand on one page. */
export function keepHeadings(pieces: readonly Piece[]): PageNode[] {
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

/**
 * The last block and the notes, where they are short, stand on one page: no page has a note or two and nothing else.
 */
export function keepNotes(last: Piece | undefined, notes: Piece[]): Piece[] {
  if (!last) return notes
  const height = [last, ...notes].reduce((sum, piece) => sum + piece.height, 0)
  if (last.isHeading || !last.node.unbreakable || height > pageHeight / 2) return [last, ...notes]
  const { clears, room } = last.node
  const stack = withoutLastMargin([last.node, ...notes.map(({ node }) => node)])
  return [{ node: { stack, unbreakable: true, ...(clears && { clears }), ...(room !== undefined && { room }) }, height }]
}

/** pdfmake would begin a page for the space under the last text. */
export function withoutLastMargin(nodes: PageNode[]): PageNode[] {
  const last = nodes[nodes.length - 1]
  if (!last?.margin) return nodes
  const [left, top, right] = last.margin
  return [...nodes.slice(0, -1), { ...last, margin: [left, top, right, 0] }]
}

/** Whether something of so many lines stays in one piece. */
export function breaking(count: number): { unbreakable: true } | { room: number } {
  return count <= lines.whole ? { unbreakable: true } : { room: lines.atLeast * paperText.body.leading }
}
