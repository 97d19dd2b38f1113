/** Where an item was answered in another way than before, so that nothing is compared across. */
import type { Figures, ItemBreak } from './figure.js'
import { scoredOptions } from './metrics.js'
import { isTicked, scaleOf } from './scales.js'
import type { Item, Survey } from './survey.js'
import type { Dataset } from './tally.js'

/**
 * So unlikely must it be that nobody gave an option, and so many must have answered, before the scale is said to be
 * another.
 */
const beyondBelief = 0.001
const fewestAnswers = 30

/**
 * Periods from which on other options of a scale are used than before: an option that nobody gives in one period,
 * though better and worse ones are, and though it was given so often in others that this is no chance. (An end of the
 * scale that nobody gives any more may be a real change.) Only answers that were counted tell; periods known from
 * print are passed over.
 */
export function inferredBreaks(survey: Survey, { tallies }: Pick<Dataset, 'tallies'>): ItemBreak[] {
  const counted = new Map<string, Map<string, number>>()
  for (const { item, period, counts } of tallies) {
    const key = `${item} ${period}`
    const all = counted.get(key) ?? new Map<string, number>()
    for (const [option, count] of Object.entries(counts)) all.set(option, (all.get(option) ?? 0) + count)
    counted.set(key, all)
  }
  return survey.items.flatMap((item) => breaksOf(survey, item, (period) => counted.get(`${item.id} ${period}`) ?? new Map()))
}

function breaksOf(survey: Survey, item: Item, countsIn: (period: string) => ReadonlyMap<string, number>): ItemBreak[] {
  const scale = scaleOf(survey, item)
  // Options to tick have no order, so that none of them lies between others.
  if (isTicked(scale)) return []
  const options = scoredOptions(scale).map(({ id }) => id)
  const periods = survey.periods
    .map(({ id }) => ({ id, counts: options.map((option) => countsIn(id).get(option) ?? 0) }))
    .map(({ id, counts }) => ({ id, counts, answers: counts.reduce((sum, count) => sum + count, 0) }))
    .filter(({ answers }) => answers >= fewestAnswers)
  const unused = periods.map(({ counts, answers }) =>
    options.filter((_, at) => {
      const using = periods.filter((other) => (other.counts[at] ?? 0) > 0)
      const given = using.reduce((sum, other) => sum + (other.counts[at] ?? 0), 0)
      const asked = using.reduce((sum, other) => sum + other.answers, 0)
      const isGap = counts[at] === 0 && [counts.slice(0, at), counts.slice(at + 1)].every((side) => side.some((count) => count > 0))
      return isGap && asked > 0 && (1 - given / asked) ** answers < beyondBelief
    }),
  )
  return periods.slice(1).flatMap(({ id, answers }, index): ItemBreak[] => {
    const [before = [], now = []] = [unused[index], unused[index + 1]]
    const differing = options.filter((option) => before.includes(option) !== now.includes(option))
    return differing.length === 0 ? [] : [{ item: item.id, period: id, why: null, missing: differing, answers }]
  })
}

/**
 * The breaks of an item between two periods, the later included: those the project names, and those seen in the
 * answers.
 */
export function breaksBetween(
  { survey, inferredBreaks: seen }: Figures,
  item: string | null,
  previous: string,
  current: string,
): ItemBreak[] {
  const order = new Map(survey.periods.map(({ id }, index) => [id, index]))
  const [from = 0, to = 0] = [order.get(previous), order.get(current)].sort((a = 0, b = 0) => a - b)
  const named = survey.items.find(({ id }) => id === item)?.breaks ?? []
  const all = [
    ...named.map(({ period, why }): ItemBreak => ({ item: item ?? '', period, why, missing: [], answers: null })),
    ...seen.filter((each) => each.item === item),
  ]
  return all.filter(({ period }) => {
    const at = order.get(period) ?? -1
    return from < at && at <= to
  })
}
