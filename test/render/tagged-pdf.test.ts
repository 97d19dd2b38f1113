import { describe, expect, test } from 'vitest'
import { type Edition, makeTaggedPdf, type TaggedPdf } from '../../src/render/tagged-pdf/make.js'
import type { PageFlow, PagePiece, PageRun, PageText, Tag } from '../../src/render/tagged-pdf/page.js'
import { StructureNode } from '../../src/render/tagged-pdf/structure.js'
import { growthOf, linear } from '../runs.js'
import { readPdf } from './pdf-reader.js'
import { faultsOf, readingOrder } from './pdf-structure.js'

const run = (text: string, tag: Tag): PageRun => ({ text, tag, fontSize: 10, bold: false, color: '#000000', lineHeight: 1 })
const words = (text: string, tag: Tag): PageText => ({ text: [run(text, tag)] })
const flow = (...pieces: PagePiece[]): PageFlow => ({ pieces })

function pdf(parts: (root: StructureNode) => Edition['content'], metadata: Partial<TaggedPdf['metadata']> = {}): Promise<Uint8Array> {
  const structure = new StructureNode('Document')
  const content = [words('Overskrift', structure.add('H1')), ...parts(structure)]
  return makeTaggedPdf({
    metadata: { title: 'Titel', author: 'Kommune', language: 'da', date: '2024-12-09', identity: 'a', ...metadata },
    page: { width: 300, height: 200, left: 30, right: 30, top: 30, bottom: 30 },
    editions: [{ content, structure }],
    footer: (page, pages) => ({ columns: [{ ...words(`${page}/${pages}`, 'footer'), width: '*' }] }),
    attachments: [],
  })
}

test('a paragraph over two pages is one element', async () => {
  const long = 'Svarene er talt sammen for hver gruppe. '.repeat(30).trim()
  const bytes = await pdf((root) => [words(long, root.add('P'))])
  expect(readPdf(bytes).pages.length).toBeGreaterThan(1)
  expect(faultsOf(bytes)).toEqual([])
  expect(readingOrder(bytes).map(({ type }) => type)).toEqual(['H1', 'P'])
})

test('a paragraph of more words than are laid out at a time is whole, and takes no longer for each', { timeout: 120_000 }, async () => {
  const textOf = (count: number) => Array.from({ length: count }, (_, index) => `ord${index}`).join(' ')
  const long = textOf(5000)
  const bytes = await pdf((root) => [flow({ node: words(long, root.add('P')), lines: { whole: 5, atLeast: 3 } })])
  expect(readingOrder(bytes)[1]?.text.replaceAll(' ', '')).toBe(long.replaceAll(' ', ''))
  const lay = (text: string) => pdf((root) => [flow({ node: words(text, root.add('P')), lines: { whole: 5, atLeast: 3 } })])
  expect(await growthOf(textOf, lay, 4000)).toBeLessThan(linear)
})

test('a piece that should not be broken and is taller than a page is broken all the same', async () => {
  const long = 'Svarene er talt sammen for hver gruppe. '.repeat(30).trim()
  const bytes = await pdf((root) => [flow({ node: words(long, root.add('P')) })])
  expect(readPdf(bytes).pages.length).toBeGreaterThan(2)
  expect(readingOrder(bytes)[1]?.text.replaceAll(' ', '')).toBe(long.replaceAll(' ', ''))
})

test('reading order is the order of the tree, not of drawing', async () => {
  const bytes = await pdf((root) => {
    const [first, second] = [root.add('P'), root.add('P')]
    return [words('står sidst på siden', second), words('læses først', first)]
  })
  expect(readingOrder(bytes).map(({ text }) => text)).toEqual(['Overskrift', 'læses først', 'står sidst på siden'])
})

test('a link takes its place among the words of its paragraph', async () => {
  const bytes = await pdf((root) => {
    const tag = root.add('P')
    const link = tag.addInline('Link', { link: { to: { address: 'https://www.example.dk/æ' }, description: 'Eksempel' } })
    return [{ text: [run('Se ', tag), run('eksemplet', link), run(' her.', tag)] }]
  })
  expect(faultsOf(bytes)).toEqual([])
  expect(readingOrder(bytes)[1]).toEqual({ type: 'P', text: 'Se eksemplet her.' })
})

test('a title with characters of XML stays whole in the metadata', async () => {
  const bytes = await pdf(() => [], { title: 'Børne- & Ungeudvalget <2024>', author: 'A & B' })
  const { root, stream } = readPdf(bytes)
  const xmp = stream(root.get('Metadata')).toString('utf8')
  expect(xmp).toContain('>Børne- &amp; Ungeudvalget &lt;2024&gt;<')
  expect(xmp).toContain('>A &amp; B<')
})

test('documents that differ have different ids in their files', async () => {
  const id = (bytes: Uint8Array) => /\/ID \[<([0-9a-f]+)>/.exec(Buffer.from(bytes).toString('latin1'))?.[1]
  expect(id(await pdf(() => [], { identity: 'a' }))).not.toBe(id(await pdf(() => [], { identity: 'b' })))
})

describe('refuses', () => {
  test('text without a structure node', async () => {
    await expect(pdf(() => [{ text: [{ ...run('løs tekst', 'footer'), tag: undefined as unknown as Tag }] }])).rejects.toThrow(
      'text without a structure node: "løs tekst"',
    )
  })

  test('a structure node without content', async () => {
    await expect(
      pdf((root) => {
        root.add('P')
        return []
      }),
    ).rejects.toThrow('structure element without content: P')
  })

  test('two elements of one id', async () => {
    await expect(pdf((root) => [words('a', root.add('P', { id: 'x' })), words('b', root.add('P', { id: 'x' }))])).rejects.toThrow(
      'structure id used twice: x',
    )
  })

  test('a character without a glyph', async () => {
    await expect(pdf((root) => [words('glad 😀', root.add('P'))])).rejects.toThrow('no glyph for "😀" in "😀"')
  })
})
