/**
 * The structure tree of a tagged PDF: what each piece of the page is, in reading order. It is made together with the page and written after it,
 * because only drawing tells which marked content belongs to which element.
 */
import type { TaggedDocument } from './document.js'
import type { PdfReference } from './insides.js'

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

type Content = { page: PdfReference; mcid: number }
type Annotation = { page: PdfReference; annotation: PdfReference }

/** Elements that say something: one without content is a fault of the page that was made with it. */
const speaking: ReadonlySet<StructureType> = new Set([
  'H1',
  'H2',
  'H3',
  'P',
  'Lbl',
  'LBody',
  'Caption',
  'TH',
  'Figure',
  'Note',
  'Reference',
  'Link',
])

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

/** Writes the tree and what refers to it. Called once, after all pages are drawn. */
export class StructureWriter {
  readonly #references = new Map<StructureNode, PdfReference>()
  readonly #ids = new Map<string, PdfReference>()

  constructor(readonly document: TaggedDocument) {}

  /** The object of an element, known before it is written: pages refer to it. */
  reference(node: StructureNode): PdfReference {
    const known = this.#references.get(node)
    if (known) return known
    const reference = this.document.ref({ Type: 'StructElem', S: node.type })
    this.#references.set(node, reference)
    return reference
  }

  write(root: StructureNode): void {
    const tree = this.document.getStructTreeRoot()
    this.#writeNode(root, tree)
    tree.data.K = [this.reference(root)]
    if (this.#ids.size > 0) tree.data.IDTree = { Kids: [this.#writeIds()] }
  }

  #writeNode(node: StructureNode, parent: PdfReference): void {
    if (speaking.has(node.type) && node.children.length === 0) {
      throw new Error(`structure element without content: ${node.type} ${JSON.stringify(node.attributes)}`)
    }
    const { id, alt, actualText } = node.attributes
    const reference = this.reference(node)
    reference.data.P = parent
    if (alt !== undefined) reference.data.Alt = pdfString(alt)
    if (actualText !== undefined) reference.data.ActualText = pdfString(actualText)
    if (id !== undefined) {
      if (this.#ids.has(id)) throw new Error(`structure id used twice: ${id}`)
      this.#ids.set(id, reference)
      reference.data.ID = pdfString(id)
    }
    const attributes = attributeObjects(node)
    if (attributes.length > 0) reference.data.A = attributes
    const first = node.children.find((child) => 'mcid' in child) as Content | undefined
    if (first) reference.data.Pg = first.page
    if (node.children.length > 0) {
      reference.data.K = node.children.map((child) => {
        if (child instanceof StructureNode) return this.reference(child)
        if ('annotation' in child) return { Type: 'OBJR', Pg: child.page, Obj: child.annotation }
        return child.page === first?.page ? child.mcid : { Type: 'MCR', Pg: child.page, MCID: child.mcid }
      })
    }
    for (const child of node.children) if (child instanceof StructureNode) this.#writeNode(child, reference)
    reference.end()
  }

  #writeIds(): PdfReference {
    const ids = [...this.#ids].sort(([a], [b]) => (a < b ? -1 : 1))
    const [first, last] = [ids[0], ids[ids.length - 1]] as [[string, PdfReference], [string, PdfReference]]
    const leaf = this.document.ref({
      Names: ids.flatMap(([id, reference]) => [pdfString(id), reference]),
      Limits: [pdfString(first[0]), pdfString(last[0])],
    })
    leaf.end()
    return leaf
  }
}

/** Attribute objects by owner: ISO 32000-1, 14.8.5. */
function attributeObjects({ attributes, box }: StructureNode): Record<string, unknown>[] {
  const { scope, colSpan, rowSpan, headers, listNumbering } = attributes
  const table = {
    ...(scope && { Scope: scope }),
    ...(colSpan !== undefined && colSpan > 1 && { ColSpan: colSpan }),
    ...(rowSpan !== undefined && rowSpan > 1 && { RowSpan: rowSpan }),
    ...(headers?.length && { Headers: headers.map(pdfString) }),
  }
  return [
    ...(Object.keys(table).length > 0 ? [{ O: 'Table', ...table }] : []),
    ...(box ? [{ O: 'Layout', Placement: 'Block', BBox: box }] : []),
    ...(listNumbering ? [{ O: 'List', ListNumbering: listNumbering }] : []),
  ]
}

/** pdfkit writes a primitive string as a name and a String object as a string. */
export function pdfString(text: string): object {
  return Object(text)
}
