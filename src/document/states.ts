/** What `is` may ask of each kind of value, and when it is so. */
import { figureById } from '../change.js'
import type { Change, Difference } from '../figure.js'
import type { Verdict } from '../locale/words.js'
import { scoredOptions } from '../metrics.js'
import { exact } from '../printed.js'
import { isLeaf } from '../survey.js'
import { standingToldOf } from './comparisons.js'
import type { States as StatesOf, stateMeanings } from './meanings.js'
import { valenceOf } from './nouns.js'
import { isExactly, numberTold } from './numbers.js'
import {
  breakAt,
  type Contributed,
  changePartsOf,
  factsAt,
  isMeasured,
  isMixedDecimals,
  isMultiple,
  isWeightedMean,
  isWhole,
  isWithoutTotal,
  measureOf,
  type Standing,
  scaleAt,
  scaleEnds,
  unroundedOf,
  whyWithoutTotal,
} from './standing.js'
import { isList, isNumeral, isThing } from './template.js'
import {
  type Entry,
  type FigureNumeral,
  mostNamed,
  type Named,
  type Noun,
  type NounList,
  type NumeralKind,
  type States,
  shown,
} from './values.js'

export const numberStates: StatesOf<'number', FigureNumeral> = {
  known: ({ slot }) => slot !== null,
  withheld: (number) => absenceOf(number) === 'withheld',
  noAnswers: (number) => absenceOf(number) === 'noAnswers',
  uncounted: (number) => absenceOf(number) === 'uncounted',
  notMeasured: (number) => absenceOf(number) === 'notMeasured',
  unknown: (number) => absenceOf(number) === 'unknown',
  approximate: ({ figure }) => figure?.status === 'approximate',
  zero: ({ figure }) => figure?.printed != null && numberTold(figure) === 0,
  none: ({ figure }) => isExactly(figure, exact(0)),
  all: ({ figure }) => figure?.unit === 'share' && isExactly(figure, exact(1)),
  one: ({ figure }) => figure?.printed === '1',
  calculated: ({ figure }) => figure?.derivation.formula === 'ratio',
  inPercent: ({ figure }) => figure?.unit === 'share' && figure.printed !== null,
}

function absenceOf({ slot, here, kind, figure }: FigureNumeral): string | null {
  if (slot !== null) return null
  if (kind === 'level') return factsAt(here).absence
  return figure?.status === 'withheld' ? 'withheld' : figure?.status === 'noAnswers' ? 'noAnswers' : 'unknown'
}

export const changeStates: StatesOf<'change', FigureNumeral> = {
  rise: (number) => changeOf(number)?.direction === 'rise',
  fall: (number) => changeOf(number)?.direction === 'fall',
  unchanged: (number) => changeOf(number)?.direction === 'unchanged' && isSameNumber(number),
  largelyUnchanged: (number) => {
    const direction = changeOf(number)?.direction
    return direction === 'largelyUnchanged' || (direction === 'unchanged' && !isSameNumber(number))
  },
  certain: (number) => verdictOf(number) === 'certain',
  chance: (number) => verdictOf(number) === 'chance',
  undecided: (number) => verdictOf(number) === 'undecided',
  tooFew: (number) => verdictOf(number) === 'tooFew',
  withoutBase: (number) => verdictOf(number) === 'undecided' && changeOf(number)?.certainty === null,
  tested: (number) => {
    const certainty = changeOf(number)?.certainty
    return certainty != null && certainty !== 'tooFew'
  },
  weak: ({ here, from }) => factsAt(here, from).isWeak,
  common: ({ here, from }) => factsAt(here, from).common !== null,
  broken: ({ here }) => breakAt(here) !== null,
  largerUnrounded: ({ here }) => unroundedOf(here) === 'larger',
  smallerUnrounded: ({ here }) => unroundedOf(here) === 'smaller',
  otherUnrounded: ({ here }) => unroundedOf(here) === 'other',
  fromUnrounded: (number) => isFromUnrounded(number),
  differentDecimals: ({ here, from }) => {
    const { change, value, previousValue } = factsAt(here, from)
    return !!change?.printed && value?.decimals !== previousValue?.decimals
  },
}

function changeOf({ figure }: FigureNumeral): Change | null {
  return figure?.kind === 'change' && figure.printed !== null ? (figure as Change) : null
}

export function verdictOf({ here, from }: FigureNumeral): Verdict | null {
  return factsAt(here, from).verdict
}

/** The numbers that are compared are printed alike. */
function isSameNumber({ here, from }: FigureNumeral): boolean {
  const { value, previousValue, common } = factsAt(here, from)
  const [a, b] = common ? [common.value, common.previousValue] : [value, previousValue]
  return a?.printed != null && a.printed === b?.printed
}

/** It is no difference of the two numbers shown, since it was taken before they were rounded. */
function isFromUnrounded({ figure, here: { setting } }: FigureNumeral): boolean {
  if (setting.basis === 'printed' || !figure?.printed) return false
  return figureById(setting.figures, figure.id, { basis: 'printed' })?.printed !== figure.printed
}

export const differenceStates: StatesOf<'difference', FigureNumeral> = {
  above: (number) => differenceIn(number)?.direction === 'above',
  below: (number) => differenceIn(number)?.direction === 'below',
  equal: (number) => standingToldOf(differenceIn(number), number.here) === 'equal',
  roundedAlike: (number) => standingToldOf(differenceIn(number), number.here) === 'roundedAlike',
  undecided: (number) => differenceIn(number)?.direction === 'undecided' || isGoalUndecided(number),
  certain: (number) => differenceIn(number)?.certainty === 'certain',
  chance: (number) => differenceIn(number)?.certainty === 'never',
  reached: (number) => differenceIn(number)?.reached === true,
  missed: (number) => differenceIn(number)?.reached === false,
}

/** The number is printed as the goal, and before it was rounded it may have been less. */
function isGoalUndecided(number: FigureNumeral): boolean {
  const difference = differenceIn(number)
  const against = difference?.against ?? null
  return typeof against === 'object' && against?.fixed === 'target' && difference?.reached === null
}

function differenceIn({ figure }: FigureNumeral): Difference | null {
  return figure?.kind === 'difference' && figure.printed !== null ? (figure as Difference) : null
}

export const contributionStates: StatesOf<'contribution', FigureNumeral> = {
  up: (number) => contributionOf(number)?.kind === 'up',
  down: (number) => contributionOf(number)?.kind === 'down',
  tiny: (number) => contributionOf(number)?.kind === 'tiny',
  none: (number) => contributionOf(number)?.kind === 'none',
  unknown: (number) => contributionOf(number)?.kind === 'unknown',
}

function contributionOf({ here, figure }: FigureNumeral): Contributed | null {
  const parts = changePartsOf(here)
  return (parts && [parts.within, parts.mix].find((each) => each.figure.id === figure?.id)) || null
}

export const thingStates: Partial<Record<Noun, States<Named>>> & { [N in Noun & keyof typeof stateMeanings]: StatesOf<N, Named> } = {
  segment: {
    whole: ({ here }) => isWhole(here),
    divided: ({ here }) => !isLeaf(here.segment),
    leaf: ({ here }) => isLeaf(here.segment),
    phrased: ({ here }) => here.segment.phrase !== undefined,
    overlapping: ({ here }) => whyWithoutTotal(here) === 'overlap',
    incomplete: ({ here }) => whyWithoutTotal(here) === 'incomplete',
    withoutTotal: ({ here }) => isWithoutTotal(here),
    summed: ({ here }) => isWeightedMean(here.segment),
  },
  provider: {
    internal: ({ here }) => here.provider?.kind === 'internal',
    external: ({ here }) => here.provider?.kind === 'external',
  },
  item: {
    multiple: ({ here }) => isMultiple(here),
    broken: ({ here }) => breakAt(here) !== null,
    comparable: ({ here }) => isLikeFirst(here),
    outcome: ({ here }) => here.item.counts !== undefined,
    overall: ({ here }) => saysWhole(here),
    ofAll: ({ here }) => scaleAt(here).shareBase === 'answered',
  },
  option: {
    positive: ({ here }) => sideOf(here) === 'positive',
    negative: ({ here }) => sideOf(here) === 'negative',
    rest: ({ here }) => sideOf(here) === 'rest',
  },
  theme: {
    positive: ({ here }) => valenceOf(here) === 'positive',
    negative: ({ here }) => valenceOf(here) === 'negative',
    neutral: ({ here }) => valenceOf(here) === null,
  },
  period: { mixedDecimals: ({ here }) => isMixedDecimals(here) },
}

/** Its name says "overall" by itself, so nothing need say so after it. */
function saysWhole({ item, setting: { locale } }: Standing): boolean {
  return item.label
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => locale.document.overallWords.includes(word))
}

/** Whether the option one stands in is over or under the scale's middle; that and what does not count are the rest. */
function sideOf(here: Standing): 'positive' | 'negative' | 'rest' | null {
  const { option } = here
  if (!option) return null
  const scores = scoredOptions(scaleAt(here)).map(({ score }) => score)
  const middle = (Math.min(...scores) + Math.max(...scores)) / 2
  if (!('score' in option) || option.score === middle) return 'rest'
  return option.score > middle ? 'positive' : 'negative'
}

/**
 * Told in the same measure as the first item that there are numbers of, on a scale with the same ends: they may share a
 * column.
 */
function isLikeFirst(here: Standing): boolean {
  const { items } = here.setting.survey
  const first = { ...here, item: items.find((item) => isMeasured({ ...here, item })) ?? items[0] ?? here.item }
  const [own, lead] = [here, first].map((each) => {
    const { min, max } = scaleEnds(each)
    return [measureOf(each).metric, measureOf(each).options, min, max].join(' ')
  })
  return own === lead
}

export const listStates: StatesOf<'list', NounList> = {
  one: ({ members }) => members.length === 1,
  several: ({ members }) => members.length > 1,
  many: ({ members }) => members.length > mostNamed,
  empty: ({ members }) => members.length === 0,
}

export const isWord: Entry = {
  takes: [2, 2],
  options: [],
  run: ({ args: [value, state], fail }) => {
    if (typeof state !== 'string') return fail(shown(state), '"…"')
    if (value === null || value === undefined) return false
    const ask = <T>(states: States<T>, of: T): boolean => {
      const holds = Object.hasOwn(states, state) ? states[state] : undefined
      return holds ? holds(of) : fail(state, Object.keys(states).join(', '))
    }
    if (isList(value)) return ask(listStates, value as NounList)
    if (isNumeral(value)) {
      const number = value as FigureNumeral
      return ask(statesOf[number.kind], number)
    }
    if (isThing(value)) return ask(statesOfThing(value as Named), value as Named)
    return fail(shown(value), 'number, list, noun')
  },
}

const statesOf: Record<NumeralKind, States<FigureNumeral>> = {
  level: numberStates,
  metric: numberStates,
  change: { ...numberStates, ...changeStates },
  difference: { ...numberStates, ...differenceStates },
  contribution: contributionStates,
  plain: numberStates,
}

function statesOfThing(value: Named): States<Named> {
  return (value as Named & { states?: States<Named> }).states ?? thingStates[value.noun as Noun] ?? {}
}
