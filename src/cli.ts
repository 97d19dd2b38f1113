/** Arguments, progress, exit codes. What a command does is elsewhere. */
import { readFileSync } from 'node:fs'
import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { auditProject, build, type Output } from './build.js'
import { folderOf, readProjectFolder, writeOutputs } from './disk.js'
import { describePlace, NotatError, type NotatErrorCode, type Problem, problem, wordAgain } from './errors.js'
import { describeExplanation, type Explanation, explain, figuresMeant, type PrintedPlace, printedPlaces } from './explain.js'
import type { Finding } from './finding.js'
import { locales } from './locale/index.js'
import type { Locale, LocaleId } from './locale/words.js'
import { nearestName } from './nearest.js'
import { parseProject } from './project.js'
import { type OutputFormatId, outputFormats } from './render/index.js'
import { headlinesOf, jobSummary, jsonOf, type ReporterId, type Run, reporters } from './report.js'

/** 0 fine · 1 findings or drift · 2 usage or configuration · 3 input data · 70 our own fault. Of several, the highest. */
const exitCodes: Record<NotatErrorCode, number> = { contradiction: 1, usage: 2, configuration: 2, data: 3, internal: 70 }

const options = {
  out: { type: 'string' },
  document: { type: 'string' },
  text: { type: 'string', multiple: true },
  format: { type: 'string' },
  reporter: { type: 'string', multiple: true },
  check: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
} as const

type Arguments = {
  /** what `explain` is asked about; '' for other commands */
  figure: string
  path: string
  out: string | undefined
  document: string | undefined
  texts: string[]
  formats: OutputFormatId[] | undefined
  reporters: { id: ReporterId; file: string | null }[]
  check: boolean
  lang: LocaleId | undefined
}

type OptionName = keyof typeof options

/** What each command does, its arguments, and what only others use. */
const commands = {
  build: { run: runBuild, takesFigure: false, idle: ['text'], reporters: Object.keys(reporters) },
  audit: { run: runAudit, takesFigure: false, idle: ['out', 'format', 'check', 'document'], reporters: Object.keys(reporters) },
  explain: { run: runExplain, takesFigure: true, idle: ['out', 'format', 'check', 'text'], reporters: ['text', 'json'] },
} satisfies Record<string, CommandRules>
type Command = keyof typeof commands
type CommandRules = {
  run: (asked: Arguments, streams: Streams) => Promise<number>
  takesFigure: boolean
  idle: OptionName[]
  reporters: string[]
}

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }

/** Where words go: paths and data to `out`, everything for people to `err`. */
export type Streams = { out: Pick<NodeJS.WriteStream, 'write'>; err: Pick<NodeJS.WriteStream, 'write'> & { isTTY?: boolean } }

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
  const spoken = argv.find((_, index) => argv[index - 1] === '--lang') ?? argv.find((word) => word.startsWith('--lang='))?.slice(7)
  const locale = locales[isLocale(spoken) ? spoken : 'da']
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
    const { command, ...rest } = parseArguments(argv, locale)
    await checkReportFiles(rest.reporters, locale)
    asked = rest
    return await commands[command].run(rest, streams)
  } catch (error) {
    const problems = error instanceof NotatError ? error.problems : [problem(locale, 'internal-error', { detail: detailOf(error) })]
    const exitCode = error instanceof NotatError ? exitCodes[error.code] : exitCodes.internal
    const spokenProblems = asked?.lang ? problems.map((found) => wordAgain(found, locale)) : problems
    await report({ version, locale, problems: spokenProblems, findings: [], outputs: [], exitCode }, asked?.reporters ?? [], streams)
    return exitCode
  }
}

async function runBuild(asked: Arguments, streams: Streams): Promise<number> {
  const say = (line: string) => void streams.err.write(`${line}\n`)
  const started = performance.now()
  const folder = await folderOf(asked.path)
  const project = parseProject(await readProjectFolder(asked.path))
  const locale = locales[asked.lang ?? project.locale]
  const progress = showProgress(locale, streams.err)
  const result = await build(project, { document: asked.document, formats: asked.formats, onProgress: progress.show }).finally(
    progress.clear,
  )

  for (const source of result.dataset.sources) say(locale.cli.read(source))
  for (const line of headlinesOf(result.figures, project, locale)) say(line)
  for (const accept of result.unmatched) say(locale.cli.unmatchedAccept({ finding: accept.finding, line: accept.line }))

  const outFolder = resolve(asked.out ?? join(folder, 'out'))
  const drifted = asked.check ? await driftOf(result.outputs, outFolder, locale) : []
  const outputs = asked.check || result.isStopped ? [] : await writeOutputs(result.outputs, outFolder)
  const exitCode = result.isStopped || drifted.length > 0 ? 1 : 0
  await report({ version, locale, problems: [], findings: shownFindings(result), outputs, exitCode }, asked.reporters, streams)

  const seconds = (performance.now() - started) / 1000
  if (result.isStopped) say(locale.cli.stopped)
  else if (project.documents.length === 0) say(locale.cli.noDocuments)
  else if (asked.check) for (const line of locale.cli.checked({ drifted, count: result.outputs.length })) say(line)
  else
    say(locale.cli.written({ count: outputs.length, folder: outFolder, seconds: seconds.toFixed(1).replace('.', locale.numbers.decimal) }))
  if (!asked.reporters.some(({ id, file }) => id !== 'text' && file === null)) for (const path of outputs) streams.out.write(`${path}\n`)
  return exitCode
}

/** Exits 1 where something printed cannot be right and nobody has accepted it. */
async function runAudit(asked: Arguments, streams: Streams): Promise<number> {
  const say = (line: string) => void streams.err.write(`${line}\n`)
  const project = parseProject(await readProjectFolder(asked.path))
  const locale = locales[asked.lang ?? project.locale]
  const texts = await Promise.all(asked.texts.map((path) => textAt(path, locale)))
  const progress = showProgress(locale, streams.err)
  const result = await auditProject(project, { texts, onProgress: progress.show }).finally(progress.clear)
  const findings = result.findings.filter(({ kind }) => kind !== 'rounding')
  const errors = findings.filter(({ kind, accepted }) => kind === 'error' && accepted === null).length

  for (const source of result.dataset.sources) say(locale.cli.read(source))
  for (const accept of result.unmatched) say(locale.cli.unmatchedAccept({ finding: accept.finding, line: accept.line }))
  const exitCode = errors > 0 ? 1 : 0
  await report({ version, locale, problems: [], findings, outputs: [], exitCode }, asked.reporters, streams)
  for (const { text, reason, place } of result.notChecked)
    say(locale.cli.notChecked({ text, reason, place: describePlace(place), page: place.page ?? null }))
  say(locale.cli.audited({ claims: result.claims, errors, others: findings.length - errors }))
  return exitCode
}

async function textAt(path: string, locale: Locale): Promise<{ name: string; bytes: Uint8Array }> {
  try {
    return { name: basename(path), bytes: await readFile(path) }
  } catch (error) {
    throw new NotatError('usage', [problem(locale, 'unreadable-file', { name: path, detail: (error as NodeJS.ErrnoException).code ?? '' })])
  }
}

/** The findings that are shown: all but those that agree by rounding. */
function shownFindings({ findings }: { findings: Finding[] }): Finding[] {
  return findings.filter(({ kind }) => kind === 'error' || kind === 'advice')
}

/** Names of outputs that are missing in the folder or hold other bytes there. */
async function driftOf(outputs: Output[], folder: string, locale: Locale): Promise<string[]> {
  const compared = await Promise.all(
    outputs.map(async ({ name, bytes }) => {
      const there = await readFile(join(folder, name)).catch((error: NodeJS.ErrnoException) => {
        if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(error.code ?? '')) return null
        throw new NotatError('configuration', [problem(locale, 'unreadable-file', { name: join(folder, name), detail: error.code ?? '' })])
      })
      return there !== null && Buffer.compare(there, bytes) === 0 ? null : name
    }),
  )
  return compared.filter((name) => name !== null)
}

/** A report that cannot be written is a fault of the call: it must show before anything is made. */
async function checkReportFiles(chosen: Arguments['reporters'], locale: Locale): Promise<void> {
  for (const { file } of chosen) {
    if (file === null) continue
    try {
      await appendFile(file, '')
    } catch (error) {
      throw new NotatError('usage', [problem(locale, 'unwritable-report', { file, detail: (error as NodeJS.ErrnoException).code ?? '' })])
    }
  }
}

/** Text goes to stderr; the other reporters to their file, or to stdout. Without `--reporter` it is text. */
async function report(run: Run, chosen: Arguments['reporters'], streams: Streams): Promise<void> {
  for (const { id, file } of chosen.length > 0 ? chosen : [{ id: 'text' as const, file: null }]) {
    const text = reporters[id]({ ...run, isColoured: file === null && showsColours(streams.err) })
    if (file !== null) await writeFile(file, text)
    else (id === 'text' ? streams.err : streams.out).write(text)
    const summary = id === 'github' ? process.env.GITHUB_STEP_SUMMARY : undefined
    if (summary) await appendFile(summary, jobSummary(run))
  }
}

function showsColours({ isTTY }: Streams['err']): boolean {
  return isTTY === true && !process.env.NO_COLOR
}

async function runExplain(asked: Arguments, streams: Streams): Promise<number> {
  const project = parseProject(await readProjectFolder(asked.path))
  const locale = locales[asked.lang ?? project.locale]
  const progress = showProgress(locale, streams.err)
  const { dataset, figures, documents, isStopped } = await build(project, {
    document: asked.document,
    formats: [],
    onProgress: progress.show,
  }).finally(progress.clear)
  if (isStopped) streams.err.write(`${locale.cli.notComposed}\n`)

  const places = documents.map(printedPlaces)
  const countedIn = dataset.sources.filter(({ holds }) => holds === 'answers' || holds === 'counts').map(({ file }) => file)
  const explained = figuresMeant(asked.figure, figures, documents, locale).flatMap((id): Explained[] => {
    const document = documents.find((each) => each.figures.some((figure) => figure.id === id))
    const basis = project.documents.find((spec) => spec.id === document?.id)?.changeBasis ?? 'printed'
    const explanation = explain(id, figures, { basis, countedIn }) ?? (document && explain(id, document))
    return explanation ? [{ ...explanation, printedIn: places.flatMap((each) => each.get(id) ?? []) }] : []
  })
  if (explained.length === 0) {
    const ids = [...Object.keys(figures.figures), ...documents.flatMap((document) => document.figures.map(({ id }) => id))]
    throw new NotatError('usage', [
      problem(locale, 'no-such-figure', { figure: asked.figure, nearest: nearestIds(asked.figure, ids).join(', ') }),
    ])
  }
  const answers = {
    text: () => (explained.length === 1 ? explained.map((each) => textOf(each, locale)).join('') : listOf(asked.figure, explained, locale)),
    json: () => jsonOf({ schemaVersion: 1, notat: version, exitCode: 0, explanations: explained }),
  }
  for (const { id, file } of asked.reporters.length > 0 ? asked.reporters : [{ id: 'text' as const, file: null }]) {
    const text = answers[id === 'json' ? 'json' : 'text']()
    if (file !== null) await writeFile(file, text)
    else streams.out.write(text)
  }
  return 0
}

type Explained = Explanation & { printedIn: PrintedPlace[] }

/** A figure and, indented under it, all it is made from. */
function textOf(explained: Explained, locale: Locale): string {
  const { explain: words, cli } = locale
  const seen = new Set<string>()
  const linesFor = (explanation: Explanation, indent: string, printedIn: PrintedPlace[] | null): string[] => {
    const { name, number, lines } = describeExplanation(explanation, locale)
    const title = `${indent}${name}${number === null ? '' : `: ${number}`}`
    if (seen.has(explanation.figure)) return explanation.inputs.length > 0 ? [`${title} (${cli.explainedAbove})`] : [title]
    seen.add(explanation.figure)
    return [
      title,
      ...(printedIn ? [`${indent}${explanation.figure}`, ''] : []),
      ...lines.flatMap(({ label, text, calculation }) => [
        `${indent}  ${label}: ${text}`,
        ...(calculation === null ? [] : [`${indent}    ${calculation}`]),
      ]),
      ...(printedIn ? [`${indent}  ${words.labels.printedIn}: ${printedInText(printedIn, locale)}`] : []),
      ...(explanation.inputs.length === 0 ? [] : [`${indent}  ${words.labels.inputs}:`]),
      ...explanation.inputs.flatMap((input) => linesFor(input, `${indent}    `, null)),
    ]
  }
  return `${linesFor(explained, '', explained.printedIn).join('\n')}\n`
}

/** "orientering-2024 (Konklusion, Tabel 1)" */
function printedInText(places: PrintedPlace[], locale: Locale): string {
  const documents = [...new Set(places.map(({ document }) => document))]
  const texts = documents.map((document) => {
    const inDocument = places.filter((place) => place.document === document).map(locale.explain.printedPlace)
    return `${document} (${inDocument.join(', ')})`
  })
  return texts.join('; ') || locale.cli.notPrinted
}

/** Several figures are printed as the number: their ids and what they are called. */
function listOf(asked: string, explained: Explained[], locale: Locale): string {
  const width = Math.max(...explained.map(({ figure }) => figure.length))
  const lines = explained.map((each) => `  ${each.figure.padEnd(width)}  ${describeExplanation(each, locale).name}`)
  return `${[locale.cli.severalFigures({ number: asked, count: explained.length }), ...lines].join('\n')}\n`
}

/** The ids nearest to what was written, nearest first. */
function nearestIds(asked: string, ids: string[]): string[] {
  const found: string[] = []
  while (found.length < 3) {
    const next = nearestName(
      asked,
      ids.filter((id) => !found.includes(id)),
    )
    if (next === null) break
    found.push(next)
  }
  return found
}

/** One line on a terminal that overwrites itself; nothing elsewhere. */
function showProgress(locale: Locale, err: Streams['err']) {
  const isTerminal = err.isTTY === true
  const clear = () => void (isTerminal && err.write('\r\x1b[K'))
  return {
    show: (progress: Parameters<Locale['cli']['progress']>[0]) => {
      if (isTerminal) err.write(`\r\x1b[K${locale.cli.progress(progress)}`)
    },
    clear,
  }
}

/** All that is wrong with the arguments, at once. */
function parseArguments(argv: string[], locale: Locale): Arguments & { command: Command } {
  const problems: Problem[] = []
  // No option has digits: "-8" is a number, which parseArgs would take for one.
  const args = argv.map((word) => (/^-\d/.test(word) ? word.replace('-', '\u2212') : word))
  const { values, positionals, tokens } = parseArgs({ args, options, allowPositionals: true, strict: false, tokens: true })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const known = options[token.name as keyof typeof options]
    if (!known)
      problems.push(problem(locale, 'unknown-option', { option: token.rawName, nearest: nearest(token.name, Object.keys(options), '--') }))
    else if (known.type === 'string' && (token.value === undefined || token.value === ''))
      problems.push(problem(locale, 'missing-option-value', { option: token.rawName }))
    else if (known.type === 'boolean' && token.value !== undefined)
      problems.push(problem(locale, 'unexpected-option-value', { option: token.rawName, value: token.value }))
  }
  const [command = '', ...words] = positionals
  const rules: CommandRules | null = Object.hasOwn(commands, command) ? commands[command as Command] : null
  const figure = rules?.takesFigure ? (words.shift() ?? '') : ''
  const [path = '.', ...surplus] = words
  if (!rules)
    problems.push(
      problem(locale, 'unknown-command', {
        command,
        nearest: nearest(command, Object.keys(commands), ''),
        known: Object.keys(commands).join(', '),
      }),
    )
  if (rules?.takesFigure && figure.trim() === '') problems.push(problem(locale, 'no-figure-asked', {}))
  for (const option of rules?.idle ?? []) {
    if (values[option] !== undefined) problems.push(problem(locale, 'idle-option', { option: `--${option}`, command }))
  }
  for (const word of surplus) problems.push(problem(locale, 'unexpected-argument', { argument: word }))

  const text = (name: 'out' | 'document' | 'format' | 'lang') => (typeof values[name] === 'string' ? values[name] : undefined)
  const printable = outputFormats.filter(({ id }) => id !== 'figures').map(({ id }) => id)
  const formats = text('format')
    ?.split(',')
    .map((name) => name.trim())
  for (const name of formats ?? []) {
    if (!printable.includes(name as OutputFormatId))
      problems.push(problem(locale, 'unknown-format', { format: name, known: printable.join(', ') }))
  }
  const lang = text('lang')
  if (lang !== undefined && !isLocale(lang))
    problems.push(problem(locale, 'unknown-locale', { locale: lang, known: Object.keys(locales).join(', ') }))
  const chosen = (Array.isArray(values.reporter) ? values.reporter : []).filter((value) => typeof value === 'string')
  const asked = chosen.map((value) => {
    const [id = '', ...file] = value.split('=')
    const known = rules?.reporters ?? Object.keys(reporters)
    if (!known.includes(id)) problems.push(problem(locale, 'unknown-reporter', { reporter: id, known: known.join(', ') }))
    return { id: id as ReporterId, file: file.length > 0 ? file.join('=') : null }
  })
  if (problems.length > 0) throw new NotatError('usage', problems)
  return {
    command: command as Command,
    figure,
    path,
    out: text('out'),
    document: text('document'),
    texts: Array.isArray(values.text) ? values.text.filter((value) => typeof value === 'string') : [],
    formats: formats as OutputFormatId[] | undefined,
    reporters: asked,
    check: values.check === true,
    lang: lang as LocaleId | undefined,
  }
}

function nearest(name: string, known: string[], prefix: string): string {
  const found = nearestName(name, known)
  return found ? prefix + found : ''
}

function isLocale(id: string | undefined): id is LocaleId {
  return id !== undefined && Object.hasOwn(locales, id)
}

function detailOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
