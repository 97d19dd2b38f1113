import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { watchStreams } from '../src/cli.js'
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

describe('a stream that fails', () => {
  const failure = (code: string) => Object.assign(new Error(code), { code })
  const watched = () => {
    const said: string[] = []
    const exitCodes: number[] = []
    const [out, err] = [new EventEmitter(), Object.assign(new EventEmitter(), { write: (text: string) => said.push(text) > 0 })]
    watchStreams({ out, err } as unknown as Parameters<typeof watchStreams>[0], (code) => exitCodes.push(code))
    return { out, err, said, exitCodes }
  }

  it('for want of readers is no fault', () => {
    const { out, err, said, exitCodes } = watched()
    for (const stream of [out, err]) stream.emit('error', failure('EPIPE'))
    expect({ said, exitCodes }).toEqual({ said: [], exitCodes: [] })
  })

  it('for another reason is told once, without a stack', () => {
    const { out, err, said, exitCodes } = watched()
    for (const stream of [out, out, err]) stream.emit('error', failure('ENOSPC'))
    expect(exitCodes).toEqual([2, 2, 2])
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(/^der kan ikke skrives til stdout: [^\n]*\n[^\n]*\n$/)
  })
})
