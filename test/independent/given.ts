import { parse as parseYaml } from 'yaml'

/**
 * What a project says, read a second time: the survey, exact counts and printed values, and nothing computed. It reads the plain forms
 * only (CSV with semicolons), and stops at what it does not know: a value left out here would make a false sentence look true.
 */
export type Option = { id: string; score?: number; names: string[] }
export type Item = { id: string; label: string; text: string; names: string[]; options: Option[]; breaks: string[] }
export type Segment = {
  id: string
  label: string
  short: string
  phrase?: string
  names: string[]
  complete: boolean
  overlap: boolean
  periods?: string[]
  partsCalled?: { one: string; many: string }
  parts: Segment[]
  parent?: Segment
}
export type Period = { id: string; from: string; to: string }
export type Provider = { id: string; label: string; names: string[]; segments: string[] }
export type Named = { id: string; label: string; names: string[] }

/** One cell of the data: counts by option where answers are known, texts by metric where somebody has printed them. */
export type Cell = { counts?: Map<string, bigint>; printed: Map<string, string> }

export type Given = {
  locale: string
  items: Item[]
  periods: Period[]
  root: Segment
  segments: Segment[]
  providers: Provider[]
  benchmarks: Named[]
  targets: { segment: string; item?: string; metric: string; value: string; basis: string }[]
  minimumBase: number
  minimumBaseForChange: number
  document: { template: string; period: string; compareWith?: string; changeBasis: string }
  /** by `segment|provider|period|item`, where provider may be empty */
  cells: Map<string, Cell>
  accepted: string[]
  /** the author's own words, which are read by nobody but people */
  explanations: string[]
}

const marks = (ids: string[], words: string[][]): Option[] =>
  ids.map((id, at) => ({ id, score: ids.length - at, names: [id.toLowerCase(), ...(words[at] ?? [])] }))
const dontKnow: Option = { id: 'dontKnow', names: ['dontknow', 'ved ikke', 'don’t know', "don't know"] }

const builtIn: Record<string, Option[]> = {
  agreement5: [
    ...marks(
      ['stronglyAgree', 'agree', 'neutral', 'disagree', 'stronglyDisagree'],
      [['helt enig'], ['enig'], ['hverken enig eller uenig', 'hverken/eller'], ['uenig'], ['helt uenig']],
    ),
    dontKnow,
  ],
  satisfaction5: [
    ...marks(
      ['verySatisfied', 'satisfied', 'neutral', 'dissatisfied', 'veryDissatisfied'],
      [['meget tilfreds'], ['tilfreds'], ['hverken tilfreds eller utilfreds', 'hverken/eller'], ['utilfreds'], ['meget utilfreds']],
    ),
    dontKnow,
  ],
  score5: [...marks(['5', '4', '3', '2', '1'], []), dontKnow],
  smiley4: marks(
    ['veryHappy', 'happy', 'unhappy', 'veryUnhappy'],
    [
      ['meget glad', 'meget tilfreds'],
      ['glad', 'tilfreds'],
      ['sur', 'utilfreds'],
      ['meget sur', 'meget utilfreds'],
    ],
  ),
}

const metricNames: Record<string, string> = {
  indexscore: 'indexScore',
  indekstal: 'indexScore',
  indeks: 'indexScore',
  mean: 'mean',
  gennemsnit: 'mean',
  base: 'base',
  'antal svar': 'base',
  invited: 'invited',
  inviterede: 'invited',
  'antal inviterede': 'invited',
  responserate: 'responseRate',
  svarprocent: 'responseRate',
  toptwobox: 'topTwoBox',
  'andel i de to bedste svar': 'topTwoBox',
  andel: 'share',
  share: 'share',
}

const columnNames: Record<string, string> = {
  period: 'period',
  periode: 'period',
  date: 'date',
  dato: 'date',
  segment: 'segment',
  målgruppe: 'segment',
  gruppe: 'segment',
  tilbud: 'segment',
  provider: 'provider',
  leverandør: 'provider',
  item: 'item',
  spørgsmål: 'item',
  answer: 'answer',
  svar: 'answer',
  option: 'option',
  svarmulighed: 'option',
  count: 'count',
  antal: 'count',
  metric: 'metric',
  nøgletal: 'metric',
  value: 'value',
  værdi: 'value',
}

const norm = (text: unknown) =>
  String(text ?? '')
    .trim()
    .toLowerCase()

/** The id that two dates give: a year, twelve months over a new year, a half-year, a quarter, a month, else both dates. */
export const idOfPeriod = (from: string, to: string) => {
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))]
  const [lastYear, lastMonth] = [to.slice(0, 4), Number(to.slice(5, 7))]
  const lastDay = new Date(Date.UTC(Number(lastYear), lastMonth, 0)).getUTCDate()
  const whole = from.endsWith('-01') && Number(to.slice(8)) === lastDay
  const months = (Number(lastYear) - Number(year)) * 12 + lastMonth - month + 1
  if (!whole) return `${from}_${to}`
  if (months === 12) return month === 1 ? year : `${year}-${lastYear.slice(2)}`
  if (months === 6 && (month === 1 || month === 7)) return `${year}-h${month === 1 ? 1 : 2}`
  if (months === 3 && month % 3 === 1) return `${year}-q${(month + 2) / 3}`
  if (months === 1) return from.slice(0, 7)
  return `${from}_${to}`
}

const csv = (text: string) => {
  const body = text.replace(/^\ufeff/, '')
  const heading = body.slice(0, Math.max(0, body.search(/\r?\n|$/)))
  const separator = [';', '\t', ','].find((mark) => heading.includes(mark)) ?? ';'
  const rows: string[][] = [[]]
  let field = ''
  let quoted = false
  for (let at = 0; at < body.length; at++) {
    const mark = body[at] as string
    if (quoted) {
      if (mark !== '"') field += mark
      else if (body[at + 1] === '"') field += body[++at]
      else quoted = false
    } else if (mark === '"' && field === '') quoted = true
    else if (mark === separator || mark === '\n') {
      rows[rows.length - 1]?.push(field.replace(/\r$/, ''))
      field = ''
      if (mark === '\n') rows.push([])
    } else field += mark
  }
  rows[rows.length - 1]?.push(field.replace(/\r$/, ''))
  return rows.filter((row) => row.some((cell) => cell.trim() !== ''))
}

/** `4,40`, `1.755`, `53 %` → `4.40`, `1755`, `53`; undefined where nothing is given. */
const plainNumber = (text: string, numbers: string): string | undefined => {
  const bare = text
    .trim()
    .replace(/[\s\u00a0]*(%|pct\.?)$/, '')
    .replace(/[\u2212]/g, '-')
  if (bare === '' || bare === '-' || bare === '–') return undefined
  if (numbers === 'en') return bare.replace(/,/g, '')
  if (/^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare)) return bare.replace(/\./g, '').replace(',', '.')
  return bare.replace(',', '.')
}

// biome-ignore lint/suspicious/noExplicitAny: a YAML file is whatever its author wrote.
type Loose = any

const segmentOf = (spec: Loose, parent?: Segment): Segment => {
  const segment: Segment = {
    id: String(spec.id),
    label: spec.label,
    short: spec.short ?? spec.label,
    ...(spec.phrase ? { phrase: spec.phrase } : {}),
    names: [spec.id, spec.label, spec.short, spec.detail && `${spec.label}: ${spec.detail}`, ...(spec.also ?? [])]
      .filter(Boolean)
      .map(norm),
    complete: String(spec.complete ?? true) !== 'false',
    overlap: String(spec.overlap ?? false) === 'true',
    ...(spec.periods ? { periods: spec.periods.map(String) } : {}),
    ...(spec.partsCalled ? { partsCalled: spec.partsCalled } : {}),
    parts: [],
    ...(parent ? { parent } : {}),
  }
  segment.parts = (spec.parts ?? []).map((part: Loose) => segmentOf(part, segment))
  return segment
}

const flat = (segment: Segment): Segment[] => [segment, ...segment.parts.flatMap(flat)]

const optionsOf = (survey: Loose, id: string): Option[] => {
  const own = (survey.scales ?? []).find((scale: Loose) => scale.id === id)
  if (!own) {
    const known = builtIn[id]
    if (!known) throw new Error(`the second reading does not know the scale ${id}`)
    return known
  }
  return own.options.map((option: Loose) => ({
    id: String(option.id),
    ...(option.score === undefined ? {} : { score: Number(option.score) }),
    names: [option.id, ...(typeof option.label === 'object' ? Object.values(option.label) : [option.label]), ...(option.also ?? [])]
      .filter((name) => name !== undefined)
      .map(norm),
  }))
}

const surveyOf = (yaml: Loose, documentAt: number): Given => {
  const survey = yaml.survey
  const items: Item[] = survey.items.map((item: Loose) => ({
    id: String(item.id),
    label: item.label,
    text: item.text,
    names: [item.id, item.label, item.text, ...(item.also ?? [])].map(norm),
    options: optionsOf(survey, item.scale),
    breaks: (item.breaks ?? []).map((at: Loose) => String(at.period ?? at.since ?? at)),
  }))
  const periods: Period[] = survey.periods.map((period: Loose) => ({
    from: String(period.from),
    to: String(period.to),
    id: idOfPeriod(String(period.from), String(period.to)),
  }))
  const root = segmentOf(survey.segments)
  const document = yaml.documents?.[documentAt] ?? {}
  const at = document.period ? periods.findIndex((period) => period.id === String(document.period)) : periods.length - 1
  const compareWith = document.compareWith === undefined ? periods[at - 1]?.id : String(document.compareWith)
  return {
    locale: yaml.locale ?? 'da',
    items,
    periods,
    root,
    segments: flat(root),
    providers: (survey.providers ?? []).map((provider: Loose) => ({
      id: provider.id,
      label: provider.label,
      names: [provider.id, provider.label, ...(provider.also ?? [])].map(norm),
      segments: provider.segments ?? [],
    })),
    benchmarks: (survey.benchmarks ?? []).map((it: Loose) => ({
      id: it.id,
      label: it.label,
      names: [it.id, it.label, ...(it.phrase ? [it.phrase] : []), ...(it.also ?? [])].map(norm),
    })),
    targets: (survey.targets ?? []).map((it: Loose) => ({ ...it, value: String(it.value), basis: it.basis ?? 'exact' })),
    minimumBase: survey.minimumBase ?? 5,
    minimumBaseForChange: survey.minimumBaseForChange ?? 30,
    document: {
      template: document.template,
      period: periods[at]?.id ?? '',
      ...(compareWith && compareWith !== 'none' ? { compareWith } : {}),
      changeBasis: document.changeBasis ?? 'printed',
    },
    cells: new Map(),
    accepted: (yaml.accept ?? []).map((it: Loose) => it.finding),
    explanations: [...Object.values(document.explanations ?? {}).map(String), `${survey.credit ?? 'Kilde:'}.`],
  }
}

export const cellKey = (segment: string, provider: string, period: string, item: string) => [segment, provider, period, item].join('|')
/** A cell over the groups that another period has as well. */
export const commonKey = (cell: string, other: string | null | undefined) => (other ? `${cell}|${other}` : cell)

type Row = (column: string) => string

const fill = (given: Given, headings: string[], rows: string[][], source: Loose) => {
  const mapped: Record<string, string> = Object.fromEntries(
    Object.entries(source.columns ?? {}).map(([column, heading]) => [norm(heading), column]),
  )
  const columns = headings.map((heading) => mapped[norm(heading)] ?? columnNames[norm(heading)] ?? norm(heading))
  const find = <T extends { names: string[] }>(list: T[], name: string, what: string): T => {
    const found = list.find((it) => it.names.includes(norm(name)))
    if (!found) throw new Error(`the second reading finds no ${what} called ${JSON.stringify(name)}`)
    return found
  }
  const places = [...given.segments, ...given.benchmarks]
  const oneItem = (row: Row) => (row('item') ? find(given.items, row('item'), 'item') : (given.items[0] as Item))
  const cellOf = (row: Row, item: Item): Cell => {
    const provider = row('provider') ? find(given.providers, row('provider'), 'provider') : undefined
    const segment = row('segment') ? find(places, row('segment'), 'segment').id : (provider?.segments[0] ?? given.root.id)
    const period = row('period') || given.periods.find(({ from, to }) => isoDate(row('date')) >= from && isoDate(row('date')) <= to)?.id
    if (!period || !given.periods.some(({ id }) => id === period))
      throw new Error(`no period for ${JSON.stringify(row('period') || row('date'))}`)
    const key = cellKey(segment, provider?.id ?? '', period, item.id)
    const cell = given.cells.get(key) ?? { printed: new Map() }
    given.cells.set(key, cell)
    return cell
  }
  const count = (cell: Cell, option: Option, by: bigint) => {
    cell.counts ??= new Map()
    cell.counts.set(option.id, (cell.counts.get(option.id) ?? 0n) + by)
  }
  const print = (cell: Cell, metric: string, text: string | undefined) => {
    if (text !== undefined) cell.printed.set(metric, text)
  }
  const numbers = source.numbers ?? (given.locale === 'en' ? 'en' : 'da')
  for (const values of rows) {
    const row: Row = (column) => {
      const at = columns.indexOf(column)
      return (at < 0 ? String(source[column] ?? '') : (values[at] ?? '')).trim()
    }
    if (columns.includes('metric')) {
      const metric = metricNames[norm(row('metric'))]
      const cell = cellOf(row, oneItem(row))
      const options = row('option') || row('answer')
      const name = metric ?? row('metric')
      print(
        cell,
        options
          ? `${name}/${options
              .split('+')
              .map((it) => find(oneItem(row).options, it, 'option').id)
              .join('+')}`
          : name,
        plainNumber(row('value'), numbers),
      )
      print(cell, 'base', plainNumber(row('base') || row('antal svar'), numbers))
    } else if (columns.includes('count') && columns.includes('answer')) {
      const item = oneItem(row)
      count(cellOf(row, item), find(item.options, row('answer'), 'option'), BigInt(plainNumber(row('count'), numbers) ?? '0'))
    } else if (columns.includes('item') && columns.includes('answer')) {
      const item = oneItem(row)
      const cell = cellOf(row, item)
      cell.counts ??= new Map()
      if (row('answer')) count(cell, find(item.options, row('answer'), 'option'), 1n)
    } else if (columns.some((column) => metricNames[column])) {
      const cell = cellOf(row, oneItem(row))
      for (const column of columns) {
        const metric = metricNames[column]
        if (metric) print(cell, metric, plainNumber(row(column), numbers))
      }
    } else {
      const asked = given.items.filter((item) => columns.some((column) => item.names.includes(column)))
      const wide = (given.items[0] as Item).options.filter((option) => columns.some((column) => option.names.includes(column)))
      if (asked.length) {
        for (const item of asked) {
          const column = columns.find((name) => item.names.includes(name)) as string
          const cell = cellOf(row, item)
          cell.counts ??= new Map()
          if (row(column)) count(cell, find(item.options, row(column), 'option'), 1n)
        }
      } else if (wide.length) {
        const item = oneItem(row)
        const cell = cellOf(row, item)
        for (const option of item.options) {
          const column = columns.find((name) => option.names.includes(name))
          if (column) count(cell, option, BigInt(plainNumber(row(column), numbers) ?? '0'))
        }
      } else throw new Error(`the second reading does not know the headings ${headings.join(';')}`)
    }
  }
}

const isoDate = (text: string) => {
  const danish = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})/.exec(text)
  return danish ? `${danish[3]}-${danish[2]?.padStart(2, '0')}-${danish[1]?.padStart(2, '0')}` : text.slice(0, 10)
}

/** The files of a project by path, as `{ 'notat.yaml': text, 'data/2024.csv': text }`, read a second time. */
export const readGiven = (files: Record<string, string>, documentAt = 0): Given => {
  const yaml: Loose = parseYaml(files['notat.yaml'] ?? '', { schema: 'failsafe' })
  const given = surveyOf(numbersOf(yaml), documentAt)
  const listed: Loose[] | undefined = yaml.data?.map((it: Loose) => (typeof it === 'string' ? { file: it } : it))
  const sources: Loose[] =
    listed ??
    Object.keys(files)
      .filter((name) => /^data\/[^~].*\.csv$/.test(name))
      .map((file) => ({ file }))
  for (const source of sources) {
    const [headings = [], ...rows] = csv(files[source.file] ?? '')
    fill(given, headings, rows, source)
  }
  return given
}

/** How many documents a project asks for, in the order of its file. */
export const documentsIn = (files: Record<string, string>): number => parseYaml(files['notat.yaml'] ?? '').documents?.length ?? 0

/** Every scalar of the file is text as it was written; only these few are numbers. */
const numbersOf = (yaml: Loose): Loose => {
  for (const key of ['minimumBase', 'minimumBaseForChange']) if (yaml.survey[key] !== undefined) yaml.survey[key] = Number(yaml.survey[key])
  return yaml
}
