/** A table as it was printed, before anybody has named its groups → what it tells of a survey. */
import { type LocaleId, locales } from '../locale/index.js'
import { type MetricId, metrics } from '../metrics.js'
import { toNumber } from '../printed.js'
import { parseCell } from '../read/numbers.js'
import { atEdges, isBoundary, isGap, isTotal, lowered, noteMark } from '../read/printed-table.js'
import { decimalsOf, type Found, type FoundItem, periodOfFile, scaleWith, type Table } from './found.js'
import { type NamedPeriod, type PeriodNames, periodsIn } from './periods.js'
import type { Line } from './tree.js'

type Column = { index: number; period: NamedPeriod | null; metric: MetricId | null; item: FoundItem | null }

/** null where there is no group with numbers under headings. */
export function readPrinted({ file, sheet, rows }: Table, names: PeriodNames, locale: LocaleId): Found | null {
  const place = bodyOf(rows, names)
  if (!place) return null
  const { stub, heads, captions, body } = place
  const width = Math.max(...rows.map((cells) => cells.length))
  const filled = Array.from({ length: width - stub - 1 }, (_, offset) => columnOf(heads, stub + 1 + offset, stub, names)).filter(
    ({ index }) => body.some((cells) => isNumber(cells[index] ?? '')),
  )
  const columns = measuring(filled)
  const about = [...captions, ...heads.map((cells) => oneLine(cells[stub] ?? ''))].filter((text) => text !== '')
  const isFilled = (text: string): boolean => isNumber(text) || isGap(oneLine(text))
  const last = body.findLastIndex((cells) => columns.some(({ index }) => isFilled(cells[index] ?? '')))
  const below = body.slice(last + 1).map((cells) => oneLine(cells.join(' ')))
  const said = [...about, ...below]
  // Answers in columns say how many gave each, or their shares: neither is a question of its own.
  if (columns.filter(({ item }) => item?.label && scaleWith([item.label]) !== null).length > 1) return null
  const told = columns.flatMap(({ period }) => period ?? [])
  const isMeant = columns.some(({ metric }) => metric !== null && metric !== 'base') || said.some(namesMetric)
  const guessed = isMeant ? null : metricOf(columns, body, locale)
  const everything = said.flatMap((text) => periodsIn(text, names).found)
  const only = told.length === 0 && new Set(everything.flatMap(({ periods }) => periods.map(({ id }) => id))).size === 1 ? everything : []
  const ofFile = told.length + only.length === 0 ? periodOfFile(file) : null
  const isCsv = !/\.(?:xls[xm]|ods)$/i.test(file)
  const isGrouped = isCsv && body.some((cells) => columns.some(({ index }) => /^\d{1,3}[.,]\d{3}$/.test((cells[index] ?? '').trim())))
  return {
    lines: linesOf(body.slice(0, last + 1), stub, columns, locale),
    periods: [...told, ...only.slice(0, 1), ...(ofFile ? [ofFile] : [])],
    dates: null,
    items: itemsIn(columns),
    providers: [],
    credit: creditIn(below),
    about: said,
    splits: [],
    decimals: decimalsOf(
      columns
        .filter(({ metric }) => metric === 'mean' || (metric === null && guessed === 'mean'))
        .flatMap(({ index }) => body.map((cells) => oneLine(cells[index] ?? ''))),
      locale,
    ),
    source: {
      file,
      ...(sheet !== null && { sheet }),
      ...(isGrouped && { numbers: locale }),
      ...(guessed && { metric: guessed }),
      ...(ofFile && { period: ofFile.periods[0]?.id ?? ofFile.words }),
    },
  }
}

export function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}

function isNumber(text: string): boolean {
  const bare = oneLine(text).replace(noteMark, '')
  return /^[-−–]?\d[\d.,\u00a0 ]*(?: ?%)?$/.test(bare)
}

/** What heads a table, and its lines: those from the first with a name and a number on, with headings right above. */
function bodyOf(
  rows: Table['rows'],
  names: PeriodNames,
): { stub: number; heads: Table['rows']; captions: string[]; body: Table['rows'] } | null {
  const isPeriod = (text: string): boolean => periodsIn(text, names).rest.replace(atEdges, '') === ''
  const first = rows.findIndex((cells) => {
    const stub = cells.findIndex((cell) => cell.trim() !== '')
    const others = cells.slice(stub + 1).filter((cell) => cell.trim() !== '')
    return !isNumber(cells[stub] ?? '') && others.some((text) => isNumber(text) && !isPeriod(text))
  })
  if (first < 1) return null
  const stub = (rows[first] ?? []).findIndex((cell) => cell.trim() !== '')
  const before = rows.slice(0, first)
  const lastHead = before.findLastIndex((cells) => cells.some((cell, index) => index > stub && cell.trim() !== ''))
  if (lastHead < 0) return null
  const isHead = (cells: readonly string[]): boolean => cells.some((cell, index) => index > stub && cell.trim() !== '')
  return {
    stub,
    heads: before.slice(0, lastHead + 1).filter(isHead),
    captions: before.slice(0, lastHead + 1).flatMap((cells) => (isHead(cells) ? [] : [oneLine(cells.join(' '))])),
    body: rows.slice(lastHead + 1),
  }
}

// ── columns ──

const metricIds = (Object.keys(metrics) as MetricId[]).filter((id) => !metrics[id].takesOptions)

/** What metrics are called, the longest name first. */
const metricNames = metricIds
  .flatMap((metric) =>
    Object.values(locales)
      .flatMap((locale) => [metric, ...locale.metrics[metric], ...(metric === 'base' ? locale.columns.base : [])])
      .map((words) => ({ metric, words: lowered(words) })),
  )
  .sort((a, b) => b.words.length - a.words.length)

function namesMetric(text: string): boolean {
  return metricIn(text).metric !== null
}

/** A metric whose name stands in a text, and the text around it. */
function metricIn(text: string): { metric: MetricId | null; rest: string } {
  const said = oneLine(text)
  const plain = said.toLowerCase()
  for (const { metric, words } of metricNames) {
    const at = plain.indexOf(words)
    if (at < 0) continue
    const end = at + words.length
    const isWhole = (at === 0 || isBoundary(plain[at - 1])) && (end === plain.length || isBoundary(plain[end]))
    if (isWhole && metric !== 'count') return { metric, rest: `${said.slice(0, at)} ${said.slice(end)}` }
  }
  return { metric: null, rest: said }
}

/** All but those that measure nothing: changes, ranks, and what stands without a period beside a column a period. */
function measuring(columns: readonly Column[]): Column[] {
  const areByPeriod = columns.some(({ period, item, metric }) => period !== null && item === null && metric !== 'base')
  const words = Object.values(locales).flatMap(({ init }) => init.measuresNothing)
  return columns.filter(({ item, period }) => {
    const label = item?.label?.toLowerCase() ?? ''
    const isOther = words.some((word) => label === word || (label.startsWith(word) && isBoundary(label[word.length])))
    return item === null || !(isOther || (areByPeriod && period === null))
  })
}

function columnOf(heads: Table['rows'], index: number, stub: number, names: PeriodNames): Column {
  const texts = heads.map((cells, row) => (row === heads.length - 1 ? (cells[index] ?? '') : continuing(cells, stub, index)))
  let period: NamedPeriod | null = null
  let metric: MetricId | null = null
  const rests: string[] = []
  for (const text of texts.map(oneLine)) {
    const { found } = periodsIn(text, names)
    period = found[0] ?? period
    const own = metricIn(withoutNames(text, found))
    metric = own.metric ?? metric
    const rest = oneLine(own.rest.replace(emptyBrackets, ' ')).replace(aroundNames, '')
    if (rest !== '') rests.push(rest)
  }
  const isBase = metric === 'base'
  return { index, period, metric, item: rests.length > 0 && !isBase ? itemNamed(rests) : null }
}

/** The text as it is written, without the names that were found in it. */
function withoutNames(text: string, found: readonly NamedPeriod[]): string {
  let rest = text.replace(noteMark, '').replace(/\s*[-–—]\s*/gu, (dash) => (found.length > 0 ? '-' : dash))
  for (const { words } of found) {
    const at = rest.toLowerCase().indexOf(words)
    if (at >= 0) rest = `${rest.slice(0, at)} ${rest.slice(at + words.length)}`
  }
  return rest
}

/** Signs that stand between names in a heading. */
const aroundNames = /^[\s,;:./–-]+|[\s,;:./–-]+$/gu

/** What is left of brackets when the name in them has been taken. */
const emptyBrackets = /[([]\s*[)\]]/g

const quoted = /["”“„»«]\s*([^"”“„»«]+?)\s*["”“„»«]/u

/** What is measured, and in quotation marks how it was asked. */
function itemNamed(rests: readonly string[]): FoundItem {
  const all = oneLine(rests.join(' '))
  const [whole, text] = quoted.exec(all) ?? []
  const label = oneLine((whole === undefined ? all : all.replace(whole, ' ')).replace(emptyBrackets, ' ')).replace(atEdges, '')
  return { label: label === '' ? (text ?? null) : label, text: text ?? null, answers: [] }
}

function continuing(cells: readonly string[], stub: number, index: number): string {
  for (let at = index; at > stub; at--) if ((cells[at] ?? '').trim() !== '') return cells[at] ?? ''
  return ''
}

function itemsIn(columns: readonly Column[]): FoundItem[] {
  const named = columns.flatMap(({ item }) => item ?? [])
  const valued = columns.filter(({ metric }) => metric !== 'base')
  return valued.some(({ item }) => item === null) || named.length === 0 ? [...named, { label: null, text: null, answers: [] }] : named
}

/** What numbers are that nothing is said of: a mean where none is over 10 and some have decimals, else an index. */
function metricOf(columns: readonly Column[], body: Table['rows'], locale: LocaleId): MetricId {
  const texts = columns.filter(({ metric }) => metric !== 'base').flatMap(({ index }) => body.map((cells) => oneLine(cells[index] ?? '')))
  const numbers = texts.filter(isNumber)
  if (numbers.some((text) => text.includes('%'))) return 'topTwoBox'
  const values = numbers.map((text) => numberIn(text, locale) ?? 0)
  return values.every((value) => value <= 10) && values.some((value) => !Number.isInteger(value)) ? 'mean' : 'indexScore'
}

// ── lines ──

function linesOf(body: Table['rows'], stub: number, columns: readonly Column[], locale: LocaleId): Line[] {
  return body.flatMap((cells): Line[] => {
    const raw = cells[stub] ?? ''
    const label = oneLine(raw)
      .replace(/^[-–•·]\s+/u, '')
      .replace(noteMark, '')
    if (label === '') return []
    const numbers = columns.filter(({ index }) => isNumber(cells[index] ?? ''))
    const isFilled = columns.some(({ index }) => isNumber(cells[index] ?? '') || isGap(oneLine(cells[index] ?? '')))
    const bases: Line['bases'] = {}
    const values: Line['values'] = {}
    for (const { index, period, metric } of columns) {
      const id = period?.periods[0]?.id ?? ''
      const number = numberIn(cells[index] ?? '', locale)
      if (metric === 'base') bases[id] = number
      else values[id] ??= number
    }
    const kind = isTotal(label) ? 'total' : isFilled || numbers.length > 0 ? 'group' : 'heading'
    const untold = columns.flatMap(({ index, period }) => (isGap(oneLine(cells[index] ?? '')) ? [period?.periods[0]?.id ?? ''] : []))
    return [{ label, kind, depth: depthOf(raw), bases, values, untold }]
  })
}

/** How far in a name stands, by the blanks or the dash before it. */
function depthOf(raw: string): number {
  return (/^[\s\u00a0]*(?:[-–•·]\s+)?/u.exec(raw.replace(/^\n+/, ''))?.[0] ?? '').length
}

export function numberIn(text: string, locale: LocaleId): number | null {
  const read = parseCell(oneLine(text).replace(noteMark, ''), locales[locale].numbers)
  return 'reason' in read ? null : toNumber(read.value)
}

/** What stands after "Kilde:" under the table. */
function creditIn(below: readonly string[]): string | null {
  const words = Object.values(locales).flatMap(({ claimWords }) => claimWords.aboutTable.slice(0, 2))
  for (const line of below) {
    const [, word = '', rest = ''] = /^(\p{L}+)\s*:\s*(.+)$/u.exec(line) ?? []
    if (words.includes(word.toLowerCase())) return rest.replace(/\.$/, '')
  }
  return null
}
