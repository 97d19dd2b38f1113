import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resultOf, shareOfAnswers } from '../src/calculation.js'
import { NotatError } from '../src/errors.js'
import type { Figures } from '../src/figure.js'
import { deriveFigures } from '../src/figures.js'
import {
  answerValues,
  base,
  bestTwo,
  calculationOfAnswers,
  count,
  countedOptions,
  dontKnow,
  exactIndexScore,
  exactMean,
  exactOfAnswers,
  exactShare,
  fitsScale,
  indexScore,
  isMetricId,
  type MetricId,
  mean,
  metrics,
  nps,
  scoredOptions,
  scoreOf,
  scoreRange,
  share,
  topTwoBox,
} from '../src/metrics.js'
import { compare, type Exact, exact, pointInterval, roundForPrint, toFraction } from '../src/printed.js'
import { agreement5, numeric10, satisfaction5, score5, smiley4, yesNo } from '../src/scales.js'
import { type AnswerDistribution, Scale, Survey } from '../src/survey.js'
import { distribution, mergeDistributions } from '../src/tally.js'

/** Counts on agreement5 from the highest answer to the lowest, then "don't know". */
const fromHighest = (...counts: number[]): AnswerDistribution =>
  distribution(agreement5, Object.fromEntries(agreement5.options.map(({ id }, place) => [id, counts[place] ?? 0])))
const fromLowest = (...counts: number[]): AnswerDistribution => fromHighest(...counts.toReversed())
const nobody = fromHighest(0, 0, 0, 0, 0, 7)

const scales = fc.constantFrom<Scale>(agreement5, satisfaction5, score5, smiley4, numeric10)
const someone: fc.Arbitrary<AnswerDistribution> = scales
  .chain((scale) =>
    fc.record({ scale: fc.constant(scale), counts: fc.record(Object.fromEntries(scale.options.map(({ id }) => [id, fc.nat(500)]))) }),
  )
  .map(({ scale, counts }) => distribution(scale, counts))
  .filter((given) => base(given) > 0)
const known = (value: Exact | null): Exact => {
  if (value === null) throw new Error('a value was expected')
  return value
}

describe('indexScore', () => {
  it('is 100, 75, 50, 25, 0 for one answer each on agreement5', () => {
    expect(agreement5.options.slice(0, 5).map(({ id }) => indexScore(distribution(agreement5, { [id]: 1 })).value)).toEqual([
      100, 75, 50, 25, 0,
    ])
  })

  it('keeps "don’t know" out of sum and base', () => {
    const d = distribution(agreement5, { stronglyAgree: 7, agree: 5, neutral: 0, disagree: 4, stronglyDisagree: 3, dontKnow: 2 })
    expect(indexScore(d)).toEqual({ value: 1175 / 19, base: 19, dontKnow: 2, status: 'ok' })
  })

  // reference: published index calculations with 100/75/50/25/0 points
  it.each([
    ['3/4/0/5/7 from the lowest', fromLowest(3, 4, 0, 5, 7), '61.8'],
    ['50/150/250/500/50 from the lowest', fromLowest(50, 150, 250, 500, 50), '58.75'],
    ['10/40/10/16/24 from the highest', fromHighest(10, 40, 10, 16, 24), '49'],
    ['22/28/34/12/4 from the highest', fromHighest(22, 28, 34, 12, 4), '63'],
  ])('of %s', (_, given, printed) => {
    expect(roundForPrint(known(exactIndexScore(given)), printed.split('.')[1]?.length ?? 0)).toBe(printed)
  })

  it('rounds half up: 23.50 is printed 24', () => {
    // 100 answers with 94 points over the lowest: 100 · 94 / (100 · 4)
    const given = fromHighest(0, 0, 0, 94, 6)
    expect(exactIndexScore(given)).toEqual(exact(47, 2))
    expect(roundForPrint(known(exactIndexScore(given)), 0)).toBe('24')
  })

  it('has no value where nobody gave a valid answer', () => {
    expect(indexScore(nobody)).toEqual({ value: null, base: 0, dontKnow: 7, status: 'noAnswers' })
  })

  it('spreads a scale of four faces over 0–100', () => {
    expect(smiley4.options.map(({ id }) => exactIndexScore(distribution(smiley4, { [id]: 3 })))).toEqual([
      exact(100),
      exact(200, 3),
      exact(100, 3),
      exact(0),
    ])
  })

  it('takes scores as they are written, also broken, negative and tiny ones', () => {
    const scale = Scale.parse({ id: 's', options: [0.3, 0.1, -0.1].map((score, place) => ({ id: `o${place}`, score })) })
    expect(exactIndexScore(distribution(scale, { o1: 1 }))).toEqual(exact(50))
    expect(exactMean(distribution(scale, { o0: 1, o1: 1, o2: 1 }))).toEqual(exact(1, 10))
    const tiny = Scale.parse({ id: 't', options: [5e-7, 0].map((score, place) => ({ id: `o${place}`, score })) })
    expect(exactMean(distribution(tiny, { o0: 1 }))).toEqual(exact(5, 10_000_000))
  })

  it('prints right where a mean in doubles does not', () => {
    // Every sum of steps above the lowest answer, 0–4 each, of up to 400 answers: 321,200 cases. In whole numbers the index, half up, is
    // ⌊(200 · steps + 4n) / 8n⌋.
    const wrong: { n: number; steps: number; right: number }[] = []
    for (let n = 1; n <= 400; n++) {
      for (let steps = 0; steps <= 4 * n; steps++) {
        const right = Math.floor((200 * steps + 4 * n) / (8 * n))
        const meanInDoubles = 1 + steps / n
        if (Math.round((meanInDoubles - 1) * 25) !== right) wrong.push({ n, steps, right })
      }
    }
    expect(wrong).toHaveLength(280)
    expect(wrong).toContainEqual({ n: 10, steps: 9, right: 23 })
    const printed = wrong.map(({ n, steps }) => {
      const [best, rest] = [Math.floor(steps / 4), steps % 4]
      const others = rest > 0 ? { [agreement5.options[4 - rest]?.id ?? '']: 1 } : {}
      const lowest = n - best - (rest > 0 ? 1 : 0)
      return roundForPrint(
        known(exactIndexScore(distribution(agreement5, { stronglyAgree: best, ...others, stronglyDisagree: lowest }))),
        0,
      )
    })
    expect(printed).toEqual(wrong.map(({ right }) => `${right}`))
  })

  it('is the mean of 100, 75, 50, 25 and 0 on agreement5, (mean − 1) · 25', () => {
    fc.assert(
      fc.property(
        someone.filter(({ scale }) => scale === agreement5),
        (given) => {
          const fromMean = toFraction(known(exactMean(given)))
            .sub(1)
            .mul(25)
          expect(toFraction(known(exactIndexScore(given))).equals(fromMean)).toBe(true)
        },
      ),
    )
  })

  it('of two groups together lies between theirs', () => {
    fc.assert(
      fc.property(someone, someone, (a, b) => {
        fc.pre(a.scale === b.scale)
        const [low, high] = [known(exactIndexScore(a)), known(exactIndexScore(b))].sort(compare) as [Exact, Exact]
        const both = known(exactIndexScore(mergeDistributions(a, b)))
        expect(compare(both, low)).toBeGreaterThanOrEqual(0)
        expect(compare(both, high)).toBeLessThanOrEqual(0)
      }),
    )
  })
})

describe('mean', () => {
  it('is in the scale’s own scores', () => {
    expect(mean(fromLowest(3, 4, 0, 5, 7)).value).toBeCloseTo(3.4737, 4)
    expect(exactMean(fromLowest(3, 4, 0, 5, 7))).toEqual(exact(66, 19))
  })

  it('has no value where nobody answered', () => {
    expect(mean(nobody)).toEqual({ value: null, base: 0, dontKnow: 7, status: 'noAnswers' })
  })
})

describe('share', () => {
  it('is of the valid answers only', () => {
    expect(share(fromHighest(1, 2, 0, 0, 1, 6), ['stronglyAgree', 'agree'])).toEqual({ value: 0.75, base: 4, dontKnow: 6, status: 'ok' })
  })

  it('counts an option named twice once', () => {
    expect(share(fromHighest(1, 1), ['agree', 'agree']).value).toBe(0.5)
  })

  it('has no value where nobody answered', () => {
    expect(share(nobody, ['agree']).value).toBeNull()
  })

  it.each(['dontKnow', 'agre'])('refuses %s, which is in no base', (option) => {
    expect(() => share(nobody, [option])).toThrow(NotatError)
    expect(() => share(nobody, [option])).toThrow(expect.objectContaining({ code: 'data' }))
    expect(() => share(nobody, [option])).toThrow(
      new RegExp(`${option} cannot be calculated\\n.*stronglyAgree, agree, neutral, disagree, stronglyDisagree`),
    )
  })

  it('of all options of one distribution sums to 1', () => {
    fc.assert(
      fc.property(someone, (given) => {
        const scored = given.scale.options.filter((option) => 'score' in option)
        const shares = scored.map(({ id }) => toFraction(known(exactShare(given, [id]))))
        expect(shares.reduce((sum, part) => sum.add(part)).equals(1)).toBe(true)
      }),
    )
  })
})

describe('nps', () => {
  // five of ten gave 9 or 10, three gave 0 to 6: 50 − 30
  const ten = distribution(numeric10, { 10: 3, 9: 2, 8: 1, 7: 1, 6: 1, 3: 1, 0: 1, dontKnow: 4 })

  it('is the share of the two best answers less the share of the seven worst, in points', () => {
    expect(nps(ten)).toEqual({ value: 20, base: 10, dontKnow: 4, status: 'ok' })
    expect(
      [{ 10: 4 }, { 9: 4 }, { 8: 4 }, { 7: 4 }, { 6: 4 }, { 0: 4 }].map((counts) => nps(distribution(numeric10, counts)).value),
    ).toEqual([100, 100, 0, 0, -100, -100])
  })

  it('is told as the two groups it is made of', () => {
    const calculation = calculationOfAnswers('nps', numeric10, [], (option) => exact(ten.counts[option] ?? 0))
    expect(calculation && resultOf(calculation)).toEqual(exact(20))
    expect(countedOptions('nps', numeric10, [])).toEqual(['10', '9', '6', '5', '4', '3', '2', '1', '0'])
  })

  it('needs the scores 0 to 10', () => {
    expect(() => nps(fromHighest(1, 2, 3))).toThrow('answers on the scale agreement5 do not give the metric nps')
    expect([agreement5, score5, numeric10, yesNo].map((scale) => fitsScale('nps', scale))).toEqual([false, false, true, false])
  })

  it('is neither asked of other scales nor is an index of yes and no', () => {
    const survey = Survey.parse({
      title: 'To spørgsmål',
      items: [
        { id: 'recommend', label: 'Anbefaling', text: 'Vil du anbefale os?', scale: 'numeric10' },
        { id: 'job', label: 'Job', text: 'Er du i job?', scale: 'yesNo' },
      ],
      periods: [{ from: '2024-01-01', to: '2024-12-31' }],
      segments: { id: 'all', label: 'Alle' },
    })
    const subject = { period: '2024', segment: 'all', provider: null }
    const { figures } = deriveFigures(survey, {
      tallies: [
        { ...subject, item: 'recommend', counts: { ...ten.counts } },
        { ...subject, item: 'job', counts: { yes: 9, no: 6 } },
      ],
      published: [],
      sources: [],
    })
    expect(figures['nps/all/2024']).toMatchObject({ printed: '20', unit: 'scalePoint', base: 10, derivation: { formula: 'netOfAnswers' } })
    const ofJob = Object.values(figures).flatMap(({ key }) => (key.kind === 'metric' && key.item === 'job' ? [key.metric] : []))
    expect([...new Set(ofJob)].sort()).toEqual(['base', 'count', 'dontKnow', 'share'])
    expect(figures['share/all/2024/items/job/options/yes']?.printed).toBe('60')
  })
})

describe('topTwoBox', () => {
  it('is the share of the two best scored options', () => {
    expect(topTwoBox(fromHighest(3, 5, 1, 0, 1, 9))).toEqual({ value: 0.8, base: 10, dontKnow: 9, status: 'ok' })
    expect(bestTwo(score5)).toEqual(['5', '4'])
  })

  it('goes by the scores, not by the order', () => {
    const scale = Scale.parse({ id: 's', options: [1, 3, 2].map((score) => ({ id: `o${score}`, score })) })
    expect(bestTwo(scale)).toEqual(['o3', 'o2'])
  })
})

describe('count, base and dontKnow', () => {
  const given = fromHighest(3, 4, 0, 5, 7, 2)
  it('tell valid answers, any answers and "don’t know" apart', () => {
    expect([base(given), dontKnow(given), count(given, ['agree']), count(given, ['agree', 'dontKnow'])]).toEqual([19, 2, 4, 6])
  })

  it('tell "don’t know" from what does not apply and from nothing ticked', () => {
    const scale = Scale.parse({
      id: 's',
      options: [
        { id: 'yes', score: 1 },
        { id: 'no', score: 0 },
        { id: 'unsure', missing: 'dontKnow' },
        { id: 'elsewhere', missing: 'notApplicable' },
        { id: 'blank', missing: 'noAnswer' },
      ],
    })
    const answers = distribution(scale, { yes: 1, no: 2, unsure: 4, elsewhere: 8, blank: 16 })
    expect([base(answers), dontKnow(answers)]).toEqual([3, 4])
  })

  it('are 0, not missing, where nobody answered', () => {
    expect([base(nobody), count(nobody, ['agree'])]).toEqual([0, 0])
  })

  it('refuse an option the scale does not have', () => {
    expect(() => count(given, ['agre'])).toThrow(/unknown answer option: agre\n.*stronglyAgree, agree.*dontKnow/)
  })

  it('of no options is 0, as a share of them is', () => {
    expect([exactOfAnswers('count', given), exactOfAnswers('share', given)]).toEqual([exact(0), exact(0)])
  })

  it('take nothing from the prototype', () => {
    const scale = Scale.parse({ id: 's', options: ['constructor', 'toString'].map((id, score) => ({ id, score })) })
    expect([base({ scale, counts: {} }), count({ scale, counts: {} }, ['toString'])]).toEqual([0, 0])
  })
})

describe('a mean of answers as a calculation', () => {
  const counts = new Map<string | undefined, Exact>(
    [exact(3), exact(4), exact(0), exact(5), exact(7)].map((given, place) => [agreement5.options[place]?.id, given]),
  )
  const countOf = (option: string): Exact => known(counts.get(option) ?? null)

  it('of an index weighs each option with what it is worth', () => {
    const calculation = calculationOfAnswers('indexScore', agreement5, [], countOf)
    // (3 · 100 + 4 · 75 + 5 · 25) / 19
    expect(calculation && resultOf(calculation)).toEqual(exact(725, 19))
    expect(countedOptions('indexScore', agreement5, [])).toEqual(scoredOptions(agreement5).map(({ id }) => id))
    expect([...(answerValues('indexScore', agreement5, []) ?? [])].map(([, value]) => value)).toEqual([100, 75, 50, 25, 0])
  })

  it('of a share counts its options, out of a base that may be given', () => {
    const options = ['stronglyAgree', 'disagree']
    const calculation = calculationOfAnswers('share', agreement5, options, countOf)
    expect(calculation).toEqual(shareOfAnswers([exact(3), exact(5)], exact(19)))
    expect(calculation && resultOf(calculation)).toEqual(exact(8, 19))
    const given = calculationOfAnswers('share', agreement5, options, countOf, exact(20))
    expect(given && resultOf(given)).toEqual(exact(8, 20))
    expect(countedOptions('share', agreement5, options)).toEqual(options)
    expect([...(answerValues('share', agreement5, options) ?? [])].map(([, value]) => value)).toEqual([1, 0, 0, 1, 0])
  })

  it.each(['base', 'invited'] as const)('is none of %s', (id) => {
    expect(calculationOfAnswers(id, agreement5, [], countOf)).toBeNull()
    expect(countedOptions(id, agreement5, [])).toEqual([])
    expect(answerValues(id, agreement5, [])).toBeNull()
  })

  it('of nobody is none', () => {
    expect(calculationOfAnswers('mean', agreement5, [], () => exact(0))).toBeNull()
  })
})

describe('scoreOf', () => {
  it.each<[number, Exact]>([
    [2.5, exact(5, 2)],
    [-0.1, exact(-1, 10)],
    [7, exact(7)],
    [5e-7, exact(5, 10_000_000)],
    [1.25e-7, exact(125, 1_000_000_000)],
    [1e21, exact(10n ** 21n)],
    [1.5e21, exact(15n * 10n ** 20n)],
  ])('of %d is what is written', (score, expected) => {
    expect(toFraction(expected).equals(scoreOf(score))).toBe(true)
  })
})

it('the examples of the documentation hold', () => {
  const d = distribution(agreement5, { stronglyAgree: 7, agree: 5, neutral: 0, disagree: 4, stronglyDisagree: 3, dontKnow: 2 })
  expect(indexScore(d)).toEqual({ value: 61.8421052631579, base: 19, dontKnow: 2, status: 'ok' })
  expect(mean(d).value).toBe(3.473684210526316)
  expect(share(d, ['agree', 'stronglyAgree']).value).toBe(0.631578947368421)
  expect(topTwoBox(d).value).toBe(0.631578947368421)
  expect(count(d, ['agree', 'dontKnow'])).toBe(7)
  expect([base(d), dontKnow(d)]).toEqual([19, 2])
})

describe('metrics', () => {
  const ids = Object.keys(metrics) as MetricId[]

  /** Registered metrics that no figure is of. */
  const notComputed = (registered: readonly string[], figures: Figures): string[] => {
    const computed = new Set<string>(Object.values(figures.figures).map(({ key }) => (key.kind === 'metric' ? key.metric : '')))
    return registered.filter((id) => !computed.has(id))
  }

  it('are computed, every one that is registered', () => {
    const survey = Survey.parse({
      title: 'Test',
      items: [{ id: 'overall', label: 'Overall', text: 'How satisfied are you?', scale: 'numeric10' }],
      periods: [{ from: '2024-01-01', to: '2024-12-31' }],
      segments: { id: 'all', label: 'All' },
    })
    const subject = { period: '2024', segment: 'all', provider: null, item: 'overall' }
    const invited = { ...subject, metric: 'invited', options: null, text: '20', value: exact(20), decimals: 0, base: null }
    const figures = deriveFigures(survey, {
      tallies: [{ ...subject, counts: { 9: 7, 5: 5, dontKnow: 2 } }],
      published: [{ ...invited, interval: pointInterval(exact(20)), place: { file: 'data/test.csv' } }],
      sources: [],
    })
    expect(notComputed(ids, figures)).toEqual([])
    // what the test would find
    expect(notComputed([...ids, 'median'], figures)).toEqual(['median'])
  })

  const survey = Survey.parse({
    title: 'Test',
    items: [{ id: 'overall', label: 'Overall', text: 'All in all I am satisfied.', scale: 'agreement5' }],
    periods: [{ from: '2024-01-01', to: '2024-12-31' }],
    segments: {
      id: 'all',
      label: 'All',
      parts: [
        { id: 'one', label: 'One' },
        { id: 'two', label: 'Two' },
      ],
    },
  })
  const subject = (segment: string) => ({ period: '2024', segment, provider: null, item: 'overall' })
  const invited = (segment: string, number: number) => ({
    ...{ ...subject(segment), metric: 'invited', options: null, text: `${number}`, value: exact(number), decimals: 0, base: null },
    ...{ interval: pointInterval(exact(number)), place: { file: 'data/test.csv' } },
  })
  // 75 · 7 + 50 · 5 of twelve; 100 · 7 + 25 · 5 of twelve
  const figuresOfTwo = () =>
    deriveFigures(survey, {
      tallies: [
        { ...subject('one'), counts: { agree: 7, neutral: 5, dontKnow: 8 } },
        { ...subject('two'), counts: { stronglyAgree: 7, disagree: 5, dontKnow: 6 } },
      ],
      published: [invited('one', 20), invited('two', 25)],
      sources: [],
    }).figures

  it.each([
    ['indexScore', '', ['65', '67'], 'indexPoint', 'indexOfAnswers', 'weightedMean'],
    ['mean', '', ['3.6', '3.7'], 'scalePoint', 'meanOfAnswers', 'weightedMean'],
    ['share', '/options/agree', ['58', '29'], 'share', 'shareOfAnswers', 'weightedMean'],
    ['topTwoBox', '', ['58', '58'], 'share', 'shareOfAnswers', 'weightedMean'],
    ['count', '/options/dontKnow', ['8', '14'], 'answer', 'counted', 'sum'],
    ['base', '', ['12', '24'], 'answer', 'counted', 'sum'],
    ['dontKnow', '', ['8', '14'], 'answer', 'counted', 'sum'],
    ['invited', '', ['20', '45'], 'person', 'published', 'sum'],
    ['responseRate', '', ['60', '53'], 'share', 'ratio', 'ratio'],
  ])('%s%s of a group and of both is printed %o, in the unit %s, by %s and %s', (id, options, printed, unit, formula, total) => {
    const figures = figuresOfTwo()
    const found = ['one', 'all'].map((segment) => figures[`${id}/${segment}/2024${options}`])
    expect(found.map((figure) => figure?.printed)).toEqual(printed)
    expect(found.map((figure) => figure?.unit)).toEqual([unit, unit])
    expect(found.map((figure) => figure?.derivation.formula)).toEqual([formula, total])
  })

  it('that take options are of each that counts, or of each there is; the others of none', () => {
    expect(ids.filter((id) => metrics[id].takesOptions)).toEqual(['share', 'count'])
    const figures = figuresOfTwo()
    const taken = (id: string) =>
      Object.values(figures).flatMap(({ key }) =>
        key.kind === 'metric' && key.metric === id && key.segment === 'one' ? [key.options] : [],
      )
    const scored = ['agree', 'disagree', 'neutral', 'stronglyAgree', 'stronglyDisagree']
    expect(taken('share').sort()).toEqual(scored)
    expect(taken('count').sort()).toEqual([...scored, 'dontKnow'].sort())
    expect(['indexScore', 'mean', 'topTwoBox', 'base', 'dontKnow', 'invited', 'responseRate'].map(taken)).toEqual(Array(7).fill([null]))
  })

  it('are known by their own names only', () => {
    expect(ids.every(isMetricId)).toBe(true)
    expect(['constructor', '__proto__', 'index', ''].some(isMetricId)).toBe(false)
  })

  it.each(ids)('%s stays inside its range', (id) => {
    const { ofAnswers, range, takesOptions } = metrics[id]
    if (!ofAnswers) return
    const fitting = someone.filter(({ scale }) => fitsScale(id, scale))
    fc.assert(
      fc.property(fitting, (given) => {
        const { min, max } = range(given.scale)
        const value = known(exactOfAnswers(id, given, takesOptions ? bestTwo(given.scale) : []))
        expect(compare(value, min)).toBeGreaterThanOrEqual(0)
        if (max) expect(compare(value, max)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('with a range reach both ends of it', () => {
    expect(metrics.mean.range(smiley4)).toEqual({ min: exact(1), max: exact(4) })
    expect(metrics.indexScore.range(smiley4)).toEqual({ min: exact(0), max: exact(100) })
    expect(scoreRange(agreement5)).toEqual({ min: exact(1), max: exact(5) })
    for (const id of ['share', 'topTwoBox', 'responseRate'] as const) {
      expect(metrics[id].range(smiley4)).toEqual({ min: exact(0), max: exact(1) })
    }
    for (const id of ['count', 'base', 'dontKnow', 'invited'] as const) {
      expect(metrics[id].range(smiley4)).toEqual({ min: exact(0), max: null })
    }
  })

  it('that are shares or means have none where nobody answered; counts are 0', () => {
    const ofNobody = ids.map((id) => [
      id,
      metrics[id].ofAnswers
        ? exactOfAnswers(id, id === 'nps' ? distribution(numeric10, {}) : nobody, metrics[id].takesOptions ? ['agree'] : [])
        : undefined,
    ])
    expect(Object.fromEntries(ofNobody)).toEqual({
      indexScore: null,
      mean: null,
      share: null,
      topTwoBox: null,
      nps: null,
      count: exact(0),
      base: exact(0),
      dontKnow: exact(7),
      invited: undefined,
      responseRate: undefined,
    })
  })
})
