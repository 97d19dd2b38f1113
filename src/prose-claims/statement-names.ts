/**
 * What a project's groups, providers and items are called in its own memo: whole names, whatever their endings, and
 * what is left of them.
 */
import { type Segment, type Survey, segmentsAndBenchmarks } from '../survey.js'
import type { Token } from './statement-slots.js'
import { type Mention, mentionsOf, namesBy, wordsOf } from './words.js'

export type SurveyNames = {
  in: (
    tokens: readonly Token[],
    known: { cues: ReadonlyMap<string, unknown>; numbers: ReadonlyMap<string, number> },
  ) => Record<'segments' | 'providers' | 'items', Mention<string>[]>
  /** what the project says of those who answered so or so, and of those who were asked: it tells nothing of numbers */
  phrases: (tokens: readonly Token[]) => Mention<string>[]
  /** the first part of a compound can be one of them: "bostøtte-", "STU-" */
  isPart: (before: string) => boolean
}

export type Spelling = {
  fold: (word: string) => string
  stem: (word: string) => string
  articles: readonly string[]
  /** it has a meaning of its own, so that alone it names nobody */
  isCommon: (word: string) => boolean
  /** it is said of providers, and of nobody else where the survey has some */
  ofProviders: readonly string[]
  /** it ends as a noun that is meant as known: "leverandørerne" */
  isDefinite: (word: string) => boolean
}

export function namesOfSurvey(survey: Survey, spelling: Spelling): SurveyNames {
  const { stem, fold, articles, isDefinite } = spelling
  const providerStems = new Set(spelling.ofProviders.map(stem))
  const stemOf = (word: { kind: string; key: string }) => (word.kind === 'word' ? stem(word.key) : fold(word.key))
  const named = <T extends { id: string }>(all: readonly T[], namesIn: (one: T) => string[]) =>
    namesBy(
      all.flatMap((one) => namesIn(one).map((name) => [withoutArticle(name, articles, fold), one.id] as const)),
      stemOf,
    )
  const groups = segmentsAndBenchmarks(survey)
  const segments = named(groups, namesOfSegment)
  const providers = named(survey.providers, ({ label, also }) => [label, ...also])
  const items = named(survey.items, ({ label, text, also, says }) => [
    label,
    text.replace(/[.?!]\s*$/, ''),
    ...also,
    ...[says?.positive, says?.negative].flatMap((said) => said ?? []),
  ])
  // Two questions may be put to the same people: as one name these are found all the same.
  const given = [
    ...survey.items.flatMap(({ says, askedOf, counts }) => [says?.positive, says?.negative, askedOf?.replace(/,$/, ''), counts?.many]),
    survey.invitedCalled?.definite,
  ].filter((phrase) => phrase !== undefined)
  const phrases = named([{ id: 'said' }], () => given)
  const phrasesIn = (tokens: readonly Token[]) =>
    mentionsOf(
      tokens.map(({ stem: own }) => own),
      phrases,
    )
  const partial = partialNames(
    groups.filter(({ id }) => id !== survey.segments.id),
    survey,
    spelling,
  )
  const words = [
    ...groups.flatMap(namesOfSegment),
    ...survey.providers.map(({ label }) => label),
    ...survey.items.map(({ label }) => label),
  ]
    .flatMap(wordsOf)
    .map(({ key }) => fold(key))
  return {
    phrases: phrasesIn,
    isPart: (before) =>
      words.some((word) => sharedStart(word, before) >= Math.min(partLength, before.length, word.length) && word.length > 2),
    in: (tokens, known) => {
      const stems = tokens.map(({ stem: own }) => own)
      const whole = mentionsOf(stems, segments)
      const own = mentionsOf(stems, providers)
      const said = phrasesIn(tokens)
      // "Tilfredse med deres ressourceforløb" is what they answered, also where one group's name has the noun.
      const covered = [...whole, ...own, ...said]
      const isFree = (at: number) => !covered.some(({ from, to }) => from <= at && at < to)
      const isUnknown = ({ kind, key }: Token) => kind === 'word' && !known.cues.has(key) && !known.numbers.has(key)
      const parts = tokens.flatMap(({ stem: word, text }, at): Mention<string>[] => {
        const target = partial.get(word)
        const next = tokens[at + 1]
        const isThose = providerStems.has(word) && isDefinite(text.toLowerCase()) && survey.providers.length === 0
        const isLed = articles.includes(tokens[at - 1]?.key ?? '') || /^\p{Lu}{2,}$/u.test(text) || isThose
        return target !== undefined && isLed && isFree(at) && !(next && isUnknown(next)) ? [{ target, from: at, to: at + 1 }] : []
      })
      return {
        segments: [...whole.filter(({ from, to }) => !own.some((other) => other.from <= from && to < other.to)), ...parts].sort(
          (a, b) => a.from - b.from,
        ),
        providers: own.filter(({ from, to }) => !whole.some((other) => other.from <= from && to <= other.to)),
        // "Those who had a work placement" are whom one question was put to, not another question.
        items: mentionsOf(stems, items).filter(
          (item) => !said.some(({ from, to }) => from <= item.from && item.to <= to && item.to - item.from < to - from),
        ),
      }
    },
  }
}

/** So many letters a word shares with the first part of a compound that means it: "værested(er)", "værested(s)". */
const partLength = 6

function sharedStart(a: string, b: string): number {
  const end = [...a].findIndex((letter, index) => letter !== b[index])
  return end < 0 ? a.length : end
}

function namesOfSegment({ label, short, phrase, also }: Segment): string[] {
  return [label, ...(short ? [short] : []), ...(phrase ? [phrase] : []), ...also]
}

function withoutArticle(name: string, articles: readonly string[], fold: (word: string) => string): string {
  const [first = '', ...others] = name.split(' ')
  return others.length > 0 && articles.includes(fold(first)) ? others.join(' ') : name
}

/**
 * Words that stand in the names of one group only: "de interne" for "de interne aktiveringstilbud". The whole's names
 * take none away.
 */
function partialNames(groups: readonly Segment[], survey: Survey, { stem, fold, isCommon, ofProviders }: Spelling): Map<string, string> {
  const owners = new Map<string, Set<string>>()
  const add = (names: readonly string[], id: string) => {
    for (const word of names.flatMap(wordsOf)) {
      const key = fold(word.key)
      const isUsual = isCommon(key) || (survey.providers.length > 0 && ofProviders.includes(key))
      if (word.kind !== 'word' || word.key.length < 3 || isUsual) continue
      owners.set(stem(word.key), (owners.get(stem(word.key)) ?? new Set()).add(id))
    }
  }
  for (const group of groups) add(namesOfSegment(group), group.id)
  for (const provider of survey.providers) add([provider.label, ...provider.also], `provider ${provider.id}`)
  for (const item of survey.items) add([item.label], `item ${item.id}`)
  const ids = new Set(groups.map(({ id }) => id))
  return new Map(
    [...owners].flatMap(([word, [id, ...others]]) => (id !== undefined && ids.has(id) && others.length === 0 ? [[word, id] as const] : [])),
  )
}
