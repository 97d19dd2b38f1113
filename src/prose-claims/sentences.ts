/**
 * Passages → sentences with everything in them that a claim can be made of: numbers with hedge and unit, names,
 * dates.
 */
import type { Hedge } from '../claim.js'
import { locales } from '../locale/index.js'
import type { Locale } from '../locale/words.js'
import { type Exact, exact, parsePrinted } from '../printed.js'
import type { Passage } from '../read/text/passages.js'
import type { Survey } from '../survey.js'
import { type Finder, finderOf } from './names.js'
import { isWithin, noResultsIn, type Stretch } from './no-results.js'
import { type Cue, type Cues, cueNames, cuesOf, type Mention, type Word, wordsOf } from './words.js'

/** What stands after a number. `scalePoint`: "4,4 på en skala fra 1 til 5". `hundredth`: "84 ud af 100" */
export type NumberUnit =
  | 'indexPoint'
  | 'point'
  | 'scalePoint'
  | 'hundredth'
  | 'percentagePoint'
  | 'percent'
  | 'fraction'
  | 'answer'
  | 'person'

/**
 * A number in a sentence. Words `from`–`to` with its hedge and unit; `at` the number itself. `value` as it stands; of
 * a fraction ("6 ud af 10") the part, and `whole` what it is a part of.
 */
export type NumberMention = {
  text: string
  value: Exact
  decimals: number
  whole: Exact | null
  hedge: Hedge | null
  unit: NumberUnit | null
  from: number
  at: number
  to: number
}

export type Sentence = {
  passage: Passage
  /** where it begins in the passage */
  start: number
  text: string
  words: Word[]
  cues: Cues
  numbers: NumberMention[]
  /** ids */
  segments: Mention<string>[]
  /** of all segments together, by what the people asked are called */
  whole: Mention<string>[]
  /** what those say who answer in favour, or against: words that tell nothing else */
  sayings: Mention<string>[]
  items: Mention<string>[]
  periods: Mention<string>[]
  /** ISO dates */
  dates: Mention<string>[]
  /** a year, or years, that are no period of the survey */
  namesOtherTime: boolean
}

/** What reading needs of a survey and a locale, made once. */
export type Setting = {
  survey: Survey
  locale: Locale
  finder: Finder
  cues: ReturnType<typeof cueNames>
  abbreviations: ReadonlySet<string>
}

export function settingOf(survey: Survey, locale: Locale): Setting {
  const { claimWords } = locale
  const abbreviations = new Set(claimWords.abbreviations)
  return { survey, locale, finder: finderOf(survey, locale), cues: cueNames(claimWords), abbreviations }
}

/** Prose has no longer ones; what is longer is cut, so that work on a sentence is bounded. */
const longestSentence = 200

export function sentencesOf(passage: Passage, setting: Setting): Sentence[] {
  const words = wordsOf(passage.text)
  const sentences: Sentence[] = []
  let from = 0
  const noResults = noResultsIn(passage.text, { before: null, isPoint: false }, setting)
  for (let at = 0; at < words.length; at += 1) {
    if (at + 1 < words.length && !endsSentence(words, at, from, setting) && at + 1 - from < longestSentence) continue
    sentences.push(sentenceOf(passage, words.slice(from, at + 1), noResults, setting))
    from = at + 1
  }
  return sentences
}

function endsSentence(words: readonly Word[], at: number, from: number, { abbreviations }: Setting): boolean {
  const [before, mark, after] = [words[at - 1], words[at], words[at + 1]]
  if (!mark || !/^[.!?]$/.test(mark.text) || mark.kind !== 'mark' || !after) return false
  if (before?.kind === 'word' && abbreviations.has(before.key)) return !/^[\p{Ll}\d(),;:]/u.test(after.text) && !isShort(before)
  if (before?.kind === 'number' && at - 1 === from) return false
  return after.at > mark.end && !/^\p{Ll}/u.test(after.text)
}

function isShort({ key }: Word): boolean {
  return key.length <= 2
}

function sentenceOf(passage: Passage, all: readonly Word[], noResults: readonly Stretch[], setting: Setting): Sentence {
  const { finder } = setting
  const start = all[0]?.at ?? 0
  const end = all.at(-1)?.end ?? start
  const words = all.map((word) => ({ ...word, at: word.at - start, end: word.end - start }))
  const cues = cuesOf(words, setting.cues)
  const [segments, items, periods] = [finder.segments(words), finder.items(words), finder.periods(words)]
  const dates = datesOf(words)
  const known = all.flatMap((word, at): Mention<string>[] => (isWithin(word, noResults) ? [{ target: '', from: at, to: at + 1 }] : []))
  const names = [...segments, ...items, ...periods, ...dates, ...known]
  return {
    passage,
    start,
    text: passage.text.slice(start, end),
    words,
    cues,
    segments,
    whole: finder.whole(words).filter(({ to }) => saysAt(words, to, cues)),
    sayings: setting.survey.items.flatMap(({ id }) => finder.sides(id, words)),
    items,
    periods,
    dates,
    numbers: numbersOf(words, cues, names, setting),
    namesOtherTime: dates.length > 0 || tellsOtherTime(words, cues, [...periods, ...segments, ...items]),
  }
}

/** "Blandt borgerne svarer 43 pct.", "Of those who had a mentor, 60 per cent answered": all of them, not some. */
function saysAt(words: readonly Word[], at: number, cues: Cues): boolean {
  const isNumber = (index: number) => words[index]?.kind === 'number' || cues.from(index, 'atLeast', 'atMost', 'fraction') !== undefined
  return cues.from(at, 'says') !== undefined || (words[at]?.text === ',' && isNumber(at + 1)) || isNumber(at)
}

function isInside(at: number, mentions: readonly Mention<unknown>[]): boolean {
  return mentions.some(({ from, to }) => from <= at && at < to)
}

const monthNumbers = new Map(
  Object.values(locales).flatMap(({ document }) =>
    [document.months, document.shortMonths].flatMap((names) =>
      names.map((name, index) => [name.toLowerCase().replace('.', ''), index + 1] as const),
    ),
  ),
)

/** Dates in figures, and "7. august 2023". */
function datesOf(words: readonly Word[]): Mention<string>[] {
  return words.flatMap((word, at): Mention<string>[] => {
    if (word.kind === 'date') return isDate(word.key) ? [{ target: word.key, from: at, to: at + 1 }] : []
    const [stop, month, year] = [words[at + 1], words[at + 2], words[at + 3]]
    const monthNumber = monthNumbers.get(month?.key ?? '')
    if (!/^\d{1,2}$/.test(word.text) || stop?.text !== '.' || monthNumber === undefined || !/^\d{4}$/.test(year?.text ?? '')) return []
    const iso = `${year?.text}-${String(monthNumber).padStart(2, '0')}-${word.text.padStart(2, '0')}`
    return isDate(iso) ? [{ target: iso, from: at, to: at + 4 }] : []
  })
}

function isDate(iso: string): boolean {
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso)
}

/** Whether words tell of a year, or of years, outside the names that are known. */
export function tellsOtherTime(words: readonly Word[], cues: Cues, known: readonly Mention<string>[]): boolean {
  return words.some((word, at) => {
    if (isInside(at, known)) return false
    if (word.kind === 'years') return /^(?:19|20)/.test(word.key)
    return isYear(word) && (cues.before(at, 'beforeYear') !== undefined || monthNumbers.has(words[at - 1]?.key ?? ''))
  })
}

function isYear(word: Word | undefined): boolean {
  return word?.kind === 'number' && /^(?:19|20)\d\d$/.test(word.text)
}

/** The number of a caption: "Tabel 2: …", not "Tabel 2 viser …". */
export function captionNumber(sentence: Sentence | undefined): number | null {
  const to = sentence?.cues.from(0, 'table', 'chart')
  const [number, mark] = to === undefined ? [] : (sentence?.words.slice(to, to + 2) ?? [])
  return number && /^\d{1,3}$/.test(number.text) && /^[.:(-]$/.test(mark?.text ?? '') ? Number(number.text) : null
}

// ── numbers ──

function numbersOf(words: readonly Word[], cues: Cues, names: readonly Mention<string>[], setting: Setting): NumberMention[] {
  const numbers: NumberMention[] = []
  const covered = new Set(names.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)))
  for (const scale of cues.all('scale')) {
    // "skala fra 1 til 5", "skala fra et til fem": its ends are no results
    for (let at = scale.to; at < endOfScale(words, scale, cues, setting); at += 1) covered.add(at)
  }
  for (let at = isMark(words) ? 1 : 0; at < words.length; at += 1) {
    if (covered.has(at)) continue
    const number = numberAt(words, at, covered, cues, setting)
    if (!number) continue
    numbers.push(number)
    at = number.to - 1
  }
  return numbers
}

/**
 * Where what tells the ends of a scale ends itself: behind the second of two numbers. "Midt på skalaen ligger 3" tells
 * none.
 */
export function endOfScale(words: readonly Word[], { from, to }: Mention<Cue>, cues: Cues, { locale }: Setting): number {
  const comma = words.slice(to, to + 6).findIndex(({ text }) => text === ',')
  const end = comma < 0 ? Math.min(words.length, to + 6) : to + comma
  const isNumber = ({ kind, key }: Word) => kind === 'number' || Object.hasOwn(locale.claimWords.numbers, key)
  const [, second] = words.flatMap((word, at) => (at >= to && at < end && isNumber(word) ? [at] : []))
  if (second !== undefined) return second + 1
  return cues.all('midpoint').some((middle) => middle.from < from && from - middle.to <= 2) ? to : end
}

/** "1. Motivationen", "1 For de unge er …": the number of a point, or of a note, is no result. */
function isMark([first, next, after]: readonly Word[]): boolean {
  if (!/^\d{1,2}$/.test(first?.text ?? '')) return false
  const said = next?.text === '.' ? after : next
  return said?.kind === 'word' && /^\p{Lu}/u.test(said.text)
}

function numberAt(words: readonly Word[], at: number, covered: ReadonlySet<number>, cues: Cues, setting: Setting): NumberMention | null {
  const { claimWords } = setting.locale
  const fraction = cues.from(at, 'fraction')
  const start = hedgeBefore(words, at, cues)
  const put = (value: Exact, decimals: number, whole: Exact | null, unit: NumberUnit | null, to: number): NumberMention => ({
    ...{ text: textBetween(words, start.from, to), value, decimals, whole, hedge: start.hedge, unit, from: start.from, at, to },
  })
  if (fraction !== undefined) {
    const name = words
      .slice(at, fraction)
      .map(({ key }) => key)
      .join(' ')
    const [part = 1, whole = 1] = claimWords.fractions[name] ?? []
    return put(exact(part), 0, exact(whole), 'fraction', fraction)
  }
  const word = words[at]
  if (!word || cues.before(at, 'table', 'chart') !== undefined) return null
  const read = readNumber(word, setting)
  if (!read) return null
  // "Briefing (2022)": the year a document tells of.
  if (isYear(word) && words[at - 1]?.text === '(' && words[at + 1]?.text === ')') return null
  const outOf = cues.from(at + 1, 'outOf')
  // "59 in 2020" is no share of 2020.
  const isTime = outOf !== undefined && (covered.has(outOf) || (isYear(words[outOf]) && cues.before(outOf, 'beforeYear') !== undefined))
  const whole = outOf === undefined || isTime ? null : readNumber(words[outOf], setting)
  if (outOf !== undefined && whole) {
    const unit = unitAt(words, outOf + 1, cues)
    const isHundredth = isExactly(whole.value, 100n)
    return put(
      read.value,
      read.decimals,
      isHundredth ? null : whole.value,
      isHundredth ? 'hundredth' : 'fraction',
      isHundredth ? (unit?.to ?? outOf + 1) : outOf + 1,
    )
  }
  const unit = unitAt(words, at + 1, cues)
  if (word.kind === 'word' && !unit) return null
  // "in five points:" counts what follows.
  if (unit?.unit === 'point' && cues.from(at + 1, 'listed') !== undefined && words.at(-1)?.text === ':') return null
  // "Ingen har givet et svar": an article, and no count.
  if (word.kind === 'word' && unit?.unit === 'answer' && isExactly(read.value, 1n)) return null
  if (!unit && onScale(words, at + 1, cues)) return put(read.value, read.decimals, null, 'scalePoint', at + 1)
  return put(read.value, read.decimals, null, unit?.unit ?? null, unit?.to ?? at + 1)
}

function isExactly({ numerator, denominator }: Exact, whole: bigint): boolean {
  return denominator === 1n && numerator === whole
}

function readNumber(word: Word | undefined, { locale }: Setting): { value: Exact; decimals: number } | null {
  const { numbers } = locale.claimWords
  if (word?.kind === 'word') return Object.hasOwn(numbers, word.key) ? { value: exact(numbers[word.key] ?? 0), decimals: 0 } : null
  if (word?.kind !== 'number') return null
  const read = parsePrinted(word.text, locale.numbers)
  return 'reason' in read ? null : read
}

/** Unit words that begin at a word; a full stop after "pct" is theirs. */
function unitAt(words: readonly Word[], at: number, cues: Cues): { unit: NumberUnit; to: number } | null {
  const units = ['percentagePoint', 'percent', 'indexPoint', 'point', 'answer', 'person'] as const
  const found = units.flatMap((unit) => {
    const to = cues.from(at, unit)
    return to === undefined ? [] : [{ unit, to }]
  })
  const best = found.reduce<{ unit: NumberUnit; to: number } | null>(
    (longest, next) => (longest && longest.to >= next.to ? longest : next),
    null,
  )
  const hasStop =
    best?.unit === 'percent' && words[best.to]?.text === '.' && words[best.to - 1]?.kind === 'word' && words[best.to + 1] !== undefined
  return best && hasStop ? { ...best, to: best.to + 1 } : best
}

/** "4,4 på en skala fra 1 til 5" */
function onScale(words: readonly Word[], at: number, cues: Cues): boolean {
  return [1, 2, 3].some((ahead) => words[at + ahead] && cues.from(at + ahead, 'scale') !== undefined) && cues.from(at, 'by') !== undefined
}

function hedgeBefore(words: readonly Word[], at: number, cues: Cues): { hedge: Hedge | null; from: number } {
  const end = words[at - 1]?.text === '.' && cues.before(at - 1, 'near') !== undefined ? at - 1 : at
  const found = (['near', 'atLeast', 'atMost'] as const).flatMap((hedge) => {
    const from = cues.before(end, hedge)
    return from === undefined ? [] : [{ hedge, from }]
  })
  return found.reduce<{ hedge: Hedge | null; from: number }>((best, next) => (next.from < best.from ? next : best), {
    hedge: null,
    from: at,
  })
}

/** The words as they stand, one blank between those apart. */
export function textBetween(words: readonly Word[], from: number, to: number): string {
  let text = ''
  for (const [index, word] of words.slice(from, to).entries()) {
    const before = words[from + index - 1]
    text += index > 0 && before && word.at > before.end ? ` ${word.text}` : word.text
  }
  return text
}
