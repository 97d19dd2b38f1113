/**
 * Passages whose figures are not known → what their numbers are, and what their words tell of figures.
 *
 * ```
 * passages ─▶ sentences ─▶ clauses with their numbers ─▶ the fate of each number
 *                 └─▶ the same words, each known number a slot ─▶ statements (`statements.ts`)
 * ```
 */
import type { AnyOf, Stated } from '../claim.js'
import { changeId, figureId } from '../figure-key.js'
import { append } from '../long-lists.js'
import type { MetricId } from '../metrics.js'
import type { Exact } from '../printed.js'
import { eachInSteps, type Steps } from '../steps.js'
import { type AnswersSpoken, type AnswersTold, answersIn } from './answer-frames.js'
import { type Mentioned, mentionedIn } from './mentioned.js'
import { noResultsIn, type Stretch } from './no-results.js'
import {
  type Fate,
  type Frame,
  fatesOf,
  hasStrangers,
  longestBracket,
  managedIn,
  pointsBack,
  type Spoken,
  withAllTogether,
} from './number-frames.js'
import { type NumberLexicon, numberLexiconOf, type Quantity, quantitiesIn, wordsBetween } from './number-mentions.js'
import { aimsIn, comesOf, type OpenSentence, whatOpenNumbersCanBe } from './open-numbers.js'
import type { DocumentSetting } from './sentence-claims.js'
import { noStandings, type Standing, type StandingContext, standingsIn } from './standings.js'
import { clausesOf, type Mentions, mentionsIn, positionsOf, range } from './statement-mentions.js'
import { slotMark, type Token } from './statement-slots.js'
import { isHeldAgainst, isSameRef, type Ref, type StatementSetting, type View, viewOf } from './statement-subjects.js'
import { type PassageReading, readStatements, type SlottedPassage, sentencesOfTokens, statementSettingOf, tokensOf } from './statements.js'

/** A number of a passage, from one offset to another; `number` is the printed number alone. */
export type NumberRead = {
  from: number
  to: number
  number: [from: number, to: number]
  quantity: Quantity
  fates: Fate[]
  /** all that it can be, where it is not known which of these it is */
  possible: Stated[]
  /** what it may be as well, where its words do not tell for certain what it is */
  orElse: AnyOf | null
  /** the words that tell it, where they are more than the number */
  said: { at: number; text: string } | null
  /** its clause has words that nobody knows: it is only what another reader says as well */
  isUncertain: boolean
  /** what it tells is told by the words of answers around it */
  isOfAnswers: boolean
}

/**
 * A sentence: whether it names somebody, and where it begins to give a reason, or to tell of the scale. `isStrange`:
 * it has words that nobody knows, and these may be what it is about. `isOfSome`: it is of a part of those it names.
 */
export type SentenceRead = {
  from: number
  to: number
  namesAnybody: boolean
  tellsUntil: number
  isDenied: boolean
  isStrange: boolean
  isOfSome: boolean
  /** it says who is first or last */
  isOfOrder: boolean
}

/**
 * How somebody stands, told by all the words from one offset of the passage to another. `numbers`: those that are part
 * of it and no results, as they are printed.
 */
export type StandingRead = { from: number; to: number; readings: Stated[]; numbers: string[] }

/** Words that tell something of figures. `said` from one offset of the passage to another. */
export type WordsRead = Pick<PassageReading, 'form' | 'readings' | 'leftOver'> & { from: number; to: number }

/** Words and numbers that tell together of answers; `at` to `end` decides. Nothing else is told from `from` to `to`. */
export type AnswersRead = { from: number; to: number; at: number; end: number; readings: Stated[] }

export type PassageRead = {
  sentences: SentenceRead[]
  numbers: NumberRead[]
  words: WordsRead[]
  answers: AnswersRead[]
  /** words of direction with all that each can tell, where no form takes it */
  openWords: { from: number; to: number; readings: Stated[] }[]
  mentioned: Mentioned[]
  standings: StandingRead[]
}

export type PlainPassage = Omit<SlottedPassage, 'slots'>

/** Reads passages in order. `has`: whether a figure is known, printed in a table of the document or in the project. */
export function* readText(
  passages: readonly PlainPassage[],
  document: DocumentSetting & { hasAll: boolean },
  has: (figure: string) => boolean,
): Steps<PassageRead[]> {
  const { survey, locale, period, previous } = document
  const setting = statementSettingOf(survey, locale, { period, previous, has, isWithheld: () => false })
  let heading: Heading = { refs: null, isPlain: true, isAnybody: false, isOfSurvey: true }
  let standing = noStandings
  let aims: readonly Exact[] = []
  yield
  const read = yield* eachInSteps(passages.entries(), ([index, passage]) => {
    const stretches = noResultsIn(
      passage.text,
      { before: passages[index - 1]?.text ?? null, isPoint: passage.kind === 'point' },
      { survey, locale },
    )
    const found = numbersOf(passage, heading, standing, aims, document, setting, stretches)
    aims = found.aims
    standing = { ...found.standing, last: passage.kind === 'heading' ? null : found.standing.last }
    if (passage.kind === 'heading') {
      const isAnybody =
        heading.isAnybody || found.refs !== null || found.sentences.some(({ isOfOrder, namesAnybody }) => isOfOrder && namesAnybody)
      heading = { refs: found.refs, isPlain: found.isPlain, isAnybody, isOfSurvey: found.isOfSurvey }
    }
    return found
  })
  const slotted = passages.map((passage, index) => slottedOf(passage, read[index]?.numbers ?? [], setting))
  const told = yield* readStatements(slotted, survey, [locale], setting)
  return yield* eachInSteps(read.entries(), ([index, { sentences, numbers, mentioned, standings, answers, openWords }]) => ({
    openWords,
    sentences,
    answers,
    numbers,
    mentioned,
    standings,
    words: (told[index] ?? [])
      .toSorted((a, b) => a.from - b.from)
      .map(({ from, to, form, readings, leftOver }) => {
        const at = (offset: number) => unslotted(slotted[index] as Slotted, offset)
        return { from: at(from), to: at(to), form, readings, leftOver }
      })
      // All of its words are read already.
      .filter(({ from }) => !standings.some((each) => each.readings.length > 0 && each.from <= from && from < each.to)),
  }))
}

// ── numbers ──

/**
 * `isAnybody`: it or one before it names somebody, whom all under it may be about. `isOfSurvey`: none of them has a
 * word that nobody knows around answers.
 */
type Heading = { refs: Ref[] | null; isPlain: boolean; isAnybody: boolean; isOfSurvey: boolean }

type Found = Omit<PassageRead, 'words'> & {
  refs: Ref[] | null
  isPlain: boolean
  isOfSurvey: boolean
  standing: StandingContext
  aims: readonly Exact[]
}

function numbersOf(
  passage: PlainPassage,
  heading: Heading,
  before: StandingContext,
  aims: readonly Exact[],
  document: DocumentSetting & { hasAll: boolean },
  setting: StatementSetting,
  stretches: readonly Stretch[],
): Found {
  const { lexicon, locale } = setting
  const words = numberLexiconOf(locale, lexicon)
  const fewest = [document.survey.minimumBase, document.survey.minimumBaseForChange]
  const numbers: NumberRead[] = []
  const sentences: SentenceRead[] = []
  const mentioned: Mentioned[] = []
  let refs: Ref[] | null = heading.refs
  let isPlain = heading.isPlain || refs !== null
  let last: Spoken['previous'] = null
  let isOfResults = true
  // Each once, as they are named first.
  const named: Ref[] = []
  const standings: StandingRead[] = []
  let standing = before
  const answers: AnswersRead[] = []
  const open: OpenSentence[] = []
  const [ofHeading, ...more] = heading.refs ?? []
  const isUnder = more.length === 0 && passage.kind !== 'heading'
  let ofAnswers: AnswersSpoken = {
    ...{ ref: (isUnder && ofHeading) || null, told: null, of: null, time: null },
    isPlain: heading.isOfSurvey && (refs !== null || !heading.isAnybody) && (refs === null || isUnder),
  }
  for (const tokens of sentencesOfTokens(tokensOf({ text: passage.text, slots: [] }, setting), locale)) {
    const mentions = mentionsIn(tokens, lexicon)
    const periods = setting.periodsIn(tokens)
    const names = [...mentions.segments, ...mentions.items, ...mentions.providers, ...periods]
    const covered = positionsOf(names)
    const found = quantitiesIn({ tokens, mentions, lexicon, numbers: words, locale, noResults: stretches, fewest }, covered)
    append(mentioned, mentionedIn({ tokens, mentions, periods, ...found }, { lexicon, numbers: words, locale }))
    const isAsked = tokens.at(-1)?.text === '?'
    isOfResults = isOfResults && mentions.cues('answers', 'answer', 'answered', 'person', 'invited').length === 0
    const view = viewOf(tokens, mentions, periods, { from: 0, to: tokens.length }, setting)
    const isOfAll = document.hasAll && heading.refs === null && named.length === 0
    const stood = standingsIn({ view, quantities: found.quantities, words, setting }, standing, { metric: document.mainMetric, isOfAll })
    standing = stood.context
    standings.push(...stood.standings.map((each) => placed(each, tokens)))
    const settled = new Map(stood.standings.flatMap(({ fates }) => [...fates]))
    let metric: MetricId | null = null
    let time: string | null = null
    let isTold = false
    let isWished = false
    // "I 2019 svarede 298, og deres tilfredshed var 79": what follows is of then, too.
    let isOfOtherTime = false
    const firstNone = mentions.cues('none')[0]?.from ?? tokens.length
    let isStrange = false
    let managed: Spoken['managed'] = null
    const cause = mentions.cues('cause')[0]?.from ?? tokens.length
    const scale = tokens.findIndex(({ key }) => locale.claimWords.scale.includes(key))
    const everybody = [...mentions.segments, ...mentions.providers, ...mentions.cues('whole')]
    const isOfPart = tellsOfAge(tokens, mentions, words) || tellsOfSome(view, setting)
    sentences.push({
      from: tokens[0]?.at ?? 0,
      to: tokens.at(-1)?.end ?? 0,
      namesAnybody: everybody.some(({ from }) => from < cause),
      tellsUntil: tokens[Math.min(cause, scale < 0 ? tokens.length : scale)]?.at ?? Number.POSITIVE_INFINITY,
      isDenied: mentions.cues('not', 'neither', 'none', 'irrealis', 'condition').length > 0,
      isOfSome: isOfPart,
      isOfOrder: mentions.cues('highest', 'lowest', 'greatest', 'least', 'most').length > 0,
      isStrange: isOfPart || mentions.unknown.some((at) => at < cause && !words.isKnown(tokens[at]) && !isBeside(tokens, mentions, at)),
    })
    const own = { setting, numbers: words, main: document.mainMetric, hasAll: document.hasAll }
    const isOfSomebody = ofAnswers.ref === null && view.groups.length === 0 && pointsBack(view, words)
    ofAnswers = { ...ofAnswers, isPlain: ofAnswers.isPlain && !isOfSomebody }
    const answered =
      isAsked || isOfPart || view.otherYears.length > 0 ? null : answersIn(tokens, mentions, periods, found.quantities, ofAnswers, own)
    const isSettled = ({ quantities }: AnswersTold) => found.quantities.some((each) => quantities.includes(each.at) && settled.has(each))
    const ofCounts = (answered?.told ?? []).filter((each) => !isSettled(each))
    const told = new Map<number, AnswersTold>(ofCounts.flatMap((each) => each.quantities.map((at) => [at, each] as const)))
    const isClaimed = new Set<AnswersTold>()
    ofAnswers = answered?.spoken ?? { ...ofAnswers, told: null }
    const firstNumber = numbers.length
    const doubtful: Quantity[] = []
    const offset = (at: number) => tokens[at]?.at ?? 0
    const endOf = (at: number) => tokens[at - 1]?.end ?? 0
    for (const clause of clausesOf(tokens, mentions, periods)) {
      const view = withAllTogether(viewOf(tokens, mentions, periods, clause, setting), setting)
      const quantities = found.quantities.filter(({ at }) => at >= clause.from && at < clause.to)
      const isContinuing = words.find(tokens, clause.from, 'continuing') !== null || hasPronoun(tokens, clause, mentions, words)
      const frame: Frame = { view, quantities, words, main: document.mainMetric, setting }
      const isOfAll = isPlain && named.length === 0 && heading.refs === null
      const continued = isContinuing || clause.from > 0 ? (metric ?? last?.metric ?? null) : metric
      const spoken: Spoken = {
        ...{ refs, metric: continued, time, isOfAll, hasAll: document.hasAll },
        isWished: isWished && mentions.cue(clause.from, 'that') !== null,
        managed: mentions.cue(clause.from, 'that') !== null ? managed : null,
        isTold: isTold || (isContinuing && last !== null),
        previous: last,
        ...{ pair: pairOf(named), isOfResults },
      }
      if (isDoubtful(frame))
        doubtful.push(...quantities.filter((quantity) => !isBesideName(quantity, frame) || comesOf(quantity, found.quantities)))
      isOfOtherTime = view.otherYears.length > 0 || (isOfOtherTime && view.periods.length === 0)
      const isOfNone = mentions.cue(clause.from, 'relative') !== null && firstNone < clause.from
      const isOfThen = isOfOtherTime && view.otherYears.length === 0
      const barriers = [isOfNone && 'sense', isAsked && 'irrealis', isOfPart && 'subject', isOfThen && 'period'] as const
      const unread = barriers.find((reason) => reason !== false)
      const read = unread ? quantities.map((): Fate[] => [{ is: 'open', reason: unread }]) : fatesOf(frame, spoken)
      const isNamed = everybody.length > 0
      const fates = isNamed ? read : read.map((own) => own.map((fate) => orOfOthers(fate, named)))
      for (const [index, quantity] of quantities.entries()) {
        const [first, end] = [tokens[quantity.at] as Token, tokens[quantity.end - 1] as Token]
        const from = tokens[quantity.from]?.at ?? first.at
        const to = tokens[quantity.to - 1]?.end ?? end.end
        const own =
          settled.get(quantity) ?? (isOfSomeAnswers(quantity, frame) ? [{ is: 'open', reason: 'subject' } as const] : (fates[index] ?? []))
        const [fate] = own
        const said = fate?.is === 'change' ? { at: tokens[fate.words[0]]?.at ?? from, text: wordsBetween(tokens, ...fate.words) } : null
        const isUncertain = !settled.has(quantity) && (hasStrangers(frame) || (isStrange && view.groups.length === 0))
        const ofAnswers = told.get(quantity.at)
        const isLeft = isUncertain || (fates[index] ?? []).some(({ is }) => is === 'open')
        if (ofAnswers?.isPlain && !isLeft && fates[index]?.every((fate) => isOfSame(fate, ofAnswers, document.survey)))
          isClaimed.add(ofAnswers)
        numbers.push({
          from,
          to,
          number: [first.at, end.end],
          quantity,
          fates: own,
          possible: [],
          orElse: null,
          said,
          isOfAnswers: ofAnswers !== undefined && !isClaimed.has(ofAnswers),
          isUncertain,
        })
        for (const fate of own) {
          if (!('ref' in fate)) continue
          metric = fate.metric
          isTold = true
          last = { metric: fate.metric, ref: fate.ref, previous: '', current: '' }
        }
      }
      const isIn = ({ from }: { from: number }) => from >= clause.from && from < clause.to
      if (quantities.length === 0 && mentions.cues('level', 'index').some(isIn)) metric = document.mainMetric
      if (quantities.length === 0 && mentions.cues('answers').some(isIn)) metric = 'base'
      managed = managedIn(frame) ?? managed
      isStrange = isStrange || hasStrangers(frame)
      isWished =
        isWished || mentions.cues('irrealis', 'condition', 'target', 'not').some(({ from }) => from >= clause.from && from < clause.to)
      // "Gruppen er gået tilbage, og med 509 svar er den …": of somebody, and nobody knows whom.
      if (refs === null && view.groups.length === 0 && pointsBack(view, words)) isPlain = false
      const subject = subjectAfter(view, setting)
      if (subject !== undefined) refs = subject
      for (const { target } of view.groups) if (!named.some((ref) => isSameRef(ref, target))) named.push(target)
      time =
        view.periods.at(-1)?.target ??
        (mentions.cues('before').some(({ from }) => from >= clause.from && from < clause.to) ? setting.previous : time)
    }
    const isRead = ({ at }: Quantity) => told.has(at)
    const ownNumbers = numbers.slice(firstNumber).filter(({ quantity }) => !settled.has(quantity) && !isRead(quantity))
    open.push({ view, quantities: found.quantities, open: isOfPart ? [] : ownNumbers, doubtful, isAsked, isOfPart })
    for (const each of ofCounts) {
      const { from, to, at, end, readings } = each
      if (!isClaimed.has(each)) answers.push({ from: offset(from), to: endOf(to), at: offset(at), end: endOf(end), readings })
    }
    const title = document.survey.topic ?? document.survey.title
    isPlain = isPlain && mentions.unknown.every((at) => title.toLowerCase().includes(tokens[at]?.text.toLowerCase() ?? ''))
  }
  const ownAims = aimsIn(open, aims)
  const {
    possible,
    orElse,
    words: openWords,
  } = whatOpenNumbersCanBe(open, {
    words,
    main: document.mainMetric,
    heading: heading.refs ?? [],
    aims: ownAims,
    setting,
  })
  return {
    sentences,
    numbers: numbers.map((each) => ({ ...each, possible: possible.get(each.quantity) ?? [], orElse: orElse.get(each.quantity) ?? null })),
    mentioned,
    answers,
    openWords: openWords.flatMap((all, index) =>
      all.map(({ from, to, readings }) => {
        const { tokens } = (open[index] as OpenSentence).view
        return { from: tokens[from]?.at ?? 0, to: tokens[to - 1]?.end ?? 0, readings }
      }),
    ),
    standings,
    standing,
    aims: ownAims,
    // "Flest svar fra de eksterne leverandører": what stands under it is not of these alone.
    refs: passage.kind !== 'heading' ? refs : sentences.some(({ isOfOrder }) => isOfOrder) ? null : headingRefs(named),
    isPlain,
    isOfSurvey: ofAnswers.isPlain,
  }
}

/** The only two of those who are named. */
function pairOf(named: readonly Ref[]): Spoken['pair'] {
  const [first, second, ...more] = named
  return first && second && more.length === 0 ? [first, second] : null
}

/** "1.214 svar afgivet på mobiltelefon": behind a number of answers stands of which, in words that nobody knows. */
function isOfSomeAnswers({ unit, to }: Quantity, { view, words }: Frame): boolean {
  const { clause, mentions, tokens } = view
  const isCount = unit === 'answer' || unit === 'person'
  return isCount && mentions.unknown.some((at) => at >= to && at < clause.to && !words.isKnown(tokens[at]))
}

/** "sygemeldte borgere på 81", "unge (88, +1)": with nothing but marks and what leads to a noun behind whose it is. */
function isBesideName({ from, at }: Quantity, { view, quantities }: Frame): boolean {
  const { groups, wholes, mentions, tokens } = view
  const isBetween = (index: number) =>
    tokens[index]?.kind === 'mark' ||
    quantities.some((other) => other.from <= index && index < other.to) ||
    mentions.cue(index, 'holder', 'by', 'is', 'was', 'from') !== null
  return [...groups, ...wholes].some(({ to }) => to <= at && from - to <= longestLead && range(to, from).every(isBetween))
}

/** So many words and marks may stand between a name and its number. */
const longestLead = 4

/** It names several, or has a word that nobody knows. */
function isDoubtful({ view, words }: Frame): boolean {
  const { groups, wholes, clause, mentions, tokens } = view
  const [first, ...others] = [...groups, ...wholes]
  const isKnown = mentions.unknown.every((at) => at < clause.from || at >= clause.to || words.isKnown(tokens[at]))
  return !isKnown || others.some(({ target }) => first && !isSameRef(target, first.target))
}

/** A sentence that names nobody goes on about somebody: of others that its passage has named it may be as well. */
function orOfOthers(fate: Fate, named: readonly Ref[]): Fate {
  if (fate.is !== 'level' && fate.is !== 'change') return fate
  const others = named.filter((ref) => !isSameRef(ref, fate.ref))
  return others.length > 0 ? { ...fate, others } : fate
}

/** Both readers tie a number to the same figure. */
function isOfSame(fate: Fate, { quantities, readings: [first] }: AnswersTold, survey: DocumentSetting['survey']): boolean {
  if (quantities.length > 1 || (fate.is !== 'level' && fate.is !== 'change')) return false
  const period = fate.is === 'level' ? fate.period : fate.current
  const id = figureId({ metric: fate.metric, ...fate.ref, period }, survey)
  return first?.is === 'end' ? first.among[0] === id : first?.is === 'differs' && first.figure === id
}

/** Tells what is mentioned in words that are not read as sentences: those of tables and captions. */
export function mentionReader({ survey, locale, period, previous }: DocumentSetting): (text: string) => Mentioned[] {
  const setting = statementSettingOf(survey, locale, { period, previous, has: () => false, isWithheld: () => false })
  const { lexicon } = setting
  const numbers = numberLexiconOf(locale, lexicon)
  return (text) => {
    const noResults = noResultsIn(text, { before: null, isPoint: false }, { survey, locale })
    return sentencesOfTokens(tokensOf({ text, slots: [] }, setting), locale).flatMap((tokens) => {
      const mentions = mentionsIn(tokens, lexicon)
      const periods = setting.periodsIn(tokens)
      const names = [...mentions.segments, ...mentions.items, ...mentions.providers, ...periods]
      const covered = positionsOf(names)
      const found = quantitiesIn({ tokens, mentions, lexicon, numbers, locale, noResults, fewest: [] }, covered)
      return mentionedIn({ tokens, mentions, periods, ...found }, { lexicon, numbers, locale })
    })
  }
}

function placed({ from, to, readings, fates }: Standing, tokens: readonly Token[]): StandingRead {
  const numbers = [...fates].flatMap(([{ text }, own]) => (own.length === 0 ? [text] : []))
  return { from: tokens[from]?.at ?? 0, to: tokens[to - 1]?.end ?? 0, readings, numbers }
}

/** "sammenlignet med brugerundersøgelsen", "(dagpengemodtagere)": behind what leads to a noun, or in brackets. */
function isBeside(tokens: readonly Token[], mentions: Mentions, at: number): boolean {
  const opened = range(Math.max(0, at - longestBracket), at).findLast((index) => /^[()]$/.test(tokens[index]?.text ?? ''))
  if (opened !== undefined && tokens[opened]?.text === '(') return true
  let start = at
  while (
    start > 0 &&
    (mentions.unknown.includes(start - 1) || mentions.cueBefore(start, 'article') !== null || mentions.cueBefore(start, 'and') !== null)
  )
    start -= 1
  const link = mentions.cueBefore(start, 'holder', 'against', 'than', 'since', 'outOf')
  // "vurderingen af de fysiske rammer": of something else.
  const isWhat = link?.target === 'outOf' && mentions.cueBefore(link.from, 'level', 'index', 'mean') !== null
  return link !== null && !isWhat
}

/** "I 2022-23 var den 83": beside a verb, and in front of no name. */
function hasPronoun(
  tokens: readonly Token[],
  { from, to }: { from: number; to: number },
  mentions: Mentions,
  words: NumberLexicon,
): boolean {
  return range(from, to).some((at) => {
    if (words.find(tokens, at, 'pronouns') === null) return false
    const isBehind =
      mentions.cueBefore(at, 'is', 'was', 'moves', 'motion') !== null &&
      (tokens[at + 1]?.kind !== 'word' || mentions.cue(at + 1, 'by') !== null)
    const next = words.find(tokens, at + 1, 'skipped')?.to ?? at + 1
    return isBehind || mentions.cue(next, 'is', 'was') !== null || mentions.cue(at + 1, 'is', 'was') !== null
  })
}

function headingRefs(named: readonly Ref[]): Ref[] | null {
  const [first, ...others] = named
  return first && others.every((ref) => isSameRef(ref, first)) ? [first] : null
}

/** "over 50 år", "mellem 18 og 24 år", "25-29-årige": of some of those who are named. */
function tellsOfAge(tokens: readonly Token[], mentions: Mentions, words: NumberLexicon): boolean {
  return tokens.some(({ text }, at) => {
    if (!/^\d{1,2}$/.test(text) || words.find(tokens, at + (tokens[at + 1]?.text === '-' ? 2 : 1), 'otherUnits') === null) return false
    return tokens[at + 1]?.text === '-' || mentions.cueBefore(at, 'above', 'below', 'and') !== null
  })
}

/**
 * "på et af de eksterne steder", "de to lukkede interne tilbud", "hos den største leverandør": a part is meant of
 * those who are named.
 */
function tellsOfSome({ tokens, mentions, groups, wholes }: View, { survey, lexicon }: StatementSetting): boolean {
  const isCount = (at: number) => lexicon.numbers.has(lexicon.fold(tokens[at]?.key ?? ''))
  const isSome = groups.some(({ from }) => {
    const start = mentions.cueBefore(from, 'article')?.from ?? from
    const of = mentions.cueBefore(start, 'outOf')
    if (of && (isCount(of.from - 1) || mentions.cueBefore(of.from, 'article') !== null)) return true
    return (
      tokens[from - 1]?.kind === 'word' &&
      isCount(from - 2) &&
      mentions.cue(from - 1, 'and', 'article', 'holder', 'from', 'by', 'to') === null
    )
  })
  // "hos en lille leverandør"
  const isSingle = ({ from }: { from: number }) => [from - 1, from - 2].some((at) => lexicon.numbers.get(tokens[at]?.key ?? '') === 1)
  if (mentions.cues('providers').some(isSingle)) return true
  // "sygemeldte og akademikere": with others, whom nobody knows.
  const isUnknown = (at: number) => mentions.unknown.includes(at)
  const isJoined = groups.some(
    ({ from, to }) =>
      (mentions.cue(to, 'and') !== null && isUnknown(to + 1)) || (mentions.cueBefore(from, 'and') !== null && isUnknown(from - 2)),
  )
  if (isJoined) return true
  const isOne = ({ from }: { from: number }) => mentions.cueBefore(from, 'greatest', 'highest', 'least', 'lowest') !== null
  const isOfOne = survey.providers.length === 0 && [...groups, ...wholes].length > 0 && mentions.cues('providers').some(isOne)
  return isSome || isOfOne
}

/** Whom what follows goes on about; undefined where the clause names nobody; null where it names several. */
function subjectAfter({ groups: named, wholes, mentions }: View, { survey }: StatementSetting): Ref[] | undefined {
  // "8 point over de interne tilbud og 2 point under de eksterne": of whom it was before.
  const groups = named.length === 1 ? named.filter((each) => !isHeldAgainst(each, mentions)) : named
  const [first, ...others] = groups
  if (first) return others.length === 0 ? [first.target] : groups.map(({ target }) => target)
  return wholes.length > 0 ? [{ segment: survey.segments.id, provider: null }] : undefined
}

// ── words ──

/** The passage with its known levels and changes as slots, and where each mark stands for what. */
type Slotted = SlottedPassage & { marks: { at: number; from: number; to: number }[] }

function slottedOf(passage: PlainPassage, numbers: readonly NumberRead[], { survey }: StatementSetting): Slotted {
  const marks: Slotted['marks'] = []
  const slots: string[] = []
  let text = ''
  let end = 0
  for (const { number, fates, isUncertain } of numbers) {
    const [fate, ...others] = fates
    const id = fate && others.length === 0 && !isUncertain ? slotOfFate(fate, survey) : null
    if (id === null) continue
    text += passage.text.slice(end, number[0])
    marks.push({ at: text.length, from: number[0], to: number[1] })
    text += slotMark
    slots.push(id)
    end = number[1]
  }
  return { kind: passage.kind, text: text + passage.text.slice(end), slots, marks }
}

function slotOfFate(fate: Fate, survey: DocumentSetting['survey']): string | null {
  if ('others' in fate || 'times' in fate) return null
  if (fate.is === 'level') return figureId({ metric: fate.metric, ...fate.ref, period: fate.period }, survey)
  if (fate.is === 'change') return changeId({ metric: fate.metric, ...fate.ref, period: fate.current }, fate.previous, survey)
  return null
}

/** An offset of slotted words in the passage as it is printed. */
function unslotted({ marks }: Slotted, offset: number): number {
  const mark = marks[countBelow(marks, (each) => each.at <= offset) - 1]
  if (!mark) return offset
  return offset === mark.at ? mark.from : mark.to + offset - mark.at - slotMark.length
}

/** How many of the first of a list it is so of, where it is so of all before the first of which it is not. */
export function countBelow<T>(list: readonly T[], isBelow: (member: T) => boolean): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBelow(list[middle] as T)) low = middle + 1
    else high = middle
  }
  return low
}
