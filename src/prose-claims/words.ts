/**
 * Text → words, numbers, dates and the words of a locale that tell what is claimed. Every step takes time in
 * proportion to the text.
 */
import type { ClaimWords } from '../locale/words.js'

/**
 * A word, number, period of years, date or mark. `at`, `end`: where it stands in its text. `key`: how it is compared:
 * in lower case; of "2022/23" and "2022-2023" `2022-23`; of a date in figures its ISO form; of any dash `-`.
 */
export type Word = { kind: 'word' | 'number' | 'years' | 'date' | 'mark'; text: string; key: string; at: number; end: number }

const isoDate = /\d{4}-\d{2}-\d{2}(?!\d)/
const dayFirst = /\d{1,2}(?<separator>[-./])\d{1,2}\k<separator>\d{4}(?!\d)/
const years = /\d{4}\s?[-–/]\s?\d{2}(?:\d{2})?(?!\d)/
const number = /\d+(?:[.,]\d+)*/
const word = /\p{L}[\p{L}\p{M}\p{N}]*(?:[-’'][\p{L}\p{M}\p{N}]+)*/u
const token = new RegExp(
  `(${isoDate.source})|(${dayFirst.source})|(${years.source})|(${number.source})|(${word.source})|[^\\s”“"„»«’']`,
  'gu',
)

export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(token)) {
    const { 0: text, index: at } = match
    const kind = kindOf(match)
    words.push({ kind, text, key: keyOf(kind, text), at, end: at + text.length })
  }
  return words
}

function kindOf({ 1: iso, 2: dayFirst, 4: years, 5: number, 6: word }: RegExpExecArray): Word['kind'] {
  if (word !== undefined) return 'word'
  if (number !== undefined) return 'number'
  if (iso !== undefined || dayFirst !== undefined) return 'date'
  return years === undefined ? 'mark' : 'years'
}

function keyOf(kind: Word['kind'], text: string): string {
  switch (kind) {
    case 'word':
      return text.toLowerCase()
    case 'number':
      return text
    case 'years':
      return `${text.slice(0, 4)}-${text.slice(-2)}`
    case 'date':
      return isoDate.test(text) ? text : dayFirstToIso(text)
    case 'mark':
      return /[-–—−]/.test(text) ? '-' : text
  }
}

function dayFirstToIso(date: string): string {
  const [day = '', month = '', year = ''] = date.split(/[-./]/)
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** What a locale's word tells: the paths of `ClaimWords` it stands under. */
export type Cue =
  | Exclude<
      keyof ClaimWords,
      | 'stem'
      | 'abbreviations'
      | 'conjunctions'
      | 'numbers'
      | 'fractions'
      | 'directions'
      | 'hedges'
      | 'metrics'
      | 'units'
      | 'articles'
      | 'counted'
      | 'contributions'
      | 'sides'
    >
  | keyof ClaimWords['directions']
  | keyof ClaimWords['hedges']
  | keyof ClaimWords['metrics']
  | keyof ClaimWords['units']
  | keyof ClaimWords['counted']
  | keyof ClaimWords['contributions']
  | 'fraction'

/** Names by the key of their first word, the longest first. */
type Names<T> = ReadonlyMap<string, readonly { keys: readonly string[]; target: T }[]>

/** A name found: words `from` up to but not including `to`. */
export type Mention<T> = { target: T; from: number; to: number }

/** What is worked out of a word, once for each: the same words are common in a text. */
export function once(work: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>()
  return (word) => {
    const found = known.get(word) ?? work(word)
    known.set(word, found)
    return found
  }
}

/** Makes names findable. `keyOf` says how a word is compared. A name of nothing is left out. */
export function namesBy<T>(named: Iterable<readonly [name: string, target: T]>, keyOf: (word: Word) => string): Names<T> {
  const names = new Map<string, { keys: string[]; target: T }[]>()
  for (const [name, target] of named) {
    const keys = wordsOf(name).map(keyOf)
    const [first] = keys
    if (first !== undefined) names.set(first, [...(names.get(first) ?? []), { keys, target }])
  }
  for (const entries of names.values()) entries.sort((a, b) => b.keys.length - a.keys.length)
  return names
}

/** Every name that begins at a word, the longest first. */
export function namesAt<T>(keys: readonly string[], at: number, names: Names<T>): Mention<T>[] {
  const mentions: Mention<T>[] = []
  for (const { keys: name, target } of names.get(keys[at] ?? '') ?? []) {
    if (beginsAt(name, keys, at)) mentions.push({ target, from: at, to: at + name.length })
  }
  return mentions
}

function beginsAt(name: readonly string[], keys: readonly string[], at: number): boolean {
  for (let index = 1; index < name.length; index += 1) if (keys[at + index] !== name[index]) return false
  return keys[at] === name[0]
}

/** Every name that begins at any word, from the left, of those that begin at one word the longest first. */
export function allNames<T>(keys: readonly string[], names: Names<T>): Mention<T>[] {
  const mentions: Mention<T>[] = []
  for (let at = 0; at < keys.length; at += 1) {
    // Most words begin none.
    if (names.has(keys[at] as string)) mentions.push(...namesAt(keys, at, names))
  }
  return mentions
}

/** The longest name that begins at a word and does not go on behind `end`. */
export function nameAt<T>(words: readonly { key: string }[], at: number, names: Names<T>, end = words.length): Mention<T> | null {
  const found = names
    .get(words[at]?.key ?? '')
    ?.find(({ keys }) => at + keys.length <= end && keys.every((key, index) => words[at + index]?.key === key))
  return found ? { target: found.target, from: at, to: at + found.keys.length } : null
}

/**
 * Names in a run of words from the left, the longest first, none inside another. Where the same words name two things
 * they name neither, and no shorter name inside them either.
 */
export function mentionsOf<T>(keys: readonly string[], names: Names<T>): Mention<T>[] {
  const mentions: Mention<T>[] = []
  for (let at = 0; at < keys.length; ) {
    if (!names.has(keys[at] as string)) {
      at += 1
      continue
    }
    const [first, ...others] = namesAt(keys, at, names)
    const isAmbiguous = others.some(({ to, target }) => to === first?.to && target !== first?.target)
    if (first && !isAmbiguous) mentions.push(first)
    at = first ? first.to : at + 1
  }
  return mentions
}

const plainFamilies = [
  ...([
    'irrealis',
    'outOf',
    'scale',
    'from',
    'to',
    'by',
    'levelBefore',
    'comparedWith',
    'previousPeriod',
    'beforeYear',
    'continuing',
    'about',
  ] as const),
  ...([
    'general',
    'total',
    'against',
    'change',
    'table',
    'chart',
    'and',
    'continued',
    'extraction',
    'documentDate',
    'listed',
    'above',
    'below',
    'highest',
    'lowest',
  ] as const),
  ...(['all', 'none', 'most', 'midpoint', 'neutral', 'standsFor', 'benchmark', 'target', 'reached', 'not', 'partly'] as const),
  ...(['overall', 'commonBasis', 'mayBe', 'says', 'planned', 'elsewhere', 'otherUnits', 'commonScale'] as const),
] satisfies Cue[]

/** A locale's words, findable. */
export function cueNames(words: ClaimWords): Names<Cue> {
  const plain = plainFamilies.map((cue) => [cue, words[cue]] as const)
  const nested = [words.directions, words.hedges, words.metrics, words.units, words.counted, words.contributions].flatMap(
    (family) => Object.entries(family) as [Cue, readonly string[]][],
  )
  const fractions = [['fraction', Object.keys(words.fractions)] as const]
  return namesBy(
    [...plain, ...nested, ...fractions].flatMap(([cue, list]) => list.map((name) => [name, cue] as const)),
    ({ key }) => key,
  )
}

/** The cues of a run of words. */
export type Cues = {
  /** where the longest of this cue that begins at the word ends; undefined where none begins */
  from: (at: number, ...cues: Cue[]) => number | undefined
  /** where the longest of this cue that ends before the word begins; undefined where none ends there */
  before: (end: number, ...cues: Cue[]) => number | undefined
  /** all of these, from the left; of those that begin at one word the longest */
  all: (cue: Cue, ...others: Cue[]) => readonly Mention<Cue>[]
}

export function cuesOf(words: readonly Word[], names: Names<Cue>): Cues {
  const keys = words.map(({ key }) => key)
  const starting = new Map<Cue, Map<number, number>>()
  const ending = new Map<Cue, Map<number, number>>()
  for (const { target, from, to } of allNames(keys, names)) {
    const [starts, ends] = [starting.get(target) ?? new Map<number, number>(), ending.get(target) ?? new Map<number, number>()]
    starts.set(from, Math.max(to, starts.get(from) ?? 0))
    ends.set(to, Math.min(from, ends.get(to) ?? from))
    starting.set(target, starts)
    ending.set(target, ends)
  }
  const mentions = new Map([...starting].map(([target, starts]) => [target, [...starts].map(([from, to]) => ({ target, from, to }))]))
  const farthest = (ends: Map<Cue, Map<number, number>>, cues: readonly Cue[], at: number, of: (a: number, b: number) => number) => {
    let best: number | undefined
    for (const cue of cues) {
      const end = ends.get(cue)?.get(at)
      if (end !== undefined) best = of(best ?? end, end)
    }
    return best
  }
  return {
    from: (at, ...cues) => farthest(starting, cues, at, Math.max),
    before: (end, ...cues) => farthest(ending, cues, end, Math.min),
    all: (cue, ...others) => {
      if (others.length === 0) return mentions.get(cue) ?? []
      return [cue, ...others].flatMap((one) => mentions.get(one) ?? []).sort((a, b) => a.from - b.from)
    },
  }
}
