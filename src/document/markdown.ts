/** Printed template text → blocks: Markdown is read, and every marker becomes the node it stands for. */
import type { Nodes, Parent, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { NotatError, problem, spelled } from '../errors.js'
import type { Locale } from '../locale/words.js'
import type { Steps } from '../steps.js'
import { isLink, unprintable } from '../text.js'
import type { AuthorsPlace, Block, Inline, List, ListItem, Origin, Paragraph, Text } from './blocks.js'
import { type TooMuch, tooDeepMarkdown, tooDeepTree } from './depth.js'
import { markerIndex, markerShape, type Printed, pieceAt, placeAt, type Slot } from './template.js'
import { plainText } from './walk.js'

/**
 * What is needed to turn one printed text into nodes. `isAuthors`: whether a file of the project is its author's, so
 * that its words keep their places.
 */
type Reading = { printed: Printed; slots: readonly Slot[]; locale: Locale; isAuthors: (file: string) => boolean }

const nobodys = () => false

/**
 * The blocks of a printed text, in steps.
 *
 * @throws NotatError `configuration` for Markdown that the document tree has no node for (code, images, raw HTML …),
 *   with its place
 */
export function* blocksOf(
  printed: Printed,
  slots: readonly Slot[],
  locale: Locale,
  isAuthors: Reading['isAuthors'] = nobodys,
): Steps<Block[]> {
  const blocks: Block[] = []
  for (const part of partsOf(printed)) {
    const reading = { printed: part, slots, locale, isAuthors }
    for (const node of read(reading)) {
      blocks.push(block(node, reading))
      yield
    }
  }
  return blocks
}

/**
 * A printed text cut ahead of each of its headings, since what is above a heading ends there. What might go on below
 * it, code or HTML, is nothing that a document may hold.
 */
function partsOf(printed: Printed): Printed[] {
  const { text, pieces } = printed
  const cuts = [...text.matchAll(/(?<=\n)#{1,6}[ \t]/g)].map(({ index }) => index)
  return [0, ...cuts].map((from, index): Printed => {
    const to = cuts[index] ?? text.length
    const own = pieces.slice(pieceAt(pieces, from), pieceAt(pieces, Math.max(from, to - 1)) + 1)
    return {
      text: text.slice(from, to),
      pieces: own.map((piece) => {
        const lost = Math.max(0, from - piece.at)
        const place = lost > 0 ? placeAt(printed, from) : piece.place
        return { at: Math.max(0, piece.at - from), text: piece.text.slice(lost, to - piece.at), place }
      }),
    }
  })
}

/** A printed text of one paragraph, as its inlines: a title, a note. */
export function inlinesOf(printed: Printed, slots: readonly Slot[], locale: Locale, isAuthors: Reading['isAuthors'] = nobodys): Inline[] {
  const reading = { printed: trimmedText(printed), slots, locale, isAuthors }
  const [first, second] = read(reading)
  if (first === undefined) return []
  if (first.type !== 'paragraph' || second) throw refused(second ?? first, reading)
  return inlines(first, reading)
}

/** @throws NotatError `configuration` where it is deeper than is read, or an entity stands for what nobody sees */
function read({ printed, locale }: Reading): RootContent[] {
  const refuse = ({ offset, ...much }: TooMuch) =>
    new NotatError('configuration', [problem(locale, 'overlong-template', much, placeAt(printed, offset))])
  const before = tooDeepMarkdown(printed.text)
  if (before) throw refuse(before)
  const root = fromMarkdown(printed.text)
  const after = tooDeepTree(root)
  if (after) throw refuse(after)
  return root.children
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
  const children = begun(childrenOf(node, reading), '', reading.locale).map(mergedInside)
  return trimmed(merged(children))
}

function childrenOf(node: Parent, reading: Reading): Inline[] {
  return node.children.flatMap((child) => inline(child as PhrasingContent, reading))
}

function mergedInside(child: Inline): Inline {
  return 'children' in child ? { ...child, children: merged(child.children.map(mergedInside)) } : child
}

/** Words that may begin a sentence get a capital where they do. `before`: what is read ahead of them. */
function begun(children: readonly Inline[], before: string, locale: Locale): Inline[] {
  let read = before
  return children.map((child): Inline => {
    const own = read
    // a note's mark stands behind the full stop
    if (child.type !== 'noteReference') read += plainText([child])
    if ('children' in child) return { ...child, children: begun(child.children, own, locale) }
    // A share in words.
    if (child.type === 'figure') return isSentenceStart(own, locale) ? { ...child, text: capitalised(child.text) } : child
    if (child.type !== 'text') return child
    const { mayBegin, target: _, ...words } = child
    if (!mayBegin) return words
    return isSentenceStart(own, locale) ? { ...words, text: capitalised(words.text) } : words
  })
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Nothing, or a sentence's end, which the full stop of an abbreviation is not. */
function isSentenceStart(before: string, { claimWords }: Locale): boolean {
  if (/^[\s”“"(]*$/.test(before)) return true
  if (!/[.!?]["”“)]*\s+$/.test(before)) return false
  const last = /([^\s”“"(]+)\.\s+$/.exec(before)?.[1]
  return last === undefined || !claimWords.abbreviations.includes(last)
}

function inline(node: PhrasingContent, reading: Reading): Inline[] {
  switch (node.type) {
    case 'text':
      return textAndSlots(node, reading)
    case 'strong':
      return [{ type: 'strong', children: childrenOf(node, reading) }]
    case 'emphasis':
      return [{ type: 'emphasis', children: childrenOf(node, reading) }]
    case 'link':
      if (node.title || !isLink(node.url)) throw refused(node, reading)
      return [{ type: 'link', href: node.url, children: childrenOf(node, reading) }]
    default:
      throw refused(node, reading)
  }
}

function textAndSlots(node: Extract<PhrasingContent, { type: 'text' }>, reading: Reading): Inline[] {
  const unseen = unprintable.exec(node.value)
  if (unseen) {
    const place = placeAt(reading.printed, node.position?.start.offset ?? 0)
    throw new NotatError('configuration', [problem(reading.locale, 'unprintable-text', { found: spelled(unseen[0]) }, place)])
  }
  const offsets = offsetsOf(node, reading)
  let at = 0
  // Splitting on the marker's shape leaves words and, between them, the digits of markers.
  return node.value.split(new RegExp(markerShape)).flatMap((part, index): Inline[] => {
    const isWords = index % 2 === 0
    const from = at
    at += isWords ? part.length : part.length + 2
    if (isWords) return part === '' ? [] : [textOf(part, offsets.slice(from, at), reading)]
    const slot = reading.slots[markerIndex(part)]
    if (slot?.slot !== 'inline') throw refused(node, reading)
    const place = authorsPlace(offsets[from], reading)
    return place ? slot.children.map((child) => printedAt(child, place)) : slot.children
  })
}

// ── where words come from ──

function trimmedText({ text, pieces }: Printed): Printed {
  const cut = text.length - text.trimStart().length
  return { text: text.trim(), pieces: pieces.map((piece) => ({ ...piece, ...cutPiece(piece, cut) })) }
}

function cutPiece({ at, text, place }: Printed['pieces'][number], cut: number): Partial<Printed['pieces'][number]> {
  const lost = Math.max(0, Math.min(cut - at, text.length))
  const start = placeAt({ text, pieces: [{ at: 0, text, place }] }, lost)
  return { at: Math.max(0, at - cut), text: text.slice(lost), place: start }
}

/** A text without its runs of blanks, and with its places. */
function textOf(part: string, offsets: readonly number[], reading: Reading): Text {
  if (offsets.length === 0) return { type: 'text', text: part.replace(/[\t\n ]+/g, ' ') }
  const kept = [...part.matchAll(/[\t\n ]+|[^\t\n ]/g)].map(({ index, 0: found }) => ({ index, char: /[\t\n ]/.test(found) ? ' ' : found }))
  const text = kept.map(({ char }) => char).join('')
  const origin: Origin[] = []
  let last: { place: AuthorsPlace | null; count: number } | null = null
  for (const [at, { index }] of kept.entries()) {
    const place = authorsPlace(offsets[index], reading)
    const goesOn = place && last?.place && place.line === last.place.line && place.column === last.place.column + last.count
    if (last && (goesOn || (!place && !last.place))) last.count += 1
    else {
      origin.push({ at, place, isPrinted: false })
      last = { place, count: 1 }
    }
  }
  return origin.some(({ place }) => place) ? { type: 'text', text, origin } : { type: 'text', text }
}

/** What was printed at a place, unless it has brought its own. */
function printedAt(inline: Inline, place: AuthorsPlace): Inline {
  if ('children' in inline) return { ...inline, children: inline.children.map((child) => printedAt(child, place)) }
  if (inline.type === 'text') return inline.origin ? inline : { ...inline, origin: [{ at: 0, place, isPrinted: true }] }
  return inline.type === 'figure' && !inline.origin ? { ...inline, origin: place } : inline
}

/** The place behind an offset of the printed text, where it is the author's. */
function authorsPlace(offset: number | undefined, { printed, isAuthors }: Reading): AuthorsPlace | null {
  if (offset === undefined) return null
  const { file, line = 1, column = 1 } = placeAt(printed, offset)
  return isAuthors(file) ? { file, line, column } : null
}

/**
 * For each character of a text node's value the offset in the printed text it was read from: Markdown drops the
 * indentation of lines and backslashes, and reads entities. Empty where nobody asks for places.
 */
function offsetsOf({ value, position }: Extract<PhrasingContent, { type: 'text' }>, { printed, isAuthors }: Reading): number[] {
  if (isAuthors === nobodys || !position) return []
  const [start, end] = [position.start.offset ?? 0, position.end.offset ?? 0]
  if (!isAnyAuthors(start, end, { printed, isAuthors })) return []
  const source = printed.text.slice(start, end)
  const offsets: number[] = []
  let from = 0
  for (let at = 0; at < value.length; at += 1) {
    if (source[from] !== value[at] && source[from] === '\\') from += 1
    while (source[from] !== value[at] && /[\t ]/.test(source[from] ?? '')) from += 1
    offsets.push(start + Math.min(from, source.length))
    const entity = source[from] === value[at] ? null : /^&[#\w]+;/.exec(source.slice(from, from + 40))
    from += entity ? entity[0].length : 1
  }
  return offsets
}

function isAnyAuthors(start: number, end: number, { printed: { pieces }, isAuthors }: Pick<Reading, 'printed' | 'isAuthors'>): boolean {
  for (let index = pieceAt(pieces, start); (pieces[index]?.at ?? end) < end; index += 1) {
    if (isAuthors(pieces[index]?.place.file ?? '')) return true
  }
  return false
}

/** The places of two runs of words as one. */
function joinedOrigin(before: Text, after: Text): Pick<Text, 'origin'> {
  if (!before.origin && !after.origin) return {}
  const own = ({ origin }: Text): readonly Origin[] => origin ?? [{ at: 0, place: null, isPrinted: false }]
  return { origin: [...own(before), ...own(after).map((mark) => ({ ...mark, at: mark.at + before.text.length }))] }
}

/** The places of a run of words that loses its first characters. */
function originFrom({ origin }: Text, cut: number): Pick<Text, 'origin'> {
  if (!origin) return {}
  const first = origin.findLastIndex(({ at }) => at <= cut)
  return {
    origin: origin.slice(first).map(({ at, place, isPrinted }) => {
      const lost = Math.max(0, cut - at)
      return { at: Math.max(0, at - cut), place: place && !isPrinted ? { ...place, column: place.column + lost } : place, isPrinted }
    }),
  }
}

/**
 * Neighbouring runs of words as one, since slots of plain text stand between words; a note's mark close to the word
 * before it.
 */
function merged(children: Inline[]): Inline[] {
  const done: Inline[] = []
  for (const next of children) {
    const last = done.at(-1)
    if (last?.type !== 'text' || (next.type !== 'text' && next.type !== 'noteReference')) done.push(next)
    else if (next.type === 'text') done.splice(-1, 1, { type: 'text', text: last.text + next.text, ...joinedOrigin(last, next) })
    else done.splice(-1, 1, { ...last, text: last.text.trimEnd() }, next)
  }
  return done
}

function trimmed(children: Inline[]): Inline[] {
  return children
    .map((child, index): Inline => {
      if (child.type !== 'text') return child
      const fromStart = index === 0 ? child.text.replace(/^[\t\n ]+/, '') : child.text
      const text = index === children.length - 1 ? fromStart.replace(/[\t\n ]+$/, '') : fromStart
      return { type: 'text', text, ...originFrom(child, child.text.length - fromStart.length) }
    })
    .filter((child) => child.type !== 'text' || child.text !== '')
}

function refused(node: Nodes, { printed, locale }: Reading): NotatError {
  const offset = node.position?.start.offset ?? 0
  return new NotatError('configuration', [
    problem(locale, 'not-in-templates', { what: `Markdown: ${node.type}` }, placeAt(printed, offset)),
  ])
}
