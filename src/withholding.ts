/**
 * Solved slices → what is withheld: one plan for all items of a period, since who answered one question is nearly who
 * answered another. Periods share no answers, so each has a plan of its own.
 */
import type { ToldBefore, WithholdingCost } from './figure.js'
import { type Ground, groundOf, heldBy, nameOf, type SolvedSlice } from './ground.js'
import { cellsTold, isBesideTold, isFactTold, isOtherThan, isWholeTold, numbersNowIn, type Since, type Told } from './published.js'
import type { Branch } from './slices.js'
import type { Solved } from './solving.js'
import { type Amounts, isEnough, type Rule, together } from './suppression/amounts.js'
import { planCells } from './suppression/cells.js'
import { planTree, type TreeNode } from './suppression/tree.js'
import { type Survey, segmentsOf } from './survey.js'

/** What is told of a branch: everything, all but how many gave an answer that does not count, or nothing. */
export type Telling = 'all' | 'counted' | 'nothing'

export type Withholding = {
  /** null of what is in no plan: it belongs to no tree */
  tellingOf: (solved: Pick<Solved, 'slice'>, branch: Branch) => Telling | null
  costs: WithholdingCost[]
}

export const nothingWithheld: Withholding = { tellingOf: () => 'all', costs: [] }

/**
 * @param solved every slice, and beside it the slices of its reduced nodes
 * @param before what has been told of earlier
 */
export function withholdingOf(survey: Survey, solved: readonly SolvedSlice[], before: ToldBefore = {}): Withholding {
  const plans = new Map(
    survey.periods.map(({ id }) => [
      id,
      planOf(
        survey,
        groundOf(
          survey,
          solved.filter(([first]) => first?.slice.period === id),
        ),
        before[id] ?? {},
      ),
    ]),
  )
  return {
    tellingOf: ({ slice }, branch) => plans.get(slice.period)?.tellingOf(slice.item.id, nameOf(branch, slice.comparedWith)) ?? null,
    costs: [...plans].flatMap(([period, { cost }]) => (cost.small + cost.others > 0 || cost.isChanged ? [{ period, ...cost }] : [])),
  }
}

type Plan = { tellingOf: (item: string, cell: string) => Telling | null; cost: Omit<WithholdingCost, 'period'> }

/**
 * First what is told in all items: a cell is told of as a whole or not at all, since its answers to one item and its
 * "don't know" tell how many answered another. An item that too few have answered in all is not told at all, and takes
 * no other with it; one of which less was told than of others has a plan of its own among what they tell. Then, where
 * facts are counted, what of that is told in the item itself; and where nobody gave an answer that counts, whether it
 * is told how many gave another.
 */
function planOf(survey: Survey, ground: Ground, before: Told): Plan {
  const all = heldBy(survey, ground)
  const held = all.filter(({ total }) => total === 0 || total >= survey.minimumBase)
  const silent = new Set(all.filter((each) => !held.includes(each)).map(({ item }) => item))
  const fixed = new Set(held.flatMap(({ item }) => [...cellsTold(before, item)]))
  const isJoint = ({ item }: { item: string }): boolean => cellsTold(before, item).size === fixed.size
  const joint = held.filter(isJoint)
  const common = boundBy(
    joint.flatMap(({ answers }) => answers),
    ground,
  )
  const preferred = new Set(survey.prefer.map((segment) => nameOf({ segment, provider: null }, null)))
  const now = numbersNowIn(ground)
  const isChanged = isOtherThan(before, now)
  const told = isChanged ? everything(ground) : tell(ground, common, everything(ground), { preferred, fixed })
  const ofItem = (each: (typeof held)[number]): ItemTold => {
    if (isChanged) return wholesOf(ground, each, { minimumBase: survey.minimumBase, before, now })
    const own = cellsTold(before, each.item)
    const ofAnswers = isJoint(each) ? told : tell(ground, boundBy(each.answers, ground), told, { preferred, fixed: own })
    const ofFacts = tell(ground, boundBy(each.facts, ground), ofAnswers, { preferred, fixed: own })
    return { told: ofFacts, beside: tell(ground, boundBy(each.beside, ground), ofFacts, { preferred, fixed: new Set() }) }
  }
  const items = new Map(held.map((each) => [each.item, ofItem(each)]))
  const known = everything(ground)
  const withheld = ground.cells.filter(({ id }) => !told.has(id))
  const small = withheld.filter(({ atoms }) => !isToldAlone(atoms, common)).length
  return {
    tellingOf: (item, cell) => {
      if (!known.has(cell)) return null
      if (silent.has(item) || !(items.get(item)?.told ?? told).has(cell)) return 'nothing'
      return (items.get(item)?.beside ?? told).has(cell) ? 'all' : 'counted'
    },
    cost: {
      small: small + silent.size,
      others: withheld.length - small,
      isChoice: !isChanged && isChoice(ground, common, preferred),
      withheld: withheldIn(survey, new Set(withheld.map(({ id }) => id))),
      isChanged,
    },
  }
}

/** In the order of the survey. Over the groups of another period a group is no other group. */
function withheldIn({ segments, providers }: Survey, cells: ReadonlySet<string>): WithholdingCost['withheld'] {
  const abouts = segmentsOf(segments).flatMap(({ segment: { id } }) =>
    [null, ...providers.map((provider) => provider.id)].map((provider) => ({ segment: id, provider })),
  )
  return abouts.filter((about) => cells.has(nameOf({ ...about, isReduced: false }, null)))
}

function everything({ cells }: Ground): ReadonlySet<string> {
  return new Set(cells.map(({ id }) => id))
}

/** What each atom holds by each rule that can bind. */
type Bound = { rules: readonly Rule[]; holdings: readonly Amounts[] }

/** The names of what is told of in an item; `beside`: of those, where it is told how many gave another answer. */
type ItemTold = { told: ReadonlySet<string>; beside: ReadonlySet<string> }

/** Of answers that have come or gone since something was told, nobody knows how they lie: the whole alone is told. */
function wholesOf(
  ground: Ground,
  { item, answers, facts, beside }: ReturnType<typeof heldBy>[number],
  told: Omit<Since, 'item' | 'whole'>,
): ItemTold {
  const atomsOf = new Map(ground.cells.map(({ id, atoms }) => [id, atoms]))
  const isSafe = (whole: string, held: Parameters<typeof boundBy>[0]): boolean => {
    const [atoms, bound] = [atomsOf.get(whole) ?? [], boundBy(held, ground)]
    return isEnough(amountsOf(atoms, bound), bound.rules, { isWhole: atoms.length === 1 })
  }
  const wholes = ground.trees.map(({ name }) => name)
  const shown = wholes.filter((whole) => {
    const since = { ...told, item, whole }
    return isWholeTold(since) && isFactTold(since) && isSafe(whole, [...answers, ...facts])
  })
  return { told: new Set(shown), beside: new Set(shown.filter((whole) => isBesideTold({ ...told, item, whole }) && isSafe(whole, beside))) }
}

/** A rule of which every atom holds nothing or enough binds nobody. */
function boundBy(held: readonly { rule: Rule; amounts: readonly number[] }[], { atoms }: Ground): Bound {
  const binding = held.filter(({ rule, amounts }) => amounts.some((amount) => amount > 0 && amount < rule.enough))
  const different = [...new Map(binding.map((each) => [JSON.stringify(each), each])).values()]
  return {
    rules: different.map(({ rule }) => rule),
    holdings: atoms.map((_, place) => different.map(({ rule, amounts }) => Math.min(rule.enough, amounts[place] ?? 0))),
  }
}

function isToldAlone(atoms: readonly number[], { rules, holdings }: Bound): boolean {
  return isEnough(amountsOf(atoms, { rules, holdings }), rules, { isWhole: true })
}

function amountsOf(atoms: readonly number[], { rules, holdings }: Bound): Amounts {
  return atoms.reduce<Amounts>((sum, atom) => together(sum, holdings[atom] ?? [], rules), [])
}

/** Rather told than others, and told already. */
type Wishes = { preferred: ReadonlySet<string>; fixed: ReadonlySet<string> }

/** The names of what is told of those in `among`: first as much of the trees as can be, then as much of the rest. */
function tell(ground: Ground, bound: Bound, among: ReadonlySet<string>, { preferred, fixed }: Wishes): ReadonlySet<string> {
  if (bound.rules.length === 0) return among
  const ofTrees = new Set<string>()
  for (const tree of ground.trees) {
    const root = treeNodeOf(tree, ground, bound, among)
    const withheld = planTree(root, bound.rules, { preferred, fixed })
    // Where what was told is not safe, nothing more is told.
    for (const cell of cellsUnder(root)) if (withheld ? !withheld.has(cell) : fixed.has(cell)) ofTrees.add(cell)
  }
  const asked = ground.cells.filter(({ id }) => among.has(id))
  const rest = asked.filter(({ id, isOfTree }) => !isOfTree || ofTrees.has(id))
  return planCells(rest, bound.holdings, bound.rules, new Set([...ofTrees, ...fixed]))
}

/** Whether another cell of a tree could be told in place of one that is, as many in all. */
function isChoice(ground: Ground, bound: Bound, preferred: ReadonlySet<string>): boolean {
  if (bound.rules.length === 0) return false
  const cells = new Map(ground.cells.map(({ id, atoms }) => [id, atoms]))
  return ground.trees.some((tree) => {
    const root = treeNodeOf(tree, ground, bound, everything(ground))
    const withheld = planTree(root, bound.rules, { preferred }) ?? new Set<string>()
    const others = [...withheld].filter((cell) => !preferred.has(cell) && isToldAlone(cells.get(cell) ?? [], bound)).slice(0, mostAsked)
    return others.some((cell) => {
      const instead = planTree(root, bound.rules, { preferred: new Set([...preferred, cell]) })
      return instead?.size === withheld.size && !instead.has(cell)
    })
  })
}

/** Each is asked with a plan of its own, and one choice is enough to tell of. */
const mostAsked = 20

function cellsUnder({ id, isCell, parts }: TreeNode): string[] {
  return [...(isCell ? [id] : []), ...parts.flatMap(cellsUnder)]
}

/** A node with its own atoms as parts, unless it is one atom. */
function treeNodeOf(node: Ground['trees'][number], ground: Ground, bound: Bound, among: ReadonlySet<string>): TreeNode {
  const isHeld = (atom: number): boolean => (bound.holdings[atom] ?? []).some((amount) => amount > 0)
  const own = node.own.filter(isHeld)
  const asPart = (atom: number): TreeNode => ({
    id: `${node.name} ${atom}`,
    amounts: amountsOf([atom], bound),
    answers: ground.answers[atom] ?? 0,
    parts: [],
    isCell: false,
  })
  const parts = node.parts.map((part) => treeNodeOf(part, ground, bound, among))
  const isOneAtom = parts.length === 0 && own.length <= 1
  return {
    id: node.name,
    amounts: isOneAtom ? amountsOf(own, bound) : [],
    answers: isOneAtom ? (ground.answers[own[0] ?? -1] ?? 0) : 0,
    parts: isOneAtom ? [] : [...parts, ...own.map(asPart)],
    isCell: node.isCell && among.has(node.name),
  }
}
