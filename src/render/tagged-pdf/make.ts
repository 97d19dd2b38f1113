/**
 * Pages and structure tree → a PDF that claims PDF/UA-1 and PDF/A-3a. All that knows the insides of pdfmake and
 * pdfkit is in this folder.
 */

import { heard, inSteps, type Steps } from '../../steps.js'
import { fontFamily } from '../fonts.js'
import { TaggedDocument } from './document.js'
import type { LaidOutPage } from './insides.js'
import { drawPictures, TaggedLayout } from './layout.js'
import type { Attachment, Metadata, PageColumns, PageFlow, PageNode } from './page.js'
import { faultsOf } from './pagination.js'
import { TaggedRenderer } from './renderer.js'
import type { StructureNode } from './structure.js'
import { StructureWriter } from './structure-writer.js'

export type TaggedPdf = {
  metadata: Metadata
  /** points */
  page: { width: number; height: number; left: number; top: number; right: number; bottom: number }
  /** Ways to set the same content, the next one closer; the first whose pages are well filled is taken. */
  editions: Iterable<Edition | Steps<Edition>>
  /** at the foot of each page; pages count from 1 */
  footer: (page: number, pages: number) => PageColumns
  attachments: readonly Attachment[]
  /** it is stopped when it aborts */
  signal?: AbortSignal | undefined
}

/** pdfmake writes into what it is given: made anew for every call. `structure` is the root of the tree of its tags. */
export type Edition = { content: (PageNode | PageFlow)[]; structure: StructureNode }

/** A last page is worth closing up for under such a share of it, and of a long memo the closing up saves more. */
const saved = { page: 0.4, ofEachPage: 0.05 }

/**
 * Deterministic: the same input gives the same bytes, whatever was made before. Text without a structure node, a
 * structure node without content, text that fell off a page and a character without a glyph are errors.
 */
export async function makeTaggedPdf({ metadata, page, editions, footer, attachments, signal }: TaggedPdf): Promise<Uint8Array> {
  const document = new TaggedDocument(page, metadata)
  for (const attachment of attachments) document.attach(attachment)
  const { layout, pages, structure } = await inSteps(
    bestEdition(editions, function* ({ content }) {
      const layout = new TaggedLayout({ width: page.width, height: page.height }, page)
      return { layout, pages: yield* layout.layOut(content, { document, font: fontFamily, footer }) }
    }),
    signal,
  )
  await drawPictures(pages, signal)
  const writer = new StructureWriter(document)
  await inSteps(new TaggedRenderer(document, writer).render(pages, layout.lines), signal)
  writer.write(structure)
  await heard(signal)
  return document.finish()
}

type LaidOut = { layout: TaggedLayout; pages: LaidOutPage[] }

/** The one with the fewest faults on the fewest pages, of those the first. None is tried where nothing is to gain. */
function* bestEdition(
  editions: TaggedPdf['editions'],
  layOut: (edition: Edition) => Steps<LaidOut>,
): Steps<LaidOut & { structure: StructureNode }> {
  let best: (LaidOut & { structure: StructureNode; faults: number }) | null = null
  for (const made of editions) {
    const edition = 'next' in made ? yield* made : made
    const laidOut = yield* layOut(edition)
    const faults = faultsOf(laidOut.layout.plan)
    const isBetter = !best || faults < best.faults || (faults === best.faults && laidOut.pages.length < best.pages.length)
    if (isBetter) best = { ...laidOut, structure: edition.structure, faults }
    const last = laidOut.layout.plan.at(-1)
    if (faults === 0 && (laidOut.pages.length === 1 || !last || last.fill >= Math.max(saved.page, saved.ofEachPage * laidOut.pages.length)))
      break
  }
  if (!best) throw new Error('a document without an edition')
  return best
}
