/** Facts before words: what a memo may say about each group, as claims and figures. The template chooses the words. */
import { changeOf, isWeakBase } from '../change.js'
import { decompositionOf } from '../decomposition.js'
import type { Change, ChangeBasis, Figure, Figures } from '../figure.js'
import { figureId } from '../figure-key.js'
import { figureOf } from '../figures.js'
import type { Locale } from '../locale/words.js'
import { type MetricId, scoredOptions } from '../metrics.js'
import { optionLabel } from '../options.js'
import { exact, fromFraction, isEqual, toFraction } from '../printed.js'
import type { DocumentSpec, Project } from '../project.js'
import { scaleOf } from '../scales.js'
import {
  type Item,
  isLeaf,
  type Period,
  type ResponseOption,
  type Scale,
  type Segment,
  type SegmentNode,
  type Survey,
  segmentsOf,
} from '../survey.js'
import type { Inline } from './blocks.js'

/** What a document is about, looked up once. */
export type Setting = {
  figures: Figures
  survey: Survey
  /** the survey's first item: what the memo tells of */
  item: Item
  scale: Scale
  current: Period
  /** null where no change is told */
  previous: Period | null
  basis: ChangeBasis
  /** the author's own words, printed, by segment id */
  explanations: Readonly<Record<string, Inline[]>>
  locale: Locale
}

export function settingOf(project: Project, spec: DocumentSpec, figures: Figures, locale: Locale): Setting {
  const { survey } = project
  const item = survey.items[0] as Item
  const periodOf = (id: string | null) => survey.periods.find((period) => period.id === id) ?? null
  return {
    figures,
    survey,
    item,
    scale: scaleOf(survey, item),
    current: periodOf(spec.period) as Period,
    previous: periodOf(spec.compareWith),
    basis: spec.changeBasis,
    explanations: {},
    locale,
  }
}

/** A metric of a segment in one of the document's periods; null where there is no such figure. */
export function metricOf(setting: Setting, metric: MetricId, segment: string, period: Period | null, options?: string): Figure | null {
  if (!period) return null
  const subject = { metric, segment, period: period.id, item: setting.item.id, options: options ?? null }
  return figureOf(setting.figures, figureId(subject, setting.survey)) ?? null
}

/** Why a segment has no index in a period: nobody answered, too few did, or nothing is known of it. null where it has one. */
export type Absence = 'noAnswers' | 'withheld' | 'unknown'

export function absenceOf(setting: Setting, segment: Segment, period: Period): Absence | null {
  const index = metricOf(setting, 'indexScore', segment.id, period)
  if (index?.printed != null) return null
  if (index?.status === 'withheld') return 'withheld'
  const isEmpty = index?.status === 'noAnswers' || metricOf(setting, 'base', segment.id, period)?.printed === '0'
  return isEmpty ? 'noAnswers' : 'unknown'
}

// ── one group ──

/** What is true of one segment in the document's periods. */
export type SegmentFacts = {
  segment: Segment
  /** indexScore and base; null where there is no figure for the period */
  index: Figure | null
  previousIndex: Figure | null
  base: Figure | null
  previousBase: Figure | null
  change: Change | null
  /** why there is no index in the current period */
  absence: Absence | null
  /** why there is none in the period before; null where nothing is compared */
  previousAbsence: Absence | null
  /** the base fell by more than half, so the comparison stands on weak ground */
  isWeak: boolean
  explanation: Inline[] | null
}

/** Facts of a setting, by segment: text, tables and charts ask for the same ones. */
const knownFacts = new WeakMap<Setting, Map<Segment, SegmentFacts>>()

export function factsOf(setting: Setting, segment: Segment): SegmentFacts {
  const known = knownFacts.get(setting) ?? new Map<Segment, SegmentFacts>()
  knownFacts.set(setting, known)
  const facts = known.get(segment) ?? gatherFacts(setting, segment)
  known.set(segment, facts)
  return facts
}

function gatherFacts(setting: Setting, segment: Segment): SegmentFacts {
  const { current, previous, figures, basis, explanations } = setting
  const index = metricOf(setting, 'indexScore', segment.id, current)
  const previousIndex = metricOf(setting, 'indexScore', segment.id, previous)
  const base = metricOf(setting, 'base', segment.id, current)
  const previousBase = metricOf(setting, 'base', segment.id, previous)
  return {
    segment,
    index,
    previousIndex,
    base,
    previousBase,
    change: index && previousIndex ? (changeOf(figures, previousIndex.id, index.id, { basis }) ?? null) : null,
    absence: absenceOf(setting, segment, current),
    previousAbsence: previous && absenceOf(setting, segment, previous),
    isWeak: isWeakBase(previousBase, base),
    explanation: Object.hasOwn(explanations, segment.id) ? (explanations[segment.id] ?? null) : null,
  }
}

// ── themes ──

/** At most this many themes; of more, the total, the greatest rise and the greatest fall. */
const mostThemes = 5

/** A segment that the conclusion tells of. `equals`: how many others have the same change (or index, where nothing is compared) and are not told. */
export type Theme = { facts: SegmentFacts; equals: number }

/**
 * What the conclusion tells: the root and its parts, or the most telling of them, and the rest. In the order of the tree. A root without a number
 * of its own, because its parts give none, is no theme; nor is an only part, which says what the root says.
 */
export function themesOf(setting: Setting): { themes: Theme[]; others: SegmentFacts[] } {
  const root = setting.survey.segments
  const total = factsOf(setting, root)
  const parts = (root.parts ?? []).map((segment) => factsOf(setting, segment))
  if (parts.length === 1 && total.index?.printed != null) return { themes: [{ facts: total, equals: 0 }], others: [] }
  const all = isWithoutTotal(setting) ? parts : [total, ...parts]
  if (all.length <= mostThemes) return { themes: all.map((facts) => ({ facts, equals: 0 })), others: [] }
  const extremes = extremesOf(setting, parts)
  // All that share the greatest rise or fall, unless they are too many to tell.
  const isFew = extremes.flat().length < mostThemes
  const told = new Map(
    extremes.flatMap((alike) => (isFew ? alike : alike.slice(0, 1)).map((facts) => [facts, isFew ? 0 : alike.length - 1])),
  )
  const isTold = (facts: SegmentFacts) => facts === total || told.has(facts)
  return {
    themes: all.filter(isTold).map((facts) => ({ facts, equals: told.get(facts) ?? 0 })),
    others: all.filter((facts) => !isTold(facts)),
  }
}

/** Those with the greatest rise and those with the greatest fall; where nothing is compared with the highest and the lowest index, if they differ. */
function extremesOf({ previous }: Setting, parts: readonly SegmentFacts[]): SegmentFacts[][] {
  const measured = parts.flatMap((facts) => {
    const printed = previous ? facts.change?.printed : facts.index?.printed
    return printed ? [{ facts, value: Number(printed) }] : []
  })
  const values = measured.map(({ value }) => value)
  const [lowest, highest] = [Math.min(...values), Math.max(...values)]
  const [hasHighest, hasLowest] = previous ? [highest > 0, lowest < 0] : [highest > lowest, highest > lowest]
  const extremes = [...(hasHighest ? [highest] : []), ...(hasLowest ? [lowest] : [])]
  return extremes.map((extreme) => measured.filter(({ value }) => value === extreme).map(({ facts }) => facts))
}

/** The parts give no total, because they overlap or do not cover the whole, and nobody has published one. */
export function isWithoutTotal(setting: Setting): boolean {
  const { survey, current } = setting
  const { parts, complete, overlap } = survey.segments
  return parts !== undefined && (!complete || overlap) && absenceOf(setting, survey.segments, current) === 'unknown'
}

/** The root's parts that have parts: each gets a section, points and a table. */
export function groupsOf({ survey }: Setting): Segment[] {
  return (survey.segments.parts ?? []).filter((segment) => !isLeaf(segment))
}

/** The segments that a memo's tables show, each once, in their order: a root without a number of its own is none of them. */
export function shownSegments(setting: Setting): readonly SegmentNode[] {
  const all = segmentsOf(setting.survey.segments)
  return isWithoutTotal(setting) ? all.slice(1) : all
}

// ── what the total's change consists of ──

/** `addsUp`: the two printed contributions give the printed change. */
export type ChangeParts = { within: Figure; mix: Figure; addsUp: boolean }

/** null where nothing is compared, where there are not two parts to shift between, or where they give no total. */
export function changePartsOf(setting: Setting): ChangeParts | null {
  const { survey, figures, previous, current } = setting
  const { change } = factsOf(setting, survey.segments)
  if (!previous || !change?.value || !change.printed || (survey.segments.parts?.length ?? 0) < 2) return null
  const [within, mix] = decompositionOf(figures, 'indexScore', survey.segments.id, previous.id, current.id)
  if (!within?.printed || !mix?.printed) return null
  // Two contributions of nothing are no news.
  if (Number(within.printed) === 0 && Number(mix.printed) === 0) return null
  const sum = fromFraction(toFraction(exactOf(within)).add(toFraction(exactOf(mix))))
  return { within, mix, addsUp: isEqual(sum, exactOf(change)) }
}

/** The value of a printed number. */
function exactOf({ printed }: Figure) {
  const [whole = '', fraction = ''] = (printed ?? '').split('.')
  return exact(BigInt(`${whole}${fraction}`), 10n ** BigInt(fraction.length))
}

// ── the scale in words ──

/** Ends of the index and the options that mean them. */
export function indexEnds({ scale, locale }: Setting): { min: string; max: string; lowest: string; highest: string } {
  const options = scoredOptions(scale)
  return {
    min: '0',
    max: '100',
    lowest: inText(optionLabel(scale, options.at(-1) as ResponseOption, locale)),
    highest: inText(optionLabel(scale, options[0] as ResponseOption, locale)),
  }
}

/** Labels of the options as a sentence quotes them: those that count, best first, and those that do not. */
export function optionsInText({ scale, locale }: Setting): { counted: string[]; uncounted: string[] } {
  const label = (option: ResponseOption) => inText(optionLabel(scale, option, locale))
  return {
    counted: scale.options.filter((option) => 'score' in option).map(label),
    uncounted: scale.options.filter((option) => 'missing' in option).map(label),
  }
}

/** The item's wording without the mark that ends it, so that it fits into a sentence. */
export function statementOf({ item }: Setting): { words: string; isQuestion: boolean } {
  const text = item.text.trim()
  return { words: text.replace(/\.$/, ''), isQuestion: text.endsWith('?') }
}

/** A name inside a sentence: first letter lowered, unless it begins an abbreviation ("AC-tilbud"). */
export function inText(name: string): string {
  return /^\p{Lu}(?![\p{Ll} ])/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1)
}

export function shortName(segment: Segment): string {
  return segment.short ?? segment.label
}

/** How a sentence refers to it: its phrase, else its name in quotes. */
export function phraseOf({ phrase, label }: Segment, { document: words }: Locale): string {
  return phrase ?? words.quote(label)
}

/** With the preposition that fits: "på de interne tilbud", "for ”Unge under 30”". */
export function onOf(segment: Segment, locale: Locale): string {
  const phrase = phraseOf(segment, locale)
  return segment.phrase === undefined ? locale.document.about(phrase) : locale.document.on(phrase)
}
