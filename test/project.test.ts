import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { describeProblem, NotatError, type Problem } from '../src/errors.js'
import { type Project, parseProject, projectSchema } from '../src/project.js'
import { growthOf, linear, runs } from './runs.js'

const minimal = `
sender:
  organisation: Eksempel Kommune
survey:
  title: Tilfredshed med tilbud
  items:
    - { id: overall, label: Tilfredshed, text: Jeg er tilfreds., scale: agreement5 }
  periods:
    - { from: 2023-01-01, to: 2023-12-31 }
    - { from: 2024-01-01, to: 2024-12-31 }
  segments:
    id: all
    label: Alle
    parts:
      - { id: unge, label: Unge }
      - { id: voksne, label: Voksne }
documents:
  - template: orientering
`

/** The minimal project with one passage replaced: `from` must be in it. */
function changed(from: string, to: string): string {
  expect(minimal).toContain(from)
  return minimal.replace(from, to)
}

function project(text: string, files: Record<string, string> = {}): Project {
  return parseProject({ 'notat.yaml': text, ...files })
}

function problemsOf(text: string, files: Record<string, string> = {}): Problem[] {
  try {
    project(text, files)
  } catch (error) {
    if (error instanceof NotatError && error.code === 'configuration') return error.problems
    throw error
  }
  return []
}

/** Code and place of each problem, as short as they can be written. */
function codesOf(text: string, files: Record<string, string> = {}): string[] {
  return problemsOf(text, files).map(({ code, line, column }) => `${code} ${line}:${column}`)
}

describe('defaults', () => {
  test('a document is about the last period, compared with the one before', () => {
    expect(project(minimal).documents).toEqual([
      {
        id: 'orientering-2024',
        attachedTo: null,
        template: 'orientering',
        period: '2024',
        compareWith: '2023',
        formats: ['html', 'pdf'],
        changeBasis: 'printed',
        fields: {},
        explanations: {},
        headings: {},
        places: { document: { file: 'notat.yaml', line: 18, column: 15 }, fields: {} },
      },
    ])
  })

  test('with one period nothing is compared', () => {
    const [document] = project(changed('    - { from: 2023-01-01, to: 2023-12-31 }\n', '')).documents
    expect(document).toMatchObject({ period: '2024', compareWith: null })
  })

  test('a document may choose its periods, or none to compare with', () => {
    const asked = `${minimal}    period: 2023\n    compareWith: none\n    id: forste\n`
    expect(project(asked).documents[0]).toMatchObject({ id: 'forste', period: '2023', compareWith: null })
  })

  test('periods are sorted by date, and years may be joined in several ways', () => {
    const periods = '    - { from: 2023-10-01, to: 2024-09-30 }\n    - { from: 2022-10-01, to: 2023-09-30 }\n'
    const text = `${minimal.replace(/ {4}- \{ from: 2023[\s\S]*2024-12-31 \}\n/, periods)}    period: 2023/24\n    compareWith: 2022-2023\n`
    const { survey, documents } = project(text)
    expect(survey.periods.map(({ id }) => id)).toEqual(['2022-23', '2023-24'])
    expect(documents[0]).toMatchObject({ id: 'orientering-2024', period: '2023-24', compareWith: '2022-23' })
  })

  test.each([
    ['2024-01-01', '2024-12-31', '2024'],
    ['2023-10-01', '2024-09-30', '2024'],
    ['2024-07-01', '2024-12-31', '2024-h2'],
    ['2024-04-01', '2024-06-30', '2024-q2'],
    ['2024-03-01', '2024-03-31', '2024-03'],
    ['2024-03-01', '2024-05-31', '2024-03-01_2024-05-31'],
  ])('a document about %s to %s is named after %s', (from, to, name) => {
    const text = minimal.replace(/ {4}- \{ from: 2023[\s\S]*2024-12-31 \}\n/, `    - { from: ${from}, to: ${to} }\n`)
    expect(project(text).documents[0]?.id).toBe(`orientering-${name}`)
  })

  test('both halves of a year may have a document', () => {
    const halves = '    - { from: 2024-01-01, to: 2024-06-30 }\n    - { from: 2024-07-01, to: 2024-12-31 }\n'
    const text = `${minimal.replace(/ {4}- \{ from: 2023[\s\S]*2024-12-31 \}\n/, halves)}  - { template: orientering, period: 2024-h1 }\n`
    expect(project(text).documents.map(({ id }) => id)).toEqual(['orientering-2024-h2', 'orientering-2024-h1'])
  })

  test('periods and segments keep their place', () => {
    const { places } = project(minimal)
    expect(places.periods).toEqual({
      '2023': { file: 'notat.yaml', line: 9, column: 7 },
      '2024': { file: 'notat.yaml', line: 10, column: 7 },
    })
    expect(places.segments).toEqual({
      all: { file: 'notat.yaml', line: 12, column: 9 },
      unge: { file: 'notat.yaml', line: 15, column: 15 },
      voksne: { file: 'notat.yaml', line: 16, column: 15 },
    })
  })

  test('data and claims are the tables in their folders, without lock files', () => {
    const files = {
      'data/b.csv': '',
      'data/a.CSV': '',
      'data/~$a.csv': '',
      'data/.b.csv': '',
      'data/læsmig.md': '',
      'claims/c.csv': '',
      'out/x.csv': '',
    }
    const { data, claims } = project(minimal, files)
    expect(data.map(({ file }) => file)).toEqual(['data/a.CSV', 'data/b.csv'])
    expect(claims).toEqual([{ file: 'claims/c.csv', holds: 'claims', columns: {}, constants: {} }])
  })

  test('a source in full: how to read it, and a column for the whole file', () => {
    const source = 'data:\n  - { file: data/x.csv, holds: published, numbers: da, period: 2023, columns: { segment: Gruppe } }\n'
    expect(project(minimal + source, { 'data/x.csv': '' }).data).toEqual([
      { file: 'data/x.csv', holds: 'published', numbers: 'da', columns: { segment: 'Gruppe' }, constants: { period: '2023' } },
    ])
  })

  test('claims may stand among the data, if the source says so', () => {
    const source = 'data: [data/a.csv, { file: data/x.csv, holds: claims }]\n'
    const { data, claims } = project(minimal + source, { 'data/a.csv': '', 'data/x.csv': '' })
    expect([data, claims].map((sources) => sources.map(({ file }) => file))).toEqual([['data/a.csv'], ['data/x.csv']])
  })
})

test.each(['\r\n', '\r'])('lines may end in %j', (lineBreak) => {
  const { files: _, ...read } = project(minimal.replaceAll('\n', lineBreak))
  const { files: __, ...expected } = project(minimal)
  expect(read).toEqual(expected)
})

describe('scalars are taken as written', () => {
  test('numbers keep their zeros, dates and ids are text', () => {
    const text = `${changed('id: unge', 'id: 2024')}    fields: { f2Document: 0884401, date: 2024-12-09, share: 4.10, empty: "" }\n`
    const { survey, documents } = project(text)
    expect(survey.segments.parts?.[0]?.id).toBe('2024')
    expect(documents[0]?.fields).toEqual({ f2Document: '0884401', date: '2024-12-09', share: '4.10', empty: '' })
  })

  test('a number or yes or no is one where the schema wants it', () => {
    const scale =
      '  minimumBase: 10\n  scales:\n    - { id: two, options: [{ id: yes, score: 1.5, label: { da: Ja } }, { id: no, score: 0 }] }\n'
    const { survey } = project(changed('    id: all\n', '    id: all\n    complete: false\n').replace('  items:\n', `${scale}  items:\n`))
    expect(survey.minimumBase).toBe(10)
    expect(survey.segments.complete).toBe(false)
    expect(survey.scales[0]?.options).toEqual([
      { id: 'yes', score: 1.5, label: { da: 'Ja' }, also: [] },
      { id: 'no', score: 0, also: [] },
    ])
  })
})

describe('problems stand at their place', () => {
  test('all at once, in the order of the file, worded with an excerpt', () => {
    const text = changed('organisation:', 'organization:').replace('scale: agreement5', 'skala: agreement5')
    expect(problemsOf(text).map(describeProblem)).toEqual([
      ['notat.yaml:3:3: nøglen mangler her: organisation', '    organization: Eksempel Kommune', '    ^'].join('\n'),
      ['notat.yaml:3:3: ukendt nøgle: organization', '    organization: Eksempel Kommune', '    ^', '  Mente du organisation?'].join('\n'),
      expect.stringContaining('notat.yaml:7:7: nøglen mangler her: scale'),
      expect.stringContaining('notat.yaml:7:66: ukendt nøgle: skala'),
    ])
  })

  test.each([
    ['a control character', 'title: "A\\u001b[31mB"', 'A[U+001B][31mB'],
    ['NUL', 'title: "A\\0B"', 'A[U+0000]B'],
    ['half a character', 'title: "A\\ud800B"', 'A[U+D800]B'],
    ['words turned round', 'title: A\u202egpj.exe', 'A[U+202E]gpj.exe'],
  ])('%s is refused where it stands, with all else that is wrong', (_, title, found) => {
    const text = changed('title: Tilfredshed med tilbud', title).replace('scale: agreement5', 'scale: agrement5')
    expect(problemsOf(text).map(({ code, line, column, values }) => [`${code} ${line}:${column}`, values.found])).toEqual([
      ['unprintable-text 5:10', found],
      ['unknown-reference 7:73', 'agrement5'],
    ])
  })

  test('fields keep their place', () => {
    const { places } = project(`${minimal}    fields:\n      date: 2024-12-09\n`).documents[0] as Project['documents'][number]
    expect(places.fields).toEqual({ date: { file: 'notat.yaml', line: 20, column: 13 } })
  })

  test('two documents of one name are told how to get another', () => {
    const [found] = problemsOf(`${minimal}  - template: orientering\n`)
    expect(found?.message).toBe('dokumentet hedder det samme som det på linje 18: orientering-2024')
    expect(found?.hint).toContain('id:')
  })

  test('what cannot be seen is shown, and nothing moves the cursor', () => {
    const found = problemsOf(changed('scale: agreement5', 'scale: "agree\\nment\\e[2J\\u00a0"')).at(-1)
    expect(found?.message).toBe('ukendt skala: agree↵ment[U+001B][2J[U+00A0]')
    const [reversed] = problemsOf(changed('scale: agreement5', 'scale: \u202eeerga'))
    expect(reversed?.excerpt).not.toContain('\u202e')
  })

  test('in English for an English project', () => {
    expect(problemsOf(`locale: en${changed('documents:', 'dokuments:')}`).map(describeProblem)).toEqual([
      'notat.yaml:17:1: unknown key: dokuments\n  dokuments:\n  ^\n  Did you mean documents?',
    ])
  })

  test.each([
    ['a label with a colon', 'label: Unge }', 'label: Unge: de små }', ['yaml-colon 15:28']],
    ['a label with a colon in a block', '    label: Alle\n', '    label: Alle: store og små\n', ['yaml-colon 13:12']],
    ['a label with a comma', 'label: Unge }', 'label: Unge, små }', ['yaml-comma 15:34']],
    ['a tab', '  title: T', '\ttitle: T', ['yaml-tab 5:1']],
    ['a key twice', '    label: Alle\n', '    label: Alle\n    label: Alle\n', ['duplicate-key 14:5']],
    ['a missing quote', 'label: Unge', 'label: "Unge', ['yaml-syntax 19:1', 'yaml-syntax 19:1']],
    ['an unknown key deep in the tree', 'label: Unge', 'label: Unge, fraze: x', ['unknown-key 15:34']],
    ['a missing key', '    label: Alle\n', '', ['missing-key 12:5']],
    ['an empty value', 'label: Unge', 'label: ', ['empty-value 15:29']],
    ['a list for a text', 'title: Tilfredshed med tilbud', 'title: [a]', ['wrong-kind 5:10']],
    ['a text for a list', 'template: orientering', 'template: orientering\n    formats: html', ['wrong-kind 19:14']],
    ['a text for a number', '  items:\n', '  minimumBase: fem\n  items:\n', ['wrong-kind 6:16']],
    ['a half person', '  items:\n', '  minimumBase: 2.5\n  items:\n', ['wrong-kind 6:16']],
    ['a number too small', '  items:\n', '  minimumBase: 0\n  items:\n', ['small-number 6:16']],
    ['ja for true', '    id: all\n', '    id: all\n    overlap: ja\n', ['wrong-kind 13:14']],
    ['a list for a choice', 'sender:', 'locale: []\nsender:', ['wrong-kind 2:9']],
    ['an unknown locale', 'sender:', 'locale: de\nsender:', ['unknown-choice 2:9']],
    ['a date that does not exist', '2023-12-31', '2023-02-30', ['invalid-date 9:31']],
    ['an id with a blank', 'id: unge', 'id: de unge', ['invalid-id 15:15']],
    ['no items', /- \{ id: overall.*\}/, '[]', ['short-list 7:5']],
    [
      'an option without score',
      '  items:\n',
      '  scales:\n    - { id: x, options: [{ id: a }, { id: b, score: 1 }] }\n  items:\n',
      ['mixed-options 7:26'],
    ],
    [
      'a word for a score',
      '  items:\n',
      '  scales:\n    - { id: x, options: [{ id: a, score: høj }, { id: b, score: 1 }] }\n  items:\n',
      ['wrong-kind 7:42'],
    ],
    [
      'a score that is left to be written',
      '  items:\n',
      '  scales:\n    - { id: x, options: [{ id: a, score: SKRIV }, { id: b, score: 1 }] }\n  items:\n',
      ['left-to-write 7:42'],
    ],
    ['a text that is left to be written', 'label: Unge', 'label: SKRIV gruppens navn', ['left-to-write 15:28']],
  ])('%s', (_, from, to, expected) => {
    expect(minimal).toMatch(from)
    expect(codesOf(minimal.replace(from, to))).toEqual(expected)
  })

  test.each([
    ['a segment twice', 'id: voksne', 'id: unge', ['duplicate-id 16:15']],
    ['a period that ends before it begins', 'from: 2023-01-01', 'from: 2024-01-01', ['reversed-period 9:7']],
    ['periods that overlap', 'to: 2023-12-31', 'to: 2024-01-01', ['overlapping-periods 10:7']],
    ['an unknown scale', 'scale: agreement5', 'scale: agrement5', ['unknown-reference 7:73']],
    ['an unknown period of a segment', 'label: Unge', 'label: Unge, periods: [2022]', ['unknown-reference 15:44']],
    ['an unknown period of a document', 'template: orientering', 'template: orientering\n    period: 2022', ['unknown-reference 19:13']],
    [
      'a comparison with a later period',
      'template: orientering',
      'template: orientering\n    period: 2023\n    compareWith: 2024',
      ['later-comparison 20:18'],
    ],
    [
      'an unknown segment explained',
      'template: orientering',
      'template: orientering\n    explanations: { ung: x }',
      ['unknown-reference 19:21'],
    ],
    [
      'two documents of one name',
      'template: orientering',
      'template: orientering\n  - template: orientering',
      ['duplicate-document 19:15'],
    ],
    ['a file that is not there', 'documents:', 'data: [data/2025.csv]\ndocuments:', ['unknown-reference 17:8']],
    [
      'a column there is not',
      'documents:',
      'data: [{ file: data/2024.csv, columns: { segmnt: X } }]\ndocuments:',
      ['unknown-reference 17:42'],
    ],
    [
      'a finding accepted twice',
      'documents:',
      'accept:\n  - { finding: a, reason: x }\n  - { finding: a, reason: y }\ndocuments:',
      ['duplicate-id 19:16'],
    ],
    [
      'a provider of a node with parts, and of none',
      'documents:',
      '  providers: [{ id: p, label: P, kind: internal, segments: [all, ung] }]\ndocuments:',
      ['not-a-leaf 17:61', 'unknown-reference 17:66'],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(codesOf(changed(from, to), { 'data/2024.csv': '' })).toEqual(expected)
  })

  test('own scales: best first, those that do not count last, ids of their own', () => {
    const scales = `  scales:
    - { id: agreement5, options: [{ id: a, score: 2 }, { id: b, score: 1 }] }
    - { id: up, options: [{ id: a, score: 1 }, { id: b, score: 2 }] }
    - { id: mixed, options: [{ id: a, score: 2 }, { id: x, missing: dontKnow }, { id: a, score: 1 }] }
    - { id: flat, options: [{ id: a, score: 2 }, { id: b, score: 2 }] }
  items:
`
    expect(codesOf(changed('  items:\n', scales))).toEqual([
      'built-in-id 7:13',
      'unordered-option 8:48',
      'unordered-option 9:51',
      'duplicate-id 9:87',
      'flat-scale 10:28',
    ])
  })
})

test('two options of one name are told of, both by id', () => {
  const scale =
    '  scales: [{ id: own, options: [{ id: good, label: Godt, score: 2 }, { id: bad, label: Skidt, also: [GODT], score: 1 }] }]\n  items:\n'
  expect(codesOf(changed('  items:\n', scale))).toEqual(['shared-option-name 6:70'])
})

describe('hostile files', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...[...'bcdefghi'].map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`),
  ]
  const level = (name: string, inner: string) => `${name}: &${name} ${'['.repeat(60)}${inner}${']'.repeat(60)}`
  const chain = [level('a', 'x'), level('b', '*a'), level('c', '*b')].join('\n')
  test.each([
    ['an alias bomb', bomb.join('\n'), 'yaml-alias'],
    ['a circle', 'a: &a [*a]', 'yaml-alias'],
    ['a missing anchor', 'a: *a', 'yaml-alias'],
    ['brackets without end', '['.repeat(runs(20_000, 400_000)), 'deep-nesting'],
    ['deep lists', '- '.repeat(runs(10_000, 200_000)), 'deep-nesting'],
    ['aliases of aliases, deeper than any list that is written', chain, 'yaml-alias'],
    ['keys in keys, which double when they are written out', `${'? '.repeat(30)}x`, 'complex-key'],
    ['a list as key', '[a, b]: c', 'complex-key'],
    ['an empty line and a comment', '\n# intet endnu\n', 'empty-value'],
    ['a zero-width blank', 'a: b\u200bc', 'unprintable-text'],
    ['a text that is turned round', 'a: b\u202ec', 'unprintable-text'],
    ['thousands of keys', Array.from({ length: runs(4000, 40_000) }, (_, i) => `k${i}: 1`).join('\n'), 'unknown-key'],
    ['more than a project can be', 'x'.repeat(600_000), 'overlong-file'],
    ['nothing', '', 'empty-value'],
    ['a text', 'hej', 'wrong-kind'],
    ['__proto__', '__proto__: { locale: en }', 'unknown-key'],
    ['NUL', 'a: \0', 'unprintable-text'],
    ['__proto__ where any key may stand', `${minimal}    fields: { __proto__: x }\n`, 'unknown-key'],
  ])('%s', (_, text, code) => {
    const problems = problemsOf(text)
    expect(problems.map((found) => found.code)).toContain(code)
    expect(problems.length).toBeLessThanOrEqual(51)
  })

  test.each([
    ['brackets', (count: number) => '['.repeat(count)],
    ['deep lists', (count: number) => '- '.repeat(count)],
    ['keys', (count: number) => Array.from({ length: count / 8 }, (_, i) => `k${i}: 1`).join('\n')],
  ])('%s take time linear in their number', async (_, make) => {
    expect(await growthOf(make, problemsOf, runs(3000, 80_000))).toBeLessThan(linear)
  })

  test('bytes that are not UTF-8, and no file', () => {
    expect(() => parseProject({ 'notat.yaml': new Uint8Array([0xe6, 0x20]) })).toThrow('UTF-8')
    expect(() => parseProject({})).toThrow('notat.yaml mangler')
    expect(parseProject({ 'notat.yaml': new TextEncoder().encode(`\uFEFF${minimal}`) }).locale).toBe('da')
  })
})

test.each(['biu-2024', 'made-up-answers'])('the example %s is a project', (name) => {
  const text = readFileSync(new URL(`../examples/${name}/notat.yaml`, import.meta.url), 'utf8')
  expect(project(text).documents.map(({ template, attachedTo }) => [template, attachedTo === null])).toEqual([
    ['orientering', true],
    ['bilag-metode', false],
  ])
})

test('which formats there are is told by who makes them', () => {
  const text = `${minimal}    formats: [md, html]\n`
  expect(parseProject({ 'notat.yaml': text }).documents[0]?.formats).toEqual(['md', 'html'])
  expect(parseProject({ 'notat.yaml': text }, { formats: ['html', 'md'] }).documents[0]?.formats).toEqual(['md', 'html'])
  expect(() => parseProject({ 'notat.yaml': text }, { formats: ['html', 'pdf'] })).toThrow('md')
  expect(JSON.stringify(projectSchema({ formats: ['html', 'md'] }))).toContain('"enum":["html","md"]')
})

test('a label is in a language there is', () => {
  const scale = '  scales:\n    - { id: two, options: [{ id: yes, score: 1, label: { dk: Ja } }, { id: no, score: 0 }] }\n'
  const text = minimal.replace('  segments:', `${scale}  segments:`)
  const [found, ...others] = problemsOf(text)
  expect(others).toEqual([])
  expect(found).toMatchObject({ code: 'unknown-key', values: { key: 'dk', nearest: 'da', known: 'da, en' } })
  expect(JSON.stringify(projectSchema())).toContain('"propertyNames":{"type":"string","enum":["da","en"]}')
})

test('the JSON Schema for editors knows every key and lets numbers stand where text is wanted', () => {
  const schema = projectSchema() as { properties: Record<string, unknown>; additionalProperties: unknown }
  expect(Object.keys(schema.properties)).toEqual(['locale', 'sender', 'survey', 'data', 'claims', 'documents', 'accept'])
  expect(schema.additionalProperties).toBe(false)
  expect(JSON.stringify(schema)).toContain(
    '"fields":{"default":{},"type":"object","propertyNames":{"type":"string"},"additionalProperties":{"anyOf":[{"type":["string","number"]},{"minItems":1,"type":"array","items":{"type":["string","number"]}}]}',
  )
})

describe('attachments', () => {
  const entries = (...lines: string[]): string => `${minimal}${lines.map((line) => `  - ${line}\n`).join('')}`

  test('belong to a document, named by its id, or by its template where only one is made of it', () => {
    const { documents } = project(
      entries('{ template: bilag, attachedTo: orientering }', '{ template: ark, attachedTo: orientering-2024 }'),
    )
    expect(documents.map(({ attachedTo }) => attachedTo)).toEqual([null, 'orientering-2024', 'orientering-2024'])
  })

  test.each([
    ['an unknown document', entries('{ template: bilag, attachedTo: orientring-2024 }'), ['unknown-reference 19:36']],
    [
      'a template that two are made of',
      entries('{ template: orientering, id: to }', '{ template: bilag, attachedTo: orientering }'),
      ['unknown-reference 20:36'],
    ],
    ['itself', entries('{ template: bilag, attachedTo: bilag-2024 }'), ['circular-attachment 19:36']],
    [
      'one another',
      entries('{ template: bilag, attachedTo: ark-2024 }', '{ template: ark, attachedTo: bilag-2024 }'),
      ['circular-attachment 19:36', 'circular-attachment 20:34'],
    ],
    [
      'an attachment',
      entries('{ template: bilag, attachedTo: orientering }', '{ template: ark, attachedTo: bilag-2024 }'),
      ['nested-attachment 20:34'],
    ],
  ])('may not belong to %s', (_, text, codes) => {
    expect(codesOf(text)).toEqual(codes)
  })
})
