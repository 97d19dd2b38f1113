import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plantedIn, withPlanted } from '../../scripts/planted.mjs'
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
      return { name: `${name}/${file.name}`, project, documents, text, ...(await errorsIn(project, text, documents)) }
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
    'is not believed with one thing changed: %s',
    async (format) => {
      const documents = all.filter(({ name }) => name.endsWith(format))
      const dice = random(7)
      let [changed, found] = [0, 0]
      const missed: string[] = []
      for (let tried = 0; tried < runs(60, 300); tried++) {
        const own = documents[Math.floor(dice() * documents.length)] as Own
        const planted = plantedIn(own.text, dice, own.project.locale)
        const one = planted[Math.floor(dice() * planted.length)]
        if (!one) continue
        const { errors } = await errorsIn(own.project, withPlanted(own.text, one), own.documents)
        changed += 1
        if (errors.length > own.errors.length) found += 1
        else missed.push(`${own.name}: ${one.kind} ${one.said}`)
      }
      expect(changed).toBeGreaterThan(30)
      expect(found / changed, missed.join('\n')).toBeGreaterThanOrEqual(leastFound[format] ?? 1)
    },
    600_000,
  )
})

/** A page prints marks beside its numbers and captions of its own, which are in no document tree. */
const leastFound: Readonly<Record<string, number>> = { html: 0.99, pdf: 0.95 }
