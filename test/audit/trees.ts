/** Random surveys and all that an honest document could print of them. */
import fc from 'fast-check'
import { agreement5 } from '../../src/scales.js'
import { node } from './stated.js'

/**
 * A tree's shape; a leaf has its answers per option, one list a period. `rest`: answers of a node that none of its parts covers; null where they
 * cover it.
 */
export type Grown = { parts: Grown[]; rest: number[][] | null } | { answers: number[][] }

const answers = fc.array(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 6, maxLength: 6 }), { minLength: 2, maxLength: 2 })
const answersOfLeaf = answers.filter((periods) => periods.every((counts) => counts.slice(0, 5).some((count) => count > 0)))

/** Trees of any shape; `rest` says what the parts of a node leave out. */
function grown(rest: fc.Arbitrary<number[][] | null>): fc.Arbitrary<Grown> {
  return fc.letrec<{ tree: Grown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      answersOfLeaf.map((own) => ({ answers: own })),
      fc.record({ parts: fc.array(tie('tree'), { minLength: 2, maxLength: 4 }), rest }),
    ),
  })).tree
}

/** Every node is its parts. */
export const tree = grown(fc.constant(null))
/** Some respondents are in no part. */
export const treeWithRest = grown(fc.option(answers))

export const periods = ['2023', '2024']
export const options = agreement5.options.map(({ id }) => id)

export type Measured = { id: string; counts: number[][]; isLeaf: boolean }

/** Every node with its answers, a total's being the sum of its parts' and of what they leave out. */
export function measure(grown: Grown, id = 's'): { node: object; all: Measured[] } {
  if ('answers' in grown) return { node: node(id), all: [{ id, counts: grown.answers, isLeaf: true }] }
  const { rest } = grown
  const parts = grown.parts.map((part, index) => measure(part, `${id}-${index}`))
  const counts = periods.map((_, period) =>
    options.map((_, option) =>
      parts.reduce((sum, part) => sum + (part.all[0]?.counts[period]?.[option] ?? 0), rest?.[period]?.[option] ?? 0),
    ),
  )
  return {
    node: { ...node(id, ...parts.map((part) => part.node)), complete: rest === null },
    all: [{ id, counts, isLeaf: false }, ...parts.flatMap((part) => part.all)],
  }
}

export type Rounding = 'halfUp' | 'halfEven'

/** numerator/denominator, both whole, with so many decimals. */
export function print(numerator: number, denominator: number, decimals: number, rounding: Rounding): string {
  const scaled = numerator * 10 ** decimals
  const [whole, rest] = [Math.floor(scaled / denominator), scaled % denominator]
  const isUp = 2 * rest > denominator || (2 * rest === denominator && (rounding === 'halfUp' || whole % 2 === 1))
  const digits = String(isUp ? whole + 1 : whole).padStart(decimals + 1, '0')
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

const scores = [100, 75, 50, 25, 0]

/** All that an honest document could print of the tree. */
export function honestClaims(all: Measured[], decimals: number, rounding: Rounding): [string, string][] {
  return all.flatMap(({ id, counts }) => {
    const indices = counts.map((answers) => {
      const valid = answers.slice(0, 5)
      const base = valid.reduce((sum, count) => sum + count, 0)
      return {
        base,
        index: print(
          valid.reduce((sum, count, at) => sum + count * (scores[at] ?? 0), 0),
          base,
          decimals,
          rounding,
        ),
      }
    })
    const levels = indices.flatMap(({ base, index }, period) => {
      const shares = options.slice(0, 5).map((option, at): [string, string] => {
        const share = print((counts[period]?.[at] ?? 0) * 100, base, 0, rounding)
        return [`share/${id}/${periods[period]}/options/${option}`, `${share} %`]
      })
      return [
        [`base/${id}/${periods[period]}`, String(base)],
        [`indexScore/${id}/${periods[period]}`, index],
        [`count/${id}/${periods[period]}/options/agree`, String(counts[period]?.[1] ?? 0)],
        ...shares,
      ] as [string, string][]
    })
    const [before, now] = indices.map(({ index }) => Number(index))
    const difference = (now ?? 0) - (before ?? 0)
    const change = `change/indexScore/${id}/2023..2024`
    const word = difference > 0 ? 'risen' : difference < 0 ? 'fallen' : 'unchanged'
    return [...levels, [change, difference.toFixed(decimals)], [change, word]] as [string, string][]
  })
}
