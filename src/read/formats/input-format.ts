/** What an input format is: bytes → rows with places. */
import type { Content, DecodeOptions } from '../../decode.js'
import type { Place, ProblemValues } from '../../errors.js'
import type { ProblemList } from '../problems.js'

/** One row: its cells as text, and where each begins. Lines and columns count from 1. */
export type Row = { cells: string[]; lines: number[]; columns: number[] }

/** How a kind of file becomes rows. */
export type InputFormat = {
  /** as messages name it */
  name: string
  /** of file names, lower case */
  extensions: string[]
  /** Rows in batches, blank lines left out, as the file streams past. Throws `MalformedTable` where it cannot go on. */
  rows: (content: Content, options: DecodeOptions) => AsyncGenerator<Row[]>
  /** Where the cell of that number (from 0) stands, or the end of the row. */
  placeOf: (row: Row, index: number) => Omit<Place, 'file'>
}

/** What makes a file unreadable from a place on. */
type MalformedCode = 'binary-file' | 'unmarked-utf16' | 'unclosed-quote' | 'text-after-quote' | 'overlong-cell' | 'too-many-columns'

/** A file that cannot be read past a place. */
export class MalformedTable<C extends MalformedCode = MalformedCode> extends Error {
  override readonly name = 'MalformedTable'
  readonly addTo: (problems: ProblemList, file: string) => void
  constructor(code: C, values: ProblemValues[C], place: Omit<Place, 'file'>) {
    super(code)
    this.addTo = (problems, file) => problems.add(code, values, { file, ...place })
  }
}
