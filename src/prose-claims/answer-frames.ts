/**
 * A sentence → what it tells of how many have answered: whose part of the answers is how great, how a number of
 * answers has moved and how many times it is another's, who gave most. Read as a whole or not at all: a piece with a
 * word, a number or a name too many tells nothing.
 */
import type { Hedge, Stated } from '../claim.js'
import { figureId } from '../figure-key.js'
import type { AnswerWords } from '../locale/statement-words.js'
import type { MetricId } from '../metrics.js'
import { type Exact, exact, fromFraction, type Interval, minus, negative, plus, toFraction } from '../printed.js'
import { isOfChange, spanFor, timesIn } from './number-frames.js'
import { hedgeBefore, type NumberLexicon, type Quantity } from './number-mentions.js'
import { type Mentions, positionsOf, range } from './statement-mentions.js'
import type { Token } from './statement-slots.js'
import {
  cuesIn,
  groupSets,
  isSameRef,
  isWithin,
  type Ref,
  type StatementSetting,
  setsCalled,
  type View,
  viewOf,
  wholesOf,
} from './statement-subjects.js'
import { allNames, type Mention, namesBy } from './words.js'

/**
 * Tokens `from` to `to` are read; `at` to `end` is what decides. `quantities`: where its numbers stand. `isPlain`:
 * counts, and no hedge that opens them, which are claims of their own where they are read as such.
 */
export type AnswersTold = {
  from: number
  to: number
  at: number
  end: number
  quantities: number[]
  isPlain: boolean
  readings: Stated[]
}

/** What the passage has told of answers so far. */
export type AnswersSpoken = {
  /** who was spoken of last; null where nobody was, and all may be meant */
  ref: Ref | null
  /** what the last piece told */
  told: 'count' | 'portion' | null
  /** of whom the last part was one */
  of: Ref | null
  /** the last time that was named */
  time: string | null
  /** nothing has been said of anybody that nobody knows */
  isPlain: boolean
}

export type AnswersSetting = { setting: StatementSetting; numbers: NumberLexicon; main: MetricId; hasAll: boolean }

type Kind = Exclude<keyof AnswerWords, 'fractions' | 'multiplied' | 'hundreds' | 'halfMore'>
type Amount = { is: 'percent' | 'part' | 'count' | 'times'; from: number; to: number; by: Interval; quantity: Quantity | null }

type Piece = {
  view: View
  amounts: Amount[]
  /** where words of a kind stand in it */
  words: (kind: Kind) => Mention<unknown>[]
  spoken: AnswersSpoken
  /** no number before it in its sentence was left unread */
  isClear: boolean
} & AnswersSetting

/** Reads the pieces of a sentence in order, each going on about what was told before it. */
export function answersIn(
  tokens: readonly Token[],
  mentions: Mentions,
  periods: readonly Mention<string>[],
  quantities: readonly Quantity[],
  before: AnswersSpoken,
  own: AnswersSetting,
): { told: AnswersTold[]; spoken: AnswersSpoken } {
  const { setting } = own
  const phrases = phrasesOf(tokens, setting)
  const amounts = amountsIn(tokens, mentions, quantities, phrases, own)
  const named = positionsOf(mentions.segments, mentions.providers)
  const told: AnswersTold[] = []
  let spoken = before
  // Behind a number that was not read nobody knows whom the sentence goes on about.
  let isClear = true
  for (const [from, to] of piecesOf(tokens, mentions, amounts, phrases)) {
    const view = viewOf(tokens, mentions, periods, { from, to }, setting)
    const isIn = (each: { from: number; to: number }) => each.from >= from && each.to <= to
    const piece: Piece = {
      ...{ view, ...own, spoken: { ...spoken, isPlain: spoken.isPlain && isClear } },
      amounts: amounts.filter(isIn),
      isClear,
      words: (kind) => phrases.filter((each) => each.kind === kind && isIn(each) && !named.has(each.from)),
    }
    const isKnown = isAllKnown(piece, phrases)
    // "Lægger vi de to ungegrupper sammen, har vi 324": whom what follows is of, nobody knows.
    if (!isKnown && view.groups.length === 0 && from === 0 && to < tokens.length) spoken = { ...spoken, ref: null, isPlain: false }
    const found = isKnown && !isBarred(piece, quantities) ? readPiece(piece) : null
    isClear = isClear && (piece.amounts.length === 0 || found !== null)
    if (found) told.push({ from, to, ...found.told })
    const [group, ...others] = view.groups
    const ref = group ? (others.length === 0 ? group.target : (found?.ref ?? null)) : view.wholes.length > 0 ? root(setting) : spoken.ref
    spoken = {
      ref: found?.ref ?? ref,
      told: found?.kind ?? (piece.amounts.length > 0 || piece.words('answers').length > 0 ? countsOnly(piece) : spoken.told),
      of: found?.of ?? spoken.of,
      time: view.periods.at(-1)?.target ?? (cuesIn(view, 'before').length > 0 ? setting.previous : spoken.time),
      isPlain: spoken.isPlain && isKnown && (group === undefined || others.length === 0 || found !== null),
    }
  }
  return { told, spoken }
}

/** A piece that is not read may have told of answers all the same: "I alt har 2.220 borgere svaret". */
function countsOnly({ words, view }: Piece): 'count' | null {
  const isCount = words('answers').length + words('people').length + words('gave').length > 0
  return isCount && cuesIn(view, 'level', 'index', 'content').length === 0 ? 'count' : null
}

function root({ survey }: StatementSetting): Ref {
  return { segment: survey.segments.id, provider: null }
}

// ── words and numbers ──

type Phrase = Mention<unknown> & { kind: Kind | 'fraction' | 'multiplied' | 'half'; value: readonly [number, number] | null }

const lexicons = new WeakMap<AnswerWords, ReturnType<typeof namesBy<Pick<Phrase, 'kind' | 'value'>>>>()

function phrasesOf(tokens: readonly Token[], { locale, lexicon }: StatementSetting): Phrase[] {
  const own = locale.statementWords.answers
  const names = lexicons.get(own) ?? namesOf(own, lexicon.fold)
  lexicons.set(own, names)
  const keys = tokens.map(({ key }) => key)
  return allNames(keys, names).map(({ target, from, to }) => ({ ...target, target: null, from, to }))
}

function namesOf(own: AnswerWords, fold: (word: string) => string) {
  const { fractions, multiplied, hundreds, halfMore, ...lists } = own
  return namesBy<Pick<Phrase, 'kind' | 'value'>>(
    [
      ...Object.entries(lists).flatMap(([kind, words]) => words.map((word) => [word, { kind: kind as Kind, value: null }] as const)),
      ...Object.entries(fractions).map(([word, value]) => [word, { kind: 'fraction', value }] as const),
      ...Object.entries(multiplied).map(([word, value]) => [word, { kind: 'multiplied', value }] as const),
      ...Object.keys({ ...hundreds, ...halfMore }).map((word) => [word, { kind: 'plain', value: null }] as const),
    ],
    ({ key }) => fold(key),
  )
}

/** Numbers in per cent, parts in words, counts, and so many times as many. */
function amountsIn(
  tokens: readonly Token[],
  mentions: Mentions,
  quantities: readonly Quantity[],
  phrases: readonly Phrase[],
  { numbers, setting }: AnswersSetting,
): Amount[] {
  const isClose = (from: number, to: number) => phrases.some((each) => each.kind === 'close' && each.from >= from && each.to <= to)
  const named = positionsOf(mentions.segments, mentions.providers)
  const parts = longestOf(phrases.filter(({ kind, from }) => (kind === 'fraction' || kind === 'multiplied') && !named.has(from))).flatMap(
    ({ from, to, value, kind }): Amount[] => {
      const lead = hedgeBefore({ tokens, numbers }, from)
      const by = around(exact(value?.[0] ?? 1, value?.[1] ?? 1), lead.hedge, isClose(lead.from, from))
      return [{ is: kind === 'multiplied' ? 'times' : 'part', from: lead.from, to, by, quantity: null }]
    },
  )
  const isFree = ({ at }: Quantity) => !parts.some(({ from, to }) => from <= at && at < to)
  const counted = quantities.filter(isFree).flatMap((quantity, index, all): Amount[] => {
    const { from, to, value, decimals, hedge, unit, at, end } = quantity
    const close = isClose(from, at)
    if (unit === 'percent') return [{ is: 'percent', from, to, by: percent(value, decimals, hedge, close), quantity }]
    const times = phrases.find((each) => each.kind === 'multiples' && each.from === end)
    if (times) return [{ is: 'times', from, to: times.to, by: manifold(value, decimals, hedge, close), quantity }]
    // "4 ud af 5 svar"
    const next = all[index + 1]
    const link = mentions.cue(end, 'outOf')
    if (next && link && next.at === link.to && isSmall(quantity) && isSmall(next))
      return [{ is: 'part', from, to: next.end, by: around(quotient(value, next.value), hedge, close), quantity }]
    const last = all[index - 1]
    const isWhole = last !== undefined && mentions.cue(last.end, 'outOf')?.to === at && isSmall(last) && isSmall(quantity)
    if (isWhole) return []
    const isCount = unit === null || unit === 'answer' || unit === 'person'
    return isCount && decimals === 0 ? [{ is: 'count', from, to, by: counts(value, hedge, close), quantity }] : []
  })
  const { lexicon } = setting
  // "fire ud af fem svar": both in words
  const worded = tokens.flatMap(({ key, kind }, at): Amount[] => {
    const link = mentions.cue(at + 1, 'outOf')
    const [part, whole] = [lexicon.numbers.get(key), link ? lexicon.numbers.get(tokens[link.to]?.key ?? '') : undefined]
    const isNoun = link && phrases.some((each) => each.kind === 'answers' && each.from === link.to + 1)
    if (kind !== 'word' || !link || !isNoun || part === undefined || whole === undefined || part > whole) return []
    const lead = hedgeBefore({ tokens, numbers }, at)
    return [
      { is: 'part', from: lead.from, to: link.to + 1, by: around(exact(part, whole), lead.hedge, isClose(lead.from, at)), quantity: null },
    ]
  })
  const timed = tokens.flatMap(({ key, kind }, at): Amount[] => {
    const times = phrases.find((each) => each.kind === 'multiples' && each.from === at + 1)
    const number = kind === 'word' ? lexicon.numbers.get(key) : undefined
    if (!times || number === undefined) return []
    const lead = hedgeBefore({ tokens, numbers }, at)
    return [
      { is: 'times', from: lead.from, to: times.to, by: manifold(exact(number), 0, lead.hedge, isClose(lead.from, at)), quantity: null },
    ]
  })
  return [...parts, ...counted, ...worded, ...timed].sort((a, b) => a.from - b.from)
}

function longestOf<T extends { from: number; to: number }>(all: readonly T[]): T[] {
  return all.filter((each) => !all.some((other) => other !== each && other.from <= each.from && each.to <= other.to))
}

function isSmall({ value, decimals }: Quantity): boolean {
  return decimals === 0 && value.numerator <= 20n * value.denominator
}

const closed = { fromIncluded: true, toIncluded: true } as const
const times = (value: Exact, factor: number) =>
  fromFraction(
    toFraction(value)
      .mul(Math.round(factor * 1000))
      .div(1000),
  )
const quotient = (a: Exact, b: Exact) => fromFraction(toFraction(a).div(toFraction(b)))
const noLimit = exact(10n ** 9n)

/** What lies within a part of a number; a hedge opens a side, a close one up to a fifth of it. */
function between(value: Exact, hedge: Hedge | null, isClose: boolean, slack: Exact, wide: Exact): Interval {
  const [low, high] = [minus(value, slack), plus(value, slack)]
  if (hedge === 'atLeast') return { from: low, to: isClose ? times(value, 1.25) : noLimit, ...closed }
  if (hedge === 'atMost') return { from: isClose ? times(value, 0.8) : exact(0), to: high, ...closed }
  const margin = hedge === 'near' ? wide : slack
  return {
    from: minus(value, margin),
    to: plus(value, margin),
    ...closed,
  }
}

function percent(value: Exact, decimals: number, hedge: Hedge | null, isClose: boolean): Interval {
  const hundredth = times(exact(value.numerator, value.denominator * 100n), 1)
  return between(hundredth, hedge, isClose, exact(1n, 200n * 10n ** BigInt(decimals)), exact(1, 40))
}

/** A part in words is about so great. */
function around(value: Exact, hedge: Hedge | null, isClose: boolean): Interval {
  return hedge === 'atLeast' || hedge === 'atMost'
    ? between(value, hedge, isClose, isClose ? times(value, 0.1) : exact(0), exact(0))
    : between(value, hedge, isClose, times(value, 0.15), times(value, 0.2))
}

function manifold(value: Exact, decimals: number, hedge: Hedge | null, isClose: boolean): Interval {
  const half = exact(1n, 2n * 10n ** BigInt(decimals))
  return hedge === 'atLeast' || hedge === 'atMost'
    ? between(value, hedge, isClose, exact(0), half)
    : between(value, null, false, half, half)
}

function counts(value: Exact, hedge: Hedge | null, isClose: boolean): Interval {
  return between(value, hedge, isClose, exact(0), times(value, 0.05))
}

// ── pieces ──

/** Runs between marks and joining words; what "and" joins is two where each side has a number. */
function piecesOf(
  tokens: readonly Token[],
  mentions: Mentions,
  amounts: readonly Amount[],
  phrases: readonly Phrase[],
): [from: number, to: number][] {
  const isInside = (at: number) =>
    phrases.some(({ from, to }) => from < at && at < to) || amounts.some(({ from, to }) => from < at && at < to)
  const isMark = (at: number) => /^[,;:.]$/.test(tokens[at]?.text ?? '') && !isInside(at) && !isInNumber(tokens, at)
  const starts = tokens.flatMap((_, at): [number, number][] => {
    if (isMark(at)) return [[at, at + 1]]
    const cue = isInside(at) ? null : mentions.cue(at, 'clause')
    // "Tilfredsheden er dog på retur"
    const isAdverb = mentions.cueBefore(at, 'is', 'was')?.to === at
    return cue && !isAdverb && mentions.cue(at, 'and') === null && at > 0 && tokens[at]?.kind === 'word' ? [[at, cue.to]] : []
  })
  const pieces: [number, number][] = []
  let from = 0
  for (const [end, next] of [...starts, [tokens.length, tokens.length] as [number, number]]) {
    if (end > from) pieces.push([from, end])
    from = Math.max(from, next)
  }
  const tells = (low: number, high: number) =>
    amounts.some((each) => each.from >= low && each.to <= high) ||
    phrases.some(({ kind, from, to }) => (kind === 'most' || kind === 'fewest') && from >= low && to <= high) ||
    mentions.directions.some((each) => each.from >= low && each.to <= high)
  const joined: [number, number][] = []
  for (const [low, high] of pieces) {
    const last = joined.at(-1)
    const isRelative = mentions.cue(low, 'relative') !== null && !tells(low, high)
    if (last && isRelative) {
      last[1] = high
      continue
    }
    const and = range(low + 1, high).find((at) => mentions.cue(at, 'and') !== null && tells(low, at) && tells(at + 1, high))
    if (and === undefined) joined.push([low, high])
    else joined.push([low, and], [and + 1, high])
  }
  return joined
}

/** "pct. af": the stop of what is shortened. */
function isInNumber(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  return tokens[at]?.text === '.' && next !== undefined && /^\p{Ll}/u.test(next.text)
}

/** Nothing stands in it that nobody knows. */
function isAllKnown({ view, numbers, setting }: Piece, phrases: readonly Phrase[]): boolean {
  const { clause, mentions, tokens } = view
  const own = setting.survey.topic ?? setting.survey.title
  const isOwn = (at: number) =>
    phrases.some(({ from, to }) => from <= at && at < to) ||
    own.toLowerCase().includes(tokens[at]?.text.toLowerCase() ?? '') ||
    setting.lexicon.numbers.has(tokens[at]?.key ?? '')
  const isTime = (at: number) => view.periods.some(({ from, to }) => from <= at && at < to)
  return mentions.unknown.every((at) => at < clause.from || at >= clause.to || isOwn(at) || numbers.isKnown(tokens[at]) || isTime(at))
}

const barriers = [
  ...([
    'irrealis',
    'condition',
    'not',
    'neither',
    'none',
    'target',
    'midpoint',
    'benchmark',
    'except',
    'trend',
    'items',
    'invited',
  ] as const),
  ...(['responseRate', 'content', 'asked', 'cause', 'respectively', 'perEach', 'without', 'evidence', 'groups', 'providers'] as const),
] as const

/** It is denied, wished for, quoted, of others, or has a number that is in no form here. */
function isBarred({ view, amounts, words, setting }: Piece, quantities: readonly Quantity[]): boolean {
  const { clause, tokens, groups, wholes } = view
  const isName = ({ from, to }: { from: number; to: number }) => [...groups, ...wholes].some((each) => each.from <= from && to <= each.to)
  const isRank = words('most').length + words('fewest').length > 0
  const isBarrier = cuesIn(view, ...barriers).some(
    (cue) =>
      !isName(cue) &&
      !(isRank && cue.target === 'groups') &&
      !words('part').some(({ from, to }) => from <= cue.from && cue.to <= to) &&
      !amounts.some(({ from, to }) => from <= cue.from && cue.to <= to),
  )
  const isOther = cuesIn(view, 'others').some(
    ({ from }) => !words('rest').some((rest) => rest.from === from) && !amounts.some((amount) => amount.from <= from && from < amount.to),
  )
  const isQuoted = range(clause.from, clause.to).some((at) => tokens[at]?.isQuoted || /^[()?"]$/.test(tokens[at]?.text ?? ''))
  const isLeft = quantities.some(({ at }) => at >= clause.from && at < clause.to && !amounts.some(({ from, to }) => from <= at && at < to))
  const isOption = setting.survey.items.length > 1 && view.mentions.items.some(({ from }) => from >= clause.from && from < clause.to)
  if (amounts.some(({ quantity }) => quantity && isOfChange(view, quantity))) return true
  return isBarrier || isOther || isQuoted || isLeft || isOption || view.otherYears.length > 0
}

// ── frames ──

type Read = { told: Omit<AnswersTold, 'from' | 'to'>; kind: 'count' | 'portion'; ref: Ref; of: Ref | null }

function readPiece(piece: Piece): Read | null {
  return rankOf(piece) ?? manyTimes(piece) ?? changeOf(piece) ?? ofThenOf(piece) ?? portionOf(piece) ?? countOf(piece)
}

/** Words of answers, or nothing but a number that goes on about them. */
function isOfAnswers({ words, view, spoken, isClear }: Piece): boolean {
  if (cuesIn(view, 'level', 'index', 'mean').length > 0) return false
  const isNamed = words('answers').length > 0 || (words('part').length > 0 && isClear)
  const isPeople = words('people').length > 0 && words('gave').length > 0
  return isNamed || isPeople || words('gave').length > 0 || spoken.told !== null
}

/** Who is meant where one, or nobody, is named. */
function subjectOf({ view, spoken, setting, hasAll, numbers }: Piece): Ref | null {
  const [group, ...others] = view.groups
  if (group) return others.every(({ target }) => isSameRef(target, group.target)) ? group.target : null
  // "Tilsammen giver det 1.755 svar": of all that were told of.
  const isTogether = range(view.clause.from, view.clause.to).some((at) => numbers.find(view.tokens, at, 'sums') !== null)
  if (isTogether && view.wholes.length === 0) return null
  if (view.wholes.length === 0 && spoken.ref) return spoken.ref
  return hasAll && spoken.isPlain && view.mentions.segments.length === 0 ? root(setting) : null
}

const idOf = (ref: Ref, period: string, { setting }: Piece, metric: MetricId = 'base') =>
  figureId({ metric, ...ref, period }, setting.survey)

/** The times a level or a part may be of: the one that is named, else this one; in the past tense any spoken of. */
function periodsOf(piece: Piece, at: number | null = null): string[] {
  const { view, setting, numbers, spoken } = piece
  const named = timesIn({ view, setting, words: numbers })
  if (named.some(({ target }) => target === null)) return []
  const own = at === null ? named.filter(({ isCompared }) => !isCompared) : named.filter(({ from }) => from >= at && from - at <= 4)
  const distinct = [...new Set(own.map(({ target }) => target as string))]
  if (distinct.length > 0) return distinct.length === 1 ? distinct : []
  if (named.length > 0 && at === null && named.length > own.length) return [setting.period]
  const isPast = cuesIn(view, 'was').length > 0 && cuesIn(view, 'is').length === 0
  return isPast && spoken.time !== null && spoken.time !== setting.period ? [spoken.time, setting.period] : [setting.period]
}

function put({ from, to }: { from: number; to: number }, piece: Piece, readings: Stated[]): Read['told'] {
  const { amounts } = piece
  const isPlain = amounts.every(({ is, quantity }) => is === 'count' && (quantity?.hedge === null || quantity?.hedge === 'near'))
  return { at: from, end: to, readings, isPlain, quantities: amounts.flatMap(({ quantity }) => (quantity ? [quantity.at] : [])) }
}

/** "Flest svar er afgivet af X" */
function rankOf(piece: Piece): Read | null {
  const { view, words, amounts, setting } = piece
  const [most, fewest] = [words('most')[0], words('fewest')[0]]
  const word = most ?? fewest
  const [group, ...others] = view.groups
  if (!word || (most && fewest) || amounts.length > 0 || !group || others.length > 0 || view.mentions.directions.some(isIn(view)))
    return null
  if (!isOfAnswers(piece)) return null
  const periods = periodsOf(piece)
  const [noun] = cuesIn(view, 'groups').filter(({ from, to }) => !(group.from <= from && to <= group.to))
  const sets = (noun ? setsCalled(view.tokens[noun.from], setting) : groupSets(setting)).filter((set) =>
    set.some((ref) => isSameRef(ref, group.target)),
  )
  if (sets.length === 0 || periods.length === 0) return null
  const told = most ? 'highest' : 'lowest'
  const ranked = (ref: Ref, period: string) => ({ previous: null, current: idOf(ref, period, piece) })
  const readings = sets.flatMap((set) =>
    periods.map(
      (period): Stated => ({
        is: 'rank',
        told,
        of: ranked(group.target, period),
        among: set.filter((ref) => !isSameRef(ref, group.target)).map((ref) => ranked(ref, period)),
      }),
    ),
  )
  return { told: put(word, piece, readings), kind: 'count', ref: group.target, of: null }
}

const isIn =
  ({ clause }: View) =>
  ({ from, to }: { from: number; to: number }) =>
    from >= clause.from && to <= clause.to

/** "fire gange så mange svar som de interne", "dobbelt så mange som året før" */
function manyTimes(piece: Piece): Read | null {
  const { view, amounts, setting } = piece
  const [amount, ...more] = amounts
  if (amount?.is !== 'times' || more.length > 0 || !isOfAnswers(piece)) return null
  const as = range(amount.to, view.clause.to).find((at) => view.mentions.cue(at, 'as', 'than') !== null)
  if (as === undefined || view.mentions.directions.some(isIn(view))) return null
  const [own, other, ...others] = [...view.groups.filter(({ from }) => from < as), ...view.groups.filter(({ from }) => from > as)]
  if (others.length > 0) return null
  const own_ = view.groups.filter(({ from }) => from < as)
  if (own && other && own_.length === 1 && !isSameRef(own.target, other.target)) {
    const readings = periodsOf(piece).map(
      (period): Stated => ({
        is: 'portion',
        figure: idOf(own.target, period, piece),
        of: idOf(other.target, period, piece),
        by: amount.by,
      }),
    )
    return readings.length > 0 ? { told: put(amount, piece, readings), kind: 'count', ref: own.target, of: null } : null
  }
  const ref = other ? null : subjectOf(piece)
  const span = spanOf(piece)
  const isAgo = timesIn({ view, setting, words: piece.numbers }).some(({ from }) => from >= as)
  if (!ref || !span || !isAgo || (own && own_.length === 0)) return null
  return { told: put(amount, piece, [overTime(piece, ref, span, amount.by)]), kind: 'count', ref, of: null }
}

type Span = { previous: string; current: string }

function spanOf({ view, setting, numbers }: Piece): Span | null {
  const span = spanFor({ view, words: numbers, setting })
  if (typeof span === 'string') return null
  // "Året før var der 1.408 flere": what is told of then is turned.
  const isPast = cuesIn(view, 'was').length > 0 && cuesIn(view, 'is').length === 0
  const isOfThen = timesIn({ view, setting, words: numbers }).some(({ target, isCompared }) => !isCompared && target === span.previous)
  return isPast && isOfThen ? null : span
}

function overTime(piece: Piece, ref: Ref, { previous, current }: Span, by: Interval, metric: MetricId = 'base'): Stated {
  return { is: 'portion', figure: idOf(ref, current, piece, metric), of: idOf(ref, previous, piece, metric), by }
}

const one = exact(1)
const grown = (by: Interval, sign: 1 | -1): Interval => {
  const [a, b] = [toFraction(one).add(toFraction(by.from).mul(sign)), toFraction(one).add(toFraction(by.to).mul(sign))]
  return { from: fromFraction(sign > 0 ? a : b), to: fromFraction(sign > 0 ? b : a), ...closed }
}

/** `isDegree`: "færre", "lavere", which stand behind their number */
type Move = { from: number; to: number; isDegree?: true; sign: 1 | -1; than: number | null; factor: Interval | null }

/** The one word that says which way, or how many times, something has moved. */
function moveIn(piece: Piece): Move | null {
  const { view, words, numbers } = piece
  const { mentions, clause, tokens } = view
  const multiplied = (['halved', 'doubled', 'tripled'] as const).flatMap((kind) =>
    words(kind).map(({ from, to }): Move => {
      const lead = hedgeBefore({ tokens, numbers }, from)
      const close = words('close').some((each) => each.from >= lead.from && each.to <= from)
      const value = kind === 'halved' ? exact(1, 2) : kind === 'doubled' ? exact(2) : exact(3)
      // "mere end halveret" is less than half
      const turned = lead.hedge === 'atLeast' ? 'atMost' : lead.hedge === 'atMost' ? 'atLeast' : lead.hedge
      return {
        from: lead.from,
        to,
        sign: kind === 'halved' ? -1 : 1,
        than: null,
        factor: around(value, kind === 'halved' ? turned : lead.hedge, close),
      }
    }),
  )
  const directed = mentions.directions
    .filter((each) => isIn(view)(each) && each.target.direction !== 'unchanged' && each.target.form !== 'comparative')
    .map(({ from, to, target }): Move => ({ from, to, sign: target.direction === 'rise' ? 1 : -1, than: null, factor: null }))
  const named = positionsOf(view.groups, view.wholes, view.periods)
  const inAmounts = positionsOf(piece.amounts)
  const degrees = range(clause.from, clause.to).flatMap((at): Move[] => {
    if (named.has(at) || inAmounts.has(at) || multiplied.some(({ from, to }) => from <= at && at < to)) return []
    const [more, less] = [numbers.find(tokens, at, 'more'), numbers.find(tokens, at, 'less')]
    const found = more ?? less
    if (!found || mentions.cue(at, 'above', 'below') !== null || (tokens[at]?.key.length ?? 0) < 4) return []
    const than = mentions.cue(found.to, 'than') ?? cuesIn(view, 'than').find(({ from }) => from >= found.to)
    return [{ from: found.from, to: found.to, isDegree: true, sign: more ? 1 : -1, than: than?.to ?? null, factor: null }]
  })
  const all = longestOf([...multiplied, ...directed, ...degrees].filter(({ from, to }) => !isTime(view, from, to)))
  const [only, ...others] = all
  return only && others.length === 0 ? only : null
}

function isTime({ periods }: View, from: number, to: number): boolean {
  return periods.some((each) => each.from < to && from < each.to)
}

/** "Antallet af svar er faldet med 72 procent", "25 procent flere svar", "halveret", "1.408 færre", "blevet færre". */
function changeOf(piece: Piece): Read | null {
  const { view, words, amounts, main } = piece
  const move = moveIn(piece)
  if (!move || view.mentions.directions.some((each) => isIn(view)(each) && each.target.direction === 'unchanged')) return null
  const isOfIndex = cuesIn(view, 'level', 'index').length > 0 && words('answers').length + words('part').length === 0
  if (!isOfIndex && !isOfAnswers(piece)) return null
  if (words('part').length > 0) return partMoved(piece, move)
  const [amount, ...more] = amounts
  if (more.length > 0) return null
  if (amount && move.isDegree && amount.to !== move.from && amount.quantity?.end !== move.from) return null
  const behind = move.than === null ? [] : view.groups.filter(({ from }) => from >= (move.than as number))
  const [other, ...others] = behind
  if (others.length > 0) return null
  const own = other ? view.groups.filter(({ from }) => from < (move.than as number)) : view.groups
  if (new Set(own.map(({ target }) => target.segment + target.provider)).size > 1) return null
  const ref = own[0]?.target ?? (other ? null : subjectOf(piece))
  if (!ref || (isOfIndex && own.length + view.wholes.length === 0)) return null
  const metric = isOfIndex ? main : 'base'
  const kind = 'count' as const
  if (other) {
    const isSized = amount && (amount.is === 'count' || amount.is === 'percent')
    if (!isSized || isSameRef(ref, other.target) || isOfIndex) return null
    const readings = periodsOf(piece).map((period): Stated => {
      const [figure, of] = [idOf(ref, period, piece), idOf(other.target, period, piece)]
      return amount.is === 'count'
        ? { is: 'differs', figure, than: of, by: signed(amount.by, move.sign), isApart: false }
        : { is: 'portion', figure, of, by: grown(amount.by, move.sign) }
    })
    return readings.length > 0 ? { told: put(amount, piece, readings), kind, ref, of: null } : null
  }
  const span = spanOf(piece)
  if (!span) return null
  const read = (at: { from: number; to: number }, ...readings: Stated[]): Read => ({ told: put(at, piece, readings), kind, ref, of: null })
  if (move.factor) return amount || isOfIndex ? null : read(move, overTime(piece, ref, span, move.factor))
  const [figure, than] = [idOf(ref, span.current, piece, metric), idOf(ref, span.previous, piece, metric)]
  if (!amount) {
    const isSaid = words('becomes').some(({ from }) => from < move.from) || move.from === view.clause.from || words('answers').length > 0
    if (isOfIndex || !isSaid) return null
    return read(move, { is: 'change', previous: than, current: figure, told: move.sign > 0 ? 'rise' : 'fall' })
  }
  if (amount.is === 'count') {
    const isPlain = isOfIndex || view.mentions.cueBefore(amount.from, 'to', 'from') !== null
    return isPlain ? null : read(amount, { is: 'differs', figure, than, by: signed(amount.by, move.sign), isApart: false })
  }
  if (amount.is === 'times') return null
  // "faldet til under det halve"
  const isTo = view.mentions.cueBefore(amount.from, 'to') !== null
  const isOf = view.mentions.cue(amount.to, 'outOf') !== null
  if (isOf || (isTo && (isOfIndex || amount.is === 'percent'))) return null
  const by = isTo ? amount.by : grown(amount.by, move.sign)
  const ratio = overTime(piece, ref, span, by, metric)
  if (!isOfIndex || amount.is !== 'percent') return read(amount, ratio)
  // Some say "per cent" of the points of an index.
  const points = { from: times(amount.by.from, 100), to: times(amount.by.to, 100), ...closed }
  return read(amount, ratio, { is: 'differs', figure, than, by: signed(points, move.sign), isApart: false })
}

function signed(by: Interval, sign: 1 | -1): Interval {
  return sign > 0 ? by : { from: negative(by.to), to: negative(by.from), ...closed }
}

/** "De internes andel er faldet (fra 46 til 21 procent)", "er mere end halveret" */
function partMoved(piece: Piece, move: Move): Read | null {
  const { view, amounts, setting } = piece
  const ref = subjectOf(piece)
  const span = spanOf(piece)
  if (!ref || !span || isSameRef(ref, root(setting))) return null
  const parts = (by: Interval) =>
    wholesOf(ref, setting).map(
      (of): Stated => ({
        ...{ is: 'portion', figure: idOf(ref, span.current, piece), of: idOf(of, span.current, piece), by },
        over: { figure: idOf(ref, span.previous, piece), of: idOf(of, span.previous, piece) },
      }),
    )
  const [first, second, ...more] = amounts
  const done = (at: { from: number; to: number }, readings: Stated[]): Read => ({
    ...{ told: put(at, piece, readings), kind: 'portion', ref, of: null },
  })
  const way: Interval = move.sign > 0 ? { from: one, to: noLimit, ...closed } : { from: exact(0), to: one, ...closed }
  if (!first) return done(move, parts(move.factor ?? way))
  const cueBefore = (at: number, cue: 'from' | 'to') => view.mentions.cueBefore(at, cue) !== null
  const isPair = second && more.length === 0 && cueBefore(first.from, 'from') && cueBefore(second.from, 'to')
  const isShare = (amount: Amount | undefined) => amount !== undefined && amount.is !== 'count' && amount.is !== 'times'
  if (move.factor || !isPair || !isShare(second) || first.is === 'times') return null
  const readings = wholesOf(ref, setting).map((of): Stated => {
    const at = (period: string, by: Interval): Stated => ({
      is: 'portion',
      figure: idOf(ref, period, piece),
      of: idOf(of, period, piece),
      by,
    })
    const bare = first.is === 'count' ? scaled(first.by) : first.by
    return { is: 'every', of: [at(span.previous, bare), at(span.current, second.by)] }
  })
  const moved = parts(way).map((each, index): Stated => ({ is: 'every', of: [each, readings[index] as Stated] }))
  return done({ from: move.from, to: second.to }, moved)
}

/** "fra 46 til 21 procent": the first is in per cent as well. */
function scaled({ from, to }: Interval): Interval {
  const half = exact(1, 200)
  return {
    from: fromFraction(toFraction(from).div(100).sub(toFraction(half))),
    to: fromFraction(toFraction(to).div(100).add(toFraction(half))),
    ...closed,
  }
}

/** "svarer til under en tredjedel af sidste års", "godt en fjerdedel af, hvad det var året før" */
function ofThenOf(piece: Piece): Read | null {
  const { view, words, amounts } = piece
  const [amount, ...more] = amounts
  const [then] = words('ofThen')
  if (!amount || more.length > 0 || !then || then.from !== amount.to || (amount.is !== 'part' && amount.is !== 'percent')) return null
  if (view.mentions.directions.some(isIn(view)) || !isOfAnswers(piece) || words('part').length > 0) return null
  const named = timesIn({ view, setting: piece.setting, words: piece.numbers })
  const ref = subjectOf(piece)
  const span = named.some(({ from, to }) => to > then.from && from >= amount.to) ? spanFor(frameOf(piece)) : 'period'
  if (!ref || typeof span === 'string') return null
  return { told: put(amount, piece, [overTime(piece, ref, span, amount.by)]), kind: 'count', ref, of: null }
}

function frameOf({ view, numbers, setting }: Piece) {
  return { view, words: numbers, setting }
}

/** "21 pct. af svarene er fra de interne", "andelen var 46 pct. året før", "hver femte svar kommer herfra". */
function portionOf(piece: Piece): Read | null {
  const { view, words, amounts, spoken, setting } = piece
  if (view.mentions.directions.some(isIn(view)) || moveIn(piece) || words('ofThen').length > 0) return null
  if (cuesIn(view, 'level', 'index', 'mean').length > 0) return null
  const shares = amounts.filter(({ is }) => is === 'percent' || is === 'part')
  const [share, then, ...more] = shares
  if (!share || more.length > 0 || amounts.some(({ is }) => is === 'times')) return null
  const isContinued = spoken.told === 'portion' && spoken.isPlain
  const isOfAll = words('answers').length + words('part').length > 0
  const isLinked = words('makesUp').length + words('part').length > 0
  // "79 pct. af borgerne har svaret" is a part of those who were asked.
  if (words('people').length > 0 && !isOfAll) return null
  if (!(isOfAll && isLinked) && !isContinued) return null
  const groups = view.groups.filter((each, index, all) => all.findIndex((other) => isSameRef(other.target, each.target)) === index)
  const whole = groups.find(({ target }) =>
    groups.every((each) => each.target === target || isWithin(each.target.segment, target.segment, setting)),
  )
  const members = groups.length > 1 ? groups.filter((each) => each !== whole) : groups
  const [member, ...others] = members
  if (others.length > 0 || (groups.length > 1 && !whole)) return null
  const isHere = words('makesUp').some(({ from, to }) => to - from === 1 && isPlaceWord(view.tokens[from]))
  const isOfMember = words('part').length > 0 || isHere || isContinued
  // "De står for 29 pct. af svarene fra de eksterne": whoever was spoken of, of those who are named.
  const isWhole = groups.length === 1 && member !== undefined && isOnlyWhole(piece, member, share)
  const part = isWhole && spoken.ref && !isSameRef(spoken.ref, member.target) ? spoken.ref : null
  if (isWhole && !(part && isWithin(part.segment, member.target.segment, setting))) return null
  const ref = part ?? member?.target ?? (isOfMember && view.wholes.length === 0 ? spoken.ref : null)
  if (!ref || isSameRef(ref, root(setting))) return null
  const holds = spoken.of && spoken.told === 'portion' && isWithin(ref.segment, spoken.of.segment, setting) && !isSameRef(ref, spoken.of)
  const wholes =
    (groups.length > 1 || isWhole) && whole
      ? [whole.target]
      : isContinued && holds && spoken.of
        ? [spoken.of, ...wholesOf(ref, setting)]
        : wholesOf(ref, setting)
  const counted = amounts.filter(({ is }) => is === 'count')
  if (counted.length > 1 || (counted[0] && !isCountOfAll(piece, counted[0]))) return null
  const against = then && view.mentions.cueBefore(then.from, 'against') !== null
  if (then && !against) return null
  const now = then ? periodsBefore(piece, share, then) : periodsOf(piece)
  const ago = then ? periodsOf(piece, then.to) : []
  if (now.length === 0 || (then && (ago.length !== 1 || ago[0] === now[0]))) return null
  const at = (of: Ref, period: string, by: Interval): Stated => ({
    ...{ is: 'portion', figure: idOf(ref, period, piece), of: idOf(of, period, piece), by },
  })
  const readings = wholes.flatMap((of) =>
    now.map((period): Stated => {
      const own = at(of, period, share.by)
      return then ? { is: 'every', of: [own, at(of, ago[0] as string, then.by)] } : own
    }),
  )
  const stated = counted[0]
  const all =
    stated && counted.length === 1
      ? readings.map((each): Stated => ({ is: 'every', of: [each, countOfAll(piece, wholes, now, stated)] }))
      : readings
  return {
    told: put({ from: share.from, to: (then ?? share).to }, piece, all),
    kind: 'portion',
    ref,
    of: wholes.length === 1 ? (wholes[0] as Ref) : null,
  }
}

/** Words that point to whoever was spoken of. */
function isPlaceWord(token: Token | undefined): boolean {
  return token !== undefined && token.key.length > 4 && /^(?:her|der)/.test(token.key)
}

/** "21 pct. af de eksterne svar": the group belongs to the answers, and no other is named. */
function isOnlyWhole({ view, words }: Piece, { from, to }: Mention<Ref>, share: Amount): boolean {
  const noun = words('answers').find((each) => each.from >= share.to)
  if (!noun) return false
  const link = view.mentions.cue(share.to, 'outOf')
  const isBefore = link !== null && from >= link.to && to <= noun.from
  const { mentions } = view
  const start = mentions.cueBefore(from, 'article')?.from ?? from
  const isBehind = link !== null && mentions.cueBefore(start, 'holder', 'from')?.from === noun.to
  return isBefore || isBehind
}

function periodsBefore(piece: Piece, share: Amount, then: Amount): string[] {
  const { view, setting, numbers } = piece
  const named = timesIn({ view, setting, words: numbers }).filter(({ to, isCompared }) => to <= then.from && !isCompared)
  const distinct = [...new Set(named.map(({ target }) => target))]
  void share
  if (distinct.length === 0) return [setting.period]
  const [only] = distinct
  return distinct.length === 1 && typeof only === 'string' ? [only] : []
}

/** "Af de 2.220 svar er 79 pct. …": the count of all of which it is a part. */
function isCountOfAll({ view }: Piece, { from, quantity }: Amount): boolean {
  return view.mentions.cueBefore(from, 'outOf') !== null && quantity?.unit === 'answer' && quantity.hedge === null
}

function countOfAll(piece: Piece, wholes: readonly Ref[], periods: readonly string[], { by }: Amount): Stated {
  const among = wholes.at(-1) ?? root(piece.setting)
  return { is: 'end', among: [idOf(among, periods[0] as string, piece)], told: 'highest', by }
}

/** "De interne bidrager med 465 besvarelser", "465 borgere på de interne tilbud har svaret", "heraf 465 fra …". */
function countOf(piece: Piece): Read | null {
  const { view, words, amounts, spoken, setting, numbers } = piece
  const [amount, ...more] = amounts
  if (amount?.is !== 'count' || !amount.quantity || view.mentions.directions.some(isIn(view)) || moveIn(piece)) return null
  if (cuesIn(view, 'level', 'index', 'mean', 'than', 'against', 'above', 'below').length > 0 || words('part').length > 0) return null
  const { quantity } = amount
  const isUnit = quantity.unit !== null || isBig(quantity)
  const isNamed = words('answers').length + words('gave').length > 0
  const by = view.mentions.cueBefore(amount.from, 'by')
  const isLed = by !== null
  // "en ændring på 1.195 svar"
  if (by && (numbers.before(view.tokens, by.from, 'changed') ?? numbers.before(view.tokens, by.from, 'apart'))) return null
  const isSaid = isNamed || (spoken.told === 'count' && spoken.isPlain && view.groups.length > 0 && isBeyondIndex(quantity))
  if (isLed && !isNamed && view.groups.length === 0) return null
  if (!isUnit || !isSaid || words('ofThen').length > 0 || quantity.sign !== 0) return null
  const isSaidOf = (kind: 'ofThese' | 'asking') =>
    range(view.clause.from, view.clause.to).some((at) => numbers.find(view.tokens, at, kind) !== null)
  // "Der blev udsendt 226 skemaer": so many were asked.
  if (isSaidOf('asking')) return null
  const [group, ...others] = view.groups
  const isParted = isSaidOf('ofThese')
  // "De interne tilbud udgør 465 af de 2.220 svar"
  const [whole, ...rest] = more
  const isOf = whole !== undefined && rest.length === 0 && view.mentions.cue(quantity.end, 'outOf') !== null && isCountOfAll(piece, whole)
  if ((more.length > 0 && !isOf) || others.length > 0 || ((isParted || isOf) && !group)) return null
  if (!isOf && (view.mentions.cue(quantity.to, 'outOf') !== null || view.mentions.cueBefore(amount.from, 'outOf', 'from', 'to') !== null))
    return null
  // "Hos de eksterne er 509 af 1.755 svar afgivet af …": those of the whole may be named, and whose part it is behind.
  const start = group && (view.mentions.cueBefore(group.from, 'article')?.from ?? group.from)
  if (isOf && group && start !== undefined && group.to <= amount.from && view.mentions.cueBefore(start, 'holder') !== null) return null
  const ref = subjectOf(piece)
  const periods = periodsOf(piece)
  if (!ref || periods.length === 0) return null
  const at = (of: Ref, period: string, by: Interval): Stated => ({ is: 'end', among: [idOf(of, period, piece)], told: 'highest', by })
  const readings = periods.map((period): Stated => {
    const own = at(ref, period, amount.by)
    return whole ? { is: 'every', of: [own, at(wholesOf(ref, setting).at(-1) ?? root(setting), period, whole.by)] } : own
  })
  return { told: put({ from: amount.from, to: (whole ?? amount).to }, piece, readings), kind: 'count', ref, of: null }
}

/** A bare number up to a hundred may be of the index. */
function isBeyondIndex({ value, unit }: Quantity): boolean {
  return unit === 'answer' || value.numerator > 100n * value.denominator
}

function isBig({ value }: Quantity): boolean {
  return value.numerator >= 20n * value.denominator
}
