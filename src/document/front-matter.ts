/**
 * A template's front matter: its fields, its sections, the lists it names, the tables and charts it declares. And the
 * files of passages that all templates of a language share.
 */
import * as z from 'zod'
import { NotatError, type Place, type Problem, problem } from '../errors.js'
import { type LocaleId, localeIds } from '../locale/index.js'
import type { Locale } from '../locale/words.js'
import { atOnce, eachInSteps, type Steps } from '../steps.js'
import { Id } from '../survey.js'
import { checkYaml, type Path, parseYaml, type Yaml } from '../yaml.js'
import { documentMeanings, meanings } from './meanings.js'
import { sectionBlocks } from './placing.js'
import { type Expression, readExpression, readSource, type Source } from './template.js'

const Name = z.string().regex(/^[a-z][A-Za-z0-9]*$/)
/** An expression as in `{{…}}`, without the braces. */
const Asked = z.string().min(1)
/** Template text of one line. */
const Line = z.string().min(1)

/** One value stands for a list of one. */
const oneOrMore = <T extends z.ZodType>(schema: T) => z.union([schema, z.array(schema).min(1)])
/** Where each of them stands: one alone stands where the list would. */
const pathIn = (value: unknown, path: Path, index: number): Path => (Array.isArray(value) ? [...path, index] : path)
const asList = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as T]

/**
 * What the author gives for each memo. `caseNumber`: digits, blanks and hyphens, kept as written. `list`: lines;
 * `dates`: a list of dates.
 */
const TemplateField = z.strictObject({
  name: Name,
  type: z.enum(['text', 'date', 'time', 'caseNumber', 'list', 'dates']),
  /** what the margin column calls it: "Sagsnummer i F2" */
  label: z.string().min(1),
  required: z.boolean().default(false),
  /** false: the text uses it, the margin column does not show it */
  margin: z.boolean().default(true),
})
export type TemplateField = z.infer<typeof TemplateField>

type RowFile =
  | string
  | { of: string; as?: 'row' | 'total' | 'heading' | undefined; label?: string | undefined; rows?: RowFile | RowFile[] | undefined }
/** An expression: a list gives a row for each of its members, a noun one. */
const RowFile: z.ZodType<RowFile> = z.union([
  Asked,
  z.strictObject({
    of: Asked,
    as: z.enum(['row', 'total', 'heading']).optional(),
    label: Line.optional(),
    /** rows after each of its own, standing in it */
    get rows() {
      return oneOrMore(RowFile).optional()
    },
  }),
]) as z.ZodType<RowFile>

const Shown = z.strictObject({
  number: Asked,
  head: Line.optional(),
  /** a column that is left out where no row but a total's has a number */
  optional: z.boolean().optional(),
})
/** Words in the place of a number: whether a goal is reached. */
const ShownText = z.strictObject({ text: Line, head: Line, optional: z.boolean().optional() })
const ShownFile = z.union([Asked, Shown, ShownText])
type ShownFile = z.infer<typeof ShownFile>

const ColumnFile = z.union([
  Asked,
  Shown,
  ShownText,
  z.strictObject({
    /** lists to walk, standing in each of their members: periods, items, options, benchmarks */
    across: oneOrMore(Asked).optional(),
    /** whose numbers: the whole, a segment, a provider, benchmarks */
    of: oneOrMore(Asked).optional(),
    show: oneOrMore(ShownFile),
  }),
])
type ColumnFile = z.infer<typeof ColumnFile>

const exhibitFields = { name: Name, title: Line.optional(), note: Line.optional() }

const TableFile = z.strictObject({
  ...exhibitFields,
  rows: oneOrMore(RowFile),
  columns: oneOrMore(ColumnFile),
  /** false: no note under it on what was asked and how answers count, since the text tells it */
  explained: z.boolean().default(true),
})

export const chartKinds = ['change', 'shares', 'trend', 'benchmark', 'bars'] as const
const ChartFile = z.strictObject({
  ...exhibitFields,
  kind: z.enum(chartKinds),
  rows: oneOrMore(RowFile),
  /** of a benchmark chart: whose numbers */
  of: oneOrMore(Asked).optional(),
  /** which number; default the item's result */
  show: Asked.optional(),
})

const names = z.record(Name, Asked).default({})

const FrontMatter = z.strictObject({
  /** the language of its prose, which is the document's; default the project's */
  locale: z.enum(localeIds).optional(),
  /** "Notat" */
  kind: z.string().min(1),
  /** template text of one line */
  title: Line,
  fields: z.array(TemplateField).default([]),
  /** names of the sections that a project may replace, as `{{#section "name"}}` in the text has them */
  sections: z.array(z.union([Id, z.strictObject({ name: Id, required: z.boolean() })])).default([]),
  /** name of the field that stands at the foot of the page */
  footer: z.string().optional(),
  /** lists and conditions that the text uses more than once, asked while standing in the whole */
  names,
  tables: z.array(TableFile).default([]),
  charts: z.array(ChartFile).default([]),
})

/** The front matter of a template as JSON Schema, for editors. */
export function templateSchema(): unknown {
  return z.toJSONSchema(FrontMatter, { io: 'input' })
}

/** A file of passages has names of its own, which its passages use. */
const PassagesMatter = z.strictObject({ locale: z.enum(localeIds).optional(), names })

/** A section that no template has stands after another one, or after all that stands under a heading. */
const SectionMatter = z.strictObject({ after: z.string().min(1) })

/** A project's own text. `after`: what it is placed after; null: it replaces a section of that name */
export type SectionText = { body: Source; after: { name: string; place: Place } | null }

export type TextSpec = Source
export type RowSpec = { of: Expression; as: 'row' | 'total' | 'heading'; label: TextSpec | null; rows: RowSpec[] }
/** `written`: as it stands in the front matter; `name` is made of it */
export type ShownSpec = { name: string; written: string; head: TextSpec | null; isOptional: boolean } & (
  | { expression: Expression }
  | { text: TextSpec }
)
export type ColumnSpec = { across: Expression[]; of: Expression[]; show: ShownSpec[] }
type ExhibitSpec = { name: string; title: TextSpec | null; note: TextSpec | null; place: Place }
export type TableSpec = ExhibitSpec & { rows: RowSpec[]; columns: ColumnSpec[]; isExplained: boolean }
export type ChartSpec = ExhibitSpec & { kind: (typeof chartKinds)[number]; rows: RowSpec[]; of: Expression[]; show: Expression | null }

/** A template, read. `body` keeps the file's line numbers. */
export type Template = {
  name: string
  /** the language of its prose; null: the project's */
  locale: LocaleId | null
  kind: string
  title: Source
  fields: TemplateField[]
  sections: string[]
  /** sections without a text of their own, which a project must write */
  requiredSections: string[]
  footer: string | null
  names: Readonly<Record<string, Expression>>
  tables: Readonly<Record<string, TableSpec>>
  charts: Readonly<Record<string, ChartSpec>>
  body: Source
}

/** Passages that templates share, and the names they use. */
export type Passages = { names: Readonly<Record<string, Expression>>; body: Source }

/**
 * Reads a template's front matter.
 *
 * @param locale of the project, for messages
 * @throws NotatError `configuration` with everything that is wrong with the front matter, at its line
 */
export function parseTemplate(name: string, file: string, text: string, locale: Locale): Template {
  return atOnce(templateIn(name, file, text, locale))
}

/** `parseTemplate` in steps. */
export function* templateIn(name: string, file: string, text: string, locale: Locale): Steps<Template> {
  const { yaml, body, broken } = split(file, text, locale)
  yield
  const { value, problems } = checkYaml(yaml, FrontMatter)
  yield
  if (value === null || problems.length > 0) throw new NotatError('configuration', [...problems, ...broken])
  const read = reading(yaml, file, locale)
  const template: Template = {
    name,
    locale: value.locale ?? null,
    kind: value.kind,
    title: read.line(value.title, ['title']),
    fields: value.fields,
    sections: value.sections.map((section) => (typeof section === 'string' ? section : section.name)),
    requiredSections: value.sections.flatMap((section) => (typeof section === 'string' || !section.required ? [] : [section.name])),
    footer: value.footer ?? null,
    names: namesOf(value.names, read),
    tables: Object.fromEntries(
      yield* eachInSteps(value.tables.entries(), ([index, table]) => [table.name, read.table(table, ['tables', index])] as const),
    ),
    charts: Object.fromEntries(
      yield* eachInSteps(value.charts.entries(), ([index, chart]) => [chart.name, read.chart(chart, ['charts', index])] as const),
    ),
    body,
  }
  const wrong = [
    ...read.problems,
    ...(broken.length > 0 ? [] : mismatches(template, yaml)),
    ...twice([...value.tables, ...value.charts], yaml, value.tables.length),
    ...taken(value, yaml),
    ...broken,
  ]
  if (wrong.length > 0) throw new NotatError('configuration', wrong)
  return template
}

/** Reads a file of passages. */
export function parsePassages(file: string, text: string, locale: Locale): Passages {
  const { yaml, body, broken } = split(file, text, locale)
  const { value, problems } = checkYaml(yaml, PassagesMatter)
  if (value === null || problems.length > 0) throw new NotatError('configuration', [...problems, ...broken])
  const read = reading(yaml, file, locale)
  const passages = { names: namesOf(value.names, read), body }
  const wrong = [...read.problems, ...taken({ fields: [], names: value.names }, yaml), ...broken]
  if (wrong.length > 0) throw new NotatError('configuration', wrong)
  return passages
}

/** Reads a section of a project, which has a front matter only where it is placed after something. */
export function parseSection(file: string, content: string, locale: Locale): SectionText {
  const text = content.replace(/\r\n?/g, '\n')
  if (!/^---[ \t]*\n/.test(text)) return { body: readSource({ file, text }, locale), after: null }
  const { yaml, body, broken } = split(file, text, locale)
  const { value, problems } = checkYaml(yaml, SectionMatter)
  if (value === null || problems.length + broken.length > 0) throw new NotatError('configuration', [...problems, ...broken])
  return { body, after: { name: value.after, place: { file, ...yaml.placeOf(['after']) } } }
}

/** `broken`: why the body cannot be read, so that it is told together with what is wrong with the front matter. */
function split(file: string, text: string, locale: Locale): { yaml: Yaml; body: Source; broken: Problem[] } {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const end = lines.indexOf('---', 1)
  if (lines[0] !== '---' || end < 0) {
    throw new NotatError('configuration', [problem(locale, 'broken-front-matter', { detail: '---' }, { file, line: 1, column: 1 })])
  }
  // The first line is left empty and the body gets an empty line for each of the front matter's, so that lines count
  // as in the file.
  const yaml = parseYaml(['', ...lines.slice(1, end)].join('\n'), file, locale)
  if (yaml.problems.length > 0) throw new NotatError('configuration', yaml.problems)
  try {
    return { yaml, body: readSource({ file, text: '\n'.repeat(end + 1) + lines.slice(end + 1).join('\n') }, locale), broken: [] }
  } catch (error) {
    if (!(error instanceof NotatError)) throw error
    return { yaml, body: readSource({ file, text: '' }, locale), broken: [...error.problems] }
  }
}

type Reading = {
  problems: Problem[]
  line: (text: string, path: Path) => Source
  expression: (text: string, path: Path) => Expression
  table: (table: z.infer<typeof TableFile>, path: Path) => TableSpec
  chart: (chart: z.infer<typeof ChartFile>, path: Path) => ChartSpec
}

/** Expressions and lines of text at their places; what is no expression is collected. */
function reading(yaml: Yaml, file: string, locale: Locale): Reading {
  const problems: Problem[] = []
  const collected = <T>(read: () => T, instead: () => T): T => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof NotatError)) throw error
      problems.push(...error.problems)
      return instead()
    }
  }
  const nothing = () => readSource({ file, text: '' }, locale)
  const at = (path: Path) => ({ file, ...yaml.placeOf(path) })
  const line = (text: string, path: Path) => collected(() => readSource({ text, ...at(path) }, locale), nothing)
  const expression = (text: string, path: Path) =>
    collected(
      () => readExpression({ text, ...at(path) }, locale),
      () => readExpression({ text: 'whole', file, line: 1, column: 1 }, locale),
    )
  const optionalLine = (text: string | undefined, path: Path) => (text === undefined ? null : line(text, path))
  const rows = (all: RowFile | readonly RowFile[] | undefined, path: Path): RowSpec[] =>
    asList(all).map((each, index) => {
      const own = pathIn(all, path, index)
      const row = typeof each === 'string' ? { of: each } : each
      return {
        of: expression(row.of, typeof each === 'string' ? own : [...own, 'of']),
        as: row.as ?? 'row',
        label: optionalLine(row.label, [...own, 'label']),
        rows: rows(row.rows, [...own, 'rows']),
      }
    })
  const exhibit = ({ name, title, note }: z.infer<typeof TableFile> | z.infer<typeof ChartFile>, path: Path): ExhibitSpec => ({
    name,
    place: at([...path, 'name']),
    title: optionalLine(title, [...path, 'title']),
    note: optionalLine(note, [...path, 'note']),
  })
  const shown = (each: ShownFile, path: Path): ShownSpec => {
    const { head, optional = false } = typeof each === 'string' ? {} : (each as { head?: string; optional?: boolean })
    const common = { head: optionalLine(head, [...path, 'head']), isOptional: optional }
    if (typeof each !== 'string' && 'text' in each) {
      return { ...common, written: each.text, name: 'text', text: line(each.text, [...path, 'text']) }
    }
    const [number, own] = typeof each === 'string' ? [each, path] : [each.number, [...path, 'number']]
    const name = number.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')
    return { ...common, written: number, name, expression: expression(number, own) }
  }
  const column = (each: ColumnFile, path: Path): ColumnSpec => {
    const isPlain = typeof each === 'string' || 'number' in each || 'text' in each
    return {
      across: isPlain ? [] : asList(each.across).map((list, nth) => expression(list, pathIn(each.across, [...path, 'across'], nth))),
      of: isPlain ? [] : asList(each.of).map((list, nth) => expression(list, pathIn(each.of, [...path, 'of'], nth))),
      show: isPlain
        ? [shown(each, path)]
        : asList<ShownFile>(each.show).map((number, nth) => shown(number, pathIn(each.show, [...path, 'show'], nth))),
    }
  }
  return {
    problems,
    line,
    expression,
    table: (table, path) => ({
      ...exhibit(table, path),
      rows: rows(table.rows, [...path, 'rows']),
      columns: asList<ColumnFile>(table.columns).map((each, index) => column(each, pathIn(table.columns, [...path, 'columns'], index))),
      isExplained: table.explained,
    }),
    chart: (chart, path) => ({
      ...exhibit(chart, path),
      kind: chart.kind,
      rows: rows(chart.rows, [...path, 'rows']),
      of: asList(chart.of).map((each, index) => expression(each, pathIn(chart.of, [...path, 'of'], index))),
      show: chart.show === undefined ? null : expression(chart.show, [...path, 'show']),
    }),
  }
}

/**
 * The text of a front matter: the title, and what tables and charts are called, say and have under them. Not the heads
 * of columns, which name what stands below: "0–100".
 */
export function linesIn({ title, tables, charts }: Pick<Template, 'title' | 'tables' | 'charts'>): Source[] {
  const exhibits = [...Object.values(tables), ...Object.values(charts)]
  const labels = (rows: readonly RowSpec[]): (Source | null)[] => rows.flatMap(({ label, rows: below }) => [label, ...labels(below)])
  const shown = Object.values(tables).flatMap(({ columns }) => columns.flatMap(({ show }) => show))
  const said = shown.flatMap((each) => ('text' in each ? [each.text] : []))
  const all = [title, ...exhibits.flatMap((each) => [each.title, each.note, ...labels(each.rows)]), ...said]
  return all.filter((line) => line !== null)
}

function namesOf(all: Readonly<Record<string, string>>, read: Reading): Record<string, Expression> {
  return Object.fromEntries(Object.entries(all).map(([name, text]) => [name, read.expression(text, ['names', name])]))
}

/** Sections that the text has and the front matter does not name, or the other way round; a foot that is no field. */
function mismatches({ name, body, sections, fields, footer }: Template, yaml: Yaml): Problem[] {
  const found = new Set(sectionBlocks(body).map((section) => section.name))
  const undeclared = [...found].filter((section) => !sections.includes(section))
  const absent = sections.filter((section) => !found.has(section))
  const known = fields.map((field) => field.name)
  return [
    ...undeclared.map((section) => yaml.problem('mismatched-section', { section, missingIn: 'frontMatter' }, ['sections'])),
    ...absent.map((section) => yaml.problem('mismatched-section', { section, missingIn: 'text' }, ['sections'])),
    ...(footer !== null && !known.includes(footer)
      ? [yaml.problem('unknown-field', { field: footer, template: name, known: known.join(', ') }, ['footer'])]
      : []),
  ]
}

/** Fields and names that are called as a word is, or twice. */
function taken({ fields, names }: { fields: readonly { name: string }[]; names: Readonly<Record<string, string>> }, yaml: Yaml): Problem[] {
  const words = new Set([...Object.keys(meanings), ...Object.keys(documentMeanings)])
  const own = [
    ...fields.map(({ name }, index) => ({ name, path: ['fields', index, 'name'], on: 'value' as const })),
    ...Object.keys(names).map((name) => ({ name, path: ['names', name], on: 'key' as const })),
  ]
  return own.flatMap(({ name, path, on }) => {
    const isTaken = words.has(name)
    words.add(name)
    return isTaken ? [yaml.problem('taken-name', { name }, path, on)] : []
  })
}

function twice(all: readonly { name: string }[], yaml: Yaml, tables: number): Problem[] {
  return all.flatMap(({ name }, index) => {
    if (all.findIndex((other) => other.name === name) === index) return []
    const path: Path = index < tables ? ['tables', index, 'name'] : ['charts', index - tables, 'name']
    return [yaml.problem('taken-name', { name }, path)]
  })
}
