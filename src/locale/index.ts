/** The Locale type: every word that is not a template's. `formatFigure`: how a printed number is spelled. */
import type { ProblemValues } from '../errors.js'
import type { ScaleWords } from '../scales.js'
import { da } from './da.js'
import { en } from './en.js'

export type LocaleId = 'da' | 'en'

/** Wording of one problem: what was found, what was expected; the hint says what to do. */
export type ProblemWording = { message: string; hint?: string }

/** A section a family of words; each locale file holds them in this order. Words for renderers are plain strings, sentences with values functions. */
export type Locale = {
  id: LocaleId
  /** BCP 47, for `lang` */
  language: string
  numbers: { decimal: string; thousands: string; minus: string }
  /** response options of the built-in scales: the label that is printed, then other wordings that data files use */
  scales: ScaleWords
  /** errors in project, data, templates */
  problems: { [C in keyof ProblemValues]: (values: ProblemValues[C]) => ProblemWording }
  /** what the command line says */
  cli: {
    help: string
    progress: (progress: { stage: 'read' | 'derive' | 'audit' | 'compose' | 'render'; name: string | null }) => string
    /** one file read; `unused`: headings of columns that were not needed */
    read: (source: { file: string; holds: string; rows: number; unused: string[] }) => string
    /** the result in a sentence; numbers come spelled, `previous` null where nothing is compared */
    headline: (result: { label: string; value: string; period: string; previous: { value: string; period: string; change: string } | null }) => string
    noResult: (result: { label: string; period: string }) => string
    unmatchedAccept: (accept: { finding: string; line: number }) => string
    stopped: string
    /** result of `--check`, a line each */
    checked: (check: { drifted: string[]; count: number }) => string[]
    written: (result: { count: number; folder: string; seconds: string }) => string
  }
  /** what renderers say by themselves */
  render: {
    /** aria-label of the margin column */
    caseDetails: string
    /** hidden before the name of an indented part */
    ofWhich: string
    dataBehindChart: string
    notes: string
    backToText: string
    /** label of a note reference for those who listen: "Note 1" */
    noteLabel: (mark: string) => string
  }
}

export const locales: Record<LocaleId, Locale> = { da, en }
