/** Random surveys with data of every kind: trees, counted and published leaves, totals of their own, gaps, decimals, invitations. */
import fc from 'fast-check'
import type { PublishedValue } from '../src/figure.js'
import { exact, fromFraction, intervalOfPrinted, toFraction } from '../src/printed.js'
import { Survey } from '../src/survey.js'
import type { Dataset, Tally } from '../src/tally.js'

export const periods = ['2023', '2024']
const options = ['stronglyAgree', 'agree', 'neutral', 'disagree', 'stronglyDisagree', 'dontKnow']

/** What is known of a node in one period. `index`: tenths of a point. */
type Known = { counts: number[] | null; index: number | null; base: number | null; decimals: 0 | 1; invited: number | null }
type Grown = { known: Known[]; parts: Grown[]; complete: boolean }

const counts = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 6, maxLength: 6 })
const base = fc.integer({ min: 1, max: 400 })
const index = fc.integer({ min: 0, max: 1000 })
const decimals = fc.constantFrom<(0 | 1)[]>(0, 1)
const invited = fc.option(fc.integer({ min: 400, max: 900 }), { freq: 1 })
const none = fc.constant(null)
const ofLeaf: fc.Arbitrary<Known> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ counts, index: none, base: none, decimals, invited }) },
  { weight: 4, arbitrary: fc.record({ counts: none, index, base, decimals, invited }) },
  { weight: 1, arbitrary: fc.record({ counts: none, index, base: none, decimals, invited }) },
  { weight: 1, arbitrary: fc.record({ counts: none, index: none, base: none, decimals, invited: none }) },
)
const ofNode: fc.Arbitrary<Known> = fc.record({
  counts: none,
  index: fc.option(index, { freq: 1 }),
  base: fc.option(base, { freq: 1 }),
  decimals,
  invited: none,
})
const both = (known: fc.Arbitrary<Known>) => fc.array(known, { minLength: 2, maxLength: 2 })

const grown = fc.letrec<{ tree: Grown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ known: both(ofLeaf), parts: fc.constant<Grown[]>([]), complete: fc.constant(true) }),
    fc.record({
      known: both(ofNode),
      parts: fc.array(tie('tree'), { minLength: 2, maxLength: 4 }),
      complete: fc.constantFrom(true, true, true, false),
    }),
  ),
})).tree

export type RandomSurvey = { survey: Survey; dataset: Dataset }

export const randomSurvey: fc.Arbitrary<RandomSurvey> = grown.map((tree) => {
  const published: PublishedValue[] = []
  const tallies: Tally[] = []
  const nodeOf = ({ known, parts, complete }: Grown, id: string): object => {
    for (const [at, one] of known.entries()) addTo({ published, tallies }, id, periods[at] ?? '', one)
    const inside = parts.map((part, at) => nodeOf(part, `${id}-${at}`))
    return { id, label: id, complete, ...(inside.length > 0 && { parts: inside }) }
  }
  const survey = Survey.parse({
    title: 'Test',
    items: [{ id: 'overall', label: 'Overall', text: 'All in all I am satisfied.', scale: 'agreement5' }],
    periods: periods.map((year) => ({ from: `${year}-01-01`, to: `${year}-12-31` })),
    segments: nodeOf(tree, 's'),
  })
  return { survey, dataset: { tallies, published, sources: [] } }
})

function addTo({ published, tallies }: Pick<Dataset, 'published' | 'tallies'>, segment: string, period: string, known: Known): void {
  const subject = { segment, period, provider: null, item: 'overall' }
  const place = { file: 'data/test.csv', line: published.length + 2 }
  const put = (metric: string, value: PublishedValue['value'], decimals: number, base: number | null) =>
    published.push({
      ...subject,
      metric,
      options: null,
      text: '',
      value,
      decimals,
      interval: intervalOfPrinted(value, decimals, false),
      base,
      place,
    })
  if (known.counts) {
    tallies.push({ ...subject, counts: Object.fromEntries(options.map((option, at) => [option, known.counts?.[at] ?? 0])) })
  }
  if (known.index !== null) {
    const tenths = known.decimals === 1 ? known.index : Math.round(known.index / 10) * 10
    put('indexScore', fromFraction(toFraction(exact(tenths)).div(10)), known.decimals, known.base)
  } else if (known.base !== null) put('base', exact(known.base), 0, null)
  if (known.invited !== null) put('invited', exact(known.invited), 0, null)
}
