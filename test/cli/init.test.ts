/** A first project out of what somebody has: a printed table, results in rows, answers; and copies of examples. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { main } from '../../src/cli.js'
import { parseProject } from '../../src/project.js'
import { readDataset } from '../../src/read/index.js'
import { segmentsOf } from '../../src/survey.js'
import { exampleFiles } from '../example.js'
import { notat } from './run.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notat init æøå '))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (...path: string[]) => join(folder, ...path)
const text = (...path: string[]) => readFileSync(at(...path), 'utf8')
const table2 = 'docs/vejledning/tabel-2.xlsx'

const put = (name: string, rows: string) => {
  mkdirSync(at('projekt', 'data'), { recursive: true })
  writeFileSync(at('projekt', 'data', name), rows)
}

/** The survey that was written, as it is read when what was left is written. */
const surveyOf = (...path: string[]) => {
  const names = readdirSync(at(...path, 'data'))
  const files = Object.fromEntries(names.map((name) => [`data/${name}`, new Uint8Array(readFileSync(at(...path, 'data', name)))]))
  return parseProject({ 'notat.yaml': text(...path, 'notat.yaml').replaceAll('SKRIV ', ''), ...files })
}

/** The groups, each with two blanks more than what it is a part of. */
const treeOf = (...path: string[]) =>
  segmentsOf(surveyOf(...path).survey.segments).map(({ segment, depth }) => `${'  '.repeat(depth)}${segment.label}`)

describe('notat init --from a printed table', () => {
  it('knows groups, periods, the question, the scale and the source', async () => {
    const { code, err, out } = await notat('init', at('projekt'), '--from', table2)
    expect(code).toBe(0)
    expect(out.trim().split('\n')).toEqual(['notat.yaml', 'notat.schema.json', 'data/tabel-2.xlsx'].map((name) => at('projekt', name)))
    const { survey } = surveyOf('projekt')
    expect(survey.items).toMatchObject([
      { label: 'Brugertilfredshed', text: 'Jeg er alt i alt tilfreds med forløbet', scale: 'agreement5' },
    ])
    expect(survey.periods.map(({ from, to }) => `${from} ${to}`)).toEqual(['2022-10-01 2023-09-30', '2023-10-01 2024-09-30'])
    expect(survey.credit).toBe('www.defgo.dk og www.borgerevaluering.dk')
    expect(treeOf('projekt')).toEqual([
      'Eksterne leverandører',
      '  Brobygning til uddannelse for unge',
      '  AC-tilbud',
      '  Aktivitetsparate unge (under 30)',
      '  Aktivitetsparate voksne',
      '    Alle forløb undtagen mentor',
      '    Mentor',
      '  Aktive tilbud til sygemeldte',
    ])
    expect(err).toContain('notat.yaml:7: kommunens navn')
    expect(text('projekt', 'notat.yaml')).toMatch(/^# yaml-language-server: \$schema=notat\.schema\.json\n/)
    expect(text('projekt', 'notat.schema.json')).toBe(readFileSync('notat.schema.json', 'utf8'))
  })

  it('prints nothing of what is left to write, and builds after two edits', async () => {
    await notat('init', at('projekt'), '--from', table2)
    const left = await notat('build', at('projekt'), '--format', 'html')
    expect([left.code, left.err]).toEqual([2, expect.stringContaining('notat.yaml:7:17: mangler endnu: kommunens navn')])
    expect(existsSync(at('projekt', 'out'))).toBe(false)
    const write = (from: string, to: string) => writeFileSync(at('projekt', 'notat.yaml'), text('projekt', 'notat.yaml').replace(from, to))
    write('organisation: SKRIV kommunens navn', 'organisation: Københavns Kommune')
    const guessed = await notat('build', at('projekt'), '--format', 'html')
    expect([guessed.code, guessed.err]).toEqual([0, expect.stringContaining('notat.yaml:13: er stadig et gæt: undersøgelsens navn')])
    write('  # SKRIV undersøgelsens navn, fx Brugertilfredshed med beskæftigelsestilbud\n', '')
    write('  title: Brugertilfredshed\n', '  title: Brugertilfredshed hos eksterne leverandører\n')
    const { code, err } = await notat('build', at('projekt'), '--format', 'html')
    expect([code, err]).toEqual([0, expect.stringContaining('84 mod 84 i 2022-23')])
    expect(err).not.toContain('gæt')
    const name = readdirSync(at('projekt', 'out')).find((file) => file.endsWith('.html')) ?? ''
    const memo = text('projekt', 'out', name)
    expect(memo).toContain('Københavns Kommune')
    expect(memo).not.toContain('SKRIV')
    expect(memo).not.toContain(folder)
  })

  it('gives the numbers that the example has in rows', async () => {
    await notat('init', at('projekt'), '--from', table2)
    const project = surveyOf('projekt')
    const numbers = async (read: ReturnType<typeof readDataset>) =>
      (await read).published.map(({ period, text: value, base }) => `${period} ${value} ${base}`).sort()
    const ours = await numbers(readDataset(project))
    const all = await numbers(readDataset(parseProject(exampleFiles('biu-2024'))))
    expect(ours).toHaveLength(14)
    expect(ours.filter((each) => !all.includes(each))).toEqual([])
  })
})

describe('notat init from results and answers', () => {
  it('finds what belongs together by numbers of answers, also level by level', async () => {
    const rows = ['Samlet;79;416', 'Egne;80;276', 'Private;78;140', 'Bostøtte;80;212', 'Væresteder;83;64', 'STU;74;41', 'Dag;80;99']
    put('2022.csv', ['periode;målgruppe;indekstal;antal svar', ...rows.map((row) => `2022;${row}`)].join('\n'))
    expect((await notat('init', at('projekt'))).code).toBe(0)
    expect(treeOf('projekt')).toEqual(['Samlet', '  Egne', '    Bostøtte', '    Væresteder', '  Private', '    STU', '    Dag'])
  })

  it('finds a total without a number of answers by its value', async () => {
    for (const name of ['2022-23.csv', '2023-24.csv']) put(name, readFileSync(join('examples/biu-2024/data', name), 'utf8'))
    expect((await notat('init', at('projekt'))).code).toBe(0)
    expect(treeOf('projekt').slice(0, 4)).toEqual(['Samlet', '  Interne tilbud', '  Eksterne leverandører', '    Brobygning'])
    expect(text('projekt', 'notat.yaml')).toContain('# SKRIV de rigtige datoer')
  })

  it('takes parts that have far fewer answers than their group for some of it', async () => {
    const rows = ['Målgruppe;Indekstal 2023;Antal svar 2023', 'Aktive;71;812', 'Jobparate;68;402', '  heraf unge;70;88', 'I alt;70;1.214']
    put('tabel.csv', rows.join('\n'))
    expect((await notat('init', at('projekt'))).code).toBe(0)
    expect(treeOf('projekt')).toEqual(['Samlet', '  Aktive', '  Jobparate', '    heraf unge'])
    const complete = segmentsOf(surveyOf('projekt').survey.segments).map(({ segment }) => segment.complete)
    expect(complete).toEqual([true, true, false, true])
  })

  it('takes a sum that is printed wrong for a sum, and does not build', async () => {
    const rows = ['Eksterne leverandører;84;1.775', 'Unge;81;165', 'AC;84;485', 'Voksne;89;596', 'Sygemeldte;81;509']
    put('2024.csv', ['periode;målgruppe;indekstal;antal svar', ...rows.map((row) => `2024;${row}`)].join('\n'))
    const { code, err } = await notat('init', at('projekt'))
    expect(treeOf('projekt').slice(0, 2)).toEqual(['Eksterne leverandører', '  Unge'])
    expect(text('projekt', 'notat.yaml')).toContain('giver næsten denne gruppes')
    expect([code, err]).toEqual([1, expect.stringContaining('Det kan ikke bygges endnu')])
  })

  it('knows items, scale, years and providers of answers', async () => {
    cpSync('examples/made-up-answers/data', at('projekt', 'data'), { recursive: true })
    expect((await notat('init', at('projekt'))).code).toBe(0)
    const { survey } = surveyOf('projekt')
    const expected = parseProject(exampleFiles('made-up-answers')).survey
    expect(survey.items.map(({ label, scale }) => [label, scale])).toEqual(expected.items.map(({ label, scale }) => [label, scale]))
    expect(survey.periods).toEqual(expected.periods)
    const names = ({ providers, segments }: typeof survey) =>
      providers
        .map(({ label, segments: own }) => {
          const labels = own.map((id) => segmentsOf(segments).find(({ segment }) => segment.id === id)?.segment.label)
          return `${label}: ${labels.sort().join(', ')}`
        })
        .sort()
    expect(names(survey)).toEqual(names(expected))
  })

  it('leaves points of an unknown scale open, and says so', async () => {
    const answers = ['Rigtig godt', 'Sådan da', 'Skidt', 'Ved ikke', 'Rigtig godt', 'Skidt', 'Skidt']
    put('svar.csv', ['dato;målgruppe;Maden', ...answers.map((answer) => `03-02-2024;Nord;${answer}`)].join('\n'))
    const { code, err } = await notat('init', at('projekt'))
    expect(code).toBe(1)
    expect(err).toContain('point efter score, flest til det bedste svar')
    expect(text('projekt', 'notat.yaml')).toContain('{ id: skidt, label: Skidt, score: SKRIV }')
    expect(text('projekt', 'notat.yaml')).toContain('missing: dontKnow')
    const built = await notat('build', at('projekt'))
    expect(built.code).toBe(2)
    expect(built.err.match(/^notat\.yaml:\d+:\d+: mangler endnu: score$/gm)).toHaveLength(3)
    expect(built.err).toContain('Skriv i stedet for SKRIV de point, svaret giver')
    expect(built.err).not.toContain('ukendt')
  })

  it('asks on a terminal for what no file tells', async () => {
    const answers = ['Rigtig godt', 'Sådan da', 'Skidt', 'Ved ikke', 'Rigtig godt', 'Skidt', 'Skidt']
    put('svar.csv', ['dato;målgruppe;leverandør;Maden', ...answers.map((answer) => `03-10-2024;Nord;Køkkenet;${answer}`)].join('\n'))
    const said = ['Eksempel Kommune', 'Hvad synes du om maden?', 'Maden på plejehjem', '1 1 2', '1 2 3', '13', '8', 'ja']
    const questions: string[] = []
    const ask = (question: string) => {
      questions.push(question)
      return Promise.resolve(said.shift() ?? null)
    }
    const sink = { write: () => true }
    expect(await main(['init', at('projekt')], { out: sink, err: sink, ask })).toBe(0)
    const { survey, sender } = surveyOf('projekt')
    expect(sender.organisation).toBe('Eksempel Kommune')
    expect(survey).toMatchObject({
      title: 'Maden på plejehjem',
      items: [{ label: 'Maden', text: 'Hvad synes du om maden?' }],
      periods: [{ from: '2024-08-01', to: '2025-07-31' }],
      providers: [{ label: 'Køkkenet', kind: 'internal' }],
    })
    expect(survey.scales[0]?.options.map((option) => ('score' in option ? `${option.label} ${option.score}` : option.label))).toEqual([
      'Rigtig godt 3',
      'Sådan da 2',
      'Skidt 1',
      'Ved ikke',
    ])
    expect(questions).toHaveLength(8)
    expect(text('projekt', 'notat.yaml').replace(/^#.*\n/gm, '')).not.toContain('SKRIV')
  })
})

describe('notat init from tables as people make them', () => {
  const sheet = async (name: string, rows: (string | number | null)[][], formats: Record<string, string> = {}) => {
    const cells = Object.entries(formats).map(([key, numFmt]): [string, object] => {
      const [row = 0, column = 0] = key.split(',').map(Number)
      return [key, { value: rows[row]?.[column] ?? null, type: 'number', style: { numFmt } }]
    })
    mkdirSync(at('projekt', 'data'), { recursive: true })
    writeFileSync(at('projekt', 'data', name), await writeXlsx({ sheets: [{ name: 'Ark1', rows, cells: new Map(cells) }] }))
  }
  const figures = async () =>
    (await readDataset(surveyOf('projekt'))).published.map(
      ({ period, segment, metric, text, base }) => `${period}/${segment} ${metric} ${text} ${base}`,
    )

  it('knows years, areas, "N" and "antal besvarelser", and takes no change for a question', async () => {
    await sheet('tabel.xlsx', [
      ['Område', '2023', '2024', 'Ændring', 'Antal besvarelser 2023', 'N 2024'],
      ['Nord', 71, 74, 3, 120, 131],
      ['Syd', 80, 79, -1, 99, 88],
    ])
    expect((await notat('init', at('projekt'))).code).toBe(0)
    expect(surveyOf('projekt').survey.items).toHaveLength(1)
    expect(text('projekt', 'notat.yaml')).toContain('SKRIV hvad tallene er. Her gættes på metric: indexScore')
    expect(await figures()).toEqual([
      '2023/nord indexScore 71 120',
      '2023/syd indexScore 80 99',
      '2024/nord indexScore 74 131',
      '2024/syd indexScore 79 88',
    ])
  })

  it('takes the year from the name of a file that does not say it', async () => {
    for (const year of [2023, 2024])
      await sheet(`tilfredshed ${year}.xlsx`, [
        ['Enhed', 'Indekstal', 'Antal svar'],
        ['Nord', year - 1950, 120],
        ['Syd', 80, 99],
      ])
    expect((await notat('init', at('projekt'))).code).toBe(0)
    expect(await figures()).toEqual([
      '2023/nord indexScore 73 120',
      '2023/syd indexScore 80 99',
      '2024/nord indexScore 74 120',
      '2024/syd indexScore 80 99',
    ])
  })

  it('reads a mean of 4 among others with decimals as 4.0, and "antal" beside it as answers', async () => {
    const rows = [2023, 2024].flatMap((year) => [
      [year, 'Nord', 4.1, 88],
      [year, 'Syd', 4, 67],
    ])
    await sheet('tal.xlsx', [['År', 'Område', 'Gennemsnit', 'Antal'], ...rows])
    expect((await notat('init', at('projekt'))).code).toBe(0)
    expect(surveyOf('projekt').survey.items).toMatchObject([{ decimals: 1 }])
    expect(await figures()).toContain('2024/syd mean 4 67')
  })

  it('knows a group whose numbers are not told, and says where one has none', async () => {
    await sheet('tabel.xlsx', [
      [null, '2023', null, '2024', null],
      ['Tilbud', 'Indekstal', 'Antal svar', 'Indekstal', 'Antal svar'],
      ['Nord', 71, 120, 74, 131],
      ['Caféen', '–', 'under 5', 75, 12],
      ['Nyt tilbud', null, null, 81, 20],
      ['Lukket', '–', 'under 5', '–', '<5'],
    ])
    expect((await notat('init', at('projekt'))).code).toBe(0)
    expect(await figures()).toEqual([
      '2023/nord indexScore 71 120',
      '2024/cafeen indexScore 75 12',
      '2024/nord indexScore 74 131',
      '2024/nyt-tilbud indexScore 81 20',
    ])
    expect(text('projekt', 'notat.yaml')).toMatch(/label: Nyt tilbud\n +# Filerne har kun tal for gruppen i:\n +periods: \[2024\]/)
    expect(text('projekt', 'notat.yaml')).not.toMatch(/label: Caféen\n +# Filerne/)
  })

  it('takes a column of shares an answer for no question', async () => {
    const answers = ['Meget tilfreds', 'Tilfreds', 'Hverken tilfreds eller utilfreds', 'Utilfreds', 'Meget utilfreds']
    const formats = Object.fromEntries([1, 2].flatMap((row) => [1, 2, 3, 4, 5].map((column) => [`${row},${column}`, '0%'])))
    await sheet(
      '2024.xlsx',
      [
        ['Område', ...answers],
        ['Nord', 0.3, 0.4, 0.2, 0.05, 0.05],
        ['Syd', 0.2, 0.5, 0.2, 0.05, 0.05],
      ],
      formats,
    )
    const { code, err } = await notat('init', at('projekt'))
    expect([code, err]).toEqual([1, expect.stringContaining('Det kan ikke bygges endnu')])
    expect(text('projekt', 'notat.yaml')).not.toContain('label: Meget tilfreds')
  })

  it('asks which column splits answers into groups, or says which could', async () => {
    const answer = (index: number) => ['Tilfreds', 'Utilfreds', 'Meget tilfreds'][index % 3]
    const rows = Array.from({ length: 24 }, (_, index) => [
      `0${1 + (index % 9)}-02-2024`,
      `Hus ${index % 4}`,
      index % 2 ? 'Kvinde' : 'Mand',
      answer(index),
    ])
    put('svar.csv', [['Dato', 'Bosted eller dagtilbud', 'Køn', 'Maden'], ...rows].map((cells) => cells.join(';')).join('\n'))
    const said: (string | null)[] = ['Eksempel Kommune', 'Hvad synes du?', '', '', '1']
    const questions: string[] = []
    const ask = (question: string) => {
      questions.push(question)
      return Promise.resolve(said.shift() ?? null)
    }
    const sink = { write: () => true }
    expect(await main(['init', at('projekt')], { out: sink, err: sink, ask })).toBe(0)
    expect(questions.some((question) => question.includes('1 Bosted eller dagtilbud, 2 Køn'))).toBe(true)
    expect(treeOf('projekt')).toEqual(['Samlet', '  Hus 0', '  Hus 1', '  Hus 2', '  Hus 3'])
    const { tallies } = await readDataset(surveyOf('projekt'))
    expect(tallies.map(({ segment }) => segment).sort()).toEqual(['hus-0', 'hus-1', 'hus-2', 'hus-3'])
    rmSync(at('projekt', 'notat.yaml'))
    expect((await notat('init', at('projekt'))).err).toContain('Bosted eller dagtilbud, Køn')
  })
})

describe('notat init', () => {
  it('without a table writes what is to be filled in', async () => {
    const { code, err } = await notat('init', at('tom'))
    expect([code, err]).toEqual([0, expect.stringContaining('Ingen tabel')])
    expect(text('tom', 'notat.yaml')).toContain('SKRIV kommunens navn')
    expect((await notat('build', at('tom'))).code).toBe(2)
  })

  it('is in English where it is asked to be', async () => {
    await notat('init', at('projekt'), '--from', table2, '--lang', 'en')
    expect(text('projekt', 'notat.yaml')).toContain('organisation: WRITE the name of the council')
    expect(text('projekt', 'notat.schema.json')).toBe(readFileSync('notat.schema.en.json', 'utf8'))
  })

  it('overwrites nothing, and names what is there', async () => {
    mkdirSync(at('projekt'))
    writeFileSync(at('projekt', 'notat.yaml'), 'locale: da\n')
    const { code, err } = await notat('init', at('projekt'), '--from', table2)
    expect([code, err]).toEqual([2, expect.stringContaining(at('projekt', 'notat.yaml'))])
    expect(readdirSync(at('projekt'))).toEqual(['notat.yaml'])
    expect(text('projekt', 'notat.yaml')).toBe('locale: da\n')
  })

  it('writes nothing where a file of another content has the name of one of its own', async () => {
    put('tabel-2.xlsx', 'noget andet')
    const { code, err } = await notat('init', at('projekt'), '--from', table2)
    expect([code, err]).toEqual([2, expect.stringContaining('tabel-2.xlsx')])
    expect(existsSync(at('projekt', 'notat.yaml'))).toBe(false)
    expect(text('projekt', 'data', 'tabel-2.xlsx')).toBe('noget andet')
  })

  it('passes over what Office and Windows leave in a folder', async () => {
    cpSync(table2, at('projekt', 'data', 'tabel-2.xlsx'))
    put('~$tabel-2.xlsx', 'lås')
    put('Thumbs.db', '')
    expect((await notat('init', at('projekt'))).code).toBe(0)
    expect(text('projekt', 'notat.yaml')).toContain('ud fra data/tabel-2.xlsx.')
  })

  it('copies an example, which builds', async () => {
    const { code } = await notat('init', at('eksempel'), '--example', 'biu-2024')
    expect(code).toBe(0)
    expect(text('eksempel', 'notat.yaml')).toBe(readFileSync('examples/biu-2024/notat.yaml', 'utf8'))
    expect(existsSync(at('eksempel', 'out'))).toBe(false)
    expect((await notat('build', at('eksempel'), '--format', 'html')).code).toBe(0)
    expect((await notat('init', at('eksempel'), '--example', 'biu-2024')).code).toBe(0)
    writeFileSync(at('eksempel', 'notat.yaml'), 'locale: da\n')
    expect((await notat('init', at('eksempel'), '--example', 'biu-2024')).code).toBe(2)
  })

  it('knows the nearest example', async () => {
    const { code, err } = await notat('init', at('x'), '--example', 'biu-2042')
    expect([code, err]).toEqual([2, expect.stringContaining('Mente du biu-2024?')])
  })
})
