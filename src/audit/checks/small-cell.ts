import type { Check } from '../check.js'
import { findingOf, pathOf, statedWhole } from '../statements.js'

/**
 * A printed count so small that somebody may be recognised: 1 to the survey's `minimumBase` less one.
 *
 * Advice: a count of people who gave an answer, do not know, or were asked.
 *
 * Silent for 0 and for bases, which tell nothing of what anybody answered.
 */
export const smallCell: Check<'small-cell'> = {
  id: 'small-cell',
  scopes: ['claims'],
  follows: false,
  run: (stated) =>
    [...stated.byFigure.entries()].flatMap(([figure, [statement]]) => {
      const path = pathOf(figure)
      const isOfPeople = path?.periods.length === 1 && ['count', 'dontKnow', 'invited'].includes(path.metric)
      const count = isOfPeople ? statedWhole(stated, figure) : null
      if (!statement || count === null || count < 1n || count >= BigInt(stated.survey.minimumBase)) return []
      return [findingOf(stated, 'small-cell', statement, { kind: 'advice', values: { minimum: stated.survey.minimumBase } })]
    }),
  examples: {
    consistent: [
      { because: 'nobody', claims: [['count/internal/2024/options/agree', '0']] },
      { because: 'enough', claims: [['count/internal/2024/options/agree', '5']] },
      { because: 'a base', claims: [['base/internal/2024', '3']] },
    ],
    inconsistent: [{ because: 'one person', claims: [['count/internal/2024/options/agree', '1']] }],
    undecidable: [{ because: 'nobody knows how few', claims: [['count/internal/2024/options/agree', 'under 10']] }],
  },
}
