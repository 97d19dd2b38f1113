import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Assertion, TextClaims } from '../../src/claim.js'
import { roundForPrint } from '../../src/printed.js'
import { parseProject } from '../../src/project.js'
import { claimsOfText, type TextOptions } from '../../src/prose-claims/index.js'
import { readText } from '../../src/read/text/index.js'
import { Survey, segmentsOf } from '../../src/survey.js'

import { growthOf, linear, runs } from '../runs.js'

const biu = parseProject({ 'notat.yaml': readFileSync('examples/biu-2024/notat.yaml', 'utf8') }).survey

const claimsIn = async (text: string, survey: Survey = biu, options: TextOptions = {}, name = 'notat.txt'): Promise<TextClaims> =>
  claimsOfText(await readText({ name, bytes: new TextEncoder().encode(text) }), survey, options)
const memo = async (number: string, survey: Survey = biu) => claimsIn(readFileSync(`test/fixtures/memo-${number}.txt`, 'utf8'), survey)

/** `FIGURE = from..to` for a number, `FIGURE rise` for a direction, both for both. */
const shown = ({ claims }: TextClaims) =>
  claims.map(({ figure, interval, direction }) => {
    const ends = interval && [interval.from, interval.to].map((end) => Number(roundForPrint(end, 4)))
    return [figure, ...(ends ? [`= ${ends[0] === ends[1] ? ends[0] : ends.join('..')}`] : []), ...(direction ? [direction] : [])].join(' ')
  })
const left = ({ notChecked }: TextClaims) => notChecked.map(({ reason, text }) => `${reason}: ${text}`)
const only = <K extends Assertion['kind']>({ assertions }: TextClaims, kind: K) =>
  assertions.flatMap((assertion) => (assertion.kind === kind ? [assertion as Extract<Assertion, { kind: K }>] : []))

/** A survey of shares, two of whose questions have what is said of each side, and two surveys of others. */
const shares = parseProject({
  'notat.yaml': `sender: { organisation: Eksempel Kommune }
survey:
  title: Borgerundersøgelsen
  respondents: { one: borger, many: borgere, definite: borgerne }
  scales: [{ id: grad, options: [{ id: ja, label: i høj grad, score: 3 }, { id: hverken, label: hverken eller, score: 2 }, { id: nej, label: slet ikke, score: 1 }, { id: ved-ikke, label: ved ikke, missing: dontKnow }] }]
  items:
    - { id: samlet, label: Samlet tilfredshed, text: Er du tilfreds?, scale: grad, shareBase: answered, says: { positive: er tilfredse med deres forløb, negative: er utilfredse } }
    - { id: praktik, label: Praktik, text: Har du været i praktik?, scale: grad, shareBase: answered, askedOf: "de borgere, der har haft en mentor,", says: { positive: har været i praktik, negative: ikke har været i praktik } }
  periods: [{ from: 2024-01-01, to: 2024-12-31 }]
  segments: { id: all, label: Alle borgere, parts: [{ id: unge, label: Unge, phrase: "borgere, der er unge," }, { id: voksne, label: Voksne, phrase: "borgere, der er voksne," }] }
  records:
    - { id: nabo, label: Naboby, scale: [1, 5], answers: '200', invited: '400', responseRate: '50 pct.', result: '4,1', target: '4,2' }
`,
  'data/tal.csv': 'periode;målgruppe;spørgsmål;svar;andel\n2024;all;samlet;i høj grad;43 %',
}).survey

describe('answers by their side of the scale', () => {
  const told = (text: string) => claimsIn(text, shares, { isOfSurvey: true })

  it('are of all who were asked, who lead in the sentence; others are not', async () => {
    const text = await told('Blandt borgerne svarer 43 pct., at de er tilfredse med deres forløb, og 33 pct. svarer, at de er utilfredse.')
    expect(shown(text)).toEqual(['share/all/2024/options/ja = 0.425..0.435', 'share/all/2024/options/nej = 0.325..0.335'])
    expect(shown(await told('Blandt de borgere, der har haft en mentor, svarer 18 pct., at de ikke har været i praktik.'))).toEqual([
      'share/all/2024/items/praktik/options/nej = 0.175..0.185',
    ])
    const others = await told('Blandt borgerne med børn svarer 43 pct., at de er tilfredse med deres forløb.')
    expect([shown(others), left(others)]).toEqual([[], ['subject: 43 pct.']])
    const some = await told('Blandt borgerne, der har børn, svarer 43 pct., at de er tilfredse med deres forløb.')
    expect([shown(some), left(some)]).toEqual([[], ['subject: 43 pct.']])
  })

  it('may have a denial in their own words; any other leaves the number unread', async () => {
    const said = 'Andelen, der svarer, at de ikke har været i praktik, er størst blandt borgere, der er unge, med 60 pct.'
    expect(shown(await told(said))).toEqual(['share/unge/2024/items/praktik/options/nej = 0.595..0.605'])
    expect(left(await told(said.replace('er størst', 'er ikke størst')))).toEqual(['irrealis: 60 pct'])
  })

  it('stand in columns of a table of all who were asked', async () => {
    const table = (caption: string) =>
      claimsIn(
        `<h1>Borgerundersøgelsen</h1><table><caption>${caption}</caption><tr><th>Spørgsmål</th><th>Positive svar</th><th>Negative svar</th><th>Øvrige svar</th></tr><tr><th>Samlet tilfredshed</th><td>43 %</td><td>33 %</td><td>24 %</td></tr></table>`,
        shares,
        { isOfSurvey: true },
        'notat.html',
      )
    expect(shown(await table('Tabel 1: Borgernes svar, 2024'))).toEqual([
      'share/all/2024/options/ja = 0.425..0.435',
      'share/all/2024/options/nej = 0.325..0.335',
      'share/all/2024/options/hverken+ved-ikke = 0.235..0.245',
    ])
    expect(left(await table('Tabel 1: Kvindelige borgeres svar, 2024'))).toEqual(['segment: 43 %', 'segment: 33 %', 'segment: 24 %'])
  })
})

describe('surveys of others', () => {
  const page = (body: string) => claimsIn(`<h1>Opsamling</h1><h2>Naboby</h2>${body}`, shares, {}, 'notat.html')

  it('are told of under their own heading', async () => {
    const text = await page(
      '<p>Undersøgelsen er gennemført hvert år fra 2012 til 2016. Der blev inviteret 400, og 200 har svaret. Svarprocenten er 50 pct. Resultatet er 4,1 på en skala fra 1 til 5. Det svarer til 78 på en fælles skala fra nul til hundrede. Målet er mindst 4,2 på en skala fra 1 til 5. Det svarer til 80 på en fælles skala fra nul til hundrede.</p>',
    )
    expect(shown(text)).toEqual([
      'record/nabo/invited = 400',
      'record/nabo/answers = 200',
      'record/nabo/responseRate = 0.495..0.505',
      'record/nabo/result = 4.05..4.15',
      'record/nabo/resultAsIndex = 77.5..78.5',
      'record/nabo/target = 4.15..4.25',
      'record/nabo/targetAsIndex = 79.5..80.5',
    ])
    expect(left(text)).toEqual([])
  })

  it('and in their row of a table', async () => {
    const table =
      '<table><tr><th>Kommune</th><th>Antal svar</th><th>Svarprocent</th><th>Resultat på fælles skala</th><th>Mål</th><th>Udgift</th></tr><tr><th>Naboby</th><td>200</td><td>50 %</td><td>78</td><td>4,2</td><td>12</td></tr></table>'
    const text = await page(table)
    expect(shown(text)).toEqual([
      'record/nabo/answers = 200',
      'record/nabo/responseRate = 0.495..0.505',
      'record/nabo/resultAsIndex = 77.5..78.5',
      'record/nabo/target = 4.15..4.25',
    ])
    expect(left(text)).toEqual(['metric: 12'])
  })
})

describe('the 2024 memo', () => {
  const listed = readFileSync('examples/biu-2024/claims/orientering-2024.csv', 'utf8').trim().split('\n').slice(1)
  const words: Record<string, string> = { fremgang: 'rise', steget: 'rise', fald: 'fall', faldet: 'fall', uændret: 'unchanged' }

  it('states exactly what was listed by hand when its claims were written down', async () => {
    const stated = (await memo('000')).claims.flatMap(({ figure, text, direction, interval }) => {
      const number = interval && (/to indekspoint/.test(text) ? '2' : /\d[\d.]*/.exec(text)?.[0])
      const signed = number && figure.startsWith('change/') && direction === 'fall' ? `-${number}` : number
      return [...(signed ? [`${figure};${signed}`] : []), ...(direction ? [`${figure};${direction}`] : [])]
    })
    const byHand = listed.map((line) => {
      const [figure = '', value = ''] = line.split(';')
      return `${figure};${words[value] ?? value}`
    })
    // The list by hand names a direction once for each theme; the memo says it in heading and text.
    expect([...new Set(stated)].sort()).toEqual([...new Set(byHand)].sort())
  })

  it('says a rise and a fall twice, in heading and sentence', async () => {
    const { claims } = await memo('000')
    const directions = claims.filter(({ figure, direction }) => direction && /\/(all|internal|external)\//.test(figure))
    expect(directions.map(({ text, direction, place }) => [place.line, text, direction])).toEqual([
      [28, 'Fremgang', 'rise'],
      [31, 'fremgang på to indekspoint', 'rise'],
      [35, 'Fald', 'fall'],
      [39, 'fald på 8 indekspoint', 'fall'],
      [40, 'lavere end', 'fall'],
      [46, 'Uændret', 'unchanged'],
      [50, 'uændret', 'unchanged'],
    ])
  })

  it('leaves nothing unread and invents nothing', async () => {
    const found = await memo('000')
    expect(found.notChecked).toEqual([])
    // 12 and 28 numbers in the tables; 3, 4 and 3 statements in the themes; 14 in the points
    expect(found.claims).toHaveLength(12 + 28 + 3 + 4 + 3 + 14)
  })

  it('keeps the line and the words of a claim', async () => {
    const { claims } = await memo('000')
    const wrong = claims.find(({ figure, text }) => figure === 'indexScore/all/2023-24' && text !== '85')
    expect(wrong?.text).toBe('85 ud af 100 indekspoint')
    expect(wrong?.place.words).toMatch(/^Det gennemsnitlige indekstal .* 85 ud af 100 indekspoint\.$/)
    expect(claims.find(({ text }) => text === '1.775')?.place).toEqual({ file: 'notat.txt', line: 214, words: '1.775' })
  })

  it('asserts its captions, references and date, a remark on a base, and the lengths of its lists', async () => {
    const found = await memo('000')
    expect(only(found, 'caption').map(({ of, number }) => [of, number])).toEqual([
      ['table', 1],
      ['table', 2],
    ])
    expect(only(found, 'reference').map(({ number }) => number)).toEqual([1, 2, 1, 2])
    expect(only(found, 'date').map(({ of, date }) => [of, date])).toEqual([['document', '2024-12-09']])
    expect(only(found, 'baseRemark').map(({ segment, place }) => [segment, place.line])).toEqual([['internal', 40]])
    expect(only(found, 'listCount').map(({ noun, stated, listed: count }) => [noun, stated, count])).toEqual([
      ['temaer', 3, 3],
      ['områder', 5, 5],
    ])
  })
})

describe('documents about other things', () => {
  it.each(['001', '002'])('memo %s claims nothing of the survey', async (number) => {
    expect((await memo(number)).claims).toEqual([])
  })

  it('memo 001 has a target, and a response rate with the answers it goes with', async () => {
    const found = await memo('001')
    expect(only(found, 'target').map(({ point }) => [point.text, point.hedge])).toEqual([['mindst 4,2', 'atLeast']])
    expect(only(found, 'responseRate').map(({ answers, rate }) => [answers?.text, rate.text])).toEqual([['1000 borgere', '50 pct']])
    expect(only(found, 'date').map(({ date }) => date)).toEqual(['2018-08-28'])
  })

  it('memo 004 says nothing of the survey’s own periods', async () => {
    expect(shown(await memo('004')).filter((claim) => claim.startsWith('base'))).toEqual([])
  })
})

const surveyOf = (fields: object): Survey => Survey.parse({ title: 'Undersøgelse', ...fields })

describe('the comparison of municipalities (memo 003)', () => {
  const theme = (id: string, label: string) => ({ id, label, text: `Spørgsmål om ${label}`, scale: 'satisfaction5' })
  const survey = surveyOf({
    items: [
      { ...theme('overall', 'Overordnet tilfredshed'), also: ['overordnet set'] },
      theme('meeting', 'Mødet med jobcentret'),
      theme('goals', 'Mål og aktiviteter'),
      theme('across', 'Samarbejde på tværs af forvaltninger'),
      theme('conversation', 'Samtalen'),
      theme('progress', 'Progression'),
    ],
    periods: [{ from: '2024-01-01', to: '2024-06-30' }],
    segments: {
      ...{ id: 'all', label: 'Alle kommuner', phrase: 'de deltagende kommuner', complete: false },
      parts: [{ id: 'city', label: 'Københavns Kommune', also: ['København'] }],
    },
  })

  it('reads every cell of the table as a mean of its item and column', async () => {
    const means = shown(await memo('003', survey)).filter((claim) => claim.startsWith('mean'))
    const printed: [string, number, number][] = [
      ['', 3.32, 3.64],
      ['/items/meeting', 3.41, 3.69],
      ['/items/goals', 3.07, 3.41],
      ['/items/across', 2.72, 3.02],
      ['/items/conversation', 3.53, 3.75],
      ['/items/progress', 2.65, 2.97],
    ]
    const range = (value: number) => `${(value - 0.005).toFixed(3)}..${(value + 0.005).toFixed(3)}`.replace(/(\.\d+?)0+(?=\.\.|$)/g, '$1')
    expect(means).toEqual(
      printed.flatMap(([item, city, all]) => [`mean/city/2024-h1${item} = ${range(city)}`, `mean/all/2024-h1${item} = ${range(all)}`]),
    )
  })

  it('reads shares of two options, open to the side their words open', async () => {
    expect(shown(await memo('003', survey)).filter((claim) => claim.startsWith('share'))).toEqual([
      'share/all/2024-h1/options/verySatisfied+satisfied = 0.6..1',
      'share/city/2024-h1/options/verySatisfied+satisfied = 0.5..1',
    ])
    expect(left(await memo('003', survey))).toEqual(['segment: 65 pct.'])
  })

  it('asserts that all are above a midpoint of 2,5 and below the average, in the table it names', async () => {
    const found = await memo('003', survey)
    expect(
      only(found, 'comparison').map(({ relation, against, point, quantifier, segment, table }) => [
        relation,
        against,
        point?.text ?? null,
        quantifier?.kind ?? null,
        segment,
        table,
      ]),
    ).toEqual([
      ['lowest', null, null, null, 'city', null],
      ['below', 'benchmark', null, 'all', 'city', 1],
      ['above', 'midpoint', '2,5', 'all', 'city', 1],
    ])
    expect(only(found, 'listCount').map(({ noun, stated, listed }) => [noun, stated, listed])).toEqual([['temaer', 6, 6]])
    expect(only(found, 'date').map(({ of, date }) => [of, date])).toEqual([['document', '2024-09-23']])
  })
})

describe('the fact sheet (memo 004)', () => {
  const survey = surveyOf({
    scales: [
      {
        id: 'outcome',
        options: [
          { id: 'reached', score: 1 },
          { id: 'notReached', score: 0 },
        ],
      },
    ],
    items: [
      { id: 'job', label: 'Borgere i job 2 måneder efter afsluttet forløb', text: 'I job?', scale: 'outcome' },
      { id: 'education', label: 'Borgere i uddannelse 2 måneder efter afsluttet forløb', text: 'I uddannelse?', scale: 'outcome' },
      { id: 'plan', label: 'Borgere med udarbejdet forberedende plan', text: 'Plan?', scale: 'outcome' },
    ],
    periods: [{ from: '2022-01-01', to: '2022-12-31' }],
    segments: {
      ...{ id: 'all', label: 'Udsatte og sygemeldte borgere' },
      parts: [
        { id: 'cash', label: 'Aktivitetsparate kontanthjælpsmodtagere' },
        { id: 'resource', label: 'Borgere i ressourceforløb' },
        { id: 'sick', label: 'Sygemeldte borgere' },
        { id: 'allowance', label: 'Ledighedsydelsesmodtagere' },
      ],
    },
  })

  it('reads count and share of each cell, over the base of its row; the total is the whole', async () => {
    const found = shown(await memo('004', survey))
    expect(found.filter((claim) => claim.includes('/sick/'))).toEqual([
      'base/sick/2022 = 3393',
      'count/sick/2022/options/reached = 206',
      'share/sick/2022/options/reached = 0.0605..0.0615',
      'count/sick/2022/items/education/options/reached = 9',
      'share/sick/2022/items/education/options/reached = 0.0025..0.0035',
      'base/sick/2022 = 3393',
      'count/sick/2022/items/plan/options/reached = 783',
      'share/sick/2022/items/plan/options/reached = 0.2305..0.2315',
    ])
    expect(found).toContain('base/all/2022 = 6065')
    expect(found).toContain('share/all/2022/items/plan/options/reached = 0.2125..0.2135')
    expect(found).toHaveLength(40)
  })

  it('keeps each share beside its count and its base', async () => {
    const shares = only(await memo('004', survey), 'tableShare')
    expect(shares).toHaveLength(15)
    expect(shares.map(({ row, count, share, base }) => [row, count.text, share.text, base?.text])).toContainEqual([
      'Borgere i ressourceforløb',
      '1',
      '0,08 %',
      '1.236',
    ])
  })

  it('asserts two tables of one number, a source drawn after the memo’s date, and a rate beside the answers told of', async () => {
    const found = await memo('004', survey)
    expect(only(found, 'caption').map(({ number }) => number)).toEqual([1, 1])
    expect(only(found, 'reference').map(({ number }) => number)).toEqual([1, 2, 1, 2, 1, 2])
    expect(only(found, 'date').map(({ of, date }) => [of, date])).toEqual([
      ['extraction', '2023-08-07'],
      ['document', '2023-07-21'],
      ['extraction', '2023-08-07'],
    ])
    expect(only(found, 'responseRate').map(({ answers, rate }) => [answers?.text, rate.text])).toEqual([['1356 borgere', 'ca. 4 %']])
  })
})

describe('sentences', () => {
  const cases: [string, string[]][] = [
    ['Indekstallet for de eksterne leverandører er 84.', ['indexScore/external/2023-24 = 83.5..84.5']],
    ['På tilbuddene til akademikere er tilfredsheden 84 indekspoint.', ['indexScore/ac/2023-24 = 83.5..84.5']],
    ['Eksterne aktiveringstilbud ligger på 84 ud af 100 indekspoint.', ['indexScore/external/2023-24 = 83.5..84.5']],
    ['Tilfredsheden er steget med 4 indekspoint på tilbuddene til akademikere.', ['change/indexScore/ac/2022-23..2023-24 = 3.5..4.5 rise']],
    [
      'På tilbuddene til akademikere er indekstallet 4 indekspoint højere end i seneste undersøgelse.',
      ['change/indexScore/ac/2022-23..2023-24 = 3.5..4.5 rise'],
    ],
    [
      'Med de interne aktiveringstilbud er tilfredsheden faldet med knap 8 indekspoint.',
      ['change/indexScore/internal/2022-23..2023-24 = -8.5..0 fall'],
    ],
    ['Tilfredsheden med de interne aktiveringstilbud var 82 indekspoint i 2022-23.', ['indexScore/internal/2022-23 = 81.5..82.5']],
    [
      'Tilfredsheden med de interne aktiveringstilbud er 74 indekspoint mod 82 i 2022/2023.',
      ['indexScore/internal/2023-24 = 73.5..74.5', 'indexScore/internal/2022-23 = 81.5..82.5'],
    ],
    [
      'Antallet af svar fra de eksterne leverandører er faldet fra 1.968 til 1.755.',
      ['change/base/external/2022-23..2023-24 fall', 'base/external/2022-23 = 1968', 'base/external/2023-24 = 1755'],
    ],
    ['På de interne aktiveringstilbud er antallet af svar lavere end i 2022-23.', ['change/base/internal/2022-23..2023-24 fall']],
    ['De eksterne leverandører har ca. 1.800 svar.', ['base/external/2023-24 = 1750..1850']],
    ['Svarprocenten for de eksterne leverandører er 34 pct.', ['responseRate/external/2023-24 = 0.335..0.345']],
    ['På de interne aktiveringstilbud er 40 pct. helt enige.', ['share/internal/2023-24/options/stronglyAgree = 0.395..0.405']],
    [
      'På de interne aktiveringstilbud er fire ud af ti helt enige eller enige.',
      ['share/internal/2023-24/options/stronglyAgree+agree = 0.35..0.45'],
    ],
    ['På de interne aktiveringstilbud er mindst halvdelen helt enige.', ['share/internal/2023-24/options/stronglyAgree = 0.5..1']],
    [
      'Andelen, der er helt enig, går fra 40 pct. på de interne aktiveringstilbud til 75 pct. på forløbene uden mentor.',
      ['share/internal/2023-24/options/stronglyAgree = 0.395..0.405', 'share/uden-mentor/2023-24/options/stronglyAgree = 0.745..0.755'],
    ],
    ['Tilfredsheden med de eksterne aktiveringstilbud er stort set uændret.', ['change/indexScore/external/2022-23..2023-24 unchanged']],
  ]
  const indexed = 'Tilfredsheden vises som indekstal.\n\n'

  it.each(cases)('%s', async (sentence, expected) => {
    expect(shown(await claimsIn(indexed + sentence))).toEqual(expected)
  })

  it('takes each of two numbers to the name that follows it', async () => {
    expect(
      shown(
        await claimsIn(
          'Tilfredsheden er 84 indekspoint for tilbuddene til akademikere og 88 indekspoint for tilbuddene til aktivitetsparate unge.',
        ),
      ),
    ).toEqual(['indexScore/ac/2023-24 = 83.5..84.5', 'indexScore/unge/2023-24 = 87.5..88.5'])
  })

  it('reads a mean on a scale', async () => {
    expect(shown(await claimsIn('De interne aktiveringstilbud får 4,4 på en skala fra 1 til 5.'))).toEqual([
      'mean/internal/2023-24 = 4.35..4.45',
    ])
  })

  it('lets a sentence go on about the one before, and a point’s heading take what its sentences are about', async () => {
    const text = '- Fald i tilfredsheden. På de interne aktiveringstilbud er indekstallet 74. Det er et fald på 8 indekspoint.'
    expect(shown(await claimsIn(text))).toEqual([
      'change/indexScore/internal/2022-23..2023-24 fall',
      'indexScore/internal/2023-24 = 73.5..74.5',
      'change/indexScore/internal/2022-23..2023-24 = -8.5..-7.5 fall',
    ])
  })

  const silent: [string, string[]][] = [
    ['Tilfredsheden med personalet er 91 indekspoint.', ['subject: 91 indekspoint']],
    ['Blandt kvinder på de interne aktiveringstilbud er tilfredsheden 80 indekspoint.', ['subject: 80 indekspoint']],
    ['Tilfredsheden med personalet på de interne aktiveringstilbud er 80 indekspoint.', ['subject: 80 indekspoint']],
    ['Sammensætningen trækker 1,6 indekspoint op, fordi de interne aktiveringstilbud fylder mindre.', ['sense: 1,6 indekspoint']],
    [
      'Indekstallet er 2,7 indekspoint lavere end sidst, fordi de interne aktiveringstilbud fylder mindre.',
      ['segment: 2,7 indekspoint lavere end'],
    ],
    ['Tilfredsheden er 84 indekspoint.', ['segment: 84 indekspoint']],
    ['På de interne aktiveringstilbud var tilfredsheden 80 indekspoint i 2019.', ['period: 80 indekspoint']],
    ['Målet er, at de interne aktiveringstilbud når 85 indekspoint.', ['irrealis: 85 indekspoint']],
    ['Tilfredsheden med de interne aktiveringstilbud er ikke steget.', []],
    ['Det skyldes et fald i antallet af ansatte på de interne aktiveringstilbud.', []],
    ['Dermed har de interne aktiveringstilbud øget bemandingen.', []],
    ['På de interne aktiveringstilbud er 40 pct. mænd.', ['options: 40 pct.']],
    ['Ledigheden er faldet fra 5 til 4 pct. blandt unge under 30 år.', ['segment: 5', 'segment: 4 pct.']],
    ['Indekstal 0 er ”helt uenig”, og indekstal 100 er ”helt enig”.', []],
    ['Tilfredsheden for AC-tilbud og aktivitetsparate unge er 84 og 88 indekspoint.', ['segment: 84', 'sense: 88 indekspoint']],
    ['Budgettet er steget med 4 mio. kr. for de interne aktiveringstilbud.', []],
    ['De interne aktiveringstilbud ligger i Bernstorffsgade 17, 1577 København V.', []],
  ]
  it.each(silent)('%s claims nothing', async (sentence, expected) => {
    const found = await claimsIn(indexed + sentence)
    expect([shown(found), left(found)]).toEqual([[], expected])
  })

  it('does not take a direction in another matter for one of satisfaction, even where it goes on', async () => {
    const first = 'På de interne aktiveringstilbud er indekstallet 74. '
    for (const next of [
      'Det skyldes et fald i ledigheden.',
      'Dermed har centrene øget bemandingen.',
      'Det kan skyldes en stigning i sygefraværet.',
    ]) {
      expect(shown(await claimsIn(first + next))).toEqual(['indexScore/internal/2023-24 = 73.5..74.5'])
    }
  })

  it('knows no period before the first', async () => {
    const found = await claimsIn('På de interne aktiveringstilbud var tilfredsheden 82 indekspoint i seneste undersøgelse.', biu, {
      period: '2022-23',
    })
    expect([shown(found), left(found)]).toEqual([[], ['noPrevious: 82 indekspoint']])
  })

  it('takes what it is told of the document: its period, and that it compares with none', async () => {
    const sentence = 'På de interne aktiveringstilbud er tilfredsheden steget til 82 indekspoint.'
    expect(shown(await claimsIn(sentence, biu, { period: '2022-23' }))).toEqual(['indexScore/internal/2022-23 = 81.5..82.5'])
    expect(
      left(await claimsIn('På de interne aktiveringstilbud er tilfredsheden steget med 2 indekspoint.', biu, { compareWith: null })),
    ).toEqual(['noPrevious: steget med 2 indekspoint'])
  })
})

describe('what is said besides figures', () => {
  const survey = surveyOf({
    items: [{ id: 'overall', label: 'Overordnet tilfredshed', text: 'Er du tilfreds?', scale: 'satisfaction5' }],
    periods: [{ from: '2024-01-01', to: '2024-12-31' }],
    segments: {
      ...{ id: 'all', label: 'Alle tilbud', partsCalled: { one: 'målgruppe', many: 'målgrupper' } },
      parts: [
        { id: 'unge', label: 'Unge borgere' },
        { id: 'voksne', label: 'Voksne borgere' },
      ],
    },
    benchmarks: [{ id: 'land', label: 'Hele landet' }],
  })
  const said = async (text: string) =>
    (await claimsIn(text, survey)).assertions.flatMap((assertion): unknown[] => {
      switch (assertion.kind) {
        case 'verdict':
          return [['verdict', assertion.isReached, assertion.segment]]
        case 'target':
          return [['target', assertion.point.text, assertion.segment]]
        case 'midpoint':
          return [['midpoint', assertion.text, assertion.scale && [assertion.scale.min.numerator, assertion.scale.max.numerator]]]
        case 'comparison':
          return [[assertion.relation, assertion.against, assertion.quantifier, assertion.among ?? assertion.benchmark]]
        case 'reference':
          return [['reference', assertion.number, assertion.isElsewhere]]
        case 'responseRate':
          return [['rate', assertion.answers?.text, assertion.rate.text, assertion.of]]
        case 'countColumn':
          return [['column', assertion.label, assertion.says]]
        case 'listCount':
          return [['list', assertion.stated, assertion.listed]]
        default:
          return [[assertion.kind]]
      }
    })

  const cases: [string, unknown[]][] = [
    ['Målet er nået for unge borgere.', [['verdict', true, 'unge']]],
    ['Målet er endnu ikke nået for unge borgere.', [['verdict', false, 'unge']]],
    ['Unge borgere lever op til målet på 85.', [['verdict', true, 'unge'], ['target', '85', 'unge'], ['stated']]],
    ['Målet er næsten nået.', []],
    ['Målet skal være nået i 2024.', []],
    ['Hvis målet er nået for unge borgere, fortsætter indsatsen.', []],
    ['Unge borgere ligger højest blandt målgrupperne.', [['highest', null, null, 'all']]],
    ['Unge borgere ligger lavest blandt de to målgrupper.', [['lowest', null, null, 'all']]],
    ['Unge borgere ligger højest blandt de 44 målgrupper.', [['highest', null, null, null]]],
    ['Unge borgere ligger højest blandt de deltagende kommuner.', [['highest', null, null, null]]],
    ['Unge borgere ligger under gennemsnittet for hele landet.', [['below', 'benchmark', null, 'land']]],
    ['På de fleste områder ligger scoren over målet.', [['above', 'target', { kind: 'most' }, null]]],
    [
      'På 4 ud af 6 temaer er scoren højere end middel (2,5).',
      [
        ['above', 'midpoint', { kind: 'some', stated: 4, of: 6 }, null],
        ['midpoint', 'middel (2,5)', null],
      ],
    ],
    ['Der svares på en skala fra et til fem, hvor 3 svarer til neutral.', [['midpoint', '3 svarer til neutral', [1n, 5n]]]],
    ['81 personer svarede neutral, 20 pct. hverken eller.', []],
    ['Aksen går fra 50 (”neutral”) til 100 (”helt enig”).', []],
    ['Tabel 3 i bilag 2 viser mere.', [['reference', 3, true]]],
    ['Svarprocenten er 50 pct., da 1000 borgere svarede.', [['rate', '1000 borgere', '50 pct.', null]]],
    ['Med det samlede antal forløb er svarprocenten 4 pct.', [['rate', undefined, '4 pct', 'antal forløb']]],
    ['Næste udtræk laves den 1. marts 2026.', []],
    ['Kilde: Udtræk fra 1. marts 2026.', [['date']]],
  ]
  it.each(cases)('%s', async (sentence, expected) => {
    expect(await said(sentence)).toEqual(expected)
  })

  it('counts the rows of a table without those that sum up the others', async () => {
    const rows = ['Et', 'To', 'Tre', 'I alt'].map((name) => `| ${name} | 3,1 |`).join('\n')
    const text = `Undersøgelsen har tre temaer, som fremgår af tabel 1.\n\nTabel 1: Temaer\n\n| Tema | Score |\n|--|--|\n${rows}\n`
    expect(await said(text)).toContainEqual(['list', 3, 3])
  })

  it('tells columns of people who are still there from those who have left', async () => {
    const rows = ['Et', 'To', 'Tre'].map((name, index) => `| ${name} | ${index + 10} | ${index + 20} |`).join('\n')
    const text = `| Gruppe | Borgere i forløb | Borgere med afsluttet forløb |\n|--|--|--|\n${rows}\n`
    expect(await said(text)).toEqual([
      ['column', 'Borgere i forløb', ['ongoing']],
      ['column', 'Borgere med afsluttet forløb', ['finished']],
    ])
  })
})

describe('what our own documents say in their own ways', () => {
  const survey = surveyOf({
    items: [{ id: 'samlet', label: 'Tilfredshed', text: 'Hvor tilfreds er du?', scale: 'satisfaction5' }],
    periods: [
      { from: '2023-01-01', to: '2023-12-31' },
      { from: '2024-01-01', to: '2024-12-31' },
    ],
    segments: {
      id: 'all',
      label: 'Alle tilbud',
      parts: [
        { id: 'unge', label: 'Unge borgere' },
        { id: 'voksne', label: 'Voksne borgere' },
      ],
    },
    benchmarks: [{ id: 'land', label: 'Hele landet' }],
    targets: [{ segment: 'unge', metric: 'topTwoBox', value: 40 }],
  })
  const best = 'share/all/2024/options/verySatisfied+satisfied'
  const cases: [sentences: string, claims: string[]][] = [
    [
      'Det samlede indekstal er 70. Ændringer i de enkelte gruppers indekstal trækker 1–4 indekspoint ned, og en ændret fordeling af svarene mellem grupperne trækker 0,2 indekspoint op.',
      [
        'indexScore/all/2024 = 69.5..70.5',
        'decomposition/indexScore/all/2023..2024/within = -4..-1',
        'decomposition/indexScore/all/2023..2024/mix = 0.15..0.25',
      ],
    ],
    [
      'I alt ligger 641 svar til grund for resultaterne. Det svarer til 18 pct. af de 3.474 borgere, der blev inviteret til at svare.',
      ['base/all/2024 = 641', 'responseRate/all/2024 = 0.175..0.185', 'invited/all/2024 = 3474'],
    ],
    [
      'Målet om 40 pct. for unge borgere er ikke nået: andelen er 14 pct. og dermed 26 procentpoint under målet.',
      ['topTwoBox/unge/2024 = 0.135..0.145', 'difference/topTwoBox/unge..target/2024 = -0.265..-0.255'],
    ],
    [
      'Indekstallet for unge borgere er 21 på grundlag af 179 svar. Sammenlignet over de grupper, der er målt i begge perioder, er det faldet fra 25 til 23.',
      [
        'indexScore/unge/2024 = 20.5..21.5',
        'base/unge/2024 = 179',
        'change/indexScore/unge/2023..2024/common fall',
        'indexScore/unge/2023/comparedWith/2024 = 24.5..25.5',
        'indexScore/unge/2024/comparedWith/2023 = 22.5..23.5',
      ],
    ],
    [
      'Indekstallet for unge borgere i 2023 er sat til 48, men kan også være 49.',
      ['indexScore/unge/2023 = 47.5..48.5', 'indexScore/unge/2023 = 48.5..49.5'],
    ],
    [
      'Resultaterne viser andelen, der har svaret ”meget tilfreds” eller ”tilfreds”. Den samlede andel er 80 pct. Det er en fremgang på 2 procentpoint.',
      [`${best} = 0.795..0.805`, `change/${best.replace('2024', '2023..2024')} = 0.015..0.025 rise`],
    ],
    ['Indekstallet går fra 0 til 100.', []],
    ['Undersøgelsen er gennemført hvert år fra 2012 til 2016, og tilfredsheden er høj.', []],
  ]
  it.each(cases)('%s', async (text, expected) => {
    const found = await claimsIn(text, survey, { isOfSurvey: true })
    expect(shown(found)).toEqual(expected)
    expect(left(found)).toEqual([])
  })

  it('takes another number that a figure may be for no second one of it', async () => {
    const { claims } = await claimsIn('Indekstallet for unge borgere er sat til 48, men kan også være 49.', survey)
    expect(claims.map(({ isAlternative }) => isAlternative ?? false)).toEqual([false, true])
  })

  it('gives a result of several targets to none of them', async () => {
    const targets = ['samlet', 'andet'].map((item) => ({ segment: 'unge', item, metric: 'topTwoBox', value: 40 }))
    const items = [...survey.items, { ...survey.items[0], id: 'andet', label: 'Andet', text: 'Og ellers?' }]
    const found = await claimsIn('Målet om 40 pct. for unge borgere er nået: andelen er 44 pct.', { ...survey, items, targets } as Survey)
    expect([shown(found), left(found)]).toEqual([[], ['item: 44 pct']])
  })
})

describe('laws', () => {
  const named = segmentsOf(biu.segments).flatMap(({ segment }) =>
    segment.phrase?.includes(' ') ? [{ id: segment.id, phrase: segment.phrase }] : [],
  )
  const level = fc.integer({ min: 0, max: 100 })
  const groups = fc.shuffledSubarray(named, { minLength: 1 })

  it('finds every level and change that is put plainly, on the right figure, wherever lines break', async () => {
    await fc.assert(
      fc.asyncProperty(
        groups,
        fc.array(fc.tuple(level, level), { minLength: 9, maxLength: 9 }),
        fc.integer({ min: 20, max: 90 }),
        async (some, pairs, width) => {
          const points = some.map(({ phrase }, index) => {
            const [before = 0, after = 0] = pairs[index] ?? []
            const how = after > before ? 'steget' : after < before ? 'faldet' : 'gået'
            return `- Resultat. På ${phrase} er tilfredsheden ${how} fra ${before} til ${after} indekspoint.`
          })
          const found = await claimsIn(wrapped(points.join('\n\n'), width))
          const expected = some.flatMap(({ id }, index) => {
            const [before = 0, after = 0] = pairs[index] ?? []
            const change = after === before ? [] : [`change/indexScore/${id}/2022-23..2023-24 ${after > before ? 'rise' : 'fall'}`]
            const interval = (value: number) => `${value - 0.5}..${value + 0.5}`
            return [...change, `indexScore/${id}/2022-23 = ${interval(before)}`, `indexScore/${id}/2023-24 = ${interval(after)}`]
          })
          expect(shown(found)).toEqual(expected)
          expect(found.notChecked).toEqual([])
        },
      ),
      // the ends of the scale are levels too
      { numRuns: runs(15, 60), examples: [[named.slice(0, 1), Array(9).fill([0, 100]), 40]] },
    )
  })

  it('claims nothing of a survey in any text that names none of its segments', async () => {
    const word = fc.constantFrom(
      'tilfredsheden',
      'indekstallet',
      'er',
      'steget',
      'faldet',
      'fra',
      'til',
      '84',
      '81',
      'indekspoint',
      'pct.',
      'på',
      'med',
      'i',
      '2022-23',
      'ca.',
      'uændret',
      'svar',
      '.',
      ',',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 60 }), async (words) => {
        expect((await claimsIn(words.join(' '))).claims).toEqual([])
      }),
      { numRuns: runs(50, 200) },
    )
  })

  /** The text with lines of at most so many characters, broken at blanks. */
  function wrapped(text: string, width: number): string {
    return text
      .split('\n')
      .map((line) =>
        line
          .split(' ')
          .reduce((lines, word) =>
            lines.length - lines.lastIndexOf('\n') + word.length > width ? `${lines}\n${word}` : `${lines} ${word}`,
          ),
      )
      .join('\n')
  }
})

describe('HTML', () => {
  it('reads columns of changes and of answer shares, and leaves a column of unknown words alone', async () => {
    const row = (...cells: string[]) => `<tr>${cells.map((cell, at) => (at === 0 ? `<th>${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`
    const html = `<p>Figur 1: Indekstal, antal svar</p><table><thead><tr><th></th><th>2022-23</th><th>2023-24</th><th>Ændring</th><th>Klager</th></tr></thead>
      ${row('Mentor', '91', '92', '+1', '7')}</table>
      <p>Figur 2: Svar i procent</p><table><tr><th></th><th>Helt enig</th><th>Ved ikke</th><th>Antal svar</th></tr>${row('Mentor', '75', '2', '186')}</table>`
    const found = await claimsIn(html, biu, {}, 'notat.html')
    expect(shown(found)).toEqual([
      'share/mentor/2023-24/options/stronglyAgree = 0.745..0.755',
      'dontKnow/mentor/2023-24 = 2',
      'base/mentor/2023-24 = 186',
    ])
    expect(left(found)).toEqual(['metric: 91', 'metric: 92', 'metric: +1', 'metric: 7'])
    expect(shown(await claimsIn(html.replace(', antal svar', ''), biu, {}, 'notat.html')).slice(0, 3)).toEqual([
      'indexScore/mentor/2022-23 = 90.5..91.5',
      'indexScore/mentor/2023-24 = 91.5..92.5',
      'change/indexScore/mentor/2022-23..2023-24 = 0.5..1.5',
    ])
  })

  it('reads a level with a change in brackets, which is one where the words over it say so', async () => {
    const row = (name: string, cell: string) => `<tr><th>${name}</th><td>${cell}</td></tr>`
    const table = (head: string) =>
      `<table><caption>Tabel 1. Resultater</caption><tr><th></th><th>${head}</th></tr>${row('Mentor', '92 (+1)')}${row('Sygemeldte', '81 (0)')}</table>`
    const told = async (head: string) => {
      const { claims, notChecked } = await claimsIn(table(head), biu, {}, 'notat.html')
      return [claims.map(({ figure, text }) => `${figure} ${text}`), notChecked.map(({ text }) => text)]
    }
    const levels = ['indexScore/mentor/2023-24 92', 'indexScore/sygemeldte/2023-24 81']
    expect(await told('Indekstal')).toEqual([levels, ['+1', '0']])
    expect(await told('Indekstal (ændring)')).toEqual([
      levels.flatMap((level, index) => [level, `change/${level.slice(0, -10)}2022-23..2023-24 ${index === 0 ? '+1' : '0'}`]),
      [],
    ])
  })

  it('ties the cells of a table to figures by its spanners and heads', async () => {
    const html = `<table><caption>Tabel 1. Resultater</caption>
      <thead><tr><th rowspan=2></th><th colspan=2>okt. 2022 – sep. 2023</th><th colspan=2>okt. 2023 – sep. 2024</th></tr>
      <tr><th>Brugertilfredshed (indekstal)</th><th>Antal svar</th><th>Brugertilfredshed (indekstal)</th><th>Antal svar</th></tr></thead>
      <tbody><tr><th scope=row><span hidden>Heraf: </span>Mentor</th><td>91</td><td>194</td><td>92</td><td>186</td></tr></tbody></table>`
    expect(shown(await claimsIn(html, biu, {}, 'notat.html'))).toEqual([
      'indexScore/mentor/2022-23 = 90.5..91.5',
      'base/mentor/2022-23 = 194',
      'indexScore/mentor/2023-24 = 91.5..92.5',
      'base/mentor/2023-24 = 186',
    ])
  })
})

describe('long and hostile text', () => {
  const memo = readFileSync('test/fixtures/memo-000.txt', 'utf8')
  const hostile: [string, string][] = [
    ['pages', `${memo}\n\f`],
    ['digits', '7'],
    ['numbers', '84 '],
    ['numbers with marks', '8.4,'],
    ['dates', '1-1-'],
    ['brackets', '(['],
    ['hyphens', 'a-'],
    ['one sentence of cue words', 'steget med 4 indekspoint mod 3 i forhold til '],
    ['one sentence of names', 'de interne aktiveringstilbud '],
    ['abbreviations', 'ca. '],
    ['cells', '84\n\n'],
  ]
  it.each(hostile)(
    'takes %s in time linear in their length',
    async (_what, text) => {
      const make = (length: number) => text.repeat(Math.ceil(length / text.length))
      expect(await growthOf(make, (long) => claimsIn(long), runs(2 ** 13, 2 ** 18))).toBeLessThan(linear)
    },
    120_000,
  )
})

it('a number that an index cannot be is read where the index is said to be it, and nowhere else', async () => {
  expect(shown(await claimsIn('Indekstallet for AC-tilbud er 109.'))).toEqual(['indexScore/ac/2023-24 = 108.5..109.5'])
  expect(shown(await claimsIn('Indekset for AC-tilbud var 109 i 2022-23.'))).toEqual(['indexScore/ac/2022-23 = 108.5..109.5'])
  for (const text of ['Indekset for AC-tilbud er målt blandt 109.', 'Indekset for AC-tilbud er 109 i 2015.', 'AC-tilbud er 109 steder.'])
    expect(shown(await claimsIn(text))).toEqual([])
})
