/** What is said of results in no form that is read: it is listed, never passed over. */
import { type ClauseContext, notRead } from './statement-meant.js'
import type { Reading } from './statement-naming.js'
import { isCount } from './statement-slots.js'
import { areCoordinated, cuesIn, isWithin, type Ref, type StatementSetting, type View } from './statement-subjects.js'

/** What a clause says besides what is read of it; what was not read at all is listed once. */
export function remarksOf(view: View, context: ClauseContext, setting: StatementSetting, read: readonly Reading[]): Reading[] {
  const missed = read.length === 0 ? [...ellipses(view, context), ...portions(view, context), ...ofOthers(view, context, setting)] : []
  if ([...read, ...missed].some(({ readings }) => readings.length === 0)) return missed
  const isRead = read.length + missed.length > 0
  return [
    ...missed,
    ...[...strangers(view, setting), ...ofEvidence(view), ...(isRead ? [] : besideOthers(view, context, setting))].slice(0, 1),
  ]
}

/** "Faldet kan være tilfældigt", "STU er ikke målt": how results came to be is in no form, and is never passed over. */
function ofEvidence(view: View): Reading[] {
  return cuesIn(view, 'evidence')
    .slice(0, 1)
    .map((cue) => notRead(cue, 'evidence'))
}

/**
 * "Kun STU …", "STU klarer sig godt i forhold til de øvrige", "Målet er fortsat langt væk for STU": somebody is set
 * against others, another time or a target, in no form that is read.
 */
function besideOthers(view: View, { topic, isPossible: isWithin, isLeading }: ClauseContext, { lexicon }: StatementSetting): Reading[] {
  const { groups, wholes, mentions, clause } = view
  const named = [...groups, ...wholes]
  const isNext = (a: { to: number }, b: { from: number }) => b.from >= a.to && b.from - a.to <= 1
  const only = isLeading ? undefined : cuesIn(view, 'only').find((cue) => groups.some((group) => isNext(cue, group) || isNext(group, cue)))
  const others = [...named, ...cuesIn(view, 'others')]
  const against = cuesIn(view, 'against').find((cue) => named.some(({ to }) => to <= cue.from) && others.some((each) => isNext(cue, each)))
  const isOfSomebody = named.length > 0 || topic.refs !== null
  const isOfResults = isOfSomebody || cuesIn(view, 'groups', 'level', 'index', 'mean', 'answers').length > 0
  const compound = mentions.compounds.find(
    ({ at, before }) => at >= clause.from && at < clause.to && (isOfResults || lexicon.names.isPart(before)),
  )
  if (compound) return [notRead({ from: compound.at, to: compound.at + 1 }, 'beside')]
  if (isWithin || cuesIn(view, 'irrealis', 'condition').length > 0) return []
  const set = [
    ...(isOfSomebody ? cuesIn(view, 'highest', 'lowest', 'greatest', 'least', 'target', 'reached', 'than', 'throughout') : []),
    ...(named.length > 0 ? cuesIn(view, 'half', 'most', 'others', 'difference') : []),
    ...placed(view, isOfSomebody),
    ...(isOfResults ? cuesIn(view, 'gap') : []),
    ...(cuesIn(view, 'groups').length > 0 ? cuesIn(view, 'reached', 'target') : []),
  ]
  return [only, against, ...set].flatMap((cue) => (cue ? [notRead(cue, 'beside')] : [])).slice(0, 1)
}

/** "ligger, hvor de lå i 2023": where somebody stands beside another time, or beside another group. */
function placed(view: View, isOfSomebody: boolean): { from: number; to: number }[] {
  const { groups, periods, slots } = view
  // With numbers it is read as these.
  if (slots.length > 0) return []
  const isTimed = periods.length + cuesIn(view, 'before', 'others').length > 0
  const [, second] = groups
  const isBeside = second !== undefined && !areCoordinated(groups, view) && cuesIn(view, 'is', 'was', 'moves', 'motion').length > 0
  return [...(isOfSomebody && isTimed ? cuesIn(view, 'stands') : []), ...(isBeside ? [second] : [])]
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
