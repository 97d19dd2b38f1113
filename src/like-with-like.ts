/** Totals of two periods that are made of different groups: what they have in common, and the totals over it. */
import type { Comparison } from './figure.js'
import { type Branch, type Slice, withDistribution } from './slices.js'

/**
 * Two slices of one item held against each other: what their nodes have in common, and each with its reduced nodes
 * only.
 */
export type LikeWithLike = { comparisons: Comparison[]; slices: Slice[] }

/** What is left of a node when the parts that only one period measures are out. `branch` null: nothing is. */
type Reduced = { branch: Branch | null; common: string[]; leftOut: Comparison['leftOut'] }

/** null where every node has the same groups in both periods. */
export function likeWithLike(previous: Slice, current: Slice): LikeWithLike | null {
  const sides = [
    { slice: previous, other: current, made: new Map<Branch, Reduced>() },
    { slice: current, other: previous, made: new Map<Branch, Reduced>() },
  ]
  for (const { slice, other, made } of sides) {
    for (const root of slice.roots) {
      const opposite = other.roots.find(({ segment, provider }) => segment === root.segment && provider === root.provider)
      if (opposite) reduce(root, opposite, { slice, other, made })
    }
  }
  const [before, now] = sides.map(({ made }) => [...made.entries()].filter(([branch, { branch: left }]) => left !== branch))
  if (!before?.length && !now?.length) return null
  const slices = sides.map(({ slice, other, made }): Slice => {
    const reduced = [...made.values()].flatMap(({ branch }) => (branch?.isReduced ? [branch] : []))
    return { ...slice, roots: reduced, branches: reduced, comparedWith: other.period }
  })
  const comparisons = [...(sides[0]?.made.entries() ?? [])].flatMap(([{ segment, provider }, { common, leftOut }]): Comparison[] =>
    leftOut.length === 0
      ? []
      : [{ item: previous.item.id, segment, provider, previous: previous.period, current: current.period, common, leftOut }],
  )
  return { comparisons, slices }
}

type Side = { slice: Slice; other: Slice; made: Map<Branch, Reduced> }

/**
 * A node as it is over the groups of both periods. A leaf in one of them is one group, whatever parts it has in the
 * other; so is a node whose parts give no total. Where a part is left out the node's own numbers, which are about all
 * its groups, are out too. Where only the other period has groups of its own, the node is what it was.
 */
function reduce(branch: Branch, opposite: Branch, side: Side): Reduced {
  const { slice, other, made } = side
  const isWhole = isOneGroup(branch) || isOneGroup(opposite)
  const opposites = new Map(opposite.parts.map((part) => [part.segment, part]))
  // Also where the parts give no total: a total among them is compared over its own groups.
  const inside = branch.parts.map((part) => {
    const there = opposites.get(part.segment)
    return { part, left: there ? reduce(part, there, side) : null }
  })
  const parts = isWhole ? [] : inside
  const missing = isWhole ? [] : opposite.parts.filter(({ segment }) => !branch.parts.some((part) => part.segment === segment))
  const leftOut = [
    ...parts.flatMap(({ part, left }) => left?.leftOut ?? [{ segment: part.segment, period: slice.period }]),
    ...missing.map(({ segment }) => ({ segment, period: other.period })),
  ]
  const common = leftOut.length === 0 ? [branch.segment] : parts.flatMap(({ left }) => left?.common ?? [])
  const left = parts.flatMap(({ left }) => left?.branch ?? [])
  const isWithoutOthers = left.length > 0 && leftOut.every(({ period }) => period !== slice.period)
  const whole = leftOut.length === 0 ? branch : isWithoutOthers ? { ...branch, isReduced: true, sameAs: branch } : null
  const { segment, provider, isPartition } = branch
  const rest =
    left.length === 0
      ? null
      : { ...withDistribution({ segment, provider, published: [], tally: null, parts: left, isPartition }), isReduced: true }
  const reduced = { branch: whole ?? rest, common, leftOut }
  made.set(branch, reduced)
  return reduced
}

/** A leaf may have providers for parts, which are not groups. */
function isOneGroup({ parts, segment, isPartition }: Branch): boolean {
  return !isPartition || parts.every((part) => part.segment === segment)
}
