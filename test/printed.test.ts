import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  clip,
  compare,
  contains,
  type Exact,
  exact,
  fromFraction,
  hullOf,
  type Interval,
  intersect,
  intervalOfPrinted,
  isEmpty,
  isEqual,
  midpoint,
  type NotParsed,
  neutralMarks,
  parseNeutral,
  parsePrinted,
  pointInterval,
  printedWithin,
  roundForPrint,
  scaleInterval,
  sumIntervals,
  toFraction,
  toNumber,
  unitsAround,
} from '../src/printed.js'
import { timesAsLong } from './runs.js'

/** Two ways of writing numbers that mirror each other. */
const styles = { da: { decimal: ',', thousands: '.' }, en: { decimal: '.', thousands: ',' } }

/** `'[82.5; 83.5)'` as an interval. Reads plain decimals only, by its own arithmetic. */
function interval(text: string): Interval {
  const [, open = '', from = '', to = '', close = ''] = /^([[(])(\S+); (\S+)([\])])$/.exec(text) ?? []
  return { from: decimal(from), to: decimal(to), fromIncluded: open === '[', toIncluded: close === ']' }
}

function decimal(text: string): Exact {
  const [whole = '', rest = ''] = text.split('.')
  return exact(BigInt(whole + rest), 10n ** BigInt(rest.length))
}

function show({ from, to, fromIncluded, toIncluded }: Interval): string {
  return `${fromIncluded ? '[' : '('}${toNumber(from)}; ${toNumber(to)}${toIncluded ? ']' : ')'}`
}

const anyExact = fc.tuple(fc.bigInt(-(10n ** 9n), 10n ** 9n), fc.bigInt(1n, 10n ** 6n)).map(([n, d]) => exact(n, d))
const anyDecimals = fc.integer({ min: 0, max: 4 })
const anyInterval = fc.tuple(anyExact, anyExact, fc.boolean(), fc.boolean()).map(([a, b, fromIncluded, toIncluded]): Interval => {
  const [from, to] = compare(a, b) <= 0 ? [a, b] : [b, a]
  return { from, to, fromIncluded, toIncluded }
})

describe('exact', () => {
  test('is in lowest terms with a denominator above 0', () => {
    expect(exact(6, 4)).toEqual({ numerator: 3n, denominator: 2n })
    expect(exact(6, -4)).toEqual({ numerator: -3n, denominator: 2n })
    expect(exact(0, 7)).toEqual({ numerator: 0n, denominator: 1n })
    expect(() => exact(1, 0)).toThrow(new RangeError('a fraction needs a denominator other than 0'))
    expect(() => exact(0.5)).toThrow(RangeError)
  })

  test('goes through Fraction and back unchanged', () => {
    fc.assert(
      fc.property(anyExact, (value) => {
        expect(fromFraction(toFraction(value))).toEqual(value)
      }),
    )
  })

  test('compares as its cross products do', () => {
    fc.assert(
      fc.property(anyExact, anyExact, (a, b) => {
        expect(compare(a, b)).toBe(toFraction(a).compare(toFraction(b)))
      }),
    )
  })

  test('is equal only where numerator and denominator are', () => {
    expect([exact(2, 4), exact(1, 3), exact(3, 2)].map((value) => isEqual(value, exact(1, 2)))).toEqual([true, false, false])
  })
})

describe('toNumber', () => {
  test.each([
    [exact(1, 3), 1 / 3],
    [exact(-148024, 1755), -148024 / 1755],
    [exact(1, 10), 0.1],
    // 2^53 + 1 lies between two doubles: a tie, to even
    [exact(2n ** 53n + 1n), 2 ** 53],
    [exact(2n ** 53n + 3n), 2 ** 53 + 4],
    // above the tie by one part in 3^40
    [exact((2n ** 53n + 1n) * 3n ** 40n + 1n, 3n ** 40n), 2 ** 53 + 2],
    [exact(10n ** 40n, 3n * 10n ** 40n), 1 / 3],
    [exact(1n, 10n ** 22n), 1e-22],
    // numerator and denominator of some 500 bits each
    [exact(10n ** 150n + 1n, 10n ** 160n), 1e-10],
    [exact(-(10n ** 160n) - 1n, 10n ** 150n), -1e10],
  ])('%o is %d', (value, expected) => {
    expect(toNumber(value)).toBe(expected)
  })

  test('agrees with the reading of a decimal literal, which is the nearest double by the standard', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.integer({ min: 0, max: 30 }), (units, decimals) => {
        expect(toNumber(exact(units, 10n ** BigInt(decimals)))).toBe(Number(`${units}e-${decimals}`) + 0)
      }),
    )
  })
})

describe('roundForPrint', () => {
  test.each([
    ['23.5', 0, '24'],
    ['24.5', 0, '25'],
    ['-0.5', 0, '-1'],
    ['-0.4', 0, '0'],
    ['0', 1, '0.0'],
    ['4.35', 1, '4.4'],
    ['-4.35', 1, '-4.4'],
    ['0.04', 1, '0.0'],
    ['-0.04', 1, '0.0'],
    ['0.05', 1, '0.1'],
    ['1755', 0, '1755'],
    ['99.95', 1, '100.0'],
  ])('%s with %d decimals is %s', (text, decimals, expected) => {
    expect(roundForPrint(decimal(text), decimals)).toBe(expected)
  })

  test('is nowhere more than half a unit away, and a tie goes away from zero', () => {
    fc.assert(
      fc.property(anyExact, anyDecimals, (value, decimals) => {
        const away = toFraction(decimal(roundForPrint(value, decimals))).sub(toFraction(value))
        const half = toFraction(exact(1n, 2n * 10n ** BigInt(decimals)))
        expect(away.abs().compare(half)).toBeLessThanOrEqual(0)
        if (away.abs().equals(half)) expect(away.s).toBe(value.numerator < 0n ? -1n : 1n)
      }),
    )
  })

  test('mirrors: the negative of a number is printed as the negative', () => {
    fc.assert(
      fc.property(anyExact, anyDecimals, (value, decimals) => {
        const printed = roundForPrint(value, decimals)
        const mirrored = roundForPrint({ ...value, numerator: -value.numerator }, decimals)
        if (/[1-9]/.test(printed)) expect(mirrored).toBe(printed.startsWith('-') ? printed.slice(1) : `-${printed}`)
        else expect(mirrored).toBe(printed)
      }),
    )
  })
})

describe('parsePrinted', () => {
  test.each([
    ['83', 'da', '83', 0],
    ['4,40', 'da', '4.40', 2],
    ['1.755', 'da', '1755', 0],
    ['1.755', 'en', '1.755', 3],
    ['1.234.567,8', 'da', '1234567.8', 1],
    ['1,234,567.8', 'en', '1234567.8', 1],
    ['1\u00A0755', 'da', '1755', 0],
    ['1\u202F755', 'en', '1755', 0],
    ['\u22121', 'da', '-1', 0],
    ['\u20131', 'da', '-1', 0],
    ['-1,5', 'da', '-1.5', 1],
    ['+2', 'da', '2', 0],
    ['-0', 'da', '0', 0],
    [' 83 ', 'da', '83', 0],
    ['\u00A083\u00A0', 'en', '83', 0],
    ['007', 'en', '7', 0],
    ['0,755', 'da', '0.755', 3],
  ] as const)('"%s" in %s is %s with %d decimals', (text, style, value, decimals) => {
    expect(parsePrinted(text, styles[style])).toEqual({ value: decimal(value), decimals, percent: false })
  })

  test.each(['4,8 %', '4,8\u00A0%', '4,8\u202F%', '4,8%'])('"%s" is per cent', (text) => {
    expect(parsePrinted(text, styles.da)).toEqual({ value: exact(48, 10), decimals: 1, percent: true })
  })

  test.each([
    ['4,4', { value: exact(44, 10), decimals: 1 }],
    ['4.4', { value: exact(44, 10), decimals: 1 }],
    ['0.755', { value: exact(755, 1000), decimals: 3 }],
    ['1.755,5', { value: exact(17555, 10), decimals: 1 }],
    ['1,755.5', { value: exact(17555, 10), decimals: 1 }],
    ['1.234.567', { value: exact(1234567), decimals: 0 }],
    ['83', { value: exact(83), decimals: 0 }],
    ['1755.25', { value: exact(175525, 100), decimals: 2 }],
  ])('"%s" can be only one thing where no style is declared', (text, expected) => {
    expect(parsePrinted(text, [styles.da, styles.en])).toEqual({ ...expected, percent: false })
  })

  test('a third style may decide, or leave it open', () => {
    const blanks = { decimal: ',', thousands: ' ' }
    const all = [styles.da, styles.en, blanks]
    expect(parsePrinted('1 755,5', all)).toEqual({ value: exact(17555, 10), decimals: 1, percent: false })
    expect(parsePrinted('4,4', all)).toEqual({ value: exact(44, 10), decimals: 1, percent: false })
    expect(parsePrinted('1.755', all)).toEqual({ reason: 'ambiguous' })
    expect(parsePrinted('1.755', [styles.da, blanks])).toEqual({ value: exact(1755), decimals: 0, percent: false })
  })

  test.each<[string, NotParsed['reason']]>([
    ['1.755', 'ambiguous'],
    ['1,755', 'ambiguous'],
    ['-12.500 %', 'ambiguous'],
    ['', 'empty'],
    ['\u00A0 ', 'empty'],
    ['1_000', 'notANumber'],
    ['0.(3)', 'notANumber'],
    ['1e3', 'notANumber'],
    ['0x1F', 'notANumber'],
    ['1/3', 'notANumber'],
    ['12.34.56', 'notANumber'],
    ['1.2345,6', 'notANumber'],
    ['--1', 'notANumber'],
    ['- 1', 'notANumber'],
    ['4,', 'notANumber'],
    [',4', 'notANumber'],
    ['NaN', 'notANumber'],
    ['\u0661\u0662', 'notANumber'],
    ['83 %%', 'notANumber'],
    ['83\n84', 'notANumber'],
  ])('"%s" is refused: %s', (text, reason) => {
    expect(parsePrinted(text, [styles.da, styles.en])).toEqual({ reason })
  })

  test('may have 64 characters; of blanks it may have any number, and they are empty', () => {
    expect(parsePrinted('1'.repeat(64), [styles.da, styles.en])).toEqual({
      value: exact(BigInt('1'.repeat(64))),
      decimals: 0,
      percent: false,
    })
    expect(parsePrinted('1'.repeat(65), [styles.da, styles.en])).toEqual({ reason: 'tooLong' })
    expect(parsePrinted(' '.repeat(65), [styles.da, styles.en])).toEqual({ reason: 'empty' })
  })

  test('in neutral spelling has a full stop before its decimals and nothing between thousands', () => {
    expect(parsePrinted('1755.5', neutralMarks)).toEqual({ value: exact(17555, 10), decimals: 1, percent: false })
    expect(parsePrinted('1 755', neutralMarks)).toEqual({ reason: 'notANumber' })
    expect(['-4.35', '0', '84'].map(parseNeutral)).toEqual([exact(-435, 100), exact(0), exact(84)])
  })

  test('in a declared style is no number where the style cannot write it so', () => {
    expect(parsePrinted('4.4', styles.da)).toEqual({ reason: 'notANumber' })
    expect(parsePrinted('4,4', styles.en)).toEqual({ reason: 'notANumber' })
  })

  test.each(['1'.repeat(1_000_000), '1.'.repeat(500_000), '1.111'.repeat(200_000), '-'.repeat(1_000_000)])(
    'a megabyte is refused at once',
    async (text) => {
      expect(parsePrinted(text, [styles.da, styles.en])).toEqual({ reason: 'tooLong' })
      const often = (written: string) => Array.from({ length: 10_000 }, () => parsePrinted(written, [styles.da, styles.en]))
      const times = await timesAsLong(
        () => often(text),
        () => often(text.slice(0, 1000)),
        10,
      )
      expect(times).toBeLessThan(10)
    },
  )

  test('reads back what was printed, to the same text', () => {
    fc.assert(
      fc.property(anyExact, anyDecimals, (value, decimals) => {
        const printed = roundForPrint(value, decimals)
        const parsed = parsePrinted(printed, neutralMarks)
        expect(parsed).toHaveProperty('decimals', decimals)
        if ('value' in parsed) expect(roundForPrint(parsed.value, parsed.decimals)).toBe(printed)
      }),
    )
  })

  test('reads any text without throwing, and a Danish number as its English mirror', () => {
    const nearNumber = fc.string({ unit: fc.constantFrom('0', '1', '7', '.', ',', '-', '\u2212', '\u00A0', '%', ' '), maxLength: 20 })
    const mirror = (text: string): string => text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'))
    fc.assert(
      fc.property(nearNumber, (text) => {
        expect(parsePrinted(text, styles.da)).toEqual(parsePrinted(mirror(text), styles.en))
      }),
    )
  })
})

describe('intervalOfPrinted', () => {
  test.each([
    ['83', 0, false, '[82.5; 83.5)'],
    ['4.4', 1, false, '[4.35; 4.45)'],
    ['-1', 0, false, '(-1.5; -0.5]'],
    ['0', 0, false, '(-0.5; 0.5)'],
    ['2', 0, true, '[1.5; 2.5]'],
    ['-2', 0, true, '[-2.5; -1.5]'],
    ['0', 1, true, '[-0.05; 0.05]'],
  ])('%s with %d decimals, closed %s: %s', (value, decimals, closed, expected) => {
    expect(intervalOfPrinted(decimal(value), decimals, closed)).toEqual(interval(expected))
  })

  test('holds exactly the numbers that are printed so', () => {
    fc.assert(
      fc.property(anyExact, anyExact, anyDecimals, (value, other, decimals) => {
        const printed = roundForPrint(value, decimals)
        const stands = intervalOfPrinted(decimal(printed), decimals, false)
        expect(contains(stands, value)).toBe(true)
        expect(contains(stands, other)).toBe(roundForPrint(other, decimals) === printed)
        expect(printedWithin(stands, decimals)).toEqual([printed])
      }),
    )
  })
})

describe('intervals', () => {
  test.each([
    ['[82.5; 83.5)', '[83; 84)', '[83; 83.5)'],
    ['[82.5; 83.5)', '(82.5; 83.5]', '(82.5; 83.5)'],
    ['[1; 4]', '(2; 3)', '(2; 3)'],
    ['[1; 2]', '[2; 3]', '[2; 2]'],
  ])('%s and %s meet in %s', (a, b, expected) => {
    expect(show(intersect(interval(a), interval(b)))).toBe(expected)
    expect(show(intersect(interval(b), interval(a)))).toBe(expected)
  })

  test.each([
    ['[2; 1]', true],
    ['[1; 1)', true],
    ['(1; 1]', true],
    ['[1; 1]', false],
    ['(1; 1.01)', false],
  ])('%s is empty: %s', (text, expected) => {
    expect(isEmpty(interval(text))).toBe(expected)
  })

  test.each([
    ['[1; 2]', [false, true, true, true, false]],
    ['(1; 2)', [false, false, true, false, false]],
    ['[1; 2)', [false, true, true, false, false]],
    ['(1; 2]', [false, false, true, true, false]],
  ])('%s of 0.5, 1, 1.5, 2 and 2.5 holds %o', (text, expected) => {
    expect(['0.5', '1', '1.5', '2', '2.5'].map((value) => contains(interval(text), decimal(value)))).toEqual(expected)
  })

  test('a value is in the meeting of two exactly where it is in both', () => {
    fc.assert(
      fc.property(anyInterval, anyInterval, anyExact, (a, b, value) => {
        for (const probe of [value, a.from, a.to, b.from, b.to]) {
          expect(contains(intersect(a, b), probe)).toBe(contains(a, probe) && contains(b, probe))
        }
      }),
    )
  })

  test.each([
    ['[99.5; 100.5)', '[99.5; 100]'],
    ['(-0.5; 0.5)', '[0; 0.5)'],
    ['(3; 4)', '(3; 4)'],
    ['(0; 100)', '(0; 100)'],
  ])('%s on the scale 0–100 is %s', (text, expected) => {
    expect(show(clip(interval(text), exact(0), exact(100)))).toBe(expected)
  })

  test.each(['[104.5; 105.5)', '(-5.5; -4.5]', '[-1; 0)'])('%s is off the scale 0–100', (text) => {
    expect(isEmpty(clip(interval(text), exact(0), exact(100)))).toBe(true)
  })

  test('an exact value is an interval that holds it alone', () => {
    expect(show(pointInterval(exact(3, 2)))).toBe('[1.5; 1.5]')
  })

  test('the midpoint lies halfway', () => {
    expect(midpoint(interval('[82.5; 83.5)'))).toEqual(exact(83))
    expect(midpoint(pointInterval(exact(1, 3)))).toEqual(exact(1, 3))
  })

  test('a sum includes an end where all do', () => {
    expect(show(sumIntervals([interval('[1; 2)'), interval('[10; 20]')]))).toBe('[11; 22)')
    expect(show(sumIntervals([interval('(1; 2]'), interval('[10; 20]')]))).toBe('(11; 22]')
    expect(show(sumIntervals([]))).toBe('[0; 0]')
  })

  test('scaling keeps the ends as they are', () => {
    expect(show(scaleInterval(interval('[0.115; 0.125)'), exact(100)))).toBe('[11.5; 12.5)')
  })

  test('a hull includes an end where one of those that reach it does', () => {
    expect(show(hullOf([interval('(1; 2)'), interval('[1; 1.5]'), interval('[1.2; 2)')]))).toBe('[1; 2)')
  })

  test.each([
    ['[1; 2]', '(1; 2)', '[1; 2]'],
    ['(1; 2)', '(1; 2)', '(1; 2)'],
    ['[0; 1)', '(2; 3]', '[0; 3]'],
    ['(0; 1]', '[2; 3)', '(0; 3)'],
    ['(0; 3)', '[1; 2]', '(0; 3)'],
  ])('%s and %s lie in %s', (a, b, expected) => {
    expect(show(hullOf([interval(a), interval(b)]))).toBe(expected)
    expect(show(hullOf([interval(b), interval(a)]))).toBe(expected)
  })
})

describe('printedWithin', () => {
  test.each([
    ['[81.7; 82.4)', 0, ['82']],
    ['[82.851; 83.585)', 0, ['83', '84']],
    ['[82.5; 83.5]', 0, ['83', '84']],
    ['[82.5; 83.5)', 0, ['83']],
    ['(-0.5; 0.5)', 0, ['0']],
    ['[-0.5; 0.5]', 0, ['-1', '0', '1']],
    ['(-1.5; -0.5]', 0, ['-1']],
    ['[4.34; 4.36]', 1, ['4.3', '4.4']],
    ['[84.5; 84.5]', 0, ['85']],
    ['(84.5; 84.5)', 0, []],
    ['[1; 1)', 0, []],
    ['(81.7; 82.4)', 0, ['82']],
    ['(-82.4; -81.7)', 0, ['-82']],
    ['(-0.4; 0.4)', 0, ['0']],
  ])('%s with %d decimals: %o', (text, decimals, expected) => {
    expect(printedWithin(interval(text), decimals)).toEqual(expected)
  })

  test('of more than 1,001 names only the ends', () => {
    expect(printedWithin(interval('[0; 100]'), 1)).toHaveLength(1001)
    expect(printedWithin(interval('[0; 100.1]'), 1)).toEqual(['0.0', '100.1'])
    expect(printedWithin(interval('[0; 1000000000000000000000]'), 4)).toHaveLength(2)
  })

  test('names the print of every value inside', () => {
    fc.assert(
      fc.property(
        anyExact,
        fc.integer({ min: 0, max: 400 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        anyDecimals,
        (from, width, share, decimals) => {
          const add = (part: number): Exact =>
            fromFraction(toFraction(from).add(toFraction(exact(Math.round(part * 1e6), 10 ** (6 + decimals)))))
          const wide: Interval = { from, to: add(width), fromIncluded: true, toIncluded: true }
          expect(printedWithin(wide, decimals)).toContain(roundForPrint(add(width * share), decimals))
        },
      ),
    )
  })
})

describe('unitsAround', () => {
  const between = (from: Exact, to: Exact) => ({ from, to, fromIncluded: true, toIncluded: true })

  test('counts from the last unit below to the first above', () => {
    expect(unitsAround(between(exact(-33, 10), exact(-2)), 0)).toEqual(['-4', '-3', '-2'])
    expect(unitsAround(between(exact(-3), exact(-19, 10)), 0)).toEqual(['-3', '-2', '-1'])
    expect(unitsAround(between(exact(14, 10), exact(17, 10)), 0)).toEqual(['1', '2'])
    expect(unitsAround(between(exact(-1, 3), exact(1, 3)), 0)).toEqual(['-1', '0', '1'])
    expect(unitsAround(between(exact(12, 100), exact(25, 100)), 1)).toEqual(['0.1', '0.2', '0.3'])
    expect(unitsAround(between(exact(5), exact(5)), 0)).toEqual(['5'])
  })

  test('of more than 1,001 names the ends', () => {
    expect(unitsAround(between(exact(-500), exact(500)), 0)).toHaveLength(1001)
    expect(unitsAround(between(exact(-500), exact(501)), 0)).toEqual(['-500', '501'])
  })
})

describe('scaleInterval', () => {
  test('by less than 0 turns the ends round', () => {
    expect(scaleInterval({ from: exact(1), to: exact(3), fromIncluded: true, toIncluded: false }, exact(-2))).toEqual({
      from: exact(-6),
      to: exact(-2),
      fromIncluded: false,
      toIncluded: true,
    })
  })
})
