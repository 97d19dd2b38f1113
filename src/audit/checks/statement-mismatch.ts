import type { Stated } from '../../claim.js'
import { figureOf } from '../../figures.js'
import type { Evidence, Finding } from '../../finding.js'
import type { Check } from '../check.js'
import { figuresOf, isImpossible, type Printed } from '../said.js'
import { assertionsOf, computedEvidence, evidenceOf, findingOfWords, statedOf, wordsEvidence } from '../statements.js'

/** What is told of numbers alone, and draws no conclusion from them. */
const ofNumbers: readonly Stated['is'][] = ['differs', 'grown', 'portion', 'every', 'end', 'spread', 'combined']

/**
 * Words that tell of several numbers what these cannot give: who lies above whom and by how much, who is highest, of
 * how many something is so, what is denied.
 *
 * Fires where no values behind the printed numbers make the words true, in any way they can be meant. A number that
 * the text does not print is our own.
 *
 * Silent where a number is not known, where equal printed numbers may hide a difference, and where one way of reading
 * the words may be true.
 */
export const statementMismatch: Check<'statement-mismatch'> = {
  id: 'statement-mismatch',
  scopes: ['claims'],
  follows: true,
  run: (stated, figures) => {
    const printed: Printed = { stated, figures }
    return assertionsOf(stated, 'stated').flatMap((assertion): Finding<'statement-mismatch'>[] => {
      const [first] = assertion.readings
      if (!first || !isImpossible(assertion.readings, printed)) return []
      const decisive = figuresOf(first, printed)
      const found = wordsEvidence(decisive[0] ?? '', assertion.text, assertion.place)
      const changesConclusion = !ofNumbers.includes(first.is)
      const related = decisive.slice(0, mostShown).flatMap((figure) => evidenceAt(figure, printed))
      return [findingOfWords(stated, 'statement-mismatch', found, { values: {}, related, changesConclusion })]
    })
  },
  examples: {
    consistent: [
      {
        because: 'it is ten index points above',
        claims: [
          ['indexScore/external/2024', '84'],
          ['indexScore/internal/2024', '74'],
        ],
        text: 'The index of external is 10 index points higher than that of internal.',
      },
      {
        because: 'what is denied is not so',
        claims: [
          ['indexScore/internal/2023', '82'],
          ['indexScore/internal/2024', '74'],
        ],
        text: 'The index of internal has not risen.',
      },
      {
        because: 'it misses the target that the text states, by six',
        claims: [['indexScore/internal/2024', '74']],
        text: 'The target is 80 index points. Internal does not meet the target, and internal is six points below the target.',
      },
      {
        because: 'it lies behind, and by more than before',
        claims: [
          ['indexScore/internal/2023', '82'],
          ['indexScore/internal/2024', '74'],
          ['indexScore/external/2023', '84'],
          ['indexScore/external/2024', '84'],
        ],
        text: 'The gap between internal and external has widened.',
      },
    ],
    inconsistent: [
      {
        because: 'it is ten index points above, not twelve',
        claims: [
          ['indexScore/external/2024', '84'],
          ['indexScore/internal/2024', '74'],
        ],
        text: 'The index of external is 12 index points higher than that of internal.',
      },
      {
        because: 'it is below',
        claims: [
          ['indexScore/external/2024', '84'],
          ['indexScore/internal/2024', '74'],
        ],
        text: 'The index of internal is higher than that of external.',
      },
      {
        because: 'it has fallen',
        claims: [
          ['indexScore/internal/2023', '82'],
          ['indexScore/internal/2024', '74'],
        ],
        text: 'The index of internal has not fallen.',
      },
    ],
    undecidable: [
      {
        because: '80 may be 79.6',
        claims: [['indexScore/internal/2024', '80']],
        text: 'The target is 80 index points. Internal does not meet the target.',
      },
      {
        because: 'equal printed numbers may hide a difference',
        claims: [
          ['indexScore/external/2024', '84'],
          ['indexScore/internal/2024', '84'],
        ],
        text: 'The index of internal is higher than that of external.',
      },
      {
        because: 'one of the two is not known',
        claims: [['indexScore/external/2024', '84']],
        text: 'The index of external is 12 index points higher than that of internal.',
      },
    ],
  },
}

const mostShown = 6

/** The number as the text prints it, else ours. */
function evidenceAt(figure: string, { stated, figures }: Printed): Evidence[] {
  const [first] = statedOf(stated, figure).filter(({ interval }) => interval !== null)
  if (first) return [evidenceOf(stated, first)]
  const own = figureOf(figures, figure)
  return own?.printed != null ? [computedEvidence(stated, own)] : []
}
