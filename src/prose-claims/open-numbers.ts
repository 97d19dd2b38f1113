/**
 * Numbers of a passage that no frame has taken → everything that each can be of those who are spoken of. Such a number
 * is false only if it is none of these: which of them is meant need not be known.
 */
import { type AnyOf, intervalOfClaim, nearly, type Stated } from '../claim.js'
import { figureId } from '../figure-key.js'
import type { NumberWords, StatementCue } from '../locale/statement-words.js'
import { pairsOf } from '../long-lists.js'
import type { MetricId } from '../metrics.js'
import {
  compare,
  type Exact,
  exact,
  type Interval,
  intervalOfPrinted,
  isEqual,
  minus,
  negativeInterval,
  parseNeutral,
  plus,
  pointInterval,
} from '../printed.js'
import { type Fate, isOfAllTimes, isOfChange, isOneOfMany, leastLevel } from './number-frames.js'
import { type NumberLexicon, percentOf, type Quantity } from './number-mentions.js'
import { type OpenWord, openWordsOf } from './open-words.js'
import { type Clause, clausesOf, range } from './statement-mentions.js'
import type { Token } from './statement-slots.js'
import {
  cuesIn,
  everybody,
  isSameRef,
  isWithin,
  type Ref,
  type StatementSetting,
  setsCalled,
  type View,
  wholesOf,
} from './statement-subjects.js'
import type { Mention } from './words.js'

/** A number whose fate is `open`, or not certain since its sentence has words that nobody knows. */
export type OpenNumber = { quantity: Quantity; fates: readonly Fate[]; isUncertain: boolean }

/**
 * A sentence of a passage. `quantities`: all its numbers; `open`: those that are not read; `doubtful`: those of which
 * its words do not tell for certain what they are. `isOfPart`: it is of a part of those it names.
 */
export type OpenSentence = {
  view: View
  quantities: readonly Quantity[]
  open: readonly OpenNumber[]
  doubtful: readonly Quantity[]
  isAsked: boolean
  isOfPart: boolean
}

/** `aims`: numbers that the text has told as targets before. */
type Setting = {
  words: NumberLexicon
  main: 'indexScore' | 'mean'
  heading: readonly Ref[]
  aims: readonly Exact[]
  setting: StatementSetting
}

/** What is told of somebody else, of another time than is measured, or of what only may be. */
const strange: readonly StatementCue[] = [
  ...(['others', 'except', 'benchmark', 'midpoint', 'irrealis', 'condition', 'neither', 'items', 'asked'] as const),
  ...(['invited', 'responseRate', 'respectively', 'perEach', 'without', 'several', 'some'] as const),
]

/**
 * Of each number that is left open what it can be; those of which that cannot be told are in no entry. Of each doubtful
 * one what it may be as well.
 */
export function whatOpenNumbersCanBe(
  sentences: readonly OpenSentence[],
  setting: Setting,
): { possible: Map<Quantity, Stated[]>; orElse: Map<Quantity, AnyOf>; words: OpenWord[][] } {
  const possible = new Map<Quantity, Stated[]>()
  const orElse = new Map<Quantity, AnyOf>()
  const words: OpenWord[][] = []
  let before: Context = {
    refs: setting.heading,
    all: setting.heading,
    sets: [],
    quantities: [],
    isOfSome: false,
    isOfAnswers: false,
    isOfLevel: false,
    isOfTarget: false,
  }
  for (const sentence of sentences) {
    const own = contextOf(sentence, before.refs, setting)
    // "De tre målgrupper har tilsammen 1.431 svar": of whoever has been named.
    const isOfNamed = cuesIn(sentence.view, 'groups').length > 0 && sentence.view.groups.length === 0
    const around: Context = {
      refs: distinct([...own.refs, ...before.refs]),
      all: distinct([...own.refs, ...before.all]),
      sets: [...own.sets, ...before.sets, ...(isOfNamed ? subsetsOf(before.all) : [])],
      quantities: [...own.quantities, ...before.quantities],
      isOfSome: own.isOfSome || before.isOfSome,
      isOfAnswers: own.isOfAnswers || before.isOfAnswers,
      isOfLevel: own.isOfLevel || before.isOfLevel,
      isOfTarget: own.isOfTarget || before.isOfTarget,
    }
    const isBounded = sentence.quantities.length <= mostNumbers && around.all.length * setting.setting.survey.periods.length <= mostFigures
    const isRead = !sentence.isAsked && !sentence.isOfPart && isBounded && isPlain(sentence, setting)
    const spokenOf = {
      own: own.refs,
      before: before.refs,
      isOfAnswers: around.isOfAnswers,
      isOfPair: isOfPair(sentence.view, setting.setting),
    }
    // "Antallet af sygemeldte er vokset med 11 pct. til 9.870": of numbers that no survey gives.
    const isOfOther = ({ unit, value }: Quantity) => unit === 'percent' || (unit === null && compare(value, exact(100)) > 0)
    words.push(isRead && !sentence.quantities.some(isOfOther) ? openWordsOf(sentence.view, spokenOf, setting) : [])
    if (isRead) {
      for (const number of sentence.open) {
        const readings = isOpen(number, sentence) ? readingsOf(number.quantity, sentence, { own, around }, setting) : []
        if (readings.length > 0 && readings.length <= mostReadings) possible.set(number.quantity, readings)
      }
    }
    if (sentence.doubtful.length > 0) {
      const any = anyAround({ own, around }, setting)
      for (const quantity of sentence.doubtful)
        orElse.set(quantity, { ...any, marks: marksBeside(quantity, own, setting), by: meansOf(quantity, sentence.view) })
    }
    before = {
      ...own,
      sets: own.sets.length > 0 ? own.sets : before.sets,
      refs: own.refs.length > 0 ? own.refs : before.refs,
      all: around.all,
    }
  }
  return { possible, orElse, words }
}

/** So many of those who are spoken of are looked at. */
const mostAround = 12

/** Results of those whom a sentence names, where it names several, else of the one before as well; answers of all. */
function anyAround({ own, around }: Around, setting: Setting): Pick<AnyOf, 'is' | 'levels' | 'counts'> {
  const { survey } = setting.setting
  const root: Ref = { segment: survey.segments.id, provider: null }
  const of = (metric: MetricId, who: readonly Ref[]) =>
    distinct(who)
      .slice(0, mostAround)
      .flatMap((ref) => survey.periods.map(({ id }) => idIn(metric, setting)(ref, id)))
  return { is: 'any', levels: of(setting.main, own.refs.length > 1 ? own.refs : around.refs), counts: of('base', [...around.refs, root]) }
}

/** Other numbers that are told of, which results may be held against. */
function marksBeside({ at, value }: Quantity, { quantities }: Context, { aims, setting }: Setting): Exact[] {
  const others = quantities.filter((other) => other.at !== at || other.value !== value).map((other) => other.value)
  const targets = setting.survey.targets.map((target) => parseNeutral(String(target.value)))
  return [...others, ...aims, ...targets].filter((each) => compare(each, lowest) >= 0 && compare(each, exact(100)) <= 0)
}

function meansOf(quantity: Quantity, view: View): AnyOf['by'] {
  const { unit, value, decimals, hedge } = quantity
  const isResult = unit === null || unit === 'point' || unit === 'indexPoint'
  const isCount = unit === null || unit === 'answer' || unit === 'person'
  const isPart = unit === 'percent' || unit === 'percentagePoint'
  const open = (own: Interval): Interval =>
    hedge === 'atLeast' ? { ...own, to: exact(10n ** 9n) } : hedge === 'atMost' ? { ...own, from: exact(0) } : own
  const level = hedge === 'near' ? nearly(value, decimals) : intervalOfPrinted(value, decimals, true)
  const count = hedge === 'near' ? nearly(value, decimals) : pointInterval(value)
  return {
    level: isResult ? open(withoutEnds(level)) : null,
    count: isCount && decimals === 0 ? open(count) : null,
    part: isPart ? percentOf(quantity, 1) : null,
    growth: isPart && cuesIn(view, 'moves').length + view.mentions.directions.length > 0 ? percentOf(quantity, 1) : null,
  }
}

/** In a sentence with more numbers than these any may be of any, and of more figures any may be one. */
const mostNumbers = 24
const mostFigures = 60

/** A text with more targets than these tells of anything. */
const mostAims = 20

/** Numbers that are told as targets, with those told before. */
export function aimsIn(sentences: readonly OpenSentence[], before: readonly Exact[]): readonly Exact[] {
  const own = sentences.flatMap(({ view, quantities }) => {
    const isAim = ({ hedge }: Quantity) => hedge === 'atLeast' || cuesIn(view, 'target', 'reached').length > 0
    return quantities.filter((each) => isAim(each) && compare(each.value, lowest) >= 0).map(({ value }) => value)
  })
  const all = [...before, ...own]
  return own.length === 0 ? before : all.filter((value, at) => all.findIndex((other) => isEqual(other, value)) === at).slice(0, mostAims)
}

/** More than so many make any number possible. */
const mostReadings = 400

/** What a sentence and the one before it speak of. */
type Context = {
  /** whoever is named, or was named last */
  refs: readonly Ref[]
  /** whoever has been named at all */
  all: readonly Ref[]
  sets: readonly (readonly Ref[])[]
  quantities: readonly Quantity[]
  /** groups are spoken of, and which these are is not said */
  isOfSome: boolean
  isOfAnswers: boolean
  isOfLevel: boolean
  isOfTarget: boolean
}

function contextOf({ view, quantities }: OpenSentence, before: readonly Ref[], { setting, words }: Setting): Context {
  // "interne tilbud" are no other groups than these.
  const isName = ({ from, to }: { from: number; to: number }) =>
    [...view.groups, ...view.wholes].some((each) => each.from <= from && to <= each.to)
  // "to point imellem dem"
  const isInGap = ({ from, to }: { from: number; to: number }) => cuesIn(view, 'gap').some((gap) => gap.from <= from && to <= gap.to)
  const nouns = cuesIn(view, 'groups').filter((cue) => !isName(cue) && !isInGap(cue))
  const sets = nouns.flatMap(({ to }) => setsCalled(view.tokens[to - 1], setting))
  const named = [...view.groups, ...view.wholes].map(({ target }) => target)
  const pair = isOfPair(view, setting) && before.length === 2 && named.length === 0 ? before : []
  return {
    refs: distinct([...named, ...pair, ...(sets.length === 1 ? sets.flat() : [])]),
    all: [],
    sets: [...sets, ...subsetsOf(distinct(named))],
    quantities: quantities.slice(0, mostNumbers),
    isOfSome:
      pair.length === 0 &&
      sets.length !== 1 &&
      [...nouns, ...cuesIn(view, 'providers', 'both')].some((cue) => !isName(cue) && !isOfTimes(cue, view, words)),
    isOfAnswers: cuesIn(view, 'answers', 'answer', 'answered').length > 0,
    isOfLevel:
      cuesIn(view, 'level', 'index', 'mean', 'good', 'bad').length > 0 ||
      quantities.some(({ unit }) => unit === 'point' || unit === 'indexPoint'),
    isOfTarget: cuesIn(view, 'target', 'reached').length > 0,
  }
}

/** "i begge perioder" */
function isOfTimes({ from }: { from: number }, { tokens }: View, words: NumberLexicon): boolean {
  return words.find(tokens, from, 'bothTimes') !== null
}

/** "Begge er gået frem", "De to grupper ligger nu lige højt". */
function isOfPair(view: View, { lexicon }: StatementSetting): boolean {
  const isTwo = ({ from }: { from: number }) => lexicon.numbers.get(view.tokens[from - 1]?.key ?? '') === 2
  return (
    cuesIn(view, 'both').some(({ to }) => view.mentions.cue(to, 'is', 'was', 'moves', 'motion', 'groups') !== null) ||
    cuesIn(view, 'groups').some(isTwo)
  )
}

/** Nothing in it is strange: no word that may be somebody or something else, and no time that was not measured. */
function isPlain({ view, quantities }: OpenSentence, { words, setting }: Setting): boolean {
  const { tokens, mentions } = view
  const isStrange = ({ target, from }: Mention<StatementCue>) => target !== 'several' || quantities.every(({ to }) => to !== from)
  if (cuesIn(view, ...strange).some(isStrange) || view.otherYears.length > 0 || mentions.items.length > 0) return false
  if (tokens.some(({ isQuoted }) => isQuoted) || (quantities.length > 0 && isOfAllTimes({ view, words }))) return false
  return mentions.unknown.every((at) => words.isKnown(tokens[at]) || isInPlaceOfVerb(view, at, setting.locale.statementWords.numbers))
}

/** A word that nobody knows, and that tells what somebody does: beside the name, the pronoun or the auxiliary. */
function isInPlaceOfVerb({ tokens, mentions, groups, wholes, periods }: View, at: number, { nounEndings }: NumberWords): boolean {
  const key = tokens[at]?.key ?? ''
  if (nounEndings.some((ending) => key.endsWith(ending))) return false
  if (/^\p{Lu}/u.test(tokens[at]?.text ?? '') && at > 0) return false
  // "oktober 2023"
  if ([at - 1, at + 1].some((near) => /^(?:19|20)\d\d/.test(tokens[near]?.text ?? ''))) return true
  if (mentions.cueBefore(at, 'holder', 'against', 'than', 'since', 'outOf', 'by', 'article') !== null) return false
  const names = [...groups, ...wholes, ...mentions.cues('pronoun', 'level', 'index', 'relative')]
  const isName = (from: number) => names.some((each) => each.from === from)
  const isBehind = [...names, ...mentions.cues('is', 'was')].some(
    ({ to }) => to === at || (to === at - 1 && mentions.cueBefore(at, 'now', 'before', 'likewise') !== null),
  )
  const isAfterTime = periods.some(({ to }) => to === at)
  return isBehind || isAfterTime || (isName(at + 1) && at > 0 && !(tokens[at]?.text ?? '').endsWith('s'))
}

const openReasons: readonly string[] = ['sense', 'segment', 'period', 'metric', 'subject', 'noPrevious', 'several', 'leftOver', 'options']

function isOpen({ fates, isUncertain, quantity }: OpenNumber, { view, quantities }: OpenSentence): boolean {
  if (isOneOfMany({ view, quantities }, quantities.indexOf(quantity))) return false
  const [fate] = fates
  if (cuesIn({ ...view, clause: clauseOf(view, quantity) }, 'not', 'none').length > 0) return false
  return fate === undefined || (fate.is === 'open' ? openReasons.includes(fate.reason) : isUncertain)
}

function clauseOf({ tokens, mentions, periods }: View, { at }: Quantity): Clause {
  return clausesOf(tokens, mentions, periods).find(({ from, to }) => from <= at && at < to) ?? { from: 0, to: tokens.length }
}

/** Each once, as they stand first. */
export function distinct(refs: readonly Ref[]): Ref[] {
  return refs.filter((ref, at) => refs.findIndex((other) => isSameRef(other, ref)) === at)
}

// ── what a number can be ──

type Around = { own: Context; around: Context }

/** Below this a number of points is how far two lie apart, from here on it is a level. */
const lowest = exact(leastLevel)

function readingsOf(quantity: Quantity, { view }: OpenSentence, { own, around }: Around, setting: Setting): Stated[] {
  if (isOfChange(view, quantity)) return []
  // "Usikkerheden er to point" tells of no result.
  if (compare(quantity.value, lowest) < 0 && cuesIn(view, 'evidence').length > 0) return []
  const { mentions } = view
  const isOfOpinions = cuesIn(view, 'good', 'bad', 'content', 'neither').length > 0
  const isOfParts = around.refs.length > 0 && around.isOfAnswers && !isOfOpinions
  const isOfMoves = view.mentions.directions.length > 0 || cuesIn(view, 'anyChange', 'difference').length > 0
  if (quantity.unit === 'percent' && !isOfOpinions && (isOfParts || (isOfMoves && (around.refs.length > 0 || own.isOfAnswers)))) {
    const several: Stated[] =
      own.refs.length > 2 ? [{ ...anyAround({ own, around }, setting), marks: [], by: meansOf(quantity, view) }] : []
    return [...partsOf(quantity, around.refs, setting), ...several]
  }
  if (quantity.unit === 'percent') return []
  const isOfEnd = cuesIn(view, 'highest', 'lowest').length > 0 && own.refs.length === 0
  const isOfSeveral = isOfEnd || mentions.cue(quantity.to, 'outOf') !== null || mentions.cueBefore(quantity.from, 'outOf') !== null
  const isCount = mentions.cue(quantity.to, 'groups', 'providers') !== null
  if (isOfSeveral || isCount) return []
  if (quantity.decimals > 0 || quantity.unit === 'percentagePoint') return []
  if (comesOf(quantity, around.quantities)) return []
  const isOfNobody = around.isOfSome && view.groups.length === 0
  if (isOfNobody) return []
  const isBound = quantity.hedge === 'atLeast' || quantity.hedge === 'atMost'
  return metricsOf(quantity, view, { own, around }, setting).flatMap((metric) => {
    // "færre end 30 svar" is a rule where nobody is named, and a bare number there is of anything.
    const isOfAll = around.refs.length === 0
    const isOfCounts = quantity.unit === 'answer' || around.isOfAnswers
    if (metric === 'base' && isOfAll && (isBound || !isOfCounts)) return []
    if (metric === 'base') return countsOf(quantity, isOfAll ? ofAnybody(around, setting) : around, setting)
    if (around.refs.length === 0) return []
    const isLevel = compare(quantity.value, lowest) >= 0
    const isAim = around.isOfTarget || isBound
    if (isLevel)
      return isAim ? [] : levelsOf(quantity, metric, own.refs.length > 0 && !isHeldAgainstAll(view) ? own.refs : around.refs, setting)
    return distancesOf(quantity, metric, view, quantity.sign === 0 || own.refs.length === 0 ? around : own, setting)
  })
}

/** Where nobody is named it may be of anybody. */
function ofAnybody(around: Context, { setting }: Setting): Context {
  return { ...around, refs: everybody(setting).filter(({ provider }) => provider === null) }
}

/** "Det er fortsat 84, og det er 2 point bedre end resultatet for alle": whom it is of was named before. */
function isHeldAgainstAll(view: View): boolean {
  const [first] = cuesIn(view, 'than', 'above', 'below')
  return first !== undefined && [...view.groups, ...view.wholes].every(({ from }) => from >= first.to)
}

/** It is what two others give, added or taken from each other: of the kind they are, which is not known. */
export function comesOf({ value, at }: Quantity, others: readonly Quantity[]): boolean {
  const values = others.filter((other) => other.value !== value || other.at !== at).map((other) => other.value)
  return pairsOf(values).some(([a, b]) => isEqual(plus(a, b), value) || isEqual(minus(a, b), value) || isEqual(minus(b, a), value))
}

/** What it can be a number of. */
function metricsOf(quantity: Quantity, view: View, { own, around }: Around, { main, words }: Setting): MetricId[] {
  const { unit, to, from, at } = quantity
  if (unit === 'point' || unit === 'indexPoint') return [unit === 'point' ? main : 'indexScore']
  if (unit === 'answer') return ['base']
  if (unit === 'person') return []
  const { tokens, mentions, periods } = view
  // "37 flere svar"
  if (mentions.cue(to + 1, 'answers', 'answer') !== null && mentions.cue(to, 'several', 'higher', 'lower') !== null) return ['base']
  const [last, next] = [tokens[from - 1], tokens[to]]
  const isAlone =
    next === undefined ||
    next.kind !== 'word' ||
    mentions.cue(to, 'to', 'against', 'from', 'and', 'during', 'than', 'clause', 'now', 'before', 'since', 'is', 'was', 'holder', 'by') !==
      null ||
    periods.some((period) => period.from === to)
  // "(77)", "(77 mod 82)"
  const isEnd = (end: Token | undefined, mark: string) =>
    end?.text === mark || mentions.cue(mark === ')' ? to : from - 1, 'against') !== null
  const isBracketed = isEnd(last, '(') && isEnd(next, ')') && (last?.text === '(' || next?.text === ')')
  const isLed =
    last?.kind === 'word' &&
    !mentions.unknown.includes(from - 1) &&
    words.before(tokens, from, 'numbered') === null &&
    !periods.some((period) => period.to === from)
  if (isAlone && quantity.sign !== 0 && compare(quantity.value, lowest) < 0 && around.refs.length > 0) return [main]
  const isSmall = compare(quantity.value, lowest) < 0
  // "fra to point til seks", "nu er afstanden ti"
  const clause = clauseOf(view, quantity)
  const isOfPoints = (each: Quantity) => each.at < at && each.at >= clause.from && (each.unit === 'point' || each.unit === 'indexPoint')
  if (isSmall && isAlone && isLed && (own.quantities.some(isOfPoints) || tellsOfGap({ ...view, clause }))) return [main]
  if (!isAlone || !(isLed || isBracketed) || isSmall || quantity.sign !== 0 || at !== from) return []
  const isOnScale = compare(quantity.value, exact(100)) <= 0
  return [...(isOnScale ? [main] : []), ...(around.isOfAnswers || (isOnScale && !around.isOfLevel) ? (['base'] as const) : [])]
}

const idIn =
  (metric: MetricId, { setting: { survey } }: Setting) =>
  (ref: Ref, period: string) =>
    figureId({ metric, ...ref, period }, survey)

/** Two whole numbers beside each other are not the same, though both may be rounded from what lies between. */
function isLevelOf(figure: string, by: Interval): Stated {
  return { is: 'end', among: [figure], told: 'highest', by: withoutEnds(by) }
}

function withoutEnds({ from, to, ...ends }: Interval): Interval {
  const shift = (value: Exact, by: Exact) => (compare(from, to) === 0 ? value : plus(value, by))
  return { ...ends, from: shift(from, least), to: shift(to, minus(exact(0), least)) }
}

const least = exact(1, 100)

/** A level of somebody. */
function levelsOf(quantity: Quantity, metric: MetricId, refs: readonly Ref[], setting: Setting): Stated[] {
  const { survey } = setting.setting
  const idOf = idIn(metric, setting)
  return refs.flatMap((ref) =>
    survey.periods.map(({ id }) => isLevelOf(idOf(ref, id), intervalOfClaim(idOf(ref, id), quantity.value, 0, quantity.hedge, survey))),
  )
}

/** How far somebody has moved, two lie apart, or one and a number that is told of; or how far that has moved. */
function distancesOf(quantity: Quantity, metric: MetricId, view: View, around: Context, setting: Setting): Stated[] {
  const { survey } = setting.setting
  const refs = around.all.length > 0 ? around.all : around.refs
  const periods = survey.periods.map(({ id }) => id)
  const clause = clauseOf(view, quantity)
  const [named, ...more] = view.periods.filter(({ from }) => from >= clause.from && from < clause.to)
  const idOf = idIn(metric, setting)
  const all = refs.flatMap((ref) => periods.map((period) => idOf(ref, period)))
  const [first] = all
  if (first === undefined) return []
  const by = intervalOfClaim(first, quantity.value, 0, quantity.hedge, survey)
  const differs = (figure: string, than: string): Stated => ({ is: 'differs', figure, than, by, isApart: true })
  const own = refs.flatMap((ref) => pairsOf(periods).map(([previous, current]) => differs(idOf(ref, current), idOf(ref, previous))))
  const times = named && more.length === 0 ? [named.target] : periods
  const apart = pairsOf(refs).flatMap(([a, b]) => times.map((period) => differs(idOf(a, period), idOf(b, period))))
  const gaps = pairsOf(refs).flatMap(([a, b]) =>
    pairsOf(periods).map(
      ([previous, current]): Stated => ({
        ...{ is: 'combined', by, isApart: true },
        plus: [idOf(a, current), idOf(b, previous)],
        minus: [idOf(b, current), idOf(a, previous)],
      }),
    ),
  )
  const isOfGap = tellsOfGap({ ...view, clause })
  // "fem point over.": apart from the other.
  const beyond = view.mentions.cue(quantity.to, 'above', 'below')
  // What lies between two, of whom only one is known.
  if (isOfGap && refs.length < 2) return []
  // Beyond whom may not be said: "får 74 og er dermed ti point bagud".
  const isTimed = view.periods.length > 0 || view.mentions.cues('before', 'since').length > 0
  if (
    refs.length === 1 &&
    !isTimed &&
    !around.isOfTarget &&
    (view.mentions.directions.length === 0 || view.mentions.cues('above', 'below').length > 0)
  )
    return []
  const isLast = beyond !== null && view.tokens[beyond.to]?.kind !== 'word'
  const isApart = refs.length > 1 && (isOfGap || isLast)
  const told = [
    ...around.quantities.map(({ value }) => value),
    ...setting.aims,
    ...survey.targets.map(({ value }) => parseNeutral(String(value))),
  ]
  const beside = told
    .filter((value) => compare(value, lowest) >= 0)
    .flatMap((value) => [plus(value, quantity.value), minus(value, quantity.value)])
    .flatMap((value) => all.map((figure) => isLevelOf(figure, intervalOfClaim(figure, value, 0, quantity.hedge, survey))))
  return [...(isApart ? [] : own), ...apart, ...(isOfGap ? gaps : []), ...beside]
}

function tellsOfGap(view: View): boolean {
  return cuesIn(view, 'gap', 'difference').length > 0
}

/** The answers of somebody, of several together, or how many more one has than another, or than before. */
function countsOf(quantity: Quantity, { refs, sets }: Context, setting: Setting): Stated[] {
  const { survey } = setting.setting
  const periods = survey.periods.map(({ id }) => id)
  const idOf = idIn('base', setting)
  const root: Ref = { segment: survey.segments.id, provider: null }
  const all = distinct([...refs, root]).flatMap((ref) => periods.map((period) => idOf(ref, period)))
  const [first] = all
  if (first === undefined) return []
  const by = intervalOfClaim(first, quantity.value, quantity.decimals, quantity.hedge, survey)
  const sums = sets.flatMap((set) => periods.map((period) => set.map((ref) => idOf(ref, period))))
  return [
    ...all.map((figure) => isLevelOf(figure, by)),
    ...pairsOf(all).map(([figure, than]): Stated => ({ is: 'differs', figure, than, by, isApart: true })),
    ...sums.map((figures): Stated => ({ is: 'combined', plus: figures, minus: [], by, isApart: false })),
    ...sets.flatMap((set) =>
      pairsOf(periods).map(
        ([previous, current]): Stated => ({
          ...{ is: 'combined', by, isApart: true },
          plus: set.map((ref) => idOf(ref, current)),
          minus: set.map((ref) => idOf(ref, previous)),
        }),
      ),
    ),
  ]
}

/** How large a part of others' somebody's answers are, in per cent, or how much they or results have moved. */
function partsOf(quantity: Quantity, refs: readonly Ref[], setting: Setting): Stated[] {
  const { survey } = setting.setting
  const periods = survey.periods.map(({ id }) => id)
  const all = distinct([...refs, ...refs.flatMap((ref) => wholesOf(ref, setting.setting)), { segment: survey.segments.id, provider: null }])
  const by = percentOf(quantity, 1)
  const rest = percentOf({ ...quantity, value: minus(exact(100), quantity.value) }, 1)
  const idOf = idIn('base', setting)
  return [
    ...periods.flatMap((period) =>
      all.flatMap((ref) =>
        all
          .filter((of) => !isSameRef(of, ref) && isWithin(ref.segment, of.segment, setting.setting))
          .flatMap((of) =>
            [by, rest].map((part): Stated => ({ is: 'portion', figure: idOf(ref, period), of: idOf(of, period), by: part })),
          ),
      ),
    ),
    ...([setting.main, 'base'] as const).flatMap((metric) =>
      all.flatMap((ref) =>
        pairsOf(periods).flatMap(([previous, current]) =>
          [
            by,
            percentOf(quantity, -1),
            percentOf({ ...quantity, value: minus(quantity.value, exact(100)) }, 1),
            negativeInterval(rest),
          ].map(
            (part): Stated => ({
              is: 'grown',
              previous: idIn(metric, setting)(ref, previous),
              current: idIn(metric, setting)(ref, current),
              by: part,
            }),
          ),
        ),
      ),
    ),
  ]
}

/** Of so many at most every few of them may be told of together; of more all of them. */
const mostInSets = 6

function subsetsOf<T>(all: readonly T[]): T[][] {
  if (all.length < 2) return []
  if (all.length > mostInSets) return [[...all]]
  return range(0, 2 ** all.length)
    .map((bits) => all.filter((_, at) => (bits >> at) & 1))
    .filter((set) => set.length > 1)
}
