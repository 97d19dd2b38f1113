/** YAML → plain values that a schema has accepted; what is wrong stands at its line and column. */
import {
  Composer,
  type CST,
  Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  type Pair,
  Parser,
  visit,
  type YAMLError,
  type YAMLMap,
  YAMLParseError,
} from 'yaml'
import * as z from 'zod'
import { type Place, type Problem, type ProblemCode, type ProblemValues, problem, spelled } from './errors.js'
import { mostAliases, mostYamlCharacters, mostYamlLevels } from './limits.js'
import type { Locale } from './locale/words.js'
import { nearestName } from './nearest.js'
import { unprintable } from './text.js'

/** Keys and list positions from the root of a file to a value in it. */
export type Path = readonly (string | number)[]

/** From character `at` of a text on, its characters stand side by side from a place, up to the next run. */
export type TextRun = { at: number; line: number; column: number }

/** A YAML text, read: its value, and how to complain about any part of it. */
export type Yaml = {
  /** scalars are the words as written: `0884401` keeps its zero, `2024` is text, `true` is text */
  value: unknown
  /** what is wrong with the text itself; `value` is then not to be trusted */
  problems: Problem[]
  /** keys and texts that hold what no reader can see */
  unprintable: Problem[]
  /**
   * A problem where the value at a path begins, or its nearest parent where there is none; `on: 'key'` at the key
   * before it.
   */
  problem: <C extends ProblemCode>(code: C, values: ProblemValues[C], path: Path, on?: 'key' | 'value') => Problem
  /** Line of the value at a path. */
  lineOf: (path: Path) => number
  /**
   * Line and column of the value at a path; of a text its first character, past a quotation mark or the head of a
   * block.
   */
  placeOf: (path: Path) => { line: number; column: number }
  /** Line and column of the key before it. */
  keyOf: (path: Path) => { line: number; column: number }
  /** Where the characters of the text at a path stand, whatever its style, quotation marks and escapes. */
  runsOf: (path: Path) => TextRun[]
  /** `{ label: one, two }` splits at the comma and makes `two` a key without a value. */
  isValueless: (path: Path) => boolean
  /** A problem where each value begins that `valuesOf` has something to say of; `key`: the last one before it. */
  problemsOfTexts: <C extends ProblemCode>(code: C, valuesOf: (text: string, key: string) => ProblemValues[C] | null) => Problem[]
}

/** Reads a text of one YAML document. Never throws for what stands in it. */
export function parseYaml(text: string, file: string, locale: Locale): Yaml {
  const lines = new LineCounter()
  const isTooLong = text.length > mostYamlCharacters
  const { document, tooDeepAt } = parsed(isTooLong ? '' : text, lines)
  const placeAt = (offset: number): Place & { excerpt: string } => {
    const { line, col } = lines.linePos(offset)
    return { file, line, column: col, excerpt: excerptOf(text, offset) }
  }
  const at = <C extends ProblemCode>(offset: number, code: C, values: ProblemValues[C]): Problem =>
    problem(locale, code, values, placeAt(offset))
  const offsetOf = (path: Path, on: 'key' | 'value' = 'value'): number => {
    const found = find(document, path)
    return startOf(on === 'key' ? (found.pair?.key ?? found.node) : (found.node ?? found.pair?.key))
  }
  const problems = [
    ...(isTooLong ? [problem(locale, 'overlong-file', { limit: mostYamlCharacters }, { file })] : []),
    ...(tooDeepAt === null ? [] : [at(tooDeepAt, 'deep-nesting', { limit: mostYamlLevels })]),
    ...tellingErrors([...document.errors, ...document.warnings]).map((error) => {
      const { code, values } = wordsFor(error)
      return at(error.pos[0], code, values)
    }),
    ...complexKeys(document).map((offset) => at(offset, 'complex-key', {})),
  ]
  const unseen = textsIn(document)
    .filter(({ text }) => unprintable.test(text))
    .map(({ text, offset }) => at(offset, 'unprintable-text', { found: spelled(text) }))
  const doubled = (problems.length > 0 ? [] : doubledKeys(document.contents)).map(({ key, offset }) =>
    at(offset, 'duplicate-key', { key: spelled(key) }),
  )
  const { value, failure } = problems.length > 0 ? { value: null, failure: null } : plainValue(document)
  return {
    value,
    problems: [...problems, ...doubled, ...(failure === null ? [] : [at(0, 'yaml-alias', { detail: failure })])],
    unprintable: unseen,
    problem: (code, values, path, on) => at(offsetOf(path, on), code, values),
    lineOf: (path) => lines.linePos(offsetOf(path)).line,
    placeOf: (path) => {
      const { line, col } = lines.linePos(offsetOf(path) + textWithin(text, find(document, path).node))
      return { line, column: col }
    },
    keyOf: (path) => {
      const { line, col } = lines.linePos(offsetOf(path, 'key'))
      return { line, column: col }
    },
    runsOf: (path) => runsIn(text, find(document, path).node, lines),
    isValueless: (path) => find(document, path).pair?.value === null,
    problemsOfTexts: (code, valuesOf) =>
      textsIn(document).flatMap(({ text: words, key, offset }) => {
        const values = key === null ? null : valuesOf(words, key)
        return values === null ? [] : [at(offset, code, values)]
      }),
  }
}

/** A text with more levels than are read; where it is told, and that nothing of it was read. */
class TooDeep extends Error {
  constructor(readonly offset: number) {
    super()
  }
}

/**
 * The document of a text, or an empty one where its maps and lists are too deep inside each other. The parser keeps
 * its own stack and tells how deep it is; what comes after it calls itself for every level.
 */
function parsed(text: string, lines: LineCounter): { document: Document; tooDeepAt: number | null } {
  const options = { lineCounter: lines, schema: 'failsafe', prettyErrors: false, uniqueKeys: false } as const
  const parser = new Parser(lines.addNewLine)
  const composer = new Composer(options)
  try {
    const [first, second] = composer.compose(tokensOf(text, parser, lines), true, text.length)
    const document: Document = first ?? new Document(undefined, options)
    if (second) document.errors.push(new YAMLParseError([second.range[0], second.range[1]], 'MULTIPLE_DOCS', 'several documents (---)'))
    return { document, tooDeepAt: null }
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error
    return { document: new Document(undefined, options), tooDeepAt: error.offset }
  }
}

function* tokensOf(text: string, parser: Parser, lines: LineCounter): Generator<CST.Token> {
  lines.addNewLine(0)
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme)
    if (parser.stack.length > mostYamlLevels) throw new TooDeep(parser.offset - lexeme.length)
  }
  yield* parser.end()
}

/** Where keys begin that are no words: written out as words they would double with every level. */
function complexKeys(document: Document): number[] {
  const offsets: number[] = []
  visit(document, {
    Pair: (_, { key }) => {
      if (key === null || isScalar(key)) return
      offsets.push(startOf(key))
      return visit.SKIP
    },
  })
  return offsets
}

/** After a tab the parser no longer knows how deep it is, and complains of every line. */
function tellingErrors(errors: YAMLError[]): YAMLError[] {
  const tabs = errors.filter(({ code }) => code === 'TAB_AS_INDENT')
  return tabs.length > 0 ? tabs : errors
}

/** What the parser found, in words of our own where we know how it comes about. */
function wordsFor({ code, message }: YAMLError): { code: 'yaml-tab' | 'yaml-colon' | 'yaml-syntax'; values: { detail: string } } {
  const known = { TAB_AS_INDENT: 'yaml-tab', BLOCK_AS_IMPLICIT_KEY: 'yaml-colon', BLOCK_IN_FLOW: 'yaml-colon' } as const
  return { code: Object.hasOwn(known, code) ? known[code as keyof typeof known] : 'yaml-syntax', values: { detail: message } }
}

function plainValue(document: Document): { value: unknown; failure: string | null } {
  try {
    const value: unknown = document.toJS({ maxAliasCount: mostAliases })
    return isCircular(value) ? { value: null, failure: '↺' } : { value, failure: null }
  } catch (error) {
    if (error instanceof ReferenceError) return { value: null, failure: error.message }
    throw error
  }
}

/** An alias may stand inside what it stands for; so may many that each stand inside the next be deeper than is read. */
function isCircular(value: unknown, holders: readonly unknown[] = []): boolean {
  if (typeof value !== 'object' || value === null) return false
  return (
    holders.length > mostYamlLevels ||
    holders.includes(value) ||
    Object.values(value).some((inner) => isCircular(inner, [...holders, value]))
  )
}

/** Every key and every text, and where it begins; of a text the last key before it, of a key null. */
function textsIn(document: Document): { text: string; key: string | null; offset: number }[] {
  const texts: { text: string; key: string | null; offset: number }[] = []
  visit(document, {
    Scalar: (role, node, path) => {
      if (typeof node.value !== 'string') return
      const pair = path.findLast((each) => isPair(each))
      texts.push({ text: node.value, key: role === 'key' ? null : pair ? keyOf(pair) : '', offset: startOf(node) })
    },
  })
  return texts
}

/** Keys that stand twice in one map. (The parser's own check takes quadratic time.) */
function doubledKeys(root: unknown): { key: string; offset: number }[] {
  if (isSeq(root)) return root.items.flatMap(doubledKeys)
  if (!isMap(root)) return []
  const seen = new Set<string>()
  return root.items.flatMap((pair) => {
    const key = keyOf(pair)
    const own = seen.has(key) ? [{ key, offset: startOf(pair.key) }] : []
    seen.add(key)
    return [...own, ...doubledKeys(pair.value)]
  })
}

/** The node at a path, or the deepest there is on the way, and the pair it is the value of. */
function find(document: Document, path: Path): { node: unknown; pair: Pair | null } {
  let node: unknown = document.contents
  let pair: Pair | null = null
  for (const step of path) {
    const here: unknown = isAlias(node) ? node.resolve(document) : node
    if (isMap(here)) {
      const next = pairsByKey(here).get(String(step))
      if (!next) break
      pair = next
      node = next.value
    } else if (isSeq(here) && typeof step === 'number' && step < here.items.length) {
      pair = null
      node = here.items[step]
    } else break
  }
  return { node, pair }
}

/** Pairs are looked up once a problem, so they are indexed once a map. */
const indexes = new WeakMap<YAMLMap, Map<string, Pair>>()

function pairsByKey(map: YAMLMap): Map<string, Pair> {
  const known = indexes.get(map)
  if (known) return known
  const pairs = new Map(map.items.map((pair) => [keyOf(pair), pair]))
  indexes.set(map, pairs)
  return pairs
}

function keyOf({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key)
}

function startOf(node: unknown): number {
  return (node as Node | null)?.range?.[0] ?? 0
}

/** How far into a node its text begins. */
function textWithin(text: string, node: unknown): number {
  if (!isScalar(node)) return 0
  if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') return 1
  const isBlock = node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL'
  return isBlock ? (/^.*\n\s*/.exec(text.slice(startOf(node)))?.[0].length ?? 0) : 0
}

/** Runs of a scalar's text: lines are folded, and escapes are longer than what they stand for. */
function runsIn(text: string, node: unknown, lines: LineCounter): TextRun[] {
  const value = isScalar(node) && typeof node.value === 'string' ? node.value : ''
  const style = isScalar(node) ? node.type : undefined
  const runs: TextRun[] = []
  let offset = startOf(node) + textWithin(text, node)
  let expected = -1
  for (let at = 0; at < Math.max(1, value.length); at += 1) {
    const char = value[at] ?? ''
    offset += skippedBefore(text, offset, char, style)
    if (offset !== expected) {
      const { line, col } = lines.linePos(offset)
      runs.push({ at, line, column: col })
    }
    const length = lengthOf(text, offset, char, style)
    expected = offset + 1
    offset += length
    // Of a pair of halves the second stands where the first does.
    if (length > 2 && /[\ud800-\udbff]/.test(char)) at += 1
  }
  return runs
}

/** Line breaks, indentation and joined lines before the character that is next in the value. */
function skippedBefore(text: string, offset: number, char: string, style: string | undefined): number {
  let end = offset
  for (;;) {
    const joined = style === 'QUOTE_DOUBLE' ? /^\\\r?\n[ \t]*/.exec(text.slice(end, end + 1000)) : null
    if (joined) end += joined[0].length
    else if (text[end] !== char && /[ \t\r\n]/.test(text[end] ?? '') && !/[ \n]/.test(char)) end += 1
    else return end - offset
  }
}

/** How many characters of a file stand for one of the value. */
function lengthOf(text: string, offset: number, char: string, style: string | undefined): number {
  if (style === 'QUOTE_SINGLE' && text.startsWith("''", offset)) return 2
  if (style === 'QUOTE_DOUBLE' && text[offset] === '\\') return { x: 4, u: 6, U: 10 }[text[offset + 1] ?? ''] ?? 2
  return text[offset] === char || /[ \t\r\n]/.test(text[offset] ?? '') ? 1 : 0
}

const excerptWidth = 120

/** The line an offset stands in and a caret under it; of a long line only the part around it. */
export function excerptOf(text: string, offset: number): string {
  // A search from before the beginning finds a line break that is the first character.
  const from = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  const to = end < 0 ? text.length : end
  const start = to - from <= excerptWidth ? from : Math.max(from, offset - excerptWidth / 2)
  const line = text.slice(start, Math.min(to, start + excerptWidth)).replace(/[\p{Cc}\p{Cf}]/gu, ' ')
  return `  ${line.trimEnd()}\n  ${' '.repeat(offset - start)}^`
}

// ── against a schema ──

/** What JSON Schema says of a value, as far as it is used here. */
type JsonSchema = {
  $ref?: string
  $defs?: Record<string, JsonSchema>
  type?: string
  enum?: unknown[]
  anyOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  additionalProperties?: JsonSchema | boolean
  propertyNames?: JsonSchema
  items?: JsonSchema
}

/**
 * The value of a YAML text as a schema wants it, and everything that is wrong with it. A scalar is the words as
 * written, unless the schema asks for a number or a yes or no at that place. Unknown keys are named with the nearest
 * known one; where nothing else is wrong, `value` is what stands without them, so that it can be looked into further.
 * Otherwise it is null.
 */
export function checkYaml<T extends z.ZodType>(yaml: Yaml, schema: T): { value: z.output<T> | null; problems: Problem[] } {
  const root = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema
  const wanted = asWanted(yaml.value, [root], root)
  const result = schema.safeParse(wanted)
  const issues = result.success ? [] : flatten(result.error.issues).flatMap((issue) => asMisfits(issue, wanted, root))
  const unknown = issues.filter((issue) => issue.code === 'unrecognized_keys')
  const named = new Set(unknown.filter(({ keys }) => keys.includes('__proto__')).map(({ path }) => path.join('\n')))
  const dropped = holdersOfProto(wanted).filter((path) => !named.has(path.join('\n')))
  const rest = unknown.length === issues.length ? schema.safeParse(withoutKeys(wanted, unknown)) : result
  const problems = [
    ...yaml.unprintable,
    ...issues.flatMap((issue) => problemsOf(issue, yaml, root)),
    ...dropped.map((path) => yaml.problem('unknown-key', { key: '__proto__', nearest: '', known: '' }, [...path, '__proto__'], 'key')),
  ]
  return { value: rest.success ? rest.data : null, problems }
}

/** Paths of the maps with a key `__proto__`: zod leaves it out where any key may stand, and says nothing. */
function holdersOfProto(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return []
  const own = !Array.isArray(value) && Object.hasOwn(value, '__proto__') ? [path] : []
  const below = Object.entries(value).flatMap(([key, inner]) => holdersOfProto(inner, [...path, Array.isArray(value) ? Number(key) : key]))
  return [...own, ...below]
}

type KeyIssue = { path: readonly PropertyKey[]; keys: readonly string[] }

/** A copy of a value without the keys that issues complain of. */
function withoutKeys(value: unknown, issues: readonly KeyIssue[]): unknown {
  if (issues.length === 0 || value === null || typeof value !== 'object') return value
  const here = new Set(issues.filter(({ path }) => path.length === 0).flatMap(({ keys }) => keys))
  const inside = new Map<string, KeyIssue[]>()
  for (const { path, keys } of issues) {
    if (path.length === 0) continue
    const step = String(path[0])
    const known = inside.get(step)
    const issue = { path: path.slice(1), keys }
    if (known) known.push(issue)
    else inside.set(step, [issue])
  }
  const below = (inner: unknown, step: string) => withoutKeys(inner, inside.get(step) ?? [])
  if (Array.isArray(value)) return value.map((item, index) => below(item, String(index)))
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (here.has(key) ? [] : [[key, below(inner, key)]])))
}

/** The schemas that `$ref` and `anyOf` stand for. */
function alternatives(schemas: JsonSchema[], root: JsonSchema): JsonSchema[] {
  return schemas.flatMap((schema) => {
    if (schema.$ref !== undefined) {
      const target = schema.$ref === '#' ? root : root.$defs?.[schema.$ref.slice('#/$defs/'.length)]
      return target ? alternatives([target], root) : []
    }
    return schema.anyOf ? alternatives(schema.anyOf, root) : [schema]
  })
}

function schemasOfKey(schemas: JsonSchema[], key: string): JsonSchema[] {
  return schemas.flatMap(({ properties, additionalProperties }) => {
    if (properties && Object.hasOwn(properties, key)) return [properties[key] as JsonSchema]
    return typeof additionalProperties === 'object' ? [additionalProperties] : []
  })
}

function asWanted(value: unknown, schemas: JsonSchema[], root: JsonSchema): unknown {
  const wanted = alternatives(schemas, root)
  if (typeof value === 'string') {
    if (wanted.some(({ type }) => type === 'string')) return value
    if (wanted.some(({ type }) => type === 'boolean') && (value === 'true' || value === 'false')) return value === 'true'
    const isNumber = wanted.some(({ type }) => type === 'number' || type === 'integer') && /^-?\d{1,15}(?:\.\d{1,15})?$/.test(value)
    return isNumber ? Number(value) : value
  }
  if (Array.isArray(value)) {
    const items = wanted.flatMap((schema) => schema.items ?? [])
    return value.map((item) => asWanted(item, items, root))
  }
  if (value === null || typeof value !== 'object') return value
  // Entries that define keys, so that a key `__proto__` in the file stays a key.
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asWanted(inner, schemasOfKey(wanted, key), root)]))
}

/** What may stand at a path. */
function schemasAt(path: Path, root: JsonSchema): JsonSchema[] {
  const here = path.reduce<JsonSchema[]>(
    (schemas, step) => {
      const now = alternatives(schemas, root)
      return typeof step === 'number' ? now.flatMap((schema) => schema.items ?? []) : schemasOfKey(now, step)
    },
    [root],
  )
  return alternatives(here, root)
}

/**
 * A key that only another alternative knows, with a word where that one wants a number: it is the word that is wrong,
 * not the key.
 */
function asMisfits(issue: Issue, value: unknown, root: JsonSchema): Issue[] {
  if (issue.code !== 'unrecognized_keys') return [issue]
  const path = issue.path as Path
  const isMisfit = (key: string): boolean => {
    const wanted = schemasAt([...path, key], root)
    return typeof valueAt(value, [...path, key]) === 'string' && wanted.length > 0 && wanted.every(({ type }) => type === 'number')
  }
  const keys = issue.keys.filter((key) => !isMisfit(key))
  const misfits = issue.keys
    .filter(isMisfit)
    .map((key): Issue => ({ code: 'invalid_type', expected: 'number', path: [...path, key], message: '' }))
  return keys.length > 0 ? [{ ...issue, keys }, ...misfits] : misfits
}

/** Names of the keys that may stand at a path. */
function knownKeys(path: Path, root: JsonSchema): string[] {
  const keys = schemasAt(path, root).flatMap(({ properties, propertyNames }) => [
    ...Object.keys(properties ?? {}),
    ...(propertyNames?.enum ?? []).map(String),
  ])
  return [...new Set(keys)]
}

type Issue = z.core.$ZodIssue

/** Of several alternatives, the one that fits best speaks: the right kind of value first, then the fewest issues. */
function flatten(issues: readonly Issue[], parents: Path = []): Issue[] {
  return issues.flatMap((issue) => {
    const path = [...parents, ...(issue.path as (string | number)[])]
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ ...issue, path }]
    const branches = issue.errors.map((branch) => flatten(branch, path))
    const rank = (branch: Issue[]): number =>
      branch.length + (branch.some((inner) => inner.code === 'invalid_type' && inner.path.length === path.length) ? 1000 : 0)
    return branches.reduce((best, branch) => (rank(branch) < rank(best) ? branch : best))
  })
}

/** zod's names of the kinds of value → ours. */
const kinds: Record<string, ProblemValues['wrong-kind']['expected']> = {
  string: 'text',
  array: 'list',
  object: 'map',
  record: 'map',
  number: 'number',
  int: 'integer',
  boolean: 'boolean',
}

function problemsOf(issue: Issue, yaml: Yaml, root: JsonSchema): Problem[] {
  const path = issue.path as Path
  const found = valueAt(yaml.value, path)
  const shown = typeof found === 'string' ? spelled(found) : ''
  const lastKey = spelled(String(path.at(-1) ?? ''))
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = knownKeys(path, root)
      return issue.keys.map((key) => {
        const inner = [...path, key]
        if (yaml.isValueless(inner)) return yaml.problem('yaml-comma', { key: spelled(key) }, inner, 'key')
        return yaml.problem(
          'unknown-key',
          { key: spelled(key), nearest: nearestName(key, known) ?? '', known: known.join(', ') },
          inner,
          'key',
        )
      })
    }
    case 'invalid_key': {
      const known = knownKeys(path.slice(0, -1), root)
      return [
        yaml.problem('unknown-key', { key: lastKey, nearest: nearestName(lastKey, known) ?? '', known: known.join(', ') }, path, 'key'),
      ]
    }
    case 'invalid_type':
      if (found === undefined) return [yaml.problem('missing-key', { key: lastKey }, path.slice(0, -1))]
      if (found === '' || found === null) return [yaml.problem('empty-value', { key: lastKey }, path)]
      return [yaml.problem('wrong-kind', { found: shown, expected: kinds[issue.expected] ?? 'text' }, path)]
    case 'invalid_value': {
      if (found === undefined) return [yaml.problem('missing-key', { key: lastKey }, path.slice(0, -1))]
      if (typeof found !== 'string') return [yaml.problem('wrong-kind', { found: '', expected: 'text' }, path)]
      const known = issue.values.map(String)
      return [yaml.problem('unknown-choice', { found: shown, nearest: nearestName(shown, known) ?? '', known: known.join(', ') }, path)]
    }
    case 'too_small':
      if (issue.origin === 'string') return [yaml.problem('empty-value', { key: lastKey }, path)]
      if (issue.origin === 'array') return [yaml.problem('short-list', { key: lastKey, minimum: Number(issue.minimum) }, path)]
      return [yaml.problem('small-number', { found: shown, minimum: Number(issue.minimum) }, path)]
    case 'invalid_format':
      return [yaml.problem(issue.format === 'date' ? 'invalid-date' : 'invalid-id', { found: shown }, path)]
    default:
      return [yaml.problem('wrong-value', { found: shown, detail: issue.message }, path)]
  }
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    const isHolder = typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    return isHolder ? (value as Record<string | number, unknown>)[step] : undefined
  }, root)
}
