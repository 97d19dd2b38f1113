/** What has been told before, and what may be told after it: what is published cannot be taken back. */
import type { Figures, ToldBefore } from './figure.js'
import { type Ground, nameOf } from './ground.js'
import { countedByItself, scaleOf } from './scales.js'
import { type Measure, wholeNumber } from './solving.js'
import { type Scale, segmentsOf } from './survey.js'

/** What was told of one period. */
export type Told = ToldBefore[string]

/** One number after the other, where others were told at other times. */
function numbersOf(told: number | readonly number[]): readonly number[] {
  return typeof told === 'number' ? [told] : told
}

// ── what is kept ──

/**
 * What a number of answers is kept under: its item; beside it, after a slash, those who gave an answer that does not
 * count, and those who could say yes. null of what follows from these, and of what nobody can be known by.
 */
function keptAs(item: string, { id, options }: Pick<Measure, 'id' | 'options'>, scale: Scale): string | null {
  if (id === 'base') return item
  if (id === 'dontKnow') return ofUncounted(item)
  const isFact = id === 'count' && options !== null && options === countedByItself(scale)
  return isFact ? `${item}/${options}` : null
}

const ofUncounted = (item: string): string => `${item}/dontKnow`

/** What is told of now, and what was told before and is not any longer. */
export function toldWith({ figures, survey }: Pick<Figures, 'figures' | 'survey'>, before: ToldBefore): ToldBefore {
  const ours = new Set(segmentsOf(survey.segments).map(({ segment }) => segment.id))
  const scales = new Map(survey.items.map((item) => [item.id, scaleOf(survey, item)]))
  const told: Record<string, Record<string, Record<string, number | readonly number[]>>> = structuredClone(before)
  for (const { key, interval, status } of Object.values(figures)) {
    const number = wholeNumber(interval)
    if (key.kind !== 'metric' || !ours.has(key.segment) || number === null || status === 'withheld') continue
    const { period, segment, provider, comparedWith, item } = key
    const scale = scales.get(item ?? '')
    const kept = scale && keptAs(item ?? '', { id: key.metric, options: key.options }, scale)
    if (!kept) continue
    const items = told[period] ?? {}
    const cells = items[kept] ?? {}
    told[period] = { ...items, [kept]: cells }
    const name = nameOf({ segment, provider, isReduced: comparedWith !== null }, comparedWith)
    const known = numbersOf(cells[name] ?? [])
    if (known.at(-1) !== number) cells[name] = known.length === 0 ? number : [...known, number]
  }
  return sorted(told)
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  const entries = Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, value]) => [key, isRecord(value) ? (sorted(value) as T) : value]))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Of an item, the names of what was told of. */
export function cellsTold(before: Told, item: string): ReadonlySet<string> {
  return new Set(Object.keys(before[item] ?? {}))
}

// ── what has changed since ──

/** A number that is kept, as it is now; null of what is no longer there. */
export type NumberNow = (kept: string, cell: string) => number | null

export function numbersNowIn({ slices }: Ground): NumberNow {
  const known = new Map(
    slices.flatMap((solved) =>
      solved.flatMap(({ slice, measure, solutions }) => {
        const kept = keptAs(slice.item.id, measure, slice.scale)
        if (kept === null) return []
        return slice.branches.map((branch) => {
          const name = nameOf(branch, slice.comparedWith)
          return [`${kept} ${name}`, wholeNumber(solutions.get(branch)?.interval)] as const
        })
      }),
    ),
  )
  return (kept, cell) => known.get(`${kept} ${cell}`) ?? null
}

export function isOtherThan(before: Told, now: NumberNow): boolean {
  return Object.entries(before).some(([kept, cells]) =>
    Object.entries(cells).some(([cell, told]) => numbersOf(told).some((number) => now(kept, cell) !== number)),
  )
}

/** What is held against what was told: of an item in one period. `whole`: the cell of all groups. */
export type Since = { minimumBase: number; before: Told; now: NumberNow; item: string; whole: string }

/**
 * Whether the whole may be told of, where answers have come or gone since something was told and nobody knows in which
 * groups. With what was told a reader then works out who has come, alone or with any group that was told of. So nobody
 * has come, or enough; where fewer are left, a group that was told of may be left with few. And where it was not told
 * itself, what was told of its parts may be all but few of it.
 */
export function isWholeTold(since: Since): boolean {
  const { before, item, whole } = since
  if (Object.keys(before[item] ?? {}).length === 0) return true
  return grownBy(since, item, whole)?.every((number) => isNoneOrEnough(number, since)) ?? false
}

/** Whether of those who have come since, none or enough could say yes, and none or enough could not. */
export function isFactTold(since: Since): boolean {
  const { before, item, whole } = since
  const facts = Object.keys(before).filter((kept) => kept.startsWith(`${item}/`) && kept !== ofUncounted(item))
  return facts.every((kept) => {
    const [all, yes] = [grownBy(since, item, whole), grownBy(since, kept, whole)]
    if (!all || !yes) return false
    return yes.every((number) => [number, ...all.map((each) => each - number)].every((each) => isNoneOrEnough(each, since)))
  })
}

/** Whether those who have come since and gave an answer that does not count are none, or enough, or among others. */
export function isBesideTold(since: Since): boolean {
  const { before, item, whole, minimumBase } = since
  const kept = ofUncounted(item)
  if (before[kept] === undefined) return true
  const [all, beside] = [grownBy(since, item, whole), grownBy(since, kept, whole)]
  if (!all || !beside) return false
  return beside.every((number) => isNoneOrEnough(number, since)) || all.every((number) => number >= minimumBase)
}

function isNoneOrEnough(number: number, { minimumBase }: Since): boolean {
  return number === 0 || number >= minimumBase
}

/** By how much a number has grown since each time it was told; null where it is not known, or was not told. */
function grownBy({ before, now }: Since, kept: string, cell: string): number[] | null {
  const [told, latest] = [before[kept]?.[cell], now(kept, cell)]
  return told === undefined || latest === null ? null : numbersOf(told).map((number) => latest - number)
}
