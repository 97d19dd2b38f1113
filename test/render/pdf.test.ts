import fc from 'fast-check'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Block, Chart, Document, Inline, List, Table } from '../../src/document/blocks.js'
import { altTextOf } from '../../src/document/walk.js'
import { NotatError } from '../../src/errors.js'
import { renderPdf } from '../../src/render/pdf.js'
import { runs } from '../runs.js'
import { sampleDocument } from '../sample-document.js'
import { markedContentOf, readPdf } from './pdf-reader.js'
import { faultsOf, printTree, readingOrder } from './pdf-structure.js'

const text = (words: string): Inline => ({ type: 'text', text: words })
const paragraph = (words: string): Block => ({ type: 'paragraph', children: [text(words)] })
const heading = (id: string, level: 2 | 3 = 2): Block => ({ type: 'heading', level, id, children: [text(`Afsnit ${id}`)] })
const memo = (blocks: Block[], rest: Partial<Document> = {}): Document => ({ ...sampleDocument, margin: [], notes: [], blocks, ...rest })
const sentence = 'Borgerne har svaret på, om de alt i alt er tilfredse med forløbet, og svarene er talt sammen for hver gruppe. '

/** A table of many rows with long names. */
function longTable(count: number): Table {
  const { type, id, label, title, howTo, notes, stubHead, spanners, columns } = sampleDocument.blocks.find(
    (block) => block.type === 'table',
  ) as Table
  return {
    ...{ type, id, label, title, howTo, notes, stubHead, spanners, columns },
    rows: Array.from({ length: count }, (_, index) => ({
      id: `række-${index}`,
      kind: 'row',
      indent: index % 3,
      label: [text(`Tilbud nummer ${index} til borgere, der længe har været uden beskæftigelse`)],
      detail: index % 4 === 0 ? [text('For aktivitetsparate kontanthjælpsmodtagere i ressourceforløb')] : null,
      cells: columns.map((_, column) => ({ children: column === 1 && index === 3 ? [] : [text(`${index}`)], marks: [] })),
    })),
  }
}

/** The sample's charts with many rows of long names. */
function longCharts(count: number): Chart[] {
  const charts = sampleDocument.blocks.filter((block) => block.type === 'chart')
  return charts.map((chart) => {
    const rows = Array.from({ length: count }, (_, index) => ({
      ...(chart.rows[index % chart.rows.length] as object),
      id: `r${index}`,
      label: `Tilbud nummer ${index} til borgere, der længe har været uden beskæftigelse`,
    }))
    const data = {
      ...chart.data,
      rows: rows.map((row, index) => ({ ...chart.data.rows[index % chart.data.rows.length], ...row, label: [text(row.label)] })),
    }
    return { ...chart, rows, data } as Chart
  })
}

/** The same PDF through another reader. */
async function open(bytes: Uint8Array) {
  return getDocument({ data: bytes.slice(), verbosity: 0 }).promise
}

type Placed = { page: number; text: string; x: number; top: number }

/** Every line or part of a line as it stands on its page, top down; points from above. */
async function placesOf(bytes: Uint8Array): Promise<{ pages: number; places: Placed[] }> {
  const pdf = await open(bytes)
  const places: Placed[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    for (const item of items) {
      if ('str' in item && item.str.trim() !== '') {
        places.push({ page: number, text: item.str, x: item.transform[4] as number, top: 841.89 - (item.transform[5] as number) })
      }
    }
  }
  return { pages: pdf.numPages, places }
}

// ── what a reader of the document hears, written from the tree of the document alone ──

const plain = (children: readonly Inline[]): string =>
  children.map((inline) => ('children' in inline ? plain(inline.children) : inline.text)).join('')

function spokenList({ kind, items }: List): string[] {
  return items.flatMap(({ children }, index) => [
    ...(kind === 'ordered' ? [`${index + 1}.`] : ['']),
    ...children.flatMap((child) => (child.type === 'paragraph' ? [plain(child.children)] : spokenList(child))),
  ])
}

function spokenTable({ spanners, columns, stubHead, rows }: Table): string[] {
  const spanned = new Set(spanners.flatMap((spanner) => spanner.columns))
  const upper = columns.flatMap(({ id, label }) => {
    const spanner = spanners.find((candidate) => candidate.columns[0] === id)
    return spanner ? [plain(spanner.label)] : spanned.has(id) ? [] : [plain(label)]
  })
  return [
    plain(stubHead),
    ...upper,
    ...columns.filter(({ id }) => spanned.has(id)).map(({ label }) => plain(label)),
    ...rows.flatMap(({ label, detail, cells }) => [
      plain(label),
      ...(detail ? [plain(detail)] : []),
      ...cells.map(({ children, marks }) => plain(children) + marks.join('')),
    ]),
  ]
}

function spokenBlock(block: Block): string[] {
  if (block.type === 'list') return spokenList(block)
  if (block.type === 'heading' || block.type === 'paragraph') return [plain(block.children)]
  return [
    `${block.label}: ${plain(block.title)}`,
    ...(block.howTo ? [plain(block.howTo)] : []),
    ...(block.type === 'table' ? spokenTable(block) : [`[${altTextOf(block)}]`]),
    ...block.notes.map((note) => (note.kind === 'marked' ? `${note.mark}\u00a0` : '') + plain(note.children)),
    ...(block.type === 'chart' && block.kind !== 'change' ? spokenData(block) : []),
  ]
}

/** The numbers of a chart stand in no other table of the document, but for those of what has changed. */
function spokenData({ label, data }: Chart): string[] {
  const rows = data.rows.flatMap(({ label, cells }) => [plain(label), ...cells.map(plain)])
  return [`Tallene bag ${label.toLowerCase()}: ${plain(data.caption)}`, ...data.columns.map(({ label }) => plain(label)), ...rows]
}

function spoken({ sender, kind, title, margin, blocks, notes }: Document): string[] {
  const all = [
    sender.organisation,
    sender.administration ?? '',
    kind,
    title,
    ...margin.flatMap(({ label, lines }) => [label ?? '', ...lines]),
    ...blocks.flatMap(spokenBlock),
    ...notes.flatMap(({ mark, children }) => [mark, plain(children)]),
  ]
  // a line that is broken loses its space in the file, and readers put it back
  return all.map(withoutSpaces).filter((words) => words !== '')
}

const withoutSpaces = (words: string) => words.replaceAll('\u00ad', '').replaceAll(/[ \n]/g, '')

/** The sample, made once for all tests of this file. */
const samplePdf = renderPdf(sampleDocument)

describe('the sample memo', () => {
  const attachment = {
    name: 'orientering-2024.figures.json',
    bytes: new TextEncoder().encode('{"schemaVersion":1}'),
    mime: 'application/json',
    description: 'Tallene i notatet',
  }
  let bytes: Uint8Array
  beforeAll(async () => {
    bytes = await renderPdf(sampleDocument, { attachments: [attachment] })
  })

  test('keeps what PDF/UA-1 and PDF/A-3a ask for', () => {
    expect(faultsOf(bytes)).toEqual([])
  })

  test('says everything the document says, in its order', () => {
    const heard = readingOrder(bytes).map(({ text: words }) => withoutSpaces(words))
    expect(heard.filter((words) => words !== '')).toEqual(spoken(sampleDocument))
  })

  test('draws the figures of prose and tables in the order of the document, so that plain text extraction finds them so', () => {
    const { marked } = markedContentOf(readPdf(bytes))
    const drawn = marked.filter(({ tag }) => tag !== 'Artifact' && tag !== 'Figure').map(({ text: words }) => words)
    let at = 0
    const all = drawn.join('\n')
    for (const words of figureTexts(sampleDocument)) {
      const next = all.indexOf(words, at)
      expect(next, `${words} after ${all.slice(Math.max(0, at - 40), at)}`).toBeGreaterThanOrEqual(0)
      at = next + words.length
    }
  })

  test('reads the same in another reader: nothing but footers and repeated heads stands outside the tree', async () => {
    const pdf = await open(bytes)
    const outside: string[] = []
    let inside = ''
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent({ includeMarkedContent: true })
      let tagged = false
      for (const item of items) {
        if ('type' in item) tagged = item.type === 'beginMarkedContentProps' && typeof item.id === 'string'
        else if (tagged) inside += item.str
        else if (item.str.trim() !== '') outside.push(item.str)
      }
    }
    expect(outside).toEqual(
      Array.from({ length: pdf.numPages }, (_, index) => [sampleDocument.footer, `${index + 1}/${pdf.numPages}`]).flat(),
    )
    const { marked } = markedContentOf(readPdf(bytes))
    const ours = marked.filter(({ mcid }) => mcid !== null).map(({ text: words }) => words)
    expect(inside.replaceAll(/\s/g, '')).toBe(ours.join('').replaceAll(/\s/g, ''))
  })

  test('has title, author, language, date, bookmarks and the attached figures', async () => {
    const pdf = await open(bytes)
    const { info } = await pdf.getMetadata()
    expect(info).toMatchObject({
      Title: sampleDocument.title,
      Author: 'Københavns Kommune',
      Language: 'da',
      CreationDate: 'D:20241209000000Z',
    })
    const outline = await pdf.getOutline()
    expect(outline.map(({ title, items }) => [title, items.map((item) => item.title)])).toEqual([
      ['Sagsfremstilling', []],
      ['Konklusion', []],
      ['Brugertilfredshed på aktiverings- og mentortilbuddene', []],
      ['Videre proces', ['Opfølgning']],
      ['Bilag', []],
    ])
    const attachments = (await pdf.getAttachments()) as Record<string, { content: Uint8Array }>
    expect(Object.keys(attachments)).toEqual([attachment.name])
    expect(new Uint8Array((attachments[attachment.name] as { content: Uint8Array }).content)).toEqual(attachment.bytes)
  })

  test('leads to tables, charts and notes, and to addresses', async () => {
    const pdf = await open(bytes)
    const links = (
      await Promise.all(Array.from({ length: pdf.numPages }, async (_, index) => (await pdf.getPage(index + 1)).getAnnotations()))
    ).flat()
    const targets = links.map(({ url, dest }) => url ?? dest)
    for (const target of ['tabel-1', 'tabel-2', 'figur-2', 'note-1', 'https://www.defgo.dk/', 'mailto:undersoegelser@example.dk']) {
      expect(targets).toContain(target)
    }
    for (const { dest } of links.filter((link) => link.dest)) expect(await pdf.getDestination(dest as string)).not.toBeNull()
  })

  test.each([
    ['TH without scope', '/Scope /Row', '/Skope /Row'],
    ['Figure without alt text', '/Alt (', '/Alx ('],
    ['annotation without a description', '/Contents (', '/Kontents('],
    ['tab order does not follow the structure', '/Tabs /S', '/Tabs /R'],
    ['headings skip a level', '/S /H2', '/S /H4'],
    ['unknown structure type: TX', '/S /TD', '/S /TX'],
    ['Note without an id', '/ID (note-1)', '/IX (note-1)'],
    ['annotation in no Link', '/Type /OBJR', '/Type /OBJX'],
    ['PDF/UA-1 is not claimed', '<pdfuaid:part>1', '<pdfuaid:part>2'],
    ['the document is not marked', '/Marked true', '/Marked null'],
    ['the language is missing', '/Lang (da)', '/Lang (d_)'],
    ['a file without a relationship', '/AFRelationship /Source', '/AFRelazionship /Source'],
    ['no heading cell for tabel-1.column.2022-23-base', '/ID (tabel-1.column.2022-23-base)', '/ID (tabel-1.column.2022-23-bass)'],
    ['rows of a table differ in width', '/ColSpan 2', '/ColSpan 3'],
    ['no place named tabel-1', '(tabel-1) [', '(tabel-7) ['],
  ])('control: the check finds "%s"', (fault, before, after) => {
    const whole = Buffer.from(bytes).toString('latin1')
    expect(whole).toContain(before)
    expect(faultsOf(Buffer.from(whole.replaceAll(before, after), 'latin1'))).toContain(fault)
  })
})

function figureTexts(document: Document): string[] {
  const of = (children: readonly Inline[]): string[] =>
    children.flatMap((inline) => (inline.type === 'figure' ? [inline.text] : 'children' in inline ? of(inline.children) : []))
  const list = ({ items }: List): string[] =>
    items.flatMap(({ children }) => children.flatMap((child) => (child.type === 'paragraph' ? of(child.children) : list(child))))
  return [
    ...document.blocks.flatMap((block) => {
      if (block.type === 'list') return list(block)
      if (block.type === 'table') return block.rows.flatMap(({ cells }) => cells.flatMap(({ children }) => of(children)))
      return block.type === 'chart' ? [] : of(block.children)
    }),
    ...document.notes.flatMap(({ children }) => of(children)),
  ]
}

test('a small memo has a small tree', async () => {
  const blocks: Block[] = [
    heading('svar'),
    {
      type: 'paragraph',
      children: [
        text('Se '),
        { type: 'reference', target: 'tabel-1', text: 'Tabel 1' },
        text(' & ”noten”'),
        { type: 'noteReference', note: 'n', text: '1' },
      ],
    },
    { type: 'list', kind: 'bullets', items: [{ type: 'listItem', children: [{ type: 'paragraph', children: [text('et punkt')] }] }] },
    {
      ...{ type: 'table', id: 'tabel-1', label: 'Tabel 1', title: [text('Svar')], howTo: null, notes: [], stubHead: [text('Gruppe')] },
      spanners: [{ id: 'p', label: [text('2024')], columns: ['v', 'n'] }],
      columns: [
        { id: 'v', label: [text('Indeks')], kind: 'value', isCurrent: true },
        { id: 'n', label: [text('Svar')], kind: 'count', isCurrent: false },
        { id: 'x', label: [text('Mål')], kind: 'count', isCurrent: false },
      ],
      rows: [
        { id: 'g', kind: 'group', indent: 0, label: [text('Alle')], detail: null, cells: [] },
        {
          ...{ id: 'a', kind: 'row', indent: 0, label: [text('Unge')], detail: [text('under 30')] },
          cells: [
            { children: [text('84')], marks: ['*'] },
            { children: [text('1.755')], marks: [] },
            { children: [], marks: [] },
          ],
        },
        {
          ...{ id: 'b', kind: 'row', indent: 1, label: [text('Mentor')], detail: null },
          cells: ['90', '12', '80'].map((digits) => ({ children: [text(digits)], marks: [] })),
        },
      ],
    },
  ]
  const bytes = await renderPdf(
    memo(blocks, {
      margin: [{ label: 'Dato', lines: ['09-12-2024'] }],
      notes: [{ id: 'n', mark: '1', children: [text('En note.')] }],
    }),
  )
  expect(faultsOf(bytes)).toEqual([])
  await expect(printTree(bytes)).toMatchFileSnapshot('small-memo.tree.txt')
})

describe('the page', () => {
  const long = renderPdf(memo([heading('et'), paragraph(sentence), longTable(60), ...longCharts(40)]))

  test('a table of many rows breaks between rows, and its heading stands on every page', async () => {
    const { places } = await placesOf(await long)
    const pages = Math.max(...places.filter(({ text: words }) => words.startsWith('Tabel 1')).map(({ page }) => page))
    expect(pages).toBeGreaterThan(2)
    for (let page = 2; page <= pages; page++) {
      const head = places.filter((place) => place.page === page && place.top < 100)
      expect(head.map(({ text: words }) => words)).toContain('okt. 2022 – sep. 2023')
    }
  })

  test('what goes on from the page before says so, and is read aloud once', async () => {
    const bytes = await long
    expect(faultsOf(bytes)).toEqual([])
    const { pages, places } = await placesOf(bytes)
    const continued = places.filter(({ text: words }) => words.endsWith(' (fortsat)'))
    expect(new Set(continued.map(({ text: words }) => words))).toEqual(
      new Set(['Tabel 1 (fortsat)', 'Figur 1 (fortsat)', 'Figur 2 (fortsat)', 'Tallene bag figur 2 (fortsat)']),
    )
    expect(continued.every(({ top }) => top < 80)).toBe(true)
    // every page after the first begins a block or goes on with one
    const first = Array.from({ length: pages - 1 }, (_, index) => places.find(({ page }) => page === index + 2)?.text)
    expect(first.filter((words) => !words || !/\(fortsat\)$|^(Tabel|Figur|Note|Tallene bag)/.test(words))).toEqual([])
    expect(readingOrder(bytes).some(({ text: words }) => words.includes('fortsat'))).toBe(false)
  })

  test('the parts of a long chart fill their pages, have one axis, and every row once', async () => {
    for (const before of runs([1, 9], [1, 5, 9, 13])) {
      const paragraphs = Array.from({ length: before }, () => paragraph(sentence.repeat(2)))
      const { pages, places } = await placesOf(await renderPdf(memo([...paragraphs, ...longCharts(40).slice(0, 1)])))
      const drawn = places.flatMap(({ text: words }) => /^Tilbud nummer (\d+) /.exec(words)?.[1] ?? [])
      expect(drawn.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index))
      for (let page = 1; page < pages; page++) {
        const lowest = Math.max(...places.filter((place) => place.page === page && place.top < 785).map(({ top }) => top))
        expect(lowest).toBeGreaterThan(0.6 * 780)
      }
      const ticks = places.filter(({ text: words }) => words === '75')
      expect(new Set(ticks.map(({ x }) => Math.round(x))).size).toBe(1)
    }
  })

  test('a table that breaks begins where its caption, its head and two rows have room', async () => {
    const { places } = await placesOf(
      await renderPdf(memo([...Array.from({ length: 5 }, () => paragraph(sentence.repeat(2))), longTable(60)])),
    )
    const title = places.find(({ text: words }) => words.startsWith('Tabel 1')) as Placed
    expect(title.page).toBe(1)
    expect(title.top).toBeGreaterThan(450)
    expect(places.filter(({ page, text: words }) => page === 1 && words.startsWith('Tilbud nummer')).length).toBeGreaterThanOrEqual(2)
  })

  test('notes are never alone on a page', async () => {
    const notes = [{ id: 'n', mark: '1', children: [text(sentence)] }]
    for (let count = 8; count < 24; count += runs(3, 1)) {
      const blocks = Array.from({ length: count }, () => paragraph(sentence))
      const { pages, places } = await placesOf(await renderPdf(memo(blocks, { notes })))
      const last = places.filter(({ page, top }) => page === pages && top < 785)
      expect(last[0]?.text).not.toBe('1')
    }
  })

  test('the numbers behind a chart stand on its page where both fit', async () => {
    const shares = sampleDocument.blocks.find((block) => block.type === 'chart' && block.kind === 'shares') as Chart
    for (const before of runs([5], [2, 5, 8])) {
      const paragraphs = Array.from({ length: before }, () => paragraph(sentence.repeat(2)))
      const { places } = await placesOf(await renderPdf(memo([...paragraphs, shares])))
      const page = (start: string) => places.find(({ text: words }) => words.startsWith(start))?.page
      expect(page('Figur 2:')).toBe(page('Tallene bag figur 2:'))
    }
  })

  test('charts and tables of forty groups with long names lose nothing', async () => {
    const many = sampleDocument.blocks.map((block) => {
      if (block.type === 'table') return longTable(40)
      if (block.type !== 'chart') return block
      const rows = Array.from({ length: 40 }, (_, index) => ({
        ...(block.rows[index % block.rows.length] as object),
        id: `r${index}`,
        label: `Tilbud nummer ${index} til borgere, der længe har været uden beskæftigelse`,
      }))
      return { ...block, rows } as Block
    })
    const tables = new Set<string>()
    const blocks = many.map((block) => {
      if (block.type !== 'table') return block
      const id = `${block.id}-${tables.size}`
      tables.add(id)
      return { ...block, id }
    })
    const bytes = await renderPdf({
      ...sampleDocument,
      blocks: [...blocks, { ...longTable(1), id: 'tabel-1' }, { ...longTable(1), id: 'tabel-2' }],
    })
    expect(faultsOf(bytes)).toEqual([])
  })

  test('no heading is left alone at the end of a page, and no page is empty', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 1, maxLength: 14 }),
        fc.boolean(),
        async (lengths, endsWithTable) => {
          const blocks = lengths.flatMap((length, index): Block[] => [
            heading(`${index}`, index % 3 === 2 ? 3 : 2),
            paragraph(sentence.repeat(length)),
          ])
          const bytes = await renderPdf(memo([...blocks, ...(endsWithTable ? [heading('t'), longTable(4)] : [])]))
          const { pages, places } = await placesOf(bytes)
          for (let page = 1; page <= pages; page++) {
            const body = places.filter((place) => place.page === page && place.top < 785)
            expect(body.length).toBeGreaterThan(0)
            const lowest = body.reduce((low, place) => (place.top > low.top ? place : low))
            expect(lowest.text).not.toMatch(/^Afsnit /)
          }
        },
      ),
      { numRuns: runs(3, 12) },
    )
  })

  test('no table runs into the margin column', async () => {
    const margin = Array.from({ length: 9 }, (_, index) => ({ label: `Felt ${index}`, lines: [`Værdi ${index}`] }))
    const { places } = await placesOf(await renderPdf(memo([heading('et'), paragraph(sentence), longTable(3)], { margin })))
    const title = places.find(({ text: words }) => words.startsWith('Tabel 1')) as Placed
    const last = places.find(({ text: words }) => words === 'Værdi 8') as Placed
    expect(title.page).toBe(last.page)
    expect(title.top).toBeGreaterThan(last.top + 15)
  })

  test('text and margin column begin on one line', async () => {
    const { places } = await placesOf(await samplePdf)
    const first = places.find(({ text: words }) => words === 'Sagsfremstilling') as Placed
    const date = places.find(({ text: words }) => words === 'Dato') as Placed
    expect(Math.abs(first.top - date.top)).toBeLessThan(4)
  })

  test('digits of a column stand under each other, with or without a mark', async () => {
    const { places } = await placesOf(await samplePdf)
    const page = places.find(({ text: words }) => words.startsWith('Tabel 2:'))?.page
    const column = places.filter(
      ({ page: on, text: words, x }) => on === page && x > 300 && x < 380 && /^(83|80|87|89|86|91|85)\*?$/.test(words),
    )
    expect(column.length).toBe(7)
    expect(new Set(column.map(({ x }) => Math.round(x * 10))).size).toBe(1)
  })
})

/** Any memo that composing could give: every kind of block, tables of any shape. */
const words = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .string({ unit: fc.constantFrom(...'abcdeæøå fgh-kl’ 0123456789 ft'), minLength: 1, maxLength: 60 })
      .map((any) => `x${any.trim()}`),
  },
  // wider than any column
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...'abcæøft'), minLength: 90, maxLength: 160 }) },
)
const printed = fc.constantFrom('0', '84', '−8', '1.755', '4,8\u00a0%', 'ingen svar').map((any) => [text(any)])
const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 4, arbitrary: words.map(text) },
  words.map((any): Inline => ({ type: 'strong', children: [text(any)] })),
  words.map((any): Inline => ({ type: 'link', href: 'https://example.dk', children: [text(any)] })),
)
const sentences = fc.array(inline, { minLength: 1, maxLength: 12 })
const phrase = fc.array(inline, { minLength: 1, maxLength: 2 })
const list: fc.Arbitrary<List> = fc.record({
  type: fc.constant('list' as const),
  kind: fc.constantFrom('themes', 'bullets', 'ordered'),
  items: fc.array(
    sentences.map((children) => ({ type: 'listItem' as const, children: [{ type: 'paragraph' as const, children }] })),
    { minLength: 1, maxLength: 4 },
  ),
})
const table: fc.Arbitrary<Table> = fc
  .record({ count: fc.integer({ min: 1, max: 6 }), spanned: fc.integer({ min: 0, max: 6 }), rowCount: fc.integer({ min: 1, max: 30 }) })
  .chain(({ count, spanned, rowCount }) => {
    const columns = Array.from({ length: count }, (_, index) => `c${index}`)
    const inSpanner = columns.slice(0, spanned)
    return fc.record({
      ...{ type: fc.constant('table' as const), id: fc.constant(''), label: fc.constant('Tabel 1'), title: sentences },
      howTo: fc.option(sentences),
      notes: fc.array(fc.record({ kind: fc.constant('note' as const), children: sentences }), { maxLength: 2 }),
      stubHead: fc.oneof(fc.constant<Inline[]>([]), phrase),
      spanners: words.map((label) => (inSpanner.length > 0 ? [{ id: 's', label: [text(label)], columns: inSpanner }] : [])),
      columns: fc.tuple(
        ...columns.map((id) => words.map((label) => ({ id, label: [text(label)], kind: 'count' as const, isCurrent: false }))),
      ),
      rows: fc.tuple(
        ...Array.from({ length: rowCount }, (_, index) =>
          fc
            .record({
              kind: fc.constantFrom('row', 'row', 'group', 'total'),
              indent: fc.integer({ min: 0, max: 2 }),
              label: phrase,
              detail: fc.option(phrase),
              cells: fc.tuple(
                ...columns.map(() =>
                  fc.record({
                    children: fc.oneof(fc.constant<Inline[]>([]), printed),
                    marks: fc.constant<string[]>([]),
                  }),
                ),
              ),
            })
            .map((row): Table['rows'][number] =>
              row.kind === 'group'
                ? { ...row, kind: 'group', id: `r${index}`, detail: null, cells: [] }
                : { ...row, kind: row.kind as 'row', id: `r${index}` },
            ),
        ),
      ),
    })
  })
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  sentences.map((children): Block => ({ type: 'paragraph', children })),
  words.map((any): Block => ({ type: 'heading', level: 2, id: '', children: [text(any)] })),
  list,
  table,
)

test('any memo is whole: nothing is lost, nothing is out of order, and its tree keeps the rules', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyBlock, { minLength: 1, maxLength: 8 }), async (blocks) => {
      const document = memo(blocks.map((block, index) => ('id' in block ? { ...block, id: `b${index}` } : block)))
      const bytes = await renderPdf(document)
      expect(faultsOf(bytes)).toEqual([])
      const heard = readingOrder(bytes).map(({ text: said }) => withoutSpaces(said))
      expect(heard.filter((said) => said !== '')).toEqual(spoken(document))
    }),
    { numRuns: runs(6, 25) },
  )
}, 120_000)

describe('the same document gives the same bytes', () => {
  const a = memo([paragraph('Ord med mellemrum og bindestreg-ord')])
  const b = memo([paragraph('Ord\u00a0med\u00a0fast\u00a0mellemrum og\u2011fast\u2011bindestreg')])
  const c = sampleDocument

  test('whatever was rendered before or meanwhile', async () => {
    const [a1, b1, c1] = [await renderPdf(a), await renderPdf(b), await samplePdf]
    const [b2, c2, a2] = [await renderPdf(b), await renderPdf(c), await renderPdf(a)]
    const [a3, b3, c3] = await Promise.all([renderPdf(a), renderPdf(b), renderPdf(c)])
    for (const [first, ...others] of [
      [a1, a2, a3],
      [b1, b2, b3],
      [c1, c2, c3],
    ] as [Uint8Array, Uint8Array, Uint8Array][]) {
      for (const other of others) expect(Buffer.compare(first, other)).toBe(0)
    }
  })

  test('in any time zone, and leaves the document as it was', async () => {
    const zone = process.env.TZ
    const before = structuredClone(c)
    try {
      process.env.TZ = 'Pacific/Auckland'
      const there = await renderPdf(c)
      process.env.TZ = 'America/Los_Angeles'
      expect(Buffer.compare(there, await renderPdf(c))).toBe(0)
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
    expect(c).toEqual(before)
  })

  test('a no-break space and a no-break hyphen are read as what they are', async () => {
    const words = readingOrder(await renderPdf(b)).map(({ text: said }) => said)
    expect(words).toContain('Ord\u00a0med\u00a0fast\u00a0mellemrum og\u2011fast\u2011bindestreg')
  })
})

test('characters that the font lacks are named with where they stand, all at once', async () => {
  const rendering = renderPdf(memo([paragraph('Glad 😀 borger'), heading('漢')]))
  await expect(rendering).rejects.toThrow(NotatError)
  const { problems } = (await rendering.catch((error: unknown) => error)) as NotatError
  expect(problems.map(({ code, values }) => [code, values.characters, values.text])).toEqual([
    ['missing-glyph', '😀', 'Glad 😀 borger'],
    ['missing-glyph', '漢', 'Afsnit 漢'],
  ])
})
