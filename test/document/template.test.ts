/** Templates: what they print, what they refuse and where, and that data never becomes markup. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { templates } from '../../src/assets/templates.js'
import type { Block } from '../../src/document/blocks.js'
import { checkTemplate, type Grammar, type Kind, throwAll } from '../../src/document/check.js'
import { parseTemplate } from '../../src/document/front-matter.js'
import { blocksOf, inlinesOf } from '../../src/document/markdown.js'
import {
  type Evaluated,
  evaluate,
  type List,
  lintTemplate,
  passagesIn,
  readSource,
  type Source,
  type Value,
  type Word,
  type Words,
} from '../../src/document/template.js'
import { NotatError, type Problem } from '../../src/errors.js'
import { locales } from '../../src/locale/index.js'
import { atOnce } from '../../src/steps.js'
import { words } from './memo.js'

const { da: locale } = locales
const source = (text: string, file = 'templates/x.md'): Source => readSource({ file, text }, locale)

/** What the names of a test stand for: a list is walked standing in its members, a record asked for its words. */
type Given = null | boolean | string | readonly Given[] | Names
type Names = { readonly [name: string]: Given }

const double: Word<Names> = {
  takes: [1, 1],
  options: ['end'],
  run: ({ args: [word], options, fail }) => (typeof word === 'string' ? word + word + (options.end ?? '') : fail(String(word), 'text')),
}

function isNames(given: Given | undefined): given is Names {
  return typeof given === 'object' && given !== null && !Array.isArray(given)
}

function valueGiven(given: Given | undefined, here: Names): Value<Names> {
  if (Array.isArray(given)) {
    const members = given.map((member: Given) => (isNames(member) ? { ...here, ...member } : { ...here, this: member }))
    return { is: 'list', members, attributes: {} } satisfies List<Names>
  }
  if (!isNames(given)) return given as null | boolean | string
  const attributes = Object.fromEntries(Object.entries(given).map(([name, inner]) => [name, () => valueGiven(inner, here)]))
  return { is: 'thing', noun: 'record', here: { ...here, ...given }, attributes }
}

function kindOf(given: Given): Kind {
  if (given === null) return 'record?'
  if (Array.isArray(given)) return 'list record'
  return isNames(given) ? 'record' : typeof given === 'boolean' ? 'truth' : 'text'
}

/** All names, also those of members and records. */
function namesIn(given: Given): [string, Given][] {
  if (Array.isArray(given)) return [['this', ''], ...given.flatMap(namesIn)]
  return isNames(given) ? Object.entries(given).flatMap(([name, inner]): [string, Given][] => [[name, inner], ...namesIn(inner)]) : []
}

function languageOf(values: Names): { words: Words<Names>; grammar: Grammar } {
  const all = namesIn(values)
  const own = all.map(([name]): [string, Word<Names>] => [
    name,
    { takes: [0, 0], options: [], run: ({ here }) => valueGiven(here[name], here) },
  ])
  const words = { ...Object.fromEntries(own), double }
  const kinds: Record<string, Kind> = { double: 'text', ...Object.fromEntries(all.map(([name, given]) => [name, kindOf(given)])) }
  const shapes = Object.entries(words).map(([name, { takes, options }]) => [name, { takes, options, gives: kinds[name] ?? 'text' }])
  const record = Object.fromEntries(all.map(([name]) => [name, 'text']))
  return { words, grammar: { words: Object.fromEntries(shapes), nouns: { record }, states: {}, implies: {} } }
}

function evaluated(text: Source, values: Names = {}, replaced: Record<string, Source> = {}): Evaluated {
  const { words, grammar } = languageOf(values)
  throwAll([text, ...Object.values(replaced)].flatMap((each) => checkTemplate(each, grammar, locale, passagesIn(each))))
  return evaluate(text, values, { words, locale, replaced: (section) => replaced[section] })
}

function blocks(text: string, values: Names = {}, replaced: Record<string, Source> = {}): Block[] {
  const printed = evaluated(source(text), values, replaced)
  return atOnce(blocksOf(printed, printed.slots, locale))
}

/** Paragraphs as their words, other blocks by their type. */
function printed(text: string, values: Names = {}, replaced: Record<string, Source> = {}): string[] {
  return blocks(text, values, replaced).map((block) => (block.type === 'paragraph' ? words(block.children) : block.type))
}

/** What a template is refused for: `code line:column`. */
function refusal(run: () => unknown): string[] {
  try {
    run()
  } catch (error) {
    if (error instanceof NotatError) return error.problems.map(({ code, line, column }) => `${code} ${line}:${column}`)
    throw error
  }
  return []
}

describe('what a template prints', () => {
  test('names, also inside names and from around a list', () => {
    expect(printed('{{a}} og {{b.c}}', { a: 'en', b: { c: 'to' } })).toEqual(['en og to'])
    expect(
      printed('{{#each list}}\n{{name}} i {{town}}\n\n{{/each}}', { town: 'Aarhus', list: [{ name: 'Hus' }, { name: 'Have' }] }),
    ).toEqual(['Hus i Aarhus', 'Have i Aarhus'])
    expect(printed('{{#each list}}{{this}} {{/each}}', { list: ['a', 'b'] })).toEqual(['a b'])
  })

  test('a claim, something that may be absent, a list that may be empty', () => {
    const text = '{{#if x}}ja{{else}}nej{{/if}}'
    expect([true, 'ord', ['a'], false, null, []].map((x) => printed(text, { x })[0])).toEqual(['ja', 'ja', 'ja', 'nej', 'nej', 'nej'])
    expect(printed('{{#if a}}1a{{else if b}}1b{{else}}1c{{/if}}', { a: false, b: true })).toEqual(['1b'])
    expect(printed('{{#unless a}}nej{{/unless}}', { a: false })).toEqual(['nej'])
    expect(printed('{{#with a}}{{b}}{{else}}intet{{/with}}', { a: null, b: 'x' })).toEqual(['intet'])
  })

  test('helpers with arguments, options and helpers inside', () => {
    expect(printed('{{double (double a) end="!"}}', { a: 'x' })).toEqual(['xxxx!'])
  })

  test('lines that only hold tags leave nothing behind, also after a chained else', () => {
    const text =
      '{{#each list}}\n- x\n{{#if p}}\n  p\n{{else if q}}\n  {{#unless c}}\n  u\n  {{else if d}}\n  d\n  {{else}}\n  n\n  {{/unless}}\n{{/if}}\n{{/each}}\n'
    const [list, ...others] = blocks(text, {
      list: [
        { p: false, q: true, c: true, d: false },
        { p: true, q: false, c: true, d: false },
      ],
    })
    expect(others).toEqual([])
    expect(
      list?.type === 'list' && list.items.map((item) => item.children.map((child) => child.type === 'paragraph' && words(child.children))),
    ).toEqual([['x n'], ['x p']])
  })

  test('headings, lists, bold, italics, links', () => {
    expect(blocks('## A\n\n### B\n\n1. a\n2. b\n\n- **Fald.** c\n\n* d *e* [f](https://g.dk)').map((block) => block.type)).toEqual([
      'heading',
      'heading',
      'list',
      'list',
      'list',
    ])
    expect(blocks('- **Fald.** a\n- **Fremgang.** b')[0]).toMatchObject({ type: 'list', kind: 'themes' })
    expect(blocks('- **Fald.** a\n- b')[0]).toMatchObject({ type: 'list', kind: 'bullets' })
  })

  test('a section of the project replaces the template’s, which `standard` prints', () => {
    const text = '{{#section "s"}}\nSådan er {{a}}.\n{{/section}}'
    const own = (words: string) => ({ s: source(words, 'sections/s.md') })
    expect(printed(text, { a: 'det' })).toEqual(['Sådan er det.'])
    expect(printed(text, { a: 'det' }, own('Nej.'))).toEqual(['Nej.'])
    expect(printed(text, { a: 'det' }, own('Før.\n\n{{standard}}\n\nEfter {{a}}.'))).toEqual(['Før.', 'Sådan er det.', 'Efter det.'])
  })

  test('a note stands at the end, its mark close to the word before', () => {
    const result = evaluated(source('Tal.\n{{#note}}\nFra {{a}}.\n{{/note}}\nMere.'), { a: 'b' })
    expect(words((atOnce(blocksOf(result, result.slots, locale))[0] as Extract<Block, { type: 'paragraph' }>).children)).toBe(
      'Tal.[1] Mere.',
    )
    expect(
      result.notes.map(({ id, mark, body }) => [
        id,
        mark,
        words((atOnce(blocksOf(body, result.slots, locale))[0] as never as { children: [] }).children),
      ]),
    ).toEqual([['note-1', '1', 'Fra b.']])
  })
})

describe('notes of the same words', () => {
  /** The printed text with its marks, and the notes' own words. */
  const noted = (text: string, values: Names = {}): [string, string[]] => {
    const result = evaluated(source(text), values)
    const wordsOf = (printed: Parameters<typeof inlinesOf>[0]) => words(inlinesOf(printed, result.slots, locale))
    return [wordsOf(result), result.notes.map(({ mark, body }) => `${mark} ${wordsOf(body)}`)]
  }

  test('are one note with one mark, wherever they are said', () => {
    expect(noted('A.{{#note}}x{{/note}} B.{{#note}}y{{/note}} C.{{#note}}\n x\n{{/note}}\n')).toEqual(['A.[1] B.[2] C.[1]', ['1 x', '2 y']])
    expect(noted('{{#define "n"}}{{#note}}x{{/note}}{{/define}}{{#each list}}{{this}}{{> n}} {{/each}}', { list: ['A', 'B'] })).toEqual([
      'A[1] B[1]',
      ['1 x'],
    ])
  })

  test('are notes of their own where they print a slot, even of the same words', () => {
    expect(noted('A.{{#note}}x {{a}}{{/note}} B.{{#note}}x {{b}}{{/note}}', { a: 'c', b: 'c' })).toEqual([
      'A.[1] B.[2]',
      ['1 x c', '2 x c'],
    ])
  })
})

describe('what a template is refused for, and where', () => {
  test.each([
    ['unknown name', 'a\n  {{b}}', 'unknown-template-name 2:5'],
    ['unknown name in if', '{{#if b}}x{{/if}}', 'unknown-template-name 1:7'],
    ['unknown name in each', '{{#each b}}x{{/each}}', 'unknown-template-name 1:9'],
    ['unknown name as argument', '{{double b}}', 'unknown-template-name 1:10'],
    ['a part that is not there', '{{known.b}}', 'unknown-template-name 1:3'],
    ['the prototype', '{{constructor}}', 'unknown-template-name 1:3'],
    ['the prototype of a part', '{{record.__proto__}}', 'unknown-template-name 1:3'],
    ['unknown helper', '{{triple "a"}}', 'unknown-helper 1:3'],
    ['unknown block', '{{#lookup a}}{{/lookup}}', 'unknown-helper 1:1'],
    ['too many arguments', '{{double "a" "b"}}', 'unknown-argument 1:14'],
    ['too few arguments', '\n{{double}}', 'missing-argument 2:3'],
    ['an unknown option', '{{double "a" start="b"}}', 'unknown-argument 1:14'],
    ['an argument of the wrong kind', '{{double true}}', 'wrong-argument 1:1'],
    ['something absent, printed', '{{absent}}', 'unguarded-absence 1:3'],
    ['a part of something absent', '{{absent.a}}', 'unguarded-absence 1:3'],
    ['a record, printed', '{{record}}', 'unprintable-value 1:3'],
    ['each over no list', '{{#each known}}x{{/each}}', 'unprintable-value 1:9'],
    ['triple-stash', '{{{known}}}', 'not-in-templates 1:1'],
    ['ampersand', '{{&known}}', 'not-in-templates 1:1'],
    ['a passage that is not defined', '{{> known}}', 'unknown-template-name 1:1'],
    ['a passage in itself', '{{#define "a"}}{{> a}}{{/define}}{{> a}}', 'circular-name 1:16'],
    ['a passage with arguments', '{{#define "a"}}b{{/define}}{{> a known}}', 'not-in-templates 1:28'],
    ['the scope around', '{{#with record}}{{../known}}{{/with}}', 'not-in-templates 1:19'],
    ['loop variables', '{{#each list}}{{@index}}{{/each}}', 'not-in-templates 1:17'],
    ['block parameters', '{{#each list as |x|}}a{{/each}}', 'not-in-templates 1:1'],
    ['else in a note', 'a{{#note}}b{{else}}c{{/note}}', 'not-in-templates 1:20'],
    ['a number', '{{12}}', 'not-in-templates 1:1'],
    ['raw HTML', 'a\n\n<b>x</b>', 'not-in-templates 3:1'],
    ['HTML after a slot', '{{known}}\n\n<div>', 'not-in-templates 3:1'],
    ['code', 'a `b`', 'not-in-templates 1:3'],
    ['an image', 'a ![b](https://c.dk)', 'not-in-templates 1:3'],
    ['a quotation', '> a', 'not-in-templates 1:1'],
    ['a rule', 'a\n\n---', 'not-in-templates 3:1'],
    ['a title', '# a', 'not-in-templates 1:1'],
    ['a list that begins with two', '2. a', 'not-in-templates 1:1'],
    ['a link to a script', '[a](javascript:b)', 'not-in-templates 1:1'],
    ['a link that data would make', '[a]({{known}})', 'not-in-templates 1:1'],
    ['a private-use character', 'a \ue000', 'private-use-character undefined:undefined'],
    ['a tag that is not closed', 'a\n{{#if known}}', 'broken-template 2:14'],
  ])('%s', (_name, text, expected) => {
    expect(refusal(() => blocks(text, { known: 'x', absent: null, record: { a: 'b' }, list: ['a'] }))[0]).toBe(expected)
  })

  test('everything that can be seen without data is told at once', () => {
    expect(refusal(() => blocks('{{{a}}}\n{{#if a}}{{triple "x"}}{{/if}}', { a: 'x' }))).toEqual([
      'not-in-templates 1:1',
      'unknown-helper 2:12',
    ])
  })

  test('private-use characters in data', () => {
    expect(refusal(() => blocks('{{a}}', { a: 'x\ue010y' }))).toEqual(['private-use-character 1:1'])
  })

  test('the place is that of the section’s own file', () => {
    const run = () => blocks('{{#section "s"}}a{{/section}}', {}, { s: source('x\n\n{{b}}', 'sections/s.md') })
    expect(run).toThrow(/^sections\/s\.md:3:3: /)
  })

  test('passages of passages that grow without end', () => {
    const levels = Array.from({ length: 8 }, (_, level) => `{{#define "d${level + 1}"}}${`{{> d${level}}}`.repeat(10)}{{/define}}`)
    const bomb = `{{#define "d0"}}x{{/define}}${levels.join('')}{{> d8}}`
    expect(refusal(() => blocks(bomb))[0]).toMatch(/^overlong-template 1:/)
  })

  test('a section in the project’s own wording of it', () => {
    const own = source('{{#section "s"}}b{{/section}}', 'sections/s.md')
    expect(refusal(() => blocks('{{#section "s"}}a{{/section}}', {}, { s: own }))).toEqual(['not-in-templates 1:1'])
  })

  test('what may be absent is known to be there where it was asked for', () => {
    const values = { absent: null, a: 'x' }
    expect(printed('{{#if absent}}{{absent.a}}{{/if}}{{#unless absent}}{{else}}{{absent.a}}{{/unless}}ord', values)).toEqual(['ord'])
    expect(refusal(() => blocks('{{#unless absent}}{{absent.a}}{{/unless}}', values))).toEqual(['unguarded-absence 1:21'])
    expect(refusal(() => blocks('{{#if absent}}x{{else}}{{absent.a}}{{/if}}', values))).toEqual(['unguarded-absence 1:26'])
  })
})

test('data never becomes markup', () => {
  const hostile = fc.oneof(
    fc.string(),
    fc.string({
      unit: fc.constantFrom(
        '*',
        '_',
        '#',
        '-',
        '\n',
        ' ',
        '[',
        ']',
        '(',
        ')',
        '<',
        '>',
        '`',
        '!',
        '&',
        '{',
        '}',
        '\\',
        '1',
        '.',
        'a',
        '|',
        '~',
      ),
    }),
  )
  fc.assert(
    fc.property(hostile, (text) => {
      const [only, ...others] = blocks('Før x{{a}} efter', { a: text })
      expect(others).toEqual([])
      expect(only).toEqual({ type: 'paragraph', children: [{ type: 'text', text: `Før x${text.replace(/[\t\n\r ]+/g, ' ')} efter` }] })
    }),
  )
})

describe('numbers typed by hand', () => {
  const found = (text: string, id: 'da' | 'en' = 'da'): string[] =>
    lintTemplate(text, 'sections/s.md', id).map(
      ({ values }: Problem) => `${values.number} ${String(values.id).replace('typed-number/sections/s.md:', '')}`,
    )

  test.each([
    ['Tilfredsheden er 85.', ['85 1:18']],
    ['a\n\n  - tilfredsheden\n    er 85 og 8,5', ['85 4:8', '8,5 4:14']],
    ['Indekset er {{x}}5 og **12.000**', ['5 1:18', '12.000 1:25']],
    ['en halv er ½', ['½ 1:12']],
    ['STU er den 3. højeste og Indeks-84', ['3 1:12', '84 1:33']],
    ['er steget over 5 point, under 30 pct. på 84', ['5 1:16', '30 1:31', '84 1:42']],
    ['skjult: &#56;', ['8 1:1']],
    ['`85`', ['85 1:2']],
    ['indeksnr. er kl. 10 og 85 pct., nr. 84', ['85 1:24', '84 1:37']],
    ['Svarene er 1602 borgere, 17 unge på vej 12', ['1602 1:12', '17 1:26', '12 1:41']],
    ['- {{#if x}}9{{/if}}', ['9 1:12']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  test.each([
    'Den 7. august 2023 og 09-12-2024, 2024-12-09 og 1.3.2024',
    'I 2024, 2023-24, 2023-2024 og 2023/24.',
    'I 1. kvartal og 2. halvår 2024',
    'Kl. 10, kl. 10.30 og 14:30',
    '§ 12, §§ 3 og 4, § 5, stk. 2, nr. 3, § 7a',
    'Bilag 1, bilag 1-3 og bilag 1 og 2',
    'Sagen ligger i F2.',
    'Efter lov nr. 692 af 8. juni 2018, LBK nr. 701 og bekendtgørelse nr. 1234, kapitel 4, stk. 2',
    'Ring på tlf. 33 66 33 66, telefon 33663366 eller +45 3366 3366',
    'De 18-29-årige, unge på 18-29 år, borgere over 30 år og fra 18 til 29 år',
    'Mellem kl. 9.00 og 15.30 og mandag kl. 10-14',
    'Forordning (EU) 2016/679 og direktiv 2014/24/EU',
    'Sagsnr. 2025-0012345, dokumentnummer 1234567-2, j.nr. 12.34, CVR-nr. 64942212 og EAN 5798009800206',
    'Lokale 3.14, Havnegade 12, 2. th., 1602 København V',
    'I uge 12, ugerne 12 og 13 og uge 12-14',
    'Covid-19 og Kultur-2030',
    'Mødet er på 1. sal, det er det 3. møde',
    '1. første\n2. andet',
    '[a](https://b.dk/85)',
    '{{typed "85" source="b"}} {{! 85 }} {{!-- 85 --}}',
    '---\nlocale: da\ntitle: 85\n---\nOrd.',
  ])('known or no number: %s', (text) => {
    expect(found(text)).toEqual([])
  })

  test('in English', () => {
    expect(found('Regulation (EU) 2016/679, document no. 1234-2, room 3.14, 12 Harbour Street, 10–12 am', 'en')).toEqual([])
    expect(found('On 7 August 2023, section 12(3), appendix 2, 14:30, in 2024: 85', 'en')).toEqual(['85 1:62'])
  })

  test('none in the templates that come with notat', () => {
    for (const [name, text] of Object.entries(templates)) expect(lintTemplate(text, `templates/${name}.md`, 'da')).toEqual([])
  })
})

describe('front matter', () => {
  const head =
    (lines: string, body = '') =>
    () =>
      parseTemplate('x', 'templates/x.md', `---\n${lines}\n---\n${body}`, locale)

  test('lines of the body count as in the file', () => {
    const template = head('kind: Notat\ntitle: Om {{a}}', 'ord {{b}}')()
    expect(refusal(() => evaluated(template.body))).toEqual(['unknown-template-name 5:7'])
    expect(refusal(() => evaluated(template.title))).toEqual(['unknown-template-name 3:13'])
  })

  test('unknown keys, and sections that the text does not have', () => {
    expect(refusal(head('kind: Notat\ntitle: a\ntitel: b'))).toEqual(['unknown-key 4:1'])
    expect(refusal(head('kind: Notat\ntitle: a\nsections: [b]', '{{#section "c"}}{{/section}}'))).toEqual([
      'mismatched-section 4:11',
      'mismatched-section 4:11',
    ])
    expect(refusal(head('kind: Notat\ntitle: a\nfooter: b'))).toEqual(['unknown-field 4:9'])
    expect(refusal(() => parseTemplate('x', 'templates/x.md', 'Uden hoved', locale))).toEqual(['broken-front-matter 1:1'])
  })
})
