/**
 * The classes of pdfmake 0.3.11 and pdfkit 0.19.1 that tagging has to reach into, with the part of them that is used
 * here. They are no public names, so they are taken from this module only, and checked when it is loaded: an upgrade
 * fails here and says why.
 */
import { createRequire } from 'node:module'
import layoutBuilder from 'pdfmake/js/LayoutBuilder.js'
import pdfDocument from 'pdfmake/js/PDFDocument.js'
import renderer from 'pdfmake/js/Renderer.js'
import type { Drawable, Tag } from './page.js'
import type { PdfReference } from './pdf-object.js'

type NameTree = { _compareKeys: (a: string, b: string) => number }
type ParentTree = { add(key: number, value: PdfReference): void; get(key: number): (PdfReference | null)[] }
export type Bookmark = { addItem(title: string, options: { top: number; left: number; expanded: boolean }): Bookmark }

/** pdfmake's document, without what ours adds to it. */
export interface DocumentInside {
  page: {
    width: number
    height: number
    dictionary: PdfReference
    annotations: PdfReference[]
    markings: { tag: string }[]
    structParentTreeKey: number
    fonts: Record<string, PdfReference>
    write(chunk: string): void
  }
  outline: Bookmark
  _fillColor: unknown
  _fontFamilies: Record<string, unknown>
  _id: Uint8Array
  _root: { data: { Names: { data: { Dests: NameTree; EmbeddedFiles: NameTree } }; AF?: PdfReference[] } }
  ref(data: object): PdfReference
  _offset: number
  _write(chunk: string | Uint8Array): void
  push(chunk: Uint8Array | null): boolean
  flushPages(): void
  end(): void
  on(event: 'pageAdded', listener: () => void): this
  provideFont(family: string, bold: boolean, italics: boolean): unknown
  addContent(operator: string): this
  addPage(): this
  save(): this
  restore(): this
  translate(x: number, y: number): this
  transform(a: number, b: number, c: number, d: number, e: number, f: number): this
  moveTo(x: number, y: number): this
  lineTo(x: number, y: number): this
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): this
  closePath(): this
  clip(): this
  fillColor(colour: string, opacity: number): this
  strokeColor(colour: string, opacity: number): this
  lineWidth(width: number): this
  miterLimit(limit: number): this
  lineJoin(join: 'miter'): this
  lineCap(cap: 'butt'): this
  dash(lengths: number[]): this
  undash(): this
  fill(): this
  stroke(): this
  fillAndStroke(): this
  appendXML(xml: string): void
  _addInfo(): void
  _convertRect(x: number, y: number, width: number, height: number): [number, number, number, number]
  markStructureContent(tag: string): { refs: [{ pageRef: PdfReference; mcid: number }] }
  endMarkedContent(): this
  getStructTreeRoot(): PdfReference
  getStructParentTree(): ParentTree
  createStructParentTreeNextKey(): number
  annotate(x: number, y: number, width: number, height: number, options: object): this
  addNamedDestination(name: string, kind: 'XYZ', left: number, top: number, zoom: null): void
  addNamedEmbeddedFile(name: string, file: PdfReference): void
}
type DocumentConstructor = new (
  fonts: Record<string, Record<string, string>>,
  images: object,
  patterns: object,
  attachments: object,
  options: Record<string, unknown>,
  virtualfs: null,
  localAccessPolicy: (path: string) => boolean,
) => DocumentInside

/** A word or more of a line, in one style. */
export type Inline = { text: string; x: number; width: number; trailingCut: number; tag?: Tag }
export interface Line {
  inlines: Inline[]
  x: number
  y: number
  id?: string
  /** ours: of the text it belongs to */
  tag?: Tag | undefined
  _outline?: { id?: string; parentId?: string; text: string }
  getHeight(): number
  getAscenderHeight(): number
}
export type Vector = { y?: number; y1?: number; y2?: number; h?: number; tag?: Tag }
export type Svg = { x: number; y: number; _width: number; _height: number; tag?: Tag; svg: Drawable | string }
export type PageItem = { type: 'line'; item: Line } | { type: 'vector'; item: Vector } | { type: 'svg'; item: Svg }
export type LaidOutPage = { items: PageItem[] }
/** A node of the definition on its way through layout; `tag` and `isBeside` are ours (`page.ts`). */
export type LayoutNode = {
  tag?: Tag
  isBeside?: boolean
  /** words of a text that are in no line yet */
  _inlines?: Inline[]
  _margin?: [left: number, top: number, right: number, bottom: number] | null
  /** where it stands, for pdfmake: every node that was laid out has them */
  positions?: object[]
}
/** A row of a table, or what stands beside one another. */
export type LayoutRow = {
  cells: LayoutNode[]
  rowIndex?: number
  tableNode?: { table: { heads: number; breaks: readonly number[]; body: unknown[] }; _layout: { paddingTop(row: number): number } }
}

/**
 * Where the next thing goes; an unbreakable block has one of its own, on a page without margins or end, until it is
 * committed.
 */
type LayoutContext = {
  page: number
  pageMargins: { top: number; bottom: number }
  y: number
  availableHeight: number
  getCurrentPage(): LaidOutPage & { pageSize: { height: number } }
  moveDown(distance: number): void
}
export interface PageWriter {
  /** how many unbreakable blocks are open */
  transactionLevel: number
  context(): LayoutContext
  popContext(): void
  moveToNextPage(): void
  beginUnbreakableBlock(): void
  addFragment(fragment: LaidOutPage & { height: number }, isAtOwnX: false, isAtOwnY: false, keepsPosition: true): void
}

/** In place of pdfmake's SVGMeasure, which reads every drawing twice and writes it anew. */
export type PictureMeasure = {
  measureSVG(picture: Drawable): { width: number; height: number }
  writeDimensions(picture: Drawable): Drawable
}

interface LayoutInside {
  writer: PageWriter
  layoutDocument(
    content: object,
    document: object,
    styles: object,
    defaultStyle: object,
    background: null,
    header: null,
    footer: null,
    watermark: null,
    pageBreakBefore: null,
  ): LaidOutPage[]
  /** there from `layoutDocument` on */
  docPreprocessor: { preprocessBlock(node: object): object }
  docMeasure: { measureBlock(node: object): LayoutNode }
  addHeadersAndFooters(header: null, footer: (page: number, pages: number) => object): void
  processNode(node: LayoutNode, isVerticalAlignmentAllowed?: boolean): void
  processRow(row: LayoutRow): object
  buildNextLine(node: LayoutNode): Line | null
}
type Margins = { left: number; top: number; right: number; bottom: number }
type LayoutConstructor = new (size: { width: number; height: number }, margins: Margins, svgMeasure: PictureMeasure) => LayoutInside

interface RendererInside {
  renderPages(pages: LaidOutPage[]): void
  renderLine(line: Line, x: number, y: number): void
  renderVector(vector: Vector): void
  renderSVG(svg: Svg): void
}
type RendererConstructor = new (document: object) => RendererInside

/**
 * pdfmake's modules are CommonJS made by Babel: Node gives `{ default }`, some bundlers and test runners what is in
 * it.
 */
function unwrap<T>(module: { default: unknown }): T {
  return ('default' in module ? module.default : module) as T
}

export const PdfmakeDocument = unwrap<DocumentConstructor>(pdfDocument)
export const LayoutBuilder = unwrap<LayoutConstructor>(layoutBuilder)
export const Renderer = unwrap<RendererConstructor>(renderer)

const expectedVersions = { pdfmake: '0.3.11', pdfkit: '0.19.1' }
const expectedMethods: [name: string, prototype: object, methods: string[]][] = [
  [
    'PDFDocument',
    PdfmakeDocument.prototype as DocumentInside,
    [
      ...[
        'ref',
        '_write',
        'push',
        'flushPages',
        'end',
        'on',
        'provideFont',
        'addContent',
        'appendXML',
        '_addInfo',
        '_convertRect',
        'markStructureContent',
      ],
      ...['endMarkedContent', 'getStructTreeRoot', 'getStructParentTree', 'createStructParentTreeNextKey', 'annotate'],
      ...['addNamedDestination', 'addNamedEmbeddedFile', 'save', 'restore', 'translate', 'transform', 'moveTo', 'lineTo', 'bezierCurveTo'],
      ...['closePath', 'clip', 'fillColor', 'strokeColor', 'lineWidth', 'miterLimit', 'lineJoin', 'lineCap', 'dash', 'undash'],
      ...['fill', 'stroke', 'fillAndStroke'],
    ],
  ],
  [
    'LayoutBuilder',
    LayoutBuilder.prototype as LayoutInside,
    ['layoutDocument', 'addHeadersAndFooters', 'processNode', 'processRow', 'buildNextLine'],
  ],
  ['Renderer', Renderer.prototype as RendererInside, ['renderPages', 'renderLine', 'renderVector', 'renderSVG']],
]

const requireHere = createRequire(import.meta.url)
const requireInPdfmake = createRequire(requireHere.resolve('pdfmake/package.json'))
const versions = {
  pdfmake: (requireHere('pdfmake/package.json') as { version: string }).version,
  pdfkit: (requireInPdfmake('pdfkit/package.json') as { version: string }).version,
}
for (const [name, expected] of Object.entries(expectedVersions)) {
  const found = versions[name as keyof typeof versions]
  if (found === expected) continue
  throw new Error(
    `unexpected version of ${name}: ${found}, expected ${expected}: check tagged-pdf/ against it and run the conformance check`,
  )
}
for (const [name, prototype, methods] of expectedMethods) {
  const absent = methods.filter((method) => !(method in prototype))
  if (absent.length > 0) throw new Error(`methods missing in ${name} of pdfmake: ${absent.join(', ')}`)
}
