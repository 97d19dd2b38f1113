/** A document as text: passages and tables, each with its place. */
import type { Place } from '../../errors.js'

/**
 * From `at`, an offset in the text, words stand on this line, counted from 1, and page. null: the format has no such
 * thing.
 */
export type Mark = { at: number; line: number | null; page: number | null }

/**
 * Text without a break of its own: lines joined by one blank, words hyphenated at a line's end put together. `marks`
 * ascend from offset 0.
 */
export type Passage = { text: string; marks: readonly Mark[] }

/**
 * A row: what it is called (one passage for each cell or line of words before its numbers), and its cells. `group`: the
 * heading across the table that it stands under.
 */
export type TextRow = { labels: Passage[]; cells: Passage[]; group?: Passage }

/**
 * A table as far as it can be seen. `columns`: the words over each column of cells, from the top. Where the heads
 * have run together, as in text taken from a PDF, `columns` is empty and `heads` holds everything between the caption
 * and the first number, in order; these passages also stand among the blocks, since words of a page's margin may be
 * among them.
 */
export type TextTable = { type: 'table'; columns: Passage[][]; heads: Passage[]; rows: TextRow[] }

/** `point`: a member of a list. `caption`: a table's own, where the format says so. */
export type TextBlock = { type: 'heading' | 'paragraph' | 'point' | 'caption'; passage: Passage } | TextTable

/** A document as text, in reading order. `file` names it in every place. */
export type TextWithPlaces = { file: string; blocks: TextBlock[] }

/** Where the words at an offset of a passage stand. */
export function placeOf(file: string, passage: Passage, at: number, words: string): Place {
  const { line, page } = passage.marks[markAt(passage, at)] ?? { line: null, page: null }
  const place = { file, ...(line === null ? {} : { line }), ...(page === null ? {} : { page }), words }
  spots.set(place, { passage, at })
  return place
}

function markAt({ marks }: Passage, at: number): number {
  let [low, high] = [0, marks.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((marks[middle]?.at ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}

/** Of places made here: a place as it is printed does not tell which of the words of its sentence it is of. */
const spots = new WeakMap<Place, { passage: Passage; at: number }>()

/** The passage and the offset that a place was made of; undefined for a copy of one. */
export function spotOf(place: Place): { passage: Passage; at: number } | undefined {
  return spots.get(place)
}
