import { describe, expect, it } from 'vitest'
import { planTree, type TreeNode } from '../../src/suppression/tree.js'
import { growthOf, linear, runs } from '../runs.js'
import { smallGroups } from './attack.js'
import { seeded } from './seeded.js'

const leaf = (id: string, answers: number): TreeNode => ({ id, amounts: [answers], answers, parts: [] })
const node = (id: string, ...parts: TreeNode[]): TreeNode => ({ id, amounts: [], answers: 0, parts })
const answers = (enough: number) => [{ of: 'answers', enough }] as const

const nodesUnder = (root: TreeNode): TreeNode[] => [root, ...root.parts.flatMap(nodesUnder)]
const leavesUnder = (root: TreeNode): TreeNode[] => nodesUnder(root).filter(({ parts }) => parts.length === 0)
const answersUnder = (root: TreeNode): number => leavesUnder(root).reduce((sum, each) => sum + each.answers, 0)

/** A tree of few nodes with few answers in many of them. */
function randomTree(random: () => number, most: number): TreeNode {
  let count = 0
  const grow = (depth: number): TreeNode => {
    const id = `n${String(count++).padStart(2, '0')}`
    const wanted = depth > 1 && count < most ? 1 + Math.floor(random() * 4) : 0
    const parts: TreeNode[] = []
    while (parts.length < wanted && count < most) parts.push(grow(random() < 0.5 ? 1 : depth - 1))
    const among = [0, 0, 1, 1, 2, 3, 4, 5, 6, 9, 20]
    return parts.length > 0 ? node(id, ...parts) : leaf(id, among[Math.floor(random() * among.length)] as number)
  }
  return grow(1 + Math.floor(random() * 4))
}

/** Whether nothing can be worked out, by the attack in full. */
function isSafe(root: TreeNode, withheld: ReadonlySet<string>, enough: number): boolean {
  const leaves = leavesUnder(root)
  const told = nodesUnder(root).filter(({ id }) => !withheld.has(id))
  const cells = told.map((each) => leavesUnder(each).map((inside) => leaves.indexOf(inside)))
  return (
    smallGroups(
      cells,
      leaves.map((each) => each.answers),
      enough,
    ).length === 0
  )
}

/** The best of all sets that are safe: fewest nodes, then fewest answers, then the one with the smallest id not shared. */
function bestOfAll(root: TreeNode, enough: number, fixed: ReadonlySet<string> = new Set()): Set<string> | null {
  const nodes = nodesUnder(root).filter(({ id }) => !fixed.has(id))
  const sets = Array.from({ length: 2 ** nodes.length }, (_, chosen) => nodes.filter((_, index) => (chosen >> index) & 1))
  const ranked = sets
    .map((set) => ({ set, answers: set.reduce((sum, each) => sum + answersUnder(each), 0), ids: set.map(({ id }) => id).sort() }))
    .sort((a, b) => a.set.length - b.set.length || a.answers - b.answers || (a.ids.join() < b.ids.join() ? -1 : 1))
  const best = ranked.find(({ ids }) => isSafe(root, new Set(ids), enough))
  return best ? new Set(best.ids) : null
}

describe('what is withheld of a tree', () => {
  it('nothing where every group is large enough, or has nobody in it', () => {
    expect(planTree(node('all', leaf('a', 5), leaf('b', 0), leaf('c', 40)), answers(5))).toEqual(new Set())
  })

  it('a small group, and the smallest other that hides it in the total', () => {
    expect(planTree(node('all', leaf('a', 3), leaf('b', 50), leaf('c', 7)), answers(5))).toEqual(new Set(['a', 'c']))
  })

  it('no other where two that are small hide each other', () => {
    expect(planTree(node('all', leaf('a', 3), leaf('b', 50), leaf('c', 2)), answers(5))).toEqual(new Set(['a', 'c']))
  })

  it('of choices that are equal the smallest id, unless another is preferred', () => {
    const root = node('all', leaf('a', 3), leaf('b', 9), leaf('c', 9))
    expect(planTree(root, answers(5))).toEqual(new Set(['a', 'b']))
    expect(planTree(root, answers(5), { preferred: new Set(['b']) })).toEqual(new Set(['a', 'c']))
  })

  it('what a node holds besides its parts hides a part, and is itself no cell', () => {
    const rest: TreeNode = { ...leaf('rest', 9), isCell: false }
    expect(planTree(node('all', leaf('a', 3), leaf('b', 20), rest), answers(5))).toEqual(new Set(['a']))
    expect(planTree(node('all', leaf('a', 30), leaf('b', 20), { ...rest, amounts: [2] }), answers(5))).toEqual(new Set(['b']))
  })

  it('what has been told stays told; null where that is not safe', () => {
    const root = node('all', leaf('a', 3), leaf('b', 9), leaf('c', 9))
    expect(planTree(root, answers(5), { fixed: new Set(['all', 'b']) })).toEqual(new Set(['a', 'c']))
    expect(planTree(root, answers(5), { fixed: new Set(['all', 'b', 'c']) })).toBeNull()
  })

  it('by several rules at once, each class holds nothing or enough of each', () => {
    const of = (id: string, ...amounts: number[]): TreeNode => ({ id, amounts, answers: amounts[0] ?? 0, parts: [] })
    const both = [
      { of: 'answers', enough: 5 },
      { of: 'answers', enough: 5 },
    ] as const
    expect(planTree(node('all', of('a', 9, 3), of('b', 8, 3), of('c', 40, 0)), both)).toEqual(new Set(['a', 'b']))
    expect(planTree(node('all', of('a', 9, 3), of('b', 8, 0), of('c', 40, 9)), both)).toEqual(new Set(['a', 'c']))
  })

  it('withheld answers that all lie at one end of the scale would be told by their total', () => {
    const of = (id: string, ...amounts: number[]): TreeNode => ({ id, amounts, answers: amounts[0] ?? 0, parts: [] })
    const rules = [
      { of: 'answers', enough: 5 },
      { of: 'spread', enough: 2 },
    ] as const
    expect(planTree(node('all', of('a', 3, 1), of('b', 4, 1), of('c', 9, 2)), rules)).toEqual(new Set(['a', 'b', 'c']))
    expect(planTree(node('all', of('a', 9, 1), of('b', 40, 2)), rules)).toEqual(new Set())
  })

  it.each(Array.from({ length: runs(100, 600) }, (_, seed) => seed))(
    'is the best of all sets that an attack in full calls safe, tree %i',
    (seed) => {
      const random = seeded(seed)
      const root = randomTree(random, 8)
      const enough = [2, 3, 5, 5, 10][Math.floor(random() * 5)] as number
      const withheld = planTree(root, answers(enough)) as Set<string>
      expect(withheld).toEqual(bestOfAll(root, enough))
      const fixed = new Set(nodesUnder(root).flatMap(({ id }) => (!withheld.has(id) && random() < 0.3 ? [id] : [])))
      expect(planTree(root, answers(enough), { fixed })).toEqual(bestOfAll(root, enough, fixed))
    },
  )
})

describe('the plan of a large tree', () => {
  const large = (nodes: number): TreeNode => {
    const random = seeded(3)
    const groups = Array.from({ length: nodes / 10 }, (_, group) =>
      node(`g${group}`, ...Array.from({ length: 9 }, (_, index) => leaf(`g${group}-${index}`, Math.floor(random() * 12)))),
    )
    return node('all', ...groups)
  }

  it('of 3.000 nodes withholds those that are too small, and what hides them', () => {
    const root = large(3000)
    const withheld = planTree(root, answers(5)) as Set<string>
    const small = leavesUnder(root).filter((each) => each.answers > 0 && each.answers < 5)
    expect(small.filter(({ id }) => !withheld.has(id))).toEqual([])
    expect(withheld.size).toBeGreaterThan(small.length)
    expect(withheld.size).toBeLessThan(small.length * 1.2)
  })

  it('takes no more than as many times as long as the tree is larger', async () => {
    expect(await growthOf(large, (tree) => planTree(tree, answers(5)), 1000)).toBeLessThan(linear)
  })

  it('is made of a tree that is deeper than calls may be', () => {
    let root = leaf('n0', 3)
    for (let depth = 1; depth < 20_000; depth++) root = node(`n${depth}`, root)
    expect(planTree(root, answers(5))?.size).toBe(20_000)
  })
})
