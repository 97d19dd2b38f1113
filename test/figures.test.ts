import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Figure, Figures, PublishedValue } from '../src/figure.js'
import { figureId } from '../src/figure-key.js'
import { deriveFigures, figureOf, whyNoTotal } from '../src/figures.js'
import { locales } from '../src/locale/index.js'
import {
  contains,
  type Exact,
  exact,
  type Interval,
  intervalOfPrinted,
  isEmpty,
  parsePrinted,
  roundForPrint,
  toNumber,
} from '../src/printed.js'
import { type Segment, Survey } from '../src/survey.js'

import type { Dataset, Tally } from '../src/tally.js'

import { growthOf, linear, runs } from './runs.js'

// ── builders ──

const place = { file: 'data/test.csv', line: 2 }

/** `seg('external', seg('ac'), seg('unge'))`; settings of the node first, where it has any. */
function seg(id: string, ...rest: (Partial<Segment> | Segment)[]): Segment {
  const isSegment = (one: Partial<Segment>): one is Segment => one.id !== undefined
  const parts = rest.filter(isSegment)
  const settings = rest.filter((one) => !isSegment(one))
  return {
    id,
    label: id,
    also: [],
    complete: true,
    overlap: false,
    ...Object.assign({}, ...settings),
    ...(parts.length > 0 ? { parts } : {}),
  }
}

function surveyOf(segments: Segment, more: object = {}): Survey {
  return Survey.parse({
    title: 'Test',
    items: [{ id: 'overall', label: 'Overall', text: 'All in all I am satisfied.', scale: 'agreement5' }],
    periods: [
      { from: '2022-10-01', to: '2023-09-30' },
      { from: '2023-10-01', to: '2024-09-30' },
    ],
    segments,
    ...more,
  })
}

/** A published value as a reader of our own data makes it: `pub('ac', '2023-24', '84', 485)`. */
function pub(
  segment: string,
  period: string,
  text: string,
  base: number | null = null,
  more: Partial<PublishedValue> = {},
): PublishedValue {
  const parsed = parsePrinted(text, locales.da.numbers)
  if ('reason' in parsed) throw new Error(`${text}: ${parsed.reason}`)
  const { value, decimals } = parsed
  const interval = intervalOfPrinted(value, decimals, false)
  const subject = { period, segment, provider: null, item: 'overall' }
  return { ...subject, metric: 'indexScore', options: null, text, value, decimals, interval, base, place, ...more }
}

const agreement = ['stronglyAgree', 'agree', 'neutral', 'disagree', 'stronglyDisagree', 'dontKnow']

/** Answers from the most to the least favourable, then "don't know": `tally('ac', '2023-24', [7, 5, 0, 4, 3, 2])`. */
function tally(segment: string, period: string, counts: number[], more: Partial<Tally> = {}): Tally {
  const byOption = Object.fromEntries(agreement.map((option, index) => [option, counts[index] ?? 0]))
  return { period, segment, provider: null, item: 'overall', counts: byOption, ...more }
}

function datasetOf(published: PublishedValue[], tallies: Tally[] = []): Dataset {
  return { published, tallies, sources: [] }
}

function the(figures: Figures, id: string): Figure {
  const found = figureOf(figures, id)
  if (!found) throw new Error(`no figure ${id}`)
  return found
}

/** `[181519/2220; 3049/37)` */
function show(interval: Interval | null): string {
  if (!interval) return 'none'
  const end = ({ numerator, denominator }: Interval['from']): string =>
    denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`
  return `${interval.fromIncluded ? '[' : '('}${end(interval.from)}; ${end(interval.to)}${interval.toIncluded ? ']' : ')'}`
}

function ends(interval: Interval | null): [number, number] {
  if (!interval) throw new Error('no interval')
  return [toNumber(interval.from), toNumber(interval.to)]
}

// ── the 2024 memo's printed numbers ──

const memo = surveyOf(
  seg(
    'all',
    seg('internal'),
    seg('external', seg('brobygning'), seg('ac'), seg('unge'), seg('voksne', seg('uden-mentor'), seg('mentor')), seg('sygemeldte')),
  ),
)

/** Its tables 1 and 2; `external` and the total of the first period with the base left to the parts. */
const printed: [segment: string, period: string, text: string, base: number | null][] = [
  ['all', '2022-23', '83', null],
  ['internal', '2022-23', '82', 1660],
  ['internal', '2023-24', '74', 465],
  ['external', '2022-23', '84', null],
  ['external', '2023-24', '84', null],
  ['brobygning', '2022-23', '83', 132],
  ['brobygning', '2023-24', '81', 165],
  ['ac', '2022-23', '80', 613],
  ['ac', '2023-24', '84', 485],
  ['unge', '2022-23', '87', 410],
  ['unge', '2023-24', '88', 159],
  ['voksne', '2022-23', '89', null],
  ['voksne', '2023-24', '89', null],
  ['uden-mentor', '2022-23', '86', 183],
  ['uden-mentor', '2023-24', '86', 251],
  ['mentor', '2022-23', '91', 194],
  ['mentor', '2023-24', '92', 186],
  ['sygemeldte', '2022-23', '85', 436],
  ['sygemeldte', '2023-24', '81', 509],
]

function memoWithout(...left: string[]): Figures {
  return deriveFigures(
    memo,
    datasetOf(printed.filter(([segment, period]) => !left.includes(`${segment}/${period}`)).map((row) => pub(...row))),
  )
}

describe('the 2024 memo', () => {
  const figures = memoWithout()

  test('its total is 82, a fall, whatever was printed', () => {
    const all = the(figures, 'indexScore/all/2023-24')
    expect(all.printed).toBe('82')
    expect(all.status).toBe('ok')
    expect(all.possible).toEqual(['82'])
    expect(all.base).toBe(2220)
    expect(show(all.interval)).toBe(show({ from: exact(181519, 2220), to: exact(3049, 37), fromIncluded: true, toIncluded: false }))
  })

  test('the number of answers at the providers outside is 1,755', () => {
    expect(the(figures, 'base/external/2023-24')).toMatchObject({ printed: '1755', status: 'ok', value: exact(1755), unit: 'answer' })
    expect(the(figures, 'base/all/2022-23').printed).toBe('3628')
  })

  test('a total that was printed narrows its parts', () => {
    expect(show(the(figures, 'indexScore/uden-mentor/2023-24').interval)).toBe('(42939/502; 173/2)')
  })

  test('a total that was not printed for adults reaches lower', () => {
    const [from, to] = ends(the(memoWithout('voksne/2023-24'), 'indexScore/all/2023-24').interval)
    expect(from).toBeCloseTo(81.6775, 4)
    expect(to).toBeCloseTo(3049 / 37, 10)
  })

  test('the printed 83 decides what the parts of 2022-23 leave open', () => {
    expect(the(figures, 'indexScore/all/2022-23')).toMatchObject({ printed: '83', status: 'ok', possible: ['83'] })
    const [from, to] = ends(the(figures, 'indexScore/all/2022-23').interval)
    expect(from).toBeCloseTo(82.851, 3)
    expect(to).toBe(83.5)
    const open = the(memoWithout('all/2022-23'), 'indexScore/all/2022-23')
    expect(open).toMatchObject({ printed: '83', status: 'approximate', possible: ['83', '84'] })
    expect(ends(open.interval)[1]).toBeCloseTo(83.585, 3)
  })

  test('the point of a total is the weighted mean of its parts, also where its own number was printed', () => {
    expect(the(figures, 'indexScore/external/2023-24')).toMatchObject({ value: exact(148024, 1755), printed: '84' })
    expect(the(figures, 'indexScore/voksne/2023-24')).toMatchObject({ printed: '89', status: 'ok' })
    expect(the(figures, 'indexScore/voksne/2022-23')).toMatchObject({ printed: '89', status: 'ok' })
  })

  test('says where a number comes from', () => {
    expect(the(figures, 'indexScore/all/2023-24').derivation).toEqual({
      formula: 'weightedMean',
      inputs: ['indexScore/internal/2023-24', 'base/internal/2023-24', 'indexScore/external/2023-24', 'base/external/2023-24'],
      places: [],
    })
    expect(the(figures, 'indexScore/ac/2023-24').derivation).toEqual({ formula: 'published', inputs: [], places: [place] })
    expect(the(figures, 'base/all/2023-24').derivation).toEqual({
      formula: 'sum',
      inputs: ['base/internal/2023-24', 'base/external/2023-24'],
      places: [],
    })
  })

  test('the order of the dataset changes nothing', () => {
    const reversed = deriveFigures(memo, datasetOf(printed.toReversed().map((row) => pub(...row))))
    expect(reversed).toEqual(figures)
    expect(Object.keys(reversed.figures)).toEqual(Object.keys(figures.figures))
  })
})

// ── from answers ──

describe('from answers', () => {
  const survey = surveyOf(seg('all', seg('a'), seg('b')), {
    items: ['overall', 'contact'].map((id) => ({ id, label: id, text: id, scale: 'agreement5' })),
  })
  const figures = deriveFigures(
    survey,
    datasetOf(
      [],
      [
        tally('a', '2023-24', [7, 5, 0, 4, 3, 2]),
        tally('b', '2023-24', [10, 0, 0, 0, 0, 0]),
        tally('a', '2023-24', [0, 0, 1, 0, 4, 0], { item: 'contact' }),
      ],
    ),
  )

  test('the index is the sum of scores over the base: 61.8 of 19', () => {
    // 7·100 + 5·75 + 0·50 + 4·25 + 3·0 = 1175
    expect(the(figures, 'indexScore/a/2023-24')).toEqual({
      id: 'indexScore/a/2023-24',
      key: {
        kind: 'metric',
        metric: 'indexScore',
        segment: 'a',
        period: '2023-24',
        item: 'overall',
        provider: null,
        options: null,
        comparedWith: null,
      },
      kind: 'metric',
      unit: 'indexPoint',
      decimals: 0,
      value: exact(1175, 19),
      printed: '62',
      base: 19,
      interval: { from: exact(1175, 19), to: exact(1175, 19), fromIncluded: true, toIncluded: true },
      possible: ['62'],
      status: 'ok',
      derivation: {
        formula: 'indexOfAnswers',
        inputs: [...agreement.slice(0, 5).map((option) => `count/a/2023-24/options/${option}`), 'base/a/2023-24'],
        places: [],
      },
      origin: 'calculated',
    })
  })

  test.each([
    ['indexScore/all/2023-24', exact(2175, 29), '75', 'weightedMean'],
    ['mean/a/2023-24', exact(66, 19), '3.5', 'meanOfAnswers'],
    ['share/a/2023-24/options/agree', exact(5, 19), '26', 'shareOfAnswers'],
    ['topTwoBox/a/2023-24', exact(12, 19), '63', 'shareOfAnswers'],
    ['topTwoBox/all/2023-24', exact(22, 29), '76', 'weightedMean'],
    ['base/all/2023-24', exact(29), '29', 'sum'],
    ['dontKnow/all/2023-24', exact(2), '2', 'sum'],
    ['count/all/2023-24/options/stronglyAgree', exact(17), '17', 'sum'],
    ['count/a/2023-24/options/dontKnow', exact(2), '2', 'counted'],
    ['indexScore/all/2023-24/items/contact', exact(10), '10', 'weightedMean'],
  ])('%s is %o, printed %s', (id, value, text, formula) => {
    expect(the(figures, id)).toMatchObject({ value, printed: text, status: 'ok', derivation: { formula } })
  })

  test('answers that nobody gave to an item count as none, with no value', () => {
    expect(the(figures, 'indexScore/b/2023-24/items/contact')).toMatchObject({
      value: null,
      printed: null,
      base: 0,
      status: 'noAnswers',
      possible: [],
    })
    expect(the(figures, 'base/b/2023-24/items/contact')).toMatchObject({ printed: '0', status: 'ok' })
  })

  test('distributions of every node are kept', () => {
    expect(figures.distributions['all/2023-24']).toEqual({
      stronglyAgree: 17,
      agree: 5,
      neutral: 0,
      disagree: 4,
      stronglyDisagree: 3,
      dontKnow: 2,
    })
    expect(figures.distributions['a/2023-24/items/contact']).toMatchObject({ stronglyDisagree: 4, neutral: 1 })
  })

  test('nothing is known twice, so there is nothing to audit', () => {
    expect(figures.totals).toEqual([])
  })

  test('a share or count of any options is made on demand, whatever their order', () => {
    expect(the(figures, 'share/all/2023-24/options/agree+stronglyAgree')).toMatchObject({
      id: 'share/all/2023-24/options/stronglyAgree+agree',
      value: exact(22, 29),
      printed: '76',
      base: 29,
      derivation: {
        formula: 'shareOfAnswers',
        inputs: ['count/all/2023-24/options/stronglyAgree', 'count/all/2023-24/options/agree', 'base/all/2023-24'],
      },
    })
    expect(the(figures, 'count/a/2023-24/options/disagree+dontKnow')).toMatchObject({ value: exact(6), derivation: { formula: 'sum' } })
    expect(figureOf(figures, 'share/b/2023-24/items/contact/options/agree+neutral')).toMatchObject({ status: 'noAnswers', value: null })
  })

  test.each([
    'share/all/2023-24/options/agree+fine',
    'share/all/2023-24/options/agree+dontKnow',
    'share/all/2022-23/options/agree+neutral',
    'indexScore/nobody/2023-24',
    'indexScore/all/2023-24/options/agree',
    '__proto__',
  ])('there is no %s', (id) => {
    expect(figureOf(figures, id)).toBeUndefined()
  })

  test('a period without data has no figures', () => {
    expect(Object.keys(figures.figures).filter((id) => id.includes('2022-23'))).toEqual([])
  })
})

describe('providers', () => {
  const provider = (id: string, ...segments: string[]): object => ({ id, label: id, kind: 'external', segments })
  const survey = surveyOf(seg('all', seg('internal'), seg('external', seg('unge'), seg('voksne'))), {
    minimumBase: 3,
    providers: [
      provider('nord', 'internal'),
      provider('broen', 'unge', 'voksne'),
      provider('stien', 'voksne'),
      provider('nystart', 'voksne'),
    ],
  })

  test('have figures in their leaves and every ancestor, and the leaf is the sum of them', () => {
    const figures = deriveFigures(
      survey,
      datasetOf(
        [],
        [
          tally('internal', '2023-24', [10, 0, 0, 0, 10], { provider: 'nord' }),
          tally('unge', '2023-24', [5, 0, 0, 0, 0], { provider: 'broen' }),
          tally('voksne', '2023-24', [0, 0, 5, 0, 0], { provider: 'broen' }),
          tally('voksne', '2023-24', [3, 0, 0, 0, 0], { provider: 'stien' }),
        ],
      ),
    )
    const at = (id: string): unknown[] => [the(figures, id).printed, the(figures, id).base, the(figures, id).status]
    expect(at('indexScore/unge/2023-24/providers/broen')).toEqual(['100', 5, 'ok'])
    expect(at('indexScore/external/2023-24/providers/broen')).toEqual(['75', 10, 'ok'])
    expect(at('indexScore/all/2023-24/providers/broen')).toEqual(['75', 10, 'ok'])
    expect(at('indexScore/voksne/2023-24')).toEqual(['69', 8, 'ok'])
    expect(at('indexScore/all/2023-24')).toEqual(['62', 33, 'ok'])
    expect(at('indexScore/voksne/2023-24/providers/stien')).toEqual(['100', 3, 'ok'])
    expect(at('indexScore/voksne/2023-24/providers/nystart')).toEqual([null, 0, 'noAnswers'])
    expect(figureOf(figures, 'indexScore/internal/2023-24/providers/broen')).toBeUndefined()
  })

  test('that are known from print make up their leaf when all are there', () => {
    const rows = [
      pub('internal', '2023-24', '50', 20),
      pub('unge', '2023-24', '80', 10, { provider: 'broen' }),
      pub('voksne', '2023-24', '60', 10, { provider: 'broen' }),
      pub('voksne', '2023-24', '70', 30, { provider: 'stien' }),
    ]
    const half = deriveFigures(survey, datasetOf(rows))
    expect(the(half, 'indexScore/external/2023-24/providers/broen')).toMatchObject({ printed: '70', base: 20 })
    expect(figureOf(half, 'indexScore/voksne/2023-24')).toBeUndefined()
    const nobody = pub('voksne', '2023-24', '0', null, { provider: 'nystart', metric: 'base' })
    const whole = deriveFigures(survey, datasetOf([...rows, nobody]))
    // (60·10 + 70·30) / 40 = 67.5 ± 0.5
    expect(the(whole, 'indexScore/voksne/2023-24')).toMatchObject({
      value: exact(135, 2),
      printed: '68',
      possible: ['67', '68'],
      status: 'approximate',
    })
    expect(the(whole, 'indexScore/voksne/2023-24/providers/nystart')).toMatchObject({ value: null, status: 'noAnswers' })
  })

  test('a leaf that was printed itself narrows them', () => {
    const one = surveyOf(seg('all'), { providers: [provider('nord', 'all'), provider('syd', 'all')] })
    const figures = deriveFigures(
      one,
      datasetOf([
        pub('all', '2023-24', '80,4', 2),
        pub('all', '2023-24', '80', 100, { provider: 'nord' }),
        pub('all', '2023-24', '80', 100, { provider: 'syd' }),
        pub('all', '2023-24', '200', null, { metric: 'base' }),
      ]),
    )
    // 2 · 80.35 − 80.5 = 80.2
    expect(show(the(figures, 'indexScore/all/2023-24/providers/nord').interval)).toBe('(401/5; 161/2)')
  })
})

// ── what the tree allows ──

describe('totals', () => {
  const two = surveyOf(seg('all', seg('a'), seg('b')))
  const at = (rows: PublishedValue[], survey = two, tallies: Tally[] = []): Figures => deriveFigures(survey, datasetOf(rows, tallies))

  test('a node printed without its parts behaves as a leaf', () => {
    expect(the(at([pub('all', '2023-24', '83', 100)]), 'indexScore/all/2023-24')).toMatchObject({
      value: exact(83),
      printed: '83',
      base: 100,
      derivation: { formula: 'published', inputs: [], places: [place] },
    })
  })

  test('a leaf that is forgotten gives no total; one that was not measured moves none', () => {
    const rows = [pub('a', '2023-24', '80', 100)]
    expect(figureOf(at(rows), 'indexScore/all/2023-24')).toBeUndefined()
    const later = surveyOf(seg('all', seg('a'), seg('b', { periods: ['2022-23'] })))
    expect(the(at(rows, later), 'indexScore/all/2023-24')).toMatchObject({ printed: '80', base: 100 })
    expect(figureOf(at(rows, later), 'indexScore/b/2023-24')).toBeUndefined()
  })

  test('a part without answers weighs nothing', () => {
    const figures = at([pub('a', '2023-24', '80', 100), pub('b', '2023-24', '0', null, { metric: 'base' })])
    expect(the(figures, 'indexScore/all/2023-24')).toMatchObject({ value: exact(80), base: 100 })
    expect(the(figures, 'indexScore/b/2023-24')).toMatchObject({ value: null, base: 0, status: 'noAnswers' })
  })

  test.each([{ complete: false }, { overlap: true }])('parts give no total where the project says %o', (settings) => {
    const survey = surveyOf(seg('all', settings, seg('a'), seg('b')))
    const parts = [pub('a', '2023-24', '80', 100), pub('b', '2023-24', '60', 100)]
    expect(figureOf(at(parts, survey), 'indexScore/all/2023-24')).toBeUndefined()
    const own = at([...parts, pub('all', '2023-24', '90', 500)], survey)
    expect(the(own, 'indexScore/all/2023-24')).toMatchObject({ printed: '90', base: 500, status: 'ok' })
    expect(own.totals.find(({ figure }) => figure === 'indexScore/all/2023-24')).toMatchObject({
      isPartition: false,
      fromParts: null,
      isContradiction: false,
      bases: { own: 500, fromParts: 200 },
    })
  })

  test('where its own number and its parts do not meet, a total prints what its parts give', () => {
    const figures = at([pub('all', '2023-24', '85', 2240), pub('a', '2023-24', '74', 465), pub('b', '2023-24', '84', 1755)])
    expect(the(figures, 'indexScore/all/2023-24')).toMatchObject({ printed: '82', base: 2220, status: 'contradictory' })
    expect(the(figures, 'base/all/2023-24')).toMatchObject({ printed: '2220', status: 'contradictory' })
    const [base, index] = ['base', 'indexScore'].map((metric) => figures.totals.find(({ figure }) => figure === `${metric}/all/2023-24`))
    expect(base).toMatchObject({ isContradiction: true, own: { text: '2240' }, bases: { own: 2240, fromParts: 2220 }, hull: null })
    expect(index).toMatchObject({ isContradiction: true, own: { text: '85' }, bases: { own: 2240, fromParts: 2220 } })
    expect(show(index?.hull ?? null)).toBe('[147/2; 169/2)')
    expect(index?.parts.map(({ figure, base }) => [figure, base])).toEqual([
      ['indexScore/a/2023-24', 465],
      ['indexScore/b/2023-24', 1755],
    ])
  })

  test('of parts whose number of answers is unknown, the total is only known to lie between them', () => {
    const parts = [pub('a', '2023-24', '74'), pub('b', '2023-24', '84')]
    const open = at(parts)
    expect(figureOf(open, 'indexScore/all/2023-24')).toBeUndefined()
    expect(whyNoTotal(open, 'indexScore/all/2023-24')).toBe('noWeights')
    expect(show(open.totals[0]?.hull ?? null)).toBe('[147/2; 169/2)')
    const impossible = at([...parts, pub('all', '2023-24', '85')])
    expect(the(impossible, 'indexScore/all/2023-24').status).toBe('contradictory')
    expect(impossible.totals[0]).toMatchObject({ figure: 'indexScore/all/2023-24', fromParts: null, isContradiction: true })
  })

  test('a point outside its narrowed interval becomes the midpoint', () => {
    const figures = at([pub('all', '2023-24', '80,4'), pub('a', '2023-24', '80', 10), pub('b', '2023-24', '80', 10)])
    expect(show(the(figures, 'indexScore/a/2023-24').interval)).toBe('(401/5; 161/2)')
    expect(the(figures, 'indexScore/a/2023-24')).toMatchObject({ value: exact(1607, 20), printed: '80', status: 'ok' })
    expect(the(figures, 'indexScore/all/2023-24')).toMatchObject({ printed: '80', value: exact(1607, 20), decimals: 0, status: 'ok' })
  })

  test('a total without a number of its own is printed as finely as the coarsest part', () => {
    const figures = at([pub('a', '2023-24', '80,4', 10), pub('b', '2023-24', '80,25', 10)])
    expect(the(figures, 'indexScore/all/2023-24')).toMatchObject({ decimals: 1, printed: '80.3', value: exact(3213, 40) })
  })

  test('a number at the end of the scale stands for nothing beyond it', () => {
    const figures = at([pub('a', '2023-24', '100', 10), pub('b', '2023-24', '0', 10)])
    expect(show(the(figures, 'indexScore/a/2023-24').interval)).toBe('[199/2; 100]')
    expect(show(the(figures, 'indexScore/b/2023-24').interval)).toBe('[0; 1/2)')
  })

  test('a number off the scale is contradictory and moves no total', () => {
    const figures = at([pub('a', '2023-24', '105', 10), pub('b', '2023-24', '80', 10)])
    expect(the(figures, 'indexScore/a/2023-24')).toMatchObject({ value: null, printed: null, status: 'contradictory' })
    expect(figureOf(figures, 'indexScore/all/2023-24')).toBeUndefined()
    const [total] = figures.totals.filter(({ figure }) => figure === 'indexScore/a/2023-24')
    expect(total?.ownInterval && isEmpty(total.ownInterval)).toBe(true)
  })

  test('a printed number of answered leaves is checked against the answers', () => {
    const agrees = at([pub('a', '2023-24', '62', 19)], surveyOf(seg('a')), [tally('a', '2023-24', [7, 5, 0, 4, 3, 2])])
    expect(the(agrees, 'indexScore/a/2023-24')).toMatchObject({ printed: '62', status: 'ok', derivation: { places: [place] } })
    const differs = at([pub('a', '2023-24', '63', 19)], surveyOf(seg('a')), [tally('a', '2023-24', [7, 5, 0, 4, 3, 2])])
    expect(the(differs, 'indexScore/a/2023-24')).toMatchObject({ printed: '62', status: 'contradictory' })
  })
})

describe('other metrics', () => {
  const survey = surveyOf(seg('all', seg('a'), seg('b')))

  test('a printed share is per cent; the figure a fraction', () => {
    const share = { metric: 'share', options: 'stronglyAgree+agree' }
    const figures = deriveFigures(survey, datasetOf([pub('a', '2023-24', '12', 100, share), pub('b', '2023-24', '24', 300, share)]))
    const id = (segment: string): string => `share/${segment}/2023-24/options/stronglyAgree+agree`
    expect(show(the(figures, id('a')).interval)).toBe('[23/200; 1/8)')
    expect(the(figures, id('a'))).toMatchObject({ value: exact(3, 25), printed: '12', unit: 'share' })
    expect(the(figures, id('all'))).toMatchObject({ value: exact(21, 100), printed: '21', possible: ['21'], base: 400 })
  })

  test('a mean with one decimal', () => {
    const figures = deriveFigures(
      survey,
      datasetOf([pub('a', '2023-24', '4,4', 100, { metric: 'mean' }), pub('b', '2023-24', '5,0', 100, { metric: 'mean' })]),
    )
    expect(show(the(figures, 'mean/a/2023-24').interval)).toBe('[87/20; 89/20)')
    expect(show(the(figures, 'mean/b/2023-24').interval)).toBe('[99/20; 5]')
    expect(the(figures, 'mean/all/2023-24')).toMatchObject({ value: exact(47, 10), printed: '4.7', possible: ['4.7'] })
  })

  test('the response rate is answers over invited, at leaves and totals', () => {
    const invited = (segment: string, text: string): PublishedValue => pub(segment, '2023-24', text, null, { metric: 'invited' })
    const figures = deriveFigures(
      survey,
      datasetOf([invited('a', '1.000'), invited('b', '200')], [tally('a', '2023-24', [50, 0, 0, 0, 0, 9]), tally('b', '2023-24', [10])]),
    )
    expect(the(figures, 'invited/all/2023-24')).toMatchObject({
      printed: '1200',
      unit: 'person',
      base: null,
      derivation: { formula: 'sum' },
    })
    expect(the(figures, 'responseRate/a/2023-24')).toMatchObject({ value: exact(1, 20), printed: '5', base: 50 })
    expect(the(figures, 'responseRate/all/2023-24')).toMatchObject({
      value: exact(1, 20),
      derivation: { formula: 'ratio', inputs: ['base/all/2023-24', 'invited/all/2023-24'] },
    })
  })

  test('more answers than invited have no response rate', () => {
    const figures = deriveFigures(
      survey,
      datasetOf([pub('a', '2023-24', '10', null, { metric: 'invited' }), pub('a', '2023-24', '80', 11)]),
    )
    expect(the(figures, 'responseRate/a/2023-24')).toMatchObject({ value: null, status: 'contradictory' })
  })
})

describe('withholding', () => {
  const survey = surveyOf(seg('all', seg('a'), seg('b')))
  const figures = deriveFigures(
    survey,
    datasetOf([], [tally('a', '2023-24', [4, 0, 0, 0, 0, 1]), tally('b', '2023-24', [0, 5, 0, 0, 0, 0])]),
  )

  test('nothing tells of fewer answers than the minimum, nor how few', () => {
    const ofA = Object.values(figures.figures).filter(({ id }) => id.includes('/a/'))
    expect(ofA.length).toBeGreaterThan(10)
    for (const figure of ofA) {
      expect(figure).toMatchObject({ status: 'withheld', value: null, printed: null, base: null, interval: null, possible: [] })
    }
    expect(figures.distributions['a/2023-24']).toBeUndefined()
    expect(figureOf(figures, 'share/a/2023-24/options/agree+neutral')).toMatchObject({ status: 'withheld', value: null })
    expect(figureOf(figures, 'count/a/2023-24/options/agree+neutral')).toMatchObject({ status: 'withheld', value: null })
  })

  test('a base at the minimum is told, and totals are made before anything is withheld', () => {
    const tallies = [tally('a', '2023-24', [4]), tally('b', '2023-24', [0, 5]), tally('c', '2023-24', [0, 0, 1])]
    const three = deriveFigures(surveyOf(seg('all', seg('a'), seg('b'), seg('c'))), datasetOf([], tallies))
    expect(the(three, 'indexScore/b/2023-24')).toMatchObject({ printed: '75', base: 5, status: 'ok' })
    expect(the(three, 'indexScore/all/2023-24')).toMatchObject({ value: exact(825, 10), base: 10, status: 'ok' })
    expect(three.withholding).toMatchObject([{ period: '2023-24', small: 2, others: 0, isChoice: false }])
  })

  test('what would let it be worked out is withheld with it', () => {
    expect(the(figures, 'indexScore/all/2023-24')).toMatchObject({ base: 9, status: 'ok' })
    expect(the(figures, 'indexScore/b/2023-24')).toMatchObject({ value: null, base: null, status: 'withheld' })
    expect(figures.distributions['b/2023-24']).toBeUndefined()
    expect(figures.withholding).toMatchObject([{ period: '2023-24', small: 1, others: 1, isChoice: true }])
  })

  test('a group with few answers to one question is withheld in all', () => {
    const asked = surveyOf(seg('all', seg('a'), seg('b'), seg('c')), {
      items: ['overall', 'contact'].map((id) => ({ id, label: id, text: id, scale: 'agreement5' })),
    })
    const many = ['a', 'b', 'c'].map((segment) => tally(segment, '2023-24', [20, 9]))
    const few = [
      tally('a', '2023-24', [2], { item: 'contact' }),
      tally('b', '2023-24', [6, 1], { item: 'contact' }),
      tally('c', '2023-24', [20, 9], { item: 'contact' }),
    ]
    const both = deriveFigures(asked, datasetOf([], [...many, ...few]))
    const statuses = ['a', 'b', 'c'].map((segment) => [
      the(both, `indexScore/${segment}/2023-24`).status,
      the(both, `indexScore/${segment}/2023-24/items/contact`).status,
    ])
    expect(statuses).toEqual([
      ['withheld', 'withheld'],
      ['withheld', 'withheld'],
      ['ok', 'ok'],
    ])
  })

  test('those few who only answered "don\'t know" are not told either', () => {
    const silent = deriveFigures(surveyOf(seg('all')), datasetOf([], [tally('all', '2023-24', [0, 0, 0, 0, 0, 2])]))
    expect(the(silent, 'indexScore/all/2023-24').status).toBe('noAnswers')
    expect(the(silent, 'dontKnow/all/2023-24').status).toBe('withheld')
    expect(silent.distributions).toEqual({})
  })

  test('a small printed base withholds the printed value', () => {
    const printedOnly = deriveFigures(surveyOf(seg('all')), datasetOf([pub('all', '2023-24', '90', 4)]))
    expect(the(printedOnly, 'indexScore/all/2023-24')).toMatchObject({ status: 'withheld', value: null, base: null })
  })
})

// ── laws ──

/** Answers of a leaf, or parts. Scores 100, 75, 50, 25, 0. */
type Truth = Shape & { id: string; parts: Truth[] }

/** A tree before its nodes have names. */
type Shape = { counts: number[]; parts: Shape[]; saysIndex: boolean; saysBase: boolean; decimals: number }

const anyCounts = fc.oneof(
  { weight: 5, arbitrary: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 6, maxLength: 6 }) },
  { weight: 1, arbitrary: fc.constant<number[]>([0, 0, 0, 0, 0, 0]) },
)
const anyTruth = fc
  .letrec<{ node: Shape }>((tie) => ({
    node: fc.record({
      counts: anyCounts,
      parts: fc.oneof({ maxDepth: 3, depthSize: 'small' }, fc.constant<Shape[]>([]), fc.array(tie('node'), { minLength: 1, maxLength: 4 })),
      saysIndex: fc.boolean(),
      saysBase: fc.boolean(),
      decimals: fc.integer({ min: 0, max: 1 }),
    }),
  }))
  .node.map((node) => named(node, 'n'))
  .filter((truth) => trueBase(truth) > 0)

function named(node: Shape, id: string): Truth {
  return { ...node, id, parts: node.parts.map((part, index) => named(part, `${id}-${index}`)) }
}

function nodesOf(truth: Truth): Truth[] {
  return [truth, ...truth.parts.flatMap(nodesOf)]
}

function segmentOf({ id, parts }: Truth): Segment {
  return seg(id, ...parts.map(segmentOf))
}

function trueCounts({ counts, parts }: Truth): number[] {
  return parts.length === 0 ? counts : parts.map(trueCounts).reduce((sum, part) => sum.map((count, index) => count + (part[index] ?? 0)))
}

function added(all: readonly (readonly number[])[]): number[] {
  return [0, 1, 2, 3, 4].map((index) => all.reduce((sum, counts) => sum + (counts[index] ?? 0), 0))
}

function trueBase(truth: Truth): number {
  return trueCounts(truth)
    .slice(0, 5)
    .reduce((sum, count) => sum + count, 0)
}

function trueIndex(truth: Truth): Exact | null {
  return indexOf(trueCounts(truth))
}

function indexOf([a = 0, b = 0, c = 0, d = 0, e = 0]: number[]): Exact | null {
  const answers = a + b + c + d + e
  return answers === 0 ? null : exact(100 * a + 75 * b + 50 * c + 25 * d, answers)
}

/** The tree printed: every leaf's index and base, and of a node what it says. */
function publish(truth: Truth): PublishedValue[] {
  return nodesOf(truth).flatMap((node) => {
    const value = trueIndex(node)
    const isLeaf = node.parts.length === 0
    const base = isLeaf || node.saysBase ? trueBase(node) : null
    if (value && (isLeaf || node.saysIndex)) return pub(node.id, '2023-24', roundForPrint(value, node.decimals).replace('.', ','), base)
    return base === null ? [] : pub(node.id, '2023-24', String(base), null, { metric: 'base' })
  })
}

function tallies(truth: Truth): Tally[] {
  return nodesOf(truth).flatMap((node) => (node.parts.length === 0 ? tally(node.id, '2023-24', node.counts) : []))
}

const openly = { minimumBase: 1 }

describe('laws', () => {
  test('the true value of any tree, printed and read back, lies in every interval, and nothing contradicts', () => {
    fc.assert(
      fc.property(anyTruth, (truth) => {
        const figures = deriveFigures(surveyOf(segmentOf(truth), openly), datasetOf(publish(truth)))
        for (const node of nodesOf(truth)) {
          const figure = the(figures, `indexScore/${node.id}/2023-24`)
          const value = trueIndex(node)
          expect(the(figures, `base/${node.id}/2023-24`).printed).toBe(String(trueBase(node)))
          expect(figure.base).toBe(trueBase(node))
          if (value === null) expect(figure.status).toBe('noAnswers')
          else {
            expect(['ok', 'approximate']).toContain(figure.status)
            expect(figure.interval && contains(figure.interval, value)).toBe(true)
            expect(figure.interval && figure.value && contains(figure.interval, figure.value)).toBe(true)
            expect(figure.possible).toContain(figure.printed)
            expect(figure.possible).toContain(roundForPrint(value, figure.decimals))
            // one precision for all: where it is the node's own, its number is what was printed
            if (node.saysIndex && figure.decimals === node.decimals) expect(figure.possible).toEqual([roundForPrint(value, node.decimals)])
          }
        }
        expect(figures.totals.some(({ isContradiction }) => isContradiction)).toBe(false)
      }),
      { numRuns: runs(25, 100) },
    )
  })

  test('counted answers give the true value at every node, and shares that sum to 1', () => {
    fc.assert(
      fc.property(anyTruth, (truth) => {
        const figures = deriveFigures(surveyOf(segmentOf(truth), openly), datasetOf([], tallies(truth)))
        for (const node of nodesOf(truth)) {
          expect(the(figures, `indexScore/${node.id}/2023-24`).value).toEqual(trueIndex(node))
          if (trueBase(node) === 0) continue
          expect(Object.values(figures.distributions[`${node.id}/2023-24`] ?? {})).toEqual(trueCounts(node))
          const all = figureOf(figures, `share/${node.id}/2023-24/options/${agreement.slice(0, 5).join('+')}`)
          expect(all?.value).toEqual(exact(1))
        }
      }),
      { numRuns: runs(25, 100) },
    )
  })

  test('a total lies between its parts, and every index between 0 and 100', () => {
    fc.assert(
      fc.property(anyTruth, fc.boolean(), (truth, isCounted) => {
        const dataset = isCounted ? datasetOf([], tallies(truth)) : datasetOf(publish(truth))
        const figures = deriveFigures(surveyOf(segmentOf(truth), openly), dataset)
        const rangeOf = (node: Truth): [number, number][] => {
          const { interval } = the(figures, `indexScore/${node.id}/2023-24`)
          return interval ? [ends(interval)] : []
        }
        for (const node of nodesOf(truth)) {
          const parts = node.parts.flatMap(rangeOf)
          for (const [from, to] of rangeOf(node)) {
            expect(from).toBeGreaterThanOrEqual(parts.length > 0 ? Math.min(...parts.map(([low]) => low)) : 0)
            expect(to).toBeLessThanOrEqual(parts.length > 0 ? Math.max(...parts.map(([, high]) => high)) : 100)
          }
        }
      }),
      { numRuns: runs(25, 100) },
    )
  })

  test('two providers, each with a leaf of its own and one they share, printed in every way: the true value lies in every interval', () => {
    const said = fc.record({ decimals: fc.integer({ min: 0, max: 1 }), isSaid: fc.boolean() })
    const counted = fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 5 })
      .filter((counts) => counts.some((count) => count > 0))
    const sums = [
      // segment, provider, which of the four groups of answers: north at a, north at b, south at b, south at c
      ['a', 'north', [0]],
      ['b', 'north', [1]],
      ['b', 'south', [2]],
      ['c', 'south', [3]],
      ['all', 'north', [0, 1]],
      ['all', 'south', [2, 3]],
      ['a', null, [0]],
      ['b', null, [1, 2]],
      ['c', null, [3]],
      ['all', null, [0, 1, 2, 3]],
    ] as const
    const survey = surveyOf(seg('all', seg('a'), seg('b'), seg('c')), {
      ...openly,
      providers: [
        { id: 'north', label: 'North', kind: 'internal', segments: ['a', 'b'] },
        { id: 'south', label: 'South', kind: 'external', segments: ['b', 'c'] },
      ],
    })
    fc.assert(
      fc.property(fc.tuple(counted, counted, counted, counted), fc.array(said, { minLength: 10, maxLength: 10 }), (groups, sayings) => {
        const truths = sums.map(([segment, provider, of]) => ({
          segment,
          provider,
          value: indexOf(added(of.map((at) => groups[at] ?? []))),
          base: added(of.map((at) => groups[at] ?? [])).reduce((sum, count) => sum + count, 0),
        }))
        const rows = truths.flatMap(({ segment, provider, value, base }, index) => {
          const { decimals = 0, isSaid = true } = sayings[index] ?? {}
          if (!value || !(isSaid || index < 4)) return []
          return [pub(segment, '2023-24', roundForPrint(value, decimals).replace('.', ','), index < 4 ? base : null, { provider })]
        })
        const figures = deriveFigures(survey, datasetOf(rows))
        for (const { segment, provider, value, base } of truths) {
          const figure = the(figures, figureId({ metric: 'indexScore', segment, period: '2023-24', provider }, survey))
          expect(figure.base).toBe(base)
          expect(value && figure.interval && contains(figure.interval, value)).toBe(true)
          expect(figure.possible).toContain(figure.printed)
        }
      }),
      { numRuns: runs(25, 100) },
    )
  })

  test('the order of the dataset changes nothing, to the last bit', () => {
    const shuffled = anyTruth.chain((truth) => {
      const [rows, counted] = [publish(truth), tallies(truth)]
      const shuffle = <T>(values: T[]): fc.Arbitrary<T[]> => fc.shuffledSubarray(values, { minLength: values.length })
      return fc.tuple(fc.constant({ truth, rows, counted }), shuffle(rows), shuffle(counted))
    })
    const text = (figures: Figures): string =>
      JSON.stringify(figures, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))
    fc.assert(
      fc.property(shuffled, ([{ truth, rows, counted }, otherRows, otherCounted]) => {
        const survey = surveyOf(segmentOf(truth))
        expect(text(deriveFigures(survey, datasetOf(otherRows)))).toBe(text(deriveFigures(survey, datasetOf(rows))))
        expect(text(deriveFigures(survey, datasetOf([], otherCounted)))).toBe(text(deriveFigures(survey, datasetOf([], counted))))
      }),
      { numRuns: runs(12, 40) },
    )
  })
})

// ── the two passes against linear programming ──

/** a·x ≤ b, over the leaves' true values. */
type Constraint = { a: number[]; b: number }

/**
 * The least a·x on a polytope, by trying every corner: each choice of as many constraints as there are variables, taken as equations. Knows nothing
 * of trees.
 */
function least(objective: number[], constraints: Constraint[]): number {
  const corners = choose(constraints, objective.length).flatMap((chosen) => solveEquations(chosen) ?? [])
  const inside = corners.filter((x) => constraints.every(({ a, b }) => dot(a, x) <= b + 1e-9))
  return Math.min(...inside.map((x) => dot(objective, x)))
}

function dot(a: number[], x: number[]): number {
  return a.reduce((sum, factor, index) => sum + factor * (x[index] ?? 0), 0)
}

function choose<T>(values: T[], size: number): T[][] {
  if (size === 0) return [[]]
  return values.flatMap((value, index) => choose(values.slice(index + 1), size - 1).map((rest) => [value, ...rest]))
}

/** Gauss–Jordan with the largest pivot; null for equations without exactly one solution. Wrapped in a list, so that corners can be flattened. */
function solveEquations(equations: Constraint[]): [number[]] | null {
  const rows = equations.map(({ a, b }) => [...a, b])
  for (const column of rows.keys()) {
    const pivot = rows.slice(column).reduce((best, row) => (Math.abs(row[column] ?? 0) > Math.abs(best[column] ?? 0) ? row : best))
    const lead = pivot[column] ?? 0
    if (Math.abs(lead) < 1e-12) return null
    rows.splice(rows.indexOf(pivot), 1)
    rows.splice(
      column,
      0,
      pivot.map((value) => value / lead),
    )
    for (const [index, row] of rows.entries()) {
      const factor = row[column] ?? 0
      if (index !== column) rows[index] = row.map((value, at) => value - factor * (rows[column]?.[at] ?? 0))
    }
  }
  return [rows.map((row) => row.at(-1) ?? 0)]
}

describe('narrowing', () => {
  test('gives the same ends as linear programming', () => {
    const leaf = fc.record({ counts: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 5 }), isCoarse: fc.boolean() })
    const tree = fc.tuple(leaf, leaf, leaf, leaf, fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }))
    let checked = 0
    fc.assert(
      fc.property(tree, ([a, b, c, d, says]) => {
        const node = (part: typeof a): Shape => ({
          ...part,
          parts: [],
          saysIndex: true,
          saysBase: true,
          decimals: part.isCoarse ? 0 : 1,
        })
        const group = (parts: Shape[], saysIndex: boolean | undefined): Shape => ({
          counts: [],
          parts,
          saysIndex: saysIndex ?? false,
          saysBase: false,
          decimals: 1,
        })
        const truth = named(group([group([node(a), node(b)], says[0]), group([node(c), node(d)], says[1])], says[2]), 'n')
        const leaves = nodesOf(truth).filter(({ parts }) => parts.length === 0)
        fc.pre(leaves.every((one) => trueBase(one) > 0))
        const weights = (of: Truth): number[] => leaves.map((one) => (nodesOf(of).includes(one) ? trueBase(one) / trueBase(of) : 0))
        const constraints = nodesOf(truth).flatMap((one): Constraint[] => {
          const index = trueIndex(one)
          if (!one.saysIndex || !index) return []
          const around = Number(roundForPrint(index, one.decimals))
          const half = 0.5 / 10 ** one.decimals
          return [
            { a: weights(one), b: Math.min(100, around + half) },
            { a: weights(one).map((weight) => -weight), b: -Math.max(0, around - half) },
          ]
        })
        const figures = deriveFigures(surveyOf(segmentOf(truth), openly), datasetOf(publish(truth)))
        for (const one of nodesOf(truth)) {
          const [from, to] = ends(the(figures, `indexScore/${one.id}/2023-24`).interval)
          const objective = weights(one)
          expect(from).toBeCloseTo(least(objective, constraints), 6)
          expect(to).toBeCloseTo(
            -least(
              objective.map((weight) => -weight),
              constraints,
            ),
            6,
          )
          checked += 2
        }
      }),
      { numRuns: runs(10, 25) },
    )
    expect(checked).toBeGreaterThan(runs(80, 200))
  })

  test('takes time in proportion to the tree', async () => {
    const wide = (parts: number) => {
      const ids = Array.from({ length: parts }, (_, index) => `p${index}`)
      const survey = surveyOf(seg('all', ...ids.map((id) => seg(id))))
      const dataset = datasetOf([pub('all', '2023-24', '80,4'), ...ids.map((id) => pub(id, '2023-24', '80', 10))])
      return { survey, dataset }
    }
    expect(await growthOf(wide, ({ survey, dataset }) => deriveFigures(survey, dataset), runs(250, 500))).toBeLessThan(linear)
  })
})
