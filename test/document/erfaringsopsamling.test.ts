/** The summary of others' surveys: the example word for word, and no sentence false whatever is known of them. */
import { describe, expect, test } from 'vitest'
import { build } from '../../src/build.js'
import type { LocaleId } from '../../src/locale/index.js'
import { type ProjectFiles, parseProject } from '../../src/project.js'
import { exampleFiles } from '../example.js'
import { runs } from '../runs.js'
import { inEnglish } from './in-english.js'
import { belowOf, toldBy } from './memo.js'

/** The memo, which leaves nothing out that the project asks for. */
async function memoOf(files: ProjectFiles): Promise<string> {
  const { notShown } = await build(parseProject(files), { formats: [] })
  expect(notShown).toEqual([])
  return toldBy(files)
}

describe('the example', () => {
  test('in Danish, word for word', async () => {
    await expect(await memoOf(exampleFiles('erfaringer-2018'))).toMatchFileSnapshot('erfaringsopsamling.txt')
  })

  test('in English, word for word', async () => {
    await expect(await memoOf({ 'notat.yaml': inEnglish.records })).toMatchFileSnapshot('erfaringsopsamling.en.txt')
  })
})

// ── random records ──

const themes = ['samtalen', 'planen', 'hjælpen']

type Known = {
  id: string
  years?: string
  conductedBy?: string
  method?: string
  answers?: number
  invited?: number
  rate?: number
  scale?: [number, number]
  /** in tenths on its scale, or where it is a share in whole per cent */
  result?: number
  target?: number
  isShare?: boolean
  themes?: number
  source?: string
}

const labelOf = ({ id }: Known) => `Byen ${id}`
const number = (tenths: number, mark = ',') => `${Math.floor(tenths / 10)}${mark}${tenths % 10}`
/** On 0–100, whole, half up: of tenths on a scale of whole ends. */
const onHundred = (tenths: number, [low, high]: [number, number]) =>
  Math.floor((2 * 100 * (tenths - 10 * low) + 10 * (high - low)) / (2 * 10 * (high - low)))

function yamlOf(record: Known, mark: string): string {
  const quoted = (value: number) => (record.isShare ? `${value} %` : `"${number(value, mark)}"`)
  const fields = [
    `id: ${record.id}`,
    `label: ${labelOf(record)}`,
    record.years && `years: ${record.years}`,
    record.conductedBy && `conductedBy: ${record.conductedBy}`,
    record.method && `method: ${record.method}`,
    record.answers !== undefined && `answers: ${record.answers}`,
    record.invited !== undefined && `invited: ${record.invited}`,
    record.rate !== undefined && `responseRate: ${record.rate}`,
    record.scale && `scale: [${record.scale.join(', ')}]`,
    record.result !== undefined && `result: ${quoted(record.result)}`,
    record.target !== undefined && `target: ${quoted(record.target)}`,
    record.themes && `themes: [${themes.slice(0, record.themes).join(', ')}]`,
    record.source && `source: ${record.source}`,
  ]
  return `    - { ${fields.filter(Boolean).join(', ')} }`
}

const project = (records: readonly Known[], locale: LocaleId = 'da'): ProjectFiles => ({
  'notat.yaml': `locale: ${locale}
sender: { organisation: Prøveby Kommune }
survey:
  title: Erfaringer
  topic: andres erfaringer
  records:
${records.map((record) => yamlOf(record, locale === 'da' ? ',' : '.')).join('\n')}
documents: [{ template: erfaringsopsamling, fields: { date: 2025-02-03 } }]
`,
})

type Made = Pick<Known, 'years' | 'conductedBy' | 'method'>

/** What may be told, in each language. */
const languages = {
  da: {
    mark: ',',
    unit: 'pct.',
    made: ({ years, conductedBy, method }: Made) => [
      ...(years || conductedBy
        ? [`Undersøgelsen er gennemført${conductedBy ? ` af ${conductedBy}` : ''}${years ? ` ${years}` : ''}.`]
        : []),
      ...(method ? [`Metoden er ${method}.`] : []),
    ],
    both: (invited: string, answers: string) => `Der blev inviteret ${invited}, og ${answers} har svaret.`,
    rate: (rate: string) => `Svarprocenten er ${rate}.`,
    answeredAt: (answers: string, rate: string) => `I alt har ${answers} svaret, og svarprocenten er ${rate}.`,
    answered: (answers: string) => `I alt har ${answers} svaret.`,
    noRate: 'Svarprocenten er ikke oplyst.',
    invitedAt: (invited: string, rate: string) => `Der blev inviteret ${invited}, og svarprocenten er ${rate}.`,
    invited: (invited: string) => `Der blev inviteret ${invited}.`,
    noAnswers: 'Antallet af svar er ikke oplyst.',
    result: 'Resultatet er',
    target: 'Målet er mindst',
    onScale: (low: number, high: number) => ` på en skala fra ${low} til ${high}.`,
    common: (index: number, isTarget: boolean) =>
      `${isTarget ? 'Målet' : 'Resultatet'} svarer til ${index} på en fælles skala fra nul til hundrede.`,
    scaleAlone: (low: number, high: number) => `Svarene er givet på en skala fra ${low} til ${high}.`,
    noResult: 'Resultatet er ikke oplyst.',
    themes: ['Temaet er samtalen.', 'Temaerne er samtalen og planen.', 'Temaerne er samtalen, planen og hjælpen.'],
    nothing: 'Det er ikke oplyst, hvordan undersøgelsen er gennemført, eller hvad den viser.',
    source: (source: string) => `Kilde: ${source}`,
    comparison: 'Sammenligning',
    noNumbers: 'Der er ikke oplyst tal',
    nobodyKnown: 'Det er ikke oplyst, hvor mange der har svaret.',
    noLevels: 'Der er hverken oplyst resultater eller mål',
    nonePlaced: 'Ingen af de oplyste resultater og mål kan regnes om',
    onlyOne: /Kun (.*?) oplyser et (?:resultat|mål) på en skala/,
    allowance: /(?:Omregningen|Skalaen) tager ikke højde for/,
    shares: 'en andel i procent',
    withoutScale: 'uden at oplyse skalaen',
  },
  en: {
    mark: '.',
    unit: 'per cent',
    made: ({ years, conductedBy, method }: Made) => [
      ...(years || conductedBy ? [`The survey was carried out${conductedBy ? ` by ${conductedBy}` : ''}${years ? ` ${years}` : ''}.`] : []),
      ...(method ? [`The method was ${method}.`] : []),
    ],
    both: (invited: string, answers: string) => `In all, ${invited} were invited, and ${answers} answered.`,
    rate: (rate: string) => `The response rate is ${rate}.`,
    answeredAt: (answers: string, rate: string) => `In all, ${answers} answered, and the response rate is ${rate}.`,
    answered: (answers: string) => `In all, ${answers} answered.`,
    noRate: 'The response rate is not known.',
    invitedAt: (invited: string, rate: string) => `In all, ${invited} were invited, and the response rate is ${rate}.`,
    invited: (invited: string) => `In all, ${invited} were invited.`,
    noAnswers: 'The number of answers is not known.',
    result: 'The result is',
    target: 'The target is at least',
    onScale: (low: number, high: number) => ` on a scale from ${low} to ${high}.`,
    common: (index: number, isTarget: boolean) =>
      `The ${isTarget ? 'target' : 'result'} is the same as ${index} on a common scale from nought to a hundred.`,
    scaleAlone: (low: number, high: number) => `Answers were given on a scale from ${low} to ${high}.`,
    noResult: 'The result is not known.',
    themes: ['The theme is samtalen.', 'The themes are samtalen and planen.', 'The themes are samtalen, planen and hjælpen.'],
    nothing: 'It is not known how the survey was carried out, or what it shows.',
    source: (source: string) => `Source: ${source}`,
    comparison: 'Comparison',
    noNumbers: 'No figures have been given',
    nobodyKnown: 'It is not known how many answered.',
    noLevels: 'Neither results nor targets have been given',
    nonePlaced: 'None of the results and targets given can be converted',
    onlyOne: /Only (.*?) gives a (?:result|target) on a scale/,
    allowance: /The (?:conversion|scale) takes no account of/,
    shares: 'a share in per cent',
    withoutScale: 'without giving its scale',
  },
} satisfies Record<LocaleId, unknown>

/** Every sentence that must stand under the heading of a record. */
function sentencesOf(record: Known, locale: LocaleId = 'da'): string[] {
  const words = languages[locale]
  const { scale, result, target, isShare, themes: named, source } = record
  const counted =
    record.answers !== undefined && record.invited !== undefined && record.invited > 0
      ? Math.floor((200 * record.answers + record.invited) / (2 * record.invited))
      : undefined
  const known = record.rate ?? counted
  const rate = known === undefined ? null : `${known} ${words.unit}`
  const [answers, invited] = [record.answers?.toString(), record.invited?.toString()]
  const told: string[] = []
  told.push(...words.made(record))
  if (answers && invited) told.push(words.both(invited, answers), ...(rate ? [words.rate(rate)] : []))
  else if (answers && rate) told.push(words.answeredAt(answers, rate))
  else if (answers) told.push(words.answered(answers), words.noRate)
  else if (invited && rate) told.push(words.invitedAt(invited, rate))
  else if (rate) told.push(words.rate(rate), words.noAnswers)
  else if (invited) told.push(words.invited(invited), words.noAnswers)
  const level = (name: string, value: number) => {
    const shown = isShare ? `${value} ${words.unit}` : number(value, words.mark)
    if (!scale || isShare) return told.push(`${name} ${shown}.`)
    return told.push(`${name} ${shown}${words.onScale(...scale)}`, words.common(onHundred(value, scale), name === words.target))
  }
  if (result !== undefined) level(words.result, result)
  if (target !== undefined) level(words.target, target)
  if (target !== undefined && result === undefined) told.push(words.noResult)
  if (scale && result === undefined && target === undefined) told.push(words.scaleAlone(...scale), words.noResult)
  if (named) told.push(words.themes[named - 1] ?? '')
  if (told.length === 0) told.push(words.nothing)
  if (source) told.push(words.source(source))
  // A sentence that ends in an abbreviation has one full stop.
  return told.map((sentence) => sentence.replace(/\.\.$/, '.'))
}

/** What stands under each heading, sentence by sentence. */
function toldIn(memo: string): Map<string, string[]> {
  const sections = memo.split(/^## /m).slice(1)
  return new Map(
    sections.map((section) => {
      const [heading = '', ...lines] = section.split('\n')
      const text = lines.filter((line) => line !== '' && line !== 'Prøveby Kommune ·')
      return [heading, text.flatMap((line) => line.split(/(?<=\.) (?=\p{Lu})/u))]
    }),
  )
}

function recordsOf(seed: number, count: number): Known[] {
  const below = belowOf(seed)
  const some = <T>(value: T): T | undefined => (below(2) === 0 ? value : undefined)
  return Array.from({ length: count }, (_, at): Known => {
    const scale = some<[number, number]>(below(2) === 0 ? [1, 5] : [0, 10])
    const isShare = below(3) === 0
    const [low, high] = scale ?? [1, 5]
    const value = () => (isShare ? 1 + below(99) : 10 * low + below(10 * (high - low) + 1))
    const invited = some(600 + below(300))
    const given: Record<string, unknown> = {
      years: some('hvert år siden 2015'),
      conductedBy: some('et bureau'),
      method: some('telefoninterview'),
      answers: some(1 + below(500)),
      invited,
      rate: invited === undefined ? some(1 + below(99)) : undefined,
      scale,
      result: some(value()),
      target: some(value()),
      themes: some(1 + below(3)),
      source: some('en rapport'),
    }
    const known = Object.fromEntries(Object.entries(given).filter(([, each]) => each !== undefined))
    return { id: `b${at}`, isShare, ...known }
  })
}

describe.each(['da', 'en'] as const)('no sentence is false (%s)', (locale) => {
  test.each(Array.from({ length: runs(8, 60) }, (_, index) => index + 1))('of random records, seed %i', async (seed) => {
    const records = recordsOf(seed, 1 + ((seed - 1) % 8))
    const words = languages[locale]
    const told = toldIn(await toldBy(project(records, locale)))
    for (const record of records) expect([record, told.get(labelOf(record))]).toEqual([record, sentencesOf(record, locale)])

    const comparison = told.get(words.comparison)?.join(' ') ?? ''
    const placed = records.filter(({ scale, isShare, result, target }) => scale && !isShare && (result ?? target) !== undefined)
    const levels = records.filter(({ result, target }) => (result ?? target) !== undefined)
    const isNumbered = ({ scale, answers, invited, rate, result, target }: Known) =>
      (scale ?? answers ?? invited ?? rate ?? result ?? target) !== undefined
    const hasNumbers = records.some(isNumbered)
    expect(comparison.includes(words.noNumbers)).toBe(!hasNumbers)
    expect(comparison.includes(words.nobodyKnown)).toBe(hasNumbers && records.every(({ answers }) => answers === undefined))
    expect(comparison.includes(words.noLevels)).toBe(hasNumbers && levels.length === 0)
    expect(comparison.includes(words.nonePlaced)).toBe(levels.length > 0 && placed.length === 0)
    expect(words.onlyOne.exec(comparison)?.[1]).toBe(placed.length === 1 ? labelOf(placed[0] as Known) : undefined)
    expect(words.allowance.test(comparison)).toBe(placed.length > 1)
    expect(comparison.includes(words.shares)).toBe(levels.some(({ isShare }) => isShare))
    expect(comparison.includes(words.withoutScale)).toBe(levels.some(({ isShare, scale }) => !isShare && !scale))
    expect([...told.values()].flat().join('\n')).not.toMatch(/undefined|null|\(intet tal\)|\(ingen svar\)|\(no number\)|\(no answers\)/)
  })
})

describe('at the edges', () => {
  test('of one record of which hardly anything is known', async () => {
    const told = toldIn(await memoOf(project([{ id: 'b0' }])))
    expect(told.get('Indledning')?.join(' ')).toBe('Dette bilag er en opsamling af andres erfaringer. Det omfatter én undersøgelse.')
    expect(told.get('Sammenligning')).toEqual(['Der er ikke oplyst tal, som kan sammenlignes.'])
    expect(told.get('Byen b0')).toEqual(['Det er ikke oplyst, hvordan undersøgelsen er gennemført, eller hvad den viser.'])
  })

  test('of a year alone, and of years that bring their own words', async () => {
    const years = ['2016', '2016 og 2017', 'over 2 uger']
    const told = toldIn(await memoOf(project(years.map((each, at) => ({ id: `b${at}`, years: each })))))
    const ways = ['i 2016', 'i 2016 og 2017', 'over 2 uger']
    ways.forEach((way, at) => {
      expect(told.get(`Byen b${at}`)).toEqual([`Undersøgelsen er gennemført ${way}.`])
    })
  })

  test('of one who answered, and of nobody', async () => {
    const records: Known[] = [
      { id: 'b0', answers: 0 },
      { id: 'b1', answers: 1 },
      { id: 'b2', answers: 0, invited: 5 },
      { id: 'b3', answers: 1, invited: 1 },
    ]
    const told = toldIn(await memoOf(project(records)))
    expect(records.map((record) => told.get(labelOf(record))?.[0])).toEqual([
      'Ingen har svaret.',
      'Én har svaret.',
      'Der blev inviteret 5, og ingen har svaret.',
      'Der blev inviteret én, og én har svaret.',
    ])
  })

  test('of several of which one alone says how it was made', async () => {
    const memo = await memoOf(project([{ id: 'b0' }, { id: 'b1', method: 'interview' }]))
    expect(memo).toContain('Kun for Byen b1 er det oplyst, hvordan undersøgelsen er gennemført.')
    expect(memo).toContain('Sådan er undersøgelsen gennemført')
    expect(memo).not.toContain('undersøgelserne')
  })

  test('a target beside a result is called one', async () => {
    const both: Known[] = [
      { id: 'b0', scale: [1, 5], result: 30 },
      { id: 'b1', scale: [0, 10], target: 40 },
    ]
    expect(await memoOf(project(both))).toContain('Hos Byen b1 er tallet et mål og ikke et resultat.')
    const targets = both.map((record): Known => ({ id: record.id, scale: [0, 10], target: 40 }))
    expect(await memoOf(project(targets))).not.toContain('et mål og ikke et resultat')
  })

  test('a number that is on the common scale already is told once', async () => {
    const hundred: Known = { id: 'b0', scale: [0, 100], result: 800, target: 850 }
    const one = await memoOf(project([hundred, { id: 'b1', scale: [1, 5], result: 42 }]))
    expect(toldIn(one).get('Byen b0')).toEqual([
      'Resultatet er 80,0 på en skala fra 0 til 100.',
      'Målet er mindst 85,0 på en skala fra 0 til 100.',
    ])
    expect(one).toContain('Tallene er regnet om til en fælles skala')
    const all = await memoOf(project([hundred, { ...hundred, id: 'b1' }]))
    expect(all).toContain('De bruger alle en skala fra nul til hundrede. Skalaen tager ikke højde for')
    expect(all).not.toMatch(/regnet om|Omregningen|svarer til/)
  })

  test('in English too', async () => {
    const yaml = inEnglish.records.replace(
      '    - { id: kolding, label: Kolding Municipality }',
      ['    - { id: kolding, label: Kolding Municipality, years: 2016, answers: 0, invited: 1, scale: [0, 100], result: "80" }'].join(''),
    )
    const memo = await memoOf({ 'notat.yaml': yaml })
    expect(memo).toContain('The survey was carried out in 2016. One was invited, and nobody answered.')
    expect(memo).toContain('The result is 80 on a scale from 0 to 100.\n')
    expect(memo).toContain('For Health and Care Administration of Copenhagen the figure is a target and not a result.')
  })

  test('of more than can be named', async () => {
    const many = Array.from({ length: 8 }, (_, at): Known => ({ id: `b${at}`, scale: [1, 5], result: 30 + at, answers: 10 }))
    const comparison = toldIn(await memoOf(project(many)))
      .get('Sammenligning')
      ?.join(' ')
    expect(comparison).toContain('Antallet af svar er oplyst for alle otte undersøgelser.')
    expect(comparison).toContain('I alt otte oplyser et resultat eller et mål på en skala.')
  })
})
