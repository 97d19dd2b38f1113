/**
 * A sentence → all that it mentions and that has to be accounted for: every number, in digits or in words, and every
 * word of direction. Each digit is in exactly one of them.
 */
import type { MentionKind, NoResultKind } from '../claim.js'
import type { Locale } from '../locale/words.js'
import type { NumberLexicon, Quantity } from './number-mentions.js'
import { type Lexicon, type Mentions, positionsOf, range } from './statement-mentions.js'
import type { Token } from './statement-slots.js'
import { type Mention, namesAt } from './words.js'

/**
 * From one offset of the passage to another. `is`: what it is, where it is known to be no result. `count`: a whole
 * number that may be how many; null for all else.
 */
export type Mentioned = { from: number; to: number; kind: MentionKind; is: NoResultKind | null; count: number | null }

/** A sentence, and what its reader has seen in it. */
type Seen = {
  tokens: readonly Token[]
  mentions: Mentions
  periods: readonly Mention<string>[]
  quantities: readonly Quantity[]
  noResults: ReadonlyMap<number, NoResultKind>
}

type Spoken = { lexicon: Lexicon; numbers: NumberLexicon; locale: Locale }

/** In their order, none over another. */
export function mentionedIn(seen: Seen, spoken: Spoken): Mentioned[] {
  const { tokens, mentions } = seen
  const keys = tokens.map(({ key }) => key)
  const numbers = [...inDigits(seen, spoken), ...inWords(seen, spoken)].map((each) => ({
    ...each,
    is: each.is ?? counted(each, seen, spoken),
  }))
  const taken = positionsOf(numbers)
  const isFree = ({ from, to }: { from: number; to: number }) => range(from, to).every((at) => !taken.has(at))
  const directions = [
    ...mentions.directions,
    ...mentions.compounds.map(({ at }) => ({ from: at, to: at + 1 })),
    ...mentions.cues('highest', 'lowest', 'overtaken'),
    ...particles(mentions),
    // What others are quoted for is no claim, and is accounted for.
    ...tokens.flatMap(({ isQuoted }, at) => (isQuoted ? namesAt(keys, at, spoken.lexicon.directions) : [])),
  ].filter(isFree)
  const all = [...numbers, ...directions.map(({ from, to }) => ({ from, to, kind: 'direction' as const, is: null, count: null }))]
  return apart(all).map(({ from, to, ...rest }) => ({ ...rest, from: tokens[from]?.at ?? 0, to: tokens[to - 1]?.end ?? 0 }))
}

/** By where they begin, the longest first, none over another. */
function apart<M extends { from: number; to: number }>(all: readonly M[]): M[] {
  const kept: M[] = []
  for (const each of all.toSorted((a, b) => a.from - b.from || b.to - a.to)) if (each.from >= (kept.at(-1)?.to ?? 0)) kept.push(each)
  return kept
}

/** So far from its verb a particle may stand. */
const reach = 8

/** "gik frem", "trækker 2 point ned": the particle, with the verb where that stands beside it. */
function particles(mentions: Mentions): { from: number; to: number }[] {
  const verbs = mentions.cues('motion')
  return mentions.cues('up', 'down').flatMap(({ from, to }) => {
    const verb = verbs.findLast((each) => each.to <= from && from - each.to < reach)
    return verb ? [{ from: verb.to === from ? verb.from : from, to }] : []
  })
}

const hasDigit = ({ text }: Token) => /\p{N}/u.test(text)

/** Tokens with digits, those that are printed as one number or date together. Positions count tokens. */
function inDigits({ tokens, mentions, periods, quantities, noResults }: Seen, spoken: Spoken): Mentioned[] {
  const wholes = [
    ...quantities.map(({ at, end }) => ({ from: at, to: end, is: null })),
    ...periods.map((period) => ({ ...period, is: 'period' as const })),
    ...[...mentions.segments, ...mentions.items, ...mentions.providers].map((name) => ({ ...name, is: 'name' as const })),
  ]
  const wholeAt = new Map(wholes.toReversed().flatMap((whole) => range(whole.from, whole.to).map((at) => [at, whole] as const)))
  const found: (Mentioned & { whole: object })[] = []
  for (const [at, token] of tokens.entries()) {
    if (!hasDigit(token) || at < (found.at(-1)?.to ?? 0)) continue
    const whole = wholeAt.get(at)
    const digits = whole ? range(at, whole.to).filter((index) => hasDigit(tokens[index] as Token)) : [at]
    const to = (digits.at(-1) ?? at) + 1
    const is = whole ? whole.is : (noResults.get(at) ?? notNumber(token))
    const last = found.at(-1)
    const joint = last ? jointOf(last, is, tokens.slice(last.to, at), spoken) : null
    if (last && joint !== null) Object.assign(last, { to, is: joint })
    else
      found.push({
        from: at,
        to,
        kind: 'number',
        is,
        count: /^\d{1,3}$/.test(token.text) ? Number(token.text) : null,
        whole: whole ?? token,
      })
  }
  return found.map(({ whole, ...mentioned }) => mentioned)
}

/** "F2", "2018-2020", "7-8-2023" */
function notNumber({ kind }: Token): NoResultKind | null {
  return kind === 'word' ? 'name' : kind === 'date' || kind === 'years' ? 'date' : null
}

/** "7. august 2023", "2024 - 25263": what two are together that are no results; null where they are not one. */
function jointOf(
  last: Mentioned,
  is: NoResultKind | null,
  between: readonly Token[],
  { locale: { document } }: Spoken,
): NoResultKind | null {
  const kinds = [last.is, is]
  const isOwn = kinds.every((kind) => kind !== null && kind !== 'period' && kind !== 'name')
  const isIdentifier = kinds.includes('identifier')
  if (isOwn && between.length === 1 && between[0]?.key === '-' && (isIdentifier || last.is === is)) return isIdentifier ? 'identifier' : is
  if (last.is !== 'date' || is !== 'date' || between.length > 3) return null
  const months = [...document.months, ...document.shortMonths].map((name) => name.toLowerCase().replace('.', ''))
  const words = between.filter(({ kind }) => kind === 'word')
  return words.length === 1 && months.includes(words[0]?.text.toLowerCase() ?? '') ? 'date' : null
}

/** Numbers, fractions and multiples in words. An article is one only where it is read as a number. */
function inWords({ tokens, mentions, periods, quantities }: Seen, { lexicon, numbers, locale }: Spoken): Mentioned[] {
  const articles = new Set(locale.statementWords.cues.article)
  const read = new Set(quantities.map(({ at }) => at))
  const names = [...periods, ...mentions.segments, ...mentions.items, ...mentions.providers]
  const named = positionsOf(names)
  return tokens.flatMap((token, at): Mentioned[] => {
    if (token.kind !== 'word' || hasDigit(token) || named.has(at)) return []
    const part = numbers.inWords(tokens, at)
    if (part !== null) return [{ from: at, to: part, kind: 'numberWord', is: null, count: null }]
    const isArticle = articles.has(token.text.toLowerCase()) && !read.has(at)
    const count = isArticle ? undefined : lexicon.numbers.get(token.key)
    return count === undefined ? [] : [{ from: at, to: at + 1, kind: 'numberWord', is: null, count }]
  })
}

/** So many words may stand between a number and what it counts: "de seks obligatoriske spørgsmål". */
const longestBetween = 2

/**
 * "de syv leverandører", "fire øvrige grupper": how many there are, where nothing is told of them; "to uger". null for
 * what may be a result.
 */
function counted({ to, count }: Mentioned, { tokens, mentions }: Seen, { numbers }: Spoken): NoResultKind | null {
  if (count === null) return null
  if (numbers.find(tokens, to, 'otherUnits') !== null) return 'otherUnit'
  const isTold = mentions.directions.length > 0 || mentions.cues(...ofOrder).length > 0
  const between = range(to, to + longestBetween + 1).findIndex(
    (at) => mentions.cue(at, 'groups', 'providers', 'items', 'difference') !== null,
  )
  const isNoun = between >= 0 && range(to, to + between).every((at) => tokens[at]?.kind === 'word' && mentions.cue(at, ...verbal) === null)
  return isNoun && !isTold ? 'count' : null
}

/** Words by which several are told of together. */
const ofOrder = [
  'above',
  'below',
  'same',
  'alike',
  'reached',
  'overtaken',
  'highest',
  'lowest',
  'greatest',
  'least',
  'higher',
  'lower',
] as const
const verbal = ['is', 'was', 'moves', 'motion', 'outOf', 'answered', 'person', 'answer'] as const
