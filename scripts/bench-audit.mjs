/**
 * How much of what people write the audit finds where it is false, and how often it accuses what is true. Run on the
 * built package: `npm run build && npm run bench:audit`. `--quick` takes fewer of the documents' own numbers. Fails
 * below the limits in `wanted`.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { auditProject } from '../dist/build.js'
import { buildProject, loadProject } from '../dist/node.js'
import { readText } from '../dist/read/index.js'
import { editedByHand, plantedIn, withPlanted } from './planted.mjs'
import { random, randomProject } from './random-projects.mjs'

const folder = new URL('../test/audit/benchmark/', import.meta.url)
const linesOf = (name) => readFileSync(new URL(name, folder), 'utf8').split('\n').filter(Boolean)
const tables = readFileSync(new URL('tables.md', folder), 'utf8')
const isQuick = process.argv.includes('--quick')

/** Least part of what is false that is found, and most alarms of what is true. */
const wanted = {
  sentences: { found: 0.88, alarms: 0 },
  apart: { found: 0.85, alarms: 0 },
  strangers: { found: 0.88, alarms: 0 },
  unseen: { found: 0.48, alarms: 0 },
  others: { found: 0, alarms: 0 },
  own: { found: 1, alarms: 0 },
  edited: { found: 0, alarms: 0 },
  nonsense: { found: 0, alarms: 0 },
}

const biu = await loadProject('examples/biu-2024')
const errorsIn = async (project, text, documents) =>
  (await auditProject(project, { texts: [text], documents })).findings.filter((each) => each.kind === 'error' && !each.accepted)
const memoOf = (sentence) => ({
  name: 'memo.md',
  bytes: new TextEncoder().encode(`# Brugertilfredshed 2023-24\n\n${sentence}\n\n${tables}`),
})

const pair = /\[\[(.*?)\|\|(.*?)\]\]/g
/** The sentence as it is true, with the one spot that is false: all spots true where that is -1. */
function filled(line, wrong) {
  let at = -1
  return line.replace(pair, (_, honest, planted) => (++at === wrong ? planted : honest))
}

/** A finding of the planted sentence that the honest one lacks, on its line. */
async function sentences(name) {
  const tally = { honest: 0, alarms: 0, planted: 0, found: 0 }
  for (const line of linesOf(name)) {
    const known = new Set((await errorsIn(biu, memoOf(filled(line, -1)))).map(({ id }) => id))
    tally.honest += 1
    if (known.size > 0) tally.alarms += 1
    for (const spot of [...line.matchAll(pair)].keys()) {
      tally.planted += 1
      const found = await errorsIn(biu, memoOf(filled(line, spot)))
      if (found.some((each) => !known.has(each.id) && isAtLine(each, 3))) tally.found += 1
    }
  }
  return tally
}

function isAtLine(finding, line) {
  return (
    [finding.found, ...finding.related].some(({ place }) => place?.line === line) ||
    finding.consequences.some((each) => isAtLine(each, line))
  )
}

/**
 * Our own documents, of all examples and of random projects in both languages, as HTML and PDF; the same with one thing
 * changed, by kind; and the same as whoever sends them may change them.
 */
async function ownDocuments() {
  const tally = { honest: 0, alarms: 0, planted: 0, found: 0, kinds: new Map() }
  const edited = { honest: 0, alarms: 0, planted: 0, found: 0 }
  const dice = random(1)
  for (const folder of ownFolders()) {
    const project = await loadProject(folder)
    const { outputs, documents } = await buildProject(folder)
    for (const file of outputs.filter((output) => /\.(?:html|pdf)$/.test(output.name))) {
      const text = await readText(file)
      const document = documents.find(({ id }) => file.name.startsWith(`${id}.`))
      const honest = await errorsIn(project, text, documents)
      tally.honest += 1
      if (honest.length > 0) tally.alarms += 1
      for (const planted of sampleOf(plantedIn(text, dice, document), isQuick ? 4 : 25, dice)) {
        const isFound = (await errorsIn(project, withPlanted(text, planted), documents)).length > honest.length
        const kind = tally.kinds.get(planted.kind) ?? { planted: 0, found: 0 }
        for (const counted of [tally, kind]) {
          counted.planted += 1
          if (isFound) counted.found += 1
        }
        tally.kinds.set(planted.kind, kind)
      }
      for (let count = 0; count < (isQuick ? 1 : 5); count += 1) {
        const byHand = editedByHand(text, dice, document)
        edited.honest += 1
        if ((await errorsIn(project, byHand.text, documents)).length > honest.length) edited.alarms += 1
      }
    }
  }
  return { own: tally, edited }
}

/** Every example that has documents, and random projects in Danish and English. */
function* ownFolders() {
  for (const name of readdirSync('examples')) {
    if (!/^documents: \[\]/m.test(readFileSync(`examples/${name}/notat.yaml`, 'utf8'))) yield `examples/${name}`
  }
  const folder = mkdtempSync(join(tmpdir(), 'notat-bench-'))
  try {
    for (let seed = 1; seed <= (isQuick ? 4 : 30); seed += 1) {
      const own = join(folder, String(seed))
      for (const [name, text] of Object.entries(randomProject(seed).files)) {
        mkdirSync(dirname(join(own, name)), { recursive: true })
        writeFileSync(join(own, name), seed % 2 === 0 && name === 'notat.yaml' ? text.replace(/^locale: da$/m, 'locale: en') : text)
      }
      yield own
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** So many of a list, of each class in turn. */
function sampleOf(planted, count, dice) {
  const kinds = [...new Set(planted.map(({ kind }) => kind))].map((kind) => planted.filter((each) => each.kind === kind))
  const first = Math.floor(dice() * kinds.length)
  return Array.from({ length: Math.min(count, planted.length) }, (_, index) => {
    const own = kinds[(first + index) % kinds.length]
    return own[Math.floor(dice() * own.length)]
  })
}

/** Sentences of any words and numbers, of laws and of minutes, in which nothing is told of the survey. */
async function nonsense() {
  const tally = { honest: 0, alarms: 0, planted: 0, found: 0 }
  const dice = random(2)
  const pick = (list) => list[Math.floor(dice() * list.length)]
  const words = [
    'udvalget',
    'sagen',
    'steget',
    'faldet',
    'over',
    'under',
    'møde',
    'kr.',
    'pct.',
    'borgere',
    'år',
    'end',
    'fra',
    'til',
    'med',
    'tilfredshed',
    'på',
    'lov',
    'ikke',
  ]
  const made = [
    () => Array.from({ length: 14 }, () => (dice() < 0.25 ? String(Math.floor(dice() * 200)) : pick(words))).join(' '),
    () =>
      `Jf. lov nr. ${Math.floor(dice() * 1500)} af ${1 + Math.floor(dice() * 28)}. maj 2019 § ${Math.floor(dice() * 90)}, stk. ${1 + Math.floor(dice() * 5)}, finder kapitel ${Math.floor(dice() * 20)} anvendelse.`,
    () =>
      `Punkt ${Math.floor(dice() * 20)}: Mødet begyndte kl. ${8 + Math.floor(dice() * 9)}.00, og ${Math.floor(dice() * 30)} medlemmer deltog. Budgettet er steget fra ${Math.floor(dice() * 90)} til ${Math.floor(dice() * 90)} mio. kr.`,
  ]
  for (let count = 0; count < (isQuick ? 60 : 600); count += 1) {
    tally.honest += 1
    if ((await errorsIn(biu, memoOf(pick(made)()))).length > 0) tally.alarms += 1
  }
  return tally
}

const results = {
  sentences: await sentences('sentences.txt'),
  apart: await sentences('apart.txt'),
  strangers: await sentences('strangers.txt'),
  unseen: await sentences('unseen.txt'),
  others: await sentences('others.txt'),
  ...(await ownDocuments()),
  nonsense: await nonsense(),
}
let isBelow = false
for (const [name, { honest, alarms, planted, found, kinds = [] }] of Object.entries(results)) {
  const isFine = (planted === 0 || found / planted >= wanted[name].found) && alarms <= wanted[name].alarms
  isBelow ||= !isFine
  console.log(
    `${name.padEnd(10)} found ${found} of ${planted} false, accused ${alarms} of ${honest} true${isFine ? '' : '  ← below what is wanted'}`,
  )
  for (const [kind, each] of kinds) console.log(`  ${kind.padEnd(10)} ${each.found} of ${each.planted}`)
}
process.exit(isBelow ? 1 : 0)
