/**
 * Clauses → what they tell. Each direction, comparison, rank and number of a clause is filled into one form; what is
 * left over, or could go to two places, is not read. Where words leave open who, what or when is meant, every way is
 * told, and the figures decide whether that matters.
 */
import type { NotReadReason, Told } from '../claim.js'
import { comparisonsOf, type Ordered, quantifierOf } from './statement-comparisons.js'
import { directionsOf, isOrderReversed, ofDirections } from './statement-directions.js'
import { type ClauseContext, distinctKeys, type KeyedSlot, notRead } from './statement-meant.js'
import type { Mentions } from './statement-mentions.js'
import { misnamings, type Reading, roleOf } from './statement-naming.js'
import { ofOrder } from './statement-orders.js'
import { ofExtremes, ofLeadIn, ofRank, ranksOf } from './statement-ranks.js'
import { remarksOf } from './statement-remarks.js'
import { idOfKey, isSameKey } from './statement-slots.js'
import { cuesIn, itemsNamed, levelPeriods, type StatementSetting, type View, wishesIn } from './statement-subjects.js'

/** All that a clause tells. */
export function readingsOf(view: View, context: ClauseContext, setting: StatementSetting): Reading[] {
  const read = toldBy(view, context, setting)
  return [...read, ...remarksOf(view, context, setting, read)]
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
  const extremes = tells.length === 0 ? ofExtremes(view, setting) : []
  if (extremes.length > 0) return [...named, ...extremes]
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

/** It tells what may be, what is wanted, or what somebody says. */
function isPossible(view: View, { isPossible: isWithin }: ClauseContext, told: readonly { from: number; told?: string }[]): boolean {
  if (isWithin) return true
  const last = Math.max(...told.map(({ from }) => from), ...view.slots.map(({ at }) => at))
  // "Målet om 40 er nået" tells of the target what is so.
  const isReached = told.some((each) => each.told === 'reached')
  const goals = isReached ? cuesIn(view, 'target').map(({ from }) => from) : []
  return wishesIn(view).some(({ from }) => from < last && !goals.includes(from))
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
    ...otherTimes(view, levels).map((time) => notRead(time, 'period')),
    ...leftOverCues(view).map(({ from, to, reason }) => notRead({ from, to }, reason)),
  ]
}

/** "er med 78 tilbage på 2022-niveauet": a time that is not that of any number. */
function otherTimes({ periods, clause }: View, levels: readonly { period: string }[]): { from: number; to: number }[] {
  const isOf = ({ target }: { target: string }) => levels.some(({ period }) => period === target)
  if (levels.length === 0 || periods.some(isOf)) return []
  return periods.filter(({ from }) => from >= clause.from).slice(0, 1)
}

/** Beside numbers of which nothing else is told: a denial, a comparison, a quantity that no form has taken. */
function leftOverCues(view: View): { from: number; to: number; reason: NotReadReason }[] {
  const { slots } = view
  if (!slots.some(({ figure }) => figure.kind !== 'typed')) return []
  const isAtSlot = (to: number) => slots.some(({ at }) => at === to)
  const denied = cuesIn(view, 'not', 'neither', 'none').map((cue) => ({ ...cue, reason: 'negation' as const }))
  const compared = cuesIn(view, 'greatest', 'least', 'higher', 'lower', 'up', 'down', 'good', 'bad', 'half', 'most', 'except', 'trend')
  // "tilbage på 2022-niveauet"
  const years = view.otherYears.filter((at) => /\p{L}/u.test(view.tokens[at]?.key ?? '')).map((at) => ({ from: at, to: at + 1 }))
  const bounded = cuesIn(view, 'above', 'below').filter(({ to }) => isAtSlot(to))
  return [...denied, ...[...compared, ...bounded, ...years].map((cue) => ({ ...cue, reason: 'leftOver' as const }))].slice(0, 1)
}

function isMovedBy(view: View, { unknown }: Mentions): boolean {
  return cuesIn(view, 'moves').length > 0 && !unknown.some((at) => at >= view.clause.from && at < view.clause.to)
}
