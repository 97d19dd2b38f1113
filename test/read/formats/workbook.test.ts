import { type Cell, writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'

import { describeProblem, NotatError } from '../../../src/errors.js'
import { locales } from '../../../src/locale/index.js'
import { type ProjectFiles, parseProject } from '../../../src/project.js'
import { MalformedTable } from '../../../src/read/formats/input-format.js'
import { ods, xlsx } from '../../../src/read/formats/workbook.js'
import { readDataset } from '../../../src/read/index.js'
import { listProblems } from '../../../src/read/problems.js'
import type { Dataset, SourceRemark } from '../../../src/tally.js'

type Value = string | number | boolean | Date | null
type Sheets = Parameters<typeof writeXlsx>[0]['sheets']

const book = (rows: Value[][], cells: Record<string, Partial<Cell>> = {}, more: Partial<Sheets[number]> = {}) =>
  writeXlsx({ sheets: [{ name: 'Ark1', rows, cells: new Map(Object.entries(cells)), ...more }] })

/** The text of every cell, as it is shown in Danish. */
async function cellsOf(
  bytes: Uint8Array,
  locale: 'da' | 'en' = 'da',
  sheet?: string,
): Promise<{ cells: string[][]; remarks: SourceRemark[] }> {
  const [cells, remarks]: [string[][], SourceRemark[]] = [[], []]
  const remark = (each: SourceRemark) => void remarks.push(each)
  for await (const rows of xlsx.rows(bytes, { locale, numbers: locales[locale].numbers, sheet, remark })) {
    cells.push(...rows.map((row) => row.cells))
  }
  return { cells, remarks }
}

async function faultOf(bytes: Uint8Array | string, sheet?: string): Promise<string[]> {
  const problems = listProblems(locales.da)
  try {
    const asked = { locale: 'da', numbers: locales.da.numbers, sheet, remark: () => undefined }
    for await (const _ of xlsx.rows(bytes, asked));
    return []
  } catch (error) {
    if (!(error instanceof MalformedTable)) throw error
    error.addTo(problems, 'x.xlsx')
  }
  try {
    problems.stop()
  } catch (error) {
    if (error instanceof NotatError) return error.problems.map(describeProblem)
    throw error
  }
  return []
}

describe('what a cell shows', () => {
  const shown: [format: string, value: number, danish: string, english: string][] = [
    ['0', 84.4553, '84', '84'],
    ['0', 84.5, '85', '85'],
    ['0.0%', 0.388, '38,8%', '38.8%'],
    ['0 %', 0.388, '39 %', '39 %'],
    ['#,##0', 1755, '1.755', '1,755'],
    ['0.0', 4.25, '4,3', '4.3'],
    ['0"*"', 83, '83*', '83*'],
    ['0;-0', -8, '-8', '-8'],
    ['General', 84.4553, '84,4553', '84.4553'],
    ['General', 0.1 + 0.2, '0,3', '0.3'],
    ['#,##0.00 "kr."', 1234567.891, '1.234.567,89 kr.', '1,234,567.89 kr.'],
  ]
  test.each(shown)('%s of %d: %s, in English %s', async (numFmt, value, danish, english) => {
    const bytes = await book([['x', 'y']], { '1,0': { value, type: 'number', style: { numFmt } }, '1,1': { value: 'z', type: 'string' } })
    expect((await cellsOf(bytes)).cells[1]?.[0]).toBe(danish)
    const two = await book(
      [
        ['x', 'y'],
        ['a', 'b'],
        [null, 'c'],
      ],
      { '2,0': { value, type: 'number', style: { numFmt } } },
    )
    expect((await cellsOf(two, 'en')).cells[2]?.[0]).toBe(english)
  })

  test('dates are told as ISO has them, ticks as one and nought', async () => {
    const bytes = await book([
      ['dato', 'ja', 'nej'],
      [new Date(Date.UTC(2024, 2, 1)), true, false],
    ])
    expect((await cellsOf(bytes)).cells[1]).toEqual(['2024-03-01', '1', '0'])
  })

  test('the saved result of a formula is what it shows', async () => {
    const formula: Partial<Cell> = { value: null, type: 'formula', formula: 'A1*2', formulaResult: 84.4553, style: { numFmt: '0' } }
    expect(
      (
        await cellsOf(
          await book(
            [
              ['a', 'b'],
              ['c', null],
            ],
            { '1,1': formula },
          ),
        )
      ).cells[1],
    ).toEqual(['c', '84'])
  })
})

const notat = `
locale: da
sender: { organisation: Eksempel Kommune }
survey:
  title: Tilfredshed
  items: [{ id: overall, label: Tilfredshed, text: Jeg er tilfreds., scale: agreement5 }]
  periods: [{ from: 2023-01-01, to: 2023-12-31 }]
  segments: { id: all, label: Alle, parts: [{ id: nord, label: Nord }, { id: syd, label: Syd }] }
`
const headings = ['periode', 'målgruppe', 'indekstal', 'antal svar']

function read(files: ProjectFiles, data = ''): Promise<Dataset> {
  return readDataset(parseProject({ 'notat.yaml': notat + data, ...files }))
}

async function problemsOf(files: ProjectFiles, data = ''): Promise<string[]> {
  try {
    await read(files, data)
  } catch (error) {
    if (error instanceof NotatError) return error.problems.map(describeProblem)
    throw error
  }
  return []
}

describe('a workbook in data/', () => {
  test('is read as the same table would be as CSV, with places as Excel names them', async () => {
    const rows = [headings, [2023, 'Nord', 84.4553, 1755], [2023, 'Syd', 71.2, 38]]
    const style = { numFmt: '0' }
    const bytes = await book(rows, {
      '1,2': { value: 84.4553, type: 'number', style },
      '2,2': { value: 71.2, type: 'number', style },
      '1,3': { value: 1755, type: 'number', style: { numFmt: '#,##0' } },
    })
    const { published } = await read({ 'data/tal.xlsx': bytes })
    const same = await read({ 'data/tal.csv': 'periode;målgruppe;indekstal;antal svar\n2023;Nord;84;1755\n2023;Syd;71;38\n' })
    const plain = (data: Dataset) =>
      data.published.map(({ segment, metric, value, interval, base }) => ({ segment, metric, value, interval, base }))
    expect(plain({ published } as Dataset)).toEqual(plain(same))
    expect(published[0]?.place).toEqual({ file: 'data/tal.xlsx', sheet: 'Ark1', cell: 'C2', line: 2, column: 3 })
  })

  test('an error, a formula without a value and a date that should be a number are problems where they stand', async () => {
    const bytes = await book([headings, [2023, 'Nord', null, 10], [2023, 'Syd', new Date(Date.UTC(2024, 1, 4)), 10]], {
      '1,2': { value: '#DIV/0!', type: 'error' },
      '1,3': { value: null, type: 'formula', formula: 'SUM(A1)' },
    })
    expect((await problemsOf({ 'data/tal.xlsx': bytes })).map((line) => line.split('\n')[0])).toEqual([
      'data/tal.xlsx!Ark1!C2: cellen viser en fejl: #DIV/0!',
      'data/tal.xlsx!Ark1!D2: cellen har en formel, men intet resultat er gemt',
      'data/tal.xlsx!Ark1!C3: her skulle stå et tal, men cellen er en dato: ####-##-##',
    ])
  })

  test('an error in a column that nobody needs harms nothing', async () => {
    const bytes = await book(
      [
        [...headings, 'noter'],
        [2023, 'Nord', 80, 10],
        [2023, 'Syd', 70, 10],
      ],
      { '1,4': { value: '#N/A', type: 'error' } },
    )
    expect((await read({ 'data/tal.xlsx': bytes })).published).toHaveLength(2)
  })

  test('hidden rows and sheets that are not read are told of', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Tal', rows: [headings, [2023, 'Nord', 80, 10], [2023, 'Syd', 70, 10]], rowDefs: new Map([[2, { hidden: true }]]) },
        {
          name: 'Gamle',
          hidden: true,
          rows: [
            ['a', 'b'],
            ['c', 'd'],
          ],
        },
      ],
    })
    expect((await read({ 'data/tal.xlsx': bytes })).sources[0]?.remarks).toEqual([
      { kind: 'sheet', sheet: 'Tal', others: ['Gamle'] },
      { kind: 'hiddenRows', sheet: 'Tal', count: 1, first: 3 },
    ])
  })

  test('of several tables the one is read that is asked for', async () => {
    const table = (value: number) => [headings, [2023, 'Nord', value, 10], [2023, 'Syd', value, 10]]
    const files = {
      'data/tal.xlsx': await writeXlsx({
        sheets: [
          { name: 'A', rows: table(80) },
          { name: 'B', rows: table(70) },
        ],
      }),
    }
    expect(await problemsOf(files)).toEqual([
      'data/tal.xlsx: flere ark har en tabel: A, B\n  Skriv under data: i notat.yaml, hvilket der skal læses, for eksempel sheet: A.',
    ])
    const asked = await read(files, 'data: [{ file: data/tal.xlsx, sheet: b }]\n')
    expect(asked.published.map(({ text }) => text)).toEqual(['70', '70'])
    const both = 'data: [{ file: data/tal.xlsx, sheet: A }, { file: data/tal.xlsx, sheet: B }]\n'
    expect(await problemsOf(files, both)).toEqual([
      expect.stringContaining('data/tal.xlsx!B!C2'),
      expect.stringContaining('data/tal.xlsx!B!C3'),
    ])
    expect((await problemsOf(files, 'data: [{ file: data/tal.xlsx, sheet: C }]\n'))[0]).toContain('data/tal.xlsx: ukendt ark: C')
    expect((await problemsOf({ 'data/tal.csv': 'a;b\n' }, 'data: [{ file: data/tal.csv, sheet: C }]\n'))[0]).toContain(
      'sheet: gælder kun regneark',
    )
  })

  test('ods is read too', async () => {
    const { writeOds } = await import('hucre/ods')
    const bytes = await writeOds({ sheets: [{ name: 'Ark1', rows: [headings, [2023, 'Nord', 80, 10], [2023, 'Syd', 70.5, 10]] }] })
    expect((await read({ 'data/tal.ods': bytes })).published.map(({ text }) => text)).toEqual(['80', '70,5'])
    expect(ods.extensions).toEqual(['ods'])
  })
})

describe('what is no workbook', () => {
  test('ends in a message', async () => {
    const whole = await book([
      ['a', 'b'],
      ['c', 'd'],
    ])
    expect((await faultOf('PK'))[0]).toContain('regnearket kan ikke læses')
    expect((await faultOf(new Uint8Array([1, 2, 3])))[0]).toContain('regnearket kan ikke læses')
    expect((await faultOf(whole.subarray(0, whole.length - 30)))[0]).toContain('regnearket kan ikke læses')
    expect((await faultOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0])))[0]).toContain('låst med en adgangskode')
    expect((await faultOf(new Uint8Array(30_000_001)))[0]).toContain('fylder mere end 30 MB')
    expect((await faultOf(await book([['kun tekst']])))[0]).toContain('filen er tom')
  })

  test('a bomb is refused before it is unpacked, also where its list lies about its size', async () => {
    const bomb = await bombOf(150_000_000)
    expect((await faultOf(bomb.honest))[0]).toContain('fylder mere end 100 MB, når det er pakket ud')
    expect((await faultOf(bomb.lying))[0]).toContain('fylder mere end 100 MB, når det er pakket ud')
  }, 60_000)
})

/** An archive of one file of noughts, with the size it has, and with one byte in its list. */
async function bombOf(size: number): Promise<{ honest: Uint8Array; lying: Uint8Array }> {
  const { deflateRawSync } = await import('node:zlib')
  const packed = deflateRawSync(new Uint8Array(size))
  const name = new TextEncoder().encode('a.xml')
  const archive = (told: number): Uint8Array => {
    const local = Buffer.alloc(30 + name.length)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(told, 22)
    local.writeUInt16LE(name.length, 26)
    local.set(name, 30)
    const list = Buffer.alloc(46 + name.length)
    list.writeUInt32LE(0x02014b50, 0)
    list.writeUInt16LE(8, 10)
    list.writeUInt32LE(packed.length, 20)
    list.writeUInt32LE(told, 24)
    list.writeUInt16LE(name.length, 28)
    list.set(name, 46)
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt16LE(1, 8)
    end.writeUInt16LE(1, 10)
    end.writeUInt32LE(list.length, 12)
    end.writeUInt32LE(local.length + packed.length, 16)
    return new Uint8Array(Buffer.concat([local, packed, list, end]))
  }
  return { honest: archive(size), lying: archive(1) }
}
