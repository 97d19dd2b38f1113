/** The smallest changes that mend a group of contradictions. */

import type { Assertion } from '../claim.js'
import type { Candidate, Evidence, Finding, Repair } from '../finding.js'
import { compare, exact, hullOf, type Interval, roundForPrint, scaleInterval, toFraction } from '../printed.js'
import { changeHolds, directionHolds } from './changes.js'
import {
  brokenSum,
  contradictionAt,
  countOf,
  countWithin,
  type Loosened,
  levelAtMost,
  levelGivenBy,
  levelOf,
  levelWithin,
  meet,
  type Node,
  nodesOf,
  treeOf,
} from './parts.js'
import {
  assertionsOf,
  type Count,
  endsOf,
  evidenceOf,
  familiesOf,
  figureName,
  intervalOfPrintedFigure,
  metricOf,
  pathOf,
  printedEnds,
  rangeOf,
  type Statement,
  type Statements,
  siblingOf,
  statedInterval,
  statedOf,
} from './statements.js'

/**
 * Contradictions that share figures, the figures that might be changed, and what the rest of the tree leaves for one of
 * them.
 */
type Group = {
  /** ids of the figures at whose nodes something does not hold */
  broken: string[]
  /** stated figures that take part */
  figures: string[]
  /** what a figure may be where some are set free; null where nothing fits. The ends as printed */
  left: (figure: string, free: ReadonlySet<string>) => string[] | null
}

/** Everything that numbers say of each other in print, and what of it does not hold. */
export type Errors = (stated: Statements) => Finding[]

/**
 * Adds to every finding about a total what would mend it. Findings of one group get the same candidates. Whatever else
 * is printed holds with a candidate as it did before; and where one candidate mends more than another, which mends
 * nothing else, the other is none.
 *
 * `follows`: the findings that vanish with the one candidate of another finding, by that finding.
 */
export function withCandidates(
  findings: readonly Finding[],
  stated: Statements,
  errorsIn: Errors,
): { findings: Finding[]; follows: ReadonlyMap<Finding, readonly string[]> } {
  if (!findings.some(isAboutTotal)) return { findings: [...findings], follows: new Map() }
  const groups = [...levelGroups(stated), ...sumGroups(stated)]
  const trials = new Map<string, Trial>()
  const trialOf = (figure: string): Trial => {
    const period = pathOf(figure)?.periods[0] ?? ''
    const known = trials.get(period) ?? trialIn(stated, period, errorsIn)
    trials.set(period, known)
    return known
  }
  const mended = new Map(
    groups.flatMap((group) => {
      const found = farthest(candidatesOf(group, stated, trialOf))
      return group.broken.map((figure) => [figure, found] as const)
    }),
  )
  const follows = new Map<Finding, readonly string[]>()
  const told = findings.map((finding) => {
    const found = isAboutTotal(finding) ? (mended.get(finding.figure) ?? []) : []
    const own = isAboutTotal(finding) ? { ...finding, candidates: found.map(({ candidate }) => candidate) } : finding
    const [only, ...others] = found
    if (only && others.length === 0) follows.set(own, only.mends)
    return own
  })
  return { findings: told, follows }
}

/** A candidate, and the keys of all that it mends. */
type Mended = { candidate: Candidate; mends: readonly string[] }

/** Without those that mend only a part of what another one mends. */
function farthest(all: readonly Mended[]): Mended[] {
  const isPart = (one: Mended, other: Mended) =>
    one.mends.length < other.mends.length && one.mends.every((key) => other.mends.includes(key))
  return all.filter((one) => !all.some((other) => isPart(one, other)))
}

/** What a contradiction is known by when the numbers are others. */
export function keyOfError({ check, figure, found }: Finding): string {
  return `${check} ${figure} ${found.place?.line ?? ''} ${found.place?.page ?? ''}`
}

/**
 * What becomes of the contradictions of one period where figures have other numbers; null where there are new ones.
 */
type Trial = { stated: Statements; mendsWith: (numbers: ReadonlyMap<string, string>) => readonly string[] | null }

function trialIn(all: Statements, period: string, errorsIn: Errors): Trial {
  const isOf = (figure: string) => {
    const periods = pathOf(figure)?.periods ?? []
    return periods.length === 1 && periods[0] === period
  }
  const byFigure = new Map([...all.byFigure].filter(([figure]) => isOf(figure)))
  const intervals = new Map([...all.intervals].filter(([figure]) => byFigure.has(figure)))
  const stated: Statements = { ...all, byFigure, intervals, assertions: assertionsOf(all, 'tableShare') }
  const before = new Set(errorsOf(stated))
  return {
    stated,
    mendsWith: (numbers) => {
      const after = new Set(errorsOf(withNumbers(stated, numbers)))
      return [...after].every((key) => before.has(key)) ? [...before].filter((key) => !after.has(key)) : null
    },
  }
  function errorsOf(tried: Statements): string[] {
    return errorsIn(tried).flatMap((finding) => (finding.kind === 'error' ? [keyOfError(finding)] : []))
  }
}

/** What is stated, with other numbers for some figures, in all the places that print them. */
function withNumbers(stated: Statements, numbers: ReadonlyMap<string, string>): Statements {
  const byFigure = new Map(stated.byFigure)
  const intervals = new Map(stated.intervals)
  let assertions = stated.assertions
  for (const [figure, text] of numbers) {
    const before = statedOf(stated, figure)
    const interval = intervalOfPrintedFigure(figure, text, before[0]?.decimals ?? 0)
    if (!interval) continue
    byFigure.set(
      figure,
      before.map((statement) => (statement.interval ? { ...statement, interval } : statement)),
    )
    intervals.set(figure, interval)
    const percent = metricOf(figure)?.unit === 'share' ? exact(100) : exact(1)
    assertions = assertions.map((each) => (each.kind === 'tableShare' ? withNumber(each, before, scaleInterval(interval, percent)) : each))
  }
  return { ...stated, byFigure, intervals, assertions }
}

/** A count with its share, where one of them or what they are of is another number. */
function withNumber(cell: TableShare, before: readonly Statement[], interval: Interval): TableShare {
  const isHere = (text: string) =>
    before.some((each) => each.text === text && each.place?.line === cell.place.line && each.place?.words === cell.place.words)
  if (cell.base && isBaseOf(cell, before)) return { ...cell, base: { ...cell.base, interval } }
  if (isHere(cell.count.text)) return { ...cell, count: { ...cell.count, interval } }
  return isHere(cell.share.text) ? { ...cell, share: { ...cell.share, interval } } : cell
}

type TableShare = Extract<Assertion, { kind: 'tableShare' }>

/** Whether what the shares of a row are of is one of these statements: the same number of the same table. */
function isBaseOf({ base, caption }: TableShare, statements: readonly Statement[]): boolean {
  return base !== null && statements.some(({ text, table }) => text === base.text && (table ?? null) === caption)
}

function isAboutTotal({ check }: Finding): boolean {
  return check === 'impossible-total' || check === 'base-sum'
}

/** More figures than this are not tried in pairs. */
const mostForPairs = 24

/** Every single figure that mends the group; where none does, every pair. */
function candidatesOf({ figures, left }: Group, stated: Statements, trialOf: (figure: string) => Trial): Mended[] {
  const tryFreeing = (free: string[]): Mended[] => {
    const set = new Set(free)
    const repairs = free.flatMap((figure) => repairOf(figure, left(figure, set), stated))
    if (repairs.length < free.length) return []
    const held = repairs.length === 1 ? heldAlone(repairs, trialOf) : heldTogether(repairs, trialOf)
    return held
      ? [{ candidate: { repairs: held.repairs, support: free.flatMap((figure) => supportOf(figure, stated)) }, mends: held.mends }]
      : []
  }
  const single = figures.flatMap((figure) => tryFreeing([figure]))
  if (single.length > 0 || figures.length > mostForPairs) return single
  return figures.flatMap((one, index) => figures.slice(index + 1).flatMap((other) => tryFreeing([one, other])))
}

type Held = { repairs: Repair[]; mends: readonly string[] }

/** So many numbers from either end are tried. */
const mostTried = 50n

/** One repair, from the lowest to the highest of its numbers with which all else that is printed holds as before. */
function heldAlone([repair]: readonly Repair[], trialOf: (figure: string) => Trial): Held | null {
  if (!repair) return null
  const { figure } = repair
  const trial = trialOf(figure)
  const decimals = (repair.from.split('.')[1] ?? '').length
  const unit = 10n ** BigInt(decimals)
  const unitsOf = (printed: string) => BigInt(printed.replace('.', ''))
  const spelled = (units: bigint) => roundForPrint(exact(units, unit), decimals)
  const mendsAt = (units: bigint) => trial.mendsWith(new Map([[figure, spelled(units)]]))
  const wide = { from: unitsOf(repair.from), to: unitsOf(repair.to) }
  const { from, to } = decimals === 0 ? sharesLeave(figure, wide, trial.stated) : wide
  const firstFrom = (start: bigint, step: 1n | -1n) => {
    for (let at = start, tried = 0n; at >= from && at <= to && tried < mostTried; at += step, tried += 1n) {
      const mends = mendsAt(at)
      if (mends) return { at, mends }
    }
    return null
  }
  const low = firstFrom(from, 1n)
  const high = low && firstFrom(to, -1n)
  if (!low || !high) return null
  const mends = low.mends.filter((key) => high.mends.includes(key))
  return { repairs: [{ ...repair, from: spelled(low.at), to: spelled(high.at) }], mends }
}

/** Several repairs, if all else holds with each of their numbers. */
function heldTogether(repairs: readonly Repair[], trialOf: (figure: string) => Trial): Held | null {
  const [first] = repairs
  const ends = repairs.reduce<[string, string][][]>(
    (ways, { figure, from, to }) =>
      ways.flatMap((way) => (from === to ? [from] : [from, to]).map((text): [string, string][] => [...way, [figure, text]])),
    [[]],
  )
  const mended = first ? ends.map((way) => trialOf(first.figure).mendsWith(new Map(way))) : []
  const [mends, ...others] = mended
  return mends && others.every((each) => each !== null)
    ? { repairs: [...repairs], mends: mends.filter((key) => others.every((each) => each?.includes(key))) }
    : null
}

/** What a number of answers may be for the shares that are printed of it beside their counts. */
function sharesLeave(figure: string, { from, to }: Run, stated: Statements): Run {
  const ofCells = assertionsOf(stated, 'tableShare')
    .filter((cell) => isBaseOf(cell, statedOf(stated, figure)))
    .map(({ count, share }) => ({ count: count.interval, share: scaleInterval(share.interval, exact(1, 100)) }))
  const ofFigures = [...stated.intervals].flatMap(([id, share]) => {
    const count =
      pathOf(id)?.metric === 'share' && siblingOf(id, 'base') === figure
        ? statedInterval(stated, siblingOf(id, 'count', pathOf(id)?.options ?? null))
        : null
    return count ? [{ count, share }] : []
  })
  return [...ofCells, ...ofFigures].reduce(
    (left, { count, share }) => {
      if (share.from.numerator <= 0n) return left
      const [low, high] = [toFraction(count.from).div(toFraction(share.to)), toFraction(count.to).div(toFraction(share.from))]
      const [lowest, highest] = [BigInt(low.ceil().toFraction()), BigInt(high.floor().toFraction())]
      return { from: lowest > left.from ? lowest : left.from, to: highest < left.to ? highest : left.to }
    },
    { from, to },
  )
}

function repairOf(figure: string, ends: string[] | null, stated: Statements): Repair[] {
  const statement = statedOf(stated, figure)[0]
  const [from, to = from] = ends ?? []
  if (!statement || from === undefined || to === undefined) return []
  return [{ figure, name: figureName(stated, figure), stated: statement.text, from, to }]
}

/**
 * What else agrees with a figure as it is printed: the same number in other places, changes and directions that follow
 * from it.
 */
function supportOf(figure: string, stated: Statements): Evidence[] {
  const own = statedInterval(stated, figure)
  const again = statedOf(stated, figure).slice(1)
  const following = (stated.changesOf.get(figure) ?? []).flatMap((change) => {
    const [previous, current] = (endsOf(change) ?? []).map((end) => statedInterval(stated, end))
    return previous && current ? statedOf(stated, change).filter((statement) => changeHolds(statement, previous, current)) : []
  })
  const agreeing = again.filter(({ interval }) => interval && own && meet(interval, own))
  return [...agreeing, ...following].map((statement) => evidenceOf(stated, statement))
}

/**
 * The directions that are stated of changes from or to a figure of the candidate, and are true as printed but not as
 * mended.
 */
export function mendedDirections({ repairs }: Candidate, stated: Statements): Statement[] {
  return repairs.flatMap((repair) =>
    (stated.changesOf.get(repair.figure) ?? []).flatMap((change) => {
      const [previous, current] = (endsOf(change) ?? []).map((end) =>
        end === repair.figure ? mendedInterval(repair, stated) : statedInterval(stated, end),
      )
      const isTold = ({ direction }: Statement) =>
        direction !== null && previous && current && !directionHolds(direction, previous, current)
      return statedOf(stated, change).filter(isTold)
    }),
  )
}

/** From the lowest to the highest value the repaired numbers stand for. */
function mendedInterval({ figure, from, to }: Repair, stated: Statements): Interval | null {
  const decimals = statedOf(stated, figure)[0]?.decimals ?? 0
  const [low, high] = [from, to].map((printed) => intervalOfPrintedFigure(figure, printed, decimals))
  return low && high ? hullOf([low, high]) : null
}

// ── groups ──

type Contradiction = { node: Node; figures: string[] }

/** Contradictions that share a figure belong together. */
function connected(contradictions: readonly Contradiction[]): Contradiction[][] {
  return contradictions.reduce<Contradiction[][]>((groups, next) => {
    const touches = (group: Contradiction[]) => group.some(({ figures }) => figures.some((figure) => next.figures.includes(figure)))
    return [...groups.filter((group) => !touches(group)), [...groups.filter(touches).flat(), next]]
  }, [])
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}

/** Nodes where mean and parts do not agree. Bases take part only where other weights would cure it. */
function levelGroups(stated: Statements): Group[] {
  return familiesOf(stated, 'weightedMean').flatMap((family) => {
    const tree = treeOf(stated, family)
    const scale = rangeOf(stated.survey, tree.figure)
    if (!scale) return []
    const contradictions = nodesOf(tree).flatMap((node) => {
      const contradiction = contradictionAt(node, scale)
      if (!contradiction) return []
      const involved = contradiction.isNarrowed ? nodesOf(node) : [node, ...node.parts]
      const levels = involved.filter(({ level }) => level).map(({ figure }) => figure)
      const bases = contradiction.basis === 'weighted' ? node.parts.filter(({ count }) => count).map(({ base }) => base) : []
      return [{ node, figures: [...levels, ...bases] }]
    })
    // A node is excused where it is the plain mean of its parts, or has other bases: it says nothing of the rest of the
    // tree and is unsettled all the same.
    const unsettled = nodesOf(tree)
      .filter((node) => !isSettled(node, scale))
      .map(({ figure }) => figure)
    const allBroken = contradictions.map(({ node }) => node.figure)
    return connected(contradictions).map((group) => {
      const broken = group.map(({ node }) => node.figure)
      const others = new Set(unsettled.filter((figure) => !broken.includes(figure)))
      // Where all is well without an excused node, it is part of what is wrong.
      const isExcuseEnough = levelOf(tree, scale, { free: new Set(), ignored: others }) !== null
      const ignored = isExcuseEnough ? new Set(allBroken.filter((figure) => !broken.includes(figure))) : others
      const left = (figure: string, free: ReadonlySet<string>): string[] | null => {
        const loosened: Loosened = { free, ignored }
        const freed = withFreeWeights(tree, free)
        if (!levelOf(freed, scale, loosened)) return null
        const base = nodesOf(tree).find((node) => node.base === figure)
        if (base) return weightsLeft(freed, base, scale, { free, ignored: new Set([...ignored, ...brokenSums(tree)]) })
        const level = levelWithin(freed, figure, scale, loosened)
        return level && printedEnds(level, { figure, decimals: statedOf(stated, figure)[0]?.decimals ?? 0 })
      }
      return { broken, figures: unique(group.flatMap(({ figures }) => figures)), left }
    })
  })
}

/** The tree without what is stated of the bases set free. */
function withFreeWeights(node: Node, free: ReadonlySet<string>): Node {
  const parts = node.parts.map((part) => withFreeWeights(part, free))
  return { ...node, parts, count: free.has(node.base) ? null : node.count }
}

/** The tree with another base for one node. */
function withWeight(node: Node, base: string, count: Count): Node {
  return { ...node, parts: node.parts.map((part) => withWeight(part, base, count)), count: node.base === base ? count : node.count }
}

/** Whether a node's own number and what its parts give have values in common. */
function isSettled(node: Node, scale: Interval): boolean {
  const given = levelGivenBy(
    node,
    node.parts.map((part) => levelAtMost(part, scale)),
    scale,
  )
  return !node.level || !given || meet(node.level, given)
}

/** Largest base that is tried. */
const mostAnswers = 1n << 40n

/**
 * The bases of one node that bring the mean of its siblings and itself to their total, and still sum. As its weight
 * grows each end of that mean moves one way, so what keeps the lower end low enough is a run of bases, and so is what
 * keeps the upper end high enough.
 */
function weightsLeft(tree: Node, node: Node, scale: Interval, loosened: Loosened): string[] | null {
  const parent = nodesOf(tree).find(({ parts }) => parts.some(({ base }) => base === node.base))
  const sums = countWithin(tree, node.base, loosened)
  const total = parent && levelOf(parent, scale, { ...loosened, ignored: new Set([...loosened.ignored, parent.figure]) })
  if (!parent || !sums || !total) return null
  const levels = parent.parts.map((part) => levelOf(part, scale, loosened) ?? scale)
  const meanWith = (weight: bigint) => levelGivenBy(withWeight(parent, node.base, { from: weight, to: weight }), levels, scale) ?? scale
  const whole: Run = { from: sums.from > 1n ? sums.from : 1n, to: sums.to ?? mostAnswers }
  const low = runOf(whole, (weight) => startsBelow(meanWith(weight), total))
  const high = low && runOf(low, (weight) => startsBelow(total, meanWith(weight)))
  const fits = (weight: bigint) => levelOf(withWeight(tree, node.base, { from: weight, to: weight }), scale, loosened) !== null
  const left = high && runOf(high, fits)
  return left && endsOfRun(left.from, left.to)
}

/** Whether some value of `a` is at or below some value of `b`. */
function startsBelow(a: Interval, b: Interval): boolean {
  const order = compare(a.from, b.to)
  return order < 0 || (order === 0 && a.fromIncluded && b.toIncluded)
}

/** Whole numbers, both ends included. */
type Run = { from: bigint; to: bigint }

/**
 * The part of a run where something holds that holds from one end of it on, found by halving; null where it holds at
 * neither end.
 */
function runOf({ from, to }: Run, holds: (value: bigint) => boolean): Run | null {
  if (from > to) return null
  const [atStart, atEnd] = [holds(from), holds(to)]
  if (atStart && atEnd) return { from, to }
  if (!atStart && !atEnd) return null
  let [inside, outside] = atStart ? [from, to] : [to, from]
  while (inside - outside > 1n || outside - inside > 1n) {
    const middle = (inside + outside) / 2n
    if (holds(middle)) inside = middle
    else outside = middle
  }
  return atStart ? { from, to: inside } : { from: inside, to }
}

function endsOfRun(from: bigint, to: bigint): string[] {
  return from === to ? [from.toString()] : [from.toString(), to.toString()]
}

function brokenSums(tree: Node): Set<string> {
  return new Set(
    nodesOf(tree)
      .filter(brokenSum)
      .map(({ base }) => base),
  )
}

/** Nodes where counts do not sum. */
function sumGroups(stated: Statements): Group[] {
  return familiesOf(stated, 'sum').flatMap((family) => {
    const tree = treeOf(stated, family, family.metric)
    const contradictions = nodesOf(tree).flatMap((node) => {
      const counts = [node, ...node.parts].filter(({ count }) => count)
      return brokenSum(node) ? [{ node, figures: counts.map(({ base }) => base) }] : []
    })
    return connected(contradictions).map((group) => {
      const broken = group.map(({ node }) => node.base)
      const ignored = new Set(contradictions.map(({ node }) => node.base).filter((base) => !broken.includes(base)))
      const left = (figure: string, free: ReadonlySet<string>): string[] | null => {
        const loosened: Loosened = { free, ignored }
        const count = countOf(tree, loosened) && countWithin(tree, figure, loosened)
        return count && endsOfRun(count.from, count.to ?? count.from)
      }
      return { broken, figures: unique(group.flatMap(({ figures }) => figures)), left }
    })
  })
}
