/**
 * A clause of a text whose figures are not known → what each of its numbers is: a level, a change, a difference, a
 * part of all answers, an end of what lies among several; or not read, and why. A number that could be two things is
 * none.
 */
import type { NotCheckedReason } from '../claim.js'
import { type MetricId, scoreRange } from '../metrics.js'
import { compare, exact } from '../printed.js'
import { scaleOf } from '../scales.js'
import { segmentsOf } from '../survey.js'
import type { NumberLexicon, Quantity } from './number-mentions.js'
import { positionsOf, range } from './statement-mentions.js'
import type { Token } from './statement-slots.js'
import {
  areCoordinated,
  cuesIn,
  groupSets,
  isHeldAgainst,
  isSameRef,
  partsOf,
  type Ref,
  type StatementSetting,
  setsCalled,
  type View,
  wishesIn,
} from './statement-subjects.js'
import type { Mention } from './words.js'

export type Told = { metric: MetricId; ref: Ref }

/** Whom else and which other times it may be of, where its sentence names nobody, or no time. */
export type Unsaid = { others?: Ref[]; times?: string[] }

/** What a number is. `sign`: 0 where only its size is told. */
export type Fate =
  | ({ is: 'level'; period: string } & Told & Unsaid)
  /** `words`: with the words that tell the direction */
  | ({ is: 'change'; previous: string; current: string; sign: -1 | 0 | 1; words: [from: number, to: number] } & Told & Unsaid)
  /** what several have given together; `members`: every set that may be meant */
  | { is: 'sum'; metric: MetricId; members: Ref[][]; period: string }
  | ({ is: 'difference'; than: Ref; period: string; sign: -1 | 0 | 1 } & Told)
  /** a change in per cent of what it was before */
  | ({ is: 'growth'; previous: string; current: string; sign: -1 | 1 } & Told)
  /** somebody's answers out of those of all, or of another */
  | ({ is: 'portion'; of: Ref; period: string } & Told)
  /** `members`: every set that may be meant */
  | { is: 'end'; metric: MetricId; members: Ref[][]; period: string; told: 'highest' | 'lowest' }
  | { is: 'spread'; metric: MetricId; members: Ref[][]; period: string }
  /** a level it has no longer */
  | ({ is: 'not'; period: string } & Told)
  /** so far a level has moved, whichever way */
  | ({ is: 'moved'; previous: string; current: string } & Told)
  /** all of several lie on one side of it */
  | { is: 'bound'; metric: MetricId; members: Ref[][]; period: string; told: 'above' | 'below' }
  | { is: 'open'; reason: NotCheckedReason }

/** What has been spoken of before the clause, in its sentence and before that. */
export type Spoken = {
  refs: Ref[] | null
  /** of the clause before in the sentence */
  metric: MetricId | null
  /** the last time that was named in the sentence */
  time: string | null
  /** nothing that the clause leaves out is anybody else's than all together */
  isOfAll: boolean
  /** it stands under a wish, a condition or a target: "målet er, at …" */
  isWished: boolean
  /** the clause before says of what this tells that it has been done, or not: "det er (ikke) lykkedes at …" */
  managed: 'done' | 'not' | null
  /** the whole survey may be meant where nobody is named, or where "samlet" is said */
  hasAll: boolean
  /** the clause before told a level or a change, which "it" and "which is" go on about */
  isTold: boolean
  previous: (Told & { previous: string; current: string }) | null
  /** the only two whom the passage has named so far */
  pair: readonly [Ref, Ref] | null
  /** nothing of how many have answered has been said in the passage */
  isOfResults: boolean
}

export type Frame = {
  view: View
  quantities: readonly Quantity[]
  words: NumberLexicon
  main: 'indexScore' | 'mean'
  setting: StatementSetting
}

type Time = Mention<string | null> & { isCompared: boolean }
const open = (reason: NotCheckedReason): Fate => ({ is: 'open', reason })

/** The fate of each number of a clause, in order; of one that two groups share one for each. */
export function fatesOf(frame: Frame, spoken: Spoken): Fate[][] {
  const { quantities, view } = frame
  const barrier = barrierOf(frame, spoken)
  if (barrier) return quantities.map(() => [open(barrier)])
  if (isWholeScale(frame)) return quantities.map(() => [open('sense')])
  const spread = endsOfSpread(frame, spoken)
  const sums = quantities.map((_, index) => sumOf(frame, index, spoken))
  return quantities.map((quantity, index) => {
    if (spread?.has(index)) return [spread.get(index) as Fate]
    if (isOneOfMany(frame, index)) return [open('sense')]
    if (sums[index]) return [sums[index]]
    const isOnlyNone = cuesIn(view, 'not', 'neither').length === 0
    const bound = isOnlyNone || !isDenied(view, quantity) ? boundOf(frame, index, spoken) : null
    if (!bound && isDenied(view, quantity)) return deniedOf(frame, index, spoken)
    if (bound) return [bound]
    if (spoken.managed === 'not') return notAnyLonger(fateOf(frame, index, spoken))
    const outermost = outermostOf(frame, index, spoken)
    if (outermost) return [outermost]
    const portion = portionOf(frame, index, spoken)
    if (portion) return [portion]
    if (quantity.unit === 'percentagePoint') return [open('sense')]
    return fateOf(frame, index, spoken)
  })
}

/** What makes every number of a clause uncertain: a wish, a condition, a word that nobody knows. */
function barrierOf({ view, setting }: Frame, { isWished, managed }: Spoken): NotCheckedReason | null {
  if (wishesIn(view).length > 0) return 'irrealis'
  if (cuesIn(view, 'others', 'except').length > 0) return 'subject'
  if (view.mentions.cues('perEach').length > 0) return 'sense'
  if (view.mentions.cues('without').length > 0) return 'subject'
  const isHeld = cuesIn(view, 'target', 'midpoint').length > 0
  if (isHeld || (setting.survey.benchmarks.length > 0 && cuesIn(view, 'benchmark').length > 0)) return 'sense'
  const isOfOthers = cuesIn(view, 'level', 'index', 'mean').some(
    ({ from }) => view.mentions.unknown.includes(from - 1) && /s$/.test(view.tokens[from - 1]?.key ?? ''),
  )
  if (isOfOthers) return 'subject'
  // Across questions, or to one that is quoted: none of the survey's own is named.
  const { clause, mentions, tokens } = view
  const isNamed = mentions.items.some(({ from }) => from >= clause.from && from < clause.to)
  const groups = positionsOf(mentions.segments, mentions.providers)
  const isQuoted = range(clause.from, clause.to).some((at) => tokens[at]?.isQuoted && !groups.has(at))
  if (!isNamed && (cuesIn(view, 'items').length > 0 || isQuoted)) return 'item'
  return isWished && managed === null ? 'irrealis' : null
}

/** Words that nobody knows may make a clause about something else; behind what gives a reason they may stand. */
export function hasStrangers({ view, words }: Pick<Frame, 'view' | 'words'>): boolean {
  const { clause, mentions } = view
  const [cause] = cuesIn(view, 'cause')
  const isTime = (at: number) => view.periods.some(({ from, to }) => from <= at && at < to)
  return mentions.unknown.some(
    (at) => at >= clause.from && at < (cause?.from ?? clause.to) && !words.isKnown(view.tokens[at]) && !isTime(at),
  )
}

/** "går fra 0 til 100" tells of the index, and of no change of it; "er steget fra 0 til 100" does. */
function isWholeScale({ quantities, view }: Frame): boolean {
  const [first, second] = quantities.map(({ value }) => Number(value.numerator) / Number(value.denominator))
  const { mentions, clause } = view
  const isMoved = mentions.directions.some(({ from, to }) => from >= clause.from && to <= clause.to)
  return quantities.length === 2 && first === 0 && second === 100 && !isMoved
}

/** "85 pct. af nedgangen": a part of what has moved. */
export function isOfChange({ mentions }: View, { to }: Quantity): boolean {
  const link = mentions.cue(to, 'outOf')
  const noun = link && (mentions.cue(link.to, 'article')?.to ?? link.to)
  return mentions.directions.some(({ from, target }) => from === noun && target.form === 'noun')
}

/** "er 77, 79, 81 og 84": more than two of one kind in a list, and who has which is not said. */
export function isOneOfMany({ view, quantities }: Pick<Frame, 'view' | 'quantities'>, index: number): boolean {
  const { tokens, mentions } = view
  const isNext = (a: Quantity | undefined, b: Quantity | undefined) =>
    a !== undefined && b !== undefined && b.from === a.to + 1 && (tokens[a.to]?.text === ',' || mentions.cue(a.to, 'and') !== null)
  let [first, last] = [index, index]
  while (isNext(quantities[first - 1], quantities[first])) first -= 1
  while (isNext(quantities[last], quantities[last + 1])) last += 1
  return last - first > 1 && cuesIn(view, 'respectively').length === 0
}

function isDenied(view: View, { at }: Quantity): boolean {
  return cuesIn(view, 'not', 'neither', 'none').some(({ from }) => from < at)
}

/** "er ikke længere 84": it is another number now. */
function deniedOf(frame: Frame, index: number, spoken: Spoken): Fate[] {
  const { view, words } = frame
  const [denial] = cuesIn(view, 'not')
  const quantity = frame.quantities[index] as Quantity
  const isNoLonger = denial !== undefined && words.find(view.tokens, denial.to, 'longer') !== null && frame.quantities.length === 1
  if (managedIn(frame) && frame.quantities.length === 1) return notAnyLonger(fateOf(frame, index, spoken))
  if (!isNoLonger || quantity.hedge) return [open('irrealis')]
  return notAnyLonger(fateOf(frame, index, spoken))
}

function notAnyLonger(fates: Fate[]): Fate[] {
  return fates.map((fate) => (fate.is === 'level' ? { ...fate, is: 'not' } : open('irrealis')))
}

/** "Det er lykkedes at fastholde …": what an infinitive tells has been done. */
export function managedIn({ view, words }: Pick<Frame, 'view' | 'words'>): 'done' | 'not' | null {
  const isSaid = range(view.clause.from, view.clause.to).some((at) => words.find(view.tokens, at, 'managed') !== null)
  return isSaid ? (cuesIn(view, 'not').length > 0 ? 'not' : 'done') : null
}

// ── what it is called, and whose it is ──

export function metricOf({ view, main, words }: Frame, { unit, at }: Quantity, { metric, refs, isOfResults }: Spoken): MetricId | null {
  const { tokens } = view
  if (unit === 'indexPoint') return 'indexScore'
  if (unit === 'point') return main
  if (unit === 'answer') return 'base'
  if (unit === 'person') return isOfAnswers(view, at) ? 'base' : null
  if (/^n$/i.test(tokens[at - 2]?.text ?? '') && tokens[at - 1]?.text === '=') return 'base'
  const isReached = ({ from }: { from: number }) => !isShutOff(tokens, from, at)
  const named = cuesIn(view, 'index', 'mean', 'level', 'answers', 'responseRate', 'invited', 'answer').filter(isReached)
  const [answered] = cuesIn(view, 'answered').filter(isReached)
  if (named.length === 0 && answered && unit === null) return 'base'
  // "et fald fra 85 til 81 bygger på flere svar": what it rests on is named behind it.
  const isRest = ({ from }: { from: number }) => range(at, from).some((each) => words.find(tokens, each, 'restsOn') !== null)
  const nearest = named.findLast(({ from }) => from < at) ?? named.find((each) => !isRest(each))
  switch (nearest?.target) {
    case 'index':
      // "Året før var tallet 1.660": of what was told of.
      return metric !== null && words.find(tokens, nearest.from, 'pronouns') !== null ? metric : 'indexScore'
    case 'answers':
    case 'answer':
      return 'base'
    case 'mean':
    case 'level':
      return main
    case undefined:
      // "De er gået fra 82 til 74": of whoever was named in the sentence before.
      if (metric === null && isOfResults && refs !== null && pointsBack(view, words) && isPut(view, words, at)) return main
      return metric ?? (view.groups.length + view.wholes.length + cuesIn(view, 'groups').length > 0 ? main : null)
    default:
      return null
  }
}

/** "er gået fra 82", "ligger nu på 74": led to as levels are. */
function isPut({ mentions, tokens }: View, words: NumberLexicon, at: number): boolean {
  const isBetween = range(Math.max(0, at - longestBracket), at).some((index) => words.find(tokens, index, 'spread') !== null)
  return !isBetween && [at, at - 1].some((end) => mentions.cueBefore(end, 'by', 'from', 'to') !== null && tokens[end]?.kind !== 'mark')
}

/** "AC-tilbud (485 svar) har 84": what stands in brackets says nothing of what stands outside them. */
function isShutOff(tokens: readonly Token[], from: number, at: number): boolean {
  const opened = range(Math.max(0, from - longestBracket), from).findLast((index) => /^[()]$/.test(tokens[index]?.text ?? ''))
  if (opened === undefined || tokens[opened]?.text !== '(') return false
  const closed = range(from, Math.min(tokens.length, from + longestBracket)).find((index) => tokens[index]?.text === ')')
  return closed !== undefined && (at < opened || at > closed)
}

/** Tokens that brackets in a sentence hold at most. */
export const longestBracket = 12

/** "465 borgere har svaret", not "465 borgere er tilfredse". */
function isOfAnswers(view: View, at: number): boolean {
  const isAnswer = cuesIn(view, 'answered', 'answers', 'answer').length > 0
  return isAnswer && cuesIn(view, 'content').every(({ from }) => from < at)
}

/** Between whom something is told and whom it is held against. */
function comparatorsIn({ view, words }: Frame): { from: number; to: number }[] {
  const { clause, tokens, mentions } = view
  const than = cuesIn(view, 'than', 'against', 'above', 'below', 'same').map(({ from, to }) => ({ from, to }))
  const degrees = range(clause.from, clause.to).flatMap((at) => {
    const found = words.find(tokens, at, 'more') ?? words.find(tokens, at, 'less')
    return found && mentions.cue(found.to, 'than') ? [{ from: found.from, to: found.to }] : []
  })
  return [...than, ...degrees].sort((a, b) => a.from - b.from)
}

/** A group or the whole as it is named; of a whole that is only a word ("samlet") `isWord`. */
type Named = Mention<Ref> & { isWord: boolean }

export function namedIn({ groups, wholes, mentions }: View): Named[] {
  const isName = ({ from }: Mention<Ref>) => mentions.segments.some((each) => each.from === from)
  return [...groups.map((each) => ({ ...each, isWord: false })), ...wholes.map((each) => ({ ...each, isWord: !isName(each) }))].sort(
    (a, b) => a.from - b.from,
  )
}

/**
 * "Tilfredsheden for alle tilbud er 85", "på tværs af alle tilbud": all together are meant, where no bound is told that
 * each would keep. Not "for alle målgrupper", which are called so as the parts of one group.
 */
export function withAllTogether(view: View, setting: StatementSetting): View {
  const { mentions, tokens } = view
  if (cuesIn(view, 'above', 'below', 'highest', 'lowest').length > 0) return view
  const root = setting.survey.segments.id
  const isPartsOf = (noun: Token | undefined) =>
    segmentsOf(setting.survey.segments).some(
      ({ segment: { id, partsCalled } }) => id !== root && partsCalled && setting.lexicon.stem(partsCalled.many) === noun?.stem,
    )
  const together = cuesIn(view, 'all').flatMap(({ from, to }) => {
    const noun = mentions.cue(to, 'groups')
    const isLed = mentions.cueBefore(from, 'holder', 'outOf', 'above') !== null
    return noun && isLed && !isPartsOf(tokens[noun.from]) ? [{ target: { segment: root, provider: null }, from, to: noun.to }] : []
  })
  return together.length === 0 ? view : { ...view, wholes: [...view.wholes, ...together].sort((a, b) => a.from - b.from) }
}

type Whose = { refs: Ref[] } | NotCheckedReason

function whoseIs(frame: Frame, quantity: Quantity, spoken: Spoken, isThan = false): Whose {
  const { view, words, setting } = frame
  const { tokens, mentions } = view
  // "2.220 har svaret, heraf 465 i de interne tilbud": on either side of it whoever is named is of the numbers there.
  const parted = partedAt(frame)
  const isOnSide = ({ from }: Named) => parted === null || from > parted === quantity.at > parted
  // "den største blandt de eksterne med 509 svar": among whom, and not whose.
  const isSuperlative = cuesIn(view, 'greatest', 'highest', 'least', 'lowest', 'most').length > 0
  const { among } = setting.locale.statementWords.standings
  const isAmong = (each: Named) => isSuperlative && among.includes(tokens[startOfName(view, each) - 1]?.key ?? '')
  const named = namedIn(view).filter((each) => isOnSide(each) && !isAmong(each))
  const compared = comparedBefore(frame, quantity)
  if (compared) return { refs: [compared] }
  if (parted !== null && quantity.at > parted && named.length === 0) return 'segment'
  const root: Ref = { segment: setting.survey.segments.id, provider: null }
  // "Tre ud af fem målgrupper har mindst 84" is of none of those spoken of.
  const isOfName = ({ from, to }: { from: number; to: number }) => view.groups.some((group) => group.from <= from && to <= group.to)
  // "Målgruppen ligger på 89" goes on about the one spoken of.
  const isThat = ({ from }: { from: number }) => spoken.refs?.length === 1 && words.find(tokens, from, 'pronouns') !== null
  if (named.length === 0 && cuesIn(view, 'groups').some((noun) => !isOfName(noun) && !isThat(noun))) return 'segment'
  if (named.length === 0) return whoIsMeant(frame, spoken)
  const [respectively] = cuesIn(view, 'respectively')
  if (respectively) {
    const groups = named.filter(({ isWord }) => !isWord)
    const isBehind = groups.every(({ from }) => from > respectively.from)
    const listed = frame.quantities.filter(({ at }) => at > respectively.from === !isBehind)
    const own = listed.length === groups.length ? groups[listed.indexOf(quantity)] : undefined
    return own && (isBehind || groups.every(({ to }) => to <= respectively.from)) ? { refs: [own.target] } : 'segment'
  }
  const behind = holderBehind(frame, quantity)
  if (behind) return { refs: [behind.target] }
  // "De fem målgrupper gav i alt 1.968 svar": all that these have together.
  const isTogether = named.every(({ isWord }) => isWord) && quantity.unit !== 'indexPoint' && quantity.unit !== 'point'
  const isOfWhole = ({ from, to }: { from: number; to: number }) => view.wholes.some((whole) => whole.from <= from && to <= whole.to)
  const several = cuesIn(view, 'groups', 'both').filter((noun) => noun.to <= quantity.at && !isOfName(noun) && !isOfWhole(noun))
  if (isTogether && several.length > 0) return 'segment'
  const isBracket = tokens[quantity.from - 1]?.text === '(' || (tokens[quantity.at - 1]?.text === '(' && quantity.sign !== 0)
  const before = named.filter(({ to }) => to <= quantity.at)
  const nearest = before.at(-1)
  // "En fjerdedel af de eksterne svar, 437, er fra de voksne": it is no number of whom it is a part of.
  const isPart = before.some((each) => !each.isWord && mentions.cueBefore(startOfName(view, each), 'outOf') !== null)
  const isShared = range(view.clause.from, quantity.from).some((at) => words.find(tokens, at, 'fraction') !== null)
  if (isPart && isShared) return 'segment'
  if (isBracket && nearest) {
    const groups = before.filter(({ isWord }) => !isWord)
    const close = groups.findLast(({ to }) => quantity.at - to <= 4) ?? nearest
    return { refs: [close.target] }
  }
  const comparators = comparatorsIn(frame).filter(({ from }) => from < quantity.at)
  const isBetween = (a: Named, b: Named) => comparators.some(({ from }) => a.to <= from && from <= b.from)
  const own = before.filter((each) => !before.some((other) => other !== each && other.from < each.from && isBetween(other, each)))
  void isThan
  const taken = nearest && before.some((other) => other !== nearest && isBetween(other, nearest)) ? [nearest] : own
  // "Trods faldet på 8 hos de interne er den samlede tilfredshed faldet 1 point": the 8 has taken whom it names.
  const isAfterAnother = nearest?.isWord && frame.quantities.some(({ at }) => at < nearest.from)
  if (isAfterAnother) return spoken.hasAll ? { refs: [root] } : 'segment'
  const groups = taken.filter(({ isWord }) => !isWord)
  if (groups.length === 0 && taken.length > 0) return spoken.hasAll ? { refs: [root] } : 'segment'
  if (groups.length === 1) return { refs: [groups[0]?.target as Ref] }
  if (groups.length > 1) {
    const last = groups.at(-1) as Named
    const others = frame.quantities.filter(({ at }) => at !== quantity.at)
    const isEach = range(view.clause.from, quantity.at).some((at) => words.find(tokens, at, 'each'))
    if (areCoordinated(groups, view))
      return isEach || others.length > 1 ? (isEach ? { refs: groups.map(({ target }) => target) } : 'segment') : 'segment'
    const isTaken = frame.quantities.some(({ at }) => at < quantity.at && at < last.from)
    const inner = innermostOf(groups, frame)
    if (isTaken) return { refs: [last.target] }
    return inner ? { refs: [inner] } : 'segment'
  }
  const ahead = named.filter(({ from }) => from >= quantity.to)
  const plain = ahead.filter(({ isWord }) => !isWord)
  const isCompared = (each: Named) => comparatorsIn(frame).some(({ from }) => quantity.to <= from && from <= each.from)
  // "overgås kun af de voksne": whom it is done by.
  const isDoer = (each: Named) => mentions.cueBefore(startOfName(view, each), 'outOf') !== null
  const free = plain.filter((each) => !isCompared(each) && !isDoer(each))
  const [single, ...more] = free
  if (single && more.length === 0) {
    const start = startOfName(view, single)
    // "heraf vedrører 465 de interne tilbud"
    if (parted !== null && quantity.at > parted) return { refs: [single.target] }
    if (mentions.cueBefore(start, 'holder', 'from') !== null) return { refs: [single.target] }
    // "Med 89 ligger de voksne i top"
    const verb = mentions.cueBefore(start, 'is', 'was', 'moves', 'motion')
    const isLed = range(view.clause.from, quantity.from).every(
      (at) =>
        mentions.cue(at, 'by', 'since', 'article', 'index', 'level') !== null || view.mentions.directions.some(({ from }) => from === at),
    )
    const isFirst = frame.quantities[0] === quantity
    if (verb && isLed && verb.from - quantity.to <= 1 && isFirst) return { refs: [single.target] }
  }
  if (free.length > 0) return 'segment'
  if (ahead.some((each) => each.isWord && !isCompared(each))) return spoken.hasAll ? { refs: [root] } : 'segment'
  return whoIsMeant(frame, spoken)
}

/** "De unge lå højere end de voksne, 82 mod 80": two numbers behind two who are compared are theirs, in that order. */
function comparedBefore({ view, quantities }: Frame, quantity: Quantity): Ref | null {
  const { mentions, tokens } = view
  const [first, second, ...more] = view.groups
  const [one, other] = quantities
  if (!first || !second || !one || !other || more.length > 0 || quantities.length > 2) return null
  const than = mentions.cueBefore(startOfName(view, { ...second, isWord: false }), 'than')
  const isPair = mentions.cue(one.to, 'against')?.to === other.from && tokens[one.from - 1]?.kind === 'mark' && second.to < one.from
  if (!than || than.from < first.to || !isPair) return null
  return quantity === one ? first.target : second.target
}

/** Where a clause goes on to a part of what it has counted. */
function partedAt({ view, words }: Pick<Frame, 'view' | 'words'>): number | null {
  return range(view.clause.from, view.clause.to).find((at) => words.find(view.tokens, at, 'ofThese') !== null) ?? null
}

function innermostOf(groups: readonly Named[], { setting }: Frame): Ref | null {
  const [first] = groups
  if (first && groups.every(({ target }) => isSameRef(target, first.target))) return first.target
  const inner = groups.filter(({ target }) =>
    groups.every(
      (other) => other.target === target || partsOf(other.target.segment, setting).some((set) => set.some((ref) => isSameRef(ref, target))),
    ),
  )
  return inner.length === 1 ? (inner[0]?.target ?? null) : null
}

function startOfName({ mentions }: View, { from }: Named): number {
  return mentions.cueBefore(from, 'article')?.from ?? from
}

/** "84 for AC-tilbud", "465 fra de interne", "74 (82) på de interne", "82 (83) samlet": whose name follows at once. */
function holderBehind({ view }: Frame, quantity: Quantity): Named | null {
  const { mentions, tokens } = view
  const to = endOfBracket(tokens, quantity)
  const whole = to > quantity.to ? view.wholes.find(({ from }) => from === to) : undefined
  if (whole) return { ...whole, isWord: true }
  const holder = mentions.cue(to, 'holder', 'from', 'outOf')
  if (!holder) return null
  const start = mentions.cue(holder.to, 'article')?.to ?? holder.to
  return namedIn(view).find(({ from }) => from === holder.to || from === start) ?? null
}

/** Behind "74 (82)", of either number: where its bracket is closed, if it holds no more. */
function endOfBracket(tokens: readonly Token[], { from, to }: Quantity): number {
  const isNumber = (at: number) => tokens[at]?.kind === 'number'
  if (tokens[to]?.text === '(' && isNumber(to + 1) && tokens[to + 2]?.text === ')') return to + 3
  return tokens[from - 1]?.text === '(' && isNumber(from - 2) && tokens[to]?.text === ')' ? to + 1 : to
}

function whoIsMeant({ setting, view, words }: Frame, { refs, isOfAll, hasAll }: Spoken): Whose {
  const { segments } = setting.survey
  const isResting = range(view.clause.from, view.clause.to).some((at) => words.find(view.tokens, at, 'restsOn') !== null)
  // "Det viser årets undersøgelse, som bygger på 2.220 svar" is of no group that was spoken of before.
  const isOfSurvey =
    isResting && range(Math.max(0, view.clause.from - 2), view.clause.to).some((at) => words.find(view.tokens, at, 'surveyed'))
  // "Her er tilfredsheden faldet", "Begge har flyttet sig": somebody is meant whom the words before have named.
  const isPointed = pointsBack(view, words)
  if (isPointed && (refs === null || (refs.length === 1 && cuesIn(view, 'both').length > 0))) return 'segment'
  if (refs) return refs.length === 1 && (!isOfSurvey || refs[0]?.segment === segments.id) ? { refs } : 'segment'
  const isSentence = isResting || cuesIn(view, 'is', 'was', 'moves', 'motion', 'answered').length > 0
  return ((isOfAll || isOfSurvey) && hasAll && isSentence) || !segments.parts
    ? { refs: [{ segment: segments.id, provider: null }] }
    : 'segment'
}

/** Some word of a clause stands for somebody who was named before. */
export function pointsBack(view: View, words: NumberLexicon): boolean {
  return range(view.clause.from, view.clause.to).some((at) => isPointedAt(view, words, at))
}

/** A word for somebody who was named before: "her", "begge", "de" in front of a verb or behind it. */
function isPointedAt({ tokens, mentions }: View, words: NumberLexicon, at: number): boolean {
  const found = words.find(tokens, at, 'somebody')
  if (!found || words.find(tokens, at, 'bothTimes')) return false
  const isBeside = mentions.cue(found.to, 'is', 'was', 'moves', 'motion') !== null || mentions.cueBefore(at, 'is', 'was') !== null
  return mentions.cue(at, 'article') === null || isBeside
}

// ── when ──

/** "I den seneste måling er …" tells of now; "end ved seneste måling", "var … i seneste måling" of before. */
function isOfNow(view: View, { from }: { from: number }): boolean {
  const isCompared = [from, from - 1, from - 2].some((end) => view.mentions.cueBefore(end, 'than', 'against', 'since') !== null)
  return !isCompared && cuesIn(view, 'is').length > 0 && cuesIn(view, 'was').length === 0
}

export function timesIn({ view, setting, words }: Pick<Frame, 'view' | 'setting' | 'words'>): Time[] {
  const { periods, mentions, otherYears } = view
  const isIn = (at: number) => periods.some(({ from, to }) => from - 1 <= at && at < to + 1)
  const all: Mention<string | null>[] = [
    ...periods,
    ...otherYears.map((at) => ({ target: null, from: at, to: at + 1 })),
    ...cuesIn(view, 'before').flatMap((cue) => (isIn(cue.from) ? [] : [{ ...cue, target: setting.previous }])),
    ...range(view.clause.from, view.clause.to).flatMap((at): Mention<string | null>[] => {
      const latest = words.find(view.tokens, at, 'latest')
      return latest ? [{ from: latest.from, to: latest.to, target: isOfNow(view, latest) ? setting.period : setting.previous }] : []
    }),
    ...cuesIn(view, 'now').flatMap((cue) => (isIn(cue.from) || isIn(cue.to - 1) ? [] : [{ ...cue, target: setting.period }])),
  ]
  const isCompared = ({ from }: { from: number }) =>
    [from, from - 1, from - 2, from - 3].some((end) => {
      // "fire point under niveauet i 2022-23"
      const cue =
        mentions.cueBefore(end, 'than', 'against') ?? mentions.cueBefore(end, 'since') ?? mentions.cueBefore(end, 'above', 'below')
      // "Modsat var AC-tilbud i 2022-23 …": behind a verb it is another time than what leads in.
      const isApart = (at: number) => view.tokens[at]?.kind === 'number' || mentions.cue(at, 'is', 'was') !== null
      if (!cue || range(cue.to, from).some(isApart)) return false
      return (
        !(cue.target === 'since' && mentions.cueBefore(end, 'to') !== null) &&
        !view.tokens.slice(cue.to, from).some(({ text }) => text === ',')
      )
    })
  return all.map((time) => ({ ...time, isCompared: isCompared(time) })).sort((a, b) => a.from - b.from)
}

/** The time that stands at once behind a number, or at once before it: "80 i 2022-23", "(2022-23: 80)". */
function timeAt(frame: Frame, { from, to }: Quantity, times: readonly Time[]): Time | null {
  const { tokens, mentions } = frame.view
  const { quantities } = frame
  const isLink = (at: number) =>
    mentions.cue(at, 'during', 'from', 'article') !== null &&
    tokens[at]?.text !== ',' &&
    tokens[at]?.text !== ':' &&
    mentions.cue(at, 'by') === null
  const isAhead = ({ to: end }: Time) => {
    const next = tokens[end]?.text === ':' ? end + 1 : end
    return quantities.some((other) => other.from === next || other.at === next)
  }
  const behind = times.find(
    (time) =>
      time.from >= to &&
      time.from - to <= 3 &&
      !isAhead(time) &&
      range(to, time.from).every((at) => isLink(at) || tokens[at]?.text === 'for'),
  )
  if (behind) return behind
  const ahead = times.findLast((time) => time.to <= from && from - time.to <= 2)
  const isJoined =
    ahead &&
    range(ahead.to, from).every((at) => tokens[at]?.text === ':' || tokens[at]?.text === '(') &&
    (ahead.to < from || tokens[ahead.from - 1]?.text === '(')
  if (isJoined) return ahead
  const inTurn = timeInTurn(frame, from, times)
  if (inTurn) return inTurn
  // "sidste år var 85", "er i år 81"
  const isVerb = (at: number) => mentions.cue(at, 'is', 'was')?.to === at + 1
  const told = times.findLast((time) => time.to === from || (time.to === from - 1 && isVerb(time.to)))
  if (!told) return null
  const start = mentions.cueBefore(told.from, 'during')?.from ?? told.from
  return told.to < from || isVerb(start - 1) ? told : null
}

/** "havde i 2022-23 en tilfredshed på 85 og i 2023-24 en på 81": each time leads its own number. */
function timeInTurn({ quantities }: Frame, at: number, times: readonly Time[]): Time | null {
  const isEach = times.length === quantities.length && times.length > 1 && !times.some(({ isCompared }) => isCompared)
  const isLed = quantities.every(({ from }, index) => {
    const [time, next] = [times[index], times[index + 1]]
    return time !== undefined && time.to <= from && (next === undefined || next.from >= from)
  })
  return isEach && isLed ? (times[quantities.findIndex(({ from }) => from === at)] ?? null) : null
}

type Role = 'from' | 'to' | 'then' | 'level' | 'delta'

function periodFor(frame: Frame, quantity: Quantity, role: Role, spoken: Spoken): string | NotCheckedReason {
  const { view, setting } = frame
  const times = timesIn(frame)
  const own = timeAt(frame, quantity, times)
  const known = (time: string | null): string | NotCheckedReason =>
    time === null ? (setting.previous === null ? 'noPrevious' : 'period') : time
  if (own) return known(own.target)
  if (cuesIn(view, 'trend').length > 0) return 'period'
  const used = new Set(frame.quantities.flatMap((other) => (other === quantity ? [] : (timeAt(frame, other, times) ?? []))))
  const free = times.filter((time) => !used.has(time))
  if (free.some(({ target }) => target === null)) return 'period'
  const compared = free.filter(({ isCompared }) => isCompared)
  const plain = [...new Set(free.filter(({ isCompared }) => !isCompared).map(({ target }) => target as string))]
  if (role === 'from' || role === 'then') {
    if (new Set(compared.map(({ target }) => target)).size > 1) return 'period'
    if (compared[0]?.target) return compared[0].target
    const earlier = plain.filter((each) => each !== setting.period)
    if (earlier.length === 1) return earlier[0] as string
    return earlier.length > 1 ? 'period' : (setting.previous ?? 'noPrevious')
  }
  // "Siden 2022-23, hvor den var 80"
  const isPast = cuesIn(view, 'was').length > 0 && cuesIn(view, 'is').length === 0
  if (plain.length > 1) {
    if (role !== 'to') return 'period'
    return plain.includes(setting.period) ? setting.period : 'period'
  }
  if (role === 'to')
    return plain[0] !== undefined && compared.length + used.size === 0 && plain[0] !== setting.previous ? plain[0] : setting.period
  const [only] = plain
  if (only !== undefined) return only
  const [ago] = compared
  const isThere = (from: number, to: number) =>
    range(from, to).some((at) => view.mentions.cue(at, 'clause') !== null && view.tokens[at]?.text !== ',')
  // "sammenlignet med sidste måling, der havde 3.628 svar": the verb of what follows the time is of it.
  const nearest = cuesIn(view, 'is', 'was').findLast(({ to }) => to <= quantity.at)
  const isOfRelative = nearest?.target === 'was' && view.mentions.cueBefore(nearest.from, 'relative') !== null
  if (isOfRelative && (ago || !isPast))
    return ago?.target && compared.length === 1 && ago.to <= nearest.from && nearest.from - ago.to <= 3 ? ago.target : 'period'
  if (isPast && ago?.target && compared.length === 1 && ago.to <= quantity.at && isThere(ago.to, quantity.at)) return ago.target
  if (isPast && spoken.time !== null) return spoken.time
  return setting.period
}

export function spanFor(frame: Pick<Frame, 'view' | 'setting' | 'words'>): { previous: string; current: string } | NotCheckedReason {
  const { setting } = frame
  const order = setting.survey.periods.map(({ id }) => id)
  const times = timesIn(frame)
  if (times.some(({ target }) => target === null) || cuesIn(frame.view, 'trend').length > 0)
    return setting.previous === null ? 'noPrevious' : 'period'
  const named = [...new Set(times.map(({ target }) => target as string))].sort((a, b) => order.indexOf(a) - order.indexOf(b))
  if (named.length > 2) return 'period'
  if (named.length === 2) return { previous: named[0] as string, current: named[1] as string }
  const [only] = named
  if (only !== undefined && only !== setting.period) {
    const isCompared = times.some((time) => time.target === only && time.isCompared)
    if (isCompared || only === setting.previous) return { previous: only, current: setting.period }
    return 'period'
  }
  return setting.previous === null ? 'noPrevious' : { previous: setting.previous, current: setting.period }
}

// ── what it says ──

function fateOf(frame: Frame, index: number, spoken: Spoken): Fate[] {
  const quantity = frame.quantities[index] as Quantity
  const role = roleOf(frame, index, spoken)
  if (role === null) return [open('sense')]
  if (quantity.unit === 'percent') return [growthOf(frame, quantity, role, spoken)]
  const metric = metricOf(frame, quantity, spoken)
  if (metric === null) return [open('metric')]
  if (!isPlausible(frame, quantity, metric, role) && !isOffScale(frame, quantity, metric, role)) return [open('metric')]
  if (typeof role === 'object') {
    const pair = pairMeant(frame, spoken)
    return (pair ?? [spoken.refs]).map((refs) => sizeOf(frame, quantity, metric, role, { ...spoken, refs }))
  }
  const whose = whoseIs(frame, quantity, spoken, role === 'then')
  if (typeof whose === 'string') return [open(whose)]
  // "De to perioder giver tilsammen 5.848 svar": of all times together.
  if (metric === 'base' && isOfAllTimes(frame)) return [open('period')]
  const both = bothTimes(frame, role)
  const [ref] = whose.refs
  if (both && ref && whose.refs.length === 1 && metric !== 'base')
    return both.map((each): Fate => ({ is: 'level', metric, ref, period: each }))
  const period = periodFor(frame, quantity, role, spoken)
  const { periods } = frame.setting.survey
  if (!periods.some(({ id }) => id === period)) return [open(period as NotCheckedReason)]
  const times = role === 'level' && isUntimedPast(frame, spoken) ? periods.flatMap(({ id }) => (id === period ? [] : [id])) : []
  return whose.refs.map((ref): Fate => ({ is: 'level', metric, ref, period, ...(times.length > 0 ? { times } : {}) }))
}

/** "Det var 3.628": it was so at a time that is not said. */
export function isUntimedPast(frame: Frame, { time }: Pick<Spoken, 'time'>): boolean {
  const { view } = frame
  return time === null && cuesIn(view, 'was').length > 0 && cuesIn(view, 'is').length === 0 && timesIn(frame).length === 0
}

/** "Begge har flyttet sig fire point": each of the two who were named last. */
function pairMeant({ view }: Frame, { refs }: Spoken): Ref[][] | null {
  const isSaid = cuesIn(view, 'both').some(({ to }) => view.mentions.cue(to, 'is', 'was', 'moves', 'motion') !== null)
  return isSaid && namedIn(view).length === 0 && refs?.length === 2 ? refs.map((ref) => [ref]) : null
}

export function isOfAllTimes({ view, words }: Pick<Frame, 'view' | 'words'>): boolean {
  const isSaid = (kind: 'bothTimes' | 'sums' | 'together') =>
    range(0, view.tokens.length).some((at) => words.find(view.tokens, at, kind) !== null)
  return isSaid('bothTimes') && (isSaid('sums') || isSaid('together') || view.mentions.cues('whole').length > 0)
}

/** "82 i begge år": of the time before and of now, where no other is named. */
function bothTimes({ view, words, quantities, setting }: Frame, role: Role): string[] | null {
  const isSaid = range(view.clause.from, view.clause.to).some((at) => words.find(view.tokens, at, 'bothTimes') !== null)
  if (!isSaid || role !== 'level' || quantities.length !== 1 || view.periods.length + view.otherYears.length > 0) return null
  return setting.survey.periods.length === 2 && setting.previous !== null ? [setting.previous, setting.period] : null
}

/** Fewer points are how far something has moved, or lies apart, in a sentence that tells of that. */
export const leastLevel = 25

function tellsOfDistance({ mentions }: View): boolean {
  return mentions.directions.length > 0 || mentions.cues('gap', 'difference', 'above', 'below').length > 0
}

function isPlausible(frame: Frame, quantity: Quantity, metric: MetricId, role: Role | Size): boolean {
  const { main, setting, view } = frame
  const { value, unit, decimals } = quantity
  // "i gennemsnit 351 svar pr. målgruppe"
  if (metric === 'base' && view.mentions.cueBefore(quantity.from, 'benchmark', 'mean') !== null) return false
  if (metric === 'base') return decimals === 0 && value.denominator === 1n
  if (typeof role === 'object') return true
  const size = Number(value.numerator) / Number(value.denominator)
  const isOfDistance = unit === 'point' || (unit !== null && role === 'level' && tellsOfDistance(view))
  if (metric === 'indexScore' && size < leastLevel && isOfDistance) return false
  if (metric === 'indexScore')
    return unit !== null || ((size > 0 || view.tokens[quantity.at - 1]?.text !== '(') && size <= 100 && (main === 'indexScore' || size > 5))
  // A mean that no scale of the survey has is of something else.
  return setting.survey.items.some((item) => {
    const { min, max } = scoreRange(scaleOf(setting.survey, item))
    return compare(min, value) <= 0 && compare(value, max) <= 0
  })
}

/** "Indekstallet er 109": it is called an index, and said to be what the index is. */
function isOffScale(frame: Frame, quantity: Quantity, metric: MetricId, role: Role | Size): boolean {
  const { view, main, quantities } = frame
  const { mentions, tokens } = view
  const size = Number(quantity.value.numerator) / Number(quantity.value.denominator)
  const isNear = metric === 'indexScore' && main === 'indexScore' && size > 100 && size < 200 && quantity.unit === null && !quantity.hedge
  const named = cuesIn(view, 'index', 'level', 'answers', 'answer', 'answered', 'person', 'invited', 'responseRate')
  const isCalled = named.some(({ from }) => from < quantity.at) && named.every(({ target }) => target === 'index' || target === 'level')
  if (!isNear || !isCalled || typeof role === 'object') return false
  const start = leftOf(frame, quantity)
  const by = mentions.cueBefore(start, 'by')
  const isSaid = mentions.cueBefore(by && tokens[by.from]?.key === 'paa' ? by.from : start, 'is', 'was', 'index') !== null
  const isBeside = role !== 'level' && quantities.some((other) => other !== quantity && isPlausible(frame, other, metric, 'level'))
  return isSaid || isBeside
}

/** A number that is the size of a change or a difference. `against`: where what follows says than whom or when. */
type Size = {
  sign: -1 | 0 | 1
  against: number | null
  isApart: boolean
  isTurned: boolean
  words?: [from: number, to: number]
  /** of what itself has moved: which end it is */
  end?: 'from' | 'to'
}

function roleOf(frame: Frame, index: number, spoken: Spoken): Role | Size | null {
  const { view, words, quantities } = frame
  const { tokens, mentions, clause } = view
  const quantity = quantities[index] as Quantity
  if (quantity.sign !== 0) return { sign: quantity.sign, against: null, isApart: false, isTurned: false }
  const degree = degreeBehind(frame, quantity)
  if (degree) return degree
  // "10 points forskel på de interne og de eksterne"
  if (!isCountUnit(quantity) && words.find(tokens, quantity.to, 'apart')) return { sign: 0, against: null, isApart: true, isTurned: false }
  const first = firstOfList(frame, index)
  if (first !== null) return roleOf(frame, first, spoken)
  if (isSizeAside(frame, quantity)) return null
  // "AC-tilbud (80/84)": which is which is not said.
  const isPaired = tokens[quantity.at - 1]?.text === '/' || tokens[quantity.end]?.text === '/'
  if (isPaired || isOfNoun(frame, quantity)) return null
  const start = leftOf(frame, quantity)
  const link = mentions.cueBefore(start, 'outOf')
  // "er besvaret af 2.220 borgere"
  if (link && isCountUnit(quantity) && mentions.cueBefore(link.from, 'answered') !== null) return 'level'
  if (isCountUnit(quantity) && link && mentions.cueBefore(start, 'cause') === null) return null
  const ends = (cue: 'from' | 'to' | 'against' | 'than' | 'by' | 'is' | 'was') => mentions.cueBefore(start, cue)
  const isCount = quantity.unit === 'answer' || quantity.unit === 'person'
  if (words.before(tokens, start, 'put')) return 'level'
  // "har sat 8 point til"
  const verb = quantity.unit === 'point' || quantity.unit === 'indexPoint' ? words.find(tokens, quantity.to, 'particle') : null
  const isGiven = verb !== null && !quantities.some(({ from }) => from === verb.to)
  const added = isGiven ? (words.before(tokens, start, 'adding') ?? words.before(tokens, start, 'losing')) : null
  if (verb && added)
    return {
      ...{ sign: added.target === 'adding' ? 1 : -1, against: null, isApart: false, isTurned: false },
      words: [added.from, verb.to],
    }
  // "Der er fire point mellem de to målinger"
  const between = quantity.unit === 'point' || quantity.unit === 'indexPoint' ? words.find(tokens, quantity.to, 'spread') : null
  if (between && !quantities.some(({ from }) => from === between.to)) return { sign: 0, against: null, isApart: true, isTurned: false }
  const moving = apartMoved(frame, start)
  if (moving && (ends('from') || ends('to')))
    return { sign: 0, against: null, isApart: true, isTurned: false, end: ends('from') ? 'from' : 'to' }
  const next = quantities[index + 1]
  const isLedOn = next !== undefined && mentions.cueBefore(leftOf(frame, next), 'to') !== null
  if (isLedOn && next.at - quantity.to <= 2 && isBracketed(frame, quantity)) return 'from'
  // "82 → 74"
  if (isLedOn && mentions.cue(quantity.to, 'moves')?.to === leftOf(frame, next) && mentions.cue(quantity.to, 'to') !== null) return 'from'
  if (ends('from') && !ends('by')) {
    if (isLedOn || isAfterDirection(frame, start)) return 'from'
    return isCount ? 'level' : null
  }
  const before = quantities[index - 1]
  const directions = mentions.directions.filter(({ from, to }) => from >= clause.from && to <= start)
  const moved = cuesIn(view, 'moves', 'motion').some(({ to }) => to <= start)
  if (ends('to') && !(ends('is') ?? ends('was'))) {
    const isLed = directions.length > 0 || moved || (before !== undefined && mentions.cueBefore(leftOf(frame, before), 'from') !== null)
    // "Sidst målte vi tilfredsheden til 85": what is measured has not moved there.
    const isMeasured = !isLed && cuesIn(view, 'is', 'was').some(({ to }) => to <= start)
    if (isMeasured && !spoken.isTold) return 'level'
    return isLed || spoken.isTold || mentions.cueBefore(start, 'to')?.to === start ? 'to' : null
  }
  // "12 leverandører mod 14 sidste år": of what is counted, too.
  if ((ends('against') || ends('than')) && before && isOfNoun(frame, before)) return null
  if (ends('against') || ends('than')) return 'then'
  const size = sizeBefore(frame, quantity, start, spoken)
  if (size) return size
  const isOpened = /^[(:=]$/.test(tokens[start - 1]?.text ?? '') || mentions.cueBefore(start, 'index', 'level') !== null
  const headed = isBracketed(frame, quantity) ? headedBy(frame, index, directions) : 'level'
  if (headed !== 'level') return headed
  if (isBracketed(frame, quantity)) return isOpened || isCount || start === clause.from ? bracketRole(frame, index) : null
  const by = ends('by')
  const isAdded =
    by !== null && tokens[by.from]?.key !== 'paa' && before !== undefined && mentions.cueBefore(leftOf(frame, before), 'to') !== null
  // "fra 436 til 509, dvs. med 73"
  if (isAdded) return { sign: 0, against: null, isApart: false, isTurned: false }
  if (by || ends('is') || ends('was')) return 'level'
  if (mentions.cueBefore(start, 'above', 'below')) return timeAt(frame, quantity, timesIn(frame)) ? 'then' : null
  const isStart =
    start === clause.from ||
    (start === clause.from + 1 && mentions.cue(clause.from, 'clause') !== null) ||
    mentions.cueBefore(start, 'answered') !== null ||
    words.before(tokens, start, 'ofThese') !== null ||
    tokens[start - 1]?.text === ':' ||
    /^[,;]$/.test(tokens[start - 1]?.text ?? '')
  if (isStart) return 'level'
  if (tokens[start - 1]?.text === '=') return 'level'
  const state = directions.at(-1)
  if (state?.to === start && state.target.direction === 'unchanged') return 'level'
  if (mentions.cueBefore(start, 'and') !== null) return 'level'
  if (namedIn(view).some(({ to }) => to === start)) return 'level'
  return isCount || mentions.cueBefore(start, 'index', 'level', 'answered', 'answers') ? 'level' : null
}

/** "henholdsvis 4 og 2 point": the place of the first of the numbers that one word leads to; null for it and others. */
function firstOfList({ view, quantities }: Frame, index: number): number | null {
  const [respectively] = cuesIn(view, 'respectively')
  if (!respectively || quantities[index]?.sign !== 0) return null
  const first = quantities.findIndex(({ at }) => at >= respectively.to)
  return first >= 0 && first < index ? first : null
}

/** "Afstanden er vokset fra 2 til 10": what moves is how far two lie apart. */
function apartMoved({ view, words }: Frame, start: number): boolean {
  const { clause, tokens, mentions } = view
  const gap = cuesIn(view, 'gap').find(({ from }) => from < start)?.from
  const apart = gap ?? range(clause.from, start).find((at) => words.find(tokens, at, 'apart') !== null)
  if (apart === undefined) return false
  const isMoved = ({ from, to }: { from: number; to: number }) => from > apart && to <= start
  return mentions.directions.some(isMoved) || cuesIn(view, 'moves', 'motion').some(isMoved)
}

/**
 * "Fald: interne tilbud (8 point)" may be how far or how high, as "Mindste ændring: …"; "Største fald: interne tilbud
 * (8 point)" is how far.
 */
function headedBy({ view, words, quantities }: Frame, index: number, directions: View['mentions']['directions']): Size | null | 'level' {
  const { clause, mentions, tokens } = view
  const quantity = quantities[index] as Quantity
  const isBehindNumber = quantities[index - 1]?.to === quantity.from - 1
  if ((quantity.unit !== 'point' && quantity.unit !== 'indexPoint') || isBehindNumber) return 'level'
  const noun = directions.findLast(({ target }) => target.form === 'noun' && target.direction !== 'unchanged')
  if (noun && quantities.length === 1 && mentions.cueBefore(noun.from, 'highest') !== null) {
    const sign = noun.target.direction === 'rise' ? 1 : -1
    return { sign, against: null, isApart: false, isTurned: false, words: [noun.from, quantity.to] }
  }
  const isChanged = range(clause.from, quantity.from).some((at) => words.find(tokens, at, 'changed') !== null)
  return noun || isChanged ? null : 'level'
}

/**
 * "er ti point bagud", "ligger to point under": so many points from whom or what is said elsewhere, in words that need
 * not be known; no level has such a word behind it.
 */
function isSizeAside({ view, words, quantities }: Frame, { to, unit }: Quantity): boolean {
  const { tokens, mentions, clause, groups, wholes, periods } = view
  if ((unit !== 'point' && unit !== 'indexPoint') || to >= clause.to || tokens[to]?.kind !== 'word') return false
  const isPlace = words.find(tokens, to, 'more') ?? words.find(tokens, to, 'less') ?? mentions.cue(to, 'above', 'below')
  if (isPlace || (mentions.unknown.includes(to) && !words.isKnown(tokens[to]))) return true
  // "to point efter de eksterne": "than" leads to a name, and to no number.
  const than = mentions.cue(to, 'than', 'since')
  const start = than && (mentions.cue(than.to, 'article')?.to ?? than.to)
  const other = groups.find(({ from }) => from === than?.to || from === start)
  if (other && !quantities.some(({ at }) => at >= other.to && at - other.to <= 3)) return true
  // "er otte point fra det, de fik sidst"
  const source = mentions.cue(to, 'from')
  const behind = source ? [...groups, ...wholes, ...quantities].some(({ from }) => from >= source.to && from - source.to <= 1) : true
  if (!behind) return true
  const isNamed = [...groups, ...wholes, ...periods, ...mentions.cues('before', 'now')].some(({ from }) => from === to)
  const isLast = to + 1 === clause.to || tokens[to + 1]?.kind === 'mark'
  return isLast && !isNamed && !words.find(tokens, to, 'skipped') && !mentions.cue(to, 'is', 'was')
}

/** "12 leverandører": it counts what the next word says. */
function isOfNoun({ view: { mentions } }: Frame, { unit, end }: Quantity): boolean {
  return unit === null && mentions.cue(end, 'providers', 'groups', 'items') !== null
}

/** Where what leads to a number ends: before its hedge, articles, "indeks", "nu". */
function leftOf({ view, words }: Frame, { from, at }: Quantity): number {
  const { tokens, clause, mentions } = view
  let start = Math.min(from, at)
  // "over 85" is no hedge of what it is held against
  for (
    let found = words.before(tokens, start, 'skipped');
    found && found.from >= clause.from;
    found = words.before(tokens, start, 'skipped')
  ) {
    if (mentions.cueBefore(start, 'to', 'from')?.to === start) break
    start = found.from
  }
  const longer = words.before(tokens, start, 'longer')
  const denied = longer && mentions.cueBefore(longer.from, 'not')
  return denied?.from ?? mentions.cueBefore(start, 'respectively')?.from ?? start
}

function isAfterDirection({ view }: Frame, at: number): boolean {
  return view.mentions.directions.some(({ to }) => to <= at && at - to <= 2) || cuesIn(view, 'moves', 'motion').some(({ to }) => to <= at)
}

/** "4 point højere", "fire point mere end": a size, which way it goes, and than what. */
function degreeBehind({ view, words }: Frame, { from, to, unit }: Quantity): Size | null {
  const { tokens, mentions, clause } = view
  const adverb = mentions.cue(to, 'by') ? null : to
  const start = adverb ?? to
  const more = words.find(tokens, start, 'more')
  const less = words.find(tokens, start, 'less')
  const found = more ?? less
  if (!found || found.to > clause.to) return null
  const isPlace = mentions.cue(found.from, 'above', 'below') !== null
  if (unit === null && !isPlace && tokens[found.from]?.key.length === 2) return null
  const than = mentions.cue(found.to, 'than') ?? cuesIn(view, 'than').find((cue) => cue.from >= found.to) ?? null
  const against = than?.to ?? (isPlace ? found.to : null)
  if (isPlace && found.to >= clause.to) return null
  const isMotion = ['frem', 'fremad', 'op', 'opad', 'tilbage', 'ned', 'nedad', 'up', 'down'].includes(tokens[found.from]?.key ?? '')
  if (isMotion && cuesIn(view, 'moves', 'motion').length + mentions.directions.length === 0) return null
  return { sign: more ? 1 : -1, against, isApart: false, isTurned: isOfThen(view, than !== null), words: [from, than?.to ?? found.to] }
}

/** "var 8 point højere i 2022-23": then it was so much higher. */
function isOfThen(view: View, hasThan: boolean): boolean {
  return !hasThan && cuesIn(view, 'was').length > 0 && cuesIn(view, 'is').length === 0
}

function isCountUnit({ unit }: Quantity): boolean {
  return unit === 'answer' || unit === 'person'
}

/** "et fald på 8", "steget med 4", "taber 8 point", "stigningen er på 4", "forskellen er 10". */
function sizeBefore({ view, quantities, words }: Frame, quantity: Quantity, start: number, spoken: Spoken): Size | null {
  const { mentions, clause, tokens } = view
  const by = mentions.cueBefore(start, 'by')
  const isOwn = (at: number) => !quantities.some((other) => other.at >= at && other.at < quantity.at)
  const told = mentions.directions.findLast(
    ({ from, to, target }) => from >= clause.from && to <= start && target.direction !== 'unchanged' && isOwn(to),
  )
  const apart = range(clause.from, start).findLast((at) => words.find(tokens, at, 'apart') !== null)
  const isFree = (to: number) =>
    !range(to, start).some(
      (at) => tokens[at]?.text === ',' || (mentions.cue(at, 'clause')?.target === 'clause' && tokens[at]?.key !== 'og'),
    )
  if (apart !== undefined && (quantity.unit === null || quantity.unit !== 'percent') && isOwn(apart))
    return { sign: 0, against: null, isApart: true, isTurned: false }
  // "i 2022-23 var forspringet på fire point"
  const isOfPoints = quantity.unit === 'point' || quantity.unit === 'indexPoint'
  const gap = isOfPoints ? cuesIn(view, 'gap').findLast(({ to }) => to <= start && isOwn(to)) : undefined
  if (gap && !view.groups.some(({ from }) => from >= gap.to && from < start))
    return { sign: 0, against: null, isApart: true, isTurned: false }
  // "har flyttet sig fire point"
  if (by === null && isOfPoints && words.before(tokens, start, 'changed'))
    return { sign: 0, against: null, isApart: false, isTurned: false }
  // "er gået tilbage, men kun med to point"
  const isVerbal = cuesIn(view, 'is', 'was', 'index', 'level', 'mean').length + view.groups.length + view.wholes.length > 0
  const earlier = [...mentions.cues('motion', 'moves'), ...mentions.directions].find(({ to }) => to <= clause.from)
  if (by !== null && isOfPoints && tokens[by.from]?.key !== 'paa' && !isVerbal && quantities.length === 1 && (earlier || spoken.isTold))
    return { sign: 0, against: null, isApart: false, isTurned: false }
  // "Ændringen på 1 point": which way it went is not said.
  if (by !== null && quantity.unit !== null && quantity.unit !== 'percent' && words.before(tokens, by.from, 'changed'))
    return { sign: 0, against: null, isApart: false, isTurned: false }
  const isContinued = spoken.isTold && by !== null && quantity.unit !== null && words.find(tokens, clause.from, 'continuing') !== null
  if (!told && isContinued && by.from <= clause.from + 1 && !isCountUnit(quantity))
    return { sign: 0, against: null, isApart: false, isTurned: false }
  const over = mentions.directions.findLast(
    ({ from, to, target }) => from >= clause.from && to <= start && target.direction !== 'unchanged',
  )
  // "er steget fra 80 til 84, dvs. med 4 point", "er faldet lidt, nemlig med ét point"
  const isAdded =
    by !== null &&
    tokens[by.from]?.key !== 'paa' &&
    quantity.unit !== null &&
    !isCountUnit(quantity) &&
    (over !== undefined || quantities.some(({ at }) => at < quantity.at))
  const lead = by === null ? 0 : tokens[by.from - 1]?.text === '.' ? by.from - 2 : by.from - 1
  const isExplained = words.find(tokens, lead, 'continuing') !== null || (by !== null && words.before(tokens, by.from, 'put') !== null)
  if (isAdded && (tokens[lead]?.text === ',' || isExplained)) {
    return { sign: over ? (over.target.direction === 'rise' ? 1 : -1) : 0, against: null, isApart: false, isTurned: false }
  }
  const isWithOnly = by !== null && tokens[by.from]?.key !== 'paa'
  const isFar = (at: number) => view.groups.some(({ from }) => from >= at && from < start) || !isOwn(at)
  // "er faldet, faktisk med hele fire point"
  const isApart = told !== undefined && (isFar(told.to) || cuesIn(view, 'is', 'was').some(({ from }) => from >= told.to && from < start))
  if (told && isWithOnly && isOfPoints && !isFree(told.to) && !isApart)
    return {
      sign: told.target.direction === 'rise' ? 1 : -1,
      against: null,
      isApart: false,
      isTurned: false,
      words: [told.from, quantity.to],
    }
  // "er gået frem med 4 point"
  // "er gået tilbage, men kun med to point"
  const ahead = isWithOnly && isOfPoints ? cuesIn(view, 'up', 'down').findLast(({ to }) => to <= by.from && !isFar(to)) : undefined
  const particle = isWithOnly ? (mentions.cueBefore(by.from, 'up', 'down') ?? ahead ?? null) : null
  const motion = particle && cuesIn(view, 'moves', 'motion').find(({ to }) => to <= particle.from && particle.from - to <= 1)
  // "Interne tilbud: ned med 8 point"
  const isVerbless = cuesIn(view, 'is', 'was', 'moves', 'motion').length === 0 && quantity.unit !== null && !isCountUnit(quantity)
  if (!told && particle && (motion || isVerbless))
    return {
      ...{ sign: particle.target === 'up' ? 1 : -1, against: null, isApart: false, isTurned: false },
      words: [motion?.from ?? particle.from, quantity.to],
    }
  if (!told || !isFree(told.to)) return null
  // "plus/minus 2", "i 2022-23 minus 3": it is no change that is told.
  const isSign = told.target.isOfPoints === true && told.target.form === 'noun'
  const isLed =
    /^[(,:]$/.test(tokens[told.from - 1]?.text ?? '(') || mentions.cueBefore(told.from, 'by', 'is', 'was', 'to', 'article') !== null
  if (isSign && !isLed) return null
  if (told.target.isOfPoints && quantity.unit !== 'point' && quantity.unit !== 'indexPoint') return null
  const sign = told.target.direction === 'rise' ? 1 : -1
  const put: Size = { sign, against: null, isApart: false, isTurned: false, words: [told.from, quantity.to] }
  const isBare = by !== null && told.target.form === 'participle' && !cuesIn(view, 'is', 'was').some(({ to }) => to <= told.from)
  const isNoun = told.target.form === 'noun' || isBare
  const isNext = told.to === start || (by !== null && told.to === by.from)
  if (isNext && (by !== null ? isNoun || tokens[by.from]?.key !== 'paa' : quantity.unit !== null || isNoun)) return put
  if (by !== null && isNoun) {
    const isLevelNoun = mentions.cueBefore(by.from, 'index') !== null || tokens[by.from - 1]?.key === 'niveau'
    return isLevelNoun ? null : put
  }
  const isWith = by !== null && tokens[by.from]?.key !== 'paa' && told.target.form !== 'comparative'
  if (isWith) return put
  // "Faldet på de interne tilbud er 8": whose verb is the noun's
  const isSubject =
    cuesIn(view, 'is', 'was').some(({ from, to }) => from >= told.to && to <= start) &&
    told.from <= clause.from + 2 &&
    isNounLike(told, view)
  return isSubject && (quantity.unit !== null || by !== null) ? put : null
}

function isNounLike({ from, target }: View['mentions']['directions'][number], { mentions, clause }: View): boolean {
  return (
    target.form === 'noun' ||
    (from === clause.from &&
      target.form === 'participle' &&
      !cuesIn({ mentions, clause, periods: [] } as unknown as View, 'is', 'was').some((cue) => cue.to <= from))
  )
}

function isBracketed({ view }: Frame, { from }: Quantity): boolean {
  const { tokens } = view
  const opened = range(Math.max(0, from - 6), from).findLast((at) => /^[()]$/.test(tokens[at]?.text ?? ''))
  return opened !== undefined && tokens[opened]?.text === '('
}

/** "84 (80)": behind a level the one before; behind a name its level. */
function bracketRole({ view, quantities }: Frame, index: number): Role {
  const quantity = quantities[index] as Quantity
  const before = quantities[index - 1]
  const { tokens } = view
  const opened = range(Math.max(0, quantity.from - 6), quantity.from).findLast((at) => tokens[at]?.text === '(') ?? quantity.from
  const isBehindNumber = before !== undefined && before.to >= opened - 0 && before.to <= opened
  return isBehindNumber && quantity.unit !== 'answer' && quantity.unit !== 'person' && tokens[quantity.at - 1]?.text !== '='
    ? 'then'
    : 'level'
}

function sizeOf(frame: Frame, quantity: Quantity, metric: MetricId, size: Size, spoken: Spoken): Fate {
  const { view } = frame
  const named = namedIn(view)
  const { against } = size
  const times = timesIn(frame)
  if (size.isApart) return apartOf(frame, metric, quantity, spoken, size.end)
  if (against !== null) {
    const time = times.find(({ from }) => from >= against && from - against <= 4)
    const other = named.find(({ from }) => from >= against && from - against <= 4)
    const isOfTime = time && (!other || time.from < other.from || other.isWord)
    if (!isOfTime && other) {
      // "8 point over de interne og 2 point under de eksterne": of whom it was before.
      const groups = view.groups.filter((each) => each.from === other.from || !isHeldAgainst(each, view.mentions))
      const whose = whoseIs({ ...frame, view: { ...view, groups } }, { ...quantity, to: quantity.at }, spoken)
      const subject = typeof whose === 'string' ? subjectBehind(frame, other) : whose.refs.length === 1 ? (whose.refs[0] as Ref) : null
      if (!subject || isSameRef(subject, other.target)) return open('segment')
      const period = periodFor(frame, quantity, 'level', { ...spoken, time: null })
      if (!frame.setting.survey.periods.some(({ id }) => id === period)) return open(period as NotCheckedReason)
      return { is: 'difference', metric, ref: subject, than: other.target, period, sign: size.sign }
    }
    if (!isOfTime && frame.quantities.length === 1) return open('sense')
    if (!isOfTime && !spoken.isTold) return open('sense')
  }
  const whose = whoseIs(frame, quantity, spoken)
  if (typeof whose === 'string' || whose.refs.length !== 1) return open(typeof whose === 'string' ? whose : 'segment')
  const isBare = against === null && times.length === 0 && named.length === 0 && frame.quantities.length === 1
  if (isBare && !spoken.isTold && size.against === null && view.mentions.directions.length === 0) return open('sense')
  const span = spanFor(frame)
  if (typeof span === 'string') return open(span)
  const ref = whose.refs[0] as Ref
  const isOfThen = times.some(({ target, isCompared }) => target === span.previous && !isCompared)
  // "var i 2022-23 fire point lavere end i 2023-24"
  const isThanNow = against !== null && times.some(({ target, from }) => target === span.current && from >= against)
  const isTurned = isOfThen && (size.isTurned || isThanNow)
  if (size.isTurned && !isTurned) return open('period')
  const sign = isTurned ? ((-size.sign || 0) as -1 | 0 | 1) : size.sign
  if (sign === 0) return { is: 'moved', metric, ref, ...span }
  return { is: 'change', metric, ref, ...span, sign, words: size.words ?? [quantity.from, quantity.to] }
}

/** "10 point højere end de interne ligger de eksterne" */
function subjectBehind({ view }: Frame, other: Named): Ref | null {
  const others = view.groups.filter(({ from }) => from > other.from)
  return others.length === 1 ? (others[0]?.target ?? null) : null
}

/** "Forskellen mellem A og B er 10", "mellem de to år": so far two lie apart, whichever is above. */
function apartOf(frame: Frame, metric: MetricId, quantity: Quantity, spoken: Spoken, end: Size['end'] = undefined): Fate {
  const { view, setting } = frame
  const { groups } = view
  const period = periodFor(frame, quantity, end ?? 'level', spoken)
  const isPeriod = setting.survey.periods.some(({ id }) => id === period)
  const [first, second, ...others] = groups
  const isOfTimes = range(view.clause.from, view.clause.to).some((at) => frame.words.find(view.tokens, at, 'bothTimes') !== null)
  if (isOfTimes && end === undefined && !second && view.periods.length === 0) {
    const whose = whoseIs(frame, quantity, spoken)
    const { previous, period: current } = setting
    const isOne = typeof whose !== 'string' && whose.refs.length === 1
    return isOne && previous !== null ? { is: 'moved', metric, ref: whose.refs[0] as Ref, previous, current } : open('sense')
  }
  if (first && second && others.length === 0 && isPeriod && !isSameRef(first.target, second.target)) {
    return { is: 'difference', metric, ref: first.target, than: second.target, period, sign: 0 }
  }
  // "I 2022-23 var forspringet på fire point": between the only two who have been named.
  const isGap = cuesIn(view, 'gap').length > 0 && cuesIn(view, 'highest', 'lowest').length + view.wholes.length === 0
  if (isGap && !first && spoken.pair && isPeriod) {
    const [ref, than] = spoken.pair
    return { is: 'difference', metric, ref, than, period, sign: 0 }
  }
  if (cuesIn(view, 'highest').length > 0 && cuesIn(view, 'lowest').length > 0 && isPeriod) {
    const members = membersIn(frame)
    return members ? { is: 'spread', metric, members, period } : open('segment')
  }
  return open('sense')
}

// ── of how many ──

/** The parts a plural word, or nobody's name, means: every set it can be; null where somebody else is told of. */
function membersIn({ view, setting }: Frame): Ref[][] | null {
  const { groups, tokens } = view
  const [only, ...others] = groups
  if (only && others.length === 0) {
    const [set] = partsOf(only.target.segment, setting)
    return set ? [set] : null
  }
  if (only) return null
  const [noun] = cuesIn(view, 'groups')
  const sets = noun ? setsCalled(tokens[noun.from], setting) : groupSets(setting)
  return sets.length > 0 ? sets : null
}

/** "Alle målgrupper ligger over 80", "ingen ligger under 80". */
function boundOf(frame: Frame, index: number, spoken: Spoken): Fate | null {
  const { view, quantities, setting, words } = frame
  const quantity = quantities[index] as Quantity
  const [many] = cuesIn(view, 'all', 'none', 'both', 'most', 'several', 'some', 'half')
  const isEach = many && words.find(view.tokens, many.from, 'each') !== null && view.groups.length > 1
  const isOfMany = many && many.from < quantity.at && (cuesIn(view, 'groups').length > 0 || many.target === 'none')
  // "på tværs af alle tilbud" names all together.
  const isName = many && view.wholes.some(({ from, to }) => from <= many.from && many.from < to)
  if (!many || isEach || !isOfMany || isName) return null
  const side = view.mentions.cueBefore(quantity.at, 'above', 'below') ?? view.mentions.cueBefore(quantity.from, 'above', 'below')
  const members = membersIn(frame)
  const metric = metricOf(frame, quantity, spoken)
  const period = periodFor(frame, quantity, 'level', spoken)
  const isMoved = view.mentions.directions.some(({ from, to }) => from >= view.clause.from && to <= view.clause.to)
  if (isMoved || cuesIn(view, 'moves', 'motion').length > 0 || degreeBehind(frame, quantity)) return open('sense')
  const told = side?.target ?? (quantity.hedge === 'atLeast' ? 'above' : quantity.hedge === 'atMost' ? 'below' : null)
  const isKnown =
    told &&
    members &&
    metric &&
    isPlausible(frame, quantity, metric, 'level') &&
    quantities.length === 1 &&
    setting.survey.periods.some(({ id }) => id === period)
  if (!isKnown || (many.target !== 'all' && many.target !== 'none')) return open('sense')
  const isAbove = (told === 'above') === (many.target === 'all')
  return { is: 'bound', metric, members, period, told: isAbove ? 'above' : 'below' }
}

/**
 * "A og B har tilsammen 994 svar", "de fem målgrupper gav i alt 1.968 svar", "lægger man A og B sammen, får man …": how
 * many answers several have given together.
 */
function sumOf(frame: Frame, index: number, spoken: Spoken): Fate | null {
  const { view, quantities, setting, words } = frame
  const { tokens, clause } = view
  const quantity = quantities[index] as Quantity
  const isOfPoints = quantity.unit !== null && !isCountUnit(quantity)
  const said = range(0, clause.to).find((at) => words.find(tokens, at, 'sums') !== null)
  const added = range(0, quantity.from).find((at) => words.find(tokens, at, 'adding') !== null)
  const isAdded = added !== undefined && range(added, quantity.from).some((at) => words.find(tokens, at, 'together') !== null)
  const isOfName = ({ from, to }: { from: number; to: number }) => view.groups.some((group) => group.from <= from && to <= group.to)
  const [noun] = cuesIn(view, 'groups').filter((cue) => !isOfName(cue))
  const isTotal = noun !== undefined && view.wholes.some(({ from, to }) => from >= noun.to && to <= quantity.from)
  if (isOfPoints || quantity.sign !== 0 || !(said !== undefined || isAdded || isTotal)) return null
  // "AC har 485 og de sygemeldte 509 svar, tilsammen 994": only what stands behind the word is the sum.
  const isBehind = said !== undefined && said < quantity.from && quantities.every((other) => other === quantity || other.at < said)
  const isFront = said !== undefined && said >= quantity.to && quantities.length === 1
  if (!isBehind && !isFront && !isAdded && !(isTotal && quantities.length === 1)) return null
  const metric = metricOf(frame, quantity, spoken)
  const isBig = quantity.value.numerator > 100n * quantity.value.denominator
  if (metric !== 'base' && !(isBig && quantity.unit === null && quantity.decimals === 0)) return null
  // "flere end alle interne tilbud tilsammen": than one who is compared, all of it.
  const isCompared = said !== undefined && view.groups.length > 1 && !areCoordinated(view.groups, view)
  const members = isCompared ? null : addendsOf(frame, quantity, noun !== undefined)
  const period = periodFor(frame, quantity, 'level', spoken)
  if (!members || quantity.hedge || cuesIn(view, 'not', 'besides', 'except').length > 0) return open('segment')
  if (!setting.survey.periods.some(({ id }) => id === period)) return open('period')
  return { is: 'sum', metric: 'base', members, period }
}

/**
 * Those whose numbers are added: whom a plural word means, else all who are named before; null where one holds another.
 */
function addendsOf(frame: Frame, { from }: Quantity, isOfNoun: boolean): Ref[][] | null {
  const { view, setting } = frame
  if (isOfNoun) {
    // "De to grupper": those who were spoken of, where no parts are called so.
    const own = membersIn(frame)
    const [noun] = cuesIn(view, 'groups')
    const word = view.tokens[(noun?.from ?? 0) - 1]
    const count = word && (setting.lexicon.numbers.get(word.key) ?? (word.kind === 'number' ? Number(word.text) : undefined))
    const sets = own?.filter((set) => count === undefined || set.length === count) ?? []
    return sets.length > 0 && own !== groupSets(setting) ? sets : null
  }
  const { segments, providers } = view.mentions
  const named = segments.filter((each) => each.from < from)
  const behind = segments.filter((each) => each.from > from)
  const refs = distinctRefs((named.length > 1 ? named : behind).map(({ target }): Ref => ({ segment: target, provider: null })))
  const isNested = refs.some((ref) =>
    partsOf(ref.segment, setting).some((set) => set.some((part) => refs.some((other) => isSameRef(other, part)))),
  )
  return refs.length > 1 && !isNested && providers.length === 0 && (named.length === 0 || behind.length === 0) ? [refs] : null
}

function distinctRefs(refs: readonly Ref[]): Ref[] {
  return refs.filter((ref, at) => refs.findIndex((other) => isSameRef(other, ref)) === at)
}

/** "Den laveste score er 74": of whoever has it, and of nobody who has been spoken of. */
function outermostOf(frame: Frame, index: number, spoken: Spoken): Fate | null {
  const { view, quantities, setting } = frame
  const quantity = quantities[index] as Quantity
  const [rank, ...others] = cuesIn(view, 'highest', 'lowest')
  // "74 er det laveste indekstal": of which there is one, whosever it is.
  const isNamed = rank && view.mentions.cue(rank.to, 'index', 'level', 'mean') !== null
  if (!rank || (rank.from > quantity.at && !isNamed) || view.groups.length > 0 || quantity.unit === 'percent') return null
  if (others.length > 0 || quantities.length > 1 || quantity.hedge || cuesIn(view, 'throughout', 'own', 'than', 'difference').length > 0)
    return open('segment')
  const role = roleOf(frame, index, spoken)
  const members = membersIn(frame)
  const metric = metricOf(frame, quantity, { ...spoken, metric: frame.main })
  const period = periodFor(frame, quantity, 'level', spoken)
  const isKnown = role === 'level' && members && metric && isPlausible(frame, quantity, metric, 'level')
  if (!isKnown || !setting.survey.periods.some(({ id }) => id === period)) return open('segment')
  return { is: 'end', metric, members, period, told: rank.target as 'highest' | 'lowest' }
}

/** "spænder fra 81 til 89", "ligger mellem 81 og 89": the lowest and the highest of several. */
function endsOfSpread(frame: Frame, spoken: Spoken): Map<number, Fate> | null {
  const { view, quantities, words } = frame
  const { tokens, clause } = view
  const cue = range(clause.from, clause.to).findLast(
    (at) => words.find(tokens, at, 'spread') !== null && quantities.some((each) => each.at > at),
  )
  if (cue === undefined) return null
  const own = quantities.map((quantity, index) => ({ quantity, index })).filter(({ quantity }) => quantity.at > cue)
  const apart = range(clause.from, clause.to).some((at) => words.find(tokens, at, 'apart') !== null)
  if (apart) return null
  const result = new Map(own.map(({ index }): [number, Fate] => [index, open('sense')]))
  const [low, high, ...more] = own
  if (!low || !high || more.length > 0) return result
  const members = membersIn(frame)
  const metric = metricOf(frame, low.quantity, spoken) ?? metricOf(frame, high.quantity, spoken)
  const period = periodFor(frame, high.quantity, 'level', spoken)
  if (!members || metric === null || !frame.setting.survey.periods.some(({ id }) => id === period)) return result
  // "mellem de 7 leverandører": so few points are no result.
  const isSmall = ({ quantity: { value } }: typeof low) => metric === 'indexScore' && compare(value, exact(leastLevel)) < 0
  if (isSmall(low) || isSmall(high)) return result
  result.set(low.index, { is: 'end', metric, members, period, told: 'lowest' })
  result.set(high.index, { is: 'end', metric, members, period, told: 'highest' })
  return result
}

// ── in per cent ──

/** "Antallet af svar er faldet med 39 pct.": of what it was. */
function growthOf(frame: Frame, quantity: Quantity, role: Role | Size, spoken: Spoken): Fate {
  if (typeof role !== 'object' || role.sign === 0 || role.isTurned || role.isApart) return open('metric')
  const metric = metricOf(frame, { ...quantity, unit: null }, spoken)
  if (metric !== 'base') return open('metric')
  const whose = whoseIs(frame, quantity, spoken)
  const span = spanFor(frame)
  if (typeof whose === 'string' || whose.refs.length !== 1) return open('segment')
  if (typeof span === 'string') return open(span)
  return { is: 'growth', metric, ref: whose.refs[0] as Ref, ...span, sign: role.sign }
}

/** "21 pct. af svarene kommer fra de interne", "465 af de 2.220 svar, svarende til 20,9 pct." */
function portionOf(frame: Frame, index: number, spoken: Spoken): Fate | null {
  const { view, words, quantities, setting } = frame
  const { tokens, mentions, clause } = view
  const quantity = quantities[index] as Quantity
  const makesUp = range(clause.from, clause.to).flatMap((at) => words.find(tokens, at, 'makesUp') ?? [])[0]
  const root: Ref = { segment: setting.survey.segments.id, provider: null }
  const [group, ...others] = view.groups
  const isOfAnswers =
    cuesIn(view, 'answers', 'answer').length > 0 ||
    /svar|besvarelse|answer|response/.test(
      tokens
        .slice(clause.from, clause.to)
        .map(({ key }) => key)
        .join(' '),
    )
  const linkOf = ({ to }: Quantity) => mentions.cue(to, 'outOf')
  const next = quantities[index + 1]
  const before = quantities[index - 1]
  const isWholeOf = (part: Quantity | undefined) => part !== undefined && linkOf(part) !== null && quantity.at - part.to <= 6
  if (!isOfAnswers) return next && linkOf(quantity) && next.at - quantity.to <= 6 ? open('sense') : isWholeOf(before) ? open('sense') : null
  if (quantity.unit === 'percent') {
    if (!makesUp || !group || others.length > 0) return spoken.metric === 'base' && makesUp ? open('options') : null
    // "De står for 29 pct. af svarene fra de eksterne": whose whole it is, and not whose part.
    const isWhole = mentions.cueBefore(startOfName(view, { ...group, isWord: false }), 'holder', 'from', 'outOf')
    if (isWhole && group.from > quantity.to && linkOf(quantity) !== null) return open('segment')
    // "29 pct. af svarene hos leverandørerne": of whose, it does not say.
    if (cuesIn(view, 'providers', 'groups').some(({ from }) => from > quantity.to)) return open('segment')
    const period = periodFor(frame, quantity, 'level', spoken)
    return setting.survey.periods.some(({ id }) => id === period)
      ? { is: 'portion', metric: 'base', ref: group.target, of: root, period }
      : open('period')
  }
  const isPart = next !== undefined && linkOf(quantity) !== null && next.at - quantity.to <= 6
  // "De interne tilbud står for 465 af svarene"
  const isOfAll = next === undefined && before === undefined && linkOf(quantity) !== null && quantity.unit === null
  if (isOfAll && makesUp && group && others.length === 0) {
    const period = periodFor(frame, quantity, 'level', spoken)
    return setting.survey.periods.some(({ id }) => id === period)
      ? { is: 'level', metric: 'base', ref: group.target, period }
      : open('period')
  }
  if (!isPart && !isWholeOf(before)) return null
  if (!makesUp || !group || others.length > 0) return open('sense')
  const period = periodFor(frame, quantity, 'level', spoken)
  if (!setting.survey.periods.some(({ id }) => id === period)) return open('period')
  return { is: 'level', metric: 'base', ref: isPart ? group.target : root, period }
}
