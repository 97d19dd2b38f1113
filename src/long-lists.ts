/**
 * Lists of any length. A call takes some hundred thousand arguments and no more, so that what a file has a say in how
 * long it is never becomes arguments. And what is asked of lists in several places.
 */

/** `list.push(...more)` for any number of them. */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const each of more) list.push(each)
}

/** The greatest of some numbers; `-Infinity` of none. */
export function greatest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
}

/** The least of some numbers; `Infinity` of none. */
export function least(values: readonly number[]): number {
  return values.reduce((fewest, value) => Math.min(fewest, value), Number.POSITIVE_INFINITY)
}

/** Every two of a few, the one that comes first in front. */
export function pairsOf<T>(all: readonly T[]): [T, T][] {
  return all.flatMap((second, at) => all.slice(0, at).map((first): [T, T] => [first, second]))
}
