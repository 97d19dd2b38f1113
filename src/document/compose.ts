/**
 * Template → document tree.
 *
 * ```
 * templates/NAME.md, sections/ ── parseTemplate, lint ─▶ Template ─┐
 * Figures ── narrative ─▶ facts ── values, helpers ────────────────┴─ evaluate ─▶ text with markers ── blocksOf ─▶ draft ── resolve ─▶ Document
 * ```
 */

import { templates } from '../assets/templates.js'
import { stopsBuild } from '../audit/index.js'
import { figureById } from '../change.js'
import { describePlace, NotatError, type Problem, problem, someOf, wordedIn } from '../errors.js'
import type { Change, Figure, Figures } from '../figure.js'
import { idOfKey, type TypedKey } from '../figure-key.js'
import type { Evidence, Finding } from '../finding.js'
import { checkHanded } from '../handed.js'
import { mostLevels, mostTemplateCharacters } from '../limits.js'
import { type LocaleId, localeAskedFor, localeIds, locales } from '../locale/index.js'
import { countWord, formatDate, formatFigure, formatPeriod, spellNumber } from '../locale/spelling.js'
import type { Locale } from '../locale/words.js'
import { nearestName } from '../nearest.js'
import { parsePrinted, pointInterval, roundForPrint } from '../printed.js'
import { type DocumentSpec, type FieldValue, type Project, projectFileName } from '../project.js'
import { atOnce, eachInSteps, type Steps } from '../steps.js'
import { withholdsAny } from '../suppression.js'
import { fixedPoints, IsoDate, isOfRecordsAlone, type Survey, segmentOrBenchmark, segmentsAndBenchmarks } from '../survey.js'
import type { Block, Document, Inline, MarginEntry } from './blocks.js'
import { chartOf } from './charts.js'
import { checkExpression, checkTemplate, fits, type Grammar, guardsOfName, type Kind, printedIn, throwAll, wordsIn } from './check.js'
import { tableOf } from './exhibits.js'
import {
  type ChartSpec,
  linesIn,
  type Passages,
  parsePassages,
  type RowSpec,
  type TableSpec,
  type Template,
  templateIn,
} from './front-matter.js'
import { walkedFrom } from './lists.js'
import { blocksOf, inlinesOf } from './markdown.js'
import { finished, testedIn, worded } from './marks.js'
import { documentMeanings, documentNounMeanings, kindsOf, nounKindsOf } from './meanings.js'
import { attachmentNamed, listedNoun, listOf } from './nouns.js'
import { digits } from './numbers.js'
import { recordWords } from './records.js'
import { figuresBehind, resolveDraft } from './resolve.js'
import type { Asking } from './rows.js'
import { memberIds, readSections, type Sections, sectionFileOf } from './sections.js'
import { type Attachment, confidence, type Setting, type Standing, settingOf, shortName, standingOf } from './standing.js'
import {
  type Attributes,
  type Call,
  type Evaluated,
  type Expression,
  evaluate,
  evaluationSteps,
  failure,
  lintSource,
  markerShape,
  passagesIn,
  readSource,
  type Slot,
  type Source,
  textOf,
  type Value,
  valueOfExpression,
  type Word,
  type Words,
} from './template.js'
import { capitalised, inline, thing } from './values.js'
import { constant, fieldWord, grammarOf, listOfThings, nounOf, vocabulary } from './vocabulary.js'
import { figuresIn, figuresInInlines, leavesOf, plainText, runsOf } from './walk.js'

type Composed = {
  figures: Figures
  findings: readonly Finding[]
  allowContradictions?: boolean | undefined
  /** of what is said of problems; default the project's own */
  locale?: LocaleId | undefined
}

/**
 * One memo of a project as a document tree, decided to the last word.
 *
 * @param documentId of one of the project's `documents`
 * @param from.findings what the audit found; the accepted ones stand in the method note with their reasons
 * @param from.allowContradictions compose also from data that contradict each other, which no finding has accepted
 * @throws NotatError `configuration` for an unknown document, a faulty template, section or field; `contradiction`
 *   for findings about the data that nobody has accepted, and for numbers typed by hand in a template or section
 *   (`typed-number/FILE:LINE:COLUMN`)
 */
export function composeDocument(project: Project, documentId: string, given: Composed): Document {
  checkHanded({ project, id: documentId, options: given, figures: given?.figures, findings: given?.findings })
  return wordedIn(localeAskedFor(given.locale), () => atOnce(documentOf(project, documentId, given)))
}

/** `composeDocument` in steps. */
export function* documentOf(project: Project, documentId: string, given: Composed): Steps<Document> {
  const messages = locales[project.locale]
  if (!given.allowContradictions && stopsBuild(given.findings)) {
    const findings = someOf(given.findings.filter((each) => stopsBuild([each])).map(({ id }) => id))
    throw new NotatError('contradiction', [problem(messages, 'contradictory-data', { findings })])
  }
  const spec = specOf(project, documentId, messages)

  // 1. everything read and checked, 2. printed
  const { printing, title, body, printed, written } = yield* madeOf(project, spec, given)
  const { template, fields, setting, shared } = printing
  const { figures } = given
  const isAuthors = authorsFilesOf(project)

  // 3. numbers of tables and figures, references, anchors, and the figures behind it all
  const draft = {
    blocks: yield* blocksOf(body, body.slots, messages, isAuthors),
    notes: yield* eachInSteps(body.notes, ({ id, mark, body: text }) => ({
      id,
      mark,
      children: inlinesOf(text, body.slots, messages, isAuthors),
    })),
  }
  checkPrintedOnce(draft.blocks, printing.template, printing.messages)
  const { blocks, notes } = resolveDraft(draft, setting.locale)
  const typed = [...shared.typed, ...printed.typed].map(({ figure }) => figure)
  const known = new Map([...printed.figures, ...typed].map((figure) => [figure.id, figure]))
  const find = (id: string): Figure | Change | undefined => known.get(id) ?? figureById(figures, id, { basis: spec.changeBasis })
  return {
    id: spec.id,
    template: template.name,
    locale: template.locale ?? project.locale,
    kind: kindOf(project, spec, template, setting.locale),
    title: plainText(inlinesOf(title, title.slots, messages)),
    date: linesOf(fields.date ?? '')[0] ?? '',
    sender: { organisation: project.sender.organisation, administration: project.sender.administration ?? null },
    margin: marginOf(project, template, fields, setting.locale),
    footer: project.sender.footer ?? project.sender.office ?? project.sender.organisation,
    footerDetail: footerDetailOf(template, fields),
    blocks,
    notes,
    survey: project.survey,
    figures: figuresBehind(
      printed.figures.map(({ id }) => id),
      find,
    ),
    targets: targetsIn(body.slots),
    absent: uniqueAbsent([...title.absent, ...body.absent]),
    unshown: unshownIn(printing, draft.blocks),
    sections: written,
    isRounded: withholdsAny(figures),
  }
}

/** The goals whose number a table prints. */
function targetsIn(slots: readonly Slot[]): string[] {
  const inlines = slots.flatMap((slot) => (slot.slot === 'block' ? runsOf(slot.block).map((run) => run.inlines) : []))
  return [...new Set(inlines.flatMap(leavesOf).flatMap((leaf) => (leaf.type === 'text' ? (leaf.target ?? []) : [])))]
}

/** A number that is asked for in a list is told once. */
function uniqueAbsent(absent: Document['absent']): Document['absent'] {
  return [...new Map(absent.map((each) => [`${each.name} ${describePlace(each.place)}`, each])).values()]
}

/** An attachment is called by its number, "Bilag 1". */
function kindOf(project: Project, { id, attachedTo }: DocumentSpec, { kind }: Template, { document: words }: Locale): string {
  if (attachedTo === null) return kind
  return capitalised(words.attachment(attachedOf(project, attachedTo).findIndex((other) => other.id === id) + 1))
}

function attachedOf({ documents }: Project, id: string): DocumentSpec[] {
  return documents.filter(({ attachedTo }) => attachedTo === id)
}

type Given = { figures: Figures; findings: readonly Finding[] }
type Made = Pass & { printing: Printing }

/** Documents that others are attached to: each attachment asks what its document has printed. */
const known = new WeakMap<Project, Given & { made: Map<string, Made> }>()

function* madeOf(project: Project, spec: DocumentSpec, given: Given): Steps<Made> {
  if (attachedOf(project, spec.id).length === 0) return yield* make(project, spec, given)
  const before = known.get(project)
  const isSame = before?.figures === given.figures && before.findings === given.findings
  const { made } = isSame ? before : { made: new Map<string, Made>() }
  if (!isSame) known.set(project, { ...given, made })
  const own = made.get(spec.id) ?? (yield* make(project, spec, given))
  made.set(spec.id, own)
  return own
}

/** Printed twice: what a document says of its own numbers is known when they are. */
function* make(project: Project, spec: DocumentSpec, given: Given): Steps<Made> {
  const of = project.documents.find(({ id }) => id === spec.attachedTo)
  const shared = of ? (yield* madeOf(project, of, given)).printed : nothingPrinted
  const printing = yield* printingOf(project, spec, given, shared)
  const first = yield* evaluateOnce(printing, shared)
  return { printing, ...(yield* evaluateOnce(printing, together(shared, first.printed))) }
}

/**
 * The template, the passages it shares with others, the sections that the project words itself, and no number typed
 * by hand in any of them.
 */
function* printingOf(project: Project, spec: DocumentSpec, given: Given, shared: PrintedBefore): Steps<Printing> {
  const messages = locales[project.locale]
  const template = yield* templateOf(project, spec.template, messages)
  const language = template.locale ?? project.locale
  // Passages tell of what is measured.
  const passages = isOfRecordsAlone(project.survey) ? [] : passagesOf(project, language, messages)
  yield
  const sections = yield* sectionsOf(project, spec, template, messages)
  const explained = explanationsIn(spec, messages)
  const texts = [...linesIn(template), template.body, ...passages.map(({ body }) => body), ...sections.sources, ...Object.values(explained)]
  yield* lint(texts, language, messages)
  const fields = fieldsOf(spec, template, messages)
  yield* checkAll(
    {
      template,
      passages,
      sections: sections.sources,
      explanations: Object.values(explained),
      survey: project.survey,
      others: othersOf(project),
    },
    messages,
  )
  const attachments = attachedOf(project, spec.id).map((attached): Attachment => {
    let title: Inline[] | undefined
    const asked = (): Inline[] => {
      title ??= titleOf(project, attached, given)
      return title
    }
    return { id: attached.id, template: attached.template, title: asked }
  })
  const setting = { ...settingOf(project, spec, given.figures, locales[language]), attachments }
  return { project, spec, setting, template, passages, sections, explained, fields, findings: given.findings, shared, messages }
}

/** The title of an attachment, as its document names it: before anything of it is printed. */
function titleOf(project: Project, spec: DocumentSpec, given: Given): Inline[] {
  const printing = atOnce(printingOf(project, spec, given, nothingPrinted))
  const { template, setting, passages, messages } = printing
  const words = wordsOf(printing, nothingPrinted, { ...vocabulary, typed: typedWord([], printing) })
  const evaluation = { words, locale: messages, language: setting.locale, passages: passages.map(({ body }) => body) }
  const title = evaluate(template.title, standingOf(setting), evaluation)
  return inlinesOf(title, title.slots, messages)
}

/** What the author has written keeps its places: sections, explanations, the project's own templates. */
function authorsFilesOf({ files }: Project): (file: string) => boolean {
  return (file) => Object.hasOwn(files, file)
}

function specOf(project: Project, documentId: string, messages: Locale): DocumentSpec {
  const found = project.documents.find(({ id }) => id === documentId)
  if (found) return found
  const known = project.documents.map(({ id }) => id).join(', ')
  throw new NotatError('configuration', [problem(messages, 'unknown-document', { document: documentId, known })])
}

// ── template, sections, fields ──

/**
 * A project's own template goes before the built-in one of the same name, and of both the one that is written for the
 * project's language: `NAME.en`, else `NAME`.
 */
function* templateOf({ documents, files, locale }: Project, name: string, messages: Locale): Steps<Template> {
  for (const called of [`${name}.${locale}`, name]) {
    const file = `templates/${called}.md`
    const text = textIn(files, file, messages) ?? (Object.hasOwn(templates, called) ? templates[called] : undefined)
    if (text !== undefined) return yield* once(['template', locale, name, file, text], () => templateIn(name, file, text, messages))
  }
  const known = templateNames(files).sort().join(', ')
  const place = documents.find(({ template }) => template === name)?.places.document ?? { file: projectFileName }
  const values = { template: name, nearest: nearestName(name, templateNames(files)) ?? '', known }
  throw new NotatError('configuration', [problem(messages, 'unknown-template', values, place)])
}

/** Templates are asked for by every document, and by what is told of files that nobody reads: each is parsed once. */
function* once(of: readonly string[], parse: () => Steps<Template>): Steps<Template> {
  const key = of.join('\n')
  const known = parsed.get(key) ?? (yield* parse())
  if (parsed.size > mostParsed) parsed.clear()
  parsed.set(key, known)
  return known
}

const parsed = new Map<string, Template>()
const mostParsed = 50

/** What a document may name as its template, whatever languages it is written in. */
function templateNames(files: Project['files']): string[] {
  const own = Object.keys(files).flatMap((each) => /^templates\/(.+)\.md$/.exec(each)?.[1] ?? [])
  const all = [...Object.keys(templates), ...own].filter((each) => !each.startsWith('passages.'))
  return [...new Set(all.map((each) => localeIds.reduce((left, id) => left.replace(new RegExp(`\\.${id}$`), ''), each)))]
}

/** Names of the sections that a document's template has, and a project may word itself. */
export function sectionNames(project: Project, { template }: Pick<DocumentSpec, 'template'>): string[] {
  return atOnce(templateOf(project, template, locales[project.locale])).sections
}

/** Tables and charts that a template of the project's own declares, and that are none of these blocks. */
function unshownIn({ template, project }: Printing, blocks: readonly Block[]): Document['unshown'] {
  const shown = new Set(blocks.flatMap((block) => (block.type === 'table' || block.type === 'chart' ? [block.id.split('@')[0]] : [])))
  const declared = [...Object.values(template.tables), ...Object.values(template.charts)]
  return declared
    .filter(({ name, place }) => Object.hasOwn(project.files, place.file) && !shown.has(name))
    .map(({ name, place }) => ({ name, place }))
}

/**
 * The text of a project's file; undefined where there is none. It must be UTF-8, and at hand: a Blob can only be read
 * later.
 */
function textIn(files: Project['files'], file: string, messages: Locale): string | undefined {
  const content = Object.hasOwn(files, file) ? files[file] : undefined
  if (content === undefined || typeof content === 'string') return content?.replace(/^\ufeff/, '').normalize('NFC')
  // A Blob is what a large file is read as: what is larger than a text is told to be so.
  const isOverlong = content instanceof Blob && content.size > mostTemplateCharacters
  if (isOverlong) throw new NotatError('configuration', [problem(messages, 'overlong-file', { limit: mostTemplateCharacters }, { file })])
  const text = content instanceof Uint8Array ? new TextDecoder().decode(content) : '\ufffd'
  if (!text.includes('\ufffd')) return text.normalize('NFC')
  throw new NotatError('configuration', [problem(messages, 'unreadable-text', {}, { file })])
}

/** What the project words itself of a document. */
function* sectionsOf(project: Project, spec: DocumentSpec, template: Template, messages: Locale): Steps<Sections> {
  const files = Object.keys(project.files).flatMap((name) => {
    const file = sectionFileOf(name)
    return file ? [{ ...file, content: textIn(project.files, name, messages) ?? '' }] : []
  })
  const others: Template[] = []
  for (const name of otherTemplates(project, template.name)) others.push(yield* templateOf(project, name, messages))
  const documents = project.documents.map(({ id }) => id)
  return readSections(files, { spec, template, others, documents, ids: memberIds(project.survey) }, messages)
}

function otherTemplates({ documents }: Project, own: string): string[] {
  return [...new Set(documents.map(({ template }) => template))].filter((name) => name !== own)
}

/** The author's explanations are template text too: a sentence each, at its place in notat.yaml. */
function explanationsIn({ explanations }: DocumentSpec, messages: Locale): Record<string, Source> {
  const sourceOf = ({ text, line, column, runs }: DocumentSpec['explanations'][string]): Source => {
    const cut = text.length - text.trimStart().length
    const moved = runs.map((run) => ({ ...run, at: run.at - cut }))
    return readSource({ file: projectFileName, text: sentence(text), line, column, runs: moved }, messages)
  }
  return Object.fromEntries(Object.entries(explanations).map(([segment, explanation]) => [segment, sourceOf(explanation)]))
}

function* lint(sources: readonly Source[], language: LocaleId, messages: Locale): Steps<void> {
  const problems = (yield* eachInSteps(sources, (source) => lintSource(source, language, messages))).flat()
  if (problems.length > 0) throw new NotatError('contradiction', problems)
}

/** The memo's own fields, each as its type wants it. */
function fieldsOf({ id, fields, places }: DocumentSpec, template: Template, messages: Locale): Record<string, FieldValue> {
  const known = template.fields.map(({ name }) => name)
  const missing = (field: string, label: string) => problem(messages, 'missing-field', { field, label, document: id }, places.document)
  const problems: Problem[] = [
    // Every document has a date of its own, whether its template shows it or not.
    ...(fields.date === undefined && !template.fields.some(({ name, required }) => name === 'date' && required)
      ? [missing('date', 'date')]
      : []),
    ...Object.keys(fields)
      .filter((field) => !known.includes(field))
      .map((field) =>
        problem(messages, 'unknown-field', { field, template: template.name, known: known.join(', ') }, places.fields[field]),
      ),
    ...template.fields.flatMap(({ name, label, type, required }) => {
      const value = Object.hasOwn(fields, name) ? fields[name] : undefined
      if (value === undefined) return required ? [missing(name, label)] : []
      const lines = linesOf(value)
      const isFit = (typeof value === 'string' || isListField(type)) && lines.every(isOfType[type])
      return isFit ? [] : [problem(messages, 'broken-field', { field: name, value: lines.join(', '), type }, places.fields[name])]
    }),
  ]
  if (problems.length > 0) throw new NotatError('configuration', problems)
  return fields
}

function linesOf(value: FieldValue): readonly string[] {
  return typeof value === 'string' ? [value] : value
}

function isListField(type: Template['fields'][number]['type']): boolean {
  return type === 'list' || type === 'dates'
}

/** What a line of a field may be. */
const isOfType: Record<Template['fields'][number]['type'], (value: string) => boolean> = {
  time: (value) => /^\d{1,2}[.:]\d{2}(?:\s*[–-]\s*\d{1,2}[.:]\d{2})?$/.test(value.trim()),
  list: (value) => value.trim() !== '',
  text: (value) => value.trim() !== '',
  date: (value) => IsoDate.safeParse(value).success,
  dates: (value) => IsoDate.safeParse(value).success,
  caseNumber: (value) => /^\d[\d\s–-]*$/.test(value),
}

function marginOf(
  { sender }: Project,
  { fields: declared }: Template,
  fields: Readonly<Record<string, FieldValue>>,
  locale: Locale,
): MarginEntry[] {
  const entries = declared.flatMap(({ name, type, label, margin }): MarginEntry[] => {
    const value = fields[name]
    if (!margin || value === undefined) return []
    return [{ label, lines: linesOf(value).map((line) => (type === 'date' || type === 'dates' ? formatDate(line, locale) : line)) }]
  })
  const address = [...(sender.office ? [sender.office] : []), ...sender.address]
  return address.length > 0 ? [...entries, { label: null, lines: address }] : entries
}

function footerDetailOf({ footer, fields: declared }: Template, fields: Readonly<Record<string, FieldValue>>): string | null {
  const field = declared.find(({ name }) => name === footer)
  const value = field && fields[field.name]
  return value === undefined ? null : `${field?.label}: ${linesOf(value).join(', ')}`
}

/**
 * Passages that all templates of a language share: ours, and those of the project, which go before them. A template's
 * own go before both.
 */
function passagesOf({ files }: Project, language: LocaleId, messages: Locale): Passages[] {
  const file = `templates/passages.${language}.md`
  const builtIn = templates[`passages.${language}`]
  const own = textIn(files, file, messages)
  return [builtIn, own].flatMap((text) => (text === undefined ? [] : [parsePassages(file, text, messages)]))
}

type Texts = {
  template: Template
  passages: readonly Passages[]
  sections: readonly Source[]
  explanations: readonly Source[]
  survey: Survey
  others: readonly string[]
}

/** Holds everything that will be printed to the vocabulary, whether it is reached or not. */
function* checkAll({ template, passages, sections, explanations, survey, others }: Texts, messages: Locale): Steps<void> {
  const own: Record<string, Kind> = {
    ...Object.fromEntries(
      template.fields.map(({ name, type, required }) => [name, isListField(type) ? 'list line' : required ? 'text' : 'text?']),
    ),
    ...ownKinds,
  }
  const ours = isOfRecordsAlone(survey) ? unmeasuredWords : vocabulary
  const words = { ...ours, ...Object.fromEntries(Object.keys(own).map((name) => [name, ownShapes[name] ?? constant(() => null)])) }
  const bodies = [...passages.map(({ body }) => body), template.body, ...sections]
  const printed = bodies.flatMap(({ program }) => printedIn(program))
  const guards: Record<string, readonly string[]> = {}
  const names = namesKnown(template, survey, printed, others)
  const grammar = (): Grammar => ({ ...grammarOf(own, ownNouns, words), names, guards })
  const problems: Problem[] = checkNames([...passages, template], { own, words, guards, grammar }, messages)
  yield
  const whole = grammar()
  problems.push(...checkExhibits(template, printed, whole, messages))
  const exhibits = [...Object.values(template.tables), ...Object.values(template.charts)]
  // What stands in a line of a row or a column stands in its nouns.
  const nounsOf = (expressions: readonly Expression[]) =>
    expressions.map((each) => checkExpression(each, whole, messages).gives.replace(/^list /, ''))
  const listsOf = (rows: readonly RowSpec[]): Expression[] => rows.flatMap(({ of, rows: below }) => [of, ...listsOf(below)])
  const heads = Object.values(template.tables).flatMap(({ rows, columns }) =>
    columns.flatMap(({ across, of, show }) =>
      show.flatMap((shown) => {
        const there = nounsOf([...across, ...of])
        const own = 'text' in shown ? [{ line: shown.text, there: [...there, ...nounsOf(listsOf(rows))] }] : []
        return [{ line: shown.head, there }, ...own]
      }),
    ),
  )
  const labels = (rows: readonly RowSpec[]): { line: Source | null; there: string[] }[] =>
    rows.flatMap(({ of, label, rows: below }) => [{ line: label, there: nounsOf([of]) }, ...labels(below)])
  const plainLines = exhibits.flatMap(({ title, note }) => [title, note]).map((line) => ({ line, there: [] as string[] }))
  const lines = [...plainLines, ...exhibits.flatMap(({ rows }) => labels(rows)), ...heads]
  const known = new Map([...passages.map(({ body }) => body), template.body].flatMap((source) => [...passagesIn(source)]))
  const all = [...[template.title, ...bodies].map((line) => ({ line, there: [] as string[] })), ...lines]
  const plain = explanations.flatMap((source) => checkTemplate(source, whole, messages, new Map()))
  yield
  const ofLines = yield* eachInSteps(all, ({ line, there }) => (line ? checkTemplate(line, whole, messages, known, there) : []))
  throwAll([...problems, ...ofLines.flat(), ...plain])
}

/** Names by which another document may be referred to; whether it is attached is known when it is printed. */
function othersOf({ documents, files }: Project): string[] {
  return [...new Set([...documents.flatMap(({ id, template }) => [id, template]), ...templateNames(files)])]
}

/** What may stand as a text where something is named: exhibits, and ids of the survey. */
function namesKnown(
  { tables, charts }: Template,
  survey: Survey,
  printed: readonly string[],
  others: readonly string[],
): NonNullable<Grammar['names']> {
  const groups = segmentsAndBenchmarks(survey).map(({ id }) => id)
  const providers = survey.providers.map(({ id }) => id)
  const exhibits = [...Object.keys(tables), ...Object.keys(charts)]
  return {
    table: Object.keys(tables),
    chart: Object.keys(charts),
    reference: [...exhibits.filter((name) => printed.includes(name)), ...others],
    of: [...groups, ...providers],
    to: [...fixedPoints, ...groups],
    segment: groups,
    provider: providers,
    item: survey.items.map(({ id }) => id),
    record: survey.records.map(({ id }) => id),
    period: ['current', 'previous', ...survey.periods.map(({ id }) => id)],
  }
}

type Naming = {
  own: Record<string, Kind>
  words: Record<string, Word<Standing>>
  guards: Record<string, readonly string[]>
  grammar: () => Grammar
}

/** Names of front matters, each after those it is made of; what goes round in a circle is refused. */
function checkNames(files: readonly Pick<Template, 'names'>[], { own, words, guards, grammar }: Naming, messages: Locale): Problem[] {
  const names = Object.assign({}, ...files.map((file) => file.names)) as Template['names']
  const problems: Problem[] = []
  const visit = (name: string, open: readonly string[]): void => {
    const expression = names[name] as Template['names'][string]
    if (open.includes(name)) {
      const { node, source } = names[open.at(-1) ?? name] ?? expression
      const through = [...open.slice(open.indexOf(name)), name].join(' → ')
      problems.push(...failure(messages, source, node, 'circular-name', { name, through }).problems)
      own[name] = 'unknown'
    } else if (open.length > mostLevels) {
      problems.push(
        ...failure(messages, expression.source, expression.node, 'overlong-template', { limit: mostLevels, of: 'levels' }).problems,
      )
      own[name] = 'unknown'
    } else if (!Object.hasOwn(own, name)) {
      for (const word of wordsIn(expression.node)) if (Object.hasOwn(names, word)) visit(word, [...open, name])
      const found = checkExpression(expression, grammar(), messages)
      problems.push(...found.problems)
      own[name] ??= found.gives
      guards[name] = guardsOfName(expression, grammar(), messages)
    } else return
    words[name] = constant(() => null)
  }
  for (const name of Object.keys(names)) visit(name, [])
  return problems
}

/** Rows and columns that are none, and what is declared and never printed. */
function checkExhibits({ tables, charts }: Template, printed: readonly string[], grammar: Grammar, messages: Locale): Problem[] {
  const problems: Problem[] = []
  const check = (expression: Expression, wanted: Kind, lists: readonly Kind[] = []): Kind => {
    const { problems: found, gives } = checkExpression(expression, grammar, messages, lists)
    problems.push(...found)
    if (found.length > 0 || fits(gives, wanted, { grammar })) return gives
    const values = { name: textOf(expression), expected: wanted }
    problems.push(...failure(messages, expression.source, expression.node, 'unprintable-value', values).problems)
    return gives
  }
  // A column is asked of each row, standing in it; rows under others are too.
  const checkRows = (rows: readonly RowSpec[], lists: readonly Kind[]): Kind[] =>
    rows.flatMap(({ of, rows: below }) => {
      const gives = check(of, 'list or noun', lists)
      return [gives, ...checkRows(below, [...lists, gives])]
    })
  const word = (name: string): 'table' | 'chart' => (Object.hasOwn(tables, name) ? 'table' : 'chart')
  for (const { name, place } of [...Object.values(tables), ...Object.values(charts)]) {
    if (!printed.includes(name)) problems.push(problem(messages, 'unprinted-exhibit', { name, word: word(name) }, place))
  }
  for (const { rows, columns } of Object.values(tables)) {
    const lists = checkRows(rows, [])
    for (const { across, of, show } of columns) {
      const steps = [...across, ...of].map((each) => check(each, 'list or noun'))
      for (const shown of show) if ('expression' in shown) check(shown.expression, 'number or text', [...lists, ...steps])
    }
  }
  for (const chart of Object.values(charts)) {
    const { kind, rows, of, show, place } = chart
    const lists = checkRows(rows, [])
    for (const each of of) {
      const gives = check(each, 'list or noun')
      const values = { helper: 'of', argument: textOf(each), expected: `rows: ${textOf(each)}` }
      if (/^(?:list )?target\b/.test(gives)) problems.push(...failure(messages, each.source, each.node, 'wrong-argument', values).problems)
    }
    if (show) check(show, 'number', lists)
    const refuse = (at: Expression, key: string, reads: ChartSpec['kind']) => {
      if (kind !== reads) problems.push(...failure(messages, at.source, at.node, 'unread-key', { key, kind, reads }).problems)
    }
    for (const each of of.slice(0, 1)) refuse(each, 'of', 'benchmark')
    if (show) refuse(show, 'show', 'bars')
    const isOfTargets = lists.every((gives) => /^(?:list )?target\b/.test(gives))
    if (kind === 'benchmark' && of.length === 0 && !isOfTargets) problems.push(problem(messages, 'missing-key', { key: 'of' }, place))
  }
  return problems
}

/** Words that every document adds to the vocabulary, and what they give. */
const ownKinds = kindsOf(documentMeanings)
const ownShapes: Readonly<Record<string, Word<Standing>>> = {
  typed: { takes: [1, 1], options: ['source'], run: () => null },
  ...recordWords,
  ...Object.fromEntries(
    ['table', 'chart', 'reference', 'written'].map((name) => [name, { takes: [1, 1] as const, options: [], run: () => null }]),
  ),
}
const ownNouns = nounKindsOf(documentNounMeanings)

const unmeasuredNames = [
  ...(['survey', 'respondents', 'this', 'attachment', 'attachments', 'these'] as const),
  ...(['is', 'same', 'more', 'atLeast', 'and', 'or', 'not'] as const),
  ...(['size', 'counted', 'howMany', 'plural', 'list'] as const),
]

/** What may be named where nothing is measured: neither groups nor items, periods or numbers of them. */
const unmeasuredWords = Object.fromEntries(unmeasuredNames.map((name) => [name, vocabulary[name]]))

// ── one printing ──

/** A number written by hand, and who says so. */
type Typed = { figure: Figure; text: string; source: string }

/** What a first printing has found out: figures it prints, numbers typed by hand, ids of the changes it has tested. */
type PrintedBefore = { figures: readonly Figure[]; typed: readonly Typed[]; tested: readonly string[] }

const nothingPrinted: PrintedBefore = { figures: [], typed: [], tested: [] }

function together(a: PrintedBefore, b: PrintedBefore): PrintedBefore {
  return {
    figures: [...new Map([...a.figures, ...b.figures].map((figure) => [figure.id, figure])).values()],
    typed: [...a.typed, ...b.typed],
    tested: [...new Set([...a.tested, ...b.tested])],
  }
}

type Printing = {
  project: Project
  spec: DocumentSpec
  setting: Setting
  template: Template
  passages: readonly Passages[]
  sections: Sections
  /** the author's explanations, by segment id */
  explained: Readonly<Record<string, Source>>
  fields: Readonly<Record<string, FieldValue>>
  findings: readonly Finding[]
  /** of an attachment, what its document has printed: they say together what they say of their numbers */
  shared: PrintedBefore
  messages: Locale
}

/** `written`: files of the project's own texts that were printed. */
type Pass = { title: Evaluated; body: Evaluated; printed: PrintedBefore; written: readonly string[] }

function* evaluateOnce(printing: Printing, before: PrintedBefore): Steps<Pass> {
  const { project, template, passages, sections, explained, messages } = printing
  const typed: Typed[] = []
  const base = { ...vocabulary, typed: typedWord(typed, printing) }
  const unexplained = wordsOf(printing, before, base)
  const explanations = yield* eachInSteps(Object.entries(explained), ([segment, source]): [string, Inline[]] => {
    const said = evaluate(source, standingOf(printing.setting), {
      words: unexplained,
      section: 'explanations',
      locale: messages,
      language: printing.setting.locale,
    })
    return [segment, inlinesOf(said, said.slots, messages, authorsFilesOf(project))]
  })
  const setting = { ...printing.setting, explanations: Object.fromEntries(explanations) }
  const here = standingOf(setting)
  const words = wordsOf({ ...printing, setting }, before, base)
  const evaluation = { words, locale: messages, language: setting.locale, passages: passages.map(({ body }) => body) }
  const title = evaluate(template.title, here, evaluation)
  const missing = new Set<string>()
  const used = new Set(sections.placed)
  const textFor: Sections['textFor'] = (section, members) => {
    const text = sections.textFor(section, members)
    if (!text && template.requiredSections.includes(section)) missing.add([section, ...members.slice(0, 1)].join('-'))
    if (text) used.add(text.file)
    return text
  }
  const body = yield* evaluationSteps(sections.body, here, { ...evaluation, replaced: textFor })
  if (missing.size > 0) throw new NotatError('configuration', missingSections([...missing], printing))
  yield
  body.slots = withNotes(body.slots, headingsOf(body))
  yield
  const ids = new Set(
    [...title.slots, ...body.slots].flatMap((slot) => (slot.slot === 'block' ? figuresIn(slot.block) : figuresInInlines(slot.children))),
  )
  const own = new Map([...printing.shared.typed, ...typed].map(({ figure }) => [figure.id, figure]))
  const figures = [...ids].flatMap((id) => own.get(id) ?? figureById(setting.figures, id, { basis: setting.basis }) ?? [])
  return { title, body, printed: { figures, typed, tested: testedIn(body.slots) }, written: [...used].sort() }
}

/** Sections that have no text of their own and that the project has not written. */
function missingSections(names: readonly string[], { spec, messages }: Printing): Problem[] {
  return names.map((section) => problem(messages, 'missing-section', { section, document: spec.id }, spec.places.document))
}

/** The words of headings that a printed text has; what was printed into one is left out. */
function headingsOf({ text }: Evaluated): string[] {
  return [...text.matchAll(/^#{1,6}[ \t]+(.*\S)/gm)].map(([, words = '']) => words.replace(markerShape, '').trim())
}

/** The same slots; marks of tables and charts have their letters, and their notes stand under them. */
function withNotes(slots: readonly Slot[], headings: readonly string[]): Slot[] {
  const blocks = finished(
    slots.flatMap((slot) => (slot.slot === 'block' ? [slot.block] : [])),
    headings,
  )
  let next = 0
  return slots.map((slot) => (slot.slot === 'block' ? { slot: 'block', block: blocks[next++] as Block } : slot))
}

// ── words ──

/** All a template may name: the vocabulary, its fields, names and exhibits, and what the memo says of itself. */
function wordsOf(printing: Printing, before: PrintedBefore, base: Words<Standing>): Words<Standing> {
  const { setting, template, passages, fields } = printing
  const here = standingOf(setting)
  const words: Record<string, Word<Standing>> = {
    ...base,
    ...memoWords(printing, before),
    ...recordWords,
    sender: constant(() => senderThing(printing, here)),
    written: writtenWord(printing),
    ...Object.fromEntries(template.fields.map(({ name, type }) => [name, fieldWord(fields[name], type)])),
  }
  const asking: Asking = {
    value: (expression, place) => valueOfExpression(expression, place, { words, locale: printing.messages }),
    text: (line, place) => {
      const said = evaluate(line, place, {
        words,
        locale: printing.messages,
        language: setting.locale,
        passages: passages.map(({ body }) => body),
      })
      return inlinesOf(said, said.slots, printing.messages)
    },
    refuse: (at, code, values) => {
      if ('node' in at) throw failure(printing.messages, at.source, at.node, code, values)
      const { file, line = 1, column = 1 } = at
      throw new NotatError('configuration', [problem(printing.messages, code, values, { file, line, column })])
    },
  }
  for (const { names } of [...passages, template]) {
    for (const [name, expression] of Object.entries(names)) words[name] = onceWord(() => asking.value(expression, here))
  }
  return Object.assign(words, exhibitWords(printing, asking))
}

/** A name's value: asked once, and walked from wherever it is used. */
function onceWord(ask: () => Value<Standing>): Word<Standing> {
  let known: { value: Value<Standing> } | null = null
  return constant((here) => {
    known ??= { value: ask() }
    return walkedFrom(here, known.value)
  })
}

/** Whether the project words a section itself. */
function writtenWord({ sections, template }: Printing): Word<Standing> {
  return {
    takes: [1, 1],
    options: [],
    run: ({ args: [name], fail }) =>
      typeof name === 'string' && template.sections.includes(name)
        ? sections.textFor(name, []) !== undefined
        : fail(String(name), template.sections.join(', ')),
  }
}

function exhibitWords({ template, spec, project, messages }: Printing, asking: Asking): Record<string, Word<Standing>> {
  const made = new Map<string, Block | null>()
  const word = (names: readonly string[], make: (name: string, here: Standing, key: string) => Steps<Block | null>): Word<Standing> => {
    const steps = function* ({ args: [name], here, fail }: Call<Standing>): Steps<Value<Standing>> {
      if (typeof name !== 'string' || !names.includes(name))
        return fail(String(name), nearestName(String(name), [...names]) ?? names.join(', '))
      const key = exhibitKey(name, here)
      if (!made.has(key)) made.set(key, yield* make(name, here, key))
      const block = made.get(key)
      return block ? { slot: 'block', block } : null
    }
    return { takes: [1, 1], options: [], isRequired: true, run: (call) => atOnce(steps(call)), steps }
  }
  const { tables, charts } = template
  const known = [...Object.keys(tables), ...Object.keys(charts)]
  return {
    table: word(Object.keys(tables), (name, here, key) => tableOf(tables[name] as TableSpec, here, key, asking)),
    chart: word(Object.keys(charts), function* (name, here, key) {
      const spec = charts[name] as ChartSpec
      const chart = yield* chartOf({ spec, asking }, here, key)
      return chart && worded(chart, spec.title && asking.text(spec.title, here), spec.note && asking.text(spec.note, here))
    }),
    reference: {
      takes: [1, 1],
      options: [],
      run: ({ args: [name], here, fail, place }) => {
        if (typeof name !== 'string') return fail(String(name), known.join(', '))
        const attached = known.includes(name) ? null : attachmentNamed(here, name)
        if (attached) return attached.attributes.label?.() ?? null
        if (!known.includes(name) && isDocument(name, project)) {
          const values = { attachment: name, document: spec.id, known: here.setting.attachments.map(({ id }) => id).join(', ') }
          throw new NotatError('configuration', [problem(messages, 'unknown-attachment', values, place())])
        }
        return inline({ type: 'reference', target: exhibitKey(name, here), text: '' })
      },
    },
  }
}

/** It names a document, or a type of document. */
function isDocument(name: string, { documents, files }: Project): boolean {
  return templateNames(files).includes(name) || documents.some(({ id, template }) => id === name || template === name)
}

/** An exhibit is its name and where one stands: the same declaration may be printed of one group after another. */
function exhibitKey(name: string, here: Standing): string {
  const start = stepsTo(standingOf(here.setting))
  return [name, ...stepsTo(here).filter((step) => !start.includes(step))].join('@')
}

/** Each list walked to where one stands, and whom it led to. A project of records alone has no items and no periods. */
function stepsTo(here: Standing): string[] {
  const { segment, provider, item, period, option, line, nouns } = here
  const named = Object.entries({ segment, provider, item, period, option }) as [string, { id: string } | null | undefined][]
  const listed = Object.keys(nouns).map((noun) => [noun, listedNoun(noun, here)?.id ?? ''])
  return [...named.map(([noun, it]) => [noun, it?.id ?? '']), ...listed, ['line', line ?? '']].map((step) => step.join(':'))
}

/** Exhibits that one template prints a second time, standing where it stood before. */
function checkPrintedOnce(blocks: readonly Block[], { tables, charts }: Template, messages: Locale): void {
  const ids = blocks.flatMap((block) => (block.type === 'table' || block.type === 'chart' ? [block.id] : []))
  const again = ids.filter((id, index) => ids.indexOf(id) < index).map((id) => id.split('@')[0] ?? '')
  const problems = [...new Set(again)].map((name) => {
    const word = Object.hasOwn(tables, name) ? 'table' : 'chart'
    return problem(messages, 'exhibit-printed-twice', { name, word }, (tables[name] ?? charts[name])?.place)
  })
  if (problems.length > 0) throw new NotatError('configuration', problems)
}

function senderThing({ project: { sender } }: Printing, here: Standing) {
  return thing('other', 'sender', here, {
    organisation: () => sender.organisation,
    administration: () => sender.administration ?? null,
    office: () => sender.office ?? null,
  })
}

/** What a memo says of its own numbers; known when it has been printed once. */
function memoWords({ setting, findings }: Printing, before: PrintedBefore): Record<string, Word<Standing>> {
  const here = standingOf(setting)
  const { locale } = setting
  const approximate = before.figures.filter(isApproximate)
  const accepted = findings.flatMap(({ accepted: acceptance, scope, found, figure }) =>
    acceptance && scope === 'data' ? [acceptedValues(setting, { found, figure, reason: acceptance.reason })] : [],
  )
  const tested = before.tested.length
  const expected = tested * (1 - confidence)
  const attributes: Attributes<Standing> = {
    approximate: () =>
      listOfThings(
        'approximate',
        approximate.map((figure) => approximateValues(setting, figure)),
        here,
        approximate.map(({ key, possible }) => ({
          common: () => key.kind === 'metric' && key.comparedWith !== null,
          range: () => possible.length > 2,
        })),
      ),
    accepted: () => listOfThings('finding', accepted, here),
    coarsened: () => listOf(coarsenedItems(setting, before.figures), 'item', here),
    typed: () =>
      listOfThings(
        'typedNumber',
        before.typed.map(({ figure, text, source }) => ({
          number: () => inline({ type: 'figure', figure: figure.id, text }),
          source: () => source,
        })),
        here,
      ),
    tested: () => (tested === 0 ? null : countWord(tested, locale)),
    /** null where it is fewer than one */
    expectedCertain: () => (expected < 1 ? null : countWord(Math.round(expected), locale)),
    testedOnce: () => tested === 1,
  }
  const memo = { ...thing('other', 'memo', here, attributes), states: { unrounded: () => setting.basis === 'unrounded' } }
  return { memo: constant(() => memo), approximate: nounOf('approximate'), finding: nounOf('finding'), typedNumber: nounOf('typedNumber') }
}

/** Where one stands of the items with a number that others printed with fewer decimals than it was published with. */
function coarsenedItems(setting: Setting, printed: readonly Figure[]): Standing[] {
  const isCoarsened = ({ key }: Figure, item: string) =>
    key.kind === 'metric' &&
    key.item === item &&
    setting.figures.mixedDecimals.some((mixed) => mixed.metric === key.metric && mixed.item === item && mixed.period === key.period)
  const here = standingOf(setting)
  return setting.survey.items.filter(({ id }) => printed.some((figure) => isCoarsened(figure, id))).map((item) => ({ ...here, item }))
}

function acceptedValues(
  { figures, locale }: Setting,
  { found, figure, reason }: { found: Evidence; figure: string; reason: string },
): Attributes<Standing> {
  const ours = figureById(figures, figure) ?? null
  return {
    name: () => (found.name ? locale.findings.figureName(found.name) : figure),
    // what is withheld must not be told by its contradiction
    stated: () => (ours?.status === 'withheld' || found.text === '' ? null : found.text),
    shown: () => digits(ours, locale),
    reason: () => sentence(reason),
  }
}

function isApproximate({ kind, possible }: Figure): boolean {
  return kind === 'metric' && possible.length > 1
}

/** "Indekstallet for X i 2022-23 kan være 83 eller 84". */
function approximateValues(setting: Setting, figure: Figure): Attributes<Standing> {
  const { locale, survey } = setting
  const { key } = figure
  const [metric, segmentId, periodId] = key.kind === 'metric' ? [key.metric, key.segment, key.period] : [null, '', '']
  const measure = Object.entries(locale.document.measures).find(([id]) => id === metric)
  const segment = segmentOrBenchmark(survey, segmentId)
  const period = survey.periods.find(({ id }) => id === periodId)
  const provider = key.kind === 'metric' ? survey.providers.find(({ id }) => id === key.provider) : undefined
  // Of a survey of several items it is said which; a response rate is of none.
  const isOfItem = key.kind === 'metric' && survey.items.length > 1 && key.metric !== 'responseRate' && key.metric !== 'invited'
  const item = isOfItem ? survey.items.find(({ id }) => id === key.item) : undefined
  const spelled = [figure.possible[0], figure.possible.at(-1)].map((printed) =>
    formatFigure({ ...figure, printed: printed ?? null }, locale, 'number'),
  )
  return {
    metric: () => capitalised(measure ? measure[1].definite : (metric && locale.metrics[metric][0]) || ''),
    name: () => [segment ? shortName(segment) : segmentId, ...(provider ? [provider.label] : []), ...(item ? [item.label] : [])].join(', '),
    during: () => (period ? formatPeriod(period, locale, 'during') : periodId),
    number: () => digits(figure, locale),
    lowest: () => spelled[0] ?? '',
    highest: () => spelled[1] ?? '',
    other: () => (figure.possible[0] === figure.printed ? spelled[1] : spelled[0]) ?? '',
  }
}

/** `{{typed "12.000" source="…"}}` */
function typedWord(typed: Typed[], { setting, shared }: Printing): Word<Standing> {
  return {
    takes: [1, 1],
    options: ['source'],
    run: (call) => {
      const section = call.section || 'title'
      const ordinal =
        [...shared.typed, ...typed].filter(({ figure: { key } }) => key.kind === 'typed' && 'section' in key && key.section === section)
          .length + 1
      const entry = typedNumber(call, { kind: 'typed', section, ordinal }, setting.survey, setting.locale)
      typed.push(entry)
      return inline({ type: 'figure', figure: entry.figure.id, text: entry.text })
    },
  }
}

function sentence(words: string): string {
  return /[.!?]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`
}

/** A number written by hand, in digits or as a word ("six"), as a figure of its own; words around it stand outside. */
function typedNumber(call: Call<Standing>, key: TypedKey, survey: Survey, locale: Locale): Typed {
  const [text] = call.args
  const { source } = call.options
  if (typeof text !== 'string') return call.fail(String(text), 'text')
  if (typeof source !== 'string' || source.trim() === '') return call.fail('typed', 'source="…"')
  const inWords = Object.hasOwn(locale.claimWords.numbers, text) ? locale.claimWords.numbers[text] : undefined
  const parsed = parsePrinted(inWords === undefined ? text : String(inWords), locale.numbers)
  if ('reason' in parsed || parsed.percent) return call.fail(text, spellNumber('12000', locale))
  const { value, decimals } = parsed
  const printed = roundForPrint(value, decimals)
  return {
    text,
    source: sentence(source),
    figure: {
      id: idOfKey(key, survey),
      key,
      kind: 'typed',
      unit: 'number',
      decimals,
      value,
      printed,
      base: null,
      interval: pointInterval(value),
      possible: [printed],
      status: 'typed',
      derivation: { formula: 'typed', inputs: [], places: [{ file: source }] },
      origin: 'read',
    },
  }
}
