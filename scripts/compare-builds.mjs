// Holds two builds of notat against each other: the same bytes out of the same projects, or a list of what differs, and exit 1.
//
//   node scripts/compare-builds.mjs OLD NEW [--random N] [--from SEED] [--cases FOLDER] [--fixtures FOLDER] [--only examples,cases,fixtures,random]
//
// OLD and NEW are checkouts with dist/. Examples and fixtures are OLD's: what was there must come out as it did.
import { fork } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { randomProject } from './random-projects.mjs'

/**
 * @typedef {{ name: string, argv: string[], project: string }} Call one command line; where it builds, the folder for its files is added
 * @typedef {{ code: number | null, out: string, err: string, strays: string, files: Record<string, string> }} Answer `files`: name → hash
 * @typedef {{ checkout: string, folder: string, ask: (asked: object) => Promise<any>, stop: () => void }} Runner
 */

const groups = /** @type {const} */ (['examples', 'cases', 'fixtures', 'random'])
const usage = `node scripts/compare-builds.mjs OLD NEW [--random N] [--from SEED] [--cases FOLDER] [--fixtures FOLDER] [--only ${groups.join()}]`
/** So long may one call last before its process is given up. */
const longestCall = 300_000
/** So many calls are on their way to a runner, so that neither waits for the other after each. */
const inFlight = 12
/** A PDF takes three times as long as all the rest: one random project in so many gets one. */
const pdfEvery = 5
/** So many differing lines of a text are shown, and so many characters of each. */
const shownLines = 3
const shownWidth = 180

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    random: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    cases: { type: 'string' },
    fixtures: { type: 'string' },
    only: { type: 'string', default: groups.join() },
  },
})
const chosen = values.only.split(',')
const [older = '', newer = ''] = positionals.map((path) => resolve(path))
if (!older || !newer || positionals.length > 2 || chosen.some((name) => !groups.some((group) => group === name))) stop(usage)
for (const checkout of [older, newer])
  if (!existsSync(join(checkout, 'dist', 'cli.js'))) stop(`no build in ${checkout}: dist/cli.js is missing`)

const work = mkdtempSync(join(tmpdir(), 'notat-compare-'))
// Also where it is interrupted nothing is left behind; the runners end with the channel to this process.
process.on('exit', () => rmSync(work, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130))
const oldBuild = startRunner(older, join(work, 'old'))
const newBuild = startRunner(newer, join(work, 'new'))
let [calls, compared, differing, failing] = [0, 0, 0, 0]
try {
  const started = performance.now()
  for (const group of groups.filter((name) => chosen.includes(name))) await compareGroup(group)
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  process.stdout.write(
    `${compared} calls compared in ${seconds} s, ${failing} of them with an exit code above 0: ${differing || 'no'} differences\n`,
  )
  process.exitCode = differing > 0 ? 1 : 0
} finally {
  for (const runner of [oldBuild, newBuild]) runner.stop()
}

/** @param {string} words */
function stop(words) {
  process.stderr.write(`${words}\n`)
  process.exit(2)
}

// ── what is compared ──

/** @param {(typeof groups)[number]} group */
async function compareGroup(group) {
  const before = { compared, differing }
  const calls = { examples: exampleCalls, cases: caseCalls, fixtures: fixtureCalls, random: randomCalls }[group]()
  /** @type {Set<Promise<void>>} */
  const running = new Set()
  for await (const call of calls) {
    if (running.size >= inFlight) await Promise.race(running)
    const comparing = compareCall(call).finally(() => running.delete(comparing))
    running.add(comparing)
  }
  await Promise.all(running)
  process.stdout.write(`${group}: ${compared - before.compared} calls, ${differing - before.differing || 'no'} differences\n`)
}

/** Build, audit in words and as data, and explain: a spread of figures, a number as it is printed, and one that is not there. */
async function* exampleCalls() {
  for (const name of readdirSync(join(older, 'examples')).sort()) {
    const project = join(older, 'examples', name)
    if (!existsSync(join(project, 'notat.yaml'))) continue
    yield* callsOfProject(`examples/${name}`, project, 14)
    for (const lang of ['da', 'en']) yield call(`examples/${name}`, project, ['audit', '--lang', lang])
    for (const reporter of ['text', 'sarif', 'github'])
      yield call(`examples/${name}`, project, ['build', '--format', 'html', '--reporter', reporter])
    for (const figure of ['82', '0', 'no/such/figure']) yield call(`examples/${name}`, project, ['explain', figure])
  }
}

/** Every folder with a notat.yaml: its build, and the audit of each text in it; of one without, the audit of its texts in an example. */
async function* caseCalls() {
  const cases = values.cases && resolve(values.cases)
  if (!cases) return
  for (const folder of foldersUnder(cases)) {
    const name = join(basename(cases), relative(cases, folder))
    const isProject = existsSync(join(folder, 'notat.yaml'))
    const texts = readdirSync(folder).filter((file) => /\.(?:txt|md|html|pdf)$/.test(file) && !/^README/.test(file))
    if (isProject && (existsSync(join(folder, 'data')) || texts.length === 0)) yield* callsOfProject(name, folder, 4)
    const project = isProject ? folder : join(older, 'examples', 'biu-2024')
    const isPart = !isProject && isInProject(folder, cases)
    for (const text of isPart ? [] : texts) yield call(`${name}/${text}`, project, ['audit', '--text', join(folder, text)])
  }
}

/** Memos of others, against every example that they might be about. */
async function* fixtureCalls() {
  const fixtures = resolve(values.fixtures ?? join(older, 'test', 'fixtures'))
  for (const file of readdirSync(fixtures).sort()) {
    if (!/^memo-.*\.(?:txt|md|html|pdf)$/.test(file)) continue
    for (const example of ['biu-2024', 'kl-2024', 'rammeaftaler-2022']) {
      const argv = ['audit', '--text', join(fixtures, file), '--reporter', 'json', '--reporter', 'text']
      yield call(`${file} in ${example}`, join(older, 'examples', example), argv)
    }
  }
}

async function* randomCalls() {
  const first = Number(values.from)
  for (let seed = first; seed < first + Number(values.random); seed++) {
    const project = join(work, 'random', String(seed))
    for (const [name, text] of Object.entries(randomProject(seed).files)) {
      mkdirSync(dirname(join(project, name)), { recursive: true })
      writeFileSync(join(project, name), text)
    }
    yield* callsOfProject(`random ${seed}`, project, 3, seed % pdfEvery === 0 ? [] : ['--format', 'html'])
  }
}

/**
 * @param {string} name
 * @param {string} project
 * @param {number} explained so many figures, spread over all
 * @param {string[]} [formats] the option, where not all the documents' own are wanted
 */
async function* callsOfProject(name, project, explained, formats = []) {
  yield call(name, project, ['build', ...formats])
  yield call(name, project, ['audit', '--reporter', 'json'])
  /** @type {{ figures: string[] }} */
  const { figures } = await oldBuild.ask({ figuresOf: project })
  const step = Math.max(1, figures.length / explained)
  const spread = Array.from({ length: Math.min(explained, figures.length) }, (_, index) => figures[Math.floor((index + 0.5) * step)] ?? '')
  for (const [index, figure] of spread.entries())
    yield call(name, project, ['explain', figure, ...(index % 2 === 0 ? [] : ['--reporter', 'json'])])
}

/**
 * @param {string} name
 * @param {string} project
 * @param {string[]} argv without the project
 * @returns {Call}
 */
function call(name, project, [command = '', ...rest]) {
  const isAsked = command === 'explain'
  const argv = isAsked ? [command, rest[0] ?? '', project, ...rest.slice(1)] : [command, project, ...rest]
  return { name: `${name}: ${[command, ...rest.map((word) => (word.startsWith('/') ? basename(word) : word))].join(' ')}`, argv, project }
}

/** @type {(folder: string) => string[]} A folder and all below it, by name. */
function foldersUnder(folder) {
  const inside = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return [folder, ...inside.flatMap(({ name }) => foldersUnder(join(folder, name))).sort()]
}

/** @type {(folder: string, top: string) => boolean} Whether a folder above it is a project, whose data or texts it holds. */
function isInProject(folder, top) {
  if (folder === top || folder === dirname(folder)) return false
  return existsSync(join(dirname(folder), 'notat.yaml')) || isInProject(dirname(folder), top)
}

// ── comparing ──

/** @param {Call} made */
async function compareCall({ name, argv }) {
  const number = String(++calls)
  const answers = await Promise.all(
    [oldBuild, newBuild].map(async (runner) => {
      const out = join(runner.folder, number)
      /** @type {Answer} */
      const answer = await runner.ask({ argv: argv[0] === 'build' ? [...argv, '--out', out] : argv, out })
      return { ...answer, folder: out, isSaid: (/** @type {string} */ text) => normalised(text, runner, out) }
    }),
  )
  const [before, after] = answers
  if (!before || !after) return
  compared++
  if (before.code !== 0) failing++
  const differences = [
    ...differenceOf('exit code', String(before.code), String(after.code)),
    ...differenceOf('stdout', before.isSaid(before.out), after.isSaid(after.out)),
    ...differenceOf('stderr', before.isSaid(before.err), after.isSaid(after.err)),
    ...differenceOf('uncaught errors', before.isSaid(before.strays), after.isSaid(after.strays)),
    ...differingFiles(before, after),
  ]
  differing += differences.length
  if (differences.length > 0)
    process.stdout.write(`${name}\n${differences.map((words) => `  ${words.replaceAll('\n', '\n  ')}\n`).join('')}`)
  for (const { folder } of answers) rmSync(folder, { recursive: true, force: true })
}

/** Without what cannot be the same: how long it took, and where it was. */
function normalised(/** @type {string} */ text, /** @type {Runner} */ { checkout }, /** @type {string} */ out) {
  return text
    .replaceAll(out, 'OUT')
    .replaceAll(checkout, 'CHECKOUT')
    .replace(/\b\d+(?:[.,]\d+)? m?s$/gm, 'DURATION')
}

/**
 * @param {Answer & { folder: string }} before
 * @param {Answer & { folder: string }} after
 */
function differingFiles(before, after) {
  const names = [...new Set([...Object.keys(before.files), ...Object.keys(after.files)])].sort()
  return names.flatMap((name) => {
    const [old, now] = [before.files[name], after.files[name]]
    if (old === now) return []
    if (!old || !now) return [`${name}: only in the ${old ? 'old' : 'new'} build`]
    const paths = [before, after].map(({ folder }) => join(folder, name))
    if (!['.html', '.json', '.txt', '.md', '.csv'].includes(extname(name)))
      return [`${name}: ${paths.map((path, index) => `${statSync(path).size} bytes, ${[old, now][index]?.slice(0, 12)}`).join(' → ')}`]
    const [oldText = '', newText = ''] = paths.map((path) => readFileSync(path, 'utf8'))
    return differenceOf(name, oldText, newText)
  })
}

/** @type {(what: string, before: string, after: string) => string[]} The first lines that differ; nothing where none does. */
function differenceOf(what, before, after) {
  if (before === after) return []
  const [old, now] = [before.split('\n'), after.split('\n')]
  const first = old.findIndex((line, index) => line !== now[index])
  const start = first < 0 ? old.length : first
  const count = Array.from({ length: Math.max(old.length, now.length) }, (_, index) => old[index] !== now[index]).filter(Boolean).length
  const shown = Array.from({ length: shownLines }, (_, index) => start + index).filter((index) => old[index] !== now[index])
  const pairs = shown.flatMap((index) => {
    const from = Math.max(0, firstDifference(old[index] ?? '', now[index] ?? '') - 60)
    return [clipped('-', old[index], from), clipped('+', now[index], from)]
  })
  return [`${what}: line ${start + 1}, ${count} line${count === 1 ? '' : 's'} in all\n${pairs.filter(Boolean).join('\n')}`]
}

/** @type {(a: string, b: string) => number} */
function firstDifference(a, b) {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}

/** @type {(mark: string, line: string | undefined, from: number) => string} */
function clipped(mark, line, from) {
  if (line === undefined) return ''
  const end = from + shownWidth
  return `${mark} ${from > 0 ? '…' : ''}${line.slice(from, end)}${line.length > end ? '…' : ''}`
}

// ── runners ──

/**
 * A process that holds one build. Where a call ends it or never ends, that is the call's answer, and the next one gets a new process.
 *
 * @param {string} checkout
 * @param {string} folder for its files
 * @returns {Runner}
 */
function startRunner(checkout, folder) {
  mkdirSync(folder, { recursive: true })
  const environment = { ...process.env, TZ: 'Europe/Copenhagen', NO_COLOR: '1', GITHUB_STEP_SUMMARY: '' }
  const script = fileURLToPath(new URL('build-runner.mjs', import.meta.url))
  /** @type {import('node:child_process').ChildProcess | null} */
  let child = null
  /** @type {Promise<any>} */
  let last = Promise.resolve()
  const processOf = async () => {
    if (child?.connected) return child
    const fresh = fork(script, [checkout], { env: environment, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    await new Promise((ready, fail) => {
      fresh.once('message', ready)
      fresh.once('exit', () => fail(new Error(`the build in ${checkout} cannot be loaded`)))
    })
    child = fresh
    return fresh
  }
  const askOne = async (/** @type {object} */ asked) => {
    const current = await processOf()
    return new Promise((resolveAnswer) => {
      const end = (/** @type {any} */ answer) => {
        clearTimeout(timer)
        current.removeAllListeners('message').removeAllListeners('exit')
        resolveAnswer(answer)
      }
      const ended = (/** @type {string} */ words) => {
        child = null
        end({ code: null, out: '', err: '', strays: words, files: {}, figures: [] })
      }
      const timer = setTimeout(() => {
        current.removeAllListeners('exit')
        current.kill('SIGKILL')
        ended(`no answer in ${longestCall / 1000} s\n`)
      }, longestCall)
      current.once('message', end)
      current.once('exit', (code, signal) => ended(`the process ended: ${code ?? signal}\n`))
      current.send(asked)
    })
  }
  return {
    ...{ checkout, folder },
    ask: (asked) => {
      last = last.then(() => askOne(asked))
      return last
    },
    stop: () => void child?.kill(),
  }
}
