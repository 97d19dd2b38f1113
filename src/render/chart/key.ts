/** The key over a chart: what each colour and mark means, beside the heads of what stands at the right edge. */
import { textWidth } from '../fonts.js'
import { chartSizes } from '../theme.js'

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
