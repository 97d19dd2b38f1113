#!/usr/bin/env node
import { letReadersLeave, main } from './cli.js'

letReadersLeave(process.stdout, process.stderr)
process.exitCode = await main(process.argv.slice(2), { out: process.stdout, err: process.stderr })
