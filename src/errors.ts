import type { Locale } from './locale/index.js'

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
 * Every kind of problem and the values its wording needs. The wording itself is in the locale files, under the same code.
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
}

export type ProblemCode = keyof ProblemValues

/** One thing wrong with what we were given. `message` and `hint` are in the project's locale. */
export type Problem = Partial<Place> & {
  code: ProblemCode
  values: Record<string, string | number>
  message: string
  hint: string | null
  /** the source line with a caret under the column */
  excerpt?: string
}

/** What a stage collects before it gives up: all problems at once. */
export function problem<C extends ProblemCode>(
  locale: Locale,
  code: C,
  values: ProblemValues[C],
  place: Partial<Place> = {},
): Problem {
  const { message, hint = null } = locale.problems[code](values)
  return { ...place, code, values: values as Record<string, string | number>, message, hint }
}

/** The same problem in another locale. */
export function wordAgain(found: Problem, locale: Locale): Problem {
  const { message, hint = null } = (locale.problems[found.code] as (values: unknown) => { message: string; hint?: string })(found.values)
  return { ...found, message, hint }
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

/** `file:line:column: message`, the hint on the next line. */
export function describeProblem(found: Problem): string {
  const at = [found.file, found.sheet, found.cell ?? found.line, found.cell ? undefined : found.column]
    .filter((part) => part !== undefined)
    .join(':')
  const excerpt = found.excerpt ? `\n${found.excerpt}` : ''
  return `${at ? `${at}: ` : ''}${found.message}${excerpt}${found.hint ? `\n  ${found.hint}` : ''}`
}
