/** The list of checks, and what a check finds. */
import type { Place } from '../errors.js'
import type { Interval } from '../printed.js'

export type CheckId = 'impossible-total' | 'base-sum' | 'claim-mismatch'

/** error: cannot all be right · rounding: agrees only by rounding · advice: deserves a look · notChecked: something needed is unknown */
export type FindingKind = 'error' | 'rounding' | 'advice' | 'notChecked'

/** A number with its place, as far as it takes part in a finding. */
export type Evidence = { figure: string; text: string; interval: Interval | null; place: Place | null }

/** What a check found: data first, worded once per locale. */
export type Finding = {
  /** `CHECK/FIGURE`, plus the place where there are several. What `accept` names */
  id: string
  check: CheckId
  kind: FindingKind
  /** our own data (stops a build) or what somebody has printed (never does) */
  scope: 'data' | 'claims'
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
  /** from `accept:`; null where it is not accepted */
  accepted: { reason: string } | null
}
