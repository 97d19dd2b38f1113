/** Whatever stands in a table, what is written of it is a project file; and groups keep their order and their numbers. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NotatError } from '../../src/errors.js'
import { draftOf } from '../../src/init/draft.js'
import { periodNames, periodsIn } from '../../src/init/periods.js'
import { projectText, scalar } from '../../src/init/text.js'
import { type Line, treeOf } from '../../src/init/tree.js'
import { locales } from '../../src/locale/index.js'
import { parseProject } from '../../src/project.js'
import { parseYaml } from '../../src/yaml.js'
import { runs } from '../runs.js'

const words = fc.constantFrom(
  ...['periode', 'målgruppe', 'leverandør', 'spørgsmål', 'svar', 'antal', 'dato', 'indekstal', 'antal svar', 'Samlet', 'I alt', 'Kilde: X'],
  ...[
    '2023',
    '2022-23',
    'okt. 2022 – sep. 2023',
    '1. halvår 2024',
    '03-02-2024',
    '2024-13-45',
    '83',
    '83*',
    '1.755',
    '12,5 %',
    '–',
    'under 5',
  ],
  ...[
    'Helt enig',
    'Enig',
    'Ved ikke',
    'ja',
    'Nord',
    '  Syd',
    '- Vest: for unge',
    'A: b: c',
    '"citat"',
    '#nej',
    '{x}',
    '[y], z',
    "d'e",
    '*',
    '&a',
  ],
  ...[
    'null',
    'true',
    '',
    ' ',
    'æøå',
    '\u00e5'.normalize('NFD'),
    'to\nlinjer',
    'tab\there',
    '🙂',
    '%',
    '@',
    '`',
    '!',
    '?',
    '-',
    ':',
    ': ',
    'slut ',
  ],
)
const tables = fc.array(fc.array(fc.oneof(words, fc.string({ maxLength: 8 })), { minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 12,
})

describe('a draft', () => {
  it('of any table is YAML that says nothing twice, or the reason is in what it says', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const { draft } = draftOf([{ file: 'data/a.csv', sheet: null, rows }], 'da')
        const text = projectText(draft, { organisation: null, title: null, date: '2024-12-09' }, 'da')
        try {
          parseProject({ 'notat.yaml': text, 'data/a.csv': 'x' })
        } catch (error) {
          if (!(error instanceof NotatError)) throw error
          // Points of an own scale are left to be written.
          const isOpen = draft.scales.length > 0 && error.problems.every(({ code }) => code === 'unknown-key' || code === 'ticked-scale')
          const ofYaml = error.problems.filter(({ code }) => !isOpen && /^yaml|key|duplicate-id|invalid|wrong-kind/.test(code))
          expect([text, ofYaml.map(({ message }) => message)]).toEqual([text, []])
        }
      }),
      { numRuns: runs(40, 400) },
    )
  })

  it('writes every text so that it is read as it is', () => {
    fc.assert(
      fc.property(fc.oneof(words, fc.string()), fc.boolean(), (text, inFlow) => {
        const line = inFlow ? `{ a: ${scalar(text, true)} }` : `a: ${scalar(text)}`
        const { value, problems } = parseYaml(`${line}\n`, 'notat.yaml', locales.da)
        expect([line, problems, value]).toEqual([line, [], { a: text }])
      }),
      { numRuns: runs(300, 3000) },
    )
  })
})

describe('groups', () => {
  type Node = { base: number; parts: Node[] }
  const leaf = fc.integer({ min: 5, max: 900 }).map((base): Node => ({ base, parts: [] }))
  const nodeOf = (parts: readonly Node[]): Node => ({ base: parts.reduce((sum, part) => sum + part.base, 0), parts: [...parts] })
  const branch = fc.array(leaf, { minLength: 2, maxLength: 4 }).map(nodeOf)
  const whole = fc.array(fc.oneof(leaf, branch), { minLength: 2, maxLength: 4 }).map(nodeOf)

  const lineOf = (label: string, base: number, depth = 0): Line => ({ label, kind: 'group', depth, bases: { '2024': base }, values: {} })
  const named = (node: Node, path = 'G'): { label: string; node: Node; depth: number }[] => [
    { label: path, node, depth: path.split('.').length - 1 },
    ...node.parts.flatMap((part, index) => named(part, `${path}.${index}`)),
  ]
  const shape = (group: ReturnType<typeof treeOf>): unknown[] => group.parts.map((part) => [part.label, ...shape(part)])
  const wanted = (node: Node, path = 'G'): unknown[] =>
    node.parts.map((part, index) => [`${path}.${index}`, ...wanted(part, `${path}.${index}`)])

  it('that are further in are parts of the one above, whatever their numbers', () => {
    fc.assert(
      fc.property(whole, (tree) => {
        const lines = named(tree)
          .slice(1)
          .map(({ label, node, depth }) => lineOf(label, node.base, depth))
        const indents = lines.some(({ depth }) => depth > 1)
        const total: Line = { ...lineOf('I alt', tree.base), kind: 'total' }
        if (indents) expect(shape(treeOf([...lines, total], 'Samlet'))).toEqual(wanted(tree))
      }),
      { numRuns: runs(100, 1000) },
    )
  })

  it('that are further in say so of all: no sum that comes out by chance makes parts of others', () => {
    const lines = [lineOf('A', 200), lineOf('B', 5), lineOf('C', 195), lineOf('C1', 5, 1), lineOf('C2', 190, 1)]
    const total: Line = { ...lineOf('I alt', 400), kind: 'total' }
    expect(shape(treeOf([...lines, total], 'Samlet'))).toEqual([['A'], ['B'], ['C', ['C1'], ['C2']]])
  })

  it('under headings are theirs', () => {
    const heading = (label: string): Line => ({ ...lineOf(label, 0), kind: 'heading', bases: {} })
    const lines = [
      heading('Egne'),
      lineOf('Bo', 7),
      lineOf('Vs', 8),
      heading('Private'),
      lineOf('Stu', 9),
      lineOf('Akt', 11),
      heading('Tom'),
    ]
    expect(shape(treeOf(lines, 'Samlet'))).toEqual([
      ['Egne', ['Bo'], ['Vs']],
      ['Private', ['Stu'], ['Akt']],
    ])
  })
})

describe('names of periods', () => {
  it.each([
    ['oktober 2022 - september 2023', ['2022-10-01 2023-09-30']],
    ['i perioden okt. 2022 – sep. 2023 samt okt. 2023 – sep. 2024', ['2022-10-01 2023-09-30', '2023-10-01 2024-09-30']],
    ['1. halvår 2024', ['2024-01-01 2024-06-30']],
    ['3. kvartal 2023', ['2023-07-01 2023-09-30']],
    ['marts 2024', ['2024-03-01 2024-03-31']],
    ['2024', ['2024-01-01 2024-12-31']],
    ['Tabel 3', []],
  ])('in %s', (text, expected) => {
    const found = periodsIn(text, periodNames([text])).found.flatMap(({ periods }) => periods.slice(0, 1))
    expect(found.map(({ from, to }) => `${from} ${to}`).sort()).toEqual(expected)
  })

  it('that tell the years only may be of any month', () => {
    const [found] = periodsIn('2022/23', periodNames(['2022/23'])).found
    expect(found?.periods.map(({ from }) => from.slice(5, 7)).sort()).toEqual(
      Array.from({ length: 11 }, (_, index) => String(index + 2).padStart(2, '0')),
    )
  })
})
