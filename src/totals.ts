/** Solutions → totals: what is known twice about a node, for the audit to compare. */
import type { Total, TotalPart, WhyNoTotal } from './figure.js'
import { type Branch, figureIdOf } from './slices.js'
import { type Solved, solutionFor, sumOrNull, weighingParts, wholeNumber } from './solving.js'

export function totalsOf(solved: Solved): Total[] {
  const { slice, measure, solutions, bases } = solved
  return slice.branches.flatMap((branch) => {
    const solution = solutionFor(branch, solutions)
    const { own, ownInterval, given, hull, base, isContradiction } = solution
    const parts = branch.parts.map((part): TotalPart => {
      const ofPart = solutionFor(part, solutions)
      return { figure: figureIdOf(slice, measure, part), base: ofPart.base, interval: ofPart.interval }
    })
    const isTotal = measure.metric.total !== 'ratio' && !branch.distribution && parts.some((part) => part.interval || part.base !== null)
    if (!own && !isContradiction && !isTotal) return []
    return {
      figure: figureIdOf(slice, measure, branch),
      unit: measure.metric.unit,
      own,
      ownInterval,
      parts,
      isPartition: branch.isPartition,
      fromParts: given?.interval ?? null,
      hull,
      bases: {
        own: own?.base ?? wholeNumber((bases.get(branch) ?? solution).ownInterval),
        fromParts: parts.length > 0 ? sumOrNull(parts.map((part) => part.base)) : base,
      },
      whyNoTotal: whyNoTotal(solved, branch),
      // A share that is not its count of its base is found by itself, and is about no parts.
      isContradiction: isContradiction && given?.by !== 'counts',
    }
  })
}

function whyNoTotal(solved: Solved, branch: Branch): WhyNoTotal | null {
  const { given } = solutionFor(branch, solved.solutions)
  if (branch.parts.length === 0 || given?.by === 'answers') return null
  if (!branch.isPartition) return branch.overlaps ? 'overlap' : 'incomplete'
  const weighing = weighingParts(solved, branch)
  if (weighing.length === 0) return 'notMeasured'
  if (weighing.some(({ solution }) => solution.interval === null)) return 'unknownPart'
  return given?.by === 'parts' ? null : 'noWeights'
}
