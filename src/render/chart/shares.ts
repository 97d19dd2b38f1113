/**
 * The layout of a shares chart. A bar of 100 % per group, the best answer first on the common edge; base and "don't
 * know" beside it, never part of it.
 */
import type { SharesChart } from '../../document/blocks.js'
import { textWidth } from '../fonts.js'
import { answerColour, answerColours, chartSizes, onAnswer } from '../theme.js'
import { type PlacedKey, placeKey } from './key.js'
import {
  type Axis,
  type ChartSetting,
  type ChartSize,
  fewestRows,
  type Layer,
  type Layout,
  type MeasuredChart,
  type RowRange,
  rects,
  rules,
  texts,
  widest,
} from './layout.js'
import { areMany, labelLayers, type MeasuredRows, measureRows, type PlacedRow, widestRow } from './rows.js'
import { type MeasuredTicks, measureTicks } from './ticks.js'

/**
 * No label takes more than this beside bars, which need the room for numbers in small shares. Many of them take fewer
 * lines.
 */
const widestLabel = { few: 280, many: 340 }
/** least room left and right of a number in a bar, together */
const aroundShare = 5
/** between the columns right of the bars */
const columnGap = 28
const barHeight = { wide: 21, narrow: 22 }

type ShareRow = SharesChart['rows'][number]
type Column = { name: string; label: string; colour: 'ink' | 'soft'; width: number; of: (row: ShareRow) => string }

/** What all parts of a drawing have in common. */
type Frame = {
  chart: SharesChart
  isWide: boolean
  width: number
  barHeight: number
  axis: Axis
  /** right of the bars (wide) */
  columns: Column[]
  key: PlacedKey
  rows: MeasuredRows<ShareRow>
  ticks: MeasuredTicks
}

export function measureShares(chart: SharesChart, size: ChartSize, setting: ChartSetting): MeasuredChart {
  const frame = frameOf(chart, size, setting)
  const { key, rows, ticks } = frame
  return {
    count: chart.rows.length,
    fewest: fewestRows,
    heightOf: (range) => ticks.bottomUnder(key.bottom + rows.heightOf(range)),
    layoutOf: (range) => layoutOf(frame, range),
  }
}

function columnsOf(chart: SharesChart): Column[] {
  const columns: Omit<Column, 'width'>[] = [{ name: 'base', label: chart.baseLabel, colour: 'ink', of: (row) => row.base.text }]
  if (chart.dontKnowLabel !== null) {
    columns.push({ name: 'dontknow', label: chart.dontKnowLabel, colour: 'soft', of: (row) => row.dontKnow?.text ?? '' })
  }
  return columns.map((column) => ({ ...column, width: widest([column.label, ...chart.rows.map(column.of)], 400) }))
}

function frameOf(chart: SharesChart, size: ChartSize, setting: ChartSetting): Frame {
  const { width } = chartSizes[size]
  const isWide = size === 'wide'
  const columns = columnsOf(chart)
  const columnsWidth = columns.reduce((sum, column) => sum + column.width + columnGap, 0)
  const labelWidth = isWide ? Math.min(areMany(chart.rows) ? widestLabel.many : widestLabel.few, widestRow(chart.rows)) : width
  // Half a pixel inside the edges of a narrow drawing, or the outlines of the first and the last segment would be cut.
  const axis: Axis = { domain: [0, 1], range: isWide ? [Math.max(230, labelWidth + 20), width - columnsWidth - 8] : [0.5, width - 0.5] }
  const entries = chart.options.map(({ id, label }) => ({ id, text: label }))
  return {
    chart,
    isWide,
    width,
    barHeight: barHeight[size],
    axis,
    columns,
    key: placeKey(entries, {
      lead: 17,
      gap: isWide ? 18 : 10,
      from: isWide ? axis.range[0] : 0,
      width,
      headWidth: isWide ? columnsWidth - columnGap : 0,
    }),
    rows: measureRows(chart.rows, {
      size,
      labelWidth,
      ...setting,
      belowLabel: [25, 18],
      beside: isWide ? [] : chart.rows.map(({ summary }) => summary),
    }),
    ticks: measureTicks(chart.axisTicks, axis, width),
  }
}

function layoutOf(frame: Frame, range: RowRange): Layout {
  const { chart, isWide, width, axis, key, ticks } = frame
  const rows = frame.rows.place(range, key.bottom)
  const bottom = rows.at(-1)?.bottom ?? key.bottom
  const ruled = rows.map(({ top }) => ({ x: 0, x2: width, y: top }))
  const grid = chart.axisTicks.map(({ value }) => ({ x: value, y: isWide ? key.bottom : bottom - 8, y2: bottom }))
  const absences = rows.flatMap(({ row: { absence }, y }) => (absence === null ? [] : [{ x: axis.range[0], y, text: absence }]))
  return {
    width,
    height: ticks.bottomUnder(bottom),
    axis,
    layers: [
      rules('rowrule', ruled),
      rules('grid', grid, { isOnAxis: true }),
      ticks.layerUnder(bottom),
      ...answerLayers(frame, rows),
      texts('absence', absences, { colour: 'soft' }),
      ...labelLayers(rows),
      ...besideLayers(frame, rows),
      ...keyLayers(frame),
    ],
  }
}

const around = (y: number, half: number) => ({ y: y - half, y2: y + half })

/**
 * A layer of segments and one of their numbers for each colour; a number stands only where its segment has room for
 * it.
 */
function answerLayers({ chart, axis, barHeight }: Frame, rows: readonly PlacedRow<ShareRow>[]): Layer[] {
  const perShare = axis.range[1] - axis.range[0]
  const segments = rows.flatMap(({ row, y }) =>
    row.shares.flatMap(({ value, text }, i) => {
      const x = row.shares.slice(0, i).reduce((sum, before) => sum + before.value, 0)
      const colour = answerColour(chart.options[i]?.tone ?? 0)
      return value === 0 ? [] : [{ colour, x, x2: x + value, y, text, isNumbered: value >= chart.leastNumbered }]
    }),
  )
  return answerColours.flatMap((colour) => {
    const bars = segments.filter((segment) => segment.colour === colour)
    const numbered = bars.filter(
      ({ x, x2, text, isNumbered }) => isNumbered && (x2 - x) * perShare >= textWidth(text, chartSizes.text, 400) + aroundShare,
    )
    const boxes = bars.map(({ x, x2, y }) => ({ x, x2, ...around(y, barHeight / 2) }))
    const numbers = numbered.map(({ x, x2, y, text }) => ({ x: (x + x2) / 2, y, text }))
    return [
      rects(`segment_${colour}`, boxes, { isOnAxis: true, colour }),
      texts(`share_${colour}`, numbers, { isOnAxis: true, align: 'center', colour: onAnswer(colour) }),
    ]
  })
}

/** Wide: columns under heads. Narrow: their words, level with the label. */
function besideLayers({ isWide, width, columns, key }: Frame, rows: readonly PlacedRow<ShareRow>[]): Layer[] {
  if (!isWide) {
    const summaries = rows.flatMap(({ beside }) => beside)
    return [texts('summary', summaries, { align: 'right', colour: 'soft' })]
  }
  return columns.flatMap(({ name, colour, label, of }, index) => {
    const right = width - columns.slice(index + 1).reduce((sum, column) => sum + column.width + columnGap, 0)
    const cells = rows.map(({ row, y }) => ({ x: right, y, text: of(row) }))
    return [
      texts(name, cells, { align: 'right', colour }),
      texts(`head_${name}`, [{ x: right, y: key.y, text: label }], { align: 'right', colour: 'soft' }),
    ]
  })
}

function keyLayers({ chart, key }: Frame): Layer[] {
  const colourOf = new Map(chart.options.map(({ id, tone }) => [id, answerColour(tone)]))
  const boxes = answerColours.map((colour) => {
    const entries = key.entries.filter(({ id }) => colourOf.get(id) === colour)
    return rects(
      `key_${colour}`,
      entries.map(({ x, y }) => ({ x: x + 0.5, x2: x + 12.5, ...around(y, 6) })),
      { colour },
    )
  })
  const words = key.entries.map(({ x, y, text }) => ({ x: x + 17, y, text }))
  return [...boxes, texts('key_text', words, { colour: 'soft' })]
}
