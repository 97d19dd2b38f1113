/** Solved slices of a period → where its answers lie, what figures are about, and how much each atom of it holds. */
import { compare } from './printed.js'
import { countedByItself, isTicked } from './scales.js'
import type { Branch } from './slices.js'
import { type Solved, wholeNumber } from './solving.js'
import type { Rule } from './suppression/amounts.js'
import type { Cell } from './suppression/cells.js'
import { type Segment, type Survey, segmentsOf } from './survey.js'

/** One slice, all its measures solved; the bases first. */
export type SolvedSlice = readonly Solved[]

/**
 * An atom is a provider in a leaf, or what a node holds besides its parts and providers: each answer of the period lies
 * in one. Cells are what figures are about: a group, a provider in a group, either of them over the groups of another
 * period too.
 */
export type Ground = {
  slices: readonly SolvedSlice[]
  atoms: readonly Atom[]
  /** number of answers in each atom, to all items */
  answers: readonly number[]
  /** the trees of cells of all providers; several where somebody may be in several parts of a node */
  trees: readonly GroundNode[]
  /** those of the trees first, then the most valuable first. `isOfTree`: it is of a tree */
  cells: readonly (Cell & { isOfTree: boolean })[]
}

type Atom = { segment: string; provider: string | null }

/** `own`: the atoms in it and in none of its parts, by their place. `isCell`: there are figures of it. */
export type GroundNode = { name: string; segment: string; isCell: boolean; own: readonly number[]; parts: readonly GroundNode[] }

/** What a branch is about: `a`, `a/provider`, `a//2023`. No id holds a slash. */
export function nameOf(
  { segment, provider, isReduced }: Pick<Branch, 'segment' | 'provider' | 'isReduced'>,
  comparedWith: string | null,
): string {
  return [segment, provider ?? '', isReduced ? (comparedWith ?? '') : ''].join('/').replace(/\/+$/, '')
}

// ── atoms and cells ──

export function groundOf(survey: Survey, slices: readonly SolvedSlice[]): Ground {
  const branches = slices.flatMap(([bases]) =>
    (bases?.slice.branches ?? []).flatMap((branch) =>
      branch.isBenchmark ? [] : [{ branch, name: nameOf(branch, bases?.slice.comparedWith ?? null) }],
    ),
  )
  const named = new Map(branches.map(({ branch, name }) => [name, branch]))
  const { atoms, trees, placesIn } = treesOf(survey, new Set(named.keys()), providersIn(named.values()))
  const atomsOf = (branch: Branch): number[] => {
    if (branch.isReduced && !branch.sameAs) return branch.parts.flatMap(atomsOf)
    const places = placesIn.get(branch.segment) ?? []
    return branch.provider === null ? [...places] : places.filter((place) => atoms[place]?.provider === branch.provider)
  }
  const answers = answersIn(slices, atoms, trees)
  const depths = new Map(segmentsOf(survey.segments).map(({ segment, depth }) => [segment.id, depth]))
  const cells = [...named].map(([id, branch]) => {
    const inside = atomsOf(branch)
    const held = inside.reduce((sum, atom) => sum + (answers[atom] ?? 0), 0)
    const isOfTree = branch.provider === null && !branch.isReduced
    const rank = [isOfTree ? 0 : 1, branch.isReduced ? 1 : 0, -(depths.get(branch.segment) ?? 0), -held]
    return { cell: { id, atoms: inside, family: familyOf(survey, branch), isOfTree }, rank }
  })
  cells.sort((a, b) => a.rank.reduce((order, each, index) => order || each - (b.rank[index] ?? 0), 0) || (a.cell.id < b.cell.id ? -1 : 1))
  return { slices, atoms, trees, answers, cells: cells.map(({ cell }) => cell) }
}

/** Providers lie across groups. Reduced nodes lie across both, unless there are no providers. */
function familyOf({ providers }: Survey, { provider, isReduced }: Branch): number {
  if (isReduced) return providers.length > 0 ? 2 : 1
  return provider === null ? 0 : 1
}

/** For each group the providers whose answers lie in it and in none of its parts. */
function providersIn(branches: Iterable<Branch>): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const { segment, provider, parts } of branches) {
    if (provider === null || parts.length > 0) continue
    found.set(segment, (found.get(segment) ?? new Set()).add(provider))
  }
  return found
}

/** `placesIn`: of each group the atoms in it and in its parts. */
function treesOf(
  survey: Survey,
  told: ReadonlySet<string>,
  providers: ReadonlyMap<string, ReadonlySet<string>>,
): { atoms: Atom[]; trees: GroundNode[]; placesIn: ReadonlyMap<string, readonly number[]> } {
  const atoms: Atom[] = []
  const apart: GroundNode[] = []
  const placesIn = new Map<string, readonly number[]>()
  const visit = (segment: Segment): GroundNode[] => {
    const below = (segment.parts ?? []).flatMap(visit)
    const name = nameOf({ segment: segment.id, provider: null }, null)
    const inside = [...(providers.get(segment.id) ?? [])].sort()
    if (!told.has(name) && below.length === 0 && inside.length === 0) return []
    // Somebody may be in several of its parts: what they hold says nothing of what it holds.
    const parts = segment.overlap ? [] : below
    if (segment.overlap) apart.push(...below)
    const own = [...inside, null].map((provider) => atoms.push({ segment: segment.id, provider }) - 1)
    placesIn.set(segment.id, [...own, ...parts.flatMap((part) => placesIn.get(part.segment) ?? [])])
    return [{ name, segment: segment.id, isCell: told.has(name), own, parts }]
  }
  const trees = [...visit(survey.segments), ...apart]
  return { atoms, trees, placesIn }
}

// ── what they hold ──

/** What each atom holds, in the order of the atoms, and what it must hold to be told of. */
export type Held = { rule: Rule; amounts: readonly number[] }

/**
 * Of each item how many answers there are in all, and what binds all that is told of a group · where facts are counted,
 * what binds what is told of them: how many could say yes, and how many could not · what binds how many gave an answer
 * that does not count.
 */
export function heldBy(
  survey: Survey,
  { slices, atoms, trees }: Ground,
): { item: string; total: number; answers: Held[]; facts: Held[]; beside: Held[] }[] {
  const least: Rule = { of: 'answers', enough: survey.minimumBase }
  const invited = invitedIn(survey, { slices, atoms, trees })
  return slices.flatMap((solved) => {
    const [bases] = solved
    if (!bases || bases.slice.comparedWith !== null) return []
    const { item, scale } = bases.slice
    const over = (numberOf: NumberOf): number[] => amountsOver(bases.slice.branches, atoms, trees, { numberOf, enough: survey.minimumBase })
    const answers = over(numberOfAnswers(bases))
    const persons = over(numberOfPersons(solved))
    const fact = countedByItself(scale)
    const yes = fact === null ? [] : over(numberOfFacts(solved, fact))
    const isBound = answers.some((number, place) => number === 0 && isBetween(persons[place] ?? 0, survey.minimumBase))
    const spread = fact === null && !isTicked(scale) ? endsOf(solved, atoms, answers) : []
    return {
      item: item.id,
      total: answers.reduce((sum, number) => sum + number, 0),
      answers: [
        { rule: least, amounts: answers },
        ...spread.map((amounts) => ({ rule: { of: 'spread', enough: 2 } as const, amounts })),
        ...invited,
      ],
      facts: fact === null ? [] : boundByFacts(yes, answers, least),
      beside: isBound ? [{ rule: least, amounts: persons }] : [],
    }
  })
}

/** Who was invited was so to all items, whichever of them the number stands beside. */
function invitedIn(survey: Survey, { slices, atoms, trees }: Pick<Ground, 'slices' | 'atoms' | 'trees'>): Held[] {
  const { minimumInvited: enough } = survey
  if (enough === undefined) return []
  return slices.flatMap((solved) => {
    const [bases] = solved
    if (!bases || bases.slice.comparedWith !== null || !solved.some(({ measure }) => measure.id === 'invited')) return []
    const counted = { numberOf: numberOfPersons(solved), enough: survey.minimumBase }
    const least = amountsOver(bases.slice.branches, atoms, trees, counted)
    const amounts = amountsOver(bases.slice.branches, atoms, trees, { numberOf: numberOfInvited(solved), enough, least })
    // Beside most items no number of invited stands.
    return amounts.some((amount) => isBetween(amount, enough)) ? [{ rule: { of: 'answers', enough }, amounts }] : []
  })
}

/** Enough who say yes and enough who do not; and not all in a group with something withheld, or none of them. */
function boundByFacts(yes: readonly number[], answers: readonly number[], least: Rule): Held[] {
  const no = yes.map((number, place) => (Number.isFinite(number) ? (answers[place] ?? 0) - number : Number.POSITIVE_INFINITY))
  const spreadOf = (others: readonly number[]): number[] =>
    answers.map((number, place) => (number === 0 ? 0 : (others[place] ?? 0) === 0 ? 1 : 2))
  return [
    ...[yes, no].map((amounts) => ({ rule: least, amounts })),
    ...[no, yes].map((others) => ({ rule: { of: 'spread', enough: 2 } as const, amounts: spreadOf(others) })),
  ]
}

function isBetween(number: number, enough: number): boolean {
  return number > 0 && number < enough
}

/** Number of answers in each atom, to all items. */
function answersIn(slices: readonly SolvedSlice[], atoms: readonly Atom[], trees: readonly GroundNode[]): number[] {
  const totals = atoms.map(() => 0)
  for (const [bases] of slices) {
    if (!bases || bases.slice.comparedWith !== null) continue
    amountsOver(bases.slice.branches, atoms, trees, { numberOf: numberOfAnswers(bases), enough: 0 }).forEach((number, place) => {
      totals[place] = (totals[place] ?? 0) + (Number.isFinite(number) ? number : 0)
    })
  }
  return totals
}

/** A number of a branch; null where it is not known. */
type NumberOf = (branch: Branch) => number | null

const numberOfAnswers =
  (bases: Solved): NumberOf =>
  (branch) =>
    bases.solutions.get(branch)?.base ?? null

/** All who gave an answer, whether it counts or not. */
function numberOfPersons(solved: SolvedSlice): NumberOf {
  const [bases] = solved
  const ofDontKnow = solved.find(({ measure }) => measure.id === 'dontKnow')
  return (branch) => {
    const { distribution } = branch
    if (distribution && !isTicked(distribution.scale)) return Object.values(distribution.counts).reduce((sum, count) => sum + count, 0)
    const answers = bases?.solutions.get(branch)?.base ?? null
    return answers === null ? null : answers + (wholeNumber(ofDontKnow?.solutions.get(branch)?.interval) ?? 0)
  }
}

function numberOfFacts(solved: SolvedSlice, fact: string): NumberOf {
  const counts = solved.find(({ measure }) => measure.id === 'count' && measure.options === fact)
  return (branch) => wholeNumber(counts?.solutions.get(branch)?.interval)
}

function numberOfInvited(solved: SolvedSlice): NumberOf {
  const invited = solved.find(({ measure }) => measure.id === 'invited')
  return (branch) => wholeNumber(invited?.solutions.get(branch)?.interval)
}

/** `enough`: what a group must hold · `least`: what each atom holds at least, by another count; else one. */
type Counted = { numberOf: NumberOf; enough: number; least?: readonly number[] | undefined }

/**
 * A number of each atom: its branch's, or what a branch has besides its parts and its providers. What is not known
 * counts as enough: nobody can work out with it what is not printed. But where a node is known to hold too little, so
 * do the atoms in it of which it is not known: each counts as the least it can hold.
 */
function amountsOver(
  branches: readonly Branch[],
  atoms: readonly Atom[],
  trees: readonly GroundNode[],
  { numberOf, enough, least }: Counted,
): number[] {
  const byName = new Map(branches.filter(({ isBenchmark }) => !isBenchmark).map((branch) => [nameOf(branch, null), branch]))
  const at = (segment: string, provider: string | null): number => {
    const branch = byName.get(nameOf({ segment, provider }, null))
    if (!branch) return 0
    const isKnown = branch.published.length > 0 || branch.tally !== null || branch.parts.length > 0
    return numberOf(branch) ?? (isKnown ? Number.POSITIVE_INFINITY : 0)
  }
  const amounts = atoms.map(() => 0)
  /** What is known to be under a node, and the atoms there of which it is not known. */
  type Under = { sum: number; unknown: number[] }
  const visit = ({ segment, own, parts }: GroundNode): Under => {
    const inside = parts.map(visit)
    let rest = at(segment, null) - parts.reduce((sum, part) => sum + at(part.segment, null), 0)
    for (const place of own) {
      const provider = atoms[place]?.provider ?? null
      const amount = provider === null ? rest : at(segment, provider)
      if (provider !== null) rest -= amount
      // The difference of two numbers that are not known is none.
      amounts[place] = Number.isNaN(amount) ? 0 : Math.max(0, amount)
    }
    const isKnown = (place: number): boolean => Number.isFinite(amounts[place])
    const sum = [...inside.map((part) => part.sum), ...own.filter(isKnown).map((place) => amounts[place] ?? 0)].reduce((a, b) => a + b, 0)
    const unknown = [...inside.flatMap((part) => part.unknown), ...own.filter((place) => !isKnown(place))]
    return at(segment, null) - sum < enough ? bound({ sum, unknown }, at(segment, null) - sum) : { sum, unknown }
  }
  const bound = ({ sum, unknown }: Under, most: number): Under => {
    let rest = Math.max(0, most)
    for (const place of unknown) {
      const held = Math.min(Math.max(1, least?.[place] ?? 1), rest)
      amounts[place] = held
      rest -= held
    }
    return { sum: sum + Math.max(0, most) - rest, unknown: [] }
  }
  trees.forEach(visit)
  return amounts
}

/** For either end of the scale: whether all answers of an atom lie there (1), or not, or it is not known (2). */
function endsOf(solved: SolvedSlice, atoms: readonly Atom[], answers: readonly number[]): number[][] {
  const branches = new Map((solved[0]?.slice.branches ?? []).map((branch) => [nameOf(branch, null), branch]))
  return (['min', 'max'] as const).map((end) =>
    atoms.map(({ segment, provider }, place) => {
      const branch = branches.get(nameOf({ segment, provider }, null))
      const isWhole = branch && branch.parts.length === 0 && numberOfAnswers(solved[0] as Solved)(branch) === answers[place]
      return answers[place] === 0 ? 0 : isWhole && isAtEnd(solved, branch, end) ? 1 : 2
    }),
  )
}

function isAtEnd(solved: SolvedSlice, branch: Branch, end: 'min' | 'max'): boolean {
  return solved.some(({ measure, slice, solutions }) => {
    const interval = solutions.get(branch)?.interval
    const limit = measure.metric.range(slice.scale)[end]
    const isMean = measure.id === 'indexScore' || measure.id === 'mean'
    return isMean && !!interval && limit !== null && compare(interval.from, limit) === 0 && compare(interval.to, limit) === 0
  })
}
