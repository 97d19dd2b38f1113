import { figureById } from '../../change.js'
import { figureOf } from '../../figures.js'
import type { Check } from '../check.js'
import { computedEvidence, endsOf, findingOf, type Statement } from '../statements.js'

/**
 * A rise or fall in words that is no larger than chance alone can explain, whatever the answers behind the numbers
 * were.
 *
 * Advice: the numbers are right, and so is the word. Fires where our own change is `never` certain; see "Certainty" in
 * the design.
 *
 * Silent where the printed numbers leave it open, and for changes nobody has given a word.
 */
export const unsupportedChange: Check<'unsupported-change'> = {
  id: 'unsupported-change',
  scopes: ['claims'],
  follows: true,
  run: (stated, figures) =>
    [...stated.byFigure.entries()].flatMap(([figure, statements]) => {
      const ends = endsOf(figure)
      const change = ends && figureById(figures, figure)
      const told = statements.find(isRiseOrFall)
      if (!ends || !told || !change || !('certainty' in change) || change.certainty !== 'never') return []
      const related = ends.flatMap((end) => {
        const ours = figureOf(figures, end)
        return ours ? [computedEvidence(stated, ours)] : []
      })
      return [findingOf(stated, 'unsupported-change', told, { kind: 'advice', related, values: {} })]
    }),
  examples: {
    consistent: [
      {
        because: 'a fall of 8 among some hundreds of answers is certain',
        data: [
          ['indexScore/internal/2023', '82'],
          ['base/internal/2023', '1660'],
          ['indexScore/internal/2024', '74'],
          ['base/internal/2024', '465'],
        ],
        claims: [['change/indexScore/internal/2023..2024', 'fallen']],
      },
      {
        because: 'a number in a table is no word',
        data: [
          ['indexScore/internal/2023', '87'],
          ['base/internal/2023', '410'],
          ['indexScore/internal/2024', '88'],
          ['base/internal/2024', '159'],
        ],
        claims: [['change/indexScore/internal/2023..2024', '1']],
      },
      {
        because: 'no rise is told',
        data: [
          ['indexScore/internal/2023', '87'],
          ['base/internal/2023', '410'],
          ['indexScore/internal/2024', '88'],
          ['base/internal/2024', '159'],
        ],
        claims: [['change/indexScore/internal/2023..2024', 'unchanged']],
      },
    ],
    inconsistent: [
      {
        because: 'a rise of one among 410 and 159 answers',
        data: [
          ['indexScore/internal/2023', '87'],
          ['base/internal/2023', '410'],
          ['indexScore/internal/2024', '88'],
          ['base/internal/2024', '159'],
        ],
        claims: [['change/indexScore/internal/2023..2024', 'risen']],
      },
    ],
    undecidable: [
      {
        because: '83 to 81 among 132 and 165 answers: it depends on how they were spread',
        data: [
          ['indexScore/internal/2023', '83'],
          ['base/internal/2023', '132'],
          ['indexScore/internal/2024', '81'],
          ['base/internal/2024', '165'],
        ],
        claims: [['change/indexScore/internal/2023..2024', 'fallen']],
      },
      {
        because: 'we do not know how many answered',
        claims: [['change/indexScore/internal/2023..2024', 'risen']],
      },
    ],
  },
}

function isRiseOrFall({ direction }: Statement): boolean {
  return direction !== null && direction !== 'unchanged'
}
