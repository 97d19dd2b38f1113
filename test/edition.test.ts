import { beforeAll, describe, expect, it } from 'vitest'
import type { Document } from '../src/document/blocks.js'
import { alteredIn } from '../src/edition.js'
import { readText } from '../src/read/text/index.js'
import type { Passage, TextBlock, TextWithPlaces } from '../src/read/text/passages.js'
import { renderHtml } from '../src/render/html.js'
import { renderPdf } from '../src/render/pdf.js'
import { growthOf, linear, runs } from './runs.js'
import { sampleDocument } from './sample-document.js'

const passageOf = (text: string): Passage => ({ text, marks: [{ at: 0, line: 1, page: null }] })
const paragraph = (text: string): TextBlock => ({ type: 'paragraph', passage: passageOf(text) })

/** The text with words replaced wherever they stand, in passages and cells alike. */
function replaced(text: TextWithPlaces, was: string | RegExp, put: string): TextWithPlaces {
  const inPassage = (passage: Passage) => ({ ...passage, text: passage.text.replace(was, put) })
  const blocks = text.blocks.map((block): TextBlock => {
    if (block.type !== 'table') return { ...block, passage: inPassage(block.passage) }
    const rows = block.rows.map((row) => ({ ...row, labels: row.labels.map(inPassage), cells: row.cells.map(inPassage) }))
    return { ...block, columns: block.columns.map((heads) => heads.map(inPassage)), rows }
  })
  return { ...text, blocks }
}

/** "what stands there ← what ours has", for each place. */
const told = (text: TextWithPlaces, documents: readonly Document[] = [sampleDocument]) =>
  alteredIn(text, documents).map((each) => `${each.text} ← ${each.own}`)

describe.each(['html', 'pdf'] as const)('a document of ours, as %s', (format) => {
  let printed: TextWithPlaces
  const sectionAt = (title: string) => printed.blocks.findIndex((block) => block.type === 'heading' && block.passage.text === title)

  beforeAll(async () => {
    const bytes = format === 'html' ? new TextEncoder().encode(await renderHtml(sampleDocument)) : await renderPdf(sampleDocument)
    printed = await readText({ name: `orientering-2024.${format}`, bytes })
  }, 60_000)

  it('differs in nothing from itself, and is none of another document', () => {
    expect(told(printed)).toEqual([])
    const other = { ...printed, blocks: [paragraph('Tilfredsheden er steget fra 80 til 85.')] }
    expect(told(other)).toEqual([])
  })

  it.each<[what: string, was: string | RegExp, put: string, altered: string]>([
    ['a number in a sentence', 'er 82 mod 83', 'er 85 mod 83', '85 ← 82'],
    ['a number in front of a raised mark', 'mod 83 i forrige periode.', 'mod 81 i forrige periode.', '81 ← 83'],
    ['a number in a caption', 'Indekstal er max 100', 'Indekstal er max 101', '101 ← 100'],
    ['a number of a table', 'Tabel 2 viser', 'Tabel 3 viser', '3 ← 2'],
    ['a number in a name', 'Aktivitetsparate unge (under 30)', 'Aktivitetsparate unge (under 40)', '40 ← 30'],
    ['a year', '(2023-2024)', '(2023-2025)', '2025 ← 2024'],
    ['a head of a table', 'okt. 2022 – sep. 2023', 'okt. 2021 – sep. 2023', '2021 ← 2022'],
    ['a count in words', 'fem målgrupper', 'seks målgrupper', 'seks ← fem'],
    ['a direction', 'er indekstallet faldet fra 82', 'er indekstallet steget fra 82', 'steget ← faldet'],
    ['a rank', 'dermed det højeste blandt', 'dermed det laveste blandt', 'laveste ← højeste'],
    ['a unit', /(2,7\s)indekspoint/, '$1pct.', 'pct ← indekspoint'],
    ['a denial left out', 'og ikke en fuldstændig', 'og en fuldstændig', 'og ← ikke'],
    ['a denial put in', 'leverandørerne i februar', 'ikke leverandørerne i februar', 'ikke ← null'],
  ])('has been altered: %s', (_what, was, put, altered) => {
    const text = replaced(printed, was, put)
    expect(text).not.toEqual(printed)
    expect(told(text)).toContain(altered)
  })

  it('tells which figure has been altered, and where it stands', () => {
    const [altered] = alteredIn(replaced(printed, 'er 82 mod 83', 'er 85 mod 83'), [sampleDocument])
    expect(altered).toMatchObject({ ofFigure: 'indexScore/all/2023-24', document: 'orientering-2024' })
    expect(altered?.place?.words).toContain('er 85 mod 83')
  })

  it('may have other fields', () => {
    expect(told(replaced(replaced(printed, '09-12-2024', '17-01-2025'), '6884401', '7001234'))).toEqual([])
  })

  it('may have more paragraphs, and sections less', () => {
    const at = sectionAt('Videre proces')
    const own = [paragraph('Udvalget har drøftet sagen den 14. maj med 7 stemmer mod 4.'), paragraph('Der er afsat 12 timer.')]
    expect(told({ ...printed, blocks: printed.blocks.toSpliced(at, 0, ...own) })).toEqual([])
    expect(told({ ...printed, blocks: printed.blocks.slice(0, at) })).toEqual([])
    expect(told({ ...printed, blocks: [...printed.blocks.slice(0, at), ...own] })).toEqual([])
  })

  it('may have a section moved, in which a number is found that has been altered', () => {
    const [from, to] = [sectionAt('Konklusion'), sectionAt('Brugertilfredshed på aktiverings- og mentortilbuddene')]
    const moved = (text: TextWithPlaces) => {
      return { ...text, blocks: [...text.blocks.toSpliced(from, to - from), ...text.blocks.slice(from, to)] }
    }
    expect(told(moved(printed))).toEqual([])
    expect(told(moved(replaced(printed, 'er 82 mod 83', 'er 85 mod 83')))).toEqual(['85 ← 82'])
  })

  it('may have a sentence in other words, about something else', () => {
    const other = 'For akademikere under 30 er indekstallet steget fra 71 til 78.'
    expect(told(replaced(printed, 'Indekstallet er steget fra 80 til 84.', other))).toEqual([])
    expect(told(replaced(printed, 'Det er et fald på 1 indekspoint.', 'Det svarer til et fald på 6 svar.'))).toEqual([])
  })

  it('may have a row of another group', () => {
    const named = replaced(printed, 'Brobygning til uddannelse for unge', 'Virksomhedspraktik')
    expect(told(replaced(named, '132', '140'))).toEqual([])
  })
})

describe('a text that may be ours', () => {
  const documentOf = (sentences: readonly string[]): Document => ({
    ...sampleDocument,
    blocks: sentences.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] })),
    notes: [],
  })
  const textOf = (blocks: TextBlock[]): TextWithPlaces => ({ file: 'notat.txt', blocks })
  const sentence = (index: number) => `Gruppe ${index} har indekstallet ${index % 90} i perioden og ${(index * 37) % 1009} svar i alt.`
  const sentences = (length: number) => Array.from({ length }, (_, index) => sentence(index))

  it.each<[what: string, text: (own: string[]) => TextBlock[]]>([
    ['the document itself', (own) => own.map(paragraph)],
    [
      'it with every twentieth number another',
      (own) => own.map((text, index) => paragraph(index % 20 ? text : text.replace('har', 'er 7'))),
    ],
    ['it in one line', (own) => [paragraph(own.join(' '))]],
    [
      'it in one line, altered',
      (own) => [paragraph(own.map((text, index) => (index % 40 ? text : text.replace(/\d+ svar/, '3000 svar'))).join(' '))],
    ],
    ['it the other way round', (own) => own.toReversed().map(paragraph)],
    ['one sentence over and over', (own) => own.map(() => paragraph(sentence(1)))],
    ['something else', (own) => own.map((_, index) => paragraph(`Mødet ${index * 3} begyndte uden de ${index} medlemmer.`))],
  ])(
    'is held against the document in time linear in its length: %s',
    async (_what, text) => {
      const make = (length: number) => ({ document: documentOf(sentences(length)), text: textOf(text(sentences(length))) })
      expect(await growthOf(make, ({ document, text: said }) => alteredIn(said, [document]), runs(2 ** 8, 2 ** 10))).toBeLessThan(linear)
    },
    120_000,
  )
})
