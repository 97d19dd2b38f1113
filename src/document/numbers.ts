/** Numbers as text: a slot knows its figure, a share beside an end is told as under or over it. */
import { differenceOf } from '../difference.js'
import type { Contribution, Figure } from '../figure.js'
import { formatContribution, formatFigure, isOfTwo, spellNumber, spellShare, unitAfter } from '../locale/spelling.js'
import type { Locale } from '../locale/words.js'
import { middleOfRange } from '../metrics.js'
import { compare, type Exact, exact, toNumber } from '../printed.js'
import { measureOf, type Standing, scaleAt } from './standing.js'
import type { Slot } from './template.js'
import { type Asked, type FigureNumeral, inline, type NumeralKind, type Result, words } from './values.js'

export function numeral(
  kind: NumeralKind,
  here: Standing,
  figure: FigureNumeral['figure'],
  slot: Slot | null,
  more: Partial<FigureNumeral> = {},
): FigureNumeral {
  return { is: 'number', kind, here, figure, slot, missing: missingWords(figure, here.setting.locale), metric: null, from: null, ...more }
}

/** A number that is of nobody we ask, with its unit where it is a share. */
export function plainNumber(here: Standing, figure: Figure | null): FigureNumeral {
  return numeral('plain', here, figure, printed(figure, here, undefined))
}

/** What stands in running text where there is no number. */
function missingWords(figure: Figure | null, { document: { missing } }: Locale): string {
  return figure?.status === 'withheld' ? missing.withheld : figure?.status === 'noAnswers' ? missing.noAnswers : missing.unknown
}

/** Digits only, or null where there is no number. */
export function digits(figure: Figure | null, locale: Locale): Slot | null {
  const text = figure && (besideTheEnd(figure, locale) ?? formatFigure(figure, locale, 'number'))
  return text ? inline({ type: 'figure', figure: figure.id, text }) : null
}

type AnyFigure = NonNullable<FigureNumeral['figure']>

/** The end that a share rounds to, none of something or all of it, where it was neither before it was rounded. */
export function endBeside(figure: AnyFigure): 'none' | 'all' | null {
  const { unit, printed, possible, interval } = figure
  if (unit !== 'share' || isOfTwo(figure) || !interval || possible.length !== 1) return null
  if (Number(printed) === 0 && compare(interval.from, exact(0)) > 0) return 'none'
  return Number(printed) === 100 && compare(interval.to, exact(1)) < 0 ? 'all' : null
}

/** Such a share is told by what it is under or over: "under 0,1", "over 99,9". null of any other. */
function besideTheEnd(figure: Figure, locale: Locale): string | null {
  const end = endBeside(figure)
  if (end === null) return null
  const { decimals } = figure
  const step = decimals === 0 ? '1' : `0.${'1'.padStart(decimals, '0')}`
  const before = decimals === 0 ? '99' : `99.${'9'.repeat(decimals)}`
  const { lessThan, moreThan } = locale.document
  return end === 'none' ? lessThan(spellNumber(step, locale)) : moreThan(spellNumber(before, locale))
}

/** A printed number that can be compared: a share beside an end lies between that and the next that is printed. */
export function numberTold(figure: AnyFigure): number {
  const end = endBeside(figure)
  const half = 10 ** -figure.decimals / 2
  return Number(figure.printed) + (end === 'none' ? half : end === 'all' ? -half : 0)
}

/** Digits and, after a no-break space, the unit. */
export function withUnit(figure: Figure, locale: Locale, form: 'number' | 'signed' = 'number'): Slot {
  const text = besideTheEnd(figure, locale) ?? formatFigure(figure, locale, form) ?? ''
  if (figure.isInWords) return inline({ type: 'figure', figure: figure.id, text })
  return inline({ type: 'figure', figure: figure.id, text }, { type: 'text', text: `\u00a0${unitAfter(figure, locale)}` })
}

/** A change without its sign, which the words around it carry: "8 indekspoint" in "et fald på 8 indekspoint". */
export function magnitude(figure: Figure | null, locale: Locale): Slot | null {
  return figure?.printed ? withUnit({ ...figure, printed: figure.printed.replace('-', '') }, locale) : null
}

/**
 * What a part contributes, without its sign: a number, or the range it lies in where rounding hides it ("2–4
 * indekspoint").
 */
export function contributed(figure: Contribution, locale: Locale): Slot | null {
  if (figure.possible.length < 2) return magnitude(figure, locale)
  const farthest = [...figure.possible].sort((a, b) => Math.abs(Number(b)) - Math.abs(Number(a)))[0] ?? null
  const text = formatContribution(figure, locale) ?? ''
  const unit = unitAfter({ ...figure, printed: farthest }, locale)
  return inline({ type: 'figure', figure: figure.id, text }, { type: 'text', text: `\u00a0${unit}` })
}

/** There is no such period. */
export function absentNumber(here: Standing): FigureNumeral {
  return numeral('metric', here, null, null)
}

export function printed(figure: Figure | null, { setting: { locale } }: Standing, unit: Result | undefined): Slot | null {
  if (!figure?.printed) return null
  const hasUnit = unit === undefined ? figure.unit === 'share' : unit === true
  return hasUnit ? withUnit(figure, locale) : digits(figure, locale)
}

/** A share in words, which stand for the figure; null where no words are exact, so that it is told in per cent. */
export function shareInWords(figure: Figure | null, { setting: { locale } }: Standing): Slot | null {
  if (figure?.unit !== 'share' || figure.printed === null || figure.interval === null) return null
  const text = spellShare(figure.interval, locale)
  return text === null ? null : inline({ type: 'figure', figure: figure.id, text })
}

export function differenceAt(here: Standing, level: Figure | null, to: string, { sign }: Asked['options']): FigureNumeral {
  const { figures, basis, locale } = here.setting
  const difference = (level && differenceOf(figures, level.id, to, { basis })) ?? null
  const slot = !difference?.printed ? null : sign === true ? withUnit(difference, locale, 'signed') : magnitude(difference, locale)
  return numeral('difference', here, difference, slot)
}

/** The middle of the item's scale, which is nobody's figure. */
export function midpointAt(here: Standing): FigureNumeral {
  const middle = middleOfRange(measureOf(here).metric, scaleAt(here))
  const text = middle && spellNumber(String(toNumber(middle)), here.setting.locale)
  return numeral('plain', here, null, text ? words(text) : null)
}

/** It is that number, before it was rounded too. */
export function isExactly(figure: AnyFigure | null, number: Exact): boolean {
  if (!figure?.printed || !figure.interval || isOfTwo(figure)) return false
  return compare(figure.interval.from, number) === 0 && compare(figure.interval.to, number) === 0
}
