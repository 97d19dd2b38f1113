/** What a clause tells of change: its words of direction, and the figures they are held against. */
import type { NotReadReason, Told } from '../claim.js'
import type { DirectionWord, ToldDirection } from '../locale/statement-words.js'
import { type Comparison, exceptedIn, type Quantity, setsOf, turnedIf } from './statement-comparisons.js'
import {
  type ClauseContext,
  differencesIn,
  distinctKeys,
  isKnown,
  isMeasured,
  type KeyedSlot,
  notRead,
  subjectsOf,
  unknownWords,
  type Way,
  waysOf,
} from './statement-meant.js'
import { range } from './statement-mentions.js'
import { type Reading, roleOf } from './statement-naming.js'
import { idOfKey, isCount, isSameKey, type Key } from './statement-slots.js'
import {
  areCoordinated,
  cuesIn,
  isSameRef,
  periodsBefore,
  type Ref,
  type Span,
  type StatementSetting,
  spansOf,
  type View,
} from './statement-subjects.js'
import type { Mention } from './words.js'

/** A direction that a clause tells. */
export type Tells = { from: number; to: number; direction: ToldDirection; form: string; isNegated: boolean }

const particleReach = 8

/** Words of direction, verbs of motion with their particles ("går … frem"), comparatives with an earlier time. */
export function directionsOf(view: View, comparisons: readonly Comparison[]): Tells[] {
  const { mentions, clause } = view
  const isWithin = ({ from, to }: { from: number; to: number }) => from >= clause.from && to <= clause.to
  const taken = comparisons.map(({ from }) => from)
  const found = mentions.directions.filter(
    (mention) =>
      isWithin(mention) &&
      !taken.includes(mention.from) &&
      !isOfSomethingElse(view, mention.to, mention.target.form) &&
      !isBesideOthers(view, mention),
  )
  const isBesideNumber = (to: number) => view.slots.some(({ at }) => at >= to && at - to <= 2)
  const isOfResults = view.tokens.some(({ slot }) => slot !== null) || cuesIn(view, 'level', 'index', 'mean', 'answers').length > 0
  const words = found
    .filter(({ to, target }) => !target.isMoved && (!target.isOfPoints || isBesideNumber(to)) && (!target.isOfResults || isOfResults))
    .map(({ from, to, target }) => ({
      from,
      to,
      direction: turnedIf(target.form === 'comparative' && isOfThen(view), target.direction),
      form: isAfterIntent(view, from, target.form) ? 'possible' : target.form,
    }))
  const moves = found.filter(({ target }) => target.isMoved)
  const isTold = (at: number) => words.some(({ from, to }) => from <= at && at < to)
  const moved = cuesIn(view, 'up', 'down').flatMap(({ from, to, target }) => {
    const verb = [...cuesIn(view, 'motion'), ...moves].findLast((motion) => motion.to <= from && from - motion.to < particleReach)
    const isSaid =
      range(from - particleReach, from).some(isTold) && words.some((word) => word.from < from && word.from >= (verb?.from ?? 0))
    // "er gået frem for tre og tilbage for to": the second is of others.
    const isSecond =
      verb && cuesIn(view, 'up', 'down').some((other) => other.from >= verb.to && other.to <= from && other.target !== target)
    // "nåede ikke op på 80": it may have risen.
    const isShort = verb && range(verb.to, from).some((at) => mentions.cue(at, 'not') !== null) && mentions.cue(from, 'to') !== null
    if (!verb || isSaid || isSecond || isShort || isTold(from)) return []
    return [{ from: verb.from, to, direction: target === 'up' ? ('rise' as const) : ('fall' as const), form: 'participle' }]
  })
  const compared = comparisons.flatMap((each) => (each.kind === 'direction' ? [each] : []))
  const denied = deniedChanges(view, isTold)
  const judged = judgedDevelopments(view, isTold)
  const all = [...words, ...moved, ...compared, ...judged].sort((a, b) => a.from - b.from)
  if (all.length + denied.length === 0) return movesIn(view, moves)
  return [...all.map((tells) => ({ ...tells, isNegated: isNegated(view, tells) })), ...denied]
}

/** "Ingen af de andre ligger højere", "ingen anden har et større fald": than whom the words before have named. */
function isBesideOthers(view: View, { from, to, target }: Mention<DirectionWord>): boolean {
  const isGreater = target.form === 'noun' && view.mentions.cueBefore(from, 'higher', 'lower') !== null
  const isTimed = cuesIn(view, 'before', 'since').length > 0 || view.mentions.cue(to, 'than') !== null
  const isOfNone = cuesIn(view, 'none').length > 0
  return (target.form === 'comparative' || isGreater || isOfNone) && !isTimed && cuesIn(view, 'others').length > 0
}

/** "har ændret sig", "der er en ændring i tilfredsheden": it is not what it was, whichever way it went. */
function movesIn(view: View, moves: readonly Mention<DirectionWord>[]): Tells[] {
  const { mentions } = view
  const isOfLevel = cuesIn(view, 'level', 'index', 'mean').length > 0
  const [verb] = cuesIn(view, 'is', 'was')
  const told = cuesIn(view, 'anyChange').filter(({ from }) => isOfLevel && view.slots.length === 0 && verb && verb.to <= from)
  // "forskellig fra 2022-23", not "forskellig fra de unge"
  const isOfTime = ({ to }: Mention<unknown>) => {
    const isNext = ({ from }: Mention<unknown>) => from >= to && from - to < particleReach / 2
    return (
      mentions.cueBefore(to, 'since') === null || ([...view.periods, ...cuesIn(view, 'before')].some(isNext) && !view.groups.some(isNext))
    )
  }
  return [...moves.filter(isOfTime), ...told].map(({ from, to }) => {
    const isDenied = mentions.cues('not', 'neither', 'none').some((not) => not.from >= view.clause.from && not.from < from)
    return { from, to, direction: 'unchanged', form: 'state', isNegated: !isDenied }
  })
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
  const isBehind = isVerbal(form) && mentions.cue(to, 'not') !== null && to < clause.to
  return isBehind || mentions.cues('not', 'neither').some(({ from }) => from >= clause.from && from < at)
}

/** Of these one is left where two are denied. */
const toldDirections = ['rise', 'fall', 'unchanged'] as const

/** It can be denied by what stands behind it: "falder ikke", "fastholder ikke". */
function isVerbal(form: string): boolean {
  return form === 'present' || form === 'past' || form === 'state'
}

export function ofDirections(
  view: View,
  tells: readonly Tells[],
  quantity: Quantity | null,
  context: ClauseContext,
  setting: StatementSetting,
): Reading[] {
  const [first, ...others] = tells
  if (!first) return []
  // What lies between two grows and shrinks, not they.
  if (cuesIn(view, 'gap').length > 0 || isOfGap(view, context)) return [notRead(first, 'several')]
  const stray = negationBehind(view, tells.at(-1) ?? first)
  const isNeither = cuesIn(view, 'neither').some(({ from }) => from < first.from)
  // "fastholdt det løft, de fik i 2023": what is kept is a rise.
  if (first.direction === 'unchanged' && others.some(({ form }) => form === 'noun')) return [notRead(first, 'several')]
  const kinds = new Set(tells.map(({ direction }) => direction))
  if (isNeither && kinds.size > 1) {
    const [left, ...more] = toldDirections.filter((direction) => !kinds.has(direction))
    const isLeft = left !== undefined && more.length === 0
    return isLeft ? [tellsReading({ ...first, direction: left, isNegated: false }, view, quantity, context, setting, stray)] : []
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

/** "Forspringet, som STU har, er vokset". */
function isOfGap({ groups, wholes, slots }: View, { isGap }: ClauseContext): boolean {
  return isGap && groups.length + wholes.length + slots.length === 0
}

/** "de unge er steget, men ikke de voksne": what is denied behind the word is not seen. */
function negationBehind(view: View, { to, form }: Tells): NotReadReason | null {
  return cuesIn(view, 'not').some(({ from }) => from >= to && !(from === to && isVerbal(form))) ? 'negation' : null
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
  if (isDeniedLoosely(tells, view)) return put([], 'negation')
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

/** "ikke … tilfredshed faldet": without a verb that takes both, it is not seen what is denied. */
export function isDeniedLoosely({ isNegated: isNot, form }: Pick<Tells, 'isNegated' | 'form'>, view: View): boolean {
  return isNot && form === 'participle' && cuesIn(view, 'is', 'was', 'moves', 'motion').length === 0
}

/** "STU ligger på 66. Bostøtten ligger lavere": than STU, or than before? */
function isOpenComparative({ form, from }: Tells, view: View, { topic: { refs }, isCompared }: ClauseContext): boolean {
  const isTimed = view.periods.length + cuesIn(view, 'before', 'now', 'than').length > 0 || view.slots.length > 1
  const isOther = refs?.some((ref) => !view.groups.some(({ target }) => isSameRef(target, ref))) ?? false
  if (form === 'comparative' && isCompared && cuesIn(view, 'than').length === 0) return true
  // "Brobygningen ligger på 81. De sygemeldte har samme indekstal": the same as before, or as the others?
  const isLikened = form === 'state' && view.mentions.cue(from, 'same') !== null
  return (form === 'comparative' || isLikened) && !isTimed && isOther && view.groups.length > 0
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

// ── with numbers ──

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

type LevelSlot = { id: string; at: number; period: string; role: ReturnType<typeof roleOf> }

/** "fra" the later "til" the earlier: the figure at the wrong end; null where the ends are right. */
export function isOrderReversed(levels: readonly LevelSlot[], order: readonly string[]): string | null {
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

// ── without numbers ──

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
  // "flere svar og lavere tilfredshed": of what stands behind it.
  const noun = tells.form === 'comparative' ? view.mentions.cue(tells.to, 'level', 'index', 'mean', 'answers') : null
  const measured = noun ? { ...view, clause: { from: tells.from, to: noun.to } } : view
  const ways = waysOf(view, context.topic, setting, measured)
  const unknown = unknownWords(view)
  if (quantity) {
    const sets = setsOf(quantity, view, setting, context.topic.refs)
    if (sets.length === 0) return 'subject'
    const readings = ways.flatMap((way) =>
      spans.flatMap((span) =>
        sets.flatMap((set) => {
          const excepted = exceptedIn(view)
          const without = set.filter((member) => !excepted.some((ref) => isSameRef(ref, member)))
          if (set.length - without.length < excepted.length) return []
          const denied = told(excepted, way, span).map((each): Told => (quantity.isNegation ? each : { is: 'not', of: each }))
          const members = told(without, way, span).filter((each) => isMeasured(each, setting))
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
