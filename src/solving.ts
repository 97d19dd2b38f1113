/**
 * Slices → solutions: what is known of a measure at each node, narrowed up and down the tree, and the point to print.
 */
import { type Amount, type Calculation, responseRate, resultOf, shareOfAnswers, sumOf, weightedMean } from './calculation.js'
import type { PublishedValue } from './figure.js'
import { optionsOf } from './figure-key.js'
import {
  decimalsOf,
  exactOfAnswers,
  fitsItem,
  isMetricId,
  type Metric,
  type MetricId,
  metricIds,
  metrics,
  scoredOptions,
} from './metrics.js'
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
  minus,
  pointInterval,
  scaleInterval,
  sumIntervals,
  toFraction,
} from './printed.js'
import { countedByItself, isTicked, optionsOfShares } from './scales.js'
import type { Branch, Slice } from './slices.js'
import { eachInSteps, type Steps } from './steps.js'
import type { Item, Scale } from './survey.js'

/** What is asked of every branch of a slice. */
export type Measure = { id: MetricId; metric: Metric; options: string | null }

/** What is known of one measure at one branch. Intervals in the unit of the figure. */
export type Solution = {
  own: PublishedValue | null
  ownInterval: Interval | null
  /** what other data give, and which: the branch's answers, published counts, its parts, or two other figures */
  given: { by: 'answers' | 'counts' | 'parts' | 'ratio'; interval: Interval } | null
  /** from the lowest to the highest part */
  hull: Interval | null
  isContradiction: boolean
  /** what it may be, all considered; null where nothing is known */
  interval: Interval | null
  /** number of answers it weighs with */
  base: number | null
}

export type Solutions = Map<Branch, Solution>

/** One measure in one slice: its solutions, and those of the measures it is made from. */
export type Solved = {
  slice: Slice
  measure: Measure
  solutions: Solutions
  /** of `base`: weights, and the numerator of the response rate */
  bases: Solutions
  /** of `invited`; empty for all but the response rate */
  invited: Solutions
  /** of how many could say yes, or have ticked an option, where that is published; by the option */
  facts: ReadonlyMap<string, Solutions>
  /** digits after the decimal mark with which all its numbers are printed */
  decimals: number
}

/** Every measure of a slice, solved, a step each: first the bases, which the others weigh with. */
export function* solveSlice(slice: Slice): Steps<Solved[]> {
  const none: Solutions = new Map()
  const measureOf = (id: MetricId): Measure => ({ id, metric: metrics[id], options: null })
  const bases = solve(slice, measureOf('base'), { bases: none, invited: none, facts: new Map() })
  const known = { bases: bases.solutions, invited: none, facts: new Map() }
  const measures = measuresOf(slice)
  const ofFacts = measures.filter((measure) => isOfFacts(measure, slice.scale))
  const facts = yield* eachInSteps(ofFacts, (measure) => solve(slice, measure, known))
  const withFacts = { ...known, facts: new Map(facts.map(({ measure, solutions }) => [measure.options ?? '', solutions])) }
  const opinions = measures.filter((measure) => !isOfFacts(measure, slice.scale))
  const others = [...facts, ...(yield* eachInSteps(opinions, (measure) => solve(slice, measure, withFacts)))]
  const invited = others.find(({ measure }) => measure.id === 'invited')?.solutions ?? none
  return [bases, ...others, solve(slice, measureOf('responseRate'), { ...known, invited })]
}

/**
 * The totals of a slice over the groups that another period has too: its reduced nodes, solved with what was found of
 * all the others.
 *
 * @param solved what `solveSlice` gave for the whole slice
 */
export function solveReduced(solved: readonly Solved[], reduced: Slice): Solved[] {
  const made = new Map<MetricId, Solutions>()
  const facts = new Map<string, Solutions>()
  return solved.map(({ measure, solutions, decimals }) => {
    const bases = measure.id === 'base' ? new Map() : (made.get('base') ?? new Map())
    const invited = measure.metric.total === 'ratio' ? (made.get('invited') ?? new Map()) : new Map()
    const found: Solved = { slice: reduced, measure, solutions: new Map(solutions), bases, invited, facts, decimals }
    for (const root of reduced.roots) solveUp(found, root)
    if (measure.options === null) made.set(measure.id, found.solutions)
    if (isOfFacts(measure, reduced.scale)) facts.set(measure.options ?? '', found.solutions)
    return found
  })
}

/**
 * One precision for all numbers of a metric in a period: the fewest decimals that somebody printed one with, since a
 * 70 among 70,4 and 71,2 says no more. A benchmark is somebody else's and decides nothing.
 */
export function printedDecimals({ branches }: Slice, metric: MetricId): number[] {
  const published = branches.flatMap((branch) => (branch.isBenchmark ? [] : branch.published.filter(({ isInWords }) => !isInWords)))
  return [...new Set(published.flatMap((value) => (value.metric === metric ? [value.decimals] : [])))].sort((a, b) => a - b)
}

/**
 * All but base and response rate: what answers give where there are any, and every metric that somebody has
 * published.
 */
function measuresOf({ scale, item, branches }: Slice): Measure[] {
  const ofAnswers = branches.some(({ tally }) => tally) ? metricIds.flatMap((id) => askedOfAnswers(id, scale, item)) : []
  const published = branches.flatMap((branch) =>
    branch.published.flatMap(({ metric, options }): Asked[] => (isMetricId(metric) ? [[metric, options]] : [])),
  )
  const byItself = countedByItself(scale)
  const isCounted = published.some(([id, options]) => id === 'count' && options === byItself)
  // How many could say yes, and of how many: so the share is known, and who could not.
  const ofFacts: Asked[] =
    byItself !== null && isCounted
      ? [
          ['share', byItself],
          ['count', 'no'],
        ]
      : []
  // So it is with each option that was ticked.
  const counted = isTicked(scale)
    ? scoredOptions(scale).filter((option) => published.some(([id, of]) => id === 'count' && of === option.id))
    : []
  const ofTicked = counted.map((option): Asked => ['share', option.id])
  const asked = new Map(
    [...ofAnswers, ...published, ...ofFacts, ...ofTicked].map(([id, options]) => [`${id} ${options ?? ''}`, { id, options }]),
  )
  return [...asked.entries()]
    .filter(([, { id }]) => id !== 'base' && id !== 'responseRate')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { id, options }]) => ({ id, metric: metrics[id], options }))
}

function isOfFacts({ id, options }: Measure, scale: Scale): boolean {
  return id === 'count' && options !== null && isFact(options, scale)
}

/** An option of which it is said how many gave it, and how many did not are the rest of all who answered. */
function isFact(option: string | null, scale: Scale): boolean {
  return option !== null && (option === countedByItself(scale) || (isTicked(scale) && scoredOptions(scale).some(({ id }) => id === option)))
}

type Asked = [id: MetricId, options: string | null]

/** What is asked of answers: each metric they give, of each option by itself where it takes options. */
function askedOfAnswers(id: MetricId, scale: Scale, item: Item): Asked[] {
  const { ofAnswers, takesOptions } = metrics[id]
  // A mean on the scale's own scores is not counted of respondents' means, which are spread 0–100.
  if (!ofAnswers || !fitsItem(id, item, scale) || (item.composite && id === 'mean')) return []
  if (!takesOptions) return [[id, null]]
  return (takesOptions === 'scored' ? optionsOfShares(scale) : scale.options).map((option): Asked => [id, option.id])
}

/**
 * Up each tree, then down. With a constraint on each node and one between each node and its parts, two passes give
 * the tightest intervals there are. (A provider's tree comes before that of all, which narrows the provider's leaves
 * once more.)
 */
function solve(slice: Slice, measure: Measure, known: Pick<Solved, 'bases' | 'invited' | 'facts'>): Solved {
  const decimals = printedDecimals(slice, measure.id)[0] ?? decimalsOf(measure.metric, slice.item)
  const solved: Solved = { slice, measure, solutions: new Map(), ...known, decimals }
  const down = (branch: Branch): void => {
    narrowParts(solved, branch)
    branch.parts.forEach(down)
  }
  for (const root of slice.roots) {
    solveUp(solved, root)
    down(root)
  }
  return solved
}

/** Each node after its parts; what is solved stays as it is. */
function solveUp(solved: Solved, branch: Branch): void {
  if (solved.solutions.has(branch)) return
  if (branch.sameAs) {
    solved.solutions.set(branch, solutionFor(branch.sameAs, solved.solutions))
    return
  }
  for (const part of branch.parts) solveUp(solved, part)
  solved.solutions.set(branch, solutionOf(solved, branch))
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
  const ofCounts = given?.by === 'parts' ? givenByCounts(solved, branch) : null
  const known = [ownInterval, ofOthers, ofCounts].filter((interval) => interval !== null)
  const meeting = known.length === 0 ? null : known.reduce(intersect)
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
  const place = first.basePlace ?? first.place
  return { ...first, metric: 'base', options: null, text: String(first.base), value, decimals: 0, interval: pointInterval(value), place }
}

/**
 * Beside which values a number of answers is believed first: means before counts, and one number before one for each
 * option.
 */
const besides: readonly MetricId[] = metricIds
  .filter((id) => metrics[id].ofAnswers && id !== 'base')
  .map((id) => ({ id, rank: (metrics[id].total === 'sum' ? 2 : 0) + (metrics[id].takesOptions ? 1 : 0) }))
  .sort((a, b) => a.rank - b.rank)
  .map(({ id }) => id)

/** What a published number stands for in the figure's unit. A count in whole numbers is exact. */
function ownIntervalOf({ value, interval, decimals }: PublishedValue, { unit, total }: Metric): Interval {
  if (total === 'sum' && decimals === 0) return pointInterval(value)
  return unit === 'share' ? scaleInterval(interval, exact(1, 100)) : interval
}

function ownValueOf({ value }: PublishedValue, { unit }: Metric): Exact {
  return unit === 'share' ? fromFraction(toFraction(value).div(100)) : value
}

/** A part, and how much of the total one unit of it is: its number of answers in a mean, 1 in a sum. null: unknown. */
export type WeighingPart = { part: Branch; solution: Solution; weight: number | null }

/** The parts that count in the total: one without answers weighs nothing. */
export function weighingParts({ measure, solutions }: Solved, { parts }: Branch): WeighingPart[] {
  return parts
    .map((part) => ({ part, solution: solutionFor(part, solutions) }))
    .map(({ part, solution }) => ({ part, solution, weight: measure.metric.total === 'sum' ? 1 : solution.base }))
    .filter(({ weight }) => weight !== 0)
}

export function solutionFor(branch: Branch, solutions: Solutions): Solution {
  const found = solutions.get(branch)
  if (!found) throw new Error(`no solution for ${branch.segment}: parts are solved before their total`)
  return found
}

/** What a branch's answers give, or its parts, or for a response rate the branch's two other figures. */
function givenBy(solved: Solved, branch: Branch, weighing: readonly WeighingPart[]): Solution['given'] {
  const { slice, measure, bases, invited } = solved
  const { id, metric, options } = measure
  if (metric.total === 'ratio') {
    const answers = wholeNumber(bases.get(branch)?.interval)
    const asked = wholeNumber(invited.get(branch)?.interval)
    const rate = answers !== null && asked !== null ? responseRate(exact(answers), exact(asked)) : null
    return rate && { by: 'ratio', interval: pointInterval(resultOf(rate)) }
  }
  if (branch.tally && metric.ofAnswers && isCountable(measure, slice.scale) && !(slice.item.composite && id === 'mean')) {
    const value = exactOfAnswers(id, branch.tally, optionsOf({ options }))
    return value && { by: 'answers', interval: pointInterval(value) }
  }
  const total = branch.isPartition ? totalOf(metric, weighing) : null
  if (total) return { by: 'parts', interval: total }
  const counted = givenByCounts(solved, branch)
  return counted && { by: 'counts', interval: counted }
}

/** Of how many could say yes, and how many answered: the share of the first, or how many could not. */
function givenByCounts({ slice, measure, bases, facts }: Solved, branch: Branch): Interval | null {
  const { scale } = slice
  const isOfNo = measure.id === 'count' && measure.options === 'no' && countedByItself(scale) !== null
  const fact = isOfNo ? countedByItself(scale) : measure.id === 'share' && isFact(measure.options, scale) ? measure.options : null
  const [counted, answers] = [wholeNumber(facts.get(fact ?? '')?.get(branch)?.interval), wholeNumber(bases.get(branch)?.interval)]
  if (counted === null || answers === null || branch.tally) return null
  if (isOfNo) return pointInterval(exact(answers - counted))
  const share = shareOfAnswers([exact(counted)], exact(answers))
  return share && pointInterval(resultOf(share))
}

/** Whether counts give it: a share of "don't know" may be printed, but is no share of answers that it is not among. */
export function isCountable({ metric, options }: Measure, scale: Scale): boolean {
  const known = optionsOfShares(scale).map((option) => option.id)
  return metric.takesOptions !== 'scored' || optionsOf({ options }).every((option) => known.includes(option))
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
 * Number of answers behind the value: the parts' where they give the total, else the one published beside it, else
 * the branch's base. null for those who were invited.
 */
function baseOf({ measure, bases }: Solved, branch: Branch, weighing: readonly WeighingPart[], own: PublishedValue | null): number | null {
  const base = bases.get(branch)?.base ?? null
  if (measure.id === 'invited') return null
  if (measure.metric.total !== 'weightedMean' || branch.distribution) return base
  const ofParts = branch.isPartition && branch.parts.length > 0 ? sumOrNull(weighing.map(({ weight }) => weight)) : null
  return ofParts ?? own?.base ?? base
}

export function sumOrNull(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce((sum, number) => (sum === null || number === null ? null : sum + number), 0)
}

export function wholeNumber(interval: Interval | null | undefined): number | null {
  const isWhole = interval && isEqual(interval.from, interval.to) && interval.from.denominator === 1n
  return isWhole ? Number(interval.from.numerator) : null
}

/**
 * Where a total is narrower than its parts give, each part is what the total leaves when the others go as low or as
 * high as they can.
 */
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
      from: minus(total.from, rest.to),
      to: minus(total.to, rest.from),
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
    from: minus(all.from, from),
    to: minus(all.to, to),
    fromIncluded: openBelow === (fromIncluded ? 0 : 1),
    toIncluded: openAbove === (toIncluded ? 0 : 1),
  }))
}

function isSameInterval(a: Interval, b: Interval): boolean {
  return compare(a.from, b.from) === 0 && compare(a.to, b.to) === 0 && a.fromIncluded === b.fromIncluded && a.toIncluded === b.toIncluded
}

/** The value to print, and where it comes from. */
export type Point = { value: Exact; origin: 'calculated' | 'read' | 'midpoint' }

/**
 * The value to print where the interval leaves a choice: exact or as printed at a leaf, of a node the mean of its
 * parts' points. A point outside its interval becomes the midpoint. There is none where only the hull of the parts is
 * known, because they have no weights.
 */
export function pointsOf(solved: Solved): Map<Branch, Point> {
  const { measure, solutions, slice } = solved
  const points = new Map<Branch, Point>()
  const visit = (branch: Branch): void => {
    branch.parts.forEach(visit)
    const { own, given, interval } = solutionFor(branch, solutions)
    if (!interval) return
    const total = given?.by === 'parts' ? totalOfPoints(measure.metric, weighingParts(solved, branch), points) : null
    const calculated = total ? resultOf(total) : given && given.by !== 'parts' ? given.interval.from : null
    const value = calculated ?? (own ? ownValueOf(own, measure.metric) : null)
    if (value === null) return
    const isInside = contains(interval, value)
    points.set(branch, isInside ? { value, origin: calculated ? 'calculated' : 'read' } : { value: midpoint(interval), origin: 'midpoint' })
  }
  slice.roots.forEach(visit)
  return points
}

/** The formula of a total, with its parts' points; null where one has none. */
function totalOfPoints({ total, unit }: Metric, weighing: readonly WeighingPart[], points: ReadonlyMap<Branch, Point>): Calculation | null {
  const parts = weighing.flatMap(({ part, weight }) => {
    const point = points.get(part)
    const value: Amount | null = point ? { value: point.value, unit } : null
    return value && weight ? { value, base: exact(weight) } : []
  })
  if (parts.length < weighing.length) return null
  return total === 'sum' ? sumOf(parts.map(({ value }) => value)) : weightedMean(parts)
}
