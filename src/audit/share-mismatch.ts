import { bestTwo } from '../metrics.js'
import { exact, type Interval } from '../printed.js'
import type { Check, Finding } from './index.js'
import { meet } from './parts.js'
import {
  type Count,
  evidenceFor,
  findingOf,
  pathOf,
  printedEnds,
  type Statement,
  type Statements,
  scaleOfFigure,
  siblingOf,
  statedCount,
} from './statements.js'

/**
 * A share that is not its count out of its base.
 *
 * Fires where count and base of the very same segment, period, item, provider and options are printed beside it, and no rounding brings them
 * together, with the "don't know" answers in the base or out of it.
 *
 * Not decided where another base in the document fits: then the share may be of that.
 */
export const shareMismatch: Check = {
  id: 'share-mismatch',
  scopes: ['data', 'claims'],
  follows: false,
  run: (stated) => [...stated.byFigure.values()].flatMap((statements) => statements.flatMap((statement) => findingAt(stated, statement))),
  examples: {
    consistent: [
      {
        because: '62 of 1.286 are 4.8 %',
        claims: [
          ['count/internal/2024/options/agree', '62'],
          ['base/internal/2024', '1,286'],
          ['share/internal/2024/options/agree', '4.8 %'],
        ],
      },
      {
        because: 'a tie rounded to even',
        claims: [
          ['count/internal/2024/options/agree', '5'],
          ['base/internal/2024', '200'],
          ['share/internal/2024/options/agree', '2 %'],
        ],
      },
      {
        because: 'the base of the share counts those who do not know',
        claims: [
          ['count/internal/2024/options/agree', '50'],
          ['base/internal/2024', '80'],
          ['dontKnow/internal/2024', '20'],
          ['share/internal/2024/options/agree', '50 %'],
        ],
      },
    ],
    inconsistent: [
      {
        because: '62 of 1.286 are not 5.8 %',
        claims: [
          ['count/internal/2024/options/agree', '62'],
          ['base/internal/2024', '1,286'],
          ['share/internal/2024/options/agree', '5.8 %'],
        ],
      },
      {
        because: 'the two best options together',
        claims: [
          ['count/internal/2024/options/stronglyAgree+agree', '70'],
          ['base/internal/2024', '100'],
          ['topTwoBox/internal/2024', '75 %'],
        ],
      },
    ],
    undecidable: [
      {
        because: 'it is a share of another base in the document',
        claims: [
          ['count/internal/2024/options/agree', '62'],
          ['base/internal/2024', '1,286'],
          ['base/all/2024', '6,065'],
          ['share/internal/2024/options/agree', '1.0 %'],
        ],
      },
      {
        because: 'the base is not printed',
        claims: [
          ['count/internal/2024/options/agree', '62'],
          ['share/internal/2024/options/agree', '5.8 %'],
        ],
      },
    ],
  },
}

function findingAt(stated: Statements, statement: Statement): Finding[] {
  const { figure, interval } = statement
  const metric = pathOf(figure)?.metric
  if (!interval || (metric !== 'share' && metric !== 'topTwoBox')) return []
  const options = metric === 'topTwoBox' ? bestTwo(scaleOfFigure(stated.survey, figure)).join('+') : (pathOf(figure)?.options ?? null)
  const [countId, baseId, dontKnowId] = [siblingOf(figure, 'count', options), siblingOf(figure, 'base'), siblingOf(figure, 'dontKnow')]
  const [count, base] = [statedCount(stated, countId), statedCount(stated, baseId)]
  const share = count && base && shareOf(count, base)
  if (!count || !share || meet(interval, share)) return []
  const dontKnow = statedCount(stated, dontKnowId)
  const all = dontKnow && shareOf(count, { from: base.from + dontKnow.from, to: sumOrNone(base.to, dontKnow.to) })
  if (all && meet(interval, all)) return []
  const other = otherBases(stated, baseId).find((id) => fits(statedCount(stated, id), count, interval))
  return [
    findingOf(stated, 'share-mismatch', statement, {
      kind: other ? 'notChecked' : 'error',
      expected: { interval: share, printed: printedEnds(share, statement) },
      related: evidenceFor(stated, [countId, baseId, ...(other ? [other] : [])]),
    }),
  ]
}

/** All shares there can be, fractions in [0, 1]; null where the base may be empty. */
export function shareOf(count: Count, base: Count): Interval | null {
  if (base.from <= 0n || base.to === null || count.to === null) return null
  return { from: exact(count.from, base.to), to: exact(count.to, base.from), fromIncluded: true, toIncluded: true }
}

function fits(base: Count | null, count: Count, interval: Interval): boolean {
  const share = base && shareOf(count, base)
  return share !== null && meet(interval, share)
}

/** Other bases of the same period in the document. */
function otherBases(stated: Statements, baseId: string): string[] {
  const period = pathOf(baseId)?.periods[0]
  return [...stated.byFigure.keys()].filter((figure) => {
    const path = pathOf(figure)
    return figure !== baseId && path?.metric === 'base' && path.periods.length === 1 && path.periods[0] === period
  })
}

function sumOrNone(a: bigint | null, b: bigint | null): bigint | null {
  return a === null || b === null ? null : a + b
}
