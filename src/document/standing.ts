/**
 * Where one stands in a document, and what is so there: facts before words. Text, tables and charts all ask here;
 * templates and locales choose the words.
 */
import { breaksBetween } from '../breaks.js'
import { holm } from '../certainty.js'
import { changeOf, isWeakBase } from '../change.js'
import { decompositionOf } from '../decomposition.js'
import type { Change, ChangeBasis, Comparison, Contribution, Figure, Figures, ItemBreak, WhyNoTotal } from '../figure.js'
import { figureId, otherParts } from '../figure-key.js'
import { answeredBeside, figureOf, whyNoTotal } from '../figures.js'
import { spellNumber } from '../locale/spelling.js'
import type { Absence, Locale, MeasureId, Respondents, ScaleEnds, Verdict } from '../locale/words.js'
import { bestTwo, type MetricId, metrics, scoredOptions } from '../metrics.js'
import { optionLabel } from '../options.js'
import { exact, fromFraction, isEqual, toFraction, toNumber } from '../printed.js'
import type { DocumentSpec, Project } from '../project.js'
import { isTicked, optionsOfShares, scaleOf } from '../scales.js'
import {
  type Called,
  type Item,
  isAskedIn,
  isAskedOf,
  isLeaf,
  isMeasuredIn,
  type Period,
  type Provider,
  periodsOf,
  type ResponseOption,
  type Scale,
  type Segment,
  type Survey,
  segmentById,
  segmentsOf,
  wholeOf,
} from '../survey.js'
import type { Inline } from './blocks.js'
import type { Thing } from './template.js'

/** What a document is about, looked up once. */
export type Setting = {
  figures: Figures
  survey: Survey
  current: Period
  /** null where no change is told */
  previous: Period | null
  basis: ChangeBasis
  /** the author's own words, printed, by segment id */
  explanations: Readonly<Record<string, Inline[]>>
  locale: Locale
  /** documents that belong to this one, in their order */
  attachments: readonly Attachment[]
}

/** `title`: asked only where it is printed. */
export type Attachment = { id: string; template: string; title: () => Inline[] }

/** The number an item is told in. `options`: of a share, ids in the scale's order joined by `+`; else null. */
export type Measure = { metric: MeasureId; options: string | null }

/** Where one stands: whose numbers are meant. Walking a list moves one step and keeps the rest. */
export type Standing = {
  readonly setting: Setting
  /** or a benchmark, which stands in a segment's place */
  readonly segment: Segment
  readonly provider: Provider | null
  readonly item: Item
  readonly period: Period
  readonly option: ResponseOption | null
  /** totals are over the groups that both periods measure */
  readonly isCommon: boolean
  /** how many steps a list has gone down to it */
  readonly depth: number
  /** nouns that are there only inside the lists they come from, each made anew for where one stands when it is asked */
  readonly nouns: Readonly<Record<string, (here: Standing) => Thing<Standing>>>
  /** what the target one stands in is of: its item is told in that measure there, else in its own */
  readonly targeted: { readonly item: Item; readonly measure: Measure } | null
  /** a line of a list that the author has written */
  readonly line: string | null
  /** it was picked from many, so its change is held against chance together with theirs */
  readonly isPicked: boolean
  /** others that were left out with the same number */
  readonly alike: readonly Standing[]
}

export function settingOf(project: Project, spec: DocumentSpec, figures: Figures, locale: Locale): Setting {
  const { survey } = project
  const periodOf = (id: string | null) => survey.periods.find((period) => period.id === id) ?? null
  const [current, previous] = [periodOf(spec.period) as Period, periodOf(spec.compareWith)]
  return { figures, survey, current, previous, basis: spec.changeBasis, explanations: {}, locale, attachments: [] }
}

/** The whole, the survey's first item, the document's period: of an item with its own whole and periods those. */
export function standingOf(setting: Setting): Standing {
  const { survey, current } = setting
  const here: Standing = {
    setting,
    segment: survey.segments,
    provider: null,
    item: survey.items[0] as Item,
    period: current,
    option: null,
    isCommon: false,
    depth: 0,
    nouns: {},
    targeted: null,
    line: null,
    isPicked: false,
    alike: [],
  }
  return here.item ? inItem(here, here.item) : here
}

/** The whole itself, or a provider of the whole: what everything else is part of. */
export function isWhole({ segment, provider, setting, item }: Standing): boolean {
  return segment === wholeAt({ setting, item }) && provider === null
}

/** What everything else of an item is part of: the segment that it is about. A survey of records alone has no item. */
export function wholeAt({ setting: { survey }, item }: Pick<Standing, 'setting'> & { item: Item | undefined }): Segment {
  return item ? wholeOf(survey, item) : survey.segments
}

/**
 * Where one stands in another item: in the whole of that, if one stood in the whole of this one, and in its own last
 * period, where it is not asked in the one that one stands in.
 */
export function inItem(here: Standing, item: Item): Standing {
  const { survey } = here.setting
  const stoodInWhole = isWhole(here) || here.segment === survey.segments
  const segment = stoodInWhole && here.provider === null ? wholeOf(survey, item) : here.segment
  const current = currentAt({ setting: here.setting, item })
  const isKept = here.period !== currentAt(here) && isAskedIn(item, here.period.id)
  return { ...here, item, segment, period: isKept ? here.period : current, isCommon: false }
}

/** The items that are about where one stands, each where one stands in it. */
export function itemsAt(here: Standing): Standing[] {
  const { survey } = here.setting
  const isInTree = segmentById(survey.segments, here.segment.id) !== undefined
  return survey.items
    .map((item) => inItem(here, item))
    .filter(({ item, segment }) => !isInTree || isAskedOf(survey, item, segment.id) || segmentById(segment, item.of ?? '') !== undefined)
}

export function inSegment(here: Standing, segment: Segment): Standing {
  return { ...here, segment, isCommon: false }
}

/** The period that a change leads from, where one stands: the document's, or the one before. null: there is none. */
export function previousOf({ setting, period, item }: Standing): Period | null {
  const periods = periodsAt({ setting, item })
  const { previous } = setting
  if (period === setting.current) return previous && periods.includes(previous) ? previous : null
  return item?.periods && !previous ? null : (periods[periods.indexOf(period) - 1] ?? null)
}

/** The periods in which the item is asked. */
function periodsAt({ setting: { survey }, item }: Pick<Standing, 'setting'> & { item: Item | undefined }): Period[] {
  return item ? periodsOf(survey, item) : survey.periods
}

/** Those up to the document's own, the earliest first. */
export function periodsUpTo(here: Standing): Period[] {
  const periods = periodsAt(here)
  const last = currentAt(here)
  return periods.slice(0, periods.indexOf(last) + 1)
}

/** The document's two periods, or its only one: those of the item. */
export function comparedPeriods(here: Standing): Period[] {
  const current = currentAt(here)
  const previous = previousOf({ ...here, period: current })
  return previous ? [previous, current] : [current]
}

/** The document's period; of an item that is not asked in that its own last. */
export function currentAt({ setting, item }: Pick<Standing, 'setting'> & { item: Item | undefined }): Period {
  const periods = periodsAt({ setting, item })
  return periods.includes(setting.current) ? setting.current : (periods.at(-1) ?? setting.current)
}

export function scaleAt({ setting: { survey }, item }: Standing): Scale {
  return scaleOf(survey, item)
}

/** Whether several options of the item may be ticked. */
export function isMultiple(here: Standing): boolean {
  return isTicked(scaleAt(here))
}

// ── what an item is told in ──

/** What items may be told in, the first going before the others where as many numbers of them are known. */
export const measureIds: readonly MeasureId[] = ['indexScore', 'mean', 'topTwoBox', 'share']

const knownMeasures = new WeakMap<Setting, ReadonlyMap<string, Measure>>()

/** Where several options may be ticked each has a share of its own: without an option there is no number to tell. */
export function measureOf({
  setting,
  item,
  option = null,
  targeted = null,
}: Pick<Standing, 'setting' | 'item'> & Partial<Pick<Standing, 'option' | 'targeted'>>): Measure {
  if (targeted?.item === item) return targeted.measure
  const scale = scaleOf(setting.survey, item)
  if (isTicked(scale)) return { metric: 'share', options: scoredOptions(scale).find(({ id }) => id === option?.id)?.id ?? null }
  if (scale.shareBase === 'answered') return { metric: 'share', options: favourable(scale).join('+') }
  return measuresIn(setting).get(item.id) ?? { metric: 'indexScore', options: null }
}

/** Whether there are numbers of the item where one stands, of any group, in the document's periods. */
export function isMeasured(here: Standing): boolean {
  return isMultiple(here) || measuresIn(here.setting).has(here.item.id)
}

function measuresIn(setting: Setting): ReadonlyMap<string, Measure> {
  const known = knownMeasures.get(setting) ?? measuresOf(setting)
  knownMeasures.set(setting, known)
  return known
}

/** Ids of the answers over the middle of the scale. */
function favourable(scale: Scale): string[] {
  const scores = scoredOptions(scale).map(({ score }) => score)
  const middle = (Math.min(...scores) + Math.max(...scores)) / 2
  return scoredOptions(scale).flatMap(({ id, score }) => (score > middle ? [id] : []))
}

type MeasureCount = { item: string; measure: Measure; count: number; isCurrent: boolean }

/**
 * Of each item the measure of which most numbers of the survey's groups are known in the document's periods: one that
 * is known in its own, if any is. What is withheld counts for nothing, but tells what the item is told in.
 */
function measuresOf(setting: Setting): ReadonlyMap<string, Measure> {
  const {
    figures: { figures },
    survey,
    previous,
  } = setting
  const currents = new Map(survey.items.map((item) => [item.id, currentAt({ setting, item }).id]))
  const counts = new Map<string, MeasureCount>()
  const groups = new Set([...segmentsOf(survey.segments).map(({ segment }) => segment.id)])
  for (const { key, printed, status } of Object.values(figures)) {
    if (key.kind !== 'metric' || (printed === null && status !== 'withheld') || key.provider !== null || key.item === null) continue
    const metric = measureIds.find((id) => id === key.metric)
    const isCurrent = key.period === currents.get(key.item)
    if (!metric || !groups.has(key.segment) || !(isCurrent || key.period === previous?.id)) continue
    const { options, item } = key
    if (metric === 'share' && isShareOfNo(survey, item, options)) continue
    const id = `${item} ${metric} ${options}`
    const entry = counts.get(id) ?? { item, measure: { metric, options }, count: 0, isCurrent }
    counts.set(id, { ...entry, count: entry.count + (printed === null ? 0 : 1), isCurrent: entry.isCurrent || isCurrent })
  }
  const rank = ({ metric }: Measure) => measureIds.indexOf(metric)
  const sorted = [...counts.values()].sort(
    (a, b) => Number(b.isCurrent) - Number(a.isCurrent) || b.count - a.count || rank(a.measure) - rank(b.measure),
  )
  return new Map(sorted.reverse().map(({ item, measure }) => [item, measure]))
}

/** Of facts that are counted, the share that is told is of those who are counted, not of the others. */
function isShareOfNo(survey: Survey, itemId: string, options: string | null): boolean {
  const item = survey.items.find(({ id }) => id === itemId)
  if (!item?.counts) return false
  const [yes] = scoredOptions(scaleOf(survey, item)).toSorted((a, b) => b.score - a.score)
  return options !== yes?.id
}

/** All items that are answered on the scale of where one stands, and told in the same measure. */
export function itemsAlike(here: Standing): Standing[] {
  const [scale, { metric, options }] = [scaleAt(here), measureOf(here)]
  return here.setting.survey.items
    .map((item) => inItem(here, item))
    .filter((other) => {
      const measure = measureOf(other)
      return scaleAt(other).id === scale.id && measure.metric === metric && measure.options === options
    })
}

// ── numbers ──

/** A metric where one stands; null where there is no such figure. */
export function figureAt(here: Standing, metric: MetricId, options: string | null = null): Figure | null {
  const { setting, segment, provider, item, period, isCommon } = here
  if (isCommon) return commonFigure(here, metric)
  const subject = { metric, segment: segment.id, period: period.id, item: item.id, provider: provider?.id ?? null, options }
  return figureOf(setting.figures, figureId(subject, setting.survey)) ?? null
}

/** The item's measure where one stands. */
export function levelAt(here: Standing): Figure | null {
  const { metric, options } = measureOf(here)
  return figureAt(here, metric, options)
}

function commonFigure(here: Standing, metric: MetricId): Figure | null {
  const plain = { ...here, isCommon: false, period: currentAt(here) }
  const { common } = factsAt(plain)
  const isCurrent = here.period === currentAt(here)
  if (metric === 'base') return (isCurrent ? common?.base : common?.previousBase) ?? null
  if (metric === measureOf(here).metric) return (isCurrent ? common?.value : common?.previousValue) ?? null
  return null
}

/** Why there is no value where one stands; null where there is one. */
export function absenceAt(here: Standing): Absence | null {
  const { segment, period } = here
  const value = levelAt(here)
  if (value?.printed != null) return null
  if (value?.status === 'withheld') return 'withheld'
  if (isMultiple(here) && measureOf(here).options === null) return 'manyAnswers'
  // Of a group whose parts are not measured somebody may still say that nobody answered.
  const isEmpty = value?.status === 'noAnswers' || figureAt(here, 'base')?.printed === '0'
  if (!isEmpty) return isMeasuredIn(segment, period.id) && isAskedHere(here) ? 'unknown' : 'notMeasured'
  const beside = value && answeredBeside(here.setting.figures, value.id)
  return beside || uncountedAt(here) ? 'uncounted' : 'noAnswers'
}

/** The item is about where one stands; of a benchmark, which is in no tree, it may be known. */
function isAskedHere({ setting: { survey }, item, segment, period }: Standing): boolean {
  const isBenchmark = survey.benchmarks.some(({ id }) => id === segment.id)
  return isAskedIn(item, period.id) && (isBenchmark || isAskedOf(survey, item, segment.id))
}

/** How many answered "don't know": told where nobody's answer counts but somebody answered. */
function uncountedAt(here: Standing): Figure | null {
  const dontKnow = figureAt(here, 'dontKnow')
  return dontKnow?.printed && dontKnow.printed !== '0' ? dontKnow : null
}

// ── facts ──

/** What is so where one stands, in its period and the one before. */
export type Facts = {
  /** the item's measure, and its base; null where there is no figure for the period */
  value: Figure | null
  previousValue: Figure | null
  base: Figure | null
  previousBase: Figure | null
  /** null where one of the values is not there; without a number where it is not to be told (`reason`) */
  change: Change | null
  verdict: Verdict | null
  /** the two numbers compared, where they are of the groups of both periods only; null where they are those above */
  common: CommonGroups | null
  /** why there is no value in the period */
  absence: Absence | null
  /** why there is none in the period before; null where nothing is compared */
  previousAbsence: Absence | null
  /** the base fell by more than half: of the groups compared */
  isWeak: boolean
}

/** A total over the groups that both periods measure, which are other groups than its own in one of them. */
export type CommonGroups = {
  value: Figure
  previousValue: Figure
  base: Figure | null
  previousBase: Figure | null
  leftOut: { segment: Segment; period: Period }[]
}

/** Facts of a setting, by where one stands: text, tables and charts ask for the same ones. */
const knownFacts = new WeakMap<Setting, Map<string, Facts>>()

/** `from`: the earlier period, default the one before. */
export function factsAt(here: Standing, from: Period | null = previousOf(here)): Facts {
  const { setting, segment, provider, item, period, isCommon } = here
  const known = knownFacts.get(setting) ?? new Map<string, Facts>()
  knownFacts.set(setting, known)
  const key = [item.id, segment.id, provider?.id, period.id, from?.id, isCommon, measureOf(here).options].join(' ')
  const facts = known.get(key) ?? gatherFacts(here, from)
  known.set(key, facts)
  return facts
}

function gatherFacts(here: Standing, from: Period | null): Facts {
  const { figures, basis } = here.setting
  const before = from && { ...here, period: from }
  const value = levelAt(here)
  const previousValue = before && levelAt(before)
  const base = figureAt(here, 'base')
  const previousBase = before && figureAt(before, 'base')
  const own = value && previousValue ? (changeOf(figures, previousValue.id, value.id, { basis }) ?? null) : null
  const change = here.isCommon ? factsAt({ ...here, isCommon: false }, from).change : own
  const common = here.isCommon ? null : commonOf(here, change)
  return {
    value,
    previousValue,
    base,
    previousBase,
    change,
    verdict: verdictOf(change),
    common,
    absence: absenceAt(here),
    previousAbsence: before && absenceAt(before),
    isWeak: common ? isWeakBase(common.previousBase, common.base) : !change?.common && isWeakBase(previousBase, base),
  }
}

function commonOf({ setting: { figures, survey } }: Standing, change: Change | null): CommonGroups | null {
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
export function verdictOf(change: Change | null): Verdict | null {
  if (!change?.printed) return null
  if (change.certainty === 'tooFew') return 'tooFew'
  if (change.direction !== 'rise' && change.direction !== 'fall') return null
  return change.certainty === 'certain' ? 'certain' : change.certainty === 'never' ? 'chance' : 'undecided'
}

/** Verdicts in the order they are told, and the standings each is said of. */
export function verdictsOf(all: readonly Standing[]): { verdict: Verdict; told: Standing[] }[] {
  return verdicts
    .map((verdict) => ({ verdict, told: all.filter((here) => factsAt(here).verdict === verdict) }))
    .filter(({ told }) => told.length > 0)
}

const verdicts: readonly Verdict[] = ['certain', 'chance', 'undecided', 'tooFew']

/** The item was answered in another way between two periods, so that nothing is compared; `from` as in factsAt. */
export function breakAt(here: Standing, from: Period | null = previousOf(here)): ItemBreak | null {
  return (from && breaksBetween(here.setting.figures, here.item.id, from.id, here.period.id).at(-1)) ?? null
}

// ── the whole and its parts ──

/**
 * Why the parts of the segment one stands in give no total, where nobody has published one; null where there is one,
 * and where there is nothing to sum up.
 */
export function whyWithoutTotal(here: Standing): WhyNoTotal | null {
  const { setting, segment, item, period } = here
  if (here.provider !== null || absenceAt(here) !== 'unknown' || !partsOf(here).some(hasNumbers)) return null
  const { metric, options } = measureOf(here)
  const subject = { metric, segment: segment.id, period: period.id, item: item.id, options }
  return whyNoTotal(setting.figures, figureId(subject, setting.survey))
}

/** There are numbers of parts, but none of the whole. */
export function isWithoutTotal(here: Standing): boolean {
  return whyWithoutTotal(here) !== null
}

/** A number of its own or of a part is known in one of the document's periods. */
export function hasNumbers(here: Standing): boolean {
  const { value, previousValue } = factsAt(here)
  return value?.printed != null || previousValue?.printed != null || partsOf(here).some(hasNumbers)
}

/** Its direct parts; where a provider stands only the provider's own. */
export function partsOf(here: Standing): Standing[] {
  return (here.segment.parts ?? []).map((segment) => ({ ...inSegment(here, segment), depth: here.depth + 1 })).filter(isProvided)
}

/** All below it, each before its parts. */
export function belowOf(here: Standing): Standing[] {
  return segmentsOf(here.segment)
    .slice(1)
    .map(({ segment, depth }) => ({ ...inSegment(here, segment), depth: here.depth + depth }))
    .filter(isProvided)
}

function isProvided({ provider, segment }: Standing): boolean {
  return provider === null || segmentsOf(segment).some((node) => provider.segments.includes(node.segment.id))
}

/** The providers of the segment one stands in, and of those below it. */
export function providersOf(here: Standing): Standing[] {
  const ids = new Set(segmentsOf(here.segment).map(({ segment }) => segment.id))
  return here.setting.survey.providers
    .filter(({ segments }) => segments.some((id) => ids.has(id)))
    .map((provider) => ({ ...here, provider, isCommon: false }))
}

/** Itself and all below it, each once; what has no total is none of them. */
export function shownFrom(here: Standing): Standing[] {
  const all = [here, ...belowOf(here)]
  return isWithoutTotal(here) ? all.slice(1) : all
}

// ── what is said of many changes ──

const certainTogether = new WeakMap<Setting, Map<string, ReadonlySet<string>>>()

/**
 * One that is certain by itself, but not among as many as there are groups: a greatest change, picked from them, is
 * then not told as certain.
 */
export function isChanceAmongMany(here: Standing): boolean {
  const { change, verdict } = factsAt(here)
  if (!here.isPicked || verdict !== 'certain' || !change) return false
  return !certainAmong(here).has(change.id)
}

function certainAmong(here: Standing): ReadonlySet<string> {
  const known = certainTogether.get(here.setting) ?? new Map<string, ReadonlySet<string>>()
  certainTogether.set(here.setting, known)
  const family = here.provider === null ? 'segments' : 'providers'
  const key = [family, here.item.id, here.period.id, measureOf(here).options].join(' ')
  const certain = known.get(key) ?? holm(familyOf(here).flatMap((each) => factsAt(each).change ?? [])).certain
  known.set(key, certain)
  return certain
}

/** All groups that a change was picked from. */
function familyOf(here: Standing): Standing[] {
  const whole = { ...here, provider: null, segment: wholeAt(here), isCommon: false }
  return here.provider === null ? shownFrom(whole) : providersOf(whole)
}

/** The share of changes that are only chance which the test lets pass as such. */
export const confidence = 0.95

/**
 * What the unrounded change is to the printed one, where a note has to say so: `larger` or `smaller` in size, or
 * `other` where its sign is another. null where they agree, and where roundings hide it.
 */
export function unroundedOf(here: Standing): 'larger' | 'smaller' | 'other' | null {
  const { change } = factsAt(here)
  if (here.setting.basis !== 'printed' || !change?.differsUnrounded || !change.value || !isExact(change)) return null
  const unrounded = toNumber(change.value) * (change.unit === 'share' ? 100 : 1)
  const printed = Number(change.printed)
  if (unrounded * printed < 0) return 'other'
  return Math.abs(unrounded) > Math.abs(printed) ? 'larger' : 'smaller'
}

/** Whether numbers of the measure were printed with different decimals in the period one stands in. */
export function isMixedDecimals(here: Standing): boolean {
  const { metric } = measureOf(here)
  return here.setting.figures.mixedDecimals.some(
    (mixed) => mixed.metric === metric && mixed.item === here.item.id && mixed.period === here.period.id,
  )
}

// ── what the total's change consists of ──

/** `none`: exactly 0 · `tiny`: not 0, but too little to print · `unknown`: it may have either sign. */
export type Contributed = { figure: Contribution; kind: 'up' | 'down' | 'tiny' | 'none' | 'unknown' }

/**
 * `differs`: both are exact, and as printed they do not give the printed change. `isCommon`: of the groups of both
 * periods only, as the change is. `hasOthers`: groups that are not told of count as one.
 */
export type ChangeParts = { within: Contributed; mix: Contributed; differs: boolean; isCommon: boolean; hasOthers: boolean }

/**
 * null where nothing is compared, where there are not two parts to shift between, where they give no total, and where
 * nothing is known of it.
 */
export function changePartsOf(here: Standing): ChangeParts | null {
  const { setting, segment, period } = here
  const previous = previousOf(here)
  const { change } = factsAt(here)
  if (!previous || here.provider !== null || !change?.value || !change.printed) return null
  if (here.item !== setting.survey.items[0] || isMultiple(here)) return null
  const [within, mix, ...ofParts] = decompositionOf(setting.figures, measureOf(here).metric, segment.id, previous.id, period.id).map(toldOf)
  if (ofParts.length < 2) return null
  if (!within?.figure.printed || !mix?.figure.printed) return null
  const isNews = [within, mix].some(({ kind }) => kind === 'up' || kind === 'down')
  if (!isNews) return null
  const sum = fromFraction(toFraction(exactOf(within.figure)).add(toFraction(exactOf(mix.figure))))
  const isCounted = within.figure.derivation.inputs.every((id) => isExact(figureOf(setting.figures, id)))
  const differs = isCounted && !isEqual(sum, exactOf(change))
  const hasOthers = ofParts.some(({ figure: { key } }) => key.kind === 'decomposition' && key.part === otherParts)
  return { within, mix, differs, isCommon: change.common !== null, hasOthers }
}

function toldOf(figure: Contribution): Contributed {
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
function exactOf({ printed }: Pick<Figure, 'printed'>) {
  const [whole = '', fraction = ''] = (printed ?? '').split('.')
  return exact(BigInt(`${whole}${fraction}`), 10n ** BigInt(fraction.length))
}

// ── names and scales in words ──

/** Ends of the measure and the options that mean them; of a share, the options it is of. */
export function scaleEnds(here: Standing): ScaleEnds {
  const { locale } = here.setting
  const scale = scaleAt(here)
  const measure = measureOf(here)
  const options = scoredOptions(scale)
  const label = (option: ResponseOption) => optionLabel(scale, option, locale)
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
export function optionsInText(here: Standing): { counted: string[]; uncounted: string[] } {
  const scale = scaleAt(here)
  const label = (option: ResponseOption) => optionLabel(scale, option, here.setting.locale)
  const counted = optionsOfShares(scale)
  return { counted: counted.map(label), uncounted: scale.options.filter((option) => !counted.includes(option)).map(label) }
}

/** The item's wording without the mark that ends it, so that it fits into a sentence. */
export function statementOf({ item }: Pick<Standing, 'item'>): { words: string; isQuestion: boolean } {
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

/** What is told of where one stands: the provider's name, else the segment's short one. */
export function nameOf({ provider, segment }: Standing): string {
  return provider?.label ?? shortName(segment)
}

/** How a sentence refers to a segment: its phrase, else its name in quotes. */
export function phraseOf({ phrase, label }: Segment, { document: words }: Locale): string {
  return phrase ?? words.quote(label)
}

/** With the preposition that fits: "for de interne tilbud", "med bostøtten" where the project says so. */
export function onOf(segment: Segment, locale: Locale): string {
  return locale.document.about(phraseOf(segment, locale), segment.about ?? null)
}

/** What those who answer are called. */
export function respondentsOf({ survey, locale }: Pick<Setting, 'survey' | 'locale'>): Respondents {
  return survey.respondents ?? locale.document.respondents
}

export function partsCalled({ setting: { locale }, segment }: Standing): Called {
  return segment.partsCalled ?? locale.document.parts
}

export function itemsCalled({ setting: { locale, survey } }: Standing): Called {
  return survey.itemsCalled ?? locale.document.called.item
}

/** Its parts cover it and exclude one another, so its number is their mean weighted by answers. */
export function isWeightedMean(segment: Segment): boolean {
  return !isLeaf(segment) && segment.complete && !segment.overlap
}

/** Its parts cannot be summed up, so its number is one that somebody has given for it. */
export function isOwnTotal(segment: Segment): boolean {
  return !isLeaf(segment) && (segment.overlap === true || segment.complete === false)
}
