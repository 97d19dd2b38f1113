/** The frame of a memo: letterhead and title, the column beside the text, the foot of each page. */
import type { Document, MarginEntry } from '../../document/blocks.js'
import type { PageColumns, PageNode, PageText, TableLayout } from '../tagged-pdf/page.js'
import type { StructureNode } from '../tagged-pdf/structure.js'
import { page, paperRules, paperText, type TextStyle } from '../theme.js'
import { wrapText } from '../wrap.js'
import type { Context } from './context.js'
import { fullWidth, withoutLastMargin } from './piece.js'
import { plainLayout } from './table.js'
import { rule, textNode } from './words.js'

/** between the margin column and the hairline on its left */
const marginColumnPadding = 10

export function letterheadOf({ sender, kind, title }: Document, below: number, root: StructureNode, context: Context): PageNode[] {
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

/**
 * Beside the text, `below` the title as far as the text, with a hairline on its left: the edge of a table of one
 * cell.
 */
export function marginColumnOf(entries: readonly MarginEntry[], below: number, root: StructureNode, context: Context): PageNode[] {
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

export function footerOf(unit: string, number: number, pages: number, context: Context): PageColumns {
  return {
    margin: [page.left, page.footerGap, page.right, 0],
    columns: [
      { ...textNode(unit, paperText.footer, 'footer', context), width: '*' },
      { ...textNode(`${number}/${pages}`, paperText.footer, 'footer', context), alignment: 'right', width: 60 },
    ],
  }
}
