/** What a memo says of data of every kind: shares, means, no numbers of answers, groups that come and go, answers that do not count. */
import { describe, expect, test } from 'vitest'
import { build } from '../../src/build.js'
import { parseProject } from '../../src/project.js'
import { textOf } from './memo.js'

const two = '{ id: all, label: Alle tilbud, parts: [{ id: nord, label: Nord }, { id: syd, label: Syd }] }'
type Told = { data: string; segments?: string; item?: string; more?: string; document?: string }

/** A memo of 2024, compared with 2023, as its reader sees it. */
async function told({ data, segments = two, item = 'scale: satisfaction5', more = '', document = '' }: Told): Promise<string> {
  const text = `locale: da
sender: { organisation: Prøveby Kommune }
survey:
  title: Brugertilfredshed
  items: [{ id: overall, label: Tilfredshed, text: Jeg er tilfreds., ${item} }]
  periods: [{ from: 2023-01-01, to: 2023-12-31 }, { from: 2024-01-01, to: 2024-12-31 }]
  segments: ${segments}
documents: [{ template: orientering, fields: { date: 2025-02-03 }${document} }]
${more}`
  const { documents, isStopped } = await build(parseProject({ 'notat.yaml': text, 'data/d.csv': data }), { formats: [] })
  expect(isStopped).toBe(false)
  return documents.map(textOf).join('\n')
}

const shares = `periode;målgruppe;nøgletal;værdi;antal svar
2023;Nord;andel i de to bedste svar;80 %;210
2023;Syd;andel i de to bedste svar;77 %;120
2024;Nord;andel i de to bedste svar;82 %;200
2024;Syd;andel i de to bedste svar;75 %;100`
const index = (rows: string) => `periode;målgruppe;nøgletal;værdi;antal svar\n${rows}`

describe('a memo of the measure that its data give', () => {
  test('shares: of which options, per cent and percentage points, and no word of an index', async () => {
    const memo = await told({ data: shares })
    expect(memo).toContain('Resultaterne viser andelen, der har svaret ”Meget tilfreds” eller ”Tilfreds” på udsagnet ”Jeg er tilfreds”.')
    expect(memo).toContain('Andelen for ”Nord” er 82~pct. mod 80~pct. i 2023. Det er en fremgang på 2~procentpoint.')
    expect(memo).toContain('Tilfredshed (andel)')
    expect(memo).toContain('Nord | 80~% | 210 | 82~% | 200\n')
    expect(memo).toContain('Andel. Aksen går fra 50 til 100. Ændringen er i procentpoint.')
    expect(memo).not.toMatch(/indeks|pct\.\./i)
  })

  test('means: the ends of their own scale, points, and a chart from end to end', async () => {
    const data = 'periode;målgruppe;gennemsnit;antal svar\n2023;Nord;4,20;410\n2023;Syd;4,00;300\n2024;Nord;4,35;395\n2024;Syd;4,00;300'
    const memo = await told({ data, item: 'scale: score5' })
    expect(memo).toContain('omregnet til et gennemsnit.')
    expect(memo).toContain('Gennemsnittet for ”Nord” er 4,35 mod 4,20 i 2023. Det er en fremgang på 0,15~point.')
    expect(memo).toContain('Gennemsnittet går fra 1 (alle har svaret ”1”) til 5 (alle har svaret ”5”).')
    expect(memo).toContain('Gennemsnit. Aksen går fra 1 (”1”) til 5 (”5”). Ændringen er i point.')
    expect(memo).not.toMatch(/indeks/i)
  })

  test('an index goes before other measures where it is known as often', async () => {
    const both = `${shares.replaceAll('andel i de to bedste svar', 'indekstal').replaceAll(' %', '')}\n${shares.split('\n').slice(1).join('\n')}`
    expect(await told({ data: both })).toContain('Indekstallet for ”Nord” er 82 mod 80 i 2023.')
  })
})

describe('which measure', () => {
  const before = '2023;Nord;indekstal;80;60\n2023;Syd;indekstal;70;60\n'
  const now = '2024;Nord;gennemsnit;4,1;60'
  const empty = '2024;Syd;antal svar;0;'

  test('one that is known in the memo’s own period goes before one that is known before it only', async () => {
    const memo = await told({ data: index(`${before}${now}\n${empty}`) })
    expect(memo).toContain('Gennemsnittet for ”Nord” er 4,1')
  })

  test('benchmarks have no say in it', async () => {
    const segments = `${two}\n  benchmarks: [{ id: andre, label: Andre }, { id: landet, label: Hele landet }]`
    const others = '2024;Andre;indekstal;80;60\n2024;Hele landet;indekstal;81;90'
    const data = index(`2023;Nord;antal svar;0;\n2023;Syd;antal svar;0;\n${now}\n${empty}\n${others}`)
    expect(await told({ data, segments })).toContain('omregnet til et gennemsnit.')
  })
})

describe('the numbers behind a chart', () => {
  test('say in words why one is missing, and a note what a dash is', async () => {
    const segments = two.replace('label: Syd', 'label: Syd, periods: [2024]')
    const memo = await told({ segments, data: index('2023;Nord;indekstal;80;60\n2024;Nord;indekstal;75;60\n2024;Syd;indekstal;72;50') })
    expect(memo).toContain('Syd | ikke målt | 72 | –')
    expect(memo).toContain('En streg (–) betyder, at der ikke er to tal, der kan sammenlignes.')
  })
})

describe('a dash between two numbers', () => {
  test('says that the question was asked in another way', async () => {
    const memo = await told({
      segments: '{ id: all, label: Alle tilbud }',
      item:
        'scale: satisfaction5 }, { id: contact, label: Kontakt, text: Jeg bliver hørt., scale: satisfaction5, ' +
        'breaks: [{ period: "2024", why: Skalaen har fået fire trin. }]',
      data: `periode;målgruppe;spørgsmål;nøgletal;værdi;antal svar
2023;Alle tilbud;Tilfredshed;indekstal;80;60\n2024;Alle tilbud;Tilfredshed;indekstal;75;60
2023;Alle tilbud;Kontakt;indekstal;70;60\n2024;Alle tilbud;Kontakt;indekstal;60;60`,
    })
    expect(memo).toContain('Kontakt | 70 | 60 | 60 | 60 | –')
    expect(memo).toContain('betyder, at tallene ikke kan sammenlignes, fordi der er spurgt eller svaret på en anden måde.')
    expect(memo).not.toContain('der ikke er to tal')
  })
})

describe('a target', () => {
  test.each([
    // 4.751 of 10.000 is printed as 48 per cent
    ['4751', 'er ikke nået. Svarprocenten er afrundet til 48~pct., men ligger under målet uden afrunding.'],
    ['4800', 'er nået: svarprocenten er 48~pct.\n'],
    ['4700', 'er ikke nået: svarprocenten er 47~pct. og dermed 1~procentpoint under målet.'],
  ])('of 48 per cent, with %s answers of 10.000', async (base, words) => {
    const memo = await told({
      segments: '{ id: all, label: Alle tilbud, phrase: tilbuddene }\n  targets: [{ segment: all, metric: responseRate, value: 48 }]',
      data: `periode;målgruppe;nøgletal;værdi;antal svar\n2023;Alle tilbud;indekstal;80;60\n2024;Alle tilbud;indekstal;75;${base}\n2024;Alle tilbud;inviterede;10000;`,
    })
    expect(`${memo}\n`).toContain(`Målet på 48~pct. for tilbuddene ${words}`)
  })
})

describe('totals', () => {
  test('none without the numbers of answers, and why', async () => {
    const memo = await told({
      data: index('2023;Nord;indeks;90;\n2023;Syd;indeks;50;\n2024;Nord;indeks;60;\n2024;Syd;indeks;20;').replaceAll(
        'indeks;',
        'indekstal;',
      ),
    })
    expect(memo).toContain('Der er ikke beregnet et samlet tal, fordi antallet af svar ikke er oplyst for alle grupper.')
    expect(memo).toContain('En streg (–) betyder, at antallet af svar ikke er oplyst.')
    expect(memo).not.toContain('samlet set')
    expect(memo).toContain('Det er ikke oplyst, hvor mange svar der ligger til grund')
  })

  test('compared over the groups of both periods, naming the others', async () => {
    const segments = two.replace('label: Syd', 'label: Syd, phrase: tilbuddene i syd, periods: [2024]')
    const memo = await told({ segments, data: index('2023;Nord;indekstal;80;60\n2024;Nord;indekstal;75;60\n2024;Syd;indekstal;72;50') })
    // (75·60 + 72·50)/110 = 73,6; over Nord alone 75
    expect(memo).toContain(
      'Lavere indekstal for tilfredshed samlet set.* Det samlede indekstal er 74 på en skala fra 0 til 100 på grundlag af 110 svar. ' +
        'For de grupper, der er målt i begge perioder, er det faldet fra 80 til 75. Sammenligningen omfatter ikke tilbuddene i syd.',
    )
    expect(memo).toContain('Ændringen siden 2023 er opgjort for de grupper, der er målt i begge perioder.')
    expect(memo).toContain('Der blev ikke målt i 2023, så der er intet tal at sammenligne med.')
  })

  test('the base of what is compared is that of the groups of both periods', async () => {
    const segments = two.replace('label: Syd', 'label: Syd, phrase: tilbuddene i syd, periods: [2023]')
    const memo = await told({ segments, data: index('2023;Nord;indekstal;80;60\n2023;Syd;indekstal;80;300\n2024;Nord;indekstal;75;61') })
    expect(memo).toContain('på grundlag af 61 svar. For de grupper, der er målt')
    expect(memo).not.toContain('Antallet af svar er faldet')
  })

  test('nobody answered, where that is said of a group whose parts are not measured', async () => {
    const segments =
      '{ id: all, label: Alle, parts: [{ id: nord, label: Nord }, { id: syd, label: Syd, parts: [{ id: vest, label: Vest, periods: [2024] }] }] }'
    const rows = '2023;Nord;indekstal;80;60\n2024;Nord;indekstal;75;60\n2024;Vest;indekstal;72;50'
    expect(await told({ segments, data: index(`${rows}\n2023;Syd;antal svar;0;`) })).toContain(
      'Indekstallet for ”Syd” er 72 på grundlag af 50 svar. Ingen havde svaret i 2023.',
    )
    expect(await told({ segments, data: index(rows) })).toContain(
      'Indekstallet for ”Syd” er 72 på grundlag af 50 svar. Der blev ikke målt i 2023,',
    )
  })

  test('no change, nor a weak base, where the groups of both periods give no number', async () => {
    // Øst is more than Vest, which is all that is known of it in 2023, and without it Nord and Øst have no number together.
    const segments = `
    id: all
    label: Alle
    short: Samlet
    parts:
      - { id: nord, label: Nord }
      - { id: syd, label: Syd, periods: [2023] }
      - { id: oest, label: Øst, complete: false, parts: [{ id: vest, label: Vest }] }`
    const memo = await told({
      segments,
      data: index(
        '2023;Samlet;indekstal;70;500\n2023;Nord;indekstal;80;60\n2023;Syd;indekstal;72;50\n2023;Vest;indekstal;60;40\n2024;Nord;indekstal;75;60\n2024;Øst;indekstal;75;40\n2024;Vest;indekstal;60;20',
      ),
    })
    expect(memo).toContain(
      'Det samlede indekstal er 75 på en skala fra 0 til 100 på grundlag af 100 svar. Der kan ikke sammenlignes med 2023, ' +
        'fordi der ikke kan vises et samlet tal for de grupper, der er målt i begge perioder.',
    )
    expect(memo).not.toMatch(/samlet set.*intet tal at sammenligne|faldet fra 500/)
  })

  test('no change where no group is of both periods', async () => {
    const segments = two.replace('label: Nord', 'label: Nord, periods: [2023]').replace('label: Syd', 'label: Syd, periods: [2024]')
    const memo = await told({ segments, data: index('2023;Nord;indekstal;75;80\n2024;Syd;indekstal;94;400') })
    expect(memo).toContain('Ingen grupper er målt i begge perioder, så der er intet at sammenligne med fra 2023.')
    expect(memo).toContain('Tabel 1 viser indekstallet i 2024 og i 2023.')
    expect(memo).toContain('Der er ikke målt i 2024.')
    expect(memo).not.toMatch(/fremgang|Figur 1/i)
  })

  test('nor across a change of scale', async () => {
    const memo = await told({
      item: 'scale: satisfaction5, breaks: [{ period: "2024", why: Skalaen har fået fire trin. }]',
      data: index('2023;Nord;indekstal;80;60\n2023;Syd;indekstal;80;60\n2024;Nord;indekstal;75;60\n2024;Syd;indekstal;72;50'),
    })
    expect(memo).toContain('Tallene fra de to perioder kan ikke sammenlignes, fordi skalaen har fået fire trin.')
    expect(memo).not.toMatch(/\*Fald|faldet/)
  })
})

describe('answers', () => {
  const counts = (rows: [period: string, segment: string, agree: number, dontKnow: number][]) =>
    `periode;målgruppe;svar;antal\n${rows.flatMap(([period, segment, agree, dontKnow]) => [`${period};${segment};satisfied;${agree}`, `${period};${segment};dontKnow;${dontKnow}`]).join('\n')}`

  test('that all do not count are answers', async () => {
    const memo = await told({ data: counts([['2023', 'Nord', 50, 1], ['2023', 'Syd', 50, 1], ['2024', 'Nord', 0, 12], ['2024', 'Syd', 50, 1]]) }) // biome-ignore format: rows
    expect(memo).toContain('Ingen har givet et svar, der tæller med, i 2024, men 12 har svaret ”Ved ikke”.')
    expect(memo).toContain('En streg (–) betyder, at ingen har givet et svar, der tæller med.')
    expect(memo).not.toContain('Ingen har svaret')
  })

  test('none at all: one sentence, no points, no table', async () => {
    const memo = await told({ data: counts([['2023', 'Nord', 0, 0], ['2023', 'Syd', 0, 0], ['2024', 'Nord', 0, 0], ['2024', 'Syd', 0, 0]]) }) // biome-ignore format: rows
    expect(memo).toContain('Der er ingen resultater at vise i 2024.')
    expect(memo).not.toMatch(/punkter|\[Tabel/)
  })

  test('the response rate without the number of invited, and that of parts in a column', async () => {
    const rows = ['2023;Nord;indekstal;72;900', '2023;Syd;indekstal;70;900', '2024;Nord;indekstal;74;900', '2024;Syd;indekstal;71;900']
    const rates = ['2024;Alle tilbud;svarprocent;55 %;', '2024;Nord;svarprocent;50 %;', '2024;Syd;svarprocent;58 %;']
    const memo = await told({ data: index([...rows, ...rates].join('\n')) })
    expect(memo).toContain(
      'For hele undersøgelsen ligger i alt 1.800 svar til grund for resultaterne i 2024. Svarprocenten er 55~pct. Det vides ikke',
    )
    expect(memo).toMatch(/^Nord \| 900 \| – \| 900 \| 50~%$/m)
    const whole = await told({ data: index([...rows, ...rates.slice(0, 1)].join('\n')) })
    expect(whole).not.toContain('| Svarprocent')
  })

  test('more of them than invited, which is accepted: what was given is told', async () => {
    const data = index('2024;Nord;indekstal;75;60\n2024;Syd;indekstal;72;50\n2024;Nord;inviterede;40;\n2024;Syd;inviterede;30;')
    const more = `accept:\n${['nord', 'syd'].map((id) => `  - { finding: impossible-count/base/${id}/2024, reason: Nogle har svaret flere gange. }`).join('\n')}`
    const memo = await told({
      data,
      more,
      segments: two.replaceAll('label: ', 'periods: [2024], label: ').replace('periods: [2024], label: Alle', 'label: Alle'),
    })
    expect(memo).toContain(
      'Det er oplyst, at 70 borgere blev inviteret til at svare. Svarprocenten er ikke beregnet, fordi der er flere svar end inviterede.',
    )
  })
})

test('a change taken before rounding says so where it is not the difference of the numbers shown', async () => {
  const counts = (period: string, segment: string, [a, b, c]: number[]) =>
    [`${period};${segment};verySatisfied;${a}`, `${period};${segment};satisfied;${b}`, `${period};${segment};neutral;${c}`].join('\n')
  const data = `periode;målgruppe;svar;antal\n${counts('2023', 'Nord', [37, 40, 23])}\n${counts('2023', 'Syd', [37, 40, 23])}\n${counts('2024', 'Nord', [38, 40, 22])}\n${counts('2024', 'Syd', [38, 40, 22])}`
  const memo = await told({ data, document: ', changeBasis: unrounded' })
  // 78,5 and 79: printed 79 and 79, unrounded a rise of 0,5, which rounds to 1
  expect(memo).toContain('1 Ændringen er beregnet, før tallene er afrundet. Den er derfor ikke nøjagtig forskellen mellem de viste tal.')
})

test('a total under one whose parts give none is compared over the groups of both periods', async () => {
  const segments =
    '{ id: all, label: Alle, complete: false, parts: [{ id: nord, label: Nord, parts: [{ id: a, label: A }, { id: b, label: B, periods: [2024] }] }, { id: syd, label: Syd }] }'
  const rows = '2023;A;indekstal;80;60\n2023;Syd;indekstal;70;60\n2024;A;indekstal;75;60\n2024;B;indekstal;72;50\n2024;Syd;indekstal;70;60'
  // (75·60 + 72·50)/110 = 73,6; over A alone 75
  const memo = await told({ segments, data: index(rows) })
  expect(memo).toContain('er det faldet fra 80 til 75. Sammenligningen omfatter ikke ”B”.')
})
