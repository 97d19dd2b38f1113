/**
 * Sentences all of whose words are known → how somebody stands: to a target that the text states, in which place among
 * others, above or below another, so far from it; and of how many that is so.
 *
 * ```
 * sentence ─▶ elements (`standing-elements.ts`) ─▶ pieces between commas and joining words
 *                                                    └─▶ one form, every element of the piece in it ─▶ what is told
 * ```
 *
 * A piece with a word or element that no form takes is not read. What a piece leaves out (whom, the target, the two
 * that are compared) is what the piece or sentence before has named, where that was read.
 */
import type { Hedge, Ranked, Stated } from '../claim.js'
import { figureId } from '../figure-key.js'
import type { MetricId } from '../metrics.js'
import { type Exact, exact, fromFraction, type Interval, intervalOfPrinted, negativeInterval, toFraction } from '../printed.js'
import type { Fate } from './number-frames.js'
import type { Quantity } from './number-mentions.js'
import { coordinated, type Element, type ElementKind, elementsOf, type StandingSentence } from './standing-elements.js'
import { groupSets, isSameRef, partsOf, type Ref, type StatementSetting, setsCalled } from './statement-subjects.js'

/** What the text has said before. */
export type StandingContext = {
  /** the target that the text states; null where it states none, or several */
  goal: Exact | null
  hasSeveralGoals: boolean
  /** of the piece read last, where it stands at once before */
  last: Last | null
}

type Last = {
  refs: Ref[] | null
  pair: [Ref, Ref] | null
  sets: Ref[][] | null
  /** it told of the target, and that it is reached */
  isOfGoal: boolean
  reached: boolean | null
  /** it told how far two lie apart */
  isOfGap: boolean
  /** the place behind those it named */
  place: { place: number; end: 'highest' | 'lowest' } | null
}
const nothing: Last = { refs: null, pair: null, sets: null, isOfGoal: false, reached: null, isOfGap: false, place: null }
export const noStandings: StandingContext = { goal: null, hasSeveralGoals: false, last: null }

/** What tokens `from` to `to` tell. `fates`: what the numbers in them are, by their place among the sentence's. */
export type Standing = { from: number; to: number; readings: Stated[]; fates: Map<Quantity, Fate[]> }

type Read = { readings: Stated[]; fates?: Map<Quantity, Fate[]>; last?: Partial<Last> }
type Piece = { elements: Element[]; times: (string | null)[]; isPast: boolean }
type Frame = {
  piece: Piece
  sentence: StandingSentence & { elements: readonly Element[] }
  context: StandingContext
  metric: MetricId
  items: string[]
  /** nobody else than all together is meant where nobody is named */
  isOfAll: boolean
}

/** So many parts of a sentence are read as one piece at most, and so many elements, which bounds the work. */
const mostJoined = 4
const longestPiece = 40

/** All pieces of a sentence that are read, and the context for the next. */
export function standingsIn(
  sentence: StandingSentence,
  before: StandingContext,
  { metric, isOfAll }: Pick<Frame, 'metric' | 'isOfAll'>,
): { standings: Standing[]; context: StandingContext } {
  const { view, setting } = sentence
  const all = elementsOf(sentence)
  const goal = goalIn(sentence, all)
  const target = all.find(({ kind }) => kind === 'target')
  // "målet om en tilfredshed på mindst 85": what stands between the two belongs to them.
  const elements = all.filter(({ kind, from }) => !goal || !target || from < target.to || from >= goal.from || kind !== 'unknown')
  const context = withGoal(before, goal)
  const named = view.mentions.items.map(({ target }) => target)
  const items = named.length > 0 ? [...new Set(named)] : setting.survey.items.map(({ id }) => id)
  const isAsked = view.tokens.at(-1)?.text === '?'
  const isOpen = view.mentions.cues('irrealis', 'condition').some(({ from, to }) => !isInElement(elements, from, to))
  // "Størst er stigningen hos de sygemeldte, hvor der er 73 flere svar": of answers, and not of results.
  const { mentions } = view
  const isOfAnswers = mentions.cues('answers', 'answer').length > 0 && mentions.cues('level', 'index', 'mean').length === 0
  const isOfOrder = mentions.cues('greatest', 'least').length > 0
  if (isAsked || isOpen || items.length > 1 || (isOfAnswers && isOfOrder)) return { standings: [], context: { ...context, last: null } }
  const parts = partsAt(elements)
  const standings: Standing[] = goal ? [{ from: goal.from, to: goal.to, readings: [], fates: new Map([[goal, []]]) }] : []
  const unread: Element[][] = []
  let now = context
  for (let first = 0; first < parts.length; ) {
    let taken = 0
    for (let size = Math.min(parts.length - first, mostJoined); size > 0 && taken === 0; size -= 1) {
      const own = joinedParts(parts, first, size)
      const piece = pieceOf(own, sentence)
      const read = piece && readPiece({ piece, sentence: { ...sentence, elements }, context: now, metric, items, isOfAll })
      if (!read) continue
      taken = size
      const [start, end] = [own[0] as Element, own.at(-1) as Element]
      if (read.readings.length > 0 || (read.fates?.size ?? 0) > 0)
        standings.push({ from: start.from, to: end.to, readings: read.readings, fates: read.fates ?? new Map() })
      now = { ...now, last: { ...nothing, ...read.last } }
    }
    if (taken === 0) {
      now = { ...now, last: null }
      unread.push(parts[first] as Element[])
    }
    first += Math.max(taken, 1)
  }
  // "øverst af de to": where these are not known, nobody knows among whom the others are.
  const isOfFew = unread.some((part) => part.some(({ kind }) => kind === 'outOf') && part.some(({ kind }) => isPlace(kind)))
  if (isOfFew) return { standings: standings.filter((each) => each.readings.length === 0), context: { ...now, last: null } }
  // What has no verb belongs to what stands beside it, and makes it another thing: "overgås kun af A og B".
  const isBeside = ({ from, to }: Standing) =>
    unread.some((part) => isVerbless(part, sentence) && part.some((each) => Math.abs(each.from - to) <= 2 || Math.abs(from - each.to) <= 2))
  return { standings: standings.filter((each) => each.readings.length === 0 || !isBeside(each)), context: now }
}

/** A word of wish or condition that is a part of what is told: "kan glæde sig over". */
function isInElement(elements: readonly Element[], from: number, to: number): boolean {
  return !elements.some((each) => each.kind === 'unknown' && each.from < to && from < each.to)
}

/**
 * "Målet er en tilfredshed på mindst 85", "målet på 85": the one target of the text, where it is one of the results;
 * and the number that tells it.
 */
function goalIn({ view, setting }: StandingSentence, elements: readonly Element[]): Quantity | null {
  const at = elements.findIndex(({ kind }) => kind === 'target')
  const [target, number] = [elements[at], elements.find(({ kind }, index) => at >= 0 && index > at && kind === 'number')]
  const quantity = number?.quantity
  if (!target || !number || !quantity || quantity.sign !== 0) return null
  const isSetAt = isBetween(setting.locale.statementWords.standings.setAt, target, number, { view, setting })
  const isSaid = elements.every(({ kind }) => ['target', 'number', 'whole', 'all', 'noun', 'time', 'unknown', 'join'].includes(kind))
  const isOnly = elements.filter(({ kind }) => kind === 'number').length === 1
  return isSetAt || (isSaid && isOnly && view.mentions.cues('is').length > 0) ? quantity : null
}

function isBetween(
  phrases: readonly string[],
  { to }: Element,
  { from }: Element,
  { view, setting }: Pick<StandingSentence, 'view' | 'setting'>,
): boolean {
  const words = view.tokens.slice(to, from).map(({ key }) => key)
  return phrases.map(setting.lexicon.fold).includes(words.join(' '))
}

function withGoal(context: StandingContext, goal: Quantity | null): StandingContext {
  if (!goal) return context
  const { value, unit } = goal
  const isOfResult = unit === null || unit === 'point' || unit === 'indexPoint'
  const isSame = context.goal !== null && value.numerator === context.goal.numerator && value.denominator === context.goal.denominator
  if (!isOfResult || (context.goal !== null && !isSame)) return { ...context, goal: null, hasSeveralGoals: true }
  return context.hasSeveralGoals ? context : { ...context, goal: value }
}

function isVerbless(part: readonly Element[], { view: { mentions } }: StandingSentence): boolean {
  const own = part.filter(({ kind }) => kind !== 'join')
  const [first, last] = [own[0], own.at(-1)]
  if (!first || !last) return false
  const isIn = ({ from }: { from: number }) => from >= first.from - 2 && from < last.to + 2
  return ![...mentions.cues('is', 'was', 'moves', 'motion', 'reached'), ...mentions.directions].some(isIn)
}

// ── pieces ──

/** Elements between joining words. */
function partsAt(elements: readonly Element[]): Element[][] {
  const parts: Element[][] = [[]]
  for (const each of elements) {
    parts.at(-1)?.push(each)
    if (each.kind === 'join') parts.push([])
  }
  return parts.filter((part) => part.length > 0)
}

function joinedParts(parts: readonly Element[][], first: number, size: number): Element[] {
  const all = parts.slice(first, first + size).flat()
  const start = all.findIndex(({ kind }) => kind !== 'join')
  const end = all.findLastIndex(({ kind }) => kind !== 'join')
  return start < 0 ? [] : all.slice(start, end + 1)
}

/** Groups that stand together as one, times apart; null where a word is not known, or nothing is told. */
function pieceOf(own: readonly Element[], { view }: StandingSentence): Piece | null {
  if (own.length === 0 || own.length > longestPiece || own.some(({ kind }) => kind === 'unknown')) return null
  const times = own.flatMap(({ kind, period }) => (kind === 'time' ? [period] : []))
  const isPast = own.some(({ kind }) => kind === 'past')
  const elements = coordinated(own.filter(({ kind }) => kind !== 'time' && kind !== 'past').map(countInFigures), view)
  return { elements, times, isPast }
}

/** "4 af 5 målgrupper": what is counted are groups. */
function countInFigures(own: Element, at: number, all: readonly Element[]): Element {
  const [before, next] = [all[at - 1]?.kind, all[at + 1]?.kind]
  const { quantity } = own
  const isCount = next === 'noun' || next === 'outOf' || (before === 'outOf' && (next === 'group' || next === undefined))
  if (own.kind !== 'number' || !quantity || quantity.unit !== null || quantity.decimals > 0 || quantity.sign !== 0 || !isCount) return own
  return { ...own, kind: 'count', count: Number(quantity.value.numerator) }
}

function readPiece(frame: Frame): Read | null {
  for (const read of [ofGoal, ofSame, ofPlaces, ofOnlyOneAbove, ofGap, ofTwo, ofMany]) {
    const found = read(frame)
    if (found) return found
  }
  return null
}

// ── what every form needs ──

type Taking = {
  /** the only one of these; null where there is none, or several */
  one: (...kinds: ElementKind[]) => Element | null
  all: (...kinds: ElementKind[]) => Element[]
  isDone: () => boolean
}

/** The elements of a piece, each taken once: what is left over makes it unread. */
function taking(elements: readonly Element[]): Taking {
  const left = new Set(elements)
  const all = (...kinds: ElementKind[]): Element[] => {
    const found = [...left].filter(({ kind }) => kinds.includes(kind))
    for (const each of found) left.delete(each)
    return found
  }
  const one = (...kinds: ElementKind[]): Element | null => {
    const [only, ...others] = [...left].filter(({ kind }) => kinds.includes(kind))
    if (!only || others.length > 0) return null
    left.delete(only)
    return only
  }
  return { one, all, isDone: () => left.size === 0 }
}

function idOf({ metric, items }: Frame, ref: Ref, period: string, { survey }: StatementSetting): string {
  const [item] = items
  const isFirst = item === survey.items[0]?.id
  return figureId({ metric, ...ref, period, ...(isFirst || item === undefined ? {} : { item }) }, survey)
}

/** The one time a piece is of; null where it names several, or tells of a past that it does not name. */
function periodOf({ piece: { times, isPast }, sentence: { setting } }: Frame): string | null {
  const [first, ...others] = [...new Set(times)]
  if (others.length > 0 || first === null) return null
  return first ?? (isPast ? null : setting.period)
}

function spanOf({ piece: { times }, sentence: { setting } }: Frame): [previous: string, current: string] | null {
  const { previous, period } = setting
  return previous !== null && times.every((each) => each === previous || each === period) ? [previous, period] : null
}

const anyChange = exact(10n ** 6n)

/** So many points: what they may be before they were rounded. */
function pointsOf({ quantity, count }: Element): Interval {
  if (!quantity) return intervalOfPrinted(exact(count ?? 1), 0, true)
  return sized(quantity.value, quantity.decimals, quantity.hedge)
}

function sized(value: Exact, decimals: number, hedge: Hedge | null): Interval {
  const own = { ...intervalOfPrinted(value, decimals, true), fromIncluded: true, toIncluded: true }
  if (hedge === 'atLeast') return { ...own, to: anyChange }
  return hedge === 'atMost' ? { ...own, from: exact(0) } : own
}

function shifted({ from, to }: Interval, point: Exact, sign: 1 | -1): Interval {
  const at = (value: Exact) => fromFraction(toFraction(point).add(toFraction(value).mul(sign)))
  const [low, high] = sign > 0 ? [at(from), at(to)] : [at(to), at(from)]
  // Both ends are open: a number printed as the next one is no such number.
  return { from: low, to: high, fromIncluded: false, toIncluded: false }
}

function everyOf(of: Stated[]): Stated {
  const [only, ...others] = of
  return only && others.length === 0 ? only : { is: 'many', least: of.length, most: of.length, of }
}

/** Numbers that stand beside names: levels, or with a sign changes. */
function fatesBeside(frame: Frame, groups: readonly Element[], period: string | null): Map<Quantity, Fate[]> {
  const { metric, sentence } = frame
  const { previous, period: now } = sentence.setting
  const fates = new Map<Quantity, Fate[]>()
  for (const { refs, levels } of groups) {
    for (const [index, ref] of refs.entries()) {
      const quantity = levels[index]
      if (!quantity) continue
      const isChange = quantity.sign !== 0 && previous !== null
      const words: [number, number] = [quantity.at - 1, quantity.to]
      if (isChange && period === now && quantity.sign !== 0)
        fates.set(quantity, [{ is: 'change', metric, ref, previous, current: now, sign: quantity.sign, words }])
      else if (period !== null && quantity.sign === 0) fates.set(quantity, [{ is: 'level', metric, ref, period }])
      else return new Map()
    }
  }
  return fates
}

/** They are part of what is told, and no results by themselves. */
function asTold(...numbers: (Element | null)[]): Map<Quantity, Fate[]> {
  return new Map(numbers.flatMap((each) => (each?.quantity ? [[each.quantity, []] as const] : [])))
}

// ── of how many ──

/** `bounds`: how few and how many of so many; every way it can be meant. */
type Many = { sets: Ref[][]; bounds: (members: number) => [least: number, most: number][] }

/** "Alle fem målgrupper", "to ud af fem", "ingen målgruppe hos de eksterne", "to" behind these. */
function manyIn(taken: Taking, { sentence, context }: Frame): Many | null {
  const { view, setting } = sentence
  const [word, ...words] = taken.all('all', 'none', 'both', 'most', 'several', 'everySecond')
  const counts = taken.all('count')
  const outOf = taken.all('outOf', 'among')
  const [noun, ...nouns] = taken.all('noun')
  const only = taken.all('only').length > 0
  if (words.length + nouns.length > 0 || counts.length > 2 || (!word && counts.length === 0)) return null
  const owner = taken.one('group')
  if (owner && (owner.refs.length > 1 || owner.refs[0]?.provider !== null || owner.levels.some((level) => level !== null))) return null
  const isAhead = outOf.length > 0 && counts.length === 2 && (outOf[0] as Element).from < (counts[0] as Element).from
  const [size, count] =
    counts.length === 2
      ? [counts[isAhead ? 0 : 1]?.count ?? null, counts[isAhead ? 1 : 0]?.count ?? null]
      : word
        ? [counts[0]?.count ?? null, null]
        : [null, counts[0]?.count ?? null]
  if (counts.length === 2 && (outOf.length === 0 || word)) return null
  const owned = owner ? partsOf(owner.refs[0]?.segment ?? '', setting) : null
  const isElided = !noun && !owner
  const known = context.last?.sets ?? null
  if (isElided && (!known || word)) return null
  const all = isElided ? (known as Ref[][]) : (owned ?? setsCalled(noun && view.tokens[noun.from], setting))
  const sets = size === null ? all : all.filter((set) => set.length === size)
  if (sets.length === 0) return null
  const isExact = only || isElided || counts.length === 2 || outOf.length > 0
  const bounds = (members: number): [number, number][] => {
    if (count !== null)
      return isExact
        ? [[count, count]]
        : [
            [count, count],
            [count, Math.max(count, members)],
          ]
    if (word?.kind === 'none') return [[0, 0]]
    if (word?.kind === 'several') return [[2, members]]
    if (word?.kind === 'both') return members === 2 ? [[2, 2]] : []
    if (word?.kind === 'most') return [[Math.floor(members / 2) + 1, members]]
    if (word?.kind === 'everySecond') return [[Math.floor(members / 2), Math.ceil(members / 2)]]
    return [[members, members]]
  }
  return { sets, bounds }
}

function toldOfMany({ sets, bounds }: Many, told: (ref: Ref) => Stated): Stated[] {
  return sets.flatMap((set) => bounds(set.length).map(([least, most]): Stated => ({ is: 'many', least, most, of: set.map(told) })))
}

/** "To er gået frem", "alle målgrupper ligger over 80". */
function ofMany(frame: Frame): Read | null {
  const taken = taking(frame.piece.elements)
  const many = manyIn(taken, frame)
  if (!many) return null
  const { setting } = frame.sentence
  const last = { sets: many.sets }
  if (taken.isDone()) return { readings: [], last }
  const move = taken.one('rise', 'fall', 'unmoved')
  const number = taken.one('number')
  if (!taken.isDone()) return null
  const span = spanOf(frame)
  if (move && !number && span) {
    const [previous, current] = span
    const told = move.kind === 'unmoved' ? 'unchanged' : (move.kind as 'rise' | 'fall')
    const id = (ref: Ref, period: string) => idOf(frame, ref, period, setting)
    return { readings: toldOfMany(many, (ref) => ({ is: 'change', previous: id(ref, previous), current: id(ref, current), told })), last }
  }
  const period = periodOf(frame)
  const point = number?.quantity
  if (!point || move || period === null || (point.hedge !== 'atLeast' && point.hedge !== 'atMost')) return null
  const told = point.hedge === 'atLeast' ? 'above' : 'below'
  const held = (ref: Ref): Stated => ({ is: 'held', figure: idOf(frame, ref, period, setting), point: point.value, told })
  return { readings: toldOfMany(many, held), fates: asTold(number), last }
}

// ── targets ──

/** Whose standing a piece tells, each way it can be meant. */
function subjectsIn(taken: Taking, frame: Frame): { told: (each: (ref: Ref) => Stated) => Stated[]; refs: Ref[] | null } | null {
  const { setting } = frame.sentence
  const root: Ref = { segment: setting.survey.segments.id, provider: null }
  const isCounted = frame.piece.elements.some(({ kind }) =>
    ['all', 'none', 'both', 'most', 'several', 'everySecond', 'count', 'noun'].includes(kind),
  )
  if (isCounted) {
    const many = manyIn(taken, frame)
    return many && { told: (each) => toldOfMany(many, each), refs: null }
  }
  const groups = taken.all('group')
  const whole = taken.one('whole')
  const [group, ...others] = groups
  if (others.length > 0 || (group && whole)) return null
  if (group) return { told: (each) => [everyOf(group.refs.map(each))], refs: group.refs }
  if (whole) return { told: (each) => [each(root)], refs: [root] }
  const spoken = frame.context.last?.refs
  const ways = [...(spoken ? [spoken] : []), ...(frame.isOfAll ? [[root]] : [])]
  if (ways.length === 0) return null
  return { told: (each) => ways.map((refs) => everyOf(refs.map(each))), refs: spoken ?? [root] }
}

/** "Lever ikke op til målet", "mangler seks point", "ligger fire point over målet", "har ni point at give af". */
function ofGoal(frame: Frame): Read | null {
  const { context, sentence } = frame
  const { goal } = context
  // A target that the project has set is held against elsewhere.
  if (goal === null || sentence.setting.survey.targets.length > 0) return null
  const isInline = (each: Element, at: number) =>
    each.kind === 'number' &&
    frame.piece.elements[at - 1]?.kind === 'target' &&
    each.quantity?.value.numerator === goal.numerator &&
    each.quantity.value.denominator === goal.denominator
  const inline = frame.piece.elements.filter(isInline)
  const taken = taking(frame.piece.elements.filter((each) => !inline.includes(each)))
  const target = taken.one('target')
  const [livesUp] = taken.all('livesUp')
  const ends = taken.all('toReach')
  // "lever ikke op til"
  const [toReach] = livesUp ? [] : ends
  if (livesUp && ends.length !== 1) return null
  const relations = [
    ...(livesUp ? [{ ...livesUp, kind: 'reached' as const }] : []),
    ...taken.all('reached', 'above', 'below', 'lacks', 'toSpare', 'from'),
  ]
  // "har fire point op til målet"
  const isLacking = relations.length === 0 && toReach !== undefined
  const [relation, ...more] = isLacking ? [{ ...toReach, kind: 'lacks' as const }] : relations
  const denials = taken.all('not', 'noLonger')
  taken.all('stillSo', 'alsoSo')
  const number = taken.one('number', 'onePoint')
  const subject = subjectsIn(taken, frame)
  const start = frame.piece.elements[0]?.from ?? 0
  const isAhead = frame.sentence.elements.some(({ kind, to }) => kind === 'target' && to <= start)
  const isSpokenOf = target !== null || context.last?.isOfGoal === true || isAhead
  if (!relation || more.length > 0 || denials.length > 1 || !subject || !taken.isDone() || !isSpokenOf) return null
  if (toReach && relation.kind !== 'lacks') return null
  const isDenied = denials.length > 0
  const period = periodOf(frame)
  if (period === null) return null
  const figure = (ref: Ref) => idOf(frame, ref, period, sentence.setting)
  const last = (reached: boolean | null) => ({ refs: subject.refs, isOfGoal: true, reached })
  const fates = asTold(number, ...inline)
  if (!number) {
    const isPronoun = sentence.words.find(sentence.view.tokens, relation.to, 'pronouns') !== null && context.last?.isOfGoal === true
    const isOfIt = isPronoun && (relation.kind === 'above' || relation.kind === 'below')
    if ((!target && !isOfIt) || relation.kind === 'lacks' || relation.kind === 'toSpare' || relation.kind === 'from') return null
    if (isDenied && relation.kind !== 'reached') return null
    const told = relation.kind === 'reached' ? (isDenied ? 'missed' : 'reached') : (relation.kind as 'above' | 'below')
    const readings = subject.told((ref) => ({ is: 'held', figure: figure(ref), point: goal, told }))
    return { readings, fates, last: last(told === 'reached') }
  }
  if (isDenied || (relation.kind === 'from' && !target)) return null
  // "ligger med 84 point over målet": so high, not so far above.
  const isHeight = (relation.kind === 'above' || relation.kind === 'below') && number.to <= relation.from
  const apart = pointsOf(number)
  if (isHeight && sentence.view.mentions.cueBefore(number.from, 'by') !== null) {
    const told = relation.kind as 'above' | 'below'
    const isSo = (ref: Ref): Stated[] => [
      { is: 'held', figure: figure(ref), point: goal, told },
      { is: 'end', among: [figure(ref)], told: 'highest', by: apart },
    ]
    return { readings: subject.told((ref) => ({ is: 'every', of: isSo(ref) })), fates, last: last(told === 'above') }
  }
  const at = (ref: Ref, sign: 1 | -1): Stated => ({ is: 'end', among: [figure(ref)], told: 'highest', by: shifted(apart, goal, sign) })
  // "er opfyldt med 82 indekspoint", "er overholdt med to point": how high, or how far above.
  const isReachedBy = relation.kind === 'reached' && sentence.view.mentions.cueBefore(number.from, 'by') !== null
  const asHeight = isReachedBy ? subject.told((ref): Stated => ({ is: 'end', among: [figure(ref)], told: 'highest', by: apart })) : []
  const isAbove = relation.kind === 'above' || relation.kind === 'toSpare' || relation.kind === 'reached'
  const readings =
    relation.kind === 'from'
      ? [...subject.told((ref) => at(ref, 1)), ...subject.told((ref) => at(ref, -1))]
      : [...subject.told((ref) => at(ref, isAbove ? 1 : -1)), ...asHeight]
  return { readings, fates, last: last(relation.kind === 'from' ? null : isAbove) }
}

/** "Det gør sygemeldte borgere ikke længere": what was said of others before of a target. */
function ofSame(frame: Frame): Read | null {
  const taken = taking(frame.piece.elements)
  const { goal, last } = frame.context
  const doesSo = taken.one('doesSo')
  const denials = taken.all('not', 'noLonger')
  taken.all('stillSo', 'alsoSo')
  const group = taken.one('group')
  const period = periodOf(frame)
  if (!doesSo || !group || !taken.isDone() || period === null || goal === null || denials.length > 1) return null
  if (!last?.isOfGoal || last.reached === null) return null
  const told = denials.length > 0 ? 'missed' : 'reached'
  const of = group.refs.map((ref): Stated => ({ is: 'held', figure: idOf(frame, ref, period, frame.sentence.setting), point: goal, told }))
  return { readings: [everyOf(of)], last: { refs: group.refs, isOfGoal: true, reached: told === 'reached' } }
}

// ── places ──

const places: readonly ElementKind[] = ['first', 'second', 'third', 'fourth', 'fifth']
const lastPlaces: readonly ElementKind[] = ['last', 'secondLast']

function isPlace(kind: ElementKind): boolean {
  return places.includes(kind) || lastPlaces.includes(kind)
}

function placeOf(kind: ElementKind): { place: number; end: 'highest' | 'lowest' } {
  const place = places.indexOf(kind) + 1
  return place > 0 ? { place, end: 'highest' } : { place: lastPlaces.indexOf(kind) + 1, end: 'lowest' }
}

/** Among whom: parts of a group that is named, whom a plural means, those spoken of; else any that hold them all. */
function setsAmong(frame: Frame, refs: readonly Ref[], owner: Element | null, noun: Element | null, size: number | null): Ref[][] {
  const { sentence, context } = frame
  const { setting, view } = sentence
  const all = owner
    ? partsOf(owner.refs[0]?.segment ?? '', setting)
    : noun
      ? setsCalled(view.tokens[noun.from], setting)
      : (context.last?.sets ?? groupSets(setting))
  const holdsAll = (set: readonly Ref[]) => refs.every((ref) => set.some((member) => isSameRef(member, ref)))
  return all.filter((set) => holdsAll(set) && (size === null || set.length === size))
}

/** Of two groups that are named the one that the others are parts of. */
function ownerIn(groups: readonly Element[], { sentence: { setting } }: Frame): Element | null {
  const holds = (outer: Element, inner: Element) =>
    outer.refs.length === 1 &&
    outer.levels.every((level) => level === null) &&
    inner.refs.every((ref) => partsOf(outer.refs[0]?.segment ?? '', setting).some((set) => set.some((each) => isSameRef(each, ref))))
  const [first, second, ...others] = groups
  if (!first || !second || others.length > 0) return null
  return holds(first, second) ? first : holds(second, first) ? second : null
}

/** "Blandt målgrupperne", not "blandt de højeste". */
function isOfWhom(among: Element, elements: readonly Element[]): boolean {
  const next = elements[elements.indexOf(among) + 1]?.kind
  return next === 'noun' || next === 'group' || next === 'count'
}

/** Those whom a sentence names, where they are so many; else the two that were held against each other last. */
function pairNamed({ sentence: { view }, context }: Frame, count: number): Ref[] | null {
  const refs = view.groups.map(({ target }) => target)
  const named = refs.filter((ref, at) => refs.findIndex((other) => isSameRef(other, ref)) === at)
  if (named.length === count && count > 1) return named
  return count === 2 ? (context.last?.pair ?? null) : null
}

/** "På andenpladsen følger A med 88", "højest ligger A (89) og B (88)", "det største fald ses hos A". */
function ofPlaces(frame: Frame): Read | null {
  const { sentence, context } = frame
  const { setting, view } = sentence
  const taken = taking(frame.piece.elements)
  const named = taken.all(...places, ...lastPlaces)
  const from = taken.all('from')
  const [greatest, ...greater] = taken.all('greatest')
  const move = taken.one('rise', 'fall', 'development')
  const follows = taken.all('follows')
  const among = taken.all('among', 'outOf')
  const nouns = taken.all('noun')
  const counts = taken.all('count')
  const [number, ...numbers] = taken.all('number', 'onePoint')
  const groups = taken.all('group')
  const owner = ownerIn(groups, frame)
  const [own, ...others] = groups.filter((each) => each !== owner)
  if (!taken.isDone() || !own || others.length + numbers.length + greater.length > 0 || nouns.length > 1 || counts.length > 1) return null
  // "øverst af de to": of the two that the sentence names.
  const few = counts.length > 0 && nouns.length === 0 ? pairNamed(frame, counts[0]?.count ?? 0) : null
  if (counts.length > 0 && (among.length === 0 || (nouns.length === 0 && !few))) return null
  if (among.length > 1 || follows.length > 1 || among.some((each) => !isOfWhom(each, frame.piece.elements))) return null
  const { refs } = own
  const size = counts[0]?.count ?? null
  const sets = few ? [few] : setsAmong(frame, refs, owner, nouns[0] ?? null, size)
  if (sets.length === 0) return null
  const span = spanOf(frame)
  const period = periodOf(frame)
  const isOfChange = greatest !== undefined && move !== null
  const ranked = (ref: Ref, now: string, then: string | null): Ranked => ({
    previous: then === null ? null : idOf(frame, ref, then, setting),
    current: idOf(frame, ref, now, setting),
  })
  const told = (place: number, end: 'highest' | 'lowest', now: string, then: string | null): Stated[] =>
    sets.map((set) =>
      everyOf(
        refs.map(
          (ref): Stated => ({
            ...{ is: 'place', of: ranked(ref, now, then), end, from: place, to: place + refs.length - 1 },
            among: set.filter((member) => !isSameRef(member, ref)).map((member) => ranked(member, now, then)),
          }),
        ),
      ),
    )
  const beside = (): Map<Quantity, Fate[]> | null => {
    const fates = fatesBeside(frame, groups, isOfChange ? setting.period : period)
    if (!number) return fates
    const [ref] = refs
    if (!number.quantity || !ref || refs.length > 1 || fates.size > 0 || number.quantity.sign !== 0 || period === null) return null
    return new Map([[number.quantity, [{ is: 'level', metric: frame.metric, ref, period }]]])
  }
  if (isOfChange) {
    if (!span || named.length + from.length + follows.length > 0) return null
    const [then, now] = span
    // Of a development that goes either way only the numbers beside it are read.
    if (move.kind === 'development') return number ? null : { readings: [], fates: fatesBeside(frame, groups, setting.period) }
    const sign = move.kind === 'rise' ? 1 : -1
    const fates = new Map<Quantity, Fate[]>()
    const sizes = number ? [number.quantity] : own.levels
    for (const [index, ref] of refs.entries()) {
      const quantity = sizes[index]
      if (!quantity) continue
      const words: [number, number] = [quantity.from, quantity.to]
      fates.set(quantity, [{ is: 'change', metric: frame.metric, ref, previous: then, current: now, sign, words }])
    }
    return { readings: told(1, sign > 0 ? 'highest' : 'lowest', now, then), fates, last: { sets } }
  }
  const fates = beside()
  if (move || period === null || !fates) return null
  const [first, second, ...more] = named
  if (more.length > 0) return null
  if (second && first) {
    // "fra sidste plads til en tredjeplads"
    if (from.length !== 1 || !span || refs.length > 1 || follows.length > 0) return null
    const [was, is] = [placeOf(first.kind), placeOf(second.kind)]
    const readings = sets.map((_, index): Stated => {
      const [before, now] = [told(was.place, was.end, span[0], null)[index], told(is.place, is.end, span[1], null)[index]]
      return everyOf([before, now].filter((each) => each !== undefined))
    })
    return { readings, fates, last: { sets } }
  }
  if (from.length > 0) return null
  const next = context.last?.place
  if (!first && follows.length === 1 && next && !greatest)
    return {
      readings: told(next.place, next.end, period, null),
      fates,
      last: { sets, place: { ...next, place: next.place + refs.length } },
    }
  const isOfLevel = greatest && view.mentions.cues('level', 'index').some(({ from: at }) => at >= own.from - 12 && at < own.to + 12)
  const kind = first?.kind ?? (isOfLevel ? 'first' : null)
  if (!kind || (first && greatest)) return null
  const { place, end } = placeOf(kind)
  return { readings: told(place, end, period, null), fates, last: { sets, place: { end, place: place + refs.length } } }
}

/** "A overgås kun af B", "kun B er mere tilfreds end A", "ingen anden målgruppe er mere tilfreds end A". */
function ofOnlyOneAbove(frame: Frame): Read | null {
  const { setting } = frame.sentence
  const taken = taking(frame.piece.elements)
  const beaten = taken.one('beatenOnlyBy')
  const noOther = taken.one('noOther')
  const only = taken.one('only')
  const degree = taken.one('more', 'less')
  const than = taken.one('than')
  const noun = taken.one('noun')
  const groups = taken.all('group')
  const period = periodOf(frame)
  if (!taken.isDone() || period === null || (degree === null) !== (than === null)) return null
  const end = degree?.kind === 'less' ? 'lowest' : 'highest'
  const id = (ref: Ref) => idOf(frame, ref, period, setting)
  const placed = (ref: Ref, others: readonly Ref[], place: number): Stated[] =>
    setsAmong(frame, [ref, ...others], null, noun, null).map((set) => ({
      ...{ is: 'place', of: { previous: null, current: id(ref) }, from: place, to: place, end },
      among: set.filter((member) => !isSameRef(member, ref)).map((member) => ({ previous: null, current: id(member) })),
    }))
  const [first, second, ...more] = groups
  if (!first || more.length > 0 || groups.some(({ refs }) => refs.length > 1)) return null
  if (noOther && than && !second && !only && !beaten)
    return first.from >= than.to ? { readings: placed(first.refs[0] as Ref, [], 1), fates: fatesBeside(frame, groups, period) } : null
  const isTwo = second && !noOther && (beaten ? !only && !degree : only && than && first.to <= than.from && than.to <= second.from)
  if (!isTwo) return null
  const [ref, above] = (beaten ? [first.refs[0], second.refs[0]] : [second.refs[0], first.refs[0]]) as [Ref, Ref]
  const told = end === 'highest' ? ('above' as const) : ('below' as const)
  const readings = placed(ref, [above], 2).map((place) => everyOf([place, { is: 'order', figure: id(above), than: id(ref), told }]))
  return readings.length > 0 ? { readings, fates: fatesBeside(frame, groups, period) } : null
}

// ── two against each other ──

/** "Forskellen er 10 point", "afstanden er vokset fra 2 til 10", "der er fire point mellem de to målinger". */
function ofGap(frame: Frame): Read | null {
  const { context, sentence } = frame
  const { setting } = sentence
  const taken = taking(frame.piece.elements)
  const gap = taken.one('gap')
  const between = taken.one('between')
  const twoTimes = taken.one('twoTimes')
  const against = taken.one('against')
  const from = taken.one('from')
  const move = taken.one('rise', 'fall', 'unmoved')
  const numbers = taken.all('number', 'onePoint', 'count')
  taken.all('only')
  const groups = taken.all('group')
  const whole = taken.one('whole')
  if (!taken.isDone() || groups.some(({ levels }) => levels.some((level) => level !== null))) return null
  // "mellem de interne og eksterne tilbud": the name of all together names its parts.
  const parts = (whole && between && groups.length === 0 && setting.survey.segments.parts) || []
  if (whole && parts.length !== 2) return null
  const refs = [...groups.flatMap((group) => group.refs), ...parts.map(({ id }): Ref => ({ segment: id, provider: null }))]
  const isGoingOn = context.last?.isOfGap === true
  if (!gap && !between && !isGoingOn) return null
  const [number, second, ...more] = numbers
  if (more.length > 0 || numbers.some(({ quantity }) => quantity !== null && quantity.sign !== 0)) return null
  const span = spanOf(frame)
  const id = (ref: Ref, period: string) => idOf(frame, ref, period, setting)
  if (twoTimes) {
    const [ref, ...others] = refs
    if (!ref || others.length > 0 || !number || second || against || from || move || !span || frame.piece.times.length > 0) return null
    if (setting.survey.periods.length !== 2) return null
    return {
      readings: [{ is: 'differs', figure: id(ref, span[1]), than: id(ref, span[0]), by: pointsOf(number), isApart: true }],
      fates: asTold(number),
    }
  }
  const pair = refs.length === 2 ? (refs as [Ref, Ref]) : refs.length === 0 ? (context.last?.pair ?? null) : null
  if (!pair) return null
  const apart = (each: Element, period: string): Stated => ({
    ...{ is: 'differs', figure: id(pair[0], period), than: id(pair[1], period), by: pointsOf(each), isApart: true },
  })
  const last = { pair, isOfGap: true }
  const fates = asTold(...numbers)
  if (second && number) {
    const isLed = (from && move && !against) || (against && !from && !move)
    if (!isLed || !span) return null
    const [then, now] = against ? [second, number] : [number, second]
    const moved: Stated[] = move && move.kind !== 'unmoved' ? [gapOf(pair, span, move.kind as 'rise' | 'fall', id)] : []
    return { readings: [everyOf([apart(then, span[0]), apart(now, span[1]), ...moved])], fates, last }
  }
  // "springet fra de interne til de eksterne"
  if (against || (from && (move || groups.length !== 2))) return null
  if (move) {
    if (number || !span || !(gap || isGoingOn)) return null
    return { readings: [gapOf(pair, span, move.kind === 'unmoved' ? 'unchanged' : (move.kind as 'rise' | 'fall'), id)], last }
  }
  const period = periodOf(frame)
  return number && period !== null ? { readings: [apart(number, period)], fates, last } : null
}

function gapOf(
  pair: [Ref, Ref],
  [then, now]: [string, string],
  told: 'rise' | 'fall' | 'unchanged',
  id: (ref: Ref, period: string) => string,
): Stated {
  const at = (period: string): [string, string] => [id(pair[0], period), id(pair[1], period)]
  return { is: 'gap', between: at(now), before: at(then), told }
}

/** "A er tre point bedre end B", "A ligger på niveau med B", "A ligger under gennemsnittet". */
function ofTwo(frame: Frame): Read | null {
  const { sentence, context } = frame
  const { setting } = sentence
  const taken = taking(frame.piece.elements)
  const relation = taken.one('more', 'less', 'alike', 'unlike', 'ahead', 'behind', 'above', 'below')
  const than = taken.one('than')
  const average = taken.one('average')
  // "gennemsnittet for alle tilbud"
  if (average) taken.all('all', 'noun')
  const denials = taken.all('not')
  const number = taken.one('number', 'onePoint')
  const groups = taken.all('group')
  const wholes = taken.all('whole')
  taken.all('alsoSo', 'stillSo')
  const period = periodOf(frame)
  if (!relation || !taken.isDone() || period === null || denials.length > 1 || wholes.length > 1 || groups.length > 2) return null
  const isDegree = relation.kind === 'more' || relation.kind === 'less'
  if (isDegree !== (than !== null)) return null
  const root: Ref = { segment: setting.survey.segments.id, provider: null }
  const cut = than ?? relation
  const left = groups.filter(({ to }) => to <= cut.from)
  const right = [...groups.filter(({ from }) => from >= cut.to), ...wholes.filter(({ from }) => from >= cut.to)]
  const isEven = relation.kind === 'alike' || relation.kind === 'unlike'
  const [both] = groups
  const among = isEven && both && groups.length === 1 && both.refs.length > 1 && wholes.length === 0 && !average ? both.refs : null
  const isAverage = average !== null && average.from >= cut.to - 1 && setting.survey.benchmarks.length === 0
  if (average && !isAverage) return null
  // "I 2022-23 lå A fem point under B, og i 2023-24 ligger de tre point over": the two that the piece before has named.
  const isElided = groups.length + wholes.length === 0 && !than && !average && !isEven && number !== null && context.goal === null
  const elided = isElided ? (context.last?.pair?.[1] ?? null) : null
  const standard = among?.[1] ?? right[0]?.refs[0] ?? (right[0]?.kind === 'whole' || isAverage ? root : elided)
  const own = among ? among.slice(0, 1) : (left[0]?.refs ?? (groups.length < 2 && left.length === 0 ? context.last?.refs : null))
  if (!standard || !own || own.length === 0 || right.length > 1 || left.length > 1) return null
  if (!among && (groups.length + wholes.length !== left.length + right.length || (right[0]?.refs.length ?? 1) > 1)) return null
  if ((among && among.length > 2) || own.some((ref) => isSameRef(ref, standard)) || (number && own.length > 1)) return null
  if (number && (isEven || denials.length > 0 || (number.quantity !== null && number.quantity.sign !== 0))) return null
  const id = (ref: Ref) => idOf(frame, ref, period, setting)
  const isAbove = relation.kind === 'more' || relation.kind === 'ahead' || relation.kind === 'above'
  const told = isEven ? ('equal' as const) : isAbove ? ('above' as const) : ('below' as const)
  const isNot = denials.length > 0 !== (relation.kind === 'unlike')
  const beside = fatesBeside(frame, groups, period)
  const last = { refs: own, pair: own.length === 1 ? ([own[0], standard] as [Ref, Ref]) : null }
  if (number) {
    const by = isAbove ? pointsOf(number) : negativeInterval(pointsOf(number))
    const differs: Stated = { is: 'differs', figure: id(own[0] as Ref), than: id(standard), by, isApart: false }
    return { readings: [differs], fates: new Map([...beside, ...asTold(number)]), last }
  }
  const orders = own.map((ref): Stated => {
    const order = { is: 'order', figure: id(ref), than: id(standard), told } as const
    return isNot ? { is: 'not', of: order } : order
  })
  return { readings: [everyOf(orders)], fates: beside, last }
}
