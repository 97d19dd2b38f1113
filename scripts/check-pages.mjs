// How the pages of built memos are filled: of every example, and of projects made here with 1, 6 and 40 groups of long names. Fails where
// a page but the last is under 60 % full, the last under 15 %, a row of a table or a caption stands alone, or a part of a word has no hyphen.
//
//     node scripts/check-pages.mjs              all of them
//     node scripts/check-pages.mjs FOLDER...    these projects
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildProject } from '../dist/node.js'

const least = { page: 0.6, lastPage: 0.15 }
/** The text area of a page in points, and how many pages a memo may have. */
const area = { top: 57, height: 722.89 }
const pagesAllowed = { 'examples/biu-2024 orientering-2024': [3, 3], 'groups-40 orientering-2024': [1, 12] }

/** Words the renderer says by itself. */
const saidByRenderer = ['fortsat', 'continued', 'Tallene', 'bag', 'figur', 'figure', 'Figure', 'numbers', 'Numbers', 'behind']

/** A row of numbers, as it stands in a line of a page. */
const rowOfNumbers = /(?:\s{2,}[\d.,]+\s?%?[a-z*]{0,2}|\s{2,}–\S{0,2}){2,}\s*$/

const folder = mkdtempSync(join(tmpdir(), 'notat-pages-'))
let faults = 0
try {
  const given = process.argv.slice(2).map((path) => ({ name: path, path }))
  const examples = readdirSync('examples')
    .sort()
    .map((name) => ({ name: `examples/${name}`, path: join('examples', name) }))
  const made = [1, 6, 40].map((count) => ({ name: `groups-${count}`, path: makeProject(count) }))
  for (const { name, path } of given.length > 0 ? given : [...examples, ...made]) {
    const { documents, outputs } = await buildProject(path)
    for (const document of documents) {
      const file = join(folder, 'memo.pdf')
      const pdf = outputs.find((output) => output.name === `${document.id}.pdf`)
      if (!pdf) continue
      writeFileSync(file, pdf.bytes)
      const pages = pagesOf(file)
      const found = faultsOf(pages, document, `${name} ${document.id}`)
      for (const fault of found) process.stderr.write(`${name} ${document.id}: ${fault}\n`)
      faults += found.length
      const fills = pages.map(({ fill }) => `${Math.round(100 * fill)}`).join(' ')
      process.stdout.write(`${name} ${document.id}: ${pages.length} pages, full to ${fills} %\n`)
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
if (faults > 0) process.exitCode = 1

/** Words and lines of every page, without its foot. */
function pagesOf(file) {
  const xml = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8', maxBuffer: 1e9 })
  return xml
    .split('<page ')
    .slice(1)
    .map((page, index) => {
      const words = [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*?)<\/word>/g)]
        .map(([, x, top, bottom, text]) => ({ x: Number(x), top: Number(top), bottom: Number(bottom), text: unescaped(text) }))
        .filter(({ bottom }) => bottom < area.top + area.height + 6)
      const raw = execFileSync('pdftotext', ['-layout', '-f', `${index + 1}`, '-l', `${index + 1}`, file, '-'], { encoding: 'utf8' })
      const fill = (Math.max(area.top, ...words.map(({ bottom }) => bottom)) - area.top) / area.height
      return { words, lines: raw.split('\n'), fill }
    })
}

function unescaped(text) {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name])
}

function faultsOf(pages, document, name) {
  const found = []
  const [from, to] = pagesAllowed[name] ?? [1, Number.POSITIVE_INFINITY]
  if (pages.length < from || pages.length > to) found.push(`${pages.length} pages, expected ${from}–${to}`)
  for (const [index, { fill }] of pages.entries()) {
    const isLast = index === pages.length - 1
    const wanted = isLast ? (index === 0 ? 0 : least.lastPage) : least.page
    if (fill < wanted) found.push(`page ${index + 1} is ${Math.round(100 * fill)} % full`)
  }
  for (const table of document.blocks.filter(({ type }) => type === 'table')) found.push(...faultsOfTable(table, pages))
  return [...found, ...partsWithoutHyphen(pages, document)]
}

/** Rows of a table on each of its pages: from its caption, or the line that says it goes on, to the next caption. */
function faultsOfTable({ label, rows, columns }, pages) {
  if (rows.length < 2 || columns.length < 2 || columns.some(({ kind }) => kind === 'text')) return []
  const counts = pages.flatMap(({ lines }, index) => {
    const begin = lines.findIndex((line) => line.startsWith(`${label}:`) || line.startsWith(`${label} (`))
    if (begin < 0) return []
    const end = lines.findIndex((line, at) => at > begin && /^(Tabel|Figur|Table|Figure) \d+:/.test(line))
    const own = lines.slice(begin, end < 0 ? undefined : end)
    return [{ page: index + 1, count: own.filter((line) => rowOfNumbers.test(line)).length }]
  })
  return counts.filter(({ count }) => count < 2 && counts.length > 1).map(({ page, count }) => `${label} has ${count} rows on page ${page}`)
}

/** Every word of a page is one of the document's, or a hyphen says where it goes on. */
function partsWithoutHyphen(pages, document) {
  const lettersOf = (text) => text.normalize('NFC').match(/\p{L}+/gu) ?? []
  const known = new Set([...lettersOf(textsOf(document).join(' ').replaceAll('\u00ad', '')), ...saidByRenderer])
  return pages.flatMap(({ words }, index) =>
    words.flatMap(({ text }, at) => {
      const goesOn = /[-\u00ad\u2010]$/.test(text)
      const hasBegun = words.slice(Math.max(0, at - 40), at).some((before) => /[-\u00ad\u2010]$/.test(before.text))
      const unknown = lettersOf(text.replaceAll('\u00ad', '')).filter((letters) => letters.length > 2 && !known.has(letters))
      return unknown.length === 0 || goesOn || hasBegun ? [] : [`part of a word without a hyphen on page ${index + 1}: ${text}`]
    }),
  )
}

function textsOf(node) {
  if (typeof node === 'string') return [node]
  if (Array.isArray(node)) return node.flatMap(textsOf)
  return node !== null && typeof node === 'object' ? Object.values(node).flatMap(textsOf) : []
}

/** A survey of so many groups with names as long as they come, answered in two years. */
function makeProject(count) {
  const path = join(folder, `groups-${count}`)
  mkdirSync(join(path, 'data'), { recursive: true })
  const kinds = [
    'Aktivitets- og samværstilbud for voksne med erhvervet hjerneskade',
    'Socialpædagogisk støtte i eget hjem til borgere med autismespektrumforstyrrelser',
    'Beskyttet beskæftigelse for førtidspensionister med udviklingshæmning',
    'Midlertidige botilbud efter servicelovens paragraf om længerevarende ophold',
    'Mentorstøtte til aktivitetsparate uddannelseshjælpsmodtagere',
  ]
  const groups = Array.from({ length: count }, (_, index) => ({ id: `s${index + 1}`, label: `${kinds[index % 5]}, distrikt ${index + 1}` }))
  const leafOf = ({ id, label }) => `{ id: ${id}, label: "${label}", phrase: "tilbuddene i distrikt ${id.slice(1)}" }`
  const branches = kinds.map((kind, at) => {
    const own = groups.filter((_, index) => Math.floor(index / 8) === at)
    return `{ id: g${at}, label: "Område ${at + 1}, ${kind}", phrase: "tilbuddene i område ${at + 1}", parts: [${own.map(leafOf).join(', ')}] }`
  })
  const parts = count > 8 ? branches : groups.map(leafOf)
  const tree =
    count === 1
      ? '{ id: s1, label: Alle tilbud, short: Samlet, phrase: tilbuddene }'
      : `{ id: all, label: Alle tilbud, short: Samlet, phrase: tilbuddene, parts: [${parts.join(', ')}] }`
  writeFileSync(
    join(path, 'notat.yaml'),
    `locale: da
sender: { organisation: Strandby Kommune, administration: Social og Arbejdsmarked, office: Analyse, address: [Havnegade 12], footer: Analyse }
survey:
  title: Brugertilfredshed med væresteder
  topic: brugertilfredshed med væresteder
  items: [{ id: overall, label: Brugertilfredshed, text: Jeg er alt i alt tilfreds med tilbuddet., scale: agreement5 }]
  periods: [{ from: 2023-01-01, to: 2023-12-31 }, { from: 2024-01-01, to: 2024-12-31 }]
  segments: ${tree}
documents:
  - template: orientering
    fields: { date: 2025-03-10, caseworker: N. N., committee: Socialudvalget }
`,
  )
  const answers = ['Helt uenig', 'Uenig', 'Neutral', 'Enig', 'Helt enig']
  const nameOf = ({ label }) => (count === 1 ? 'Alle tilbud' : label)
  const rows = groups.flatMap((group, index) =>
    [2023, 2024].flatMap((year) =>
      Array.from(
        { length: 24 + ((index * 7) % 20) },
        (_, at) => `${10 + (at % 18)}-05-${year};${nameOf(group)};${answers[((at * 3 + index + year) % 7) % 5]}`,
      ),
    ),
  )
  writeFileSync(join(path, 'data', 'svar.csv'), `dato;målgruppe;Brugertilfredshed\n${rows.join('\n')}\n`)
  return path
}
