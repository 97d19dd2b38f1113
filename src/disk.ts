/** A folder → ProjectFiles; outputs → disk, all or nothing. */
import type { Stats } from 'node:fs'
import { openAsBlob } from 'node:fs'
import { copyFile, lstat, mkdir, readdir, readFile, realpath, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
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
    const content = await contentOf(root, name, locale, problems)
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

/** null, with the reason in the problems, where it cannot be had. */
async function contentOf(root: string, name: string, locale: Locale, problems: Problem[]): Promise<Uint8Array | Blob | null> {
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
    if (isMissing) return refuse(problem(locale, 'missing-project-file', { folder: root }))
    return refuse(problem(locale, 'unreadable-file', { name, detail: codeOf(error) }))
  }
}

/** A file to be: its name without folder, and what it holds. */
type Output = { name: string; bytes: Uint8Array }

/**
 * An output on its way: written beside its place under another name; what was in its place is kept under a third
 * until all have theirs.
 */
type Moving = { bytes: Uint8Array; target: string; fresh: string; former: string }

/**
 * Writes all files into a folder, made where it is missing and there are any, or none: everything is written under
 * other names first, and where a name cannot be given to its new file, those that have got theirs are put back as
 * they were.
 *
 * @returns the paths written
 * @throws NotatError `usage` where the folder cannot be written in, is none, or is one that a project is read from
 */
export async function writeOutputs(outputs: readonly Output[], folder: string, locale: Locale = locales[defaultLocale]): Promise<string[]> {
  if (outputs.length === 0) return []
  const files = outputs.map(({ name, bytes }): Moving => {
    const beside = join(folder, `.${basename(name)}.${process.pid}`)
    return { bytes, target: join(folder, basename(name)), fresh: `${beside}.new`, former: `${beside}.old` }
  })
  const made: string[] = []
  const replaced: { file: Moving; isNew: boolean }[] = []
  try {
    const refused = await refusalOf(folder, locale)
    if (refused) throw new NotatError('usage', [refused])
    await makeFolder(folder, made)
    for (const { fresh, bytes } of files) await writeFile(fresh, bytes)
    for (const file of files) {
      const isNew = (await copyFile(file.target, file.former).catch(unless('ENOENT'))) === null
      await rename(file.fresh, file.target)
      replaced.push({ file, isNew })
    }
  } catch (error) {
    const lost = await putBack(files, replaced, made, locale)
    if (error instanceof NotatError) throw error
    throw new NotatError('usage', [problem(locale, 'unwritable-output', { folder, detail: codeOf(error) }), ...lost])
  }
  const kept = await Promise.allSettled(files.map(({ former }) => rm(former, { force: true })))
  const left = kept.flatMap((outcome, index) =>
    outcome.status === 'fulfilled'
      ? []
      : [problem(locale, 'leftover-output', { file: files[index]?.former ?? '', detail: codeOf(outcome.reason) })],
  )
  if (left.length > 0) throw new NotatError('usage', left)
  return files.map(({ target }) => target)
}

/** Why nothing may be written in a folder, whatever the system says of it. */
async function refusalOf(folder: string, locale: Locale): Promise<Problem | null> {
  if ((await statOf(folder))?.isDirectory() === false) return problem(locale, 'output-not-a-folder', { folder })
  const path = resolve(folder)
  const isRead = projectFolders.some((folder) => folder === basename(path)) && (await statOf(join(dirname(path), projectFileName))) !== null
  return isRead ? problem(locale, 'reserved-output', { folder }) : null
}

/**
 * Makes a folder and those above it that are missing, one at a time: Node's own way never ends where a folder may
 * hold none, as /proc.
 */
async function makeFolder(folder: string, made: string[]): Promise<void> {
  if ((await statOf(folder)) !== null) return
  if (dirname(folder) !== folder) await makeFolder(dirname(folder), made)
  await mkdir(folder)
  made.push(folder)
}

/** All as it was before, as far as that can be done; problems where a former file stays under its other name. */
async function putBack(
  files: readonly Moving[],
  replaced: readonly { file: Moving; isNew: boolean }[],
  made: readonly string[],
  locale: Locale,
): Promise<Problem[]> {
  const backed = await Promise.allSettled(
    replaced.map(({ file: { target, former }, isNew }) => (isNew ? rm(target, { force: true }) : rename(former, target))),
  )
  const stuck = replaced.filter(({ isNew }, index) => !isNew && backed[index]?.status === 'rejected').map(({ file }) => file)
  const spare = files.flatMap((file) => (stuck.includes(file) ? [file.fresh] : [file.fresh, file.former]))
  // What goes wrong here would hide why nothing was written.
  await Promise.allSettled(spare.map((path) => rm(path, { force: true })))
  for (const folder of made.toReversed()) await Promise.allSettled([rmdir(folder)])
  return stuck.map(({ target, former }) => problem(locale, 'unrestored-output', { file: target, former }))
}

/** null where there is nothing of that name. */
async function statOf(path: string): Promise<Stats | null> {
  return await stat(path).catch(unless('ENOENT'))
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
