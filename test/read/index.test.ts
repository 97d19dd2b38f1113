import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeProblem, NotatError, type Problem } from '../../src/errors.js'
import { exact } from '../../src/printed.js'
import { type Project, type ProjectFiles, parseProject } from '../../src/project.js'
import { readDataset } from '../../src/read/index.js'
import type { Dataset } from '../../src/tally.js'
import { exampleFiles } from '../example.js'
import { growthOf, linear, runs, timesAsLong } from '../runs.js'

const notat = `
sender: { organisation: Eksempel Kommune }
survey:
  title: Tilfredshed
  items:
    - { id: overall, label: Tilfredshed, text: Jeg er tilfreds., scale: agreement5 }
  periods:
    - { from: 2022-10-01, to: 2023-09-30 }
    - { from: 2023-10-01, to: 2024-09-30 }
  segments:
    id: all
    label: Alle tilbud
    parts:
      - id: internal
        label: Egne centre
      - id: external
        label: Leverandører
        parts:
          - { id: unge, label: Unge, detail: Under 30 år, also: [Ungetilbud] }
          - { id: voksne, label: Voksne }
  providers:
    - { id: broen, label: Broen, kind: external, segments: [unge, voksne] }
    - { id: stien, label: Stien, kind: external, segments: [voksne] }
`
/** With a second item, asked on another scale. */
const several = notat.replace(
  '  periods:',
  '    - { id: contact, label: Kontakt, text: Jeg er mødt med respekt., scale: smiley4, also: [sp2] }\n  periods:',
)
/** The same without items, tree and providers to speak of: one leaf, one period. */
const single = `
sender: { organisation: Eksempel Kommune }
survey:
  title: Tilfredshed
  items: [{ id: overall, label: Tilfredshed, text: Jeg er tilfreds., scale: agreement5 }]
  periods: [{ from: 2024-01-01, to: 2024-12-31 }]
  segments: { id: all, label: Alle }
`

/** Every leaf in every period, so that nothing is missing. */
const complete = ['internal', 'unge', 'voksne'].flatMap((leaf) => ['2022-23', '2023-24'].map((period) => `${period};${leaf};80;10`))
const filled = { 'data/fyld.csv': ['period;segment;mean of nothing;base', ...complete].join('\n').replace('mean of nothing', 'indexScore') }
/** The same, of the item it names. */
const named = {
  'data/fyld.csv': ['period;segment;item;indexScore;base', ...complete.map((row) => row.replace(';80;', ';overall;80;'))].join('\n'),
}

function project(files: ProjectFiles, text = notat, data = ''): Project {
  return parseProject({ 'notat.yaml': text + data, ...files })
}

async function problemsOf(read: Project): Promise<Problem[]> {
  try {
    await readDataset(read)
  } catch (error) {
    if (error instanceof NotatError && error.code === 'data') return error.problems
    throw error
  }
  return []
}

/** Code and place of each problem of one file beside data that is complete. */
async function codesOf(text: string | Uint8Array, source = ''): Promise<string[]> {
  const data = source === '' ? '' : `data: [data/fyld.csv, { file: data/x.csv, ${source} }]\n`
  const found = await problemsOf(project({ ...filled, 'data/x.csv': text }, notat, data))
  return found.map(({ code, file, line, column }) => {
    expect(file).toBe('data/x.csv')
    return `${code} ${line}:${column}`
  })
}

/** Counts of each subject, as short as they can be written. */
function talliesOf({ tallies }: Dataset): Record<string, Record<string, number>> {
  const key = ({ period, segment, provider, item }: Dataset['tallies'][number]) => [period, segment, provider ?? '-', item].join(' ')
  return Object.fromEntries(tallies.map((tally) => [key(tally), tally.counts]))
}

function valuesOf({ published }: Dataset): string[] {
  return published.map(({ period, segment, provider, item, metric, options, text, base }) =>
    [period, segment, provider ?? '-', item, metric, options ?? '-', text, base ?? '-'].join(' '),
  )
}

describe('answers', () => {
  test('one row a respondent, one column an item; an empty cell counts nothing but keeps the subject', async () => {
    const answers = [
      'cpr;dato;målgruppe;leverandør;Tilfredshed;sp2',
      '1;2022-10-01;Unge;Broen;Helt enig;happy',
      '2;30-09-2023;UNGE ;broen;helt enig;',
      '3;1.2.2023;Ungetilbud;;Ved ikke;veryUnhappy',
      '4;01/10/2023;Unge: Under 30 år;;;',
      '5;2024-09-30 23:59;;stien;Uenig;happy',
    ].join('\n')
    const dataset = await readDataset(project({ ...named, 'data/a.csv': answers }, several))
    expect(talliesOf(dataset)).toEqual({
      '2022-23 unge - contact': { veryUnhappy: 1 },
      '2022-23 unge - overall': { dontKnow: 1 },
      '2022-23 unge broen contact': { happy: 1 },
      '2022-23 unge broen overall': { stronglyAgree: 2 },
      '2023-24 unge - contact': {},
      '2023-24 unge - overall': {},
      '2023-24 voksne stien contact': { happy: 1 },
      '2023-24 voksne stien overall': { disagree: 1 },
    })
    expect(dataset.sources).toContainEqual({
      file: 'data/a.csv',
      holds: 'answers',
      rows: 5,
      unused: ['cpr'],
      lookalikes: [],
      unusedOptions: [],
      remarks: [],
    })
  })

  test('columns that are not needed are named, and nothing in them is kept', async () => {
    const answers = 'cpr;dato;målgruppe;overall;fritekst\n0101011234;2024-05-01;Unge;Enig;"hemmelig;\nsag"\n'
    const dataset = await readDataset(project({ ...filled, 'data/a.csv': answers }))
    expect(dataset.sources[0]).toMatchObject({ file: 'data/a.csv', holds: 'answers', rows: 1, unused: ['cpr', 'fritekst'] })
    const everything = JSON.stringify(dataset, (_, value) => (typeof value === 'bigint' ? String(value) : value))
    expect(everything).not.toMatch(/0101011234|hemmelig/)
  })

  test('long form, mapped columns and a period for the whole file', async () => {
    const text = 'Gruppe,Spm,Svaret\nunge,overall,Neutral\nunge,Kontakt,happy\n'
    const data = 'data: [data/fyld.csv, { file: data/x.csv, period: 2023-2024, columns: { segment: gruppe, item: Spm, answer: Svaret } }]\n'
    expect(talliesOf(await readDataset(project({ ...named, 'data/x.csv': text }, several, data)))).toEqual({
      '2023-24 unge - contact': { happy: 1 },
      '2023-24 unge - overall': { neutral: 1 },
    })
  })

  test.each([
    ['gruppe', 'periode;Gruppe;overall\n2023-24;Unge;Enig\n', { '2023-24 unge - overall': { agree: 1 } }, []],
    ['tilbud', 'periode;overall;tilbud\n2023-24;Enig;Unge\n', { '2023-24 unge - overall': { agree: 1 } }, []],
    ['group', 'period;group;overall\n2023-24;Unge;Agree\n', { '2023-24 unge - overall': { agree: 1 } }, []],
    [
      'segment, beside gruppe',
      'periode;gruppe;segment;overall\n2023-24;x;Unge;Enig\n',
      { '2023-24 unge - overall': { agree: 1 } },
      ['gruppe'],
    ],
  ])('the segment may stand under %s', async (_, text, tallies, unused) => {
    const dataset = await readDataset(project({ ...filled, 'data/x.csv': text }))
    expect(talliesOf(dataset)).toEqual(tallies)
    expect(dataset.sources.at(-1)?.unused).toEqual(unused)
  })

  test('with two such headings, which is meant must be said', async () => {
    expect(await codesOf('periode;gruppe;tilbud;overall\n2023-24;Unge;x;Enig\n')).toEqual(['duplicate-column 1:16'])
    const said = 'data: [data/fyld.csv, { file: data/x.csv, columns: { segment: gruppe } }]\n'
    const read = project({ ...filled, 'data/x.csv': 'periode;gruppe;tilbud;overall\n2023-24;Unge;x;Enig\n' }, notat, said)
    expect(talliesOf(await readDataset(read))).toEqual({ '2023-24 unge - overall': { agree: 1 } })
  })

  test('with one group nobody needs to name it', async () => {
    const read = project({ 'data/x.csv': 'dato,overall\n2024-05-01,Enig\n' }, single)
    expect(talliesOf(await readDataset(read))).toEqual({ '2024 all - overall': { agree: 1 } })
  })

  test('an own scale may have an option for no answer', async () => {
    const scale =
      '  scales: [{ id: yn, options: [{ id: yes, score: 1 }, { id: no, score: 0 }, { id: blank, missing: noAnswer }] }]\n  items:'
    const text = single.replace('  items:', scale).replace('agreement5', 'yn')
    const read = project({ 'data/x.csv': 'dato,overall\n2024-05-01,\n2024-05-01,Yes\n' }, text)
    expect(talliesOf(await readDataset(read))).toEqual({ '2024 all - overall': { blank: 1, yes: 1 } })
  })
})

describe('counts', () => {
  const expected = {
    '2023-24 unge broen overall': { agree: 1755, stronglyAgree: 20 },
    '2023-24 voksne - overall': { agree: 0, dontKnow: 3 },
  }

  test('one row a count', async () => {
    const text = [
      'periode;målgruppe;leverandør;svar;antal',
      '2023-24;unge;broen;Helt enig;20',
      '2023-24;unge;broen;Enig;1.755',
      '2023-24;voksne;;Enig;0',
      '2023-24;voksne;;Ved ikke;3',
    ].join('\n')
    expect(talliesOf(await readDataset(project({ ...filled, 'data/x.csv': text })))).toEqual(expected)
  })

  test('one column an option, empty for 0', async () => {
    const text = 'period,segment,provider,Helt enig,agree,Ved ikke,i alt\n2023-24,unge,broen,20,1755,,1775\n2023-24,voksne,,,0,3,3\n'
    const dataset = await readDataset(project({ ...filled, 'data/x.csv': text }))
    expect(talliesOf(dataset)).toEqual({
      '2023-24 unge broen overall': { agree: 1755, stronglyAgree: 20, dontKnow: 0 },
      '2023-24 voksne - overall': { agree: 0, dontKnow: 3, stronglyAgree: 0 },
    })
    expect(dataset.sources.at(-1)?.unused).toEqual(['i alt'])
  })
})

describe('published values', () => {
  test('one row a value: text, what it stands for, base and place', async () => {
    const text = 'periode;målgruppe;nøgletal;værdi;antal svar\n2023-24;Leverandører;mean;4,4;1.755\n'
    const { published } = await readDataset(project({ ...filled, 'data/x.csv': text }))
    expect(published.find(({ metric }) => metric === 'mean')).toEqual({
      period: '2023-24',
      segment: 'external',
      provider: null,
      item: 'overall',
      metric: 'mean',
      options: null,
      text: '4,4',
      value: exact(22, 5),
      decimals: 1,
      interval: { from: exact(87, 20), to: exact(89, 20), fromIncluded: true, toIncluded: false },
      base: 1755,
      place: { file: 'data/x.csv', line: 2, column: 27 },
      basePlace: { file: 'data/x.csv', line: 2, column: 31 },
    })
  })

  test.each([' ', '\u2009', '\u00a0', '\u202f'])('thousands set apart by "%s"', async (blank) => {
    const text = `periode;målgruppe;indekstal;antal svar\n2023-24;Leverandører;84;1${blank}755\n2022-23;Leverandører;83;12${blank}1\n`
    await expect(readDataset(project({ ...filled, 'data/x.csv': text }))).rejects.toMatchObject({
      problems: [{ code: 'impossible-count', line: 3 }],
    })
    const { published } = await readDataset(project({ ...filled, 'data/x.csv': text.replace(`12${blank}1`, '121') }))
    expect(published.filter(({ segment }) => segment === 'external').map(({ base }) => base)).toEqual([121, 1755])
  })

  test.each(['2004-02-04', '02-2004', 'feb-04', 'februar 2004'])('a number that a spreadsheet has made a date: %s', async (date) => {
    const text = `periode;målgruppe;indekstal;antal svar\n2023-24;Leverandører;${date};1755\n`
    await expect(readDataset(project({ ...filled, 'data/x.csv': text }))).rejects.toMatchObject({ problems: [{ code: 'date-for-number' }] })
  })

  test('metrics as columns, a base alone, shares with their options, counts in whole numbers', async () => {
    const wide = 'period;segment;indekstal;inviterede;antal svar\n2023-24;all;83;4.000;2.220\n2023-24;external;;;1755\n2022-23;all;;3500;\n'
    const long = 'period;segment;metric;answer;value\n2023-24;all;share;enig + Helt enig;84,8 %\n2023-24;all;count;Enig;700\n'
    const dataset = await readDataset(project({ ...filled, 'data/w.csv': wide, 'data/x.csv': long }))
    expect(valuesOf(dataset).filter((value) => / (all|external) /.test(value))).toEqual([
      '2022-23 all - overall invited - 3500 -',
      '2023-24 all - overall count agree 700 -',
      '2023-24 all - overall indexScore - 83 2220',
      '2023-24 all - overall invited - 4.000 2220',
      '2023-24 all - overall share stronglyAgree+agree 84,8 % -',
      '2023-24 external - overall base - 1755 -',
    ])
    const value = (metric: string) => dataset.published.find((found) => found.metric === metric && found.segment === 'all')
    expect(value('share')).toMatchObject({ value: exact(424, 5), decimals: 1, interval: { from: exact(339, 4), to: exact(1697, 20) } })
    expect(value('count')?.interval).toEqual({ from: exact(700), to: exact(700), fromIncluded: true, toIncluded: true })
  })

  test.each([
    ['84,5', '', '1.755', exact(1755)],
    ['84.5', '', '1.755', null],
    ['84', 'numbers: da', '1.755', exact(1755)],
    ['84', '', '1.755', exact(1755)],
  ])('invited beside %s (%s): %s', async (index, source, text, expected) => {
    const file = `period;segment;index;invited\n2023-24;all;${index};${text}\n`
    const data = source && `data: [data/fyld.csv, { file: data/x.csv, ${source} }]\n`
    const read = project({ ...filled, 'data/x.csv': file }, notat, data)
    if (expected === null) expect((await problemsOf(read)).map(({ code }) => code)).toEqual(['mixed-number-styles', 'impossible-count'])
    else expect((await readDataset(read)).published.find(({ metric }) => metric === 'invited')?.value).toEqual(expected)
  })
})

describe('every problem at its place', () => {
  const answers = 'dato;målgruppe;leverandør;overall\n'
  const counts = 'periode;målgruppe;svar;antal\n'
  const published = 'periode;målgruppe;nøgletal;værdi;antal svar\n'

  test.each([
    ['an unknown segment', `${answers}2024-01-01;Ugne;;Enig\n`, ['unknown-reference 2:12']],
    ['an unknown provider', `${answers}2024-01-01;Unge;Boren;Enig\n`, ['unknown-reference 2:17']],
    ['an unknown option', `${answers}2024-01-01;Unge;;Ening\n`, ['unknown-answer 2:18']],
    ['a dash for an answer', `${answers}2024-01-01;Unge;;-\n`, ['unknown-answer 2:18']],
    ['all of a row', `${answers}2024-13-01;Ugne;;Ening\n`, ['unreadable-date 2:1', 'unknown-reference 2:12', 'unknown-answer 2:18']],
    [
      'all of a row of values',
      `${published}2024-25;Ugne;indexScore;x;y\n`,
      ['unknown-reference 2:1', 'unknown-reference 2:9', 'unreadable-number 2:25', 'impossible-count 2:27'],
    ],
    ['all of a row of counts', `${counts}2024-25;unge;Enig;x\n`, ['unknown-reference 2:1', 'impossible-count 2:19']],
    ['a date that does not exist', `${answers}31-11-2023;Unge;;Enig\n`, ['unreadable-date 2:1']],
    ['a date in two ways of writing', `${answers}01-11/2023;Unge;;Enig\n`, ['unreadable-date 2:1']],
    ['a date outside every period', `${answers}2024-10-01;Unge;;Enig\n`, ['date-outside-periods 2:1']],
    ['no date', `${answers};Unge;;Enig\n`, ['missing-value 2:1']],
    ['a segment with parts', `${answers}2024-01-01;Leverandører;;Enig\n`, ['not-a-leaf 2:12']],
    ['no segment and no provider', `${answers}2024-01-01;;;Enig\n`, ['missing-value 2:12']],
    ['no segment, and a provider that has two', `${answers}2024-01-01;;Broen;Enig\n`, ['undecided-segment 2:13']],
    ['a provider in a segment not its own', `${answers}2024-01-01;Unge;Stien;Enig\n`, ['foreign-provider 2:17']],
    ['too many cells', `${answers}2024-01-01;Unge;;Enig;5\n`, ['surplus-cells 2:23']],
    ['an unclosed quote', `${answers}2024-01-01;Unge;;"Enig\n`, ['unclosed-quote 2:18']],
    ['a negative count', `${counts}2023-24;unge;Enig;-3\n`, ['impossible-count 2:19']],
    ['a broken count', `${counts}2023-24;unge;Enig;3,5\n`, ['impossible-count 2:19']],
    ['no count', `${counts}2023-24;unge;Enig;\n`, ['missing-value 2:19']],
    ['a count twice', `${counts}2023-24;unge;Enig;3\n2023-24;Unge;enig;4\n`, ['duplicate-row 3:19']],
    ['an unknown period', `${counts}2024-25;unge;Enig;3\n`, ['unknown-reference 2:1']],
    ['an unknown metric', `${published}2023-24;all;gennemsnitlig;4,4;\n`, ['unknown-reference 2:13']],
    ['no value', `${published}2023-24;all;mean;;\n`, ['missing-value 2:18']],
    ['not a number', `${published}2023-24;all;mean;ca. 4;\n`, ['unreadable-number 2:18']],
    ['a number that could be either', `${published}2023-24;all;mean;1.755;\n`, ['ambiguous-number 2:18']],
    ['both styles', `${published}2023-24;all;mean;4,4;\n2022-23;all;mean;4.4;\n`, ['mixed-number-styles 3:18', 'unreadable-number 3:18']],
    ['an index of a hair more than 100', `${published}2023-24;all;indexScore;100,${'0'.repeat(30)}1;\n`, ['impossible-value 2:24']],
    ['an index of 101', `${published}2023-24;all;indexScore;101;\n`, ['impossible-value 2:24']],
    ['a mean off the scale', `${published}2023-24;all;mean;0,5;\n`, ['impossible-value 2:18']],
    ['a share of 101 %', `${published}2023-24;all;responseRate;101 %;\n`, ['impossible-value 2:26']],
    ['a percentage for an index', `${published}2023-24;all;indexScore;80 %;\n`, ['unreadable-number 2:24']],
    ['a broken base', `${published}2023-24;all;mean;4,4;12,5\n`, ['impossible-count 2:22']],
    ['a share without its option', `${published}2023-24;all;share;80;\n`, ['missing-options 2:1']],
    ['a value twice', `${published}2023-24;all;mean;4,4;\n2023/24;Alle tilbud;gennemsnit;4,4;\n`, ['duplicate-row 3:32']],
    ['headings that show nothing', 'a;b\n1;2\n', ['unknown-layout 1:1']],
    ['missing columns', 'målgruppe;værdi\nunge;2\n', ['missing-column 1:1', 'missing-column 1:1']],
    [
      'a missing segment, once, and what else is wrong with the rows',
      'periode;grupe;overall\n2023-24;unge;Ening\n2023-24;unge;Enig\n',
      ['missing-column 1:1', 'unknown-answer 2:14'],
    ],
    ['a missing period', `målgruppe;overall\nunge;Enig\nunge;Enig\n`, ['missing-column 1:1']],
    ['no provider where no column has segments', `dato;leverandør;overall\n2024-01-01;;Enig\n`, ['missing-value 2:12']],
    ['a column twice', 'periode;målgruppe;segment;mean\n2023-24;all;all;4\n', ['duplicate-column 1:19']],
    ['an empty file', '', ['empty-file 1:1']],
    ['a binary file', 'PK\u0003\u0004\0\0', ['binary-file 1:5']],
    ['NUL further down', `${answers}2024-01-01;Unge;;En\0ig\n`, ['binary-file 2:20']],
    ['UTF-16 that does not say so', [...answers].map((letter) => `${letter}\0`).join(''), ['unmarked-utf16 1:2']],
    ['an index of nobody', `${published}2023-24;all;indexScore;72;0\n`, ['value-without-answers 2:24']],
    ['a rate, and how many were invited, of nobody', `${published}2023-24;all;responseRate;0;0\n2023-24;all;invited;30;0\n`, []],
  ])('%s', async (_, text, expected) => {
    expect(await codesOf(text)).toEqual(expected)
  })

  test.each([
    ['a mapped heading there is not', 'columns: { segment: Gruppe }', ['missing-heading 1:1']],
    ['a mapped heading of values there is not', 'columns: { segment: grp, value: Tal }', ['missing-heading 1:1']],
    ['a column and one value for all', 'period: 2023-24', ['constant-and-column 1:1']],
    ['an unknown value for all', 'item: overal', ['unknown-reference 2:1']],
    ['the declared style', 'numbers: en', ['unreadable-number 2:13']],
  ])('%s', async (_, source, expected) => {
    expect(
      await codesOf('periode;gruppe_;mean\n2023-24;all;4,4\n'.replace('gruppe_', source.includes('columns') ? 'grp' : 'segment'), source),
    ).toEqual(expected)
  })

  test.each([
    ['values of no item', 'periode;målgruppe;indekstal;antal svar\n2023-24;unge;80;10\n2023-24;voksne;81;12\n', ['missing-item 1:1']],
    ['values in rows of no item', `${published}2023-24;unge;mean;4,4;10\n`, ['missing-item 1:1']],
    ['a base of no item', 'periode;målgruppe;antal svar\n2023-24;unge;10\n', ['missing-item 1:1']],
    ['counts of no item', `${counts}2023-24;unge;Enig;3\n2023-24;voksne;Enig;3\n`, ['missing-item 1:1']],
    ['counts of no item, a column an option', 'periode;målgruppe;Enig;Uenig\n2023-24;unge;3;4\n', ['missing-item 1:1']],
    ['answers to no item', 'dato;målgruppe;svar\n2024-01-01;unge;Enig\n', ['missing-item 1:1']],
    ['an item left out', 'periode;målgruppe;spørgsmål;indekstal\n2023-24;all;overall;80\n2023-24;voksne;;81\n', ['missing-value 3:16']],
    ['how many were invited, to whatever they were asked', 'periode;målgruppe;inviterede\n2023-24;unge;30\n', []],
    ['a column an item', 'dato;målgruppe;overall;Kontakt\n2024-01-01;unge;Enig;happy\n', []],
  ])('with several items: %s', async (_, text, expected) => {
    const found = await problemsOf(project({ ...named, 'data/x.csv': text }, several))
    expect(found.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual(expected)
  })

  test('the item may be given once for the whole file, or the heading named; what to write is said', async () => {
    const text = 'periode;målgruppe;indekstal\n2023-24;all;80\n'
    const [found] = await problemsOf(project({ ...named, 'data/x.csv': text }, several))
    expect(found && describeProblem(found)).toBe(
      [
        'data/x.csv:1:1: filen siger ikke, hvilket spørgsmål den handler om. Undersøgelsen har: overall (Tilfredshed), contact (Kontakt)',
        '  Tilføj en kolonne med overskriften spørgsmål, eller skriv item: overall ved filen i notat.yaml, hvis hele filen handler om det.',
      ].join('\n'),
    )
    const data = 'data: [data/fyld.csv, { file: data/x.csv, item: Kontakt }]\n'
    const { published } = await readDataset(project({ ...named, 'data/x.csv': text }, several, data))
    expect(published.filter(({ segment }) => segment === 'all').map(({ item }) => item)).toEqual(['contact'])
  })

  test('a heading that is a name of two items names both, and may be given to one of them', async () => {
    const shared = several.replace('Jeg er mødt med respekt.', 'Jeg er tilfreds.').replace('smiley4', 'agreement5')
    const text = 'dato;målgruppe;Jeg er tilfreds.\n2024-01-01;unge;Enig\n'
    const [found, ...others] = await problemsOf(project({ ...named, 'data/x.csv': text }, shared))
    expect(others).toEqual([])
    expect(found && describeProblem(found)).toBe(
      [
        'data/x.csv:1:16: overskriften kan betyde flere spørgsmål: Jeg er tilfreds.',
        '  Den hører til overall (Tilfredshed), contact (Kontakt). Skriv spørgsmålets id som overskrift, eller columns: { overall: "Jeg er tilfreds." } ved filen i notat.yaml.',
      ].join('\n'),
    )
    const data = 'data: [data/fyld.csv, { file: data/x.csv, columns: { contact: Jeg er tilfreds. } }]\n'
    expect(talliesOf(await readDataset(project({ ...named, 'data/x.csv': text }, shared, data)))).toEqual({
      '2023-24 unge - contact': { agree: 1 },
    })
  })

  test('of two columns under the heading that `columns:` names, none is taken in silence', async () => {
    expect(await codesOf('dato;gruppe;gruppe;overall\n2024-01-01;Unge;Voksne;Enig\n', 'columns: { segment: gruppe }')).toEqual([
      'duplicate-column 1:13',
    ])
  })

  test('found, expected and the way out are in words', async () => {
    const found = await problemsOf(project({ ...filled, 'data/x.csv': `${answers}2024-01-01;Ugne;;Ening\n${counts}` }))
    expect(found.slice(0, 2).map(describeProblem)).toEqual([
      'data/x.csv:2:12: ukendt gruppe: Ugne\n  Mente du Unge?',
      'data/x.csv:2:18: ukendt svar på Tilfredshed: Ening\n  Mente du Enig?',
    ])
  })

  test('a missing column says what there is, and which may be meant', async () => {
    const [found] = await problemsOf(project({ ...filled, 'data/x.csv': 'dato;grupe;overall\n2024-01-01;unge;Enig\n' }))
    expect(found && describeProblem(found)).toBe(
      [
        'data/x.csv:1:1: kolonnen mangler: målgruppe. Filen har: dato, grupe, overall',
        '  Er det ”grupe”? Ret overskriften til målgruppe, eller skriv columns: { segment: "grupe" } ved filen i notat.yaml.',
      ].join('\n'),
    )
    const [none] = await problemsOf(project({ ...filled, 'data/x.csv': 'dato;xyz;overall\n2024-01-01;unge;Enig\n' }))
    expect(none?.hint).toBe(
      'Skriv columns: { segment: OVERSKRIFT } ved filen i notat.yaml, eller segment: VÆRDI, hvis den er ens i hele filen.',
    )
  })

  test('a line break or a blank of another kind inside a name is shown', async () => {
    const found = await problemsOf(project({ ...filled, 'data/x.csv': `${answers}2024-01-01;Un\u00adge;;"Helt\nenig"\n` }))
    expect(found.map(({ message, hint }) => [message, hint])).toEqual([
      ['ukendt gruppe: Un[U+00AD]ge', 'Mente du Unge?'],
      ['ukendt svar på Tilfredshed: Helt↵enig', 'Mente du Helt enig?'],
    ])
  })

  test('columns that are not needed are named, as far as they fit in a message', async () => {
    const text = `dato;målgruppe;overall;${'x'.repeat(200)};to\u202e\n2024-01-01;Unge;Enig;;\n`
    const { sources } = await readDataset(project({ ...filled, 'data/x.csv': text }))
    expect(sources.at(-1)?.unused).toEqual([`${'x'.repeat(80)}…`, 'to[U+202E]'])
  })

  test('rows that are about nobody take little longer than as many that are right', async () => {
    const rowsOf = (name: (row: number) => string) => {
      const rows = Array.from({ length: runs(20_000, 200_000) }, (_, row) => `2024-01-01;${name(row)};;Enig\n`)
      return project({ ...filled, 'data/x.csv': answers + rows.join('') })
    }
    const [wrong, right] = [rowsOf((row) => `gruppe nummer ${row}`), rowsOf(() => 'Unge')]
    expect(await problemsOf(wrong)).toHaveLength(51)
    const times = await timesAsLong(
      () => problemsOf(wrong),
      () => problemsOf(right),
      5,
    )
    expect(times).toBeLessThan(5)
  })

  test('the first fifty are shown, the others counted', async () => {
    const rows = Array.from({ length: 70 }, (_, row) => `2024-01-01;gruppe nummer ${row};;Enig\n`)
    const found = await problemsOf(project({ ...filled, 'data/x.csv': answers + rows.join('') }))
    expect(found).toHaveLength(51)
    expect(found[50]).toMatchObject({ code: 'more-problems', message: 'og 20 fejl mere, som ikke er vist' })
  })

  test('what is wrong alike many times is told once, with how many and the first places', async () => {
    const rows = ['Ugne;;Enig', 'Ugne;;Enig', 'Unge;;6', 'Ugne;;Enig', 'Ugne;;Enig', 'Ugne;;Enig', 'Unge;;6'].map(
      (row) => `2024-01-01;${row}\n`,
    )
    const found = await problemsOf(project({ ...filled, 'data/x.csv': answers + rows.join('') }))
    expect(found.map(describeProblem)).toEqual([
      'data/x.csv:2:12: ukendt gruppe: Ugne (5 steder, også i linje 3, 5 og 6 …)\n  Mente du Unge?',
      expect.stringContaining('data/x.csv:4:18: ukendt svar på Tilfredshed: 6 (2 steder, også i linje 8)\n  Der kan svares: Helt enig, '),
    ])
  })

  test('a code beside a label is passed over; a code alone is no misspelt other', async () => {
    const codes = ['4 - Enig', 'Enig [4]', '(4) enig', '4. Enig', '4: Enig']
    const rows = codes.map((answer) => `2024-01-01;Unge;;${answer}\n`).join('')
    const { tallies } = await readDataset(project({ ...filled, 'data/x.csv': answers + rows }))
    const plain = await readDataset(project({ ...filled, 'data/x.csv': answers + '2024-01-01;Unge;;Enig\n'.repeat(codes.length) }))
    expect(tallies).toEqual(plain.tallies)
    const [code] = await problemsOf(project({ ...filled, 'data/x.csv': `${answers}2024-01-01;Unge;;4 4\n` }))
    expect(code?.hint).not.toContain('Mente du')
  })

  test('two rows for the same number: the one may be left out, or a column is lacking', async () => {
    const rows = `${counts}2023-24;unge;Enig;3\n2023-24;unge;Enig;5\n`
    const [found] = await problemsOf(project({ ...filled, 'data/x.csv': rows }))
    expect(found?.message).toBe('tallet er allerede givet på linje 2 i data/x.csv: 2023-24, Unge, Enig')
    expect(found?.hint).toContain('tilføj den kolonne, der skiller dem')
  })

  test('a leaf without figures is named with its period; `periods` may say that it took no part', async () => {
    const rows = complete.filter((row) => !row.startsWith('2022-23;unge'))
    const files = { 'data/x.csv': ['period;segment;indexScore;base', ...rows].join('\n') }
    expect((await problemsOf(project(files))).map(({ message }) => message)).toEqual(['Unge (unge) har ingen tal for 2022-23'])
    const late = notat.replace('label: Unge,', 'label: Unge, periods: [2023-24],')
    expect(await problemsOf(project(files, late))).toEqual([])
    expect((await problemsOf(project(filled, late))).map(({ message }) => message)).toEqual([
      'Unge (unge) har tal for 2022-23, men periods: siger, at den ikke var med',
    ])
    expect((await problemsOf(project(files)))[0]).toMatchObject({ file: 'notat.yaml', line: 19, column: 19 })
  })

  test('a figure that is wrong is not missing as well; files and lines in order', async () => {
    const rows = complete.map((row) => (row.startsWith('2022-23;unge') ? '2022-23;unge;101;10' : row))
    const files = { 'data/x.csv': ['period;segment;indexScore;base', ...rows, '2023-24;Ugne;80;10'].join('\n') }
    expect((await problemsOf(project(files))).map(({ code, line }) => `${code} ${line}`)).toEqual([
      'impossible-value 4',
      'unknown-reference 8',
    ])
  })

  test('a row that names a group nobody knows leaves no gap to be told of', async () => {
    const rows = complete.map((row) => row.replace('2023-24;unge', '2023-24;ugne'))
    const files = { 'data/x.csv': ['period;segment;indexScore;base', ...rows].join('\n') }
    expect((await problemsOf(project(files))).map(({ message }) => message)).toEqual(['ukendt gruppe: ugne'])
  })

  test('a period without any figures is told of once, where it stands', async () => {
    const rows = complete.filter((row) => row.startsWith('2022-23'))
    const files = { 'data/x.csv': ['period;segment;indexScore;base', ...rows].join('\n') }
    expect((await problemsOf(project(files))).map(({ message, file, line }) => [message, file, line])).toEqual([
      ['der er ingen tal for perioden 2023-24', 'notat.yaml', 9],
    ])
  })

  test('a group that nobody answered for says so with 0 answers', async () => {
    const rows = complete.map((row) => (row.startsWith('2022-23;unge') ? '2022-23;unge;;0' : row))
    expect(await problemsOf(project({ 'data/x.csv': ['period;segment;indexScore;base', ...rows].join('\n') }))).toEqual([])
  })

  test('without data or documents there is nothing to miss; documents need data', async () => {
    expect(await readDataset(project({}))).toEqual({ tallies: [], published: [], sources: [] })
    expect((await problemsOf(project({}, notat, 'documents: [{ template: orientering }]\n'))).map(({ code }) => code)).toEqual(['no-data'])
  })

  test('of a period that is known of the whole alone the groups are missing, not the period', async () => {
    const rows = complete.filter((row) => !row.startsWith('2023-24;'))
    const files = { 'data/x.csv': ['period;segment;indexScore;base', ...rows, '2023-24;all;80;50'].join('\n') }
    const codes = (await problemsOf(project(files))).map(({ code }) => code)
    expect(new Set(codes)).toEqual(new Set(['missing-figures']))
  })

  test('how many were invited are no figures', async () => {
    const rows = complete.map((row) => (row.startsWith('2022-23;unge') ? '2022-23;unge;;' : row))
    const files = {
      'data/x.csv': ['period;segment;indexScore;base', ...rows.filter((row) => !row.endsWith(';;'))].join('\n'),
      'data/i.csv': 'period;segment;invited\n2022-23;unge;30\n',
    }
    expect((await problemsOf(project(files))).map(({ code }) => code)).toEqual(['missing-figures'])
  })

  test('the same people as answers and as counts would count twice', async () => {
    const files = { ...filled, 'data/a.csv': `${answers}2024-01-01;Unge;;Enig\n`, 'data/b.csv': `${counts}2023-24;unge;Enig;3\n` }
    expect((await problemsOf(project(files))).map(describeProblem)).toEqual([
      expect.stringContaining('data/b.csv: svarene er allerede talt med fra data/a.csv: 2023-24, Unge'),
    ])
  })

  test('counts of a benchmark: told of once, with what to give in their place', async () => {
    const compared = notat.replace(/^( *)segments:/m, '$1benchmarks: [{ id: landet, label: Landet }]\n$1segments:')
    const rows = `${counts}2023-24;landet;Enig;3\n2023-24;landet;Uenig;4\n`
    const found = await problemsOf(project({ ...filled, 'data/x.csv': rows }, compared))
    expect(found.map(describeProblem)).toEqual([expect.stringContaining('der kan ikke gives optalte svar for en sammenligning: Landet')])
  })

  test('a name that means two groups asks for the id; a format nobody reads says which are', async () => {
    const twice = notat.replace('label: Voksne', 'label: Unge')
    const found = await problemsOf(project({ ...filled, 'data/x.csv': `${counts}2023-24;Unge;Enig;3\n`, 'data/y.xls': 'PK' }, twice))
    expect(found.map(describeProblem)).toEqual([
      'data/x.csv:2:9: navnet kan betyde flere grupper: Unge\n  Skriv et af disse: unge, voksne.',
      'data/y.xls: filens format kan ikke læses\n  Der læses: CSV, Excel (xlsx), OpenDocument (ods). Gem filen i et af dem.',
    ])
  })
})

describe('what cannot matter', () => {
  /** Without places, which follow the rows. */
  const plain = ({ tallies, published }: Dataset) => ({ tallies, published: published.map(({ place: _, ...value }) => value) })
  const rows = ['2023-24;Unge;Broen;Helt enig;4', '2023-24;Unge;Broen;Enig;3', '2022-23;Voksne;;Ved ikke;2', '2022-23;Egne centre;;Uenig;1']
  const head = 'periode;målgruppe;leverandør;svar;antal'
  const latin1 = (text: string): Uint8Array => Uint8Array.from([...text].map((character) => character.charCodeAt(0)))

  test('order of rows, number of files, delimiter and encoding', async () => {
    const expected = plain(await readDataset(project({ ...filled, 'data/x.csv': [head, ...rows].join('\n') })))
    expect(expected.tallies).toHaveLength(3)
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(rows, { minLength: rows.length }),
        fc.nat(rows.length),
        fc.constantFrom(';', ',', '\t'),
        fc.boolean(),
        fc.constantFrom('\n', '\r\n'),
        async (shuffled, cut, delimiter, isLatin1, lineBreak) => {
          const file = (part: string[]) => {
            const text = [head, ...part].join(lineBreak).replaceAll(';', delimiter)
            return isLatin1 ? latin1(text) : new TextEncoder().encode(text)
          }
          const files = { ...filled, 'data/x.csv': file(shuffled.slice(0, cut)), 'data/y.csv': file(shuffled.slice(cut)) }
          expect(plain(await readDataset(project(files)))).toEqual(expected)
        },
      ),
      { numRuns: runs(12, 40) },
    )
  })

  test('who reads: string, bytes or Blob', async () => {
    const text = [head, ...rows].join('\n')
    const [first, ...others] = await Promise.all(
      [text, new TextEncoder().encode(text), new Blob([text])].map((content) => readDataset(project({ ...filled, 'data/x.csv': content }))),
    )
    for (const other of others) expect(other).toEqual(first)
  })
})

describe('large files', () => {
  /** Answers of so many people, made as they are read. */
  function answersOf(people: number): Blob {
    const block = Array.from(
      { length: 1000 },
      (_, index) => `${index};2024-0${(index % 9) + 1}-15;Unge;Broen;${['Helt enig', 'Enig', 'Uenig'][index % 3]};bemærkning ${index}\n`,
    ).join('')
    return new Blob(['id;dato;målgruppe;leverandør;overall;fritekst\n', ...Array.from({ length: people / 1000 }, () => block)])
  }

  test('are counted as they pass: time grows with the rows, memory does not', async () => {
    const people = runs(20_000, 50_000)
    const countedIn = async (files: Project): Promise<number> =>
      Object.values(talliesOf(await readDataset(files))['2023-24 unge broen overall'] ?? {}).reduce((sum, count) => sum + count, 0)
    const projectOf = (count: number) => project({ ...filled, 'data/x.csv': answersOf(count) })
    expect(await countedIn(projectOf(people))).toBe(people)
    const before = process.memoryUsage().heapUsed
    expect(await countedIn(projectOf(4 * people))).toBe(4 * people)
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(100_000_000)
    expect(await growthOf(projectOf, countedIn, people)).toBeLessThan(linear)
  })

  test('say how far they are, and stop when asked', async () => {
    const seen: number[] = []
    const stop = new AbortController()
    const reading = readDataset(project({ ...filled, 'data/x.csv': answersOf(50_000) }), {
      signal: stop.signal,
      onProgress: ({ file, bytes, totalBytes }) => {
        if (file !== 'data/x.csv') return
        seen.push(bytes / totalBytes)
        if (bytes > totalBytes / 2) stop.abort(new Error('nok'))
      },
    })
    await expect(reading).rejects.toThrow('nok')
    expect(seen.at(-1)).toBeGreaterThan(0.5)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  })
})

test.each(['biu-2024', 'made-up-answers'])('the example %s is read', async (name) => {
  const { sources } = await readDataset(parseProject(exampleFiles(name)))
  expect(sources.flatMap(({ unused }) => unused)).toEqual([])
})
