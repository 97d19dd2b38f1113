/** Items that are about a part of the groups, are asked in periods of their own, and are printed in their own way. */
import { describe, expect, test } from 'vitest'
import type { Table } from '../src/document/blocks.js'
import { composeDocument } from '../src/document/compose.js'
import { NotatError } from '../src/errors.js'
import { deriveFigures, figureOf } from '../src/figures.js'
import { type ProjectFiles, parseProject } from '../src/project.js'
import { readDataset } from '../src/read/index.js'
import { words } from './document/memo.js'

const yaml = (items: string, more = '') => `locale: da
sender: { organisation: Prøveby Kommune }
survey:
  title: Forløbene
  credit: Kommunen
  minimumBase: 1
  items:
${items}
  periods: [{ from: 2020-07-01, to: 2023-05-31 }, { from: 2022-01-01, to: 2022-12-31 }]
  segments:
    id: all
    label: Alle
    parts:
      - { id: unge, label: Unge, parts: [{ id: nord, label: Nord }, { id: syd, label: Syd }] }
      - { id: voksne, label: Voksne }
documents:
  - template: ark
    fields: { date: 2024-01-05 }
    compareWith: none
${more}`

const job = (more = '') =>
  `    - { id: job, label: I job, text: I job, scale: yesNo, of: unge, periods: [2022], counts: { one: ung, many: unge }${more} }`
const mood = (more = '') =>
  `    - { id: mood, label: Tilfredshed, text: Jeg er tilfreds., scale: agreement5, of: voksne, periods: [2020-07-01_2023-05-31]${more} }`
const counts = 'periode;målgruppe;spørgsmål;antal;antal svar\n2022;nord;job;1;8\n2022;syd;job;1;1'
const means = 'periode;målgruppe;spørgsmål;gennemsnit\n2020-07-01_2023-05-31;voksne;mood;4,2'

const template = (table: string, text: string) => `---
locale: da
kind: Ark
title: Ark
fields: [{ name: date, type: date, label: Dato }]
tables:
  - ${table}
---
${text}
`
const rows = '{ name: t, title: Tal, rows: [parts, { of: segment, as: total, label: I alt }], columns: [base, count, share] }'

function filesOf(items: string, table = rows, text = '{{#each outcomes}}{{#if (table "t")}}{{table "t"}}{{/if}}{{/each}}'): ProjectFiles {
  return { 'notat.yaml': yaml(items), 'data/job.csv': counts, 'data/mood.csv': means, 'templates/ark.md': template(table, text) }
}

async function composed(files: ProjectFiles) {
  const project = parseProject(files)
  const figures = deriveFigures(project.survey, await readDataset(project))
  return composeDocument(project, project.documents[0]?.id ?? '', { figures, findings: [] })
}

async function codesOf(files: ProjectFiles): Promise<string[]> {
  try {
    await readDataset(parseProject(files))
    return []
  } catch (error) {
    if (!(error instanceof NotatError)) throw error
    return error.problems.map(({ code }) => code)
  }
}

describe('of: and periods:', () => {
  test('the whole of an item is the part that it is about, in its own period', async () => {
    const text = '{{#each items}}{{segment.label}}, {{period.name}}: {{result}}. {{/each}}{{whole.label}}'
    const { blocks } = await composed(filesOf(`${job()}\n${mood()}`, rows, `${text}\n\n{{#if (table "t")}}{{table "t"}}{{/if}}`))
    const [paragraph] = blocks.flatMap((block) => (block.type === 'paragraph' ? [words(block.children)] : []))
    // 2 of 9 is 22 per cent; the document's period is the later of the two, 2022.
    expect(paragraph).toBe('Unge, 2022: 22~pct. Voksne, juli 2020 – maj 2023: 4,2. Unge')
  })

  test('there are no figures of anybody else', async () => {
    const project = parseProject(filesOf(`${job()}\n${mood()}`))
    const figures = deriveFigures(project.survey, await readDataset(project))
    expect(figureOf(figures, 'base/unge/2022')?.printed).toBe('9')
    expect(['base/all/2022', 'base/voksne/2022', 'base/unge/2020-07-01_2023-05-31'].map((id) => figureOf(figures, id))).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  test('a leaf that no item is about in a period needs no figures of it; one that is does', async () => {
    expect(await codesOf(filesOf(`${job()}\n${mood()}`))).toEqual([])
    const files = { ...filesOf(`${job()}\n${mood()}`), 'data/job.csv': counts.split('\n').slice(0, 2).join('\n') }
    expect(await codesOf(files)).toEqual(['missing-figures'])
  })

  test.each([
    ['another group', '2022;voksne;job;1;4'],
    ['another period', '2020-07-01_2023-05-31;nord;job;1;4'],
  ])('figures of %s are refused', async (_, row) => {
    expect(await codesOf({ ...filesOf(`${job()}\n${mood()}`), 'data/job.csv': `${counts}\n${row}` })).toEqual(['unasked-figures'])
  })

  test('an unknown group or period is told', async () => {
    expect(await codesOf(filesOf(job().replace('of: unge', 'of: ugne')))).toContain('unknown-reference')
    expect(await codesOf(filesOf(job().replace('[2022]', '[2021]')))).toContain('unknown-reference')
  })

  test('periods that an item shares may not overlap', async () => {
    expect(await codesOf(filesOf(`${job()}\n${mood().replace(', periods: [2020-07-01_2023-05-31]', '')}`))).toEqual(['overlapping-periods'])
  })

  test('a date in two periods is in that of the item it is about, and else in none', async () => {
    const long = 'dato;målgruppe;spørgsmål;svar\n2022-03-01;voksne;mood;enig'
    const wide = 'dato;målgruppe;mood\n2022-03-01;voksne;enig'
    const files = filesOf(`${job()}\n${mood()}`)
    expect(await codesOf({ ...files, 'data/mood.csv': long })).toEqual([])
    expect(await codesOf({ ...files, 'data/mood.csv': wide })).toEqual(['date-in-several-periods'])
  })
})

describe('tables of facts', () => {
  const tableOf = async (items: string, table?: string) =>
    (await composed(filesOf(items, table))).blocks.find((block): block is Table => block.type === 'table') as Table

  test.each([
    ['', ['13~%', '100~%', '22~%']],
    [', decimals: 1', ['12,5~%', '100,0~%', '22,2~%']],
    [', decimals: 3', ['12,500~%', '100,000~%', '22,222~%']],
  ])('shares with the decimals of the item (%s)', async (more, expected) => {
    const table = await tableOf(`${job(more)}\n${mood()}`)
    expect(table.rows.map(({ cells }) => words(cells[2]?.children ?? []))).toEqual(expected)
  })

  test('nobody has answered them', async () => {
    const { columns, howTo, notes } = await tableOf(`${job()}\n${mood()}`)
    expect(columns.map(({ label }) => words(label))).toEqual(['Unge', 'I job', 'Andel'])
    expect(words(howTo ?? [])).toBe('Andel af unge.')
    expect(notes.map(({ children }) => words(children))).toEqual(['Kilde: Kommunen.'])
  })

  test('a note and a source of their own', async () => {
    const { notes } = await tableOf(`${job(', note: Fleksjob er talt med., credit: DREAM')}\n${mood()}`)
    expect(notes.map(({ kind, children }) => [kind, words(children)])).toEqual([
      ['note', 'Fleksjob er talt med.'],
      ['source', 'Kilde: DREAM.'],
    ])
  })
})
