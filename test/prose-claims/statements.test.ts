import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { randomProject } from '../../scripts/random-projects.mjs'
import { build } from '../../src/build.js'
import { isAuthors } from '../../src/claim.js'
import { danishStatements } from '../../src/locale/danish-statements.js'
import type { LocaleId } from '../../src/locale/index.js'
import { buildProject } from '../../src/node.js'
import { parseProject } from '../../src/project.js'
import { runs } from '../runs.js'
import { danishForms, englishForms } from './statement-forms.js'
import { heldFalse, heldTrue } from './statement-holdout.js'
import { builtWith, type Outcome, outcomeOf, statementProject } from './statement-project.js'
import { falseDanish, falseEnglish, trueDanish, trueEnglish, unreadDanish } from './statement-sentences.js'
import { notSoDanish, notSoEnglish, otherDanish, otherEnglish, soDanish, soEnglish } from './statement-strangers.js'

const sentencesIn = (text: string) => text.trim().split('\n')

/** What becomes of each sentence, all in one section: a paragraph each, so that a place's line tells which. */
async function outcomesOf(sentences: readonly string[], locale: LocaleId = 'da'): Promise<Map<string, Outcome>> {
  const { findings, notRead } = await builtWith(sentences.join('\n\n'), locale)
  const lineOf = (place: { file: string; line?: number } | null) => (place?.file === 'sections/tekst.md' ? (place.line ?? 0) : 0)
  const refused = new Set(findings.filter(({ kind }) => kind === 'error').map(({ found }) => lineOf(found.place)))
  const unread = new Set(notRead.map(({ place }) => lineOf(place)))
  return new Map(
    sentences.map((sentence, index): [string, Outcome] => {
      const line = 2 * index + 1
      return [sentence, refused.has(line) ? 'false' : unread.has(line) ? 'not read' : 'true']
    }),
  )
}

async function others(text: string, expected: Outcome, locale: LocaleId = 'da'): Promise<string[]> {
  const outcomes = await outcomesOf(sentencesIn(text), locale)
  return [...outcomes].filter(([, outcome]) => outcome !== expected).map(([sentence, outcome]) => `${outcome}: ${sentence}`)
}

describe('sentences of a memo', () => {
  it('are refused in Danish where they are not so', async () => expect(await others(falseDanish, 'false')).toEqual([]))
  it('pass in Danish where they are so, or tell nothing', async () => expect(await others(trueDanish, 'true')).toEqual([]))
  it('are listed in Danish where they cannot be told', async () => expect(await others(unreadDanish, 'not read')).toEqual([]))
  it('are refused in English where they are not so', async () => expect(await others(falseEnglish, 'false', 'en')).toEqual([]))
  it('pass in English where they are so', async () => expect(await others(trueEnglish, 'true', 'en')).toEqual([]))

  it('that were not looked at while the reader was made are never passed over, nor refused though they are so', async () => {
    const [notSo, so] = [await outcomesOf(sentencesIn(heldFalse)), await outcomesOf(sentencesIn(heldTrue))]
    expect([...notSo].filter(([, outcome]) => outcome === 'true')).toEqual([])
    expect([...so].filter(([, outcome]) => outcome === 'false')).toEqual([])
  })
})

describe('what people write who have not seen the reader', () => {
  it.each([
    ['da', notSoDanish, soDanish, otherDanish],
    ['en', notSoEnglish, soEnglish, otherEnglish],
  ] as const)(
    'in %s never passes where it is not so, is never refused where it is, and is seldom listed where it is about other things',
    async (locale, notSo, so, other) => {
      const found = async (text: string, outcome: Outcome) =>
        [...(await outcomesOf(sentencesIn(text), locale))].filter((each) => each[1] === outcome).map(([sentence]) => sentence)
      expect(await found(notSo, 'true')).toEqual([])
      expect(await found(so, 'false')).toEqual([])
      expect(await found(other, 'false')).toEqual([])
      expect((await found(other, 'not read')).length).toBeLessThan(sentencesIn(other).length / 4 + 1)
    },
  )
})

describe('every way to say it', () => {
  it.each([
    ['da', danishForms, 0.75],
    ['en', englishForms, 0.8],
  ] as const)('in %s is refused or listed where it is not so, and is never refused where it is', async (locale, forms, readAtLeast) => {
    const pairs = sentencesIn(forms).map((line) => line.split(' | '))
    const outcomes = await outcomesOf(pairs.flat(), locale)
    const [so, notSo] = [0, 1].map((side) => pairs.map((pair) => pair[side] ?? '')) as [string[], string[]]
    expect(notSo.filter((sentence) => outcomes.get(sentence) === 'true')).toEqual([])
    expect(so.filter((sentence) => outcomes.get(sentence) === 'false')).toEqual([])
    // Listing all of them would be no reading.
    expect(so.filter((sentence) => outcomes.get(sentence) === 'true').length).toBeGreaterThan(so.length * readAtLeast)
  })
})

describe('a template’s own sentences', () => {
  const projects = Array.from({ length: runs(30, 300) }, (_, index) => index + 1)

  it.each(projects)('are all read and hold (random project %i)', async (seed) => {
    const { findings, notRead } = await build(parseProject(randomProject(seed).files), { formats: [] })
    expect(notRead.map(({ text, reason }) => `${reason}: ${text}`)).toEqual([])
    expect(findings.filter(({ scope, kind }) => scope === 'document' && kind === 'error')).toEqual([])
  })
})

describe('the examples’ own words', () => {
  it.each(readdirSync('examples'))('are read, but for what an author has written: %s', async (name) => {
    const { notRead } = await buildProject(`examples/${name}`, { formats: [] })
    expect(notRead.filter((each) => !isAuthors(each)).map(({ text, reason }) => `${reason}: ${text}`)).toEqual([])
  })
})

describe('true sentences that are turned round', () => {
  const turned: [RegExp, string][] = [
    [/\bsteget\b/g, 'faldet'],
    [/\bfaldet\b/g, 'steget'],
    [/\bsteg\b/g, 'faldt'],
    [/\bfaldt\b/g, 'steg'],
    [/\bfalder\b/g, 'stiger'],
    [/\bstigende\b/gi, 'faldende'],
    [/\bfaldende\b/gi, 'stigende'],
    [/\bstigning\b/g, 'tilbagegang'],
    [/\bfald\b/gi, 'stigning'],
    [/\btilbagegang\b/gi, 'fremgang'],
    [/\bfremgang\b/gi, 'tilbagegang'],
    [/\b(gået|går|rykket) tilbage\b/g, '$1 frem'],
    [/\b(gået|går|rykket) frem\b/g, '$1 tilbage'],
    [/\bhøjere\b/g, 'lavere'],
    [/\blavere\b/g, 'højere'],
    [/\bhøjest/g, 'lavest'],
    [/\blavest/g, 'højest'],
    [/\b(ligger|dermed) over\b/g, '$1 under'],
    [/\b(ligger|dermed) under\b/g, '$1 over'],
    [/\bikke nået/g, 'nået'],
  ]
  // "hverken … eller", "ikke alle" and goals stay true, or stay no statements.
  const stay = /hverken|Ikke alle|ønske|Målet er at|skal stige/

  const variantsOf = (sentence: string): string[] => {
    const slots = sentence.match(/<[~#]?\w+(?:>|<<|<)/g) ?? []
    const [first, second] = slots
    const swapped =
      slots.length === 2 && first && second && first !== second
        ? [sentence.replace(first, '@').replace(second, first).replace('@', second)]
        : []
    return [...turned.map(([from, to]) => sentence.replace(from, to)), ...swapped].filter((variant) => variant !== sentence)
  }

  it('are refused or listed, never passed over', async () => {
    const sentences = sentencesIn(trueDanish).filter((sentence) => !stay.test(sentence))
    const variants = [...new Set(sentences.flatMap(variantsOf))]
    expect(variants.length).toBeGreaterThan(130)
    const outcomes = await outcomesOf(variants)
    expect([...outcomes].filter(([, outcome]) => outcome === 'true').map(([sentence]) => sentence)).toEqual([])
  })
})

describe('points that only name somebody', () => {
  const listed = async (section: string) => (await builtWith(section)).notRead.map(({ text }) => text)

  it.each(['Fremgang:', 'Gået tilbage siden 2023:', '## Fremgang'])('are listed under %s', async (leadIn) => {
    expect(await listed(`${leadIn}\n\n- bostøtten\n- værestederne\n\n1. STU`)).toEqual(
      expect.arrayContaining(['bostøtten', 'værestederne', 'STU']),
    )
  })

  it('are nothing under what tells nothing', async () => {
    expect(await listed('Vi vil gøre dette:\n\n- styrke bostøtten\n- åbne værestederne om aftenen')).toEqual([])
  })
})

describe('places and right words', () => {
  const finding = async (section: string, options = {}) => {
    const { findings } = await builtWith(section, 'da', options)
    return findings
      .filter(({ scope }) => scope === 'document')
      .map(({ found, values }) => [
        found.text,
        found.place?.file,
        found.place?.line,
        found.place?.column,
        'right' in values ? values.right : null,
      ])
  }

  it('are those of the false word, with the word that would be right', async () => {
    expect(
      await finding('## Konklusion\n\nUdviklingen er denne:\n\n- Bostøtten er\n  *steget* fra <bo< til <bo>.\n- STU **falder**.\n'),
    ).toEqual([
      ['steget', 'sections/tekst.md', 6, 4, 'faldet'],
      ['falder', 'sections/tekst.md', 7, 9, 'stiger'],
    ])
  })

  it('count behind entities, escapes and the spelling of the author', async () => {
    const section = 'P&aring; bostøtten er tilfredsheden \\(igen\\) ste\u00adget.'
    const column = section.indexOf('ste\u00adget') + 1
    expect(await finding(section)).toEqual([['ste\u00adget', 'sections/tekst.md', 1, column, 'faldet']])
    expect(await finding('Bostøtten er uaendret på <bo>.'.normalize('NFD'))).toEqual([['uaendret', 'sections/tekst.md', 1, 14, 'faldet']])
  })

  it.each([
    ['plain', 'Det gik fint. Bostøtten er steget markant.'],
    ['plain, over lines', 'Det gik\n        fint.   Bostøtten\n        er steget markant.'],
    ['in quotation marks', '"Det gik \\"fint\\" \\u00e5r\\x2e Bostøtten er steget markant."'],
    ['in quotation marks, over lines', '"Det gik\n        \\"fint\\". Bostøtten \\\n        er steget markant."'],
    ['in single marks', "'Det gik ''fint''. Bostøtten er steget markant.'"],
    ['in single marks, over lines', "'Det gik ''fint''.\n        Bostøtten er\n        steget markant.'"],
    ['a literal block', '|\n        Det gik fint.\n        Bostøtten er\n        steget markant.'],
    ['a folded block', '>-\n        Det gik fint.\n        Bostøtten er\n        steget markant.'],
    ['a folded block of its own depth', '>2+\n          Det gik fint.\n        Bostøtten er steget markant.\n'],
    [
      'with a number before it',
      '>\n        Det gik fint fra {{indexScore "bo" period="previous"}}\n        til {{indexScore "bo"}}. Bostøtten er steget markant.',
    ],
  ])('are in notat.yaml for an explanation, %s', async (_, explanation) => {
    const project = statementProject('{{standard}}', 'da', { explanation })
    const yaml = String(project['notat.yaml'])
    const before = yaml.slice(0, yaml.indexOf('steget')).split('\n')
    const template = String(project['templates/prove.md']).replace(
      'Tekst.',
      '{{#each (segments where=explanation)}}{{explanation}}{{/each}}',
    )
    const { findings } = await build(parseProject({ ...project, 'templates/prove.md': template }), { formats: [] })
    expect(findings.map(({ found }) => [found.text, found.place?.file, found.place?.line, found.place?.column])).toEqual([
      ['steget', 'notat.yaml', before.length, (before.at(-1)?.length ?? 0) + 1],
    ])
  })
})

describe('differences to a target', () => {
  it.each([
    ['STU er {{indexScore "stu"}}, {{difference "stu" to="target"}} indekspoint over målet.', 'true'],
    ['STU er {{indexScore "stu"}}, {{difference "stu" to="target"}} indekspoint under målet.', 'false'],
    [
      'Målet om 65 for STU-tilbuddene er nået: indekstallet er {{indexScore "stu"}}, {{difference "stu" to="target"}} indekspoint over målet.',
      'true',
    ],
    [
      'Målet om 80 for bostøtten er ikke nået: indekstallet er {{indexScore "bo"}}, {{difference "bo" to="target"}} indekspoint under målet.',
      'true',
    ],
    ['Målet om 80 for bostøtten er nået: indekstallet er {{indexScore "bo"}}.', 'false'],
    [
      'Målet om 80 for bostøtten er ikke nået: indekstallet er {{indexScore "bo"}}, {{difference "stu" to="target"}} indekspoint under målet.',
      'false',
    ],
  ])('%s', async (section, outcome) => {
    expect(outcomeOf(await builtWith(section.replace(/(?<=om )\d+/, (number) => `{{typed "${number}" source="Budget"}}`)))).toBe(outcome)
  })
})

describe('several items', () => {
  it('are told by slots and names; where neither tells, it is false only if it is so of none', async () => {
    const outcome = async (section: string) => outcomeOf(await builtWith(section, 'da', { items: 2 }))
    expect(await outcome('Brugertilfredsheden er steget fra <all< til <all>.')).toBe('false')
    expect(await outcome('Tilfredsheden er <all> og er steget.')).toBe('false')
    expect(await outcome('Medinddragelsen er steget.')).toBe('false')
    expect(await outcome('Medinddragelsen er <all>.')).toBe('false')
    expect(await outcome('Tilfredsheden er faldet.')).toBe('true')
  })
})

describe('providers', () => {
  const outcomes = async (sentences: readonly string[]) => {
    const data = [
      'period;segment;provider;item;metric;value;base',
      '2023;vs;nord;overall;indexScore;70;50',
      '2024;vs;nord;overall;indexScore;78;50',
    ]
      .concat('2023;vs;syd;overall;indexScore;80;50', '2024;vs;syd;overall;indexScore;74;50')
      .join('\n')
    const project = statementProject(sentences.join('\n\n'))
    const yaml = String(project['notat.yaml'])
      .replace(
        /parts:\n[\s\S]*?\n {2}targets.*\n/,
        'parts: [{ id: vs, label: Væresteder }]\n  providers: [{ id: nord, label: Huset Nord, kind: internal, segments: [vs] }, { id: syd, label: Syd ApS, kind: external, segments: [vs] }]\n',
      )
      .replace('{ from: 2022-01-01, to: 2022-12-31 }, ', '')
    const { findings, notRead } = await build(parseProject({ ...project, 'notat.yaml': yaml, 'data/tal.csv': data }), { formats: [] })
    const isAt = (index: number, place: { line?: number } | null) => place?.line === 2 * index + 1
    return sentences.map((_, index): Outcome => {
      if (findings.some(({ found }) => isAt(index, found.place))) return 'false'
      return notRead.some(({ place }) => isAt(index, place)) ? 'not read' : 'true'
    })
  }

  it('are told by their names', async () => {
    const so = ['Huset Nord er steget.', 'Syd ApS er faldet.', 'Huset Nord ligger højere end Syd ApS.', 'Kun Huset Nord er gået frem.']
    const notSo = [
      'Huset Nord er faldet.',
      'Syd ApS er steget.',
      'Huset Nord ligger lavere end Syd ApS.',
      'Alle leverandører er gået frem.',
    ]
    expect(await outcomes([...so, ...notSo])).toEqual([...so.map(() => 'true'), ...notSo.map(() => 'false')])
  })
})

describe('the words of change', () => {
  it('have no two directions', () => {
    const directions = new Map<string, Set<string>>()
    for (const { words, direction } of danishStatements.directions)
      directions.set(words, (directions.get(words) ?? new Set()).add(direction))
    expect([...directions].filter(([, told]) => told.size > 1)).toEqual([])
  })
})
