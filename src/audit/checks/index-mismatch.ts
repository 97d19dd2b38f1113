import Fraction from 'fraction.js'
import type { Finding } from '../../finding.js'
import { isScored, type ScoredOption, scoredOptions, scoreRange } from '../../metrics.js'
import { clip, exact, type Interval, toFraction } from '../../printed.js'
import type { Scale } from '../../survey.js'
import type { Check } from '../check.js'
import { evidenceFor, findingOf, pathOf, type Statement, type Statements, scaleOfFigure, siblingOf, statedInterval } from '../statements.js'

/**
 * An index or mean that the printed shares of the options cannot give.
 *
 * Fires where the share of every option that counts is printed, and no shares within their rounding that sum to a
 * hundred give it, with "don't know" in the base of the shares or out of it. Says so where the scale turned round would
 * fit.
 *
 * Silent where an option's share is missing.
 */
export const indexMismatch: Check<'index-mismatch'> = {
  id: 'index-mismatch',
  scopes: ['data', 'claims'],
  follows: false,
  run: (stated) => [...stated.byFigure.values()].flatMap((statements) => statements.flatMap((statement) => findingAt(stated, statement))),
  examples: {
    consistent: [
      {
        because: '10, 40, 10, 16 and 24 per cent from the best are 49',
        claims: [
          ['indexScore/internal/2024', '49'],
          ['share/internal/2024/options/stronglyAgree', '10 %'],
          ['share/internal/2024/options/agree', '40 %'],
          ['share/internal/2024/options/neutral', '10 %'],
          ['share/internal/2024/options/disagree', '16 %'],
          ['share/internal/2024/options/stronglyDisagree', '24 %'],
        ],
      },
      {
        because: 'the shares count the fifth who do not know, the index does not',
        claims: [
          ['indexScore/internal/2024', '75'],
          ['share/internal/2024/options/stronglyAgree', '40 %'],
          ['share/internal/2024/options/agree', '20 %'],
          ['share/internal/2024/options/neutral', '0 %'],
          ['share/internal/2024/options/disagree', '20 %'],
          ['share/internal/2024/options/stronglyDisagree', '0 %'],
          ['share/internal/2024/options/dontKnow', '20 %'],
        ],
      },
    ],
    inconsistent: [
      {
        because: '22, 28, 34, 12 and 4 per cent are 63, not 66',
        claims: [
          ['indexScore/internal/2024', '66'],
          ['share/internal/2024/options/stronglyAgree', '22 %'],
          ['share/internal/2024/options/agree', '28 %'],
          ['share/internal/2024/options/neutral', '34 %'],
          ['share/internal/2024/options/disagree', '12 %'],
          ['share/internal/2024/options/stronglyDisagree', '4 %'],
        ],
      },
      {
        because: 'the scale was turned round',
        claims: [
          ['indexScore/internal/2024', '37'],
          ['share/internal/2024/options/stronglyAgree', '22 %'],
          ['share/internal/2024/options/agree', '28 %'],
          ['share/internal/2024/options/neutral', '34 %'],
          ['share/internal/2024/options/disagree', '12 %'],
          ['share/internal/2024/options/stronglyDisagree', '4 %'],
        ],
      },
    ],
    undecidable: [
      {
        because: 'an option is not printed',
        claims: [
          ['indexScore/internal/2024', '90'],
          ['share/internal/2024/options/stronglyAgree', '22 %'],
          ['share/internal/2024/options/agree', '28 %'],
          ['share/internal/2024/options/neutral', '34 %'],
          ['share/internal/2024/options/disagree', '12 %'],
        ],
      },
    ],
  },
}

/** A share's range, a fraction in [0, 1], with the score it weighs. */
type Weighed = { from: Fraction; to: Fraction; score: Fraction }

function findingAt(stated: Statements, statement: Statement): Finding<'index-mismatch'>[] {
  const { figure, interval } = statement
  const metric = pathOf(figure)?.metric
  if (!interval || pathOf(figure)?.periods.length !== 1 || (metric !== 'indexScore' && metric !== 'mean')) return []
  const scale = scaleOfFigure(stated.survey, figure)
  const figures = scoredOptions(scale).map(({ id }) => siblingOf(figure, 'share', id))
  const shares = figures.flatMap((share) => statedInterval(stated, share) ?? [])
  if (shares.length < figures.length) return []
  const missing = scale.options
    .filter((option) => !isScored(option))
    .flatMap(({ id }) => statedInterval(stated, siblingOf(figure, 'share', id)) ?? [])
  const fits = (scores: Fraction[]) => [[], missing].some((others) => canGive(interval, weighed(shares, scores), weighedNothing(others)))
  const scores = scoresOf(scale, metric)
  if (fits(scores)) return []
  return [
    findingOf(stated, 'index-mismatch', statement, {
      related: evidenceFor(stated, figures),
      values: { reversed: fits(scores.toReversed()) },
    }),
  ]
}

/** Each option's score in the unit of the metric: spread over 0–100 for an index. In the scale's order. */
function scoresOf(scale: Scale, metric: 'indexScore' | 'mean'): Fraction[] {
  const { min, max } = scoreRange(scale)
  const lowest = toFraction(min)
  const spread = toFraction(max).sub(lowest)
  const own = ({ score }: ScoredOption) => toFraction(exact(Math.round(score * 1e6), 1_000_000))
  return scoredOptions(scale).map((option) => (metric === 'mean' ? own(option) : own(option).sub(lowest).mul(100).div(spread)))
}

function weighed(shares: readonly Interval[], scores: readonly Fraction[]): Weighed[] {
  return shares.map((share, index) => {
    const { from, to } = clip(share, exact(0), exact(1))
    return { from: toFraction(from), to: toFraction(to), score: scores[index] ?? new Fraction(0n) }
  })
}

function weighedNothing(shares: readonly Interval[]): Omit<Weighed, 'score'>[] {
  return weighed(shares, []).map(({ from, to }) => ({ from, to }))
}

/**
 * Whether some shares within their ranges, summing to 1 with those that do not count, give a mean in the interval. The
 * means they can give have no gaps, so it is missed only where all of them lie on one side: where even the largest
 * Σ(score − end)·share is below 0, or the smallest above.
 */
function canGive({ from, to }: Interval, counted: readonly Weighed[], uncounted: readonly Omit<Weighed, 'score'>[]): boolean {
  const zero = new Fraction(0n)
  const against = (end: Interval['from'], sign: 1 | -1) => {
    const gains = [
      ...counted.map((share) => ({ ...share, gain: share.score.sub(toFraction(end)).mul(sign) })),
      ...uncounted.map((share) => ({ ...share, gain: zero })),
    ]
    return largestSum(gains)
  }
  const [reachesUp, reachesDown] = [against(from, 1), against(to, -1)]
  return reachesUp !== null && reachesDown !== null && reachesUp.compare(0) >= 0 && reachesDown.compare(0) >= 0
}

/**
 * The largest Σ gain·share with every share in its range and all of them 1 together; null where they cannot be. The
 * best gains are filled first.
 */
function largestSum(shares: readonly { from: Fraction; to: Fraction; gain: Fraction }[]): Fraction | null {
  const least = shares.reduce((sum, { from }) => sum.add(from), new Fraction(0n))
  let left = new Fraction(1n).sub(least)
  if (left.compare(0) < 0) return null
  let total = shares.reduce((sum, { from, gain }) => sum.add(from.mul(gain)), new Fraction(0n))
  for (const { from, to, gain } of shares.toSorted((a, b) => b.gain.compare(a.gain))) {
    const room = to.sub(from)
    const taken = room.compare(left) < 0 ? room : left
    total = total.add(taken.mul(gain))
    left = left.sub(taken)
  }
  return left.compare(0) > 0 ? null : total
}
