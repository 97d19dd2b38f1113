/**
 * Declared tables: a list of rows, a list of columns, and what is shown where they meet. Titles, heads, how to read
 * them, dashes, marks and notes follow from what is shown.
 */
import { formatFigure, formatPeriod } from '../locale/spelling.js'
import type { DashReason, Locale } from '../locale/words.js'
import type { MetricId } from '../metrics.js'
import { optionLabel } from '../options.js'
import type { Period } from '../survey.js'
import type { Inline, Spanner, Table, TableCell, TableColumn, TableRow } from './blocks.js'
import type { ColumnSpec, RowSpec, ShownSpec, TableSpec, TextSpec } from './front-matter.js'
import { keep, mark, type Pending } from './marks.js'
import {
  breakAt,
  factsAt,
  hasNumbers,
  inText,
  isMultiple,
  isWeightedMean,
  isWhole,
  isWithoutTotal,
  measureOf,
  nameOf,
  onOf,
  partsCalled,
  type Standing,
  scaleAt,
  scaleEnds,
} from './standing.js'
import { type Expression, isList, isNumeral, isThing, type List, type Thing, type Value } from './template.js'
import { capitalised, type FigureNumeral, type Noun, type NounList, idOf as nounId } from './vocabulary.js'

/** What declared exhibits ask: the value of an expression, and the words of a line of text, where one stands. */
export type Asking = {
  value: (expression: Expression, here: Standing) => Value<Standing>
  text: (text: TextSpec, here: Standing) => Inline[]
}

// ── rows ──

/** A row and where one stands in it. `noun`: what kind of thing it is a row of. */
export type Row = { here: Standing; kind: TableRow['kind']; noun: Noun; indent: number; label: Inline[] | null }

/** The rows of a declaration; a member of a list is as far in as it is deep below the shallowest of them. */
export function rowsOf(specs: readonly RowSpec[], here: Standing, asking: Asking, indent = 0): Row[] {
  return specs.flatMap((spec) => {
    const value = asking.value(spec.of, here)
    if (value === null || !(isList(value) || isThing(value))) return []
    const { members, noun } = membersOf(value)
    const shown = noun === 'segment' ? members.filter((member) => !(isWhole(member) && isWithoutTotal(member))) : members
    const inner = shown.filter((member) => !(noun === 'segment' && isWhole(member)))
    const least = Math.min(...(inner.length > 0 ? inner : shown).map(({ depth }) => depth))
    return shown.flatMap((member) => {
      const own: Row = {
        here: member,
        kind: spec.as === 'heading' ? 'group' : spec.as === 'total' || (noun === 'segment' && isWhole(member)) ? 'total' : 'row',
        noun,
        // Headings of groups of unequal depth are headings of one table.
        indent: spec.as === 'heading' ? indent : indent + Math.max(0, member.depth - least),
        label: spec.label ? asking.text(spec.label, member) : null,
      }
      const below = rowsOf(spec.rows, member, asking, spec.as === 'heading' ? indent : own.indent + 1)
      return spec.as === 'heading' && below.length === 0 ? [] : [own, ...below]
    })
  })
}

function membersOf(value: List<Standing> | Thing<Standing>): { members: readonly Standing[]; noun: Noun } {
  if (isList(value)) return { members: value.members, noun: (value as NounList).noun }
  return { members: [(value as Thing<Standing>).here], noun: (value as Thing<Standing>).noun as Noun }
}

function labelOf({ here, noun, label }: Row): Pick<TableRow, 'label' | 'detail'> {
  const { segment, provider, item, period, setting } = here
  if (label) return { label, detail: null }
  if (noun === 'item') return { label: text(item.label), detail: null }
  if (noun === 'period') return { label: text(capitalised(formatPeriod(period, setting.locale, 'short'))), detail: null }
  if (noun === 'option' || noun === 'theme' || noun === 'benchmark' || noun === 'target' || noun === 'record' || noun === 'other') {
    return { label: inlinesOfName(here, noun), detail: null }
  }
  if (noun === 'provider') return { label: text(provider?.label ?? ''), detail: null }
  return { label: text(segment.label), detail: segment.detail === undefined ? null : text(segment.detail) }
}

function inlinesOfName(here: Standing, noun: Noun): Inline[] {
  const slot = noun === 'option' || noun === 'theme' ? null : here.nouns[noun]?.attributes.label?.()
  if (slot && typeof slot === 'object' && 'slot' in slot && slot.slot && 'children' in (slot as object))
    return (slot as { children: Inline[] }).children
  return text(nameOfOption(here))
}

export function nameOfOption(here: Standing): string {
  return here.option ? capitalised(optionLabel(scaleAt(here), here.option, here.setting.locale)) : ''
}

// ── columns ──

/** A column, and where one stands in it for a row. */
type Column = {
  id: string
  /** of what it is one of several; null where it is alone */
  group: { id: string; label: string } | null
  shown: ShownSpec
  at: (row: Standing) => Standing
  head: { period: Period | null; noun: Noun | null; label: string | null }
}

function columnsOf(specs: readonly ColumnSpec[], here: Standing, asking: Asking): Column[] {
  return specs.flatMap((spec): Column[] => {
    const steps = [
      ...spec.across.flatMap((each) => stepsOf(each, here, asking, 'across')),
      ...spec.of.flatMap((each) => stepsOf(each, here, asking, 'of')),
    ]
    const across = spec.across.length + spec.of.length > 0 ? steps : [null]
    return across.flatMap((step) => {
      const group = step && { id: step.id, label: step.label }
      return spec.show.map((shown): Column => {
        const name = shown.name
        return {
          id: step ? `${step.id}-${name}` : name,
          group: step && across.length > 1 && spec.show.length > 1 ? group : null,
          shown,
          at: step ? step.at : (row) => row,
          head: {
            period: step?.period ?? null,
            noun: step?.noun ?? null,
            label: step && across.length > 1 && spec.show.length === 1 ? step.label : null,
          },
        }
      })
    })
  })
}

export type Step = { id: string; label: string; noun: Noun; period: Period | null; at: (row: Standing) => Standing }

/** `across` stands in a benchmark beside the row's own segment; `of` takes the benchmark's number in its place. */
export function stepsOf(expression: Expression, here: Standing, asking: Asking, how: 'across' | 'of'): Step[] {
  const value = asking.value(expression, here)
  if (value === null || !(isList(value) || isThing(value))) return []
  const { members, noun } = membersOf(value)
  const { locale } = here.setting
  return members.map((member): Step => {
    switch (noun) {
      case 'period':
        return {
          id: member.period.id,
          label: formatPeriod(member.period, locale, 'short'),
          noun,
          period: member.period,
          at: (row) => ({ ...row, period: member.period }),
        }
      case 'item':
        return { id: member.item.id, label: member.item.label, noun, period: null, at: (row) => ({ ...row, item: member.item }) }
      case 'option':
      case 'theme':
        return {
          id: member.option?.id ?? '',
          label: nameOfOption(member),
          noun,
          period: null,
          at: (row) => ({ ...row, option: member.option }),
        }
      case 'benchmark': {
        const place = member.nouns.benchmark?.here
        return {
          id: place?.segment.id ?? '',
          label: place?.segment.label ?? '',
          noun,
          period: null,
          at: (row) =>
            how === 'of'
              ? { ...row, segment: place?.segment ?? row.segment, provider: null, nouns: member.nouns }
              : { ...row, nouns: { ...row.nouns, ...member.nouns } },
        }
      }
      default:
        return {
          id: member.provider?.id ?? member.segment.id,
          label: nameOf(member),
          noun,
          period: null,
          at: (row) => ({ ...row, segment: member.segment, provider: member.provider }),
        }
    }
  })
}

// ── a table ──

/** null where it has nothing to show: none of its rows has a number, in any depth. */
export function tableOf(spec: TableSpec, here: Standing, key: string, asking: Asking): Table | null {
  const rows = rowsOf(spec.rows, here, asking)
  const standing = rows.filter(({ kind }) => kind !== 'group')
  const columns = columnsOf(spec.columns, here, asking)
  const cells = standing.map((row) => columns.map((column) => cellValue(row, column, asking)))
  if (!isAnythingShown(standing, cells)) return null
  const isShown = columns.map(
    ({ shown }, at) => !shown.isOptional || standing.some((row, index) => row.kind !== 'total' && isKnown(cells[index]?.[at] ?? null)),
  )
  const kept = withoutLoneSpanners(columns.filter((_, at) => isShown[at]))
  const groups = [...new Map(kept.flatMap(({ group }) => (group ? [[group.id, group] as const] : []))).values()]
  const levels = kept.filter(({ shown }) => standing[0] && isLevel(asking.value(shown.expression, standing[0].here)))
  const table: Table = {
    type: 'table',
    id: key,
    label: '',
    title: spec.title ? asking.text(spec.title, here) : text(titleOf(here, rows)),
    howTo: levels.length > 0 ? text(howToRead(standing[0]?.here ?? here)) : null,
    notes: [],
    stubHead: text(stubHeadOf(here, standing)),
    spanners: groups.map(
      ({ id, label }): Spanner => ({
        id,
        label: text(label),
        columns: kept.filter(({ group }) => group?.id === id).map((column) => column.id),
      }),
    ),
    columns: kept.map((column) => columnHead(column, standing, here, asking)),
    rows: rows.map((row, index) => {
      const own = cells[standing.indexOf(row)] ?? []
      return {
        id: idOf(row, rows),
        kind: row.kind === 'total' && standing.length === 1 ? 'row' : row.kind,
        indent: row.indent,
        ...labelOf(row),
        cells:
          row.kind === 'group'
            ? []
            : own.flatMap((cell, at) => (isShown[at] ? [cellOf(cell, columns[at] as Column, row, isMadeOfNext(rows, index))] : [])),
      }
    }),
  }
  const pending: Pending = {
    kind: 'table',
    here,
    standings: standing.filter(({ noun }) => judgedNouns.includes(noun)).map((row) => row.here),
    wholes: wholesOf(rows),
    showsLevel: spec.isExplained && levels.length > 0 && standing.some(({ noun }) => noun !== 'item'),
    showsChange: levels.length > 0 && kept.some(({ head }) => head.period !== null),
    since: null,
    note: spec.note ? asking.text(spec.note, here) : null,
  }
  return keep(table, pending)
}

/** Rows whose changes are held against chance. */
const judgedNouns: readonly Noun[] = ['segment', 'provider', 'item', 'option']

function howToRead(here: Standing): string {
  return isMultiple(here) ? here.setting.locale.document.tickedHowTo : measureWords(here).howToRead(scaleEnds(here))
}

/** Where all but one of the numbers shown are left out, the columns bear the names that would span them. */
function withoutLoneSpanners(columns: readonly Column[]): Column[] {
  const isLone = columns.every(({ group }, at) => group !== null && columns.findIndex((other) => other.group?.id === group.id) === at)
  const isAlike = new Set(columns.map(({ shown }) => shown)).size === 1
  if (!isLone || !isAlike || columns.length < 2) return [...columns]
  return columns.map((column) => ({ ...column, group: null, head: { ...column.head, label: column.group?.label ?? null } }))
}

function cellValue({ here }: Row, { shown, at }: Column, asking: Asking): Value<Standing> {
  return asking.value(shown.expression, at(here))
}

/** A table of results needs one, of its rows or of what is below them; any other a number or a text. */
function isAnythingShown(rows: readonly Row[], cells: readonly Value<Standing>[][]): boolean {
  const all = cells.flat()
  if (!all.some(isLevel)) return all.some(isKnown)
  // Ticks have no result of the whole item: what is known of them are the cells.
  return rows.some(({ here }, index) => (isMultiple(here) ? (cells[index] ?? []).some(isKnown) : hasNumbers(here)))
}

function isKnown(cell: Value<Standing>): boolean {
  return isNumeral(cell) ? cell.slot !== null : cell !== null && cell !== ''
}

function isLevel(value: Value<Standing>): boolean {
  return isNumeral(value) && (value as FigureNumeral).kind === 'level'
}

/** It says how far two numbers lie apart, so it has a sign. */
function isMove({ kind }: FigureNumeral): boolean {
  return kind === 'change' || kind === 'difference'
}

/** A segment's parts stand indented below it, and its number is made of theirs. */
function isMadeOfNext(rows: readonly Row[], index: number): boolean {
  const [row, next] = [rows[index], rows[index + 1]]
  return row?.noun === 'segment' && row.kind === 'row' && next !== undefined && next.indent > row.indent && isWeightedMean(row.here.segment)
}

/** A number, or a dash where there is none; the mark of a change stands at the later of its numbers. */
function cellOf(value: Value<Standing>, column: Column, row: Row, isMean: boolean): TableCell {
  const { locale, current } = row.here.setting
  if (!isNumeral(value)) return { children: value === null ? [] : inlinesOfValue(value), marks: [] }
  const number = value as FigureNumeral
  const printed = number.slot === null || !number.figure ? null : formatFigure(number.figure, locale, isMove(number) ? 'signed' : 'table')
  if (!printed || !number.figure) return { children: text(locale.document.dash), marks: [mark.dash(dashReasonOf(number))] }
  const isLater = number.kind === 'level' && column.head.period !== null && number.here.period === current
  const { verdict, common } = isLater ? factsAt(number.here) : { verdict: null, common: null }
  const marks = [
    ...(number.kind === 'level' && isMean ? [locale.document.weightedMark] : []),
    ...(verdict ? [mark.verdict(verdict)] : []),
    ...(common ? [mark.common] : []),
  ]
  // The unit stands beside the digits, which alone are the figure.
  const [digits = printed, unit] = printed.split('\u00a0')
  return { children: [{ type: 'figure', figure: number.figure.id, text: digits }, ...(unit ? text(`\u00a0${unit}`) : [])], marks }
}

function inlinesOfValue(value: Value<Standing>): Inline[] {
  if (typeof value === 'string') return text(value)
  return typeof value === 'object' && value !== null && 'children' in value ? (value as { children: Inline[] }).children : []
}

function dashReasonOf({ here, metric, kind, from }: FigureNumeral): DashReason {
  if (kind === 'plain') return 'unknown'
  if (kind === 'change' || kind === 'difference') return isBroken(here, from) ? 'broken' : 'noChange'
  const { absence } = factsAt(here)
  if (absence !== null) return absence
  return metric === 'base' ? 'noBase' : metric === 'responseRate' ? 'noRate' : 'unknown'
}

/** There are two numbers, but a break lies between them. */
function isBroken(here: Standing, from: Period | null): boolean {
  if (!from || breakAt(here, from) === null) return false
  const { value, previousValue } = factsAt(here, from)
  return value?.printed != null && previousValue?.printed != null
}

// ── titles and heads ──

function titleOf(here: Standing, rows: readonly Row[]): string {
  const { locale, current, previous } = here.setting
  const { document: words } = locale
  if (rows.length > 0 && rows.every(({ noun }) => noun === 'record')) return capitalised(words.called.record.many)
  const total = rows.find(({ kind }) => kind === 'total')
  const parts = rows.filter(({ kind, noun, here: row }) => kind === 'row' && noun !== 'option' && noun !== 'theme' && row !== total?.here)
  const subject = {
    item: here.item.label,
    itemInText: inText(here.item.label),
    period: previous ? null : formatPeriod(current, locale, 'short'),
    partsCalled: (here.segment.parts?.length ?? 0) > 1 && parts.length > 0 ? partsCalled(here).many : null,
  }
  if (isWhole(here)) return words.summaryTitle({ ...subject, on: null, hasTotal: total !== undefined })
  return words.groupTitle({ ...subject, on: onOf(here.segment, locale) })
}

function stubHeadOf(here: Standing, rows: readonly Row[]): string {
  const noun = rows.find(({ kind }) => kind === 'row')?.noun ?? rows[0]?.noun ?? 'segment'
  return capitalised(noun === 'segment' ? partsCalled(here).one : here.setting.locale.document.called[noun].one)
}

function columnHead(column: Column, rows: readonly Row[], here: Standing, asking: Asking): TableColumn {
  const { id, shown, head, at } = column
  const { document: words, metrics: names } = here.setting.locale
  const first = rows.find(({ noun }) => noun !== undefined)
  const number = first && (asking.value(shown.expression, at(first.here)) as FigureNumeral)
  const isNumber = isNumeral(number ?? null)
  const kind = isNumber && number && (number.kind === 'level' || isMove(number)) ? 'value' : 'count'
  const isCurrent = isNumber && number?.kind === 'level' && head.period !== null && head.period === here.setting.current
  const isOfItems = rows.every(({ noun }) => noun === 'item')
  const own = (): string => {
    if (!isNumber || !number) return head.label ?? ''
    if (head.label !== null) return head.label
    if (number.kind === 'change') return words.changeHead
    if (number.kind === 'level') {
      const { bare } = measureWords(here)
      return isOfItems ? capitalised(bare) : words.valueHead({ item: at(here).item.label, measure: bare })
    }
    return metricHead(number.metric, words, names)
  }
  return { id, label: shown.head ? asking.text(shown.head, at(first?.here ?? here)) : text(own()), kind, isCurrent }
}

function metricHead(metric: MetricId | null, words: Locale['document'], names: Locale['metrics']): string {
  if (metric === 'base') return words.baseHead
  if (metric === 'responseRate') return words.rateHead
  return metric ? capitalised(names[metric][0]) : ''
}

function idOf(row: Row, rows: readonly Row[]): string {
  const own = idIn(row)
  if (row.kind === 'group') return `${own}-group`
  const isTwice = rows.some((other) => other !== row && other.kind !== 'group' && other.noun === row.noun && idIn(other) === own)
  return isTwice ? `${row.here.segment.id}-${own}` : own
}

function idIn({ here, noun }: Row): string {
  return noun === 'item'
    ? here.item.id
    : noun === 'period'
      ? here.period.id
      : noun === 'option' || noun === 'theme'
        ? (here.option?.id ?? '')
        : noun === 'record'
          ? nounId(noun, here)
          : (here.provider?.id ?? here.segment.id)
}

/** Those whose parts stand in the table, beside them or under them as a heading. */
function wholesOf(rows: readonly Row[]): Standing[] {
  const shown = new Set(rows.map(({ here }) => here.segment))
  return rows
    .filter(({ noun, here }) => noun === 'segment' && (here.segment.parts ?? []).some((part) => shown.has(part)))
    .map(({ here }) => here)
}

export function measureWords(here: Standing): Locale['document']['measures'][keyof Locale['document']['measures']] {
  return here.setting.locale.document.measures[measureOf(here).metric]
}

export function text(words: string): Inline[] {
  return [{ type: 'text', text: words }]
}
