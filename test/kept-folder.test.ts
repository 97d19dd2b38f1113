/** A folder as people keep it: what Office and systems leave there, names and lines as they write them, files that are open. */
import fs, { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { notat } from './cli/run.js'

/** Files that another program holds open, by the end of their names, and what the system says of them. */
const held = new Map<string, string>()
const refuseHeld = (...paths: unknown[]): void => {
  const [, code] = [...held].find(([end]) => paths.some((path) => String(path).endsWith(end))) ?? []
  if (code !== undefined) throw Object.assign(new Error(code), { code })
}
/** The system's own calls, for as long as a test runs. */
const [readFile, rename] = [fs.promises.readFile, fs.renameSync]
beforeEach(() => {
  fs.promises.readFile = (async (...args: Parameters<typeof readFile>) => {
    refuseHeld(args[0])
    return await readFile(...args)
  }) as typeof readFile
  fs.renameSync = (from, to) => {
    refuseHeld(to)
    rename(from, to)
  }
  syncBuiltinESMExports()
})
afterEach(() => {
  Object.assign(fs.promises, { readFile })
  Object.assign(fs, { renameSync: rename })
  syncBuiltinESMExports()
})

const notatYaml = `locale: da
sender: { organisation: Eksempel Kommune }
survey:
  title: Tilfredshed
  items: [{ id: overall, label: Tilfredshed, text: Jeg er tilfreds., scale: agreement5 }]
  periods: [{ from: 2023-01-01, to: 2023-12-31 }, { from: 2024-01-01, to: 2024-12-31 }]
  segments: { id: all, label: Alle, parts: [{ id: nord, label: Nord }, { id: saeby, label: Sæby å }] }
documents: [{ template: orientering, fields: { date: 2025-02-03 } }]
`

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'Mine notater æøå '))
  mkdirSync(join(folder, 'Første forsøg'))
  put('notat.yaml', notatYaml)
  put('data/2023.csv', 'periode;målgruppe;indekstal;antal svar\n2023;Nord;71;120\n2023;Sæby å;80;99\n')
  put('data/2024.csv', 'periode;målgruppe;indekstal;antal svar\n2024;Nord;74;131\n2024;Sæby å;79;88\n')
})
afterEach(() => {
  held.clear()
  rmSync(folder, { recursive: true, force: true })
})
const project = () => join(folder, 'Første forsøg')
const put = (name: string, text: string | Uint8Array) => {
  mkdirSync(join(project(), name, '..'), { recursive: true })
  writeFileSync(join(project(), name), text)
}

/** What was made, by name. */
async function built(...more: string[]): Promise<Record<string, string>> {
  const { code, err } = await notat('build', project(), ...more)
  expect([code, code === 0 ? '' : err]).toEqual([0, ''])
  const out = join(project(), 'out')
  return Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'latin1')]))
}

describe('a folder that a caseworker keeps', () => {
  it('may have in it what Office, Windows and Macs leave there', async () => {
    const before = await built('--format', 'html')
    for (const within of ['', 'data/', 'claims/', 'sections/', 'templates/'])
      for (const name of ['~$2023-24.xlsx', 'Thumbs.db', 'desktop.ini', '.DS_Store', '._2023-24.csv']) put(`${within}${name}`, 'x\0y')
    expect(await built('--format', 'html')).toEqual(before)
    const { err } = await notat('build', project(), '--format', 'html')
    expect(err).not.toMatch(/Thumbs|desktop\.ini|~\$|DS_Store/)
  })

  it('may name a file in either spelling of å', async () => {
    for (const [onDisk, inText] of [
      ['NFD', 'NFC'],
      ['NFC', 'NFD'],
    ] as const) {
      rmSync(join(project(), 'data', '2023.csv'), { force: true })
      put(`data/målinger på år.csv`.normalize(onDisk), 'periode;målgruppe;indekstal;antal svar\n2023;Nord;71;120\n2023;Sæby å;80;99\n')
      put('notat.yaml', `${notatYaml}data: [data/2024.csv, ${'data/målinger på år.csv'.normalize(inText)}]\n`)
      expect(Object.keys(await built('--format', 'html'))).toContain('orientering-2024.html')
      rmSync(join(project(), 'data', 'målinger på år.csv'.normalize(onDisk)))
    }
  })

  it('may have Windows line ends, and the mark of UTF-8 before its files', async () => {
    put('sections/videre-proces.md', 'Et afsnit.\n\n- et punkt på tyve ord\n- et andet\n\n{{standard}}\n')
    const before = await built('--format', 'html')
    const windows = (name: string) => put(name, `\uFEFF${readFileSync(join(project(), name), 'utf8').replace(/\r?\n/g, '\r\n')}`)
    windows('notat.yaml')
    windows('sections/videre-proces.md')
    for (const name of readdirSync(join(project(), 'data'))) windows(`data/${name}`)
    expect(await built('--format', 'html')).toEqual(before)
  })

  it('is nowhere in what is made, and moves without a trace', async () => {
    const before = await built()
    const elsewhere = join(folder, 'b')
    cpSync(project(), elsewhere, { recursive: true })
    expect((await notat('build', elsewhere, '--check')).code).toBe(0)
    for (const content of Object.values(before)) {
      expect(content).not.toContain(Buffer.from(folder).toString('latin1'))
      expect(content).not.toContain(tmpdir())
      expect(content).not.toContain(process.cwd())
    }
  })

  it('may have a file open in Excel: it is named, with what to do, and nothing is touched', async () => {
    const before = await built('--format', 'html')
    for (const code of ['EBUSY', 'EPERM']) {
      held.set('2023.csv', code)
      const reading = await notat('build', project(), '--format', 'html')
      expect([reading.code, reading.err]).toEqual([
        2,
        expect.stringMatching(/data\/2023\.csv kan ikke læses: .*\n.*[Ll]uk .* i det andet program/),
      ])
      held.clear()
      held.set('out/orientering-2024.html', code)
      put('data/2024.csv', 'periode;målgruppe;indekstal;antal svar\n2024;Nord;75;131\n2024;Sæby å;79;88\n')
      const writing = await notat('build', project(), '--format', 'html')
      expect([writing.code, writing.err]).toEqual([2, expect.stringContaining('se, om en af filerne er åben i et andet program')])
      held.clear()
      expect(readFileSync(join(project(), 'out', 'orientering-2024.html'), 'latin1')).toBe(before['orientering-2024.html'])
    }
    held.set('tabel-2.xlsx', 'EBUSY')
    const started = await notat('init', join(folder, 'nyt'), '--from', 'docs/vejledning/tabel-2.xlsx')
    expect([started.code, started.err]).toEqual([2, expect.stringContaining('Luk filen i det andet program')])
  })
})
