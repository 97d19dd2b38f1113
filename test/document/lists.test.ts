/** Lists that are sorted, narrowed and compared, targets, and what may be absent: what templates of one's own may rely on. */
import { describe, expect, test } from 'vitest'
import { composeDocument } from '../../src/document/compose.js'
import { NotatError } from '../../src/errors.js'
import { figuresOf, type Memo, memoOf, now, projectOf, proseOf, type Row } from './memo.js'

const segments = `
    id: all
    label: Alle tilbud
    phrase: tilbuddene
    parts:
      - id: unge
        label: Unge
        phrase: tilbuddene til unge
        parts: [{ id: byen, label: Byen }, { id: havnen, label: Havnen }]
      - { id: voksne, label: Voksne, phrase: tilbuddene til voksne }
      - { id: seniorer, label: Seniorer, phrase: tilbuddene til seniorer }`

/** Two groups of four are printed alike at the top, and of one nothing is known. */
const rows: Row[] = [
  ['byen', '2022-23', 80, 100],
  ['byen', now, 70, 100],
  ['havnen', '2022-23', 70, 100],
  ['havnen', now, 75, 100],
  ['voksne', '2022-23', 85, 100],
  ['voksne', now, 75, 100],
  ['seniorer', now, null, 40],
]

const survey = `  targets:
    - { metric: indexScore, segment: byen, value: 72 }
    - { metric: indexScore, segment: voksne, value: 75 }
    - { metric: responseRate, segment: all, value: 30 }
`

const head = (names = '') => `---
kind: Prøve
title: Prøve
fields:
  - { name: date, type: date, label: Dato, required: true }
  - { name: group, type: text, label: Gruppe, margin: false }
${names}---
`

function proseFrom(body: string, more: Partial<Memo> = {}, names?: string): string {
  const files = { 'templates/orientering.md': `${head(names)}${body}\n` }
  return proseOf(memoOf({ segments, rows, survey, files, ...more })).replace(/[\u00a0~]/g, ' ')
}

/** What is said of a template that is refused: each problem's code, place and words. */
function refusalOf(body: string, more: Partial<Memo> = {}, names?: string): string[] {
  try {
    proseFrom(body, more, names)
  } catch (error) {
    if (!(error instanceof NotatError)) throw error
    return error.problems.map(({ code, file, line, column, message, hint }) => `${code} ${file}:${line}:${column} ${message} ${hint}`)
  }
  return []
}

describe('none of several alike is chosen in silence', () => {
  test.each([
    ['(leaves sortBy=result limit=1)', 'Havnen og Voksne'],
    ['(leaves sortBy=result limit=2)', 'Havnen og Voksne'],
    ['(leaves sortBy=result limit=3)', 'Havnen, Voksne og Byen'],
    ['(leaves sortBy=result order="least" limit=1)', 'Byen'],
    ['(leaves sortBy=result order="least" limit=2)', 'Byen, Havnen og Voksne'],
    ['(leaves sortBy=result limit=9)', 'Havnen, Voksne og Byen'],
    ['(leaves sortBy=change limit=1)', 'Byen og Voksne'],
    ['(leaves limit=1)', 'Byen'],
  ])('{{list %s}}: those that share the last place, and none without a number', (list, printed) => {
    expect(proseFrom(`{{list ${list}}}`)).toBe(printed)
  })

  test.each(['', ' order="least"'])('what has no number stands last in both orders%s', (order) => {
    expect(proseFrom(`{{list (leaves sortBy=result${order})}}`)).toMatch(/ og Seniorer$/)
  })

  test('neither is the first of a sorted list, nor of one that is narrowed again', () => {
    const names = 'names:\n  ranked: (leaves sortBy=result where=result)\n'
    expect(proseFrom('{{#with ranked.first}}{{segment.short}}{{else}}delt{{/with}}', {}, names)).toBe('delt')
    expect(proseFrom('{{#with ranked.last}}{{segment.short}}{{/with}}', {}, names)).toBe('Byen')
    expect(proseFrom('{{list (these ranked limit=1)}}', {}, names)).toBe('Havnen og Voksne')
    expect(proseFrom('{{#with parts.first}}{{segment.short}}{{/with}}')).toBe('Unge')
  })
})

describe('what a word is asked of', () => {
  test('a list of one counts as its member, one of several as nothing', () => {
    const least = '(leaves of=whole sortBy=result order="least" limit=1)'
    const most = '(leaves of=whole sortBy=result limit=1)'
    const ofNames = (list: string) => `{{#each (leaves where=(same segment ${list}))}}{{segment.short}}{{else}}ingen{{/each}}`
    expect(proseFrom(ofNames(least))).toBe('Byen')
    expect(proseFrom(ofNames(most))).toBe('ingen')
    expect(proseFrom(`{{#if (result of=${least})}}{{result of=${least}}}{{/if}}`)).toBe('70')
    expect(proseFrom(`{{#if (result of=${most})}}et{{else}}flere{{/if}}`)).toBe('flere')
    expect(proseFrom(`{{#with (segment "voksne")}}{{difference to=${least}}}{{/with}}`)).toBe('5 indekspoint')
  })

  test('a field holds an id, and one of nobody is told with those there are', () => {
    const body = '{{#if group}}{{#with (segment group)}}{{segment.short}}: {{result of=group}}{{/with}}{{/if}}'
    const memo: Memo = { segments, rows, survey, files: { 'templates/orientering.md': `${head()}${body}\n` } }
    const project = projectOf(memo)
    const proseOfGroup = (group: string) => {
      const documents = project.documents.map((each) => ({ ...each, fields: { ...each.fields, group } }))
      return proseOf(
        composeDocument({ ...project, documents }, documents[0]?.id ?? '', { figures: figuresOf(project, memo), findings: [] }),
      )
    }
    expect(proseOfGroup('voksne')).toBe('Voksne: 75')
    expect(() => proseOfGroup('voksen')).toThrow(
      /orientering\.md:8:22: segment kan ikke bruge voksen\n[\s\S]*all, unge, byen, havnen, voksne, seniorer/,
    )
  })

  test('what nothing can be held against is told', () => {
    expect(refusalOf('{{difference to="voksen"}}')[0]).toMatch(/^wrong-argument .* voksne\.$/)
    expect(refusalOf('{{difference to=period}}')[0]).toMatch(
      /^wrong-argument .*difference kan ikke bruge period Det skal være target, midpoint, all/,
    )
    expect(refusalOf('{{(parts limit=1).first}}')[0]).toMatch(
      /^attribute-of-call templates\/orientering\.md:8:\d+ \.first kan ikke stå efter en parentes/,
    )
    expect(refusalOf('{{#if (parts limit=1).first}}x{{/if}}')[0]).toMatch(/^attribute-of-call/)
  })
})

describe('targets', () => {
  const names = '{{#each targets}}{{segment.short}} {{/each}}'

  test('are those of the group one stands in and all below it, or of the one that is asked for', () => {
    expect(proseFrom(names)).toBe('Byen Voksne Alle tilbud')
    expect(proseFrom(`{{#each parts}}{{segment.short}}: ${names}. {{/each}}`)).toBe('Unge: Byen . Voksne: Voksne . Seniorer: .')
    expect(proseFrom('{{#each (targets of="unge")}}{{segment.short}}{{/each}}')).toBe('Byen')
    expect(proseFrom('{{size (targets item="overall")}}')).toBe('Tre')
    expect(refusalOf('{{size (attachments of="unge")}}')[0]).toMatch(/^unknown-argument/)
  })

  test('whose number a table prints are shown, which a sentence that cannot hold anything against them does not', () => {
    const tables = 'tables:\n  - { name: goals, rows: targets, columns: [{ number: target.value, head: Mål }] }\n'
    const files = (body: string, names = '') => ({ 'templates/orientering.md': `${head(names)}${body}\n` })
    const targetsOf = (body: string, names = '') => memoOf({ segments, rows, survey, files: files(body, names) }).targets
    const all = ['indexScore-byen-overall', 'indexScore-voksne-overall', 'responseRate-all-overall']
    expect(targetsOf('{{#if (table "goals")}}{{table "goals"}}{{/if}}', tables)).toEqual(all)
    expect(targetsOf('{{#each targets}}Målet er {{target.value}}.{{/each}}')).toEqual([])
  })

  test('a rate is told by its own number', () => {
    const told = '{{#each targets}}{{#if target.result}}{{target.value}}: {{target.result}}. {{/if}}{{/each}}'
    // 340 of 400 have answered.
    expect(proseFrom(told, { invited: [['all', now, 400]] })).toBe('72: 70. 75: 75. 30 pct.: 85 pct.')
  })

  test.each([
    ['unrounded', 'undecided'],
    ['printed', 'reached'],
  ])('a number printed as its goal is, by basis: %s, %s', (basis, state) => {
    const goal = `  targets: [{ metric: indexScore, segment: voksne, value: 75, basis: ${basis} }]\n`
    const states = ['reached', 'missed', 'undecided'].map((each) => `{{#if (is target.difference "${each}")}}${each}{{/if}}`).join('')
    expect(proseFrom(`{{#each targets}}${states}{{/each}}`, { survey: goal })).toBe(state)
  })
})

test('counts begin a sentence with a capital, and stand in one without', () => {
  expect(proseFrom('{{size parts}} og {{size parts}}. {{counted parts}}.')).toMatch(/^Tre og tre\. Tre \p{Ll}/u)
  expect(proseFrom('{{howMany (leaves where=result)}}. Her {{howMany (leaves where=result)}}.')).toMatch(/^Tre .*Her tre/u)
})

describe('what may be absent', () => {
  test('a table must be asked for, before it is known whether it has anything to show', () => {
    const tables = 'tables:\n  - { name: groups, rows: parts, columns: [result] }\n'
    expect(refusalOf('{{table "groups"}}', {}, tables)).toEqual([
      'unguarded-absence templates/orientering.md:10:1 (table "groups") kan mangle Sæt {{#if (table "groups")}} om det, så teksten udelades, når der ikke er noget tal.',
    ])
  })

  test('answers that a published number does not tell of can be asked for, and a misspelt one is told as it was written', () => {
    expect(proseFrom('{{#if (share options="positive")}}{{share options="positive"}}{{else}}nej{{/if}}')).toBe('nej')
    expect(refusalOf('{{share options="agre"}}')[0]).toMatch(
      /share kan ikke bruge agre Det skal være positive, negative, rest, stronglyAgree, agree/,
    )
  })

  test('a number that nothing asks for is told with its place, and one that is asked for is not', () => {
    const files = (body: string) => ({ 'templates/orientering.md': `${head()}${body}\n` })
    const absentIn = (body: string) => memoOf({ segments, rows, survey, files: files(body) }).absent
    expect(absentIn('{{#each parts}}{{result}} {{/each}}')).toEqual([
      { name: 'result', place: { file: 'templates/orientering.md', line: 8, column: 16 } },
    ])
    expect(absentIn('{{#each parts}}{{#if result}}{{result}}{{else}}{{why result}}{{/if}} {{/each}}')).toEqual([])
  })

  test('why a rate and a share are not there', () => {
    expect(proseFrom('{{why responseRate}}')).toBe('Svarprocenten er ikke oplyst for 2023-24.')
    expect(proseFrom('{{why topTwoBox}}')).toMatch(/^Andelen .*er ikke oplyst/)
  })

  test('a list that a name has narrowed to changes has a period before; one that is sorted by them need not', () => {
    const body = (list: string) => `{{#each ${list}}}{{segment.short}} siden {{previous.during}}. {{/each}}`
    expect(refusalOf(body('fallen'), {}, 'names:\n  fallen: (leaves where=(is change "fall"))\n')).toEqual([])
    expect(refusalOf(body('sorted'), {}, 'names:\n  sorted: (leaves sortBy=change)\n')[0]).toMatch(/^unguarded-absence/)
  })
})
