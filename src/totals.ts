/** Solutions → totals: what is known twice about a node, for the audit to compare. */
import type { Total, TotalPart } from './figure.js'
import { figureIdOf } from './slices.js'
import { type Solved, solutionFor, sumOrNull, wholeNumber } from './solving.js'

export function totalsOf({ slice, measure, solutions, bases }: Solved): Total[] {
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
      isContradiction,
    }
  })
}
