import fc from 'fast-check'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { auditDocument } from '../src/audit/index.js'
import { type BuildResult, build } from '../src/build.js'
import { type Sample, zBoundsToFixed } from '../src/certainty.js'
import { figureById } from '../src/change.js'
import { describeExplanation } from '../src/describe-explanation.js'
import { differenceOf } from '../src/difference.js'
import type { Document } from '../src/document/blocks.js'
import { claimsOf } from '../src/document-claims.js'
import { NotatError } from '../src/errors.js'
import { type Explanation, explain } from '../src/explain.js'
import type { Difference, Figures, PublishedValue } from '../src/figure.js'
import { deriveFigures } from '../src/figures.js'
import { locales } from '../src/locale/index.js'
import {
  compare,
  type Exact,
  exact,
  fromFraction,
  type Interval,
  intervalOfPrinted,
  parsePrinted,
  toFraction,
  toNumber,
} from '../src/printed.js'
import { parseProject } from '../src/project.js'
import { renderFigures } from '../src/render/figures.js'
import { agreement5 } from '../src/scales.js'
import { Survey } from '../src/survey.js'
import type { Tally } from '../src/tally.js'
import { exampleFiles } from './example.js'
import { runs } from './runs.js'

// ── builders ──

type Node = string | { id: string; parts?: Node[]; overlap?: boolean; periods?: string[] }
const segment = (node: Node): object =>
  typeof node === 'string' ? { id: node, label: node } : { ...node, label: node.id, ...(node.parts && { parts: node.parts.map(segment) }) }

const surveyOf = (segments: Node, more: object = {}): Survey =>
  Survey.parse({
    title: 'Test',
    items: [{ id: 'overall', label: 'Overall', text: 'All in all I am satisfied.', scale: 'agreement5' }],
    periods: [{ from: '2024-01-01', to: '2024-12-31' }],
    segments: segment(segments),
    benchmarks: [{ id: 'others', label: 'Others' }],
    ...more,
  })

const published = (segmentId: string, text: string, base: number | null = null, more: Partial<PublishedValue> = {}): PublishedValue => {
  const parsed = parsePrinted(text, locales.en.numbers)
  if ('reason' in parsed) throw new Error(`${text} is no number: ${parsed.reason}`)
  return {
    ...{ period: '2024', segment: segmentId, provider: null, item: 'overall', metric: 'mean', options: null, text, base },
    ...{ value: parsed.value, decimals: parsed.decimals, interval: intervalOfPrinted(parsed.value, parsed.decimals, false) },
    place: { file: 'data/test.csv' },
    ...more,
  }
}

/** Answers on agreement5 from the highest to the lowest. */
const answered = (segmentId: string, counts: readonly number[], provider: string | null = null): Tally => ({
  ...{ period: '2024', segment: segmentId, provider, item: 'overall' },
  counts: Object.fromEntries(agreement5.options.map(({ id }, place) => [id, counts[place] ?? 0])),
})

const figuresOf = (survey: Survey, given: { published?: PublishedValue[]; tallies?: Tally[] }): Figures =>
  deriveFigures(survey, { tallies: [], published: [], sources: [], ...given })

const difference = (figures: Figures, id: string, options = {}): Difference => {
  const found = figureById(figures, `difference/${id}`, options)
  if (found?.kind !== 'difference') throw new Error(`no difference ${id}`)
  return found as Difference
}
const target = (value: number, more = {}) => ({ targets: [{ segment: 'all', metric: 'mean', value, ...more }] })
const nothing = { value: null, printed: null, interval: null, possible: [], direction: null, reached: null, certainty: null, z: null }

// ── the number ──

describe('a theme of one municipality beside all of them', () => {
  // 3.27 of 5 for meetings where all municipalities have 3.59, and 2.72 for influence
  const survey = surveyOf('own', {
    items: ['meeting', 'influence'].map((id) => ({ id, label: id, text: id, scale: 'score5' })),
  })
  const given = [published('own', '3.27', 214, { item: 'meeting' }), published('others', '3.59', null, { item: 'meeting' })]
  const figures = figuresOf(survey, { published: [...given, published('own', '2.72', 214, { item: 'influence' })] })

  it('is the difference of the two printed numbers, below', () => {
    expect(difference(figures, 'mean/own..others/2024')).toMatchObject({
      ...{ id: 'difference/mean/own..others/2024', kind: 'difference', unit: 'scalePoint', decimals: 2, base: null },
      ...{ printed: '-0.32', possible: ['-0.32'], value: exact(-8, 25), direction: 'below', reached: null, status: 'ok', reason: null },
      interval: { from: exact(-33, 100), to: exact(-31, 100), fromIncluded: false, toIncluded: false },
      derivation: { formula: 'differenceOfPrinted', inputs: ['mean/own/2024', 'mean/others/2024'], places: [] },
      ...{ subject: 'mean/own/2024', against: 'mean/others/2024' },
    })
  })

  it('cannot be weighed against chance where nobody knows how many the others asked', () => {
    expect(difference(figures, 'mean/own..others/2024')).toMatchObject({ certainty: 'undecidable', certaintyReason: 'noBase', z: null })
  })

  it('has its midpoint at 3, half-way from 1 to 5, not at 2.5', () => {
    expect(difference(figures, 'mean/own..midpoint/2024')).toMatchObject({
      ...{ printed: '0.27', direction: 'above', against: { fixed: 'midpoint', value: exact(3), printed: '3' } },
      derivation: { inputs: ['mean/own/2024'] },
    })
    expect(difference(figures, 'mean/own..midpoint/2024/items/influence')).toMatchObject({ printed: '-0.28', direction: 'below' })
  })
})

describe('what rounding hides', () => {
  const ofTwo = (a: readonly number[], b: readonly number[]) =>
    figuresOf(surveyOf({ id: 'all', parts: ['a', 'b'] }), { tallies: [answered('a', a), answered('b', b)] })

  it('is not told: 75 twice from 75.4 and 74.6', () => {
    // of 125 answers 2 are a step over the others, and 2 a step under them
    const figures = ofTwo([2, 123], [0, 123, 2])
    expect(figures.figures['indexScore/a/2024']?.printed).toBe('75')
    expect(figures.figures['indexScore/b/2024']?.printed).toBe('75')
    expect(difference(figures, 'indexScore/a..b/2024')).toMatchObject({ printed: '0', direction: 'undecided', differsUnrounded: true })
  })

  it('is not told: 78 and 79 from 78.46 and 78.54', () => {
    // of 1250 answers 173 and 177 are a step over 75: 75 + 25 · 173/1250, 75 + 25 · 177/1250
    const figures = ofTwo([173, 1077], [177, 1073])
    expect(['a', 'b'].map((id) => toNumber(figures.figures[`indexScore/${id}/2024`]?.value as Exact))).toEqual([78.46, 78.54])
    expect(difference(figures, 'indexScore/a..b/2024')).toMatchObject({ printed: '-1', direction: 'undecided' })
    expect(difference(figures, 'indexScore/a..b/2024', { basis: 'unrounded' })).toMatchObject({ printed: '0', direction: 'undecided' })
  })

  it('the same number, and nothing that rounds to more than 0, is equal', () => {
    const figures = figuresOf(surveyOf('all'), { published: [published('all', '3.0', 50)] })
    expect(difference(figures, 'mean/all..midpoint/2024')).toMatchObject({ printed: '0.0', direction: 'equal' })
  })

  it('two numbers of different decimals are compared at the coarser', () => {
    const figures = figuresOf(surveyOf('all'), { published: [published('all', '3.27', 50), published('others', '3.6')] })
    expect(difference(figures, 'mean/all..others/2024')).toMatchObject({ printed: '-0.3', decimals: 1, direction: 'below' })
  })
})

describe('a target', () => {
  const against = (text: string, value: number, more = {}) =>
    difference(figuresOf(surveyOf('all', target(value, more)), { published: [published('all', text, 50)] }), 'mean/all..target/2024')

  it('is an exact number, and does not make the difference coarser', () => {
    expect(against('3.6', 4)).toMatchObject({ printed: '-0.4', decimals: 1, direction: 'below', reached: false })
    expect(against('3.6', 4).against).toEqual({ fixed: 'target', value: exact(4), printed: '4' })
  })

  it.each([
    ['4.1', 'unrounded', false],
    ['4.2', 'unrounded', null],
    ['4.3', 'unrounded', true],
    ['4.1', 'printed', false],
    ['4.2', 'printed', true],
  ])('of 4.2 and a number printed %s, held against what is %s: reached %s', (text, basis, reached) => {
    expect(against(text, 4.2, { basis }).reached).toBe(reached)
  })

  it.each([
    ['unrounded', false],
    ['printed', true],
  ])('of 80 is missed by 79.6, unless the printed 80 counts: %s', (basis, reached) => {
    const survey = surveyOf('all', { targets: [{ segment: 'all', metric: 'indexScore', value: 80, basis }] })
    const figures = figuresOf(survey, { tallies: [answered('all', [23, 102])] })
    expect(toNumber(figures.figures['indexScore/all/2024']?.value as Exact)).toBe(79.6)
    expect(difference(figures, 'indexScore/all..target/2024')).toMatchObject({ printed: '0', direction: 'equal', reached })
  })

  it('of a share is in per cent, its value a fraction', () => {
    const survey = surveyOf('all', { targets: [{ segment: 'all', metric: 'topTwoBox', value: 60 }] })
    const figures = figuresOf(survey, { tallies: [answered('all', [20, 35, 45])] })
    expect(difference(figures, 'topTwoBox/all..target/2024')).toMatchObject({
      ...{ printed: '-5', value: exact(-1, 20), unit: 'share', direction: 'below', reached: false },
      against: { value: exact(3, 5), printed: '60' },
    })
  })
})

describe('a difference that is not told', () => {
  const survey = surveyOf(
    { id: 'all', parts: ['a', 'b', 'd', { id: 'c', periods: [] }] },
    { providers: [{ id: 'p', label: 'P', kind: 'external', segments: ['a'] }] },
  )
  const figures = figuresOf(survey, { tallies: [answered('a', [4]), answered('b', [0, 40]), answered('d', [0, 9])] })

  it.each([
    ['mean/a..b/2024', 'withheld', 'withheld'],
    ['mean/b..a/2024', 'withheld', 'withheld'],
    ['mean/b..others/2024', 'notComparable', 'unknown'],
    ['mean/b..c/2024', 'notComparable', 'notMeasured'],
    ['mean/b..target/2024', 'notComparable', 'noTarget'],
    ['base/b..midpoint/2024', 'notComparable', 'noMidpoint'],
  ])('%s says why: %s, %s', (id, status, reason) => {
    expect(difference(figures, id)).toMatchObject({ ...nothing, status, reason })
  })

  it('of a group that nobody answered in says that', () => {
    const silent = figuresOf(survey, { tallies: [answered('a', []), answered('b', [0, 40])] })
    expect(difference(silent, 'mean/a..b/2024')).toMatchObject({ ...nothing, status: 'noAnswers', reason: 'noAnswers' })
  })

  it.each([
    'mean/b..b/2024',
    'mean/b..nobody/2024',
    'mean/nobody..b/2024',
    'mean/b..a/2023',
    'mean/b..a/2024/items/x',
    'mean/b..a/2024/providers/x',
    'share/b..a/2024',
    'mean/b..a/2024/options/agree',
    'share/b..a/2024/options/x',
  ])('there is none of what the survey has not: %s', (id) => {
    expect(figureById(figures, `difference/${id}`)).toBeUndefined()
  })
})

// ── chance ──

describe('against an exact number', () => {
  // 20 answers of 5 and 20 of 4: mean 4.5, variance 0.25
  const figures = figuresOf(surveyOf('all', target(4.4)), { tallies: [answered('all', [20, 20])] })

  it('the answers of the one group decide', () => {
    // d = 1.5, the variance about 3 is 0.25 + 2.25: 1.5/√(2.5/40)
    const { z, ...middle } = difference(figures, 'mean/all..midpoint/2024')
    expect(z?.min).toBeCloseTo(6, 12)
    expect(z?.max).toBeCloseTo(6, 12)
    expect(middle).toMatchObject({ certainty: 'certain', certaintyReason: null, testedAgainst: 'fixed' })
    // d = 0.1: 0.25/39 < 0.26/40, and 0.6 · 0.4/40 is less than both
    const toTarget = difference(figures, 'mean/all..target/2024')
    expect(toTarget.z?.min).toBeCloseTo(0.1 / Math.sqrt(0.26 / 40), 12)
    expect(toTarget.certainty).toBe('never')
  })

  it('a spread that few answers do not show is taken from the number: all 40 gave 5, and 4.95 is no news', () => {
    const all5 = figuresOf(surveyOf('all', target(4.95)), { tallies: [answered('all', [40])] })
    // 0.05/√(0.05 · 0.95/40), where the variance of the answers is 0
    const { z, certainty } = difference(all5, 'mean/all..target/2024')
    expect(z?.min).toBeCloseTo(0.05 / Math.sqrt((0.05 * 0.95) / 40), 10)
    expect(certainty).toBe('never')
  })

  it('of skewed answers no more than 5 in 100 groups look another than they are', () => {
    // so many of 30 give the best answer, where nine in ten do: a mean of 4.9
    const chances = Array.from({ length: 31 }, (_, best) => {
      const ways = Array.from({ length: best }, (__, at) => (30 - at) / (at + 1)).reduce((product, factor) => product * factor, 1)
      return ways * 0.9 ** best * 0.1 ** (30 - best)
    })
    const wrong = (isCertain: (best: number) => boolean) => chances.reduce((sum, chance, best) => sum + (isCertain(best) ? chance : 0), 0)
    const of = (best: number) => ({ mean: 4 + best / 30, variance: (best / 30) * (1 - best / 30) })
    const ours = wrong((best) => {
      const { mean, variance } = of(best)
      return zBoundsToFixed({ base: 30, from: mean, to: mean, scores: [1, 2, 3, 4, 5], variance }, 4.9).min >= 1.96
    })
    const usual = wrong((best) => Math.abs(of(best).mean - 4.9) >= 1.96 * Math.sqrt(of(best).variance / 29))
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12)
    expect(ours).toBeLessThan(0.05)
    expect(usual).toBeGreaterThan(0.15)
  })

  it('a printed mean gives bounds', () => {
    const printed = figuresOf(surveyOf('all'), { published: [published('all', '4.5', 40)] })
    const { z, certainty } = difference(printed, 'mean/all..midpoint/2024')
    // 4.45 with all answers at 1 and 5, and 4.55 with all at 4 and 5
    expect(z?.min).toBeCloseTo(1.45 / Math.sqrt((0.55 * 3.45 + 1.45 ** 2) / 40), 10)
    expect(z?.max).toBeCloseTo(1.55 / Math.sqrt((0.45 * 0.55 + 1.55 ** 2) / 40), 10)
    expect(certainty).toBe('certain')
  })

  it('too few are not asked, and a count is no mean', () => {
    const few = figuresOf(surveyOf('all'), { tallies: [answered('all', [29])] })
    expect(difference(few, 'mean/all..midpoint/2024')).toMatchObject({ certainty: 'tooFew', z: null })
    const unknown = figuresOf(surveyOf('all'), { published: [published('all', '4.5')] })
    expect(difference(unknown, 'mean/all..midpoint/2024')).toMatchObject({ certainty: 'undecidable', certaintyReason: 'noBase' })
    const counts = figuresOf(surveyOf({ id: 'all', parts: ['a', 'b'] }), { tallies: [answered('a', [50]), answered('b', [40])] })
    expect(difference(counts, 'base/a..b/2024')).toMatchObject({
      printed: '10',
      direction: 'above',
      certainty: null,
      certaintyReason: 'noMean',
    })
  })

  it('of printed means, bounds hold the z of the answers behind them', () => {
    const counts = fc.array(fc.nat(40), { minLength: 5, maxLength: 5 }).filter((all) => all.reduce((sum, count) => sum + count, 0) >= 30)
    fc.assert(
      fc.property(counts, fc.integer({ min: 10, max: 50 }), (gave, tenths) => {
        const scores = [1, 2, 3, 4, 5]
        const base = gave.reduce((sum, count) => sum + count, 0)
        const mean = gave.reduce((sum, count, at) => sum + count * (at + 1), 0) / base
        const variance = gave.reduce((sum, count, at) => sum + count * (at + 1 - mean) ** 2, 0) / base
        const printed = Math.round(mean * 10) / 10
        const bounded: Sample = { base, from: Math.max(1, printed - 0.0501), to: Math.min(5, printed + 0.0501), scores, variance: null }
        const [exactly, bounds] = [{ ...bounded, from: mean, to: mean, variance }, bounded].map((sample) =>
          zBoundsToFixed(sample, tenths / 10),
        )
        expect(exactly?.min).toBeGreaterThanOrEqual((bounds?.min ?? Number.NaN) - 1e-9)
        expect(exactly?.max).toBeLessThanOrEqual((bounds?.max ?? Number.NaN) + 1e-9)
        expect(exactly?.max).toBeLessThan(Number.POSITIVE_INFINITY)
      }),
      { numRuns: runs(200, 5000) },
    )
  })
})

describe('against a group that holds it', () => {
  const [a, b, c] = [
    [40, 30, 20, 5, 5],
    [20, 30, 30, 10, 10],
    [15, 15, 15, 10, 5],
  ]
  const survey = surveyOf({ id: 'all', parts: ['a', { id: 'bc', parts: ['b', 'c'] }] })
  const figures = figuresOf(survey, { tallies: [answered('a', a), answered('b', b), answered('c', c)] })

  it('it is tested against the rest; the printed difference stays that of the two', () => {
    const whole = difference(figures, 'indexScore/a..all/2024')
    const [own, all] = ['a', 'all'].map((id) => Number(figures.figures[`indexScore/${id}/2024`]?.printed))
    expect(Number(whole.printed)).toBe((own ?? Number.NaN) - (all ?? Number.NaN))
    expect(whole).toMatchObject({ testedAgainst: 'rest' })
    expect(whole.z?.min).toBeCloseTo(difference(figures, 'indexScore/a..bc/2024').z?.min ?? Number.NaN, 10)
    expect(difference(figures, 'indexScore/b..bc/2024').z?.max).toBeCloseTo(
      difference(figures, 'indexScore/b..c/2024').z?.max ?? Number.NaN,
      10,
    )
    expect(difference(figures, 'indexScore/a..bc/2024').testedAgainst).toBe('other')
  })

  it('z is that of the formula, by hand', () => {
    // scores 0–100; a: 100 answers, the others 160
    const moments = (counts: readonly number[]) => {
      const n = counts.reduce((sum, count) => sum + count, 0)
      const mean = counts.reduce((sum, count, at) => sum + count * (100 - 25 * at), 0) / n
      return { n, mean, v: counts.reduce((sum, count, at) => sum + count * (100 - 25 * at - mean) ** 2, 0) / n }
    }
    const [own, rest] = [moments(a), moments(b.map((count, at) => count + (c[at] ?? 0)))]
    const [d, n] = [own.mean - rest.mean, own.n + rest.n]
    const separate = own.v / (own.n - 1) + rest.v / (rest.n - 1)
    const pooled = ((own.n * own.v + rest.n * rest.v + (own.n * rest.n * d * d) / n) / (n - 1)) * (1 / own.n + 1 / rest.n)
    expect(difference(figures, 'indexScore/a..all/2024').z?.min).toBeCloseTo(d / Math.sqrt(Math.max(separate, pooled)), 10)
  })

  it('of printed numbers the bounds hold what the answers give', () => {
    const printed = figuresOf(survey, {
      published: ['a', 'b', 'c', 'bc', 'all'].map((id) => {
        const { printed: text, base } = figures.figures[`indexScore/${id}/2024`] ?? {}
        return published(id, text ?? '', base ?? null, { metric: 'indexScore' })
      }),
    })
    const [exactly, bounds] = [figures, printed].map((all) => difference(all, 'indexScore/a..all/2024').z)
    expect(bounds?.min).toBeLessThanOrEqual(exactly?.min ?? Number.NaN)
    expect(bounds?.max).toBeGreaterThanOrEqual(exactly?.max ?? Number.NaN)
  })

  it('an only part, a rest of few, and numbers that cannot be parted, are told apart', () => {
    const only = figuresOf(surveyOf({ id: 'all', parts: ['a'] }), { tallies: [answered('a', a)] })
    expect(difference(only, 'mean/a..all/2024')).toMatchObject({
      certainty: 'undecidable',
      certaintyReason: 'restUnknown',
      direction: 'equal',
    })
    const few = figuresOf(surveyOf({ id: 'all', parts: ['a', 'b'] }), { tallies: [answered('a', a), answered('b', [10])] })
    expect(difference(few, 'mean/a..all/2024')).toMatchObject({ certainty: 'tooFew', z: null })
    const unweighted = figuresOf(surveyOf({ id: 'all', parts: ['a', 'b'] }), {
      published: [published('a', '3.5', 50), published('all', '3.1')],
    })
    expect(difference(unweighted, 'mean/a..all/2024')).toMatchObject({ certainty: 'undecidable', certaintyReason: 'noBase' })
  })

  it('of groups that may share respondents nothing is decided', () => {
    const overlapping = surveyOf({ id: 'all', parts: ['a', 'b'], overlap: true })
    const shared = figuresOf(overlapping, { tallies: [answered('a', a), answered('b', b)] })
    expect(difference(shared, 'mean/a..b/2024')).toMatchObject({ certainty: 'undecidable', certaintyReason: 'overlap', z: null })
  })

  it('a provider is tested against the others of its segment, and of the whole', () => {
    const providers = ['p', 'q'].map((id) => ({ id, label: id, kind: 'external', segments: ['a'] }))
    const ofProviders = figuresOf(surveyOf({ id: 'all', parts: ['a', 'b'] }, { providers }), {
      tallies: [answered('a', a, 'p'), answered('a', b, 'q'), answered('b', c)],
    })
    const two = figuresOf(surveyOf({ id: 'all', parts: ['a', 'b'] }), { tallies: [answered('a', a), answered('b', b)] })
    const own = difference(ofProviders, 'mean/a..a/2024/providers/p')
    expect(own).toMatchObject({ subject: 'mean/a/2024/providers/p', against: 'mean/a/2024', testedAgainst: 'rest' })
    expect(own.z).toEqual(difference(two, 'mean/a..b/2024').z)
    expect(difference(ofProviders, 'mean/a..all/2024/providers/p').z?.min).toBeCloseTo(
      difference(figures, 'mean/a..all/2024').z?.min ?? Number.NaN,
      10,
    )
    expect(difference(ofProviders, 'mean/all..a/2024/providers/p').certaintyReason).toBe('overlap')
    expect(difference(ofProviders, 'mean/a..b/2024/providers/p').testedAgainst).toBe('other')
  })
})

// ── laws ──

const counts = fc.array(fc.nat(60), { minLength: 5, maxLength: 5 }).filter((all) => all.reduce((sum, count) => sum + count, 0) >= 5)

test('turned round, a difference has the other sign and the same certainty', () => {
  const mirrored = { above: 'below', below: 'above', equal: 'equal', undecided: 'undecided' } as const
  const negative = (printed: string | null | undefined) => (Number(printed) === 0 ? 0 : -Number(printed))
  fc.assert(
    fc.property(
      counts,
      counts,
      fc.constantFrom('a..b', 'a..all'),
      fc.constantFrom('indexScore', 'mean', 'topTwoBox'),
      (first, second, pair, metric) => {
        const figures = figuresOf(surveyOf({ id: 'all', parts: ['a', 'b'] }), { tallies: [answered('a', first), answered('b', second)] })
        const there = difference(figures, `${metric}/${pair}/2024`)
        const back = difference(figures, `${metric}/${pair.split('..').reverse().join('..')}/2024`)
        expect(Number(back.printed)).toBe(negative(there.printed))
        expect(back.direction).toBe(there.direction && mirrored[there.direction])
        expect(toFraction(back.value as Exact).add(toFraction(there.value as Exact)).n).toBe(0n)
        expect([back.certainty, back.certaintyReason, back.z]).toEqual([there.certainty, there.certaintyReason, there.z])
      },
    ),
    { numRuns: runs(60, 1000) },
  )
})

test('what is told is true of all that the printed numbers may stand for', () => {
  const number = fc.record({ units: fc.integer({ min: 100, max: 500 }), decimals: fc.constantFrom(1, 2) })
  const text = ({ units, decimals }: { units: number; decimals: number }) => (units / 100).toFixed(decimals)
  /** From the lower end, where that is included, on: always inside. */
  const pick = ({ from, to, fromIncluded }: Interval, step: number): Exact => {
    const part = exact(fromIncluded && step === 0 ? 0 : 10 * step + 1, 102)
    return fromFraction(toFraction(from).add(toFraction(to).sub(toFraction(from)).mul(toFraction(part))))
  }
  fc.assert(
    fc.property(number, number, fc.nat(10), fc.nat(10), fc.constantFrom('others', 'midpoint'), (own, other, here, there, to) => {
      const figures = figuresOf(surveyOf('all'), { published: [published('all', text(own), 40), published('others', text(other), 40)] })
      const { direction, printed, decimals, interval } = difference(figures, `mean/all..${to}/2024`)
      const [left, right] = ['all', 'others'].map((id) => figures.figures[`mean/${id}/2024`]?.interval as Interval) as [Interval, Interval]
      const [a, b] = [pick(left, here), to === 'midpoint' ? exact(3) : pick(right, there)]
      const order = Math.sign(compare(a, b))
      if (direction === 'above') expect([order, Math.sign(Number(printed))]).toEqual([1, 1])
      if (direction === 'below') expect([order, Math.sign(Number(printed))]).toEqual([-1, -1])
      if (direction === 'equal') expect(Number(printed)).toBe(0)
      if (direction === 'equal') expect(Math.abs(toNumber(a) - toNumber(b))).toBeLessThanOrEqual(10 ** -decimals)
      const apart = toNumber(a) - toNumber(b)
      expect(apart).toBeGreaterThanOrEqual(toNumber(interval?.from as Exact) - 1e-12)
      expect(apart).toBeLessThanOrEqual(toNumber(interval?.to as Exact) + 1e-12)
    }),
    { numRuns: runs(150, 3000) },
  )
})

// ── explained, written, audited ──

describe('in the memo of 2024', () => {
  const [inPeriod, id] = ['2023-24', 'difference/indexScore/internal..all/2023-24']
  let result: BuildResult
  beforeAll(async () => {
    result = await build(parseProject(exampleFiles('biu-2024')), { formats: [] })
  })
  /** The memo with a paragraph that prints a figure. */
  const printing = (text: string, figure = id): Document => {
    const document = result.documents[0] as Document
    const found = figureById(result.figures, figure) as Difference
    const number = { type: 'figure', figure, text } as const
    return {
      ...document,
      figures: [...document.figures, found],
      blocks: [...document.blocks, { type: 'paragraph', children: [{ type: 'text', text: 'Forskellen er ' }, number] }],
    }
  }
  const mismatches = (document: Document) =>
    auditDocument(result.figures, claimsOf(document, { figures: result.figures })).filter(({ check }) => check === 'claim-mismatch')

  it('is found by its id', () => {
    expect(differenceOf(result.figures, `indexScore/internal/${inPeriod}`, 'all')).toMatchObject({
      id,
      printed: '-8',
      direction: 'below',
      certainty: 'certain',
    })
  })

  it('is explained in words, with the numbers it is made of', () => {
    const explanation = explain(id, result.figures) as Explanation
    const { name, number, lines } = describeExplanation(explanation, locales.da)
    expect([name, number]).toEqual(['Forskel i indekstal for Interne tilbud i forhold til Samlet, 2023-24', '\u22128'])
    expect(lines[0]).toMatchObject({ text: 'Forskellen mellem de to trykte tal.', calculation: '74 \u2212 82 = \u22128' })
    expect(lines.find(({ label }) => label === 'Sikkerhed')?.text).toMatch(
      /^Forskellen er statistisk sikker\..* Der er 465 svar bag det ene tal og 2\.220 bag det andet\. Den ene gruppe er en del af den anden, så dens svar er holdt op mod den andens øvrige svar\.$/,
    )
    expect(explanation.inputs.map(({ figure }) => figure)).toEqual([`indexScore/internal/${inPeriod}`, `indexScore/all/${inPeriod}`])
    const middle = describeExplanation(
      explain(`difference/indexScore/internal..midpoint/${inPeriod}`, result.figures) as Explanation,
      locales.en,
    )
    expect(middle.name).toMatch(/^Difference in index for .* compared with the midpoint of the scale, 2023-24$/)
    expect(middle.lines[0]).toMatchObject({
      text: 'Difference between the printed number and the midpoint of the scale.',
      calculation: '74 \u2212 50 = 24',
    })
  })

  it('is written with direction, certainty and what may be printed', () => {
    const { figures } = JSON.parse(renderFigures(printing('8')))
    const written = figures.find((figure: { id: string }) => figure.id === id)
    expect(written).toMatchObject({
      printed: '-8',
      text: '\u22128',
      direction: 'below',
      certainty: 'certain',
      possible: ['-8'],
      unit: 'indexPoint',
    })
    expect(written).not.toHaveProperty('reached')
  })

  it('is held against the figures, with its sign or without', () => {
    expect([mismatches(printing('8')), mismatches(printing('\u22128'))]).toEqual([[], []])
    expect(mismatches(printing('6'))).toMatchObject([{ figure: id, expected: { printed: ['-8'] } }])
    const { title } = locales.da.findings.checks['claim-mismatch'](mismatches(printing('6'))[0] as never)
    expect(title).toContain('forskel i indekstal for Interne tilbud i forhold til Samlet, 2023-24')
  })
})

describe('target and midpoint', () => {
  const files = (locale: string) => ({
    'notat.yaml': `locale: ${locale}
sender: { organisation: By }
survey:
  title: Test
  items: [{ id: overall, label: Tilfredshed, text: Jeg er tilfreds., scale: agreement5 }]
  periods: [{ from: 2024-01-01, to: 2024-12-31 }]
  segments: { id: all, label: Alle, parts: [{ id: target, label: Mål }] }
  benchmarks: [{ id: midpoint, label: Midte }]
documents: []
`,
  })
  const problemsOf = (locale: string) => {
    try {
      parseProject(files(locale))
    } catch (error) {
      if (error instanceof NotatError) return error.problems.filter(({ code }) => code === 'reserved-id')
    }
    return []
  }

  it.each([
    ['da', 'target er et reserveret id', 'midpoint er et reserveret id'],
    ['en', 'target is a reserved id', 'midpoint is a reserved id'],
  ])('are no ids of segments or benchmarks, in %s', (locale, first, second) => {
    expect(problemsOf(locale).map(({ line, column, message }) => [line, column, message])).toEqual([
      [7, 51, first],
      [8, 22, second],
    ])
  })
})
