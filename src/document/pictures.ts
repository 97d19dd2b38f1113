/**
 * Charts of what a caller has looked up: lines over periods, dots side by side, bars. Each builder is given rows with
 * their figures and makes of them the picture, its alt text and its numbers as a table. Places on the axis are those
 * of the printed numbers, so that picture and table agree.
 */
import { differenceBetween } from '../change.js'
import type { Change, Figure } from '../figure.js'
import { countWord, formatFigure, formatPeriod, spellNumber } from '../locale/spelling.js'
import type { Absence, Locale, Phrase, TrendRun, Verdict } from '../locale/words.js'
import { compare, parseNeutral } from '../printed.js'
import type { Period } from '../survey.js'
import type {
  BarsChart,
  BenchmarkChart,
  ChartAxis,
  ChartData,
  ChartDifference,
  ChartNumber,
  ExhibitNote,
  FigureText,
  Inline,
  Text,
  TrendChart,
} from './blocks.js'
import { plainText } from './walk.js'

/** What every picture needs to be told. */
export type PictureSetting = {
  id: string
  title: Inline[]
  /** what the numbers are, inside a sentence: "indekstal", "procent af svarene" */
  measure: string
  /** what a row is, over their names in the numbers behind: "Gruppe"; a row where nobody says */
  rowHead?: string
  locale: Locale
  /** the measure's whole range; of a share in per cent, as it is printed */
  axis: ChartAxis
  /** the caller's own: marked ones for the marks of differences, the source */
  notes?: readonly ExhibitNote[]
  /** sentences of the caller's among those of the picture */
  said?: readonly string[]
}

export type PictureRow = { id: string; label: string; indent: number; isTotal: boolean }

/**
 * `absence` says why there is no figure; of a figure without a number its status does. `goal`: a number that somebody
 * has set, which is no figure.
 */
export type Shown = { figure: Figure | null; absence: Absence | null; goal?: ChartNumber | null }

/** A change or difference, and whether it can be chance; null where nobody has judged. */
export type Judged = { figure: Figure | null; verdict: Verdict | null; mark: string | null }

// ── trend ──

/** A number in a sentence. */
type Spoken = FigureText | Text

/** A change as it is told. */
export type Move = Pick<Change, 'direction' | 'printed'>

export type TrendRow = PictureRow & {
  /** in any order; a period that is left out is one that nothing is known of */
  points: readonly (Shown & { period: string; isAfterBreak: boolean })[]
  change: Judged | null
  /** what may be told of it from one period to another; null: nothing. Default: how its two numbers differ */
  moveBetween?: (from: string, to: string) => Move | null
}

/** A line a row over all periods. `changeLabel` heads the changes, where rows have some: "Ændring siden 2022-23". */
export function trendChart(
  setting: PictureSetting & { periods: readonly Period[]; changeLabel: string | null; rows: readonly TrendRow[] },
): TrendChart {
  const { locale, measure, periods, rows } = setting
  const { document: words } = locale
  const placed = placesInTime(periods)
  const shown = rows.map((row) => ({ ...row, points: pointsOf(row, periods, locale) }))
  const judged = rows.map(({ change }) => change)
  const changeLabel = judged.some((each) => each) ? (setting.changeLabel ?? words.changeHead) : null
  const nameOf = (index: number) => formatPeriod(periods[index] as Period, locale, 'name')
  const axis = axisOver(
    setting.axis,
    shown.flatMap(({ points }) => points.map(({ number }) => number)),
  )
  return {
    type: 'chart',
    kind: 'trend',
    ...exhibitOf(setting, axis, [
      ...breakNotes(shown, nameOf, locale),
      ...gapNotes(shown, nameOf, locale),
      ...differenceNotes(judged, 'change', locale),
    ]),
    axis,
    periods: periods.map((period, index) => ({ id: period.id, label: nameOf(index), at: placed[index] as number })),
    changeLabel,
    rows: shown.map(({ id, label, indent, isTotal, points, change }) => ({
      id,
      label,
      indent,
      isTotal,
      points: points.map(({ number, isAfterBreak }) => ({ number, isAfterBreak })),
      change: differenceText(change, locale),
      absence: points.some(({ number }) => number) ? null : reasonsOf(points).join(words.list.comma),
    })),
    dash: words.dash,
    altText: trendAlt(shown, periods, locale),
    data: {
      caption: text(words.trendData(measure)),
      columns: [
        { id: 'row', label: text(setting.rowHead ?? words.rowHead) },
        ...periods.map(({ id }, index) => ({ id, label: text(nameOf(index)) })),
        ...differenceColumns(judged, changeLabel, locale),
      ],
      rows: shown.map((row) => ({
        ...stubOf(row),
        cells: [...row.points.map(numberCell), ...differenceCells(judged, row.change, locale)],
      })),
    },
  }
}

/** A number, or why there is none. */
type Told = { figure: Figure | null; number: ChartNumber | null; reason: string | null }
type TrendPoint = Told & { isAfterBreak: boolean }
type ShownTrend = Omit<TrendRow, 'points'> & { points: TrendPoint[] }

/** Of a period that is left out nothing is known; its break, if it has one, is no less a break. */
function pointsOf(row: TrendRow, periods: readonly Period[], locale: Locale): TrendPoint[] {
  return periods.map(({ id }) => {
    const point = row.points.find(({ period }) => period === id)
    return { ...toldOf(point ?? { figure: null, absence: 'unknown' }, locale), isAfterBreak: point?.isAfterBreak ?? false }
  })
}

/** Where the middles of periods stand between the first and the last; a single one stands in the middle. */
function placesInTime(periods: readonly Period[]): number[] {
  const middles = periods.map(({ from, to }) => (Date.parse(from) + Date.parse(to)) / 2)
  const [first = 0, last = 0] = [middles[0], middles.at(-1)]
  return middles.map((middle) => (last === first ? 0.5 : (middle - first) / (last - first)))
}

/** What breaks rows together is told once: of all rows that have numbers without their names. */
function breakNotes(rows: readonly ShownTrend[], nameOf: (index: number) => string, locale: Locale): string[] {
  const groups = new Map<string, { rows: string[]; periods: string[] }>()
  const drawn = rows.filter(({ points }) => points.some(({ number }) => number))
  for (const { label, points } of drawn) {
    const periods = points.flatMap(({ isAfterBreak }, index) => (isAfterBreak && index > 0 ? [nameOf(index)] : []))
    if (periods.length === 0) continue
    const group = groups.get(periods.join()) ?? { rows: [], periods }
    group.rows.push(label)
    groups.set(periods.join(), group)
  }
  const breaks = [...groups.values()].map((group) => ({ ...group, rows: group.rows.length === drawn.length ? null : group.rows }))
  return breaks.length === 0 ? [] : [locale.document.breakNote(breaks)]
}

/** More of them are a matter for the table. */
const mostNamedGaps = 4

/** Why lines have holes. A row without any number is no line: its own words say why. */
function gapNotes(rows: readonly ShownTrend[], nameOf: (index: number) => string, locale: Locale): string[] {
  const gaps = rows.flatMap(({ label, points }) => {
    if (!points.some(({ number }) => number)) return []
    return reasonsOf(points).map((reason) => ({
      row: label,
      periods: points.flatMap((point, index) => (point.reason === reason ? [nameOf(index)] : [])),
      reason,
    }))
  })
  if (gaps.length === 0) return []
  return [gaps.length > mostNamedGaps ? locale.document.gapsNote : locale.document.gapNote(gaps)]
}

/**
 * The whole, and the greatest fall and rise of the others: each from the first number after the last break to the
 * last. Only rows that run equally far are held against one another.
 */
function trendAlt(rows: readonly ShownTrend[], periods: readonly Period[], locale: Locale): Inline[] {
  type Run = TrendRun<Spoken> & {
    isTotal: boolean
    from: number
    to: number
    move: Move | null
  }
  const nameOf = (index: number) => formatPeriod(periods[index] as Period, locale, 'name')
  const runs = rows.flatMap(({ label, isTotal, points, moveBetween }): Run[] => {
    const start = points.findLastIndex(({ isAfterBreak }) => isAfterBreak)
    const from = points.findIndex(({ number }, index) => number && index >= start)
    const to = points.findLastIndex(({ number }) => number)
    const [first, last] = [points[from], points[to]]
    if (from < 0 || from >= to || !first?.number || !last?.number || !first.figure || !last.figure) return []
    const span = from === 0 && to === points.length - 1 ? null : { since: nameOf(from), until: nameOf(to) }
    const ends = { first: inSlot(first.number), last: inSlot(last.number) }
    const [since, until] = [from, to].map((index) => (periods[index] as Period).id) as [string, string]
    const move = moveBetween ? moveBetween(since, until) : (differenceBetween(first.figure, last.figure) ?? null)
    return [{ name: label, ...ends, span, isTotal, from, to, move }]
  })
  const parts = runs.filter(({ isTotal }) => !isTotal)
  const widest = Math.max(...parts.map(({ from, to }) => to - from))
  const longest = parts.find(({ from, to }) => to - from === widest)
  const alike = parts.filter(({ from, to }) => from === longest?.from && to === longest.to)
  const extreme = (direction: 'rise' | 'fall') =>
    onlyHighest(alike, ({ move }) => (move?.direction === direction ? (move.printed?.replace('-', '') ?? null) : null), 1)
  const total = runs.find(({ isTotal }) => isTotal) ?? null
  const told = {
    rows: countWord(rows.length, locale),
    isOneRow: rows.length === 1,
    from: nameOf(0),
    to: nameOf(periods.length - 1),
  }
  return shortest(
    [
      { total, rise: extreme('rise'), fall: extreme('fall') },
      { total, rise: null, fall: null },
      { total: null, rise: null, fall: null },
    ].map((parts) => locale.document.trendAlt<Spoken>({ ...told, ...parts })),
  )
}

// ── benchmark ──

export type BenchmarkRow = PictureRow & { /** one a whom */ numbers: readonly Shown[]; difference: Judged | null }

/**
 * A row an item or group, a dot for each whom; the first is one's own. `middle`: of the scale, where it has one.
 * `differenceLabel` heads the differences, where rows have some.
 */
export function benchmarkChart(
  setting: PictureSetting & {
    whoms: readonly { id: string; label: string }[]
    middle: number | null
    differenceLabel: string | null
    /** over the differences in the table, where that says more than the picture has room for */
    differenceHead?: string | null
    rows: readonly BenchmarkRow[]
  },
): BenchmarkChart {
  const { locale, measure, whoms, middle } = setting
  const { document: words } = locale
  const judged = setting.rows.map(({ difference }) => difference)
  const rows = setting.rows.map((row) => ({ ...row, numbers: row.numbers.map((number) => toldOf(number, locale)) }))
  const axis = axisOver(
    setting.axis,
    rows.flatMap(({ numbers }) => numbers.map(({ number }) => number)),
  )
  const isOnAxis = middle !== null && middle >= axis.from && middle <= axis.to
  const differenceLabel = judged.some((each) => each) ? (setting.differenceLabel ?? words.differenceHead) : null
  return {
    type: 'chart',
    kind: 'benchmark',
    ...exhibitOf(setting, axis, [
      ...(rows.some(({ numbers }) => numbers.some(({ number }) => !number)) ? [words.dashNote(words.noDifference)] : []),
      ...differenceNotes(judged, 'difference', locale),
    ]),
    axis,
    middle: isOnAxis ? { value: middle, text: words.scaleMiddle(spellNumber(String(middle), locale)) } : null,
    whoms: [...whoms],
    differenceLabel,
    rows: rows.map(({ id, label, indent, isTotal, numbers, difference }) => ({
      id,
      label,
      indent,
      isTotal,
      numbers: numbers.map(({ number }) => number),
      difference: differenceText(difference, locale),
      absence: absenceAmong(numbers, whoms, locale),
    })),
    dash: words.dash,
    altText: benchmarkAlt(rows, whoms, locale),
    data: {
      caption: text(words.benchmarkData(measure)),
      columns: [
        { id: 'row', label: text(setting.rowHead ?? words.rowHead) },
        ...whoms.map(({ id, label }) => ({ id, label: text(label) })),
        ...differenceColumns(judged, differenceLabel && (setting.differenceHead ?? differenceLabel), locale),
      ],
      rows: rows.map((row) => ({
        ...stubOf(row),
        cells: [...row.numbers.map(numberCell), ...differenceCells(judged, row.difference, locale)],
      })),
    },
  }
}

/** Whose numbers are not there and why; the reason alone where it is the same for all. */
function absenceAmong(numbers: readonly Told[], whoms: readonly { label: string }[], { document: words }: Locale): string | null {
  const reasons = reasonsOf(numbers)
  if (reasons.length === 0) return null
  if (reasons.length === 1 && numbers.every(({ number }) => !number)) return reasons.join()
  const absent = numbers.flatMap(({ reason }, index) =>
    reason === null ? [] : [words.absenceIn({ period: whoms[index]?.label ?? '', words: reason })],
  )
  return absent.join(words.list.comma)
}

function benchmarkAlt(rows: readonly (PictureRow & { numbers: Told[] })[], whoms: readonly { label: string }[], locale: Locale): Inline[] {
  const own = rows.map(({ label, isTotal, numbers }) => ({
    name: label,
    isTotal,
    number: numbers[0]?.number ?? null,
    figure: numbers[0]?.figure,
  }))
  const whole = rows.find(({ isTotal }) => isTotal)
  const numbers = (whole?.numbers ?? []).flatMap(({ number }, index) =>
    number ? [{ whom: whoms[index]?.label ?? '', number: inSlot(number) }] : [],
  )
  const total = whole && numbers.length > 0 ? { name: whole.label, numbers } : null
  const told = { rows: countWord(rows.length, locale), isOneRow: rows.length === 1, own: whoms[0]?.label ?? '' }
  const names = whoms.map(({ label }) => label)
  return shortest(
    [
      { whoms: names, total, ...extremesOf(own) },
      { whoms: names, total, highest: null, lowest: null },
      { whoms: names, total: null, highest: null, lowest: null },
      { whoms: [], total: null, highest: null, lowest: null },
    ].map((parts) => locale.document.benchmarkAlt<Spoken>({ ...told, ...parts })),
  )
}

// ── bars ──

export type BarsRow = PictureRow & Shown & { difference: Judged | null }

/** A bar a row. `reference`: what the bars are held against, and its name ("Samlet"). */
export function barsChart(
  setting: PictureSetting & {
    reference: { figure: Figure; name: string } | null
    differenceLabel: string | null
    rows: readonly BarsRow[]
  },
): BarsChart {
  const { locale, measure } = setting
  const { document: words } = locale
  const judged = setting.rows.map(({ difference }) => difference)
  const rows = setting.rows.map((row) => ({ ...row, ...toldOf(row, locale) }))
  const reference = setting.reference && chartNumber(setting.reference.figure, locale)
  const axis = axisOver(setting.axis, [reference, ...rows.map(({ number }) => number)])
  const name = setting.reference?.name ?? ''
  const differenceLabel = judged.some((each) => each) ? (setting.differenceLabel ?? words.differenceHead) : null
  const isReferenceARow = rows.some(({ number }) => number?.figure === reference?.figure)
  const dataRows: ChartData['rows'] = rows.map((row) => ({
    ...stubOf(row),
    cells: [numberCell(row), ...differenceCells(judged, row.difference, locale)],
  }))
  if (reference && !isReferenceARow) {
    const cells = [numberCell({ number: reference, reason: null }), ...differenceCells(judged, null, locale)]
    dataRows.push({ id: 'reference', label: text(name), indent: 0, cells })
  }
  return {
    type: 'chart',
    kind: 'bars',
    ...exhibitOf(setting, axis, differenceNotes(judged, 'difference', locale)),
    axis,
    reference: reference && {
      figure: setting.reference?.figure.id ?? '',
      value: reference.value,
      text: words.referenceLine({ name, number: reference.text }),
    },
    differenceLabel,
    rows: rows.map(({ id, label, indent, isTotal, number, reason, difference }) => ({
      id,
      label,
      indent,
      isTotal,
      number,
      difference: differenceText(difference, locale),
      absence: reason,
    })),
    dash: words.dash,
    altText: barsAlt(rows, locale),
    data: {
      caption: text(words.barsData(measure)),
      columns: [
        { id: 'row', label: text(setting.rowHead ?? words.rowHead) },
        { id: 'number', label: text(words.measureHead(measure)) },
        ...differenceColumns(judged, differenceLabel, locale),
      ],
      rows: dataRows,
    },
  }
}

function barsAlt(rows: readonly (PictureRow & Told)[], locale: Locale): Inline[] {
  const known = rows.map(({ label, isTotal, number, figure }) => ({ name: label, isTotal, number, figure }))
  const whole = known.find(({ isTotal }) => isTotal)
  const total = whole?.number ? { name: whole.name, number: inSlot(whole.number) } : null
  const told = { rows: countWord(rows.length, locale), isOneRow: rows.length === 1 }
  return shortest(
    [
      { total, ...extremesOf(known) },
      { total, highest: null, lowest: null },
      { total: null, highest: null, lowest: null },
    ].map((parts) => locale.document.barsAlt<Spoken>({ ...told, ...parts })),
  )
}

// ── what they have in common ──

function exhibitOf({ id, title, measure, notes = [], said = [], locale }: PictureSetting, axis: ChartAxis, own: readonly string[]) {
  const plain = [...own, ...said]
  const { document: words } = locale
  const tickAt = (value: number) => axis.ticks.find((tick) => tick.value === value)
  const end = (value: number) => tickAt(value)?.text ?? spellNumber(String(value), locale)
  const [lowest, highest] = [tickAt(axis.from)?.label ?? null, tickAt(axis.to)?.label ?? null]
  const note: ExhibitNote[] = plain.length > 0 ? [{ kind: 'note', children: text(words.note(plain.join(' '))) }] : []
  return {
    id,
    label: '',
    title,
    howTo: text(words.axisHowTo({ measure, from: end(axis.from), to: end(axis.to), lowest, highest })),
    notes: [...notes.filter(({ kind }) => kind !== 'source'), ...note, ...notes.filter(({ kind }) => kind === 'source')],
  }
}

/** The given range, and on to what lies outside it: no number is out of the picture. */
function axisOver({ from, to, ticks }: ChartAxis, numbers: readonly (ChartNumber | null)[]): ChartAxis {
  const values = numbers.flatMap((number) => number?.value ?? [])
  return { from: Math.min(from, ...values), to: Math.max(to, ...values), ticks }
}

function toldOf({ figure, absence, goal = null }: Shown, locale: Locale): Told {
  const number = goal ?? (figure && chartNumber(figure, locale))
  if (number) return { figure, number, reason: null }
  const byStatus = figure?.status === 'withheld' || figure?.status === 'noAnswers' ? figure.status : null
  return { figure, number: null, reason: locale.document.absences[absence ?? byStatus ?? 'unknown'] }
}

function chartNumber(figure: Figure, locale: Locale): ChartNumber | null {
  const printed = formatFigure(figure, locale, figure.kind === 'change' || figure.kind === 'difference' ? 'signed' : 'number')
  return printed === null ? null : { figure: figure.id, value: Number(figure.printed), text: printed }
}

function reasonsOf(numbers: readonly Told[]): string[] {
  return [...new Set(numbers.flatMap(({ reason }) => reason ?? []))]
}

function differenceText(judged: Judged | null, locale: Locale): ChartDifference | null {
  if (!judged?.figure) return null
  const { figure, verdict, mark } = judged
  const printed = formatFigure(figure, locale, 'signed')
  return printed === null ? null : { figure: figure.id, text: printed, isCertain: verdict === 'certain', mark }
}

/** What 600 and 400 mean, where something is printed in 600, and what a dash does. */
function differenceNotes(all: readonly (Judged | null)[], kind: 'change' | 'difference', { document: words }: Locale): string[] {
  if (all.every((judged) => judged === null)) return []
  const isMissing = all.some((judged) => !judged?.figure?.printed)
  return [
    ...(all.some((judged) => judged?.verdict === 'certain' && judged.figure?.printed) ? [words.boldNote[kind]] : []),
    ...(isMissing && kind === 'change' ? [words.dashNote(words.noChange)] : []),
  ]
}

/** The differences, and whether each can be chance where somebody has judged. */
function differenceColumns(all: readonly (Judged | null)[], label: string | null, { document: words }: Locale): ChartData['columns'] {
  if (label === null) return []
  const verdict = { id: 'verdict', label: text(words.verdictHead) }
  return [{ id: 'difference', label: text(label) }, ...(hasVerdicts(all) ? [verdict] : [])]
}

function differenceCells(all: readonly (Judged | null)[], judged: Judged | null, locale: Locale): Inline[][] {
  if (all.every((each) => each === null)) return []
  const difference = differenceText(judged, locale)
  const cell = difference ? [inSlot(difference)] : text(locale.document.dash)
  const verdict = difference && judged?.verdict ? text(locale.document.verdicts[judged.verdict]) : []
  return hasVerdicts(all) ? [cell, verdict] : [cell]
}

function hasVerdicts(all: readonly (Judged | null)[]): boolean {
  return all.some((judged) => judged?.verdict)
}

function stubOf({ id, label, indent }: PictureRow) {
  return { id, label: text(label), indent }
}

function numberCell({ number, reason }: Pick<Told, 'number' | 'reason'>): Inline[] {
  return number ? [inSlot(number)] : text(reason ?? '')
}

/** What is nobody's figure is told in plain words. */
function inSlot({ figure, text: words }: { figure: string | null; text: string }): Spoken {
  return figure === null ? { type: 'text', text: words } : { type: 'figure', figure, text: words }
}

function text(words: string): Inline[] {
  return [{ type: 'text', text: words }]
}

// ── alt texts ──

/** Highest and lowest of the parts by their printed numbers; a tie has no extreme, nor has one part. */
function extremesOf(rows: readonly { name: string; isTotal: boolean; number: ChartNumber | null; figure: Figure | null | undefined }[]) {
  const parts = rows.flatMap(({ name, isTotal, number, figure }) =>
    isTotal || !number ? [] : [{ name, number: inSlot(number), printed: figure?.printed ?? null }],
  )
  if (parts.length < 2) return { highest: null, lowest: null }
  return { highest: onlyHighest(parts, ({ printed }) => printed, 1), lowest: onlyHighest(parts, ({ printed }) => printed, -1) }
}

/** The one whose printed number is the highest, or the lowest with `sign` -1; null where several share it. */
function onlyHighest<T>(all: readonly T[], printedOf: (each: T) => string | null, sign: 1 | -1): T | null {
  const known = all.flatMap((each) => {
    const printed = printedOf(each)
    return printed === null ? [] : [{ each, value: parseNeutral(printed) }]
  })
  const [first, second] = known.sort((a, b) => -sign * compare(a.value, b.value))
  return first && !(second && compare(first.value, second.value) === 0) ? first.each : null
}

const fewerWords = 60

/** The first that is short enough to listen to, or the last. */
function shortest(phrases: readonly Phrase<Spoken>[]): Inline[] {
  const all = phrases.map((each) => each.map((part): Inline => (typeof part === 'string' ? { type: 'text', text: part } : part)))
  return all.find((each) => plainText(each).split(/\s+/).length < fewerWords) ?? all.at(-1) ?? []
}
