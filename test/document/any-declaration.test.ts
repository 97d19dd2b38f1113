/**
 * Templates written by chance: tables and charts of any rows and columns, printed anywhere, most of their words where
 * they may stand. Each builds, or is refused with a problem that names the template, a line and a column.
 */
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { random, randomProject } from '../../scripts/random-projects.mjs'
import { build } from '../../src/build.js'
import { documentMeanings, meanings } from '../../src/document/meanings.js'
import { NotatError } from '../../src/errors.js'
import { parseProject } from '../../src/project.js'
import { runs } from '../runs.js'

const words: Readonly<Record<string, { gives: string }>> = { ...meanings, ...documentMeanings }
const anything = Object.keys(words)
const giving = (kind: RegExp) => anything.filter((name) => kind.test(words[name]?.gives ?? ''))
const numbers = giving(/^number/)
const lists = {
  segment: ['parts', 'below', 'segments', 'leaves', '(standout whole parts)', '(segments where=change)', '(parts limit=2 sortBy=result)'],
  item: ['items', 'outcomes', '(items limit=1)', '(items where=result)'],
  provider: ['providers', '(providers of="all")', '(providers sortBy=result limit=3)'],
  period: ['periods', 'compared', '(periods limit=1)'],
  option: ['options', '(options counted=true)'],
  benchmark: ['benchmarks'],
  target: ['targets'],
}
type Kind = keyof typeof lists
const kinds = Object.keys(lists) as Kind[]
const conditions = [
  'previous',
  'providers',
  'benchmarks',
  '(is items "several")',
  '(is change "rise")',
  '(atLeast parts 2)',
  'change',
  'result',
  '(not themes)',
]

/** A template of a seed's own. `slips`: how often a word is any word. */
function templateOf(seed: number, slips: number): string {
  const next = random(seed)
  const often = (share: number) => next() < share
  const one = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T
  const some = <T>(most: number, make: () => T): T[] => Array.from({ length: 1 + Math.floor(next() * most) }, make)
  const maybe = (right: string) => (often(slips) ? one(anything) : right)
  const list = (kind: Kind = one(kinds)) => maybe(one(lists[kind]))
  const number = () =>
    maybe(
      one([
        'result',
        'result',
        'base',
        'change',
        'responseRate',
        'dontKnow',
        '(share options="positive")',
        '(result period=previous)',
        one(numbers),
      ]),
    )
  type Row = string | { of: string; as: string; rows?: Row[] }
  const row = (depth = 0): Row => {
    const of = often(0.2) ? maybe('whole') : list(often(0.6) ? 'segment' : one(kinds))
    if (depth > 1 || often(0.6)) return of
    return { of, as: one(['row', 'total', 'heading']), ...(often(0.5) ? { rows: some(2, () => row(depth + 1)) } : {}) }
  }
  const shown = () => (often(0.7) ? number() : { number: number(), optional: often(0.5) })
  const column = () =>
    often(0.4)
      ? shown()
      : {
          ...(often(0.7) ? { across: list(one(['period', 'item', 'option'])) } : {}),
          ...(often(0.2) ? { of: maybe(one(['whole', 'benchmarks', 'segment'])) } : {}),
          show: some(3, shown),
        }
  const names = ['a', 'b', 'c', 'd'] as const
  const head = {
    kind: 'Prøve',
    title: 'Prøve',
    fields: [{ name: 'date', type: 'date', label: 'Dato', required: true }],
    tables: names.slice(0, 2).map((name) => ({ name, rows: some(2, row), columns: some(3, column) })),
    charts: names.slice(2).map((name) => {
      const kind = one(['change', 'shares', 'trend', 'benchmark', 'bars'])
      return {
        name,
        kind,
        rows: row(2),
        ...(kind === 'bars' && often(0.8) ? { show: number() } : {}),
        ...(kind === 'benchmark' || often(slips) ? { of: maybe(one(['whole', 'benchmarks', 'targets'])) } : {}),
      }
    }),
  }
  const print = (name: (typeof names)[number] = one(names)) => {
    const exhibit = `${name < 'c' ? 'table' : 'chart'} "${name}"`
    return `{{#if (${exhibit})}}\n\n{{reference "${name}"}} viser det.\n\n{{${exhibit}}}\n\n{{/if}}`
  }
  const said = [
    () => print(),
    () => `{{#each ${list()}}}\n\n${print()}\n\n{{/each}}`,
    () => `{{#each ${list()}}}\n\n{{#if result}}\nTal: {{result}}.\n{{/if}}\n\n{{/each}}`,
    () => `{{#if ${maybe(one(conditions))}}}\nDet er {{list ${list()}}}.\n{{/if}}`,
    () => `{{plural ${list()} "Én" "Flere"}} af {{counted ${list(one(['segment', 'item', 'provider']))}}}.`,
    () => `{{#if ${maybe('change')}}}\nDet er {{verdict change}}\n{{/if}}`,
    () => `Ord: {{${one(anything)}}}.`,
  ]
  const body = [...names.map(print), ...some(4, () => one(often(slips) ? said : said.slice(0, -1))())]
  return `---\n${stringify(head)}---\n\n${body.join('\n\n')}\n`
}

/** What became of it: `built`, the codes it was refused with, or what was thrown besides. */
async function outcomeOf(seed: number): Promise<string[]> {
  const { files } = randomProject(1 + (seed % 60))
  const { sections: _, texts: __, ...notat } = parse(files['notat.yaml'] as string) as Record<string, unknown>
  const own = Object.entries(files).filter(([name]) => !/^(?:sections|templates)\//.test(name))
  const project = () =>
    parseProject({
      ...Object.fromEntries(own),
      'notat.yaml': stringify({ ...notat, documents: [{ template: 'chance', fields: { date: '2031-01-01' } }] }),
      'templates/chance.md': templateOf(seed, seed % 3 === 0 ? 0.05 : 0),
    })
  try {
    await build(project(), { formats: seed % 10 === 0 ? ['html', 'pdf'] : ['html'] })
    return ['built']
  } catch (error) {
    if (!(error instanceof NotatError)) return [`thrown: ${(error as Error).stack}`]
    return error.problems.map(({ code, file, line, column, message }) =>
      file && line && column ? code : `without a place: ${code} ${message}`,
    )
  }
}

describe('a template written by chance', () => {
  it('builds or is refused, at a place', async () => {
    const from = Number(process.env.CHANCE_FROM ?? 1)
    const outcomes = new Map<string, number[]>()
    for (let seed = from; seed < from + runs(60, 240); seed++) {
      for (const outcome of new Set(await outcomeOf(seed))) outcomes.set(outcome, [...(outcomes.get(outcome) ?? []), seed])
    }
    expect([...outcomes].filter(([outcome]) => /^(?:thrown|without)/.test(outcome))).toEqual([])
    expect(outcomes.get('built')?.length ?? 0).toBeGreaterThan(10)
  }, 600_000)
})
