/**
 * Other people's documents as running text: bytes → passages and tables of text, each with the line or page it stands
 * on. What the words mean is not asked here. One file per format beside this one, all giving blocks as `passages.ts`
 * has them; to add one: its file, and its line in `textFormats`.
 */

import { decode } from '../../decode.js'
import { NotatError, problem, wordedIn } from '../../errors.js'
import { checkHanded } from '../../handed.js'
import { mostPassageCharacters } from '../../limits.js'
import { english } from '../../locale/english-problems.js'
import { type LocaleId, localeAskedFor } from '../../locale/index.js'
import { type Passage, placeOf, type TextBlock, type TextWithPlaces } from './passages.js'
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
 * @throws NotatError `unknown-text-format` for another ending; `unreadable-pdf`; `no-text-in-pdf` for a PDF of
 *   pictures; `overlong-passage` for a text without paragraphs
 */
export async function readText(file: TextFile, options: { locale?: LocaleId | undefined } = {}): Promise<TextWithPlaces> {
  checkHanded({ options, name: file?.name, bytes: file?.bytes })
  return wordedIn(localeAskedFor(options.locale), () => textIn(file))
}

async function textIn({ name, bytes }: TextFile): Promise<TextWithPlaces> {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const read = Object.hasOwn(textFormats, ending) ? textFormats[ending] : undefined
  if (!read) {
    const known = Object.keys(textFormats).join(', ')
    throw new NotatError('usage', [problem(english, 'unknown-text-format', { file: name, known })])
  }
  const blocks = await read(bytes, name)
  const overlong = blocks.flatMap(passagesOf).find(({ text }) => text.length > mostPassageCharacters)
  if (!overlong) return { file: name, blocks }
  const { words, ...place } = placeOf(name, overlong, 0, '')
  throw new NotatError('data', [problem(english, 'overlong-passage', { limit: mostPassageCharacters }, place)])
}

function passagesOf(block: TextBlock): Passage[] {
  if (block.type !== 'table') return [block.passage]
  const { columns, heads, rows } = block
  return [...columns.flat(), ...heads, ...rows.flatMap(({ labels, cells, group }) => [...labels, ...cells, ...(group ? [group] : [])])]
}

async function decodedText(bytes: Uint8Array): Promise<string> {
  let text = ''
  for await (const piece of decode(bytes)) text += piece
  return text
}
