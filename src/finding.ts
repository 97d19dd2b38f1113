/** The nouns of what a check finds. */
import type { Place } from './errors.js'
import type { MetricId } from './metrics.js'
import type { Interval } from './printed.js'

export type CheckId =
  | 'impossible-mean'
  | 'impossible-total'
  | 'impossible-share'
  | 'share-mismatch'
  | 'share-sum'
  | 'index-mismatch'
  | 'response-rate'
  | 'base-sum'
  | 'impossible-count'
  | 'duplicate-claim'
  | 'claim-mismatch'
  | 'change-mismatch'
  | 'direction-word'
  | 'midpoint'
  | 'comparison-claim'
  | 'target-claim'
  | 'count-claim'
  | 'numbering'
  | 'date-order'
  | 'label-mismatch'
  | 'unit-word'
  | 'unsupported-change'
  | 'weak-base'
  | 'small-cell'

/** error: cannot all be right · rounding: agrees only by rounding · advice: deserves a look · notChecked: something needed is unknown */
export type FindingKind = 'error' | 'rounding' | 'advice' | 'notChecked'

/**
 * data: our own numbers, where an error stops a build · document: what our own document says of them, where it does too · claims: what somebody
 * has printed, where it never does
 */
export type Scope = 'data' | 'document' | 'claims'

/** What a figure is called, without the words of a language: the locale makes "indekstal for Samlet, 2023-24" of it. */
export type FigureName = {
  /** of a change the metric that changes */
  metric: MetricId
  /** the segment's short name, or its label */
  segment: string
  /** one period id; two for a change, the earlier first */
  periods: string[]
  /** label of the item where it is not the survey's first; null else */
  item: string | null
  provider: string | null
  /** ids joined by `+` */
  options: string | null
}

/** A number or direction with its place, as far as it takes part in a finding. `text` is as printed, or of a figure we have computed neutral. */
export type Evidence = {
  figure: string
  /** null for words that are no figure: a table's number, a date. `figure` then says what they are about: `table/1` */
  name: FigureName | null
  text: string
  interval: Interval | null
  place: Place | null
  /** it is a figure we have computed, not what somebody has stated */
  isComputed: boolean
}

/** New printed values for one figure: from the lowest to the highest that mend its group; equal where there is one. Neutral spelling. */
export type Repair = { figure: string; name: FigureName; stated: string; from: string; to: string }

/**
 * A way to mend a group of contradictions by changing as few figures as possible: one, or two where no single one does it. A figure is changed
 * in all the places that print it. Several candidates are equals: the numbers cannot tell which is meant.
 */
export type Candidate = {
  repairs: Repair[]
  /** other statements that agree with the figures as they are printed: the same number elsewhere, a change or a direction that follows from it */
  support: Evidence[]
}

/** What a check found: data first, worded once per locale. */
export type Finding = {
  /** `CHECK/FIGURE`, plus the place where there are several. What `accept` names */
  id: string
  check: CheckId
  kind: FindingKind
  scope: Scope
  /** the figure the finding is about; of words that are no figure what they are about: `table/1`, `date/2023-08-07`, `scale/score5` */
  figure: string
  found: Evidence
  /** what the others give for it: the interval and its printed spellings ("82", or "84" and "91" for a range) */
  expected: { interval: Interval | null; printed: string[] }
  /** the numbers it was compared with */
  related: Evidence[]
  /** values the wording needs: `basis: 'hull' | 'weighted'`… */
  values: Record<string, string>
  /** a direction word, a verdict on a target or a rank flips */
  changesConclusion: boolean
  /** the smallest changes that mend it; empty where none of one or two figures does, or none was looked for */
  candidates: Candidate[]
  /** findings that vanish with this one: it is their cause. They stand nowhere else */
  consequences: Finding[]
  /** from `accept:`; null where it is not accepted */
  accepted: { reason: string } | null
}

/** A number or direction as the wording of a finding has it: what it is called, what is printed, and where. */
export type SpokenEvidence = { name: FigureName | null; text: string; place: Place | null }

/** What the wording of a finding is made from. Numbers are spelled in the locale. */
export type SpokenFinding = {
  scope: Scope
  kind: FindingKind
  found: SpokenEvidence
  /** one printed value, the lowest and the highest, or none */
  expected: string[]
  related: SpokenEvidence[]
  values: Record<string, string>
}

/** Each candidate's repairs, with how many other statements agree with what is printed now. */
export type SpokenCandidate = { repairs: { name: FigureName; stated: string; from: string; to: string }[]; support: number }
