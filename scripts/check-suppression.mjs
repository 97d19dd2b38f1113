/**
 * Plans of what is withheld, by `dist`: those of random trees are the same by `test/independent/suppression.py`, and large ones take
 * no longer than they may. Needs python3, and the machine to itself.
 */
import { spawnSync } from 'node:child_process'
import { deriveFigures } from '../dist/figures.js'
import { parseProject } from '../dist/project.js'
import { readDataset } from '../dist/read/index.js'
import { planCells } from '../dist/suppression/cells.js'
import { planTree } from '../dist/suppression/tree.js'

const cases = 2500
const minimumBase = 5
const rules = [{ of: 'answers', enough: minimumBase }]

/** @param {number} seed */
function seeded(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** @param {() => number} random @param {number[]} list */
const among = (random, list) => list[Math.floor(random() * list.length)]

// ── the same plans as in another language ──

function randomTree(random, most) {
  let count = 0
  const grow = (depth) => {
    const id = `n${String(count++).padStart(3, '0')}`
    const wanted = depth > 1 ? 1 + Math.floor(random() * 4) : 0
    const parts = []
    while (parts.length < wanted && count < most) parts.push(grow(random() < 0.4 ? 1 : depth - 1))
    return { id, answers: parts.length > 0 ? 0 : among(random, [0, 0, 1, 1, 2, 3, 4, 5, 6, 9, 20]), parts }
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

// ── no longer than they may take ──

const sizes = [0, 1, 2, 3, 6, 9, 12, 20, 20, 30]
const [providers, segments] = [500, 20]

/** A tree of `nodes` nodes whose groups hold few answers. */
function largeTree(nodes) {
  const random = seeded(3)
  const groups = Array.from({ length: nodes / 10 }, (_, group) => ({
    ...{ id: `g${group}`, amounts: [], answers: 0 },
    parts: Array.from({ length: 9 }, (_, index) => {
      const answers = Math.floor(random() * 12)
      return { id: `g${group}-${index}`, amounts: [answers], answers, parts: [] }
    }),
  }))
  return { id: 'all', amounts: [], answers: 0, parts: groups }
}

/** Every provider in every segment, segments, providers and the whole. */
function tableCells() {
  const all = Array.from({ length: segments * providers }, (_, atom) => atom)
  return [
    { id: 'all', atoms: all, family: 0 },
    ...Array.from({ length: segments }, (_, at) => ({ id: `s${at}`, atoms: all.filter((atom) => atom % segments === at), family: 0 })),
    ...Array.from({ length: providers }, (_, at) => ({
      ...{ id: `p${at}`, family: 1 },
      atoms: all.slice(at * segments, (at + 1) * segments),
    })),
    ...all.map((atom) => ({ id: `x${atom}`, atoms: [atom], family: 1 })),
  ]
}

function largeProject() {
  const random = seeded(7)
  const [groups, names] = [segments, providers].map((count, which) => Array.from({ length: count }, (_, at) => `${'sp'[which]}${at}`))
  const rows = ['2023', '2024'].flatMap((year) =>
    groups.flatMap((group) =>
      names.flatMap((name) => {
        const size = among(random, sizes)
        const high = Math.floor(random() * (size + 1))
        return size === 0 ? [] : [`${year};${group};${name};Enig;${high}`, `${year};${group};${name};Uenig;${size - high}`]
      }),
    ),
  )
  const project = {
    locale: 'da',
    sender: { organisation: 'Prøve Kommune' },
    survey: {
      title: 'Brugertilfredshed',
      items: [{ id: 'overall', label: 'Tilfredshed', text: 'Jeg er tilfreds.', scale: 'agreement5' }],
      periods: ['2023', '2024'].map((year) => ({ from: `${year}-01-01`, to: `${year}-12-31` })),
      segments: { id: 'all', label: 'Alle', parts: groups.map((id) => ({ id, label: `Gruppe ${id}` })) },
      providers: names.map((id) => ({ id, label: `Leverandør ${id}`, kind: 'external', segments: groups })),
    },
    documents: [{ template: 'orientering', fields: { date: '2025-02-03' } }],
  }
  return parseProject({
    'notat.yaml': JSON.stringify(project),
    'data/svar.csv': ['periode;målgruppe;leverandør;svar;antal', ...rows].join('\n'),
  })
}

/** @param {string} what @param {number} most in seconds of the processor @param {() => string} work */
function within(what, most, work) {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  const seconds = (user + system) / 1e6
  process.stdout.write(`${what}: ${seconds.toFixed(2)} s of ${most} (${result})\n`)
  if (seconds > most) process.exitCode = 1
}

const tree = largeTree(3000)
within('a tree of 3000 nodes', 1, () => `${planTree(tree, rules)?.size} withheld`)

const cells = tableCells()
const periods = [11, 12].map((seed) => {
  const random = seeded(seed)
  return Array.from({ length: segments * providers }, () => [among(random, sizes)])
})
within(`${providers} providers in ${segments} segments and two periods`, 5, () =>
  periods.map((holdings) => `${planCells(cells, holdings, rules).size} told`).join(', '),
)

const { survey, ...project } = largeProject()
const dataset = await readDataset({ survey, ...project })
within('all figures of as many', 40, () => {
  const all = Object.values(deriveFigures(survey, dataset).figures)
  return `${all.length}, of which ${all.filter((figure) => figure.status === 'withheld').length} withheld`
})
