import { describe, expect, it } from 'vitest'
import { NotatError } from '../../../src/errors.js'
import { readText } from '../../../src/read/text/index.js'
import { placeOf, type TextBlock, type TextTable } from '../../../src/read/text/passages.js'
import { growthOf, linear, runs } from '../../runs.js'

const utf8 = (text: string) => new TextEncoder().encode(text)
const blocksOf = async (text: string, name = 'notat.txt') => (await readText({ name, bytes: utf8(text) })).blocks
const textsOf = (blocks: TextBlock[]) => blocks.flatMap((block) => (block.type === 'table' ? [] : [block.passage.text]))
const tablesOf = (blocks: TextBlock[]) => blocks.filter((block): block is TextTable => block.type === 'table')
const rowsOf = ({ rows }: TextTable) =>
  rows.map(({ labels, cells }) => [labels.map(({ text }) => text).join(' / '), ...cells.map(({ text }) => text)])
const columnsOf = ({ columns }: TextTable) => columns.map((heads) => heads.map(({ text }) => text).join(' / '))

describe('plain text', () => {
  it('joins hard-wrapped lines and words hyphenated at a line’s end', async () => {
    expect(textsOf(await blocksOf('Resultaterne dækker de in- \nterne og eksterne tilbud \ni kommunen.\n\nNyt afsnit.'))).toEqual([
      'Resultaterne dækker de interne og eksterne tilbud i kommunen.',
      'Nyt afsnit.',
    ])
  })

  it('keeps a hyphen that stands for a left-out part, and that of an abbreviation', async () => {
    expect(textsOf(await blocksOf('kommunens job- \nog beskæftigelsescentre med AC-\ntilbud'))).toEqual([
      'kommunens job- og beskæftigelsescentre med AC-tilbud',
    ])
  })

  it('keeps the hyphens of an address of the web, however many lines it goes over', async () => {
    const address = 'Se www.eksempel.dk/dagsorden/punkt-6-bruger-\ntilfredshed-i-\njobcenter og meget mere om tilfreds-\nhed.'
    expect(textsOf(await blocksOf(address))).toEqual([
      'Se www.eksempel.dk/dagsorden/punkt-6-bruger-tilfredshed-i-jobcenter og meget mere om tilfredshed.',
    ])
  })

  it('takes soft hyphens out, at a line’s end too', async () => {
    expect(textsOf(await blocksOf('bruger\u00adtilfreds\u00ad\nhed'))).toEqual(['brugertilfredshed'])
  })

  it('joins a word that a blank line tears apart', async () => {
    expect(textsOf(await blocksOf('• Fremgang. Det gennemsnitlige indeks- \n\ntal er 84.'))).toEqual([
      'Fremgang. Det gennemsnitlige indekstal er 84.',
    ])
  })

  it('closes text that has a blank line between all its lines', async () => {
    const lines = (paragraph: string) =>
      Array.from({ length: 4 }, (_, at) => `${at === 0 ? paragraph : 'og videre'} med ord nok til at være en lang linje i et notat`)
    const spaced = [...lines('Det første afsnit'), '', ...lines('Det andet afsnit')].join('\n\n')
    expect(textsOf(await blocksOf(spaced)).map((text) => text.slice(0, 17))).toEqual(['Det første afsnit', 'Det andet afsnit '])
  })

  it('tells headings, points and paragraphs apart; a date is no point', async () => {
    const blocks = await blocksOf('KONKLUSION\nTeksten.\n\n## Bilag\n\n- ét\n- to\n\n28. august 2018\n\n1. Resultater')
    expect(blocks.map((block) => [block.type, ...textsOf([block])])).toEqual([
      ['heading', 'KONKLUSION'],
      ['paragraph', 'Teksten.'],
      ['heading', 'Bilag'],
      ['point', 'ét'],
      ['point', 'to'],
      ['paragraph', '28. august 2018'],
      ['point', 'Resultater'],
    ])
  })

  it('knows the line, and the page where form feeds part pages', async () => {
    const [first, second] = (await blocksOf('En linje\nog en til.\n\fPå side to.')) as Exclude<TextBlock, TextTable>[]
    if (!first || !second) throw new Error('two paragraphs expected')
    expect(placeOf('a.txt', first.passage, 'En linje og'.length, 'og')).toEqual({ file: 'a.txt', line: 2, page: 1, words: 'og' })
    expect(placeOf('a.txt', second.passage, 0, 'På')).toEqual({ file: 'a.txt', line: 3, page: 2, words: 'På' })
  })

  it('reads UTF-8, UTF-16 and Windows-1252', async () => {
    const words = 'Færre på øen'
    const utf16 = Uint8Array.from([0xff, 0xfe, ...[...words].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8])])
    const windows = Uint8Array.from([...words], (letter) => letter.charCodeAt(0))
    for (const bytes of [utf8(words), utf16, windows]) expect(textsOf((await readText({ name: 'a.txt', bytes })).blocks)).toEqual([words])
  })
})

describe('tables in plain text', () => {
  it('reads pipes, and goes on after a page break that repeats no heads', async () => {
    const [table, ...others] = tablesOf(
      await blocksOf(
        '| | Antal svar | Andel |\n|--|---|---|\n| Unge | 1.286 | 62 (4,8 %) |\n\n21-07-2023\n\n| | | |\n|--|--|--|\n| Voksne | 175 | 24 (13,7 %) |',
      ),
    )
    expect(others).toEqual([])
    expect(table && columnsOf(table)).toEqual(['Antal svar', 'Andel'])
    expect(table && rowsOf(table)).toEqual([
      ['Unge', '1.286', '62 (4,8 %)'],
      ['Voksne', '175', '24 (13,7 %)'],
    ])
  })

  it('reads one cell a line', async () => {
    const cells = ['Tabel 1: Gennemsnit', 'Tema', 'Byen', 'Landet', 'Mødet', '3,41', '3,69', 'Samtalen', '3,53', '3,75']
    const [table] = tablesOf(await blocksOf(cells.join('\n\n')))
    expect(table?.heads.map(({ text }) => text)).toEqual(['Tema', 'Byen', 'Landet', 'Mødet'])
    expect(table && rowsOf(table)).toEqual([
      ['Mødet', '3,41', '3,69'],
      ['Samtalen', '3,53', '3,75'],
    ])
  })

  it('reads lines that end with as many numbers', async () => {
    const [table] = tablesOf(
      await blocksOf('Tabel 1: Indekstal\n\nUnge (under 30)   87   410   88   159\nVoksne            89*  377   89*  437'),
    )
    expect(table && rowsOf(table)).toEqual([
      ['Unge (under 30)', '87', '410', '88', '159'],
      ['Voksne', '89', '377', '89', '437'],
    ])
  })

  it('reads numbers with others in brackets behind them, signed or not', async () => {
    const text = 'Tabel 1: Indekstal\n\nGruppe          Indekstal   Svar\nBad             64 (−3)     98\nHjemmepleje     71 (+2)     212'
    const [table] = tablesOf(await blocksOf(text))
    expect(table && rowsOf(table)).toEqual([
      ['Bad', '64 (−3)', '98'],
      ['Hjemmepleje', '71 (+2)', '212'],
    ])
  })

  it('sees no table in prose that happens to hold numbers', async () => {
    expect(tablesOf(await blocksOf('Sagsnummer i F2\n6884401\n\nDer kom svar i 2022\nog i 2023, i alt 12 13\nog flere.'))).toEqual([])
  })
})

describe('HTML', () => {
  it('reads passages with their lines and ignores scripts, styles and drawings', async () => {
    const blocks = await blocksOf(
      '<title>x</title><h1>Notat</h1>\n<p>Tilfredsheden er\n <b>84</b>&nbsp;indekspoint.</p><script>"<p>85</p>"</script><style>p{}</style><svg><text>83</text></svg><ul><li>ét<li>to</ul>',
      'notat.html',
    )
    expect(blocks.map((block) => [block.type, ...textsOf([block])])).toEqual([
      ['heading', 'Notat'],
      ['paragraph', 'Tilfredsheden er 84\u00a0indekspoint.'],
      ['point', 'ét'],
      ['point', 'to'],
    ])
    const [, paragraph] = blocks as Exclude<TextBlock, TextTable>[]
    expect(paragraph && placeOf('n', paragraph.passage, 18, '84').line).toBe(3)
  })

  it('lays out spans of a table', async () => {
    const [table] = tablesOf(
      await blocksOf(
        `<table><caption>Tabel 1: Indekstal</caption><thead><tr><th rowspan="2">Gruppe</th><th colspan="2">2022-23</th><th colspan="2">2023-24</th></tr>
         <tr><th>Indekstal</th><th>Antal svar</th><th>Indekstal</th><th>Antal svar</th></tr></thead>
         <tr><th scope="row">Unge</th><td><data value="87.4">87</data></td><td>410</td><td>88</td><td>159</td></tr></table>`,
        'notat.htm',
      ),
    )
    expect(table && columnsOf(table)).toEqual([
      '2022-23 / Indekstal',
      '2022-23 / Antal svar',
      '2023-24 / Indekstal',
      '2023-24 / Antal svar',
    ])
    expect(table && rowsOf(table)).toEqual([['Unge', '87', '410', '88', '159']])
  })

  it('takes a table inside a cell as its words, and survives one that is never closed', async () => {
    const [table] = tablesOf(await blocksOf('<table><tr><th>A<th>B<tr><td>x<table><tr><td>y</table><td>1', 'a.html'))
    expect(table && rowsOf(table)).toEqual([['x y', '1']])
  })
})

describe('PDF', () => {
  type Shown = [left: number, foot: number, words: string, size?: number]

  /** The smallest PDF that shows words at places, in points from the foot of the page. */
  const pdfOf = (pages: Shown[][]): Uint8Array => {
    const shown = pages.map((page) =>
      page.map(([left, foot, words, size = 11]) => `BT /F ${size} Tf ${left} ${foot} Td (${words}) Tj ET`).join('\n'),
    )
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${4 + 2 * index} 0 R`).join(' ')}] >>`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      ...shown.flatMap((content, index) => [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * index} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
        `<< /Length ${content.length} >> stream\n${content}\nendstream`,
      ]),
    ].map((object, index) => `${index + 1} 0 obj ${object} endobj\n`)
    const header = '%PDF-1.7\n'
    const offsets = objects.map((_, index) => header.length + objects.slice(0, index).join('').length)
    const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
    const xref = header.length + objects.join('').length
    const size = objects.length + 1
    return utf8(
      `${header}${objects.join('')}xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF`,
    )
  }

  it('reads prose and a table with their pages', async () => {
    const rows = [
      ['Unge', '87', '410'],
      ['Voksne', '89', '377'],
    ].flatMap((cells, row) => cells.map((cell, column): Shown => [72 + column * 150, 700 - row * 20, cell]))
    const bytes = pdfOf([
      [
        [72, 770, 'Tilfredsheden med de interne tilbud er 74 indekspoint, og'],
        [72, 756, 'antallet af svar er faldet.'],
      ],
      [[72, 770, 'Tabel 1: Indekstal og antal svar'], ...rows],
    ])
    const { blocks } = await readText({ name: 'notat.pdf', bytes })
    expect(textsOf(blocks)[0]).toBe('Tilfredsheden med de interne tilbud er 74 indekspoint, og antallet af svar er faldet.')
    const [table] = tablesOf(blocks)
    expect(table && rowsOf(table)).toEqual([
      ['Unge', '87', '410'],
      ['Voksne', '89', '377'],
    ])
    const cell = table?.rows[1]?.cells[0]
    expect(cell && placeOf('notat.pdf', cell, 0, cell.text)).toEqual({ file: 'notat.pdf', page: 2, words: '89' })
  })

  it('leaves out a raised mark of a note, and no number that only is small', async () => {
    const page: Shown[] = [
      [72, 770, 'Indekstallet er 83'],
      [72 + 84, 775, '1', 7],
      [72 + 88, 770, ', og'],
      [72 + 109.4, 770, '12', 7],
      [72 + 120.2, 770, 'er blevet spurgt.'],
    ]
    const { blocks } = await readText({ name: 'a.pdf', bytes: pdfOf([page]) })
    expect(textsOf(blocks)).toEqual(['Indekstallet er 83, og 12 er blevet spurgt.'])
  })

  it('parts the cells of a narrow column from their words, and no number of a sentence', async () => {
    const rows = [
      ['Hjemmepleje', '71', '212'],
      ['Bad', '64', '98'],
      ['Rengoering', '69', '151'],
    ].flatMap(([label = '', ...numbers], row): Shown[] => [
      [72, 700 - row * 14, label],
      ...numbers.map((cell, column): Shown => [148 + column * 30, 700 - row * 14, cell]),
    ])
    const spaced: Shown[] = [
      [72, 600, 'Der kom svar fra'],
      [163, 600, '98'],
      [182, 600, 'borgere.'],
    ]
    const { blocks } = await readText({
      name: 'a.pdf',
      bytes: pdfOf([[[72, 730, 'Tabel 1: Indekstal og antal svar'], ...rows, ...spaced]]),
    })
    const [table] = tablesOf(blocks)
    expect(table && rowsOf(table)).toEqual([
      ['Hjemmepleje', '71', '212'],
      ['Bad', '64', '98'],
      ['Rengoering', '69', '151'],
    ])
    expect(textsOf(blocks)).toContain('Der kom svar fra 98 borgere.')
  })

  it('says what is wrong with a file that is no PDF, and with one that has no text', async () => {
    const codeOf = (bytes: Uint8Array) =>
      readText({ name: 'a.pdf', bytes }).then(
        () => [],
        (error: unknown) => (error instanceof NotatError ? error.problems.map(({ code }) => code) : error),
      )
    expect(await codeOf(utf8('not a PDF'))).toEqual(['unreadable-pdf'])
    expect(await codeOf(pdfOf([[]]))).toEqual(['no-text-in-pdf'])
  })
})

it('names the formats it reads where it is given another', async () => {
  const failure = await readText({ name: 'notat.docx', bytes: utf8('') }).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(NotatError)
  expect((failure as NotatError).problems[0]?.values.known).toBe('txt, md, html, htm, pdf')
})

describe('hostile text is read in time linear in its length', () => {
  const hostile: [string, string, string][] = [
    ['digits', 'a.txt', '7'],
    ['numbers on one line', 'a.txt', '84 '],
    ['numbers on lines', 'a.txt', '84\n\n'],
    ['brackets', 'a.md', '['],
    ['pipes', 'a.txt', '|'],
    ['hyphens at line ends', 'a.txt', 'ab-\n'],
    ['form feeds', 'a.txt', '\f'],
    ['nested elements', 'a.html', '<div>'],
    ['nested tables', 'a.html', '<table><tr><td>'],
    ['wide spans', 'a.html', '<tr><td colspan=1000 rowspan=1000>1'],
    ['unclosed tags', 'a.html', '<'],
  ]
  it.each(hostile)(
    '%s',
    async (what, name, text) => {
      const make = (length: number) => (what === 'wide spans' ? '<table>' : '') + text.repeat(length / text.length)
      const bytes = (length: number) => ({ name, bytes: utf8(make(length)) })
      expect(await growthOf(bytes, readText, runs(2 ** 13, 2 ** 18))).toBeLessThan(linear)
    },
    120_000,
  )
})
