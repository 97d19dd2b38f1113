/** What checks look at: everything that is stated of a survey, by the figure it is about. */
import Fraction from 'fraction.js'
import type { Assertion, Claim, Claims, ToldStatement } from '../claim.js'
import type { Place } from '../errors.js'
import type { Figure, Figures } from '../figure.js'
import {
  anySurvey,
  changeId,
  endsOfChange,
  type FigureKey,
  figureId,
  idOfKey,
  keyOfId,
  type MetricKey,
  periodsOf,
  type RecordKey,
  subjectOf,
} from '../figure-key.js'
import type { CheckId, Evidence, FigureName, Finding, FindingValues, HeldAgainst, Scope } from '../finding.js'
import { type Metric, type MetricId, metrics } from '../metrics.js'
import { optionLabels } from '../options.js'
import {
  compare,
  type Exact,
  exact,
  hullOf,
  type Interval,
  intersect,
  intervalOfPrinted,
  isEmpty,
  neutralMarks,
  parsePrinted,
  pointInterval,
  roundForPrint,
  scaleInterval,
  toFraction,
} from '../printed.js'
import { scaleOf } from '../scales.js'
import { type Item, isFixedPoint, type Scale, type Segment, type Survey, segmentsAndBenchmarks } from '../survey.js'

/**
 * One number or direction somebody has stated of a figure. `interval` is in the unit of `Figure.value`, closed at both
 * ends.
 */
export type Statement = {
  figure: string
  /** as printed */
  text: string
  interval: Interval | null
  /** digits after the decimal mark as printed; of the percentage for a share */
  decimals: number
  direction: Claim['direction']
  /** number of the table it stands in; left out or null where that is not known */
  table?: number | null
  /** a change said in per cent, which may be one of the number itself */
  isInPercent?: boolean
  /** another number that the figure may be, and none that it is said to be */
  isAlternative?: boolean
  /** null for our own data where no place is known */
  place: Place | null
}

/** All statements of one scope. Figures in order of the segment tree, statements of a figure in order of place. */
export type Statements = {
  survey: Survey
  scope: Scope
  byFigure: ReadonlyMap<string, readonly Statement[]>
  /** other numbers that a figure is said to be possible as; in none of the lists below */
  alternatives: readonly Statement[]
  /** what is stated of numbers that are given with a source; in none of the lists below */
  ofSources: readonly Statement[]
  /** what the statements of a figure leave it; figures of which no number is stated are not in it */
  intervals: ReadonlyMap<string, Interval>
  /** the changes something is stated of, by each of the two figures they lie between */
  changesOf: ReadonlyMap<string, readonly string[]>
  /** by id; benchmarks among them, as segments without parts */
  segments: ReadonlyMap<string, Segment>
  /** what is said besides figures, in the order of the text */
  assertions: readonly Assertion[]
  /** what our own document tells of its figures */
  told: readonly ToldStatement[]
}

/** What a figure is about. `periods`: one, or for a change the earlier and the later. */
export type FigurePath = Omit<MetricKey, 'kind' | 'period' | 'comparedWith'> & { periods: string[]; comparedWith?: string | null }

/**
 * What a metric's figure or a change of one is about; null for other ids. The survey is not asked: an item that is not
 * named stays implied.
 */
export function pathOf(figure: string): FigurePath | null {
  const key = keyOfId(figure, anySurvey)
  if (key?.kind !== 'metric' && key?.kind !== 'change') return null
  const { metric, segment, item, provider, options } = key
  const comparedWith = key.kind === 'metric' ? key.comparedWith : key.isCommon ? key.previous : null
  return { metric, segment, item, provider, options, comparedWith, periods: periodsOf(key) }
}

/** Puts a figure id together again. */
export function idOf({ periods, ...about }: FigurePath): string {
  const [first = '', current] = periods
  const subject = { ...about, period: current ?? first }
  return current === undefined ? figureId(subject, anySurvey) : changeId(subject, first, anySurvey)
}

/** The two figures a change lies between, the earlier first; null for a figure that is no change. */
export function endsOf(figure: string): [previous: string, current: string] | null {
  const key = keyOfId(figure, anySurvey)
  if (key?.kind !== 'change') return null
  const [previous, current] = endsOfChange(key)
  return [idOfKey(previous, anySurvey), idOfKey(current, anySurvey)]
}

/** The other metric of the same segment, period, item and provider: a share's base. */
export function siblingOf(figure: string, metric: MetricId, options: string | null = null): string {
  const path = pathOf(figure)
  return path ? idOf({ ...path, metric, options }) : figure
}

export function metricOf(figure: string): Metric | null {
  const path = pathOf(figure)
  return path && metrics[path.metric]
}

export function itemOf(survey: Survey, figure: string): Item {
  const item = pathOf(figure)?.item
  return survey.items.find(({ id }) => id === item) ?? (survey.items[0] as Item)
}

export function scaleOfFigure(survey: Survey, figure: string): Scale {
  return scaleOf(survey, itemOf(survey, figure))
}

export function segmentOf({ segments }: Pick<Statements, 'segments'>, figure: string): Segment | undefined {
  return segments.get(pathOf(figure)?.segment ?? '')
}

/** Smallest and largest value a figure can have, both included; null for a count, which has no largest. */
export function rangeOf(survey: Survey, figure: string): Interval | null {
  const range = metricOf(figure)?.range(scaleOfFigure(survey, figure))
  return range?.max ? { from: range.min, to: range.max, fromIncluded: true, toIncluded: true } : null
}

/** What is printed: by others (`claims`), or in our own document. Claims on figures no check knows are left out. */
export function statementsOfClaims(
  { claims, assertions = [], told = [] }: Claims,
  survey: Survey,
  scope: Exclude<Scope, 'data'> = 'claims',
): Statements {
  return { ...statements(claims, survey, scope), assertions: assertions.toSorted((a, b) => byPlace(a.place, b.place)), told }
}

/**
 * What our own data say in print: every published number. Its interval is closed here, since the checks that read it
 * cannot know how whoever published it rounds a tie.
 */
export function statementsOfData({ totals, survey }: Figures): Statements {
  const stated = totals.flatMap(({ figure, own, ownInterval }) =>
    own && ownInterval
      ? [{ figure, text: own.text, interval: closed(ownInterval), decimals: own.decimals, direction: null, place: own.place }]
      : [],
  )
  return statements(stated, survey, 'data')
}

function statements(all: readonly Statement[], survey: Survey, scope: Scope): Statements {
  const subjects = segmentsAndBenchmarks(survey)
  const order = new Map(subjects.map(({ id }, index) => [id, index]))
  const ranked = all
    .flatMap((statement) => {
      const rank = order.get(segmentOfFigure(statement.figure, scope))
      return rank === undefined ? [] : [{ statement, rank }]
    })
    .sort((a, b) => a.rank - b.rank || byText(a.statement.figure, b.statement.figure) || byPlace(a.statement.place, b.statement.place))
    .map(({ statement }) => statement)
  const alternatives = ranked.filter(({ isAlternative }) => isAlternative)
  const told = ranked.filter(({ isAlternative }) => !isAlternative)
  const byFigure = listsByKey(told.map((statement) => [statement.figure, statement]))
  const changesOf = listsByKey(
    [...byFigure.keys()].flatMap((change) => (endsOf(change) ?? []).map((end): [string, string] => [end, change])),
  )
  // Found here, once: a document states the same figure at thousands of places, and most checks ask for it at each.
  const intervals = new Map([...byFigure].flatMap(([figure, ofFigure]) => intervalsLeft(ofFigure).map((left) => [figure, left] as const)))
  const segments = new Map(subjects.map((segment) => [segment.id, segment]))
  const ofSources = all.filter(({ figure }) => isGiven(figure)).sort((a, b) => byText(a.figure, b.figure) || byPlace(a.place, b.place))
  return { survey, scope, byFigure, alternatives, ofSources, intervals, changesOf, segments, assertions: [], told: [] }
}

/**
 * Our own document prints a contribution without its sign, which its words tell; elsewhere words and number are one.
 */
function segmentOfFigure(figure: string, scope: Scope): string {
  const key = keyOfId(figure, anySurvey)
  return key?.kind === 'decomposition' && scope === 'claims' ? key.segment : (subjectOf(figure, anySurvey)?.segment ?? '')
}

/** Given with a source, not computed: a record's, or one that the author has written by hand. */
function isGiven(figure: string): boolean {
  return keyOfId(figure, anySurvey)?.kind === 'typed'
}

/** Values under each key, in their order. */
export function listsByKey<K, T>(entries: readonly (readonly [key: K, value: T])[]): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const [key, value] of entries) {
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return groups
}

/** In order of code units, the same on every machine. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** In order of file, line and column; what has no place comes first. */
export function byPlace(a: Place | null, b: Place | null): number {
  return byText(a?.file ?? '', b?.file ?? '') || (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0)
}

export function closed(interval: Interval): Interval {
  return { ...interval, fromIncluded: true, toIncluded: true }
}

export function statedOf(stated: Statements, figure: string): readonly Statement[] {
  return stated.byFigure.get(figure) ?? []
}

/**
 * What the statements of a figure leave it: their common values; where they have none in common, all from the lowest to
 * the highest. null where no number is stated.
 */
export function statedInterval(stated: Pick<Statements, 'intervals'>, figure: string): Interval | null {
  return stated.intervals.get(figure) ?? null
}

/** The one interval that statements leave; empty where none has a number. */
function intervalsLeft(statements: readonly Statement[]): Interval[] {
  const [first, ...others] = statements.flatMap(({ interval }) => (interval ? [interval] : []))
  if (!first) return []
  const common = others.reduce(intersect, first)
  return [isEmpty(common) ? hullOf([first, ...others]) : common]
}

/** Whether one single whole number is stated: "ca. 12.000" is not. */
export function statedWhole(stated: Statements, figure: string): bigint | null {
  const interval = statedInterval(stated, figure)
  return interval && compare(interval.from, interval.to) === 0 && interval.from.denominator === 1n ? interval.from.numerator : null
}

/** The whole numbers a count may be; `to` null: no largest. */
export type Count = { from: bigint; to: bigint | null }

/** null where nothing is stated. */
export function statedCount(stated: Statements, figure: string): Count | null {
  const interval = statedInterval(stated, figure)
  return interval && countIn(interval)
}

/** The whole numbers in an interval, from 0 on. */
export function countIn({ from, to }: Interval): Count {
  const lowest = -floorOf(-from.numerator, from.denominator)
  return { from: lowest < 0n ? 0n : lowest, to: floorOf(to.numerator, to.denominator) }
}

function floorOf(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator
  return numerator % denominator < 0n ? quotient - 1n : quotient
}

/**
 * Every metric, period, item, provider and set of options that is stated of some segment, for metrics whose totals are
 * made so. Segment: the root.
 */
export function familiesOf({ byFigure, survey }: Statements, total: Metric['total']): FigurePath[] {
  const families = new Map<string, FigurePath>()
  for (const figure of byFigure.keys()) {
    const path = pathOf(figure)
    if (path?.periods.length !== 1 || metricOf(figure)?.total !== total) continue
    const family = { ...path, segment: survey.segments.id }
    families.set(idOf(family), family)
  }
  return [...families.entries()].sort(([a], [b]) => byText(a, b)).map(([, family]) => family)
}

/**
 * What a neutral spelling stands for in the unit of its figure, closed at both ends; a count is exact. null for what is
 * no number.
 */
export function intervalOfPrintedFigure(figure: string, printed: string, decimals: number): Interval | null {
  const parsed = parsePrinted(printed, neutralMarks)
  const unit = metricOf(figure)?.unit
  if (!('value' in parsed)) return null
  if (unit === 'answer' || unit === 'person') return pointInterval(parsed.value)
  const interval = intervalOfPrinted(parsed.value, decimals, true)
  return unit === 'share' ? scaleInterval(interval, exact(1, 100)) : interval
}

/**
 * Neutral spellings of the lowest and the highest number that can stand in print for a value in the interval; one where
 * they are the same. A tie may have been rounded either way.
 */
export function printedEnds(interval: Interval, { figure, decimals }: Pick<Statement, 'figure' | 'decimals'>): string[] {
  const unit = 10n ** BigInt(decimals) * (metricOf(figure)?.unit === 'share' ? 100n : 1n)
  const half = new Fraction(1n, 2n)
  const low = toFraction(interval.from).mul(unit).sub(half)
  const high = toFraction(interval.to).mul(unit).add(half)
  const lowest = wholeOf(low.ceil()) + (!interval.fromIncluded && low.d === 1n ? 1n : 0n)
  const highest = wholeOf(high.floor()) - (!interval.toIncluded && high.d === 1n ? 1n : 0n)
  const spelled = [lowest, highest].map((units) => roundForPrint(exact(units, 10n ** BigInt(decimals)), decimals))
  return lowest === highest ? spelled.slice(0, 1) : spelled
}

function wholeOf(fraction: Fraction): bigint {
  return fraction.s * fraction.n
}

export function figureName(stated: Pick<Statements, 'survey' | 'segments'>, figure: string): FigureName {
  const { survey, segments } = stated
  const key = keyOfId(figure, anySurvey)
  if (key?.kind === 'typed' && 'record' in key) return recordName(key, survey)
  const path = key?.kind === 'difference' ? { ...key, periods: periodsOf(key) } : (contributionPath(key) ?? pathOf(figure))
  const segment = segments.get(path?.segment ?? '')
  const item = path?.item ? survey.items.find(({ id }) => id === path.item) : null
  const asked = item ?? survey.items[0]
  const provider = path?.provider ? survey.providers.find(({ id }) => id === path.provider) : null
  return {
    metric: path?.metric ?? 'indexScore',
    segment: segment?.short ?? segment?.label ?? path?.segment ?? figure,
    periods: path?.periods ?? [],
    item: item?.label ?? path?.item ?? null,
    provider: provider?.label ?? path?.provider ?? null,
    options: asked && path?.options ? optionLabels(scaleOf(survey, asked), path.options.split('+')) : [],
    against: key?.kind === 'difference' ? heldAgainst(stated, key.against) : null,
  }
}

/** A number of somebody else's survey: whose, and what kind of number. */
function recordName({ record, field }: RecordKey, { records }: Pick<Survey, 'records'>): FigureName {
  const counts: Readonly<Record<string, MetricId>> = { answers: 'base', invited: 'invited', responseRate: 'responseRate' }
  return {
    metric: counts[field] ?? (field.endsWith('AsIndex') ? 'indexScore' : 'mean'),
    segment: records.find(({ id }) => id === record)?.label ?? record,
    ...{ periods: [], item: null, provider: null, options: [], against: null },
  }
}

/** A contribution is called like the change it is a part of. */
function contributionPath(key: FigureKey | undefined): FigurePath | null {
  if (key?.kind !== 'decomposition') return null
  const { metric, segment } = key
  return { metric, segment, item: null, provider: null, options: null, periods: periodsOf(key) }
}

function heldAgainst({ segments }: Pick<Statements, 'segments'>, against: string): HeldAgainst {
  if (isFixedPoint(against)) return { fixed: against }
  const segment = segments.get(against)
  return { label: segment?.short ?? segment?.label ?? against }
}

export function evidenceOf(
  stated: Pick<Statements, 'survey' | 'segments'>,
  statement: Pick<Statement, 'figure' | 'text' | 'interval' | 'place'>,
): Evidence {
  const { figure, text, interval, place } = statement
  return { figure, name: figureName(stated, figure), text, interval, place, isComputed: false }
}

/** A figure of our own, as evidence. */
export function computedEvidence(
  stated: Pick<Statements, 'survey' | 'segments'>,
  { id, printed, interval, derivation }: Pick<Figure, 'id' | 'printed' | 'interval' | 'derivation'>,
): Evidence {
  const place = derivation.places[0] ?? null
  return { figure: id, name: figureName(stated, id), text: printed ?? '', interval, place, isComputed: true }
}

/** The first statement of each figure, as evidence; figures nothing is stated of are left out. */
export function evidenceFor(stated: Statements, figures: readonly string[]): Evidence[] {
  return figures.flatMap((figure) =>
    statedOf(stated, figure)
      .slice(0, 1)
      .map((statement) => evidenceOf(stated, statement)),
  )
}

/** What one finding has of its own: always its values, and as much of the rest as is not the usual. */
type Particulars<C extends CheckId> = { values: FindingValues[C] } & Partial<
  Pick<Finding, 'kind' | 'expected' | 'related' | 'changesConclusion' | 'consequences'>
>

/** A finding about a statement. */
export function findingOf<C extends CheckId>(stated: Statements, check: C, statement: Statement, own: Particulars<C>): Finding<C> {
  return findingOfWords(stated, check, evidenceOf(stated, statement), own)
}

/** Neutral spelling of a number with as many decimals as it has, at most six: "3", "2.5". */
export function spelledExactly(value: Exact): string {
  const decimals = [0, 1, 2, 3, 4, 5].find((digits) => (value.numerator * 10n ** BigInt(digits)) % value.denominator === 0n) ?? 6
  return roundForPrint(value, decimals)
}

/** What is said besides figures, of one kind. */
export function assertionsOf<K extends Assertion['kind']>(
  { assertions }: Pick<Statements, 'assertions'>,
  kind: K,
): Extract<Assertion, { kind: K }>[] {
  return assertions.filter((assertion): assertion is Extract<Assertion, { kind: K }> => assertion.kind === kind)
}

/**
 * Words as evidence. `subject` is what they are about and stands in the figure's place: `table/1`, `date/2023-08-07`.
 */
export function wordsEvidence(subject: string, text: string, place: Place | null, interval: Interval | null = null): Evidence {
  return { figure: subject, name: null, text, interval, place, isComputed: false }
}

/** A finding about words that are no figure. */
export function findingOfWords<C extends CheckId>(
  stated: Pick<Statements, 'scope'>,
  check: C,
  found: Evidence,
  { values, ...rest }: Particulars<C>,
): Finding<C> {
  return {
    id: `${check}/${found.figure}`,
    check,
    kind: 'error',
    scope: stated.scope,
    figure: found.figure,
    found,
    expected: { interval: null, printed: [] },
    related: [],
    values,
    changesConclusion: false,
    flips: [],
    candidates: [],
    consequences: [],
    accepted: null,
    ...rest,
  }
}

/** All shares there can be, fractions in [0, 1]; null where the base may be empty. */
export function shareOf(count: Count, base: Count): Interval | null {
  if (base.from <= 0n || base.to === null || count.to === null) return null
  return { from: exact(count.from, base.to), to: exact(count.to, base.from), fromIncluded: true, toIncluded: true }
}
