/**
 * The output formats: what a document can become. Each is loaded when it is first asked for, so that a run without PDF loads no PDF engine.
 * The package root does not import this file: a bundler would follow it to Node's modules.
 */
import type { Document } from '../document/blocks.js'

export type OutputFormatId = 'html' | 'pdf' | 'figures'

export type OutputFormat = {
  id: OutputFormatId
  /** after the document's id and a dot */
  extension: string
  /** the file's bytes; the same document gives the same */
  render: (document: Document) => Promise<Uint8Array>
}

/** A new format is a line here and a file beside this one, with a rule for every block. */
export const outputFormats: readonly OutputFormat[] = [
  { id: 'html', extension: 'html', render: async (document) => utf8(await (await import('./html.js')).renderHtml(document)) },
  { id: 'pdf', extension: 'pdf', render: async (document) => (await import('./pdf.js')).renderPdf(document) },
  { id: 'figures', extension: 'figures.json', render: async (document) => utf8((await import('./figures.js')).renderFigures(document)) },
]

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
