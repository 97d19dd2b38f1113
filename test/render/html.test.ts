import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Document, Exhibit, FigureText, Inline, List, Table } from '../../src/document/blocks.js'
import { NotatError } from '../../src/errors.js'
import { drawChart } from '../../src/render/chart.js'
import { renderHtml } from '../../src/render/html.js'
import { runs } from '../runs.js'
import { sampleDocument } from '../sample-document.js'

const text = (words: string): Inline => ({ type: 'text', text: words })
const memo = (blocks: Block[], rest: Partial<Document> = {}): Document => ({ ...sampleDocument, notes: [], ...rest, blocks })

/** What a tree prints, in reading order: prose, tables, the tables behind charts, notes. */
function figureTexts(document: Document): FigureText[] {
  const inlines = (list: Inline[]): FigureText[] =>
    list.flatMap((inline) => (inline.type === 'figure' ? [inline] : 'children' in inline ? inlines(inline.children) : []))
  const listed = ({ items }: List): FigureText[] =>
    items.flatMap(({ children }) => children.flatMap((child) => (child.type === 'list' ? listed(child) : inlines(child.children))))
  const noted = ({ notes }: Exhibit) => notes.flatMap(({ children }) => inlines(children))
  const titled = ({ title, howTo }: Exhibit) => inlines([...title, ...(howTo ?? [])])
  const inBlock = (block: Block): FigureText[] => {
    if (block.type === 'list') return listed(block)
    if (block.type === 'table') {
      const rows = block.rows.flatMap(({ label, detail, cells }) => [
        ...label,
        ...(detail ?? []),
        ...cells.flatMap(({ children }) => children),
      ])
      return [...titled(block), ...inlines(rows), ...noted(block)]
    }
    if (block.type === 'chart') {
      return [...titled(block), ...noted(block), ...inlines(block.data.rows.flatMap(({ label, cells }) => [...label, ...cells.flat()]))]
    }
    return inlines(block.children)
  }
  return [...document.blocks.flatMap(inBlock), ...document.notes.flatMap(({ children }) => inlines(children))]
}

const dataElements = (html: string) =>
  [...html.matchAll(/<data class="figure" value="([^"]*)" data-figure="([^"]*)">([^<]*)<\/data>/g)].map(([, value, figure, printed]) => ({
    value: value as string,
    figure: figure as string,
    text: printed as string,
  }))

/** Every tag with the names of its attributes: what data must not be able to change. */
const skeleton = (html: string) =>
  [...html.matchAll(/<(\/?[a-z][a-z0-9]*)((?: [a-zA-Z-]+(?:="[^"]*")?)*)\s*\/?>/g)].map(
    ([, tag, attributes]) => `${tag} ${(attributes as string).replace(/="[^"]*"/g, '')}`,
  )

/** The page without its style sheet. */
const body = (html: string) => html.slice(html.indexOf('<body>'))
const idsIn = (html: string) => [...body(html).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id as string)

describe('a memo as HTML', () => {
  it('prints the figures of the tree, each with its id, in the tree’s order', async () => {
    const html = await renderHtml(sampleDocument)
    const printed = dataElements(html).map(({ figure, text }) => ({ type: 'figure', figure, text }))
    expect(printed).toEqual(figureTexts(sampleDocument))
    expect(html.match(/data-figure=/g)).toHaveLength(printed.length)
  })

  it('says what a figure is before rounding', async () => {
    const values = new Map(dataElements(await renderHtml(sampleDocument)).map(({ figure, value }) => [figure, value]))
    expect(Number(values.get('indexScore/external/2023-24'))).toBeCloseTo(148024 / 1755, 12)
    expect(values.get('base/external/2023-24')).toBe('1755')
    expect(values.get('change/indexScore/internal/2022-23..2023-24')).toBe('-8')
    expect(Number(values.get('share/internal/2023-24/options/stronglyAgree'))).toBe(0.4)
  })

  it('says no more than what is printed where something is withheld', async () => {
    const html = await renderHtml({ ...sampleDocument, isRounded: true })
    const printed = new Map(
      sampleDocument.figures.map(({ id, unit, printed }) => [id, unit === 'share' ? Number(printed) / 100 : Number(printed)]),
    )
    expect(dataElements(html).filter(({ figure, value }) => Number(value) !== printed.get(figure))).toEqual([])
  })

  it('has the same bytes every time, in any order', async () => {
    const other = memo([{ type: 'paragraph', children: [text('Kort.')] }])
    const [first, second] = [await renderHtml(sampleDocument), await renderHtml(other)]
    expect(await Promise.all([renderHtml(other), renderHtml(sampleDocument)])).toEqual([second, first])
  })

  it('stands alone: no script, nothing fetched, and a policy that says so', async () => {
    const html = await renderHtml(sampleDocument)
    expect(html).toContain('<meta http-equiv="Content-Security-Policy" content="default-src &#x27;none&#x27;; style-src')
    expect(html).not.toMatch(/<script|<link|<iframe|<img| src=| on[a-z]+=/)
    expect([...html.matchAll(/url\(([^)]{0,20})/g)].map(([, start]) => start)).toEqual(['data:font/woff2;base', 'data:font/woff2;base'])
  })

  it('is in the document’s language', async () => {
    expect(await renderHtml(sampleDocument)).toContain('<html lang="da">')
    const english = await renderHtml({ ...sampleDocument, locale: 'en' })
    expect(english).toContain('<html lang="en">')
    expect(english).toContain('The numbers behind the figure')
  })

  it('has each id once, and every reference inside the page leads somewhere', async () => {
    const html = await renderHtml(sampleDocument)
    const ids = idsIn(html)
    expect(ids).toEqual([...new Set(ids)])
    const wanted = [
      ...[...html.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id as string),
      ...[...html.matchAll(/ (?:headers|aria-describedby|aria-labelledby)="([^"]*)"/g)].flatMap(([, list]) => (list as string).split(' ')),
    ]
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([])
  })

  it('links a note back to its first reference only', async () => {
    const reference: Inline = { type: 'noteReference', note: 'note-1', text: '1' }
    const note = { id: 'note-1', mark: '1', children: [text('Noten.')] }
    const html = await renderHtml(
      memo([{ type: 'paragraph', children: [reference, reference] }], { notes: [note, { ...note, id: 'note-2', mark: '2' }] }),
    )
    expect(html.match(/href="#note-1"/g)).toHaveLength(2)
    expect(html.match(/id="ref-note-1"/g)).toHaveLength(1)
    expect(html).toContain('href="#ref-note-1"')
    expect(html).not.toContain('#ref-note-2')
  })
})

describe('data', () => {
  const hostile = [
    '</style><script>alert(1)</script>',
    '" onload="alert(1)',
    "'",
    '&lt;b&gt;',
    '<!--',
    ']]>',
    '\\',
    '*/ } body { display: none } /*',
  ]
  const anyWords = fc.oneof(fc.constantFrom(...hostile), fc.string({ minLength: 1 }))
  const document = (words: string): Document => {
    const exhibit = {
      id: 'tabel-1',
      label: words,
      title: [text(words)],
      howTo: [text(words)],
      notes: [{ kind: 'marked' as const, mark: '*', children: [text(words)] }],
    }
    const table: Table = {
      ...exhibit,
      type: 'table',
      stubHead: [text(words)],
      spanners: [{ id: words, label: [text(words)], columns: ['a'] }],
      columns: [{ id: 'a', label: [text(words)], kind: 'value', isCurrent: true }],
      rows: [
        {
          id: words,
          kind: 'row',
          indent: 1,
          label: [text(words)],
          detail: [text(words)],
          cells: [{ children: [text(words)], marks: ['*'] }],
        },
      ],
    }
    return memo(
      [
        {
          type: 'paragraph',
          children: [
            text(words),
            { type: 'strong', children: [text(words)] },
            { type: 'link', href: `https://x.dk/${encodeURIComponent(words.replace(/\p{Cs}/gu, ''))}`, children: [text(words)] },
          ],
        },
        table,
      ],
      {
        title: words,
        kind: words,
        footer: words,
        footerDetail: words,
        sender: { organisation: words, administration: words },
        margin: [{ label: words, lines: [words, words] }],
      },
    )
  }

  it('can never become markup', async () => {
    const harmless = skeleton(await renderHtml(document('x')))
    await fc.assert(
      fc.asyncProperty(anyWords, async (words) => {
        expect(skeleton(await renderHtml(document(words)))).toEqual(harmless)
      }),
      { numRuns: runs(15, 60) },
    )
  })

  it.each(hostile)('can never become style: %s', async (words) => {
    const html = await renderHtml(document(words))
    const [, footer] = html.match(/@bottom-left \{ content: "([^"<>{}\n]*)"; font:/) ?? []
    expect(footer?.replace(/\\([0-9a-f]+) /g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))).toBe(words)
    expect(html.slice(html.indexOf('</style>')).startsWith('</style>\n</head>')).toBe(true)
  })

  it('stands in the page as it was written', async () => {
    const html = await renderHtml(document('a < b & "c"'))
    expect(html).toContain('<h1>a &#x3C; b &#x26; "c"</h1>')
  })
})

describe('where a number comes from', () => {
  const annexOf = (html: string) =>
    html.slice(html.indexOf('<section class="annex" data-explanations="">'), html.indexOf('</section>', html.indexOf('class="annex"')))

  it('is one step from every printed number, without a script', async () => {
    const html = await renderHtml(sampleDocument)
    const printed = dataElements(html).map(({ figure }) => figure)
    const links = [
      ...html.matchAll(
        /<span class="traced"><data class="figure" [^>]*>[^<]*<\/data><a class="trace" href="#([^"]*)" aria-label="Forklaring"><\/a><\/span>/g,
      ),
    ].map(([, id]) => id)
    expect(links).toEqual(printed)
    const entries = [...annexOf(html).matchAll(/<dl id="([^"]*)">/g)].map(([, id]) => id as string)
    expect(entries.toSorted()).toEqual([...new Set(printed)].sort())
  })

  it('tells formula, numbers and places, and holds no figure of the memo’s text', async () => {
    const annex = annexOf(await renderHtml(sampleDocument))
    expect(annex).not.toContain('<data')
    const [, total] = annex.match(/<dl id="indexScore\/all\/2023-24">(.*?)<\/dl>/) ?? []
    expect(total).toContain('<span class="calculation">(74 × 465 + 84,3442 × 1.755) / 2.220 ≈ 82,1775</span>')
    expect(total).toContain('<a href="#indexScore/internal/2023-24">Indekstal for Interne tilbud, 2023-24</a>: 74')
    expect(total).toContain('<a href="#tabel-1">Tabel 1</a>')
    expect(annex).toMatch(/<dl id="indexScore\/internal\/2023-24"><dt>Beregning<\/dt><dd>Læst i data\/2024\.csv\.<\/dd>/)
  })

  it('is told of what is not printed beside what is made from it', async () => {
    const total: FigureText = { type: 'figure', figure: 'indexScore/all/2023-24', text: '82' }
    const annex = annexOf(await renderHtml(memo([{ type: 'paragraph', children: [total] }])))
    expect(annex).toContain('Indekstal for Interne tilbud, 2023-24: 74 (Læst i data/2024.csv); ')
    expect(annex.match(/<dl /g)).toHaveLength(1)
  })

  it('is no link inside an author’s link', async () => {
    const total: FigureText = { type: 'figure', figure: 'indexScore/all/2023-24', text: '82' }
    const html = await renderHtml(
      memo([{ type: 'paragraph', children: [{ type: 'link', href: 'https://x.dk', children: [{ type: 'strong', children: [total] }] }] }]),
    )
    expect(html).toMatch(/<a href="https:\/\/x\.dk"><strong><data [^>]*>82<\/data><\/strong><\/a>/)
    expect(annexOf(html)).toContain('<dl id="indexScore/all/2023-24">')
  })

  it('is told in printed numbers only where something is withheld', async () => {
    const annex = annexOf(await renderHtml({ ...sampleDocument, isRounded: true }))
    expect(annex).toContain('Derfor vises kun afrundede tal.')
    expect(annex).not.toMatch(/\d,\d{2}/)
    expect(annex).not.toContain('<dt>Mulige værdier</dt>')
    expect(annex).toContain('<span class="calculation">74 − 82 = −8</span>')
  })

  it('is left out where no number is printed', async () => {
    expect(await renderHtml(memo([{ type: 'paragraph', children: [text('Kort.')] }]))).not.toContain('class="annex"')
  })

  it('takes less room than the memo', async () => {
    const html = body(await renderHtml(sampleDocument))
    expect(annexOf(html).length).toBeLessThan(html.length / 2)
  })
})

describe('a table', () => {
  const table = sampleDocument.blocks.find((block) => block.type === 'table' && block.id === 'tabel-2') as Table

  it('has a caption, heads with scope, and cells that name their heads', async () => {
    const html = body(await renderHtml(memo([table])))
    expect(html).toMatch(/<caption><span class="exhibit-title" id="tabel-2-title"><span class="label">Tabel 2:<\/span> Brugertilfredshed/)
    expect(html.match(/scope="colgroup" colspan="2"/g)).toHaveLength(2)
    expect(html.match(/<th role="columnheader" scope="col"/g)).toHaveLength(5)
    expect(html.match(/<th role="rowheader" scope="row"/g)).toHaveLength(7)
    expect(html).toContain('headers="tabel-2-group-1 tabel-2-row-2 tabel-2-spanner-1 tabel-2-column-1"')
  })

  it('says of an indented row that it is a part', async () => {
    const html = body(await renderHtml(memo([table])))
    expect(html.match(/<span class="heard-only">Heraf: <\/span>/g)).toHaveLength(2)
    expect(html).toContain('style="--indent: 1"><span class="heard-only">Heraf: </span>Alle forløb undtagen mentor')
  })

  it('hangs a mark outside the digits and leads it to its note', async () => {
    const html = body(await renderHtml(memo([table])))
    expect(
      html.match(
        /<span class="hanging"><span class="traced"><data [^>]*>89<\/data><a [^>]*><\/a><\/span><a class="note-mark" href="#tabel-2-note-1" aria-label="Note \*">\*<\/a><\/span>/g,
      ),
    ).toHaveLength(2)
    expect(html).toContain('<p class="marked" id="tabel-2-note-1"><span class="mark">*</span> Vægtet')
  })

  it('begins a body of its own at each group', async () => {
    const [group, ...rows] = table.rows
    const twice = group ? [group, ...rows.slice(0, 2), { ...group, id: 'second' }, ...rows.slice(2)] : []
    const html = body(await renderHtml(memo([{ ...table, rows: twice }])))
    expect(html.match(/<tbody/g)).toHaveLength(2)
    expect(html).toContain('headers="tabel-2-group-2 tabel-2-row-5 ')
  })

  it('takes a column without a spanner through both rows of heads', async () => {
    const [first] = table.spanners
    const html = body(await renderHtml(memo([{ ...table, spanners: first ? [first] : [] }])))
    expect(html.match(/scope="colgroup"/g)).toHaveLength(1)
    expect(html.match(/rowspan="2"/g)).toHaveLength(3)
  })

  it('may break over pages only when it is long', async () => {
    const row = table.rows[1] as Table['rows'][number]
    const rows = Array.from({ length: 40 }, (_, i) => ({ ...row, id: `row-${i}` }))
    expect(await renderHtml(memo([{ ...table, rows }]))).toContain('class="exhibit long"')
    expect(body(await renderHtml(memo([table])))).not.toContain('exhibit long')
  })
})

describe('long words in heads of columns', () => {
  const headed = (head: string, locale: 'da' | 'en' = 'da'): Document => ({
    ...sampleDocument,
    locale,
    blocks: sampleDocument.blocks.map((block) =>
      block.type === 'table' ? { ...block, columns: block.columns.map((column) => ({ ...column, label: [text(head)] })) } : block,
    ),
  })
  const headsIn = (html: string) =>
    [...html.matchAll(/<th role="columnheader" scope="col" id="tabel-1-column-1"[^>]*>(.*?)<\/th>/g)].map(([, head]) => head)

  // parts by Retskrivningsordbogen § 15: Bru-ger-til-freds-hed, med-ar-bej-der; a part of two letters stays with its neighbour
  it.each([
    ['Brugertilfredshed (indekstal)', 'Bru|ger|til|freds|hed (indekstal)'],
    ['Medarbejdertilfredshed', 'Med|arbej|der|til|freds|hed'],
    ['Antal svar', 'Antal svar'],
  ])('%s may be parted in Danish', async (head, parts) => {
    const html = await renderHtml(headed(head))
    expect(headsIn(html)).toEqual([parts.replaceAll('|', '\u00ad')])
    expect(html.match(/data-label="[^"]*\u00ad|<title>[^<]*\u00ad|<th [^>]*role="rowheader"[^>]*>[^<]*\u00ad/)).toBeNull()
  })

  // Merriam-Webster: sat-is-fac-tion
  it('are parted at English syllables in English', async () => {
    expect(headsIn(await renderHtml(headed('Satisfaction', 'en')))).toEqual(['Sat|isfac|tion'.replaceAll('|', '\u00ad')])
  })
})

describe('a chart', () => {
  it('stands in the page in both sizes, with its numbers as a table', async () => {
    const html = body(await renderHtml(sampleDocument))
    for (const chart of sampleDocument.blocks.filter((block) => block.type === 'chart')) {
      for (const size of ['wide', 'narrow'] as const) expect(html).toContain((await drawChart(chart, size)).svg)
      expect(html).toMatch(new RegExp(`<figure id="${chart.id}" class="exhibit" aria-labelledby="${chart.id}-title">`))
    }
    expect(html.match(/<details[^>]*><summary>Tallene bag figuren<\/summary><table role="table"/g)).toHaveLength(2)
  })

  it('takes its colours from the page: each it uses is a custom property there', async () => {
    const html = await renderHtml(sampleDocument)
    const used = new Set([...body(html).matchAll(/ (fill|stroke)="(#[^"]+)"/g)].map(([, paint, colour]) => `.chart [${paint}="${colour}"]`))
    expect([...used].filter((selector) => !html.includes(`${selector} { `))).toEqual([])
  })
})

describe('a tree that does not hold together', () => {
  const table = sampleDocument.blocks.find((block) => block.type === 'table') as Table
  const [row] = table.rows as [Table['rows'][number]]

  it.each([
    [
      'a figure that is not there',
      memo([{ type: 'paragraph', children: [{ type: 'figure', figure: 'indexScore/none/2023-24', text: '1' }] }]),
      'indexScore/none/2023-24',
    ],
    [
      'a mark without a note',
      memo([{ ...table, rows: [{ ...row, cells: row.cells.map((cell) => ({ ...cell, marks: ['†'] })) }] }]),
      'tabel-1, †',
    ],
    [
      'more cells than columns',
      memo([{ ...table, rows: [{ ...row, cells: [...row.cells, { children: [], marks: [] }] }] }]),
      'tabel-1, all',
    ],
  ])('is our own fault: %s', async (_, document, place) => {
    const failure = await renderHtml(document).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(NotatError)
    expect(failure).toMatchObject({
      code: 'internal',
      problems: [{ code: 'internal-error', values: { detail: expect.stringContaining(place) } }],
    })
  })
})
