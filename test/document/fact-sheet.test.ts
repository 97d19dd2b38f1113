/** The fact sheet: the example word for word in both languages, with other data, and at its edges. */
import { describe, expect, test } from 'vitest'
import { build } from '../../src/build.js'
import type { Document, Table } from '../../src/document/blocks.js'
import { type ProjectFiles, parseProject } from '../../src/project.js'
import { exampleFiles, textOf as fileText } from '../example.js'
import { runs } from '../runs.js'
import { danishLetters, inEnglish, withIds } from './in-english.js'
import { belowOf, proseOf, textOf, words } from './memo.js'

const example = 'rammeaftaler-2022'
const results = 'data/resultater-2022.csv'
const satisfaction = 'data/tilfredshed-2020-2023.csv'

async function sheetOf(files: ProjectFiles): Promise<Document> {
  const { documents, findings, isStopped } = await build(parseProject(files), { formats: [] })
  expect([isStopped, findings]).toEqual([false, []])
  return documents[0] as Document
}

/** The example in English, without its author's sections. */
function english(): ProjectFiles {
  const files = exampleFiles(example)
  return {
    'notat.yaml': inEnglish.factSheet,
    [results]: withIds(fileText(files, results)),
    [satisfaction]: withIds(fileText(files, satisfaction)),
  }
}

describe('the example', () => {
  test('in Danish', async () => {
    await expect(textOf(await sheetOf(exampleFiles(example)))).toMatchFileSnapshot('fact-sheet.txt')
  })

  test('in English', async () => {
    const sheet = await sheetOf(english())
    expect([sheet.locale, sheet.kind]).toEqual(['en', 'Fact sheet'])
    expect(textOf(sheet)).not.toMatch(danishLetters)
    await expect(textOf(sheet)).toMatchFileSnapshot('fact-sheet.en.txt')
  })
})

// ── other data ──

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

/** Tenths of a per cent, half away from zero, in whole numbers only. */
const tenthsOf = (count: number, base: number) => Math.floor((2000 * count + base) / (2 * base))

/** The words of a sheet of outcomes, in each language. */
const languages = {
  da: {
    files: () => exampleFiles(example),
    marks: ['.', ','],
    people: ['borger i forløb i 2022', 'borgere i forløb i 2022'],
    facts: [
      'var i job to måneder efter afsluttet forløb',
      'var i uddannelse to måneder efter afsluttet forløb',
      'havde senest seks måneder efter afsluttet forløb fået en forberedende plan',
    ],
    nobody: (people: string) => `Der var ingen ${people}.`,
    none: (base: string, people: string, fact: string) =>
      base === '1' ? `Der var 1 ${people}. Ingen ${fact}.` : `Ingen af ${base} ${people} ${fact}.`,
    all: (base: string, people: string, fact: string) => (base === '1' ? `Den ene ${people} ${fact}.` : `Alle ${base} ${people} ${fact}.`),
    some: (count: string, base: string, people: string, share: string, fact: string) =>
      `I alt ${count} af ${base} ${people} (${share}) ${fact}.`,
    unit: 'pct.',
  },
  en: {
    files: english,
    marks: [',', '.'],
    people: ['citizen on a course in 2022', 'citizens on a course in 2022'],
    facts: [
      'were in work two months after the course',
      'were in education two months after the course',
      'had a preparatory plan within six months of the course',
    ],
    nobody: (people: string) => `There were no ${people}.`,
    none: (base: string, people: string, fact: string) =>
      base === '1' ? `The one ${people} is not among those who ${fact}.` : `None of the ${base} ${people} ${fact}.`,
    all: (base: string, people: string, fact: string) =>
      base === '1' ? `The one ${people} is among those who ${fact}.` : `All ${base} ${people} ${fact}.`,
    some: (count: string, base: string, people: string, share: string, fact: string) =>
      `In all, ${count} of ${base} ${people} (${share}) ${count === '1' ? 'is among those who ' : ''}${fact}.`,
    unit: 'per cent',
  },
}

describe.each(['da', 'en'] as const)('with other counts (%s)', (locale) => {
  const told = languages[locale]
  const spelled = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, told.marks[0] ?? '')
  const decimal = (tenths: number) => `${Math.floor(tenths / 10)}${told.marks[1]}${tenths % 10}`
  /** As a sentence has it: what rounds to none or all and is neither is told so. */
  const share = (count: number, base: number) => {
    const tenths = tenthsOf(count, base)
    if (tenths === 0 && count > 0) return `under ${decimal(1)}~${told.unit}`
    return tenths === 1000 && count < base ? `over ${decimal(999)}~${told.unit}` : `${decimal(tenths)}~${told.unit}`
  }
  const sentence = (count: number, base: number, fact: number) => {
    const [people = '', said = ''] = [told.people[base === 1 ? 0 : 1], told.facts[fact]]
    if (base === 0) return told.nobody(people)
    if (count === 0) return told.none(spelled(base), people, said)
    if (count === base) return told.all(spelled(base), people, said)
    return told.some(spelled(count), spelled(base), people, share(count, base), said)
  }
  /** Nobody, one and many in a group, and now and then all or next to none of very many. */
  const factsOf = (seed: number): Fact[] => {
    const below = belowOf(seed)
    return facts.flatMap((item) =>
      groups.map((group): Fact => {
        const base = [1, 2 + below(12), 9000 + below(9000)][below(3)] ?? 1
        const few = seed % 3 === 0 && base > 1000
        const count = few ? below(3) : seed % 3 === 1 ? [base, base - 1][below(2)] : below(base + 1)
        return { item, group, base, count: count ?? 0 }
      }),
    )
  }

  test.each(Array.from({ length: runs(6, 40) }, (_, index) => index + 1))(
    'each share is its count over its base, and totals are sums (seed %i)',
    async (seed) => {
      const rows = factsOf(seed)
      const sheet = await sheetOf({ ...told.files(), [results]: dataOf(rows) })
      const prose = proseOf(sheet)
      for (const [at, item] of facts.entries()) {
        const own = rows.filter((row) => row.item === item)
        const total = own.reduce((sum, { count, base }) => ({ count: sum.count + count, base: sum.base + base }), { count: 0, base: 0 })
        const expected = [...own, total].map(({ count, base }) => [
          spelled(base),
          spelled(count),
          `${decimal(tenthsOf(count, base))}${locale === 'da' ? '~%' : '%'}`,
        ])
        expect(cellsOf(tablesOf(sheet)[at] as Table)).toEqual(expected)
        expect(prose).toContain(sentence(total.count, total.base, at))
      }
      expect(prose).not.toMatch(/\b(?:undefined|null|NaN)\b|\(\)| {2}| \./)
    },
  )

  const one = (count: number, base: number) =>
    sheetOf({
      ...told.files(),
      [results]: dataOf(
        facts.flatMap((item) =>
          groups.map((group) => ({ item, group, ...(group === 'sygemeldte' ? { count, base } : { count: 0, base: 0 }) })),
        ),
      ),
    })

  test.each([
    [0, 12],
    [1, 12],
    [12, 12],
    [1, 1],
    [0, 1],
    [0, 0],
    [1, 6090],
    [6089, 6090],
  ])('%i of %i', async (count, base) => {
    expect(proseOf(await one(count, base))).toContain(sentence(count, base, 0))
  })
})

test('a share that rounds to none is told as more than none', async () => {
  const rows = facts.flatMap((item) => groups.map((group) => ({ item, group, count: group === 'sygemeldte' ? 1 : 0, base: 1500 })))
  expect(proseOf(await sheetOf({ ...exampleFiles(example), [results]: dataOf(rows) }))).toContain(
    'I alt 1 af 6.000 borgere i forløb i 2022 (under 0,1~pct.) var i job',
  )
})

describe('what is not known is not told', () => {
  const means = fileText(exampleFiles(example), satisfaction)

  test('a mean of several forms without numbers of answers is nobody’s', async () => {
    const table = tablesOf(await sheetOf(exampleFiles(example)))[3] as Table
    expect(table.rows.map(({ id, cells }) => [id, ...cells.map(({ children }) => words(children))])).toEqual([
      ['virksomhed', '4,4', '4,1'],
      ['mentor', '4,7', '4,3'],
      ['syge', '4,4', '3,9'],
    ])
  })

  test('a number of people that is not known is no number of answers', async () => {
    const rows = fileText(exampleFiles(example), results).replace(/;175$/gm, ';')
    const table = tablesOf(await sheetOf({ ...exampleFiles(example), [results]: rows }))[0] as Table
    expect(cellsOf(table)[3]?.[0]).toBe('–')
    const notes = table.notes.map(({ children }) => words(children)).join('\n')
    expect(notes).toContain('at tallet ikke er oplyst')
    expect(notes).not.toContain('antallet af svar')
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
    const stated = textOf(await sheetOf({ ...files, 'notat.yaml': notat }))
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
