/** Workbooks as LibreOffice and a library write them, read as LibreOffice shows them: scripts/round-trip.mjs makes the files. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

import { locales } from '../../../src/locale/index.js'
import type { InputFormat, Row } from '../../../src/read/formats/input-format.js'
import { ods, xlsx } from '../../../src/read/formats/workbook.js'
import type { SourceRemark } from '../../../src/tally.js'

const folder = 'test/fixtures/round-trip'

async function rowsOf(file: string, format: InputFormat, locale: 'da' | 'en', sheet: string): Promise<Row[]> {
  const rows: Row[] = []
  const asked = { locale, numbers: locales[locale].numbers, sheet, remark: () => undefined }
  for await (const batch of format.rows(new Uint8Array(readFileSync(`${folder}/${file}`)), asked)) rows.push(...batch)
  return rows
}

/** A day as it is shown in either language, as ISO has it. */
function isoOf(shown: string): string {
  const [date = '', time = '00:00'] = shown.split(/ (?=\d\d:)/)
  const named = /^(\d+)\. (\p{L}+) (\d{4})$/u.exec(date)
  const months = [locales.da.document.months, locales.en.document.months].map((names) => names.map((name) => name.toLowerCase()))
  const month = months.map((names) => names.indexOf(named?.[2]?.toLowerCase() ?? '')).find((at) => at >= 0) ?? -1
  const parts = named ? [named[1], String(month + 1), named[3]] : date.split(/[/-]/)
  const [day = '', monthOf = '', year = ''] = parts[0]?.length === 4 ? parts.toReversed() : parts
  return `${year}-${monthOf.padStart(2, '0')}-${day.padStart(2, '0')}${time === '00:00' ? '' : `T${time}:00`}`
}

describe.each(['da', 'en'] as const)('three hundred cells, shown in %s', (locale) => {
  const lines = readFileSync(`${folder}/${locale}.csv`, 'utf8').trimEnd().split('\n').slice(1)
  const shown = lines.map((line) => line.split(';')).map(([, kind, text = '']) => (kind === 'day' ? isoOf(text) : text.trim()))

  test.each([
    ['library.xlsx', xlsx],
    [`${locale}.xlsx`, xlsx],
    [`${locale}.ods`, ods],
  ] as const)('are read from %s as LibreOffice shows them', async (file, format) => {
    const [, ...rows] = await rowsOf(file, format, locale, 'Celler')
    expect(shown).toHaveLength(300)
    expect(rows.map(({ cells }) => cells[2]?.trim() ?? '')).toEqual(shown)
    const errors = rows.flatMap(({ faults, cells }) => (faults?.[2] ? [`${faults[2].code} ${cells[2]}`] : []))
    expect(errors).toEqual(['error-cell #DIV/0!', 'error-cell #N/A'])
  })

  test.each([
    ['library.xlsx', xlsx],
    [`${locale}.xlsx`, xlsx],
    [`${locale}.ods`, ods],
  ] as const)('%s keeps what is merged', async (file, format) => {
    const rows = await rowsOf(file, format, locale, 'Fletninger')
    expect(rows.map(({ cells, lines: [line] }) => `${line}: ${cells.join('|')}`)).toEqual([
      '1: Tabel 1: Tilfredshed',
      '2: |2023||2024',
      '3: Gruppe|Indekstal|Antal svar|Indekstal|Antal svar',
      '4: Nord|84|120|81|131',
      '5: Syd|71|38|73*|41',
    ])
  })
})

test('what an English LibreOffice showed is read in Danish as the same numbers', async () => {
  const [danish, english] = await Promise.all([rowsOf('da.ods', ods, 'da', 'Celler'), rowsOf('en.ods', ods, 'da', 'Celler')])
  const numbers = (rows: Row[]) => rows.flatMap(({ cells }) => (cells[1] === 'number' || cells[1] === 'formula' ? [cells[2]] : []))
  expect(numbers(english)).toEqual(numbers(danish))
})

test('of a sheet of LibreOffice all rows are read, grouped, hidden or at the head of every page', async () => {
  const remarks: SourceRemark[] = []
  const rows: string[] = []
  const asked = { locale: 'da', numbers: locales.da.numbers, remark: (each: SourceRemark) => void remarks.push(each) }
  for await (const batch of ods.rows(new Uint8Array(readFileSync(`${folder}/used.ods`)), asked))
    rows.push(...batch.map((row) => `${row.lines[0]}: ${row.cells.join('|')}`))
  expect(rows).toEqual([
    '1: periode|målgruppe|indekstal|antal svar',
    '2: 2023|Nord & øst|84|120',
    '3: 2023|Syd|71|38',
    '7: 2023|Vest|66|41',
  ])
  expect(remarks).toEqual([
    { kind: 'sheet', sheet: 'Tal', others: ['Gamle'] },
    { kind: 'hiddenRows', sheet: 'Tal', count: 1, first: 7 },
  ])
})
