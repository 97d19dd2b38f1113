/**
 * Clauses → what they tell. Each direction, comparison, rank and number of a clause is filled into one form; what is
 * left over, or could go to two places, is not read. Where words leave open who, what or when is meant, every way is
 * told, and the figures decide whether that matters.
 */
import type { NotReadReason, Ranked, Told } from '../claim.js'
import type { ToldDirection } from '../locale/statement-words.js'
import {
  type Comparison,
  comparisonsOf,
  exceptedIn,
  type Ordered,
  type Quantity,
  quantifierOf,
  type Standard,
  setsOf,
  turnedIf,
} from './statement-comparisons.js'
import { type Mentions, range } from './statement-mentions.js'
import { misnamings, type Reading, roleOf } from './statement-naming.js'
import { idOfKey, isCount, isSameKey, type Key, type Level, type SlotFigure } from './statement-slots.js'
import {
  areCoordinated,
  cuesIn,
  everybody,
  groupSets,
  isSameRef,
  isWithin,
  itemsNamed,
  levelPeriods,
  type Measure,
  measuresNamed,
  partsOf,
  periodsBefore,
  providerSets,
  type Ref,
  type Span,
  type StatementSetting,
  spansOf,
  type Topic,
  type View,
} from './statement-subjects.js'

/** A direction that a clause tells. */
export type Tells = { from: number; to: number; direction: ToldDirection; form: string; isNegated: boolean }

/**
 * `isCompared`: the clause before compares with others. `isUnclear`: it has words that nobody knows. `isTold`: it
 * tells something.
 */
export type ClauseContext = { topic: Topic; isPossible: boolean; isCompared: boolean; isUnclear: boolean; isTold: boolean }

/** All that a clause tells. */
export function readingsOf(view: View, context: ClauseContext, setting: StatementSetting): Reading[] {
  const read = toldBy(view, context, setting)
  const missed = read.length === 0 ? [...ellipses(view, context), ...portions(view, context), ...ofOthers(view, context, setting)] : []
  const known = [...read, ...missed]
  // What was not read at all is listed once.
  if (known.some(({ readings }) => readings.length === 0)) return known
  return [...known, ...[...strangers(view, setting), ...ofEvidence(view), ...(known.length > 0 ? [] : besideOthers(view))].slice(0, 1)]
}

/** "Faldet kan være tilfældigt", "STU er ikke målt": how results came to be is in no form, and is never passed over. */
function ofEvidence(view: View): Reading[] {
  return cuesIn(view, 'evidence')
    .slice(0, 1)
    .map((cue) => notRead(cue, 'evidence'))
}

/** "Kun STU …", "STU klarer sig godt i forhold til de øvrige": some are set against others, in no form that is read. */
function besideOthers(view: View): Reading[] {
  const { groups, wholes } = view
  const named = [...groups, ...wholes]
  const isNext = (a: { to: number }, b: { from: number }) => b.from >= a.to && b.from - a.to <= 1
  const only = cuesIn(view, 'only').find((cue) => groups.some((group) => isNext(cue, group) || isNext(group, cue)))
  const others = [...named, ...cuesIn(view, 'others')]
  const against = cuesIn(view, 'against').find((cue) => named.some(({ to }) => to <= cue.from) && others.some((each) => isNext(cue, each)))
  return [only, against].flatMap((cue) => (cue ? [notRead(cue, 'several')] : [])).slice(0, 1)
}

/** "Hver tredje er utilfreds": a share of those who answered, told in words. */
function portions(view: View, { isPossible: isWithin }: ClauseContext): Reading[] {
  const [portion] = cuesIn(view, 'portion', 'all', 'none', 'most', 'half', 'some')
  const [content] = cuesIn(view, 'content')
  return portion && content && view.slots.length === 0 && !isWithin ? [notRead({ from: portion.from, to: portion.to }, 'words')] : []
}

/** A number of others than the heading names, where nothing else says whose it is. */
function ofOthers({ slots, groups, wholes }: View, { topic }: ClauseContext, setting: StatementSetting): Reading[] {
  const { heading, refs } = topic
  if (!heading || refs || groups.length + wholes.length > 0) return []
  const isHeaded = ({ segment, provider }: Ref) =>
    heading.some((ref) =>
      provider === null ? isWithin(segment, ref.segment, setting) : ref.provider === provider || ref.provider === null,
    )
  return slots
    .filter(({ figure }) => 'key' in figure && !isCount(figure.key) && figure.key.metric !== 'responseRate' && !isHeaded(figure.key))
    .slice(0, 1)
    .map(({ at }) => notRead({ from: at, to: at + 1 }, 'subject'))
}

/** "De unge er gået frem, og det er de voksne også", "Det samme gælder STU": what is said again without its words. */
function ellipses(view: View, { isTold, isPossible: isWithin }: ClauseContext): Reading[] {
  const { mentions, clause, slots, groups, wholes } = view
  const [name] = [...groups, ...wholes]
  if (!name || slots.length > 0 || isWithin) return []
  const [likewise] = cuesIn(view, 'likewise')
  if (likewise) return [notRead(likewise, 'several')]
  const isPlain = !mentions.unknown.some((at) => at >= clause.from && at < clause.to)
  const [verb] = cuesIn(view, 'is', 'was')
  return isTold && isPlain && verb ? [notRead(verb, 'several')] : []
}

function toldBy(view: View, context: ClauseContext, setting: StatementSetting): Reading[] {
  const comparisons = comparisonsOf(view, setting)
  const tells = directionsOf(view, comparisons)
  const ranks = ranksOf(view)
  const numbers = view.slots.filter(({ figure }) => figure.kind !== 'typed')
  const told = [...tells, ...comparisons.filter((each): each is Ordered => each.kind === 'order'), ...ranks]
  if (told.length === 0 && numbers.length === 0) return ofNobody(view, context, setting)
  if (isPossible(view, context, told)) {
    const first = told[0] ?? { from: numbers[0]?.at ?? view.clause.from, to: (numbers[0]?.at ?? view.clause.from) + 1 }
    return tells.some(({ form }) => form !== 'possible') || numbers.length > 0 || told.length > tells.length
      ? [notRead(first, 'irrealis')]
      : []
  }
  const real = tells.filter(({ form }) => form !== 'possible')
  const named = misnamings(view, setting)
  if (named.some(({ readings }) => readings.length > 0)) return named
  const orders = comparisons.filter((each): each is Ordered => each.kind === 'order')
  const [besides] = cuesIn(view, 'besides')
  const isCounted = cuesIn(view, 'except').some(({ to }) => setting.lexicon.numbers.has(view.tokens[to]?.key ?? ''))
  if (told[0] && (besides || isCounted)) return [...named, notRead(told[0], 'several')]
  const leadIn = ofLeadIn(view, ranks, context, setting)
  if (leadIn.length > 0) return leadIn
  const quantity = quantifierOf(view, setting)
  const read = [
    ...ranks.flatMap((rank) => ofRank(view, rank, real, context, setting)),
    ...(ranks.length > 0 ? [] : orders.flatMap((order) => ofOrder(view, order, quantity, context, setting))),
    ...(ranks.length > 0 ? [] : ofDirections(view, real, quantity, context, setting)),
  ]
  return [...named, ...(read.length > 0 || ranks.length > 0 ? read : ofLevels(view, setting))]
}

function notRead({ from, to }: { from: number; to: number }, reason: NotReadReason): Reading {
  return { from, to, form: null, readings: [], leftOver: reason }
}

/** It tells what may be, what is wanted, or what somebody says. */
function isPossible(view: View, { isPossible: isWithin }: ClauseContext, told: readonly { from: number; told?: string }[]): boolean {
  if (isWithin) return true
  const last = Math.max(...told.map(({ from }) => from), ...view.slots.map(({ at }) => at))
  // "Målet om 40 er nået" tells of the target what is so.
  const isReached = told.some((each) => each.told === 'reached')
  const goals = isReached ? cuesIn(view, 'target').map(({ from }) => from) : []
  return cuesIn(view, 'irrealis', 'condition').some(({ from }) => from < last && !goals.includes(from))
}

// ── words that nobody knows ──

/**
 * Beside a number, and beside a group in a sentence with one, a word that is in no list may tell anything; unless it
 * can only be a noun, behind a preposition or an article. What compares in no form that is read is never passed over.
 */
function strangers(view: View, setting: StatementSetting): Reading[] {
  const { tokens, clause, slots, groups, wholes, mentions } = view
  const isOfNumbers = slots.some(({ figure }) => figure.kind !== 'typed')
  const isBeside = tokens.some(({ slot }) => slot && slot.kind !== 'typed') && groups.length + wholes.length > 0
  const isOfResults = isOfNumbers || groups.length + wholes.length > 0 || cuesIn(view, 'groups', 'level', 'index', 'mean').length > 0
  const isOfDifference = isOfResults && cuesIn(view, 'difference').length > 0
  const [compares] = [...(isOfResults ? cuesIn(view, 'compares') : []), ...(isOfDifference ? cuesIn(view, 'higher', 'lower') : [])]
  if (compares) return [notRead(compares, 'words')]
  if (!isOfNumbers && !isBeside) return []
  const isTime = (at: number) => view.periods.some(({ from, to }) => from <= at && at < to)
  const unknown = new Set(mentions.unknown)
  const isOpen = (at: number) => !isTime(at) && !isNominal(view, at, unknown, setting) && !isCause(view, at)
  const lastName = Math.max(...[...groups, ...wholes].map(({ from }) => from))
  const at = mentions.unknown.find((each) => each >= clause.from && each < clause.to && (isOfNumbers || each < lastName) && isOpen(each))
  return at === undefined ? [] : [notRead({ from: at, to: at + 1 }, 'words')]
}

/** So many words back a preposition may stand. */
const nominalReach = 4

/** "efter omlægningen", "i den nye indsats"; but not "er i modvind". */
function isNominal(view: View, at: number, unknown: ReadonlySet<number>, setting: StatementSetting, reach = nominalReach): boolean {
  const { mentions, tokens, clause } = view
  const isVerbal = setting.locale.statementWords.verbal.test(tokens[at]?.key ?? '')
  if (at <= clause.from || reach === 0) return false
  const before = unknown.has(at - 1) ? at - 1 : mentions.cueBefore(at, 'and') !== null && unknown.has(at - 2) ? at - 2 : null
  if (before !== null) return !isVerbal && isNominal(view, before, unknown, setting, reach - 1)
  const article = mentions.cueBefore(at, 'article')
  const start = article?.from ?? at
  const holder = mentions.cueBefore(start, 'holder', 'against', 'cause')
  const isPredicate = holder !== null && mentions.cueBefore(holder.from, 'is', 'was') !== null
  return (article !== null || holder !== null) && !isPredicate && start > clause.from
}

/** What gives a reason goes on to the next verb that is known. */
function isCause(view: View, at: number): boolean {
  const cause = cuesIn(view, 'cause').findLast(({ to }) => to <= at)
  return cause !== undefined && !cuesIn(view, 'is', 'was', 'moves', 'motion').some(({ from }) => from >= cause.to && from < at)
}

// ── directions ──

const particleReach = 8

/** Words of direction, verbs of motion with their particles ("går … frem"), comparatives with an earlier time. */
function directionsOf(view: View, comparisons: readonly Comparison[]): Tells[] {
  const { mentions, clause } = view
  const isWithin = ({ from, to }: { from: number; to: number }) => from >= clause.from && to <= clause.to
  const taken = comparisons.map(({ from }) => from)
  const words = mentions.directions
    .filter((mention) => isWithin(mention) && !taken.includes(mention.from) && !isOfSomethingElse(view, mention.to, mention.target.form))
    .map(({ from, to, target }) => ({
      from,
      to,
      direction: turnedIf(target.form === 'comparative' && isOfThen(view), target.direction),
      form: isAfterIntent(view, from, target.form) ? 'possible' : target.form,
    }))
  const isTold = (at: number) => words.some(({ from, to }) => from <= at && at < to)
  const moved = cuesIn(view, 'up', 'down').flatMap(({ from, to, target }) => {
    const verb = cuesIn(view, 'motion').findLast((motion) => motion.to <= from && from - motion.to < particleReach)
    const isSaid =
      range(from - particleReach, from).some(isTold) && words.some((word) => word.from < from && word.from >= (verb?.from ?? 0))
    if (!verb || isSaid || isTold(from)) return []
    return [{ from: verb.from, to, direction: target === 'up' ? ('rise' as const) : ('fall' as const), form: 'participle' }]
  })
  const compared = comparisons.flatMap((each) => (each.kind === 'direction' ? [each] : []))
  const denied = deniedChanges(view, isTold)
  const judged = judgedDevelopments(view, isTold)
  const all = [...words, ...moved, ...compared, ...judged].sort((a, b) => a.from - b.from)
  return [...all.map((tells) => ({ ...tells, isNegated: isNegated(view, tells) })), ...denied]
}

/** "Året før var tilfredsheden lavere": than now. */
function isOfThen(view: View): boolean {
  const { mentions } = view
  const then = cuesIn(view, 'before').filter(
    ({ from }) => mentions.cueBefore(from, 'since') === null && mentions.cueBefore(from - 1, 'since') === null,
  )
  return then.length > 0 && cuesIn(view, 'was').length > 0 && cuesIn(view, 'than').length === 0 && view.slots.length === 0
}

/** "Udviklingen for STU er negativ". */
function judgedDevelopments(view: View, isTold: (at: number) => boolean): Omit<Tells, 'isNegated'>[] {
  const [development] = cuesIn(view, 'difference')
  return cuesIn(view, 'good', 'bad')
    .filter(({ from }) => development && development.to <= from && !isTold(from))
    .map(({ from, to, target }) => ({ from, to, direction: target === 'good' ? 'rise' : 'fall', form: 'participle' }))
}

/** "ikke … nogen ændring" tells that nothing has changed. */
function deniedChanges(view: View, isTold: (at: number) => boolean): Tells[] {
  const [not] = cuesIn(view, 'not', 'none')
  return cuesIn(view, 'anyChange')
    .filter(({ from }) => not && not.to <= from && !isTold(from))
    .map(({ from, to }) => ({ from, to, direction: 'unchanged', form: 'state', isNegated: false }))
}

/** "skal øges" is an infinitive. */
function isAfterIntent(view: View, at: number, form: string): boolean {
  return form === 'passive' && cuesIn(view, 'irrealis').some(({ from }) => from < at)
}

/** "øget fokus": before a word nobody knows, and no verb before it, it tells of that. */
function isOfSomethingElse({ mentions, clause, slots }: View, to: number, form: string): boolean {
  if (!['participle', 'presentParticiple', 'comparative', 'state'].includes(form)) return false
  if (form === 'presentParticiple' && mentions.cue(to, 'irrealis') !== null) return true
  if (!mentions.unknown.includes(to) || slots.length > 0) return false
  return form === 'comparative' || !mentions.cues('is', 'was').some(({ from }) => from >= clause.from && from < to)
}

/** "ikke steget", and behind a verb "falder ikke". */
function isNegated({ mentions, clause }: View, { from: at, to, form }: Omit<Tells, 'isNegated'>): boolean {
  const isBehind = isFiniteVerb(form) && mentions.cue(to, 'not') !== null && to < clause.to
  return isBehind || mentions.cues('not', 'neither').some(({ from }) => from >= clause.from && from < at)
}

function isFiniteVerb(form: string): boolean {
  return form === 'present' || form === 'past'
}

function ofDirections(
  view: View,
  tells: readonly Tells[],
  quantity: Quantity | null,
  context: ClauseContext,
  setting: StatementSetting,
): Reading[] {
  const [first, ...others] = tells
  if (!first) return []
  const stray = negationBehind(view, tells.at(-1) ?? first)
  const isNeither = cuesIn(view, 'neither').some(({ from }) => from < first.from)
  const kinds = new Set(tells.map(({ direction }) => direction))
  if (isNeither && kinds.size > 1) {
    return [tellsReading({ ...first, direction: 'unchanged', isNegated: false }, view, quantity, context, setting, stray)]
  }
  if (kinds.size > 1 && !tells.every(({ direction, isNegated: not }) => direction === first.direction || not)) {
    const [second] = others.filter(({ direction }) => direction !== first.direction)
    return [tellsReading(first, view, quantity, context, setting, 'leftOver'), ...(second ? [notRead(second, 'several')] : [])]
  }
  // "er steget, ligesom STU": as they have, not as they were.
  const likened = tells.find(({ form, to }) => form === 'state' && view.groups.some((group) => group.from === to))
  if (likened === first && context.isTold) return [notRead(first, 'several')]
  if (likened && likened !== first) return [tellsReading(first, view, quantity, context, setting, 'several')]
  const isExcept = cuesIn(view, 'except').length > 0 && !quantity
  const leftOver = stray ?? (isExcept ? 'several' : null)
  return tells.map((each) => tellsReading(each, view, quantity, context, setting, leftOver))
}

/** "de unge er steget, men ikke de voksne": what is denied behind the word is not seen. */
function negationBehind(view: View, { to, form }: Tells): NotReadReason | null {
  return cuesIn(view, 'not').some(({ from }) => from >= to && !(from === to && isFiniteVerb(form))) ? 'negation' : null
}

function tellsReading(
  tells: Tells,
  view: View,
  quantity: Quantity | null,
  context: ClauseContext,
  setting: StatementSetting,
  leftOver: NotReadReason | null,
): Reading {
  const { from, to, form } = tells
  const put = (readings: Told[], left: NotReadReason | null = null): Reading => ({ from, to, form, readings, leftOver: left ?? leftOver })
  if (isOpenComparative(tells, view, context) || isDoneTo(tells, view)) return put([], 'several')
  const contributions = view.slots.filter(({ figure }) => figure.kind === 'contribution')
  if (contributions.length > 0) return ofContribution(tells, view, put)
  if (differencesIn(view).length > 0) return put([], 'leftOver')
  const main = mainSlots(view)
  if (main.length > 0 && !quantity) {
    const found = ofSlots(tells, main, view, setting)
    return typeof found === 'string' ? put([], found) : put(found.map((each) => negated(each, tells)))
  }
  const found = ofWords(tells, view, quantity, context, setting)
  return typeof found === 'string' ? put([], found) : put(found.readings, found.leftOver)
}

/** "STU ligger på 66. Bostøtten ligger lavere": than STU, or than before? */
function isOpenComparative({ form }: Tells, view: View, { topic: { refs }, isCompared }: ClauseContext): boolean {
  const isTimed = view.periods.length + cuesIn(view, 'before', 'now', 'than').length > 0 || view.slots.length > 1
  const isOther = refs?.some((ref) => !view.groups.some(({ target }) => isSameRef(target, ref))) ?? false
  if (form === 'comparative' && isCompared && cuesIn(view, 'than').length === 0) return true
  return form === 'comparative' && !isTimed && isOther && view.groups.length > 0
}

/** "et løft af de interne tilbud" may be of what they are, not of what is thought of them. */
function isDoneTo({ form, to }: Tells, { mentions, groups }: View): boolean {
  const link = form === 'noun' ? mentions.cue(to, 'outOf') : null
  return link !== null && groups.some(({ from }) => from === link.to || from === mentions.cue(link.to, 'article')?.to)
}

function negated(told: Told, { isNegated: isNot }: Pick<Tells, 'isNegated'>): Told {
  return isNot ? { is: 'not', of: told } : told
}

function ofContribution(tells: Tells, view: View, put: (readings: Told[], left?: NotReadReason | null) => Reading): Reading {
  const [only, ...others] = view.slots.filter(({ figure }) => figure.kind === 'contribution')
  if (!only || others.length > 0 || tells.direction === 'unchanged') return put([], 'several')
  return put([negated({ is: 'contribution', figure: only.figure.id, told: tells.direction }, tells)])
}

type KeyedSlot = { at: number; figure: Extract<SlotFigure, { key: Key }> }
type ApartSlot = { at: number; figure: Extract<SlotFigure, { kind: 'difference' }> }

/** The slots a direction can be about: counts beside a result are what it rests on. */
function mainSlots(view: View): KeyedSlot[] {
  const keyed = view.slots.filter((slot): slot is KeyedSlot => 'key' in slot.figure && slot.figure.kind !== 'difference')
  const results = keyed.filter(({ figure }) => !isCount(figure.key))
  if (results.length > 0) return results
  const isAboutCounts =
    cuesIn(view, 'answers', 'invited').length > 0 || keyed.length > 1 || keyed.some(({ figure }) => figure.kind === 'change')
  return isAboutCounts || cuesIn(view, 'level', 'index').length === 0 ? keyed : []
}

/** A direction with numbers: of the change that is printed, or of the change between two that are. */
function ofSlots(tells: Tells, slots: readonly KeyedSlot[], view: View, setting: StatementSetting): Told[] | NotReadReason {
  const compared = slots.filter(({ at }) => roleOf(view, at) === 'against')
  const own = slots.filter((slot) => !compared.includes(slot))
  const first = own[0] ?? slots[0]
  const kept = slots.filter((slot) => !(compared.includes(slot) && first && !isSameKey(slot.figure.key, first.figure.key)))
  const keys = distinctKeys(kept.map(({ figure }) => figure.key))
  const each = keys.map((key) =>
    ofKey(
      tells,
      kept.filter(({ figure }) => isSameKey(figure.key, key)),
      view,
      setting,
    ),
  )
  const reason = each.find((found) => typeof found === 'string')
  if (typeof reason === 'string') return reason
  const told = each as Told[][]
  if (told.length === 1) return told[0] ?? 'several'
  const isAll = areCoordinated(view.groups, view) && view.groups.length === told.length
  return isAll && told.every((readings) => readings.length === 1) ? [{ is: 'all', of: told.flat() }] : told.flat()
}

function ofKey(tells: Tells, slots: readonly KeyedSlot[], view: View, setting: StatementSetting): Told[] | NotReadReason {
  const { survey } = setting
  const key = slots[0]?.figure.key as Key
  const order = survey.periods.map(({ id }) => id)
  const told = ([previous, current]: Span): Told => ({
    is: 'change',
    previous: idOfKey(key, previous, survey),
    current: idOfKey(key, current, survey),
    told: tells.direction,
  })
  const changes = slots.flatMap(({ figure }) => (figure.kind === 'change' ? [figure.periods] : []))
  const levels = slots.flatMap(({ at, figure }) =>
    figure.kind === 'level' ? [{ at, id: figure.id, period: figure.period, role: roleOf(view, at) }] : [],
  )
  const sized = levels.find(({ at }) => isSize(view, tells, at))
  if (sized) return [{ is: 'misnamed', figure: sized.id }]
  const periods = [...new Set(levels.map(({ period }) => period))].sort((a, b) => order.indexOf(a) - order.indexOf(b))
  if (periods.length > 2 || new Set(changes.map((span) => span.join('..'))).size > 1) return 'several'
  const isReversed = isOrderReversed(levels, order)
  if (isReversed) return [{ is: 'misnamed', figure: isReversed }]
  const [change] = changes
  if (change) return [told(change)]
  if (periods.length === 2) return [told([periods[0] as string, periods[1] as string])]
  const [only] = levels
  return only ? ofOneLevel(only, tells.form, view, setting, told) : 'several'
}

function distinctKeys(keys: readonly Key[]): Key[] {
  return keys.filter((key, at) => keys.findIndex((other) => isSameKey(other, key)) === at)
}

type LevelSlot = { id: string; at: number; period: string; role: ReturnType<typeof roleOf> }

/** "fra" the later "til" the earlier: the figure at the wrong end; null where the ends are right. */
function isOrderReversed(levels: readonly LevelSlot[], order: readonly string[]): string | null {
  const [first, last] = levels
  const isLedTo = levels.length === 2 && last?.role === 'to'
  const start = levels.find(({ role }) => role === 'from') ?? levels.find(({ role }) => role === 'against') ?? (isLedTo ? first : undefined)
  const end = levels.find((level) => level !== start && level.role !== 'from' && level.role !== 'against')
  return start && end && order.indexOf(start.period) >= order.indexOf(end.period) ? start.id : null
}

/** "steget med 80", "et fald på 80": a level where its change should be. */
function isSize(view: View, tells: Tells, at: number): boolean {
  const isNext =
    tells.to <= at &&
    range(tells.to, at).every(
      (index) => view.mentions.cue(index, 'by', 'roughly') !== null || view.mentions.cueBefore(index + 1, 'by') !== null,
    )
  const by = view.mentions.cueBefore(at, 'by')
  if (!isNext || !by || roleOf(view, at) === 'to') return false
  const isAfter = view.mentions.cueBefore(tells.from, 'against') !== null || view.mentions.cueBefore(tells.from - 1, 'against') !== null
  return (
    (tells.form === 'noun' || tells.form === 'participle' || tells.form === 'past' || tells.form === 'present') &&
    !isAfter &&
    tells.direction !== 'unchanged'
  )
}

/** "er 79 og er faldet", "faldet fra 79": the other end is the period compared with, or the one that is named. */
function ofOneLevel(
  { period, role }: LevelSlot,
  form: string,
  view: View,
  setting: StatementSetting,
  told: (span: Span) => Told,
): Told[] | NotReadReason {
  const { period: now, survey } = setting
  const order = survey.periods.map(({ id }) => id)
  const named = spansOf({ ...view, periods: view.periods.filter(({ target }) => target !== period) }, setting)
  if (typeof named === 'string') return named
  if (period === now && role !== 'from') return named.every(([, current]) => current === now) ? named.map(told) : 'period'
  const isEarlier = order.indexOf(period) < order.indexOf(now)
  if (role === 'from' || role === 'against' || form === 'comparative') return isEarlier ? [told([period, now])] : 'period'
  const before = periodsBefore(period, setting).map((each): Span => [each, period])
  return [...before, ...(isEarlier ? [[period, now] as const] : [])].map(told)
}

// ── directions without numbers ──

type WordsRead = { readings: Told[]; leftOver: NotReadReason | null }

function ofWords(
  tells: Tells,
  view: View,
  quantity: Quantity | null,
  context: ClauseContext,
  setting: StatementSetting,
): WordsRead | NotReadReason {
  const spans = spansOf(view, setting)
  if (typeof spans === 'string') return spans
  const told = (refs: readonly Ref[], { metric, options, item }: Way, [previous, current]: Span): Told[] =>
    refs.map((ref) => {
      const id = (period: string) => idOfKey({ metric, item, options, ...ref }, period, setting.survey)
      return { is: 'change', previous: id(previous), current: id(current), told: tells.direction }
    })
  const ways = waysOf(view, context.topic, setting)
  const unknown = unknownWords(view)
  if (quantity) {
    const sets = setsOf(quantity, view, setting)
    if (sets.length === 0) return 'subject'
    const readings = ways.flatMap((way) =>
      spans.flatMap((span) =>
        sets.flatMap((set) => {
          const excepted = exceptedIn(view)
          const without = set.filter((member) => !excepted.some((ref) => isSameRef(ref, member)))
          if (set.length - without.length < excepted.length) return []
          const denied = told(excepted, way, span).map((each): Told => (quantity.isNegation ? each : { is: 'not', of: each }))
          const members = told(without, way, span).filter(
            (each) => each.is === 'change' && setting.has(each.current) && setting.has(each.previous),
          )
          return members.length > 0
            ? quantity
                .bounds(members.length)
                .map(([least, most]): Told => withDenied(negatedMany({ is: 'howMany', least, most, of: members }, quantity, tells), denied))
            : []
        }),
      ),
    )
    return unknown ? { readings: [], leftOver: 'words' } : readings.length > 0 ? { readings, leftOver: null } : 'noNumber'
  }
  const subjects = subjectsOf(view, context, setting)
  if (typeof subjects === 'string') return subjects
  if (unknown) return 'words'
  const readings = subjects.flatMap(({ refs, isOnly }) =>
    ways.flatMap((way) =>
      spans.flatMap((span) => {
        const all = told(refs, way, span).map((each) => negated(each, tells))
        const own: Told = all.length === 1 ? (all[0] as Told) : { is: 'all', of: all }
        if (!isOnly) return [own]
        return isOnly.map(
          (others): Told => ({ is: 'all', of: [own, ...told(others, way, span).map((each): Told => ({ is: 'not', of: each }))] }),
        )
      }),
    ),
  )
  const known = readings.filter((reading) => isKnown(reading, setting))
  return known.length > 0 ? { readings: known, leftOver: null } : 'noNumber'
}

function withDenied(told: Told, denied: readonly Told[]): Told {
  return denied.length > 0 ? { is: 'all', of: [told, ...denied] } : told
}

function negatedMany(told: Told, quantity: Quantity, tells: Tells): Told {
  if (!tells.isNegated || quantity.isNegation) return told
  return { is: 'not', of: told }
}

/** A measure of an item. */
type Way = Measure & { item: string }

/** The measure and the items it can be about, of those there are figures for. */
function waysOf(view: View, topic: Topic, setting: StatementSetting): Way[] {
  const { survey, period } = setting
  const items = itemsNamed(view, topic, setting)
  const isMeasured = (way: Way) => everybody(setting).some((ref) => setting.has(idOfKey({ ...way, ...ref }, period, survey)))
  const measured = measuresNamed(view, topic).flatMap((measure) => items.map((item): Way => ({ ...measure, item })).filter(isMeasured))
  const [first] = measured
  return measured.filter(({ metric, options }, at) => {
    const isFirst = metric === first?.metric && options === first.options
    return isFirst && measured.findIndex((way) => way.item === measured[at]?.item) === at
  })
}

function isKnown(told: Told, setting: StatementSetting): boolean {
  switch (told.is) {
    case 'change':
      return setting.has(told.previous) && setting.has(told.current)
    case 'order':
      return setting.has(told.figure) && (typeof told.than !== 'string' || setting.has(told.than))
    case 'not':
      return isKnown(told.of, setting)
    case 'all':
    case 'howMany':
      return told.of.every((each) => isKnown(each, setting))
    default:
      return true
  }
}

/** Words that nobody knows may make it about something else; behind what gives a reason they may stand. */
function unknownWords({ mentions, clause }: View): boolean {
  const [cause] = mentions.cues('cause').filter(({ from }) => from >= clause.from && from < clause.to)
  const end = cause ? cause.from : clause.to
  return mentions.unknown.some((at) => at >= clause.from && at < end)
}

/** `isOnly`: it is said of these alone, and denied of each of the others of one of the sets. */
type Subject = { refs: Ref[]; isOnly: Ref[][] | null }

/** Everybody a clause without numbers can be about. */
function subjectsOf(
  view: View,
  { topic, isUnclear }: Pick<ClauseContext, 'topic' | 'isUnclear'>,
  setting: StatementSetting,
): Subject[] | NotReadReason {
  const { groups, wholes, mentions } = view
  const root: Ref = { segment: setting.survey.segments.id, provider: null }
  if (cuesIn(view, 'others').length > 0) return 'several'
  const excepted = exceptedIn(view)
  const told = groups.filter(({ target }) => !excepted.includes(target))
  const refs = told.map(({ target }) => target)
  if (refs.length > 0) {
    const innermost = refs.filter(
      (ref) => !refs.some((other) => other.segment !== ref.segment && isWithin(other.segment, ref.segment, setting)),
    )
    const kept = areCoordinated(told, view) ? refs : innermost
    if (!areCoordinated(told, view) && kept.length > 1) return 'several'
    const first = told[0]
    const isOnly =
      first &&
      (mentions.cueBefore(first.from, 'only') ??
        mentions.cueBefore(first.from - 1, 'only') ??
        cuesIn(view, 'only').find(({ from, to }) => to - from > 1) ??
        null)
    const sets = [...groupSets(setting), ...providerSets(setting)].filter((set) =>
      kept.every((ref) => set.some((member) => isSameRef(member, ref))),
    )
    return [{ refs: kept, isOnly: isOnly ? sets.map((set) => set.filter((member) => !kept.some((ref) => isSameRef(member, ref)))) : null }]
  }
  // "Generelt er grupperne gået tilbage": most of them, all of them?
  const isPlural = cuesIn(view, 'groups').some(
    ({ from }) => wholes.every((whole) => whole.to <= from) && mentions.cueBefore(from, 'is', 'was') !== null,
  )
  if (wholes.length > 0 && isPlural) return 'subject'
  if (wholes.length > 0) return [{ refs: [root], isOnly: null }]
  const isNamed =
    cuesIn(view, 'index', 'mean', 'level', 'answers', 'responseRate', 'invited').length > 0 ||
    mentions.items.some(({ from }) => from >= view.clause.from && from < view.clause.to)
  if (isUnclear && !isNamed) return 'subject'
  const spoken = [...(topic.refs ? [topic.refs] : []), ...(topic.heading ? [topic.heading] : [])]
  if (!isNamed && spoken.length === 0) return 'subject'
  const all = isNamed ? [...spoken, [root]] : spoken.slice(0, 1)
  return all.map((each) => ({ refs: each, isOnly: null }))
}

// ── comparisons ──

function ofOrder(view: View, order: Ordered, quantity: Quantity | null, context: ClauseContext, setting: StatementSetting): Reading[] {
  const { from, to } = order
  const put = (readings: Told[], leftOver: NotReadReason | null): Reading[] => [
    { from, to, form: null, readings, leftOver: leftOver ?? (order.isPartly ? 'leftOver' : null) },
  ]
  const standard = order.standard
  if (!standard || standard.kind === 'others') return put([], 'several')
  const isNot = cuesIn(view, 'not').some((not) => not.from < from || (order.told === 'reached' && not.from === to))
  const isNeither = cuesIn(view, 'neither').some((not) => not.from < from)
  const turn = (told: Told): Told => (isNot ? { is: 'not', of: told } : told)
  const slots = view.slots.filter((slot): slot is KeyedSlot => slot.figure.kind === 'level')
  const left = slots.find(({ at }) => at < standard.from)
  const right = slots.find(({ at }) => at >= standard.from)
  const changes = view.slots.some(({ figure }) => figure.kind === 'change')
  if (changes) return put([], 'leftOver')
  const apart = differencesIn(view)
  if (apart.length > 0) {
    const told = ofDifference(order, standard, apart, slots, setting)
    return typeof told === 'string' ? put([], told) : put([turn(told)], null)
  }
  if (left && right && slots.length === 2)
    return put([turn({ is: 'order', figure: left.figure.id, than: right.figure.id, told: order.told })], null)
  const fixedTo = (key: Key, period: string): Told[] => {
    const figure = idOfKey(key, period, setting.survey)
    if (standard.kind === 'fixed') return [{ is: 'order', figure, than: { fixed: standard.fixed }, told: order.told }]
    if (standard.kind === 'slot') return [{ is: 'order', figure, than: standard.figure, told: order.told }]
    return standard.refs.map((ref) => ({
      is: 'order',
      figure,
      than: idOfKey({ ...key, ...ref }, period, setting.survey),
      told: order.told,
    }))
  }
  const whole = (told: Told[]): Told => (told.length === 1 ? (told[0] as Told) : { is: 'all', of: told })
  if (left && left.figure.kind === 'level') {
    const own = left.figure
    return put([turn(whole(fixedTo(own.key, own.period)))], slots.length > 1 ? 'leftOver' : null)
  }
  const periods = levelPeriods({ ...view, periods: view.periods }, setting)
  if (typeof periods === 'string') return put([], periods)
  if (unknownWords(view)) return put([], 'words')
  const ways = waysOf(view, context.topic, setting)
  const before = {
    ...view,
    groups: view.groups.filter((group) => group.to <= standard.from),
    wholes: view.wholes.filter((group) => group.to <= standard.from),
  }
  const sets = quantity ? setsOf(quantity, before, setting) : []
  const readingsFor = (refs: readonly Ref[], bounds: Quantity['bounds'] | null): Told[] =>
    waysTo(standard, ways, refs, setting).flatMap((way) =>
      periods.flatMap((period) => {
        const members = refs.map((ref) => whole(fixedTo({ ...way, ...ref }, period))).filter((each) => isKnown(each, setting))
        if (members.length === 0) return []
        if (!bounds) return [isNeither ? whole(members.map(turn)) : turn(whole(members))]
        const many = bounds(members.length).map(([least, most]): Told => ({ is: 'howMany', least, most, of: members }))
        return quantity?.isNegation ? many : many.map(turn)
      }),
    )
  const readings = quantity
    ? sets.flatMap((set) => readingsFor(set, quantity.bounds))
    : leftSubjects(before, context.topic, setting).flatMap((refs) => readingsFor(refs, null))
  const isStandards = right && standard.kind === 'refs' && standard.refs.some(({ segment }) => segment === right.figure.key.segment)
  return put(readings, readings.length === 0 ? 'subject' : right && standard.kind !== 'slot' && !isStandards ? 'leftOver' : null)
}

/** Held against a target, a number is one that a target is set on, where there is such a one. */
function waysTo(standard: Standard, ways: Way[], refs: readonly Ref[], { survey }: StatementSetting): Way[] {
  if (standard.kind !== 'fixed' || standard.fixed !== 'target') return ways
  const isSet = ({ metric, item }: Way) =>
    survey.targets.some(
      (target) =>
        target.metric === metric && (target.item ?? survey.items[0]?.id) === item && refs.some(({ segment }) => segment === target.segment),
    )
  const aimed = ways.filter(isSet)
  return aimed.length > 0 ? aimed : ways
}

function differencesIn({ slots }: View): ApartSlot[] {
  return slots.filter((slot): slot is ApartSlot => slot.figure.kind === 'difference')
}

/** "14 pct., 26 procentpoint under målet": of the number beside it, and to what the words hold it against. */
function ofDifference(
  { told }: Ordered,
  standard: Standard,
  apart: readonly ApartSlot[],
  levels: readonly KeyedSlot[],
  { survey }: StatementSetting,
): Told | NotReadReason {
  const [difference, ...others] = apart
  if (!difference || others.length > 0 || told === 'equal' || told === 'reached') return 'leftOver'
  const { id, key, period, against } = difference.figure
  const isOfAnother = levels.some(({ figure }) => !isSameKey(figure.key, key) || (figure.kind === 'level' && figure.period !== period))
  const isAgainst =
    standard.kind === 'fixed'
      ? standard.fixed === against
      : standard.kind === 'refs' && standard.refs.length === 1 && standard.refs[0]?.segment === against
  if (isOfAnother || !isAgainst) return { is: 'misnamed', figure: id }
  const than = standard.kind === 'fixed' ? { fixed: standard.fixed } : idOfKey({ ...key, segment: against, provider: null }, period, survey)
  return { is: 'order', figure: idOfKey(key, period, survey), than, told }
}

function leftSubjects(before: View, topic: Topic, setting: StatementSetting): Ref[][] {
  const found = subjectsOf(before, { topic, isUnclear: false }, setting)
  return typeof found === 'string' ? [] : found.flatMap(({ refs, isOnly }) => (isOnly ? [] : [refs]))
}

// ── ranks ──

type Rank = { from: number; to: number; told: 'highest' | 'lowest'; of: 'level' | 'rise' | 'fall' | 'other' }

/** "højest", "det største fald", "steget mest". */
function ranksOf(view: View): Rank[] {
  const { mentions, clause } = view
  const levels = cuesIn(view, 'highest', 'lowest').map(
    ({ from, to, target }): Rank => ({ from, to, told: target as 'highest' | 'lowest', of: 'level' }),
  )
  const sizes = cuesIn(view, 'greatest', 'least').flatMap(({ from, to, target }): Rank[] => {
    if (levels.some((level) => level.from <= from && to <= level.to)) return []
    const isNear = (at: number) => at >= clause.from && at < clause.to && Math.abs(at - from) <= 3
    const near = mentions.directions.find(
      ({ from: at, target: word }) => isNear(at) && word.direction !== 'unchanged' && word.form !== 'comparative',
    )
    const told = target === 'greatest' ? ('highest' as const) : ('lowest' as const)
    const moved = cuesIn(view, 'up', 'down').find((particle) => isNear(particle.from) && cuesIn(view, 'motion').length > 0)
    if (!near && moved) {
      const isRise = moved.target === 'up'
      return [{ from, to, told: isRise ? 'highest' : 'lowest', of: target === 'least' ? 'other' : isRise ? 'rise' : 'fall' }]
    }
    if (!near && cuesIn(view, 'difference').length > 0) return [{ from, to, told, of: 'other' }]
    // The least of the falls is not read: `of` says so.
    if (near && target === 'least') return [{ from, to, told, of: 'other' }]
    if (near)
      return [{ from, to, told: near.target.direction === 'rise' ? 'highest' : 'lowest', of: near.target.direction as 'rise' | 'fall' }]
    return [to, to + 1].some((at) => at < clause.to && mentions.cue(at, 'index', 'level', 'mean') !== null)
      ? [{ from, to, told, of: 'level' }]
      : []
  })
  return [...levels, ...sizes]
}

function ofRank(view: View, rank: Rank, tells: readonly Tells[], context: ClauseContext, setting: StatementSetting): Reading[] {
  const { from, to } = rank
  const put = (readings: Told[], leftOver: NotReadReason | null): Reading[] => [{ from, to, form: null, readings, leftOver }]
  if (differencesIn(view).length > 0) return put([], 'leftOver')
  if (rank.of === 'other' || cuesIn(view, 'not', 'except', 'others').length > 0 || (rank.of === 'level' && tells.length > 0))
    return put([], 'several')
  const isOneOfTwo = new Set(cuesIn(view, 'highest', 'lowest').map(({ target }) => target)).size > 1
  if (isOneOfTwo) return put([], 'several')
  const [slot] = view.slots.filter((each): each is KeyedSlot => 'key' in each.figure && !isCount(each.figure.key))
  const refs = view.groups.map(({ target }) => target)
  const own = slot ? { segment: slot.figure.key.segment, provider: slot.figure.key.provider } : null
  const candidates = own ? [own] : refs.length > 0 ? refs : context.topic.refs?.length === 1 ? context.topic.refs : []
  const spans = rank.of === 'level' ? [] : spansOf(view, setting)
  const periods = levelPeriods(view, setting)
  if (typeof spans === 'string' || typeof periods === 'string') return put([], 'period')
  if (candidates.length === 0) return put([], 'subject')
  // "højest hos de unge", "blandt de eksterne har de unge det højeste": one of two may be those it is the highest of.
  const pairs = candidates.flatMap((ref) => {
    const outer = refs.find((other) => !isSameRef(other, ref) && isWithin(ref.segment, other.segment, setting))
    const isOuter = refs.some((other) => !isSameRef(other, ref) && isWithin(other.segment, ref.segment, setting))
    return isOuter ? [] : [{ ref, sets: outer ? partsOf(outer.segment, setting) : groupSets(setting) }]
  })
  const [only, ...others] = pairs
  if (!only || others.length > 0) return put([], 'several')
  const sets = only.sets.filter((set) => set.some((member) => isSameRef(member, only.ref)))
  const ways: Way[] = slot ? [slot.figure.key] : waysOf(view, context.topic, setting)
  const ranked = (ref: Ref, { metric, options, item }: Way, span: Span): Ranked => {
    const id = (period: string) => idOfKey({ metric, item, options, ...ref }, period, setting.survey)
    return { previous: rank.of === 'level' ? null : id(span[0]), current: id(span[1]) }
  }
  const when: Span[] = rank.of === 'level' ? periods.map((period): Span => [period, period]) : [...spans]
  const readings = sets.flatMap((set) =>
    ways.flatMap((way) =>
      when.map(
        (span): Told => ({
          is: 'rank',
          of: ranked(only.ref, way, span),
          among: set.filter((member) => !isSameRef(member, only.ref)).map((member) => ranked(member, way, span)),
          told: rank.told,
        }),
      ),
    ),
  )
  if (!slot && unknownWords(view)) return put([], 'words')
  return put(readings, readings.length > 0 ? null : 'several')
}

/**
 * "Grupperne med det højeste og det laveste tal er:": of the points behind the colon, which are no more than these.
 * The whole may stand among them.
 */
function ofLeadIn(view: View, ranks: readonly Rank[], { topic }: ClauseContext, setting: StatementSetting): Reading[] {
  const { listed } = topic
  const [first] = ranks
  if (!first || view.slots.length > 0 || view.groups.length > 0 || listed.length === 0 || ranks.some(({ of }) => of !== 'level')) return []
  const { from, to } = { from: first.from, to: ranks.at(-1)?.to ?? first.to }
  const root = setting.survey.segments.id
  const ranked = listed.filter(({ key }) => key.segment !== root || key.provider !== null)
  // The parts of one group go before wider sets: who stands out in these stands out among them.
  const sets = groupSets(setting)
    .filter((set) => ranked.every(({ key }) => set.some((member) => isSameRef(member, key))))
    .slice(0, 1)
  const among = (set: readonly Ref[], { key, period }: Level): Ranked[] =>
    set
      .filter((member) => !isSameRef(member, key))
      .map((member) => ({ previous: null, current: idOfKey({ ...key, ...member }, period, setting.survey) }))
      .filter(({ current }) => setting.has(current))
  const readings = sets.map((set): Told => {
    const told = (level: Level): Told[] =>
      ranks.map((rank) => ({
        is: 'rank',
        of: { previous: null, current: level.id },
        among: among(set, level),
        told: rank.told,
        orAlike: true,
      }))
    const ways = ranked.map(told)
    const each = ways.map((of): Told => ({ is: 'howMany', least: 1, most: of.length, of }))
    const both = ranks.map((_, index): Told => ({ is: 'howMany', least: 1, most: ways.length, of: ways.flatMap((of) => of[index] ?? []) }))
    return { is: 'all', of: [...each, ...both] }
  })
  return [{ from, to, form: null, readings, leftOver: readings.length === 0 ? 'several' : null }]
}

// ── nobody ──

/** "Ingen har svaret". */
function ofNobody(view: View, { topic, isPossible: isWithin }: ClauseContext, setting: StatementSetting): Reading[] {
  const [none] = cuesIn(view, 'none')
  const [answered] = cuesIn(view, 'answered')
  const isNext = none && view.mentions.cue(none.to, 'is', 'was') !== null
  if (!isNext || !answered || none.to > answered.from || isWithin) return []
  const { from, to } = { from: none.from, to: answered.to }
  const periods = levelPeriods(view, setting)
  const named = [...view.groups, ...(view.groups.length > 0 ? [] : view.wholes)].map(({ target }) => target)
  const [ref, ...others] =
    named.length > 0 ? named : (topic.refs ?? topic.heading ?? [{ segment: setting.survey.segments.id, provider: null }])
  if (!ref || others.length > 0) return [notRead({ from, to }, 'subject')]
  if (typeof periods === 'string') return [notRead({ from, to }, periods)]
  // Whoever has answered the memo's item has answered.
  const [item = ''] = itemsNamed(view, topic, setting)
  const readings = periods.map((period): Told => {
    return { is: 'nobody', figure: idOfKey({ metric: 'base', item, options: null, ...ref }, period, setting.survey) }
  })
  return [{ from, to, form: null, readings, leftOver: null }]
}

// ── levels ──

/**
 * Numbers without a direction: two of one figure must stand in their order, and between them a verb that tells none.
 */
function ofLevels(view: View, setting: StatementSetting): Reading[] {
  const order = setting.survey.periods.map(({ id }) => id)
  const keyed = view.slots.filter((slot): slot is KeyedSlot => 'key' in slot.figure)
  const levels = keyed.flatMap(({ at, figure }) =>
    figure.kind === 'level' ? [{ at, key: figure.key, id: figure.id, period: figure.period, role: roleOf(view, at) }] : [],
  )
  const changes = keyed.filter(({ figure }) => figure.kind === 'change')
  const unexplained = changes.filter(({ at }) => !cuesIn(view, 'difference').some(({ from }) => from < at))
  const loose = view.slots.filter(({ figure }) => figure.kind === 'contribution' || figure.kind === 'difference')
  const keys = distinctKeys(levels.map(({ key }) => key))
  const reversed = keys.flatMap(
    (key) =>
      isOrderReversed(
        levels.filter((level) => isSameKey(level.key, key)),
        order,
      ) ?? [],
  )
  const put = (at: number, reason: NotReadReason): Reading => notRead({ from: at, to: at + 1 }, reason)
  const start = levels.find(({ role }) => role === 'from')
  const end = levels.find(({ role, at }) => role === 'to' && start && at > start.at)
  const unmoved = levels.find(({ role }) => role === 'to' || role === 'from')
  const isMoved = unmoved && !isMovedBy(view, view.mentions)
  return [
    ...reversed.map((figure): Reading => {
      const at = levels.find(({ id }) => id === figure)?.at ?? view.clause.from
      return { from: at, to: at + 1, form: null, readings: [{ is: 'misnamed', figure }], leftOver: null }
    }),
    ...(isMoved ? [put(unmoved.at, 'verb')] : []),
    ...(start && end && !isSameKey(start.key, end.key) ? [put(start.at, 'several')] : []),
    ...[...unexplained, ...loose].map(({ at }) => put(at, 'leftOver')),
    ...leftOverCues(view).map(({ from, to, reason }) => notRead({ from, to }, reason)),
  ]
}

/** Beside numbers of which nothing else is told: a denial, a comparison, a quantity that no form has taken. */
function leftOverCues(view: View): { from: number; to: number; reason: NotReadReason }[] {
  const { slots } = view
  if (!slots.some(({ figure }) => figure.kind !== 'typed')) return []
  const isAtSlot = (to: number) => slots.some(({ at }) => at === to)
  const denied = cuesIn(view, 'not', 'neither', 'none').map((cue) => ({ ...cue, reason: 'negation' as const }))
  const compared = cuesIn(view, 'greatest', 'least', 'higher', 'lower', 'up', 'down', 'good', 'bad', 'half', 'most', 'except', 'trend')
  const bounded = cuesIn(view, 'above', 'below').filter(({ to }) => isAtSlot(to))
  return [...denied, ...[...compared, ...bounded].map((cue) => ({ ...cue, reason: 'leftOver' as const }))].slice(0, 1)
}

function isMovedBy(view: View, { unknown }: Mentions): boolean {
  return cuesIn(view, 'moves').length > 0 && !unknown.some((at) => at >= view.clause.from && at < view.clause.to)
}
