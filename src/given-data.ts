/** A dataset that no reader of ours has made may tell of what the survey does not have. */
import { tallyScaleOf } from './composite.js'
import { NotatError, type Problem, problem, spelled } from './errors.js'
import type { Subject } from './figure.js'
import { english } from './locale/english-problems.js'
import { nearestName } from './nearest.js'
import { countedIds } from './scales.js'
import { type Survey, segmentsOf } from './survey.js'
import type { Dataset } from './tally.js'

/**
 * Refuses tallies and published values about periods, segments, providers, items or options that are not there, and
 * counts that are none. A problem's place is the list and the number of its row in it.
 *
 * @throws NotatError `data` with all that is wrong
 */
export function checkDataset({ tallies, published }: Dataset, survey: Survey): void {
  const problems: Problem[] = []
  const known = {
    period: survey.periods.map(({ id }) => id),
    // A benchmark stands in the place of a segment.
    segment: [...segmentsOf(survey.segments).map(({ segment }) => segment.id), ...survey.benchmarks.map(({ id }) => id)],
    provider: survey.providers.map(({ id }) => id),
    item: survey.items.map(({ id }) => id),
  }
  const sets = Object.fromEntries(Object.entries(known).map(([kind, ids]) => [kind, new Set(ids)]))
  const look = (list: string, subject: Subject, index: number) => {
    for (const kind of ['period', 'segment', 'provider', 'item'] as const) {
      const given = subject[kind]
      if (given === null || sets[kind]?.has(given)) continue
      // No compiler may have seen it.
      const found = spelled(String(given))
      const values = { kind, found, nearest: nearestName(found, known[kind]) ?? '', known: known[kind].join(', ') }
      problems.push(problem(english, 'unknown-reference', values, { file: list, line: index + 1 }))
    }
  }
  const counted = new Map(survey.items.map((item) => [item.id, new Set(countedIds(tallyScaleOf(survey, item)))]))
  for (const [index, tally] of tallies.entries()) {
    look('tallies', tally, index)
    const options = counted.get(tally.item)
    const at = { file: 'tallies', line: index + 1 }
    for (const [option, count] of Object.entries(tally.counts ?? {})) {
      if (options && !options.has(option)) {
        const scale = survey.items.find(({ id }) => id === tally.item)?.scale ?? ''
        problems.push(problem(english, 'unknown-scale-option', { option, scale, known: [...options].join(', ') }, at))
      }
      if (!Number.isSafeInteger(count) || count < 0) problems.push(problem(english, 'broken-count', { count: String(count), option }, at))
    }
  }
  for (const [index, value] of published.entries()) look('published', value, index)
  if (problems.length > 0) throw new NotatError('data', problems)
}
