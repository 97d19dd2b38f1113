import type { Finding } from '../../finding.js'
import { exact, type Interval, roundForPrint, toFraction } from '../../printed.js'
import { isLeaf } from '../../survey.js'
import type { Check } from '../check.js'
import { evidenceFor, findingOf, pathOf, type Statement, type Statements, segmentOf, siblingOf, statedWhole } from '../statements.js'

/**
 * A share that no whole number of people out of its base can give (GRIM, Brown and Heathers 2017).
 *
 * Fires where the base is printed exactly and small enough that shares leave gaps: under 100 with no decimals, under
 * 1.000 with one.
 *
 * Silent for groups with parts, whose shares may be means of their parts', for bases printed with "ca.", and where the
 * "don't know" answers counted in give a whole number.
 */
export const impossibleShare: Check<'impossible-share'> = {
  id: 'impossible-share',
  scopes: ['data', 'claims'],
  follows: false,
  run: (stated) => [...stated.byFigure.values()].flatMap((statements) => statements.flatMap((statement) => findingAt(stated, statement))),
  examples: {
    consistent: [
      {
        because: '31 of 43 are 72 %',
        claims: [
          ['topTwoBox/internal/2024', '72 %'],
          ['base/internal/2024', '43'],
        ],
      },
      {
        because: 'with 100 answers or more every whole percentage is possible',
        claims: [
          ['topTwoBox/internal/2024', '71 %'],
          ['base/internal/2024', '143'],
        ],
      },
      {
        because: 'with the five who do not know, 34 of 48 are 71 %',
        claims: [
          ['topTwoBox/internal/2024', '71 %'],
          ['base/internal/2024', '43'],
          ['dontKnow/internal/2024', '5'],
        ],
      },
    ],
    inconsistent: [
      {
        because: '30 of 43 are 70 %, 31 are 72 %',
        claims: [
          ['topTwoBox/internal/2024', '71 %'],
          ['base/internal/2024', '43'],
        ],
      },
      {
        because: 'one decimal leaves gaps up to a thousand answers',
        claims: [
          ['share/internal/2024/options/agree', '4.7 %'],
          ['base/internal/2024', '200'],
        ],
      },
    ],
    undecidable: [
      {
        because: 'the base is only roughly known',
        claims: [
          ['topTwoBox/internal/2024', '71 %'],
          ['base/internal/2024', 'about 43'],
        ],
      },
      {
        because: 'a group with parts may be a mean of their shares',
        claims: [
          ['topTwoBox/external/2024', '71 %'],
          ['base/external/2024', '43'],
        ],
      },
      {
        because: 'item non-response: the base is another item’s',
        claims: [
          ['topTwoBox/internal/2024/items/contact', '71 %'],
          ['base/internal/2024', '43'],
        ],
      },
    ],
  },
}

function findingAt(stated: Statements, statement: Statement): Finding<'impossible-share'>[] {
  const { figure, interval, decimals } = statement
  const path = pathOf(figure)
  const segment = segmentOf(stated, figure)
  if (!interval || !path || !segment || !isLeaf(segment) || (path.metric !== 'share' && path.metric !== 'topTwoBox')) return []
  const base = statedWhole(stated, siblingOf(figure, 'base'))
  const dontKnow = statedWhole(stated, siblingOf(figure, 'dontKnow')) ?? 0n
  if (base === null || base <= 0n || base >= 100n * 10n ** BigInt(decimals)) return []
  if ([base, base + dontKnow].some((whole) => hasWhole(interval, whole))) return []
  return [
    findingOf(stated, 'impossible-share', statement, {
      expected: { interval: null, printed: nearest(interval, base, decimals) },
      related: evidenceFor(stated, [siblingOf(figure, 'base')]),
      values: {},
    }),
  ]
}

/** Whether some whole number out of `base` lies in a closed interval of fractions. */
function hasWhole({ from, to }: Interval, base: bigint): boolean {
  return toFraction(from).mul(base).ceil().compare(toFraction(to).mul(base).floor()) <= 0
}

/** The printed shares next below and above, in per cent. */
function nearest({ from, to }: Interval, base: bigint, decimals: number): string[] {
  const below = toFraction(from).mul(base).floor()
  const above = toFraction(to).mul(base).ceil()
  return [below, above]
    .filter((count) => count.s >= 0n && count.n <= base)
    .map((count) => roundForPrint(exact(100n * count.n, base), decimals))
}
