/** A project and its numbers in a few lines, the memo composed of them, and a memo as plain text, so that a test reads as a memo does. */
import { random } from '../../scripts/random-projects.mjs'
import { build } from '../../src/build.js'
import type { Document, ExhibitNote, Inline } from '../../src/document/blocks.js'
import { composeDocument } from '../../src/document/compose.js'
import { altTextOf } from '../../src/document/walk.js'
import type { Figures, PublishedValue } from '../../src/figure.js'
import { deriveFigures } from '../../src/figures.js'
import { exact, intervalOfPrinted } from '../../src/printed.js'
import { type Project, type ProjectFiles, parseProject } from '../../src/project.js'
import type { Dataset, Tally } from '../../src/tally.js'

/** `[segment, period, index, base]`; index null: only the base is published. */
export type Row = [segment: string, period: string, index: number | null, base: number | null]

export type Memo = {
  /** YAML of `segments:`, one line or more */
  segments: string
  /** YAML of `periods:`; default two years from October */
  periods?: string
  rows?: Row[]
  tallies?: Tally[]
  invited?: [segment: string, period: string, invited: number][]
  /** published per cent by option id */
  shares?: [segment: string, period: string, percent: Record<string, number>, base: number][]
  /** more YAML under `survey:`, indented by two */
  survey?: string
  /** more YAML under the document, indented by four */
  document?: string
  /** more YAML at the end of notat.yaml */
  more?: string
  files?: ProjectFiles
}

export const before = '2022-23'
export const now = '2023-24'
const twoYears = '[{ from: 2022-10-01, to: 2023-09-30 }, { from: 2023-10-01, to: 2024-09-30 }]'
export const oneYear = '[{ from: 2023-10-01, to: 2024-09-30 }]'

export function projectOf({ segments, periods = twoYears, survey = '', document = '', more = '', files = {} }: Memo): Project {
  const text = `locale: da
sender: { organisation: Prøveby Kommune }
survey:
  title: Brugertilfredshed med tilbuddene
  items:
    - { id: overall, label: Brugertilfredshed, text: Jeg er alt i alt tilfreds med forløbet., scale: agreement5 }
  periods: ${periods}
  segments: ${segments}
${survey}
documents:
  - template: orientering
    fields: { date: 2024-12-09 }
${document}
${more}
`
  return parseProject({ 'notat.yaml': text, ...files })
}

export function figuresOf(project: Project, { rows = [], tallies = [], invited = [], shares = [] }: Memo): Figures {
  const item = project.survey.items[0]?.id ?? ''
  const published = (
    metric: string,
    segment: string,
    period: string,
    value: number,
    base: number | null,
    options: string | null = null,
  ): PublishedValue => ({
    metric,
    segment,
    period,
    item,
    provider: null,
    options,
    text: String(value),
    value: exact(value),
    decimals: 0,
    interval: intervalOfPrinted(exact(value), 0, false),
    base,
    place: { file: 'data/2024.csv', line: 2 },
  })
  const dataset: Dataset = {
    tallies,
    published: [
      ...rows.flatMap(([segment, period, index, base]) => {
        if (index !== null) return [published('indexScore', segment, period, index, base)]
        return base === null ? [] : [published('base', segment, period, base, base)]
      }),
      ...shares.flatMap(([segment, period, percent, base]) =>
        Object.entries(percent).map(([option, value]) => published('share', segment, period, value, base, option)),
      ),
      ...invited.map(([segment, period, count]) => published('invited', segment, period, count, null)),
    ],
    sources: [],
  }
  return deriveFigures(project.survey, dataset)
}

export function memoOf(memo: Memo): Document {
  const project = projectOf(memo)
  const [document] = project.documents
  return composeDocument(project, document?.id ?? '', { figures: figuresOf(project, memo), findings: [] })
}

// ── as text ──

/** A document as lines: what a reader sees, in reading order. */
export function textOf(document: Document): string {
  const lines = [
    `${document.kind}: ${document.title}`,
    ...document.margin.map(({ label, lines: entry }) => (label === null ? entry.join(', ') : `${label}: ${entry.join(', ')}`)),
    '',
    ...document.blocks.flatMap((block) => [...blockLines(block), '']),
    ...document.notes.map(({ mark, children }) => `${mark} ${words(children)}`),
    `${document.footer} · ${document.footerDetail ?? ''}`,
  ]
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`
}

/** The prose only: headings, paragraphs and points, one a line. */
export function proseOf(document: Document): string {
  return document.blocks
    .filter(({ type }) => type !== 'table' && type !== 'chart')
    .flatMap(blockLines)
    .join('\n')
}

function blockLines(block: Document['blocks'][number]): string[] {
  switch (block.type) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${words(block.children)}`]
    case 'paragraph':
      return [words(block.children)]
    case 'list':
      return block.items.map((item) => `- ${item.children.flatMap(blockLines).join('\n  ')}`)
    case 'table':
      return [
        `[${block.label}] ${words(block.title)}`,
        ...(block.howTo ? [words(block.howTo)] : []),
        [words(block.stubHead), ...block.spanners.map(({ label }) => words(label)), ...block.columns.map(({ label }) => words(label))].join(
          ' | ',
        ),
        ...block.rows.map(({ kind, indent, label, detail, cells }) =>
          [
            `${'  '.repeat(indent)}${kind === 'row' ? '' : `${kind}: `}${words(label)}${detail ? ` (${words(detail)})` : ''}`,
            ...cells.map(({ children, marks }) => words(children) + marks.join('')),
          ].join(' | '),
        ),
        ...block.notes.map(noteLine),
      ]
    case 'chart':
      return [
        `[${block.label}] ${words(block.title)}`,
        ...(block.howTo ? [words(block.howTo)] : []),
        `Alt: ${altTextOf(block)}`,
        block.data.columns.map(({ label }) => words(label)).join(' | '),
        ...block.data.rows.map(({ label, indent, cells }) => ['  '.repeat(indent) + words(label), ...cells.map(words)].join(' | ')),
        ...block.notes.map(noteLine),
      ]
  }
}

function noteLine(note: ExhibitNote): string {
  return `${note.kind === 'marked' ? `${note.mark} ` : ''}${words(note.children)}`
}

/** Inlines as words; a no-break space as `~`, a note's mark in brackets, lead-ins between stars. */
export function words(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'strong') return `*${words(inline.children)}*`
      if (inline.type === 'noteReference') return `[${inline.text}]`
      return 'children' in inline ? words(inline.children) : inline.text
    })
    .join('')
    .replaceAll('\u00a0', '~')
}

/** All that a project's documents say, as text with plain spaces; the build has found nothing to tell of. */
export async function toldBy(files: ProjectFiles): Promise<string> {
  const { documents, isStopped, findings } = await build(parseProject(files), { formats: [] })
  if (isStopped || findings.length > 0) throw new Error(`stopped, or found: ${findings.map(({ id }) => id).join(', ')}`)
  return documents.map(textOf).join('\n').replaceAll('\u00a0', ' ').replaceAll('~', ' ')
}

/** Its sentences: neither tables nor their captions, without the marks of points and what is set off before them. */
export function sentencesIn(memo: string): string[] {
  return memo
    .split('\n')
    .filter((line) => !line.includes(' | ') && !line.startsWith('['))
    .flatMap((line) => line.split(/(?<=\.) (?=\p{Lu})/u))
    .map((sentence) => sentence.replace(/^- /, '').replace(/^\*.*?\* ?/, ''))
    .map((sentence) => sentence.trim())
}

/** Whole numbers from nought, the same for the same seed. */
export function belowOf(seed: number): (most: number) => number {
  const dice = random(seed)
  return (most) => Math.floor(dice() * most)
}
