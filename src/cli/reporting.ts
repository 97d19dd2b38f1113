/** What all commands tell in the same way: progress on a terminal, and reports to where they were asked for. */
import { existsSync, readFileSync } from 'node:fs'
import { appendFile, writeFile } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { BuildResult } from '../build.js'
import { codeOf, folderOf } from '../disk.js'
import { describeProblem, NotatError, type NotatErrorCode, type Problem, type ProblemWords, problem } from '../errors.js'
import type { Locale } from '../locale/words.js'
import { isReadFrom, realPathOf } from '../outputs.js'
import { jobSummary, type ReportedRun, reporters } from '../report.js'
import type { SourceRemark } from '../tally.js'
import { told } from '../text.js'
import type { Arguments } from './arguments.js'

export const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }

/**
 * 0 fine · 1 findings or drift · 2 usage or configuration · 3 input data · 70 our own fault. Of several, the highest.
 */
export const exitCodes: Record<NotatErrorCode, number> = { contradiction: 1, usage: 2, configuration: 2, data: 3, internal: 70 }

/**
 * Where words go: paths and data to `out`, everything for people to `err`. `ask`: on a terminal, what somebody answers
 * to a question; null where there is nobody any more.
 */
export type Streams = {
  out: Pick<NodeJS.WriteStream, 'write'>
  err: Pick<NodeJS.WriteStream, 'write'> & { isTTY?: boolean }
  ask?: ((question: string) => Promise<string | null>) | undefined
}

/** What a command does: resolves to its exit code, throws NotatError. */
export type Work = (asked: Arguments, streams: Streams) => Promise<number>

/**
 * All that is said to people and printed line by line goes through these: nothing in it is a command to a terminal or
 * a CI server, whatever names and texts it is made of.
 */
export function voicesOf({ out, err }: Streams) {
  return {
    say: (words: string) => void err.write(`${told(words)}\n`),
    print: (words: string) => void out.write(`${told(words)}\n`),
  }
}

/**
 * A report that cannot be written, or that would be written over what is read, is a fault of the call: it must show
 * before anything is made.
 */
export async function checkReportFiles({ reporters: chosen, texts }: Arguments, locale: Locale): Promise<void> {
  const read = await Promise.all(texts.map((text) => realPathOf(resolve(text))))
  for (const { file } of chosen) {
    if (file === null) continue
    const isRead = (await isReadFrom(file)) || read.includes(await realPathOf(resolve(file)))
    if (isRead) throw new NotatError('usage', [problem(locale, 'reserved-report', { file })])
    try {
      await appendFile(file, '')
    } catch (error) {
      throw new NotatError('usage', [unwritable(file, error, locale)])
    }
  }
}

/** A report or a stream that could not be written to. */
export function unwritable(file: string, error: unknown, words: ProblemWords): Problem {
  return problem(words, 'unwritable-report', { file, detail: codeOf(error) })
}

/** A file's path from the top of its repository, as other programs know it; what lies elsewhere has its own name. */
export function pathsFrom({ root, path, texts }: Arguments): (file: string) => string {
  const folder = folderOf(path)
  const top = root === undefined ? topOf(folder) : resolve(root)
  const named = new Map(texts.map((text) => [basename(text), resolve(text)]))
  return (file) => {
    const from = relative(top, named.get(file) ?? join(folder, file)).split(sep)
    return from[0] === '..' || isAbsolute(from.join(sep)) ? file : from.join('/')
  }
}

function topOf(folder: string): string {
  for (let at = folder; dirname(at) !== at; at = dirname(at)) if (isThere(join(at, '.git'))) return at
  return process.cwd()
}

/** Where one may not look there is nothing. */
function isThere(path: string): boolean {
  try {
    return existsSync(path)
  } catch (error) {
    if (codeOf(error) === 'ERR_ACCESS_DENIED') return false
    throw error
  }
}

/** What was read. A row may be an answer: where any is withheld, how many there are is not told. */
export function readLines({ dataset, figures }: Pick<BuildResult, 'dataset' | 'figures'>, { cli }: Locale): string[] {
  const isAnyWithheld = figures.withholding.length > 0
  return dataset.sources.flatMap((source) => [
    cli.read({ ...source, rows: isAnyWithheld ? null : source.rows }),
    ...source.remarks.map((remark) => (cli.remarks[remark.kind] as (remark: SourceRemark) => string)(remark)),
  ])
}

/**
 * Text goes to stderr; the other reporters to their file, or to stdout. Without `--reporter` it is text. What cannot
 * be written is told on stderr, and the others are written all the same.
 *
 * @returns the exit code of the run, or of a call with a report that cannot be written
 */
export async function report(run: Omit<ReportedRun, 'version'>, chosen: Arguments['reporters'], streams: Streams): Promise<number> {
  const failed: Problem[] = []
  const write = async (file: string, work: () => Promise<void>) => {
    await work().catch((error) => failed.push(unwritable(file, error, run.locale)))
  }
  for (const { id, file } of reportersOf(chosen)) {
    const text = reporters[id]({ ...run, version, isColoured: file === null && showsColours(streams.err) })
    if (file !== null) await write(file, () => writeFile(file, text))
    else (id === 'text' ? streams.err : streams.out).write(text)
    const summary = id === 'github' ? process.env.GITHUB_STEP_SUMMARY : undefined
    if (summary) await write(summary, () => appendFile(summary, jobSummary({ ...run, version })))
  }
  for (const found of failed) voicesOf(streams).say(describeProblem(found))
  return failed.length > 0 ? Math.max(run.exitCode, exitCodes.usage) : run.exitCode
}

/** The reporters asked for; text where none is. */
export function reportersOf(chosen: Arguments['reporters']): Arguments['reporters'] {
  return chosen.length > 0 ? chosen : [{ id: 'text', file: null }]
}

function showsColours({ isTTY }: Streams['err']): boolean {
  return isTTY === true && !process.env.NO_COLOR
}

/** One line on a terminal that overwrites itself; nothing elsewhere. */
export function showProgress(locale: Locale, err: Streams['err']) {
  const isTerminal = err.isTTY === true
  const clear = () => void (isTerminal && err.write('\r\x1b[K'))
  return {
    show: (progress: Parameters<Locale['cli']['progress']>[0]) => {
      if (isTerminal) err.write(`\r\x1b[K${told(locale.cli.progress(progress))}`)
    },
    clear,
  }
}
