/** What is withheld of one tree in one period: as few cells as can be. */
import { type Amounts, isEnough, type Rule, together } from './amounts.js'

/**
 * A node of the tree, which is a cell: told of or withheld as a whole. `amounts` of one with parts are its parts'.
 */
export type TreeNode = {
  id: string
  /** by each rule; used of a node without parts */
  amounts: Amounts
  /** number of answers; used of a node without parts */
  answers: number
  parts: readonly TreeNode[]
  /** false: nothing is ever told of it alone; what a node holds besides its parts */
  isCell?: boolean
}

/**
 * `fixed`: ids of cells that are told of already. `preferred`: of equally many cells, rather not these are withheld.
 */
export type TreeOptions = { fixed?: ReadonlySet<string>; preferred?: ReadonlySet<string> }

/**
 * What it costs to withhold some cells: how many they are, how many of them are preferred, then their answers. Where
 * all are equal, the set that holds the smallest id of those they do not share: `ids` has a bit for each cell, the
 * greatest for the smallest id, so that of two numbers the greater is that set.
 */
type Cost = { cells: number; preferred: number; answers: number; ids: bigint }

/** What the answers under a node hold that no cell told of covers, and the least it costs to leave just that. */
type State = { amounts: Amounts; cost: Cost }

/**
 * The ids to withhold, so that nobody can work out a group that holds too little. All that is told of a tree equals
 * the totals of its classes: every leaf belongs to the class of its lowest ancestor that is told of, itself included.
 * So it is safe where every class holds nothing or enough. Fewest cells, then fewest answers, then the smallest ids.
 *
 * By dynamic programming from the leaves up: what is left uncovered under a node is capped at what is enough, so a
 * node has few states, and the work grows with the number of nodes. With more than one rule only the cheapest states
 * are kept: safe still, but perhaps with a cell more than the fewest.
 *
 * @returns null where the cells of `fixed` cannot all be told of
 */
export function planTree(root: TreeNode, rules: readonly Rule[], options: TreeOptions = {}): Set<string> | null {
  const nodes = nodesUnder(root)
  const bits = bitsOf(nodes)
  const solved = new Map<TreeNode, { states: State[]; answers: number }>()
  for (const node of nodes.toReversed()) {
    const parts = node.parts.flatMap((part) => solved.get(part) ?? [])
    const answers = parts.length > 0 ? parts.reduce((sum, part) => sum + part.answers, 0) : node.answers
    const uncovered =
      node.parts.length > 0 ? parts.map(({ states }) => states).reduce((a, b) => merge(a, b, rules)) : leafStates(node, rules)
    solved.set(node, { states: decide(node, uncovered, answers, bits.get(node.id) ?? 0n, rules, options), answers })
    for (const part of node.parts) solved.delete(part)
  }
  const [first, ...others] = solved.get(root)?.states ?? []
  if (!first) return null
  const { ids } = others.reduce((best, { cost }) => cheaper(best, cost), first.cost)
  return new Set(nodes.flatMap(({ id }) => ((bits.get(id) ?? 0n) & ids ? [id] : [])))
}

/** A tree and all under it, each before its parts. A tree may be deeper than calls may be. */
function nodesUnder(root: TreeNode): TreeNode[] {
  const found: TreeNode[] = []
  const waiting = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    found.push(node)
    waiting.push(...node.parts.toReversed())
  }
  return found
}

function bitsOf(nodes: readonly TreeNode[]): Map<string, bigint> {
  const ids = nodes.map(({ id }) => id).sort((a, b) => (a < b ? 1 : a > b ? -1 : 0))
  return new Map(ids.map((id, index) => [id, 1n << BigInt(index)]))
}

const nothing: Cost = { cells: 0, preferred: 0, answers: 0, ids: 0n }

function leafStates({ amounts }: TreeNode, rules: readonly Rule[]): State[] {
  return [{ amounts: together(amounts, [], rules), cost: nothing }]
}

function merge(some: readonly State[], others: readonly State[], rules: readonly Rule[]): State[] {
  return cheapest(
    some.flatMap((a) => others.map((b) => ({ amounts: together(a.amounts, b.amounts, rules), cost: sum(a.cost, b.cost) }))),
    rules,
  )
}

/** The node is told of, where what it covers is enough, or it is withheld, and leaves that to its ancestors. */
function decide(
  { id, parts, isCell = true }: TreeNode,
  uncovered: readonly State[],
  answers: number,
  bit: bigint,
  rules: readonly Rule[],
  { fixed, preferred }: TreeOptions,
): State[] {
  if (!isCell) return [...uncovered]
  const covered = rules.map(() => 0)
  const told = uncovered.filter(({ amounts }) => isEnough(amounts, rules, { isWhole: parts.length === 0 }))
  const own: Cost = { cells: 1, preferred: preferred?.has(id) ? 1 : 0, answers, ids: bit }
  const kept = fixed?.has(id) ? [] : uncovered.map(({ amounts, cost }) => ({ amounts, cost: sum(cost, own) }))
  return cheapest([...told.map(({ cost }) => ({ amounts: covered, cost })), ...kept], rules)
}

/** More states than these are only met where several rules bind at once. */
const mostStates = 48

/** For each of what may be left uncovered the cheapest way. */
function cheapest(states: readonly State[], rules: readonly Rule[]): State[] {
  const best = new Map<string, State>()
  for (const state of states) {
    const key = state.amounts.join()
    const known = best.get(key)
    if (!known || cheaper(known.cost, state.cost) === state.cost) best.set(key, state)
  }
  const most = rules.length === 1 ? Number.POSITIVE_INFINITY : mostStates
  if (best.size <= most) return [...best.values()]
  return [...best.values()].sort((a, b) => (cheaper(a.cost, b.cost) === a.cost ? -1 : 1)).slice(0, most)
}

function sum(a: Cost, b: Cost): Cost {
  return { cells: a.cells + b.cells, preferred: a.preferred + b.preferred, answers: a.answers + b.answers, ids: a.ids | b.ids }
}

function cheaper(a: Cost, b: Cost): Cost {
  const differences = [a.cells - b.cells, a.preferred - b.preferred, a.answers - b.answers]
  const decisive = differences.find((difference) => difference !== 0)
  if (decisive !== undefined) return decisive < 0 ? a : b
  return a.ids >= b.ids ? a : b
}
