/** Published figures: rows → values as printed, each with what its text stands for. */
import type { Place } from '../errors.js'
import type { PublishedValue, Subject } from '../figure.js'
import { joinOptions } from '../figure-key.js'
import { localeIds, locales } from '../locale/index.js'
import { readShare } from '../locale/spelling.js'
import type { Locale } from '../locale/words.js'
import { fitsItem, type MetricId, metrics } from '../metrics.js'
import { optionByName, optionLabel } from '../options.js'
import {
  exact,
  type Interval,
  intervalOfPrinted,
  midpoint,
  type Parsed,
  pointInterval,
  scaleInterval,
  toFraction,
  toNumber,
} from '../printed.js'
import { countedByItself, isTicked, scaleOf } from '../scales.js'
import type { Item, Scale, Survey } from '../survey.js'
import type { Row } from './formats/input-format.js'
import { idNamed, type Names, shownName, shownSubject } from './names.js'
import { blanksJoined, numberStyles, parseCell, readingsOf, type StyleWatch, wholeNumber } from './numbers.js'
import { type ProblemList, shapeOf, spelled } from './problems.js'
import type { SubjectReader } from './subjects.js'
import { cellPlace, cellText, type Table } from './table.js'

/** A value as it stands in a row: not yet a number, since the file's style may show later. */
export type WrittenValue = {
  subject: Subject
  metric: MetricId
  /** in scale order, joined by `+`; null for metrics that take none */
  options: string | null
  text: string
  place: Place
  /** the number of answers beside it; text '' where there is none */
  base: { text: string; place: Place }
}

export type PublishedContext = { survey: Survey; locale: Locale; names: Names; subjects: SubjectReader; problems: ProblemList }

/**
 * The values of a row: one a metric column, or the one in `value`. A row with nothing but a base gives the base.
 * Empty, with the reason in the problems, where the row cannot be understood.
 */
export function writtenValues(table: Table, row: Row, context: PublishedContext): WrittenValue[] {
  const { problems, subjects } = context
  if (table.columns.items.length > 0) return byItem(table, row).flatMap((each) => writtenValues(each, row, context))
  const base = { text: cellText(table, row, 'base'), place: cellPlace(table, row, 'base') }
  const cells = table.columns.metrics.map(({ index, id }) => ({
    metric: id,
    text: row.cells[index]?.trim() ?? '',
    place: cellPlace(table, row, index),
  }))
  const written = cells.length > 0 ? cells : [longCell(table, row, context)].filter((cell) => cell !== null)
  const filled = written.filter(({ text }) => text !== '')
  const needsItem = base.text !== '' || filled.some(({ metric }) => tellsOfAnswers(metric))
  const subject = subjects.subjectOf(table, row, { onlyLeaves: false, needsItem })
  // Of a claim even "ca. 85" is one.
  if (!subject && table.holds === 'published') {
    for (const { metric, text, place } of filled) {
      if (!shareInWords(metric, text)) addUnreadable(text, metric, place, problems)
    }
    if (base.text !== '') addUnreadable(base.text, 'base', base.place, problems)
  }
  if (!subject || (cells.length === 0 && written.length === 0)) return []
  if (filled.length === 0) {
    if (base.text !== '')
      return [{ subject, metric: 'base', options: null, text: blanksJoined(base.text), place: base.place, base: { ...base, text: '' } }]
    problems.add('missing-value', { column: 'value' }, written[0]?.place ?? base.place)
    return []
  }
  const scale = scaleOfSubject(context.survey, subject)
  return filled.flatMap(({ metric, text, place }) => {
    if (!fitsItem(metric, itemOf(context.survey, subject), scale)) {
      problems.add('unfit-metric', { metric, scale: scale.id }, place)
      return []
    }
    const options = metrics[metric].takesOptions ? optionsOf(table, row, metric, subject, context) : null
    return options === undefined ? [] : [{ subject, metric, options, text: blanksJoined(text), place, base }]
  })
}

/** A table for each item that has a column of its own, as if it were the only one; none for a cell without a text. */
function byItem({ columns, source, ...table }: Table, row: Row): Table[] {
  return columns.items
    .filter(({ index }) => (row.cells[index]?.trim() ?? '') !== '')
    .map(({ index, id }) => ({
      ...table,
      source: { ...source, constants: { ...source.constants, item: id } },
      columns: { ...columns, items: [], named: { ...columns.named, value: index } },
    }))
}

function addNoCount(text: string, place: Place, problems: ProblemList): void {
  problems.add(isMadeToDate(text) ? 'date-for-number' : 'impossible-count', { found: shapeOf(text) }, place)
}

/** A text that is a number in no style, in a row that is about nobody we know. */
function addUnreadable(text: string, metric: MetricId, place: Place, problems: ProblemList): void {
  const isWhole = isCount(metric)
  const parsed = parseCell(text, numberStyles)
  if (isWhole && wholeNumber(text, numberStyles) === null) addNoCount(text, place, problems)
  else if (!isWhole && 'reason' in parsed && parsed.reason !== 'ambiguous') addNoNumber(text, metric, place, problems)
}

/** A spreadsheet makes a date of 4,2 where it takes it for one; it may show the month and the year of it alone. */
function isMadeToDate(text: string): boolean {
  if (/^\d{4}-\d\d-\d\d(?:T|$)/.test(text) || /^\d\d?-(?:19|20)\d\d$/.test(text)) return true
  const [, word = ''] = /^(\p{L}{3,})\.?[\s.'’/-]+(?:(?:19|20)\d\d|\d\d)$/u.exec(text) ?? []
  return (
    word !== '' && localeIds.some((id) => locales[id].document.months.some((month) => month.toLowerCase().startsWith(word.toLowerCase())))
  )
}

function addNoNumber(text: string, metric: MetricId, place: Place, problems: ProblemList): void {
  if (isMadeToDate(text)) {
    problems.add('date-for-number', { found: shapeOf(text) }, place)
    return
  }
  const shares = Object.fromEntries(localeIds.map((id) => [id, Object.keys(locales[id].claimWords.fractions).join(', ')]))
  problems.add('unreadable-number', { found: shapeOf(text), ...(metrics[metric].unit === 'share' && { shares }) }, place)
}

function longCell(table: Table, row: Row, { names, problems }: PublishedContext): { metric: MetricId; text: string; place: Place } | null {
  const { named } = table.columns
  const isOnlyBase = named.value === undefined && table.source.constants.value === undefined
  if (isOnlyBase) return { metric: 'base', text: '', place: cellPlace(table, row, 'base') }
  const name = cellText(table, row, 'metric')
  const place = cellPlace(table, row, 'metric')
  if (name === '') {
    problems.add('missing-value', { column: 'metric' }, place)
    return null
  }
  const metric = idNamed(names.metric, name, problems, place)
  return metric === null ? null : { metric, text: cellText(table, row, 'value'), place: cellPlace(table, row, 'value') }
}

/** Option ids in scale order, from names with + between them; undefined where they cannot be told. */
function optionsOf(table: Table, row: Row, metric: MetricId, subject: Subject, context: PublishedContext): string | undefined {
  const { survey, problems, locale } = context
  const text = cellText(table, row, 'answer')
  const place = cellPlace(table, row, 'answer')
  const scale = scaleOfSubject(survey, subject)
  const byItself = countedByItself(scale)
  if (text === '' && byItself !== null) return byItself
  if (text === '') {
    problems.add('missing-options', { metric }, place)
    return undefined
  }
  const ids = text.split('+').map((name) => optionByName(scale, name)?.id)
  if (isTicked(scale) && ids.length > 1 && ids.every((id) => id !== undefined)) {
    problems.add('several-ticks', { scale: scale.id, options: labelsOf(scale, ids.join('+'), locale) }, place)
    return undefined
  }
  if (ids.every((id) => id !== undefined)) return joinOptions(scale.options.flatMap(({ id }) => (ids.includes(id) ? [id] : [])))
  const known = scale.options.map((option) => optionLabel(scale, option, locale)).join(', ')
  problems.add('unknown-answer', { found: spelled(text), item: shownName(survey.items, subject.item), nearest: '', known }, place)
  return undefined
}

function labelsOf(scale: Scale, options: string, locale: Locale): string {
  const ids = options.split('+')
  return scale.options.flatMap((option) => (ids.includes(option.id) ? [optionLabel(scale, option, locale)] : [])).join(' + ')
}

/**
 * Written values of one file → published values; the second of two for the same thing is a problem that names both
 * lines.
 */
export function publishedOf(
  written: readonly WrittenValue[],
  styles: StyleWatch,
  given: Map<string, Place>,
  context: PublishedContext,
): PublishedValue[] {
  const { survey, problems, locale } = context
  for (const { metric, text, place, base } of written) {
    styles.see(text, isCount(metric), place)
    styles.see(base.text, true, base.place)
  }
  return written.flatMap((value) => {
    const { subject, metric, options, text, place } = value
    const key = [subject.period, subject.segment, subject.provider ?? '', subject.item, metric, options ?? ''].join('/')
    const earlier = given.get(key)
    if (earlier) {
      const of = [locale.metrics[metric][0], ...(options === null ? [] : [labelsOf(scaleOfSubject(survey, subject), options, locale)])]
      const values = () => ({ subject: shownSubject(survey, subject, ...of), file: earlier.file, line: earlier.line ?? 0 })
      problems.add('duplicate-row', values, place, key)
      return []
    }
    given.set(key, place)
    const number = numberOf(value, styles, context)
    const base = value.base.text === '' ? null : wholeNumber(value.base.text, styles.styles())
    if (value.base.text !== '' && base === null) addNoCount(value.base.text, value.base.place, problems)
    if (base === 0 && needsAnswers(metric)) problems.add('value-without-answers', { found: shapeOf(text) }, place)
    if (!number) return []
    if (metric === 'count' && base !== null && number.value.numerator > BigInt(base)) {
      problems.add('count-above-base', {}, place)
      return []
    }
    const beside = base === null ? {} : { basePlace: value.base.place }
    const about = { ...subject, metric, options, text, value: number.value, decimals: number.decimals, base, place, ...beside }
    const words = shareInWords(metric, text)
    if (words) return [{ ...about, interval: scaleInterval(words, hundred), isInWords: true as const }]
    const interval = isCount(metric) ? pointInterval(number.value) : intervalOfPrinted(number.value, number.decimals, false)
    return [{ ...about, interval }]
  })
}

const hundred = exact(100)

/** What a share stands for that is given in words of any language, a fraction in [0, 1]; null where it is in digits. */
function shareInWords(metric: MetricId, text: string): Interval | null {
  if (metrics[metric].unit !== 'share') return null
  return localeIds.map((id) => readShare(text, locales[id])).find((interval) => interval !== null) ?? null
}

function isCount(metric: MetricId): boolean {
  return metrics[metric].unit === 'answer' || metrics[metric].unit === 'person'
}

/** How many were invited says nothing about how they answered, nor on what. */
export function tellsOfAnswers(metric: string): boolean {
  return metric !== 'invited' && metric !== 'responseRate'
}

/** A number that is made of answers: of none there is none. */
function needsAnswers(metric: MetricId): boolean {
  return !isCount(metric) && metric !== 'responseRate'
}

/**
 * The number a text stands for, inside what the metric can be; null, with the reason in the problems, for anything
 * else.
 */
function numberOf(
  { subject, metric, text, place }: WrittenValue,
  styles: StyleWatch,
  { survey, problems }: PublishedContext,
): Parsed | null {
  if (isCount(metric)) {
    const count = wholeNumber(text, styles.styles())
    if (count === null) addNoCount(text, place, problems)
    return count === null ? null : { value: { numerator: BigInt(count), denominator: 1n }, decimals: 0, percent: false }
  }
  const isShare = metrics[metric].unit === 'share'
  const words = shareInWords(metric, text)
  if (words) return { value: midpoint(scaleInterval(words, hundred)), decimals: 0, percent: true }
  const parsed = parseCell(text, styles.styles())
  if ('reason' in parsed && parsed.reason === 'ambiguous') {
    const readings = Object.fromEntries(Object.entries(readingsOf(text)).map(([id, reading]) => [id, shapeOf(reading)]))
    problems.add('ambiguous-number', { found: shapeOf(text), readings }, place)
    return null
  }
  if ('reason' in parsed || (parsed.percent && !isShare)) {
    addNoNumber(text, metric, place, problems)
    return null
  }
  const { min, max } = metrics[metric].range(scaleOfSubject(survey, subject))
  const per = isShare ? 100 : 1
  const value = toFraction(parsed.value).div(per)
  const isPossible = value.compare(toFraction(min)) >= 0 && (max === null || value.compare(toFraction(max)) <= 0)
  if (!isPossible) {
    const maximum = max === null ? '' : String(toNumber(max) * per)
    problems.add('impossible-value', { found: spelled(text), minimum: String(toNumber(min) * per), maximum }, place)
    return null
  }
  return { ...parsed, decimals: Math.max(parsed.decimals, decimalsStated(survey, subject, metric)) }
}

/** A spreadsheet saves 6.0 as 6: an item that says how many decimals its numbers have has no fewer. */
function decimalsStated({ items }: Survey, { item }: Subject, metric: MetricId): number {
  const stated = items.find(({ id }) => id === item)?.decimals
  return stated !== undefined && metrics[metric].total === 'weightedMean' ? stated : 0
}

function itemOf(survey: Survey, { item }: Subject): Pick<Item, 'scale' | 'composite'> {
  return survey.items.find(({ id }) => id === item) ?? { scale: '' }
}

function scaleOfSubject(survey: Survey, subject: Subject): Scale {
  return scaleOf(survey, itemOf(survey, subject))
}
