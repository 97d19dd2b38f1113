/**
 * Document → tagged PDF (PDF/UA-1 and PDF/A-3a). Each rule makes what stands on the page and its place in the
 * structure tree together, so that nothing can be seen without being said, in the order of the document. Lengths in
 * points.
 */

import type { Document } from '../document/blocks.js'
import { locales } from '../locale/index.js'
import { append } from '../long-lists.js'
import { piecesOf } from './pdf/blocks.js'
import { type Context, refuseUnprintable } from './pdf/context.js'
import { footerOf, letterheadOf, marginColumnOf } from './pdf/letterhead.js'
import { notesOf } from './pdf/notes.js'
import { keepHeadings, keepNotes, type Piece, withoutLastMargin } from './pdf/piece.js'
import type { Attachment, PageNode } from './tagged-pdf/page.js'
import type { StructureNode } from './tagged-pdf/structure.js'
import { page, paperSpace } from './theme.js'

export type PdfOptions = {
  /** files embedded as the source of the document's numbers: its figures as JSON */
  attachments?: readonly Attachment[]
}

/**
 * The memo as a PDF on A4. The same document gives the same bytes, whatever was rendered before or meanwhile. Throws
 * NotatError where the font lacks a character, with all such places at once.
 */
export async function renderPdf(document: Document, { attachments = [] }: PdfOptions = {}): Promise<Uint8Array> {
  const [{ makeTaggedPdf }, { StructureNode }] = await Promise.all([import('./tagged-pdf/make.js'), import('./tagged-pdf/structure.js')])
  const words = locales[document.locale].render
  const context: Context = { words, unprintable: [], section: '' }
  const root = new StructureNode('Document')
  const content = contentOf(document, root, context)
  refuseUnprintable(document, context)
  return makeTaggedPdf({
    metadata: {
      title: document.title,
      author: document.sender.organisation,
      language: locales[document.locale].language,
      date: document.date,
      identity: identityOf(document),
    },
    page,
    content,
    footer: (number, pages) => footerOf(document.footer, number, pages, context),
    structure: root,
    attachments,
  })
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

function contentOf(document: Document, root: StructureNode, context: Context): PageNode[] {
  const pieces: Piece[] = []
  // a heading brings its own space
  const aboveText = document.blocks[0]?.type === 'heading' ? 0 : paperSpace.overSection
  const letterhead = letterheadOf(document, 6 + aboveText, root, context)
  const marginColumn = marginColumnOf(document.margin, paperSpace.overSection + 3 - aboveText, root, context)
  let section = root
  let inner = root
  for (const block of document.blocks) {
    if (block.type === 'heading' && block.level === 2) section = inner = root.add('Sect')
    if (block.type === 'heading' && block.level === 3) inner = section.add('Sect')
    append(pieces, piecesOf(block, inner, context))
  }
  if (document.notes.length > 0) {
    const notes = notesOf(document.notes, root.add('Sect'), context)
    append(pieces, keepNotes(pieces.pop(), notes))
  }
  return withoutLastMargin([...letterhead, ...marginColumn, ...keepHeadings(pieces)])
}
