/** The charts of a memo, as numbers and words: what changed in each group, and how the answers are spread. */
import type { Direction, Figure } from '../figure.js'
import { countWord, formatFigure, formatPeriod, spellNumber } from '../locale/spelling.js'
import type { Absence, ComparedNumbers, Verdict } from '../locale/words.js'
import { scoredOptions, scoreRange } from '../metrics.js'
import { optionLabel } from '../options.js'
import { toNumber } from '../printed.js'
import type { ResponseOption, Segment } from '../survey.js'
import type { AxisTick, ChangeChart, ChartNumber, Inline, SharesChart } from './blocks.js'
import {
  absenceOf,
  factsOf,
  inText,
  metricOf,
  type SegmentFacts,
  type Setting,
  shortName,
  shownSegments,
  statementOf,
} from './narrative.js'
import { changeMarksOf, measureWords, ownTotalNotes, text, verdictNotes } from './tables.js'

// ── change ──

/**
 * Where each group stood and stands, all rows in table order. null with one period, or with one group: then the table
 * does it.
 */
export function changeChart(setting: Setting): ChangeChart | null {
  const { previous, current, locale, item } = setting
  const shown = rowsOf(setting).map((row) => ({ ...row, facts: factsOf(setting, row.segment) }))
  if (!previous || shown.length < 2 || !shown.some(({ facts }) => facts.change?.printed)) return null
  const { document: words } = locale
  const rows = shown.map(({ segment, indent, facts }) => ({
    id: segment.id,
    label: shortName(segment),
    indent,
    isTotal: segment === setting.survey.segments,
    previous: chartNumber(setting, facts.previousValue),
    current: chartNumber(setting, facts.value),
    change: changeText(setting, facts),
    absence: absenceWords(setting, segment),
  }))
  const axis = axisOf(
    setting,
    rows.flatMap((row) => [row.previous, row.current]),
  )
  const labelAt = (value: number) => axis.ticks.find((tick) => tick.value === value)?.label ?? null
  const measure = measureWords(setting)
  const reasonOf = (absence: Absence | null | undefined) => (absence ? words.absences[absence] : null)
  const verdicts = shown.map(({ facts }) => facts.verdict)
  const hasVerdicts = verdicts.some((verdict) => verdict !== null)
  const notes = verdictNotes(
    setting,
    shown.map(({ segment }) => segment),
  )
  const plain = [
    ...notes.plain,
    ...ownTotalNotes(
      setting,
      shown.map(({ segment }) => segment),
    ),
    ...(rows.some(({ change }) => change === null) ? [words.dashNote(words.noChange)] : []),
  ]
  return {
    type: 'chart',
    kind: 'change',
    id: 'change',
    label: '',
    title: text(words.changeTitle({ item: item.label, itemInText: inText(item.label), on: null, partsCalled: null, period: null })),
    howTo: text(
      words.changeHowTo({ from: String(axis.from), to: String(axis.to), lowest: labelAt(axis.from), highest: labelAt(axis.to), measure }),
    ),
    notes: [...notes.marked, ...(plain.length > 0 ? [{ kind: 'note' as const, children: text(words.note(plain.join(' '))) }] : [])],
    axis,
    previousLabel: formatPeriod(previous, locale, 'short'),
    currentLabel: formatPeriod(current, locale, 'short'),
    changeLabel: words.changeHead,
    rows,
    dash: words.dash,
    altText: changeAlt(
      setting,
      shown.map(({ facts }) => facts),
    ),
    data: {
      caption: text(words.changeData(measure)),
      columns: [
        { id: 'group', label: text(words.groupHead) },
        { id: 'previous', label: text(formatPeriod(previous, locale, 'name')) },
        { id: 'current', label: text(formatPeriod(current, locale, 'name')) },
        { id: 'change', label: text(words.changeHead) },
        ...(hasVerdicts ? [{ id: 'verdict', label: text(words.verdictHead) }] : []),
      ],
      rows: rows.map(({ id, label, indent, ...row }, index) => ({
        id,
        label: text(label),
        indent,
        cells: [
          numberCell(setting, row.previous, reasonOf(shown[index]?.facts.previousAbsence)),
          numberCell(setting, row.current, reasonOf(shown[index]?.facts.absence)),
          changeCell(setting, row.change),
          ...(hasVerdicts ? [verdictCell(setting, verdicts[index] ?? null)] : []),
        ],
      })),
    },
  }
}

/** The root, then its tree; the root's parts stand beside it as in the table, their parts one step in. */
function rowsOf(setting: Setting): { segment: Segment; indent: number }[] {
  return shownSegments(setting).map(({ segment, depth }) => ({ segment, indent: Math.max(0, depth - 1) }))
}

/**
 * The measure's whole range, never fitted to the data; from the middle where it runs to 100 and no value is lower.
 * Ticks of an index and of a mean are named by the answer that gives just that value.
 */
function axisOf(setting: Setting, numbers: (ChartNumber | null)[]): ChangeChart['axis'] {
  const { measure, scale, locale } = setting
  const tick = (value: number, label: string | null): AxisTick => ({ value, text: spellNumber(String(value), locale), label })
  if (measure.metric === 'mean') {
    const scored = [...scoredOptions(scale)].sort((a, b) => a.score - b.score)
    const named = scored.filter((_, index) => scored.length <= mostTicks || index === 0 || index === scored.length - 1)
    const ticks = named.map((option) => tick(option.score, inText(optionLabel(scale, option, locale))))
    return { from: ticks[0]?.value ?? 0, to: ticks.at(-1)?.value ?? 0, ticks }
  }
  const from = numbers.some((number) => number !== null && number.value < 50) ? 0 : 50
  const values = [0, 25, 50, 75, 100].filter((value) => value >= from)
  return { from, to: 100, ticks: values.map((value) => tick(value, measure.metric === 'indexScore' ? answerAt(setting, value) : null)) }
}

/** Of a scale with more options only the ends are ticks. */
const mostTicks = 7

/** The label of the option whose index is that value; null where there is none. */
function answerAt({ scale, locale }: Setting, value: number): string | null {
  const { min, max } = scoreRange(scale)
  const [low, high] = [toNumber(min), toNumber(max)]
  const option = scoredOptions(scale).find(({ score }) => ((score - low) / (high - low)) * 100 === value)
  return option ? inText(optionLabel(scale, option, locale)) : null
}

/** Places on the axis are those of the printed numbers, so that picture and table agree. */
function chartNumber({ locale }: Setting, figure: Figure | null): ChartNumber | null {
  const printed = figure && formatFigure(figure, locale, 'number')
  return printed ? { figure: figure.id, value: Number(figure.printed), text: printed } : null
}

function changeText(setting: Setting, { segment, change, verdict }: SegmentFacts): ChangeChart['rows'][number]['change'] {
  const printed = change && formatFigure(change, setting.locale, 'signed')
  const mark = changeMarksOf(setting, segment).join('')
  return printed ? { figure: change.id, text: printed, isCertain: verdict === 'certain', mark: mark === '' ? null : mark } : null
}

/**
 * Longer names of periods would not fit into a row beside its dots: then the reasons alone stand there, the earlier
 * period's first.
 */
const longestPeriodName = 9

/** Why a row has not both of its numbers, and in which period. */
function absenceWords(setting: Setting, segment: Segment): string | null {
  const { previous, current, locale } = setting
  const { absences, absenceIn } = locale.document
  const periods = previous ? [previous, current] : [current]
  const absent = periods.flatMap((period) => {
    const absence = absenceOf(setting, segment, period)
    return absence ? [{ name: formatPeriod(period, locale, 'name'), words: absences[absence] }] : []
  })
  const reasons = [...new Set(absent.map(({ words }) => words))]
  if (absent.length === 0) return null
  if (absent.length === periods.length && reasons.length === 1) return reasons.join()
  const isNamed = absent.every(({ name }) => name.length <= longestPeriodName)
  return (isNamed ? absent.map(({ name, words }) => absenceIn({ period: name, words })) : reasons).join(locale.document.list.comma)
}

/** Where there is no number, why: a table beside a picture has no marks that lead to a note. */
function numberCell({ locale }: Setting, number: { figure: string; text: string } | null, reason: string | null): Inline[] {
  if (number) return [{ type: 'figure', figure: number.figure, text: number.text }]
  return text(reason ?? locale.document.absences.unknown)
}

/** A dash where there are not two numbers to compare; a note says so. */
function changeCell({ locale }: Setting, change: { figure: string; text: string } | null): Inline[] {
  return change ? [{ type: 'figure', figure: change.figure, text: change.text }] : text(locale.document.dash)
}

/** Nothing where there is nothing to judge: unchanged, or not compared. */
function verdictCell({ locale }: Setting, verdict: Verdict | null): Inline[] {
  return verdict ? text(locale.document.verdicts[verdict]) : []
}

/**
 * Kind and number of groups; the total; greatest fall and rise with both values; what is unchanged; where all numbers
 * stand. Each change as the text tells it. Under 60 words.
 */
function changeAlt(setting: Setting, all: SegmentFacts[]): string {
  const { locale } = setting
  const told = all.flatMap((facts) => {
    // over the groups of both periods, where the change is
    const [previous, current] = [facts.common?.previousValue ?? facts.previousValue, facts.common?.value ?? facts.value].map(
      (figure) => figure && formatFigure(figure, locale, 'number'),
    )
    const { change, common, segment } = facts
    if (!change?.printed || !change.direction || !previous || !current) return []
    // What rounds to the same is not told as the same where it is printed with other decimals.
    const direction = change.direction === 'unchanged' && previous !== current ? 'largelyUnchanged' : change.direction
    const numbers: ComparedNumbers = { name: shortName(segment), previous, current, isCommon: common !== null }
    return [{ facts, ...numbers, direction, change: Number(change.printed) }]
  })
  type Told = (typeof told)[number]
  const total = told.find(({ facts }) => facts.segment === setting.survey.segments) ?? null
  const parts = told.filter((each) => each !== total)
  const extreme = (moved: 'rise' | 'fall'): Told | null =>
    parts
      .filter(({ direction }) => direction === moved)
      .reduce<Told | null>((best, next) => (best && Math.abs(best.change) >= Math.abs(next.change) ? best : next), null)
  const namesOf = (told: Direction): string[] => parts.filter(({ direction }) => direction === told).map(({ name }) => name)
  const [unchanged, largelyUnchanged] = [namesOf('unchanged'), namesOf('largelyUnchanged')]
  const hasTotal = all.some(({ segment }) => segment === setting.survey.segments)
  const groups = hasTotal ? all.length - 1 : all.length
  const alt = (same: string[], largelySame: string[]): string =>
    locale.document.changeAlt({
      groups: countWord(groups, locale),
      isOneGroup: groups === 1,
      hasTotal,
      total,
      rise: extreme('rise'),
      fall: extreme('fall'),
      unchanged: same,
      largelyUnchanged: largelySame,
    })
  // Where their names would make it too long, how many they are.
  const { one, many } = locale.document.parts
  const counted = ({ length }: string[]): string[] => (length === 0 ? [] : [`${countWord(length, locale)} ${length === 1 ? one : many}`])
  const named = alt(unchanged, largelyUnchanged)
  return isShort(named) ? named : alt(counted(unchanged), counted(largelyUnchanged))
}

function isShort(words: string): boolean {
  return words.split(/\s+/).length < 60
}

// ── shares ──

/** Room for a number of one digit in every drawing, from the narrowest bar. A fraction. */
const leastNumbered = 0.04

/** How the answers of the current period are spread, one bar a group. null where no group's answers are known. */
export function sharesChart(setting: Setting): SharesChart | null {
  const { scale, current, locale } = setting
  const { document: words } = locale
  const options = scoredOptions(scale)
  const dontKnow = scale.options.find((option) => 'missing' in option && option.missing === 'dontKnow')
  const sharesOf = (segment: Segment): ChartNumber[] => {
    const figures = options.map(({ id }) => metricOf(setting, 'share', segment.id, current, id))
    const numbers = figures.flatMap((figure) =>
      figure?.value && figure.printed
        ? [{ figure: figure.id, value: toNumber(figure.value), text: formatFigure(figure, locale, 'number') ?? '' }]
        : [],
    )
    return numbers.length === options.length ? numbers : []
  }
  const rows = rowsOf(setting).flatMap(({ segment, indent }) => {
    const base = numberOf(setting, metricOf(setting, 'base', segment.id, current))
    if (!base) return []
    const shares = sharesOf(segment)
    const unknown = dontKnow ? numberOf(setting, metricOf(setting, 'dontKnow', segment.id, current)) : null
    const dontKnowLabel = dontKnow ? inText(optionLabel(scale, dontKnow, locale)) : null
    return [
      {
        id: segment.id,
        label: shortName(segment),
        indent,
        isTotal: segment === setting.survey.segments,
        shares,
        absence: shares.length > 0 ? null : words.absences[absenceOf(setting, segment, current) ?? 'unknown'],
        base,
        dontKnow: unknown,
        summary: words.sharesSummary({ base: base.text, dontKnow: unknown?.text ?? null, dontKnowLabel }),
      },
    ]
  })
  if (!rows.some(({ shares }) => shares.length > 0)) return null
  const hasUnnumbered = rows.some(({ shares }) => shares.some(({ value }) => value > 0 && value < leastNumbered))
  const dontKnowLabel = dontKnow && rows.some((row) => row.dontKnow) ? optionLabel(scale, dontKnow, locale) : null
  const labels = options.map((option) => optionLabel(scale, option, locale))
  const isOff = rows.some(({ shares }) => shares.length > 0 && sumOfPrinted(setting, shares) !== 100)
  // of those whose answers are shown beside their parts'
  const drawn = new Set(rows.filter(({ shares }) => shares.length > 0).map(({ id }) => id))
  const wholes = rowsOf(setting)
    .map(({ segment }) => segment)
    .filter(({ id, parts }) => drawn.has(id) && parts?.some((part) => drawn.has(part.id)))
  const notes = [...words.sharesNotes({ hasUnnumbered, isOff }), ...ownTotalNotes(setting, wholes)]
  return {
    type: 'chart',
    kind: 'shares',
    id: 'shares',
    label: '',
    title: text(words.sharesTitle({ statement: statementOf(setting).words, period: formatPeriod(current, locale, 'short') })),
    howTo: text(words.sharesHowTo(dontKnow && dontKnowLabel ? inText(dontKnowLabel) : null)),
    notes: notes.length === 0 ? [] : [{ kind: 'note', children: text(words.note(notes.join(' '))) }],
    options: options.map((option, index) => ({ id: option.id, label: labels[index] ?? option.id, tone: toneOf(setting, option) })),
    baseLabel: words.baseHead,
    dontKnowLabel,
    leastNumbered,
    rows,
    axisTicks: [0, 50, 100].map((value) => ({
      value: value / 100,
      text: value === 100 ? `${value}\u00a0${words.percentSign}` : String(value),
      label: null,
    })),
    altText: sharesAlt(setting, rows, inText(labels[0] ?? '')),
    data: {
      caption: text(words.sharesData),
      columns: [
        { id: 'group', label: text(words.groupHead) },
        ...options.map((option, index) => ({ id: option.id, label: text(labels[index] ?? option.id) })),
        { id: 'base', label: text(words.baseHead) },
        ...(dontKnowLabel ? [{ id: 'dontKnow', label: text(dontKnowLabel) }] : []),
      ],
      rows: rows.map((row) => ({
        id: row.id,
        label: text(row.label),
        indent: row.indent,
        cells: [
          ...options.map((_, index) => numberCell(setting, row.shares[index] ?? null, row.absence)),
          numberCell(setting, row.base, null),
          ...(dontKnowLabel ? [numberCell(setting, row.dontKnow, null)] : []),
        ],
      })),
    },
  }
}

/** Of printed percentages, whole or with decimals. */
function sumOfPrinted({ figures }: Setting, shares: readonly ChartNumber[]): number {
  const printed = shares.map(({ figure }) => figures.figures[figure]?.printed ?? '0')
  const decimals = Math.max(...printed.map((text) => text.split('.')[1]?.length ?? 0))
  return printed.reduce((sum, text) => sum + Math.round(Number(text) * 10 ** decimals), 0) / 10 ** decimals
}

function numberOf({ locale }: Setting, figure: Figure | null): { figure: string; text: string } | null {
  const printed = figure && formatFigure(figure, locale, 'number')
  return printed ? { figure: figure.id, text: printed } : null
}

/** 1 for the best answer, −1 for the worst. */
function toneOf({ scale }: Setting, option: ResponseOption & { score: number }): number {
  const { min, max } = scoreRange(scale)
  const [low, high] = [toNumber(min), toNumber(max)]
  return (2 * (option.score - low)) / (high - low) - 1
}

function sharesAlt({ locale }: Setting, rows: SharesChart['rows'], option: string): string {
  const groups = rows.filter((row) => !row.isTotal).length
  const known = rows.flatMap((row) =>
    row.shares[0] ? [{ name: row.label, share: row.shares[0].text, value: row.shares[0].value, isTotal: row.isTotal }] : [],
  )
  const total = known.find((row) => row.isTotal)
  const parts = known.filter((row) => !row.isTotal)
  type Known = (typeof known)[number]
  const extreme = (sign: 1 | -1) =>
    parts.reduce<Known | null>((best, next) => (best && sign * best.value >= sign * next.value ? best : next), null)
  const [highest, lowest] = [extreme(1), extreme(-1)]
  // Printed alike, they are no extremes.
  const isSpread = highest?.share !== lowest?.share
  return locale.document.sharesAlt({
    groups: groups === 0 ? null : countWord(groups, locale),
    isOneGroup: groups === 1,
    hasTotal: groups < rows.length,
    option,
    total: total ? { name: total.name, share: total.share } : null,
    highest: isSpread ? highest : null,
    lowest: isSpread ? lowest : null,
  })
}
