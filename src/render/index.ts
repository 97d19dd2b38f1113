/**
 * The output formats: what a document can become. Each is loaded when it is first asked for, so that a run without
 * PDF loads no PDF engine. The package root does not import this file: a bundler would follow it to Node's modules.
 */
import type { Document } from '../document/blocks.js'
import { locales } from '../locale/index.js'
import type { RenderOptions } from './html.js'

export type OutputFormat = {
  /** what `formats:` of a project and `--format` call it */
  id: string
  /** after the document's id and a dot */
  extension: string
  /** the file's bytes; the same document gives the same */
  render: (document: Document, options?: RenderOptions) => Promise<Uint8Array>
  /** comes with every document, and is not asked for */
  isAlwaysMade?: true
}

/** A new format is a line here and a file beside this one, with a rule for every block. */
const list = [
  {
    id: 'html',
    extension: 'html',
    render: async (document, options) => utf8(await (await import('./html.js')).renderHtml(document, options)),
  },
  {
    id: 'pdf',
    extension: 'pdf',
    render: async (document, options) =>
      (await import('./pdf.js')).renderPdf(document, { ...options, attachments: [await figuresOf(document)] }),
  },
  {
    id: 'figures',
    extension: 'figures.json',
    isAlwaysMade: true,
    render: figuresFile,
  },
] as const satisfies readonly OutputFormat[]

export type OutputFormatId = (typeof list)[number]['id']

export const outputFormats: readonly (OutputFormat & { id: OutputFormatId })[] = list

/** The formats a project or a command line may ask for. */
export const formatsToAskFor = outputFormats.filter(({ isAlwaysMade }) => !isAlwaysMade).map(({ id }) => id)

/** The PDF carries the figures it prints, so that it can prove them. */
async function figuresOf(document: Document) {
  const { figuresAttachment: description } = locales[document.locale].render
  return { name: `${document.id}.figures.json`, bytes: await figuresFile(document), mime: 'application/json', description }
}

const figuresFiles = new WeakMap<Document, Uint8Array>()

/** Made once, since a PDF carries the file that stands beside it. */
async function figuresFile(document: Document): Promise<Uint8Array> {
  const known = figuresFiles.get(document)
  if (known) return known
  const bytes = utf8((await import('./figures.js')).renderFigures(document))
  figuresFiles.set(document, bytes)
  return bytes
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
