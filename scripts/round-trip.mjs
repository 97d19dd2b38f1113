// Writes test/fixtures/round-trip: a workbook of three hundred cells of random numbers in many formats, as a library writes it, as LibreOffice
// writes it again (xlsx and ods), and as CSV with what LibreOffice shows in each cell, Danish and English. Needs LibreOffice (soffice);
// npm run round-trip
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { writeXlsx } from 'hucre/xlsx'

const numbers = [
  'General',
  '0',
  '0.0',
  '0.00',
  '#,##0',
  '#,##0.0',
  '#,##0.00',
  '0%',
  '0.0%',
  '0.00%',
  '0 %',
  '#,##0.00 "kr."',
  '#,##0.00\\ [$kr.-406]',
  '"kr." #,##0',
  '[$€-2] #,##0.00',
  '0;-0',
  '0;[Red]-0',
  '#,##0;(#,##0)',
  '0.0_);(0.0)',
  '0"*"',
  '0.0" pct."',
  '"ca. "0',
  '+0;-0;0',
  '0;-0;"–"',
  '00',
  '#,##0,',
  '0.00E+00',
  '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-',
]
const days = ['dd-mm-yyyy', 'yyyy-mm-dd', 'd/m/yyyy', 'd. mmmm yyyy', 'dd-mm-yyyy hh:mm']
const months = ['yyyy', 'mmmm yyyy', 'mm-yyyy', 'mmmm yyyy']

/** Numbers that are the same in every run (mulberry32). */
let state = 20241128
function random() {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
}
const oneOf = (list) => list[Math.floor(random() * list.length)]

function valueFor(format) {
  if (format.includes('%')) return Number((random() * 1.2 - 0.1).toFixed(4))
  const size = oneOf([1, 10, 100, 100, 1000, 100_000])
  const value = Number(((random() * 1.3 - 0.3) * size).toFixed(oneOf([0, 1, 2, 4])))
  // Half-way between two numbers, where rounding can go both ways.
  return random() < 0.1 ? Math.round(value) + 0.5 : random() < 0.05 ? 0 : value
}

const rows = [['nr', 'kind', 'celle']]
const cells = new Map()
function add(kind, cell) {
  rows.push([rows.length, kind, null])
  cells.set(`${rows.length - 1},2`, cell)
}
for (let number = 0; number < 240; number++) {
  const numFmt = numbers[number % numbers.length]
  add('number', { type: 'number', value: valueFor(numFmt), ...(numFmt !== 'General' && { style: { numFmt } }) })
}
for (let number = 0; number < 30; number++) {
  const value = 43_831 + Math.floor(random() * 2000)
  const numFmt = number < 18 ? days[number % days.length] : months[number % months.length]
  add(number < 18 ? 'day' : 'month', { type: 'number', value, style: { numFmt } })
}
for (let number = 0; number < 20; number++) {
  const [one, other, numFmt] = [Math.floor(random() * 100), 1 + Math.floor(random() * 90), numbers[1 + (number % 10)]]
  add('formula', { type: 'formula', value: null, formula: `${one}/${other}`, formulaResult: one / other, style: { numFmt } })
}
for (const [formula, value] of [
  ['1/0', '#DIV/0!'],
  ['NA()', '#N/A'],
])
  add('error', { type: 'formula', value: null, formula, formulaResult: value })
for (const value of ['83*', '–', 'under 5', ' 84 ', '12-5', '007', 'æøå ”x”', '1.755']) add('text', { type: 'string', value })

const merged = {
  name: 'Fletninger',
  rows: [
    ['Tabel 1: Tilfredshed', null, null, null, null],
    [null, '2023', null, '2024', null],
    ['Gruppe', 'Indekstal', 'Antal svar', 'Indekstal', 'Antal svar'],
    ['Nord', 84, 120, 81, 131],
    ['Syd', 71, 38, '73*', 41],
  ],
  merges: [
    { startRow: 0, startCol: 0, endRow: 0, endCol: 4 },
    { startRow: 1, startCol: 1, endRow: 1, endCol: 2 },
    { startRow: 1, startCol: 3, endRow: 1, endCol: 4 },
  ],
}

/** What people do with a sheet: rows that are grouped, hidden or head every page, a note on a cell, a sheet that is hidden. */
const row = (cells, more = '') =>
  `<table:table-row${more}>${cells
    .map((cell) =>
      typeof cell === 'number'
        ? `<table:table-cell office:value-type="float" office:value="${cell}"/>`
        : `<table:table-cell office:value-type="string">${cell}</table:table-cell>`,
    )
    .join('')}</table:table-row>`
const p = (text) => `<text:p>${text}</text:p>`
const note = '<office:annotation><text:p>Husk at spørge</text:p></office:annotation>'
const used = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles><style:style style:name="off" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>
<office:body><office:spreadsheet>
<table:table table:name="Tal">
<table:table-header-rows>${row([p('periode'), p('målgruppe'), p('indekstal'), p('antal svar')])}</table:table-header-rows>
<table:table-row-group>${row([2023, p('Nord &amp; øst'), 84, 120])}<table:table-row-group>${row([2023, `${note}${p('Syd')}`, 71, 38])}</table:table-row-group></table:table-row-group>
<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>
${row([2023, p('Vest'), 66, 41], ' table:visibility="collapse"')}
</table:table>
<table:table table:name="Gamle" table:style-name="off">${row([p('a'), p('b')])}${row([p('c'), p('d')])}</table:table>
</office:spreadsheet></office:body></office:document>`

const folder = 'test/fixtures/round-trip'
mkdirSync(folder, { recursive: true })
const library = join(folder, 'library.xlsx')
writeFileSync(library, await writeXlsx({ sheets: [{ name: 'Celler', rows, cells }, merged] }))

const work = mkdtempSync(join(tmpdir(), 'round-trip-'))
try {
  for (const [locale, name] of [
    ['da-DK', 'da'],
    ['en-GB', 'en'],
  ]) {
    const profile = join(work, name)
    mkdirSync(join(profile, 'user'), { recursive: true })
    const setting = (path, key, value) =>
      `<item oor:path="${path}"><prop oor:name="${key}" oor:op="fuse"><value>${value}</value></prop></item>`
    writeFileSync(
      join(profile, 'user', 'registrymodifications.xcu'),
      `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">${setting('/org.openoffice.Setup/L10N', 'ooSetupSystemLocale', locale)}</oor:items>`,
    )
    const convert = (file, to, as) => {
      const where = [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--convert-to', to, '--outdir', work, file]
      execFileSync('soffice', where, { stdio: 'pipe' })
      renameSync(
        join(
          work,
          `${file
            .split('/')
            .at(-1)
            .replace(/\.\w+$/, '')}.${as}`,
        ),
        join(folder, `${name}.${as}`),
      )
    }
    if (name === 'da') {
      writeFileSync(join(work, 'used.fods'), used)
      convert(join(work, 'used.fods'), 'ods', 'ods')
      renameSync(join(folder, 'da.ods'), join(folder, 'used.ods'))
    }
    convert(library, 'ods', 'ods')
    convert(library, 'xlsx', 'xlsx')
    // Between semicolons, quoted where needed, UTF-8, with what each cell shows (the ninth).
    convert(library, 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,true', 'csv')
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
