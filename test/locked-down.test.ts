/**
 * The program in processes of its own: nothing is needed that a careful operator takes away (code from strings, __proto__, files but
 * those asked for), and no stream that fails ends it with anything but a message.
 */
import { execFile } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let folder = ''
const program = () => join(folder, 'program')

/** The program as it is published, compiled anew: without types, which another test asks about. */
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'notat-locked-')))
  cpSync('package.json', join(program(), 'package.json'))
  cpSync('examples/kl-2024', join(program(), 'examples', 'kl-2024'), { recursive: true })
  symlinkSync(modules, join(program(), 'node_modules'))
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

const modules = realpathSync(resolve('node_modules'))
const bin = () => join(program(), 'dist', 'bin.js')

describe('in a locked-down Node', () => {
  const run = (writable: string, ...argv: string[]) => {
    const permission = Number(process.versions.node.split('.')[0]) >= 24 ? '--permission' : '--experimental-permission'
    const files = [`--allow-fs-read=${folder}/*`, `--allow-fs-read=${modules}/*`, `--allow-fs-write=${folder}/${writable}/*`]
    const flags = ['--disallow-code-generation-from-strings', '--disable-proto=delete', permission, ...files]
    return promisify(execFile)(process.execPath, [...flags, bin(), ...argv], { cwd: folder }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
    )
  }
  const faults = (words: string) => words.split('\n').filter((line) => /error|denied|^ +at /i.test(line))

  test('build and audit, with PDF, and explain', async () => {
    const built = await run('projekt/out', 'build', 'projekt', '--lang', 'en')
    expect([built.code, faults(built.stderr)]).toEqual([0, []])
    const pdf = join(folder, 'projekt', 'out', 'orientering-2024.pdf')
    expect(existsSync(pdf)).toBe(true)
    const audited = await run('projekt/out', 'audit', 'projekt', '--text', pdf, '--lang', 'en')
    expect(audited.code).toBeLessThanOrEqual(1)
    expect(audited.stderr).toMatch(/^Checked: /m)
    const explained = await run('projekt/out', 'explain', '82', 'projekt', '--lang', 'en')
    expect([explained.code, faults(explained.stderr)]).toEqual([0, []])
  }, 120_000)

  test('init from a workbook and of an example, a build of it, schema', async () => {
    cpSync('docs/vejledning/tabel-2.xlsx', join(folder, 'tabel-2.xlsx'))
    const begun = await run('ny', 'init', 'ny', '--from', 'tabel-2.xlsx', '--lang', 'en')
    expect([begun.code, faults(begun.stderr)]).toEqual([0, []])
    const notat = join(folder, 'ny', 'notat.yaml')
    writeFileSync(notat, readFileSync(notat, 'utf8').replaceAll('WRITE ', ''))
    const built = await run('ny', 'build', 'ny', '--format', 'html', '--lang', 'en')
    expect([built.code, faults(built.stderr)]).toEqual([0, []])
    const copied = await run('kopi', 'init', 'kopi', '--example', 'kl-2024', '--lang', 'en')
    expect([copied.code, faults(copied.stderr), existsSync(join(folder, 'kopi', 'notat.yaml'))]).toEqual([0, [], true])
    const { code, stdout } = await run('ny', 'schema')
    expect([code, stdout]).toEqual([0, readFileSync('notat.schema.json', 'utf8')])
  }, 120_000)
})

describe('a stream that cannot be written to', () => {
  /** `{}` is the program; what is said on stderr, and the exit code. */
  const shell = (line: string, env: Record<string, string> = {}) =>
    promisify(execFile)('bash', ['-c', `set -o pipefail; ${line.replaceAll('{}', `"${process.execPath}" "${bin()}"`)}`], {
      cwd: folder,
      env: { ...process.env, ...env },
    }).then(
      ({ stderr }) => ({ code: 0, stderr }),
      ({ code, stderr }) => ({ code, stderr }),
    )
  const build = '{} build projekt --format html --lang en --out ud'
  const unwritable = /^cannot write to (?:stdout|\/dev\/full|\/ingen\/side\.md): /m
  test.each<[string, string, number, Record<string, string>?]>([
    ['a reader that has gone', `${build} | head -0`, 0],
    ['a stdout that is closed', `${build} >&-`, 0],
    ['a stderr that is closed', `${build} 2>&-`, 0],
    ['a full stdout', `${build} >/dev/full`, 2],
    ['a full stderr', `${build} 2>/dev/full`, 2],
    ['both of them full', `${build} >/dev/full 2>&1`, 2],
    ['a report on a full stdout', `${build} --reporter sarif >/dev/full`, 2],
    ['a full file of a report', `${build} --reporter json=/dev/full`, 2],
    ['no page for the summary of a job', `${build} --reporter github`, 2, { GITHUB_STEP_SUMMARY: '/ingen/side.md' }],
  ])('%s', { timeout: 60_000 }, async (_, line, expected, env) => {
    rmSync(join(folder, 'ud'), { recursive: true, force: true })
    const { code, stderr } = await shell(line, env)
    expect([code, stderr.split('\n').filter((each: string) => /^ +at /.test(each))]).toEqual([expected, []])
    if (expected === 2 && stderr !== '') expect(stderr).toMatch(unwritable)
    expect(readdirSync(join(folder, 'ud')).sort()).toContain('orientering-2024.html')
  })

  test.each(['{} --help', '{} schema', '{} explain 82 projekt --lang en', '{} audit projekt --reporter json --lang en'])(
    'a full stdout, and a reader that has gone, for %s',
    { timeout: 60_000 },
    async (line) => {
      const full = await shell(`${line} >/dev/full`)
      expect([full.code, full.stderr.includes('    at ')]).toEqual([2, false])
      const gone = await shell(`${line} | head -0`)
      expect(gone.code).toBeLessThan(2)
      expect(gone.stderr).not.toMatch(/ {4}at /)
    },
  )
})
