/** What tables and charts have in common: title, how to read it, notes. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Exhibit, ExhibitNote } from '../../document/blocks.js'
import { renderInlines } from './inlines.js'
import { onLines, type Rendering } from './rendering.js'

/** "Tabel 1: title", and under it how to read it. */
export function exhibitTitle({ id, label, title, howTo }: Exhibit, rendering: Rendering): Element[] {
  return [
    h('span', { class: 'exhibit-title', id: `${id}-title` }, [
      h('span', { class: 'label' }, `${label}:`),
      ' ',
      ...renderInlines(title, rendering),
    ]),
    ...(howTo === null ? [] : [h('span', { class: 'how-to' }, renderInlines(howTo, rendering))]),
  ]
}

export function exhibitNotes({ id, notes }: Exhibit, rendering: Rendering): Element[] {
  if (notes.length === 0) return []
  const rendered = notes.map((note) =>
    note.kind === 'marked'
      ? h('p', { class: 'marked', id: markedNoteId(id, notes, note.mark) }, [
          h('span', { class: 'mark' }, note.mark),
          ' ',
          ...renderInlines(note.children, rendering),
        ])
      : h('p', renderInlines(note.children, rendering)),
  )
  return [h('div', { class: 'notes', id: `${id}-notes` }, onLines(rendered))]
}

export function markedNoteId(exhibit: string, notes: ExhibitNote[], mark: string): string | undefined {
  const index = notes.findIndex((note) => note.kind === 'marked' && note.mark === mark)
  return index < 0 ? undefined : `${exhibit}-note-${index + 1}`
}
