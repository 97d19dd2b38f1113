/**
 * pdfmake's layout, with what a memo's page needs of it: every line knows its structure node, and no heading stands
 * alone.
 */
import {
  type LaidOutPage,
  LayoutBuilder,
  type LayoutNode,
  type Line,
  type PageItem,
  type PageWriter,
  type PictureMeasure,
} from './insides.js'

/** Rounding of sums of heights must not decide where a page ends. In points. */
const tolerance = 0.01

/** Pictures know their size and are drawn later. */
const pictureMeasure: PictureMeasure = {
  measureSVG: ({ width, height }) => ({ width, height }),
  writeDimensions: (picture) => picture,
}

/** Draws what has found a place, one after another: a long chart has a drawing for every page. */
export async function drawPictures(pages: readonly LaidOutPage[]): Promise<void> {
  for (const { items } of pages) {
    for (const { type, item } of items) {
      if (type === 'svg' && typeof item.svg !== 'string') item.svg = await item.svg.draw()
    }
  }
}

export class TaggedLayout extends LayoutBuilder {
  /** every line that was made, for the renderer to account for */
  readonly lines: Line[] = []
  #beside: { page: number; bottom: number } | null = null
  #isRowKept = false
  /** a line for the next table, if it breaks */
  #continuation: LayoutNode | null = null
  #writer: PageWriter | null = null

  constructor(size: { width: number; height: number }, margins: { left: number; top: number; right: number; bottom: number }) {
    super(size, margins, pictureMeasure)
  }

  override processNode(node: LayoutNode, isVerticalAlignmentAllowed?: boolean): void {
    if (this.#writer !== this.writer) {
      this.#writer = this.writer
      breakTallBlocks(this.writer)
      this.#repeatContinuations(this.writer)
    }
    if (node.isContinuation) {
      this.#continuation = node
      node.positions = []
      return
    }
    const context = this.writer.context()
    // an unbreakable block is laid out on a page of its own first, where places mean nothing yet
    const isOnPage = this.writer.transactionLevel === 0
    if (isOnPage && node.room !== undefined && context.availableHeight + tolerance < node.room) this.writer.moveToNextPage()
    if (isOnPage && node.clears && this.#beside?.page === context.page && this.#beside.bottom > context.y) {
      context.moveDown(this.#beside.bottom - context.y)
    }
    if (node.alternatives) chooseAlternative(node, context.availableHeight)
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
   * pdfmake lays out every row as an unbreakable block, which it has begun here and ends later. A row that keeps the
   * next one begins one more, which ends when the next has begun its own, so both are placed as one.
   */
  override processRow(row: { cells: LayoutNode[] }): object {
    if (this.#isRowKept) this.writer.commitUnbreakableBlock()
    this.#isRowKept = row.cells[0]?.keepsNext ?? false
    if (this.#isRowKept) this.writer.beginUnbreakableBlock()
    return super.processRow(row)
  }

  /**
   * Over the heading rows that a table repeats, its continuation. pdfmake keeps them when it has placed the first
   * ones.
   */
  #repeatContinuations(writer: PageWriter): void {
    const push = writer.pushToRepeatables.bind(writer)
    writer.pushToRepeatables = (heads) => {
      const node = this.#continuation
      this.#continuation = null
      // not accounted for: a table that does not break does not show it
      const item = node && super.buildNextLine(node)
      if (!item) {
        push(heads)
        return
      }
      item.tag = node.tag
      const height = item.getHeight()
      for (const head of heads.items) raise(head.item, -height)
      push(Object.assign(heads, { items: [{ type: 'line', item }, ...heads.items], height: heads.height + height }))
    }
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

/** Leaves the chosen member of a stack, before pdfmake lays it out. */
function chooseAlternative(node: LayoutNode, available: number): void {
  const chosen = node.alternatives?.findIndex((wanted) => wanted <= available + tolerance) ?? 0
  node.stack = (node.stack ?? []).slice(Math.max(0, chosen)).slice(0, 1)
}

/** pdfmake drops an unbreakable block that is taller than a page. Here it takes as many pages as it needs. */
function breakTallBlocks(writer: PageWriter): void {
  const commit = writer.commitUnbreakableBlock.bind(writer)
  writer.commitUnbreakableBlock = (x, y) => {
    const block = writer.context()
    if (writer.transactionLevel !== 1 || x !== undefined) {
      commit(x, y)
      return
    }
    writer.transactionLevel = 0
    writer.popContext()
    const page = writer.context()
    const { top, bottom } = page.pageMargins
    const heads = writer.repeatables.reduce((sum, { height }) => sum + height, 0)
    const most = page.getCurrentPage().pageSize.height - top - bottom - heads
    for (const part of partsOf(block.getCurrentPage().items, block.y, most)) writer.addFragment(part)
  }
}

/**
 * Cuts a column of `height` where no line is cut, into parts of `most` height; each counts its places from its own
 * top.
 */
function partsOf(items: readonly PageItem[], height: number, most: number): { items: PageItem[]; height: number }[] {
  const cuts = [0]
  for (let from = 0; height - from > most + tolerance; ) {
    const end = from + most
    const crossing = items.filter((item) => topOf(item) > from && topOf(item) < end && bottomOf(item) > end)
    from = Math.min(end, ...crossing.map(topOf))
    cuts.push(from)
  }
  return cuts.map((from, index) => {
    const to = cuts[index + 1] ?? Number.POSITIVE_INFINITY
    const part = items.filter((item) => topOf(item) >= from && topOf(item) < to)
    for (const { item } of part) raise(item, from)
    return { items: part, height: Math.min(to, height) - from }
  })
}

function raise(item: { y?: number; y1?: number; y2?: number }, distance: number): void {
  if (item.y !== undefined) item.y -= distance
  if (item.y1 !== undefined) item.y1 -= distance
  if (item.y2 !== undefined) item.y2 -= distance
}

function topOf({ item }: PageItem): number {
  const { y, y1, y2 }: { y?: number; y1?: number; y2?: number } = item
  return y ?? Math.min(y1 ?? 0, y2 ?? 0)
}

function bottomOf({ type, item }: PageItem): number {
  if (type === 'line') return item.y + item.getHeight()
  if (type === 'svg') return item.y + item._height
  return Math.max(item.y1 ?? 0, item.y2 ?? 0, (item.y ?? 0) + (item.h ?? 0))
}
