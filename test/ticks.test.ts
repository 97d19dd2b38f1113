/** Items of which several options may be ticked, from the columns of a file to figures, what is told of them, and what is refused. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { audit } from '../src/audit/index.js'
import { changeOf } from '../src/change.js'
import { describeExplanation } from '../src/describe-explanation.js'
import { describeProblem, NotatError } from '../src/errors.js'
import { explain } from '../src/explain.js'
import type { Figures } from '../src/figure.js'
import { deriveFigures, figureOf } from '../src/figures.js'
import { locales } from '../src/locale/index.js'
import { base, indexScore, share } from '../src/metrics.js'
import { buildProject } from '../src/node.js'
import { type Project, parseProject, projectSchema } from '../src/project.js'
import { readDataset } from '../src/read/index.js'
import type { Scale } from '../src/survey.js'
import { distribution } from '../src/tally.js'
import { runs } from './runs.js'

const ways = `{ id: ways, options: [{ id: phone, label: Telefon }, { id: post, label: Digital post }, { id: visit, label: Fremmøde }, { id: nothing, label: Ingen af dem, none: true }, { id: dontKnow, label: Ved ikke, missing: dontKnow }] }`
const contact = '{ id: contact, label: Kontakt, text: Hvordan har du haft kontakt?, multiple: true, scale: ways }'

type Given = {
  content: string
  items?: string
  scales?: string
  locale?: 'da' | 'en'
  minimumBase?: number
  parts?: string
  more?: string
}

/** The scales stand on line 8 of notat.yaml, the items on line 9. */
function projectOf({ content, items = contact, scales = ways, locale = 'da', minimumBase = 1, parts = '', more = '' }: Given): Project {
  const yaml = `locale: ${locale}
sender: { organisation: Hald }
survey:
  title: Undersøgelse
  minimumBase: ${minimumBase}
  periods: [{ from: 2023-01-01, to: 2023-12-31 }, { from: 2024-01-01, to: 2024-12-31 }]
  segments: { id: all, label: Alle${parts}, periods: ['2024'] }
  scales: [${scales}]
  items: [${items}]
${more}`
  return parseProject({ 'notat.yaml': yaml, 'data/2024.csv': content })
}

async function figuresOf(given: Given): Promise<Figures> {
  const project = projectOf(given)
  return deriveFigures(project.survey, await readDataset(project))
}

async function problemsOf(given: Given): Promise<string[]> {
  try {
    await readDataset(projectOf(given))
  } catch (error) {
    if (error instanceof NotatError) return error.problems.map(({ excerpt: _, ...each }) => describeProblem({ ...each, hint: null }))
    throw error
  }
  return []
}

const printed = (figures: Figures, ...ids: string[]) => ids.map((id) => figureOf(figures, id)?.printed ?? null)
const lines = (...rows: string[]): string => `${rows.join('\n')}\n`

/** Nine respondents: six have ticked, one none of them, one does not know, one has left the item. */
const answers = lines(
  'periode;Kontakt: Telefon;Kontakt: Digital post;Kontakt: Fremmøde;Kontakt: Ingen af dem;Kontakt: Ved ikke',
  '2024;1;1;0;0;0',
  '2024;x;;x;;',
  '2024;ja;nej;nej;nej;nej',
  '2024;Telefon;Digital post;Fremmøde;;',
  '2024;valgt;ikke valgt;ikke valgt;ikke valgt;ikke valgt',
  '2024;;1;;;',
  '2024;;;;1;',
  '2024;;;;;1',
  '2024;;;;;',
)

describe('an item with several ticks', () => {
  it('has shares of those who answered, which do not sum to a hundred', async () => {
    const figures = await figuresOf({ content: answers })
    const of = (metric: string) => ['phone', 'post', 'visit', 'nothing'].map((option) => `${metric}/all/2024/options/${option}`)
    expect(printed(figures, 'base/all/2024', 'dontKnow/all/2024', 'count/all/2024/options/dontKnow')).toEqual(['7', '1', '1'])
    expect(printed(figures, ...of('count'))).toEqual(['5', '3', '2', '1'])
    // 5, 3, 2 and 1 of 7
    expect(printed(figures, ...of('share'))).toEqual(['71', '43', '29', '14'])
    expect(figureOf(figures, 'share/all/2024/options/phone')).toMatchObject({
      value: { numerator: 5n, denominator: 7n },
      base: 7,
      derivation: { formula: 'shareOfAnswers', inputs: ['count/all/2024/options/phone', 'base/all/2024'] },
    })
    expect(audit(figures)).toEqual([])
  })

  it('has no index, mean, best two or share of several options', async () => {
    const figures = await figuresOf({ content: answers })
    const none = ['indexScore/all/2024', 'mean/all/2024', 'topTwoBox/all/2024', 'nps/all/2024', 'share/all/2024/options/phone+post']
    expect([...none, 'count/all/2024/options/phone+post'].map((id) => figureOf(figures, id))).toEqual(Array(6).fill(undefined))
  })

  it('is explained by the count and the base', async () => {
    const told = explain('share/all/2024/options/phone', await figuresOf({ content: answers }))
    const said = told ? describeExplanation(told, locales.da).lines.map(({ calculation }) => calculation) : []
    expect(said.filter((line) => line !== null).join(' ')).toContain('5 / 7')
  })

  it.each([
    [
      'a list in one cell',
      lines('periode;Kontakt', '2024;Telefon; Digital post'.replace('; D', '|D'), '2024;Ingen af dem', '2024;Ved ikke'),
    ],
    [
      'ids with a stroke',
      lines('periode;contact/phone;contact/post;contact/visit;contact/nothing;contact/dontKnow', '2024;1;1;;;', '2024;;;;1;', '2024;;;;;1'),
    ],
    [
      'names of options alone',
      lines('periode;Telefon;Digital post;Fremmøde;Ingen af dem;Ved ikke', '2024;1;1;;;', '2024;;;;1;', '2024;;;;;1'),
    ],
    [
      'brackets',
      lines(
        'periode;Kontakt [Telefon];Kontakt [Digital post];Kontakt (Fremmøde);Ingen af dem;Ved ikke',
        '2024;1;1;;;',
        '2024;;;;1;',
        '2024;;;;;1',
      ),
    ],
  ])('is read from %s', async (_, content) => {
    const figures = await figuresOf({ content })
    expect(printed(figures, 'base/all/2024', 'dontKnow/all/2024')).toEqual(['2', '1'])
    expect(printed(figures, 'share/all/2024/options/phone', 'share/all/2024/options/post', 'share/all/2024/options/visit')).toEqual([
      '50',
      '50',
      '0',
    ])
  })

  it('is read from the columns that notat.yaml names', async () => {
    const more = 'data: [{ file: data/2024.csv, columns: { contact/phone: Q3_1, contact/post: Q3_2, contact/visit: Q3_3 } }]'
    const figures = await figuresOf({ content: lines('periode;Q3_1;Q3_2;Q3_3', '2024;1;0;0', '2024;1;1;0'), more })
    expect(printed(figures, 'share/all/2024/options/phone', 'share/all/2024/options/post')).toEqual(['100', '50'])
  })

  it('stands beside an item whose options have the same name', async () => {
    const overall = '{ id: overall, label: Tilfredshed, text: Jeg er tilfreds., scale: agreement5 }'
    const content = lines('periode;Tilfredshed;Telefon;Digital post;Fremmøde;Ved ikke', '2024;enig;1;;;', '2024;ved ikke;;;;1')
    const figures = await figuresOf({ items: `${overall}, ${contact}`, content })
    const ids = [
      'base/all/2024',
      'base/all/2024/items/contact',
      'dontKnow/all/2024/items/contact',
      'share/all/2024/items/contact/options/phone',
    ]
    expect(printed(figures, ...ids)).toEqual(['1', '1', '1', '100'])
  })

  it('is published as counts or shares, each beside how many answered', async () => {
    const more = 'data: [{ file: data/2024.csv, holds: published }]'
    const rows = ['2024;Telefon;300;900', '2024;Digital post;630;900']
    const counted = await figuresOf({ content: lines('periode;svar;antal;antal svar', ...rows), more })
    const ids = ['share/all/2024/options/phone', 'share/all/2024/options/post', 'base/all/2024']
    expect(printed(counted, ...ids)).toEqual(['33', '70', '900'])
    expect(figureOf(counted, 'share/all/2024/options/phone')).toMatchObject({
      value: { numerator: 1n, denominator: 3n },
      derivation: { formula: 'shareOfAnswers', inputs: ['count/all/2024/options/phone', 'base/all/2024'] },
    })
    const shares = await figuresOf({ content: lines('periode;svar;andel;antal svar', '2024;Telefon;33;900', '2024;Digital post;70;900') })
    expect(printed(shares, ...ids)).toEqual(['33', '70', '900'])
    expect(audit(shares)).toEqual([])
  })

  it('weighs the shares of groups with those who answered', async () => {
    const parts = ', parts: [{ id: young, label: Unge }, { id: old, label: Gamle }]'
    const content = lines(
      'periode;målgruppe;Telefon;Digital post;Fremmøde',
      '2024;Unge;1;;',
      '2024;Unge;1;1;',
      '2024;Unge;;1;',
      '2024;Gamle;;;1',
    )
    const figures = await figuresOf({ parts, content })
    // 2 of 3, 0 of 1; 2 of 4
    const ids = ['young', 'old', 'all'].map((segment) => `share/${segment}/2024/options/phone`)
    expect(printed(figures, ...ids)).toEqual(['67', '0', '50'])
  })

  it('has changes that are weighed as those of any share', async () => {
    const yearOf = (period: string, on: number, off: number) => [...Array(on).fill(`${period};1;;`), ...Array(off).fill(`${period};;1;`)]
    const content = lines('periode;Telefon;Digital post;Fremmøde', ...yearOf('2023', 40, 10), ...yearOf('2024', 25, 25))
    const project = projectOf({ content })
    const survey = { ...project.survey, segments: { ...project.survey.segments, periods: undefined } }
    const figures = deriveFigures(survey, await readDataset({ ...project, survey }))
    const change = changeOf(figures, 'share/all/2023/options/phone', 'share/all/2024/options/phone')
    // d = −0.3, v = 0.16 and 0.25: (50·0.16 + 50·0.25 + 2500·0.09/100)/99 · 2/50
    expect(change).toMatchObject({ printed: '-30', direction: 'fall', certainty: 'certain' })
    expect(change?.z?.min).toBeCloseTo(0.3 / Math.sqrt(((50 * 0.16 + 50 * 0.25 + 2.25) / 99) * (2 / 50)), 10)
  })

  it('is withheld where too few have answered, however many do not know', async () => {
    const figures = await figuresOf({ content: answers, minimumBase: 8 })
    const ids = ['share/all/2024/options/phone', 'count/all/2024/options/phone', 'base/all/2024']
    expect(ids.map((id) => figureOf(figures, id)?.status)).toEqual(['withheld', 'withheld', 'withheld'])
    expect(figures.distributions).toEqual({})
  })

  it.each([
    [
      'da',
      lines('periode;Telefon;Digital post;Fremmøde;Ingen af dem;Ved ikke', '2024;måske;;;;', '2024;1;;;1;', '2024;;1;;;1'),
      [
        'data/2024.csv:2:6: det kan ikke læses, om der er sat kryds ved ”Telefon”: måske',
        'data/2024.csv:3:10: der er sat kryds ved ”Ingen af dem” og også ved: Telefon',
        'data/2024.csv:4:11: der er sat kryds ved ”Ved ikke” og også ved: Digital post',
      ],
    ],
    [
      'en',
      lines('period;Telefon;Digital post;Fremmøde;Ingen af dem', '2024;2;;;', '2024;1;;;1'),
      [
        'data/2024.csv:2:6: whether “Telefon” is ticked cannot be read: 2',
        'data/2024.csv:3:10: “Ingen af dem” is ticked, and so are: Telefon',
      ],
    ],
    ['da', lines('periode;Telefon;Digital post', '2024;1;0'), ['data/2024.csv:1:9: svarmuligheder til ”Kontakt” har ingen kolonne: visit']],
    ['en', lines('period;Telefon;Digital post', '2024;1;0'), ['data/2024.csv:1:8: options of “Kontakt” have no column: visit']],
    [
      'en',
      lines('period;answer;count', '2024;Telefon;3'),
      ['data/2024.csv:2:1: several options of contact may be ticked, so the rows do not show how many answered'],
    ],
    [
      'da',
      lines('periode;svar', '2024;Telefon'),
      ['data/2024.csv:2:1: til contact kan man sætte flere kryds, så rækkerne viser ikke, hvor mange der har svaret'],
    ],
    ['da', lines('periode;Kontakt', '2024;Telefon|Brev'), ['data/2024.csv:2:6: ukendt svar på Kontakt: Brev']],
    [
      'en',
      lines('period;answer;share;base', '2024;Telefon+Digital post;70;90'),
      ['data/2024.csv:2:6: it cannot be known how many ticked at least one of: Telefon, Digital post'],
    ],
    [
      'en',
      lines('period;indexScore;base', '2024;70;90'),
      ['data/2024.csv:2:6: answers on the scale ways do not give the metric indexScore'],
    ],
  ] as const)('that cannot be understood is told with its place (%s): %#', async (locale, content, expected) => {
    expect(await problemsOf({ content, locale })).toEqual(expected)
  })

  it.each([
    [
      'en',
      { items: contact.replace('multiple: true, ', '') },
      'notat.yaml:9:85: the options of ways have no score, but contact has no multiple: true',
    ],
    [
      'da',
      { items: contact.replace('multiple: true, ', '') },
      'notat.yaml:9:85: svarmulighederne i ways har ingen score, men contact har ikke multiple: true',
    ],
    [
      'en',
      { items: contact.replace('ways', 'agreement5') },
      'notat.yaml:9:101: several options of contact may be ticked, but those of agreement5 have scores',
    ],
    [
      'da',
      { items: contact.replace('ways', 'agreement5') },
      'notat.yaml:9:101: til contact kan man sætte flere kryds, men svarmulighederne i agreement5 har en score',
    ],
    [
      'en',
      { scales: ways.replace('label: Telefon', 'label: Telefon, score: 1') },
      'notat.yaml:8:75: the option has no score: or missing: on the scale ways: post',
    ],
  ] as const)('that cannot be is refused (%s): %#', async (locale, given, message) => {
    expect((await problemsOf({ content: answers, locale, ...given }))[0]).toBe(message)
  })

  it('is in the JSON Schema of notat.yaml', () => {
    expect(JSON.stringify(projectSchema())).toContain('"multiple"')
    expect(JSON.stringify(projectSchema())).toContain('"cleared"')
  })
})

describe('the calculator', () => {
  const scale: Scale = projectOf({ content: '' }).survey.scales[0] as Scale

  it('takes how many ticked an option, and how many of those who answered left it', () => {
    const told = distribution(scale, {
      phone: 3,
      '!phone': 1,
      post: 1,
      '!post': 3,
      visit: 0,
      '!visit': 4,
      nothing: 0,
      '!nothing': 4,
      dontKnow: 2,
    })
    expect(base(told)).toBe(4)
    expect(share(told, ['phone'])).toEqual({ value: 0.75, base: 4, dontKnow: 2, status: 'ok' })
    expect(() => share(told, ['phone', 'post'])).toThrow('it cannot be known')
    expect(() => indexScore(distribution(scale, { likes: 1 }))).toThrow('likes')
  })
})

it('law: the share of an option is its count over those who ticked anything, whatever they ticked', async () => {
  const options = ['phone', 'post', 'visit'] as const
  const respondent: fc.Arbitrary<string[]> = fc.oneof(
    fc.subarray<string>([...options]),
    fc.constant<string[]>(['nothing']),
    fc.constant<string[]>(['dontKnow']),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(respondent, { maxLength: 40 }), async (people) => {
      const all = [...options, 'nothing', 'dontKnow']
      const content = lines(
        `periode;${all.map((option) => `contact/${option}`).join(';')}`,
        '2024;;;;;',
        ...people.map((ticked) => ['2024', ...all.map((option) => (ticked.includes(option) ? '1' : ''))].join(';')),
      )
      const figures = await figuresOf({ content })
      const answered = people.filter((ticked) => ticked.some((option) => option !== 'dontKnow'))
      expect(figureOf(figures, 'base/all/2024')?.printed).toBe(String(answered.length))
      for (const option of [...options, 'nothing']) {
        const count = answered.filter((ticked) => ticked.includes(option)).length
        const figure = figureOf(figures, `share/all/2024/options/${option}`)
        if (answered.length === 0) expect(figure?.status).toBe('noAnswers')
        else expect(Number(figure?.value?.numerator) * answered.length).toBe(count * Number(figure?.value?.denominator))
      }
    }),
    { numRuns: runs(20, 100) },
  )
})

describe('a document of ticks and themes', async () => {
  const { outputs, notShown } = await buildProject('test/fixtures/ticks')
  const contentOf = (wanted: string): string => new TextDecoder().decode(outputs.find(({ name }) => name === wanted)?.bytes)
  const text = contentOf('kontakt-2024.html')
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

  it('tells each option by itself, and why there is no number of all', () => {
    // 32 and 10 of 40 and 40 have ticked the telephone, 8 and 10 the year before
    expect(text).toContain('Der kunne sættes flere kryds, så der ikke er ét tal, men et for hver svarmulighed.')
    expect(text).toContain('Telefon: 53 pct. ( 42 af 80 ). Steget 30 procentpoint. Ændringen er statistisk sikker.')
    expect(text).toContain('Alle borgere 53 % 50 % 0 % 24 % 80 Unge 80 % 50 % 0 % 10 % 40 Ældre 25 % 50 % 0 % 38 % 40')
    expect(text).toContain('Andelene kan ikke vises som dele af et hele.')
  })

  it('has figures of each option in figures.json, and is a PDF as well', () => {
    const ids = (JSON.parse(contentOf('kontakt-2024.figures.json')) as { figures: { id: string }[] }).figures.map(({ id }) => id)
    expect(ids).toContain('share/young/2024/items/contact/options/phone')
    expect(ids).toContain('change/share/all/2023..2024/items/contact/options/phone')
    expect(ids).toContain('count/all/2024/items/comments/options/waiting')
    expect(ids.filter((id) => /!|indexScore.*contact/.test(id))).toEqual([])
    expect(contentOf('kontakt-2024.pdf')).toMatch(/^%PDF-/)
    expect(contentOf('bilag-metode-2024.html')).toContain('Der kunne sættes flere kryds')
  })

  it('prints a quotation only where it is cleared, word for word, and says so of the others', () => {
    expect(text).toContain('Venlige medarbejdere: 23 – ”De **lyttede**, {{også}} &#x3C;b>bagefter&#x3C;/b>.” Lang ventetid: 41 Breve')
    expect(outputs.map(({ name }) => contentOf(name)).join('')).not.toContain('ringede straks')
    expect(notShown.filter(({ kind }) => kind === 'quotation')).toMatchObject([{ id: 'staff', reason: 'notCleared' }])
    expect(JSON.stringify(notShown)).not.toContain('ringede straks')
  })
})
