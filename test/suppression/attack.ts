/** The attack on what is told, tried in full: slow, and of another making than what it tests. */

/** A fraction of two whole numbers, the lower above 0. */
type Fraction = readonly [bigint, bigint]

const zero: Fraction = [0n, 1n]

function reduced(upper: bigint, lower: bigint): Fraction {
  const divisor = ((a: bigint, b: bigint) => {
    while (b !== 0n) [a, b] = [b, a % b]
    return a < 0n ? -a : a
  })(upper, lower)
  const sign = lower < 0n ? -1n : 1n
  return divisor === 0n ? zero : [(sign * upper) / divisor, (sign * lower) / divisor]
}

const minus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => reduced(a * d - c * b, b * d)
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => reduced(a * c, b * d)
const over = ([a, b]: Fraction, [c, d]: Fraction): Fraction => reduced(a * d, b * c)

/** Reduced row echelon form: of each row its leading column, in which no other row holds anything. */
export function basisOf(rows: readonly (readonly number[])[]): { lead: number; row: Fraction[] }[] {
  let basis: { lead: number; row: Fraction[] }[] = []
  for (const given of rows) {
    let row: Fraction[] = given.map((value) => [BigInt(value), 1n])
    for (const known of basis) {
      const factor = row[known.lead] as Fraction
      if (factor[0] !== 0n) row = row.map((value, index) => minus(value, times(factor, known.row[index] as Fraction)))
    }
    const lead = row.findIndex(([upper]) => upper !== 0n)
    if (lead === -1) continue
    const made = row.map((value) => over(value, row[lead] as Fraction))
    const cleared = basis.map((known) => {
      const factor = known.row[lead] as Fraction
      return { lead: known.lead, row: known.row.map((value, index) => minus(value, times(factor, made[index] as Fraction))) }
    })
    basis = [...cleared, { lead, row: made }]
  }
  return basis
}

/**
 * Every group of atoms that the cells give away: each sum of rows that holds an atom once or not at all. In the reduced
 * form a row counts as often as the atom that leads it, so there are two to the number of rows to try.
 */
export function groupsGivenAway(cells: readonly (readonly number[])[], atoms: number): number[][] {
  const basis = basisOf(cells.map((cell) => Array.from({ length: atoms }, (_, atom) => (cell.includes(atom) ? 1 : 0))))
  const groups: number[][] = []
  for (let chosen = 1; chosen < 2 ** basis.length; chosen++) {
    const taken = basis.filter((_, index) => (chosen >> index) & 1)
    const sums = Array.from({ length: atoms }, (_, atom) =>
      taken.reduce<Fraction>((sum, { row }) => minus(sum, times([-1n, 1n], row[atom] as Fraction)), zero),
    )
    if (!sums.every(([upper, lower]) => lower === 1n && (upper === 0n || upper === 1n))) continue
    groups.push(sums.flatMap(([upper], atom) => (upper === 1n ? [atom] : [])))
  }
  return groups
}

/** Those of them that hold something, but less than is enough. */
export function smallGroups(cells: readonly (readonly number[])[], sizes: readonly number[], enough: number): number[][] {
  return groupsGivenAway(cells, sizes.length).filter((group) => {
    const held = group.reduce((sum, atom) => sum + (sizes[atom] ?? 0), 0)
    return held > 0 && held < enough
  })
}
