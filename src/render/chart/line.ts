/** A line across the rows of a chart at one value, and its name over them. */
import type { ChartLine } from '../../document/blocks.js'
import type { Hyphenate } from '../hyphenation.js'
import { chartSizes } from '../theme.js'
import { wrapText } from '../wrap.js'
import { type Axis, along, type Layer, lineHeight, rules, texts, widest } from './layout.js'

export type MeasuredLine = {
  /** lines of text that the name takes */
  lines: number
  /** `y`: the middle of the name's last line; `top` to `bottom`: where the rows stand */
  layers(rows: readonly { y: number }[], heights: { y: number; top: number; bottom: number }): Layer[]
}

type Shape = {
  name: string
  axis: Axis
  isWide: boolean /** where the name may stand */
  room: [number, number]
  dash: number[]
  hyphenate: Hyphenate
}

/** Wide: one line through all rows. Narrow: a short one at each row, since labels stand between the rows. */
export function measureLine(line: ChartLine | null, { name, axis, isWide, room, dash, hyphenate }: Shape): MeasuredLine {
  if (line === null) return { lines: 0, layers: () => [] }
  const { value, text } = line
  const lines = wrapText(hyphenate(text), room[1] - room[0], chartSizes.text, 400)
  const half = widest(lines, 400) / 2
  const x = Math.min(Math.max(along(axis, value), room[0] + half), room[1] - half)
  return {
    lines: lines.length,
    layers: (rows, { y, top, bottom }) => [
      rules(name, isWide ? [{ x: value, y: top, y2: bottom }] : rows.map((row) => ({ x: value, y: row.y - 14, y2: row.y + 14 })), {
        isOnAxis: true,
        colour: 'ink',
        width: 1.5,
        dash,
      }),
      texts(
        `${name}_name`,
        lines.map((words, index) => ({ x, y: y - (lines.length - 1 - index) * lineHeight, text: words })),
        { align: 'center' },
      ),
    ],
  }
}
