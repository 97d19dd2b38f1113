import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type BuildResult, build } from '../src/build.js'
import { type Calculation, resultOf } from '../src/calculation.js'
import { figureById } from '../src/change.js'
import { describeExplanation } from '../src/describe-explanation.js'
import type { Document } from '../src/document/blocks.js'
import { type Explanation, explain, explainDocument } from '../src/explain.js'
import type { Figure, Figures } from '../src/figure.js'
import { deriveFigures } from '../src/figures.js'
import { figuresMeant } from '../src/figures-meant.js'
import { locales } from '../src/locale/index.js'
import { exact, toNumber } from '../src/printed.js'
import { printedPlaces } from '../src/printed-places.js'
import { parseProject } from '../src/project.js'
import type { Tally } from '../src/tally.js'
import { figuresOf, type Memo, memoOf, projectOf } from './document/memo.js'
import { exampleFiles } from './example.js'
import { runs } from './runs.js'

const { da, en } = locales
const before = '2022-23'
const now = '2023-24'

let memo2024: BuildResult
let madeUp: BuildResult
let document: Document
beforeAll(async () => {
  ;[memo2024, madeUp] = await Promise.all([
    build(projectFrom('biu-2024'), { formats: [] }),
    build(projectFrom('made-up-answers'), { formats: [] }),
  ])
  document = memo2024.documents[0] as Document
})
const projectFrom = (example: string) => parseProject(exampleFiles(example))

const told = (id: string, figures: Figures = memo2024.figures): Explanation => explain(id, figures) as Explanation
const lines = (explanation: Explanation, locale = da) =>
  Object.fromEntries(describeExplanation(explanation, locale).lines.map(({ label, text }) => [label, text]))
const sum = (explanation: Explanation, locale = da) => describeExplanation(explanation, locale).lines[0]?.calculation
const everyExplanation = (figures: Figures, documents: Document[]): { explanation: Explanation; figure: Figure }[] =>
  [...new Set([...Object.keys(figures.figures), ...documents.flatMap((each) => each.figures.map(({ id }) => id))])].flatMap((id) => {
    const [explanation, figure] = [explain(id, figures, { isConfidential: true }), figureById(figures, id)]
    return explanation && figure ? [{ explanation, figure }] : []
  })

/** A tree of two groups, one of them in two. */
const tree =
  '{ id: all, label: Alle, parts: [{ id: a, label: Gruppe A }, { id: b, label: Gruppe B, parts: [{ id: b1, label: Unge }, { id: b2, label: Voksne }] }] }'
const flat = '{ id: all, label: Alle, parts: [{ id: a, label: Gruppe A }, { id: b, label: Gruppe B }] }'
const made = (memo: Memo) => figuresOf(projectOf(memo), memo)

describe('the total of 2024', () => {
  it('is the mean of its parts, told to the last digit', () => {
    const total = told(`indexScore/all/${now}`)
    expect(total).toMatchObject({
      printed: '82',
      formula: 'weightedMean',
      origin: 'calculated',
      possible: ['82'],
      status: 'ok',
      base: 2220,
    })
    // 74 · 465 + 148024 over 2220
    expect(total.value).toEqual(exact(74 * 465 + 148024, 2220))
    expect(total.number).toBeCloseTo(82.177477477, 8)
    expect(total.interval?.from).toEqual(exact(181519, 2220))
    expect(total.inputs.map(({ figure, printed }) => [figure, printed])).toEqual([
      [`indexScore/internal/${now}`, '74'],
      [`base/internal/${now}`, '465'],
      [`indexScore/external/${now}`, '84'],
      [`base/external/${now}`, '1755'],
    ])
  })

  it('goes down to the rows that were read', () => {
    const [internal, , external] = told(`indexScore/all/${now}`).inputs
    expect(internal?.places).toMatchObject([{ file: 'data/2023-24.csv', line: 2 }])
    const voksne = external?.inputs.find(({ figure }) => figure === `indexScore/voksne/${now}`)
    expect(voksne?.inputs.map(({ places }) => places[0]?.line)).toEqual([8, 8, 9, 9])
  })

  it('in Danish', () => {
    expect(describeExplanation(told(`indexScore/all/${now}`), da)).toEqual({
      name: 'Indekstal for Samlet, 2023-24',
      nameInGroup: 'Indekstal, 2023-24',
      number: '82',
      lines: [
        {
          label: 'Beregning',
          text: 'Gennemsnit af gruppernes tal, hvor hver gruppe vejer med sit antal svar.',
          calculation: '(74 × 465 + 84,3442 × 1.755) / 2.220 ≈ 82,1775',
        },
        { label: 'Afrunding', text: '82,1775 (nøjagtig 91.217/1.110) afrundes til 82.', calculation: null },
        { label: 'Mulige værdier', text: 'Fra 81,7653 til under 82,4054. Uanset hvad trykkes det som 82.', calculation: null },
      ],
    })
  })

  it('in English', () => {
    const { name, lines: found } = describeExplanation(told(`indexScore/all/${now}`), en)
    expect(name).toBe('Index for Samlet, 2023-24')
    expect(found.map(({ text }) => text)).toEqual([
      'Mean of the numbers of its groups, each weighted by its number of answers.',
      '82.1775 (exactly 91,217/1,110) is rounded to 82.',
      'From 81.7653 to below 82.4054. Every number in that range is printed as 82.',
    ])
  })
})

describe('a change', () => {
  it('is the difference of what is printed, and says what it is before rounding', () => {
    const change = told(`change/indexScore/all/${before}..${now}`)
    expect(sum(change)).toBe('82 − 83 = −1')
    expect(lines(change).Afrunding).toMatch(/^Før afrunding er forskellen −1,1296 /)
    expect(describeExplanation(change, da).number).toBe('−1')
  })

  it('says why it is certain: bounds, threshold, answers', () => {
    const { certainty } = told(`change/indexScore/internal/${before}..${now}`)
    expect(certainty).toMatchObject({ certainty: 'certain', threshold: 1.96, answers: { previous: 1660, current: 465 }, minimumBase: 30 })
    // DESIGN: internal 82→74 is certain, 3.13–15.4
    expect(certainty?.z?.min).toBeCloseTo(3.13, 2)
    expect(certainty?.z?.max).toBeCloseTo(15.4, 1)
    expect(lines(told(`change/indexScore/internal/${before}..${now}`)).Sikkerhed).toContain(
      'Testens værdi er mellem 3,13 og 15,39, alt efter hvordan svarene fordeler sig. Fra 1,96 kaldes en ændring statistisk sikker. Der er 1.660 svar',
    )
  })

  it('says why it cannot be decided', () => {
    const text = lines(told(`change/indexScore/brobygning/${before}..${now}`)).Sikkerhed
    expect(text).toMatch(/^Det kan ikke afgøres, .* mellem 0,22 og 2,28, /)
  })

  it('says that there were too few answers to ask', () => {
    const figures = made({
      segments: flat,
      rows: [
        ['a', before, 60, 29],
        ['a', now, 90, 50],
        ['b', before, 70, 40],
        ['b', now, 70, 40],
      ],
    })
    const change = told(`change/indexScore/a/${before}..${now}`, figures)
    expect(change.certainty).toMatchObject({ certainty: 'tooFew', z: null })
    expect(lines(change).Sikkerhed).toBe(
      'Ikke vurderet: Der skal være mindst 30 svar i begge perioder. Der er 29 svar i den første periode og 50 i den anden.',
    )
  })

  it('of unrounded numbers is calculated from those', () => {
    const change = explain(`change/indexScore/all/${before}..${now}`, memo2024.figures, { basis: 'unrounded' }) as Explanation
    expect(change.formula).toBe('difference')
    expect(resultOf(change.calculation as Calculation)).toEqual(change.value)
    expect(lines(change).Afrunding).toContain('afrundes til −1.')
  })
})

describe('a number that was read', () => {
  it('says where, and what it stands for', () => {
    const found = lines(told(`indexScore/internal/${now}`))
    expect(found.Beregning).toMatch(/^Læst i data\/2023-24\.csv, linje 2, tegn \d+\.$/)
    expect(found['Mulige værdier']).toBe('Fra 73,5 til under 74,5. Uanset hvad trykkes det som 74.')
  })

  it('and whose parts say something too, tells both', () => {
    const external = told(`indexScore/external/${now}`)
    expect(external).toMatchObject({ formula: 'published', origin: 'calculated', printed: '84' })
    expect(sum(external)).toBe('(81 × 165 + 84 × 485 + 88 × 159 + 88,5538 × 437 + 81 × 509) / 1.755 ≈ 84,3442')
  })

  it('that its total moves is put in the middle of what is left', () => {
    // with ten answers each, 80 and 81 give 80.9 only where both lie high in what they stand for
    const memo: Memo = {
      segments: flat,
      rows: [
        ['a', now, 80, 10],
        ['b', now, 81, 10],
      ],
      periods: '[{ from: 2023-10-01, to: 2024-09-30 }]',
    }
    const project = projectOf(memo)
    const figures = deriveFigures(project.survey, {
      tallies: [],
      sources: [],
      published: [
        ...(['a', 'b'] as const).map((segment) => published(segment, segment === 'a' ? 80 : 81, 0, 10)),
        published('all', 80.9, 1, 20),
      ],
    })
    expect(told(`indexScore/all/${now}`, figures)).toMatchObject({ origin: 'calculated', printed: '81' })
    expect(told(`indexScore/a/${now}`, figures)).toMatchObject({ origin: 'midpoint', printed: '80' })
    expect(lines(told(`indexScore/a/${now}`, figures)).Beregning).toContain('regnet med midten')
  })
})

const published = (segment: string, value: number, decimals: number, base: number) => {
  const unit = 10 ** decimals
  const printed = Math.round(value * unit)
  const end = (half: number) => exact(2 * printed + half, 2 * unit)
  return {
    metric: 'indexScore',
    segment,
    period: now,
    item: 'overall',
    provider: null,
    options: null,
    text: String(value),
    value: exact(printed, unit),
    decimals,
    interval: { from: end(-1), to: end(1), fromIncluded: true, toIncluded: false },
    base,
    place: { file: 'data/2024.csv', line: 2 },
  }
}

describe('counted answers', () => {
  const counts = { stronglyAgree: 7, agree: 5, disagree: 4, stronglyDisagree: 3, dontKnow: 2 }
  const tallies: Tally[] = [
    { period: now, segment: 'a', provider: null, item: 'overall', counts },
    { period: now, segment: 'b', provider: null, item: 'overall', counts: { agree: 9 } },
  ]
  const figures = () => made({ segments: flat, periods: '[{ from: 2023-10-01, to: 2024-09-30 }]', tallies })

  it('give an index, each option at what it is worth', () => {
    const index = told(`indexScore/a/${now}`, figures())
    expect(sum(index)).toBe('(7 × 100 + 5 × 75 + 0 × 50 + 4 × 25 + 3 × 0) / 19 ≈ 61,8421')
    expect(sum(told(`mean/a/${now}`, figures()))).toBe('(7 × 5 + 5 × 4 + 0 × 3 + 4 × 2 + 3 × 1) / 19 ≈ 3,4737')
    expect(index.inputs[0]?.name.options).toEqual([{ da: 'Helt enig', en: 'Strongly agree' }])
    expect(lines(index.inputs[0] as Explanation).Beregning).toBe('Talt i svarene.')
    const base = explain(`base/a/${now}`, figures(), { countedIn: ['data/2023.csv', 'data/2024.csv'] }) as Explanation
    expect(lines(base).Beregning).toBe('Talt i svarene i data/2023.csv og data/2024.csv.')
  })

  it('give shares in per cent', () => {
    const share = told(`share/a/${now}/options/agree+stronglyAgree`, figures())
    expect(sum(share)).toBe('(7 + 5) / 19 ≈ 63,1579\u00a0%')
    expect(describeExplanation(share, da)).toMatchObject({
      name: 'Andel ”Helt enig” eller ”Enig” for Gruppe A, 2023-24',
      number: '63\u00a0%',
    })
    expect(lines(share).Afrunding).toBe('63,1579\u00a0% (nøjagtig 12/19) afrundes til 63\u00a0%.')
  })

  it('say that nobody answered, or too few', () => {
    const few = made({
      segments: flat,
      periods: '[{ from: 2023-10-01, to: 2024-09-30 }]',
      rows: [
        ['a', now, 80, 3],
        ['b', now, null, 0],
      ],
    })
    expect(lines(told(`indexScore/a/${now}`, few)).Forbehold).toBe('Tallet vises ikke af hensyn til anonymitet.')
    expect(told(`indexScore/a/${now}`, few)).toMatchObject({ printed: null, value: null, interval: null, origin: null })
    expect(sum(told(`indexScore/all/${now}`, few) as Explanation)).toBeNull()
  })
})

describe('contradictory and approximate numbers', () => {
  it('say what they do not agree with', () => {
    const figures = made({
      segments: flat,
      rows: [
        ['all', now, 95, 20],
        ['a', now, 80, 10],
        ['b', now, 81, 10],
      ],
      periods: '[{ from: 2023-10-01, to: 2024-09-30 }]',
    })
    const total = told(`indexScore/all/${now}`, figures)
    expect(total.status).toBe('contradictory')
    expect(lines(total).Forbehold).toBe('Tallet (data/2024.csv, linje 2) passer ikke med de tal, det bygger på.')
    expect(sum(total)).toBe('(80 × 10 + 81 × 10) / 20 = 80,5')
  })

  it('say what else may be printed', () => {
    const figures = made({
      segments: flat,
      rows: [
        ['a', now, 80, 10],
        ['b', now, 81, 10],
      ],
      periods: '[{ from: 2023-10-01, to: 2024-09-30 }]',
    })
    expect(lines(told(`indexScore/all/${now}`, figures))['Mulige værdier']).toBe('Fra 80 til under 81. Det kan trykkes som 80 eller 81.')
  })
})

describe('every calculation', () => {
  const value = ({ formula, printed }: Explanation, figure: Figure) =>
    formula === 'differenceOfPrinted' ? Number(printed) / (figure.unit === 'share' ? 100 : 1) : toNumber(figure.value ?? exact(0))

  /** What the written formula gives to somebody with a calculator that knows of brackets and precedence. */
  const calculated = (written: string): number => {
    const arithmetic = written
      .replaceAll(',', '')
      .replaceAll(/\u00a0?%/g, ' / 100')
      .replaceAll('×', '*')
      .replaceAll('−', '-')
    expect(arithmetic).toMatch(/^[-\d.() +*/]+$/)
    return new Function(`return ${arithmetic}`)() as number
  }

  const check = ({ explanation, figure }: { explanation: Explanation; figure: Figure }): void => {
    const { calculation, origin, formula } = explanation
    if (!calculation) return
    if (origin === 'calculated' && formula !== 'differenceOfPrinted') expect(resultOf(calculation)).toEqual(figure.value)
    const spelled = sum(explanation, en) ?? ''
    const [written = ''] = spelled.split(/ [=≈] /)
    const result = toNumber(resultOf(calculation))
    expect(Math.abs(calculated(written) - result)).toBeLessThan(spelled.includes(' = ') ? 1e-9 : 1e-3)
    if (origin === 'calculated') expect(result).toBeCloseTo(value(explanation, figure), 9)
  }

  it('gives the figure’s value, and is written so that it does', () => {
    const all = [...everyExplanation(memo2024.figures, memo2024.documents), ...everyExplanation(madeUp.figures, madeUp.documents)]
    all.forEach(check)
    const formulas = new Set(all.filter(({ explanation }) => explanation.calculation).map(({ explanation }) => explanation.formula))
    expect([...formulas].sort()).toEqual(
      [
        'differenceOfPrinted',
        'indexOfAnswers',
        'meanOfAnswers',
        'mix',
        'published',
        'ratio',
        'shareOfAnswers',
        'sum',
        'weightedMean',
        'within',
      ].sort(),
    )
  })

  it('does so whatever the answers', () => {
    const counts = fc.record({
      stronglyAgree: fc.nat(40),
      agree: fc.nat(40),
      neutral: fc.nat(9),
      stronglyDisagree: fc.nat(9),
      dontKnow: fc.nat(9),
    })
    const leaves = ['a', 'b1', 'b2'].flatMap((segment) => [before, now].map((period) => ({ segment, period })))
    fc.assert(
      fc.property(fc.array(counts, { minLength: 6, maxLength: 6 }), (all) => {
        const tallies = leaves.map(
          ({ segment, period }, index): Tally => ({ segment, period, provider: null, item: 'overall', counts: all[index] ?? {} }),
        )
        const figures = made({ segments: tree, tallies, survey: '  minimumBase: 1' })
        const changes = ['all', 'a', 'b'].map((segment) => `change/indexScore/${segment}/${before}..${now}`)
        const parts = ['within', 'mix', 'mix/a', 'mix/b'].map((part) => `decomposition/indexScore/all/${before}..${now}/${part}`)
        for (const id of [...Object.keys(figures.figures), ...changes, ...parts]) {
          const [explanation, figure] = [explain(id, figures, { isConfidential: true }), figureById(figures, id)]
          if (explanation && figure) check({ explanation, figure })
        }
      }),
      { numRuns: runs(10, 40) },
    )
  })
})

describe('an explanation', () => {
  it('is plain: cloned and printed without loss', () => {
    const total = told(`indexScore/all/${now}`)
    expect(structuredClone(total)).toEqual(total)
  })

  it('is there for every figure of a document, and for none that does not exist', () => {
    expect([...explainDocument(document).keys()]).toEqual(document.figures.map(({ id }) => id))
    expect(explain('indexScore/nobody/2023-24', memo2024.figures)).toBeUndefined()
  })

  it('of a typed number is its source', () => {
    const memo = memoOf({
      segments: flat,
      rows: [
        ['a', now, 80, 40],
        ['b', now, 81, 40],
      ],
      periods: '[{ from: 2023-10-01, to: 2024-09-30 }]',
      files: { 'sections/videre-proces.md': 'Der er {{typed "12.000" source="DREAM, 7. august 2023"}} borgere.' },
    })
    const typed = explain('typed/videre-proces/1', memo) as Explanation
    expect(describeExplanation(typed, da)).toMatchObject({ name: 'Tal fra en anden kilde', number: '12.000' })
    expect(lines(typed).Beregning).toBe('Skrevet af forfatteren. Kilde: DREAM, 7. august 2023.')
  })

  it('from a document that withholds anything has nothing unrounded in it', () => {
    const rounded = explainDocument({ ...document, isRounded: true })
    for (const explanation of rounded.values()) {
      expect(explanation).toMatchObject({ value: null, number: null, interval: null })
      expect(explanation.certainty?.z ?? null).toBeNull()
      for (const { text, calculation } of describeExplanation(explanation, da).lines)
        expect(`${text}${calculation}`).not.toMatch(/\d,\d{2}/)
    }
    expect(sum(rounded.get(`base/all/${now}`) as Explanation)).toBe('465 + 1.755 = 2.220')
    expect(sum(rounded.get(`indexScore/all/${now}`) as Explanation)).toBeNull()
  })
})

describe('where a figure is printed', () => {
  it('is told by heading, table and chart, with the digits that stand there', () => {
    expect(printedPlaces(document).get(`change/indexScore/internal/${before}..${now}`)).toEqual([
      { document: 'orientering-2024', kind: 'text', section: 'Konklusion', label: null, anchor: 'konklusion', texts: ['8'] },
      { document: 'orientering-2024', kind: 'chart', section: 'Konklusion', label: 'Figur 1', anchor: 'figur-1', texts: ['−8'] },
    ])
  })

  it('is told of notes too', () => {
    const children = [{ type: 'figure' as const, figure: 'x', text: '1' }]
    expect(printedPlaces({ id: 'memo', blocks: [], notes: [{ id: 'note-1', mark: '1', children }] }).get('x')).toEqual([
      { document: 'memo', kind: 'note', section: null, label: '1', anchor: 'note-1', texts: ['1'] },
    ])
  })
})

describe('the figure somebody means', () => {
  const meant = (asked: string, locale = da) => figuresMeant(asked, memo2024.figures, memo2024.documents, locale)

  it.each([
    ['indexScore/all/2023-24', ['indexScore/all/2023-24']],
    ['change/indexScore/all/2022-23..2023-24', ['change/indexScore/all/2022-23..2023-24']],
    ['1.755', ['base/external/2023-24']],
    ['1755', ['base/external/2023-24']],
    ['−8', ['change/indexScore/internal/2022-23..2023-24']],
    ['8', ['change/indexScore/internal/2022-23..2023-24']],
    ['82', ['indexScore/all/2023-24', 'indexScore/internal/2022-23']],
    ['17', []],
    ['82 %', []],
    ['indexScore', []],
    ['', []],
  ])('by %j', (asked, ids) => {
    expect(meant(asked)).toEqual(ids)
  })

  it('in the document’s spelling whatever the language of messages', () => {
    expect(meant('1.755', en)).toEqual(['base/external/2023-24'])
    expect(meant('1,755', en)).toEqual(['base/external/2023-24'])
  })

  it('among all figures where no document prints it', () => {
    const unprinted = Object.values(madeUp.figures.figures).find(
      ({ id }) => !madeUp.documents.some((each) => printedPlaces(each).has(id)) && id.startsWith('mean/'),
    ) as Figure
    expect(figuresMeant(unprinted.printed?.replace('.', ',') ?? '', madeUp.figures, madeUp.documents, da)).toContain(unprinted.id)
  })
})

describe('a benchmark', () => {
  it('is called by its name, as segments are', async () => {
    const files = {
      'notat.yaml': `sender: { organisation: Eksempel Kommune }
survey:
  title: Tilfredshed
  items: [{ id: overall, label: Tilfredshed, text: Jeg er tilfreds., scale: agreement5 }]
  periods: [{ from: 2024-01-01, to: 2024-12-31 }]
  segments: { id: all, label: Alle }
  benchmarks: [{ id: country, label: Hele landet }]
documents: []
`,
      'data/tal.csv': 'periode;målgruppe;indekstal;antal svar\n2024;Alle;80;100\n2024;Hele landet;78;9000\n',
    }
    const { figures } = await build(parseProject(files))
    const explanation = explain('indexScore/country/2024', figures)
    expect(explanation?.name.segment).toEqual({ id: 'country', label: 'Hele landet' })
    expect(explanation && describeExplanation(explanation, da).name).toBe('Indekstal for Hele landet, 2024')
  })
})
