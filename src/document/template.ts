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
import * as z from 'zod'
import { NotatError, type Place, type Problem, type ProblemCode, type ProblemValues, problem, someOf } from '../errors.js'
import { type LocaleId, localeIds, locales } from '../locale/index.js'
import type { Locale } from '../locale/words.js'
import { Id } from '../survey.js'
import { checkYaml, excerptOf, parseYaml, type TextRun } from '../yaml.js'
import type { Block, Inline } from './blocks.js'

// ── a template and its parts ──

/** What the author gives for each memo. `caseNumber`: digits, blanks and hyphens, kept as written. */
const TemplateField = z.strictObject({
  name: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  type: z.enum(['text', 'date', 'caseNumber']),
  /** what the margin column calls it: "Sagsnummer i F2" */
  label: z.string().min(1),
  required: z.boolean().default(false),
  /** false: the text uses it, the margin column does not show it */
  margin: z.boolean().default(true),
})
export type TemplateField = z.infer<typeof TemplateField>

const FrontMatter = z.strictObject({
  /** the language of its prose, which is the document's; default the project's */
  locale: z.enum(localeIds).optional(),
  /** "Notat" */
  kind: z.string().min(1),
  /** template text of one line */
  title: z.string().min(1),
  fields: z.array(TemplateField).default([]),
  /** names of the sections that a project may replace, as `{{#section "name"}}` in the text has them */
  sections: z.array(Id).default([]),
  /** name of the field that stands at the foot of the page */
  footer: z.string().optional(),
})

/**
 * Template text, read once, and where it stands: `line` and `column` of its first character. `runs`: where each part
 * of it stands, where that is not line by line as in its file.
 */
export type Source = { file: string; text: string; line: number; column: number; runs?: readonly TextRun[]; program: hbs.AST.Program }

/** A template, read. `body` keeps the file's line numbers. */
export type Template = {
  name: string
  /** the language of its prose; null: the project's */
  locale: LocaleId | null
  kind: string
  title: Source
  fields: TemplateField[]
  sections: string[]
  footer: string | null
  body: Source
}

/**
 * Reads a template's front matter.
 *
 * @param locale of the project, for messages
 * @throws NotatError `configuration` with everything that is wrong with the front matter, at its line
 */
export function parseTemplate(name: string, file: string, text: string, locale: Locale): Template {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const end = lines.indexOf('---', 1)
  if (lines[0] !== '---' || end < 0) {
    throw new NotatError('configuration', [problem(locale, 'broken-front-matter', { detail: '---' }, { file, line: 1, column: 1 })])
  }
  // The first line is left empty and the body gets an empty line for each of the front matter's, so that lines count
  // as in the file.
  const yaml = parseYaml(['', ...lines.slice(1, end)].join('\n'), file, locale)
  if (yaml.problems.length > 0) throw new NotatError('configuration', yaml.problems)
  const { value, problems } = checkYaml(yaml, FrontMatter)
  if (value === null || problems.length > 0) throw new NotatError('configuration', problems)
  const body = readSource({ file, text: '\n'.repeat(end + 1) + lines.slice(end + 1).join('\n') }, locale)
  const found = new Set(sectionsIn(body.program))
  const undeclared = [...found].filter((section) => !value.sections.includes(section))
  const absent = value.sections.filter((section) => !found.has(section))
  const mismatches = [...undeclared, ...absent].map((section) => yaml.problem('mismatched-section', { section }, ['sections']))
  if (mismatches.length > 0) throw new NotatError('configuration', mismatches)
  const footer = value.footer ?? null
  const known = value.fields.map((field) => field.name)
  if (footer !== null && !known.includes(footer)) {
    throw new NotatError('configuration', [
      yaml.problem('unknown-field', { field: footer, template: name, known: known.join(', ') }, ['footer']),
    ])
  }
  const line = yaml.lineOf(['title'])
  const titleLine = lines[line - 1] ?? ''
  const column = titleLine.indexOf(value.title.slice(0, 1), titleLine.indexOf(':')) + 1
  return {
    name,
    locale: value.locale ?? null,
    kind: value.kind,
    title: readSource({ file, text: value.title, line, column }, locale),
    fields: value.fields,
    sections: value.sections,
    footer,
    body,
  }
}

/**
 * Template text → its tree.
 *
 * @throws NotatError `configuration` where it is no Handlebars, or holds private-use characters
 */
export function readSource(part: Pick<Source, 'file' | 'text' | 'runs'> & Partial<Source>, locale: Locale): Source {
  const { file, text, line = 1, column = 1, runs } = part
  if (privateUse.test(text)) {
    throw new NotatError('configuration', [problem(locale, 'private-use-character', { name: file }, { file })])
  }
  try {
    return { file, text, line, column, ...(runs ? { runs } : {}), program: Handlebars.parse(text) }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const [summary = '', ...details] = error.message.split('\n')
    const lineInText = Number(/line (\d+)/.exec(summary)?.[1] ?? /(\d+):\d+$/.exec(summary)?.[1] ?? 1)
    const detail = [summary.replace(/:?$/, ''), details.at(-1)].filter(Boolean).join(': ')
    throw new NotatError('configuration', [problem(locale, 'broken-template', { detail }, { file, line: lineInText + line - 1 })])
  }
}

// ── values ──

/** A node of the document tree on its way through a template. */
export type Slot = { slot: 'inline'; children: Inline[] } | { slot: 'block'; block: Block }

/** What a name may stand for. null: something that may be absent and is. */
export type Value = null | boolean | string | Slot | readonly Value[] | Values
/** Names and what they stand for; only own keys count, so nothing is found on a prototype. */
export type Values = { readonly [name: string]: Value }

export type Call = {
  args: readonly Value[]
  /** `period="previous"` */
  options: Values
  /** name of the section it stands in; '' outside of sections */
  section: string
  /** Refuses an argument; `expected` says what would do. */
  fail: (argument: string, expected: string) => never
}

/** A function of templates: `{{change "external" sign=true}}`. */
export type Helper = {
  /** fewest and most arguments */
  takes: readonly [fewest: number, most: number]
  /** names of its options */
  options: readonly string[]
  run: (call: Call) => Value
}
export type Helpers = Readonly<Record<string, Helper>>

// ── evaluation ──

/** A memo takes some thousand; passages within passages would take any number. */
const mostSteps = 1_000_000

/** A stretch of printed text and the place of its first character. `text` is empty for a marker. */
type Piece = { at: number; text: string; place: Place }

/** Text with markers, and where each part of it comes from. */
export type Printed = { text: string; pieces: Piece[] }

/** A template's text, printed. Marker i stands for `slots[i]`; `notes` in the order of their marks. */
export type Evaluated = Printed & { slots: Slot[]; notes: { id: string; mark: string; body: Printed }[] }

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

type Scope = { values: Values; parent: Scope | null }
type Context = { scope: Scope; source: Source; section: string; standard: (() => void) | null; open: readonly string[] }

/** A printing on its way: what it is given, and what has been printed so far. */
type Printing = {
  readonly helpers: Helpers
  readonly replaced: Readonly<Record<string, Source>>
  readonly locale: Locale
  readonly slots: Slot[]
  readonly notes: Evaluated['notes']
  /** what `define` has named */
  readonly passages: Map<string, { program: hbs.AST.Program; source: Source }>
  output: Printed
  steps: number
}

/**
 * Prints a template.
 *
 * @param source its text, or its title's
 * @param options.replaced sections that the project words itself, by name; in them `{{standard}}` prints the replaced
 *   text
 * @param options.section what helpers are told that they stand in, outside of sections
 * @throws NotatError `configuration` for what is unknown or out of place, with template, line and column
 */
export function evaluate(
  source: Source,
  values: Values,
  helpers: Helpers,
  { replaced = {}, section = '', locale }: { replaced?: Readonly<Record<string, Source>>; section?: string; locale: Locale },
): Evaluated {
  for (const each of [source, ...Object.values(replaced)]) checkSource(each, helpers, locale)
  const passages: Printing['passages'] = new Map()
  const printing: Printing = { helpers, replaced, locale, slots: [], notes: [], passages, output: { text: '', pieces: [] }, steps: 0 }
  run(printing, source.program, within(printing, { scope: null, source, section, standard: null, open: [] }, values))
  const { output, slots, notes } = printing
  return { ...output, slots, notes }
}

function run(printing: Printing, program: hbs.AST.Program | undefined, context: Context): void {
  for (const node of program?.body ?? []) {
    printing.steps += 1
    if (printing.steps > mostSteps) throw failure(printing.locale, context.source, node, 'overlong-template', { limit: mostSteps })
    if (node.type === 'ContentStatement') {
      const { value, original } = node as hbs.AST.ContentStatement & { original: string }
      // Handlebars forgets the indentation of a closing tag after a chained else; in Markdown it would indent what
      // comes next.
      const isIndented = node === program?.body.at(-1) && /\n[ \t]+$/.test(original)
      const text = isIndented ? value.replace(/[ \t]+$/, '') : value
      writeWords(printing, text, context.source, node, original.slice(0, original.indexOf(value)))
    } else if (node.type === 'MustacheStatement') {
      printMustache(printing, node as hbs.AST.MustacheStatement, context)
    } else if (node.type === 'PartialStatement') {
      printPassage(printing, node as hbs.AST.PartialStatement, context)
    } else if (node.type === 'BlockStatement') {
      const block = node as hbs.AST.BlockStatement
      const value = () => valueFor(printing, block.params[0] as hbs.AST.Expression, context)
      printBlock[nameOf(block.path) as BlockName](printing, block, value, context)
    }
  }
}

// ── what is printed ──

function write({ output }: Printing, text: string, printedFrom: string, place: Place): void {
  output.pieces.push({ at: output.text.length, text: printedFrom, place })
  output.text += text
}

/** Words of the source itself, run by run. */
function writeWords(printing: Printing, text: string, source: Source, node: hbs.AST.Node, before: string): void {
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

function print(printing: Printing, value: Value, name: string, context: Context, node: hbs.AST.Node): void {
  const { locale, slots } = printing
  const slot = asSlot(value)
  if (slot === null) throw failure(locale, context.source, node, 'unprintable-value', { name, expected: 'text' })
  if (typeof value === 'string' && privateUse.test(value)) {
    throw failure(locale, context.source, node, 'private-use-character', { name })
  }
  slots.push(slot)
  write(printing, marker(slots.length - 1), '', placeOf(context.source, node))
}

function printMustache(printing: Printing, node: hbs.AST.MustacheStatement, context: Context): void {
  const name = nameOf(node.path)
  if (name === 'standard' && context.standard) {
    context.standard()
    return
  }
  const value = Object.hasOwn(printing.helpers, name)
    ? called(printing, node, context)
    : lookUp(node.path as hbs.AST.PathExpression, context, printing.locale)
  print(printing, value, name, context, node)
}

/** A passage that `define` has named, with the names of the place where it is used. */
function printPassage(printing: Printing, node: hbs.AST.PartialStatement, context: Context): void {
  const { passages, locale } = printing
  const name = nameOf(node.name)
  const defined = passages.get(name)
  if (!defined || context.open.includes(name)) {
    throw failure(locale, context.source, node, 'unknown-template-name', { name: `> ${name}`, known: someOf([...passages.keys()]) })
  }
  run(printing, defined.program, { ...context, source: defined.source, open: [...context.open, name] })
}

type PrintBlock = (printing: Printing, node: hbs.AST.BlockStatement, value: () => Value, context: Context) => void

const printBlock: Record<BlockName, PrintBlock> = {
  if: (printing, node, value, context) => run(printing, isTrue(value()) ? node.program : node.inverse, context),
  unless: (printing, node, value, context) => run(printing, isTrue(value()) ? node.inverse : node.program, context),
  each(printing, node, value, context) {
    const items = value()
    if (!Array.isArray(items)) throw unfit(printing, node, context, 'list')
    if (items.length === 0) return run(printing, node.inverse, context)
    for (const item of items) run(printing, node.program, within(printing, context, isValues(item) ? item : { this: item }))
  },
  with(printing, node, value, context) {
    const inner = value()
    if (inner === null) return run(printing, node.inverse, context)
    if (!isValues(inner)) throw unfit(printing, node, context, 'names')
    run(printing, node.program, within(printing, context, inner))
  },
  section(printing, node, value, context) {
    const section = String(value())
    const own = printing.replaced[section]
    const standard = () => run(printing, node.program, { ...context, section, standard: null })
    if (!own) return standard()
    const isInItself = context.open.includes(`#section ${section}`)
    if (isInItself) throw failure(printing.locale, context.source, node, 'not-in-templates', { what: `{{#section "${section}"}}` })
    run(printing, own.program, { ...context, source: own, section, standard, open: [...context.open, `#section ${section}`] })
  },
  define(printing, node, value, context) {
    printing.passages.set(String(value()), { program: node.program, source: context.source })
  },
  note(printing, node, _value, context) {
    const around = printing.output
    printing.output = { text: '', pieces: [] }
    run(printing, node.program, context)
    const body = printing.output
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
function noteOf({ notes }: Printing, body: Printed): { id: string; mark: string } {
  const same = notes.find((note) => note.body.text.trim() === body.text.trim())
  if (same) return same
  const mark = String(notes.length + 1)
  const added = { id: `note-${mark}`, mark, body }
  notes.push(added)
  return added
}

function unfit({ locale }: Printing, node: hbs.AST.BlockStatement, { source }: Context, expected: string): NotatError {
  return failure(locale, source, node, 'unprintable-value', { name: nameOf(node.params[0] ?? node.path), expected })
}

// ── what names stand for ──

/** A name that is also a helper's could mean either. */
function within({ helpers, locale }: Printing, context: Omit<Context, 'scope'> & { scope: Scope | null }, inner: Values): Context {
  const taken = Object.keys(inner).find((name) => Object.hasOwn(helpers, name))
  if (taken) throw new NotatError('configuration', [problem(locale, 'taken-name', { name: taken }, { file: context.source.file })])
  return { ...context, scope: { values: inner, parent: context.scope } }
}

function lookUp(path: hbs.AST.PathExpression, context: Context, locale: Locale): Value {
  const unknown = (values: Values) =>
    failure(locale, context.source, path, 'unknown-template-name', { name: path.original, known: someOf(Object.keys(values)) })
  const [first = 'this', ...rest] = path.parts
  let scope: Scope | null = context.scope
  while (scope && !Object.hasOwn(scope.values, first)) scope = scope.parent
  if (!scope) throw unknown(Object.assign({}, ...scopes(context.scope).map(({ values }) => values)))
  return rest.reduce<Value>((value, key) => {
    if (!isValues(value) || !Object.hasOwn(value, key)) throw unknown(isValues(value) ? value : {})
    return (value as Values)[key] as Value
  }, scope.values[first] as Value)
}

function valueFor(printing: Printing, node: hbs.AST.Expression, context: Context): Value {
  switch (node.type) {
    case 'StringLiteral':
    case 'BooleanLiteral':
      return (node as hbs.AST.StringLiteral | hbs.AST.BooleanLiteral).value
    case 'PathExpression':
      return lookUp(node as hbs.AST.PathExpression, context, printing.locale)
    default:
      return called(printing, node as hbs.AST.SubExpression, context)
  }
}

/** What a helper gives. */
function called(printing: Printing, node: hbs.AST.SubExpression | hbs.AST.MustacheStatement, context: Context): Value {
  const { helpers, locale } = printing
  const name = nameOf(node.path)
  const helper = helpers[name] as Helper
  const options = Object.fromEntries((node.hash?.pairs ?? []).map(({ key, value }) => [key, valueFor(printing, value, context)]))
  const refuse = (argument: string, expected: string): never => {
    throw failure(locale, context.source, node, 'wrong-argument', { helper: name, argument, expected })
  }
  const args = node.params.map((param) => valueFor(printing, param, context))
  return helper.run({ args, options, section: context.section, fail: refuse })
}

/** Where the character at an offset of a printed text comes from. */
export function placeAt({ pieces }: Printed, offset: number): Place {
  let [low, high] = [0, pieces.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((pieces[middle]?.at ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const piece = pieces[low]
  if (!piece) return { file: '' }
  return { ...piece.place, ...moved(piece.place, piece.text.slice(0, offset - piece.at)) }
}

function asSlot(value: Value): Slot | null {
  if (typeof value === 'string') return { slot: 'inline', children: [{ type: 'text', text: value.replace(/[\t\n\r ]+/g, ' ') }] }
  return isSlot(value) ? value : null
}

function isSlot(value: Value): value is Slot {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'slot')
}

function isValues(value: Value): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isSlot(value)
}

/** A claim is itself; something that may be absent is true where it is there, a list where it has members. */
function isTrue(value: Value): boolean {
  if (typeof value === 'boolean') return value
  return Array.isArray(value) ? value.length > 0 : value !== null
}

function scopes(scope: Scope | null): Scope[] {
  return scope ? [...scopes(scope.parent), scope] : []
}

// ── the grammar: what Handlebars allows and we do not ──

const blockNames = ['if', 'unless', 'each', 'with', 'section', 'define', 'note'] as const
type BlockName = (typeof blockNames)[number]

/** Holds every node of a tree to what `evaluate` knows; all that is wrong is thrown at once. */
function checkSource(source: Source, helpers: Helpers, locale: Locale): void {
  const problems: Problem[] = []
  const refuse = <C extends ProblemCode>(node: hbs.AST.Node, code: C, values: ProblemValues[C]): void => {
    problems.push(...failure(locale, source, node, code, values).problems)
  }
  const banned = (node: hbs.AST.Node, what: string): void => refuse(node, 'not-in-templates', { what })

  const checkExpression = (node: hbs.AST.Expression): void => {
    const { data, depth } = node as hbs.AST.PathExpression
    if (node.type === 'SubExpression') checkCall(node as hbs.AST.SubExpression)
    else if (node.type === 'PathExpression' ? data || depth > 0 : !['StringLiteral', 'BooleanLiteral'].includes(node.type)) {
      banned(node, nameOf(node) || node.type)
    }
  }
  const checkCall = (node: hbs.AST.SubExpression | hbs.AST.MustacheStatement): void => {
    const name = nameOf(node.path)
    const pairs = node.hash?.pairs ?? []
    const helper = Object.hasOwn(helpers, name) ? helpers[name] : undefined
    if (helper) {
      const [fewest, most] = helper.takes
      const known = helper.options.join(', ')
      for (const { key } of pairs)
        if (!helper.options.includes(key)) refuse(node, 'unknown-argument', { helper: name, argument: key, known })
      for (const extra of node.params.slice(most)) refuse(node, 'unknown-argument', { helper: name, argument: nameOf(extra), known })
      if (node.params.length < fewest) refuse(node, 'missing-argument', { helper: name, fewest })
    } else refuse(node, 'unknown-helper', { helper: name, known: Object.keys(helpers).join(', ') })
    for (const param of node.params) checkExpression(param)
    for (const pair of pairs) checkExpression(pair.value)
  }
  const checkBlock = (node: hbs.AST.BlockStatement): void => {
    const name = nameOf(node.path)
    const wanted = name === 'note' ? 0 : 1
    const isKnown = blockNames.some((known) => known === name)
    const blockParams = node.program?.blockParams ?? []
    if (!isKnown) refuse(node, 'unknown-helper', { helper: `#${name}`, known: blockNames.map((known) => `#${known}`).join(', ') })
    else if (node.params.length < wanted) refuse(node, 'missing-argument', { helper: `#${name}`, fewest: wanted })
    for (const extra of isKnown ? node.params.slice(wanted) : []) {
      refuse(node, 'unknown-argument', { helper: `#${name}`, argument: nameOf(extra), known: '' })
    }
    for (const { key } of node.hash?.pairs ?? []) refuse(node, 'unknown-argument', { helper: `#${name}`, argument: key, known: '' })
    if ((name === 'section' || name === 'define' || name === 'note') && node.inverse) banned(node.inverse, `{{else}} in #${name}`)
    if (blockParams.length > 0) banned(node, `as |${blockParams.join(' ')}|`)
    node.params.forEach(checkExpression)
    checkProgram(node.program)
    checkProgram(node.inverse)
  }
  const checkProgram = (inner: hbs.AST.Program | undefined): void => {
    for (const node of inner?.body ?? []) {
      if (node.type === 'ContentStatement' || node.type === 'CommentStatement') continue
      if (node.type === 'BlockStatement') checkBlock(node as hbs.AST.BlockStatement)
      else if (node.type === 'MustacheStatement') checkMustache(node as hbs.AST.MustacheStatement)
      else if (node.type === 'PartialStatement') checkPassage(node as hbs.AST.PartialStatement)
      else banned(node, node.type === 'PartialBlockStatement' ? '{{#> }}' : node.type)
    }
  }
  const checkPassage = (node: hbs.AST.PartialStatement): void => {
    if (node.name.type !== 'PathExpression' || node.params.length > 0 || node.hash) banned(node, `{{> ${nameOf(node.name)} … }}`)
  }
  const checkMustache = (node: hbs.AST.MustacheStatement): void => {
    const isCall = node.params.length > 0 || node.hash || Object.hasOwn(helpers, nameOf(node.path))
    if (!node.escaped) banned(node, '{{{ }}}')
    else if (isCall) checkCall(node)
    else if (node.path.type === 'PathExpression') checkExpression(node.path)
    else banned(node, nameOf(node.path))
  }
  checkProgram(source.program)
  if (problems.length > 0) throw new NotatError('configuration', problems)
}

/** Names of the sections in a tree, in any depth. */
function sectionsIn(program: hbs.AST.Program | undefined): string[] {
  return (program?.body ?? []).flatMap((node) => {
    if (node.type !== 'BlockStatement') return []
    const block = node as hbs.AST.BlockStatement
    const [name] = block.params
    const own = nameOf(block.path) === 'section' && name?.type === 'StringLiteral' ? [(name as hbs.AST.StringLiteral).value] : []
    return [...own, ...sectionsIn(block.program), ...sectionsIn(block.inverse)]
  })
}

function nameOf(node: hbs.AST.Node): string {
  return String((node as hbs.AST.PathExpression).original ?? '')
}

function placeOf(source: Source, node: hbs.AST.Node, before = ''): Place & { line: number; column: number } {
  const { line, column } = node.loc.start
  if (source.runs) return { file: source.file, ...placeInSource(source, offsetOfNode(source, node) + before.length) }
  const own = { line: line + source.line - 1, column: column + (line === 1 ? source.column : 1) }
  return { file: source.file, ...moved(own, before) }
}

function offsetOfNode({ text }: Source, { loc: { start } }: hbs.AST.Node): number {
  return offsetOf(text, { line: start.line, column: start.column + 1 })
}

/** Where a character of a source stands in its file. */
function placeInSource({ text, line, column, runs }: Omit<Source, 'program'>, offset: number): { line: number; column: number } {
  const run = runs?.findLast(({ at }) => at <= offset)
  return run ? { line: run.line, column: run.column + offset - run.at } : moved({ line, column }, text.slice(0, offset))
}

/** A place after some more text. */
function moved({ line = 1, column = 1 }: Partial<Place>, text: string): { line: number; column: number } {
  const lines = text.split('\n')
  return lines.length === 1
    ? { line, column: column + text.length }
    : { line: line + lines.length - 1, column: (lines.at(-1)?.length ?? 0) + 1 }
}

function failure<C extends ProblemCode>(locale: Locale, source: Source, node: hbs.AST.Node, code: C, values: ProblemValues[C]): NotatError {
  const place = placeOf(source, node)
  const offset = source.line === 1 ? offsetOf(source.text, place) : null
  return new NotatError('configuration', [
    { ...problem(locale, code, values, place), ...(offset === null ? {} : { excerpt: excerptOf(source.text, offset) }) },
  ])
}

function offsetOf(text: string, { line, column }: { line: number; column: number }): number {
  return text
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, each) => sum + each.length + 1, column - 1)
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
  const masked = source.text.replace(/\{\{!--[\s\S]*?--\}\}|\{\{[^}]*\}\}/g, blanked)
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
