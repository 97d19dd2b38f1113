// Runs command lines of one checkout's build, one after the other, in a process that stays: `fork('build-runner.mjs', [CHECKOUT])`.
// Asked { id, argv, out } it answers { id, code, out, err, strays, files }; asked { id, figuresOf } it answers { id, figures }.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const checkout = resolve(process.argv[2] ?? '')
const { main } = await load('cli.js')
const { buildProject } = await load('node.js')

/** @param {string} name */
function load(name) {
  return import(pathToFileURL(join(checkout, 'dist', name)).href)
}

/** What went wrong outside the call that is running: it would have ended the command line's own process. */
let strays = ''
const noteStray = (/** @type {unknown} */ error) => {
  strays += `${error instanceof Error ? error.stack : error}\n`
}
process.on('unhandledRejection', noteStray)
process.on('uncaughtException', noteStray)

/** @param {{ argv: string[], out: string }} call */
async function run({ argv, out }) {
  const said = { out: '', err: '' }
  const sink = (/** @type {'out' | 'err'} */ stream) => ({
    write: (/** @type {unknown} */ text) => {
      said[stream] += String(text)
      return true
    },
  })
  strays = ''
  const code = await main(argv, { out: sink('out'), err: sink('err') })
  // What is rejected and never looked at shows when the event loop has turned.
  await new Promise((done) => setImmediate(done))
  return { code, ...said, strays, files: await hashesIn(out) }
}

/** Name → SHA-256 of each file directly in a folder; none where there is no such folder. */
async function hashesIn(/** @type {string} */ folder) {
  const names = await readdir(folder).catch((error) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const hashes = names.sort().map(async (name) => {
    const bytes = await readFile(join(folder, name))
    return [name, createHash('sha256').update(bytes).digest('hex')]
  })
  return Object.fromEntries(await Promise.all(hashes))
}

/** Ids of the figures of a project and of its documents; none where it cannot be built, which its build tells of. */
async function figuresOf(/** @type {string} */ project) {
  try {
    const { figures, documents } = await buildProject(project, { formats: [] })
    const printed = documents.flatMap((/** @type {{ figures: { id: string }[] }} */ document) => document.figures.map(({ id }) => id))
    return [...new Set([...Object.keys(figures.figures), ...printed])]
  } catch {
    return []
  }
}

/** An answer for everything that is asked, or the other side waits for ever. */
async function answerTo(/** @type {any} */ asked) {
  try {
    return asked.figuresOf ? { figures: await figuresOf(asked.figuresOf) } : await run(asked)
  } catch (error) {
    return { code: null, out: '', err: '', strays: String(error instanceof Error ? error.stack : error), files: {}, figures: [] }
  }
}

let last = Promise.resolve()
process.on('message', (/** @type {any} */ asked) => {
  last = last.then(async () => void process.send?.({ id: asked.id, ...(await answerTo(asked)) }))
})
process.on('disconnect', () => process.exit())
process.send?.({ isReady: true })
