/** What the rules of a PDF know besides their block, made anew for every document. */
import type { Document } from '../../document/blocks.js'
import { NotatError, problem } from '../../errors.js'
import { locales } from '../../locale/index.js'
import type { Locale } from '../../locale/words.js'
import { fontFamily, missingGlyphs } from '../fonts.js'
import type { Hyphenate } from '../hyphenation.js'
import { type Density, paperSpace } from '../theme.js'

export type Context = {
  words: Locale['render']
  /** texts with characters the font does not have */
  unprintable: { characters: string[]; text: string }[]
  /** id of the last heading of level 2: the bookmarks of level 3 stand under it */
  section: string
  density: Density
  hyphenate: Hyphenate
  /** how wide the column is that words stand in; null for running text, where none is parted */
  column: number | null
  /** the distances of this edition */
  space: Record<keyof typeof paperSpace, number>
}

export function contextOf(document: Document, density: Density, hyphenate: Hyphenate): Context {
  const space = Object.fromEntries(Object.entries(paperSpace).map(([name, length]) => [name, length * density.space]))
  const { render: words } = locales[document.locale]
  return { words, unprintable: [], section: '', density, hyphenate, column: null, space: space as Context['space'] }
}

export function noteUnprintable(text: string, where: string, context: Context): void {
  const characters = missingGlyphs(text)
  if (characters.length > 0) context.unprintable.push({ characters, text: where })
}

export function refuseUnprintable({ locale }: Document, { unprintable }: Context): void {
  if (unprintable.length === 0) return
  // once each: what a chart says stands in all its cuts
  const places = new Map(unprintable.map((place) => [`${place.characters.join()} ${place.text}`, place]))
  const problems = [...places.values()].map(({ characters, text }) =>
    problem(locales[locale], 'missing-glyph', { characters: characters.join(' '), text, font: fontFamily }),
  )
  throw new NotatError('data', problems)
}
