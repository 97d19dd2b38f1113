/** What a check is. */
import type { Told } from '../claim.js'
import type { Figures } from '../figure.js'
import type { CheckId, Finding, Scope } from '../finding.js'
import type { Segment, Target } from '../survey.js'
import type { Statements } from './statements.js'

/** One thing that must hold between numbers. */
export type Check<C extends CheckId = CheckId> = {
  id: C
  /** whose numbers it is about */
  scopes: readonly Scope[]
  /** its findings follow from an earlier check's contradiction about the same figures, and then stand under it */
  follows: boolean
  run: (stated: Statements, figures: Figures) => Finding<C>[]
  /** what it finds and, just as much, where it must stay silent; every one is a test */
  examples: { consistent: Example[]; inconsistent: Example[]; undecidable: Example[] }
}

/**
 * A few printed numbers on the tree `all` = `internal` + `external`, `external` = `young` + `adult`, with the items
 * `overall` ("Satisfaction") and `contact` ("Contact") on `agreement5`, the periods 2023 and 2024, and the benchmark
 * `country` ("The whole country"). A segment is called by its id.
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
  /** running text in English, printed besides */
  text?: string
  targets?: Target[]
  /** what stands in a copy of our own document, and what our own has there */
  altered?: [text: string, own: string][]
  /** what our own document tells in words, each in all the ways it can be meant */
  told?: Told[][]
}
