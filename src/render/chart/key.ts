/** The key over a chart: what each colour and mark means, beside the heads of what stands at the right edge. */
import { textWidth } from '../fonts.js'
import type { Hyphenate } from '../hyphenation.js'
import { chartSizes } from '../theme.js'
import { wrapText } from '../wrap.js'
import { lineHeight } from './layout.js'

/** From the top of a drawing to the middle of its first line. */
export const keyTop = 14
/** from one line of the key to the next, and from the last to the rows */
const step = 22
const toRows = 20

type KeyEntry = { id: string; text: string }

/** `y` is the line of the heads, `bottom` where the rows begin. */
export type PlacedKey = { entries: (KeyEntry & { x: number; y: number })[]; y: number; bottom: number }

/**
 * Key entries one after another, `lead` pixels for the symbol before each, from `from` if they then leave room for
 * the heads at the right edge; else from the left edge, in as many lines as it takes.
 */
export function placeKey(
  entries: readonly KeyEntry[],
  { lead, gap, from, width, headWidth }: { lead: number; gap: number; from: number; width: number; headWidth: number },
): PlacedKey {
  const free = headWidth === 0 ? width : width - headWidth - gap
  const widths = entries.map(({ text }) => lead + textWidth(text, chartSizes.text, 400))
  const inOneLine = widths.reduce((sum, each) => sum + each + gap, -gap)
  const left = from + inOneLine <= free ? from : 0
  const placed: PlacedKey['entries'] = []
  let [x, y] = [left, keyTop]
  for (const [index, entry] of entries.entries()) {
    const entryWidth = widths[index] as number
    if (x > left && x + entryWidth > width) [x, y] = [left, y + step]
    placed.push({ ...entry, x, y })
    x += entryWidth + gap
  }
  const headY = headWidth === 0 || x - gap <= free ? y : y + step
  return { entries: placed, y: headY, bottom: headY + toRows }
}

type WrappedKey = { entries: { id: string; x: number; y: number; lines: string[] }[]; bottom: number }

/**
 * Key entries from the left edge, each with all its words: several in a line where they fit, or one a line
 * (`isStacked`). `bottom` is where they end.
 */
export function wrapKey(
  entries: readonly KeyEntry[],
  {
    lead,
    gap,
    width,
    isStacked = false,
    hyphenate,
  }: { lead: number; gap: number; width: number; isStacked?: boolean; hyphenate: Hyphenate },
): WrappedKey {
  const placed: WrappedKey['entries'] = []
  let [x, y, bottom] = [0, keyTop, keyTop]
  for (const { id, text } of entries) {
    const lines = wrapText(hyphenate(text), width - lead, chartSizes.text, 400)
    const entryWidth = lead + Math.max(...lines.map((line) => textWidth(line, chartSizes.text, 400)))
    if (placed.length > 0 && (isStacked || x + entryWidth > width)) [x, y] = [0, bottom + step]
    placed.push({ id, x, y, lines })
    bottom = Math.max(bottom, y + (lines.length - 1) * lineHeight)
    x += entryWidth + gap
  }
  return { entries: placed, bottom: bottom + lineHeight / 2 + 2 }
}
