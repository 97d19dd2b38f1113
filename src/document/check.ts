/**
 * What is wrong with a template before it is printed, in branches that are not taken too: the grammar, unknown words,
 * arguments and nouns' words, what is no list, and what may be absent where nothing asks whether it is there.
 */
import { NotatError, type Problem, type ProblemCode, type ProblemValues, someOf } from '../errors.js'
import type { Locale } from '../locale/words.js'
import { nearestFew, nearestName } from '../nearest.js'
import { blockNames, type Expression, failure, nameOf, nearNames, type Source, textOfLiteral } from './template.js'

/**
 * What an expression gives: `text`, `number`, `truth`, `block`, `list NOUN`, or a noun; `?` behind it: it may be
 * absent. `unknown`: of what has been refused already, which fits everywhere.
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
  /** what is there in the members of lists that have names, since their `where=` has asked for it */
  guards?: Readonly<Record<string, readonly string[]>>
  /** what the arguments of words and their options must be */
  argumentKinds?: Readonly<Record<string, readonly Kind[]>>
  optionKinds?: Readonly<Record<string, Kind>>
  /** texts that may stand as the first argument of a word, or as an option: ids of groups, names of tables */
  names?: Readonly<Record<string, readonly string[]>>
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
export function checkExpression(
  { node, source }: Expression,
  grammar: Grammar,
  locale: Locale,
  lists: readonly Kind[] = [],
): { problems: Problem[]; gives: Kind } {
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
  if (node.name.type !== 'PathExpression' || node.params.length > 0 || node.hash) {
    banned(checking, node, `{{> ${nameOf(node.name)} … }}`)
    return
  }
  const name = nameOf(node.name)
  const passage = checking.passages.get(name)
  if (!passage) {
    refuse(checking, node, 'unknown-template-name', { name: `> ${name}`, ...nearNames(name, [...checking.passages.keys()]) })
    return
  }
  const followed = [name, ...[...checking.there].sort()].join(' ')
  if (checking.open.includes(name)) {
    const through = [...checking.open.slice(checking.open.indexOf(name)), name].join(' → ')
    refuse(checking, node, 'circular-name', { name: `> ${name}`, through })
    return
  }
  if (checking.followed.has(followed)) return
  checking.followed.add(followed)
  checkProgram(passage.program, { ...checking, source: passage.source, open: [...checking.open, name] })
}

function checkMustache(node: hbs.AST.MustacheStatement, checking: Checking): void {
  if (!node.escaped) {
    banned(checking, node, '{{{ }}}')
    return
  }
  if (node.path.type !== 'PathExpression') {
    banned(checking, node, nameOf(node.path))
    return
  }
  const isCall = node.params.length > 0 || node.hash !== undefined
  const name = nameOf(node.path)
  if (name === 'standard') return
  const gives = isCall ? checkCall(node, checking) : check(node.path as hbs.AST.Expression, checking)
  if (gives === 'block') requireAsked(node, name, checking)
  requireThere(node.path as hbs.AST.PathExpression, gives, checking, isCall)
  if (bare(gives) === 'truth') refuse(checking, isCall ? node : node.path, 'unprintable-value', { name, expected: 'text' })
  if (gives.startsWith('list ') || isNoun(bare(gives), checking)) {
    const expected = isNoun(bare(gives), checking) ? `${name}.${attributeShown(bare(gives), checking)}` : `list ${name}`
    refuse(checking, isCall ? node : node.path, 'unprintable-value', { name, expected })
  }
}

function checkBlock(node: hbs.AST.BlockStatement, checking: Checking): void {
  const name = nameOf(node.path)
  const isKnown = blockNames.some((known) => known === name)
  const blockParams = node.program?.blockParams ?? []
  const wanted = name === 'note' ? 0 : 1
  if (!isKnown) {
    refuse(checking, node, 'unknown-helper', {
      helper: `#${name}`,
      ...nearNames(
        `#${name}`,
        blockNames.map((known) => `#${known}`),
      ),
    })
    return
  }
  if (node.params.length < wanted) {
    refuse(checking, node, 'missing-argument', { helper: `#${name}`, fewest: wanted })
    return
  }
  for (const extra of node.params.slice(wanted))
    refuse(checking, extra, 'unknown-argument', { helper: `#${name}`, argument: nameOf(extra), known: '' })
  for (const pair of node.hash?.pairs ?? [])
    refuse(checking, pair, 'unknown-argument', { helper: `#${name}`, argument: pair.key, known: '' })
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
    if (!fits(gives, 'list', checking))
      refuse(checking, param ?? node, 'unprintable-value', { name: spoken(param ?? node.path), expected: 'list' })
    checkProgram(node.program, inside([...guards, gives.slice('list '.length)]))
    checkProgram(node.inverse, checking)
    return
  }
  if (name === 'with') {
    const noun = bare(gives)
    if (!fits(gives, 'noun', checking))
      refuse(checking, param ?? node, 'unprintable-value', { name: spoken(param ?? node.path), expected: 'noun' })
    checkProgram(node.program, inside([...guards, noun]))
    checkProgram(node.inverse, checking)
    return
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
    refuse(checking, node, 'unknown-template-name', { name: node.original, ...nearNames(first, Object.keys(words)) })
    return 'unknown'
  }
  if (word.takes[0] > 0) refuse(checking, node, 'missing-argument', { helper: first, fewest: word.takes[0] })
  let [path, kind] = [first, word.gives]
  if (kind === 'unknown') return kind
  for (const name of rest) {
    if (isAbsent(kind) && !checking.there.has(path) && !checking.there.has(bare(kind))) absent(checking, node, path)
    const attributes = attributesOf(bare(kind), checking)
    const gives = Object.hasOwn(attributes, name) ? attributes[name] : undefined
    if (gives === undefined) {
      refuse(checking, node, 'unknown-template-name', { name: node.original, ...nearNames(name, Object.keys(attributes)) })
      return 'unknown'
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
    refuse(checking, node.path, 'unknown-helper', { helper: name, ...nearNames(name, Object.keys(words)) })
    return 'unknown'
  }
  const [fewest, most] = word.takes
  const known = word.options.join(', ')
  for (const pair of pairs) {
    if (word.options.includes(pair.key)) continue
    refuse(checking, pair, 'unknown-argument', { helper: name, argument: pair.key, known: nearest(pair.key, word.options) })
  }
  for (const extra of node.params.slice(most)) refuse(checking, extra, 'unknown-argument', { helper: name, argument: spoken(extra), known })
  if (node.params.length < fewest) refuse(checking, node, 'missing-argument', { helper: name, fewest })
  const kinds = node.params.map((param) => check(param, checking))
  const wanted = checking.grammar.argumentKinds?.[name] ?? []
  for (const [index, param] of node.params.slice(0, most).entries()) {
    requireKind(param, kinds[index] ?? 'unknown', wanted[index] ?? wanted.at(-1), checking)
  }
  requireName(node.params[0], name, word.options.includes('of') && !word.gives.startsWith('list') ? 'of' : name, checking)
  for (const { key, value } of pairs) {
    // What is asked of each member stands in it, where its noun is there.
    const noun = word.gives === 'list' ? bareList(kinds[0]) : word.gives.slice('list '.length)
    const inner = word.lazy?.includes(key) ? { ...checking, there: new Set([...checking.there, noun]) } : checking
    requireKind(value, check(value, inner), checking.grammar.optionKinds?.[key], checking)
    requireName(value, name, key, checking)
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
  if (kind === 'unknown' || known.includes(state)) return
  const { nearest: meant } = nearNames(state, known)
  refuse(checking, node.params[1] ?? node, 'unknown-state', { state, of, nearest: meant, known: someOf(known) })
}

/** Whether a kind may stand where another is wanted: `list or noun`. */
export function fits(kind: Kind, wanted: Kind, { grammar }: Pick<Checking, 'grammar'>): boolean {
  const own = bare(kind)
  return (
    own === 'unknown' ||
    wanted.split(' or ').some((each) => {
      if (each === 'list') return own === 'list' || own.startsWith('list ')
      if (each === 'noun') return Object.hasOwn(grammar.nouns, own)
      if (each === 'number') return Object.hasOwn(grammar.states, own) && !Object.hasOwn(grammar.nouns, own) && own !== 'list'
      return own === each
    })
  )
}

function requireKind(node: hbs.AST.Expression, kind: Kind, wanted: Kind | undefined, checking: Checking): void {
  if (wanted === undefined || fits(kind, wanted, checking)) return
  refuse(checking, node, 'unprintable-value', { name: spoken(node), expected: wanted })
}

/** A text that names something: a group, a table. */
function requireName(node: hbs.AST.Expression | undefined, helper: string, names: string, checking: Checking): void {
  const known = checking.grammar.names?.[names]
  if (!known || node?.type !== 'StringLiteral') return
  const name = textOfLiteral(node)
  if (known.includes(name)) return
  const near = nearNames(name, known)
  if (helper === names && names !== 'segment' && names !== 'provider' && names !== 'item' && names !== 'period') {
    refuse(checking, node, 'unknown-exhibit', { target: name, ...near })
    return
  }
  refuse(checking, node, 'wrong-argument', { helper, argument: name, expected: near.nearest || near.known })
}

/** An expression in a message. */
function spoken(node: hbs.AST.Node): string {
  if (node.type === 'SubExpression') return `(${nameOf((node as hbs.AST.SubExpression).path)} …)`
  if (node.type === 'StringLiteral') return `"${textOfLiteral(node as hbs.AST.StringLiteral)}"`
  return nameOf(node) || String((node as hbs.AST.NumberLiteral).value ?? node.type)
}

// ── what may be absent ──

function requireThere(path: hbs.AST.PathExpression, gives: Kind, checking: Checking, isCall = false): void {
  if (isCall || !isAbsent(gives)) return
  const name = nameOf(path)
  if (!checking.there.has(name) && !checking.there.has(bare(gives))) absent(checking, path, name)
}

/** Whether a table or chart has anything to show is known when it is made. */
function requireAsked(node: hbs.AST.MustacheStatement, word: string, checking: Checking): void {
  const [name] = node.params
  const guard = exhibitGuard(word, name)
  const isKnown = checking.grammar.names?.[word]?.includes(textOfLiteral(name)) ?? true
  if (isKnown && !checking.there.has(guard)) absent(checking, node, guard)
}

function absent(checking: Checking, node: hbs.AST.Node, name: string): void {
  refuse(checking, node, 'unguarded-absence', { name })
}

/** A table or chart as a condition asks for it. */
function exhibitGuard(word: string, name: hbs.AST.Expression | undefined): string {
  return `(${word} "${textOfLiteral(name)}")`
}

/** What is there in the members of the list that a name of a front matter stands for. */
export function guardsOfName({ node, source }: Expression, grammar: Grammar, locale: Locale): string[] {
  const checking: Checking = {
    grammar,
    locale,
    source,
    passages: new Map(),
    problems: [],
    open: [],
    followed: new Set(),
    there: new Set(),
  }
  return guardsOf(node, checking)
}

/** What is there where an expression is true. */
function guardsOf(node: hbs.AST.Expression, checking: Checking): string[] {
  if (node.type === 'PathExpression') {
    const { parts } = node as hbs.AST.PathExpression
    const [first = ''] = parts
    const named = checking.grammar.guards ?? {}
    return [...withPrefixes(parts), ...((Object.hasOwn(named, first) ? named[first] : undefined) ?? [])]
  }
  if (node.type !== 'SubExpression') return []
  const { path, params, hash } = node as hbs.AST.SubExpression
  const name = nameOf(path)
  if (name === 'not') return negatedGuards(params[0], checking)
  if (name === 'or') return params.length === 1 ? guardsOf(params[0] as hbs.AST.Expression, checking) : []
  if (name === 'table' || name === 'chart') return [exhibitGuard(name, params[0])]
  // Of lists that are joined only what all of them have asked for is there.
  if (params.length > 1 && (name === 'these' || name === 'standout')) {
    const [first = [], ...others] = params.map((each) => guardsOf(each, checking))
    return [...first.filter((guard) => others.every((guards) => guards.includes(guard))), ...guardsOfOptions(hash, checking)]
  }
  const own = name === 'and' || name === 'is' || name === 'more' || name === 'same' ? [] : [name]
  return [...own, ...params.flatMap((each) => guardsOf(each, checking)), ...guardsOfOptions(hash, checking)]
}

/** A list may be sorted by what some of its members have not, and leave out what is not there. */
function guardsOfOptions(hash: hbs.AST.Hash | undefined, checking: Checking): string[] {
  return (hash?.pairs ?? []).flatMap(({ key, value }) => (key === 'sortBy' || key === 'except' ? [] : guardsOf(value, checking)))
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
  return { first: `${noun}?`, last: `${noun}?`, rest: kind, noun: 'text', one: 'text' }
}

function nearest(name: string, known: readonly string[]): string {
  return nearestName(name, [...known]) ?? nearestFew(name, known, 9).join(', ')
}

/** What is printed of a noun where nothing is said: its name. */
function attributeShown(noun: string, checking: Checking): string {
  const known = Object.keys(attributesOf(noun, checking))
  return ['label', 'name', 'title', 'many'].find((name) => known.includes(name)) ?? known[0] ?? ''
}

/** Names that `{{table "…"}}` and `{{chart "…"}}` print, in any depth. */
export function printedIn(program: hbs.AST.Program | undefined): string[] {
  return (program?.body ?? []).flatMap((node) => {
    if (node.type === 'BlockStatement') {
      const block = node as hbs.AST.BlockStatement
      return [...printedIn(block.program), ...printedIn(block.inverse)]
    }
    if (node.type !== 'MustacheStatement') return []
    const { path, params } = node as hbs.AST.MustacheStatement
    return ['table', 'chart'].includes(nameOf(path)) ? [textOfLiteral(params[0])] : []
  })
}

/** Words that an expression uses, in the order they stand. */
export function wordsIn(node: hbs.AST.Expression): string[] {
  if (node.type === 'PathExpression') return (node as hbs.AST.PathExpression).parts.slice(0, 1)
  if (node.type !== 'SubExpression') return []
  const { params, hash } = node as hbs.AST.SubExpression
  return [...params, ...(hash?.pairs ?? []).map(({ value }) => value)].flatMap(wordsIn)
}

/** Throws everything that is wrong at once. */
export function throwAll(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new NotatError('configuration', [...problems])
}
