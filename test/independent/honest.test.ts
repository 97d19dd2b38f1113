import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { randomProject } from '../../scripts/random-projects.mjs'
import { buildProject } from '../../src/node.js'
import { cellKey, documentsIn, type Given, readGiven } from './given.js'
import { type Reading, readDocument } from './reader.js'
import { truthOf } from './truth.js'

/**
 * Random projects behind which one set of people stands: none may stop a build, nothing in their memos may be false when it is read a
 * second time, and nothing they ask for may be missing without a word. `TEST_RUNS=full` takes 2.000 of them.
 */
const runs = process.env.TEST_RUNS === 'full' ? 2000 : 25
const seeds = Array.from({ length: runs }, (_, index) => index + 1)

type NotShown = { kind: string; id: string; label: string }
/** What a build says that it does not show. */
const notShownOf = (result: object): NotShown[] => (result as { notShown?: NotShown[] }).notShown ?? []

type Random = ReturnType<typeof randomProject>
const exactly = (given: Given, { truth }: Random): Given => ({
  ...given,
  cells: new Map(
    truth.nodes
      .filter(({ provider }) => provider === null)
      .map(({ segment, period, item, counts }) => [
        cellKey(segment, '', period, item),
        { counts: new Map(Object.entries(counts).map(([option, count]) => [option, BigInt(count)])), printed: new Map() },
      ]),
  ),
})

const made: string[] = []
afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true }))))

const buildRandom = async (seed: number) => {
  const project = randomProject(seed)
  const folder = await mkdtemp(join(tmpdir(), 'notat-honest-'))
  made.push(folder)
  for (const [name, text] of Object.entries(project.files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  const result = await buildProject(folder, { formats: ['html'] })
  await rm(folder, { recursive: true, force: true })
  const pages = result.outputs.filter(({ name }) => name.endsWith('.html')).map(({ bytes }) => new TextDecoder().decode(bytes))
  const readings = pages.map((page, at): Reading => {
    const given = readGiven(project.files, at)
    return readDocument(page, truthOf(given), truthOf(exactly(given, project)))
  })
  return { project, result, pages, readings }
}

/** Everything a project asks for, by kind, id and label, with what shows that a document has it. */
const askedFor = (given: Given) => [
  ...given.items.map(({ id, label }, at) => ({
    kind: 'item',
    id,
    label,
    isIn: (figure: string) => (at === 0 ? !figure.includes('/items/') : figure.includes(`/items/${id}`)),
  })),
  ...given.periods.map(({ id }) => ({
    kind: 'period',
    id,
    label: id,
    isIn: (figure: string) => figure.split('/').some((part) => part.split('..').includes(id)),
  })),
  ...given.providers.map(({ id, label }) => ({
    kind: 'provider',
    id,
    label,
    isIn: (figure: string) => figure.includes(`/providers/${id}`),
  })),
  ...given.benchmarks.map(({ id, label }) => ({ kind: 'benchmark', id, label, isIn: (figure: string) => figure.split('/').includes(id) })),
  ...given.targets.map(({ segment, metric }) => ({
    kind: 'target',
    id: segment,
    label: segment,
    isIn: (figure: string) => figure.startsWith(`target/${metric}/${segment}`),
  })),
]

describe('an honest project', () => {
  it.each(seeds)('is built, with nothing false and nothing dropped (seed %i)', async (seed) => {
    const { project, result, readings } = await buildRandom(seed)
    expect
      .soft(
        result.isStopped
          ? result.findings.map((finding) => JSON.stringify(finding, (_, it) => (typeof it === 'bigint' ? `${it}` : it)))
          : [],
      )
      .toEqual([])
    expect.soft(readings).toHaveLength(documentsIn(project.files))
    expect.soft(readings.flatMap(({ wrong }) => wrong)).toEqual([])
    expect.soft(readings.flatMap(({ unread }) => unread)).toEqual([])

    const figures = readings.flatMap((reading) => [...reading.figures])
    const said = notShownOf(result)
    const dropped = askedFor(readGiven(project.files))
      .filter(({ isIn }) => !figures.some(isIn))
      .filter(({ kind, id }) => !said.some((it) => it.kind === kind && it.id.includes(id) && it.label !== ''))
      .map(({ kind, id }) => `${kind} ${id}`)
    expect.soft(dropped).toEqual([])
  })

  it.each(['biu-2024', 'made-up-answers'])('is told as it is: %s', async (name) => {
    const folder = new URL(`../../examples/${name}/`, import.meta.url).pathname
    const { outputs } = await buildProject(folder, { formats: ['html'] })
    const text = await readFile(join(folder, 'notat.yaml'), 'utf8')
    const files: Record<string, string> = { 'notat.yaml': text }
    for (const file of examples[name] ?? []) files[file] = await readFile(join(folder, file), 'utf8')
    const page = outputs.find((output) => output.name.endsWith('.html'))
    const { wrong, read } = readDocument(new TextDecoder().decode(page?.bytes), truthOf(readGiven(files)))
    expect(read).toBeGreaterThan(50)
    expect(wrong).toEqual([])
  })
})

const examples: Record<string, string[]> = {
  'biu-2024': ['data/2022-23.csv', 'data/2023-24.csv'],
  'made-up-answers': ['data/svar-2024.csv', 'data/svar-2025.csv', 'data/inviterede.csv'],
}
