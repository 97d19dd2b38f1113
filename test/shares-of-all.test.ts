/** Shares of all who answered, and shares that are known in words alone. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { build } from '../src/build.js'
import { figureById } from '../src/change.js'
import { NotatError } from '../src/errors.js'
import { locales } from '../src/locale/index.js'
import { readShare, spellShare } from '../src/locale/spelling.js'
import { exact, pointInterval, toNumber } from '../src/printed.js'
import { parseProject } from '../src/project.js'
import { runs } from './runs.js'

const notat = (item: string) => `locale: da
sender: { organisation: Prøveby Kommune }
survey:
  title: Undersøgelse
  items: [{ id: a, label: Tilfredshed, text: Er du tilfreds?, scale: satisfaction5${item} }]
  periods: [{ from: 2024-01-01, to: 2024-12-31 }]
  segments: { id: alle, label: Alle, parts: [{ id: x, label: X }, { id: y, label: Y }] }
`

async function figuresOf(rows: string, item = ', shareBase: answered') {
  const { figures } = await build(parseProject({ 'notat.yaml': notat(item), 'data/d.csv': rows }), { formats: [] })
  return (id: string) => figureById(figures, id)
}

const counts = `periode;målgruppe;spørgsmål;svar;antal
2024;x;a;meget tilfreds;10
2024;x;a;tilfreds;10
2024;x;a;utilfreds;10
2024;x;a;ved ikke;10
2024;y;a;tilfreds;30
2024;y;a;ved ikke;30
`

describe('shares of all who answered', () => {
  test('“don’t know” is in the base and has a share of its own', async () => {
    const of = await figuresOf(counts)
    // 20 of 40, 30 of 60, 50 of 100; don't know: 10 of 40, 30 of 60, 40 of 100.
    expect(of('base/alle/2024')?.printed).toBe('100')
    expect(['x', 'y', 'alle'].map((id) => of(`share/${id}/2024/options/verySatisfied+satisfied`)?.printed)).toEqual(['50', '50', '50'])
    expect(['x', 'y', 'alle'].map((id) => of(`share/${id}/2024/options/dontKnow`)?.printed)).toEqual(['25', '50', '40'])
    // The mean of what not all have said is not told.
    expect(of('indexScore/alle/2024')).toBeUndefined()
    expect(of('mean/alle/2024')).toBeUndefined()
  })

  test('without it the shares are of the answers that count', async () => {
    const of = await figuresOf(counts, '')
    expect(of('base/alle/2024')?.printed).toBe('60')
    // 50 of 60
    expect(of('share/alle/2024/options/verySatisfied+satisfied')?.printed).toBe('83')
    expect(of('share/alle/2024/options/dontKnow')).toBeUndefined()
    // (10 × 100 + 40 × 75 + 10 × 25) / 60
    expect(of('indexScore/alle/2024')?.printed).toBe('71')
  })

  test('a mean of it cannot have been published', async () => {
    const published = 'periode;målgruppe;spørgsmål;nøgletal;værdi\n2024;x;a;mean;4,1\n'
    await expect(figuresOf(published)).rejects.toThrow(NotatError)
  })
})

describe('shares in words', () => {
  const inWords = (value: string) =>
    `periode;målgruppe;spørgsmål;nøgletal;svar;værdi\n2024;x;a;share;tilfreds;${value}\n2024;y;a;share;tilfreds;48\n`

  test('stand for the shares that are told so, have no number to print, and are compared with none', async () => {
    const of = await figuresOf(inWords('knap halvdelen'))
    const figure = of('share/x/2024/options/satisfied')
    expect(figure).toMatchObject({ isInWords: true, status: 'ok', derivation: { formula: 'published' } })
    const { interval } = figure ?? {}
    expect(interval && [toNumber(interval.from), toNumber(interval.to), interval.fromIncluded, interval.toIncluded]).toEqual([
      0.475,
      0.495,
      true,
      false,
    ])
    expect(of('difference/share/x..y/2024/options/satisfied')).toMatchObject({ printed: null })
  })

  test('an expression that is open to nought is no value', async () => {
    await expect(figuresOf(inWords('under halvdelen'))).rejects.toMatchObject({ problems: [{ code: 'unreadable-number' }] })
  })

  test('what cannot be read is told with the words that can', async () => {
    const thrown = await figuresOf(inWords('tre ud af fire')).catch((error: unknown) => error)
    expect(thrown).toBeInstanceOf(NotatError)
    const { message, hint = '' } = (thrown as NotatError).problems[0] ?? { message: '' }
    expect(message).toBe('ikke en andel: tre ud af fire')
    const offered = /i ord: (.*?)\. /.exec(hint ?? '')?.[1]?.split(', ') ?? []
    expect(offered).toContain('tre fjerdedele')
    expect(offered.filter((words) => readShare(words, locales.da) === null)).toEqual([])
  })

  test('what is told in words is read as the same: a share lies where its words say, and nowhere else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.constantFrom(locales.da, locales.en), (of, locale) => {
        const share = exact(BigInt(of), 10_000n)
        const words = spellShare(pointInterval(share), locale)
        if (words === null) return
        const read = readShare(words, locale)
        expect(read && spellShare(read, locale)).toBe(words)
        const [from, to] = [toNumber(read?.from ?? share), toNumber(read?.to ?? share)]
        expect(of / 10_000).toBeGreaterThanOrEqual(from)
        expect(of / 10_000).toBeLessThanOrEqual(to)
      }),
      { numRuns: runs(300, 5000) },
    )
  })

  test.each(['knap hver fjerde', 'knap en fjerdedel', 'just under a quarter'])('%s is 22,5 to 24,5 per cent', (words) => {
    const read = [locales.da, locales.en].map((locale) => readShare(words, locale)).find((each) => each !== null)
    expect(read && [toNumber(read.from), toNumber(read.to)]).toEqual([0.225, 0.245])
  })
})
