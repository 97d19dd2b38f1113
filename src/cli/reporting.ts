/** What all commands tell in the same way: progress on a terminal, and reports to where they were asked for. */
import { readFileSync } from 'node:fs'
import { appendFile, writeFile } from 'node:fs/promises'
import type { BuildResult } from '../build.js'
import { NotatError, problem } from '../errors.js'
import type { Locale } from '../locale/words.js'
import { jobSummary, type ReportedRun, reporters } from '../report.js'
import type { Arguments } from './arguments.js'

export const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }

/** Where words go: paths and data to `out`, everything for people to `err`. */
export type Streams = { out: Pick<NodeJS.WriteStream, 'write'>; err: Pick<NodeJS.WriteStream, 'write'> & { isTTY?: boolean } }

/** What a command does: resolves to its exit code, throws NotatError. */
export type Work = (asked: Arguments, streams: Streams) => Promise<number>

/** A report that cannot be written is a fault of the call: it must show before anything is made. */
export async function checkReportFiles(chosen: Arguments['reporters'], locale: Locale): Promise<void> {
  for (const { file } of chosen) {
    if (file === null) continue
    try {
      await appendFile(file, '')
    } catch (error) {
      throw new NotatError('usage', [problem(locale, 'unwritable-report', { file, detail: (error as NodeJS.ErrnoException).code ?? '' })])
    }
  }
}

/** What was read. A row may be an answer: where any is withheld, how many there are is not told. */
export function readLines({ dataset, figures }: Pick<BuildResult, 'dataset' | 'figures'>, { cli }: Locale): string[] {
  const isAnyWithheld = figures.withholding.length > 0
  return dataset.sources.map((source) => cli.read({ ...source, rows: isAnyWithheld ? null : source.rows }))
}

/** Text goes to stderr; the other reporters to their file, or to stdout. Without `--reporter` it is text. */
export async function report(run: Omit<ReportedRun, 'version'>, chosen: Arguments['reporters'], streams: Streams): Promise<void> {
  for (const { id, file } of reportersOf(chosen)) {
    const text = reporters[id]({ ...run, version, isColoured: file === null && showsColours(streams.err) })
    if (file !== null) await writeFile(file, text)
    else (id === 'text' ? streams.err : streams.out).write(text)
    const summary = id === 'github' ? process.env.GITHUB_STEP_SUMMARY : undefined
    if (summary) await appendFile(summary, jobSummary({ ...run, version }))
  }
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
      if (isTerminal) err.write(`\r\x1b[K${locale.cli.progress(progress)}`)
    },
    clear,
  }
}
