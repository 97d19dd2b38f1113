import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { audit, type Finding } from '../../src/audit/index.js'
import { deriveFigures } from '../../src/figures.js'
import { agreement5 } from '../../src/scales.js'
import { type Survey, segmentsOf } from '../../src/survey.js'
import type { Tally } from '../../src/tally.js'
import { claimsOf, figuresOf, node, type Stated, surveyOf } from './stated.js'

/** A tree's shape; a leaf has its answers per option, one list a period. */
type Grown = { parts: Grown[] } | { answers: number[][] }

const answersOfLeaf = fc.array(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 6, maxLength: 6 }), { minLength: 2, maxLength: 2 })
const { tree } = fc.letrec<{ tree: Grown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    answersOfLeaf
      .filter((periods) => periods.every((counts) => counts.slice(0, 5).some((count) => count > 0)))
      .map((answers) => ({ answers })),
    fc.array(tie('tree'), { minLength: 2, maxLength: 4 }).map((parts) => ({ parts })),
  ),
}))

const periods = ['2023', '2024']
const options = agreement5.options.map(({ id }) => id)

type Measured = { id: string; counts: number[][]; isLeaf: boolean }

/** Every node with its answers, a total's being the sum of its parts'. */
function measure(grown: Grown, id = 's'): { node: object; all: Measured[] } {
  if ('answers' in grown) return { node: node(id), all: [{ id, counts: grown.answers, isLeaf: true }] }
  const parts = grown.parts.map((part, index) => measure(part, `${id}-${index}`))
  const counts = periods.map((_, period) =>
    options.map((_, option) => parts.reduce((sum, part) => sum + (part.all[0]?.counts[period]?.[option] ?? 0), 0)),
  )
  return { node: node(id, ...parts.map((part) => part.node)), all: [{ id, counts, isLeaf: false }, ...parts.flatMap((part) => part.all)] }
}

type Rounding = 'halfUp' | 'halfEven'

/** numerator/denominator, both whole, with so many decimals. */
function print(numerator: number, denominator: number, decimals: number, rounding: Rounding): string {
  const scaled = numerator * 10 ** decimals
  const [whole, rest] = [Math.floor(scaled / denominator), scaled % denominator]
  const isUp = 2 * rest > denominator || (2 * rest === denominator && (rounding === 'halfUp' || whole % 2 === 1))
  const digits = String(isUp ? whole + 1 : whole).padStart(decimals + 1, '0')
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

const scores = [100, 75, 50, 25, 0]

/** All that an honest document could print of the tree. */
function honestClaims(all: Measured[], decimals: number, rounding: Rounding): [string, string][] {
  return all.flatMap(({ id, counts }) => {
    const indices = counts.map((answers) => {
      const valid = answers.slice(0, 5)
      const base = valid.reduce((sum, count) => sum + count, 0)
      return {
        base,
        index: print(
          valid.reduce((sum, count, at) => sum + count * (scores[at] ?? 0), 0),
          base,
          decimals,
          rounding,
        ),
      }
    })
    const levels = indices.flatMap(({ base, index }, period) => {
      const shares = options.slice(0, 5).map((option, at): [string, string] => {
        const share = print((counts[period]?.[at] ?? 0) * 100, base, 0, rounding)
        return [`share/${id}/${periods[period]}/options/${option}`, `${share} %`]
      })
      return [
        [`base/${id}/${periods[period]}`, String(base)],
        [`indexScore/${id}/${periods[period]}`, index],
        [`count/${id}/${periods[period]}/options/agree`, String(counts[period]?.[1] ?? 0)],
        ...shares,
      ] as [string, string][]
    })
    const [before, now] = indices.map(({ index }) => Number(index))
    const difference = (now ?? 0) - (before ?? 0)
    const change = `change/indexScore/${id}/2023..2024`
    const word = difference > 0 ? 'risen' : difference < 0 ? 'fallen' : 'unchanged'
    return [...levels, [change, difference.toFixed(decimals)], [change, word]] as [string, string][]
  })
}

function talliesOf(all: Measured[]): Tally[] {
  return all
    .filter(({ isLeaf }) => isLeaf)
    .flatMap(({ id, counts }) =>
      counts.map((answers, period) => ({
        period: periods[period] as string,
        segment: id,
        provider: null,
        item: 'overall',
        counts: Object.fromEntries(options.map((option, at) => [option, answers[at] ?? 0])),
      })),
    )
}

function figuresOfAnswers(survey: Survey, all: Measured[]) {
  return deriveFigures(survey, { tallies: talliesOf(all), published: [], sources: [] })
}

const errorsOf = (findings: Finding[]) => findings.filter(({ kind }) => kind === 'error').map(({ id }) => id)
const rounding = fc.constantFrom<Rounding>('halfUp', 'halfEven')

describe('an honest document', () => {
  it('has no finding, however its numbers are rounded', () => {
    fc.assert(
      fc.property(tree, fc.integer({ min: 0, max: 1 }), rounding, (grown, decimals, how) => {
        const { node: root, all } = measure(grown)
        const survey = surveyOf(root)
        const claims = claimsOf(survey, honestClaims(all, decimals, how))
        expect(errorsOf(audit(figuresOf(survey), { claims }))).toEqual([])
        expect(errorsOf(audit(figuresOfAnswers(survey, all), { claims }))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('has no finding where some of its numbers are left out', () => {
    fc.assert(
      fc.property(tree, rounding, fc.infiniteStream(fc.boolean()), (grown, how, coins) => {
        const { node: root, all } = measure(grown)
        const survey = surveyOf(root)
        const some = honestClaims(all, 0, how).filter(() => coins.next().value === true)
        expect(errorsOf(audit(figuresOf(survey), { claims: claimsOf(survey, some) }))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

describe('one wrong number', () => {
  it('is found against our own figures where it is wrong by more than rounding', () => {
    fc.assert(
      fc.property(tree, rounding, fc.nat(), fc.constantFrom(-3, -2, 2, 3), (grown, how, pick, error) => {
        const { node: root, all } = measure(grown)
        const survey = surveyOf(root)
        const honest = honestClaims(all, 0, how)
        const levels = honest.filter(([figure, text]) => /^(indexScore|base)/.test(figure) && Number(text) + error >= 0)
        const wrong = levels[pick % levels.length] as [string, string]
        const claims: Stated = honest.map(([figure, text]) =>
          figure === wrong[0] ? [figure, String(Number(text) + error)] : [figure, text],
        )
        expect(errorsOf(audit(figuresOfAnswers(survey, all), { claims: claimsOf(survey, claims) })).length).toBeGreaterThan(0)
      }),
      { numRuns: 60 },
    )
  })

  it('is found in a sum without our figures, and putting it right is among the repairs', () => {
    fc.assert(
      fc.property(tree, fc.nat(), fc.integer({ min: 1, max: 50 }), (grown, pick, error) => {
        const { node: root, all } = measure(grown)
        fc.pre(all.length > 1)
        const survey = surveyOf(root)
        const bases = honestClaims(all, 0, 'halfUp').filter(([figure]) => figure.startsWith('base/') && figure.endsWith('/2024'))
        const wrong = bases[pick % bases.length] as [string, string]
        const claims: Stated = bases.map(([figure, text]) =>
          figure === wrong[0] ? [figure, String(Number(text) + error)] : [figure, text],
        )
        const findings = audit(figuresOf(survey), { claims: claimsOf(survey, claims) })
        const repairs = findings.flatMap(({ candidates }) => candidates.flatMap((candidate) => candidate.repairs))
        expect(repairs.map(({ figure, from, to }) => [figure, from, to].join(' '))).toContain([...wrong, wrong[1]].join(' '))
      }),
      { numRuns: 60 },
    )
  })

  it('is found in a total outside its parts, and the true total is among the repairs', () => {
    fc.assert(
      fc.property(tree, rounding, fc.nat(), (grown, how, pick) => {
        const { node: root, all } = measure(grown)
        const totals = all.filter(({ isLeaf }) => !isLeaf)
        fc.pre(totals.length > 0)
        const survey = surveyOf(root)
        const honest = honestClaims(all, 0, how).filter(([figure]) => /^(indexScore|base)\/.*\/2024$/.test(figure))
        const id = (totals[pick % totals.length] as Measured).id
        const parts = segmentsOf(survey.segments).filter(({ parent }) => parent?.id === id)
        const printedOf = (segment: string) => Number(honest.find(([figure]) => figure === `indexScore/${segment}/2024`)?.[1])
        const highest = Math.max(...parts.map(({ segment }) => printedOf(segment.id)))
        fc.pre(highest <= 97)
        const figure = `indexScore/${id}/2024`
        const claims: Stated = honest.map(([each, text]) => (each === figure ? [each, String(highest + 2)] : [each, text]))
        const findings = audit(figuresOf(survey), { claims: claimsOf(survey, claims) })
        const repair = findings
          .flatMap(({ candidates }) => candidates.flatMap(({ repairs }) => (repairs.length === 1 ? repairs : [])))
          .find((candidate) => candidate.figure === figure)
        const truth = printedOf(id)
        expect([Number(repair?.from) <= truth, truth <= Number(repair?.to)]).toEqual([true, true])
      }),
      { numRuns: 60 },
    )
  })
})
