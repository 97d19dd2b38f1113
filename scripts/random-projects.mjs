// Made-up projects, each from a seed: the same seed always gives the same files. Behind every number of a project stands one set of people with
// their answers, so a project never contradicts itself; what was counted and what was printed is handed out beside the files.
import { stringify } from 'yaml'

/**
 * @typedef {{ id: string, label: string, score: number | null }} Option `score` null: "don't know"
 * @typedef {{ id: string, label: string, text: string, scale: string, options: Option[] }} Item
 * @typedef {{ id: string, from: string, to: string }} Period
 * @typedef {{
 *   id: string, label: string, short?: string, phrase?: string, detail?: string, partsCalled?: { one: string, many: string },
 *   complete: boolean, overlap: boolean, periods: string[], parent: string | null, parts: Node[]
 * }} Node `periods`: those in which it has answers, what is above it considered
 * @typedef {{ id: string, label: string, kind: 'internal' | 'external', segments: string[] }} Provider
 *
 * @typedef {{ period: string, answers: (number | null)[], memberships: { segment: string, provider: string | null }[], rest: string | null }} Person
 * One person. `answers`: by item, the number of the option or null where nothing was ticked. `memberships`: the leaves the person is in, more
 * than one only under a group that says so (`overlap`). `rest`: in no leaf but in this group, whose parts do not cover it
 *
 * @typedef {Record<string, number>} Counts number of people by option id, also the options that nobody gave
 * @typedef {{ segment: string, provider: string | null, period: string, item: string, counts: Counts }} Cell
 * @typedef {{ numerator: number, denominator: number }} Ratio
 * @typedef {{
 *   file: string, line: number, metric: string, segment: string, provider: string | null, period: string, item: string,
 *   options: string[] | null, text: string, decimals: number, exact: Ratio
 * }} Printed A number as it stands in a file. `exact` is what it was rounded from, in the unit of the text: 84 index points, 43 per cent
 *
 * @typedef {{
 *   items: Item[], periods: Period[], segments: Node[], providers: Provider[], benchmarks: { id: string, label: string }[],
 *   people: Person[],
 *   leaves: Cell[], nodes: Cell[], invited: { segment: string, period: string, count: number }[],
 *   printed: Printed[], sources: { file: string, holds: string, periods: string[], segments: string[], items: string[] }[]
 * }} Truth
 * `segments`: each before its parts. `leaves`: by leaf and provider, `provider` null for answers that name none. `nodes`: all answers of each
 * group (everybody once, also where parts overlap or do not cover it), of each provider in each group, and of each benchmark
 *
 * @typedef {{ maxNodes?: number, maxDepth?: number, maxPeriods?: number, maxItems?: number, largestGroup?: number }} Limits
 */

// ── chance ──

/**
 * mulberry32: a small generator of numbers in [0, 1)
 *
 * @param {number} seed
 */
export function random(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** @typedef {ReturnType<typeof diceOf>} Dice */

/** @param {number} seed */
function diceOf(seed) {
  const next = random(Math.imul(seed + 1, 0x9e3779b1))
  const whole = (/** @type {number} */ from, /** @type {number} */ to) => from + Math.floor(next() * (to - from + 1))
  return {
    /** a whole number, both ends included */
    whole,
    chance: (/** @type {number} */ probability) => next() < probability,
    /** @type {<T>(list: readonly T[]) => T} */
    pick: (list) => /** @type {any} */ (list[whole(0, list.length - 1)]),
    /** @type {<T>(list: readonly T[], probability: number) => T[]} */
    some: (list, probability) => list.filter(() => next() < probability),
    /** the number of a weight, drawn in proportion to the weights */
    weighted: (/** @type {readonly number[]} */ weights) => {
      let left = next() * weights.reduce((sum, weight) => sum + weight, 0)
      const index = weights.findIndex((weight) => {
        left -= weight
        return left < 0
      })
      return index < 0 ? weights.length - 1 : index
    },
    /** @type {<T>(list: readonly T[]) => T[]} */
    shuffled: (list) => {
      const order = [...list]
      for (let last = order.length - 1; last > 0; last--) {
        const other = whole(0, last)
        ;[order[last], order[other]] = /** @type {any} */ ([order[other], order[last]])
      }
      return order
    },
  }
}

// ── words ──

/** @type {Record<string, [id: string, label: string, score: number | null][]>} */
const scales = {
  agreement5: [
    ['stronglyAgree', 'Helt enig', 5],
    ['agree', 'Enig', 4],
    ['neutral', 'Neutral', 3],
    ['disagree', 'Uenig', 2],
    ['stronglyDisagree', 'Helt uenig', 1],
    ['dontKnow', 'Ved ikke', null],
  ],
  satisfaction5: [
    ['verySatisfied', 'Meget tilfreds', 5],
    ['satisfied', 'Tilfreds', 4],
    ['neutral', 'Hverken tilfreds eller utilfreds', 3],
    ['dissatisfied', 'Utilfreds', 2],
    ['veryDissatisfied', 'Meget utilfreds', 1],
    ['dontKnow', 'Ved ikke', null],
  ],
  score5: [
    ['5', '5', 5],
    ['4', '4', 4],
    ['3', '3', 3],
    ['2', '2', 2],
    ['1', '1', 1],
    ['dontKnow', 'Ved ikke', null],
  ],
  smiley4: [
    ['veryHappy', 'Meget glad', 4],
    ['happy', 'Glad', 3],
    ['unhappy', 'Sur', 2],
    ['veryUnhappy', 'Meget sur', 1],
  ],
}

const questions = [
  ['overall', 'Brugertilfredshed', 'Jeg er alt i alt tilfreds med forløbet.', 'agreement5'],
  ['contact', 'Kontakt', 'Jeg er blevet mødt med respekt.', 'agreement5'],
  ['guidance', 'Vejledning', 'Hvor tilfreds er du med vejledningen?', 'satisfaction5'],
  ['mark', 'Karakter', 'Hvilken karakter vil du give tilbuddet?', 'score5'],
  ['mood', 'Humør', 'Hvordan var dit besøg i dag?', 'smiley4'],
]

/** Who a group is for; each is used once in a project, so that all names are different. */
const audiences = [
  ...['unge', 'voksne', 'sygemeldte', 'akademikere', 'nyuddannede', 'seniorer', 'flygtninge', 'forældre', 'studerende', 'selvstændige'],
  ...[
    'fleksjobbere',
    'ufaglærte',
    'faglærte',
    'ledige',
    'dimittender',
    'deltidsansatte',
    'pendlere',
    'ordblinde',
    'iværksættere',
    'vikarer',
  ],
]

const services = [
  ['Forløb for', 'forløbene for'],
  ['Tilbud til', 'tilbuddene til'],
  ['Kurser for', 'kurserne for'],
  ['Mentor for', 'mentorforløbene for'],
]

const providerNames = ['Center Nord', 'Center Syd', 'Broen', 'Kompasset', 'Værkstedet', 'Stien', 'Nystart', 'Fyret']

const plainId = (/** @type {string} */ words) =>
  words.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa').replaceAll(' ', '-')
const capitalised = (/** @type {string} */ words) => words.charAt(0).toUpperCase() + words.slice(1)

// ── the survey ──

/**
 * Years, twelve months over a new year, or half-years, one after the other.
 *
 * @param {Dice} dice
 * @param {number} count
 * @returns {Period[]}
 */
function periodsOf(dice, count) {
  const first = dice.whole(2019, 2022)
  const kind = dice.pick(['year', 'year', 'school', 'half'])
  return Array.from({ length: count }, (_, index) => {
    const year = first + index
    if (kind === 'year') return { id: `${year}`, from: `${year}-01-01`, to: `${year}-12-31` }
    if (kind === 'school') return { id: `${year}-${String(year + 1).slice(2)}`, from: `${year}-10-01`, to: `${year + 1}-09-30` }
    const [ofYear, half] = [first + Math.floor(index / 2), (index % 2) + 1]
    return { id: `${ofYear}-h${half}`, from: `${ofYear}-0${half === 1 ? 1 : 7}-01`, to: half === 1 ? `${ofYear}-06-30` : `${ofYear}-12-31` }
  })
}

/**
 * @param {Dice} dice
 * @param {number} count
 * @returns {Item[]}
 */
function itemsOf(dice, count) {
  return dice
    .shuffled(questions)
    .slice(0, count)
    .map(([id = '', label = '', text = '', scale = '']) => ({
      ...{ id, label, text, scale },
      options: (scales[scale] ?? []).map(([option, name, score]) => ({ id: option, label: name, score })),
    }))
}

/**
 * A tree of groups. One way from the root to a leaf has answers in every period.
 *
 * @param {Dice} dice
 * @param {Required<Limits>} limits
 * @param {Period[]} periods
 * @returns {{ root: Node, benchmarks: { id: string, label: string }[] }}
 */
function treeOf(dice, { maxNodes, maxDepth }, periods) {
  const names = dice.shuffled(audiences)
  const depth = dice.whole(1, maxDepth)
  const wanted = depth === 1 ? 1 : dice.whole(Math.min(2, maxNodes), maxNodes)
  let left = wanted
  /** @type {(parent: Node | null, isAnchor: boolean) => Node} */
  const node = (parent, isAnchor) => {
    left--
    const audience = names.pop() ?? ''
    const [title = '', phrase = ''] = dice.pick(services)
    const own = parent ? parent.periods : periods.map(({ id }) => id)
    const kept = !isAnchor && own.length > 1 && dice.chance(0.12) ? dice.some(own, 0.6) : own
    return {
      id: parent ? plainId(audience) : 'all',
      label: parent ? `${title} ${audience}` : 'Kommunens egne centre og eksterne leverandører',
      ...(dice.chance(0.6) && { short: parent ? capitalised(audience) : 'Samlet' }),
      ...(dice.chance(0.7) && { phrase: parent ? `${phrase} ${audience}` : 'beskæftigelsestilbuddene' }),
      ...(dice.chance(0.25) && { detail: `For borgere, der er henvist til ${phrase} ${audience}` }),
      ...{ complete: true, overlap: false, periods: kept.length > 0 ? kept : own, parent: parent?.id ?? null, parts: [] },
    }
  }
  const root = node(null, true)
  let anchor = root
  /** @type {{ at: Node, level: number }[]} */
  const open = depth > 1 ? [{ at: root, level: 1 }] : []
  while (left > 0 && open.length > 0) {
    const { at, level } = dice.chance(0.5) ? /** @type {any} */ (open.shift()) : /** @type {any} */ (open.pop())
    const count = Math.min(left, dice.weighted([0, 1, 5, 5, 3, 2, 1]))
    for (let made = 0; made < count; made++) {
      const isAnchor = at === anchor && made === 0
      const part = node(at, isAnchor)
      at.parts.push(part)
      if (level + 1 < depth) open.push({ at: part, level: level + 1 })
    }
    if (at === anchor) anchor = at.parts[0] ?? anchor
    const isOpenEnded = dice.weighted([80, 12, 8])
    Object.assign(at, { complete: isOpenEnded !== 1, overlap: isOpenEnded === 2 })
    if (dice.chance(0.3)) at.partsCalled = { one: 'målgruppe', many: 'målgrupper' }
  }
  const benchmarks = dice.chance(0.25)
    ? [
        { id: 'andre', label: 'Alle kommuner' },
        { id: 'nabo', label: 'Nabokommunen' },
      ]
    : []
  return { root, benchmarks: benchmarks.slice(0, dice.whole(1, 2)) }
}

/** @type {(node: Node) => Node[]} */
const nodesUnder = (node) => [node, ...node.parts.flatMap(nodesUnder)]
/** @type {(node: Node) => Node[]} */
const leavesUnder = (node) => nodesUnder(node).filter(({ parts }) => parts.length === 0)

/**
 * Providers, each in one to three leaves. A leaf has all its answers by provider, or some, or none.
 *
 * @param {Dice} dice
 * @param {Node[]} leaves
 */
function providersOf(dice, leaves) {
  /** @type {Provider[]} */
  const providers = (dice.chance(0.45) ? providerNames.slice(0, dice.whole(1, 6)) : []).map((label) => ({
    ...{ id: plainId(label), label, kind: dice.pick(/** @type {const} */ (['internal', 'external'])) },
    segments: dice.shuffled(leaves.map(({ id }) => id)).slice(0, dice.whole(1, 3)),
  }))
  const namedShare = new Map(leaves.map(({ id }) => [id, dice.pick([1, 1, 1, 0.7])]))
  return { providers, namedShare }
}

// ── the people ──

/**
 * How many people a group has in a period, and how they tend to answer. A few groups are tiny, empty, or know nothing.
 *
 * @param {Dice} dice
 * @param {number} largestGroup
 * @param {number} [mood] from 0, all choose the worst answer, to 1, all the best
 */
function temperOf(dice, largestGroup, mood = dice.whole(15, 90) / 100) {
  const kind = dice.weighted([76, 14, 5, 5])
  const size = [Math.round(8 + (largestGroup - 8) * dice.whole(0, 100) ** 2 * 1e-4), dice.whole(1, 6), 0, dice.whole(1, 12)][kind] ?? 0
  return { size, knowsNothing: kind === 3, mood, uncertain: dice.pick([0, 0.03, 0.1]) }
}

/**
 * @param {Dice} dice
 * @param {Item[]} items
 * @param {ReturnType<typeof temperOf>} temper
 */
function answersOf(dice, items, { knowsNothing, mood, uncertain }) {
  return items.map(({ options }) => {
    const unsure = options.findIndex(({ score }) => score === null)
    if (knowsNothing) return unsure < 0 ? null : unsure
    if (dice.chance(0.04)) return null
    if (unsure >= 0 && dice.chance(uncertain)) return unsure
    const scored = options.filter(({ score }) => score !== null)
    return dice.weighted(scored.map((_, index) => mood ** index * (1 - mood) ** (scored.length - 1 - index) + 0.01))
  })
}

/** @type {(node: Node, one: string, other: string) => boolean} Whether the smallest group that has both leaves lets a person be in two parts. */
function mayBeInBoth(node, one, other) {
  const within = node.parts.find((part) => [one, other].every((leaf) => leavesUnder(part).some(({ id }) => id === leaf)))
  return within ? mayBeInBoth(within, one, other) : one !== other && node.overlap
}

/**
 * @param {Dice} dice
 * @param {{ root: Node, items: Item[], periods: Period[], providers: Provider[], namedShare: Map<string, number>, largestGroup: number }} survey
 * @returns {Person[]}
 */
function peopleOf(dice, { root, items, periods, providers, namedShare, largestGroup }) {
  /** @type {Person[]} */
  const people = []
  const moods = new Map(nodesUnder(root).map(({ id }) => [id, dice.whole(30, 88)]))
  const moodOf = (/** @type {string} */ id) => ((moods.get(id) ?? 50) + dice.whole(-10, 10)) / 100
  const providerFor = (/** @type {string} */ leaf) => {
    const own = providers.filter(({ segments }) => segments.includes(leaf))
    return own.length > 0 && dice.chance(namedShare.get(leaf) ?? 1) ? dice.pick(own).id : null
  }
  for (const [index, { id: period }] of periods.entries()) {
    for (const node of nodesUnder(root).filter((each) => each.periods.includes(period))) {
      const isLeaf = node.parts.length === 0
      if (!isLeaf && node.complete) continue
      const temper = temperOf(dice, largestGroup, moodOf(node.id))
      // The first leaf of a period is no empty one: a period without any answers is no period.
      const size = isLeaf && people.filter((each) => each.period === period).length === 0 ? Math.max(temper.size, 12 + index) : temper.size
      for (let number = 0; number < size; number++) {
        const memberships = isLeaf ? [{ segment: node.id, provider: providerFor(node.id) }] : []
        people.push({ period, answers: answersOf(dice, items, temper), memberships, rest: isLeaf ? null : node.id })
      }
    }
    for (const node of nodesUnder(root).filter(({ overlap }) => overlap)) {
      const leaves = leavesUnder(node).filter((leaf) => leaf.periods.includes(period))
      const inside = people.filter((each) => each.period === period && leaves.some(({ id }) => id === each.memberships[0]?.segment))
      for (const person of dice.some(inside, 0.15)) {
        const other = dice.pick(leaves).id
        if (person.memberships.every(({ segment }) => mayBeInBoth(root, segment, other)))
          person.memberships.push({ segment: other, provider: providerFor(other) })
      }
    }
  }
  return people
}

// ── what they give ──

/**
 * @param {readonly Person[]} people
 * @param {Item} item
 * @param {number} index of the item
 * @returns {Counts}
 */
function countsOf(people, item, index) {
  const counts = item.options.map(() => 0)
  for (const { answers } of people) {
    const answer = answers[index]
    if (answer !== null && answer !== undefined) counts[answer] = (counts[answer] ?? 0) + 1
  }
  return Object.fromEntries(item.options.map(({ id }, option) => [id, counts[option] ?? 0]))
}

/**
 * The exact value of a metric, in the unit it is printed in; null where nobody gave a valid answer. Shares are per cent of the valid answers.
 *
 * @param {string} metric
 * @param {Item} item
 * @param {Counts} counts
 * @param {string[]} options of a share or count
 * @returns {Ratio | null}
 */
export function exactValue(metric, { options: all }, counts, options = []) {
  const scored = all.flatMap(({ id, score }) => (score === null ? [] : [{ score, count: counts[id] ?? 0 }]))
  const base = scored.reduce((sum, { count }) => sum + count, 0)
  const total = scored.reduce((sum, { score, count }) => sum + score * count, 0)
  const [best, worst] = [Math.max(...scored.map(({ score }) => score)), Math.min(...scored.map(({ score }) => score))]
  const given = (/** @type {string[]} */ ids) => ids.reduce((sum, id) => sum + (counts[id] ?? 0), 0)
  if (metric === 'base') return { numerator: base, denominator: 1 }
  if (metric === 'count') return { numerator: given(options), denominator: 1 }
  if (metric === 'dontKnow') return { numerator: given(all.filter(({ score }) => score === null).map(({ id }) => id)), denominator: 1 }
  if (base === 0) return null
  if (metric === 'indexScore') return { numerator: 100 * (total - base * worst), denominator: base * (best - worst) }
  if (metric === 'mean') return { numerator: total, denominator: base }
  if (metric === 'share') return { numerator: 100 * given(options), denominator: base }
  if (metric === 'topTwoBox') return { numerator: 100 * given(all.slice(0, 2).map(({ id }) => id)), denominator: base }
  throw new Error(`no such metric: ${metric}`)
}

/**
 * A value that is not negative, rounded half up, in digits with the decimal mark.
 *
 * @param {Ratio} value
 * @param {number} decimals
 */
export function printedText({ numerator, denominator }, decimals, mark = ',') {
  const scale = 10n ** BigInt(decimals)
  const rounded = (2n * BigInt(numerator) * scale + BigInt(denominator)) / (2n * BigInt(denominator))
  const fraction = decimals === 0 ? '' : mark + String(rounded % scale).padStart(decimals, '0')
  return `${rounded / scale}${fraction}`
}

/**
 * Everything that was counted: the answers of each group, of each provider in it, and of each benchmark, which has people of its own.
 *
 * @param {Dice} dice
 * @param {Pick<Truth, 'items' | 'periods' | 'segments' | 'providers' | 'benchmarks' | 'people'>} of
 * @returns {Pick<Truth, 'leaves' | 'nodes' | 'invited'>}
 */
function countAll(dice, { items, periods, segments, providers, benchmarks, people }) {
  /** @type {Cell[]} */
  const leaves = []
  /** @type {Cell[]} */
  const nodes = []
  /** @type {Truth['invited']} */
  const invited = []
  for (const { id: period } of periods) {
    const there = people.filter((person) => person.period === period)
    const silent = new Map(segments.map(({ id }) => [id, dice.whole(0, 80)]))
    for (const node of segments.filter((each) => each.periods.includes(period))) {
      const under = new Set(nodesUnder(node).map(({ id }) => id))
      const inside = there.filter(
        ({ memberships, rest }) => (rest !== null && under.has(rest)) || memberships.some(({ segment }) => under.has(segment)),
      )
      const isLeaf = node.parts.length === 0
      const own = providers.filter((provider) => provider.segments.some((id) => under.has(id)))
      const isOf = (/** @type {Person} */ person, /** @type {string | null} */ id) =>
        person.memberships.some(({ segment, provider }) => under.has(segment) && provider === id)
      for (const [index, item] of items.entries()) {
        const about = { segment: node.id, period, item: item.id }
        nodes.push({ ...about, provider: null, counts: countsOf(inside, item, index) })
        for (const { id: provider } of own)
          nodes.push({
            ...about,
            provider,
            counts: countsOf(
              inside.filter((each) => isOf(each, provider)),
              item,
              index,
            ),
          })
        for (const provider of isLeaf ? [null, ...own.map(({ id }) => id)] : [])
          leaves.push({
            ...about,
            provider,
            counts: countsOf(
              inside.filter((each) => isOf(each, provider)),
              item,
              index,
            ),
          })
      }
      const unheard = nodesUnder(node).filter((each) => each.periods.includes(period) && (each.parts.length === 0 || !each.complete))
      invited.push({ segment: node.id, period, count: inside.length + unheard.reduce((sum, { id }) => sum + (silent.get(id) ?? 0), 0) })
    }
    for (const { id: segment } of benchmarks) {
      const temper = { ...temperOf(dice, 400), size: dice.whole(200, 900), knowsNothing: false }
      const others = Array.from({ length: temper.size }, () => ({
        period,
        answers: answersOf(dice, items, temper),
        memberships: [],
        rest: null,
      }))
      for (const [index, item] of items.entries())
        nodes.push({ segment, provider: null, period, item: item.id, counts: countsOf(others, item, index) })
    }
  }
  return { leaves, nodes, invited }
}

// ── files ──

/** @typedef {{ name: string, headings: string[], rows: string[][], constants: Record<string, string>, holds: string }} File */

/**
 * What a file writer needs: the truth, chance, and where to note what is printed.
 *
 * @typedef {{ dice: Dice, truth: Truth, mark: string, usesConstants: boolean, decimals: () => number, nameOf: (id: string) => string }} Desk
 */

/**
 * The leading cells of a row and their headings, as far as the file needs them.
 *
 * @param {Desk} desk
 * @param {{ period: string | null, hasProviders: boolean, hasItems: boolean, dates: boolean }} shape `period`: the only one of the file
 */
function leadOf({ dice, truth, usesConstants, nameOf }, { period, hasProviders, hasItems, dates }) {
  const isConstant = usesConstants && period !== null && !dates
  const when = isConstant ? [] : [dates ? dice.pick(['dato', 'Dato']) : 'periode']
  const group = dice.pick(['målgruppe', 'Målgruppe', 'gruppe', 'tilbud'])
  const isIso = dice.chance(0.3)
  const dateIn = (/** @type {string} */ id) => {
    const { from = '', to = '' } = truth.periods.find((each) => each.id === id) ?? {}
    const day = new Date(Date.parse(from) + dice.whole(0, (Date.parse(to) - Date.parse(from)) / 86_400_000) * 86_400_000)
      .toISOString()
      .slice(0, 10)
    return isIso ? day : day.split('-').reverse().join('-')
  }
  const [labels, byId] = [new Map(truth.items.map(({ id, label }) => [id, label])), dice.chance(0.1)]
  const providers = new Map(truth.providers.map(({ id, label }) => [id, label]))
  return {
    constants: /** @type {Record<string, string>} */ (isConstant ? { period } : {}),
    headings: [...when, group, ...(hasProviders ? ['leverandør'] : []), ...(hasItems ? ['spørgsmål'] : [])],
    /** @param {{ segment: string, provider?: string | null, period: string, item?: string }} about */
    cells: ({ segment, provider, period: of, item }) => [
      ...(isConstant ? [] : [dates ? dateIn(of) : of]),
      byId ? segment : nameOf(segment),
      ...(hasProviders ? [providers.get(provider ?? '') ?? ''] : []),
      ...(hasItems ? [labels.get(item ?? '') ?? ''] : []),
    ],
  }
}

/**
 * Answers, a row a person and leaf (wide) or a row an answer (long).
 *
 * @param {Desk} desk
 * @param {string} period
 * @param {string[]} segments leaves
 * @param {Item[]} items
 * @returns {File}
 */
function answersFile(desk, period, segments, items) {
  const { dice, truth } = desk
  const isWide = dice.chance(0.6)
  const hasProviders = truth.providers.some((provider) => provider.segments.some((id) => segments.includes(id)))
  const lead = leadOf(desk, { period, hasProviders, hasItems: !isWide, dates: dice.chance(0.7) })
  const wordOf = (/** @type {Item} */ item, /** @type {Person | null} */ person) => {
    const answer = person?.answers[truth.items.indexOf(item)]
    return answer === null || answer === undefined ? '' : (item.options[answer]?.label ?? '')
  }
  const rowsOf = (
    /** @type {{ segment: string, provider: string | null }} */ { segment, provider },
    /** @type {Person | null} */ person,
  ) =>
    isWide
      ? [[...lead.cells({ segment, provider, period }), ...items.map((item) => wordOf(item, person))]]
      : items.map((item) => [...lead.cells({ segment, provider, period, item: item.id }), wordOf(item, person)])
  const rows = segments.flatMap((segment) => {
    const inside = truth.people.flatMap((person) =>
      person.period === period ? person.memberships.filter((each) => each.segment === segment).flatMap((each) => rowsOf(each, person)) : [],
    )
    // A leaf that nobody has answered for is there all the same, with a row that says nothing.
    return inside.length > 0 ? inside : rowsOf({ segment, provider: null }, null)
  })
  const headings = [...lead.headings, ...(isWide ? items.map(({ label }) => label) : ['svar'])]
  return {
    name: `svar-${period}`,
    headings,
    rows: dice.chance(0.5) ? dice.shuffled(rows) : rows,
    constants: lead.constants,
    holds: 'answers',
  }
}

/**
 * Counts, a column an option (wide; then the items have one scale) or a row an option (long).
 *
 * @param {Desk} desk
 * @param {string} period
 * @param {string[]} segments leaves
 * @param {Item[]} items
 * @returns {File}
 */
function countsFile(desk, period, segments, items) {
  const { dice, truth } = desk
  const isWide = dice.chance(0.5) && new Set(items.map(({ scale }) => scale)).size === 1
  const hasProviders = truth.providers.some((provider) => provider.segments.some((id) => segments.includes(id)))
  const lead = leadOf(desk, { period, hasProviders, hasItems: truth.items.length > 1 || dice.chance(0.5), dates: false })
  const options = items[0]?.options ?? []
  const rows = truth.leaves
    .filter((cell) => cell.period === period && segments.includes(cell.segment) && items.some(({ id }) => id === cell.item))
    // Of a provider, or of nobody in particular, nothing is told where there is nothing to tell.
    .filter((cell, _, all) => Object.values(cell.counts).some((count) => count > 0) || isOnlyOf(cell, all))
    .flatMap((cell) => {
      const item = items.find(({ id }) => id === cell.item)
      return isWide
        ? [[...lead.cells(cell), ...options.map(({ id }) => String(cell.counts[id] ?? 0))]]
        : (item?.options ?? []).map(({ id, label }) => [...lead.cells(cell), label, String(cell.counts[id] ?? 0)])
    })
  const headings = [...lead.headings, ...(isWide ? options.map(({ label }) => label) : ['svar', 'antal'])]
  return { name: `antal-${period}`, headings, rows, constants: lead.constants, holds: 'counts' }
}

/** @type {(cell: Cell, all: Cell[]) => boolean} The row that stands for a leaf and item that nobody has answered. */
function isOnlyOf(cell, all) {
  const same = all.filter(({ segment, item }) => segment === cell.segment && item === cell.item)
  return cell.provider === null && same.every(({ counts }) => Object.values(counts).every((count) => count === 0))
}

/**
 * What is printed of a cell: each value with its metric and options.
 *
 * @typedef {{ metric: string, options: string[] | null }} Measure
 * @type {Record<string, string>}
 */
const metricNames = {
  ...{
    indexScore: 'indekstal',
    mean: 'gennemsnit',
    share: 'andel',
    topTwoBox: 'andel i de to bedste svar',
    count: 'antal af svarmuligheden',
  },
  ...{ dontKnow: 'antal ved ikke', invited: 'inviterede', responseRate: 'svarprocent', base: 'antal svar' },
}

/**
 * Printed figures: a column a metric (wide), or a row a number (long), with the number of answers beside it or not.
 *
 * @param {Desk} desk
 * @param {string} name
 * @param {Cell[]} cells
 * @param {Measure[]} measures
 * @param {{ hasBase: boolean, decimals: number }} print
 * @returns {File}
 */
function publishedFile(desk, name, cells, measures, { hasBase, decimals }) {
  const { dice, truth, mark } = desk
  const takesOptions = measures.some(({ options }) => options !== null)
  const isLong = takesOptions || dice.chance(0.3)
  const hasItems = truth.items.length > 1 || dice.chance(0.4)
  const periods = new Set(cells.map(({ period }) => period))
  const lead = leadOf(desk, {
    ...{ period: periods.size === 1 ? [...periods].join() : null, hasItems, dates: false },
    hasProviders: cells.some(({ provider }) => provider !== null),
  })
  const file = `data/${name}.csv`
  /** @type {string[][]} */
  const rows = []
  /** @type {(cell: Cell, measure: Measure, shown: number) => string} Notes what is printed in the row that comes next. */
  const print = (cell, { metric, options }, shown) => {
    const { counts, ...about } = cell
    const item = truth.items.find(({ id }) => id === cell.item)
    const value = item ? exactValue(metric, item, counts, options ?? []) : null
    if (!value) return ''
    const digits = metric === 'base' ? 0 : metric === 'mean' ? Math.min(2, shown + 1) : shown
    const text = printedText(value, digits, mark)
    truth.printed.push({ ...about, file, line: rows.length + 2, metric, options, text, decimals: digits, exact: value })
    return text
  }
  for (const cell of cells) {
    const item = truth.items.find(({ id }) => id === cell.item)
    const isEmpty = item !== undefined && exactValue('base', item, cell.counts)?.numerator === 0
    const baseCell = () => (hasBase || isEmpty ? print(cell, { metric: 'base', options: null }, 0) : '')
    const nameOfOption = (/** @type {string[] | null} */ ids) =>
      (ids ?? []).map((id) => item?.options.find((option) => option.id === id)?.label).join('+')
    if (isEmpty && isLong) rows.push([...lead.cells(cell), ...(takesOptions ? [''] : []), metricNames.base ?? '', baseCell(), ''])
    else if (!isLong)
      rows.push([...lead.cells(cell), ...measures.map((measure) => (isEmpty ? '' : print(cell, measure, decimals))), baseCell()])
    else
      for (const measure of measures) {
        const value = print(cell, measure, decimals)
        const option = takesOptions ? [nameOfOption(measure.options)] : []
        rows.push([...lead.cells(cell), ...option, metricNames[measure.metric] ?? '', value, baseCell()])
      }
  }
  const long = [...(takesOptions ? ['svar'] : []), 'nøgletal', 'værdi', 'antal svar']
  const wide = [...measures.map(({ metric }) => metricNames[metric] ?? ''), 'antal svar']
  return { name, headings: [...lead.headings, ...(isLong ? long : wide)], rows, constants: lead.constants, holds: 'published' }
}

/**
 * Which numbers a file of printed figures has.
 *
 * @param {Dice} dice
 * @param {Item[]} items
 * @returns {Measure[]}
 */
function measuresOf(dice, items) {
  const plain = (/** @type {string} */ metric) => ({ metric, options: null })
  const first = dice.chance(0.93) ? [plain('indexScore')] : [plain('mean')]
  const more = dice.some([plain('topTwoBox'), ...(first[0]?.metric === 'mean' ? [] : [plain('mean')])], 0.15)
  const isOneScale = new Set(items.map(({ scale }) => scale)).size === 1
  const scored = isOneScale ? (items[0]?.options ?? []).filter(({ score }) => score !== null) : []
  const shares = dice.chance(0.15) ? scored.map(({ id }) => ({ metric: 'share', options: [id] })) : []
  return [...first, ...more, ...shares]
}

/**
 * The groups whose numbers are printed for a period that is known from print: every leaf, and as chance has it what is above them.
 *
 * @param {Desk} desk
 * @param {string} period
 * @param {string[]} leaves
 */
function printedCells({ dice, truth }, period, leaves) {
  const above = dice.some(
    truth.segments.filter(({ parts, periods }) => parts.length > 0 && periods.includes(period)).map(({ id }) => id),
    0.6,
  )
  const split = dice.chance(0.4) ? leaves.filter((leaf) => isAllNamed(truth, period, leaf)) : []
  return (/** @type {Item[]} */ items) =>
    truth.nodes.filter(
      (cell) =>
        cell.period === period &&
        items.some(({ id }) => id === cell.item) &&
        (cell.provider === null ? leaves.includes(cell.segment) || above.includes(cell.segment) : split.includes(cell.segment)),
    )
}

/** @type {(truth: Truth, period: string, leaf: string) => boolean} Whether every answer of a leaf names its provider. */
function isAllNamed({ people, providers }, period, leaf) {
  const own = people
    .filter((person) => person.period === period)
    .flatMap(({ memberships }) => memberships.filter(({ segment }) => segment === leaf))
  return providers.some(({ segments }) => segments.includes(leaf)) && own.every(({ provider }) => provider !== null)
}

/**
 * The files of a period. Where it is counted, some of it may be known from print instead: some leaves, or the last item; and printed figures
 * may stand beside the counted ones.
 *
 * @param {Desk} desk
 * @param {Period} period
 * @param {string} kind
 * @returns {File[]}
 */
function filesOfPeriod(desk, { id: period }, kind) {
  const { dice, truth } = desk
  const leaves = truth.segments.filter(({ parts, periods }) => parts.length === 0 && periods.includes(period)).map(({ id }) => id)
  const printOf = () => ({ hasBase: dice.chance(0.98), decimals: desk.decimals() })
  const published = (/** @type {string} */ name, /** @type {string[]} */ segments, /** @type {Item[]} */ items) =>
    publishedFile(desk, `${name}-${period}`, printedCells(desk, period, segments)(items), measuresOf(dice, items), printOf())
  if (kind === 'published') return [published('tal', leaves, truth.items)]

  const isLeafwise = leaves.length > 1 && dice.chance(0.15)
  const fromPrint = isLeafwise ? leaves.slice(1).filter(() => dice.chance(0.4)) : []
  const isItemwise = !isLeafwise && truth.items.length > 1 && dice.chance(0.15)
  const items = isItemwise ? truth.items.slice(0, -1) : truth.items
  const counted = leaves.filter((leaf) => !fromPrint.includes(leaf))
  const write = kind === 'answers' ? answersFile : countsFile
  const files = [write(desk, period, counted, items)]
  if (fromPrint.length > 0) files.push(published('tal', fromPrint, truth.items))
  if (isItemwise) files.push(published('tal', leaves, truth.items.slice(-1)))
  if (!isItemwise && fromPrint.length === 0 && dice.chance(0.25)) {
    const cells = truth.nodes.filter((cell) => cell.period === period && cell.provider === null && leaves.length > 0)
    const shown = dice.some([...new Set(cells.map(({ segment }) => segment))], 0.5)
    const own = cells.filter(({ segment }) => shown.includes(segment) && truth.segments.some(({ id }) => id === segment))
    if (own.length > 0) files.push(publishedFile(desk, `trykt-${period}`, own, measuresOf(dice, items), printOf()))
  }
  return files
}

/**
 * How many were invited, and now and then the response rate.
 *
 * @param {Desk} desk
 * @returns {File}
 */
function invitedFile(desk) {
  const { dice, truth, mark } = desk
  const lead = leadOf(desk, { period: null, hasProviders: false, hasItems: false, dates: false })
  const [item] = truth.items
  const [tellsNodes, tellsInvited, decimals] = [dice.chance(0.4), dice.chance(0.95), dice.whole(0, 2)]
  const tellsRate = !tellsInvited || dice.chance(0.4)
  /** @type {string[][]} */
  const rows = []
  for (const { segment, period, count } of truth.invited) {
    const isLeaf = truth.segments.some(({ id, parts }) => id === segment && parts.length === 0)
    const cell = truth.nodes.find(
      (each) => each.segment === segment && each.period === period && each.provider === null && each.item === item?.id,
    )
    if (!item || !cell || !(isLeaf || tellsNodes)) continue
    const print = (/** @type {string} */ metric, /** @type {Ratio} */ exact, /** @type {number} */ shown) => {
      const text = printedText(exact, shown, mark)
      const about = { segment, provider: null, period, item: item.id, options: null }
      truth.printed.push({ ...about, file: 'data/inviterede.csv', line: rows.length + 2, metric, text, decimals: shown, exact })
      rows.push([...lead.cells({ segment, period }), metricNames[metric] ?? '', text])
    }
    const answered = exactValue('base', item, cell.counts)?.numerator ?? 0
    if (tellsInvited) print('invited', { numerator: count, denominator: 1 }, 0)
    if (tellsRate && count > 0) print('responseRate', { numerator: 100 * answered, denominator: count }, decimals)
  }
  return { name: 'inviterede', headings: [...lead.headings, 'nøgletal', 'værdi'], rows, constants: lead.constants, holds: 'published' }
}

/**
 * What others have printed of our numbers: index scores and their changes.
 *
 * @param {Desk} desk
 * @returns {string}
 */
function claimsText({ dice, truth, mark }) {
  const [item] = truth.items
  /** @type {string[]} */
  const lines = []
  for (const { id: segment } of dice.some(truth.segments, 0.5)) {
    /** @type {{ period: string, text: string }[]} */
    const told = truth.periods.flatMap(({ id: period }) => {
      const cell = truth.nodes.find(
        (each) => each.segment === segment && each.period === period && each.item === item?.id && each.provider === null,
      )
      const value = cell && item ? exactValue('indexScore', item, cell.counts) : null
      return value ? [{ period, text: printedText(value, 0, mark) }] : []
    })
    const [before, after] = told.slice(-2)
    if (after) lines.push(`indexScore/${segment}/${after.period};${after.text};Konklusion`)
    if (before && after) lines.push(`indexScore/${segment}/${before.period};${before.text};Konklusion`)
    if (before && after)
      lines.push(`change/indexScore/${segment}/${before.period}..${after.period};${Number(after.text) - Number(before.text)};Tabel 1`)
  }
  return ['figure;value;place', ...lines, ''].join('\n')
}

// ── the project file ──

/** @type {(node: Node, dice: Dice, allowed: string[]) => object} */
function segmentEntry({ parent: _parent, parts, complete, overlap, periods, ...words }, dice, allowed) {
  return {
    ...words,
    ...(!complete && { complete }),
    ...(overlap && { overlap }),
    ...(periods.length < allowed.length && { periods }),
    ...(parts.length > 0 && { parts: parts.map((part) => segmentEntry(part, dice, periods)) }),
  }
}

/**
 * @param {Dice} dice
 * @param {Truth} truth
 */
function documentsOf(dice, { periods, segments }) {
  const chosen = periods.filter((_, index) => index === periods.length - 1 || dice.chance(0.2))
  return chosen.map(({ id, to }) => {
    const earlier = periods
      .slice(
        0,
        periods.findIndex((period) => period.id === id),
      )
      .map((period) => period.id)
    const compareWith = dice.chance(0.15) ? 'none' : dice.chance(0.2) && earlier.length > 0 ? dice.pick(earlier) : null
    const explained = dice.some(segments, 0.05).map((segment) => [segment.id, 'Det kan skyldes en omlægning af tilbuddet.'])
    return {
      ...{ template: 'orientering', period: id },
      ...(compareWith !== null && { compareWith }),
      ...(dice.chance(0.25) && { formats: [dice.pick(['html', 'pdf'])] }),
      ...(dice.chance(0.25) && { changeBasis: 'unrounded' }),
      fields: {
        date: `${Number(to.slice(0, 4)) + 1}-02-03`,
        ...(dice.chance(0.5) && { f2Case: '2024 - 10001', f2Document: '0012345' }),
        ...(dice.chance(0.3) && { caseworker: 'Kim Eksempel' }),
        ...(dice.chance(0.3) && { committee: 'Beskæftigelsesudvalget' }),
      },
      ...(explained.length > 0 && { explanations: Object.fromEntries(explained) }),
    }
  })
}

/**
 * @param {Dice} dice
 * @param {Truth} truth
 */
function targetsOf(dice, { segments, items }) {
  const metric = dice.pick(['indexScore', 'indexScore', 'topTwoBox', 'mean', 'responseRate'])
  const value = {
    indexScore: dice.whole(40, 90),
    topTwoBox: dice.whole(40, 90),
    mean: dice.whole(22, 38) / 10,
    responseRate: dice.whole(20, 60),
  }[metric]
  return dice.chance(0.3)
    ? dice
        .some(segments, 0.4)
        .map(({ id: segment }) => ({ segment, item: items[0]?.id, metric, value, ...(dice.chance(0.3) && { basis: 'printed' }) }))
    : []
}

/**
 * @param {Desk} desk
 * @param {Node} root
 * @param {File[]} files
 */
function projectText({ dice, truth, usesConstants }, root, files) {
  const { items, periods, providers, benchmarks } = truth
  const targets = targetsOf(dice, truth)
  const data = files.map(({ name, constants }) =>
    Object.keys(constants).length > 0 ? { file: `data/${name}.csv`, ...constants } : `data/${name}.csv`,
  )
  return stringify({
    locale: 'da',
    sender: {
      organisation: 'Eksempel Kommune',
      ...(dice.chance(0.5) && { administration: 'Arbejdsmarkedsforvaltningen', office: 'Analyse og Udbud' }),
    },
    survey: {
      title: 'Brugertilfredshed med beskæftigelsestilbud',
      ...(dice.chance(0.5) && { credit: 'Opdigtede svar' }),
      ...(dice.chance(0.3) && { minimumBase: dice.whole(1, 10) }),
      ...(dice.chance(0.2) && { minimumBaseForChange: dice.whole(10, 50) }),
      items: items.map(({ options: _, ...item }) => item),
      periods: periods.map(({ from, to }) => ({ from, to })),
      segments: segmentEntry(
        root,
        dice,
        periods.map(({ id }) => id),
      ),
      ...(providers.length > 0 && { providers }),
      ...(benchmarks.length > 0 && { benchmarks }),
      ...(targets.length > 0 && { targets }),
    },
    ...((usesConstants || dice.chance(0.2)) && { data }),
    documents: documentsOf(dice, truth),
  })
}

/**
 * A text of the author's own, with a number by name where one group surely has it in every period.
 *
 * @param {Dice} dice
 * @param {Truth} truth
 */
function sectionText(dice, { nodes, segments, items, periods }) {
  const sure = segments.find(({ id }) =>
    periods.every(({ id: period }) => {
      const cell = nodes.find(
        (each) => each.segment === id && each.period === period && each.item === items[0]?.id && each.provider === null,
      )
      return items[0] && cell && (exactValue('base', items[0], cell.counts)?.numerator ?? 0) >= 10
    }),
  )
  const number =
    sure && sure.parts.length === 0 && dice.chance(0.6) ? `\n\n${sure.label} har et indekstal på {{indexScore "${sure.id}"}}.` : ''
  return `Forvaltningen drøfter resultaterne med leverandører og centre.${number}\n${dice.chance(0.5) ? '\n{{standard}}\n' : ''}`
}

/**
 * @param {Dice} dice
 * @param {File} file
 * @param {string} separator
 */
function csvText(dice, { headings, rows }, separator) {
  const quoted = (/** @type {string} */ cell) => (cell.includes(separator) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell)
  const [lineEnd, mark] = [dice.pick(['\n', '\r\n']), dice.chance(0.3) ? '\uFEFF' : '']
  return mark + [headings, ...rows].map((row) => row.map(quoted).join(separator) + lineEnd).join('')
}

/**
 * A project, and what is true of it.
 *
 * ```js
 * const { files, truth } = randomProject(17)
 * files['notat.yaml'] // and data/svar-2024.csv, sections/videre-proces.md, …
 * truth.nodes.find(({ segment, period }) => segment === 'all' && period === '2024').counts // { agree: 31, … }
 * ```
 *
 * @param {number} seed
 * @param {Limits} [options]
 * @returns {{ seed: number, files: Record<string, string>, truth: Truth }}
 */
export function randomProject(seed, options = {}) {
  const limits = { maxNodes: 12, maxDepth: 4, maxPeriods: 4, maxItems: 3, largestGroup: 160, ...options }
  const dice = diceOf(seed)
  const periods = periodsOf(dice, dice.whole(1, limits.maxPeriods))
  const items = itemsOf(dice, Math.min(limits.maxItems, dice.pick([1, 1, 2, 3])))
  const { root, benchmarks } = treeOf(dice, limits, periods)
  const segments = nodesUnder(root)
  const { providers, namedShare } = providersOf(dice, leavesUnder(root))
  const people = peopleOf(dice, { root, items, periods, providers, namedShare, largestGroup: limits.largestGroup })
  const counted = countAll(dice, { items, periods, segments, providers, benchmarks, people })
  /** @type {Truth} */
  const truth = { items, periods, segments, providers, benchmarks, people, ...counted, printed: [], sources: [] }

  const labels = new Map([...segments, ...benchmarks].map(({ id, label }) => [id, label]))
  const isDanish = dice.chance(0.85)
  const [separator, mark] = isDanish ? [dice.pick([';', ';', '\t']), ','] : [';', '.']
  const kinds = periods.map(() => dice.pick(['answers', 'answers', 'counts', 'counts', 'published', 'published', 'published']))
  const isMixed = dice.chance(0.06)
  const common = kinds.every((kind) => kind === 'published') ? dice.pick([0, 0, 1, 1, 2]) : 0
  const decimals = () => (isMixed ? dice.whole(0, 2) : common)
  const desk = { dice, truth, mark, decimals, usesConstants: dice.chance(0.2), nameOf: (/** @type {string} */ id) => labels.get(id) ?? id }
  const made = [
    ...periods.flatMap((period, index) => filesOfPeriod(desk, period, kinds[index] ?? '')),
    ...(dice.chance(0.4) ? [invitedFile(desk)] : []),
  ]
  const others = truth.nodes.filter(({ segment }) => benchmarks.some(({ id }) => id === segment))
  if (others.length > 0)
    made.push(publishedFile(desk, 'andre', others, [{ metric: 'indexScore', options: null }], { hasBase: dice.chance(0.5), decimals: 0 }))
  truth.sources.push(...made.map((file) => sourceOf(file, truth)))

  /** @type {Record<string, string>} */
  const files = { 'notat.yaml': projectText(desk, root, made) }
  for (const file of made) files[`data/${file.name}.csv`] = csvText(dice, file, separator ?? ';')
  if (dice.chance(0.25)) files['sections/videre-proces.md'] = sectionText(dice, truth)
  if (dice.chance(0.2)) files['claims/notat.csv'] = claimsText(desk)
  return { seed, files, truth }
}

/** @type {(file: File, truth: Truth) => Truth['sources'][number]} */
function sourceOf({ name, holds, rows, constants, headings }, { segments, periods, items, benchmarks }) {
  const said = new Set(rows.flat())
  const isSaid = (/** @type {{ id: string, label?: string }} */ { id, label }) => said.has(id) || said.has(label ?? id)
  const named = items.filter(isSaid).concat(items.filter(({ label }) => headings.includes(label)))
  return {
    ...{ file: `data/${name}.csv`, holds },
    periods: periods.filter(({ id }) => constants.period === id || said.has(id) || name.endsWith(`-${id}`)).map(({ id }) => id),
    segments: [...segments, ...benchmarks].filter(isSaid).map(({ id }) => id),
    items: (named.length > 0 ? named : items.slice(0, 1)).map(({ id }) => id),
  }
}
