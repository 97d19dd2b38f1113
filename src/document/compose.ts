/**
 * Template → document tree.
 *
 * ```
 * templates/NAME.md, sections/ ── parseTemplate, lint ─▶ Template ─┐
 * Figures ── narrative ─▶ facts ── values, helpers ────────────────┴─ evaluate ─▶ text with markers ── blocksOf ─▶ draft ── resolve ─▶ Document
 * ```
 */
import { templates } from '../assets/templates.js'
import { figureById } from '../change.js'
import { NotatError, type Problem, problem, someOf } from '../errors.js'
import type { Change, Figure, Figures } from '../figure.js'
import { idOfKey, type TypedKey } from '../figure-key.js'
import type { Evidence, Finding } from '../finding.js'
import { type LocaleId, locales } from '../locale/index.js'
import {
  countWord,
  formatContribution,
  formatDate,
  formatFigure,
  formatPeriod,
  periodForms,
  spellNumber,
  unitAfter,
} from '../locale/spelling.js'
import type { Locale } from '../locale/words.js'
import { isMetricId, type MetricId, metrics } from '../metrics.js'
import { nearestName } from '../nearest.js'
import { optionLabel } from '../options.js'
import { parsePrinted, pointInterval, roundForPrint } from '../printed.js'
import { type DocumentSpec, type Project, projectFileName } from '../project.js'
import { IsoDate, type Period, type Segment, type Survey, segmentOrBenchmark, segmentsAndBenchmarks, segmentsOf } from '../survey.js'
import type { ChangeChart, Document, Inline, MarginEntry, SharesChart } from './blocks.js'
import { changeChart, sharesChart } from './charts.js'
import { blocksOf, inlinesOf } from './markdown.js'
import {
  breakOf,
  type CommonGroups,
  changePartsOf,
  decimalsOf,
  factsOf,
  groupsOf,
  hasNumbers,
  inText,
  isChanceAmongMany,
  isNothingKnown,
  isWithoutTotal,
  metricOf,
  onOf,
  phraseOf,
  type SegmentFacts,
  type Setting,
  scaleEnds,
  settingOf,
  shortName,
  shownSegments,
  statementOf,
  type Told,
  themesOf,
  uncountedOf,
  unroundedOf,
  verdictsOf,
  whyWithoutTotal,
} from './narrative.js'
import { figuresBehind, resolveDraft } from './resolve.js'
import { capitalised, groupTable, measureWords, partsCalled, summaryTable } from './tables.js'
import {
  type Call,
  type Evaluated,
  evaluate,
  type Helper,
  type Helpers,
  lintSource,
  parseTemplate,
  readSource,
  type Slot,
  type Source,
  type Template,
  type Value,
  type Values,
} from './template.js'
import { figuresIn, figuresInInlines, plainText } from './walk.js'

/**
 * One memo of a project as a document tree, decided to the last word.
 *
 * @param documentId `orientering-2024`
 * @param from.findings what the audit found; the accepted ones stand in the method note with their reasons
 * @throws NotatError `configuration` for an unknown document, a faulty template, section or field; `contradiction`
 *   for numbers typed by hand in a template or section (`typed-number/FILE:LINE:COLUMN`)
 */
export function composeDocument(
  project: Project,
  documentId: string,
  { figures, findings }: { figures: Figures; findings: readonly Finding[] },
): Document {
  const messages = locales[project.locale]
  const spec = specOf(project, documentId, messages)

  // 1. the template, the sections that the project words itself, and no number typed by hand in any of them
  const template = templateOf(project, spec.template, messages)
  const language = template.locale ?? project.locale
  const replaced = sectionsOf(project, spec, template, messages)
  const explained = explanationsIn(spec, messages)
  lint([template.title, template.body, ...Object.values(replaced), ...Object.values(explained)], language, messages)
  const fields = fieldsOf(spec, template, messages)

  // 2. facts, printed; twice where the note on method tells of numbers that stand after it
  const setting = settingOf(project, spec, figures, locales[language])
  const isAuthors = authorsFilesOf(project)
  const charts = { change: changeChart(setting), shares: sharesChart(setting) }
  const printing = { project, setting, charts, template, replaced, explained, fields, findings, messages }
  const first = evaluateOnce(printing, { figures: [], typed: [] })
  const isNoted = first.printed.typed.length > 0 || first.printed.figures.some(isApproximate)
  const { title, body, printed } = isNoted ? evaluateOnce(printing, first.printed) : first

  // 3. numbers of tables and figures, references, anchors, and the figures behind it all
  const draft = {
    blocks: blocksOf(body, body.slots, messages, isAuthors),
    notes: body.notes.map((note) => ({ id: note.id, mark: note.mark, children: inlinesOf(note.body, body.slots, messages, isAuthors) })),
  }
  const { blocks, notes } = resolveDraft(draft, setting.locale)
  const known = new Map([...printed.figures, ...printed.typed.map(({ figure }) => figure)].map((figure) => [figure.id, figure]))
  const find = (id: string): Figure | Change | undefined => known.get(id) ?? figureById(figures, id, { basis: spec.changeBasis })
  return {
    id: spec.id,
    template: template.name,
    locale: language,
    kind: template.kind,
    title: plainText(inlinesOf(title, title.slots, messages)),
    date: fields.date ?? '',
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
    isRounded: Object.values(figures.figures).some(({ status }) => status === 'withheld'),
  }
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

/** A project's own template goes before the built-in one of the same name. */
function templateOf({ files }: Project, name: string, messages: Locale): Template {
  const file = `templates/${name}.md`
  const text = textIn(files, file, messages) ?? (Object.hasOwn(templates, name) ? templates[name] : undefined)
  if (text !== undefined) return parseTemplate(name, file, text, messages)
  const own = Object.keys(files).flatMap((each) => /^templates\/(.+)\.md$/.exec(each)?.[1] ?? [])
  const known = [...new Set([...Object.keys(templates), ...own])].sort().join(', ')
  throw new NotatError('configuration', [problem(messages, 'unknown-template', { template: name, known }, { file: projectFileName })])
}

/** Names of the sections that a document's template has, and a project may word itself. */
export function sectionNames(project: Project, { template }: Pick<DocumentSpec, 'template'>): string[] {
  return templateOf(project, template, locales[project.locale]).sections
}

/**
 * The text of a project's file; undefined where there is none. It must be UTF-8, and at hand: a Blob can only be read
 * later.
 */
function textIn(files: Project['files'], file: string, messages: Locale): string | undefined {
  const content = Object.hasOwn(files, file) ? files[file] : undefined
  if (content === undefined || typeof content === 'string') return content?.replace(/^\ufeff/, '')
  const text = content instanceof Uint8Array ? new TextDecoder().decode(content) : '\ufffd'
  if (!text.includes('\ufffd')) return text
  throw new NotatError('configuration', [problem(messages, 'unreadable-text', {}, { file })])
}

/** `sections/NAME.md` replaces a section in every document that has it, `sections/DOCUMENT/NAME.md` in one. */
function sectionsOf(project: Project, { id }: DocumentSpec, template: Template, messages: Locale): Record<string, Source> {
  const { files } = project
  const named = Object.keys(files).flatMap((file) => {
    const [, document = null, name = ''] = /^sections\/(?:([^/]+)\/)?([^/]+)\.md$/.exec(file) ?? []
    return name === '' ? [] : [{ file, document, name, text: textIn(files, file, messages) ?? '' }]
  })
  // A section that no document has would be dropped in silence.
  const isOthers = (name: string): boolean =>
    project.documents.some(
      (other) => other.template !== template.name && templateOf(project, other.template, messages).sections.includes(name),
    )
  const unknown = named.filter(({ document, name }) => {
    if (document !== null && document !== id) return !project.documents.some((other) => other.id === document)
    return !template.sections.includes(name) && (document === id || !isOthers(name))
  })
  if (unknown.length > 0) {
    const known = template.sections.join(', ')
    const nearest = (name: string): string => {
      const section = nearestName(name, template.sections)
      return section === null ? '' : `sections/${section}.md`
    }
    throw new NotatError(
      'configuration',
      unknown.map(({ file, name }) => problem(messages, 'unknown-section', { file, nearest: nearest(name), known }, { file })),
    )
  }
  const sources = [null, id].flatMap((wanted) =>
    named
      .filter(({ document, name }) => document === wanted && template.sections.includes(name))
      .map(({ file, name, text }): [string, Source] => [name, readSource({ file, text: text.replace(/\r\n?/g, '\n') }, messages)]),
  )
  return Object.fromEntries(sources)
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

function lint(sources: readonly Source[], language: LocaleId, messages: Locale): void {
  const problems = sources.flatMap((source) => lintSource(source, language, messages))
  if (problems.length > 0) throw new NotatError('contradiction', problems)
}

/** The memo's own fields, each as its type wants it. */
function fieldsOf({ id, fields, places }: DocumentSpec, template: Template, messages: Locale): Record<string, string> {
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
      return isOfType[type](value) ? [] : [problem(messages, 'broken-field', { field: name, value, type }, places.fields[name])]
    }),
  ]
  if (problems.length > 0) throw new NotatError('configuration', problems)
  return fields
}

const isOfType: Record<Template['fields'][number]['type'], (value: string) => boolean> = {
  text: (value) => value.trim() !== '',
  date: (value) => IsoDate.safeParse(value).success,
  caseNumber: (value) => /^\d[\d\s–-]*$/.test(value),
}

function marginOf(
  { sender }: Project,
  { fields: declared }: Template,
  fields: Readonly<Record<string, string>>,
  locale: Locale,
): MarginEntry[] {
  const entries = declared.flatMap(({ name, type, label, margin }): MarginEntry[] => {
    const value = fields[name]
    if (!margin || value === undefined) return []
    return [{ label, lines: [type === 'date' ? formatDate(value, locale) : value] }]
  })
  const address = [...(sender.office ? [sender.office] : []), ...sender.address]
  return address.length > 0 ? [...entries, { label: null, lines: address }] : entries
}

function footerDetailOf({ footer, fields: declared }: Template, fields: Readonly<Record<string, string>>): string | null {
  const field = declared.find(({ name }) => name === footer)
  const value = field && fields[field.name]
  return value === undefined ? null : `${field?.label}: ${value}`
}

// ── one printing ──

/** A number written by hand, and who says so. */
type Typed = { figure: Figure; text: string; source: string }

/** What a first printing has found out: the figures it prints and the numbers typed by hand. */
type PrintedBefore = { figures: readonly Figure[]; typed: readonly Typed[] }

type Printing = {
  project: Project
  setting: Setting
  charts: Charts
  template: Template
  replaced: Readonly<Record<string, Source>>
  /** the author's explanations, by segment id */
  explained: Readonly<Record<string, Source>>
  fields: Readonly<Record<string, string>>
  findings: readonly Finding[]
  messages: Locale
}

/** Each is null where there is nothing to draw. */
type Charts = { change: ChangeChart | null; shares: SharesChart | null }

type Pass = { title: Evaluated; body: Evaluated; printed: PrintedBefore }

function evaluateOnce(printing: Printing, before: PrintedBefore): Pass {
  const { project, template, replaced, explained, messages } = printing
  const typed: Typed[] = []
  const helpers = helpersOf(printing.setting, printing.charts, typed)
  const explanations = Object.entries(explained).map(([segment, source]): [string, Inline[]] => {
    const words = evaluate(source, {}, helpers, { section: 'explanations', locale: messages })
    return [segment, inlinesOf(words, words.slots, messages, authorsFilesOf(project))]
  })
  const setting = { ...printing.setting, explanations: Object.fromEntries(explanations) }
  const values = valuesOf({ ...printing, setting }, before)
  const title = evaluate(template.title, values, helpers, { locale: messages })
  const body = evaluate(template.body, values, helpers, { replaced, locale: messages })
  const ids = new Set(
    [...title.slots, ...body.slots].flatMap((slot) => (slot.slot === 'block' ? figuresIn(slot.block) : figuresInInlines(slot.children))),
  )
  const own = new Map(typed.map(({ figure }) => [figure.id, figure]))
  const figures = [...ids].flatMap((id) => own.get(id) ?? figureById(setting.figures, id, { basis: setting.basis }) ?? [])
  return { title, body, printed: { figures, typed } }
}

// ── names ──

/** Everything a template may name. */
function valuesOf({ project, setting, charts, template, fields, findings }: Printing, before: PrintedBefore): Values {
  const { survey, item, locale, previous } = setting
  const { words, isQuestion } = statementOf(setting)
  const { themes, others } = themesOf(setting)
  const root = survey.segments
  const told = themes.filter(({ facts }) => facts.segment !== root)
  const untold = (isNothingKnown(setting) ? segmentsOf(root).map(({ segment }) => segment) : [root, ...(root.parts ?? [])]).filter(
    (segment) => !themes.some(({ facts }) => facts.segment === segment),
  )
  const otherExplanations = explanationsOf(untold.map((segment) => factsOf(setting, segment)))
  const groups = isNothingKnown(setting) ? [] : groupsOf(setting)
  const isFirst = firstOnce()
  const shown = shownSegments(setting).map(({ segment }) => factsOf(setting, segment))
  const approximate = before.figures.filter(isApproximate)
  return {
    ...Object.fromEntries(template.fields.map(({ name, type }) => [name, fieldValue(fields[name], type, locale)])),
    topic: survey.topic ?? inText(survey.title),
    title: survey.title,
    item: inText(item.label),
    Item: item.label,
    statement: locale.document.quote(words),
    isQuestion,
    ...measureValues(setting),
    organisation: project.sender.organisation,
    office: project.sender.office ?? null,
    isCompared: previous !== null,
    isUnrounded: setting.basis === 'unrounded',
    hasParts: root.parts !== undefined,
    total: segmentValues(setting, factsOf(setting, root)),
    themes: themes.map(({ facts, equals, isPicked }) => ({
      ...segmentValues(setting, facts),
      isChanceAmongMany: isPicked && isChanceAmongMany(setting, facts),
      tellsScale: isFirst(facts.value?.printed != null && metrics[setting.measure.metric].unit !== 'share'),
      isOneEqual: equals === 1,
      equalCount: equals > 0 ? countWord(equals, locale) : null,
    })),
    isOneTheme: themes.length === 1,
    isNoThemeKnown: themes.length > 0 && !themes.some(({ facts }) => facts.value?.printed != null),
    isAnyPartTold: told.length > 0,
    isWithoutTotal: isWithoutTotal(setting),
    ...noTotalValues(setting),
    isNothingKnown: isNothingKnown(setting),
    ...breakValues(setting),
    ...decimalValues(setting),
    // with nothing between them, what an author says of others stands in the same list
    themeCount: countWord(themes.length, locale),
    hasOtherThemes: others.length > 0,
    isOneOtherTheme: others.length === 1,
    otherThemeCount: countWord(others.length, locale),
    otherExplanations,
    dontKnowOption: dontKnowOption(setting),
    groups: groups.map((group, index) => groupValues(setting, group, index)),
    hasGroups: groups.length > 0,
    changeParts: changePartValues(setting),
    hasChangeChart: charts.change !== null,
    hasSharesChart: charts.shares !== null,
    responses: responseValues(setting),
    ...testValues(setting, shown),
    minimumBase: countWord(survey.minimumBase, locale),
    minimumBaseForChange: String(survey.minimumBaseForChange),
    approximate: approximate.map((figure) => approximateValues(setting, figure)),
    accepted: findings.flatMap(({ accepted, scope, found, figure }) =>
      accepted && scope === 'data' ? [acceptedValues(setting, { found, figure, reason: accepted.reason })] : [],
    ),
    typedNumbers: before.typed.map(({ figure, text, source }) => ({ number: inline({ type: 'figure', figure: figure.id, text }), source })),
  }
}

function fieldValue(value: string | undefined, type: Template['fields'][number]['type'], locale: Locale): Value {
  if (value === undefined) return null
  return type === 'date' ? formatDate(value, locale) : value
}

/** What those who know no answer choose, as a sentence quotes it; null where nobody can. */
function dontKnowOption({ scale, locale }: Setting): string | null {
  const option = scale.options.find((each) => 'missing' in each && each.missing === 'dontKnow')
  return option ? locale.document.quote(inText(optionLabel(scale, option, locale))) : null
}

/** The measure's words, and the ends of its scale. */
function measureValues(setting: Setting): Values {
  const { locale, measure } = setting
  const { bare, definite, indefinite, whole, pronoun, same, extremes } = measureWords(setting)
  const { min, max, counted } = scaleEnds(setting)
  const { quote, list: words } = locale.document
  const options = counted.map(quote)
  return {
    measure: { bare, definite, Definite: capitalised(definite), indefinite, Whole: capitalised(whole), whole, pronoun, same, extremes },
    isShare: metrics[measure.metric].unit === 'share',
    counted: options.length < 2 ? options.join('') : `${options.slice(0, -1).join(words.comma)}${words.or}${options.at(-1)}`,
    min,
    max,
  }
}

function noTotalValues(setting: Setting): Values {
  const why = whyWithoutTotal(setting)
  return {
    isOverlapping: why === 'overlap',
    isIncomplete: why === 'incomplete',
    isWithoutWeights: why === 'noWeights',
  }
}

/**
 * Why nothing is compared, where the item was answered in another way before; `breakReason` null where it is only
 * seen in the answers.
 */
function breakValues(setting: Setting): Values {
  const found = breakOf(setting)
  return { isBroken: found !== null, breakReason: found?.why ? inText(found.why.trim().replace(/\.$/, '')) : null }
}

function decimalValues(setting: Setting): Values {
  const { mixedIn, differBetween } = decimalsOf(setting)
  const { locale } = setting
  const names = mixedIn.map((period): Inline[] => [{ type: 'text', text: formatPeriod(period, locale, 'name') }])
  return { mixedIn: names.length > 0 ? list(names, locale) : null, isComparedAtFewest: differBetween }
}

/**
 * What the note on method says of the test: how many changes it was made on, and how many of as many would look
 * certain by chance.
 */
function testValues({ locale }: Setting, shown: readonly SegmentFacts[]): Values {
  const isSaid = (wanted: SegmentFacts['verdict']) => shown.some(({ verdict }) => verdict === wanted)
  const tested = shown.filter(({ change }) => change?.certainty && change.certainty !== 'tooFew').length
  const expected = tested * (1 - confidence)
  return {
    isAnyTested: tested > 0,
    isOneTested: tested === 1,
    tested: countWord(tested, locale),
    isExpectedUnderOne: expected < 1,
    expected: countWord(Math.round(expected), locale),
    isAnyTooFew: isSaid('tooFew'),
    isAnyUndecided: isSaid('undecided'),
    isAnyWithoutBase: shown.some(({ change, verdict }) => verdict === 'undecided' && change?.certainty === null),
  }
}

/** The share of changes that are only chance which the test lets pass as such. */
const confidence = 0.95

/** What is true of one segment, each claim by its name; a number that is not there is null. */
function segmentValues(setting: Setting, facts: SegmentFacts): Values {
  const { locale, survey, current } = setting
  const { segment, value, previousValue, base, previousBase, change, absence, previousAbsence } = facts
  const direction = change?.direction ?? null
  const unrounded = unroundedOf(setting, facts)
  const [compared, comparedWith] = facts.common ? [facts.common.value, facts.common.previousValue] : [value, previousValue]
  return {
    id: segment.id,
    label: segment.label,
    short: shortName(segment),
    phrase: phraseOf(segment, locale),
    on: onOf(segment, locale),
    hasPhrase: segment.phrase !== undefined,
    isTotal: segment === survey.segments,
    isWithheld: absence === 'withheld',
    isUnanswered: absence === 'noAnswers',
    uncounted: absence === 'uncounted' ? number(uncountedOf(setting, segment, current), locale) : null,
    isNotMeasured: absence === 'notMeasured',
    value: level(value, locale),
    previousValue: level(previousValue, locale),
    answers: number(base, locale),
    comparedAnswers: number(facts.common ? facts.common.base : base, locale),
    previousAnswers: number(facts.common ? facts.common.previousBase : previousBase, locale),
    difference: magnitude(change, locale),
    isRise: direction === 'rise',
    isFall: direction === 'fall',
    isUnchanged: direction === 'unchanged' || direction === 'largelyUnchanged',
    isExactlyUnchanged: direction === 'unchanged' && compared?.printed === comparedWith?.printed,
    isSameNumber: compared?.printed != null && compared.printed === comparedWith?.printed,
    isChanceAmongMany: false,
    common: facts.common && commonValues(setting, facts.common),
    isWithoutCommonGroup: change?.reason === 'noCommonGroup',
    isWithoutCommonTotal: isWithoutCommonTotal(facts),
    ...verdictValues(facts.verdict),
    isWeak: facts.isWeak,
    isOtherShown: isOtherShown(setting, change),
    isOtherUnrounded: unrounded !== null,
    isLargerUnrounded: unrounded === 'larger',
    isSmallerUnrounded: unrounded === 'smaller',
    explanation: facts.explanation && inline(...facts.explanation),
    isPreviousWithheld: previousAbsence === 'withheld',
    isPreviousUnanswered: previousAbsence === 'noAnswers',
    isPreviousUncounted: previousAbsence === 'uncounted',
    isPreviousNotMeasured: previousAbsence === 'notMeasured',
  }
}

/** Both numbers are printed, of other groups each, and those of both periods give no number in one of them. */
function isWithoutCommonTotal({ value, previousValue, change }: SegmentFacts): boolean {
  return change?.common != null && change.common.length > 0 && change.printed === null && !!value?.printed && !!previousValue?.printed
}

/** The two numbers over the groups of both periods, and the groups that are not of both. */
function commonValues({ locale }: Setting, { value, previousValue, leftOut }: CommonGroups): Values {
  const names = [...new Set(leftOut.map(({ segment }) => phraseOf(segment, locale)))].map((text): Inline[] => [{ type: 'text', text }])
  return {
    comparedValue: level(value, locale),
    previousComparedValue: level(previousValue, locale),
    leftOut: names.length > mostNamed ? null : list(names, locale),
    leftOutCount: countWord(names.length, locale),
  }
}

/** It is no difference of the two numbers shown, since it was taken before they were rounded. */
function isOtherShown({ figures, basis }: Setting, change: Change | null): boolean {
  if (basis === 'printed' || !change?.printed) return false
  return figureById(figures, change.id, { basis: 'printed' })?.printed !== change.printed
}

function verdictValues(verdict: SegmentFacts['verdict']): Values {
  return {
    isCertain: verdict === 'certain',
    isChance: verdict === 'chance',
    isUndecided: verdict === 'undecided',
    isTooFew: verdict === 'tooFew',
  }
}

/** So many changes in one list are judged together, by verdict. */
const fewestJudgedTogether = 3

/** At most this many groups are named in a sentence; of more only the number is told. */
const mostNamed = 6

/** One sentence a verdict: the groups whose change it is said of. None where each says its own. */
function verdictGroups({ locale }: Setting, all: readonly SegmentFacts[]): Values[] {
  const groups = verdictsOf(all)
  if (!isJudgedTogether(all)) return []
  return groups.map(({ verdict, told }) => ({
    ...verdictValues(verdict),
    isOne: told.length === 1,
    isMany: told.length > mostNamed,
    howMany: countWord(told.length, locale),
    names: list(
      told.map(({ segment }): Inline[] => [{ type: 'text', text: phraseOf(segment, locale) }]),
      locale,
    ),
  }))
}

function isJudgedTogether(all: readonly SegmentFacts[]): boolean {
  return all.filter(({ verdict }) => verdict !== null).length >= fewestJudgedTogether
}

function groupValues(setting: Setting, group: Segment, index: number): Values {
  const { locale } = setting
  const parts = group.parts ?? []
  const facts = parts.map((part) => factsOf(setting, part))
  return {
    ...segmentValues(setting, factsOf(setting, group)),
    isFirstGroup: index === 0,
    hasTable: hasNumbers(setting, group),
    verdicts: verdictGroups(setting, facts),
    points: parts.map((part) => ({
      ...segmentValues(setting, factsOf(setting, part)),
      ...(isJudgedTogether(facts) ? verdictValues(null) : {}),
      partExplanations: explanationsOf(
        segmentsOf(part)
          .slice(1)
          .map(({ segment }) => factsOf(setting, segment)),
      ),
    })),
    isOnePart: parts.length === 1,
    partCount: countWord(parts.length, locale),
    partsName: partsCalled(setting, group).many,
  }
}

/** The author's words about segments that have no point of their own. */
function explanationsOf(all: readonly SegmentFacts[]): Values[] {
  return all.flatMap(({ segment, explanation }) =>
    explanation === null ? [] : [{ short: shortName(segment), explanation: inline(...explanation) }],
  )
}

function changePartValues(setting: Setting): Value {
  const parts = changePartsOf(setting)
  if (!parts) return null
  const of = ({ figure, kind }: Told): Values => ({
    size: contributed(figure, setting.locale),
    isUp: kind === 'up',
    isDown: kind === 'down',
    isNone: kind === 'none',
    isTiny: kind === 'tiny',
    isUnknown: kind === 'unknown',
  })
  return { within: of(parts.within), mix: of(parts.mix), differs: parts.differs, isCommon: parts.isCommon }
}

/**
 * A number in the data that the others contradict: what it says, what the memo prints instead, and why that is known.
 */
function acceptedValues(
  { figures, locale }: Setting,
  { found, figure, reason }: { found: Evidence; figure: string; reason: string },
): Values {
  const ours = figureById(figures, figure) ?? null
  return {
    name: found.name ? locale.findings.figureName(found.name) : figure,
    // what is withheld must not be told by its contradiction
    stated: ours?.status === 'withheld' ? null : found.text,
    shown: number(ours, locale),
    reason: sentence(reason),
  }
}

/** How many have answered in all, and of how many. */
function responseValues(setting: Setting): Values {
  const { survey, current, locale } = setting
  const of = (metric: MetricId) => metricOf(setting, metric, survey.segments.id, current)
  const [answers, invited, rate] = [of('base'), of('invited'), of('responseRate')]
  const isNone = answers?.printed === '0'
  const uncounted = isNone ? uncountedOf(setting, survey.segments, current) : null
  return {
    answers: number(answers, locale),
    isNone,
    isWithheld: answers?.status === 'withheld',
    uncounted: number(uncounted, locale),
    invited: number(invited, locale),
    rate: rate?.printed ? withUnit(rate, locale) : null,
    /** the rate is of just these */
    answersOfInvited: answers !== null && invited !== null && rate?.derivation.formula === 'ratio',
    isAnyPartKnown: (survey.segments.parts ?? []).some(({ id }) => Number(metricOf(setting, 'base', id, current)?.printed ?? 0) > 0),
    isAnyPartRate: (survey.segments.parts ?? []).some(({ id }) => metricOf(setting, 'responseRate', id, current)?.printed != null),
    isMoreThanInvited: Number(answers?.printed ?? 0) > Number(invited?.printed ?? Number.POSITIVE_INFINITY),
  }
}

function isApproximate({ kind, possible }: Figure): boolean {
  return kind === 'metric' && possible.length > 1
}

/** "Indekstallet for X i 2022-23 kan være 83 eller 84". */
function approximateValues(setting: Setting, figure: Figure): Values {
  const { locale, survey } = setting
  const { key } = figure
  const [metric, segmentId, periodId] = key.kind === 'metric' ? [key.metric, key.segment, key.period] : [null, '', '']
  const measure = Object.entries(locale.document.measures).find(([id]) => id === metric)
  const segment = segmentOrBenchmark(survey, segmentId)
  const period = survey.periods.find(({ id }) => id === periodId)
  const spelled = [figure.possible[0], figure.possible.at(-1)].map((printed) =>
    formatFigure({ ...figure, printed: printed ?? null }, locale, 'number'),
  )
  return {
    Metric: capitalised(measure ? measure[1].definite : (metric && locale.metrics[metric][0]) || ''),
    name: segment ? shortName(segment) : segmentId,
    isCommon: key.kind === 'metric' && key.comparedWith !== null,
    during: period ? formatPeriod(period, locale, 'during') : periodId,
    number: number(figure, locale),
    lowest: spelled[0] ?? '',
    highest: spelled[1] ?? '',
    other: (figure.possible[0] === figure.printed ? spelled[1] : spelled[0]) ?? '',
    isRange: figure.possible.length > 2,
  }
}

// ── printing of numbers ──

function inline(...children: Inline[]): Slot {
  return { slot: 'inline', children }
}

/** A level as a sentence has it: a share with its unit, other numbers in digits. null where there is none. */
function level(figure: Figure | null, locale: Locale): Slot | null {
  return figure?.printed && figure.unit === 'share' ? withUnit(figure, locale) : number(figure, locale)
}

/**
 * What a part contributes, without its sign: a number, or the range it lies in where rounding hides it ("2–4
 * indekspoint").
 */
function contributed(figure: Figure, locale: Locale): Slot | null {
  if (figure.possible.length < 2) return magnitude(figure, locale)
  const farthest = [...figure.possible].sort((a, b) => Math.abs(Number(b)) - Math.abs(Number(a)))[0] ?? null
  const text = formatContribution(figure, locale) ?? ''
  const unit = unitAfter({ ...figure, printed: farthest }, locale)
  return inline({ type: 'figure', figure: figure.id, text }, { type: 'text', text: `\u00a0${unit}` })
}

/** Digits only, or null where there is no number. */
function number(figure: Figure | null, locale: Locale): Slot | null {
  const text = figure && formatFigure(figure, locale, 'number')
  return text ? inline({ type: 'figure', figure: figure.id, text }) : null
}

/** Digits and, after a no-break space, the unit. */
function withUnit(figure: Figure, locale: Locale, form: 'number' | 'signed' = 'number'): Slot {
  const text = formatFigure(figure, locale, form) ?? ''
  return inline({ type: 'figure', figure: figure.id, text }, { type: 'text', text: `\u00a0${unitAfter(figure, locale)}` })
}

/** A change without its sign, which the words around it carry: "8 indekspoint" in "et fald på 8 indekspoint". */
function magnitude(figure: Figure | null, locale: Locale): Slot | null {
  return figure?.printed ? withUnit({ ...figure, printed: figure.printed.replace('-', '') }, locale) : null
}

function list(members: Inline[][], { document: { list: words } }: Locale): Slot {
  return inline(
    ...members.flatMap((member, index): Inline[] => {
      const joint = index === 0 ? '' : index === members.length - 1 ? words.last : words.comma
      return joint === '' ? member : [{ type: 'text', text: joint }, ...member]
    }),
  )
}

function sentence(words: string): string {
  return /[.!?]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`
}

/** True once: for the first that is true. */
function firstOnce(): (isTrue: boolean) => boolean {
  let isOver = false
  return (isTrue) => {
    const isFirst = isTrue && !isOver
    isOver ||= isTrue
    return isFirst
  }
}

// ── helpers ──

/** The functions of templates. Numbers are those of the document's period unless `period` says otherwise. */
function helpersOf(setting: Setting, charts: Charts, typed: Typed[]): Helpers {
  const { locale } = setting
  const metricHelpers = Object.keys(metrics)
    .filter(isMetricId)
    .map((metric): [string, Helper] => [
      metric,
      {
        takes: [0, 1],
        options: ['period', 'options', 'unit'],
        run: (call) => {
          const options = textOption(call, 'options')
          const figure = metricOf(setting, metric, segmentOf(setting, call).id, periodOf(setting, call), options ?? undefined)
          if (metrics[metric].takesOptions && !figure) call.fail(options ?? 'options', someOf(setting.scale.options.map(({ id }) => id)))
          return printedOr(figure, locale, call.options.unit === true || metrics[metric].unit === 'share')
        },
      },
    ])
  const changeHelper = (run: (facts: SegmentFacts, call: Call) => Value, options: string[] = []): Helper => ({
    takes: [0, 1],
    options,
    run: (call) => run(factsOf(setting, segmentOf(setting, call)), call),
  })
  return {
    ...Object.fromEntries(metricHelpers),
    change: changeHelper(
      ({ change }, { options }) => {
        if (!change?.printed) return missingWords(change, locale)
        return options.sign === true ? withUnit(change, locale, 'signed') : magnitude(change, locale)
      },
      ['sign'],
    ),
    rose: changeHelper(({ change }) => change?.direction === 'rise'),
    fell: changeHelper(({ change }) => change?.direction === 'fall'),
    unchanged: changeHelper(({ change }) => change?.direction === 'unchanged' || change?.direction === 'largelyUnchanged'),
    period: {
      takes: [1, 1],
      options: ['period'],
      run: (call) => {
        const form = periodForms.find((known) => known === call.args[0])
        const period = periodOf(setting, call)
        if (!form) return call.fail(String(call.args[0]), periodForms.join(', '))
        return period ? formatPeriod(period, locale, form) : call.fail('previous', setting.current.id)
      },
    },
    table: {
      takes: [1, 1],
      options: [],
      run: (call) => {
        const name = call.args[0]
        const group = groupsOf(setting).find(({ id }) => id === name)
        if (name === 'summary') return { slot: 'block', block: summaryTable(setting) }
        if (group) return { slot: 'block', block: groupTable(setting, group) }
        return call.fail(String(name), ['summary', ...groupsOf(setting).map(({ id }) => id)].join(', '))
      },
    },
    chart: {
      takes: [1, 1],
      options: [],
      run: (call) => {
        const name = call.args[0]
        if (name !== 'change' && name !== 'shares') return call.fail(String(name), 'change, shares')
        const block = charts[name]
        return block ? { slot: 'block', block } : null
      },
    },
    reference: {
      takes: [1, 1],
      options: [],
      run: (call) => {
        const target = call.args[0]
        return typeof target === 'string'
          ? inline({ type: 'reference', target, text: '' })
          : call.fail(String(target), 'summary, change, shares')
      },
    },
    typed: {
      takes: [1, 1],
      options: ['source'],
      run: (call) => {
        const section = call.section || 'title'
        const ordinal = typed.filter(({ figure: { key } }) => key.kind === 'typed' && key.section === section).length + 1
        const entry = typedNumber(call, { kind: 'typed', section, ordinal }, setting.survey, locale)
        typed.push(entry)
        return inline({ type: 'figure', figure: entry.figure.id, text: entry.text })
      },
    },
  }
}

function segmentOf({ survey }: Setting, { args: [name], fail }: Call): Segment {
  if (name === undefined) return survey.segments
  return segmentOrBenchmark(survey, String(name)) ?? fail(String(name), someOf(segmentsAndBenchmarks(survey).map(({ id }) => id)))
}

/** `period="previous"`, `"current"` or a period's id. */
function periodOf({ survey, current, previous }: Setting, call: Call): Period | null {
  const name = textOption(call, 'period')
  if (name === null || name === 'current') return current
  if (name === 'previous') return previous
  const period = survey.periods.find(({ id }) => id === name)
  return period ?? call.fail(name, ['current', 'previous', ...survey.periods.map(({ id }) => id)].join(', '))
}

function textOption({ options, fail }: Call, name: string): string | null {
  const value = options[name]
  if (value === undefined) return null
  return typeof value === 'string' ? value : fail(name, 'text')
}

function printedOr(figure: Figure | null, locale: Locale, hasUnit: boolean): Value {
  if (!figure?.printed) return missingWords(figure, locale)
  return hasUnit ? withUnit(figure, locale) : number(figure, locale)
}

/** What stands in running text where there is no number. */
function missingWords(figure: Figure | null, { document: { missing } }: Locale): string {
  return figure?.status === 'withheld' ? missing.withheld : figure?.status === 'noAnswers' ? missing.noAnswers : missing.unknown
}

/** A number written by hand, as a figure of its own. Words around it ("ca.") belong outside. */
function typedNumber(call: Call, key: TypedKey, survey: Survey, locale: Locale): Typed {
  const [text] = call.args
  const source = textOption(call, 'source')
  if (typeof text !== 'string') return call.fail(String(text), 'text')
  if (source === null || source.trim() === '') return call.fail('typed', 'source="…"')
  const parsed = parsePrinted(text, locale.numbers)
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
