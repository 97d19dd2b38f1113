/** pdfmake's renderer, drawing everything as marked content: an element of the structure tree, or an artifact. */
import type { Steps } from '../../steps.js'
import type { TaggedDocument } from './document.js'
import { drawSvg } from './drawing.js'
import { type Bookmark, type Inline, type LaidOutPage, type Line, Renderer, type Svg, type Vector } from './insides.js'
import type { Artifact, Tag } from './page.js'
import { pdfString } from './pdf-object.js'
import { StructureNode } from './structure.js'
import type { StructureWriter } from './structure-writer.js'

/** Kinds of artifact as they are written: ISO 32000-1, 14.8.2.2. */
const artifacts: Record<Artifact | 'layout', string> = {
  footer: '/Type /Pagination /Subtype /Footer /Attached [/Bottom]',
  repeat: '/Type /Pagination',
  layout: '/Type /Layout',
}
type Target = StructureNode | keyof typeof artifacts

/** Above a place that a link leads to, so that it does not touch the edge of the window. */
const roomAbove = 8

export class TaggedRenderer extends Renderer {
  readonly #document: TaggedDocument
  readonly #structure: StructureWriter
  readonly #drawn = new WeakSet<Inline[]>()
  readonly #bookmarks = new Map<string, Bookmark>()
  /** whose marked content is open */
  #current: Target | null = null

  constructor(document: TaggedDocument, structure: StructureWriter) {
    super(document)
    this.#document = document
    this.#structure = structure
    // pdfkit has closed the marked content of the page before
    document.on('pageAdded', () => {
      this.#current = null
    })
  }

  /** Draws the pages, one at a time. `lines` are all that were laid out: one that is on no page is an error. */
  *render(pages: LaidOutPage[], lines: readonly Line[]): Steps<void> {
    for (const page of pages) {
      yield
      this.renderPages([page])
    }
    this.#end()
    const lost = lines.find(({ inlines }) => !this.#drawn.has(inlines))
    if (lost) throw new Error(`text lost in layout: ${JSON.stringify(joinedText(lost.inlines))}`)
  }

  override renderLine(line: Line, x: number, y: number): void {
    if (line.id !== undefined) this.#document.addNamedDestination(line.id, 'XYZ', x, Math.max(0, y - roomAbove), null)
    this.#addBookmark(line, y)
    // the heading rows that are repeated on the next page are copies which share the words
    const isRepeated = this.#drawn.has(line.inlines)
    this.#drawn.add(line.inlines)
    for (const { tag, inlines } of runsOf(line)) {
      if (joinedText(inlines) === '') continue
      const target = targetOf(tag, inlines)
      this.#begin(isRepeated && target instanceof StructureNode ? 'repeat' : target)
      super.renderLine(partOf(line, inlines), x, y)
      if (!isRepeated && target instanceof StructureNode) this.#addLink(target, line, inlines, x, y)
    }
  }

  override renderVector(vector: Vector): void {
    this.#begin(vector.tag instanceof StructureNode ? vector.tag : 'layout')
    super.renderVector(vector)
  }

  override renderSVG(svg: Svg): void {
    if (!(svg.tag instanceof StructureNode)) throw new Error('drawing without a structure node')
    const box = this.#document._convertRect(svg.x, svg.y, svg._width, svg._height)
    svg.tag.addBox(this.#document.page.dictionary, box)
    this.#begin(svg.tag)
    if (typeof svg.svg !== 'string') throw new Error('drawing that was not drawn')
    drawSvg(this.#document, svg.svg, { x: svg.x, y: svg.y, width: svg._width, height: svg._height })
  }

  /** What follows belongs to `target`; consecutive content of one target is one sequence. */
  #begin(target: Target): void {
    if (this.#current === target) return
    this.#end()
    const document = this.#document
    if (target instanceof StructureNode) {
      const { pageRef, mcid } = document.markStructureContent(target.type).refs[0]
      document.getStructParentTree().get(document.page.structParentTreeKey)[mcid] = this.#structure.reference(target)
      target.take({ page: pageRef, mcid })
    } else {
      // pdfkit cannot write the subtype of an artifact
      document.page.markings.push({ tag: 'Artifact' })
      document.addContent(`/Artifact <<${artifacts[target]}>> BDC`)
    }
    this.#current = target
  }

  #end(): void {
    if (this.#current) this.#document.endMarkedContent()
    this.#current = null
  }

  /** pdfmake makes one annotation a word, and pdfkit gives them no description: one a line, with one. */
  #addLink(node: StructureNode, line: Line, inlines: readonly Inline[], x: number, y: number): void {
    const { link } = node.attributes
    if (!link) return
    const document = this.#document
    const [first, last] = [inlines[0], inlines[inlines.length - 1]] as [Inline, Inline]
    const width = last.x + last.width - Math.max(0, last.trailingCut) - first.x
    const key = document.createStructParentTreeNextKey()
    document.getStructParentTree().add(key, this.#structure.reference(node))
    const action = document.ref(
      'address' in link.to
        ? { Type: 'Action', S: 'URI', URI: pdfString(link.to.address) }
        : { Type: 'Action', S: 'GoTo', D: pdfString(link.to.destination) },
    )
    action.end()
    document.annotate(x + first.x, y, width, line.getHeight(), {
      Subtype: 'Link',
      A: action,
      Contents: pdfString(link.description),
      StructParent: key,
    })
    const { annotations, dictionary } = document.page
    node.take({ page: dictionary, annotation: annotations[annotations.length - 1] as (typeof annotations)[number] })
  }

  /** pdfkit's own bookmark leads to the right edge of the page. */
  #addBookmark(line: Line, y: number): void {
    const outline = line._outline
    if (!outline) return
    const parent = (outline.parentId && this.#bookmarks.get(outline.parentId)) || this.#document.outline
    const bookmark = parent.addItem(outline.text, { top: Math.max(0, y - roomAbove), left: this.#document.page.width, expanded: true })
    if (outline.id !== undefined) this.#bookmarks.set(outline.id, bookmark)
  }
}

function joinedText(inlines: readonly Inline[]): string {
  return inlines.map(({ text }) => text).join('')
}

function targetOf(tag: Tag | undefined, inlines: readonly Inline[]): Target {
  if (tag === undefined) throw new Error(`text without a structure node: ${JSON.stringify(joinedText(inlines))}`)
  return tag
}

/** Neighbouring words of one tag. */
function runsOf(line: Line): { tag: Tag | undefined; inlines: Inline[] }[] {
  const runs: { tag: Tag | undefined; inlines: Inline[] }[] = []
  for (const inline of line.inlines) {
    const tag = inline.tag ?? line.tag
    const last = runs[runs.length - 1]
    if (last && last.tag === tag) last.inlines.push(inline)
    else runs.push({ tag, inlines: [inline] })
  }
  return runs
}

/** A line with some of its words, as high as the whole line, without what is drawn once a line. */
function partOf(line: Line, inlines: Inline[]): Line {
  const part: Line = Object.assign(Object.create(Object.getPrototypeOf(line) as object), line)
  part.inlines = inlines
  delete part.id
  delete part._outline
  part.getHeight = () => line.getHeight()
  part.getAscenderHeight = () => line.getAscenderHeight()
  return part
}
