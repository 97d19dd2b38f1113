/**
 * Hands every door of the library files that somebody may have made to break it, and counts what it answers:
 * `npm run fuzz -- --minutes 30`, or `-- --runs 2000 --seed 1` for the same inputs each time. A fault is anything but
 * an answer or a NotatError about the input: another error, our own fault, a rejection nobody handles, or an answer
 * that takes more than two seconds of the processor. What causes one is made as short as it can be and kept in `.fuzz/`.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const root = join(import.meta.dirname, '..')
const { audit, claimsOfText, composeDocument, deriveFigures, NotatError, parseProject, readClaims, readDataset, readText, renderHtml } =
  await import(join(root, 'dist', 'index.js'))

const { values: asked } = parseArgs({
  options: { minutes: { type: 'string' }, runs: { type: 'string' }, seed: { type: 'string', default: '1' }, door: { type: 'string' } },
})
const longest = 2000

// ── chance ──

/** Mulberry32: the same numbers for the same seed on every machine. */
function chanceOf(seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count) => Math.floor(next() * count)
  return { next, below, pick: (list) => list[below(list.length)] }
}

// ── what is handed over ──

const example = join(root, 'examples', 'biu-2024')
const read = (file) => readFileSync(join(example, file), 'utf8')
const filesIn = (folder) => readdirSync(join(example, folder)).map((name) => `${folder}/${name}`)
const files = Object.fromEntries(['notat.yaml', ...filesIn('data'), ...filesIn('claims')].map((file) => [file, read(file)]))
const template = readFileSync(join(root, 'templates', 'orientering.md'), 'utf8')
const memo = readFileSync(join(root, 'test', 'fixtures', 'memo-000.txt'), 'utf8')
const section =
  'Indekset for {{segment.label}} er {{result "unge"}}, **se her**:\n\n- *et* og [to](https://a.dk)\n- {{#if (change)}}ja{{else}}nej{{/if}}\n'
const html = `<h1>Notat</h1><p>${memo.slice(0, 600)}</p><table><tr><th>Gruppe<th colspan=2>Indeks</tr><tr><td>Unge<td>82<td>83</tr></table>`
const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>endobj
4 0 obj<</Length 52>>stream
BT /F 12 Tf 20 200 Td (Indekset er 82 mod 83.) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R/Size 6>>
startxref
0
%%EOF
`
const project = parseProject(files)
const figures = deriveFigures(project.survey, await readDataset(project))

async function auditText(name, text) {
  const words = await readText({ name, bytes: new TextEncoder().encode(text) })
  audit(figures, claimsOfText(words, project.survey))
}

async function composeWith(more) {
  const own = parseProject({ ...files, ...more })
  await renderHtml(composeDocument(own, 'orientering-2024', { figures, findings: [] }))
}

/** Signs that mean something to each grammar, and what makes grammars stumble. */
const anyTokens = [
  '\n',
  '\r',
  '\t',
  '\0',
  '\u00a0',
  '\u200b',
  '\u202e',
  '\ufeff',
  '\ud800',
  '\u{1f600}',
  'é',
  'e\u0301',
  '-',
  '−',
  '0',
  '1e999',
  '99999999999999999999',
  '%',
  '"',
  "'",
  '\\',
]
const doors = {
  yaml: {
    seed: files['notat.yaml'],
    tokens: [
      '- ',
      '? ',
      ': ',
      '[',
      ']',
      '{',
      '}',
      '&a ',
      '*a',
      '<<: ',
      '|\n',
      '>\n',
      '!!js ',
      '# ',
      '---\n',
      '  ',
      '__proto__: ',
      'null',
      '~',
      '2024-02-30',
      'segments:',
      'parts:',
    ],
    ask: async (text) => {
      const own = parseProject({ ...files, 'notat.yaml': text })
      deriveFigures(own.survey, await readDataset(own))
    },
  },
  csv: {
    seed: files['data/2023-24.csv'],
    tokens: [';', ',', '""', '1,5', '1.234', '100', '-1', 'NaN', 'periode', 'indekstal', 'antal svar', '2023-24', 'Samlet', ';;;;', '\r\n'],
    ask: async (text) => {
      const own = parseProject({ ...files, 'data/2023-24.csv': text })
      audit(deriveFigures(own.survey, await readDataset(own)), await readClaims(own))
    },
  },
  claims: {
    seed: files['claims/orientering-2024.csv'],
    tokens: [';', 'figure', 'value', 'place', 'indexScore/all/2023-24', 'change/', '..', '/', '82', '−1', '4,8 pct.'],
    ask: async (text) => audit(figures, await readClaims(parseProject({ ...files, 'claims/orientering-2024.csv': text }))),
  },
  section: {
    seed: section,
    tokens: [
      '*',
      '**',
      '_',
      '[',
      '](',
      ')',
      '- ',
      '1. ',
      '## ',
      '> ',
      '`',
      '<b>',
      '&#x202e;',
      '&amp;',
      '{{',
      '}}',
      '{{#if ',
      '{{/if}}',
      '{{else}}',
      '{{standard}}',
      '(',
      '{{> a}}',
      '{{#each (parts)}}',
      '{{/each}}',
    ],
    ask: (text) => composeWith({ 'sections/videre-proces.md': text }),
  },
  template: {
    seed: template,
    tokens: [
      '---\n',
      '{{#each ',
      '{{/each}}',
      '{{#section "a"}}',
      '{{/section}}',
      '{{#define "a"}}',
      '{{> a}}',
      '{{/define}}',
      '(',
      ')',
      'where=',
      'limit=',
      'names:',
      'tables:',
      'rows:',
      '{{table "a"}}',
      '|',
      '="x"',
    ],
    ask: (text) => composeWith({ 'templates/orientering.md': text }),
  },
  html: {
    seed: html,
    tokens: [
      '<table>',
      '<tr>',
      '<td colspan=1000>',
      '<td rowspan=9999>',
      '</table>',
      '<th>',
      '<p>',
      '<!--',
      '<svg>',
      '<template>',
      '&nbsp;',
      '<li>',
      '</',
      '<a href=',
      '>',
      '82',
      ' pct.',
    ],
    ask: (text) => auditText('a.html', text),
  },
  txt: {
    seed: memo,
    part: 600,
    tokens: ['82', '1.234', ' pct.', '. ', 'Tabel 1', '\n\n', '|', 'indeks', 'fra 82 til ', 'ikke ', 'Unge', '2023-24', '- ', '…', '\f'],
    ask: (text) => auditText('a.txt', text),
  },
  md: {
    seed: memo,
    part: 600,
    tokens: ['#', '|', '|---|', '- ', '**', '82', ' pct.', '\n\n', '[a](b)'],
    ask: (text) => auditText('a.md', text),
  },
  pdf: {
    seed: pdf,
    tokens: [
      'obj',
      'endobj',
      'stream\n',
      '<<',
      '>>',
      '0 R',
      '/Kids',
      '/Parent',
      '/Length 9999',
      '/Filter/FlateDecode',
      '(',
      ')',
      'Tj',
      'BT',
      'ET',
      '[',
      ']',
      'xref',
      '/Count -1',
    ],
    ask: (text) => auditText('a.pdf', text),
  },
}

// ── changes ──

/** One to eight changes: a piece away, doubled, moved, many times over, nested, or a token put in. */
function mutated(text, tokens, chance) {
  let made = text
  for (let count = 1 + chance.below(8); count > 0; count--) {
    const at = chance.below(made.length + 1)
    const piece = made.slice(at, at + 1 + chance.below(chance.next() < 0.3 ? 400 : 20))
    const token = chance.pick(chance.next() < 0.7 ? tokens : anyTokens)
    const times = 2 ** chance.below(chance.next() < 0.1 ? 13 : 7)
    const [before, after] = [made.slice(0, at), made.slice(at + piece.length)]
    made = chance.pick([
      () => before + after,
      () => before + piece + piece + after,
      () => before + token + piece + after,
      () => before + token + after,
      () => before + token.repeat(times) + piece + after,
      () => before + piece.repeat(Math.min(times, 64)) + after,
      () => before + token.repeat(times) + piece + chance.pick(tokens).repeat(times) + after,
      () => after + piece + before,
      () => piece,
    ])()
    if (made.length > 400_000) made = made.slice(0, 400_000)
  }
  return made
}

// ── asking ──

let rejected = null
process.on('unhandledRejection', (reason) => {
  rejected = reason
})

/** What is wrong with the answer to a text, or null. What is slow is so twice: the first time may have loaded modules. */
async function faultOf(door, text) {
  const fault = await faultOnce(door, text)
  return fault === 'slow' ? faultOnce(door, text) : fault
}

async function faultOnce({ ask }, text) {
  const before = process.cpuUsage()
  rejected = null
  let fault = null
  try {
    await ask(text)
  } catch (error) {
    const isOurs = !(error instanceof NotatError) || error.code === 'internal'
    if (isOurs) fault = `${error?.name}: ${String(error?.message).split('\n')[0]}`
  }
  const { user, system } = process.cpuUsage(before)
  if (rejected) return `unhandled: ${rejected}`
  return fault ?? ((user + system) / 1000 > longest ? 'slow' : null)
}

/** As short as halves, quarters … of it can be left out while the fault stays the same. */
async function minimised(door, text, fault) {
  let least = text
  for (let size = Math.ceil(least.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < least.length && least.length / size < 400; ) {
      const shorter = least.slice(0, at) + least.slice(at + size)
      if ((await faultOf(door, shorter)) === fault) least = shorter
      else at += size
    }
  }
  return least
}

const counted = {}
const faults = new Map()
const chosen = Object.entries(doors).filter(([name]) => asked.door === undefined || name === asked.door)
const began = performance.now()
const isOver = (turn) => (asked.minutes ? performance.now() - began > Number(asked.minutes) * 60_000 : turn >= Number(asked.runs ?? 1000))
let turn = 0
for (; !isOver(turn); turn++) {
  const [name, door] = chosen[turn % chosen.length]
  const chance = chanceOf(Number(asked.seed) * 1_000_003 + turn)
  // A part of a long memo is as good as all of it, and many more are asked about.
  const from = door.part ? chance.below(door.seed.length - door.part) : 0
  const text = mutated(door.part ? door.seed.slice(from, from + door.part) : door.seed, door.tokens, chance)
  const fault = await faultOf(door, text)
  counted[name] = (counted[name] ?? 0) + 1
  if (fault === null || faults.has(`${name} ${fault}`)) continue
  const least = fault === 'slow' ? text : await minimised(door, text, fault)
  faults.set(`${name} ${fault}`, turn)
  mkdirSync(join(root, '.fuzz'), { recursive: true })
  const file = join('.fuzz', `${name}-${asked.seed}-${turn}`)
  writeFileSync(join(root, file), least)
  console.log(`${name} (turn ${turn}): ${fault}: ${file}`)
}
console.log(JSON.stringify({ inputs: turn, faults: faults.size, seconds: Math.round((performance.now() - began) / 1000), ...counted }))
if (faults.size > 0) process.exitCode = 1
