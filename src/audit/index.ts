/** The list of checks, and what a check finds. */
import type { Place } from '../errors.js'
import type { Figures } from '../figures.js'
import type { Interval } from '../printed.js'
import type { Segment } from '../survey.js'
import type { Statements } from './statements.js'

export type CheckId = 'impossible-total' | 'base-sum' | 'claim-mismatch'

/** error: cannot all be right · rounding: agrees only by rounding · advice: deserves a look · notChecked: something needed is unknown */
export type FindingKind = 'error' | 'rounding' | 'advice' | 'notChecked'

/** data: our own numbers, where an error stops a build · claims: what somebody has printed, where it never does */
export type Scope = 'data' | 'claims'

/** What a figure is called, without the words of a language: the locale makes "indekstal for Samlet, 2023-24" of it. */
export type FigureName = {
  /** metric id; of a change the metric that changes */
  metric: string
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

/** A number or direction with its place, as far as it takes part in a finding. `text` is as printed; our own figures are spelled neutrally. */
export type Evidence = { figure: string; name: FigureName; text: string; interval: Interval | null; place: Place | null }

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
  /** the figure the finding is about */
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

/** One thing that must hold between numbers. */
export type Check = {
  id: CheckId
  /** whose numbers it is about */
  scopes: readonly Scope[]
  run: (stated: Statements, figures: Figures) => Finding[]
  /** what it finds and, just as much, where it must stay silent; every one is a test */
  examples: { consistent: Example[]; inconsistent: Example[]; undecidable: Example[] }
}

/**
 * A few printed numbers on the tree `all` = `internal` + `external`, `external` = `young` + `adult`, with the item `overall` on `agreement5` and
 * the periods 2023 and 2024.
 */
export type Example = {
  /** why it is or is not a finding */
  because: string
  /** `[figure, text as printed in English]` */
  claims: [figure: string, text: string][]
  /** what is special about the root of the tree */
  root?: Partial<Pick<Segment, 'complete' | 'overlap'>>
  /** another scale than `agreement5` */
  scale?: string
  /** our own published figures, where the check compares with them */
  data?: [figure: string, text: string][]
}
