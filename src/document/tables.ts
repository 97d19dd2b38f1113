/** The tables of a memo: the root and its parts, and for each part that has parts its own. */
import type { Figure } from '../figure.js'
import { countWord, formatFigure, formatPeriod } from '../locale/spelling.js'
import type { DashReason, Locale, Verdict } from '../locale/words.js'
import { isLeaf, type Period, type Segment, segmentsOf } from '../survey.js'
import type { ExhibitNote, Inline, Spanner, Table, TableCell, TableColumn, TableRow } from './blocks.js'
import {
  absenceOf,
  factsOf,
  inText,
  isWithoutTotal,
  levelOf,
  metricOf,
  onOf,
  optionsInText,
  type Setting,
  scaleEnds,
  shortName,
  shownSegments,
  statementOf,
  tabledGroups,
  verdictsOf,
} from './narrative.js'

/** The root as a total, and its parts. The only table of a survey with a single segment. */
export function summaryTable(setting: Setting): Table {
  const root = setting.survey.segments
  const { document: words } = setting.locale
  const parts = root.parts ?? []
  const columns = columnsOf(setting, parts)
  const rows = [
    ...(isWithoutTotal(setting)
      ? []
      : [segmentRow(setting, root, columns, { kind: parts.length > 0 ? 'total' : 'row', indent: 0, isMean: false })]),
    ...parts.map((part) => segmentRow(setting, part, columns, { kind: 'row', indent: 0, isMean: false })),
  ]
  return tableOf(setting, {
    id: 'summary',
    title: words.summaryTitle({
      ...subjectOf(setting),
      on: null,
      hasTotal: !isWithoutTotal(setting),
      partsCalled: severalParts(setting, root),
    }),
    stubHead: capitalised(partsCalled(setting, root).one),
    columns,
    rows,
    segments: isWithoutTotal(setting) ? parts : [root, ...parts],
    wholes: [root],
    explains: tabledGroups(setting).length === 0,
  })
}

/**
 * A segment's name as a heading, its parts, and theirs indented. The last of these tables explains how all are to be
 * read.
 */
export function groupTable(setting: Setting, group: Segment): Table {
  const { document: words } = setting.locale
  const below = segmentsOf(group).slice(1)
  const columns = columnsOf(
    setting,
    below.map(({ segment }) => segment),
  )
  const rows = below.map(({ segment, depth }) =>
    segmentRow(setting, segment, columns, { kind: 'row', indent: depth - 1, isMean: isWeightedMean(segment) }),
  )
  const head: TableRow = { id: `${group.id}-group`, kind: 'group', indent: 0, label: text(group.label), detail: null, cells: [] }
  return tableOf(setting, {
    id: group.id,
    title: words.groupTitle({ ...subjectOf(setting), on: onOf(group, setting.locale), partsCalled: severalParts(setting, group) }),
    stubHead: capitalised(partsCalled(setting, group).one),
    columns,
    rows: [head, ...rows],
    segments: below.map(({ segment }) => segment),
    wholes: segmentsOf(group).map(({ segment }) => segment),
    explains: tabledGroups(setting).at(-1)?.id === group.id,
  })
}

type Parts = {
  id: string
  title: string
  stubHead: string
  columns: Column[]
  rows: TableRow[]
  /** those the rows are of */
  segments: Segment[]
  /** those whose parts stand in the table */
  wholes: Segment[]
  explains: boolean
}

function tableOf(setting: Setting, { title, stubHead, columns, ...parts }: Parts): Table {
  return {
    type: 'table',
    id: parts.id,
    label: '',
    title: text(title),
    howTo: text(measureWords(setting).howToRead(scaleEnds(setting))),
    notes: notesOf(setting, parts),
    stubHead: text(stubHead),
    spanners: spannersOf(setting, columns),
    columns: columns.map(({ id, period, shows }) => headOf(setting, id, period, shows)),
    rows: parts.rows,
  }
}

/** A number of a segment in a period. */
type Column = { id: string; period: Period; shows: 'value' | 'base' | 'rate' }

/** Response rates have a column where those of parts are known; that of the whole is told in the text. */
function columnsOf(setting: Setting, parts: readonly Segment[]): Column[] {
  return periodsOf(setting).flatMap((period): Column[] => [
    { id: `${period.id}-value`, period, shows: 'value' },
    { id: `${period.id}-base`, period, shows: 'base' },
    ...(parts.some((part) => metricOf(setting, 'responseRate', part.id, period)?.printed != null)
      ? [{ id: `${period.id}-rate`, period, shows: 'rate' as const }]
      : []),
  ])
}

function headOf({ current, item, measure, locale }: Setting, id: string, period: Period, shows: Column['shows']): TableColumn {
  const { document: words } = locale
  if (shows === 'base') return { id, label: text(words.baseHead), kind: 'count', isCurrent: false }
  if (shows === 'rate') return { id, label: text(words.rateHead), kind: 'count', isCurrent: false }
  const label = words.valueHead({ item: item.label, measure: words.measures[measure.metric].bare })
  return { id, label: text(label), kind: 'value', isCurrent: period.id === current.id }
}

/** Two spanners for two periods; a single period stands in the title. */
function spannersOf(setting: Setting, columns: readonly Column[]): Spanner[] {
  const periods = periodsOf(setting)
  if (periods.length === 1) return []
  return periods.map((period) => ({
    id: period.id,
    label: text(formatPeriod(period, setting.locale, 'short')),
    columns: columns.filter((column) => column.period === period).map(({ id }) => id),
  }))
}

type RowShape = { kind: 'total' | 'row'; indent: number; isMean: boolean }

function segmentRow(setting: Setting, segment: Segment, columns: readonly Column[], { kind, indent, isMean }: RowShape): TableRow {
  return {
    id: segment.id,
    kind,
    indent,
    label: text(segment.label),
    detail: segment.detail === undefined ? null : text(segment.detail),
    cells: columns.map((column) => cellOf(setting, segment, column, isMean)),
  }
}

/** A number, or a dash where there is none; the mark of a change stands at the later of its numbers. */
function cellOf(setting: Setting, segment: Segment, { period, shows }: Column, isMean: boolean): TableCell {
  const { locale, current } = setting
  const { dashes } = marksOf(setting)
  const figure = figureAt(setting, segment, period, shows)
  const printed = figure && formatFigure(figure, locale, 'table')
  if (!printed) {
    const mark = dashes[dashReasonOf(setting, segment, period, shows)]
    return { children: text(locale.document.dash), marks: mark ? [mark] : [] }
  }
  const changeMarks = period === current ? changeMarksOf(setting, segment) : []
  const marks = shows === 'value' ? [...(isMean ? [locale.document.weightedMark] : []), ...changeMarks] : []
  // The unit stands beside the digits, which alone are the figure.
  const [digits = printed, unit] = printed.split('\u00a0')
  return { children: [{ type: 'figure', figure: figure.id, text: digits }, ...(unit ? text(`\u00a0${unit}`) : [])], marks }
}

function figureAt(setting: Setting, segment: Segment, period: Period, shows: Column['shows']): Figure | null {
  if (shows === 'value') return levelOf(setting, segment, period)
  return metricOf(setting, shows === 'base' ? 'base' : 'responseRate', segment.id, period)
}

function dashReasonOf(setting: Setting, segment: Segment, period: Period, shows: Column['shows']): DashReason {
  const absence = absenceOf(setting, segment, period)
  if (absence !== null) return absence
  return { value: 'unknown', base: 'noBase', rate: 'noRate' }[shows] as DashReason
}

// ── marks ──

/** What marks changes and dashes. One letter means the same in all tables and charts of a document. */
type Marks = {
  verdicts: Partial<Record<Verdict, string>>
  /** of changes over the groups of both periods only; null where there are none */
  common: string | null
  /** empty where all dashes mean the same: then one note says it */
  dashes: Partial<Record<DashReason, string>>
  /** why there are dashes, in the order of their marks */
  reasons: DashReason[]
}

/** The marks of a segment's change. */
export function changeMarksOf(setting: Setting, segment: Segment): string[] {
  const { verdict, common } = factsOf(setting, segment)
  const marks = marksOf(setting)
  return [verdict && marks.verdicts[verdict], common && marks.common].flatMap((mark) => mark ?? [])
}

const knownMarks = new WeakMap<Setting, Marks>()

export function marksOf(setting: Setting): Marks {
  const known = knownMarks.get(setting) ?? gatherMarks(setting)
  knownMarks.set(setting, known)
  return known
}

function gatherMarks(setting: Setting): Marks {
  const shown = shownSegments(setting).map(({ segment }) => segment)
  const said = verdictsOf(shown.map((segment) => factsOf(setting, segment))).map(({ verdict }) => verdict)
  const marked = said.filter((verdict) => verdict !== 'chance')
  const columns = columnsOf(setting, shown.slice(isWithoutTotal(setting) ? 0 : 1))
  const dashed = new Set(
    shown.flatMap((segment) =>
      columns.flatMap(({ period, shows }) =>
        figureAt(setting, segment, period, shows)?.printed == null ? [dashReasonOf(setting, segment, period, shows)] : [],
      ),
    ),
  )
  const hasCommon = shown.some((segment) => factsOf(setting, segment).common !== null)
  const reasons = dashReasons.filter((reason) => dashed.has(reason))
  const letterOf = (index: number) => String.fromCharCode('a'.charCodeAt(0) + index)
  return {
    common: hasCommon ? letterOf(marked.length) : null,
    verdicts: Object.fromEntries(marked.map((verdict, index) => [verdict, letterOf(index)])),
    dashes:
      reasons.length < 2
        ? {}
        : Object.fromEntries(reasons.map((reason, index) => [reason, letterOf(marked.length + (hasCommon ? 1 : 0) + index)])),
    reasons,
  }
}

const dashReasons: readonly DashReason[] = ['noAnswers', 'uncounted', 'withheld', 'notMeasured', 'unknown', 'noBase', 'noRate']

/** What the marks of these changes mean, and what is so of those without one. */
export function verdictNotes(setting: Setting, segments: readonly Segment[]): { marked: ExhibitNote[]; plain: string[] } {
  const { previous, locale } = setting
  if (!previous) return { marked: [], plain: [] }
  const { document: words } = locale
  const { verdicts, common } = marksOf(setting)
  const name = formatPeriod(previous, locale, 'name')
  const said = verdictsOf(segments.map((segment) => factsOf(setting, segment))).map(({ verdict }) => verdict)
  const marked = said.flatMap((verdict): ExhibitNote[] => {
    const mark = verdicts[verdict]
    return verdict === 'chance' || !mark ? [] : [{ kind: 'marked', mark, children: text(words.verdictNotes[verdict](name)) }]
  })
  if (common && segments.some((segment) => factsOf(setting, segment).common)) {
    marked.push({ kind: 'marked', mark: common, children: text(words.commonNote(name)) })
  }
  return { marked, plain: said.includes('chance') ? [words.chanceNote({ isAnyMarked: marked.length > 0, previous: name })] : [] }
}

// ── notes ──

function notesOf(setting: Setting, { rows, segments, wholes, explains }: Omit<Parts, 'title' | 'stubHead' | 'columns'>): ExhibitNote[] {
  const { document: words } = setting.locale
  const { credit, minimumBase } = setting.survey
  const cells = rows.flatMap((row) => row.cells)
  const isUsed = (mark: string) => cells.some(({ marks }) => marks.includes(mark))
  const limit = countWord(minimumBase, setting.locale)
  const { dashes, reasons } = marksOf(setting)
  const changes = verdictNotes(setting, segments)
  const marked = reasons.flatMap((reason): ExhibitNote[] => {
    const mark = dashes[reason]
    return mark && isUsed(mark) ? [{ kind: 'marked', mark, children: text(words.dashMarked(words.dashes[reason](limit))) }] : []
  })
  const [only, ...others] = reasons
  const hasDash = cells.some(({ children }) => children.some((child) => child.type === 'text' && child.text === words.dash))
  const notes = [
    ...(only && others.length === 0 && hasDash ? [words.dashNote(words.dashes[only](limit))] : []),
    ...changes.plain,
    ...ownTotalNotes(setting, wholes),
    ...(explains ? [explanation(setting)] : []),
  ]
  return [
    ...(isUsed(words.weightedMark) ? [{ kind: 'marked' as const, mark: words.weightedMark, children: text(words.weightedNote) }] : []),
    ...changes.marked,
    ...marked,
    ...(notes.length > 0 ? [{ kind: 'note' as const, children: text(words.note(notes.join(' '))) }] : []),
    ...(credit ? [{ kind: 'source' as const, children: [...text(words.source), ...linked(`${credit.replace(/\.$/, '')}.`)] }] : []),
  ]
}

/**
 * Why the number of a group is not the mean of its parts', where the parts cannot be summed up: of any period that
 * the tables show.
 */
export function ownTotalNotes(setting: Setting, wholes: readonly Segment[]): string[] {
  const { document: words } = setting.locale
  return wholes.flatMap((whole) => {
    if (!isOwnTotal(whole) || !isPrinted(setting, whole)) return []
    const name = whole === setting.survey.segments ? null : words.quote(shortName(whole))
    return [words.ownTotalNotes[whole.overlap ? 'overlap' : 'incomplete'](name)]
  })
}

/** Its parts cannot be summed up, so its number is one that somebody has given for it. */
function isOwnTotal(segment: Segment): boolean {
  return !isLeaf(segment) && (segment.overlap === true || segment.complete === false)
}

function isPrinted(setting: Setting, segment: Segment): boolean {
  return periodsOf(setting).some((period) => levelOf(setting, segment, period)?.printed != null)
}

export function measureWords({ measure, locale }: Setting): Locale['document']['measures'][typeof measure.metric] {
  return locale.document.measures[measure.metric]
}

/** What the numbers of all tables are: the question, its options, the index, weighting, answers that do not count. */
function explanation(setting: Setting): string {
  const { words: statement, isQuestion } = statementOf(setting)
  const { counted, uncounted } = optionsInText(setting)
  return setting.locale.document.tableNote({
    tables: 1 + tabledGroups(setting).length,
    statement,
    isQuestion,
    options: [...counted, ...uncounted],
    uncounted,
    measure: measureWords(setting),
    ends: scaleEnds(setting),
    hasOwnTotals: shownSegments(setting).some(({ segment }) => isOwnTotal(segment) && isPrinted(setting, segment)),
    isWeighted: segmentsOf(setting.survey.segments).some(({ segment }) => isWeightedMean(segment) && (segment.parts?.length ?? 0) > 1),
    isCompared: shownSegments(setting).some(({ segment }) => factsOf(setting, segment).verdict !== null),
  })
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

/** Its parts cover it and exclude one another, so its number is their mean weighted by answers. */
function isWeightedMean(segment: Segment): boolean {
  return !isLeaf(segment) && segment.complete && !segment.overlap
}

function subjectOf({ item, previous, current, locale }: Setting) {
  return { item: item.label, itemInText: inText(item.label), period: previous ? null : formatPeriod(current, locale, 'short') }
}

/** What the parts are called, where there are several to be told apart. */
function severalParts(setting: Setting, segment: Segment): string | null {
  return (segment.parts?.length ?? 0) > 1 ? partsCalled(setting, segment).many : null
}

export function partsCalled({ locale }: Setting, segment: Segment): { one: string; many: string } {
  return segment.partsCalled ?? locale.document.parts
}

function periodsOf({ previous, current }: Setting): Period[] {
  return previous ? [previous, current] : [current]
}

export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export function text(words: string): Inline[] {
  return [{ type: 'text', text: words }]
}
