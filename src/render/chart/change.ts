/**
 * The layout of a change chart. A row per group: ring (previous) and dot (current) on one axis, their numbers outside
 * them, the change at the right edge. Where a number is not there, words say why: wide, on the axis where no dot
 * stands; narrow, level with the label.
 */
import type { ChangeChart, ChartNumber } from '../../document/blocks.js'
import { chartSizes } from '../theme.js'
import { type MeasuredDifferences, measureDifferences } from './differences.js'
import { type PlacedKey, placeKey } from './key.js'
import {
  type Axis,
  along,
  type ChartSetting,
  type ChartSize,
  fewestRows,
  type Layer,
  type Layout,
  type MeasuredChart,
  type Place,
  points,
  type RowRange,
  rules,
  texts,
  widest,
} from './layout.js'
import { areMany, labelLayers, type MeasuredRows, measureRows, type PlacedRow, widestRow } from './rows.js'
import { type MeasuredTicks, measureTicks } from './ticks.js'

/** between a dot's centre and its number */
const besideDot = 12
/** No label takes more than this of a wide chart; longer ones are wrapped. Many of them take fewer lines. */
const widestLabel = { few: 320, many: 400 }
/** Two dots that stand closer would cover each other. */
const covering = 2

type ChangeRow = ChangeChart['rows'][number]

/** What all parts of a drawing have in common. */
type Frame = {
  chart: ChangeChart
  isWide: boolean
  width: number
  axis: Axis
  changes: MeasuredDifferences
  key: PlacedKey
  rows: MeasuredRows<ChangeRow>
  ticks: MeasuredTicks
}

export function measureChange(chart: ChangeChart, size: ChartSize, setting: ChartSetting): MeasuredChart {
  const frame = frameOf(chart, size, setting)
  const { key, rows, ticks } = frame
  return {
    count: chart.rows.length,
    fewest: fewestRows,
    heightOf: (range) => ticks.bottomUnder(key.bottom + rows.heightOf(range)),
    layoutOf: (range) => layoutOf(frame, range),
  }
}

function frameOf(chart: ChangeChart, size: ChartSize, setting: ChartSetting): Frame {
  const { width } = chartSizes[size]
  const isWide = size === 'wide'
  const numbers = chart.rows.flatMap(({ previous, current }) => [previous, current]).filter((number) => number !== null)
  const numberWidth = widest(
    numbers.map(({ text }) => text),
    600,
  )
  const beside = besideDot + numberWidth + 4
  const changes = measureDifferences(
    chart.rows.map(({ change }) => change),
    { label: chart.changeLabel, dash: chart.dash, width, ...setting },
  )

  const labelWidth = isWide ? Math.min(areMany(chart.rows) ? widestLabel.many : widestLabel.few, widestRow(chart.rows)) : width
  const from = isWide ? Math.max(250, labelWidth + 12 + beside) : Math.max(22, beside)
  const to = width - beside - (isWide ? Math.max(78, Math.max(changes.taken, changes.headWidth) + 24) : changes.taken + 8)
  const axis: Axis = { domain: [chart.axis.from, chart.axis.to], range: [from, to] }

  const entries = [
    { id: 'previous', text: chart.previousLabel, isUsed: chart.rows.some(({ previous }) => previous) },
    { id: 'current', text: chart.currentLabel, isUsed: chart.rows.some(({ current }) => current) },
  ].filter(({ isUsed }) => isUsed)
  return {
    chart,
    isWide,
    width,
    axis,
    changes,
    key: placeKey(entries, { lead: 18, gap: 28, from: isWide ? from : 0, width, headWidth: changes.headWidth }),
    rows: measureRows(chart.rows, {
      size,
      labelWidth,
      ...setting,
      belowLabel: [26, 16],
      beside: isWide ? [] : chart.rows.map(({ absence }) => absence),
    }),
    ticks: measureTicks(chart.axis.ticks, axis, width),
  }
}

function layoutOf(frame: Frame, range: RowRange): Layout {
  const { width, axis, key, ticks } = frame
  const rows = frame.rows.place(range, key.bottom)
  const bottom = rows.at(-1)?.bottom ?? key.bottom
  const ruled = rows.map(({ top }) => ({ x: 0, x2: width, y: top }))
  return {
    width,
    height: ticks.bottomUnder(bottom),
    axis,
    layers: [
      rules('rowrule', ruled),
      rules('grid', gridPlaces(frame, rows, bottom), { isOnAxis: true }),
      ticks.layerUnder(bottom),
      ...labelLayers(rows),
      ...dotLayers(rows, axis),
      ...numberLayers(rows, axis),
      texts('absence', absencePlaces(frame, rows), { align: frame.isWide ? 'left' : 'right', colour: 'soft' }),
      ...frame.changes.layers(rows.map(({ row: { change }, y }) => ({ difference: change, y }))),
      ...keyLayers(frame),
    ],
  }
}

/** Wide: lines through all rows. Narrow: a short one at each tick of each row, since labels stand between the rows. */
function gridPlaces({ chart, isWide, key }: Frame, rows: readonly PlacedRow<ChangeRow>[], bottom: number): Place[] {
  const { ticks } = chart.axis
  if (isWide) return ticks.map(({ value }) => ({ x: value, y: key.bottom, y2: bottom }))
  return rows.flatMap(({ y }) => ticks.map(({ value }) => ({ x: value, y: y - 12, y2: y + 12 })))
}

/** Two dots that would cover each other and print the same are drawn as one: a dot inside the ring. */
function isSamePlace(previous: ChartNumber | null, current: ChartNumber | null, axis: Axis): boolean {
  if (!previous || !current || previous.text !== current.text) return false
  return Math.abs(along(axis, previous.value) - along(axis, current.value)) < covering
}

function dotLayers(rows: readonly PlacedRow<ChangeRow>[], axis: Axis): Layer[] {
  const places = (isSame: boolean) =>
    rows.flatMap(({ row: { previous, current }, y }) =>
      current && isSamePlace(previous, current, axis) === isSame ? [{ x: current.value, y }] : [],
    )
  const rings = rows.flatMap(({ row: { previous }, y }) => (previous ? [{ x: previous.value, y }] : []))
  const links = rows.flatMap(({ row: { previous, current }, y }) =>
    previous && current && !isSamePlace(previous, current, axis) ? [{ x: previous.value, x2: current.value, y }] : [],
  )
  return [
    rules('link', links, { isOnAxis: true, colour: 'link', width: 2.5 }),
    points('previous', rings, { isOnAxis: true, colour: 'paper', stroke: 'previous' }),
    points('halo', places(false), { isOnAxis: true, colour: 'paper', area: 200 }),
    points('current', places(false), { isOnAxis: true, colour: 'current' }),
    points('current_same', places(true), { isOnAxis: true, colour: 'current', area: 34 }),
  ]
}

/**
 * Numbers stand outside their dots: the smaller one left, the greater one right; of two that are the same only one is
 * there.
 */
function numberLayers(rows: readonly PlacedRow<ChangeRow>[], axis: Axis): Layer[] {
  const numbers = rows.flatMap(({ row: { previous, current }, y }) => {
    const isFall = previous !== null && current !== null && current.value < previous.value
    const isPreviousShown = previous !== null && !isSamePlace(previous, current, axis)
    return [
      ...(isPreviousShown ? [{ of: 'previous', side: current && !isFall ? 'left' : 'right', number: previous, y }] : []),
      ...(current ? [{ of: 'current', side: isFall ? 'left' : 'right', number: current, y }] : []),
    ]
  })
  return (['previous', 'current'] as const).flatMap((of) =>
    (['left', 'right'] as const).map((side) => {
      const places = numbers.filter((each) => each.of === of && each.side === side)
      return texts(
        `value_${of}_${side}`,
        places.map(({ number, y }) => ({ x: number.value, y, text: number.text })),
        {
          isOnAxis: true,
          align: side === 'left' ? 'right' : 'left',
          dx: side === 'left' ? -besideDot : besideDot,
          ...(of === 'previous' ? { colour: 'soft' } : { weight: 600 }),
        },
      )
    }),
  )
}

/**
 * Why a number is not there. Wide: from the left end of the axis, or right of the one dot where that would be in the
 * way.
 */
function absencePlaces({ isWide, axis }: Frame, rows: readonly PlacedRow<ChangeRow>[]): Place[] {
  if (!isWide) return rows.flatMap(({ beside }) => beside)
  const [from] = axis.range
  return rows.flatMap(({ row: { previous, current, absence }, y }) => {
    if (absence === null) return []
    const number = previous ?? current
    const dot = number && along(axis, number.value)
    const isRoomLeft = dot === null || from + widest([absence], 400) + 2 * besideDot <= dot
    return [{ x: isRoomLeft ? from : dot + 2 * besideDot + widest([number?.text ?? ''], 600), y, text: absence }]
  })
}

function keyLayers({ key, changes }: Frame): Layer[] {
  const dots = (id: string) => key.entries.filter((entry) => entry.id === id).map(({ x, y }) => ({ x: x + 6, y }))
  const words = key.entries.map(({ x, y, text }) => ({ x: x + 18, y, text }))
  return [
    points('key_previous', dots('previous'), { colour: 'paper', stroke: 'previous' }),
    points('key_current', dots('current'), { colour: 'current' }),
    texts('key_text', words, { colour: 'soft' }),
    changes.head(key.y),
  ]
}
