/**
 * Kills a program while it writes outputs over older ones, many times, and asks after each kill whether the next run
 * finds all of the old set or all of the new, and leaves nothing else behind: `npm run kill -- 200`.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const module = pathToFileURL(join(import.meta.dirname, '..', 'dist', 'outputs.js')).href
const { writeOutputs } = await import(module)
const kills = Number(process.argv[2] ?? 200)
const seed = Number(process.argv[3] ?? 1)

/** Eight files of up to a megabyte, all of one set: each holds the set's name and nothing else. */
const setOf = (name) => Array.from({ length: 8 }, (_, index) => ({ name: `${index}.html`, bytes: Buffer.alloc(2 ** (13 + index), name) }))

const writer = `
  const { writeOutputs } = await import(${JSON.stringify(module)})
  const set = ${setOf.toString()}
  process.stdout.write('ready')
  await writeOutputs(set(process.argv[2]), process.argv[1])
  process.stdout.write('done')
`

/** A number in [0, 1) that follows from the seed and the turn. */
const chance = (turn) => {
  const x = Math.sin(seed * 9973 + turn * 7919) * 43758.5453
  return x - Math.floor(x)
}

/** Writes a set in a process of its own and kills it some milliseconds after it began; whether it was done by then. */
function killedWhileWriting(folder, name, after) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', writer, folder, name], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (text) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), after)
      said += text
    })
    child.on('error', reject)
    child.on('close', () => resolve(said.endsWith('done')))
  })
}

/** Which set each file is of: its first letter, or ? where it is torn. */
function setsIn(folder) {
  const files = readdirSync(folder).filter((name) => !name.startsWith('.'))
  return new Set(
    files.map((name) => {
      const bytes = readFileSync(join(folder, name))
      return bytes.every((byte) => byte === bytes[0]) && bytes.length === 2 ** (13 + Number.parseInt(name, 10))
        ? String.fromCharCode(bytes[0])
        : '?'
    }),
  )
}

const folder = mkdtempSync(join(tmpdir(), 'notat-kill-'))
const out = join(folder, 'out')
mkdirSync(out)
const counted = { kills: 0, done: 0, between: 0, mixed: 0, torn: 0, missing: 0, litter: 0, old: 0, new: 0 }
let current = 'a'
/** In milliseconds. */
let span = 100
await writeOutputs(setOf(current), out)
for (let turn = 0; turn < kills; turn++) {
  const next = current === 'z' ? 'a' : String.fromCharCode(current.charCodeAt(0) + 1)
  const isDone = await killedWhileWriting(out, next, chance(turn) * span)
  // A third of them should come too late: as many as possible hit the writing itself.
  span *= isDone ? 0.97 : 1.015
  counted.kills += 1
  if (isDone) counted.done += 1
  if (setsIn(out).size > 1) counted.between += 1
  // The next run, also one that writes nothing of its own.
  await writeOutputs([], out)
  const found = setsIn(out)
  const [only] = found
  if (found.size > 1) counted.mixed += 1
  if (found.has('?')) counted.torn += 1
  const names = readdirSync(out)
  if (names.filter((name) => !name.startsWith('.')).length !== 8) counted.missing += 1
  if (names.some((name) => name.startsWith('.'))) counted.litter += 1
  if (only === next) counted.new += 1
  if (only === current) counted.old += 1
  current = only
}
rmSync(folder, { recursive: true })
console.log(JSON.stringify(counted))
const faults = counted.mixed + counted.torn + counted.missing + counted.litter
if (faults > 0 || counted.old + counted.new !== kills) process.exitCode = 1
