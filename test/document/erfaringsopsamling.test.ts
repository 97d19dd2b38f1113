/** The summary of others' surveys: the example word for word, and no sentence false whatever is known of them. */
import { describe, expect, test } from 'vitest'
import { build } from '../../src/build.js'
import { type ProjectFiles, parseProject } from '../../src/project.js'
import { exampleFiles } from '../example.js'
import { textOf } from './memo.js'
import { inEnglish } from './summaries-in-english.js'

async function memoOf(files: ProjectFiles): Promise<string> {
  const { documents, isStopped, findings, notShown } = await build(parseProject(files), { formats: [] })
  expect([isStopped, findings, notShown]).toEqual([false, [], []])
  return documents.map(textOf).join('\n').replaceAll('\u00a0', ' ').replaceAll('~', ' ')
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
const number = (tenths: number) => `${Math.floor(tenths / 10)},${tenths % 10}`
const shown = ({ isShare }: Known, value: number) => (isShare ? `${value} pct.` : number(value))
/** On 0–100, whole, half up: of tenths on a scale of whole ends. */
const onHundred = (tenths: number, [low, high]: [number, number]) =>
  Math.floor((2 * 100 * (tenths - 10 * low) + 10 * (high - low)) / (2 * 10 * (high - low)))

function yamlOf(record: Known): string {
  const quoted = (value: number) => (record.isShare ? `${value} %` : `"${number(value)}"`)
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
    record.themes && `themes: [${['samtalen', 'planen', 'hjælpen'].slice(0, record.themes).join(', ')}]`,
    record.source && `source: ${record.source}`,
  ]
  return `    - { ${fields.filter(Boolean).join(', ')} }`
}

const project = (records: readonly Known[]): ProjectFiles => ({
  'notat.yaml': `locale: da
sender: { organisation: Prøveby Kommune }
survey:
  title: Erfaringer
  topic: andres erfaringer
  records:
${records.map(yamlOf).join('\n')}
documents: [{ template: erfaringsopsamling, fields: { date: 2025-02-03 } }]
`,
})

/** Every sentence that must stand under the heading of a record. */
function sentencesOf(record: Known): string[] {
  const { years, conductedBy, method, answers, invited, rate, scale, result, target, isShare, themes, source } = record
  const counted =
    answers !== undefined && invited !== undefined && invited > 0 ? Math.floor((200 * answers + invited) / (2 * invited)) : undefined
  const known = rate ?? counted
  const told: string[] = []
  if (years || conductedBy || method)
    told.push(
      `Undersøgelsen er gennemført${conductedBy ? ` af ${conductedBy}` : ''}${years ? ` ${years}` : ''}${method ? ` som ${method}` : ''}.`,
    )
  if (answers !== undefined && invited !== undefined) {
    told.push(`Der blev inviteret ${invited}, og ${answers} har svaret.`)
    if (known !== undefined) told.push(`Svarprocenten er ${known} pct.`)
  } else if (answers !== undefined && rate !== undefined) told.push(`I alt har ${answers} svaret, og svarprocenten er ${rate} pct.`)
  else if (answers !== undefined) told.push(`I alt har ${answers} svaret.`, 'Svarprocenten er ikke oplyst.')
  else if (invited !== undefined && rate !== undefined) told.push(`Der blev inviteret ${invited}, og svarprocenten er ${rate} pct.`)
  else if (rate !== undefined) told.push(`Svarprocenten er ${rate} pct.`, 'Antallet af svar er ikke oplyst.')
  else if (invited !== undefined) told.push(`Der blev inviteret ${invited}.`, 'Antallet af svar er ikke oplyst.')
  const level = (name: string, value: number) => {
    const isPlaced = scale && !isShare
    told.push(`${name} ${shown(record, value)}${isPlaced ? ` på en skala fra ${scale[0]} til ${scale[1]}.` : isShare ? '' : '.'}`)
    if (isPlaced) told.push(`Det svarer til ${onHundred(value, scale)} på en fælles skala fra nul til hundrede.`)
  }
  if (result !== undefined) level('Resultatet er', result)
  if (target !== undefined) level('Målet er mindst', target)
  if (scale && result === undefined && target === undefined)
    told.push(`Svarene er givet på en skala fra ${scale[0]} til ${scale[1]}.`, 'Resultatet er ikke oplyst.')
  if (themes)
    told.push(['Temaet er samtalen.', 'Temaerne er samtalen og planen.', 'Temaerne er samtalen, planen og hjælpen.'][themes - 1] ?? '')
  if (told.length === 0) told.push('Det er ikke oplyst, hvordan undersøgelsen er gennemført, eller hvad den viser.')
  if (source) told.push(`Kilde: ${source}`)
  return told
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

function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

function recordsOf(seed: number, count: number): Known[] {
  const below = random(seed)
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

describe('no sentence is false', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('of random records, seed %i', async (seed) => {
    const records = recordsOf(seed, seed)
    const memo = await memoOf(project(records))
    const told = toldIn(memo)
    for (const record of records) expect([record, told.get(labelOf(record))]).toEqual([record, sentencesOf(record)])

    const comparison = told.get('Sammenligning')?.join(' ') ?? ''
    const placed = records.filter(({ scale, isShare, result, target }) => scale && !isShare && (result ?? target) !== undefined)
    const levels = records.filter(({ result, target }) => (result ?? target) !== undefined)
    const isNumbered = ({ scale, answers, invited, rate, result, target }: Known) =>
      (scale ?? answers ?? invited ?? rate ?? result ?? target) !== undefined
    const hasNumbers = records.some(isNumbered)
    expect(comparison.includes('Der er ikke oplyst tal')).toBe(!hasNumbers)
    expect(comparison.includes('Det er ikke oplyst, hvor mange der har svaret.')).toBe(
      hasNumbers && records.every(({ answers }) => answers === undefined),
    )
    expect(comparison.includes('Der er hverken oplyst resultater eller mål')).toBe(hasNumbers && levels.length === 0)
    expect(comparison.includes('Ingen af de oplyste resultater og mål kan regnes om')).toBe(levels.length > 0 && placed.length === 0)
    expect(/Kun (.*?) oplyser et resultat eller et mål på en skala/.exec(comparison)?.[1]).toBe(
      placed.length === 1 ? labelOf(placed[0] as Known) : undefined,
    )
    expect(comparison.includes('Omregningen tager ikke højde for')).toBe(placed.length > 1)
    expect(comparison.includes('en andel i procent')).toBe(levels.some(({ isShare }) => isShare))
    expect(comparison.includes('uden at oplyse skalaen')).toBe(levels.some(({ isShare, scale }) => !isShare && !scale))
    expect(memo).not.toMatch(/undefined|null|\(intet tal\)|\(ingen svar\)/)
  })

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
    expect(one).toContain('De er regnet om til en fælles skala')
    const all = await memoOf(project([hundred, { ...hundred, id: 'b1' }]))
    expect(all).toContain('De bruger alle en skala fra nul til hundrede. Skalaen tager ikke højde for')
    expect(all).not.toMatch(/regnet om|Omregningen|Det svarer til/)
  })

  test('in English too', async () => {
    const yaml = inEnglish.records.replace(
      '    - { id: kolding, label: Kolding Municipality }',
      ['    - { id: kolding, label: Kolding Municipality, years: 2016, answers: 0, invited: 1, scale: [0, 100], result: "80" }'].join(''),
    )
    const memo = await memoOf({ 'notat.yaml': yaml })
    expect(memo).toContain('The survey was carried out in 2016. One was invited, and nobody answered.')
    expect(memo).toContain('The result is 80 on a scale from 0 to 100.\n')
    expect(memo).toContain('For Health and Care Administration the figure is a target and not a result.')
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
