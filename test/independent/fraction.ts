/** An exact number. The second reading shares no arithmetic with the product, so that the two can only agree by being right. */
export type Fraction = { readonly n: bigint; readonly d: bigint }

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b))

export const fraction = (n: bigint | number, d: bigint | number = 1n): Fraction => {
  const [top, bottom] = [BigInt(n), BigInt(d)]
  if (bottom === 0n) throw new RangeError('division by zero')
  const by = gcd(top, bottom) * (bottom < 0n ? -1n : 1n)
  return { n: top / by, d: bottom / by }
}

export const zero = fraction(0)
export const add = (a: Fraction, b: Fraction) => fraction(a.n * b.d + b.n * a.d, a.d * b.d)
export const sub = (a: Fraction, b: Fraction) => fraction(a.n * b.d - b.n * a.d, a.d * b.d)
export const mul = (a: Fraction, b: Fraction) => fraction(a.n * b.n, a.d * b.d)
export const div = (a: Fraction, b: Fraction) => fraction(a.n * b.d, a.d * b.n)
export const cmp = (a: Fraction, b: Fraction) => {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
export const abs = (a: Fraction): Fraction => ({ n: a.n < 0n ? -a.n : a.n, d: a.d })
export const sign = (a: Fraction) => (a.n < 0n ? -1 : a.n > 0n ? 1 : 0)
export const sum = (all: readonly Fraction[]) => all.reduce(add, zero)
export const least = (all: readonly Fraction[]) => all.reduce((a, b) => (cmp(a, b) <= 0 ? a : b))
export const greatest = (all: readonly Fraction[]) => all.reduce((a, b) => (cmp(a, b) >= 0 ? a : b))
export const toNumber = (a: Fraction) => {
  const scaled = (a.n * 10n ** 20n) / a.d
  return Number(scaled) / 1e20
}

/** Rounded half away from zero to so many decimals, as a fraction again. */
export const round = (a: Fraction, decimals: number): Fraction => {
  const scale = 10n ** BigInt(decimals)
  const top = (a.n < 0n ? -a.n : a.n) * scale * 2n + a.d
  const whole = top / (2n * a.d)
  return fraction(a.n < 0n ? -whole : whole, scale)
}

export const floor = (a: Fraction, decimals: number): Fraction => {
  const scale = 10n ** BigInt(decimals)
  const top = a.n * scale
  const whole = top >= 0n || top % a.d === 0n ? top / a.d : top / a.d - 1n
  return fraction(whole, scale)
}

export const ceil = (a: Fraction, decimals: number) => {
  const down = floor({ n: -a.n, d: a.d }, decimals)
  return { n: -down.n, d: down.d }
}

/** A decimal number with a point, as `84`, `-1` or `4.40`. */
export const parseDecimal = (text: string): Fraction | undefined => {
  const found = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!found) return undefined
  const [, mark, whole, rest = ''] = found
  const top = BigInt(`${whole}${rest}`)
  return fraction(mark === '-' ? -top : top, 10n ** BigInt(rest.length))
}

export const spell = (a: Fraction, decimals: number) => {
  const rounded = round(a, decimals)
  const digits = ((rounded.n < 0n ? -rounded.n : rounded.n) * 10n ** BigInt(decimals)) / rounded.d
  const text = digits.toString().padStart(decimals + 1, '0')
  const body = decimals ? `${text.slice(0, -decimals)}.${text.slice(-decimals)}` : text
  return rounded.n < 0n ? `-${body}` : body
}
