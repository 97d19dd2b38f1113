/**
 * A figure → where it comes from: formula with the numbers in it, what it is made from down to the rows of files, rounding, interval, certainty.
 *
 * ```
 * Figures or Document ── explain ─▶ Explanation, a plain tree ── describeExplanation + locale ─▶ words
 *                  Document ── printedPlaces ─▶ where each of its figures is printed
 * ```
 */
import Fraction from 'fraction.js'
import { beyondChance, figureById } from './change.js'
import type { Block, Document, Inline } from './document/blocks.js'
import { plainText } from './document/walk.js'
import type { Place } from './errors.js'
import type { Certainty, Change, ChangeBasis, Figure, Figures, FormulaId, Unit } from './figure.js'
import { parseFigureId } from './figure-key.js'
import { locales } from './locale/index.js'
import { formatFigure, formatPeriod, spellNumber } from './locale/spelling.js'
import type { Locale } from './locale/words.js'
import { isMetricId, type MetricId, scoredOptions, scoreOf, scoreRange } from './metrics.js'
import { optionLabel } from './options.js'
import {
  type Exact,
  exact,
  fromFraction,
  type Interval,
  isEqual,
  type NumberMarks,
  neutralMarks,
  type Parsed,
  parsePrinted,
  roundForPrint,
  toFraction,
  toNumber,
} from './printed.js'
import { scaleOf } from './scales.js'
import { type Period, type Scale, type Survey, segmentsAndBenchmarks } from './survey.js'

/** What a figure is called, without the words of a language: the locale makes "Indekstal for Samlet, 2023-24" of it. */
export type ExplainedName = {
  kind: Figure['kind']
  /** null of a typed number */
  metric: MetricId | null
  /** of a decomposition: what the parts changed by themselves, or what their sizes did */
  contribution: 'within' | 'mix' | null
  /** of a decomposition: the only part it tells of, by its short name; null where it tells of all */
  part: string | null
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

/**
 * A formula with its numbers. Its result is the figure's value, in the same unit (a share is a fraction); of `differenceOfPrinted` it is the
 * printed number.
 */
export type Calculation =
  | { type: 'number'; value: Exact; unit: Unit }
  | { type: 'sum' | 'product'; terms: Calculation[] }
  | { type: 'difference' | 'quotient'; terms: [Calculation, Calculation] }

/** Why chance can or cannot explain a change. */
export type CertaintyReasons = {
  certainty: Certainty
  /** bounds of the difference in standard errors; null where there were too few answers to ask, or where nothing unrounded may be told */
  z: { min: number; max: number } | null
  /** from here on chance does not explain it: 1.96 */
  threshold: number
  /** number of answers on both sides */
  answers: { previous: number; current: number }
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
  /** the unrounded value in the unit of `Figure.value`, and its nearest double; null where there is none or only rounded numbers may be told */
  value: Exact | null
  number: number | null
  /** all values it may have; null as `value` */
  interval: Interval | null
  /** number of answers behind it */
  base: number | null
  formula: FormulaId
  /** null for a number that was read or counted, and where a number it needs is unknown or may not be told */
  calculation: Calculation | null
  /** calculated: the formula's result · read: as it stands in the data · midpoint: of its interval, which those lie outside. null as `value` */
  origin: 'calculated' | 'read' | 'midpoint' | null
  /** where it was read; of a typed number its source stands as the file */
  places: Place[]
  /** of counted answers: the files answers were counted in; which of them holds these is not kept. Empty where nobody said */
  countedIn: string[]
  /** what it is made from, in the order of the formula */
  inputs: Explanation[]
  /** of a change that chance was weighed for */
  certainty: CertaintyReasons | null
  /** of a change: the rounded unrounded difference is another number than the printed one */
  differsUnrounded: boolean
  status: Figure['status']
  /** with fewer answers a figure is withheld */
  minimumBase: number
}

/** What can be asked: all figures of a survey, or those of a document, which says nothing unrounded where it withholds anything. */
export type Explainable = Figures | Pick<Document, 'survey' | 'figures' | 'isRounded'>

/** `basis`: what a change's printed number is; a document's figures know it · `countedIn`: names of the files that hold answers or counts */
export type ExplainOptions = { basis?: ChangeBasis; countedIn?: readonly string[] }

/**
 * Where a figure comes from, down to the rows it was read from. undefined where there is no figure of that id.
 *
 * @example
 * explain('indexScore/all/2023-24', figures)?.inputs.map(({ printed }) => printed) // ['74', '465', '84', '1755']
 */
export function explain(figure: string, source: Explainable, options: ExplainOptions = {}): Explanation | undefined {
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
function explainerOf(source: Explainable, { basis = 'printed', countedIn = [] }: ExplainOptions): Explainer {
  const { survey } = source
  const find = finderOf(source, basis)
  const labels = new Map(segmentsAndBenchmarks(survey).map(({ id, label, short }) => [id, short ?? label]))
  const isRounded = 'isRounded' in source && source.isRounded
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

type Finder = (id: string) => Figure | Change | undefined

function finderOf(source: Explainable, basis: ChangeBasis): Finder {
  if ('distributions' in source) return (id) => figureById(source, id, { basis })
  const byId = new Map(source.figures.map((figure) => [figure.id, figure]))
  return (id) => byId.get(id)
}

/** What figures are looked up in. `labels`: short names of segments, and names of benchmarks, by id. */
type Known = { survey: Survey; labels: ReadonlyMap<string, string>; find: Finder; countedIn: readonly string[] }

function explanationOf(figure: Figure | Change, inputs: Explanation[], known: Known): Explanation {
  const { survey, find } = known
  const { id, unit, printed, decimals, possible, value, interval, base, status, derivation } = figure
  const calculation = calculationOf(figure, survey, find)
  return {
    figure: id,
    name: nameOf(figure, known),
    unit,
    printed,
    decimals,
    possible,
    value,
    number: value && toNumber(value),
    interval,
    base,
    formula: derivation.formula,
    calculation,
    origin: originOf(figure, calculation),
    places: derivation.places,
    countedIn: derivation.formula === 'counted' ? [...known.countedIn] : [],
    inputs,
    certainty: certaintyOf(figure, survey, find),
    differsUnrounded: 'differsUnrounded' in figure && figure.differsUnrounded,
    status,
    minimumBase: survey.minimumBase,
  }
}

function originOf(figure: Figure, calculation: Calculation | null): Explanation['origin'] {
  const { value, kind, derivation } = figure
  if (value === null) return null
  if (kind !== 'metric' || derivation.formula === 'counted') return kind === 'typed' ? 'read' : 'calculated'
  if (calculation) return isEqual(resultOf(calculation), value) ? 'calculated' : 'midpoint'
  return isPrintedWhole(figure) ? 'read' : 'midpoint'
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
    interval: null,
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
function printedValueOf({ printed, unit }: Pick<Figure, 'printed' | 'unit'>): Exact | null {
  const parsed = printed === null ? null : parsePrinted(printed, neutralMarks)
  if (!parsed || 'reason' in parsed) return null
  return unit === 'share' ? fromFraction(toFraction(parsed.value).div(100)) : parsed.value
}

function certaintyOf(figure: Figure | Change, { minimumBaseForChange }: Survey, find: Finder): CertaintyReasons | null {
  if (!('certainty' in figure) || figure.certainty === null) return null
  const { certainty, z } = figure
  const answers = { previous: find(figure.previous)?.base ?? 0, current: find(figure.current)?.base ?? 0 }
  return { certainty, z, threshold: beyondChance, answers, minimumBase: minimumBaseForChange }
}

// ── names ──

/** What an id is about: one period of a metric, two of a change or a decomposition. null of a typed number. */
function subjectOf({ id, kind }: Pick<Figure, 'id' | 'kind'>, survey: Survey) {
  if (kind === 'metric') {
    const subject = parseFigureId(id, survey)
    return subject ? { ...subject, periods: [subject.period], rest: [] as string[] } : null
  }
  const [, metric = '', segment = '', range = '', ...rest] = id.split('/')
  const periods = range.split('..')
  if (kind === 'typed' || !isMetricId(metric)) return null
  if (kind === 'decomposition') return { metric, segment, item: null, provider: null, options: null, periods, rest }
  const subject = parseFigureId([metric, segment, periods[1] ?? '', ...rest].join('/'), survey)
  return subject ? { ...subject, periods, rest: [] as string[] } : null
}

function nameOf(figure: Pick<Figure, 'id' | 'kind'>, { survey, labels }: Known): ExplainedName {
  const { kind } = figure
  const subject = subjectOf(figure, survey)
  if (!subject) {
    return { kind, metric: null, contribution: null, part: null, segment: null, provider: null, item: null, options: [], periods: [] }
  }
  const { metric, rest, options } = subject
  const [first] = survey.items
  const item = survey.items.find(({ id }) => id === subject.item) ?? first
  const labelOf = (id: string): string => labels.get(id) ?? id
  return {
    kind,
    metric,
    contribution: rest[0] === 'within' || rest[0] === 'mix' ? rest[0] : null,
    part: rest[1] === undefined ? null : labelOf(rest[1]),
    segment: { id: subject.segment, label: labelOf(subject.segment) },
    provider: subject.provider === null ? null : (survey.providers.find(({ id }) => id === subject.provider)?.label ?? subject.provider),
    item: item && item !== first ? item.label : null,
    options: item && options ? optionLabels(scaleOf(survey, item), options.split('+')) : [],
    periods: subject.periods.flatMap((id) => survey.periods.find((period) => period.id === id) ?? []),
  }
}

function optionLabels(scale: Scale, ids: string[]): Readonly<Record<string, string>>[] {
  const labelIn = (id: string, locale: Locale): string => {
    const option = scale.options.find((each) => each.id === id)
    return option ? optionLabel(scale, option, locale) : id
  }
  return ids.map((id) => Object.fromEntries(Object.values(locales).map((locale) => [locale.id, labelIn(id, locale)])))
}

// ── calculations ──

/** The formula with its numbers; null where one of them is unknown. */
function calculationOf(figure: Figure | Change, survey: Survey, find: Finder): Calculation | null {
  const { inputs, formula } = figure.derivation
  const figures = inputs.flatMap((id) => find(id) ?? [])
  if (inputs.length === 0 || figures.length < inputs.length) return null
  const calculation = calculations[formula]({ figure, inputs: figures, survey })
  const isWrong = figure.kind === 'decomposition' && calculation && figure.value && !isEqual(resultOf(calculation), figure.value)
  return isWrong ? null : calculation
}

function isCount({ unit }: Pick<Figure, 'unit'>): boolean {
  return unit === 'answer' || unit === 'person'
}

type Parts = { figure: Figure; inputs: Figure[]; survey: Survey }

const calculations: { [F in FormulaId]: (parts: Parts) => Calculation | null } = {
  counted: () => null,
  typed: () => null,
  // Its own number was read, and its parts give one too.
  published: (parts) => (isCount(parts.figure) ? sumOf(parts) : meanOfParts(parts)),
  weightedMean: meanOfParts,
  sum: sumOf,
  indexOfAnswers: (parts) => {
    const { min, max } = scoreRange(scaleOfFigure(parts))
    const spread = (score: Fraction) =>
      score
        .sub(toFraction(min))
        .mul(100)
        .div(toFraction(max).sub(toFraction(min)))
    return meanOfAnswers(parts, spread)
  },
  meanOfAnswers: (parts) => meanOfAnswers(parts, (score) => score),
  shareOfAnswers: ({ inputs }) => {
    const [base, ...counts] = inputs.toReversed()
    const top = allKnown(counts.toReversed().map(numberOf))
    return quotientOf(top && sum(top), base && numberOf(base))
  },
  ratio: ({ inputs: [answers, invited] }) => quotientOf(answers && numberOf(answers), invited && numberOf(invited)),
  differenceOfPrinted: ({ inputs }) => differenceOf(allKnown(inputs.map(printedNumberOf))),
  difference: ({ inputs }) => differenceOf(allKnown(inputs.map(numberOf))),
  within: (parts) => {
    const moved = movementOf(parts)
    return (
      moved &&
      sum(moved.parts.map(({ value, share }) => product(difference(value.now, value.before), half(sum([share.now, share.before])))))
    )
  },
  mix: (parts) => {
    const moved = movementOf(parts)
    if (!moved) return null
    const [, only] = subjectOf(parts.figure, parts.survey)?.rest ?? []
    const told = moved.parts.filter(({ segment }) => only === undefined || segment === only)
    const total = half(sum([moved.total.now, moved.total.before]))
    return sum(
      told.map(({ value, share }) => product(difference(share.now, share.before), difference(half(sum([value.now, value.before])), total))),
    )
  },
}

/** Pairs of value and base: each value weighs with its number of answers. */
function meanOfParts({ inputs }: Parts): Calculation | null {
  const values = inputs.filter((_, index) => index % 2 === 0)
  const bases = inputs.filter((_, index) => index % 2 === 1)
  const answers = allKnown(bases.map((base) => base.value))
  const terms = allKnown(values.map((value, index) => productOf(numberOf(value), bases[index] && numberOf(bases[index]))))
  const all = answers?.reduce((total, count) => total.add(toFraction(count)), new Fraction(0n))
  if (!terms || !all || all.equals(0)) return null
  return { type: 'quotient', terms: [sum(terms), number(fromFraction(all), 'answer')] }
}

function sumOf({ inputs }: Parts): Calculation | null {
  const terms = allKnown(inputs.map(numberOf))
  return terms && sum(terms)
}

/** Counts of options, and the base: each answer counts what its option is worth. */
function meanOfAnswers(parts: Parts, worthOf: (score: Fraction) => Fraction): Calculation | null {
  const { inputs, survey } = parts
  const options = scoredOptions(scaleOfFigure(parts))
  const [base, ...counts] = inputs.toReversed()
  const terms = allKnown(
    counts.toReversed().map((count) => {
      const option = options.find(({ id }) => id === parseFigureId(count.id, survey)?.options)
      return option ? productOf(numberOf(count), number(fromFraction(worthOf(scoreOf(option.score))), 'scalePoint')) : null
    }),
  )
  return quotientOf(terms && sum(terms), base && numberOf(base))
}

function scaleOfFigure({ figure, survey }: Parts): Scale {
  const item = survey.items.find(({ id }) => id === parseFigureId(figure.id, survey)?.item)
  return scaleOf(survey, item ?? { scale: '' })
}

type BothPeriods = { before: Calculation; now: Calculation }

/** The parts of a decomposition: what each was worth in both periods, and its share of the answers. */
function movementOf({
  figure,
  inputs,
  survey,
}: Parts): { parts: { segment: string; value: BothPeriods; share: BothPeriods }[]; total: BothPeriods } | null {
  const [before, now] = subjectOf(figure, survey)?.periods ?? []
  const subjects = inputs.flatMap((input) => {
    const subject = parseFigureId(input.id, survey)
    return subject ? [{ ...subject, input }] : []
  })
  const segments = [...new Set(subjects.map(({ segment }) => segment))]
  const keyOf = (period: string | undefined, segment: string, isBase: boolean) => `${period}/${segment}/${isBase}`
  const byKey = new Map(subjects.map(({ period, segment, metric, input }) => [keyOf(period, segment, metric === 'base'), input]))
  const inPeriod = (period: string | undefined, segment: string, isBase: boolean) => byKey.get(keyOf(period, segment, isBase))
  const answersIn = (period: string | undefined, segment: string) => inPeriod(period, segment, true)?.value ?? exact(0)
  const allIn = (period: string | undefined) =>
    segments.reduce((total, segment) => total.add(toFraction(answersIn(period, segment))), new Fraction(0n))
  const [allBefore, allNow] = [allIn(before), allIn(now)]
  if (segments.length === 0 || allBefore.equals(0) || allNow.equals(0)) return null
  const shareOf = (period: string | undefined, segment: string, all: Fraction): Calculation => ({
    type: 'quotient',
    terms: [number(answersIn(period, segment), 'answer'), number(fromFraction(all), 'answer')],
  })
  const parts = allKnown(
    segments.map((segment) => {
      const valueBefore = inPeriod(before, segment, false) ?? inPeriod(now, segment, false)
      const valueNow = inPeriod(now, segment, false) ?? valueBefore
      const [earlier, later] = [valueBefore && numberOf(valueBefore), valueNow && numberOf(valueNow)]
      if (!earlier || !later) return null
      return {
        segment,
        value: { before: earlier, now: later },
        share: { before: shareOf(before, segment, allBefore), now: shareOf(now, segment, allNow) },
      }
    }),
  )
  const totalIn = (side: keyof BothPeriods) =>
    number(resultOf(sum((parts ?? []).map(({ value, share }) => product(value[side], share[side])))), figure.unit)
  return parts && { parts, total: { before: totalIn('before'), now: totalIn('now') } }
}

function number(value: Exact, unit: Unit): Calculation {
  return { type: 'number', value, unit }
}

function numberOf({ value, unit }: Figure): Calculation | null {
  return value && number(value, unit)
}

function printedNumberOf(figure: Figure): Calculation | null {
  const value = printedValueOf(figure)
  return value && number(value, figure.unit)
}

function sum(terms: Calculation[]): Calculation {
  return terms.length === 1 && terms[0] ? terms[0] : { type: 'sum', terms }
}

function product(...terms: Calculation[]): Calculation {
  return { type: 'product', terms }
}

function difference(from: Calculation, minus: Calculation): Calculation {
  return { type: 'difference', terms: [from, minus] }
}

function half(calculation: Calculation): Calculation {
  return { type: 'quotient', terms: [calculation, number(exact(2), 'number')] }
}

function productOf(...terms: (Calculation | null | undefined)[]): Calculation | null {
  const known = allKnown(terms)
  return known && product(...known)
}

function differenceOf(terms: Calculation[] | null): Calculation | null {
  const [from, minus] = terms ?? []
  return from && minus ? difference(from, minus) : null
}

function quotientOf(top: Calculation | null | undefined, bottom: Calculation | null | undefined): Calculation | null {
  return top && bottom && !isEqual(resultOf(bottom), exact(0)) ? { type: 'quotient', terms: [top, bottom] } : null
}

/** All of them, or null where one is unknown. */
function allKnown<T>(items: readonly (T | null | undefined)[]): T[] | null {
  const known = items.flatMap((item) => item ?? [])
  return known.length === items.length ? (known as T[]) : null
}

/** What a calculation gives, exactly. */
export function resultOf(calculation: Calculation): Exact {
  return fromFraction(fractionOf(calculation))
}

function fractionOf(calculation: Calculation): Fraction {
  if (calculation.type === 'number') return toFraction(calculation.value)
  const [first = new Fraction(0n), ...rest] = calculation.terms.map(fractionOf)
  switch (calculation.type) {
    case 'sum':
      return rest.reduce((total, term) => total.add(term), first)
    case 'product':
      return rest.reduce((total, term) => total.mul(term), first)
    case 'difference':
      return rest.reduce((total, term) => total.sub(term), first)
    case 'quotient':
      return rest.reduce((total, term) => total.div(term), first)
  }
}

// ── in words ──

/** One thing told of a figure. `calculation` stands on a line of its own. */
export type ExplanationLine = { label: string; text: string; calculation: string | null }

/** An explanation in words: its name, alone and under the heading of its segment, its number, and what there is to tell. Inputs are not in it. */
export type DescribedExplanation = { name: string; nameInGroup: string; number: string | null; lines: ExplanationLine[] }

export function describeExplanation(explanation: Explanation, locale: Locale): DescribedExplanation {
  const { explain: words } = locale
  const { name } = explanation
  const of = [name.provider, name.item].filter((part) => part !== null)
  const spoken = {
    kind: name.kind,
    metric: name.metric,
    contribution: name.contribution,
    part: name.part,
    options: name.options.map((labels) => labels[locale.id] ?? ''),
    periods: name.periods.map((period) => formatPeriod(period, locale, 'name')),
  }
  const line = (label: string, text: string | null, calculation: string | null = null): ExplanationLine[] =>
    text === null ? [] : [{ label, text, calculation }]
  return {
    name: words.name({ ...spoken, of: [...(name.segment ? [name.segment.label] : []), ...of].join(', ') }),
    nameInGroup: words.name({ ...spoken, of: of.join(', ') }),
    number: numberOfExplanation(explanation, locale),
    lines: [
      ...line(words.labels.calculation, formulaText(explanation, locale), calculationText(explanation, locale)),
      ...line(words.labels.rounding, roundingText(explanation, locale)),
      ...line(words.labels.interval, intervalText(explanation, locale)),
      ...line(words.labels.certainty, certaintyText(explanation, locale)),
      ...line(words.labels.status, words.statuses[explanation.status]({ ...explanation, places: explanation.places.map(words.place) })),
    ],
  }
}

/** Its printed number as tables have it; a change with its sign. */
function numberOfExplanation({ printed, unit, name: { kind } }: Explanation, locale: Locale): string | null {
  const isDifference = kind === 'change' || kind === 'decomposition'
  return formatFigure({ printed, unit, kind }, locale, isDifference ? 'signed' : 'table')
}

function formulaText(explanation: Explanation, { explain: words }: Locale): string {
  const { formula, places, countedIn, calculation, origin } = explanation
  return words.formulas[formula]({
    places: places.map(words.place),
    countedIn,
    parts: calculation === null ? null : isCount(explanation) ? 'sum' : 'mean',
    isMidpoint: origin === 'midpoint',
  })
}

/** So many decimals of a number that may have more. */
const mostDecimals = 4

/** A number in the unit it is printed in, with as many decimals as it has, up to four; the next of `value` where that is not all of it. */
function spellExact(value: Exact, unit: Unit, locale: Locale): { text: string; isWhole: boolean } {
  const inPrint = unit === 'share' ? fromFraction(toFraction(value).mul(100)) : value
  const rounded = roundForPrint(inPrint, mostDecimals)
  const neutral = rounded.replace(/\.?0+$/, '')
  const spelled = parsePrinted(rounded, neutralMarks)
  const isWhole = !('reason' in spelled) && isEqual(spelled.value, inPrint)
  const sign = unit === 'share' ? `\u00a0${locale.document.percentSign}` : ''
  return { text: `${spellNumber(neutral === '-0' ? '0' : neutral, locale)}${sign}`, isWhole }
}

const symbols = { sum: ' + ', difference: ' \u2212 ', product: ' \u00d7 ', quotient: ' / ' } as const
const bindsTightly = { sum: false, difference: false, product: true, quotient: true } as const

/** `(74 × 465 + 84,3442 × 1.755) / 2.220 ≈ 82,1776`; null where there is none. */
function calculationText({ calculation, unit, name: { kind } }: Explanation, locale: Locale): string | null {
  if (!calculation) return null
  const result = spellExact(resultOf(calculation), unit, locale)
  const isWhole = result.isWhole && numbersIn(calculation).every(({ value, unit: of }) => spellExact(value, of, locale).isWhole)
  const isDifference = kind === 'change' || kind === 'decomposition'
  const number =
    unit === 'share' && isDifference
      ? result.text.replace(locale.document.percentSign, locale.document.unit(unit, true, result.text.split('\u00a0')[0] ?? ''))
      : result.text
  return `${spellCalculation(calculation, locale)} ${isWhole ? '=' : '\u2248'} ${number}`
}

function numbersIn(calculation: Calculation): Extract<Calculation, { type: 'number' }>[] {
  return calculation.type === 'number' ? [calculation] : calculation.terms.flatMap(numbersIn)
}

function spellCalculation(calculation: Calculation, locale: Locale): string {
  if (calculation.type === 'number') return spellExact(calculation.value, calculation.unit, locale).text
  const { type, terms } = calculation
  return terms
    .map((term, index) => {
      const spelled = spellCalculation(term, locale)
      return isBracketed(term, type, index) ? `(${spelled})` : spelled
    })
    .join(symbols[type])
}

/** Where a term would be read as something else without brackets. */
function isBracketed(term: Calculation, outer: keyof typeof symbols, index: number): boolean {
  if (term.type === 'number') return index > 0 && term.value.numerator < 0n
  if (bindsTightly[outer] && !bindsTightly[term.type]) return true
  return index > 0 && (outer === 'quotient' || (outer === 'difference' && !bindsTightly[term.type]))
}

function roundingText(explanation: Explanation, locale: Locale): string | null {
  const { value, unit, printed, formula, differsUnrounded, decimals } = explanation
  const number = numberOfExplanation(explanation, locale)
  const printedValue = printedValueOf({ printed, unit })
  if (value === null || number === null || !printedValue || isEqual(printedValue, value)) return null
  const { text, isWhole } = spellExact(value, unit, locale)
  const inPrint = unit === 'share' ? fromFraction(toFraction(value).mul(100)) : value
  return locale.explain.rounding({
    unrounded: text,
    fraction: isWhole || value.denominator > largestDenominator ? null : spellFraction(value, locale),
    printed: number,
    isOfPrinted: formula === 'differenceOfPrinted',
    other: differsUnrounded ? spellNumber(roundForPrint(inPrint, decimals), locale, { sign: true }) : null,
  })
}

/** Longer fractions tell readers nothing; they are in `Explanation.value`. */
const largestDenominator = 1_000_000n

function spellFraction({ numerator, denominator }: Exact, locale: Locale): string {
  return `${spellNumber(String(numerator), locale)}/${spellNumber(String(denominator), locale)}`
}

function intervalText({ interval, unit, possible, formula, name: { kind } }: Explanation, locale: Locale): string | null {
  if (interval === null || isEqual(interval.from, interval.to)) return null
  const sign = kind === 'change'
  const printed = possible.map(
    (number) => spellNumber(number, locale, { sign }) + (unit === 'share' && !sign ? `\u00a0${locale.document.percentSign}` : ''),
  )
  return locale.explain.interval({
    from: spellExact(interval.from, unit, locale).text,
    to: spellExact(interval.to, unit, locale).text,
    fromIncluded: interval.fromIncluded,
    toIncluded: interval.toIncluded,
    printed,
    isOfPrinted: formula === 'differenceOfPrinted',
  })
}

function certaintyText({ certainty: reasons }: Explanation, locale: Locale): string | null {
  if (!reasons) return null
  const { certainty, z, threshold, answers, minimumBase } = reasons
  const count = (answer: number) => spellNumber(String(answer), locale)
  return locale.explain.certainty({
    certainty,
    z: z && { min: spellZ(z.min, threshold, locale), max: spellZ(z.max, threshold, locale) },
    threshold: spellDouble(threshold, 2, locale),
    answers: { previous: count(answers.previous), current: count(answers.current) },
    minimumBase: count(minimumBase),
  })
}

/** Two decimals, or as many as show on which side of the threshold it lies. */
function spellZ(z: number, threshold: number, locale: Locale): string {
  const shown = [2, 3, 4, 5, 6].find((decimals) => Number(roundForPrint(fromDouble(z), decimals)) >= threshold === z >= threshold)
  return spellDouble(z, shown ?? 7, locale)
}

function spellDouble(value: number, decimals: number, locale: Locale): string {
  return spellNumber(roundForPrint(fromDouble(value), decimals), locale)
}

function fromDouble(value: number): Exact {
  return fromFraction(new Fraction(value))
}

// ── where it is printed ──

/** A place in a document that prints a figure: running text under a heading, a table or chart, or a note of the memo. */
export type PrintedPlace = {
  /** id of the document */
  document: string
  kind: 'text' | 'table' | 'chart' | 'note'
  /** the heading it stands under; null before the first, and for a note */
  section: string | null
  /** "Tabel 1", the mark of a note; null for running text */
  label: string | null
  /** anchor of the heading, table, chart or note; null before the first heading */
  anchor: string | null
  /** its numbers as they are printed there: "8" of a change of −8 in "et fald på 8" */
  texts: string[]
}

/** Where each figure of a document is printed, in reading order; running text under one heading is one place. */
export function printedPlaces(document: Pick<Document, 'id' | 'blocks' | 'notes'>): ReadonlyMap<string, PrintedPlace[]> {
  const places = new Map<string, PrintedPlace[]>()
  const add = (inlines: readonly Inline[], place: Omit<PrintedPlace, 'texts'>): void => {
    for (const { figure, text } of figureTexts(inlines)) {
      const known = places.get(figure) ?? []
      const same = known.find((each) => each.kind === place.kind && each.anchor === place.anchor)
      if (same && !same.texts.includes(text)) same.texts.push(text)
      if (!same) places.set(figure, [...known, { ...place, texts: [text] }])
    }
  }
  let heading: { id: string; words: string } | null = null
  for (const block of document.blocks) {
    if (block.type === 'heading') heading = { id: block.id, words: plainText(block.children) }
    const section = heading?.words ?? null
    if (block.type === 'table' || block.type === 'chart') {
      add(inlinesOf(block), { document: document.id, kind: block.type, section, label: block.label, anchor: block.id })
    } else add(inlinesOf(block), { document: document.id, kind: 'text', section, label: null, anchor: heading?.id ?? null })
  }
  for (const { id, mark, children } of document.notes) {
    add(children, { document: document.id, kind: 'note', section: null, label: mark, anchor: id })
  }
  return places
}

function figureTexts(inlines: readonly Inline[]): { figure: string; text: string }[] {
  return inlines.flatMap((inline) => {
    if (inline.type === 'figure') return [inline]
    return 'children' in inline ? figureTexts(inline.children) : []
  })
}

/** All words of a block that may hold figures, in reading order. */
function inlinesOf(block: Block): Inline[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return block.children
    case 'list':
      return block.items.flatMap((item) => item.children.flatMap(inlinesOf))
    case 'table':
    case 'chart': {
      const cells =
        block.type === 'table'
          ? block.rows.flatMap(({ cells }) => cells.map(({ children }) => children))
          : block.data.rows.flatMap(({ cells }) => cells)
      return [...block.title, ...(block.howTo ?? []), ...cells.flat(), ...block.notes.flatMap(({ children }) => children)]
    }
  }
}

// ── which figure is meant ──

/**
 * Ids of the figures that somebody asks for: the one of that id, or all that are printed so ("82", "1.755", "4,8 %", "−1"), in the locale's
 * spelling or a document's. A number is looked for in what the documents print, and where they do not print it, in all figures.
 */
export function figuresMeant(asked: string, figures: Figures, documents: readonly Document[], locale: Locale): string[] {
  const ofDocuments = documents.flatMap((document) => document.figures)
  const byId = ofDocuments.find(({ id }) => id === asked) ?? figureById(figures, asked)
  if (byId) return [byId.id]
  const styles = new Set([...documents.map((document) => locales[document.locale].numbers), locale.numbers])
  const wanted = [...styles].flatMap((style) => numbersOf(asked, style))
  const isMeant = (numbers: Parsed[], { unit }: Figure): boolean =>
    numbers.some(({ value }) => wanted.some((each) => isEqual(each.value, value) && (!each.percent || unit === 'share')))
  const printed = documents.flatMap((document) => {
    const places = printedPlaces(document)
    const textsOf = (id: string) => (places.get(id) ?? []).flatMap(({ texts }) => texts)
    return document.figures.filter((figure) => {
      const numbers = textsOf(figure.id).flatMap((text) => numbersOf(text, locales[document.locale].numbers))
      return numbers.length > 0 && isMeant([...numbers, ...numbersOf(figure.printed ?? '', neutralMarks)], figure)
    })
  })
  const all = Object.values(figures.figures)
  const found = printed.length > 0 ? printed : all.filter((figure) => isMeant(numbersOf(figure.printed ?? '', neutralMarks), figure))
  return [...new Set(found.map(({ id }) => id))]
}

/** The number a text is, or none. */
function numbersOf(text: string, style: NumberMarks): Parsed[] {
  const parsed = parsePrinted(text, style)
  return 'reason' in parsed ? [] : [parsed]
}
