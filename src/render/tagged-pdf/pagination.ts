/**
 * Heights of what stands on the pages → which part of it stands on which page. Of all ways to fill the pages the one
 * with the fewest holes is taken; what is as good comes first.
 *
 * A table or chart that does not fit may stand later than the text that follows it, at the top of a page, or be broken
 * where it says that it may be.
 */
import type { Steps } from '../../steps.js'

/** What stands on the pages after another, by its heights in points. */
export type Galley = {
  /** room over and under it; none at the top or the foot of a page */
  above: number
  below: number
  /** it may be broken between its units; one that has a single unit stays whole */
  units: number
  /** of the units `from` … `to`, with what is repeated over those that do not begin it */
  heightOf(from: number, to: number): number
  /** stands on a page with the beginning of what follows */
  keepsNext: boolean
  /** begins a section: what waits for the next page would leave its own */
  opensSection: boolean
  /** may wait for the next page, and stands below everything beside the text */
  isExhibit: boolean
  /** what it costs to break it, as a hole in a page costs its share squared in per cent of a hundred */
  breakCost: number
}

/** Pages of one height. On the first something stands already: down to `used`, and beside the text down to `beside`. */
export type Frame = { height: number; used: number; beside: number }

/** `y` counts from the top of the page. */
export type Part = { galley: number; from: number; to: number; y: number }

/** `fill`: the share of the page down to its last part */
export type PlannedPage = { parts: readonly Part[]; fill: number }

/** A page but the last is fuller, and the last has more than a few lines. */
export const leastFill = 0.6
export const leastLastFill = 0.15

/** Rounding of sums of heights must not decide where a page ends. */
const tolerance = 0.01

/** So many tables and charts wait for the next page at once. */
const mostWaiting = 3

const costs = {
  /** so that fewer pages are better than the same holes on more of them */
  page: 120,
  /** a page that breaks the rules above */
  hole: 400,
  shortEnd: 300,
  /** waiting, and for what leaves its section by it */
  wait: 3,
  leave: 250,
}

/** A galley, or what is left of it. */
type Rest = { galley: number; from: number }

/** What is left when a page begins: what stands first on it, then the galleys from `next` on. */
type State = { first: readonly Rest[]; next: number; isFirstPage: boolean }

type Filling = {
  y: number
  below: number
  parts: readonly Part[]
  waiting: readonly Rest[]
  first: readonly Rest[]
  next: number
  cost: number
}

/** A page that may end so. */
type Ending = { page: PlannedPage; rest: State; cost: number }

type Plan = { cost: number; ending: Ending | null }

export function* planPages(galleys: readonly Galley[], frame: Frame): Steps<PlannedPage[]> {
  const plans = new Map<string, Plan>()
  const keyOf = ({ first, next, isFirstPage }: State) =>
    `${next} ${isFirstPage} ${first.map(({ galley, from }) => `${galley}:${from}`).join()}`
  // Planned from the last page back, without a call for each: a long memo has more of them than the stack holds.
  const start: State = { first: [], next: 0, isFirstPage: true }
  const open = [{ state: start, endings: endingsOf(start, galleys, frame) }]
  for (let top = open.at(-1); top; top = open.at(-1)) {
    yield
    const unknown = top.endings.find(({ rest }) => !isDone(rest, galleys) && !plans.has(keyOf(rest)))
    if (unknown) {
      open.push({ state: unknown.rest, endings: endingsOf(unknown.rest, galleys, frame) })
      continue
    }
    open.pop()
    let best: Plan = { cost: Number.POSITIVE_INFINITY, ending: null }
    for (const ending of top.endings) {
      const isLast = isDone(ending.rest, galleys)
      const further = isLast ? 0 : (plans.get(keyOf(ending.rest)) as Plan).cost
      const cost = ending.cost + pageCost(ending.page.fill, isLast, top.state.isFirstPage) + further
      if (cost < best.cost - tolerance) best = { cost, ending }
    }
    plans.set(keyOf(top.state), best)
  }
  const pages: PlannedPage[] = []
  for (let state = start; ; ) {
    const { ending } = plans.get(keyOf(state)) as Plan
    if (!ending) break
    pages.push(ending.page)
    if (isDone(ending.rest, galleys)) break
    state = ending.rest
  }
  return pages
}

/** Pages that break the rules: holes, and an end of a few lines. */
export function faultsOf(pages: readonly PlannedPage[]): number {
  return pages.filter(({ fill }, index) => {
    const isLast = index === pages.length - 1
    return isLast ? index > 0 && fill < leastLastFill : fill < leastFill
  }).length
}

function isDone({ first, next }: State, galleys: readonly Galley[]): boolean {
  return first.length === 0 && next >= galleys.length
}

function pageCost(fill: number, isLast: boolean, isOnly: boolean): number {
  if (isLast) return costs.page + (!isOnly && fill < leastLastFill ? costs.shortEnd : 0)
  return costs.page + 100 * (1 - fill) ** 2 + (fill < leastFill ? costs.hole : 0)
}

function endingsOf(state: State, galleys: readonly Galley[], frame: Frame): Ending[] {
  const { first, next, isFirstPage } = state
  const allEndings = (mayPart: boolean) => {
    const endings: Ending[] = []
    const open: Filling[] = [{ y: isFirstPage ? frame.used : 0, below: 0, parts: [], waiting: [], first, next, cost: 0 }]
    for (let filling = open.pop(); filling; filling = open.pop()) {
      open.push(...fill(filling, { galleys, frame, isFirstPage, mayPart, end: (ending) => endings.push(ending) }))
    }
    return endings
  }
  const endings = allEndings(false)
  return endings.length > 0 ? endings : allEndings(true)
}

/** `mayPart`: a heading is parted from what follows, since the two do not fit on any page */
type Ground = { galleys: readonly Galley[]; frame: Frame; isFirstPage: boolean; mayPart: boolean; end: (ending: Ending) => void }

/** Puts one more galley on the page, in every way it can stand; and tells where the page may end. */
function fill(filling: Filling, ground: Ground): Filling[] {
  const { galleys, frame } = ground
  const { y, parts, waiting, first, next, cost } = filling
  const end = (ended: readonly Part[], bottom: number, rest: readonly Rest[], after: number, more = 0) => {
    const page = { parts: ended, fill: bottom / frame.height }
    ground.end({ page, rest: { first: rest, next: after, isFirstPage: false }, cost: cost + more })
  }
  const item = first[0] ?? { galley: next, from: 0 }
  const galley = galleys[item.galley]
  if (!galley) {
    end(parts, y, waiting, next)
    return []
  }
  const others = first.slice(1)
  const after = first.length > 0 ? next : next + 1
  const last = parts.at(-1)
  const isKept = !ground.mayPart && last !== undefined && (galleys[last.galley]?.keepsNext ?? false)
  const mayEnd = parts.length > 0 && !isKept
  const endHere = () => end(parts, y, [...waiting, ...first], next)
  const wait = (): Filling[] =>
    waiting.length < mostWaiting && mayEnd
      ? [{ ...filling, waiting: [...waiting, item], first: others, next: after, cost: cost + costs.wait }]
      : []
  if (galley.isExhibit && waiting.length > 0) {
    if (mayEnd) endHere()
    return wait()
  }
  const isAtTop = parts.length === 0 && !ground.isFirstPage
  const above = isAtTop || item.from > 0 ? 0 : galley.above
  const under = y + filling.below + above
  const top = galley.isExhibit && ground.isFirstPage ? Math.max(under, frame.beside) : under
  const { units } = galley
  const fits = (to: number) => top + galley.heightOf(item.from, to) <= frame.height + tolerance
  const left = waiting.length > 0 && galley.opensSection ? costs.leave : 0
  const placed = (to: number): Part => ({ galley: item.galley, from: item.from, to, y: top })
  if (fits(units)) {
    if (mayEnd && (y / frame.height >= leastFill || galley.keepsNext)) endHere()
    const bottom = top + galley.heightOf(item.from, units)
    return [{ y: bottom, below: galley.below, parts: [...parts, placed(units)], waiting, first: others, next: after, cost: cost + left }]
  }
  let to = item.from
  while (to + 1 < units && fits(to + 1)) to += 1
  if (to <= item.from && parts.length === 0 && !(ground.isFirstPage && frame.used > 0)) to = Math.min(item.from + 1, units)
  if (to > item.from) {
    const rest = to < units ? [{ galley: item.galley, from: to }] : []
    const bottom = top + galley.heightOf(item.from, to)
    end([...parts, placed(to)], bottom, [...waiting, ...rest, ...others], after, galley.breakCost + left)
  }
  if (mayEnd || (parts.length === 0 && ground.isFirstPage)) endHere()
  return galley.isExhibit && item.from === 0 ? wait() : []
}
