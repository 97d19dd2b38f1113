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
  spelled,
} from '../errors.js'
import type { Locale } from '../locale/words.js'

export { spelled } from '../errors.js'

/**
 * How a number in the data is written, and not which it is: `##,#`. A report is read by more than may see the answers,
 * and what few have answered is told in no error either; its place says where it stands.
 */
export function shapeOf(words: string): string {
  return spelled(words.replace(/\d/g, '#'))
}

/**
 * All problems of one reading: the first are kept, the others counted. The same again in a file is told with the first.
 */
export type ProblemList = {
  /**
   * `values` may be a function: names that are looked for take time, and only the first problems are kept. `of` then
   * tells what is the same from what is another.
   */
  add: <C extends ProblemCode>(code: C, values: ProblemValues[C] | (() => ProblemValues[C]), place?: Partial<Place>, of?: string) => void
  isEmpty: () => boolean
  /** @throws NotatError `data` where there is any */
  stop: () => void
}

/** `again`: where it stands besides, the first of them; `times`: how many places in all. */
type Kept = { problem: Problem; times: number; again: Partial<Place>[] }

const mostPlaces = 3

export function listProblems(locale: Locale): ProblemList {
  const kept = new Map<string, Kept>()
  let unkept = 0
  return {
    add: (code, values, place = {}, of = JSON.stringify(values)) => {
      const key = [code, place.file, of].join('\n')
      const before = kept.get(key)
      if (before) {
        before.times += 1
        if (before.again.length < mostPlaces) before.again.push(place)
      } else if (kept.size === mostProblems) unkept += 1
      else {
        kept.set(key, { problem: problem(locale, code, typeof values === 'function' ? values() : values, place), times: 1, again: [] })
      }
    },
    isEmpty: () => kept.size === 0,
    stop: () => {
      const told = [...kept.values()].map((each) => toldOnce(each, locale))
      if (told.length > 0) throw new NotatError('data', limitProblems(inOrder(told), locale, told.length + unkept))
    },
  }
}

/** One of many alike, which says how many there are and where the first of the others stand. */
function toldOnce({ problem: first, times, again }: Kept, { cli }: Locale): Problem {
  const at = ({ cell, line }: Partial<Place>): string => cell ?? String(line ?? '')
  const places = [...new Set(again.map(at))].filter((place) => place !== '' && place !== at(first))
  return places.length === 0 ? first : { ...first, message: `${first.message} ${cli.alsoAt(times, places)}` }
}

/** File by file as they were read, line by line; what stands in no file last. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const files = [...new Set(problems.map(({ file }) => file))].filter((file) => file !== undefined)
  const rank = ({ file }: Problem): number => (file === undefined ? files.length : files.indexOf(file))
  return problems.toSorted((a, b) => rank(a) - rank(b) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
}
