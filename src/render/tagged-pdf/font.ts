/**
 * A face of the registry as pdfkit wants a font: it encodes and measures, and embeds the glyphs that one document
 * used.
 */
import type { Face, Feature } from '../fonts.js'
import type { DocumentInside } from './insides.js'
import { type PdfReference, pdfString } from './pdf-object.js'

/** In thousandths of the type size. */
export type GlyphPosition = { xAdvance: number; yAdvance: 0; xOffset: 0; yOffset: 0; advanceWidth: number }

/**
 * A code of the embedded font: a glyph, and what it stands for here. A glyph that stands for two things (space and
 * no-break space) has two codes.
 */
type Code = { glyph: number; codePoints: readonly number[]; advance: number }

/**
 * In place of pdfkit's EmbeddedFont. The face is shared by all documents and never written to; all that a document
 * adds is kept here.
 */
export class PdfFont {
  readonly name: string
  readonly ascender: number
  readonly descender: number
  readonly lineGap = 0
  readonly xHeight: number
  readonly capHeight: number
  readonly bbox: readonly [number, number, number, number]
  readonly #codes: Code[] = []
  readonly #codeOf = new Map<string, number>()
  #dictionary: PdfReference | null = null

  constructor(
    readonly document: DocumentInside,
    readonly face: Face,
    /** in the resources of a page: `F1` */
    readonly id: string,
  ) {
    this.name = face.name
    this.ascender = face.ascender
    this.descender = face.descender
    this.xHeight = face.xHeight
    this.capHeight = face.capHeight
    this.bbox = face.box
    this.#addCode({ glyph: 0, codePoints: [], advance: face.width('\u0000') })
  }

  /** Codes of a text in hexadecimal, and where the pen goes. A character that the font does not have is an error. */
  encode(text: string, features?: readonly Feature[] | null): [codes: string[], positions: GlyphPosition[]] {
    const glyphs = this.face.set(text, features ?? [])
    const missing = glyphs.find(({ glyph }) => glyph === 0)
    if (missing) throw new Error(`no glyph for ${JSON.stringify(String.fromCodePoint(...missing.codePoints))} in ${JSON.stringify(text)}`)
    return [
      glyphs.map((glyph) => hex(this.#addCode(glyph))),
      glyphs.map(({ advance, kern }) => ({ xAdvance: advance + kern, yAdvance: 0, xOffset: 0, yOffset: 0, advanceWidth: advance })),
    ]
  }

  /** `features` null: pdfmake's way to say none */
  widthOfString(text: string, size: number, features?: readonly Feature[] | null): number {
    return (this.face.width(text, features ?? []) * size) / 1000
  }

  lineHeight(size: number): number {
    return ((this.ascender - this.descender) * size) / 1000
  }

  ref(): PdfReference {
    this.#dictionary ??= this.document.ref({})
    return this.#dictionary
  }

  /** pdfkit calls it at the end; a font that no page used is not embedded. */
  finalize(): void {
    if (this.#dictionary) this.#embed(this.#dictionary)
  }

  #addCode({ glyph, codePoints, advance }: Code): number {
    const key = `${glyph} ${codePoints.join()}`
    const known = this.#codeOf.get(key)
    if (known !== undefined) return known
    const code = this.#codes.length
    this.#codes.push({ glyph, codePoints, advance })
    this.#codeOf.set(key, code)
    return code
  }

  /** ISO 32000-1, 9.6 to 9.10: a composite font whose codes are the glyph numbers of the embedded file. */
  #embed(dictionary: PdfReference): void {
    const { document, face } = this
    const toUnicode = document.ref({})
    toUnicode.end(characterMap(this.#codes))
    const bytes = subsetOf(
      face,
      this.#codes.map(({ glyph }) => glyph),
    )
    const file = document.ref({ Length1: bytes.length })
    file.end(Buffer.from(bytes))
    // six capitals say that this is a subset, and tell subsets of one font apart
    const name = `NOTAT${face.weight === 400 ? 'R' : 'B'}+${face.name}`
    const descriptor = document.ref({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: 4,
      FontBBox: [...face.box],
      ItalicAngle: 0,
      Ascent: face.ascender,
      Descent: face.descender,
      CapHeight: face.capHeight,
      XHeight: face.xHeight,
      StemV: face.weight === 400 ? 84 : 130,
      FontFile2: file,
    })
    descriptor.end()
    const descendant = document.ref({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: pdfString('Adobe'), Ordering: pdfString('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      W: [0, this.#codes.map(({ advance }) => advance)],
      CIDToGIDMap: 'Identity',
    })
    descendant.end()
    Object.assign(dictionary.data, {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: toUnicode,
    })
    dictionary.end()
  }
}

function hex(number: number): string {
  return number.toString(16).padStart(4, '0')
}

/** Code → UTF-16, so that text can be searched, copied and read aloud. Code 0 is the empty box and never shown. */
function characterMap(codes: readonly Code[]): string {
  const lines = codes.slice(1).map(({ codePoints }, index) => {
    const text = String.fromCodePoint(...codePoints)
    return `<${hex(index + 1)}> <${Array.from({ length: text.length }, (_, at) => hex(text.charCodeAt(at))).join('')}>`
  })
  const blocks = Array.from({ length: Math.ceil(lines.length / 100) }, (_, block) => lines.slice(100 * block, 100 * block + 100))
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <ffff>',
    'endcodespacerange',
    ...blocks.flatMap((block) => [`${block.length} beginbfchar`, ...block, 'endbfchar']),
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n')
}

/**
 * A TrueType file with just these glyphs, in this order (a glyph may stand in it twice). What a PDF needs: ISO
 * 32000-1, 9.9.
 */
function subsetOf(face: Face, used: readonly number[]): Uint8Array {
  const [head, hhea, maxp, hmtx, loca, glyf] = ['head', 'hhea', 'maxp', 'hmtx', 'loca', 'glyf'].map(face.table) as [
    DataView,
    DataView,
    DataView,
    DataView,
    DataView,
    DataView,
  ]
  const isLong = head.getInt16(50) === 1
  const offset = (glyph: number) => (isLong ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph))
  const metrics = hhea.getUint16(34)

  const glyphs = [...used]
  const outlines: Uint8Array[] = []
  const bearings: [advance: number, left: number][] = []
  // grows while it runs: a glyph that is put together from others brings them along
  for (const glyph of glyphs) {
    const outline = bytesOf(glyf).slice(offset(glyph), offset(glyph + 1))
    renumberParts(outline, (part) => {
      const known = glyphs.indexOf(part)
      return known >= 0 ? known : glyphs.push(part) - 1
    })
    outlines.push(outline)
    const left = glyph < metrics ? hmtx.getInt16(4 * glyph + 2) : hmtx.getInt16(4 * metrics + 2 * (glyph - metrics))
    bearings.push([hmtx.getUint16(4 * Math.min(glyph, metrics - 1)), left])
  }

  const padded = outlines.map((outline) => Math.ceil(outline.length / 4) * 4)
  const starts = [0]
  for (const [index, length] of padded.entries()) starts.push((starts[index] as number) + length)
  const newGlyf = new Uint8Array(starts[glyphs.length] as number)
  for (const [index, outline] of outlines.entries()) newGlyf.set(outline, starts[index])
  return fontFile({
    glyf: newGlyf,
    head: changed(head, (view) => {
      view.setUint32(8, 0)
      view.setInt16(50, 1)
    }),
    hhea: changed(hhea, (view) => view.setUint16(34, glyphs.length)),
    hmtx: bigEndian(
      bearings.flatMap(([advance, left]) => [advance, left & 0xffff]),
      2,
    ),
    loca: bigEndian(starts, 4),
    maxp: changed(maxp, (view) => view.setUint16(4, glyphs.length)),
  })
}

/** Points the parts of a composite glyph to their new numbers. `outline` is written to. */
function renumberParts(outline: Uint8Array, numberOf: (part: number) => number): void {
  if (outline.length === 0) return
  const view = new DataView(outline.buffer)
  if (view.getInt16(0) >= 0) return
  let flags: number
  let at = 10
  do {
    flags = view.getUint16(at)
    view.setUint16(at + 2, numberOf(view.getUint16(at + 2)))
    const hasWords = (flags & 0x0001) !== 0
    const scale = flags & 0x0008 ? 2 : flags & 0x0040 ? 4 : flags & 0x0080 ? 8 : 0
    at += 4 + (hasWords ? 4 : 2) + scale
  } while (flags & 0x0020)
}

function bytesOf(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
}

function changed(view: DataView, change: (view: DataView) => void): Uint8Array {
  const copy = bytesOf(view).slice()
  change(new DataView(copy.buffer))
  return copy
}

function bigEndian(numbers: readonly number[], size: 2 | 4): Uint8Array {
  const view = new DataView(new ArrayBuffer(numbers.length * size))
  numbers.forEach((number, index) => {
    if (size === 2) view.setUint16(2 * index, number)
    else view.setUint32(4 * index, number)
  })
  return bytesOf(view)
}

/** Tables stand in the order of their names, each on a multiple of four bytes, with its checksum in the directory. */
function fontFile(tables: Record<string, Uint8Array>): Uint8Array {
  const tags = Object.keys(tables).sort()
  const start = 12 + 16 * tags.length
  const lengths = tags.map((tag) => Math.ceil((tables[tag] as Uint8Array).length / 4) * 4)
  const file = new Uint8Array(start + lengths.reduce((sum, length) => sum + length, 0))
  const view = new DataView(file.buffer)
  const power = Math.floor(Math.log2(tags.length))
  view.setUint32(0, 0x00010000)
  view.setUint16(4, tags.length)
  view.setUint16(6, 16 * 2 ** power)
  view.setUint16(8, power)
  view.setUint16(10, 16 * (tags.length - 2 ** power))
  let offset = start
  tags.forEach((tag, index) => {
    const table = tables[tag] as Uint8Array
    const length = lengths[index] as number
    file.set(table, offset)
    for (let at = 0; at < 4; at++) view.setUint8(12 + 16 * index + at, tag.charCodeAt(at))
    let sum = 0
    for (let at = 0; at < length; at += 4) sum = (sum + view.getUint32(offset + at)) >>> 0
    view.setUint32(16 + 16 * index, sum)
    view.setUint32(20 + 16 * index, offset)
    view.setUint32(24 + 16 * index, table.length)
    offset += length
  })
  return file
}
