/** What somebody types → the figures it may mean. */
import { figureById } from './change.js'
import type { Document } from './document/blocks.js'
import type { Figure, Figures } from './figure.js'
import { locales } from './locale/index.js'
import type { Locale } from './locale/words.js'
import { isEqual, type NumberMarks, neutralMarks, type Parsed, parsePrinted } from './printed.js'
import { printedPlaces } from './printed-places.js'

/**
 * Ids of the figures that somebody asks for: the one of that id, or all that are printed so ("82", "1.755", "4,8 %",
 * "−1"), in the locale's spelling or a document's. A number is looked for in what the documents print, and where they
 * do not print it, in all figures.
 */
export function figuresMeant(asked: string, figures: Figures, documents: readonly Document[], locale: Locale): string[] {
  const ofDocuments = documents.flatMap((document) => document.figures)
  const byId = ofDocuments.find(({ id }) => id === asked) ?? figureById(figures, asked)
  if (byId) return [byId.id]
  const styles = new Set([...documents.map((document) => locales[document.locale].numbers), locale.numbers])
  const wanted = [...styles].flatMap((style) => numbersOf(asked, style))
  const isMeant = (numbers: Parsed[], { unit }: Figure): boolean =>
    numbers.some(({ value }) => wanted.some((each) => isEqual(each.value, value) && (!each.percent || unit === 'share')))
  const printed = documents.flatMap((document) => {
    const places = printedPlaces(document)
    const textsOf = (id: string) => (places.get(id) ?? []).flatMap(({ texts }) => texts)
    return document.figures.filter((figure) => {
      const numbers = textsOf(figure.id).flatMap((text) => numbersOf(text, locales[document.locale].numbers))
      return numbers.length > 0 && isMeant([...numbers, ...numbersOf(figure.printed ?? '', neutralMarks)], figure)
    })
  })
  const all = Object.values(figures.figures)
  const found = printed.length > 0 ? printed : all.filter((figure) => isMeant(numbersOf(figure.printed ?? '', neutralMarks), figure))
  return [...new Set(found.map(({ id }) => id))]
}

/** The number a text is, or none. */
function numbersOf(text: string, style: NumberMarks): Parsed[] {
  const parsed = parsePrinted(text, style)
  return 'reason' in parsed ? [] : [parsed]
}
