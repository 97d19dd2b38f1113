import { beforeAll, describe, expect, it } from 'vitest'
import { type BuildResult, build } from '../src/build.js'
import { figureById } from '../src/change.js'
import type { Block, Document } from '../src/document/blocks.js'
import { faultsIn, NotatError } from '../src/errors.js'
import { locales } from '../src/locale/index.js'
import { toNumber } from '../src/printed.js'
import { type ProjectFiles, parseProject } from '../src/project.js'
import { exampleFiles, textOf } from './example.js'
import { runs } from './runs.js'

const decoder = new TextDecoder()
const named = (result: BuildResult, name: string) => result.outputs.find((output) => output.name === name)?.bytes as Uint8Array
const json = (result: BuildResult, name: string) => JSON.parse(decoder.decode(named(result, name)))

/** The words of a document, one block a line. */
function wordsOf(document: Document): string {
  const words = (node: unknown): string =>
    Array.isArray(node)
      ? node.map(words).join('')
      : node && typeof node === 'object'
        ? 'text' in node
          ? String(node.text)
          : words(Object.values(node).filter((value) => typeof value === 'object'))
        : ''
  return document.blocks.map((block: Block) => words(block)).join('\n')
}

const memo2024 = build(parseProject(exampleFiles('biu-2024')))

describe('the memo of 2024', () => {
  let result: BuildResult
  let figures: Record<
    string,
    Record<string, unknown> & { interval: { from: number; to: number; fromIncluded: boolean; toIncluded: boolean } }
  >
  beforeAll(async () => {
    result = await memo2024
    const list = json(result, 'orientering-2024.figures.json').figures as { id: string }[]
    figures = Object.fromEntries(list.map((figure) => [figure.id, figure])) as unknown as typeof figures
  })

  it('computes the total its own tables give', () => {
    const total = figures['indexScore/all/2023-24']
    expect(total).toMatchObject({ printed: '82', text: '82', status: 'ok', interval: { fromIncluded: true, toIncluded: false } })
    expect(total?.interval.from).toBeCloseTo(181519 / 2220, 12)
    expect(total?.interval.to).toBeCloseTo(3049 / 37, 12)
  })

  it('narrows a part by its siblings and their total', () => {
    const interval = figures['indexScore/uden-mentor/2023-24']?.interval
    expect(interval?.from).toBeCloseTo(42939 / 502, 12)
    expect(interval?.to).toBe(86.5)
  })

  it('adds the answers up', () => {
    expect(figures['base/external/2023-24']).toMatchObject({ value: 1755, printed: '1755', text: '1.755' })
    expect(figures['base/all/2022-23']).toMatchObject({ value: 3628 })
  })

  it('tells a fall of 1', () => {
    expect(figures['change/indexScore/all/2022-23..2023-24']).toMatchObject({ printed: '-1', direction: 'fall', certainty: 'undecidable' })
  })

  it('keeps the printed 89 in both periods', () => {
    expect(figures['indexScore/voksne/2022-23']).toMatchObject({ printed: '89' })
    expect(figures['indexScore/voksne/2023-24']).toMatchObject({ printed: '89' })
  })

  it.each([
    ['internal', 'certain'],
    ['ac', 'undecidable'],
    ['sygemeldte', 'undecidable'],
    ['brobygning', 'undecidable'],
    ['all', 'undecidable'],
    ['external', 'never'],
    ['unge', 'never'],
    ['voksne', 'never'],
    ['uden-mentor', 'never'],
    ['mentor', 'never'],
  ])('the change of %s is %s', (segment, certainty) => {
    expect(figureById(result.figures, `change/indexScore/${segment}/2022-23..2023-24`)).toMatchObject({ certainty })
  })

  it('splits the change of the total', () => {
    expect(figureById(result.figures, 'decomposition/indexScore/all/2022-23..2023-24/within')?.printed).toBe('-2.7')
    const mix = figureById(result.figures, 'decomposition/indexScore/all/2022-23..2023-24/mix')
    expect(mix?.printed).toBe('1.6')
    const parts = ['internal', 'external'].map((id) =>
      figureById(result.figures, `decomposition/indexScore/all/2022-23..2023-24/mix/${id}`),
    )
    expect(parts.map((part) => part?.value && toNumber(part.value).toFixed(2))).toEqual(['1.18', '0.41'])
  })

  it('says so of the published memo, and builds all the same', () => {
    expect(result.isStopped).toBe(false)
    expect(result.findings.filter(({ kind }) => kind === 'error').map(({ figure }) => figure)).toContain('indexScore/all/2023-24')
  })

  it('prints no number twice with different digits, and none without its figure', () => {
    const html = decoder.decode(named(result, 'orientering-2024.html'))
    for (const [, id, digits] of html.matchAll(/data-figure="([^"]+)"[^>]*>([^<]+)<\/data>/g)) {
      const text = String(figures[id as string]?.text)
      expect(digits?.replace(/^[−+]/, '')).toBe(text.replace(/^−/, ''))
    }
  })
})

describe('a project', () => {
  it('gives the same bytes twice', async () => {
    const [first, second] = [await memo2024, await build(parseProject(exampleFiles('biu-2024')))]
    expect(second.outputs.map(({ name }) => name)).toEqual(first.outputs.map(({ name }) => name))
    for (const [index, { bytes }] of first.outputs.entries())
      expect(Buffer.compare(bytes, second.outputs[index]?.bytes as Uint8Array)).toBe(0)
  })

  it('gives the same figures whatever the order of rows, the number of files, the separator and the encoding', async () => {
    const files = exampleFiles('made-up-answers')
    const expected = json(await build(parseProject(files), { formats: [] }), 'orientering-2025.figures.json').figures
    const [head, ...rows] = textOf(files, 'data/svar-2025.csv').trimEnd().split('\r\n') as [string, ...string[]]
    const half = rows.length >> 1
    const file = (part: string[]) => [head, ...part].join('\n')
    const windows = (text: string) => Uint8Array.from(text.replace('\uFEFF', ''), (character) => character.charCodeAt(0))
    const variants: ProjectFiles[] = [
      { 'data/svar-2025.csv': file(rows.toReversed()) },
      { 'data/svar-2025.csv': file(rows.slice(0, half)), 'data/svar-2025-b.csv': file(rows.slice(half)) },
      { 'data/svar-2025.csv': file(rows).replaceAll(';', ',') },
      { 'data/svar-2025.csv': windows(file(rows)) },
    ]
    for (const variant of variants) {
      const built = await build(parseProject({ ...files, ...variant }), { formats: [] })
      expect(json(built, 'orientering-2025.figures.json').figures).toEqual(expected)
    }
  })

  it('becomes the next year’s with six changed lines and one new file', async () => {
    const files = exampleFiles('biu-2024')
    const yaml = textOf(files, 'notat.yaml')
    const edits: [string, string][] = [
      [
        '    - { from: 2023-10-01, to: 2024-09-30 }',
        '    - { from: 2023-10-01, to: 2024-09-30 }\n    - { from: 2024-10-01, to: 2025-09-30 }',
      ],
      ['date: 2024-12-09', 'date: 2025-12-08'],
      ['f2Case: 2024 - 25263', 'f2Case: 2025 - 11111'],
      ['f2Document: "6884401"', 'f2Document: "0000001"'],
      ['edocCase: 2024-0426215', 'edocCase: 2025-0000001'],
      [
        '      internal: At færre har svaret, kan skyldes en omorganisering i forvaltningen, der trådte i kraft i begyndelsen af 2024.',
        '      internal: Centrene har haft fokus på opfølgning.',
      ],
    ]
    const next = edits.reduce((text, [from, to]) => {
      expect(text).toContain(from)
      return text.replace(from, to)
    }, yaml)
    const data = textOf(files, 'data/2023-24.csv').replaceAll('2023-24', '2024-25').replace(';74;', ';79;')
    const result = await build(parseProject({ ...files, 'notat.yaml': next, 'data/2024-25.csv': data }))
    expect(result.outputs.map(({ name }) => name).sort()).toEqual([
      'bilag-metode-2025.figures.json',
      'bilag-metode-2025.html',
      'bilag-metode-2025.pdf',
      'orientering-2025.figures.json',
      'orientering-2025.html',
      'orientering-2025.pdf',
    ])
    expect(result.documents[0]?.title).toContain('2024-25')
    expect(figureById(result.figures, 'change/indexScore/internal/2023-24..2024-25')?.printed).toBe('5')
  })
})

const small = (extra: { periods: string; segments: string; data: string; more?: string }): ProjectFiles => ({
  'notat.yaml': `locale: da
sender: { organisation: Eksempel Kommune }
survey:
  title: Brugertilfredshed med tilbud
  items: [{ id: overall, label: Brugertilfredshed, text: Jeg er alt i alt tilfreds., scale: agreement5 }]
  periods: [${extra.periods}]
  segments: ${extra.segments}
documents: [{ template: orientering, fields: { date: 2025-02-03 } }]
${extra.more ?? ''}`,
  'data/tal.csv': extra.data,
})

describe('projects of every size', () => {
  it('one segment and one period', async () => {
    const result = await build(
      parseProject(
        small({
          periods: '{ from: 2024-01-01, to: 2024-12-31 }',
          segments: '{ id: all, label: Alle tilbud, phrase: tilbuddene }',
          data: 'periode;målgruppe;indekstal;antal svar\n2024;Alle tilbud;83;410\n',
        }),
      ),
    )
    const words = wordsOf(result.documents[0] as Document)
    expect(words).toContain('83')
    expect(words).not.toMatch(/[Ff]remgang|[Ff]ald(et)?\b|[Uu]ændret|seneste undersøgelse/)
  })

  it('many segments with long names', async () => {
    const names = Array.from(
      { length: runs(15, 40) },
      (_, index) => `Virksomhedsrettede beskæftigelsestilbud til aktivitetsparate borgere i distrikt ${index + 1}`,
    )
    const parts = names.map((label, index) => `{ id: s${index + 1}, label: ${label}, phrase: tilbuddene i distrikt ${index + 1} }`)
    const rows = names.flatMap((label, index) => [
      `2023;${label};${70 + (index % 20)};${40 + index}`,
      `2024;${label};${71 + (index % 17)};${45 + index}`,
    ])
    const result = await build(
      parseProject(
        small({
          periods: '{ from: 2023-01-01, to: 2023-12-31 }, { from: 2024-01-01, to: 2024-12-31 }',
          segments: `{ id: all, label: Alle distrikter, phrase: tilbuddene, parts: [{ id: by, label: Byen, phrase: tilbuddene i byen, parts: [${parts}] }, { id: land, label: Landet, phrase: tilbuddene på landet }] }`,
          data: `periode;målgruppe;indekstal;antal svar\n2023;Landet;80;50\n2024;Landet;81;60\n${rows.join('\n')}\n`,
        }),
      ),
    )
    expect(result.outputs).toHaveLength(3)
  })
})

describe('the gate', () => {
  const contradictory = (more = '') =>
    small({
      periods: '{ from: 2024-01-01, to: 2024-12-31 }',
      segments:
        '{ id: all, label: Alle, phrase: tilbuddene, parts: [{ id: a, label: Et, phrase: tilbuddene i et }, { id: b, label: To, phrase: tilbuddene i to }] }',
      data: 'periode;målgruppe;indekstal;antal svar\n2024;Alle;85;200\n2024;Et;74;100\n2024;To;84;100\n',
      more,
    })

  it('stops a build whose numbers contradict each other', async () => {
    const result = await build(parseProject(contradictory()))
    expect(result).toMatchObject({ isStopped: true, outputs: [] })
    expect(result.findings.map(({ id }) => id)).toContain('impossible-total/indexScore/all/2024')
  })

  it('lets an accepted one through, and prints the reason', async () => {
    const files = contradictory(
      'accept: [{ finding: impossible-total/indexScore/all/2024, reason: Totalen er vægtet efter kommunens befolkning. }]',
    )
    const result = await build(parseProject(files))
    expect(result.isStopped).toBe(false)
    expect(wordsOf(result.documents[0] as Document)).toContain('Totalen er vægtet efter kommunens befolkning.')
    expect(figureById(result.figures, 'indexScore/all/2024')?.printed).toBe('79')
  })

  it('tells of an accept that matches nothing', async () => {
    const files = { ...exampleFiles('biu-2024') }
    files['notat.yaml'] = `${textOf(files, 'notat.yaml')}\naccept: [{ finding: base-sum/base/external/2022-23, reason: Kendt. }]\n`
    const result = await build(parseProject(files))
    expect(result.unmatched.map(({ finding }) => finding)).toEqual(['base-sum/base/external/2022-23'])
  })

  it('refuses a format that nobody makes, asked for or in the project', async () => {
    const files = exampleFiles('biu-2024')
    await expect(build(parseProject(files), { formats: ['docx' as 'pdf'] })).rejects.toThrow('docx')
    const text = textOf(files, 'notat.yaml').replace('  - template: orientering\n', '  - template: orientering\n    formats: [docx]\n')
    await expect(build(parseProject({ ...files, 'notat.yaml': text }))).rejects.toThrow('docx')
  })

  it('refuses an unknown document by name', async () => {
    await expect(build(parseProject(exampleFiles('biu-2024')), { document: 'orientering-2023' })).rejects.toThrow(NotatError)
  })
})

it('a fault of our own is told in the language that is asked for, and where it is from', async () => {
  const broken = () => Promise.reject(new TypeError('no such thing'))
  const told = (locale: 'da' | 'en') => faultsIn(locales[locale], broken, { place: { file: 'memo.pdf' } })
  await expect(told('en')).rejects.toThrow(/^memo\.pdf: internal error: TypeError: no such thing/)
  await expect(told('da')).rejects.toThrow(/^memo\.pdf: programmet er stoppet på grund af en fejl \(TypeError: no such thing/)
})
