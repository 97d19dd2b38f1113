/** The fact sheet: the example word for word in both languages, with other data, and at its edges. */
import { describe, expect, test } from 'vitest'
import { build } from '../../src/build.js'
import type { Document, Table } from '../../src/document/blocks.js'
import { type ProjectFiles, parseProject } from '../../src/project.js'
import { exampleFiles, textOf as fileText } from '../example.js'
import { proseOf, textOf, words } from './memo.js'

const example = 'rammeaftaler-2022'
const results = 'data/resultater-2022.csv'
const satisfaction = 'data/tilfredshed-2020-2023.csv'

async function sheetOf(files: ProjectFiles): Promise<Document> {
  const { documents, findings, isStopped } = await build(parseProject(files), { formats: [] })
  expect([isStopped, findings]).toEqual([false, []])
  return documents[0] as Document
}

/** The example without its author's sections, told in English, as far as its own words matter. */
function inEnglish(): ProjectFiles {
  const files = exampleFiles(example)
  const translations: [RegExp, string][] = [
    [/^locale: da/m, 'locale: en'],
    [/title: Udbud.*/, 'title: Tender of services for citizens over 30 who are ill or hard to place'],
    [/topic: udbud.*/, 'topic: a tender of employment services'],
    [/one: forløb, many: forløb, definite: forløbene/, 'one: course, many: courses, definite: the courses'],
    [/one: borger i forløb i 2022, many: borgere i forløb i 2022/g, 'one: citizen in a course in 2022, many: citizens in a course in 2022'],
    [/var i job to måneder efter afsluttet forløb/, 'were in work two months after the course'],
    [/var i uddannelse to måneder efter afsluttet forløb/, 'were in education two months after the course'],
    [/havde senest seks måneder efter afsluttet forløb fået en forberedende plan/, 'had a plan within six months of the course'],
    [/one: målgruppe, many: målgrupper/, 'one: group, many: groups'],
    [/one: udbudsområde, many: udbudsområder/, 'one: area, many: areas'],
    [/label: Tilfredshed alt i alt/, 'label: Satisfaction'],
    [/label: Alle spørgsmål/, 'label: All questions'],
  ]
  const yaml = translations.reduce((text, [danish, english]) => text.replace(danish, english), fileText(files, 'notat.yaml'))
  const english = Object.entries(files).filter(([name]) => !name.startsWith('sections/'))
  return { ...Object.fromEntries(english), 'notat.yaml': yaml }
}

describe('the example', () => {
  test('in Danish', async () => {
    await expect(textOf(await sheetOf(exampleFiles(example)))).toMatchFileSnapshot('fact-sheet.txt')
  })

  test('in English', async () => {
    const sheet = await sheetOf(inEnglish())
    expect([sheet.locale, sheet.kind]).toEqual(['en', 'Fact sheet'])
    await expect(textOf(sheet)).toMatchFileSnapshot('fact-sheet.en.txt')
  })
})

// ── other data ──

/** A generator of its own for each seed: mulberry32. */
function randomOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

const groups = ['kontanthjaelp', 'ressourceforloeb', 'sygemeldte', 'ledighedsydelse']
const facts = ['job', 'uddannelse', 'plan']
type Fact = { item: string; group: string; count: number; base: number }

function dataOf(rows: readonly Fact[]): string {
  return [
    'periode;målgruppe;spørgsmål;antal;antal svar',
    ...rows.map(({ item, group, count, base }) => `2022;${group};${item};${count};${base}`),
  ].join('\n')
}

const tablesOf = ({ blocks }: Document) => blocks.filter((block): block is Table => block.type === 'table')
const cellsOf = (table: Table) => table.rows.map(({ cells }) => cells.map(({ children }) => words(children)))

/** Per cent with one decimal, half away from zero, in whole numbers only. */
function share(count: number, base: number): string {
  const tenths = Math.floor((2000 * count + base) / (2 * base))
  return `${Math.floor(tenths / 10)},${tenths % 10}`
}

function spelled(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.')
}

describe('with other counts', () => {
  test.each([1, 2, 3, 4, 5, 6])('each share is its count over its base, and totals are sums (seed %i)', async (seed) => {
    const random = randomOf(seed)
    const rows = facts.flatMap((item) =>
      groups.map((group): Fact => {
        const base = 1 + random(seed % 2 === 0 ? 12 : 9000)
        return { item, group, base, count: random(base + 1) }
      }),
    )
    const sheet = await sheetOf({ ...exampleFiles(example), [results]: dataOf(rows) })
    const prose = proseOf(sheet)
    for (const [at, item] of facts.entries()) {
      const own = rows.filter((row) => row.item === item)
      const total = own.reduce((sum, { count, base }) => ({ count: sum.count + count, base: sum.base + base }), { count: 0, base: 0 })
      const expected = [...own, total].map(({ count, base }) => [spelled(base), spelled(count), `${share(count, base)}~%`])
      expect(cellsOf(tablesOf(sheet)[at] as Table)).toEqual(expected)
      const lead = `I alt ${spelled(total.count)} af ${spelled(total.base)} borgere i forløb i 2022 (${share(total.count, total.base)}~pct.)`
      const all = total.count === total.base
      expect(prose).toContain(total.count === 0 ? `Ingen af ${spelled(total.base)} ` : all ? `Alle ${spelled(total.base)} ` : lead)
    }
    expect(prose).not.toMatch(/\b(?:undefined|null|NaN)\b|\(\)| {2}| \./)
  })

  const one = (count: number, base: number) =>
    sheetOf({
      ...exampleFiles(example),
      [results]: dataOf(
        facts.flatMap((item) =>
          groups.map((group) => ({ item, group, ...(group === 'sygemeldte' ? { count, base } : { count: 0, base: 0 }) })),
        ),
      ),
    })

  test.each([
    [0, 12, 'Ingen af 12 borgere i forløb i 2022 var i job to måneder efter afsluttet forløb.'],
    [1, 12, 'I alt 1 af 12 borgere i forløb i 2022 (8,3~pct.) var i job to måneder efter afsluttet forløb.'],
    [12, 12, 'Alle 12 borgere i forløb i 2022 var i job to måneder efter afsluttet forløb.'],
    [1, 1, 'Den ene borger i forløb i 2022 var i job to måneder efter afsluttet forløb.'],
    [0, 1, 'Ingen af 1 borger i forløb i 2022 var i job to måneder efter afsluttet forløb.'],
    [0, 0, 'Der var ingen borgere i forløb i 2022.'],
  ])('%i of %i', async (count, base, sentence) => {
    expect(proseOf(await one(count, base))).toContain(sentence)
  })
})

describe('what is not known is not told', () => {
  const means = fileText(exampleFiles(example), satisfaction)

  test('a mean of two forms without numbers of answers is nobody’s', async () => {
    const table = tablesOf(await sheetOf(exampleFiles(example)))[3] as Table
    expect(table.rows.map(({ id, cells }) => [id, ...cells.map(({ children }) => words(children))])).toEqual([
      ['udsatte', '–', '–'],
      ['virksomhed', '4,4', '4,1'],
      ['mentor', '4,7', '4,3'],
      ['syge', '4,4', '3,9'],
    ])
  })

  test('no rate, no number of answers, no such sentence', async () => {
    const data = means.replace(/^.*(?:antal svar|svarprocent).*\n/gm, '')
    const prose = proseOf(await sheetOf({ ...exampleFiles(example), [satisfaction]: data }))
    expect(prose).not.toMatch(/har svaret fra|Det svarer til|Svarprocenten er antallet/)
  })

  test('that a whole number among decimals makes all of them coarser, unless the item says how many it has', async () => {
    const data = means.replace('4,7', '5')
    expect(data).not.toBe(means)
    const told = 'er oplyst med forskelligt antal decimaler.'
    const files = { ...exampleFiles(example), [satisfaction]: data }
    expect(proseOf(await sheetOf(files))).toContain(told)
    expect(proseOf(await sheetOf(exampleFiles(example)))).not.toContain(told)
    const notat = fileText(files, 'notat.yaml').replace('label: Tilfredshed alt i alt', 'label: Tilfredshed alt i alt\n      decimals: 1')
    const stated = proseOf(await sheetOf({ ...files, 'notat.yaml': notat }))
    expect(stated).not.toContain(told)
    expect(stated).toContain('5,0')
  })

  test('a rate without a number of answers', async () => {
    const data = means.replace(/^.*antal svar.*\n/gm, '')
    const prose = proseOf(await sheetOf({ ...exampleFiles(example), [satisfaction]: data }))
    expect(prose).toContain(
      'Svarprocenten er 4~pct. af forløbene. Svarprocenten er antallet af borgere, der har svaret, i forhold til antallet af forløb.',
    )
  })

  test('with the denominator', async () => {
    const invited = '2020-07-01_2023-05-31;Udbudsområder;alt-i-alt;invited;33900\n'
    const prose = proseOf(await sheetOf({ ...exampleFiles(example), [satisfaction]: means + invited }))
    expect(prose).toContain('1.356 borgere har svaret fra juli 2020 til maj 2023. Det svarer til 4~pct. af 33.900 forløb.')
  })

  /** The example without items, groups and periods: of blocks of its notat.yaml, from one line to the next. */
  function without(...blocks: [from: string, to: string][]): ProjectFiles {
    const files = Object.fromEntries(Object.entries(exampleFiles(example)).filter(([name]) => !name.startsWith('sections/')))
    const yaml = blocks.reduce(
      (text, [from, to]) => {
        const at = text.indexOf(from)
        return text.slice(0, at) + text.slice(text.indexOf(to, at))
      },
      fileText(files, 'notat.yaml'),
    )
    return { ...files, 'notat.yaml': yaml }
  }
  const headings = (prose: string) => prose.split('\n').filter((line) => line.startsWith('#'))

  test('without results and comments there is no heading of theirs', async () => {
    const files = without(
      ['    - id: job', '    - id: alt-i-alt'],
      ['    - id: kommentarer', '\n  periods:'],
      ['    - { from: 2022-01-01', '  segments:'],
      ['      - id: maalgrupper', '      - id: omraader'],
      ['    period: 2022\n', '    compareWith'],
    )
    const { [results]: _, ...others } = files
    expect(headings(proseOf(await sheetOf(others)))).toEqual(['## Sagsfremstilling', '## Tilfredshed'])
  })

  test('without satisfaction there is no heading of it', async () => {
    const files = without(
      ['    - id: alt-i-alt', '\n  periods:'],
      ['    - { from: 2020-07-01', '    - { from: 2022'],
      ['      - id: omraader', '\ndocuments'],
    )
    const { [satisfaction]: _, ...others } = files
    expect(headings(proseOf(await sheetOf(others)))).toEqual(['## Sagsfremstilling', '## Resultater', '### Sådan er resultaterne gjort op'])
  })
})

describe('themes', () => {
  const counted = (rows: string) => ({
    ...exampleFiles(example),
    'data/kommentarer.csv': `periode;målgruppe;spørgsmål;svar;nøgletal;værdi;antal svar\n${rows}`,
  })
  const row = (theme: string, count: number) => `2020-07-01_2023-05-31;Udbudsområder;kommentarer;${theme};count;${count};340\n`

  test('without counts stand in the order of the project', async () => {
    const prose = proseOf(await sheetOf(exampleFiles(example)))
    expect(prose).toContain('- utilfredshed ved skift af konsulent\n- for korte forløb\n')
  })

  test('with counts: the greatest first, one and many, none left out', async () => {
    const prose = proseOf(await sheetOf(counted(row('relation', 1) + row('sparring', 41) + row('for-korte', 0))))
    expect(prose).toMatch(
      /- god hjælp og sparring undervejs i forløbet \(nævnt af 41 borgere\)\n- en tillidsfuld relation til konsulenten \(nævnt af 1 borger\)/,
    )
    expect(prose).not.toContain('- for korte forløb')
  })
})
