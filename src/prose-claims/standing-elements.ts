/**
 * A sentence → its elements, in order: whoever is named, times, numbers and the words that set somebody against a
 * target, a place or another. Nothing is passed over: what is in no list is an `unknown` element, and leaves what it
 * stands in unread.
 */
import type { StandingSense } from '../locale/standing-words.js'
import type { Locale } from '../locale/words.js'
import { segmentById, segmentsOf } from '../survey.js'
import type { NumberLexicon, Quantity } from './number-mentions.js'
import type { Lexicon } from './statement-mentions.js'
import type { Token } from './statement-slots.js'
import type { Ref, StatementSetting, View } from './statement-subjects.js'
import { type Mention, namesAt, namesBy, type Word, wordsOf } from './words.js'

export type ElementKind =
  | Exclude<StandingSense, 'filler' | 'joinedWith' | 'setAt'>
  | 'group'
  | 'whole'
  | 'time'
  | 'number'
  | 'count'
  | 'noun'
  | 'join'
  | 'past'
  | 'unknown'

/**
 * Tokens `from` to `to` that mean one thing. `refs`: of a group, or of several that stand together. `level`: the
 * number beside each of them. `times`: the period that is meant; null for one that is none of the survey's.
 */
export type Element = {
  kind: ElementKind
  from: number
  to: number
  refs: Ref[]
  levels: (Quantity | null)[]
  period: string | null
  quantity: Quantity | null
  count: number | null
}

/** A sentence as it was taken apart by others. */
export type StandingSentence = {
  view: View
  quantities: readonly Quantity[]
  words: NumberLexicon
  setting: StatementSetting
}

const senses = new Map<Locale, ReturnType<typeof namesBy<StandingSense>>>()

function sensesOf(locale: Locale, { fold }: Pick<Lexicon, 'fold'>): ReturnType<typeof namesBy<StandingSense>> {
  const ready = senses.get(locale)
  if (ready) return ready
  const list = Object.entries(locale.statementWords.standings).flatMap(([sense, all]) =>
    (sense === 'setAt' ? [] : all).map((words) => [words, sense as StandingSense] as const),
  )
  const made = namesBy(list, ({ key }) => fold(key))
  senses.set(locale, made)
  return made
}

/** All of a sentence. Articles, holders, levels, persons and fillers are no elements: they set nobody anywhere. */
export function elementsOf({ view, quantities, words, setting }: StandingSentence): Element[] {
  const { tokens, mentions } = view
  const { lexicon, locale } = setting
  const keys = tokens.map(({ key }) => key)
  const names = sensesOf(locale, lexicon)
  const elements: Element[] = []
  const put = (kind: ElementKind, from: number, to: number, more: Partial<Element> = {}): void => {
    elements.push({ ...{ kind, from, to, refs: [], levels: [], period: null, quantity: null, count: null }, ...more })
  }
  const startsAt = <T>(list: readonly Mention<T>[], at: number) => list.find(({ from }) => from === at)
  const isName = (at: number) => mentions.segments.some(({ from }) => from === at)
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token
    const group = startsAt(view.groups, at)
    const period = startsAt(view.periods, at)
    const quantity = quantities.find((each) => each.from <= at && at < each.to)
    const sense = token.isQuoted ? undefined : longestSense(namesAt(keys, at, names))
    const whole = startsAt(view.wholes, at)
    if (group) {
      put('group', at, group.to, { refs: [group.target] })
      at = group.to
    } else if (period) {
      put('time', at, period.to, { period: period.target })
      at = period.to
    } else if (quantity && (!sense || quantity.from <= at)) {
      const isCount = quantity.unit === null || quantity.unit === 'point' || quantity.unit === 'indexPoint'
      put(isCount ? 'number' : 'unknown', at, quantity.to, { quantity })
      at = quantity.to
    } else if (whole && isName(at)) {
      put('whole', at, whole.to)
      at = whole.to
    } else if (sense) {
      if (sense.target !== 'filler') put(kindOf(sense.target), at, sense.to)
      at = sense.to
    } else if (whole) {
      put('whole', at, whole.to)
      at = whole.to
    } else {
      at = plainAt(at)
    }
  }
  return elements

  function plainAt(at: number): number {
    const token = tokens[at] as Token
    const before = mentions.cue(at, 'before')
    const now = mentions.cue(at, 'now')
    const told = mentions.directions.find(({ from }) => from === at)
    const particle = mentions.cue(at, 'up', 'down')
    const longest = Math.max(before?.to ?? 0, now?.to ?? 0)
    if (longest > 0 && longest === before?.to) {
      put(setting.previous === null ? 'unknown' : 'time', at, before.to, { period: setting.previous })
      return before.to
    }
    if (now) {
      put('time', at, now.to, { period: setting.period })
      return now.to
    }
    if (told && !token.isQuoted) {
      const isReal = told.target.form !== 'possible' && told.target.form !== 'comparative' && !told.target.isMoved
      put(isReal ? (told.target.direction === 'unchanged' ? 'unmoved' : told.target.direction) : 'unknown', at, told.to)
      return told.to
    }
    if (particle) {
      put(particle.target === 'up' ? 'rise' : 'fall', at, particle.to)
      return particle.to
    }
    const noun = mentions.cue(at, 'groups')
    if (noun) {
      put('noun', at, noun.to)
      return noun.to
    }
    const filler = mentions.cue(at, 'article', 'is', 'motion', 'moves', 'holder', 'level', 'index', 'mean', 'person')
    if (filler && token.text !== ',') return filler.to
    const past = mentions.cue(at, 'was')
    if (past) {
      put('past', at, past.to)
      return past.to
    }
    const count = token.kind === 'word' ? lexicon.numbers.get(token.key) : undefined
    if (count !== undefined) {
      put('count', at, at + 1, { count })
      return at + 1
    }
    // "et fald eller stilstand": one of two
    if (words.find(tokens, at, 'either')) {
      put('unknown', at, at + 1)
      return at + 1
    }
    const join = mentions.cue(at, 'and', 'clause')
    if (token.text === ',' || token.text === ';' || (token.kind === 'mark' && token.key === '-') || join) {
      put('join', at, join?.to ?? at + 1)
      return join?.to ?? at + 1
    }
    if (token.kind === 'mark' && /^[().:*]$/.test(token.text)) return at + 1
    if (isOfName(at)) return at + 1
    const shared = ofSharedNoun(at)
    if (shared) {
      put('group', at, at + 1, { refs: [shared] })
      return at + 1
    }
    put('unknown', at, at + 1)
    return at + 1
  }

  /** "eksterne og interne tilbud": the noun follows with the second. */
  function ofSharedNoun(at: number): Ref | null {
    const next = mentions.cue(at + 1, 'and')?.to
    const group = view.groups.find(({ from }) => from === next)
    const has = (id: string) => namesIn(id).some(({ key }) => lexicon.stem(key) === tokens[at]?.stem)
    if (!group || group.target.provider !== null || has(group.target.segment)) return null
    const [, ...others] = segmentsOf(setting.survey.segments)
    const [only, ...more] = others.filter(({ segment }) => has(segment.id))
    return only && more.length === 0 ? { segment: only.segment.id, provider: null } : null
  }

  function namesIn(id: string): Word[] {
    const segment = segmentById(setting.survey.segments, id)
    return [segment?.label, segment?.short, segment?.phrase].flatMap((name) => wordsOf(name ?? ''))
  }

  /** "de unge på brobygning til unge": a word of the name that follows. */
  function isOfName(at: number): boolean {
    const holder = mentions.cue(at + 1, 'holder')
    const group = holder && view.groups.find(({ from }) => from === holder.to)
    return !!group && namesIn(group.target.segment).some(({ key }) => lexicon.stem(key) === tokens[at]?.stem)
  }
}

function kindOf(sense: Exclude<StandingSense, 'filler'>): ElementKind {
  return sense === 'joinedWith' ? 'join' : sense === 'setAt' ? 'unknown' : sense
}

function longestSense(all: readonly Mention<StandingSense>[]): Mention<StandingSense> | undefined {
  return all.reduce<Mention<StandingSense> | undefined>((most, next) => (most && most.to >= next.to ? most : next), undefined)
}

// ── elements that belong together ──

/** "A og B", "A (89) og B (88)", "A, B og C": one element of several, each with the number beside it. */
export function coordinated(elements: readonly Element[], { tokens }: Pick<View, 'tokens'>): Element[] {
  const named = withLevels(elements, { tokens })
  const joined: Element[] = []
  for (let at = 0; at < named.length; at += 1) {
    const own = named[at] as Element
    const last = joined.at(-1)
    const before = joined.at(-2)
    const isNext = own.kind === 'group' && last?.kind === 'join' && before?.kind === 'group' && own.from - last.to <= 3
    if (isNext && before) {
      joined.splice(-2, 2, { ...before, to: own.to, refs: [...before.refs, ...own.refs], levels: [...before.levels, ...own.levels] })
    } else joined.push(own)
  }
  return joined
}

/** "A (89)", "A med 89 point": a number at once behind a name is beside it. */
function withLevels(elements: readonly Element[], { tokens }: Pick<View, 'tokens'>): Element[] {
  const kept: Element[] = []
  for (const own of elements) {
    const last = kept.at(-1)
    const isBracket = own.quantity !== null && tokens[own.from - 1]?.text === '(' && tokens[own.to]?.text === ')'
    const isSigned = isBracket || (own.quantity !== null && own.quantity.sign !== 0 && tokens[own.to]?.text === ')')
    if (own.kind === 'number' && (last?.kind === 'group' || last?.kind === 'whole') && last.levels.length === 0 && isSigned)
      kept.splice(-1, 1, { ...last, to: own.to, levels: [own.quantity] })
    else kept.push(own.kind === 'group' ? { ...own } : own)
  }
  return kept.map((own) => (own.kind === 'group' && own.levels.length === 0 ? { ...own, levels: [null] } : own))
}
