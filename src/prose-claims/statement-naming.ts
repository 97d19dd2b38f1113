/** Whether the words beside a slot call its figure by another's name: group, provider, item, period, metric or unit. */
import type { NotReadReason, Told } from '../claim.js'
import type { StatementCue } from '../locale/statement-words.js'
import { type MetricId, metrics } from '../metrics.js'
import { wholeOf } from '../survey.js'
import { range } from './statement-mentions.js'
import { isCount, type Key, type SlotFigure } from './statement-slots.js'
import { cuesIn, isSameRef, isWithin, periodsBefore, type Ref, type StatementSetting, type View } from './statement-subjects.js'
import type { Mention } from './words.js'

/** A finding of the reader: words `from` to `to`, what they can mean, and why a part of them was not read. */
export type Reading = {
  from: number
  to: number
  form: string | null
  readings: Told[]
  leftOver: NotReadReason | null
}

type Known = { at: number; figure: Extract<SlotFigure, { key: Key }> }

/** Everything that calls a slot by another name, and what is unclear about which name is whose. */
export function misnamings(view: View, setting: StatementSetting): Reading[] {
  const known = view.slots.filter((slot): slot is Known => 'key' in slot.figure)
  return [
    ...ofGroups(view, known, setting),
    ...known.flatMap((slot) => [...ofPeriod(view, slot, setting), ...ofUnit(view, slot), ...ofItem(view, slot, setting)]),
    ...ofMetric(view, known),
  ]
}

function wrong({ from, to }: Pick<Mention<unknown>, 'from' | 'to'>, figure: string): Reading {
  return { from, to, form: null, readings: [{ is: 'misnamed', figure }], leftOver: null }
}

function unclear({ from, to }: Pick<Mention<unknown>, 'from' | 'to'>, reason: NotReadReason): Reading {
  return { from, to, form: null, readings: [], leftOver: reason }
}

// ── whose ──

function ofGroups(view: View, slots: readonly Known[], setting: StatementSetting): Reading[] {
  const root = setting.survey.segments.id
  const isWhole = (ref: Ref) => ref.segment === root && ref.provider === null
  // "In all" of an item that is about a part of the groups is all of that part.
  const isWholeOfItem = ({ figure: { key } }: Known): boolean => {
    const item = setting.survey.items.find(({ id }) => id === key.item)
    return key.provider === null && key.segment === (item ? wholeOf(setting.survey, item).id : root)
  }
  const named = view.groups.length > 0 ? view.groups : view.wholes
  if (named.length === 0) return ofNobody(view, slots)
  const refOf = ({ figure }: Known): Ref => ({ segment: figure.key.segment, provider: figure.key.provider })
  // A provider is named without saying in which group.
  const fits = (ref: Ref, target: Ref) =>
    target.provider !== null
      ? ref.provider === target.provider
      : isSameRef(ref, target) || (ref.provider !== null && ref.segment === target.segment)
  const order = [
    ...named.map((mention) => ({ ...mention, slot: null })),
    ...slots.map((slot) => ({ from: slot.at, to: slot.at + 1, target: refOf(slot), slot })),
  ].sort((a, b) => a.from - b.from)
  const isCompared = cuesIn(view, 'than', 'above', 'below', 'same', 'respectively', 'others', 'overtaken').length > 0
  const kinds = order.map(({ slot }) => (slot ? 's' : 'g')).join('')
  // "75 hos Broen, 72 for resten": who stands at once behind a number of theirs is who the next is about no longer.
  const taken = slots.flatMap((slot) => {
    const after = groupAfter(view, slot.at)
    return after && fits(refOf(slot), after.target) ? [{ slot, from: after.from }] : []
  })
  return slots.flatMap((slot): Reading[] => {
    const ref = refOf(slot)
    const isInOrder = cuesIn(view, 'respectively').length > 0 && named.length === slots.length && slots.length > 1
    if (isInOrder) return respectively(view, slot, slots, named, fits)
    const after = groupAfter(view, slot.at)
    const before = order.findLast((each) => !each.slot && each.from < slot.at)
    if (after) return fits(ref, after.target) ? [] : [wrong(after, slot.figure.id)]
    const everybody = everybodyAfter(view, slot.at)
    if (everybody) return isWholeOfItem(slot) ? [] : [unclear(everybody, 'several')]
    const isNamed = named.some(({ target }) => fits(ref, target)) || (isWholeOfItem(slot) && view.wholes.length > 0)
    const isInside = named.some(
      ({ target }) => !isWhole(target) && target.provider === null && isWithin(ref.segment, target.segment, setting),
    )
    if (!isNamed) {
      // "blandt de eksterne": a part of who is named is not who is named, but may be told of among them.
      if (isInside && !before) return []
      const isTaken = before && taken.some((other) => other.slot !== slot && other.from === before.from)
      if (isTaken) return [unclear(before, 'several')]
      return before || named[0] ? [wrong(before ?? (named[0] as Mention<Ref>), slot.figure.id)] : []
    }
    if (!before || fits(ref, before.target) || (isWholeOfItem(slot) && view.wholes.some(({ from }) => from < slot.at))) return []
    const rest = named.filter(({ target }) => !fits(ref, target))
    if (rest.every(({ target }) => isRelated(ref, target, setting))) return []
    if (!isCompared && /^g+s+(?:g+s+)*$/.test(kinds)) return [wrong(before, slot.figure.id)]
    return isCompared ? respectively(view, slot, slots, named, fits) : [unclear(before, 'several')]
  })
}

/** Results of several groups in a clause that names none of them. */
function ofNobody({ mentions }: View, slots: readonly Known[]): Reading[] {
  const results = slots.filter(({ at, figure }) => !isCount(figure.key) || mentions.cue(at + 1, ...units) === null)
  const [first, ...others] = results
  const isAlike = ({ figure: { key } }: Known) => key.segment === first?.figure.key.segment && key.provider === first?.figure.key.provider
  const other = others.find((slot) => !isAlike(slot))
  return other ? [unclear({ from: other.at, to: other.at + 1 }, 'several')] : []
}

function isRelated(a: Ref, b: Ref, setting: StatementSetting): boolean {
  return isWithin(a.segment, b.segment, setting) || isWithin(b.segment, a.segment, setting)
}

/**
 * "De unge og de voksne ligger på henholdsvis 80 og 84": in the order in which they are named. Other comparisons say
 * themselves who is meant.
 */
function respectively(
  view: View,
  slot: Known,
  slots: readonly Known[],
  named: readonly Mention<Ref>[],
  fits: (ref: Ref, target: Ref) => boolean,
): Reading[] {
  const ref = { segment: slot.figure.key.segment, provider: slot.figure.key.provider }
  if (cuesIn(view, 'respectively').length === 0) return named.length > 2 ? [unclear(named[0] as Mention<Ref>, 'several')] : []
  const own = named[slots.indexOf(slot)]
  if (!own || named.length !== slots.length) return [unclear(named[0] as Mention<Ref>, 'several')]
  return fits(ref, own.target) ? [] : [wrong(own, slot.figure.id)]
}

/** "80 indekspoint for": what leads in whose number it is, at once behind the slot and its unit. */
function holderAfter({ mentions }: View, slot: number): Mention<unknown> | null {
  let at = slot + 1
  for (let next = mentions.cue(at, ...units); next; next = mentions.cue(at, ...units)) at = next.to
  return mentions.cue(at, 'holder')
}

/** "72 for alle": of everybody, where no noun behind it says of whom. */
function everybodyAfter(view: View, slot: number): Mention<unknown> | null {
  const holder = holderAfter(view, slot)
  const all = holder && view.mentions.cue(holder.to, 'all')
  return all && view.tokens[all.to]?.kind !== 'word' ? all : null
}

/** "80 indekspoint for de unge": a group at once behind the slot and its unit. */
function groupAfter(view: View, slot: number): Mention<Ref> | null {
  const { mentions, groups, wholes } = view
  const holder = holderAfter(view, slot)
  if (!holder) return null
  const start = mentions.cue(holder.to, 'article')?.to ?? holder.to
  return [...groups, ...wholes].find(({ from }) => from === holder.to || from === start) ?? null
}

// ── when ──

function ofPeriod(view: View, { at, figure }: Known, setting: StatementSetting): Reading[] {
  if (figure.kind !== 'level') return []
  const { mentions, slots } = view
  const named = timesIn(view, setting)
  const after = named.find(({ from, to }) => isAtOnce(view, at + 1, from) && !isAheadOfSlot(view, to))
  const role = roleOf(view, at)
  const [ago] = cuesIn(view, 'trend').filter(({ from }) => isAtOnce(view, at + 1, from))
  if (ago) return [unclear(ago, 'period')]
  const ahead = named.filter(({ from, to }) => to <= (slots[0]?.at ?? at) && mentions.cueBefore(from, 'since') === null)
  if (!after && role === null && ahead.length > 1 && new Set(ahead.map(({ target }) => target?.join())).size > 1) {
    // "I 2023 og 2024 var tallet henholdsvis 75 og 74": in the order in which they are named.
    const own = ahead[slots.findIndex((slot) => slot.at === at)]
    if (ahead.length !== slots.length || !own?.target) return [unclear(ahead[0] as Mention<unknown>, 'period')]
    return own.target.includes(figure.period) ? [] : [wrong(own, figure.id)]
  }
  const first = slots.find((slot) => slot.at > 0)?.at
  const before = named.findLast(
    ({ from, to }) => to <= at && !slots.some((slot) => slot.at >= to && slot.at < at) && mentions.cueBefore(from, 'since') === null,
  )
  const isPlain = before && role === null && first !== undefined && mentions.cueBefore(before.from, 'from', 'than', 'against') === null
  const told = after ?? (isPlain && view.periods.length + view.otherYears.length <= 1 ? before : undefined)
  // "Bostøtten ligger på 82" of an earlier period, where no time is named and no verb tells of the past.
  const isUntimed = named.length === 0 && role === null && cuesIn(view, 'was').length === 0 && slots.length === 1
  if (!told && isUntimed && figure.period !== setting.period && !view.spoken.includes(figure.period))
    return [unclear({ from: at, to: at + 1 }, 'period')]
  if (!told) return []
  if (told.target === null) return [unclear(told, 'period')]
  return told.target.includes(figure.period) ? [] : [wrong(told, figure.id)]
}

/** Words for a time, and the periods they can mean; null where it is none of the survey's. */
function timesIn(view: View, setting: StatementSetting): Mention<string[] | null>[] {
  const isPeriod = (at: number) => view.periods.some(({ from, to }) => from <= at && at < to)
  return [
    ...view.periods.map((mention) => ({ ...mention, target: [mention.target] })),
    ...view.otherYears.map((at) => ({ from: at, to: at + 1, target: null })),
    ...cuesIn(view, 'before').flatMap((mention) =>
      isPeriod(mention.from) ? [] : [{ ...mention, target: periodsBefore(setting.period, setting) }],
    ),
    ...cuesIn(view, 'now').flatMap((mention) =>
      range(mention.from, mention.to).some(isPeriod) ? [] : [{ ...mention, target: [setting.period] }],
    ),
  ].sort((a, b) => a.from - b.from)
}

/** Between a slot and the words behind it stand but its unit and "i", "(". */
function isAtOnce({ mentions, tokens }: View, from: number, to: number): boolean {
  let at = from
  for (let next = mentions.cue(at, ...units); next && at < to; next = mentions.cue(at, ...units)) at = next.to
  if (at === to) return true
  const during = mentions.cue(at, 'during')
  return during?.to === to && tokens[at]?.text !== ','
}

/** "82 (2023: 80)", "82 (året før 80)": the time belongs to the number behind it. */
function isAheadOfSlot({ mentions, tokens, slots }: View, to: number): boolean {
  const next = tokens[to]?.text === ':' ? to + 1 : to
  const start = mentions.cue(next, 'roughly')?.to ?? next
  return slots.some(({ at }) => at === start)
}

export type Role = 'from' | 'to' | 'against' | null

/** What the word before a slot makes of it: "fra 80", "til 82", "mod 80". */
export function roleOf({ mentions, tokens }: View, at: number): Role {
  let end = at
  while (
    end > 0 &&
    (mentions.cueBefore(end, 'roughly') !== null || /^(?:ca|knap|godt|hele|kun|cirka|omkring|about|just)$/.test(tokens[end - 1]?.key ?? ''))
  )
    end -= 1
  const found = (['from', 'to', 'against'] as const).flatMap((role) => {
    const cue = mentions.cueBefore(end, role)
    return cue ? [{ role, length: cue.to - cue.from }] : []
  })
  return found.reduce<{ role: Role; length: number }>((best, next) => (next.length > best.length ? next : best), { role: null, length: 0 })
    .role
}

// ── what ──

const units = ['indexPoint', 'point', 'percentagePoint', 'percent', 'answer', 'person'] as const satisfies StatementCue[]
type UnitCue = (typeof units)[number]

/** The words that may stand behind a figure's number. */
function unitsOf({ metric }: Key, isChange: boolean): readonly UnitCue[] {
  switch (metrics[metric].unit) {
    case 'indexPoint':
      return ['indexPoint', 'point']
    case 'scalePoint':
      return ['point']
    case 'share':
      return isChange ? ['percentagePoint'] : ['percent']
    default:
      return ['answer', 'person']
  }
}

function ofUnit({ mentions }: View, { at, figure }: Known): Reading[] {
  const unit = mentions.cue(at + 1, ...units)
  if (!unit || unitsOf(figure.key, figure.kind !== 'level').some((own) => mentions.cue(at + 1, own) !== null)) return []
  return [wrong(unit, figure.id)]
}

function ofItem(view: View, { figure }: Known, { survey }: StatementSetting): Reading[] {
  const named = view.mentions.items.filter(({ from, to }) => from >= view.clause.from && to <= view.clause.to)
  const [first] = named
  if (survey.items.length < 2 || !first || named.some(({ target }) => target === figure.key.item)) return []
  return [wrong(first, figure.id)]
}

const metricCues = {
  index: ['indexScore'],
  answers: ['base', 'count'],
  responseRate: ['responseRate'],
  invited: ['invited'],
} satisfies Partial<Record<StatementCue, MetricId[]>>

/**
 * "Svarprocenten er 80" where the slot is an index: the only thing that is named, right before the only kind of
 * number.
 */
function ofMetric(view: View, slots: readonly Known[]): Reading[] {
  const cues = Object.keys(metricCues) as (keyof typeof metricCues)[]
  const named = cuesIn(view, ...cues)
  const kinds = new Set(named.map(({ target }) => target))
  const [first] = named
  const [slot, ...others] = slots.filter(
    ({ at, figure }) => !(isCount(figure.key) && view.mentions.cue(at + 1, 'answer', 'person') !== null),
  )
  if (kinds.size !== 1 || !first || !slot || first.from > slot.at) return []
  const meant: readonly MetricId[] = metricCues[first.target as keyof typeof metricCues]
  const isMeant = [slot, ...others].some(({ figure }) => meant.includes(figure.key.metric))
  return isMeant ? [] : [wrong(first, slot.figure.id)]
}
