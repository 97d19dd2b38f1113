/**
 * How much of what people write the audit finds where it is false, and how often it accuses what is true. Run on the
 * built package: `npm run build && npm run bench:audit`. `--quick` takes fewer of the documents' own numbers. Fails
 * below the limits in `wanted`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { auditProject } from '../dist/build.js'
import { buildProject, loadProject } from '../dist/node.js'
import { readText } from '../dist/read/index.js'
import { random } from './random-projects.mjs'

const folder = new URL('../test/audit/benchmark/', import.meta.url)
const linesOf = (name) => readFileSync(new URL(name, folder), 'utf8').split('\n').filter(Boolean)
const tables = readFileSync(new URL('tables.md', folder), 'utf8')
const isQuick = process.argv.includes('--quick')

/** Least part of what is false that is found, and most alarms of what is true. */
const wanted = {
  sentences: { found: 0.88, alarms: 0 },
  apart: { found: 0.85, alarms: 0 },
  unseen: { found: 0.38, alarms: 0 },
  others: { found: 0, alarms: 0 },
  own: { found: 0.85, alarms: 0 },
  nonsense: { found: 0, alarms: 0 },
}

const biu = await loadProject('examples/biu-2024')
const errorsIn = async (project, text) =>
  (await auditProject(project, { texts: [text] })).findings.filter((each) => each.kind === 'error' && !each.accepted)
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

/** Our own memos, and the same with a digit of a table or sentence changed. */
async function ownDocuments() {
  const tally = { honest: 0, alarms: 0, planted: 0, found: 0 }
  const dice = random(1)
  for (const name of readdirSync('examples')) {
    if (/^documents: \[\]/m.test(readFileSync(`examples/${name}/notat.yaml`, 'utf8'))) continue
    const project = await loadProject(`examples/${name}`)
    const { outputs } = await buildProject(`examples/${name}`)
    for (const file of outputs.filter((output) => output.name.endsWith('.html'))) {
      const text = await readText(file)
      const honest = await errorsIn(project, text)
      tally.honest += 1
      if (honest.length > 0) tally.alarms += 1
      for (const changed of changedIn(text, isQuick ? 3 : 60, dice)) {
        tally.planted += 1
        if ((await errorsIn(project, changed)).length > honest.length) tally.found += 1
      }
    }
  }
  return tally
}

/** The text with the first digit of one number of a table changed, for so many of its numbers. */
function changedIn(text, count, dice) {
  const cells = text.blocks
    .flatMap((block) => (block.type === 'table' ? block.rows.flatMap((row) => row.cells) : []))
    .filter((cell) => /^\d[\d.,]*$/.test(cell.text))
  return Array.from({ length: Math.min(count, cells.length) }, () => {
    const cell = cells[Math.floor(dice() * cells.length)]
    const digit = ((Number(cell.text[0]) + 1 + Math.floor(dice() * 7)) % 9) + 1
    const other = { ...cell, text: `${digit === Number(cell.text[0]) ? (digit % 9) + 1 : digit}${cell.text.slice(1)}` }
    const put = (each) => (each === cell ? other : each)
    return {
      ...text,
      blocks: text.blocks.map((block) =>
        block.type === 'table' ? { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(put) })) } : block,
      ),
    }
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
  unseen: await sentences('unseen.txt'),
  others: await sentences('others.txt'),
  own: await ownDocuments(),
  nonsense: await nonsense(),
}
let isBelow = false
for (const [name, { honest, alarms, planted, found }] of Object.entries(results)) {
  const isFine = (planted === 0 || found / planted >= wanted[name].found) && alarms <= wanted[name].alarms
  isBelow ||= !isFine
  console.log(
    `${name.padEnd(10)} found ${found} of ${planted} false, accused ${alarms} of ${honest} true${isFine ? '' : '  ← below what is wanted'}`,
  )
}
process.exit(isBelow ? 1 : 0)
