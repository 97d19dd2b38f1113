import { describe, expect, test } from 'vitest'
import { deriveFigures, type Figure, type Figures, figureId, figureOf, parseFigureId } from '../src/figures.js'
import { exact, type Interval, intervalOfPrinted, parsePrinted, toNumber } from '../src/printed.js'
import { type Segment, Survey } from '../src/survey.js'
import type { Dataset, PublishedValue } from '../src/tally.js'

// ── builders ──

const place = { file: 'data/test.csv', line: 2 }

/** `seg('external', seg('ac'), seg('unge'))`; settings of the node first, where it has any. */
function seg(id: string, ...rest: (Partial<Segment> | Segment)[]): Segment {
  const isSegment = (one: Partial<Segment>): one is Segment => one.id !== undefined
  const parts = rest.filter(isSegment)
  const settings = rest.filter((one) => !isSegment(one))
  return {
    id,
    label: id,
    also: [],
    complete: true,
    overlap: false,
    ...Object.assign({}, ...settings),
    ...(parts.length > 0 ? { parts } : {}),
  }
}

function surveyOf(segments: Segment, more: object = {}): Survey {
  return Survey.parse({
    title: 'Test',
    items: [{ id: 'overall', label: 'Overall', text: 'All in all I am satisfied.', scale: 'agreement5' }],
    periods: [
      { from: '2022-10-01', to: '2023-09-30' },
      { from: '2023-10-01', to: '2024-09-30' },
    ],
    segments,
    ...more,
  })
}

/** A published value as a reader of our own data makes it: `pub('ac', '2023-24', '84', 485)`. */
function pub(
  segment: string,
  period: string,
  text: string,
  base: number | null = null,
  more: Partial<PublishedValue> = {},
): PublishedValue {
  const parsed = parsePrinted(text, 'da')
  if ('reason' in parsed) throw new Error(`${text}: ${parsed.reason}`)
  const { value, decimals } = parsed
  const interval = intervalOfPrinted(value, decimals, false)
  const subject = { period, segment, provider: null, item: 'overall' }
  return { ...subject, metric: 'indexScore', options: null, text, value, decimals, interval, base, place, ...more }
}

function datasetOf(published: PublishedValue[], tallies: Dataset['tallies'] = []): Dataset {
  return { published, tallies, sources: [] }
}

function the(figures: Figures, id: string): Figure {
  const found = figureOf(figures, id)
  if (!found) throw new Error(`no figure ${id}`)
  return found
}

/** `[181519/2220; 3049/37)` */
function show(interval: Interval | null): string {
  if (!interval) return 'none'
  const end = ({ numerator, denominator }: Interval['from']): string =>
    denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`
  return `${interval.fromIncluded ? '[' : '('}${end(interval.from)}; ${end(interval.to)}${interval.toIncluded ? ']' : ')'}`
}

function ends(interval: Interval | null): [number, number] {
  if (!interval) throw new Error('no interval')
  return [toNumber(interval.from), toNumber(interval.to)]
}

// ── the 2024 memo's printed numbers ──

const memo = surveyOf(
  seg(
    'all',
    seg('internal'),
    seg('external', seg('brobygning'), seg('ac'), seg('unge'), seg('voksne', seg('uden-mentor'), seg('mentor')), seg('sygemeldte')),
  ),
)

/** Its tables 1 and 2; `external` and the total of the first period with the base left to the parts. */
const printed: [segment: string, period: string, text: string, base: number | null][] = [
  ['all', '2022-23', '83', null],
  ['internal', '2022-23', '82', 1660],
  ['internal', '2023-24', '74', 465],
  ['external', '2022-23', '84', null],
  ['external', '2023-24', '84', null],
  ['brobygning', '2022-23', '83', 132],
  ['brobygning', '2023-24', '81', 165],
  ['ac', '2022-23', '80', 613],
  ['ac', '2023-24', '84', 485],
  ['unge', '2022-23', '87', 410],
  ['unge', '2023-24', '88', 159],
  ['voksne', '2022-23', '89', null],
  ['voksne', '2023-24', '89', null],
  ['uden-mentor', '2022-23', '86', 183],
  ['uden-mentor', '2023-24', '86', 251],
  ['mentor', '2022-23', '91', 194],
  ['mentor', '2023-24', '92', 186],
  ['sygemeldte', '2022-23', '85', 436],
  ['sygemeldte', '2023-24', '81', 509],
]

function memoWithout(...left: string[]): Figures {
  return deriveFigures(
    memo,
    datasetOf(printed.filter(([segment, period]) => !left.includes(`${segment}/${period}`)).map((row) => pub(...row))),
  )
}

describe('the 2024 memo', () => {
  const figures = memoWithout()

  test('its total is 82, a fall, whatever was printed', () => {
    const all = the(figures, 'indexScore/all/2023-24')
    expect(all.printed).toBe('82')
    expect(all.status).toBe('ok')
    expect(all.possible).toEqual(['82'])
    expect(all.base).toBe(2220)
    expect(show(all.interval)).toBe(show({ from: exact(181519, 2220), to: exact(3049, 37), fromIncluded: true, toIncluded: false }))
  })

  test('the number of answers at the providers outside is 1,755', () => {
    expect(the(figures, 'base/external/2023-24')).toMatchObject({ printed: '1755', status: 'ok', value: exact(1755), unit: 'answer' })
    expect(the(figures, 'base/all/2022-23').printed).toBe('3628')
  })

  test('a total that was printed narrows its parts', () => {
    expect(show(the(figures, 'indexScore/uden-mentor/2023-24').interval)).toBe('(42939/502; 173/2)')
  })

  test('a total that was not printed for adults reaches lower', () => {
    const [from, to] = ends(the(memoWithout('voksne/2023-24'), 'indexScore/all/2023-24').interval)
    expect(from).toBeCloseTo(81.6775, 4)
    expect(to).toBeCloseTo(3049 / 37, 10)
  })

  test('the printed 83 decides what the parts of 2022-23 leave open', () => {
    expect(the(figures, 'indexScore/all/2022-23')).toMatchObject({ printed: '83', status: 'ok', possible: ['83'] })
    const [from, to] = ends(the(figures, 'indexScore/all/2022-23').interval)
    expect(from).toBeCloseTo(82.851, 3)
    expect(to).toBe(83.5)
    const open = the(memoWithout('all/2022-23'), 'indexScore/all/2022-23')
    expect(open).toMatchObject({ printed: '83', status: 'approximate', possible: ['83', '84'] })
    expect(ends(open.interval)[1]).toBeCloseTo(83.585, 3)
  })

  test('the point of a total is the weighted mean of its parts, also where its own number was printed', () => {
    expect(the(figures, 'indexScore/external/2023-24')).toMatchObject({ value: exact(148024, 1755), printed: '84' })
    expect(the(figures, 'indexScore/voksne/2023-24')).toMatchObject({ printed: '89', status: 'ok' })
    expect(the(figures, 'indexScore/voksne/2022-23')).toMatchObject({ printed: '89', status: 'ok' })
  })

  test('says where a number comes from', () => {
    expect(the(figures, 'indexScore/all/2023-24').derivation).toEqual({
      formula: 'weightedMean',
      inputs: ['indexScore/internal/2023-24', 'base/internal/2023-24', 'indexScore/external/2023-24', 'base/external/2023-24'],
      places: [],
    })
    expect(the(figures, 'indexScore/ac/2023-24').derivation).toEqual({ formula: 'published', inputs: [], places: [place] })
    expect(the(figures, 'base/all/2023-24').derivation).toEqual({
      formula: 'sum',
      inputs: ['base/internal/2023-24', 'base/external/2023-24'],
      places: [],
    })
  })

  test('the order of the dataset changes nothing', () => {
    const reversed = deriveFigures(memo, datasetOf(printed.toReversed().map((row) => pub(...row))))
    expect(reversed).toEqual(figures)
    expect(Object.keys(reversed.figures)).toEqual(Object.keys(figures.figures))
  })
})
