/** What other programs hand over: whether it can be what it is called. No compiler may have seen the program. */
import { NotatError, type Problem, problem } from './errors.js'
import { english } from './locale/english-problems.js'

type Shape = (given: unknown) => boolean

const isText: Shape = (given) => typeof given === 'string'
const isObject = (given: unknown): given is Record<string, unknown> => typeof given === 'object' && given !== null
const isList: Shape = (given) => Array.isArray(given) && given.every(isObject)
/** An object with objects, and lists of them, under these names. */
const has =
  (objects: readonly string[], lists: readonly string[] = []): Shape =>
  (given) =>
    isObject(given) && objects.every((name) => isObject(given[name])) && lists.every((name) => isList(given[name]))
const isScale = has([], ['options'])
const isCount = (given: unknown): boolean => typeof given === 'number' && Number.isSafeInteger(given) && given >= 0
const isTally: Shape = (given) => has(['counts'])(given) && Object.values((given as { counts: object }).counts).every(isCount)

/** By the name of the parameter. What is inside is asked about where it is read. */
const shapes = {
  accept: isList,
  claims: has([], ['claims']),
  dataset: has([], ['tallies', 'published']),
  distribution: (given) => has(['scale', 'counts'])(given) && isScale((given as { scale: unknown }).scale),
  document: has([], ['blocks', 'notes']),
  explanation: has(['name']),
  figures: has(['survey', 'figures', 'distributions'], ['totals']),
  files: isObject,
  finding: has(['found', 'expected'], ['related', 'candidates']),
  findings: isList,
  folder: isText,
  id: isText,
  locale: has(['numbers', 'findings']),
  metric: isText,
  name: isText,
  changes: isList,
  bytes: (given) => given instanceof Uint8Array,
  options: (given) => given === undefined || isObject(given),
  optionIds: (given) => Array.isArray(given) && given.every(isText),
  outputs: (given) => isList(given) && (given as { name: unknown }[]).every(({ name }) => isText(name)),
  problem: (given) => isObject(given) && isText(given.message),
  project: has(['survey', 'files'], ['documents', 'data']),
  scale: isScale,
  counts: isObject,
  source: has(['survey', 'figures']),
  survey: has(['segments'], ['items', 'periods', 'providers', 'benchmarks']),
  tallies: (given) => Array.isArray(given) && given.every(isTally),
  text: has([], ['blocks']),
} satisfies Record<string, Shape>

/**
 * Refuses what cannot be what it is called, before it is used for anything.
 *
 * @throws NotatError `usage` with all that is wrong
 */
export function checkHanded(given: Partial<Record<keyof typeof shapes, unknown>>): void {
  const problems = Object.entries(given).flatMap(([argument, value]): Problem[] =>
    (shapes[argument as keyof typeof shapes] as Shape)(value) ? [] : [problem(english, 'unfit-argument', { argument })],
  )
  if (problems.length > 0) throw new NotatError('usage', problems)
}
