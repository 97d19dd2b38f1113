import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { intervalOfClaim } from '../../src/claim.js'
import { NotatError } from '../../src/errors.js'
import { locales } from '../../src/locale/index.js'
import { contains, exact, type Interval, toNumber } from '../../src/printed.js'
import { parseProject } from '../../src/project.js'
import { claimedFigure, readClaims, readStatement } from '../../src/read/claims.js'
import { exampleSurvey } from '../audit/stated.js'
import { exampleFiles } from '../example.js'

const survey = exampleSurvey()
const index = 'indexScore/internal/2024'
const change = 'change/indexScore/internal/2023..2024'

function ends(interval: Interval | null): [number, number] | null {
  return interval && [toNumber(interval.from), toNumber(interval.to)]
}

/** What a Danish statement says, its interval as two numbers. */
function said(figure: string, text: string) {
  const statement = readStatement(figure, text, locales.da, [locales.da.numbers], survey)
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
    const statement = readStatement('base/internal/2024', 'over 1.000', locales.da, [locales.da.numbers], survey)
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
    const statement = readStatement('base/internal/2024', 'about 12,000', locales.en, [locales.en.numbers], survey)
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

/** A project that holds the tables of claims, and what is read of them. */
async function read(tables: Record<string, string>) {
  const files = Object.fromEntries(Object.entries(tables).map(([name, text]) => [`claims/${name}.csv`, text]))
  const { claims } = await readClaims(parseProject({ ...exampleFiles('biu-2024'), 'claims/orientering-2024.csv': '', ...files }))
  return claims.map(({ figure, text, interval, direction, place }) => [figure, text, ends(interval), direction, place.words, place.line])
}

async function problemsOf(table: string): Promise<[string, number | undefined, number | undefined][]> {
  try {
    await read({ 'orientering-2024': table })
    return []
  } catch (error) {
    if (!(error instanceof NotatError)) throw error
    return error.problems.map(({ code, line, column }) => [code, line, column])
  }
}

describe('readClaims', () => {
  it('reads a row a figure, with directions', async () => {
    const table = [
      'figure;value;place',
      'indexScore/all/2023-24;85;Tabel 1',
      'base/all/2023-24;2.220;Tabel 1',
      'change/indexScore/all/2022-23..2023-24;fremgang på to;Konklusion',
      'indexScore/ac/2023-24/items/overall;ca. 80;',
    ].join('\n')
    expect(await read({ 'orientering-2024': table })).toEqual([
      ['indexScore/all/2023-24', '85', [84.5, 85.5], null, 'Tabel 1', 2],
      ['base/all/2023-24', '2.220', [2220, 2220], null, 'Tabel 1', 3],
      ['change/indexScore/all/2022-23..2023-24', 'fremgang på to', [1.5, 2.5], 'rise', 'Konklusion', 4],
      ['indexScore/ac/2023-24', 'ca. 80', [75, 85], null, undefined, 5],
    ])
  })

  it('reads the layout of published values, with the base as a claim of its own', async () => {
    const table = 'periode;målgruppe;indekstal;antal svar;sted\n2023-24;Samlet;85;2.220;Tabel 1\n2023-24;Brobygning;81;165;Tabel 2'
    expect(await read({ 'orientering-2024': table })).toEqual([
      ['indexScore/all/2023-24', '85', [84.5, 85.5], null, 'Tabel 1', 2],
      ['base/all/2023-24', '2.220', [2220, 2220], null, 'Tabel 1', 2],
      ['indexScore/brobygning/2023-24', '81', [80.5, 81.5], null, 'Tabel 2', 3],
      ['base/brobygning/2023-24', '165', [165, 165], null, 'Tabel 2', 3],
    ])
  })

  it('reads all of the example', async () => {
    const { claims } = await readClaims(parseProject(exampleFiles('biu-2024')))
    expect(claims.length).toBe(
      new TextDecoder()
        .decode(exampleFiles('biu-2024')['claims/orientering-2024.csv'] as Uint8Array)
        .trim()
        .split('\n').length - 1,
    )
  })

  it('names every problem at its place', async () => {
    const table = [
      'figure;value;place',
      'indexScore/alle/2023-24;85;',
      'indexScore/all/2023-24;omtrent;',
      'indexScore/all/2023-24;;Tabel 1',
      ';85;Tabel 1',
      'mean/all/2023-24;1.755;',
    ].join('\n')
    expect(await problemsOf(table)).toEqual([
      ['unknown-figure', 2, 1],
      ['unreadable-claim', 3, 24],
      ['missing-value', 4, 24],
      ['missing-value', 5, 1],
      ['ambiguous-number', 6, 18],
    ])
  })

  it('refuses shares and counts that nobody can have printed, and leaves numbers off a scale to the audit', async () => {
    const table = [
      'figure;value',
      'responseRate/all/2023-24;101 %',
      'responseRate/all/2023-24;100 %',
      'share/all/2023-24/options/agree;-3 %',
      'base/all/2023-24;-5',
      'change/base/all/2022-23..2023-24;-5',
      'indexScore/all/2023-24;104',
    ].join('\n')
    expect(await problemsOf(table)).toEqual([
      ['impossible-value', 2, 26],
      ['impossible-value', 4, 33],
      ['impossible-value', 5, 18],
    ])
  })
})
