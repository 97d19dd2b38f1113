/** pdfmake's document, made to claim PDF/UA-1 and PDF/A-3a and to keep what it claims. */
import { createHash } from 'node:crypto'
import { faceOf, fontFamily, type Weight } from '../fonts.js'
import { PdfFont } from './font.js'
import { type DocumentInside, PdfmakeDocument } from './insides.js'
import type { Attachment, Metadata } from './page.js'
import { pdfString } from './pdf-object.js'

const path = / (?:[mlcvy]|re)$|^h$/
const paint = /^(?:[fFBbSsn]\*?|W\*? n)$/
const state = / (?:cs|CS|scn|SCN|gs|w|d|j|J|M)$/

/** So many characters are made bytes at once. */
const mostUnwritten = 2 ** 16

export class TaggedDocument extends PdfmakeDocument {
  readonly #metadata: Metadata
  readonly #fonts: Record<Weight, PdfFont>
  /**
   * What was written. Not a private field: the constructor of the class above writes already, before fields of this
   * one are there.
   */
  declare written: Uint8Array[] | undefined
  /**
   * Lines of the file that are not among `written` yet: made bytes many at a time, since a long document has a
   * million of them.
   */
  declare unwritten: string | undefined
  #heldPath: string[] = []
  /** Operators that are not in the content of their page yet, and the page. */
  #operators: string[] = []
  #operatorsOf: DocumentInside['page'] | null = null

  constructor(size: { width: number; height: number }, metadata: Metadata) {
    const time = new Date(`${metadata.date}T00:00:00Z`)
    super(
      { [fontFamily]: { normal: '400', bold: '600' } },
      {},
      {},
      {},
      {
        size: [size.width, size.height],
        pdfVersion: '1.7',
        subset: 'PDF/A-3a',
        tagged: true,
        displayTitle: true,
        lang: metadata.language,
        autoFirstPage: false,
        font: null,
        info: {
          Title: metadata.title,
          Author: metadata.author,
          Creator: 'notat',
          Producer: 'notat (pdfkit)',
          CreationDate: time,
          ModDate: time,
        },
      },
      null,
      () => false,
    )
    this.#metadata = metadata
    this.#fonts = { 400: new PdfFont(this, faceOf(400), 'F1'), 600: new PdfFont(this, faceOf(600), 'F2') }
    this._fontFamilies['400'] = this.#fonts[400]
    this._fontFamilies['600'] = this.#fonts[600]
    const identity = createHash('md5')
    for (const part of metadata.identity) identity.update(part)
    this._id = identity.digest()
    // pdfkit sorts names by the locale of the machine; a PDF wants them in the order of their bytes
    this._root.data.Names.data.Dests._compareKeys = byBytes
  }

  /** pdfmake asks by family and style. There are no italics. */
  override provideFont(family: string, isBold: boolean): PdfFont {
    if (family !== fontFamily) throw new Error(`unknown font family: ${family}, expected ${fontFamily}`)
    return this.#fonts[isBold ? 600 : 400]
  }

  /**
   * pdfmake sets colours between building a path and painting it, and paints without a path before each word: both
   * break the grammar of content streams (ISO 32000-1, figure 9). So a path is held back until it is painted.
   */
  override addContent(operator: string): this {
    if (path.test(operator)) {
      this.#heldPath.push(operator)
      return this
    }
    if (paint.test(operator) && this.#heldPath.length === 0) return this
    if (this.page !== this.#operatorsOf) this.#writeOperators()
    if (this.#heldPath.length > 0 && !state.test(operator)) {
      this.#operators.push(...this.#heldPath)
      this.#heldPath = []
    }
    this.#operators.push(operator)
    return this
  }

  /** pdfkit makes bytes of what it is given each time, so a page's operators are given at once. */
  #writeOperators(): void {
    if (this.#operators.length > 0) this.#operatorsOf?.write(this.#operators.join('\n'))
    this.#operators = []
    this.#operatorsOf = this.page
  }

  /** pdfkit ends pages here. */
  override flushPages(): void {
    this.#writeOperators()
    super.flushPages()
  }

  /**
   * pdfkit's own does not escape. Adds the claim of PDF/UA-1, with the extension schema that PDF/A asks for with it
   * (ISO 19005-3, 6.6.2.3).
   */
  override _addInfo(): void {
    const { title, author, language, date } = this.#metadata
    const time = `${date}T00:00:00Z`
    this.appendXML(`
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreateDate>${time}</xmp:CreateDate><xmp:ModifyDate>${time}</xmp:ModifyDate><xmp:CreatorTool>notat</xmp:CreatorTool></rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator><dc:language><rdf:Bag><rdf:li>${escapeXml(language)}</rdf:li></rdf:Bag></dc:language></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>notat (pdfkit)</pdf:Producer></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`)
  }

  /**
   * Embeds a file as the source of the document's numbers. pdfkit's own `file` writes a checksum of the wrong length.
   */
  attach({ name, bytes, mime, description }: Attachment): void {
    const time = new Date(`${this.#metadata.date}T00:00:00Z`)
    const file = this.ref({
      Type: 'EmbeddedFile',
      Subtype: mime.replace('/', '#2F'),
      Params: { Size: bytes.length, ModDate: time, CreationDate: time, CheckSum: createHash('md5').update(bytes).digest() },
    })
    file.end(Buffer.from(bytes))
    const specification = this.ref({
      Type: 'Filespec',
      AFRelationship: 'Source',
      F: pdfString(name),
      UF: pdfString(name),
      Desc: pdfString(description),
      EF: { F: file, UF: file },
    })
    specification.end()
    this.addNamedEmbeddedFile(name, specification)
    this._root.data.Names.data.EmbeddedFiles._compareKeys = byBytes
    this._root.data.AF = [...(this._root.data.AF ?? []), specification]
  }

  /**
   * The document is a stream that nobody reads: what it writes is kept here, so that the bytes are there when `end`
   * returns. A text is a line, and each of its characters a byte.
   */
  override _write(chunk: string | Uint8Array): void {
    if (typeof chunk === 'string') {
      this.unwritten = `${this.unwritten ?? ''}${chunk}\n`
      this._offset += chunk.length + 1
      if (this.unwritten.length >= mostUnwritten) this.writeLines()
    } else {
      this.writeLines()
      this.written?.push(chunk)
      this._offset += chunk.length
    }
  }

  writeLines(): void {
    this.written ??= []
    if (this.unwritten) this.written.push(Buffer.from(this.unwritten, 'latin1'))
    this.unwritten = ''
  }

  /** Called once, with null, when all has been written. */
  override push(): boolean {
    this.writeLines()
    return true
  }

  /** Ends the document and gives the file. */
  finish(): Uint8Array {
    this.end()
    return new Uint8Array(Buffer.concat(this.written ?? []))
  }
}

function byBytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
