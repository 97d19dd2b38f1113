/**
 * Chart + width → drawing: one SVG for HTML and PDF, in light colours and Notat Sans.
 *
 *     Chart ── measure (real text widths) ─▶ MeasuredChart ── lay out some rows ─▶ Layout ── Vega-Lite ─▶ Vega ─▶ SVG
 *
 * Numbers arrive printed: the chart places them and rounds nothing. Layers are named, and Vega turns a name into a
 * class (`segment` → `segment_marks`) by which a stylesheet tells them apart.
 */
import type { Chart } from '../document/blocks.js'
import { altTextOf } from '../document/walk.js'
import { measureBars } from './chart/bars.js'
import { measureBenchmark } from './chart/benchmark.js'
import { measureChange } from './chart/change.js'
import type { ChartSetting, ChartSize, MeasuredChart, RowRange } from './chart/layout.js'
import { measureShares } from './chart/shares.js'
import { measureTrend } from './chart/trend.js'
import { marksOf } from './chart/vega.js'

export type { ChartSize, RowRange }

/** `svg` has `role="img"` and the alt text, no ids and no style sheet. Width and height in CSS pixels. */
export type Drawing = { svg: string; width: number; height: number }

/** A chart that is ready to be drawn, whole or in parts: parts have one axis and the same places. */
export type Picture = {
  /** rows that a page may end after, or panels of them, and how few may stand on a page by themselves */
  count: number
  fewest: number
  /** of its rows, or of some of them, in CSS pixels; nothing is drawn for it */
  heightOf(rows: RowRange): number
  /** The same rows give the same bytes, whatever was drawn before or meanwhile. */
  draw(rows: RowRange): Promise<Drawing>
  /** all the words of the whole picture, in the order of drawing, with what those hear who do not see it */
  texts(): string[]
}

const measures: { [K in Chart['kind']]: (chart: Extract<Chart, { kind: K }>, size: ChartSize, setting: ChartSetting) => MeasuredChart } = {
  change: measureChange,
  shares: measureShares,
  trend: measureTrend,
  benchmark: measureBenchmark,
  bars: measureBars,
}

const plainSetting: ChartSetting = { closeness: 1, hyphenate: (words) => words }

export function pictureOf(chart: Chart, size: ChartSize, setting: Partial<ChartSetting> = {}): Picture {
  const measure = measures[chart.kind] as (chart: Chart, size: ChartSize, setting: ChartSetting) => MeasuredChart
  const measured = measure(chart, size, { ...plainSetting, ...setting })
  const { count, fewest, heightOf } = measured
  return {
    count,
    fewest,
    heightOf,
    draw: async (rows) => {
      const layout = measured.layoutOf(rows)
      const { width, height } = layout
      const marks = await marksOf(layout)
      const root = `xmlns="http://www.w3.org/2000/svg" class="chart ${size}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`
      return { svg: `<svg ${root} role="img" aria-label="${escapeXml(altTextOf(chart))}">${marks}</svg>`, width, height }
    },
    texts: () => {
      const { layers } = measured.layoutOf(allRows(measured))
      return [altTextOf(chart), ...layers.flatMap(({ places }) => places.flatMap(({ text }) => text ?? []))]
    },
  }
}

/** Draws a whole chart. */
export function drawChart(chart: Chart, size: ChartSize, setting: Partial<ChartSetting> = {}): Promise<Drawing> {
  const picture = pictureOf(chart, size, setting)
  return picture.draw(allRows(picture))
}

export function allRows({ count }: Pick<Picture, 'count'>): RowRange {
  return { from: 0, to: count }
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
