import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { audit } from '../../src/audit/index.js'
import { deriveFigures } from '../../src/figures.js'
import type { Finding } from '../../src/finding.js'
import { type Survey, segmentsOf } from '../../src/survey.js'
import type { Tally } from '../../src/tally.js'
import { runs } from '../runs.js'
import { claimsOf, figuresOf, type Stated, surveyOf } from './stated.js'
import { honestClaims, type Measured, measure, options, periods, type Rounding, tree, treeWithRest } from './trees.js'

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
      { numRuns: runs(12, 60) },
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
      { numRuns: runs(12, 60) },
    )
  })
})

describe('many honest documents', () => {
  it('have no finding, though parts are not printed and respondents not covered', () => {
    fc.assert(
      fc.property(
        treeWithRest,
        fc.integer({ min: 0, max: 1 }),
        rounding,
        fc.infiniteStream(fc.boolean()),
        (grown, decimals, how, coins) => {
          const { node: root, all } = measure(grown)
          const survey = surveyOf(root)
          const levels = honestClaims(all, decimals, how).filter(([figure]) => /^(indexScore|base|change)/.test(figure))
          const some = levels.filter(() => coins.next().value === true)
          expect(errorsOf(audit(figuresOf(survey), { claims: claimsOf(survey, some) }))).toEqual([])
        },
      ),
      { numRuns: runs(100, 1000) },
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
      { numRuns: runs(12, 60) },
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
      { numRuns: runs(12, 60) },
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
      { numRuns: runs(12, 60) },
    )
  })
})
