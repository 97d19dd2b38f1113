/** Answers moved between groups so that no total that is told of changes: what is written must be the same. */
import type { Figures } from '../../src/figure.js'
import type { Count, SmallProject } from './small-projects.js'
import { atomsOf, subjectOf } from './written.js'

/** One answer of `item` in `period` moves: out of the atoms where it is −1, into those where it is 1. */
export type Move = { period: string; item: string; by: ReadonlyMap<number, number> }

/**
 * The moves of one answer that change no number that is told: between two groups, or round a rectangle of groups and
 * providers. What a question tells of is all that binds it, whatever of it is told.
 */
export function quietMoves({ figures }: Pick<Figures, 'figures'>, project: SmallProject): Move[] {
  const { atoms, items } = project
  return ['2023', '2024'].flatMap((period) =>
    items.flatMap(({ id: item }) => {
      const told = Object.values(figures).flatMap((figure): number[][] => {
        const about = subjectOf(figure.id)
        const isTold = figure.status !== 'withheld' && about?.period === period && about.item === item
        return isTold ? [atomsOf(about, project)] : []
      })
      const cells = [...new Map(told.map((cell) => [cell.join(), new Set(cell)])).values()]
      const isQuiet = (by: ReadonlyMap<number, number>): boolean =>
        cells.every((cell) => [...by].reduce((sum, [atom, step]) => sum + (cell.has(atom) ? step : 0), 0) === 0)
      return steps(atoms).flatMap((by) => (isQuiet(by) ? [{ period, item, by }] : []))
    }),
  )
}

function steps(atoms: SmallProject['atoms']): ReadonlyMap<number, number>[] {
  const pairs = atoms.flatMap((_, from) => atoms.flatMap((_, to) => (to > from ? [[from, to] as const] : [])))
  const at = (segment: string | undefined, provider: string | undefined): number =>
    atoms.findIndex((atom) => atom.segment === segment && atom.provider === provider)
  const corners = pairs.flatMap(([a, b]) => {
    const [one, other] = [atoms[a], atoms[b]]
    const [c, d] = [at(one?.segment, other?.provider), at(other?.segment, one?.provider)]
    const isRectangle = c !== -1 && d !== -1 && c !== a && d !== b && c !== b && a < Math.min(c, d)
    return isRectangle ? [[a, b, c, d] as const] : []
  })
  return [
    ...pairs.map(([from, to]) => new Map([[from, -1] as const, [to, 1] as const])),
    ...corners.map(([a, b, c, d]) => new Map([[a, 1] as const, [b, 1] as const, [c, -1] as const, [d, -1] as const])),
  ]
}

/** The answers after a move of one that chose `option`; in its place `instead` moves back, unless it is null. null: nobody chose it. */
export function movedBy({ period, item, by }: Move, option: number, instead: number | null, answers: readonly Count[]): Count[] | null {
  const moved = answers.map((each) => {
    const step = each.period === period && each.item === item ? (by.get(each.atom) ?? 0) : 0
    const counts = each.counts.map((count, index) => count + (index === option ? step : index === instead ? -step : 0))
    return { ...each, counts }
  })
  const touched = answers.filter((each) => each.period === period && each.item === item && by.has(each.atom)).length
  return touched === by.size && moved.every(({ counts }) => counts.every((count) => count >= 0)) ? moved : null
}
