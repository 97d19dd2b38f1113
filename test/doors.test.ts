/** Every door answers: what a stranger's file may hold is read, or refused with a place, whatever it was made to do. */
import { createRequire } from 'node:module'
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { tooDeepMarkdown, tooDeepTree } from '../src/document/depth.js'
import { blocksOf } from '../src/document/markdown.js'
import { evaluate, readSource } from '../src/document/template.js'
import { NotatError } from '../src/errors.js'
import { mostLevels, mostMarks, mostOpen, mostPassageCharacters, mostTemplateCharacters } from '../src/limits.js'
import { locales } from '../src/locale/index.js'
import { append, greatest, least } from '../src/long-lists.js'
import { parseProject } from '../src/project.js'
import { claimsOfText } from '../src/prose-claims/index.js'
import { readText } from '../src/read/text/index.js'
import { atOnce } from '../src/steps.js'
import { exampleFiles } from './example.js'
import { growthOf, linear, runs } from './runs.js'

const { da: locale } = locales
const file = 'sections/x.md'

/** Codes and places of the problems that something throws; [] where it throws none. */
async function refusalOf(work: () => unknown): Promise<string[]> {
  try {
    await work()
    return []
  } catch (error) {
    if (!(error instanceof NotatError)) throw error
    return error.problems.map(({ code, line, column }) => (line ? `${code} ${line}:${column}` : code))
  }
}

/** What an author's text is refused for, as a source or once it is printed. */
const read = (text: string) =>
  refusalOf(() => {
    const source = readSource({ file, text }, locale)
    return atOnce(blocksOf(evaluate(source, {}, { words: {}, locale }), [], locale))
  })

describe('an author’s text', () => {
  const nested = (levels: number) => `${'*a '.repeat(levels)}b${'*'.repeat(levels)}`
  const lists = (levels: number) => Array.from({ length: levels }, (_, level) => `${'  '.repeat(level)}- a`).join('\n')
  const conditions = (levels: number) => `${'{{#if true}}'.repeat(levels)}a${'{{/if}}'.repeat(levels)}`
  const chain = (links: number) => `{{#if true}}a${'{{else if true}}b'.repeat(links)}{{/if}}`
  const calls = (levels: number) => `{{#if ${'(a '.repeat(levels)}b${')'.repeat(levels)}}}{{/if}}`

  test.each([
    ['emphasis', nested(mostLevels), []],
    ['emphasis, one too many', nested(mostLevels + 1), ['overlong-template 1:98']],
    ['emphasis, more than a paragraph may have', `x\n\n${nested(1500)}`, [`overlong-template 3:${3 * mostMarks + 1}`]],
    ['lists', lists(mostLevels), []],
    ['lists, one too many', lists(mostLevels + 1), ['overlong-template 33:1']],
    ['list items on one line', '- '.repeat(1000), ['overlong-template 1:1']],
    ['conditions', conditions(mostLevels), []],
    ['conditions, one too many', conditions(mostLevels + 1), ['overlong-template 1:385']],
    ['conditions without end', '{{#if true}}'.repeat(5000), ['overlong-template 1:385']],
    ['else after else', chain(mostLevels), ['overlong-template 1:541']],
    ['calls in calls', calls(5000), ['overlong-template 1:103']],
    ['what is opened and never closed', '{{'.repeat(40_000), ['broken-template 1:79981']],
    ['more than is read', 'a '.repeat(mostTemplateCharacters), ['overlong-file']],
    ['a text that is turned round', 'Ord \u202eabc', ['unprintable-text 1:5']],
    ['a text that is turned round by an entity', 'Ord &#x202e;abc', ['unprintable-text 1:1']],
    ['a blank without width', 'Et\n\nto\u200bre', ['unprintable-text 3:3']],
    ['a soft hyphen, which is seen at a line’s end', 'beskæftigelses\u00adindsats', []],
  ])('%s', async (_, text, expected) => {
    expect(await read(text)).toEqual(expected)
  })

  test.each([
    ['list items', '- ord\n'],
    ['paragraphs', 'ord\n\n'],
    ['headings', '### ord\n\n'],
    ['lines of a paragraph', 'ord\n'],
    ['links', '[ord](https://a.dk)\n\n'],
    ['words of templates', '{{#if true}}ord{{/if}}\n\n'],
  ])('takes as long for each of many %s', { timeout: 120_000 }, async (_, unit) => {
    const growth = await growthOf(
      (size) => readSource({ file, text: unit.repeat(size) }, locale),
      (source) => atOnce(blocksOf(evaluate(source, {}, { words: {}, locale }), [], locale, () => true)),
      700,
    )
    expect(growth).toBeLessThan(linear)
  })

  test('many words in bold, in a list and in paragraphs', () => {
    expect(tooDeepMarkdown('- **a** og **b**\n'.repeat(1000))).toBe(null)
    expect(tooDeepMarkdown('**a** og *b* og [c](https://d.dk)\n\n'.repeat(1000))).toBe(null)
  })

  test('a tree is walked without calling itself', () => {
    let tree: Parameters<typeof tooDeepTree>[0] = { type: 'text', value: 'a' }
    for (let level = 0; level < 100_000; level++) tree = { type: 'emphasis', children: [tree] }
    expect(tooDeepTree(tree)).toMatchObject({ limit: mostLevels, of: 'levels' })
  })

  test('passages that each print the next', async () => {
    const passages = Array.from({ length: mostOpen + 1 }, (_, index) => `{{#define "p${index}"}}{{> p${index + 1}}}{{/define}}`)
    const text = `${passages.join('')}{{#define "p${passages.length}"}}a{{/define}}{{> p0}}`
    expect((await read(text))[0]).toMatch(/^overlong-template 1:/)
  })
})

describe('other people’s documents', () => {
  const project = parseProject(exampleFiles('biu-2024'))
  const bytesOf = (text: string) => new TextEncoder().encode(text)

  test('more numbers on a line than a call takes arguments', { timeout: 300_000 }, () => {
    const count = runs(10_000, 130_000)
    const passage = { text: '7 pct. '.repeat(count), marks: [{ at: 0, line: 1, page: null }] }
    const { notChecked } = claimsOfText({ file: 'a.txt', blocks: [{ type: 'paragraph', passage }] }, project.survey)
    expect(notChecked.length).toBeGreaterThan(0.9 * count)
  })

  test.each([
    ['a.txt', '7 pct. '.repeat(mostPassageCharacters / 7 + 3), 'overlong-passage 1:undefined'],
    ['a.txt', `Et\n\n${'ord\n'.repeat(mostPassageCharacters / 4 + 3)}`, 'overlong-passage 3:undefined'],
    [
      'a.html',
      `<p>Et</p>\n<table><tr><td>x<td>1<tr><td>${'y'.repeat(mostPassageCharacters + 1)}<td>1</table>`,
      'overlong-passage 2:undefined',
    ],
  ])('a paragraph without end in %s', async (name, text, refusal) => {
    expect(await refusalOf(() => readText({ name, bytes: bytesOf(text) }))).toEqual([refusal])
  })

  test('lists that are longer than that', () => {
    const long = Array.from({ length: 300_000 }, (_, index) => index)
    const list = [-1]
    append(list, long)
    expect([list.length, greatest(list), least(list), greatest([])]).toEqual([300_001, 299_999, -1, Number.NEGATIVE_INFINITY])
  })

  test('a table with more cells than a call takes arguments', { timeout: 60_000 }, async () => {
    const row = `<tr><td>x</td>${'<td>1</td>'.repeat(2)}</tr>`
    const { blocks } = await readText({ name: 'a.html', bytes: bytesOf(`<table>${row.repeat(130_000)}</table>`) })
    expect(blocks).toMatchObject([{ type: 'table', rows: { length: 130_000 } }])
  })

  type Bytes = Uint8Array<ArrayBuffer>

  /** A PDF of one line a page. `shift`: how far off its table says that each page stands. */
  function pdfOf(pages: string[], { shift = 0, pack = (bytes: Bytes): Bytes => bytes, filter = '' } = {}): Uint8Array {
    const parts: Uint8Array[] = []
    const offsets: number[] = []
    let length = 0
    const put = (bytes: Uint8Array) => {
      parts.push(bytes)
      length += bytes.length
    }
    const object = (text: string, stream?: Uint8Array) => {
      offsets.push(length)
      put(bytesOf(`${offsets.length} 0 obj ${text}`))
      if (stream) for (const part of [bytesOf(' stream\n'), stream, bytesOf('\nendstream')]) put(part)
      put(bytesOf(' endobj\n'))
    }
    put(bytesOf('%PDF-1.4\n'))
    object('<</Type/Catalog/Pages 2 0 R>>')
    object(`<</Type/Pages/Kids[${pages.map((_, index) => `${4 + 2 * index} 0 R`).join(' ')}]/Count ${pages.length}>>`)
    object('<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>')
    for (const [index, words] of pages.entries()) {
      object(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Resources<</Font<</F 3 0 R>>>>/Contents ${5 + 2 * index} 0 R>>`)
      const packed = pack(bytesOf(words === '' ? '' : `BT /F 12 Tf 20 200 Td (${words}) Tj ET`))
      object(`<</Length ${packed.length}${filter}>>`, packed)
    }
    const entry = (offset: number, index: number) =>
      `${String(offset + (index > 3 && index % 2 === 1 ? shift : 0)).padStart(10, '0')} 00000 n \n`
    const table = `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${offsets.map(entry).join('')}`
    const start = length
    put(bytesOf(`${table}trailer <</Root 1 0 R/Size ${offsets.length + 1}>>\nstartxref\n${start}\n%%EOF\n`))
    return Uint8Array.from(parts.flatMap((part) => [...part]))
  }

  const pages = ['Indekset er 82.', 'Det var 83.', 'Og 84 for unge.']
  const wordsIn = async (bytes: Uint8Array) =>
    (await readText({ name: 'a.pdf', bytes })).blocks.flatMap((block) => (block.type === 'table' ? [] : [block.passage.text]))

  test('a PDF, read without code of another kind and without a trace in the program that reads it', async () => {
    expect(await wordsIn(pdfOf(pages))).toEqual(pages)
    expect(nativeCode().filter((path) => !nativeBefore.includes(path))).toEqual([])
    expect(drawing()).toEqual(drawingBefore)
    expect(process.listenerCount('unhandledRejection')).toBe(listenersBefore)
  })

  // Another file's tests may have loaded some in the same process.
  const drawing = () => ['DOMMatrix', 'ImageData', 'Path2D'].filter((name) => name in globalThis)
  const drawingBefore = drawing()
  const nativeCode = () => Object.keys(createRequire(import.meta.url).cache ?? {}).filter((path) => path.endsWith('.node'))
  const nativeBefore = nativeCode()
  const listenersBefore = process.listenerCount('unhandledRejection')

  test('a PDF whose table of objects is wrong is read, or refused, and no promise is left alone', async () => {
    const alone: unknown[] = []
    const listen = (reason: unknown) => void alone.push(reason)
    for (const shift of [-3, 5, 40, 4000]) {
      const bytes = pdfOf(pages, { shift })
      const told = await wordsIn(bytes).catch((error: NotatError) => error.problems.map(({ code }) => code))
      expect([pages, ['unreadable-pdf']]).toContainEqual(told)
    }
    process.on('unhandledRejection', listen)
    await new Promise((resolve) => setTimeout(resolve, 10))
    process.off('unhandledRejection', listen)
    expect(alone).toEqual([])
  })

  test('a PDF that unpacks to hundreds of times its size', { timeout: 60_000 }, async () => {
    const huge = new Uint8Array(40_000_000).fill(0x20)
    const packed = deflateSync(huge)
    const once = pdfOf([''], { pack: () => new Uint8Array(packed), filter: '/Filter/FlateDecode' })
    const twice = pdfOf([''], { pack: () => new Uint8Array(deflateSync(packed)), filter: '/Filter[/FlateDecode/FlateDecode]' })
    expect(once.length).toBeLessThan(60_000)
    for (const bytes of [once, twice]) expect(await refusalOf(() => readText({ name: 'a.pdf', bytes }))).toEqual(['overlong-pdf'])
  })

  test('a PDF of packed streams is read as before', async () => {
    const bytes = pdfOf(pages, { pack: (words) => new Uint8Array(deflateSync(words)), filter: '/Filter/FlateDecode' })
    expect(await wordsIn(bytes)).toEqual(pages)
  })
})
