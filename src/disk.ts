/** A folder → ProjectFiles, and what the system says of files. */
import type { Stats } from 'node:fs'
import { openAsBlob } from 'node:fs'
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { limitProblems, NotatError, type Problem, problem } from './errors.js'
import { defaultLocale, locales } from './locale/index.js'
import type { Locale } from './locale/words.js'
import { nearestName } from './nearest.js'
import { type ProjectFiles, projectFileName, projectFolders, publishedFileName } from './project.js'

/** Data files up to this many bytes are read at once; larger ones stay on disk and are streamed. */
const largestInMemory = 1_000_000
/** The project file is text that somebody has written. */
const largestText = 1_000_000

/** The folder of a project, given itself or its notat.yaml. Does not look whether it is there. */
export function folderOf(path: string): string {
  return basename(path) === projectFileName ? dirname(resolve(path)) : resolve(path)
}

/**
 * Reads a project folder, or that of a notat.yaml: the file itself, and what is in data/, claims/, sections/ and
 * templates/, also what is of no use there, and in folders that are nearly called so: somebody has put it there to be
 * used. All else is left alone, as are hidden files. Names are relative to the folder, with `/` on every system.
 *
 * @throws NotatError `configuration` with everything that is wrong: the folder or its notat.yaml is missing,
 *   something cannot be read, or a link points out of the folder
 */
export async function readProjectFolder(path: string, locale: Locale = locales[defaultLocale]): Promise<ProjectFiles> {
  const root = await rootOf(path, locale)
  const problems: Problem[] = []
  const files: [name: string, content: Uint8Array | Blob][] = []
  const names = [projectFileName]
  if (await lstat(join(root, publishedFileName)).then(() => true, unless('ENOENT'))) names.push(publishedFileName)
  for (const folder of projectFolders) names.push(...(await filesIn(root, folder, locale, problems)))
  for (const name of names) {
    const content = await contentOf(root, name, locale, problems, basename(path) === projectFileName ? dirname(path) : path)
    if (content !== null) files.push([name, content])
  }
  if (problems.length > 0) throw new NotatError('configuration', limitProblems(problems, locale))
  for (const folder of await misnamedFolders(root)) {
    // What cannot be read in a folder that nobody has asked for is no problem of the project's.
    for (const name of await filesIn(root, folder, locale, [])) {
      const content = await contentOf(root, name, locale, [])
      if (content !== null) files.push([name, content])
    }
  }
  return Object.fromEntries(files)
}

/** Folders that are nearly called as one that is read. */
async function misnamedFolders(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true })
  const names = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
  return names.filter((name) => !projectFolders.some((known) => known === name) && nearestName(name, projectFolders) !== null).sort()
}

/** Real path of the project folder. */
async function rootOf(path: string, locale: Locale): Promise<string> {
  const fail = (found: Problem): never => {
    throw new NotatError('configuration', [found])
  }
  try {
    const root = await realpath(folderOf(path))
    return (await stat(root)).isDirectory() ? root : fail(problem(locale, 'not-a-project', { path }))
  } catch (error) {
    if (error instanceof NotatError) throw error
    const isMissing = ['ENOENT', 'ENOTDIR'].includes(codeOf(error))
    return fail(
      isMissing
        ? problem(locale, 'missing-folder', { folder: path })
        : problem(locale, 'unreadable-file', { name: path, detail: codeOf(error) }),
    )
  }
}

/** Names of all files below a folder, in an order that no file system decides; none where there is no such folder. */
async function filesIn(root: string, folder: string, locale: Locale, problems: Problem[]): Promise<string[]> {
  try {
    const found = await lstat(join(root, folder)).catch(unless('ENOENT'))
    if (found === null) return []
    // A folder elsewhere may be of any size, and is none of the project's.
    if (!isInside(root, await realpath(join(root, folder)))) {
      problems.push(problem(locale, 'outside-project', { name: folder }))
      return []
    }
    const entries = await readdir(join(root, folder), { withFileTypes: true })
    const names: string[] = []
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue
      const name = `${folder}/${entry.name}`
      // What Node puts in the place of bytes that are no UTF-8; the file cannot be opened by that name.
      if (entry.name.includes('\ufffd')) problems.push(problem(locale, 'unreadable-name', { name }))
      else if (entry.isDirectory()) names.push(...(await filesIn(root, name, locale, problems)))
      else names.push(name)
    }
    return names.sort()
  } catch (error) {
    problems.push(
      codeOf(error) === 'ENOTDIR'
        ? problem(locale, 'not-a-folder', { name: folder })
        : problem(locale, 'unreadable-file', { name: folder, detail: codeOf(error) }),
    )
    return []
  }
}

function isInside(root: string, path: string): boolean {
  return path.startsWith(root.endsWith(sep) ? root : root + sep)
}

/** null, with the reason in the problems, where it cannot be had. `path`: what the project was asked for by. */
async function contentOf(root: string, name: string, locale: Locale, problems: Problem[], path = root): Promise<Uint8Array | Blob | null> {
  const refuse = (found: Problem): null => {
    problems.push(found)
    return null
  }
  try {
    const file = await realpath(join(root, name))
    if (!isInside(root, file)) return refuse(problem(locale, 'outside-project', { name }))
    const info = await stat(file)
    if (!info.isFile()) return refuse(problem(locale, 'not-a-file', { name }))
    if (name === projectFileName && info.size > largestText)
      return refuse(problem(locale, 'overlong-file', { limit: largestText }, { file: name }))
    return info.size > largestInMemory ? await openAsBlob(file) : new Uint8Array(await readFile(file))
  } catch (error) {
    const isMissing = name === projectFileName && codeOf(error) === 'ENOENT'
    if (isMissing) return refuse(problem(locale, 'missing-project-file', { folder: path }))
    return refuse(problem(locale, 'unreadable-file', { name, detail: codeOf(error) }))
  }
}

/** null where there is nothing of that name. */
export async function statOf(path: string): Promise<Stats | null> {
  return await stat(path).catch(unless('ENOENT'))
}

/** null instead of some errors of the system. */
export function unless(...codes: string[]): (error: unknown) => null {
  return (error) => {
    if (codes.includes(codeOf(error))) return null
    throw error
  }
}

/** The system's short name of an error (`EACCES`), else its message. */
export function codeOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return code ?? message
}
