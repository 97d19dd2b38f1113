/**
 * Outputs → a folder: all of them or none, also where the writing is cut short.
 *
 * ```
 * lock ─▶ end what an earlier run has left ─▶ stage ─▶ commit ─▶ move each to its place ─▶ clear ─▶ unlock
 * ```
 *
 * All files are written into a folder beside, and the commit is one rename of that folder. A run that is killed before
 * it leaves everything as it was; one that is killed after it is ended by the next run, which moves the rest to their
 * places. Whoever reads the folder between these two may see some files of each: for as long as it takes to rename
 * them, or after a kill in just that moment until the next run.
 */

import { renameSync } from 'node:fs'
import { chmod, copyFile, link, mkdir, open, readdir, readFile, realpath, rename, rm, rmdir, stat, unlink } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { codeOf, statOf, unless } from './disk.js'
import { NotatError, type Problem, problem } from './errors.js'
import { checkHanded } from './handed.js'
import { defaultLocale, type LocaleId, localeAskedFor, locales } from './locale/index.js'
import type { Locale } from './locale/words.js'
import { projectFileName, projectFolders, publishedFileName } from './project.js'

/** A file to be: its name without folder, and what it holds. */
type Output = { name: string; bytes: Uint8Array }

/** Folders beside the outputs: what is being written, what is on its way to its place, what is on its way back. */
const [staged, committed, undone] = ['.notat-new', '.notat-ready', '.notat-undo'] as const
const lockName = '.notat-lock'

/**
 * Writes all files into a folder, made where it is missing and there are any, or none. A file that is replaced gives
 * its mode to the new one. Two at once wait for each other, also those of two processes. `locale`: of what is said of
 * problems.
 *
 * @returns the paths written
 * @throws NotatError `usage` where the folder cannot be written in, is none, or is one that a project is read from
 */
export async function writeOutputs(
  outputs: readonly Output[],
  folder: string,
  options: { locale?: LocaleId | undefined } = {},
): Promise<string[]> {
  checkHanded({ outputs, folder, options })
  const locale = localeAskedFor(options.locale) ?? locales[defaultLocale]
  if (outputs.length === 0 && (await unfinishedIn(folder)).length === 0) return []
  const made: string[] = []
  try {
    await checkFolder(folder, locale)
    await makeFolder(folder, made)
    await alone(folder, () => replaceAll(outputs, folder, locale))
  } catch (error) {
    for (const path of made.toReversed()) await Promise.allSettled([rmdir(path)])
    if (error instanceof NotatError) throw error
    throw new NotatError('usage', [problem(locale, 'unwritable-output', { folder: placeIn(folder, error), detail: codeOf(error) })])
  }
  return outputs.map(({ name }) => join(folder, basename(name)))
}

/** What a run that was killed has left in a folder, by name. */
export async function unfinishedIn(folder: string): Promise<string[]> {
  const names = await namesIn(folder)
  return names.filter((name) => [staged, committed, undone, lockName].some((own) => own === name)).sort()
}

/** Of a folder that is gone there are none: what clears it away may be killed as well. */
async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(unless('ENOENT', 'ENOTDIR'))) ?? []
}

async function replaceAll(outputs: readonly Output[], folder: string, locale: Locale): Promise<void> {
  await endEarlier(folder)
  if (outputs.length === 0) return
  try {
    await stage(outputs, folder)
    await rename(join(folder, staged), join(folder, committed))
    await sync(folder)
  } catch (error) {
    await rm(join(folder, staged), { recursive: true, force: true })
    throw error
  }
  try {
    await moveToPlaces(folder)
  } catch (error) {
    await rename(join(folder, committed), join(folder, undone))
    const stuck = await undo(folder, locale)
    throw new NotatError('usage', [
      problem(locale, 'unwritable-output', { folder: placeIn(folder, error), detail: codeOf(error) }),
      ...stuck,
    ])
  }
  await rm(join(folder, committed), { recursive: true }).catch((error) => {
    throw new NotatError('usage', [problem(locale, 'leftover-output', { file: join(folder, committed), detail: codeOf(error) })])
  })
}

/** The file of a folder that stands in the way, where the system says which; else the folder. */
function placeIn(folder: string, error: unknown): string {
  const { dest, path } = error instanceof Error ? (error as NodeJS.ErrnoException & { dest?: string }) : {}
  const isOutput = (file: string | undefined) =>
    file !== undefined && dirname(file) === join(folder) && !basename(file).startsWith('.notat-')
  return [dest, path].find(isOutput) ?? folder
}

/** Whatever an earlier run was killed in is brought to its end: to the new files after its commit, else to the old. */
async function endEarlier(folder: string): Promise<void> {
  await rm(join(folder, staged), { recursive: true, force: true })
  if (await statOf(join(folder, committed))) {
    await moveToPlaces(folder)
    await rm(join(folder, committed), { recursive: true })
  }
  if (await statOf(join(folder, undone))) await undo(folder, locales[defaultLocale])
}

/** Writes the files beside their places, on the disk for good, with what is in their places under its other name. */
async function stage(outputs: readonly Output[], folder: string): Promise<void> {
  const [fresh, former, absent] = ['new', 'old', 'absent'].map((part) => join(folder, staged, part)) as [string, string, string]
  for (const path of [join(folder, staged), fresh, former, absent]) await mkdir(path)
  for (const { name: given, bytes } of outputs) {
    const name = basename(given)
    const target = join(folder, name)
    const file = await open(join(fresh, name), 'w')
    try {
      await file.writeFile(bytes)
      await file.sync().catch(unless(notGranted))
    } finally {
      await file.close()
    }
    const there = await statOf(target)
    if (there?.isFile()) await chmod(join(fresh, name), there.mode & 0o7777)
    const isKept = await keep(target, join(former, name))
    if (!isKept) await (await open(join(absent, name), 'w')).close()
  }
  for (const path of [fresh, former, absent, join(folder, staged)]) await sync(path)
}

/** A file under a second name, without copying it where the disk can. Whether there was one. */
async function keep(target: string, former: string): Promise<boolean> {
  try {
    await link(target, former)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    await copyFile(target, former)
    return true
  }
}

/** Without a pause between them, so that nobody else is on the move. */
async function moveToPlaces(folder: string): Promise<void> {
  const fresh = join(folder, committed, 'new')
  for (const name of (await namesIn(fresh)).sort()) renameSync(join(fresh, name), join(folder, name))
  await sync(folder)
}

/** All as it was before; problems where a former file stays under its other name. */
async function undo(folder: string, locale: Locale): Promise<Problem[]> {
  const [former, absent] = [join(folder, undone, 'old'), join(folder, undone, 'absent')]
  const names = await namesIn(former)
  const backed = await Promise.allSettled(names.map((name) => rename(join(former, name), join(folder, name))))
  for (const name of await namesIn(absent)) await rm(join(folder, name), { force: true })
  const stuck = names.filter((_, index) => backed[index]?.status === 'rejected')
  if (stuck.length === 0) await rm(join(folder, undone), { recursive: true })
  return stuck.map((name) => problem(locale, 'unrestored-output', { file: join(folder, name), former: join(former, name) }))
}

/** A Node that may only read and write certain folders may not ask the disk whether it has written. */
const notGranted = 'ERR_ACCESS_DENIED'

/** What is told to be on the disk is on it. Not all systems let a folder be asked for that. */
async function sync(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync().catch(unless('EINVAL', 'ENOTSUP', notGranted))
  } finally {
    await handle.close()
  }
}

/**
 * Makes a folder and those above it that are missing, one at a time: Node's own way never ends where a folder may
 * hold none, as /proc.
 */
async function makeFolder(folder: string, made: string[]): Promise<void> {
  if ((await statOf(folder)) !== null) return
  if (dirname(folder) !== folder) await makeFolder(dirname(folder), made)
  const isOurs = await mkdir(folder).then(() => true, unless('EEXIST'))
  if (isOurs) made.push(folder)
}

// ── who may write ──

/** @throws NotatError `usage` where nothing may be written in a folder, whatever the system says of it */
export async function checkFolder(folder: string, locale: Locale): Promise<void> {
  if ((await statOf(folder))?.isDirectory() === false) throw new NotatError('usage', [problem(locale, 'output-not-a-folder', { folder })])
  if (await isReadFrom(join(folder, 'x'))) throw new NotatError('usage', [problem(locale, 'reserved-output', { folder })])
}

/**
 * Whether a file is one that a project is read from: its notat.yaml, or whatever is in one of its folders, by whatever
 * path or link it is reached.
 */
export async function isReadFrom(path: string): Promise<boolean> {
  const real = await realPathOf(resolve(path))
  const isProject = async (folder: string) => (await statOf(join(folder, projectFileName))) !== null
  if ([projectFileName, publishedFileName].includes(basename(real)) && (await isProject(dirname(real)))) return true
  for (let folder = dirname(real); dirname(folder) !== folder; folder = dirname(folder)) {
    if (projectFolders.some((name) => name === basename(folder)) && (await isProject(dirname(folder)))) return true
  }
  return false
}

/** The real path of what need not be there yet: of as much of its path as is. */
export async function realPathOf(path: string): Promise<string> {
  const real = await realpath(path).catch(unless('ENOENT', 'ENOTDIR'))
  if (real !== null || dirname(path) === path) return real ?? path
  const above = await realPathOf(dirname(path))
  return above.endsWith(sep) ? above + basename(path) : above + sep + basename(path)
}

/** Those who write in a folder in this process, by its real path: each waits for the one before. */
const waiting = new Map<string, Promise<unknown>>()

async function alone<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const path = await realpath(folder)
  const mine = (waiting.get(path) ?? Promise.resolve()).then(() => locked(path, work))
  // Whoever comes next waits for the end of it, however it ends.
  const ended = Promise.allSettled([mine])
  waiting.set(path, ended)
  try {
    return await mine
  } finally {
    if (waiting.get(path) === ended) waiting.delete(path)
  }
}

/** In milliseconds: how long one waits for another process, how often one looks, and when it is taken for dead. */
const [patience, pause, longest] = [10_000, 20, 60_000]

async function locked<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = join(folder, lockName)
  const given = performance.now()
  while (!(await take(lock))) {
    if (performance.now() - given > patience) throw Object.assign(new Error('locked'), { code: 'EBUSY' })
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  try {
    return await work()
  } finally {
    await unlink(lock).catch(unless('ENOENT'))
  }
}

/** Whether the lock is ours now. One whose holder is gone is taken away, so that the next try may be the first. */
async function take(lock: string): Promise<boolean> {
  const file = await open(lock, 'wx').catch(unless('EEXIST'))
  if (file) {
    await file.writeFile(`${hostname()}\n${process.pid}\n`).finally(() => file.close())
    return true
  }
  const held = await heldBy(lock)
  if (held === null || !held.isGone) return false
  // Somebody else may have taken it away and got it in the meantime: what is moved must be what was seen.
  const aside = `${lock}-${process.pid}`
  await rename(lock, aside).catch(unless('ENOENT'))
  const moved = await readFile(aside, 'utf8').catch(unless('ENOENT'))
  if (moved !== null && moved !== held.text) await link(aside, lock).catch(unless('EEXIST'))
  await rm(aside, { force: true })
  return false
}

async function heldBy(lock: string): Promise<{ text: string; isGone: boolean } | null> {
  const [text, info] = [await readFile(lock, 'utf8').catch(unless('ENOENT')), await stat(lock).catch(unless('ENOENT'))]
  if (text === null || info === null) return null
  const [host = '', pid = ''] = text.split('\n')
  const age = Date.now() - info.mtimeMs
  // One that is killed before it has written its name leaves an empty lock.
  const isGone = text === '' ? age > 1000 : age > longest || (host === hostname() && !isRunning(Number(pid)))
  return { text, isGone }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) !== 'ESRCH'
  }
}
