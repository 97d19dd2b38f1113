/**
 * Whom, what and when a clause of a memo is about, as far as its words say; where they leave it open, every way it
 * can be meant.
 */
import type { NotReadReason } from '../claim.js'
import type { StatementCue } from '../locale/statement-words.js'
import type { Locale } from '../locale/words.js'
import type { MetricId } from '../metrics.js'
import { parentOf, type Survey, segmentById, segmentsOf } from '../survey.js'
import { type Clause, type Lexicon, type Mentions, range } from './statement-mentions.js'
import type { Key, Level, SlotFigure, Token } from './statement-slots.js'
import type { Mention } from './words.js'

/** Someone figures are about. */
export type Ref = { segment: string; provider: string | null }

export type StatementSetting = {
  survey: Survey
  locale: Locale
  lexicon: Lexicon
  /** the period the document tells of, and the one it compares with */
  period: string
  previous: string | null
  /** ids of the survey's periods in a run of words, in every printed form */
  periodsIn: (tokens: readonly Token[]) => Mention<string>[]
  /** there is a figure of this id */
  has: (figure: string) => boolean
  /**
   * a figure of this id is there and not shown: it counts among those that something is said of, and nobody knows what
   * it holds
   */
  isWithheld: (figure: string) => boolean
}

/** What levels and changes are told in. `options`: of a share. */
export type Measure = Pick<Key, 'metric' | 'options'>

/**
 * What the words before have been about. `measure`: what the passage's own numbers measure; `commonest`: what most
 * numbers of the document do. `listed`: the first result of each of the points that a passage leads in.
 */
export type Topic = {
  refs: Ref[] | null
  item: string | null
  heading: Ref[] | null
  measure: Measure | null
  commonest: Measure | null
  listed: Level[]
}
export const noTopic: Topic = { refs: null, item: null, heading: null, measure: null, commonest: null, listed: [] }

/** A clause in its sentence. `slots`: position and figure. `groups`: whoever is named, in order. */
export type View = {
  tokens: readonly Token[]
  mentions: Mentions
  clause: Clause
  slots: { at: number; figure: SlotFigure }[]
  groups: Mention<Ref>[]
  wholes: Mention<Ref>[]
  periods: Mention<string>[]
  /** a year that is none of the survey's periods */
  otherYears: number[]
  /** ids of those that the passage has named last before the clause */
  spoken: string[]
}

export function viewOf(
  tokens: readonly Token[],
  mentions: Mentions,
  periods: readonly Mention<string>[],
  clause: Clause,
  setting: StatementSetting,
): View {
  const isWithin = ({ from, to }: Mention<unknown>) => from >= clause.from && to <= clause.to
  const root = setting.survey.segments.id
  const segments = mentions.segments.map(({ target, from, to }) => ({ target: { segment: target, provider: null }, from, to }))
  const providers = mentions.providers.map(({ target, from, to }) => ({ target: { segment: root, provider: target }, from, to }))
  // "de kommunale tilbud" are not all of them.
  // "jeg er alt i alt tilfreds" is a question that is quoted, and names nobody; a name may be all that is.
  const isSaid = ({ from, to }: Mention<Ref>) =>
    tokens[from]?.isQuoted === true && [from - 1, to].some((at) => tokens[at]?.isQuoted === true && tokens[at]?.kind === 'word')
  const isQualified = (each: Mention<Ref>) => isWhole(each.target, root) && (mentions.unknown.includes(each.from - 1) || isSaid(each))
  const named = [...segments, ...providers].filter((each) => isWithin(each) && !isQualified(each)).sort((a, b) => a.from - b.from)
  const whole: Ref = { segment: root, provider: null }
  // "under gennemsnittet": of the whole, where nobody else's is known.
  const averages =
    setting.survey.benchmarks.length > 0 ? [] : mentions.cues('benchmark').filter(({ from }) => isComparedWith(mentions, from))
  return {
    tokens,
    mentions,
    clause,
    slots: range(clause.from, clause.to).flatMap((at) => (tokens[at]?.slot ? [{ at, figure: tokens[at]?.slot as SlotFigure }] : [])),
    groups: named.filter(({ target }) => !isWhole(target, root)),
    wholes: [
      ...named.filter(({ target }) => isWhole(target, root)),
      ...[...mentions.cues('whole'), ...averages]
        // "de eksterne leverandører under ét" are not all.
        .filter((cue) => isWithin(cue) && !isOfItems(mentions, cue.to) && !named.some(({ to }) => to === cue.from))
        .map(({ from, to }) => ({ target: whole, from, to })),
    ].sort((a, b) => a.from - b.from),
    periods: periods.filter(isWithin),
    spoken: [],
    otherYears: range(clause.from, clause.to).filter(
      (at) => /^(?:19|20)\d\d(?:-\d\d$|-\p{L}|$)/u.test(tokens[at]?.key ?? '') && !periods.some(({ from, to }) => from <= at && at < to),
    ),
  }
}

/** "på tværs af spørgsmålene" */
function isOfItems(mentions: Mentions, at: number): boolean {
  const link = mentions.cue(at, 'outOf')
  return link !== null && mentions.cue(link.to, 'items') !== null
}

function isComparedWith(mentions: Mentions, at: number): boolean {
  return mentions.cueBefore(at, 'above', 'below', 'than', 'same') !== null
}

function isWhole({ segment, provider }: Ref, root: string): boolean {
  return segment === root && provider === null
}

export function isSameRef(a: Ref, b: Ref): boolean {
  return a.segment === b.segment && a.provider === b.provider
}

/** "8 point over de interne tilbud": somebody is named whom another stands above or below. */
export function isHeldAgainst({ from }: { from: number }, mentions: Mentions): boolean {
  const start = mentions.cueBefore(from, 'article')?.from ?? from
  return mentions.cueBefore(start, 'above', 'below') !== null
}

/** The cues of a clause. */
export function cuesIn({ mentions, clause, periods }: View, ...cues: StatementCue[]): Mention<StatementCue>[] {
  const said = mentions.cues(...cues)
  if (said.length === 0) return said
  // "first half of 2023" is no half of anything.
  const isOfTime = ({ from, to, target }: Mention<StatementCue>) =>
    target === 'half' && periods.some((period) => period.from <= from && to <= period.to)
  return said.filter((cue) => cue.from >= clause.from && cue.to <= clause.to && !isOfTime(cue))
}

/**
 * What is wished for or supposed; not a guess at a cause ("faldet kan skyldes …" tells of a fall), and not what only
 * sounds like one ("kan opgøres til 83").
 */
export function wishesIn(view: View): Mention<StatementCue>[] {
  const isFact = ({ from, to }: Mention<StatementCue>) => (view.mentions.cue(from, 'is', 'was')?.to ?? to) > to
  return cuesIn(view, 'irrealis', 'condition').filter((cue) => view.mentions.cue(cue.to, 'cause') === null && !isFact(cue))
}

// ── when ──

/** Two periods, the earlier first. */
export type Span = readonly [previous: string, current: string]

/**
 * The periods before this one that "the year before" can mean: the survey's, and the one the document compares with.
 */
export function periodsBefore(period: string, { survey, period: told, previous }: StatementSetting): string[] {
  const at = survey.periods.findIndex(({ id }) => id === period)
  return [
    ...new Set([
      ...(period === told && previous !== null ? [previous] : []),
      ...(survey.periods[at - 1] ? [survey.periods[at - 1]?.id as string] : []),
    ]),
  ]
}

/** Every two periods a change without numbers can lie between. */
export function spansOf(view: View, setting: StatementSetting): Span[] | NotReadReason {
  const { mentions, periods } = view
  const order = setting.survey.periods.map(({ id }) => id)
  const { period: now, previous } = setting
  if (view.otherYears.length > 0 || cuesIn(view, 'trend').length > 0) return 'period'
  const named = [...new Set(periods.map(({ target }) => target))].sort((a, b) => order.indexOf(a) - order.indexOf(b))
  const before = cuesIn(view, 'before').filter(({ from }) => !periods.some((period) => period.from <= from && from < period.to))
  const isCompared = (from: number) => mentions.cueBefore(from, 'since') !== null || mentions.cueBefore(from - 1, 'since') !== null
  if (named.length > 2) return 'period'
  if (named.length === 2) return [[named[0] as string, named[1] as string]]
  const [only] = named
  if (only !== undefined && only !== now) {
    const from = periods[0]?.from ?? 0
    if (order.indexOf(only) < order.indexOf(now) && isCompared(from)) return [[only, now]]
    const earlier = periodsBefore(only, setting)
    return earlier.length > 0 ? earlier.map((each) => [each, only] as const) : 'period'
  }
  const [ago] = before
  if (ago) {
    const spans = periodsBefore(now, setting).map((each) => [each, now] as const)
    if (spans.length === 0) return 'period'
    if (isCompared(ago.from)) return spans
    return [...spans, ...spans.flatMap(([then]) => periodsBefore(then, setting).map((each) => [each, then] as const))]
  }
  return previous === null ? 'period' : [[previous, now]]
}

/** Every period a level without numbers can be of. */
export function levelPeriods(view: View, setting: StatementSetting): string[] | NotReadReason {
  if (view.otherYears.length > 0 || cuesIn(view, 'trend').length > 0) return 'period'
  const named = [...new Set(view.periods.map(({ target }) => target))]
  if (named.length > 1) return 'period'
  if (named.length === 1) return named
  if (cuesIn(view, 'before').length > 0) return 'period'
  // "De lå over gennemsnittet": it is not said when.
  const isPast = cuesIn(view, 'was').length > 0 && cuesIn(view, 'is', 'now').length === 0
  return isPast ? setting.survey.periods.map(({ id }) => id) : [setting.period]
}

// ── what ──

/** Measures that words can mean, the likeliest first. */
export function measuresNamed(view: View, { measure, commonest }: Topic): Measure[] {
  const has = (cue: StatementCue) => cuesIn(view, cue).length > 0
  const plain = (...metrics: MetricId[]) => metrics.map((metric): Measure => ({ metric, options: null }))
  if (has('responseRate')) return plain('responseRate')
  const isMoreAnswers = cuesIn(view, 'higher', 'lower').some(({ to }) => view.mentions.cue(to, 'answer', 'answers') !== null)
  if (has('answers') || isMoreAnswers) return plain('base')
  if (has('invited')) return plain('invited')
  if (has('index')) return plain('indexScore')
  const isItem = view.mentions.items.some(({ from }) => from >= view.clause.from && from < view.clause.to)
  const usual = has('mean') && !has('level') && !isItem ? plain('mean', 'indexScore') : plain('indexScore', 'mean')
  return [...(measure ? [measure] : []), ...usual, ...(commonest ? [commonest] : [])]
}

/** Items that are named; else the one spoken of, else every one it may be. */
export function itemsNamed({ mentions, clause }: View, topic: Topic, { survey }: StatementSetting): string[] {
  const named = mentions.items.filter(({ from, to }) => from >= clause.from && to <= clause.to).map(({ target }) => target)
  if (named.length > 0) return [...new Set(named)]
  return topic.item ? [topic.item] : survey.items.map(({ id }) => id)
}

// ── who ──

/** Groups that stand together: "de unge og de voksne", "de unge, de voksne og STU". */
export function areCoordinated(groups: readonly Mention<Ref>[], { tokens, mentions }: View): boolean {
  return groups.every(({ from }, index) => {
    const before = groups[index - 1]
    if (!before) return true
    const between = range(before.to, from)
    const joins = (at: number) => tokens[at]?.text === ',' || mentions.cue(at, 'and') !== null
    return between.some(joins) && between.every((at) => joins(at) || mentions.cue(at, 'article', 'holder') !== null)
  })
}

/** Every sentence asks for them, and surveys never change. */
const setsOfSurveys = new WeakMap<Survey, Ref[][]>()

/** Of groups that hold each other the inner ones: "STU blandt de private"; all that stand together. */
export function innermost(groups: readonly Mention<Ref>[], view: View, setting: StatementSetting): readonly Mention<Ref>[] {
  if (areCoordinated(groups, view)) return groups
  const holds = (outer: Ref, inner: Ref) => inner.segment !== outer.segment && isWithin(inner.segment, outer.segment, setting)
  return groups.filter(({ target }) => !groups.some((other) => holds(target, other.target)))
}

/** Every set of groups a plural word can mean: the parts of any group, all groups without parts, all groups. */
export function groupSets({ survey }: StatementSetting): Ref[][] {
  const known = setsOfSurveys.get(survey)
  if (known) return known
  const ref = (segment: string): Ref => ({ segment, provider: null })
  const nodes = segmentsOf(survey.segments)
  const sets = [
    ...nodes.map(({ segment }) => (segment.parts ?? []).map(({ id }) => ref(id))),
    nodes.filter(({ segment, depth }) => depth > 0 && !segment.parts).map(({ segment }) => ref(segment.id)),
    nodes.filter(({ depth }) => depth > 0).map(({ segment }) => ref(segment.id)),
  ]
  const distinct = distinctSets(sets)
  setsOfSurveys.set(survey, distinct)
  return distinct
}

/** Who can be meant by a plural word: those it is said of, where a group's parts are called so. */
export function setsCalled(token: Token | undefined, setting: StatementSetting): Ref[][] {
  const { survey, lexicon } = setting
  const nodes = segmentsOf(survey.segments)
  const called = nodes.filter(
    ({ segment }) => segment.partsCalled && token && lexicon.stem(segment.partsCalled.many.split(' ').at(-1) ?? '') === token.stem,
  )
  if (called.length === 0) return groupSets(setting)
  return distinctSets(called.map(({ segment }) => (segment.parts ?? []).map(({ id }): Ref => ({ segment: id, provider: null }))))
}

/** All groups, and providers wherever they are. */
export function everybody({ survey }: StatementSetting): Ref[] {
  const groups = segmentsOf(survey.segments).map(({ segment }): Ref => ({ segment: segment.id, provider: null }))
  return [...groups, ...survey.providers.map(({ id }): Ref => ({ segment: survey.segments.id, provider: id }))]
}

export function partsOf(segment: string, { survey }: StatementSetting): Ref[][] {
  const nodes = segmentsOf(survey.segments)
  const found = nodes.find((node) => node.segment.id === segment)?.segment
  const leaves = (found?.parts ? segmentsOf(found) : []).filter((node) => node.segment !== found && !node.segment.parts)
  return distinctSets([
    (found?.parts ?? []).map(({ id }) => ({ segment: id, provider: null })),
    leaves.map((node) => ({ segment: node.segment.id, provider: null })),
  ])
}

export function providerSets({ survey }: StatementSetting): Ref[][] {
  const root = survey.segments.id
  const all = (of: Survey['providers']) => of.map(({ id }): Ref => ({ segment: root, provider: id }))
  return distinctSets([
    all(survey.providers),
    all(survey.providers.filter(({ kind }) => kind === 'external')),
    all(survey.providers.filter(({ kind }) => kind === 'internal')),
  ])
}

function distinctSets(sets: readonly Ref[][]): Ref[][] {
  const byMembers = new Map(
    sets.filter((set) => set.length > 1).map((set) => [set.map(({ segment, provider }) => `${segment} ${provider ?? ''}`).join('|'), set]),
  )
  return [...byMembers.values()]
}

/** Of two groups one holds the other. */
export function isWithin(inner: string, outer: string, { survey }: Pick<StatementSetting, 'survey'>): boolean {
  if (inner === outer) return segmentById(survey.segments, inner) !== undefined
  const parent = parentOf(survey.segments, inner)
  return parent !== null && isWithin(parent.id, outer, { survey })
}

/** All that hold somebody, the nearest first, up to all together. */
export function wholesOf({ segment, provider }: Ref, { survey }: Pick<StatementSetting, 'survey'>): Ref[] {
  const root: Ref = { segment: survey.segments.id, provider: null }
  const parent = parentOf(survey.segments, segment)
  if (provider !== null) return [root]
  if (!parent) return []
  const own: Ref = { segment: parent.id, provider: null }
  return [own, ...wholesOf(own, { survey })]
}
