/** The tables of a memo: the root and its parts, and for each part that has parts its own. */
import type { Figure } from '../figure.js'
import { countWord, formatFigure, formatPeriod } from '../locale/spelling.js'
import { isLeaf, type Period, type Segment, segmentsOf } from '../survey.js'
import type { ExhibitNote, Inline, Spanner, Table, TableCell, TableColumn, TableRow } from './blocks.js'
import {
  absenceOf,
  groupsOf,
  indexEnds,
  inText,
  isWithoutTotal,
  metricOf,
  onOf,
  optionsInText,
  type Setting,
  statementOf,
} from './narrative.js'

/** The root as a total, and its parts. The only table of a survey with a single segment. */
export function summaryTable(setting: Setting): Table {
  const root = setting.survey.segments
  const { document: words } = setting.locale
  const parts = root.parts ?? []
  const rows = [
    ...(isWithoutTotal(setting)
      ? []
      : [segmentRow(setting, root, { kind: parts.length > 0 ? 'total' : 'row', indent: 0, isMarked: false })]),
    ...parts.map((part) => segmentRow(setting, part, { kind: 'row', indent: 0, isMarked: false })),
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
    rows,
    segments: isWithoutTotal(setting) ? parts : [root, ...parts],
    explains: groupsOf(setting).length === 0,
  })
}

/** A segment's name as a heading, its parts, and theirs indented. The last of these tables explains how all are to be read. */
export function groupTable(setting: Setting, group: Segment): Table {
  const { document: words } = setting.locale
  const below = segmentsOf(group).slice(1)
  const rows = below.map(({ segment, depth }) =>
    segmentRow(setting, segment, { kind: 'row', indent: depth - 1, isMarked: isWeightedMean(segment) }),
  )
  const head: TableRow = { id: `${group.id}-group`, kind: 'group', indent: 0, label: text(group.label), detail: null, cells: [] }
  return tableOf(setting, {
    id: group.id,
    title: words.groupTitle({ ...subjectOf(setting), on: onOf(group, setting.locale), partsCalled: severalParts(setting, group) }),
    stubHead: capitalised(partsCalled(setting, group).one),
    rows: [head, ...rows],
    segments: below.map(({ segment }) => segment),
    explains: groupsOf(setting).at(-1)?.id === group.id,
  })
}

type Parts = { id: string; title: string; stubHead: string; rows: TableRow[]; segments: Segment[]; explains: boolean }

function tableOf(setting: Setting, { id, title, stubHead, rows, segments, explains }: Parts): Table {
  const ends = indexEnds(setting)
  return {
    type: 'table',
    id,
    label: '',
    title: text(title),
    howTo: text(setting.locale.document.howToReadIndex(ends)),
    notes: notesOf(setting, rows, segments, explains),
    stubHead: text(stubHead),
    spanners: spannersOf(setting),
    columns: periodsOf(setting).flatMap((period) => columnsOf(setting, period)),
    rows,
  }
}

/** Two spanners for two periods; a single period stands in the title. */
function spannersOf(setting: Setting): Spanner[] {
  const periods = periodsOf(setting)
  if (periods.length === 1) return []
  return periods.map((period) => ({
    id: period.id,
    label: text(formatPeriod(period, setting.locale, 'short')),
    columns: columnsOf(setting, period).map((column) => column.id),
  }))
}

function columnsOf({ current, item, locale }: Setting, period: Period): TableColumn[] {
  const isCurrent = period.id === current.id
  return [
    { id: `${period.id}-index`, label: text(locale.document.valueHead(item.label)), kind: 'value', isCurrent },
    { id: `${period.id}-base`, label: text(locale.document.baseHead), kind: 'count', isCurrent: false },
  ]
}

type RowShape = { kind: 'total' | 'row'; indent: number; isMarked: boolean }

function segmentRow(setting: Setting, segment: Segment, { kind, indent, isMarked }: RowShape): TableRow {
  const mark = isMarked ? setting.locale.document.weightedMark : null
  return {
    id: segment.id,
    kind,
    indent,
    label: text(segment.label),
    detail: segment.detail === undefined ? null : text(segment.detail),
    cells: periodsOf(setting).flatMap((period) => [
      cellOf(setting, metricOf(setting, 'indexScore', segment.id, period), mark),
      cellOf(setting, metricOf(setting, 'base', segment.id, period), null),
    ]),
  }
}

/** A number, or a dash where there is none; a dash bears no mark. */
function cellOf({ locale }: Setting, figure: Figure | null, mark: string | null): TableCell {
  const printed = figure && formatFigure(figure, locale, 'table')
  if (!printed) return { children: text(locale.document.dash), mark: null }
  return { children: [{ type: 'figure', figure: figure.id, text: printed }], mark }
}

function notesOf(setting: Setting, rows: TableRow[], segments: Segment[], explains: boolean): ExhibitNote[] {
  const { document: words } = setting.locale
  const { credit, minimumBase } = setting.survey
  const isMarked = rows.some((row) => row.cells.some(({ mark }) => mark !== null))
  const absences = periodsOf(setting).flatMap((period) => segments.map((segment) => absenceOf(setting, segment, period)))
  const why = {
    noAnswers: absences.includes('noAnswers'),
    withheld: absences.includes('withheld'),
    unknown: absences.includes('unknown'),
    minimumBase: countWord(minimumBase, setting.locale),
  }
  const hasDash = absences.some((absence) => absence !== null)
  const notes = [...(hasDash ? [words.dashNote(why)] : []), ...(explains ? [explanation(setting)] : [])]
  return [
    ...(isMarked ? [{ kind: 'marked' as const, mark: words.weightedMark, children: text(words.weightedNote) }] : []),
    ...(notes.length > 0 ? [{ kind: 'note' as const, children: text(words.note(notes.join(' '))) }] : []),
    ...(credit ? [{ kind: 'source' as const, children: [...text(words.source), ...linked(`${credit.replace(/\.$/, '')}.`)] }] : []),
  ]
}

/** What the numbers of all tables are: the question, its options, the index, weighting, answers that do not count. */
function explanation(setting: Setting): string {
  const { words: statement, isQuestion } = statementOf(setting)
  const { counted, uncounted } = optionsInText(setting)
  return setting.locale.document.tableNote({
    tables: 1 + groupsOf(setting).length,
    statement,
    isQuestion,
    options: [...counted, ...uncounted],
    uncounted,
    ends: indexEnds(setting),
    isWeighted: segmentsOf(setting.survey.segments).some(({ segment }) => isWeightedMean(segment) && (segment.parts?.length ?? 0) > 1),
    isCompared: setting.previous !== null,
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

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export function text(words: string): Inline[] {
  return [{ type: 'text', text: words }]
}
