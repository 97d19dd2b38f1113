/**
 * What a reader can work out of any cells, by elimination in whole numbers. It is sound and not exact: where numbers
 * grow too large, or there is too much to try, it says that a reader can.
 */
import type { Rule } from './amounts.js'

/**
 * Atoms that no told cell tells apart: the rows (told cells, or what equals them) that hold them, and what they hold.
 */
export type Column = { rows: readonly number[]; amount: number; isWhole: boolean }

/** More work than this is not done. */
const mostWork = 2e8
const mostTries = 20_000

/**
 * Whether some sum of rows is a group that holds something, but not enough. What holds enough is in no such group, so
 * it is eliminated first; the rows that are left hold only atoms that hold too little, or nothing. In a group that
 * they give, each row counts once or not at all, as the atom does that leads it: so only few can count together
 * before it is enough. Atoms that hold nothing are left out of sight: a group with or without them holds the same.
 */
export function hasShortGroup(columns: readonly Column[], { of, enough }: Rule): boolean {
  const isCovered = ({ amount, isWhole }: Column): boolean => amount >= enough || (isWhole && of === 'spread')
  const large = columns.filter(isCovered)
  const short = columns.filter((column) => !isCovered(column) && column.amount > 0)
  if (short.length === 0) return false
  const kept = [...large, ...short]
  const rows = new Set(kept.flatMap((column) => column.rows))
  if (rows.size ** 2 * kept.length > mostWork) return true
  const matrix = [...rows].map((row) => Float64Array.from(kept, (column) => (column.rows.includes(row) ? 1 : 0)))
  const withoutLarge = eliminate(matrix, 0, large.length)
  if (withoutLarge === null) return true
  const reduced = eliminate(withoutLarge.rest, large.length, large.length + short.length)
  if (reduced === null) return true
  const leads = reduced.pivots.map(({ row, column }) => ({
    row: row.subarray(large.length),
    lead: row[column] as number,
    amount: short[column - large.length]?.amount ?? 0,
  }))
  if (of === 'spread') return leads.length > 0
  return hasShortSum(
    leads,
    short.map(({ amount }) => amount),
    enough,
  )
}

type Row = Float64Array
type Pivot = { row: Row; column: number }

/**
 * Every column from `start` to `end` is left in one row at most. `rest`: the rows that hold nothing of them. null
 * where numbers have grown beyond what is exact.
 */
function eliminate(matrix: readonly Row[], start: number, end: number): { pivots: Pivot[]; rest: Row[] } | null {
  let rest = [...matrix]
  let pivots: Pivot[] = []
  for (let column = start; column < end; column++) {
    const holding = rest.filter((row) => row[column] !== 0)
    const pivot = holding.find((row) => Math.abs(row[column] as number) === 1) ?? holding[0]
    if (!pivot) continue
    const without = (row: Row): Row | null => (row[column] === 0 ? row : subtract(row, pivot, column))
    const others = rest.filter((row) => row !== pivot).map(without)
    const earlier = pivots.map(({ row, column: lead }) => ({ row: without(row), column: lead }))
    if (others.includes(null) || earlier.some(({ row }) => row === null)) return null
    rest = others.filter((row) => row !== null)
    pivots = [...earlier.flatMap(({ row, column: lead }) => (row ? [{ row, column: lead }] : [])), { row: pivot, column }]
  }
  return { pivots, rest }
}

/** A number whose product with another like it is exact. */
const largest = 2 ** 25

/** A row without the pivot's column, in whole numbers that share no divisor; null where they grow too large. */
function subtract(row: Row, pivot: Row, column: number): Row | null {
  const [ours, theirs] = [row[column] as number, pivot[column] as number]
  const made = row.map((value, index) => value * theirs - (pivot[index] as number) * ours)
  const divisor = made.reduce((known, value) => (known === 1 ? 1 : divisorOf(known, Math.abs(value))), 0)
  const smallest = divisor > 1 ? made.map((value) => value / divisor) : made
  return smallest.every((value) => Math.abs(value) < largest) ? smallest : null
}

function divisorOf(a: number, b: number): number {
  return b === 0 ? a : divisorOf(b, a % b)
}

/** Whether rows, each once or not at all, add up to a group that holds less than enough. */
function hasShortSum(leads: readonly { row: Row; lead: number; amount: number }[], amounts: readonly number[], enough: number): boolean {
  let tries = 0
  const search = (from: number, chosen: readonly number[], held: number): boolean => {
    if (++tries > mostTries) return true
    if (
      chosen.length > 0 &&
      isShortGroup(
        chosen.flatMap((index) => leads[index] ?? []),
        amounts,
        enough,
      )
    )
      return true
    for (let next = from; next < leads.length; next++) {
      const amount = held + (leads[next]?.amount ?? 0)
      if (amount < enough && search(next + 1, [...chosen, next], amount)) return true
    }
    return false
  }
  return search(0, [], 0)
}

function isShortGroup(chosen: readonly { row: Row; lead: number }[], amounts: readonly number[], enough: number): boolean {
  const scale = chosen.reduce((known, { lead }) => (known * Math.abs(lead)) / divisorOf(known, Math.abs(lead)), 1)
  const sums = amounts.map((_, index) => chosen.reduce((sum, { row, lead }) => sum + ((row[index] as number) * scale) / lead, 0))
  if (scale > largest) return true
  if (!sums.every((sum) => sum === 0 || sum === scale)) return false
  return amounts.reduce((total, amount, index) => total + (sums[index] === scale ? amount : 0), 0) < enough
}
