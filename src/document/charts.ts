/** The charts of a memo, as numbers and words: what changed in each group, and how the answers are spread. */

import { breaksBetween } from '../breaks.js'
import { differenceOf, targetNumber } from '../difference.js'
import type { Change, Direction, Figure } from '../figure.js'
import { countWord, formatFigure, formatPeriod, spellNumber } from '../locale/spelling.js'
import type { Absence, ComparedNumbers, Verdict } from '../locale/words.js'
import { greatest } from '../long-lists.js'
import { metrics, middleOfRange, scoredOptions, scoreRange } from '../metrics.js'
import { optionLabel } from '../options.js'
import { type Exact, toNumber } from '../printed.js'
import type { Steps } from '../steps.js'
import { withholdsAny } from '../suppression.js'
import type { Called, Period, ResponseOption } from '../survey.js'
import type {
  AxisTick,
  BarsChart,
  BenchmarkChart,
  ChangeChart,
  Chart,
  ChartAxis,
  ChartNumber,
  Inline,
  SharesChart,
  TrendChart,
} from './blocks.js'
import { exhibitTitle, headOf, isLevel, measureWords } from './exhibits.js'
import type { ChartSpec } from './front-matter.js'
import { keep, mark, ownTotalNotes, type Pending } from './marks.js'
import { calledOf, listedNoun } from './nouns.js'
import { barsChart, benchmarkChart, type Judged, type PictureRow, type PictureSetting, type Shown, trendChart } from './pictures.js'
import { type Asking, headNounOf, likenessOf, type Row, rowsOf, stepsOf, subjectOf, text } from './rows.js'
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
  periodsUpTo,
  previousOf,
  type Standing,
  scaleAt,
  statementOf,
} from './standing.js'
import { type Expression, isNumeral, textOf } from './template.js'
import { capitalised, type FigureNumeral } from './values.js'

// ── change ──

/** Where a chart's numbers are told: of its rows' question, which a chart of several shares with them. */
function placeOf(rows: readonly Row[], here: Standing): Standing {
  return { ...here, item: rows[0]?.here.item ?? here.item }
}

/** The rows one axis can show; others are refused. */
function refuseUnlike(rows: readonly Row[], spec: ChartSpec, asking: Asking): void {
  const [first] = rows
  const likeness = ({ here }: Row) =>
    spec.kind === 'shares'
      ? scoredOptions(scaleAt(here))
          .map(({ id }) => id)
          .join(' ')
      : likenessOf(here)
  const levels = rows.map(({ here }) => levelAt(here)?.id)
  const [, second] = rows
  // What the rows walk is nothing that the chart asks about.
  if (first && second && spec.show === null && first.noun !== 'period' && levels.every((id) => id !== undefined && id === levels[0])) {
    asking.refuse(second.spec.of, 'rows-repeated', { exhibit: spec.name, first: first.short, second: second.short })
  }
  const other = first && rows.find((row) => likeness(row) !== likeness(first))
  if (!other) return
  asking.refuse(other.spec.of, 'unlike-rows', { exhibit: spec.name, first: first.short, second: other.short })
}

/**
 * Where each row stood and stands. null with one period, or with one row: then the table does it.
 *
 * @param here where the chart stands
 */
export function changeChart(rows: readonly Row[], at: Standing, key: string): ChangeChart | null {
  const here = placeOf(rows, at)
  const { locale } = here.setting
  const previous = previousOf(here)
  const shown = rows.map((row) => ({ ...row, facts: factsAt(row.here) }))
  if (!previous || shown.length < 2 || !shown.some(({ facts }) => facts.change?.printed)) return null
  const { document: words } = locale
  const subject = subjectOf(
    rows.map((row) => row.here),
    here,
  )
  const drawn = shown.map(({ here: place, facts, ...row }) => ({
    ...pictureRow({ ...row, here: place }),
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
      words.changeTitle({ item: subject, itemInText: inText(subject), on: null, partsCalled: null, period: null, isAgainstTargets: false }),
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
        { id: 'group', label: text(groupHeadOf(rows, here)) },
        { id: 'previous', label: text(formatPeriod(previous, locale, 'short')) },
        { id: 'current', label: text(formatPeriod(here.period, locale, 'short')) },
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
  return keep(chart, pendingOf(here, standings, { showsChange: true }))
}

/** What the notes of a chart are made of: it shows results of no item that a table would explain. */
function pendingOf(here: Standing, standings: readonly Standing[], more: Partial<Pick<Pending, 'showsChange' | 'since'>>): Pending {
  const own = { items: [], showsLevel: false, showsChange: false, since: null, note: null }
  return { kind: 'chart', here, standings, wholes: standings, ...own, ...more }
}

/** What the rows are, over their names. */
function groupHeadOf(rows: readonly Row[], here: Standing): string {
  const noun = headNounOf(rows)
  return noun === 'segment' ? here.setting.locale.document.groupHead : capitalised(calledOf(noun, here).one)
}

function calledIn(rows: readonly Row[], here: Standing): Called {
  const noun = headNounOf(rows)
  return noun === 'segment' ? here.setting.locale.document.parts : calledOf(noun, here)
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
    const ticks = named.map((option) => tick(option.score, optionLabel(scale, option, locale)))
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
  return option ? optionLabel(scale, option, locale) : null
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
function numberCell(
  { setting: { locale } }: Standing,
  number: { figure: string | null; text: string } | null,
  reason: string | null,
): Inline[] {
  if (number && number.figure !== null) return [{ type: 'figure', figure: number.figure, text: number.text }]
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
  const told = all.flatMap(({ short, kind, facts }) => {
    // over the groups of both periods, where the change is
    const [previous, current] = [facts.common?.previousValue ?? facts.previousValue, facts.common?.value ?? facts.value].map(
      (figure) => figure && formatFigure(figure, locale, 'number'),
    )
    const { change, common } = facts
    if (!change?.printed || !change.direction || !previous || !current) return []
    // What rounds to the same is not told as the same where it is printed with other decimals.
    const direction = change.direction === 'unchanged' && previous !== current ? 'largelyUnchanged' : change.direction
    const numbers: ComparedNumbers = {
      name: short,
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
      called: calledIn(all, here),
      hasTotal,
      total,
      rise: extreme('rise'),
      fall: extreme('fall'),
      unchanged: same,
      largelyUnchanged: largelySame,
    })
  // Where their names would make it too long, how many they are.
  const { one, many } = calledIn(all, here)
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
export function sharesChart(all: readonly Row[], at: Standing, key: string): SharesChart | null {
  const here = placeOf(all, at)
  const { locale } = here.setting
  const { document: words } = locale
  const scale = scaleAt(here)
  if (isMultiple(here)) return null
  const isOfItems = all.some((row) => row.here.item !== here.item)
  const options = scoredOptions(scale)
  const dontKnow = scale.options.find((option) => 'missing' in option && option.missing === 'dontKnow')
  // Where anything is withheld, the lengths of the bars tell no more than the printed numbers do.
  const isRounded = withholdsAny(here.setting.figures)
  const lengthOf = ({ printed }: Figure, value: Exact): number => (isRounded ? Number(printed) / 100 : toNumber(value))
  const sharesOf = (place: Standing): ChartNumber[] => {
    const figures = options.map(({ id }) => figureAt(place, 'share', id))
    const numbers = figures.flatMap((figure) =>
      figure?.value && figure.printed
        ? [{ figure: figure.id, value: lengthOf(figure, figure.value), text: formatFigure(figure, locale, 'number') ?? '' }]
        : [],
    )
    const all = numbers.reduce((sum, { value }) => sum + value, 0)
    if (numbers.length < options.length) return []
    return isRounded && all > 0 ? numbers.map((number) => ({ ...number, value: number.value / all })) : numbers
  }
  const rows = all.flatMap(({ here: place, id, short, indent, kind }) => {
    const base = numberOf(place, figureAt(place, 'base'))
    if (!base) return []
    const shares = sharesOf(place)
    const unknown = dontKnow ? numberOf(place, figureAt(place, 'dontKnow')) : null
    const dontKnowLabel = dontKnow ? optionLabel(scale, dontKnow, locale) : null
    return [
      {
        id,
        label: short,
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
  const withShares = new Set(rows.filter(({ shares }) => shares.length > 0).map(({ id }) => id))
  const drawn = all.flatMap((row) => (withShares.has(row.id) && row.noun === 'segment' ? [row.here] : []))
  const wholes = drawn.filter(({ segment: { parts } }) => parts?.some((part) => drawn.some(({ segment }) => segment === part)))
  const notes = [...words.sharesNotes({ hasUnnumbered, isOff }), ...ownTotalNotes(wholes)]
  return {
    type: 'chart',
    kind: 'shares',
    id: key,
    label: '',
    title: text(
      isOfItems
        ? words.sharesOfItemsTitle({ period: formatPeriod(here.period, locale, 'short') })
        : words.sharesTitle({ statement: statementOf(here).words, period: formatPeriod(here.period, locale, 'short') }),
    ),
    howTo: text(words.sharesHowTo(dontKnow ? dontKnowLabel : null)),
    notes: notes.length === 0 ? [] : [{ kind: 'note', children: text(words.note(notes.join(' '))) }],
    options: options.map((option, index) => ({ id: option.id, label: labels[index] ?? option.id, tone: toneOf(here, option) })),
    baseLabel: words.baseHead,
    dontKnowLabel,
    leastNumbered,
    rows,
    axisTicks: [0, 50, 100].map((value) => ({
      value: value / 100,
      text: value === 100 ? `${value}${words.percentSign}` : String(value),
      label: null,
    })),
    altText: sharesAlt(here, rows, labels[0] ?? '', calledIn(all, here)),
    data: {
      caption: text(words.sharesData),
      columns: [
        { id: 'group', label: text(groupHeadOf(all, here)) },
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
  const printed = shares.map(({ figure }) => figures.figures[figure ?? '']?.printed ?? '0')
  const decimals = greatest(printed.map((text) => text.split('.')[1]?.length ?? 0))
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

function sharesAlt(
  { setting: { locale } }: Standing,
  rows: SharesChart['rows'],
  option: string,
  called: { one: string; many: string },
): string {
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
    called,
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
export function trendOf(rows: readonly Row[], at: Standing, key: string): TrendChart | null {
  const here = placeOf(rows, at)
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
    ...pictureOf(here, key, rows, null),
    said: [
      ...(parted.length > 0 ? [locale.document.commonRowsNote({ names: parted.map((row) => row.short), previous: name })] : []),
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
  return keep(chart, pendingOf(here, standings, { since: first }))
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

/**
 * A dot for each whom in each row, the first one's own; rows of targets have their result and their target. null
 * without two of them in any row.
 */
export function benchmarkOf(rows: readonly Row[], steps: readonly Whom[], at: Standing, key: string): BenchmarkChart | null {
  const here = placeOf(rows, at)
  const isOfTargets = rows.some(({ noun }) => noun === 'target')
  const { document: words } = here.setting.locale
  const whoms = isOfTargets ? targetWhoms(here) : steps
  const numbers = rows.map((row) => (isOfTargets ? besideTarget(row.here) : whoms.map(({ at: whom }) => shownAt(whom(row.here)))))
  const isThere = ({ figure, goal }: Shown) => figure?.printed != null || goal != null
  if (rows.length === 0 || !numbers.some((each) => each.filter(isThere).length > 1)) return null
  const middle = middleOfRange(measureOf(here).metric, scaleAt(here))
  const [, other] = whoms
  const against = isOfTargets ? 'target' : whoms.length === 2 && other ? other.id : null
  return benchmarkChart({
    ...pictureOf(here, key, rows, rows.some(({ noun }) => noun === 'period') ? null : here.period),
    whoms: whoms.map(({ id, label }) => ({ id, label })),
    middle: middle && toNumber(middle),
    differenceLabel: isOfTargets ? words.differenceTo({ fixed: 'target' }) : null,
    differenceHead: against !== null && other && !isOfTargets ? words.differenceTo({ label: other.label }) : null,
    rows: rows.map((row, index) => ({
      ...pictureRow(row),
      numbers: numbers[index] ?? [],
      difference: against === null ? null : differenceTo(row.here, against),
    })),
  })
}

function targetWhoms(here: Standing): Whom[] {
  const { called } = here.setting.locale.document
  return [
    { id: 'own', label: capitalised(measureWords(here).bare), at: (row) => row },
    { id: 'target', label: capitalised(called.target.one), at: (row) => row },
  ]
}

function shownAt(place: Standing): Shown {
  return { figure: levelAt(place), absence: absenceAt(place) }
}

/** The result where one stands in a target, and the target's own number, on one axis. */
function besideTarget(here: Standing): Shown[] {
  const { survey, locale } = here.setting
  const result = listedNoun('target', here)?.attributes.result?.()
  const metric = isNumeral(result ?? null) ? (result as FigureNumeral).metric : null
  const target = survey.targets.find(
    (each) => each.metric === metric && each.segment === here.segment.id && (each.item ?? survey.items[0]?.id) === here.item.id,
  )
  const printed = target && metric === measureOf(here).metric ? targetNumber(target).printed : null
  const goal = printed === null ? null : { figure: null, value: Number(printed), text: spellNumber(printed, locale) }
  return [shownAt(here), { figure: null, absence: 'unknown', goal }]
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

/** A bar a row: its result, or the number that is declared. null where no row has one. */
export function barsOf(rows: readonly Row[], at: Standing, key: string, { spec, asking }: Drawing): BarsChart | null {
  const here = placeOf(rows, at)
  const { show } = spec
  const numbers = rows.map((row) => (show ? numeralAt(show, row, spec, asking) : null))
  const shown = rows.map((row, index): Shown => {
    if (!show) return shownAt(row.here)
    return {
      figure: (numbers[index]?.figure as Figure | null) ?? null,
      absence: levelAt(row.here)?.printed == null ? absenceAt(row.here) : 'unknown',
    }
  })
  if (!shown.some(({ figure }) => figure?.printed != null)) return null
  const known = numbers.flatMap((number) => number ?? [])
  const picture = pictureOf(here, key, rows, rows.some(({ noun }) => noun === 'period') ? null : here.period)
  const chart = barsChart({
    ...picture,
    ...(show && !known.every(isLevel) ? numberOnAxis(known, here) : {}),
    reference: null,
    differenceLabel: null,
    rows: rows.map((row, index) => ({ ...pictureRow(row), ...(shown[index] as Shown), difference: null })),
  })
  const { note, tickedHowTo } = here.setting.locale.document
  return isMultiple(here) ? { ...chart, notes: [...chart.notes, { kind: 'note', children: text(note(tickedHowTo)) }] } : chart
}

/** The declaration of a chart, and whom it asks. */
export type Drawing = { spec: ChartSpec; asking: Asking }

/** What a chart of a kind draws of its rows; null where there is nothing to draw. */
export function* chartOf({ spec, asking }: Drawing, here: Standing, key: string): Steps<Chart | null> {
  const rows = yield* rowsOf(spec.rows, here, asking, spec.name)
  refuseUnlike(rows, spec, asking)
  const whoms = spec.of.flatMap((each) => stepsOf(each, here, asking, 'of'))
  yield
  return {
    change: () => changeChart(rows, here, key),
    shares: () => sharesChart(rows, here, key),
    trend: () => trendOf(rows, here, key),
    benchmark: () => benchmarkOf(rows, whoms, here, key),
    bars: () => barsOf(rows, here, key, { spec, asking }),
  }[spec.kind]()
}

function numeralAt(show: Expression, row: Row, { name }: ChartSpec, asking: Asking): FigureNumeral {
  const value = asking.value(show, row.here)
  const number = isNumeral(value) ? (value as FigureNumeral) : null
  if (number && number.kind !== 'plain' && number.kind !== 'contribution') return number
  return asking.refuse(show, 'undrawn-number', { exhibit: name, number: textOf(show) })
}

/** The range of other numbers than results, and what they are called. */
function numberOnAxis(numbers: readonly FigureNumeral[], here: Standing): Pick<PictureSetting, 'measure' | 'axis'> {
  const { locale } = here.setting
  const [number] = numbers
  const isMoved = number?.kind === 'change' || number?.kind === 'difference'
  const head = inText(headOf(numbers, [], locale))
  const tick = (value: number): AxisTick => ({ value, text: spellNumber(String(value), locale), label: null })
  const values = numbers.flatMap(({ figure }) => (figure?.printed == null ? [] : [Math.abs(Number(figure.printed))]))
  const most = roundUp(Math.max(greatest(values), 1))
  const isShare = number?.metric != null && metrics[number.metric].unit === 'share'
  if (isMoved) {
    const measure = `${head}${locale.document.list.comma}${measureWords(here).points}`
    return { measure, axis: { from: -most, to: most, ticks: [-most, 0, most].map(tick) } }
  }
  const to = isShare ? 100 : most
  return { measure: head, axis: { from: 0, to, ticks: [0, to / 2, to].map(tick) } }
}

/** The next of 2, 4, 10, 20, 40, 100 …, whose half is a whole number too. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return [1, 2, 4, 10].map((step) => step * power).find((step) => step >= value && step >= 2) ?? 10 * power
}

function pictureRow({ id, short, indent, kind }: Row): PictureRow {
  return { id, label: short, indent, isTotal: kind === 'total' }
}

/** @param period what the title says, where the picture does not tell it */
function pictureOf(here: Standing, key: string, rows: readonly Row[], period: Period | null): PictureSetting {
  const title = exhibitTitle(
    here,
    rows,
    rows.map((row) => row.here),
    period,
  )
  const rowHead = groupHeadOf(rows, here)
  return { id: key, title: text(title), measure: measureWords(here).bare, rowHead, locale: here.setting.locale, axis: fullAxis(here) }
}

/** The measure's whole range. */
function fullAxis(here: Standing): ChartAxis {
  return axisOf(here, [{ figure: null, value: 0, text: '' }])
}
