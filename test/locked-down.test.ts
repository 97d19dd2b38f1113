/** Nothing is needed that a careful operator takes away: no code from strings, no __proto__, no file but those asked for. */
import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import ts from 'typescript'
import { afterAll, beforeAll, expect, test } from 'vitest'

let folder = ''
const program = () => join(folder, 'program')

/** The program as it is published, compiled anew: without types, which another test asks about. */
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'notat-locked-')))
  cpSync('package.json', join(program(), 'package.json'))
  const config = ts.parseJsonConfigFileContent(
    { compilerOptions: { module: 'esnext', target: 'es2023', outDir: join(program(), 'dist') } },
    ts.sys,
    '.',
  )
  for (const entry of readdirSync('src', { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ts') || entry.name.endsWith('.d.ts')) continue
    const path = join(entry.parentPath, entry.name)
    const text = ts.sys.readFile(path) ?? ''
    const { outputText } = ts.transpileModule(text, { compilerOptions: config.options, fileName: path })
    ts.sys.writeFile(join(program(), 'dist', path.replace(/^src\//, '').replace(/\.ts$/, '.js')), outputText)
  }
  cpSync('examples/biu-2024', join(folder, 'projekt'), { recursive: true, filter: (path) => !path.endsWith('/out') })
  mkdirSync(join(folder, 'projekt', 'out'))
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('build and audit, with PDF', async () => {
  const modules = realpathSync(resolve('node_modules'))
  ts.sys.createDirectory(join(program(), 'node_modules'))
  const { symlinkSync } = await import('node:fs')
  rmSync(join(program(), 'node_modules'), { recursive: true })
  symlinkSync(modules, join(program(), 'node_modules'))
  const major = Number(process.versions.node.split('.')[0])
  const flags = [
    '--disallow-code-generation-from-strings',
    '--disable-proto=delete',
    major >= 24 ? '--permission' : '--experimental-permission',
    `--allow-fs-read=${folder}/*`,
    `--allow-fs-read=${modules}/*`,
    `--allow-fs-write=${folder}/projekt/out/*`,
  ]
  const run = (...argv: string[]) =>
    promisify(execFile)(process.execPath, [...flags, join(program(), 'dist', 'bin.js'), ...argv], { cwd: folder }).then(
      ({ stderr }) => ({ code: 0, stderr }),
      ({ code, stderr }) => ({ code, stderr }),
    )
  const built = await run('build', 'projekt', '--lang', 'en')
  expect([built.code, built.stderr.split('\n').filter((line: string) => /error|denied/i.test(line))]).toEqual([0, []])
  const pdf = join(folder, 'projekt', 'out', 'orientering-2024.pdf')
  expect(existsSync(pdf)).toBe(true)
  const audited = await run('audit', 'projekt', '--text', pdf, '--lang', 'en')
  expect(audited.code).toBeLessThanOrEqual(1)
  expect(audited.stderr).toMatch(/^Checked: /m)
}, 120_000)
