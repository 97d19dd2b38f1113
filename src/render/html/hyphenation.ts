/** Where the long words of a table's heads may be parted on a narrow screen. */
import type { Document } from '../../document/blocks.js'
import { plainText } from '../../document/walk.js'
import { locales } from '../../locale/index.js'
import type { Hyphenate } from './rendering.js'

/** A word of so many letters may be wider than its column. */
const longWord = /\p{L}{10,}/gu

/** No fewer letters stand alone before or after a hyphen. */
const shortestPart = 3

/** Where the long words of a document's heads may be parted: rules that are loaded only where there is such a word. */
export async function loadHyphenation({ locale, blocks }: Document): Promise<Hyphenate> {
  const heads = blocks.flatMap((block) =>
    block.type === 'table' ? block.columns : block.type === 'chart' ? block.data.columns.slice(1) : [],
  )
  const { hyphenation } = locales[locale].render
  if (hyphenation === null || !heads.some(({ label }) => plainText(label).search(longWord) >= 0)) return (words) => words
  const parted = await hyphenation()
  return (words) => words.replace(longWord, (word) => joinShort(parted(word)).join(softHyphen))
}

const softHyphen = '\u00ad'

/** Parts of a word, a short one joined to the next, and the last to the one before. */
function joinShort(parts: string[]): string[] {
  const joined: string[] = []
  let part = ''
  for (const next of parts) {
    part += next
    if (part.length < shortestPart) continue
    joined.push(part)
    part = ''
  }
  return part === '' ? joined : [...joined.slice(0, -1), (joined.at(-1) ?? '') + part]
}
