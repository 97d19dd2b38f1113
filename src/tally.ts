/**
 * Answers → distributions: the only counting. Tallies merge (associative, commutative), so any engine can do the
 * counting.
 */

import { NotatError, type Place, problem } from './errors.js'
import type { PublishedValue, Subject } from './figure.js'
import { checkHanded } from './handed.js'
import { english } from './locale/english-problems.js'
import type { MetricId } from './metrics.js'
import { countedIds, isTicked } from './scales.js'
import type { AnswerDistribution, Scale } from './survey.js'

/** How many gave each option. `notAsked` respondents are in no tally. */
export type Tally = Subject & { counts: Record<string, number> }

/**
 * A column that is not read though it looks like an item's. `item`: the id of the one whose name its heading is, or
 * nearly is; `scale`: the id of the scale whose options it holds. One of the two may be null.
 */
export type LookalikeColumn = { heading: string; item: string | null; scale: string | null; place: Place }

/** An option that the answers to an item in a period never use in this file, though others do. All three are ids. */
export type UnusedOption = { item: string; option: string; period: string }

/** What was read from one file, for the summary on stderr, and what of it was not. */
export type SourceSummary = {
  file: string
  holds: string
  rows: number
  /** headings of the columns that were not needed */
  unused: string[]
  lookalikes: LookalikeColumn[]
  unusedOptions: UnusedOption[]
  /** what else a reader should know of how it was read */
  remarks: SourceRemark[]
}

/**
 * What was done with a file that its author may not expect. `at`, `first`: the letters of a column, or a place as
 * messages name it; labels as the file or the project has them.
 */
export type SourceRemark =
  | { kind: 'sheet'; sheet: string; others: string[] }
  | { kind: 'hiddenRows'; sheet: string; count: number; first: number }
  /** a table as it was printed: how many rows its headings take, and what its columns were taken for */
  | { kind: 'printedColumns'; headingRows: number; columns: { at: string; period: string | null; item: string | null; metric: MetricId }[] }
  /** its rows: how many groups, the lines that only head others, and what a total was taken for */
  | { kind: 'printedRows'; groups: number; headings: string[]; total: { found: string; segment: string } | null }
  /** what of it is no number: cells without any, marks beside numbers, lines that tell of the table */
  | { kind: 'leftOut'; empty: { count: number; first: string }; marks: { count: number; first: string }; lines: string[] }

/**
 * Everything that was read, counted: tallies and published values, never rows of people. Sorted, so that order of
 * rows and files cannot matter.
 */
export type Dataset = { tallies: Tally[]; published: PublishedValue[]; sources: SourceSummary[] }

// ── counting ──

/** Counts answers as they stream past. Its memory grows with the number of subjects, not of answers. */
export type AnswerCounter = {
  /** One answer, or `times` equal ones, of `option` (an option id). */
  add: (subject: Subject, option: string, times?: number) => void
  /** All answers of a tally; one without answers stays a subject that nobody has answered about. */
  include: (tally: Tally) => void
  /** What has been counted so far, sorted; the counter may go on. */
  tallies: () => Tally[]
}

/** A counter that has counted nothing. The order of what is added changes nothing. */
export function tallyAnswers(): AnswerCounter {
  const bySubject = new Map<string, { subject: Subject; counts: Map<string, number> }>()
  const countsOf = ({ period, segment, provider, item }: Subject): Map<string, number> => {
    const subject = { period, segment, provider, item }
    const key = subjectKey(subject)
    const known = bySubject.get(key)
    if (known) return known.counts
    const counts = new Map<string, number>()
    bySubject.set(key, { subject, counts })
    return counts
  }
  const addTo = (counts: Map<string, number>, option: string, times: number): void => {
    counts.set(option, (counts.get(option) ?? 0) + times)
  }
  return {
    add: (subject, option, times = 1) => addTo(countsOf(subject), option, times),
    include: (tally) => {
      const counts = countsOf(tally)
      for (const [option, times] of Object.entries(tally.counts)) addTo(counts, option, times)
    },
    tallies: () =>
      [...bySubject.values()].map(({ subject, counts }) => ({ ...subject, counts: sortedCounts(counts) })).sort(bySubjectOrder),
  }
}

/**
 * The tallies of two files, or of two parts of one, as if they had been counted together. Associative and
 * commutative, so answers may be counted in any pieces and by any engine.
 */
export function mergeTallies(a: readonly Tally[], b: readonly Tally[]): Tally[] {
  for (const tallies of [a, b]) checkHanded({ tallies })
  const counter = tallyAnswers()
  for (const tally of [...a, ...b]) counter.include(tally)
  return counter.tallies()
}

/** Ids hold no slash, so joined they name one subject only. */
function subjectKey({ period, segment, provider, item }: Subject): string {
  return `${period}/${segment}/${provider ?? ''}/${item}`
}

/**
 * Order of a dataset: period, segment, provider (none first), item, each by code unit, so that no machine's language
 * can change it.
 */
export function bySubjectOrder(a: Subject, b: Subject): number {
  return (
    byCodeUnit(a.period, b.period) ||
    byCodeUnit(a.segment, b.segment) ||
    byCodeUnit(a.provider ?? '', b.provider ?? '') ||
    byCodeUnit(a.item, b.item)
  )
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function sortedCounts(counts: Map<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a], [b]) => byCodeUnit(a, b)))
}

// ── distributions ──

/**
 * Counts per response option, checked: every option of the scale in its order, one left out counts 0.
 *
 * @throws NotatError with all of `unknown-scale-option`, `broken-count` (negative, not whole, too large to be exact)
 *   and `flat-scale` (fewer than two different scores, so that there is no index)
 */
export function distribution(scale: Scale, counts: Readonly<Record<string, number>>): AnswerDistribution {
  checkHanded({ scale, counts })
  const scores = new Set(scale.options.flatMap((option) => ('score' in option ? [option.score] : [])))
  const ids = countedIds(scale)
  const known = ids.join(', ')
  const problems = [
    ...(scores.size < 2 && !isTicked(scale) ? [problem(english, 'flat-scale', { scale: scale.id })] : []),
    ...Object.entries(counts).flatMap(([option, count]) => {
      if (!ids.includes(option)) return [problem(english, 'unknown-scale-option', { option, scale: scale.id, known })]
      return Number.isSafeInteger(count) && count >= 0 ? [] : [problem(english, 'broken-count', { option, count: String(count) })]
    }),
  ]
  if (problems.length > 0) throw new NotatError('data', problems)
  // -0 is a whole number too; adding 0 makes it plain 0.
  return { scale, counts: Object.fromEntries(ids.map((id) => [id, Object.hasOwn(counts, id) ? (counts[id] ?? 0) + 0 : 0])) }
}

/**
 * The answers of both. Associative and commutative.
 *
 * @throws NotatError `mixed-scales` where the scales have not the same options with the same scores
 */
export function mergeDistributions(a: AnswerDistribution, b: AnswerDistribution): AnswerDistribution {
  if (!isSameScale(a.scale, b.scale))
    throw new NotatError('data', [problem(english, 'mixed-scales', { first: a.scale.id, second: b.scale.id })])
  return distribution(a.scale, Object.fromEntries(countedIds(a.scale).map((id) => [id, (a.counts[id] ?? 0) + (b.counts[id] ?? 0)])))
}

/** Same options with the same meaning; wording does not matter. */
function isSameScale(a: Scale, b: Scale): boolean {
  const meaning = (scale: Scale): string =>
    JSON.stringify(scale.options.map((option) => [option.id, 'score' in option ? option.score : option.missing, 'ticked' in option]))
  return a === b || meaning(a) === meaning(b)
}
