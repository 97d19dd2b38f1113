/** Walking a list moves one step and keeps the rest: names, targets and tables mean where one stands, wherever they are used. */
import { expect, test } from 'vitest'
import { composeDocument } from '../../src/document/compose.js'
import { NotatError } from '../../src/errors.js'
import { deriveFigures } from '../../src/figures.js'
import { parseProject } from '../../src/project.js'
import { readDataset } from '../../src/read/index.js'
import { textOf } from './memo.js'

const notat = `locale: da
sender: { organisation: Prøveby Kommune }
survey:
  title: Trivsel
  items:
    - { id: overall, label: Tilfredshed, text: Jeg er tilfreds., scale: agreement5 }
    - { id: respect, label: Respekt, text: Jeg mødes med respekt., scale: agreement5 }
  periods: [{ from: 2022-01-01, to: 2022-12-31 }, { from: 2023-01-01, to: 2023-12-31 }]
  segments: { id: all, label: Alle, parts: [{ id: a, label: Anna }, { id: b, label: Bo }] }
  providers: [{ id: eng, label: Engen, kind: external, segments: [a, b] }, { id: skov, label: Skoven, kind: external, segments: [a, b] }]
  targets:
    - { segment: a, metric: indexScore, value: 70 }
    - { segment: all, item: respect, metric: topTwoBox, value: 60 }
documents: [{ template: ark, fields: { date: 2024-01-01 } }]
`

/** Answers of each, as `agree` and `disagree`: 75 and 25 points. */
const counts: [period: string, group: string, provider: string, agree: number, disagree: number][] = [
  ['2022', 'Anna', 'Engen', 10, 10],
  ['2022', 'Anna', 'Skoven', 20, 20],
  ['2022', 'Bo', 'Engen', 30, 10],
  ['2022', 'Bo', 'Skoven', 10, 30],
  ['2023', 'Anna', 'Engen', 18, 2],
  ['2023', 'Anna', 'Skoven', 12, 28],
  ['2023', 'Bo', 'Engen', 38, 2],
  ['2023', 'Bo', 'Skoven', 4, 36],
]
const data = counts.flatMap(([period, group, provider, agree, disagree]) =>
  ['overall', 'respect'].flatMap((item) => [
    `${period};${group};${provider};${item};enig;${agree}`,
    `${period};${group};${provider};${item};uenig;${disagree}`,
  ]),
)
const index = (agree: number, disagree: number) => String(Math.round((75 * agree + 25 * disagree) / (agree + disagree)))

async function linesOf(head: string, body: string): Promise<string[]> {
  const project = parseProject({
    'notat.yaml': notat,
    'templates/ark.md': `---\nkind: Ark\ntitle: Ark\nfields: [{ name: date, type: date, label: Dato, required: true }]\n${head}---\n${body}\n`,
    'data/tal.csv': `periode;målgruppe;leverandør;spørgsmål;svar;antal\n${data.join('\n')}\n`,
  })
  const figures = deriveFigures(project.survey, await readDataset(project))
  return textOf(composeDocument(project, 'ark-2023', { figures, findings: [] })).split('\n')
}

async function codesOf(head: string, body: string): Promise<string[]> {
  try {
    await linesOf(head, body)
    return []
  } catch (error) {
    if (!(error instanceof NotatError)) throw error
    return error.problems.map(({ code, line }) => `${code}:${line}`)
  }
}

test('a list of a name is walked by the provider, the period and the question one stands in', async () => {
  const lines = await linesOf(
    'names: { own: leaves, best: (leaves sortBy=result limit=1) }\n',
    `{{#each (providers where=result)}}
{{provider.label}}:{{#each own}} {{segment.short}} {{provider.label}} {{result}}{{/each}}.
{{/each}}

{{#with previous}}{{#each own}}{{segment.short}} {{period.name}} {{result}} {{/each}}{{/with}}

{{#with (item "respect")}}{{#each best}}{{segment.short}} {{item.label}} {{result}}{{/each}}{{/with}}`,
  )
  expect(lines).toContain(
    `Engen: Anna Engen ${index(18, 2)} Bo Engen ${index(38, 2)}. Skoven: Anna Skoven ${index(12, 28)} Bo Skoven ${index(4, 36)}.`,
  )
  expect(lines.map((line) => line.trim())).toContain(`Anna 2022 ${index(30, 30)} Bo 2022 ${index(40, 40)}`)
  expect(lines).toContain(`Bo Respekt ${index(42, 38)}`)
})

test('targets have the number they are of, in the period one stands in', async () => {
  const lines = await linesOf(
    'tables:\n  - { name: goals, rows: targets, columns: [target.value, { across: compared, show: [target.result, result] }] }\n',
    `{{#if (table "goals")}}{{table "goals"}}{{/if}}

{{#with (targets limit=1).first}}Mål {{target.value}}, nu {{target.result}}.{{/with}}`.replace('(targets limit=1).first', 'targets.first'),
  )
  const anna = [index(30, 30), index(30, 30), index(30, 30), index(30, 30)]
  expect(lines.find((line) => line.startsWith('Anna'))).toContain(anna.join(' | '))
  // 70 of 140 and 72 of 140 are among the best two
  expect(lines.find((line) => line.startsWith('Alle'))).toContain('60~% | 50~% | 50~% | 51~% | 51~%')
  expect(lines).toContain(`Mål 70, nu ${index(30, 30)}.`)
})

test('the goal of the number that is told is there without a list', async () => {
  const lines = await linesOf(
    '',
    `{{#with (segment "a")}}{{#if (difference to=target)}}{{result}} mod {{target.value}}, {{difference to=target}} fra.{{/if}}{{/with}}

{{#with (segment "b")}}{{#if target}}Mål.{{else}}Intet mål.{{/if}}{{/with}}

{{#with (compare leaves to=target)}}Under: {{list comparison.below}}.{{/with}}`,
  )
  expect(lines).toContain(`${index(30, 30)} mod 70, 20~indekspoint fra.`)
  expect(lines).toContain('Intet mål.')
  expect(lines).toContain('Under: Anna.')
})

test('a table of a provider says whose numbers it shows, and the middle of the scale is a number', async () => {
  const lines = await linesOf(
    'tables:\n  - { name: t, rows: leaves, columns: [result, { number: midpoint, head: Midten }] }\n',
    '{{#with (provider "eng")}}\n\n{{#if (table "t")}}{{table "t"}}{{/if}}\n\n{{/with}}',
  )
  expect(lines).toContain('[Tabel 1] Tilfredshed for Engen fordelt på grupper')
  expect(lines).toContain(`Anna | ${index(18, 2)} | 50`)
})

test('words that begin a sentence have a capital: a share in words, what was asked', async () => {
  const lines = await linesOf('', '{{topTwoBox words=true}} er enige, {{topTwoBox words=true}}. {{item.asked}} er spørgsmålet.')
  // 72 of 140
  expect(lines).toContain('Godt halvdelen er enige, godt halvdelen. Udsagnet ”Jeg er tilfreds” er spørgsmålet.')
})

test('a table printed in another period has the notes of its own marks', async () => {
  const table = 'tables:\n  - { name: t, rows: leaves, columns: { across: compared, show: [result, base] } }\n'
  const body = '{{#with previous}}\n\n{{#if (table "t")}}{{table "t"}}{{/if}}\n\n{{/with}}'
  await expect(linesOf(table, body)).resolves.toContain('[Tabel 1] Tilfredshed fordelt på grupper')
})

test.each([
  ['rows that the columns do not ask about', 'tables:\n  - { name: t, rows: options, columns: [result] }\n', 'table', 'rows-repeated:6'],
  [
    'columns that take the rows’ place',
    'tables:\n  - { name: t, rows: leaves, columns: { across: leaves, show: [result] } }\n',
    'table',
    'rows-repeated:6',
  ],
  ['a chart of such rows', 'charts:\n  - { name: t, kind: bars, rows: options }\n', 'chart', 'rows-repeated:6'],
])('refused: %s', async (_what, head, word, code) => {
  expect(await codesOf(head, `{{#if (${word} "t")}}{{${word} "t"}}{{/if}}`)).toEqual([code])
})

test('refused: the same table twice where one stands, not in a place of its own', async () => {
  const head = 'tables:\n  - { name: t, rows: leaves, columns: [result, base] }\n'
  const print = '{{#if (table "t")}}{{table "t"}}{{/if}}'
  expect(await codesOf(head, `${print}\n\n${print}`)).toEqual(['exhibit-printed-twice:6'])
  expect(await codesOf(head, `{{#each compared}}\n\n${print}\n\n{{/each}}`)).toEqual([])
})
