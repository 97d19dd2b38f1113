#!/usr/bin/env node
import { createInterface } from 'node:readline/promises'
import { main, watchStreams } from './cli.js'

/** The terminal is listened to only while a question stands. */
async function ask(question: string): Promise<string | null> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const closed = new Promise<null>((resolve) => terminal.once('close', () => resolve(null)))
  const answer = await Promise.race([terminal.question(question), closed])
  terminal.close()
  return answer
}

const isTerminal = process.stdin.isTTY && process.stderr.isTTY
const streams = { out: process.stdout, err: process.stderr, ...(isTerminal && { ask }) }
// A stream may fail before the end of the run, or when all has been said.
let failure = 0
watchStreams(streams, (exitCode) => {
  failure = exitCode
  process.exitCode = Math.max(Number(process.exitCode ?? 0), failure)
})
process.exitCode = Math.max(await main(process.argv.slice(2), streams), failure)
