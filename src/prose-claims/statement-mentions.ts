/**
 * A sentence whose numbers are slots → clauses, and in each what its words mention: directions, comparisons, names,
 * quantities.
 */
import type { DirectionWord, StatementCue } from '../locale/statement-words.js'
import type { Locale } from '../locale/words.js'
import type { Survey } from '../survey.js'
import { namesOfSurvey, type Spelling, type SurveyNames } from './statement-names.js'
import type { Token } from './statement-slots.js'
import { allNames, type Mention, nameAt, namesBy, once, type Word } from './words.js'

export type Lexicon = {
  fold: (word: string) => string
  stem: (word: string) => string
  cues: ReturnType<typeof namesBy<StatementCue>>
  directions: ReturnType<typeof namesBy<DirectionWord>>
  /** of words of direction with a finite verb what follows it, for "står tilfredsheden i stampe" */
  parted: ReturnType<typeof namesBy<Parted>>
  numbers: ReadonlyMap<string, number>
  names: SurveyNames
}

type Parted = { verb: string; word: DirectionWord }
type Words = Omit<Lexicon, 'names'> & Omit<Spelling, 'fold' | 'stem'>

/** A locale's words are made findable once. */
const wordsOfLocales = new Map<Locale, Words>()

export function lexiconOf(survey: Survey, locale: Locale): Lexicon {
  const words = wordsOfLocales.get(locale) ?? wordsFor(locale)
  wordsOfLocales.set(locale, words)
  const { articles, isCommon, ofProviders, isDefinite, ...lexicon } = words
  const [fold, stem] = [once(words.fold), once(words.stem)]
  return { ...lexicon, fold, stem, names: namesOfSurvey(survey, { fold, stem, articles, isCommon, ofProviders, isDefinite }) }
}

function wordsFor({ statementWords, claimWords }: Locale): Words {
  const fold = (word: string): string =>
    statementWords.spellings.reduce(
      (text, [letter, as]) => text.replaceAll(letter, as),
      word.normalize('NFC').toLowerCase().replaceAll('\u00ad', ''),
    )
  const byKey = ({ key }: Word) => fold(key)
  const cues = Object.entries(statementWords.cues).flatMap(([cue, list]) => list.map((words) => [words, cue as StatementCue] as const))
  const common = new Set(cues.flatMap(([words, cue]) => (cue === 'level' || cue === 'providers' ? [] : [fold(words)])))
  const ofProviders = statementWords.cues.providers.map(fold)
  return {
    fold,
    stem: (word) => fold(claimWords.stem(word.normalize('NFC').toLowerCase())),
    cues: namesBy(cues, byKey),
    directions: namesBy(
      statementWords.directions.map((word) => [word.words, word] as const),
      byKey,
    ),
    parted: namesBy(
      statementWords.directions.flatMap((word) => {
        const [verb = '', ...rest] = word.words.split(' ')
        const hasVerb = word.form === 'present' || word.form === 'past'
        return hasVerb && rest.length > 0 ? [[rest.join(' '), { verb: fold(verb), word }] as const] : []
      }),
      byKey,
    ),
    numbers: new Map(Object.entries(claimWords.numbers).map(([word, number]) => [fold(word), number])),
    articles: statementWords.cues.article.map(fold),
    isCommon: (word) => common.has(word),
    ofProviders,
    isDefinite: (word) => statementWords.numbers.nounEndings.some((ending) => word.endsWith(ending)),
  }
}

/** What the words of a run of tokens mention. Positions count tokens of the sentence. */
export type Mentions = {
  cue: (at: number, ...cues: StatementCue[]) => Mention<StatementCue> | null
  /** the longest of these that ends before a token */
  cueBefore: (end: number, ...cues: StatementCue[]) => Mention<StatementCue> | null
  cues: (...cues: StatementCue[]) => Mention<StatementCue>[]
  directions: Mention<DirectionWord>[]
  segments: Mention<string>[]
  providers: Mention<string>[]
  items: Mention<string>[]
  /** words that are in no list */
  unknown: number[]
  /** of these, those that end in a word of direction, and what stands before it: "STU-fremgangen" */
  compounds: { at: number; before: string }[]
}

/** Words that lead to a number or a time also where they belong to a word of direction: "up from", "ligesom". */
const isLink: ReadonlySet<StatementCue> = new Set(['since', 'from', 'to', 'against'])

/** What may stand for whoever something is said of, or of what, and so many words of it at most. */
const subjects: ReadonlySet<StatementCue> = new Set([
  ...(['level', 'index', 'mean', 'answers', 'groups', 'whole', 'article', 'holder', 'pronoun', 'not'] as const),
])
const longestSubject = 10

/** Between "hentet" and its points stand a number and what hedges it. */
const pointsReach = 6

/** All that is mentioned in a sentence. Words of names and quotations mention nothing else. */
export function mentionsIn(tokens: readonly Token[], lexicon: Lexicon): Mentions {
  const keys = tokens.map(({ key }) => key)
  const { segments, providers, items } = lexicon.names.in(tokens, lexicon)
  const named = positionsOf(segments, providers, items)
  const found = allNames(keys, lexicon.cues)
  // "4 mere end sidst" compares; "mere end" alone need not.
  const isSized = ({ from, to }: Mention<StatementCue>) =>
    found.some((each) => each.target === 'than' && each.from > from && each.to === to) && isAmount(tokens, from, found, lexicon)
  // "gået frem for tre grupper": a particle of the verb before it.
  const isParticle = ({ from }: Mention<StatementCue>) =>
    found.some((each) => each.target === 'motion' && each.to === from) &&
    found.some((each) => /^(?:up|down)$/.test(each.target) && each.from === from)
  const plain = [
    ...found.filter((each) => each.target === 'ordinary' && !isSized(each) && !isParticle(each)),
    ...lexicon.names.phrases(tokens),
  ]
  const ordinary = positionsOf(plain)
  const hidden = new Set([...named, ...ordinary, ...tokens.flatMap(({ isQuoted }, at) => (isQuoted ? [at] : []))])
  // "står tilfredsheden hos de unge i stampe": between a verb and what belongs to it stands whom it is said of.
  const ofSubject = positionsOf(found.filter(({ target }) => subjects.has(target)))
  const isSubject = (at: number) => named.has(at) || ofSubject.has(at)
  const isPartedAt = ({ from, target: { verb } }: Mention<Parted>) => {
    let at = from - 1
    while (at > 0 && from - at < longestSubject && isSubject(at)) at -= 1
    return at < from - 1 && keys[at] === verb
  }
  const parted = allNames(keys, lexicon.parted)
    .filter(isPartedAt)
    .map(({ from, to, target: { word } }) => ({ from, to, target: word }))
  const points = new Set(found.flatMap(({ target, from }) => (target === 'point' || target === 'indexPoint' ? [from] : [])))
  const isBesidePoints = (to: number) => isPartly(to, to + pointsReach, points)
  const directions = longest(
    [...allNames(keys, lexicon.directions), ...parted].filter(
      ({ from, to, target }) => !isPartly(from, to, hidden) && (!target.isOfPoints || target.form === 'noun' || isBesidePoints(to)),
    ),
  )
  const told = positionsOf(directions)
  const visible = found.filter(({ target, from, to }) => {
    if (target === 'ordinary' || target === 'plain') return false
    // "X, hvis tilfredshed er 81": whose it is.
    if (target === 'condition' && found.some((each) => each.target === 'relative' && each.from === from && each.to > to)) return false
    // "alle tilbud under ét" lies below nothing, and "AC-tilbud under ét" are no more than these.
    const isInWhole = () =>
      found.some((each) => each.target === 'whole' && each.from <= from && to <= each.to && each.to - each.from > to - from)
    if ((target === 'below' || target === 'all' || target === 'groups') && isInWhole()) return false
    const isBehindProviders = () => found.some((each) => each.target === 'providers' && each.to === from)
    if (target === 'whole' && to - from > 1 && (named.has(from - 1) || isBehindProviders())) return false
    if (isLink.has(target)) return !isPartly(from, to, hidden)
    const isNamed = () => isPartly(from, to, named) || tokens.slice(from, to).some(({ isQuoted }) => isQuoted)
    if (target === 'likewise') return !isNamed()
    if (target === 'compares') return !isNamed() && !isWholly(from, to, told)
    if (target === 'level' || target === 'groups' || target === 'providers') return !isWholly(from, to, ordinary)
    return !isPartly(from, to, hidden) && !isWholly(from, to, told)
  })
  if (isInverted(tokens, found)) visible.push({ target: 'condition', from: 0, to: 1 })
  const byStart = grouped(visible, ({ from }) => from)
  const byEnd = grouped(visible, ({ to }) => to)
  const byCue = grouped(visible, ({ target }) => target)
  const asked = new Map<string, Mention<StatementCue>[]>()
  const known = new Set([...positionsOf(found), ...ordinary, ...told, ...named])
  const unknown = tokens.flatMap(({ kind, key, isQuoted }, at) =>
    kind === 'word' && !known.has(at) && !isQuoted && !lexicon.numbers.has(key) ? [at] : [],
  )
  return {
    cue: (at, ...cues) => longestOf(byStart.get(at) ?? [], cues),
    cueBefore: (end, ...cues) => longestOf(byEnd.get(end) ?? [], cues),
    cues: (...cues) => {
      // Of most words that are asked for a sentence has none.
      const said = cues.filter((cue) => byCue.has(cue))
      if (said.length === 0) return []
      const key = said.join()
      const known = asked.get(key) ?? longest(visible.filter(({ target }) => said.includes(target)))
      asked.set(key, known)
      return known
    },
    directions,
    segments,
    providers,
    items,
    unknown,
    compounds: unknown.flatMap((at) => {
      const before = beforeDirection(tokens[at]?.key ?? '', lexicon)
      return before === null ? [] : [{ at, before }]
    }),
  }
}

/** "Var de blevet på 85, havde de ligget højere": what only might have been. */
function isInverted(tokens: readonly Token[], found: readonly Mention<StatementCue>[]): boolean {
  if (tokens.at(-1)?.text === '?' || !found.some(({ target, from }) => target === 'inverted' && from === 0)) return false
  return found.some(({ target, from }) => target === 'inverted' && from > 1 && tokens[from - 1]?.text === ',')
}

/** A number, or its unit, ends before a token. */
function isAmount(tokens: readonly Token[], end: number, found: readonly Mention<StatementCue>[], { numbers }: Lexicon): boolean {
  const unit = found.find((each) => each.to === end && /oint$|^answer$|^person$|^percent$/.test(each.target))
  const number = tokens[(unit?.from ?? end) - 1]
  return number !== undefined && (number.kind === 'number' || number.slot !== null || numbers.has(number.key))
}

/** Shorter words end many that tell of something else: "affald", "indfald". */
const shortestLast = 6

function beforeDirection(key: string, { directions }: Lexicon): string | null {
  const hyphen = key.lastIndexOf('-')
  const isDirection = (word: string) => nameAt([{ key: word }], 0, directions) !== null
  if (hyphen > 0) return isDirection(key.slice(hyphen + 1)) ? key.slice(0, hyphen) : null
  const start = range(1, key.length - shortestLast + 1).find((at) => isDirection(key.slice(at)))
  return start === undefined ? null : key.slice(0, start)
}

export function range(from: number, to: number): number[] {
  const all: number[] = []
  for (let at = from; at < to; at += 1) all.push(at)
  return all
}

/** Every position that some of these cover. */
export function positionsOf(...groups: readonly (readonly { from: number; to: number }[])[]): Set<number> {
  const positions = new Set<number>()
  for (const group of groups) for (const { from, to } of group) for (let at = from; at < to; at += 1) positions.add(at)
  return positions
}

function grouped<T, K>(all: readonly T[], keyOf: (member: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const member of all) {
    const group = groups.get(keyOf(member))
    if (group) group.push(member)
    else groups.set(keyOf(member), [member])
  }
  return groups
}

function isPartly(from: number, to: number, within: ReadonlySet<number>): boolean {
  for (let at = from; at < to; at += 1) if (within.has(at)) return true
  return false
}

function isWholly(from: number, to: number, within: ReadonlySet<number>): boolean {
  for (let at = from; at < to; at += 1) if (!within.has(at)) return false
  return true
}

/** The first of the longest that are of these kinds. */
function longestOf(mentions: readonly Mention<StatementCue>[], cues: readonly StatementCue[]): Mention<StatementCue> | null {
  let longest: Mention<StatementCue> | null = null
  for (const each of mentions) {
    if (cues.includes(each.target) && (!longest || each.to - each.from > longest.to - longest.from)) longest = each
  }
  return longest
}

/** From the left, the longest first, none inside another. */
function longest<T>(mentions: readonly Mention<T>[]): Mention<T>[] {
  const kept: Mention<T>[] = []
  for (const mention of mentions.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (mention.from >= (kept.at(-1)?.to ?? 0)) kept.push(mention)
  }
  return kept
}

// ── clauses ──

/** Tokens `from` to `to` that say one thing. `joint`: the word that leads in: "men", "som"; −1 where none does. */
export type Clause = { from: number; to: number }

/** Commas, colons and joining words part clauses, where what they part has a verb of its own. `periods`: its times. */
export function clausesOf(tokens: readonly Token[], mentions: Mentions, periods: readonly Mention<string>[] = []): Clause[] {
  const isVerb = new Set([
    ...mentions.cues('is', 'was', 'moves', 'motion').flatMap(({ from }) => (isVerbAt(mentions, from) ? [from] : [])),
    ...mentions.directions.filter(({ target: { form } }) => form === 'present' || form === 'past').map(({ from }) => from),
  ])
  const tells = new Set(mentions.directions.map(({ from }) => from))
  const has = (at: ReadonlySet<number>, from: number, to: number) => isPartly(from, to, at)
  const isBreak = (at: number) => {
    const token = tokens[at]
    // "oktober 2022 - september 2023" is one time.
    if (token?.kind !== 'mark' || periods.some(({ from, to }) => from < at && at < to)) return false
    if (/^[;:,]$/.test(token.text)) return true
    const [before, after] = [tokens[at - 1], tokens[at + 1]]
    return token.key === '-' && before !== undefined && after !== undefined && token.at > before.end && after.at > token.end
  }
  // "fremgang for de unge og tilbagegang for de voksne"
  const leadsToNoun = (at: number) =>
    mentions.directions.some(
      ({ from, to, target }) =>
        (target.form === 'noun' || target.form === 'participle') && from >= at && from - at < 3 && mentions.cue(to, 'holder') !== null,
    )
  const pieces: Clause[] = []
  let from = 0
  for (let at = 0; at <= tokens.length; at += 1) {
    const isEnd = at === tokens.length || isBreak(at)
    const isPair = at > from && mentions.cue(at, 'and') !== null && has(tells, from, at) && leadsToNoun(at + 1)
    const isClause =
      at > from && mentions.cue(at, 'clause') !== null && has(isVerb, from, at) && has(isVerb, at, endOfPiece(tokens, at, isBreak))
    const joins = isPair || isClause
    if (!isEnd && !joins) continue
    if (at > from) pieces.push({ from, to: at })
    from = isEnd ? at + 1 : at
  }
  const finite = new Set(mentions.cues('is', 'was').map(({ from }) => from))
  const hasFinite = ({ from, to }: Clause) => has(finite, from, to)
  const isWaiting = (clause: Clause) => hasFinite(clause) && !has(tells, clause.from, clause.to)
  const clauses: Clause[] = []
  for (const piece of pieces) {
    const last = clauses.at(-1)
    // "De unge er, modsat de voksne, gået frem": the participle belongs to the verb before what is put in.
    const isRest = last && isWaiting(last) && mentions.cue(piece.from, 'motion', 'moves') !== null && !hasFinite(piece)
    const isOwn =
      (!isRest && has(isVerb, piece.from, piece.to)) ||
      (!isRest && has(tells, piece.from, piece.to) && mentions.cue(piece.from, 'than') === null)
    const lastIsOwn = last && (has(isVerb, last.from, last.to) || has(tells, last.from, last.to))
    // "Det er kun de unge, der er gået frem": what leads in tells nothing of its own.
    const isCleft =
      last &&
      mentions.cue(last.from, 'pronoun') !== null &&
      mentions.cue(last.from + 1, 'is', 'was') !== null &&
      !has(tells, last.from, last.to)
    if (isCleft && mentions.cue(piece.from, 'relative') !== null) last.to = piece.to
    else if (last && (!isOwn || !lastIsOwn || mentions.cue(piece.from, 'than') !== null)) last.to = piece.to
    else clauses.push({ ...piece })
  }
  return clauses
}

/** "the scores" is a noun, "det er" is none; "hvor det er 39" goes on about what stands before it. */
function isVerbAt(mentions: Mentions, at: number): boolean {
  const pronoun = mentions.cueBefore(at, 'pronoun')
  return pronoun ? mentions.cueBefore(pronoun.from, 'where') === null : mentions.cueBefore(at, 'article') === null
}

function endOfPiece(tokens: readonly Token[], at: number, isBreak: (at: number) => boolean): number {
  let end = at
  while (end < tokens.length && !isBreak(end)) end += 1
  return end
}
