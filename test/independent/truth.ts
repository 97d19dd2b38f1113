import {
  abs,
  add,
  ceil,
  cmp,
  div,
  type Fraction,
  floor,
  fraction,
  greatest,
  least,
  mul,
  parseDecimal,
  round,
  sign,
  sub,
  sum,
  zero,
} from './fraction.js'
import { type Cell, cellKey, commonKey, type Given, type Item, type Segment } from './given.js'

/** Which possible values a number has: [from; to] with ends that may be left out. */
export type Range = { from: Fraction; to: Fraction; fromIncluded: boolean; toIncluded: boolean }

/**
 * What is known of one number. `absent`: nobody was asked, or nothing is given. `noAnswers`: asked, but no answer counts.
 * `unknown`: something is given, but not enough for a number (no weights, a part without a figure). `small`: under the least base.
 */
export type Known = {
  status: 'ok' | 'absent' | 'noAnswers' | 'unknown' | 'small' | 'contradictory'
  point?: Fraction
  range?: Range
  base?: bigint
  /** the text that somebody has printed for just this, which is then what is printed again */
  given?: string
  /** exact counts of all options, where every answer behind it is known */
  counts?: Map<string, bigint>
}

export type Told = 'rise' | 'fall' | 'unchanged' | 'largelyUnchanged'
export type Verdict = 'certain' | 'never' | 'undecidable' | 'tooFew' | 'unknown'
export type ChangeTruth = {
  told: Told
  /** the difference of the two printed numbers, at the coarser decimals */
  printed: Fraction
  point: Fraction
  possible: Range
  exact: boolean
  verdict: Verdict
  before: Known
  after: Known
  leftOut: string[]
}

/** The groups of two periods: those of both, and those of one only. */
type Groups = { common: string[]; leftOut: string[] }

/** A level held against another in the same period, or against a fixed number. */
export type DifferenceTruth = {
  told: 'above' | 'below' | 'neither'
  printed: Fraction
  point: Fraction
  verdict: Verdict | undefined
}

export type Key = { metric: string; segment: string; period: string; item: string; provider: string; options: string[] }

const hundred = fraction(100)
const exactly = (value: Fraction): Range => ({ from: value, to: value, fromIncluded: true, toIncluded: true })
const isExact = (range: Range) => cmp(range.from, range.to) === 0

const meet = (a: Range, b: Range): Range => {
  const low = cmp(a.from, b.from)
  const high = cmp(a.to, b.to)
  return {
    from: low >= 0 ? a.from : b.from,
    fromIncluded: low > 0 ? a.fromIncluded : low < 0 ? b.fromIncluded : a.fromIncluded && b.fromIncluded,
    to: high <= 0 ? a.to : b.to,
    toIncluded: high < 0 ? a.toIncluded : high > 0 ? b.toIncluded : a.toIncluded && b.toIncluded,
  }
}

const isEmpty = (range: Range) => {
  const order = cmp(range.from, range.to)
  return order > 0 || (order === 0 && !(range.fromIncluded && range.toIncluded))
}

export const contains = (range: Range, value: Fraction) => {
  const [low, high] = [cmp(value, range.from), cmp(value, range.to)]
  return (low > 0 || (low === 0 && range.fromIncluded)) && (high < 0 || (high === 0 && range.toIncluded))
}

const decimalsIn = (text: string) => text.split('.')[1]?.length ?? 0

/** `83` stands for [82.5; 83.5), clipped to the scale with its ends. */
const rangeOfText = (text: string, bounds: [Fraction, Fraction]): Range => {
  const value = parseDecimal(text)
  if (!value) throw new Error(`no number: ${text}`)
  const half = fraction(1n, 2n * 10n ** BigInt(decimalsIn(text)))
  const own: Range = { from: sub(value, half), to: add(value, half), fromIncluded: true, toIncluded: false }
  return meet(own, { from: bounds[0], to: bounds[1], fromIncluded: true, toIncluded: true })
}

const plus = (a: Range, b: Range): Range => ({
  from: add(a.from, b.from),
  to: add(a.to, b.to),
  fromIncluded: a.fromIncluded && b.fromIncluded,
  toIncluded: a.toIncluded && b.toIncluded,
})
const minus = (a: Range, b: Range): Range =>
  plus(a, { from: sub(zero, b.to), to: sub(zero, b.from), fromIncluded: b.toIncluded, toIncluded: b.fromIncluded })
const times = (a: Range, by: Fraction): Range => ({ ...a, from: mul(a.from, by), to: mul(a.to, by) })

/** One node of the tree with what is known of it, while the two passes go over it. */
type Node = {
  segment: Segment
  parts: Node[]
  cell: Cell | undefined
  counts?: Map<string, bigint>
  base?: bigint
  own?: string
  range?: Range
  measured: boolean
  /** the weighted mean of its parts is its value */
  weighed: boolean
  status: Known['status']
}

export type Truth = ReturnType<typeof truthOf>

/** `hidden`: cells that the project withholds so that nothing can be worked out of others, by their keys. Another test holds that plan. */
export const truthOf = (given: Given, hidden: ReadonlySet<string> = new Set()) => {
  const itemOf = (id: string) => given.items.find((item) => item.id === id) as Item
  const segmentOf = (id: string) => given.segments.find((segment) => segment.id === id)
  const hasProviders = (segment: Segment, period: string, item: string) =>
    given.providers.filter((provider) => given.cells.has(cellKey(segment.id, provider.id, period, item)))

  /** What the data say of exactly this node: its own row, or its providers' rows added. */
  const cellOf = (segment: Segment, provider: string, period: string, item: string): Cell | undefined => {
    const own = given.cells.get(cellKey(segment.id.split('@')[0] as string, provider, period, item))
    if (provider) return own
    const cells = hasProviders(segment, period, item).map((it) => given.cells.get(cellKey(segment.id, it.id, period, item)) as Cell)
    const counted = [own, ...cells].filter((cell) => cell?.counts)
    if (!counted.length) return own
    const counts = new Map<string, bigint>()
    for (const cell of counted) for (const [option, by] of cell?.counts ?? []) counts.set(option, (counts.get(option) ?? 0n) + by)
    return { counts, printed: own?.printed ?? new Map() }
  }

  const scored = (item: Item) => item.options.filter((option) => option.score !== undefined)
  const scores = (item: Item) => scored(item).map((option) => fraction(option.score as number))
  const boundsOf = (metric: string, item: Item): [Fraction, Fraction] =>
    metric === 'mean' ? [least(scores(item)), greatest(scores(item))] : [zero, hundred]

  /** What each option adds to the metric: its place from 0 to 100, its score, or 100 where it is one of the options counted. */
  const worth = (metric: string, item: Item, options: string[]): Map<string, Fraction> => {
    const [low, high] = [least(scores(item)), greatest(scores(item))]
    const top = new Set(
      scored(item)
        .sort((a, b) => (b.score as number) - (a.score as number))
        .slice(0, 2)
        .map((option) => option.id),
    )
    return new Map(
      scored(item).map((option) => {
        const score = fraction(option.score as number)
        if (metric === 'mean') return [option.id, score]
        if (metric === 'indexScore') return [option.id, div(mul(hundred, sub(score, low)), sub(high, low))]
        const counted = metric === 'topTwoBox' ? top.has(option.id) : options.includes(option.id)
        return [option.id, counted ? hundred : zero]
      }),
    )
  }

  const total = (counts: Map<string, bigint>, ids: string[]) => ids.reduce((all, id) => all + (counts.get(id) ?? 0n), 0n)
  const baseOf = (counts: Map<string, bigint>, item: Item) =>
    total(
      counts,
      scored(item).map((option) => option.id),
    )
  const worthOf = (counts: Map<string, bigint>, worths: Map<string, Fraction>, base: bigint) =>
    div(sum([...worths].map(([id, each]) => mul(each, fraction(counts.get(id) ?? 0n)))), fraction(base))

  const isAsked = (segment: Segment, period: string): boolean =>
    (!segment.periods || segment.periods.includes(period)) && (!segment.parent || isAsked(segment.parent, period))

  /** Whether a node, or anything under it, has a row for the item and the period. */
  const isMeasured = (segment: Segment, provider: string, period: string, item: string): boolean =>
    cellOf(segment, provider, period, item) !== undefined || segment.parts.some((part) => isMeasured(part, provider, period, item))

  /** Whether answers are told of a node, or of anything under it: how many were invited is no measurement. */
  const hasResults = (segment: Segment, period: string, item: string): boolean => {
    const cell = cellOf(segment, '', period, item)
    const isResult = (name: string) => name !== 'invited' && name !== 'responseRate'
    return (
      Boolean(cell?.counts) || [...(cell?.printed.keys() ?? [])].some(isResult) || segment.parts.some((it) => hasResults(it, period, item))
    )
  }

  /**
   * Which groups a segment has in both periods, and which in one of them only. A node is one group by itself where one of the periods knows
   * nothing of its parts, and where its parts do not make it up.
   */
  const groupsOf = (segment: Segment, [from, to]: [string, string], item: string, provider: string): Groups => {
    const isIn = (part: Segment, period: string) => isMeasured(part, provider, period, item)
    const isOne = !segment.complete || segment.overlap || [from, to].some((period) => !segment.parts.some((part) => isIn(part, period)))
    if (isOne) return { common: [segment.id], leftOut: [] }
    const found = segment.parts.map((part): Groups => {
      const [before, after] = [isIn(part, from), isIn(part, to)]
      if (before && after) return groupsOf(part, [from, to], item, provider)
      return { common: [], leftOut: before || after ? [part.id] : [] }
    })
    return { common: found.flatMap((it) => it.common), leftOut: found.flatMap((it) => it.leftOut) }
  }

  /** Up: what the parts give, met by what is printed for the whole. */
  const up = (segment: Segment, key: Key): Node => {
    const item = itemOf(key.item)
    const parts = segment.parts
      .filter((part) => isMeasured(part, key.provider, key.period, key.item))
      .map((part) => up(part, key))
      .filter((part) => part.status !== 'absent')
    const isLeaf = parts.length === 0
    if (isLeaf && !segment.id.includes('@')) parts.push(...providerParts(segment, key))
    const cell = cellOf(segment, key.provider, key.period, key.item)
    const node: Node = { segment, parts, cell, measured: cell !== undefined || parts.length > 0, weighed: false, status: 'absent' }
    if (!node.measured) return node
    const isSummed = parts.length > 0 && ((segment.complete && !segment.overlap) || isLeaf)
    const printedBase = cell?.printed.get('base')
    const bounds = boundsOf(key.metric, item)
    const metricText = cell?.printed.get(key.options.length ? `${key.metric}/${key.options.join('+')}` : key.metric)
    if (metricText !== undefined) node.own = metricText
    if (cell?.counts && !isSummed) {
      node.counts = cell.counts
      node.base = baseOf(cell.counts, item)
    } else if (isSummed) {
      if (parts.every((part) => part.base !== undefined)) node.base = parts.reduce((all, part) => all + (part.base as bigint), 0n)
      if (parts.every((part) => part.counts)) {
        node.counts = new Map()
        for (const part of parts) for (const [id, by] of part.counts ?? []) node.counts.set(id, (node.counts.get(id) ?? 0n) + by)
      }
    }
    if (printedBase !== undefined) {
      const value = BigInt(printedBase.split('.')[0] as string)
      if (node.base !== undefined && node.base !== value) return { ...node, status: 'contradictory' }
      node.base = value
    }
    if (node.base === 0n) return { ...node, status: 'noAnswers' }
    return ranged(node, key, item, isSummed, bounds)
  }

  /** The suppliers of a leaf are its parts where numbers are printed for each and their answers are all of the leaf's. */
  const providerParts = (segment: Segment, key: Key): Node[] => {
    if (key.provider) return []
    const leaf = given.cells.get(cellKey(segment.id, '', key.period, key.item))
    const own = hasProviders(segment, key.period, key.item).filter(
      (it) => !given.cells.get(cellKey(segment.id, it.id, key.period, key.item))?.counts,
    )
    if (leaf?.counts || !own.length) return []
    const nodes = own.map((it) => up({ ...segment, id: `${segment.id}@${it.id}`, parts: [] }, { ...key, provider: it.id }))
    const base = leaf?.printed.get('base')
    const isAll =
      nodes.every((it) => it.base !== undefined) &&
      (base === undefined || BigInt(base) === nodes.reduce((all, it) => all + (it.base as bigint), 0n))
    return isAll ? nodes : []
  }

  const ranged = (node: Node, key: Key, item: Item, isSummed: boolean, bounds: [Fraction, Fraction]): Node => {
    const ranges: Range[] = []
    const answered = node.parts.filter((part) => part.status !== 'noAnswers')
    if (node.counts) {
      ranges.push(exactly(worthOf(node.counts, worth(key.metric, item, key.options), baseOf(node.counts, item))))
      node.weighed = isSummed
    } else if (isSummed && answered.length && answered.every((part) => part.range)) {
      const all = answered.map((part) => part.range as Range)
      if (answered.every((part) => part.base !== undefined && part.base > 0n)) {
        const whole = fraction(answered.reduce((sumOf, part) => sumOf + (part.base as bigint), 0n))
        ranges.push(answered.map((part) => times(part.range as Range, div(fraction(part.base as bigint), whole))).reduce(plus))
        node.weighed = true
      } else {
        const [low, high] = [least(all.map((it) => it.from)), greatest(all.map((it) => it.to))]
        ranges.push({
          from: low,
          to: high,
          fromIncluded: all.some((it) => it.fromIncluded && cmp(it.from, low) === 0),
          toIncluded: all.some((it) => it.toIncluded && cmp(it.to, high) === 0),
        })
      }
    }
    if (node.own !== undefined) ranges.push(rangeOfText(node.own, bounds))
    if (!ranges.length) return { ...node, status: 'unknown' }
    node.range = ranges.reduce(meet)
    if (isEmpty(node.range)) return { ...node, status: 'contradictory' }
    const isPointKnown = node.weighed || node.own !== undefined || node.counts !== undefined
    return { ...node, status: isPointKnown ? 'ok' : 'unknown' }
  }

  /** Down: what a whole and the other parts leave for each part. */
  const down = (node: Node): void => {
    const answered = node.parts.filter((part) => part.status !== 'noAnswers')
    if (node.weighed && node.range && answered.every((part) => part.range)) {
      const whole = answered.reduce((all, part) => all + (part.base as bigint), 0n)
      const shares = answered.map((part) => div(fraction(part.base as bigint), fraction(whole)))
      const before = answered.map((part) => part.range as Range)
      answered.forEach((part, at) => {
        const others = before.map((range, other) => times(range, shares[other] as Fraction)).filter((_, other) => other !== at)
        const left = others.reduce((rest, range) => minus(rest, range), node.range as Range)
        part.range = meet(before[at] as Range, times(left, div(fraction(1), shares[at] as Fraction)))
        if (isEmpty(part.range)) part.status = 'contradictory'
      })
    }
    for (const part of node.parts) down(part)
  }

  const pointOf = (node: Node): Fraction | undefined => {
    if (!node.range || node.status !== 'ok') return undefined
    const answered = node.parts.filter((part) => part.status !== 'noAnswers')
    let point: Fraction | undefined
    if (node.counts && isExact(node.range)) point = node.range.from
    else if (node.weighed) {
      const points = answered.map(pointOf)
      if (points.some((it) => it === undefined)) point = undefined
      else {
        const whole = fraction(answered.reduce((all, part) => all + (part.base as bigint), 0n))
        point = sum(points.map((it, at) => mul(it as Fraction, div(fraction(answered[at]?.base as bigint), whole))))
      }
    }
    if (!point && node.own !== undefined) point = parseDecimal(node.own)
    if (point && !contains(node.range, point)) point = div(add(node.range.from, node.range.to), fraction(2))
    return point
  }

  const trees = new Map<string, { root: Node; byId: Map<string, Node> }>()
  const treeOf = (key: Key) => {
    const name = [key.metric, key.period, key.item, key.provider, key.options.join('+')].join('|')
    const found = trees.get(name)
    if (found) return found
    const root = up(given.root, key)
    down(root)
    const byId = new Map<string, Node>()
    const note = (node: Node) => {
      byId.set(node.segment.id, node)
      node.parts.forEach(note)
    }
    note(root)
    trees.set(name, { root, byId })
    return { root, byId }
  }

  /**
   * A node over some of its groups: the mean of these. Where they are all it has, its own numbers are about just them, and it stays as it is.
   * undefined: it has none of them.
   */
  const restricted = (node: Node, only: Set<string>): Node | undefined => {
    if (only.has(node.segment.id)) return node
    const parts = node.parts.flatMap((part) => restricted(part, only) ?? [])
    if (!parts.length) return undefined
    if (parts.length === node.parts.length && parts.every((part, at) => part === node.parts[at])) return node
    const rest: Node = { segment: node.segment, parts, cell: undefined, measured: true, weighed: true, status: 'unknown' }
    const answered = parts.filter((part) => part.status !== 'noAnswers')
    if (!answered.length) return { ...rest, base: 0n, status: 'noAnswers' }
    if (!answered.every((part) => part.base !== undefined)) return rest
    rest.base = answered.reduce((all, part) => all + (part.base as bigint), 0n)
    if (!answered.every((part) => part.status === 'ok' && part.range)) return rest
    const shares = answered.map((part) => div(fraction(part.base as bigint), fraction(rest.base as bigint)))
    rest.range = answered.map((part, at) => times(part.range as Range, shares[at] as Fraction)).reduce(plus)
    if (answered.every((part) => part.counts)) {
      rest.counts = new Map()
      for (const part of answered) for (const [id, by] of part.counts ?? []) rest.counts.set(id, (rest.counts.get(id) ?? 0n) + by)
    }
    return { ...rest, status: 'ok' }
  }

  /** What is known of a segment in a period; with `only`, over these of its groups, which are those that `other` has as well. */
  const knownOf = (key: Key, only?: Set<string>, other?: string): Known => {
    if (given.benchmarks.some((it) => it.id === key.segment)) return benchmarkOf(key)
    // A provider's numbers are held by the group's as well, where they are all of it.
    const within = key.provider ? treeOf({ ...key, provider: '' }).byId.get(`${key.segment}@${key.provider}`) : undefined
    const whole = within ?? treeOf(key).byId.get(key.segment)
    const node = whole && only ? restricted(whole, only) : whole
    if (!node) return { status: 'absent' }
    const known: Known = {
      status: node.status,
      ...(node.base === undefined ? {} : { base: node.base }),
      ...(node.range ? { range: node.range } : {}),
      ...(node.counts ? { counts: node.counts } : {}),
      ...(node.own === undefined ? {} : { given: node.own }),
    }
    const point = pointOf(node)
    if (point) known.point = point
    const isHidden = hidden.has(commonKey(cellKey(key.segment, key.provider, key.period, key.item), only && other))
    if (known.status === 'ok' && (isHidden || (known.base !== undefined && known.base < BigInt(given.minimumBase)))) known.status = 'small'
    return known
  }

  const groupsWith = ({ segment: id, period, item, provider }: Key, other: string): Groups | undefined => {
    const segment = segmentOf(id)
    return segment && groupsOf(segment, [period, other], item, provider)
  }
  const leftOutOf = (key: Key, other: string) => groupsWith(key, other)?.leftOut ?? []

  /** What is known of a segment in a period over the groups that another period has as well. */
  const knownOfCommon = (key: Key, other: string): Known => {
    const groups = groupsWith(key, other)
    return knownOf(key, groups?.leftOut.length ? new Set(groups.common) : undefined, other)
  }

  const benchmarkOf = (key: Key): Known => {
    const cell = given.cells.get(cellKey(key.segment, '', key.period, key.item))
    const text = cell?.printed.get(key.metric)
    if (text === undefined) return { status: cell ? 'unknown' : 'absent' }
    const base = cell?.printed.get('base')
    const point = parseDecimal(text)
    return {
      status: 'ok',
      given: text,
      range: rangeOfText(text, boundsOf(key.metric, itemOf(key.item))),
      ...(point ? { point } : {}),
      ...(base === undefined ? {} : { base: BigInt(base) }),
    }
  }

  /** A count: answers that count, answers of one kind, people asked. undefined where it is not known. */
  const countOf = (key: Key, comparedWith?: string): bigint | undefined => {
    const { metric, segment, period, item } = key
    const known = () =>
      comparedWith ? knownOfCommon({ ...key, metric: 'indexScore' }, comparedWith) : knownOf({ ...key, metric: 'indexScore' })
    // Where nobody answered of a group, nobody did at any of its providers.
    const isEmpty = () => isNobodyOf(key) || (key.provider !== '' && countOf({ ...key, provider: '' }) === 0n)
    if (metric === 'base') return known().base ?? (isEmpty() ? 0n : undefined)
    if (metric === 'invited') return invitedOf(segmentOf(segment), period, item)
    const { counts } = known()
    if (!counts) return undefined
    if (metric === 'count') return total(counts, key.options)
    if (metric === 'dontKnow' || metric === 'notApplicable' || metric === 'noAnswer')
      return total(
        counts,
        itemOf(item)
          .options.filter((option) => option.score === undefined)
          .map((option) => option.id),
      )
    return undefined
  }

  /** Where the answers themselves are listed by provider, one that is not in the list had none. */
  const isNobodyOf = ({ segment: id, provider, period, item }: Key) => {
    const segment = segmentOf(id)
    if (!provider || !segment || given.cells.has(cellKey(id, provider, period, item))) return false
    return hasProviders(segment, period, item).some((it) => given.cells.get(cellKey(id, it.id, period, item))?.counts)
  }

  const invitedOf = (segment: Segment | undefined, period: string, item: string): bigint | undefined => {
    if (!segment) return undefined
    const text = given.items
      .map((it) => given.cells.get(cellKey(segment.id, '', period, it.id))?.printed.get('invited'))
      .find((it) => it !== undefined)
    if (text !== undefined) return BigInt(text)
    if (!segment.parts.length || !segment.complete || segment.overlap) return undefined
    const parts = segment.parts.filter((part) => isAsked(part, period)).map((part) => invitedOf(part, period, item))
    return parts.length && parts.every((it) => it !== undefined)
      ? parts.reduce((all, it) => (all as bigint) + (it as bigint), 0n)
      : undefined
  }

  const responseRateOf = (key: Key): Known => {
    const text = given.cells.get(cellKey(key.segment, '', key.period, key.item))?.printed.get('responseRate')
    const [base, invited] = [countOf({ ...key, metric: 'base' }), countOf({ ...key, metric: 'invited' })]
    const point =
      base !== undefined && invited
        ? div(mul(hundred, fraction(base)), fraction(invited))
        : text === undefined
          ? undefined
          : parseDecimal(text)
    if (!point) return { status: 'absent' }
    // It would tell how many have answered.
    const isSmall = base !== undefined && base > 0n && base < BigInt(given.minimumBase)
    const isHidden = hidden.has(cellKey(key.segment, key.provider, key.period, key.item))
    return { status: isSmall || isHidden ? 'small' : 'ok', point, range: exactly(point), ...(text === undefined ? {} : { given: text }) }
  }

  /** What is known of any number that a target may be set on. */
  const numberOf = (key: Key): Known => (key.metric === 'responseRate' ? responseRateOf(key) : knownOf(key))

  const isUnanswered = (segment: string, period: string, item: string) => {
    const node = treeOf({ metric: 'indexScore', segment, period, item, provider: '', options: [] }).byId.get(segment)
    return node?.counts !== undefined
      ? total(
          node.counts,
          itemOf(item).options.map((option) => option.id),
        ) === 0n
      : node?.status === 'noAnswers'
  }

  /** Options between others that were given, which nobody gave; undefined where no answers are counted. */
  const gapsIn = (id: string, period: string): string | undefined => {
    const item = itemOf(id)
    const cells = given.segments.flatMap(({ id: segment }) =>
      ['', ...given.providers.map((it) => it.id)].flatMap(
        (provider) => given.cells.get(cellKey(segment, provider, period, id))?.counts ?? [],
      ),
    )
    const isGiven = scored(item)
      .sort((a, b) => (b.score as number) - (a.score as number))
      .map((option) => ({ id: option.id, given: cells.some((counts) => (counts.get(option.id) ?? 0n) > 0n) }))
    const at = isGiven.flatMap((it, index) => (it.given ? [index] : []))
    if (!at.length) return undefined
    return isGiven
      .filter((it, index) => !it.given && index > Math.min(...at) && index < Math.max(...at))
      .map((it) => it.id)
      .join()
  }

  /** Whether an item was answered on other options up to a period than from it on; the project has not said so. */
  const isSeenBreak = (item: string, period: string): boolean => {
    const counted = given.periods.map((it) => ({ id: it.id, gaps: gapsIn(item, it.id) })).filter(({ gaps }) => gaps !== undefined)
    const at = counted.findIndex(({ id }) => id === period)
    return at > 0 && counted[at]?.gaps !== counted[at - 1]?.gaps
  }

  const gridOf = (metric: string, item: Item): Fraction[] => {
    const values = [...worth(metric, item, []).values()].sort(cmp)
    return metric === 'indexScore' || metric === 'mean' ? values : [zero, hundred]
  }

  /** `decimals`: those that the earlier number is printed with, and those of the later one. */
  const changeOf = (
    key: Omit<Key, 'period'>,
    from: string,
    to: string,
    decimals: [number, number],
    basis = given.document.changeBasis,
  ): ChangeTruth[] => {
    const item = itemOf(key.item)
    const at = (period: string) => given.periods.findIndex((it) => it.id === period)
    if (item.breaks.some((period) => at(period) > at(from) && at(period) <= at(to))) return []
    const segment = segmentOf(key.segment)
    const groups = segment && groupsOf(segment, [from, to], key.item, key.provider)
    if (groups?.leftOut.length && !groups.common.length) return []
    const only = groups?.leftOut.length ? new Set(groups.common) : undefined
    return [compare(key, from, to, decimals, basis, only, groups?.leftOut ?? [])].filter((it) => it !== undefined)
  }

  const compare = (
    key: Omit<Key, 'period'>,
    from: string,
    to: string,
    [decimalsBefore, decimalsAfter]: [number, number],
    basis: string,
    only: Set<string> | undefined,
    leftOut: string[],
  ): ChangeTruth | undefined => {
    const before = knownOf({ ...key, period: from }, only, to)
    const after = knownOf({ ...key, period: to }, only, from)
    if (before.status !== 'ok' || after.status !== 'ok' || !before.point || !after.point || !before.range || !after.range) return undefined
    const point = sub(after.point, before.point)
    const decimals = Math.min(decimalsBefore, decimalsAfter)
    const [shownAfter, shownBefore] = [printedOf(after, decimalsAfter), printedOf(before, decimalsBefore)]
    const ofPrinted = sub(round(shownAfter, decimals), round(shownBefore, decimals))
    const possible = minus(after.range, before.range)
    const rounded = sign(round(point, decimals))
    const isUp = cmp(possible.from, zero) > 0 || (cmp(possible.from, zero) === 0 && !possible.fromIncluded)
    const isDown = cmp(possible.to, zero) < 0 || (cmp(possible.to, zero) === 0 && !possible.toIncluded)
    // However the change is counted, no number has risen or fallen that is printed as it was before.
    const isSame = cmp(shownAfter, shownBefore) === 0
    const told: Told =
      sign(ofPrinted) > 0 && isUp && rounded > 0
        ? 'rise'
        : sign(ofPrinted) < 0 && isDown && rounded < 0
          ? 'fall'
          : isSame && rounded === 0
            ? 'unchanged'
            : 'largelyUnchanged'
    const printed = basis === 'unrounded' ? round(point, decimals) : ofPrinted
    const exact = isExact(before.range) && isExact(after.range)
    return { told, printed, point, possible, exact, verdict: verdictOf(key, before, after), before, after, leftOut }
  }

  const targetOf = (key: Key) =>
    given.targets.find(
      (it) => it.metric === key.metric && it.segment === key.segment && (it.item ?? given.items[0]?.id) === key.item && !key.options.length,
    )

  /** Minus a benchmark, another group or the target; `decimals` of the two. undefined: one of the numbers is not known. */
  const differenceOf = (key: Key, against: string, decimals: [number, number]): DifferenceTruth | undefined => {
    const own = numberOf(key)
    const target = against === 'target' ? parseDecimal(targetOf(key)?.value ?? '') : undefined
    const other: Known = target
      ? { status: 'ok', point: target, range: exactly(target) }
      : knownOf({ ...key, segment: against, provider: '' })
    if (own.status !== 'ok' || other.status !== 'ok' || !own.point || !other.point || !own.range || !other.range) return undefined
    const coarser = target ? decimals[0] : Math.min(...decimals)
    const ofPrinted = sub(round(printedOf(own, decimals[0]), coarser), round(printedOf(other, target ? decimals[0] : decimals[1]), coarser))
    const point = sub(own.point, other.point)
    const possible = minus(own.range, other.range)
    const rounded = sign(round(point, coarser))
    const isUp = cmp(possible.from, zero) > 0 || (cmp(possible.from, zero) === 0 && !possible.fromIncluded)
    const isDown = cmp(possible.to, zero) < 0 || (cmp(possible.to, zero) === 0 && !possible.toIncluded)
    const told = sign(ofPrinted) > 0 && isUp && rounded > 0 ? 'above' : sign(ofPrinted) < 0 && isDown && rounded < 0 ? 'below' : 'neither'
    const printed = given.document.changeBasis === 'unrounded' ? round(point, coarser) : ofPrinted
    return { told, printed, point, verdict: target ? undefined : verdictOf(key, other, own) }
  }

  /** Whether a target is reached by the number it is set on; undefined where the number may lie on either side. */
  const isReached = (key: Key, decimals: number): boolean | undefined => {
    const [target, own] = [targetOf(key), numberOf(key)]
    const value = parseDecimal(target?.value ?? '')
    if (!target || !value || own.status !== 'ok' || !own.range) return undefined
    const { from, to, toIncluded } = own.range
    if (target.basis === 'printed') {
      const step = fraction(1n, 10n ** BigInt(decimals))
      const low = round(from, decimals)
      const isTie = !toIncluded && cmp(to, sub(round(to, decimals), div(step, fraction(2)))) === 0
      const high = isTie ? sub(round(to, decimals), step) : round(to, decimals)
      const ends = isExact(own.range) || own.given !== undefined ? [printedOf(own, decimals)] : [low, high]
      const answers = new Set(ends.map((it) => cmp(it, value) >= 0))
      return answers.size === 1 ? answers.has(true) : undefined
    }
    if (cmp(from, value) >= 0) return true
    const order = cmp(to, value)
    return order < 0 || (order === 0 && !toIncluded) ? false : undefined
  }

  /** With how many decimals a metric is printed in a period: the fewest that somebody gave one of its numbers with, else its own. */
  const decimalsOf = (metric: string, period: string, item: string): number => {
    const texts = given.segments.flatMap(({ id }) =>
      ['', ...given.providers.map((it) => it.id)].flatMap((provider) =>
        [...(given.cells.get(cellKey(id, provider, period, item))?.printed ?? [])].flatMap(([name, text]) =>
          name.split('/')[0] === metric ? [text] : [],
        ),
      ),
    )
    return texts.length ? Math.min(...texts.map(decimalsIn)) : metric === 'mean' ? 1 : 0
  }

  /** What is printed at so many decimals: the printed text where there is one that is possible, else the point. */
  const printedOf = (known: Known, decimals: number): Fraction => {
    const own = known.given === undefined ? undefined : parseDecimal(known.given)
    return round(own ?? (known.point as Fraction), decimals)
  }

  const varianceOf = (known: Known, key: Omit<Key, 'period'>): Fraction | undefined => {
    if (!known.counts || !known.point || known.base === undefined) return undefined
    const item = itemOf(key.item)
    const squares = [...worth(key.metric, item, key.options)].map(([id, each]) =>
      mul(mul(each, each), fraction(known.counts?.get(id) ?? 0n)),
    )
    return sub(div(sum(squares), fraction(known.base)), mul(known.point, known.point))
  }

  const verdictOf = (key: Omit<Key, 'period'>, before: Known, after: Known): Verdict => {
    const least30 = BigInt(given.minimumBaseForChange)
    // One side that is known to be too few is enough.
    if ([before.base, after.base].some((base) => base !== undefined && base < least30)) return 'tooFew'
    if (before.base === undefined || after.base === undefined) return 'unknown'
    const { zMin, zMax } = certaintyBounds(
      { n: before.base, range: before.range as Range, variance: varianceOf(before, key) },
      { n: after.base, range: after.range as Range, variance: varianceOf(after, key) },
      gridOf(key.metric, itemOf(key.item)),
    )
    const limit = fraction(38416, 10000)
    if (isAtLeast(zMin, limit)) return 'certain'
    return isAtLeast(zMax, limit) ? 'undecidable' : 'never'
  }

  /**
   * Which terms a total's change has, each as a range: over the groups that the change is over, and so over those of each part. Parts that
   * are not shown are one class, of which a reader knows what the whole and the shown parts leave. undefined: the parts do not give it.
   */
  const decompositionOf = (key: Omit<Key, 'period'>, from: string, to: string) => {
    const segment = segmentOf(key.segment)
    if (!segment?.parts.length || !segment.complete || segment.overlap) return undefined
    const { common, leftOut } = groupsOf(segment, [from, to], key.item, key.provider)
    const nodeIn = (period: string) => {
      const node = treeOf({ ...key, period }).byId.get(segment.id)
      return node && leftOut.length ? restricted(node, new Set(common)) : node
    }
    const [t1, t2] = [nodeIn(from), nodeIn(to)]
    if (!t1?.range || !t2?.range) return undefined
    const full: [Range, Range] = [t1.range, t2.range]
    const isTold = (part: Segment) =>
      [from, to].every((period, at) => {
        const isReduced = groupsOf(part, [from, to], key.item, key.provider).leftOut.length > 0
        const base = (at === 0 ? t1 : t2).parts.find((it) => it.segment.id === part.id)?.base
        const isSmall = base !== undefined && base > 0n && base < BigInt(given.minimumBase)
        const cell = cellKey(part.id, key.provider, period, key.item)
        return !isSmall && !hidden.has(commonKey(cell, isReduced ? [to, from][at] : undefined))
      })
    const sidesOf = ({ id }: Segment): Sides => ({
      one: t1.parts.find((part) => part.segment.id === id),
      two: t2.parts.find((part) => part.segment.id === id),
    })
    const measured = segment.parts.filter((part) => sidesOf(part).one || sidesOf(part).two)
    const live = measured.filter(isTold).map(sidesOf)
    if (live.length < measured.length) {
      if (!live.length) return undefined
      const bounds = boundsOf(key.metric, itemOf(key.item))
      const rest = {
        one: restOf(
          t1,
          live.map(({ one }) => one),
          bounds,
        ),
        two: restOf(
          t2,
          live.map(({ two }) => two),
          bounds,
        ),
      }
      if (!rest.one || !rest.two) return undefined
      live.push(rest)
    }
    const knownPart = (node: Node | undefined) =>
      !node || node.status === 'noAnswers' || (node.status === 'ok' && node.range && node.base !== undefined)
    if (live.some(({ one, two }) => !knownPart(one) || !knownPart(two))) return undefined
    const size = (node: Node | undefined) => (node?.status === 'ok' ? (node.base as bigint) : 0n)
    const [n1, n2] = [live.reduce((all, it) => all + size(it.one), 0n), live.reduce((all, it) => all + size(it.two), 0n)]
    if (n1 === 0n || n2 === 0n) return undefined
    const half = fraction(1, 2)
    const terms = live
      .filter(({ one, two }) => size(one) > 0n || size(two) > 0n)
      .map(({ one, two }) => {
        const [w1, w2] = [fraction(size(one), n1), fraction(size(two), n2)]
        return {
          w1,
          w2,
          one: size(one) > 0n ? one : undefined,
          two: size(two) > 0n ? two : undefined,
          mean: mul(add(w1, w2), half),
          shift: sub(w2, w1),
        }
      })
    return {
      within: rangeOfTerm(
        terms.map((t) => (t.one && t.two ? [sub(zero, t.mean), t.mean] : [zero, zero])),
        terms,
        full,
      ),
      mix: rangeOfTerm(
        terms.map((t) => (t.one && t.two ? [mul(t.shift, half), mul(t.shift, half)] : t.one ? [t.shift, zero] : [zero, t.shift])),
        terms,
        full,
      ),
      exact: terms.every((t) => (!t.one || isExact(t.one.range as Range)) && (!t.two || isExact(t.two.range as Range))),
      decimals: Math.min(...[from, to].map((period) => decimalsOf(key.metric, period, key.item))),
      size: terms.length,
      leftOut,
      hasOthers: live.length > measured.filter(isTold).length,
    }
  }

  return {
    given,
    knownOf,
    countOf,
    responseRateOf,
    changeOf,
    differenceOf,
    isReached,
    targetOf,
    decompositionOf,
    isUnanswered,
    isSeenBreak,
    knownOfCommon,
    leftOutOf,
    decimalsOf,
    segmentOf,
    itemOf,
    printedOf,
    isMeasured,
    hasResults,
    cellOf,
  }
}

/** A part, or the class of those that are not shown, in each of two periods. */
type Sides = { one: Node | undefined; two: Node | undefined }

/** What a whole holds besides its shown parts, from no more than is shown: its answers, and what their mean can be. */
const restOf = (whole: Node, shown: (Node | undefined)[], [low, high]: [Fraction, Fraction]): Node | undefined => {
  const answered = shown.filter((it) => it !== undefined && it.status !== 'noAnswers') as Node[]
  if (whole.base === undefined || !whole.range || answered.some(({ base, range }) => base === undefined || !range)) return undefined
  const base = answered.reduce((left, part) => left - (part.base as bigint), whole.base)
  const rest = { segment: whole.segment, parts: [], cell: undefined, measured: true, weighed: false, base }
  if (base < 0n) return undefined
  if (base === 0n) return { ...rest, status: 'noAnswers' }
  const sumOf = ({ base, range }: Node) => times(range as Range, fraction(base as bigint))
  const left = times(answered.map(sumOf).reduce(minus, sumOf(whole)), fraction(1n, base))
  return { ...rest, status: 'ok', range: meet(left, { from: low, to: high, fromIncluded: true, toIncluded: true }) }
}

type Weighed = { w1: Fraction; w2: Fraction; one: Node | undefined; two: Node | undefined }

/** The least and greatest of Σ c₁I₁ + c₂I₂, each period's indices in their ranges and their weighted mean in the whole's. */
const rangeOfTerm = (coefficients: [Fraction, Fraction][] | Fraction[][], terms: Weighed[], wholes: [Range, Range]) => {
  const extreme = (side: 0 | 1, direction: 1 | -1) => {
    const used = terms
      .map((term, at) => ({
        node: side === 0 ? term.one : term.two,
        w: side === 0 ? term.w1 : term.w2,
        c: (coefficients[at] as Fraction[])[side] as Fraction,
      }))
      .filter((it) => it.node)
    const boxes = used.map((it) => ({ w: it.w, c: direction === 1 ? it.c : sub(zero, it.c), range: it.node?.range as Range }))
    const value = greatestOverBox(boxes, wholes[side])
    return direction === 1 ? value : sub(zero, value)
  }
  return { from: add(extreme(0, -1), extreme(1, -1)), to: add(extreme(0, 1), extreme(1, 1)) }
}

/** max Σ c·x over boxes with w·x in a range: one constraint, so the cheapest variables per weight give way first. */
const greatestOverBox = (boxes: { w: Fraction; c: Fraction; range: Range }[], whole: Range): Fraction => {
  const at = boxes.map(({ c, range }) => (sign(c) >= 0 ? range.to : range.from))
  const mean = () => sum(boxes.map(({ w }, i) => mul(w, at[i] as Fraction)))
  const byRatio = boxes.map((_, i) => i).filter((i) => sign((boxes[i] as { w: Fraction }).w) > 0)
  const ratio = (i: number) => div((boxes[i] as { c: Fraction }).c, (boxes[i] as { w: Fraction }).w)
  const give = (order: number[], excess: Fraction, end: 'from' | 'to') => {
    let left = excess
    for (const i of order) {
      if (sign(left) <= 0) break
      const box = boxes[i] as { w: Fraction; range: Range }
      const room = mul(box.w, abs(sub(at[i] as Fraction, box.range[end])))
      const by = least([room, left])
      const step = div(by, box.w)
      at[i] = end === 'from' ? sub(at[i] as Fraction, step) : add(at[i] as Fraction, step)
      left = sub(left, by)
    }
  }
  const over = sub(mean(), whole.to)
  if (sign(over) > 0)
    give(
      [...byRatio].sort((a, b) => cmp(ratio(a), ratio(b))),
      over,
      'from',
    )
  const under = sub(whole.from, mean())
  if (sign(under) > 0)
    give(
      [...byRatio].sort((a, b) => cmp(ratio(b), ratio(a))),
      under,
      'to',
    )
  return sum(boxes.map(({ c }, i) => mul(c, at[i] as Fraction)))
}

type Side = { n: bigint; range: Range; variance: Fraction | undefined }
/** z² with a standard error of nothing as `infinite`. */
export type Square = Fraction | 'infinite'
export const isAtLeast = (square: Square, limit: Fraction) => square === 'infinite' || cmp(square, limit) >= 0

/**
 * Between which squares d/SE must lie. From answers both are the same. From an index and a base alone: the least with the widest
 * variance at the nearest ends; the greatest for each of the two standard errors by itself, then the smaller of the two.
 */
export const certaintyBounds = (one: Side, two: Side, grid: Fraction[]): { zMin: Square; zMax: Square } => {
  const [low, high] = [grid[0] as Fraction, grid[grid.length - 1] as Fraction]
  const widest = (m: Fraction) => mul(sub(high, m), sub(m, low))
  const narrowest = (m: Fraction) => {
    const at = Math.max(
      0,
      grid.findLastIndex((step) => cmp(step, m) <= 0),
    )
    const [below, above] = [grid[at] as Fraction, grid[at + 1] ?? (grid[at] as Fraction)]
    return mul(sub(above, m), sub(m, below))
  }
  const separate = (v1: Fraction, v2: Fraction) =>
    one.n < 2n || two.n < 2n ? undefined : add(div(v1, fraction(one.n - 1n)), div(v2, fraction(two.n - 1n)))
  const pooled = (v1: Fraction, v2: Fraction, d: Fraction) => {
    const [n1, n2] = [fraction(one.n), fraction(two.n)]
    const all = one.n + two.n
    const spread = add(add(mul(n1, v1), mul(n2, v2)), div(mul(mul(n1, n2), mul(d, d)), fraction(all)))
    return mul(div(spread, fraction(all - 1n)), add(div(fraction(1), n1), div(fraction(1), n2)))
  }
  const square = (d: Fraction, error: Fraction | undefined): Square => {
    if (sign(d) === 0 || error === undefined) return zero
    return sign(error) === 0 ? 'infinite' : div(mul(d, d), error)
  }
  const smaller = (a: Square, b: Square): Square => (a === 'infinite' ? b : b === 'infinite' ? a : cmp(a, b) <= 0 ? a : b)
  const larger = (a: Square, b: Square): Square => (smaller(a, b) === a ? b : a)
  const zAt = (m1: Fraction, m2: Fraction, v: (m: Fraction) => Fraction) => {
    const [v1, v2] = [one.variance ?? v(m1), two.variance ?? v(m2)]
    const d = sub(m2, m1)
    return { separate: square(d, separate(v1, v2)), pooled: square(d, pooled(v1, v2, d)) }
  }
  const nearest = (): [Fraction, Fraction] | undefined => {
    if (cmp(one.range.to, two.range.from) < 0) return [one.range.to, two.range.from]
    if (cmp(two.range.to, one.range.from) < 0) return [one.range.from, two.range.to]
    return undefined
  }
  const near = nearest()
  const atNear = near && zAt(near[0], near[1], widest)
  const corners = (range: Range) => [range.from, range.to, ...grid.filter((step) => cmp(step, range.from) > 0 && cmp(step, range.to) < 0)]
  const all = corners(one.range).flatMap((m1) => corners(two.range).map((m2) => zAt(m1, m2, narrowest)))
  return {
    zMin: atNear ? smaller(atNear.separate, atNear.pooled) : zero,
    zMax: smaller(all.map((z) => z.separate).reduce(larger), all.map((z) => z.pooled).reduce(larger)),
  }
}

/** The ends of a term as they may be printed: outward, at the decimals of what it is made from. */
export const outward = (range: { from: Fraction; to: Fraction }, decimals: number) => ({
  from: floor(range.from, decimals),
  to: ceil(range.to, decimals),
})
