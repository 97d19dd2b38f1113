import type { Assertion, PrintedNumber } from '../claims.js'
import { scoreRange } from '../metrics.js'
import { contains, type Exact, exact, fromFraction, type Interval, isEqual, pointInterval, toFraction } from '../printed.js'
import { scaleOf } from '../scales.js'
import type { Check, Finding } from './index.js'
import { meet } from './parts.js'
import { assertionsOf, byText, findingOfWords, metricOf, type Statements, spelledExactly, wordsEvidence } from './statements.js'

/**
 * A number that is given as the middle of a scale and is not.
 *
 * Fires where it lies on the scale and is printed otherwise than half the way from its lowest to its highest score: of 1 to 5 the middle is 3.
 *
 * Silent where the words may mean an average or a norm, since the same number is printed as a mean; and where the scale is not known: the number
 * lies outside all of them, or on several with different middles.
 */
export const midpoint: Check = {
  id: 'midpoint',
  scopes: ['claims', 'document'],
  follows: false,
  run: (stated) => assertionsOf(stated, 'midpoint').flatMap((said) => findingAt(stated, said)),
  examples: {
    consistent: [
      { because: 'the middle of 1 to 5 is 3', claims: [], text: 'Satisfaction on internal is above the middle (3.0).' },
      {
        because: 'the middle of an index is 50',
        claims: [['indexScore/internal/2024', '74']],
        text: 'The index is above its midpoint (50).',
      },
      {
        because: 'the middle option has the middle score',
        claims: [],
        text: 'Answers are given on a scale from one to five, where 3 means neutral.',
      },
      {
        because: 'the middle of another scale, whose ends are named',
        claims: [],
        text: 'On a scale from 0 to 10 that is below the midpoint (5).',
      },
      {
        because: 'the middle as an average: the same number is printed as a mean',
        claims: [['mean/all/2024', '2.5']],
        text: 'Satisfaction on internal is above the middle (2.5).',
      },
    ],
    inconsistent: [
      { because: 'half of five is not the middle of 1 to 5', claims: [], text: 'Satisfaction on internal is above the middle (2.5).' },
      {
        because: 'not the middle of the scale that the sentence itself names',
        claims: [],
        text: 'On a scale from 1 to 5 that is above the midpoint (2.5).',
      },
    ],
    undecidable: [
      { because: 'a number on no scale of the survey', claims: [], text: 'The result is above the midpoint (300).' },
      { because: 'no number is given', claims: [], text: 'Satisfaction on internal is above the middle.' },
    ],
  },
}

/** A scale with its middle. `subject` names it in findings: `scale/satisfaction5`. */
export type Middle = { subject: string; min: Exact; max: Exact; middle: Exact }

function findingAt(stated: Statements, { text, point, scale, place }: Extract<Assertion, { kind: 'midpoint' }>): Finding[] {
  const wrong = wrongMiddle(stated, point, scale)
  if (!wrong) return []
  return [
    findingOfWords(stated, 'midpoint', wordsEvidence(wrong.subject, text, place, point.interval), {
      expected: { interval: pointInterval(wrong.middle), printed: [spelledExactly(wrong.middle)] },
      values: { from: spelledExactly(wrong.min), to: spelledExactly(wrong.max) },
    }),
  ]
}

/** The scale a number is given as the middle of, where that is certainly another; null where it is right, or cannot be told. */
export function wrongMiddle(stated: Statements, point: PrintedNumber, named: { min: Exact; max: Exact } | null = null): Middle | null {
  const { interval, hedge } = point
  const isOneSided = hedge === 'atLeast' || hedge === 'atMost'
  const isPrintedMean = [...stated.byFigure].some(
    ([figure, statements]) =>
      metricOf(figure)?.total === 'weightedMean' &&
      statements.some((statement) => statement.interval && meet(statement.interval, interval)),
  )
  const scales = named ? [middleOf(`${spelledExactly(named.min)}-${spelledExactly(named.max)}`, named)] : scalesOf(stated)
  if (isOneSided || isPrintedMean || rightMiddle(scales, point)) return null
  const fitting = scales.filter(({ min, max }) => meet(interval, { from: min, to: max, fromIncluded: true, toIncluded: true }))
  const ofItems = fitting.filter((scale) => scale !== indexScale)
  // Almost any number lies on the index: it is meant only where no scale of an item holds the number.
  const [first, ...others] = ofItems.length > 0 ? ofItems : fitting
  return first && others.every(({ middle }) => isEqual(middle, first.middle)) ? first : null
}

/** The value a comparison with a middle is to be judged by: the scale's own, whether it is the one printed or not; else what is printed. */
export function middleMeant(stated: Statements, point: PrintedNumber): { value: Interval; middle: Middle | null } {
  const middle = wrongMiddle(stated, point) ?? rightMiddle(scalesOf(stated), point)
  return { value: middle ? pointInterval(middle.middle) : point.interval, middle }
}

function rightMiddle(scales: readonly Middle[], { interval }: PrintedNumber): Middle | null {
  return scales.find(({ middle }) => contains(interval, middle)) ?? null
}

/** The scales of the survey's items, and that of the index where there is one. */
function scalesOf({ survey, byFigure }: Statements): Middle[] {
  const scales = new Map(survey.items.map((item) => [item.scale, middleOf(item.scale, scoreRange(scaleOf(survey, item)))]))
  const isIndex = [...byFigure.keys()].some((figure) => metricOf(figure)?.unit === 'indexPoint')
  return [...[...scales.values()].sort((a, b) => byText(a.subject, b.subject)), ...(isIndex ? [indexScale] : [])]
}

function middleOf(name: string, { min, max }: { min: Exact; max: Exact }): Middle {
  return { subject: `scale/${name}`, min, max, middle: fromFraction(toFraction(min).add(toFraction(max)).div(2)) }
}

const indexScale = middleOf('index', { min: exact(0), max: exact(100) })
