/**
 * Decisions before rendering: numbers of tables and figures, references, anchors, and which figures the document
 * prints.
 */

import { NotatError, problem } from '../errors.js'
import type { Change, Figure } from '../figure.js'
import type { Locale } from '../locale/words.js'
import { append } from '../long-lists.js'
import type { Block, Document, Inline, Note } from './blocks.js'
import { mapInlines, mapProse, plainText } from './walk.js'

/** Blocks in which exhibits and references still bear the names that templates know them by, and headings no anchor. */
export type Draft = { blocks: Block[]; notes: Note[] }

/**
 * Numbers tables and figures in the order they appear, each kind for itself, and gives references and headings what
 * they point to. Of two full stops, a unit's and a sentence's, one is left.
 *
 * @throws NotatError `configuration` for a reference to an exhibit that is not in the document
 */
export function resolveDraft(draft: Draft, locale: Locale): Draft {
  const names = namesOf(draft.blocks, locale)
  const known = [...names.keys()].join(', ')
  const resolve = (node: Inline, before: string): Inline => {
    // A unit's full stop also ends the sentence: "82 pct."
    if (node.type === 'text') return { ...node, text: node.text.replace(/(?<=\p{L})\.\.(?!\.)/gu, '.') }
    if (node.type !== 'reference') return node
    const name = names.get(node.target) ?? names.get(node.target.split('@')[0] ?? '')
    if (!name) throw new NotatError('configuration', [problem(locale, 'unknown-exhibit', { target: node.target, nearest: '', known })])
    const isSentenceStart = /(?:^|[.!?:])\s*$/.test(before)
    return { ...node, target: name.id, text: isSentenceStart ? name.label : name.inText }
  }
  const anchors = new Set([...names.values()].map(({ id }) => id))
  return {
    blocks: draft.blocks.map((each) => {
      const block = mapProse(each, resolve)
      if (block.type === 'heading') return { ...block, id: unusedAnchor(plainText(block.children), anchors) }
      if (block.type !== 'table' && block.type !== 'chart') return block
      const { id = block.id, label = block.label } = names.get(block.id) ?? {}
      return { ...block, id, label }
    }),
    notes: draft.notes.map((note) => ({ ...note, children: mapInlines(note.children, resolve) })),
  }
}

/** `inText` is the label inside a sentence: "tabel 1". */
type ExhibitName = { id: string; label: string; inText: string }

/**
 * Template names → anchors and labels: `summary` → `tabel-1`, "Tabel 1". A name alone means the first exhibit of
 * that name.
 */
function namesOf(blocks: readonly Block[], { document: words }: Locale): Map<string, ExhibitName> {
  const names = new Map<string, ExhibitName>()
  const counts = { table: 0, chart: 0 }
  for (const block of blocks) {
    if (block.type !== 'table' && block.type !== 'chart') continue
    counts[block.type] += 1
    const { label, inText, anchor } = words[block.type]
    const number = counts[block.type]
    const own = { id: `${anchor}-${number}`, label: label(number), inText: inText(number) }
    names.set(block.id, own)
    const [name = ''] = block.id.split('@')
    if (!names.has(name)) names.set(name, own)
  }
  return names
}

/** Letters that are no accented ASCII letter, as URLs write them. */
const transliterated: Readonly<Record<string, string>> = { '\u00e6': 'ae', '\u00f8': 'oe', '\u00e5': 'aa' }

/** Lower case, ASCII, words joined by hyphens; a number behind it where it is taken. */
function unusedAnchor(words: string, taken: Set<string>): string {
  const ascii = words
    .toLowerCase()
    .replace(/[\u00e6\u00f8\u00e5]/g, (letter) => transliterated[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  const plain = ascii || 'section'
  let anchor = plain
  for (let number = 2; taken.has(anchor); number += 1) anchor = `${plain}-${number}`
  taken.add(anchor)
  return anchor
}

/**
 * Every printed figure and, through their derivations, all they are made from; by id, sorted.
 *
 * @param find the figure of an id; undefined for an input that is not kept (a withheld part's)
 * @throws Error for a printed id that names no figure: the tree would hold a number that nothing stands behind
 */
export function figuresBehind(printed: readonly string[], find: (id: string) => Figure | Change | undefined): Document['figures'] {
  const found = new Map<string, Figure | Change>()
  const missing = printed.find((id) => !find(id))
  if (missing !== undefined) throw new Error(`no figure: ${missing}`)
  const open = [...printed]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue
    const figure = find(id)
    if (!figure) continue
    found.set(id, figure)
    append(open, figure.derivation.inputs)
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
