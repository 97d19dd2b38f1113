/** What is withheld: numbers that would tell about so few that somebody may be recognised. */
import type { Figure, Figures } from './figure.js'
import { compare, type Exact, exact } from './printed.js'
import type { Survey } from './survey.js'

/**
 * A base above 0 and under the minimum, and with a base of 0 anything that tells of so few: of 3 who said "don't
 * know", not of 12.
 */
export function isWithheld({ minimumBase }: Pick<Survey, 'minimumBase'>, base: number | null, value: Exact): boolean {
  if (base === null || base >= minimumBase) return false
  return base > 0 || (value.numerator !== 0n && compare(value, exact(minimumBase)) < 0)
}

/** What is left of a figure without a value. */
export const noValue = { value: null, printed: null, interval: null, possible: [], origin: null } as const satisfies Partial<Figure>

/**
 * Whether anything is withheld. Then nothing unrounded is told of anything: what is withheld could be worked out of the
 * digits.
 */
export function withholdsAny({ figures }: Pick<Figures, 'figures'>): boolean {
  const known = withholding.get(figures) ?? Object.values(figures).some(({ status }) => status === 'withheld')
  withholding.set(figures, known)
  return known
}

/** Every chart and every explanation of a document asks. */
const withholding = new WeakMap<Figures['figures'], boolean>()

/** Nothing of the number is left, not even how many answered. */
export const withheld = { ...noValue, base: null, status: 'withheld' } as const satisfies Partial<Figure>
