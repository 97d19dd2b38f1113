import type { Finding } from '../../finding.js'
import { contains, fromFraction, type Interval, toFraction } from '../../printed.js'
import { differenceOf, relativeHolds } from '../changes.js'
import type { Check } from '../check.js'
import { meet } from '../parts.js'
import { endsOf, evidenceFor, findingOf, printedEnds, type Statement, type Statements, statedInterval } from '../statements.js'

/**
 * A printed change that is not the difference of the two numbers printed beside it.
 *
 * Fires where no values of the two differ by it. Where the unrounded values can, but the printed numbers do not, it
 * agrees by rounding: in a real series a quarter of all printed changes do.
 *
 * Silent where one of the two numbers is not printed, and for changes between other periods.
 */
export const changeMismatch: Check<'change-mismatch'> = {
  id: 'change-mismatch',
  scopes: ['claims'],
  follows: true,
  run: (stated) =>
    [...stated.byFigure.entries()].flatMap(([figure, statements]) => {
      const ends = endsOf(figure)
      const [previous, current] = ends?.map((end) => statedInterval(stated, end)) ?? []
      if (!ends || !previous || !current) return []
      return statements.flatMap((statement) => findingAt(stated, statement, ends, previous, current))
    }),
  examples: {
    consistent: [
      {
        because: '74 is 8 below 82',
        claims: [
          ['indexScore/internal/2023', '82'],
          ['indexScore/internal/2024', '74'],
          ['change/indexScore/internal/2023..2024', '-8'],
        ],
      },
      {
        because: 'a fall of 8, as people say it',
        claims: [
          ['indexScore/internal/2023', '82'],
          ['indexScore/internal/2024', '74'],
          ['change/indexScore/internal/2023..2024', 'fall of 8 index points'],
        ],
      },
    ],
    inconsistent: [
      {
        because: '74 is not 4 below 82',
        claims: [
          ['indexScore/internal/2023', '82'],
          ['indexScore/internal/2024', '74'],
          ['change/indexScore/internal/2023..2024', '-4'],
        ],
      },
      {
        because: 'the right size with the wrong sign',
        claims: [
          ['indexScore/internal/2023', '82'],
          ['indexScore/internal/2024', '74'],
          ['change/indexScore/internal/2023..2024', '8'],
        ],
      },
    ],
    undecidable: [
      {
        because: 'made from the unrounded values: 82.4 to 73.6 is printed 82, 74 and -9',
        claims: [
          ['indexScore/internal/2023', '82'],
          ['indexScore/internal/2024', '74'],
          ['change/indexScore/internal/2023..2024', '-9'],
        ],
      },
      {
        because: 'one of the two is not printed',
        claims: [
          ['indexScore/internal/2024', '74'],
          ['change/indexScore/internal/2023..2024', '-4'],
        ],
      },
    ],
  },
}

function findingAt(
  stated: Statements,
  statement: Statement,
  ends: string[],
  previous: Interval,
  current: Interval,
): Finding<'change-mismatch'>[] {
  if (!statement.interval || relativeHolds(statement, previous, current)) return []
  const difference = differenceOf(previous, current)
  const own = {
    values: {},
    expected: { interval: difference, printed: printedEnds(difference, statement) },
    related: evidenceFor(stated, ends),
  }
  if (!meet(statement.interval, difference)) return [findingOf(stated, 'change-mismatch', statement, own)]
  const middles = fromFraction(middleOf(current).sub(middleOf(previous)))
  return contains(statement.interval, middles) ? [] : [findingOf(stated, 'change-mismatch', statement, { ...own, kind: 'rounding' })]
}

/** The number as it is printed. */
function middleOf({ from, to }: Interval) {
  return toFraction(from).add(toFraction(to)).div(2)
}
