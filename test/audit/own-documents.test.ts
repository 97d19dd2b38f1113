import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { random, randomProject } from '../../scripts/random-projects.mjs'
import { auditProject } from '../../src/build.js'
import { type Coverage, coverageOf } from '../../src/claim.js'
import { buildProject, loadProject } from '../../src/node.js'
import type { Project } from '../../src/project.js'
import { wordsOf } from '../../src/prose-claims/words.js'
import { readText } from '../../src/read/index.js'
import type { Passage, TextBlock, TextWithPlaces } from '../../src/read/text/passages.js'
import { runs } from '../runs.js'

/** A document that was built, and what the audit of its own text reads and finds wrong in it. */
type Own = { name: string; project: Project; text: TextWithPlaces; errors: string[]; coverage: Coverage; left: string[] }

async function errorsIn(project: Project, text: TextWithPlaces) {
  const { findings, numbers } = await auditProject(project, { texts: [text] })
  const errors = findings.filter(({ kind, accepted }) => kind === 'error' && accepted === null).map(({ id }) => id)
  const left = numbers.flatMap(({ fate, text: said, place }) => (fate === 'notRead' ? [`${said} — ${place.words}`] : []))
  const inDigits = numbers.filter(({ kind }) => kind === 'number')
  return { errors, coverage: coverageOf(inDigits), left }
}

async function ownDocuments(folder: string, name: string): Promise<Own[]> {
  const project = await loadProject(folder)
  const { outputs } = await buildProject(folder)
  const texts = outputs.filter((output) => /\.(?:html|pdf)$/.test(output.name))
  return Promise.all(
    texts.map(async (file) => {
      const text = await readText(file)
      return { name: `${name}/${file.name}`, project, text, ...(await errorsIn(project, text)) }
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
    'is not believed with one digit changed: %s',
    async (format) => {
      const documents = all.filter(({ name }) => name.endsWith(format))
      const dice = random(7)
      let [changed, found] = [0, 0]
      const missed: string[] = []
      for (let tried = 0; tried < runs(60, 200); tried++) {
        const own = documents[Math.floor(dice() * documents.length)] as Own
        const places = numbersIn(own.text)
        const place = places[Math.floor(dice() * places.length)]
        if (!place) continue
        const { errors } = await errorsIn(own.project, withOtherDigit(own.text, place, dice()))
        changed += 1
        if (errors.length > own.errors.length) found += 1
        else missed.push(`${own.name}: ${place.passage.text.slice(Math.max(0, place.at - 60), place.at + 40)}`)
      }
      expect(changed).toBeGreaterThan(30)
      expect(found / changed, missed.join('\n')).toBeGreaterThan(0.8)
    },
    600_000,
  )
})

/** A number of a text: its passage, where in it, and how long it is. */
type NumberPlace = { passage: Passage; at: number; end: number }

/** The numbers of its tables, and those of its sentences that are no years, addresses, marks or ends of scales. */
function numbersIn({ blocks }: TextWithPlaces): NumberPlace[] {
  const first = blocks.findIndex(({ type }, index) => type === 'heading' && index > 3)
  return blocks.slice(first).flatMap((block) => passagesOf(block).flatMap(numbersOf))
}

const tellsNoResult =
  /^(?:[a-z\d] )|^[a-z] |skala|scale|betyder|means that|svaret ”|answered “|færre end|fewer than|tilsammen|add up|halvår|half|ændringer/

function passagesOf(block: TextBlock): Passage[] {
  if (block.type === 'table') return block.rows.flatMap(({ cells }) => cells)
  return block.type === 'paragraph' || block.type === 'point' ? [block.passage] : []
}

function numbersOf(passage: Passage): NumberPlace[] {
  const words = wordsOf(passage.text)
  return words.flatMap(({ kind, text, at, end }, index) => {
    const before = words[index - 1]?.key ?? ''
    const isName = /^(?:tabel|figur|table|figure|bilag|appendix)$/.test(before) || /^(?:19|20)\d\d$/.test(text)
    const around = passage.text.slice(Math.max(0, at - 25), end + 25)
    return kind === 'number' && !isName && !tellsNoResult.test(around) ? [{ passage, at, end }] : []
  })
}

function withOtherDigit(text: TextWithPlaces, { passage, at, end }: NumberPlace, chance: number): TextWithPlaces {
  const number = passage.text.slice(at, end)
  const first = number.search(/\d/)
  const digit = Number(number[first])
  const other = ((digit + 1 + Math.floor(chance * 8)) % 9) + 1
  const changed = other === digit ? (digit % 9) + 1 : other
  const said = `${passage.text.slice(0, at + first)}${changed}${passage.text.slice(at + first + 1)}`
  const replace = (one: Passage): Passage => (one === passage ? { ...one, text: said } : one)
  return {
    ...text,
    blocks: text.blocks.map((block) =>
      block.type === 'table'
        ? { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(replace) })) }
        : { ...block, passage: replace(block.passage) },
    ),
  }
}
