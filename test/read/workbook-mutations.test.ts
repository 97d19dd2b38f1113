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
