import { describe, expect, it } from 'vitest'
import { composeDocument } from '../src/document/compose.js'
import { plainText } from '../src/document/walk.js'
import { NotatError } from '../src/errors.js'
import { parseFigureId } from '../src/figure-key.js'
import { deriveFigures, figureOf } from '../src/figures.js'
import { type Project, type ProjectFiles, parseProject } from '../src/project.js'
import { claimedFigure } from '../src/read/claims.js'
import { readDataset } from '../src/read/index.js'

const notat = (more = '') => `
sender: { organisation: Eksempel Kommune }
survey:
  title: Tilfredshed
  items:
    - { id: overall, label: Tilfredshed, text: Jeg er tilfreds., scale: score5 }
    - { id: meeting, label: Mødet, text: Mødet var godt., scale: score5 }
  periods: [{ from: 2024-01-01, to: 2024-12-31 }]
  segments: { id: city, label: København }
${more}
documents: [{ template: orientering, fields: { date: 2025-02-03 } }]
`
const benchmarks = '  benchmarks: [{ id: kommuner, label: Alle kommuner, also: [Landet] }]\n'
const data =
  'periode;målgruppe;spørgsmål;gennemsnit;antal svar\n2024;København;Tilfredshed;3,32;870\n2024;Alle kommuner;Tilfredshed;3,64;\n2024;landet;Mødet;3,69;\n'

const project = (more: string, files: ProjectFiles = { 'data/tal.csv': data }): Project =>
  parseProject({ 'notat.yaml': notat(more), ...files })

async function problemsOf(run: () => unknown): Promise<string[]> {
  try {
    await run()
  } catch (error) {
    if (error instanceof NotatError)
      return error.problems.map(({ code, line, column, values }) => `${code} ${line}:${column} ${values.found ?? values.id ?? ''}`.trim())
    throw error
  }
  return []
}

describe('a benchmark', () => {
  it('has figures in the segment’s place, found by any of its names, and moves no total', async () => {
    const { survey, ...rest } = project(benchmarks)
    const figures = deriveFigures(survey, await readDataset({ survey, ...rest }))
    expect(figureOf(figures, 'mean/kommuner/2024')).toMatchObject({ printed: '3.64', status: 'ok' })
    expect(figureOf(figures, 'mean/kommuner/2024/items/meeting')).toMatchObject({ printed: '3.69' })
    expect(figureOf(figures, 'mean/city/2024')).toMatchObject({ printed: '3.32', base: 870 })
  })

  it('may be claimed of', () => {
    const { survey } = project(benchmarks)
    expect(claimedFigure('mean/kommuner/2024/items/overall', survey)).toBe('mean/kommuner/2024')
    expect(parseFigureId('mean/kommuner/2024', survey)).toMatchObject({ segment: 'kommuner' })
    expect(claimedFigure('mean/landet/2024', survey)).toBeNull()
  })

  it('is printed by templates as a segment is', async () => {
    const own =
      '---\nlocale: da\nkind: Notat\ntitle: "Notat"\nfields:\n  - { name: date, type: date, label: Dato, required: true }\n---\nAlle: {{mean "kommuner"}}.\n'
    const files = { 'data/tal.csv': data, 'templates/own.md': own }
    const made = parseProject({ 'notat.yaml': notat(benchmarks).replace('template: orientering', 'template: own'), ...files })
    const memo = composeDocument(made, 'own-2024', { figures: deriveFigures(made.survey, await readDataset(made)), findings: [] })
    expect(memo.blocks.map((block) => (block.type === 'paragraph' ? plainText(block.children) : block.type))).toEqual(['Alle: 3,64.'])
  })

  it('cannot share its id with a segment, nor have answers of its own', async () => {
    expect(await problemsOf(() => project('  benchmarks: [{ id: city, label: Byen }]'))).toEqual(['duplicate-id 10:22 city'])
    const answers = 'periode;målgruppe;Tilfredshed\n2024;København;4\n2024;Alle kommuner;5\n'
    expect(await problemsOf(() => readDataset(project(benchmarks, { 'data/svar.csv': answers })))).toEqual(['counted-benchmark 3:6'])
  })
})

describe('a target', () => {
  const targets = (...all: string[]) => `  targets: [${all.join(', ')}]`

  it('is of the first item and of unrounded numbers unless it says otherwise', () => {
    const { survey } = project(
      targets('{ segment: city, metric: mean, value: 4.2 }', '{ segment: city, metric: responseRate, value: 50, basis: printed }'),
    )
    expect(survey.targets).toEqual([
      { segment: 'city', metric: 'mean', value: 4.2, basis: 'unrounded' },
      { segment: 'city', metric: 'responseRate', value: 50, basis: 'printed' },
    ])
  })

  it('must be of something that is measured, on its scale, and the only one', async () => {
    const all = [
      '{ segment: land, metric: mean, value: 4 }',
      '{ segment: city, item: samtale, metric: mean, value: 4 }',
      '{ segment: city, metric: share, value: 40 }',
      '{ segment: city, metric: mean, value: 42 }',
      '{ segment: city, metric: indexScore, value: 80 }',
      '{ segment: city, item: overall, metric: indexScore, value: 81 }',
    ]
    const found = await problemsOf(() => project(targets(...all)))
    expect(found.map((each) => each.replace(/ \d+:\d+/, ''))).toEqual([
      'unknown-reference land',
      'unknown-reference samtale',
      'unknown-reference share',
      'impossible-value 42',
      'duplicate-id indexScore/city/overall',
    ])
  })
})
