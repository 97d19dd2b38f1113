/**
 * Charts of every kind with data that are hard to draw: long names, one row and forty, equal values, values at both
 * ends, missing numbers, breaks, eight years. For the tests of pictures, and for the pages that people look at.
 */
import { changeOf } from '../src/change.js'
import type { AxisTick, Block, Chart, ChartAxis, Document, Inline } from '../src/document/blocks.js'
import {
  type BarsRow,
  type BenchmarkRow,
  barsChart,
  benchmarkChart,
  type Judged,
  type PictureRow,
  type Shown,
  type TrendRow,
  trendChart,
} from '../src/document/pictures.js'
import { figuresIn } from '../src/document/walk.js'
import type { Change, Figure, PublishedValue } from '../src/figure.js'
import { figureId } from '../src/figure-key.js'
import { deriveFigures } from '../src/figures.js'
import { type LocaleId, locales } from '../src/locale/index.js'
import type { MetricId } from '../src/metrics.js'
import { intervalOfPrinted, parseNeutral } from '../src/printed.js'
import { Survey } from '../src/survey.js'
import { sampleDocument } from './sample-document.js'

const longNames = [
  'Brobygning til uddannelse for uddannelsesparate uddannelseshjælpsmodtagere',
  'AC-tilbud',
  'Aktivitetsparate unge (under 30 år) med behov for særlig støtte og vejledning',
  'Virksomhedsrettet beskæftigelsesindsats',
  'Mentor',
  'Sygemeldte borgere',
  'Jobcenterrehabiliteringsteamkoordinatorerne',
]
const nameOf = (index: number): string => longNames[index] ?? `Tilbud nummer ${index} til borgere, der længe har været uden beskæftigelse`
const many = Array.from({ length: 40 }, (_, index) => index)
const whoms = [
  { id: 'own', label: 'Egne tilbud' },
  { id: 'kommuner', label: 'Sammenlignelige kommuner i hovedstadsområdet og på Sjælland' },
  { id: 'region', label: 'Region Hovedstaden' },
  { id: 'landet', label: 'Hele landet' },
]

/** Forty groups and items, three benchmarks, and eight years of which the third was not measured. */
export const hardSurvey: Survey = Survey.parse({
  title: 'Brugertilfredshed',
  items: many.map((index) => ({ id: `item-${index}`, label: nameOf(index), text: `${nameOf(index)}.`, scale: 'score5' })),
  periods: [2015, 2016, 2018, 2019, 2020, 2021, 2022, 2023].map((year) => ({ from: `${year}-10-01`, to: `${year + 1}-09-30` })),
  segments: { id: 'all', label: 'Alle tilbud', parts: many.map((index) => ({ id: `g${index}`, label: nameOf(index) })) },
  benchmarks: whoms.slice(1),
})
const periods = hardSurvey.periods.map(({ id }) => id)
const [previous, current] = periods.slice(-2) as [string, string]

type Published = { metric: MetricId; segment: string; period: string; item: string; printed: string; base: number }

/** Groups over the years: the first at the top of the scale, the second down to its foot, the third equal to the first at last. */
function indexIn(group: number, year: number): string {
  if (group === 0) return '100'
  if (group === 1) return `${[88, 70, 64, 55, 40, 22, 9, 0][year]}`
  if (group === 2 && year === 7) return '100'
  if (group === 3 && year > 5) return '76'
  return `${60 + ((group * 37 + year * 13) % 35)}`
}

/** The first item at both ends, the second the same for all. */
function meanOf(item: number, whom: number): string {
  if (item === 0) return ['5', '1', '4.9', '5'][whom] ?? ''
  if (item === 1) return '3'
  return (1 + ((item * 7 + whom * 5 + ((item * whom) % 3)) % 38) / 10).toFixed(1).replace('.0', '')
}

const published: Published[] = [
  ...many.flatMap((group) =>
    periods.map((period, year): Published => {
      const base = (group === 2 || group === 39) && year === 3 ? 3 : 40 + group * 11
      return { metric: 'indexScore', segment: `g${group}`, period, item: 'item-0', printed: indexIn(group, year), base }
    }),
  ),
  ...many.flatMap((item) =>
    whoms.map(({ id }, whom): Published => {
      const segment = whom === 0 ? 'g9' : id
      return { metric: 'mean', segment, period: current, item: `item-${item}`, printed: meanOf(item, whom), base: 200 }
    }),
  ),
]

const { figures, ...others } = deriveFigures(hardSurvey, {
  tallies: [],
  published: published.map(({ printed, ...about }): PublishedValue => {
    const decimals = printed.split('.')[1]?.length ?? 0
    const value = parseNeutral(printed)
    const rest = { provider: null, options: null, text: printed, value, decimals, interval: intervalOfPrinted(value, decimals, false) }
    return { ...about, ...rest, place: { file: 'data/tal.csv', line: 2 } }
  }),
  sources: [],
})

type Subject = { metric?: MetricId; segment: string; period?: string; item?: string }

function idOf({ metric = 'indexScore', segment, period = current, item = 'item-0' }: Subject): string {
  return figureId({ metric, segment, period, item }, hardSurvey)
}

const none: Shown = { figure: null, absence: 'notMeasured' }

function shown(subject: Subject): Shown {
  const figure = figures[idOf(subject)] ?? null
  return { figure, absence: figure?.printed ? null : figure?.status === 'withheld' ? 'withheld' : 'unknown' }
}

const changesMade: Change[] = []

/** The change since the year before, every third of them certain and the first marked. */
function judged(segment: string, index: number): Judged {
  const change = changeOf({ figures, ...others }, idOf({ segment, period: previous }), idOf({ segment })) ?? null
  if (change) changesMade.push(change)
  return { figure: change, verdict: index % 3 === 0 ? 'certain' : 'undecided', mark: index === 1 ? 'a' : null }
}

const text = (words: string): Inline[] => [{ type: 'text', text: words }]
const tick = (value: number, label: string | null = null): AxisTick => ({ value, text: String(value).replace('-', '−'), label })
const indexAxis: ChartAxis = {
  from: 0,
  to: 100,
  ticks: [tick(0, 'helt uenig'), tick(25, 'uenig'), tick(50, 'hverken enig eller uenig'), tick(75, 'enig'), tick(100, 'helt enig')],
}
const meanAxis: ChartAxis = { from: 1, to: 5, ticks: [tick(1, 'meget dårligt'), tick(2), tick(3), tick(4), tick(5, 'meget godt')] }
const marked = { kind: 'marked' as const, mark: 'a', children: text('Det kan ikke afgøres, om ændringen er statistisk sikker.') }
const source = { kind: 'source' as const, children: text('Kilde: opdigtede tal.') }

const groupRow = (index: number): PictureRow => ({ id: `g${index}`, label: nameOf(index), indent: 0, isTotal: false })
const wholeRow: PictureRow = { id: 'all', label: 'Samlet', indent: 0, isTotal: true }

type Breaks = { [row: string]: number[] }

function trendRow(row: PictureRow, index: number, breaks: Breaks = {}, isShown: (year: number) => boolean = () => true): TrendRow {
  const points = periods.map((period, year) => ({
    ...(isShown(year) ? shown({ segment: row.id, period }) : none),
    period,
    isAfterBreak: (breaks[row.id] ?? []).includes(year),
  }))
  return { ...row, points, change: judged(row.id, index) }
}

function trends(locale: LocaleId): Chart[] {
  const setting = (id: string, title: string) => ({
    ...{ id, title: text(title), measure: 'indekstal', locale: locales[locale], axis: indexAxis, periods: hardSurvey.periods },
    ...{ changeLabel: `Ændring siden ${previous}`, notes: [marked, source] },
  })
  const few = [
    trendRow(wholeRow, 0),
    trendRow(groupRow(0), 1),
    trendRow(groupRow(1), 2),
    trendRow(groupRow(2), 3),
    trendRow(groupRow(3), 4, { g3: [4] }),
    trendRow(groupRow(4), 5, {}, (year) => year > 2 && year < 6),
  ]
  const alone = [trendRow(wholeRow, 0, { all: [5] })].map((row) => ({ ...row, change: null }))
  const silent = [trendRow(wholeRow, 0), trendRow(groupRow(6), 2, {}, () => false)]
  const all = [trendRow(wholeRow, 0), ...many.map((index) => trendRow(groupRow(index), index))]
  return [
    trendChart({ ...setting('trend-few', 'Udviklingen i seks linjer'), rows: few }),
    trendChart({ ...setting('trend-one', 'Udviklingen i én linje'), rows: alone, notes: [source] }),
    trendChart({ ...setting('trend-silent', 'En gruppe uden tal'), rows: silent }),
    trendChart({ ...setting('trend-many', 'Udviklingen i enogfyrre linjer'), rows: all }),
  ]
}

function benchmarkRow(item: number, count: number): BenchmarkRow {
  const numbers = whoms.slice(0, count).map(({ id }, whom): Shown => {
    if (item === 3 || (item === 4 && whom > 1)) return none
    return shown({ metric: 'mean', segment: whom === 0 ? 'g9' : id, item: `item-${item}` })
  })
  return { ...groupRow(item), indent: item % 3 === 2 ? 1 : 0, numbers, difference: item === 3 ? null : judged(`g${item}`, item) }
}

function benchmarksOf(locale: LocaleId): Chart[] {
  const setting = (id: string, title: string, count: number) => ({
    ...{ id, title: text(title), measure: 'gennemsnit', locale: locales[locale], axis: meanAxis, whoms: whoms.slice(0, count), middle: 3 },
    ...{ differenceLabel: 'Forskel i forhold til sammenlignelige kommuner', notes: [source] },
  })
  const rows = (items: readonly number[], count: number) => items.map((item) => benchmarkRow(item, count))
  const whole: BenchmarkRow = { ...benchmarkRow(9, 4), ...wholeRow }
  const plain = rows([5], 2).map((row) => ({ ...row, difference: null }))
  return [
    benchmarkChart({ ...setting('benchmark-few', 'Syv spørgsmål hos fire', 4), rows: [whole, ...rows([0, 1, 2, 3, 4, 5], 4)] }),
    benchmarkChart({ ...setting('benchmark-one', 'Ét spørgsmål hos to', 2), rows: plain, differenceLabel: null }),
    benchmarkChart({ ...setting('benchmark-many', 'Fyrre spørgsmål hos tre', 3), rows: rows(many, 3) }),
  ]
}

function barRow(index: number): BarsRow {
  const number = index === 3 ? none : index === 5 ? { figure: null, absence: 'uncounted' as const } : shown({ segment: `g${index}` })
  return {
    ...groupRow(index),
    indent: [0, 0, 1, 2, 0, 0, 1][index % 7] ?? 0,
    ...number,
    difference: number.figure ? judged(`g${index}`, index) : null,
  }
}

function barsOf(locale: LocaleId): Chart[] {
  const whole = shown({ segment: 'all' })
  const setting = (id: string, title: string) => ({
    ...{ id, title: text(title), measure: 'indekstal', locale: locales[locale], axis: indexAxis, notes: [marked, source] },
    ...{ reference: { figure: whole.figure as Figure, name: 'Samlet' }, differenceLabel: 'Ændring siden sidst' },
  })
  const plain = (row: BarsRow): BarsRow => ({ ...row, difference: null })
  const changes = [wholeRow, ...[1, 4, 5, 6, 8].map(groupRow)].map((row, index): BarsRow => {
    return { ...row, figure: judged(row.id, index).figure, absence: null, difference: null }
  })
  const changeAxis = { from: -20, to: 20, ticks: [-20, -10, 0, 10, 20].map((value) => tick(value)) }
  const bare = { reference: null, differenceLabel: null, notes: [source] }
  return [
    barsChart({
      ...setting('bars-few', 'Otte søjler'),
      rows: [{ ...wholeRow, ...whole, difference: judged('all', 0) }, ...many.slice(0, 7).map(barRow)],
    }),
    barsChart({ ...setting('bars-one', 'Én søjle'), rows: [plain(barRow(4))], differenceLabel: null }),
    barsChart({
      ...setting('bars-change', 'Ændringer til begge sider'),
      ...bare,
      axis: changeAxis,
      measure: 'ændring i indekspoint',
      rows: changes,
    }),
    barsChart({ ...setting('bars-many', 'Fyrre søjler'), ...bare, rows: many.map(barRow).map(plain) }),
  ]
}

/** The sample's two charts, and both with forty rows of long names. */
function olderKinds(): Chart[] {
  const charts = sampleDocument.blocks.filter((block) => block.type === 'chart')
  const long = charts.map((chart) => {
    const rows = many.map((index) => ({ ...(chart.rows[index % chart.rows.length] as object), id: `r${index}`, label: nameOf(index) }))
    return { ...chart, id: `${chart.id}-many`, rows } as Chart
  })
  return [...charts, ...long]
}

/** The new kinds: trend, benchmark and bars. */
export function hardCharts(locale: LocaleId = 'da'): Chart[] {
  return [...trends(locale), ...benchmarksOf(locale), ...barsOf(locale)]
}

/** Every figure that hard charts print, by id. */
export function hardFigures(): Map<string, Figure> {
  const printed = new Set(hardCharts().flatMap(figuresIn))
  return new Map([...Object.values(figures), ...changesMade].filter(({ id }) => printed.has(id)).map((figure) => [figure.id, figure]))
}

/** One page with all charts, old kinds and new. */
export function picturesDocument(): Document {
  const blocks = [...hardCharts(), ...olderKinds()].map((chart, index): Block => {
    return { ...chart, id: `figur-${index + 1}`, label: `Figur ${index + 1}` }
  })
  return {
    ...sampleDocument,
    id: 'billeder',
    title: 'Figurer af hver slags',
    blocks,
    notes: [],
    survey: hardSurvey,
    figures: [...hardFigures().values(), ...sampleDocument.figures],
  }
}
