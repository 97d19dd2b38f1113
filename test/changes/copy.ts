/** A copy of the sources in a temporary folder: changed as ARCHITECTURE.md says, compiled with the repository's own settings, and run. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { buildSync } from 'esbuild'
import ts from 'typescript'
import { runs } from '../runs.js'

export type Copy = {
  folder: string
  /** Writes a new file. */
  add: (file: string, text: string) => void
  /** Replaces words that stand once in a file. */
  edit: (file: string, from: string, to: string) => void
  /** Files of `src` that were added or edited, in that order. */
  touched: string[]
  /**
   * What the compiler says, `file: message`: of the files that were touched and those named; with `TEST_RUNS=full` of all. Where it says nothing
   * the JavaScript stands in `dist`.
   */
  compile: (...also: string[]) => string[]
  /** Runs the compiled command line in the copy; what it wrote to stdout. */
  notat: (...argv: string[]) => string
  read: (file: string) => string
  remove: () => void
}

export function copyOfSources(): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'notat-changes-'))
  const at = (file: string) => join(folder, file)
  for (const file of ['src', 'package.json', 'tsconfig.json', 'tsconfig.build.json']) cpSync(file, at(file), { recursive: true })
  symlinkSync(resolve('node_modules'), at('node_modules'))
  const touched: string[] = []
  let last: ts.Program | undefined
  const write = (file: string, text: string) => {
    mkdirSync(dirname(at(file)), { recursive: true })
    writeFileSync(at(file), text)
    if (file.startsWith('src/')) touched.push(file)
  }
  return {
    folder,
    touched,
    add: write,
    edit: (file, from, to) => {
      const parts = readFileSync(at(file), 'utf8').split(from)
      if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times: ${from}`)
      write(file, parts.join(to))
    },
    compile: (...also) => {
      const compiled = compile(folder, [...touched, ...also], last)
      last = compiled.program
      return compiled.found
    },
    notat: (...argv) => execFileSync(process.execPath, ['dist/bin.js', ...argv], { cwd: folder, encoding: 'utf8', stdio: 'pipe' }),
    read: (file) => readFileSync(at(file), 'utf8'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** What has not changed since the last time is not read again. */
function compile(folder: string, files: string[], last: ts.Program | undefined): { program: ts.Program; found: string[] } {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined }
  const config = ts.getParsedCommandLineOfConfigFile(join(folder, 'tsconfig.build.json'), { declaration: false }, host)
  if (!config) throw new Error('tsconfig.build.json cannot be read')
  const compilerHost = ts.createCompilerHost(config.options)
  const read = compilerHost.getSourceFile.bind(compilerHost)
  const texts = compilerHost.readFile.bind(compilerHost)
  compilerHost.getSourceFile = (name, ...rest) => {
    const before = last?.getSourceFile(name)
    return before && before.text === texts(name) ? before : read(name, ...rest)
  }
  const program = ts.createProgram(config.fileNames, config.options, compilerHost, last)
  const sources = runs(
    [...new Set(files)].map((file) => program.getSourceFile(join(folder, file))),
    [...program.getSourceFiles()].filter(({ fileName }) => fileName.startsWith(join(folder, 'src'))),
  )
  const found = sources.flatMap((source) => [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)])
  // TypeScript would look at every file once more; each can be written by itself, which `isolatedModules` sees to.
  if (found.length === 0) buildSync({ entryPoints: config.fileNames, outdir: join(folder, 'dist'), format: 'esm', absWorkingDir: folder })
  const told = found.map(({ file, messageText }) => {
    const where = file ? relative(folder, file.fileName) : ''
    return `${where}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
  })
  return { program, found: told }
}
