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
}

type Placed = {
  margin?: Margins
  /** starts a new page rather than be broken. Never for what may be taller than a page */
  unbreakable?: boolean
  /** starts a new page where less height than this is left */
  room?: number
  /** stands beside the text that follows, at this place from here, and takes no room */
  relativePosition?: { x: number; y: number }
  /** what `clears` must not run into */
  isBeside?: boolean
  /** starts below everything that stands beside the text */
  clears?: boolean
  /** one line, not shown here, but over the heading rows of the next table on each page it goes on */
  isContinuation?: boolean
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
/**
 * `alternatives`: only one member is shown, the first that leaves no more of the page empty than it must: heights
 * that the members want to find left on the page, the greatest first. Where less is left than all of them want, the
 * first member is shown.
 */
export type PageStack = Placed & { stack: PageNode[]; alternatives?: number[] }
export type PageColumns = Placed & { columns: (PageNode & { width: number | '*' })[] }
export type PageVector = { type: 'line'; x1: 0; y1: 0; x2: number; y2: 0; lineWidth: number; lineColor: string } | PageSquare
export type PageSquare = { type: 'rect'; x: number; y: number; w: number; h: number; color: string; tag: Tag }
export type PageCanvas = Placed & { canvas: PageVector[] }
/** `draw` gives the SVG; it is asked for once the picture has its place. Sizes in CSS pixels. */
export type Drawable = { width: number; height: number; draw(): Promise<string> }
export type PageSvg = Placed & { svg: Drawable; fit: [width: number, height: number]; tag: StructureNode }
/** `keepsNext`: the row stands on one page with the next; never in the heading rows and those kept with them */
export type PageCell = (PageNode & { colSpan?: number; rowSpan?: number; keepsNext?: boolean }) | { text: '' }

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
export type PageTable = Placed & {
  table: { headerRows?: number; keepWithHeaderRows?: number; dontBreakRows?: boolean; widths: number[]; body: PageCell[][] }
  layout: TableLayout
}
export type PageNode = PageText | PageStack | PageColumns | PageCanvas | PageSvg | PageTable
