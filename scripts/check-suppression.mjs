/** The plans of random trees by `dist/suppression/tree.js` and by `test/independent/suppression.py`: they are the same. Needs python3. */
import { spawnSync } from 'node:child_process'
import { planTree } from '../dist/suppression/tree.js'

const cases = 2500

function seeded(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function randomTree(random, most) {
  let count = 0
  const grow = (depth) => {
    const id = `n${String(count++).padStart(3, '0')}`
    const wanted = depth > 1 ? 1 + Math.floor(random() * 4) : 0
    const parts = []
    while (parts.length < wanted && count < most) parts.push(grow(random() < 0.4 ? 1 : depth - 1))
    const few = [0, 0, 1, 1, 2, 3, 4, 5, 6, 9, 20]
    return { id, answers: parts.length > 0 ? 0 : few[Math.floor(random() * few.length)], parts }
  }
  return grow(1 + Math.floor(random() * 5))
}

const nodesUnder = (root) => [root, ...root.parts.flatMap(nodesUnder)]
const asNode = ({ id, answers, parts }) => ({ id, answers, amounts: [answers], parts: parts.map(asNode) })
const ours = ({ root, enough, fixed }) => {
  const plan = planTree(asNode(root), [{ of: 'answers', enough }], { fixed: new Set(fixed) })
  return plan && [...plan].sort()
}

const made = Array.from({ length: cases }, (_, seed) => {
  const random = seeded(seed)
  const root = randomTree(random, 60)
  const fixed = seed % 3 === 0 ? nodesUnder(root).flatMap(({ id }) => (random() < 0.2 ? [id] : [])) : []
  return { root, enough: [2, 3, 5, 5, 10][seed % 5], fixed }
})
const { stdout, stderr, status } = spawnSync('python3', ['test/independent/suppression.py'], {
  input: JSON.stringify(made),
  maxBuffer: 2 ** 28,
})
if (status !== 0) throw new Error(`python3: ${stderr}`)
const theirs = JSON.parse(String(stdout))
const different = made.filter((each, index) => JSON.stringify(ours(each)) !== JSON.stringify(theirs[index]))
const withheld = theirs.filter((plan) => plan?.length).length
const impossible = theirs.filter((plan) => plan === null).length
process.stdout.write(
  `${cases} trees, something withheld of ${withheld}, ${impossible} cannot be told as they were, ${different.length} plans differ\n`,
)
if (different.length > 0 || withheld < cases / 4) process.exitCode = 1
