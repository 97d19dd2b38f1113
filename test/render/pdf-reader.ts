/** Reads what pdfkit writes (no object streams, no encryption), straight from the bytes: objects, structure tree, marked content and its text. */
import { inflateSync } from 'node:zlib'

export type Value = null | boolean | number | string | Name | Reference | Value[] | Dictionary
export type Dictionary = Map<string, Value>
export class Name {
  constructor(readonly name: string) {}
}
export class Reference {
  constructor(readonly number: number) {}
}
type PdfObject = { value: Value; stream: Buffer | null }

export type Pdf = {
  text: string
  objects: Map<number, PdfObject>
  root: Dictionary
  pages: Dictionary[]
  get(value: Value | undefined): Value
  dictionary(value: Value | undefined): Dictionary
  list(value: Value | undefined): Value[]
  stream(value: Value | undefined): Buffer
}

export function readPdf(bytes: Uint8Array): Pdf {
  const text = Buffer.from(bytes).toString('latin1')
  const objects = new Map<number, PdfObject>()
  for (const match of text.matchAll(/(?<=\n)(\d+) 0 obj\n/g)) {
    const lexer = new Lexer(text, match.index + match[0].length)
    const value = lexer.value()
    const length = value instanceof Map ? value.get('Length') : null
    const start = text.startsWith('\nstream\n', lexer.at) ? lexer.at + 8 : null
    const stream = start === null || typeof length !== 'number' ? null : Buffer.from(bytes.subarray(start, start + length))
    objects.set(Number(match[1]), { value, stream })
  }
  const get = (value: Value | undefined): Value => (value instanceof Reference ? get(objects.get(value.number)?.value) : (value ?? null))
  const dictionary = (value: Value | undefined): Dictionary => {
    const found = get(value)
    return found instanceof Map ? found : new Map()
  }
  const list = (value: Value | undefined): Value[] => {
    const found = get(value)
    return Array.isArray(found) ? found : found === null ? [] : [found]
  }
  const stream = (value: Value | undefined): Buffer => {
    const object = value instanceof Reference ? objects.get(value.number) : undefined
    if (!object?.stream) return Buffer.alloc(0)
    return nameOf(dictionary(value).get('Filter')) === 'FlateDecode' ? inflateSync(object.stream) : object.stream
  }
  const trailer = new Lexer(text, text.lastIndexOf('trailer\n') + 8).value()
  const root = dictionary(dictionary(trailer).get('Root'))
  const pages = list(dictionary(root.get('Pages')).get('Kids')).map(dictionary)
  return { text, objects, root, pages, get, dictionary, list, stream }
}

export function nameOf(value: Value | undefined): string | undefined {
  return value instanceof Name ? value.name : undefined
}

class Lexer {
  constructor(
    readonly text: string,
    public at: number,
  ) {}

  skip(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at++
  }

  value(): Value {
    this.skip()
    const { text } = this
    const character = text[this.at]
    if (text.startsWith('<<', this.at)) {
      this.at += 2
      const dictionary: Dictionary = new Map()
      for (;;) {
        this.skip()
        if (text.startsWith('>>', this.at)) break
        dictionary.set((this.value() as Name).name, this.value())
      }
      this.at += 2
      return dictionary
    }
    if (character === '[') {
      this.at++
      const values: Value[] = []
      for (this.skip(); text[this.at] !== ']'; this.skip()) values.push(this.value())
      this.at++
      return values
    }
    if (character === '(') return this.string()
    if (character === '<') {
      const end = text.indexOf('>', this.at)
      const hex = text.slice(this.at + 1, end)
      this.at = end + 1
      return `<${hex}>`
    }
    const word = /^\/?[^\s/<>[\]()]*/.exec(text.slice(this.at, this.at + 200)) as RegExpExecArray
    const reference = /^(\d+) 0 R(?!\w)/.exec(text.slice(this.at, this.at + 20))
    this.at += reference ? reference[0].length : word[0].length
    if (reference) return new Reference(Number(reference[1]))
    if (character === '/') return new Name(word[0].slice(1))
    if (word[0] === 'true' || word[0] === 'false') return word[0] === 'true'
    if (word[0] === 'null') return null
    return Number(word[0])
  }

  /** UTF-16 where it begins with a byte order mark */
  string(): string {
    let bytes = ''
    for (this.at++; this.text[this.at] !== ')'; this.at++) {
      if (this.text[this.at] === '\\') {
        this.at++
        const escaped = this.text[this.at] as string
        bytes += { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[escaped] ?? escaped
      } else bytes += this.text[this.at]
    }
    this.at++
    return bytes.startsWith('\xfe\xff') ? Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le') : bytes
  }
}

// ── structure tree ──

export type Element = {
  type: string
  number: number
  parent: Element | null
  dictionary: Dictionary
  /** of all owners */
  attributes: Dictionary
  children: (Element | { page: number; mcid: number } | { annotation: number; page: number })[]
}

export function structureOf(pdf: Pdf): Element {
  const tree = pdf.dictionary(pdf.root.get('StructTreeRoot'))
  const read = (reference: Value, parent: Element | null): Element => {
    const dictionary = pdf.dictionary(reference)
    const attributes: Dictionary = new Map(pdf.list(dictionary.get('A')).flatMap((owner) => [...pdf.dictionary(owner)]))
    const element: Element = {
      type: nameOf(dictionary.get('S')) ?? '',
      number: (reference as Reference).number,
      parent,
      dictionary,
      attributes,
      children: [],
    }
    for (const child of pdf.list(dictionary.get('K'))) {
      const own = (dictionary.get('Pg') as Reference | undefined)?.number ?? -1
      if (typeof child === 'number') element.children.push({ page: own, mcid: child })
      else if (child instanceof Reference) element.children.push(read(child, element))
      else {
        const part = child as Dictionary
        const page = (part.get('Pg') as Reference).number
        if (nameOf(part.get('Type')) === 'MCR') element.children.push({ page, mcid: part.get('MCID') as number })
        if (nameOf(part.get('Type')) === 'OBJR') element.children.push({ page, annotation: (part.get('Obj') as Reference).number })
      }
    }
    return element
  }
  return read(pdf.list(tree.get('K'))[0] as Value, null)
}

export function elementsOf(root: Element): Element[] {
  return [root, ...root.children.flatMap((child) => ('type' in child ? elementsOf(child) : []))]
}

/** What an element says, in reading order; a figure says its alt text. */
export function textOf(pdf: Pdf, element: Element, contents: Contents): string {
  if (element.type === 'Figure') return `[${element.dictionary.get('Alt')}]`
  return element.children
    .map((child) => ('type' in child ? textOf(pdf, child, contents) : 'mcid' in child ? (contents.get(contentKey(child)) ?? '') : ''))
    .join('')
}

// ── marked content ──

export type Contents = Map<string, string>

export function contentKey({ page, mcid }: { page: number; mcid: number }): string {
  return `${page} ${mcid}`
}

export type Marked = {
  /** object number of the page */
  page: number
  tag: string
  mcid: number | null
  /** kind of artifact: "Pagination/Footer" */
  artifact: string
  text: string
}

const painting = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh', 'Do', 'Tj', 'TJ'])
const building = new Set(['m', 'l', 'c', 'v', 'y', 're', 'h', 'W', 'W*', 'n'])

/** Every marked sequence of the pages in the order of drawing, and what breaks the grammar. */
export function markedContentOf(pdf: Pdf): { marked: Marked[]; faults: string[] } {
  const marked: Marked[] = []
  const faults: string[] = []
  for (const reference of pdf.list(pdf.dictionary(pdf.root.get('Pages')).get('Kids')) as Reference[]) {
    const page = pdf.dictionary(reference)
    const fonts = pdf.dictionary(pdf.dictionary(page.get('Resources')).get('Font'))
    const maps = new Map(
      [...fonts].map(([name, font]) => [name, unicodeMap(pdf.stream(pdf.dictionary(font).get('ToUnicode')).toString('latin1'))]),
    )
    const content = pdf.stream(page.get('Contents')).toString('latin1')
    let open: Marked | null = null
    let isPathOpen = false
    let depth = 0
    let map = new Map<string, string>()
    for (const { operator, operands } of operatorsOf(content)) {
      if (operator === 'BDC') {
        if (open) faults.push(`marked content inside marked content: ${open.tag}`)
        const properties = operands[1] as Dictionary
        const mcid = properties.get('MCID')
        open = {
          page: reference.number,
          tag: nameOf(operands[0]) ?? '',
          mcid: typeof mcid === 'number' ? mcid : null,
          artifact: [nameOf(properties.get('Type')), nameOf(properties.get('Subtype'))].filter(Boolean).join('/'),
          text: '',
        }
        marked.push(open)
      }
      if (operator === 'EMC') open = null
      if (operator === 'q') depth++
      if (operator === 'Q') depth--
      if (operator === 'm' || operator === 're') isPathOpen = true
      else if (isPathOpen && !building.has(operator) && !painting.has(operator)) faults.push(`${operator} inside a path`)
      if (['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'n'].includes(operator)) isPathOpen = false
      if (operator === 'Tf') map = maps.get(nameOf(operands[0]) ?? '') ?? new Map()
      if (painting.has(operator) && !open) faults.push(`painted without being marked: ${operator}`)
      if (operator === 'TJ') {
        const codes = (operands[0] as Value[]).filter((part) => typeof part === 'string').flatMap((hex) => hex.match(/[0-9a-f]{4}/g) ?? [])
        if (codes.includes('0000')) faults.push('the empty box is shown')
        if (open) open.text += codes.map((code) => map.get(code) ?? '\ufffd').join('')
      }
    }
    if (open || depth !== 0) faults.push('marked content or graphics state left open')
  }
  return { marked, faults }
}

function unicodeMap(cmap: string): Map<string, string> {
  return new Map(
    [...cmap.matchAll(/<([0-9a-f]{4})> <([0-9a-f]+)>/g)].map(([, code, utf16]) => [
      code as string,
      Buffer.from(utf16 as string, 'hex')
        .swap16()
        .toString('utf16le'),
    ]),
  )
}

function* operatorsOf(content: string): Generator<{ operator: string; operands: Value[] }> {
  const lexer = new Lexer(content, 0)
  let operands: Value[] = []
  for (lexer.skip(); lexer.at < content.length; lexer.skip()) {
    const operator = /^[A-Za-z'"][A-Za-z0-9*]*/.exec(content.slice(lexer.at, lexer.at + 10))
    if (!operator) {
      operands.push(lexer.value())
      continue
    }
    lexer.at += operator[0].length
    yield { operator: operator[0], operands }
    operands = []
  }
}
