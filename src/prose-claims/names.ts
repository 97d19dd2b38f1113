/** What a survey's segments, items, options and periods are called in running text and in tables. */

import { joinOptions } from '../figure-key.js'
import { locales } from '../locale/index.js'
import { formatPeriod } from '../locale/spelling.js'
import type { Locale } from '../locale/words.js'
import { optionsOfSide, sides } from '../metrics.js'
import { optionLabel } from '../options.js'
import { scaleOf } from '../scales.js'
import { type Segment, type Survey, segmentsAndBenchmarks } from '../survey.js'
import { type Mention, mentionsOf, namesBy, once, type Word, wordsOf } from './words.js'

/** Finds a survey's names. Mentions count words; in each list none lies inside another. */
export type Finder = {
  /**
   * ids of segments in prose: phrase, label, short, also, with or without article, whatever the ending of their words
   */
  segments: (words: readonly Word[]) => Mention<string>[]
  /** ids of segments by what their parts are called: "målgrupperne" */
  groups: (words: readonly Word[]) => Mention<string>[]
  /** ids of items: label, wording, also */
  items: (words: readonly Word[]) => Mention<string>[]
  /** ids of periods, in every printed form */
  periods: (words: readonly Word[]) => Mention<string>[]
  /** ids of an item's options */
  options: (item: string, words: readonly Word[]) => Mention<string>[]
  /** option ids of an item, joined, by what those who answer in favour or against say, and what they are called */
  sides: (item: string, words: readonly Word[]) => Mention<string>[]
  /** the people asked, all of them: "borgerne", "de borgere, der har haft en mentor" */
  whole: (words: readonly Word[]) => Mention<string>[]
  /**
   * id of the segment, or item, a row or column of a table is called by: its text is the name, or the name with
   * something after it
   */
  rowSegment: (text: string) => string | null
  rowItem: (text: string) => string | null
  rowProvider: (text: string) => string | null
}

export function finderOf(survey: Survey, locale: Locale): Finder {
  const { articles } = locale.claimWords
  const stem = once(locale.claimWords.stem)
  const stemmed = ({ kind, key }: Word) => (kind === 'word' ? stem(key) : key)
  const withoutArticle = (name: string) => {
    const [first, ...others] = name.split(' ')
    return others.length > 0 && articles.includes(first?.toLowerCase() ?? '') ? others.join(' ') : name
  }
  const segments = segmentsAndBenchmarks(survey)
  const segmentNames = segments.flatMap((segment) => namesOfSegment(segment).map((name) => [withoutArticle(name), segment.id] as const))
  const [single, several] = split(segmentNames, ([name]) => wordsOf(name).length === 1)
  // A name of one word is also an ordinary word ("Mentor"), so it counts only as it is written.
  // Others have no such names, and are called so in the middle of a sentence: "lavere end i nabokommunen".
  const others = new Set(survey.benchmarks.map(({ id }) => id))
  const lower = single.flatMap(([name, id]) => (others.has(id) ? [[name.toLowerCase(), id] as const] : []))
  const exactNames = namesBy(new Map([...single, ...lower]), ({ text }) => text)
  const looseNames = namesBy(several, stemmed)
  const groupNames = namesBy(
    segments.flatMap(({ partsCalled, id }) => (partsCalled ? [[partsCalled.many, id] as const] : [])),
    stemmed,
  )
  const itemNames = namesBy(
    survey.items.flatMap((item) =>
      [item.label, withoutStop(item.text), ...saidOf(item), ...item.also].map((name) => [name, item.id] as const),
    ),
    stemmed,
  )
  const periodNames = namesBy(
    survey.periods.flatMap((period) => formsOfPeriod(period).map((form) => [form, period.id] as const)),
    ({ key }) => key,
  )
  const optionNames = new Map(survey.items.map((item) => [item.id, namesBy(namesOfOptions(survey, item), stemmed)]))
  const sideNames = new Map(survey.items.map((item) => [item.id, namesBy(namesOfSides(survey, item, locale), stemmed)]))
  const askedNames = namesBy(
    survey.items.flatMap(({ askedOf }) => (askedOf ? [[askedOf, survey.segments.id] as const] : [])),
    stemmed,
  )
  const definite = survey.respondents?.definite ?? locale.document.respondents.definite
  const peopleNames = namesBy(
    [definite, `${definite}s`].map((name) => [name, survey.segments.id] as const),
    ({ key }) => key,
  )
  const rowNames = (named: (readonly [string, string])[]) => {
    const names = new Map<string, string | null>()
    for (const [name, id] of named)
      names.set(comparable(name), names.has(comparable(name)) && names.get(comparable(name)) !== id ? null : id)
    return (text: string) => rowName(comparable(text), names)
  }
  const rowSegment = rowNames(
    segments.flatMap((segment) => [...namesOfSegment(segment), ...withDetail(segment)].map((name) => [name, segment.id] as const)),
  )
  const keys = (words: readonly Word[]) => words.map(stemmed)
  return {
    segments: (words) => {
      const loose = mentionsOf(keys(words), looseNames)
      const exact = mentionsOf(
        words.map(({ text }) => text),
        exactNames,
      )
      return [...loose, ...exact.filter(({ from }) => !loose.some((other) => other.from <= from && from < other.to))].sort(
        (a, b) => a.from - b.from,
      )
    },
    groups: (words) => mentionsOf(keys(words), groupNames),
    items: (words) => mentionsOf(keys(words), itemNames),
    periods: (words) =>
      mentionsOf(
        words.map(({ key }) => key),
        periodNames,
      ),
    options: (item, words) => mentionsOf(keys(words), optionNames.get(item) ?? new Map()),
    sides: (item, words) => mentionsOf(keys(words), sideNames.get(item) ?? new Map()),
    whole: (words) => [
      ...mentionsOf(keys(words), askedNames),
      ...mentionsOf(
        words.map(({ key }) => key),
        peopleNames,
      ),
    ],
    rowSegment: (text) => rowSegment(text) ?? cutName(comparable(text), segments),
    rowItem: rowNames(
      survey.items.flatMap((item) => [item.label, withoutStop(item.text), ...item.also].map((name) => [name, item.id] as const)),
    ),
    rowProvider: rowNames(survey.providers.flatMap(({ id, label, also }) => [label, ...also].map((name) => [name, id] as const))),
  }
}

function split<T>(all: readonly T[], isFirst: (member: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((member) => !isFirst(member))]
}

function namesOfSegment({ label, short, phrase, also }: Segment): string[] {
  return [label, ...(short ? [short] : []), ...(phrase ? [phrase] : []), ...also]
}

function withDetail({ label, detail }: Segment): string[] {
  return detail ? [`${label}: ${detail}`, `${label} ${detail}`] : []
}

/** Of facts a sentence says what is so of those who are counted, in place of a name: "300 var i job". */
function saidOf({ counts, says }: Survey['items'][number]): string[] {
  return counts && says?.positive !== undefined ? [says.positive] : []
}

function withoutStop(text: string): string {
  return text.replace(/[.?!]\s*$/, '')
}

function formsOfPeriod(period: Survey['periods'][number]): string[] {
  const forms = (['name', 'years', 'range', 'short', 'fromTo'] as const).flatMap((form) =>
    Object.values(locales).map((locale) => formatPeriod(period, locale, form)),
  )
  return [...new Set([period.id, ...forms])]
}

function namesOfOptions(survey: Survey, item: Survey['items'][number]): [string, string][] {
  const scale = scaleOf(survey, item)
  return scale.options.flatMap((option) => [
    ...Object.values(locales).map((locale): [string, string] => [optionLabel(scale, option, locale), option.id]),
    ...option.also.map((name): [string, string] => [name, option.id]),
  ])
}

/** What is said of those in favour, against and otherwise, and the options of each side. */
function namesOfSides(survey: Survey, item: Survey['items'][number], { claimWords }: Locale): [string, string][] {
  return sides.flatMap((side) => {
    const said = side === 'rest' ? undefined : item.says?.[side]
    const meant = optionsOfSide(scaleOf(survey, item), side)
    const names = [...claimWords.sides[side], ...(said ? [said] : [])]
    return meant.length === 0 ? [] : names.map((name): [string, string] => [name, joinOptions(meant)])
  })
}

const ofWhich = Object.values(locales).map(({ render }) => render.ofWhich.trim().toLowerCase())

/** In lower case, blanks and dashes alike, without what tables put on names: marks, and "heraf" before a part. */
function comparable(text: string): string {
  const lower = text.trim().toLowerCase()
  const lead = ofWhich.find((words) => lower.startsWith(words)) ?? ''
  return lower
    .slice(lead.length)
    .replace(/[-–—−]/g, '-')
    .replace(/[*”“"’']/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The one segment whose name with its detail begins with the text, which a page's end cut off within the detail. */
function cutName(text: string, segments: readonly Segment[]): string | null {
  const found = segments.filter((segment) =>
    withDetail(segment).some((name) => text.length > segment.label.length && comparable(name).startsWith(text)),
  )
  return found.length === 1 ? (found[0]?.id ?? null) : null
}

/**
 * The name a text is, or begins with before a colon, comma, bracket or dash; null where there is none, or two share
 * it.
 */
function rowName(text: string, names: ReadonlyMap<string, string | null>): string | null {
  if (names.has(text)) return names.get(text) ?? null
  for (let at = Math.min(text.length, 400) - 1; at > 0; at -= 1) {
    if (!/^(?:[:,(]| -)/.test(text.slice(at, at + 2))) continue
    const start = text.slice(0, at).trim()
    if (names.has(start)) return names.get(start) ?? null
  }
  return null
}
