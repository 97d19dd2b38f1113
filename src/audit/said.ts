/**
 * What the words of somebody's text tell of several numbers, held against the numbers as they are printed: impossible,
 * so, or not to be decided. A number that the text does not print is our own.
 */
import type { AnyOf, Ranked, Stated } from '../claim.js'
import type { Figures } from '../figure.js'
import { figureOf } from '../figures.js'
import { pairsOf } from '../long-lists.js'
import { compare, exact, fromFraction, type Interval, negativeInterval, pointInterval, sumIntervals, toFraction } from '../printed.js'
import { differenceOf, directionHolds } from './changes.js'
import { meet } from './parts.js'
import { intervalOfPrintedFigure, type Statements, statedInterval } from './statements.js'

export type Verdict = 'holds' | 'fails' | 'open'

/** The numbers a text prints, and ours. */
export type Printed = { stated: Statements; figures: Figures }

/** It is false where it is in every way it can be meant. */
export function isImpossible(readings: readonly Stated[], printed: Printed): boolean {
  return readings.length > 0 && readings.every((reading) => verdictOf(reading, printed) === 'fails')
}

export function verdictOf(said: Stated, printed: Printed): Verdict {
  const at = (figure: string) => intervalAt(figure, printed)
  switch (said.is) {
    case 'change': {
      const [previous, current] = [at(said.previous), at(said.current)]
      return previous && current ? directionVerdict(said.told, previous, current) : 'open'
    }
    case 'order': {
      const [own, other] = [at(said.figure), typeof said.than === 'string' ? at(said.than) : null]
      if (!own || !other || said.told === 'reached') return 'open'
      return directionVerdict(said.told === 'above' ? 'rise' : said.told === 'below' ? 'fall' : 'unchanged', other, own)
    }
    case 'rank':
      return rankVerdict(said, printed)
    case 'not':
      return ({ holds: 'fails', fails: 'holds', open: 'open' } as const)[verdictOf(said.of, printed)]
    case 'all':
    case 'every':
      return countVerdict(said.of, said.of.length, said.of.length, printed)
    case 'howMany':
      return countVerdict(said.of, said.least, said.most, printed)
    case 'differs': {
      const [own, other] = [at(said.figure), at(said.than)]
      if (!own || !other) return 'open'
      const apart = differenceOf(other, own)
      return meet(said.by, apart) || (said.isApart && meet(said.by, negativeInterval(apart))) ? 'open' : 'fails'
    }
    case 'combined': {
      const [more, less] = [sumOf(said.plus, at), sumOf(said.minus, at)]
      if (!more || !less) return 'open'
      const all = differenceOf(less, more)
      return meet(said.by, all) || (said.isApart && meet(said.by, negativeInterval(all))) ? 'open' : 'fails'
    }
    case 'grown': {
      const [previous, current] = [at(said.previous), at(said.current)]
      const grown = previous && current ? quotientOf(current, previous, 1) : null
      return grown && !meet(said.by, grown) ? 'fails' : 'open'
    }
    case 'portion': {
      const part = partOf(said, at)
      const then = said.over ? partOf(said.over, at) : null
      const share = said.over ? (part && then ? quotientOf(part, then, 0) : null) : part
      return share && !meet(said.by, share) ? 'fails' : 'open'
    }
    case 'end': {
      const end = endOf(said.among, said.told, printed)
      return end && !meet(said.by, end) ? 'fails' : 'open'
    }
    case 'isNot': {
      // Printed as the very number that it is said not to be.
      const own = at(said.figure)
      return own && compare(own.from, said.by.from) === 0 && compare(own.to, said.by.to) === 0 ? 'fails' : 'open'
    }
    case 'held': {
      const own = at(said.figure)
      return own ? heldVerdict(said, own) : 'open'
    }
    case 'place':
      return placeVerdict(said, printed)
    case 'gap':
      return gapVerdict(said, printed)
    case 'many':
      return countVerdict(said.of, said.least, said.most, printed)
    case 'any':
      return isAnyOf(said, at) ? 'open' : 'fails'
    case 'spread': {
      const [highest, lowest] = [endOf(said.among, 'highest', printed), endOf(said.among, 'lowest', printed)]
      return highest && lowest && !meet(said.by, differenceOf(lowest, highest)) ? 'fails' : 'open'
    }
    default:
      return 'open'
  }
}

/** What several are together; null where one is not known. */
function sumOf(figures: readonly string[], at: (figure: string) => Interval | null): Interval | null {
  const all = figures.map(at)
  const known = all.filter((each) => each !== null)
  return known.length === all.length ? sumIntervals(known) : null
}

function partOf({ figure, of }: { figure: string; of: string }, at: (figure: string) => Interval | null): Interval | null {
  const [own, whole] = [at(figure), at(of)]
  return own && whole ? quotientOf(own, whole, 0) : null
}

/** What a text leaves a number, where it prints it; else what ours stands for in print. */
export function intervalAt(figure: string, { stated, figures }: Printed): Interval | null {
  const own = statedInterval(stated, figure)
  if (own) return own
  const known = figureOf(figures, figure)
  return known?.printed != null ? intervalOfPrintedFigure(figure, known.printed, known.decimals) : null
}

/** A rise between equal printed numbers may be one; "unchanged" may be said of a difference of one. */
function directionVerdict(told: 'rise' | 'fall' | 'unchanged', previous: Interval, current: Interval): Verdict {
  if (!directionHolds(told, previous, current)) return 'fails'
  const order = middleOf(current).compare(middleOf(previous))
  if (told === 'unchanged') return order === 0 ? 'holds' : 'open'
  return order === (told === 'rise' ? 1 : -1) ? 'holds' : 'open'
}

function middleOf({ from, to }: Interval) {
  return toFraction(from).add(toFraction(to)).div(2)
}

/**
 * Of how many it is so. Whoever counts rises counts those between the printed numbers: equal ones are none, and none
 * that is one is overlooked.
 */
function countVerdict(of: readonly Stated[], least: number, most: number, printed: Printed): Verdict {
  const verdicts = of.map((each) => (isCounted(each) ? verdictInPrint(each, printed) : verdictOf(each, printed)))
  const holds = verdicts.filter((each) => each === 'holds').length
  const open = verdicts.filter((each) => each === 'open').length
  if (holds + open < least || holds > most) return 'fails'
  return holds >= least && holds + open <= most ? 'holds' : 'open'
}

function isCounted(said: Stated): said is Extract<Stated, { is: 'change' }> {
  return said.is === 'change' && said.told !== 'unchanged'
}

function verdictInPrint({ previous, current, told }: Extract<Stated, { is: 'change' }>, printed: Printed): Verdict {
  const [before, now] = [intervalAt(previous, printed), intervalAt(current, printed)]
  if (!before || !now) return 'open'
  return middleOf(now).compare(middleOf(before)) === (told === 'rise' ? 1 : -1) ? 'holds' : 'fails'
}

/** Another that is beyond it however both are rounded makes it false. Of changes the greatest fall must be one. */
function rankVerdict({ of, among, told }: Extract<Stated, { is: 'rank' }>, printed: Printed): Verdict {
  const own = sizeOf(of, printed)
  if (!own) return 'open'
  const sign = told === 'highest' ? 1 : -1
  const isBeyond = (a: Interval, b: Interval) => (sign > 0 ? compare(a.from, b.to) >= 0 : compare(a.to, b.from) <= 0)
  const zero: Interval = { from: exact(0), to: exact(0), fromIncluded: true, toIncluded: true }
  if (of.previous !== null && isBeyond(zero, own)) return 'fails'
  const others = among.map((each) => sizeOf(each, printed))
  if (others.some((other) => other && isBeyond(other, own) && middleOf(other).compare(middleOf(own)) !== 0)) return 'fails'
  return others.every((other) => other && isBeyond(own, other)) ? 'holds' : 'open'
}

/** Of a number that is printed as the point itself it may be so or not. */
function heldVerdict({ point, told }: Extract<Stated, { is: 'held' }>, { from, to }: Interval): Verdict {
  const isUp = told === 'reached' || told === 'above'
  const [isAll, isNone] = [compare(from, point) >= 0, compare(to, point) < 0]
  if (!isAll && !isNone) return 'open'
  return isAll === isUp ? 'holds' : 'fails'
}

/** As many as may be ahead of it, and as few as must be; whoever is printed alike, or not known, may be. */
function placeVerdict({ of, among, from, to, end, isLeast }: Extract<Stated, { is: 'place' }>, printed: Printed): Verdict {
  const own = sizeOf(of, printed)
  if (!own) return 'open'
  const sign = end === 'highest' ? 1 : -1
  const zero: Interval = { from: exact(0), to: exact(0), fromIncluded: true, toIncluded: true }
  const isMoved = of.previous === null || middleOf(own).compare(middleOf(zero)) === sign
  const orders = among.map((each) => {
    const other = sizeOf(each, printed)
    if (!other) return null
    const order = middleOf(other).compare(middleOf(own)) * sign
    // "den mindste stigning": of those alone that have risen.
    return isLeast ? (middleOf(other).compare(middleOf(zero)) === sign ? -order : -1) : order
  })
  const ahead = orders.filter((order) => order !== null && order > 0).length
  const open = orders.filter((order) => order === null || order === 0).length
  if (!isMoved || ahead + 1 > to || ahead + open + 1 < from) return 'fails'
  return open === 0 ? 'holds' : 'open'
}

function gapVerdict({ between, before, told }: Extract<Stated, { is: 'gap' }>, printed: Printed): Verdict {
  const apart = ([a, b]: [string, string]) => {
    const [first, second] = [intervalAt(a, printed), intervalAt(b, printed)]
    return first && second && middleOf(first).sub(middleOf(second)).abs()
  }
  const [now, then] = [apart(between), apart(before)]
  if (!now || !then) return 'open'
  const order = now.compare(then)
  if (told === 'unchanged') return order === 0 ? 'holds' : 'open'
  // Printed alike, it may have moved.
  return order === 0 ? 'open' : order === (told === 'rise' ? 1 : -1) ? 'holds' : 'fails'
}

/** It is one of them, or what they give: a difference, a sum of counts, a part, a growth; or one is not known. */
function isAnyOf({ levels, counts, marks, by }: AnyOf, at: (figure: string) => Interval | null): boolean {
  const [ofLevels, ofCounts] = [levels.map(at), counts.map(at)]
  const known = [...ofLevels, ...ofCounts].filter((each) => each !== null)
  if (known.length < levels.length + counts.length) return true
  const [results, answers] = [known.slice(0, levels.length), known.slice(levels.length)]
  const apart = (all: readonly Interval[]) => pairsOf(all).flatMap(([a, b]) => [differenceOf(a, b), differenceOf(b, a)])
  const grown = (all: readonly Interval[]) => pairsOf(all).flatMap(([a, b]) => [quotientOf(a, b, 1), quotientOf(b, a, 1)])
  const parts = [...answers, ...sumsOf(answers)].flatMap((part) => answers.map((whole) => quotientOf(part, whole, 0)))
  const changed = [...grown(answers), ...grown(results)].flatMap((each) => (each ? [each, negativeInterval(each)] : []))
  const isOne = (wanted: Interval | null, all: readonly (Interval | null)[]) =>
    wanted !== null && all.some((each) => each !== null && meet(wanted, each))
  return (
    isOne(by.level, [...results, ...apart([...results, ...marks.map(pointInterval)])]) ||
    isOne(by.count, [...answers, ...apart(answers), ...sumsOf(answers)]) ||
    isOne(by.part, parts) ||
    isOne(by.growth, changed)
  )
}

/** Of so many counts every few of them may be told of together, of more all of them. */
const mostAdded = 10

function sumsOf(all: readonly Interval[]): Interval[] {
  if (all.length > mostAdded) return [sumIntervals(all)]
  const sums: Interval[] = []
  for (const each of all) sums.push(each, ...sums.map((sum) => sumIntervals([sum, each])))
  return sums
}

function sizeOf({ previous, current }: Ranked, printed: Printed): Interval | null {
  const now = intervalAt(current, printed)
  const before = previous === null ? null : intervalAt(previous, printed)
  if (!now) return null
  return previous === null ? now : before && differenceOf(before, now)
}

/** a : b − less; null where b may be 0. */
function quotientOf(a: Interval, b: Interval, less: number): Interval | null {
  if (b.from.numerator <= 0n) return null
  const part = (x: Interval['from'], y: Interval['from']) => fromFraction(toFraction(x).div(toFraction(y)).sub(less))
  return { from: part(a.from, b.to), to: part(a.to, b.from), fromIncluded: true, toIncluded: true }
}

/** What the highest or lowest of several can be; null where one is not known. */
function endOf(among: readonly string[], told: 'highest' | 'lowest', printed: Printed): Interval | null {
  const all = among.map((figure) => intervalAt(figure, printed))
  const known = all.filter((interval) => interval !== null)
  if (known.length === 0 || known.length < all.length) return null
  const pick = (values: Interval['from'][]) =>
    values.reduce((best, next) => ((told === 'highest' ? compare(next, best) > 0 : compare(next, best) < 0) ? next : best))
  return { from: pick(known.map(({ from }) => from)), to: pick(known.map(({ to }) => to)), fromIncluded: true, toIncluded: true }
}

/** The figures that decide: of several statements those of the first that fails. */
export function figuresOf(said: Stated, printed: Printed): string[] {
  switch (said.is) {
    case 'change':
    case 'grown':
      return [said.current, said.previous]
    case 'order':
      return [said.figure, ...(typeof said.than === 'string' ? [said.than] : [])]
    case 'differs':
      return [said.figure, said.than]
    case 'portion':
      return [said.figure, said.of, ...(said.over ? [said.over.figure, said.over.of] : [])]
    case 'rank':
    case 'place':
      return [said.of, ...said.among].flatMap(({ previous, current }) => [current, ...(previous === null ? [] : [previous])])
    case 'end':
    case 'spread':
      return said.among
    case 'any':
      return [...said.levels, ...said.counts]
    case 'combined':
      return [...said.plus, ...said.minus]
    case 'gap':
      return [...said.between, ...said.before]
    case 'not':
      return figuresOf(said.of, printed)
    case 'all':
    case 'every':
    case 'howMany':
    case 'many': {
      const isOfAll = said.is === 'all' || said.is === 'every' || (said.is === 'many' && said.least === said.of.length)
      const failing = isOfAll ? said.of.find((each) => verdictOf(each, printed) === 'fails') : undefined
      return failing ? figuresOf(failing, printed) : said.of.flatMap((each) => figuresOf(each, printed))
    }
    default:
      return [said.figure]
  }
}
