/** Arguments → command, exit codes, and what is said when nothing else can be. What a command does is in `cli/`. */
import { type Arguments, type CommandRules, languageAskedFor, parseArguments } from './cli/arguments.js'
import { runAudit } from './cli/audit.js'
import { runBuild } from './cli/build.js'
import { runExplain } from './cli/explain.js'
import { runInit } from './cli/init.js'
import { checkReportFiles, exitCodes, pathsFrom, report, type Streams, unwritable, version, voicesOf, type Work } from './cli/reporting.js'
import { runSchema } from './cli/schema.js'
import { describeProblem, detailOf, NotatError, problem, wordAgain } from './errors.js'
import { defaultLocale, locales } from './locale/index.js'
import { type ReporterId, reporters } from './report.js'

export type { Streams } from './cli/reporting.js'

const allReporters = Object.keys(reporters) as ReporterId[]

const ofNewProjects = ['from', 'example'] as const
const ofProjects = ['root', 'document', 'text', 'format', 'check', 'strict', 'verbose', 'confidential', 'publish'] as const

/** A new command is a file in `cli/` and a line here. */
const commands = {
  build: { run: runBuild, takesFigure: false, idle: ['text', 'confidential', ...ofNewProjects], reporters: allReporters },
  audit: {
    run: runAudit,
    takesFigure: false,
    idle: ['out', 'format', 'check', 'strict', 'document', 'confidential', 'publish', ...ofNewProjects],
    reporters: allReporters,
  },
  explain: {
    run: runExplain,
    takesFigure: true,
    idle: ['out', 'root', 'format', 'check', 'strict', 'text', 'verbose', 'publish', ...ofNewProjects],
    reporters: ['text', 'json'],
  },
  init: { run: runInit, takesFigure: false, takesTables: true, idle: ['out', ...ofProjects], reporters: ['text'] },
  schema: { run: runSchema, takesFigure: false, idle: [...ofNewProjects, ...ofProjects], reporters: ['text'] },
} satisfies Record<string, CommandRules & { run: Work }>

/**
 * Who reads may stop reading, as `head` does: the rest is then said to nobody, and nothing has gone wrong. What else
 * keeps words from being written, as a full disk, is told on stderr, as far as that can be.
 *
 * @returns the exit code that it leads to so far; `onFailure` is told of it where it comes late
 */
export function watchStreams(
  { out, err }: { out: Pick<NodeJS.WriteStream, 'on'>; err: Pick<NodeJS.WriteStream, 'on' | 'write'> },
  onFailure: (exitCode: number) => void,
): void {
  const spoken = locales[languageAskedFor(process.argv.slice(2)) ?? defaultLocale]
  let isTold = false
  out.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return
    onFailure(exitCodes.usage)
    if (!isTold) voicesOf({ out: err, err }).say(describeProblem(unwritable('stdout', error, spoken)))
    isTold = true
  })
  // There is nobody left to tell of it.
  err.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') onFailure(exitCodes.usage)
  })
}

/** Runs one command line; resolves to its exit code and never throws. */
export async function main(argv: string[], streams: Streams): Promise<number> {
  const { print } = voicesOf(streams)
  const locale = locales[languageAskedFor(argv) ?? defaultLocale]
  let asked: Arguments | null = null
  try {
    if (argv.includes('--version') || argv.includes('-V')) {
      print(version)
      return 0
    }
    if (argv.length === 0 || argv.includes('--help') || argv.includes('-h')) {
      print(locale.cli.help)
      return 0
    }
    const { command, ...rest } = parseArguments(argv, commands, locale)
    await checkReportFiles(rest, locale)
    asked = rest
    return await commands[command].run(rest, streams)
  } catch (error) {
    const problems = error instanceof NotatError ? error.problems : [problem(locale, 'internal-error', { detail: detailOf(error) })]
    const exitCode = error instanceof NotatError ? exitCodes[error.code] : exitCodes.internal
    const spokenProblems = asked?.lang ? problems.map((found) => wordAgain(found, locale)) : problems
    const pathOf = asked ? { pathOf: pathsFrom(asked) } : {}
    return report({ locale, problems: spokenProblems, findings: [], outputs: [], exitCode, ...pathOf }, asked?.reporters ?? [], streams)
  }
}
