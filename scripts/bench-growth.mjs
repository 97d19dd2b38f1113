// How the time and memory of a build grow with what it is given: npm run bench:growth [-- --quick] [--only ROW] [--hot] [--dist DIR]
//
// Each size is measured in a process of its own against what `npm run build` made, and of nested segments each format: what one leaves behind is not the
// other's. A row of the table is a stage; times are seconds of the processor, so that a busy machine changes little, but for "on the clock". The exponent is the slope of log time over log size: 1 where time grows as the size does, 2 where it grows
// as its square. Exits 1 where an exponent is over 1.1, or one of `limits` is passed. `--hot` names the functions that a stage which is over spends
// its time in.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

const root = path.join(import.meta.dirname, '..')
const { values: asked } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    hot: { type: 'boolean', default: false },
    dist: { type: 'string', default: path.join(root, 'dist') },
    measure: { type: 'string' },
    size: { type: 'string' },
  },
})

const steepest = 1.1
/** Under this many seconds a time is mostly that of starting, and says nothing of growth. */
const shortest = 0.05
/** Exponents of times under a second differ by this much from run to run. */
const noise = 0.1
const mega = 2 ** 20
const limits = [
  { row: 'answer rows', size: 10_000_000, memory: 500 * mega },
  { row: 'nested segments to PDF', size: 3000, seconds: 20, memory: 1024 * mega },
]

// ── what is built ──

const indices = (count) => Array.from({ length: count }, (_, index) => index)
const agreed = ['Helt enig', 'Enig', 'Neutral', 'Uenig', 'Helt uenig', 'Ved ikke']
const years = (count) => indices(count).map((index) => 2026 - count + index)

/** `count` groups under one whole, ten in each, as YAML; and the ids of those without parts. */
function nested(count) {
  const partsOf = (node) => indices(10).flatMap((at) => (10 * node + at + 1 < count ? [10 * node + at + 1] : []))
  const spell = (node) => {
    const parts = partsOf(node)
    return `{ id: s${node}, label: Tilbud ${node}, phrase: tilbud ${node}${parts.length > 0 ? `, parts: [${parts.map(spell).join(', ')}]` : ''} }`
  }
  return { yaml: spell(0), leaves: indices(count).filter((node) => partsOf(node).length === 0) }
}

function projectText({ periods = 2, segments = nested(11).yaml, providers = [] }) {
  const dates = years(periods).map((year) => `{ from: ${year}-01-01, to: ${year}-12-31 }`)
  return `locale: da
sender: { organisation: Eksempel Kommune }
survey:
  title: Brugertilfredshed med tilbuddene
  items: [{ id: overall, label: Brugertilfredshed, text: Jeg er alt i alt tilfreds., scale: agreement5 }]
  periods: [${dates.join(', ')}]
  providers: [${providers.join(', ')}]
  segments: ${segments}
documents: [{ template: orientering, fields: { date: 2025-02-03 } }]
`
}

/** A few hundred answers of every group in every period, and never the same. */
function countsOf(leaves, periods, providersOf = () => ['']) {
  const rows = leaves.flatMap((leaf) =>
    years(periods).flatMap((year) =>
      providersOf(leaf).flatMap((provider) =>
        agreed.map((answer, at) => `${year};s${leaf};${provider};${answer};${40 + ((leaf * 7 + year * 3 + at * 11) % 23)}`),
      ),
    ),
  )
  return ['periode;målgruppe;leverandør;svar;antal', ...rows].join('\n')
}

/** Answers that take no memory: one block of them, again and again. */
function manyAnswers(count, leaves) {
  const rows = indices(10_000).map(
    (row) => `${row};${2024 + (Math.floor(row / 11) % 2)}-0${(row % 9) + 1}-15;s${leaves[row % leaves.length]};${agreed[row % 6]}\n`,
  )
  const block = new Blob(rows)
  return new Blob(['id;dato;målgruppe;Brugertilfredshed\n', ...indices(count / 10_000).map(() => block)])
}

/** Claims about a hundred groups, of which each says something of some figure once more; one in fifty is wrong. */
function manyClaims(count, segments) {
  const rows = indices(count).map((at) => {
    const figure = `base/s${at % segments}/${years(2)[Math.floor(at / segments) % 2]}`
    return at % 50 === 0 ? `${figure};${at + 7};Tabel ${at}` : `indexScore/s${at % segments}/2025;50;Tabel ${at}`
  })
  return ['figure;value;place', ...rows].join('\n')
}

/** So many MB of the same memo. */
function prose(size) {
  const memo = `${readFileSync(path.join(root, 'test/fixtures/memo-000.txt'), 'utf8')}\n`
  return { name: 'notat.txt', bytes: new TextEncoder().encode(memo.repeat(Math.ceil((size * mega) / memo.length))) }
}

const nestedSegments = {
  sizes: [10, 30, 100, 300, 1000, 3000],
  quick: [10, 30, 100, 300],
  make: (size) => {
    const { yaml, leaves } = nested(size)
    return { 'notat.yaml': projectText({ segments: yaml }), 'data/tal.csv': countsOf(leaves, 2) }
  },
}

/** Each row: its sizes, those of `--quick`, the project (or the text to be audited) of one size, and the one format it is made in, or all. */
const rows = {
  'nested segments to HTML': { ...nestedSegments, format: 'html' },
  'nested segments to PDF': { ...nestedSegments, format: 'pdf' },
  'answer rows': {
    sizes: [10_000, 100_000, 1_000_000, 10_000_000],
    quick: [10_000, 100_000, 1_000_000],
    make: (size) => {
      const { yaml, leaves } = nested(11)
      return { 'notat.yaml': projectText({ segments: yaml }), 'data/svar.csv': manyAnswers(size, leaves) }
    },
  },
  claims: {
    sizes: [100, 300, 1000, 3000, 10_000],
    quick: [100, 300, 1000, 3000],
    make: (size) => {
      const { yaml, leaves } = nested(100)
      return {
        'notat.yaml': projectText({ segments: yaml }),
        'data/tal.csv': countsOf(leaves, 2),
        'claims/memo.csv': manyClaims(size, 100),
      }
    },
  },
  periods: {
    sizes: [2, 5, 10, 20, 40],
    quick: [2, 5, 10, 20],
    make: (size) => {
      const { yaml, leaves } = nested(40)
      return { 'notat.yaml': projectText({ periods: size, segments: yaml }), 'data/tal.csv': countsOf(leaves, size) }
    },
  },
  providers: {
    sizes: [3, 10, 30, 100, 300],
    quick: [3, 10, 30, 100],
    make: (size) => {
      const { yaml, leaves } = nested(11)
      const [first] = leaves
      const providers = indices(size).map((at) => `{ id: p${at}, label: Leverandør ${at}, kind: external, segments: [s${first}] }`)
      const names = indices(size).map((at) => `p${at}`)
      const counts = countsOf(leaves, 2, (leaf) => (leaf === first ? names : ['']))
      return { 'notat.yaml': projectText({ segments: yaml, providers }), 'data/tal.csv': counts }
    },
  },
  'MB of repeated prose': {
    sizes: [1, 3, 10],
    quick: [0.1, 0.3, 1],
    make: prose,
    warm: () => prose(0.01),
  },
}

// ── one size, in a process of its own ──

const load = (file) => import(pathToFileURL(path.resolve(asked.dist, file)).href)

function example() {
  const files = ['notat.yaml', 'data/2022-23.csv', 'data/2023-24.csv']
  return Object.fromEntries(files.map((file) => [file, readFileSync(path.join(root, 'examples/biu-2024', file), 'utf8')]))
}

async function stagesOf(made, format) {
  const notat = await load('index.js')
  if ('bytes' in made) {
    const project = notat.parseProject(example())
    const figures = notat.deriveFigures(project.survey, await notat.readDataset(project))
    return [
      ['readText', () => notat.readText(made)],
      ['claimsOfText', ({ readText }) => notat.claimsOfText(readText, project.survey)],
      ['audit', ({ claimsOfText }) => notat.audit(figures, claimsOfText)],
    ]
  }
  const formats = (await load('render/index.js')).outputFormats.filter(({ id }) =>
    format === undefined ? id !== 'figures' : id === format,
  )
  return [
    ['parseProject', () => notat.parseProject(made)],
    ['readDataset', ({ parseProject }) => notat.readDataset(parseProject)],
    ['readClaims', ({ parseProject }) => notat.readClaims(parseProject)],
    ['deriveFigures', ({ parseProject, readDataset }) => notat.deriveFigures(parseProject.survey, readDataset)],
    ['audit', ({ deriveFigures, readClaims }) => notat.audit(deriveFigures, readClaims)],
    [
      'composeDocument',
      ({ parseProject, deriveFigures: figures, audit: findings }) =>
        notat.composeDocument(parseProject, parseProject.documents[0].id, { figures, findings }),
    ],
    ['auditDocument', ({ deriveFigures, composeDocument }) => notat.auditDocument(deriveFigures, notat.claimsOf(composeDocument))],
    ...formats.map(({ id, render }) => [`render ${id}`, ({ composeDocument }) => render(composeDocument)]),
  ]
}

/** Seconds of the processor by stage, those on the clock, the most memory in bytes, and by stage the functions that took most time. */
async function measure(row, size) {
  // Once before, with something else: loading and compiling the code is no part of the growth.
  const { format, make, warm = example } = rows[row]
  const first = {}
  for (const [name, work] of await stagesOf(warm(), format)) first[name] = await work(first)
  const results = {}
  const seconds = {}
  const hot = {}
  const start = performance.now()
  for (const [name, work] of await stagesOf(make(size), format)) {
    const profiled = asked.hot ? await startProfile() : null
    const before = process.cpuUsage()
    results[name] = await work(results)
    const { user, system } = process.cpuUsage(before)
    seconds[name] = (user + system) / 1e6
    if (profiled) hot[name] = await profiled()
  }
  seconds.all = Object.values(seconds).reduce((sum, each) => sum + each, 0)
  return { seconds, clock: (performance.now() - start) / 1000, memory: process.resourceUsage().maxRSS * 1024, hot }
}

/** Starts to watch; what it gives back ends that and names the functions with most time of their own, in per cent. */
async function startProfile() {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.start')
  return async () => {
    const { profile } = await session.post('Profiler.stop')
    session.disconnect()
    const hits = new Map()
    for (const { callFrame, hitCount } of profile.nodes) {
      const name = `${callFrame.functionName || '(anonymous)'} ${path.basename(callFrame.url)}:${callFrame.lineNumber + 1}`
      hits.set(name, (hits.get(name) ?? 0) + hitCount)
    }
    const all = [...hits.values()].reduce((sum, count) => sum + count, 0)
    const most = [...hits].sort((a, b) => b[1] - a[1]).slice(0, 6)
    return most.map(([name, count]) => `${Math.round((100 * count) / all)} % ${name}`)
  }
}

/** Measures in a child; the shorter of two where that takes little time. */
function measured(row, size) {
  const once = () => {
    const own = [import.meta.filename, '--measure', row, '--size', String(size), '--dist', asked.dist, ...(asked.hot ? ['--hot'] : [])]
    return JSON.parse(execFileSync(process.execPath, own, { encoding: 'utf8', maxBuffer: 64 * mega, stdio: ['ignore', 'pipe', 'inherit'] }))
  }
  const first = once()
  if (first.seconds.all > 1.5) return first
  const other = once()
  const seconds = Object.fromEntries(Object.entries(first.seconds).map(([stage, time]) => [stage, Math.min(time, other.seconds[stage])]))
  return { ...first, seconds, clock: Math.min(first.clock, other.clock) }
}

// ── the table ──

/** By least squares over the sizes whose time says something; null where fewer than two do. */
function exponentOf(points) {
  const logs = points.filter(([, time]) => time > shortest).map(([size, time]) => [Math.log(size), Math.log(time)])
  if (logs.length < 2) return null
  const mean = (at) => logs.reduce((sum, log) => sum + log[at], 0) / logs.length
  const [x, y] = [mean(0), mean(1)]
  const [covariance, variance] = logs.reduce(([xy, xx], log) => [xy + (log[0] - x) * (log[1] - y), xx + (log[0] - x) ** 2], [0, 0])
  return covariance / variance
}

const shown = (seconds) => (seconds < 10 ? seconds.toFixed(3) : seconds.toFixed(1))

/** Prints the stages of a row over its sizes; gives what is wrong with it. */
function report(row, sizes) {
  const all = sizes.map((size) => ({ size, ...measured(row, size) }))
  const line = (name, cells) => console.log(`${name.padEnd(24)}${cells.map((cell) => String(cell).padStart(11)).join('')}`)
  console.log('')
  line(row, [...sizes, 'exponent', 'last'])
  const faults = []
  for (const stage of Object.keys(all[0].seconds)) {
    const points = all.map(({ size, seconds }) => [size, seconds[stage]])
    const [exponent, last] = [exponentOf(points), exponentOf(points.slice(-2))]
    const longest = points.at(-1)[1]
    const isOver = exponent !== null && exponent > steepest + (longest < 1 ? noise : 0)
    line(stage, [...points.map(([, time]) => shown(time)), exponent?.toFixed(2) ?? '', `${last?.toFixed(2) ?? ''}${isOver ? ' !' : '  '}`])
    if (!isOver) continue
    faults.push(`${row}, ${stage}: exponent ${exponent.toFixed(2)} is over ${steepest}`)
    for (const words of all.at(-1).hot[stage] ?? []) console.log(`    ${words}`)
  }
  line(
    'all, on the clock',
    all.map(({ clock }) => shown(clock)),
  )
  line(
    'peak, MB',
    all.map(({ memory }) => Math.round(memory / mega)),
  )
  for (const { size, clock, memory } of all) {
    for (const limit of limits.filter((each) => each.row === row && each.size === size)) {
      if (clock > limit.seconds) faults.push(`${row}, ${size}: takes over ${limit.seconds} s on the clock`)
      if (memory > limit.memory) faults.push(`${row}, ${size}: memory is over ${limit.memory / mega} MB`)
    }
  }
  return faults
}

if (asked.measure) {
  process.stdout.write(JSON.stringify(await measure(asked.measure, Number(asked.size))))
} else {
  const chosen = Object.entries(rows).filter(([row]) => asked.only === undefined || row === asked.only)
  if (chosen.length === 0) throw new RangeError(`unknown row: ${asked.only}; there are ${Object.keys(rows).join(', ')}`)
  const faults = chosen.flatMap(([row, { sizes, quick }]) => report(row, asked.quick ? quick : sizes))
  console.log(`\n${faults.length === 0 ? 'nothing grows faster than its size' : faults.join('\n')}`)
  process.exitCode = faults.length === 0 ? 0 : 1
}
