/**
 * A figure → where it comes from: formula with the numbers in it, what it is made from down to the rows of files,
 * rounding, interval, certainty.
 *
 * ```
 * Figures or Document ── explain ─▶ Explanation, a plain tree ── describeExplanation + locale ─▶ words
 *                  Document ── printedPlaces ─▶ where each of its figures is printed
 * ```
 */

import {
  type Amount,
  type Calculation,
  changeBetween,
  decompositionInto,
  type FormulaId,
  fromPrint,
  type MovedPart,
  placeOnScale,
  responseRate,
  sumOf,
  type Unit,
  weightedMean,
} from './calculation.js'
import { beyondChance } from './certainty.js'
import { figureById } from './change.js'
import { movedParts, type PartOverTime, restOf } from './decomposition.js'
import type { Document } from './document/blocks.js'
import type { Place } from './errors.js'
import type { Certainty, Change, ChangeBasis, Difference, Figure, Figures, TestedAgainst } from './figure.js'
import { type DecompositionKey, optionsOf, periodsOf } from './figure-key.js'
import type { HeldAgainst } from './finding.js'
import { checkHanded } from './handed.js'
import { calculationOfAnswers, type MetricId } from './metrics.js'
import { optionLabels } from './options.js'
import { type Exact, exact, type Interval, isEqual, parseNeutral, toNumber } from './printed.js'
import { endsOfScale } from './records.js'
import { scaleOf } from './scales.js'
import { printedAt } from './subtraction.js'
import { withholdsAny } from './suppression.js'
import { isFixedPoint, type Period, type Survey, segmentsAndBenchmarks } from './survey.js'

/** What a figure is called, without the words of a language: the locale makes "Indekstal for Samlet, 2023-24" of it. */
export type ExplainedName = {
  kind: Figure['kind']
  /** null of a typed number */
  metric: MetricId | null
  /** of a decomposition: what the parts changed by themselves, or what their sizes did */
  contribution: 'within' | 'mix' | null
  /**
   * of a decomposition: the only part it tells of, by its short name, or `otherParts`, the ones not told of; null where
   * it tells of all
   */
  part: string | null
  /** of a difference; null else */
  against: HeldAgainst | null
  /** id of its segment, and its short name; null of a typed number */
  segment: { id: string; label: string } | null
  provider: string | null
  /** label of the item where it is not the survey's first */
  item: string | null
  /** labels of the options it counts */
  options: Readonly<Record<string, string>>[]
  /** one; two of a change or a decomposition, the earlier first; none of a typed number */
  periods: Period[]
}

/** Why chance can or cannot explain a change or a difference. */
export type CertaintyReasons = {
  certainty: Certainty
  /**
   * bounds of the difference in standard errors; null where there were too few answers to ask, or where nothing
   * unrounded may be told
   */
  z: { min: number; max: number } | null
  /** from here on chance does not explain it: 1.96 */
  threshold: number
  /** what a difference is tested against; null of a change */
  testedAgainst: TestedAgainst | null
  /**
   * number of answers on both sides, of a difference its own as `current` and those of what it is held against as
   * `previous`; null where nobody knows, and of an exact number
   */
  answers: { previous: number | null; current: number | null }
  /** fewest answers on either side with which the question is asked */
  minimumBase: number
}

/** Where one figure comes from. Plain: structured-cloneable, no cycles. */
export type Explanation = {
  /** id of the figure */
  figure: string
  name: ExplainedName
  unit: Unit
  /** neutral spelling of the rounded number, and its decimals; null where there is none */
  printed: string | null
  decimals: number
  /** all numbers that might have been printed */
  possible: string[]
  /** it is told in words, which stand for all its interval */
  isInWords: boolean
  /**
   * the unrounded value in the unit of `Figure.value`, and its nearest double; null where there is none or only
   * rounded numbers may be told
   */
  value: Exact | null
  number: number | null
  /** all values it may have; null as `value` */
  interval: Interval | null
  /** number of answers behind it */
  base: number | null
  formula: FormulaId
  /** null for a number that was read or counted, and where a number it needs is unknown or may not be told */
  calculation: Calculation | null
  /**
   * calculated: the formula's result · read: as it stands in the data · midpoint: of its interval, which those lie
   * outside. null as `value`
   */
  origin: 'calculated' | 'read' | 'midpoint' | null
  /** where it was read; of a typed number its source stands as the file */
  places: Place[]
  /**
   * of counted answers: the files answers were counted in; which of them holds these is not kept. Empty where nobody
   * said
   */
  countedIn: string[]
  /** what it is made from, in the order of the formula */
  inputs: Explanation[]
  /** of a change or a difference that chance was weighed for */
  certainty: CertaintyReasons | null
  /** of a change or a difference: the unrounded one, rounded, is another number than the printed one */
  differsUnrounded: boolean
  status: Figure['status']
  /** with fewer answers a figure is withheld */
  minimumBase: number
}

/**
 * What can be asked: all figures of a survey, or those of a document. Where anything is withheld nothing unrounded is
 * said.
 */
export type Explainable = Figures | Pick<Document, 'survey' | 'figures' | 'isRounded'>

/**
 * `basis`: what a change's printed number is; a document's figures know it · `countedIn`: names of the files that
 * hold answers or counts · `isConfidential`: also what is not to be published, where something is withheld
 */
export type ExplainOptions = { basis?: ChangeBasis; countedIn?: readonly string[]; isConfidential?: boolean }

/**
 * Where a figure comes from, down to the rows it was read from. undefined where there is no figure of that id.
 *
 * @example
 * explain('indexScore/all/2023-24', figures)?.inputs.map(({ printed }) => printed) // ['74', '465', '84', '1755']
 */
export function explain(figure: string, source: Explainable, options: ExplainOptions = {}): Explanation | undefined {
  checkHanded({ id: figure, source, options })
  return explainerOf(source, options)(figure)
}

/** Every printed figure of a document and all they are made from, by id. */
export function explainDocument(document: Pick<Document, 'survey' | 'figures' | 'isRounded'>): ReadonlyMap<string, Explanation> {
  const explainFigure = explainerOf(document, {})
  const explained = document.figures.flatMap(({ id }) => explainFigure(id) ?? [])
  return new Map(explained.map((explanation) => [explanation.figure, explanation]))
}

type Explainer = (id: string) => Explanation | undefined

/** Figures share inputs, so each is explained once. */
function explainerOf(source: Explainable, { basis = 'printed', countedIn = [], isConfidential = false }: ExplainOptions): Explainer {
  const { survey } = source
  const find = finderOf(source, basis)
  const labels = new Map(segmentsAndBenchmarks(survey).map(({ id, label, short }) => [id, short ?? label]))
  const isRounded = 'isRounded' in source ? source.isRounded : !isConfidential && withholdsAny(source)
  const known = new Map<string, Explanation>()
  const explainFigure: Explainer = (id) => {
    const figure = find(id)
    if (!figure) return undefined
    const earlier = known.get(figure.id)
    if (earlier) return earlier
    const inputs = figure.derivation.inputs.flatMap((input) => explainFigure(input) ?? [])
    const told = explanationOf(figure, inputs, { survey, labels, find, countedIn })
    const explanation = isRounded ? roundedOnly(told, find) : told
    known.set(figure.id, explanation)
    return explanation
  }
  return explainFigure
}

type Finder = (id: string) => Figure | Change | Difference | undefined

function finderOf(source: Explainable, basis: ChangeBasis): Finder {
  if ('distributions' in source) return (id) => figureById(source, id, { basis })
  const byId = new Map(source.figures.map((figure) => [figure.id, figure]))
  return (id) => byId.get(id)
}

/** What figures are looked up in. `labels`: short names of segments, and names of benchmarks, by id. */
type Known = { survey: Survey; labels: ReadonlyMap<string, string>; find: Finder; countedIn: readonly string[] }

function explanationOf(figure: Figure | Change | Difference, inputs: Explanation[], known: Known): Explanation {
  const { survey, find } = known
  const { id, unit, printed, decimals, possible, isInWords = false, value, interval, base, status, derivation } = figure
  const calculation = calculationOf(figure, survey, find)
  return {
    figure: id,
    name: nameOf(figure, known),
    unit,
    printed,
    decimals,
    possible,
    isInWords,
    value,
    number: value && toNumber(value),
    interval,
    base,
    formula: derivation.formula,
    calculation,
    origin: figure.origin,
    places: derivation.places,
    countedIn: derivation.formula === 'counted' ? [...known.countedIn] : [],
    inputs,
    certainty: certaintyOf(figure, survey, find),
    differsUnrounded: 'differsUnrounded' in figure && figure.differsUnrounded,
    status,
    minimumBase: survey.minimumBase,
  }
}

/** What a document may tell that withholds something: printed numbers, and what is made of them alone. */
function roundedOnly(explanation: Explanation, find: Finder): Explanation {
  const { formula, calculation, certainty, inputs, figure } = explanation
  const isPlain =
    formula === 'differenceOfPrinted' || [figure, ...inputs.map((input) => input.figure)].every((id) => isPrintedWhole(find(id)))
  return {
    ...explanation,
    value: null,
    number: null,
    // Words say what they stand for.
    interval: explanation.isInWords ? explanation.interval : null,
    calculation: isPlain ? calculation : null,
    origin: null,
    certainty: certainty && { ...certainty, z: null },
  }
}

/** Whether its printed number is its value. */
function isPrintedWhole(figure: Figure | undefined): boolean {
  const printed = figure && printedValueOf(figure)
  return !!printed && figure.value !== null && isEqual(printed, figure.value)
}

/** The printed number in the unit of `Figure.value`. */
export function printedValueOf({ printed, unit }: Pick<Figure, 'printed' | 'unit'>): Exact | null {
  return printed === null ? null : fromPrint(parseNeutral(printed), unit)
}

function certaintyOf(figure: Figure | Change | Difference, { minimumBaseForChange }: Survey, find: Finder): CertaintyReasons | null {
  if (!('certainty' in figure) || figure.certainty === null) return null
  const { certainty, z } = figure
  const baseOf = (id: unknown) => (typeof id === 'string' ? (find(id)?.base ?? null) : null)
  const isChange = 'previous' in figure
  const [previous, current] = isChange ? [figure.previous, figure.current] : [figure.against, figure.subject]
  const testedAgainst = isChange ? null : figure.testedAgainst
  const answers = { previous: baseOf(previous), current: baseOf(current) }
  return { certainty, z, threshold: beyondChance, testedAgainst, answers, minimumBase: minimumBaseForChange }
}

// ── names ──

function nameOf({ key }: Pick<Figure, 'key'>, { survey, labels }: Known): ExplainedName {
  const { kind } = key
  if (key.kind === 'typed') {
    const nobody = { segment: null, provider: null, item: null, options: [], periods: [] }
    return { kind, metric: null, contribution: null, part: null, against: null, ...nobody }
  }
  const [first] = survey.items
  const { item: asked, provider } = key.kind === 'decomposition' ? { item: null, provider: null } : key
  const item = survey.items.find(({ id }) => id === asked) ?? first
  const labelOf = (id: string): string => labels.get(id) ?? id
  return {
    kind,
    metric: key.metric,
    contribution: key.kind === 'decomposition' ? key.contribution : null,
    part: key.kind !== 'decomposition' || key.part === null ? null : labelOf(key.part),
    against: key.kind === 'difference' ? (isFixedPoint(key.against) ? { fixed: key.against } : { label: labelOf(key.against) }) : null,
    segment: { id: key.segment, label: labelOf(key.segment) },
    provider: provider === null ? null : (survey.providers.find(({ id }) => id === provider)?.label ?? provider),
    item: item && item !== first ? item.label : null,
    options: key.kind !== 'decomposition' && item && key.options ? optionLabels(scaleOf(survey, item), optionsOf(key)) : [],
    periods: periodsOf(key).flatMap((id) => survey.periods.find((period) => period.id === id) ?? []),
  }
}

// ── calculations ──

/** The formula with its numbers, the same that made the figure; null where one of them is unknown. */
export function calculationOf(figure: Figure, survey: Survey, find: (id: string) => Figure | undefined): Calculation | null {
  const { inputs, formula } = figure.derivation
  const figures = inputs.flatMap((id) => find(id) ?? [])
  if (inputs.length === 0 || figures.length < inputs.length) return null
  return calculations[formula]({ figure, inputs: figures, survey })
}

export function isCount({ unit }: Pick<Figure, 'unit'>): boolean {
  return unit === 'answer' || unit === 'person'
}

type Parts = { figure: Figure; inputs: Figure[]; survey: Survey }

const calculations: { [F in FormulaId]: (parts: Parts) => Calculation | null } = {
  counted: () => null,
  typed: () => null,
  placeOnScale: ({ figure, inputs: [given], survey }) => {
    const { key } = figure
    const scale = key.kind === 'typed' && 'record' in key ? survey.records.find(({ id }) => id === key.record)?.scale : undefined
    return given?.value && scale ? placeOnScale(given.value, ...endsOfScale(scale)) : null
  },
  // Its own number was read, and its parts give one too.
  published: (parts) => (isCount(parts.figure) ? sumOfParts(parts) : meanOfParts(parts)),
  weightedMean: meanOfParts,
  sum: sumOfParts,
  indexOfAnswers: ofAnswers,
  meanOfAnswers: ofAnswers,
  shareOfAnswers: ofAnswers,
  netOfAnswers: ofAnswers,
  indexOfRespondents: () => null,
  ratio: ({ inputs: [answers, invited] }) => (answers?.value && invited?.value ? responseRate(answers.value, invited.value) : null),
  differenceOfPrinted: ({ figure, inputs }) =>
    differenceOf(allKnown([...inputs, ...fixedIn(figure)].map((side) => printedAmountOf(side, figure.decimals)))),
  difference: ({ figure, inputs }) => differenceOf(allKnown([...inputs, ...fixedIn(figure)].map(amountOf))),
  within: contributionOf,
  mix: contributionOf,
}

/** Pairs of value and base: each value weighs with the number of answers behind it. */
function meanOfParts({ inputs }: Parts): Calculation | null {
  const parts = inputs.filter((_, index) => index % 2 === 0)
  const known = allKnown(
    parts.map((part) => {
      const value = amountOf(part)
      return value && part.base !== null ? { value, base: exact(part.base) } : null
    }),
  )
  return known && weightedMean(known)
}

function sumOfParts({ inputs }: Parts): Calculation | null {
  const terms = allKnown(inputs.map(amountOf))
  return terms && sumOf(terms)
}

/** Counts of options, and the base. */
function ofAnswers({ figure: { key }, inputs, survey }: Parts): Calculation | null {
  const item = key.kind === 'metric' && survey.items.find(({ id }) => id === key.item)
  if (key.kind !== 'metric' || !item) return null
  const base = inputs.at(-1)?.value
  const counts = new Map(inputs.slice(0, -1).map((input) => [input.key.kind === 'metric' ? input.key.options : null, input.value] as const))
  if (!base || [...counts.values()].some((count) => count === null)) return null
  return calculationOfAnswers(key.metric, scaleOf(survey, item), optionsOf(key), (option) => counts.get(option) ?? exact(0), base)
}

function differenceOf(amounts: Amount[] | null): Calculation | null {
  const [current, previous] = amounts ?? []
  return previous && current ? changeBetween(previous, current) : null
}

/** The target or midpoint that a difference is taken from, which is no figure. */
function fixedIn(figure: Figure | Difference): Pick<Figure, 'value' | 'printed' | 'unit'>[] {
  if (!('against' in figure) || figure.against === null || typeof figure.against === 'string') return []
  const { value, printed } = figure.against
  return [{ value, printed, unit: figure.unit }]
}

function contributionOf({ figure: { key }, inputs }: Parts): Calculation | null {
  const terms = key.kind === 'decomposition' ? decompositionInto(movedPartsOf(key, inputs)) : null
  if (!terms || key.kind !== 'decomposition') return null
  if (key.contribution === 'within') return terms.within
  return key.part === null ? terms.mix : terms.mixOf(key.part)
}

/**
 * The parts of a decomposition, from their figures: one in each period that somebody answered in. With figures of the
 * total itself they are those that are told of, and all others count as one.
 */
function movedPartsOf({ metric, segment: whole, previous, current }: DecompositionKey, inputs: readonly Figure[]): MovedPart[] {
  const bySegment = new Map<string, Map<string, Figure>>()
  for (const input of inputs) {
    if (input.key.kind !== 'metric' || input.key.metric !== metric) continue
    const { segment, period } = input.key
    bySegment.set(segment, (bySegment.get(segment) ?? new Map<string, Figure>()).set(period, input))
  }
  const parts = [...bySegment].map(([id, inPeriods]): PartOverTime => {
    const sideIn = (period: string) => ({ value: inPeriods.get(period)?.value ?? null, base: inPeriods.get(period)?.base ?? 0 })
    return { id, previous: sideIn(previous), current: sideIn(current) }
  })
  const told = parts.filter(({ id }) => id !== whole)
  const total = parts.find(({ id }) => id === whole)
  return movedParts(total ? [...told, restOf(total, told)] : told, inputs[0]?.unit ?? 'number')
}

function amountOf({ value, unit }: Pick<Figure, 'value' | 'unit'>): Amount | null {
  return value && { value, unit }
}

/** The printed number, at the precision of the coarser of those it is compared with. */
function printedAmountOf({ printed, unit }: Pick<Figure, 'printed' | 'unit'>, decimals: number): Amount | null {
  return printed === null ? null : { value: fromPrint(printedAt(printed, decimals), unit), unit }
}

/** All of them, or null where one is unknown. */
function allKnown<T>(items: readonly (T | null | undefined)[]): T[] | null {
  const known = items.flatMap((item) => item ?? [])
  return known.length === items.length ? (known as T[]) : null
}
