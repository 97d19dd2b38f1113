/** The charts of a memo, as numbers and words: what changed in each group, and how the answers are spread. */
import { breaksBetween } from '../breaks.js'
import { differenceOf } from '../difference.js'
import type { Change, Direction, Figure } from '../figure.js'
import { countWord, formatFigure, formatPeriod, spellNumber } from '../locale/spelling.js'
import type { Absence, ComparedNumbers, Verdict } from '../locale/words.js'
import { middleOfRange, scoredOptions, scoreRange } from '../metrics.js'
import { optionLabel } from '../options.js'
import { toNumber } from '../printed.js'
import type { Period, ResponseOption } from '../survey.js'
import type { AxisTick, BarsChart, BenchmarkChart, ChangeChart, ChartAxis, ChartNumber, Inline, SharesChart, TrendChart } from './blocks.js'
import { measureWords, nameOfOption, type Row, text } from './exhibits.js'
import { keep, mark, ownTotalNotes } from './marks.js'
import { barsChart, benchmarkChart, type Judged, type PictureRow, type PictureSetting, trendChart } from './pictures.js'
import {
  absenceAt,
  comparedPeriods,
  type Facts,
  factsAt,
  figureAt,
  inText,
  isMultiple,
  levelAt,
  measureOf,
  nameOf,
  periodsUpTo,
  previousOf,
  type Standing,
  scaleAt,
  statementOf,
} from './standing.js'

// ── change ──

/**
 * Where each row stood and stands. null with one period, or with one row: then the table does it.
 *
 * @param here where the chart stands
 */
export function changeChart(rows: readonly Row[], here: Standing, key: string): ChangeChart | null {
  const { locale } = here.setting
  const previous = previousOf(here)
  const shown = rows.map((row) => ({ ...row, facts: factsAt(row.here) }))
  if (!previous || shown.length < 2 || !shown.some(({ facts }) => facts.change?.printed)) return null
  const { document: words } = locale
  const drawn = shown.map(({ here: place, noun, indent, kind, facts }) => ({
    ...pictureRow({ here: place, noun, indent, kind }),
    previous: chartNumber(place, facts.previousValue),
    current: chartNumber(place, facts.value),
    change: changeText(place),
    absence: absenceWords(place),
  }))
  const axis = axisOf(
    here,
    drawn.flatMap((row) => [row.previous, row.current]),
  )
  const labelAt = (value: number) => axis.ticks.find((tick) => tick.value === value)?.label ?? null
  const measure = measureWords(here)
  const reasonOf = (absence: Absence | null | undefined) => (absence ? words.absences[absence] : null)
  const verdicts = shown.map(({ facts }) => facts.verdict)
  const hasVerdicts = verdicts.some((verdict) => verdict !== null)
  const standings = shown.map((row) => row.here)
  const chart: ChangeChart = {
    type: 'chart',
    kind: 'change',
    id: key,
    label: '',
    title: text(
      words.changeTitle({ item: here.item.label, itemInText: inText(here.item.label), on: null, partsCalled: null, period: null }),
    ),
    howTo: text(
      words.changeHowTo({ from: String(axis.from), to: String(axis.to), lowest: labelAt(axis.from), highest: labelAt(axis.to), measure }),
    ),
    notes: [],
    axis,
    previousLabel: formatPeriod(previous, locale, 'short'),
    currentLabel: formatPeriod(here.period, locale, 'short'),
    changeLabel: words.changeHead,
    rows: drawn,
    dash: words.dash,
    altText: changeAlt(here, shown),
    data: {
      caption: text(words.changeData(measure)),
      columns: [
        { id: 'group', label: text(words.groupHead) },
        { id: 'previous', label: text(formatPeriod(previous, locale, 'name')) },
        { id: 'current', label: text(formatPeriod(here.period, locale, 'name')) },
        { id: 'change', label: text(words.changeHead) },
        ...(hasVerdicts ? [{ id: 'verdict', label: text(words.verdictHead) }] : []),
      ],
      rows: drawn.map(({ id, label, indent, ...row }, index) => ({
        id,
        label: text(label),
        indent,
        cells: [
          numberCell(here, row.previous, reasonOf(shown[index]?.facts.previousAbsence)),
          numberCell(here, row.current, reasonOf(shown[index]?.facts.absence)),
          changeCell(here, row.change),
          ...(hasVerdicts ? [verdictCell(here, verdicts[index] ?? null)] : []),
        ],
      })),
    },
  }
  return keep(chart, { kind: 'chart', here, standings, wholes: standings, showsLevel: false, showsChange: true, since: null, note: null })
}

function idOf({ provider, segment }: Standing): string {
  return provider?.id ?? segment.id
}

/**
 * The measure's whole range, never fitted to the data; from the middle where it runs to 100 and no value is lower.
 * Ticks of an index and of a mean are named by the answer that gives just that value.
 */
function axisOf(here: Standing, numbers: (ChartNumber | null)[]): ChangeChart['axis'] {
  const { locale } = here.setting
  const [measure, scale] = [measureOf(here), scaleAt(here)]
  const tick = (value: number, label: string | null): AxisTick => ({ value, text: spellNumber(String(value), locale), label })
  if (measure.metric === 'mean') {
    const scored = [...scoredOptions(scale)].sort((a, b) => a.score - b.score)
    const named = scored.filter((_, index) => scored.length <= mostTicks || index === 0 || index === scored.length - 1)
    const ticks = named.map((option) => tick(option.score, inText(optionLabel(scale, option, locale))))
    return { from: ticks[0]?.value ?? 0, to: ticks.at(-1)?.value ?? 0, ticks }
  }
  const from = numbers.some((number) => number !== null && number.value < 50) ? 0 : 50
  const values = [0, 25, 50, 75, 100].filter((value) => value >= from)
  return { from, to: 100, ticks: values.map((value) => tick(value, measure.metric === 'indexScore' ? answerAt(here, value) : null)) }
}

/** Of a scale with more options only the ends are ticks. */
const mostTicks = 7

/** The label of the option whose index is that value; null where there is none. */
function answerAt(here: Standing, value: number): string | null {
  const { locale } = here.setting
  const scale = scaleAt(here)
  const { min, max } = scoreRange(scale)
  const [low, high] = [toNumber(min), toNumber(max)]
  const option = scoredOptions(scale).find(({ score }) => ((score - low) / (high - low)) * 100 === value)
  return option ? inText(optionLabel(scale, option, locale)) : null
}

/** Places on the axis are those of the printed numbers, so that picture and table agree. */
function chartNumber({ setting: { locale } }: Standing, figure: Figure | null): ChartNumber | null {
  const printed = figure && formatFigure(figure, locale, 'number')
  return printed ? { figure: figure.id, value: Number(figure.printed), text: printed } : null
}

function changeText(here: Standing): ChangeChart['rows'][number]['change'] {
  const { change, verdict, common } = factsAt(here)
  const printed = change && formatFigure(change, here.setting.locale, 'signed')
  const marks = [...(verdict ? [mark.verdict(verdict)] : []), ...(common ? [mark.common] : [])].join(' ')
  return printed ? { figure: change.id, text: printed, isCertain: verdict === 'certain', mark: marks === '' ? null : marks } : null
}

/**
 * Longer names of periods would not fit into a row beside its dots: then the reasons alone stand there, the earlier
 * period's first.
 */
const longestPeriodName = 9

/** Why a row has not both of its numbers, and in which period. */
function absenceWords(here: Standing): string | null {
  const { locale } = here.setting
  const { absences, absenceIn } = locale.document
  const periods = comparedPeriods(here)
  const absent = periods.flatMap((period) => {
    const absence = absenceAt({ ...here, period })
    return absence ? [{ name: formatPeriod(period, locale, 'name'), words: absences[absence] }] : []
  })
  const reasons = [...new Set(absent.map(({ words }) => words))]
  if (absent.length === 0) return null
  if (absent.length === periods.length && reasons.length === 1) return reasons.join()
  const isNamed = absent.every(({ name }) => name.length <= longestPeriodName)
  return (isNamed ? absent.map(({ name, words }) => absenceIn({ period: name, words })) : reasons).join(locale.document.list.comma)
}

/** Where there is no number, why: a table beside a picture has no marks that lead to a note. */
function numberCell({ setting: { locale } }: Standing, number: { figure: string; text: string } | null, reason: string | null): Inline[] {
  if (number) return [{ type: 'figure', figure: number.figure, text: number.text }]
  return text(reason ?? locale.document.absences.unknown)
}

/** A dash where no two numbers can be compared; a note says so. */
function changeCell({ setting: { locale } }: Standing, change: { figure: string; text: string } | null): Inline[] {
  return change ? [{ type: 'figure', figure: change.figure, text: change.text }] : text(locale.document.dash)
}

/** Nothing where there is nothing to judge: unchanged, or not compared. */
function verdictCell({ setting: { locale } }: Standing, verdict: Verdict | null): Inline[] {
  return verdict ? text(locale.document.verdicts[verdict]) : []
}

/**
 * Kind and number of groups; the total; greatest fall and rise with both values; what is unchanged; where all numbers
 * stand. Each change as the text tells it. Under 60 words.
 */
function changeAlt(here: Standing, all: readonly (Row & { facts: Facts })[]): string {
  const { locale } = here.setting
  const told = all.flatMap(({ here: place, noun, kind, facts }) => {
    // over the groups of both periods, where the change is
    const [previous, current] = [facts.common?.previousValue ?? facts.previousValue, facts.common?.value ?? facts.value].map(
      (figure) => figure && formatFigure(figure, locale, 'number'),
    )
    const { change, common } = facts
    if (!change?.printed || !change.direction || !previous || !current) return []
    // What rounds to the same is not told as the same where it is printed with other decimals.
    const direction = change.direction === 'unchanged' && previous !== current ? 'largelyUnchanged' : change.direction
    const numbers: ComparedNumbers = {
      name: pictureRow({ here: place, noun, kind, indent: 0 }).label,
      previous,
      current,
      isCommon: common !== null,
    }
    return [{ kind, ...numbers, direction, change: Number(change.printed) }]
  })
  type Told = (typeof told)[number]
  const total = told.find(({ kind }) => kind === 'total') ?? null
  const parts = told.filter((each) => each !== total)
  const extreme = (moved: 'rise' | 'fall'): Told | null =>
    parts
      .filter(({ direction }) => direction === moved)
      .reduce<Told | null>((best, next) => (best && Math.abs(best.change) >= Math.abs(next.change) ? best : next), null)
  const namesOf = (told: Direction): string[] => parts.filter(({ direction }) => direction === told).map(({ name }) => name)
  const [unchanged, largelyUnchanged] = [namesOf('unchanged'), namesOf('largelyUnchanged')]
  const hasTotal = all.some(({ kind }) => kind === 'total')
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

/**
 * How the answers are spread, one bar a row. null where no row's answers are known, and where several options may be
 * ticked: their shares are no parts of a whole.
 */
export function sharesChart(all: readonly Row[], here: Standing, key: string): SharesChart | null {
  const { locale } = here.setting
  const { document: words } = locale
  const scale = scaleAt(here)
  if (isMultiple(here)) return null
  const options = scoredOptions(scale)
  const dontKnow = scale.options.find((option) => 'missing' in option && option.missing === 'dontKnow')
  const sharesOf = (place: Standing): ChartNumber[] => {
    const figures = options.map(({ id }) => figureAt(place, 'share', id))
    const numbers = figures.flatMap((figure) =>
      figure?.value && figure.printed
        ? [{ figure: figure.id, value: toNumber(figure.value), text: formatFigure(figure, locale, 'number') ?? '' }]
        : [],
    )
    return numbers.length === options.length ? numbers : []
  }
  const rows = all.flatMap(({ here: place, indent, kind }) => {
    const base = numberOf(place, figureAt(place, 'base'))
    if (!base) return []
    const shares = sharesOf(place)
    const unknown = dontKnow ? numberOf(place, figureAt(place, 'dontKnow')) : null
    const dontKnowLabel = dontKnow ? inText(optionLabel(scale, dontKnow, locale)) : null
    return [
      {
        id: idOf(place),
        label: nameOf(place),
        indent,
        isTotal: kind === 'total',
        shares,
        absence: shares.length > 0 ? null : words.absences[absenceAt(place) ?? 'unknown'],
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
  const isOff = rows.some(({ shares }) => shares.length > 0 && sumOfPrinted(here, shares) !== 100)
  // of those whose answers are shown beside their parts'
  const drawn = new Set(rows.filter(({ shares }) => shares.length > 0).map(({ id }) => id))
  const wholes = all
    .map((row) => row.here)
    .filter((place) => drawn.has(idOf(place)) && place.segment.parts?.some((part) => drawn.has(part.id)))
  const notes = [...words.sharesNotes({ hasUnnumbered, isOff }), ...ownTotalNotes(wholes)]
  return {
    type: 'chart',
    kind: 'shares',
    id: key,
    label: '',
    title: text(words.sharesTitle({ statement: statementOf(here).words, period: formatPeriod(here.period, locale, 'short') })),
    howTo: text(words.sharesHowTo(dontKnow && dontKnowLabel ? inText(dontKnowLabel) : null)),
    notes: notes.length === 0 ? [] : [{ kind: 'note', children: text(words.note(notes.join(' '))) }],
    options: options.map((option, index) => ({ id: option.id, label: labels[index] ?? option.id, tone: toneOf(here, option) })),
    baseLabel: words.baseHead,
    dontKnowLabel,
    leastNumbered,
    rows,
    axisTicks: [0, 50, 100].map((value) => ({
      value: value / 100,
      text: value === 100 ? `${value}\u00a0${words.percentSign}` : String(value),
      label: null,
    })),
    altText: sharesAlt(here, rows, inText(labels[0] ?? '')),
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
          ...options.map((_, index) => numberCell(here, row.shares[index] ?? null, row.absence)),
          numberCell(here, row.base, null),
          ...(dontKnowLabel ? [numberCell(here, row.dontKnow, null)] : []),
        ],
      })),
    },
  }
}

/** Of printed percentages, whole or with decimals. */
function sumOfPrinted({ setting: { figures } }: Standing, shares: readonly ChartNumber[]): number {
  const printed = shares.map(({ figure }) => figures.figures[figure]?.printed ?? '0')
  const decimals = Math.max(...printed.map((text) => text.split('.')[1]?.length ?? 0))
  return printed.reduce((sum, text) => sum + Math.round(Number(text) * 10 ** decimals), 0) / 10 ** decimals
}

function numberOf({ setting: { locale } }: Standing, figure: Figure | null): { figure: string; text: string } | null {
  const printed = figure && formatFigure(figure, locale, 'number')
  return printed ? { figure: figure.id, text: printed } : null
}

/** 1 for the best answer, −1 for the worst. */
function toneOf(here: Standing, option: ResponseOption & { score: number }): number {
  const { min, max } = scoreRange(scaleAt(here))
  const [low, high] = [toNumber(min), toNumber(max)]
  return (2 * (option.score - low)) / (high - low) - 1
}

function sharesAlt({ setting: { locale } }: Standing, rows: SharesChart['rows'], option: string): string {
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

// ── trend, benchmark, bars ──

/** A trend is one from this many periods with a number. */
const fewestPeriods = 3

/** A line a row over all periods up to the document's. null with fewer than three periods that have a number. */
export function trendOf(rows: readonly Row[], here: Standing, key: string): TrendChart | null {
  const { locale } = here.setting
  const periods = periodsUpTo(here)
  const known = periods.filter((period) => rows.some((row) => levelAt({ ...row.here, period })?.printed != null))
  const [first] = known
  if (!first || known.length < fewestPeriods || rows.length === 0) return null
  const standings = rows.map((row) => row.here)
  const name = formatPeriod(first, locale, 'name')
  const parted = rows.filter((row) => first !== here.period && factsAt(row.here, first).common !== null)
  const own = ownTotalNotes(
    standings.filter(({ segment }) => (segment.parts ?? []).some((part) => standings.some((each) => each.segment === part))),
  )
  const chart = trendChart({
    ...pictureOf(here, key),
    said: [
      ...(parted.length > 0 ? [locale.document.commonRowsNote({ names: parted.map((row) => nameOf(row.here)), previous: name })] : []),
      ...own,
    ],
    periods,
    changeLabel: locale.document.changeSince(name),
    rows: rows.map((row) => ({
      ...pictureRow(row),
      points: periods.map((period, index) => {
        const place = { ...row.here, period }
        const before = periods[index - 1]
        return {
          period: period.id,
          figure: levelAt(place),
          absence: absenceAt(place),
          isAfterBreak: before !== undefined && breaksBetween(here.setting.figures, row.here.item.id, before.id, period.id).length > 0,
        }
      }),
      change: changeSince(row.here, first),
      moveBetween: (from, to) => moveBetween(row.here, from, to),
    })),
  })
  return keep(chart, { kind: 'chart', here, standings, wholes: standings, showsLevel: false, showsChange: false, since: first, note: null })
}

/** The change between two periods where it is that of the two printed numbers, not one over common groups or none. */
function moveBetween(here: Standing, from: string, to: string): Change | null {
  const [since, period] = [from, to].map((id) => here.setting.survey.periods.find((each) => each.id === id))
  if (!since || !period) return null
  const { change, common } = factsAt({ ...here, period }, since)
  return common === null ? change : null
}

/** The change over the whole run; null where there is none to tell. */
function changeSince(here: Standing, first: Period): Judged | null {
  if (first === here.period) return null
  const { change, verdict } = factsAt(here, first)
  return change?.printed ? { figure: change, verdict, mark: null } : null
}

/** A dot for each whom in each row, the first one's own. null without two of them in any row. */
export function benchmarkOf(rows: readonly Row[], whoms: readonly Whom[], here: Standing, key: string): BenchmarkChart | null {
  const numbers = rows.map((row) =>
    whoms.map(({ at }) => at(row.here)).map((place) => ({ figure: levelAt(place), absence: absenceAt(place) })),
  )
  const isShown = numbers.some((each) => each.filter(({ figure }) => figure?.printed != null).length > 1)
  if (!isShown || rows.length === 0) return null
  const middle = middleOfRange(measureOf(here).metric, scaleAt(here))
  const [, other] = whoms
  return benchmarkChart({
    ...pictureOf(here, key),
    whoms: whoms.map(({ id, label }) => ({ id, label })),
    middle: middle && toNumber(middle),
    differenceLabel: null,
    rows: rows.map((row, index) => ({
      ...pictureRow(row),
      numbers: numbers[index] ?? [],
      difference: whoms.length === 2 && other ? differenceTo(row.here, other.id) : null,
    })),
  })
}

/** Whose numbers a chart or a column shows, and where one stands for them. */
export type Whom = { id: string; label: string; at: (row: Standing) => Standing }

function differenceTo(here: Standing, against: string): Judged | null {
  const level = levelAt(here)
  const difference = level && differenceOf(here.setting.figures, level.id, against, { basis: here.setting.basis })
  if (!difference?.printed) return null
  const isTold = difference.direction === 'above' || difference.direction === 'below'
  const verdicts = { certain: 'certain', never: 'chance', undecidable: 'undecided', tooFew: 'tooFew' } as const
  return { figure: difference, verdict: isTold && difference.certainty ? verdicts[difference.certainty] : null, mark: null }
}

/** A bar a row. null where no row has a number. */
export function barsOf(rows: readonly Row[], here: Standing, key: string): BarsChart | null {
  if (!rows.some((row) => levelAt(row.here)?.printed != null)) return null
  const chart = barsChart({
    ...pictureOf(here, key),
    reference: null,
    differenceLabel: null,
    rows: rows.map((row) => ({ ...pictureRow(row), figure: levelAt(row.here), absence: absenceAt(row.here), difference: null })),
  })
  const { note, tickedHowTo } = here.setting.locale.document
  return isMultiple(here) ? { ...chart, notes: [...chart.notes, { kind: 'note', children: text(note(tickedHowTo)) }] } : chart
}

function pictureRow({ here, noun, indent, kind }: Omit<Row, 'label'>): PictureRow {
  const [id, label] =
    noun === 'item'
      ? [here.item.id, here.item.label]
      : noun === 'option' || noun === 'theme'
        ? [here.option?.id ?? '', nameOfOption(here)]
        : [idOf(here), nameOf(here)]
  return { id, label, indent, isTotal: kind === 'total' }
}

function pictureOf(here: Standing, key: string): PictureSetting {
  const measure = measureWords(here)
  return { id: key, title: text(here.item.label), measure: measure.bare, locale: here.setting.locale, axis: fullAxis(here) }
}

/** The measure's whole range. */
function fullAxis(here: Standing): ChartAxis {
  return axisOf(here, [{ figure: '', value: 0, text: '' }])
}
