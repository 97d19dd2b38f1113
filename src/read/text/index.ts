/**
 * Other people's documents as running text: bytes → passages and tables of text, each with the line or page it stands
 * on. What the words mean is not asked here. One file per format beside this one, all giving blocks as `passages.ts`
 * has them; to add one: its file, and its line in `textFormats`.
 */
import { decode } from '../../decode.js'
import { NotatError, problem } from '../../errors.js'
import { english } from '../../locale/english-problems.js'
import type { TextBlock, TextWithPlaces } from './passages.js'
import { blocksOfPlainText } from './plain.js'

/** A document to read: its name, whose ending tells its format, and its bytes. */
export type TextFile = { name: string; bytes: Uint8Array }

const plainText = async (bytes: Uint8Array): Promise<TextBlock[]> => blocksOfPlainText(await decodedText(bytes))
const html = async (bytes: Uint8Array): Promise<TextBlock[]> => (await import('./html.js')).blocksOfHtml(await decodedText(bytes))

/** Every format text is read from, by the ending of its files' names. */
const textFormats: Readonly<Record<string, (bytes: Uint8Array, name: string) => Promise<TextBlock[]>>> = {
  txt: plainText,
  md: plainText,
  html,
  htm: html,
  pdf: async (bytes, name) => (await import('./pdf.js')).blocksOfPdf(bytes, name),
}

/**
 * Reads a document as text. Runs no script and fetches nothing. Takes time in proportion to the text, whatever it
 * holds.
 *
 * @throws NotatError `unknown-text-format` for another ending; `unreadable-pdf`; `no-text-in-pdf` for a PDF of pictures
 */
export async function readText({ name, bytes }: TextFile): Promise<TextWithPlaces> {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const read = Object.hasOwn(textFormats, ending) ? textFormats[ending] : undefined
  if (!read) {
    const known = Object.keys(textFormats).join(', ')
    throw new NotatError('usage', [problem(english, 'unknown-text-format', { file: name, known })])
  }
  return { file: name, blocks: await read(bytes, name) }
}

async function decodedText(bytes: Uint8Array): Promise<string> {
  let text = ''
  for await (const piece of decode(bytes)) text += piece
  return text
}
