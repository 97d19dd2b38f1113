import type { Figures } from '../../figure.js'
import { figureOf } from '../../figures.js'
import type { Interval } from '../../printed.js'
import { differenceOf, relativeHolds } from '../changes.js'
import type { Check } from '../check.js'
import { meet } from '../parts.js'
import { endsOf, evidenceFor, findingOf, metricOf, type Statements, statedInterval } from '../statements.js'

/**
 * A difference of two percentages called "per cent", or one of two indices: it is one of percentage points, or of index
 * points.
 *
 * Advice: the number is right. Fires where the difference of the two numbers is the number told, and their ratio is
 * not.
 *
 * Silent where the ratio fits: from 80 to 83.2 is a rise of 4 per cent; and where neither is known.
 */
export const unitWord: Check<'unit-word'> = {
  id: 'unit-word',
  scopes: ['claims'],
  follows: true,
  run: (stated, figures) =>
    [...stated.byFigure.entries()].flatMap(([figure, statements]) => {
      const ends = endsOf(figure)
      const [previous, current] = ends?.map((end) => known(stated, end, figures)) ?? []
      if (!ends || !previous || !current) return []
      return statements
        .filter(({ interval, isInPercent }) => isInPercent && interval && meet(interval, differenceOf(previous, current)))
        .filter((statement) => !relativeHolds(statement, previous, current))
        .map((statement) =>
          findingOf(stated, 'unit-word', statement, {
            kind: 'advice',
            related: evidenceFor(stated, ends),
            values: { unit: metricOf(figure)?.unit ?? null },
          }),
        )
    }),
  examples: {
    consistent: [
      {
        because: 'four per cent more than 80 are 83',
        claims: [
          ['indexScore/internal/2023', '80'],
          ['indexScore/internal/2024', '83'],
        ],
        text: 'On internal the satisfaction index has risen by 4 per cent.',
      },
      {
        because: 'index points',
        claims: [
          ['indexScore/internal/2023', '80'],
          ['indexScore/internal/2024', '84'],
        ],
        text: 'On internal the satisfaction index has risen by 4 index points.',
      },
    ],
    inconsistent: [
      {
        because: 'from 50 to 54 are 4 index points, but 8 per cent',
        claims: [
          ['indexScore/internal/2023', '50'],
          ['indexScore/internal/2024', '54'],
        ],
        text: 'On internal the satisfaction index has risen by 4 per cent.',
      },
      {
        because: 'from 40 to 44 per cent are 4 percentage points, but a tenth',
        claims: [
          ['responseRate/internal/2023', '40 %'],
          ['responseRate/internal/2024', '44 %'],
        ],
        text: 'On internal the response rate has risen by 4 per cent.',
      },
      {
        because: 'our own numbers say which, where none are printed',
        data: [
          ['indexScore/internal/2023', '50'],
          ['indexScore/internal/2024', '54'],
        ],
        claims: [],
        text: 'On internal the satisfaction index has risen by 4 per cent.',
      },
    ],
    undecidable: [
      { because: 'the two numbers are not known', claims: [], text: 'On internal the satisfaction index has risen by 4 per cent.' },
    ],
  },
}

function known(stated: Statements, figure: string, figures: Figures): Interval | null {
  const ours = figureOf(figures, figure)
  return statedInterval(stated, figure) ?? (ours?.status === 'withheld' ? null : (ours?.interval ?? null))
}
