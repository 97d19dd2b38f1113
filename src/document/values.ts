/** What words of templates give and take: numbers, nouns and lists, each knowing where one stands. */
import type { Change, Contribution, Difference, Figure } from '../figure.js'
import type { MetricId } from '../metrics.js'
import type { Called, Period } from '../survey.js'
import type { Inline } from './blocks.js'
import type { Standing } from './standing.js'
import {
  type Attributes,
  type Call,
  isList,
  isNumeral,
  isThing,
  type List,
  type Numeral,
  type Slot,
  type Thing,
  type Value,
  type Word,
} from './template.js'

/** What a number is of, so that it can be asked about. */
export type NumeralKind = 'level' | 'metric' | 'change' | 'difference' | 'contribution' | 'plain'

export type FigureNumeral = Numeral & {
  readonly kind: NumeralKind
  readonly figure: Figure | Change | Contribution | Difference | null
  readonly metric: MetricId | null
  readonly here: Standing
  /** of a change, the period it leads from */
  readonly from: Period | null
}

/** What the members of a list are, one and many of them. */
export type Noun =
  | 'segment'
  | 'provider'
  | 'item'
  | 'period'
  | 'option'
  | 'benchmark'
  | 'target'
  | 'line'
  | 'theme'
  | 'attachment'
  | 'record'
  | 'other'

export type NounList = List<Standing> & {
  readonly noun: Noun
  readonly called: Called
  /** those that a limit left out */
  readonly rest: readonly Standing[]
  /** how many there were before any were left out by `where=` */
  readonly of: number
  /** of a list that was sorted, what by; null: there is no number, so it has no place */
  readonly sizes: Sizes | null
}

export type Sizes = ReadonlyMap<Standing, number | null>

export type Result = Value<Standing>

export type Entry = Word<Standing>

export type Asked = Call<Standing>

/** Words, which a slot prints as they are. */
export function words(text: string): Slot {
  return inline({ type: 'text', text })
}

/** Words of ours that get a capital where they begin a sentence. */
export function beginning(text: string): Slot {
  return inline({ type: 'text', text, mayBegin: true })
}

export function inline(...children: Inline[]): Slot {
  return { slot: 'inline', children }
}

export function optional(text: string | undefined | null): Slot | null {
  return text ? words(text) : null
}

/** What was given, as a message may quote it. */
export function shown(value: Result | undefined): string {
  if (isList(value)) return `(list ${(value as NounList).noun})`
  if (isThing(value)) return value.noun === 'other' ? (value as Named).id : value.noun
  if (isNumeral(value)) return (value as FigureNumeral).kind
  return textOf(value) ?? String(value)
}

/** A text, such as that of a field; null of everything else. */
export function textOf(value: Result | undefined): string | null {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null || 'is' in value || value.slot !== 'inline') return null
  const [only, ...more] = value.children
  return only?.type === 'text' && more.length === 0 ? only.text : null
}

/** Which thing, so that two can be compared. */
export type Named = Thing<Standing> & { readonly id: string }

export function thing(noun: Noun | 'other', id: string, here: Standing, attributes: Attributes<Standing>): Named {
  return { is: 'thing', noun, id, here, attributes }
}

/** Words that can be said of each kind of value, and when they are so. */
export type States<T> = Readonly<Record<string, (value: T) => boolean>>

/** At most this many are named in a sentence; of more only the number is told. */
export const mostNamed = 6

export function connective(holds: (args: readonly Result[]) => boolean, takes: [number, number]): Entry {
  return { takes, options: [], run: ({ args }) => holds(args) }
}

/** A noun with these attributes, which is nobody's kind. */
export function other(id: string, here: Standing, attributes: Attributes<Standing>): Named {
  return thing('other', id, here, attributes)
}

export function plain(run: (here: Standing) => Result): Entry {
  return { takes: [0, 0], options: [], run: ({ here }) => run(here) }
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
