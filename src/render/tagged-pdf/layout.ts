/** pdfmake's layout, with what a memo's page needs of it: every line knows its structure node, and no heading stands alone. */
import { LayoutBuilder, type LayoutNode, type Line, type PageItem, SvgMeasure } from './insides.js'

/** Rounding of sums of heights must not decide where a page ends. In points. */
const tolerance = 0.01

export class TaggedLayout extends LayoutBuilder {
  /** every line that was made, for the renderer to account for */
  readonly lines: Line[] = []
  #beside: { page: number; bottom: number } | null = null
  #isRowKept = false

  constructor(size: { width: number; height: number }, margins: { left: number; top: number; right: number; bottom: number }) {
    super(size, margins, new SvgMeasure())
  }

  override processNode(node: LayoutNode, isVerticalAlignmentAllowed?: boolean): void {
    const context = this.writer.context()
    // an unbreakable block is laid out on a page of its own first, where places mean nothing yet
    const isOnPage = this.writer.transactionLevel === 0
    if (isOnPage && node.room !== undefined && context.availableHeight + tolerance < node.room) this.writer.moveToNextPage()
    if (isOnPage && node.clears && this.#beside?.page === context.page && this.#beside.bottom > context.y) {
      context.moveDown(this.#beside.bottom - context.y)
    }
    if (!node.isBeside) {
      super.processNode(node, isVerticalAlignmentAllowed)
      return
    }
    const page = context.getCurrentPage()
    const before = page.items.length
    super.processNode(node, isVerticalAlignmentAllowed)
    this.#beside = { page: context.page, bottom: Math.max(...page.items.slice(before).map(bottomOf)) }
  }

  /**
   * pdfmake lays out every row as an unbreakable block, which it has begun here and ends later. A row that keeps the next one begins one more,
   * which ends when the next has begun its own, so both are placed as one.
   */
  override processRow(row: { cells: LayoutNode[] }): object {
    if (this.#isRowKept) this.writer.commitUnbreakableBlock()
    this.#isRowKept = row.cells[0]?.keepsNext ?? false
    if (this.#isRowKept) this.writer.beginUnbreakableBlock()
    return super.processRow(row)
  }

  override buildNextLine(node: LayoutNode): Line | null {
    const line = super.buildNextLine(node)
    if (line) {
      line.tag = node.tag
      this.lines.push(line)
    }
    return line
  }
}

function bottomOf({ type, item }: PageItem): number {
  if (type === 'line') return item.y + item.getHeight()
  if (type === 'svg') return item.y + item._height
  return Math.max(item.y1 ?? 0, item.y2 ?? 0, (item.y ?? 0) + (item.h ?? 0))
}
