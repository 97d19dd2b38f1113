#!/usr/bin/env node
import { ask } from './cli/terminal.js'
import { main, watchStreams } from './cli.js'

const isTerminal = process.stdin.isTTY && process.stderr.isTTY
const streams = { out: process.stdout, err: process.stderr, ...(isTerminal && { ask }) }
// A stream may fail before the end of the run, or when all has been said.
let failure = 0
watchStreams(streams, (exitCode) => {
  failure = exitCode
  process.exitCode = Math.max(Number(process.exitCode ?? 0), failure)
})
process.exitCode = Math.max(await main(process.argv.slice(2), streams), failure)
