import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editedByHand, type Planted, plantedIn, withPlanted } from '../../scripts/planted.mjs'
import { random, randomProject } from '../../scripts/random-projects.mjs'
import { auditProject } from '../../src/build.js'
import { type Coverage, coverageOf } from '../../src/claim.js'
import type { Document } from '../../src/document/blocks.js'
import { buildProject, loadProject } from '../../src/node.js'
import type { Project } from '../../src/project.js'
import { readText } from '../../src/read/index.js'
import type { TextWithPlaces } from '../../src/read/text/passages.js'
import { runs } from '../runs.js'

/** A document that was built, and what the audit of its own text reads and finds wrong in it. */
type Own = {
  name: string
  project: Project
  document: Document
  documents: Document[]
  text: TextWithPlaces
  errors: string[]
  coverage: Coverage
  left: string[]
}

async function errorsIn(project: Project, text: TextWithPlaces, documents?: Document[]) {
  const { findings, numbers } = await auditProject(project, { texts: [text], documents })
  const errors = findings.filter(({ kind, accepted }) => kind === 'error' && accepted === null).map(({ id }) => id)
  const left = numbers.flatMap(({ fate, text: said, place }) => (fate === 'notRead' ? [`${said} — ${place.words}`] : []))
  const inDigits = numbers.filter(({ kind }) => kind === 'number')
  return { errors, coverage: coverageOf(inDigits), left }
}

async function ownDocuments(folder: string, name: string): Promise<Own[]> {
  const project = await loadProject(folder)
  const { outputs, documents } = await buildProject(folder)
  const texts = outputs.filter((output) => /\.(?:html|pdf)$/.test(output.name))
  return Promise.all(
    texts.map(async (file) => {
      const text = await readText(file)
      const document = documents.find(({ id }) => file.name.startsWith(`${id}.`)) as Document
      return { name: `${name}/${file.name}`, project, document, documents, text, ...(await errorsIn(project, text, documents)) }
    }),
  )
}

const seeds = Array.from({ length: runs(4, 16) }, (_, index) => index + 1)

describe('what we have built ourselves, read as anybody’s text', () => {
  const all: Own[] = []
  const folders: string[] = []

  beforeAll(async () => {
    for (const name of await readdir('examples')) {
      const project = await readFile(`examples/${name}/notat.yaml`, 'utf8')
      if (!/^documents: \[\]/m.test(project)) all.push(...(await ownDocuments(`examples/${name}`, name)))
    }
    for (const seed of seeds) {
      for (const locale of ['da', 'en']) {
        const folder = await mkdtemp(join(tmpdir(), 'notat-own-'))
        folders.push(folder)
        for (const [name, text] of Object.entries(randomProject(seed).files)) {
          await mkdir(dirname(join(folder, name)), { recursive: true })
          await writeFile(join(folder, name), name === 'notat.yaml' ? text.replace(/^locale: da$/m, `locale: ${locale}`) : text)
        }
        all.push(...(await ownDocuments(folder, `seed ${seed} ${locale}`)))
      }
    }
  }, 600_000)

  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

  it('contradicts nothing', () => {
    expect(all.length).toBeGreaterThan(2 * seeds.length)
    expect(all.filter(({ errors }) => errors.length > 0).map(({ name, errors }) => [name, errors])).toEqual([])
  })

  it('is read, each document by itself, in HTML as in PDF, in Danish as in English', () => {
    expect(all.every(({ coverage }) => coverage.read > 0)).toBe(true)
    const tooLittle = all.filter(({ coverage: { read, noResults, notRead } }) => {
      return notRead > 0.05 * (read + noResults + notRead) || read < 0.95 * (read + notRead)
    })
    expect(tooLittle.map(({ name, coverage, left }) => [name, coverage, left])).toEqual([])
  })

  it.each(['html', 'pdf'])(
    'is not believed with any one thing changed: %s',
    async (format) => {
      const documents = all.filter(({ name }) => name.endsWith(format))
      const dice = random(7)
      const missed: string[] = []
      const kinds = new Set<string>()
      for (let tried = 0; tried < runs(90, 600); tried++) {
        const own = documents[tried % documents.length] as Own
        const one = anyOf(plantedIn(own.text, dice, own.document), dice)
        const { errors } = await errorsIn(own.project, withPlanted(own.text, one), own.documents)
        kinds.add(one.kind)
        if (errors.length <= own.errors.length) missed.push(`${own.name}: ${one.kind} ${one.said}`)
      }
      expect(missed).toEqual([])
      expect(kinds.size).toBeGreaterThanOrEqual(10)
    },
    600_000,
  )

  it.each(['html', 'pdf'])(
    'is believed where whoever sends it has changed what is theirs to change: %s',
    async (format) => {
      const documents = all.filter(({ name }) => name.endsWith(format))
      const dice = random(8)
      const accused: [name: string, said: string, errors: string[]][] = []
      for (let tried = 0; tried < runs(40, 300); tried++) {
        const own = documents[tried % documents.length] as Own
        const { said, text } = editedByHand(own.text, dice, own.document)
        const { errors } = await errorsIn(own.project, text, own.documents)
        if (errors.length > 0) accused.push([own.name, said, errors])
      }
      expect(accused).toEqual([])
    },
    600_000,
  )
})

/** One of those of a kind, each kind as often as any other. */
function anyOf(planted: Planted[], dice: () => number): Planted {
  const any = <T>(list: readonly T[]): T => list[Math.floor(dice() * list.length)] as T
  const kind = any([...new Set(planted.map((each) => each.kind))])
  return any(planted.filter((each) => each.kind === kind))
}
