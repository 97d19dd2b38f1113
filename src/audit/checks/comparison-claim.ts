import type { Assertion, PrintedNumber, Quantifier } from '../../claim.js'
import type { Evidence, Finding } from '../../finding.js'
import { compare, type Interval } from '../../printed.js'
import { segmentById, segmentsOf } from '../../survey.js'
import type { Check } from '../check.js'
import { middleMeant, type Scales, scalesIn } from '../middles.js'
import {
  assertionsOf,
  evidenceFor,
  evidenceOf,
  type FigurePath,
  findingOfWords,
  idOf,
  listsByKey,
  metricOf,
  pathOf,
  type Statement,
  type Statements,
  spelledExactly,
  statedInterval,
  statedOf,
  wordsEvidence,
} from '../statements.js'
import { targetOf } from '../targets.js'

/**
 * Words that compare with a fixed point, or put one above all others, and do not hold for the rows they are said of.
 *
 * Fires where "all", "none", "most" or "4 of 6" are above or below a midpoint, a benchmark or a target, and rounding
 * cannot make it so; and where another of the parts named is certainly higher than "the highest". A wrong midpoint is
 * replaced by the true one: the finding is its consequence.
 *
 * Silent where the rows are not in a table of the document ("among the 44 municipalities"), and where it is not said
 * what the point is.
 */
export const comparisonClaim: Check<'comparison-claim'> = {
  id: 'comparison-claim',
  scopes: ['claims', 'document'],
  follows: true,
  run: (stated) => {
    const known = { scales: scalesIn(stated), rows: meansIn(stated) }
    return assertionsOf(stated, 'comparison').flatMap((said) =>
      said.relation === 'highest' || said.relation === 'lowest' ? ofRank(stated, said) : ofPoint(stated, said, known),
    )
  },
  examples: {
    consistent: [
      {
        because: 'both are above the middle',
        claims: [],
        text: 'In both areas internal scores above the middle (3), and on all areas it is above the average, see table 1.\n\nTable 1: Scores\n\n| | internal | The whole country |\n|--|--|--|\n| Satisfaction | 3.3 | 3.1 |\n| Contact | 3.4 | 3.2 |\n',
      },
      {
        because: 'the rank is right',
        claims: [
          ['indexScore/internal/2024', '74'],
          ['indexScore/external/2024', '84'],
        ],
        text: 'On internal the index is lowest among the two parts.',
      },
      {
        because: 'two of the three are above',
        claims: [],
        text: 'In 2 out of 3 groups the score is above the midpoint (3), see table 1.\n\nTable 1: Satisfaction\n\n| | Score |\n|--|--|\n| internal | 3.3 |\n| young | 3.2 |\n| adult | 2.9 |\n',
      },
    ],
    inconsistent: [
      {
        because: 'one area is below the middle',
        claims: [],
        text: 'On all areas the score of internal is above the middle (3), see table 1.\n\nTable 1: Scores\n\n| | internal |\n|--|--|\n| Satisfaction | 3.3 |\n| Contact | 2.7 |\n',
      },
      {
        because: 'the middle is given as 2.5, but is 3: 2.7 is above the one and below the other',
        claims: [],
        text: 'On all areas the score of internal is above the middle (2.5), see table 1.\n\nTable 1: Scores\n\n| | internal |\n|--|--|\n| Satisfaction | 3.3 |\n| Contact | 2.7 |\n',
      },
      {
        because: 'one area is above the average',
        claims: [],
        text: 'On all areas internal is below the average, see table 1.\n\nTable 1: Scores\n\n| | internal | The whole country |\n|--|--|--|\n| Satisfaction | 3.3 | 3.6 |\n| Contact | 3.4 | 3.2 |\n',
      },
      {
        because: 'none, but there is one',
        claims: [],
        text: 'On no areas internal is below the average, see table 1.\n\nTable 1: Scores\n\n| | internal | The whole country |\n|--|--|--|\n| Satisfaction | 3.3 | 3.6 |\n| Contact | 3.4 | 3.2 |\n',
      },
      {
        because: 'only one of three is above',
        claims: [],
        text: 'In most groups the score is above the midpoint (3), see table 1.\n\nTable 1: Satisfaction\n\n| | Score |\n|--|--|\n| internal | 3.3 |\n| young | 2.8 |\n| adult | 2.9 |\n',
      },
      {
        because: 'another part is higher than the highest',
        claims: [
          ['indexScore/internal/2024', '74'],
          ['indexScore/external/2024', '84'],
        ],
        text: 'On internal the index is highest among the two parts.',
      },
      {
        because: 'not above the target',
        claims: [['indexScore/internal/2024', '74']],
        targets: [{ segment: 'internal', metric: 'indexScore', value: 80, basis: 'unrounded' }],
        text: 'On internal the index is above the target.',
      },
    ],
    undecidable: [
      {
        because: '3.0 may be above 3',
        claims: [],
        text: 'On all areas the score of internal is above the middle (3), see table 1.\n\nTable 1: Scores\n\n| | internal |\n|--|--|\n| Satisfaction | 3.3 |\n| Contact | 3.0 |\n',
      },
      {
        because: 'the others are not in the document',
        claims: [
          ['indexScore/internal/2024', '74'],
          ['indexScore/external/2024', '84'],
        ],
        text: 'On internal the index is highest among the 44 municipalities.',
      },
      {
        because: 'an average nobody has printed',
        claims: [['indexScore/internal/2024', '74']],
        text: 'On internal the index is above the average.',
      },
      {
        because: 'the areas are not in a table',
        claims: [],
        text: 'On all areas the score of internal is above the middle (3).',
      },
    ],
  },
}

type Comparison = Extract<Assertion, { kind: 'comparison' }>

// ── above and below a fixed point ──

/** What a row is held against: a value, and the figure or scale it belongs to. */
type FixedPoint = { interval: Interval; subject: string; printed: string[]; related: Evidence[] }

/** What is found once for all comparisons of a document: its scales, and its printed means by period. */
type Known = { scales: Scales; rows: ReadonlyMap<string, PrintedMeans> }

function ofPoint(stated: Statements, said: Comparison, { scales, rows: byPeriod }: Known): Finding<'comparison-claim'>[] {
  const rows = rowsOf(stated, said, byPeriod.get(said.period)).flatMap((statement) => {
    const point = fixedPointOf(stated, said, statement, scales)
    return point && statement.interval ? [{ statement, point, holds: holdsFor(said, statement.interval, point.interval) }] : []
  })
  const offending = offendingRows(rows, said.quantifier)
  const [first] = offending
  if (!first) return []
  const { subject, interval, printed } = first.point
  return [
    findingOfWords(
      stated,
      'comparison-claim',
      wordsEvidence(said.against === 'midpoint' ? subject : first.statement.figure, said.text, said.place),
      {
        expected: { interval, printed: said.against === 'midpoint' ? printed : [] },
        related: offending.flatMap(({ statement, point }) => [evidenceOf(stated, statement), ...point.related]),
        values: { relation: said.relation, against: said.against, quantifier: said.quantifier?.kind ?? null },
        changesConclusion: true,
      },
    ),
  ]
}

/** Whether words hold for all values that a printed number can stand for, for none of them, or for some. */
type Holds = 'yes' | 'no' | 'maybe'

/** A target is met where it is reached, so that only what is under it is certainly not above. */
function holdsFor({ relation, against }: Comparison, row: Interval, point: Interval): Holds {
  const [lower, upper] = relation === 'above' ? [point, row] : [row, point]
  if (compare(lower.to, upper.from) < 0) return 'yes'
  const order = compare(upper.to, lower.from)
  return order < 0 || (order === 0 && against !== 'target') ? 'no' : 'maybe'
}

/**
 * The rows that make the words untrue; none where they may be true. Without a quantifier, of several rows any may be
 * meant.
 */
function offendingRows<R extends { holds: Holds }>(rows: readonly R[], quantifier: Quantifier | null): R[] {
  const [true_, false_] = [rows.filter(({ holds }) => holds === 'yes'), rows.filter(({ holds }) => holds === 'no')]
  const possible = rows.length - false_.length
  switch (quantifier?.kind) {
    case 'all':
      return false_
    case 'none':
      return true_
    case 'most':
      return 2 * possible <= rows.length ? false_ : []
    case 'some':
      if (rows.length !== quantifier.of) return []
      return possible < quantifier.stated ? false_ : true_.length > quantifier.stated ? true_ : []
    case undefined:
      return possible === 0 ? false_ : []
  }
}

/** A figure as it stands last. */
type Row = { statement: Statement; path: FigurePath }

/**
 * The means, indices and shares of one period, benchmarks left out: each figure once, in all the text and in each
 * table.
 */
type PrintedMeans = { rows: Row[]; metrics: ReadonlySet<string>; byTable: ReadonlyMap<number, Row[]> }

function meansIn(stated: Statements): Map<string, PrintedMeans> {
  const means = [...stated.byFigure].flatMap(([figure, statements]): [period: string, rows: Row[]][] => {
    const path = pathOf(figure)
    const isMean = metricOf(figure)?.total === 'weightedMean' && path?.options === null && path.provider === null
    const [period, other] = path?.periods ?? []
    if (!isMean || period === undefined || other !== undefined || isBenchmark(stated, path.segment)) return []
    const rows = statements.filter(({ interval }) => interval).map((statement) => ({ statement, path }))
    return rows.length > 0 ? [[period, rows]] : []
  })
  return new Map(
    [...listsByKey(means)].map(([period, byFigure]) => {
      const tables = byFigure.flat().flatMap((row) => (row.statement.table == null ? [] : [[row.statement.table, row] as const]))
      const byTable = new Map([...listsByKey(tables)].map(([table, rows]) => [table, distinct(rows)]))
      return [
        period,
        { rows: byFigure.flatMap((rows) => rows.slice(-1)), metrics: new Set(byFigure.flat().map(({ path }) => path.metric)), byTable },
      ]
    }),
  )
}

/**
 * The rows that are meant: of the table the paragraph sends its reader to, or the document's only one, what is stated
 * of the segment's items, of its parts, or of the segment itself. Without a segment, of all that have no parts in the
 * table. None where two metrics are printed.
 */
function rowsOf(stated: Statements, { segment, table, quantifier }: Comparison, means: PrintedMeans | undefined): Statement[] {
  if (means?.metrics.size !== 1) return []
  const statementsIn = (rows: readonly Row[]) => rows.map(({ statement }) => statement)
  const isOwn = ({ path }: Row) => path.segment === segment
  if (quantifier === null) return segment === null ? [] : statementsIn(means.rows.filter(isOwn))
  const meant = table ?? (means.byTable.size === 1 ? [...means.byTable.keys()][0] : undefined)
  if (meant === undefined) return []
  const inTable = means.byTable.get(meant) ?? []
  const ofItems = statementsIn(inTable.filter(isOwn))
  if (ofItems.length > 1) return ofItems
  const tree = segmentsOf(stated.survey.segments)
  const parents = new Map(tree.map((entry) => [entry.segment.id, entry.parent?.id ?? null]))
  const under = (id: string): boolean => id === segment || (parents.get(id) != null && under(parents.get(id) as string))
  const isBelow = ({ path }: Row) => segment === null || (path.segment !== segment && under(path.segment))
  const totals = new Set(means.rows.filter(isBelow).map(({ path }) => parents.get(path.segment)))
  const leaves = inTable.filter((row) => isBelow(row) && !totals.has(row.path.segment))
  const isOneItem = new Set(leaves.map(({ path }) => path.item)).size === 1
  return leaves.length > 1 && isOneItem ? statementsIn(leaves) : []
}

/** The last row of each figure. */
function distinct(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.statement.figure, row])).values()]
}

function isBenchmark({ survey }: Statements, segment: string): boolean {
  return survey.benchmarks.some(({ id }) => id === segment)
}

function fixedPointOf(stated: Statements, said: Comparison, { figure }: Statement, scales: Scales): FixedPoint | null {
  const { against, point } = said
  if (against === 'midpoint') return point && middlePoint(scales, said, point)
  const path = pathOf(figure) as FigurePath
  if (against === 'benchmark') {
    const [only, ...others] = stated.survey.benchmarks
    const id = said.benchmark ?? (others.length === 0 ? only?.id : undefined)
    const benchmark = id === undefined ? null : idOf({ ...path, segment: id })
    const interval = benchmark && statedInterval(stated, benchmark)
    return interval ? { interval, subject: benchmark, printed: [], related: evidenceFor(stated, [benchmark]) } : null
  }
  const target = targetOf(stated.survey, path)
  return target && { interval: target.interval, subject: figure, printed: [target.printed], related: [] }
}

/** Of a midpoint finding this is the consequence: both are about the scale. */
function middlePoint(scales: Scales, { text }: Comparison, point: PrintedNumber): FixedPoint {
  const { value, middle } = middleMeant(scales, point)
  if (!middle) return { interval: value, subject: `words/${text}`, printed: [], related: [] }
  return { interval: value, subject: middle.subject, printed: [spelledExactly(middle.middle)], related: [] }
}

// ── highest and lowest ──

function ofRank(stated: Statements, said: Comparison): Finding<'comparison-claim'>[] {
  const { segment, among, relation, period } = said
  const group = among === null ? undefined : segmentById(stated.survey.segments, among)
  const parts = (group?.parts ?? []).map(({ id }) => id)
  if (segment === null || !parts.includes(segment)) return []
  const subjects = ([...stated.byFigure.keys()] as string[]).flatMap((figure) => {
    const path = pathOf(figure)
    const isMean = metricOf(figure)?.total === 'weightedMean' && path?.options === null && path.provider === null
    return isMean && path.segment === segment && path.periods.length === 1 && path.periods[0] === period ? [path] : []
  })
  const [subject, ...others] = subjects
  // Of several items or metrics it may be said of any.
  if (!subject || others.length > 0) return []
  const own = statedInterval(stated, idOf(subject))
  const beyond = parts
    .filter((part) => part !== segment)
    .map((part) => idOf({ ...subject, segment: part }))
    .filter((figure) => {
      const other = statedInterval(stated, figure)
      return own && other && (relation === 'highest' ? compare(other.from, own.to) > 0 : compare(other.to, own.from) < 0)
    })
  const [statement] = statedOf(stated, idOf(subject))
  if (!statement || beyond.length === 0) return []
  return [
    findingOfWords(stated, 'comparison-claim', wordsEvidence(statement.figure, said.text, said.place), {
      related: [evidenceOf(stated, statement), ...evidenceFor(stated, beyond)],
      values: { relation, against: null, quantifier: null },
      changesConclusion: true,
    }),
  ]
}
