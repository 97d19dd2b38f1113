/**
 * Document → tagged PDF (PDF/UA-1 and PDF/A-3a). Each rule makes what stands on the page and its place in the
 * structure tree together, so that nothing can be seen without being said, in the order of the document. Lengths in
 * points.
 */

import type { Document } from '../document/blocks.js'
import { wordedIn } from '../errors.js'
import { checkHanded } from '../handed.js'
import { localeAskedFor, locales } from '../locale/index.js'
import { append } from '../long-lists.js'
import { heard, type Steps } from '../steps.js'
import { checkGiven } from './given.js'
import type { RenderOptions } from './html.js'
import { loadHyphenation } from './hyphenation.js'
import { piecesOf } from './pdf/blocks.js'
import { type Context, contextOf, refuseUnprintable } from './pdf/context.js'
import { footerOf, letterheadOf, marginColumnOf } from './pdf/letterhead.js'
import { notesOf } from './pdf/notes.js'
import type { Piece } from './pdf/piece.js'
import type { Edition } from './tagged-pdf/make.js'
import type { Attachment } from './tagged-pdf/page.js'
import type { StructureNode } from './tagged-pdf/structure.js'
import { type Density, densities, page } from './theme.js'

export type PdfOptions = RenderOptions & {
  /** files embedded as the source of the document's numbers: its figures as JSON */
  attachments?: readonly Attachment[]
}

/**
 * The memo as a PDF on A4. The same document gives the same bytes, whatever was rendered before or meanwhile. Throws
 * NotatError where the font lacks a character, with all such places at once.
 */
export async function renderPdf(document: Document, options: PdfOptions = {}): Promise<Uint8Array> {
  checkHanded({ document, survey: document?.survey, options })
  return wordedIn(localeAskedFor(options.locale), () => pdfOf(document, options))
}

async function pdfOf(document: Document, { attachments = [], signal }: PdfOptions): Promise<Uint8Array> {
  checkGiven(document)
  await heard(signal)
  const [{ makeTaggedPdf }, { StructureNode }, hyphenate] = await Promise.all([
    import('./tagged-pdf/make.js'),
    import('./tagged-pdf/structure.js'),
    loadHyphenation(document),
  ])
  const editionOf = function* (density: Density): Steps<Edition> {
    const context = contextOf(document, density, hyphenate)
    const structure = new StructureNode('Document')
    const content = yield* contentOf(document, structure, context)
    refuseUnprintable(document, context)
    return { ...content, structure }
  }
  return makeTaggedPdf({
    metadata: {
      title: document.title,
      author: document.sender.organisation,
      language: locales[document.locale].language,
      date: document.date,
      identity: identityOf(document),
    },
    page,
    editions: lazily(densities, editionOf),
    footer: (number, pages) => footerOf(document.footer, number, pages, contextOf(document, densities[0] as Density, hyphenate)),
    attachments,
    signal,
  })
}

/** The next is made where the one before will not do. */
function* lazily<A, B>(all: Iterable<A>, make: (one: A) => B): Generator<B> {
  for (const one of all) yield make(one)
}

/** Two documents that say the same are the same file. JSON, in parts. A figure's key says what its id says. */
function* identityOf(document: Document): Generator<string> {
  const json = (value: unknown): string => JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? `${inner}` : inner))
  const figures = document.figures.map(({ key, origin, ...figure }) => figure)
  let before = '{'
  for (const [name, value] of Object.entries({ ...document, figures })) {
    yield `${before}${JSON.stringify(name)}:`
    if (Array.isArray(value)) {
      for (const [index, member] of value.entries()) yield `${index === 0 ? '[' : ','}${json(member)}`
      yield value.length === 0 ? '[]' : ']'
    } else {
      yield json(value)
    }
    before = ','
  }
  yield '}'
}

function* contentOf(document: Document, root: StructureNode, context: Context): Steps<Omit<Edition, 'structure'>> {
  const pieces: Piece[] = []
  // a heading brings its own space
  const { overSection } = context.space
  const aboveText = document.blocks[0]?.type === 'heading' ? 0 : overSection
  const letterhead = letterheadOf(document, 6 + aboveText, root, context)
  const marginColumn = marginColumnOf(document.margin, overSection + 3 - aboveText, root, context)
  let section = root
  let inner = root
  for (const block of document.blocks) {
    yield
    if (block.type === 'heading' && block.level === 2) section = inner = root.add('Sect')
    if (block.type === 'heading' && block.level === 3) inner = section.add('Sect')
    append(pieces, piecesOf(block, inner, context))
  }
  if (document.notes.length > 0) append(pieces, notesOf(document.notes, root.add('Sect'), context))
  return { content: [...letterhead, ...marginColumn, { pieces }] }
}
