/** What a clause compares with, and of how many it says so. */
import type { ToldDirection } from '../locale/statement-words.js'
import { range } from './statement-mentions.js'
import {
  areCoordinated,
  cuesIn,
  partsOf,
  providerSets,
  type Ref,
  type StatementSetting,
  setsCalled,
  type View,
} from './statement-subjects.js'

/** What something is held against. `from`: where its words begin. */
export type Standard =
  | { kind: 'refs'; from: number; refs: Ref[] }
  | { kind: 'fixed'; from: number; fixed: 'target' | 'midpoint' }
  | { kind: 'slot'; from: number; figure: string }
  | { kind: 'others'; from: number }

/** Held against an earlier time it tells a direction. */
export type Comparison = Compared | Ordered
type Compared = { kind: 'direction'; from: number; to: number; direction: ToldDirection; form: string }
/** `isPartly`: the words tell more than that ("har overhalet"). */
export type Ordered = {
  kind: 'order'
  from: number
  to: number
  told: 'above' | 'below' | 'equal' | 'reached'
  standard: Standard | null
  isPartly?: boolean
}

const reach = 5

export function comparisonsOf(view: View, setting: StatementSetting): Comparison[] {
  const { mentions, clause } = view
  const comparatives = mentions.directions.filter(
    ({ from, to, target }) => target.form === 'comparative' && from >= clause.from && to <= clause.to,
  )
  const than = cuesIn(view, 'than')
  const compared = comparatives.flatMap(({ from, to, target }): Comparison[] => {
    const link = than.find((each) => each.from >= to)
    if (!link) return []
    const standard = standardAt(view, link.to, setting)
    if (standard === 'time')
      return [
        { kind: 'direction', from, to, direction: turnedIf(isOfEarlier(view, link.to, setting), target.direction), form: 'comparative' },
      ]
    return [{ kind: 'order', from, to, told: target.direction === 'rise' ? 'above' : 'below', standard }]
  })
  const placed = cuesIn(view, 'above', 'below').flatMap(({ from, to, target }): Comparison[] => {
    const standard = standardAt(view, to, setting)
    if (mentions.cue(from, 'most', 'all') !== null || mentions.cueBefore(to, 'besides') !== null) return []
    if (standard === 'time' && mentions.cue(to, 'as') === null && !isLevel(view, to) && !isPlace(view, from, to)) return []
    if (standard === 'time') return [{ kind: 'direction', from, to, direction: target === 'above' ? 'rise' : 'fall', form: 'comparative' }]
    const then = standard?.kind === 'slot' ? view.slots.find(({ at }) => at === standard.from)?.figure : undefined
    if (then?.kind === 'level' && then.period !== setting.period && view.slots.length === 1)
      return [{ kind: 'direction', from, to, direction: target === 'above' ? 'rise' : 'fall', form: 'comparative' }]
    return standard && standard.kind !== 'slot' ? [{ kind: 'order', from, to, told: target as 'above' | 'below', standard }] : []
  })
  const sized = cuesIn(view, 'higher', 'lower').flatMap(({ from, to, target }): Comparison[] => {
    const link = than.find((each) => each.from >= to)
    const standard = link ? standardAt(view, link.to, setting) : null
    if (!link || standard === null) return []
    // "Faldet er større for de unge end for de voksne" puts changes in order, which are not read.
    const isOfChanges =
      cuesIn(view, 'difference').length > 0 || mentions.directions.some((told) => told.from >= clause.from && told.to <= clause.to)
    const isOfResults = cuesIn(view, 'index', 'mean', 'level', 'answers', 'responseRate', 'person').length > 0 || view.slots.length > 0
    const isOfCounts = mentions.cue(to, 'answer', 'answers') !== null
    if (standard === 'time' && isOfCounts && !isOfChanges)
      return [{ kind: 'direction', from, to, direction: target === 'higher' ? 'rise' : 'fall', form: 'comparative' }]
    if (isOfChanges || !isOfResults || standard === 'time') return [{ kind: 'order', from, to, told: 'above', standard: null }]
    return [{ kind: 'order', from, to, told: target === 'higher' ? 'above' : 'below', standard }]
  })
  const alike = cuesIn(view, 'same').flatMap(({ from, to }): Comparison[] => {
    const standard = standardAt(view, to, setting)
    const told = { kind: 'direction', from, to, direction: 'unchanged', form: 'state' } as const
    if (standard === 'time') return [told]
    if (standard) return [{ kind: 'order', from, to, told: 'equal', standard }]
    return amongThemselves(view, from, to) ?? [told]
  })
  const equal = cuesIn(view, 'alike').flatMap(({ from, to }): Comparison[] => {
    return amongThemselves(view, from, to) ?? [{ kind: 'order', from, to, told: 'equal', standard: null }]
  })
  const [target] = cuesIn(view, 'target')
  const verdicts = cuesIn(view, 'reached').flatMap(({ from, to }): Comparison[] =>
    target ? [{ kind: 'order', from, to, told: 'reached', standard: { kind: 'fixed', from: clause.to, fixed: 'target' } }] : [],
  )
  const overtaken = cuesIn(view, 'overtaken').flatMap(({ from, to }): Comparison[] => {
    if (mentions.cue(from, 'reached') !== null && target) return []
    const isPassive = mentions.cue(to, 'outOf', 'holder') !== null && !view.groups.some((group) => group.from === to)
    const standard = standardAt(view, to, setting)
    const told = isPassive ? ('below' as const) : ('above' as const)
    return [{ kind: 'order', from, to, told, standard: standard === 'time' ? null : standard, isPartly: true }]
  })
  return [...compared, ...placed, ...overtaken, ...sized, ...alike, ...equal, ...verdicts].sort((a, b) => a.from - b.from)
}

/** "lavere i 2023 end i 2024": it is the earlier one that is lower. */
function isOfEarlier(view: View, at: number, { survey }: StatementSetting): boolean {
  const order = survey.periods.map(({ id }) => id)
  const than = view.periods.find(({ from }) => from >= at)
  const own = view.periods.find(({ from }) => from < at)
  const isNow = cuesIn(view, 'now').some(({ from }) => from >= at && !than)
  const isThen = own !== undefined || cuesIn(view, 'before').some(({ from }) => from < at)
  if (isNow) return isThen
  return than !== undefined && own !== undefined && order.indexOf(own.target) < order.indexOf(than.target)
}

export function turnedIf(isTurned: boolean, direction: ToldDirection): ToldDirection {
  if (!isTurned || direction === 'unchanged') return direction
  return direction === 'rise' ? 'fall' : 'rise'
}

/**
 * "Bostøtten og STU ligger lige højt": the first against the others; null where not several are named together, or a
 * time is.
 */
function amongThemselves(view: View, from: number, to: number): Comparison[] | null {
  const { groups, periods } = view
  const [, second] = groups
  if (!second || !areCoordinated(groups, view) || periods.length + cuesIn(view, 'before').length > 0) return null
  const refs = groups.slice(1).map(({ target }) => target)
  return [{ kind: 'order', from, to, told: 'equal', standard: { kind: 'refs', from: second.from, refs } }]
}

/** "over niveauet i 2023": a level of an earlier time. */
function isLevel({ mentions }: View, at: number): boolean {
  return range(at, at + 3).some((index) => mentions.cue(index, 'level', 'index') !== null)
}

/** "ligger langt under året før", where "under 2023" may tell when. */
function isPlace({ mentions }: View, from: number, to: number): boolean {
  return mentions.cue(to, 'before') !== null && [from, from - 1].some((end) => mentions.cueBefore(end, 'is', 'was') !== null)
}

/** What stands behind "end", "over", "samme niveau som": the nearest of what can be compared with. */
function standardAt(view: View, at: number, setting: StatementSetting): Standard | 'time' | null {
  const { groups, wholes, periods, slots, clause } = view
  const isNear = (from: number) => from >= at && from - at < reach && from < clause.to
  const fixed = cuesIn(view, 'target', 'midpoint').find(({ from }) => isNear(from))
  const benchmark = cuesIn(view, 'benchmark').find(({ from }) => isNear(from))
  const others = cuesIn(view, 'others').find(({ from }) => isNear(from))
  const time = [...periods, ...cuesIn(view, 'before'), ...view.otherYears.map((year) => ({ from: year, to: year + 1 }))].find(({ from }) =>
    isNear(from),
  )
  const named = groups.filter(({ from }) => from >= at)
  const whole = wholes.find(({ from }) => isNear(from))
  const slot = slots.find((each) => isNear(each.at))
  const first = Math.min(...[fixed, others, time, named[0], whole].flatMap((each) => (each ? [each.from] : [])))
  const isFirst = (each: { from: number } | undefined) => each !== undefined && each.from === first
  if (isFirst(time)) return 'time'
  if (isFirst(others)) return { kind: 'others', from: first }
  if (isFirst(fixed) && fixed) return { kind: 'fixed', from: first, fixed: fixed.target as 'target' | 'midpoint' }
  if (isFirst(named[0]) && isNear(first)) return { kind: 'refs', from: first, refs: named.map(({ target }) => target) }
  if (isFirst(whole) && whole) return { kind: 'refs', from: first, refs: [whole.target] }
  if (benchmark) return benchmarkOf(benchmark.from, setting)
  return slot ? { kind: 'slot', from: slot.at, figure: slot.figure.id } : null
}

/** "gennemsnittet": the one benchmark there is; where there is none, the whole. */
function benchmarkOf(from: number, { survey }: StatementSetting): Standard {
  const [only, ...others] = survey.benchmarks
  if (others.length > 0) return { kind: 'others', from }
  return { kind: 'refs', from, refs: [{ segment: only?.id ?? survey.segments.id, provider: null }] }
}

// ── how many ──

/** `bounds`: how few and how many of so many members. `isNegation`: the word itself denies ("ingen"). */
export type Quantity = {
  from: number
  to: number
  bounds: (members: number) => [least: number, most: number][]
  size: number | null
  isNegation: boolean
  noun: { at: number; kind: 'groups' | 'providers' | null }
}

const nounReach = 6
const adverbLength = 3

/** "alle målgrupper", "to af tre grupper", "ingen er": of how many it is said. null where it is said of no plural. */
export function quantifierOf(view: View, setting: StatementSetting): Quantity | null {
  const { mentions, clause } = view
  const isNamed = (at: number) => view.groups.some(({ from, to }) => from <= at && at < to)
  const counted = range(clause.from, clause.to).flatMap((at) => countAt(view, at, setting))
  // "på tværs af alle tilbud" names all together.
  const isOfWhole = ({ from }: { from: number }) => {
    const link = mentions.cueBefore(from, 'outOf', 'above')
    return link !== null && mentions.cueBefore(link.from, 'whole') !== null
  }
  const named = cuesIn(view, 'all', 'none', 'both', 'most', 'several', 'some', 'single', 'half').flatMap((cue) =>
    isOfWhole(cue) ? [] : quantityOf(cue.target as QuantityCue, cue.from, cue.to),
  )
  const [first] = [...counted, ...named].sort((a, b) => a.from - b.from)
  if (!first) return null
  const noun = range(first.to, Math.min(first.to + nounReach, clause.to)).find(
    (at) => !isNamed(at) && mentions.cue(at, 'groups', 'providers') !== null,
  )
  const isNext =
    mentions.cue(first.to, 'is', 'was', 'moves', 'motion', 'except', 'overtaken', 'reached') !== null ||
    mentions.directions.some(({ from }) => from === first.to)
  const start = mentions.cue(first.to, 'outOf')?.to ?? first.to
  const own = [...view.groups, ...view.wholes].find(({ from }) => from === start || from === mentions.cue(start, 'article')?.to)
  const isOfName = own !== undefined && (noun === undefined || own.from < noun) && partsOf(own.target.segment, setting).length > 0
  if (isOfName && own.target.provider === null) return { ...first, noun: { at: own.from, kind: null } }
  if (noun !== undefined) return { ...first, noun: { at: noun, kind: mentions.cue(noun, 'providers') ? 'providers' : 'groups' } }
  // "Tilfredsheden falder over hele linjen": of all there are parts of.
  const isAdverb = first.to - first.from >= adverbLength && view.groups.every(({ target }) => partsOf(target.segment, setting).length > 0)
  return isNext || isAdverb ? { ...first, noun: { at: first.from, kind: null } } : null
}

type Bare = Omit<Quantity, 'noun'>
type QuantityCue = 'all' | 'none' | 'both' | 'most' | 'several' | 'some' | 'single' | 'half'

function quantityOf(kind: QuantityCue, from: number, to: number): Bare[] {
  const put = (bounds: Quantity['bounds'], size: number | null = null): Bare[] => [{ from, to, bounds, size, isNegation: kind === 'none' }]
  switch (kind) {
    case 'all':
      return put((members) => [[members, members]])
    case 'none':
      return put(() => [[0, 0]])
    case 'both':
      return put(() => [[2, 2]], 2)
    case 'most':
      return put((members) => [[Math.floor(members / 2) + 1, members]])
    case 'several':
      return put((members) => [[2, members]])
    case 'single':
      return put(() => [[1, 1]])
    case 'half':
      return put((members) => [
        [Math.floor(members / 2), Math.floor(members / 2)],
        [Math.ceil(members / 2), Math.ceil(members / 2)],
      ])
    case 'some':
      return put((members) => [[1, members]])
  }
}

/** "to af tre", "tre grupper": a number in words, alone or out of another. */
function countAt({ tokens, mentions, clause }: View, at: number, { lexicon }: StatementSetting): Bare[] {
  const count = lexicon.numbers.get(tokens[at]?.key ?? '')
  if (count === undefined || tokens[at]?.kind !== 'word') return []
  const link = mentions.cue(at + 1, 'outOf')
  const whole = link && lexicon.numbers.get(tokens[link.to]?.key ?? '')
  if (link && whole !== undefined) {
    return [{ from: at, to: link.to + 1, bounds: () => [[count, count]], size: whole ?? null, isNegation: false }]
  }
  // "to af dem": of those that have been told of
  if (link && mentions.cue(link.to, 'pronoun')?.to === link.to + 1 && mentions.cue(link.to + 1, 'groups', 'providers') === null)
    return [{ from: at, to: link.to + 1, bounds: () => [[count, count]], size: null, isNegation: false }]
  const noun = range(at + 1, Math.min(at + 4, clause.to)).find((index) => mentions.cue(index, 'groups', 'providers') !== null)
  const start = mentions.cueBefore(at, 'article')?.from ?? at
  if (mentions.cueBefore(start, 'outOf') !== null && noun !== undefined)
    return countOfThose({ tokens, mentions, clause }, noun + 1, count, lexicon)
  const isArticle = count === 1 || lexicon.numbers.get(tokens[at - 1]?.key ?? '') !== undefined
  if (noun === undefined || isArticle) return []
  const isAll = mentions.cueBefore(at, 'article') !== null || mentions.cueBefore(at, 'all') !== null
  // "de tre grupper" are all three; "tre grupper" may be just three, or three at least.
  if (isAll) return [{ from: at, to: at + 1, bounds: (members) => [[members, members]], size: count, isNegation: false }]
  return [
    {
      from: at,
      to: at + 1,
      bounds: (members) => [
        [count, count],
        [Math.min(count, members + 1), Math.max(members, count)],
      ],
      size: null,
      isNegation: false,
    },
  ]
}

/** "Af de fem målgrupper er to gået frem": how many of them. */
function countOfThose(
  { tokens, clause }: Pick<View, 'tokens' | 'mentions' | 'clause'>,
  at: number,
  size: number,
  lexicon: StatementSetting['lexicon'],
): Bare[] {
  const counted = range(at, clause.to).flatMap((index) => {
    const count = tokens[index]?.kind === 'word' ? lexicon.numbers.get(tokens[index]?.key ?? '') : undefined
    return count === undefined ? [] : [{ index, count }]
  })
  const [only, ...others] = counted
  if (!only || others.length > 0) return []
  return [{ from: only.index, to: only.index + 1, bounds: () => [[only.count, only.count]], size, isNegation: false }]
}

/** Those named behind "undtagen". */
export function exceptedIn(view: View): Ref[] {
  const [except] = cuesIn(view, 'except')
  if (!except) return []
  // "I modsætning til bostøtten er STU faldet": up to the verb.
  const verb = cuesIn(view, 'is', 'was', 'moves', 'motion').find(({ from }) => from >= except.to)?.from ?? view.clause.to
  return view.groups.filter(({ from }) => from >= except.to && from < verb).map(({ target }) => target)
}

/** Everybody of whom it may be said how many of them. `spoken`: who was spoken of last, whom "both" may mean. */
export function setsOf(quantity: Quantity, view: View, setting: StatementSetting, spoken: Ref[] | null = null): Ref[][] {
  const { noun, size } = quantity
  const excepted = exceptedIn(view)
  const [named] = view.groups.filter(({ target }) => !excepted.includes(target))
  const called =
    noun.kind === 'providers' && setting.survey.providers.length > 0 ? providerSets(setting) : setsCalled(view.tokens[noun.at], setting)
  const sets = named && named.target.provider === null ? partsOf(named.target.segment, setting) : called
  if (size === null) return sets
  return !named && spoken?.length === size ? [spoken] : sets.filter((set) => set.length === size)
}
