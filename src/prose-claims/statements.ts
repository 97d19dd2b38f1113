/**
 * A memo's own words → what they tell of its figures.
 *
 * ```
 * passages with slots ─▶ sentences ─▶ clauses ─▶ mentions (slots, directions, comparisons, ranks, quantities, names, times, denials)
 *                                       └─▶ forms, each filled by exactly what fits ─▶ statements, or "not read: why"
 * ```
 *
 * Slots know their figures, so nothing about numbers is guessed. Words that leave something open are read in every
 * way they can be meant.
 */
import type { NotReadReason, Told } from '../claim.js'
import { locales } from '../locale/index.js'
import { formatPeriod } from '../locale/spelling.js'
import type { StatementCue } from '../locale/statement-words.js'
import type { Locale } from '../locale/words.js'
import { eachInSteps, type Steps } from '../steps.js'
import type { Survey } from '../survey.js'
import { readingsOf } from './statement-frames.js'
import type { ClauseContext } from './statement-meant.js'
import { type Clause, clausesOf, lexiconOf, type Mentions, mentionsIn } from './statement-mentions.js'
import { isCount, type Level, slotMark, slotOf, type Token } from './statement-slots.js'
import {
  cuesIn,
  innermost,
  type Measure,
  noTopic,
  type Ref,
  type StatementSetting,
  type Topic,
  type View,
  viewOf,
} from './statement-subjects.js'
import { mentionsOf, namesAt, namesBy, type Word, wordsOf } from './words.js'

/** Words with their slots: `text` holds `slotMark` for each of `slots`, figure ids in order. */
export type SlottedPassage = { kind: 'heading' | 'paragraph' | 'point'; text: string; slots: readonly string[] }

/** What a passage tells, from one offset of its text to another. `sentence`: from where to where its sentence goes. */
export type PassageReading = {
  from: number
  to: number
  sentence: [from: number, to: number]
  form: string | null
  readings: Told[]
  leftOver: NotReadReason | null
  /** whose words it was read by */
  locale: Locale
}

type Found = Omit<PassageReading, 'locale'>

export type StatementOptions = Pick<StatementSetting, 'period' | 'previous' | 'has' | 'isWithheld'>

/**
 * Reads the passages of a document, in order; the readings of each. Of several languages a passage is in the one that
 * knows most of its words.
 */
export function* readStatements(
  passages: readonly SlottedPassage[],
  survey: Survey,
  spoken: readonly Locale[],
  options: StatementOptions,
): Steps<PassageReading[][]> {
  const settings = spoken.map((locale) => statementSettingOf(survey, locale, options))
  const [first] = settings
  if (!first) return []
  yield
  const inFirst = yield* eachInSteps(passages, (passage) => tokensOf(passage, first))
  const commonest = commonestMeasure(inFirst.flat())
  let heading: Ref[] | null = null
  let isLedIn = false
  return yield* eachInSteps(passages.entries(), ([index, passage]) => {
    const setting = settingFor(passage, settings) ?? first
    const tokens = setting === first ? (inFirst[index] as Token[]) : tokensOf(passage, setting)
    const behind = tokens.at(-1)?.text === ':' ? inFirst.slice(index + 1, index + 1 + longestList) : []
    const end = behind.findIndex((_, at) => passages[index + 1 + at]?.kind !== 'point')
    const listed = (end < 0 ? behind : behind.slice(0, end)).flatMap((point) => levelsIn(point).slice(0, 1))
    const found = readPassage(tokens, { ...noTopic, heading, measure: levelsIn(tokens)[0]?.key ?? null, commonest, listed }, setting)
    if (passage.kind === 'heading') heading = found.refs
    if (passage.kind !== 'point') isLedIn = isLeadIn(passage, tokens, found.readings, setting)
    const led = passage.kind === 'point' && isLedIn && found.readings.length === 0 ? ofPoint(tokens, setting) : []
    return [...found.readings, ...led].map((reading) => ({ ...reading, locale: setting.locale }))
  })
}

/** Memos have no longer lists; of what is longer the rest is not looked at, so that work on a passage is bounded. */
const longestList = 200

/** "Fremgang:", "## Gået tilbage": a direction of nobody, which the points under it tell of. */
function isLeadIn({ kind }: SlottedPassage, tokens: readonly Token[], readings: readonly Found[], { lexicon }: StatementSetting): boolean {
  const isOpen = readings.every(({ readings: ways }) => ways.length === 0)
  const leads = isOpen && (kind === 'heading' || tokens.at(-1)?.text === ':')
  return leads && (readings.length > 0 || mentionsIn(tokens, lexicon).directions.some(({ target }) => !target.isOfPoints))
}

/** A point that only names somebody says of it what leads in, in no form that is read. */
function ofPoint(tokens: readonly Token[], { lexicon }: StatementSetting): Found[] {
  const { segments, providers } = mentionsIn(tokens, lexicon)
  const [first, last] = [tokens[0], tokens.at(-1)]
  if (!first || !last || segments.length + providers.length === 0) return []
  return [{ ...notReadAt(first), sentence: [first.at, last.end] }]
}

function settingFor(passage: SlottedPassage, settings: readonly StatementSetting[]): StatementSetting | undefined {
  if (settings.length < 2) return settings[0]
  const unknown = settings.map((setting) => mentionsIn(tokensOf(passage, setting), setting.lexicon).unknown.length)
  return settings[unknown.indexOf(Math.min(...unknown))]
}

export function statementSettingOf(survey: Survey, locale: Locale, options: StatementOptions): StatementSetting {
  const lexicon = lexiconOf(survey, locale)
  const periods = namesBy(
    survey.periods.flatMap((period) =>
      [
        period.id,
        ...(['name', 'years', 'range', 'short', 'fromTo'] as const).flatMap((form) =>
          Object.values(locales).map((each) => formatPeriod(period, each, form)),
        ),
        // "i perioden oktober 2023 til september 2024"
        ...Object.values(locales).map((each) => formatPeriod(period, each, 'fromTo').replace(/^\p{L}+ /u, '')),
      ].map((name) => [name, period.id] as const),
    ),
    ({ key }) => lexicon.fold(key),
  )
  return {
    survey,
    locale,
    lexicon,
    ...options,
    periodsIn: (tokens) =>
      mentionsOf(
        tokens.map(({ key }) => key),
        periods,
      ),
  }
}

/** Results with their periods, in order. */
function levelsIn(tokens: readonly Token[]): Level[] {
  return tokens.flatMap(({ slot }) => (slot?.kind === 'level' && !isCount(slot.key) ? [slot] : []))
}

/** What most numbers of a document measure: the first of those that are as many. */
function commonestMeasure(tokens: readonly Token[]): Measure | null {
  const counted = new Map<string, { measure: Measure; count: number }>()
  for (const { key: measure } of levelsIn(tokens)) {
    const name = `${measure.metric} ${measure.options}`
    counted.set(name, { measure, count: (counted.get(name)?.count ?? 0) + 1 })
  }
  return [...counted.values()].reduce<{ measure: Measure | null; count: number }>((most, next) => (next.count > most.count ? next : most), {
    measure: null,
    count: 0,
  }).measure
}

function readPassage(all: readonly Token[], start: Topic, setting: StatementSetting): { readings: Found[]; refs: Ref[] | null } {
  const readings: Found[] = []
  let topic = start
  let spoken: string[] = []
  for (const tokens of sentencesOfTokens(all, setting.locale)) {
    const mentions = mentionsIn(tokens, setting.lexicon)
    const periods = setting.periodsIn(tokens)
    const isAsked = tokens.at(-1)?.text === '?' || mentions.cues('condition', 'without').length > 0
    const sentence: [number, number] = [tokens[0]?.at ?? 0, tokens.at(-1)?.end ?? 0]
    let before: { view: View; isPossible: boolean; isTold: boolean } | null = null
    const views: View[] = []
    const clauses = clausesOf(tokens, mentions, periods)
    const isRelative = (clause: Clause | undefined) => clause !== undefined && mentions.cue(clause.from, 'relative') !== null
    for (const [index, clause] of clauses.entries()) {
      const view = inTimeOf(
        goingOn({ ...viewOf(tokens, mentions, periods, clause, setting), spoken }, views),
        isRelative(clause),
        before?.view,
      )
      views.push(view)
      if (view.periods.length > 0) spoken = view.periods.map(({ target }) => target)
      const isPossible: boolean = isAsked || (before !== null && isSaidUnder(mentions, clause, before))
      const isOfOnly = before !== null && isRelative(clause) && cuesIn(before.view, 'only').length > 0
      const context: ClauseContext = {
        ...{
          topic: inSentenceOf(view, views, topic),
          isPossible,
          isTold: before?.isTold ?? false,
          isOfOnly,
          isLeading: isRelative(clauses[index + 1]),
        },
        ...(before ? linkOf(before.view) : unlinked),
      }
      const found = isOpenQuestion(view) ? [] : readingsOf(view, context, setting)
      for (const { from, to, ...reading } of found) {
        readings.push({ ...reading, from: tokens[from]?.at ?? 0, to: tokens[to - 1]?.end ?? 0, sentence })
      }
      const stranger: number | null = before && strangerIn(view, before.view)
      if (stranger !== null) readings.push({ ...notReadAt(tokens[stranger]), sentence })
      topic = topicAfter(view, topic, setting)
      before = { view, isPossible, isTold: found.some(({ form }) => form !== null) }
    }
    const keys = tokens.map(({ key }) => key)
    const quoted = tokens.findIndex(
      ({ isQuoted, slot }, at) => isQuoted && (slot !== null || namesAt(keys, at, setting.lexicon.directions).length > 0),
    )
    const isName = (at: number) =>
      [...mentions.segments, ...mentions.items, ...mentions.providers].some(({ from, to }) => from <= at && at < to)
    if (quoted >= 0 && !isName(quoted)) {
      readings.push({
        from: tokens[quoted]?.at ?? 0,
        to: tokens[quoted]?.end ?? 0,
        sentence,
        form: null,
        readings: [],
        leftOver: 'irrealis',
      })
    }
  }
  return { readings, refs: topic.refs }
}

/** "Svarene er faldet hos de unge, men vokset hos de voksne": what is measured goes on to the end of its sentence. */
function inSentenceOf(view: View, views: readonly View[], topic: Topic): Topic {
  const names = (each: View, ...cues: StatementCue[]) => cuesIn(each, ...cues).length > 0
  const isNamed = names(view, 'answers', 'level', 'index', 'mean', 'responseRate', 'invited') || view.slots.length > 0
  const last = views.slice(0, -1).findLast((each) => names(each, 'answers', 'level', 'index', 'mean'))
  return !isNamed && last && names(last, 'answers') ? { ...topic, measure: { metric: 'base', options: null } } : topic
}

/** "Tallet for STU i 2022, der er fra maj, er 66": behind what is put in, the clause before goes on. */
function goingOn(view: View, before: readonly View[]): View {
  const { mentions, clause, groups, wholes, periods } = view
  const isVerb = mentions.cue(clause.from, 'is', 'was', 'moves', 'motion') !== null
  const last = before.at(-1)
  const relative = last && cuesIn(last, 'relative').at(-1)
  const main = relative?.from === last?.clause.from ? before.at(-2) : last
  if (!isVerb || !relative || !main) return view
  const isAhead = ({ from }: { from: number }) => from < relative.from
  const isNamed = groups.length + wholes.length > 0
  return {
    ...view,
    ...(isNamed ? {} : { groups: main.groups.filter(isAhead), wholes: main.wholes.filter(isAhead) }),
    periods: periods.length > 0 ? periods : main.periods.filter(isAhead),
  }
}

/** "Hvor mange nåede målet", "Tabellen viser, hvilke tilbud der er gået frem": who, or how many, is left open. */
function isOpenQuestion(view: View): boolean {
  const { mentions, clause, slots } = view
  // "which" leads in what is told; "how many" never does.
  const isAsked = ({ from, to }: { from: number; to: number }) =>
    to - from > 1 || (from === clause.from && (from === 0 || mentions.cue(from, 'relative') === null))
  return slots.length === 0 && cuesIn(view, 'asked').some(isAsked)
}

/** "I 2023 var STU det eneste tilbud, der gik frem": what goes on of somebody goes on of the time. */
function inTimeOf(view: View, isRelative: boolean, before: View | undefined): View {
  const isTimed = view.periods.length + view.otherYears.length + cuesIn(view, 'before', 'now').length > 0
  return isRelative && before && !isTimed ? { ...view, periods: before.periods } : view
}

/** A number of another group than the clause before, where neither names anybody. */
function strangerIn(view: View, before: View): number | null {
  if (view.groups.length + view.wholes.length > 0) return null
  const refs = (slots: View['slots']) =>
    slots.flatMap(({ at, figure }) => ('key' in figure ? [{ at, name: `${figure.key.segment} ${figure.key.provider}` }] : []))
  const known = refs(before.slots).map(({ name }) => name)
  return known.length === 0 ? null : (refs(view.slots).find(({ name }) => !known.includes(name))?.at ?? null)
}

const unlinked = { isCompared: false, isUnclear: false, isGap: false }

/** What the clause before leaves open for the next. */
function linkOf(view: View): Pick<ClauseContext, 'isCompared' | 'isUnclear' | 'isGap'> {
  const { mentions, clause, groups } = view
  const [than] = cuesIn(view, 'than')
  const isCompared = than !== undefined && groups.some(({ from }) => from >= than.to)
  const isUnclear = mentions.unknown.some((at) => at >= clause.from && at < clause.to)
  return { isCompared, isUnclear, isGap: cuesIn(view, 'gap').length > 0 }
}

function notReadAt(token: Token | undefined): Omit<Found, 'sentence'> {
  return { from: token?.at ?? 0, to: token?.end ?? 0, form: null, readings: [], leftOver: 'several' }
}

/** "Det er målet, at …": what is said under a clause that denies it or wants it. */
function isSaidUnder(mentions: Mentions, { from }: Clause, { view, isPossible }: { view: View; isPossible: boolean }): boolean {
  return mentions.cue(from, 'that') !== null && (isPossible || cuesIn(view, 'irrealis', 'condition', 'not').length > 0)
}

function topicAfter(view: View, topic: Topic, setting: StatementSetting): Topic {
  const { slots, groups, wholes, mentions, clause } = view
  const { survey } = setting
  const keys = slots.flatMap(({ figure }) => ('key' in figure ? [figure.key] : []))
  const refs =
    keys.length > 0
      ? keys.map(({ segment, provider }) => ({ segment, provider }))
      : (groups.length > 0 ? innermost(groups, view, setting) : wholes).map(({ target }) => target)
  const distinct = refs.filter(
    (ref, at) => refs.findIndex(({ segment, provider }) => segment === ref.segment && provider === ref.provider) === at,
  )
  const item = keys[0]?.item ?? mentions.items.find(({ from }) => from >= clause.from && from < clause.to)?.target ?? topic.item
  return { ...topic, refs: distinct.length > 0 ? distinct : topic.refs, item: survey.items.length > 1 ? item : null }
}

// ── text → sentences of tokens ──

export function tokensOf(
  { text, slots }: Omit<SlottedPassage, 'kind'>,
  { lexicon, survey }: Pick<StatementSetting, 'lexicon' | 'survey'>,
): Token[] {
  let slot = 0
  const quotes = [...text.matchAll(/[”“„][^”“]{1,400}[”“]|»[^«]{1,400}«|"[^"]{1,400}"/g)].map(
    ({ index, 0: found }) => [index, index + found.length] as const,
  )
  let quote = 0
  return unbroken(wordsOf(text)).map((word): Token => {
    while ((quotes[quote]?.[1] ?? Number.POSITIVE_INFINITY) <= word.at) quote += 1
    const quoted = quotes[quote]
    const isSlot = word.text === slotMark
    const id = isSlot ? slots[slot] : undefined
    if (isSlot) slot += 1
    const key = lexicon.fold(word.key)
    return {
      kind: word.kind,
      text: word.text,
      key,
      at: word.at,
      end: word.end,
      stem: word.kind === 'word' ? lexicon.stem(word.key.replace(/['’´]s?$/, '')) : key,
      slot: id === undefined ? null : slotOf(id, survey),
      isQuoted: quoted !== undefined && quoted[0] < word.at && word.end < quoted[1],
    }
  })
}

/** Words with soft hyphens in them as one. */
function unbroken(words: readonly Word[]): readonly Word[] {
  if (!words.some(({ text }) => text === '\u00ad')) return words
  const whole: Word[] = []
  for (const [at, word] of words.entries()) {
    const [hyphen, last] = [words[at - 1], whole.at(-1)]
    if (word.text === '\u00ad') continue
    if (hyphen?.text === '\u00ad' && last?.end === hyphen.at && hyphen.end === word.at) {
      whole.splice(-1, 1, { ...last, text: `${last.text}\u00ad${word.text}`, key: last.key + word.key, end: word.end })
    } else whole.push(word)
  }
  return whole
}

/** Prose has no longer ones; what is longer is cut, so that work on a sentence is bounded. */
const longestSentence = 200

export function sentencesOfTokens(tokens: readonly Token[], { claimWords }: Locale): Token[][] {
  const sentences: Token[][] = []
  let sentence: Token[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token
    sentence.push(token)
    const isStop = token.kind === 'mark' && /^[.!?]$/.test(token.text)
    if (!isStop && sentence.length < longestSentence) continue
    const [before, after] = [tokens[at - 1], tokens[at + 1]]
    const isAbbreviation = token.text === '.' && before?.kind === 'word' && claimWords.abbreviations.includes(before.text.toLowerCase())
    const isOrdinal = token.text === '.' && before?.kind === 'number' && sentence.length === 2
    const startsNew = after === undefined || (after.at > token.end && /^[^\p{Ll}]/u.test(after.text))
    if (sentence.length >= longestSentence) {
      sentences.push(sentence)
      sentence = []
      continue
    }
    if (!isStop || !startsNew || (after && (isOrdinal || (isAbbreviation && (after.slot !== null || after.kind === 'number'))))) continue
    sentences.push(sentence)
    sentence = []
  }
  return sentence.length > 0 ? [...sentences, sentence] : sentences
}
