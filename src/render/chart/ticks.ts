/** The ticks under a chart's rows. */
import type { AxisTick } from '../../document/blocks.js'
import { chartSizes } from '../theme.js'
import { wrapText } from '../wrap.js'
import { type Axis, along, type Layer, lineHeight, type Place, texts, widest } from './layout.js'

export type MeasuredTicks = {
  /** end of a drawing whose rows end at `top` */
  bottomUnder(top: number): number
  layerUnder(top: number): Layer
}

/** Where a label would take more lines than this, or meet its neighbour, only the ends of the axis are named. */
const mostLabelLines = 3

type Column = { x: number; lines: string[] }

/** Ticks under the rows, their labels wrapped to the room between two ticks; all inside the drawing. */
export function measureTicks(ticks: readonly AxisTick[], axis: Axis, width: number): MeasuredTicks {
  const places = ticks.map(({ value }) => along(axis, value))
  const room = Math.min(width, ...places.slice(1).map((place, i) => place - (places[i] as number) - 6))
  const labels = ticks.map(({ label }) => (label === null ? [] : wrapText(label, Math.max(room, widestWord(label)), chartSizes.text, 400)))
  const columnsWith = (isNamed: (i: number) => boolean) =>
    ticks.map(({ text }, i): Column => {
      const lines = [text, ...(isNamed(i) ? (labels[i] as string[]) : [])]
      const half = widest(lines, 400) / 2
      return { x: Math.min(Math.max(places[i] as number, half), width - half), lines }
    })
  const all = columnsWith(() => true)
  const haveRoom =
    labels.every(({ length }) => length <= mostLabelLines) && all.slice(1).every((column, i) => !meet(all[i] as Column, column))
  const columns = haveRoom ? all : columnsWith((i) => i === 0 || i === ticks.length - 1)
  const most = Math.max(0, ...columns.map(({ lines }) => lines.length))
  return {
    bottomUnder: (top) => Math.ceil(top + 11 + most * lineHeight),
    layerUnder: (top) => {
      const placed = columns.flatMap(({ x, lines }) => lines.map((text, line): Place => ({ x, y: top + 14 + line * lineHeight, text })))
      return texts('tick', placed, { align: 'center', colour: 'soft' })
    },
  }
}

/** Whether two columns meet in one of their lines. */
function meet(left: Column, right: Column): boolean {
  return left.lines.some((line, i) => {
    const other = right.lines[i]
    return other !== undefined && left.x + widest([line], 400) / 2 + 4 > right.x - widest([other], 400) / 2
  })
}

function widestWord(text: string): number {
  return widest(text.split(' '), 400)
}
