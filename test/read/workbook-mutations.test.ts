/** Whatever happens to a file on its way, it is read as the same figures or refused with a place: never as others. */
import fc from 'fast-check'
import { writeOds } from 'hucre/ods'
import { writeXlsx } from 'hucre/xlsx'
import { format } from 'numfmt'
import { describe, expect, test } from 'vitest'

import { NotatError } from '../../src/errors.js'
import { locales } from '../../src/locale/index.js'
import { parseProject } from '../../src/project.js'
import { xlsx } from '../../src/read/formats/workbook.js'
import { readDataset } from '../../src/read/index.js'
import { runs } from '../runs.js'

const notat = `
sender: { organisation: Eksempel Kommune }
survey:
  title: Tilfredshed
  items: [{ id: overall, label: Tilfredshed, text: Jeg er tilfreds., scale: agreement5 }]
  periods: [{ from: 2023-01-01, to: 2023-12-31 }, { from: 2024-01-01, to: 2024-12-31 }]
  segments: { id: all, label: Alle, parts: [{ id: nord, label: Nord }, { id: syd, label: Syd }] }
`
const sheet = {
  name: 'Tabel 1',
  rows: [
    [null, 2023, null, 2024, null],
    ['Gruppe', 'Indekstal', 'Antal svar', 'Indekstal', 'Antal svar'],
    ['Nord', 84.4553, 1755, 82.6, 1801],
    ['Syd', 71.2, 38, '73*', 41],
    ['Kilde: SurveyXact', null, null, null, null],
  ] as (string | number | null)[][],
}
const rounded = (rows: (string | number | null)[][]) =>
  new Map(
    rows.flatMap((row, at) =>
      row.flatMap((value, column) =>
        at > 1 && typeof value === 'number'
          ? [[`${at},${column}`, { value, type: 'number' as const, style: { numFmt: '0' } }] as const]
          : [],
      ),
    ),
  )
const workbook = (rows = sheet.rows) => ({ sheets: [{ ...sheet, rows, cells: rounded(rows) }] })
const csv = [
  ';2023;;2024;',
  'Gruppe;Indekstal;Antal svar;Indekstal;Antal svar',
  'Nord;84;1755;83;1801',
  'Syd;71;38;73*;41',
  'Kilde: SurveyXact;;;;',
].join('\n')

type Outcome = { figures: string } | { places: (string | undefined)[] }

/** What is read of it, without places; or where it is said that it cannot be. */
async function outcomeOf(name: string, bytes: Uint8Array): Promise<Outcome> {
  try {
    const { published } = await readDataset(parseProject({ 'notat.yaml': notat, [name]: bytes }))
    return {
      figures: published.map(({ period, segment, metric, text, base }) => `${period}/${segment} ${metric} ${text} ${base}`).join('\n'),
    }
  } catch (error) {
    if (error instanceof NotatError) return { places: error.problems.map(({ file }) => file) }
    throw error
  }
}

/** Bytes changed, cut out, cut off or put in another place. */
function mutated(bytes: Uint8Array, [kind, a, b, byte]: readonly [number, number, number, number]): Uint8Array {
  const at = Math.floor(a * bytes.length)
  const to = Math.min(bytes.length, at + 1 + Math.floor(b * b * (bytes.length - at)))
  if (kind === 0) return bytes.map((old, index) => (index === at ? byte : old))
  if (kind === 1) return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(to)])
  if (kind === 2) return bytes.slice(0, at)
  return Uint8Array.from([...bytes.subarray(at), ...bytes.subarray(0, at)])
}

const mutations = fc.tuple(
  fc.nat(3),
  fc.double({ min: 0, max: 0.999, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.nat(255),
)

describe('a workbook that something has happened to', () => {
  test.each([
    ['data/tabel.xlsx', () => writeXlsx(workbook())],
    ['data/tabel.ods', () => writeOds(workbook())],
  ] as const)('%s: the same figures, or refused with its name', async (name, made) => {
    const whole = await made()
    const expected = await outcomeOf(name, whole)
    expect(expected).toHaveProperty('figures')
    await fc.assert(
      fc.asyncProperty(mutations, async (mutation) => {
        const found = await outcomeOf(name, mutated(whole, mutation))
        if ('figures' in found) expect(found).toEqual(expected)
        else expect(found.places.filter((place) => place === undefined)).toEqual([])
      }),
      { numRuns: runs(60, 600) },
    )
  })

  test('no byte of the list of its contents is changed for other figures', async () => {
    const whole = await writeXlsx(workbook())
    const expected = await outcomeOf('data/tabel.xlsx', whole)
    const list = new DataView(whole.buffer, whole.byteOffset).getUint32(whole.length - 6, true)
    const step = runs(7, 1)
    for (let at = list; at < whole.length; at += step) {
      const found = await outcomeOf(
        'data/tabel.xlsx',
        whole.map((byte, index) => (index === at ? byte ^ 1 : byte)),
      )
      if ('figures' in found) expect({ at, ...found }).toEqual({ at, ...expected })
    }
  })

  test('as CSV, cut off: refused, or the figures that are left whole', async () => {
    const whole = new TextEncoder().encode(csv)
    const all = await outcomeOf('data/tabel.csv', whole)
    expect(all).toEqual(await outcomeOf('data/tabel.xlsx', await writeXlsx(workbook())))
    for (let end = 0; end < csv.indexOf('Syd'); end++) {
      expect(await outcomeOf('data/tabel.csv', whole.subarray(0, end))).not.toHaveProperty('figures')
    }
  })

  test('a changed digit changes that figure alone', async () => {
    const before = await outcomeOf('data/tabel.xlsx', await writeXlsx(workbook()))
    const rows = sheet.rows.map((row) => row.map((value) => (value === 82.6 ? 81.6 : value)))
    const after = await outcomeOf('data/tabel.xlsx', await writeXlsx(workbook(rows)))
    expect(after).toEqual({
      figures: 'figures' in before ? before.figures.replace('2024/nord indexScore 83', '2024/nord indexScore 82') : '',
    })
  })
})

/** What people and programs do to a table without changing what it says, and what makes it say something else. */
describe('a table that is stored in another way', () => {
  type Cells = string[][]
  const rows: Cells = [
    ['periode', 'målgruppe', 'indekstal', 'antal svar', 'note'],
    ['2023', 'Nord', '84,5', '1.755', 'a'],
    ['2023', 'Syd', '71,2', '1.038', ''],
    ['2024', 'Nord', '83,0', '1.801', '"b"; c'],
    ['2024', 'Syd', '73,1*', '1.141', 'd'],
  ]
  const printed: Cells = [
    ['Tabel 1: Tilfredshed', '', '', '', ''],
    ['', '2023', '', '2024', ''],
    ['Gruppe', 'Indekstal', 'Antal svar', 'Indekstal', 'Antal svar'],
    ['Nord', '84,5', '1.755', '83,0', '1.801'],
    ['Syd', '71,2', '1.038', '73,1*', '1.141'],
    ['Kilde: SurveyXact', '', '', '', ''],
  ]
  const quotedIf = (delimiter: string, always: boolean) => (cell: string) =>
    always || cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell
  const textOf = (cells: Cells, { delimiter = ';', isQuoted = false, end = '\n' } = {}) =>
    cells.map((row) => row.map(quotedIf(delimiter, isQuoted)).join(delimiter)).join(end)
  const encoders: Record<string, (text: string) => Uint8Array> = {
    utf8: (text) => new TextEncoder().encode(text),
    marked: (text) => new TextEncoder().encode(`\uFEFF${text}`),
    windows: (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
    utf16: (text) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le')),
    utf16be: (text) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()),
    unmarked: (text) => new Uint8Array(Buffer.from(text, 'utf16le')),
  }
  const table = fc.constantFrom(rows, printed)
  const moved = <T>(list: readonly T[], order: readonly number[]): T[] =>
    list
      .map((value, at) => ({ value, key: order[at] ?? at }))
      .sort((one, other) => one.key - other.key)
      .map(({ value }) => value)

  const expected = new Map<Cells, Promise<Outcome>>(
    [rows, printed].map((cells) => [cells, outcomeOf('data/tabel.csv', encoders.utf8?.(textOf(cells)) ?? new Uint8Array())]),
  )

  test('gives the same figures in any encoding, delimiter and order, or is refused', async () => {
    const how = fc.record({
      cells: table,
      delimiter: fc.constantFrom(';', ',', '\t'),
      encoder: fc.constantFrom(...Object.keys(encoders)),
      isQuoted: fc.boolean(),
      end: fc.constantFrom('\n', '\r\n', '\r'),
      order: fc.array(fc.nat(99), { minLength: 5, maxLength: 5 }),
      blankRow: fc.nat(5),
      blankColumn: fc.nat(5),
      isMoved: fc.boolean(),
      thousands: fc.constantFrom('.', '\u00a0', ' ', ''),
    })
    const seen = { same: 0, refused: 0 }
    await fc.assert(
      fc.asyncProperty(how, async ({ cells, delimiter, encoder, isQuoted, end, order, blankRow, blankColumn, isMoved, thousands }) => {
        let changed = cells.map((row) => row.map((cell) => cell.replace(/^(\d)\.(\d{3})$/, `$1${thousands}$2`)))
        // Rows of data may stand in any order, and so may the columns of a table with a heading over each.
        if (isMoved && cells === rows) {
          changed = [changed[0] ?? [], ...moved(changed.slice(1), order)].map((row) => moved(row, order))
        }
        changed = changed.flatMap((row, at) => (at === blankRow ? [row.map(() => ''), row] : [row]))
        changed = changed.map((row) => [...row.slice(0, blankColumn), '', ...row.slice(blankColumn)])
        const bytes = encoders[encoder]?.(textOf(changed, { delimiter, isQuoted, end })) ?? new Uint8Array()
        const found = await outcomeOf('data/tabel.csv', bytes)
        seen['figures' in found ? 'same' : 'refused'] += 1
        const wanted = await expected.get(cells)
        const spelled = (outcome: Outcome | undefined) => (outcome && 'figures' in outcome ? outcome.figures.replace(/ |\u00a0/g, ' ') : '')
        if ('figures' in found) expect(spelled(found)).toBe(spelled(wanted))
        else expect(found.places).not.toContain(undefined)
      }),
      { numRuns: runs(120, 1000) },
    )
    expect(seen.same).toBeGreaterThan(seen.refused / 4)
  })

  test('a row twice, a group or a period of another name, a column lost: refused', async () => {
    const changes: Record<string, (cells: Cells) => Cells> = {
      'a row twice': (cells) => [...cells.slice(0, 4), cells[3] ?? [], ...cells.slice(4)],
      'another group': (cells) => cells.map((row) => row.map((cell) => (cell === 'Syd' ? 'Øst' : cell))),
      'another period': (cells) => cells.map((row) => row.map((cell) => (cell === '2024' ? '2025' : cell))),
      'the groups lost': (cells) => cells.map((row) => row.filter((_, at) => at !== (cells === rows ? 1 : 0))),
      'a group lost': (cells) => cells.filter((row) => !row.includes('Syd')),
      'a letter in a number': (cells) => cells.map((row) => row.map((cell) => (cell === '84,5' ? '8l,5' : cell))),
      'a number as English and as Danish': (cells) => cells.map((row) => row.map((cell) => (cell === '84,5' ? '84.5' : cell))),
      'a number of a whole more': (cells) => cells.map((row) => row.map((cell) => (cell === '84,5' ? '845' : cell))),
    }
    for (const cells of [rows, printed])
      for (const [name, change] of Object.entries(changes)) {
        const found = await outcomeOf('data/tabel.csv', encoders.utf8?.(textOf(change(cells))) ?? new Uint8Array())
        expect([name, cells === rows, 'figures' in found ? found.figures : 'refused']).toEqual([name, cells === rows, 'refused'])
      }
  })

  test('a column whose heading is lost is named', async () => {
    const changed = rows.map((row) => row.map((cell) => (cell === 'indekstal' ? '' : cell)))
    const { sources } = await readDataset(parseProject({ 'notat.yaml': notat, 'data/tabel.csv': textOf(changed) }))
    expect(sources[0]?.unused).toEqual(['note', '3'])
  })

  test('a changed digit gives exactly that digit, wherever it is', async () => {
    const wanted = await expected.get(rows)
    const before = wanted && 'figures' in wanted ? wanted.figures : ''
    const numbers = rows.flatMap((row, at) => (at === 0 ? [] : [2, 3].map((column) => ({ at, column, text: row[column] ?? '' }))))
    for (const { at, column, text } of numbers)
      for (const [index, digit] of [...text].entries()) {
        if (!/\d/.test(digit)) continue
        const other = `${text.slice(0, index)}${(Number(digit) + 1) % 10 || 1}${text.slice(index + 1)}`
        const changed = rows.map((row, number) => (number === at ? row.map((cell, place) => (place === column ? other : cell)) : row))
        const found = await outcomeOf('data/tabel.csv', encoders.utf8?.(textOf(changed)) ?? new Uint8Array())
        if (!('figures' in found)) continue
        const [lines, old] = [found.figures.split('\n'), before.split('\n')]
        expect(lines.filter((line) => !old.includes(line))).toHaveLength(other === text ? 0 : 1)
        const bare = column === 2 ? other.replace('*', '') : other.replace('.', '')
        if (other !== text) expect(lines.find((line) => !old.includes(line))).toMatch(column === 2 ? ` ${bare} ` : new RegExp(` ${bare}$`))
      }
  })
})

/** What somebody does to a sheet in Excel: another place or look of the same numbers, or something else in a cell. */
describe('a workbook that somebody has worked on', () => {
  type Held = { value: string | number | Date | null; numFmt?: string; formula?: 'kept' | 'lost' }
  type Book = {
    isPrinted: boolean
    shows: (value: number) => string
    cells: Held[][]
    merges: number[][]
    hiddenRows: number[]
    hiddenColumns: number[]
    others: string[][][]
  }
  type Pick = (below: number) => number
  const number = (value: number, numFmt = '0'): Held => ({ value, numFmt })
  const text = (value: string | null): Held => ({ value })
  const printed = (): Held[][] => [
    [null, '2023', null, '2024', null].map(text),
    ['Gruppe', 'Indekstal', 'Antal svar', 'Indekstal', 'Antal svar'].map(text),
    [text('Nord'), number(84.4553), number(1755), number(82.6), number(1801)],
    [text('Syd'), number(71.2), number(38), number(73.1), number(41)],
    ['Kilde: SurveyXact', null, null, null, null].map(text),
  ]
  const listed = (): Held[][] => [
    ['periode', 'målgruppe', 'indekstal', 'antal svar'].map(text),
    [text('2023'), text('Nord'), number(84.4553), number(1755)],
    [text('2023'), text('Syd'), number(71.2), number(38)],
    [text('2024'), text('Nord'), number(82.6), number(1801)],
    [text('2024'), text('Syd'), number(73.1), number(41)],
  ]
  const wholes = (value: number) => value.toFixed(0)
  // The library writes no formats of numbers into ods.
  const decimals = (value: number) => String(value).replace('.', ',')
  const bookOf = (cells: Held[][], shows = wholes): Book => ({
    isPrinted: cells[0]?.[0]?.value === null,
    shows,
    cells,
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    others: [],
  })
  const blankRow = ({ cells }: Book): Held[] => (cells[0] ?? []).map(() => text(null))
  const numbersIn = ({ cells }: Book): Held[] => cells.flat().filter(({ value }) => typeof value === 'number')
  const picked = <T>(list: readonly T[], pick: Pick): T | undefined => list[pick(list.length)]
  const moveColumn = (cells: Held[][], from: number, to: number): Held[][] =>
    cells.map((row) => {
      const rest = row.filter((_, at) => at !== from)
      return [...rest.slice(0, to), row[from] ?? text(null), ...rest.slice(to)]
    })

  const merging = 'two cells beside each other are merged'
  /** Says the same afterwards. */
  const harmless: Record<string, (book: Book, pick: Pick) => void> = {
    'a row is hidden': (book, pick) => book.hiddenRows.push(pick(book.cells.length)),
    'a column is hidden': (book, pick) => book.hiddenColumns.push(pick(book.cells[0]?.length ?? 0)),
    [merging]: (book, pick) => {
      const [row, column] = [pick(book.cells.length), pick((book.cells[0]?.length ?? 1) - 1)]
      if (book.cells[row]?.[column + 1]?.value === null) book.merges.push([row, column, row, column + 1])
    },
    'a column is moved': (book, pick) => {
      // Under a heading that goes on over several columns another place is another meaning.
      if (book.isPrinted) return
      const width = book.cells[0]?.length ?? 0
      book.cells = moveColumn(book.cells, pick(width), pick(width))
    },
    'a row of blanks goes between': (book, pick) => book.cells.splice(pick(book.cells.length + 1), 0, blankRow(book)),
    'a column of blanks goes between': (book, pick) => {
      const at = pick((book.cells[0]?.length ?? 0) + 1)
      book.cells = book.cells.map((row) => [...row.slice(0, at), text(null), ...row.slice(at)])
    },
    'a row stands twice': (book, pick) => {
      const at = pick(book.cells.length)
      book.cells.splice(at, 0, [...(book.cells[at] ?? [])])
    },
    'another sheet has a text': (book) => book.others.push([['Noter'], ['Se side 4']]),
    'another sheet has a table': (book) =>
      book.others.push([
        ['Gruppe', '2023'],
        ['Nord', '12'],
        ['Syd', '13'],
      ]),
    'a number is a text': (book, pick) => {
      const cell = picked(numbersIn(book), pick)
      if (cell) Object.assign(cell, { value: book.shows(Number(cell.value)), numFmt: undefined })
    },
    'thousands are set apart by a blank': (book, pick) => {
      const blank = [' ', '\u00a0', '\u202f', '\u2009'][pick(4)] ?? ' '
      for (const cell of numbersIn(book))
        if (Number(cell.value) > 999) Object.assign(cell, { value: `1${blank}${Number(cell.value) - 1000}`, numFmt: undefined })
    },
    'a number is a formula': (book, pick) => Object.assign(picked(numbersIn(book), pick) ?? {}, { formula: 'kept' }),
    'a formula has lost its value': (book, pick) => Object.assign(picked(numbersIn(book), pick) ?? {}, { formula: 'lost' }),
    'a number is a date': (book, pick) => {
      const numFmt = ['yyyy-mm-dd', 'dd-mm-yyyy', 'mmm-yy', 'mm-yyyy', 'd. mmmm yyyy'][pick(5)]
      Object.assign(picked(numbersIn(book), pick) ?? {}, { value: new Date(Date.UTC(2024, 1, 4)), numFmt })
    },
    'a number has an English decimal mark': (book, pick) => {
      const cell = picked(numbersIn(book), pick)
      if (cell) Object.assign(cell, { value: Number(cell.value).toFixed(1), numFmt: undefined })
    },
    'an error': (book, pick) =>
      Object.assign(picked(numbersIn(book), pick) ?? {}, { value: '#DIV/0!', numFmt: undefined, formula: 'kept' }),
  }

  const written = (write: typeof writeXlsx, { cells, merges, hiddenRows, hiddenColumns, others }: Book) => {
    const made = cells.flatMap((row, at) =>
      row.flatMap(({ value, numFmt, formula }, column) => {
        const style = numFmt === undefined ? {} : { style: { numFmt } }
        const computed = formula === undefined ? {} : { formula: 'A1+0', ...(formula === 'kept' && { formulaResult: value }) }
        if (Object.keys({ ...style, ...computed }).length === 0) return []
        return [[`${at},${column}`, { value: formula === 'lost' ? null : value, ...style, ...computed }] as const]
      }),
    )
    const sheet = {
      name: 'Tabel 1',
      rows: cells.map((row) => row.map(({ value, formula }) => (formula === 'lost' ? null : value))),
      cells: new Map(made),
      merges: merges.map(([startRow = 0, startCol = 0, endRow = 0, endCol = 0]) => ({ startRow, startCol, endRow, endCol })),
      rowDefs: new Map(hiddenRows.map((row) => [row, { hidden: true }] as const)),
      columns: (cells[0] ?? []).map((_, at) => ({ hidden: hiddenColumns.includes(at) })),
    }
    return write({ sheets: [sheet, ...others.map((rows, at) => ({ name: `Ark${at + 2}`, rows }))] })
  }

  test.each([
    ['data/tabel.xlsx', writeXlsx, wholes],
    ['data/tabel.ods', writeOds, decimals],
  ] as const)('%s: the same figures, or refused with its name', async (name, write, shows) => {
    const expected = await outcomeOf(name, await written(write, bookOf(printed())))
    expect(expected).toHaveProperty('figures')
    expect(await outcomeOf(name, await written(write, bookOf(listed())))).toEqual(expected)
    const spelled = (outcome: Outcome) => ('figures' in outcome ? outcome.figures.replaceAll('\u00a0', '') : outcome)
    const seen = new Map<string, Set<string>>()
    const steps = fc.array(fc.tuple(fc.constantFrom(...Object.keys(harmless)), fc.infiniteStream(fc.nat(9999))), {
      minLength: 1,
      maxLength: 3,
    })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(printed, listed), steps, async (table, done) => {
        const book = bookOf(table(), shows)
        // Rows and columns that go in before a merge would move what it covers.
        const isLast = ([step]: readonly [string, unknown]) => Number(step === merging)
        for (const [step, numbers] of done.toSorted((a, b) => isLast(a) - isLast(b))) {
          const pick = (below: number) => (below > 0 ? Number(numbers.next().value) % below : 0)
          harmless[step]?.(book, pick)
        }
        const found = await outcomeOf(name, await written(write, book))
        if (done.length === 1) for (const [step] of done) seen.set(step, (seen.get(step) ?? new Set()).add(Object.keys(found).join()))
        if ('figures' in found)
          expect([done.map(([step]) => step), spelled(found)]).toEqual([done.map(([step]) => step), spelled(expected)])
        else expect(found.places.filter((place) => place === undefined)).toEqual([])
      }),
      { numRuns: runs(60, 1000) },
    )
    // Where there is nothing to object to nobody is troubled.
    if (runs(false, true))
      for (const step of [
        'a row is hidden',
        'a column is hidden',
        'another sheet has a text',
        'thousands are set apart by a blank',
        'a number is a formula',
      ])
        expect([step, [...(seen.get(step) ?? [])]]).toEqual([step, ['figures']])
  })

  test('a format of one more decimal, or a digit more, changes that figure alone', async () => {
    const [before, book] = [await outcomeOf('data/tabel.xlsx', await written(writeXlsx, bookOf(listed()))), bookOf(listed())]
    const old = 'figures' in before ? before.figures : ''
    for (const [at, cell] of numbersIn(book).entries()) {
      const changed = bookOf(listed())
      Object.assign(numbersIn(changed)[at] ?? {}, Number(cell.value) % 1 === 0 ? { value: Number(cell.value) + 1 } : { numFmt: '0.0' })
      const after = await outcomeOf('data/tabel.xlsx', await written(writeXlsx, changed))
      const lines = 'figures' in after ? after.figures.split('\n') : []
      expect(lines).toHaveLength(4)
      const others = lines.filter((line) => !old.split('\n').includes(line))
      const shown = Number(cell.value) % 1 === 0 ? ` ${Number(cell.value) + 1}` : ` ${Number(cell.value).toFixed(1).replace('.', ',')} `
      expect([others.length, others[0]?.includes(shown)]).toEqual([1, true])
    }
  })
})

describe('a workbook that a library has written', () => {
  const formats = ['General', '0', '0.0', '0.00', '#,##0', '#,##0.0', '0%', '0.0%', '#,##0.00 "kr."', '0;[Red]-0', '#,##0;(#,##0)', '0"*"']

  test.each(['da', 'en'] as const)('shows in %s what its formats say', async (locale) => {
    const cell = fc.record({
      value: fc.double({ min: -99_999, max: 99_999, noNaN: true }).map((value) => Number(value.toFixed(4))),
      numFmt: fc.constantFrom(...formats),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 30 }), async (cells) => {
        const rows = [['a', 'b'], ...cells.map(() => ['x', null])]
        const made = new Map(cells.map(({ value, numFmt }, at) => [`${at + 1},1`, { value, type: 'number' as const, style: { numFmt } }]))
        const bytes = await writeXlsx({ sheets: [{ name: 'Ark1', rows, cells: made }] })
        const read: string[] = []
        const asked = { locale, numbers: locales[locale].numbers, remark: () => undefined }
        for await (const batch of xlsx.rows(bytes, asked)) read.push(...batch.map((row) => row.cells[1] ?? ''))
        expect(read.slice(1)).toEqual(cells.map(({ value, numFmt }) => format(numFmt, value, { locale, nbsp: false }).trim()))
      }),
      { numRuns: runs(10, 50) },
    )
  })
})
