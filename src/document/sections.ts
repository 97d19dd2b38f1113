/**
 * What a project words itself: files of `sections/` and the headings of a document. A file replaces a section of the
 * template, one member of a list at a time where its name ends so, or is placed after a section or a heading.
 */
import { NotatError, type Problem, problem } from '../errors.js'
import type { Locale } from '../locale/words.js'
import { nearestName } from '../nearest.js'
import { type DocumentSpec, projectFileName } from '../project.js'
import type { Survey } from '../survey.js'
import { parseSection, type SectionText, type Template } from './front-matter.js'
import { headingAbove, headingsOf, isRepeated, type Placed, sectionBlocks, withHeadings, withPlaced } from './placing.js'
import { failure, nearNames, readSource, type Source } from './template.js'

/** A file of `sections/`, and the one document it belongs to; null where it is for each that has the section. */
export type SectionFile = { file: string; document: string | null; name: string }

/** `sections/NAME.md` or `sections/DOCUMENT/NAME.md`; null for other files. */
export function sectionFileOf(file: string): SectionFile | null {
  const [, document = null, name = ''] = /^sections\/(?:([^/]+)\/)?([^/]+)\.md$/.exec(file) ?? []
  return name === '' ? null : { file, document, name }
}

/** The sections of a document as its project words them. */
export type Sections = {
  /** the template with what is placed in it and its headings as the document calls them */
  body: Source
  /** the project's text for a section where one stands in these members of lists; undefined: the template's own */
  textFor: (section: string, members: readonly string[]) => Source | undefined
  /** files of what is placed in it, wherever that is */
  placed: readonly string[]
  /** every text the project has written, to be checked */
  sources: readonly Source[]
}

/** What a file is for a template. */
type Use = { kind: 'replaces'; section: string; member: string | null } | { kind: 'placed'; after: string }

/** Ids of everything that lists walk over and a file may be about. */
export function memberIds(survey: Survey): string[] {
  const { segments, providers, items, benchmarks, periods, records } = survey
  const inTree = (segment: Survey['segments']): string[] => [segment.id, ...(segment.parts ?? []).flatMap(inTree)]
  return [...inTree(segments), ...[...providers, ...items, ...benchmarks, ...periods, ...records].map(({ id }) => id)]
}

/**
 * What a file is for a template, by its name and its `after:`; null: nothing.
 *
 * @param siblings names of the texts that are placed in the template, which others may be placed after
 */
export function useOf(
  name: string,
  after: string | null,
  { sections, body }: Template,
  ids: readonly string[],
  siblings: readonly string[],
): Use | null {
  if (sections.includes(name)) return { kind: 'replaces', section: name, member: null }
  if (after !== null) {
    const isKnown = [...sections, ...headingsOf(body), ...siblings].includes(after)
    return isKnown ? { kind: 'placed', after } : null
  }
  const repeated = new Set(sectionBlocks(body).flatMap((block) => (isRepeated(block) ? [block.name] : [])))
  const [section] = sections
    .filter((each) => repeated.has(each) && ids.some((id) => name === `${each}-${id}`))
    .sort((a, b) => b.length - a.length)
  return section === undefined ? null : { kind: 'replaces', section, member: name.slice(section.length + 1) }
}

type Reading = { spec: DocumentSpec; template: Template; others: readonly Template[]; documents: readonly string[]; ids: readonly string[] }
type Read = SectionFile & { text: SectionText }

/**
 * Reads the sections of a document.
 *
 * @param files of `sections/`, with their text
 * @param reading.others templates of the project's other documents, whose sections stand in the same folder
 * @throws NotatError `configuration` for a file that is no document's, what is placed nowhere or round in a circle, and
 *   headings of sections that have none
 */
export function readSections(files: readonly (SectionFile & { content: string })[], reading: Reading, messages: Locale): Sections {
  const { spec, template, ids } = reading
  const read = files.map(({ content, ...file }): Read => ({ ...file, text: parseSection(file.file, content, messages) }))
  const here = read.filter(({ document }) => document === null || document === spec.id)
  const siblings = here.flatMap(({ name, text }) => (text.after === null ? [] : [name]))
  const used = here.map((each) => ({ ...each, use: useOf(each.name, each.text.after?.name ?? null, template, ids, siblings) }))
  const problems = [...unknownFiles(read, used, reading, messages), ...needlessPlacements(used, messages)]
  const placed = inOrder(used, template, problems, messages)
  const headings = headingsAsked(spec, template, problems, messages)
  if (problems.length > 0) throw new NotatError('configuration', problems)
  // What belongs to one document goes before what belongs to all.
  const replacing = new Map(
    [null, spec.id].flatMap((document) =>
      used.flatMap(({ use, text, ...file }) =>
        file.document === document && use?.kind === 'replaces' ? [[keyOf(use.section, use.member), text.body] as const] : [],
      ),
    ),
  )
  const textFor: Sections['textFor'] = (section, members) => {
    const member = members.find((id) => replacing.has(keyOf(section, id)))
    return replacing.get(keyOf(section, member ?? null))
  }
  return {
    body: withPlaced(withHeadings(template.body, headings), placed),
    textFor,
    placed: placed.map(({ source }) => source.file),
    sources: [...replacing.values(), ...placed.map(({ source }) => source), ...headings.map(({ source }) => source)],
  }
}

function keyOf(section: string, member: string | null): string {
  return member === null ? section : `${section}-${member}`
}

type Used = Read & { use: Use | null }

/** A file that no document has a section for would be dropped in silence. */
function unknownFiles(
  read: readonly Read[],
  used: readonly Used[],
  { spec, template, others, documents, ids }: Reading,
  messages: Locale,
): Problem[] {
  const strangers = read.filter(({ document }) => document !== null && !documents.includes(document))
  const isOthers = ({ document, name, text }: Read) =>
    document === null && others.some((other) => useOf(name, text.after?.name ?? null, other, ids, placedNames(read)) !== null)
  const unknown = used.filter((file) => file.use === null && !isOthers(file))
  return [...strangers, ...unknown].map((file) => {
    const { text, name } = file
    if (text.after && file.document !== null && file.document !== spec.id) return unknownFile(file, template, ids, messages)
    if (!text.after) return unknownFile({ file: file.file, name }, template, ids, messages)
    const known = [...template.sections, ...headingsOf(template.body)]
    return problem(messages, 'unknown-placement', { after: text.after.name, ...nearNames(text.after.name, known) }, text.after.place)
  })
}

function placedNames(read: readonly Read[]): string[] {
  return read.flatMap(({ name, text }) => (text.after ? [name] : []))
}

function unknownFile(
  { file, name }: Pick<Read, 'file' | 'name'>,
  { sections, body }: Template,
  ids: readonly string[],
  messages: Locale,
): Problem {
  const repeated = sectionBlocks(body).filter(isRepeated)
  // The files of single members are too many to list, but one of them may be meant.
  const ofMembers = repeated.flatMap((block) => (name.startsWith(`${block.name}-`) ? ids.map((id) => `${block.name}-${id}`) : []))
  const near = nearestName(name, [...sections, ...ofMembers])
  const values = { file, nearest: near === null ? '' : `sections/${near}.md`, known: sections.join(', ') }
  return problem(messages, 'unknown-section', values, { file })
}

/** A section of the template has its place already. */
function needlessPlacements(used: readonly Used[], messages: Locale): Problem[] {
  return used.flatMap(({ use, name, text }) =>
    use?.kind === 'replaces' && text.after ? [problem(messages, 'needless-placement', { section: name }, text.after.place)] : [],
  )
}

/** What is placed, each after what it stands after; texts after the same one by the names of their files. */
function inOrder(used: readonly Used[], { sections, body }: Template, problems: Problem[], messages: Locale): Placed[] {
  const own = new Map<string, { file: Used; after: string }>()
  for (const file of used) {
    if (file.use?.kind !== 'placed') continue
    // One document's own goes before that of all.
    if (file.document !== null || !own.has(file.name)) own.set(file.name, { file, after: file.use.after })
  }
  const anchors = [...sections, ...headingsOf(body)]
  const below = (anchor: string, root: string): Placed[] =>
    [...own.entries()]
      .filter(([, { after }]) => after === anchor)
      .flatMap(([name, { file }]) => [{ name, after: root, source: file.text.body }, ...(anchors.includes(name) ? [] : below(name, root))])
  const placed = [...new Set(anchors)].flatMap((anchor) => below(anchor, anchor))
  for (const [name, { file }] of own) {
    if (placed.some((each) => each.name === name)) continue
    const through = circleFrom(name, (each) => own.get(each)?.after ?? '')
    problems.push(problem(messages, 'circular-placement', { name, through: through.join(' → ') }, file.text.after?.place))
  }
  return placed
}

function circleFrom(name: string, next: (name: string) => string): string[] {
  const path = [name]
  for (let at = next(name); !path.includes(at); at = next(at)) path.push(at)
  return [...path, next(path.at(-1) ?? name)]
}

/** The headings that a document calls by other names. */
function headingsAsked(
  { headings }: DocumentSpec,
  template: Template,
  problems: Problem[],
  messages: Locale,
): { section: string; source: Source }[] {
  return Object.entries(headings).flatMap(([section, { text, line, column, runs, key }]) => {
    const at = { file: projectFileName, ...key }
    if (!template.sections.includes(section)) {
      const near = { nearest: nearestName(section, template.sections) ?? '', known: template.sections.join(', ') }
      problems.push(problem(messages, 'unknown-reference', { kind: 'section', found: section, ...near }, at))
      return []
    }
    if (headingAbove(template.body, section) === null) {
      problems.push(problem(messages, 'section-without-heading', { section }, at))
      return []
    }
    const source = readSource({ file: projectFileName, text: text.trim(), line, column, runs }, messages)
    if (!text.trim().includes('\n')) return [{ section, source }]
    problems.push(...failure(messages, source, source.program, 'not-in-templates', { what: '↵' }).problems)
    return []
  })
}
