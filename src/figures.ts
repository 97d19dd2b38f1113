/** Tally + published → Figures: one for each node of the tree, period, item and measure. */
import type { Derivation, Figure, Figures } from './figure.js'
import { distributionKey, idOfKey, joinOptions, type MetricKey, optionsOf, parseFigureId } from './figure-key.js'
import { base, countedOptions, exactOfAnswers, type Metric, type MetricId, metrics, scoredOptions } from './metrics.js'
import {
  type Exact,
  exact,
  fromFraction,
  type Interval,
  pointInterval,
  printedWithin,
  roundForPrint,
  scaleInterval,
  toFraction,
} from './printed.js'
import { scaleOf } from './scales.js'
import { type Branch, figureIdOf, indexOf, keyAt, providerPaths, type Slice, sliceOf } from './slices.js'
import { isCountable, type Point, pointsOf, type Solved, solutionFor, solveSlice, weighingParts } from './solving.js'
import { isWithheld, noValue, withheld } from './suppression.js'
import type { Scale, Survey } from './survey.js'
import type { Dataset } from './tally.js'
import { totalsOf } from './totals.js'

/**
 * Every figure that the data give, for each node of the segment tree × period × item × (provider or none).
 *
 * Each question of each period is a *slice*. In a slice the tree of segments, and one tree for every provider, are solved for one measure at a
 * time: up the tree (what the parts give, met with the node's own number), down again (what a total leaves its parts), then the points.
 * Withholding comes last. Work is linear in the number of nodes. See "Numbers" in DESIGN.
 *
 * @throws NotatError from `scaleOf` and `distribution`, for a survey or a dataset that no reader has checked
 *
 * @example
 * const figures = deriveFigures(project.survey, await readDataset(project))
 * figureOf(figures, 'indexScore/all/2023-24')?.printed // '82'
 */
export function deriveFigures(survey: Survey, dataset: Dataset): Figures {
  const data = indexOf(dataset)
  const paths = providerPaths(survey)
  const made = survey.periods
    .flatMap((period) => survey.items.map((item) => sliceOf(survey, data, paths, period, item)))
    .map((slice) => ({ slice, solved: solveSlice(slice) }))
    .map(({ slice, solved }) => ({
      figures: solved.flatMap(figuresOf),
      distributions: slice.branches.flatMap((branch) => publicDistribution(slice, branch)),
      totals: solved.flatMap(totalsOf),
    }))
  return {
    survey,
    figures: Object.fromEntries(made.flatMap(({ figures }) => figures.map((figure) => [figure.id, figure]))),
    distributions: Object.fromEntries(made.flatMap(({ distributions }) => distributions)),
    totals: made.flatMap(({ totals }) => totals),
  }
}

// ── one figure ──

function figuresOf(solved: Solved): Figure[] {
  const points = pointsOf(solved)
  return solved.slice.branches.flatMap((branch) => figureAt(solved, branch, points.get(branch) ?? null) ?? [])
}

function figureAt(solved: Solved, branch: Branch, point: Point | null): Figure | null {
  const { slice, measure, solutions } = solved
  const { id, metric } = measure
  const { base, interval, isContradiction, decimals } = solutionFor(branch, solutions)
  const isUnanswered = metric.total === 'weightedMean' && base === 0
  if (!isUnanswered && !isContradiction && (point === null || interval === null)) return null
  const key = keyAt(slice, measure, branch)
  const derivation = derivationOf(solved, branch)
  const about: Unvalued = { id: idOfKey(key, slice.survey), key, kind: 'metric', unit: metric.unit, decimals, derivation }
  if (isUnanswered) return { ...about, ...noAnswers }
  if (point === null || interval === null) return { ...about, ...noValue, base, status: 'contradictory' }
  if (id !== 'invited' && isWithheld(slice.survey, base, point.value)) return { ...about, ...withheld }
  const figure: Figure = { ...about, ...valued(point.value, interval, metric, decimals), base, origin: point.origin }
  return isContradiction ? { ...figure, status: 'contradictory' } : figure
}

/** A figure without what its value decides. */
type Unvalued = Pick<Figure, 'id' | 'key' | 'kind' | 'unit' | 'decimals' | 'derivation'>

const noAnswers = { ...noValue, base: 0, status: 'noAnswers' } as const satisfies Partial<Figure>

function valued(
  value: Exact,
  interval: Interval,
  { unit }: Metric,
  decimals: number,
): Pick<Figure, 'value' | 'interval' | 'printed' | 'possible' | 'status'> {
  const factor = exact(unit === 'share' ? 100 : 1)
  const printed = roundForPrint(fromFraction(toFraction(value).mul(toFraction(factor))), decimals)
  const possible = printedWithin(scaleInterval(interval, factor), decimals)
  return { value, interval, printed, possible, status: possible.length > 1 ? 'approximate' : 'ok' }
}

function derivationOf(solved: Solved, branch: Branch): Derivation {
  const { slice, measure, solutions } = solved
  const { id, metric, options } = measure
  const { own, given, isContradiction } = solutionFor(branch, solutions)
  const places = own ? [own.place] : []
  const idAt = (of: MetricId, at: Branch, chosen: string | null = null): string => figureIdOf(slice, { id: of, options: chosen }, at)
  if (given?.by === 'answers' || (branch.tally && metric.ofAnswers && !own)) {
    const told = isCountable(measure, slice.scale) ? countedOptions(id, slice.scale, optionsOf({ options })) : []
    const counted = told.map((option) => idAt('count', branch, option))
    return { formula: metric.formula, inputs: counted.length > 0 ? [...counted, idAt('base', branch)] : [], places }
  }
  if (given?.by === 'ratio') return { formula: 'ratio', inputs: [idAt('base', branch), idAt('invited', branch)], places }
  const weighing = weighingParts(solved, branch).map(({ part }) => part)
  const parts = weighing.length > 0 ? weighing : branch.parts
  const isMean = metric.total === 'weightedMean'
  const inputs = parts.flatMap((part) => [idAt(id, part, options), ...(isMean ? [idAt('base', part)] : [])])
  if (own && !(isContradiction && parts.length > 0)) return { formula: 'published', inputs: given ? inputs : [], places }
  return { formula: isMean ? 'weightedMean' : 'sum', inputs, places }
}

/** The counts under a branch, with their key, where they are known and may be told. */
function publicDistribution(slice: Slice, branch: Branch): [string, Record<string, number>][] {
  const { distribution: answers } = branch
  if (!answers) return []
  const all = Object.values(answers.counts).reduce((sum, count) => sum + count, 0)
  if (isWithheld(slice.survey, base(answers), exact(all))) return []
  return [[distributionKey(keyAt(slice, { id: 'base', options: null }, branch), slice.survey), { ...answers.counts }]]
}

// ── asked for by id ──

/**
 * The figure of that id. A `share` or `count` of any set of options is made on demand where the answers are known; its options may stand in
 * any order. undefined where there is none: an unknown name, or a subject without data.
 */
export function figureOf(figures: Figures, id: string): Figure | undefined {
  if (Object.hasOwn(figures.figures, id)) return figures.figures[id]
  const { survey } = figures
  const key = parseFigureId(id, survey)
  const item = survey.items.find((candidate) => candidate.id === key?.item)
  if (!key?.options || !item) return undefined
  const scale = scaleOf(survey, item)
  const { takesOptions } = metrics[key.metric]
  const wanted = new Set(optionsOf(key))
  const known = takesOptions === 'scored' ? scoredOptions(scale) : takesOptions === 'any' ? scale.options : []
  const options = known.map((option) => option.id).filter((option) => wanted.has(option))
  if (options.length < wanted.size) return undefined
  const canonical = { ...key, options: joinOptions(options) }
  const canonicalId = idOfKey(canonical, survey)
  return Object.hasOwn(figures.figures, canonicalId) ? figures.figures[canonicalId] : ofOptions(figures, canonical, scale)
}

function ofOptions(figures: Figures, key: MetricKey, scale: Scale): Figure | undefined {
  const { survey } = figures
  const metric = metrics[key.metric]
  const isMean = metric.total === 'weightedMean'
  const baseId = idOfKey({ ...key, metric: 'base', options: null }, survey)
  const inputs = optionsOf(key).map((option) => idOfKey({ ...key, metric: 'count', options: option }, survey))
  const about: Unvalued = {
    id: idOfKey(key, survey),
    key,
    kind: 'metric',
    unit: metric.unit,
    decimals: metric.decimals,
    derivation: { formula: isMean ? metric.formula : 'sum', inputs: isMean ? [...inputs, baseId] : inputs, places: [] },
  }
  const base = figures.figures[baseId]
  if ([baseId, ...inputs].some((input) => figures.figures[input]?.status === 'withheld')) return { ...about, ...withheld }
  if (isMean && base?.base === 0) return { ...about, ...noAnswers }
  const counts = figures.distributions[distributionKey(key, survey)]
  if (!counts || !base) return undefined
  const value = exactOfAnswers(key.metric, { scale, counts }, optionsOf(key))
  return value
    ? { ...about, ...valued(value, pointInterval(value), metric, metric.decimals), base: base.base, origin: 'calculated' }
    : undefined
}
