import type { Assertion } from '../../claim.js'
import { joinOptions } from '../../figure-key.js'
import type { Finding } from '../../finding.js'
import { bestTwo } from '../../metrics.js'
import { exact, type Interval, scaleInterval } from '../../printed.js'
import type { Check } from '../check.js'
import { meet } from '../parts.js'
import {
  assertionsOf,
  byPlace,
  type Count,
  countIn,
  evidenceFor,
  evidenceOf,
  findingOf,
  findingOfWords,
  pathOf,
  printedEnds,
  type Statement,
  type Statements,
  scaleOfFigure,
  shareOf,
  siblingOf,
  statedCount,
  wordsEvidence,
} from '../statements.js'

/**
 * A share that is not its count out of its base.
 *
 * Fires where count and base of the very same segment, period, item, provider and options are printed beside it, and no rounding brings them
 * together, with the "don't know" answers in the base or out of it; and in a table whose cells have both ("62 (4.8 %)") beside one base a row.
 *
 * Not decided where another base in the document fits: then the share may be of that.
 */
export const shareMismatch: Check<'share-mismatch'> = {
  id: 'share-mismatch',
  scopes: ['data', 'claims'],
  follows: false,
  run: (stated) => [
    ...[...stated.byFigure.values()].flatMap((statements) => statements.flatMap((statement) => findingAt(stated, statement))),
    ...inCells(stated),
  ],
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
        because: 'a share beside its count, in a row with one base',
        claims: [],
        text: '| | Citizens | In education |\n|--|--|--|\n| Group A | 1,286 | 5 (0.3 %) |\n| Group B | 1,236 | 1 (0.08 %) |\n',
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
        because: 'a cell’s share is of another row’s base',
        claims: [],
        text: '| | Citizens | In education |\n|--|--|--|\n| Group A | 1,286 | 5 (0.3 %) |\n| Group B | 1,660 | 5 (0.3 %) |\n',
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

function findingAt(stated: Statements, statement: Statement): Finding<'share-mismatch'>[] {
  const { figure, interval } = statement
  const metric = pathOf(figure)?.metric
  if (!interval || (metric !== 'share' && metric !== 'topTwoBox')) return []
  const options = metric === 'topTwoBox' ? joinOptions(bestTwo(scaleOfFigure(stated.survey, figure))) : (pathOf(figure)?.options ?? null)
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
      values: {},
    }),
  ]
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

/** Cells such as "62 (4.8 %)", with the one plain count of their row as base, as far as no figure of theirs has been held against it. */
function inCells(stated: Statements): Finding<'share-mismatch'>[] {
  const cells = assertionsOf(stated, 'tableShare')
  return cells.flatMap((cell) => {
    const share = cell.base && shareOf(countIn(cell.count.interval), countIn(cell.base.interval))
    const printed = scaleInterval(cell.share.interval, exact(1, 100))
    if (!cell.base || !share || meet(printed, share)) return []
    const own = shareStatement(stated, cell)
    const figureBase = own && siblingOf(own.figure, 'base')
    if (own && figureBase && statedCount(stated, figureBase)) return []
    const other = cells.find(
      ({ caption, base }) => base && caption === cell.caption && fits(countIn(base.interval), countIn(cell.count.interval), printed),
    )
    const subject = own?.figure ?? `cell/${cell.row}/${cell.column}`
    const found = own ? evidenceOf(stated, own) : wordsEvidence(subject, cell.share.text, cell.place, printed)
    const inPercent = printedEnds(scaleInterval(share, exact(100)), { figure: '', decimals: cell.share.decimals })
    return [
      findingOfWords(stated, 'share-mismatch', found, {
        kind: other ? 'notChecked' : 'error',
        expected: { interval: share, printed: inPercent },
        related: [cell.count, cell.base].map(({ text, interval }) => wordsEvidence(subject, text, cell.place, interval)),
        values: {},
      }),
    ]
  })
}

/** What is stated of a figure in the cell. */
function shareStatement(stated: Statements, { share, place }: Extract<Assertion, { kind: 'tableShare' }>): Statement | undefined {
  return [...stated.byFigure.values()]
    .flat()
    .find(
      (statement) =>
        statement.text === share.text &&
        statement.place !== null &&
        byPlace(statement.place, place) === 0 &&
        statement.place.words === place.words,
    )
}
