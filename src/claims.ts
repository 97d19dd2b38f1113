/** Printed tables, running text or our own Document → Claims. */
import type { Place } from './errors.js'
import { figureId, parseFigureId } from './figures.js'
import { type Locale, locales } from './locale/index.js'
import { metrics } from './metrics.js'
import {
  type Exact,
  exact,
  fromFraction,
  type Interval,
  intervalOfPrinted,
  type NotParsed,
  type PrintedStyle,
  parsePrinted,
  pointInterval,
  scaleInterval,
  toFraction,
} from './printed.js'
import type { Project } from './project.js'
import { type ReadOptions, readRows, startReading } from './read/index.js'
import { watchStyle } from './read/numbers.js'
import { type ProblemList, spelled } from './read/problems.js'
import { readings, type WrittenValue, writtenValues } from './read/published.js'
import { placeOf, type Row, type Table, textOf } from './read/table.js'
import { scaleOf } from './scales.js'
import { type Survey, segmentsAndBenchmarks } from './survey.js'

/** A number or a direction that somebody has printed. */
export type Claim = {
  /** id of the figure it is about: `indexScore/all/2023-24`, `change/indexScore/all/2022-23..2023-24` */
  figure: string
  /** the words as printed: "85", "ca. 12.000", "steget" */
  text: string
  /** a number's interval, in the unit of `Figure.value`, closed at both ends for other people's documents; null for a direction word */
  interval: Interval | null
  /** digits after the decimal mark as printed; of the percentage for a share */
  decimals: number
  direction: 'rise' | 'fall' | 'unchanged' | null
  /** number of the table it stands in; null or left out in running text, in a table without a number, and in a table of claims */
  table?: number | null
  /** a change that is said in per cent ("steget med 4 pct."): it may be one of the number itself. `interval` is as of the figure's own unit */
  isInPercent?: boolean
  place: Place
}

export type Claims = {
  claims: Claim[]
  /** what a document says besides the numbers and directions of figures; nothing where only tables of claims were read */
  assertions?: Assertion[]
}

/**
 * A number somebody has printed that is no figure of the survey. `interval` in the number's own unit, 0 to 100 for a percentage; with "mindst" or
 * "højst" it is only the end that is named.
 */
export type PrintedNumber = { text: string; interval: Interval; decimals: number; hedge: Hedge | null }

/** How many of the rows a comparison is said of: "alle", "ingen", "de fleste", "4 af 6" */
export type Quantifier = { kind: 'all' | 'none' | 'most' } | { kind: 'some'; stated: number; of: number }

/** What a label can say of those who are counted. */
export const countedWhen = ['ongoing', 'finished', 'asked', 'answered'] as const
export type CountedWhen = (typeof countedWhen)[number]

/** What a document says besides the number or direction of a figure. */
export type Assertion = { place: Place } & (
  | { kind: 'caption'; of: 'table' | 'chart'; number: number; isContinued: boolean; text: string }
  /** the words that send a reader to a table or chart; `isElsewhere`: of another document, or an appendix */
  | { kind: 'reference'; of: 'table' | 'chart'; number: number; isElsewhere: boolean }
  /** things that are counted and then listed */
  | { kind: 'listCount'; noun: string; stated: number; listed: number }
  /** the document's own date, or the day its numbers were drawn */
  | { kind: 'date'; of: 'document' | 'extraction'; date: string }
  /** a number given as the middle of a scale. `scale`: its ends where the same sentence names them */
  | { kind: 'midpoint'; text: string; point: PrintedNumber; scale: { min: Exact; max: Exact } | null }
  /** above or below a fixed point, for all rows or some; or the highest or lowest of all */
  | {
      kind: 'comparison'
      text: string
      relation: 'above' | 'below' | 'highest' | 'lowest'
      /** null for highest and lowest, which are so among all */
      against: 'midpoint' | 'benchmark' | 'target' | null
      /** the fixed point as printed: "middel (2,5)"; null where it is only named */
      point: PrintedNumber | null
      quantifier: Quantifier | null
      segment: string | null
      /** id of the benchmark that is named; null where none is */
      benchmark: string | null
      /** of highest and lowest: id of the segment among whose parts; null where it is not said, or they are none of the survey's */
      among: string | null
      period: string
      /** number of the table the paragraph sends its reader to */
      table: number | null
    }
  /** a paragraph about a segment says something of its number of answers */
  | { kind: 'baseRemark'; segment: string }
  /** what was decided to reach */
  | { kind: 'target'; point: PrintedNumber; segment: string | null }
  /** whether it has been reached */
  | { kind: 'verdict'; text: string; isReached: boolean; segment: string | null; item: string | null; period: string }
  /** "62 (4,8 %)" in a table, with the one count its row gives as base */
  | {
      kind: 'tableShare'
      caption: number | null
      row: string
      column: string
      count: PrintedNumber
      share: PrintedNumber
      base: PrintedNumber | null
    }
  /** a column of whole numbers, one for each row */
  | { kind: 'countColumn'; label: string; says: CountedWhen[]; counts: bigint[] }
  /** answers beside a rate. `of`: what the rate is of, where that is counted in something else than people: "antal forløb" */
  | { kind: 'responseRate'; answers: PrintedNumber | null; rate: PrintedNumber; of: string | null }
)

/** near: to half a unit of the last digit that is not 0 ("ca. 12.000" is 11.500 to 12.500) · atLeast, atMost: one side is open */
export type Hedge = 'near' | 'atLeast' | 'atMost'

/** No count of people or answers reaches it. */
const noLimit = exact(10n ** 15n)

/**
 * What a printed number stands for in the unit of its figure, closed at both ends, since whoever printed it may round a tie either way. A count is
 * exact; a percentage becomes a fraction; a one-sided one reaches to the end of what the figure, or a change of it, can be.
 *
 * @param value as it stands in print: 4.8 for "4,8 %"
 */
export function intervalOfClaim(figure: string, value: Exact, decimals: number, hedge: Hedge | null, survey: Survey): Interval {
  const isChange = figure.startsWith('change/')
  const subject = subjectOf(figure, survey)
  const unit = subject ? metrics[subject.metric].unit : null
  const isCount = unit === 'answer' || unit === 'person'
  const asPrinted = isCount ? pointInterval(value) : intervalOfPrinted(value, decimals, true)
  const percent = exact(1, unit === 'share' ? 100 : 1)
  const stated = closed(scaleInterval(hedge === 'near' ? nearly(value, decimals) : asPrinted, percent))
  if (hedge === null || hedge === 'near') return stated
  const item = survey.items.find(({ id }) => id === subject?.item)
  const range = subject && item ? metrics[subject.metric].range(scaleOf(survey, item)) : null
  const max = range?.max ?? noLimit
  const min = isChange ? fromFraction(toFraction(max).neg()) : (range?.min ?? exact(0))
  return hedge === 'atLeast' ? { ...stated, to: max } : { ...stated, from: min }
}

function closed(interval: Interval): Interval {
  return { ...interval, fromIncluded: true, toIncluded: true }
}

/** Half a unit of the last digit that is not 0, to both sides: 12.000 is rounded to thousands, 4,50 to tenths. 0 itself to its last decimal. */
export function nearly(value: Exact, decimals: number): Interval {
  let units = toFraction(value).mul(10n ** BigInt(decimals)).n
  let zeros = 0
  while (units !== 0n && units % 10n === 0n) {
    units /= 10n
    zeros += 1
  }
  const half = zeros > decimals ? exact(10n ** BigInt(zeros - decimals), 2n) : exact(1n, 2n * 10n ** BigInt(decimals - zeros))
  const middle = toFraction(value)
  return {
    from: fromFraction(middle.sub(toFraction(half))),
    to: fromFraction(middle.add(toFraction(half))),
    fromIncluded: true,
    toIncluded: true,
  }
}

/** What a printed statement says: a number, a direction, or both ("fald på 8"). */
export type Said = Pick<Claim, 'interval' | 'decimals' | 'direction'>

/**
 * Reads "85", "ca. 12.000", "knap 40 pct.", "steget", "fremgang på to", "-8": a direction word, a hedge, a number or number word and a unit, each
 * of which may be missing, but not both direction and number. A direction is only read for a change; with "fald" a number without a sign is
 * negative.
 */
export function readStatement(
  figure: string,
  text: string,
  locale: Locale,
  style: PrintedStyle | undefined,
  survey: Survey,
): Said | NotParsed {
  const { directions, by, hedges, units } = locale.claimWords
  const isChange = figure.startsWith('change/')
  let rest = text.length > longest ? '' : text.trim().toLowerCase()
  if (rest === '') return { reason: text.length > longest ? 'tooLong' : 'empty' }
  const take = (words: readonly string[]): boolean => {
    const word = longestStart(rest, words)
    rest = word === null ? rest : rest.slice(word.length).replace(/^[.\s\u00A0\u202F]+/u, '')
    return word !== null
  }
  const direction = isChange ? (directionIds.find((id) => take(directions[id])) ?? null) : null
  if (direction && rest === '') return { interval: null, decimals: 0, direction }
  if (direction) take(by)
  const hedge = hedgeIds.find((id) => take(hedges[id])) ?? null
  const number = parseNumber(withoutUnit(rest, Object.values(units).flat()), locale, style)
  if ('reason' in number) return number
  const isFall = direction === 'fall' && number.value.numerator > 0n
  const value = isFall ? { ...number.value, numerator: -number.value.numerator } : number.value
  const mirrored = isFall && hedge && hedge !== 'near' ? ({ atLeast: 'atMost', atMost: 'atLeast' } as const)[hedge] : hedge
  return { interval: intervalOfClaim(figure, value, number.decimals, mirrored, survey), decimals: number.decimals, direction }
}

const longest = 120
const directionIds = ['rise', 'fall', 'unchanged'] as const
const hedgeIds = ['near', 'atLeast', 'atMost'] as const

/** The longest of the words that the text begins with, as a whole word. */
function longestStart(text: string, words: readonly string[]): string | null {
  const fitting = words.filter((word) => text === word || (text.startsWith(word) && /^[.\s\u00A0\u202F]/u.test(text.slice(word.length))))
  return fitting.reduce<string | null>((best, word) => (best === null || word.length > best.length ? word : best), null)
}

function withoutUnit(text: string, units: readonly string[]): string {
  const bare = text.replace(/\.$/, '')
  const fitting = units.filter((unit) => unit !== '%' && bare.endsWith(unit) && /[\s\u00A0\u202F]$/u.test(bare.slice(0, -unit.length)))
  const unit = fitting.reduce((best, word) => (word.length > best.length ? word : best), '')
  return unit === '' ? text : bare.slice(0, -unit.length).trim()
}

function parseNumber(text: string, locale: Locale, style: PrintedStyle | undefined): { value: Exact; decimals: number } | NotParsed {
  const { numbers } = locale.claimWords
  return Object.hasOwn(numbers, text) ? { value: exact(numbers[text] ?? 0), decimals: 0 } : parsePrinted(text, style)
}

/**
 * The id as figures have it: the survey's first item is implied. null where it names no figure a claim can be about: no metric, segment, period,
 * item or provider of the survey.
 */
export function claimedFigure(id: string, survey: Survey): string | null {
  const subject = subjectOf(id, survey)
  if (!subject || !segmentsAndBenchmarks(survey).some(({ id }) => id === subject.segment)) return null
  const { item, provider, period } = subject
  const isChange = id.startsWith('change/')
  const periods = isChange ? period.split('..') : [period]
  const isKnown =
    periods.length === (isChange ? 2 : 1) &&
    periods.every((each) => survey.periods.some((known) => known.id === each)) &&
    survey.items.some((known) => known.id === item) &&
    (provider === null || survey.providers.some((known) => known.id === provider))
  return isKnown ? `${isChange ? 'change/' : ''}${figureId(subject, survey)}` : null
}

/** The subject of a metric's figure, or of a change of one, whose `period` is then two. */
function subjectOf(figure: string, survey: Survey) {
  return parseFigureId(figure.startsWith('change/') ? figure.slice('change/'.length) : figure, survey)
}

/** What a row of a claims table says, not yet read: the file's number style may show later. */
type WrittenClaim = { figure: string; text: string; place: Place }

/**
 * Reads the tables of what has been printed, those under `claims:`. Two layouts: as published values, or `figure;value;place`, where a value may
 * also be a direction word or have one before it.
 *
 * @throws NotatError `data` with every problem at its place; the signal's reason when it aborts
 */
export async function readClaims(project: Project, options: ReadOptions = {}): Promise<Claims> {
  const reading = startReading(project)
  const { problems, names, subjects } = reading
  const { survey, locale } = project
  const context = { survey, names, subjects, problems }
  const claims: Claim[] = []
  for (const source of project.claims) {
    const written: WrittenClaim[] = []
    for await (const { table, rows } of readRows(reading, source, options)) {
      const isByFigure = table.columns.named.figure !== undefined || table.source.constants.figure !== undefined
      for (const row of rows) {
        const found = isByFigure
          ? namedClaim(table, row, survey, problems)
          : writtenValues(table, row, context).flatMap((value) => claimsOfValue(value, survey))
        const words = textOf(table, row, 'place')
        written.push(...found.map((claim) => (words === '' ? claim : { ...claim, place: { ...claim.place, words } })))
      }
    }
    const styles = watchStyle(source.numbers, problems)
    for (const { figure, text, place } of written) styles.see(text, isOfCounts(figure, survey), place)
    for (const claim of written) claims.push(...claimOf(claim, styles.style(), locales[locale], survey, problems))
  }
  problems.stop()
  return { claims }
}

/** A row of `figure;value;place`. */
function namedClaim(table: Table, row: Row, survey: Survey, problems: ProblemList): WrittenClaim[] {
  const [id, text] = [textOf(table, row, 'figure'), textOf(table, row, 'value')]
  const figure = claimedFigure(id, survey)
  const missing = id === '' ? 'figure' : text === '' ? 'value' : null
  if (missing) problems.add('missing-value', { column: missing }, placeOf(table, row, missing))
  else if (!figure) problems.add('unknown-figure', { figure: spelled(id) }, placeOf(table, row, 'figure'))
  return figure && !missing ? [{ figure, text, place: placeOf(table, row, 'value') }] : []
}

/** A published value, and the number of answers beside it. */
function claimsOfValue({ subject, metric, options, text, place, base }: WrittenValue, survey: Survey): WrittenClaim[] {
  return [
    { figure: figureId({ ...subject, metric, options }, survey), text, place },
    ...(base.text === '' ? [] : [{ figure: figureId({ ...subject, metric: 'base' }, survey), text: base.text, place: base.place }]),
  ]
}

function isOfCounts(figure: string, survey: Survey): boolean {
  const unit = subjectOf(figure, survey)?.metric
  return unit !== undefined && ['answer', 'person'].includes(metrics[unit].unit)
}

/**
 * What a share or a count can be, as printed, where a claim is not: nobody has printed that of the figure. (Numbers off the scale of an item are
 * printed, and found by the audit.)
 */
function limitsBroken(figure: string, interval: Interval | null, survey: Survey): { minimum: string; maximum: string } | null {
  const metric = figure.startsWith('change/') ? undefined : subjectOf(figure, survey)?.metric
  if (metric === undefined || interval === null) return null
  const isShare = metrics[metric].unit === 'share'
  if (!isShare && !isOfCounts(figure, survey)) return null
  const isBroken = toFraction(interval.to).compare(0) < 0 || (isShare && toFraction(interval.from).compare(1) > 0)
  return isBroken ? { minimum: '0', maximum: isShare ? '100' : '' } : null
}

/** The claim a row makes; none, with the reason in the problems, where its text cannot be read. */
function claimOf(
  { figure, text, place }: WrittenClaim,
  style: PrintedStyle | undefined,
  locale: Locale,
  survey: Survey,
  problems: ProblemList,
): Claim[] {
  const said = readStatement(figure, text, locale, style, survey)
  if (!('reason' in said)) {
    const limits = limitsBroken(figure, said.interval, survey)
    if (limits) problems.add('impossible-value', { found: spelled(text), ...limits }, place)
    return limits ? [] : [{ figure, text, ...said, place }]
  }
  if (said.reason === 'ambiguous') problems.add('ambiguous-number', { found: spelled(text), ...readings(text) }, place)
  else problems.add('unreadable-claim', { found: spelled(text) }, place)
  return []
}
