import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimedFigure, intervalOfClaim, readStatement } from '../src/claims.js'
import { locales } from '../src/locale/index.js'
import { contains, exact, type Interval, toNumber } from '../src/printed.js'
import { exampleSurvey } from './audit/stated.js'

const survey = exampleSurvey()
const index = 'indexScore/internal/2024'
const change = 'change/indexScore/internal/2023..2024'

function ends(interval: Interval | null): [number, number] | null {
  return interval && [toNumber(interval.from), toNumber(interval.to)]
}

/** What a Danish statement says, its interval as two numbers. */
function said(figure: string, text: string) {
  const statement = readStatement(figure, text, locales.da, 'da', survey)
  return 'reason' in statement ? statement.reason : { interval: ends(statement.interval), direction: statement.direction }
}

describe('readStatement', () => {
  it.each([
    [index, '84', [83.5, 84.5]],
    ['mean/internal/2024', '4,4', [4.35, 4.45]],
    ['mean/internal/2024', '4,40', [4.395, 4.405]],
    [index, '84 indekspoint', [83.5, 84.5]],
    ['base/internal/2024', '3.628', [3628, 3628]],
    ['base/internal/2024', 'ca. 12.000', [11500, 12500]],
    ['base/internal/2024', 'omkring 470 svar', [465, 475]],
    ['topTwoBox/internal/2024', '65 pct.', [0.645, 0.655]],
    ['share/internal/2024/options/agree', '4,8 %', [0.0475, 0.0485]],
    [index, 'godt 80', [79.5, 100]],
    [index, 'knap 80', [0, 80.5]],
    [index, 'mindst 80', [79.5, 100]],
    [index, 'syv', [6.5, 7.5]],
  ])('%s: ”%s” stands for %j', (figure, text, interval) => {
    expect(said(figure, text)).toEqual({ interval, direction: null })
  })

  it('leaves one side of a count open', () => {
    const statement = readStatement('base/internal/2024', 'over 1.000', locales.da, 'da', survey)
    expect('interval' in statement && statement.interval && contains(statement.interval, exact(1_000_000))).toBe(true)
    expect('interval' in statement && statement.interval && contains(statement.interval, exact(999))).toBe(false)
  })

  it.each([
    ['steget', null, 'rise'],
    ['fremgang', null, 'rise'],
    ['Fald', null, 'fall'],
    ['uændret', null, 'unchanged'],
    ['fremgang på to', [1.5, 2.5], 'rise'],
    ['fald på 8 indekspoint', [-8.5, -7.5], 'fall'],
    ['faldet med knap 8', [-8.5, 100], 'fall'],
    ['-8', [-8.5, -7.5], null],
    ['−8', [-8.5, -7.5], null],
    ['2', [1.5, 2.5], null],
  ])('of a change: ”%s” stands for %j, %s', (text, interval, direction) => {
    expect(said(change, text)).toEqual({ interval, direction })
  })

  it.each([
    ['', 'empty'],
    ['steget', 'notANumber'],
    ['84 eller 85', 'notANumber'],
    ['1'.repeat(1_000_000), 'tooLong'],
  ])('of a level: ”%.12s” is no statement (%s)', (text, reason) => {
    expect(said(index, text)).toBe(reason)
  })

  it('reads English in English print', () => {
    const statement = readStatement('base/internal/2024', 'about 12,000', locales.en, 'en', survey)
    expect('interval' in statement && ends(statement.interval)).toEqual([11500, 12500])
  })
})

describe('intervalOfClaim', () => {
  it('holds the printed value, closed at both ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 2 }), (units, decimals) => {
        const value = exact(units, 10 ** decimals)
        const interval = intervalOfClaim(index, value, decimals, null, survey)
        expect([contains(interval, value), contains(interval, interval.from), contains(interval, interval.to)]).toEqual([true, true, true])
      }),
    )
  })

  it('is wider with a hedge, never narrower', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.constantFrom('near', 'atLeast', 'atMost'), (value, hedge) => {
        const [plain, hedged] = [null, hedge].map((each) => intervalOfClaim(index, exact(value), 0, each as 'near' | null, survey))
        const bounds = [plain, hedged].map((interval) => ends(interval as Interval) as [number, number])
        const [[from, to], [lower, upper]] = bounds as [[number, number], [number, number]]
        expect(hedge === 'atMost' || upper >= Math.min(to, 100)).toBe(true)
        expect(hedge === 'atLeast' || lower <= Math.max(from, 0)).toBe(true)
      }),
    )
  })
})

describe('claimedFigure', () => {
  it.each([
    [index, index],
    ['indexScore/internal/2024/items/overall', index],
    ['indexScore/internal/2024/items/contact', 'indexScore/internal/2024/items/contact'],
    [change, change],
    ['satisfaction/internal/2024', null],
    ['indexScore/internal', null],
  ])('%s is %s', (id, figure) => {
    expect(claimedFigure(id, survey)).toBe(figure)
  })
})
