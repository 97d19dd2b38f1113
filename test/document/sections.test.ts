/** A project's own sections: of one member, placed after others, required; and headings in other words. */
import { describe, expect, test } from 'vitest'
import { composeDocument } from '../../src/document/compose.js'
import { NotatError } from '../../src/errors.js'
import { deriveFigures } from '../../src/figures.js'
import { parseProject } from '../../src/project.js'
import { proseOf } from './memo.js'

const template = `---
kind: Prøve
title: Prøve
fields: [{ name: date, type: date, label: Dato, required: true }]
sections: [indledning, gruppe, sidst, { name: skal, required: true }]
---
## Indledning om {{survey.topic}}

{{#section "indledning"}}
Alt begynder.
{{/section}}

## Grupperne

Her er de.

{{#each parts}}
### {{segment.label}}

{{#section "gruppe"}}
Gruppen {{segment.label}}.
{{/section}}
{{/each}}

{{#if previous}}
## Før

{{#section "sidst"}}
Der er en tidligere periode.
{{/section}}
{{/if}}

## Pligt

{{#section "skal"}}{{/section}}

## Beslutning
`

const notat = (more = '') => `locale: da
sender: { organisation: Prøveby Kommune }
survey:
  title: Tilfredshed
  items: [{ id: overall, label: Tilfredshed, text: Jeg er tilfreds., scale: agreement5 }]
  periods: [{ from: 2024-01-01, to: 2024-12-31 }]
  segments: { id: all, label: Alle, parts: [{ id: unge, label: Unge }, { id: voksne, label: Voksne }] }
documents:
  - template: status
    fields: { date: 2025-02-03 }
${more}`

type Files = Record<string, string>
const required = { 'sections/skal.md': 'Det skal stå her.' }

function prose(files: Files, more = '', body = template): string[] {
  const project = parseProject({ 'notat.yaml': notat(more), 'templates/status.md': body, ...required, ...files })
  const figures = deriveFigures(project.survey, { tallies: [], published: [], sources: [] })
  return proseOf(composeDocument(project, 'status-2024', { figures, findings: [] })).split('\n')
}

function refusals(run: () => unknown): unknown[] {
  try {
    run()
  } catch (error) {
    if (!(error instanceof NotatError)) throw error
    return error.problems.map(({ code, file, line, column, values: { nearest = '' } }) =>
      [code, [file, line, column].filter(Boolean).join(':'), nearest].join(' ').trim(),
    )
  }
  return []
}

const standard = [
  '## Indledning om tilfredshed',
  'Alt begynder.',
  '## Grupperne',
  'Her er de.',
  '### Unge',
  'Gruppen Unge.',
  '### Voksne',
  'Gruppen Voksne.',
  '## Pligt',
  'Det skal stå her.',
  '## Beslutning',
]

/** The standard text with lines put in after one of its lines. */
const withAfter = (line: string, ...lines: string[]) => standard.flatMap((each) => (each === line ? [each, ...lines] : [each]))

test('a template with nothing of its own', () => {
  expect(prose({})).toEqual(standard)
})

describe('a file for one member of a list', () => {
  test('replaces the section there only', () => {
    const files = { 'sections/gruppe-unge.md': '{{standard}}\n\nDe er {{segment.label}}.' }
    expect(prose(files)).toEqual(withAfter('Gruppen Unge.', 'De er Unge.'))
  })

  test('goes before that of all members', () => {
    const files = { 'sections/gruppe.md': 'Fælles.', 'sections/gruppe-voksne.md': 'Egen.' }
    expect(prose(files)).toEqual(standard.map((line) => ({ 'Gruppen Unge.': 'Fælles.', 'Gruppen Voksne.': 'Egen.' })[line] ?? line))
  })

  test('of a member that is not there, or a section that is in no list, is told', () => {
    expect(refusals(() => prose({ 'sections/gruppe-unges.md': 'x' }))).toEqual([
      'unknown-section sections/gruppe-unges.md sections/gruppe-unge.md',
    ])
    expect(refusals(() => prose({ 'sections/indledning-unge.md': 'x' }))).toEqual([
      'unknown-section sections/indledning-unge.md sections/indledning.md',
    ])
  })
})

describe('a section that the template does not have', () => {
  const own = (after: string, text = '## Eget\n\nMin tekst om {{counted parts}}.') => ({
    'sections/eget.md': `---\nafter: ${after}\n---\n${text}`,
  })
  const lines = ['## Eget', 'Min tekst om to grupper.']

  test.each([
    ['a section', 'indledning', 'Alt begynder.'],
    ['a section in a list, once, after all of the list', 'gruppe', 'Gruppen Voksne.'],
    ['a section that is not printed', 'sidst', 'Gruppen Voksne.'],
    ['a heading, after all that stands under it', 'Grupperne', 'Gruppen Voksne.'],
    ['a heading with words of data in it', "'Indledning om {{survey.topic}}'", 'Alt begynder.'],
    ['a heading in a condition that does not hold', 'Før', 'Gruppen Voksne.'],
    ['the last heading', 'Beslutning', '## Beslutning'],
  ])('stands after %s', (_, after, line) => {
    expect(prose(own(after))).toEqual(withAfter(line, ...lines))
  })

  test('stands inside a condition that holds, next to what it is placed after', () => {
    const body = template.replace('{{#if previous}}', '{{#if parts}}').replace('{{/if}}', 'Mere.\n{{/if}}')
    const text = prose(own('sidst'), '', body)
    expect(text.slice(text.indexOf('Der er en tidligere periode.'))).toEqual([
      'Der er en tidligere periode.',
      ...lines,
      'Mere.',
      ...standard.slice(8),
    ])
  })

  test('stands after another such section, in the order they are placed', () => {
    const files = {
      ...own('indledning'),
      'sections/andet.md': '---\nafter: eget\n---\nSidst.',
      'sections/tredje.md': '---\nafter: indledning\n---\nEfter.',
    }
    expect(prose(files)).toEqual(withAfter('Alt begynder.', ...lines, 'Sidst.', 'Efter.'))
  })

  test('keeps the places of its words', () => {
    expect(refusals(() => prose(own('indledning', 'Tilfredsheden er {{reslt}}.')))).toEqual([
      'unknown-template-name sections/eget.md:4:20 result',
    ])
    expect(refusals(() => prose(own('indledning', 'I alt 12 svar.')))).toEqual(['typed-number sections/eget.md:4:7'])
  })

  test('is refused after what is not there, after itself, and where the template has it', () => {
    expect(refusals(() => prose(own('indledningen')))).toEqual(['unknown-placement sections/eget.md:2:8 indledning'])
    expect(refusals(() => prose({ 'sections/indledning.md': '---\nafter: sidst\n---\nx' }))).toEqual([
      'needless-placement sections/indledning.md:2:8',
    ])
    const round = { 'sections/a.md': '---\nafter: b\n---\nx', 'sections/b.md': '---\nafter: a\n---\nx' }
    expect(refusals(() => prose(round))).toEqual(['circular-placement sections/a.md:2:8', 'circular-placement sections/b.md:2:8'])
    expect(refusals(() => prose({ 'sections/eget.md': '---\nafer: sidst\n---\nx' }))).toContain('unknown-key sections/eget.md:2:1 after')
  })
})

describe('a required section', () => {
  test('that nobody has written is told with the document it is missing in', () => {
    const project = parseProject({ 'notat.yaml': notat(), 'templates/status.md': template })
    const figures = deriveFigures(project.survey, { tallies: [], published: [], sources: [] })
    expect(refusals(() => composeDocument(project, 'status-2024', { figures, findings: [] }))).toEqual(['missing-section notat.yaml:9:15'])
  })

  test('of a list is missing for those members that have no text', () => {
    const body = template.replace('gruppe, sidst', '{ name: gruppe, required: true }, sidst')
    const own = { 'sections/gruppe-unge.md': 'Unge.' }
    expect(refusals(() => prose(own, '', body))).toEqual(['missing-section notat.yaml:9:15'])
    expect(prose({ ...own, 'sections/gruppe-voksne.md': 'Voksne.' }, '', body)).toContain('Voksne.')
  })
})

describe('headings of a document', () => {
  test('say what the project calls them', () => {
    const more = "    headings: { indledning: Baggrund, gruppe: 'Om {{segment.label}}', skal: 'Det, der skal' }"
    const said: Record<string, string> = {
      '## Indledning om tilfredshed': '## Baggrund',
      '### Unge': '### Om Unge',
      '### Voksne': '### Om Voksne',
      '## Pligt': '## Det, der skal',
    }
    expect(prose({}, more)).toEqual(standard.map((line) => said[line] ?? line))
  })

  test('are refused where there is no such section or no heading above it, and linted as text is', () => {
    expect(refusals(() => prose({}, '    headings: { indledningen: Baggrund }'))).toEqual(['unknown-reference notat.yaml:11:17 indledning'])
    const body = template.replace('## Pligt\n', 'Her er ingen.\n')
    expect(refusals(() => prose({}, '    headings: { skal: Pligt }', body))).toEqual(['section-without-heading notat.yaml:11:17'])
    expect(refusals(() => prose({}, '    headings: { skal: De 12 }'))).toEqual(['typed-number notat.yaml:11:26'])
    expect(refusals(() => prose({}, "    headings: { skal: '{{segmnt.label}}' }"))).toEqual([
      'unknown-template-name notat.yaml:11:26 segment',
    ])
  })

  test('and what is placed after a section stand together', () => {
    const files = { 'sections/eget.md': '---\nafter: skal\n---\nMere.' }
    expect(prose(files, '    headings: { skal: Krav }')).toEqual(
      withAfter('Det skal stå her.', 'Mere.').map((line) => (line === '## Pligt' ? '## Krav' : line)),
    )
  })
})

describe('fields that are lists', () => {
  const body = template
    .replace(
      'label: Dato, required: true }]',
      'label: Dato, required: true }, { name: points, type: list, label: Punkter, margin: false }, { name: days, type: dates, label: Dage }]',
    )
    .replace(
      '## Beslutning',
      '{{#each points}}\n1. at {{this}}\n{{/each}}\n\n{{#each days}}\nMødet er {{this}}.\n\n{{/each}}\n\n## Beslutning',
    )
  const withFields = (fields: string) => {
    const project = parseProject({
      'notat.yaml': notat().replace('date: 2025-02-03', `date: 2025-02-03, ${fields}`),
      'templates/status.md': body,
      ...required,
    })
    const figures = deriveFigures(project.survey, { tallies: [], published: [], sources: [] })
    return composeDocument(project, 'status-2024', { figures, findings: [] })
  }

  test('are numbered points and several dates', () => {
    const document = withFields('points: [udvalget tager det til efterretning, udvalget drøfter det], days: [2025-02-03, 2025-03-10]')
    expect(document.blocks.find(({ type }) => type === 'list')).toMatchObject({ kind: 'ordered', items: [{}, {}] })
    expect(proseOf(document)).toContain('- at udvalget tager det til efterretning\n- at udvalget drøfter det')
    expect(proseOf(document)).toContain('Mødet er 03-02-2025.\nMødet er 10-03-2025.\n## Beslutning')
    expect(document.margin.find(({ label }) => label === 'Dage')?.lines).toEqual(['03-02-2025', '10-03-2025'])
  })

  test('hold what their type allows; a field that is none takes one text', () => {
    expect(refusals(() => withFields('days: [2025-02-30]'))).toEqual(['broken-field notat.yaml:10:39'])
    expect(refusals(() => withFields('points: [a, ""]'))).toEqual(['broken-field notat.yaml:10:41'])
  })
})
