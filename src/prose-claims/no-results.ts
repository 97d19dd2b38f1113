/**
 * Numbers of a passage that are no results, by their form alone: in addresses of the web and of streets, times of day,
 * numbers of cases and documents, what a scale's ends stand for. A form that a result could have as well is none.
 */
import type { NoResultKind } from '../claim.js'
import { locales } from '../locale/index.js'
import type { Locale } from '../locale/words.js'
import { scoredOptions, scoreRange } from '../metrics.js'
import { optionLabel } from '../options.js'
import { type Exact, exact, isEqual, parsePrinted } from '../printed.js'
import { scaleOf } from '../scales.js'
import type { Survey } from '../survey.js'
import { namesAt, namesBy, type Word, wordsOf } from './words.js'

/** Offsets of a passage, from one up to but not including another, and what stands there. */
export type Stretch = readonly [from: number, to: number, is: NoResultKind]

type Named = { survey: Survey; locale: Locale }

/** `before`: the passage before it, which may be the label of a number that stands alone. */
export function noResultsIn(
  text: string,
  { before, isPoint }: { before: string | null; isPoint: boolean },
  { survey, locale }: Named,
): Stretch[] {
  const words = wordsOf(text)
  // The mark of a note, which a list has before the note itself.
  if (isPoint && /^\s*\d{1,2}\s*$/.test(text)) return [[0, text.length, 'numbering']]
  const own = words.flatMap((word, at): Stretch[] => {
    if (word.kind !== 'number') return []
    const rules: Partial<Record<NoResultKind, boolean>> = {
      identifier: isCaseNumber(words, at, before) || isLabelled(words, at, before),
      time: isTime(words, at),
      address: isInAddress(words, at),
      otherUnit: isRangeOfOtherUnit(words, at, locale.statementWords.numbers.otherUnits),
      name: isQuotedOption(text, word, survey),
    }
    const found = (Object.keys(rules) as NoResultKind[]).find((is) => rules[is])
    return found ? [[word.at, word.end, found]] : []
  })
  return inOrder([...webAddresses(text), ...titlesIn(text, survey), ...own, ...explainedEnds(text, words, { survey, locale })])
}

/** By where they begin, none inside another or over its end. */
function inOrder(stretches: readonly Stretch[]): Stretch[] {
  const apart: Stretch[] = []
  for (const [from, to, is] of stretches.toSorted((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const start = Math.max(from, apart.at(-1)?.[1] ?? 0)
    if (start < to) apart.push([start, to, is])
  }
  return apart
}

/** Of stretches in order. */
export function isWithin(word: Pick<Word, 'at' | 'end'>, stretches: readonly Stretch[]): boolean {
  return stretchAround(word, stretches) !== null
}

/** The one of stretches in order that a word stands in. */
export function stretchAround({ at, end }: Pick<Word, 'at' | 'end'>, stretches: readonly Stretch[]): Stretch | null {
  let [low, high] = [0, stretches.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle]?.[0] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  const last = stretches[low - 1]
  return last && end <= last[1] ? last : null
}

function webAddresses(text: string): Stretch[] {
  return [...text.matchAll(/(?:https?:\/\/|www\.)\S+/gi)].map((found) => [found.index, found.index + found[0].length, 'address'])
}

/** "udsatte og sygemeldte borgere over 30": what the survey itself is called. */
function titlesIn(text: string, { title, topic }: Survey): Stretch[] {
  return [title, topic].flatMap((name): Stretch[] => {
    const at = name ? text.indexOf(name) : -1
    return name && at >= 0 ? [[at, at + name.length, 'name']] : []
  })
}

// ── cases, documents, times ──

const labels = namesBy(
  Object.values(locales).flatMap(({ statementWords }) => statementWords.numbers.numbered.map((name) => [name, true] as const)),
  ({ key }) => key,
)

const longestLabel = 3

function isLabel(words: readonly Word[], at: number): boolean {
  const keys = words.slice(at, at + longestLabel).map(({ key }) => key)
  return at >= 0 && namesAt(keys, 0, labels).length > 0
}

/** So many digits without a mark between thousands no result has. */
const isLong = (text: string) => /^\d{5,}$/.test(text)

/** "2024 - 25263", "2018-0145955-20": a year, a long number and what follows it. */
function isCaseNumber(words: readonly Word[], at: number, before: string | null): boolean {
  const word = words[at]
  if (word && isLong(word.text) && word.text.startsWith('0')) return true
  const start = startOfCase(words, at)
  if (start === at || !/^(?:19|20)\d\d$/.test(words[start]?.text ?? '') || !isLong(words[start + 2]?.text ?? '')) return false
  const isAlone = start === 0 && words.slice(at + 1).every(({ text }) => text === '-' || /^\d+$/.test(text))
  return isAlone || words[start + 2]?.text.startsWith('0') === true || follows(words, start, before)
}

/** A year, a number and a version, and the dashes between them. */
const longestCase = 4

/** Where a row of numbers with dashes between them begins. */
function startOfCase(words: readonly Word[], at: number): number {
  let start = at
  while (at - start < longestCase && words[start - 1]?.key === '-' && words[start - 2]?.kind === 'number') start -= 2
  return start
}

/** "Dokumentnummer i F2: 6884401" */
function isLabelled(words: readonly Word[], at: number, before: string | null): boolean {
  return isLong(words[at]?.text ?? '') && follows(words, at, before)
}

/** The words in front end in a label; where there are none, those of the passage before are one. */
function follows(words: readonly Word[], at: number, before: string | null): boolean {
  if (at > 0) {
    const end = /^[.:]$/.test(words[at - 1]?.text ?? '') ? (words[at - 2]?.text === '.' ? at - 2 : at - 1) : at
    return [1, 2].some((back) => isLabel(words, end - back) && end - back >= 0)
  }
  const label = before === null || words.length > longestCase + 1 ? [] : wordsOf(before)
  return label.length > 0 && label.length <= 5 && label.some((_, index) => isLabel(label, index))
}

/** "17:20" */
function isTime(words: readonly Word[], at: number): boolean {
  const isPair = (index: number) => {
    const [hour, colon, minute] = words.slice(index, index + 3)
    const isJoined = colon?.text === ':' && hour?.end === colon.at && minute?.at === colon.end
    return isJoined && /^(?:[01]?\d|2[0-3])$/.test(hour.text) && /^[0-5]\d$/.test(minute.text)
  }
  return isPair(at) || (at >= 2 && isPair(at - 2))
}

// ── streets ──

const streetEnd = new RegExp(
  `^\\p{Lu}.*(?:${Object.values(locales)
    .flatMap(({ statementWords }) => statementWords.numbers.streets)
    .join('|')})$`,
  'iu',
)

/** "Bernstorffsgade 17, 1577 København V": a street, its number, a postcode and a town, none without the others. */
function isInAddress(words: readonly Word[], at: number): boolean {
  return [at, at - 1, at - 2].some((start) => {
    const street = words[start - 1]
    if (street?.kind !== 'word' || !/^\p{Lu}/u.test(street.text) || !streetEnd.test(street.text)) return false
    if (!/^\d{1,3}$/.test(words[start]?.text ?? '')) return false
    const code = words[start + 1]?.text === ',' ? start + 2 : start + 1
    const isTown = /^\p{Lu}/u.test(words[code + 1]?.text ?? '')
    return /^\d{4}$/.test(words[code]?.text ?? '') && isTown && (at === start || at === code)
  })
}

// ── other units, answers, scales ──

/** "126-127 mio. kr." */
function isRangeOfOtherUnit(words: readonly Word[], at: number, units: readonly string[]): boolean {
  const isRange = words[at + 1]?.key === '-' && words[at + 2]?.kind === 'number'
  return isRange && units.includes(words[at + 3]?.key ?? '')
}

/** ”5” in quotation marks, where an answer is called so. */
function isQuotedOption(text: string, { at, end, text: number }: Word, { items, scales }: Survey): boolean {
  const isQuoted = /[”“"„»«]/.test(text[at - 1] ?? '') && /[”“"„»«]/.test(text[end] ?? '')
  if (!isQuoted) return false
  return items.some((item) => {
    const scale = scaleOf({ scales }, item)
    return scale.options.some((option) => Object.values(locales).some((locale) => optionLabel(scale, option, locale) === number))
  })
}

/**
 * "0 betyder, at alle har svaret ”Helt uenig”, og 100, at alle har svaret ”Helt enig”", "fra 1 (”helt uenig”) til 5
 * (”helt enig”)": both ends of a scale, each with its own answer behind it, and nothing but these.
 */
function explainedEnds(text: string, words: readonly Word[], { survey, locale }: Named): Stretch[] {
  const numbers = words.filter(({ kind, at, end }) => kind === 'number' && !/[”“"„»«]/.test(`${text[at - 1] ?? ''}${text[end] ?? ''}`))
  if (numbers.length < 2) return []
  return survey.items.flatMap((item): Stretch[] => {
    const scale = scaleOf(survey, item)
    const scored = scoredOptions(scale).toSorted((a, b) => a.score - b.score)
    const [lowest, highest] = [scored[0], scored.at(-1)]
    if (!lowest || !highest || lowest === highest) return []
    const { min, max } = scoreRange(scale)
    const isEnd = (index: number, values: readonly Exact[], label: string) => {
      const word = numbers[index] as Word
      const read = parsePrinted(word.text, locale.numbers)
      const isValue = !('reason' in read) && values.some((value) => isEqual(value, read.value))
      const said = isValue ? text.slice(word.end, numbers[index + 1]?.at).toLowerCase() : ''
      return isValue && said.includes(label.toLowerCase()) && isExplained(said, locale)
    }
    return numbers.flatMap((word, index): Stretch[] => {
      const next = numbers[index + 1]
      const isPair =
        next &&
        isEnd(index, [min, exact(0)], optionLabel(scale, lowest, locale)) &&
        isEnd(index + 1, [max, exact(100)], optionLabel(scale, highest, locale))
      return isPair ? [word, next].map(({ at, end }) => [at, end, 'scale']) : []
    })
  })
}

const longestLead = 40

/** "(", "betyder", ", at": what a number stands for comes at once, and it counts nobody. */
function isExplained(said: string, { claimWords, statementWords }: Locale): boolean {
  const [first, second] = wordsOf(said.slice(0, longestLead))
  const word = first?.text === ',' ? second : first
  const isVerb = claimWords.standsFor.includes(word?.key ?? '') && !statementWords.cues.is.includes(word?.key ?? '')
  return first?.text === '(' || isVerb || statementWords.cues.that.includes(word?.key ?? '')
}
