/** Items of other kinds than one question answered on a graded scale, from the project file to the figures. */
import { describe, expect, it } from 'vitest'
import { audit, stopsBuild } from '../src/audit/index.js'
import { changeOf } from '../src/change.js'
import { describeExplanation } from '../src/describe-explanation.js'
import { describeProblem, NotatError } from '../src/errors.js'
import { explain } from '../src/explain.js'
import type { Figures } from '../src/figure.js'
import { deriveFigures, figureOf } from '../src/figures.js'
import { locales } from '../src/locale/index.js'
import { type Project, parseProject, projectSchema } from '../src/project.js'
import { readDataset } from '../src/read/index.js'

type Given = { items: string[]; files: Record<string, string>; locale?: 'da' | 'en'; more?: string[]; parts?: string[]; years?: number[] }

/** A project of one year and two groups; the items as they stand in notat.yaml, from line 8. */
function projectOf({ items, files, locale = 'en', more = [], parts = ['young', 'old'], years = [2024] }: Given): Project {
  const yaml = [
    `locale: ${locale}`,
    'sender: { organisation: Hald }',
    'survey:',
    '  title: Survey',
    '  minimumBase: 1',
    `  periods: [${years.map((year) => `{ from: ${year}-01-01, to: ${year}-12-31 }`).join(', ')}]`,
    '  items:',
    ...items.map((item) => `    - ${item}`),
    '  segments:',
    '    id: all',
    '    label: All',
    `    parts: [${parts.map((id) => `{ id: ${id}, label: Those ${id} }`).join(', ')}]`,
    ...more,
  ]
  return parseProject({ 'notat.yaml': yaml.join('\n'), ...files })
}

async function figuresOf(given: Given): Promise<Figures> {
  const project = projectOf(given)
  return deriveFigures(project.survey, await readDataset(project))
}

const printed = (figures: Figures, ...ids: string[]) => ids.map((id) => figureOf(figures, id)?.printed ?? null)

/** What is wrong, as it is told, a line a problem. */
async function problemsOf(given: Given): Promise<string[]> {
  try {
    await readDataset(projectOf(given))
  } catch (error) {
    if (error instanceof NotatError) return error.problems.map(({ excerpt: _, ...each }) => describeProblem({ ...each, hint: null }))
    throw error
  }
  return []
}

const lines = (...rows: string[]): string => `${rows.join('\n')}\n`

describe('a net promoter score', () => {
  const recommend = '{ id: recommend, label: Recommendation, text: Would you recommend us?, scale: numeric10 }'

  it('is read as it is published, below nought as well, and weighs with the answers', async () => {
    const figures = await figuresOf({
      items: [recommend],
      files: { 'data/2024.csv': lines('period;segment;nps;base', '2024;young;-12;30', '2024;old;40;10') },
    })
    // (−12 · 30 + 40 · 10) / 40, half a point off at most
    expect(printed(figures, 'nps/young/2024', 'nps/all/2024')).toEqual(['-12', '1'])
    expect(figureOf(figures, 'nps/all/2024')?.possible).toEqual(['1'])
    expect(figureOf(figures, 'nps/young/2024')?.interval).toMatchObject({
      from: { numerator: -25n, denominator: 2n },
      to: { numerator: -23n, denominator: 2n },
    })
  })

  it('is counted from answers, and its change is weighed by their variance', async () => {
    // 2023: 40 of ten, 10 of six: 60. 2024: 25 of ten, 25 of six: 0.
    const rows = [...counted('2023', 40, 10), ...counted('2024', 25, 25)]
    const figures = await figuresOf({
      items: [recommend],
      parts: ['young'],
      years: [2023, 2024],
      files: { 'data/all.csv': lines('period;segment;item;answer;count', ...rows) },
    })
    expect(printed(figures, 'nps/young/2024')).toEqual(['0'])
    const change = changeOf(figures, 'nps/young/2023', 'nps/young/2024')
    expect(change).toMatchObject({ printed: '-60', certainty: 'certain' })
    // v = 100² − m²: 6400 and 10000; the larger error: v₁/49 + v₂/49 = 334.69…, against
    // (50·6400 + 50·10000 + 2500·3600/100)/99 · 2/50 = 367.67…, whose root is 19.17…
    expect(change?.z?.min).toBeCloseTo(60 / Math.sqrt(((50 * 6400 + 50 * 10000 + 90000) / 99) * (2 / 50)), 10)
  })

  it('is explained by the two groups it is made of', async () => {
    const figures = await figuresOf({
      items: [recommend],
      parts: ['young'],
      files: { 'data/all.csv': lines('period;segment;item;answer;count', ...counted('2024', 30, 20)) },
    })
    const told = explain('nps/young/2024', figures)
    const words = (told ? describeExplanation(told, locales.en).lines : [])
      .map(({ text, calculation }) => `${text} ${calculation}`)
      .join(' ')
    expect(words).toContain('The share who answered 9 or 10 minus the share who answered 0 to 6')
    expect(words).toMatch(/100 . \(.*30.*20.*\) . 50 = 20/)
  })

  it('is none of a scale without its eleven steps, in data and as a target', async () => {
    const overall = '{ id: overall, label: Overall, text: I am content., scale: agreement5 }'
    const files = { 'data/2024.csv': lines('period;segment;nps', '2024;young;12', '2024;old;40') }
    expect(await problemsOf({ items: [overall], files })).toEqual([
      'data/2024.csv:2:12: answers on the scale agreement5 do not give the metric nps (2 places, also in line 3)',
    ])
    expect(
      await problemsOf({ items: [overall], files, locale: 'da', more: ['  targets: [{ segment: all, metric: nps, value: 30 }]'] }),
    ).toEqual(['notat.yaml:13:37: svar på skalaen agreement5 giver ikke nøgletallet nps'])
  })

  function counted(period: string, promoters: number, detractors: number): string[] {
    return [`${period};young;recommend;10;${promoters}`, `${period};young;recommend;6;${detractors}`]
  }
})

describe('an outcome', () => {
  const job = '{ id: job, label: Work, text: Has found work., scale: yesNo, counts: { one: person, many: people } }'
  const ofJob = (...rows: string[]) => ({ items: [job], files: { 'data/2024.csv': lines('period;segment;count;base', ...rows) } })

  it('has its share from how many of how many, and the rest are no', async () => {
    const figures = await figuresOf(ofJob('2024;young;300;900', '2024;old;15;30'))
    const ids = [
      'count/young/2024/options/yes',
      'count/young/2024/options/no',
      'share/young/2024/options/yes',
      'share/young/2024/options/no',
    ]
    expect(printed(figures, ...ids)).toEqual(['300', '600', '33', '67'])
    expect(figureOf(figures, 'share/young/2024/options/yes')).toMatchObject({
      value: { numerator: 1n, denominator: 3n },
      base: 900,
      status: 'ok',
      derivation: { formula: 'shareOfAnswers', inputs: ['count/young/2024/options/yes', 'base/young/2024'] },
    })
    // 315 of 930
    expect(figureOf(figures, 'share/all/2024/options/yes')).toMatchObject({ value: { numerator: 21n, denominator: 62n }, base: 930 })
    expect(printed(figures, 'count/all/2024/options/yes', 'count/all/2024/options/no', 'base/all/2024')).toEqual(['315', '615', '930'])
    expect(figureOf(figures, 'indexScore/all/2024')).toBeUndefined()
  })

  it('is explained by the counts', async () => {
    const figures = await figuresOf(ofJob('2024;young;300;900', '2024;old;15;30'))
    const said = (id: string) => {
      const told = explain(id, figures)
      return (told ? describeExplanation(told, locales.en).lines : []).map(({ calculation }) => calculation).filter((line) => line !== null)
    }
    expect(said('share/young/2024/options/yes').join(' ')).toContain('300 / 900')
    expect(said('count/young/2024/options/no').join(' ')).toContain('900 − 300 = 600')
  })

  it('is the same from answers, counts and published counts', async () => {
    const answers = ['yes', 'yes', 'no', 'no', 'no', "don't know"].flatMap((answer) => [`2024;young;${answer}`, `2024;old;${answer}`])
    const files = [
      lines('period;segment;job', ...answers),
      lines('period;segment;item;yes;no;dontKnow', '2024;young;job;2;3;1', '2024;old;job;2;3;1'),
      lines('period;segment;metric;value;base', '2024;young;count;2;5', '2024;old;count;2;5'),
      lines('period;segment;metric;answer;value;base', '2024;young;count;yes;2;5', '2024;old;count;yes;2;5'),
    ]
    for (const file of files) {
      const figures = await figuresOf({ items: [job], files: { 'data/2024.csv': file } })
      const ids = ['share/all/2024/options/yes', 'count/all/2024/options/yes', 'count/all/2024/options/no', 'base/all/2024']
      expect(printed(figures, ...ids)).toEqual(['40', '4', '6', '10'])
    }
  })

  it('whose published share is not its count of its base is a contradiction', async () => {
    const given = (share: string) => ({
      items: [job],
      files: { 'data/2024.csv': lines('period;segment;count;share;base', `2024;young;300;${share};900`, '2024;old;15;50;30') },
    })
    expect(figureOf(await figuresOf(given('33')), 'share/young/2024/options/yes')).toMatchObject({ printed: '33', status: 'ok' })
    const figures = await figuresOf(given('35'))
    expect(figureOf(figures, 'share/young/2024/options/yes')).toMatchObject({ printed: '33', status: 'contradictory' })
    const findings = audit(figures)
    expect(findings.map((finding) => [finding.check, finding.figure])).toEqual([['share-mismatch', 'share/young/2024/options/yes']])
    expect(stopsBuild(findings)).toBe(true)
  })

  it('of which more than there are is refused where it stands, and so is one of opinions', async () => {
    expect(await problemsOf(ofJob('2024;young;901;900', '2024;old;15;30'))).toEqual([
      'data/2024.csv:2:12: more people gave this answer than there are answers in all',
    ])
    const opinion = job.replace('yesNo', 'agreement5')
    expect(await problemsOf({ items: [opinion], files: {} })).toEqual([
      'notat.yaml:8:73: counts: belongs to items that are answered with yes or no, but job has the scale agreement5',
    ])
    expect(await problemsOf({ items: [opinion], files: {}, locale: 'da' })).toEqual([
      'notat.yaml:8:73: counts: hører til spørgsmål, der besvares med ja eller nej, men job har skalaen agreement5',
    ])
  })

  it('is in the schema of notat.yaml', () => {
    expect(JSON.stringify(projectSchema())).toContain('Når svarene er oplysninger, ikke holdninger')
  })
})

describe('an index of several items', () => {
  const asked = ['meeting', 'pace', 'result'].map((id) => `{ id: ${id}, label: ${id}, text: About ${id}., scale: agreement5 }`)
  const contact = (more = '', of = 'meeting, pace, result') => `{ id: contact, label: Contact, composite: [${of}]${more} }`
  const half = ', halfAnswered: true'
  const heading = 'period;segment;meeting;pace;result'
  const young = ['agree;strongly agree;neutral', "agree;disagree;don't know", 'strongly agree;;', 'strongly agree;strongly agree;agree']
  const old = ['strongly disagree;strongly disagree;disagree', "don't know;neutral;neutral"]
  const rows = [...young.map((row) => `2024;young;${row}`), ...old.map((row) => `2024;old;${row}`)]
  const files = { 'data/2024.csv': lines(heading, ...rows) }
  const of = (segment: string) => `indexScore/${segment}/2024/items/contact`

  it('is the mean of each respondent’s mean, of those who answered half of them', async () => {
    const figures = await figuresOf({ items: [...asked, contact(half)], files })
    // young: 225/3, 100/2, 275/3; old: 25/3, 100/2
    expect(figureOf(figures, of('young'))).toMatchObject({ value: { numerator: 650n, denominator: 9n }, base: 3, printed: '72' })
    expect(figureOf(figures, of('old'))).toMatchObject({ value: { numerator: 175n, denominator: 6n }, base: 2, printed: '29' })
    expect(figureOf(figures, of('all'))).toMatchObject({ value: { numerator: 55n, denominator: 1n }, base: 5 })
    expect(printed(figures, 'base/all/2024/items/contact')).toEqual(['5'])
    // and nothing else is told of it
    const told = Object.values(figures.figures).flatMap(({ key }) => (key.kind === 'metric' && key.item === 'contact' ? [key.metric] : []))
    expect([...new Set(told)].sort()).toEqual(['base', 'indexScore'])
    expect(figureOf(figures, 'share/all/2024/items/contact/options/agree')).toBeUndefined()
  })

  it('needs all of them where nothing is said of half', async () => {
    const figures = await figuresOf({ items: [...asked, contact()], files })
    // young: 225/3 and 275/3; old: 25/3
    expect(figureOf(figures, of('young'))).toMatchObject({ value: { numerator: 250n, denominator: 3n }, base: 2 })
    // 525/3 over three
    expect(figureOf(figures, of('all'))).toMatchObject({ value: { numerator: 175n, denominator: 3n }, base: 3 })
  })

  it('is counted in any order and any number of files', async () => {
    const apart = { 'data/b.csv': lines(heading, ...rows.slice(3).reverse()), 'data/a.csv': lines(heading, ...rows.slice(0, 3)) }
    const [whole, divided] = await Promise.all([files, apart].map((each) => figuresOf({ items: [...asked, contact(half)], files: each })))
    expect(divided?.figures).toEqual(whole?.figures)
  })

  it('changes as surely as the spread of respondents’ means allows', async () => {
    const before = young.map((row) => `2023;young;${row}`)
    const now = [...old, ...old].map((row) => `2024;young;${row}`)
    const figures = await figuresOf({
      items: [...asked, contact(half)],
      parts: ['young'],
      years: [2023, 2024],
      more: ['  minimumBaseForChange: 2'],
      files: { 'data/all.csv': lines(heading, ...before, ...now) },
    })
    const spread = (means: number[]) => {
      const mean = means.reduce((sum, each) => sum + each, 0) / means.length
      return { n: means.length, mean, variance: means.reduce((sum, each) => sum + (each - mean) ** 2, 0) / means.length }
    }
    const [a, b] = [spread([75, 50, 275 / 3]), spread([25 / 3, 50, 25 / 3, 50])]
    const [difference, all] = [a.mean - b.mean, a.n + b.n]
    const separate = a.variance / (a.n - 1) + b.variance / (b.n - 1)
    const pooled = ((a.n * a.variance + b.n * b.variance + (a.n * b.n * difference ** 2) / all) / (all - 1)) * (1 / a.n + 1 / b.n)
    const change = changeOf(figures, 'indexScore/young/2023/items/contact', 'indexScore/young/2024/items/contact')
    expect(change?.z?.min).toBeCloseTo(difference / Math.sqrt(Math.max(separate, pooled)), 10)
    expect(change?.z?.max).toBeCloseTo(change?.z?.min ?? 0, 10)
  })

  it('as it is published has no least spread, so that no change of it can be told to be chance', async () => {
    const published = (item: string) => ['2023;young;60;40', '2024;young;61;40'].map((row) => row.replace('young', `young;${item}`))
    const figures = await figuresOf({
      items: [...asked, contact()],
      parts: ['young'],
      years: [2023, 2024],
      files: { 'data/all.csv': lines('period;segment;item;indexScore;base', ...published('meeting'), ...published('contact')) },
    })
    const certaintyOf = (detail: string) => changeOf(figures, `indexScore/young/2023${detail}`, `indexScore/young/2024${detail}`)?.certainty
    expect([certaintyOf(''), certaintyOf('/items/contact')]).toEqual(['never', 'undecidable'])
    expect(audit(figures)).toEqual([])
  })

  it('is explained by what it is', async () => {
    const told = explain(of('young'), await figuresOf({ items: [...asked, contact(half)], files }))
    expect(
      told &&
        describeExplanation(told, locales.da)
          .lines.map(({ text }) => text)
          .join(' '),
    ).toContain('Gennemsnit af hver deltagers eget gennemsnit over flere spørgsmål')
  })

  it.each([
    [contact('', 'meeting, pase'), 'notat.yaml:11:59: unknown item: pase'],
    [
      contact('', 'meeting, meeting'),
      'notat.yaml:11:59: contact cannot be made of meeting, which is itself several items or is there twice',
    ],
    [
      contact('', 'meeting, contact'),
      'notat.yaml:11:59: contact cannot be made of contact, which is itself several items or is there twice',
    ],
    [
      contact(', scale: score5', 'meeting, pace'),
      'notat.yaml:11:50: contact is made of items on the scale score5, but meeting has the scale agreement5',
    ],
    [
      '{ id: contact, label: Contact, text: A., scale: score5, halfAnswered: true }',
      'notat.yaml:11:63: halfAnswered: belongs to composite:, but contact is one item',
    ],
    ['{ id: contact, label: Contact, text: A. }', 'notat.yaml:11:7: the key is missing here: scale'],
    ['{ id: contact, label: Contact, scale: score5 }', 'notat.yaml:11:7: the key is missing here: text'],
  ])('that cannot be is refused: %s', async (item, message) => {
    expect((await problemsOf({ items: [...asked, item], files }))[0]).toBe(message)
  })

  it('has no answers of its own, neither a row nor a metric of single answers', async () => {
    const given = (...content: string[]) => ({ items: [...asked, contact()], files: { 'data/2024.csv': lines(...content) } })
    expect(await problemsOf(given('period;segment;item;answer', '2024;young;contact;agree', '2024;old;meeting;agree'))).toEqual([
      'data/2024.csv:2:12: contact is several items and has no answers of its own',
    ])
    expect(await problemsOf(given('period;segment;item;topTwoBox', '2024;young;contact;50', '2024;old;meeting;50'))).toEqual([
      'data/2024.csv:2:20: answers on the scale agreement5 do not give the metric topTwoBox',
    ])
  })
})
