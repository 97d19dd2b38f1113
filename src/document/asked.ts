/** What a word was asked for: where its number stands, of which answers, held against what. */
import { someOf } from '../errors.js'
import { type MetricId, metrics, optionsOfSide, sides } from '../metrics.js'
import { isFixedPoint, type Period, segmentOrBenchmark, segmentsAndBenchmarks } from '../survey.js'
import { itemOf, single } from './nouns.js'
import { currentAt, inItem, inSegment, measureOf, previousOf, type Standing, scaleAt } from './standing.js'
import { isNumeral, isThing } from './template.js'
import { type Asked, type Named, type Result, shown, textOf } from './values.js'

/** `options=`: ids joined by +, of the option one stands in where nothing is said. */
export function optionsOf({ options: { options }, fail }: Asked, here: Standing, metric: MetricId): string | null {
  if (!metrics[metric].takesOptions) return null
  if (options === undefined) return here.option?.id ?? measureOf(here).options
  const written = textOf(options)
  if (written === null) return fail(shown(options), 'text')
  const scale = scaleAt(here)
  const side = sides.find((each) => each === written)
  if (side) return optionsOfSide(scale, side).join('+')
  const known = scale.options.map(({ id }) => id)
  const wrong = written.split('+').find((id) => !known.includes(id))
  if (wrong !== undefined)
    fail(written === wrong ? wrong : `${written}: ${wrong}`, ['positive', 'negative', 'rest', someOf(known)].join(', '))
  return written
}

/** Where the number that is asked for stands: `of=`, `item=`, `period=`. null: there is nothing of the kind. */
export function asked(call: Asked): Standing | null {
  const { args, options, fail } = call
  const given = options.of === undefined ? args[0] : options.of
  const of = given === undefined ? undefined : single(given)
  let here: Standing = call.here
  if (of === null) return null
  if (of !== undefined) here = standing(here, of, fail)
  if (options.item !== undefined) {
    const item = single(options.item)
    if (item === null) return null
    here = inItem(here, itemOf(here, item, fail))
  }
  if (options.period !== undefined) {
    const period = periodOf(here, options.period, fail)
    if (!period) return null
    here = { ...here, period }
  }
  return here
}

/** A segment, provider or benchmark by itself, as a noun or by its id. */
export function standing(here: Standing, of: Result, fail: Asked['fail']): Standing {
  const { survey } = here.setting
  if (isThing(of)) {
    if (of.noun === 'provider') return { ...here, provider: of.here.provider, isCommon: false }
    return { ...here, segment: of.here.segment, provider: null, isCommon: false }
  }
  const named = textOf(of)
  const segment = named === null ? undefined : segmentOrBenchmark(survey, named)
  if (segment) return { ...inSegment(here, segment), provider: null }
  const provider = survey.providers.find(({ id }) => id === named)
  if (provider) return { ...here, provider, isCommon: false }
  return fail(shown(of), someOf([...segmentsAndBenchmarks(survey), ...survey.providers].map(({ id }) => id)))
}

/** The group or benchmark of an id. */
export function segmentStanding(here: Standing, id: string, fail: Asked['fail']): Standing {
  const { survey } = here.setting
  const segment = segmentOrBenchmark(survey, id) ?? fail(id, someOf(segmentsAndBenchmarks(survey).map((each) => each.id)))
  return { ...inSegment(here, segment), provider: null }
}

export function providerStanding(here: Standing, id: string, fail: Asked['fail']): Standing {
  const { providers } = here.setting.survey
  const provider = providers.find((each) => each.id === id) ?? fail(id, someOf(providers.map((each) => each.id)))
  return { ...here, provider, isCommon: false }
}

/** `period=previous`, a noun; `period="previous"`, `"current"` or an id. null: nothing is compared. */
export function periodOf(here: Standing, given: Result, fail: Asked['fail']): Period | null {
  const { survey } = here.setting
  const of = single(given)
  if (of === null) return null
  if (isThing(of)) return of.here.period
  const name = textOf(of)
  if (name === 'current') return currentAt(here)
  if (name === 'previous') return previousOf(here)
  const period = survey.periods.find(({ id }) => id === name)
  return period ?? fail(shown(of), ['current', 'previous', ...survey.periods.map(({ id }) => id)].join(', '))
}

/** The id of a group or benchmark, `target` or `midpoint`. null: there is nothing of the kind. */
export function heldAgainst(to: Result, { here, fail }: Asked): string | null {
  const of = single(to)
  if (of === null) return null
  if (isNumeral(of)) return 'midpoint'
  const id = isThing(of) ? (of.noun === 'target' ? 'target' : (of as Named).id) : textOf(of)
  const { survey } = here.setting
  const isGroup = !isThing(of) || of.noun === 'segment' || of.noun === 'benchmark'
  if (id !== null && (isFixedPoint(id) || (isGroup && segmentOrBenchmark(survey, id)))) return id
  return fail(shown(of), ['target', 'midpoint', someOf(segmentsAndBenchmarks(survey).map((each) => each.id))].join(', '))
}
