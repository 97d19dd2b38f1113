import { describe, expect, it } from 'vitest'
import { randomProject } from '../scripts/random-projects.mjs'
import { toNumber } from '../src/printed.js'
import { parseProject } from '../src/project.js'
import { readDataset } from '../src/read/index.js'

const seeds = Array.from({ length: 24 }, (_, index) => index + 1)
const shown = (...names: (string | null)[]) => names.map((name) => name ?? '').join('/')

describe('a random project', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(randomProject(7)).toEqual(randomProject(7))
    expect(randomProject(7).files).not.toEqual(randomProject(8).files)
  })

  it.each(seeds)('says in its files what is true of it (seed %i)', async (seed) => {
    const { files, truth } = randomProject(seed)
    const dataset = await readDataset(parseProject(files))

    const counts = new Map(truth.leaves.map((cell) => [shown(cell.period, cell.segment, cell.provider, cell.item), cell.counts]))
    for (const { period, segment, provider, item, counts: read } of dataset.tallies) {
      const answered = Object.entries(counts.get(shown(period, segment, provider, item)) ?? {}).filter(([, count]) => count > 0)
      expect(Object.fromEntries(Object.entries(read).filter(([, count]) => count > 0))).toEqual(Object.fromEntries(answered))
    }

    const told = new Set([...dataset.tallies, ...dataset.published].map(({ period, segment, item }) => shown(period, segment, item)))
    for (const { period, segment, item } of truth.leaves) expect(told).toContain(shown(period, segment, item))

    const key = (value: (typeof truth.printed)[number]) => shown(value.period, value.segment, value.provider, value.item, value.metric)
    const printed = new Map(truth.printed.map((value) => [`${key(value)}/${value.options?.join('+') ?? ''}/${value.file}`, value]))
    for (const value of dataset.published) {
      const known = printed.get(
        `${shown(value.period, value.segment, value.provider, value.item, value.metric)}/${value.options ?? ''}/${value.place.file}`,
      )
      expect(value.text).toBe(known?.text)
      expect(value.place.line).toBe(known?.line)
      const half = 0.5 * 10 ** -value.decimals
      expect(
        Math.abs(toNumber(value.value) - (known?.exact.numerator ?? Number.NaN) / (known?.exact.denominator ?? 1)),
      ).toBeLessThanOrEqual(half + 1e-9)
    }
    expect(dataset.tallies.length + dataset.published.length).toBeGreaterThan(0)
  })

  it('differs in what it has, so that a hundred show every kind', () => {
    const truths = Array.from({ length: 100 }, (_, seed) => randomProject(seed).truth)
    const has = (found: (truth: (typeof truths)[number]) => boolean) => truths.filter(found).length
    expect(has(({ segments }) => segments.some(({ overlap }) => overlap))).toBeGreaterThan(2)
    expect(has(({ segments }) => segments.some(({ complete }) => !complete))).toBeGreaterThan(2)
    expect(has(({ segments, periods }) => segments.some((segment) => segment.periods.length < periods.length))).toBeGreaterThan(2)
    expect(has(({ providers }) => providers.length > 0)).toBeGreaterThan(10)
    expect(has(({ benchmarks }) => benchmarks.length > 0)).toBeGreaterThan(5)
    expect(has(({ items }) => items.length === 3)).toBeGreaterThan(5)
    for (const holds of ['answers', 'counts', 'published'])
      expect(has(({ sources }) => sources.some((source) => source.holds === holds))).toBeGreaterThan(20)
    for (const metric of ['indexScore', 'mean', 'share', 'topTwoBox', 'invited', 'responseRate'])
      expect(has(({ printed }) => printed.some((value) => value.metric === metric))).toBeGreaterThan(2)
  })
})
