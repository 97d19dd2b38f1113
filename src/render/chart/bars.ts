/**
 * The layout of a bar chart. A bar per row, its number at its end on a piece of paper, so that no line goes through
 * it; what the bars are held against is a line across all rows.
 */
import type { BarsChart } from '../../document/blocks.js'
import { textWidth } from '../fonts.js'
import { chartSizes } from '../theme.js'
import { type MeasuredDifferences, measureDifferences } from './differences.js'
import {
  type Axis,
  along,
  backings,
  type ChartSetting,
  type ChartSize,
  fewestRows,
  type Layer,
  type Layout,
  lineHeight,
  type MeasuredChart,
  type Place,
  type RowRange,
  rects,
  rules,
  texts,
  widest,
} from './layout.js'
import { type MeasuredLine, measureLine } from './line.js'
import { labelLayers, type MeasuredRows, measureRows, type PlacedRow, widestRow } from './rows.js'
import { type MeasuredTicks, measureTicks } from './ticks.js'

/** No label takes more than this of a wide chart; longer ones are wrapped. */
const widestLabel = 300
/** A longer head of the differences is wrapped, and no narrower than its words. */
const headWidths: [number, number] = [84, 140]
/** between a bar's end and its number */
const besideBar = 7
const barHeight = { wide: 17, narrow: 18 }

type BarRow = BarsChart['rows'][number]

/** What all parts of a drawing have in common. */
type Frame = {
  chart: BarsChart
  isWide: boolean
  width: number
  barHeight: number
  axis: Axis
  /** where bars begin: 0, or the end of the axis next to it */
  origin: number
  differences: MeasuredDifferences
  reference: MeasuredLine
  headY: number
  top: number
  rows: MeasuredRows<BarRow>
  ticks: MeasuredTicks
}

export function measureBars(chart: BarsChart, size: ChartSize, setting: ChartSetting): MeasuredChart {
  const frame = frameOf(chart, size, setting)
  return {
    count: chart.rows.length,
    fewest: fewestRows,
    heightOf: (range) => frame.ticks.bottomUnder(frame.top + frame.rows.heightOf(range)),
    layoutOf: (range) => layoutOf(frame, range),
  }
}

function frameOf(chart: BarsChart, size: ChartSize, setting: ChartSetting): Frame {
  const { width } = chartSizes[size]
  const isWide = size === 'wide'
  const { from, to, ticks } = chart.axis
  const differences = measureDifferences(
    chart.rows.map(({ difference }) => difference),
    { label: chart.differenceLabel, dash: chart.dash, width, headWidths, ...setting },
  )
  const atEdge = differences.taken === 0 ? 0 : Math.max(differences.taken, isWide ? differences.headWidth : 0) + 22
  const numbers = chart.rows.flatMap(({ number }) => number ?? [])
  const origin = Math.min(Math.max(0, from), to)
  const beside = besideBar + widest(texted(numbers), 600) + 4
  const hasLeft = numbers.some(({ value }) => value < origin)
  const labelWidth = isWide ? Math.min(widestLabel, widestRow(chart.rows)) : width
  const left = (isWide ? Math.max(120, labelWidth) + 16 : 0.5) + (hasLeft ? beside : 0)
  const axis: Axis = { domain: [from, to], range: [left, width - atEdge - Math.max(beside, 12)] }
  const room: [number, number] = isWide ? [left, width - atEdge] : [0, width - (atEdge === 0 ? 0 : differences.headWidth + 14)]
  const reference = measureLine(chart.reference, { name: 'reference', axis, isWide, room, dash: [], ...setting })
  const headLines = Math.max(differences.headLines, reference.lines)
  const headY = 6 + (headLines - 0.5) * lineHeight
  return {
    chart,
    isWide,
    width,
    barHeight: barHeight[size],
    axis,
    origin,
    differences,
    reference,
    headY,
    top: headLines === 0 ? 4 : Math.ceil(headY + lineHeight / 2 + 5),
    rows: measureRows(chart.rows, { size, labelWidth, ...setting, belowLabel: [24, 18], beside: [] }),
    ticks: measureTicks(ticks, axis, width),
  }
}

function texted(numbers: readonly { text: string }[]): string[] {
  return numbers.map(({ text }) => text)
}

function layoutOf(frame: Frame, range: RowRange): Layout {
  const { chart, isWide, width, axis, ticks, headY, top } = frame
  const rows = frame.rows.place(range, top)
  const bottom = rows.at(-1)?.bottom ?? top
  const grid = chart.axis.ticks.flatMap(({ value }): Place[] =>
    isWide ? [{ x: value, y: top, y2: bottom }] : rows.map(({ y }) => ({ x: value, y: y - 13, y2: y + 13 })),
  )
  return {
    width,
    height: ticks.bottomUnder(bottom),
    axis,
    layers: [
      rules(
        'rowrule',
        rows.map((row) => ({ x: 0, x2: width, y: row.top })),
      ),
      rules('grid', grid, { isOnAxis: true }),
      ticks.layerUnder(bottom),
      ...labelLayers(rows),
      ...barLayers(frame, rows),
      ...frame.reference.layers(rows, { y: headY, top, bottom }),
      ...numberLayers(frame, rows),
      ...frame.differences.layers(rows.map(({ row: { difference }, y }) => ({ difference, y }))),
      frame.differences.head(headY),
    ],
  }
}

function barLayers({ origin, barHeight }: Frame, rows: readonly PlacedRow<BarRow>[]): Layer[] {
  const bars = (isTotal: boolean) =>
    rows.flatMap(({ row, y }): Place[] => {
      if (row.isTotal !== isTotal || !row.number) return []
      const [x, x2] = [origin, row.number.value].sort((a, b) => a - b) as [number, number]
      return [{ x, x2, y: y - barHeight / 2, y2: y + barHeight / 2 }]
    })
  return [
    rects('bar', bars(false), { isOnAxis: true, colour: 'good' }),
    rects('bar_total', bars(true), { isOnAxis: true, colour: 'current' }),
  ]
}

/** Outside the bar's end: right of it, and left of a bar that goes left. */
function numberLayers({ axis, origin }: Frame, rows: readonly PlacedRow<BarRow>[]): Layer[] {
  const numbers = rows.flatMap(({ row: { number }, y }) => {
    if (!number) return []
    const end = along(axis, number.value)
    const x = number.value < origin ? end - besideBar - textWidth(number.text, chartSizes.text, 600) : end + besideBar
    return [{ x, y, text: number.text }]
  })
  const absences = rows.flatMap(({ row: { absence }, y }) =>
    absence === null ? [] : [{ x: along(axis, origin) + besideBar, y, text: absence }],
  )
  return [
    backings('number_back', [...numbers, ...absences]),
    texts('number', numbers, { weight: 600 }),
    texts('absence', absences, { colour: 'soft' }),
  ]
}
