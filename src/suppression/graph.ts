/**
 * What a reader can work out of two families of cells, in each of which no two cross: all groups, exactly, and fast.
 *
 * What is told of a family equals the totals of its classes: an atom belongs to the class of its smallest cell told
 * of. So every atom is an edge from its class in the one family to its class in the other, an atom in no cell of a
 * family to ground. What can be worked out gives each class a number, ground 0, and each atom the difference of its
 * two: a group of atoms is worked out where these are 1 inside it and 0 outside, which is a cut that all its edges
 * cross one way. An atom that holds nothing is no edge: that nobody is in it may be known from elsewhere.
 */
import type { Amounts, Rule } from './amounts.js'

/** A class by its number; ground is 0. */
export const ground = 0

/**
 * Takes atoms out of a class into one of its own, where that gives no group away that holds something but not enough.
 * `family` 0 or 1; false: it would, and nothing is changed.
 */
export type Splitting = (atoms: readonly number[], family: 0 | 1, from: number, to: number) => boolean

/** At first every atom runs from ground to ground, and nothing is told. */
export function splittingOf(holdings: readonly Amounts[], rules: readonly Rule[], classes: number): Splitting {
  const graph = graphOf(holdings.length, classes)
  const attacks = rules.map((rule, index) =>
    attackBy(
      rule,
      graph,
      Float64Array.from(holdings, (amounts) => amounts[index] ?? 0),
    ),
  )
  return (atoms, family, from, to) => {
    const moved = atoms.filter((atom) => graph.ends[family][atom] === from)
    for (const atom of moved) graph.move(atom, family, to)
    // A group that leaves the two classes together could be worked out before, and held enough.
    const isGivenAway = attacks.some((attack) => attack(from, to) || attack(to, from))
    if (isGivenAway) for (const atom of moved) graph.move(atom, family, from)
    return !isGivenAway
  }
}

type Graph = {
  /** of each atom the class it runs from, and the one it runs to */
  ends: readonly [Int32Array, Int32Array]
  /** the atoms that touch each class */
  touching: readonly ReadonlySet<number>[]
  move: (atom: number, end: 0 | 1, to: number) => void
}

function graphOf(atoms: number, classes: number): Graph {
  const ends = [new Int32Array(atoms), new Int32Array(atoms)] as const
  const touching = Array.from({ length: classes }, (_, vertex) => new Set<number>(vertex === ground ? Array(atoms).keys() : []))
  const move = (atom: number, end: 0 | 1, to: number): void => {
    const from = ends[end][atom] as number
    ends[end][atom] = to
    if (ends[end === 0 ? 1 : 0][atom] !== from) touching[from]?.delete(atom)
    touching[to]?.add(atom)
  }
  return { ends, touching, move }
}

/** Whether a group with the one class inside it and the other outside holds something, but not enough. */
type Attack = (inside: number, outside: number) => boolean

/**
 * No such group holds an atom that holds enough, so there is none where a way of such atoms leads from the one class to
 * the other: along them, or against any, since no edge may cross a cut back. Else what crosses the gap is one, or the
 * smallest is what flows at most, along an atom no more than it holds. Where nothing crosses, it is no group.
 */
function attackBy({ of, enough }: Rule, graph: Graph, amounts: Float64Array): Attack {
  const gap = (inside: number, outside: number, isWide: (atom: number) => boolean): number[] => {
    const isOpen = (atom: number, from: number): boolean => amounts[atom] !== 0 && (graph.ends[1][atom] === from || isWide(atom))
    const { closed } = search(graph, inside, outside, isOpen)
    return closed ? acrossFrom(closed, graph).filter((atom) => amounts[atom] !== 0) : []
  }
  const isEnough = (atom: number): boolean => (amounts[atom] as number) >= enough
  if (of === 'spread') {
    const isAlone = (atom: number): boolean =>
      graph.ends.some((end) => [...(graph.touching[end[atom] as number] ?? [])].every((other) => other === atom || amounts[other] === 0))
    return (inside, outside) =>
      hidesSome(
        (isWide) => gap(inside, outside, isWide),
        (atom) => isEnough(atom) || isAlone(atom),
      )
  }
  return (inside, outside) => {
    const crossing = gap(inside, outside, isEnough).reduce((sum, atom) => sum + (amounts[atom] as number), 0)
    if (crossing < enough) return crossing > 0
    const flow = flowBetween(graph, amounts, inside, outside, enough)
    return flow > 0 && flow < enough
  }
}

/**
 * Whether a gap is crossed by several atoms that all lie at one end of the scale. One alone hides nothing: it is told
 * of as it is, and the next gap is beyond it.
 */
function hidesSome(gap: (isWide: (atom: number) => boolean) => readonly number[], isTold: (atom: number) => boolean): boolean {
  const alone = new Set<number>()
  for (;;) {
    const [first, ...others] = gap((atom) => isTold(atom) || alone.has(atom))
    if (first === undefined) return false
    if (others.length > 0) return true
    alone.add(first)
  }
}

/** The atoms that lie between some classes and all others. */
function acrossFrom(inside: Reached, { ends, touching }: Graph): number[] {
  const isInside = (atom: number, end: 0 | 1): boolean => inside.has(ends[end][atom] as number)
  return [...inside.keys()].flatMap((vertex) => [...(touching[vertex] ?? [])].filter((atom) => isInside(atom, 0) !== isInside(atom, 1)))
}

/** How much can flow from one class to another: what the smallest group holds that tells them apart, up to enough. */
function flowBetween(graph: Graph, amounts: Float64Array, source: number, sink: number, enough: number): number {
  const used = new Map<number, number>()
  const left = (atom: number): number => (amounts[atom] as number) - (used.get(atom) ?? 0)
  const isOpen = (atom: number, from: number): boolean => amounts[atom] !== 0 && (graph.ends[1][atom] === from || left(atom) > 0)
  let flow = 0
  for (let way = search(graph, source, sink, isOpen).path; way && flow < enough; way = search(graph, source, sink, isOpen).path) {
    const least = Math.min(enough, ...way.flatMap(({ atom, isAlong }) => (isAlong ? [left(atom)] : [])))
    for (const { atom, isAlong } of way) used.set(atom, (used.get(atom) ?? 0) + (isAlong ? least : -least))
    flow += least
  }
  return flow
}

type Step = { atom: number; isAlong: boolean }

/** A class that was reached, and the atom it was reached over; -1 where the search began. */
type Reached = Map<number, number>

/**
 * A way from one class to another over open atoms; where there is none, all classes on one side of the gap. From both
 * ends in turn, each time a step further where fewer atoms wait: most ways are short, and some classes have many
 * atoms.
 */
function search(
  { ends, touching }: Graph,
  source: number,
  sink: number,
  isOpen: (atom: number, from: number) => boolean,
): { path: Step[]; closed: null } | { path: null; closed: Reached } {
  const across = (atom: number, vertex: number): number => (ends[0][atom] === vertex ? ends[1][atom] : ends[0][atom]) as number
  const sides = [source, sink].map((start) => ({ reached: new Map([[start, -1]]), edge: [start] }))
  const [forth, back] = sides as [(typeof sides)[number], (typeof sides)[number]]
  const size = ({ edge }: { edge: readonly number[] }): number => edge.reduce((sum, vertex) => sum + (touching[vertex]?.size ?? 0), 0)
  const stepFrom = (vertex: number, atom: number): Step => ({ atom, isAlong: ends[0][atom] === vertex })
  const stepsOf = ({ reached }: { reached: Reached }, start: number, isForth: boolean): Step[] => {
    const steps: Step[] = []
    for (let at = start, atom = reached.get(at) as number; atom !== -1; atom = reached.get(at) as number) {
      const before = across(atom, at)
      steps.push(stepFrom(isForth ? before : at, atom))
      at = before
    }
    return steps
  }
  while (forth.edge.length > 0 && back.edge.length > 0) {
    const isForth = size(forth) <= size(back)
    const [side, other] = isForth ? [forth, back] : [back, forth]
    const next: number[] = []
    for (const vertex of side.edge) {
      for (const atom of touching[vertex] ?? []) {
        const to = across(atom, vertex)
        if (to === vertex || side.reached.has(to) || !isOpen(atom, isForth ? vertex : to)) continue
        side.reached.set(to, atom)
        if (other.reached.has(to)) return { path: [...stepsOf(forth, to, true), ...stepsOf(back, to, false)], closed: null }
        next.push(to)
      }
    }
    side.edge = next
  }
  return { path: null, closed: forth.edge.length === 0 ? forth.reached : back.reached }
}
