/**
 * A sentence of a text whose figures are not known → its numbers, with sign, hedge and unit; and which of them are no
 * results: dates, numbers of tables and laws, ends of a scale.
 */
import type { Hedge, NoResultKind } from '../claim.js'
import type { NumberWords } from '../locale/statement-words.js'
import type { Locale } from '../locale/words.js'
import { compare, type Exact, exact, type Interval, minus, negative, parsePrinted, plus, scaleInterval } from '../printed.js'
import { type Stretch, stretchAround } from './no-results.js'
import { type Lexicon, type Mentions, range } from './statement-mentions.js'
import type { Token } from './statement-slots.js'
import { type Mention, nameAt, namesBy } from './words.js'

export type QuantityUnit = 'indexPoint' | 'point' | 'percentagePoint' | 'percent' | 'answer' | 'person'

/**
 * A number: words `from` to `to` with its hedge and unit, the number itself at `at`. `sign`: 0 where none is printed.
 */
export type Quantity = {
  at: number
  from: number
  /** behind the number, and behind its unit */
  end: number
  to: number
  text: string
  value: Exact
  decimals: number
  hedge: Hedge | null
  unit: QuantityUnit | null
  sign: -1 | 0 | 1
}

/** The words of a locale that stand around numbers, findable. */
export type NumberLexicon = {
  find: (tokens: readonly Token[], at: number, kind: keyof NumberWords) => Mention<keyof NumberWords> | null
  /** the longest that ends before a token */
  before: (tokens: readonly Token[], end: number, kind: keyof NumberWords) => Mention<keyof NumberWords> | null
  hedges: ReturnType<typeof namesBy<Hedge>>
  /** "tusind", and "halvandet", which stands only before such a word */
  hundreds: ReadonlyMap<string, number>
  halfMore: ReadonlyMap<string, number>
  /** where a fraction, a multiple or a number above those that are read ends that begins at a token; null for none */
  inWords: (tokens: readonly Token[], at: number) => number | null
  /** a word of any of these */
  isKnown: (token: Token | undefined) => boolean
}

const lexicons = new Map<Locale, NumberLexicon>()
const longestName = 5

export function numberLexiconOf(locale: Locale, { fold }: Pick<Lexicon, 'fold'>): NumberLexicon {
  const ready = lexicons.get(locale)
  if (ready) return ready
  const key = (word: { key: string }) => fold(word.key)
  const kinds = new Map(
    Object.entries(locale.statementWords.numbers).map(([kind, words]) => [
      kind,
      namesBy(
        words.map((word: string) => [word, kind as keyof NumberWords] as const),
        key,
      ),
    ]),
  )
  const namesOf = (kind: keyof NumberWords) => kinds.get(kind) ?? new Map()
  const { unread, ...ofReading } = locale.statementWords.numbers
  const all = [...Object.values(ofReading), ...Object.values(locale.claimWords.hedges)].flat()
  const known = new Set(all.flatMap((words: string) => words.split(' ').map(fold)))
  const { hundreds, halfMore } = locale.statementWords.answers
  const folded = (words: Readonly<Record<string, number>>) => new Map(Object.entries(words).map(([word, value]) => [fold(word), value]))
  const { halved, doubled } = ofReading
  const inWords = namesBy(
    [...Object.keys(locale.claimWords.fractions), ...halved, ...doubled, ...unread].map((word) => [word, true] as const),
    key,
  )
  const made: NumberLexicon = {
    find: (tokens, at, kind) => nameAt(tokens, at, namesOf(kind)),
    hundreds: folded(hundreds),
    halfMore: folded(halfMore),
    inWords: (tokens, at) => nameAt(tokens, at, inWords)?.to ?? null,
    isKnown: (token) => token !== undefined && known.has(token.key),
    before: (tokens, end, kind) => {
      for (let from = Math.max(0, end - longestName); from < end; from += 1) {
        const found = nameAt(tokens, from, namesOf(kind), end)
        if (found?.to === end) return found
      }
      return null
    },
    hedges: namesBy(
      (Object.entries(locale.claimWords.hedges) as [Hedge, readonly string[]][]).flatMap(([hedge, words]) =>
        words.map((word) => [word, hedge] as const),
      ),
      key,
    ),
  }
  lexicons.set(locale, made)
  return made
}

const units = ['percentagePoint', 'percent', 'indexPoint', 'point', 'answer', 'person'] as const satisfies QuantityUnit[]

/** What a sentence's numbers are read with. `covered`: names, periods and dates, whose numbers are theirs. */
type Reading = {
  tokens: readonly Token[]
  mentions: Mentions
  lexicon: Lexicon
  numbers: NumberLexicon
  locale: Locale
  /** stretches of the passage whose numbers are no results */
  noResults: readonly Stretch[]
  /** how many answers the project wants before it tells something: "hvor der er færre end 30 svar" */
  fewest: readonly number[]
}

/** `noResults`: tokens of numbers, by what each is. */
export function quantitiesIn(
  reading: Reading,
  covered: ReadonlySet<number>,
): { quantities: Quantity[]; noResults: Map<number, NoResultKind> } {
  const { tokens } = reading
  const quantities: Quantity[] = []
  const noResults = new Map<number, NoResultKind>()
  const scale = new Set([...endsOfScale(reading), ...endsOfIndex(reading)])
  for (let at = 0; at < tokens.length; at += 1) {
    if (covered.has(at)) continue
    const token = tokens[at] as Token
    const other =
      token.kind === 'number'
        ? scale.has(at)
          ? 'scale'
          : (stretchAround(token, reading.noResults)?.[2] ?? otherThanResult(reading, at))
        : null
    if (other !== null) {
      noResults.set(at, other)
      continue
    }
    const quantity = quantityAt(reading, at)
    if (!quantity) continue
    quantities.push(quantity)
    at = quantity.to - 1
  }
  return { quantities: withUnitsOfLists(quantities, reading), noResults }
}

/** "28 og 29 pct.", "fra 21 til 9 pct.": what is counted is said behind the last. */
function withUnitsOfLists(quantities: readonly Quantity[], { mentions, tokens, numbers }: Reading): Quantity[] {
  const isPercentage = ({ value }: Quantity) => compare(value, exact(100)) <= 0
  return quantities.reduceRight<Quantity[]>((all, each) => {
    const [next] = all
    const isAnd = mentions.cue(each.to, 'and')?.to === next?.from && numbers.find(tokens, each.to, 'either') === null
    const isTo = mentions.cue(each.to, 'to')?.to === next?.from && mentions.cueBefore(each.from, 'from') !== null
    const joined = next && each.unit === null && (isAnd || isTo) && isPercentage(each)
    all.unshift(joined && next.unit === 'percent' ? { ...each, unit: next.unit } : each)
    return all
  }, [])
}

function quantityAt(reading: Reading, at: number): Quantity | null {
  const { tokens, locale, mentions } = reading
  const token = tokens[at] as Token
  const worded = token.kind === 'word' ? wordedAt(reading, at) : null
  const inWords = worded?.value
  if (token.kind !== 'number' && inWords === undefined) return null
  const end = worded?.to ?? endOfThousands(reading, at)
  // "under fyrre år"
  if (inWords !== undefined && reading.numbers.find(tokens, end, 'otherUnits')) return null
  const unit = outOfHundred(reading, end) ?? unitAt(reading, end)
  // "5 ud af ti" is a share.
  if (!unit && isOutOfNumber(reading, end)) return null
  const isDegree = reading.numbers.find(tokens, end, 'more') !== null || reading.numbers.find(tokens, end, 'less') !== null
  if (
    inWords !== undefined &&
    inWords <= highestOfWord &&
    !(unit && /oint/.test(unit.unit)) &&
    !(isDegree && mentions.cue(end + 1, 'than') !== null)
  )
    return null
  const printed = tokens
    .slice(at, end)
    .map(({ text }) => text)
    .join('')
  const parsed =
    inWords === undefined ? parsePrinted(end > at + 1 ? printed : token.text, locale.numbers) : { value: exact(inWords), decimals: 0 }
  if ('reason' in parsed) return null
  const start = hedgeBefore(reading, at)
  const to = unit?.to ?? end
  return {
    ...{ at, from: start.from, end, to, value: parsed.value, decimals: parsed.decimals, hedge: start.hedge, unit: unit?.unit ?? null },
    sign: signBefore(tokens, at),
    text: wordsBetween(tokens, start.from, to),
  }
}

/** A smaller number in words counts all kinds of things. */
const highestOfWord = 12

/** "fem", "to tusind fem hundrede", "et hundrede og femogtyve", "halvandet tusind" */
function wordedAt({ tokens, lexicon, numbers, mentions }: Reading, at: number): { value: number; to: number } | null {
  const key = (index: number) => tokens[index]?.key ?? ''
  const plain = lexicon.numbers.get(key(at))
  let value = 0
  let to = at
  for (;;) {
    const number = lexicon.numbers.get(key(to)) ?? numbers.halfMore.get(key(to))
    const factor = numbers.hundreds.get(key(to + 1))
    if (number === undefined || factor === undefined) break
    value += number * factor
    to += 2
  }
  if (to > at) {
    const rest = mentions.cue(to, 'and')?.to ?? to
    const more = lexicon.numbers.get(key(rest))
    // "to hundrede og en": the article is no number there.
    const isRest = more !== undefined && more > 1 && more < 100 && !numbers.hundreds.has(key(rest + 1))
    return isRest ? { value: value + more, to: rest + 1 } : { value, to }
  }
  return plain === undefined ? null : { value: plain, to: at + 1 }
}

/** The words as they stand, one blank between those apart. */
export function wordsBetween(tokens: readonly Token[], from: number, to: number): string {
  return range(from, to)
    .map((at) => `${at > from && (tokens[at]?.at ?? 0) > (tokens[at - 1]?.end ?? 0) ? ' ' : ''}${tokens[at]?.text ?? ''}`)
    .join('')
}

/** "1 660 svar": groups of three behind one of at most three, where the sentence counts answers or people. */
function endOfThousands({ tokens, mentions }: Reading, at: number): number {
  let end = at + 1
  const isGroup = (index: number) =>
    /^\d{3}$/.test(tokens[index]?.text ?? '') && (tokens[index]?.at ?? 0) - (tokens[index - 1]?.end ?? 0) === 1
  if (!/^\d{1,3}$/.test(tokens[at]?.text ?? '')) return end
  while (isGroup(end)) end += 1
  const isCount = mentions.cues('answer', 'person', 'answers', 'answered', 'invited').length > 0
  return isCount ? end : at + 1
}

/** "74 ud af 100 indekspoint" */
function outOfHundred(reading: Reading, at: number): { unit: QuantityUnit; to: number } | null {
  const link = reading.mentions.cue(at, 'outOf')
  if (!link || reading.tokens[link.to]?.text !== '100') return null
  const unit = unitAt(reading, link.to + 1)
  return unit && !/oint$/.test(unit.unit) ? null : { unit: 'indexPoint', to: unit?.to ?? link.to + 1 }
}

function isOutOfNumber({ tokens, mentions, lexicon }: Reading, at: number): boolean {
  const link = mentions.cue(at, 'outOf')
  const whole = link && tokens[link.to]
  return whole !== null && whole !== undefined && whole.kind === 'word' && lexicon.numbers.has(whole.key)
}

function unitAt({ mentions, tokens }: Reading, at: number): { unit: QuantityUnit; to: number } | null {
  const found = units.flatMap((unit) => {
    const cue = mentions.cue(at, unit)
    return cue ? [{ unit, to: cue.to }] : []
  })
  const best = found.reduce<{ unit: QuantityUnit; to: number } | null>((most, next) => (most && most.to >= next.to ? most : next), null)
  const hasStop = best?.unit === 'percent' && tokens[best.to]?.text === '.' && tokens[best.to - 1]?.kind === 'word'
  return best && hasStop ? { ...best, to: best.to + 1 } : best
}

/** The hedge in front of a number, and where it begins. */
export function hedgeBefore({ tokens, numbers }: Pick<Reading, 'tokens' | 'numbers'>, at: number): { hedge: Hedge | null; from: number } {
  const end = tokens[at - 1]?.text === '.' ? at - 1 : at
  for (let from = Math.max(0, end - longestName); from < end; from += 1) {
    const found = nameAt(tokens, from, numbers.hedges, end)
    if (found?.to === end) return { hedge: found.target, from }
  }
  return { hedge: null, from: at }
}

/** "(+4)", "(−8)": a sign in front of a number, and nothing in front of the sign that it could join. */
function signBefore(tokens: readonly Token[], at: number): -1 | 0 | 1 {
  const [before, sign, number] = [tokens[at - 2], tokens[at - 1], tokens[at]]
  if (!sign || !number || sign.end !== number.at || sign.kind !== 'mark') return 0
  if (sign.text === '+') return 1
  // "henholdsvis +4 og -4": a dash that stands apart from what is before it.
  const isFree = before === undefined || /^[(,:]$/.test(before.text) || (before.kind === 'word' && sign.at > before.end)
  return sign.key === '-' && isFree ? -1 : 0
}

/** "på en skala fra 1 til 5", "skala, hvor 100 er bedst": numbers behind the word, up to four words on. */
function endsOfScale({ tokens, locale, lexicon, mentions }: Reading): Set<number> {
  const names = new Set(locale.claimWords.scale.map(lexicon.fold))
  return new Set(
    tokens.flatMap(({ key }, at) => {
      if (!names.has(key)) return []
      const found: number[] = []
      for (let next = at + 1, words = 0; next < tokens.length && words < 5 && found.length < 2; next += 1) {
        if (mentions.cue(next, 'against') !== null) break
        if (tokens[next]?.kind === 'number') found.push(next)
        else if (tokens[next]?.text !== ',') words += 1
      }
      // "Midt på skalaen ligger 3": one number behind a scale whose middle is told is that middle.
      const isMiddle = found.length === 1 && mentions.cues('midpoint').some(({ from }) => from < at && at - from <= 3)
      return isMiddle ? [] : found
    }),
  )
}

/** "Indekstallet går fra 0 til 100": told of nobody and of no time, and of no change. */
function endsOfIndex({ tokens, mentions, numbers }: Reading): number[] {
  const { directions, segments, providers } = mentions
  if (directions.length + segments.length + providers.length > 0 || mentions.cues('index', 'mean', 'level').length === 0) return []
  return tokens.flatMap(({ text }, at) => {
    const isEnds = text === '0' && tokens[at + 2]?.text === '100' && mentions.cue(at + 1, 'to') !== null
    const isLed = mentions.cueBefore(at, 'from') !== null && numbers.before(tokens, at, 'spread') === null
    return isEnds && isLed ? [at, at + 2] : []
  })
}

/** "Ændringer er ikke vurderet, hvor en periode har færre end 30 svar": of nobody, and the project's own number. */
function isFewest({ tokens, mentions, locale, fewest }: Reading, at: number): boolean {
  const { segments, providers } = mentions
  if (segments.length + providers.length > 0 || !fewest.includes(Number(tokens[at]?.text))) return false
  const before = tokens.slice(Math.max(0, at - 2), at).map(({ key }) => key)
  const isFewer = locale.claimWords.fewerThan.some((words) => before.join(' ').endsWith(words))
  const isRule = mentions.cues('clause', 'condition').some(({ from }) => from < at && tokens[from]?.kind === 'word')
  return isFewer && isRule && mentions.cue(at + 1, 'answer', 'person') !== null
}

/**
 * A number of a table, page or law, of years or kroner, of a point of a list; a year; the day of a month. null for what
 * may be a result.
 */
function otherThanResult(reading: Reading, at: number): NoResultKind | null {
  const { tokens, numbers, mentions, locale } = reading
  const token = tokens[at] as Token
  if (isFewest(reading, at)) return 'rule'
  const [before, next, after] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]]
  if (/^(?:19|20)\d\d$/.test(token.text) && mentions.cue(at + 1, ...units) === null) return 'date'
  if (numbers.before(tokens, at, 'numbered') || (before?.text === '.' && numbers.before(tokens, at - 1, 'numbered'))) return 'numbering'
  if (numbers.find(tokens, at + 1, 'otherUnits')) return 'otherUnit'
  // "for hver 100 svar"
  if (mentions.cueBefore(at, 'perEach') !== null) return 'count'
  const months = [...locale.document.months, ...locale.document.shortMonths].map((name) => name.toLowerCase().replace('.', ''))
  const isDay = (word: Token | undefined) => word !== undefined && months.includes(word.text.toLowerCase())
  if (isDay(next) || (next?.text === '.' && isDay(after))) return 'date'
  const isShort = /^\d{1,2}$/.test(token.text)
  // "1 Ændringen er …": a note's mark, where its text begins.
  const isNamed = [...mentions.segments, ...mentions.providers, ...mentions.items].some(({ from }) => from === 1)
  if (token.at === 0 && isShort && next?.kind === 'word' && /^\p{Lu}/u.test(next.text) && !isNamed) return 'numbering'
  // "giver ikke altid 100 tilsammen"
  if (token.text === '100' && (numbers.find(tokens, at + 1, 'sums') || numbers.before(tokens, at, 'sums'))) return 'sum'
  if (at === 0 && isShort && /^[.):]$/.test(next?.text ?? '')) return 'numbering'
  const isOrdinal = isShort && next?.text === '.' && next.at === token.end && /^\p{Ll}/u.test(after?.text ?? '')
  return isOrdinal ? 'numbering' : null
}

/** Of a number in per cent, as a fraction. */
export function percentOf({ value, decimals, hedge }: Quantity, sign: 1 | -1): Interval {
  const half = exact(1n, 2n * 10n ** BigInt(decimals))
  const wide = hedge === 'near' ? exact(5n, 2n) : half
  const low = hedge === 'atMost' ? exact(0) : minus(value, hedge === 'atLeast' ? half : wide)
  const high = hedge === 'atLeast' ? exact(10n ** 9n) : plus(value, wide)
  const own = scaleInterval({ from: low, to: high, fromIncluded: true, toIncluded: true }, exact(1, 100))
  return sign < 0 ? { ...own, from: negative(own.to), to: negative(own.from) } : own
}
