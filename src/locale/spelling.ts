/** How numbers, units, dates and periods are spelled in a locale: pure functions, which round nothing. */
import type { Figure } from '../figure.js'
import { compare, exact, type Interval, minus, plus } from '../printed.js'
import { isWholeMonths, type Period } from '../survey.js'
import type { Locale, Phrase } from './words.js'

/**
 * A number's neutral spelling in a locale's digits: `"1755"` → "1.755", `"-4.4"` → "−4,4". Points group from four
 * digits on.
 *
 * @param options.sign also a plus where it is over 0
 */
export function spellNumber(printed: string, locale: Locale, { sign = false }: { sign?: boolean } = {}): string {
  const { decimal, thousands, minus } = locale.numbers
  const [whole = '', fraction] = printed.replace('-', '').split('.')
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, thousands) + (fraction === undefined ? '' : decimal + fraction)
  if (printed.startsWith('-')) return minus + digits
  return sign && /[1-9]/.test(digits) ? `+${digits}` : digits
}

/**
 * `number` is digits only, `signed` digits with + or − as changes in tables and charts. In a `table` the unit stands
 * in the head, but a share has its sign ("4,8 %").
 */
export type FigureForm = 'number' | 'table' | 'signed'

type Spelled = Pick<Figure, 'printed' | 'unit' | 'kind'> & Partial<Pick<Figure, 'isInWords' | 'interval'>>

/**
 * How a figure's printed number is spelled in a locale; null where it has none. A share that is known in words alone is
 * spelled in words. Rounds nothing.
 */
export function formatFigure(figure: Spelled, locale: Locale, form: FigureForm): string | null {
  if (figure.printed === null) return null
  if (figure.isInWords && figure.interval) return spellShare(figure.interval, locale) ?? ''
  const digits = spellNumber(figure.printed, locale, { sign: form === 'signed' })
  if (form === 'table' && figure.unit === 'share' && !isOfTwo(figure)) return `${digits}${locale.document.percentSign}`
  return digits
}

/**
 * A contribution to a change: as it is printed, or the range it lies in where rounding hides it, "2–4", without the
 * sign that words carry.
 */
export function formatContribution(figure: Pick<Figure, 'printed' | 'unit' | 'kind' | 'possible'>, locale: Locale): string | null {
  const [lowest, highest] = [figure.possible.at(0), figure.possible.at(-1)]
  if (lowest === undefined || highest === undefined || lowest === highest) return formatFigure(figure, locale, 'number')
  const isAcross = Number(lowest) < 0 && Number(highest) > 0
  if (isAcross) return `${spellNumber(lowest, locale)}–${spellNumber(highest, locale)}`
  const ends = [lowest, highest].map((end) => end.replace('-', '')).sort((a, b) => Number(a) - Number(b))
  return ends.map((end) => spellNumber(end, locale)).join('–')
}

/** Whether a number says how far two others lie apart: of two shares in percentage points, and with a sign. */
export function isOfTwo({ kind }: Pick<Figure, 'kind'>): boolean {
  return kind === 'change' || kind === 'decomposition' || kind === 'difference'
}

/** Half a percentage point to either side of a fraction it is the fraction itself; two and a half are near it. */
const [narrow, wide] = [exact(5n, 1000n), exact(25n, 1000n)]

/**
 * A share in words, "knap hver fjerde": a fraction f where all its possible values are at most 0.5 percentage points
 * from it; just under it from f − 2.5 and before f − 0.5; just over it after f + 0.5 and before f + 2.5. null where
 * none fits, and where its interval crosses a bound: then it stands in per cent.
 *
 * @param interval of the share, a fraction in [0, 1]
 */
export function spellShare(interval: Interval, { document: { fractions, nearly, over } }: Locale): string | null {
  for (const [numerator, denominator, words] of fractions) {
    const f = exact(BigInt(numerator), BigInt(denominator))
    const [least, low, high, most] = [minus(f, wide), minus(f, narrow), plus(f, narrow), plus(f, wide)]
    if (isWithin(interval, { from: low, to: high, fromIncluded: true, toIncluded: true })) return words
    if (isWithin(interval, { from: least, to: low, fromIncluded: true, toIncluded: false })) return nearly(words)
    if (isWithin(interval, { from: high, to: most, fromIncluded: false, toIncluded: false })) return over(words)
  }
  return null
}

/**
 * What a share in words stands for, "knap en fjerdedel" or "knap hver fjerde": the shares that `spellShare` tells so.
 * null for any other text.
 */
export function readShare(text: string, { document: { fractions, nearly, over }, claimWords }: Locale): Interval | null {
  const wanted = text.trim().toLowerCase().replace(/\s+/g, ' ')
  const asWritten = Object.entries(claimWords.fractions).map(([words, [part, whole]]) => [part, whole, words] as const)
  for (const [numerator, denominator, words] of [...fractions, ...asWritten]) {
    const f = exact(BigInt(numerator), BigInt(denominator))
    const [least, low, high, most] = [minus(f, wide), minus(f, narrow), plus(f, narrow), plus(f, wide)]
    if (wanted === words) return { from: low, to: high, fromIncluded: true, toIncluded: true }
    if (wanted === nearly(words)) return { from: least, to: low, fromIncluded: true, toIncluded: false }
    if (wanted === over(words)) return { from: high, to: most, fromIncluded: false, toIncluded: false }
  }
  return null
}

function isWithin(inner: Interval, outer: Interval): boolean {
  const [from, to] = [compare(inner.from, outer.from), compare(inner.to, outer.to)]
  return (
    (from > 0 || (from === 0 && (outer.fromIncluded || !inner.fromIncluded))) &&
    (to < 0 || (to === 0 && (outer.toIncluded || !inner.toIncluded)))
  )
}

/** The unit that follows a figure in prose: "indekspoint", "pct."; after a difference of two shares "procentpoint". */
export function unitAfter(figure: Pick<Figure, 'printed' | 'unit' | 'kind'>, locale: Locale): string {
  return locale.document.unit(figure.unit, isOfTwo(figure), figure.printed ?? '')
}

/** An ISO date in figures: "09-12-2024". */
export function formatDate(iso: string, locale: Locale): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  return locale.document.date(year, month, day)
}

/**
 * `name` "2023-24", "2. kvartal 2024" · `during` "i 2023-24" · `years` "2023-2024", of a calendar year "2024" ·
 * `range` "oktober 2023 – september 2024" · `short` "okt. 2023 – sep. 2024", both of a calendar year "2024" · `fromTo`
 * "fra oktober 2023 til september 2024", of one month "i marts 2024"
 */
export const periodForms = ['name', 'during', 'years', 'range', 'short', 'fromTo'] as const
export type PeriodForm = (typeof periodForms)[number]

/** A measuring period as a document prints it. */
export function formatPeriod(period: Period, locale: Locale, form: PeriodForm): string {
  const words = locale.document
  const { from, to } = endsOf(period, locale, form === 'short' ? words.shortMonths : words.months)
  const range = from === to ? from : words.range(from, to)
  const name = shortNameOf(period, locale)
  const isOneYear = period.from.slice(0, 4) === period.to.slice(0, 4)
  const startInYear = isOneYear && isWholeMonths(period) ? from.replace(/ \d+$/, '') : from
  switch (form) {
    case 'name':
      return name ?? range
    case 'during':
      return words.during(name ?? range, name === null && from !== to)
    case 'years':
      return [...new Set([period.from.slice(0, 4), period.to.slice(0, 4)])].join('-')
    case 'range':
    case 'short':
      return isCalendarYear(period) ? period.id : range
    case 'fromTo':
      if (/^\d{4}$/.test(period.id)) return words.during(period.id, false)
      return from === to ? words.during(from, false) : words.fromTo(startInYear, to)
  }
}

function isCalendarYear({ id, from, to }: Period): boolean {
  return from === `${id}-01-01` && to === `${id}-12-31`
}

/** Both ends as month and year, with the day where the period is not of whole months. */
function endsOf(period: Period, locale: Locale, months: readonly string[]): { from: string; to: string } {
  const spellsDays = !isWholeMonths(period)
  const spell = (iso: string) => {
    const [year = '', month = '', day = ''] = iso.split('-')
    const monthAndYear = `${months[Number(month) - 1]} ${year}`
    return spellsDays ? locale.document.day(Number(day), monthAndYear) : monthAndYear
  }
  return { from: spell(period.from), to: spell(period.to) }
}

/**
 * The short name its id gives it, or its months in one year; null for a month, which its months name, and for a
 * period known by its ends only.
 */
function shortNameOf(period: Period, locale: Locale): string | null {
  const { id, from, to } = period
  const [, year = '', part = '', number = ''] = /^(\d{4})-([hq])(\d)$/.exec(id) ?? []
  if (part === 'h') return locale.document.half(Number(number), year)
  if (part === 'q') return locale.document.quarter(Number(number), year)
  if (!id.includes('_')) return from.slice(0, 7) === to.slice(0, 7) ? null : id
  if (!isWholeMonths(period) || from.slice(0, 4) !== to.slice(0, 4)) return null
  const month = (iso: string) => locale.document.months[Number(iso.slice(5, 7)) - 1] ?? ''
  return locale.document.monthRange(month(from), month(to), to.slice(0, 4))
}

/** A count of things in prose: up to ten in words. */
export function countWord(count: number, locale: Locale): string {
  return locale.document.numberWords[count] ?? spellNumber(String(count), locale)
}

/** A template literal whose values stay as they are; phrases among them become parts of it. */
export function phrase<Slot>(words: TemplateStringsArray, ...slots: (string | Slot | Phrase<Slot>)[]): Phrase<Slot> {
  const parts = words.flatMap((text, index): Phrase<Slot> => {
    const slot = index < slots.length ? (slots[index] as string | Slot | Phrase<Slot>) : []
    return [text, ...(Array.isArray(slot) ? slot : [slot])]
  })
  return parts.filter((part) => part !== '')
}

/** One after another, with a space between them, or what else is `between`. */
export function inOneLine<Slot>(phrases: readonly Phrase<Slot>[], between = ' '): Phrase<Slot> {
  return phrases.flatMap((each, index) => (index === 0 ? each : [between, ...each]))
}
