/** What is wrong with data files: all of one reading in one list. */
import {
  limitProblems,
  mostProblems,
  NotatError,
  type Place,
  type Problem,
  type ProblemCode,
  type ProblemValues,
  problem,
} from '../errors.js'
import type { Locale } from '../locale/words.js'

export { spelled } from '../errors.js'

/** All problems of one reading: the first are kept, the others counted. */
export type ProblemList = {
  /** `values` may be a function: names that are looked for take time, and only the first problems are kept. */
  add: <C extends ProblemCode>(code: C, values: ProblemValues[C] | (() => ProblemValues[C]), place?: Partial<Place>) => void
  isEmpty: () => boolean
  /** @throws NotatError `data` where there is any */
  stop: () => void
}

export function listProblems(locale: Locale): ProblemList {
  const kept: Problem[] = []
  let total = 0
  return {
    add: (code, values, place = {}) => {
      total += 1
      if (kept.length < mostProblems) kept.push(problem(locale, code, typeof values === 'function' ? values() : values, place))
    },
    isEmpty: () => total === 0,
    stop: () => {
      if (total > 0) throw new NotatError('data', limitProblems(inOrder(kept), locale, total))
    },
  }
}

/** File by file as they were read, line by line; what stands in no file last. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const files = [...new Set(problems.map(({ file }) => file))].filter((file) => file !== undefined)
  const rank = ({ file }: Problem): number => (file === undefined ? files.length : files.indexOf(file))
  return problems.toSorted((a, b) => rank(a) - rank(b) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
}
