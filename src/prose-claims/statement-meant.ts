/** What a clause can mean where its words leave it open: who, in which measure of which item. */
import type { NotReadReason, Told } from '../claim.js'
import { exceptedIn } from './statement-comparisons.js'
import type { Reading } from './statement-naming.js'
import { idOfKey, isSameKey, type Key, type SlotFigure } from './statement-slots.js'
import {
  areCoordinated,
  cuesIn,
  everybody,
  groupSets,
  innermost,
  isSameRef,
  itemsNamed,
  type Measure,
  measuresNamed,
  providerSets,
  type Ref,
  type StatementSetting,
  type Topic,
  type View,
} from './statement-subjects.js'

/**
 * `isCompared`: the clause before compares with others. `isUnclear`: it has words that nobody knows. `isTold`: it
 * tells something. `isGap`: it is about what lies between two. `isOfOnly`: it names those alone of whom
 * this clause goes on. `isLeading`: the next clause goes on of those named in this.
 */
export type ClauseContext = {
  topic: Topic
  isPossible: boolean
  isCompared: boolean
  isUnclear: boolean
  isTold: boolean
  isGap: boolean
  isOfOnly: boolean
  isLeading: boolean
}

export function notRead({ from, to }: { from: number; to: number }, reason: NotReadReason): Reading {
  return { from, to, form: null, readings: [], leftOver: reason }
}

// ── slots ──

export type KeyedSlot = { at: number; figure: Extract<SlotFigure, { key: Key }> }
export type ApartSlot = { at: number; figure: Extract<SlotFigure, { kind: 'difference' }> }

export function distinctKeys(keys: readonly Key[]): Key[] {
  return keys.filter((key, at) => keys.findIndex((other) => isSameKey(other, key)) === at)
}

export function differencesIn({ slots }: View): ApartSlot[] {
  return slots.filter((slot): slot is ApartSlot => slot.figure.kind === 'difference')
}

// ── what and who ──

/** A measure of an item. */
export type Way = Measure & { item: string }

/**
 * The measure and the items it can be about, of those there are figures for. `measured`: the words that name the
 * measure, where these are fewer.
 */
export function waysOf(view: View, topic: Topic, setting: StatementSetting, measured = view): Way[] {
  const { survey, period } = setting
  const items = itemsNamed(view, topic, setting)
  const hasNumbers = (way: Way) => everybody(setting).some((ref) => setting.has(idOfKey({ ...way, ...ref }, period, survey)))
  const all = measuresNamed(measured, topic).flatMap((measure) => items.map((item): Way => ({ ...measure, item })).filter(hasNumbers))
  const [first] = all
  return all.filter(({ metric, options }, at) => {
    const isFirst = metric === first?.metric && options === first.options
    return isFirst && all.findIndex((way) => way.item === all[at]?.item) === at
  })
}

export function isKnown(told: Told, { has }: Pick<StatementSetting, 'has'>): boolean {
  switch (told.is) {
    case 'change':
      return has(told.previous) && has(told.current)
    case 'order':
      return has(told.figure) && (typeof told.than !== 'string' || has(told.than))
    case 'not':
      return isKnown(told.of, { has })
    case 'all':
    case 'howMany':
      return told.of.every((each) => isKnown(each, { has }))
    default:
      return true
  }
}

/** There are figures of it, shown or withheld: of several it is one that counts. */
export function isMeasured(told: Told, { has, isWithheld }: StatementSetting): boolean {
  return isKnown(told, { has: (figure) => has(figure) || isWithheld(figure) })
}

/** Words that nobody knows may make it about something else; behind what gives a reason they may stand. */
export function unknownWords({ mentions, clause, periods }: View): boolean {
  const [cause] = mentions.cues('cause').filter(({ from }) => from >= clause.from && from < clause.to)
  const end = cause ? cause.from : clause.to
  const isTime = (at: number) => periods.some(({ from, to }) => from <= at && at < to)
  return mentions.unknown.some((at) => at >= clause.from && at < end && !isTime(at))
}

/** `isOnly`: it is said of these alone, and denied of each of the others of one of the sets. */
type Subject = { refs: Ref[]; isOnly: Ref[][] | null }

/** Everybody a clause without numbers can be about. */
export function subjectsOf(
  view: View,
  { topic, isUnclear, isOfOnly }: Pick<ClauseContext, 'topic' | 'isUnclear' | 'isOfOnly'>,
  setting: StatementSetting,
): Subject[] | NotReadReason {
  const { groups, wholes, mentions } = view
  const root: Ref = { segment: setting.survey.segments.id, provider: null }
  if (cuesIn(view, 'others').length > 0) return 'several'
  const excepted = exceptedIn(view)
  const told = groups.filter(({ target }) => !excepted.includes(target))
  const refs = told.map(({ target }) => target)
  if (refs.length > 0) {
    const kept = innermost(told, view, setting).map(({ target }) => target)
    if (!areCoordinated(told, view) && kept.length > 1) return 'several'
    const first = told[0]
    const isOnly =
      first &&
      (mentions.cueBefore(first.from, 'only') ??
        mentions.cueBefore(first.from - 1, 'only') ??
        cuesIn(view, 'only').find(({ from, to }) => to - from > 1) ??
        null)
    return [{ refs: kept, isOnly: isOnly ? othersThan(kept, setting) : null }]
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
  return all.map((each) => ({ refs: each, isOnly: isOfOnly && each === topic.refs ? othersThan(each, setting) : null }))
}

/** Of each set that holds all of these, the others. */
function othersThan(refs: readonly Ref[], setting: StatementSetting): Ref[][] {
  const isIn = (set: readonly Ref[], ref: Ref) => set.some((member) => isSameRef(member, ref))
  return [...groupSets(setting), ...providerSets(setting)]
    .filter((set) => refs.every((ref) => isIn(set, ref)))
    .map((set) => set.filter((member) => !isIn(refs, member)))
}
