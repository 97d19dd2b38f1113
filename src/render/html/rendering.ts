/** What the rules of HTML know besides their block, and how they set out what they make. */
import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { Document } from '../../document/blocks.js'
import { NotatError, problem } from '../../errors.js'
import type { Figure } from '../../figure.js'
import { locales } from '../../locale/index.js'
import type { Locale } from '../../locale/words.js'
import type { Hyphenate } from '../hyphenation.js'

/** What the rules need besides their block. */
export type Rendering = {
  document: Document
  words: Locale['render']
  figures: ReadonlyMap<string, Figure>
  /** ready SVG by chart id */
  drawings: ReadonlyMap<string, readonly string[]>
  /** for heads of columns, and for names of rows */
  hyphenate: Hyphenate
  /** notes that have been referred to: only the first reference is what the note links back to */
  seenNotes: Set<string>
  /** ids of the figures that have been printed: those the annex explains */
  seenFigures: Set<string>
  /** inside a link of the author's, where no other can stand */
  isInLink: boolean
}

/** A line each, so that two editions of a page can be compared. */
export function onLines(elements: ElementContent[]): ElementContent[] {
  const end: ElementContent = { type: 'text', value: '\n' }
  return elements.length === 0 ? [] : [end, ...elements.flatMap((element) => [element, end])]
}

/**
 * What stands in a page is written part by part: the same text as if it were all written at once, since no part asks
 * what is around it.
 */
export function written(part: Element): ElementContent {
  return raw(toHtml(part, { allowDangerousHtml: true }))
}

/** What is markup already: drawings of Vega, and parts of the page. Nowhere else does any enter the tree. */
export function raw(value: string): ElementContent {
  return { type: 'raw', value } as unknown as ElementContent
}

export function brokenTree({ locale }: Document, detail: string): NotatError {
  return new NotatError('internal', [problem(locales[locale], 'internal-error', { detail })])
}
