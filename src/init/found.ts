/** What one table tells of a survey, whatever its layout. */
import { type LocaleId, locales } from '../locale/index.js'
import { optionByName } from '../options.js'
import { parseCell } from '../read/numbers.js'
import { type BuiltInScaleId, builtInScales } from '../scales.js'
import { type NamedPeriod, periodNames, periodsIn } from './periods.js'
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
  /** columns of answers that could be groups, each with the names in it */
  splits: Split[]
  /** how many decimals its means have, where they are not written with equally many */
  decimals: number | null
  source: DraftSource
}

/** A column by its heading, and the names in it. */
export type Split = { file: string; heading: string; labels: string[] }

/** `answers`: what was answered, as it is written; empty where only results are known. */
export type FoundItem = { label: string | null; text: string | null; answers: string[] }

/** How a file is to be read, as far as its headings do not tell. */
export type DraftSource = {
  file: string
  sheet?: string
  numbers?: LocaleId
  metric?: string
  period?: string
  columns?: Record<string, string>
}

/** Means of some decimals beside whole ones: a spreadsheet keeps 4.0 as 4. */
export function decimalsOf(texts: readonly string[], locale: LocaleId): number | null {
  const counts = texts.flatMap((text) => {
    const read = parseCell(text.trim().replace(/\s*[*†‡]+$/u, ''), locales[locale].numbers)
    return 'reason' in read ? [] : [read.decimals]
  })
  const some = counts.filter((count) => count > 0)
  return some.length > 0 && some.length < counts.length ? Math.min(...some, 3) : null
}

/** What the name of a file says of its period, where nothing in it does. */
export function periodOfFile(file: string): NamedPeriod | null {
  const name = file
    .slice(file.lastIndexOf('/') + 1)
    .replace(/\.\w+$/, '')
    .replace(/[_]/g, ' ')
  const { found } = periodsIn(name, periodNames([name]))
  return found.length === 1 ? (found[0] ?? null) : null
}

/** The built-in scale with the fewest options that has all the answers. */
export function scaleWith(answers: readonly string[]): BuiltInScaleId | null {
  const fitting = (Object.keys(builtInScales) as BuiltInScaleId[]).filter((id) => {
    const options = answers.map((answer) => optionByName(builtInScales[id], answer))
    return options.every((option) => option !== undefined) && options.some((option) => option && 'score' in option)
  })
  return fitting.sort((a, b) => builtInScales[a].options.length - builtInScales[b].options.length)[0] ?? null
}
