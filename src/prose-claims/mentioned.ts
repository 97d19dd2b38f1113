/**
 * A sentence → all that it mentions and that has to be accounted for: every number, in digits or in words, and every
 * word of direction. Each digit is in exactly one of them.
 */
import type { MentionKind, NoResultKind } from '../claim.js'
import type { Locale } from '../locale/words.js'
import type { NumberLexicon, Quantity } from './number-mentions.js'
import { type Lexicon, type Mentions, range } from './statement-mentions.js'
import type { Token } from './statement-slots.js'
import type { Mention } from './words.js'

/** From one offset of the passage to another. `is`: what it is, where it is known to be no result. */
export type Mentioned = { from: number; to: number; kind: MentionKind; is: NoResultKind | null }

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
  const numbers = [...inDigits(seen, spoken), ...inWords(seen, spoken)]
  const taken = new Set(numbers.flatMap(({ from, to }) => range(from, to)))
  const isFree = ({ from, to }: { from: number; to: number }) => range(from, to).every((at) => !taken.has(at))
  const directions = [
    ...mentions.directions,
    ...mentions.compounds.map(({ at }) => ({ from: at, to: at + 1 })),
    ...mentions.cues('highest', 'lowest', 'overtaken'),
  ].filter(isFree)
  const all = [...numbers, ...directions.map(({ from, to }) => ({ from, to, kind: 'direction' as const, is: null }))]
  return apart(all).map(({ from, to, ...rest }) => ({ ...rest, from: tokens[from]?.at ?? 0, to: tokens[to - 1]?.end ?? 0 }))
}

/** By where they begin, the longest first, none over another. */
function apart<M extends { from: number; to: number }>(all: readonly M[]): M[] {
  const kept: M[] = []
  for (const each of all.toSorted((a, b) => a.from - b.from || b.to - a.to)) if (each.from >= (kept.at(-1)?.to ?? 0)) kept.push(each)
  return kept
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
    if (last && last.is === is && isOneWith(last, at, tokens, spoken)) last.to = to
    else found.push({ from: at, to, kind: 'number', is, whole: whole ?? token })
  }
  return found.map(({ whole, ...mentioned }) => mentioned)
}

/** "F2", "2018-2020", "7-8-2023" */
function notNumber({ kind }: Token): NoResultKind | null {
  return kind === 'word' ? 'name' : kind === 'date' || kind === 'years' ? 'date' : null
}

/** "7. august 2023", "2024 - 25263": what is no result, and is printed as one. */
function isOneWith({ to, is }: Mentioned, at: number, tokens: readonly Token[], { locale: { document } }: Spoken): boolean {
  const between = tokens.slice(to, at)
  const isJoined = between.length === 1 && between[0]?.key === '-'
  if (is !== null && is !== 'period' && is !== 'name' && isJoined) return true
  const months = [...document.months, ...document.shortMonths].map((name) => name.toLowerCase().replace('.', ''))
  const words = between.filter(({ kind }) => kind === 'word')
  return is === 'date' && between.length <= 3 && words.length === 1 && months.includes(words[0]?.text.toLowerCase() ?? '')
}

/** Numbers, fractions and multiples in words. An article is one only where it is read as a number. */
function inWords({ tokens, mentions, quantities }: Seen, { lexicon, numbers }: Spoken): Mentioned[] {
  const read = new Set(quantities.map(({ at }) => at))
  return tokens.flatMap((token, at): Mentioned[] => {
    if (token.kind !== 'word' || hasDigit(token)) return []
    const part = numbers.inWords(tokens, at)
    if (part !== null) return [{ from: at, to: part, kind: 'numberWord', is: null }]
    const isNumber = lexicon.numbers.has(token.key) && (read.has(at) || mentions.cue(at, 'article') === null)
    return isNumber ? [{ from: at, to: at + 1, kind: 'numberWord', is: null }] : []
  })
}
