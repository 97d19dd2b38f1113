import type { Assertion, CountedWhen } from '../../claim.js'
import type { Finding } from '../../finding.js'
import type { Check } from '../check.js'
import { assertionsOf, findingOfWords, listsByKey, type Statements, wordsEvidence } from '../statements.js'

const tableOfAll = `| Group | In progress | Finished | Share |
|--|--|--|--|
| Group A | 12 | 12 | 100.0 % |
| Group B | 34 | 34 | 100.0 % |
| Group C | 56 | 56 | 100.0 % |

In between stands a line.

`

/**
 * The same numbers of people under labels that exclude one another: those in progress in one table are those who have
 * finished in the next.
 *
 * Fires where two columns of whole numbers, three or more and not all alike, are identical from top to bottom, and one
 * label says of those who are counted what the other denies.
 *
 * Silent for the short and the long form of one label, and where shares of 100 per cent stand beside one of the
 * columns: everybody has finished.
 */
export const labelMismatch: Check<'label-mismatch'> = {
  id: 'label-mismatch',
  scopes: ['claims'],
  follows: false,
  run: (stated) => {
    const columns = assertionsOf(stated, 'countColumn').filter(({ counts }) => new Set(counts).size > 1)
    const alike = listsByKey(columns.map((column) => [column.counts.join(' '), column]))
    return [...alike.values()].flatMap((ofSameCounts) => opposites(stated, ofSameCounts))
  },
  examples: {
    consistent: [
      {
        because: 'the short and the long form of one label',
        claims: [],
        text: table('Finished', [12, 34, 56]) + table('People who have finished in 2024', [12, 34, 56]),
      },
      {
        because: 'everybody has finished',
        claims: [],
        text: tableOfAll + table('In progress', [12, 34, 56]),
      },
      { because: 'other numbers', claims: [], text: table('In progress', [12, 34, 56]) + table('Finished', [12, 34, 57]) },
    ],
    inconsistent: [
      {
        because: 'in progress and finished',
        claims: [],
        text: table('In progress in 2024', [12, 34, 56]) + table('Finished in 2024', [12, 34, 56]),
      },
      { because: 'asked and answered', claims: [], text: table('Invited', [12, 34, 56]) + table('Answers', [12, 34, 56]) },
    ],
    undecidable: [
      { because: 'two may be alike by chance', claims: [], text: table('In progress', [12, 34]) + table('Finished', [12, 34]) },
      { because: 'nobody at all', claims: [], text: table('In progress', [0, 0, 0]) + table('Finished', [0, 0, 0]) },
      { because: 'nobody knows what the labels mean', claims: [], text: table('Column A', [12, 34, 56]) + table('Column B', [12, 34, 56]) },
    ],
  },
}

/** What is never said of the same people. */
const pairs: readonly (readonly [CountedWhen, CountedWhen])[] = [
  ['ongoing', 'finished'],
  ['asked', 'answered'],
]

function excludes(a: readonly CountedWhen[], b: readonly CountedWhen[]): boolean {
  const says = (label: readonly CountedWhen[], one: CountedWhen, other: CountedWhen) => label.includes(one) && !label.includes(other)
  return pairs.some(([one, other]) => (says(a, one, other) && says(b, other, one)) || (says(a, other, one) && says(b, one, other)))
}

type Column = Extract<Assertion, { kind: 'countColumn' }>

/**
 * Of columns with the same counts each that stands after one which says the contrary. The first of each meaning speaks
 * for all of it.
 */
function opposites(stated: Statements, columns: readonly Column[]): Finding<'label-mismatch'>[] {
  if (columns.some(({ isOfAll }) => isOfAll)) return []
  const firsts = new Map<string, Column>()
  return columns.flatMap((column) => {
    const earlier = [...firsts.values()].find((first) => excludes(column.says, first.says))
    const meaning = column.says.toSorted().join(' ')
    if (!firsts.has(meaning)) firsts.set(meaning, column)
    return earlier ? [findingAt(stated, column, earlier)] : []
  })
}

function findingAt(stated: Statements, column: Column, earlier: Column): Finding<'label-mismatch'> {
  const evidence = ({ label, place }: Column) => wordsEvidence(`column/${label}`, label, place)
  return findingOfWords(stated, 'label-mismatch', evidence(column), {
    related: [evidence(earlier)],
    values: { counts: column.texts },
  })
}

function table(label: string, counts: number[]): string {
  return `| Group | ${label} |\n|--|--|\n${counts.map((count, row) => `| Group ${'ABC'[row]} | ${count} |`).join('\n')}\n\nIn between stands a line.\n\n`
}
