import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chanceBeyond, holm, type Sample, zBounds } from '../src/certainty.js'
import { changeOf, figureById, isWeakBase, whyNoChange } from '../src/change.js'
import { decompositionOf } from '../src/decomposition.js'
import { explain } from '../src/explain.js'
import type { Change, Contribution, Figures } from '../src/figure.js'
import { answeredBeside, deriveFigures, figureOf, whyNoTotal } from '../src/figures.js'
import { locales } from '../src/locale/index.js'
import { type Interval, parsePrinted, pointInterval, toNumber } from '../src/printed.js'
import { type Project, parseProject } from '../src/project.js'
import { readDataset } from '../src/read/index.js'

/** A project in a few lines, read as its files would be. */
async function figuresOf(
  segments: string,
  rows: string[],
  more: { items?: string; survey?: string; header?: string } = {},
): Promise<Figures> {
  const { items = 'overall', survey = '', header = 'period;segment;metric;value;base' } = more
  const item = (id: string) =>
    `    - { id: ${id}, label: ${id}, text: Jeg er tilfreds med ${id}., scale: agreement5${id === 'overall' ? breaksIn(survey) : ''} }`
  const project: Project = parseProject({
    'notat.yaml': `locale: da
sender: { organisation: Prøveby }
survey:
  title: Tilfredshed
  items:
${items.split(' ').map(item).join('\n')}
  periods: [{ from: 2023-01-01, to: 2023-12-31 }, { from: 2024-01-01, to: 2024-12-31 }]
  segments: ${segments}
${survey.startsWith('breaks') ? '' : survey}
`,
    'data/p.csv': [header, ...rows].join('\n'),
  })
  return deriveFigures(project.survey, await readDataset(project))
}
const breaksIn = (survey: string) => (survey.startsWith('breaks') ? `, ${survey}` : '')

const change = (figures: Figures, segment = 'all', metric = 'indexScore') =>
  changeOf(figures, `${metric}/${segment}/2023`, `${metric}/${segment}/2024`) as Change
const printed = (figures: Figures, id: string) => figureOf(figures, id)?.printed

const two = '{ id: all, label: Alle, parts: [{ id: a, label: A }, { id: b, label: B }] }'

describe('a node none of whose parts is measured', () => {
  const tree = (ofEx = '') =>
    `{ id: all, label: Alle, parts: [{ id: in, label: I }, { id: ex, label: E${ofEx}, parts: [{ id: a, label: A, periods: [2024] }, { id: b, label: B, periods: [2024] }] }] }`
  const rows = ['2023;in;indexScore;80;100', '2024;in;indexScore;78;100', '2024;a;indexScore;66;150', '2024;b;indexScore;67;120']

  it('is not measured, and removes no total, as where it says so itself', async () => {
    const figures = await figuresOf(tree(), rows)
    // in alone; (78·100 + 66·150 + 67·120) / 370 = 69.6
    expect([printed(figures, 'indexScore/all/2023'), printed(figures, 'indexScore/all/2024')]).toEqual(['80', '70'])
    expect(figures.figures).toEqual((await figuresOf(tree(', periods: [2024]'), rows)).figures)
  })

  it('counts as a leaf where it has data of its own, also answers', async () => {
    const published = await figuresOf(tree(), [...rows, '2023;ex;indexScore;60;300'])
    // (80·100 + 60·300) / 400
    expect(printed(published, 'indexScore/all/2023')).toBe('65')
    expect(change(published).common).toBeNull()
    const header = 'period;segment;answer;count'
    const answered = await figuresOf(
      tree(),
      ['2023;in;agree;100', '2023;ex;neutral;300', '2024;in;agree;100', '2024;a;agree;50', '2024;b;agree;50'],
      { header },
    )
    // (75·100 + 50·300) / 400 = 56.25
    expect(printed(answered, 'indexScore/all/2023')).toBe('56')
    expect(figureOf(answered, 'base/ex/2023')?.value).toEqual({ numerator: 300n, denominator: 1n })
  })
})

describe('totals without weights', () => {
  it('are not known, and say why', async () => {
    const figures = await figuresOf(two, [
      '2023;a;indexScore;90;',
      '2023;b;indexScore;50;',
      '2024;a;indexScore;60;',
      '2024;b;indexScore;20;',
    ])
    expect(figureOf(figures, 'indexScore/all/2024')).toBeUndefined()
    expect(whyNoTotal(figures, 'indexScore/all/2024')).toBe('noWeights')
    expect(whyNoChange(figures, 'indexScore/all/2023', 'indexScore/all/2024')).toBe('unknown')
    // an index without a base: printed, but chance cannot be weighed
    expect(change(figures, 'a')).toMatchObject({ printed: '-30', direction: 'fall', certainty: null, certaintyReason: 'noBase' })
    expect(figureOf(figures, 'indexScore/a/2024')).toMatchObject({ printed: '60', base: null, status: 'ok' })
  })

  it('too few on the only side that is known are too few, and enough of them are not enough to decide', async () => {
    const figures = await figuresOf(two, [
      '2023;a;indexScore;90;12',
      '2024;a;indexScore;60;',
      '2023;b;indexScore;50;30',
      '2024;b;indexScore;20;',
    ])
    expect(change(figures, 'a')).toMatchObject({ printed: '-30', certainty: 'tooFew' })
    expect(change(figures, 'b')).toMatchObject({ printed: '-30', certainty: null, certaintyReason: 'noBase' })
  })

  it.each([
    ['overlap: true', 'overlap'],
    ['complete: false', 'incomplete'],
  ])('%s: %s', async (said, why) => {
    const figures = await figuresOf(two.replace('label: Alle', `label: Alle, ${said}`), [
      ...['2023', '2024'].flatMap((year) => [`${year};all;indexScore;76;100`, `${year};a;indexScore;80;60`, `${year};b;indexScore;70;50`]),
    ])
    expect(whyNoTotal(figures, 'indexScore/all/2024')).toBe(why)
    expect(printed(figures, 'indexScore/all/2024')).toBe('76')
  })

  it('a part that is not known', async () => {
    const tree =
      '{ id: all, label: Alle, parts: [{ id: in, label: I }, { id: ex, label: E, overlap: true, parts: [{ id: a, label: A }, { id: b, label: B }] }] }'
    const year = (year: string, all: number, i: number, a: number, b: number) => [
      `${year};all;indexScore;${all};300`,
      `${year};in;indexScore;${i};100`,
      `${year};a;indexScore;${a};150`,
      `${year};b;indexScore;${b};120`,
    ]
    const figures = await figuresOf(tree, [...year('2023', 80, 80, 80, 80), ...year('2024', 70, 78, 66, 67)])
    expect(whyNoTotal(figures, 'indexScore/all/2024')).toBe('unknownPart')
    expect(decompositionOf(figures, 'indexScore', 'all', '2023', '2024')).toEqual([])
    expect(change(figures)).toMatchObject({ printed: '-10', direction: 'fall' })
  })
})

describe('like with like', () => {
  const later = '{ id: all, label: Alle, parts: [{ id: a, label: A }, { id: b, label: B, periods: [2024] }] }'

  it('a total is compared over the groups of both periods, and says which', async () => {
    const figures = await figuresOf(later, ['2023;a;indexScore;80;60', '2024;a;indexScore;75;60', '2024;b;indexScore;72;50'])
    expect(printed(figures, 'indexScore/all/2024')).toBe('74')
    expect(change(figures)).toMatchObject({
      id: 'change/indexScore/all/2023..2024/common',
      printed: '-5',
      direction: 'fall',
      common: ['a'],
      leftOut: [{ segment: 'b', period: '2024' }],
      previous: 'indexScore/all/2023/comparedWith/2024',
      current: 'indexScore/all/2024/comparedWith/2023',
      reason: null,
    })
    expect(figureById(figures, 'change/indexScore/all/2023..2024/common')).toEqual(change(figures))
    expect(figureById(figures, 'change/indexScore/all/2023..2024')).toEqual(change(figures))
    expect(figureOf(figures, 'indexScore/all/2024/comparedWith/2023')).toMatchObject({ printed: '75', base: 60, status: 'ok' })
    const explained = explain('indexScore/all/2024/comparedWith/2023', figures)
    expect(explained?.inputs.map(({ figure }) => figure)).toEqual(['indexScore/a/2024', 'base/a/2024'])
  })

  it('also deep in the tree, and with answers: their spread is that of the groups in common', async () => {
    const tree =
      '{ id: all, label: Alle, parts: [{ id: in, label: I }, { id: ex, label: E, parts: [{ id: a, label: A, periods: [2023] }, { id: b, label: B }] }] }'
    const header = 'period;segment;answer;count'
    const rows = ['2023;in;agree;40', '2023;a;neutral;40', '2023;b;agree;40', '2024;in;agree;40', '2024;b;neutral;40']
    const figures = await figuresOf(tree, rows, { header })
    expect([printed(figures, 'indexScore/all/2023'), printed(figures, 'indexScore/all/2024')]).toEqual(['67', '63'])
    // in and b: 75 before, (75 + 50) / 2 now
    expect(change(figures)).toMatchObject({
      printed: '-12',
      direction: 'fall',
      common: ['in', 'b'],
      leftOut: [{ segment: 'a', period: '2023' }],
    })
    expect(change(figures, 'ex')).toMatchObject({ printed: '-25', common: ['b'] })
    expect(change(figures, 'in').common).toBeNull()
    expect(figures.distributions['all/2023/comparedWith/2024']).toMatchObject({ agree: 80, neutral: 0 })
    const [within, mix] = decompositionOf(figures, 'indexScore', 'all', '2023', '2024')
    expect([within?.value, mix?.value].map((value) => value && toNumber(value))).toEqual([-12.5, 0])
  })

  it('with no group in common there is no change', async () => {
    const tree = '{ id: all, label: Alle, parts: [{ id: a, label: A, periods: [2023] }, { id: b, label: B, periods: [2024] }] }'
    const figures = await figuresOf(tree, ['2023;a;indexScore;75;80', '2024;b;indexScore;94;400'])
    expect(change(figures)).toMatchObject({
      value: null,
      printed: null,
      direction: null,
      status: 'notComparable',
      reason: 'noCommonGroup',
      common: [],
    })
    expect(whyNoChange(figures, 'indexScore/b/2023', 'indexScore/b/2024')).toBe('notMeasured')
    expect(decompositionOf(figures, 'indexScore', 'all', '2023', '2024')).toEqual([])
  })
})

describe('a change is told', () => {
  const leaf = '{ id: all, label: Alle }'
  const told = async (before: string, now: string) =>
    change(await figuresOf(leaf, [`2023;all;indexScore;${before};100`, `2024;all;indexScore;${now};100`]))
  const ofAnswers = async (before: string[], now: string[]) =>
    change(
      await figuresOf(two, [...before.map((row) => `2023;${row}`), ...now.map((row) => `2024;${row}`)], {
        header: 'period;segment;answer;count',
      }),
    )
  const spread = (segment: string, counts: number[]) =>
    ['stronglyAgree', 'agree', 'neutral', 'disagree', 'stronglyDisagree'].map((option, at) => `${segment};${option};${counts[at]}`)

  it('as a fall where every possible change is one, though several printed ones are', async () => {
    const figures = await figuresOf(two, [
      '2023;a;indexScore;80;100',
      '2024;a;indexScore;75;50',
      '2023;b;indexScore;70;101',
      '2024;b;indexScore;72;50',
    ])
    expect(change(figures)).toMatchObject({
      printed: '-1',
      possible: ['-2', '-1', '0'].slice(0, change(figures).possible.length),
      direction: 'fall',
    })
  })

  it('as no rise where only rounding makes one: 78.46 and 78.54', async () => {
    const rows = (option: number[]) => [...spread('a', [50, 30, 10, 5, 5]), ...spread('b', option)]
    const rise = await ofAnswers(rows([100, 60, 20, 10, 11]), rows([100, 60, 20, 11, 10]))
    expect(rise).toMatchObject({ direction: 'largelyUnchanged', printed: '1' })
  })

  it('at the coarser of two precisions', async () => {
    expect(await told('71', '70,83')).toMatchObject({ printed: '0', decimals: 0, direction: 'unchanged' })
    expect(await told('70', '71,2')).toMatchObject({ printed: '1', decimals: 0, direction: 'rise' })
    expect(await told('70,4', '71,0')).toMatchObject({ printed: '0.6', decimals: 1, direction: 'rise' })
  })

  it('in one precision in a period, the coarsest, which is said', async () => {
    const figures = await figuresOf(two, [
      '2023;a;indexScore;70;1000',
      '2023;b;indexScore;70,4;2100',
      '2024;a;indexScore;71,2;900',
      '2024;b;indexScore;71;1200',
    ])
    expect(['a', 'b', 'all'].map((id) => printed(figures, `indexScore/${id}/2023`))).toEqual(['70', '70', '70'])
    expect(['a', 'b', 'all'].map((id) => printed(figures, `indexScore/${id}/2024`))).toEqual(['71', '71', '71'])
    expect(figures.mixedDecimals).toEqual(
      ['2023', '2024'].map((period) => ({ metric: 'indexScore', item: 'overall', period, decimals: [0, 1] })),
    )
  })

  it('never against what is printed or possible, whatever the data', () => {
    const side = fc.record({ tenths: fc.integer({ min: 0, max: 1000 }), decimals: fc.constantFrom(0, 1) })
    return fc.assert(
      fc.asyncProperty(side, side, async (before, now) => {
        const text = ({ tenths, decimals }: { tenths: number; decimals: number }) => (tenths / 10).toFixed(decimals).replace('.', ',')
        const { direction, decimals, interval } = await told(text(before), text(now))
        const at = (side: { tenths: number; decimals: number }) => {
          const parsed = parsePrinted(text(side), locales.da.numbers)
          return 'reason' in parsed ? Number.NaN : Math.floor(toNumber(parsed.value) * 10 ** decimals + 0.5) / 10 ** decimals
        }
        const difference = Math.sign(Number((at(now) - at(before)).toFixed(1)))
        const { from, to } = interval as Interval
        if (direction === 'rise') expect([difference, toNumber(from) >= 0]).toEqual([1, true])
        if (direction === 'fall') expect([difference, toNumber(to) <= 0]).toEqual([-1, true])
        if (direction === 'unchanged') expect(difference).toBe(0)
      }),
      { numRuns: 60 },
    )
  })
})

describe('breaks', () => {
  const leaf = '{ id: all, label: Alle }'
  const header = 'period;segment;answer;count'
  const year = (year: string, counts: number[]) =>
    ['stronglyAgree', 'agree', 'neutral', 'disagree', 'stronglyDisagree'].map((option, at) => `${year};all;${option};${counts[at]}`)

  it('that the project names are never compared across; numbers of answers are', async () => {
    const figures = await figuresOf(leaf, ['2023;all;indexScore;80;60', '2024;all;indexScore;75;60'], {
      survey: 'breaks: [{ period: 2024, why: Skalaen har fået fire trin. }]',
    })
    expect(change(figures)).toMatchObject({
      value: null,
      reason: 'break',
      status: 'notComparable',
      breaks: [{ period: '2024', why: 'Skalaen har fået fire trin.' }],
    })
    expect(change(figures, 'all', 'base')).toMatchObject({ printed: '0', reason: null })
  })

  it('are seen where an option is no longer used, though better and worse ones are', async () => {
    const figures = await figuresOf(leaf, [...year('2023', [40, 30, 20, 6, 4]), ...year('2024', [50, 35, 0, 9, 6])], { header })
    // (1 − 0.2)^100 is far beyond chance
    expect(figures.inferredBreaks).toEqual([{ item: 'overall', period: '2024', why: null, missing: ['neutral'], answers: 100 }])
    expect(change(figures)).toMatchObject({ value: null, reason: 'break' })
  })

  it.each([
    ['few answered', [8, 6, 4, 1, 1], [10, 7, 0, 2, 1]],
    ['it was rare before', [60, 30, 1, 6, 3], [60, 30, 0, 6, 4]],
    ['it is an end of the scale', [40, 30, 20, 6, 4], [45, 35, 20, 0, 0]],
  ])('are not where %s', async (_, before, now) => {
    expect((await figuresOf(leaf, [...year('2023', before), ...year('2024', now)], { header })).inferredBreaks).toEqual([])
  })
})

describe('certainty', () => {
  const scores = [0, 25, 50, 75, 100]
  const sample = (base: number, from: number, to: number): Sample => ({ base, from, to, scores, variance: null })

  /** The largest z there can be, by trying means all over both intervals, each with its least variance. */
  const tried = (a: Sample, b: Sample): number => {
    const means = ({ from, to }: Sample) => Array.from({ length: 201 }, (_, step) => from + ((to - from) * step) / 200)
    const least = (mean: number) => {
      const below = Math.min(75, Math.floor(mean / 25) * 25)
      return (below + 25 - mean) * (mean - below)
    }
    const all = a.base + b.base
    return Math.max(
      ...means(a).flatMap((m1) =>
        means(b).map((m2) => {
          const d = Math.abs(m1 - m2)
          const separate = least(m1) / (a.base - 1) + least(m2) / (b.base - 1)
          const pooled =
            ((a.base * least(m1) + b.base * least(m2) + (a.base * b.base * d * d) / all) / (all - 1)) * (1 / a.base + 1 / b.base)
          return d === 0 ? 0 : d / Math.sqrt(Math.max(separate, pooled))
        }),
      ),
    )
  }

  it.each([
    [sample(2, 69.106, 99.106), sample(3540, 88.667, 89.667), 2.087],
    [sample(2, 15.447, 25.447), sample(349, 38.092, 39.092), 2.005],
    [sample(6, 84.648, 85.648), sample(8, 74.193, 74.674), 1.9606],
  ])('has an upper bound that holds where the corners of the larger error do not', (before, now, known) => {
    expect(zBounds(before, now).max).toBeGreaterThanOrEqual(known - 0.001)
  })

  it('has an upper bound above all that means in the intervals give', () => {
    const interval = fc.record({
      base: fc.integer({ min: 2, max: 400 }),
      from: fc.double({ min: 0, max: 96, noNaN: true }),
      width: fc.double({ min: 0.1, max: 4, noNaN: true }),
    })
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        const [before, now] = [a, b].map(({ base, from, width }) => sample(base, from, from + width)) as [Sample, Sample]
        expect(zBounds(before, now).max).toBeGreaterThanOrEqual(tried(before, now) - 1e-9)
      }),
      { numRuns: 30 },
    )
  })

  it('has no least spread for an average of several answers, which never says never', () => {
    const averaged = (base: number, from: number, to: number): Sample => ({ ...sample(base, from, to), isAveraged: true })
    expect(zBounds(sample(100, 60, 60.5), sample(100, 61, 61.5)).max).toBeLessThan(1.96)
    expect(zBounds(averaged(100, 60, 60.5), averaged(100, 61, 61.5)).max).toBeGreaterThan(1.96)
  })

  it('of many: Holm holds each to what is left, from the least likely on', () => {
    const z = (id: string, min: number) => ({ id, z: { min, max: min } })
    // chances .0027, .0124, .0357 and .3173 against .05/4 = .0125, .05/3 = .0167, .05/2 = .025: the third fails, and all after it
    const { certain, weighed, byChance } = holm([z('c', 2.1), z('a', 3), z('d', 1), z('b', 2.5), { id: 'e', z: null }])
    expect([...certain]).toEqual(['a', 'b'])
    expect([weighed, byChance]).toEqual([4, 0.2])
    expect(holm([])).toEqual({ certain: new Set(), weighed: 0, byChance: 0 })
  })

  it.each([
    [0, 1],
    [1, 0.3173105],
    [1.959964, 0.05],
    [3, 0.0026998],
    [Number.POSITIVE_INFINITY, 0],
  ])('beyond %d lies a chance of %d', (z, chance) => {
    expect(chanceBeyond(z)).toBeCloseTo(chance, 6)
  })
})

describe('what a change consists of', () => {
  const number = (contribution: Contribution | undefined) => {
    const interval = contribution?.interval ?? pointInterval({ numerator: 0n, denominator: 1n })
    return { from: toNumber(interval.from), to: toNumber(interval.to), possible: contribution?.possible, sign: contribution?.sign }
  }

  it('is a range where it is made from printed numbers, rounded outward, and 2024 is known both ways', async () => {
    const files = Object.fromEntries(
      readdirSync('examples/biu-2024', { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(yaml|csv)$/.test(file) && !file.startsWith('out'))
        .map((file) => [file, readFileSync(`examples/biu-2024/${file}`)]),
    )
    const project = parseProject(files)
    const figures = deriveFigures(project.survey, await readDataset(project))
    const [within, mix] = decompositionOf(figures, 'indexScore', 'all', '2022-23', '2023-24').map(number)
    expect(within?.from).toBeCloseTo(-3.3, 1)
    expect(within?.to).toBeCloseTo(-2, 1)
    expect(mix?.from).toBeCloseTo(1.4, 1)
    expect(mix?.to).toBeCloseTo(1.7, 1)
    expect([within?.possible, mix?.possible]).toEqual([
      // −1,9955 is more than −2
      ['-4', '-3', '-2', '-1'],
      ['1', '2'],
    ])
    expect([within?.sign, mix?.sign]).toEqual([-1, 1])
  })

  it('holds every value that the parts may have', () => {
    const part = fc.record({
      before: fc.integer({ min: 0, max: 100 }),
      now: fc.integer({ min: 0, max: 100 }),
      bases: fc.tuple(fc.integer({ min: 5, max: 300 }), fc.integer({ min: 5, max: 300 })),
      at: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
    })
    return fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 2, maxLength: 4 }), async (parts) => {
        const tree = `{ id: all, label: Alle, parts: [${parts.map((_, at) => `{ id: p${at}, label: P${at} }`).join(', ')}] }`
        const rows = parts.flatMap(({ before, now, bases }, at) => [
          `2023;p${at};indexScore;${before};${bases[0]}`,
          `2024;p${at};indexScore;${now};${bases[1]}`,
        ])
        const [within, ...mixes] = decompositionOf(await figuresOf(tree, rows), 'indexScore', 'all', '2023', '2024').map(number)
        const clipped = (value: number) => Math.max(0, Math.min(100, value))
        const values = parts.map(({ before, now, at }) => [clipped(before - 0.5 + at[0]), clipped(now - 0.5 + at[1])] as const)
        const sums = [0, 1].map((side) => parts.reduce((sum, { bases }) => sum + (bases[side] ?? 0), 0))
        const weights = parts.map(({ bases }) => [bases[0] / (sums[0] ?? 1), bases[1] / (sums[1] ?? 1)] as const)
        const total = (side: 0 | 1) => values.reduce((sum, value, at) => sum + value[side] * (weights[at]?.[side] ?? 0), 0)
        const middle = (total(0) + total(1)) / 2
        const inside = values.reduce(
          (sum, value, at) => sum + ((value[1] - value[0]) * ((weights[at]?.[0] ?? 0) + (weights[at]?.[1] ?? 0))) / 2,
          0,
        )
        const moved = values.map((value, at) => ((weights[at]?.[1] ?? 0) - (weights[at]?.[0] ?? 0)) * ((value[0] + value[1]) / 2 - middle))
        const holds = (range: ReturnType<typeof number> | undefined, value: number) => {
          expect(value).toBeGreaterThanOrEqual((range?.from ?? Number.NaN) - 1e-9)
          expect(value).toBeLessThanOrEqual((range?.to ?? Number.NaN) + 1e-9)
        }
        holds(within, inside)
        holds(
          mixes[0],
          moved.reduce((sum, value) => sum + value, 0),
        )
        for (const [at, value] of moved.entries()) holds(mixes[at + 1], value)
      }),
      { numRuns: 40 },
    )
  })
})

describe('who answered', () => {
  const leaf = '{ id: all, label: Alle }'
  const header = 'period;segment;answer;count'

  it('is told where all said "don\'t know": twelve, none, or too few to tell', async () => {
    const of = async (unknown: number) =>
      figuresOf(leaf, ['2023;all;agree;50', '2024;all;agree;0', `2024;all;dontKnow;${unknown}`], { header })
    const twelve = await of(12)
    expect(figureOf(twelve, 'indexScore/all/2024')).toMatchObject({ status: 'noAnswers', base: 0 })
    expect(answeredBeside(twelve, 'indexScore/all/2024')).toBe(12)
    expect(answeredBeside(await of(0), 'indexScore/all/2024')).toBe(0)
    expect(answeredBeside(await of(3), 'indexScore/all/2024')).toBe('few')
    expect(change(twelve)).toMatchObject({ value: null, reason: 'noAnswers' })
  })

  it('a response rate is a figure without the invited, of parts and of the whole', async () => {
    const figures = await figuresOf(
      two,
      ['2023;a;indexScore;72;1000', '2023;b;indexScore;70;2100', '2024;a;indexScore;74;900', '2024;b;indexScore;71;1200'].concat([
        '2024;a;responseRate;50 %;',
        '2024;b;responseRate;58 %;',
        '2024;all;responseRate;55 %;',
      ]),
    )
    expect(['a', 'b', 'all'].map((id) => printed(figures, `responseRate/${id}/2024`))).toEqual(['50', '58', '55'])
    expect(figureOf(figures, 'invited/all/2024')).toBeUndefined()
  })

  it('more answers than invitations are printed as they were given; the rate that is none is not', async () => {
    const figures = await figuresOf(two, [
      ...['2023', '2024'].flatMap((year) => [
        `${year};a;indexScore;80;60`,
        `${year};b;indexScore;70;50`,
        `${year};a;invited;40;`,
        `${year};b;invited;30;`,
      ]),
    ])
    expect(['base/all/2024', 'invited/all/2024'].map((id) => printed(figures, id))).toEqual(['110', '70'])
    expect(figureOf(figures, 'responseRate/all/2024')).toMatchObject({ value: null, status: 'contradictory' })
  })

  it('a base that fell by more than half is weak', () => {
    const base = (printed: string | null) => ({ printed })
    expect(isWeakBase(base('100'), base('49'))).toBe(true)
    expect(isWeakBase(base('100'), base('50'))).toBe(false)
    const unknown = [isWeakBase(base(null), base('5')), isWeakBase(base('5'), base(null)), isWeakBase(null, base('5'))]
    expect([...unknown, isWeakBase(base('5'), null)]).toEqual([false, false, false, false])
  })
})
