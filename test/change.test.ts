import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certaintyOfBounds, type Sample, zBounds } from '../src/certainty.js'
import { changeOf, figureById, whyNoChange } from '../src/change.js'
import { decompose, decompositionOf } from '../src/decomposition.js'
import type { Change, Figure, Figures, PublishedValue } from '../src/figure.js'
import { deriveFigures } from '../src/figures.js'
import { locales } from '../src/locale/index.js'
import { type Exact, exact, intervalOfPrinted, parsePrinted, toFraction, toNumber } from '../src/printed.js'
import { agreement5 } from '../src/scales.js'
import { Survey, segmentsOf } from '../src/survey.js'

import type { Tally } from '../src/tally.js'

import { runs } from './runs.js'

// ── builders ──

type Node = string | { id: string; parts?: Node[]; overlap?: boolean; complete?: boolean; periods?: string[] }
const segment = (node: Node): object =>
  typeof node === 'string' ? { id: node, label: node } : { ...node, label: node.id, ...(node.parts && { parts: node.parts.map(segment) }) }

const surveyOf = (segments: Node, more: object = {}): Survey =>
  Survey.parse({
    title: 'Test',
    items: [{ id: 'overall', label: 'Overall', text: 'All in all I am satisfied.', scale: 'agreement5' }],
    periods: [
      { from: '2023-01-01', to: '2023-12-31' },
      { from: '2024-01-01', to: '2024-12-31' },
    ],
    segments: segment(segments),
    ...more,
  })

/** One published value: what stands in a table's cell, and the number of answers beside it. */
const published = (
  segmentId: string,
  period: string,
  text: string,
  base: number | null = null,
  more: Partial<PublishedValue> = {},
): PublishedValue => {
  const parsed = parsePrinted(text, locales.en.numbers)
  if ('reason' in parsed) throw new Error(`${text} is no number: ${parsed.reason}`)
  return {
    ...{ period, segment: segmentId, provider: null, item: 'overall', metric: 'indexScore', options: null, text, base },
    ...{ value: parsed.value, decimals: parsed.decimals, interval: intervalOfPrinted(parsed.value, parsed.decimals, false) },
    place: { file: 'data/test.csv' },
    ...more,
  }
}

/** Answers on agreement5 from the highest to the lowest, then "don't know". */
const answered = (segmentId: string, period: string, ...counts: number[]): Tally => ({
  ...{ period, segment: segmentId, provider: null, item: 'overall' },
  counts: Object.fromEntries(agreement5.options.map(({ id }, place) => [id, counts[place] ?? 0])),
})

const figuresOf = (survey: Survey, given: { published?: PublishedValue[]; tallies?: Tally[] }): Figures =>
  deriveFigures(survey, { tallies: [], published: [], sources: [], ...given })

const change = (figures: Figures, id: string, options = {}): Change => {
  const found = figureById(figures, `change/${id}`, options)
  if (found?.kind !== 'change') throw new Error(`no change ${id}`)
  return found as Change
}
/** The change of the whole from 2023 to 2024. */
const ofAll = (figures: Figures, options = {}) => change(figures, 'indexScore/all/2023..2024', options)
const ofPublished = (before: [string, number | null], now: [string, number | null], more = {}) =>
  ofAll(figuresOf(surveyOf('all', more), { published: [published('all', '2023', ...before), published('all', '2024', ...now)] }))

/** The printed figures of the memo of 2024: index and answers of each group, and the totals whose answers are left to their parts. */
const memo = (() => {
  const survey = surveyOf(
    {
      id: 'all',
      parts: [
        'internal',
        { id: 'external', parts: ['brobygning', 'ac', 'unge', { id: 'voksne', parts: ['uden-mentor', 'mentor'] }, 'sygemeldte'] },
      ],
    },
    {
      periods: [
        { from: '2022-10-01', to: '2023-09-30' },
        { from: '2023-10-01', to: '2024-09-30' },
      ],
    },
  )
  const table: [string, string, number | null, string | null, number | null][] = [
    ['all', '83', null, null, null],
    ['internal', '82', 1660, '74', 465],
    ['external', '84', null, '84', null],
    ['brobygning', '83', 132, '81', 165],
    ['ac', '80', 613, '84', 485],
    ['unge', '87', 410, '88', 159],
    ['voksne', '89', 377, '89', 437],
    ['uden-mentor', '86', 183, '86', 251],
    ['mentor', '91', 194, '92', 186],
    ['sygemeldte', '85', 436, '81', 509],
  ]
  return figuresOf(survey, {
    published: table.flatMap(([id, before, answersBefore, now, answersNow]) => [
      ...(before ? [published(id, '2022-23', before, answersBefore)] : []),
      ...(now ? [published(id, '2023-24', now, answersNow)] : []),
    ]),
  })
})()
const inMemo = (id: string) => change(memo, `indexScore/${id}/2022-23..2023-24`)
const value = (figure: Figure | undefined): number => {
  if (!figure?.value) throw new Error('a value was expected')
  return toNumber(figure.value)
}

// ── change ──

describe('the memo of 2024', () => {
  it.each([
    ['all', '-1', 'fall'],
    ['internal', '-8', 'fall'],
    ['external', '0', 'unchanged'],
    ['brobygning', '-2', 'fall'],
    ['ac', '4', 'rise'],
    ['unge', '1', 'rise'],
    ['voksne', '0', 'unchanged'],
    ['uden-mentor', '0', 'unchanged'],
    ['mentor', '1', 'rise'],
    ['sygemeldte', '-4', 'fall'],
  ])('%s changed by %s: %s', (id, printed, direction) => {
    expect(inMemo(id)).toMatchObject({ printed, direction, possible: [printed], status: 'ok', unit: 'indexPoint', decimals: 0 })
  })

  it('the fall of 1 is 1.13 unrounded, no rise of 2', () => {
    expect(value(inMemo('all'))).toBeCloseTo(-1.13, 2)
    expect(inMemo('all').differsUnrounded).toBe(false)
  })

  it('says of each change whether chance can explain it', () => {
    const certainties = segmentsOf(memo.survey.segments).map(({ segment: { id } }) => [id, inMemo(id).certainty])
    expect(Object.fromEntries(certainties)).toEqual({
      all: 'undecidable',
      internal: 'certain',
      external: 'never',
      brobygning: 'undecidable',
      ac: 'undecidable',
      unge: 'never',
      voksne: 'never',
      'uden-mentor': 'never',
      mentor: 'never',
      sygemeldte: 'undecidable',
    })
  })

  it('internal centres fell by 3.13 to 15.4 standard errors, brobygning by 0.22 to 2.28', () => {
    const { z: internal } = inMemo('internal')
    expect(internal?.min).toBeCloseTo(3.13, 2)
    expect(internal?.max).toBeCloseTo(15.4, 1)
    const { z: brobygning } = inMemo('brobygning')
    expect(brobygning?.min).toBeCloseTo(0.22, 2)
    expect(brobygning?.max).toBeCloseTo(2.28, 2)
  })

  it('the total fell by 2.7 inside its parts and rose by 1.6 because they weigh differently', () => {
    const parts = decompositionOf(memo, 'indexScore', 'all', '2022-23', '2023-24')
    expect(parts.map(({ id, printed, unit, decimals }) => [id, printed, unit, decimals])).toEqual([
      ['decomposition/indexScore/all/2022-23..2023-24/within', '-2.7', 'indexPoint', 1],
      ['decomposition/indexScore/all/2022-23..2023-24/mix', '1.6', 'indexPoint', 1],
      ['decomposition/indexScore/all/2022-23..2023-24/mix/internal', '1.2', 'indexPoint', 1],
      ['decomposition/indexScore/all/2022-23..2023-24/mix/external', '0.4', 'indexPoint', 1],
    ])
    const [within, mix, internal, external] = parts.map(value) as [number, number, number, number]
    // internal −8 and external 148024/1755 − 166118/1968, each with its mean share of the answers
    const shares = [1660 / 3628 + 465 / 2220, 1968 / 3628 + 1755 / 2220] as const
    expect(within).toBeCloseTo((-8 * shares[0] + (148_024 / 1755 - 166_118 / 1968) * shares[1]) / 2, 12)
    expect(internal).toBeCloseTo(1.18, 2)
    expect(external).toBeCloseTo(0.41, 2)
    expect(within + mix).toBeCloseTo(value(inMemo('all')), 12)
  })

  it('a decomposition names the figures it is made from', () => {
    const [within] = decompositionOf(memo, 'indexScore', 'all', '2022-23', '2023-24')
    expect(within?.derivation).toEqual({
      formula: 'within',
      inputs: ['internal', 'external'].flatMap((id) =>
        ['2022-23', '2023-24'].flatMap((period) => [`indexScore/${id}/${period}`, `base/${id}/${period}`]),
      ),
      places: [],
    })
  })
})

describe('changeOf', () => {
  it('is the difference of the two printed numbers, and says where the unrounded one differs', () => {
    // 49.4 → 50.6: printed 49 and 51, so +2, although 1.2 is printed 1
    const tallies = [answered('all', '2023', 0, 0, 488, 12), answered('all', '2024', 0, 12, 488)]
    const rising = figuresOf(surveyOf('all'), { tallies })
    expect(ofAll(rising)).toMatchObject({ printed: '2', direction: 'rise', possible: ['2'], status: 'ok', differsUnrounded: true })
    expect(ofAll(rising).value).toEqual(exact(6, 5))
    expect(ofAll(rising, { basis: 'unrounded' })).toMatchObject({ printed: '1', possible: ['1'], differsUnrounded: false })
  })

  it('that is printed 0 is largely unchanged where the unrounded change is printed −1', () => {
    // 50.4 → 49.8: a reader sees 50 twice
    const tallies = [answered('all', '2023', 0, 8, 492), answered('all', '2024', 0, 0, 496, 4)]
    const figures = figuresOf(surveyOf('all'), { tallies })
    expect(ofAll(figures)).toMatchObject({ printed: '0', direction: 'largelyUnchanged', differsUnrounded: true })
    expect(ofAll(figures, { basis: 'unrounded' })).toMatchObject({
      printed: '-1',
      direction: 'largelyUnchanged',
      derivation: { formula: 'difference' },
    })
  })

  it('of printed numbers has the interval of their difference', () => {
    const { interval, value: unrounded } = ofPublished(['82', 100], ['74', 100])
    expect(interval).toEqual({ from: exact(-9), to: exact(-7), fromIncluded: false, toIncluded: false })
    expect(unrounded).toEqual(exact(-8))
  })

  it('with approximate figures carries all differences there may be', () => {
    const survey = surveyOf({ id: 'all', parts: ['a', 'b'] })
    // parts of 83 and 84 with as many answers each: a total of 83 or 84
    const parts = (period: string) => [published('a', period, '83', 40), published('b', period, '84', 40)]
    const total = (text: string) => [published('all', '2024', text), published('a', '2024', text, 40), published('b', '2024', text, 40)]
    expect(ofAll(figuresOf(survey, { published: [...parts('2023'), ...total('88')] }))).toMatchObject({
      possible: ['4', '5'],
      direction: 'rise',
      status: 'approximate',
    })
    expect(ofAll(figuresOf(survey, { published: [...parts('2023'), ...total('84')] }))).toMatchObject({
      possible: ['0', '1'],
      direction: 'largelyUnchanged',
      status: 'approximate',
    })
    expect(ofAll(figuresOf(survey, { published: [...parts('2023'), ...parts('2024')] }))).toMatchObject({
      possible: ['-1', '0', '1'],
      direction: 'unchanged',
      status: 'approximate',
    })
  })

  it('keeps the decimals of what was printed', () => {
    const mean = (period: string, text: string) => published('all', period, text, 100, { metric: 'mean' })
    const figures = figuresOf(surveyOf('all'), { published: [mean('2023', '4.4'), mean('2024', '4.1')] })
    expect(change(figures, 'mean/all/2023..2024')).toMatchObject({ printed: '-0.3', value: exact(-3, 10), unit: 'scalePoint', decimals: 1 })
  })

  it('of a share is printed in percentage points, its value a fraction', () => {
    const tallies = [answered('all', '2023', 10, 30, 60), answered('all', '2024', 30, 50, 20)]
    const figures = figuresOf(surveyOf('all'), { tallies })
    expect(change(figures, 'share/all/2023..2024/options/agree')).toMatchObject({ printed: '20', value: exact(1, 5), unit: 'share' })
    expect(change(figures, 'share/all/2023..2024/options/stronglyAgree+agree')).toMatchObject({ printed: '40', value: exact(2, 5) })
    expect(change(figures, 'topTwoBox/all/2023..2024')).toMatchObject({ printed: '40', value: exact(2, 5) })
  })

  it('of a count has no certainty', () => {
    const tallies = [answered('all', '2023', 60), answered('all', '2024', 40)]
    const found = change(figuresOf(surveyOf('all'), { tallies }), 'base/all/2023..2024')
    expect(found).toMatchObject({ printed: '-20', direction: 'fall', certainty: null, z: null, unit: 'answer' })
  })

  it('has no value where a side is withheld or nobody answered', () => {
    const nothing = { value: null, printed: null, interval: null, possible: [], direction: null, certainty: null, z: null }
    const few = [answered('all', '2023', 4), answered('all', '2024', 40)]
    expect(ofAll(figuresOf(surveyOf('all'), { tallies: few }))).toMatchObject({ ...nothing, status: 'withheld', differsUnrounded: false })
    const silent = [answered('all', '2023'), answered('all', '2024', 40)]
    expect(ofAll(figuresOf(surveyOf('all'), { tallies: silent }))).toMatchObject({ ...nothing, status: 'noAnswers' })
  })

  it('is of one subject in two periods, or there is none', () => {
    const between = (previous: string, current: string) => changeOf(memo, previous, current)
    expect(between('indexScore/ac/2022-23', 'indexScore/unge/2023-24')).toBeUndefined()
    expect(between('base/ac/2022-23', 'indexScore/ac/2023-24')).toBeUndefined()
    expect(between('indexScore/ac/2021-22', 'indexScore/ac/2023-24')).toBeUndefined()
    expect(between('indexScore/ac/2023-24', 'indexScore/ac/2022-23')?.printed).toBe('-4')
  })

  it('of printed numbers is their difference, whatever the figures', () => {
    // every option is used: where one is not, the scale may have changed
    const counts = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(counts, counts, (before, now) => {
        const figures = figuresOf(surveyOf('all'), { tallies: [answered('all', '2023', ...before), answered('all', '2024', ...now)] })
        const [first, second] = ['2023', '2024'].map((period) => Number(figures.figures[`indexScore/all/${period}`]?.printed))
        expect(Number(ofAll(figures).printed)).toBe((second ?? Number.NaN) - (first ?? Number.NaN))
      }),
    )
  })

  it('names what it is made from, the current first', () => {
    const { derivation, previous, current } = inMemo('ac')
    expect({ derivation, previous, current }).toEqual({
      derivation: { formula: 'differenceOfPrinted', inputs: ['indexScore/ac/2023-24', 'indexScore/ac/2022-23'], places: [] },
      previous: 'indexScore/ac/2022-23',
      current: 'indexScore/ac/2023-24',
    })
  })
})

describe('a change that is not told', () => {
  const later = surveyOf({ id: 'all', parts: ['a', { id: 'b', periods: ['2024'] }] })
  const parted = surveyOf({ id: 'all', parts: ['a', 'b', { id: 'c', periods: ['2024'] }] })

  it('says that an end is withheld, that nobody answered, or that a number is not known', () => {
    const few = figuresOf(surveyOf('all'), { tallies: [answered('all', '2023', 4), answered('all', '2024', 40)] })
    expect(ofAll(few)).toMatchObject({ status: 'withheld', reason: 'withheld' })
    const silent = figuresOf(surveyOf('all'), { tallies: [answered('all', '2023'), answered('all', '2024', 40)] })
    expect(ofAll(silent)).toMatchObject({ status: 'noAnswers', reason: 'noAnswers' })
    // more answers than were asked: a rate that is none
    const invited = (period: string) => published('all', period, '40', null, { metric: 'invited' })
    const tallies = [answered('all', '2023', 60), answered('all', '2024', 60)]
    const beyond = figuresOf(surveyOf('all'), { tallies, published: [invited('2023'), invited('2024')] })
    expect(change(beyond, 'responseRate/all/2023..2024')).toMatchObject({ value: null, status: 'notComparable', reason: 'unknown' })
    expect(whyNoChange(beyond, 'responseRate/all/2023', 'responseRate/all/2024')).toBe('unknown')
  })

  it('is known of a total whose groups in common give none: they have no number of answers to weigh with', () => {
    const texts = [published('a', '2023', '80'), published('b', '2023', '70'), published('a', '2024', '75'), published('b', '2024', '72')]
    const figures = figuresOf(parted, { published: [...texts, published('c', '2024', '60')] })
    expect(ofAll(figures)).toMatchObject({ value: null, status: 'notComparable', reason: 'unknown', common: ['a', 'b'] })
    expect(whyNoChange(figures, 'indexScore/all/2023', 'indexScore/all/2024')).toBe('unknown')
  })

  it('has the decimals of its current figure, and names no break where there is none', () => {
    const survey = surveyOf('all', { minimumBase: 50 })
    const figures = figuresOf(survey, { published: [published('all', '2023', '80.4', 10), published('all', '2024', '75.3', 100)] })
    expect(ofAll(figures)).toMatchObject({ status: 'withheld', decimals: 1, breaks: [], leftOut: [], common: null })
  })

  it('is one across a break, also of how many gave an option; not of how many answered', () => {
    const items = [
      {
        ...{ id: 'overall', label: 'Overall', text: 'All in all I am satisfied.', scale: 'agreement5' },
        breaks: [{ period: '2024', why: 'The wording is new.' }],
      },
    ]
    const tallies = [answered('all', '2023', 40, 30, 20), answered('all', '2024', 30, 40, 10)]
    const figures = figuresOf(surveyOf('all', { items }), { tallies })
    expect(change(figures, 'count/all/2023..2024/options/agree')).toMatchObject({ value: null, reason: 'break' })
    expect(change(figures, 'share/all/2023..2024/options/agree')).toMatchObject({ value: null, reason: 'break' })
    expect(change(figures, 'base/all/2023..2024')).toMatchObject({ printed: '-10', reason: null, breaks: [] })
    expect(whyNoChange(figures, 'indexScore/all/2023', 'indexScore/all/2024')).toBe('break')
    expect(whyNoChange(figures, 'base/all/2023', 'base/all/2024')).toBeNull()
  })

  it('does not exist from or to what is no figure', () => {
    for (const [previous, current] of [
      ['', 'indexScore/ac/2023-24'],
      ['indexScore/ac/2022-23', ''],
      ['typed/themes/1', 'change/indexScore/ac/2022-23..2023-24'],
      ['indexScore/nowhere/2022-23', 'indexScore/nowhere/2023-24'],
    ] as const) {
      expect(changeOf(memo, previous, current)).toBeUndefined()
      expect(whyNoChange(memo, previous, current)).toBe('unknown')
    }
  })

  it('is unknown, not unmeasured, where the only period that measures no part has a number of its own', () => {
    const survey = surveyOf({
      id: 'all',
      parts: [
        'in',
        {
          id: 'ex',
          parts: [
            { id: 'a', periods: ['2024'] },
            { id: 'b', periods: ['2024'] },
          ],
        },
      ],
    })
    // without numbers of answers the parts give no total in 2024
    const texts = [published('ex', '2023', '60', 300), published('a', '2024', '66'), published('b', '2024', '67')]
    const figures = figuresOf(survey, { published: texts })
    expect([figures.figures['indexScore/ex/2023']?.printed, figures.figures['indexScore/ex/2024']]).toEqual(['60', undefined])
    expect(whyNoChange(figures, 'indexScore/ex/2023', 'indexScore/ex/2024')).toBe('unknown')
    expect(whyNoChange(figures, 'indexScore/a/2023', 'indexScore/a/2024')).toBe('notMeasured')
  })

  it('of a total that is itself unknown is told over the groups in common', () => {
    const texts = [published('a', '2023', '80', 60), published('a', '2024', '75', 60), published('b', '2024', '72')]
    const figures = figuresOf(later, { published: texts })
    expect(figures.figures['indexScore/all/2024']).toBeUndefined()
    expect(ofAll(figures)).toMatchObject({ printed: '-5', common: ['a'], leftOut: [{ segment: 'b', period: '2024' }] })
  })
})

describe('a change over the groups in common', () => {
  const earlier = surveyOf({ id: 'all', parts: ['a', 'b', { id: 'c', periods: ['2023'] }] })
  const texts = [
    ...[published('a', '2023', '80', 50), published('b', '2023', '60', 50), published('c', '2023', '40', 100)],
    ...[published('a', '2024', '80', 50), published('b', '2024', '61', 50)],
  ]

  it('is the same one, asked for by its own ends', () => {
    const figures = figuresOf(earlier, { published: texts })
    const { previous, current } = ofAll(figures)
    expect([previous, current]).toEqual(['indexScore/all/2023/comparedWith/2024', 'indexScore/all/2024/comparedWith/2023'])
    expect(changeOf(figures, previous, current)).toEqual(ofAll(figures))
    expect(ofAll(figures)).toMatchObject({ common: ['a', 'b'], leftOut: [{ segment: 'c', period: '2023' }] })
  })

  it('does not lie between figures over other groups', () => {
    const figures = figuresOf(earlier, { published: texts })
    expect(changeOf(figures, 'indexScore/all/2023', 'indexScore/all/2024/comparedWith/2023')).toBeUndefined()
    expect(changeOf(figures, 'indexScore/all/2023/comparedWith/2024', 'indexScore/all/2024')).toBeUndefined()
    expect(changeOf(figures, 'indexScore/a/2023/comparedWith/2022', 'indexScore/a/2024/comparedWith/2023')).toBeUndefined()
  })

  it('is from or to the number of a period that has no other groups, with all that is known of it', () => {
    // From a and b alone 2024 is 70.5, which is printed 71; printed 70 for the whole it is in [70; 70.5). 2023: (80 + 60) / 2.
    const figures = figuresOf(earlier, { published: [...texts, published('all', '2024', '70', 100)] })
    const [whole, common] = [figures.figures['indexScore/all/2024'], figures.figures['indexScore/all/2024/comparedWith/2023']]
    expect([whole?.printed, value(whole)]).toEqual(['70', 70.25])
    expect(common).toMatchObject({ printed: '70', value: whole?.value, interval: whole?.interval, possible: ['70'], base: 100 })
    expect(ofAll(figures)).toMatchObject({ printed: '0', common: ['a', 'b'] })
    expect(figures.figures['base/all/2024/comparedWith/2023']?.printed).toBe('100')
  })

  it('is so inside a tree, where a group above it has lost another', () => {
    const nested = surveyOf({
      id: 'all',
      parts: [
        { id: 'g', parts: ['a', 'b', { id: 'c', periods: ['2023'] }] },
        { id: 'd', periods: ['2024'] },
      ],
    })
    const figures = figuresOf(nested, { published: [...texts, published('g', '2024', '70', 100), published('d', '2024', '10', 300)] })
    // All in 2024: (70.25 · 100 + 10 · 300) / 400 = 25; of both periods g alone.
    expect(figures.figures['indexScore/all/2024']?.printed).toBe('25')
    expect(figures.figures['indexScore/g/2024/comparedWith/2023']).toMatchObject({ printed: '70', possible: ['70'] })
    expect(value(figures.figures['indexScore/all/2024/comparedWith/2023'])).toBe(70.25)
    expect(ofAll(figures)).toMatchObject({ printed: '0', common: ['a', 'b'] })
  })
})

describe('a change that is told', () => {
  const halves = surveyOf({ id: 'all', parts: ['a', 'b'] })
  /** Two groups whose printed numbers weigh 60 to 40, or as is said. */
  const year = (period: string, a: string, b: string, [baseA, baseB]: [number, number] = [60, 40]) => [
    published('a', period, a, baseA),
    published('b', period, b, baseB),
  ]
  const between = (before: PublishedValue[], now: PublishedValue[]) => ofAll(figuresOf(halves, { published: [...before, ...now] }))

  it('says nothing of breaks or of groups left out where there are none, and how it was made', () => {
    expect(ofPublished(['82', 100], ['74', 100])).toMatchObject({
      ...{ breaks: [], leftOut: [], common: null, reason: null, status: 'ok' },
      ...{ origin: 'calculated', direction: 'fall' },
    })
  })

  it('names the options of its figures in the order of the scale', () => {
    const tallies = [answered('all', '2023', 10, 30, 60), answered('all', '2024', 30, 50, 20)]
    const ends = ['2023', '2024'].map((period) => `share/all/${period}/options/agree+stronglyAgree`) as [string, string]
    expect(changeOf(figuresOf(surveyOf('all'), { tallies }), ...ends)).toMatchObject({
      id: 'change/share/all/2023..2024/options/stronglyAgree+agree',
      printed: '40',
    })
  })

  it('carries the differences from either number that may be printed, whichever of them is', () => {
    // 0.6 · 83 + 0.4 · 84 = 83.4 is printed 83, and from 82.9 to 83.9 it may be 83 or 84
    const approximate = year('2023', '83', '84')
    expect(between(approximate, year('2024', '88', '88'))).toMatchObject({ printed: '5', possible: ['4', '5'] })
    expect(between(year('2023', '80', '80'), year('2024', '83', '84'))).toMatchObject({ printed: '3', possible: ['3', '4'] })
  })

  it('is contradictory where one of its numbers is', () => {
    // parts of 80 give no total of 90
    const contradictory = (period: string) => [published('all', period, '90'), ...year(period, '80', '80')]
    const sound = (period: string) => year(period, '70', '70')
    expect(between(contradictory('2023'), sound('2024'))).toMatchObject({ printed: '-10', status: 'contradictory' })
    expect(between(sound('2023'), contradictory('2024'))).toMatchObject({ printed: '10', status: 'contradictory' })
    expect(between(sound('2023'), sound('2024')).status).toBe('ok')
  })

  it('as no rise or fall where the unrounded numbers may have gone the other way', () => {
    // [82.9; 83.9) and [83.7; 84.7): 83.4 and 84.2 are printed 83 and 84, but 83.8 may have become 83.7
    const lower = (period: string) => year(period, '83', '84')
    const higher = (period: string) => year(period, '84', '85', [80, 20])
    const rise = between(lower('2023'), higher('2024'))
    expect(rise).toMatchObject({ printed: '1', value: exact(4, 5), direction: 'largelyUnchanged' })
    expect(rise.interval).toMatchObject({ from: exact(-1, 5), to: exact(9, 5) })
    expect(between(higher('2023'), lower('2024'))).toMatchObject({ printed: '-1', value: exact(-4, 5), direction: 'largelyUnchanged' })
  })

  it('as a fall or rise of 1, since two numbers printed differently are never the same', () => {
    expect(ofPublished(['84', 100], ['83', 100])).toMatchObject({ printed: '-1', direction: 'fall' })
    expect(ofPublished(['83', 100], ['84', 100])).toMatchObject({ printed: '1', direction: 'rise' })
  })

  it('as largely unchanged where both numbers may be the same one', () => {
    const survey = surveyOf(
      { id: 'all', parts: ['a', 'b'] },
      {
        scales: [
          {
            id: 'balance',
            options: agreement5.options.map((option) => ('score' in option ? { ...option, score: option.score - 3 } : option)),
          },
        ],
        items: [{ id: 'overall', label: 'Overall', text: 'Better or worse than before?', scale: 'balance' }],
      },
    )
    // −0.1 stands for all up to and with −0.05, 0.1 for all from and with 0.05: 0.9 · (−0.05) + 0.1 · 1 = 0.9 · 0.05 + 0.1 · 0.1
    const lower = (period: string) => ({
      text: published('a', period, '-0.1', 90, { metric: 'mean' }),
      counts: answered('b', period, 0, 10),
    })
    const higher = (period: string) => ({
      text: published('a', period, '0.1', 90, { metric: 'mean' }),
      counts: answered('b', period, 0, 1, 9),
    })
    const told = (before: ReturnType<typeof lower>, now: ReturnType<typeof lower>) =>
      change(figuresOf(survey, { published: [before.text, now.text], tallies: [before.counts, now.counts] }), 'mean/all/2023..2024')
    const rise = told(lower('2023'), higher('2024'))
    expect(rise).toMatchObject({ printed: '0.1', value: exact(9, 100), direction: 'largelyUnchanged' })
    expect(rise.interval).toMatchObject({ from: exact(0), fromIncluded: true })
    const fall = told(higher('2023'), lower('2024'))
    expect(fall).toMatchObject({ printed: '-0.1', value: exact(-9, 100), direction: 'largelyUnchanged' })
    expect(fall.interval).toMatchObject({ to: exact(0), toIncluded: true })
  })

  it.each([
    // 74.6 → 75.4: a reader sees 75 twice, though the unrounded change of 0.8 is printed 1
    ['0', exact(4, 5), [0, 492, 8], [8, 492]],
    // 78.6 → 78.4: a reader sees 79 and 78, though the unrounded change of −0.2 is printed 0
    ['-1', exact(-1, 5), [72, 428], [68, 432]],
  ] as const)(
    'as largely unchanged where the printed change is %s and the unrounded one is printed otherwise',
    (printed, unrounded, before, now) => {
      const tallies = [answered('all', '2023', ...before), answered('all', '2024', ...now)]
      expect(ofAll(figuresOf(surveyOf('all'), { tallies }))).toMatchObject({ printed, value: unrounded, direction: 'largelyUnchanged' })
    },
  )
})

// ── certainty ──

/** Mean and variance (dividing by n) of counts from the highest score to the lowest. */
const momentsOf = (counts: readonly number[], scores: readonly number[]) => {
  const base = counts.reduce((sum, n) => sum + n, 0)
  const mean = counts.reduce((sum, n, place) => sum + n * (scores[place] ?? 0), 0) / base
  const variance = counts.reduce((sum, n, place) => sum + n * ((scores[place] ?? 0) - mean) ** 2, 0) / base
  return { base, mean, variance }
}
const indexScores = [100, 75, 50, 25, 0]
const sampleOf = (counts: readonly number[], scores: readonly number[] = indexScores): Sample => {
  const { base, mean, variance } = momentsOf(counts, scores)
  return { base, from: mean, to: mean, scores: scores.toReversed(), variance }
}
/** The usual two-sample z, with the separate variances only. */
const separateZ = (a: readonly number[], b: readonly number[]) => {
  const [before, now] = [momentsOf(a, indexScores), momentsOf(b, indexScores)]
  return Math.abs(before.mean - now.mean) / Math.sqrt(before.variance / (before.base - 1) + now.variance / (now.base - 1))
}

describe('certainty', () => {
  const many = [500, 250, 150, 60, 40]
  const few = [17, 11, 1, 1, 0]

  it('with known answers does not cry wolf where few skewed answers stand against many', () => {
    expect(separateZ(many, few)).toBeCloseTo(2.59, 2)
    const found = ofAll(figuresOf(surveyOf('all'), { tallies: [answered('all', '2023', ...many), answered('all', '2024', ...few)] }))
    expect(found.certainty).toBe('never')
    expect(found.z?.min).toBeCloseTo(1.74, 2)
    expect(found.z?.max).toBe(found.z?.min)
  })

  it('is tooFew under minimumBaseForChange answers on either side', () => {
    expect(ofPublished(['90', 1000], ['10', 29])).toMatchObject({ certainty: 'tooFew', z: null, printed: '-80', direction: 'fall' })
    expect(ofPublished(['90', 29], ['10', 1000]).certainty).toBe('tooFew')
    expect(ofPublished(['90', 1000], ['10', 30]).certainty).toBe('certain')
    expect(ofPublished(['90', 1000], ['10', 30], { minimumBaseForChange: 31 }).certainty).toBe('tooFew')
  })

  it('is not computed where the number of answers is unknown', () => {
    expect(ofPublished(['90', 1000], ['10', null])).toMatchObject({ printed: '-80', certainty: null, z: null })
  })

  it('of a share knows its variance, p(1 − p)', () => {
    // 30 of 100 against 50 of 100: of both together 40 %, so SE² = 200/199 · 0.4 · 0.6 · (1/100 + 1/100)
    const z = 0.2 / Math.sqrt((200 / 199) * 0.24 * 0.02)
    const tallies = [answered('all', '2023', 0, 30, 70), answered('all', '2024', 0, 50, 50)]
    const id = 'share/all/2023..2024/options/agree'
    const known = change(figuresOf(surveyOf('all'), { tallies }), id)
    expect(known.z?.min).toBeCloseTo(z, 10)
    expect(known.z?.max).toBeCloseTo(z, 10)
    const share = (period: string, text: string) => published('all', period, text, 100, { metric: 'share', options: 'agree' })
    const read = change(figuresOf(surveyOf('all'), { published: [share('2023', '30'), share('2024', '50')] }), id)
    expect(read.z?.min).toBeCloseTo(0.19 / Math.sqrt((200 / 199) * 0.4 * 0.6 * 0.02), 10)
    expect(read.z?.max).toBeCloseTo(0.21 / Math.sqrt((200 / 199) * 0.4 * 0.6 * 0.02), 10)
  })

  it('of a mean is that of the index of the same answers', () => {
    const tallies = [answered('all', '2023', ...many), answered('all', '2024', ...few)]
    const figures = figuresOf(surveyOf('all'), { tallies })
    expect(change(figures, 'mean/all/2023..2024').z?.min).toBeCloseTo(ofAll(figures).z?.min ?? Number.NaN, 10)
  })

  it('where one side’s answers are known uses them', () => {
    const figures = figuresOf(surveyOf('all'), {
      published: [published('all', '2023', '80', 1000)],
      tallies: [answered('all', '2024', 0, 100)],
    })
    // 79.5–80.5 against 75 from 100 like answers: the known side has no variance; 75 < 79.5 ≤ the other, at most (100 − m)m
    const greatest = 20.5 * 79.5
    const [separate, pooled] = [greatest / 999, ((1000 * greatest + (100_000 * 4.5 ** 2) / 1100) / 1099) * (1 / 1000 + 1 / 100)]
    expect(ofAll(figures).z?.min).toBeCloseTo(4.5 / Math.sqrt(Math.max(separate, pooled)), 10)
  })

  it('is certain from 1.96 on, never below', () => {
    expect(certaintyOfBounds({ min: 1.96, max: 3 })).toBe('certain')
    expect(certaintyOfBounds({ min: 0, max: 1.9599 })).toBe('never')
    expect(certaintyOfBounds({ min: 1.9599, max: 1.96 })).toBe('undecidable')
  })
})

describe('zBounds', () => {
  it('is 0 at least where the intervals meet', () => {
    const half = (mean: number): Sample => ({
      base: 100,
      from: mean - 0.5,
      to: mean + 0.5,
      scores: indexScores.toReversed(),
      variance: null,
    })
    expect(zBounds(half(80), half(80)).min).toBe(0)
    expect(zBounds(half(80), half(81)).min).toBe(0)
    expect(zBounds(half(80), half(82)).min).toBeGreaterThan(0)
  })

  it('takes the scores inside an interval into account, where all may have answered alike', () => {
    const around75: Sample = { base: 100, from: 74.5, to: 75.5, scores: indexScores.toReversed(), variance: null }
    const at50: Sample = { base: 100, from: 50, to: 50, scores: indexScores.toReversed(), variance: 0 }
    // all 75 against all 50: only their difference is left in the pooled variance, so z = √(N − 1)
    expect(zBounds(around75, at50).max).toBeCloseTo(Math.sqrt(199), 10)
  })

  const counts = fc.array(fc.nat(400), { minLength: 5, maxLength: 5 }).filter((given) => given.reduce((sum, n) => sum + n, 0) >= 30)
  /** What is left when the mean is printed without decimals and the answers are not shown. */
  const printedOnly = (sample: Sample): Sample => {
    const printed = Math.floor(sample.from + 0.5)
    const [lowest, highest] = [Math.min(...sample.scores), Math.max(...sample.scores)]
    return { ...sample, from: Math.max(lowest, printed - 0.5), to: Math.min(highest, printed + 0.5), variance: null }
  }

  it.each([
    ['agreement5', [100, 75, 50, 25, 0]],
    ['four faces and one more step', [100, 66.6, 33.3, 20, 0]],
    ['marks far apart', [20, 18, 4, 1, 0]],
  ])('of printed means hold the z of the answers behind them: %s', (_, scores) => {
    fc.assert(
      fc.property(counts, counts, (before, now) => {
        const [a, b] = [sampleOf(before, scores), sampleOf(now, scores)]
        const { min: z } = zBounds(a, b)
        const { min, max } = zBounds(printedOnly(a), printedOnly(b))
        expect(min).toBeLessThanOrEqual(z + 1e-9)
        expect(max).toBeGreaterThanOrEqual(z - 1e-9)
      }),
      { numRuns: runs(400, 2000) },
    )
  })

  it('does not mind which side comes first', () => {
    fc.assert(
      fc.property(counts, counts, (before, now) => {
        const [a, b] = [printedOnly(sampleOf(before)), printedOnly(sampleOf(now))]
        expect(zBounds(b, a).min).toBeCloseTo(zBounds(a, b).min, 10)
        expect(zBounds(b, a).max).toBeCloseTo(zBounds(a, b).max, 10)
      }),
    )
  })

  /** mulberry32: small, and the same numbers on every machine. */
  const randomFrom = (seed: number) => {
    let state = seed
    return () => {
      state = (state + 0x6d2b79f5) | 0
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
    }
  }
  const draw = (base: number, random: () => number): number[] => {
    const counted = [0, 0, 0, 0, 0]
    const skewed = [0.55, 0.85, 0.94, 0.98, 1]
    for (let n = 0; n < base; n++) {
      const u = random()
      const place = skewed.findIndex((bound) => u < bound)
      counted[place] = (counted[place] ?? 0) + 1
    }
    return counted
  }

  it.each([
    [5, 5],
    [10, 1000],
    [30, 1000],
    [50, 2000],
  ])('calls no change certain in more than 5 of 100 draws of %i and %i from the same answers', (small, large) => {
    const random = randomFrom(small * 10_000 + large)
    const draws = Array.from({ length: 1500 }, () => [draw(small, random), draw(large, random)] as const)
    const alarms = draws.filter(([a, b]) => zBounds(sampleOf(a), sampleOf(b)).min >= 1.96).length / draws.length
    // 5 % and twice the standard error of 1,500 draws
    expect(alarms).toBeLessThan(0.05 + 2 * Math.sqrt((0.05 * 0.95) / draws.length))
  })
})

// ── decomposition ──

describe('decompose', () => {
  it('reproduces Das Gupta’s example 5.3: crude death rate 9.422 → 8.736 per 1,000, rates −2.228, age and race structure +1.542', () => {
    // P. Das Gupta, Standardization and Decomposition of Rates: A User's Manual (U.S. Bureau of the Census, 1993), example 5.3: population in
    // thousands and deaths per 1,000, two races by eleven age groups, 1970 and 1985. As in the tests of the R package DasGuptR.
    const of1985 = {
      size: [
        3041, 11577, 27450, 32711, 35480, 27411, 19555, 19795, 15254, 8022, 2472, 707, 2692, 6473, 6841, 6547, 4352, 3034, 2540, 1749, 804,
        236,
      ],
      rate: [
        9163, 462, 248, 929, 1084, 1810, 4715, 12187, 27728, 64068, 157570, 17208, 738, 328, 1103, 2045, 3724, 8052, 17812, 34128, 68276,
        125161,
      ],
    }
    const of1970 = {
      size: [
        2968, 11484, 34614, 30992, 21983, 20314, 20928, 16897, 11339, 5720, 1315, 535, 2162, 6120, 4781, 3096, 2718, 2363, 1767, 1149, 448,
        117,
      ],
      rate: [
        18469, 751, 391, 1146, 1287, 2672, 6636, 15691, 34723, 79763, 176837, 36993, 1352, 541, 2040, 3523, 6746, 12967, 24471, 45091,
        74902, 123205,
      ],
    }
    const side = ({ size, rate }: typeof of1970, place: number) => ({ base: size[place] ?? 0, value: exact(rate[place] ?? 0, 1000) })
    const crude = ({ size, rate }: typeof of1970) =>
      size.reduce((sum, n, place) => sum + (n * (rate[place] ?? 0)) / 1000, 0) / size.reduce((sum, n) => sum + n, 0)
    expect([crude(of1970), crude(of1985)].map((rate) => rate.toFixed(3))).toEqual(['9.422', '8.736'])

    const found = decompose(
      of1970.size.map((_, place) => ({ id: `${place}`, previous: side(of1970, place), current: side(of1985, place) })),
    )
    expect([found?.within, found?.mix].map((part) => part && toNumber(part).toFixed(3))).toEqual(['-2.228', '1.542'])
  })

  const part = fc.record({
    previous: fc.record({ value: fc.integer({ min: 0, max: 100 }).map((n): Exact | null => exact(n)), base: fc.nat(1000) }),
    current: fc.record({ value: fc.integer({ min: 0, max: 100 }).map((n): Exact | null => exact(n)), base: fc.nat(1000) }),
  })
  const parts = fc
    .array(part, { minLength: 1, maxLength: 8 })
    .map((given) => given.map((one, place) => ({ id: `part-${place}`, ...one })))
    .filter((given) => given.some(({ previous }) => previous.base > 0) && given.some(({ current }) => current.base > 0))

  it('accounts for the whole change, exactly', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const total = (side: 'previous' | 'current') => {
          const answers = given.reduce((sum, one) => sum + one[side].base, 0)
          return given
            .map((one) => toFraction(one[side].value ?? exact(0)).mul(one[side].base))
            .reduce((sum, one) => sum.add(one))
            .div(answers)
        }
        const found = decompose(given)
        if (!found) throw new Error('a decomposition was expected')
        expect(
          toFraction(found.within)
            .add(toFraction(found.mix))
            .equals(total('current').sub(total('previous'))),
        ).toBe(true)
        const mixes = found.mixOf.map(({ mix }) => toFraction(mix)).reduce((sum, mix) => sum.add(mix))
        expect(mixes.equals(toFraction(found.mix))).toBe(true)
      }),
    )
  })

  it('of parts that keep their size is all within; of parts that keep their value all mix', () => {
    const [a, b] = [exact(40), exact(80)]
    expect(
      decompose([
        { id: 'a', previous: { value: a, base: 10 }, current: { value: b, base: 20 } },
        { id: 'b', previous: { value: b, base: 30 }, current: { value: b, base: 60 } },
      ]),
    ).toMatchObject({ within: exact(10), mix: exact(0) })
    expect(
      decompose([
        { id: 'a', previous: { value: a, base: 10 }, current: { value: a, base: 30 } },
        { id: 'b', previous: { value: b, base: 30 }, current: { value: b, base: 10 } },
      ]),
    ).toMatchObject({ within: exact(0), mix: exact(-20) })
  })

  it('lets a part without answers in one period keep its other value, so that coming or going is mix', () => {
    const found = decompose([
      { id: 'old', previous: { value: exact(60), base: 10 }, current: { value: exact(60), base: 10 } },
      { id: 'new', previous: { value: null, base: 0 }, current: { value: exact(80), base: 10 } },
      { id: 'never', previous: { value: null, base: 0 }, current: { value: null, base: 0 } },
    ])
    expect(found).toMatchObject({ within: exact(0), mix: exact(10) })
    expect(found?.mixOf.map(({ id }) => id)).toEqual(['old', 'new'])
  })

  it('does not exist without a total in both periods', () => {
    expect(decompose([{ id: 'a', previous: { value: null, base: 0 }, current: { value: exact(80), base: 10 } }])).toBeNull()
  })
})

describe('decompositionOf', () => {
  const tallies = [
    ...[answered('a', '2023', 20, 20), answered('a', '2024', 10, 10)],
    ...[answered('b', '2023', 0, 20, 20), answered('b', '2024', 0, 30, 30)],
  ]
  const idsOf = (survey: Survey, given = tallies, metric: 'indexScore' | 'share' | 'base' = 'indexScore') =>
    decompositionOf(figuresOf(survey, { tallies: given }), metric, 'all', '2023', '2024').map(({ id }) => id.split('/').slice(4).join('/'))
  const whole = surveyOf({ id: 'all', parts: ['a', 'b'] })

  it('has a part for each part of the group', () => {
    expect(idsOf(whole)).toEqual(['within', 'mix', 'mix/a', 'mix/b'])
  })

  it('needs parts that give a total', () => {
    expect(idsOf(surveyOf({ id: 'all', parts: ['a', 'b'], overlap: true }))).toEqual([])
    expect(idsOf(surveyOf({ id: 'all', parts: ['a', 'b'], complete: false }))).toEqual([])
    expect(idsOf(surveyOf('all'), [answered('all', '2023', 9), answered('all', '2024', 9)])).toEqual([])
  })

  it('tells nothing where all parts are withheld', () => {
    expect(idsOf(whole, [...tallies.slice(0, 3), answered('b', '2024', 0, 4)])).toEqual([])
  })

  it('counts parts that are withheld as one, which is what the total and the others leave', () => {
    const survey = surveyOf({ id: 'all', parts: ['a', 'b', 'c'] })
    const given = (...few: [number, number, number, number]) => {
      const [b, c, highB, highC] = few
      return [
        ...[answered('a', '2023', 20, 20), answered('a', '2024', 10, 10)],
        ...[answered('b', '2023', 5, 5), answered('b', '2024', highB, b - highB)],
        ...[answered('c', '2023', 5, 15), answered('c', '2024', highC, c - highC)],
      ]
    }
    const found = (...few: Parameters<typeof given>) =>
      decompositionOf(figuresOf(survey, { tallies: given(...few) }), 'indexScore', 'all', '2023', '2024')
    const parts = [
      { id: 'a', previous: { value: exact(875, 10), base: 40 }, current: { value: exact(875, 10), base: 20 } },
      {
        id: 'b+c',
        previous: { value: exact(5 * 100 + 5 * 75 + 5 * 100 + 15 * 75, 30), base: 30 },
        current: { value: exact(3 * 100 + 5 * 75, 8), base: 8 },
      },
    ]
    const [within, mix] = found(4, 4, 1, 2)
    expect(found(4, 4, 1, 2).map(({ id }) => id.split('/').slice(4).join('/'))).toEqual(['within', 'mix', 'mix/a', 'mix/+others'])
    expect([within?.value, mix?.value]).toEqual([decompose(parts)?.within, decompose(parts)?.mix])
    expect(found(3, 5, 2, 1)).toEqual(found(4, 4, 1, 2))
  })

  it('needs a metric whose total is a weighted mean', () => {
    expect(idsOf(whole, tallies, 'base')).toEqual([])
    expect(idsOf(whole, tallies, 'share')).toEqual([])
  })

  it('leaves a part out that was not measured in one period', () => {
    const survey = surveyOf({ id: 'all', parts: ['a', { id: 'b', periods: ['2024'] }] })
    const figures = figuresOf(survey, { tallies: tallies.filter(({ segment: id, period }) => id === 'a' || period === '2024') })
    const [within, mix] = decompositionOf(figures, 'indexScore', 'all', '2023', '2024').map(value)
    // a is all that both periods have: 87.5 in both
    expect([within, mix]).toEqual([0, 0])
  })
})

// ── any figure ──

describe('figureById', () => {
  it.each([
    ['indexScore/all/2023-24', '82'],
    ['base/external/2023-24', '1755'],
    ['change/indexScore/all/2022-23..2023-24', '-1'],
    ['change/base/external/2022-23..2023-24', '-213'],
    ['decomposition/indexScore/all/2022-23..2023-24/within', '-2.7'],
    ['decomposition/indexScore/all/2022-23..2023-24/mix', '1.6'],
    ['decomposition/indexScore/all/2022-23..2023-24/mix/external', '0.4'],
  ])('%s is printed %s', (id, printed) => {
    expect(figureById(memo, id)).toMatchObject({ id, printed })
  })

  it('passes the basis on', () => {
    expect(figureById(memo, 'change/indexScore/all/2022-23..2023-24', { basis: 'unrounded' })?.derivation.formula).toBe('difference')
  })

  it.each([
    '',
    'change',
    'change/indexScore',
    'change/indexScore/all/2022-23',
    'change/indexScore/all/2022-23..2023-24..2024-25',
    'change/indexScore/all/2022-23..2024-25',
    'change/indexScore/nowhere/2022-23..2023-24',
    'change/constructor/all/2022-23..2023-24',
    'change/decomposition/indexScore/all/2022-23..2023-24/within',
    'decomposition/constructor/all/2022-23..2023-24/within',
    'decomposition/indexScore/all/2022-23..2023-24',
    'decomposition/indexScore/all/2022-23..2023-24/mix/nobody',
    'decomposition/indexScore/ac/2022-23..2023-24/within',
    'typed/themes/1',
  ])('there is none called “%s”', (id) => {
    expect(figureById(memo, id)).toBeUndefined()
  })
})
