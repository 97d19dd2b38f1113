/** What heads each cell of a table, as two files say it: the HTML by `scope` and `headers`, the PDF by its structure tree. */
import { readFileSync } from 'node:fs'
import { type DefaultTreeAdapterMap, parse } from 'parse5'
import { describe, expect, test } from 'vitest'
import type { Block, Document, Inline, Table, TableRow } from '../../src/document/blocks.js'
import { buildProject } from '../../src/node.js'
import { renderHtml } from '../../src/render/html.js'
import { renderPdf } from '../../src/render/pdf.js'
import { sampleDocument } from '../sample-document.js'
import { type Element, elementsOf, nameOf, readPdf, structureOf, textOf } from './pdf-reader.js'
import { contentsOf } from './pdf-structure.js'

/** A cell, with the words of the heads it names. */
type Cell = { words: string; scope: string | null; span: string; heads: string[] }

type Node = DefaultTreeAdapterMap['node']
type HtmlElement = DefaultTreeAdapterMap['element']

const attribute = (element: HtmlElement, name: string): string | null => element.attrs.find((each) => each.name === name)?.value ?? null
const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : [])
const elementsIn = (node: Node, name: string): HtmlElement[] =>
  childrenOf(node).flatMap((child) => [...('tagName' in child && child.tagName === name ? [child] : []), ...elementsIn(child, name)])

/** The words of a cell without what only the listener of HTML hears ("Heraf"). */
function wordsIn(node: Node): string {
  if ('value' in node) return node.value
  if ('attrs' in node && attribute(node, 'class') === 'heard-only') return ''
  return childrenOf(node).map(wordsIn).join('')
}

/** Spaces and soft hyphens do not stand in both. */
const bare = (words: string) => words.normalize('NFC').replace(/[\s\u00ad]/g, '')

/** A head across columns or rows heads what is under it: PDF has one word for that, HTML three. */
const scopes: Record<string, string> = { col: 'Column', colgroup: 'Column', rowgroup: 'Column', row: 'Row' }

function htmlTables(html: string): Cell[][][] {
  return elementsIn(parse(html), 'table').map((table) => {
    const cells = [...elementsIn(table, 'th'), ...elementsIn(table, 'td')]
    const named = new Map(cells.map((cell) => [attribute(cell, 'id'), bare(wordsIn(cell))]))
    return elementsIn(table, 'tr').map((row) =>
      childrenOf(row).flatMap((cell): Cell[] => {
        if (!('tagName' in cell)) return []
        const heads = attribute(cell, 'headers')?.split(' ') ?? []
        const scope = attribute(cell, 'scope')
        return [
          {
            words: bare(wordsIn(cell)),
            scope: scope === null ? null : (scopes[scope] ?? scope),
            span: `${attribute(cell, 'colspan') ?? 1}×${attribute(cell, 'rowspan') ?? 1}`,
            heads: heads.map((id) => named.get(id) ?? `no cell: ${id}`),
          },
        ]
      }),
    )
  })
}

function pdfTables(bytes: Uint8Array): Cell[][][] {
  const pdf = readPdf(bytes)
  const contents = contentsOf(pdf)
  const inside = (element: Element): Element[] => element.children.flatMap((child) => ('type' in child ? [child] : []))
  const words = (element: Element): string => bare(textOf(pdf, element, contents))
  return elementsOf(structureOf(pdf))
    .filter(({ type }) => type === 'Table')
    .map((table) => {
      const rows = elementsOf(table).filter(({ type }) => type === 'TR')
      const named = new Map(rows.flatMap(inside).map((cell) => [cell.dictionary.get('ID'), words(cell)]))
      return rows.map((row) =>
        inside(row).map((cell): Cell => {
          const { attributes } = cell
          return {
            words: words(cell),
            scope: nameOf(attributes.get('Scope')) ?? null,
            span: `${attributes.get('ColSpan') ?? 1}×${attributes.get('RowSpan') ?? 1}`,
            heads: ((attributes.get('Headers') ?? []) as string[]).map((id) => named.get(id) ?? `no cell: ${id}`),
          }
        }),
      )
    })
}

/** The tables of both files. Of a chart that has a table elsewhere the PDF leaves out the data. */
async function bothOf(document: Document): Promise<{ html: Cell[][][]; pdf: Cell[][][] }> {
  const isInBoth = document.blocks.flatMap((block) =>
    block.type === 'table' ? [true] : block.type === 'chart' ? [block.kind !== 'change'] : [],
  )
  const html = htmlTables(await renderHtml(document))
  expect(html).toHaveLength(isInBoth.length)
  return { html: html.filter((_, index) => isInBoth[index]), pdf: pdfTables(await renderPdf(document)) }
}

const text = (words: string): Inline[] => [{ type: 'text', text: words }]

/** Spanners beside a column without one, group headings, parts of parts, a row back to the edge, a mark, an empty cell and missing ones. */
function hardTable(stubHead: string): Table {
  const row = (id: string, indent: number, numbers: string[], rest: Partial<TableRow> = {}): TableRow => ({
    ...{ id, kind: 'row', indent, label: text(`række ${id}`), detail: null },
    cells: numbers.map((number) => ({ children: number === '' ? [] : text(number), marks: [] })),
    ...rest,
  })
  const group = (id: string): TableRow => ({ id, kind: 'group', indent: 0, label: text(`gruppe ${id}`), detail: null, cells: [] })
  const column = (id: string, kind: 'value' | 'count' = 'value') => ({ id, label: text(`søjle ${id}`), kind, isCurrent: id === 'd' })
  return {
    type: 'table',
    id: 'tabel-9',
    label: 'Tabel 9',
    title: text('Alt det svære'),
    howTo: null,
    notes: [{ kind: 'marked', mark: '*', children: text('Vægtet.') }],
    stubHead: stubHead === '' ? [] : text(stubHead),
    spanners: [
      { id: 'før', label: text('2023'), columns: ['a', 'b'] },
      { id: 'nu', label: text('2024'), columns: ['d', 'e'] },
    ],
    columns: [column('a'), column('b', 'count'), column('c'), column('d'), column('e', 'count')],
    rows: [
      row('i alt', 0, ['80', '10', '81', '82', '11'], { kind: 'total' }),
      group('x'),
      row('1', 0, ['70', '20', '71', '72', '21'], { detail: text('med en linje mere') }),
      row('2', 1, ['60', '30', '61', '62', '31']),
      row('3', 2, ['50', '', '51', '52', '41']),
      row('4', 1, ['40', '50'], { cells: [{ children: text('40'), marks: ['*'] }] }),
      row('5', 0, ['30', '60', '31', '32', '61']),
      group('y'),
      row('6', 1, ['20', '70', '21', '22', '71']),
    ],
  }
}

const memoOf = (blocks: Block[]): Document => ({ ...sampleDocument, blocks, notes: [] })

describe('HTML and PDF say the same heads of every cell', () => {
  test.each(['Gruppe', ''])('of a hard table, with %j over the stub', async (stubHead) => {
    const { html, pdf } = await bothOf(memoOf([hardTable(stubHead)]))
    expect(html).toEqual(pdf)
    // Read off the table by hand: the third row inside the second, that inside the first, all in the group.
    const [heads, , , , , , third] = html[0] as Cell[][]
    expect(third?.[0]).toMatchObject({ scope: 'Row', heads: ['gruppex', 'række1medenlinjemere', 'række2'] })
    expect(third?.[4]?.heads).toEqual(['gruppex', 'række1medenlinjemere', 'række2', 'række3', '2024', 'søjled'])
    expect(third?.[3]?.heads).toEqual(['gruppex', 'række1medenlinjemere', 'række2', 'række3', 'søjlec'])
    expect(heads?.[0]?.scope).toBe(stubHead === '' ? null : 'Column')
  })

  test('of the sample document', async () => {
    const { html, pdf } = await bothOf(sampleDocument)
    expect(html.length).toBeGreaterThan(2)
    expect(html).toEqual(pdf)
  })

  test.each(['biu-2024', 'made-up-answers'])('of the example %s', async (example) => {
    expect(readFileSync(`examples/${example}/notat.yaml`, 'utf8')).toContain('documents:')
    const { documents } = await buildProject(`examples/${example}`, { formats: [] })
    for (const document of documents) {
      const { html, pdf } = await bothOf(document)
      expect(html.length).toBeGreaterThan(1)
      expect(html).toEqual(pdf)
    }
  })
})
