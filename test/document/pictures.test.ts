/** Charts made of what a caller has looked up: rows, places, notes, alt texts and numbers as a table. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BarsChart, BenchmarkChart, Chart, ChartData, Inline, TrendChart } from '../../src/document/blocks.js'
import { type BarsRow, barsChart, benchmarkChart, type TrendRow, trendChart } from '../../src/document/pictures.js'
import { altTextOf, figuresIn, leavesOf, plainText } from '../../src/document/walk.js'
import type { Figure, FigureStatus } from '../../src/figure.js'
import { metricKey } from '../../src/figure-key.js'
import { locales } from '../../src/locale/index.js'
import { intervalOfPrinted, parseNeutral } from '../../src/printed.js'
import { Period } from '../../src/survey.js'
import { hardCharts, hardFigures } from '../hard-pictures.js'
import { runs } from '../runs.js'

const periods = [2020, 2021, 2023].map((year) => Period.parse({ from: `${year}-01-01`, to: `${year}-12-31` }))

/** A published index of one decimal at most. */
function figure(segment: string, period: string, printed: string | null, status: FigureStatus = 'ok'): Figure {
  const key = metricKey({ metric: 'indexScore', segment, period, item: 'overall' }, { items: [{ id: 'overall' }] })
  const decimals = printed?.split('.')[1]?.length ?? 0
  const value = printed === null ? null : parseNeutral(printed)
  return {
    ...{ id: `indexScore/${segment}/${period}`, key, kind: 'metric', unit: 'indexPoint', decimals, value, printed, base: 100 },
    ...{ interval: value && intervalOfPrinted(value, decimals, false), possible: printed === null ? [] : [printed], status },
    ...{ derivation: { formula: 'published', inputs: [], places: [] }, origin: 'read' },
  }
}

const words = (text: string): Inline[] => [{ type: 'text', text }]
const axis = { from: 0, to: 100, ticks: [0, 50, 100].map((value) => ({ value, text: `${value}`, label: null })) }
const setting = { id: 'figur', title: words('Titel'), measure: 'indekstal', locale: locales.da, axis }

/** `numbers`: one a period; null is too few answers, `|` before a number a break. */
function line(id: string, numbers: (string | null)[], isTotal = false): TrendRow {
  const points = numbers.map((number, index) => {
    const period = periods[index]?.id ?? ''
    const isAfterBreak = number?.startsWith('|') ?? false
    const printed = number?.replace('|', '') ?? null
    return {
      period,
      figure: printed === null ? null : figure(id, period, printed),
      absence: printed === null ? ('withheld' as const) : null,
      isAfterBreak,
    }
  })
  return { id, label: id.toUpperCase(), indent: 0, isTotal, points, change: null }
}

const trend = (rows: TrendRow[]): TrendChart => trendChart({ ...setting, periods, changeLabel: null, rows })

function bar(id: string, printed: string | null, isTotal = false): BarsRow {
  const shown = { figure: printed === null ? null : figure(id, '2023', printed), absence: printed === null ? ('noAnswers' as const) : null }
  return { id, label: id.toUpperCase(), indent: 0, isTotal, ...shown, difference: null }
}

const bars = (rows: BarsRow[], reference: Parameters<typeof barsChart>[0]['reference'] = null): BarsChart =>
  barsChart({ ...setting, reference, differenceLabel: null, rows })

function benchmark(rows: [id: string, ...numbers: (string | null)[]][], middle: number | null = 50): BenchmarkChart {
  const whoms = ['own', 'kommuner', 'landet'].slice(0, (rows[0]?.length ?? 1) - 1).map((id) => ({ id, label: id }))
  return benchmarkChart({
    ...{ ...setting, whoms, middle, differenceLabel: null },
    rows: rows.map(([id, ...numbers]) => ({
      ...{ id, label: id.toUpperCase(), indent: 0, isTotal: id === 'all', difference: null },
      numbers: numbers.map((printed, whom) =>
        printed === null
          ? { figure: null, absence: 'notMeasured' as const }
          : { figure: figure(`${whoms[whom]?.id}-${id}`, '2023', printed), absence: null },
      ),
    })),
  })
}

const cellsOf = ({ rows }: ChartData) => rows.map(({ label, cells }) => [label, ...cells].map(plainText).join(' '))
const notesOf = (chart: Chart) => chart.notes.map(({ children }) => plainText(children))

describe('the trend chart', () => {
  test('places periods by their dates', () => {
    // 2020 and 2024 are leap years: middles of 2020, 2021 and 2023 are 365.5 and 1095.5 days apart from the first.
    expect(trend([line('a', ['1', '2', '3'])]).periods.map(({ label, at }) => [label, at])).toEqual([
      ['2020', 0],
      ['2021', 365.5 / 1095.5],
      ['2023', 1],
    ])
  })

  test('has a number or none at every period, at the place that is printed', () => {
    const [row] = trend([line('a', ['70.5', null, '|72'])]).rows
    expect(row?.points).toEqual([
      { number: { figure: 'indexScore/a/2020', value: 70.5, text: '70,5' }, isAfterBreak: false },
      { number: null, isAfterBreak: false },
      { number: { figure: 'indexScore/a/2023', value: 72, text: '72' }, isAfterBreak: true },
    ])
    expect(row?.absence).toBeNull()
    expect(trend([line('a', [null, null, null])]).rows[0]?.absence).toBe('vises ikke')
  })

  test('says of breaks and of gaps where and why', () => {
    const chart = trend([line('a', ['70', '|71', '72']), line('b', ['60', null, '62'])])
    const [note = ''] = notesOf(chart)
    expect(note).toContain('fra 2021 om ”A”')
    expect(note).toContain('B i 2021 (vises ikke)')
    expect(cellsOf(chart.data)).toEqual(['A 70 71 72', 'B 60 vises ikke 62'])
    expect(notesOf(trend([line('a', ['70', '|71', '72']), line('b', ['60', '|61', '62'])]))[0]).toContain('fra 2021.')
    expect(notesOf(trend([line('a', ['70', '71', '72'])]))).toEqual([])
  })

  test('the alt text tells the whole, the greatest fall and rise', () => {
    const chart = trend([
      line('all', ['70', '71', '75'], true),
      line('a', ['70', '90', '72']),
      line('b', ['60', '50', '69']),
      line('c', ['80', '80', '71']),
    ])
    expect(altTextOf(chart)).toBe(
      'Kurvediagram med fire linjer fra 2020 til 2023. ALL fra 70 til 75. Største fald: C fra 80 til 71. Største fremgang: B fra 60 til 69. Alle tal står i tabellen under figuren.',
    )
  })

  test('the alt text tells of nothing across a break, of no tie, and of no rise where there is none', () => {
    const broken = altTextOf(trend([line('a', ['40', '|71', '75']), line('b', ['60', '61', '64'])]))
    expect(broken).not.toContain('40')
    // only b runs over all periods
    expect(broken).toContain('Største fremgang: B fra 60 til 64')
    const tie = altTextOf(trend([line('a', ['40', '41', '45']), line('b', ['60', '61', '65'])]))
    expect(tie).not.toContain('Største')
    const whole = altTextOf(trend([line('all', ['40', '|71', '75'], true), line('b', ['60', '60', '60'])]))
    expect(whole).toContain('ALL fra 71 i 2021 til 75 i 2023')
    expect(whole).not.toContain('Største')
  })

  test('calls what is not compared, or compared otherwise, no rise', () => {
    const risen = line('a', ['60', '65', '80'])
    expect(altTextOf(trend([{ ...risen, moveBetween: () => null }]))).not.toContain('Største')
    const asked: string[] = []
    const moveBetween = (from: string, to: string) => {
      asked.push(`${from}–${to}`)
      return { direction: 'fall', printed: '-4' } as const
    }
    expect(altTextOf(trend([{ ...line('a', [null, '69', '65']), moveBetween }]))).toContain('Største fald: A fra 69 i 2021 til 65 i 2023')
    expect(asked).toEqual(['2021–2023'])
  })
})

describe('the benchmark chart', () => {
  test('has a number for each whom, and says whose is not there and why', () => {
    const chart = benchmark([
      ['a', '70', null, '71'],
      ['b', null, null, null],
    ])
    expect(chart.rows.map(({ numbers, absence }) => [numbers.map((number) => number?.value ?? null), absence])).toEqual([
      [[70, null, 71], 'kommuner: ikke målt'],
      [[null, null, null], 'ikke målt'],
    ])
    expect(cellsOf(chart.data)).toEqual(['A 70 ikke målt 71', 'B ikke målt ikke målt ikke målt'])
  })

  test('names the true middle of the scale, where the axis reaches it', () => {
    expect(benchmark([['a', '70', '71']]).middle).toEqual({ value: 50, text: 'Midt på skalaen: 50' })
    expect(benchmark([['a', '70', '71']], 120).middle).toBeNull()
    expect(benchmark([['a', '70', '71']], null).middle).toBeNull()
  })

  test('the alt text tells the whole for all, highest and lowest of one’s own', () => {
    expect(
      altTextOf(
        benchmark([
          ['all', '70', '72'],
          ['a', '60', '99'],
          ['b', '80', '1'],
        ]),
      ),
    ).toBe(
      'Punktdiagram med tre rækker og et punkt for hver af own og kommuner. ALL: own 70, kommuner 72. Højest for own: B, 80. Lavest for own: A, 60. Alle tal står i tabellen under figuren.',
    )
  })
})

describe('the bar chart', () => {
  test('has a number or the reason why there is none', () => {
    const chart = bars([bar('a', '70'), bar('b', null)])
    expect(chart.rows.map(({ number, absence }) => [number?.text ?? null, absence])).toEqual([
      ['70', null],
      [null, 'ingen svar'],
    ])
  })

  test('the line that bars are held against is in the table too', () => {
    const whole = { figure: figure('all', '2023', '75'), name: 'Samlet' }
    const chart = bars([bar('a', '70')], whole)
    expect(chart.reference).toEqual({ figure: 'indexScore/all/2023', value: 75, text: 'Samlet: 75' })
    expect(cellsOf(chart.data)).toEqual(['A 70', 'Samlet 75'])
    expect(cellsOf(bars([bar('all', '75', true), bar('a', '70')], whole).data)).toEqual(['ALL 75', 'A 70'])
  })

  test('the axis goes on to what lies outside the range it was given', () => {
    expect(bars([bar('a', '130'), bar('b', '-20')]).axis).toMatchObject({ from: -20, to: 130 })
    expect(bars([bar('a', '70')]).axis).toEqual(axis)
    expect(plainText(bars([bar('a', '-20')]).howTo ?? [])).toBe('Indekstal. Aksen går fra −20 til 100.')
  })

  test('the alt text names no extreme of a tie, and none of one row', () => {
    const alt = (...numbers: string[]) => altTextOf(bars(numbers.map((number, index) => bar('abc'[index] ?? '', number))))
    expect(alt('70', '70', '60')).toBe('Søjlediagram med tre søjler. Lavest: C, 60. Alle tal står i tabellen under figuren.')
    expect(alt('70')).toBe('Søjlediagram med én søjle. Alle tal står i tabellen under figuren.')
    expect(alt('9', '10')).toContain('Højest: B, 10. Lavest: A, 9.')
  })
})

describe('every picture', () => {
  const charts = [...hardCharts('da'), ...hardCharts('en')]
  const figures = hardFigures()

  test('has numbers in its table that are figures, and the figure’s own', () => {
    for (const chart of charts) {
      for (const { cells } of chart.data.rows) {
        expect(cells).toHaveLength(chart.data.columns.length - 1)
        for (const leaf of leavesOf(cells.flat())) {
          if (leaf.type === 'text') expect(leaf.text).not.toMatch(/\d/)
          else expect(leaf.type).toBe('figure')
        }
      }
      for (const id of figuresIn(chart)) expect(figures.get(id)?.printed ?? `no figure: ${id}`).toMatch(/^-?[\d.]+$/)
    }
  })

  test('has an alt text under sixty words, whose numbers are figures of the table', () => {
    for (const chart of charts) {
      expect(altTextOf(chart).split(/\s+/).length).toBeLessThan(60)
      const inTable = figuresIn(chart)
      const leaves = leavesOf(chart.altText as Inline[])
      expect(leaves.flatMap((leaf) => (leaf.type === 'figure' && !inTable.includes(leaf.figure) ? [leaf.figure] : []))).toEqual([])
    }
  })

  test('draws no number that its table has not', () => {
    for (const chart of charts) {
      const drawn = numbersOf(chart)
      const inTable = new Set(figuresIn(chart))
      expect(drawn.length).toBeGreaterThan(0)
      expect(drawn.filter(({ figure }) => !inTable.has(figure ?? ''))).toEqual([])
    }
  })

  test('stands where its numbers are printed', () => {
    const printed = fc.integer({ min: -1000, max: 1000 }).map((tenths) => (tenths / 10).toFixed(1))
    fc.assert(
      fc.property(fc.array(printed, { minLength: 1, maxLength: 8 }), (numbers) => {
        const chart = bars(numbers.map((number, index) => bar(`s${index}`, number)))
        expect(chart.rows.map(({ number }) => number?.value)).toEqual(numbers.map(Number))
        expect(chart.rows.every(({ number }) => number && number.value >= chart.axis.from && number.value <= chart.axis.to)).toBe(true)
      }),
      { numRuns: runs(20, 100) },
    )
  })
})

function numbersOf(chart: Chart): { figure: string | null }[] {
  switch (chart.kind) {
    case 'trend':
      return chart.rows.flatMap(({ points, change }) => [...points.flatMap(({ number }) => number ?? []), ...(change ? [change] : [])])
    case 'benchmark':
      return chart.rows.flatMap(({ numbers, difference }) => [...numbers, difference].flatMap((number) => number ?? []))
    case 'bars':
      return [...chart.rows.flatMap(({ number, difference }) => [number, difference]), chart.reference].flatMap((number) => number ?? [])
    default:
      return []
  }
}
