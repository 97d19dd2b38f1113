import type { Check } from '../check.js'
import { assertionsOf, findingOfWords, wordsEvidence } from '../statements.js'

/**
 * A number of things that are then listed, and are more or fewer.
 *
 * Fires where "5 areas:" is followed by another number of points, or "six themes, see table 1" by a table with another
 * number of rows; rows that sum up the others are not counted.
 *
 * Silent where the number counts something else: no list follows, or the table has parts of parts.
 */
export const countClaim: Check<'count-claim'> = {
  id: 'count-claim',
  scopes: ['claims', 'document'],
  follows: false,
  run: (stated) =>
    assertionsOf(stated, 'listCount')
      .filter(({ stated: told, listed }) => told !== listed)
      .map(({ noun, stated: told, listed, place }) =>
        findingOfWords(stated, 'count-claim', wordsEvidence(`list/${noun}`, `${told} ${noun}`, place), {
          expected: { interval: null, printed: [String(listed)] },
          values: {},
        }),
      ),
  examples: {
    consistent: [
      { because: 'three are three', claims: [], text: 'There are three areas:\n\n- One.\n\n- Two.\n\n- Three.\n' },
      {
        because: 'the total is no theme',
        claims: [],
        text: 'The two themes are shown in table 1.\n\nTable 1: Themes\n\n| | Note |\n|--|--|\n| Respect | 3 |\n| Help | 4 |\n| Total | 3 |\n',
      },
    ],
    inconsistent: [
      { because: 'five are not three', claims: [], text: 'There are 5 areas:\n\n- One.\n\n- Two.\n\n- Three.\n' },
      {
        because: 'the table has two rows',
        claims: [],
        text: 'The six themes are shown in table 1.\n\nTable 1: Themes\n\n| | Note |\n|--|--|\n| Respect | 3 |\n| Help | 4 |\n',
      },
    ],
    undecidable: [
      { because: 'nothing is listed', claims: [], text: 'Five areas were visited. The next year brings more.' },
      {
        because: 'what is counted is not what is listed',
        claims: [],
        text: 'Of the 44 areas some took part:\n\nOne of them was the first.\n',
      },
    ],
  },
}
