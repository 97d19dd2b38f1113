/** Tally + published → Figures: totals, intervals, derivation; suppression last. */
import Fraction from 'fraction.js'
import type { Derivation, Figure, Figures, PublishedValue, Subject, Total, TotalPart } from './figure.js'
import { distributionKey, type FigureSubject, figureId, parseFigureId } from './figure-key.js'
import { base, bestTwo, isMetricId, type Metric, type MetricId, metrics, scoredOptions } from './metrics.js'
import {
  clip,
  compare,
  contains,
  type Exact,
  exact,
  fromFraction,
  hullOf,
  type Interval,
  intersect,
  isEmpty,
  isEqual,
  midpoint,
  pointInterval,
  printedWithin,
  roundForPrint,
  scaleInterval,
  sumIntervals,
  toFraction,
} from './printed.js'
import { scaleOf } from './scales.js'
import type { AnswerDistribution, Item, Period, Scale, Segment, Survey } from './survey.js'
import { type Dataset, distribution, mergeDistributions } from './tally.js'

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
    .map((slice) => solveSlice(slice))
  return {
    survey,
    figures: Object.fromEntries(made.flatMap(({ figures }) => figures.map((figure) => [figure.id, figure]))),
    distributions: Object.fromEntries(made.flatMap(({ distributions }) => distributions)),
    totals: made.flatMap(({ totals }) => totals),
  }
}

// ── slices: the data of one period and item, hung on trees ──

/** One node of a tree in one slice: a segment, of all or of one provider, with what is known of it. */
type Branch = {
  segment: string
  provider: string | null
  /** its own published values, of any metric */
  published: readonly PublishedValue[]
  /** its answers, where they were counted for it itself: a leaf's */
  tally: AnswerDistribution | null
  /** parts of the segment; of a leaf for which providers have published: its providers */
  parts: readonly Branch[]
  isPartition: boolean
  /** all answers under it, where all are known */
  distribution: AnswerDistribution | null
}

/** `roots`: each benchmark, a tree for each provider, then the one of all. `branches`: every node once, those of all first, each before its parts. */
type Slice = { survey: Survey; period: string; item: Item; scale: Scale; roots: readonly Branch[]; branches: readonly Branch[] }

type Counts = Readonly<Record<string, number>>

/**
 * The dataset by subject; `ofLeaf` whatever the provider. `answered`: leaves with answers in a period, whatever the item; with `/provider` where
 * they name a provider.
 */
type DataIndex = {
  published: Map<string, PublishedValue[]>
  tallies: Map<string, Counts[]>
  ofLeaf: Map<string, Counts[]>
  answered: Set<string>
}

function indexOf({ tallies, published }: Dataset): DataIndex {
  const answered = tallies.flatMap(({ period, segment, provider }) => [
    `${period}/${segment}`,
    ...(provider ? [`${period}/${segment}/provider`] : []),
  ])
  return {
    published: grouped(published, subjectKey, (value) => value),
    tallies: grouped(tallies, subjectKey, ({ counts }) => counts),
    ofLeaf: grouped(tallies, leafKey, ({ counts }) => counts),
    answered: new Set(answered),
  }
}

function grouped<T, V>(values: readonly T[], keyOf: (value: T) => string, pick: (value: T) => V): Map<string, V[]> {
  const groups = new Map<string, V[]>()
  for (const value of values) {
    const group = groups.get(keyOf(value))
    if (group) group.push(pick(value))
    else groups.set(keyOf(value), [pick(value)])
  }
  return groups
}

function subjectKey({ period, item, segment, provider }: Subject): string {
  return `${period}/${item}/${segment}/${provider ?? ''}`
}

function leafKey({ period, item, segment }: Omit<Subject, 'provider'>): string {
  return `${period}/${item}/${segment}`
}

/** For each provider the segments it has figures in: its leaves and every ancestor. */
function providerPaths({ segments, providers }: Survey): Map<string, Set<string>> {
  const parents = new Map<string, string>()
  const visit = (segment: Segment): void => {
    for (const part of segment.parts ?? []) {
      parents.set(part.id, segment.id)
      visit(part)
    }
  }
  visit(segments)
  const ancestry = (id: string | undefined): string[] => (id === undefined ? [] : [id, ...ancestry(parents.get(id))])
  return new Map(providers.map((provider) => [provider.id, new Set(provider.segments.flatMap((id) => ancestry(id)))]))
}

function sliceOf(survey: Survey, data: DataIndex, paths: Map<string, Set<string>>, { id: period }: Period, item: Item): Slice {
  const scale = scaleOf(survey, item)
  const providersOf = new Map<string, Branch[]>()
  const subject = (segment: string, provider: string | null): Subject => ({ period, item: item.id, segment, provider })
  const publishedFor = (segment: string, provider: string | null): PublishedValue[] =>
    data.published.get(subjectKey(subject(segment, provider))) ?? []
  const countsFor = (segment: string, provider: string | null): Counts[] => data.tallies.get(subjectKey(subject(segment, provider))) ?? []

  /** Answers of a leaf. None where it has answers to other items of the period: nobody answered this one. null where it has no answers at all. */
  const tallyOf = (counts: Counts[], answered: string, published: readonly PublishedValue[]): AnswerDistribution | null =>
    counts.length > 0 || (data.answered.has(answered) && !published.some(isAboutAnswers))
      ? counts.map((one) => distribution(scale, one)).reduce(mergeDistributions, distribution(scale, {}))
      : null

  const leafOfProvider = (segment: string, provider: string): Branch => {
    const published = publishedFor(segment, provider)
    const tally = tallyOf(countsFor(segment, provider), `${period}/${segment}/provider`, published)
    return { segment, provider, published, tally, parts: [], isPartition: false, distribution: tally }
  }

  const leafOfAll = (segment: string): Branch => {
    const published = publishedFor(segment, null)
    const providers = providersOf.get(segment) ?? []
    const ofProviders = providers.flatMap((provider) => provider.published)
    // Where a provider's answers are known from print only, those that were counted are not all of the leaf's.
    const isCounted = !ofProviders.some(isAboutAnswers)
    const tally = isCounted ? tallyOf(data.ofLeaf.get(leafKey(subject(segment, null))) ?? [], `${period}/${segment}`, published) : null
    const isPartition = countsFor(segment, null).length === 0
    return withDistribution({ segment, provider: null, published, tally, parts: ofProviders.length > 0 ? providers : [], isPartition })
  }

  const branchOf = (segment: Segment, provider: string | null): Branch => {
    const isInside = (part: Segment): boolean => provider === null || (paths.get(provider)?.has(part.id) ?? false)
    const parts = (segment.parts ?? []).filter((part) => isInside(part) && (part.periods?.includes(period) ?? true))
    if (segment.parts?.length) {
      return withDistribution({
        segment: segment.id,
        provider,
        published: publishedFor(segment.id, provider),
        tally: null,
        parts: parts.map((part) => branchOf(part, provider)),
        isPartition: segment.complete !== false && !segment.overlap,
      })
    }
    if (provider === null) return leafOfAll(segment.id)
    const leaf = leafOfProvider(segment.id, provider)
    providersOf.get(segment.id)?.push(leaf) ?? providersOf.set(segment.id, [leaf])
    return leaf
  }

  const benchmarks = survey.benchmarks.map(({ id }): Branch => {
    const published = publishedFor(id, null)
    return { segment: id, provider: null, published, tally: null, parts: [], isPartition: false, distribution: null }
  })
  const isMeasured = survey.segments.periods?.includes(period) ?? true
  const trees = isMeasured ? [...survey.providers.map(({ id }) => id), null].map((provider) => branchOf(survey.segments, provider)) : []
  const roots = [...benchmarks, ...trees]
  const inOrder = [...roots.slice(-1), ...roots.slice(0, -1)]
  return { survey, period, item, scale, roots, branches: [...new Set(inOrder.flatMap(branchesUnder))] }
}

/** Whether it says something about the answers: not how many were invited. */
function isAboutAnswers({ metric }: PublishedValue): boolean {
  return metric !== 'invited' && metric !== 'responseRate'
}

function withDistribution(branch: Omit<Branch, 'distribution'>): Branch {
  const { tally, parts, isPartition } = branch
  const known = parts.flatMap((part) => part.distribution ?? [])
  const isKnown = isPartition && parts.length > 0 && known.length === parts.length
  return { ...branch, distribution: tally ?? (isKnown ? known.reduce(mergeDistributions) : null) }
}

/** A branch and all under it, each before its parts. */
function branchesUnder(root: Branch): Branch[] {
  const found: Branch[] = []
  const visit = (branch: Branch): void => {
    found.push(branch)
    branch.parts.forEach(visit)
  }
  visit(root)
  return found
}

// ── solving a slice ──

/** What is asked of every branch of a slice. */
type Measure = { id: MetricId; metric: Metric; options: string | null }

/** What is known of one measure at one branch. Intervals in the unit of the figure. */
type Solution = {
  own: PublishedValue | null
  ownInterval: Interval | null
  /** what other data give, and which: the branch's answers, its parts, or two other figures */
  given: { by: 'answers' | 'parts' | 'ratio'; interval: Interval } | null
  /** from the lowest to the highest part */
  hull: Interval | null
  isContradiction: boolean
  /** what it may be, all considered; null where nothing is known */
  interval: Interval | null
  /** number of answers it weighs with */
  base: number | null
  decimals: number
}

type Solutions = Map<Branch, Solution>

/** One measure in one slice: its solutions, and those of the measures it is made from. */
type Solved = {
  slice: Slice
  measure: Measure
  solutions: Solutions
  /** of `base`: weights, and the numerator of the response rate */
  bases: Solutions
  /** of `invited`; empty for all but the response rate */
  invited: Solutions
}

function solveSlice(slice: Slice): Pick<Figures, 'totals'> & { figures: Figure[]; distributions: [string, Record<string, number>][] } {
  const none: Solutions = new Map()
  const measureOf = (id: MetricId): Measure => ({ id, metric: metrics[id], options: null })
  const bases = solve(slice, measureOf('base'), none, none)
  const others = measuresOf(slice).map((measure) => solve(slice, measure, bases.solutions, none))
  const invited = others.find(({ measure }) => measure.id === 'invited')?.solutions ?? none
  const solved = [bases, ...others, solve(slice, measureOf('responseRate'), bases.solutions, invited)]
  return {
    figures: solved.flatMap(figuresOf),
    distributions: slice.branches.flatMap((branch) => publicDistribution(slice, branch)),
    totals: solved.flatMap(totalsOf),
  }
}

/** All but base and response rate: what answers give where there are any, and every metric that somebody has published. */
function measuresOf({ scale, branches }: Slice): Measure[] {
  const ofAnswers: [MetricId, string | null][] = branches.some(({ tally }) => tally)
    ? [
        ['indexScore', null],
        ['mean', null],
        ['topTwoBox', null],
        ['dontKnow', null],
        ...scoredOptions(scale).map(({ id }): [MetricId, string] => ['share', id]),
        ...scale.options.map(({ id }): [MetricId, string] => ['count', id]),
      ]
    : []
  const published = branches.flatMap((branch) =>
    branch.published.flatMap(({ metric, options }): [MetricId, string | null][] => (isMetricId(metric) ? [[metric, options]] : [])),
  )
  const asked = new Map([...ofAnswers, ...published].map(([id, options]) => [`${id}/${options ?? ''}`, { id, options }]))
  return [...asked.entries()]
    .filter(([, { id }]) => id !== 'base' && id !== 'responseRate')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { id, options }]) => ({ id, metric: metrics[id], options }))
}

/**
 * Up each tree, then down. With a constraint on each node and one between each node and its parts, two passes give the tightest intervals there
 * are. (A provider's tree comes before that of all, which narrows the provider's leaves once more.)
 */
function solve(slice: Slice, measure: Measure, bases: Solutions, invited: Solutions): Solved {
  const solved: Solved = { slice, measure, solutions: new Map(), bases, invited }
  const up = (branch: Branch): void => {
    if (solved.solutions.has(branch)) return
    branch.parts.forEach(up)
    solved.solutions.set(branch, solutionOf(solved, branch))
  }
  const down = (branch: Branch): void => {
    narrowParts(solved, branch)
    branch.parts.forEach(down)
  }
  for (const root of slice.roots) {
    up(root)
    down(root)
  }
  return solved
}

function solutionOf(solved: Solved, branch: Branch): Solution {
  const { slice, measure } = solved
  const { metric } = measure
  const { min, max } = metric.range(slice.scale)
  const onScale = (interval: Interval): Interval => clip(interval, min, max ?? interval.to)
  const own = ownOf(branch, measure)
  const ownInterval = own && onScale(ownIntervalOf(own, metric))
  const weighing = weighingParts(solved, branch)
  const given = givenBy(solved, branch, weighing)
  const hull = metric.total === 'weightedMean' ? hullOfParts(weighing) : null
  const ofOthers = given?.interval ?? (branch.isPartition ? hull : null)
  const meeting = ownInterval && ofOthers ? intersect(ownInterval, ofOthers) : (ownInterval ?? ofOthers)
  const isContradiction = meeting !== null && isEmpty(onScale(meeting))
  const interval = isContradiction ? ofOthers : meeting
  const base = measure.id === 'base' ? wholeNumber(interval) : baseOf(solved, branch, weighing, own)
  const hasValue = interval !== null && !isEmpty(onScale(interval)) && !(metric.total === 'weightedMean' && base === 0)
  return {
    own,
    ownInterval,
    given,
    hull,
    isContradiction,
    interval: hasValue ? interval : null,
    base,
    decimals: own?.decimals ?? (given?.by === 'answers' || weighing.length === 0 ? metric.decimals : fewestDecimals(weighing)),
  }
}

/** Its own published value of the measure. A base may be published by itself or beside another value. */
function ownOf({ published }: Branch, { id, options }: Measure): PublishedValue | null {
  const own = published.find((value) => value.metric === id && value.options === options)
  if (own || id !== 'base') return own ?? null
  const beside = besides.flatMap((metric) =>
    published.filter((value) => value.metric === metric).sort((a, b) => ((a.options ?? '') < (b.options ?? '') ? -1 : 1)),
  )
  const first = beside.find(({ base }) => base !== null)
  if (!first || first.base === null) return null
  const value = exact(first.base)
  return { ...first, metric: 'base', options: null, text: String(first.base), value, decimals: 0, interval: pointInterval(value) }
}

/** Beside which values a number of answers is believed first. */
const besides: readonly MetricId[] = ['indexScore', 'mean', 'topTwoBox', 'share', 'dontKnow', 'count']

/** What a published number stands for in the figure's unit. A count in whole numbers is exact. */
function ownIntervalOf({ value, interval, decimals }: PublishedValue, { unit, total }: Metric): Interval {
  if (total === 'sum' && decimals === 0) return pointInterval(value)
  return unit === 'share' ? scaleInterval(interval, exact(1, 100)) : interval
}

function ownValueOf({ value }: PublishedValue, { unit }: Metric): Exact {
  return unit === 'share' ? fromFraction(toFraction(value).div(100)) : value
}

/** A part, and how much of the total one unit of it is: its number of answers in a mean, 1 in a sum. null: unknown. */
type WeighingPart = { part: Branch; solution: Solution; weight: number | null }

/** The parts that count in the total: one without answers weighs nothing. */
function weighingParts({ measure, solutions }: Solved, { parts }: Branch): WeighingPart[] {
  return parts
    .map((part) => ({ part, solution: solutionFor(part, solutions) }))
    .map(({ part, solution }) => ({ part, solution, weight: measure.metric.total === 'sum' ? 1 : solution.base }))
    .filter(({ weight }) => weight !== 0)
}

function solutionFor(branch: Branch, solutions: Solutions): Solution {
  const found = solutions.get(branch)
  if (!found) throw new Error(`no solution for ${branch.segment}: parts are solved before their total`)
  return found
}

/** What a branch's answers give, or its parts, or for a response rate the branch's two other figures. */
function givenBy({ slice, measure, bases, invited }: Solved, branch: Branch, weighing: readonly WeighingPart[]): Solution['given'] {
  const { metric, options } = measure
  if (metric.total === 'ratio') {
    const answers = wholeNumber(bases.get(branch)?.interval)
    const asked = wholeNumber(invited.get(branch)?.interval)
    return answers !== null && asked ? { by: 'ratio', interval: pointInterval(exact(answers, asked)) } : null
  }
  if (branch.tally && metric.ofAnswers && isCountable(measure, slice.scale)) {
    const value = metric.ofAnswers(branch.tally, options?.split('+') ?? [])
    return value && { by: 'answers', interval: pointInterval(value) }
  }
  const total = branch.isPartition ? totalOf(metric, weighing) : null
  return total && { by: 'parts', interval: total }
}

/** Whether counts give it: a share of "don't know" may be printed, but is no share of the valid answers. */
function isCountable({ id, options }: Measure, scale: Scale): boolean {
  const scored = scoredOptions(scale).map((option) => option.id)
  return id !== 'share' || (options?.split('+') ?? []).every((option) => scored.includes(option))
}

/** Mean of the parts weighted by base, or their sum; null where a value or a weight is unknown, or there is none. */
function totalOf(metric: Metric, weighing: readonly WeighingPart[]): Interval | null {
  const scaled = scaledParts(weighing)
  if (!scaled || scaled.length === 0) return null
  return scaleInterval(sumIntervals(scaled), exact(1, divisorOf(metric, weighing)))
}

/** Each part's value times its weight; null where one is unknown. */
function scaledParts(weighing: readonly WeighingPart[]): Interval[] | null {
  const scaled = weighing.flatMap(({ solution: { interval }, weight }) =>
    interval && weight !== null ? [scaleInterval(interval, exact(weight))] : [],
  )
  return scaled.length === weighing.length ? scaled : null
}

function divisorOf({ total }: Metric, weighing: readonly WeighingPart[]): number {
  return total === 'sum' ? 1 : weighing.reduce((sum, { weight }) => sum + (weight ?? 0), 0)
}

function hullOfParts(weighing: readonly WeighingPart[]): Interval | null {
  const [first, ...rest] = weighing.flatMap(({ solution }) => solution.interval ?? [])
  return first && rest.length + 1 === weighing.length ? hullOf([first, ...rest]) : null
}

/**
 * Number of answers behind the value: the parts' where they give the total, else the one published beside it, else the branch's base.
 * null for those who were invited.
 */
function baseOf({ measure, bases }: Solved, branch: Branch, weighing: readonly WeighingPart[], own: PublishedValue | null): number | null {
  const base = bases.get(branch)?.base ?? null
  if (measure.id === 'invited') return null
  if (measure.metric.total !== 'weightedMean' || branch.distribution) return base
  const ofParts = branch.isPartition && branch.parts.length > 0 ? sumOrNull(weighing.map(({ weight }) => weight)) : null
  return ofParts ?? own?.base ?? base
}

function sumOrNull(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce((sum, number) => (sum === null || number === null ? null : sum + number), 0)
}

/** A total cannot be printed finer than the coarsest of its parts. */
function fewestDecimals(weighing: readonly WeighingPart[]): number {
  return weighing.reduce((fewest, { solution }) => Math.min(fewest, solution.decimals), Number.POSITIVE_INFINITY)
}

function wholeNumber(interval: Interval | null | undefined): number | null {
  const isWhole = interval && isEqual(interval.from, interval.to) && interval.from.denominator === 1n
  return isWhole ? Number(interval.from.numerator) : null
}

/** Where a total is narrower than its parts give, each part is what the total leaves when the others go as low or as high as they can. */
function narrowParts(solved: Solved, branch: Branch): void {
  const { given, interval } = solutionFor(branch, solved.solutions)
  if (given?.by !== 'parts' || !interval || isSameInterval(interval, given.interval)) return
  const weighing = weighingParts(solved, branch)
  const scaled = scaledParts(weighing) ?? []
  const total = scaleInterval(interval, exact(divisorOf(solved.measure.metric, weighing)))
  const others = othersOfEach(scaled)
  for (const [index, { part, solution, weight }] of weighing.entries()) {
    const rest = others[index]
    if (!rest || !weight || !solution.interval) continue
    const left: Interval = {
      from: difference(total.from, rest.to),
      to: difference(total.to, rest.from),
      fromIncluded: total.fromIncluded && rest.toIncluded,
      toIncluded: total.toIncluded && rest.fromIncluded,
    }
    solved.solutions.set(part, { ...solution, interval: intersect(solution.interval, scaleInterval(left, exact(1, weight))) })
  }
}

/** For each interval the sum of all the others, in one pass. */
function othersOfEach(intervals: readonly Interval[]): Interval[] {
  const all = sumIntervals(intervals)
  const openBelow = intervals.filter(({ fromIncluded }) => !fromIncluded).length
  const openAbove = intervals.filter(({ toIncluded }) => !toIncluded).length
  return intervals.map(({ from, to, fromIncluded, toIncluded }) => ({
    from: difference(all.from, from),
    to: difference(all.to, to),
    fromIncluded: openBelow === (fromIncluded ? 0 : 1),
    toIncluded: openAbove === (toIncluded ? 0 : 1),
  }))
}

function difference(a: Exact, b: Exact): Exact {
  return fromFraction(toFraction(a).sub(toFraction(b)))
}

function isSameInterval(a: Interval, b: Interval): boolean {
  return compare(a.from, b.from) === 0 && compare(a.to, b.to) === 0 && a.fromIncluded === b.fromIncluded && a.toIncluded === b.toIncluded
}

/**
 * The value to print where the interval leaves a choice: exact or as printed at a leaf, of a node the mean of its parts' points. A point outside
 * its interval becomes the midpoint.
 */
function pointsOf(solved: Solved): Map<Branch, Exact> {
  const { metric } = solved.measure
  const points = new Map<Branch, Exact>()
  const visit = (branch: Branch): void => {
    branch.parts.forEach(visit)
    const { own, given, interval } = solutionFor(branch, solved.solutions)
    if (!interval) return
    const ofOthers = given?.by === 'parts' ? meanOfPoints(metric, weighingParts(solved, branch), points) : given?.interval.from
    const point = ofOthers ?? (own ? ownValueOf(own, metric) : midpoint(interval))
    points.set(branch, contains(interval, point) ? point : midpoint(interval))
  }
  solved.slice.roots.forEach(visit)
  return points
}

function meanOfPoints(metric: Metric, weighing: readonly WeighingPart[], points: ReadonlyMap<Branch, Exact>): Exact {
  const sum = weighing.reduce((total, { part, weight }) => {
    const point = points.get(part)
    return point && weight ? total.add(toFraction(point).mul(weight)) : total
  }, new Fraction(0n))
  return fromFraction(sum.div(divisorOf(metric, weighing)))
}

// ── figures ──

function figuresOf(solved: Solved): Figure[] {
  const points = pointsOf(solved)
  return solved.slice.branches.flatMap((branch) => figureAt(solved, branch, points.get(branch) ?? null) ?? [])
}

function figureAt(solved: Solved, branch: Branch, point: Exact | null): Figure | null {
  const { slice, measure, solutions } = solved
  const { id, metric } = measure
  const { base, interval, isContradiction, decimals } = solutionFor(branch, solutions)
  const derivation = derivationOf(solved, branch)
  const about: Unvalued = { id: idOf(slice, measure, branch), kind: 'metric', unit: metric.unit, decimals, derivation }
  if (metric.total === 'weightedMean' && base === 0) return { ...about, ...noAnswers }
  if (point === null || interval === null) return isContradiction ? { ...about, ...noValue, base, status: 'contradictory' } : null
  if (id !== 'invited' && isWithheld(slice.survey, base, point)) return { ...about, ...withheld }
  const figure: Figure = { ...about, ...valued(point, interval, metric, decimals), base }
  return isContradiction ? { ...figure, status: 'contradictory' } : figure
}

/** A figure without what its value decides. */
type Unvalued = Pick<Figure, 'id' | 'kind' | 'unit' | 'decimals' | 'derivation'>

const noValue = { value: null, printed: null, interval: null, possible: [] } as const satisfies Partial<Figure>
const noAnswers = { ...noValue, base: 0, status: 'noAnswers' } as const satisfies Partial<Figure>
/** Nothing of the number is left, not even how many answered. */
const withheld = { ...noValue, base: null, status: 'withheld' } as const satisfies Partial<Figure>

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

/** A base above 0 and under the minimum, and anything that tells how few answered. */
function isWithheld({ minimumBase }: Survey, base: number | null, value: Exact): boolean {
  return base !== null && base < minimumBase && (base > 0 || value.numerator !== 0n)
}

function idOf({ survey, period, item }: Slice, { id, options }: Pick<Measure, 'id' | 'options'>, { segment, provider }: Branch): string {
  return figureId({ metric: id, segment, period, item: item.id, provider, options }, survey)
}

function derivationOf(solved: Solved, branch: Branch): Derivation {
  const { slice, measure, solutions } = solved
  const { id, metric, options } = measure
  const { own, given, isContradiction } = solutionFor(branch, solutions)
  const places = own ? [own.place] : []
  const idAt = (of: MetricId, at: Branch, chosen: string | null = null): string => idOf(slice, { id: of, options: chosen }, at)
  if (given?.by === 'answers' || (branch.tally && metric.ofAnswers && !own)) {
    const counted = countedOptions(slice.scale, measure).map((option) => idAt('count', branch, option))
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

/** The options whose counts a value at a leaf is made from; none for what is itself counted. */
function countedOptions(scale: Scale, { id, metric, options }: Measure): string[] {
  if (metric.formula === 'counted') return []
  if (id === 'share') return options?.split('+') ?? []
  return id === 'topTwoBox' ? bestTwo(scale) : scoredOptions(scale).map((option) => option.id)
}

/** The counts under a branch, with their key, where they are known and may be told. */
function publicDistribution(slice: Slice, branch: Branch): [string, Record<string, number>][] {
  const { distribution: answers } = branch
  if (!answers) return []
  const all = Object.values(answers.counts).reduce((sum, count) => sum + count, 0)
  if (isWithheld(slice.survey, base(answers), exact(all))) return []
  return [[distributionKey(idOf(slice, { id: 'base', options: null }, branch)), { ...answers.counts }]]
}

function totalsOf({ slice, measure, solutions, bases }: Solved): Total[] {
  return slice.branches.flatMap((branch) => {
    const solution = solutionFor(branch, solutions)
    const { own, ownInterval, given, hull, base, isContradiction } = solution
    const parts = branch.parts.map((part): TotalPart => {
      const ofPart = solutionFor(part, solutions)
      return { figure: idOf(slice, measure, part), base: ofPart.base, interval: ofPart.interval }
    })
    const isTotal = measure.metric.total !== 'ratio' && !branch.distribution && parts.some((part) => part.interval || part.base !== null)
    if (!own && !isContradiction && !isTotal) return []
    return {
      figure: idOf(slice, measure, branch),
      unit: measure.metric.unit,
      own,
      ownInterval,
      parts,
      isPartition: branch.isPartition,
      fromParts: given?.interval ?? null,
      hull,
      bases: {
        own: own?.base ?? wholeNumber((bases.get(branch) ?? solution).ownInterval),
        fromParts: parts.length > 0 ? sumOrNull(parts.map((part) => part.base)) : base,
      },
      isContradiction,
    }
  })
}

/**
 * The figure of that id. A `share` or `count` of any set of options is made on demand where the answers are known; its options may stand in
 * any order. undefined where there is none: an unknown name, or a subject without data.
 */
export function figureOf(figures: Figures, id: string): Figure | undefined {
  if (Object.hasOwn(figures.figures, id)) return figures.figures[id]
  const { survey } = figures
  const subject = parseFigureId(id, survey)
  const item = survey.items.find((candidate) => candidate.id === subject?.item)
  if (!subject?.options || !item) return undefined
  const scale = scaleOf(survey, item)
  const wanted = new Set(subject.options.split('+'))
  const known = subject.metric === 'share' ? scoredOptions(scale) : subject.metric === 'count' ? scale.options : []
  const options = known.map((option) => option.id).filter((option) => wanted.has(option))
  if (options.length < wanted.size) return undefined
  const canonical = figureId({ ...subject, options: options.join('+') }, survey)
  return Object.hasOwn(figures.figures, canonical) ? figures.figures[canonical] : ofOptions(figures, subject, scale, options)
}

function ofOptions(figures: Figures, subject: Required<FigureSubject>, scale: Scale, options: string[]): Figure | undefined {
  const { survey } = figures
  const metric = metrics[subject.metric]
  const id = figureId({ ...subject, options: options.join('+') }, survey)
  const isShare = subject.metric === 'share'
  const baseId = figureId({ ...subject, metric: 'base', options: null }, survey)
  const inputs = options.map((option) => figureId({ ...subject, metric: 'count', options: option }, survey))
  const about: Unvalued = {
    id,
    kind: 'metric',
    unit: metric.unit,
    decimals: metric.decimals,
    derivation: { formula: isShare ? 'shareOfAnswers' : 'sum', inputs: isShare ? [...inputs, baseId] : inputs, places: [] },
  }
  const base = figures.figures[baseId]
  if ([baseId, ...inputs].some((input) => figures.figures[input]?.status === 'withheld')) return { ...about, ...withheld }
  if (isShare && base?.base === 0) return { ...about, ...noAnswers }
  const counts = figures.distributions[distributionKey(id)]
  if (!counts || !base || !metric.ofAnswers) return undefined
  const value = metric.ofAnswers({ scale, counts }, options)
  return value ? { ...about, ...valued(value, pointInterval(value), metric, metric.decimals), base: base.base } : undefined
}
