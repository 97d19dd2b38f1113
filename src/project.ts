/** notat.yaml and file names → Project; errors as file:line:column with an excerpt, all at once. */

import { parse as parseExample } from 'yaml'
import * as z from 'zod'
import { limitProblems, NotatError, type Place, type Problem, problem, type ReferenceKind, someOf, spelled, wordedIn } from './errors.js'
import type { ToldBefore } from './figure.js'
import { checkHanded } from './handed.js'
import { defaultLocale, isLocaleId, type LocaleId, localeAskedFor, localeIds, locales } from './locale/index.js'
import type { Locale } from './locale/words.js'
import { fitsItem, isMetricId, metrics } from './metrics.js'
import { nearestName } from './nearest.js'
import { sharedNames } from './options.js'
import { type Parsed, parsePrinted, roundForPrint, toNumber } from './printed.js'
import { builtInScales, isTicked, scaleById, yesNo } from './scales.js'
import {
  type ColumnName,
  columnNames,
  Id,
  type Item,
  isFixedPoint,
  isLeaf,
  type Period,
  type RecordNumber,
  recordNumbers,
  type Segment,
  Survey,
  type SurveyRecord,
  segmentsOf,
  type Target,
  type Wording,
  WordingByLocale,
} from './survey.js'
import { checkYaml, type Path, parseYaml, type TextRun, type Yaml } from './yaml.js'

/**
 * A project without a file system: names relative to its folder (`notat.yaml`, `data/2024.csv`,
 * `sections/videre-proces.md`) and what they hold.
 */
export type ProjectFiles = Record<string, string | Uint8Array | Blob>

export const Holds = z.enum(['answers', 'counts', 'published', 'claims'])
export type Holds = z.infer<typeof Holds>

/**
 * One file of data or claims and how to read it. `columns` maps our column names to headings; constants give a column
 * once for the whole file.
 */
export type Source = {
  file: string
  holds?: Holds | undefined
  /** the locale in whose style its numbers are written */
  numbers?: LocaleId | undefined
  /** of a workbook */
  sheet?: string | undefined
  columns: Record<string, string>
  constants: { [C in ColumnName]?: string | undefined }
}

const words = z.string().min(1)

const constantColumns = Object.fromEntries(columnNames.map((name) => [name, words.optional()])) as Record<
  ColumnName,
  z.ZodOptional<z.ZodString>
>

const SourceEntry = z.union([
  words,
  z.strictObject({
    file: words,
    holds: Holds.optional(),
    numbers: z.enum(localeIds).optional(),
    /** of a workbook that has several */
    sheet: words.optional(),
    columns: z.record(z.string(), words).default({}),
    ...constantColumns,
  }),
])

/** Who sends the memo: letterhead, margin column, page foot. */
export const Sender = z.strictObject({
  organisation: words,
  administration: words.optional(),
  office: words.optional(),
  /** one entry a line */
  address: z.array(words).default([]),
  footer: words.optional(),
})
export type Sender = z.infer<typeof Sender>

const formatsByDefault = ['html', 'pdf']

const documentEntry = (formats: z.ZodType<string, string>) =>
  z.strictObject({
    id: Id.optional(),
    template: Id,
    /** id of the document that it is an attachment of, or its template where only one is made of that */
    attachedTo: words.optional(),
    period: words.optional(),
    /** period id, or `none` */
    compareWith: words.optional(),
    formats: z.array(formats).min(1).default(formatsByDefault),
    changeBasis: z.enum(['printed', 'unrounded']).optional(),
    fields: z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)])).default({}),
    explanations: z.record(z.string(), words).default({}),
    /** by name of a section, what the heading directly above it is to say */
    headings: z.record(z.string(), words).default({}),
  })

/** What is known of a project before it is read. */
export type ProjectOptions = {
  /** ids of the formats that documents can be made in; where nobody says, any name may stand under `formats:` */
  formats?: readonly string[] | undefined
  /** of what is said of its problems, default the project’s own; of the texts of a schema, default Danish */
  locale?: LocaleId | undefined
}

/** What notat.yaml may say. */
const projectFile = ({ formats }: ProjectOptions) =>
  z.strictObject({
    locale: z.enum(localeIds).default(defaultLocale),
    sender: Sender,
    survey: Survey,
    data: z.array(SourceEntry).optional(),
    claims: z.array(SourceEntry).optional(),
    documents: z.array(documentEntry(formats ? z.enum(formats) : Id)).default([]),
    accept: z.array(z.strictObject({ finding: words, reason: words })).default([]),
  })
type ProjectFile = z.infer<ReturnType<typeof projectFile>>

/**
 * One memo to make. `fields` are the template's; `explanations` the author's own words, by segment id, with where
 * they stand in notat.yaml.
 */
export type DocumentSpec = {
  id: string
  template: string
  /** id of the document it is an attachment of, whose periods it has where it does not say; else null */
  attachedTo: string | null
  /** period id */
  period: string
  /** period id, or null where no change is told */
  compareWith: string | null
  /** ids of output formats */
  formats: string[]
  changeBasis: 'printed' | 'unrounded'
  fields: Record<string, FieldValue>
  /** where the document and each of its fields, by name, stand in notat.yaml */
  places: { document: Place; fields: Record<string, Place> }
  explanations: Record<string, AuthorsText>
  /** by name of a section, other words for the heading above it; `key`: where its name stands */
  headings: Record<string, AuthorsText & { key: { line: number; column: number } }>
}

/** What the author gives for a field: a text, or the lines of a list. */
export type FieldValue = string | readonly string[]

/** The author's own words, and where they stand in notat.yaml. */
export type AuthorsText = { text: string; line: number; column: number; runs: TextRun[] }

export type Project = {
  locale: LocaleId
  sender: Sender
  /** periods sorted by date */
  survey: Survey
  data: Source[]
  claims: Source[]
  documents: DocumentSpec[]
  /** how many answers have been told of, as `build --publish` wrote down */
  published: ToldBefore
  /** findings known and accepted; `line` is where it stands in notat.yaml */
  accept: { finding: string; reason: string; line: number }[]
  /** where the parts of the survey stand in notat.yaml, by id; targets, which have none, in their order */
  places: Record<'periods' | 'segments' | 'items' | 'providers' | 'benchmarks' | 'records', Record<string, Place>> & { targets: Place[] }
  files: ProjectFiles
}

/** Name of the file that makes a folder a project. */
export const projectFileName = 'notat.yaml'

/** Name of the file that tells what has been published. */
export const publishedFileName = 'published.yaml'

/**
 * Reads notat.yaml and finds the project's other files by name. Their contents are not looked at.
 *
 * ```ts
 * const project = parseProject({ 'notat.yaml': text, 'data/2024.csv': bytes })
 * project.documents.map(({ id }) => id)
 * ```
 *
 * @param options.formats which output formats there are, as `notat/node` knows
 * @throws NotatError `configuration` with everything that is wrong
 */
export function parseProject(given: ProjectFiles, options: ProjectOptions = {}): Project {
  checkHanded({ files: given, options })
  return wordedIn(localeAskedFor(options.locale), () => projectOf(given, options))
}

function projectOf(given: ProjectFiles, options: ProjectOptions): Project {
  // Some systems spell names of files in another way than the texts that name them.
  const files = Object.fromEntries(Object.entries(given).map(([name, content]) => [name.normalize('NFC'), content]))
  // 1. bytes → text → values with places
  const text = projectText(files)
  const locale = locales[localeIn(text)]
  const yaml = parseYaml(text, projectFileName, locale)
  stopAt(yaml.problems, locale)

  // 2. values → what the schemas of survey.ts and of this file allow
  const checked = checkYaml(yaml, projectFile(options))
  const left = leftToWrite(yaml)
  // What is to be written is why other things are wrong with its line.
  const isSaid = (found: Problem): boolean => left.some(({ line }) => line === found.line)
  const told = [...left, ...checked.problems.filter((found) => !isSaid(found))]
  if (checked.value === null || left.length > 0) throw failure(told, locale)
  const file = checked.value

  // 3. what no schema can see: names that must exist, be unique, be in order
  const periods = sortedPeriods(file.survey.periods)
  const listed = sourcesOf(file.data, 'data/', files)
  const data = listed.filter(({ holds }) => holds !== 'claims')
  const claims = [...listed.filter(({ holds }) => holds === 'claims'), ...sourcesOf(file.claims, 'claims/', files)].map((source) => ({
    ...source,
    holds: 'claims' as const,
  }))
  const specOf = (entry: DocumentEntry, index: number): DocumentSpec =>
    documentSpec(
      entry,
      periods,
      (...path) => yaml.placeOf(['documents', index, ...path]),
      (...path) => yaml.runsOf(['documents', index, ...path]),
      (...path) => yaml.keyOf(['documents', index, ...path]),
    )
  const alone = file.documents.map(specOf)
  const documents = file.documents.map((entry, index) => specOf(asAttached(entry, alone), index))
  const read = { yaml, files, file, periods }
  stopAt([...checked.problems, ...surveyProblems(read), ...sourceProblems(read), ...documentProblems(read, documents)], locale)

  return {
    locale: file.locale,
    sender: folded(file.sender),
    survey: completeSurvey(folded(file.survey), periods, locale),
    data,
    claims,
    documents,
    published: publishedIn(files, locale),
    accept: file.accept.map((entry, index) => ({ ...entry, line: yaml.lineOf(['accept', index]) })),
    places: placesOf(yaml, file.survey),
    files,
  }
}

/** Where a new project still has the mark of what nobody has told it: it would be printed as it stands. */
function leftToWrite(yaml: Yaml): Problem[] {
  return yaml.problemsOfTexts('left-to-write', (text, key) => {
    const mark = localeIds.map((id) => locales[id].init.mark).find((each) => text === each || text.startsWith(`${each} `))
    return mark === undefined ? null : { key, wanted: spelled(text.slice(mark.length).trim()), mark }
  })
}

/** What is printed is printed in lines of its own: a text of several lines is one, and ends with its last word. */
function folded<T>(value: T): T {
  if (typeof value === 'string') return value.replace(/[\t ]*\n\s*/g, ' ').trimEnd() as T
  if (Array.isArray(value)) return value.map(folded) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, folded(inner)])) as T
}

const ToldNumber = z.int().min(0)
const Told = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.union([ToldNumber, z.array(ToldNumber).min(1)]))))

/** What has been told of before; nothing where there is no such file. */
function publishedIn(files: ProjectFiles, locale: Locale): ToldBefore {
  const content = files[publishedFileName]
  if (content === undefined) return {}
  if (content instanceof Blob)
    throw failure([problem(locale, 'overlong-file', { limit: largestPublished }, { file: publishedFileName })], locale)
  const yaml = parseYaml(typeof content === 'string' ? content : new TextDecoder().decode(content), publishedFileName, locale)
  stopAt(yaml.problems, locale)
  const checked = checkYaml(yaml, Told)
  if (checked.value === null) throw failure(checked.problems, locale)
  return checked.value
}

/** Larger files are not read at once, and no project has told so much. */
const largestPublished = 1_000_000

/**
 * JSON Schema (draft 2020-12) of notat.yaml, for editors: every key with what it is for, in that language, and an
 * example. Where text is wanted a number may stand too: it is taken as written.
 */
export function projectSchema(given: ProjectOptions = {}): object {
  checkHanded({ options: given })
  const { locale = defaultLocale, ...options } = given
  const schema = z.toJSONSchema(projectFile(options), {
    io: 'input',
    override: ({ zodSchema, jsonSchema, path }) => {
      if (zodSchema === WordingByLocale) Object.assign(jsonSchema, { propertyNames: { type: 'string', enum: localeIds } })
      const isFreeText = jsonSchema.type === 'string' && jsonSchema.enum === undefined && jsonSchema.format === undefined
      if (isFreeText && path.at(-1) !== 'propertyNames') {
        Object.assign(jsonSchema, { type: ['string', 'number'] })
      }
    },
  })
  return describeKeys(schema, locales[locale].keys)
}

/** A part of a JSON Schema, as far as keys may stand in it. */
type SchemaPart = {
  properties?: Record<string, SchemaPart>
  items?: SchemaPart
  anyOf?: SchemaPart[]
  $ref?: string
  $defs?: Record<string, SchemaPart>
  description?: string
  examples?: unknown[]
}

/** Adds to every key what it is for; the parts of a group, which are groups, are described once. */
function describeKeys(schema: object, words: Locale['keys']): object {
  const known: Readonly<Record<string, readonly [means: string, example: string] | undefined>> = words
  const { $defs = {} } = schema as SchemaPart
  const walk = (part: SchemaPart, path: string): void => {
    for (const [key, value] of Object.entries(part.properties ?? {})) {
      const at = path === '' ? key : `${path}.${key}`
      const found = known[at] ?? known[at.replace(/^claims\./, 'data.')]
      if (found) {
        const [description, example] = found
        Object.assign(value, { description, examples: [parseExample(example)] })
      }
      walk(value, at)
      const definition = value.$ref === undefined ? undefined : $defs[value.$ref.replace('#/$defs/', '')]
      if (definition) walk(definition, at)
    }
    if (part.items) walk(part.items, path)
    for (const choice of part.anyOf ?? []) walk(choice, path)
  }
  walk(schema as SchemaPart, '')
  return schema
}

/** What the cross-checks look at. */
type Read = { yaml: Yaml; files: ProjectFiles; file: ProjectFile; periods: Period[] }

function failure(problems: Problem[], locale: Locale): NotatError {
  const inOrder = problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
  return new NotatError('configuration', limitProblems(inOrder, locale))
}

function stopAt(problems: Problem[], locale: Locale): void {
  if (problems.length > 0) throw failure(problems, locale)
}

// ── text ──

function projectText(files: ProjectFiles): string {
  const content = Object.hasOwn(files, projectFileName) ? files[projectFileName] : undefined
  const at = { file: projectFileName }
  if (content === undefined)
    throw failure([problem(locales[defaultLocale], 'missing-project-file', { folder: '' }, at)], locales[defaultLocale])
  // YAML breaks lines at a lone carriage return, its parser does not.
  const withLineFeeds = (text: string): string => text.replace(/\r\n?/g, '\n').normalize('NFC')
  if (typeof content === 'string') return withLineFeeds(content.replace(/^\uFEFF/, ''))
  if (content instanceof Uint8Array) {
    try {
      return withLineFeeds(new TextDecoder('utf-8', { fatal: true }).decode(content))
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  }
  throw failure([problem(locales[defaultLocale], 'unreadable-text', {}, at)], locales[defaultLocale])
}

/** The language problems are told in must be known before the file is understood. */
function localeIn(text: string): LocaleId {
  const [, id = ''] = /^locale:[ \t]*["']?([\w-]+)["']?[ \t]*(?:#.*)?$/m.exec(text) ?? []
  return isLocaleId(id) ? id : defaultLocale
}

// ── defaults ──

function sortedPeriods(periods: readonly Period[]): Period[] {
  return periods.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}

function completeSurvey(survey: Survey, periods: Period[], locale: Locale): Survey {
  const withPeriodIds = (segment: Segment): Segment => ({
    ...segment,
    ...(segment.periods && { periods: segment.periods.map((name) => periodByName(periods, name)?.id ?? name) }),
    ...(segment.parts && { parts: segment.parts.map(withPeriodIds) }),
  })
  const items = survey.items.map((item) => ({
    ...item,
    scale: scaleOfItem(survey, item),
    ...(item.periods && { periods: item.periods.map((name) => periodByName(periods, name)?.id ?? name) }),
    breaks: item.breaks.map((each) => ({ ...each, period: periodByName(periods, each.period)?.id ?? each.period })),
  }))
  const records = survey.records.map((record) => withNeutralNumbers(record, locale))
  const segments = withPeriodIds(survey.segments)
  return { ...survey, items, periods, records, segments: segments.label === '' ? { ...segments, label: survey.title } : segments }
}

/** Its numbers as plain digits, whatever style they are written in; a share keeps its sign. */
function withNeutralNumbers(record: SurveyRecord, locale: Locale): SurveyRecord {
  const numbers = recordNumbers.flatMap((field): [RecordNumber, string][] => {
    const read = record[field] === undefined ? null : parseRecordNumber(record[field], locale)
    return read ? [[field, `${roundForPrint(read.value, read.decimals)}${read.percent ? '%' : ''}`]] : []
  })
  return { ...record, ...Object.fromEntries(numbers) }
}

/** A number as its source has it, per cent in words too; null where it is none. */
function parseRecordNumber(text: string, { numbers, document: { unit } }: Locale): Parsed | null {
  const words = unit('share', false, '')
  const digits = text.trim().endsWith(words) ? `${text.trim().slice(0, -words.length)}%` : text
  const read = parsePrinted(digits, numbers)
  return 'reason' in read ? null : read
}

/**
 * A period by its id, however the years are joined (`2023-24`, `2023-2024`, `2023/24`), or by its dates
 * (`2023-10-01..2024-09-30`).
 */
function periodByName(periods: readonly Period[], name: string): Period | undefined {
  const wanted = name
    .trim()
    .toLowerCase()
    .replace(/^(\d{4})[/–](\d{2}|\d{4})$/, '$1-$2')
    .replace(/^(\d{4})-\d{2}(\d{2})$/, '$1-$2')
  return periods.find(({ id, from, to }) => id === wanted || `${from}..${to}` === wanted)
}

const tableFile = /\.(?:csv|tsv|xlsx|xlsm|xls|ods)$/i

/** Whether a file is a table by its name. */
export function isTable(name: string): boolean {
  return tableFile.test(name)
}

/**
 * Files that nobody has put there: the locks that Office leaves beside an open document, what file managers keep,
 * hidden ones.
 */
export function isSystemFile(name: string): boolean {
  return /(?:^|\/)(?:(?:~\$|\.)[^/]*|thumbs\.db|desktop\.ini)$/i.test(name)
}

/** The folders of a project that are read. */
export const projectFolders = ['data', 'claims', 'sections', 'templates'] as const

/** Tables directly or deeper in a folder, by name. */
function tablesIn(folder: string, files: ProjectFiles): string[] {
  return Object.keys(files)
    .filter((name) => name.startsWith(folder) && isTable(name) && !isSystemFile(name))
    .sort()
}

function sourcesOf(entries: ProjectFile['data'], folder: string, files: ProjectFiles): Source[] {
  if (!entries) return tablesIn(folder, files).map((file) => ({ file, columns: {}, constants: {} }))
  return entries.map((entry) => {
    if (typeof entry === 'string') return { file: entry, columns: {}, constants: {} }
    const { file, holds, numbers, sheet, columns, ...constants } = entry
    return {
      file,
      ...(holds && { holds }),
      ...(numbers && { numbers }),
      ...(sheet && { sheet }),
      columns,
      constants,
    }
  })
}

type DocumentEntry = ProjectFile['documents'][number]

/** An attachment tells of the periods that its document tells of, where it does not say. */
function asAttached(entry: DocumentEntry, documents: readonly DocumentSpec[]): DocumentEntry {
  const made = documents.filter(({ template }) => template === entry.attachedTo)
  const of = documents.find(({ id }) => id === entry.attachedTo) ?? (made.length === 1 ? made[0] : undefined)
  if (!of) return entry
  const comparison = entry.period === undefined ? (of.compareWith ?? 'none') : undefined
  const { period = of.period, compareWith = comparison, changeBasis = of.changeBasis } = entry
  return { ...entry, attachedTo: of.id, period, compareWith, changeBasis }
}

/** Period ids are those asked for where no period has them; `documentProblems` says so. */
function documentSpec(
  entry: DocumentEntry,
  periods: Period[],
  placeAt: (...path: Path) => { line: number; column: number },
  runsAt: (...path: Path) => TextRun[],
  keyAt: (...path: Path) => { line: number; column: number },
): DocumentSpec {
  const period = entry.period === undefined ? periods.at(-1) : periodByName(periods, entry.period)
  const before = period && periods[periods.indexOf(period) - 1]
  const compareWith =
    entry.compareWith === undefined ? (before?.id ?? null) : (periodByName(periods, entry.compareWith)?.id ?? entry.compareWith)
  const at = (...path: Path): Place => ({ file: projectFileName, ...placeAt(...path) })
  const authors = (key: 'explanations' | 'headings'): [string, AuthorsText][] =>
    Object.entries(entry[key]).map(([id, text]) => [id, { text, ...placeAt(key, id), runs: runsAt(key, id) }])
  return {
    id: entry.id ?? [entry.template, period ? nameInDocumentId(period) : (entry.period ?? [])].flat().join('-'),
    template: entry.template,
    attachedTo: entry.attachedTo ?? null,
    period: period?.id ?? entry.period ?? '',
    compareWith: compareWith === 'none' ? null : compareWith,
    formats: [...new Set(entry.formats)],
    changeBasis: entry.changeBasis ?? 'printed',
    fields: entry.fields,
    explanations: Object.fromEntries(authors('explanations')),
    headings: Object.fromEntries(authors('headings').map(([section, text]) => [section, { ...text, key: keyAt('headings', section) }])),
    places: {
      document: at('template'),
      fields: Object.fromEntries(Object.keys(entry.fields).map((name) => [name, at('fields', name)])),
    },
  }
}

/** The last year of a whole year, `2023-24` → `2024`; else the period's id, `2023-h2`. */
function nameInDocumentId({ id, from, to }: Period): string {
  const isWholeYear = /^\d{4}(?:-\d{2})?$/.test(id) && from.slice(0, 7) !== to.slice(0, 7)
  return isWholeYear ? to.slice(0, 4) : id
}

function placesOf(yaml: Yaml, { periods, segments, items, providers, benchmarks, targets, records }: Survey): Project['places'] {
  const at = (path: Path): Place => ({ file: projectFileName, ...yaml.placeOf(path) })
  const byId = (list: string, entries: readonly { id: string }[], ...key: Path): Record<string, Place> =>
    Object.fromEntries(entries.map(({ id }, index) => [id, at(['survey', list, index, ...key])]))
  return {
    periods: byId('periods', periods),
    items: byId('items', items, 'id'),
    providers: byId('providers', providers, 'id'),
    benchmarks: byId('benchmarks', benchmarks, 'id'),
    records: byId('records', records, 'id'),
    targets: targets.map((_, index) => at(['survey', 'targets', index])),
    segments: Object.fromEntries(segmentPaths(segments).map(({ segment, path }) => [segment.id, at([...path, 'id'])])),
  }
}

// ── cross-checks ──

function surveyProblems(read: Read): Problem[] {
  const { survey } = read.file
  const segments = segmentPaths(survey.segments)
  return [
    ...doubledIds(
      read,
      survey.items.map(({ id }, index) => ({ id, path: ['survey', 'items', index, 'id'] })),
    ),
    ...doubledIds(
      read,
      survey.providers.map(({ id }, index) => ({ id, path: ['survey', 'providers', index, 'id'] })),
    ),
    ...doubledIds(read, [
      ...segments.map(({ segment, path }) => ({ id: segment.id, path: [...path, 'id'] })),
      ...survey.benchmarks.map(({ id }, index): { id: string; path: Path } => ({ id, path: ['survey', 'benchmarks', index, 'id'] })),
    ]),
    ...reservedIds(read, segments),
    ...targetProblems(read),
    ...read.file.survey.prefer.flatMap((segment, index) =>
      unknownName(
        read,
        'segment',
        segment,
        segmentsOf(read.file.survey.segments).map((node) => node.segment.id),
        ['survey', 'prefer', index],
      ),
    ),
    ...recordProblems(read),
    ...missingParts(read),
    ...periodProblems(read),
    ...scaleProblems(read),
    ...survey.items.flatMap((item, index) => itemProblems(read, item, ['survey', 'items', index])),
    ...survey.items.flatMap((item, index) => askedProblems(read, item, segments, ['survey', 'items', index])),
    ...survey.items.flatMap(({ breaks }, item) =>
      breaks.flatMap(({ period }, index) => unknownPeriod(read, period, ['survey', 'items', item, 'breaks', index, 'period'])),
    ),
    ...segments.flatMap(({ segment, path }) =>
      (segment.periods ?? []).flatMap((name, index) => unknownPeriod(read, name, [...path, 'periods', index])),
    ),
    ...survey.providers.flatMap(({ segments: ids }, provider) =>
      ids.flatMap((id, index) => providerSegmentProblems(read, id, ['survey', 'providers', provider, 'segments', index])),
    ),
  ]
}

/** Its scale, what it counts, and the items it is made of. An index of several has their scale. */
function itemProblems(read: Read, { id, scale, counts, composite, halfAnswered, multiple = false }: Item, path: Path): Problem[] {
  const { yaml, file } = read
  const { items } = file.survey
  const answered = scaleById(file.survey, scaleOfItem(file.survey, { scale, composite }))
  const isMismatched = answered !== undefined && isTicked(answered) !== multiple
  const ticking = answered && isTicked(answered) ? ('ticked-scale' as const) : ('unticked-scale' as const)
  const members = (composite ?? []).flatMap((member, index): Problem[] => {
    const at = [...path, 'composite', index]
    const found = items.find((item) => item.id === member)
    if (!found)
      return unknownName(
        read,
        'item',
        member,
        items.map((item) => item.id),
        at,
      )
    if (found.composite || composite?.indexOf(member) !== index) return [yaml.problem('nested-composite', { item: id, member }, at)]
    const expected = scaleOfItem(file.survey, { scale, composite })
    return found.scale === expected ? [] : [yaml.problem('mixed-composite', { item: id, member, scale: found.scale, expected }, at)]
  })
  return [
    ...(scale === '' ? [] : unknownName(read, 'scale', scale, scaleIds(file.survey), [...path, 'scale'])),
    ...(isMismatched ? [yaml.problem(ticking, { item: id, scale: answered.id }, scale === '' ? path : [...path, 'scale'])] : []),
    ...(counts && scale !== yesNo.id ? [yaml.problem('counted-opinions', { item: id, scale }, [...path, 'counts'], 'key')] : []),
    ...(halfAnswered !== undefined && !composite ? [yaml.problem('half-of-one', { item: id }, [...path, 'halfAnswered'], 'key')] : []),
    ...members,
  ]
}

/** The segment that an item is about and the periods in which it is asked are there. */
function askedProblems(read: Read, { of, periods = [] }: Item, segments: { segment: Segment }[], path: Path): Problem[] {
  const ids = segments.map(({ segment }) => segment.id)
  return [
    ...(of === undefined ? [] : unknownName(read, 'segment', of, ids, [...path, 'of'])),
    ...periods.flatMap((name, index) => unknownPeriod(read, name, [...path, 'periods', index])),
  ]
}

/** The id of the scale of an item, of an index of several that of the first. */
function scaleOfItem({ items }: Pick<Survey, 'items'>, { scale, composite }: Pick<Item, 'scale' | 'composite'>): string {
  return scale === '' ? (items.find(({ id }) => id === composite?.[0])?.scale ?? '') : scale
}

/** In a figure's id `target` and `midpoint` stand where segments and benchmarks do. */
function reservedIds({ yaml, file }: Read, segments: { segment: Segment; path: Path }[]): Problem[] {
  const named: { id: string; path: Path }[] = [
    ...segments.map(({ segment: { id }, path }) => ({ id, path })),
    ...file.survey.benchmarks.map(({ id }, index) => ({ id, path: ['survey', 'benchmarks', index] })),
  ]
  return named.flatMap(({ id, path }) => (isFixedPoint(id) ? [yaml.problem('reserved-id', { id }, [...path, 'id'])] : []))
}

/** Every segment with its path in the file. */
function segmentPaths(root: Segment): { segment: Segment; path: Path }[] {
  const walk = (segment: Segment, path: Path): { segment: Segment; path: Path }[] => [
    { segment, path },
    ...(segment.parts ?? []).flatMap((part, index) => walk(part, [...path, 'parts', index])),
  ]
  return walk(root, ['survey', 'segments'])
}

function doubledIds(
  { yaml }: Read,
  entries: { id: string; path: Path }[],
  code: 'duplicate-id' | 'duplicate-document' = 'duplicate-id',
): Problem[] {
  const first = new Map<string, Path>()
  return entries.flatMap(({ id, path }) => {
    const earlier = first.get(id)
    if (earlier) return [yaml.problem(code, { id: spelled(id), line: yaml.lineOf(earlier) }, path)]
    first.set(id, path)
    return []
  })
}

function periodProblems(read: Read): Problem[] {
  const { yaml, file, periods } = read
  const pathOf = (period: Period): Path => ['survey', 'periods', file.survey.periods.indexOf(period)]
  const reversed = periods.filter(({ from, to }) => from > to)
  const sound = periods.filter(({ from, to }) => from <= to)
  return [
    ...reversed.map((period) => yaml.problem('reversed-period', { from: period.from, to: period.to }, pathOf(period))),
    ...sound.flatMap((period, index) => {
      const before = sound.slice(0, index).find((earlier) => earlier.to >= period.from && isSharedByItem(read, earlier, period))
      if (!before) return []
      return [
        yaml.problem('overlapping-periods', { period: period.id, other: before.id, line: yaml.lineOf(pathOf(before)) }, pathOf(period)),
      ]
    }),
  ]
}

/** An item is asked in both of two periods; periods that no item shares may overlap. */
function isSharedByItem({ file, periods: all }: Read, ...both: readonly Period[]): boolean {
  const { items } = file.survey
  const isAsked = (names: readonly string[] | undefined, period: Period) =>
    names?.some((name) => periodByName(all, name) === period) ?? true
  return items.length === 0 || items.some(({ periods }) => both.every((period) => isAsked(periods, period)))
}

function scaleIds({ scales }: Pick<Survey, 'scales'>): string[] {
  return [...scales.map(({ id }) => id), ...Object.keys(builtInScales)]
}

/** Keys of a wording that name no locale. */
function unknownLocales({ yaml }: Read, wording: Wording | undefined, path: Path): Problem[] {
  const keys = typeof wording === 'object' ? Object.keys(wording).filter((key) => !isLocaleId(key)) : []
  return keys.map((key) =>
    yaml.problem(
      'unknown-key',
      { key: spelled(key), nearest: nearestName(key, localeIds) ?? '', known: localeIds.join(', ') },
      [...path, key],
      'key',
    ),
  )
}

function scaleProblems(read: Read): Problem[] {
  const { yaml, file } = read
  const path = (scale: number, ...rest: Path): Path => ['survey', 'scales', scale, ...rest]
  const builtIn = file.survey.scales.flatMap(({ id }, scale) =>
    Object.hasOwn(builtInScales, id) ? [yaml.problem('built-in-id', { id }, path(scale, 'id'))] : [],
  )
  const inside = file.survey.scales.flatMap((own, scale) => {
    const { id, options } = own
    const scored = options.flatMap((option, index) => ('score' in option ? [{ ...option, index }] : []))
    const lastScored = scored.at(-1)?.index ?? -1
    const isList = scored.some((option) => 'ticked' in option)
    const isMixed = isList && scored.some((option) => !('ticked' in option))
    const mixed = isMixed ? scored.filter((option) => 'ticked' in option) : []
    const unordered = [
      ...(isList ? [] : scored.slice(1)).filter((option, before) => option.score > (scored[before]?.score ?? option.score)),
      ...options.flatMap((option, index) => ('missing' in option && index < lastScored ? [{ ...option, index }] : [])),
    ]
    return [
      ...doubledIds(
        read,
        options.map((option, index) => ({ id: option.id, path: path(scale, 'options', index, 'id') })),
      ),
      ...options.flatMap(({ label }, index) => unknownLocales(read, label, path(scale, 'options', index, 'label'))),
      ...mixed.map((option) => yaml.problem('mixed-options', { option: option.id, scale: id }, path(scale, 'options', option.index))),
      ...unordered.map((option) =>
        yaml.problem('unordered-option', { option: option.id, scale: id }, path(scale, 'options', option.index)),
      ),
      ...sharedNames(own).map(({ name, options: sharing }) => {
        const later = sharing.at(-1)
        const values = { name: spelled(name), options: sharing.map((option) => option.id).join(', '), scale: id }
        return yaml.problem('shared-option-name', values, path(scale, 'options', later ? options.indexOf(later) : 0))
      }),
      ...(!isList && new Set(scored.map(({ score }) => score)).size < 2
        ? [yaml.problem('flat-scale', { scale: id }, path(scale, 'options'))]
        : []),
    ]
  })
  return [
    ...builtIn,
    ...doubledIds(
      read,
      file.survey.scales.map(({ id }, scale) => ({ id, path: path(scale, 'id') })),
    ),
    ...inside,
  ]
}

function unknownName(
  { yaml }: Read,
  kind: ReferenceKind,
  found: string,
  known: string[],
  path: Path,
  on: 'key' | 'value' = 'value',
): Problem[] {
  if (known.includes(found)) return []
  return [
    yaml.problem(
      'unknown-reference',
      { kind, found: spelled(found), nearest: nearestName(found, known) ?? '', known: someOf(known) },
      path,
      on,
    ),
  ]
}

function unknownPeriod(read: Read, name: string, path: Path): Problem[] {
  if (periodByName(read.periods, name)) return []
  return unknownName(
    read,
    'period',
    name,
    read.periods.map(({ id }) => id),
    path,
  )
}

/** A provider gives its service to leaves; what it gives to a node with parts would belong to none of them. */
function providerSegmentProblems(read: Read, id: string, path: Path): Problem[] {
  const all = segmentsOf(read.file.survey.segments).map(({ segment }) => segment)
  const found = all.find((segment) => segment.id === id)
  if (!found)
    return unknownName(
      read,
      'segment',
      id,
      all.map((segment) => segment.id),
      path,
    )
  if (isLeaf(found)) return []
  return [read.yaml.problem('not-a-leaf', { segment: id, parts: someOf((found.parts ?? []).map((part) => part.id)) }, path)]
}

const targetMetrics = Object.keys(metrics).filter((id) => isMetricId(id) && !metrics[id].takesOptions)

/** A target is of something that is measured, and can be reached on its scale; one thing has one target. */
function targetProblems(read: Read): Problem[] {
  const { survey } = read.file
  const segments = segmentsOf(survey.segments).map(({ segment }) => segment.id)
  const items = survey.items.map(({ id }) => id)
  const path = (target: number, ...rest: Path): Path => ['survey', 'targets', target, ...rest]
  return [
    ...survey.targets.flatMap(({ segment, item, metric }, target) => [
      ...unknownName(read, 'segment', segment, segments, path(target, 'segment')),
      ...(item === undefined ? [] : unknownName(read, 'item', item, items, path(target, 'item'))),
      ...unknownName(read, 'metric', metric, targetMetrics, path(target, 'metric')),
    ]),
    ...survey.targets.flatMap((target, index) => unreachableTarget(read, target, path(index))),
    ...doubledIds(
      read,
      survey.targets.map(({ segment, item, metric }, target) => ({
        id: [metric, segment, item ?? items[0]].join('/'),
        path: path(target),
      })),
    ),
  ]
}

function unreachableTarget({ yaml, file }: Read, { item: id, metric, value }: Target, path: Path): Problem[] {
  const { items } = file.survey
  const item = id === undefined ? items[0] : items.find((each) => each.id === id)
  const scale = item && scaleById(file.survey, scaleOfItem(file.survey, item))
  if (!scale || !isMetricId(metric)) return []
  if (!fitsItem(metric, item, scale)) return [yaml.problem('unfit-metric', { metric, scale: scale.id }, [...path, 'metric'])]
  const { unit, range } = metrics[metric]
  const per = unit === 'share' ? 100 : 1
  const { min, max } = range(scale)
  const [minimum, maximum] = [toNumber(min) * per, max && toNumber(max) * per]
  if (value >= minimum && (maximum === null || value <= maximum)) return []
  const ends = { minimum: String(minimum), maximum: maximum === null ? '' : String(maximum) }
  return [yaml.problem('impossible-value', { found: String(value), ...ends }, [...path, 'value'])]
}

/** A survey that asks somebody has items, periods and segments; one of records alone has none of them. */
function missingParts({ yaml, file: { survey } }: Read): Problem[] {
  const parts = { items: survey.items.length > 0, periods: survey.periods.length > 0, segments: survey.segments.label !== '' }
  if (survey.records.length > 0 && !Object.values(parts).some((isThere) => isThere)) return []
  return Object.entries(parts).flatMap(([key, isThere]) => (isThere ? [] : [yaml.problem('missing-key', { key }, ['survey'])]))
}

/** Records have ids of their own, numbers that are some, and a scale with two ends on which they lie. */
function recordProblems(read: Read): Problem[] {
  const { yaml, file } = read
  const { records } = file.survey
  const path = (record: number, ...rest: Path): Path => ['survey', 'records', record, ...rest]
  return [
    ...doubledIds(
      read,
      records.map(({ id }, index) => ({ id, path: path(index, 'id') })),
    ),
    ...records.flatMap(({ id, scale }, index) =>
      scale && scale[0] === scale[1] ? [yaml.problem('flat-scale', { scale: id }, path(index, 'scale'))] : [],
    ),
    ...records.flatMap((record, index) =>
      recordNumbers.flatMap((field) => (record[field] === undefined ? [] : numberProblems(read, record, field, path(index, field)))),
    ),
  ]
}

function numberProblems({ yaml, file }: Read, record: SurveyRecord, field: RecordNumber, path: Path): Problem[] {
  const found = record[field] ?? ''
  const read = parseRecordNumber(found, locales[file.locale])
  if (!read) return [yaml.problem('unreadable-number', { found: spelled(found) }, path)]
  const value = toNumber(read.value)
  if (field === 'answers' || field === 'invited') {
    return read.percent || read.decimals > 0 || value < 0 ? [yaml.problem('impossible-count', { found: spelled(found) }, path)] : []
  }
  const isShare = read.percent || field === 'responseRate'
  if (!isShare && !record.scale) return []
  const ends = isShare ? [0, 100] : (record.scale ?? [])
  const [minimum, maximum] = [Math.min(...ends), Math.max(...ends)]
  if (value >= minimum && value <= maximum) return []
  return [yaml.problem('impossible-value', { found: spelled(found), minimum: String(minimum), maximum: String(maximum) }, path)]
}

function sourceProblems(read: Read): Problem[] {
  const { yaml, files, file } = read
  const known = Object.keys(files).filter((name) => name !== projectFileName)
  const { items } = file.survey
  const ticks = items.flatMap(({ id, scale, multiple }) =>
    multiple ? (scaleById(file.survey, scale)?.options ?? []).map((option) => [id, option.id].join('/')) : [],
  )
  const columns = [...columnNames, ...Object.keys(metrics), ...items.map(({ id }) => id), ...ticks]
  return (['data', 'claims'] as const).flatMap((list) => {
    const paths = (file[list] ?? []).map((entry, index): Path => (typeof entry === 'string' ? [list, index] : [list, index, 'file']))
    const entries = (file[list] ?? []).map((entry) => (typeof entry === 'string' ? { file: entry, columns: {} } : entry))
    // Two sheets of a workbook are two tables.
    const tableOf = (entry: (typeof entries)[number]): string =>
      'sheet' in entry && entry.sheet !== undefined ? `${entry.file}!${entry.sheet}` : entry.file
    return [
      ...entries.flatMap((entry, index) => unknownName(read, 'file', entry.file, known, paths[index] ?? [list])),
      ...doubledIds(
        read,
        entries.map((entry, index) => ({ id: tableOf(entry), path: paths[index] ?? [list] })),
      ),
      ...entries.flatMap((entry, index) =>
        Object.keys(entry.columns).flatMap((name) => unknownName(read, 'column', name, columns, [list, index, 'columns', name], 'key')),
      ),
      ...entries.flatMap((entry, index) =>
        list === 'claims' && 'holds' in entry && entry.holds !== undefined && entry.holds !== 'claims'
          ? [yaml.problem('unknown-choice', { found: entry.holds, nearest: 'claims', known: 'claims' }, [list, index, 'holds'])]
          : [],
      ),
    ]
  })
}

function documentProblems(read: Read, documents: DocumentSpec[]): Problem[] {
  const { yaml, file, periods } = read
  const segments = segmentsOf(file.survey.segments).map(({ segment }) => segment.id)
  return [
    ...doubledIds(
      read,
      documents.map(({ id }, index) => ({ id, path: ['documents', index, file.documents[index]?.id === undefined ? 'template' : 'id'] })),
      'duplicate-document',
    ),
    ...documents.flatMap(({ period, compareWith, explanations }, index) => {
      const path: Path = ['documents', index]
      const compared = compareWith === null ? [] : unknownPeriod(read, compareWith, [...path, 'compareWith'])
      const order = periods.map(({ id }) => id)
      const isLater = compareWith !== null && compared.length === 0 && order.indexOf(compareWith) >= order.indexOf(period)
      const isOfNone = period === '' && periods.length === 0
      const known = isOfNone ? [] : unknownPeriod(read, period, [...path, 'period'])
      return [
        ...known,
        ...compared,
        ...(isLater && known.length === 0 ? [yaml.problem('later-comparison', { period, compareWith }, [...path, 'compareWith'])] : []),
        ...Object.keys(explanations).flatMap((id) => unknownName(read, 'segment', id, segments, [...path, 'explanations', id], 'key')),
      ]
    }),
    ...documents.flatMap((document, index) => attachmentProblems(read, document, documents, ['documents', index, 'attachedTo'])),
    ...doubledIds(
      read,
      file.accept.map(({ finding }, index) => ({ id: finding, path: ['accept', index, 'finding'] })),
    ),
  ]
}

/** An attachment belongs to a document that is none itself. */
function attachmentProblems(read: Read, { id, attachedTo }: DocumentSpec, documents: readonly DocumentSpec[], path: Path): Problem[] {
  if (attachedTo === null) return []
  const ids = documents.map((document) => document.id)
  if (!ids.includes(attachedTo)) return unknownName(read, 'document', attachedTo, ids, path)
  const chain = [id]
  for (let next: string | null = attachedTo; next !== null; next = documents.find((document) => document.id === next)?.attachedTo ?? null) {
    if (next === id) return [read.yaml.problem('circular-attachment', { document: id, chain: [...chain, id].join(' → ') }, path)]
    if (chain.includes(next)) break
    chain.push(next)
  }
  return chain.length > 2 ? [read.yaml.problem('nested-attachment', { document: attachedTo }, path)] : []
}
