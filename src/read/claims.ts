/** Tables of what has been printed → Claims, and what one printed statement says. */

import { type Claim, type Claims, intervalOfClaim } from '../claim.js'
import { type Place, wordedIn } from '../errors.js'
import { figureId, idOfKey, keyOfId, parseFigureId, periodsOf, subjectOf } from '../figure-key.js'
import { checkHanded } from '../handed.js'
import { localeAskedFor, locales } from '../locale/index.js'
import type { Locale } from '../locale/words.js'
import { append } from '../long-lists.js'
import { fitsItem, metrics } from '../metrics.js'
import { type Exact, exact, type Interval, type NotParsed, type NumberMarks, toFraction } from '../printed.js'
import type { Project } from '../project.js'
import { scaleOf } from '../scales.js'
import { isFixedPoint, type Survey, segmentOrBenchmark } from '../survey.js'
import type { Row } from './formats/input-format.js'
import { numbersOf, type ReadOptions, readRows, startReading } from './index.js'
import { parseCell, readingsOf, watchStyle } from './numbers.js'
import { type ProblemList, spelled } from './problems.js'
import { type WrittenValue, writtenValues } from './published.js'
import { cellPlace, cellText, type Table } from './table.js'

/** What a printed statement says: a number, a direction, or both ("fald på 8"). */
export type PrintedStatement = Pick<Claim, 'interval' | 'decimals' | 'direction'>

/**
 * Reads "85", "ca. 12.000", "knap 40 pct.", "steget", "fremgang på to", "-8": a direction word, a hedge, a number or
 * number word and a unit, each of which may be missing, but not both direction and number. A direction is only read
 * for a change; with "fald" a number without a sign is negative.
 */
export function readStatement(
  figure: string,
  text: string,
  locale: Locale,
  styles: readonly NumberMarks[],
  survey: Survey,
): PrintedStatement | NotParsed {
  const { directions, by, hedges, units } = locale.claimWords
  const isChange = keyOfId(figure, survey)?.kind === 'change'
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
  const number = parseNumber(withoutUnit(rest, Object.values(units).flat()), locale, styles)
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

function parseNumber(text: string, locale: Locale, styles: readonly NumberMarks[]): { value: Exact; decimals: number } | NotParsed {
  const { numbers } = locale.claimWords
  return Object.hasOwn(numbers, text) ? { value: exact(numbers[text] ?? 0), decimals: 0 } : parseCell(text, styles)
}

/**
 * The id as figures have it: the survey's first item is implied. null where it names no figure a claim can be about:
 * no metric, segment, period, item or provider of the survey.
 */
export function claimedFigure(id: string, survey: Survey): string | null {
  const key = keyOfId(id, survey)
  if (key?.kind !== 'metric' && key?.kind !== 'change' && key?.kind !== 'difference') return null
  const { segment, item, provider } = key
  const others = key.kind === 'difference' && !isFixedPoint(key.against) ? [key.against] : []
  const isKnown =
    [segment, ...others].every((each) => segmentOrBenchmark(survey, each) !== undefined) &&
    periodsOf(key).every((each) => survey.periods.some((known) => known.id === each)) &&
    survey.items.some((known) => known.id === item && fitsItem(key.metric, known, scaleOf(survey, known))) &&
    (provider === null || survey.providers.some((known) => known.id === provider))
  return isKnown ? idOfKey(key, survey) : null
}

/** What a row of a claims table says, not yet read: the file's number style may show later. */
type WrittenClaim = { figure: string; text: string; place: Place }

/**
 * Reads the tables of what has been printed, those under `claims:`. Two layouts: as published values, or
 * `figure;value;place`, where a value may also be a direction word or have one before it.
 *
 * @throws NotatError `data` with every problem at its place; the signal's reason when it aborts
 */
export async function readClaims(project: Project, options: ReadOptions = {}): Promise<Claims> {
  checkHanded({ project, options })
  return wordedIn(localeAskedFor(options.locale), () => claimsIn(project, options))
}

async function claimsIn(project: Project, options: ReadOptions): Promise<Claims> {
  const reading = startReading(project)
  const { problems, names, subjects } = reading
  const { survey, locale } = project
  const context = { survey, locale: locales[locale], names, subjects, problems }
  const claims: Claim[] = []
  for (const source of project.claims) {
    const written: WrittenClaim[] = []
    for await (const { table, rows } of readRows(reading, source, options)) {
      const isByFigure = table.columns.named.figure !== undefined || table.source.constants.figure !== undefined
      for (const row of rows.filter(({ isUntold }) => !isUntold)) {
        const found = isByFigure
          ? namedClaim(table, row, survey, problems)
          : writtenValues(table, row, context).flatMap((value) => claimsOfValue(value, survey))
        const words = cellText(table, row, 'place')
        append(
          written,
          found.map((claim) => (words === '' ? claim : { ...claim, place: { ...claim.place, words } })),
        )
      }
    }
    const styles = watchStyle(numbersOf(source, project), problems)
    for (const { figure, text, place } of written) styles.see(text, isOfCounts(figure, survey), place)
    for (const claim of written) append(claims, claimOf(claim, styles.styles(), locales[locale], survey, problems))
  }
  problems.stop()
  return { claims }
}

/** A row of `figure;value;place`. */
function namedClaim(table: Table, row: Row, survey: Survey, problems: ProblemList): WrittenClaim[] {
  const [id, text] = [cellText(table, row, 'figure'), cellText(table, row, 'value')]
  const figure = claimedFigure(id, survey)
  const missing = id === '' ? 'figure' : text === '' ? 'value' : null
  if (missing) problems.add('missing-value', { column: missing }, cellPlace(table, row, missing))
  else if (!figure) problems.add('unknown-figure', { figure: spelled(id) }, cellPlace(table, row, 'figure'))
  return figure && !missing ? [{ figure, text, place: cellPlace(table, row, 'value') }] : []
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
 * What a share or a count can be, as printed, where a claim is not: nobody has printed that of the figure. (Numbers
 * off the scale of an item are printed, and found by the audit.)
 */
function limitsBroken(figure: string, interval: Interval | null, survey: Survey): { minimum: string; maximum: string } | null {
  const metric = parseFigureId(figure, survey)?.metric
  if (metric === undefined || interval === null) return null
  const isShare = metrics[metric].unit === 'share'
  if (!isShare && !isOfCounts(figure, survey)) return null
  const isBroken = toFraction(interval.to).compare(0) < 0 || (isShare && toFraction(interval.from).compare(1) > 0)
  return isBroken ? { minimum: '0', maximum: isShare ? '100' : '' } : null
}

/** The claim a row makes; none, with the reason in the problems, where its text cannot be read. */
function claimOf(
  { figure, text, place }: WrittenClaim,
  styles: readonly NumberMarks[],
  locale: Locale,
  survey: Survey,
  problems: ProblemList,
): Claim[] {
  const said = readStatement(figure, text, locale, styles, survey)
  if (!('reason' in said)) {
    const limits = limitsBroken(figure, said.interval, survey)
    if (limits) problems.add('impossible-value', { found: spelled(text), ...limits }, place)
    return limits ? [] : [{ figure, text, ...said, place }]
  }
  if (said.reason === 'ambiguous') problems.add('ambiguous-number', { found: spelled(text), readings: readingsOf(text) }, place)
  else problems.add('unreadable-claim', { found: spelled(text) }, place)
  return []
}
