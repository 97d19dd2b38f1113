/** What is withheld: numbers that would tell about so few that somebody may be recognised. */
import type { Figure } from './figure.js'
import type { Exact } from './printed.js'
import type { Survey } from './survey.js'

/** A base above 0 and under the minimum, and anything that tells how few answered. */
export function isWithheld({ minimumBase }: Pick<Survey, 'minimumBase'>, base: number | null, value: Exact): boolean {
  return base !== null && base < minimumBase && (base > 0 || value.numerator !== 0n)
}

/** What is left of a figure without a value. */
export const noValue = { value: null, printed: null, interval: null, possible: [], origin: null } as const satisfies Partial<Figure>

/** Nothing of the number is left, not even how many answered. */
export const withheld = { ...noValue, base: null, status: 'withheld' } as const satisfies Partial<Figure>
