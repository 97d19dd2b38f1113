/** Numbers in data files: one style a file, counts whole, nothing guessed. */
import type { Place } from '../errors.js'
import { parsePrinted } from '../printed.js'
import type { NumberStyle } from '../project.js'
import { type ProblemList, spelled } from './problems.js'

/** A count this large is a mistake; sums of many stay exact. */
const largestCount = 999_999_999

/** What the numbers of one file have shown of its style. */
export type StyleWatch = {
  /** declared, else what the numbers so far have shown; undefined where they could be either */
  style: () => NumberStyle | undefined
  /** Looks at a number; one that shows the other style than an earlier one is a problem. `isCount`: only whole readings can be meant. */
  see: (text: string, isCount: boolean, place: Place) => void
}

export function watchStyle(declared: NumberStyle | undefined, problems: ProblemList): StyleWatch {
  let shown: { style: NumberStyle; text: string; line: number } | null = null
  return {
    style: () => declared ?? shown?.style,
    see: (text, isCount, place) => {
      if (declared) return
      const style = styleShown(text, isCount)
      if (style === null) return
      if (shown === null) shown = { style, text, line: place.line ?? 0 }
      else if (shown.style !== style)
        problems.add('mixed-number-styles', { found: spelled(text), other: spelled(shown.text), line: shown.line }, place)
    },
  }
}

/** The one style a number can be read in, where it says another thing in the other or nothing at all; null where both agree or neither reads it. */
function styleShown(text: string, isCount: boolean): NumberStyle | null {
  if (/^\d*$/.test(text)) return null
  const readings = (['da', 'en'] as const).filter((style) => {
    const parsed = parsePrinted(text, style)
    return !('reason' in parsed) && (!isCount || parsed.decimals === 0)
  })
  return readings.length === 1 ? (readings[0] ?? null) : null
}

/** A count as written, `1755` or `1.755`; null for what is no whole number from 0 to 999,999,999. */
export function wholeNumber(text: string, style: NumberStyle | undefined): number | null {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  const readings = (style ? [style] : (['da', 'en'] as const)).flatMap((tried) => {
    const parsed = parsePrinted(text, tried)
    const isWhole = !('reason' in parsed) && parsed.decimals === 0 && !parsed.percent && parsed.value.numerator >= 0n
    return isWhole && parsed.value.numerator <= BigInt(largestCount) ? [Number(parsed.value.numerator)] : []
  })
  return readings[0] ?? null
}
