/** Where the long words of tables and charts may be parted: by the syllables of the document's language. */
import type { Block, Document } from '../document/blocks.js'
import { dataTable } from '../document/grid.js'
import { plainText } from '../document/walk.js'
import { locales } from '../locale/index.js'

/** Words with a soft hyphen wherever they may be parted. */
export type Hyphenate = (words: string) => string

export const softHyphen = '\u00ad'

/** A word of so many letters may be wider than its column. */
const longWord = /\p{L}{10,}/gu

/** No fewer letters stand alone before or after a hyphen. */
const shortestPart = 3

/** Rules of a language are loaded only where a table or chart has a long word. */
export async function loadHyphenation({ locale, blocks }: Document): Promise<Hyphenate> {
  if (!blocks.some((block) => narrowTexts(block).some((text) => text.search(longWord) >= 0))) return (words) => words
  const parted = await locales[locale].render.hyphenation()
  const known = new Map<string, string>()
  return (words) =>
    words.replace(longWord, (word) => {
      const before = known.get(word)
      if (before !== undefined) return before
      const syllables = joinShort(parted(word)).join(softHyphen)
      known.set(word, syllables)
      return syllables
    })
}

/** Texts that stand in columns. */
function narrowTexts(block: Block): string[] {
  if (block.type !== 'table' && block.type !== 'chart') return []
  const { stubHead, columns, rows } = block.type === 'table' ? block : dataTable(block)
  const cells = rows.flatMap((row) => row.cells.map(({ children }) => children))
  return [stubHead, ...columns.map(({ label }) => label), ...rows.flatMap(({ label, detail }) => [label, detail ?? []]), ...cells].map(
    plainText,
  )
}

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
