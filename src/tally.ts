/** Answers → distributions: the only counting. Tallies merge (associative, commutative), so any engine can do the counting. */
import type { Place } from './errors.js'
import type { Exact, Interval } from './printed.js'

/** Whom and when a count or a published value is about. `segment` is a leaf for counts, any node for published values. */
export type Subject = { period: string; segment: string; provider: string | null; item: string }

/** How many gave each option. `notAsked` respondents are in no tally. */
export type Tally = Subject & { counts: Record<string, number> }

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
  /** number of answers printed beside it (n), or null */
  base: number | null
  place: Place
}

/** What was read from one file, for the summary on stderr. */
export type SourceSummary = { file: string; holds: string; rows: number; unused: string[] }

/** Everything that was read, counted: tallies and published values, never rows of people. Sorted, so that order of rows and files cannot matter. */
export type Dataset = { tallies: Tally[]; published: PublishedValue[]; sources: SourceSummary[] }
