/** A folder → ProjectFiles; outputs → disk, all or nothing. */
import { openAsBlob } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { NotatError, problem } from './errors.js'
import { type Locale, locales } from './locale/index.js'
import { type ProjectFiles, projectFileName } from './project.js'

/** What of a project folder is read; everything else in it is left alone. */
const folders = ['data', 'claims', 'sections', 'templates']

/** Files up to this many bytes are read at once; larger ones stay on disk and are streamed. */
const largestInMemory = 1_000_000

/** The folder of a project, given itself or its notat.yaml. Does not look whether it is there. */
export function folderOf(path: string): string {
  return basename(path) === projectFileName ? dirname(resolve(path)) : resolve(path)
}

/**
 * Reads a project folder, or that of a notat.yaml: the file itself, and what is in data/, claims/, sections/ and templates/. Names are relative to
 * the folder, with `/` on every system. Hidden files are left out.
 *
 * @throws NotatError `configuration` where the folder or its notat.yaml is missing, a file cannot be read, or a link points out of the folder
 */
export async function readProjectFolder(path: string, locale: Locale = locales.da): Promise<ProjectFiles> {
  const folder = folderOf(path)
  const root = await realpath(folder).catch(unless('ENOENT', 'ENOTDIR'))
  if (root === null || !(await stat(root)).isDirectory()) {
    throw new NotatError('configuration', [problem(locale, 'missing-folder', { folder: path })])
  }
  const inside = root.endsWith(sep) ? root : root + sep
  const found = await Promise.all(folders.map((name) => filesIn(root, name)))
  const names = [projectFileName, ...found.flat()]
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await contentOf(inside, name, locale)] as const)))
}

/** Names of all files below a folder, in an order that no file system decides; none where there is no such folder. */
async function filesIn(root: string, folder: string): Promise<string[]> {
  const entries = (await readdir(join(root, folder), { withFileTypes: true }).catch(unless('ENOENT', 'ENOTDIR'))) ?? []
  const shown = entries.filter(({ name }) => !name.startsWith('.'))
  const below = await Promise.all(
    shown.map((entry) => (entry.isDirectory() ? filesIn(root, `${folder}/${entry.name}`) : [`${folder}/${entry.name}`])),
  )
  return below.flat().sort()
}

/** @param inside real path of the project folder, with a separator at its end */
async function contentOf(inside: string, name: string, locale: Locale): Promise<Uint8Array | Blob> {
  try {
    const file = await realpath(join(inside, name))
    if (!file.startsWith(inside)) throw new NotatError('configuration', [problem(locale, 'outside-project', { name })])
    const info = await stat(file)
    if (!info.isFile()) throw new NotatError('configuration', [problem(locale, 'unreadable-file', { name, detail: 'EISDIR' })])
    return info.size > largestInMemory && name !== projectFileName ? await openAsBlob(file) : new Uint8Array(await readFile(file))
  } catch (error) {
    if (error instanceof NotatError) throw error
    const isMissing = name === projectFileName && codeOf(error) === 'ENOENT'
    const found = isMissing
      ? problem(locale, 'missing-project-file', { folder: inside.slice(0, -sep.length) })
      : problem(locale, 'unreadable-file', { name, detail: codeOf(error) })
    throw new NotatError('configuration', [found])
  }
}

/** A file to be: its name without folder, and what it holds. */
type Output = { name: string; bytes: Uint8Array }

/**
 * Writes all files into a folder, made where it is missing and there are any, or none: everything is written under other names first, and where a name cannot be
 * given to its new file, those that have got theirs are put back as they were.
 *
 * @returns the paths written
 * @throws NotatError `usage` where the folder cannot be written in
 */
export async function writeOutputs(outputs: readonly Output[], folder: string, locale: Locale = locales.da): Promise<string[]> {
  if (outputs.length === 0) return []
  const files = outputs.map(({ name, bytes }) => {
    const beside = join(folder, `.${basename(name)}.${process.pid}`)
    return { bytes, target: join(folder, basename(name)), fresh: `${beside}.new`, former: `${beside}.old` }
  })
  const replaced: { target: string; former: string | null }[] = []
  let made: string | undefined
  try {
    made = await mkdir(folder, { recursive: true })
    for (const { fresh, bytes } of files) await writeFile(fresh, bytes)
    for (const { target, fresh, former } of files) {
      const isNew = (await copyFile(target, former).catch(unless('ENOENT'))) === null
      await rename(fresh, target)
      replaced.push({ target, former: isNew ? null : former })
    }
    return files.map(({ target }) => target)
  } catch (error) {
    for (const { target, former } of replaced) await (former === null ? rm(target) : rename(former, target))
    throw new NotatError('usage', [problem(locale, 'unwritable-output', { folder, detail: codeOf(error) })])
  } finally {
    for (const { fresh, former } of files)
      await Promise.all([rm(fresh, { force: true }), rm(former, { force: true })]).catch(unless('ENOTDIR'))
    if (made !== undefined && replaced.length < files.length) await rm(made, { recursive: true })
  }
}

/** null instead of some errors of the system. */
function unless(...codes: string[]): (error: unknown) => null {
  return (error) => {
    if (codes.includes(codeOf(error))) return null
    throw error
  }
}

/** The system's short name of an error (`EACCES`), else its message. */
function codeOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return code ?? message
}
