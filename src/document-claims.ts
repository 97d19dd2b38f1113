/** Our own Document → Claims: what its words and numbers say, to be held against the figures it was made from. */
import { type Assertion, type Claim, intervalOfClaim, type TextClaims } from './claim.js'
import type { Block, Document, FigureText, Inline, List } from './document/blocks.js'
import { leavesOf, runsOf } from './document/walk.js'
import { locales } from './locale/index.js'
import { intervalOfPrinted, parsePrinted } from './printed.js'
import type { DocumentSpec } from './project.js'
import { claimsOfText, type TextOptions } from './prose-claims/index.js'
import { sentencesOf, settingOf } from './prose-claims/sentences.js'
import type { Passage, TextBlock } from './read/text/passages.js'

/** A passage, and its numbers: where each stands in it. */
type Printed = { type: Exclude<TextBlock['type'], 'table'>; text: string; figures: { at: number; printed: FigureText }[] }

/** The document, and its figures by id. */
type Naming = { document: Document; figures: ReadonlyMap<string, Document['figures'][number]> }

/**
 * What a document of ours claims. Every printed number is a claim on the figure that its slot names, with the words of its sentence, or of its cell,
 * as its place; whatever the words around it seem to say. Directions ("steget") and what is asserted besides are found in the words as in anybody's
 * text. The place's file is the document's id.
 *
 * @param options the periods the document tells of; default the survey's last, compared with the one before; and where its fields stand
 */
export function claimsOf(
  document: Document,
  options: Pick<TextOptions, 'period' | 'compareWith'> & Partial<Pick<DocumentSpec, 'places'>> = {},
): TextClaims {
  const { survey, locale } = document
  const naming: Naming = { document, figures: new Map(document.figures.map((figure) => [figure.id, figure])) }
  const prose = proseOf(document)
  const blocks = prose.map(({ type, text }): TextBlock => ({ type, passage: passageOf(text) }))
  const found = claimsOfText({ file: document.id, blocks }, survey, { ...options, locale, isOfSurvey: true })
  const setting = settingOf(survey, locales[locale])
  const numbers = prose.flatMap(({ text, figures }) => {
    const sentences = figures.length > 0 ? sentencesOf(passageOf(text), setting) : []
    return figures.flatMap(({ at, printed }) => numberOf(naming, printed, sentences.findLast(({ start }) => start <= at)?.text ?? text))
  })
  const directions = found.claims.filter(({ direction }) => direction !== null).map((claim) => ({ ...claim, interval: null, decimals: 0 }))
  return {
    ...found,
    claims: [...numbers, ...cellsOf(naming), ...directions],
    assertions: [...dateOf(document, options), ...(found.assertions ?? [])],
  }
}

/** The document's own date, which stands in its margin. */
function dateOf({ id, date }: Document, { places }: Partial<Pick<DocumentSpec, 'places'>>): Assertion[] {
  return date === '' ? [] : [{ kind: 'date', of: 'document', date, place: places?.fields.date ?? { file: id } }]
}

function passageOf(text: string): Passage {
  return { text, marks: [{ at: 0, line: null, page: null }] }
}

/** The claim a printed number makes; none where it is not a plain number. A change stands without its sign where words tell the direction. */
function numberOf({ document, figures }: Naming, { figure, text }: FigureText, words: string): Claim[] {
  const { id, locale, survey } = document
  const known = figures.get(figure)
  const parsed = parsePrinted(text, locales[locale].numbers)
  if (!known || 'reason' in parsed) return []
  const { value, decimals } = parsed
  const isFall = known.kind === 'change' && known.printed?.startsWith('-') && value.numerator > 0n
  const signed = isFall ? { ...value, numerator: -value.numerator } : value
  const isFigure = known.kind === 'metric' || known.kind === 'change'
  const interval = isFigure ? intervalOfClaim(figure, signed, decimals, null, survey) : intervalOfPrinted(signed, decimals, true)
  return [{ figure, text, interval, decimals, direction: null, place: { file: id, words } }]
}

/** The numbers of tables, and of those behind charts. */
function cellsOf(naming: Naming): Claim[] {
  return naming.document.blocks.flatMap((block) => {
    const cells = runsOf(block).filter(({ part }) => part === 'cell')
    return cells.flatMap(({ inlines }) => {
      const { text, figures } = wordsOf(inlines)
      return figures.flatMap(({ printed }) => numberOf(naming, printed, text))
    })
  })
}

/** Everything that is read as sentences: the text, titles, what stands under tables and charts, the notes. */
function proseOf({ title, blocks, notes }: Document): Printed[] {
  const ofNotes = notes.map(({ children }) => put('paragraph', children))
  return [put('heading', [{ type: 'text', text: title }]), ...blocks.flatMap(proseOfBlock), ...ofNotes]
}

function proseOfBlock(block: Block): Printed[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [put(block.type, block.children)]
    case 'list':
      return pointsOf(block)
    case 'table':
    case 'chart': {
      const caption: Inline[] = [{ type: 'text', text: `${block.label}: ` }, ...block.title]
      const below = [...(block.howTo ? [block.howTo] : []), ...block.notes.map(({ children }) => children)]
      return [put('caption', caption), ...below.map((children) => put('paragraph', children))]
    }
  }
}

/** A point is one passage: what its paragraphs say belongs together. */
function pointsOf({ items }: List): Printed[] {
  return items.flatMap(({ children }) => {
    const paragraphs = children.flatMap((child) => (child.type === 'paragraph' ? [child.children] : []))
    const own = paragraphs.flatMap((inlines, index): Inline[] => (index === 0 ? inlines : [{ type: 'text', text: ' ' }, ...inlines]))
    return [put('point', own), ...children.flatMap((child) => (child.type === 'list' ? pointsOf(child) : []))]
  })
}

function put(type: Printed['type'], children: readonly Inline[]): Printed {
  return { type, ...wordsOf(children) }
}

/** The words of inlines without the marks of notes, and where in them numbers stand. */
function wordsOf(inlines: readonly Inline[]): Pick<Printed, 'text' | 'figures'> {
  let text = ''
  const figures: Printed['figures'] = []
  for (const leaf of leavesOf(inlines)) {
    if (leaf.type === 'figure') figures.push({ at: text.length, printed: leaf })
    if (leaf.type !== 'noteReference') text += leaf.text
  }
  return { text, figures }
}
