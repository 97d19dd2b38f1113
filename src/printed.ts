/** Text ↔ exact number ↔ interval. The only rounding there is: `roundForPrint`. */

/** An exact fraction, plain: denominator > 0, in lowest terms. */
export type Exact = { numerator: bigint; denominator: bigint }

/** The true values something may have. `[x; x]` for an exact one. */
export type Interval = { from: Exact; to: Exact; fromIncluded: boolean; toIncluded: boolean }
