/** The structure tree → objects of the file. */
import type { DocumentInside } from './insides.js'
import { type PdfReference, pdfString } from './pdf-object.js'
import { type Content, StructureNode, type StructureType } from './structure.js'

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

/** Writes the tree and what refers to it. Called once, after all pages are drawn. */
export class StructureWriter {
  readonly #references = new Map<StructureNode, PdfReference>()
  readonly #ids = new Map<string, PdfReference>()

  constructor(readonly document: DocumentInside) {}

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
