import type { Check } from '../check.js'
import { meet } from '../parts.js'
import { evidenceOf, findingOf, pathOf } from '../statements.js'

/**
 * Two numbers for one figure.
 *
 * Fires where a number is printed in two places and the two have no value in common: same metric, segment, period,
 * item, provider and options.
 *
 * Silent where one has more decimals than the other and fits it, and for changes and differences, which are held
 * against what they lie between.
 */
export const duplicateClaim: Check<'duplicate-claim'> = {
  id: 'duplicate-claim',
  scopes: ['claims'],
  follows: true,
  run: (stated) =>
    [...stated.byFigure.entries()].flatMap(([figure, statements]) => {
      const [first, ...others] = statements.filter(({ interval }) => interval !== null)
      // A change or a difference may be taken before rounding or after it.
      if (!first?.interval || pathOf(figure)?.periods.length !== 1) return []
      const { interval } = first
      return others
        .filter((other) => other.interval && !meet(interval, other.interval))
        .map((other) => findingOf(stated, 'duplicate-claim', other, { related: [evidenceOf(stated, first)], values: {} }))
    }),
  examples: {
    consistent: [
      {
        because: 'the same number in text and table',
        claims: [
          ['indexScore/internal/2024', '74'],
          ['indexScore/internal/2024', '74'],
        ],
      },
      {
        because: '4.38 is 4.4 with more decimals',
        claims: [
          ['mean/internal/2024', '4.4'],
          ['mean/internal/2024', '4.38'],
        ],
      },
      {
        because: 'a tie rounded up in one place and to even in the other',
        claims: [
          ['topTwoBox/internal/2024', '3 %'],
          ['topTwoBox/internal/2024', '2.5 %'],
        ],
      },
    ],
    inconsistent: [
      {
        because: 'two numbers for one figure',
        claims: [
          ['indexScore/internal/2024', '74'],
          ['indexScore/internal/2024', '76'],
        ],
      },
      {
        because: 'two numbers of answers',
        claims: [
          ['base/internal/2024', '1,755'],
          ['base/internal/2024', '1,775'],
        ],
      },
    ],
    undecidable: [
      {
        because: 'one percentage of two groups',
        claims: [
          ['topTwoBox/young/2024', '40 %'],
          ['topTwoBox/adult/2024', '45 %'],
        ],
      },
    ],
  },
}
