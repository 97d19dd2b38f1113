/**
 * What a project asks for and none of its documents shows: told by what the documents print, whatever their templates
 * are.
 */
import type { Document } from './document/blocks.js'
import { sectionNames } from './document/compose.js'
import { sectionFileOf } from './document/sections.js'
import { figuresIn, figuresInInlines, plainText, runsOf } from './document/walk.js'
import type { Figures } from './figure.js'
import { type NamedByFigure, namedByFigure, seriesId } from './figure-key.js'
import type { NotShown, NotShownKind } from './finding.js'
import { localeIds, locales } from './locale/index.js'
import { formatPeriod } from './locale/spelling.js'
import { isMetricId } from './metrics.js'
import { nearestName } from './nearest.js'
import { optionLabel } from './options.js'
import { type DocumentSpec, isSystemFile, isTable, type Project, projectFileName, projectFolders } from './project.js'
import { scaleOf } from './scales.js'
import { type Item, segmentById, segmentsOf, targetId } from './survey.js'
import type { Dataset } from './tally.js'

/** What there is to show. */
export type Shown = { project: Project; dataset: Dataset; figures: Figures }

/** A document, and what was asked of it. */
export type Composed = { spec: DocumentSpec; document: Document }

/**
 * In the order of the kinds, then of the project. Without documents only what is not read: nothing can be shown by
 * none.
 */
export function notShownIn(shown: Shown, documents: readonly Composed[]): NotShown[] {
  return [
    ...(documents.length > 0 ? unprinted(shown, documents) : []),
    ...absentNumbers(documents),
    ...unprintedExhibits(documents),
    ...unprintedSections(shown.project, documents),
    ...shown.dataset.sources.flatMap((source) => [...neverChosen(shown, source), ...lookalikes(shown.project, source)]),
    ...unclearedQuotations(shown.project),
    ...unreadFiles(shown.project),
  ].toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
}

const kinds: readonly NotShownKind[] = [
  'item',
  'period',
  'segment',
  'provider',
  'benchmark',
  'target',
  'record',
  'number',
  'exhibit',
  'option',
  'quotation',
  'column',
  'section',
  'template',
  'file',
  'folder',
]

// ── what no number is printed of ──

/** Ids of what a set of figures is about. */
type Named = Record<'items' | 'periods' | 'segments' | 'providers', ReadonlySet<string>>

function unprinted({ project, dataset, figures }: Shown, documents: readonly Composed[]): NotShown[] {
  const { survey, places } = project
  const told = documents.flatMap(({ document }) => printedIn(document).flatMap((id) => namedByFigure(id, survey) ?? []))
  const printed = namesIn(told)
  // A row of a table tells of the group it names also where there is no number to print.
  const headed = new Set(documents.flatMap(({ document }) => rowsOf(document)))
  const subjects = [...dataset.tallies, ...dataset.published]
  const measured = namesIn(
    subjects.map(({ segment, period, item, provider }) => ({ segments: [segment], periods: [period], item, provider })),
  )
  const valued = new Set(
    Object.values(figures.figures).flatMap(({ id, value }) => (value === null ? [] : (namedByFigure(id, survey)?.segments ?? []))),
  )
  const missing = (
    kind: NotShownKind,
    of: keyof Named,
    place: Exclude<keyof Project['places'], 'targets'>,
    things: readonly { id: string; label: string }[],
  ) =>
    things.flatMap(({ id, label }): NotShown[] => {
      if (printed[of].has(id)) return []
      const reason = measured[of].has(id) || (of === 'segments' && valued.has(id)) ? 'notPrinted' : 'noData'
      return [{ kind, id, label, reason, values: {}, place: places[place][id] ?? null }]
    })
  const locale = locales[project.locale]
  const segments = segmentsOf(survey.segments).flatMap(({ segment }) =>
    valued.has(segment.id) && !headed.has(segment.id) ? [segment] : [],
  )
  return [
    ...missing(
      'item',
      'items',
      'items',
      survey.items.filter((item) => !areThemesTold(project, item, documents)),
    ),
    ...missing(
      'period',
      'periods',
      'periods',
      survey.periods.map((period) => ({ id: period.id, label: formatPeriod(period, locale, 'name') })),
    ),
    ...missing(
      'segment',
      'segments',
      'segments',
      segments.map(({ id, label, short }) => ({ id, label: short ?? label })),
    ),
    ...missing('provider', 'providers', 'providers', survey.providers),
    ...missing('benchmark', 'segments', 'benchmarks', survey.benchmarks),
    ...unprintedRecords(project, documents),
    ...unprintedTargets(project, told, new Set(documents.flatMap(({ document }) => document.targets))),
  ]
}

/** Ids of the figures that a document prints: its numbers, its tables and charts, its notes. */
function printedIn({ blocks, notes }: Document): string[] {
  return [...blocks.flatMap(figuresIn), ...notes.flatMap(({ children }) => figuresInInlines(children))]
}

/** Ids of what the rows of its tables are about. */
function rowsOf({ blocks }: Document): string[] {
  return blocks.flatMap((block) => (block.type === 'table' ? block.rows.map(({ id }) => id) : []))
}

function namesIn(all: readonly Omit<NamedByFigure, 'metric'>[]): Named {
  return {
    items: new Set(all.flatMap(({ item }) => item ?? [])),
    periods: new Set(all.flatMap(({ periods }) => periods)),
    segments: new Set(all.flatMap(({ segments }) => segments)),
    providers: new Set(all.flatMap(({ provider }) => provider ?? [])),
  }
}

/**
 * A target is shown where a table prints its number, and where something is held against it:
 * `difference/METRIC/SEGMENT..target/PERIOD`.
 */
function unprintedTargets({ survey, places }: Project, told: readonly NamedByFigure[], printed: ReadonlySet<string>): NotShown[] {
  const first = survey.items[0]?.id ?? ''
  return survey.targets.flatMap(({ segment, item = first, metric, value }, index): NotShown[] => {
    const isShown = told.some((named) => {
      const isOfTarget = named.segments.includes('target') && named.segments.includes(segment)
      return isOfTarget && named.metric === metric && named.item === item
    })
    if (isShown || printed.has(targetId({ metric, segment, item }, survey)) || !isMetricId(metric)) return []
    const of = segmentById(survey.segments, segment)
    return [
      {
        kind: 'target',
        id: seriesId({ metric, segment, item }, survey),
        label: of?.short ?? of?.label ?? segment,
        reason: 'notPrinted',
        values: { value: String(value), metric, segment, item },
        place: places.targets[index] ?? null,
      },
    ]
  })
}

/** Themes of comments may be told without numbers: their names stand in the text. */
function areThemesTold({ survey, locale }: Project, item: Item, documents: readonly Composed[]): boolean {
  const scale = scaleOf(survey, item)
  const themes = scale.options.filter((option) => 'valence' in option && option.valence !== undefined)
  if (themes.length === 0) return false
  const words = documents.flatMap(({ document: { blocks } }) => blocks.flatMap(runsOf).map(({ inlines }) => plainText(inlines)))
  return themes.some((theme) => {
    const label = optionLabel(scale, theme, locales[locale])
    return words.some((text) => text.toLowerCase().includes(label.toLowerCase()))
  })
}

/** What is told of a record stands beside its name, with or without numbers. */
function unprintedRecords({ survey, places }: Project, documents: readonly Composed[]): NotShown[] {
  const words = documents.flatMap(({ document: { blocks } }) => blocks.flatMap(runsOf).map(({ inlines }) => plainText(inlines)))
  return survey.records.flatMap(({ id, label }): NotShown[] =>
    words.some((text) => text.includes(label))
      ? []
      : [{ kind: 'record', id, label, reason: 'notPrinted', values: {}, place: places.records[id] ?? null }],
  )
}

/**
 * A number that is printed as words for there being none, since nothing asks whether it is there. One that several
 * documents want at one place of their template is told of once.
 */
function absentNumbers(documents: readonly Composed[]): NotShown[] {
  const byPlace = new Map<string, NotShown & { documents: string[] }>()
  for (const { document } of documents) {
    for (const { name, place } of document.absent) {
      const key = JSON.stringify([name, place])
      const wanted = new Set([...(byPlace.get(key)?.documents ?? []), ...(documents.length > 1 ? [document.id] : [])])
      byPlace.set(key, { kind: 'number', id: name, label: name, reason: 'absent', values: {}, place, documents: [...wanted] })
    }
  }
  return [...byPlace.values()]
}

/** A table or chart that none of the documents of its template shows. */
function unprintedExhibits(documents: readonly Composed[]): NotShown[] {
  return [...new Set(documents.map(({ spec }) => spec.template))].flatMap((template) => {
    const [first, ...others] = documents.filter(({ spec }) => spec.template === template).map(({ document }) => document)
    const all = first?.unshown.filter(({ name }) => others.every(({ unshown }) => unshown.some((each) => each.name === name))) ?? []
    return all.map(({ name, place }): NotShown => ({ kind: 'exhibit', id: name, label: name, reason: 'nothingToShow', values: {}, place }))
  })
}

/** A text for a section that no document prints: this year, or for that member of a list. */
function unprintedSections({ files, documents: specs }: Project, documents: readonly Composed[]): NotShown[] {
  // What belongs to all may stand in one that was not asked for.
  const isWhole = documents.length === specs.length
  const printed = new Set(documents.flatMap(({ document }) => document.sections))
  const own = new Set(documents.map(({ spec }) => spec.id))
  return Object.keys(files)
    .sort()
    .flatMap((name): NotShown[] => {
      const file = sectionFileOf(name)
      const isAsked = file !== null && (file.document === null ? isWhole : own.has(file.document))
      return isAsked && !printed.has(name) ? [fileNotShown('section', name, 'noPlace')] : []
    })
}

// ── what is not read of the data ──

type Source = Dataset['sources'][number]

/** A file may hold the answers of one group: where any is withheld in a period, what nobody chose then is not told. */
function neverChosen(
  { project: { survey, locale }, figures }: Pick<Shown, 'project' | 'figures'>,
  { file, unusedOptions }: Source,
): NotShown[] {
  const isAnyWithheld = (id: string): boolean => figures.withholding.some(({ period }) => period === id)
  return unusedOptions.flatMap(({ item: id, option: optionId, period }): NotShown[] => {
    if (isAnyWithheld(period)) return []
    const item = survey.items.find((each) => each.id === id)
    const scale = item && scaleOf(survey, item)
    const option = scale?.options.find((each) => each.id === optionId)
    if (!item || !scale || !option) return []
    const label = optionLabel(scale, option, locales[locale])
    const values = { item: id, itemLabel: item.label, period, file }
    return [{ kind: 'option', id: optionId, label, reason: 'neverChosen', values, place: { file } }]
  })
}

/** Their words are not told here either: somebody may be known by them. */
function unclearedQuotations({ survey, locale, places }: Project): NotShown[] {
  return survey.items.flatMap((item) => {
    const scale = scaleOf(survey, item)
    return scale.options.flatMap((option): NotShown[] => {
      const uncleared = 'quotations' in option ? (option.quotations ?? []).filter(({ cleared }) => !cleared) : []
      const label = optionLabel(scale, option, locales[locale])
      const place = places.items[item.id] ?? null
      return uncleared.map(() => ({ kind: 'quotation', id: option.id, label, reason: 'notCleared', values: { item: item.id }, place }))
    })
  })
}

function lookalikes({ survey }: Project, source: Source): NotShown[] {
  return source.lookalikes.map(({ heading, item, scale, place }): NotShown => {
    const itemLabel = survey.items.find(({ id }) => id === item)?.label
    const values = { ...(item !== null && { item, itemLabel: itemLabel ?? item }), ...(scale !== null && { scale }) }
    return { kind: 'column', id: heading, label: heading, reason: 'lookalike', values, place }
  })
}

// ── files that nobody reads ──

function unreadFiles(project: Project): NotShown[] {
  const listed = new Set([...project.data, ...project.claims].map(({ file }) => file))
  const names = Object.keys(project.files)
    .filter((name) => name !== projectFileName && !listed.has(name) && !isSystemFile(name))
    .sort()
  const folders = [...new Set(names.map((name) => name.slice(0, name.indexOf('/'))))].filter((folder) => folder !== '')
  const unknown = folders.filter((folder) => !projectFolders.some((known) => known === folder))
  return [
    ...names.flatMap((name) => {
      if (name.startsWith('sections/')) return unreadSection(project, name)
      if (name.startsWith('templates/')) return unreadTemplate(project, name)
      return name.startsWith('data/') || name.startsWith('claims/') ? [unreadTable(name)] : []
    }),
    ...unknown.map((folder) => fileNotShown('folder', folder, 'unreadFolder', nearestName(folder, projectFolders) ?? '')),
  ]
}

function fileNotShown(kind: NotShownKind, name: string, reason: NotShown['reason'], nearest = ''): NotShown {
  return { kind, id: name, label: name, reason, values: { nearest }, place: { file: name } }
}

/**
 * A section's text is `sections/NAME.md` or `sections/DOCUMENT/NAME.md`; where a document is made, a name that is no
 * section's has stopped it already.
 */
function unreadSection(project: Project, name: string): NotShown[] {
  const { document, file = '' } = /^sections\/(?:(?<document>[^/]+)\/)?(?<file>[^/]+)$/.exec(name)?.groups ?? {}
  const isOfDocument = document !== undefined && project.documents.some(({ id }) => id === document)
  const known = [...new Set(project.documents.flatMap((spec) => sectionNames(project, spec)))]
  if ((document === undefined || isOfDocument) && known.length > 0 && file.endsWith('.md')) return []
  const [, stem = ''] = /([^/]+?)(?:\.[^./]*)?$/.exec(name) ?? []
  const nearest = nearestName(stem, known)
  const folder = isOfDocument ? `sections/${document}` : 'sections'
  return [fileNotShown('section', name, 'noSection', nearest === null ? '' : `${folder}/${nearest}.md`)]
}

/** A template may be written for a language, and so are the passages that templates share. */
function unreadTemplate({ documents, locale }: Project, name: string): NotShown[] {
  const [, stem] = /^templates\/([^/]+)\.md$/.exec(name) ?? []
  if (stem === undefined) return [fileNotShown('template', name, 'unreadKind')]
  const isUsed = documents.some(({ template }) => stem === template || stem === `${template}.${locale}`)
  const arePassages = localeIds.some((id) => stem === `passages.${id}`)
  return isUsed || arePassages ? [] : [fileNotShown('template', name, 'unusedTemplate')]
}

function unreadTable(name: string): NotShown {
  return fileNotShown('file', name, isTable(name) ? 'notListed' : 'unreadKind')
}
