/**
 * Tables of text → claims. A column's heads and a row's words tell segment, item, period and metric; what neither
 * tells, the caption may. Where two of them disagree or all are silent, a number is not checked.
 */

import {
  type Assertion,
  type Claim,
  countedWhen,
  intervalOfClaim,
  type NotChecked,
  type NotCheckedReason,
  type PrintedNumber,
} from '../claim.js'
import { changeId, differenceKey, figureId, idOfKey, metricKey, optionsOf as optionIds } from '../figure-key.js'
import { greatest } from '../long-lists.js'
import { type MetricId, metrics, scoredOptions } from '../metrics.js'
import { compare, exact, intervalOfPrinted, isEqual, parsePrinted, pointInterval } from '../printed.js'
import { type Passage, placeOf, type TextRow, type TextTable } from '../read/text/passages.js'
import { countedByItself, optionsOfShares, scaleOf } from '../scales.js'
import { periodMeant, segmentsOf } from '../survey.js'
import { claimsOfRecordRow, recordCalled } from './record-claims.js'
import type { DocumentSetting } from './sentence-claims.js'
import { tellsOtherTime } from './sentences.js'
import { type Cue, cuesOf, type Mention, type Word, wordsOf } from './words.js'

/**
 * What a head, a row's words or a caption say a number is about; null where they do not say. A period of `other` is a
 * time the survey has no period for. A metric of `value` is satisfaction, in whatever metric the document gives it.
 */
type About = {
  segment: string | null
  item: string | null
  provider: string | null
  period: string | typeof other | null
  metric: MetricId | 'value' | null
  /** by item the response option whose name it is, and nothing else */
  options: ReadonlyMap<string, string>
  isChange: boolean
  /** whom a difference is to: "Forskel til alle kommuner" */
  against: string | null
  isPercent: boolean
  /** it is what facts are counted of: "borgere i forløb i 2022" */
  isCounted: boolean
  /** there are words, and they name nothing of the survey */
  isUnknown: boolean
  /** its head names what its numbers are, and most of them can be that: the others are wrong, not read wrongly */
  isSound: boolean
  /** each of its numbers has another behind it, in brackets, of which some have a sign */
  isWithChange: boolean
}
const other = Symbol('another time')
const nothing: About = {
  ...{ segment: null, item: null, provider: null, period: null, metric: null },
  options: new Map(),
  ...{ isChange: false, against: null, isPercent: false, isCounted: false, isUnknown: false, isSound: false, isWithChange: false },
}

/**
 * A caption as printed: its number, null for a table without one. `segment`: whom the sentence tells of that sends its
 * reader to the table; null where it names nobody.
 */
export type Caption = { text: string; number: number | null; segment?: string | null }

/** A cell's numbers: "62 (4,8 %)" has a count and a share. */
type CellNumber = PrintedNumber & { isPercent: boolean }

export type TableRead = { claims: Claim[]; assertions: Assertion[]; notChecked: NotChecked[] }

type TableShare = Extract<Assertion, { kind: 'tableShare' }>

export function claimsOfTable(table: TextTable, caption: Caption, setting: DocumentSetting): TableRead {
  if (isAboutScale(table, setting)) return { claims: [], assertions: [], notChecked: [] }
  const width = greatest([0, ...table.rows.map(({ cells }) => cells.length)])
  const headed =
    table.columns.length > 0
      ? table.columns.map((heads, column) => ({ ...aboutOf(textOf(heads), setting), isSound: isMostlyIndex(table.rows, column, setting) }))
      : columnsOfHeads(table, width, setting)
  const columns = headed.map((column, index) => ({ ...column, isWithChange: isWithChanges(table.rows, index, setting) }))
  const rows = aboutRows(table.rows, columns, setting)
  const number = caption.number
  const whole = wholeOf(columns, caption, setting)
  const heads = table.columns.map(textOf)
  const results = table.rows.map((row, index) => {
    const record = recordCalled(row.labels.at(-1)?.text ?? '', setting)
    return record ? claimsOfRecordRow(record, row.cells, heads, setting) : claimsOfRow(row, rows[index] ?? nothing, columns, whole, setting)
  })
  const shares = table.rows.map((row) => tableShares(row, table, number, setting))
  const isOpen = (each: NotChecked, index: number) => !isHeld(each, shares[index] ?? [])
  return {
    claims: results.flatMap(({ claims }) => claims.map((claim) => ({ ...claim, table: number }))),
    notChecked: results.flatMap(({ notChecked }, index) => notChecked.filter((each) => isOpen(each, index))),
    assertions: [...shares.flat(), ...countColumns(table, setting)],
  }
}

/** Whether a number of no figure is held against another of its row: a share against its count and their base. */
function isHeld({ text, place }: NotChecked, shares: readonly TableShare[]): boolean {
  return shares.some(
    (each) =>
      each.base !== null &&
      (text === each.base.text || (place.words === each.place.words && [each.count, each.share].some((own) => own.text === text))),
  )
}

/** Whether all but one of a column's numbers, and at least two, lie on the scale of an index. */
function isMostlyIndex(rows: readonly TextRow[], column: number, setting: DocumentSetting): boolean {
  const numbers = rows.flatMap(({ cells }) => numbersOfCell(cells[column]?.text ?? '', setting).slice(0, 1))
  const beyond = numbers.filter(({ value }) => compare(value, exact(100)) > 0)
  return numbers.length - beyond.length >= 2 && beyond.length <= 1 && beyond.every(({ value }) => compare(value, exact(200)) < 0)
}

/** Whether a column's numbers have others behind them in brackets, and one of these has a sign. */
function isWithChanges(rows: readonly TextRow[], column: number, setting: DocumentSetting): boolean {
  const behind = rows.flatMap(({ cells }) => numbersOfCell(cells[column]?.text ?? '', setting).slice(1))
  return behind.some(({ text }) => isSigned(text))
}

function isSigned(text: string): boolean {
  return /^[+\u2212–-]/.test(text)
}

/**
 * A table that explains a scale: how many points each of its options counts. Like a sentence that does, it claims
 * nothing.
 */
export function isAboutScale({ columns, rows }: TextTable, setting: DocumentSetting): boolean {
  const isOfPoints = columns.length === 1 && cuesOf(wordsOf(textOf(columns[0] ?? [])), setting.cues).from(0, 'point') !== undefined
  const named = rows.map(({ labels }) => optionsNamed(wordsOf(labels.at(-1)?.text ?? ''), setting))
  return isOfPoints && setting.survey.items.some(({ id }) => named.length > 1 && named.every((options) => options.has(id)))
}

/**
 * What holds for all of a table: what its caption says, and what its heads say that only one of them names.
 * `compared`: the one group whose column stands beside those of others.
 * `isOfResults`: it shows results of an item, and what is counted beside them are the answers to it.
 */
type Whole = About & { periods: string[]; segments: string[]; isOfResults: boolean; compared: string | null }

function wholeOf(columns: readonly About[], caption: Caption, setting: DocumentSetting): Whole {
  const about = aboutOf(caption.text, setting)
  const plain = columns.filter(({ isChange }) => !isChange)
  const named = <T>(found: (column: About) => T | null): T[] => [...new Set(plain.flatMap((column) => found(column) ?? []))] as T[]
  const only = <T>(all: readonly T[]): T | null => (all.length === 1 ? (all[0] ?? null) : null)
  const measures = named(({ metric }) => metric).filter((metric) => metric !== 'base' && metric !== 'invited')
  const segments = named(({ segment }) => segment)
  const ofPeople = setting.finder.whole(wordsOf(caption.text)).length > 0 ? setting.overall : null
  const groups = new Set(setting.finder.segments(wordsOf(caption.text)).map(({ target }) => target))
  return {
    ...about,
    segment: only([...groups]) ?? (groups.size === 0 ? (caption.segment ?? ofPeople) : null),
    item: about.item ?? only(named(({ item, metric }) => (metric === null ? null : item))),
    metric: about.metric ?? only(measures),
    isOfResults: measures.length > 0 || columns.some(({ options }) => options.size > 0),
    segments,
    compared: only(segments.filter((id) => !setting.survey.benchmarks.some((benchmark) => benchmark.id === id))),
    periods: named(({ period }) => (period === other ? null : period)),
  }
}

function textOf(passages: readonly Passage[]): string {
  return passages.map(({ text }) => text).join(' ')
}

// ── what heads and rows say ──

/** What words over a column, beside a row or in a caption name. Two periods or metrics in one text name neither. */
function aboutOf(text: string, setting: DocumentSetting): About {
  const words = wordsOf(text)
  const { finder, survey } = setting
  const cues = cuesOf(words, setting.cues)
  const periods = new Set(finder.periods(words).map(({ target }) => target))
  const metrics = new Set(metricsIn(text, setting).map(({ target }) => target))
  const period = periods.size === 1 ? ([...periods][0] ?? null) : periods.size === 0 && namesOtherTime(words, setting) ? other : null
  const named = {
    segment: finder.rowSegment(text),
    item: finder.rowItem(text) ?? onlyOf(finder.items(words)),
    provider: null,
    metric: metrics.size === 1 ? ([...metrics][0] ?? null) : null,
  }
  const options = optionsNamed(words, setting)
  const isChange = cues.all('change').length > 0
  const isPercent = cues.all('percent').length > 0
  const against = isChange ? onlyOf(finder.segments(words)) : null
  const isCounted = survey.items.some(({ counts }) => counts?.many.toLowerCase() === text.trim().toLowerCase())
  const isKnown =
    isCounted ||
    isChange ||
    isPercent ||
    options.size > 0 ||
    periods.size > 0 ||
    metrics.size > 0 ||
    Object.values(named).some((name) => name !== null)
  return { ...nothing, ...named, options, period, isChange, against, isPercent, isCounted, isUnknown: words.length > 0 && !isKnown }
}

/** By item the option whose name is all the words there are; of those in favour, or against, the options joined. */
function optionsNamed(words: readonly Word[], { survey, finder }: DocumentSetting): ReadonlyMap<string, string> {
  return new Map(
    survey.items.flatMap(({ id }) => {
      const found = [...finder.options(id, words), ...finder.sides(id, words)].find(({ from, to }) => from === 0 && to === words.length)
      return found ? [[id, found.target] as const] : []
    }),
  )
}

function namesOtherTime(words: readonly Word[], setting: DocumentSetting): boolean {
  return tellsOtherTime(words, cuesOf(words, setting.cues), [])
}

function onlyOf(mentions: readonly Mention<string>[]): string | null {
  const targets = new Set(mentions.map(({ target }) => target))
  return targets.size === 1 ? ([...targets][0] ?? null) : null
}

const headCues = ['indexScore', 'mean', 'level', 'base', 'invited', 'responseRate', 'share'] as const satisfies Cue[]

/**
 * Metrics a text names, in order. "Gennemsnitligt indekstal" is an index, satisfaction without more is whatever the
 * document gives it in.
 */
function metricsIn(text: string, { cues }: DocumentSetting): Mention<MetricId | 'value'>[] {
  const words = wordsOf(text)
  const found = cuesOf(words, cues).all(...headCues)
  const isIndex = found.some(({ target }) => target === 'indexScore')
  const isMean = found.some(({ target }) => target === 'mean')
  const isShare = found.some(({ target }) => target === 'share')
  return found.map(({ target, from, to }) => {
    const isValue = target === 'indexScore' || target === 'mean' || target === 'level'
    const value = isIndex ? 'indexScore' : isMean ? 'mean' : isShare ? 'share' : 'value'
    return { target: isValue ? value : (target as MetricId), from, to }
  })
}

/**
 * Columns under heads that have run together: periods, metrics, segments and items in the order they are named. Where
 * their numbers multiply to the number of columns, what is named first spans the others.
 */
function columnsOfHeads({ heads, rows }: TextTable, width: number, setting: DocumentSetting): About[] {
  const text = textOf(heads)
  const words = wordsOf(text)
  const unknown = Array.from({ length: width }, () => ({ ...nothing, isUnknown: words.length > 0 }))
  if (cuesOf(words, setting.cues).all('change').length > 0) return unknown
  const { finder } = setting
  const periods = { name: 'period' as const, ...inOrder(finder.periods(words)) }
  const metrics = { name: 'metric' as const, ...inOrder(metricsIn(text, setting)) }
  // Each head of its own that is just a name; rows' own names come after them and are not counted, since a column
  // cannot be called like its first row.
  const alone = heads.filter((head) => !rows[0]?.labels.includes(head)).slice(0, width + 1)
  const segments = { name: 'segment' as const, ...inOrder(alone.flatMap(({ text: head }, at) => named(finder.rowSegment(head), at))) }
  const items = { name: 'item' as const, ...inOrder(alone.flatMap(({ text: head }, at) => named(finder.rowItem(head), at))) }
  const over = [periods, metrics, segments, items].filter(({ targets }) => targets.length > 0)
  const dimensions = factorsOf(over, width).sort((a, b) => Number(b.targets.length > 1) - Number(a.targets.length > 1) || a.first - b.first)
  if (dimensions.length === 0) return unknown
  return unknown.map((_, column) => {
    const about: About = { ...nothing }
    let span = width
    for (const { name, targets } of dimensions) {
      span /= targets.length
      const target = targets[Math.floor(column / span) % targets.length] ?? null
      if (name === 'metric') about.metric = target as About['metric']
      else about[name] = target
    }
    return about
  })
}

type Dimension = { name: 'segment' | 'item' | 'period' | 'metric'; targets: string[]; first: number }

/** The dimensions whose sizes multiply to the width, fewest left out; those of one member may always stay. */
function factorsOf(dimensions: readonly Dimension[], width: number): Dimension[] {
  const single = dimensions.filter(({ targets }) => targets.length === 1)
  const several = dimensions.filter(({ targets }) => targets.length > 1)
  const subsets = Array.from({ length: 1 << several.length }, (_, bits) => several.filter((_dimension, index) => bits & (1 << index)))
  const fitting = subsets.filter((subset) => subset.reduce((product, { targets }) => product * targets.length, 1) === width)
  const [best, second] = fitting.sort((a, b) => b.length - a.length)
  if (!best || (second && second.length === best.length)) return []
  return [...best, ...single]
}

function named(id: string | null, at: number): Mention<string>[] {
  return id === null ? [] : [{ target: id, from: at, to: at + 1 }]
}

function inOrder(mentions: readonly Mention<string>[]): { targets: string[]; first: number } {
  return { targets: [...new Set(mentions.map(({ target }) => target))], first: mentions[0]?.from ?? 0 }
}

/**
 * What each row is called by: the last of its words that is a segment's or item's name. A row of totals is the parent
 * of the others.
 */
function aboutRows(rows: readonly TextRow[], columns: readonly About[], setting: DocumentSetting): About[] {
  const { finder, cues, survey } = setting
  const isOfOne = rows.length > 1 && segmentsOf(survey.segments).length === 1
  const about = rows.map(({ labels, group, cells }): About => {
    const over = group ? [group] : []
    const segment = [...over, ...labels].flatMap(({ text }) => finder.rowSegment(text) ?? []).at(-1) ?? null
    const item = [...over, ...labels].flatMap(({ text }) => finder.rowItem(text) ?? []).at(-1) ?? null
    const own = labels.at(-1)?.text ?? ''
    const last = aboutOf(own, setting)
    // A provider's row under the name of a group is about the provider there, not about the group.
    const provider = finder.rowSegment(own) === null ? finder.rowProvider(own) : null
    // Under a heading a row that nobody knows is some part of what the heading names, not all of it.
    const isUnknown = (group !== undefined || isOfOne) && last.isUnknown && provider === null
    const period = last.period ?? periodOfCells(cells, columns, setting)
    return { ...nothing, segment, item, provider, period, metric: last.metric, isUnknown }
  })
  const parents = new Map(segmentsOf(setting.survey.segments).map(({ segment, parent }) => [segment.id, parent?.id ?? null]))
  const isTotal = about.map(({ segment, item }, index) => {
    const words = wordsOf(rows[index]?.labels.at(-1)?.text ?? '')
    return segment === null && item === null && words.length > 0 && cuesOf(words, cues).from(0, 'total') === words.length
  })
  const over = new Set(
    about.filter((_, index) => !isTotal[index]).map(({ segment }) => (segment === null ? null : (parents.get(segment) ?? null))),
  )
  const total = over.size === 1 ? ([...over][0] ?? null) : null
  return about.map((row, index) => (isTotal[index] ? { ...row, segment: total, isUnknown: isOfOne ? false : row.isUnknown } : row))
}

/** "AC-tilbud | 2022-23 | 80": a cell under a head of no metric that holds a time and nothing else is the row's. */
function periodOfCells(cells: readonly Passage[], columns: readonly About[], { finder }: DocumentSetting): About['period'] {
  const found = cells.flatMap(({ text }, index): NonNullable<About['period']>[] => {
    const { metric, period } = columns[index] ?? nothing
    if (metric !== null || period !== null) return []
    const words = wordsOf(text.slice(0, 60))
    const [time] = finder.periods(words)
    if (time && time.from === 0 && time.to === words.length) return [time.target]
    return /^(?:19|20)\d\d$/.test(text.trim()) ? [other] : []
  })
  const [only] = new Set(found).size === 1 ? found : []
  return only ?? null
}

// ── rows ──

function claimsOfRow(
  row: TextRow,
  rowAbout: About,
  columns: readonly About[],
  whole: Whole,
  setting: DocumentSetting,
): { claims: Claim[]; notChecked: NotChecked[] } {
  const claims: Claim[] = []
  const notChecked: NotChecked[] = []
  for (const [column, cell] of row.cells.entries()) {
    const numbers = numbersOfCell(cell.text, setting)
    for (const [index, number] of numbers.entries()) {
      const place = placeOf(setting.file, cell, 0, cell.text)
      const about = columns[column] ?? nothing
      const tied =
        numbers.length === 2 && about.isWithChange
          ? figureBesideChange(number, index === 1, rowAbout, about, whole, setting)
          : figureOfCell(number, rowAbout, about, whole, cell.text.includes('('), setting)
      if ('reason' in tied) notChecked.push({ text: number.text, reason: tied.reason, place })
      else {
        const { text, value, decimals } = number
        const interval = intervalOfClaim(tied.figure, value, decimals, null, setting.survey)
        claims.push({ figure: tied.figure, text, interval, decimals, direction: null, place })
      }
    }
  }
  return { claims, notChecked }
}

type Tied = { figure: string } | { reason: NotCheckedReason }

/** "76 (+3)": a level, and in brackets how far it has moved, if the words over it or the caption say that it has. */
function figureBesideChange(
  number: CellValue,
  isInBrackets: boolean,
  row: About,
  column: About,
  whole: Whole,
  setting: DocumentSetting,
): Tied {
  if (isInBrackets && (number.isPercent || !(column.isChange || whole.isChange))) return { reason: 'metric' }
  return figureOfCell(number, row, { ...column, isChange: isInBrackets }, whole, false, setting)
}

/** The figure a cell's number is, or why that cannot be told. `isPair`: a count and its share stand together. */
function figureOfCell(number: CellValue, row: About, column: About, whole: Whole, isPair: boolean, setting: DocumentSetting): Tied {
  const { survey, mainMetric } = setting
  if (row.isUnknown) return { reason: 'subject' }
  if (row.segment !== null && column.segment !== null && row.segment !== column.segment) return { reason: 'subject' }
  const named = row.segment ?? column.segment ?? (row.item === null ? null : whole.segment)
  // "Forskel til alle kommuner" beside one other column: how far the group of that column lies from them.
  const beside = column.isChange && row.segment === null ? whole.compared : null
  const segment = named ?? beside ?? (segmentsOf(survey.segments).length === 1 ? survey.segments.id : null)
  if (segment === null) return { reason: 'segment' }
  const item = column.item ?? row.item ?? whole.item ?? (survey.items.length === 1 ? (survey.items[0]?.id ?? null) : null)
  const period = column.isChange
    ? setting.period
    : (column.period ?? row.period ?? whole.period ?? periodMeant(survey, item, setting.period))
  if (period === other) return { reason: 'period' }

  const fact = isPair ? null : factOfCell(number, column, { segment, period, item, provider: row.provider }, setting)
  if (fact !== null) return fact
  if (isPair || column.options.size > 0) return shareOfCell(number, { segment, item, period, row, column, whole, isPair }, setting)

  // Words over a column that name nothing known may say anything: the caption is not asked instead.
  const stated = column.metric ?? (column.isUnknown ? null : (row.metric ?? whole.metric))
  const metric = stated === 'value' ? mainMetric : stated
  if (metric === null) return { reason: 'metric' }
  if (number.isPercent && metric !== 'responseRate' && metric !== 'share') return { reason: 'options' }
  if (item === null && metric !== 'base' && metric !== 'invited' && metric !== 'responseRate') return { reason: 'item' }
  const isOfAll = metric === 'base' && !whole.isOfResults && column.item === null && row.item === null
  const options = metric === 'share' ? (setting.shares.get(item ?? '') ?? onlyShare(item, setting)) : null
  if (metric === 'share' && options === null) return { reason: 'options' }
  const subject = { metric, segment, item: isOfAll ? null : item, provider: row.provider, period, options }
  // "Samlet | Alle kommuner | Forskel": how far those beside it lie apart.
  const isBeside = column.isChange && column.against === null && whole.segments.length > 1
  if (isBeside && (whole.compared === null || whole.segments.length > 2)) return { reason: 'subject' }
  const against = column.against ?? (isBeside ? (whole.segments.find((id) => id !== whole.compared) ?? null) : null)
  if (against !== null) return { figure: idOfKey(differenceKey(metricKey(subject, survey), against), survey) }
  if (column.isChange) return changeOfCell(subject, column, whole, setting)
  // A number with its sign says how far two others lie apart, whatever stands over it.
  const isOffScale = column.isSound && metric === 'indexScore' && column.metric === metric && number.decimals === 0
  const isLevel = (isPossible(metric, number, item, setting) || isOffScale) && !isSigned(number.text)
  return isLevel ? { figure: figureId(subject, survey) } : { reason: 'metric' }
}

/**
 * Of facts: those who are counted, how many of them it is so of, and their share. null: the column says something
 * else.
 */
function factOfCell(
  number: CellValue,
  column: About,
  subject: { segment: string; item: string | null; period: string; provider: string | null },
  { survey }: DocumentSetting,
): Tied | null {
  const item = survey.items.find(({ id }) => id === subject.item)
  const options = item?.counts ? countedByItself(scaleOf(survey, item)) : null
  if (options === null || column.isChange) return null
  if (column.isCounted) return number.isPercent || number.decimals > 0 ? null : { figure: figureId({ ...subject, metric: 'base' }, survey) }
  if (number.isPercent) return { figure: figureId({ ...subject, metric: 'share', options }, survey) }
  const isNamed = column.item === subject.item && column.metric === null && number.decimals === 0
  return isNamed ? { figure: figureId({ ...subject, metric: 'count', options }, survey) } : null
}

type Share = { segment: string; item: string | null; period: string; row: About; column: About; whole: Whole; isPair: boolean }

/** A count or share of those who gave an answer. */
function shareOfCell(number: CellValue, share: Share, setting: DocumentSetting): Tied {
  const { segment, item, period, row, column, whole, isPair } = share
  const { survey } = setting
  const options = column.options.get(item ?? '') ?? onlyShare(item, setting)
  const isShare = number.isPercent || (!isPair && (column.isPercent || whole.isPercent))
  if (options === null || item === null) return { reason: 'options' }
  const subject = { segment, period, item, provider: row.provider }
  if (!isPair && !number.isPercent && number.decimals === 0 && isDontKnow(item, options, setting))
    return { figure: figureId({ ...subject, metric: 'dontKnow' }, survey) }
  if (!(isPair || isShare) || !areOfShare(item, options, isShare, setting)) return { reason: 'options' }
  return { figure: figureId({ ...subject, metric: isShare ? 'share' : 'count', options }, survey) }
}

/** The change from the period that is named, else between the two that stand beside it, else from the one before. */
function changeOfCell(
  subject: { metric: MetricId; segment: string; item: string | null; provider: string | null; period: string; options: string | null },
  { period: since }: About,
  { periods }: Whole,
  { survey, previous }: DocumentSetting,
): Tied {
  const from = since ?? (periods.length === 2 ? (periods[0] ?? null) : periods.length > 2 ? null : previous)
  const to = since === null && periods.length === 2 ? (periods[1] ?? subject.period) : subject.period
  if (from === null || from === other || from === to) return { reason: 'noPrevious' }
  return { figure: changeId({ ...subject, period: to }, from, survey) }
}

/** Those who do not know are counted, and are in no share. */
function isDontKnow(item: string, option: string, { survey }: DocumentSetting): boolean {
  const asked = survey.items.find(({ id }) => id === item)
  const found = asked && scaleOf(survey, asked).options.find(({ id }) => id === option)
  return found !== undefined && 'missing' in found && found.missing === 'dontKnow'
}

/** What a share may be of, or what is counted. */
function areOfShare(item: string, options: string, isShare: boolean, { survey }: DocumentSetting): boolean {
  const found = survey.items.find(({ id }) => id === item)
  if (!found) return false
  const known = isShare ? optionsOfShares(scaleOf(survey, found)) : scoredOptions(scaleOf(survey, found))
  return optionIds({ options }).every((option) => known.some(({ id }) => id === option))
}

/** The better option of an item that has two: of "in work" or "not in work" a share is of the first. */
function onlyShare(item: string | null, { survey }: DocumentSetting): string | null {
  const found = survey.items.find(({ id }) => id === item)
  const options = found ? scoredOptions(scaleOf(survey, found)) : []
  return options.length === 2 ? (options[0]?.id ?? null) : null
}

/**
 * An index is at most 100, a mean within its scale, a count has no decimals: a column that was read wrongly is not
 * checked rather than found wrong.
 */
function isPossible(metric: MetricId, { value, decimals }: CellValue, item: string | null, { survey }: DocumentSetting): boolean {
  const asked = survey.items.find(({ id }) => id === item)
  if (asked && (metric === 'mean' || metric === 'indexScore')) {
    const { min, max } = metrics[metric].range(scaleOf(survey, asked))
    return compare(min, value) <= 0 && (max === null || compare(value, max) <= 0)
  }
  return metric === 'mean' || metric === 'responseRate' || metric === 'share' || decimals === 0
}

// ── cells ──

type CellValue = CellNumber & { value: ReturnType<typeof pointInterval>['from'] }

/** The number, or two numbers, of a cell that holds nothing else. */
function numbersOfCell(text: string, { locale }: DocumentSetting): CellValue[] {
  // Behind it may stand marks of notes.
  const shape = /^(?<first>[-−–+]?\d[\d.,]*(?:\s?%)?)\s?(?:\(±?(?<second>[-−–+]?\d[\d.,]*\s?%?)\))?(?:\s?(?:\*{1,3}|[a-z](?![a-z]))){0,4}$/
  const { first, second } = shape.exec(text.slice(0, 60).replace(/\s+/g, ' '))?.groups ?? {}
  return [first, second].flatMap((printed) => {
    const read = printed === undefined ? { reason: 'empty' as const } : parsePrinted(printed, locale.numbers)
    if (printed === undefined || 'reason' in read) return []
    const { value, decimals, percent } = read
    const interval = percent || decimals > 0 ? intervalOfPrinted(value, decimals, true) : pointInterval(value)
    return [{ text: printed, value, interval, decimals, hedge: null, isPercent: percent }]
  })
}

/** Counts with their shares, and the one plain count of the row, which is their base if anything printed is. */
function tableShares(row: TextRow, { columns }: TextTable, caption: number | null, setting: DocumentSetting): TableShare[] {
  const cells = row.cells.map((cell) => numbersOfCell(cell.text, setting))
  const plain = cells.flatMap((numbers) =>
    numbers.length === 1 && numbers[0]?.isPercent === false && numbers[0].decimals === 0 ? [numbers[0]] : [],
  )
  const base = plain.length > 0 && plain.every(({ value }) => plain[0] && isEqual(value, plain[0].value)) ? (plain[0] ?? null) : null
  return row.cells.flatMap((cell, column): TableShare[] => {
    const [count, share] = cells[column] ?? []
    if (!count || !share?.isPercent || count.isPercent || isSigned(share.text)) return []
    const names = { row: textOf(row.labels), column: textOf(columns[column] ?? []) }
    const place = placeOf(setting.file, cell, 0, cell.text)
    return [{ kind: 'tableShare', caption, ...names, count: printed(count), share: printed(share), base: base && printed(base), place }]
  })
}

/** Fewer alike in two columns may be so by chance. */
const fewestCounts = 3

/** Columns of plain whole numbers, with what their heads say of those who are counted. */
function countColumns({ columns, rows }: TextTable, setting: DocumentSetting): Assertion[] {
  const isOfAll = columns.some((_, column) => isOfWholes(rows, column, setting))
  return columns.flatMap((heads, column): Assertion[] => {
    const label = textOf(heads)
    const cues = cuesOf(wordsOf(label), setting.cues)
    const cells = rows.flatMap((row) => row.cells[column] ?? [])
    const numbers = cells.flatMap((cell) => {
      const [number, ...others] = numbersOfCell(cell.text, setting)
      return number && others.length === 0 && !number.isPercent && number.decimals === 0 ? [number] : []
    })
    const [first] = cells
    if (!first || numbers.length < fewestCounts || numbers.length < rows.length) return []
    const says = countedWhen.filter((each) => cues.all(each).length > 0)
    const [counts, texts] = [numbers.map(({ value }) => value.numerator), numbers.map(({ text }) => text)]
    return [{ kind: 'countColumn', label, says, counts, texts, isOfAll, place: placeOf(setting.file, first, 0, label) }]
  })
}

/** Whether a column has a share in each row, and all of them are 100 per cent. */
function isOfWholes(rows: readonly TextRow[], column: number, setting: DocumentSetting): boolean {
  const isWhole = ({ value, isPercent }: CellValue) => isPercent && isEqual(value, exact(100))
  const numbers = rows.map(({ cells }) => numbersOfCell(cells[column]?.text ?? '', setting))
  return numbers.length > 0 && numbers.every((all) => all.length === 1 && all.every(isWhole))
}

function printed({ text, interval, decimals }: CellValue): PrintedNumber {
  return { text, interval, decimals, hedge: null }
}
