import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Calculation,
  changeBetween,
  decompositionInto,
  meanOfAnswers,
  responseRate,
  resultOf,
  shareOfAnswers,
  sumOf,
  weightedMean,
} from '../src/calculation.js'
import { figureById } from '../src/change.js'
import { decompositionOf } from '../src/decomposition.js'
import { calculationOf } from '../src/explain.js'
import type { Figure, Figures } from '../src/figure.js'
import { changeId } from '../src/figure-key.js'
import { deriveFigures } from '../src/figures.js'
import { type Exact, exact, parseNeutral } from '../src/printed.js'
import { segmentsOf } from '../src/survey.js'
import { periods, randomSurvey } from './random-survey.js'

const result = (calculation: Calculation | null) => calculation && resultOf(calculation)
const points = (value: number) => ({ value: exact(value), unit: 'indexPoint' as const })

describe('a formula gives', () => {
  it.each([
    [
      'the mean of answers',
      meanOfAnswers(
        [
          { count: exact(3), worth: exact(100) },
          { count: exact(1), worth: exact(50) },
        ],
        exact(4),
      ),
      exact(175, 2),
    ],
    ['a share of answers', shareOfAnswers([exact(3), exact(1)], exact(10)), exact(2, 5)],
    ['a response rate', responseRate(exact(30), exact(40)), exact(3, 4)],
    [
      'a mean weighted by answers',
      weightedMean([
        { value: points(74), base: exact(465) },
        { value: points(84), base: exact(1755) },
      ]),
      exact(18183, 222),
    ],
    ['a sum', sumOf([points(3), points(4)]), exact(7)],
    ['a change, current minus previous', changeBetween(points(83), points(82)), exact(-1)],
  ])('%s', (_, calculation, expected) => {
    expect(result(calculation)).toEqual(expected)
  })

  it('nothing where there is nothing to divide by', () => {
    expect([meanOfAnswers([], exact(0)), shareOfAnswers([], exact(0)), responseRate(exact(3), exact(0)), weightedMean([])]).toEqual(
      Array(4).fill(null),
    )
  })

  it('no contributions where nobody answered in one period', () => {
    const side = (value: number, base: number) => ({ value: exact(value), base: exact(base) })
    expect(decompositionInto([{ id: 'a', unit: 'indexPoint', previous: side(50, 0), current: side(60, 9) }])).toBeNull()
  })
})

/** Every figure: those of the data, the changes between the two periods, and what the changes of totals consist of. */
function allOf(figures: Figures): Figure[] {
  const [before = '', now = ''] = periods
  const segments = segmentsOf(figures.survey.segments).map(({ segment }) => segment)
  const changes = segments.flatMap(({ id }) =>
    (['printed', 'unrounded'] as const).flatMap(
      (basis) => figureById(figures, changeId({ metric: 'indexScore', segment: id, period: now }, before, figures.survey), { basis }) ?? [],
    ),
  )
  return [
    ...Object.values(figures.figures),
    ...changes,
    ...segments.flatMap(({ id }) => decompositionOf(figures, 'indexScore', id, before, now)),
  ]
}

/** What its calculation has to give: the value, or of a difference of printed numbers the printed one. */
function promised({ derivation, value, printed }: Figure): Exact | null {
  return derivation.formula === 'differenceOfPrinted' && printed !== null ? parseNeutral(printed) : value
}

describe('whatever the data', () => {
  it('a figure is the result of the calculation that explains it, unless it is read or a midpoint', () => {
    const told = { calculated: 0, midpoint: 0, read: 0 }
    fc.assert(
      fc.property(randomSurvey, ({ survey, dataset }) => {
        const figures = deriveFigures(survey, dataset)
        for (const figure of allOf(figures)) {
          if (figure.origin === null) expect(figure.value).toBeNull()
          else told[figure.origin] += 1
          const calculation = figure.value && calculationOf(figure, survey, (id) => figureById(figures, id))
          if (figure.origin === 'calculated' && calculation) expect(resultOf(calculation)).toEqual(promised(figure))
          if (figure.origin === 'midpoint' && calculation) expect(resultOf(calculation)).not.toEqual(figure.value)
        }
      }),
    )
    expect(Math.min(told.calculated, told.read)).toBeGreaterThan(0)
  })
})
