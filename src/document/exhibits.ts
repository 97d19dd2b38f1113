/**
 * Declared tables: a list of rows, a list of columns, and what is shown where they meet. Titles, heads, how to read
 * them, dashes, marks and notes follow from what is shown.
 */

import type { HeldAgainst } from '../finding.js'
import { formatFigure, formatPeriod } from '../locale/spelling.js'
import type { DashReason, Locale } from '../locale/words.js'
import { bestTwo, metrics, scoredOptions } from '../metrics.js'
import { optionLabel } from '../options.js'
import { eachInSteps, type Steps } from '../steps.js'
import { isFixedPoint, type Period, segmentOrBenchmark } from '../survey.js'
import type { Inline, Spanner, Table, TableCell, TableColumn } from './blocks.js'
import type { ColumnSpec, ShownSpec, TableSpec } from './front-matter.js'
import { keep, mark, type Pending } from './marks.js'
import { calledOf } from './nouns.js'
import {
  type Asking,
  headNounOf,
  isTotalOf,
  likenessOf,
  type Row,
  rowsOf,
  type Step,
  splitOf,
  stepsOf,
  subjectOf,
  text,
  unique,
} from './rows.js'
import {
  breakAt,
  currentAt,
  factsAt,
  hasNumbers,
  inText,
  isMultiple,
  isWeightedMean,
  isWhole,
  levelAt,
  measureOf,
  onOf,
  type Standing,
  scaleAt,
  scaleEnds,
  wholeAt,
} from './standing.js'
import { isNumeral, type Value } from './template.js'
import { capitalised, type FigureNumeral, type Noun } from './values.js'
import { plainText } from './walk.js'

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
  const walked = specs.map((spec) => [
    ...spec.across.flatMap((each) => stepsOf(each, here, asking, 'across')),
    ...spec.of.flatMap((each) => stepsOf(each, here, asking, 'of')),
  ])
  const ids = unique(walked.flat().map(({ id }) => id))
  const idOfStep = new Map(walked.flat().map((step, index) => [step, ids[index] ?? step.id]))
  const columns = specs.flatMap((spec, index): Column[] => {
    const isWalked = spec.across.length + spec.of.length > 0
    const steps: readonly (Step | null)[] = isWalked ? (walked[index] ?? []) : [null]
    return steps.flatMap((step) =>
      spec.show.map((shown): Column => {
        const id = (step && idOfStep.get(step)) ?? ''
        // A single period is told in the title; whose numbers a single column has is told nowhere else.
        const isNamed = step !== null && (steps.length > 1 || step.noun !== 'period')
        return {
          id: step ? `${id}-${shown.name}` : shown.name,
          group: isNamed && spec.show.length > 1 ? { id, label: step.label } : null,
          shown,
          at: step ? step.at : (row) => row,
          head: {
            period: step?.period ?? null,
            noun: step?.noun ?? null,
            label: isNamed && spec.show.length === 1 ? step.label : null,
          },
        }
      }),
    )
  })
  const columnIds = unique(columns.map(({ id }) => id))
  return columns.map((column, index) => ({ ...column, id: columnIds[index] ?? column.id }))
}

// ── a table ──

/** null where it has nothing to show: none of its rows has a number, in any depth, or no column is left. */
export function* tableOf(spec: TableSpec, here: Standing, key: string, asking: Asking): Steps<Table | null> {
  const rows = yield* rowsOf(spec.rows, here, asking, spec.name)
  const standing = rows.filter(({ kind }) => kind !== 'group')
  const columns = columnsOf(spec.columns, here, asking)
  const cells = yield* eachInSteps(standing, (row) => columns.map((column) => cellValue(row, column, asking)))
  if (!isAnythingShown(standing, cells)) return null
  const isShown = columns.map(
    ({ shown }, at) => !shown.isOptional || standing.some((row, index) => row.kind !== 'total' && isKnown(cells[index]?.[at] ?? null)),
  )
  const kept = withoutLoneSpanners(columns.filter((_, at) => isShown[at]))
  if (kept.length === 0) return null
  refuseRepeated(standing, cells, spec, asking)
  const cellsOf = new Map(standing.map((row, index) => [row, cells[index] ?? []]))
  const valuesOf = new Map(columns.map((column, at) => [column.id, cells.map((row) => row[at] ?? null)]))
  const groups = [...new Map(kept.flatMap(({ group }) => (group ? [[group.id, group] as const] : []))).values()]
  const levels = cells.flat().filter(isLevel) as FigureNumeral[]
  const places = levels.length > 0 ? levels.map((number) => number.here) : standing.map((row) => row.here)
  const title = spec.title ? asking.text(spec.title, here) : text(titleOf(here, rows, places))
  if (plainText(title).trim() === '') asking.refuse(spec.title ?? spec.place, 'nameless-exhibit', { exhibit: spec.name })
  const table: Table = {
    type: 'table',
    id: key,
    label: '',
    title,
    howTo: levels.length > 0 && !isOfOtherShares(cells.flat()) ? howToRead(places) : null,
    notes: [],
    stubHead: text(capitalised(calledOf(headNounOf(standing), here).one)),
    spanners: groups.map(
      ({ id, label }): Spanner => ({
        id,
        label: text(label),
        columns: kept.filter(({ group }) => group?.id === id).map((each) => each.id),
      }),
    ),
    columns: kept.map((each) => columnHead(each, standing, valuesOf.get(each.id) ?? [], { here, asking, name: spec.name })),
    rows: yield* eachInSteps(rows.entries(), ([index, row]) => {
      const own = cellsOf.get(row) ?? []
      return {
        id: row.id,
        kind: row.kind === 'total' && standing.length === 1 ? 'row' : row.kind,
        indent: row.indent,
        label: row.label,
        detail: row.detail,
        cells:
          row.kind === 'group'
            ? []
            : own.flatMap((cell, at) =>
                isShown[at]
                  ? [
                      cellOf(cell, columns[at] as Column, row, {
                        isMean: isMadeOfNext(rows, index),
                        isItself: isHeldAgainstItself(cell, valuesOf.get(columns[at]?.id ?? '') ?? []),
                      }),
                    ]
                  : [],
              ),
      }
    }),
  }
  // A line or a heading of words alone tells of no item.
  const shown = new Set(cells.flat().flatMap((cell) => (isNumeral(cell) && isKnown(cell) ? [(cell as FigureNumeral).here.item] : [])))
  const items = new Set(places.map(({ item }) => item))
  const [item = here.item] = items
  const pending: Pending = {
    kind: 'table',
    here: { ...here, item },
    items: here.setting.survey.items.filter((each) => shown.has(each)),
    standings: cells.flatMap((row) => row.flatMap((cell, at) => (isShown[at] ? judgedIn(cell, columns[at] as Column) : []))),
    wholes: wholesOf(rows),
    showsLevel: spec.isExplained && levels.length > 0 && items.size === 1 && !item.counts && standing.some(({ noun }) => noun !== 'item'),
    showsChange: levels.length > 0 && kept.some(({ head }) => head.period !== null),
    since: null,
    note: spec.note ? asking.text(spec.note, here) : null,
  }
  return keep(table, pending)
}

/** The later of the two numbers of a change, where its mark stands; its change is held against chance. */
function judgedIn(cell: Value<Standing>, { head }: Column): Standing[] {
  if (!isNumeral(cell)) return []
  const { kind, figure, here } = cell as FigureNumeral
  return kind === 'level' && figure?.printed != null && head.period !== null && here.period === currentAt(here) ? [here] : []
}

/** Rows that say the same as each other: what they walk is nothing that the columns ask about. */
function refuseRepeated(rows: readonly Row[], cells: readonly (readonly Value<Standing>[])[], spec: TableSpec, asking: Asking): void {
  if (spec.columns.some(({ of }) => of.length > 0)) return
  const idsOf = (index: number) => (cells[index] ?? []).map((cell) => (isNumeral(cell) ? ((cell as FigureNumeral).figure?.id ?? '') : null))
  const own = rows.flatMap((row, index) => (row.kind === 'row' ? [{ row, ids: idsOf(index) }] : []))
  const [first, second] = own
  if (!first || !second || !first.ids.some((id) => id) || first.ids.includes(null)) return
  if (own.some(({ ids }) => ids.join(' ') !== first.ids.join(' '))) return
  asking.refuse(second.row.spec.of, 'rows-repeated', { exhibit: spec.name, first: first.row.short, second: second.row.short })
}

/** Beside the share that the item is told in stand shares of other answers. */
function isOfOtherShares(cells: readonly Value<Standing>[]): boolean {
  return cells.some((cell) => isNumeral(cell) && (cell as FigureNumeral).metric === 'share' && cell.slot !== null && !isLevel(cell))
}

/** null where the numbers of a table are not to be read in one way. */
function howToRead(places: readonly Standing[]): Inline[] | null {
  const [first] = places
  if (!first || places.some((place) => howToReadAt(place) !== howToReadAt(first))) return null
  return text(howToReadAt(first))
}

function howToReadAt(here: Standing): string {
  const { counts } = here.item
  if (counts) return here.setting.locale.document.shareOf(counts.many)
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
  if ('text' in shown) return { slot: 'inline', children: asking.text(shown.text, at(here)) }
  return asking.value(shown.expression, at(here))
}

/** A table of results needs one, of its rows or of what is below them; any other a number or a text. */
function isAnythingShown(rows: readonly Row[], cells: readonly Value<Standing>[][]): boolean {
  const all = cells.flat()
  // Where shares of other answers are known, they are shown without the one that the item is told in too.
  if (!all.some(isLevel) || isOfOtherShares(all)) return all.some(isKnown)
  // Ticks have no result of the whole item: what is known of them are the cells.
  return rows.some(({ here }, index) => (isMultiple(here) ? (cells[index] ?? []).some(isKnown) : hasNumbers(here)))
}

function isKnown(cell: Value<Standing>): boolean {
  return isNumeral(cell) ? cell.slot !== null : cell !== null && plainText(inlinesOfValue(cell)).trim() !== ''
}

/** A target's own number may be the result of what it is set for. */
export function isLevel(value: Value<Standing>): boolean {
  if (!isNumeral(value)) return false
  const { kind, metric, here } = value as FigureNumeral
  return kind === 'level' || (kind === 'metric' && metric === measureOf(here).metric && (value as FigureNumeral).figure === levelAt(here))
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
function cellOf(value: Value<Standing>, column: Column, row: Row, { isMean, isItself }: { isMean: boolean; isItself: boolean }): TableCell {
  const { locale } = row.here.setting
  if (!isNumeral(value)) return { children: value === null ? [] : inlinesOfValue(value).map((child) => inCell(child, locale)), marks: [] }
  const number = value as FigureNumeral
  const printed = number.slot === null || !number.figure ? null : formatFigure(number.figure, locale, isMove(number) ? 'signed' : 'table')
  // What is held against itself does not differ.
  if (isItself) return { children: [], marks: [] }
  // The middle of a scale is a number, and nobody's figure.
  if (!number.figure && number.slot?.slot === 'inline') return { children: number.slot.children, marks: [] }
  if (!printed || !number.figure) return { children: text(locale.document.dash), marks: [mark.dash(dashReasonOf(number))] }
  const [later] = judgedIn(value, column)
  const { verdict, common } = later ? factsAt(later) : { verdict: null, common: null }
  const marks = [
    ...(number.kind === 'level' && isMean && !number.here.item.counts ? [locale.document.weightedMark] : []),
    ...(verdict ? [mark.verdict(verdict)] : []),
    ...(common ? [mark.common] : []),
  ]
  // The unit stands beside the digits, which alone are the figure.
  const { percentSign } = locale.document
  const unit = printed.endsWith(percentSign) ? percentSign : ''
  const digits = printed.slice(0, printed.length - unit.length)
  return { children: [{ type: 'figure', figure: number.figure.id, text: digits }, ...(unit ? text(unit) : [])], marks }
}

/** A goal in per cent is written as the results beside it are. */
function inCell(child: Inline, { document: { percentSign } }: Locale): Inline {
  return child.type === 'text' && child.target !== undefined ? { ...child, text: child.text.replace(/\u00a0.*$/u, percentSign) } : child
}

/** Held against where it stands itself: others of its column are held against that, and differ or not. */
function isHeldAgainstItself(value: Value<Standing>, column: readonly Value<Standing>[]): boolean {
  if (!isNumeral(value)) return false
  const { kind, figure, here } = value as FigureNumeral
  if (kind !== 'difference' || figure !== null || here.provider !== null || levelAt(here) === null) return false
  return column.some((other) => isNumeral(other) && (other as FigureNumeral).figure !== null)
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
  // Of facts nobody has answered: a column of people lacks a number, and no number of answers.
  if (here.item.counts) return 'unknown'
  return metric === 'base' ? 'noBase' : metric === 'responseRate' ? 'noRate' : 'unknown'
}

/** There are two numbers, but a break lies between them. */
function isBroken(here: Standing, from: Period | null): boolean {
  if (!from || breakAt(here, from) === null) return false
  const { value, previousValue } = factsAt(here, from)
  return value?.printed != null && previousValue?.printed != null
}

// ── titles and heads ──

/** @param places where the numbers stand */
function titleOf(here: Standing, rows: readonly Row[], places: readonly Standing[]): string {
  return exhibitTitle(here, rows, places, rows.some(({ noun }) => noun === 'period') || here.setting.previous ? null : here.setting.current)
}

/** What the numbers are, and what the rows split them by. */
export function exhibitTitle(here: Standing, rows: readonly Row[], places: readonly Standing[], period: Period | null): string {
  const { locale } = here.setting
  const { document: words } = locale
  if (rows.length > 0 && rows.every(({ noun }) => noun === 'record')) return capitalised(words.called.record.many)
  const item = subjectOf(places, here)
  const subject = {
    item,
    itemInText: inText(item),
    period: period && formatPeriod(period, locale, 'short'),
    partsCalled: splitOf(rows, here),
    isAgainstTargets: rows.some(({ noun }) => noun === 'target'),
  }
  if (isWhole(here)) return words.summaryTitle({ ...subject, on: null, hasTotal: rows.some((row) => isTotalOf(row, here)) })
  const on = [
    ...(here.provider ? [words.ofProvider(here.provider.label)] : []),
    ...(here.provider && here.segment === wholeAt(here) ? [] : [onOf(here.segment, locale)]),
  ]
  return words.groupTitle({ ...subject, on: on.join(' ') })
}

type Declared = { here: Standing; asking: Asking /** of the table */; name: string }

function columnHead(column: Column, rows: readonly Row[], values: readonly Value<Standing>[], declared: Declared): TableColumn {
  const { id, shown, head, at } = column
  const { here, asking, name } = declared
  const numbers = values.filter(isNumeral) as FigureNumeral[]
  const [number] = numbers
  const isOfWords = numbers.length === 0 && values.some(isKnown)
  const kind = isOfWords ? 'text' : number && (isLevel(number) || isMove(number)) ? 'value' : 'count'
  const isCurrent = number?.kind === 'level' && head.period !== null && head.period === currentAt(number.here)
  const label = shown.head
    ? asking.text(shown.head, at(rows[0]?.here ?? here))
    : text(head.label ?? (numbers.length > 0 ? headOf(numbers, rows, here.setting.locale) : headOfText(shown, here)))
  if (plainText(label).trim() === '') refuseColumn(asking, column, name)
  return { id, label, kind, isCurrent }
}

function refuseColumn({ refuse }: Asking, { shown }: Column, exhibit: string): never {
  return refuse('text' in shown ? shown.text : shown.expression, 'nameless-column', { exhibit, column: shown.written })
}

/** Of words in the place of numbers only those of a goal say by themselves what they are; empty: not known. */
function headOfText({ written }: ShownSpec, { setting: { locale } }: Standing): string {
  return written === 'target.value' ? capitalised(locale.document.called.target.one) : ''
}

/** What numbers are called that stand together, where their declaration does not say it. */
export function headOf(numbers: readonly FigureNumeral[], rows: readonly Pick<Row, 'noun'>[], locale: Locale): string {
  const { document: words, metrics: names } = locale
  const [number] = numbers
  if (!number) return ''
  if (number.kind === 'change') return words.changeHead
  if (number.kind === 'difference') return differenceHead(numbers, locale)
  const isOne = numbers.every(({ metric, here }) => metric === number.metric && likenessOf(here) === likenessOf(number.here))
  if (isLevel(number)) {
    if (number.here.item.counts && numbers.every(({ here }) => here.item === number.here.item)) return words.shareHead
    if (!numbers.every(({ here }) => measureOf(here).metric === measureOf(number.here).metric)) return words.resultHead
    const { bare } = measureWords(number.here)
    const isOfItems =
      (rows.length > 0 && rows.every(({ noun }) => noun === 'item')) || numbers.some(({ here }) => here.item !== number.here.item)
    return isOfItems ? capitalised(bare) : words.valueHead({ item: number.here.item.label, measure: bare })
  }
  if (numbers.some(({ metric }) => metric !== number.metric)) return words.resultHead
  const facts = numbers.every(({ here }) => here.item === number.here.item) ? factsHead(number, words) : null
  if (facts !== null) return facts
  const answers = isOne ? answersOf(numbers) : []
  return answers.length > 0 ? words.answeredHead(answers) : metricHead(number.metric, words, names)
}

/** What is counted, of an item whose answers are facts: nobody has answered those. null: it is another number. */
function factsHead({ metric, figure, here }: FigureNumeral, words: Locale['document']): string | null {
  const { counts, label } = here.item
  if (!counts) return null
  if (metric === 'base') return capitalised(counts.many)
  const isOfThose = figure?.key.kind === 'metric' && figure.key.options === measureOf(here).options
  return isOfThose && metric === 'count' ? label : isOfThose && metric === 'share' ? words.shareHead : null
}

/** Whom or what the result is held against, where it is the same in all rows. */
function differenceHead(numbers: readonly FigureNumeral[], { document: words }: Locale): string {
  const against = new Set(numbers.flatMap(({ figure }) => (figure?.key.kind === 'difference' ? [figure.key.against] : [])))
  const [only] = against
  const held = against.size === 1 && only !== undefined && numbers[0] ? heldAgainst(numbers[0].here, only) : null
  return held ? words.differenceTo(held) : words.differenceHead
}

function heldAgainst({ setting: { survey, locale } }: Standing, against: string): HeldAgainst | null {
  if (isFixedPoint(against)) return { fixed: against }
  const segment = segmentOrBenchmark(survey, against)
  return segment ? { label: segment.phrase ?? locale.document.quote(segment.label) } : null
}

/** The answers that a share is of, as a sentence quotes them, where it is the same share in all rows. */
function answersOf(numbers: readonly FigureNumeral[]): string[] {
  const optionsIn = ({ metric, figure, here }: FigureNumeral): string => {
    if (metric === 'topTwoBox') return bestTwo(scaleAt(here)).join('+')
    return metric && metrics[metric].takesOptions && figure?.key.kind === 'metric' ? (figure.key.options ?? '') : ''
  }
  const all = new Set(numbers.filter(({ figure }) => figure !== null).map(optionsIn))
  const [only, ...others] = all
  const [number] = numbers
  if (only === undefined || others.length > 0 || !number) return []
  const ids = only.split('+')
  return scoredOptions(scaleAt(number.here))
    .filter(({ id }) => ids.includes(id))
    .map((option) => optionLabel(scaleAt(number.here), option, number.here.setting.locale))
}

function metricHead(metric: FigureNumeral['metric'], words: Locale['document'], names: Locale['metrics']): string {
  if (metric === 'base') return words.baseHead
  if (metric === 'responseRate') return words.rateHead
  return metric ? capitalised(names[metric][0]) : ''
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
