/**
 * What the parts of a node give for it: sums of counts, and means under known or unknown weights. Narrowed from the
 * leaves up, then down.
 */
import Fraction from 'fraction.js'
import type { MetricId } from '../metrics.js'
import { compare, contains, fromFraction, hullOf, type Interval, intersect, isEmpty, toFraction } from '../printed.js'
import type { Segment } from '../survey.js'
import { type Count, type FigurePath, idOf, type Statements, statedCount, statedInterval } from './statements.js'

/** A node of the segment tree with what is stated of it. `null`: nothing is. */
export type Node = {
  /** id of its figure */
  figure: string
  /** id of the figure it weighs with, its base */
  base: string
  level: Interval | null
  count: Count | null
  parts: Node[]
  /**
   * Whether the parts cover the node and nobody is in two of them, or they do not cover it, or somebody may be in two.
   */
  covers: 'partition' | 'incomplete' | 'overlap'
}

/** The tree for one metric, period, item and provider. For counts, figure and base are the same. */
export function treeOf(stated: Statements, family: FigurePath, weight: MetricId = 'base'): Node {
  const nodeOf = (segment: Segment): Node => {
    const figure = idOf({ ...family, segment: segment.id })
    const base = idOf({ ...family, segment: segment.id, metric: weight, options: weight === family.metric ? family.options : null })
    return {
      figure,
      base,
      level: statedInterval(stated, figure),
      count: statedCount(stated, base),
      parts: (segment.parts ?? []).map(nodeOf),
      covers: segment.overlap ? 'overlap' : segment.complete ? 'partition' : 'incomplete',
    }
  }
  return nodeOf(stated.survey.segments)
}

/** The node and all below it, each before its parts. */
export function nodesOf(node: Node): Node[] {
  return [node, ...node.parts.flatMap(nodesOf)]
}

/** Which figures are set free, and at which nodes what the parts give is not asked for. Ids. */
export type Loosened = { free: ReadonlySet<string>; ignored: ReadonlySet<string> }

export const asStated: Loosened = { free: new Set(), ignored: new Set() }

// ── counts ──

const anyCount: Count = { from: 0n, to: null }

/** What the sum of the parts may be; of parts that do not cover the node, or overlap, what it is at least. */
export function sumOfParts(node: Node, counts: readonly Count[]): Count {
  const from = counts.reduce((sum, count) => sum + count.from, 0n)
  if (node.covers === 'incomplete') return { from, to: null }
  if (node.covers === 'overlap') return { from: counts.reduce((most, count) => larger(most, count.from), 0n), to: null }
  return { from, to: counts.reduce<bigint | null>((sum, { to }) => (sum === null || to === null ? null : sum + to), 0n) }
}

function meetCounts(a: Count, b: Count): Count | null {
  const from = larger(a.from, b.from)
  const to = a.to === null ? b.to : b.to === null ? a.to : smaller(a.to, b.to)
  return to !== null && from > to ? null : { from, to }
}

/** `Math.max` and `Math.min` know no bigint. */
function larger(a: bigint, b: bigint): bigint {
  return a < b ? b : a
}

function smaller(a: bigint, b: bigint): bigint {
  return b < a ? b : a
}

/** What a node's count may be, with everything below it; null where that cannot hold. */
export function countOf(node: Node, { free, ignored }: Loosened = asStated): Count | null {
  const own = (!free.has(node.base) && node.count) || anyCount
  if (node.parts.length === 0) return own
  const parts = allOrNone(node.parts.map((part) => countOf(part, { free, ignored })))
  if (!parts) return null
  return ignored.has(node.base) ? own : meetCounts(own, sumOfParts(node, parts))
}

/**
 * As `countOf`, but where a node and its parts cannot both be right, everything from the lower to the higher of the
 * two.
 */
export function countAtMost(node: Node): Count {
  const own = node.count ?? anyCount
  if (node.parts.length === 0) return own
  const given = sumOfParts(node, node.parts.map(countAtMost))
  return meetCounts(own, given) ?? hullOfCounts(own, given)
}

function hullOfCounts(a: Count, b: Count): Count {
  return { from: smaller(a.from, b.from), to: a.to === null || b.to === null ? null : larger(a.to, b.to) }
}

/** What one node's count may be, with everything above, beside and below it; null where nothing fits. */
export function countWithin(root: Node, base: string, loosened: Loosened): Count | null {
  const down = (node: Node, allowed: Count | null): Count | null => {
    if (!allowed || node.base === base) return allowed
    const next = node.parts.find((part) => nodesOf(part).some((below) => below.base === base))
    const own = next ? countOf(next, loosened) : null
    if (!next || !own) return null
    if (loosened.ignored.has(node.base) || node.covers === 'overlap') return down(next, own)
    const others = allOrNone(node.parts.filter((part) => part !== next).map((part) => countOf(part, loosened)))
    if (!others) return null
    const lowest = others.reduce((sum, { from }) => sum + from, 0n)
    const highest = others.reduce<bigint | null>((sum, { to }) => (sum === null || to === null ? null : sum + to), 0n)
    const left: Count = {
      from: node.covers === 'incomplete' || highest === null || allowed.from < highest ? 0n : allowed.from - highest,
      to: allowed.to === null ? null : allowed.to - lowest,
    }
    return down(next, meetCounts(own, left))
  }
  return down(root, countOf(root, loosened))
}

// ── levels: means, indices and shares ──

/** A part's level, and how many answers it weighs with: null for any number above none. */
export type WeighedPart = { level: Interval; weight: Count | null }

/**
 * All values the weighted mean of the parts may have, each level and each weight anywhere in its range. Under unknown
 * weights that is from the lowest to the highest part; an end can then only be reached where all parts can be equal,
 * since every part weighs more than nothing. Parts without answers weigh nothing; null where no part has any.
 */
export function meanOfParts(parts: readonly WeighedPart[]): Interval | null {
  const weighing = parts.filter(({ weight }) => !weight || weight.to === null || weight.to > 0n)
  if (weighing.length === 0) return null
  const lowest = endOfMean(weighing, 1)
  const highest = endOfMean(weighing, -1)
  return { from: lowest.end, fromIncluded: lowest.isIncluded, to: highest.end, toIncluded: highest.isIncluded }
}

/**
 * The lowest (`sign` 1) or highest (−1) mean. Its weights lie at their own ends: the most for parts beyond the mean,
 * the least for the others.
 */
function endOfMean(parts: readonly WeighedPart[], sign: 1 | -1) {
  const ends = parts
    .map(({ level, weight }) => ({
      level,
      end: toFraction(sign === 1 ? level.from : level.to),
      isIncluded: sign === 1 ? level.fromIncluded : level.toIncluded,
      weight: weight && weight.to !== null ? { from: weight.from, to: weight.to } : null,
    }))
    .sort((a, b) => sign * a.end.compare(b.end))
  const known = ends.flatMap((part) => (part.weight ? [{ ...part, weight: part.weight }] : []))
  let sum = known.reduce((total, { end, weight }) => total.add(end.mul(weight.from)), new Fraction(0n))
  let answers = known.reduce((total, { weight }) => total + weight.from, 0n)
  for (const { end, weight } of known) {
    if (answers > 0n && sign * end.compare(sum.div(answers)) >= 0) break
    sum = sum.add(end.mul(weight.to - weight.from))
    answers += weight.to - weight.from
  }
  const unknown = ends.filter(({ weight }) => !weight).map(({ end }) => end)
  const extremes = [...(answers > 0n ? [sum.div(answers)] : []), ...unknown].sort((a, b) => sign * a.compare(b))
  const end = fromFraction(extremes[0] as Fraction)
  const isIncluded = unknown.length > 0 ? ends.every(({ level }) => contains(level, end)) : ends.every((part) => part.isIncluded)
  return { end, isIncluded }
}

/**
 * What the parts give for a node, from their levels. Of parts that do not cover it, with the remainder anywhere on the
 * scale; null where the remainder is not known, and where parts overlap: then even a value outside all of them is
 * possible.
 */
export function levelGivenBy(node: Node, levels: readonly Interval[], scale: Interval): Interval | null {
  if (node.parts.length === 0 || node.covers === 'overlap') return null
  const parts = node.parts.map((part, index) => ({ level: levels[index] ?? scale, weight: weightOf(part) }))
  if (node.covers === 'partition') return meanOfParts(parts)
  const counted = node.parts.map(weightOf)
  const covered = allOrNone(counted)
  if (!node.count || node.count.to === null || !covered) return null
  const { from, to } = sumOfParts({ ...node, covers: 'partition' }, covered)
  if (to === null || node.count.from < to) return null
  return meanOfParts([...parts, { level: scale, weight: { from: node.count.from - to, to: node.count.to - from } }])
}

/** The number of answers a node weighs with: its own, or what its parts sum to; null where unknown. */
export function weightOf(node: Node): Count | null {
  const weight = node.count ?? countOf(node)
  return weight && weight.to !== null ? weight : null
}

/**
 * What a node's level may be, with everything below it; null where that cannot hold. `scale`: from the lowest to the
 * highest possible.
 */
export function levelOf(node: Node, scale: Interval, loosened: Loosened = asStated): Interval | null {
  const own = (!loosened.free.has(node.figure) && node.level) || scale
  if (node.parts.length === 0) return own
  const levels = allOrNone(node.parts.map((part) => levelOf(part, scale, loosened)))
  if (!levels) return null
  const given = loosened.ignored.has(node.figure) ? null : levelGivenBy(node, levels, scale)
  const level = given ? intersect(own, given) : own
  return isEmpty(level) ? null : level
}

/**
 * As `levelOf`, but with all that a node may be whether it is the mean of its parts by answers or their plain mean;
 * where it can be neither, everything from the lower to the higher of itself and its parts.
 */
export function levelAtMost(node: Node, scale: Interval): Interval {
  const own = node.level ?? scale
  const levels = node.parts.map((part) => levelAtMost(part, scale))
  const given = levelGivenBy(node, levels, scale)
  if (!given) return own
  const plain = plainMean(node, levels)
  const [first, ...others] = [given, ...(plain ? [plain] : [])].map((mean) => intersect(own, mean)).filter((level) => !isEmpty(level))
  return hullOf(first ? [first, ...others] : [own, given])
}

/** What the parts give where each of them weighs the same; null where they do not cover the node, or overlap. */
function plainMean(node: Node, levels: readonly Interval[]): Interval | null {
  return node.covers === 'partition' ? meanOfParts(levels.map((level) => ({ level, weight: { from: 1n, to: 1n } }))) : null
}

/** What one node's level may be, with everything above, beside and below it; null where nothing fits. */
export function levelWithin(root: Node, figure: string, scale: Interval, loosened: Loosened): Interval | null {
  const down = (node: Node, allowed: Interval | null): Interval | null => {
    if (!allowed || isEmpty(allowed)) return null
    if (node.figure === figure) return allowed
    const next = node.parts.find((part) => nodesOf(part).some((below) => below.figure === figure))
    const own = next ? levelOf(next, scale, loosened) : null
    if (!next || !own) return null
    if (loosened.ignored.has(node.figure) || node.covers !== 'partition') return down(next, own)
    const others = allOrNone(node.parts.filter((part) => part !== next).map((part) => levelOf(part, scale, loosened)))
    if (!others) return null
    const weighed = node.parts
      .filter((part) => part !== next)
      .map((part, index) => ({ level: others[index] ?? scale, weight: weightOf(part) }))
    const left = partLeft(allowed, weightOf(next), weighed, scale)
    return down(next, left ? intersect(own, left) : own)
  }
  return down(root, levelOf(root, scale, loosened))
}

/**
 * What a total and the other parts leave for one part. Under weights that are not exact only what has to bring the mean
 * to the right side.
 */
function partLeft(total: Interval, weight: Count | null, others: readonly WeighedPart[], scale: Interval): Interval | null {
  const exactly = (count: Count | null) => (count && count.from === count.to ? count.from : null)
  const own = exactly(weight)
  const weights = others.map((part) => exactly(part.weight))
  if (own === null || own === 0n || weights.includes(null)) return sideLeft(total, others, scale)
  const all = weights.reduce<bigint>((sum, each) => sum + (each ?? 0n), own)
  const taken = (end: 'from' | 'to') =>
    others.reduce((sum, { level }, index) => sum.add(toFraction(level[end]).mul(weights[index] ?? 0n)), new Fraction(0n))
  const left = (end: 'from' | 'to', other: 'from' | 'to') => fromFraction(toFraction(total[end]).mul(all).sub(taken(other)).div(own))
  return {
    from: left('from', 'to'),
    to: left('to', 'from'),
    fromIncluded: total.fromIncluded && others.every(({ level }) => level.toIncluded),
    toIncluded: total.toIncluded && others.every(({ level }) => level.fromIncluded),
  }
}

/** Under unknown weights a part must reach at least as far as the total, on the side where no other does. */
function sideLeft(total: Interval, others: readonly WeighedPart[], scale: Interval): Interval | null {
  const [first, ...rest] = others.map(({ level }) => level)
  if (!first) return total
  const hull = hullOf([first, ...rest])
  if (compare(hull.to, total.from) <= 0) return { ...scale, from: total.from, fromIncluded: total.fromIncluded }
  if (compare(hull.from, total.to) >= 0) return { ...scale, to: total.to, toIncluded: total.toIncluded }
  return null
}

export function meet(a: Interval, b: Interval): boolean {
  return !isEmpty(intersect(a, b))
}

function allOrNone<T>(values: readonly (T | null)[]): T[] | null {
  return values.every((value): value is T => value !== null) ? [...values] : null
}

/**
 * Whether a node's own count cannot be what its parts sum to: as they are printed, or as their own parts leave them.
 */
export function brokenSum(node: Node): boolean {
  if (!node.count || node.parts.length === 0 || node.covers === 'overlap') return false
  const own = node.count
  const printed = node.parts.map((part) => part.count ?? { from: 0n, to: null })
  return [printed, node.parts.map(countAtMost)].some((counts) => !meetCounts(own, sumOfParts(node, counts)))
}

/** What is wrong at a node, if anything: first with its parts as printed, then with what their own parts leave them. */
export function contradictionAt(node: Node, scale: Interval): Contradiction | null {
  if (!node.level || node.parts.length === 0) return null
  const printed = basisAt(
    node,
    node.level,
    node.parts.map((part) => part.level ?? scale),
    scale,
  )
  if (printed) return { basis: printed, isNarrowed: false }
  const narrowed = basisAt(
    node,
    node.level,
    node.parts.map((part) => levelAtMost(part, scale)),
    scale,
  )
  return narrowed && { basis: narrowed, isNarrowed: true }
}

/** A total lies outside all its parts (`hull`), or within them and is not their mean by answers (`weighted`). */
export type Basis = 'hull' | 'weighted'

/** How a node and its parts contradict each other. `isNarrowed`: only with what the parts' own parts leave them. */
export type Contradiction = { basis: Basis; isNarrowed: boolean }

function basisAt(node: Node, own: Interval, levels: readonly Interval[], scale: Interval): Basis | null {
  const isPartition = node.covers === 'partition'
  const hull = isPartition ? meanOfParts(levels.map((level) => ({ level, weight: null }))) : null
  if (hull && !meet(own, hull)) return 'hull'
  const weighted = areWeightsThoseOfTotal(node) ? levelGivenBy(node, levels, scale) : null
  const plain = plainMean(node, levels)
  return weighted && !meet(own, weighted) && !(plain && meet(own, plain)) ? 'weighted' : null
}

/** Whether all parts' weights are known and sum to the total's base, where that is stated. */
function areWeightsThoseOfTotal(node: Node): boolean {
  const weights = node.parts.map(weightOf)
  const known = weights.filter((weight) => weight !== null)
  if (known.length < weights.length) return false
  const { from, to } = sumOfParts({ ...node, covers: 'partition' }, known)
  const base = node.count
  if (!base) return true
  return (to === null || base.from <= to || node.covers === 'incomplete') && (base.to === null || from <= base.to)
}
