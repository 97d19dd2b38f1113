/** Whoever wants a long run to stop is heard in every stage of it. */
import { describe, expect, test } from 'vitest'
import { audit, auditSteps } from '../src/audit/index.js'
import { auditProject, build, type Progress } from '../src/build.js'
import { composeDocument, documentOf } from '../src/document/compose.js'
import { claimsOf, documentClaims } from '../src/document-claims.js'
import { deriveFigures, figuresOfData } from '../src/figures.js'
import { parseProject } from '../src/project.js'
import { claimsOfText, textClaims } from '../src/prose-claims/index.js'
import { readDataset, readText } from '../src/read/index.js'
import { renderHtml } from '../src/render/html.js'
import { renderPdf } from '../src/render/pdf.js'
import { atOnce, inSteps, type Steps } from '../src/steps.js'
import { exampleFiles, textOf } from './example.js'

const project = parseProject(exampleFiles('biu-2024'))
const figures = deriveFigures(project.survey, await readDataset(project))
const memo = composeDocument(project, 'orientering-2024', { figures, findings: [] })

/** How often the thread is let go of while something is done. */
async function turnsOf(work: (signal: AbortSignal) => Promise<unknown>): Promise<number> {
  let [turns, isOver] = [0, false]
  const count = () => {
    turns += 1
    if (!isOver) setImmediate(count)
  }
  setImmediate(count)
  await work(new AbortController().signal)
  isOver = true
  return turns
}

/** Whether it rejects with the reason of an abort that comes after so many turns. */
async function isStoppedAfter(turns: number, work: (signal: AbortSignal) => Promise<unknown>): Promise<boolean> {
  const controller = new AbortController()
  const reason = new Error('enough')
  let left = turns
  const count = () => {
    left -= 1
    if (left <= 0) controller.abort(reason)
    else setImmediate(count)
  }
  setImmediate(count)
  return work(controller.signal).then(
    () => false,
    (error) => error === reason,
  )
}

/** The greatest part of its time of the processor that passes without letting go of the thread; the least of some rounds. */
async function longestStep(work: (signal: AbortSignal) => Promise<unknown>): Promise<number> {
  // Both together are exact; how they are shared out is a guess, and of a moment's work one may be none.
  const timeSince = (before: NodeJS.CpuUsage) => {
    const { user, system } = process.cpuUsage(before)
    return user + system
  }
  const parts: number[] = []
  for (let round = 0; round < 10; round += 1) {
    let [longest, isOver, last] = [0, false, process.cpuUsage()]
    const turn = () => {
      longest = Math.max(longest, timeSince(last))
      last = process.cpuUsage()
      if (!isOver) setImmediate(turn)
    }
    const start = process.cpuUsage()
    setImmediate(turn)
    await work(new AbortController().signal)
    isOver = true
    parts.push(longest / timeSince(start))
  }
  return Math.min(...parts)
}

describe.each([
  ['HTML', renderHtml],
  ['PDF', renderPdf],
])('drawing %s', (_, render: (document: typeof memo, options: { signal?: AbortSignal }) => Promise<unknown>) => {
  test('lets go of the thread for every block and every picture, and is stopped wherever it is', { timeout: 120_000 }, async () => {
    const made = await render(memo, {})
    const turns = await turnsOf(async (signal) => expect(await render(memo, { signal })).toEqual(made))
    expect(turns).toBeGreaterThan(memo.blocks.length)
    for (const after of [1, 2, Math.floor(turns / 3), Math.floor(turns / 2), Math.floor((3 * turns) / 4)])
      expect(await isStoppedAfter(after, (signal) => render(memo, { signal }))).toBe(true)
  })
})

/** Where the numbers stand is told by the steps alone. */
function* withoutSpots(steps: ReturnType<typeof textClaims>): Steps<unknown> {
  const { spoken: _, ...claims } = yield* steps
  return claims
}

describe('a stage', async () => {
  const answers = parseProject(exampleFiles('made-up-answers'))
  const dataset = await readDataset(answers)
  const words = Array.from({ length: 60 }, (_, index) => `I 2023-24 var indekset ${(index % 50) + 40} for de interne aktiveringstilbud.`)
  const text = await readText({ name: 'a.txt', bytes: new TextEncoder().encode(words.join('\n\n')) })
  const claims = claimsOfText(text, project.survey)
  const findings = { figures, findings: [] }
  test.each<[string, () => unknown, () => Steps<unknown>]>([
    ['figures', () => deriveFigures(answers.survey, dataset), () => figuresOfData(answers.survey, dataset, {})],
    ['checks of others', () => audit(figures, claims), () => auditSteps(figures, claims)],
    ['a document', () => composeDocument(project, memo.id, findings), () => documentOf(project, memo.id, findings)],
    ['what a document claims', () => claimsOf(memo, { figures }), () => documentClaims(memo, { figures })],
    ['what a text claims', () => claimsOfText(text, project.survey), () => withoutSpots(textClaims(text, project.survey, {}))],
  ])('that makes %s gives the same in steps, none of them long, and is stopped at any', { timeout: 120_000 }, async (_, whole, steps) => {
    const run = (signal: AbortSignal) => inSteps(steps(), signal)
    const made = whole()
    const turns = await turnsOf(async (signal) => expect(await run(signal)).toEqual(made))
    expect(turns).toBeGreaterThan(20)
    expect(await longestStep(run)).toBeLessThan(1 / 2)
    for (const after of [1, 2, Math.floor(turns / 3), Math.floor((3 * turns) / 4)]) expect(await isStoppedAfter(after, run)).toBe(true)
  })
})

describe('a run', () => {
  const texts = [{ name: 'a.txt', bytes: new TextEncoder().encode('Indekset er 82 i 2023-24.\n') }]
  type Run = (signal: AbortSignal, onProgress: (progress: Progress) => void) => Promise<unknown>
  const building: Run = (signal, onProgress) => build(project, { signal, onProgress })
  const auditing: Run = (signal, onProgress) => auditProject(project, { texts, signal, onProgress })
  test.each([
    ['build', building, ['read', 'derive', 'audit', 'compose', 'render']],
    ['audit', auditing, ['read', 'derive', 'audit']],
  ])('of %s is stopped in each of its stages', { timeout: 120_000 }, async (_, run, stages) => {
    const seen: string[] = []
    const late = [4, 16, 64].map((turns) => ['render', turns] as const).filter(([stage]) => stages.includes(stage))
    for (const [stage, turns] of [...stages.map((each) => [each, 1] as const), ...late]) {
      const controller = new AbortController()
      const reason = new Error(stage)
      const abortAfter = (left: number): unknown => setImmediate(() => (left > 1 ? abortAfter(left - 1) : controller.abort(reason)))
      const stopped = run(controller.signal, (progress) => {
        seen.push(progress.stage)
        if (progress.stage === stage && seen.filter((each) => each === stage).length === 1) abortAfter(turns)
      })
      await expect(stopped).rejects.toBe(reason)
      expect(seen.at(-1)).toBe(stage)
      seen.length = 0
    }
  })

  test('over many rows lets go of the thread again and again', { timeout: 120_000 }, async () => {
    const files = exampleFiles('biu-2024')
    const rowsOf = (count: number) => ({
      ...files,
      'data/2022-23.csv': `${textOf(files, 'data/2022-23.csv')}${`#${'-'.repeat(60)};\n`.repeat(count)}`,
    })
    const turns = async (count: number) => turnsOf((signal) => readDataset(parseProject(rowsOf(count)), { signal }).catch((error) => error))
    const [few, many] = [await turns(10_000), await turns(40_000)]
    expect(many).toBeGreaterThan(2 * few)
  })
})

test('steps give the same at once and one after another', async () => {
  const steps = function* () {
    yield
    yield
    return 3
  }
  expect(atOnce(steps())).toBe(3)
  expect(await inSteps(steps(), undefined)).toBe(3)
  expect(await inSteps(steps(), new AbortController().signal)).toBe(3)
  await expect(inSteps(steps(), AbortSignal.abort(new Error('no')))).rejects.toThrow('no')
})
