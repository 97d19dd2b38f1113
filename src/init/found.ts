/** What one table tells of a survey, whatever its layout. */
import type { LocaleId } from '../locale/index.js'
import { optionByName } from '../options.js'
import { type BuiltInScaleId, builtInScales } from '../scales.js'
import type { NamedPeriod } from './periods.js'
import type { Line } from './tree.js'

/** A table of a file: its rows as text. `sheet`: of a workbook, where it has several tables. */
export type Table = { file: string; sheet: string | null; rows: readonly (readonly string[])[] }

/** First and last day of the answers. */
export type Dates = { from: string; to: string }

/** What one table tells. */
export type Found = {
  lines: Line[]
  periods: NamedPeriod[]
  dates: Dates | null
  items: FoundItem[]
  providers: { label: string; segments: string[] }[]
  credit: string | null
  /** texts about the table, which may tell of scale and periods */
  about: string[]
  source: DraftSource
}

/** `answers`: what was answered, as it is written; empty where only results are known. */
export type FoundItem = { label: string | null; text: string | null; answers: string[] }

/** How a file is to be read, as far as its headings do not tell. */
export type DraftSource = {
  file: string
  sheet?: string
  numbers?: LocaleId
  metric?: string
  columns?: Record<string, string>
}

/** The built-in scale with the fewest options that has all the answers. */
export function scaleWith(answers: readonly string[]): BuiltInScaleId | null {
  const fitting = (Object.keys(builtInScales) as BuiltInScaleId[]).filter((id) => {
    const options = answers.map((answer) => optionByName(builtInScales[id], answer))
    return options.every((option) => option !== undefined) && options.some((option) => option && 'score' in option)
  })
  return fitting.sort((a, b) => builtInScales[a].options.length - builtInScales[b].options.length)[0] ?? null
}
