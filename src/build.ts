/**
 * One direction, every arrow a plain value:
 *
 * ```
 * notat.yaml ── parseProject ─▶ Project
 * answers, counts, published figures ── readDataset ─▶ Dataset ── deriveFigures ─▶ Figures ─┬──▶ composeDocument ─▶ Document ─┬─▶ renderHtml
 *                                                                                           │     ▲ template + locale         └─▶ renderPdf
 * claims (what somebody has printed) ── readClaims ─▶ Claims ─┬───────────────────▶ audit ◀─┘     │
 *                                        Document ── claimsOf ┘                       └─▶ Findings ─┘
 * ```
 */
import { settledIn } from './audit/doubts.js'
import { type AcceptedAudit, applyAccepted, auditDocumentSteps, auditSteps, notReadIn, stopsBuild } from './audit/index.js'
import type { NotChecked, NotRead, NumberFate, TextClaims } from './claim.js'
import type { Document } from './document/blocks.js'
import { documentOf } from './document/compose.js'
import { sectionFileOf } from './document/sections.js'
import { documentClaims } from './document-claims.js'
import { alteredIn } from './edition.js'
import { faultsIn, NotatError, type Place, problem, wordedIn } from './errors.js'
import type { Figures } from './figure.js'
import { type ChangeKey, endsOfChange, idOfKey, keyOfId, type MetricKey, optionsOf } from './figure-key.js'
import { figureOf, figuresOfData } from './figures.js'
import type { Finding, NotShown } from './finding.js'
import { type LocaleId, localeAskedFor, localeIds, locales } from './locale/index.js'
import type { Locale } from './locale/words.js'
import { append } from './long-lists.js'
import { bestTwo } from './metrics.js'
import { notShownIn } from './not-shown.js'
import { type DocumentSpec, type Project, projectFileName } from './project.js'
import { type Fates, type ToldText, withFindings } from './prose-claims/fates.js'
import { type TextOptions, textClaims } from './prose-claims/index.js'
import { type QuotedNumber, quotedNumbersIn } from './prose-claims/quoted-claims.js'
import { settingOf } from './prose-claims/sentences.js'
import { wordsOf } from './prose-claims/words.js'
import { readClaims } from './read/claims.js'
import { readDataset, readText } from './read/index.js'
import type { TextWithPlaces } from './read/text/passages.js'
import { formatsToAskFor, type OutputFormatId, outputFormats } from './render/index.js'
import { scaleOf } from './scales.js'
import { heard, inSteps } from './steps.js'
import type { Dataset } from './tally.js'

/** A file to be: its name without folder, and what it holds. */
export type Output = { name: string; bytes: Uint8Array }

/** What a long run is doing. `name` is the file being read or the document being made. */
export type Progress = { stage: 'read' | 'derive' | 'audit' | 'compose' | 'render'; name: string | null }

export type BuildOptions = {
  /** only this document; default all of the project's */
  document?: string | undefined
  /** only these formats; default the document's own */
  formats?: OutputFormatId[] | undefined
  /** nothing is withheld: what is made is not to be published */
  isConfidential?: boolean | undefined
  signal?: AbortSignal | undefined
  /** of what is said of problems; default the project's own */
  locale?: LocaleId | undefined
  onProgress?: ((progress: Progress) => void) | undefined
}

export type BuildResult = {
  /** empty where a contradiction stopped the build */
  outputs: Output[]
  documents: Document[]
  dataset: Dataset
  figures: Figures
  findings: Finding[]
  /** what the project asks for and none of the documents shows; without documents what is not read */
  notShown: NotShown[]
  /** entries of `accept:` that match no finding */
  unmatched: AcceptedAudit['unmatched']
  /** a contradiction inside the data, or between a document and the data, that nobody has accepted */
  isStopped: boolean
  /**
   * statements of the documents that were not held against the figures; empty where a contradiction in the data
   * stopped the build
   */
  notRead: NotRead[]
}

/**
 * Makes the project's documents; touches no file. Throws NotatError for bad data, an unknown document or a faulty
 * template; findings are returned. Where a finding about the data itself, or about what a document says of it, stops
 * the build, there are no outputs.
 */
export async function build(project: Project, options: BuildOptions = {}): Promise<BuildResult> {
  return wordedIn(localeAskedFor(options.locale) ?? locales[project.locale], () => built(project, options))
}

async function built(project: Project, options: BuildOptions): Promise<BuildResult> {
  const { signal, onProgress = () => {}, isConfidential = false } = options
  const specs = chosenDocuments(project, options.document)
  checkFormats(specs, options.formats, locales[project.locale])

  // 1. read: answers are counted as they stream past
  onProgress({ stage: 'read', name: null })
  const dataset = await readDataset(project, { signal, onProgress: ({ file }) => onProgress({ stage: 'read', name: file }) })
  const claims = await readClaims(project, { signal })

  await heard(signal)
  // 2. derive every figure, then 3. hold them against each other and against what others have printed
  onProgress({ stage: 'derive', name: null })
  const asked = { compared: comparedIn(project), isConfidential, before: project.published }
  const figures = await inSteps(figuresOfData(project.survey, dataset, asked), signal)
  await heard(signal)
  onProgress({ stage: 'audit', name: null })
  const { findings, unmatched } = applyAccepted(await inSteps(auditSteps(figures, claims), signal), project.accept)
  await heard(signal)
  const result = {
    outputs: [],
    documents: [],
    dataset,
    figures,
    findings,
    unmatched,
    notRead: [],
  }
  const shown = { project, dataset, figures }
  if (stopsBuild(findings)) return { ...result, notShown: notShownIn(shown, []), isStopped: true }

  // 4. compose, and hold what the documents say against the figures
  const composed: { spec: DocumentSpec; document: Document }[] = []
  const said: Finding[] = []
  const notRead: NotRead[] = []
  for (const spec of specs) {
    await heard(signal)
    onProgress({ stage: 'compose', name: spec.id })
    const document = await inSteps(documentOf(project, spec.id, { figures, findings }), signal)
    composed.push({ spec, document })
    await heard(signal)
    const told = await inSteps(documentClaims(document, { ...spec, figures, projectLocale: project.locale }), signal)
    append(said, await inSteps(auditDocumentSteps(figures, told), signal))
    await heard(signal)
    append(notRead, notReadIn(figures, told))
  }
  await heard(signal)
  const all = { ...applyAccepted([...findings, ...said], project.accept), notRead }
  const notShown = notShownIn(shown, composed)
  await heard(signal)
  if (stopsBuild(all.findings)) return { ...result, ...all, notShown, isStopped: true }

  // 5. render
  const outputs: Output[] = []
  for (const { spec, document } of composed) {
    onProgress({ stage: 'render', name: spec.id })
    for (const format of chosenFormats(spec, options.formats)) {
      await heard(signal)
      const name = `${spec.id}.${format.extension}`
      const bytes = await placed(project, () =>
        faultsIn(locales[project.locale], () => format.render(document, { signal }), { place: { file: name }, signal }),
      )
      outputs.push({ name, bytes })
    }
  }
  return { ...result, ...all, notShown, outputs, documents: composed.map(({ document }) => document), isStopped: false }
}

/** Does it, and tells of characters that cannot be shown where they stand in the project's files. */
async function placed<T>({ files }: Project, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof NotatError) || error.problems.every(({ code }) => code !== 'missing-glyph')) throw error
    const problems = error.problems.map((found) => {
      const place = found.code === 'missing-glyph' ? placeOfText(files, String(found.values.characters).split(' ')[0] ?? '') : null
      return place ? { ...found, ...place } : found
    })
    throw new NotatError(error.code, problems)
  }
}

/** Where characters stand first in notat.yaml, or a file it is made of. null where they are written in code. */
function placeOfText(files: Project['files'], characters: string): Place | null {
  if (characters === '') return null
  const names = [projectFileName, ...Object.keys(files).filter((name) => name !== projectFileName)]
  for (const file of names) {
    const content = files[file]
    if (content === undefined || content instanceof Blob) continue
    const text = (typeof content === 'string' ? content : new TextDecoder().decode(content)).normalize('NFC')
    const at = text.indexOf(characters)
    if (at < 0) continue
    const before = text.slice(0, at).split(/\r\n?|\n/)
    return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
  }
  return null
}

/** A document to be audited: its name and bytes. */
export type AuditedText = { name: string; bytes: Uint8Array }

/** `texts`: documents, read already or not */
export type AuditOptions = Omit<BuildOptions, 'document' | 'formats'> & {
  texts?: readonly (AuditedText | TextWithPlaces)[]
  /** the project's own documents, where they have been made; default they are made for a text that may be one */
  documents?: readonly Document[] | undefined
}

export type AuditResult = Pick<BuildResult, 'dataset' | 'figures' | 'findings' | 'unmatched'> & {
  /** what was seen in the texts and cannot be tied to a figure */
  notChecked: NotChecked[]
  /** every number and word of direction of the texts, and what has become of it */
  numbers: NumberFate[]
  /** the texts as they were read, with the numbers that stand in each */
  texts: ToldText[]
  /** number of claims that were held against each other and against the figures */
  claims: number
}

/**
 * Audits what has been printed: the documents in `texts`, read already or not, or without any the project's tables
 * of claims; always the project's own data as well. Touches no file. Throws NotatError for bad data and for texts
 * that cannot be read.
 */
export async function auditProject(project: Project, options: AuditOptions = {}): Promise<AuditResult> {
  return wordedIn(localeAskedFor(options.locale) ?? locales[project.locale], () => audited(project, options))
}

async function audited(project: Project, { texts = [], documents, signal, onProgress = () => {} }: AuditOptions): Promise<AuditResult> {
  onProgress({ stage: 'read', name: null })
  const dataset = await readDataset(project, { signal, onProgress: ({ file }) => onProgress({ stage: 'read', name: file }) })
  await heard(signal)
  onProgress({ stage: 'derive', name: null })
  const asked = { compared: comparedIn(project), before: project.published }
  const figures = await inSteps(figuresOfData(project.survey, dataset, asked), signal)
  await heard(signal)
  const isKnown = (figure: string) => figureOf(figures, figure) !== undefined
  const quoted = texts.length > 0 ? await quotedIn(project) : []
  const said: (TextWithPlaces & TextClaims & Fates)[] = []
  let own = documents
  for (const text of texts) {
    const words = 'blocks' in text ? text : await readText(text)
    await heard(signal)
    const told = await inSteps(textClaims(words, project.survey, { ...toldIn(words, project), isKnown, quoted }), signal)
    await heard(signal)
    if (mayBeOwn(words, project)) own ??= await ownDocuments(project, figures, signal)
    said.push({ ...told, ...words, assertions: [...told.assertions, ...alteredIn(words, own ?? [])] })
    await heard(signal)
  }
  const tables = texts.length > 0 ? [] : [await readClaims(project, { signal })]

  onProgress({ stage: 'audit', name: null })
  await heard(signal)
  const all = [...tables, ...said]
  const claims = {
    claims: all.flatMap((each) => each.claims).map((claim) => ({ ...claim, figure: knownFigure(claim.figure, figures) })),
    assertions: all.flatMap((each) => each.assertions ?? []),
  }
  const ours = withQuoted(figures, quoted)
  const { settled, isInDoubt } = settledIn(claims, ours)
  const found = applyAccepted(await inSteps(auditSteps(ours, settled), signal), project.accept)
  const told = said.map(({ file, blocks, numbers, spoken }): ToldText => {
    const meant = numbers.map((each) =>
      isInDoubt(each) ? { ...each, ...unread } : { ...each, figures: each.figures.map((figure) => knownFigure(figure, figures)) },
    )
    return { file, blocks, spoken, numbers: withFindings({ numbers: meant, spoken }, found.findings) }
  })
  return {
    dataset,
    figures,
    ...found,
    notChecked: said.flatMap((each) => each.notChecked),
    numbers: told.flatMap(({ numbers }) => numbers),
    texts: told,
    claims:
      claims.claims.length + (project.survey.targets.length === 0 ? 0 : claims.assertions.filter(({ kind }) => kind === 'target').length),
  }
}

/** Of a number whose claim its words leave in doubt. */
const unread: Pick<NumberFate, 'fate' | 'reason' | 'figures'> = { fate: 'notRead', reason: 'several', figures: [] }

/** It is called like one of the project's documents, or names what they tell of. */
function mayBeOwn({ file, blocks }: TextWithPlaces, { documents, survey }: Project): boolean {
  const names = [survey.title, survey.topic ?? survey.title].map((name) => name.toLowerCase())
  const isNamed = (text: string) => names.some((name) => text.toLowerCase().includes(name))
  return (
    documents.some(({ id }) => file.startsWith(`${id}.`)) || blocks.some((block) => block.type !== 'table' && isNamed(block.passage.text))
  )
}

/** The project's documents as it makes them now; none where it cannot. */
async function ownDocuments(project: Project, figures: Figures, signal: AbortSignal | undefined): Promise<Document[]> {
  const { findings } = applyAccepted(await inSteps(auditSteps(figures, { claims: [] }), signal), project.accept)
  const documents: Document[] = []
  for (const { id } of project.documents) {
    try {
      documents.push(await inSteps(documentOf(project, id, { figures, findings }), signal))
    } catch (error) {
      if (!(error instanceof NotatError)) throw error
    }
    await heard(signal)
  }
  return documents
}

/** Every number that the author has written by hand in a section. */
async function quotedIn({ files, survey, locale }: Project): Promise<QuotedNumber[]> {
  const setting = settingOf(survey, locales[locale])
  const sections = Object.entries(files).flatMap(([file, content]) => {
    const section = sectionFileOf(file)
    return section ? [{ name: section.name, content }] : []
  })
  const texts = sections.map(async ({ name, content }) => {
    const text =
      typeof content === 'string' ? content : new TextDecoder().decode(content instanceof Blob ? await content.arrayBuffer() : content)
    return quotedNumbersIn(name, text, setting)
  })
  return (await Promise.all(texts)).flat()
}

function withQuoted(figures: Figures, quoted: readonly QuotedNumber[]): Figures {
  return { ...figures, figures: { ...figures.figures, ...Object.fromEntries(quoted.map(({ figure }) => [figure.id, figure])) } }
}

/** The figure that is meant by an id, by the one it is known under. */
function knownFigure(figure: string, figures: Figures): string {
  return ofBestAnswers(ofCommonGroups(figure, figures), figures)
}

/**
 * A change of a total whose groups have become others is told over those it has in both periods, where these have
 * figures of their own.
 */
function ofCommonGroups(figure: string, { figures, survey }: Figures): string {
  const key = keyOfId(figure, survey)
  if (key?.kind !== 'change') return figure
  const common = { ...key, isCommon: true }
  const isTold = endsOfChange(common).every((end) => figures[idOfKey(end, survey)])
  return isTold ? idOfKey(common, survey) : figure
}

/**
 * A share of the two best answers is known under its own name where it was published so.
 */
function ofBestAnswers(figure: string, { figures, survey }: Figures): string {
  const key = keyOfId(figure, survey)
  if (key?.kind !== 'metric' && key?.kind !== 'change') return figure
  const isKnown = (each: MetricKey | ChangeKey) =>
    (each.kind === 'change' ? endsOfChange(each) : [each]).every((end) => figures[idOfKey(end, survey)])
  if (key.metric !== 'share' || isKnown(key)) return figure
  const item = survey.items.find(({ id }) => id === key.item)
  const best = item ? bestTwo(scaleOf(survey, item)) : []
  const named = optionsOf(key)
  const ofBest: typeof key = { ...key, metric: 'topTwoBox', options: null }
  const isOfBest = best.length === named.length && best.every((option) => named.includes(option))
  return isOfBest && isKnown(ofBest) ? idOfKey(ofBest, survey) : figure
}

/**
 * What a text tells of: a document of the project's own, which is called like it, of its own periods; any other of the
 * first document's. One whose heading names the survey is of it alone.
 */
function toldIn({ file, blocks }: TextWithPlaces, { documents, survey, locale }: Project): TextOptions {
  const own = documents.find(({ id }) => file.startsWith(`${id}.`))
  const spec = own ?? documents[0]
  const names = [survey.title, survey.topic ?? survey.title].map((name) => name.toLowerCase())
  const isNamed = blocks.some((block) => block.type === 'heading' && names.some((name) => block.passage.text.toLowerCase().includes(name)))
  return {
    locale: own ? locale : languageOf(blocks, locale),
    isOfSurvey: own !== undefined || isNamed,
    ...(spec && { period: spec.period, compareWith: spec.compareWith }),
  }
}

/** The language whose small words a text has most of; the project's own where none has more. */
function languageOf(blocks: TextWithPlaces['blocks'], own: LocaleId): LocaleId {
  const keys = blocks.flatMap((block) => (block.type === 'table' ? [] : wordsOf(block.passage.text).map(({ key }) => key)))
  const countOf = (id: LocaleId) => {
    const small = new Set([...locales[id].claimWords.and, ...locales[id].claimWords.about])
    return keys.filter((key) => small.has(key)).length
  }
  return localeIds.reduce((best, id) => (countOf(id) > countOf(best) ? id : best), own)
}

/** The periods that documents may compare: their own with the one it is told against, and every earlier one. */
function comparedIn({ documents, survey }: Project): [previous: string, current: string][] {
  return documents.flatMap(({ period, compareWith }): [string, string][] => {
    const earlier = survey.periods.slice(
      0,
      survey.periods.findIndex(({ id }) => id === period),
    )
    return [...new Set([...(compareWith === null ? [] : [compareWith]), ...earlier.map(({ id }) => id)])].map((id) => [id, period])
  })
}

function chosenDocuments(project: Project, id: string | undefined): DocumentSpec[] {
  if (id === undefined) return project.documents
  const chosen = project.documents.filter((spec) => spec.id === id)
  if (chosen.length > 0) return chosen
  const known = project.documents.map((spec) => spec.id).join(', ')
  throw new NotatError('usage', [problem(locales[project.locale], 'unknown-document', { document: id, known })])
}

/** The formats asked for, else the document's own, and those that come with every document. */
function chosenFormats(spec: DocumentSpec, asked: readonly string[] | undefined) {
  const wanted = asked ?? spec.formats
  return outputFormats.filter(({ id, isAlwaysMade }) => isAlwaysMade || wanted.includes(id))
}

/** A project may have been read by somebody who did not know which formats there are. */
function checkFormats(specs: readonly DocumentSpec[], asked: readonly string[] | undefined, locale: Locale): void {
  const known: readonly string[] = formatsToAskFor
  const listed = asked === undefined || Array.isArray(asked) ? asked : [String(asked)]
  const wanted = listed ? listed.map((format) => ({ format, place: {} })) : specs.flatMap(wantedBy)
  const problems = wanted
    .filter(({ format }) => !known.includes(format))
    .map(({ format, place }) => problem(locale, 'unknown-format', { format, known: known.join(', ') }, place))
  if (problems.length > 0) throw new NotatError(asked ? 'usage' : 'configuration', problems)
}

function wantedBy({ formats, places }: DocumentSpec): { format: string; place: Partial<Place> }[] {
  return formats.map((format) => ({ format, place: places.document }))
}
