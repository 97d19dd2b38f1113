/** argv → what was asked for, or everything that is wrong with it at once. */
import { parseArgs } from 'node:util'
import { NotatError, type Problem, problem } from '../errors.js'
import { isLocaleId, type LocaleId, localeIds } from '../locale/index.js'
import type { Locale } from '../locale/words.js'
import { nearestName } from '../nearest.js'
import { isTable } from '../project.js'
import { formatsToAskFor, type OutputFormatId } from '../render/index.js'
import { type ReporterId, reporters } from '../report.js'

const options = {
  out: { type: 'string' },
  root: { type: 'string' },
  document: { type: 'string' },
  text: { type: 'string', multiple: true },
  format: { type: 'string' },
  reporter: { type: 'string', multiple: true },
  check: { type: 'boolean' },
  strict: { type: 'boolean' },
  verbose: { type: 'boolean' },
  confidential: { type: 'boolean' },
  publish: { type: 'boolean' },
  from: { type: 'string', multiple: true },
  example: { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
} as const

type OptionName = keyof typeof options

/** What was asked for, of whatever command: a command reads what concerns it and names the rest in its rules. */
export type Arguments = {
  /** what `explain` is asked about; '' for other commands */
  figure: string
  path: string
  /** the path, where one was given */
  folder: string | undefined
  /** tables that a new project begins with */
  from: string[]
  /** the example to be copied */
  example: string | undefined
  out: string | undefined
  /** where the paths of reports to programs begin */
  root: string | undefined
  document: string | undefined
  texts: string[]
  formats: OutputFormatId[] | undefined
  reporters: { id: ReporterId; file: string | null }[]
  check: boolean
  /** what could not be read makes it exit 1 */
  strict: boolean
  verbose: boolean
  /** what is told is written down, so that what is told later builds on it */
  publish: boolean
  /** nothing is withheld from the person who holds the answers */
  confidential: boolean
  lang: LocaleId | undefined
}

/** How a command line of one command looks. */
export type CommandRules = {
  takesFigure: boolean
  /** words that are names of tables are not the folder */
  takesTables?: boolean
  /** options that only other commands use */
  idle: readonly OptionName[]
  reporters: readonly ReporterId[]
}

/**
 * Reads a command line by the rules of the commands there are.
 *
 * @throws NotatError `usage` with all that is wrong with the arguments
 */
export function parseArguments<Name extends string>(
  argv: string[],
  commands: Record<Name, CommandRules>,
  locale: Locale,
): Arguments & { command: Name } {
  // No option has digits: "-8" is a number, which parseArgs would take for one.
  const args = argv.map((word) => (/^-\d/.test(word) ? word.replace('-', '\u2212') : word))
  const { values, positionals, tokens } = parseArgs({ args, options, allowPositionals: true, strict: false, tokens: true })
  const words = wordsGiven(positionals, commands)
  const text = (name: OptionName) => (typeof values[name] === 'string' ? values[name] : undefined)
  const texts = (name: OptionName) => [values[name] ?? []].flat().filter((value) => typeof value === 'string')
  const chosen: Chosen = {
    formats: text('format')
      ?.split(',')
      .map((name) => name.trim()),
    lang: text('lang'),
    reporters: texts('reporter').map((value) => {
      const [id = '', ...file] = value.split('=')
      return { id, file: file.length > 0 ? file.join('=') : null }
    }),
  }
  const given = (Object.keys(options) as OptionName[]).filter((name) => values[name] !== undefined)
  const problems = [
    ...optionProblems(tokens, locale),
    ...wordProblems(words, given, Object.keys(commands), locale),
    ...choiceProblems(chosen, words.rules, locale),
  ]
  if (problems.length > 0) throw new NotatError('usage', problems)
  return {
    ...(chosen as Pick<Arguments, 'formats' | 'lang' | 'reporters'>),
    command: words.command as Name,
    figure: words.figure,
    path: words.path ?? '.',
    folder: words.path,
    from: [...texts('from'), ...words.tables],
    example: text('example'),
    out: text('out'),
    root: text('root'),
    document: text('document'),
    texts: texts('text'),
    check: values.check === true,
    strict: values.strict === true,
    verbose: values.verbose === true,
    confidential: values.confidential === true,
    publish: values.publish === true,
  }
}

// ── options: which there are, and whether they take a value ──

type Token = { kind: 'option'; name: string; rawName: string; value: string | undefined } | { kind: 'positional' | 'option-terminator' }

function optionProblems(tokens: readonly Token[], locale: Locale): Problem[] {
  return tokens.flatMap((token) => {
    if (token.kind !== 'option') return []
    const { name, rawName: option, value } = token
    if (!Object.hasOwn(options, name))
      return [problem(locale, 'unknown-option', { option, nearest: nearest(name, Object.keys(options), '--') })]
    const { type } = options[name as OptionName]
    if (type === 'string' && (value === undefined || value === '')) return [problem(locale, 'missing-option-value', { option })]
    if (type === 'boolean' && value !== undefined) return [problem(locale, 'unexpected-option-value', { option, value })]
    return []
  })
}

// ── words: the command, what it is asked about, the project's path ──

type Words = {
  command: string
  rules: CommandRules | null
  figure: string
  tables: string[]
  path: string | undefined
  surplus: string[]
}

function wordsGiven(positionals: string[], commands: Record<string, CommandRules>): Words {
  const [command = '', ...others] = positionals
  const rules = Object.hasOwn(commands, command) ? (commands[command] ?? null) : null
  const tables = rules?.takesTables ? others.filter(isTable) : []
  const words = others.filter((word) => !tables.includes(word))
  const figure = rules?.takesFigure ? (words.shift() ?? '') : ''
  const [path, ...surplus] = words
  return { command, rules, figure, tables, path, surplus }
}

function wordProblems({ command, rules, figure, surplus }: Words, given: OptionName[], known: string[], locale: Locale): Problem[] {
  const idle = rules?.idle.filter((option) => given.includes(option)) ?? []
  return [
    ...(rules ? [] : [problem(locale, 'unknown-command', { command, nearest: nearest(command, known, ''), known: known.join(', ') })]),
    ...(rules?.takesFigure && figure.trim() === '' ? [problem(locale, 'no-figure-asked', {})] : []),
    ...idle.map((option) => problem(locale, 'idle-option', { option: `--${option}`, command })),
    ...surplus.map((argument) => problem(locale, 'unexpected-argument', { argument })),
  ]
}

// ── choices: values that must be one of a list ──

type Chosen = { formats: string[] | undefined; lang: string | undefined; reporters: { id: string; file: string | null }[] }

function choiceProblems({ formats, lang, reporters: asked }: Chosen, rules: CommandRules | null, locale: Locale): Problem[] {
  const printable: readonly string[] = formatsToAskFor
  const told: readonly string[] = rules?.reporters ?? Object.keys(reporters)
  return [
    ...(formats ?? [])
      .filter((name) => !printable.includes(name))
      .map((format) => problem(locale, 'unknown-format', { format, known: printable.join(', ') })),
    ...(lang === undefined || isLocaleId(lang) ? [] : [problem(locale, 'unknown-locale', { locale: lang, known: localeIds.join(', ') })]),
    ...asked
      .filter(({ id }) => !told.includes(id))
      .map(({ id }) => problem(locale, 'unknown-reporter', { reporter: id, known: told.join(', ') })),
  ]
}

/**
 * The language asked for, before anything else of the arguments is understood: what is wrong with them is told in it.
 */
export function languageAskedFor(argv: string[]): LocaleId | undefined {
  const spoken = argv.find((_, index) => argv[index - 1] === '--lang') ?? argv.find((word) => word.startsWith('--lang='))?.slice(7)
  return spoken !== undefined && isLocaleId(spoken) ? spoken : undefined
}

function nearest(name: string, known: string[], prefix: string): string {
  const found = nearestName(name, known)
  return found ? prefix + found : ''
}
