/** The summary of a survey: the example word for word, and no sentence false whatever was answered. */
import { describe, expect, test } from 'vitest'
import type { LocaleId } from '../../src/locale/index.js'
import type { ProjectFiles } from '../../src/project.js'
import { exampleFiles, textOf as fileText } from '../example.js'
import { runs } from '../runs.js'
import { inEnglish } from './in-english.js'
import { belowOf, sentencesIn, toldBy } from './memo.js'

const example = exampleFiles('ressourceforloeb-2016')

describe('the example', () => {
  test('in Danish, word for word', async () => {
    await expect(await toldBy(example)).toMatchFileSnapshot('undersoegelsesresume.txt')
  })

  test('in English, word for word', async () => {
    const files = { 'notat.yaml': inEnglish.survey, 'data/andele.csv': fileText(example, 'data/andele.csv') }
    await expect(await toldBy(files)).toMatchFileSnapshot('undersoegelsesresume.en.txt')
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
    const memo = await toldBy(files)
    expect(memo).toContain('Blandt borgerne svarer 43 pct., at de samlet set er tilfredse med deres ressourceforløb, og 33 pct. svarer')
  })

  test('the other answers are told one by one where their share together is unknown', async () => {
    const files = withoutGroups(
      known(...whole, 'alle;samlet;hverken;10', 'alle;samlet;ved-ikke;14', 'selv;samlet;tilfreds;70'),
      ...['pension', 'afsluttet', 'i-gang'],
    )
    const memo = await toldBy(files)
    expect(memo).toContain('svarer, at de er utilfredse. Desuden svarer 10 pct. ”hverken eller” og 14 pct. ”ved ikke”.')
    expect(memo).not.toContain('Resten')
    expect(memo).toContain('Spørgsmål | Positivt svar eller ja | Negativt svar eller nej | Øvrige svar hver for sig\n')
    expect(memo).toContain('| 43 % | 33 % | 10 pct. ”hverken eller” og 14 pct. ”ved ikke”\n')
    const english = { 'notat.yaml': new TextEncoder().encode(inEnglish.survey), 'data/andele.csv': files['data/andele.csv'] ?? '' }
    expect(await toldBy(withoutGroups(english, 'pension', 'afsluttet', 'i-gang'))).toContain(
      'In addition, 10 per cent answered “neither” and 14 per cent answered “don’t know”.',
    )
  })

  test('a question whose groups cannot be put in order has a row, and no empty line', async () => {
    const groups = ['selv;plan;ja;knap halvdelen', 'pension;plan;ja;48', 'afsluttet;motivation;ja;20', 'i-gang;motivation;ja;30']
    const memo = await toldBy(known(...whole, ...groups))
    expect(memo).not.toContain('*En klar plan.*')
    expect(memo).toContain('group: En klar plan\nØnsker selv et ressourceforløb | knap halvdelen\n')
    expect(memo).toContain('Blandt borgere, der er i et ressourceforløb, svarer 30 pct., at de i høj grad eller nogen grad er motiverede')
    expect(memo).toContain(
      'Blandt borgere, der har afsluttet ressourceforløbet, svarer 20 pct., at de i høj grad eller nogen grad er motiverede for at deltage i ressourceforløbet.\n',
    )
  })

  test('all numbers are shown where only the negative ones are known', async () => {
    const memo = await toldBy(withoutGroups(known('alle;samlet;utilfreds;33', 'selv;motivation;nej;20'), 'pension', 'afsluttet', 'i-gang'))
    expect(memo).toMatch(/Alle tal\n[\s\S]*Spørgsmål \| Negativt svar eller nej\nSamlet tilfredshed \| 33 %/)
  })
})

// ── the example with other numbers ──

/** Shares in words, and the middle of what each may be, in tenths of a per cent: ±0,5 points, or from 0,5 to 2,5 beside. */
const spoken: [words: string, tenths: number][] = [
  ['knap halvdelen', 485],
  ['godt halvdelen', 515],
  ['knap hver tredje', 318],
  ['godt hver femte', 215],
]

describe.each([11, 12, 13])('the example with random numbers, seed %i', (seed) => {
  const below = belowOf(seed)
  /** `told`: as a sentence has it. */
  const anyValue = () => {
    const [words = '', tenths = 0] = spoken[below(spoken.length)] ?? []
    // The answers to a question are no more than all together, in words or not.
    const number = 1 + below(20)
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
    const memo = await toldBy({ ...example, 'data/andele.csv': csv })
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
    // Of two groups the one with more is told first, or neither is.
    const wanting = {
      selv: 'borgere, der selv ønsker et ressourceforløb,',
      pension: 'borgere, der ønsker at blive indstillet til en førtidspension,',
    }
    const told = (most: keyof typeof wanting, least: keyof typeof wanting) => {
      const [first, second] = [of(most, 'motivation', 'ja'), of(least, 'motivation', 'ja')]
      const says = 'at de i høj grad eller nogen grad er motiverede for at deltage i ressourceforløbet.'
      const sentences = `Blandt ${wanting[most]} svarer ${first?.told}, ${says} Blandt ${wanting[least]} svarer ${second?.told}, ${says}`
      return memo.includes(sentences) && (first?.tenths ?? 0) - (second?.tenths ?? 0)
    }
    const [selvFirst, pensionFirst] = [told('selv', 'pension'), told('pension', 'selv')]
    for (const difference of [selvFirst, pensionFirst]) if (difference !== false) expect(difference).toBeGreaterThan(0)
    const between = (of('selv', 'motivation', 'ja')?.tenths ?? 0) - (of('pension', 'motivation', 'ja')?.tenths ?? 0)
    if (Math.abs(between) > 20) expect(between > 0 ? selvFirst : pensionFirst).toBe(Math.abs(between))
    // What is not finished is not held against what is.
    expect(memo).toContain(`har afsluttet ressourceforløbet, svarer ${of('afsluttet', 'i-praktik', 'nej')?.told}, at de ikke har deltaget`)
    expect(memo).toContain(`er i et ressourceforløb, svarer ${of('i-gang', 'endnu-i-praktik', 'nej')?.told}, at de endnu ikke har deltaget`)
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
type Counts = Record<(typeof options)[number], number>
type Answers = Record<string, Record<string, Counts>>
const others = ['hverken', 'ved-ikke', 'oensker-ikke'] as const
const items = ['samlet', 'praktik'] as const

/** A question's sides as a sentence has them: how many, and what they say. */
type Sides = { yes: string; positive: string; no: string; negative: string }
/** A group, and how many of it. */
type Told = [group: string, share: string]

const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** The same survey, and the sentences that tell of it, in each language. */
const languages = {
  da: {
    labels: ['tilfreds', 'hverken eller', 'utilfreds', 'ved ikke', 'ønsker ikke at svare'],
    item: 'Emnet',
    says: { samlet: ['er tilfredse', 'er utilfredse'], praktik: ['er glade for praktikken', 'er kede af praktikken'] },
    phrases: { unge: 'de unge', voksne: 'de voksne', aeldre: 'de ældre' } as Record<string, string>,
    unit: 'pct.',
    comma: ',',
    less: 'under 1',
    more: 'over 99',
    none: 'ingen',
    all: 'alle',
    and: 'og',
    or: 'eller',
    quote: (words: string) => `”${words}”`,
    sides: ({ yes, positive, no, negative }: Sides, isFirst: boolean) =>
      `${isFirst ? `Blandt borgerne svarer ${positive}` : `${capitalised(positive)}${['ingen', 'alle'].includes(positive) ? '' : ' af borgerne'} svarer`}, at de ${yes}, og ${negative} svarer, at de ${no}.`,
    moreYes: (yes: string, no: string) => `Flere borgere svarer, at de ${yes}, end der svarer, at de ${no}.`,
    alike: (yes: string, no: string) => `Omtrent lige så mange borgere svarer, at de ${yes}, som der svarer, at de ${no}.`,
    rest: (share: string, named: string) => `Resten, ${share}, svarer ${named}.`,
    spread: (listed: string) => `De fordeler sig med ${listed}.`,
    one: (share: string, quoted: string) => `${share} på ${quoted}`,
    group: (phrase: string, share: string) => `${phrase} med ${share}`,
    contrast: (yes: string, most: string, least: string) =>
      `Af de viste grupper er andelen, der svarer, at de ${yes}, størst blandt ${most} og mindst blandt ${least}${least.endsWith('.') ? '' : '.'}`,
    two: (yes: string, [most, more]: Told, [least, less]: Told) => [
      `Blandt ${most} svarer ${more}, at de ${yes}.`,
      `Blandt ${least} svarer ${less}, at de ${yes}.`,
    ],
    same: (yes: string, share: string) => `Andelen, der svarer, at de ${yes}, er ${share} i hver af de viste grupper.`,
    isOfAnswers: /pct\.|svarer/,
  },
  en: {
    labels: ['satisfied', 'neither', 'dissatisfied', 'don’t know', 'prefer not to answer'],
    item: 'Subject',
    says: { samlet: ['are satisfied', 'are dissatisfied'], praktik: ['like the placement', 'dislike the placement'] },
    phrases: { unge: 'the young', voksne: 'the adults', aeldre: 'the old' } as Record<string, string>,
    unit: 'per cent',
    comma: '',
    less: 'under 1',
    more: 'over 99',
    none: 'none',
    all: 'all',
    and: 'and',
    or: 'or',
    quote: (words: string) => `“${words}”`,
    sides: ({ yes, positive, no, negative }: Sides, _isFirst: boolean) =>
      `Of the citizens, ${positive} answered that they ${yes}, and ${negative} answered that they ${no}.`,
    moreYes: (yes: string, no: string) => `More citizens answered that they ${yes} than answered that they ${no}.`,
    alike: (yes: string, no: string) => `About as many citizens answered that they ${yes} as answered that they ${no}.`,
    rest: (share: string, named: string) => `The rest, ${share}, answered ${named}.`,
    spread: (listed: string) => `They are made up of ${listed}.`,
    one: (share: string, quoted: string) => `${share} for ${quoted}`,
    group: (phrase: string, share: string) => `${phrase} (${share})`,
    contrast: (yes: string, most: string, least: string) =>
      `Among the groups shown, the share that answered that they ${yes} is largest for ${most} and smallest for ${least}.`,
    two: (yes: string, [most, more]: Told, [least, less]: Told) => [
      `Of ${most}, ${more} answered that they ${yes}.`,
      `Of ${least}, ${less} answered that they ${yes}.`,
    ],
    same: (yes: string, share: string) => `The share that answered that they ${yes} is ${share} in each of the groups shown.`,
    isOfAnswers: /per cent|answered that/,
  },
} satisfies Record<LocaleId, unknown>

const survey = (locale: LocaleId, parts: readonly string[]) => {
  const { labels, says, phrases, item } = languages[locale]
  const called = locale === 'en' ? '\n  respondents: { one: citizen, many: citizens, definite: the citizens }' : ''
  return `locale: ${locale}
sender: { organisation: Prøveby Kommune }
survey:
  title: Undersøgelse af indsatsen
  topic: indsatsen${called}
  scales:
    - id: tre
      options:
        - { id: tilfreds, label: ${labels[0]}, score: 3 }
        - { id: hverken, label: ${labels[1]}, score: 2 }
        - { id: utilfreds, label: ${labels[2]}, score: 1 }
        - { id: ved-ikke, label: ${labels[3]}, missing: dontKnow }
        - { id: oensker-ikke, label: ${labels[4]}, missing: noAnswer }
  items:
${items
  .map(
    (id) =>
      `    - { id: ${id}, label: ${item} ${id}, text: Hvor tilfreds er du?, scale: tre, shareBase: answered, says: { positive: ${says[id][0]}, negative: ${says[id][1]} } }`,
  )
  .join('\n')}
  periods: [{ from: 2024-01-01, to: 2024-12-31 }]
  segments:
    id: alle
    label: Alle borgere
    parts: [${parts.map((id) => `{ id: ${id}, label: Gruppen ${id}, phrase: ${phrases[id]} }`).join(', ')}]
documents: [{ template: undersoegelsesresume, fields: { date: 2025-02-03 } }]
`
}

function filesOf(answers: Answers, locale: LocaleId = 'da'): ProjectFiles {
  const rows = Object.entries(answers).flatMap(([item, parts]) =>
    Object.entries(parts).flatMap(([part, counts]) => options.map((option) => `2024;${part};${item};${option};${counts[option]}`)),
  )
  const parts = Object.keys(Object.values(answers)[0] ?? {})
  return { 'notat.yaml': survey(locale, parts), 'data/svar.csv': ['periode;målgruppe;spørgsmål;svar;antal', ...rows].join('\n') }
}

const countsOf = (...numbers: number[]) => Object.fromEntries(options.map((option, at) => [option, numbers[at] ?? 0])) as Counts
const sumOf = (all: readonly Counts[]) => countsOf(...options.map((option) => all.reduce((sum, each) => sum + each[option], 0)))
const baseOf = (counts: Counts) => options.reduce((sum, option) => sum + counts[option], 0)
/** Per cent, half up, in whole numbers. */
const percent = (count: number, of: number) => Math.floor((200 * count + of) / (2 * of))
/** Where a share stands among others: beside none and all lie those that round to them. */
const placeOf = (count: number, of: number) =>
  percent(count, of) + (count > 0 && percent(count, of) === 0 ? 0.5 : count < of && percent(count, of) === 100 ? -0.5 : 0)

/** Every sentence of the summary that tells of answers, as they must be, and those of the document. */
function sentencesOf(memo: string, answers: Answers, locale: LocaleId = 'da'): { expected: string[]; told: string[] } {
  const words = languages[locale]
  const listed = (all: string[], last: string) => (all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} ${last} ${all.at(-1)}`)
  const share = (count: number, of: number) => {
    const place = placeOf(count, of)
    return `${place === 0.5 ? words.less : place === 99.5 ? words.more : place} ${words.unit}`
  }
  const people = (count: number, of: number) => (count === 0 ? words.none : count === of ? words.all : share(count, of))
  const expected: string[] = []
  items.forEach((item, at) => {
    const all = sumOf(Object.values(answers[item] ?? {}))
    const of = baseOf(all)
    const [yes = '', no = ''] = words.says[item]
    expected.push(words.sides({ yes, positive: people(all.tilfreds, of), no, negative: people(all.utilfreds, of) }, at === 0))
    if (at > 0) return
    const [positive, negative] = [placeOf(all.tilfreds, of), placeOf(all.utilfreds, of)]
    if (positive > negative) expected.push(words.moreYes(yes, no))
    else if (positive < negative) expected.push(words.moreYes(no, yes))
    else expected.push(words.alike(yes, no))
    const left = others.filter((id) => all[id] > 0)
    const quoted = (id: (typeof others)[number]) => words.quote(words.labels[options.indexOf(id)] ?? '')
    if (left.length === 0) return
    const count = left.reduce((sum, id) => sum + all[id], 0)
    expected.push(words.rest(share(count, of), listed(left.map(quoted), words.or)))
    if (left.length > 1) {
      const each = left.map((id) => words.one(share(all[id], of), quoted(id)))
      expected.push(words.spread(listed(each, words.and)))
    }
  })
  for (const item of items) {
    const groups = Object.entries(answers[item] ?? {}).map(([part, counts]) => {
      const of = baseOf(counts)
      return { part, place: placeOf(counts.tilfreds, of), share: share(counts.tilfreds, of), told: people(counts.tilfreds, of) }
    })
    if (groups.length < 2) continue
    const [most, least] = [Math.max(...groups.map(({ place }) => place)), Math.min(...groups.map(({ place }) => place))]
    const named = (wanted: number) => {
      const those = groups.filter(({ place }) => place === wanted)
      const names = those.map(({ part, share: told }) => words.group(words.phrases[part] ?? '', told))
      return listed(names, words.and)
    }
    const yes = words.says[item][0] ?? ''
    const [more, less] = [...groups].sort((a, b) => b.place - a.place).map(({ part, told }): Told => [words.phrases[part] ?? '', told])
    if (most === least) expected.push(words.same(yes, groups[0]?.share ?? ''))
    else if (groups.length === 2 && more && less) expected.push(...words.two(yes, more, less))
    else expected.push(words.contrast(yes, named(most), named(least)))
  }
  const told = sentencesIn(memo).filter((sentence) => words.isOfAnswers.test(sentence))
  return { expected: expected.sort(), told: told.sort() }
}

/** Nobody, one and many of each answer, and once in a while so many that others round to none. */
function answersOf(seed: number, parts: readonly string[]): Answers {
  const below = belowOf(seed)
  const any = (most: number) => [0, 1, 6 + below(most), 6 + below(most), 3000][below(seed % 3 === 0 ? 5 : 4)] ?? 0
  const counts = () => {
    const own = countsOf(...options.map((_, at) => any(at === 0 ? 90 : 40)))
    return baseOf(own) < 10 ? { ...own, hverken: own.hverken + 10 } : own
  }
  return Object.fromEntries(items.map((item) => [item, Object.fromEntries(parts.map((part) => [part, counts()]))]))
}

describe.each(['da', 'en'] as const)('no sentence is false (%s)', (locale) => {
  test.each(Array.from({ length: runs(8, 60) }, (_, index) => index + 1))('of random answers, seed %i', async (seed) => {
    const answers = answersOf(seed, ['unge', 'voksne', 'aeldre'].slice(0, 1 + (seed % 3)))
    const memo = await toldBy(filesOf(answers, locale))
    const { expected, told } = sentencesOf(memo, answers, locale)
    if (Object.keys(answers.samlet ?? {}).length > 1) expect(told).toEqual(expected)
    else expect(told).toEqual(expect.arrayContaining(expected))
    // The table: of each question its shares and all who answered.
    for (const item of items) {
      const all = sumOf(Object.values(answers[item] ?? {}))
      const of = baseOf(all)
      const cells = [all.tilfreds, all.utilfreds, of - all.tilfreds - all.utilfreds].map(
        (count) => `${percent(count, of)}${locale === 'da' ? ' %' : '%'}`,
      )
      const base = String(of).replace(/\B(?=(\d{3})+$)/g, locale === 'da' ? '.' : ',')
      expect(memo).toContain(`${languages[locale].item} ${item} | ${cells.join(' | ')} | ${base}\n`)
    }
  })

  test('where groups are alike, where both sides are, and where nobody is in the middle', async () => {
    const same = countsOf(20, 0, 20, 0, 0)
    const answers: Answers = { samlet: { unge: same, voksne: same }, praktik: { unge: countsOf(30, 0, 10), voksne: countsOf(10, 0, 30) } }
    const memo = await toldBy(filesOf(answers, locale))
    const { expected, told } = sentencesOf(memo, answers, locale)
    expect(told).toEqual(expected)
    expect(memo).toContain(locale === 'da' ? 'Omtrent lige så mange borgere' : 'About as many citizens')
    expect(memo).toContain(locale === 'da' ? '50 pct. i hver af de viste grupper' : '50 per cent in each of the groups shown')
  })

  test('nobody, everybody, and so few or so many that they round to it', async () => {
    const answers: Answers = {
      samlet: { unge: countsOf(0, 0, 40, 0, 0), voksne: countsOf(0, 0, 50, 0, 0) },
      praktik: { unge: countsOf(1, 0, 2999, 0, 0), voksne: countsOf(0, 0, 3000, 0, 0) },
    }
    const memo = await toldBy(filesOf(answers, locale))
    const { expected, told } = sentencesOf(memo, answers, locale)
    expect(told).toEqual(expected)
    const sentences = {
      da: [
        'Blandt borgerne svarer ingen, at de er tilfredse, og alle svarer, at de er utilfredse.',
        'Under 1 pct. af borgerne svarer, at de er glade for praktikken, og over 99 pct. svarer, at de er kede af praktikken.',
      ],
      en: [
        'Of the citizens, none answered that they are satisfied, and all answered that they are dissatisfied.',
        'Of the citizens, under 1 per cent answered that they like the placement, and over 99 per cent answered that they dislike the placement.',
      ],
    }
    for (const sentence of sentences[locale]) expect(told).toContain(sentence)
  })

  test('groups that are withheld are named, and one group is not held against others', async () => {
    const [many, few] = [countsOf(20, 10, 10, 2, 0), countsOf(2, 0, 1, 0, 0)]
    const parts = { unge: many, voksne: few, aeldre: countsOf(12, 4, 9, 1, 0) }
    const memo = await toldBy(filesOf({ samlet: parts, praktik: parts }, locale))
    const shown = Object.entries(languages[locale].phrases).filter(([id]) => memo.includes(`Gruppen ${id} | `))
    const hidden = Object.entries(languages[locale].phrases).filter((each) => !shown.some(([id]) => id === each[0]))
    // The one with too few answers, and one more that would give it away.
    expect([shown.length, hidden.map(([id]) => id)]).toEqual([1, expect.arrayContaining(['voksne'])])
    const named = hidden.map(([, phrase]) => phrase)
    expect(memo).toContain(
      locale === 'da'
        ? `Nogle tal for ${named.join(' og ')} vises ikke af hensyn til anonymitet.`
        : `Some numbers for ${named.join(' and ')} are not shown, to protect anonymity.`,
    )
    expect(memo).toContain(locale === 'da' ? '## Svar fra de enkelte grupper\n' : '## Answers of the groups\n')
    expect(memo).not.toMatch(/Forskelle mellem|Differences between|størst|greatest/)
  })

  test('of too few answers nothing is told but that there is nothing', async () => {
    const few = countsOf(1, 1, 1, 0, 0)
    const memo = await toldBy(filesOf({ samlet: { unge: few }, praktik: { unge: few } }, locale))
    expect(memo).toContain(
      locale === 'da' ? 'Der er ingen andele at vise for emnet samlet i 2024.' : 'There are no shares to show for subject samlet in 2024.',
    )
    expect(memo).not.toMatch(/pct\.|per cent|Tabel|Table|Alle tal|All figures|Forskelle|Differences/)
  })
})
