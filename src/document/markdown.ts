/** Printed template text → blocks: Markdown is read, and every marker becomes the node it stands for. */
import type { Nodes, Parent, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { NotatError, problem } from '../errors.js'
import type { Locale } from '../locale/words.js'
import type { Block, Inline, List, ListItem, Paragraph } from './blocks.js'
import { markerIndex, markerShape, type Printed, placeAt, type Slot } from './template.js'

/** What is needed to turn one printed text into nodes. */
type Reading = { printed: Printed; slots: readonly Slot[]; locale: Locale }

/**
 * The blocks of a printed text.
 *
 * @throws NotatError `configuration` for Markdown that the document tree has no node for (code, images, raw HTML …), with its place
 */
export function blocksOf(printed: Printed, slots: readonly Slot[], locale: Locale): Block[] {
  const reading = { printed, slots, locale }
  return fromMarkdown(printed.text).children.map((node) => block(node, reading))
}

/** A printed text of one paragraph, as its inlines: a title, a note. */
export function inlinesOf(printed: Printed, slots: readonly Slot[], locale: Locale): Inline[] {
  const reading = { printed, slots, locale }
  const [first, second] = fromMarkdown(printed.text.trim()).children
  if (first === undefined) return []
  if (first.type !== 'paragraph' || second) throw refused(second ?? first, reading)
  return inlines(first, reading)
}

function block(node: RootContent, reading: Reading): Block {
  switch (node.type) {
    case 'heading':
      if (node.depth !== 2 && node.depth !== 3) throw refused(node, reading)
      return { type: 'heading', level: node.depth, id: '', children: inlines(node, reading) }
    case 'paragraph':
      return exhibit(node, reading) ?? paragraph(node, reading)
    case 'list':
      return list(node, reading)
    default:
      throw refused(node, reading)
  }
}

/** A table or chart stands in a paragraph of its own. */
function exhibit(node: Parent, { slots }: Reading): Block | null {
  const [only, ...others] = node.children
  if (only?.type !== 'text' || others.length > 0) return null
  const marker = new RegExp(`^${markerShape.source}$`).exec(only.value.trim())
  const slot = marker ? slots[markerIndex(marker[1] ?? '')] : undefined
  return slot?.slot === 'block' ? slot.block : null
}

function paragraph(node: Parent, reading: Reading): Paragraph {
  return { type: 'paragraph', children: inlines(node, reading) }
}

function list(node: Extract<RootContent, { type: 'list' }>, reading: Reading): List {
  if (node.ordered && node.start !== 1) throw refused(node, reading)
  const items = node.children.map((item): ListItem => {
    return {
      type: 'listItem',
      children: item.children.map((child) => {
        if (child.type === 'paragraph') return paragraph(child, reading)
        if (child.type === 'list') return list(child, reading)
        throw refused(child, reading)
      }),
    }
  })
  return { type: 'list', kind: node.ordered ? 'ordered' : items.every(hasLeadIn) ? 'themes' : 'bullets', items }
}

function hasLeadIn({ children: [first] }: ListItem): boolean {
  return first?.type === 'paragraph' && first.children[0]?.type === 'strong'
}

function inlines(node: Parent, reading: Reading): Inline[] {
  const children = merged(node.children.flatMap((child) => inline(child as PhrasingContent, reading)))
  const isOuter = node.type === 'paragraph' || node.type === 'heading'
  return isOuter ? trimmed(children) : children
}

function inline(node: PhrasingContent, reading: Reading): Inline[] {
  switch (node.type) {
    case 'text':
      return textAndSlots(node, reading)
    case 'strong':
      return [{ type: 'strong', children: inlines(node, reading) }]
    case 'emphasis':
      return [{ type: 'emphasis', children: inlines(node, reading) }]
    case 'link':
      if (node.title || !/^(?:https?:\/\/|mailto:)[\x21-\x7e]+$/.test(node.url)) throw refused(node, reading)
      return [{ type: 'link', href: node.url, children: inlines(node, reading) }]
    default:
      throw refused(node, reading)
  }
}

function textAndSlots(node: Extract<PhrasingContent, { type: 'text' }>, reading: Reading): Inline[] {
  // Splitting on the marker's shape leaves words and, between them, the digits of markers.
  return node.value.split(new RegExp(markerShape)).flatMap((part, index): Inline[] => {
    if (index % 2 === 0) return part === '' ? [] : [{ type: 'text', text: part.replace(/[\t\n ]+/g, ' ') }]
    const slot = reading.slots[markerIndex(part)]
    if (slot?.slot !== 'inline') throw refused(node, reading)
    return slot.children
  })
}

/** Neighbouring runs of words as one, since slots of plain text stand between words; a note's mark close to the word before it. */
function merged(children: Inline[]): Inline[] {
  const done: Inline[] = []
  for (const next of children) {
    const last = done.at(-1)
    if (last?.type !== 'text' || (next.type !== 'text' && next.type !== 'noteReference')) done.push(next)
    else if (next.type === 'text') done.splice(-1, 1, { type: 'text', text: last.text + next.text })
    else done.splice(-1, 1, { type: 'text', text: last.text.trimEnd() }, next)
  }
  return done
}

function trimmed(children: Inline[]): Inline[] {
  return children
    .map((child, index): Inline => {
      if (child.type !== 'text') return child
      const fromStart = index === 0 ? child.text.replace(/^[\t\n ]+/, '') : child.text
      return { type: 'text', text: index === children.length - 1 ? fromStart.replace(/[\t\n ]+$/, '') : fromStart }
    })
    .filter((child) => child.type !== 'text' || child.text !== '')
}

function refused(node: Nodes, { printed, locale }: Reading): NotatError {
  const offset = node.position?.start.offset ?? 0
  return new NotatError('configuration', [
    problem(locale, 'not-in-templates', { what: `Markdown: ${node.type}` }, placeAt(printed, offset)),
  ])
}
