import type { Assertion, PrintedNumber } from '../../claim.js'
import type { Place } from '../../errors.js'
import { joinOptions } from '../../figure-key.js'
import type { Finding, TableCell } from '../../finding.js'
import { bestTwo } from '../../metrics.js'
import { exact, type Interval, scaleInterval } from '../../printed.js'
import type { Check } from '../check.js'
import { meet } from '../parts.js'
import {
  assertionsOf,
  type Count,
  countIn,
  evidenceFor,
  evidenceOf,
  findingOf,
  findingOfWords,
  listsByKey,
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
 * Fires where count and base of the very same segment, period, item, provider and options are printed beside it, and no
 * rounding brings them together, with the "don't know" answers in the base or out of it; and in a table whose cells
 * have both ("62 (4.8 %)") beside one base a row; and in a sentence that tells all three.
 *
 * Not decided where another base in the document fits: then the share may be of that.
 */
export const shareMismatch: Check<'share-mismatch'> = {
  id: 'share-mismatch',
  scopes: ['data', 'claims'],
  follows: false,
  run: (stated) => {
    const bases = basesIn(stated)
    const beside = [...stated.byFigure.values()].flatMap((statements) =>
      statements.flatMap((statement) => findingAt(stated, statement, bases)),
    )
    return [...beside, ...inCells(stated), ...inSentences(stated)]
  },
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
        because: 'a sentence that tells count, whole and share',
        claims: [],
        text: 'Of 226 customers 175 are satisfied. That corresponds to 78.8 per cent.',
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
        because: 'a number more, and the share may be of any two',
        claims: [],
        text: 'Of 300 customers 226 answered, 175 of them were satisfied, which is 58 per cent.',
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

function findingAt(stated: Statements, statement: Statement, bases: Bases): Finding<'share-mismatch'>[] {
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
  const ofPeriod = bases.get(pathOf(baseId)?.periods[0] ?? '') ?? []
  const other = ofPeriod.find((id) => id !== baseId && fits(statedCount(stated, id), count, interval))
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

/** The printed bases of each period. */
type Bases = ReadonlyMap<string, string[]>

function basesIn(stated: Statements): Bases {
  const bases = [...stated.byFigure.keys()].flatMap((figure) => {
    const { metric, periods: [period, later] = [] } = pathOf(figure) ?? {}
    return metric === 'base' && period !== undefined && later === undefined ? [[period, figure] as const] : []
  })
  return listsByKey(bases)
}

function sumOrNone(a: bigint | null, b: bigint | null): bigint | null {
  return a === null || b === null ? null : a + b
}

type Cell = Extract<Assertion, { kind: 'tableShare' }>

/**
 * Cells such as "62 (4.8 %)", with the one plain count of their row as base, as far as no figure of theirs has been
 * held against it.
 */
function inCells(stated: Statements): Finding<'share-mismatch'>[] {
  const cells = assertionsOf(stated, 'tableShare')
  const basesOf = new Map(
    [...listsByKey(cells.map((cell) => [cell.caption, cell]))].map(([caption, ofTable]) => [caption, distinctBases(ofTable)]),
  )
  const shares = cells.length > 0 ? sharesByPlace(stated) : new Map<string, Statement>()
  return cells.flatMap((cell) => {
    const share = cell.base && shareOf(countIn(cell.count.interval), countIn(cell.base.interval))
    const printed = scaleInterval(cell.share.interval, exact(1, 100))
    if (!cell.base || !share || meet(printed, share)) return []
    const own = shares.get(spotOf(cell.place, cell.share.text))
    const figureBase = own && siblingOf(own.figure, 'base')
    if (own && figureBase && statedCount(stated, figureBase)) return []
    const other = basesOf.get(cell.caption)?.some((base) => fits(countIn(base), countIn(cell.count.interval), printed))
    const subject = own?.figure ?? `cell/${cell.row}/${cell.column}`
    const { words: _, ...spot } = cell.place
    const put = ({ text, interval }: PrintedNumber, called: TableCell) => ({
      ...wordsEvidence(subject, text, spot, interval),
      cell: called,
    })
    const { row, column } = cell
    const found = own ? evidenceOf(stated, own) : put({ ...cell.share, interval: printed }, { row, column })
    const inPercent = printedEnds(scaleInterval(share, exact(100)), { figure: '', decimals: cell.share.decimals })
    return [
      findingOfWords(stated, 'share-mismatch', found, {
        kind: other ? 'notChecked' : 'error',
        expected: { interval: share, printed: inPercent },
        related: [put(cell.count, { row, column }), put(cell.base, { row })],
        values: {},
      }),
    ]
  })
}

/** "175 of 226, which is 78.8 per cent", whosever they are. */
function inSentences(stated: Statements): Finding<'share-mismatch'>[] {
  return assertionsOf(stated, 'spokenShare').flatMap(({ part, whole, share, place }) => {
    const given = shareOf(countIn(part.interval), countIn(whole.interval))
    if (!given || meet(scaleInterval(share.interval, exact(1, 100)), given)) return []
    const subject = 'share/document'
    const inPercent = printedEnds(scaleInterval(given, exact(100)), { figure: '', decimals: share.decimals })
    return [
      findingOfWords(stated, 'share-mismatch', wordsEvidence(subject, share.text, place, share.interval), {
        expected: { interval: given, printed: inPercent },
        related: [part, whole].map((each) => wordsEvidence(subject, each.text, each.place, each.interval)),
        values: {},
      }),
    ]
  })
}

/** The bases of a table's rows, each once. */
function distinctBases(cells: readonly Cell[]): Interval[] {
  return [...new Map(cells.flatMap(({ base }) => (base ? [[`${base.hedge} ${base.text}`, base.interval] as const] : []))).values()]
}

/** What is stated of figures, by the spot where it stands; of several at one spot the first. */
function sharesByPlace(stated: Statements): Map<string, Statement> {
  const all = [...stated.byFigure.values()].flat()
  return new Map(
    all.flatMap((statement) => (statement.place ? [[spotOf(statement.place, statement.text), statement] as const] : [])).reverse(),
  )
}

function spotOf({ file, line, column, words }: Place, text: string): string {
  return JSON.stringify([file, line ?? 0, column ?? 0, words, text])
}
