/**
 * Tables that nobody has described → what a first notat.yaml can say of them: groups, periods, questions, providers and
 * scales. What a file does not tell stays null; nothing of it is made up here.
 */
import { type LocaleId, locales } from '../locale/index.js'
import { optionByName } from '../options.js'
import { comparable } from '../read/names.js'
import { type BuiltInScaleId, builtInScales } from '../scales.js'
import type { Period } from '../survey.js'
import { type Dates, type DraftSource, type Found, type FoundItem, type Split, scaleWith, type Table } from './found.js'
import { monthsFrom, type NamedPeriod, periodNames, periodsIn, yearsWith } from './periods.js'
import { readPrinted } from './printed.js'
import { readTidy } from './tidy.js'
import { type Group, idFrom, type Line, treeOf } from './tree.js'

/** `isLong`: it is called by the question itself. */
export type DraftItem = {
  id: string
  label: string | null
  text: string | null
  scale: string | null
  isLong: boolean
  decimals?: number | undefined
}
/**
 * Answers that are on no built-in scale, in the order in which they were found, those that do not count last.
 */
export type OwnScale = { id: string; options: { id: string; label: string; missing: 'dontKnow' | null }[]; isOrdered: boolean }
export type DraftProvider = { id: string; label: string; kind: 'internal' | 'external' | null; segments: string[] }

/** `isOpen`: the file says the years of a period, not its first month. */
export type DraftPeriod = Period & { isOpen: boolean }

/** `dates`: the first and the last of the answers, where their rows have dates. */
export type Draft = {
  dates: Dates | null
  credit: string | null
  items: DraftItem[]
  scales: OwnScale[]
  periods: DraftPeriod[]
  root: Group
  providers: DraftProvider[]
  sources: DraftSource[]
  /** columns that answers could be split by, where they are not */
  splits: Split[]
}

/** What the tables say together; null of a table that says nothing. */
export function draftOf(tables: readonly Table[], locale: LocaleId): { draft: Draft; unread: Table[] } {
  const read = tables.map((table) => ({ table, found: findIn(table, locale) }))
  const found = read.flatMap((each) => each.found ?? [])
  const lines = merged(found.map((each) => each.lines))
  const root = treeOf(lines, locales[locale].init.whole)
  const dates = datesOf(found)
  const scales: OwnScale[] = []
  const decimals = found.flatMap((each) => each.decimals ?? [])
  const items = itemsOf(found, scales).map((item) => (decimals.length > 0 ? { ...item, decimals: Math.min(...decimals) } : item))
  return {
    unread: read.filter((each) => each.found === null).map(({ table }) => table),
    draft: {
      credit: found.map(({ credit }) => credit).find((credit) => credit !== null) ?? null,
      items,
      scales,
      dates,
      periods: periodsOf(found, dates),
      root,
      providers: providersOf(found, root),
      sources: found.map(({ source }) => source),
      splits: found.flatMap(({ splits }) => splits),
    },
  }
}

function findIn(table: Table, locale: LocaleId): Found | null {
  const rows = table.rows.filter((cells) => cells.some((cell) => cell.trim() !== ''))
  if (rows.length < 2) return null
  const names = periodNames(rows.slice(0, mostHeads).flat())
  return readTidy({ ...table, rows }, locale) ?? readPrinted({ ...table, rows }, names, locale)
}

/** Among so many rows the headings of a printed table stand, and what is said above them. */
const mostHeads = 12

/** The lines of several tables; those of the same name are one, and what is new stands after the one it stood after. */
function merged(tables: readonly (readonly Line[])[]): Line[] {
  const all: Line[] = []
  for (const lines of tables.toSorted((a, b) => b.length - a.length)) {
    let at = -1
    for (const line of lines) {
      const known = all.findIndex(({ label }) => comparable(label) === comparable(line.label))
      const before = all[known]
      if (before) {
        all[known] = {
          ...before,
          kind: before.kind === 'heading' ? line.kind : before.kind,
          bases: { ...before.bases, ...line.bases },
          values: { ...before.values, ...line.values },
        }
        at = known
      } else {
        at += 1
        all.splice(at, 0, line)
      }
    }
  }
  return all
}

// ── periods ──

function periodsOf(found: readonly Found[], dates: Dates | null): DraftPeriod[] {
  const names = periodNames(found.flatMap(({ about }) => about))
  const said = found.flatMap(({ about }) => about.flatMap((text) => periodsIn(text, names).found))
  const sure = [...found.flatMap(({ periods }) => periods), ...said].flatMap(({ periods }) => (periods.length === 1 ? periods : []))
  const named = found.flatMap(({ periods }) => periods).map((each) => settled(each, sure))
  const isApart = ({ from, to }: Period): boolean => named.every((other) => other.to < from || to < other.from)
  const dated = (dates ? yearsOf(dates) : []).filter(isApart)
  const all = new Map([...named, ...dated].map((period) => [period.id, period]))
  return [...all.values()].sort((a, b) => (a.from < b.from ? -1 : 1))
}

function datesOf(found: readonly Found[]): Dates | null {
  const all = found.flatMap(({ dates }) => (dates ? [dates.from, dates.to] : [])).sort()
  const [from, to] = [all[0], all.at(-1)]
  return from !== undefined && to !== undefined ? { from, to } : null
}

/** A period whose first month is not told has it from another text about the same years, or else from other years. */
function settled({ periods }: NamedPeriod, sure: readonly Period[]): DraftPeriod {
  const [first] = periods
  const alike = periods.find((period) => sure.some(({ from, to }) => from === period.from && to === period.to))
  const months = new Set(sure.filter(({ from, to }) => from.slice(0, 4) !== to.slice(0, 4)).map(({ from }) => from.slice(5, 7)))
  const inStep = months.size === 1 ? periods.find(({ from }) => months.has(from.slice(5, 7))) : undefined
  const usual = periods.find(({ from }) => from.slice(5, 7) === usualMonth)
  const chosen = alike ?? inStep ?? usual ?? first
  if (!chosen) throw new TypeError('a name of no period')
  return { ...chosen, isOpen: periods.length > 1 && !alike && !inStep }
}

/** Where a year that crosses a new year is said to begin until somebody says otherwise. */
const usualMonth = '08'

/** The calendar years that dates lie in, or the year that begins with them where they are of no more than one. */
function yearsOf(dates: Dates): DraftPeriod[] {
  const [firstMonth, lastMonth] = [dates.from, dates.to].map((date) => Number(date.slice(5, 7)))
  const fromFirst = yearsWith(dates, firstMonth ?? 1)
  const isOneYear = dates.from.slice(0, 4) !== dates.to.slice(0, 4) && fromFirst.length === 1
  const isWhole = firstMonth === 1 && lastMonth === 12
  return (isOneYear ? fromFirst : yearsWith(dates, 1)).map((period) => ({ ...period, isOpen: !isWhole }))
}

/** The draft with the answers split by the columns of this heading. */
export function splitBy(draft: Draft, heading: string, locale: LocaleId): Draft {
  const own = draft.splits.filter((split) => split.heading === heading)
  const lines = [...new Set(own.flatMap(({ labels }) => labels))].map(
    (label): Line => ({ label, kind: 'group', depth: 0, bases: {}, values: {} }),
  )
  const sources = draft.sources.map((source) =>
    own.some(({ file }) => file === source.file) ? { ...source, columns: { ...source.columns, segment: heading } } : source,
  )
  return { ...draft, root: treeOf(lines, locales[locale].init.whole), sources, splits: [] }
}

/** The draft with years that begin in this month, where the files do not tell. */
export function beginningIn(draft: Draft, month: number): Draft {
  const { dates, periods } = draft
  const known = periods.filter(({ isOpen }) => !isOpen)
  const open = periods.filter(({ isOpen }) => isOpen)
  const isDated = ({ from, to }: Period): boolean => dates !== null && from <= dates.to && dates.from <= to
  const years = [
    ...open.filter((period) => !isDated(period)).map(({ from }) => monthsFrom(Number(from.slice(0, 4)), month, 12)),
    ...(dates && open.some(isDated) ? yearsWith(dates, month) : []),
  ]
  const all = [...known, ...years.map((period) => ({ ...period, isOpen: false }))]
  return { ...draft, periods: all.sort((one, other) => (one.from < other.from ? -1 : 1)) }
}

// ── items and scales ──

function itemsOf(found: readonly Found[], scales: OwnScale[]): DraftItem[] {
  const ids = new Set<string>()
  const all = new Map<string, FoundItem>()
  for (const item of found.flatMap(({ items }) => items)) {
    const key = comparable(item.label ?? '')
    const before = all.get(key)
    all.set(key, before ? { ...before, text: before.text ?? item.text, answers: [...new Set([...before.answers, ...item.answers])] } : item)
  }
  const named = [...all.values()].filter(({ label }) => label !== null)
  const unnamed = [...all.values()].filter(({ label }) => label === null)
  const first = named[0]
  // Results that say of no question what they are of are of the only one there is.
  const given =
    first && unnamed.length > 0 ? named.map((item) => (item === first ? { ...item, ...answersOf(item, unnamed) } : item)) : named
  const about = found.flatMap((each) => each.about)
  return (given.length > 0 ? given : unnamed.slice(0, 1)).map(({ label, text, answers }) => ({
    id: label === null ? 'overall' : idFrom(label, ids),
    label: label?.replace(/\.$/, '') ?? null,
    text: text ?? (label !== null && isQuestion(label) ? label : null),
    isLong: label !== null && isQuestion(label),
    scale: answers.length > 0 ? scaleOfAnswers(answers, scales) : scaleTold(about),
  }))
}

function answersOf(item: FoundItem, others: readonly FoundItem[]): Pick<FoundItem, 'answers'> {
  return { answers: [...new Set([item, ...others].flatMap(({ answers }) => answers))] }
}

/** A heading that is the question itself. */
function isQuestion(label: string): boolean {
  return /[.?]$/.test(label.trim()) && label.trim().includes(' ')
}

/** The built-in scale with the fewest options that has all the answers, or one of their own. */
function scaleOfAnswers(answers: readonly string[], scales: OwnScale[]): string {
  const builtIn = scaleWith(answers)
  if (builtIn !== null) return builtIn
  const ids = new Set<string>()
  const options = answers.map((label) => ({ id: idFrom(label, ids), label, missing: isUnknown(label) ? ('dontKnow' as const) : null }))
  const known = scales.find((scale) => answers.every((label) => scale.options.some((option) => option.label === label)))
  if (known) return known.id
  const id = scales.length === 0 ? 'egen' : `egen${scales.length + 1}`
  scales.push({
    id,
    options: [...options.filter(({ missing }) => !missing), ...options.filter(({ missing }) => missing)],
    isOrdered: false,
  })
  return id
}

function isUnknown(label: string): boolean {
  return optionByName(builtInScales.agreement5, label)?.id === 'dontKnow'
}

/** The scale whose best and worst answer stand in what is said about a table. */
function scaleTold(texts: readonly string[]): BuiltInScaleId | null {
  const said = comparable(texts.join(' ').replace(/\s+/g, ' '))
  const found = (Object.keys(builtInScales) as BuiltInScaleId[]).filter((id) => {
    const scored = builtInScales[id].options.filter((option) => 'score' in option)
    return [scored[0], scored.at(-1)].every((option) =>
      Object.values(locales).some(({ scales }) => {
        const [label = ''] = (scales[id] as Readonly<Record<string, readonly string[]>>)[option?.id ?? ''] ?? []
        return label.length > 2 && said.includes(comparable(label))
      }),
    )
  })
  return found.length === 1 ? (found[0] ?? null) : null
}

// ── providers ──

function providersOf(found: readonly Found[], root: Group): DraftProvider[] {
  const ids = new Set<string>()
  const all = new Map<string, Set<string>>()
  for (const { label, segments } of found.flatMap(({ providers }) => providers)) {
    all.set(label, new Set([...(all.get(label) ?? []), ...segments]))
  }
  const leaves = leavesOf(root)
  return [...all].map(([label, segments]) => ({
    id: idFrom(label, ids),
    label,
    kind: null,
    segments: leaves.filter((leaf) => segments.size === 0 || (leaf.line && segments.has(comparable(leaf.line.label)))).map(({ id }) => id),
  }))
}

export function leavesOf(group: Group): Group[] {
  return group.parts.length === 0 ? [group] : group.parts.flatMap(leavesOf)
}
