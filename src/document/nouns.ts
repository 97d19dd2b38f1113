/** The nouns of a survey, which a template asks for their attributes: groups, items, periods, benchmarks, targets. */
import { targetNumber } from '../difference.js'
import { someOf } from '../errors.js'
import type { Figure } from '../figure.js'
import { formatPeriod, spellNumber, unitAfter } from '../locale/spelling.js'
import type { Locale } from '../locale/words.js'
import { bestTwo, isMetricId, metrics, scoredOptions } from '../metrics.js'
import { optionLabel } from '../options.js'
import {
  type Benchmark,
  type Called,
  type Period,
  type ResponseOption,
  type Segment,
  segmentOrBenchmark,
  segmentsOf,
  type Target,
  targetId,
} from '../survey.js'
import type { AttributesOf } from './meanings.js'
import { differenceAt, numeral, printed } from './numbers.js'
import {
  breakAt,
  figureAt,
  inSegment,
  inText,
  isMultiple,
  itemsAt,
  itemsCalled,
  measureIds,
  measureOf,
  nameOf,
  onOf,
  partsCalled,
  phraseOf,
  type Standing,
  scaleAt,
  scaleEnds,
  shortName,
  statementOf,
} from './standing.js'
import { isList, isThing } from './template.js'
import {
  type Asked,
  beginning,
  capitalised,
  type FigureNumeral,
  inline,
  type Named,
  type Noun,
  type NounList,
  optional,
  type Result,
  shown,
  textOf,
  thing,
  words,
} from './values.js'

/** A list of one stands for its member; one of none or of several for nothing, since none of them may be chosen. */
export function single(value: Result): Result {
  if (!isList(value)) return value
  const { noun, members } = value as NounList
  const [only, ...more] = members
  return only && more.length === 0 ? nounAt(noun, only) : null
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
      one: () => words(called.one),
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

export function segmentThing(here: Standing): Named {
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

export function itemThing(here: Standing): Named {
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

export function measureThing(here: Standing): Named {
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

/** Of the item one stands in, where several options may be ticked; else of all whose options are themes. */
export function themesOf(here: Standing): Standing[] {
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

export function valenceOf({ option }: Standing): string | null {
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
export function inBenchmark(here: Standing, benchmark: Benchmark): Standing {
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
export function definiteOf(metric: string, { metrics: names, document: { measures, definite } }: Locale): string {
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
export function targetsOf(here: Standing, { options, fail }: Asked): Standing[] {
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
export function inAttachment(here: Standing, at: number): Standing {
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

export function itemOf({ setting: { survey } }: Standing, item: Result, fail: Asked['fail']) {
  const id = isThing(item) ? item.here.item.id : textOf(item)
  return survey.items.find((each) => each.id === id) ?? fail(shown(item), someOf(survey.items.map((each) => each.id)))
}

/** The id of the noun that one stands in. */
export function idOf(noun: Noun, here: Standing): string {
  return nounAt(noun, here)?.id ?? ''
}

export function idsIn(value: Result): string[] {
  if (isThing(value)) return [(value as Named).id]
  if (isList(value)) return value.members.map((member) => idOf((value as NounList).noun, member))
  return []
}
