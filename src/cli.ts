/** Arguments → command, exit codes, and what is said when nothing else can be. What a command does is in `cli/`. */
import { type Arguments, type CommandRules, languageAskedFor, parseArguments } from './cli/arguments.js'
import { runAudit } from './cli/audit.js'
import { runBuild } from './cli/build.js'
import { runExplain } from './cli/explain.js'
import { checkReportFiles, report, type Streams, version, type Work } from './cli/reporting.js'
import { detailOf, NotatError, type NotatErrorCode, problem, wordAgain } from './errors.js'
import { defaultLocale, locales } from './locale/index.js'
import { type ReporterId, reporters } from './report.js'

export type { Streams } from './cli/reporting.js'

/**
 * 0 fine · 1 findings or drift · 2 usage or configuration · 3 input data · 70 our own fault. Of several, the highest.
 */
const exitCodes: Record<NotatErrorCode, number> = { contradiction: 1, usage: 2, configuration: 2, data: 3, internal: 70 }

const allReporters = Object.keys(reporters) as ReporterId[]

/** A new command is a file in `cli/` and a line here. */
const commands = {
  build: { run: runBuild, takesFigure: false, idle: ['text', 'confidential'], reporters: allReporters },
  audit: {
    run: runAudit,
    takesFigure: false,
    idle: ['out', 'format', 'check', 'strict', 'document', 'confidential', 'publish'],
    reporters: allReporters,
  },
  explain: {
    run: runExplain,
    takesFigure: true,
    idle: ['out', 'format', 'check', 'strict', 'text', 'verbose', 'publish'],
    reporters: ['text', 'json'],
  },
} satisfies Record<string, CommandRules & { run: Work }>

/** Who reads may stop reading, as `head` does: the rest is then said to nobody, and nothing has gone wrong. */
export function letReadersLeave(...streams: Pick<NodeJS.WriteStream, 'on'>[]): void {
  for (const stream of streams) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  }
}

/** Runs one command line; resolves to its exit code and never throws. */
export async function main(argv: string[], streams: Streams): Promise<number> {
  const print = (line: string) => void streams.out.write(`${line}\n`)
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
    await checkReportFiles(rest.reporters, locale)
    asked = rest
    return await commands[command].run(rest, streams)
  } catch (error) {
    const problems = error instanceof NotatError ? error.problems : [problem(locale, 'internal-error', { detail: detailOf(error) })]
    const exitCode = error instanceof NotatError ? exitCodes[error.code] : exitCodes.internal
    const spokenProblems = asked?.lang ? problems.map((found) => wordAgain(found, locale)) : problems
    await report({ locale, problems: spokenProblems, findings: [], outputs: [], exitCode }, asked?.reporters ?? [], streams)
    return exitCode
  }
}
