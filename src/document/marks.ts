/**
 * Marks and notes of tables and charts. One letter means the same in all of a document, so they are given when all of
 * its exhibits are known: until then a mark is what it stands for.
 */
import { countWord, formatPeriod } from '../locale/spelling.js'
import type { DashReason, Locale, Verdict } from '../locale/words.js'
import type { Item, Period } from '../survey.js'
import type { Block, Chart, ExhibitNote, Inline, Table } from './blocks.js'
import {
  comparedPeriods,
  currentAt,
  factsAt,
  isMultiple,
  isOwnTotal,
  isWeightedMean,
  isWhole,
  levelAt,
  measureOf,
  optionsInText,
  respondentsOf,
  type Standing,
  scaleEnds,
  shortName,
  shownFrom,
  statementOf,
  verdictsOf,
  wholeAt,
} from './standing.js'
import type { Slot } from './template.js'
import { plainText } from './walk.js'

/** What a mark stands for, in the place of its letter. */
export const mark = {
  verdict: (verdict: Verdict) => `verdict:${verdict}`,
  common: 'common',
  dash: (reason: DashReason) => `dash:${reason}`,
}

/** What the notes of an exhibit are made of. */
export type Pending = {
  kind: 'table' | 'chart'
  /** where it stands */
  here: Standing
  /** the items whose numbers a table shows, in their order */
  items: readonly Item[]
  /** those whose numbers it shows */
  standings: readonly Standing[]
  /** those whose parts stand in it too */
  wholes: readonly Standing[]
  /** it shows results of an item, which the last such table explains where the text does not */
  showsLevel: boolean
  /** it shows both numbers of a change */
  showsChange: boolean
  /** the changes that it judges are since this period; null: since the one that the document compares with */
  since: Period | null
  /** what its declaration says under it */
  note: Inline[] | null
}

const pendings = new WeakMap<Block, Pending>()

/** Remembers what the notes of an exhibit are made of, until all of them are known. */
export function keep<T extends Table | Chart>(exhibit: T, pending: Pending): T {
  pendings.set(exhibit, pending)
  return exhibit
}

/** Letters of a document. */
type Letters = {
  of: Readonly<Record<string, string>>
  /** why there are dashes, in the order of their marks */
  reasons: readonly DashReason[]
}

/** A chart under a title of its document's own, and with what its declaration says under it. */
export function worded<C extends Chart>(chart: C, title: Inline[] | null, note: Inline[] | null): C {
  const pending = pendings.get(chart)
  const own = note && plainText(note).trim() !== '' ? note : null
  const notes: ExhibitNote[] = own ? [...chart.notes, { kind: 'note', children: own }] : chart.notes
  const made = { ...chart, notes, ...(title ? { title } : {}) }
  return pending ? keep(made, { ...pending, note: own }) : made
}

/**
 * The exhibits of a document with the letters of their marks and with their notes, in the same order.
 *
 * @param headings of the document: a note refers to no section that is not there
 */
export function finished<B extends Block>(blocks: readonly B[], headings: readonly string[]): B[] {
  const kept = blocks.flatMap((block) => pendings.get(block) ?? [])
  const letters = lettersOf(blocks, kept)
  const explaining = explainersOf(blocks, headings)
  return blocks.map((block) => {
    const pending = pendings.get(block)
    if (!pending || (block.type !== 'table' && block.type !== 'chart')) return block
    const exhibit: Table | Chart = block
    if (exhibit.type === 'table') {
      const notes = tableNotes(exhibit, pending, letters, explaining.get(exhibit) ?? null)
      return keep({ ...lettered(exhibit, letters), notes }, pending) as Block as B
    }
    if (exhibit.kind !== 'change') return block
    const rows = exhibit.rows.map((row) => ({
      ...row,
      change: row.change && { ...row.change, mark: letterText(row.change.mark, letters) },
    }))
    return keep({ ...exhibit, rows, notes: chartNotes(exhibit, pending, letters) }, pending) as Block as B
  })
}

function lettered(table: Table, { of }: Letters): Table {
  const letterOf = (key: string): string[] =>
    /^(verdict|dash):|^common$/.test(key) ? (Object.hasOwn(of, key) ? [of[key] as string] : []) : [key]
  return {
    ...table,
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, marks: cell.marks.flatMap(letterOf) })) })),
  }
}

function letterText(keys: string | null, { of }: Letters): string | null {
  const letters = (keys ?? '').split(' ').flatMap((key) => (Object.hasOwn(of, key) ? [of[key]] : []))
  return letters.length === 0 ? null : letters.join('')
}

const letterless: readonly string[] = [mark.verdict('chance')]

/** Letters in the order in which a reader comes upon their marks. Dashes that all mean the same have none. */
function lettersOf(blocks: readonly Block[], kept: readonly Pending[]): Letters {
  const changes = new Set(kept.some(({ showsChange }) => showsChange) ? ['verdict', 'common'] : [])
  const used = [...new Set(blocks.flatMap(marksOf))]
  const reasons = used.flatMap((key) => (key.startsWith('dash:') ? [key.slice('dash:'.length) as DashReason] : []))
  const keys = used.filter((key) => {
    const [kind = ''] = key.split(':')
    return !letterless.includes(key) && (kind === 'dash' ? reasons.length > 1 : changes.has(kind))
  })
  return { of: Object.fromEntries(keys.map((key, index) => [key, String.fromCharCode('a'.charCodeAt(0) + index)])), reasons }
}

/** What the marks of an exhibit stand for, in reading order. */
function marksOf(block: Block): string[] {
  if (block.type === 'table') return block.rows.flatMap(({ cells }) => cells.flatMap(({ marks }) => marks))
  if (block.type !== 'chart' || block.kind !== 'change') return []
  return block.rows.flatMap(({ change }) => change?.mark?.split(' ') ?? [])
}

/** The last table of each item explains how all of them are to be read. */
function explainersOf(blocks: readonly Block[], headings: readonly string[]): Map<Block, string> {
  const tables = blocks.flatMap((block) => {
    const pending = pendings.get(block)
    return pending?.kind === 'table' && pending.showsLevel ? [{ block, pending }] : []
  })
  const items = [...new Set(tables.map(({ pending }) => pending.here.item.id))]
  return new Map(
    items.flatMap((item) => {
      const all = tables.filter(({ pending }) => pending.here.item.id === item)
      return all.slice(-1).map(({ block, pending }) => [block, explanation(pending, all.length, headings)] as const)
    }),
  )
}

/** What the numbers of all tables are: the question, its options, the index, weighting, answers that do not count. */
function explanation({ here: place }: Pending, tables: number, headings: readonly string[]): string {
  const { setting } = place
  const here = { ...place, segment: wholeAt(place), provider: null, period: currentAt(place) }
  const { words: statement, isQuestion } = statementOf(here)
  const { counted, uncounted } = optionsInText(here)
  const all = shownFrom(here)
  if (isMultiple(here)) return setting.locale.document.tickedNote({ statement: here.item.text.trim(), isQuestion, uncounted })
  return setting.locale.document.tableNote({
    tables,
    respondents: respondentsOf(setting),
    statement,
    isQuestion,
    options: [...counted, ...uncounted],
    uncounted,
    measure: setting.locale.document.measures[measureOf(here).metric],
    ends: scaleEnds(here),
    hasOwnTotals: all.some((each) => isOwnTotal(each.segment) && isPrinted(each)),
    isWeighted: [here, ...all].some(({ segment }) => isWeightedMean(segment) && (segment.parts?.length ?? 0) > 1),
    methodSection: all.some((each) => factsAt(each).verdict !== null) ? methodSectionOf(headings, setting.locale) : null,
  })
}

function methodSectionOf(headings: readonly string[], { document: words }: Locale): string | null {
  return headings.find((heading) => heading.toLowerCase().includes(words.methodHeading)) ?? null
}

function tableNotes(table: Table, pending: Pending, letters: Letters, explained: string | null): ExhibitNote[] {
  const { here } = pending
  const { locale, survey } = here.setting
  const { document: words } = locale
  const keys = new Set(table.rows.flatMap(({ cells }) => cells.flatMap(({ marks }) => marks)))
  const limit = countWord(survey.minimumBase, locale)
  const changes = changeNotes(pending, letters)
  const dashes = letters.reasons.flatMap((reason): ExhibitNote[] => {
    const letter = letters.of[mark.dash(reason)]
    return letter && keys.has(mark.dash(reason))
      ? [{ kind: 'marked', mark: letter, children: text(words.dashMarked(words.dashes[reason](limit))) }]
      : []
  })
  const [only, ...others] = letters.reasons
  const hasOnlyDash = only !== undefined && others.length === 0 && keys.has(mark.dash(only))
  const notes = [
    ...(hasOnlyDash ? [words.dashNote(words.dashes[only](limit))] : []),
    ...changes.plain,
    ...ownTotalNotes(pending.wholes),
    ...(explained ? [explained] : []),
  ]
  return [
    ...(keys.has(words.weightedMark) ? [{ kind: 'marked' as const, mark: words.weightedMark, children: text(words.weightedNote) }] : []),
    ...byLetter([...changes.marked, ...dashes]),
    ...(notes.length > 0 ? [{ kind: 'note' as const, children: text(words.note(notes.join(' '))) }] : []),
    ...(pending.note && plainText(pending.note).trim() !== '' ? [{ kind: 'note' as const, children: pending.note }] : []),
    ...itemNotes(pending),
    ...(isOfFigures(table) ? creditNotes(pending) : []),
  ]
}

function byLetter(notes: readonly ExhibitNote[]): ExhibitNote[] {
  return notes.toSorted((a, b) => (a.kind === 'marked' && b.kind === 'marked' ? a.mark.localeCompare(b.mark) : 0))
}

function isOfFigures({ rows }: Table): boolean {
  return rows.some(({ cells }) => cells.some(({ children }) => children.some(({ type }) => type === 'figure')))
}

/** What the project says under the tables that show an item; which item, where they show others too. */
function itemNotes({ items, here: { setting } }: Pending): ExhibitNote[] {
  const { document: words } = setting.locale
  return items.flatMap(({ label, note }): ExhibitNote[] =>
    note === undefined ? [] : [{ kind: 'note', children: text(items.length > 1 ? words.noteOf({ item: label, note }) : note) }],
  )
}

/** Where the numbers of the items are from: each source once. */
function creditNotes({ items, here: { setting } }: Pending): ExhibitNote[] {
  const { survey, locale } = setting
  const credits = new Set((items.length > 0 ? items : [{ credit: undefined }]).flatMap(({ credit }) => credit ?? survey.credit ?? []))
  return [...credits].map((credit) => ({
    kind: 'source',
    children: [...text(locale.document.source), ...linked(`${credit.replace(/\.$/, '')}.`)],
  }))
}

function chartNotes(chart: Extract<Chart, { kind: 'change' }>, pending: Pending, letters: Letters): ExhibitNote[] {
  const { document: words } = pending.here.setting.locale
  const { marked, plain } = changeNotes(pending, letters)
  const notes = [
    ...plain,
    ...ownTotalNotes(pending.wholes),
    ...(chart.rows.some(({ change }) => change === null) ? [words.dashNote(words.noChange)] : []),
  ]
  return [
    ...byLetter(marked),
    ...(notes.length > 0 ? [{ kind: 'note' as const, children: text(words.note(notes.join(' '))) }] : []),
    ...(pending.note ? [{ kind: 'note' as const, children: pending.note }] : []),
  ]
}

/** Ids of the changes that the exhibits among these slots show and that were held against chance. */
export function testedIn(slots: readonly Slot[]): string[] {
  const exhibits = slots.flatMap((slot) => (slot.slot === 'block' ? (pendings.get(slot.block) ?? []) : []))
  const changes = exhibits
    .filter(({ showsChange, since }) => showsChange || since !== null)
    .flatMap(({ standings, since }) => standings.flatMap((here) => (since ? factsAt(here, since) : factsAt(here)).change ?? []))
  return [...new Set(changes.filter(({ certainty }) => certainty !== null && certainty !== 'tooFew').map(({ id }) => id))]
}

/** What the marks of these changes mean, and what is so of those without one. */
function changeNotes({ here, standings, showsChange }: Pending, { of }: Letters): { marked: ExhibitNote[]; plain: string[] } {
  const { previous, locale } = here.setting
  if (!previous || !showsChange) return { marked: [], plain: [] }
  const { document: words } = locale
  const name = formatPeriod(previous, locale, 'name')
  const said = verdictsOf(standings).map(({ verdict }) => verdict)
  const marked = said.flatMap((verdict): ExhibitNote[] => {
    const letter = of[mark.verdict(verdict)]
    return verdict === 'chance' || !letter ? [] : [{ kind: 'marked', mark: letter, children: text(words.verdictNotes[verdict](name)) }]
  })
  const common = of[mark.common]
  if (common && standings.some((each) => factsAt(each).common)) {
    marked.push({ kind: 'marked', mark: common, children: text(words.commonNote(name)) })
  }
  return { marked, plain: said.includes('chance') ? [words.chanceNote({ isAnyMarked: marked.length > 0, previous: name })] : [] }
}

/**
 * Why the number of a group is not the mean of its parts', where the parts cannot be summed up: of any period that
 * the tables show.
 */
export function ownTotalNotes(wholes: readonly Standing[]): string[] {
  return wholes.flatMap((here) => {
    const { segment, setting } = here
    const { document: words } = setting.locale
    if (!isOwnTotal(segment) || !isPrinted(here)) return []
    const name = isWhole(here) ? null : words.quote(shortName(segment))
    return [words.ownTotalNotes[segment.overlap ? 'overlap' : 'incomplete'](name, respondentsOf(setting))]
  })
}

function isPrinted(here: Standing): boolean {
  return comparedPeriods(here).some((period) => levelAt({ ...here, period })?.printed != null)
}

/** Domain names in a text as links: "www.defgo.dk". */
export function linked(words: string): Inline[] {
  const domain =
    /((?:https?:\/\/)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,5}(?:dk|com|org|net|eu|se|no|de)(?:\/[\w/-]{1,200})?)(?![\w-])/gi
  return words.split(domain).flatMap((part, index): Inline[] => {
    if (part === '') return []
    if (index % 2 === 0) return text(part)
    return [{ type: 'link', href: /^https?:/i.test(part) ? part : `https://${part}`, children: text(part) }]
  })
}

function text(words: string): Inline[] {
  return [{ type: 'text', text: words }]
}
