/** What is told of any cells: as much as can be, the most valuable first. */
import { type Amounts, isEnough, type Rule, together } from './amounts.js'
import { type Column, hasShortGroup } from './elimination.js'
import { ground, splittingOf } from './graph.js'

/**
 * What is told of or withheld as a whole: some atoms, by their place. `family`: those of one should lie inside each
 * other or apart. What crosses others of its family, or is of a third, comes last, and is held against a slower
 * attack.
 */
export type Cell = { id: string; atoms: readonly number[]; family: number }

/**
 * The ids of the cells that are told of: in the order given, each where no group that holds too little can then be
 * worked out.
 *
 * @param holdings what each atom holds, by its place
 * @param fixed ids of cells that are told of already; they are kept, and nothing more is told where they are not safe
 */
export function planCells(
  cells: readonly Cell[],
  holdings: readonly Amounts[],
  rules: readonly Rule[],
  fixed: ReadonlySet<string> = new Set(),
): Set<string> {
  const families = ([0, 1] as const).map((family) => ({ family, ...nest(cells, family, holdings.length) }))
  const familyOf = new Map(families.flatMap((each) => each.order.map((index) => [index, each] as const)))
  const others = cells.flatMap(({ atoms }, index) => (familyOf.has(index) || atoms.length === 0 ? [] : [index]))
  const split = splittingOf(holdings, rules, cells.length + 1)
  const told = Uint8Array.from(cells, () => 0)

  const tell = (index: number): boolean => {
    const own = familyOf.get(index)
    if (!own) return false
    let above = own.parents[index] as number
    while (above !== -1 && !told[above]) above = own.parents[above] as number
    if (!split(cells[index]?.atoms ?? [], own.family, above === -1 ? ground : above + 1, index + 1)) return false
    told[index] = 1
    return true
  }
  const isSafe = (): boolean => isSafeOf(cells, others, families, holdings, rules, told)
  const isFixed = (index: number): boolean => fixed.has(cells[index]?.id ?? '')
  const nested = cells.flatMap((_, index) => (familyOf.has(index) ? [index] : []))
  const isKept = nested.filter(isFixed).every(tell)
  for (const index of [...nested, ...others].filter(isFixed)) told[index] = 1
  const isCrossed = others.some(isFixed)
  if (isKept && (!isCrossed || isSafe())) {
    const canBeTold = (index: number): boolean => !isFixed(index) && isToldAlone(cells[index], holdings, rules)
    if (isCrossed) tellTogether(nested.filter(canBeTold), told, isSafe)
    else for (const index of nested.filter(canBeTold)) tell(index)
    tellTogether(others.filter(canBeTold), told, isSafe)
  }
  return new Set(cells.flatMap(({ id, atoms }, index) => (told[index] || atoms.length === 0 ? [id] : [])))
}

function isToldAlone(cell: Cell | undefined, holdings: readonly Amounts[], rules: readonly Rule[]): boolean {
  const held = (cell?.atoms ?? []).reduce<Amounts>((sum, atom) => together(sum, holdings[atom] ?? [], rules), [])
  return isEnough(held, rules, { isWhole: true })
}

/** One after the other. What cannot be told after some cells cannot be told after more, so many are tried at once. */
function tellTogether(waiting: readonly number[], told: Uint8Array, isSafe: () => boolean): void {
  let step = waiting.length
  for (let from = 0; from < waiting.length; ) {
    const tried = waiting.slice(from, from + step)
    for (const index of tried) told[index] = 1
    const isKept = isSafe()
    if (!isKept) for (const index of tried) told[index] = 0
    if (isKept || tried.length === 1) from += tried.length
    step = isKept ? step * 2 : Math.max(1, Math.floor(tried.length / 2))
  }
}

/** Whether all is safe that a reader can work out of cells that cross. It may call unsafe what is safe. */
function isSafeOf(
  cells: readonly Cell[],
  others: readonly number[],
  families: readonly Family[],
  holdings: readonly Amounts[],
  rules: readonly Rule[],
  told: Uint8Array,
): boolean {
  const crossing = others.filter((index) => told[index])
  const rowsOf = holdings.map((_, atom) => [...families.map((family) => lowestTold(family, told, atom)), -1].filter((row) => row !== -1))
  for (const index of crossing) for (const atom of cells[index]?.atoms ?? []) rowsOf[atom]?.push(index)
  const groups = new Map<string, { rows: readonly number[]; amounts: Amounts; isWhole: boolean }>()
  rowsOf.forEach((rows, atom) => {
    const known = groups.get(rows.join())
    const amounts = holdings[atom] ?? []
    const isWhole = !known && rows.some((row) => cells[row]?.atoms.length === 1)
    groups.set(rows.join(), { rows, amounts: known ? together(known.amounts, amounts, rules) : amounts, isWhole })
  })
  return rules.every((rule, index) => {
    const columns = [...groups.values()].map(({ rows, amounts, isWhole }): Column => ({ rows, amount: amounts[index] ?? 0, isWhole }))
    return !hasShortGroup(columns, rule)
  })
}

/**
 * Cells of a family, the largest first: of each the one that it lies in, and of each atom the smallest that holds it.
 */
type Family = { order: readonly number[]; parents: Int32Array; ofAtoms: Int32Array }

/** Those that cross another are left out. -1: none. */
function nest(cells: readonly Cell[], family: number, atoms: number): Family {
  const ofAtoms = new Int32Array(atoms).fill(-1)
  const parents = new Int32Array(cells.length).fill(-1)
  const bySize = cells
    .flatMap((cell, index) => (cell.family === family && cell.atoms.length > 0 ? [index] : []))
    .sort((a, b) => (cells[b]?.atoms.length ?? 0) - (cells[a]?.atoms.length ?? 0) || a - b)
  const order = bySize.filter((index) => {
    const inside = cells[index]?.atoms ?? []
    const parent = ofAtoms[inside[0] ?? 0] as number
    if (inside.some((atom) => ofAtoms[atom] !== parent)) return false
    parents[index] = parent
    for (const atom of inside) ofAtoms[atom] = index
    return true
  })
  return { order, parents, ofAtoms }
}

/** The smallest cell of the family that is told of and holds the atom; -1 where there is none. */
function lowestTold({ parents, ofAtoms }: Family, told: Uint8Array, atom: number): number {
  let index = ofAtoms[atom] as number
  while (index !== -1 && !told[index]) index = parents[index] as number
  return index
}
