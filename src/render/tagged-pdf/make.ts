/**
 * Pages and structure tree → a PDF that claims PDF/UA-1 and PDF/A-3a. All that knows the insides of pdfmake and
 * pdfkit is in this folder.
 */
import { fontFamily } from '../fonts.js'
import { TaggedDocument } from './document.js'
import { drawPictures, TaggedLayout } from './layout.js'
import type { Attachment, Metadata, PageColumns, PageNode } from './page.js'
import { TaggedRenderer } from './renderer.js'
import type { StructureNode } from './structure.js'
import { StructureWriter } from './structure-writer.js'

export type TaggedPdf = {
  metadata: Metadata
  /** points */
  page: { width: number; height: number; left: number; top: number; right: number; bottom: number }
  /** pdfmake writes into what it is given: made anew for every call */
  content: PageNode[]
  /** at the foot of each page; pages count from 1 */
  footer: (page: number, pages: number) => PageColumns
  /** root of the tree that the tags of `content` stand in */
  structure: StructureNode
  attachments: readonly Attachment[]
}

/**
 * Deterministic: the same input gives the same bytes, whatever was made before. Text without a structure node, a
 * structure node without content, text that fell off a page and a character without a glyph are errors.
 */
export async function makeTaggedPdf({ metadata, page, content, footer, structure, attachments }: TaggedPdf): Promise<Uint8Array> {
  const document = new TaggedDocument(page, metadata)
  for (const attachment of attachments) document.attach(attachment)
  const layout = new TaggedLayout({ width: page.width, height: page.height }, page)
  const pages = layout.layoutDocument({ stack: content }, document, {}, { font: fontFamily }, null, null, footer, null, null)
  await drawPictures(pages)
  const writer = new StructureWriter(document)
  new TaggedRenderer(document, writer).render(pages, layout.lines)
  writer.write(structure)
  return document.finish()
}
