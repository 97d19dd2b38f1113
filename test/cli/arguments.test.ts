import { describe, expect, it } from 'vitest'
import { notat } from './run.js'

describe('arguments', () => {
  it.each([
    [['byg'], 'ukendt kommando: byg'],
    [['build', '--formt', 'html'], '--format'],
    [['build', '--format', 'docx'], 'html, pdf'],
    [['build', '--out'], 'en værdi efter --out'],
    [['build', 'a', 'b'], 'for mange argumenter: b'],
    [['build', '--reporter', 'xml'], 'text, json, sarif, github'],
    [['build', '--lang', 'de'], 'ukendt sprog: de'],
    [['build', '/findes/ikke'], '/findes/ikke'],
  ])('%j exits 2', async (argv, words) => {
    const { code, err } = await notat(...argv)
    expect(err).toContain(words)
    expect(code).toBe(2)
  })
})
