/** What can be wrong with what we are given: every problem's code, its values, and what words must be had for it. */

import { codePoint } from './text.js'

/** Where something stands in what the user has written or printed. Lines and columns count from 1. */
export type Place = {
  /** name inside the project: `notat.yaml`, `data/2024.csv` */
  file: string
  line?: number
  column?: number
  sheet?: string
  cell?: string
  page?: number
  /** the words as they stand there */
  words?: string
}

/**
 * Every kind of problem and the values its wording needs. The wording is in the locale files, under the same code.
 * Codes are part of the public contract: lower case, hyphens, the failing state as a noun.
 */
export interface ProblemValues {
  /** our own fault: something that cannot happen has happened */
  'internal-error': { detail: string }
  // scales and distributions; `known` the ids there are
  'unknown-scale': { scale: string; known: string }
  'flat-scale': { scale: string }
  'unknown-scale-option': { option: string; scale: string; known: string }
  'unscored-option': { option: string; scale: string; known: string }
  'broken-count': { count: string; option: string }
  'mixed-scales': { first: string; second: string }
  /** `options`: joined by + */
  'several-ticks': { scale: string; options: string }
  // command line; `nearest` is empty where no known name is near
  'unknown-command': { command: string; nearest: string; known: string }
  'unknown-option': { option: string; nearest: string }
  'missing-option-value': { option: string }
  'unexpected-option-value': { option: string; value: string }
  'unexpected-argument': { argument: string }
  'unknown-format': { format: string; known: string }
  'unknown-reporter': { reporter: string; known: string }
  'unknown-locale': { locale: string; known: string }
  'unknown-document': { document: string; known: string }
  'idle-option': { option: string; command: string }
  'no-figure-asked': Record<never, never>
  'no-such-figure': { figure: string; nearest: string }
  // a new project; `files`: names of those that are there already
  'existing-files': { files: string }
  'unknown-example': { example: string; nearest: string; known: string }
  // documents read as text; `known` the endings there are, `detail` what the PDF reader says
  'unknown-text-format': { file: string; known: string }
  'unreadable-pdf': { file: string; detail: string }
  'no-text-in-pdf': { file: string }
  /** characters without a paragraph's end */
  'overlong-passage': { limit: number }
  /** `limit`: megabytes that a part of it may unpack to */
  'overlong-pdf': { file: string; limit: number }
  // templates; `known` the names there are
  'unknown-template': { template: string; nearest: string; known: string }
  'mismatched-section': { section: string; missingIn: 'frontMatter' | 'text' }
  'unknown-section': { file: string; nearest: string; known: string }
  /** what a text of a project is placed after, which is no section and no heading */
  'unknown-placement': { after: string; nearest: string; known: string }
  'needless-placement': { section: string }
  'circular-placement': { name: string; through: string }
  'section-without-heading': { section: string }
  // `found`, `expected`: signs of the template; '' where it is no single one
  'broken-template':
    | { trouble: 'mismatch'; opened: string; closed: string }
    | { trouble: 'unexpected' | 'ended'; found: string; expected: string }
    | { trouble: 'expression'; text: string }
  'broken-front-matter': { detail: string }
  'unknown-field': { field: string; template: string; known: string }
  'missing-field': { field: string; label: string; document: string }
  'broken-field': { field: string; value: string; type: string }
  'unknown-template-name': { name: string; nearest: string; known: string }
  'taken-name': { name: string }
  'unknown-helper': { helper: string; nearest: string; known: string }
  'circular-name': { name: string; through: string }
  'unprinted-exhibit': { name: string; word: string }
  'exhibit-printed-twice': { name: string; word: string }
  // declared tables and charts; `column` and `number` as written
  'nameless-row': { exhibit: string }
  'nameless-column': { exhibit: string; column: string }
  'nameless-exhibit': { exhibit: string }
  'unlike-rows': { exhibit: string; first: string; second: string }
  'rows-repeated': { exhibit: string; first: string; second: string }
  'unread-key': { key: string; kind: string; reads: string }
  'undrawn-number': { exhibit: string; number: string }
  'missing-argument': { helper: string; fewest: number }
  'unknown-argument': { helper: string; argument: string; known: string }
  /** something asked of a call in parentheses, `(parts limit=1).first` */
  'attribute-of-call': { attribute: string }
  'wrong-argument': { helper: string; argument: string; expected: string }
  'unknown-state': { state: string; of: string; nearest: string; known: string }
  'unguarded-absence': { name: string }
  'missing-section': { section: string; document: string }
  'unprintable-value': { name: string; expected: string }
  'not-in-templates': { what: string }
  'private-use-character': { name: string }
  /** too many steps, marks in a paragraph, or blocks, lists or emphasis inside each other */
  'overlong-template': { limit: number; of: 'steps' | 'levels' | 'marks' }
  'unknown-exhibit': { target: string; nearest: string; known: string }
  'unknown-attachment': { attachment: string; document: string; known: string }
  'typed-number': { number: string; id: string }
  // a value, a tree or a dataset that another program hands over; `argument`: what it is called, `findings`: ids
  'unfit-argument': { argument: string }
  'unknown-block': { type: string }
  'unsafe-link': { href: string }
  'contradictory-data': { findings: string }
  // PDF; `characters` are those the font lacks, `text` where they stand
  'missing-glyph': { characters: string; text: string; font: string }
  // project folder and outputs; `detail` is the system's own error code
  'missing-folder': { folder: string }
  'missing-project-file': { folder: string }
  'not-a-project': { path: string }
  'not-a-folder': { name: string }
  'not-a-file': { name: string }
  'unreadable-name': { name: string }
  'outside-project': { name: string }
  'unreadable-file': { name: string; detail: string }
  'unwritable-output': { folder: string; detail: string }
  'output-not-a-folder': { folder: string }
  'reserved-output': { folder: string }
  'unrestored-output': { file: string; former: string }
  'leftover-output': { file: string; detail: string }
  'unwritable-report': { file: string; detail: string }
  'reserved-report': { file: string }
  'more-problems': { count: number }
  // notat.yaml; `nearest` is empty where no known name is near
  'unreadable-text': Record<never, never>
  'overlong-file': { limit: number }
  'yaml-tab': Record<never, never>
  'yaml-colon': Record<never, never>
  'yaml-comma': { key: string }
  'yaml-alias': { detail: string }
  'yaml-syntax': { detail: string }
  'complex-key': Record<never, never>
  'deep-nesting': { limit: number }
  'duplicate-key': { key: string }
  'unprintable-text': { found: string }
  /** `wanted`: what is to be written instead of the mark that a new project has there; '' where that is not said */
  'left-to-write': { key: string; wanted: string; mark: string }
  'unknown-key': { key: string; nearest: string; known: string }
  'missing-key': { key: string }
  'empty-value': { key: string }
  'wrong-kind': { found: string; expected: 'text' | 'list' | 'map' | 'number' | 'integer' | 'boolean' }
  'wrong-value': { found: string; detail: string }
  'unknown-choice': { found: string; nearest: string; known: string }
  'short-list': { key: string; minimum: number }
  'small-number': { found: string; minimum: number }
  'invalid-date': { found: string }
  'invalid-id': { found: string }
  'duplicate-id': { id: string; line: number }
  'duplicate-document': { id: string; line: number }
  'built-in-id': { id: string }
  'reserved-id': { id: string }
  'reversed-period': { from: string; to: string }
  'overlapping-periods': { period: string; other: string; line: number }
  /** `counts:` at an item that is answered on another scale than yes and no; both are ids */
  'counted-opinions': { item: string; scale: string }
  /** ids: an index of several items, and one of those it is made of */
  'nested-composite': { item: string; member: string }
  'mixed-composite': { item: string; member: string; scale: string; expected: string }
  'composite-answer': { item: string }
  'half-of-one': { item: string }
  /** options to tick have no score: ids of an item, its scale, an option */
  'ticked-scale': { item: string; scale: string }
  'unticked-scale': { item: string; scale: string }
  'mixed-options': { option: string; scale: string }
  'unordered-option': { option: string; scale: string }
  'shared-option-name': { name: string; options: string; scale: string }
  'unknown-reference': { kind: ReferenceKind; found: string; nearest: string; known: string }
  'ambiguous-reference': { kind: ReferenceKind; found: string; candidates: string }
  'counted-benchmark': { benchmark: string }
  'not-a-leaf': { segment: string; parts: string }
  'later-comparison': { period: string; compareWith: string }
  'circular-attachment': { document: string; chain: string }
  'nested-attachment': { document: string }
  // data; `column` is our name for it, `nearest` as above
  'unread-format': { known: string }
  'empty-file': Record<never, never>
  /** `detail`: what the reader of workbooks says */
  'unreadable-workbook': { detail: string }
  'encrypted-workbook': Record<never, never>
  /** `limit`: megabytes; `of`: the file itself, or what it unpacks to */
  'overlong-workbook': { limit: number; of: 'file' | 'content' }
  'unknown-sheet': { found: string; nearest: string; known: string }
  'undecided-sheet': { known: string; first: string }
  'needless-sheet': { format: string }
  /** a table as it was printed that goes on beyond what is read at a time */
  'long-printed-table': Record<never, never>
  /** the lines where each has its headings */
  'several-tables': { first: number; second: number }
  /** two groups that one row begins with */
  'tables-beside': { first: string; second: string }
  'turned-table': { period: string; group: string }
  'error-cell': { found: string }
  'formula-without-value': Record<never, never>
  'date-for-number': { found: string }
  'binary-file': Record<never, never>
  'unmarked-utf16': Record<never, never>
  'unclosed-quote': Record<never, never>
  'text-after-quote': { found: string }
  'overlong-cell': { limit: number }
  'too-many-columns': { limit: number }
  'surplus-cells': { found: number; expected: number }
  'unknown-layout': { headings: string }
  'missing-column': { column: string; nearest: string; headings: string }
  'missing-heading': { heading: string; nearest: string; headings: string }
  /** `isAlike`: both have the same heading */
  'duplicate-column': { column: string; heading: string; other: number; isAlike: 'yes' | '' }
  'constant-and-column': { column: string }
  'missing-value': { column: string }
  /** rows that say of no item what they tell, in a survey of several; `items`: their ids and labels, `first` an id */
  'missing-item': { items: string; first: string }
  /** a heading that is a name of several items; `items` as above */
  'ambiguous-heading': { heading: string; items: string; first: string }
  'undecided-segment': { provider: string; segments: string }
  /** answers to an item of which several options may be ticked; `option`, `others`: labels, `options`: ids */
  'unreadable-tick': { found: string; option: string }
  'contradictory-ticks': { option: string; others: string }
  'missing-ticks': { item: string; options: string }
  'ticked-rows': { item: string }
  /** both are ids */
  'unfit-metric': { metric: string; scale: string }
  'foreign-provider': { provider: string; segment: string }
  'unreadable-date': { found: string }
  'date-outside-periods': { date: string; periods: string }
  'date-in-several-periods': { date: string; periods: string }
  'unknown-answer': { found: string; item: string; nearest: string; known: string }
  /** `shares`: of a share, the words that it may be written in too, by the id of the locale they are of */
  'unreadable-number': { found: string; shares?: Readonly<Record<string, string>> }
  'unknown-figure': { figure: string }
  'unreadable-claim': { found: string }
  /** `readings`: what the number is in plain digits, by the id of the locale whose style it is read in */
  'ambiguous-number': { found: string; readings: Readonly<Record<string, string>> }
  /** `first`, `second`: ids of the locales in whose styles the two are written, in the order of the list */
  'mixed-number-styles': { found: string; other: string; line: number; first: string; second: string }
  'impossible-count': { found: string }
  'impossible-value': { found: string; minimum: string; maximum: string }
  'value-without-answers': { found: string }
  /** more have given an answer than have answered */
  'count-above-base': Record<never, never>
  'missing-options': { metric: string }
  'duplicate-row': { subject: string; file: string; line: number }
  'counted-twice': { subject: string; file: string }
  'no-data': Record<never, never>
  'missing-period': { period: string }
  'missing-figures': { segment: string; label: string; periods: string }
  'surplus-figures': { segment: string; label: string; periods: string }
  /** ids: an item, and a segment or a period in which it is not asked */
  'unasked-figures': { item: string; segment: string; period: string }
}

/** What a name in a project or data file may stand for. */
export type ReferenceKind = 'scale' | 'period' | 'segment' | 'provider' | 'item' | 'metric' | 'column' | 'file' | 'document' | 'section'

export type ProblemCode = keyof ProblemValues

/** Wording of one problem: what was found, what was expected; the hint says what to do. */
export type ProblemWording = { message: string; hint?: string }

/** Words for every problem, in one language. Every locale has them. */
export type ProblemWords = { problems: { [C in ProblemCode]: (values: ProblemValues[C]) => ProblemWording } }

type ProblemValue = Record<string, string | number | Readonly<Record<string, string>>>

/** One thing wrong with what we were given. `message` and `hint` are in the project's locale. */
export type Problem = Partial<Place> & {
  code: ProblemCode
  values: ProblemValue
  message: string
  hint: string | null
  /** the source line with a caret under the column */
  excerpt?: string
}

/** What a stage collects before it gives up: all problems at once. */
export function problem<C extends ProblemCode>(
  { problems }: ProblemWords,
  code: C,
  values: ProblemValues[C],
  place: Partial<Place> = {},
): Problem {
  const { message, hint = null } = problems[code](values)
  return { ...place, code, values: values as ProblemValue, message, hint }
}

/** The same problem in another locale. */
export function wordAgain(found: Problem, { problems }: ProblemWords): Problem {
  const { message, hint = null } = (problems[found.code] as (values: unknown) => { message: string; hint?: string })(found.values)
  return { ...found, message, hint }
}

/**
 * Words from a file, fit for a message: not too long, and what looks like nothing or like a blank made visible:
 * `Helt[U+00A0]enig`.
 */
export function spelled(words: string): string {
  const start = words.slice(0, 80).replace(/[\uD800-\uDBFF]$/, '')
  const shown = visible(start).replace(/(?! )\p{Zs}/gu, codePoint)
  return words.length > 80 ? `${shown}…` : shown
}

/** What a language is called in another, or in itself: "dansk", "Danish". */
export function languageName(id: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(id) ?? id
}

/** A list short enough for a message. */
export function someOf(names: readonly string[]): string {
  return names.length > 12 ? `${names.slice(0, 12).join(', ')} …` : names.join(', ')
}

/** What moves the cursor or cannot be seen made visible: a line break as ↵, a tab as ⇥, all else by its code. */
function visible(words: string): string {
  return words
    .replace(/\r\n|[\n\r\u2028\u2029]/g, '↵')
    .replaceAll('\t', '⇥')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\ufffe\uffff]/gu, codePoint)
}

/** More problems than this are counted, not shown. */
export const mostProblems = 50

/** The first problems, and how many more there are. `total`: where only the first were kept. */
export function limitProblems(problems: readonly Problem[], words: ProblemWords, total = problems.length): Problem[] {
  const shown = problems.slice(0, mostProblems)
  return total > shown.length ? [...shown, problem(words, 'more-problems', { count: total - shown.length })] : shown
}

/** Which part of the input is at fault; it decides the exit code of the command line. */
export type NotatErrorCode = 'usage' | 'configuration' | 'data' | 'contradiction' | 'internal'

/** Thrown for bad configuration or data. `problems` holds everything that was found, in the order of the files. */
export class NotatError extends Error {
  override readonly name = 'NotatError'
  constructor(
    readonly code: NotatErrorCode,
    readonly problems: Problem[],
  ) {
    super(problems.map(describeProblem).join('\n'))
  }
}

/** `file:line:column`, or `file:sheet:cell`; '' where nothing is known. */
export function describePlace({ file, sheet, cell, line, column }: Partial<Place>): string {
  // As a spreadsheet says it itself.
  if (sheet !== undefined) return [file, sheet, cell].filter((part) => part !== undefined).join('!')
  return [file, cell ?? line, cell ? undefined : column].filter((part) => part !== undefined).join(':')
}

/**
 * Where in a document a number stands, in the document's words ("Tabel 1"); null where they only repeat the sentence
 * around it.
 */
export function headingOf({ words }: Place, text: string): string | null {
  return words === undefined || words.length > 60 || words.includes(text) ? null : words
}

/**
 * `file:line:column: message`, the hint on the next line. Nothing in it moves the cursor, whatever names and texts it
 * is made of.
 */
export function describeProblem(found: Problem): string {
  const at = visible(describePlace(found))
  // Where our own fault lies takes many lines to tell.
  const message = found.code === 'internal-error' ? found.message : visible(found.message)
  const excerpt = found.excerpt ? `\n${found.excerpt}` : ''
  return `${at ? `${at}: ` : ''}${message}${excerpt}${found.hint ? `\n  ${visible(found.hint)}` : ''}`
}

/** What is known of a fault of our own: where in the program it is, and not where on a machine the program lies. */
export function detailOf(error: unknown): string {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return detail.replace(/^(\s+at (?:[^\n]*\()?)[^()\n]*[/\\](?=(?:src|dist|node_modules)[/\\])/gm, '$1')
}

/** Does it, and tells what it refuses in this language; where none is asked for, in the one it is told in anyhow. */
export function wordedIn<T>(words: ProblemWords | undefined, work: () => T): T {
  if (!words) return work()
  const tellAgain = (error: unknown): never => {
    if (!(error instanceof NotatError)) throw error
    throw new NotatError(
      error.code,
      error.problems.map((found) => wordAgain(found, words)),
    )
  }
  try {
    const done = work()
    return done instanceof Promise ? (done.catch(tellAgain) as T) : done
  } catch (error) {
    return tellAgain(error)
  }
}

/** Does it, and tells a fault of our own in this language: what the command line has asked in is known only before. */
export async function faultsIn<T>(
  words: ProblemWords,
  work: () => Promise<T>,
  { place = {}, signal }: { place?: Partial<Place>; signal?: AbortSignal | undefined } = {},
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    // Whoever wanted it to stop is told why it stopped, and of no fault.
    if (error instanceof NotatError || (signal?.aborted && error === signal.reason)) throw error
    throw new NotatError('internal', [problem(words, 'internal-error', { detail: detailOf(error) }, place)])
  }
}
