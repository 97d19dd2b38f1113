import type Fraction from 'fraction.js'
import type { Finding } from '../../finding.js'
import { scoredOptions, scoreRange } from '../../metrics.js'
import { exact, fromFraction, type Interval, roundForPrint, toFraction } from '../../printed.js'
import { isLeaf, type Scale } from '../../survey.js'
import type { Check } from '../check.js'
import { meet } from '../parts.js'
import {
  evidenceFor,
  findingOf,
  itemOf,
  pathOf,
  rangeOf,
  type Statement,
  type Statements,
  scaleOfFigure,
  segmentOf,
  siblingOf,
  statedWhole,
} from '../statements.js'

/**
 * A mean or index that no answers can give: outside its scale, or between what whole numbers of answers give (GRIM,
 * Brown and Heathers 2017).
 *
 * Fires on the second only where the base is printed exactly and small: under 25 for a whole-number index on a
 * five-point scale, under 10 for a mean with one decimal.
 *
 * Silent for groups with parts, whose numbers may be means of their parts', for bases printed with "ca.", and where
 * "don't know" may be counted in.
 */
export const impossibleMean: Check<'impossible-mean'> = {
  id: 'impossible-mean',
  scopes: ['data', 'claims'],
  follows: false,
  run: (stated) => [...stated.byFigure.values()].flatMap((statements) => statements.flatMap((statement) => findingAt(stated, statement))),
  examples: {
    consistent: [
      {
        because: '5.19 is 166 out of 32 on a scale from 1 to 7',
        scale: 'sevenPoint',
        claims: [
          ['mean/internal/2024', '5.19'],
          ['base/internal/2024', '32'],
        ],
      },
      {
        because: 'with 25 answers or more every whole index is possible',
        claims: [
          ['indexScore/internal/2024', '83'],
          ['base/internal/2024', '132'],
        ],
      },
      {
        because: 'an index from 0 to 100',
        claims: [['indexScore/internal/2024', '100']],
      },
    ],
    inconsistent: [
      {
        because: '5.19 is impossible with 28 answers on a scale from 1 to 7',
        scale: 'sevenPoint',
        claims: [
          ['mean/internal/2024', '5.19'],
          ['base/internal/2024', '28'],
        ],
      },
      {
        because: 'three answers give 83 or 92, not 85',
        claims: [
          ['indexScore/internal/2024', '85'],
          ['base/internal/2024', '3'],
        ],
      },
      {
        because: 'an index over 100',
        claims: [['indexScore/internal/2024', '104']],
      },
      {
        because: 'a mean of a scale from 1 to 5',
        claims: [['mean/internal/2024', '5.3']],
      },
    ],
    undecidable: [
      {
        because: 'the number of answers is only roughly known',
        claims: [
          ['indexScore/internal/2024', '85'],
          ['base/internal/2024', 'about 3'],
        ],
      },
      {
        because: 'a mean of means',
        claims: [
          ['indexScore/external/2024', '85'],
          ['base/external/2024', '3'],
        ],
      },
      {
        because: 'the two who do not know may have been counted',
        claims: [
          ['indexScore/internal/2024', '85'],
          ['base/internal/2024', '3'],
          ['dontKnow/internal/2024', '2'],
        ],
      },
    ],
  },
}

function findingAt(stated: Statements, statement: Statement): Finding<'impossible-mean'>[] {
  const { figure, interval } = statement
  const metric = pathOf(figure)?.metric
  const range = rangeOf(stated.survey, figure)
  if (!interval || !range || pathOf(figure)?.periods.length !== 1 || (metric !== 'indexScore' && metric !== 'mean')) return []
  if (!meet(interval, range)) {
    const printed = [range.from, range.to].map((end) => roundForPrint(end, 0))
    return [findingOf(stated, 'impossible-mean', statement, { expected: { interval: range, printed }, values: { basis: 'offScale' } })]
  }
  const segment = segmentOf(stated, figure)
  const base = statedWhole(stated, siblingOf(figure, 'base'))
  const dontKnow = statedWhole(stated, siblingOf(figure, 'dontKnow'))
  // A respondent's mean of several answers may lie between the steps of one.
  if (itemOf(stated.survey, figure).composite) return []
  if (!segment || !isLeaf(segment) || base === null || base <= 0n || dontKnow) return []
  const lowest = toFraction(range.from)
  const step = stepOf(scaleOfFigure(stated.survey, figure), metric).div(base)
  const steps = (end: Interval['from']) => toFraction(end).sub(lowest).div(step)
  const [first, last] = [steps(interval.from).ceil(), steps(interval.to).floor()]
  if (first.compare(last) <= 0) return []
  const printed = [last, first].map((count) => roundForPrint(fromFraction(lowest.add(step.mul(count))), statement.decimals))
  return [
    findingOf(stated, 'impossible-mean', statement, {
      expected: { interval: null, printed },
      related: evidenceFor(stated, [siblingOf(figure, 'base')]),
      values: { basis: 'wholeAnswers' },
    }),
  ]
}

/**
 * By how much one answer can move the sum: the largest step all scores are multiples of. For an index spread over
 * 0–100: 25 on five points.
 */
function stepOf(scale: Scale, metric: 'indexScore' | 'mean'): Fraction {
  const { min, max } = scoreRange(scale)
  const lowest = toFraction(min)
  const spread = toFraction(max).sub(lowest)
  const step = scoredOptions(scale)
    .map(({ score }) => toFraction(exactScore(score)).sub(lowest))
    .reduce((common, distance) => common.gcd(distance), spread)
  return metric === 'mean' ? step : step.mul(100).div(spread)
}

/** Scores have at most six decimals. */
function exactScore(score: number) {
  return exact(Math.round(score * 1e6), 1_000_000)
}
