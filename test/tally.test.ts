import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NotatError } from '../src/errors.js'
import type { Subject } from '../src/figure.js'
import { agreement5, satisfaction5, score5 } from '../src/scales.js'
import { Scale } from '../src/survey.js'
import { distribution, mergeDistributions, mergeTallies, type Tally, tallyAnswers } from '../src/tally.js'

const subject = (segment: string, provider: string | null = null, period = '2024', item = 'overall'): Subject => ({
  period,
  segment,
  provider,
  item,
})

type GivenAnswer = { subject: Subject; option: string }
const answer: fc.Arbitrary<GivenAnswer> = fc.record({
  subject: fc.record({
    period: fc.constantFrom('2023', '2024'),
    segment: fc.constantFrom('a', 'b', 'å', 'B'),
    provider: fc.constantFrom(null, 'p', 'q'),
    item: fc.constantFrom('overall', 'contact'),
  }),
  option: fc.constantFrom(...agreement5.options.map(({ id }) => id), 'constructor'),
})
const count = (answers: GivenAnswer[]): Tally[] => {
  const counter = tallyAnswers()
  for (const given of answers) counter.add(given.subject, given.option)
  return counter.tallies()
}
const refusalOf = (run: () => unknown): NotatError | null => {
  try {
    run()
  } catch (error) {
    if (error instanceof NotatError) return error
    throw error
  }
  return null
}
const codesOf = (run: () => unknown): string[] => refusalOf(run)?.problems.map(({ code }) => code) ?? []

describe('tallyAnswers', () => {
  it('counts each option of each subject', () => {
    const counter = tallyAnswers()
    counter.add(subject('unge'), 'agree')
    counter.add(subject('unge'), 'disagree', 3)
    counter.add(subject('ac'), 'agree')
    counter.add(subject('unge'), 'agree')
    expect(counter.tallies()).toEqual([
      { ...subject('ac'), counts: { agree: 1 } },
      { ...subject('unge'), counts: { agree: 2, disagree: 3 } },
    ])
  })

  it('keeps no more than the subject of what it is given', () => {
    const counter = tallyAnswers()
    const row = { ...subject('ac'), respondent: 17 }
    counter.add(row, 'agree')
    expect(counter.tallies()).toEqual([{ ...subject('ac'), counts: { agree: 1 } }])
  })

  it('orders by period, segment, provider, item, by code unit', () => {
    const subjects = [
      subject('a', 'p'),
      subject('a'),
      subject('å'),
      subject('B'),
      subject('a', 'p', '2023'),
      subject('a', 'p', '2024', 'contact'),
    ]
    const tallies = count(subjects.map((given) => ({ subject: given, option: 'agree' })))
    expect(tallies.map(({ period, segment, provider, item }) => [period, segment, provider, item].join(' '))).toEqual([
      '2023 a p overall',
      '2024 B  overall',
      '2024 a  overall',
      '2024 a p contact',
      '2024 a p overall',
      '2024 å  overall',
    ])
  })

  it('does not care about the order of answers', () => {
    const shuffled = fc
      .array(answer)
      .chain((answers) =>
        fc.tuple(fc.constant(answers), fc.shuffledSubarray(answers, { minLength: answers.length, maxLength: answers.length })),
      )
    fc.assert(
      fc.property(shuffled, ([answers, others]) => {
        expect(JSON.stringify(count(others))).toBe(JSON.stringify(count(answers)))
      }),
    )
  })

  it('loses and invents no answer', () => {
    fc.assert(
      fc.property(fc.array(answer), (answers) => {
        const counted = count(answers).flatMap(({ counts }) => Object.values(counts))
        expect(counted.reduce((sum, times) => sum + times, 0)).toBe(answers.length)
      }),
    )
  })

  it('takes a million answers about a few subjects without growing', () => {
    const counter = tallyAnswers()
    for (let n = 0; n < 1_000_000; n++) counter.add(subject(n % 2 ? 'a' : 'b'), n % 3 ? 'agree' : 'disagree')
    // multiples of 3 below a million: 166,667 odd ones (3, 9, … 999,999), 166,667 even ones (0, 6, … 999,996)
    expect(counter.tallies().map(({ counts }) => counts)).toEqual([
      { agree: 333_333, disagree: 166_667 },
      { agree: 333_333, disagree: 166_667 },
    ])
  })
})

describe('mergeTallies', () => {
  const tallies = fc.array(answer).map(count)

  it('counts two halves as the whole', () => {
    fc.assert(
      fc.property(fc.array(answer), fc.nat(), (answers, at) => {
        const split = at % (answers.length + 1)
        expect(mergeTallies(count(answers.slice(0, split)), count(answers.slice(split)))).toEqual(count(answers))
      }),
    )
  })

  it('is commutative', () => {
    fc.assert(
      fc.property(tallies, tallies, (a, b) => {
        expect(JSON.stringify(mergeTallies(a, b))).toBe(JSON.stringify(mergeTallies(b, a)))
      }),
    )
  })

  it('is associative', () => {
    fc.assert(
      fc.property(tallies, tallies, tallies, (a, b, c) => {
        expect(mergeTallies(mergeTallies(a, b), c)).toEqual(mergeTallies(a, mergeTallies(b, c)))
      }),
    )
  })

  it('changes nothing with nothing, and neither of what it is given', () => {
    const given = [{ ...subject('a'), counts: { agree: 1 } }]
    expect(mergeTallies(given, [])).toEqual(given)
    mergeTallies(given, given)
    expect(given).toEqual([{ ...subject('a'), counts: { agree: 1 } }])
  })

  it('keeps a subject that nobody has answered about', () => {
    const silent = { ...subject('a', 'p'), counts: {} }
    expect(mergeTallies([silent], [])).toEqual([silent])
  })
})

describe('distribution', () => {
  const flat = Scale.parse({
    id: 'flat',
    options: [
      { id: 'yes', score: 1 },
      { id: 'dontKnow', missing: 'dontKnow' },
    ],
  })

  it('fills in the options that are left out, in the scale’s order', () => {
    const { counts } = distribution(agreement5, { dontKnow: 2, agree: 5 })
    expect(Object.entries(counts)).toEqual([
      ['stronglyAgree', 0],
      ['agree', 5],
      ['neutral', 0],
      ['disagree', 0],
      ['stronglyDisagree', 0],
      ['dontKnow', 2],
    ])
  })

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %s answers', (broken) => {
    expect(codesOf(() => distribution(agreement5, { agree: broken }))).toEqual(['broken-count'])
  })

  it('reports everything wrong at once', () => {
    expect(codesOf(() => distribution(agreement5, { agre: 1, disagree: -1 }))).toEqual(['unknown-scale-option', 'broken-count'])
  })

  it('names the options there are', () => {
    expect(() => distribution(agreement5, { agre: 1 })).toThrow(/unknown answer option: agre\n.*stronglyAgree, agree/)
  })

  it('says what is wrong with the data', () => {
    const refusal = refusalOf(() => distribution({ ...flat, id: 'same' }, { yes: 1.5 }))
    expect(refusal?.code).toBe('data')
    expect(refusal?.message).toContain('scale same does not have two different scores')
    expect(refusal?.message).toContain('the count of yes is 1.5')
  })

  it('takes less than nothing, where that is nothing, for nothing', () => {
    expect(distribution(agreement5, { agree: -0 }).counts.agree).toBe(0)
  })

  it('refuses a scale that cannot tell two answers apart', () => {
    expect(codesOf(() => distribution(flat, { yes: 1 }))).toEqual(['flat-scale'])
  })

  it('takes nothing from the prototype', () => {
    const scale = Scale.parse({
      id: 's',
      options: [
        { id: 'constructor', score: 2 },
        { id: 'toString', score: 1 },
      ],
    })
    expect(distribution(scale, {}).counts).toEqual({ constructor: 0, toString: 0 })
    expect(codesOf(() => distribution(agreement5, JSON.parse('{"__proto__": 1}')))).toEqual(['unknown-scale-option'])
  })
})

describe('mergeDistributions', () => {
  const some = fc.record(Object.fromEntries(agreement5.options.map(({ id }) => [id, fc.nat(1000)])))
  const sum = (a: Record<string, number>, b: Record<string, number>) =>
    mergeDistributions(distribution(agreement5, a), distribution(agreement5, b)).counts

  it('adds option by option', () => {
    expect(sum({ agree: 2, dontKnow: 1 }, { agree: 3 })).toMatchObject({ agree: 5, dontKnow: 1, neutral: 0 })
  })

  it('is commutative and associative', () => {
    fc.assert(
      fc.property(some, some, some, (a, b, c) => {
        expect(sum(a, b)).toEqual(sum(b, a))
        expect(sum(sum(a, b), c)).toEqual(sum(a, sum(b, c)))
      }),
    )
  })

  it('refuses to mix scales, but not two wordings of one', () => {
    const refusal = refusalOf(() => mergeDistributions(distribution(satisfaction5, {}), distribution(score5, {})))
    expect(refusal?.problems.map(({ code }) => code)).toEqual(['mixed-scales'])
    expect(refusal?.code).toBe('data')
    expect(refusal?.message).toBe('answers on the scale satisfaction5 cannot be added to answers on the scale score5')
    const turned = {
      ...agreement5,
      options: agreement5.options.map((option) => ('score' in option ? { ...option, score: 6 - option.score } : option)),
    }
    expect(codesOf(() => mergeDistributions(distribution(agreement5, {}), distribution(turned, {})))).toEqual(['mixed-scales'])
    const reworded = { ...agreement5, id: 'ours', options: agreement5.options.map((option) => ({ ...option, label: option.id })) }
    expect(mergeDistributions(distribution(agreement5, { agree: 1 }), distribution(reworded, { agree: 1 })).counts).toMatchObject({
      agree: 2,
    })
  })
})
