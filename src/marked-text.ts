/** A text that was audited, line by line as it was read, with a mark at every number and word of direction. */
import { describeFinding } from './audit/index.js'
import { type MarkName, markNames, type NumberFate } from './claim.js'
import type { Finding } from './finding.js'
import type { Locale } from './locale/words.js'
import { append, greatest } from './long-lists.js'
import type { Spoken, ToldText } from './prose-claims/fates.js'
import type { Passage, TextBlock, TextRow } from './read/text/passages.js'
import { told } from './text.js'

/** What stands behind a number, and its colour on a terminal: green, red, yellow, cyan, and grey. */
const marks: Readonly<Record<MarkName, { sign: string; colour: number }>> = {
  read: { sign: '✓', colour: 32 },
  error: { sign: '✗', colour: 31 },
  other: { sign: '!', colour: 33 },
  notRead: { sign: '?', colour: 36 },
  noResult: { sign: '–', colour: 90 },
}

/** A run of words of one line; with its mark where it is a number or a word of direction. */
type Piece = { text: string; mark: MarkName | null }
type Line = { line: number | null; page: number | null; pieces: Piece[] }
type Marked = { fate: NumberFate; mark: MarkName; spoken: Spoken }

type Setting = { locale: Locale; findings: readonly Finding[]; isColoured: boolean }

/** Lines for people: nothing in them is a command to a terminal, whatever the text holds. */
export function markedLines(texts: readonly ToldText[], setting: Setting): string[] {
  const { locale } = setting
  if (texts.length === 0) return []
  const legend = markNames.map(
    (name) => `  ${shown([{ text: locale.cli.marked.example, mark: name }], setting)} ${locale.cli.marked.legend[name]}`,
  )
  return [locale.cli.marked.head, ...legend, ...texts.flatMap((text) => ['', ...linesOfText(text, setting)])]
}

function linesOfText(text: ToldText, setting: Setting): string[] {
  const { cli } = setting.locale
  const byId = new Map(setting.findings.flatMap((finding) => [finding, ...finding.consequences].map((each) => [each.id, each] as const)))
  const marked = new Map<Passage, Marked[]>()
  for (const [index, spoken] of text.spoken.entries()) {
    const fate = text.numbers[index] as NumberFate
    const own = marked.get(spoken.passage) ?? []
    if (own.length === 0) marked.set(spoken.passage, own)
    own.push({ fate, spoken, mark: markOf(fate, byId) })
  }
  const width = String(
    greatest([0, ...text.blocks.flatMap(passagesOf).flatMap(({ marks: own }) => own.map(({ line }) => line ?? 0))]),
  ).length
  const gutter = (line: number | null) => `${(line === null ? '' : String(line)).padStart(width + 2)} | `
  const lines = [told(text.file)]
  const printed = new Set<Passage>()
  let page: number | null = null
  for (const block of text.blocks) {
    const own = linesOfBlock(block, marked, printed)
    for (const line of own) {
      if (line.page !== null && line.page !== page) lines.push(`${gutter(null)}— ${cli.marked.page(line.page)} —`)
      page = line.page ?? page
      lines.push(`${gutter(line.line)}${shown(line.pieces, setting)}`)
    }
    const notes = passagesOf(block).flatMap((passage) => (printed.has(passage) ? (marked.get(passage) ?? []) : []))
    append(
      lines,
      notesOf(notes, byId, setting).map((note) => `${gutter(null)}  ${note}`),
    )
    for (const passage of passagesOf(block)) marked.delete(passage)
    lines.push(gutter(null).trimEnd())
  }
  return lines
}

function markOf({ fate, findings }: NumberFate, byId: ReadonlyMap<string, Finding>): MarkName {
  const found = findings.flatMap((id) => byId.get(id) ?? [])
  if (found.some(({ kind, accepted }) => kind === 'error' && accepted === null)) return 'error'
  if (found.length > 0) return 'other'
  return fate === 'claim' ? 'read' : fate
}

// ── lines ──

function passagesOf(block: TextBlock): Passage[] {
  if (block.type !== 'table') return [block.passage]
  const ofRow = ({ group, labels, cells }: TextRow) => [...(group ? [group] : []), ...labels, ...cells]
  return [...block.columns.flat(), ...block.heads, ...block.rows.flatMap(ofRow)]
}

/** `printed`: passages that were shown before, as the heads of some tables were; each is marked once. */
function linesOfBlock(block: TextBlock, marked: ReadonlyMap<Passage, Marked[]>, printed: Set<Passage>): Line[] {
  const linesOf = (passage: Passage): Line[] => {
    printed.add(passage)
    return linesOfPassage(passage, marked.get(passage) ?? [])
  }
  if (block.type !== 'table') return linesOf(block.passage)
  const depth = greatest([0, ...block.columns.map((heads) => heads.length)])
  const heads = Array.from({ length: depth }, (_, at) =>
    rowOf([[], ...block.columns.map((own) => own.slice(at, at + 1))].map((own) => own.map(linesOf))),
  )
  let group: Passage | undefined
  const rows = block.rows.flatMap((row) => {
    const over = row.group && row.group !== group ? linesOf(row.group) : []
    group = row.group
    return [...over, rowOf([...row.labels, ...row.cells].map((cell) => [linesOf(cell)]))]
  })
  return [...heads, ...rows].filter(({ pieces }) => pieces.length > 0)
}

/** Cells side by side, each on one line. */
function rowOf(cells: readonly Line[][][]): Line {
  const first = cells.flat(2)[0]
  const pieces = cells.flatMap((own, index): Piece[] => {
    const words = own.flat().flatMap((line, at) => [...(at > 0 ? [{ text: ' ', mark: null }] : []), ...line.pieces])
    return [...(index > 0 ? [{ text: ' | ', mark: null }] : []), ...words]
  })
  return { line: first?.line ?? null, page: first?.page ?? null, pieces }
}

/** The lines a passage stood on. A number that goes over a line's end is marked where it begins. */
function linesOfPassage({ text, marks: starts }: Passage, marked: readonly Marked[]): Line[] {
  const lines: Line[] = []
  let next = 0
  let at = 0
  for (const [index, { line, page }] of starts.entries()) {
    const end = starts[index + 1]?.at ?? text.length
    const pieces: Piece[] = []
    while (at < end) {
      const own = marked[next]
      const stop = Math.min(end, own?.spoken.from ?? end)
      if (stop > at) pieces.push({ text: text.slice(at, stop), mark: null })
      at = Math.max(at, stop)
      if (!own || own.spoken.from >= end) break
      pieces.push({ text: text.slice(own.spoken.from, own.spoken.to), mark: own.mark })
      at = own.spoken.to
      next += 1
    }
    const last = lines.at(-1)
    if (last && last.line === line && last.page === page && line !== null) last.pieces.push(...pieces)
    else if (pieces.some((piece) => piece.text.trim() !== '')) lines.push({ line, page, pieces })
  }
  return lines
}

// ── what is said of them ──

/** So many of one reason are named. */
const mostNamed = 6

/** Why numbers were not read, and what was found, once for each reason. */
function notesOf(marked: readonly Marked[], byId: ReadonlyMap<string, Finding>, { locale }: Setting): string[] {
  const notes = new Map<string, { mark: MarkName; why: string; words: string[] }>()
  const note = (mark: MarkName, why: string, words: string) => {
    const own = notes.get(`${mark} ${why}`)
    if (own) own.words.push(words)
    else notes.set(`${mark} ${why}`, { mark, why, words: [words] })
  }
  for (const { fate, mark } of marked) {
    if (mark === 'notRead' && fate.reason !== null) note(mark, locale.cli.unread(fate.reason, fate.kind), fate.text)
    if (mark !== 'error' && mark !== 'other') continue
    for (const id of fate.findings) {
      const finding = byId.get(id)
      if (finding) note(mark, describeFinding(finding, locale).title, fate.text)
    }
  }
  return [...notes.values()].map(({ mark, why, words }) => {
    const named = [...new Set(words)]
    const text = locale.cli.marked.note({
      words: named.slice(0, mostNamed),
      others: Math.max(0, named.length - mostNamed),
      why,
      isFound: mark !== 'notRead',
    })
    return told(`${marks[mark].sign} ${text}`)
  })
}

function shown(pieces: readonly Piece[], { isColoured }: Setting): string {
  const words = pieces.map(({ text, mark }) => {
    const safe = told(text).replaceAll('\n', ' ')
    if (mark === null) return safe
    const { sign, colour } = marks[mark]
    const whole = `[${safe} ${sign}]`
    return isColoured ? `\u001b[${colour}m${whole}\u001b[0m` : whole
  })
  // A bracket may make a command of what stands before it.
  return words.join('').trim().replaceAll('##[', '## [')
}
