/** A command line run in this process, on a copy of an example. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { main } from '../../src/cli.js'

/** Runs one command line; what it said, and its exit code. */
export async function notat(...argv: string[]) {
  const said = { out: '', err: '' }
  const sink = (stream: 'out' | 'err') => ({
    write: (text: string | Uint8Array) => {
      said[stream] += String(text)
      return true
    },
  })
  return { code: await main(argv, { out: sink('out'), err: sink('err') }), ...said }
}

/** A fresh copy of examples/biu-2024 for each test of the file that asks for it. */
export function copiedExample() {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'notat-cli-'))
    cpSync('examples/biu-2024', join(folder, 'projekt'), { recursive: true, filter: (path) => !path.endsWith('/out') })
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const project = () => join(folder, 'projekt')
  return {
    folder: () => folder,
    project,
    out: () => join(folder, 'projekt', 'out'),
    edit: (file: string, change: (text: string) => string) => {
      const path = join(project(), file)
      writeFileSync(path, change(readFileSync(path, 'utf8')))
    },
  }
}
