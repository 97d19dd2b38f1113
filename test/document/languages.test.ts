/** Templates and passages in each language: the same document in other words, and the same words a template may use. */
import { describe, expect, test } from 'vitest'
import { templates } from '../../src/assets/templates.js'
import { build } from '../../src/build.js'
import { parsePassages, parseTemplate, type RowSpec, type Template } from '../../src/document/front-matter.js'
import { type Expression, passagesIn } from '../../src/document/template.js'
import { type LocaleId, locales } from '../../src/locale/index.js'
import { parseProject } from '../../src/project.js'
import { exampleFiles, textOf as fileText } from '../example.js'
import { proseOf } from './memo.js'

const translated = Object.keys(templates).flatMap((name) => /^(?!passages)(.+)\.en$/.exec(name)?.[1] ?? [])

/** What stands in an expression, wherever it stands. */
function asked({ node }: Expression): unknown {
  return JSON.parse(JSON.stringify(node, (key, value) => (key === 'loc' ? undefined : value)))
}

function rowOf({ of, as, rows }: RowSpec): unknown {
  return [asked(of), as, rows.map(rowOf)]
}

/** All of a template but its words. */
function shapeOf({ fields, sections, requiredSections, footer, names, tables, charts, body }: Template): unknown {
  return {
    fields: fields.map(({ name, type, required, margin }) => ({ name, type, required, margin })),
    sections,
    requiredSections,
    footer,
    names: Object.entries(names).map(([name, expression]) => [name, asked(expression)]),
    tables: Object.values(tables).map(({ name, rows, columns, isExplained }) => ({
      name,
      rows: rows.map(rowOf),
      isExplained,
      columns: columns.map(({ across, of, show }) => [
        across.map(asked),
        of.map(asked),
        show.map((shown) => ['expression' in shown ? asked(shown.expression) : 'words', shown.isOptional]),
      ]),
    })),
    charts: Object.values(charts).map(({ name, kind, rows, of }) => [name, kind, rows.map(rowOf), of.map(asked)]),
    passages: [...passagesIn(body).keys()],
  }
}

function templateIn(name: string, locale: LocaleId): Template {
  const called = Object.hasOwn(templates, `${name}.${locale}`) ? `${name}.${locale}` : name
  return parseTemplate(name, `templates/${called}.md`, templates[called] ?? '', locales.en)
}

describe('another language is another file', () => {
  test('there are some', () => expect(translated.length).toBeGreaterThan(5))

  test.each(translated)('of %s in other words, and of nothing else', (name) => {
    const [danish, english] = [templateIn(name, 'da'), templateIn(name, 'en')]
    expect([danish.locale, english.locale]).toEqual(['da', 'en'])
    expect(shapeOf(english)).toEqual(shapeOf(danish))
  })

  test('passages have the same names in both', () => {
    const [danish, english] = (['da', 'en'] as const).map((id) => parsePassages('p', templates[`passages.${id}`] ?? '', locales.en))
    const namesOf = (passages: typeof danish) => [...passagesIn((passages as NonNullable<typeof danish>).body).keys()]
    expect(namesOf(english)).toEqual(namesOf(danish))
    expect(Object.entries(english?.names ?? {}).map(([name, each]) => [name, asked(each)])).toEqual(
      Object.entries(danish?.names ?? {}).map(([name, each]) => [name, asked(each)]),
    )
  })
})

// ── one small template in both ──

const small = (locale: LocaleId) => `---
locale: ${locale}
kind: X
title: X
fields: [{ name: date, type: date, label: X, required: true }]
tables: [{ name: summary, rows: parts, columns: base }]
---
{{> resultat}}

{{> vurdering-samlet}}

{{> svar}}

{{#each parts}}
- {{> overskrift}}. {{> udvikling}}
{{/each}}

{{#if (table "summary")}}{{table "summary"}}{{/if}}
`

type Answers = readonly [segment: string, period: string, index: string, base: string]

/** Prose of the small template over parts of these ids. */
async function said(locale: LocaleId, parts: readonly string[], answers: readonly Answers[], more = ''): Promise<string> {
  const notat = `locale: ${locale}
sender: { organisation: Example }
survey:
  title: Satisfaction
  minimumBase: 1
  respondents: { one: citizen, many: citizens, definite: the citizens }
  items: [{ id: overall, label: Satisfaction, text: I am satisfied., scale: agreement5 }]
  periods: [{ from: 2023-01-01, to: 2023-12-31 }, { from: 2024-01-01, to: 2024-12-31 }]
  segments: { id: all, label: All, parts: [${parts.map((part) => `{ id: ${part.toLowerCase()}, label: ${part}, phrase: ${part} }`).join(', ')}] }
data: [{ file: data/d.csv, columns: { period: p, segment: s, metric: m, value: v, base: b } }]
documents: [{ template: small, fields: { date: 2025-01-01 } }]
`
  const rows = answers.map(([segment, period, value, base]) => `${period};${segment};indexScore;${value};${base}`)
  const files = {
    'notat.yaml': notat,
    'data/d.csv': `p;s;m;v;b\n${rows.join('\n')}\n${more}`,
    'templates/small.md': small(locale),
  }
  const { documents, findings, isStopped } = await build(parseProject(files), { formats: [] })
  expect([isStopped, isStopped ? findings : []]).toEqual([false, []])
  return documents.map(proseOf).join('\n')
}

describe('grammar for none, one and many', () => {
  const parts = ['Birk', 'Eg', 'Bøg', 'Lind', 'Elm', 'Ask', 'Pil', 'Fyr']

  test.each([
    ['1', 'In all, the results in 2024 are based on 1 answer.', 'The index for Birk is 75, based on 1 answer.'],
    ['40', 'In all, the results in 2024 are based on 40 answers.', 'The index for Birk is 75, based on 40 answers.'],
  ])('%s answers', async (base, told, result) => {
    const english = await said(
      'en',
      ['Birk', 'Eg'],
      [
        ['Birk', '2024', '75', base],
        ['Eg', '2023', '70', '40'],
      ],
      '2023;Birk;base;0;\n2024;Eg;base;0;\n',
    )
    expect(english).toContain(told)
    expect(english).toContain(result)
  })

  test('nobody', async () => {
    const none: Answers[] = [['Birk', '2023', '70', '40']]
    const english = await said('en', ['Birk'], none, '2024;Birk;base;0;\n')
    expect(english).toContain('Nobody answered in 2024.')
    expect(await said('da', ['Birk'], none, '2024;Birk;base;0;\n')).toContain('Ingen har svaret i 2024.')
  })

  test.each([
    [1, 'The change for Birk may be due to chance.', 'Ændringen for Birk kan være tilfældig.'],
    [2, 'The changes for Birk and Eg may be due to chance.', 'Ændringerne for Birk og Eg kan være tilfældige.'],
    [8, 'In all, eight of the changes may be due to chance.', 'I alt kan otte af ændringerne være tilfældige.'],
  ])('%i changes', async (count, english, danish) => {
    const moved = parts.slice(0, count).flatMap((part): Answers[] => [
      [part, '2023', '70', '60'],
      [part, '2024', '72', '60'],
    ])
    // Beside one that is certain: of those alone it is said at once that none of them is.
    const certain: Answers[] = [
      ['Hyld', '2023', '50', '60'],
      ['Hyld', '2024', '90', '60'],
    ]
    expect(await said('en', [...parts.slice(0, count), 'Hyld'], [...moved, ...certain])).toContain(english)
    expect(await said('da', [...parts.slice(0, count), 'Hyld'], [...moved, ...certain])).toContain(danish)
  })

  test.each([
    [1, 'Det kan ikke afgøres, om ændringen for Birk er statistisk sikker.'],
    [7, 'For syv af ændringerne kan det ikke afgøres, om de er statistisk sikre.'],
  ])('%i changes that cannot be decided', async (count, danish) => {
    const moved = parts.slice(0, count).flatMap((part): Answers[] => [
      [part, '2023', '82', '400'],
      [part, '2024', '80', '400'],
    ])
    const certain: Answers[] = [
      ['Hyld', '2023', '50', '60'],
      ['Hyld', '2024', '90', '60'],
    ]
    expect(await said('da', [...parts.slice(0, count), 'Hyld'], [...moved, ...certain])).toContain(danish)
  })
})

test('an English project gets an English memo and its annex, and what they say is held against the figures', async () => {
  const files = exampleFiles('made-up-answers')
  const english = { ...files, 'notat.yaml': fileText(files, 'notat.yaml').replace('locale: da', 'locale: en') }
  const { documents, findings, isStopped } = await build(parseProject(english), { formats: [] })
  expect([isStopped, findings]).toEqual([false, []])
  expect(documents.map(({ locale, kind }) => [locale, kind])).toEqual([
    ['en', 'Memo'],
    ['en', 'Annex 1'],
  ])
  const prose = documents.map(proseOf).join('\n')
  expect(prose).toContain('That is a fall of 6~index points. The change is statistically significant.')
  // Names and questions are the project's own; the words between them are not Danish.
  expect(prose).not.toMatch(/\b(?:og|viser|har|ikke|eller|der)\b/)
})
