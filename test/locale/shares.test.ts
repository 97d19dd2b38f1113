/** Shares in words: exact at their bounds, silent where rounding would decide. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locales } from '../../src/locale/index.js'
import { spellShare } from '../../src/locale/spelling.js'
import { exact, pointInterval } from '../../src/printed.js'
import { runs } from '../runs.js'

/** A share of so many ten-thousandths, in words. */
const inWords = (of: number, locale: 'da' | 'en' = 'da') => spellShare(pointInterval(exact(BigInt(of), 10_000n)), locales[locale])

describe('a share in words', () => {
  // From the rule: ±0,5 points the fraction itself; from 2,5 under it "knap", under 2,5 over it "godt".
  it.each([
    [2500, 'hver fjerde'],
    [2450, 'hver fjerde'],
    [2550, 'hver fjerde'],
    [2449, 'knap hver fjerde'],
    [2250, 'knap hver fjerde'],
    [2249, 'godt hver femte'],
    [2551, 'godt hver fjerde'],
    [2749, 'godt hver fjerde'],
    [2750, null],
    [5000, 'halvdelen'],
    [4949, 'knap halvdelen'],
    [5051, 'godt halvdelen'],
    [4700, null],
    [6667, 'to tredjedele'],
    [300, null],
    [10_000, null],
  ])('%i ten-thousandths: %s', (of, expected) => {
    expect(inWords(of)).toBe(expected)
  })

  it('is said in the language of the document', () => {
    expect([inWords(2449, 'en'), inWords(5051, 'en')]).toEqual(['just under a quarter', 'just over half'])
  })

  it('is told in per cent where its interval crosses a bound', () => {
    const around = (from: number, to: number) => ({
      from: exact(BigInt(from), 10_000n),
      to: exact(BigInt(to), 10_000n),
      fromIncluded: true,
      toIncluded: false,
    })
    expect(spellShare(around(2400, 2450), locales.da)).toBe('knap hver fjerde')
    expect(spellShare(around(2400, 2451), locales.da)).toBe(null)
  })

  it('never says a fraction that is more than two and a half points away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (of) => {
        const words = inWords(of)
        const named = locales.da.document.fractions.find(([, , name]) => words?.endsWith(name))
        if (!named) return
        const [numerator, denominator] = named
        const away = of - (10_000 * numerator) / denominator
        expect(Math.abs(away)).toBeLessThanOrEqual(250)
        expect(words?.startsWith('knap')).toBe(away < -50)
        expect(words?.startsWith('godt')).toBe(away > 50)
      }),
      { numRuns: runs(300, 5000) },
    )
  })
})
