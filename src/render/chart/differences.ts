/** What stands at the right edge of a chart's rows: changes or differences, their marks, and their head. */
import type { ChartDifference } from '../../document/blocks.js'
import type { Hyphenate } from '../hyphenation.js'
import { chartSizes } from '../theme.js'
import { wrapText } from '../wrap.js'
import { type Layer, lineHeight, type Place, texts, widest } from './layout.js'

/** between a difference and its mark, and the mark's size and how far it is raised */
const markLook = { gap: 2, size: 10, raise: 4 }

export type MeasuredDifferences = {
  /** from the right edge inwards, marks included; 0 where no row has a difference */
  taken: number
  headWidth: number
  /** the head's lines under one another, the last at `y` */
  head(y: number): Layer
  headLines: number
  layers(rows: readonly { difference: ChartDifference | null; y: number }[]): Layer[]
}

type Shape = { label: string | null; dash: string; width: number; headWidths?: [least: number, most: number]; hyphenate: Hyphenate }

/** A head wider than `least` is wrapped, at `most` inside a word; without these widths it never is. */
export function measureDifferences(all: readonly (ChartDifference | null)[], shape: Shape): MeasuredDifferences {
  const { label, dash, width } = shape
  const hasAny = all.some((difference) => difference)
  const numbers = all.map((difference) => difference?.text ?? dash)
  const marks = all.flatMap((difference) => (difference?.mark ? [difference.mark] : []))
  const markWidth = marks.length > 0 ? Math.ceil(widest(marks, 400, markLook.size)) + markLook.gap : 0
  const to = width - markWidth
  const head = hasAny && label !== null ? headOf(label, shape) : []
  return {
    taken: hasAny ? widest(numbers, 600, chartSizes.change) + markWidth : 0,
    headWidth: widest(head, 400),
    headLines: head.length,
    head: (y) =>
      texts(
        'head',
        head.map((text, line) => ({ x: width, y: y - (head.length - 1 - line) * lineHeight, text })),
        { align: 'right', colour: 'soft' },
      ),
    layers: (rows) => (hasAny ? layersOf(rows, { dash, to }) : []),
  }
}

function headOf(label: string, { headWidths, hyphenate }: Shape): string[] {
  if (!headWidths) return [label]
  const [least, most] = headWidths
  return wrapText(hyphenate(label), Math.min(most, Math.max(least, widest(label.split(' '), 400))), chartSizes.text, 400)
}

function layersOf(rows: readonly { difference: ChartDifference | null; y: number }[], { dash, to }: { dash: string; to: number }): Layer[] {
  const places = (isCertain: boolean) =>
    rows.flatMap(({ difference, y }): Place[] => (difference?.isCertain === isCertain ? [{ x: to, y, text: difference.text }] : []))
  const none = rows.flatMap(({ difference, y }) => (difference ? [] : [{ x: to, y, text: dash }]))
  const marks = rows.flatMap(({ difference, y }) =>
    difference?.mark ? [{ x: to + markLook.gap, y: y - markLook.raise, text: difference.mark }] : [],
  )
  const look = { align: 'right', size: chartSizes.change } as const
  return [
    texts('change_certain', places(true), { ...look, weight: 600 }),
    texts('change', places(false), { ...look, weight: 400 }),
    texts('change_none', none, { ...look, colour: 'soft' }),
    texts('change_mark', marks, { align: 'left', size: markLook.size }),
  ]
}
