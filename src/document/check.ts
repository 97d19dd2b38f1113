/**
 * What is wrong with a template before it is printed, in branches that are not taken too: the grammar, unknown words,
 * arguments and nouns' words, what is no list, and what may be absent where nothing asks whether it is there.
 */
import { NotatError, type Problem, type ProblemCode, type ProblemValues } from '../errors.js'
import type { Locale } from '../locale/words.js'
import { nearestName } from '../nearest.js'
import { blockNames, type Expression, failure, nameOf, type Source, textOfLiteral } from './template.js'

/**
 * What an expression gives: `text`, `number`, `truth`, `block`, `list NOUN`, or a noun; `?` behind it: it may be
 * absent.
 */
export type Kind = string

/** A word as the check knows it. */
export type WordShape = { takes: readonly [number, number]; options: readonly string[]; lazy?: readonly string[]; gives: Kind }

/** What templates may say: words, and the words of each noun. */
export type Grammar = {
  words: Readonly<Record<string, WordShape>>
  nouns: Readonly<Record<string, Readonly<Record<string, Kind>>>>
  /** what `is` may ask of each kind */
  states: Readonly<Record<string, readonly string[]>>
  /** what is there where this is: a change where there is a previous period */
  implies: Readonly<Record<string, readonly string[]>>
}

type Checking = {
  grammar: Grammar
  locale: Locale
  source: Source
  passages: ReadonlyMap<string, { program: hbs.AST.Program; source: Source }>
  problems: Problem[]
  /** passages on their way, so that one that uses itself is not followed for ever */
  open: readonly string[]
  /** passages that have been followed with the same things there: following them again finds nothing new */
  followed: Set<string>
  /** what is known to be there */
  there: ReadonlySet<string>
}

/**
 * @param passages what `define` has named, also in other files
 * @param there what is known to be there where it stands: the nouns of the lists around it
 * @returns every problem, each at its line and column, in the order of the text
 */
export function checkTemplate(
  source: Source,
  grammar: Grammar,
  locale: Locale,
  passages: Checking['passages'],
  there: readonly string[] = [],
): Problem[] {
  const checking: Checking = { grammar, locale, source, passages, problems: [], open: [], followed: new Set(), there: new Set(there) }
  checkProgram(source.program, checking)
  return unique(checking.problems)
}

/**
 * What is wrong with an expression of a front matter, and what it gives.
 *
 * @param lists what the lists give whose members it is asked of
 */
export function checkExpression({ node, source }: Expression, grammar: Grammar, locale: Locale, lists: readonly Kind[] = []): { problems: Problem[]; gives: Kind } {
  const there = new Set(lists.map(bareList))
  const checking: Checking = { grammar, locale, source, passages: new Map(), problems: [], open: [], followed: new Set(), there }
  const gives = check(node, checking)
  return { problems: unique(checking.problems), gives }
}

/** A passage that is used twice is wrong once. */
function unique(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>()
  return problems.filter((each) => {
    const id = [each.code, each.file, each.line, each.column, each.message].join('|')
    return !seen.has(id) && seen.add(id) !== undefined
  })
}

function refuse<C extends ProblemCode>(
  { problems, locale, source }: Checking,
  node: hbs.AST.Node,
  code: C,
  values: ProblemValues[C],
): void {
  problems.push(...failure(locale, source, node, code, values).problems)
}

function banned(checking: Checking, node: hbs.AST.Node, what: string): void {
  refuse(checking, node, 'not-in-templates', { what })
}

// ── the tree ──

function checkProgram(program: hbs.AST.Program | undefined, checking: Checking): void {
  for (const node of program?.body ?? []) {
    if (node.type === 'ContentStatement' || node.type === 'CommentStatement') continue
    if (node.type === 'BlockStatement') checkBlock(node as hbs.AST.BlockStatement, checking)
    else if (node.type === 'MustacheStatement') checkMustache(node as hbs.AST.MustacheStatement, checking)
    else if (node.type === 'PartialStatement') checkPassage(node as hbs.AST.PartialStatement, checking)
    else banned(checking, node, node.type === 'PartialBlockStatement' ? '{{#> }}' : node.type)
  }
}

function checkPassage(node: hbs.AST.PartialStatement, checking: Checking): void {
  if (node.name.type !== 'PathExpression' || node.params.length > 0 || node.hash)
    return banned(checking, node, `{{> ${nameOf(node.name)} … }}`)
  const name = nameOf(node.name)
  const passage = checking.passages.get(name)
  if (!passage) {
    return refuse(checking, node, 'unknown-template-name', { name: `> ${name}`, known: nearest(name, [...checking.passages.keys()]) })
  }
  const followed = [name, ...[...checking.there].sort()].join(' ')
  if (checking.open.includes(name) || checking.followed.has(followed)) return
  checking.followed.add(followed)
  checkProgram(passage.program, { ...checking, source: passage.source, open: [...checking.open, name] })
}

function checkMustache(node: hbs.AST.MustacheStatement, checking: Checking): void {
  if (!node.escaped) return banned(checking, node, '{{{ }}}')
  if (node.path.type !== 'PathExpression') return banned(checking, node, nameOf(node.path))
  const isCall = node.params.length > 0 || node.hash !== undefined
  const name = nameOf(node.path)
  if (name === 'standard') return
  const gives = isCall ? checkCall(node, checking) : check(node.path as hbs.AST.Expression, checking)
  requireThere(node.path as hbs.AST.PathExpression, gives, checking, isCall)
  if (gives.startsWith('list ') || isNoun(bare(gives), checking)) {
    refuse(checking, node, 'unprintable-value', {
      name,
      expected: isNoun(bare(gives), checking) ? `${name}.${Object.keys(checking.grammar.nouns[bare(gives)] ?? {})[0]}` : `list ${name}`,
    })
  }
}

function checkBlock(node: hbs.AST.BlockStatement, checking: Checking): void {
  const name = nameOf(node.path)
  const isKnown = blockNames.some((known) => known === name)
  const blockParams = node.program?.blockParams ?? []
  const wanted = name === 'note' ? 0 : 1
  if (!isKnown)
    return refuse(checking, node, 'unknown-helper', {
      helper: `#${name}`,
      known: nearest(
        `#${name}`,
        blockNames.map((known) => `#${known}`),
      ),
    })
  if (node.params.length < wanted) return refuse(checking, node, 'missing-argument', { helper: `#${name}`, fewest: wanted })
  for (const extra of node.params.slice(wanted))
    refuse(checking, node, 'unknown-argument', { helper: `#${name}`, argument: nameOf(extra), known: '' })
  for (const { key } of node.hash?.pairs ?? []) refuse(checking, node, 'unknown-argument', { helper: `#${name}`, argument: key, known: '' })
  if ((name === 'section' || name === 'define' || name === 'note' || name === 'list') && node.inverse)
    banned(checking, node.inverse, `{{else}} in #${name}`)
  if (blockParams.length > 0) banned(checking, node, `as |${blockParams.join(' ')}|`)
  // What a passage needs is known where it is used.
  if (name === 'define') return
  const [param] = node.params as hbs.AST.Expression[]
  const gives = param && name !== 'section' ? check(param, checking) : 'text'
  const inside = (there: readonly string[]): Checking => ({
    ...checking,
    there: new Set([...checking.there, ...there.flatMap((each) => [each, ...(checking.grammar.implies[each] ?? [])])]),
  })
  const guards = param ? guardsOf(param, checking) : []
  if (name === 'each' || name === 'list') {
    if (!gives.startsWith('list '))
      return refuse(checking, node, 'unprintable-value', { name: nameOf(param ?? node.path), expected: 'list' })
    checkProgram(node.program, inside([...guards, gives.slice('list '.length)]))
    return checkProgram(node.inverse, checking)
  }
  if (name === 'with') {
    const noun = bare(gives)
    if (!isNoun(noun, checking))
      return refuse(checking, node, 'unprintable-value', {
        name: nameOf(param ?? node.path),
        expected: Object.keys(checking.grammar.nouns).join(', '),
      })
    checkProgram(node.program, inside([...guards, noun]))
    return checkProgram(node.inverse, checking)
  }
  const isReversed = name === 'unless'
  checkProgram(node.program, isReversed ? inside(negatedGuards(param, checking)) : inside(guards))
  checkProgram(node.inverse, isReversed ? inside(guards) : inside(negatedGuards(param, checking)))
}

// ── expressions ──

/** What an expression gives; what is wrong with it is collected. */
function check(node: hbs.AST.Expression, checking: Checking): Kind {
  if (node.type === 'StringLiteral') return 'text'
  if (node.type === 'BooleanLiteral') return 'truth'
  if (node.type === 'NumberLiteral') return 'count'
  if (node.type === 'SubExpression') return checkCall(node as hbs.AST.SubExpression, checking)
  if (node.type === 'PathExpression') return checkPath(node as hbs.AST.PathExpression, checking)
  banned(checking, node, nameOf(node) || node.type)
  return 'text'
}

function checkPath(node: hbs.AST.PathExpression, checking: Checking): Kind {
  const { data, depth, parts } = node
  const { words } = checking.grammar
  if (data || depth > 0) {
    banned(checking, node, nameOf(node))
    return 'text'
  }
  const [first = 'this', ...rest] = parts
  const word = Object.hasOwn(words, first) ? words[first] : undefined
  if (!word) {
    refuse(checking, node, 'unknown-template-name', { name: node.original, known: nearest(first, Object.keys(words)) })
    return 'text'
  }
  if (word.takes[0] > 0) refuse(checking, node, 'missing-argument', { helper: first, fewest: word.takes[0] })
  let [path, kind] = [first, word.gives]
  for (const name of rest) {
    if (isAbsent(kind) && !checking.there.has(path) && !checking.there.has(bare(kind))) absent(checking, node, path)
    const attributes = attributesOf(bare(kind), checking)
    const gives = Object.hasOwn(attributes, name) ? attributes[name] : undefined
    if (gives === undefined) {
      refuse(checking, node, 'unknown-template-name', { name: node.original, known: nearest(name, Object.keys(attributes)) })
      return 'text'
    }
    path = `${path}.${name}`
    kind = gives
  }
  return kind
}

function checkCall(node: hbs.AST.SubExpression | hbs.AST.MustacheStatement, checking: Checking): Kind {
  const name = nameOf(node.path)
  const pairs = node.hash?.pairs ?? []
  const { words } = checking.grammar
  const word = Object.hasOwn(words, name) ? words[name] : undefined
  if (!word) {
    refuse(checking, node, 'unknown-helper', { helper: name, known: nearest(name, Object.keys(words)) })
    return 'text'
  }
  const [fewest, most] = word.takes
  const known = word.options.join(', ')
  for (const { key } of pairs) {
    if (!word.options.includes(key))
      refuse(checking, node, 'unknown-argument', { helper: name, argument: key, known: nearest(key, word.options) })
  }
  for (const extra of node.params.slice(most)) refuse(checking, node, 'unknown-argument', { helper: name, argument: nameOf(extra), known })
  if (node.params.length < fewest) refuse(checking, node, 'missing-argument', { helper: name, fewest })
  const kinds = node.params.map((param) => check(param, checking))
  for (const { key, value } of pairs) {
    // What is asked of each member stands in it, where its noun is there.
    const noun = word.gives === 'list' ? bareList(kinds[0]) : word.gives.slice('list '.length)
    const inner = word.lazy?.includes(key) ? { ...checking, there: new Set([...checking.there, noun]) } : checking
    check(value, inner)
  }
  if (name === 'is') checkState(node, kinds[0] ?? 'text', checking)
  return word.gives === 'list' ? `list ${bareList(kinds[0])}` : word.gives
}

function checkState(node: hbs.AST.SubExpression | hbs.AST.MustacheStatement, kind: Kind, checking: Checking): void {
  const state = textOfLiteral(node.params[1])
  const [subject] = node.params
  const own = subject ? nameOf(subject) : ''
  const { states } = checking.grammar
  const of = kind.startsWith('list ') ? 'list' : bare(kind)
  const known = (Object.hasOwn(states, own) ? states[own] : Object.hasOwn(states, of) ? states[of] : undefined) ?? []
  if (!known.includes(state)) refuse(checking, node, 'wrong-argument', { helper: 'is', argument: state, expected: nearest(state, known) })
}

// ── what may be absent ──

function requireThere(path: hbs.AST.PathExpression, gives: Kind, checking: Checking, isCall = false): void {
  if (isCall || !isAbsent(gives)) return
  const name = nameOf(path)
  if (!checking.there.has(name) && !checking.there.has(bare(gives))) absent(checking, path, name)
}

function absent(checking: Checking, node: hbs.AST.Node, name: string): void {
  refuse(checking, node, 'unguarded-absence', { name })
}

/** What is there where an expression is true. */
function guardsOf(node: hbs.AST.Expression, checking: Checking): string[] {
  if (node.type === 'PathExpression') return withPrefixes((node as hbs.AST.PathExpression).parts)
  if (node.type !== 'SubExpression') return []
  const { path, params, hash } = node as hbs.AST.SubExpression
  const name = nameOf(path)
  if (name === 'not') return negatedGuards(params[0], checking)
  if (name === 'or') return params.length === 1 ? guardsOf(params[0] as hbs.AST.Expression, checking) : []
  const own = name === 'and' || name === 'is' || name === 'more' || name === 'same' ? [] : [name]
  return [
    ...own,
    ...params.flatMap((each) => guardsOf(each, checking)),
    ...(hash?.pairs ?? []).flatMap(({ value }) => guardsOf(value, checking)),
  ]
}

/** What is there where an expression is not true. */
function negatedGuards(node: hbs.AST.Expression | undefined, checking: Checking): string[] {
  if (node?.type !== 'SubExpression') return []
  const { path, params } = node as hbs.AST.SubExpression
  const name = nameOf(path)
  if (name === 'not') return guardsOf(params[0] as hbs.AST.Expression, checking)
  return name === 'or' ? params.flatMap((each) => negatedGuards(each, checking)) : []
}

function withPrefixes(parts: readonly string[]): string[] {
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'))
}

// ── kinds ──

function isAbsent(kind: Kind): boolean {
  return kind.endsWith('?')
}

function bare(kind: Kind): Kind {
  return kind.replace(/\?$/, '')
}

function bareList(kind: Kind | undefined): string {
  return bare(kind ?? 'segment').replace(/^list /, '')
}

function isNoun(kind: Kind, { grammar }: Checking): boolean {
  return Object.hasOwn(grammar.nouns, kind)
}

function attributesOf(kind: Kind, { grammar }: Checking): Readonly<Record<string, Kind>> {
  if (!kind.startsWith('list ')) return (Object.hasOwn(grammar.nouns, kind) ? grammar.nouns[kind] : undefined) ?? {}
  const noun = kind.slice('list '.length)
  return { first: `${noun}?`, last: `${noun}?`, rest: kind, noun: 'text' }
}

function nearest(name: string, known: readonly string[]): string {
  return nearestName(name, [...known]) ?? known.join(', ')
}

/** Throws everything that is wrong at once. */
export function throwAll(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new NotatError('configuration', [...problems])
}
