/**
 * Other people's documents as running text: bytes → passages and tables of text, each with the line or page it stands on. What the words mean is
 * not asked here. One file per format in `text/`; to add one: its file, and its line in `textFormats`.
 */
import { decode } from '../decode.js'
import { NotatError, type Place, problem } from '../errors.js'
import { en } from '../locale/en.js'
import { blocksOfPlainText } from './text/plain.js'

/** From `at`, an offset in the text, words stand on this line, counted from 1, and page. null: the format has no such thing. */
export type Mark = { at: number; line: number | null; page: number | null }

/** Text without a break of its own: lines joined by one blank, words hyphenated at a line's end put together. `marks` ascend from offset 0. */
export type Passage = { text: string; marks: readonly Mark[] }

/** A row: what it is called (one passage for each cell or line of words before its numbers), and its cells. */
export type TextRow = { labels: Passage[]; cells: Passage[] }

/**
 * A table as far as it can be seen. `columns`: the words over each column of cells, from the top. Where the heads have run together, as in text
 * taken from a PDF, `columns` is empty and `heads` holds everything between the caption and the first number, in
 * order; these passages also stand among the blocks, since words of a page's margin may be among them.
 */
export type TextTable = { type: 'table'; columns: Passage[][]; heads: Passage[]; rows: TextRow[] }

/** `point`: a member of a list. `caption`: a table's own, where the format says so. */
export type TextBlock = { type: 'heading' | 'paragraph' | 'point' | 'caption'; passage: Passage } | TextTable

/** A document as text, in reading order. `file` names it in every place. */
export type TextWithPlaces = { file: string; blocks: TextBlock[] }

/** A document to read: its name, whose ending tells its format, and its bytes. */
export type TextFile = { name: string; bytes: Uint8Array }

const plainText = async (bytes: Uint8Array): Promise<TextBlock[]> => blocksOfPlainText(await textOf(bytes))
const html = async (bytes: Uint8Array): Promise<TextBlock[]> => (await import('./text/html.js')).blocksOfHtml(await textOf(bytes))

/** Every format text is read from, by the ending of its files' names. */
const textFormats: Readonly<Record<string, (bytes: Uint8Array, name: string) => Promise<TextBlock[]>>> = {
  txt: plainText,
  md: plainText,
  html,
  htm: html,
  pdf: async (bytes, name) => (await import('./text/pdf.js')).blocksOfPdf(bytes, name),
}

/**
 * Reads a document as text. Runs no script and fetches nothing. Takes time in proportion to the text, whatever it holds.
 *
 * @throws NotatError `unknown-text-format` for another ending; `unreadable-pdf`; `no-text-in-pdf` for a PDF of pictures
 */
export async function readText({ name, bytes }: TextFile): Promise<TextWithPlaces> {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const read = Object.hasOwn(textFormats, ending) ? textFormats[ending] : undefined
  if (!read) {
    const known = Object.keys(textFormats).join(', ')
    throw new NotatError('usage', [problem(en, 'unknown-text-format', { file: name, known })])
  }
  return { file: name, blocks: await read(bytes, name) }
}

/** Where the words at an offset of a passage stand. */
export function placeOf(file: string, { marks }: Passage, at: number, words: string): Place {
  let [low, high] = [0, marks.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((marks[middle]?.at ?? 0) <= at) low = middle
    else high = middle - 1
  }
  const { line, page } = marks[low] ?? { line: null, page: null }
  return { file, ...(line === null ? {} : { line }), ...(page === null ? {} : { page }), words }
}

async function textOf(bytes: Uint8Array): Promise<string> {
  let text = ''
  for await (const piece of decode(bytes)) text += piece
  return text
}
