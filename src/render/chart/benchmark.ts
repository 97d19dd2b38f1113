/**
 * The layout of a benchmark chart. A row per item or group: a symbol for each whom on one axis, and their numbers,
 * which would cover one another beside the symbols, in columns of their own; narrow, in a line under the symbols.
 */
import type { BenchmarkChart } from '../../document/blocks.js'
import { chartSizes } from '../theme.js'
import { type MeasuredDifferences, measureDifferences } from './differences.js'
import { wrapKey } from './key.js'
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
  points,
  type RowRange,
  rules,
  texts,
  widest,
} from './layout.js'
import { type MeasuredLine, measureLine } from './line.js'
import { labelLayers, type MeasuredRows, measureRows, type PlacedRow, widestRow } from './rows.js'
import { type MeasuredTicks, measureTicks } from './ticks.js'

/** No label takes more than this of a wide chart: the columns need room too. */
const widestLabel = 220
/** left of every column, and of the differences */
const gaps = { column: 16, difference: 26 }
/** A longer head of the differences is wrapped, and no narrower than its words. */
const headWidths: [number, number] = [84, 130]
/** narrow: from the symbols down to their numbers */
const toNumbers = 24

/** One's own is filled and lies on top; the others are outlines, each larger than what may lie in it. */
const symbols = [
  { colour: 'current', area: 84 },
  { colour: 'paper', stroke: 'previous', area: 150 },
  { colour: 'paper', stroke: 'previous', area: 150, shape: 'square' },
  { colour: 'paper', stroke: 'previous', area: 250, shape: 'diamond' },
] as const

type BenchmarkRow = BenchmarkChart['rows'][number] & { detail: string | null }

/** What all parts of a drawing have in common. */
type Frame = {
  chart: BenchmarkChart
  isWide: boolean
  width: number
  axis: Axis
  differences: MeasuredDifferences
  /** right edges of the columns, wide; left edges of numbers, narrow */
  columns: number[]
  middle: MeasuredLine
  key: ReturnType<typeof wrapKey>
  /** of the heads' last line, and of the rows' top */
  headY: number
  top: number
  rows: MeasuredRows<BenchmarkRow>
  ticks: MeasuredTicks
}

export function measureBenchmark(chart: BenchmarkChart, size: ChartSize, setting: ChartSetting): MeasuredChart {
  const frame = frameOf(chart, size, setting)
  return {
    count: chart.rows.length,
    fewest: fewestRows,
    heightOf: (range) => frame.ticks.bottomUnder(frame.top + frame.rows.heightOf(range)),
    layoutOf: (range) => layoutOf(frame, range),
  }
}

/** Wide, a row without any number says why on the axis, where nothing else stands. */
function isSaidOnAxis({ numbers, absence }: Pick<BenchmarkRow, 'numbers' | 'absence'>, isWide: boolean): boolean {
  return isWide && absence !== null && numbers.every((number) => number === null)
}

function frameOf(chart: BenchmarkChart, size: ChartSize, setting: ChartSetting): Frame {
  const { width } = chartSizes[size]
  const isWide = size === 'wide'
  const given = chart.rows.map((row) => ({ ...row, detail: isSaidOnAxis(row, isWide) ? null : row.absence }))
  const differences = measureDifferences(
    chart.rows.map(({ difference }) => difference),
    { label: chart.differenceLabel, dash: chart.dash, width, headWidths, ...setting },
  )
  const atEdge = differences.taken === 0 ? 0 : Math.max(differences.taken, isWide ? differences.headWidth : 0) + gaps.difference
  const columnWidths = chart.whoms.map((_, whom) =>
    widest([chart.dash, ...chart.rows.flatMap(({ numbers }) => numbers[whom]?.text ?? [])], 600),
  )
  const columns = isWide ? rightEdges(columnWidths, width - atEdge) : leftEdges(columnWidths, width)
  const labelWidth = isWide
    ? Math.min(widestLabel, Math.max(widestRow(given), given.some(({ detail }) => detail) ? widestLabel : 0))
    : width
  const columnsFrom = (columns[0] ?? width) - (columnWidths[0] ?? 0) - gaps.column
  const range: [number, number] = isWide ? [Math.max(140, labelWidth) + 26, columnsFrom - 10] : [12, width - atEdge - 12]
  const axis: Axis = { domain: [chart.axis.from, chart.axis.to], range }
  const room: [number, number] = isWide ? [range[0] - 20, range[1] + 10] : [0, width - (atEdge === 0 ? 0 : differences.headWidth + 14)]
  const middle = measureLine(chart.middle, { name: 'middle', axis, isWide, room, dash: [5, 4], ...setting })
  const key = wrapKey(
    chart.whoms.map(({ id, label }) => ({ id, text: label })),
    { lead: 20, gap: 24, width, ...setting },
  )
  const headLines = Math.max(differences.headLines, middle.lines, isWide ? 1 : 0)
  const headY = key.bottom + 6 + (headLines - 0.5) * lineHeight
  return {
    chart,
    isWide,
    width,
    axis,
    differences,
    columns,
    middle,
    key,
    headY,
    top: Math.ceil(headLines === 0 ? key.bottom + 6 : headY + lineHeight / 2 + 5),
    rows: measureRows(given, { size, labelWidth, ...setting, belowLabel: [26, toNumbers + 18], beside: [] }),
    ticks: measureTicks(chart.axis.ticks, axis, width),
  }
}

/** Right-aligned columns, the last one ending at `to`. */
function rightEdges(widths: readonly number[], to: number): number[] {
  return widths.map((_, index) => to - widths.slice(index + 1).reduce((sum, width) => sum + width + gaps.column, 0))
}

/** Symbol and number in equal steps from the left edge. */
function leftEdges(widths: readonly number[], width: number): number[] {
  const step = Math.min(width / widths.length, Math.max(...widths) + 20 + gaps.column)
  return widths.map((_, index) => index * step + 20)
}

function layoutOf(frame: Frame, range: RowRange): Layout {
  const { chart, isWide, width, axis, ticks, headY, top } = frame
  const rows = frame.rows.place(range, top)
  const bottom = rows.at(-1)?.bottom ?? top
  const grid = chart.axis.ticks.flatMap(({ value }): Place[] =>
    isWide ? [{ x: value, y: top, y2: bottom }] : rows.map(({ y }) => ({ x: value, y: y - 12, y2: y + 12 })),
  )
  const absences = rows.flatMap(({ row, y }) => (isSaidOnAxis(row, isWide) ? [{ x: axis.range[0], y, text: row.absence as string }] : []))
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
      ...frame.middle.layers(rows, { y: headY, top, bottom }),
      ...symbolLayers(rows, axis),
      backings('absence_back', absences),
      texts('absence', absences, { colour: 'soft' }),
      ...numberLayers(frame, rows),
      ...frame.differences.layers(rows.map(({ row: { difference }, y }) => ({ difference, y }))),
      frame.differences.head(headY),
      ...keyLayers(frame),
    ],
  }
}

function symbolLayers(rows: readonly PlacedRow<BenchmarkRow>[], axis: Axis): Layer[] {
  const links = rows.flatMap(({ row: { numbers }, y }): Place[] => {
    const places = numbers.flatMap((number) => (number ? [along(axis, number.value)] : []))
    return places.length < 2 ? [] : [{ x: Math.min(...places), x2: Math.max(...places), y }]
  })
  // the largest first, so that no line and no other symbol hides one
  const others = symbols
    .map((look, whom) => ({ look, whom }))
    .slice(1)
    .reverse()
  return [
    rules('link', links, { colour: 'link', width: 2.5 }),
    ...[...others, { look: symbols[0], whom: 0 }].map(({ look, whom }) =>
      points(
        `whom_${whom + 1}`,
        rows.flatMap(({ row: { numbers }, y }) => (numbers[whom] ? [{ x: numbers[whom].value, y }] : [])),
        { isOnAxis: true, ...look },
      ),
    ),
  ]
}

/** One's own in 600. Narrow, each number has its symbol before it, since no column has a head. */
function numberLayers({ chart, isWide, columns }: Frame, rows: readonly PlacedRow<BenchmarkRow>[]): Layer[] {
  const cells = rows.flatMap(({ row: { numbers }, y }) =>
    numbers.map((number, whom) => ({ number, whom, x: columns[whom] as number, y: isWide ? y : y + toNumbers })),
  )
  const placed = (isAmong: (cell: (typeof cells)[number]) => boolean) =>
    cells.filter(isAmong).map(({ number, x, y }) => ({ x, y, text: number?.text ?? chart.dash }))
  const align = isWide ? 'right' : 'left'
  const pairs = isWide
    ? []
    : chart.whoms.map((_, whom) =>
        points(
          `pair_${whom + 1}`,
          cells.filter((cell) => cell.whom === whom).map(({ x, y }) => ({ x: x - 12, y })),
          symbols[whom] ?? symbols[0],
        ),
      )
  return [
    ...pairs,
    texts(
      'number_own',
      placed(({ number, whom }) => number !== null && whom === 0),
      { align, weight: 600 },
    ),
    texts(
      'number',
      placed(({ number, whom }) => number !== null && whom > 0),
      { align },
    ),
    texts(
      'number_none',
      placed(({ number }) => number === null),
      { align, colour: 'soft' },
    ),
  ]
}

/** Over the columns their symbols stand once more, as heads. */
function keyLayers({ chart, isWide, columns, key, headY }: Frame): Layer[] {
  return [
    ...chart.whoms.map((_, whom) => {
      const entries = key.entries.filter((__, index) => index === whom).map(({ x, y }) => ({ x: x + 8, y }))
      const heads = isWide ? [{ x: (columns[whom] as number) - 8, y: headY }] : []
      return points(`key_whom_${whom + 1}`, [...entries, ...heads], symbols[whom] ?? symbols[0])
    }),
    texts(
      'key_text',
      key.entries.flatMap(({ x, y, lines }) => lines.map((text, line) => ({ x: x + 20, y: y + line * lineHeight, text }))),
      { colour: 'soft' },
    ),
  ]
}
