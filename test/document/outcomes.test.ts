/** Items whose answers are facts: a list of their own, with counts and shares of each group's base, and totals. */
import { expect, test } from 'vitest'
import { composeDocument } from '../../src/document/compose.js'
import { deriveFigures } from '../../src/figures.js'
import { parseProject } from '../../src/project.js'
import { readDataset } from '../../src/read/index.js'
import { textOf } from './memo.js'

const notat = `locale: da
sender: { organisation: Prøveby Kommune }
survey:
  title: Resultater
  minimumBase: 1
  items:
    - { id: overall, label: Tilfredshed, text: Jeg er tilfreds., scale: agreement5 }
    - { id: job, label: I job, text: I job, scale: yesNo, counts: { one: borger i forløb, many: borgere i forløb }, says: { positive: var i job }, askedOf: de afsluttede }
  periods: [{ from: 2022-01-01, to: 2022-12-31 }]
  segments: { id: all, label: Alle, parts: [{ id: a, label: A }, { id: b, label: B }] }
documents: [{ template: ark, fields: { date: 2023-01-01 } }]
`
const template = `---
kind: Ark
title: Ark
fields: [{ name: date, type: date, label: Dato, required: true }]
tables:
  - name: outcome
    title: '{{item.label}}'
    rows: [parts, { of: segment, as: total, label: I alt }]
    columns: [base, { number: (count options="positive"), head: Antal }, { number: share, head: Andel }]
---
{{#each outcomes}}
{{#if item.counted}}
I alt {{count options="positive"}} af {{base}} {{item.counted}} ({{share}}).
{{/if}}
{{#if (and item.positive item.askedOf)}}
Af {{item.askedOf}} {{item.positive}} {{count options="positive"}}.
{{/if}}
{{#if item.negative}}Andre {{item.negative}}.{{/if}}

{{#if (table "outcome")}}{{table "outcome"}}{{/if}}

{{/each}}
{{#each (items where=(is item "outcome"))}}Kun {{item.label}}.{{/each}}
`

test('outcomes give counts and shares of a base for each group, and totals that are sums', async () => {
  const project = parseProject({
    'notat.yaml': notat,
    'templates/ark.md': template,
    'data/tal.csv':
      'periode;målgruppe;spørgsmål;svar;antal\n2022;A;job;ja;62\n2022;A;job;nej;1224\n2022;B;job;ja;8\n2022;B;job;nej;1228\n2022;A;overall;enig;10\n2022;B;overall;enig;10\n',
  })
  const figures = deriveFigures(project.survey, await readDataset(project))
  const lines = textOf(composeDocument(project, 'ark-2022', { figures, findings: [] })).split('\n')
  // 62 of 1.286, 8 of 1.236, and 70 of 2.522
  expect(lines).toContain('I alt 70 af 2.522 borgere i forløb (3~pct.). Af de afsluttede var i job 70.')
  expect(lines).toContain('A | 1.286 | 62 | 5~%')
  expect(lines).toContain('B | 1.236 | 8 | 1~%')
  expect(lines).toContain('total: I alt | 2.522 | 70 | 3~%')
  expect(lines).toContain('Kun I job.')
})
