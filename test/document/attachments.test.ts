/** What a document and its attachments know of each other. */
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { randomProject } from '../../scripts/random-projects.mjs'
import { build } from '../../src/build.js'
import { composeDocument } from '../../src/document/compose.js'
import { NotatError } from '../../src/errors.js'
import { parseProject } from '../../src/project.js'
import { runs } from '../runs.js'
import { before, figuresOf, type Memo, now, projectOf, proseOf } from './memo.js'

const base: Memo = {
  segments: '{ id: all, label: Alle, short: Samlet, parts: [{ id: a, label: A, phrase: a-tilbuddene }, { id: b, label: B }] }',
  rows: [
    ['a', before, 60, 1000],
    ['b', before, 80, 1000],
    ['a', now, 55, 1000],
    ['b', now, 80, 600],
  ],
  document: `  - { template: blad, attachedTo: orientering-2024, fields: { date: 2024-12-10 } }
  - { template: bilag-metode, attachedTo: orientering-2024, fields: { date: 2024-12-10 } }`,
}
const template = (title: string, body: string): string => `---
locale: da
kind: Blad
title: '${title}'
fields: [{ name: date, type: date, label: Dato, required: true }]
---
${body}
`
const leaf = template(
  'Tal for {{segment.short}}',
  `{{typed "7" source="Arkivet"}} sager.

{{#if memo.tested}}{{memo.tested}} testet.{{/if}}

{{#each memo.typed}}
- {{typedNumber.number}}: {{typedNumber.source}}
{{/each}}`,
)

function composed(memo: Memo, id: string) {
  const project = projectOf(memo)
  return composeDocument(project, id, { figures: figuresOf(project, memo), findings: [] })
}

/** `code file:line:column` of what is thrown. */
function refusal(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (!(error instanceof NotatError)) throw error
    return error.problems.map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`).join(', ')
  }
  return 'nothing'
}

describe('a document with attachments', () => {
  test('numbers them in the order they stand, and names each by its own title', () => {
    const memo: Memo = { ...base, files: { 'templates/blad.md': leaf } }
    expect(proseOf(composed(memo, 'orientering-2024'))).toContain('## Bilag\n- Bilag 1: Tal for Samlet.\n- Bilag 2: Metode.')
    expect(proseOf(composed(memo, 'orientering-2024'))).toContain('Hvordan undersøgelsen er gennemført, fremgår af bilag 2.')
    expect(composed(memo, 'blad-2024').kind).toBe('Bilag 1')
    expect(composed(memo, 'bilag-metode-2024').kind).toBe('Bilag 2')
  })

  test('without any says nothing of them', () => {
    const { document: _, ...alone } = base
    expect(proseOf(composed(alone, 'orientering-2024'))).not.toMatch(/bilag/i)
  })

  test('refers to one by its id or its template, with a capital where a sentence begins', () => {
    const files = { 'templates/blad.md': leaf, 'sections/videre-proces.md': '{{reference "blad"}} og {{reference "bilag-metode-2024"}}.' }
    expect(proseOf(composed({ ...base, files }, 'orientering-2024'))).toContain('## Videre proces\nBilag 1 og bilag 2.')
  })

  test('refuses a reference to what is not attached, where it stands', () => {
    const files = { 'sections/videre-proces.md': 'Se\n{{reference "bilag-metode"}}.' }
    const { document: _, ...alone } = base
    expect(refusal(() => composed({ ...alone, files }, 'orientering-2024'))).toBe('unknown-attachment sections/videre-proces.md:2:1')
  })
})

describe('an attachment', () => {
  test('tells of the periods of its document where it does not say, and compares as it does', () => {
    const documents = projectOf({
      ...base,
      document: `    compareWith: none
    changeBasis: unrounded
  - { template: bilag-metode, attachedTo: orientering-2024 }`,
    }).documents
    expect(documents.map(({ compareWith, changeBasis }) => [compareWith, changeBasis])).toEqual([
      [null, 'unrounded'],
      [null, 'unrounded'],
    ])
  })

  test('shares what its document says of its own numbers, and adds its own', () => {
    const files = { 'templates/blad.md': leaf, 'sections/videre-proces.md': '{{typed "12" source="Tælling"}} møder.' }
    const memo: Memo = { ...base, files }
    expect(proseOf(composed(memo, 'orientering-2024'))).toContain('- 12: Tælling.')
    const annex = composed(memo, 'blad-2024')
    expect(proseOf(annex)).toContain('tre testet.')
    expect(proseOf(annex)).toContain('- 12: Tælling.\n- 7: Arkivet.')
    expect(annex.figures.filter(({ kind }) => kind === 'typed').map(({ printed }) => printed)).toEqual(expect.arrayContaining(['7', '12']))
  })

  test('is the same however often and in whatever order the documents are composed', () => {
    const project = projectOf({ ...base, files: { 'templates/blad.md': leaf } })
    const given = { figures: figuresOf(project, base), findings: [] }
    const ids = project.documents.map(({ id }) => id)
    const inOrder = ids.map((id) => composeDocument(project, id, given))
    const backwards = [...ids].reverse().map((id) => composeDocument({ ...project }, id, given))
    expect(backwards.reverse()).toEqual(inOrder)
    expect(ids.map((id) => composeDocument(project, id, given))).toEqual(inOrder)
  })

  const seeds = Array.from({ length: runs(20, 60) }, (_, seed) => seed)
  test.each(seeds)('of method fits a random project (seed %i)', async (seed) => {
    const { files } = randomProject(seed)
    const file = parse(files['notat.yaml'] ?? '')
    const [first] = parseProject(files).documents
    file.documents.push({ id: 'metoden', template: 'bilag-metode', attachedTo: first?.id, fields: { date: '2026-03-02' } })
    const alone = await build(parseProject(files), { formats: [] })
    const { isStopped, documents, notRead } = await build(parseProject({ ...files, 'notat.yaml': stringify(file) }), { formats: [] })
    expect(isStopped).toBe(alone.isStopped)
    if (isStopped) return
    const annex = documents.at(-1)
    expect(annex?.kind).toBe('Bilag 1')
    expect(notRead.filter(({ place }) => place.file === 'metoden')).toEqual([])
    expect(annex && proseOf(annex)).not.toMatch(/undefined|null|\(intet tal\)|\(vises ikke\)| ,| \.|\.\./)
  })
})
