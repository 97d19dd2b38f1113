import type { Finding } from '../../finding.js'
import { compare, exact } from '../../printed.js'
import { directionHolds } from '../changes.js'
import type { Check } from '../check.js'
import { endsOf, evidenceFor, evidenceOf, findingOf, type Statement, type Statements, statedInterval } from '../statements.js'

/**
 * A word for a direction that the numbers do not have.
 *
 * Fires where a rise is told and the later number cannot be above the earlier one, a fall where it cannot be below,
 * "unchanged" where the two are printed two units or more apart; and where one change is told as a rise in one place
 * and as a fall in another.
 *
 * Silent for a rise between equal printed numbers, which the decimals may hold, and for "unchanged" said of a
 * difference of one.
 */
export const directionWord: Check<'direction-word'> = {
  id: 'direction-word',
  scopes: ['claims'],
  follows: true,
  run: (stated) =>
    [...stated.byFigure.entries()].flatMap(([figure, statements]) => {
      const ends = endsOf(figure)
      return ends ? [...againstNumbers(stated, statements, ends), ...againstEachOther(stated, statements)] : []
    }),
  examples: {
    consistent: [
      {
        because: 'a fall that is one',
        claims: [
          ['indexScore/internal/2023', '82'],
          ['indexScore/internal/2024', '74'],
          ['change/indexScore/internal/2023..2024', 'fallen'],
        ],
      },
      {
        because: 'equal printed numbers may hide a rise',
        claims: [
          ['indexScore/external/2023', '84'],
          ['indexScore/external/2024', '84'],
          ['change/indexScore/external/2023..2024', 'risen'],
        ],
      },
      {
        because: 'one index point is often called unchanged',
        claims: [
          ['indexScore/external/2023', '84'],
          ['indexScore/external/2024', '85'],
          ['change/indexScore/external/2023..2024', 'unchanged'],
        ],
      },
      {
        because: 'both parts fall while the total rises, since more answers come from the better part',
        claims: [
          ['indexScore/all/2023', '77'],
          ['indexScore/all/2024', '81'],
          ['change/indexScore/all/2023..2024', 'risen'],
          ['indexScore/internal/2023', '75'],
          ['base/internal/2023', '800'],
          ['indexScore/internal/2024', '74'],
          ['base/internal/2024', '200'],
          ['indexScore/external/2023', '84'],
          ['base/external/2023', '200'],
          ['indexScore/external/2024', '83'],
          ['base/external/2024', '800'],
          ['change/base/internal/2023..2024', 'fallen'],
          ['change/indexScore/internal/2023..2024', 'fallen'],
          ['change/indexScore/external/2023..2024', 'fallen'],
        ],
      },
    ],
    inconsistent: [
      {
        because: 'a rise from 83 to 82',
        claims: [
          ['indexScore/all/2023', '83'],
          ['indexScore/all/2024', '82'],
          ['change/indexScore/all/2023..2024', 'rise'],
        ],
      },
      {
        because: 'unchanged, two index points apart',
        claims: [
          ['indexScore/all/2023', '83'],
          ['indexScore/all/2024', '85'],
          ['change/indexScore/all/2023..2024', 'unchanged'],
        ],
      },
      {
        because: 'a rise in the heading, a fall in the sentence',
        claims: [
          ['change/indexScore/all/2023..2024', 'rise'],
          ['change/indexScore/all/2023..2024', 'fallen'],
        ],
      },
      {
        because: 'a rise in the heading, a negative change in the table',
        claims: [
          ['change/indexScore/all/2023..2024', 'rise'],
          ['change/indexScore/all/2023..2024', '-2'],
        ],
      },
    ],
    undecidable: [
      {
        because: 'one of the two numbers is not printed',
        claims: [
          ['indexScore/all/2024', '82'],
          ['change/indexScore/all/2023..2024', 'rise'],
        ],
      },
      {
        because: 'a rise of one may be called unchanged elsewhere',
        claims: [
          ['change/indexScore/all/2023..2024', 'risen'],
          ['change/indexScore/all/2023..2024', 'unchanged'],
        ],
      },
    ],
  },
}

function againstNumbers(stated: Statements, statements: readonly Statement[], ends: [string, string]): Finding<'direction-word'>[] {
  const [previous, current] = ends.map((end) => statedInterval(stated, end))
  if (!previous || !current) return []
  return statements
    .filter(({ direction }) => direction && !directionHolds(direction, previous, current))
    .map((statement) =>
      findingOf(stated, 'direction-word', statement, { related: evidenceFor(stated, ends), values: {}, changesConclusion: true }),
    )
}

function againstEachOther(stated: Statements, statements: readonly Statement[]): Finding<'direction-word'>[] {
  const [first, ...others] = statements.filter((statement) => toldSign(statement) !== 0)
  if (!first) return []
  return others
    .filter((other) => toldSign(other) !== toldSign(first) && (first.direction || other.direction))
    .map((other) =>
      findingOf(stated, 'direction-word', other, { related: [evidenceOf(stated, first)], values: {}, changesConclusion: true }),
    )
}

/** 1 for a rise, −1 for a fall, 0 where none is told. */
function toldSign({ direction, interval }: Statement): -1 | 0 | 1 {
  if (direction) return direction === 'rise' ? 1 : direction === 'fall' ? -1 : 0
  if (!interval) return 0
  return compare(interval.from, exact(0)) > 0 ? 1 : compare(interval.to, exact(0)) < 0 ? -1 : 0
}
