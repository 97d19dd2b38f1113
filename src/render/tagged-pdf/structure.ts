/**
 * The structure tree of a tagged PDF: what each piece of the page is, in reading order. It is made together with the
 * page and written after it, because only drawing tells which marked content belongs to which element.
 */
import type { PdfReference } from './pdf-object.js'

/** Standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4); no others are used, so no role map is needed. */
export type StructureType =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Note'
  | 'Reference'
  | 'Link'

export type StructureAttributes = {
  /** unique in the document, ASCII */
  id?: string
  /** replaces the element for those who do not see it */
  alt?: string
  /** what a drawn thing says: "•" */
  actualText?: string
  /** what a heading cell of a table heads */
  scope?: 'Row' | 'Column'
  colSpan?: number
  rowSpan?: number
  /** ids of the heading cells of a cell */
  headers?: string[]
  /** how the items of a list are marked */
  listNumbering?: 'None' | 'Square' | 'Decimal'
  /** of a link: an address, or a named place in this document, and its description for those who listen */
  link?: { to: { address: string } | { destination: string }; description: string }
}

export type Content = { page: PdfReference; mcid: number }
type Annotation = { page: PdfReference; annotation: PdfReference }

/** [x1, y1, x2, y2] on a page, in points from below */
export type Box = [number, number, number, number]

/** One element. Its children stand in reading order, whatever the order of drawing. */
export class StructureNode {
  readonly children: (StructureNode | Content | Annotation)[] = []
  /** of a figure that is drawn on one page */
  box: Box | null = null
  #boxPage: PdfReference | null = null
  // pdfmake copies and prints nodes: what leads to a cycle is kept out of its sight
  readonly #parent: StructureNode | null
  #isAttached: boolean

  constructor(
    readonly type: StructureType,
    readonly attributes: StructureAttributes = {},
    parent: StructureNode | null = null,
    isAttached = true,
  ) {
    this.#parent = parent
    this.#isAttached = isAttached
  }

  /** A child after those that are there. */
  add(type: StructureType, attributes: StructureAttributes = {}): StructureNode {
    const child = new StructureNode(type, attributes, this)
    this.children.push(child)
    return child
  }

  /** A child inside a line of text: it takes its place among its parent's words when it is drawn. */
  addInline(type: StructureType, attributes: StructureAttributes = {}): StructureNode {
    return new StructureNode(type, attributes, this, false)
  }

  /** Called for every marked content or annotation that is drawn for this element. */
  take(content: Content | Annotation): void {
    this.#attach()
    this.children.push(content)
  }

  /** Called for every drawing of a figure. One that goes over two pages has no box. */
  addBox(page: PdfReference, box: Box): void {
    const rounded = box.map((value) => Math.round(value * 100) / 100) as Box
    const [x1, y1, x2, y2] = this.box ?? rounded
    const isElsewhere = this.#boxPage !== null && this.#boxPage !== page
    this.box = isElsewhere ? null : [Math.min(x1, rounded[0]), Math.min(y1, rounded[1]), Math.max(x2, rounded[2]), Math.max(y2, rounded[3])]
    this.#boxPage ??= page
  }

  #attach(): void {
    if (this.#isAttached || !this.#parent) return
    this.#isAttached = true
    this.#parent.#attach()
    this.#parent.children.push(this)
  }

  /** pdfmake prints nodes in its error messages. */
  toJSON(): { type: StructureType } {
    return { type: this.type }
  }
}
