/** What a clause holds against something else: another group, a target, the middle of the scale. */
import type { NotReadReason, Told } from '../claim.js'
import { type Ordered, type Quantity, type Standard, setsOf } from './statement-comparisons.js'
import { itemsCounted, toldOfItems } from './statement-items.js'
import {
  type ApartSlot,
  type ClauseContext,
  differencesIn,
  isMeasured,
  type KeyedSlot,
  subjectsOf,
  unknownWords,
  type Way,
  waysOf,
} from './statement-meant.js'
import type { Reading } from './statement-naming.js'
import { idOfKey, isSameKey, type Key } from './statement-slots.js'
import { cuesIn, isHeldAgainst, levelPeriods, type Ref, type StatementSetting, type Topic, type View } from './statement-subjects.js'

export function ofOrder(
  view: View,
  order: Ordered,
  quantity: Quantity | null,
  context: ClauseContext,
  setting: StatementSetting,
): Reading[] {
  const { from, to } = order
  const put = (readings: Told[], leftOver: NotReadReason | null): Reading[] => [
    { from, to, form: null, readings, leftOver: leftOver ?? (order.isPartly ? 'leftOver' : null) },
  ]
  const standard = order.standard
  if (!standard || standard.kind === 'others') return put([], 'several')
  if (view.groups.filter((group) => isHeldAgainst(group, view.mentions)).length > 1) return put([], 'several')
  const counted = itemsCounted(view, setting)
  const isOfUnread =
    counted === null && quantity === null && cuesIn(view, 'none', 'all', 'most', 'half', 'both').some((cue) => cue.from < from)
  if (isOfUnread) return put([], 'subject')
  const isNot = cuesIn(view, 'not').some((not) => not.from < from || (order.told === 'reached' && not.from >= to))
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
  // "Målet for de unge er nået": the target leads, and whose it is stands between.
  const end = order.told === 'reached' ? Math.max(standard.from, from) : standard.from
  const before = {
    ...view,
    groups: view.groups.filter((group) => group.to <= end),
    wholes: view.wholes.filter((group) => group.to <= end),
  }
  const sets = quantity ? setsOf(quantity, before, setting, context.topic.refs) : []
  const readingsFor = (refs: readonly Ref[], bounds: Quantity['bounds'] | null): Told[] =>
    waysTo(standard, ways, refs, setting).flatMap((way) =>
      periods.flatMap((period) => {
        const members = refs.map((ref) => whole(fixedTo({ ...way, ...ref }, period))).filter((each) => isMeasured(each, setting))
        if (members.length === 0) return []
        if (!bounds) return [isNeither ? whole(members.map(turn)) : turn(whole(members))]
        const many = bounds(members.length).map(([least, most]): Told => ({ is: 'howMany', least, most, of: members }))
        return quantity?.isNegation ? many : many.map(turn)
      }),
    )
  if (counted) {
    const readings = leftSubjects(before, context.topic, setting).flatMap((refs) =>
      periods.flatMap((period) =>
        toldOfItems(
          counted,
          waysOf({ ...view, mentions: { ...view.mentions, items: [] } }, { ...context.topic, item: null }, setting),
          (way) => turn(whole(refs.flatMap((ref) => fixedTo({ ...way, ...ref }, period)))),
          setting,
        ),
      ),
    )
    return put(readings, readings.length === 0 ? 'subject' : null)
  }
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
  const found = subjectsOf(before, { topic, isUnclear: false, isOfOnly: false }, setting)
  return typeof found === 'string' ? [] : found.flatMap(({ refs, isOnly }) => (isOnly ? [] : [refs]))
}
