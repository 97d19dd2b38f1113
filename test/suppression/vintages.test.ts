import { describe, expect, it } from 'vitest'
import { runs } from '../runs.js'
import { saidOf } from './said.js'
import { laterKinds, together, vintages } from './vintages.js'
import { groupsOf, toldIn } from './written.js'

const [first = 1, last = runs(2, 8)] = process.env.WRITTEN_SEEDS?.split('-').map(Number) ?? []
const seeds = Array.from({ length: last - first + 1 }, (_, index) => first + index)
const enough = 5
/** Several builds on a machine that is busy with others; in ms. */
const patience = 180_000

describe.each(laterKinds)('what was published and what is built later (%s)', (kind) => {
  it.each(seeds)(
    'give no small group away together (project %i)',
    async (seed) => {
      const made = vintages(seed, kind)
      if (!made) return
      const before = await saidOf(made.first.files)
      const after = await saidOf({ ...made.second.files, 'published.yaml': before.words.get('published.yaml') ?? '' })
      const told = await Promise.all([toldIn(before.written, made.first), toldIn(after.result.outputs, made.second)])
      const both = together([made.first, made.second], told)
      expect(groupsOf(both.told, both.project, enough)).toEqual([])
    },
    patience,
  )
})
