/** Surveys of others: told of by what is known of them, their numbers with a source, side by side where scales allow it. */
import { describe, expect, test } from 'vitest'
import { build } from '../../src/build.js'
import { resultOf } from '../../src/calculation.js'
import { figureById } from '../../src/change.js'
import { NotatError } from '../../src/errors.js'
import { explain } from '../../src/explain.js'
import { type FigureKey, idOfKey } from '../../src/figure-key.js'
import { toFraction } from '../../src/printed.js'
import { type ProjectFiles, parseProject } from '../../src/project.js'
import { textOf } from './memo.js'

const records = `
    - { id: suf, label: Sundhed, years: hvert år siden 2010, method: telefoninterview, scale: [1, 5], target: "4,2", result: "4,3" }
    - { id: aalborg, label: Aalborg Kommune, answers: "1.000", responseRate: 50 pct., source: Rambøll 2017 }
    - { id: kolding, label: Kolding Kommune, answers: 250, invited: 800, result: 82 %, scale: [1, 5] }
    - { id: karakter, label: Karakterer, scale: [6, 1], target: 2, themes: [tilgængelighed, information] }`

const notat = (list: string = records) => `locale: da
sender: { organisation: Prøveby Kommune }
survey:
  title: Erfaringer
  items: [{ id: overall, label: Tilfredshed, text: Jeg er tilfreds., scale: agreement5 }]
  periods: [{ from: 2018-01-01, to: 2018-12-31 }]
  segments: { id: all, label: Alle }
  records: ${list}
documents: [{ template: ark, fields: { date: 2018-08-28 } }]
`

const template = `---
kind: Bilag
title: Erfaringer
fields: [{ name: date, type: date, label: Dato, required: true }]
sections: [erfaring]
names:
  scaled: (records where=record.scale)
  measured: (records where=record.answers)
tables:
  - name: side
    title: Side om side
    rows: records
    columns:
      - { number: record.years, head: År }
      - { number: record.scale, head: Skala }
      - { number: record.answers, head: Antal svar }
      - { number: record.responseRate, head: Svarprocent }
      - { number: record.target, head: Mål }
      - { number: record.targetAsIndex, head: Mål på 0–100 }
---
Bilaget omfatter {{counted records}}. {{howMany measured names=true}} oplyser antal svar.

{{#if (table "side")}}{{table "side"}}{{/if}}

{{#each records}}
## {{record.label}}

{{#section "erfaring"}}
{{#if record.answers}}
{{record.answers}} har svaret{{#if record.responseRate}}, det er {{record.responseRate}}{{/if}}.
{{/if}}
{{#if record.target}}
Målet er {{record.target}} på en skala fra {{#if record.scale}}{{record.scale}}{{/if}}, det er {{record.targetAsIndex}}.
{{/if}}
{{#if record.resultAsIndex}}
Resultatet er {{record.result}}, det er {{record.resultAsIndex}}.
{{/if}}
{{#if record.themes}}
Temaer: {{list record.themes}}.
{{/if}}
{{/section}}
{{/each}}
`
const data = { 'data/d.csv': 'periode;målgruppe;indekstal;antal svar\n2018;Alle;80;60\n' }

async function made(more: ProjectFiles = {}, list = records) {
  return build(parseProject({ 'notat.yaml': notat(list), ...data, 'templates/ark.md': template, ...more }), { formats: [] })
}

function problemsOf(list: string) {
  try {
    parseProject({ 'notat.yaml': notat(list), ...data })
  } catch (error) {
    if (error instanceof NotatError) return error.problems.map(({ code, line, column, values }) => ({ code, line, column, values }))
    throw error
  }
  return []
}

describe('records', () => {
  test('stand side by side, each number as its source has it, and on 0–100 where it is on a scale', async () => {
    const { documents, isStopped, findings } = await made()
    expect([isStopped, findings]).toEqual([false, []])
    const memo = documents.map(textOf).join('\n')
    expect(memo).toContain(
      'Bilaget omfatter fire undersøgelser. To af de fire undersøgelser (Aalborg Kommune og Kolding Kommune) oplyser antal svar.',
    )
    expect(memo).toContain('Undersøgelse | År | Skala | Antal svar | Svarprocent | Mål | Mål på 0–100')
    expect(memo).toContain('Sundhed | hvert år siden 2010 | 1 til 5 | – | – | 4,2 | 80\n')
    expect(memo).toContain('Aalborg Kommune |  |  | 1.000 | 50~% | – | –\n')
    expect(memo).toContain('Note: En streg (–) betyder, at tallet ikke er oplyst.')
    expect(memo).toContain('Målet er 4,2 på en skala fra 1 til 5, det er 80.')
    expect(memo).toContain('1.000 har svaret, det er 50~pct.')
    expect(memo).toContain('Temaer: tilgængelighed og information.')
  })

  test('their numbers are figures with evidence: typed with a source, or computed', async () => {
    const { figures } = await made()
    const of = (id: string) => figureById(figures, id)
    expect(of('record/aalborg/answers')).toMatchObject({ printed: '1000', unit: 'answer', status: 'typed' })
    expect(of('record/aalborg/answers')?.derivation.places).toEqual([{ file: 'Rambøll 2017' }])
    // 250 of 800 are 31.25 per cent.
    expect(of('record/kolding/responseRate')).toMatchObject({ printed: '31', derivation: { formula: 'ratio' } })
    expect(idOfKey(of('record/aalborg/answers')?.key as FigureKey, figures.survey)).toBe('record/aalborg/answers')
    expect(of('record/aalborg/nothing')).toBeUndefined()
    expect(of('record/nobody/answers')).toBeUndefined()
  })

  test('one scale for all: (4,2 − 1) / (5 − 1) is 80 of 100, a turned scale is turned back, a share is on none', async () => {
    const { figures } = await made()
    const of = (id: string) => figureById(figures, id)
    expect(of('record/suf/targetAsIndex')).toMatchObject({ printed: '80', status: 'ok', derivation: { inputs: ['record/suf/target'] } })
    // (6 − 2) / (6 − 1)
    expect(of('record/karakter/targetAsIndex')?.printed).toBe('80')
    expect(of('record/kolding/resultAsIndex')).toBeUndefined()
    // The explanation gives the same number by its formula.
    const explained = explain('record/suf/targetAsIndex', figures)
    expect(explained?.calculation && resultOf(explained.calculation)).toEqual({ numerator: 80n, denominator: 1n })
    // A printed 4,3 may be anything from 4,25 to 4,35, so from 81,25 to 83,75 on the common scale.
    const result = of('record/suf/resultAsIndex')
    expect(result).toMatchObject({ printed: '83', status: 'approximate', possible: ['81', '82', '83', '84'] })
    expect(result?.interval && [result.interval.from, result.interval.to].map((end) => toFraction(end).valueOf())).toEqual([81.25, 83.75])
  })

  test('a project of records alone has no items, periods or segments', async () => {
    const alone = notat().replace(/ {2}items:[\s\S]*?(?= {2}records:)/, '')
    const files = { 'notat.yaml': alone, 'templates/ark.md': template }
    const { documents, isStopped, findings, notShown } = await build(parseProject(files), { formats: ['html', 'pdf'] })
    expect([isStopped, findings, notShown]).toEqual([false, [], []])
    expect(documents.map(({ id }) => id)).toEqual(['ark'])
    expect(documents.map(textOf).join('')).toContain('Målet er 4,2 på en skala fra 1 til 5, det er 80.')
    // What nobody has measured cannot be asked for.
    const asking = { ...files, 'templates/ark.md': template.replace('Bilaget omfatter', '{{result}} Bilaget omfatter') }
    await expect(build(parseProject(asking), { formats: [] })).rejects.toMatchObject({
      problems: [{ code: 'unknown-template-name', file: 'templates/ark.md' }],
    })
    // Some of them alone are not enough, and without records there must be all.
    const some = alone.replace('  records:', '  segments: { id: all, label: Alle }\n  records:')
    expect(() => parseProject({ 'notat.yaml': some })).toThrow(/items[\s\S]*periods/)
    expect(() => parseProject({ 'notat.yaml': alone.replace(/ {2}records:[\s\S]*?(?=documents:)/, '') })).toThrow(/items[\s\S]*segments/)
  })

  test('a project words one of them itself', async () => {
    const { documents } = await made({ 'sections/erfaring-kolding.md': 'Kolding har en strategi.' })
    const memo = documents.map(textOf).join('\n')
    expect(memo).toContain('## Kolding Kommune\n\nKolding har en strategi.')
    expect(memo).toContain('1.000 har svaret')
  })

  test('what is wrong with them stands at its place', () => {
    expect(problemsOf('[{ id: a, label: A, answer: 5 }]')).toMatchObject([
      { code: 'unknown-key', line: 8, column: 32, values: { nearest: 'answers' } },
    ])
    expect(problemsOf('[{ id: a, label: A, answers: mange }]')).toMatchObject([
      { code: 'unreadable-number', line: 8, values: { found: 'mange' } },
    ])
    expect(problemsOf('[{ id: a, label: A, answers: "4,5" }]')).toMatchObject([{ code: 'impossible-count' }])
    expect(problemsOf('[{ id: a, label: A, scale: [1, 5], target: "5,2" }]')).toMatchObject([
      { code: 'impossible-value', line: 8, column: 55, values: { minimum: '1', maximum: '5' } },
    ])
    expect(problemsOf('[{ id: a, label: A, responseRate: 120 }]')).toMatchObject([{ code: 'impossible-value' }])
    expect(problemsOf('[{ id: a, label: A, scale: [5, 5] }]')).toMatchObject([{ code: 'flat-scale' }])
    expect(problemsOf('[{ id: a, label: A }, { id: a, label: B }]')).toMatchObject([{ code: 'duplicate-id' }])
  })

  test('what a template asks of them in vain has its line and the nearest name', async () => {
    const wrong = { 'templates/ark.md': template.replace('record.years, head', 'record.yeas, head') }
    await expect(made(wrong)).rejects.toMatchObject({ problems: [{ file: 'templates/ark.md', line: 14 }] })
    const outside = { 'templates/ark.md': template.replace('Bilaget omfatter', '{{record.label}} Bilaget omfatter') }
    await expect(made(outside)).rejects.toMatchObject({ problems: [{ code: 'unguarded-absence', file: 'templates/ark.md' }] })
  })
})
