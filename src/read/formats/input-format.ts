/** What an input format is: bytes → rows with places. */
import type { Content, DecodeOptions } from '../../decode.js'
import type { Place, ProblemValues } from '../../errors.js'
import type { NumberMarks } from '../../printed.js'
import type { SourceRemark } from '../../tally.js'
import type { ProblemList } from '../problems.js'

/**
 * One row: its cells as text, and where each begins. Lines and columns count from 1. `sheet`: of a workbook; `faults`:
 * by number of the cell (from 0), why it has no text that means anything; `isUntold`: it says that its numbers are not
 * told, with a dash or "under 5".
 */
export type Row = {
  cells: string[]
  lines: number[]
  columns: number[]
  sheet?: string
  faults?: Record<number, CellFault>
  isUntold?: true
}

/** A cell that shows an error, or a formula that nobody has calculated. */
export type CellFault = { code: 'error-cell'; found: string } | { code: 'formula-without-value' }

/** What a format is told of a file, and whom it tells what a reader should know of it. */
export type TableOptions = DecodeOptions & {
  /** in whose style numbers are shown that the file holds without one */
  numbers: NumberMarks
  locale: string
  /** the sheet asked for */
  sheet?: string | undefined
  remark: (remark: SourceRemark) => void
}

/** How a kind of file becomes rows. */
export type InputFormat = {
  /** as messages name it */
  name: string
  /** of file names, lower case */
  extensions: string[]
  /** Rows in batches, blank lines left out, as the file streams past. Throws `MalformedTable` where it cannot go on. */
  rows: (content: Content, options: TableOptions) => AsyncGenerator<Row[]>
  /** it holds numbers, not how they are written: they come in the style of `TableOptions` */
  holdsNumbers?: true
  /** Where the cell of that number (from 0) stands, or the end of the row. */
  placeOf: (row: Row, index: number) => Omit<Place, 'file'>
}

/** What makes a file unreadable from a place on. */
type MalformedCode =
  | 'binary-file'
  | 'unmarked-utf16'
  | 'unclosed-quote'
  | 'text-after-quote'
  | 'overlong-cell'
  | 'too-many-columns'
  | 'empty-file'
  | 'unreadable-workbook'
  | 'encrypted-workbook'
  | 'overlong-workbook'
  | 'unknown-sheet'
  | 'undecided-sheet'
  | 'long-printed-table'
  | 'duplicate-column'
  | 'several-tables'
  | 'tables-beside'
  | 'turned-table'

/** A file that cannot be read past a place. */
export class MalformedTable<C extends MalformedCode = MalformedCode> extends Error {
  override readonly name = 'MalformedTable'
  readonly addTo: (problems: ProblemList, file: string) => void
  constructor(code: C, values: ProblemValues[C], place: Omit<Place, 'file'>) {
    super(code)
    this.addTo = (problems, file) => problems.add(code, values, { file, ...place })
  }
}
