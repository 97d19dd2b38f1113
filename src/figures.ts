/** Tally + published → Figures: one for each node of the tree, period, item and measure. */

import { inferredBreaks } from './breaks.js'
import { inPrint, resultOf, sumOf } from './calculation.js'
import { wordedIn } from './errors.js'
import type { Derivation, Figure, Figures, MixedDecimals, ToldBefore, WhyNoTotal } from './figure.js'
import { distributionKey, idOfKey, joinOptions, type MetricKey, optionsOf, parseFigureId } from './figure-key.js'
import { checkDataset } from './given-data.js'
import { checkHanded } from './handed.js'
import { likeWithLike } from './like-with-like.js'
import { type LocaleId, localeAskedFor } from './locale/index.js'
import {
  calculationOfAnswers,
  countedOptions,
  decimalsOf,
  exactOfAnswers,
  type Metric,
  type MetricId,
  metricIds,
  metrics,
  scoredOptions,
} from './metrics.js'
import { type Exact, exact, type Interval, isEqual, pointInterval, printedWithin, roundForPrint, scaleInterval } from './printed.js'
import { countedByItself, isTicked, optionsOfShares, scaleOf } from './scales.js'
import { type Branch, figureIdOf, indexOf, keyAt, providerPaths, type Slice, sliceOf } from './slices.js'
import {
  isCountable,
  type Point,
  pointsOf,
  printedDecimals,
  type Solved,
  solutionFor,
  solveReduced,
  solveSlice,
  weighingParts,
} from './solving.js'
import { atOnce, eachInSteps, type Steps } from './steps.js'
import { isWithheld, noValue, withheld } from './suppression.js'
import type { Scale, Survey } from './survey.js'
import type { Dataset } from './tally.js'
import { totalsOf } from './totals.js'
import { nothingWithheld, type Withholding, withholdingOf } from './withholding.js'

/**
 * Every figure that the data give, for each node of the segment tree × period × item × (provider or none).
 *
 * Each question of each period is a *slice*. In a slice the tree of segments, and one tree for every provider, are
 * solved for one measure at a time: up the tree (what the parts give, met with the node's own number), down again
 * (what a total leaves its parts), then the points. Withholding comes last. Work is linear in the number of nodes.
 * See "Numbers" in DESIGN.
 *
 * @throws NotatError from `scaleOf`, `distribution` and `checkDataset`, for a survey or a dataset that no reader has
 *   checked
 *
 * @example
 * const figures = deriveFigures(project.survey, await readDataset(project))
 * figureOf(figures, 'indexScore/all/2023-24')?.printed // '82'
 */
export function deriveFigures(survey: Survey, dataset: Dataset, options: DeriveOptions = {}): Figures {
  checkHanded({ survey, dataset, options })
  return wordedIn(localeAskedFor(options.locale), () => atOnce(figuresOfData(survey, dataset, options)))
}

/** `deriveFigures` in steps. */
export function* figuresOfData(
  survey: Survey,
  dataset: Dataset,
  { compared = [], isConfidential = false, before = {} }: DeriveOptions,
): Steps<Figures> {
  checkDataset(dataset, survey)
  const data = indexOf(dataset)
  const paths = providerPaths(survey)
  yield
  const asked = survey.periods.flatMap((period) => survey.items.map((item) => ({ period, item })))
  const slices = yield* eachInSteps(asked, ({ period, item }) => sliceOf(survey, data, paths, period, item))
  const alike = pairsOf(survey, compared).flatMap(([previous, current]) =>
    survey.items.flatMap((item) => {
      const [before, now] = [previous, current].map((period) => slices.find((slice) => slice.period === period && slice.item === item))
      return (before && now && likeWithLike(before, now)) ?? []
    }),
  )
  const reduced = alike.flatMap((each) => each.slices)
  const all: { slice: Slice; solved: Solved[] }[][] = []
  for (const slice of slices) {
    const solved = yield* solveSlice(slice)
    const ofReduced = reduced.filter(({ period, item }) => period === slice.period && item === slice.item)
    all.push([{ slice, solved }, ...(yield* eachInSteps(ofReduced, (each) => ({ slice: each, solved: solveReduced(solved, each) })))])
  }
  const withholding = isConfidential
    ? nothingWithheld
    : withholdingOf(
        survey,
        all.flat().map(({ solved }) => solved),
        before,
      )
  yield
  const made = yield* eachInSteps(all.flat(), ({ slice, solved }) => madeOf(slice, solved, withholding))
  return {
    survey,
    figures: Object.fromEntries(made.flatMap(({ figures }) => figures.map((figure) => [figure.id, figure]))),
    distributions: Object.fromEntries(made.flatMap(({ distributions }) => distributions)),
    totals: made.flatMap(({ totals }) => totals),
    comparisons: alike.flatMap(({ comparisons }) => comparisons),
    inferredBreaks: inferredBreaks(survey, dataset),
    mixedDecimals: slices.flatMap(mixedDecimalsOf),
    withholding: withholding.costs,
  }
}

/**
 * `compared`: pairs of periods, by id, that are compared besides each period with the one before it, and with the
 * last. `isConfidential`: nothing is withheld, for those alone who hold the answers. `before`: what has been told
 * already. `locale`: of what is said of problems; default English, since a survey has none.
 */
export type DeriveOptions = {
  compared?: readonly (readonly [previous: string, current: string])[]
  isConfidential?: boolean
  before?: ToldBefore
  locale?: LocaleId | undefined
}

/** Each pair once: each period with the one before it, then each with the last, then what was asked for. */
function pairsOf({ periods }: Survey, compared: NonNullable<DeriveOptions['compared']>): (readonly [previous: string, current: string])[] {
  const ids = periods.map(({ id }) => id)
  const neighbours = ids.slice(1).map((id, index) => [ids[index] ?? '', id] as const)
  const last = ids.at(-1) ?? ''
  const withLast = ids.slice(0, -2).map((id) => [id, last] as const)
  const others = [...withLast, ...compared].filter(
    (pair) => !neighbours.some(([previous, current]) => previous === pair[0] && current === pair[1]),
  )
  return [...neighbours, ...others.filter((pair, index) => others.findIndex(([a, b]) => a === pair[0] && b === pair[1]) === index)]
}

function madeOf(
  slice: Slice,
  solved: readonly Solved[],
  withholding: Withholding,
): Pick<Figures, 'totals'> & { figures: Figure[]; distributions: [string, Record<string, number>][] } {
  return {
    figures: solved.flatMap((each) => figuresOf(each, withholding)),
    distributions: slice.branches.flatMap((branch) => publicDistribution(slice, branch, withholding)),
    totals: slice.comparedWith === null ? solved.flatMap(totalsOf) : [],
  }
}

function mixedDecimalsOf(slice: Slice): MixedDecimals[] {
  return metricIds.flatMap((metric) => {
    const decimals = printedDecimals(slice, metric)
    return decimals.length > 1 ? [{ metric, item: slice.item.id, period: slice.period, decimals }] : []
  })
}

/** Why the parts of a segment give no total of that figure; null where they do, or where there are none. */
export function whyNoTotal(figures: Figures, id: string): WhyNoTotal | null {
  checkHanded({ figures, id })
  const known = totalsById.get(figures) ?? new Map(figures.totals.map((total) => [total.figure, total]))
  totalsById.set(figures, known)
  return known.get(id)?.whyNoTotal ?? null
}

const totalsById = new WeakMap<Figures, Map<string, Figures['totals'][number]>>()

// ── one figure ──

function figuresOf(solved: Solved, withholding: Withholding): Figure[] {
  const points = pointsOf(solved)
  return solved.slice.branches.flatMap((branch) => figureAt(solved, branch, points.get(branch) ?? null, withholding) ?? [])
}

function figureAt(solved: Solved, branch: Branch, point: Point | null, withholding: Withholding): Figure | null {
  const { slice, measure, solutions } = solved
  const { metric } = measure
  const { base, interval, own, isContradiction } = solutionFor(branch, solutions)
  const decimals = (branch.isBenchmark ? own?.decimals : null) ?? solved.decimals
  const isUnanswered = metric.total === 'weightedMean' && base === 0
  if (!isUnanswered && !isContradiction && (point === null || interval === null)) return null
  const key = keyAt(slice, measure, branch)
  const derivation = derivationOf(solved, branch, withholding)
  const about: Unvalued = { id: idOfKey(key, slice.survey), key, kind: 'metric', unit: metric.unit, decimals, derivation }
  if (isFigureWithheld(solved, branch, base, point, withholding)) return { ...about, ...withheld }
  if (isUnanswered) return { ...about, ...noAnswers }
  if (point === null || interval === null) return { ...about, ...noValue, base, status: 'contradictory' }
  const { printed, possible, status } = valued(point.value, interval, metric, decimals)
  return {
    ...about,
    value: point.value,
    interval,
    printed,
    possible,
    status: isContradiction ? 'contradictory' : status,
    // The words are all that is printed of it.
    ...(own?.isInWords &&
      !isContradiction && { possible: printed === null ? [] : [printed], status: 'ok' as const, isInWords: true as const }),
    base,
    origin: point.origin,
  }
}

/** As the plan says. What is in no plan, because it belongs to no tree, by itself. */
function isFigureWithheld(solved: Solved, branch: Branch, base: number | null, point: Point | null, withholding: Withholding): boolean {
  const { slice, measure } = solved
  const telling = withholding.tellingOf(solved, branch)
  if (telling === null) return point !== null && isWithheld(slice.survey, base, point.value)
  return telling === 'nothing' || (telling === 'counted' && isOfUncounted(measure, slice.scale))
}

/** How many gave an answer that does not count. */
function isOfUncounted({ id, options }: Solved['measure'], scale: Scale): boolean {
  if (id === 'dontKnow') return true
  const scored = scoredOptions(scale).map((option) => option.id)
  return id === 'count' && optionsOf({ options }).some((option) => !scored.includes(option))
}

/** A figure without what its value decides. */
type Unvalued = Pick<Figure, 'id' | 'key' | 'kind' | 'unit' | 'decimals' | 'derivation'>

const noAnswers = { ...noValue, base: 0, status: 'noAnswers' } as const satisfies Partial<Figure>

const hundred = exact(100)

function valued(
  value: Exact,
  interval: Interval,
  { unit }: Metric,
  decimals: number,
): Pick<Figure, 'value' | 'interval' | 'printed' | 'possible' | 'status'> {
  const printed = roundForPrint(inPrint(value, unit), decimals)
  const possible = printedWithin(unit === 'share' ? scaleInterval(interval, hundred) : interval, decimals)
  return { value, interval, printed, possible, status: possible.length > 1 ? 'approximate' : 'ok' }
}

function derivationOf(solved: Solved, branch: Branch, withholding: Withholding): Derivation {
  const { slice, measure, solutions } = solved
  const { id, metric, options } = measure
  const { own, given, isContradiction } = solutionFor(branch, solutions)
  const places = own ? [own.place] : []
  const idAt = (of: MetricId, at: Branch, chosen: string | null = null): string => figureIdOf(slice, { id: of, options: chosen }, at)
  if (given?.by === 'answers' || (branch.tally && metric.ofAnswers && !own)) {
    if (slice.item.composite) return { formula: id === 'base' ? metric.formula : 'indexOfRespondents', inputs: [], places }
    const told = isCountable(measure, slice.scale) ? countedOptions(id, slice.scale, optionsOf({ options })) : []
    const counted = told.map((option) => idAt('count', branch, option))
    return { formula: metric.formula, inputs: counted.length > 0 ? [...counted, idAt('base', branch)] : [], places }
  }
  if (given?.by === 'counts') {
    const counted = idAt('count', branch, countedByItself(slice.scale) ?? options)
    const isShare = metric.unit === 'share'
    const inputs = isShare ? [counted, idAt('base', branch)] : [idAt('base', branch), counted]
    return { formula: isShare ? metric.formula : 'difference', inputs, places }
  }
  if (given?.by === 'ratio') return { formula: metric.formula, inputs: [idAt('base', branch), idAt('invited', branch)], places }
  const parts = partsBehind(solved, branch, withholding)
  const isMean = metric.total === 'weightedMean'
  const inputs = parts.flatMap((part) => [idAt(id, part, options), ...(isMean ? [idAt('base', part)] : [])])
  if (own && !(isContradiction && parts.length > 0)) return { formula: 'published', inputs: given ? inputs : [], places }
  return { formula: isMean ? 'weightedMean' : 'sum', inputs, places }
}

/**
 * The parts that count in a total. Where one of them is withheld all that are measured: which of those that are not
 * told of have no answers is not told either.
 */
function partsBehind(solved: Solved, branch: Branch, { tellingOf }: Withholding): readonly Branch[] {
  const { parts } = branch
  if (parts.some((part) => tellingOf(solved, part) === 'nothing')) {
    return parts.filter((part) => {
      const { base, interval } = solutionFor(part, solved.solutions)
      return base !== null || interval !== null
    })
  }
  const weighing = weighingParts(solved, branch).map(({ part }) => part)
  return weighing.length > 0 ? weighing : parts
}

/** The counts under a branch, with their key, where they are known and may be told. */
function publicDistribution(slice: Slice, branch: Branch, { tellingOf }: Withholding): [string, Record<string, number>][] {
  const { distribution: answers } = branch
  if (!answers || tellingOf({ slice }, branch) !== 'all') return []
  return [[distributionKey(keyAt(slice, { id: 'base', options: null }, branch), slice.survey), { ...answers.counts }]]
}

// ── asked for by id ──

/**
 * The figure of that id. A `share` or `count` of any set of options is made on demand where the answers are known;
 * its options may stand in any order. undefined where there is none: an unknown name, or a subject without data.
 */
export function figureOf(figures: Figures, id: string): Figure | undefined {
  checkHanded({ figures, id })
  if (Object.hasOwn(figures.figures, id)) return figures.figures[id]
  const { survey } = figures
  const key = parseFigureId(id, survey)
  const item = survey.items.find((candidate) => candidate.id === key?.item)
  if (!key?.options || !item || item.composite) return undefined
  const scale = scaleOf(survey, item)
  const { takesOptions } = metrics[key.metric]
  const wanted = new Set(optionsOf(key))
  const known = takesOptions === 'scored' ? optionsOfShares(scale) : takesOptions === 'any' ? scale.options : []
  const options = known.map((option) => option.id).filter((option) => wanted.has(option))
  // Somebody may have ticked several of them: who ticked one or the other is not known.
  if (options.length < wanted.size || (isTicked(scale) && options.length > 1)) return undefined
  const canonical = { ...key, options: joinOptions(options) }
  const canonicalId = idOfKey(canonical, survey)
  return Object.hasOwn(figures.figures, canonicalId) ? figures.figures[canonicalId] : ofOptions(figures, canonical, scale)
}

function ofOptions(figures: Figures, key: MetricKey, scale: Scale): Figure | undefined {
  const { survey } = figures
  const metric = metrics[key.metric]
  const decimals = decimalsOf(metric, survey.items.find(({ id }) => id === key.item) ?? {})
  const isMean = metric.total === 'weightedMean'
  const baseId = idOfKey({ ...key, metric: 'base', options: null }, survey)
  const inputs = optionsOf(key).map((option) => idOfKey({ ...key, metric: 'count', options: option }, survey))
  const about: Unvalued = {
    id: idOfKey(key, survey),
    key,
    kind: 'metric',
    unit: metric.unit,
    decimals,
    derivation: { formula: isMean ? metric.formula : 'sum', inputs: isMean ? [...inputs, baseId] : inputs, places: [] },
  }
  const base = figures.figures[baseId]
  if ([baseId, ...inputs].some((input) => figures.figures[input]?.status === 'withheld')) return { ...about, ...withheld }
  if (isMean && base?.base === 0) return { ...about, ...noAnswers }
  const counts = figures.distributions[distributionKey(key, survey)]
  if (!base) return undefined
  const value = counts ? exactOfAnswers(key.metric, { scale, counts }, optionsOf(key)) : ofPublishedCounts(figures, key, scale, base)
  return value ? { ...about, ...valued(value, pointInterval(value), metric, decimals), base: base.base, origin: 'calculated' } : undefined
}

/** What published counts of the options give, where each is known exactly. */
function ofPublishedCounts({ figures, survey }: Figures, key: MetricKey, scale: Scale, base: Figure): Exact | null {
  const ids = optionsOf(key).map((option) => [option, idOfKey({ ...key, metric: 'count', options: option }, survey)] as const)
  const counts = new Map(
    ids.flatMap(([option, id]) => (figures[id]?.value && isExactCount(figures[id]) ? [[option, figures[id].value]] : [])),
  )
  if (counts.size < ids.length || !base.value || !isExactCount(base)) return null
  const countOf = (option: string) => counts.get(option) ?? exact(0)
  const share = calculationOfAnswers(key.metric, scale, optionsOf(key), countOf, base.value)
  return resultOf(share ?? sumOf([...counts.values()].map((value) => ({ value, unit: 'answer' as const }))))
}

function isExactCount({ interval, status }: Figure): boolean {
  return status === 'ok' && interval !== null && isEqual(interval.from, interval.to)
}

/**
 * Where nobody gave an answer that counts: how many gave one that does not ("don't know", "does not apply"). `few`:
 * so few that it is not told. null where the answers are not known, or somebody gave one that counts.
 */
export function answeredBeside(figures: Figures, id: string): number | 'few' | null {
  const { survey } = figures
  const key = parseFigureId(id, survey)
  const item = survey.items.find((candidate) => candidate.id === key?.item)
  if (!key || !item || figureOf(figures, id)?.base !== 0) return null
  const beside = scaleOf(survey, item).options.filter((option) => 'missing' in option && option.missing !== 'noAnswer')
  const countOf = (option: string) => figures.figures[idOfKey({ ...key, metric: 'count', options: option }, survey)]
  const counts = beside.map((option) => countOf(option.id))
  if (counts.some((count) => count?.status === 'withheld')) return 'few'
  const known = counts.flatMap((count) => (count?.value ? [Number(count.value.numerator)] : []))
  return known.length === counts.length ? known.reduce((sum, count) => sum + count, 0) : null
}
