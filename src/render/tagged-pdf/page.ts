/**
 * What a tagged PDF is made of: the part of pdfmake's document definition that memos use, with the structure node of
 * every text. Lengths in points.
 */
import type { Feature } from '../fonts.js'
import type { StructureNode } from './structure.js'

export type Metadata = {
  title: string
  author: string
  /** BCP 47 */
  language: string
  /** ISO date; midnight UTC stands for the time */
  date: string
  /**
   * two documents that differ in it have different ids in their files; in parts, since of a long document it is
   * longer than the file
   */
  identity: Iterable<string>
}

/** A file that goes with the document: its data, in a form for machines. */
export type Attachment = { name: string; bytes: Uint8Array; mime: string; description: string }

/**
 * A part of the page that says nothing: the number of a page, or what is said again where something goes on from the
 * page before.
 */
export type Artifact = 'footer' | 'repeat'

/** What a text is: an element of the structure tree, or an artifact. */
export type Tag = StructureNode | Artifact

export type Margins = [left: number, top: number, right: number, bottom: number]

/** A run of words in one style. Every run has its own tag: a link inside a paragraph is another element. */
export type PageRun = {
  text: string
  tag: Tag
  fontSize: number
  bold: boolean
  color: string
  /** of a line, as a multiple of the font's own */
  lineHeight: number
  fontFeatures?: Feature[]
  /** raised, at 0.58 of `fontSize` */
  sup?: boolean
  /** stays on one line */
  noWrap?: true
}

type Placed = {
  margin?: Margins
  /** stands beside the text that follows, at this place from here, and takes no room */
  relativePosition?: { x: number; y: number }
  /** exhibits do not run into it */
  isBeside?: boolean
}

export type PageText = Placed & {
  text: PageRun[]
  alignment?: 'right'
  /** named place that links lead to */
  id?: string
  /** a bookmark of the same text */
  outline?: true
  outlineText?: string
  /** id of the text whose bookmark it stands under */
  outlineParentId?: string
}
export type PageStack = Placed & { stack: PageNode[] }
export type PageColumns = Placed & { columns: (PageNode & { width: number | '*' })[] }
export type PageVector = { type: 'line'; x1: 0; y1: 0; x2: number; y2: 0; lineWidth: number; lineColor: string } | PageSquare
export type PageSquare = { type: 'rect'; x: number; y: number; w: number; h: number; color: string; tag: Tag }
export type PageCanvas = Placed & { canvas: PageVector[] }
/**
 * `draw` gives the SVG; it is asked for once the picture has its place. Sizes in CSS pixels. `cuts`: where a page may
 * end inside it.
 */
export type Drawable = { width: number; height: number; draw(): Promise<string>; cuts?: PictureCuts }
/** Rows after which a picture may be cut, and its parts; the last of `rows` is their number. */
export type PictureCuts = { rows: readonly number[]; part(from: number, to: number): Drawable }
export type PageSvg = Placed & { svg: Drawable; fit: [width: number, height: number]; tag: StructureNode }
export type PageCell = (PageNode & { colSpan?: number; rowSpan?: number }) | { text: '' }

/**
 * Widths of lines between rows and columns, and room round cells; rows and columns count from 0, lines from 0 to
 * their number.
 */
export type TableLayout = {
  hLineWidth: (line: number) => number
  hLineColor: (line: number) => string
  vLineWidth: (line: number) => number
  vLineColor: (line: number) => string
  paddingLeft: (column: number) => number
  paddingRight: (column: number) => number
  paddingTop: (row: number) => number
  paddingBottom: (row: number) => number
}
/** `heads`: so many rows are said again where it goes on. `breaks`: rows before which a page may end. */
export type PageTable = Placed & {
  table: { heads?: number; breaks?: readonly number[]; dontBreakRows?: true; widths: number[]; body: PageCell[][] }
  layout: TableLayout
}
export type PageNode = PageText | PageStack | PageColumns | PageCanvas | PageSvg | PageTable

/** What stands on the pages one after another. Room over and under it is the node's own margin. */
export type PagePiece = {
  node: PageNode
  /** stands on a page with the beginning of what follows */
  keepsNext?: boolean
  /** what follows is another section */
  opensSection?: boolean
  /** may stand later than what follows it, on the next page, but not beside the margin column */
  isExhibit?: boolean
  /** text of more lines than `whole` may be broken, with so many lines on each side */
  lines?: { whole: number; atLeast: number }
  /** one line over what goes on from the page before */
  continuation?: PageText
}

/** The text of the pages, below all else that is on the first. */
export type PageFlow = { pieces: readonly PagePiece[] }
