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
import type { StatementCue } from '../locale/statement-words.js'
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
  isUntimedPast,
  longestBracket,
  managedIn,
  namedIn,
  pointsBack,
  type Spoken,
  type Told,
  withAllTogether,
} from './number-frames.js'
import { type NumberLexicon, numberLexiconOf, type Quantity, quantitiesIn, wordsBetween } from './number-mentions.js'
import { aimsIn, comesOf, distinct, type OpenSentence, whatOpenNumbersCanBe } from './open-numbers.js'
import type { DocumentSetting } from './sentence-claims.js'
import { noStandings, type Standing, type StandingContext, standingsIn } from './standings.js'
import { type Clause, clausesOf, type Mentions, mentionsIn, positionsOf, range } from './statement-mentions.js'
import { slotMark, type Token } from './statement-slots.js'
import { isHeldAgainst, isSameRef, type Ref, type StatementSetting, type View, viewOf } from './statement-subjects.js'
import { type PassageReading, readStatements, type SlottedPassage, sentencesOfTokens, statementSettingOf, tokensOf } from './statements.js'
import type { Mention } from './words.js'

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
  /** it tells what would be so, or is so of others than those it names */
  isConditional: boolean
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
  const words = numberLexiconOf(locale, setting.lexicon)
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
    const found = numbersOf({ passage, heading, document, setting, words, stretches }, standing, aims)
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

/** What the numbers of a passage are read with. `stretches`: those of its text that are no results by their form. */
type Reading = {
  passage: PlainPassage
  heading: Heading
  document: DocumentSetting & { hasAll: boolean }
  setting: StatementSetting
  words: NumberLexicon
  stretches: readonly Stretch[]
}

/** What a passage has told so far. `named`: each once, as they are named first. `last`: of the number read last. */
type Passed = {
  refs: Ref[] | null
  /** "Den samlede tilfredshed på mentorforløb": whichever of these is spoken of */
  isOneOfTwo: boolean
  named: readonly Ref[]
  last: Spoken['previous']
  isPlain: boolean
  isOfResults: boolean
  standing: StandingContext
  ofAnswers: AnswersSpoken
}

/** What a sentence has told before a clause. */
type SoFar = {
  metric: MetricId | null
  time: string | null
  isTold: boolean
  isWished: boolean
  isOfOtherTime: boolean
  isStrange: boolean
  managed: Spoken['managed']
}
const nothingYet: SoFar = {
  ...{ metric: null, time: null, managed: null },
  ...{ isTold: false, isWished: false, isOfOtherTime: false, isStrange: false },
}

/** All that is seen in a sentence before its numbers are read. `everybody`: where somebody is named, or all are. */
type Seen = ReturnType<typeof quantitiesIn> & {
  tokens: readonly Token[]
  mentions: Mentions
  periods: readonly Mention<string>[]
  view: View
  everybody: readonly Mention<unknown>[]
  isAsked: boolean
  /** a part is meant of those who are named */
  isOfPart: boolean
}

function numbersOf(reading: Reading, standing: StandingContext, aims: readonly Exact[]): Found {
  const { passage, heading, document, setting, words } = reading
  const { lexicon, locale } = setting
  const found: Omit<PassageRead, 'words' | 'openWords'> = { sentences: [], numbers: [], mentioned: [], answers: [], standings: [] }
  const open: OpenSentence[] = []
  let passed = passedBefore(reading, standing)
  for (const tokens of sentencesOfTokens(tokensOf({ text: passage.text, slots: [] }, setting), locale)) {
    const seen = seenIn(tokens, reading)
    const { mentions, quantities, view, isAsked, isOfPart } = seen
    append(found.mentioned, mentionedIn(seen, { lexicon, numbers: words, locale }))
    found.sentences.push(sentenceRead(seen, reading))
    const isOfAll = document.hasAll && heading.refs === null && passed.named.length === 0
    const stood = standingsIn({ view, quantities, words, setting }, passed.standing, { metric: document.mainMetric, isOfAll })
    append(
      found.standings,
      stood.standings.map((each) => placed(each, tokens)),
    )
    const settled = new Map(stood.standings.flatMap(({ fates }) => [...fates]))
    const answered = answersOf(seen, settled, passed.ofAnswers, reading)
    passed = {
      ...passed,
      standing: stood.context,
      ofAnswers: answered.spoken,
      isOfResults: passed.isOfResults && mentions.cues('answers', 'answer', 'answered', 'person', 'invited').length === 0,
    }
    const read = clausesRead(seen, { settled, told: answered.told }, passed, reading)
    append(found.numbers, read.numbers)
    append(
      found.answers,
      answered.told.filter((each) => !read.claimed.has(each)).map((each) => answersRead(each, tokens)),
    )
    const isRead = ({ at }: Quantity) => answered.told.some((each) => each.quantities.includes(at))
    const left = read.numbers.filter(({ quantity }) => !settled.has(quantity) && !isRead(quantity))
    open.push({ view, quantities, open: isOfPart ? [] : left, doubtful: read.doubtful, isAsked, isOfPart })
    const title = document.survey.topic ?? document.survey.title
    const isKnown = mentions.unknown.every((at) => title.toLowerCase().includes(tokens[at]?.text.toLowerCase() ?? ''))
    passed = { ...read.passed, isPlain: read.passed.isPlain && isKnown }
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
    ...found,
    numbers: found.numbers.map((each) => ({
      ...each,
      possible: possible.get(each.quantity) ?? [],
      orElse: orElse.get(each.quantity) ?? null,
    })),
    openWords: openWords.flatMap((all, index) =>
      all.map(({ from, to, readings }) => {
        const { tokens } = (open[index] as OpenSentence).view
        return { from: tokens[from]?.at ?? 0, to: tokens[to - 1]?.end ?? 0, readings }
      }),
    ),
    standing: passed.standing,
    aims: ownAims,
    // "Flest svar fra de eksterne leverandører": what stands under it is not of these alone.
    refs: passage.kind !== 'heading' ? passed.refs : found.sentences.some(({ isOfOrder }) => isOfOrder) ? null : headingRefs(passed.named),
    isPlain: passed.isPlain,
    isOfSurvey: passed.ofAnswers.isPlain,
  }
}

/** What a passage goes on from: what its heading has named. */
function passedBefore({ passage, heading }: Reading, standing: StandingContext): Passed {
  const { refs } = heading
  const [ofHeading, ...more] = refs ?? []
  const isUnder = more.length === 0 && passage.kind !== 'heading'
  return {
    ...{ refs, named: [], last: null, standing, isOfResults: true, isOneOfTwo: false },
    isPlain: heading.isPlain || refs !== null,
    ofAnswers: {
      ...{ ref: (isUnder && ofHeading) || null, told: null, of: null, time: null },
      isPlain: heading.isOfSurvey && (refs !== null || !heading.isAnybody) && (refs === null || isUnder),
    },
  }
}

function seenIn(tokens: readonly Token[], { document, setting, words, stretches }: Reading): Seen {
  const { lexicon, locale } = setting
  const mentions = mentionsIn(tokens, lexicon)
  const periods = setting.periodsIn(tokens)
  const covered = positionsOf(mentions.segments, mentions.items, mentions.providers, periods)
  const fewest = [document.survey.minimumBase, document.survey.minimumBaseForChange]
  const view = viewOf(tokens, mentions, periods, { from: 0, to: tokens.length }, setting)
  return {
    ...{ tokens, mentions, periods, view },
    ...quantitiesIn({ tokens, mentions, lexicon, numbers: words, locale, noResults: stretches, fewest }, covered),
    everybody: [...mentions.segments, ...mentions.providers, ...mentions.cues('whole')],
    isAsked: tokens.at(-1)?.text === '?',
    isOfPart: tellsOfAge(tokens, mentions, words) || tellsOfSome(view, setting),
  }
}

function sentenceRead({ tokens, mentions, everybody, isOfPart }: Seen, { setting, words }: Reading): SentenceRead {
  const cause = mentions.cues('cause')[0]?.from ?? tokens.length
  const scale = tokens.findIndex(({ key }) => setting.locale.claimWords.scale.includes(key))
  return {
    from: tokens[0]?.at ?? 0,
    to: tokens.at(-1)?.end ?? 0,
    namesAnybody: everybody.some(({ from }) => from < cause),
    tellsUntil: tokens[Math.min(cause, scale < 0 ? tokens.length : scale)]?.at ?? Number.POSITIVE_INFINITY,
    isDenied: mentions.cues('not', 'neither', 'none', 'irrealis', 'condition').length > 0,
    isOfSome: isOfPart,
    isConditional: mentions.cues('condition', 'without').length > 0,
    isOfOrder: mentions.cues('highest', 'lowest', 'greatest', 'least', 'most').length > 0,
    isStrange: isOfPart || mentions.unknown.some((at) => at < cause && !words.isKnown(tokens[at]) && !isBeside(tokens, mentions, at)),
  }
}

/** What a sentence tells of answers, but for what is told of how somebody stands. */
function answersOf(
  { tokens, mentions, periods, quantities, view, isAsked, isOfPart }: Seen,
  settled: ReadonlyMap<Quantity, Fate[]>,
  before: AnswersSpoken,
  { document, setting, words }: Reading,
): { told: AnswersTold[]; spoken: AnswersSpoken } {
  const isOfSomebody = before.ref === null && view.groups.length === 0 && pointsBack(view, words)
  const spoken = { ...before, isPlain: before.isPlain && !isOfSomebody }
  if (isAsked || isOfPart || view.otherYears.length > 0) return { told: [], spoken: { ...spoken, told: null } }
  const own = { setting, numbers: words, main: document.mainMetric, hasAll: document.hasAll }
  const answered = answersIn(tokens, mentions, periods, quantities, spoken, own)
  const isSettled = (each: AnswersTold) => quantities.some((quantity) => each.quantities.includes(quantity.at) && settled.has(quantity))
  return { ...answered, told: answered.told.filter((each) => !isSettled(each)) }
}

function answersRead({ from, to, at, end, readings }: AnswersTold, tokens: readonly Token[]): AnswersRead {
  const offset = (index: number) => tokens[index]?.at ?? 0
  const endOf = (index: number) => tokens[index - 1]?.end ?? 0
  return { from: offset(from), to: endOf(to), at: offset(at), end: endOf(end), readings }
}

/** What else has been read of a sentence: how somebody stands, and what is told of answers. */
type AlreadyRead = { settled: ReadonlyMap<Quantity, Fate[]>; told: readonly AnswersTold[] }

/**
 * The numbers of a sentence, clause by clause. `claimed`: what is told of answers and is read from the clause alone.
 * `doubtful`: numbers of which it is not certain what they are.
 */
function clausesRead(
  seen: Seen,
  already: AlreadyRead,
  before: Passed,
  reading: Reading,
): { numbers: NumberRead[]; doubtful: Quantity[]; claimed: Set<AnswersTold>; passed: Passed } {
  const { tokens, mentions, periods } = seen
  const numbers: NumberRead[] = []
  const doubtful: Quantity[] = []
  const claimed = new Set<AnswersTold>()
  let passed = before
  let soFar = nothingYet
  for (const clause of clausesOf(tokens, mentions, periods)) {
    const frame = frameOf(clause, seen, reading)
    const isUnsaid = passed.isOneOfTwo && namedIn(frame.view).length === 0
    if (isDoubtful(frame) || isUnsaid || isUntimedPast(frame, soFar))
      append(
        doubtful,
        frame.quantities.filter((quantity) => !isBesideName(quantity, frame) || comesOf(quantity, seen.quantities)),
      )
    const fates = fatesOfClause(frame, seen, soFar, passed, reading)
    const read = frame.quantities.map((quantity, index) => {
      const number = numberRead(quantity, fates[index] ?? [], frame, soFar, already)
      const ofAnswers = already.told.findLast(({ quantities }) => quantities.includes(quantity.at))
      const isLeft = number.isUncertain || (fates[index] ?? []).some(({ is }) => is === 'open')
      if (ofAnswers?.isPlain && !isLeft && fates[index]?.every((fate) => isOfSame(fate, ofAnswers, reading.document.survey)))
        claimed.add(ofAnswers)
      return { ...number, isOfAnswers: ofAnswers !== undefined && !claimed.has(ofAnswers) }
    })
    append(numbers, read)
    soFar = soFarAfter(frame, read, soFar)
    passed = passedAfter(frame, read, passed)
  }
  return { numbers, doubtful, claimed, passed }
}

function frameOf(clause: Clause, { tokens, mentions, periods, quantities }: Seen, { document, setting, words }: Reading): Frame {
  return {
    view: withAllTogether(viewOf(tokens, mentions, periods, clause, setting), setting),
    quantities: quantities.filter(({ at }) => at >= clause.from && at < clause.to),
    ...{ words, main: document.mainMetric, setting },
  }
}

/** What a clause goes on about. */
function spokenBefore({ view, words }: Frame, soFar: SoFar, passed: Passed, { heading, document }: Reading): Spoken {
  const { tokens, mentions, clause } = view
  const { refs, named, last, isOfResults } = passed
  const isContinuing = words.find(tokens, clause.from, 'continuing') !== null || hasPronoun(tokens, clause, mentions, words)
  const isUnderThat = mentions.cue(clause.from, 'that') !== null
  return {
    ...{ refs, isOfResults, time: soFar.time, previous: last, hasAll: document.hasAll, pair: pairOf(named) },
    metric: isContinuing || clause.from > 0 ? (soFar.metric ?? last?.metric ?? null) : soFar.metric,
    isOfAll: passed.isPlain && named.length === 0 && heading.refs === null,
    isWished: soFar.isWished && isUnderThat,
    managed: isUnderThat ? soFar.managed : null,
    isTold: soFar.isTold || (isContinuing && last !== null),
  }
}

/** The fates of a clause's numbers, in order. */
function fatesOfClause(frame: Frame, seen: Seen, soFar: SoFar, passed: Passed, reading: Reading): Fate[][] {
  const { view, quantities } = frame
  const { mentions, tokens, isAsked, isOfPart, everybody } = seen
  const firstNone = mentions.cues('none')[0]?.from ?? tokens.length
  const isOfNone = mentions.cue(view.clause.from, 'relative') !== null && firstNone < view.clause.from
  // "I 2019 svarede 298, og deres tilfredshed var 79": what follows is of then, too.
  const isOfThen = soFar.isOfOtherTime && view.periods.length === 0 && view.otherYears.length === 0
  const barriers = [isOfNone && 'sense', isAsked && 'irrealis', isOfPart && 'subject', isOfThen && 'period'] as const
  const unread = barriers.find((reason) => reason !== false)
  if (unread) return quantities.map(() => [{ is: 'open', reason: unread }])
  const read = fatesOf(frame, spokenBefore(frame, soFar, passed, reading))
  return everybody.length > 0 ? read : read.map((own) => own.map((fate) => orOfOthers(fate, passed.named)))
}

function numberRead(quantity: Quantity, fates: Fate[], frame: Frame, { isStrange }: SoFar, { settled }: AlreadyRead): NumberRead {
  const { tokens, groups } = frame.view
  const [first, end] = [tokens[quantity.at] as Token, tokens[quantity.end - 1] as Token]
  const from = tokens[quantity.from]?.at ?? first.at
  const own: Fate[] = settled.get(quantity) ?? (isOfSomeAnswers(quantity, frame) ? [{ is: 'open', reason: 'subject' }] : fates)
  const [fate] = own
  return {
    ...{ from, to: tokens[quantity.to - 1]?.end ?? end.end, number: [first.at, end.end], quantity, fates: own },
    ...{ possible: [], orElse: null, isOfAnswers: false },
    said: fate?.is === 'change' ? { at: tokens[fate.words[0]]?.at ?? from, text: wordsBetween(tokens, ...fate.words) } : null,
    isUncertain: !settled.has(quantity) && (hasStrangers(frame) || (isStrange && groups.length === 0)),
  }
}

/** The level or change that was read last of some numbers. */
function lastTold(numbers: readonly NumberRead[]): Told | null {
  return numbers.flatMap(({ fates }) => fates.flatMap((fate) => ('ref' in fate ? [fate] : []))).at(-1) ?? null
}

function soFarAfter(frame: Frame, read: readonly NumberRead[], before: SoFar): SoFar {
  const { view, main, setting } = frame
  const { mentions, clause } = view
  const has = (...cues: StatementCue[]) => mentions.cues(...cues).some(({ from }) => from >= clause.from && from < clause.to)
  const told = lastTold(read)
  const spoken = read.length > 0 ? null : has('answers') ? 'base' : has('level', 'index') ? main : null
  return {
    metric: spoken ?? told?.metric ?? before.metric,
    time: view.periods.at(-1)?.target ?? (has('before') ? setting.previous : before.time),
    managed: managedIn(frame) ?? before.managed,
    isTold: before.isTold || told !== null,
    isWished: before.isWished || has('irrealis', 'condition', 'target', 'not'),
    isOfOtherTime: view.otherYears.length > 0 || (before.isOfOtherTime && view.periods.length === 0),
    isStrange: before.isStrange || hasStrangers(frame),
  }
}

function passedAfter({ view, words, setting }: Frame, read: readonly NumberRead[], before: Passed): Passed {
  const told = lastTold(read)
  const subject = subjectAfter(view, setting)
  // "Gruppen er gået tilbage, og med 509 svar er den …": of somebody, and nobody knows whom.
  const isOfSomebody = before.refs === null && view.groups.length === 0 && pointsBack(view, words)
  return {
    ...before,
    refs: subject === undefined ? before.refs : subject,
    isOneOfTwo: subject === undefined ? before.isOneOfTwo : view.wholes.length > 0 && view.groups.length > 0,
    named: distinct([...before.named, ...view.groups.map(({ target }) => target)]),
    last: told ? { metric: told.metric, ref: told.ref, previous: '', current: '' } : before.last,
    isPlain: before.isPlain && !isOfSomebody,
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
