/** Linear programming in a few lines, so that a test can ask without the audit's own methods whether numbers can all be right. */

/** Σ coefficients·x lies from `from` to `to`, both included. */
export type Constraint = { coefficients: readonly number[]; from: number; to: number }

/** No violation of numbers that are given in halves and means of some hundreds is smaller; no error of doubles is larger. */
const tolerance = 1e-7

/**
 * Whether values not below 0 satisfy all constraints: phase one of the simplex method (Chvátal 1983, chapter 3), with Bland's rule, which ends. One
 * more variable, the largest violation, is made as small as it can be.
 */
export function isFeasible(constraints: readonly Constraint[]): boolean {
  const rows = constraints.flatMap(({ coefficients, from, to }) => [
    [...coefficients, -1, to],
    [...coefficients.map((coefficient) => -coefficient), -1, -from],
  ])
  const width = (rows[0]?.length ?? 2) - 1
  // A dictionary: basic[i] = bound − Σ coefficient·nonbasic. The objective, to be made small, is the violation: the last of the variables.
  const table = rows.map((row) => [...row])
  const basic = table.map((_, row) => width + row)
  const nonbasic = Array.from({ length: width }, (_, column) => column)
  const pivot = (row: number, column: number): void => {
    const pivotRow = table[row] as number[]
    const by = pivotRow[column] as number
    const scaled = pivotRow.map((value, at) => (at === column ? 1 / by : value / by))
    for (const [index, other] of table.entries()) {
      const factor = other[column] as number
      if (index === row || factor === 0) continue
      table[index] = other.map((value, at) => (at === column ? -factor / by : value - factor * (scaled[at] as number)))
    }
    table[row] = scaled
    ;[basic[row], nonbasic[column]] = [nonbasic[column] as number, basic[row] as number]
  }
  const bound = (row: number) => table[row]?.[width] as number
  const violation = width - 1
  const worst = table.reduce((least, _, row) => (bound(row) < bound(least) ? row : least), 0)
  if (bound(worst) >= -tolerance) return true
  pivot(worst, violation)
  for (;;) {
    const row = basic.indexOf(violation)
    if (row < 0 || bound(row) <= tolerance) return true
    // Raising a variable lowers the violation where its coefficient in the violation's row is above 0; of those the first.
    const entering = nonbasic
      .map((variable, column) => ({ variable, column }))
      .filter(({ column }) => (table[row]?.[column] as number) > tolerance)
      .sort((a, b) => a.variable - b.variable)[0]
    if (!entering) return false
    const leaving = table
      .flatMap((coefficients, index) => {
        const coefficient = coefficients[entering.column] as number
        return coefficient > tolerance ? [{ index, ratio: bound(index) / coefficient }] : []
      })
      .sort((a, b) => a.ratio - b.ratio || (basic[a.index] as number) - (basic[b.index] as number))[0]
    if (!leaving) throw new Error('unbounded: the violation is never below 0')
    pivot(leaving.index, entering.column)
  }
}
