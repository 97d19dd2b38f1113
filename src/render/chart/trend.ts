/**
 * The layout of a trend chart. Lines over real time, in panels of so few that each has a shape and dashes of its own;
 * the whole stands in every panel, thick. Wide, each line is named where it ends, moved so that no name covers another;
 * narrow, a key over the panel names them. A line is broken by two slashes where it was asked in another way, and by
 * a hole where there is no number.
 */
import type { AxisTick, ChartAxis, TrendChart } from '../../document/blocks.js'
import { textWidth } from '../fonts.js'
import type { Hyphenate } from '../hyphenation.js'
import { type ColourName, chartSizes } from '../theme.js'
import { wrapText } from '../wrap.js'
import { pushApart } from './apart.js'
import { type MeasuredDifferences, measureDifferences } from './differences.js'
import { wrapKey } from './key.js'
import {
  type Axis,
  along,
  backings,
  type ChartSetting,
  type ChartSize,
  type Layer,
  lineHeight,
  type MeasuredChart,
  type Place,
  points,
  type RowRange,
  rules,
  type Shape,
  texts,
  widest,
} from './layout.js'

/** Lines of a panel besides the whole: as many as there are looks. */
type LineLook = { colour: ColourName; width: number; dash: number[]; shape: Shape; isFilled: boolean; area: number }
const looks: readonly LineLook[] = [
  { colour: 'ink', width: 1.75, dash: [], shape: 'circle', isFilled: false, area: 50 },
  { colour: 'worst', width: 2, dash: [8, 4], shape: 'square', isFilled: true, area: 46 },
  { colour: 'previous', width: 2, dash: [2, 3], shape: 'triangle-up', isFilled: true, area: 60 },
  { colour: 'ink', width: 1.75, dash: [10, 3, 2, 3], shape: 'diamond', isFilled: false, area: 72 },
  { colour: 'worst', width: 1.75, dash: [4, 2], shape: 'triangle-down', isFilled: false, area: 60 },
]
const wholeLook: LineLook = { colour: 'current', width: 3.5, dash: [], shape: 'circle', isFilled: true, area: 80 }

const plotHeight = { wide: 210, narrow: 170 }
/** A name at a line's end is wrapped to this. */
const widestName = 190
/** wrapped as well: the name of a tick, and the head of the changes */
const widestTick = 84
const headWidths: [number, number] = [84, 130]
/** from the last period to what stands at the line's end: room for a line that leads there */
const leader = 26
const symbolWidth = 16
/** over the plot, under it, and between a panel and the next */
const around = { over: 24, periods: 21, panels: 18 }
/** narrow: a piece of the line before its name */
const sample = 34

type TrendRow = TrendChart['rows'][number]
/** A line of a panel; `look` null: it has no number, and is told of under the plot. */
type Line = { row: TrendRow; look: LineLook | null; number: number }
type Panel = { lines: Line[]; key: ReturnType<typeof wrapKey> | null; names: string[][]; height: number; plot: number; untold: string[] }

/** What all panels have in common. */
type Frame = {
  chart: TrendChart
  isWide: boolean
  hyphenate: Hyphenate
  width: number
  /** of each tick, its number and what it means */
  ticks: string[][]
  /** of time, of values (from the plot's top), and where gridlines stand */
  time: [number, number]
  grid: [number, number]
  numberWidth: number
  /** where names begin, and where what stands at the lines' ends does */
  endX: number
  differences: MeasuredDifferences
  panels: Panel[]
}

export function measureTrend(chart: TrendChart, size: ChartSize, { hyphenate }: ChartSetting): MeasuredChart {
  const frame = frameOf(chart, size, hyphenate)
  const heightOf = ({ from, to }: RowRange) =>
    frame.panels.slice(from, to).reduce((sum, { height }) => sum + height + around.panels, -around.panels)
  return {
    count: frame.panels.length,
    fewest: 1,
    heightOf,
    layoutOf: (range) => {
      let top = 0
      const layers: Layer[] = []
      for (const [index, panel] of frame.panels.slice(range.from, range.to).entries()) {
        layers.push(...panelLayers(frame, panel, top, range.from + index))
        top += panel.height + around.panels
      }
      // everything is in pixels: an axis has no part in it
      return { width: frame.width, height: heightOf(range), axis: { domain: [0, 1], range: [0, 1] }, layers }
    },
  }
}

function frameOf(chart: TrendChart, size: ChartSize, hyphenate: Hyphenate): Frame {
  const { width } = chartSizes[size]
  const isWide = size === 'wide'
  const numbers = chart.rows.flatMap(({ points }) => points.flatMap(({ number }) => number?.text ?? []))
  const numberWidth = widest(numbers, 600)
  const differences = measureDifferences(
    chart.rows.map(({ change }) => change),
    { label: chart.changeLabel, dash: chart.dash, width, headWidths, hyphenate },
  )
  const atEdge = differences.taken === 0 ? 0 : Math.max(differences.taken, differences.headWidth) + 18
  const ticks = tickLines(chart.axis, isWide, hyphenate)
  const tickWidth = widest(ticks.flat(), 400)
  const named = chart.rows.filter(({ absence }) => absence === null).map(({ label }) => label)
  const nameWidth = isWide ? Math.min(widestName, widest(named, 600)) : 0
  const grid: [number, number] = [tickWidth + 8, width - numberWidth - symbolWidth - leader - (isWide ? nameWidth + 10 + atEdge : 0)]
  const common = {
    chart,
    isWide,
    hyphenate,
    width,
    ticks,
    grid,
    time: [grid[0] + (isWide ? 26 : 14), grid[1] - 8] as [number, number],
    numberWidth,
    endX: grid[1] + leader,
    differences,
  }
  return { ...common, panels: groupsOf(chart.rows).map((rows) => panelOf(rows, common, nameWidth, atEdge)) }
}

/** Rows in equal groups, the whole in each. */
function groupsOf(rows: readonly TrendRow[]): TrendRow[][] {
  const others = rows.filter(({ isTotal }) => !isTotal)
  const groups = Math.max(1, Math.ceil(others.length / looks.length))
  const size = Math.ceil(others.length / groups)
  return Array.from({ length: groups }, (_, group) => {
    const members = new Set(others.slice(group * size, (group + 1) * size))
    return rows.filter((row) => row.isTotal || members.has(row))
  })
}

function panelOf(rows: readonly TrendRow[], frame: Omit<Frame, 'panels'>, nameWidth: number, atEdge: number): Panel {
  const { isWide, width, ticks, hyphenate, differences } = frame
  let used = 0
  const lines = rows.map((row): Line => {
    if (row.absence !== null) return { row, look: null, number: 0 }
    if (row.isTotal) return { row, look: wholeLook, number: 0 }
    used += 1
    return { row, look: looks[used - 1] as LineLook, number: used }
  })
  const drawn = lines.filter(({ look }) => look)
  const names = drawn.map(({ row }) =>
    isWide ? wrapText(hyphenate(row.label), nameWidth, chartSizes.text, row.isTotal ? 600 : 400) : [''],
  )
  const untold = lines.flatMap(({ row }) =>
    row.absence === null ? [] : wrapText(hyphenate(`${row.label}: ${row.absence}`), width, chartSizes.text, 400),
  )
  const key = isWide
    ? null
    : wrapKey(
        drawn.map(({ row }) => ({ id: row.id, text: row.label })),
        { lead: sample + 8, gap: 0, width: width - atEdge, isStacked: true, hyphenate },
      )
  const named = names.reduce((sum, name) => sum + heightOfName(name), 0)
  const plot = Math.max(plotHeight[isWide ? 'wide' : 'narrow'], named - 2 * reach)
  const over = headHeight(differences) + (key ? key.bottom + 6 : 0) + around.over
  const ticksUnder = (ticks[0] ?? ['']).length - 1
  const under = Math.max(around.periods + lineHeight / 2, ticksUnder * lineHeight + lineHeight / 2)
  const height = Math.ceil(over + plot + under + untold.length * lineHeight + (untold.length > 0 ? 10 : 4))
  return { lines, key, names, height, plot, untold }
}

/** Names may stand so far over and under the plot. */
const reach = 10

function heightOfName(lines: readonly string[]): number {
  return lines.length * lineHeight + 3
}

function headHeight({ headLines }: MeasuredDifferences): number {
  return headLines * lineHeight + (headLines > 0 ? 4 : 0)
}

/** A tick's number, and under it what it means, where all have room for that; else the line under the title says it. */
function tickLines({ from, to, ticks }: ChartAxis, isWide: boolean, hyphenate: Hyphenate): string[][] {
  const lines = ticks.map(({ label }) => (isWide && label !== null ? wrapText(hyphenate(label), widestTick, chartSizes.text, 400) : []))
  const steps = ticks.slice(1).map(({ value }, at) => ((value - (ticks[at] as AxisTick).value) / (to - from)) * plotHeight.wide)
  const hasRoom = steps.every((step, at) => (1 + (lines[at + 1] as string[]).length) * lineHeight <= step)
  return ticks.map(({ text }, at) => [text, ...(hasRoom ? (lines[at] as string[]) : [])])
}

/** A line's numbers in pixels; `isJoined`: to the one before, `isBroken`: asked in another way than it. */
type Dot = { x: number; y: number; text: string; isJoined: boolean; isBroken: boolean }

function dotsOf({ points }: TrendRow, { periods }: TrendChart, time: Axis, values: Axis): Dot[] {
  let before = -1
  return points.flatMap(({ number }, index): Dot[] => {
    if (!number) return []
    const isBroken = before >= 0 && points.slice(before + 1, index + 1).some(({ isAfterBreak }) => isAfterBreak)
    const isJoined = before >= 0 && before === index - 1 && !isBroken
    before = index
    return [{ x: along(time, periods[index]?.at ?? 0), y: along(values, number.value), text: number.text, isJoined, isBroken }]
  })
}

function panelLayers(frame: Frame, panel: Panel, from: number, index: number): Layer[] {
  const { chart, grid, width, differences, isWide } = frame
  const keyTop = from + headHeight(differences)
  const top = keyTop + (panel.key ? panel.key.bottom + 6 : 0) + around.over
  const bottom = top + panel.plot
  const time: Axis = { domain: [0, 1], range: frame.time }
  const values: Axis = { domain: [chart.axis.from, chart.axis.to], range: [bottom, top] }
  const drawn = panel.lines.filter(({ look }) => look).map((line) => ({ ...line, dots: dotsOf(line.row, chart, time, values) }))
  const layers = [
    rules(
      'grid',
      chart.axis.ticks.map(({ value }) => ({ x: grid[0], x2: grid[1], y: along(values, value) })),
    ),
    tickLayer(frame, values),
    ...periodLayers(frame, time, bottom),
    // the whole lies on top of the others
    ...[...drawn].sort((a, b) => Number(a.row.isTotal) - Number(b.row.isTotal)).flatMap((line) => lineLayers(line)),
    rules(
      'break',
      drawn.flatMap(({ dots }) => dots.flatMap((dot, at) => (dot.isBroken ? slashes(dots[at - 1] as Dot, dot) : []))),
      {
        colour: 'ink',
        width: 1.75,
      },
    ),
    ...numberLayers(drawn, bottom),
    ...endLayers(frame, panel, drawn, { top, bottom }),
    ...(isWide ? [] : keyLayers(frame, panel, keyTop)),
    ...(differences.headLines > 0 ? [differences.head(from + (differences.headLines - 0.5) * lineHeight)] : []),
    texts(
      'absence',
      panel.untold.map((text, line) => ({ x: 0, y: from + panel.height - 4 - (panel.untold.length - line - 0.5) * lineHeight, text })),
      {
        colour: 'soft',
      },
    ),
    rules('panel', index > 0 ? [{ x: 0, x2: width, y: from - around.panels / 2 }] : []),
  ]
  // Layers of two panels with one name would be one layer to Vega.
  return layers.map((layer) => ({ ...layer, name: `${layer.name}_p${index + 1}` }))
}

function tickLayer({ chart, grid, ticks: lines }: Frame, values: Axis): Layer {
  const places = chart.axis.ticks.flatMap(({ value }, at) =>
    (lines[at] ?? []).map((text, line): Place => ({ x: grid[0] - 8, y: along(values, value) + line * lineHeight, text })),
  )
  return texts('tick', places, { align: 'right', colour: 'soft' })
}

/** A mark at each period; names from the last one back, as many as there is room for, and the first. */
function periodLayers({ chart, grid, width }: Frame, time: Axis, bottom: number): Layer[] {
  const places = chart.periods.map(({ label, at }) => {
    const half = textWidth(label, chartSizes.text, 400) / 2
    const x = along(time, at)
    return { x, label, centre: Math.min(Math.max(x, grid[0] - 8 + half), width - half), half }
  })
  const named: typeof places = []
  const isRoom = (a: (typeof places)[number], b: (typeof places)[number]) => Math.abs(a.centre - b.centre) >= a.half + b.half + 10
  const ends = [places.at(-1), places[0]].filter((place) => place !== undefined)
  for (const place of [...ends, ...places.slice(1, -1).reverse()]) if (named.every((other) => isRoom(place, other))) named.push(place)
  return [
    rules(
      'period',
      places.map(({ x }) => ({ x, y: bottom, y2: bottom + 6 })),
      { colour: 'edge' },
    ),
    texts(
      'period_name',
      named.map(({ centre, label }) => ({ x: centre, y: bottom + around.periods - 4, text: label })),
      { align: 'center', colour: 'soft' },
    ),
  ]
}

/** `filled_whole`, or with the line's number in its panel: `hollow_1`, `end_filled_2`. */
function symbolLayer(of: '' | 'end_' | 'key_', { look, number }: Line, places: Place[]): Layer {
  const { colour, shape, isFilled, area } = look as LineLook
  return points(`${of}${isFilled ? 'filled' : 'hollow'}_${nameOfLine(number)}`, places, {
    colour: isFilled ? colour : 'paper',
    shape,
    area,
    stroke: colour,
  })
}

function nameOfLine(number: number): string {
  return number === 0 ? 'whole' : `${number}`
}

function lineLayers({ dots, ...line }: Line & { dots: Dot[] }): Layer[] {
  const { colour, width, dash } = line.look as LineLook
  const joined = dots.flatMap((dot, at) =>
    dot.isJoined ? [{ x: dots[at - 1]?.x ?? 0, y: dots[at - 1]?.y ?? 0, x2: dot.x, y2: dot.y }] : [],
  )
  return [
    rules(`line_${nameOfLine(line.number)}`, joined, { colour, width, dash }),
    symbolLayer(
      '',
      line,
      dots.map(({ x, y }) => ({ x, y })),
    ),
  ]
}

/** Two strokes in the middle between the numbers on either side. */
function slashes(before: Dot, after: Dot): Place[] {
  const [x, y] = [(before.x + after.x) / 2, (before.y + after.y) / 2]
  return [-3, 3].map((aside) => ({ x: x + aside - 3, y: y + 8, x2: x + aside + 3, y2: y - 8 }))
}

/**
 * Of a line alone in its panel every number is there, over the line or under a valley; the last stands at the line's
 * end.
 */
function numberLayers(drawn: readonly { dots: Dot[] }[], bottom: number): Layer[] {
  const [only, ...others] = drawn
  if (!only || others.length > 0) return []
  const { dots } = only
  const placed: (Place & { text: string })[] = []
  for (const [at, { x, y, text }] of dots.slice(0, -1).entries()) {
    const neighbours = [dots[at - 1], dots[at + 1]].flatMap((dot) => dot?.y ?? [])
    const isValley = neighbours.length > 0 && neighbours.every((other) => other < y - 4) && y + 24 < bottom
    const left = x - textWidth(text, chartSizes.text, 600) / 2
    const last = placed.at(-1)
    if (last && left < last.x + textWidth(last.text, chartSizes.text, 600) + 6) continue
    placed.push({ x: left, y: isValley ? y + 17 : y - 17, text })
  }
  return [backings('number_back', placed), texts('number', placed, { weight: 600 })]
}

/**
 * At the lines' ends: the last number, wide with the line's name and change. Each has the line's symbol before
 * it; a thin line leads there from a number of the last period.
 */
function endLayers(
  { chart, isWide, endX, numberWidth, differences }: Frame,
  { names }: Panel,
  drawn: readonly (Line & { dots: Dot[] })[],
  { top, bottom }: { top: number; bottom: number },
): Layer[] {
  const lasts = drawn.map(({ dots }) => dots.at(-1) as Dot)
  const wishes = drawn.map((_, at) => ({ at: (lasts[at] as Dot).y, height: heightOfName(names[at] ?? ['']) }))
  const ys = pushApart(wishes, { from: top - reach, to: bottom + reach, lead: lineHeight / 2 })
  const isLed = drawn.map(({ row }) => row.points.at(-1)?.number != null)
  const numberX = endX + symbolWidth
  const nameX = numberX + numberWidth + 8
  const leads = drawn.flatMap((_, at) =>
    isLed[at] ? [{ x: (lasts[at] as Dot).x + 7, y: (lasts[at] as Dot).y, x2: endX - 3, y2: ys[at] as number }] : [],
  )
  const nameLines = (isTotal: boolean) =>
    drawn.flatMap(({ row }, at) =>
      row.isTotal === isTotal && isWide
        ? (names[at] ?? []).map((text, line) => ({ x: nameX, y: (ys[at] as number) + line * lineHeight, text }))
        : [],
    )
  return [
    rules('lead', leads, { colour: 'link' }),
    ...drawn.map((line, at) => symbolLayer('end_', line, [{ x: endX + 5, y: ys[at] as number }])),
    texts(
      'end_number',
      drawn.map((_, at) => ({ x: numberX + numberWidth, y: ys[at] as number, text: (lasts[at] as Dot).text })),
      { align: 'right', weight: 600 },
    ),
    texts('label', nameLines(false)),
    texts('label_total', nameLines(true), { weight: 600 }),
    ...(isWide && chart.changeLabel !== null
      ? differences.layers(drawn.map(({ row }, at) => ({ difference: row.change, y: ys[at] as number })))
      : []),
  ]
}

/** Narrow: a piece of each line, its name, and its change at the right edge. */
function keyLayers({ differences }: Frame, { key, lines }: Panel, top: number): Layer[] {
  const entries = key?.entries ?? []
  const drawn = lines.filter(({ look }) => look)
  const placed = drawn.map((line, at) => ({ ...line, entry: entries[at] as (typeof entries)[number] }))
  return [
    ...placed.flatMap(({ entry, ...line }) => {
      const { colour, width, dash } = line.look as LineLook
      const y = top + entry.y
      return [
        rules(`key_line_${nameOfLine(line.number)}`, [{ x: 0, x2: sample, y }], { colour, width, dash }),
        symbolLayer('key_', line, [{ x: sample / 2, y }]),
      ]
    }),
    texts(
      'key_text',
      placed.flatMap(({ entry, row }) =>
        row.isTotal ? [] : entry.lines.map((text, line) => ({ x: sample + 8, y: top + entry.y + line * lineHeight, text })),
      ),
    ),
    texts(
      'key_total',
      placed.flatMap(({ entry, row }) =>
        row.isTotal ? entry.lines.map((text, line) => ({ x: sample + 8, y: top + entry.y + line * lineHeight, text })) : [],
      ),
      { weight: 600 },
    ),
    ...differences.layers(placed.map(({ row, entry }) => ({ difference: row.change, y: top + entry.y }))),
  ]
}
