import type { Assertion } from '../../claim.js'
import type { Finding } from '../../finding.js'
import { pointInterval } from '../../printed.js'
import type { Check } from '../check.js'
import { type Scales, scalesIn, wrongMiddle } from '../middles.js'
import { assertionsOf, findingOfWords, type Statements, spelledExactly, wordsEvidence } from '../statements.js'

/**
 * A number that is given as the middle of a scale and is not.
 *
 * Fires where it lies on the scale and is printed otherwise than half the way from its lowest to its highest score: of
 * 1 to 5 the middle is 3.
 *
 * Silent where the words may mean an average or a norm, since the same number is printed as a mean; and where the scale
 * is not known: the number lies outside all of them, or on several with different middles.
 */
export const midpoint: Check<'midpoint'> = {
  id: 'midpoint',
  scopes: ['claims', 'document'],
  follows: false,
  run: (stated) => {
    const scales = scalesIn(stated)
    return assertionsOf(stated, 'midpoint').flatMap((said) => findingAt(stated, scales, said))
  },
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

function findingAt(
  stated: Statements,
  scales: Scales,
  { text, point, scale, place }: Extract<Assertion, { kind: 'midpoint' }>,
): Finding<'midpoint'>[] {
  const wrong = wrongMiddle(scales, point, scale)
  if (!wrong) return []
  return [
    findingOfWords(stated, 'midpoint', wordsEvidence(wrong.subject, text, place, point.interval), {
      expected: { interval: pointInterval(wrong.middle), printed: [spelledExactly(wrong.middle)] },
      values: { from: spelledExactly(wrong.min), to: spelledExactly(wrong.max) },
    }),
  ]
}
