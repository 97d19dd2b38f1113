/** The summary of a survey: the example word for word, and no sentence false whatever was answered. */
import { describe, expect, test } from 'vitest'
import { build } from '../../src/build.js'
import { type ProjectFiles, parseProject } from '../../src/project.js'
import { exampleFiles, textOf as fileText } from '../example.js'
import { textOf } from './memo.js'
import { inEnglish } from './summaries-in-english.js'

async function memoOf(files: ProjectFiles): Promise<string> {
  const { documents, isStopped, findings } = await build(parseProject(files), { formats: [] })
  expect([isStopped, findings]).toEqual([false, []])
  return documents.map(textOf).join('\n').replaceAll('\u00a0', ' ').replaceAll('~', ' ')
}

const example = exampleFiles('ressourceforloeb-2016')

describe('the example', () => {
  test('in Danish, word for word', async () => {
    await expect(await memoOf(example)).toMatchFileSnapshot('undersoegelsesresume.txt')
  })

  test('in English, word for word', async () => {
    const files = { 'notat.yaml': inEnglish.survey, 'data/andele.csv': fileText(example, 'data/andele.csv') }
    await expect(await memoOf(files)).toMatchFileSnapshot('undersoegelsesresume.en.txt')
  })
})

// ── the example with fewer numbers ──

/** Only these shares are known: group, question, answers, value. */
const known = (...rows: string[]): ProjectFiles => ({
  ...example,
  'data/andele.csv': ['målgruppe;spørgsmål;svar;værdi;nøgletal', ...rows.map((row) => `${row};share`)].join('\n'),
})
/** The example without some of its groups: where one group is left, words of its name are those of the whole survey. */
const withoutGroups = (files: ProjectFiles, ...ids: string[]): ProjectFiles => ({
  ...files,
  'notat.yaml': ids.reduce(
    (yaml, id) => yaml.replace(new RegExp(`^ +- \\{ id: ${id}, label: .*\\n`, 'm'), ''),
    fileText(files, 'notat.yaml'),
  ),
})
const whole = ['alle;samlet;tilfreds;43', 'alle;samlet;utilfreds;33']

describe('the example with fewer numbers', () => {
  test('what the project says of an answer is no name of a group that shares a word with it', async () => {
    const files = withoutGroups(known(...whole, 'selv;samlet;tilfreds;70'), 'pension', 'afsluttet', 'i-gang')
    const memo = await memoOf(files)
    expect(memo).toContain('Blandt borgerne svarer 43 pct., at de samlet set er tilfredse med deres ressourceforløb, og 33 pct. svarer')
  })

  test('the other answers are told one by one where their share together is unknown', async () => {
    const files = withoutGroups(
      known(...whole, 'alle;samlet;hverken;10', 'alle;samlet;ved-ikke;14', 'selv;samlet;tilfreds;70'),
      ...['pension', 'afsluttet', 'i-gang'],
    )
    const memo = await memoOf(files)
    expect(memo).toContain('svarer, at de er utilfredse. Desuden svarer 10 pct. ”hverken eller” og 14 pct. ”ved ikke”.')
    expect(memo).not.toContain('Resten')
    const english = { 'notat.yaml': new TextEncoder().encode(inEnglish.survey), 'data/andele.csv': files['data/andele.csv'] ?? '' }
    expect(await memoOf(withoutGroups(english, 'pension', 'afsluttet', 'i-gang'))).toContain(
      'Besides, 10 per cent answered “neither” and 14 per cent answered “don’t know”.',
    )
  })

  test('a question whose groups cannot be put in order has a row, and no empty line', async () => {
    const groups = ['selv;plan;ja;knap halvdelen', 'pension;plan;ja;48', 'afsluttet;motivation;ja;20', 'i-gang;motivation;ja;30']
    const memo = await memoOf(known(...whole, ...groups))
    expect(memo).not.toContain('*En klar plan.*')
    expect(memo).toContain('group: En klar plan\nØnsker selv et ressourceforløb | knap halvdelen\n')
    expect(memo).toContain('størst blandt borgere, der er i et ressourceforløb, med 30 pct. og mindst blandt')
  })

  test('all numbers are shown where only the negative ones are known', async () => {
    const memo = await memoOf(withoutGroups(known('alle;samlet;utilfreds;33', 'selv;motivation;nej;20'), 'pension', 'afsluttet', 'i-gang'))
    expect(memo).toMatch(/Alle tal\n[\s\S]*Spørgsmål \| Negative svar\nSamlet tilfredshed \| 33 %/)
  })
})

// ── the example with other numbers ──

/** Shares in words, and the middle of what each may be, in tenths of a per cent: ±0,5 points, or from 0,5 to 2,5 beside. */
const spoken: [words: string, tenths: number][] = [
  ['knap halvdelen', 485],
  ['godt halvdelen', 515],
  ['knap en tredjedel', 318],
  ['tre fjerdedele', 750],
  ['godt en femtedel', 215],
]

describe.each([11, 12, 13])('the example with random numbers, seed %i', (seed) => {
  const below = random(seed)
  /** `told`: as a sentence has it. */
  const anyValue = () => {
    const [words = '', tenths = 0] = spoken[below(spoken.length)] ?? []
    const number = 1 + below(45)
    return below(2) === 0
      ? { written: words, told: words, tenths }
      : { written: String(number), told: `${number} pct.`, tenths: 10 * number }
  }
  const [head = '', ...lines] = fileText(example, 'data/andele.csv').trim().split('\n')
  const rows = lines.map((line) => {
    const [segment = '', item = '', metric = '', options = ''] = line.split(';')
    return { segment, item, metric, options, ...anyValue() }
  })
  const csv = [
    head,
    ...rows.map(({ segment, item, metric, options, written }) => [segment, item, metric, options, written].join(';')),
  ].join('\n')
  const of = (segment: string, item: string, options: string) =>
    rows.find((row) => row.segment === segment && row.item === item && row.options === options)

  test('tells each number of the question and group that it is of', async () => {
    const memo = await memoOf({ ...example, 'data/andele.csv': csv })
    const sentences = (pattern: RegExp) => [...memo.matchAll(pattern)].map(([, ...groups]) => groups)
    const positive = of('alle', 'samlet', 'tilfreds')
    const negative = of('alle', 'samlet', 'utilfreds')
    const rest = of('alle', 'samlet', 'hverken+ved-ikke+oensker-ikke')
    expect(memo).toContain(`Blandt borgerne svarer ${positive?.told}, at de samlet set er tilfredse`)
    expect(memo).toContain(`og ${negative?.told} svarer, at de er utilfredse.`)
    expect(memo).toContain(`Resten, ${rest?.told}, svarer`)
    // Whichever is more is said only where it must be so: words stand for a point or more to either side of their middle.
    const [[direction] = []] = sentences(/^Flere borgere svarer, at de (samlet set er tilfredse|er utilfredse)/gm)
    const apart = (positive?.tenths ?? 0) - (negative?.tenths ?? 0)
    if (direction) expect(direction).toBe(apart > 0 ? 'samlet set er tilfredse' : 'er utilfredse')
    if (Math.abs(apart) > 20) expect(direction).toBeDefined()
    // Of two groups the one with more is told as such, or neither is.
    const groups = [
      [
        'selv',
        'pension',
        'motivation',
        'ja',
        'borgere, der selv ønsker et ressourceforløb,',
        'borgere, der ønsker at blive indstillet til en førtidspension,',
      ],
      ['i-gang', 'afsluttet', 'i-praktik', 'nej', 'borgere, der er i et ressourceforløb,', 'borgere, der har afsluttet ressourceforløbet,'],
    ] as const
    for (const [a, b, item, options, phraseA, phraseB] of groups) {
      const [first, second] = [of(a, item, options), of(b, item, options)]
      const told = (most: string, of: typeof first, least: string, other: typeof first) =>
        `størst blandt ${most} med ${of?.told} og mindst blandt ${least} med ${other?.told}`.replace(/\.$/, '')
      const difference = (first?.tenths ?? 0) - (second?.tenths ?? 0)
      expect(memo.includes(told(phraseA, first, phraseB, second))).toBe(difference > 0 && memo.includes(`størst blandt ${phraseA}`))
      expect(memo.includes(told(phraseB, second, phraseA, first))).toBe(difference < 0 && memo.includes(`størst blandt ${phraseB}`))
      if (Math.abs(difference) > 20) expect(memo).toContain(`størst blandt ${difference > 0 ? phraseA : phraseB}`)
    }
    // Each cell of the table of all numbers.
    for (const { segment, item, options, written } of rows) {
      if (segment !== 'alle' || options.includes('+')) continue
      const label = labelsOf(fileText(example, 'notat.yaml')).get(item) ?? ''
      const line = memo.split('\n').findLast((each) => each.startsWith(`${label} | `))
      const cells = line?.split(' | ') ?? []
      expect(cells[options === 'ja' || options === 'tilfreds' ? 1 : 2]).toBe(/^\d/.test(written) ? `${written} %` : written)
    }
  })
})

/** Label of each question, by its id. */
function labelsOf(yaml: string): Map<string, string> {
  return new Map([...yaml.matchAll(/^ {4}- id: (\S+)\n {6}label: (.+)$/gm)].map(([, id = '', label = '']) => [id, label]))
}

// ── random answers ──

const options = ['tilfreds', 'hverken', 'utilfreds', 'ved-ikke', 'oensker-ikke'] as const
const labels = { hverken: 'hverken eller', 'ved-ikke': 'ved ikke', 'oensker-ikke': 'ønsker ikke at svare' }
type Counts = Record<(typeof options)[number], number>
const items = ['samlet', 'praktik']
const says: Record<string, [positive: string, negative: string]> = {
  samlet: ['er tilfredse', 'er utilfredse'],
  praktik: ['er glade for praktikken', 'er kede af praktikken'],
}
const phrases: Record<string, string> = { unge: 'de unge', voksne: 'de voksne', aeldre: 'de ældre' }

const survey = (parts: readonly string[]) => `locale: da
sender: { organisation: Prøveby Kommune }
survey:
  title: Undersøgelse af indsatsen
  topic: tilfredsheden med indsatsen
  scales:
    - id: tre
      options:
        - { id: tilfreds, label: tilfreds, score: 3 }
        - { id: hverken, label: hverken eller, score: 2 }
        - { id: utilfreds, label: utilfreds, score: 1 }
        - { id: ved-ikke, label: ved ikke, missing: dontKnow }
        - { id: oensker-ikke, label: ønsker ikke at svare, missing: noAnswer }
  items:
${items
  .map(
    (id) =>
      `    - { id: ${id}, label: Emnet ${id}, text: Hvor tilfreds er du?, scale: tre, shareBase: answered, says: { positive: ${says[id]?.[0]}, negative: ${says[id]?.[1]} } }`,
  )
  .join('\n')}
  periods: [{ from: 2024-01-01, to: 2024-12-31 }]
  segments:
    id: alle
    label: Alle borgere
    parts: [${parts.map((id) => `{ id: ${id}, label: Gruppen ${id}, phrase: ${phrases[id]} }`).join(', ')}]
documents: [{ template: undersoegelsesresume, fields: { date: 2025-02-03 } }]
`

type Answers = Record<string, Record<string, Counts>>

function filesOf(answers: Answers): ProjectFiles {
  const rows = Object.entries(answers).flatMap(([item, parts]) =>
    Object.entries(parts).flatMap(([part, counts]) => options.map((option) => `2024;${part};${item};${option};${counts[option]}`)),
  )
  const parts = Object.keys(Object.values(answers)[0] ?? {})
  return { 'notat.yaml': survey(parts), 'data/svar.csv': ['periode;målgruppe;spørgsmål;svar;antal', ...rows].join('\n') }
}

/** A generator of the same numbers for the same seed. */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

const countsOf = (...numbers: number[]) => Object.fromEntries(options.map((option, at) => [option, numbers[at] ?? 0])) as Counts
const sumOf = (all: readonly Counts[]) => countsOf(...options.map((option) => all.reduce((sum, each) => sum + each[option], 0)))
const baseOf = (counts: Counts) => options.reduce((sum, option) => sum + counts[option], 0)
/** Per cent, half up, in whole numbers. */
const percent = (count: number, of: number) => Math.floor((200 * count + of) / (2 * of))

/** Every sentence of the summary that tells of answers, as they must be; those of the document that are none of them. */
function falseSentences(memo: string, answers: Answers): { expected: string[]; told: string[] } {
  const expected: string[] = []
  items.forEach((item, at) => {
    const all = sumOf(Object.values(answers[item] ?? {}))
    const of = baseOf(all)
    const [positive, negative] = [percent(all.tilfreds, of), percent(all.utilfreds, of)]
    const [yes, no] = says[item] ?? ['', '']
    expected.push(`Blandt borgerne svarer ${positive} pct., at de ${yes}, og ${negative} pct. svarer, at de ${no}.`)
    if (at > 0) return
    if (positive > negative) expected.push(`Flere borgere svarer, at de ${yes}, end der svarer, at de ${no}.`)
    if (positive < negative) expected.push(`Flere borgere svarer, at de ${no}, end der svarer, at de ${yes}.`)
    if (positive === negative) expected.push(`Omtrent lige mange borgere svarer, at de ${yes}, som der svarer, at de ${no}.`)
    const others = of - all.tilfreds - all.utilfreds
    if (percent(others, of) === 0) return
    expected.push(`Resten, ${percent(others, of)} pct., svarer ”hverken eller”, ”ved ikke” eller ”ønsker ikke at svare”.`)
    const rest = (['hverken', 'ved-ikke', 'oensker-ikke'] as const).map((id) => `${percent(all[id], of)} pct. på ”${labels[id]}”`)
    expected.push(`De fordeler sig med ${rest[0]}, ${rest[1]} og ${rest[2]}.`)
  })
  for (const item of items) {
    const shares = Object.entries(answers[item] ?? {}).map(([part, counts]) => ({ part, share: percent(counts.tilfreds, baseOf(counts)) }))
    const [most, least] = [Math.max(...shares.map(({ share }) => share)), Math.min(...shares.map(({ share }) => share))]
    const named = (wanted: number) => {
      const names = shares.filter(({ share }) => share === wanted).map(({ part, share }) => `${phrases[part]} med ${share} pct.`)
      return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} og ${names.at(-1)}`
    }
    const yes = says[item]?.[0]
    if (shares.length < 2) continue
    if (most === least) expected.push(`Andelen, der svarer, at de ${yes}, er ${most} pct. i hver af de viste grupper.`)
    else
      expected.push(
        `Af de viste grupper er andelen, der svarer, at de ${yes}, størst blandt ${named(most)} og mindst blandt ${named(least)}`,
      )
  }
  const told = memo
    .split('\n')
    .filter((line) => !line.includes(' | ') && !line.startsWith('['))
    .flatMap((line) => line.split(/(?<=\.) (?=\p{Lu})/u))
    .map((sentence) =>
      sentence
        .replace(/^- /, '')
        .replace(/^\*.*?\* ?/, '')
        .trim(),
    )
    .filter((sentence) => /pct\.|svarer/.test(sentence))
  return { expected: expected.sort(), told: told.sort() }
}

function answersOf(seed: number, parts: readonly string[]): Answers {
  const below = random(seed)
  const counts = () => countsOf(...options.map((_, at) => 6 + below(at === 0 ? 90 : 40)))
  return Object.fromEntries(items.map((item) => [item, Object.fromEntries(parts.map((part) => [part, counts()]))]))
}

describe('no sentence is false', () => {
  test.each([1, 2, 3, 4, 5, 6])('of random answers, seed %i', async (seed) => {
    const answers = answersOf(seed, ['unge', 'voksne', 'aeldre'].slice(0, 1 + (seed % 3)))
    const memo = await memoOf(filesOf(answers))
    const { expected, told } = falseSentences(memo, answers)
    if (Object.keys(answers.samlet ?? {}).length > 1) expect(told).toEqual(expected)
    else expect(told).toEqual(expect.arrayContaining(expected))
    // The table: of each question its shares and all who answered.
    for (const item of items) {
      const all = sumOf(Object.values(answers[item] ?? {}))
      const of = baseOf(all)
      const cells = [all.tilfreds, all.utilfreds, of - all.tilfreds - all.utilfreds].map((count) => `${percent(count, of)} %`)
      expect(memo).toContain(`Emnet ${item} | ${cells.join(' | ')} | ${of}\n`)
    }
  })

  test('where groups are alike, where both sides are, and where nobody is in the middle', async () => {
    const same = countsOf(20, 0, 20, 0, 0)
    const answers: Answers = { samlet: { unge: same, voksne: same }, praktik: { unge: countsOf(30, 0, 10), voksne: countsOf(10, 0, 30) } }
    const memo = await memoOf(filesOf(answers))
    const { expected, told } = falseSentences(memo, answers)
    expect(told).toEqual(expected)
    expect(memo).toContain('Omtrent lige mange borgere')
    expect(memo).toContain('50 pct. i hver af de viste grupper')
  })

  test('of too few answers nothing is told but that there is nothing', async () => {
    const few = countsOf(1, 1, 1, 0, 0)
    const memo = await memoOf(filesOf({ samlet: { unge: few }, praktik: { unge: few } }))
    expect(memo).toContain('Der er ingen andele at vise for emnet samlet i 2024.')
    expect(memo).not.toMatch(/pct\.|Tabel|Alle tal|Forskelle/)
  })
})
