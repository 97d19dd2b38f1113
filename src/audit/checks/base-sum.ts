import type { Figures } from '../../figure.js'
import type { Finding } from '../../finding.js'
import { compare } from '../../printed.js'
import type { Check } from '../check.js'
import { brokenSum, countAtMost, type Node, nodesOf, sumOfParts, treeOf } from '../parts.js'
import { evidenceFor, familiesOf, findingOf, type Statement, type Statements, statedOf } from '../statements.js'

/**
 * Counts that do not sum: answers, people asked, answers to one option.
 *
 * Fires where the parts cover the whole, nobody is in two of them, and their counts cannot sum to its; or where parts
 * that do not cover it sum to more. Counts are exact unless printed with "ca.", "over" and the like.
 *
 * Silent where parts overlap, where they do not cover the whole and sum to less, and where a part's count is missing
 * and could make up for it.
 */
export const baseSum: Check<'base-sum'> = {
  id: 'base-sum',
  scopes: ['data', 'claims'],
  follows: false,
  run: (stated, figures) => (stated.scope === 'data' ? ofOwnTotals(stated, figures) : ofStatements(stated)),
  examples: {
    consistent: [
      {
        because: '465 and 1.755 are 2.220',
        claims: [
          ['base/all/2024', '2,220'],
          ['base/internal/2024', '465'],
          ['base/external/2024', '1,755'],
        ],
      },
      {
        because: 'bases rounded to tens sum only roughly',
        claims: [
          ['base/all/2024', '2,220'],
          ['base/internal/2024', 'about 470'],
          ['base/external/2024', 'about 1,760'],
        ],
      },
      {
        because: 'respondents without a known group are in no part',
        root: { complete: false },
        claims: [
          ['base/all/2024', '2,300'],
          ['base/internal/2024', '465'],
          ['base/external/2024', '1,755'],
        ],
      },
    ],
    inconsistent: [
      {
        because: 'twenty answers too many',
        claims: [
          ['base/all/2024', '2,220'],
          ['base/internal/2024', '465'],
          ['base/external/2024', '1,775'],
        ],
      },
      {
        because: 'the parts of a part are more than the whole, though the part itself is not printed',
        claims: [
          ['base/all/2024', '2,220'],
          ['base/young/2024', '2,000'],
          ['base/adult/2024', '300'],
        ],
      },
      {
        because: 'more in the parts than in the whole, though the parts need not cover it',
        root: { complete: false },
        claims: [
          ['base/all/2024', '2,200'],
          ['base/internal/2024', '465'],
          ['base/external/2024', '1,755'],
        ],
      },
      {
        because: 'people asked must sum as answers must',
        claims: [
          ['invited/all/2024', '5,000'],
          ['invited/internal/2024', '2,000'],
          ['invited/external/2024', '2,000'],
        ],
      },
    ],
    undecidable: [
      {
        because: 'some answered for both parts',
        root: { overlap: true },
        claims: [
          ['base/all/2024', '2,000'],
          ['base/internal/2024', '465'],
          ['base/external/2024', '1,755'],
        ],
      },
      {
        because: 'a part is not printed',
        claims: [
          ['base/all/2024', '2,220'],
          ['base/internal/2024', '465'],
        ],
      },
      {
        because: 'item non-response: another item has its own bases',
        claims: [
          ['base/all/2024', '2,220'],
          ['base/internal/2024/items/contact', '460'],
          ['base/external/2024/items/contact', '1,750'],
        ],
      },
    ],
  },
}

function ofStatements(stated: Statements): Finding<'base-sum'>[] {
  return familiesOf(stated, 'sum').flatMap((family) =>
    nodesOf(treeOf(stated, family, family.metric)).flatMap((node) => {
      const statement = statedOf(stated, node.figure)[0]
      return statement && brokenSum(node) ? [findingAt(stated, node, statement)] : []
    }),
  )
}

function findingAt(stated: Statements, node: Node, statement: Statement): Finding<'base-sum'> {
  const { from, to } = sumOfParts(
    node,
    node.parts.map((part) => part.count ?? countAtMost(part)),
  )
  const ends = to === null || to === from ? [from] : [from, to]
  return findingOf(stated, 'base-sum', statement, {
    expected: { interval: null, printed: ends.map(String) },
    related: evidenceFor(stated, partsStated(stated, node)),
    values: { basis: to === null ? 'atLeast' : 'sum', isWholeCovered: brokenSum({ ...node, covers: 'incomplete' }) },
  })
}

/** The stated parts; of one that is not stated, its own. */
function partsStated(stated: Statements, node: Node): string[] {
  return node.parts.flatMap((part) => (statedOf(stated, part.figure).length > 0 ? [part.figure] : partsStated(stated, part)))
}

/** Our own counts: `deriveFigures` has found what contradicts what. */
function ofOwnTotals(stated: Statements, { totals }: Figures): Finding<'base-sum'>[] {
  return totals.flatMap(({ figure, own, ownInterval, fromParts, parts, unit, isContradiction }) => {
    if (!isContradiction || !own || (unit !== 'answer' && unit !== 'person')) return []
    const statement: Statement = { figure, text: own.text, interval: ownInterval, decimals: 0, direction: null, place: own.place }
    const sum = fromParts?.from.numerator.toString()
    return [
      findingOf(stated, 'base-sum', statement, {
        expected: { interval: fromParts, printed: sum ? [sum] : [] },
        related: evidenceFor(
          stated,
          parts.map((part) => part.figure),
        ),
        values: { basis: 'sum', isWholeCovered: !fromParts || !ownInterval || compare(ownInterval.from, fromParts.to) <= 0 },
      }),
    ]
  })
}
