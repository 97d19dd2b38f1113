import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { letReadersLeave } from '../src/cli.js'
import { notat } from './cli/run.js'

describe('notat', () => {
  it('speaks English when asked', async () => {
    expect((await notat('byg', '--lang', 'en')).err).toContain('unknown command: byg')
    expect((await notat('--help', '--lang=en')).out).toContain('Usage: notat build')
  })

  it('prints the version', async () => {
    expect((await notat('--version')).out.trim()).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version)
  })
})

it('goes on when nobody reads any more, but not past other errors', () => {
  const stream = new EventEmitter() as unknown as NodeJS.WriteStream
  letReadersLeave(stream)
  const failure = (code: string) => Object.assign(new Error(code), { code })
  expect(() => stream.emit('error', failure('EPIPE'))).not.toThrow()
  expect(() => stream.emit('error', failure('ENOSPC'))).toThrow('ENOSPC')
})
