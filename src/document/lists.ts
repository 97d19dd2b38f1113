/** Lists: how they are narrowed, sorted and walked, and how their members are told. */
import type { Figure } from '../figure.js'
import { countWord, formatPeriod } from '../locale/spelling.js'
import { optionLabel } from '../options.js'
import type { ResponseOption } from '../survey.js'
import { standing } from './asked.js'
import { isAllAbove } from './comparisons.js'
import { idOf, idsIn, listedNoun, listOf, nounAt, single } from './nouns.js'
import { numberTold } from './numbers.js'
import { factsAt, inItem, inText, isWhole, isWithoutTotal, nameOf, previousOf, type Standing, scaleAt } from './standing.js'
import { isList, isNumeral, isThing, isTrue, type Thing, type Value } from './template.js'
import {
  type Asked,
  beginning,
  type Entry,
  type FigureNumeral,
  mostNamed,
  type Noun,
  type NounList,
  type Result,
  type Sizes,
  shown,
  words,
} from './values.js'
import { plainText } from './walk.js'

/** How many of the list that a list was taken from: "begge spørgsmål", "to af de seks temaer (Samtalen og Ro)". */
export const howManyWord: Entry = {
  takes: [1, 1],
  options: ['names'],
  run: ({ args: [list], options: { names }, here, fail }) => {
    if (!isList(list)) return fail(shown(list), 'list')
    const { members, of, called, noun } = list as NounList
    const { locale } = here.setting
    const spoken = members.map((member) => spokenName(noun, member))
    const { comma, last } = locale.document.list
    const named = spoken.length < 2 ? spoken.join('') : `${spoken.slice(0, -1).join(comma)}${last}${spoken.at(-1)}`
    // One of one is told by its name alone.
    if (names === true && of === 1 && members.length === 1) return words(named)
    const isNamed = names === true && members.length > 0 && members.length < of && members.length <= mostNamed
    return beginning(
      locale.document.howMany({
        count: members.length,
        of,
        called,
        countWord: countWord(members.length, locale),
        ofWord: countWord(of, locale),
        names: isNamed ? named : null,
      }),
    )
  },
}

const listOptions = ['of', 'order', 'limit', 'except']

const lazyOptions = ['where', 'sortBy']

export function listWord(
  noun: Noun,
  members: (here: Standing, call: Asked) => readonly Standing[],
  options: readonly string[] = [],
): Entry {
  return {
    takes: [0, 0],
    options: [...listOptions, ...lazyOptions, ...options],
    lazy: lazyOptions,
    run: (call) => {
      const of = call.options.of === undefined ? undefined : single(call.options.of)
      if (of === null) return narrowed(listOf([], noun, call.here), call)
      const here = of === undefined ? call.here : standing(call.here, of, call.fail)
      return narrowed(listOf(members(here, call), noun, here), call)
    },
  }
}

/** A list that is the same wherever one stands, so that nobody can ask whose it is. */
export function nobodys(entry: Entry): Entry {
  return { ...entry, options: entry.options.filter((option) => option !== 'of') }
}

/** A list by its `where=`, `except=`, `sortBy=`, `limit=`. */
function narrowed(list: NounList, call: Asked): NounList {
  const { options, lazy, fail } = call
  const except = options.except === undefined ? [] : idsIn(options.except)
  const where = lazy('where')
  const sortBy = lazy('sortBy')
  const kept = list.members.filter(
    (member) => !(except.length > 0 && except.includes(idOf(list.noun, member))) && (!where || isTrue(where(member))),
  )
  const sizes: Sizes | null = sortBy ? sizesOf(kept.map((member) => [member, sortBy(member)] as const)) : list.sizes
  const sorted = sortBy && sizes ? sortedBy(kept, sizes, options.order === 'least') : kept
  const limit = options.limit === undefined ? sorted.length : options.limit
  if (typeof limit !== 'number') return fail('limit', '3')
  const most = options.limit !== undefined && sizes ? placesWithin(sorted, sizes, limit) : limit
  const picked = sorted
    .slice(0, most)
    .map((member) => ({ member, told: sizes && most < sorted.length ? { ...member, isPicked: true } : member }))
  return listOf(
    picked.map(({ told }) => told),
    list.noun,
    call.here,
    {
      called: list.called,
      rest: sorted.slice(most),
      of: list.of,
      sizes: sizes && new Map(picked.map(({ member, told }) => [told, sizes.get(member) ?? null])),
    },
  )
}

/** Greatest first, those without a number last; a change or difference by its size. */
function sortedBy(members: readonly Standing[], sizes: Sizes, isLeastFirst: boolean): Standing[] {
  const sign = isLeastFirst ? -1 : 1
  return members.toSorted((first, second) => {
    const [a, b] = [sizes.get(first) ?? null, sizes.get(second) ?? null]
    return a === null || b === null ? Number(a === null) - Number(b === null) : sign * (b - a)
  })
}

/**
 * How many of a sorted list a limit takes: all that are printed alike share a place, so none of them is chosen ahead of
 * another, and those without a number have no place.
 */
function placesWithin(sorted: readonly Standing[], sizes: Sizes, limit: number): number {
  const placed = sorted.flatMap((member) => sizes.get(member) ?? [])
  const shared = placed.findLastIndex((size) => size === placed[limit - 1]) + 1
  return limit < 1 ? 0 : limit < placed.length ? shared : placed.length
}

/** Of shares some of which are in words there are no places where one may be as great as another. */
function sizesOf(all: readonly (readonly [Standing, Result])[]): Sizes {
  const figures = all.flatMap(([, value]) => (isNumeral(value) ? ((value as FigureNumeral).figure ?? []) : []))
  const isPlaced = (figure: Figure): boolean =>
    figures.every((other) => other.printed === null || isSameWords(figure, other) || isAllAbove(figure, other) || isAllAbove(other, figure))
  const isOpen = figures.some((figure) => figure.isInWords && !isPlaced(figure))
  return new Map(all.map(([member, value]) => [member, isOpen ? null : sizeOf(value)]))
}

function isSameWords(a: Figure, b: Figure): boolean {
  return a === b || (a.isInWords === true && b.isInWords === true && a.printed === b.printed)
}

function sizeOf(value: Result): number | null {
  if (!isNumeral(value)) return null
  const { figure, kind } = value as FigureNumeral
  if (figure?.printed == null) return null
  return kind === 'change' || kind === 'difference' ? Math.abs(Number(figure.printed)) : numberTold(figure)
}

/** Things and lists as one: `(these whole parts except=told)`. */
export const theseWord: Entry = {
  takes: [1, 20],
  options: [...listOptions, ...lazyOptions],
  lazy: lazyOptions,
  run: (call) => narrowed(joined(call), call),
}

function joined(call: Asked): NounList {
  const given = call.args.filter((arg) => arg !== null)
  const noun =
    given.map((arg) => (isList(arg) ? (arg as NounList).noun : isThing(arg) ? (arg.noun as Noun) : call.fail('these', 'list'))).at(0) ??
    'segment'
  const members = given.flatMap((arg) => (isList(arg) ? arg.members : isThing(arg) ? [arg.here] : []))
  const seen = new Set<string>()
  const unique = members.filter((member) => {
    const id = idOf(noun, member)
    return !seen.has(id) && seen.add(id) !== undefined
  })
  const [only] = given
  if (given.length !== 1 || !isList(only)) return listOf(unique, noun, call.here)
  const { called, sizes } = only as NounList
  return listOf(unique, noun, call.here, { called, sizes })
}

/**
 * What deserves a sentence: all, where that is no more than `limit`; else the whole and those with the greatest rise
 * and the greatest fall (nothing compared: the highest and the lowest result), all that share it where they are few.
 * Not: a whole without a number, an only part, which says what the whole says.
 */
export const standoutWord: Entry = {
  takes: [1, 20],
  options: ['limit'],
  run: (call) => {
    const all = joined(call)
    const most = typeof call.options.limit === 'number' ? call.options.limit : mostStandout
    const wholes = all.members.filter(isWhole)
    const [total] = wholes
    const parts = all.members.filter((member) => !wholes.includes(member))
    if (parts.length === 1 && total && factsAt(total).value?.printed != null) return listOf([total], all.noun, call.here)
    const candidates = total && isWithoutTotal(total) ? parts : all.members
    if (candidates.length <= most) return listOf(candidates, all.noun, call.here)
    const extremes = extremesOf(parts)
    const isFew = extremes.flat().length < most
    const told = new Map(
      extremes.flatMap((alike) => (isFew ? alike : alike.slice(0, 1)).map((member) => [member, isFew ? [] : alike.slice(1)] as const)),
    )
    const isTold = (member: Standing) => wholes.includes(member) || told.has(member)
    return listOf(
      candidates.filter(isTold).map((member) => ({ ...member, isPicked: told.has(member), alike: told.get(member) ?? [] })),
      all.noun,
      call.here,
      { rest: candidates.filter((member) => !isTold(member)) },
    )
  },
}

/** At most this many deserve a sentence where nothing is said. */
const mostStandout = 5

/**
 * Those with the greatest rise and those with the greatest fall; where nothing is compared with the highest and the
 * lowest value, if they differ.
 */
function extremesOf(members: readonly Standing[]): Standing[][] {
  const isCompared = members.some((member) => previousOf(member) !== null)
  const measured = members.flatMap((member) => {
    const { change, value } = factsAt(member)
    const number = isCompared ? change?.printed : value?.printed
    return number ? [{ member, value: Number(number) }] : []
  })
  const values = measured.map(({ value }) => value)
  const [lowest, highest] = [Math.min(...values), Math.max(...values)]
  const [hasHighest, hasLowest] = isCompared ? [highest > 0, lowest < 0] : [highest > lowest, highest > lowest]
  const extremes = [...(hasHighest ? [highest] : []), ...(hasLowest ? [lowest] : [])]
  return extremes.map((extreme) => measured.filter(({ value }) => value === extreme).map(({ member }) => member))
}

export const optionsWord: Entry = {
  ...listWord(
    'option',
    (here, { options: { counted } }) =>
      scaleAt(here)
        .options.filter((option) => counted === undefined || 'score' in option === counted)
        .map((option) => ({ ...here, option })),
    ['counted'],
  ),
}

export const sizeWord: Entry = {
  takes: [1, 1],
  options: [],
  run: ({ args: [list], here, fail }) =>
    isList(list) ? beginning(countWord(list.members.length, here.setting.locale)) : fail(shown(list), 'list'),
}

export const countedWord: Entry = {
  takes: [1, 1],
  options: [],
  run: ({ args: [value], here, fail }) => {
    if (!isList(value)) return fail(shown(value), 'list')
    const { members, called } = value as NounList
    const { locale } = here.setting
    const [count, word] = [members.length, countWord(members.length, locale)]
    // One of one: the locale knows its gender.
    if (count === 1) return beginning(locale.document.howMany({ count, of: count, called, countWord: word, ofWord: word, names: null }))
    return beginning(`${word} ${called.many}`)
  },
}

export const pluralWord: Entry = {
  takes: [3, 3],
  options: [],
  run: ({ args: [value, one, many], fail }) => {
    const isOne = isList(value)
      ? value.members.length === 1
      : isNumeral(value)
        ? (value as FigureNumeral).figure?.printed === '1'
        : fail(shown(value), 'list, number')
    return (isOne ? one : many) ?? null
  },
}

export const listNames: Entry = {
  takes: [1, 1],
  options: ['join'],
  run: ({ args: [value], options: { join }, here, fail }) => {
    if (!isList(value)) return fail(shown(value), 'list')
    const { noun, members } = value as NounList
    const { locale } = here.setting
    const { comma, last } = locale.document.list
    const before = typeof join === 'string' ? ` ${join} ` : last
    const names = members.map((member) => spokenName(noun, member))
    return words(names.length < 2 ? names.join('') : `${names.slice(0, -1).join(comma)}${before}${names.at(-1)}`)
  },
}

function spokenName(noun: Noun, here: Standing): string {
  const { locale } = here.setting
  if (noun === 'theme') return inText(optionLabel(scaleAt(here), here.option as ResponseOption, locale))
  if (noun === 'option') return locale.document.quote(optionLabel(scaleAt(here), here.option as ResponseOption, locale))
  if (noun === 'period') return formatPeriod(here.period, locale, 'name')
  if (noun === 'item') return here.item.label
  if (noun === 'line') return here.line ?? ''
  if (noun === 'record') return labelOf(listedNoun('record', here))
  return nameOf(here)
}

/** The name of a noun, as plain words. */
/** What of a standing a list of a noun leads to; all else is where one stood before. */
const walked: Partial<Record<Noun, readonly (keyof Standing)[]>> = {
  segment: ['segment', 'depth', 'isCommon'],
  provider: ['segment', 'provider', 'isCommon'],
  item: ['item'],
  period: ['period'],
  option: ['item', 'option'],
  theme: ['item', 'option'],
  target: ['segment', 'provider', 'item', 'targeted', 'isCommon'],
  line: ['line'],
}

/**
 * A value that was asked for elsewhere, walked from here: `names` are asked for standing in the whole, and inside a
 * provider, a question or a period their members are its.
 */
export function walkedFrom(here: Standing, value: Value<Standing>): Value<Standing> {
  const from = (noun: Noun, member: Standing): Standing => {
    const kept = Object.fromEntries((walked[noun] ?? []).map((key) => [key, member[key]]))
    const nouns = { ...here.nouns, ...member.nouns }
    const place = kept.item && noun !== 'target' ? inItem(here, member.item) : here
    return { ...place, ...kept, nouns, isPicked: member.isPicked, alike: member.alike.map((other) => from(noun, other)) }
  }
  if (isThing(value) && value.noun in walked) return nounAt(value.noun as Noun, from(value.noun as Noun, value.here))
  if (!isList(value)) return value
  const { noun, members, rest, called, of, sizes } = value as NounList
  const moved = new Map(members.map((member) => [member, from(noun, member)]))
  return listOf([...moved.values()], noun, here, {
    called,
    of,
    rest: rest.map((member) => from(noun, member)),
    sizes: sizes && new Map([...sizes].map(([member, size]) => [moved.get(member) ?? member, size])),
  })
}

function labelOf(noun: Thing<Standing> | null): string {
  const label = noun?.attributes.label?.()
  if (!label || typeof label !== 'object' || !('slot' in label) || label.slot === null || !('children' in label)) return ''
  return plainText(label.children)
}
