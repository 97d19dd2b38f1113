import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { audit } from '../../src/audit/index.js'
import type { Candidate, Finding } from '../../src/finding.js'
import { runs } from '../runs.js'
import { claimsOf, figuresOf, node, surveyOf } from './stated.js'

/** Who chose which of the five options, for each leaf of `all` = `a` + `b`, `b` = `b1` + `b2` + `b3`. */
type Answers = { a: number[]; b1: number[]; b2: number[]; b3: number[] }

const survey = surveyOf(node('all', node('a'), node('b', node('b1'), node('b2'), node('b3'))))
const parts: Record<string, string[]> = { all: ['a', 'b'], b: ['b1', 'b2', 'b3'] }
const nodes = ['all', 'a', 'b', 'b1', 'b2', 'b3']

const few = fc.array(fc.integer({ min: 40, max: 400 }), { minLength: 5, maxLength: 5 })
const answers: fc.Arbitrary<Answers> = fc.record({ a: few, b1: few, b2: few, b3: few })

/** What an honest table prints of each group: its index, its answers, and how many of them agree, also in per cent. */
function printed(all: Answers): Map<string, string> {
  const countsOf = (id: string): number[] =>
    all[id as keyof Answers] ?? (parts[id] ?? []).map(countsOf).reduce((sum, own) => sum.map((count, at) => count + (own[at] ?? 0)))
  return new Map(
    nodes.flatMap((id) => {
      const counts = countsOf(id)
      const base = counts.reduce((sum, count) => sum + count)
      const score = counts.reduce((sum, count, at) => sum + count * (100 - 25 * at), 0)
      return [
        [`indexScore/${id}/2024`, (score / base).toFixed(1)],
        [`base/${id}/2024`, String(base)],
        [`count/${id}/2024/options/agree`, String(counts[1])],
        [`share/${id}/2024/options/agree`, `${((100 * (counts[1] ?? 0)) / base).toFixed(1)} %`],
      ] as const
    }),
  )
}

/** A judge of its own: whether all that is printed can be so, every mean by answers or in equal parts. */
function holds(table: ReadonlyMap<string, string>): boolean {
  const at = (metric: string, id: string) =>
    Number.parseFloat(table.get(`${metric}/${id}/2024${/count|share/.test(metric) ? '/options/agree' : ''}`) ?? '')
  const isShare = (id: string) => Math.abs((100 * at('count', id)) / at('base', id) - at('share', id)) <= 0.05 + 1e-9
  const sums = (metric: string, id: string) => (parts[id] ?? []).reduce((sum, part) => sum + at(metric, part), 0) === at(metric, id)
  const isMean = (id: string) => {
    const own = parts[id] ?? []
    const mean = (weight: (part: string) => number) =>
      own.reduce((sum, part) => sum + weight(part) * at('indexScore', part), 0) / own.reduce((sum, part) => sum + weight(part), 0)
    return [mean((part) => at('base', part)), mean(() => 1)].some((given) => Math.abs(given - at('indexScore', id)) <= 0.1 + 1e-9)
  }
  return nodes.every(isShare) && Object.keys(parts).every((id) => sums('base', id) && sums('count', id) && isMean(id))
}

function errorsIn(table: ReadonlyMap<string, string>): Finding[] {
  return audit(figuresOf(survey), { claims: claimsOf(survey, [...table]) }).filter(({ kind }) => kind === 'error')
}

/** The table with a candidate's numbers, once the lowest and once the highest. */
function mendedBy({ repairs }: Candidate, table: ReadonlyMap<string, string>): Map<string, string>[] {
  return (['from', 'to'] as const).map(
    (end) =>
      new Map([
        ...table,
        ...repairs.map((repair) => [repair.figure, repair.figure.startsWith('share/') ? `${repair[end]} %` : repair[end]] as const),
      ]),
  )
}

/** One digit of one number is another. */
const mistakes = fc
  .record({ all: answers, which: fc.nat(), digit: fc.nat(), by: fc.integer({ min: 1, max: 9 }) })
  .map(({ all, which, digit, by }) => {
    const table = printed(all)
    const figures = [...table.keys()].filter((figure) => !figure.startsWith('share/'))
    const figure = figures[which % figures.length] ?? ''
    const text = table.get(figure) ?? ''
    const digits = [...text].flatMap((sign, at) => (/\d/.test(sign) ? [at] : []))
    const at = digits[digit % digits.length] ?? 0
    const wrong = `${text.slice(0, at)}${(Number(text[at]) + by) % 10}${text.slice(at + 1)}`
    return { figure, honest: table, false: new Map([...table, [figure, wrong]]) }
  })

describe('a repair', () => {
  it('leaves nothing that is printed in contradiction, and the true one is among those offered', () => {
    let offered = 0
    fc.assert(
      fc.property(mistakes, ({ figure, honest, false: table }) => {
        expect(errorsIn(honest)).toEqual([])
        const candidates = errorsIn(table).flatMap((finding) => finding.candidates)
        for (const candidate of candidates) {
          offered += 1
          for (const mended of mendedBy(candidate, table)) {
            expect(errorsIn(mended).map(({ id }) => id)).toEqual([])
            expect(holds(mended)).toBe(true)
          }
        }
        const isTrue = ({ repairs: [only, ...others] }: Candidate) =>
          only?.figure === figure &&
          others.length === 0 &&
          Number(only.from) <= Number(honest.get(figure)) &&
          Number(honest.get(figure)) <= Number(only.to)
        if (candidates.length > 0) expect(candidates.some(isTrue)).toBe(true)
      }),
      { numRuns: runs(100, 2000), seed: 2024 },
    )
    expect(offered).toBeGreaterThan(30)
  })

  it('is one cause with what it mends: of a wrong base the sum, the share and the mean', () => {
    const honest = printed({ a: [300, 200, 100, 50, 50], b1: [60, 50, 40, 50, 60], b2: [90, 80, 70, 60, 50], b3: [50, 50, 50, 50, 50] })
    const errors = errorsIn(new Map([...honest, ['base/a/2024', '100']]))
    expect(errors).toHaveLength(1)
    expect(errors[0]?.candidates.map(({ repairs }) => repairs.map(({ figure, from, to }) => [figure, from, to]))).toEqual([
      [['base/a/2024', '700', '700']],
    ])
    expect(errors[0]?.consequences.map(({ check }) => check)).toContain('share-mismatch')
  })
})
