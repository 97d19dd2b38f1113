/** How numbers, dates and periods are spelled. Danish forms: Dansk Sprognævn, Retskrivningsordbogen, and the memos of Københavns Kommune. */
import { describe, expect, test } from 'vitest'
import type { Figure } from '../../src/figure.js'
import { locales } from '../../src/locale/index.js'
import { countWord, formatDate, formatFigure, formatPeriod, periodForms, spellNumber, unitAfter } from '../../src/locale/spelling.js'
import { Period } from '../../src/survey.js'

const { da, en } = locales

test.each([
  ['0', '0', '0'],
  ['999', '999', '999'],
  ['1755', '1.755', '1,755'],
  ['1234567', '1.234.567', '1,234,567'],
  ['4.4', '4,4', '4.4'],
  ['1234.5678', '1.234,5678', '1,234.5678'],
  ['-1', '−1', '−1'],
  ['-1234.5', '−1.234,5', '−1,234.5'],
])('%s is spelled %s and %s', (printed, danish, english) => {
  expect([spellNumber(printed, da), spellNumber(printed, en)]).toEqual([danish, english])
})

test('with a sign: plus, minus, and none for nothing', () => {
  expect(['4', '-8', '0', '0.0'].map((printed) => spellNumber(printed, da, { sign: true }))).toEqual(['+4', '−8', '0', '0,0'])
})

describe('a figure', () => {
  const figure = (printed: string, unit: Figure['unit'], kind: Figure['kind'] = 'metric') => ({ printed, unit, kind })

  test('the unit that follows it in prose', () => {
    const prose = [
      figure('4.8', 'share'),
      figure('84', 'indexPoint'),
      figure('-3', 'share', 'change'),
      figure('-1', 'indexPoint', 'change'),
      figure('1', 'person'),
      figure('2', 'person'),
    ]
    expect(prose.map((each) => unitAfter(each, da))).toEqual(['pct.', 'indekspoint', 'procentpoint', 'indekspoint', 'person', 'personer'])
    expect(prose.map((each) => unitAfter(each, en))).toEqual([
      'per cent',
      'index points',
      'percentage points',
      'index point',
      'person',
      'people',
    ])
  })

  test('in a table: digits, and a sign on shares', () => {
    expect(formatFigure(figure('4.8', 'share'), da, 'table')).toBe('4,8\u00a0%')
    expect(formatFigure(figure('84', 'indexPoint'), da, 'table')).toBe('84')
    expect(formatFigure(figure('4', 'indexPoint', 'change'), da, 'signed')).toBe('+4')
  })

  test('without a number', () => {
    expect(formatFigure({ printed: null, unit: 'share', kind: 'metric' }, da, 'number')).toBeNull()
  })
})

test('counts of things in words up to ten', () => {
  expect([0, 1, 5, 10, 11, 1000].map((count) => countWord(count, da))).toEqual(['nul', 'én', 'fem', 'ti', '11', '1.000'])
})

test('dates in figures', () => {
  expect([formatDate('2024-12-09', da), formatDate('2024-12-09', en)]).toEqual(['09-12-2024', '09/12/2024'])
})

describe('a period', () => {
  const forms = (from: string, to: string, locale = da) => periodForms.map((form) => formatPeriod(Period.parse({ from, to }), locale, form))

  test('of twelve months over a new year', () => {
    expect(forms('2023-10-01', '2024-09-30')).toEqual([
      '2023-24',
      'i 2023-24',
      '2023-2024',
      'oktober 2023 – september 2024',
      'okt. 2023 – sep. 2024',
      'fra oktober 2023 til september 2024',
    ])
  })

  test('of a calendar year', () => {
    expect(forms('2024-01-01', '2024-12-31')).toEqual(['2024', 'i 2024', '2024', '2024', '2024', 'i 2024'])
    expect(forms('2024-01-01', '2024-12-31', en).at(-1)).toBe('in 2024')
  })

  test('of a half-year, a quarter, a month', () => {
    const named = (from: string, to: string) => [0, 1, 5].map((form) => forms(from, to)[form])
    expect(named('2023-07-01', '2023-12-31')).toEqual(['2. halvår 2023', 'i 2. halvår 2023', 'fra juli til december 2023'])
    expect(named('2024-04-01', '2024-06-30')).toEqual(['2. kvartal 2024', 'i 2. kvartal 2024', 'fra april til juni 2024'])
    expect(forms('2024-03-01', '2024-03-31')).toEqual(['marts 2024', 'i marts 2024', '2024', 'marts 2024', 'mar. 2024', 'i marts 2024'])
  })

  test('of months of one year: the year once, also at the end of February in a leap year', () => {
    expect(forms('2024-03-01', '2024-05-31')).toEqual([
      'marts–maj 2024',
      'i marts–maj 2024',
      '2024',
      'marts 2024 – maj 2024',
      'mar. 2024 – maj 2024',
      'fra marts til maj 2024',
    ])
    expect(forms('2024-01-01', '2024-02-29')[0]).toBe('januar–februar 2024')
    expect(forms('2024-01-01', '2024-02-28')[0]).toBe('1. januar 2024 – 28. februar 2024')
    expect(forms('2024-03-01', '2024-05-31', en).at(-1)).toBe('from March to May 2024')
  })

  test('of months over a new year', () => {
    expect(forms('2023-11-01', '2024-01-31')).toEqual([
      'november 2023 – januar 2024',
      'i perioden november 2023 – januar 2024',
      '2023-2024',
      'november 2023 – januar 2024',
      'nov. 2023 – jan. 2024',
      'fra november 2023 til januar 2024',
    ])
  })

  test('whose id looks like a year over a new year: December 2011', () => {
    expect(forms('2011-12-01', '2011-12-31')[0]).toBe('december 2011')
  })

  test('of some days', () => {
    expect(forms('2024-03-01', '2024-04-15')).toEqual([
      '1. marts 2024 – 15. april 2024',
      'i perioden 1. marts 2024 – 15. april 2024',
      '2024',
      '1. marts 2024 – 15. april 2024',
      '1. mar. 2024 – 15. apr. 2024',
      'fra 1. marts 2024 til 15. april 2024',
    ])
  })

  test('in English', () => {
    expect(forms('2023-10-01', '2024-09-30', en)[5]).toBe('from October 2023 to September 2024')
  })
})
