/** `notat init`: a first project out of a table, or a copy of an example. What is there already stays as it is. */
import { mkdir, readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from '../build.js'
import { codeOf, readProjectFolder, statOf, unless } from '../disk.js'
import { describeProblem, faultsIn, limitProblems, NotatError, problem } from '../errors.js'
import { draftOf } from '../init/draft.js'
import { type Conversation, fillIn } from '../init/questions.js'
import { readTables } from '../init/tables.js'
import { markedLines, projectText } from '../init/text.js'
import { defaultLocale, type LocaleId, locales } from '../locale/index.js'
import type { Locale } from '../locale/words.js'
import { nearestName } from '../nearest.js'
import { isSystemFile, isTable, type ProjectFiles, parseProject, projectFileName } from '../project.js'
import { formatsToAskFor } from '../render/index.js'
import { readLines, report, type Streams, voicesOf, type Work } from './reporting.js'
import { schemaFileName, schemaText } from './schema.js'

export const runInit: Work = async (asked, streams) => {
  const localeId = asked.lang ?? defaultLocale
  if (asked.example !== undefined) return await copyExample(asked.example, asked.folder ?? asked.example, locales[localeId], streams)
  return await startProject(asked.folder ?? '.', asked.from, localeId, streams)
}

// ── a project out of tables ──

async function startProject(folder: string, from: readonly string[], localeId: LocaleId, streams: Streams): Promise<number> {
  const locale = locales[localeId]
  const { init } = locale
  const { say, print } = voicesOf(streams)
  const given = await tablesToTake(folder, from, locale)
  await refuseExisting(folder, [projectFileName], locale)
  const { tables, sheets } = await readTables(given, localeId)
  const { draft, unread } = draftOf(tables, localeId)
  const conversation: Conversation = { ask: streams.ask ?? null, say }
  const filled = await fillIn(draft, conversation, locale, localeId)
  const text = projectText(filled.draft, { ...filled.answers, date: today() }, localeId)
  const files = { [projectFileName]: text, [schemaFileName]: schemaText(localeId), ...given }
  const written = await writeNew(folder, files, locale)

  for (const { file, sheet } of sheets) say(init.sheetTaken(file, sheet))
  for (const { file } of unread) say(init.unread(file))
  if (tables.length === 0) say(init.noFiles)
  // Without points of its scale there is nothing to be computed.
  const isOpen = filled.draft.scales.some(({ isOrdered }) => !isOrdered)
  const exitCode = isOpen ? 1 : tables.length === 0 ? 0 : await tryOut(folder, text, locale, streams)
  const missing = markedLines(text, locale).map(({ line, wanted }) => `  ${projectFileName}:${line}: ${wanted}`)
  if (missing.length > 0) for (const line of [init.missing, ...missing]) say(line)
  if (exitCode === 0) say(init.next(folder === '.' ? '' : inCommand(folder)))
  for (const path of written) print(path)
  return exitCode
}

/** A path as it is written in a command. */
function inCommand(path: string): string {
  return /\s/.test(path) ? `"${path}"` : path
}

function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

/**
 * By the names that they will have in the project: those given, else those in data/, else those in the folder itself.
 */
async function tablesToTake(folder: string, from: readonly string[], locale: Locale): Promise<Record<string, Uint8Array>> {
  const inData = await tablesIn(join(folder, 'data'))
  const paths = from.length > 0 ? from : inData.length > 0 ? inData : await tablesIn(folder)
  const files: Record<string, Uint8Array> = {}
  for (const path of paths) {
    const name = `data/${basename(path).normalize('NFC')}`
    if (Object.hasOwn(files, name)) throw new NotatError('usage', [problem(locale, 'existing-files', { files: name })])
    files[name] = await contentOf(path, locale)
  }
  return files
}

async function contentOf(path: string, locale: Locale): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path))
  } catch (error) {
    throw new NotatError('usage', [problem(locale, 'unreadable-file', { name: path, detail: codeOf(error) })])
  }
}

async function tablesIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder).catch(unless('ENOENT', 'ENOTDIR'))) ?? []
  return names
    .filter((name) => isTable(name) && !isSystemFile(name))
    .sort()
    .map((name) => join(folder, name))
}

/** The first problems tell what has to be written in the project; the others are mostly the same. */
const mostTold = 5

/** Made as `build` does once all is written, so that what is wrong with the new project is known at once. */
async function tryOut(folder: string, text: string, locale: Locale, streams: Streams): Promise<number> {
  const { say } = voicesOf(streams)
  try {
    const written = { [projectFileName]: text.replaceAll(`${locale.init.mark} `, '') }
    const project = parseProject({ ...(await readProjectFolder(folder)), ...written }, { formats: formatsToAskFor })
    const result = await faultsIn(locale, () => build(project, { formats: [] }))
    for (const line of readLines(result, locale)) say(line)
    if (!result.isStopped) return 0
    say(locale.init.notYet)
    const findings = result.findings.filter(({ kind }) => kind === 'error')
    return await report({ locale, problems: [], findings, outputs: [], exitCode: 1 }, [], streams)
  } catch (error) {
    if (!(error instanceof NotatError) || error.code === 'internal') throw error
    say(locale.init.notYet)
    for (const found of limitProblems(error.problems.slice(0, mostTold), locale, error.problems.length)) say(describeProblem(found))
    return 1
  }
}

// ── an example ──

const examplesFolder = new URL('../../examples/', import.meta.url)

async function copyExample(name: string, folder: string, locale: Locale, streams: Streams): Promise<number> {
  const entries = await readdir(examplesFolder, { withFileTypes: true })
  const known = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort()
  if (!known.includes(name)) {
    const values = { example: name, nearest: nearestName(name, known) ?? '', known: known.join(', ') }
    throw new NotatError('usage', [problem(locale, 'unknown-example', values)])
  }
  const { say, print } = voicesOf(streams)
  for (const path of await writeNew(folder, await filesOfExample(name), locale)) print(path)
  say(locale.init.copied(inCommand(folder)))
  return 0
}

/** All that an example is made of; what it makes is made again. */
async function filesOfExample(name: string): Promise<Record<string, Uint8Array>> {
  const root = new URL(`${name}/`, examplesFolder)
  const entries = await readdir(root, { withFileTypes: true, recursive: true })
  const files: Record<string, Uint8Array> = {}
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
    const inside = relative(fileURLToPath(root), path).replaceAll('\\', '/')
    if (entry.isFile() && !inside.startsWith('out/')) files[inside] = new Uint8Array(await readFile(path))
  }
  return files
}

// ── files ──

/** @throws NotatError `usage` naming those that are there */
async function refuseExisting(folder: string, names: readonly string[], locale: Locale): Promise<void> {
  const there: string[] = []
  for (const name of names) if ((await statOf(join(folder, name))) !== null) there.push(join(folder, name))
  if (there.length > 0) throw new NotatError('usage', [problem(locale, 'existing-files', { files: there.join(', ') })])
}

/**
 * All files or none; one that is there already with just this content is left as it is.
 *
 * @returns the paths written
 */
async function writeNew(folder: string, files: ProjectFiles, locale: Locale): Promise<string[]> {
  const names: string[] = []
  for (const [name, content] of Object.entries(files)) {
    const there = await readFile(join(folder, name)).catch(unless('ENOENT', 'ENOTDIR', 'EISDIR'))
    if (there === null || !there.equals(Buffer.from(content as string | Uint8Array<ArrayBuffer>))) names.push(name)
  }
  await refuseExisting(folder, names, locale)
  const written: string[] = []
  const made: string[] = []
  try {
    for (const name of names) {
      const path = join(folder, name)
      const first = await mkdir(dirname(path), { recursive: true })
      if (first !== undefined) made.push(...foldersFrom(first, dirname(path)))
      await writeFile(path, files[name] as string | Uint8Array, { flag: 'wx' })
      written.push(path)
    }
  } catch (error) {
    for (const path of written) await rm(path, { force: true })
    for (const path of made.toReversed()) await Promise.allSettled([rmdir(path)])
    throw new NotatError('usage', [problem(locale, 'unwritable-output', { folder, detail: codeOf(error) })])
  }
  return written
}

/** A folder that was made, and those made below it. */
function foldersFrom(first: string, last: string): string[] {
  const folders: string[] = []
  for (let at = resolve(last); at.length >= resolve(first).length; at = dirname(at)) folders.unshift(at)
  return folders
}
