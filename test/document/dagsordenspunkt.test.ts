/** The agenda item: the example's text, and what is said of other data, held against a reckoning of its own. */
import { describe, expect, test } from 'vitest'
import { type BuildResult, build } from '../../src/build.js'
import { NotatError } from '../../src/errors.js'
import type { LocaleId } from '../../src/locale/index.js'
import { type ProjectFiles, parseProject } from '../../src/project.js'
import { exampleFiles, textOf as fileText } from '../example.js'
import { runs } from '../runs.js'
import { danishLetters, inEnglish, withIds } from './in-english.js'
import { proseOf, textOf } from './memo.js'

async function built(files: ProjectFiles): Promise<BuildResult> {
  const result = await build(parseProject(files), { formats: [] })
  expect([result.isStopped, result.isStopped ? result.findings : []]).toEqual([false, []])
  return result
}

// ── projects of any themes ──

/** Hundredths: of those who were asked, of the others; null: not known. `base`: too few are withheld. */
type Theme = { own: number; other: number | null; base?: number }

const required = ['resume', 'problemstilling', 'loesning', 'oekonomi', 'politisk-handlerum', 'videre-proces']
const name = (index: number) => `Tema ${String.fromCharCode(65 + index)}`
const spelled = (hundredths: number) => `${Math.trunc(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`

function projectOf(locale: LocaleId, themes: readonly Theme[], hasBenchmark = true): ProjectFiles {
  const items = themes.map((_, index) => `{ id: t${index}, label: ${name(index)}, text: ${name(index)}?, scale: five }`)
  const called = locale === 'da' ? '{ one: tema, many: temaer, neuter: true }' : '{ one: theme, many: themes }'
  const rows = themes.flatMap(({ own, other, base }, index) => [
    `2024;Byen;t${index};${spelled(own)};${base ?? ''}`,
    ...(other === null || !hasBenchmark ? [] : [`2024;Alle;t${index};${spelled(other)};`]),
  ])
  const notat = `locale: ${locale}
sender: { organisation: Byen Kommune }
survey:
  title: Undersøgelsen
  itemsCalled: ${called}
  scales: [{ id: five, options: [{ id: a, label: Bedst, score: 5 }, { id: b, label: God, score: 4 }, { id: c, label: Middel, score: 3 }, { id: d, label: Ringe, score: 2 }, { id: e, label: Værst, score: 1 }] }]
  items: [${items.join(', ')}]
  periods: [{ from: 2024-01-01, to: 2024-12-31 }]
  segments: { id: byen, label: Byen, phrase: Byen }
${hasBenchmark ? '  benchmarks: [{ id: alle, label: Alle, phrase: nabobyerne }]\n' : ''}data: [{ file: data/d.csv, numbers: en, columns: { period: p, segment: s, item: i, mean: v, base: b } }]
documents:
  - { template: dagsordenspunkt, fields: { date: 2025-01-15, heading: Punkt, recommendations: [udvalget drøfter sagen] } }
`
  const sections = required.map((section) => [`sections/${section}.md`, 'Tekst.\n'] as const)
  return { 'notat.yaml': notat, 'data/d.csv': `p;s;i;v;b\n${rows.join('\n')}\n`, ...Object.fromEntries(sections) }
}

async function proseFor(locale: LocaleId, themes: readonly Theme[], hasBenchmark = true): Promise<string[]> {
  const { documents, notRead } = await built(projectOf(locale, themes, hasBenchmark))
  expect(notRead).toEqual([])
  const lines = documents.flatMap((document) => proseOf(document).split('\n'))
  expectNoEmptySection(lines)
  return lines
}

/** Under each heading stands a text, or a heading of a lower level. */
function expectNoEmptySection(lines: readonly string[]): void {
  const level = (line: string | undefined) => /^#+/.exec(line ?? '#')?.[0].length ?? Number.POSITIVE_INFINITY
  const empty = lines.filter((line, at) => line.startsWith('#') && level(lines[at + 1]) <= level(line))
  expect(empty).toEqual([])
}

// ── what is so, reckoned here ──

const numbers = {
  da: ['ingen', 'ét', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni'],
  en: ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
}

/** Which of how many, as a sentence names them. */
function which(locale: LocaleId, some: readonly number[], all: readonly number[]): string {
  const da = locale === 'da'
  const names = some.map(name)
  if (all.length === 1) return names.join('')
  if (some.length === all.length)
    return all.length === 2
      ? da
        ? 'begge temaer'
        : 'both themes'
      : `${da ? 'alle' : 'all'} ${numbers[locale][all.length]} ${da ? 'temaer' : 'themes'}`
  const listed = names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${da ? 'og' : 'and'} ${names.at(-1)}`
  const of = da ? `af de ${numbers.da[all.length]} temaer` : `of the ${numbers.en[all.length]} themes`
  return `${numbers[locale][some.length]} ${of}${names.length > 6 ? '' : ` (${listed})`}`
}

type Side = 'above' | 'below' | 'equal'
const sideOf = (difference: number): Side => (difference > 0 ? 'above' : difference < 0 ? 'below' : 'equal')

const forms: Record<LocaleId, { others: Record<Side, RegExp>; middle: Record<Side, RegExp>; farthest: RegExp; nearest: RegExp }> = {
  da: {
    others: {
      below: /er lavere end for nabobyerne på (.+?)\. ?/,
      above: /er højere end for nabobyerne på (.+?)\. ?/,
      equal: /er det samme som for nabobyerne på (.+?)\. ?/,
    },
    middle: { above: /er over midten på (.+?)\. ?/, below: /er under midten på (.+?)\. ?/, equal: /er lig med midten på (.+?)\. ?/ },
    farthest: /Forskellen er størst på (Tema \w), hvor gennemsnittet er (\S+) for Byen og (\S+) for nabobyerne\./,
    nearest: /Forskellen er mindst på (Tema \w), hvor gennemsnittet er (\S+) for Byen og (\S+) for nabobyerne\./,
  },
  en: {
    others: {
      below: /On ([^.]+?), the mean is lower for Byen than for nabobyerne\./,
      above: /On ([^.]+?), the mean is higher for Byen than for nabobyerne\./,
      equal: /On ([^.]+?), the mean for Byen is the same as for nabobyerne\./,
    },
    middle: {
      above: /is above the middle on (.+?)\. ?/,
      below: /is below the middle on (.+?)\. ?/,
      equal: /is at the middle on (.+?)\. ?/,
    },
    farthest: /The difference is largest on (Tema \w), where the mean is (\S+) for Byen and (\S+) for nabobyerne\./,
    nearest: /The difference is smallest on (Tema \w), where the mean is (\S+) for Byen and (\S+) for nabobyerne\./,
  },
}

/** Every sentence of a comparison says what the hundredths say, and none is missing. */
function expectTold(locale: LocaleId, lines: readonly string[], themes: readonly Theme[]): void {
  const text = lines.join('\n')
  const shown = themes.flatMap(({ base = 100 }, index) => (base < 5 ? [] : [index]))
  const held = shown.filter((index) => themes[index]?.other !== null)
  const difference = (index: number) => (themes[index]?.own ?? 0) - (themes[index]?.other ?? 0)
  for (const side of ['above', 'below', 'equal'] as const) {
    const others = held.filter((index) => sideOf(difference(index)) === side)
    const middle = shown.filter((index) => sideOf((themes[index]?.own ?? 0) - 300) === side)
    expect([side, forms[locale].others[side].exec(text)?.[1]]).toEqual([
      side,
      others.length === 0 ? undefined : which(locale, others, held),
    ])
    expect([side, forms[locale].middle[side].exec(text)?.[1]]).toEqual([
      side,
      middle.length === 0 ? undefined : which(locale, middle, shown),
    ])
  }
  // Two decimals leave a hundredth open either way, so it takes two to tell differences apart.
  const sizes = held.map((index) => Math.abs(difference(index)))
  const alone = (sign: 1 | -1) =>
    held.filter((index) =>
      held.every((other) => other === index || sign * (Math.abs(difference(index)) - Math.abs(difference(other))) >= 2),
    )
  const farthest = held.length > 1 ? alone(1).map(name)[0] : undefined
  const nearest = held.length > 1 && !sizes.includes(0) ? alone(-1).map(name)[0] : undefined
  expect(forms[locale].farthest.exec(text)?.[1]).toBe(farthest)
  expect(forms[locale].nearest.exec(text)?.[1]).toBe(nearest)
  for (const found of [forms[locale].farthest.exec(text), forms[locale].nearest.exec(text)]) {
    const theme = themes.find((_, index) => name(index) === found?.[1])
    if (found && theme) {
      const [own, other] = found.slice(2).map((number) => Number(number.replace(',', '.')))
      expect([own, other]).toEqual([theme.own / 100, (theme.other ?? 0) / 100])
    }
  }
}

/** The same seed, the same numbers. */
function randomFrom(seed: number): (most: number) => number {
  let state = seed * 2654435761
  return (most) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) >>> 0
    return state % most
  }
}

function randomThemes(seed: number): Theme[] {
  const next = randomFrom(seed)
  return Array.from({ length: 1 + next(8) }, () => {
    const own = [300, 120 + next(360)][next(5) === 0 ? 0 : 1] ?? 300
    const other = [null, own, 120 + next(360), Math.min(500, own + next(9)), Math.max(100, own - next(9))][next(5)] ?? null
    // Four answers have a mean in quarters.
    return next(6) === 0 ? { own: 25 * Math.round(own / 25), other, base: 4 } : { own, other }
  })
}

// ── the example ──

test('the example’s text, word for word', async () => {
  const { documents, notRead } = await built(exampleFiles('kl-2024'))
  expect(notRead).toEqual([])
  await expect(documents.map(textOf).join('')).toMatchFileSnapshot('dagsordenspunkt-kl-2024.txt')
})

test('the example in English, word for word', async () => {
  const example = exampleFiles('kl-2024')
  const { documents, notRead } = await built({
    'notat.yaml': inEnglish.agendaItem,
    'data/temaer.csv': withIds(fileText(example, 'data/temaer.csv')),
    'data/andele.csv': withIds(fileText(example, 'data/andele.csv')),
    ...Object.fromEntries(required.map((section) => [`sections/${section}.md`, 'The author’s own words.\n'])),
  })
  expect(notRead).toEqual([])
  const text = documents.map(textOf).join('')
  expect(text).not.toMatch(danishLetters)
  await expect(text).toMatchFileSnapshot('dagsordenspunkt-kl-2024.en.txt')
})

// ── other data ──

const seeds = Array.from({ length: runs(8, 60) }, (_, index) => index + 1)

describe('with other numbers', () => {
  test.each(seeds)('no sentence is false (%i)', async (seed) => {
    const themes = randomThemes(seed)
    const locale = seed % 2 === 0 ? 'da' : 'en'
    expectTold(locale, await proseFor(locale, themes), themes)
  })
})

describe('none, one, many', () => {
  const cases: [string, Theme[]][] = [
    ['one theme', [{ own: 312, other: 340 }]],
    [
      'two themes, both above the others',
      [
        { own: 412, other: 340 },
        { own: 402, other: 300 },
      ],
    ],
    [
      'all equal, all at the middle',
      [
        { own: 300, other: 300 },
        { own: 300, other: 300 },
        { own: 300, other: 300 },
      ],
    ],
    [
      'all differences alike',
      [
        { own: 310, other: 320 },
        { own: 410, other: 420 },
        { own: 210, other: 220 },
      ],
    ],
    [
      'one of the others not known',
      [
        { own: 310, other: 320 },
        { own: 410, other: null },
        { own: 210, other: 250 },
      ],
    ],
    [
      'the first withheld',
      [
        { own: 325, other: 320, base: 4 },
        { own: 410, other: 400 },
        { own: 210, other: 250 },
      ],
    ],
    [
      'nine themes, seven of them below',
      Array.from({ length: 9 }, (_, index) => ({ own: 320 + index, other: index < 7 ? 400 - 9 * index : 200 })),
    ],
  ]
  test.each(cases)('%s', async (_, themes) => {
    for (const locale of ['da', 'en'] as const) expectTold(locale, await proseFor(locale, themes), themes)
  })

  test('nobody to be held against: nothing is said of others', async () => {
    const themes = [
      { own: 310, other: null },
      { own: 290, other: null },
    ]
    const text = (await proseFor('da', themes, false)).join('\n')
    expect(text).toContain(
      'Gennemsnittet for Byen er over midten på ét af de to temaer (Tema A). Gennemsnittet er under midten på ét af de to temaer (Tema B).',
    )
    expect(text).not.toMatch(/andre|[Ff]orskel|[Ff]igur/)
  })

  test('nothing known: that is said', async () => {
    const lines = await proseFor('da', [{ own: 325, other: 330, base: 4 }])
    expect(lines).toContain('Der er ingen resultater at vise i 2024.')
    expect(lines.filter((line) => /midten|lavere|højere/.test(line))).toEqual([])
  })

  test('answers: one, many, and not the same of all', async () => {
    const said = async (bases: number[]) =>
      (
        await proseFor(
          'da',
          bases.map((base) => ({ own: 310, other: 320, base })),
        )
      ).join('\n')
    expect(await said([870, 870])).toContain('I alt ligger 870 svar til grund for resultaterne for Byen.')
    expect(await said([870, 860])).toContain('Antallet af svar er 870 på Tema A og 860 på Tema B.')
  })
})

/** The prose where the data's first `from` is written `to`, with words more about each item. */
async function proseWith(locale: LocaleId, themes: readonly Theme[], rows: Record<string, string>, aboutItems = ''): Promise<string> {
  const files = projectOf(locale, themes)
  const data = Object.entries(rows).reduce((text, [from, to]) => text.replace(from, to), String(files['data/d.csv']))
  const notat = String(files['notat.yaml']).replaceAll('scale: five }', `scale: five${aboutItems} }`)
  const { documents, notRead } = await built({ ...files, 'notat.yaml': notat, 'data/d.csv': data })
  expect(notRead).toEqual([])
  return documents.map(proseOf).join('\n')
}

describe('numbers that have not as many decimals', () => {
  const themes = [
    { own: 374, other: 364 },
    { own: 369, other: 369 },
    { own: 420, other: 400 },
  ]
  const stripped = { 't2;4.00': 't2;4' }

  test('alike at the fewest only: told as such, and neither as the same nor as above', async () => {
    const text = await proseWith('da', themes, stripped)
    expect(text).toContain('er højere end for nabobyerne på ét af de tre temaer (Tema A).')
    expect(text).toContain('er det samme som for nabobyerne på ét af de tre temaer (Tema B).')
    expect(text).toContain('På Tema C er tallene for Byen og nabobyerne oplyst med forskelligt antal decimaler.')
    expect(text).not.toContain('Forskellen er mindst')
  })

  test('in English', async () => {
    const text = await proseWith('en', themes, stripped)
    expect(text).toContain('On one of the three themes (Tema B), the mean for Byen is the same as for nabobyerne.')
    expect(text).toContain('On Tema C the numbers for Byen and nabobyerne were given with different numbers of decimals.')
  })

  test('one that is far away is above, though a spreadsheet has left out its noughts', async () => {
    const text = await proseWith('da', [{ own: 374, other: 300 }], { 't0;3.00': 't0;3' })
    expect(text).toContain('er højere end for nabobyerne på Tema A.')
  })

  test('an item that says how many it has: the noughts are read where they were left out', async () => {
    const text = await proseWith('da', themes, stripped, ', decimals: 2')
    expect(text).toContain('er højere end for nabobyerne på to af de tre temaer (Tema A og Tema C).')
    expect(text).not.toContain('forskelligt antal decimaler')
  })
})

test.each(required)('a section that is not written is an error that names its file: %s', async (section) => {
  const files = projectOf('da', [{ own: 310, other: 320 }])
  delete files[`sections/${section}.md`]
  const error = await build(parseProject(files), { formats: [] }).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(NotatError)
  expect((error as NotatError).problems.map(({ code, hint }) => [code, hint])).toEqual([
    ['missing-section', `Skriv det i sections/${section}.md.`],
  ])
})
