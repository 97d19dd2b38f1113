/** The nouns of what a check finds. */
import type { Assertion, Quantifier, Told } from './claim.js'
import type { Place } from './errors.js'
import type { Direction, Unit } from './figure.js'
import type { MetricId } from './metrics.js'
import type { Interval } from './printed.js'
import type { FixedPoint } from './survey.js'

/**
 * Every check and the values that the wording of its findings needs, besides the numbers a finding holds anyway. The
 * wording is in the locale files, under the same id. Ids are part of the public contract: lower case, hyphens, the
 * failing state as a noun.
 */
export interface FindingValues {
  /** `kind`: what is told that is not so; `right`: the word that would be, null where none is known */
  'false-statement': { kind: Told['is']; right: string | null }
  /** outside the scale, or between what whole numbers of answers give */
  'impossible-mean': { basis: 'offScale' | 'wholeAnswers' }
  /**
   * `basis`: how total and parts contradict each other; `expected`: how what the parts give was found. Under any
   * weights, or by answers. `isWholeCovered`: false where they agree if the parts do not cover the total
   */
  'impossible-total': { basis: 'hull' | 'weighted'; expected: 'hull' | 'weighted'; isWholeCovered: boolean }
  'impossible-share': NoValues
  'share-mismatch': NoValues
  /** whether the shares of all options are printed, or of some that are too much already */
  'share-sum': { options: 'all' | 'some' }
  /** whether the number fits where the scale is turned round */
  'index-mismatch': { reversed: boolean }
  /** what the rate is of, where that is counted in something else than people; null where it is of people */
  'response-rate': { of: string | null }
  /** what the parts give is the sum, or no more than the least it can be. `isWholeCovered`: as of a total */
  'base-sum': { basis: 'sum' | 'atLeast'; isWholeCovered: boolean }
  'impossible-count': NoValues
  'duplicate-claim': NoValues
  /** which way our own figures go; null for a number that is no change, and where that is not known */
  'claim-mismatch': { ourDirection: Direction | null }
  /**
   * `isRatio`: the change is told in per cent of what was before; `difference`: of the two numbers as they are printed,
   * in neutral spelling
   */
  'change-mismatch': { isRatio: boolean; difference: string }
  'direction-word': NoValues
  'statement-mismatch': NoValues
  /** the ends of the scale, in neutral spelling */
  midpoint: { from: string; to: string }
  /** `against`: null for highest and lowest; `quantifier`: null where one thing is compared */
  'comparison-claim': Pick<Extract<Assertion, { kind: 'comparison' }>, 'relation' | 'against'> & { quantifier: Quantifier['kind'] | null }
  /** what is said of the target */
  /** `isReached`: null where another number is given as the target */
  'target-claim': { isReached: boolean | null }
  'count-claim': NoValues
  /** what our own document has there; null where the text denies what it does not */
  'altered-document': { own: string | null; document: string }
  numbering: { fault: 'doubled' | 'missing'; of: 'table' | 'chart'; number: number }
  /** the numbers were drawn, or the period ended, on `date`; both dates as YYYY-MM-DD */
  'date-order': { what: 'drawn' | 'ended'; date: string; documentDate: string }
  /** what stands in both columns, from top to bottom */
  'label-mismatch': { counts: string[] }
  /** of the numbers whose difference is told; null where it is not known */
  'unit-word': { unit: Unit | null }
  'unsupported-change': NoValues
  'weak-base': NoValues
  /** the survey's least number of answers that is shown */
  'small-cell': { minimum: number }
}

type NoValues = Record<string, never>

export type CheckId = keyof FindingValues

/**
 * `error`: the numbers cannot all be right. `rounding`: they agree, but only by rounding. `advice`: it deserves a look.
 * `notChecked`: something that is needed is not known.
 */
export type FindingKind = 'error' | 'rounding' | 'advice' | 'notChecked'

/**
 * Whose numbers a finding is about. `data`: our own, where an error stops a build. `document`: what our own document
 * says of them, where it does too. `claims`: what somebody has printed, where it never does.
 */
export type Scope = 'data' | 'document' | 'claims'

/** What a difference is held against: a group by its name, or a number that is nobody's. */
export type HeldAgainst = { label: string } | { fixed: FixedPoint }

/** What a figure is called, without the words of a language: the locale makes "indekstal for Samlet, 2023-24" of it. */
export type FigureName = {
  /** of a change the metric that changes, of a difference the one that differs */
  metric: MetricId
  /** the segment's short name, or its label */
  segment: string
  /** one period id; two for a change, the earlier first */
  periods: string[]
  /** label of the item where it is not the survey's first; null else */
  item: string | null
  provider: string | null
  /** what each option is called, by language; none where the number is of all answers */
  options: readonly Readonly<Record<string, string>>[]
  /** of a difference; null else */
  against: HeldAgainst | null
}

/**
 * A number or direction with its place, as far as it takes part in a finding. `text` is as printed, or of a figure we
 * have computed neutral.
 */
export type Evidence = {
  figure: string
  /** null for words that are no figure: a table's number, a date. `figure` then says what they are about: `table/1` */
  name: FigureName | null
  text: string
  interval: Interval | null
  place: Place | null
  /** what a table calls a number that is no figure; no column where several columns are meant */
  cell?: TableCell
  /** it is a figure we have computed, not what somebody has stated */
  isComputed: boolean
}

export type TableCell = { row: string; column?: string }

/**
 * New printed values for one figure: from the lowest to the highest that mend its group; equal where there is one.
 * Neutral spelling.
 */
export type Repair = { figure: string; name: FigureName; stated: string; from: string; to: string }

/**
 * A way to mend a group of contradictions by changing as few figures as possible: one, or two where no single one does
 * it. A figure is changed in all the places that print it. Several candidates are equals: the numbers cannot tell which
 * is meant.
 */
export type Candidate = {
  repairs: Repair[]
  /**
   * other statements that agree with the figures as they are printed: the same number elsewhere, a change or a
   * direction that follows from it
   */
  support: Evidence[]
}

/** What a check found: data first, worded once per locale. `check` says which values it has. */
export type Finding<C extends CheckId = CheckId> = { [K in C]: FindingOfAny & { check: K; values: FindingValues[K] } }[C]

type FindingOfAny = {
  /** `CHECK/FIGURE`, plus the place where there are several. What `accept` names */
  id: string
  kind: FindingKind
  scope: Scope
  /**
   * the figure the finding is about; of words that are no figure what they are about: `table/1`, `date/2023-08-07`,
   * `scale/score5`
   */
  figure: string
  found: Evidence
  /** what the others give for it: the interval and its printed spellings ("82", or "84" and "91" for a range) */
  expected: { interval: Interval | null; printed: string[] }
  /** the numbers it was compared with */
  related: Evidence[]
  /** a direction word, a verdict on a target or a rank flips */
  changesConclusion: boolean
  /**
   * the words that flip, each wording once. `isSure`: whichever candidate is right; else they hold with some of the
   * candidates and not with others
   */
  flips: { words: Evidence; isSure: boolean }[]
  /** the smallest changes that mend it; empty where none of one or two figures does, or none was looked for */
  candidates: Candidate[]
  /** findings that vanish with this one: it is their cause. They stand nowhere else */
  consequences: Finding[]
  /** it rests on a number that is withheld: its numbers are left out, and its texts are empty */
  isDiscreet?: true
  /** from `accept:`; null where it is not accepted */
  accepted: { reason: string } | null
}

/** A number or direction as the wording of a finding has it: what it is called, what is printed, and where. */
export type SpokenEvidence = { name: FigureName | null; text: string; place: Place | null; cell?: TableCell | undefined }

/** What the wording of one check's findings is made from. Numbers are spelled in the locale. */
export type SpokenFinding<C extends CheckId> = {
  scope: Scope
  kind: FindingKind
  found: SpokenEvidence
  /** one printed value, the lowest and the highest, or none */
  expected: string[]
  related: SpokenEvidence[]
  values: FindingValues[C]
}

/** Each candidate's repairs, with how many other statements agree with what is printed now. */
export type SpokenCandidate = { repairs: { name: FigureName; stated: string; from: string; to: string }[]; support: number }

/**
 * What a project may ask for. `file`: in data/ or claims/; `folder`: one whose name is nearly that of a folder that
 * is read.
 */
export type NotShownKind =
  | 'item'
  | 'period'
  | 'segment'
  | 'provider'
  | 'benchmark'
  | 'target'
  | 'record'
  | 'number'
  | 'exhibit'
  | 'option'
  | 'quotation'
  | 'column'
  | 'section'
  | 'template'
  | 'file'
  | 'folder'

/**
 * Something a project asks for that none of its documents shows: data that no number is printed of, or a file or
 * column that is not read.
 *
 * `notCleared`: a quotation that nobody has allowed to be printed ·
 * `absent`: a template prints a number that there is none of, without asking for it ·
 * `nothingToShow`: a template of the project declares a table or chart that none of its documents prints ·
 * `notPrinted`: there are numbers of it, and none is printed · `noData`: there are none · `neverChosen`: an option
 * the answers of `values.item` in `values.period` never use, though others do · `lookalike`: a column with a name
 * near that of `values.item`, or with options of `values.scale` · `noSection`: no template has a section of that name
 * · `noPlace`: the section it replaces is not printed, or not for the member it is about · `unreadKind`: a file of a
 * kind that is not read · `notListed`: a table that `data:` or `claims:` leave out · `unusedTemplate`: no document has
 * it · `unreadFolder`: its name is not that of a folder that is read
 */
export type NotShownReason =
  | 'notPrinted'
  | 'absent'
  | 'nothingToShow'
  | 'noData'
  | 'neverChosen'
  | 'notCleared'
  | 'lookalike'
  | 'noSection'
  | 'noPlace'
  | 'unreadKind'
  | 'notListed'
  | 'unusedTemplate'
  | 'unreadFolder'

/**
 * `values`: what the wording needs besides, `nearest` being the right name of a file or folder, '' where none is
 * near.
 */
export type NotShown = {
  kind: NotShownKind
  id: string
  label: string
  reason: NotShownReason
  values: Readonly<Record<string, string>>
  place: Place | null
  /** ids of the documents that want a number, where several are made */
  documents?: readonly string[]
}
