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
