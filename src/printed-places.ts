/** Where in a document each of its figures is printed. */

import type { Block, Document, Inline } from './document/blocks.js'
import { plainText } from './document/walk.js'
import { checkHanded } from './handed.js'

/**
 * A place in a document that prints a figure: running text under a heading, a table or chart, or a note of the memo.
 */
export type PrintedPlace = {
  /** id of the document */
  document: string
  kind: 'text' | 'table' | 'chart' | 'note'
  /** the heading it stands under; null before the first, and for a note */
  section: string | null
  /** "Tabel 1", the mark of a note; null for running text */
  label: string | null
  /** anchor of the heading, table, chart or note; null before the first heading */
  anchor: string | null
  /** its numbers as they are printed there: "8" of a change of −8 in "et fald på 8" */
  texts: string[]
}

/** Where each figure of a document is printed, in reading order; running text under one heading is one place. */
export function printedPlaces(document: Pick<Document, 'id' | 'blocks' | 'notes'>): ReadonlyMap<string, PrintedPlace[]> {
  checkHanded({ document })
  const places = new Map<string, PrintedPlace[]>()
  const add = (inlines: readonly Inline[], place: Omit<PrintedPlace, 'texts'>): void => {
    for (const { figure, text } of figureTexts(inlines)) {
      const known = places.get(figure) ?? []
      const same = known.find((each) => each.kind === place.kind && each.anchor === place.anchor)
      if (same && !same.texts.includes(text)) same.texts.push(text)
      if (!same) places.set(figure, [...known, { ...place, texts: [text] }])
    }
  }
  let heading: { id: string; words: string } | null = null
  for (const block of document.blocks) {
    if (block.type === 'heading') heading = { id: block.id, words: plainText(block.children) }
    const section = heading?.words ?? null
    if (block.type === 'table' || block.type === 'chart') {
      add(inlinesOf(block), { document: document.id, kind: block.type, section, label: block.label, anchor: block.id })
    } else add(inlinesOf(block), { document: document.id, kind: 'text', section, label: null, anchor: heading?.id ?? null })
  }
  for (const { id, mark, children } of document.notes) {
    add(children, { document: document.id, kind: 'note', section: null, label: mark, anchor: id })
  }
  return places
}

function figureTexts(inlines: readonly Inline[]): { figure: string; text: string }[] {
  return inlines.flatMap((inline) => {
    if (inline.type === 'figure') return [inline]
    return 'children' in inline ? figureTexts(inline.children) : []
  })
}

/** All words of a block that may hold figures, in reading order. */
function inlinesOf(block: Block): Inline[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return block.children
    case 'list':
      return block.items.flatMap((item) => item.children.flatMap(inlinesOf))
    case 'table':
    case 'chart': {
      const cells =
        block.type === 'table'
          ? block.rows.flatMap(({ cells }) => cells.map(({ children }) => children))
          : block.data.rows.flatMap(({ cells }) => cells)
      return [...block.title, ...(block.howTo ?? []), ...cells.flat(), ...block.notes.flatMap(({ children }) => children)]
    }
  }
}
