/**
 * Templates: Markdown with Handlebars, and what it prints as text with markers.
 *
 * Handlebars gives the grammar. Its tree is evaluated here, by strict rules of our own: what a mustache prints never
 * becomes text but a *slot*, and in the text stands a marker of private-use characters. So data cannot become markup,
 * an unknown name cannot become a blank, and every character that was printed knows its place in the template.
 * Nothing is compiled to code: it works where `eval` is forbidden.
 */
import Handlebars from 'handlebars'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { detailOf, NotatError, type Place, type Problem, type ProblemCode, type ProblemValues, problem, spelled } from '../errors.js'
import { mostOpen, mostSteps, mostTemplateCharacters } from '../limits.js'
import { type LocaleId, locales } from '../locale/index.js'
import type { Locale } from '../locale/words.js'
import { nearestFew, nearestName } from '../nearest.js'
import { atOnce, type Steps } from '../steps.js'
import { unprintable } from '../text.js'
import { excerptOf, type TextRun } from '../yaml.js'
import type { Block, Inline } from './blocks.js'
import { tooDeepMarkdown, tooDeepTemplate } from './depth.js'

// ── sources ──

/**
 * Template text, read once, and where it stands: `line` and `column` of its first character. `runs`: where each part
 * of it stands, where that is not line by line as in its file.
 */
export type Source = { file: string; text: string; line: number; column: number; runs?: readonly TextRun[]; program: hbs.AST.Program }

/**
 * Another source's text at a place of a tree. `once`: its name, where the same text stands at several places and is
 * printed at the first that is reached.
 */
export type Splice = hbs.AST.Statement & { type: 'Splice'; source: Source; once: string | null }

/** An expression of a front matter, read. */
export type Expression = { node: hbs.AST.Expression; source: Source }

/** An expression as it was written. */
export function textOf({ source }: Expression): string {
  return source.text.replace(/^\{\{#if |\}\}\{\{\/if\}\}$/g, '')
}

/**
 * Template text → its tree.
 *
 * @throws NotatError `configuration` where it is no Handlebars, holds characters that nobody sees, or is longer or
 *   deeper than is read
 */
export function readSource(part: Pick<Source, 'file' | 'text' | 'runs'> & Partial<Source>, locale: Locale): Source {
  const { file, text, line = 1, column = 1, runs } = part
  if (privateUse.test(text)) {
    throw new NotatError('configuration', [problem(locale, 'private-use-character', { name: file }, { file })])
  }
  const refused = refusalOf({ file, text, line, column, ...(runs ? { runs } : {}) }, locale)
  if (refused) throw new NotatError('configuration', [refused])
  try {
    return { file, text, line, column, ...(runs ? { runs } : {}), program: Handlebars.parse(text) }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const [summary = '', ...details] = error.message.split('\n')
    const lineInText = Number(/line (\d+)/.exec(summary)?.[1] ?? /(\d+):\d+$/.exec(summary)?.[1] ?? 1)
    const said = Number(/\d+:(\d+)$/.exec(summary)?.[1] ?? Number.NaN)
    const stopped = Number.isNaN(said) ? stoppedAt(details, text.split('\n'), lineInText) : { line: lineInText, column: said + 1 }
    const place = { line: stopped.line + line - 1, column: stopped.column + (stopped.line === 1 ? column - 1 : 0) }
    const asked = /\)\.([\p{L}\p{N}.]+)/u.exec((text.split('\n')[stopped.line - 1] ?? '').slice(Math.max(0, stopped.column - 3)))
    if (asked) {
      const [, attribute = ''] = asked
      throw new NotatError('configuration', [problem(locale, 'attribute-of-call', { attribute }, { file, ...place })])
    }
    throw new NotatError('configuration', [
      problem(locale, 'broken-template', troubleOf(summary, details.at(-1) ?? ''), { file, ...place }),
    ])
  }
}

/** Why a text is not even parsed; null where it is. */
function refusalOf(source: Omit<Source, 'program'>, locale: Locale): Problem | null {
  const { file, text } = source
  if (text.length > mostTemplateCharacters) return problem(locale, 'overlong-file', { limit: mostTemplateCharacters }, { file })
  const at = (offset: number) => ({
    file,
    ...placeInSource(source, offset),
    ...(source.line === 1 ? { excerpt: excerptOf(text, offset) } : {}),
  })
  const unseen = unprintable.exec(text)
  if (unseen) return problem(locale, 'unprintable-text', { found: spelled(unseen[0]) }, at(unseen.index))
  const deep = tooDeepTemplate(text) ?? tooDeepMarkdown(withoutMustaches(text))
  return deep && problem(locale, 'overlong-template', { limit: deep.limit, of: deep.of }, at(deep.offset))
}

/** What the parser's tokens look like in a template. */
const tokens: Readonly<Record<string, string>> = {
  CLOSE: '}}',
  CLOSE_RAW_BLOCK: '}}}}',
  CLOSE_UNESCAPED: '}}}',
  OPEN_SEXPR: '(',
  CLOSE_SEXPR: ')',
  EQUALS: '=',
  SEP: '.',
  OPEN_BLOCK_PARAMS: 'as |',
  OPEN_INVERSE_CHAIN: '{{else',
  INVERSE: '{{else}}',
  OPEN_ENDBLOCK: '{{/',
  OPEN: '{{',
}

/** Why the parser stopped: a block closed by another's end, or what it came upon and what it waited for. */
function troubleOf(summary: string, wanted: string): ProblemValues['broken-template'] {
  const [, opened, closed] = /^(\S+) doesn't match (\S+)/.exec(summary) ?? []
  if (opened && closed) return { trouble: 'mismatch', opened, closed }
  const [all = '', found = ''] = wanted.split(/, got (?=')/)
  const expected = Object.keys(tokens).find((token) => all.includes(`'${token}'`) && /CLOSE(?:_SEXPR)?$/.test(token))
  return {
    trouble: found === "'EOF'" ? 'ended' : 'unexpected',
    found: tokens[found.slice(1, -1)] ?? '',
    expected: tokens[expected ?? ''] ?? '',
  }
}

/**
 * Where the parser stopped. It tells the line, or the one before, and shows what follows there above an arrow's head,
 * without line breaks.
 */
function stoppedAt([shown = '', arrow = '']: readonly string[], lines: readonly string[], line: number): { line: number; column: number } {
  const following = shown.slice(arrow.indexOf('^')).replace(/\.\.\.$/, '')
  if (following === '') return { line, column: (lines[line - 1] ?? '').length + 1 }
  for (let length = following.length; length > Math.min(2, following.length - 1); length -= 1) {
    for (const near of [line, line + 1]) {
      const at = (lines[near - 1] ?? '').lastIndexOf(following.slice(0, length))
      if (at >= 0) return { line: near, column: at + 1 }
    }
  }
  return { line, column: 1 }
}

/**
 * An expression as it stands in braces, without them: a word, or a call in parentheses.
 *
 * @throws NotatError `configuration` where it is none
 */
export function readExpression(part: { file: string; text: string; line: number; column: number }, locale: Locale): Expression {
  const opening = '{{#if '
  const source = readSource({ ...part, text: `${opening}${part.text}}}{{/if}}`, column: part.column - opening.length }, locale)
  const [block] = source.program.body as hbs.AST.BlockStatement[]
  const [node, ...more] = block?.params ?? []
  if (!node || more.length > 0 || block?.hash || source.program.body.length !== 1) {
    const { file, line, column, text } = part
    throw new NotatError('configuration', [problem(locale, 'broken-template', { trouble: 'expression', text }, { file, line, column })])
  }
  return { node, source }
}

// ── values ──

/** A node of the document tree on its way through a template. */
export type Slot = { slot: 'inline'; children: Inline[] } | { slot: 'block'; block: Block }

/** A number: how it is printed, and what stands in its place where it is not there. It is true where it is there. */
export type Numeral = { readonly is: 'number'; readonly slot: Slot | null; readonly missing: string }

/** Things to walk, each by where one stands in it. */
export type List<H> = {
  readonly is: 'list'
  readonly members: readonly H[]
  readonly attributes: Attributes<H>
  /** what a file of a project calls a member */
  readonly idOf?: (member: H) => string
}

/** A noun, which is asked for its words; and where one stands in it. */
export type Thing<H> = { readonly is: 'thing'; readonly noun: string; readonly here: H; readonly attributes: Attributes<H> }
export type Attributes<H> = Readonly<Record<string, () => Value<H>>>

/** What an expression gives. null: something that may be absent and is. */
export type Value<H> = null | boolean | string | number | Slot | Numeral | List<H> | Thing<H>

export type Call<H> = {
  /** where it is called */
  here: H
  args: readonly Value<H>[]
  /** `period=previous` */
  options: Readonly<Record<string, Value<H>>>
  /** options that are asked of each member of a list, standing in it; null where it was not given */
  lazy: (option: string) => ((member: H) => Value<H>) | null
  /** name of the section it stands in; '' outside of sections */
  section: string
  /** where it stands in its file */
  place: () => Place
  /** Refuses an argument; `expected` says what would do. */
  fail: (argument: string, expected: string) => never
}

/** A word of templates: `{{change}}`, `{{change of="external" sign=true}}`, `{{segment.phrase}}`. */
export type Word<H> = {
  /** fewest and most arguments */
  takes: readonly [fewest: number, most: number]
  /** names of its options, and of those that are asked of each member of a list */
  options: readonly string[]
  lazy?: readonly string[]
  /** it must give something where it is printed: a table that the author asks for may not be missing unsaid */
  isRequired?: true
  run: (call: Call<H>) => Value<H>
  /** the same in steps, where it is long */
  steps?: (call: Call<H>) => Steps<Value<H>>
}
export type Words<H> = Readonly<Record<string, Word<H>>>

// ── evaluation ──

/** A stretch of printed text and the place of its first character. `text` is empty for a marker. */
type Piece = { at: number; text: string; place: Place }

/** Text with markers, and where each part of it comes from. */
export type Printed = { text: string; pieces: Piece[] }

/** A template's text, printed. Marker i stands for `slots[i]`; `notes` in the order of their marks. */
export type Evaluated = Printed & {
  slots: Slot[]
  notes: { id: string; mark: string; body: Printed }[]
  /** numbers that were printed though there are none */
  absent: readonly { name: string; place: Place }[]
}

/**
 * Digits of a marker's number, its beginning and its end. Text of templates and data may hold none of these
 * (U+E000–U+F8FF).
 */
const digit = (value: number): string => String.fromCharCode(0xe000 + value)
const [opening, closing] = ['\ue010', '\ue011']
const marker = (index: number): string => opening + [...index.toString(16)].map((hex) => digit(Number.parseInt(hex, 16))).join('') + closing
export const markerShape = /\ue010([\ue000-\ue00f]+)\ue011/g
export const markerIndex = (digits: string): number =>
  Number.parseInt([...digits].map((char) => (char.charCodeAt(0) - 0xe000).toString(16)).join(''), 16)
const privateUse = /[\ue000-\uf8ff\u{f0000}-\u{10ffff}]/u

type Context<H> = {
  here: H
  source: Source
  section: string
  standard: (() => Steps<void>) | null
  open: readonly string[]
  /** ids of the members of the lists it stands in, the innermost first */
  members: readonly string[]
}

/** A printing on its way: what it is given, and what has been printed so far. */
type Printing<H> = {
  readonly words: Words<H>
  readonly replaced: Replaced
  readonly locale: Locale
  readonly language: Locale
  readonly slots: Slot[]
  readonly notes: Evaluated['notes']
  readonly absent: { name: string; place: Place }[]
  /** what `define` has named */
  readonly passages: Passages
  /** names of the spliced texts that are printed once, and have been */
  readonly spliced: Set<string>
  output: Output
  steps: number
  /** how many passages and blocks it stands in */
  depth: number
}

/** What has been printed, in the order it was: joined when all of it is there. */
type Output = { chunks: string[]; length: number; pieces: Piece[] }

function newOutput(): Output {
  return { chunks: [], length: 0, pieces: [] }
}

function joined({ chunks, pieces }: Output): Printed {
  return { text: chunks.join(''), pieces }
}

/**
 * The text that a project has for a section where one stands; undefined where it has none. `members`: ids of those of
 * the lists around it that one stands in, the innermost first.
 */
export type Replaced = (section: string, members: readonly string[]) => Source | undefined
type Passages = Map<string, { program: hbs.AST.Program; source: Source }>

export type Evaluation<H> = {
  words: Words<H>
  /** of messages */
  locale: Locale
  /** of what is printed; default the same */
  language?: Locale
  /** sections that the project words itself; in them `{{standard}}` prints the replaced text */
  replaced?: Replaced
  /** sources whose passages are known from the beginning, each going before those ahead of it */
  passages?: readonly Source[]
  /** what words are told that they stand in, outside of sections */
  section?: string
}

/**
 * Prints a template.
 *
 * @param source its text, or its title's
 * @param here where one stands at its beginning
 * @throws NotatError `configuration` for what is unknown or out of place, with template, line and column
 */
export function evaluate<H>(source: Source, here: H, evaluation: Evaluation<H>): Evaluated {
  return atOnce(evaluationSteps(source, here, evaluation))
}

/** `evaluate` in steps. */
export function* evaluationSteps<H>(source: Source, here: H, evaluation: Evaluation<H>): Steps<Evaluated> {
  const { words, locale, language = locale, replaced = () => undefined, passages = [], section = '' } = evaluation
  const printing: Printing<H> = {
    words,
    replaced,
    locale,
    language,
    slots: [],
    notes: [],
    absent: [],
    passages: new Map(passages.flatMap((each) => [...passagesIn(each)])),
    spliced: new Set(),
    output: newOutput(),
    steps: 0,
    depth: 0,
  }
  yield* run(printing, source.program, { here, source, section, standard: null, open: [], members: [] })
  const { output, slots, notes, absent } = printing
  return { ...joined(output), slots, notes, absent }
}

/** What an expression gives where one stands. */
export function valueOfExpression<H>(
  expression: Expression,
  here: H,
  { words, locale }: Pick<Evaluation<H>, 'words' | 'locale'>,
): Value<H> {
  const printing: Printing<H> = {
    words,
    locale,
    language: locale,
    replaced: () => undefined,
    slots: [],
    notes: [],
    absent: [],
    passages: new Map(),
    spliced: new Set(),
    output: newOutput(),
    steps: 0,
    depth: 0,
  }
  const context = { here, source: expression.source, section: '', standard: null, open: [], members: [] }
  return atOnce(valueFor(printing, expression.node, context))
}

/** The passages that a text defines outside of everything else. */
export function passagesIn(source: Source): Passages {
  const defined = source.program.body.filter(
    (node): node is hbs.AST.BlockStatement => node.type === 'BlockStatement' && nameOf((node as hbs.AST.BlockStatement).path) === 'define',
  )
  return new Map(defined.map((node) => [textOfLiteral(node.params[0]), { program: node.program, source }]))
}

function* run<H>(printing: Printing<H>, program: hbs.AST.Program | undefined, context: Context<H>): Steps<void> {
  if (!program) return
  const nodes = program.body
  printing.depth += 1
  if (printing.depth > mostOpen) {
    throw failure(printing.locale, context.source, nodes[0] ?? program, 'overlong-template', { limit: mostOpen, of: 'levels' })
  }
  let isLineTaken = false
  for (const [index, node] of nodes.entries()) {
    step(printing, context, node)
    if (printing.steps % stepsAtOnce === 0) yield
    if (node.type === 'ContentStatement') {
      printContent(printing, node as hbs.AST.ContentStatement & { original: string }, context, {
        isLast: index === nodes.length - 1,
        isLineTaken,
      })
    } else if (node.type === 'MustacheStatement') {
      isLineTaken = !(yield* printMustache(printing, node as hbs.AST.MustacheStatement, context))
      continue
    } else if (node.type === 'PartialStatement') {
      yield* printPassage(printing, node as hbs.AST.PartialStatement, context)
    } else if (node.type === 'Splice') {
      yield* printSplice(printing, node as Splice, context)
    } else if (node.type === 'BlockStatement') {
      const block = node as hbs.AST.BlockStatement
      const value = () => valueFor(printing, block.params[0] as hbs.AST.Expression, context)
      yield* printBlock[nameOf(block.path) as BlockName](printing, block, value, context as Context<unknown> & Context<H>)
    }
    isLineTaken = false
  }
  printing.depth -= 1
}

/** So many are done before the thread may be let go of: a pause costs more than most of them. */
const stepsAtOnce = 8

/** Everything that is done counts, so that no template runs without end. */
function step<H>(printing: Printing<H>, { source }: Context<H>, node: hbs.AST.Node): void {
  printing.steps += 1
  if (printing.steps > mostSteps) throw failure(printing.locale, source, node, 'overlong-template', { limit: mostSteps, of: 'steps' })
}

// ── what is printed ──

function write({ output }: Pick<Printing<never>, 'output'>, text: string, printedFrom: string, place: Place): void {
  output.pieces.push({ at: output.length, text: printedFrom, place })
  output.chunks.push(text)
  output.length += text.length
}

/** Words of the source itself, run by run. */
function writeWords<H>(printing: Printing<H>, text: string, source: Source, node: hbs.AST.Node, before: string): void {
  const { runs } = source
  if (!runs) {
    write(printing, text, text, placeOf(source, node, before))
    return
  }
  const start = offsetOfNode(source, node) + before.length
  const cuts = runs.flatMap(({ at }) => (at > start && at < start + text.length ? [at - start] : []))
  for (const [index, from] of [0, ...cuts].entries()) {
    const part = text.slice(from, cuts[index])
    write(printing, part, part, { file: source.file, ...placeInSource(source, start + from) })
  }
}

/**
 * Takes away the white space that has been printed last: blanks of its line, all from its first line break on, or all
 * of it.
 */
function cut({ output }: Pick<Printing<never>, 'output'>, what: 'blanks' | 'lines' | 'all'): void {
  const { chunks, pieces } = output
  let tail = ''
  for (let last = chunks.pop(); last !== undefined; last = chunks.pop()) {
    const words = last.trimEnd()
    tail = last.slice(words.length) + tail
    if (words === '') continue
    chunks.push(words)
    break
  }
  const kept = what === 'all' ? '' : what === 'blanks' ? tail.replace(/[ \t]+$/, '') : (tail.split('\n')[0] ?? '')
  output.length -= tail.length - kept.length
  if (kept !== '') chunks.push(kept)
  while ((pieces.at(-1)?.at ?? 0) > output.length) pieces.pop()
}

/** `isLineTaken`: what stood before it on its line printed nothing and had the line to itself, so the line goes. */
function printContent<H>(
  printing: Printing<H>,
  { value, original, ...node }: hbs.AST.ContentStatement & { original: string },
  { source }: Context<H>,
  { isLast, isLineTaken }: { isLast: boolean; isLineTaken: boolean },
): void {
  // Handlebars forgets the indentation of a closing tag after a chained else; in Markdown it would indent what
  // comes next.
  const kept = isLast && /\n[ \t]+$/.test(original) ? value.replace(/[ \t]+$/, '') : value
  const text = isLineTaken ? kept.replace(/^[ \t]*\n/, '') : kept
  writeWords(printing, text, source, node as hbs.AST.Node, original.slice(0, original.length - value.length + (kept.length - text.length)))
}

/** Whether anything was printed; where not, and it has its line to itself, its indentation goes. */
function* printMustache<H>(printing: Printing<H>, node: hbs.AST.MustacheStatement, context: Context<H>): Steps<boolean> {
  const name = nameOf(node.path)
  if (name === 'standard' && context.standard) {
    yield* context.standard()
    return true
  }
  const isCall = node.params.length > 0 || node.hash
  const value = yield* isCall ? called(printing, node, context) : valueFor(printing, node.path as hbs.AST.Expression, context)
  if (value === null && printing.words[name]?.isRequired) {
    throw failure(printing.locale, context.source, node, 'unguarded-absence', { name: `(${name} "${textOfLiteral(node.params[0])}")` })
  }
  if (value === null || value === '') {
    if (!hasLineToItself(context.source, node)) return true
    cut(printing, 'blanks')
    return false
  }
  print(printing, value, name, context, node)
  return true
}

function print<H>(printing: Printing<H>, value: Value<H>, name: string, context: Context<H>, node: hbs.AST.Node): void {
  const { locale, slots } = printing
  const slot = asSlot(value)
  if (slot === null) throw failure(locale, context.source, node, 'unprintable-value', { name, expected: 'text' })
  if (typeof value === 'string' && privateUse.test(value)) {
    throw failure(locale, context.source, node, 'private-use-character', { name })
  }
  if (isNumeral(value) && value.slot === null) printing.absent.push({ name, place: placeOf(context.source, node) })
  slots.push(slot)
  write(printing, marker(slots.length - 1), '', placeOf(context.source, node))
}

/**
 * A passage that `define` has named, read where one stands. With its line to itself it is lines, else part of its
 * line.
 */
function* printPassage<H>(printing: Printing<H>, node: hbs.AST.PartialStatement, context: Context<H>): Steps<void> {
  const { passages, locale } = printing
  const name = nameOf(node.name)
  const defined = passages.get(name)
  if (!defined || context.open.includes(name)) {
    throw failure(locale, context.source, node, 'unknown-template-name', { name: `> ${name}`, ...nearNames(name, [...passages.keys()]) })
  }
  const inner = { ...context, source: defined.source, open: [...context.open, name] }
  yield* run(printing, defined.program, inner)
  if (!hasLineToItself(context.source, node)) cut(printing, 'lines')
}

/** Another source's text; where it is printed once, in paragraphs of its own. */
function* printSplice<H>(printing: Printing<H>, node: Splice, context: Context<H>): Steps<void> {
  const { source, once } = node
  if (once !== null && printing.spliced.has(once)) return
  const apart = () => once !== null && write(printing, '\n\n', '', placeOf(context.source, node))
  if (once !== null) printing.spliced.add(once)
  apart()
  yield* run(printing, source.program, { ...context, source, section: once ?? context.section, standard: null, open: [] })
  apart()
}

/** Standing in a member of a list. */
function inMember<H>(context: Context<H>, { idOf }: List<H>, here: H): Context<H> {
  return { ...context, here, members: idOf ? [idOf(here), ...context.members] : context.members }
}

/** Nothing else stands on its line of the file. */
function hasLineToItself({ text }: Source, { loc: { start, end } }: hbs.AST.Node): boolean {
  const line = linesOf(text)[start.line - 1] ?? ''
  return start.line === end.line && `${line.slice(0, start.column)}${line.slice(end.column)}`.trim() === ''
}

const knownLines = new Map<string, string[]>()

function linesOf(text: string): string[] {
  const known = knownLines.get(text) ?? text.split('\n')
  if (knownLines.size > 100) knownLines.clear()
  knownLines.set(text, known)
  return known
}

type PrintBlock = <H>(printing: Printing<H>, node: hbs.AST.BlockStatement, value: () => Steps<Value<H>>, context: Context<H>) => Steps<void>

const printBlock: Record<BlockName, PrintBlock> = {
  *if(printing, node, value, context) {
    yield* run(printing, isTrue(yield* value()) ? node.program : node.inverse, context)
  },
  *unless(printing, node, value, context) {
    yield* run(printing, isTrue(yield* value()) ? node.inverse : node.program, context)
  },
  *each(printing, node, value, context) {
    const list = listOf(printing, node, yield* value(), context)
    const { members } = list
    if (members.length === 0) return yield* run(printing, node.inverse, context)
    for (const here of members) yield* run(printing, node.program, inMember(context, list, here))
  },
  *list(printing, node, value, context) {
    const list = listOf(printing, node, yield* value(), context)
    const { members } = list
    const { comma, last } = printing.language.document.list
    for (const [index, here] of members.entries()) {
      const joint = index === 0 ? '' : index === members.length - 1 ? last : comma
      write(printing, joint, '', placeOf(context.source, node))
      yield* run(printing, node.program, inMember(context, list, here))
      cut(printing, 'all')
    }
    if (node.loc.start.line !== node.loc.end.line) write(printing, '\n', '', placeOf(context.source, node))
  },
  *with(printing, node, value, context) {
    const inner = yield* value()
    if (inner === null) return yield* run(printing, node.inverse, context)
    if (!isThing(inner)) throw unfit(printing, node, context, 'names')
    yield* run(printing, node.program, { ...context, here: inner.here })
  },
  *section(printing, node, value, context) {
    const section = String(yield* value())
    const own = printing.replaced(section, context.members)
    const standard = () => run(printing, node.program, { ...context, section, standard: null })
    if (!own) return yield* standard()
    const isInItself = context.open.includes(`#section ${section}`)
    if (isInItself) throw failure(printing.locale, context.source, node, 'not-in-templates', { what: `{{#section "${section}"}}` })
    yield* run(printing, own.program, { ...context, source: own, section, standard, open: [...context.open, `#section ${section}`] })
    // Handlebars takes the line break after a block that has lines of its own; the text's last line must still end.
    const isLines = node.loc.start.line !== node.loc.end.line && !own.text.endsWith('\n')
    if (isLines) write(printing, '\n', '', placeOf(context.source, node))
  },
  *define(printing, node, value, context) {
    printing.passages.set(String(yield* value()), { program: node.program, source: context.source })
  },
  *note(printing, node, _value, context) {
    const around = printing.output
    printing.output = newOutput()
    yield* run(printing, node.program, context)
    const body = joined(printing.output)
    printing.output = around
    const { id, mark } = noteOf(printing, body)
    print(printing, { slot: 'inline', children: [{ type: 'noteReference', note: id, text: mark }] }, 'note', context, node)
    // Handlebars takes the line breaks of a block that has lines of its own; the mark's line must still end.
    if (node.loc.start.line !== node.loc.end.line) write(printing, '\n', '', placeOf(context.source, node))
  },
}

/**
 * The note of that text. What has been said before is not said again, unless it prints a slot: markers are never the
 * same.
 */
function noteOf({ notes }: Pick<Printing<never>, 'notes'>, body: Printed): { id: string; mark: string } {
  const same = notes.find((note) => note.body.text.trim() === body.text.trim())
  if (same) return same
  const mark = String(notes.length + 1)
  const added = { id: `note-${mark}`, mark, body }
  notes.push(added)
  return added
}

function listOf<H>(printing: Printing<H>, node: hbs.AST.BlockStatement, value: Value<H>, context: Context<H>): List<H> {
  if (isList(value)) return value
  throw unfit(printing, node, context, 'list')
}

function unfit<H>({ locale }: Printing<H>, node: hbs.AST.BlockStatement, { source }: Context<H>, expected: string): NotatError {
  return failure(locale, source, node, 'unprintable-value', { name: nameOf(node.params[0] ?? node.path), expected })
}

// ── what words give ──

function* valueFor<H>(printing: Printing<H>, node: hbs.AST.Expression, context: Context<H>): Steps<Value<H>> {
  switch (node.type) {
    case 'StringLiteral':
    case 'BooleanLiteral':
    case 'NumberLiteral':
      return (node as hbs.AST.StringLiteral | hbs.AST.BooleanLiteral | hbs.AST.NumberLiteral).value
    case 'PathExpression':
      return yield* lookUp(printing, node as hbs.AST.PathExpression, context)
    default:
      return yield* called(printing, node as hbs.AST.SubExpression, context)
  }
}

/** A word without arguments, and the words of the noun it gives. */
function* lookUp<H>(printing: Printing<H>, path: hbs.AST.PathExpression, context: Context<H>): Steps<Value<H>> {
  const { words, locale } = printing
  const [first = 'this', ...rest] = path.parts.length === 0 ? ['this'] : path.parts
  const unknown = (known: readonly string[]) =>
    failure(locale, context.source, path, 'unknown-template-name', { name: path.original, ...nearNames(rest.at(-1) ?? first, known) })
  const word = Object.hasOwn(words, first) ? words[first] : undefined
  if (!word) throw unknown(Object.keys(words))
  const given = yield* call(printing, path, word, { args: [], pairs: [] }, context)
  return rest.reduce<Value<H>>((value, name) => {
    if (value === null) return null
    const attributes = isThing(value) || isList(value) ? value.attributes : {}
    const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined
    if (!attribute) throw unknown(Object.keys(attributes))
    return attribute()
  }, given)
}

/** What a word gives for its arguments. */
function* called<H>(printing: Printing<H>, node: hbs.AST.SubExpression | hbs.AST.MustacheStatement, context: Context<H>): Steps<Value<H>> {
  const word = printing.words[nameOf(node.path)] as Word<H>
  return yield* call(printing, node, word, { args: node.params, pairs: node.hash?.pairs ?? [] }, context)
}

type Arguments = { args: readonly hbs.AST.Expression[]; pairs: readonly hbs.AST.HashPair[] }

function* call<H>(
  printing: Printing<H>,
  node: hbs.AST.Node,
  word: Word<H>,
  { args, pairs }: Arguments,
  context: Context<H>,
): Steps<Value<H>> {
  const { here, section, source } = context
  const isLazy = (key: string) => word.lazy?.includes(key) ?? false
  const eager = pairs.filter(({ key }) => !isLazy(key))
  const values: Value<H>[] = []
  for (const each of args) values.push(yield* valueFor(printing, each, context))
  const options: [string, Value<H>][] = []
  for (const { key, value } of eager) options.push([key, yield* valueFor(printing, value, context)])
  const asked: Call<H> = {
    here,
    section,
    place: () => placeOf(source, node),
    args: values,
    options: Object.fromEntries(options),
    lazy: (option) => {
      const pair = pairs.find(({ key }) => key === option && isLazy(key))
      if (!pair) return null
      return (member) => {
        step(printing, context, node)
        return atOnce(valueFor(printing, pair.value, { ...context, here: member }))
      }
    },
    fail: (argument, expected) => {
      const helper = node.type === 'PathExpression' ? nameOf(node) : nameOf((node as hbs.AST.SubExpression).path)
      throw failure(printing.locale, source, node, 'wrong-argument', { helper, argument, expected })
    },
  }
  try {
    return word.steps ? yield* word.steps(asked) : word.run(asked)
  } catch (error) {
    if (error instanceof NotatError) throw error
    // A fault of our own is told at the word it came from.
    throw new NotatError('internal', failure(printing.locale, source, node, 'internal-error', { detail: detailOf(error) }).problems)
  }
}

/** The name that somebody probably meant, and where none is near the few that are nearest. */
export function nearNames(name: string, known: readonly string[]): { nearest: string; known: string } {
  return { nearest: nearestName(name, known) ?? '', known: nearestFew(name, known).join(', ') }
}

/** Where the character at an offset of a printed text comes from. */
export function placeAt({ pieces }: Printed, offset: number): Place {
  const piece = pieces[pieceAt(pieces, offset)]
  return piece ? { ...piece.place, ...moved(piece.place, piece, offset - piece.at) } : { file: '' }
}

/** Index of the piece that an offset is in. */
export function pieceAt(pieces: readonly { at: number }[], offset: number): number {
  let [low, high] = [0, pieces.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((pieces[middle]?.at ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

function asSlot<H>(value: Value<H>): Slot | null {
  if (typeof value === 'string') return textSlot(value)
  if (isNumeral(value)) return value.slot ?? textSlot(value.missing)
  return isSlot(value) ? value : null
}

function textSlot(words: string): Slot {
  return { slot: 'inline', children: [{ type: 'text', text: words.replace(/[\t\n\r ]+/g, ' ') }] }
}

function isSlot<H>(value: Value<H>): value is Slot {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'slot') && !Object.hasOwn(value, 'is')
}

export function isNumeral<H>(value: Value<H> | undefined): value is Numeral {
  return is(value, 'number')
}

export function isList<H>(value: Value<H> | undefined): value is List<H> {
  return is(value, 'list')
}

export function isThing<H>(value: Value<H> | undefined): value is Thing<H> {
  return is(value, 'thing')
}

function is<H>(value: Value<H> | undefined, kind: 'number' | 'list' | 'thing'): boolean {
  return typeof value === 'object' && value !== null && 'is' in value && value.is === kind
}

/** A number is true where it is there, a list where it has members, a text where it is not empty. */
export function isTrue<H>(value: Value<H>): boolean {
  if (typeof value === 'boolean') return value
  if (isNumeral(value)) return value.slot !== null
  return isList(value) ? value.members.length > 0 : value !== null && value !== ''
}

// ── the grammar: what Handlebars allows and we do not ──

export const blockNames = ['if', 'unless', 'each', 'list', 'with', 'section', 'define', 'note'] as const
type BlockName = (typeof blockNames)[number]

export function textOfLiteral(node: hbs.AST.Expression | undefined): string {
  return String((node as hbs.AST.StringLiteral | undefined)?.value ?? '')
}

export function nameOf(node: hbs.AST.Node): string {
  return String((node as hbs.AST.PathExpression).original ?? '')
}

function placeOf(source: Source, node: hbs.AST.Node, before = ''): Place & { line: number; column: number } {
  const { line, column } = node.loc.start
  if (source.runs) return { file: source.file, ...placeInSource(source, offsetOfNode(source, node) + before.length) }
  const own = { line: line + source.line - 1, column: column + (line === 1 ? source.column : 1) }
  return { file: source.file, ...moved(own, { text: before }, before.length) }
}

function offsetOfNode(source: Source, { loc: { start } }: hbs.AST.Node): number {
  return offsetOf(source, { line: start.line, column: start.column + 1 })
}

/** Where a character of a source stands in its file. */
function placeInSource(source: Omit<Source, 'program'>, offset: number): { line: number; column: number } {
  const { line, column, runs } = source
  const run = runs?.findLast(({ at }) => at <= offset)
  return run ? { line: run.line, column: run.column + offset - run.at } : moved({ line, column }, source, offset)
}

/** A place after some of a text, where its line breaks are known: many places of a long text are asked for. */
function moved({ line = 1, column = 1 }: Partial<Place>, within: { text: string }, offset: number): { line: number; column: number } {
  const starts = lineStarts(within)
  const at = Math.min(offset, within.text.length)
  const index = pieceAt(starts, at)
  return index === 0 ? { line, column: column + at } : { line: line + index, column: at - (starts[index]?.at ?? 0) + 1 }
}

const startsOf = new WeakMap<object, { text: string; starts: { at: number }[] }>()

/** Where the lines of a text begin. */
function lineStarts(within: { text: string }): { at: number }[] {
  const { text } = within
  const known = startsOf.get(within)
  if (known?.text === text) return known.starts
  const starts = [{ at: 0 }, ...[...text.matchAll(/\n/g)].map(({ index }) => ({ at: index + 1 }))]
  startsOf.set(within, { text, starts })
  return starts
}

export function failure<C extends ProblemCode>(
  locale: Locale,
  source: Source,
  node: hbs.AST.Node,
  code: C,
  values: ProblemValues[C],
): NotatError {
  const place = placeOf(source, node)
  const offset = source.line === 1 ? offsetOf(source, place) : null
  return new NotatError('configuration', [
    { ...problem(locale, code, values, place), ...(offset === null ? {} : { excerpt: excerptOf(source.text, offset) }) },
  ])
}

function offsetOf(source: { text: string }, { line, column }: { line: number; column: number }): number {
  return (lineStarts(source)[line - 1]?.at ?? source.text.length) + column - 1
}

// ── numbers typed by hand ──

/**
 * Every digit of a template's prose that comes from no slot: a number somebody has typed. Dates, years, times,
 * paragraphs of law and numbers of appendices are no figures; the locale knows them. A digit that a letter precedes
 * is part of a name ("F2").
 *
 * @param text of a template or a section; front matter is not prose
 * @param file its name in the project
 * @returns one problem a number, `values.id` its finding id: `typed-number/FILE:LINE:COLUMN`
 */
export function lintTemplate(text: string, file: string, locale: LocaleId, messages: Locale = locales[locale]): Problem[] {
  const prose = text.replace(/\r\n?/g, '\n').replace(/^---\n[\s\S]*?\n---(?=\n|$)/, blanked)
  return lintSource({ file, text: prose, line: 1, column: 1 }, locale, messages)
}

/** `lintTemplate` for a part of a file. */
export function lintSource(source: Omit<Source, 'program'>, locale: LocaleId, messages: Locale): Problem[] {
  // A mustache keeps its length, so that the places of the words around it stay.
  const masked = withoutMustaches(source.text)
  if (!masked.includes('&') && typedNumbers(masked, locale).length === 0) return []
  return textNodes(fromMarkdown(masked)).flatMap((node) =>
    typedNumbers(node.value, locale).map(({ number, at }) => {
      const start = node.position?.start.offset ?? 0
      const offset = start + offsetInSource(masked.slice(start, node.position?.end.offset ?? start), node.value, at)
      const place = placeInSource(source, offset)
      const id = `typed-number/${source.file}:${place.line}:${place.column}`
      const excerpt = source.line === 1 ? { excerpt: excerptOf(source.text, offset) } : {}
      return { ...problem(messages, 'typed-number', { number, id }, { file: source.file, ...place }), ...excerpt }
    }),
  )
}

/**
 * Where a character of a text node's value stands in its source. Line by line, since Markdown drops the indentation
 * of lines; a line with an entity or an escape, which is shorter in the value, counts from its beginning.
 */
function offsetInSource(source: string, value: string, at: number): number {
  const before = value.slice(0, at).split('\n')
  const line = before.length - 1
  const sourceLines = source.split('\n')
  const [sourceLine = '', valueLine = ''] = [sourceLines[line], value.split('\n')[line]]
  const indent = sourceLine.indexOf(valueLine)
  const inLine = indent < 0 ? 0 : indent + (before.at(-1)?.length ?? 0)
  return sourceLines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + inLine
}

/** One pass, also where nothing that is opened is closed. */
function withoutMustaches(text: string): string {
  const parts: string[] = []
  let from = 0
  for (let start = text.indexOf('{{'); start >= 0; start = text.indexOf('{{', from)) {
    const closing = text.startsWith('{{!--', start) ? '--}}' : '}}'
    const end = text.indexOf(closing, start + 2)
    if (end < 0) break
    parts.push(text.slice(from, start), blanked(text.slice(start, end + closing.length)))
    from = end + closing.length
  }
  return parts.join('') + text.slice(from)
}

/**
 * Private-use characters in place of a mustache: neither blank nor punctuation, so that the Markdown around it reads
 * as it will.
 */
function blanked(text: string): string {
  return text.replace(/[^\n]/g, text.startsWith('{{') ? digit(0) : ' ')
}

type TextNode = { value: string; position?: { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined }
type AnyNode = { type: string; children?: unknown }

function textNodes(node: AnyNode): TextNode[] {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return [node as unknown as TextNode]
  return Array.isArray(node.children) ? node.children.flatMap((child: AnyNode) => textNodes(child)) : []
}

function typedNumbers(text: string, locale: LocaleId): { number: string; at: number }[] {
  const known = locales[locale].document.knownNumbers.reduce(
    (rest, pattern) => rest.replace(pattern, (match) => ' '.repeat(match.length)),
    text,
  )
  return [...known.matchAll(/(?<![\p{L}\p{N}])\p{N}+(?:[.,:/]\p{N}+)*/gu)].map((match) => ({ number: match[0], at: match.index }))
}
