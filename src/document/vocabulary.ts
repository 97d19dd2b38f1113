/**
 * The vocabulary of all templates: what any of them may name. One stands in a subject (a segment, a provider, an item,
 * a period), every number is that of where one stands, and walking a list moves one step. Nothing here knows a type of
 * document.
 */
import { countWord, formatDate } from '../locale/spelling.js'
import { isMetricId, type MetricId, metrics } from '../metrics.js'
import { isLeaf } from '../survey.js'
import { asked, heldAgainst, optionsOf, periodOf, providerStanding, segmentStanding } from './asked.js'
import type { Grammar, Kind } from './check.js'
import { atLeastWord, compareWord, moreWord, sameWord } from './comparisons.js'
import {
  countedWord,
  howManyWord,
  listNames,
  listWord,
  nobodys,
  optionsWord,
  pluralWord,
  sizeWord,
  standoutWord,
  theseWord,
} from './lists.js'
import {
  type AttributesOf,
  argumentKinds,
  kindsOf,
  meanings,
  nounKindsOf,
  nounMeanings,
  optionKinds,
  type States as StatesOf,
  stateMeanings,
  type WordName,
} from './meanings.js'
import {
  attachmentNamed,
  inAttachment,
  inBenchmark,
  inListed,
  itemOf,
  itemThing,
  linesOf,
  listedNoun,
  listOf,
  measureThing,
  nounAt,
  periodThing,
  segmentThing,
  single,
  targetsOf,
  themesOf,
} from './nouns.js'
import { absentNumber, contributed, differenceAt, magnitude, midpointAt, numeral, printed, shareInWords, withUnit } from './numbers.js'
import { verdictWord, whyWord } from './reasons.js'
import {
  belowOf,
  type Contributed,
  changePartsOf,
  comparedPeriods,
  factsAt,
  figureAt,
  inItem,
  inSegment,
  inText,
  itemsAlike,
  itemsAt,
  levelAt,
  measureOf,
  partsOf,
  periodsUpTo,
  previousOf,
  providersOf,
  respondentsOf,
  type Standing,
  wholeAt,
} from './standing.js'
import { changeStates, contributionStates, differenceStates, isWord, listStates, numberStates, thingStates } from './states.js'
import { type Attributes, isThing, isTrue } from './template.js'
import {
  type Asked,
  beginning,
  connective,
  type Entry,
  type FigureNumeral,
  inline,
  type Named,
  type Noun,
  type NounList,
  optional,
  other,
  plain,
  type Result,
  type States,
  shown,
  textOf,
  thing,
  words,
} from './values.js'

type Here = Standing

const numberOptions = ['of', 'item', 'period', 'options', 'unit', 'words']

function metricWord(metric: MetricId): Entry {
  return {
    takes: [0, 1],
    options: numberOptions,
    run: (call) => {
      const here = asked(call)
      return here ? metricAt(here, metric, optionsOf(call, here, metric), call) : absentNumber(call.here)
    },
  }
}

function metricAt(here: Standing, metric: MetricId, options: string | null, { options: { unit, words: inWords } }: Asked): FigureNumeral {
  const figure = figureAt(here, metric, options)
  const measure = measureOf(here)
  const isLevel = measure.metric === metric && measure.options === options
  const slot = (inWords === true && shareInWords(figure, here)) || printed(figure, here, unit)
  return numeral(isLevel ? 'level' : 'metric', here, figure, slot, { metric })
}

const changeWord: Entry = {
  takes: [0, 1],
  options: ['of', 'item', 'period', 'from', 'sign', 'unit'],
  run: (call) => {
    const here = asked(call)
    const from = here && (call.options.from === undefined ? previousOf(here) : periodOf(here, call.options.from, call.fail))
    if (!here || !from || from === here.period) return numeral('change', call.here, null, null)
    const { change } = factsAt(here, from)
    const { locale } = here.setting
    const slot = !change?.printed ? null : call.options.sign === true ? withUnit(change, locale, 'signed') : magnitude(change, locale)
    return numeral('change', here, change, slot, { from })
  },
}

/**
 * What a figure is held against, as `to=` says: a benchmark, the target of its segment, the midpoint of the scale, the
 * whole, or another segment.
 */
const differenceWord: Entry = {
  takes: [0, 1],
  options: ['of', 'item', 'period', 'to', 'sign', 'unit'],
  run: (call) => {
    const here = asked(call)
    const { to } = call.options
    if (to === undefined) return call.fail('difference', 'to=')
    const against = heldAgainst(to, call)
    if (!here || against === null) return numeral('difference', call.here, null, null)
    return differenceAt(here, levelAt(here), against, call.options)
  },
}

/** A noun, which takes an id, also a field's, where it may be asked for another than where one stands. */
function nounWord(noun: Noun, byId: (call: Asked, id: string) => Named | null): Entry {
  return {
    takes: [0, 1],
    options: [],
    run: (call) => {
      const [given] = call.args
      if (given === undefined) return nounAt(noun, call.here)
      const of = single(given)
      if (of === null) return null
      if (isThing(of) && of.noun === noun) return of as Named
      const id = textOf(of)
      return id === null ? call.fail(shown(of), '"…"') : byId(call, id)
    },
  }
}

function commonThing(here: Standing): Named | null {
  const { common } = factsAt({ ...here, isCommon: false })
  if (!common) return null
  const leftOut = [...new Map(common.leftOut.map(({ segment }) => [segment.id, inSegment(here, segment)])).values()]
  return thing('other', 'common', { ...here, isCommon: true }, {
    leftOut: () => listOf(leftOut, 'segment', here),
  } satisfies AttributesOf<'common'>)
}

function decompositionThing(here: Standing): Named | null {
  const parts = changePartsOf(here)
  if (!parts) return null
  const { locale } = here.setting
  const numberOf = ({ figure, kind }: Contributed) =>
    numeral('contribution', here, figure, kind === 'unknown' ? null : contributed(figure, locale))
  const states: StatesOf<'decomposition', Named> = {
    addsUp: () => !parts.differs,
    common: () => parts.isCommon,
    others: () => parts.hasOthers,
  }
  const attributes: AttributesOf<'decomposition'> = { within: () => numberOf(parts.within), mix: () => numberOf(parts.mix) }
  return { ...thing('other', 'decomposition', here, attributes), states } as Named
}

/** Every word that any template may use: what a document adds are its fields, its names and its exhibits. */
export const vocabulary: Readonly<Record<string, Entry>> & Readonly<Record<WordName, Entry>> = {
  // nouns
  survey: plain((here) => {
    const { survey } = here.setting
    return other('survey', here, {
      title: () => words(survey.title),
      topic: () => beginning(survey.topic ?? inText(survey.title)),
      credit: () => optional(survey.credit),
      minimumBase: () => words(countWord(survey.minimumBase, here.setting.locale)),
      minimumBaseForChange: () => words(String(survey.minimumBaseForChange)),
    } satisfies AttributesOf<'survey'>)
  }),
  respondents: plain((here) => {
    const called = respondentsOf(here.setting)
    return other('respondents', here, {
      one: () => words(called.one),
      many: () => words(called.many),
      definite: () => beginning(called.definite),
      possessive: () => beginning(here.setting.locale.document.possessive(called.definite)),
    } satisfies AttributesOf<'respondents'>)
  }),
  invitees: plain((here) => {
    const { invitedCalled: called } = here.setting.survey
    if (!called) return null
    return other('invitees', here, {
      one: () => words(called.one),
      many: () => words(called.many),
      definite: () => beginning(called.definite),
    } satisfies AttributesOf<'invitees'>)
  }),
  whole: plain((here) => segmentThing({ ...inSegment(here, wholeAt(here)), provider: null, depth: 0 })),
  segment: nounWord('segment', ({ here, fail }, id) => segmentThing(segmentStanding(here, id, fail))),
  provider: nounWord('provider', ({ here, fail }, id) => nounAt('provider', providerStanding(here, id, fail))),
  item: nounWord('item', ({ here, fail }, id) => itemThing(inItem(here, itemOf(here, id, fail)))),
  period: nounWord('period', ({ here, fail }, id) => {
    const period = periodOf(here, id, fail)
    return period && periodThing(here, period)
  }),
  previous: plain((here) => {
    const previous = previousOf(here)
    return previous && periodThing(here, previous)
  }),
  option: plain((here) => nounAt('option', here)),
  benchmark: plain((here) => nounAt('benchmark', here)),
  target: plain((here) => nounAt('target', here)),
  theme: plain((here) => nounAt('theme', here)),
  attachment: nounWord('attachment', ({ here }, id) => attachmentNamed(here, id)),
  measure: plain(measureThing),
  common: plain(commonThing),
  decomposition: plain(decompositionThing),
  this: plain((here) => (here.line === null ? null : words(here.line))),

  // lists
  parts: listWord('segment', partsOf),
  below: listWord('segment', belowOf),
  segments: listWord('segment', (here) => [here, ...belowOf(here)]),
  leaves: listWord('segment', (here) => [here, ...belowOf(here)].filter(({ segment }) => isLeaf(segment))),
  items: listWord('item', itemsAt),
  outcomes: listWord('item', (here) => itemsAt(here).filter(({ item }) => item.counts)),
  /** of each scale and measure the first item, and all items that share those of where one stands */
  scales: listWord('item', (here) => itemsAt(here).filter((each) => itemsAlike(each)[0]?.item === each.item)),
  sameScale: listWord('item', itemsAlike),
  providers: listWord('provider', providersOf),
  options: optionsWord,
  themes: listWord('theme', themesOf),
  periods: listWord('period', (here) => periodsUpTo(here).map((period) => ({ ...here, period }))),
  compared: listWord('period', (here) => comparedPeriods(here).map((period) => ({ ...here, period }))),
  benchmarks: listWord('benchmark', (here) => here.setting.survey.benchmarks.map((benchmark) => inBenchmark(here, benchmark))),
  targets: listWord('target', targetsOf, ['item']),
  attachments: nobodys(listWord('attachment', (here) => here.setting.attachments.map((_, at) => inAttachment(here, at)))),
  alike: nobodys(listWord('segment', ({ alike }) => alike)),
  these: theseWord,
  standout: standoutWord,

  // numbers
  ...(Object.fromEntries(
    Object.keys(metrics)
      .filter(isMetricId)
      .map((metric) => [metric, metricWord(metric)]),
  ) as Record<MetricId, Entry>),
  result: {
    takes: [0, 1],
    options: ['of', 'item', 'period', 'unit'],
    run: (call) => {
      const here = asked(call)
      if (!here) return absentNumber(call.here)
      const { metric } = measureOf(here)
      return numeral('level', here, levelAt(here), printed(levelAt(here), here, call.options.unit), { metric })
    },
  },
  change: changeWord,
  difference: differenceWord,
  midpoint: plain(midpointAt),
  compare: compareWord,
  comparison: nounOf('comparison'),

  // asking
  is: isWord,
  same: sameWord,
  more: moreWord,
  atLeast: atLeastWord,
  and: connective((args) => args.every(isTrue), [1, 20]),
  or: connective((args) => args.some(isTrue), [1, 20]),
  not: connective(([value]) => !isTrue(value as Result), [1, 1]),

  // words
  size: sizeWord,
  counted: countedWord,
  howMany: howManyWord,
  plural: pluralWord,
  list: listNames,
  why: whyWord,
  verdict: verdictWord,
  explanation: plain((here) => {
    const { explanations } = here.setting
    const words = here.provider === null && Object.hasOwn(explanations, here.segment.id) ? explanations[here.segment.id] : undefined
    return words ? inline(...words) : null
  }),
}

/** A field: its text, a date as it is written, its lines as a list. null where it was not given. */
export function fieldWord(
  value: string | readonly string[] | undefined,
  type: 'text' | 'date' | 'time' | 'caseNumber' | 'list' | 'dates',
): Entry {
  return plain((here) => {
    if (type === 'list' || type === 'dates') {
      const lines = typeof value === 'string' ? [value] : (value ?? [])
      const spoken = (line: string) => (type === 'dates' ? formatDate(line, here.setting.locale) : line)
      return linesOf(lines.map(spoken), here)
    }
    if (typeof value !== 'string') return null
    return words(type === 'date' ? formatDate(value, here.setting.locale) : value)
  })
}

/** Things that are there only inside their list, each asked as `name.attribute`. */
export function listOfThings(name: string, all: readonly Attributes<Standing>[], here: Standing, states: States<Named>[] = []): NounList {
  return listOf(
    all.map((attributes, index) => {
      const noun = { ...thing('other', `${name}-${index}`, here, attributes), states: states[index] } as Named
      return inListed(name, here, () => noun)
    }),
    'other',
    here,
  )
}

/** The noun of a name, inside the list it comes from. */
export function nounOf(name: string): Entry {
  return plain((here) => listedNoun(name, here))
}

export function constant(value: (here: Here) => Result): Entry {
  return plain(value)
}

const gives: Readonly<Record<string, Kind>> = kindsOf(meanings)

const nouns = nounKindsOf(nounMeanings)

/** The vocabulary as the check of templates knows it; a document adds its own words. */
export function grammarOf(
  own: Readonly<Record<string, Kind>>,
  more: Grammar['nouns'] = {},
  words: Readonly<Record<string, Entry>> = vocabulary,
): Grammar {
  const numbers = Object.keys(numberStates)
  const changes = [...Object.keys(changeStates), ...numbers]
  return {
    words: Object.fromEntries(
      Object.entries(words).map(([name, { takes, options, lazy }]) => [
        name,
        { takes, options, ...(lazy ? { lazy } : {}), gives: (Object.hasOwn(own, name) ? own[name] : gives[name]) ?? 'text' },
      ]),
    ),
    nouns: { ...nouns, ...more },
    argumentKinds,
    optionKinds,
    states: {
      number: numbers,
      change: changes,
      difference: [...numbers, ...Object.keys(differenceStates)],
      contribution: [...numbers, ...Object.keys(contributionStates)],
      decomposition: Object.keys(stateMeanings.decomposition),
      list: Object.keys(listStates),
      ...Object.fromEntries(Object.entries(thingStates).map(([noun, states]) => [noun, Object.keys(states ?? {})])),
      memo: Object.keys(stateMeanings.memo),
      approximate: Object.keys(stateMeanings.approximate),
    },
    implies: {
      change: ['previous', 'period'],
      common: ['previous', 'period'],
      decomposition: ['previous', 'period'],
    },
  }
}
