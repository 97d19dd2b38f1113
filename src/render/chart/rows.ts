/** The rows of a chart: a label, and room for what is drawn beside or under it. */
import { textWidth, type Weight } from '../fonts.js'
import type { Hyphenate } from '../hyphenation.js'
import { chartSizes } from '../theme.js'
import { wrapText } from '../wrap.js'
import { keyTop } from './key.js'
import { type ChartSetting, type ChartSize, type Layer, lineHeight, type Place, type RowRange, texts, widest } from './layout.js'

/** `detail`: soft lines under the label */
export type ChartRow = { label: string; indent: number; isTotal: boolean; detail?: string | null }

const indentWidth = 14
/** So many rows stand at full distance; more of them stand closer, so that they fit a page. */
const fewRows = 20
/** from the middle of a row with one line to that of the next */
const pitch = { few: 31, many: 26, least: 24 }
/** least room between a label and what stands at the right edge on the same line */
const besideLabel = 12

export function areMany(rows: readonly ChartRow[]): boolean {
  return rows.length > fewRows
}

const weightOf = ({ isTotal }: ChartRow): Weight => (isTotal ? 600 : 400)

export function widestRow(rows: readonly ChartRow[]): number {
  const widthOf = (row: ChartRow) => row.indent * indentWidth + textWidth(row.label, chartSizes.text, weightOf(row))
  return rows.reduce((most, row) => Math.max(most, widthOf(row)), 0)
}

/** A row by itself: places count from its own top. */
type MeasuredRow<R> = {
  row: R
  height: number
  /** middle of its dots or its bar */
  y: number
  lines: Place[]
  details: Place[]
  /** what stands at the right edge, level with the label (narrow) */
  beside: Place[]
}

/** A row in a drawing: places count from the drawing's top. */
export type PlacedRow<R> = Omit<MeasuredRow<R>, 'height'> & { top: number; bottom: number }

export type MeasuredRows<R> = {
  heightOf(rows: RowRange): number
  /** these rows under one another, from `top` on */
  place(rows: RowRange, top: number): PlacedRow<R>[]
}

type RowShape = ChartSetting & {
  size: ChartSize
  labelWidth: number
  /** narrow: from the last line of the label to the middle of the marks, and from there to the next row */
  belowLabel: [number, number]
  /** narrow: words at the right edge, one a row */
  beside: readonly (string | null)[]
}

/** Wide: labels left of the marks, each row as high as its label needs. Narrow: the label above the marks. */
export function measureRows<R extends ChartRow>(rows: readonly R[], shape: RowShape): MeasuredRows<R> {
  const measured = rows.map((row, index) =>
    shape.size === 'wide'
      ? wideRow(row, shape, Math.max(pitch.least, Math.round(shape.closeness * (areMany(rows) ? pitch.many : pitch.few))))
      : narrowRow(row, shape, shape.beside[index] ?? null),
  )
  // sums of whole pixels, so that a difference of two is exact
  const tops = [0]
  for (const { height } of measured) tops.push((tops.at(-1) as number) + height)
  const topOf = (index: number) => tops[index] as number
  return {
    heightOf: ({ from, to }) => topOf(to) - topOf(from),
    place: ({ from, to }, top) => measured.slice(from, to).map((row, index) => moved(row, top + topOf(from + index) - topOf(from))),
  }
}

function moved<R>({ row, height, y, lines, details, beside }: MeasuredRow<R>, top: number): PlacedRow<R> {
  const down = (place: Place) => ({ ...place, y: top + place.y })
  return { row, top, bottom: top + height, y: top + y, lines: lines.map(down), details: details.map(down), beside: beside.map(down) }
}

function wideRow<R extends ChartRow>(row: R, { labelWidth, hyphenate }: RowShape, distance: number): MeasuredRow<R> {
  const x = row.indent * indentWidth
  const label = labelLines(row, labelWidth - x, hyphenate)
  const detail = detailLines(row, labelWidth - x, hyphenate)
  const further = (label.length + detail.length - 1) * lineHeight
  const height = distance + further
  const y = height / 2
  const first = y - further / 2
  return { row, height, y, lines: linesFrom(label, x, first), details: linesFrom(detail, x, first + label.length * lineHeight), beside: [] }
}

function narrowRow<R extends ChartRow>(
  row: R,
  { size, labelWidth, belowLabel, hyphenate }: RowShape,
  beside: string | null,
): MeasuredRow<R> {
  const { width } = chartSizes[size]
  const x = row.indent * indentWidth
  const label = labelLines(row, labelWidth - x, hyphenate)
  const lastLine = keyTop + (label.length - 1) * lineHeight
  const isRoomBeside = beside === null || x + widest(label.slice(-1), weightOf(row)) + besideLabel + widest([beside], 400) <= width
  const detail = detailLines(row, labelWidth - x, hyphenate)
  const level = (isRoomBeside ? lastLine : lastLine + lineHeight) + detail.length * lineHeight
  const y = level + belowLabel[0]
  return {
    row,
    height: y + belowLabel[1],
    y,
    lines: linesFrom(label, x, keyTop),
    details: linesFrom(detail, x, lastLine + lineHeight),
    beside: beside === null ? [] : [{ x: width, y: level, text: beside }],
  }
}

function labelLines(row: ChartRow, width: number, hyphenate: Hyphenate): string[] {
  return wrapText(hyphenate(row.label), width, chartSizes.text, weightOf(row))
}

function detailLines({ detail }: ChartRow, width: number, hyphenate: Hyphenate): string[] {
  return detail ? wrapText(hyphenate(detail), width, chartSizes.text, 400) : []
}

function linesFrom(label: string[], x: number, y: number): Place[] {
  return label.map((text, line) => ({ x, y: y + line * lineHeight, text }))
}

export function labelLayers(rows: readonly PlacedRow<ChartRow>[]): Layer[] {
  const lines = (isTotal: boolean) => rows.filter(({ row }) => row.isTotal === isTotal).flatMap((row) => row.lines)
  const details = rows.flatMap((row) => row.details)
  return [texts('label', lines(false)), texts('label_total', lines(true), { weight: 600 }), texts('detail', details, { colour: 'soft' })]
}
