/**
 * Columns that nobody reads though they look like an item's: by their heading, or by what people have written in
 * them.
 */
import { nearestName } from '../nearest.js'
import { optionByName } from '../options.js'
import { isTicked, scaleOf } from '../scales.js'
import type { Scale, Survey } from '../survey.js'
import type { LookalikeColumn } from '../tally.js'
import type { Row } from './formats/input-format.js'
import { idsOf, type Names } from './names.js'
import { spelled } from './problems.js'
import type { Table } from './table.js'

/** Sees the rows of one table as they pass; keeps nothing of them but whether they were answers. */
export type LookalikeWatch = { see: (row: Row) => void; found: () => LookalikeColumn[] }

/**
 * `fitting`: the scales on which all that was written is an answer. `isScored`: some of it counts, so that it is not
 * "ved ikke" alone.
 */
type Watched = { index: number; heading: string; item: string | null; fitting: readonly Scale[]; isScored: boolean }

export function watchLookalikes(table: Table, survey: Survey, names: Names): LookalikeWatch {
  // Only people's answers fill a column with options; of other tables the heading alone can tell.
  const scales =
    table.holds === 'answers' ? [...new Set(survey.items.map((item) => scaleOf(survey, item)))].filter((scale) => !isTicked(scale)) : []
  const watched = unreadColumns(table).map(
    (index): Watched => ({
      index,
      heading: table.headings[index] ?? '',
      item: itemNear(table.headings[index] ?? '', survey, names),
      fitting: scales,
      isScored: false,
    }),
  )
  return {
    see: (row) => {
      for (const column of watched) if (column.fitting.length > 0) narrow(column, row.cells[column.index]?.trim() ?? '')
    },
    found: () =>
      watched.flatMap(({ index, heading, item, fitting, isScored }) => {
        const scale = isScored ? (fitting[0]?.id ?? null) : null
        const place = { file: table.source.file, ...table.format.placeOf(table.headingRow, index) }
        return item === null && scale === null ? [] : [{ heading: spelled(heading), item, scale, place }]
      }),
  }
}

/** Numbers of the columns with a heading that the table has no use for. */
function unreadColumns({ headings, columns }: Table): number[] {
  const { named, items, ticks, options, metrics } = columns
  const read = new Set([...Object.values(named), ...[...items, ...ticks, ...options, ...metrics].map(({ index }) => index)])
  return headings.flatMap((heading, index) => (heading === '' || read.has(index) ? [] : [index]))
}

/** The item whose name a heading is, or nearly is. */
function itemNear(heading: string, { items }: Survey, names: Names): string | null {
  const [named] = idsOf(names.item, heading)
  if (named !== undefined) return named
  const nearest = nearestName(
    heading,
    items.flatMap(({ label, text, also }) => [label, text, ...also]),
  )
  return items.find(({ label, text, also }) => nearest !== null && [label, text, ...also].includes(nearest))?.id ?? null
}

function narrow(column: Watched, text: string): void {
  if (text === '') return
  column.fitting = column.fitting.filter((scale) => optionByName(scale, text) !== undefined)
  column.isScored ||= column.fitting.some((scale) => 'score' in (optionByName(scale, text) ?? {}))
}
