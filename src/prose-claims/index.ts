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

import type { Assertion, Claim, NotChecked, TextClaims } from '../claim.js'
import { joinOptions, subjectOf } from '../figure-key.js'
import { checkHanded } from '../handed.js'
import { defaultLocale, type LocaleId, locales } from '../locale/index.js'
import type { Locale } from '../locale/words.js'
import { append } from '../long-lists.js'
import { compare, exact } from '../printed.js'
import type { Passage, TextWithPlaces } from '../read/text/passages.js'
import { scaleOf } from '../scales.js'
import { atOnce, eachInSteps, type Steps } from '../steps.js'
import { isAskedIn, type Survey, type SurveyRecord } from '../survey.js'
import { assertionsOfText } from './assertions.js'
import { type Accounted, type Fates, fatesOf } from './fates.js'
import type { Mentioned } from './mentioned.js'
import { leastLevel } from './number-frames.js'
import { claimsOfQuoted, type QuotedNumber } from './quoted-claims.js'
import { claimsOfRecord, type RecordClaims, type RecordField, recordCalled } from './record-claims.js'
import { besidesStandings, claimsOfStretch, numbersWithin, openNumbersOfStretch, standingsOfStretch } from './result-claims.js'
import { type Context, claimsOfSentence, type DocumentSetting, noContext } from './sentence-claims.js'
import { sumsOf } from './sentence-sums.js'
import { type Sentence, type Setting, settingOf } from './sentences.js'
import { claimsOfTable, isAboutScale, type TableRead } from './table-claims.js'
import { countBelow, mentionReader, type PassageRead, readText } from './text-statements.js'
import { type TextUnit, unitsOf } from './units.js'

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
  const { spoken, ...told } = atOnce(textClaims(text, survey, options))
  return told
}

/** `claimsOfText` in steps, and where in its passages each of the numbers stands. */
export function* textClaims(text: TextWithPlaces, survey: Survey, options: TextOptions): Steps<TextClaims & Fates> {
  const locale = locales[options.locale ?? defaultLocale]
  const ofSurvey = settingOf(survey, locale)
  yield
  const units = yield* unitsOf(text.blocks, ofSurvey)
  const setting = documentSetting(text, units, ofSurvey, options)
  const heads = new Set(text.blocks.flatMap((block) => (block.type === 'table' ? block.heads : [])))
  const tables = new Map<TextUnit, TableRead>()
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
  const claims: Claim[] = []
  const notChecked: NotChecked[] = []
  const assertions: Assertion[] = []
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
      continue
    }
    if (unit.isHeading) {
      const isOfOrder = unit.passages.some((passage) => reads.get(passage)?.sentences.some((each) => each.isOfOrder))
      heading = isOfOrder ? null : (unit.sentences.flatMap(({ segments }) => segments).at(-1)?.target ?? null)
      record = recordCalled(unit.passages[0]?.text ?? '', setting)
    }
    if (!isProse(unit)) continue
    const found = claimsOfUnit(unit.sentences, { heading, record, quoted: options.quoted ?? [] }, reads, setting)
    append(claims, found.claims)
    append(notChecked, found.notChecked)
    append(assertions, found.assertions)
  }
  const isSaid = (own: Assertion) =>
    own.kind === 'stated' &&
    own.readings.every(({ is }) => is === 'rank' || is === 'place') &&
    asserted.some((each) => isSamePlace(each, own))
  const told = { claims, notChecked, assertions: [...asserted, ...assertions.filter((own) => !isSaid(own))] }
  const mentionedIn = mentionReader(setting)
  const accounted = yield* eachInSteps(units, (unit) => accountedIn(unit, { reads, heads, mentionedIn }, setting))
  return { ...told, ...(yield* fatesOf(accounted.flat(), { ...told, assertions: [...asserted, ...assertions] }, setting)) }
}

type KnownOfPassages = {
  reads: ReadonlyMap<Passage, PassageRead>
  /** heads of tables that stand among the paragraphs */
  heads: ReadonlySet<Passage>
  mentionedIn: (text: string) => Mentioned[]
}

/** The passages of a unit in their order, with what is known of the numbers in each. */
function accountedIn(unit: TextUnit, { reads, heads, mentionedIn }: KnownOfPassages, setting: DocumentSetting): Accounted[] {
  const plain = { read: null, sentences: [], fractions: [], is: null, reason: null }
  const put = (passage: Passage, known: Partial<Accounted>): Accounted => {
    const mentioned = reads.get(passage)?.mentioned ?? mentionedIn(passage.text)
    return { ...plain, passage, mentioned, ...known }
  }
  if (unit.type === 'prose') {
    return unit.passages.map((passage) => {
      if (heads.has(passage)) return put(passage, { is: 'label' })
      const sentences = unit.sentences.filter((sentence) => sentence.passage === passage)
      const fractions = sentences.flatMap(({ start, numbers, words }) =>
        numbers.flatMap(({ unit: of, at, to }) =>
          of === 'fraction' ? [[start + (words[at]?.at ?? 0), start + (words[to - 1]?.end ?? 0)] as const] : [],
        ),
      )
      return put(passage, { sentences, fractions, read: reads.get(passage) ?? null, reason: unit.isCaption ? 'caption' : null })
    })
  }
  const { table } = unit
  const isScale = isAboutScale(table, setting)
  // A column of scales holds their ends: "1 til 5".
  const isEnds = (column: readonly Passage[]) =>
    column.some(({ text }) => setting.locale.claimWords.scale.includes(text.trim().toLowerCase()))
  return [
    ...[...table.columns.flat(), ...table.heads].map((head) => put(head, { is: 'label' })),
    ...table.rows.flatMap(({ group, labels, cells }) => [
      ...[...(group ? [group] : []), ...labels].map((label) => put(label, { is: 'label' })),
      ...cells.map((cell, column) => put(cell, isScale || isEnds(table.columns[column] ?? []) ? { is: 'scale' } : {})),
    ]),
  ]
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
  setting: DocumentSetting,
): { claims: Claim[]; notChecked: NotChecked[]; assertions: Assertion[] } {
  const named = new Set(sentences.flatMap(({ segments }) => segments.map(({ target }) => target)))
  const only = named.size === 1 ? ([...named][0] ?? null) : null
  const [first] = sentences
  const isLeadIn = sentences.length > 1 && first?.segments.length === 0 && first.cues.all('overall', 'target').length === 0
  let context: Context = { ...noContext, segment: isLeadIn ? (only ?? heading) : heading }
  const claims: Claim[] = []
  const notChecked: NotChecked[] = []
  const assertions: Assertion[] = []
  const allSums = sentences.map((sentence, index) => sumsOf(sentence, sentences[index - 1] ?? null, setting))
  let field: RecordField | null = null
  for (const [index, sentence] of sentences.entries()) {
    const ofRecord: RecordClaims | null = record && claimsOfRecord(sentence, record, field, setting)
    field = ofRecord?.field ?? null
    const read = reads.get(sentence.passage)
    if (ofRecord) {
      append(claims, ofRecord.claims)
      continue
    }
    const all = claimsOfSentence(sentence, context, setting)
    context = all.context
    const found = read ? { ...all, claims: besidesStandings(all.claims, read, stretchOf(sentence)) } : all
    const own =
      read && context.compared === null && !isOfShares(sentence, read, setting)
        ? claimsOfStretch(read, stretchOf(sentence), sentence.passage, found, setting)
        : null
    const plain = own ?? {
      ...found,
      claims: found.claims
        .filter((claim) => !isOfWhole(claim, sentence, setting) && !(read && isDoubtful(claim, read, stretchOf(sentence))))
        .map((claim) => (read ? leftInDoubt(claim, read, stretchOf(sentence)) : claim)),
    }
    append(claims, plain.claims)
    if (own) append(assertions, own.assertions)
    else if (read && tellsOfNoOthers(sentence, setting))
      append(assertions, openNumbersOfStretch(read, stretchOf(sentence), sentence.passage, found, setting))
    const standings = read ? standingsOfStretch(read, stretchOf(sentence), sentence.passage, setting) : []
    append(assertions, standings)
    const quotes = claimsOfQuoted(sentence, quoted, setting)
    append(claims, quotes)
    const told = own ?? { ...plain, assertions: [] }
    const sums = (allSums[index] ?? []).filter((sum) => !isClaimed(sum, told.claims))
    append(assertions, sums)
    const inSums = [...sums, ...(allSums[index + 1] ?? [])].flatMap(numbersOfSum)
    append(
      notChecked,
      told.notChecked.filter(({ text }) => !inSums.some((number) => number.includes(text) || text.includes(number))),
    )
  }
  return { claims, notChecked, assertions }
}

/** "Af de 2.220 svar er 79 pct. fra de eksterne": the number is of all, and not of those who are named behind it. */
function isOfWhole(claim: Claim, { numbers, words, segments }: Sentence, { locale, survey }: DocumentSetting): boolean {
  if (subjectOf(claim.figure, survey)?.metric !== 'base') return false
  const number = numbers.find(({ text }) => text === claim.text)
  if (!number) return false
  const isOfRoot = subjectOf(claim.figure, survey)?.segment === survey.segments.id
  if (segments.length === 0 && isOfRoot) return false
  const lead = words
    .slice(0, number.from)
    .map(({ key }) => key)
    .join(' ')
  const { outOf, from } = locale.statementWords.cues
  // "509 af 1.755 svar": the second is what the first is a part of.
  const before = numbers[numbers.indexOf(number) - 1]
  const between = words.slice(before?.to, number.from).map(({ key }) => key)
  const isPart = before?.decimals === 0 && before.unit !== 'percent' && outOf.some((said) => between.join(' ').startsWith(said))
  if (isPart && between.length <= longestLink) return true
  const isLed = outOf.some((said) => lead === said || lead.endsWith(` ${said}`) || isLedByOwner(lead, said, number.from))
  const isFrom = (at: number) => [1, 2].some((back) => from.includes(words[at - back]?.key ?? ''))
  return isLed && segments.every((named) => named.from >= number.to && isFrom(named.from))
}

/** "Ud af undersøgelsens 2.220 svar": one word between the two. */
function isLedByOwner(lead: string, said: string, from: number): boolean {
  return from <= said.split(' ').length + 1 && lead.startsWith(`${said} `)
}

/** Words at most between a part and its whole: "465 af de i alt 2.220 svar". */
const longestLink = 4

function numbersOfSum(sum: ReturnType<typeof sumsOf>[number]): string[] {
  const numbers = sum.kind === 'spokenShare' ? [sum.part, sum.whole, sum.share] : [sum.from, sum.to, sum.by]
  return numbers.map(({ text }) => text)
}

/** All that a sum is of is claimed of figures, which are held against each other anyhow. */
function isClaimed(sum: ReturnType<typeof sumsOf>[number], claims: readonly Claim[]): boolean {
  return numbersOfSum(sum).every((text) => claims.some((claim) => claim.text.includes(text)))
}

function stretchOf({ start, text }: Sentence) {
  return { from: start, to: start + text.length, text }
}

/**
 * A way that is denied ("hverken steget eller faldet"), a number of nobody who is named or of no time that was
 * measured, or of a part of those who are named.
 */
function isDoubtful({ figure, text, interval }: Claim, read: PassageRead, { from, to }: { from: number; to: number }): boolean {
  const sentence = read.sentences[countBelow(read.sentences, (each) => each.from <= from) - 1]
  if (sentence?.isOfSome || sentence?.isConditional) return true
  if (interval === null) return sentence?.isDenied === true
  const number = numbersWithin(read, from, to).find(({ quantity }) => quantity.text === text)
  // "i gennemsnit 351 svar": a number of answers, and not how many have answered.
  const isCount = figure.startsWith('base/')
  // "Spændet er indsnævret fra 9 til 8 point": so few points are no result.
  const isFew = figure.startsWith('indexScore/') && compare(interval.to, exact(leastLevel)) < 0
  const reasons = ['subject', 'period', ...(isCount ? ['metric'] : []), ...(isFew ? ['sense'] : [])]
  return number?.fates.some((fate) => fate.is === 'open' && reasons.includes(fate.reason)) === true
}

/** A claim with what its number may be as well. */
function leftInDoubt(claim: Claim, read: PassageRead, { from, to }: { from: number; to: number }): Claim {
  const number = numbersWithin(read, from, to).find(({ quantity }) => quantity.text === claim.text)
  return number?.orElse ? { ...claim, orElse: number.orElse } : claim
}

/** Nothing in it makes a number one of an option, of those who were asked, of a target or of somebody else's. */
function tellsOfNoOthers({ cues, words, items, segments }: Sentence, { survey, finder }: DocumentSetting): boolean {
  const others = ['within', 'mix', 'commonBasis', 'mayBe', 'commonScale', 'target', 'midpoint', 'responseRate', 'invited', 'share'] as const
  return (
    cues.all(...others, 'benchmark', 'asked').length === 0 &&
    items.length === 0 &&
    !segments.some(({ target }) => survey.benchmarks.some(({ id }) => id === target)) &&
    !survey.items.some(({ id }) => finder.options(id, words).length > 0)
  )
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
