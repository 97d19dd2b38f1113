import { intersect, isEmpty } from '../../printed.js'
import type { Check } from '../check.js'
import { assertionsOf, findingOfWords, wordsEvidence } from '../statements.js'

/**
 * A copy of the project's own document with something else in it.
 *
 * Fires where a text is the document that the project makes, but has another number in one place, or a word of the
 * opposite sense. Whoever has put it there by hand has put it beyond what can be traced.
 *
 * Silent where the number is only rounded further, for what is told in other words, and for the fields that a sender
 * fills in. A text that is none of the project's documents is not held against them.
 */
export const alteredDocument: Check<'altered-document'> = {
  id: 'altered-document',
  scopes: ['claims'],
  follows: false,
  run: (stated) =>
    assertionsOf(stated, 'altered').flatMap(({ text, own, numbers, ofFigure, document, place }) => {
      const isRounded = numbers !== null && !isEmpty(intersect(numbers.ours.interval, numbers.theirs.interval))
      const found = wordsEvidence(ofFigure ?? `document/${document}`, text, place)
      return isRounded ? [] : [findingOfWords(stated, 'altered-document', found, { values: { own, document } })]
    }),
  examples: {
    consistent: [
      { because: 'the same number with fewer decimals', claims: [], altered: [['55', '55.4']] },
      { because: 'nothing is another', claims: [], altered: [] },
    ],
    inconsistent: [
      { because: 'another number', claims: [], altered: [['85', '82']] },
      { because: 'a number one unit beside it', claims: [], altered: [['83', '82']] },
      { because: 'more decimals than it has', claims: [], altered: [['82.9', '82']] },
      { because: 'the opposite word', claims: [], altered: [['risen', 'fallen']] },
    ],
    undecidable: [{ because: 'a text that is none of the project’s documents', claims: [], text: 'The index is 85.' }],
  },
}
