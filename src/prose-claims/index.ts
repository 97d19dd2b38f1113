/**
 * Running text → Claims: the numbers and directions of figures a document states, what it asserts besides, and what
 * was seen but cannot be tied to a figure.
 *
 * ```
 * bytes ── readText ─▶ blocks ─┬─ tables ──────────────────▶ claims of cells
 *                              └─ passages ── sentences ───▶ claims of sentences
 *                                    └─ captions, references, dates, lists, comparisons
 * ```
 *
 * A claim is only made where the words leave no doubt what it is about; everything else that looks like one is listed
 * as not checked.
 */

import type { Assertion, Claim, NotChecked, NumberFate, TextClaims } from '../claim.js'
import { joinOptions, subjectOf } from '../figure-key.js'
import { checkHanded } from '../handed.js'
import { defaultLocale, type LocaleId, locales } from '../locale/index.js'
import type { Locale } from '../locale/words.js'
import { append } from '../long-lists.js'
import { type Passage, placeOf, type TextWithPlaces } from '../read/text/passages.js'
import { scaleOf } from '../scales.js'
import { atOnce, type Steps } from '../steps.js'
import { isAskedIn, type Survey, type SurveyRecord } from '../survey.js'
import { assertionsOfText } from './assertions.js'
import { claimsOfQuoted, type QuotedNumber } from './quoted-claims.js'
import { claimsOfRecord, type RecordClaims, type RecordField, recordCalled } from './record-claims.js'
import { claimsOfStretch, numbersWithin } from './result-claims.js'
import { type Context, claimsOfSentence, type DocumentSetting, noContext } from './sentence-claims.js'
import { sumsOf } from './sentence-sums.js'
import { type Sentence, type Setting, settingOf } from './sentences.js'
import { claimsOfTable } from './table-claims.js'
import { countBelow, type PassageRead, readText } from './text-statements.js'
import { type TextUnit, unitsOf } from './units.js'
import { wordsOf } from './words.js'

export type TextOptions = {
  /** language of the document; default Danish */
  locale?: LocaleId | undefined
  /** id of the period the document tells of; default the survey's last */
  period?: string | undefined
  /** id of the period it compares with, or null; default the one before */
  compareWith?: string | null | undefined
  /** it tells of this survey alone, so that what is said "overall" is said of all segments together; default false */
  isOfSurvey?: boolean | undefined
  /** numbers that the project's author has written by hand; default none */
  quoted?: readonly QuotedNumber[] | undefined
  /** whether there is a figure of this id; default of those the document's own tables print */
  isKnown?: ((figure: string) => boolean) | undefined
}

/**
 * Finds what a document claims of a survey. Claims are in the order of the text; the words of each place are the
 * sentence or the cell. Intervals are closed at both ends, in the unit of the figure.
 */
export function claimsOfText(text: TextWithPlaces, survey: Survey, options: TextOptions = {}): TextClaims {
  checkHanded({ text, survey, options })
  return atOnce(textClaims(text, survey, options))
}

/** `claimsOfText` in steps. */
export function* textClaims(text: TextWithPlaces, survey: Survey, options: TextOptions): Steps<TextClaims> {
  const locale = locales[options.locale ?? defaultLocale]
  const ofSurvey = settingOf(survey, locale)
  yield
  const units = yield* unitsOf(text.blocks, ofSurvey)
  const setting = documentSetting(text, units, ofSurvey, options)
  const heads = new Set(text.blocks.flatMap((block) => (block.type === 'table' ? block.heads : [])))
  const tables = new Map<TextUnit, ReturnType<typeof claimsOfTable>>()
  for (const unit of units) {
    if (unit.type !== 'table') continue
    tables.set(unit, claimsOfTable(unit.table, unit.caption, setting))
    yield
  }
  const isProse = (unit: TextUnit): unit is Prose =>
    unit.type === 'prose' && !unit.isCaption && !unit.passages.some((each) => heads.has(each))
  const reads = yield* readsOf(
    units.filter(isProse),
    [...tables.values()].flatMap(({ claims }) => claims),
    setting,
    options,
  )
  const asserted = yield* assertionsOfText(units, setting)
  const assertedAt = bySentence(asserted, setting)
  const claims: Claim[] = []
  const notChecked: NotChecked[] = []
  const assertions: Assertion[] = []
  const numbers: NumberFate[] = []
  let heading: string | null = null
  let record: SurveyRecord | null = null
  for (const unit of units) {
    yield
    if (unit.type === 'table') {
      const found = tables.get(unit)
      if (!found) continue
      append(claims, found.claims)
      append(notChecked, found.notChecked)
      append(assertions, found.assertions)
      append(numbers, fatesInTable(found))
      continue
    }
    if (unit.isHeading) {
      heading = unit.sentences.flatMap(({ segments }) => segments).at(-1)?.target ?? null
      record = recordCalled(unit.passages[0]?.text ?? '', setting)
    }
    if (!isProse(unit)) continue
    const found = claimsOfUnit(unit.sentences, { heading, record, quoted: options.quoted ?? [] }, reads, assertedAt, setting)
    append(claims, found.claims)
    append(notChecked, found.notChecked)
    append(assertions, found.assertions)
    append(numbers, found.numbers)
  }
  const isSaid = (own: Assertion) =>
    own.kind === 'stated' && own.readings.every(({ is }) => is === 'rank') && asserted.some((each) => isSamePlace(each, own))
  return { claims, notChecked, numbers, assertions: [...asserted, ...assertions.filter((own) => !isSaid(own))] }
}

/** What is asserted in a sentence. */
function bySentence(asserted: readonly Assertion[], { file }: DocumentSetting): (sentence: Sentence) => readonly Assertion[] {
  const keyOf = ({ line, page, words }: Assertion['place']) => `${line}/${page}/${words}`
  const found = new Map<string, Assertion[]>()
  for (const each of asserted) {
    const at = found.get(keyOf(each.place))
    if (at) at.push(each)
    else found.set(keyOf(each.place), [each])
  }
  // A sentence may go over a line: each of its assertions stands on the line of its own words.
  return ({ passage, start, text, words }) => {
    const keys = new Set(words.map(({ at }) => keyOf(placeOf(file, passage, start + at, text))))
    return [...keys].flatMap((key) => found.get(key) ?? [])
  }
}

/** Who is highest is told once. */
function isSamePlace({ kind, place }: Assertion, own: Assertion): boolean {
  return kind === 'comparison' && place.line === own.place.line && place.words === own.place.words
}

type Prose = Extract<TextUnit, { type: 'prose' }>

/** Every passage with what its numbers and words are. */
function* readsOf(
  units: readonly Prose[],
  ofTables: readonly Claim[],
  setting: DocumentSetting,
  { isKnown = () => false }: TextOptions,
): Steps<ReadonlyMap<Passage, PassageRead>> {
  const printed = new Set(ofTables.map(({ figure }) => figure))
  const has = (figure: string) =>
    printed.has(figure) ||
    isKnown(figure) ||
    (/^[^/]+\/[^/]+\/[^/]+$/.test(figure) && [setting.mainMetric, 'base'].some((metric) => figure.startsWith(`${metric}/`)))
  const passages = units.flatMap(({ passages: all, isHeading, isPoint }) =>
    all.map((passage, index) => ({ passage, kind: isHeading ? 'heading' : isPoint && index === 0 ? 'point' : 'paragraph' }) as const),
  )
  const root = setting.survey.segments
  const hasAll =
    setting.overall !== null || !root.parts || ofTables.some(({ figure }) => subjectOf(figure, setting.survey)?.segment === root.id)
  const read = yield* readText(
    passages.map(({ passage, kind }) => ({ kind, text: passage.text })),
    { ...setting, hasAll },
    has,
  )
  return new Map(passages.map(({ passage }, index) => [passage, read[index] as PassageRead]))
}

function documentSetting(text: TextWithPlaces, units: readonly TextUnit[], setting: Setting, options: TextOptions): DocumentSetting {
  const { survey, locale } = setting
  const periods = survey.periods.map(({ id }) => id)
  const period = options.period ?? periods.at(-1) ?? ''
  const previous = options.compareWith === undefined ? (periods[periods.indexOf(period) - 1] ?? null) : options.compareWith
  const overall = options.isOfSurvey ? survey.segments.id : null
  const mainMetric = speaksOfIndex(text, locale) ? 'indexScore' : 'mean'
  return { ...setting, file: text.file, period, previous, overall, mainMetric, shares: sharesToldOf(units, setting) }
}

/**
 * By item the options its shares are of: those that every sentence names which says what "andelen" is. Items of which
 * several sets are named are not in it.
 */
function sharesToldOf(units: readonly TextUnit[], { survey, finder }: Setting): ReadonlyMap<string, string> {
  const told = units
    .flatMap((unit) => (unit.type === 'prose' ? unit.sentences : []))
    .flatMap(({ cues, words, numbers }) => {
      const [share] = numbers.length === 0 ? cues.all('share') : []
      return share ? [words.slice(share.to)] : []
    })
  return new Map(
    survey.items.flatMap((item) => {
      const sets = new Set(
        told.map((words) => {
          const named = new Set(finder.options(item.id, words).map(({ target }) => target))
          return joinOptions(scaleOf(survey, item).options.flatMap(({ id }) => (named.has(id) ? [id] : [])))
        }),
      )
      sets.delete('')
      const [only] = sets.size === 1 ? sets : []
      return only === undefined ? [] : [[item.id, only] as const]
    }),
  )
}

/** Whether a document gives satisfaction as an index anywhere: if so, a bare number for satisfaction is one. */
function speaksOfIndex({ blocks }: TextWithPlaces, { claimWords }: Locale): boolean {
  const words = [...claimWords.metrics.indexScore, ...claimWords.units.indexPoint]
  const says = ({ text }: Passage) => words.some((word) => text.toLowerCase().includes(word))
  return blocks.some((block) => (block.type === 'table' ? [...block.heads, ...block.columns.flat()].some(says) : says(block.passage)))
}

/**
 * Claims of what belongs together. A first sentence that names no segment, such as a point's own heading, is about
 * the one the others are about, if they are all about one.
 */
function claimsOfUnit(
  sentences: readonly Sentence[],
  { heading, record, quoted }: { heading: string | null; record: SurveyRecord | null; quoted: readonly QuotedNumber[] },
  reads: ReadonlyMap<Passage, PassageRead>,
  assertedAt: (sentence: Sentence) => readonly Assertion[],
  setting: DocumentSetting,
): { claims: Claim[]; notChecked: NotChecked[]; assertions: Assertion[]; numbers: NumberFate[] } {
  const named = new Set(sentences.flatMap(({ segments }) => segments.map(({ target }) => target)))
  const only = named.size === 1 ? ([...named][0] ?? null) : null
  const isLeadIn = sentences.length > 1 && sentences[0]?.segments.length === 0
  let context: Context = { ...noContext, segment: isLeadIn ? (only ?? heading) : heading }
  const claims: Claim[] = []
  const notChecked: NotChecked[] = []
  const assertions: Assertion[] = []
  const numbers: NumberFate[] = []
  let field: RecordField | null = null
  for (const [index, sentence] of sentences.entries()) {
    const ofRecord: RecordClaims | null = record && claimsOfRecord(sentence, record, field, setting)
    field = ofRecord?.field ?? null
    const read = reads.get(sentence.passage)
    if (ofRecord) {
      append(claims, ofRecord.claims)
      if (read) append(numbers, fatesIn(sentence, read, { claims: ofRecord.claims, assertions: [], notChecked: [] }, setting))
      continue
    }
    const found = claimsOfSentence(sentence, context, setting)
    context = found.context
    const own =
      read && context.compared === null && !isOfShares(sentence, read, setting)
        ? claimsOfStretch(read, stretchOf(sentence), sentence.passage, found, setting)
        : null
    const plain = own ?? { ...found, claims: found.claims.filter((claim) => !isOfWhole(claim, sentence, setting)) }
    append(claims, plain.claims)
    if (own) append(assertions, own.assertions)
    const quotes = claimsOfQuoted(sentence, quoted, setting)
    append(claims, quotes)
    const told = own ?? { ...plain, assertions: [] }
    const sums = sumsOf(sentence, sentences[index - 1] ?? null, setting).filter((sum) => !isClaimed(sum, told.claims))
    append(assertions, sums)
    const inSums = sums.flatMap(numbersOf)
    append(
      notChecked,
      told.notChecked.filter(({ text }) => !inSums.some((number) => number.includes(text) || text.includes(number))),
    )
    if (!read) continue
    const all = { ...told, claims: [...told.claims, ...quotes], assertions: [...told.assertions, ...sums, ...assertedAt(sentence)] }
    append(numbers, fatesIn(sentence, read, all, setting))
  }
  return { claims, notChecked, assertions, numbers }
}

/** "Af de 2.220 svar er 79 pct. fra de eksterne": the number is of all, and not of those who are named behind it. */
function isOfWhole(claim: Claim, { numbers, words, segments }: Sentence, { locale, survey }: DocumentSetting): boolean {
  if (subjectOf(claim.figure, survey)?.metric !== 'base') return false
  const number = numbers.find(({ text }) => text === claim.text)
  if (!number || segments.length === 0) return false
  const lead = words
    .slice(0, number.from)
    .map(({ key }) => key)
    .join(' ')
  const { outOf, from } = locale.statementWords.cues
  const isLed = outOf.some((said) => lead === said || lead.endsWith(` ${said}`))
  const isFrom = (at: number) => [1, 2].some((back) => from.includes(words[at - back]?.key ?? ''))
  return isLed && segments.every((named) => named.from >= number.to && isFrom(named.from))
}

/** All that a sum is of is claimed of figures, which are held against each other anyhow. */
function isClaimed(sum: ReturnType<typeof sumsOf>[number], claims: readonly Claim[]): boolean {
  return numbersOf(sum).every((text) => claims.some((claim) => claim.text.includes(text)))
}

/** What is told in a sentence, whichever way it was read. */
type ToldInSentence = { claims: readonly Claim[]; assertions: readonly Assertion[]; notChecked: readonly NotChecked[] }

/** The numbers of a sentence, and what has become of each. */
function fatesIn(sentence: Sentence, read: PassageRead, told: ToldInSentence, { file }: DocumentSetting): NumberFate[] {
  const { passage, start, text, words } = sentence
  const printed = [
    ...told.claims.filter(({ interval }) => interval !== null).map((claim) => claim.text),
    ...told.assertions.flatMap(numbersOf),
  ]
  const said = new Set(printed.flatMap((each) => wordsOf(each).map(({ key }) => key)))
  const isSaid = (number: string) => said.has(number.toLowerCase()) || (/\s/.test(number) && printed.some((each) => each.includes(number)))
  const put = (from: number, to: number, fate: NumberFate['fate'], reason: NumberFate['reason']): NumberFate => ({
    ...{ text: passage.text.slice(from, to), fate, reason },
    place: placeOf(file, passage, from, text),
  })
  const putOpen = (from: number, to: number, wording: string, reason: NumberFate['reason']) => {
    const isRead = isSaid(passage.text.slice(from, to))
    const seen = told.notChecked.find((each) => each.text.includes(wording))?.reason
    return put(from, to, isRead ? 'claim' : 'notRead', isRead ? null : (seen ?? reason))
  }
  const own = numbersWithin(read, start, start + text.length)
  const others = read.noResults.slice(
    countBelow(read.noResults, ([from]) => from < start),
    countBelow(read.noResults, ([from]) => from < start + text.length),
  )
  const known = new Set([...own.map(({ number }) => number[0]), ...others.map(([from]) => from)])
  // "5 ud af ti" is no number of the one reader, and one of the other's.
  const missed = sentence.numbers.flatMap(({ at, text: wording, unit }) => {
    const word = words[at]
    const isNumber = word?.kind === 'number' || unit === 'fraction'
    return word && isNumber && !known.has(start + word.at) ? [putOpen(start + word.at, start + word.end, wording, 'sense')] : []
  })
  return [
    ...own.map(({ number: [from, to], quantity, fates }) => {
      const open = fates.find((fate) => fate.is === 'open')
      return putOpen(from, to, quantity.text, open?.is === 'open' ? open.reason : null)
    }),
    ...others.map(([from, to]) => (isSaid(passage.text.slice(from, to)) ? put(from, to, 'claim', null) : put(from, to, 'noResult', null))),
    ...missed,
  ]
}

/** The numbers, as they stand, that are held against something besides a figure. */
function numbersOf(assertion: Assertion): string[] {
  switch (assertion.kind) {
    case 'stated':
      return [assertion.text]
    case 'midpoint':
    case 'target':
      return [assertion.point.text]
    case 'comparison':
      return assertion.point ? [assertion.point.text] : []
    case 'responseRate':
      return [assertion.rate.text, ...(assertion.answers ? [assertion.answers.text] : [])]
    case 'listCount':
      return [assertion.text]
    case 'spokenShare':
      return [assertion.part.text, assertion.whole.text, assertion.share.text]
    case 'spokenChange':
      return [assertion.from.text, assertion.to.text, assertion.by.text]
    default:
      return []
  }
}

function fatesInTable({ claims, notChecked }: { claims: readonly Claim[]; notChecked: readonly NotChecked[] }): NumberFate[] {
  return [
    ...claims.flatMap(({ text, interval, place }): NumberFate[] => (interval ? [{ text, fate: 'claim', reason: null, place }] : [])),
    ...notChecked.map(({ text, reason, place }): NumberFate => ({ text, fate: 'notRead', reason, place })),
  ]
}

function stretchOf({ start, text }: Sentence) {
  return { from: start, to: start + text.length, text }
}

/**
 * Sentences about shares of answers, response rates, targets and scales, which are read by the words of their options
 * and of what they are held against.
 */
function isOfShares(sentence: Sentence, read: PassageRead, { survey, finder }: DocumentSetting): boolean {
  const { cues, words, numbers, start, text, items, segments, periods } = sentence
  const kinds = ['percent', 'percentagePoint', 'fraction', 'hundredth', 'scalePoint'] as const
  const own = numbersWithin(read, start, start + text.length)
  if (cues.all('within', 'mix', 'commonBasis', 'mayBe', 'commonScale', 'target', 'midpoint').length > 0) return true
  const isOfAnswers = read.answers.some(({ from }) => from >= start && from < start + text.length)
  const [first] = survey.items
  if (new Set(items.map(({ target }) => target)).size > 1) return true
  if (segments.some(({ target }) => survey.benchmarks.some(({ id }) => id === target))) return true
  if (first && periods.length > 0 && periods.every(({ target }) => !isAskedIn(first, target))) return true
  if (isOfAnswers) return false
  if (own.length > 0 && own.every(({ fates }) => fates.every(({ is }) => is !== 'open'))) return false
  if (numbers.some(({ unit }) => kinds.some((kind) => kind === unit))) return true
  if (cues.all('responseRate', 'invited', 'share', 'benchmark', 'asked', 'fraction').length > 0) return true
  return survey.items.some(({ id }) => finder.options(id, words).length > 0 && numbers.length > 0)
}
