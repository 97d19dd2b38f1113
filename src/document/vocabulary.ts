/**
 * The vocabulary of all templates: what any of them may name. One stands in a subject (a segment, a provider, an item,
 * a period), every number is that of where one stands, and walking a list moves one step. Nothing here knows a type of
 * document.
 */
import { figureById } from '../change.js'
import { differenceOf, targetNumber } from '../difference.js'
import { someOf } from '../errors.js'
import type { Change, Contribution, Difference, Figure } from '../figure.js'
import { endsOfDifference, idOfKey } from '../figure-key.js'
import { figureOf } from '../figures.js'
import {
  countWord,
  formatContribution,
  formatDate,
  formatFigure,
  formatPeriod,
  isOfTwo,
  spellNumber,
  spellShare,
  unitAfter,
} from '../locale/spelling.js'
import type { Locale, Verdict } from '../locale/words.js'
import { bestTwo, isMetricId, type MetricId, metrics, middleOfRange, optionsOfSide, scoredOptions, sides } from '../metrics.js'
import { optionLabel } from '../options.js'
import { compare, type Exact, exact, fromFraction, toFraction, toNumber } from '../printed.js'
import {
  type Benchmark,
  type Called,
  isFixedPoint,
  isLeaf,
  isMeasuredIn,
  type Period,
  type ResponseOption,
  type Segment,
  segmentOrBenchmark,
  segmentsAndBenchmarks,
  segmentsOf,
  type Target,
  targetId,
} from '../survey.js'
import type { Inline } from './blocks.js'
import type { Grammar, Kind } from './check.js'
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
  belowOf,
  breakAt,
  type Contributed,
  changePartsOf,
  comparedPeriods,
  currentAt,
  factsAt,
  figureAt,
  inItem,
  inSegment,
  inText,
  isChanceAmongMany,
  isMeasured,
  isMixedDecimals,
  isMultiple,
  isWeightedMean,
  isWhole,
  isWithoutTotal,
  itemsAlike,
  itemsAt,
  itemsCalled,
  levelAt,
  measureIds,
  measureOf,
  nameOf,
  onOf,
  partsCalled,
  partsOf,
  periodsUpTo,
  phraseOf,
  previousOf,
  providersOf,
  respondentsOf,
  type Standing,
  scaleAt,
  scaleEnds,
  shortName,
  statementOf,
  unroundedOf,
  wholeAt,
  whyWithoutTotal,
} from './standing.js'
import {
  type Attributes,
  type Call,
  isList,
  isNumeral,
  isThing,
  isTrue,
  type List,
  type Numeral,
  type Slot,
  type Thing,
  type Value,
  type Word,
} from './template.js'
import { plainText } from './walk.js'

/** What a number is of, so that it can be asked about. */
export type NumeralKind = 'level' | 'metric' | 'change' | 'difference' | 'contribution' | 'plain'
export type FigureNumeral = Numeral & {
  readonly kind: NumeralKind
  readonly figure: Figure | Change | Contribution | Difference | null
  readonly metric: MetricId | null
  readonly here: Standing
  /** of a change, the period it leads from */
  readonly from: Period | null
}

/** What the members of a list are, one and many of them. */
export type Noun =
  | 'segment'
  | 'provider'
  | 'item'
  | 'period'
  | 'option'
  | 'benchmark'
  | 'target'
  | 'line'
  | 'theme'
  | 'attachment'
  | 'record'
  | 'other'
export type NounList = List<Standing> & {
  readonly noun: Noun
  readonly called: Called
  /** those that a limit left out */
  readonly rest: readonly Standing[]
  /** how many there were before any were left out by `where=` */
  readonly of: number
  /** of a list that was sorted, what by; null: there is no number, so it has no place */
  readonly sizes: Sizes | null
}
type Sizes = ReadonlyMap<Standing, number | null>

type Here = Standing
type Result = Value<Standing>
type Entry = Word<Standing>
type Asked = Call<Standing>

// ── values ──

/** Words, which a slot prints as they are. */
function words(text: string): Slot {
  return inline({ type: 'text', text })
}

/** Words of ours that get a capital where they begin a sentence. */
function beginning(text: string): Slot {
  return inline({ type: 'text', text, mayBegin: true })
}

export function inline(...children: Inline[]): Slot {
  return { slot: 'inline', children }
}

function optional(text: string | undefined | null): Slot | null {
  return text ? words(text) : null
}

/** What was given, as a message may quote it. */
function shown(value: Result | undefined): string {
  if (isList(value)) return `(list ${(value as NounList).noun})`
  if (isThing(value)) return value.noun === 'other' ? (value as Named).id : value.noun
  if (isNumeral(value)) return (value as FigureNumeral).kind
  return textOf(value) ?? String(value)
}

/** A text, such as that of a field; null of everything else. */
function textOf(value: Result | undefined): string | null {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null || 'is' in value || value.slot !== 'inline') return null
  const [only, ...more] = value.children
  return only?.type === 'text' && more.length === 0 ? only.text : null
}

/** A list of one stands for its member; one of none or of several for nothing, since none of them may be chosen. */
function single(value: Result): Result {
  if (!isList(value)) return value
  const { noun, members } = value as NounList
  const [only, ...more] = members
  return only && more.length === 0 ? nounAt(noun, only) : null
}

/** Which thing, so that two can be compared. */
type Named = Thing<Standing> & { readonly id: string }

export function thing(noun: Noun | 'other', id: string, here: Standing, attributes: Attributes<Standing>): Named {
  return { is: 'thing', noun, id, here, attributes }
}

export function listOf(
  members: readonly Standing[],
  noun: Noun,
  here: Standing,
  more: Partial<Pick<NounList, 'rest' | 'called' | 'of' | 'sizes'>> = {},
): NounList {
  const called = more.called ?? calledOf(noun, here)
  const rest = more.rest ?? []
  const sizes = more.sizes ?? null
  // Who shares the end of a list that was sorted is not its first or last.
  const atEnd = (at: 0 | -1, beside: 1 | -2): Result => {
    const [member, next] = [members.at(at), members.length > 1 ? members.at(beside) : undefined]
    const isShared = sizes !== null && member && next && sizes.get(member) === sizes.get(next)
    return member && !isShared ? nounAt(noun, member) : null
  }
  return {
    is: 'list',
    members,
    idOf: (member) => idOf(noun, member),
    noun,
    called,
    rest,
    of: more.of ?? members.length,
    sizes,
    attributes: {
      first: () => atEnd(0, 1),
      last: () => atEnd(-1, -2),
      rest: () => listOf(rest, noun, here, { called }),
      noun: () => words(members.length === 1 ? called.one : called.many),
    },
  }
}

/** What the members of a list are called, one and many of them. */
export function calledOf(noun: Noun, here: Standing): Called {
  if (noun === 'segment') return partsCalled(here)
  if (noun === 'item') return itemsCalled(here)
  const own = noun === 'record' ? here.setting.survey.recordsCalled : undefined
  return own ?? here.setting.locale.document.called[noun]
}

// ── nouns ──

/** The noun of a kind, of where one stands. */
export function nounAt(noun: Noun, here: Standing): Named | null {
  switch (noun) {
    case 'segment':
      return segmentThing(here)
    case 'provider':
      return here.provider && providerThing(here, here.provider.id)
    case 'item':
      return itemThing(here)
    case 'period':
      return periodThing(here, here.period)
    case 'option':
      return here.option && optionThing(here, here.option)
    case 'target':
      return listedNoun('target', here) ?? targetHere(here)
    default:
      return listedNoun(noun, here)
  }
}

/** A noun that is there only inside the list it comes from, of where one stands now. */
export function listedNoun(noun: string, here: Standing): Named | null {
  return (here.nouns[noun]?.(here) as Named | undefined) ?? null
}

/** Where one stands in a noun of a list. */
export function inListed(noun: string, here: Standing, make: (here: Standing) => Named): Standing {
  return { ...here, nouns: { ...here.nouns, [noun]: make } }
}

function segmentThing(here: Standing): Named {
  const { segment, setting } = here
  const { locale } = setting
  return thing('segment', segment.id, here, {
    id: () => segment.id,
    label: () => words(segment.label),
    short: () => words(shortName(segment)),
    detail: () => optional(segment.detail),
    phrase: () => beginning(phraseOf(segment, locale)),
    about: () => beginning(onOf(segment, locale)),
  } satisfies AttributesOf<'segment'>)
}

function providerThing(here: Standing, id: string): Named {
  const label = () => words(nameOf(here))
  return thing('provider', id, here, { id: () => id, label } satisfies AttributesOf<'provider'>)
}

function itemThing(here: Standing): Named {
  const { item, setting } = here
  const { locale } = setting
  const scale = scaleAt(here)
  const dontKnow = scale.options.find((each) => 'missing' in each && each.missing === 'dontKnow')
  const { words: statement, isQuestion } = statementOf(here)
  return thing('item', item.id, here, {
    id: () => item.id,
    label: () => words(item.label),
    inText: () => beginning(inText(item.label)),
    asked: () => beginning(locale.document.asked({ statement, isQuestion })),
    counted: () => optional(item.counts?.many),
    countedOne: () => optional(item.counts?.one),
    positive: () => optional(item.says?.positive),
    negative: () => optional(item.says?.negative),
    askedOf: () => optional(item.askedOf),
    breakReason: () => {
      const found = breakAt(here)
      return found && words(found.why ? inText(found.why.trim().replace(/\.$/, '')) : locale.document.breakReason)
    },
    bestTwo: () => optional(bestTwoOf(here)),
    dontKnow: () => optional(dontKnow && locale.document.quote(optionLabel(scale, dontKnow, locale))),
  } satisfies AttributesOf<'item'>)
}

/** The two best answers, as a sentence quotes them: "”helt enig” eller ”enig”". Nothing of a scale with two answers. */
function bestTwoOf(here: Standing): string | null {
  const { locale } = here.setting
  const scale = scaleAt(here)
  if (isMultiple(here)) return null
  const best = bestTwo(scale)
  const labels = scale.options
    .filter(({ id }) => best.includes(id))
    .map((option) => locale.document.quote(optionLabel(scale, option, locale)))
  return labels.length === 2 && scoredOptions(scale).length > 2 ? labels.join(locale.document.list.or) : null
}

function measureThing(here: Standing): Named {
  const { locale } = here.setting
  const measure = measureOf(here)
  const spoken = locale.document.measures[measure.metric]
  const ends = scaleEnds(here)
  const { quote, list } = locale.document
  const counted = ends.counted.map(quote)
  const isShare = metrics[measure.metric].unit === 'share'
  return thing('other', measure.metric, here, {
    name: () => words(capitalised(spoken.bare)),
    one: () => words(spoken.bare),
    definite: () => beginning(spoken.definite),
    indefinite: () => words(spoken.indefinite),
    overall: () => beginning(spoken.whole),
    pronoun: () => beginning(spoken.pronoun),
    same: () => words(spoken.same),
    extremes: () => beginning(spoken.extremes),
    scale: () => (isShare ? null : words(locale.document.scale(ends))),
    min: () => words(ends.min),
    max: () => words(ends.max),
    lowest: () => words(ends.lowest),
    highest: () => words(ends.highest),
    counted: () =>
      isShare ? words(counted.length < 2 ? counted.join('') : `${counted.slice(0, -1).join(list.comma)}${list.or}${counted.at(-1)}`) : null,
  } satisfies AttributesOf<'measure'>)
}

export function periodThing(here: Standing, period: Period): Named {
  const { locale } = here.setting
  return thing('period', period.id, { ...here, period }, {
    id: () => period.id,
    name: () => words(formatPeriod(period, locale, 'name')),
    during: () => beginning(formatPeriod(period, locale, 'during')),
    years: () => words(formatPeriod(period, locale, 'years')),
    range: () => words(formatPeriod(period, locale, 'range')),
    short: () => words(formatPeriod(period, locale, 'short')),
    fromTo: () => beginning(formatPeriod(period, locale, 'fromTo')),
  } satisfies AttributesOf<'period'>)
}

function optionThing(here: Standing, option: ResponseOption): Named {
  const { locale } = here.setting
  const index = !isMultiple(here) && 'score' in option ? indexOf(here, option.score) : null
  return thing('option', option.id, { ...here, option }, {
    label: () => words(optionLabel(scaleAt(here), option, locale)),
    quoted: () => words(locale.document.quote(optionLabel(scaleAt(here), option, locale))),
    value: () => (index === null ? null : words(spellNumber(index, locale))),
  } satisfies AttributesOf<'option'>)
}

/** What an answer counts as in the item's measure. */
function indexOf(here: Standing, score: number): string {
  if (measureOf(here).metric !== 'indexScore') return String(score)
  const scores = scoredOptions(scaleAt(here)).map((option) => option.score)
  const [low, high] = [Math.min(...scores), Math.max(...scores)]
  return String(Math.round(((score - low) / (high - low)) * 10_000) / 100)
}

// ── themes of comments ──

/** Of the item one stands in, where several options may be ticked; else of all whose options are themes. */
function themesOf(here: Standing): Standing[] {
  const items = itemsAt(here)
  const places = isMultiple(here) ? [here] : items.filter((each) => scaleAt(each).options.some(isTheme))
  return places.flatMap((place) =>
    scaleAt(place)
      .options.filter((option) => 'ticked' in option && option.ticked === 'one')
      .map((option) => inTheme(place, option)),
  )
}

function isTheme(option: ResponseOption): boolean {
  return 'ticked' in option && (option.valence !== undefined || option.quotations !== undefined)
}

function inTheme(here: Standing, option: ResponseOption): Standing {
  const label = optionLabel(scaleAt(here), option, here.setting.locale)
  const quotations = 'ticked' in option ? (option.quotations ?? []) : []
  return inListed('theme', { ...here, option }, (place) =>
    thing('theme', `${here.item.id} ${option.id}`, place, {
      label: () => words(label),
      inText: () => beginning(inText(label)),
      quotations: () =>
        linesOf(
          quotations.flatMap(({ text, cleared }) => (cleared ? [text] : [])),
          place,
        ),
    } satisfies AttributesOf<'theme'>),
  )
}

function valenceOf({ option }: Standing): string | null {
  return (option && 'ticked' in option && option.valence) || null
}

export function linesOf(lines: readonly string[], here: Standing): NounList {
  return listOf(
    lines.map((line) => ({ ...here, line })),
    'line',
    here,
  )
}

/** Where one stands in a benchmark: its numbers are asked for by its name, so one stays in one's own segment. */
function inBenchmark(here: Standing, benchmark: Benchmark): Standing {
  return inListed('benchmark', here, (place) => benchmarkThing(place, benchmark))
}

function benchmarkThing(here: Standing, benchmark: Benchmark): Named {
  const place = inSegment(here, segmentOrBenchmark(here.setting.survey, benchmark.id) as Segment)
  return thing('benchmark', benchmark.id, place, {
    id: () => benchmark.id,
    label: () => words(benchmark.label),
    phrase: () => beginning(benchmark.phrase ?? inText(benchmark.label)),
  } satisfies AttributesOf<'benchmark'>)
}

function targetThing(here: Standing, target: Target): Named {
  const { locale, survey } = here.setting
  const { unit } = isMetricId(target.metric) ? metrics[target.metric] : { unit: 'number' as const }
  const printed = targetNumber(target).printed
  const value = spellNumber(printed, locale)
  const after = unit === 'share' ? `\u00a0${unitAfter({ printed, unit, kind: 'metric' }, locale)}` : ''
  const place = inTarget(here, target)
  const id = targetId(target, survey)
  return {
    ...thing('target', id, place, {
      value: () => inline({ type: 'text', text: `${value}${after}`, target: id }),
      measure: () => beginning(definiteOf(target.metric, locale)),
      result: () => targetResult(place, target),
      difference: () => differenceAt(place, targetFigure(place, target), 'target', {}),
    } satisfies AttributesOf<'target'>),
  }
}

/** "indekstallet", "svarprocenten" */
function definiteOf(metric: string, { metrics: names, document: { measures, definite } }: Locale): string {
  if (!isMetricId(metric)) return metric
  const measure = Object.entries(measures).find(([id]) => id === metric)
  return measure?.[1].definite ?? definite[metric] ?? names[metric][0]
}

/** Where one stands in a target: in its segment, and its item. */
function inTarget(here: Standing, target: Target): Standing {
  const { survey } = here.setting
  const segment = segmentOrBenchmark(survey, target.segment) ?? here.segment
  const item = survey.items.find(({ id }) => id === (target.item ?? survey.items[0]?.id)) ?? here.item
  const metric = measureIds.find((id) => id === target.metric)
  const targeted = metric && metric !== 'share' ? { item, measure: { metric, options: null } } : null
  return inListed('target', { ...inSegment(here, segment), item, provider: null, targeted }, (there) => targetThing(there, target))
}

/** The target of the number that is told where one stands, outside of lists of targets. */
function targetHere(here: Standing): Named | null {
  const { segment, provider, item, setting } = here
  const { targets, items } = setting.survey
  if (provider !== null) return null
  const { metric } = measureOf(here)
  const target = targets.find((each) => each.segment === segment.id && (each.item ?? items[0]?.id) === item.id && each.metric === metric)
  return target ? targetThing(here, target) : null
}

/** Those of the segment one stands in and of all below it; `item=`: those of one question. */
function targetsOf(here: Standing, { options, fail }: Asked): Standing[] {
  const { targets, items } = here.setting.survey
  const within = new Set(segmentsOf(here.segment).map(({ segment }) => segment.id))
  const item = options.item === undefined ? null : itemOf(here, options.item, fail).id
  return targets
    .filter((target) => within.has(target.segment) && (item === null || (target.item ?? items[0]?.id) === item))
    .map((target) => inTarget(here, target))
}

function targetFigure(here: Standing, target: Target): Figure | null {
  return isMetricId(target.metric) ? figureAt(here, target.metric) : null
}

function targetResult(here: Standing, target: Target): FigureNumeral {
  const figure = targetFigure(here, target)
  return numeral('metric', here, figure, printed(figure, here, undefined), { metric: isMetricId(target.metric) ? target.metric : null })
}

/** Where one stands in an attachment, by its number from 0. */
function inAttachment(here: Standing, at: number): Standing {
  const { attachments, locale } = here.setting
  return inListed('attachment', here, (place) =>
    thing('attachment', attachments[at]?.id ?? '', place, {
      id: () => attachments[at]?.id ?? null,
      label: () => beginning(locale.document.attachment(at + 1)),
      title: () => inline(...(attachments[at]?.title() ?? [])),
    }),
  )
}

/** The attachment of that id, or made of that template; null where there is none. */
export function attachmentNamed(here: Standing, name: string): Named | null {
  const at = here.setting.attachments.findIndex(({ id, template }) => id === name || template === name)
  return at < 0 ? null : nounAt('attachment', inAttachment(here, at))
}

// ── numbers ──

function numeral(
  kind: NumeralKind,
  here: Standing,
  figure: FigureNumeral['figure'],
  slot: Slot | null,
  more: Partial<FigureNumeral> = {},
): FigureNumeral {
  return { is: 'number', kind, here, figure, slot, missing: missingWords(figure, here.setting.locale), metric: null, from: null, ...more }
}

/** A number that is of nobody we ask, with its unit where it is a share. */
export function plainNumber(here: Standing, figure: Figure | null): FigureNumeral {
  return numeral('plain', here, figure, printed(figure, here, undefined))
}

/** What stands in running text where there is no number. */
function missingWords(figure: Figure | null, { document: { missing } }: Locale): string {
  return figure?.status === 'withheld' ? missing.withheld : figure?.status === 'noAnswers' ? missing.noAnswers : missing.unknown
}

/** Digits only, or null where there is no number. */
export function digits(figure: Figure | null, locale: Locale): Slot | null {
  const text = figure && (besideTheEnd(figure, locale) ?? formatFigure(figure, locale, 'number'))
  return text ? inline({ type: 'figure', figure: figure.id, text }) : null
}

type AnyFigure = NonNullable<FigureNumeral['figure']>

/** The end that a share rounds to, none of something or all of it, where it was neither before it was rounded. */
function endBeside(figure: AnyFigure): 'none' | 'all' | null {
  const { unit, printed, possible, interval } = figure
  if (unit !== 'share' || isOfTwo(figure) || !interval || possible.length !== 1) return null
  if (Number(printed) === 0 && compare(interval.from, exact(0)) > 0) return 'none'
  return Number(printed) === 100 && compare(interval.to, exact(1)) < 0 ? 'all' : null
}

/** Such a share is told by what it is under or over: "under 0,1", "over 99,9". null of any other. */
function besideTheEnd(figure: Figure, locale: Locale): string | null {
  const end = endBeside(figure)
  if (end === null) return null
  const { decimals } = figure
  const step = decimals === 0 ? '1' : `0.${'1'.padStart(decimals, '0')}`
  const before = decimals === 0 ? '99' : `99.${'9'.repeat(decimals)}`
  const { lessThan, moreThan } = locale.document
  return end === 'none' ? lessThan(spellNumber(step, locale)) : moreThan(spellNumber(before, locale))
}

/** A printed number that can be compared: a share beside an end lies between that and the next that is printed. */
function numberTold(figure: AnyFigure): number {
  const end = endBeside(figure)
  const half = 10 ** -figure.decimals / 2
  return Number(figure.printed) + (end === 'none' ? half : end === 'all' ? -half : 0)
}

/** Digits and, after a no-break space, the unit. */
function withUnit(figure: Figure, locale: Locale, form: 'number' | 'signed' = 'number'): Slot {
  const text = besideTheEnd(figure, locale) ?? formatFigure(figure, locale, form) ?? ''
  if (figure.isInWords) return inline({ type: 'figure', figure: figure.id, text })
  return inline({ type: 'figure', figure: figure.id, text }, { type: 'text', text: `\u00a0${unitAfter(figure, locale)}` })
}

/** A change without its sign, which the words around it carry: "8 indekspoint" in "et fald på 8 indekspoint". */
function magnitude(figure: Figure | null, locale: Locale): Slot | null {
  return figure?.printed ? withUnit({ ...figure, printed: figure.printed.replace('-', '') }, locale) : null
}

/**
 * What a part contributes, without its sign: a number, or the range it lies in where rounding hides it ("2–4
 * indekspoint").
 */
function contributed(figure: Contribution, locale: Locale): Slot | null {
  if (figure.possible.length < 2) return magnitude(figure, locale)
  const farthest = [...figure.possible].sort((a, b) => Math.abs(Number(b)) - Math.abs(Number(a)))[0] ?? null
  const text = formatContribution(figure, locale) ?? ''
  const unit = unitAfter({ ...figure, printed: farthest }, locale)
  return inline({ type: 'figure', figure: figure.id, text }, { type: 'text', text: `\u00a0${unit}` })
}

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

/** There is no such period. */
function absentNumber(here: Standing): FigureNumeral {
  return numeral('metric', here, null, null)
}

function metricAt(here: Standing, metric: MetricId, options: string | null, { options: { unit, words: inWords } }: Asked): FigureNumeral {
  const figure = figureAt(here, metric, options)
  const measure = measureOf(here)
  const isLevel = measure.metric === metric && measure.options === options
  const slot = (inWords === true && shareInWords(figure, here)) || printed(figure, here, unit)
  return numeral(isLevel ? 'level' : 'metric', here, figure, slot, { metric })
}

function printed(figure: Figure | null, { setting: { locale } }: Standing, unit: Result | undefined): Slot | null {
  if (!figure?.printed) return null
  const hasUnit = unit === undefined ? figure.unit === 'share' : unit === true
  return hasUnit ? withUnit(figure, locale) : digits(figure, locale)
}

/** A share in words, which stand for the figure; null where no words are exact, so that it is told in per cent. */
function shareInWords(figure: Figure | null, { setting: { locale } }: Standing): Slot | null {
  if (figure?.unit !== 'share' || figure.printed === null || figure.interval === null) return null
  const text = spellShare(figure.interval, locale)
  return text === null ? null : inline({ type: 'figure', figure: figure.id, text })
}

/** `options=`: ids joined by +, of the option one stands in where nothing is said. */
function optionsOf({ options: { options }, fail }: Asked, here: Standing, metric: MetricId): string | null {
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
function asked(call: Asked): Standing | null {
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
function standing(here: Standing, of: Result, fail: Asked['fail']): Standing {
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
function segmentStanding(here: Standing, id: string, fail: Asked['fail']): Standing {
  const { survey } = here.setting
  const segment = segmentOrBenchmark(survey, id) ?? fail(id, someOf(segmentsAndBenchmarks(survey).map((each) => each.id)))
  return { ...inSegment(here, segment), provider: null }
}

function providerStanding(here: Standing, id: string, fail: Asked['fail']): Standing {
  const { providers } = here.setting.survey
  const provider = providers.find((each) => each.id === id) ?? fail(id, someOf(providers.map((each) => each.id)))
  return { ...here, provider, isCommon: false }
}

function itemOf({ setting: { survey } }: Standing, item: Result, fail: Asked['fail']) {
  const id = isThing(item) ? item.here.item.id : textOf(item)
  return survey.items.find((each) => each.id === id) ?? fail(shown(item), someOf(survey.items.map((each) => each.id)))
}

/** `period=previous`, a noun; `period="previous"`, `"current"` or an id. null: nothing is compared. */
function periodOf(here: Standing, given: Result, fail: Asked['fail']): Period | null {
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

/** The id of a group or benchmark, `target` or `midpoint`. null: there is nothing of the kind. */
function heldAgainst(to: Result, { here, fail }: Asked): string | null {
  const of = single(to)
  if (of === null) return null
  if (isNumeral(of)) return 'midpoint'
  const id = isThing(of) ? (of.noun === 'target' ? 'target' : (of as Named).id) : textOf(of)
  const { survey } = here.setting
  const isGroup = !isThing(of) || of.noun === 'segment' || of.noun === 'benchmark'
  if (id !== null && (isFixedPoint(id) || (isGroup && segmentOrBenchmark(survey, id)))) return id
  return fail(shown(of), ['target', 'midpoint', someOf(segmentsAndBenchmarks(survey).map((each) => each.id))].join(', '))
}

function differenceAt(here: Standing, level: Figure | null, to: string, { sign }: Asked['options']): FigureNumeral {
  const { figures, basis, locale } = here.setting
  const difference = (level && differenceOf(figures, level.id, to, { basis })) ?? null
  const slot = !difference?.printed ? null : sign === true ? withUnit(difference, locale, 'signed') : magnitude(difference, locale)
  return numeral('difference', here, difference, slot)
}

/** The middle of the item's scale, which is nobody's figure. */
function midpointAt(here: Standing): FigureNumeral {
  const middle = middleOfRange(measureOf(here).metric, scaleAt(here))
  const text = middle && spellNumber(String(toNumber(middle)), here.setting.locale)
  return numeral('plain', here, null, text ? words(text) : null)
}

/**
 * The members of a list by what may be told of them against something: all that have a number of it, those above,
 * below, equal, alike only at the coarser precision of the two, undecided where rounding hides it, each a list; and
 * the one that is nearest and the one farthest, absent in a tie and where rounding hides which it is.
 */
const compareWord: Entry = {
  takes: [1, 1],
  options: ['to'],
  lazy: ['to'],
  run: (call) => {
    const [list] = call.args
    const to = call.lazy('to')
    if (!isList(list)) return call.fail(shown(list), 'list')
    if (to === null) return call.fail('compare', 'to=')
    const { noun, called, members } = list as NounList
    const held = members.map((member) => {
      const against = heldAgainst(to(member), call)
      const level = against === null ? null : levelAt(member)
      return { member, difference: against !== null && level ? differenceOf(member.setting.figures, level.id, against) : undefined }
    })
    const known = held.filter(({ difference }) => difference?.printed != null)
    const those = (standing: Difference['direction'] | 'roundedAlike'): NounList =>
      listOf(
        known.filter(({ member, difference }) => standingToldOf(difference, member) === standing).map(({ member }) => member),
        noun,
        call.here,
        { called, of: known.length },
      )
    const extreme = (sign: 1 | -1): Result => {
      const found = known.find((one) => known.every((other) => other === one || liesFarther(one.difference, other.difference, sign)))
      return found && known.length > 1 ? nounAt(noun, found.member) : null
    }
    const attributes = {
      all: () =>
        listOf(
          known.map(({ member }) => member),
          noun,
          call.here,
          { called },
        ),
      above: () => those('above'),
      below: () => those('below'),
      equal: () => those('equal'),
      roundedAlike: () => those('roundedAlike'),
      undecided: () => those('undecided'),
      farthest: () => extreme(1),
      nearest: () => extreme(-1),
    }
    const inner: Named = thing('other', 'comparison', call.here, attributes)
    return known.length === 0 ? null : { ...inner, here: inListed('comparison', call.here, () => inner) }
  },
}

/** How a difference is told: 4.2 and 4 are the same at the coarser precision, and not as a reader sees them. */
function standingToldOf(difference: Difference | null | undefined, { setting }: Standing): Difference['direction'] | 'roundedAlike' {
  if (difference?.direction !== 'equal' || difference.key.kind !== 'difference') return difference?.direction ?? null
  const [own, other] = endsOfDifference(difference.key).map((key) => key && figureOf(setting.figures, idOfKey(key, setting.survey)))
  const isAlike = !own?.printed || !other?.printed || Number(own.printed) === Number(other.printed)
  return isAlike ? 'equal' : 'roundedAlike'
}

/** Whether one difference is larger than another, or smaller, by what is printed and whatever rounding hides. */
function liesFarther(one: Difference | undefined, other: Difference | undefined, sign: 1 | -1): boolean {
  const [own, others] = [extentOf(one), extentOf(other)]
  if (!own || !others) return false
  return sign > 0
    ? own.printed > others.printed && compare(own.least, others.most) >= 0
    : own.printed < others.printed && compare(own.most, others.least) <= 0
}

/** How large a difference is without its sign: as it is printed, and at the least and at the most. */
function extentOf(difference: Difference | undefined): { printed: number; least: Exact; most: Exact } | null {
  if (!difference?.interval || difference.printed === null) return null
  const { from, to } = difference.interval
  const ends = [from, to].map((end) => fromFraction(toFraction(end).abs()))
  const [small = from, large = to] = ends.toSorted(compare)
  const isAcrossZero = compare(from, exact(0)) < 0 && compare(to, exact(0)) > 0
  return { printed: Math.abs(Number(difference.printed)), least: isAcrossZero ? exact(0) : small, most: large }
}

/** How many of the list that a list was taken from: "begge spørgsmål", "to af de seks temaer (Samtalen og Ro)". */
const howManyWord: Entry = {
  takes: [1, 1],
  options: ['names'],
  run: ({ args: [list], options: { names }, here, fail }) => {
    if (!isList(list)) return fail(shown(list), 'list')
    const { members, of, called, noun } = list as NounList
    const { locale } = here.setting
    const spoken = members.map((member) => spokenName(noun, member))
    const { comma, last } = locale.document.list
    const named = spoken.length < 2 ? spoken.join('') : `${spoken.slice(0, -1).join(comma)}${last}${spoken.at(-1)}`
    // One of one is told by its name alone.
    if (names === true && of === 1 && members.length === 1) return words(named)
    const isNamed = names === true && members.length > 0 && members.length < of && members.length <= mostNamed
    return beginning(
      locale.document.howMany({
        count: members.length,
        of,
        called,
        countWord: countWord(members.length, locale),
        ofWord: countWord(of, locale),
        names: isNamed ? named : null,
      }),
    )
  },
}

// ── asking ──

/** Words that can be said of each kind of value, and when they are so. */
type States<T> = Readonly<Record<string, (value: T) => boolean>>

const numberStates: StatesOf<'number', FigureNumeral> = {
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

/** It is that number, before it was rounded too. */
function isExactly(figure: AnyFigure | null, number: Exact): boolean {
  if (!figure?.printed || !figure.interval || isOfTwo(figure)) return false
  return compare(figure.interval.from, number) === 0 && compare(figure.interval.to, number) === 0
}

function absenceOf({ slot, here, kind, figure }: FigureNumeral): string | null {
  if (slot !== null) return null
  if (kind === 'level') return factsAt(here).absence
  return figure?.status === 'withheld' ? 'withheld' : figure?.status === 'noAnswers' ? 'noAnswers' : 'unknown'
}

const changeStates: StatesOf<'change', FigureNumeral> = {
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

function verdictOf({ here, from }: FigureNumeral): Verdict | null {
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

const differenceStates: StatesOf<'difference', FigureNumeral> = {
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

const contributionStates: StatesOf<'contribution', FigureNumeral> = {
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

const thingStates: Partial<Record<Noun, States<Named>>> & { [N in Noun & keyof typeof stateMeanings]: StatesOf<N, Named> } = {
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

const listStates: StatesOf<'list', NounList> = {
  one: ({ members }) => members.length === 1,
  several: ({ members }) => members.length > 1,
  many: ({ members }) => members.length > mostNamed,
  empty: ({ members }) => members.length === 0,
}

/** At most this many are named in a sentence; of more only the number is told. */
const mostNamed = 6

const isWord: Entry = {
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

// ── lists ──

const listOptions = ['of', 'order', 'limit', 'except']
const lazyOptions = ['where', 'sortBy']

export function listWord(
  noun: Noun,
  members: (here: Standing, call: Asked) => readonly Standing[],
  options: readonly string[] = [],
): Entry {
  return {
    takes: [0, 0],
    options: [...listOptions, ...lazyOptions, ...options],
    lazy: lazyOptions,
    run: (call) => {
      const of = call.options.of === undefined ? undefined : single(call.options.of)
      if (of === null) return narrowed(listOf([], noun, call.here), call)
      const here = of === undefined ? call.here : standing(call.here, of, call.fail)
      return narrowed(listOf(members(here, call), noun, here), call)
    },
  }
}

/** A list that is the same wherever one stands, so that nobody can ask whose it is. */
function nobodys(entry: Entry): Entry {
  return { ...entry, options: entry.options.filter((option) => option !== 'of') }
}

/** A list by its `where=`, `except=`, `sortBy=`, `limit=`. */
function narrowed(list: NounList, call: Asked): NounList {
  const { options, lazy, fail } = call
  const except = options.except === undefined ? [] : idsIn(options.except)
  const where = lazy('where')
  const sortBy = lazy('sortBy')
  const kept = list.members.filter(
    (member) => !(except.length > 0 && except.includes(idOf(list.noun, member))) && (!where || isTrue(where(member))),
  )
  const sizes: Sizes | null = sortBy ? sizesOf(kept.map((member) => [member, sortBy(member)] as const)) : list.sizes
  const sorted = sortBy && sizes ? sortedBy(kept, sizes, options.order === 'least') : kept
  const limit = options.limit === undefined ? sorted.length : options.limit
  if (typeof limit !== 'number') return fail('limit', '3')
  const most = options.limit !== undefined && sizes ? placesWithin(sorted, sizes, limit) : limit
  const picked = sorted
    .slice(0, most)
    .map((member) => ({ member, told: sizes && most < sorted.length ? { ...member, isPicked: true } : member }))
  return listOf(
    picked.map(({ told }) => told),
    list.noun,
    call.here,
    {
      called: list.called,
      rest: sorted.slice(most),
      of: list.of,
      sizes: sizes && new Map(picked.map(({ member, told }) => [told, sizes.get(member) ?? null])),
    },
  )
}

/** Greatest first, those without a number last; a change or difference by its size. */
function sortedBy(members: readonly Standing[], sizes: Sizes, isLeastFirst: boolean): Standing[] {
  const sign = isLeastFirst ? -1 : 1
  return members.toSorted((first, second) => {
    const [a, b] = [sizes.get(first) ?? null, sizes.get(second) ?? null]
    return a === null || b === null ? Number(a === null) - Number(b === null) : sign * (b - a)
  })
}

/**
 * How many of a sorted list a limit takes: all that are printed alike share a place, so none of them is chosen ahead of
 * another, and those without a number have no place.
 */
function placesWithin(sorted: readonly Standing[], sizes: Sizes, limit: number): number {
  const placed = sorted.flatMap((member) => sizes.get(member) ?? [])
  const shared = placed.findLastIndex((size) => size === placed[limit - 1]) + 1
  return limit < 1 ? 0 : limit < placed.length ? shared : placed.length
}

/** Of shares some of which are in words there are no places where one may be as great as another. */
function sizesOf(all: readonly (readonly [Standing, Result])[]): Sizes {
  const figures = all.flatMap(([, value]) => (isNumeral(value) ? ((value as FigureNumeral).figure ?? []) : []))
  const isPlaced = (figure: Figure): boolean =>
    figures.every((other) => other.printed === null || isSameWords(figure, other) || isAllAbove(figure, other) || isAllAbove(other, figure))
  const isOpen = figures.some((figure) => figure.isInWords && !isPlaced(figure))
  return new Map(all.map(([member, value]) => [member, isOpen ? null : sizeOf(value)]))
}

function isSameWords(a: Figure, b: Figure): boolean {
  return a === b || (a.isInWords === true && b.isInWords === true && a.printed === b.printed)
}

function sizeOf(value: Result): number | null {
  if (!isNumeral(value)) return null
  const { figure, kind } = value as FigureNumeral
  if (figure?.printed == null) return null
  return kind === 'change' || kind === 'difference' ? Math.abs(Number(figure.printed)) : numberTold(figure)
}

/** The id of the noun that one stands in. */
export function idOf(noun: Noun, here: Standing): string {
  return nounAt(noun, here)?.id ?? ''
}

function idsIn(value: Result): string[] {
  if (isThing(value)) return [(value as Named).id]
  if (isList(value)) return value.members.map((member) => idOf((value as NounList).noun, member))
  return []
}

/** Things and lists as one: `(these whole parts except=told)`. */
const theseWord: Entry = {
  takes: [1, 20],
  options: [...listOptions, ...lazyOptions],
  lazy: lazyOptions,
  run: (call) => narrowed(joined(call), call),
}

function joined(call: Asked): NounList {
  const given = call.args.filter((arg) => arg !== null)
  const noun =
    given.map((arg) => (isList(arg) ? (arg as NounList).noun : isThing(arg) ? (arg.noun as Noun) : call.fail('these', 'list'))).at(0) ??
    'segment'
  const members = given.flatMap((arg) => (isList(arg) ? arg.members : isThing(arg) ? [arg.here] : []))
  const seen = new Set<string>()
  const unique = members.filter((member) => {
    const id = idOf(noun, member)
    return !seen.has(id) && seen.add(id) !== undefined
  })
  const [only] = given
  if (given.length !== 1 || !isList(only)) return listOf(unique, noun, call.here)
  const { called, sizes } = only as NounList
  return listOf(unique, noun, call.here, { called, sizes })
}

/**
 * What deserves a sentence: all, where that is no more than `limit`; else the whole and those with the greatest rise
 * and the greatest fall (nothing compared: the highest and the lowest result), all that share it where they are few.
 * Not: a whole without a number, an only part, which says what the whole says.
 */
const standoutWord: Entry = {
  takes: [1, 20],
  options: ['limit'],
  run: (call) => {
    const all = joined(call)
    const most = typeof call.options.limit === 'number' ? call.options.limit : mostStandout
    const wholes = all.members.filter(isWhole)
    const [total] = wholes
    const parts = all.members.filter((member) => !wholes.includes(member))
    if (parts.length === 1 && total && factsAt(total).value?.printed != null) return listOf([total], all.noun, call.here)
    const candidates = total && isWithoutTotal(total) ? parts : all.members
    if (candidates.length <= most) return listOf(candidates, all.noun, call.here)
    const extremes = extremesOf(parts)
    const isFew = extremes.flat().length < most
    const told = new Map(
      extremes.flatMap((alike) => (isFew ? alike : alike.slice(0, 1)).map((member) => [member, isFew ? [] : alike.slice(1)] as const)),
    )
    const isTold = (member: Standing) => wholes.includes(member) || told.has(member)
    return listOf(
      candidates.filter(isTold).map((member) => ({ ...member, isPicked: told.has(member), alike: told.get(member) ?? [] })),
      all.noun,
      call.here,
      { rest: candidates.filter((member) => !isTold(member)) },
    )
  },
}

/** At most this many deserve a sentence where nothing is said. */
const mostStandout = 5

/**
 * Those with the greatest rise and those with the greatest fall; where nothing is compared with the highest and the
 * lowest value, if they differ.
 */
function extremesOf(members: readonly Standing[]): Standing[][] {
  const isCompared = members.some((member) => previousOf(member) !== null)
  const measured = members.flatMap((member) => {
    const { change, value } = factsAt(member)
    const number = isCompared ? change?.printed : value?.printed
    return number ? [{ member, value: Number(number) }] : []
  })
  const values = measured.map(({ value }) => value)
  const [lowest, highest] = [Math.min(...values), Math.max(...values)]
  const [hasHighest, hasLowest] = isCompared ? [highest > 0, lowest < 0] : [highest > lowest, highest > lowest]
  const extremes = [...(hasHighest ? [highest] : []), ...(hasLowest ? [lowest] : [])]
  return extremes.map((extreme) => measured.filter(({ value }) => value === extreme).map(({ member }) => member))
}

const optionsWord: Entry = {
  ...listWord(
    'option',
    (here, { options: { counted } }) =>
      scaleAt(here)
        .options.filter((option) => counted === undefined || 'score' in option === counted)
        .map((option) => ({ ...here, option })),
    ['counted'],
  ),
}

// ── words about lists and numbers ──

const sizeWord: Entry = {
  takes: [1, 1],
  options: [],
  run: ({ args: [list], here, fail }) =>
    isList(list) ? beginning(countWord(list.members.length, here.setting.locale)) : fail(shown(list), 'list'),
}

const countedWord: Entry = {
  takes: [1, 1],
  options: [],
  run: ({ args: [value], here, fail }) => {
    if (!isList(value)) return fail(shown(value), 'list')
    const { members, called } = value as NounList
    const { locale } = here.setting
    const [count, word] = [members.length, countWord(members.length, locale)]
    // One of one: the locale knows its gender.
    if (count === 1) return beginning(locale.document.howMany({ count, of: count, called, countWord: word, ofWord: word, names: null }))
    return beginning(`${word} ${called.many}`)
  },
}

const pluralWord: Entry = {
  takes: [3, 3],
  options: [],
  run: ({ args: [value, one, many], fail }) => {
    const isOne = isList(value)
      ? value.members.length === 1
      : isNumeral(value)
        ? (value as FigureNumeral).figure?.printed === '1'
        : fail(shown(value), 'list, number')
    return (isOne ? one : many) ?? null
  },
}

const listNames: Entry = {
  takes: [1, 1],
  options: ['join'],
  run: ({ args: [value], options: { join }, here, fail }) => {
    if (!isList(value)) return fail(shown(value), 'list')
    const { noun, members } = value as NounList
    const { locale } = here.setting
    const { comma, last } = locale.document.list
    const before = typeof join === 'string' ? ` ${join} ` : last
    const names = members.map((member) => spokenName(noun, member))
    return words(names.length < 2 ? names.join('') : `${names.slice(0, -1).join(comma)}${before}${names.at(-1)}`)
  },
}

function spokenName(noun: Noun, here: Standing): string {
  const { locale } = here.setting
  if (noun === 'theme') return inText(optionLabel(scaleAt(here), here.option as ResponseOption, locale))
  if (noun === 'option') return locale.document.quote(optionLabel(scaleAt(here), here.option as ResponseOption, locale))
  if (noun === 'period') return formatPeriod(here.period, locale, 'name')
  if (noun === 'item') return here.item.label
  if (noun === 'line') return here.line ?? ''
  if (noun === 'record') return labelOf(listedNoun('record', here))
  return nameOf(here)
}

/** The name of a noun, as plain words. */
/** What of a standing a list of a noun leads to; all else is where one stood before. */
const walked: Partial<Record<Noun, readonly (keyof Standing)[]>> = {
  segment: ['segment', 'depth', 'isCommon'],
  provider: ['segment', 'provider', 'isCommon'],
  item: ['item'],
  period: ['period'],
  option: ['item', 'option'],
  theme: ['item', 'option'],
  target: ['segment', 'provider', 'item', 'targeted', 'isCommon'],
  line: ['line'],
}

/**
 * A value that was asked for elsewhere, walked from here: `names` are asked for standing in the whole, and inside a
 * provider, a question or a period their members are its.
 */
export function walkedFrom(here: Standing, value: Value<Standing>): Value<Standing> {
  const from = (noun: Noun, member: Standing): Standing => {
    const kept = Object.fromEntries((walked[noun] ?? []).map((key) => [key, member[key]]))
    const nouns = { ...here.nouns, ...member.nouns }
    const place = kept.item && noun !== 'target' ? inItem(here, member.item) : here
    return { ...place, ...kept, nouns, isPicked: member.isPicked, alike: member.alike.map((other) => from(noun, other)) }
  }
  if (isThing(value) && value.noun in walked) return nounAt(value.noun as Noun, from(value.noun as Noun, value.here))
  if (!isList(value)) return value
  const { noun, members, rest, called, of, sizes } = value as NounList
  const moved = new Map(members.map((member) => [member, from(noun, member)]))
  return listOf([...moved.values()], noun, here, {
    called,
    of,
    rest: rest.map((member) => from(noun, member)),
    sizes: sizes && new Map([...sizes].map(([member, size]) => [moved.get(member) ?? member, size])),
  })
}

function labelOf(noun: Thing<Standing> | null): string {
  const label = noun?.attributes.label?.()
  if (!label || typeof label !== 'object' || !('slot' in label) || label.slot === null || !('children' in label)) return ''
  return plainText(label.children)
}

const whyWord: Entry = {
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

const verdictWord: Entry = {
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

const sameWord: Entry = {
  takes: [2, 2],
  options: [],
  run: ({ args, fail }) => {
    const [a, b] = args.map((each) => single(each))
    if (a == null || b == null) return false
    if (isThing(a) && isThing(b)) return a.noun === b.noun && (a as Named).id === (b as Named).id
    if (isNumeral(a) && isNumeral(b)) {
      const [first, second] = [(a as FigureNumeral).figure, (b as FigureNumeral).figure]
      if (first?.printed == null || first.printed !== second?.printed) return false
      return first.isInWords === second.isInWords && endBeside(first) === endBeside(second)
    }
    const [first, second] = [textOf(a), textOf(b)]
    return first !== null && second !== null ? first === second : fail(`${shown(a)}, ${shown(b)}`, 'two numbers, two nouns or two texts')
  },
}

const moreWord: Entry = {
  takes: [2, 2],
  options: [],
  run: ({ args, fail }) => {
    const [a, b] = args.map((value) => {
      if (!isNumeral(value)) return fail(shown(value), 'number')
      return (value as FigureNumeral).figure
    })
    if (a?.printed == null || b?.printed == null) return false
    if (a.isInWords || b.isInWords) return isAllAbove(a, b)
    return numberTold(a) > numberTold(b)
  },
}

/** Whatever a share in words may be, the one is more than the other. */
function isAllAbove(a: Figure, b: Figure): boolean {
  if (!a.interval || !b.interval) return false
  const ends = compare(a.interval.from, b.interval.to)
  return ends > 0 || (ends === 0 && !(a.interval.fromIncluded && b.interval.toIncluded))
}

const atLeastWord: Entry = {
  takes: [2, 2],
  options: [],
  run: ({ args: [list, number], fail }) =>
    isList(list) && typeof number === 'number' ? list.members.length >= number : fail(shown(number), 'list, number'),
}

function connective(holds: (args: readonly Result[]) => boolean, takes: [number, number]): Entry {
  return { takes, options: [], run: ({ args }) => holds(args) }
}

// ── the words of the survey ──

/** A noun with these attributes, which is nobody's kind. */
function other(id: string, here: Standing, attributes: Attributes<Standing>): Named {
  return thing('other', id, here, attributes)
}

function plain(run: (here: Standing) => Result): Entry {
  return { takes: [0, 0], options: [], run: ({ here }) => run(here) }
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
  const states: StatesOf<'decomposition', Named> = { addsUp: () => !parts.differs, common: () => parts.isCommon }
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

// ── words a document adds ──

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

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

// ── what the check knows of it ──

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
