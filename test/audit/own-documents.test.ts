import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomProject } from '../../scripts/random-projects.mjs'
import { auditProject } from '../../src/build.js'
import { buildProject, loadProject } from '../../src/node.js'
import { runs } from '../runs.js'

/** What the audit of a document's own text finds wrong in it, and how many of its numbers it reads. */
type Reading = { name: string; errors: string[]; claims: number; left: number }

async function readingsOf(folder: string, name: string): Promise<Reading[]> {
  const project = await loadProject(folder)
  const { outputs } = await buildProject(folder)
  const texts = outputs.filter((output) => /\.(?:html|pdf)$/.test(output.name))
  return Promise.all(
    texts.map(async (text) => {
      const { findings, claims, notChecked } = await auditProject(project, { texts: [text] })
      const errors = findings.filter(({ kind, accepted }) => kind === 'error' && accepted === null).map(({ id }) => id)
      return { name: `${name}/${text.name}`, errors, claims, left: notChecked.length }
    }),
  )
}

const seeds = Array.from({ length: runs(10, 40) }, (_, index) => index + 1)

describe('what we have built ourselves, read as anybody’s text', () => {
  const readings: Reading[] = []
  const folders: string[] = []

  beforeAll(async () => {
    for (const name of ['biu-2024', 'made-up-answers']) readings.push(...(await readingsOf(`examples/${name}`, name)))
    for (const seed of seeds) {
      const folder = await mkdtemp(join(tmpdir(), 'notat-own-'))
      folders.push(folder)
      for (const [name, text] of Object.entries(randomProject(seed).files)) {
        await mkdir(dirname(join(folder, name)), { recursive: true })
        await writeFile(join(folder, name), text)
      }
      readings.push(...(await readingsOf(folder, `seed ${seed}`)))
    }
  }, 120_000)

  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

  it('contradicts nothing', () => {
    expect(readings.length).toBeGreaterThan(seeds.length)
    expect(readings.filter(({ errors }) => errors.length > 0)).toEqual([])
  })

  it('is read for the most part, in HTML as in PDF', () => {
    const share = (all: readonly Reading[]) => {
      const [claims, left] = [all.reduce((sum, one) => sum + one.claims, 0), all.reduce((sum, one) => sum + one.left, 0)]
      return claims / (claims + left)
    }
    expect(share(readings.filter(({ name }) => name.endsWith('.html')))).toBeGreaterThan(0.9)
    expect(share(readings.filter(({ name }) => name.endsWith('.pdf')))).toBeGreaterThan(0.9)
  })
})
