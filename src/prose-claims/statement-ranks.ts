/** Whom a clause calls the highest or the lowest, and among whom. */
import type { NotReadReason, Ranked, Told } from '../claim.js'
import type { Tells } from './statement-directions.js'
import { type ClauseContext, differencesIn, type KeyedSlot, unknownWords, type Way, waysOf } from './statement-meant.js'
import type { Reading } from './statement-naming.js'
import { idOfKey, isCount, type Level } from './statement-slots.js'
import {
  cuesIn,
  groupSets,
  isSameRef,
  isWithin,
  levelPeriods,
  partsOf,
  type Ref,
  type Span,
  type StatementSetting,
  spansOf,
  type View,
} from './statement-subjects.js'
import type { Mention } from './words.js'

type Rank = { from: number; to: number; told: 'highest' | 'lowest'; of: 'level' | 'rise' | 'fall' | 'other' }

/** "højest", "det største fald", "steget mest". */
export function ranksOf(view: View): Rank[] {
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
    const isAhead = [to, to + 1].some((at) => at < clause.to && mentions.cue(at, 'index', 'level', 'mean') !== null)
    // "Tilfredsheden er mindst blandt de unge", not "er mindst 80".
    const isHeld = mentions.cueBefore(from, 'is', 'was') !== null && mentions.cue(to, 'holder') !== null
    const isOfLevel = isHeld && cuesIn(view, 'index', 'level', 'mean').some((cue) => cue.to <= from)
    return isAhead || isOfLevel ? [{ from, to, told, of: 'level' }] : []
  })
  return [...levels, ...sizes]
}

/** "det laveste i de tre målinger", "sit højeste", "STU's bedste år": among times, not among groups. */
function isAmongTimes(view: View, { from }: Rank): boolean {
  const isOwn =
    view.mentions.cueBefore(from, 'own') !== null ||
    view.groups.some((group) => group.to === from && /s$/i.test(view.tokens[from - 1]?.text ?? ''))
  return isOwn || cuesIn(view, 'throughout').length > 0
}

/** "af de to", "af de fem", with no noun that says of whom. */
function isOfCounted({ mentions, tokens }: View, at: number, { lexicon }: StatementSetting): boolean {
  const link = mentions.cue(at, 'outOf')
  if (!link) return false
  const count = mentions.cue(link.to, 'article')?.to ?? link.to
  const isCount = tokens[count]?.kind === 'number' || lexicon.numbers.has(tokens[count]?.key ?? '')
  return isCount && mentions.cue(count + 1, 'groups') === null
}

export function ofRank(view: View, rank: Rank, tells: readonly Tells[], context: ClauseContext, setting: StatementSetting): Reading[] {
  const { from, to } = rank
  const put = (readings: Told[], leftOver: NotReadReason | null): Reading[] => [{ from, to, form: null, readings, leftOver }]
  if (differencesIn(view).length > 0) return put([], 'leftOver')
  if (isAmongTimes(view, rank)) return put([], 'period')
  // "gik fra at være nederst til at være nummer tre": so it was before.
  const isThen = cuesIn(view, 'from').some((cue) => cue.to <= from && view.mentions.cue(cue.to, 'that') !== null)
  if (isThen) return put([], 'period')
  // "øverst af de to": of how many is said, and who these are is not.
  if (view.mentions.cues('highest', 'lowest').some((cue) => isOfCounted(view, cue.to, setting))) return put([], 'several')
  // "Størst er stigningen hos de sygemeldte, hvor der er 73 flere svar": of answers, and not of results.
  const { mentions } = view
  const isOfAnswers = mentions.cues('answers', 'answer').length > 0 && mentions.cues('level', 'index', 'mean').length === 0
  if (isOfAnswers && rank.of !== 'level' && view.slots.length === 0) return put([], 'several')
  // Differences are put in order in no form that is read.
  if (rank.of === 'other' && cuesIn(view, 'difference').length > 0) return put([], 'beside')
  if (rank.of === 'other' || cuesIn(view, 'not', 'except', 'others').length > 0 || (rank.of === 'level' && tells.length > 0))
    return put([], 'several')
  // "hvor det laveste indekstal er 81": somebody's, and not of whom was spoken of.
  const noun = view.mentions.cue(to, 'index', 'level', 'mean')
  const isItself = noun !== null && view.mentions.cue(noun.to, 'is', 'was') !== null
  const isNumber = view.tokens.slice(to, to + 3).some(({ kind, slot }) => kind === 'number' || slot !== null)
  if ((isItself || isNumber) && view.groups.length === 0) return put([], 'subject')
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
 * "Andelen er størst blandt de unge med 60 pct. og mindst blandt de voksne med 37 pct.": each who stands out is named
 * at once, with its number behind it. Empty where the clause tells anything else as well. Of "the groups shown" those
 * that nothing is known of are none.
 */
export function ofExtremes(view: View, setting: StatementSetting): Reading[] {
  const { mentions, groups, slots, clause } = view
  const cues = cuesIn(view, 'highest', 'lowest', 'greatest', 'least').filter(({ to }) => mentions.cue(to, 'holder') !== null)
  const others = cuesIn(view, 'not', 'neither', 'none', 'except', 'others', 'difference', 'than', 'target', 'before', 'throughout')
  const isPlain = others.length + view.otherYears.length + view.wholes.length === 0
  const levels = slots.flatMap(({ at, figure }) => (figure.kind === 'level' && !isCount(figure.key) ? [{ ...figure, at }] : []))
  if (!isPlain || cues.length === 0 || levels.length !== slots.length || !areAlike(levels)) return []
  const told = cues.map((cue, index) => {
    const end = cues[index + 1]?.from ?? clause.to
    const isIn = (at: number) => at >= cue.to && at < end
    const named = groups.filter(({ from }) => isIn(from))
    return { cue, named, own: levels.filter(({ at }) => isIn(at)) }
  })
  const isPaired = ({ named, own }: (typeof told)[number]) =>
    own.length > 0 &&
    named.length === own.length &&
    own.every(({ at, key }, index) => {
      const { from, target } = named[index] as Mention<Ref>
      return from < at && isSameRef(target, { segment: key.segment, provider: key.provider })
    })
  const count = told.reduce((sum, { own }) => sum + own.length, 0)
  if (count !== levels.length || count !== groups.length || !told.every(isPaired)) return []
  const isOfShown = mentions.cues('shown').length > 0
  return told.map(({ cue: { from, to, target }, own }) => {
    const ranked = own.map((level) => rankOf(level, target === 'highest' || target === 'greatest' ? 'highest' : 'lowest'))
    const readings = groupSets(setting).flatMap((set): Told[] => {
      const members = set.map((ref) => ({
        ref,
        id: idOfKey({ ...(own[0] as Level).key, ...ref }, (own[0] as Level).period, setting.survey),
      }))
      // Those who stand out at either end stand out among the same.
      if (!levels.every(({ id }) => members.some((member) => member.id === id))) return []
      const among = members.filter(({ id }) => !isOfShown || setting.has(id)).map(({ id }): Ranked => ({ previous: null, current: id }))
      return [{ is: 'all', of: ranked.map((rank) => rank(among, own.length > 1)) }]
    })
    return { from, to, form: null, readings, leftOver: readings.length > 0 ? null : 'several' }
  })
}

function rankOf({ id }: Level, told: 'highest' | 'lowest') {
  return (among: readonly Ranked[], orAlike: boolean): Told => ({
    is: 'rank',
    of: { previous: null, current: id },
    among: among.filter(({ current }) => current !== id),
    told,
    ...(orAlike ? { orAlike } : {}),
  })
}

/** Numbers of one measure at one time. */
function areAlike(levels: readonly Level[]): boolean {
  return levels.every(({ key, period }) => {
    const first = levels[0] as Level
    const { metric, options, item } = first.key
    return key.metric === metric && key.options === options && key.item === item && period === first.period
  })
}

/**
 * "Grupperne med det højeste og det laveste tal er:": of the points behind the colon, which are no more than these.
 * The whole may stand among them.
 */
export function ofLeadIn(view: View, ranks: readonly Rank[], { topic }: ClauseContext, setting: StatementSetting): Reading[] {
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
