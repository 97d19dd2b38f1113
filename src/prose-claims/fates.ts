/**
 * What has been read of a text → the fate of every number and word of direction in it: part of what, known to be no
 * result, or not read and why. Each stands in the list once, in the order of the text.
 */
import {
  type Assertion,
  type Claim,
  figuresOf,
  type NoResultKind,
  type NotChecked,
  type NumberFate,
  type Stated,
  type UnreadReason,
} from '../claim.js'
import type { Finding } from '../finding.js'
import { append } from '../long-lists.js'
import { type Passage, placeOf, spotOf, type TextWithPlaces } from '../read/text/passages.js'
import type { Steps } from '../steps.js'
import type { Mentioned } from './mentioned.js'
import { changeBetween } from './result-claims.js'
import type { DocumentSetting } from './sentence-claims.js'
import { countBelow, type PassageRead, type WordsRead } from './text-statements.js'
import { wordsOf } from './words.js'

/**
 * A passage in its place. `sentences`: where they begin and what they are. `is`, `reason`: what its numbers are, or why
 * they are not read, where nothing is said of them by themselves. `fractions`: numbers that are one together, "5 ud af
 * ti".
 */
export type Accounted = {
  passage: Passage
  mentioned: readonly Mentioned[]
  read: PassageRead | null
  sentences: readonly { start: number; text: string }[]
  fractions: readonly (readonly [from: number, to: number])[]
  is: NoResultKind | null
  reason: UnreadReason | null
}

/** All that is told in a text. */
export type AllTold = { claims: readonly Claim[]; assertions: readonly Assertion[]; notChecked: readonly NotChecked[] }

/** Where the words of a fate stand. */
export type Spoken = { passage: Passage; from: number; to: number }

/** A text that was read. `spoken`: where each of its `numbers` stands, in the same order. */
export type ToldText = TextWithPlaces & Fates

/** `spoken`: where each of the numbers stands, in the same order. */
export type Fates = { numbers: NumberFate[]; spoken: Spoken[] }

export function* fatesOf(accounted: readonly Accounted[], all: AllTold, setting: DocumentSetting): Steps<Fates> {
  const told = toldByPassage(all)
  const fates: Fates = { numbers: [], spoken: [] }
  const seen = new Set<Passage>()
  for (const each of accounted) {
    yield
    if (seen.has(each.passage)) continue
    seen.add(each.passage)
    const own = fatesIn(each, told.get(each.passage) ?? [], setting)
    append(fates.numbers, own.numbers)
    append(fates.spoken, own.spoken)
  }
  return fates
}

/** Fates with the findings that point to them. One that may not tell its words points to its line. */
export function withFindings({ numbers, spoken }: Fates, findings: readonly Finding[]): NumberFate[] {
  const all = findings.flatMap((finding) => [finding, ...finding.consequences])
  const found = numbers.map((): string[] => [])
  const byPassage = new Map<Passage, number[]>()
  for (const [index, { passage }] of spoken.entries()) {
    const own = byPassage.get(passage)
    if (own) own.push(index)
    else byPassage.set(passage, [index])
  }
  for (const { id, found: at, figure } of all) {
    const spot = at.place ? spotOf(at.place) : undefined
    if (spot) {
      const own = byPassage.get(spot.passage) ?? []
      const held = own.map((index) => spoken[index] as Spoken)
      const { text } = spot.passage
      const [from, to] = around(held, ...spanAt(text, spot.at, at.text))
      // What is wrong with a caption is its number.
      for (const index of own.slice(from, at.text === text ? from + 1 : to)) found[index]?.push(id)
    } else if (at.place) {
      const { file, line, page } = at.place
      for (const [index, { place, figures }] of numbers.entries()) {
        const isThere = place.file === file && place.line === line && place.page === page
        if (isThere && figures.includes(figure)) found[index]?.push(id)
      }
    }
  }
  return numbers.map((each, index) => ({ ...each, findings: [...new Set(found[index])] }))
}

// ── what is told where ──

/**
 * Words of a passage that are part of something, or that were seen and not tied to anything. `text`: the number alone,
 * where the words around it are not all part of it.
 */
type Part = { at: number; text: string; isNear: boolean; of: Claim | Assertion | NotChecked }

function toldByPassage({ claims, assertions, notChecked }: AllTold): Map<Passage, Part[]> {
  const parts = new Map<Passage, Part[]>()
  const put = (of: Part['of'], text: string, isNear: boolean) => {
    const spot = spotOf(of.place)
    if (!spot) return
    const own = parts.get(spot.passage) ?? []
    if (own.length === 0) parts.set(spot.passage, own)
    own.push({ at: spot.at, text, isNear, of })
  }
  for (const claim of claims) put(claim, claim.text, false)
  for (const assertion of assertions) {
    if (assertion.kind === 'stated') put(assertion, assertion.text, false)
    else for (const text of numbersOf(assertion)) put(assertion, text, true)
    if (assertion.kind === 'comparison' || assertion.kind === 'verdict') put(assertion, assertion.text, false)
  }
  for (const each of notChecked) put(each, each.text, false)
  return parts
}

/** The numbers, as they stand, that are held against something besides a figure. */
function numbersOf(assertion: Assertion): string[] {
  switch (assertion.kind) {
    case 'midpoint':
    case 'target':
      return [assertion.point.text]
    case 'comparison':
      return assertion.point ? [assertion.point.text] : []
    case 'responseRate':
      return [assertion.rate.text, ...(assertion.answers ? [assertion.answers.text] : [])]
    case 'listCount':
      return [assertion.text]
    case 'spokenShare':
      return [assertion.part.text, assertion.whole.text, assertion.share.text]
    case 'spokenChange':
      return [assertion.from.text, assertion.to.text, assertion.by.text]
    case 'tableShare':
      return [assertion.count.text, assertion.share.text]
    default:
      return []
  }
}

/** Where a text stands in a passage that begins there, or has its first words before it. */
function spanAt(passage: string, at: number, text: string): [from: number, to: number] {
  for (const start of [0, ...wordsOf(text).map((word) => word.at)]) {
    const end = endAt(passage, at, text.slice(start))
    if (end !== null) return [startBefore(passage, at, text.slice(0, start)), end]
  }
  const found = passage.indexOf(text, at)
  return found < 0 ? [at, at + 1] : [found, found + text.length]
}

/** Where words begin that end in front of an offset; the offset itself where others do. */
function startBefore(passage: string, end: number, text: string): number {
  const signs = [...text].filter((sign) => !/\s/.test(sign)).reverse()
  let at = end
  for (const sign of signs) {
    while (/\s/.test(passage[at - 1] ?? '')) at -= 1
    if (!passage.endsWith(sign, at)) return end
    at -= sign.length
  }
  return at
}

/** Blanks may be more or fewer. */
function endAt(passage: string, from: number, text: string): number | null {
  let at = from
  for (const sign of text) {
    if (/\s/.test(sign)) continue
    while (/\s/.test(passage[at] ?? '')) at += 1
    if (!passage.startsWith(sign, at)) return null
    at += sign.length
  }
  return at > from ? at : null
}

// ── fates ──

/** A mention with what was found at it. */
type Held = Mentioned & { told: (Claim | Assertion)[]; words: WordsRead[]; reasons: UnreadReason[] }

function fatesIn(accounted: Accounted, parts: readonly Part[], setting: DocumentSetting): Fates {
  const { passage, read, reason, is } = accounted
  const fixed = parts.filter(({ isNear }) => !isNear).map((part) => ({ ...part, span: spanAt(passage.text, part.at, part.text) }))
  const isOpen = (each: WordsRead) => tellsOfOrder(passage.text.slice(each.from, each.to), setting)
  const others = [
    ...fixed.flatMap(({ of, span }) => ('reason' in of ? [] : [span])),
    ...(read?.words ?? []).flatMap((each) => (each.readings.length > 0 || isOpen(each) ? [[each.from, each.to] as const] : [])),
  ]
  const held = withOthers(joined(accounted), others).map((each): Held => ({ ...each, told: [], words: [], reasons: [] }))
  const at = (from: number, to: number) => held.slice(...around(held, from, to))

  for (const { of, span } of fixed) {
    for (const mention of at(...span)) {
      if (!('reason' in of)) mention.told.push(of)
      else mention.reasons.push(of.reason)
    }
  }
  for (const { of, text, at: near } of parts.filter(({ isNear }) => isNear)) {
    if ('reason' in of) continue
    const mention = nearest(held, near, text, of, passage.text)
    if (mention && !mention.told.includes(of)) mention.told.push(of)
  }
  for (const { of, span } of fixed) {
    if (!('kind' in of) || of.kind !== 'stated') continue
    const counts = new Set(of.readings.flatMap(countsTold))
    const sentence = sentenceFrom(accounted, span[0])
    const near = at(sentence, sentenceFrom(accounted, span[0], 1)).filter(({ count }) => count !== null && counts.has(count))
    // "Tre tilbud er steget": of how many it is told.
    const mention = near.findLast(({ to }) => to <= span[0]) ?? near[0]
    if (mention && !mention.told.includes(of)) mention.told.push(of)
  }
  for (const each of read?.words ?? []) for (const mention of at(each.from, each.to)) mention.words.push(each)
  for (const { number, fates, isUncertain } of read?.numbers ?? []) {
    const open = fates.flatMap((fate) => (fate.is === 'open' ? [fate.reason] : []))
    for (const mention of at(...number)) append(mention.reasons, [...open, ...(isUncertain ? (['words'] as const) : [])])
  }
  const directions = new Set(parts.flatMap(({ of }) => ('figure' in of && of.direction !== null ? [`${of.figure} ${of.direction}`] : [])))
  const isSaid = ({ readings }: WordsRead) => {
    const [only, ...more] = readings
    if (only?.is !== 'change' || more.length > 0) return null
    const figure = changeBetween(only, setting.survey)
    return figure !== null && directions.has(`${figure} ${only.told}`) ? figure : null
  }
  const put = (mention: Held): NumberFate => {
    const { from, to, kind, told, words } = mention
    const text = passage.text.slice(from, to)
    const said = words.flatMap((each) => isSaid(each) ?? [])
    // A time is of what is told in it, and tells nothing.
    const isClaim = mention.is !== 'period' && told.length + said.length > 0
    const other = isClaim ? null : (mention.is ?? is)
    const figures = isClaim ? [...new Set([...told.flatMap(figuresTold), ...said])] : []
    const why = isClaim || other !== null ? null : (reason ?? reasonOf(mention, read))
    const fate = isClaim ? 'claim' : other === null ? 'notRead' : 'noResult'
    const place = placeOf(setting.file, passage, from, sentenceAt(accounted, from))
    return { text, kind, fate, figures, findings: [], noResult: other, reason: why, place }
  }
  return {
    numbers: held.map(put),
    spoken: held.map(({ from, to }) => ({ passage, from, to })),
  }
}

/** Words that put several in order are told of also where they were not read. */
function tellsOfOrder(words: string, { locale: { statementWords } }: DocumentSetting): boolean {
  const { cues } = statementWords
  const lower = words.toLowerCase()
  return [cues.greatest, cues.least, cues.higher, cues.lower, cues.same, cues.alike, cues.overtaken].some((list) => list.includes(lower))
}

/** What is printed as one number is one. */
function joined({ mentioned, fractions }: Accounted): Mentioned[] {
  const all: Mentioned[] = []
  for (const [from, to] of fractions) {
    const own = mentioned.slice(...around(mentioned, from, to))
    if (own.some(({ is }) => is !== null && is !== 'count')) continue
    const kind = own.some((each) => each.kind === 'number') ? 'number' : 'numberWord'
    all.push({ from: Math.min(from, own[0]?.from ?? from), to: Math.max(to, own.at(-1)?.to ?? to), kind, is: null, count: null })
  }
  return withOthers(all, [], mentioned)
}

/** Mentions with others between them, none over another; those told of that are in no list are words of direction. */
function withOthers(
  all: readonly Mentioned[],
  others: readonly (readonly [from: number, to: number])[],
  more: readonly Mentioned[] = others.map(([from, to]) => ({ from, to, kind: 'direction', is: null, count: null })),
): Mentioned[] {
  const apart: Mentioned[] = []
  for (const each of more.toSorted((a, b) => a.from - b.from)) {
    const [from, to] = around(all, each.from, each.to)
    if (from === to && each.from >= (apart.at(-1)?.to ?? 0)) apart.push(each)
  }
  return [...all, ...apart].sort((a, b) => a.from - b.from)
}

/** Those of mentions in order that stand in these words: the first, and behind the last. */
function around(all: readonly { from: number; to: number }[], from: number, to: number): [from: number, to: number] {
  const first = countBelow(all, (each) => each.to <= from)
  return [
    first,
    Math.max(
      first,
      countBelow(all, (each) => each.from < to),
    ),
  ]
}

/** The mention of a printed number that stands nearest to where it was told of. */
function nearest(held: readonly Held[], at: number, text: string, of: Claim | Assertion, passage: string): Held | undefined {
  const index = countBelow(held, (each) => each.to <= at)
  const isIt = (each: Held | undefined) => {
    const own = each ? passage.slice(each.from, each.to) : ''
    return each !== undefined && !each.told.includes(of) && (text.includes(own) || own.includes(text))
  }
  for (let away = 0; away < mostBetween; away += 1) {
    const found = [held[index + away], held[index - away]].find(isIt)
    if (found) return found
  }
  return undefined
}

/** So many numbers may stand between two that are told of together. */
const mostBetween = 12

/** Where the sentence begins that an offset stands in, or one behind it. */
function sentenceFrom({ passage, sentences }: Accounted, at: number, behind = 0): number {
  const index = countBelow(sentences, ({ start }) => start <= at) - 1 + behind
  return sentences[index]?.start ?? (behind > 0 ? passage.text.length : 0)
}

/** Of how many exactly it is told. */
function countsTold(told: Stated): number[] {
  if (told.is === 'howMany') return told.least === told.most ? [told.least] : []
  return told.is === 'not' ? countsTold(told.of) : told.is === 'all' ? told.of.flatMap(countsTold) : []
}

function sentenceAt({ passage, sentences }: Accounted, at: number): string {
  return sentences[countBelow(sentences, ({ start }) => start <= at) - 1]?.text ?? passage.text
}

function figuresTold(told: Claim | Assertion): string[] {
  if ('figure' in told) return [told.figure]
  return told.kind === 'stated' ? told.readings.flatMap(figuresOf) : []
}

function reasonOf({ kind, words, reasons, from }: Held, read: PassageRead | null): UnreadReason {
  const [own] = reasons
  if (own) return own
  if (read === null) return 'cell'
  const left = words.flatMap(({ leftOver }) => leftOver ?? [])[0]
  if (left) return left
  const sentence = read.sentences[countBelow(read.sentences, (each) => each.from <= from) - 1]
  if (sentence?.isStrange) return 'words'
  return kind === 'direction' ? (sentence?.isDenied ? 'negation' : 'leftOver') : 'sense'
}
