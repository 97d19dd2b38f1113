/** Numbers in data files: one style a file, counts whole, nothing guessed. */
import type { Place } from '../errors.js'
import { type LocaleId, localeIds, locales } from '../locale/index.js'
import { type NotParsed, type NumberMarks, type Parsed, parsePrinted, roundForPrint } from '../printed.js'
import { type ProblemList, shapeOf } from './problems.js'

/** A count this large is a mistake; sums of many stay exact. */
const largestCount = 999_999_999

/** What the numbers of one file have shown of its style. */
export type StyleWatch = {
  /** the declared one, else those that the numbers so far may be written in */
  styles: () => readonly NumberMarks[]
  /**
   * Looks at a number; one that shows another style than an earlier one is a problem. `isCount`: only whole readings
   * can be meant.
   */
  see: (text: string, isCount: boolean, place: Place) => void
}

const marksOf = (id: LocaleId): NumberMarks => locales[id].numbers

/** Every style a number may be written in. */
export const numberStyles: readonly NumberMarks[] = localeIds.map(marksOf)

/**
 * A number whose thousands are set apart by blanks, `1 755`, in the no-break ones that numbers are printed with; any
 * other text as it is. In a cell of its own there is nothing else it could be.
 */
export function blanksJoined(text: string): string {
  return /^[-+\u2212\u2013]?[1-9]\d{0,2}(?:[ \u2009]\d{3})+(?![\d ])/.test(text) ? text.replace(/[ \u2009](?=\d)/g, '\u00a0') : text
}

/** `parsePrinted` of a cell. */
export function parseCell(text: string, styles: NumberMarks | readonly NumberMarks[]): Parsed | NotParsed {
  return parsePrinted(blanksJoined(text.trim()), styles)
}

/** A number that showed a style, and the locales in whose style it may be written. */
type Shown = { text: string; line: number; locales: readonly LocaleId[] }

export function watchStyle(declared: LocaleId | undefined, problems: ProblemList): StyleWatch {
  let possible: readonly LocaleId[] = declared ? [declared] : localeIds
  let styles = possible.map(marksOf)
  let first: Shown | null = null
  return {
    styles: () => styles,
    see: (text, isCount, place) => {
      const shown = declared ? null : localesShown(text, isCount)
      if (shown === null) return
      const both = possible.filter((id) => shown.includes(id))
      if (both.length === 0 && first) {
        const values = { found: shapeOf(text), other: shapeOf(first.text), line: first.line, ...inOrder(first.locales, shown) }
        problems.add('mixed-number-styles', values, place)
      } else {
        possible = both
        styles = both.map(marksOf)
        first ??= { text, line: place.line ?? 0, locales: shown }
      }
    },
  }
}

/** One locale for each of two styles, in the order of the list. */
function inOrder([one]: readonly LocaleId[], [other]: readonly LocaleId[]): { first: string; second: string } {
  const [first = '', second = ''] = localeIds.filter((id) => id === one || id === other)
  return { first, second }
}

/** The locales in whose style a number can be read, where it cannot be read in all; null where it shows nothing. */
function localesShown(text: string, isCount: boolean): readonly LocaleId[] | null {
  if (/^\d*$/.test(text)) return null
  const readable = localeIds.filter((id) => {
    const parsed = parseCell(text, marksOf(id))
    return !('reason' in parsed) && (!isCount || isWholeAsWritten(parsed))
  })
  return readable.length === 0 || readable.length === localeIds.length ? null : readable
}

/** `40,0` is 40, as programs write it; three noughts after a mark are thousands. */
function isWholeAsWritten({ value, decimals }: Parsed): boolean {
  return decimals <= 2 && value.denominator === 1n
}

/** A count as written, `1755` or `1.755`; null for what is no whole number from 0 to 999,999,999. */
export function wholeNumber(text: string, styles: readonly NumberMarks[]): number | null {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  for (const style of styles) {
    const parsed = parseCell(text, style)
    const isWhole = !('reason' in parsed) && isWholeAsWritten(parsed) && !parsed.percent && parsed.value.numerator >= 0n
    if (isWhole && parsed.value.numerator <= BigInt(largestCount)) return Number(parsed.value.numerator)
  }
  return null
}

/** The different things a number may be, in plain digits, each by the first locale in whose style it is that. */
export function readingsOf(text: string): Record<string, string> {
  const readings = localeIds.flatMap((id): [LocaleId, string][] => {
    const parsed = parseCell(text, marksOf(id))
    return 'reason' in parsed ? [] : [[id, roundForPrint(parsed.value, parsed.decimals)]]
  })
  return Object.fromEntries(readings.filter(([, number], index) => readings.findIndex(([, other]) => other === number) === index))
}
