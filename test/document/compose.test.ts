/** A project's own words: fields, sections, templates, numbers with a source; and what stops a memo. */
import { describe, expect, test } from 'vitest'
import type { Block, Document, Inline } from '../../src/document/blocks.js'
import { composeDocument } from '../../src/document/compose.js'
import { NotatError } from '../../src/errors.js'
import type { Evidence, Finding } from '../../src/finding.js'
import { before, figuresOf, type Memo, memoOf, now, projectOf, proseOf, words } from './memo.js'

/** Two small groups, so that neither follows from the total. */
const base: Memo = {
  segments:
    '{ id: all, label: Samlet, phrase: tilbuddene, parts: [{ id: a, label: A, phrase: a-tilbuddene }, { id: b, label: B }, { id: c, label: C }] }',
  rows: [
    ['a', before, 60, 1000],
    ['b', before, 80, 1000],
    ['a', now, 55, 1000],
    ['b', now, 80, 4],
    ['c', before, 70, 1000],
    ['c', now, 80, 4],
  ],
}
const attached = '  - { template: bilag-metode, attachedTo: orientering-2024, fields: { date: 2024-12-09 } }'
const section = (name: string, text: string): Memo => ({ ...base, files: { [`sections/${name}.md`]: text } })

/** `code: code file:line:column …` of what is thrown. */
function refusal(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (!(error instanceof NotatError)) throw error
    return `${error.code}: ${error.problems.map(({ code, file, line, column }) => [code, [file, line, column].filter(Boolean).join(':')].join(' ')).join(', ')}`
  }
  return 'nothing'
}

function inlinesIn(document: Document): Inline[] {
  const inBlock = (block: Block): Inline[] => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return block.children
      case 'list':
        return block.items.flatMap((item) => item.children.flatMap(inBlock))
      case 'table':
        return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.children))
      case 'chart':
        return block.data.rows.flatMap((row) => row.cells.flat())
    }
  }
  const deep = (inline: Inline): Inline[] => [inline, ...('children' in inline ? inline.children.flatMap(deep) : [])]
  return [...document.blocks.flatMap(inBlock), ...document.notes.flatMap(({ children }) => children)].flatMap(deep)
}

describe('sections of a project', () => {
  test('replace those of the template, with figures of any group, period and metric', () => {
    const text =
      'Indekstallet for A er {{indexScore "a"}} mod {{indexScore "a" period="previous"}} ({{base "a" unit=true}}), et fald på {{change "a"}} ({{change "a" sign=true}}).'
    expect(proseOf(memoOf(section('videre-proces', text)))).toContain(
      '## Videre proces\nIndekstallet for A er 55 mod 60 (1.000~svar), et fald på 5~indekspoint (−5~indekspoint).',
    )
  })

  test('`standard` keeps what they replace', () => {
    expect(proseOf(memoOf({ ...section('bilag', '{{standard}}\n\nBilag 2: Spørgeskema.'), document: attached }))).toContain(
      'Bilag 1: Metode.\nBilag 2: Spørgeskema.',
    )
  })

  test('one document’s own goes before that of all', () => {
    const files = { 'sections/bilag.md': 'Alle.', 'sections/orientering-2024/bilag.md': 'Kun dette.' }
    expect(proseOf(memoOf({ ...base, files }))).toContain('## Bilag\nKun dette.')
  })

  test('direction words follow the figures', () => {
    const text = '{{#if (is (change "a") "fall")}}faldet{{/if}}{{#if (is (change "a") "rise")}}steget{{/if}}'
    expect(proseOf(memoOf(section('bilag', text)))).toContain('## Bilag\nfaldet')
  })

  test('what has no number says so in words', () => {
    expect(proseOf(memoOf(section('bilag', '{{indexScore "b"}}, {{change "b"}}, {{invited}}')))).toContain(
      '(vises ikke), (vises ikke), (intet tal)',
    )
  })

  test('references are to the numbers that exhibits get', () => {
    expect(proseOf(memoOf(section('sagsfremstilling', '{{reference "change"}} og {{reference "summary"}}.')))).toContain(
      'Figur 1 og tabel 1.',
    )
    expect(refusal(() => memoOf(section('bilag', '{{reference "shares"}}')))).toBe('configuration: unknown-exhibit ')
  })

  test('periods in all their forms', () => {
    const forms = ['name', 'during', 'years', 'range', 'short', 'fromTo'].map((form) => `{{period.${form}}}`).join('; ')
    expect(proseOf(memoOf(section('bilag', `${forms}; {{#if previous}}{{previous.years}}{{/if}}`)))).toContain(
      '2023-24; i 2023-24; 2023-2024; oktober 2023 – september 2024; okt. 2023 – sep. 2024; fra oktober 2023 til september 2024; 2022-2023',
    )
  })

  test.each([
    ['an unknown section', { 'sections/bilg.md': 'a' }, 'unknown-section sections/bilg.md'],
    ['an unknown document', { 'sections/orientering-2023/bilag.md': 'a' }, 'unknown-section sections/orientering-2023/bilag.md'],
    ['an unknown segment', { 'sections/bilag.md': 'a {{indexScore "x"}}' }, 'wrong-argument sections/bilag.md:1:16'],
    ['an unknown period', { 'sections/bilag.md': '{{base "a" period="2020"}}' }, 'wrong-argument sections/bilag.md:1:19'],
    ['an unknown table', { 'sections/bilag.md': '{{table "b"}}' }, 'unknown-exhibit sections/bilag.md:1:9'],
    [
      'a table in running text',
      { 'sections/bilag.md': '{{#if (table "summary")}}Se {{table "summary"}}{{/if}}' },
      'not-in-templates sections/bilag.md:1:26',
    ],
    ['a chart that there is none of', { 'sections/bilag.md': '{{chart "shares"}}' }, 'unguarded-absence sections/bilag.md:1:1'],
    ['bytes that are no text', { 'sections/bilag.md': new Uint8Array([0xff, 0xfe, 0xd8]) }, 'unreadable-text sections/bilag.md'],
  ])('%s is refused', (_name, files, expected) => {
    expect(refusal(() => memoOf({ ...base, files }))).toBe(`configuration: ${expected}`)
  })
})

describe('numbers typed by hand', () => {
  test('stop the memo', () => {
    expect(refusal(() => memoOf(section('bilag', 'Der er 85 ud af\n100.')))).toBe(
      'contradiction: typed-number sections/bilag.md:1:8, typed-number sections/bilag.md:2:1',
    )
  })

  test('with a source they are figures that the note on method lists', () => {
    const memo = memoOf(
      section(
        'videre-proces',
        'Der er ca. {{typed "12.000" source="DREAM, 7. august 2023"}} forløb og {{typed "3,5" source="Bilag"}} timer, for {{typed "seks" source="KL"}} ud af ti.',
      ),
    )
    expect(proseOf(memo)).toContain('Der er ca. 12.000 forløb og 3,5 timer, for seks ud af ti.')
    expect(proseOf(memo)).toContain(
      'Følgende tal er ikke beregnet, men hentet fra andre kilder:\n- 12.000: DREAM, 7. august 2023.\n- 3,5: Bilag.\n- Seks: KL.',
    )
    expect(memo.figures.filter(({ kind }) => kind === 'typed').map(({ id, printed, status }) => [id, printed, status])).toEqual([
      ['typed/videre-proces/1', '12000', 'typed'],
      ['typed/videre-proces/2', '3.5', 'typed'],
      ['typed/videre-proces/3', '6', 'typed'],
    ])
  })

  test.each(['{{typed "12.000"}}', '{{typed "12.000" source=" "}}', '{{typed "mange" source="a"}}', '{{typed "12 %" source="a"}}'])(
    '%s is refused',
    (text) => {
      expect(refusal(() => memoOf(section('bilag', text)))).toBe('configuration: wrong-argument sections/bilag.md:1:1')
    },
  )
})

describe('explanations', () => {
  const explained = (text: string, more: Partial<Memo> = {}): Memo => ({
    ...base,
    document: `    explanations:\n      a: ${text}`,
    ...more,
  })

  test('are template text: numbers come from slots, emphasis and links are read', () => {
    const memo = memoOf(explained('"A faldt med *hele* {{change \\"a\\"}}, se {{reference \\"summary\\"}} og [kilden](https://a.dk)"'))
    expect(proseOf(memo)).toMatch(/- \*Lavere indekstal for .+ A faldt med hele 5~indekspoint, se tabel 1 og kilden\.$/m)
    const inlines = inlinesIn(memo)
    expect(inlines).toContainEqual({ type: 'emphasis', children: [expect.objectContaining({ type: 'text', text: 'hele' })] })
    expect(inlines).toContainEqual({
      type: 'link',
      href: 'https://a.dk',
      children: [expect.objectContaining({ type: 'text', text: 'kilden' })],
    })
    expect(inlines).toContainEqual({ type: 'reference', target: 'tabel-1', text: 'tabel 1' })
  })

  test('numbers with a source count from one, each for itself', () => {
    const memo = memoOf(explained(`Der var {{typed '12' source='DREAM'}} og {{typed '13' source='Jobindsats'}} forløb`))
    expect(memo.figures.filter(({ kind }) => kind === 'typed').map(({ id, printed }) => [id, printed])).toEqual([
      ['typed/explanations/1', '12'],
      ['typed/explanations/2', '13'],
    ])
    expect(proseOf(memo)).toContain('fra andre kilder:\n- 12: DREAM.\n- 13: Jobindsats.')
  })

  test.each([
    ['a number typed by hand', 'Der var 85 svar', 'contradiction: typed-number notat.yaml:14:18'],
    ['one in quotation marks', '"Der var 85 svar"', 'contradiction: typed-number notat.yaml:14:19'],
    ['one in a block', '|\n        Der var\n        85 svar', 'contradiction: typed-number notat.yaml:16:9'],
    ['raw HTML', 'Det er <b>nyt</b>', 'configuration: not-in-templates notat.yaml:14:17'],
    ['an unknown name', 'Det er {{nyt}}', 'configuration: unknown-template-name notat.yaml:14:19'],
    ['two paragraphs', '"Det er nyt.\\n\\nDet er godt."', 'configuration: not-in-templates notat.yaml:14:26'],
  ])('%s is refused, with its place in notat.yaml', (_name, text, expected) => {
    expect(refusal(() => memoOf(explained(text)))).toBe(expected)
  })

  test('of any words that are no markup stay those words', () => {
    const hostile = 'Æ { } & > # ikke. - [a] *'
    expect(proseOf(memoOf(explained(`'${hostile}'`)))).toContain(` ${hostile}.`)
  })
})

describe('fields', () => {
  const fields = (text: string): Memo => ({ ...base, document: `    id: x\n  - template: orientering\n    fields: ${text}` })
  const second = (text: string) => {
    const memo = fields(text)
    const project = projectOf(memo)
    return () => composeDocument(project, 'orientering-2024', { figures: figuresOf(project, memo), findings: [] })
  }

  test('stand in the margin, dates in figures; the committee in the text', () => {
    const memo = second('{ date: 2024-12-09, f2Document: "0884401", committee: Udvalget for _alt_, caseworker: Kim Eksempel }')()
    expect(memo.margin).toEqual([
      { label: 'Dato', lines: ['09-12-2024'] },
      { label: 'Dokumentnummer i F2', lines: ['0884401'] },
      { label: 'Sagsbehandler', lines: ['Kim Eksempel'] },
    ])
    expect(memo.footerDetail).toBe('Dokumentnummer i F2: 0884401')
    expect(memo.date).toBe('2024-12-09')
    expect(proseOf(memo)).toContain(
      'Udvalget for _alt_ orienteres hermed om resultaterne af undersøgelsen af brugertilfredshed med tilbuddene.',
    )
  })

  test.each([
    ['{}', 'missing-field notat.yaml:14:15'],
    ['{ date: 2024-13-09 }', 'broken-field notat.yaml:15:21'],
    ['{ date: 2024-12-09, f2Case: sag }', 'broken-field notat.yaml:15:41'],
    ['{ date: 2024-12-09, f2case: "1" }', 'unknown-field notat.yaml:15:42'],
    ['{ dato: 2024-12-09, f2Case: x }', 'unknown-field notat.yaml:15:21, missing-field notat.yaml:14:15, broken-field notat.yaml:15:41'],
  ])('%s is refused', (text, expected) => {
    expect(refusal(second(text))).toBe(`configuration: ${expected}`)
  })
})

describe('templates of a project', () => {
  const template = '---\nkind: Notat\ntitle: Om {{survey.topic}}\nfields: [{ name: date, type: date, label: Dato }]\n---\n'
  test('go before the built-in one of the same name', () => {
    const memo = memoOf({ ...base, files: { 'templates/orientering.md': `${template}Kort: {{indexScore}}.` } })
    expect([memo.title, proseOf(memo)]).toEqual(['Om brugertilfredshed med tilbuddene', 'Kort: 55.'])
  })

  test.each([
    ['Ældres trivsel', 'ældres trivsel'],
    ['I dag og i morgen', 'i dag og i morgen'],
    ['IT-støtte', 'IT-støtte'],
    ['A-kasser', 'A-kasser'],
  ])('of “%s” the topic is “%s”', (title, topic) => {
    const project = projectOf({ ...base, files: { 'templates/orientering.md': template } })
    const titled = { ...project, survey: { ...project.survey, title } }
    const memo = composeDocument(titled, 'orientering-2024', { figures: figuresOf(titled, base), findings: [] })
    expect(memo.title).toBe(`Om ${topic}`)
  })

  test('an unknown one is refused', () => {
    const project = projectOf(base)
    const unknown = { ...project, documents: project.documents.map((spec) => ({ ...spec, template: 'orientring' })) }
    expect(refusal(() => composeDocument(unknown, 'orientering-2024', { figures: figuresOf(project, base), findings: [] }))).toBe(
      'configuration: unknown-template notat.yaml:11:15',
    )
    expect(refusal(() => composeDocument(project, 'x', { figures: figuresOf(project, base), findings: [] }))).toBe(
      'configuration: unknown-document ',
    )
  })
})

test('accepted findings stand in the note on method with their reasons', () => {
  const project = projectOf(base)
  const name: Evidence['name'] = {
    metric: 'indexScore',
    segment: 'Samlet',
    periods: [now],
    item: null,
    provider: null,
    options: [],
    against: null,
  }
  const evidence: Evidence = { figure: `indexScore/all/${now}`, name, text: '85', interval: null, place: null, isComputed: false }
  const finding: Finding = {
    id: `impossible-total/indexScore/all/${now}`,
    check: 'impossible-total',
    kind: 'error',
    scope: 'data',
    figure: `indexScore/all/${now}`,
    found: evidence,
    expected: { interval: null, printed: ['82'] },
    related: [],
    values: { basis: 'weighted', expected: 'weighted', isWholeCovered: true },
    changesConclusion: false,
    flips: [],
    candidates: [],
    consequences: [],
    accepted: { reason: 'Tallet er trykt i 2024' },
  }
  const told = (found: Evidence, figure: string) =>
    proseOf(
      composeDocument(project, 'orientering-2024', { figures: figuresOf(project, base), findings: [{ ...finding, found, figure }] }),
    ).split('Følgende uoverensstemmelser i tallene er kendt og accepteret:\n')[1]
  expect(told(evidence, `indexScore/all/${now}`)).toMatch(
    /^- indekstal for Samlet, 2023-24: Der er oplyst 85, men det stemmer ikke med de øvrige tal\. Notatet viser 55\. Begrundelse: Tallet er trykt i 2024\.\n/,
  )
  // withheld: the memo shows neither our number nor the one that was stated
  expect(told({ ...evidence, text: '80' }, `indexScore/b/${now}`)).toMatch(
    /^- .+: Det oplyste tal stemmer ikke med de øvrige tal\. Begrundelse: /,
  )
})

describe('the tree', () => {
  const memo = memoOf(base)

  test('is plain: a copy of it is equal', () => {
    expect(structuredClone(memo)).toEqual(memo)
  })

  test('every printed number is a figure of the document, spelled as its printed number', () => {
    const figures = new Map(memo.figures.map((figure) => [figure.id, figure]))
    const printed = inlinesIn(memo).filter((inline) => inline.type === 'figure')
    expect(printed.length).toBeGreaterThan(20)
    for (const { figure, text } of printed) {
      const neutral = figures.get(figure)?.printed?.replace(/^-/, '')
      expect(text.replace(/^[−+]/, '').replaceAll('.', '').replace(',', '.'), figure).toBe(neutral)
    }
  })

  test('all inputs of a printed figure are there, sorted by id', () => {
    const ids = memo.figures.map(({ id }) => id)
    expect(ids).toEqual([...ids].sort())
    expect(ids).toContain(`base/a/${now}`)
    for (const input of memo.figures.flatMap(({ derivation }) => derivation.inputs)) expect(ids).toContain(input)
  })

  test('no digit of its prose stands outside a figure, but for dates, years, limits and what else a number may be', () => {
    const outside = inlinesIn(memo)
      .filter((inline) => inline.type === 'text')
      .map(({ text }) => text)
      .join(' ')
    expect(outside.replace(/\b20\d\d(?:-\d\d)?\b|bilag 1\b|fra 0 til 100|færre end 30|også være 56/gi, '')).not.toMatch(/\d/)
  })

  test('anchors are unique, and references lead to one of them', () => {
    const anchors = memo.blocks.flatMap((block) => ('id' in block ? [block.id] : []))
    expect(new Set(anchors).size).toBe(anchors.length)
    for (const inline of inlinesIn(memo)) if (inline.type === 'reference') expect(anchors).toContain(inline.target)
    expect(anchors.slice(0, 3)).toEqual(['sagsfremstilling', 'konklusion', 'tabel-1'])
  })

  test('composing twice gives the same tree', () => {
    expect(memoOf(base)).toEqual(memo)
  })

  test('hostile names stay words', () => {
    const hostile = '**x** <b> [y](z) # {{indexScore}} `w`'
    const segments = `{ id: all, label: '${hostile}', short: '${hostile}', parts: [{ id: a, label: '${hostile}', phrase: '${hostile}' }, { id: b, label: '${hostile}' }, { id: c, label: C }] }`
    const document = memoOf({ ...base, segments })
    expect(proseOf(document)).toContain(
      `- *Lavere indekstal for brugertilfredshed for ${hostile}.* Indekstallet for ${hostile} er 55 mod 60`,
    )
    expect(proseOf(document)).toContain(`- *Brugertilfredshed for ”${hostile}”.* Resultatet vises ikke`)
    const table = document.blocks.find((block) => block.type === 'table')
    expect(table?.type === 'table' && words(table.rows[0]?.label ?? [])).toBe(hostile)
  })
})
