/** A figure and what it is held against → Difference. */

import { fromPrint, inPrint } from './calculation.js'
import { certaintyToFixed, certaintyToOther, certaintyToRest } from './certainty.js'
import type {
  ChangeBasis,
  Difference,
  Figure,
  FigureStatus,
  Figures,
  FixedNumber,
  NoDifferenceReason,
  Standing,
  TestedAgainst,
} from './figure.js'
import { differenceKey, endsOfDifference, idOfKey, type MetricKey, optionsOf, parseFigureId } from './figure-key.js'
import { figureOf } from './figures.js'
import { checkHanded } from './handed.js'
import { isMetricId, metrics, middleOfRange, scoreOf } from './metrics.js'
import { compare, type Exact, fromFraction, parseNeutral, pointInterval, roundForPrint } from './printed.js'
import { scaleOf } from './scales.js'
import { statusOf, subtractionOf, type Term, termOf } from './subtraction.js'
import { noValue } from './suppression.js'
import {
  type FixedPoint,
  isFixedPoint,
  isMeasuredIn,
  parentOf,
  type Segment,
  type Survey,
  segmentOrBenchmark,
  type Target,
} from './survey.js'

const standings = { 1: 'above', [-1]: 'below', 0: 'equal' } as const satisfies Record<-1 | 0 | 1, Standing>

/**
 * A figure minus what it is held against, in the same period: another segment or a benchmark, the target that is set
 * for its segment, or the midpoint of the scale. A provider's is held against a segment's, such as its own. Where
 * there is no difference to tell it has no value, and a `reason`.
 *
 * Told as above or below only where the printed difference, the unrounded one as it rounds, and every possible one say
 * so. A target and a midpoint are exact numbers: they are printed with the decimals of the figure, and never make it
 * coarser.
 *
 * @param subject figure id: `mean/koebenhavn/2024-h1/items/meeting`
 * @param against id of a segment or benchmark, `target` or `midpoint`
 * @param options.basis what `printed` is: the difference of the two printed numbers, or the unrounded one, rounded
 * @returns `difference/mean/koebenhavn..alle-kommuner/2024-h1/items/meeting`; undefined where one of the names is of
 *   nothing in the survey, and for a figure held against itself
 *
 * @example
 * differenceOf(figures, 'mean/all/2024', 'midpoint')?.direction // 'below', of 2.72 on a scale from 1 to 5
 */
export function differenceOf(
  figures: Figures,
  subject: string,
  against: string,
  options: { basis?: ChangeBasis } = {},
): Difference | undefined {
  for (const id of [subject, against]) checkHanded({ figures, id, options })
  const { basis = 'printed' } = options
  const key = namedKey(figures, subject)
  if (!key || (!isFixedPoint(against) && !isOther(figures.survey, key, against))) return undefined
  const sides = sidesOf(figures, key, against)
  const about = aboutDifference(figures, sides, basis)
  const [own, other] = [sides.own && termOf(sides.own), sides.against && termOfSide(sides)]
  if (!own || !other) return absentDifference(about, ...whyAbsent(figures, sides))
  const { sign, ...numbers } = subtractionOf(own, other, about.unit, basis)
  return {
    ...about,
    ...numbers,
    status: statusOf(figuresOf(sides), numbers.possible),
    direction: sign === null ? 'undecided' : standings[sign],
    reached: reachedBy(figures.survey, sides),
    ...certaintyOfSides(figures, sides),
    origin: 'calculated',
  }
}

// ── what is held against what ──

/** `againstKey`, `against` null: a fixed number, or one that there is not. */
type Sides = {
  key: MetricKey
  own: Figure | null
  to: string
  againstKey: MetricKey | null
  against: Figure | FixedNumber | null
}

/** The key of a figure that there may be: all that it names is in the survey, its options in the scale's order. */
function namedKey(figures: Figures, subject: string): MetricKey | null {
  const { survey } = figures
  const key = parseFigureId(subject, survey)
  const item = survey.items.find(({ id }) => id === key?.item)
  if (!key || !item || key.comparedWith !== null) return null
  const options = optionsOf(key)
  const isKnown =
    segmentOrBenchmark(survey, key.segment) !== undefined &&
    survey.periods.some(({ id }) => id === key.period) &&
    (key.provider === null || survey.providers.some(({ id }) => id === key.provider)) &&
    (metrics[key.metric].takesOptions !== false) === options.length > 0
  const inOrder = scaleOf(survey, item).options.flatMap(({ id }) => (options.includes(id) ? [id] : []))
  if (!isKnown || inOrder.length < options.length) return null
  return options.length > 0 ? { ...key, options: inOrder.join('+') } : key
}

/** Whether there is such a segment or benchmark, and it is not the same figure. */
function isOther(survey: Survey, { segment, provider }: MetricKey, against: string): boolean {
  return segmentOrBenchmark(survey, against) !== undefined && (against !== segment || provider !== null)
}

function sidesOf(figures: Figures, key: MetricKey, to: string): Sides {
  const { survey } = figures
  const find = (of: MetricKey) => figureOf(figures, idOfKey(of, survey)) ?? null
  const [, againstKey] = endsOfDifference(differenceKey(key, to))
  const fixed = isFixedPoint(to) ? fixedNumberOf(survey, key, to) : null
  return { key, own: find(key), to, againstKey, against: againstKey ? find(againstKey) : fixed }
}

function figuresOf({ own, against }: Sides): Figure[] {
  return [own, against].flatMap((side) => (side && !('fixed' in side) ? [side] : []))
}

/** A fixed number is printed with the decimals of the figure it is held against. */
function termOfSide({ own, against }: Sides): Term | null {
  if (!against || !own) return null
  if (!('fixed' in against)) return termOf(against)
  const printed = roundForPrint(inPrint(against.value, own.unit), own.decimals)
  return { value: against.value, printed, interval: pointInterval(against.value), possible: [printed], decimals: own.decimals }
}

// ── fixed numbers ──

function fixedNumberOf(survey: Survey, key: MetricKey, fixed: FixedPoint): FixedNumber | null {
  if (fixed === 'target') {
    const target = targetOf(survey, key)
    return target && targetNumber(target)
  }
  const item = survey.items.find(({ id }) => id === key.item)
  const middle = item ? middleOfRange(key.metric, scaleOf(survey, item)) : null
  return middle && { fixed, value: middle, printed: spelledInFull(inPrint(middle, metrics[key.metric].unit)) }
}

/** A number that was written in decimals, and half of one, have no more. */
const mostDecimals = 20

function spelledInFull(value: Exact): string {
  const decimals = Array.from({ length: mostDecimals }, (_, count) => count).find(
    (count) => compare(parseNeutral(roundForPrint(value, count)), value) === 0,
  )
  return roundForPrint(value, decimals ?? mostDecimals)
}

/** What was decided for a metric of a segment and item, in any period; a provider's are held to its segment's. */
export function targetOf(
  { targets, items }: Survey,
  { metric, segment, item, options }: Pick<MetricKey, 'metric' | 'segment' | 'item' | 'options'>,
): Target | null {
  const first = items[0]?.id
  const found = targets.find(
    (target) => target.metric === metric && target.segment === segment && (target.item ?? first) === (item ?? first),
  )
  return options === null ? (found ?? null) : null
}

/** A target in the unit of its figure, and as it is written. */
export function targetNumber({ metric, value }: Pick<Target, 'metric' | 'value'>): FixedNumber {
  const unit = isMetricId(metric) ? metrics[metric].unit : 'number'
  const stated = fromFraction(scoreOf(value))
  return { fixed: 'target', value: fromPrint(stated, unit), printed: spelledInFull(stated) }
}

/** By the number that the target is set on: null where the figure may lie on either side of it. */
function reachedBy(survey: Survey, { key, own, to }: Sides): boolean | null {
  const target = to === 'target' ? targetOf(survey, key) : null
  if (!target || !own?.interval) return null
  const { value } = targetNumber(target)
  if (target.basis === 'printed') {
    const least = inPrint(value, own.unit)
    const answers = new Set([own.possible.at(0), own.possible.at(-1)].map((printed) => compare(parseNeutral(printed ?? ''), least) >= 0))
    return answers.size === 1 ? answers.has(true) : null
  }
  const { from, to: highest, toIncluded } = own.interval
  if (compare(from, value) >= 0) return true
  const order = compare(highest, value)
  return order < 0 || (order === 0 && !toIncluded) ? false : null
}

// ── certainty ──

function certaintyOfSides(figures: Figures, sides: Sides): Pick<Difference, 'certainty' | 'certaintyReason' | 'z'> {
  const { own, against, key, againstKey } = sides
  if (!own || !against) return { certainty: null, certaintyReason: null, z: null }
  if ('fixed' in against) return certaintyToFixed(figures, own, against.value)
  switch (againstKey ? relationOf(figures.survey, key, againstKey) : 'apart') {
    case 'within':
      return certaintyToRest(figures, own, against)
    case 'around':
      return certaintyToRest(figures, against, own)
    case 'shared':
      return { certainty: 'undecidable', certaintyReason: 'overlap', z: null }
    case 'apart':
      return certaintyToOther(figures, own, against)
  }
}

/**
 * Whose answers two figures rest on. within: the first's are among the second's · around: the other way round ·
 * shared: some may be of both · apart: none is, as far as the project says
 */
type Relation = 'within' | 'around' | 'shared' | 'apart'

function relationOf({ segments }: Survey, one: MetricKey, other: MetricKey): Relation {
  const [path, otherPath] = [pathTo(segments, one.segment), pathTo(segments, other.segment)]
  if (path.includes(other.segment)) return 'within'
  // A provider's answers are but some of those of a segment, and some of them may be of its part.
  if (otherPath.includes(one.segment)) return one.provider === null ? 'around' : 'shared'
  const common = path.find((id) => otherPath.includes(id))
  return common !== undefined && segmentOrBenchmark({ segments, benchmarks: [] }, common)?.overlap ? 'shared' : 'apart'
}

/** The segment itself and all that hold it, up to the root; of a benchmark only itself. */
function pathTo(root: Segment, id: string): string[] {
  const parent = parentOf(root, id)
  return parent ? [id, ...pathTo(root, parent.id)] : [id]
}

function testedAgainst({ survey }: Figures, { key, againstKey }: Sides): TestedAgainst {
  if (!againstKey) return 'fixed'
  const relation = relationOf(survey, key, againstKey)
  return relation === 'within' || relation === 'around' ? 'rest' : 'other'
}

// ── the difference itself ──

/** A difference without what its value decides. */
type DifferenceAbout = Omit<
  Difference,
  | 'value'
  | 'printed'
  | 'interval'
  | 'possible'
  | 'status'
  | 'direction'
  | 'reached'
  | 'certainty'
  | 'certaintyReason'
  | 'z'
  | 'differsUnrounded'
  | 'origin'
>

function aboutDifference(figures: Figures, sides: Sides, basis: ChangeBasis): DifferenceAbout {
  const { survey } = figures
  const { key: subject, own, to, againstKey, against } = sides
  const key = differenceKey(subject, to)
  const { unit, decimals } = metrics[subject.metric]
  const subjectId = idOfKey(subject, survey)
  const againstId = againstKey && idOfKey(againstKey, survey)
  return {
    id: idOfKey(key, survey),
    key,
    kind: 'difference',
    unit,
    decimals: own?.decimals ?? decimals,
    base: null,
    derivation: {
      formula: basis === 'printed' ? 'differenceOfPrinted' : 'difference',
      inputs: againstId === null ? [subjectId] : [subjectId, againstId],
      places: [],
    },
    subject: subjectId,
    against: againstId ?? (against && 'fixed' in against ? against : null),
    reason: null,
    testedAgainst: testedAgainst(figures, sides),
  }
}

function absentDifference(about: DifferenceAbout, status: FigureStatus, reason: NoDifferenceReason): Difference {
  const nothing = { ...noValue, possible: [], direction: null, reached: null, certainty: null, certaintyReason: null, z: null }
  return { ...about, ...nothing, status, reason, differsUnrounded: false }
}

function whyAbsent({ survey }: Figures, sides: Sides): [FigureStatus, NoDifferenceReason] {
  const statuses = figuresOf(sides).map(({ status }) => status)
  if (statuses.includes('withheld')) return ['withheld', 'withheld']
  if (sides.to === 'target' && !sides.against) return ['notComparable', 'noTarget']
  if (sides.to === 'midpoint' && !sides.against) return ['notComparable', 'noMidpoint']
  if (statuses.includes('noAnswers')) return ['noAnswers', 'noAnswers']
  return ['notComparable', isUnmeasured(survey, sides) ? 'notMeasured' : 'unknown']
}

/** Whether a group that has no figure is none of those measured in the period. */
function isUnmeasured(survey: Survey, { key, own, againstKey, against }: Sides): boolean {
  const missing = [own ? null : key, against ? null : againstKey].flatMap((side) => side ?? [])
  return missing.some(({ segment, period }) => {
    const found = segmentOrBenchmark(survey, segment)
    return found !== undefined && !isMeasuredIn(found, period)
  })
}
