/** The nouns of what is computed: figures, the totals they are made by, and changes. */
import type { FormulaId, Unit } from './calculation.js'
import type { Place } from './errors.js'
import type { ChangeKey, DecompositionKey, DifferenceKey, FigureKey } from './figure-key.js'
import type { MetricId } from './metrics.js'
import type { Exact, Interval } from './printed.js'
import type { FixedPoint, Survey } from './survey.js'

export type { FormulaId, Unit } from './calculation.js'

/**
 * Whom and when a count or a published value is about. `segment` is a leaf for counts, any node for published values.
 */
export type Subject = { period: string; segment: string; provider: string | null; item: string }

/** A value somebody has published for a subject: its printed text and what that text stands for. */
export type PublishedValue = Subject & {
  metric: string
  /** share options, in scale order, joined by `+`; null for other metrics */
  options: string | null
  text: string
  /** as printed: of a share the percentage, 0–100; so is `interval` */
  value: Exact
  /** digits after the decimal mark */
  decimals: number
  interval: Interval
  /** it is a share that is known in words alone: "knap halvdelen" */
  isInWords?: true | undefined
  /** number of answers printed beside it (n), or null */
  base: number | null
  place: Place
  /** where that number of answers stands */
  basePlace?: Place | undefined
}

/**
 * `ok` · `approximate` (its interval spans two printed values) · `noAnswers` (base 0, no value) · `withheld` (base
 * under the minimum) · `contradictory` (its own printed number and what its parts give do not meet) · `notComparable`
 * (a change that is not told, since the two numbers are about different things) · `typed` (written by hand with a
 * source)
 */
export type FigureStatus = 'ok' | 'approximate' | 'noAnswers' | 'withheld' | 'contradictory' | 'notComparable' | 'typed'

export type Derivation = {
  formula: FormulaId
  /** ids of the figures it is made from, in the order of the formula */
  inputs: string[]
  /** for a read value: where it stands */
  places: Place[]
}

/** A publishable number. */
export type Figure = {
  /** a path, made from the key: `METRIC/SEGMENT/PERIOD[/items/ID][/providers/ID][/options/ID+ID]` */
  id: string
  /** what it is about */
  key: FigureKey
  kind: FigureKey['kind']
  unit: Unit
  /** digits after the decimal mark in print (of the percentage for a share) */
  decimals: number
  /** the unrounded value; for a share a fraction in [0, 1]. null with status noAnswers or withheld */
  value: Exact | null
  /** neutral spelling of the rounded number: `"84"`, `"-1"`, `"4.4"`; of a share the percentage. null as `value` */
  printed: string | null
  /** unweighted number of valid answers behind it (n); null where unknown or not applicable */
  base: number | null
  /** all values it may have, in the unit of `value`; null where it has no value */
  interval: Interval | null
  /** neutral spellings of all printed values the interval allows, ascending; one where it is decided */
  possible: string[]
  /** a share that is known in words alone, and told in them: its `value` is the middle of what they stand for */
  isInWords?: true | undefined
  status: FigureStatus
  derivation: Derivation
  /**
   * where the value comes from: the formula's result · read as it stands in the data · the midpoint of its interval,
   * where the formula's result, or what was read, lies outside. null where there is no value
   */
  origin: 'calculated' | 'read' | 'midpoint' | null
}

/** A part of a node, as it weighs in the node's total. */
export type TotalPart = {
  /** id of the part's figure: `indexScore/external/2023-24` */
  figure: string
  /** number of answers it weighs with (n); null where unknown */
  base: number | null
  /**
   * the interval of the part's figure, in the unit of `Figure.value`; null where its value is unknown or its base is
   * 0
   */
  interval: Interval | null
}

/**
 * What may be known twice about one node: what somebody has published for it, and what its parts give; the audit
 * compares the two. One for every figure with a published value, and for every total that is not counted from answers
 * alone. Holds what was read, before anything is withheld.
 */
export type Total = {
  /** id of the node's figure: `indexScore/all/2023-24`, `base/external/2023-24` */
  figure: string
  unit: Unit
  /** the node's own published number; for a base its `text` is the count in digits. null where none was published */
  own: PublishedValue | null
  /**
   * what `own` stands for, in the unit of `Figure.value`, clipped to the scale; null where `own` is. Empty where the
   * number is off the scale
   */
  ownInterval: Interval | null
  /**
   * in the order of the tree; also where they give no total. A leaf's are its providers, where their numbers are
   * published
   */
  parts: TotalPart[]
  /** the parts cover the node and no respondent is in two of them, as the project says */
  isPartition: boolean
  /**
   * what the parts give: their mean weighted by base, or the sum of counts. For answers counted at a leaf the exact
   * value. null where the parts give no total (they do not cover the node, overlap, a value or a weight is unknown)
   */
  fromParts: Interval | null
  /**
   * what the parts give under any weights: from the lowest to the highest of them; null for counts and where a part's
   * value is unknown
   */
  hull: Interval | null
  /** number of answers: the node's own, and the sum of its parts'; null where unknown */
  bases: { own: number | null; fromParts: number | null }
  /** why the parts give no total; null where they do, or where there are none */
  whyNoTotal: WhyNoTotal | null
  /** `own` and what the parts give do not meet: weighted, or where no weights are known under any weights */
  isContradiction: boolean
}

/**
 * Why the parts of a node give no total: one or more have no number of answers to weigh with · somebody may be in
 * several parts · the parts do not cover it · nothing is known of one part · none was measured or answered about
 */
export type WhyNoTotal = 'noWeights' | 'overlap' | 'incomplete' | 'unknownPart' | 'notMeasured'

/**
 * A node that is made of different groups in two periods. Its totals are then compared over the groups of both,
 * `comparedWith` in their ids.
 */
export type Comparison = {
  item: string
  segment: string
  provider: string | null
  previous: string
  current: string
  /**
   * the groups of both periods, the largest that are the same in both, in the order of the tree; none: there is no
   * change to tell
   */
  common: string[]
  /** the others, and the only period of the two that measured each */
  leftOut: { segment: string; period: string }[]
}

/**
 * From a period on an item was answered in another way than before. `why`: as the project says; null where it is seen
 * in the answers.
 */
export type ItemBreak = { item: string; period: string; why: string | null; missing: string[]; answers: number | null }

/**
 * What withholding costs in a period. `small`: groups, or providers in a group, of too few answers · `others`: those
 * withheld with them, so that the small ones cannot be worked out · `isChoice`: as many others could have been withheld
 * instead · `withheld`: all of them, in the order of the survey; the small ones are not told apart · `isChanged`: the
 * numbers are others than those told before, so the whole alone is told.
 */
export type WithholdingCost = {
  period: string
  small: number
  others: number
  isChoice: boolean
  withheld: { segment: string; provider: string | null }[]
  isChanged: boolean
}

/**
 * How many answers have been told of, by period, item and what they are about (a group, a provider in a group); under
 * `item/dontKnow` how many gave an answer that does not count, and under `item/yes` how many could say yes. Several
 * where others were told at other times, the latest last. What has been told cannot be taken back, so what is told
 * later builds on it.
 */
export type ToldBefore = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number | readonly number[]>>>>>>

/** Numbers of one metric that were printed with different decimals. Its figures have the fewest of them. */
export type MixedDecimals = { metric: MetricId; item: string; period: string; decimals: number[] }

/** Figures of one dataset, by id, and the survey they belong to. Plain and structured-cloneable. */
export type Figures = {
  survey: Survey
  figures: Record<string, Figure>
  /**
   * Counts per option id, where answers are known and nothing is withheld, by subject: the figure id without its metric
   * (`external/2023-24`, `external/2023-24/items/contact`). Where several options may be ticked each stands beside
   * those who answered and left it, under its id with a `!` before it.
   */
  distributions: Record<string, Record<string, number>>
  /**
   * every number that may be known twice, by period, item and measure, then in the order of the tree; what the audit
   * reads. Of what is withheld too: nobody is to write them out
   */
  totals: Total[]
  /** nodes that are made of different groups in two periods that are compared */
  comparisons: Comparison[]
  /**
   * where options of a scale stop being used, or begin to be, as chance does not explain: `missing` are not used on
   * one side
   */
  inferredBreaks: ItemBreak[]
  mixedDecimals: MixedDecimals[]
  /** what is withheld, by period; periods without are left out */
  withholding: WithholdingCost[]
}

/**
 * rise, fall: the printed numbers, the unrounded difference and every possible one say so · unchanged: the same
 * printed number twice, and a difference that rounds to 0 · largelyUnchanged, "stort set uændret": all else
 */
export type Direction = 'rise' | 'fall' | 'unchanged' | 'largelyUnchanged'

/**
 * Why there is no change to tell: a side is withheld · nobody answered in one of the periods · the group is not
 * measured in one · no group is measured in both · the item was asked in another way · a number is not known
 */
export type NoChangeReason = 'withheld' | 'noAnswers' | 'notMeasured' | 'noCommonGroup' | 'break' | 'unknown'

/**
 * What is missing for a firmer verdict: the number of answers in a period · a mean of answers, which counts and rates
 * are not · which answers were given, where only their mean is known
 */
export type CertaintyReason = 'noBase' | 'noMean' | 'spreadUnknown'

/**
 * certain: zMin ≥ 1.96 · never: zMax < 1.96 · tooFew: under `minimumBaseForChange` answers on a side · undecidable:
 * else
 */
export type Certainty = 'certain' | 'never' | 'undecidable' | 'tooFew'

/** What a change's `printed` is: the difference of the two printed numbers, or the unrounded difference, rounded. */
export type ChangeBasis = 'printed' | 'unrounded'

/** Current minus previous. `printed` is the difference of the two printed numbers, `value` the unrounded one. */
export type Change = Figure & {
  kind: 'change'
  key: ChangeKey
  /** ids of the two figures compared */
  previous: string
  current: string
  /** why there is no value; null where there is one */
  reason: NoChangeReason | null
  /** where the item was asked in another way between the two */
  breaks: ItemBreak[]
  /** the groups the two totals are made of, where the segment has others in one of the periods; null: all of its own */
  common: string[] | null
  leftOut: Comparison['leftOut']
  /** null where there is no value */
  direction: Direction | null
  certainty: Certainty | null
  /** why it is null though there is a change, or why it is undecidable; else null */
  certaintyReason: CertaintyReason | null
  /** bounds of z = d/SE; equal where distributions are known. null where not computed */
  z: { min: number; max: number } | null
  /** rounding the unrounded change gives another number than `printed`, or another sign */
  differsUnrounded: boolean
}

/**
 * A number that is nobody's: a target, or the middle of what the metric can be on the item's scale. It is exact.
 * `value` in the unit of the figure, a share as a fraction; `printed` as it is written (`"4.2"`), of a share the
 * percentage.
 */
export type FixedNumber = { fixed: FixedPoint; value: Exact; printed: string }

/**
 * above, below: the printed numbers, the unrounded difference and every possible one say so · equal: the same printed
 * number twice, and a difference that rounds to 0 · undecided: rounding hides which
 */
export type Standing = 'above' | 'below' | 'equal' | 'undecided'

/**
 * Why there is no difference to tell: a side is withheld · nobody answered on one · a group is not measured in the
 * period · there is no target for it, or no middle of it · a number is not known
 */
export type NoDifferenceReason = 'withheld' | 'noAnswers' | 'notMeasured' | 'noTarget' | 'noMidpoint' | 'unknown'

/**
 * What it is tested against: the other group's answers · those of the group that holds the other, without the other's
 * own · a number that is exact
 */
export type TestedAgainst = 'other' | 'rest' | 'fixed'

/**
 * Besides what is missing for a change: how many answered in the rest, or what, cannot be worked out, or there is no
 * rest · the two groups may share respondents
 */
export type DifferenceCertaintyReason = CertaintyReason | 'restUnknown' | 'overlap'

/**
 * A subject's number minus what it is held against. `printed` is the difference of the two printed numbers, `value`
 * the unrounded one.
 */
export type Difference = Figure & {
  kind: 'difference'
  key: DifferenceKey
  /** id of the figure it is of */
  subject: string
  /** id of the figure it is held against, or a fixed number; null where there is no such number */
  against: string | FixedNumber | null
  /** why there is no value; null where there is one */
  reason: NoDifferenceReason | null
  /** null where there is no value */
  direction: Standing | null
  /** whether a target is reached; null of what is no target, where there is no value, and where rounding hides it */
  reached: boolean | null
  certainty: Certainty | null
  /** why it is null though there is a difference, or why it is undecidable; else null */
  certaintyReason: DifferenceCertaintyReason | null
  testedAgainst: TestedAgainst
  /** bounds of z = d/SE of what is tested; equal where distributions are known. null where not computed */
  z: { min: number; max: number } | null
  /** rounding the unrounded difference gives another number than `printed`, or another sign */
  differsUnrounded: boolean
}

/** A part of what a total's change consists of: its `value` is made from points, and so is `printed`. */
export type Contribution = Figure & {
  kind: 'decomposition'
  key: DecompositionKey
  /** which way it pulls; 0: not at all; null: it may be either */
  sign: 1 | -1 | 0 | null
}
