import { describe, expect, it } from 'vitest'
import { blocksOfTags, type Tag, type TaggedPage } from '../../../src/read/text/tagged.js'

/** A page of made-up tags: what is drawn for each is its id, at the place that is given for it. */
const placesOf = new Map<string, [left: number, right: number]>()
const said = (role: string, text: string, left = 0, right = left + 30): Tag => {
  placesOf.set(text, [left, right])
  return { role, children: [{ type: 'content', id: text }] }
}
const tag = (role: string, ...children: Tag[]): Tag => ({ role, children })
const page = (...children: Tag[]): TaggedPage => ({
  root: tag('Document', ...children),
  draw: (ids) => {
    const text = ids.join(' ')
    const [left, right] = placesOf.get(text) ?? [0, 0]
    return ids.length === 0 ? null : { passage: { text, marks: [] }, left, right }
  },
})

const table = (...rows: Tag[]) => tag('Table', said('Caption', 'Tabel 1: Resultater'), ...rows)
const numbers = (...texts: string[]) => tag('TR', said('TH', texts[0] as string), ...texts.slice(1).map((text) => said('TD', text)))

describe('the tags of a PDF', () => {
  it('heads at the left of what they are over, with a column after them, are over the columns that follow', () => {
    const heads = tag('TR', said('TH', '2024', 230, 253), said('TH', '2025', 375, 398))
    const lower = tag(
      'TR',
      ...[said('TH', 'Spørgsmål', 75, 125), said('TH', 'Indekstal', 267, 306), said('TH', 'Antal svar', 320, 360)],
      ...[said('TH', 'Indeks', 412, 451), said('TH', 'Svar', 464, 505), said('TH', 'Ændring', 560, 595)],
    )
    const row = tag(
      'TR',
      ...[said('TH', 'Kontakt', 75, 110), said('TD', '78', 293, 306), said('TD', '842', 342, 360)],
      ...[said('TD', '79', 438, 451), said('TD', '643', 487, 505), said('TD', '+1', 583, 595)],
    )
    const [, read] = blocksOfTags([page(table(heads, lower, row))])
    expect(read?.type === 'table' && read.columns.map((column) => column.map(({ text }) => text).join(' '))).toEqual([
      '2024 Indekstal',
      '2024 Antal svar',
      '2025 Indeks',
      '2025 Svar',
      '2025 Ændring',
    ])
  })

  it('heads over unequally many columns are over those that they are in line with, and over no label twice', () => {
    const heads = (...lefts: [number, number]) =>
      tag('TR', ...['2023', '2024'].map((year, at) => said('TH', year, lefts[at] as number, (lefts[at] as number) + 20)))
    const labels = ['Inviterede', 'Antal svar', 'Svarprocent', 'Antal svar ', 'Svarprocent ']
    const lefts = [344, 394, 437, 495, 540]
    const lower = (count: number) =>
      tag(
        'TR',
        said('TH', 'Gruppe', 68, 96),
        ...labels.slice(0, count).map((label, at) => said('TH', label, lefts[at], (lefts[at] ?? 0) + 38)),
      )
    const row = (count: number) =>
      tag(
        'TR',
        said('TH', 'Nord', 68, 90),
        ...labels.slice(0, count).map((_, at) => said('TD', `${at + 13}`, (lefts[at] ?? 0) + 26, (lefts[at] ?? 0) + 38)),
      )
    const read = (count: number, head: Tag) => {
      const [, found] = blocksOfTags([page(table(head, lower(count), row(count)))])
      return found?.type === 'table' ? found.columns.map((column) => column[0]?.text) : null
    }
    // From the left, the last head over one column; then each in the middle of its own.
    expect(read(4, heads(346, 496))).toEqual(['2023', '2023', '2023', '2024'])
    expect(read(5, heads(346, 496))).toEqual(['2023', '2023', '2023', '2024', '2024'])
    expect(read(5, heads(400, 527))).toEqual(['2023', '2023', '2023', '2024', '2024'])
  })

  it('points that go on under the tables at the top of a page are one list', () => {
    const first = page(said('P', 'Der er tre grupper:'), tag('L', said('LI', 'Nord.')))
    const second = page(
      table(numbers('Nord', '70'), numbers('Syd', '71')),
      said('P', 'Note.'),
      tag('L', said('LI', 'Syd.'), said('LI', 'Øst.')),
    )
    expect(blocksOfTags([first, second]).map(({ type }) => type)).toEqual([
      'paragraph',
      'point',
      'point',
      'point',
      'caption',
      'table',
      'paragraph',
    ])
  })

  it('and so are those of a third page', () => {
    const first = page(said('P', 'Der er tre grupper:'), tag('L', said('LI', 'Nord.')))
    const second = page(table(numbers('Nord', '70'), numbers('Syd', '71')), tag('L', said('LI', 'Syd.')))
    const third = page(tag('L', said('LI', 'Øst.')), said('H2', 'Metode'), said('P', 'Der er spurgt.'))
    const types = ['paragraph', 'point', 'point', 'point', 'caption', 'table', 'heading', 'paragraph']
    expect(blocksOfTags([first, second, third]).map(({ type }) => type)).toEqual(types)
  })

  it('points under a sentence of their own are another list', () => {
    const first = page(said('P', 'Der er en gruppe:'), tag('L', said('LI', 'Nord.')))
    const second = page(table(numbers('Nord', '70'), numbers('Syd', '71')), said('P', 'Tabellen viser:'), tag('L', said('LI', 'Syd.')))
    expect(blocksOfTags([first, second]).map(({ type }) => type)).toEqual(['paragraph', 'point', 'caption', 'table', 'paragraph', 'point'])
  })
})
