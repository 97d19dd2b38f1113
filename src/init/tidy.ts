/** A table with a heading over every column, one row a result or an answer → what it tells of a survey. */
import { type LocaleId, locales } from '../locale/index.js'
import { type MetricId, metrics } from '../metrics.js'
import { optionByName } from '../options.js'
import { comparable } from '../read/names.js'
import { isGap, isTotal } from '../read/printed-table.js'
import { isoDate } from '../read/subjects.js'
import { rankAmongNames } from '../read/table.js'
import { builtInScales } from '../scales.js'
import { type ColumnName, columnNames } from '../survey.js'
import { decimalsOf, type Found, type FoundItem, periodOfFile, scaleWith, type Table } from './found.js'
import { periodCalled, periodNames } from './periods.js'
import { numberIn, oneLine } from './printed.js'
import type { Line } from './tree.js'

type Columns = { named: Partial<Record<ColumnName, number>>; metrics: { index: number; id: MetricId }[]; others: number[] }

/** null where the first row does not head such columns. */
export function readTidy({ file, sheet, rows: all }: Table, locale: LocaleId): Found | null {
  const [headings = [], ...rows] = all
  const columns = columnsOf(headings)
  const { named } = columns
  const values = (index: number | undefined): string[] =>
    index === undefined ? [] : [...new Set(rows.map((cells) => oneLine(cells[index] ?? '')))].filter((text) => text !== '')
  const dated =
    named.date ?? columns.others.find((index) => values(index).length > 0 && values(index).every((text) => isoDate(text) !== null))
  const isTidy = named.period !== undefined || named.date !== undefined || (named.segment ?? named.provider ?? dated) !== undefined
  const hasContent = columns.metrics.length > 0 || named.value !== undefined || named.answer !== undefined || columns.others.length > 0
  if (!isTidy || !hasContent || (named.period === undefined && dated === undefined && namesYears(headings))) return null
  const names = periodNames(values(named.period))
  const ofFile = named.period === undefined && dated === undefined ? periodOfFile(file) : null
  const periods = ofFile ? [ofFile] : values(named.period).flatMap((text) => periodCalled(text, names) ?? [])
  if (named.period !== undefined && periods.length === 0) return null
  const days = values(named.period === undefined ? dated : undefined).flatMap((text) => isoDate(text) ?? [])
  const isPublished = columns.metrics.length > 0 || named.value !== undefined || named.base !== undefined
  const numeric = [named.value, named.base, named.count, ...columns.metrics.map(({ index }) => index)]
  const isGrouped = isCsv(file) && numeric.some((index) => values(index).some((text) => /^\d{1,3}[.,]\d{3}$/.test(text)))
  const isCounted = named.base !== undefined && rankAmongNames(oneLine(headings[named.base] ?? ''), 'base') === null
  const isUnknownDate = named.date === undefined && named.period === undefined && dated !== undefined
  return {
    lines: linesOf(rows, columns, periodIdOf(columns, names), isPublished, locale),
    periods,
    dates: days.length > 0 ? { from: days.reduce(earlier), to: days.reduce(later) } : null,
    items: itemsOf(headings, rows, columns, dated, isPublished, values),
    providers: providersOf(rows, named),
    credit: null,
    about: [],
    splits: isPublished || (named.segment ?? named.provider) !== undefined ? [] : splitsIn(file, headings, rows, columns.others, dated),
    decimals: decimalsOf(
      columns.metrics.filter(({ id }) => id === 'mean').flatMap(({ index }) => rows.map((cells) => cells[index] ?? '')),
      locale,
    ),
    source: {
      file,
      ...(sheet !== null && { sheet }),
      ...(isGrouped && { numbers: locale }),
      ...(ofFile && { period: ofFile.periods[0]?.id ?? ofFile.words }),
      ...(isUnknownDate && { columns: { date: oneLine(headings[dated] ?? '') } }),
      ...(isCounted && { columns: { base: oneLine(headings[named.base ?? 0] ?? '') } }),
    },
  }
}

function isCsv(file: string): boolean {
  return !/\.(?:xls[xm]|ods)$/i.test(file)
}

function earlier(a: string, b: string): string {
  return a < b ? a : b
}

function later(a: string, b: string): string {
  return a > b ? a : b
}

/** Headings with years in them are those of a printed table. */
function namesYears(headings: readonly string[]): boolean {
  return headings.some((heading) => /(?<!\d)(?:19|20)\d\d(?!\d)/.test(heading))
}

function columnsOf(headings: readonly string[]): Columns {
  const columns: Columns = { named: {}, metrics: [], others: [] }
  const all = Object.values(locales)
  const ranks = (name: ColumnName) => headings.map((heading) => rankAmongNames(oneLine(heading), name))
  const best = new Map(columnNames.map((name) => [name, ranks(name).reduce((a, b) => (b !== null && (a === null || b < a) ? b : a), null)]))
  // Where the day is told the year beside it tells no more.
  if (best.get('date') === 0 && best.get('period') !== 0) best.set('period', null)
  for (const [index, heading] of headings.entries()) {
    const wanted = comparable(oneLine(heading))
    if (wanted === '') continue
    const name = columnNames.find((each) => best.get(each) !== null && rankAmongNames(oneLine(heading), each) === best.get(each))
    const metric = (Object.keys(metrics) as MetricId[]).find((id) =>
      [id, ...all.flatMap((locale) => locale.metrics[id])].some((known) => comparable(known) === wanted),
    )
    if (name && columns.named[name] === undefined) columns.named[name] = index
    else if (metric) columns.metrics.push({ index, id: metric })
    else columns.others.push(index)
  }
  // Beside numbers of each group "antal" is how many have answered.
  const { count, ...named } = columns.named
  const isBase = count !== undefined && named.answer === undefined && named.base === undefined && columns.metrics.length > 0
  return isBase ? { ...columns, named: { ...named, base: count } } : columns
}

function periodIdOf({ named }: Columns, names: ReturnType<typeof periodNames>): (cells: readonly string[]) => string {
  const known = new Map<string, string>()
  return (cells) => {
    const text = named.period === undefined ? '' : oneLine(cells[named.period] ?? '')
    const id = known.get(text) ?? periodCalled(text, names)?.periods[0]?.id ?? ''
    known.set(text, id)
    return id
  }
}

/** The groups in the order of the rows. Only published results may be totals, so only theirs are counted. */
function linesOf(
  rows: Table['rows'],
  { named, metrics: kinds }: Columns,
  periodOf: (cells: readonly string[]) => string,
  isPublished: boolean,
  locale: LocaleId,
): Line[] {
  const lines = new Map<string, Line>()
  const value = named.value ?? kinds.find(({ id }) => id !== 'base' && id !== 'invited' && id !== 'responseRate')?.index
  for (const cells of named.segment === undefined ? [] : rows) {
    const label = oneLine(cells[named.segment ?? 0] ?? '')
    if (label === '') continue
    const line = lines.get(comparable(label)) ?? { label, kind: isTotal(label) ? 'total' : 'group', depth: 0, bases: {}, values: {} }
    lines.set(comparable(label), line)
    const period = periodOf(cells)
    if (!isPublished || period in line.values) continue
    if ([value, named.base].some((index) => index !== undefined && isGap(oneLine(cells[index] ?? ''))))
      line.untold = [...(line.untold ?? []), period]
    line.values[period] = value === undefined ? null : numberIn(cells[value] ?? '', locale)
    line.bases[period] = named.base === undefined ? null : numberIn(cells[named.base] ?? '', locale)
  }
  return [...lines.values()]
}

function providersOf(rows: Table['rows'], { provider, segment }: Columns['named']): Found['providers'] {
  const found = new Map<string, Set<string>>()
  for (const cells of provider === undefined ? [] : rows) {
    const label = oneLine(cells[provider ?? 0] ?? '')
    if (label === '') continue
    const own = found.get(label) ?? new Set<string>()
    if (segment !== undefined && oneLine(cells[segment] ?? '') !== '') own.add(comparable(oneLine(cells[segment] ?? '')))
    found.set(label, own)
  }
  return [...found].map(([label, segments]) => ({ label, segments: [...segments] }))
}

/** Columns whose few names each stand in several rows, and are no answers. */
function splitsIn(
  file: string,
  headings: readonly string[],
  rows: Table['rows'],
  others: readonly number[],
  dated: number | undefined,
): Found['splits'] {
  return others.flatMap((index) => {
    const texts = rows.map((cells) => oneLine(cells[index] ?? '')).filter((text) => text !== '')
    const labels = [...new Set(texts)]
    const isSplit = labels.length > 1 && labels.length <= mostGroups && texts.length >= 3 * labels.length && texts.length > rows.length / 2
    const areNames = labels.every((label) => /\p{L}/u.test(label) && label.length <= longestName) && scaleWith(labels) === null
    return isSplit && areNames && index !== dated ? [{ file, heading: oneLine(headings[index] ?? ''), labels }] : []
  })
}

const mostGroups = 40
const longestName = 80

/** More different answers than these are on no scale. */
const mostAnswers = 12

function itemsOf(
  headings: readonly string[],
  rows: Table['rows'],
  { named, others }: Columns,
  dated: number | undefined,
  isPublished: boolean,
  values: (index: number | undefined) => string[],
): FoundItem[] {
  const answers = values(named.answer)
  if (named.item !== undefined) {
    const { item: at, answer } = named
    return values(at).map((label) => {
      const own = rows.filter((cells) => oneLine(cells[at] ?? '') === label)
      const given = answer === undefined ? [] : own.map((cells) => oneLine(cells[answer] ?? '')).filter((text) => text !== '')
      return { label, text: null, answers: [...new Set(given)] }
    })
  }
  if (answers.length > 0 || isPublished) return [{ label: null, text: null, answers }]
  const columns = others.filter((index) => index !== dated)
  const options = columns.map((index) => oneLine(headings[index] ?? ''))
  // Counts with a column an option.
  const counted = options.filter((heading) => Object.values(builtInScales).some((scale) => optionByName(scale, heading)))
  if (counted.length > 1 && scaleWith(counted) !== null) return [{ label: null, text: null, answers: counted }]
  const asked = columns.map((index) => ({ label: oneLine(headings[index] ?? ''), text: null, answers: values(index) }))
  const onScales = asked.filter((item) => item.answers.length > 0 && item.answers.length <= mostAnswers && scaleWith(item.answers) !== null)
  return onScales.length > 0 ? onScales : asked.filter((item) => item.answers.length > 1 && item.answers.length <= mostAnswers)
}
