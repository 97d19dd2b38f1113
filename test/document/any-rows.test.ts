/** Tables and charts over any list: what rows, columns and series are called, and what is refused with its place. */
import { expect, test } from 'vitest'
import type { Block, Document } from '../../src/document/blocks.js'
import { type Memo, memoOf, now, oneYear, words } from './memo.js'

/** A memo of a type of its own with this front matter, which prints what is named. */
function made(matter: string, printed: string): Document {
  const template = `---\nlocale: da\nkind: Status\ntitle: Status\nfields:\n  - { name: date, type: date, label: Dato, required: true }\n${matter}\n---\n## Tal\n\n${printed}\n`
  const memo: Memo = {
    segments: '{ id: all, label: Alle, parts: [{ id: a, label: A }, { id: b, label: B }] }',
    periods: oneYear,
    rows: [
      ['a', now, 78, 100],
      ['b', now, 74, 100],
    ],
    survey:
      '  targets: [{ metric: indexScore, segment: a, value: 80 }, { metric: indexScore, segment: b, value: 72 }, { metric: base, segment: a, value: 90 }]',
    files: { 'templates/orientering.md': template },
  }
  return memoOf(memo)
}

const only = <T extends Block['type']>(document: Document, type: T) =>
  document.blocks.find((block) => block.type === type) as Extract<Block, { type: T }>

test('targets of one group are told apart by what they count, and every row has an id of its own', () => {
  const table = only(
    made(
      'tables:\n  - { name: t, rows: targets, columns: [target.value, (difference to="target")] }',
      '{{#if (table "t")}}{{table "t"}}{{/if}}',
    ),
    'table',
  )
  expect(table.rows.map(({ label }) => words(label))).toEqual(['A, indekstal', 'B, indekstal', 'A, antal svar'])
  expect(new Set(table.rows.map(({ id }) => id)).size).toBe(3)
  expect([table.stubHead, ...table.columns.map(({ label }) => label)].map(words)).toEqual(['Gruppe', 'Mål', 'Forskel i forhold til målet'])
  expect(words(table.title)).toBe('Brugertilfredshed fordelt på grupper, holdt op mod mål, okt. 2023 – sep. 2024')
})

test('columns across targets stand in each of them', () => {
  const table = only(
    made(
      'tables:\n  - { name: t, rows: whole, columns: { across: targets, show: target.value } }',
      '{{#if (table "t")}}{{table "t"}}{{/if}}',
    ),
    'table',
  )
  expect(table.columns.map(({ label }) => words(label))).toEqual(['A, indekstal', 'B, indekstal', 'A, antal svar'])
  expect(table.rows[0]?.cells.map(({ children }) => words(children))).toEqual(['80', '72', '90'])
})

test('a cell may be words; what is held against itself does not differ', () => {
  const columns = '[{ text: "{{#if (is result \\"known\\")}}kendt{{/if}}", head: Kendt }, (difference to="all")]'
  const table = only(
    made(`tables:\n  - { name: t, rows: segments, columns: ${columns} }`, '{{#if (table "t")}}{{table "t"}}{{/if}}'),
    'table',
  )
  expect(table.rows.map(({ cells }) => cells.map(({ children }) => words(children)))).toEqual([
    ['kendt', ''],
    ['kendt', '+2'],
    ['kendt', '−2'],
  ])
  expect(table.notes.map(({ children }) => words(children)).join()).not.toContain('Afsnittet')
})

test('bars draw the difference they are asked for', () => {
  const chart = only(
    made('charts:\n  - { name: c, kind: bars, rows: parts, show: (difference to="target") }', '{{#if (chart "c")}}{{chart "c"}}{{/if}}'),
    'chart',
  )
  expect(chart.kind === 'bars' && chart.rows.map(({ label, number }) => [label, number?.value])).toEqual([
    ['A', -2],
    ['B', 2],
  ])
})

test('a chart shows results against their own targets', () => {
  const matter = 'names: { aimed: (targets limit=2) }\ncharts:\n  - { name: c, kind: benchmark, rows: aimed }'
  const chart = only(made(matter, '{{#if (chart "c")}}{{chart "c"}}{{/if}}'), 'chart')
  expect(
    chart.kind === 'benchmark' &&
      chart.rows.map(({ label, numbers, difference }) => [label, ...numbers.map((each) => each?.text), difference?.text]),
  ).toEqual([
    ['A', '78', '80', '−2'],
    ['B', '74', '72', '+2'],
  ])
})

test.each([
  [
    'tables:\n  - { name: t, rows: parts, columns: [segment.id] }',
    '{{#if (table "t")}}{{table "t"}}{{/if}}',
    'kolonnen segment.id i t har ingen overskrift',
  ],
  [
    'tables:\n  - { name: t, rows: { of: parts, label: "{{#if (is result \\"withheld\\")}}x{{/if}}" }, columns: result }',
    '{{#if (table "t")}}{{table "t"}}{{/if}}',
    'en række i t har intet navn',
  ],
  [
    'charts:\n  - { name: c, kind: benchmark, rows: parts, of: targets }',
    '{{#if (chart "c")}}{{chart "c"}}{{/if}}',
    'of kan ikke bruge targets',
  ],
  [
    'charts:\n  - { name: c, kind: trend, rows: parts, show: base }',
    '{{#if (chart "c")}}{{chart "c"}}{{/if}}',
    'en figur af slagsen trend læser ikke show',
  ],
  ['charts:\n  - { name: c, kind: benchmark, rows: parts }', '{{#if (chart "c")}}{{chart "c"}}{{/if}}', 'nøglen mangler her: of'],
])('what cannot be drawn or named is told where it is declared: %s', (matter, printed, message) => {
  expect(() => made(matter, printed)).toThrow(message)
  expect(() => made(matter, printed)).toThrow(/templates\/orientering\.md:\d+:\d+/)
})
