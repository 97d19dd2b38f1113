/**
 * pdfmake's layout, with what a memo's page needs of it: every line knows its structure node, and pages are filled by
 * a plan. Each piece is laid out by itself first; the plan says which part of it stands on which page.
 */
import { append } from '../../long-lists.js'
import { heard, type Steps } from '../../steps.js'
import { bottomOf, type CutGalley, cutGalley, type LaidOutPiece, type LaidOutRows } from './galley.js'
import {
  type Inline,
  type LaidOutPage,
  LayoutBuilder,
  type LayoutNode,
  type LayoutRow,
  type Line,
  type PageItem,
  type PictureMeasure,
} from './insides.js'
import type { PageFlow, PageNode, PagePiece } from './page.js'
import { type PlannedPage, planPages } from './pagination.js'

/** Pictures know their size and are drawn later. */
const pictureMeasure: PictureMeasure = {
  measureSVG: ({ width, height }) => ({ width, height }),
  writeDimensions: (picture) => picture,
}

/** Draws what has found a place, one after another: a long chart has a drawing for every page. */
export async function drawPictures(pages: readonly LaidOutPage[], signal: AbortSignal | undefined): Promise<void> {
  for (const { items } of pages) {
    for (const { type, item } of items) {
      if (type !== 'svg' || typeof item.svg === 'string') continue
      await heard(signal)
      item.svg = await item.svg.draw()
    }
  }
}

/** More words than a line has. */
const wordsAtOnce = 1000

type Sizes = { width: number; height: number }
type Edges = { left: number; top: number; right: number; bottom: number }

export class TaggedLayout extends LayoutBuilder {
  /** every line that was made, for the renderer to account for */
  readonly lines: Line[] = []
  /** how the pages are filled, once they are laid out */
  plan: readonly PlannedPage[] = []
  readonly #height: number
  readonly #top: number
  #besideBottom = 0
  /** words of long texts that no line has been made of, and how many of them have been given */
  readonly #waiting = new WeakMap<LayoutNode, { words: readonly Inline[]; next: number }>()
  /** of the piece that is laid out: tops of its rows */
  #rows: { node: LayoutRow['tableNode']; tops: number[] } | null = null
  /** not accounted for: a piece that does not break does not show it */
  #isContinuation = false

  constructor(size: Sizes, margins: Edges) {
    super(size, margins, pictureMeasure)
    this.#height = size.height - margins.top - margins.bottom
    this.#top = margins.top
  }

  /** The pages: first what stands above and beside the text of the first, then the text piece by piece. */
  *layOut(
    content: readonly (PageNode | PageFlow)[],
    { document, font, footer }: { document: object; font: string; footer: (page: number, pages: number) => object },
  ): Steps<LaidOutPage[]> {
    const stack = content.filter((part) => !('pieces' in part))
    const pages = this.layoutDocument({ stack }, document, {}, { font }, null, null, null, null, null)
    for (const part of content) if ('pieces' in part) yield* this.#layOutFlow(part.pieces)
    this.addHeadersAndFooters(null, footer)
    return pages
  }

  override processNode(node: LayoutNode, isVerticalAlignmentAllowed?: boolean): void {
    if (!node.isBeside) {
      super.processNode(node, isVerticalAlignmentAllowed)
      return
    }
    const { items } = this.writer.context().getCurrentPage()
    const before = items.length
    super.processNode(node, isVerticalAlignmentAllowed)
    this.#besideBottom = Math.max(...items.slice(before).map(bottomOf)) - this.#top
  }

  /** Every piece by itself, then all of them page by page. */
  *#layOutFlow(pieces: readonly PagePiece[]): Steps<void> {
    const galleys: CutGalley[] = []
    for (const piece of pieces) {
      yield
      const laidOut = this.#layOutPiece(piece, this.#measured(piece.node), piece.continuation ? this.#measured(piece.continuation) : null)
      galleys.push(cutGalley(laidOut, { most: this.#height }))
    }
    const used = this.writer.context().y - this.#top
    this.plan = yield* planPages(galleys, { height: this.#height, used, beside: this.#besideBottom })
    yield* this.#place(galleys)
  }

  #measured(node: PageNode): LayoutNode {
    return this.docMeasure.measureBlock(this.docPreprocessor.preprocessBlock(node))
  }

  #layOutPiece(piece: PagePiece, node: LayoutNode, continuation: LayoutNode | null): LaidOutPiece {
    const margin = node._margin ?? [0, 0, 0, 0]
    node._margin = [margin[0], 0, margin[2], 0]
    this.#rows = null
    const block = this.#layOutApart(node)
    const rows = this.#laidOutRows()
    this.#isContinuation = true
    const line = continuation ? this.#layOutApart(continuation) : { items: [], height: 0 }
    this.#isContinuation = false
    return { piece, ...block, margin, rows, continuation: line }
  }

  /** In a block of its own, on a page without margins and end. */
  #layOutApart(node: LayoutNode): { items: PageItem[]; height: number } {
    const { writer } = this
    writer.beginUnbreakableBlock()
    super.processNode(node)
    const block = writer.context()
    writer.transactionLevel = 0
    writer.popContext()
    return { items: block.getCurrentPage().items, height: block.y }
  }

  #laidOutRows(): LaidOutRows | null {
    const { node, tops } = this.#rows ?? { tops: [] }
    if (!node) return null
    const { heads, breaks } = node.table
    const topOf = (row: number) => tops[row] as number
    return { heads: { from: topOf(0), to: topOf(heads) }, breaks: breaks.map((row) => topOf(heads + row)) }
  }

  *#place(galleys: readonly CutGalley[]): Steps<void> {
    const { writer } = this
    for (const [index, { parts }] of this.plan.entries()) {
      yield
      if (index > 0) writer.moveToNextPage()
      for (const { galley, from, to, y } of parts) {
        for (const slice of (galleys[galley] as CutGalley).slices(from, to)) {
          const context = writer.context()
          context.moveDown(this.#top + y + slice.y - context.y)
          // its place is known: it neither looks for room nor takes any
          writer.addFragment({ items: [...slice.items], height: Number.NEGATIVE_INFINITY }, false, false, true)
        }
      }
    }
  }

  override processRow(row: LayoutRow): object {
    const { tableNode, rowIndex } = row
    if (tableNode?.table.breaks && rowIndex !== undefined) {
      this.#rows ??= { node: tableNode, tops: [] }
      this.#rows.tops[rowIndex] = this.writer.context().y - tableNode._layout.paddingTop(rowIndex)
    }
    return super.processRow(row)
  }

  /** pdfmake copies all words that are left for each that it takes: of a long text it is given some at a time. */
  #giveWords(node: LayoutNode): void {
    const words = node._inlines
    const waiting = this.#waiting.get(node)
    if (words && waiting && words.length < wordsAtOnce / 2) {
      append(words, waiting.words.slice(waiting.next, waiting.next + wordsAtOnce))
      waiting.next += wordsAtOnce
    } else if (words && !waiting && words.length > 2 * wordsAtOnce) {
      this.#waiting.set(node, { words, next: wordsAtOnce })
      node._inlines = words.slice(0, wordsAtOnce)
    }
  }

  override buildNextLine(node: LayoutNode): Line | null {
    this.#giveWords(node)
    const line = super.buildNextLine(node)
    if (line) {
      line.tag = node.tag
      if (!this.#isContinuation) this.lines.push(line)
    }
    return line
  }
}
