/** Why there is no number, and whether chance explains a change. */
import { countWord, formatPeriod } from '../locale/spelling.js'
import { isMeasuredIn } from '../survey.js'
import { definiteOf } from './nouns.js'
import {
  belowOf,
  breakAt,
  factsAt,
  isChanceAmongMany,
  measureOf,
  respondentsOf,
  type Standing,
  wholeAt,
  whyWithoutTotal,
} from './standing.js'
import { verdictOf } from './states.js'
import { isNumeral } from './template.js'
import { beginning, type Entry, type FigureNumeral, shown } from './values.js'

export const whyWord: Entry = {
  takes: [1, 1],
  options: [],
  run: ({ args: [value], fail }) => {
    if (value === null) return null
    if (!isNumeral(value)) return fail(shown(value), 'number')
    const { kind, here, slot } = value as FigureNumeral
    if (slot !== null) return null
    const why =
      kind === 'change' ? whyNoChange(value as FigureNumeral) : kind === 'metric' ? whyNoMetric(value as FigureNumeral) : whyNoLevel(here)
    return why === null ? null : beginning(why)
  },
}

/** Of another number than the one the item is told in, by its own name. */
function whyNoMetric({ here, metric, figure }: FigureNumeral): string | null {
  if (metric === null) return null
  const { locale } = here.setting
  const isMeasured = isMeasuredIn(here.segment, here.period.id)
  const status = figure?.status === 'withheld' || figure?.status === 'noAnswers' ? figure.status : null
  const names = { during: formatPeriod(here.period, locale, 'during'), name: formatPeriod(here.period, locale, 'name') }
  return locale.document.whyAbsent[status ?? (isMeasured ? 'unknown' : 'notMeasured')](names, definiteOf(metric, locale))
}

function whyNoLevel(here: Standing): string | null {
  const { locale } = here.setting
  const without = whyWithoutTotal(here)
  if (without !== null) return locale.document.whyNoTotal[without](respondentsOf(here.setting))
  const { absence } = factsAt(here)
  const names = { during: formatPeriod(here.period, locale, 'during'), name: formatPeriod(here.period, locale, 'name') }
  return absence && locale.document.whyAbsent[absence](names, locale.document.measures[measureOf(here).metric].definite)
}

function whyNoChange({ here, from }: FigureNumeral): string | null {
  const { locale } = here.setting
  if (!from || breakAt(here)) return null
  const names = { during: formatPeriod(from, locale, 'during'), name: formatPeriod(from, locale, 'name') }
  const { change, value, previousValue, previousAbsence } = factsAt(here, from)
  if (change?.reason === 'noCommonGroup') return locale.document.whyNoChange.noCommonGroup(names)
  // Both numbers are printed, of other groups each, and those of both periods give no number in one of them.
  const isWithoutCommonTotal = change?.common != null && change.common.length > 0 && !!value?.printed && !!previousValue?.printed
  if (isWithoutCommonTotal) return locale.document.whyNoChange.noCommonTotal(names)
  return locale.document.whyNoChange[previousAbsence ?? 'unknown'](names)
}

export const verdictWord: Entry = {
  takes: [1, 1],
  options: [],
  run: ({ args: [value], fail }) => {
    if (value === null) return null
    if (!isNumeral(value)) return fail(shown(value), 'change')
    const { kind, here } = value as FigureNumeral
    if (kind !== 'change') return fail(kind, 'change')
    const verdict = verdictOf(value as FigureNumeral)
    const { locale } = here.setting
    if (verdict === null) return null
    if (isChanceAmongMany(here)) return beginning(locale.document.chanceAmongMany(countWord(testedOf(here), locale)))
    return beginning(locale.document.verdictSentences[verdict])
  },
}

/** How many changes are held against chance together with one that was picked from them. */
function testedOf(here: Standing): number {
  const whole = { ...here, segment: wholeAt(here), provider: null }
  const all = [whole, ...belowOf(whole)]
  return all.filter((each) => isTested(each)).length
}

function isTested(here: Standing): boolean {
  const { change } = factsAt(here)
  return change?.certainty != null && change.certainty !== 'tooFew'
}
