/** How much a group holds of what must not be told of few: the nouns of the plan of what is withheld. */

/**
 * What a group must hold to be told of: nothing at all, or `enough`. `answers` add up, and bind every group that a
 * reader can work out. `spread` is 0 of nobody, 1 of answers that all lie at one end of the scale, 2 of others: a
 * group has the largest of its atoms', and it binds a group only where something in it is withheld, since a mean at
 * the end of the scale would tell the mean of everybody in it.
 */
export type Rule = { of: 'answers' | 'spread'; enough: number }

/** How much an atom, or a group of them, holds by each rule, in the order of the rules. Whole numbers. */
export type Amounts = readonly number[]

/** What two disjoint groups hold together; never more than is enough, since more tells no more. */
export function together(a: Amounts, b: Amounts, rules: readonly Rule[]): number[] {
  return rules.map(({ of, enough }, index) => {
    const [one, other] = [a[index] ?? 0, b[index] ?? 0]
    return Math.min(enough, of === 'answers' ? one + other : Math.max(one, other))
  })
}

/**
 * Whether a group may be worked out by a reader: by every rule it holds nothing, or enough. `isWhole`: it is a cell
 * by itself, in which nothing is withheld.
 */
export function isEnough(amounts: Amounts, rules: readonly Rule[], { isWhole = false }: { isWhole?: boolean } = {}): boolean {
  return rules.every(({ of, enough }, index) => {
    const amount = amounts[index] ?? 0
    return amount === 0 || amount >= enough || (isWhole && of === 'spread')
  })
}
