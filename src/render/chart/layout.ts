/** What a chart is laid out as: layers of marks, in CSS pixels from the top left. */
import { textWidth, type Weight } from '../fonts.js'
import type { Hyphenate } from '../hyphenation.js'
import { type ColourName, chartSizes, light } from '../theme.js'

/**
 * `wide` stands on paper and screens from about 770 px, `narrow` on phones: there a wide one would be scaled to
 * nothing.
 */
export type ChartSize = 'wide' | 'narrow'

/**
 * `closeness`: from row to row in a wide chart, as a share of the distance they have where there is room; `hyphenate`:
 * where names of rows may be parted
 */
export type ChartSetting = { closeness: number; hyphenate: Hyphenate }

/** Some of a chart's rows, `to` not included: a part of a drawing that goes over several pages. */
export type RowRange = { from: number; to: number }

export type Axis = { domain: [number, number]; range: [number, number] }

/** `x` and `x2` are pixels, or values on the axis in a layer that says so. */
export type Place = { x: number; y: number; x2?: number; y2?: number; text?: string }

/** Marks of one look. `style` is in Vega-Lite's words. */
export type Layer = {
  name: string
  isOnAxis: boolean
  style: { type: 'text' | 'rule' | 'point' | 'rect'; [property: string]: unknown }
  places: Place[]
}

export type Layout = { width: number; height: number; axis: Axis; layers: Layer[] }

/**
 * A chart of which everything is measured once: axis, key, and the height of every row. From this each of its parts
 * is laid out at the price of its own rows, and its height is a subtraction.
 */
export type MeasuredChart = {
  /** rows that a page may end after; of a chart that is not made of rows its panels */
  count: number
  /** so few of them may stand on a page by themselves */
  fewest: number
  heightOf(rows: RowRange): number
  layoutOf(rows: RowRange): Layout
}

/** Of a chart made of rows: fewer are not cut off from the others. */
export const fewestRows = 3

/** From one line of text to the next. */
export const lineHeight = 17

/** Where a value stands on an axis, in pixels. */
export function along({ domain, range }: Axis, value: number): number {
  return range[0] + ((value - domain[0]) / (domain[1] - domain[0])) * (range[1] - range[0])
}

/**
 * Width of the widest text; 0 where there is none. Not spread into `Math.max`, which takes no more arguments than the
 * stack holds.
 */
export function widest(texts: readonly string[], weight: Weight, size: number = chartSizes.text): number {
  return texts.reduce((most, text) => Math.max(most, textWidth(text, size, weight)), 0)
}

type TextLook = {
  isOnAxis?: boolean
  align?: 'left' | 'center' | 'right'
  weight?: Weight
  size?: number
  colour?: ColourName
  dx?: number
}

export function texts(name: string, places: Place[], look: TextLook = {}): Layer {
  const { isOnAxis = false, align = 'left', weight = 400, size = chartSizes.text, colour = 'ink', dx = 0 } = look
  return {
    name,
    isOnAxis,
    style: { type: 'text', baseline: 'middle', align, fontWeight: weight, fontSize: size, fill: light[colour], dx },
    places,
  }
}

/** `dash`: lengths of strokes and gaps; none: a whole line */
type RuleLook = { isOnAxis?: boolean; colour?: ColourName; width?: number; dash?: number[] }

export function rules(name: string, places: Place[], look: RuleLook = {}): Layer {
  const { isOnAxis = false, colour = 'grid', width = 1, dash } = look
  const dashes = dash === undefined || dash.length === 0 ? {} : { strokeDash: dash }
  return { name, isOnAxis, style: { type: 'rule', stroke: light[colour], strokeWidth: width, ...dashes }, places }
}

export type Shape = 'circle' | 'square' | 'diamond' | 'triangle-up' | 'triangle-down'

type PointLook = { colour: ColourName | null; isOnAxis?: boolean; stroke?: ColourName; area?: number; shape?: Shape }

/** Marks at a place, round or of another shape. `area` in square pixels, as Vega has it; with a `stroke` an outline. */
export function points(name: string, places: Place[], look: PointLook): Layer {
  const { isOnAxis = false, colour, stroke, area = 120, shape } = look
  const outline = stroke === undefined ? { stroke: null } : { stroke: light[stroke], strokeWidth: 1.75 }
  const fill = colour === null ? null : light[colour]
  return { name, isOnAxis, style: { type: 'point', fill, size: area, opacity: 1, ...(shape && { shape }), ...outline }, places }
}

/** Paper under texts, so that no line goes through them. `places` in pixels, of the texts' left ends. */
export function backings(name: string, places: (Place & { text: string })[], size: number = chartSizes.text): Layer {
  const boxes = places.map(({ x, y, text }) => ({ x: x - 2, x2: x + textWidth(text, size, 600) + 2, y: y - size / 2, y2: y + size / 2 }))
  return { name, isOnAxis: false, style: { type: 'rect', fill: light.paper, stroke: null }, places: boxes }
}

export function rects(name: string, places: Place[], look: { colour: ColourName; isOnAxis?: boolean }): Layer {
  const { isOnAxis = false, colour } = look
  return { name, isOnAxis, style: { type: 'rect', fill: light[colour], stroke: light.edge, strokeWidth: 0.75 }, places }
}
