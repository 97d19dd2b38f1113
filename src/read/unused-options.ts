/**
 * Options of a scale that the answers of one file and period never use, though others do: they were hardly there to
 * choose.
 */
import { isTicked, scaleOf } from '../scales.js'
import type { Survey } from '../survey.js'
import type { Tally, UnusedOption } from '../tally.js'

/**
 * Nobody choosing an option that was there is told only where chance would do it in fewer than one of twenty such
 * files.
 */
const leastLikely = 0.05

/** All answers to one item in one file and period. */
type Group = { file: string; item: string; period: string; counts: Record<string, number> }

/**
 * By file, then in the order of the survey. An option that a table of counts gives as 0 was there to choose and is
 * not among them.
 *
 * @param tallied what was counted in each file
 */
export function unusedOptions(
  survey: Survey,
  tallied: readonly { file: string; tallies: readonly Tally[] }[],
): Map<string, UnusedOption[]> {
  const groups = groupsOf(tallied)
  const found = new Map<string, UnusedOption[]>()
  for (const item of survey.items) {
    // Each option to tick has a column, so that it was there to choose.
    if (isTicked(scaleOf(survey, item))) continue
    const own = groups.filter((group) => group.item === item.id)
    const options = scaleOf(survey, item).options.filter((option) => !('missing' in option && option.missing === 'noAnswer'))
    for (const group of own) {
      const others = own.filter((other) => other !== group)
      const unused = options.filter(({ id }) => !Object.hasOwn(group.counts, id) && isUnlikely(group, others, id))
      const entries = unused.map(({ id }) => ({ item: item.id, option: id, period: group.period }))
      found.set(group.file, [...(found.get(group.file) ?? []), ...entries])
    }
  }
  return found
}

function groupsOf(tallied: readonly { file: string; tallies: readonly Tally[] }[]): Group[] {
  const groups = new Map<string, Group>()
  for (const { file, tallies } of tallied) {
    for (const { item, period, counts } of tallies) {
      const key = JSON.stringify([file, item, period])
      const group = groups.get(key) ?? { file, item, period, counts: {} }
      groups.set(key, group)
      for (const [option, count] of Object.entries(counts)) group.counts[option] = (group.counts[option] ?? 0) + count
    }
  }
  return [...groups.values()].filter((group) => total(group) > 0)
}

/**
 * Had it been there for all, those who chose an option would hardly all be among the others: with k of them, N others
 * and n here, they are so in C(N, k) of C(N + n, k) equally likely ways (Fisher's exact test, one-sided).
 */
function isUnlikely(group: Group, others: readonly Group[], option: string): boolean {
  const chosen = others.reduce((sum, { counts }) => sum + (counts[option] ?? 0), 0)
  const answers = others.reduce((sum, other) => sum + total(other), 0)
  let chance = 1
  for (let one = 0; one < chosen && chance >= leastLikely; one += 1) chance *= (answers - one) / (answers + total(group) - one)
  return chance < leastLikely
}

function total({ counts }: Group): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}
