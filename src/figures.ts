/** Tally + published → Figures: totals, intervals, derivation; suppression last. */
import type { Place } from './errors.js'
import type { Exact, Interval } from './printed.js'
import type { Survey } from './survey.js'

/**
 * `ok` · `approximate` (its interval spans two printed values) · `noAnswers` (base 0, no value) · `withheld` (base under the minimum) ·
 * `contradictory` (its own printed number and what its parts give do not meet) · `typed` (written by hand with a source)
 */
export type FigureStatus = 'ok' | 'approximate' | 'noAnswers' | 'withheld' | 'contradictory' | 'typed'

/**
 * indexPoint: points 0–100 · scalePoint: the scale's own scores · share: fraction in [0, 1], printed as per cent · answer: a count of answers ·
 * person: a count of people (`invited`)
 */
export type Unit = 'indexPoint' | 'scalePoint' | 'share' | 'answer' | 'person'

/** How a figure was made. Words for each formula are in the locale. */
export type FormulaId =
  | 'counted' // from answers: number of answers
  | 'indexOfAnswers' // sum of scores over the base, spread 0–100
  | 'meanOfAnswers'
  | 'shareOfAnswers'
  | 'published' // read as printed
  | 'weightedMean' // of the parts, by number of answers
  | 'sum' // of the parts
  | 'ratio' // response rate: answers over invited
  | 'differenceOfPrinted'
  | 'difference' // of unrounded values
  | 'within'
  | 'mix'
  | 'typed'

export type Derivation = {
  formula: FormulaId
  /** ids of the figures it is made from, in the order of the formula */
  inputs: string[]
  /** for a read value: where it stands */
  places: Place[]
}

/** A publishable number. `id` is a path: `METRIC/SEGMENT/PERIOD[/items/ID][/providers/ID][/options/ID+ID]`. */
export type Figure = {
  id: string
  kind: 'metric' | 'change' | 'decomposition' | 'typed'
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
  status: FigureStatus
  derivation: Derivation
}

/** Figures of one dataset, by id, and the survey they belong to. Plain and structured-cloneable. */
export type Figures = {
  survey: Survey
  figures: Record<string, Figure>
  /**
   * Counts per option id, where answers are known and nothing is withheld, by subject: the figure id without its metric
   * (`external/2023-24`, `external/2023-24/items/contact`).
   */
  distributions: Record<string, Record<string, number>>
}
