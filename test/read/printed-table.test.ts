import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'

import { describeProblem, NotatError } from '../../src/errors.js'
import { locales } from '../../src/locale/index.js'
import { parseProject } from '../../src/project.js'
import { readClaims } from '../../src/read/claims.js'
import { readDataset } from '../../src/read/index.js'
import type { Dataset, SourceRemark } from '../../src/tally.js'
import { exampleFiles } from '../example.js'

const notat = `
sender: { organisation: Eksempel Kommune }
survey:
  title: Tilfredshed
  items:
    - { id: overall, label: Samlet tilfredshed, text: Jeg er tilfreds., scale: agreement5 }
  periods:
    - { from: 2022-10-01, to: 2023-09-30 }
    - { from: 2023-10-01, to: 2024-09-30 }
  segments:
    id: all
    label: Alle tilbud
    parts:
      - id: egne
        label: Egne tilbud
        parts: [{ id: bo, label: Bostøtte }, { id: vs, label: Væresteder }]
      - { id: private, label: Private leverandører, parts: [{ id: stu, label: STU }, { id: akt, label: Aktivitetstilbud }] }
`

type Cells = (string | number | null)[][]

const csvOf = (rows: Cells) => rows.map((row) => row.map((cell) => cell ?? '').join(';')).join('\n')

function read(rows: Cells, data = '', yaml = notat): Promise<Dataset> {
  return readDataset(parseProject({ 'notat.yaml': yaml + data, 'data/tabel.csv': csvOf(rows) }))
}

async function problemsOf(work: Promise<unknown>): Promise<string[]> {
  try {
    await work
  } catch (error) {
    if (error instanceof NotatError) return error.problems.map(describeProblem)
    throw error
  }
  return []
}

/** As short as it can be written: period/segment/item metric text base. */
const short = ({ published }: Dataset) =>
  published.map(({ period, segment, item, metric, text, base }) => `${period}/${segment}/${item} ${metric} ${text} ${base ?? '-'}`)

/** The same numbers one row each, as a file of data has them. */
const tidy = [
  ['period', 'segment', 'indexScore', 'base'],
  ...[
    ['bo', [78, 212], [80, 198]],
    ['vs', [85, 64], [83, 71]],
    ['stu', [71, 38], [74, 41]],
    ['akt', [79, 55], [81, '']],
  ].flatMap(([segment, ...periods]) =>
    periods.map((numbers, at) => [['2022-23', '2023-24'][at] ?? '', segment as string, ...(numbers as number[])]),
  ),
] as Cells

const body: Cells = [
  ['Egne tilbud', null, null, null, null],
  ['  Bostøtte', 78, 212, 80, 198],
  ['  Væresteder', '85*', 64, '83*', 71],
  ['Private leverandører', null, null, null, null],
  ['  STU', 71, 38, 74, 41],
  ['  Aktivitetstilbud', '79¹', 55, '81 *', '–'],
]
const foot: Cells = [
  ['* Vægtet gennemsnit', null, null, null, null],
  ['Kilde: SurveyXact', null, null, null, null],
]
const oneRow: Cells = [
  ['Målgruppe', '2022-23 indekstal', '2022-23 antal svar', 'Indekstal 2023/24', 'Antal svar (2023-2024)'],
  ...body,
  ...foot,
]
const twoRows: Cells = [
  ['Tabel 1: Tilfredshed', null, null, null, null],
  [null, 'Oktober 2022 – september 2023', null, '2023-24', null],
  ['Målgruppe', 'Indekstal', 'Antal svar', 'Indekstal', 'Antal svar'],
  ...body,
  ...foot,
]

describe('a table as it was printed', () => {
  test.each([
    ['with one row of headings', oneRow],
    ['with two', twoRows],
  ])('%s is read as the same numbers in rows', async (_, rows) => {
    const data = await read(rows)
    expect(short(data)).toEqual(short(await read(tidy)))
    expect(short(data)).toHaveLength(8)
  })

  test('every number has the place where it stands', async () => {
    const place = (data: Dataset, text: string) => data.published.find((value) => value.text === text)?.place
    expect(place(await read(twoRows), '74')).toEqual({ file: 'data/tabel.csv', line: 8, column: 13 })
    const bytes = await writeXlsx({ sheets: [{ name: 'Ark1', rows: twoRows }] })
    const data = await readDataset(parseProject({ 'notat.yaml': notat, 'data/tabel.xlsx': bytes }))
    expect(place(data, '74')).toMatchObject({ sheet: 'Ark1', cell: 'D8' })
  })

  test('what was taken for what is said', async () => {
    const { sources } = await read(twoRows)
    const words = (remark: SourceRemark) => (locales.da.cli.remarks[remark.kind] as (of: SourceRemark) => string)(remark)
    expect(sources[0]?.remarks.map(words)).toEqual([
      '  læst som en trykt tabel med 2 rækker overskrifter: 2 er 2022-23 indekstal, 3 er 2022-23 antal svar, 4 er 2023-24 indekstal, 5 er 2023-24 antal svar',
      '  rækker med tal: 4; kun overskrift: Egne tilbud, Private leverandører',
      '  ikke læst: felter uden tal: 1 (den første i 9:32); mærker ved tal: 4 (den første i 6:14); linjer om tabellen: Tabel 1: Tilfredshed | * Vægtet gennemsnit | Kilde: SurveyXact',
    ])
  })

  test('a total is the whole; of several each is of the heading above it', async () => {
    const one = await read([...twoRows.slice(0, 9), ['I alt', 79, 369, 80, 310]])
    expect(short(one)).toContain('2023-24/all/overall indexScore 80 310')
    const each = await read([
      ...twoRows.slice(0, 6),
      ['I alt', 80, 276, 81, 269],
      ...twoRows.slice(6, 9),
      ['I alt', 76, 93, 78, 60],
      ['Samlet', 79, 369, 80, 329],
    ])
    expect(short(each).filter((line) => /(?:all|egne|private)\//.test(line))).toEqual([
      '2022-23/all/overall indexScore 79 369',
      '2022-23/egne/overall indexScore 80 276',
      '2022-23/private/overall indexScore 76 93',
      '2023-24/all/overall indexScore 80 329',
      '2023-24/egne/overall indexScore 81 269',
      '2023-24/private/overall indexScore 78 60',
    ])
  })

  test('a number that is not told is none; a group of which nothing is told is known, and one that is blank is missed', async () => {
    const rows = (...numbers: (string | null)[]) => twoRows.map((row) => (row[0] === '  STU' ? ['STU', 71, 38, ...numbers] : row))
    const told = short(await read(tidy)).filter((line) => !line.startsWith('2023-24/stu'))
    expect(short(await read(rows('-', 'under 5')))).toEqual(told)
    expect(await problemsOf(read(rows(null, null)))).toEqual([expect.stringContaining('STU')])
    const left = notat.replace('{ id: stu, label: STU }', '{ id: stu, label: STU, periods: [2022-23] }')
    expect(short(await read(rows('-', 'under 5'), '', left))).toEqual(told)
  })

  test('a group that nobody knows, and a number that is none, are told of where they stand', async () => {
    const rows = twoRows.map((row) => (row[0] === '  STU' ? ['STV', 71, 38, '7x', 41] : row))
    const found = await problemsOf(read(rows))
    expect(found.map((line) => line.split('\n')[0])).toEqual([
      expect.stringMatching(/^data\/tabel\.csv:8:1: .*: STV/),
      expect.stringMatching(/^data\/tabel\.csv:8:11: .*: #x/),
    ])
  })

  test('of one period, which the whole file is said to be of', async () => {
    const rows: Cells = [
      ['Målgruppe', 'Indekstal', 'Antal svar'],
      ['Bostøtte', '80*', 198],
      ['Væresteder', '83*', 71],
      ['STU', 74, 41],
      ['Aktivitetstilbud', 81, '–'],
    ]
    const alone = notat.replace('    - { from: 2022-10-01, to: 2023-09-30 }\n', '')
    const data = await read(rows, 'data: [{ file: data/tabel.csv, period: 2023-24 }]\n', alone)
    expect(short(data)).toEqual(short(await read(tidy)).filter((line) => line.startsWith('2023-24/')))
  })

  test('columns of changes are not read, and named', async () => {
    const rows = oneRow.map((row, index) => [...row, index === 0 ? 'Ændring' : index === 2 ? 2 : null])
    const data = await read(rows)
    expect(short(data)).toEqual(short(await read(tidy)))
    expect(data.sources[0]?.unused).toEqual(['Ændring'])
  })

  test('items may be columns, with what they measure said above the groups', async () => {
    const several = notat.replace(
      '  periods:',
      '    - { id: kontakt, label: Kontakt, text: Jeg mødes med respekt., scale: agreement5 }\n  periods:',
    )
    const rows: Cells = [
      ['Indekstal', 'Samlet tilfredshed', 'Kontakt', 'Antal svar'],
      ['Bostøtte', 78, 80, 212],
      ['Væresteder', 85, 81, 64],
      ['STU', 71, 82, 38],
      ['Aktivitetstilbud', 79, 83, 55],
    ]
    const alone = several.replace('    - { from: 2022-10-01, to: 2023-09-30 }\n', '')
    expect(short(await read(rows, '', alone)).filter((line) => line.includes('/bo/'))).toEqual([
      '2023-24/bo/kontakt indexScore 80 212',
      '2023-24/bo/overall indexScore 78 212',
    ])
  })

  test('without a metric, or a period, nothing is guessed', async () => {
    const noMetric = twoRows.map((row) => (row[0] === 'Målgruppe' ? ['Målgruppe', 'a', 'b', 'c', 'd'] : row))
    expect(await problemsOf(read(noMetric))).toEqual([expect.stringContaining('overskrifterne viser ikke')])
    expect(
      await problemsOf(
        read([
          ['', 'Indekstal', 'Antal svar'],
          ['Bostøtte', 78, 212],
        ]),
      ),
    ).not.toEqual([])
  })
})

describe('the second table of the memo of 2024, as a workbook', () => {
  const question = 'Brugertilfredshed\n"Jeg er alt i alt tilfreds med forløbet" (indekstal)'
  const printed: Cells = [
    ['Tabel 2: Oversigt over brugertilfredshed hos eksterne leverandører i perioden okt. 2022 – sep. 2023 samt okt. 2023 – sep. 2024'],
    [null, 'oktober 2022 - september 2023', null, 'oktober 2023 - september 2024', null],
    ['Indekstal er max 100. Indekstal 0 er ”helt uenig” og 100 er ”helt enig”', question, 'Antal svar', question, 'Antal svar'],
    ['Eksterne leverandører', null, null, null, null],
    ['Brobygning til uddannelse for unge: For uddannelsesparate uddannelseshjælpsmodtagere', 83, 132, 81, 165],
    ["AC-tilbud: For AC'ere dvs. dagpengemodtagere med lang videregående uddannelse", 80, 613, 84, 485],
    ['Aktivitetsparate unge (under 30): For primært aktivitetsparate uddannelseshjælpsmodtagere', 87, 410, 88, 159],
    ['Aktivitetsparate voksne: For aktivitetsparate kontanthjælpsmodtagere', '89*', 377, '89*', 437],
    ['   Alle forløb undtagen mentor', 86, 183, 86, 251],
    ['   Mentor', 91, 194, 92, 186],
    ['Aktive tilbud til sygemeldte: For primært sygedagpengemodtagere', 85, 436, 81, 509],
    ['Kilde: www.defgo.dk og www.borgerevaluering.dk.'],
    ['* Vægtet gennemsnit af kategoriens underopdelinger.'],
    ['Note: Tabel 1 og 2 viser borgernes tilkendegivelser på spørgsmålet'],
  ]

  test('gives the numbers that the example has in rows', async () => {
    const files = exampleFiles('biu-2024')
    const wanted = short(await readDataset(parseProject(files)))
    const merges = [1, 3].map((startCol) => ({ startRow: 1, startCol, endRow: 1, endCol: startCol + 1 }))
    const table = await writeXlsx({ sheets: [{ name: 'Tabel 2', rows: printed, merges }] })
    const others = wanted.filter((line) => /\/(?:all|internal|external)\//.test(line))
    const first = ['period;segment;indexScore;base', '2022-23;internal;82;1660', '2023-24;internal;74;465'].join('\n')
    const read = await readDataset(
      parseProject({ 'notat.yaml': files['notat.yaml'] ?? '', 'data/tabel-1.csv': first, 'data/tabel-2.xlsx': table }),
    )
    expect(short(read).filter((line) => !line.includes('/internal/'))).toEqual(wanted.filter((line) => !others.includes(line)))
    expect(read.published).toHaveLength(16)
  })
})

describe('a column for each item, of a metric that is said of the whole file', () => {
  const asked = 'data: [{ file: data/tabel.csv, holds: published, metric: indexScore }]\n'
  const rows: Cells = tidy.map(([period = '', segment = '', value = '', base = '']) =>
    period === 'period' ? [period, segment, 'Samlet tilfredshed', base] : [period, segment, value, base],
  )

  test('is read as a column of values is', async () => {
    expect(short(await read(rows, asked))).toEqual(short(await read(tidy)))
  })

  test('a cell without a number is a group that is missed', async () => {
    const missed = rows.map((row, at) => (at === 1 ? [row[0] ?? '', row[1] ?? '', '', ''] : row))
    expect(await problemsOf(read(missed, asked))).toEqual([expect.stringContaining('Bostøtte')])
  })
})

describe('marks and signs beside the numbers of a table of data', () => {
  test('a mark is none of the number, and is told of', async () => {
    const data = await read(tidy.map((row) => row.map((cell) => (cell === 74 ? '74*' : cell))))
    expect(short(data)).toEqual(short(await read(tidy)))
    expect(data.sources[0]?.remarks).toEqual([
      { kind: 'leftOut', empty: { count: 0, first: '' }, marks: { count: 1, first: '7:13' }, lines: [] },
    ])
  })

  test('a row that says it has no numbers is none, of a group that must be known', async () => {
    const rows = (segment: string) =>
      tidy.map((row) => (row[1] === 'stu' && row[0] === '2023-24' ? ['2023-24', segment, '–', 'under 5'] : row))
    expect(short(await read(rows('stu')))).toEqual(short(await read(tidy)).filter((line) => !line.startsWith('2023-24/stu')))
    expect(await problemsOf(read(rows('stv')))).toEqual([expect.stringContaining('stv')])
  })

  test.each([
    ['in rows', tidy.map((row) => (row[1] === 'stu' && row[0] === '2023-24' ? ['2023-24', 'stu', 74, 'under 5'] : row))],
    ['as printed', twoRows.map((row) => (row[0] === '  STU' ? ['STU', 71, 38, 74, '<5'] : row))],
  ] as [string, Cells][])('a number of fewer than anybody tells is not shown, %s', async (_, rows) => {
    const left = notat.replace('{ id: stu, label: STU }', '{ id: stu, label: STU, periods: [2022-23] }')
    const data = await read(rows, '', left)
    expect(short(data)).toEqual(short(await read(tidy)).filter((line) => !line.startsWith('2023-24/stu')))
    const told = data.sources[0]?.remarks.flatMap((remark) => (remark.kind === 'leftOut' ? remark.lines : []))
    expect(told?.join(' ')).toMatch(/stu: (?:under 5|<5)/i)
  })

  test('a claim keeps its words, and loses its mark', async () => {
    const claims = 'period;segment;indexScore;base\n2023-24;stu;74*;41\n2023-24;bo;under 50;198\n'
    const project = parseProject({ 'notat.yaml': notat, 'data/tabel.csv': csvOf(tidy), 'claims/memo.csv': claims })
    const { claims: read } = await readClaims(project)
    expect(read.map(({ figure, text }) => `${figure} ${text}`)).toEqual([
      'indexScore/stu/2023-24 74',
      'base/stu/2023-24 41',
      'indexScore/bo/2023-24 under 50',
      'base/bo/2023-24 198',
    ])
  })
})

describe('lines under a table of data', () => {
  test('a sum and a source are no rows, and told of', async () => {
    const data = await read([...tidy, [null, null, null, null], ['I alt', null, null, 479], ['Kilde: Undersøgelsen', null, null, null]])
    expect(short(data)).toEqual(short(await read(tidy)))
    expect(data.sources[0]?.remarks).toEqual([
      { kind: 'leftOut', empty: { count: 0, first: '' }, marks: { count: 0, first: '' }, lines: ['I alt   479', 'Kilde: Undersøgelsen'] },
    ])
  })

  test('a row that only looks so is read', async () => {
    expect(await problemsOf(read([...tidy, ['2023-24', 'I alt', 80, 310]]))).toEqual([expect.stringContaining('I alt')])
    expect(await problemsOf(read([...tidy, ['Note', 'bo', 80, 310]]))).toEqual([expect.stringContaining('Note')])
  })
})

describe('tables that are not one upright table', () => {
  const first: Cells = [
    ['Gruppe', '2022-23 Indekstal', '2022-23 Antal svar'],
    ['Bostøtte', 78, 212],
    ['Væresteder', 85, 64],
    ['STU', 71, 38],
    ['Aktivitetstilbud', 79, 55],
  ]
  const second: Cells = [
    ['Gruppe', '2023-24 Indekstal', '2023-24 Antal svar'],
    ['Bostøtte', 80, 198],
    ['Væresteder', 83, 71],
    ['STU', 74, 41],
    ['Aktivitetstilbud', 81, 50],
  ]

  test('one below the other: both headings are named', async () => {
    const problems = await problemsOf(read([['Tabel 1', null, null], ...first, ['Tabel 2', null, null], ...second]))
    expect(problems.join()).toMatch(/^data\/tabel\.csv:8:1.*række 2 og én i række 8/)
  })

  test('the same column twice under one heading', async () => {
    const twice: Cells = [
      [null, '2022-23', null, null, '2023-24'],
      ['Gruppe', 'Indekstal', 'Antal svar', 'Antal svar', 'Indekstal'],
      ['Bostøtte', 78, 212, 198, 80],
    ]
    expect((await problemsOf(read(twice))).join()).toMatch(/^data\/tabel\.csv:2:.*2022-23 Antal svar/)
  })

  test('the headings of data a second time', async () => {
    const [headings = []] = tidy
    expect((await problemsOf(read([...tidy, headings]))).join()).toMatch(/^data\/tabel\.csv:10:1.*række 1 og én i række 10/)
  })

  test('side by side: read where each row is about one group, else refused', async () => {
    const beside = (others: Cells): Cells => first.map((row, at) => [...row, null, ...(others[at] ?? [])])
    const both = short(await read(beside(second)))
    expect(both).toContain('2022-23/bo/overall indexScore 78 212')
    expect(both).toContain('2023-24/vs/overall indexScore 83 71')
    expect(both).toHaveLength(8)
    const [headings = [], bo = [], vs = [], ...others] = second
    expect((await problemsOf(read(beside([headings, vs, bo, ...others])))).join()).toMatch(
      /^data\/tabel\.csv:2:.*Bostøtte og om Væresteder/,
    )
  })

  test('with the groups over the numbers and the periods before them', async () => {
    const turned: Cells = [
      ['Indekstal', 'Bostøtte', 'Væresteder', 'STU', 'Aktivitetstilbud'],
      ['2022-23', 78, 85, 71, 79],
      ['2023-24', 80, 83, 74, 81],
    ]
    expect((await problemsOf(read(turned))).join()).toMatch(/^data\/tabel\.csv:1:1.*\(Bostøtte\).*\(2022-23\).*Transponer/s)
  })
})
