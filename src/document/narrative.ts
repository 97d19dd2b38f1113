/** Facts before words: what a memo may say about each group, as claims and figures. The template chooses the words. */

import { breaksBetween } from '../breaks.js'
import { holm } from '../certainty.js'
import { changeOf, isWeakBase } from '../change.js'
import { decompositionOf } from '../decomposition.js'
import type { Change, ChangeBasis, Comparison, Contribution, Figure, Figures, ItemBreak, WhyNoTotal } from '../figure.js'
import { figureId } from '../figure-key.js'
import { answeredBeside, figureOf, whyNoTotal } from '../figures.js'
import { spellNumber } from '../locale/spelling.js'
import type { Absence, Locale, MeasureId, ScaleEnds, Verdict } from '../locale/words.js'
import { bestTwo, type MetricId, metrics, scoredOptions } from '../metrics.js'
import { optionLabel } from '../options.js'
import { exact, fromFraction, isEqual, toFraction, toNumber } from '../printed.js'
import type { DocumentSpec, Project } from '../project.js'
import { scaleOf } from '../scales.js'
import {
  type Item,
  isLeaf,
  isMeasuredIn,
  type Period,
  type ResponseOption,
  type Scale,
  type Segment,
  type SegmentNode,
  type Survey,
  segmentById,
  segmentsOf,
} from '../survey.js'
import type { Inline } from './blocks.js'

/** The number a memo is about. `options`: of a share, ids in the scale's order joined by `+`; else null. */
export type Measure = { metric: MeasureId; options: string | null }

/** What a document is about, looked up once. */
export type Setting = {
  figures: Figures
  survey: Survey
  /** the survey's first item: what the memo tells of */
  item: Item
  scale: Scale
  /** what the memo tells levels and changes in */
  measure: Measure
  current: Period
  /** null where no change is told */
  previous: Period | null
  basis: ChangeBasis
  /** the author's own words, printed, by segment id */
  explanations: Readonly<Record<string, Inline[]>>
  locale: Locale
}

export function settingOf(project: Project, spec: DocumentSpec, figures: Figures, locale: Locale): Setting {
  const { survey } = project
  const item = survey.items[0] as Item
  const periodOf = (id: string | null) => survey.periods.find((period) => period.id === id) ?? null
  const [current, previous] = [periodOf(spec.period) as Period, periodOf(spec.compareWith)]
  return {
    figures,
    survey,
    item,
    scale: scaleOf(survey, item),
    measure: measureOf(figures, item, [current, ...(previous ? [previous] : [])]),
    current,
    previous,
    basis: spec.changeBasis,
    explanations: {},
    locale,
  }
}

/** What a memo may tell levels in, the first going before the others where as many numbers of them are known. */
const measureIds: readonly MeasureId[] = ['indexScore', 'mean', 'topTwoBox', 'share']

/**
 * The measure of which most numbers of the survey's groups are known in the document's periods: one that is known in
 * its own, if any is.
 */
function measureOf({ figures, survey }: Figures, item: Item, [current, ...others]: readonly Period[]): Measure {
  const known = new Map<string, { measure: Measure; count: number; isCurrent: boolean }>()
  const groups = new Set(segmentsOf(survey.segments).map(({ segment }) => segment.id))
  for (const figure of Object.values(figures)) {
    const { key } = figure
    if (key.kind !== 'metric' || figure.printed === null || key.provider !== null || key.item !== item.id) continue
    const metric = measureIds.find((id) => id === key.metric)
    const isCurrent = key.period === current?.id
    if (!metric || !groups.has(key.segment) || !(isCurrent || others.some(({ id }) => id === key.period))) continue
    const { options } = key
    const entry = known.get(`${metric} ${options}`) ?? { measure: { metric, options }, count: 0, isCurrent }
    known.set(`${metric} ${options}`, { ...entry, count: entry.count + 1, isCurrent: entry.isCurrent || isCurrent })
  }
  const rank = ({ metric }: Measure) => measureIds.indexOf(metric)
  const [first] = [...known.values()].sort(
    (a, b) => Number(b.isCurrent) - Number(a.isCurrent) || b.count - a.count || rank(a.measure) - rank(b.measure),
  )
  return first?.measure ?? { metric: 'indexScore', options: null }
}

/** A metric of a segment in one of the document's periods; null where there is no such figure. */
export function metricOf(
  setting: Setting,
  metric: MetricId,
  segment: string,
  period: Period | null,
  options?: string | null,
): Figure | null {
  if (!period) return null
  const subject = { metric, segment, period: period.id, item: setting.item.id, options: options ?? null }
  return figureOf(setting.figures, figureId(subject, setting.survey)) ?? null
}

/** What the memo measures, of a segment in one of its periods. */
export function levelOf(setting: Setting, segment: Segment, period: Period | null): Figure | null {
  return metricOf(setting, setting.measure.metric, segment.id, period, setting.measure.options)
}

/** Why a segment has no value in a period; null where it has one. */
export function absenceOf(setting: Setting, segment: Segment, period: Period): Absence | null {
  const value = levelOf(setting, segment, period)
  if (value?.printed != null) return null
  if (value?.status === 'withheld') return 'withheld'
  const isEmpty = value?.status === 'noAnswers' || metricOf(setting, 'base', segment.id, period)?.printed === '0'
  // a group is asked as one where none of its parts is measured: then that nobody answered may be given
  if (!isEmpty) return isMeasuredIn(segment, period.id) ? 'unknown' : 'notMeasured'
  const beside = value && answeredBeside(setting.figures, value.id)
  return beside || uncountedOf(setting, segment, period) ? 'uncounted' : 'noAnswers'
}

/** How many answered "don't know": told where nobody's answer counts but somebody answered. */
export function uncountedOf(setting: Setting, segment: Segment, period: Period): Figure | null {
  const dontKnow = metricOf(setting, 'dontKnow', segment.id, period)
  return dontKnow?.printed && dontKnow.printed !== '0' ? dontKnow : null
}

// ── one group ──

/** What is true of one segment in the document's periods. */
export type SegmentFacts = {
  segment: Segment
  /** what the memo measures, and its base; null where there is no figure for the period */
  value: Figure | null
  previousValue: Figure | null
  base: Figure | null
  previousBase: Figure | null
  /** null where one of the values is not there; without a number where it is not to be told (`reason`) */
  change: Change | null
  verdict: Verdict | null
  /** the two numbers compared, where they are of the groups of both periods only; null where they are those above */
  common: CommonGroups | null
  /** why there is no value in the current period */
  absence: Absence | null
  /** why there is none in the period before; null where nothing is compared */
  previousAbsence: Absence | null
  /** the base fell by more than half: of the groups compared */
  isWeak: boolean
  explanation: Inline[] | null
}

/** A total over the groups that both periods measure, which are other groups than its own in one of them. */
export type CommonGroups = {
  value: Figure
  previousValue: Figure
  base: Figure | null
  previousBase: Figure | null
  leftOut: { segment: Segment; period: Period }[]
}

/** Facts of a setting, by segment: text, tables and charts ask for the same ones. */
const knownFacts = new WeakMap<Setting, Map<Segment, SegmentFacts>>()

export function factsOf(setting: Setting, segment: Segment): SegmentFacts {
  const known = knownFacts.get(setting) ?? new Map<Segment, SegmentFacts>()
  knownFacts.set(setting, known)
  const facts = known.get(segment) ?? gatherFacts(setting, segment)
  known.set(segment, facts)
  return facts
}

function gatherFacts(setting: Setting, segment: Segment): SegmentFacts {
  const { current, previous, figures, basis, explanations } = setting
  const value = levelOf(setting, segment, current)
  const previousValue = levelOf(setting, segment, previous)
  const base = metricOf(setting, 'base', segment.id, current)
  const previousBase = metricOf(setting, 'base', segment.id, previous)
  const change = value && previousValue ? (changeOf(figures, previousValue.id, value.id, { basis }) ?? null) : null
  const common = commonOf(setting, change)
  return {
    segment,
    value,
    previousValue,
    base,
    previousBase,
    change,
    verdict: verdictOf(change),
    common,
    absence: absenceOf(setting, segment, current),
    previousAbsence: previous && absenceOf(setting, segment, previous),
    isWeak: common ? isWeakBase(common.previousBase, common.base) : isWeakBase(previousBase, base),
    explanation: Object.hasOwn(explanations, segment.id) ? (explanations[segment.id] ?? null) : null,
  }
}

function commonOf({ figures, survey }: Setting, change: Change | null): CommonGroups | null {
  if (!change?.printed || change.common === null) return null
  const [value, previousValue] = [figureOf(figures, change.current), figureOf(figures, change.previous)]
  if (!value || !previousValue) return null
  const segmentOf = (id: string) => segmentById(survey.segments, id)
  const baseOf = ({ key }: Figure): Figure | null =>
    (key.kind === 'metric' && figureOf(figures, figureId({ ...key, metric: 'base', options: null }, survey))) || null
  return {
    value,
    previousValue,
    base: baseOf(value),
    previousBase: baseOf(previousValue),
    leftOut: change.leftOut.flatMap(({ segment, period }: Comparison['leftOut'][number]) => {
      const [node, measured] = [segmentOf(segment), survey.periods.find(({ id }) => id === period)]
      return node && measured ? [{ segment: node, period: measured }] : []
    }),
  }
}

/**
 * What is said of a rise or a fall. Without the numbers of answers nothing can be decided. Of what is called
 * unchanged nothing is said but that too few answered to know.
 */
function verdictOf(change: Change | null): Verdict | null {
  if (!change?.printed) return null
  if (change.certainty === 'tooFew') return 'tooFew'
  if (!isTold(change)) return null
  return change.certainty === 'certain' ? 'certain' : change.certainty === 'never' ? 'chance' : 'undecided'
}

function isTold({ direction }: Change): boolean {
  return direction === 'rise' || direction === 'fall'
}

// ── themes ──

/** At most this many themes; of more, the total, the greatest rise and the greatest fall. */
const mostThemes = 5

/**
 * A segment that the conclusion tells of. `equals`: how many others have the same change (or value, where nothing is
 * compared) and are not told.
 */
export type Theme = { facts: SegmentFacts; equals: number; isPicked: boolean }

/**
 * What the conclusion tells: the root and its parts, or the most telling of them, and the rest. In the order of the
 * tree. A root without a number of its own, because its parts give none, is no theme; nor is an only part, which says
 * what the root says.
 */
export function themesOf(setting: Setting): { themes: Theme[]; others: SegmentFacts[] } {
  if (isNothingKnown(setting)) return { themes: [], others: [] }
  const root = setting.survey.segments
  const total = factsOf(setting, root)
  const parts = (root.parts ?? []).map((segment) => factsOf(setting, segment))
  if (parts.length === 1 && total.value?.printed != null) return { themes: [{ facts: total, equals: 0, isPicked: false }], others: [] }
  const all = isWithoutTotal(setting) ? parts : [total, ...parts]
  if (all.length <= mostThemes) return { themes: all.map((facts) => ({ facts, equals: 0, isPicked: false })), others: [] }
  const extremes = extremesOf(setting, parts)
  // All that share the greatest rise or fall, unless they are too many to tell.
  const isFew = extremes.flat().length < mostThemes
  const told = new Map(
    extremes.flatMap((alike) => (isFew ? alike : alike.slice(0, 1)).map((facts) => [facts, isFew ? 0 : alike.length - 1])),
  )
  const isTold = (facts: SegmentFacts) => facts === total || told.has(facts)
  return {
    themes: all.filter(isTold).map((facts) => ({ facts, equals: told.get(facts) ?? 0, isPicked: facts !== total })),
    others: all.filter((facts) => !isTold(facts)),
  }
}

/**
 * Those with the greatest rise and those with the greatest fall; where nothing is compared with the highest and the
 * lowest value, if they differ.
 */
function extremesOf({ previous }: Setting, parts: readonly SegmentFacts[]): SegmentFacts[][] {
  const measured = parts.flatMap((facts) => {
    const printed = previous ? facts.change?.printed : facts.value?.printed
    return printed ? [{ facts, value: Number(printed) }] : []
  })
  const values = measured.map(({ value }) => value)
  const [lowest, highest] = [Math.min(...values), Math.max(...values)]
  const [hasHighest, hasLowest] = previous ? [highest > 0, lowest < 0] : [highest > lowest, highest > lowest]
  const extremes = [...(hasHighest ? [highest] : []), ...(hasLowest ? [lowest] : [])]
  return extremes.map((extreme) => measured.filter(({ value }) => value === extreme).map(({ facts }) => facts))
}

/** There are numbers of parts, but none of the whole. */
export function isWithoutTotal(setting: Setting): boolean {
  return whyWithoutTotal(setting) !== null
}

/**
 * Why the parts give no total, where nobody has published one; null where there is one, and where there is nothing to
 * sum up.
 */
export function whyWithoutTotal(setting: Setting): WhyNoTotal | null {
  const { survey, current, figures, measure, item } = setting
  const root = survey.segments
  if (absenceOf(setting, root, current) !== 'unknown' || !hasNumbers(setting, root)) return null
  const subject = { metric: measure.metric, segment: root.id, period: current.id, item: item.id, options: measure.options }
  return whyNoTotal(figures, figureId(subject, survey))
}

/** No number of the document's own period, nor of the one before, is known. */
export function isNothingKnown(setting: Setting): boolean {
  return !hasNumbers(setting, setting.survey.segments) && !hasOwnNumber(setting, setting.survey.segments)
}

/** A table of what stands below it would hold a number. */
export function hasNumbers(setting: Setting, group: Segment): boolean {
  return (group.parts ?? []).some((part) => hasOwnNumber(setting, part) || hasNumbers(setting, part))
}

function hasOwnNumber(setting: Setting, segment: Segment): boolean {
  const { value, previousValue } = factsOf(setting, segment)
  return value?.printed != null || previousValue?.printed != null
}

/** Those of the groups that have a table. */
export function tabledGroups(setting: Setting): Segment[] {
  return groupsOf(setting).filter((group) => hasNumbers(setting, group))
}

/** The root's parts that have parts: each gets a section, points and a table. */
export function groupsOf({ survey }: Setting): Segment[] {
  return (survey.segments.parts ?? []).filter((segment) => !isLeaf(segment))
}

/**
 * The segments that a memo's tables show, each once, in their order: a root without a number of its own is none of
 * them.
 */
export function shownSegments(setting: Setting): readonly SegmentNode[] {
  const all = segmentsOf(setting.survey.segments)
  return isWithoutTotal(setting) ? all.slice(1) : all
}

// ── what is said of many changes ──

/** Where the item was answered in another way between the document's periods, so that nothing is compared. */
export function breakOf({ figures, item, previous, current }: Setting): ItemBreak | null {
  return (previous && breaksBetween(figures, item.id, previous.id, current.id).at(-1)) ?? null
}

/** Changes of the memo that are certain also when all of them are held against chance together. */
const certainTogether = new WeakMap<Setting, ReadonlySet<string>>()

/**
 * One that is certain by itself, but not among as many as the memo tells of: a greatest change, picked from them, is
 * then not told as certain.
 */
export function isChanceAmongMany(setting: Setting, { change, verdict }: SegmentFacts): boolean {
  if (verdict !== 'certain' || !change) return false
  const all = shownSegments(setting).flatMap(({ segment }) => factsOf(setting, segment).change ?? [])
  const together = certainTogether.get(setting) ?? holm(all).certain
  certainTogether.set(setting, together)
  return !together.has(change.id)
}

/** Whether numbers of the measure were printed with different decimals: in one period, or in one and the other. */
export function decimalsOf(setting: Setting): { mixedIn: Period[]; differBetween: boolean } {
  const { figures, measure, item, current, previous } = setting
  const periods = previous ? [previous, current] : [current]
  const isMixed = ({ id }: Period) =>
    figures.mixedDecimals.some((mixed) => mixed.metric === measure.metric && mixed.item === item.id && mixed.period === id)
  const differs = ({ value, previousValue, change }: SegmentFacts) => !!change?.printed && value?.decimals !== previousValue?.decimals
  return {
    mixedIn: periods.filter(isMixed),
    differBetween: shownSegments(setting).some(({ segment }) => differs(factsOf(setting, segment))),
  }
}

/** Verdicts in the order they are told, and the changes each is said of. */
export function verdictsOf(all: readonly SegmentFacts[]): { verdict: Verdict; told: SegmentFacts[] }[] {
  return verdicts
    .map((verdict) => ({ verdict, told: all.filter((facts) => facts.verdict === verdict) }))
    .filter(({ told }) => told.length > 0)
}

const verdicts: readonly Verdict[] = ['certain', 'chance', 'undecided', 'tooFew']

/**
 * What the unrounded change is to the printed one, where a note has to say so: `larger` or `smaller` in size, or
 * `other` where its sign is another. null where they agree, and where roundings hide it.
 */
export function unroundedOf({ basis }: Setting, { change }: SegmentFacts): 'larger' | 'smaller' | 'other' | null {
  if (basis !== 'printed' || !change?.differsUnrounded || !change.value || !isExact(change)) return null
  const unrounded = toNumber(change.value) * (change.unit === 'share' ? 100 : 1)
  const printed = Number(change.printed)
  if (unrounded * printed < 0) return 'other'
  return Math.abs(unrounded) > Math.abs(printed) ? 'larger' : 'smaller'
}

// ── what the total's change consists of ──

/** `none`: exactly 0 · `tiny`: not 0, but too little to print · `unknown`: it may have either sign. */
export type Told = { figure: Contribution; kind: 'up' | 'down' | 'tiny' | 'none' | 'unknown' }

/** `differs`: both are exact, and as printed they do not give the printed change. */
export type ChangeParts = { within: Told; mix: Told; differs: boolean }

/**
 * null where nothing is compared, where there are not two parts to shift between, where they give no total, and where
 * nothing is known of it.
 */
export function changePartsOf(setting: Setting): ChangeParts | null {
  const { survey, figures, previous, current, measure } = setting
  const { change } = factsOf(setting, survey.segments)
  if (!previous || !change?.value || !change.printed || (survey.segments.parts?.length ?? 0) < 2) return null
  const [within, mix] = decompositionOf(figures, measure.metric, survey.segments.id, previous.id, current.id).map(toldOf)
  if (!within?.figure.printed || !mix?.figure.printed) return null
  const isNews = [within, mix].some(({ kind }) => kind === 'up' || kind === 'down')
  if (!isNews) return null
  const sum = fromFraction(toFraction(exactOf(within.figure)).add(toFraction(exactOf(mix.figure))))
  const isCounted = within.figure.derivation.inputs.every((id) => isExact(figureOf(figures, id)))
  return { within, mix, differs: isCounted && !isEqual(sum, exactOf(change)) }
}

function toldOf(figure: Contribution): Told {
  const { sign, possible } = figure
  if (sign === null) return { figure, kind: 'unknown' }
  if (sign === 0) return { figure, kind: 'none' }
  if (possible.every((each) => Number(each) === 0)) return { figure, kind: 'tiny' }
  return { figure, kind: sign > 0 ? 'up' : 'down' }
}

/** Only one value is possible: nothing it is made from was rounded. */
function isExact(figure: Figure | undefined): boolean {
  return figure?.interval != null && isEqual(figure.interval.from, figure.interval.to)
}

/** The value of a printed number. */
function exactOf({ printed }: Figure) {
  const [whole = '', fraction = ''] = (printed ?? '').split('.')
  return exact(BigInt(`${whole}${fraction}`), 10n ** BigInt(fraction.length))
}

// ── the scale in words ──

/** Ends of the measure and the options that mean them; of a share, the options it is of. */
export function scaleEnds({ scale, locale, measure }: Setting): ScaleEnds {
  const options = scoredOptions(scale)
  const label = (option: ResponseOption) => inText(optionLabel(scale, option, locale))
  const { min, max } = metrics[measure.metric].range(scale)
  const spell = (end: typeof min | null) => (end ? spellNumber(String(toNumber(end)), locale) : '')
  const counted = measure.metric === 'topTwoBox' ? bestTwo(scale) : (measure.options?.split('+') ?? [])
  return {
    min: spell(min),
    max: spell(max),
    lowest: label(options.at(-1) as ResponseOption),
    highest: label(options[0] as ResponseOption),
    counted: options.filter(({ id }) => counted.includes(id)).map(label),
  }
}

/** Labels of the options as a sentence quotes them: those that count, best first, and those that do not. */
export function optionsInText({ scale, locale }: Setting): { counted: string[]; uncounted: string[] } {
  const label = (option: ResponseOption) => inText(optionLabel(scale, option, locale))
  return {
    counted: scale.options.filter((option) => 'score' in option).map(label),
    uncounted: scale.options.filter((option) => 'missing' in option).map(label),
  }
}

/** The item's wording without the mark that ends it, so that it fits into a sentence. */
export function statementOf({ item }: Setting): { words: string; isQuestion: boolean } {
  const text = item.text.trim()
  return { words: text.replace(/\.$/, ''), isQuestion: text.endsWith('?') }
}

/** A name inside a sentence: first letter lowered, unless it begins an abbreviation ("AC-tilbud"). */
export function inText(name: string): string {
  return /^\p{Lu}(?![\p{Ll} ])/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1)
}

export function shortName(segment: Segment): string {
  return segment.short ?? segment.label
}

/** How a sentence refers to it: its phrase, else its name in quotes. */
export function phraseOf({ phrase, label }: Segment, { document: words }: Locale): string {
  return phrase ?? words.quote(label)
}

/** With the preposition that fits: "på de interne tilbud", "for ”Unge under 30”". */
export function onOf(segment: Segment, locale: Locale): string {
  const phrase = phraseOf(segment, locale)
  return segment.phrase === undefined ? locale.document.about(phrase) : locale.document.on(phrase)
}
