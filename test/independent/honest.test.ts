import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { randomProject } from '../../scripts/random-projects.mjs'
import { buildProject } from '../../src/node.js'
import { runs } from '../runs.js'
import { documentsIn, readGiven } from './given.js'
import { askedFor, exactly, hiddenIn, isSaid } from './honest.js'
import { type Reading, readDocument } from './reader.js'
import { truthOf } from './truth.js'

/**
 * Random projects behind which one set of people stands: none may stop a build, nothing in their memos may be false when it is read a
 * second time, and nothing they ask for may be missing without a word. `HONEST_SEEDS=1-2000` asks of others.
 */
const [first = 1, last = runs(6, 60)] = process.env.HONEST_SEEDS?.split('-').map(Number) ?? []
/** Of 138 the whole is withheld in the last period, and a change over the groups of both periods is told. */
const rare = process.env.HONEST_SEEDS ? [] : [138]
const seeds = [...Array.from({ length: last - first + 1 }, (_, index) => first + index), ...rare]

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
    const hidden = hiddenIn(result.figures)
    return readDocument(page, truthOf(given, hidden), truthOf(exactly(given, project), hidden))
  })
  return { project, result, pages, readings }
}

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
    const wrong = readings.flatMap((reading) => reading.wrong)
    expect.soft([...wrong, ...readings.flatMap(({ unread }) => unread)]).toEqual([])

    const figures = readings.flatMap((reading) => [...reading.figures])
    const dropped = askedFor(readGiven(project.files))
      .filter(({ isIn }) => !figures.some(isIn))
      .filter((asked) => !result.notShown.some((said) => isSaid(asked, said)))
      .map(({ kind, id }) => `${kind} ${id}`)
    expect.soft(dropped).toEqual([])
  })

  it.each(['biu-2024', 'made-up-answers'])('is told as it is: %s', async (name) => {
    const folder = new URL(`../../examples/${name}/`, import.meta.url).pathname
    const { outputs, figures } = await buildProject(folder, { formats: ['html'] })
    const text = await readFile(join(folder, 'notat.yaml'), 'utf8')
    const files: Record<string, string> = { 'notat.yaml': text }
    for (const file of examples[name] ?? []) files[file] = await readFile(join(folder, file), 'utf8')
    const page = outputs.find((output) => output.name.endsWith('.html'))
    const { wrong, read } = readDocument(new TextDecoder().decode(page?.bytes), truthOf(readGiven(files), hiddenIn(figures)))
    expect(read).toBeGreaterThan(50)
    expect(wrong).toEqual([])
  })
})

const examples: Record<string, string[]> = {
  'biu-2024': ['data/2022-23.csv', 'data/2023-24.csv'],
  'made-up-answers': ['data/svar-2024.csv', 'data/svar-2025.csv', 'data/inviterede.csv'],
}
