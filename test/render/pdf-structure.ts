/** What a tagged PDF must be, checked without Java: the rules of PDF/UA-1 and PDF/A-3a that a renderer could break, and some that no validator knows. */
import {
  type Contents,
  contentKey,
  type Dictionary,
  type Element,
  elementsOf,
  markedContentOf,
  nameOf,
  type Pdf,
  type Reference,
  readPdf,
  structureOf,
  textOf,
} from './pdf-reader.js'

/** Everything that is wrong with a PDF, in words. Empty for a good one. */
export function faultsOf(bytes: Uint8Array): string[] {
  const pdf = readPdf(bytes)
  const root = structureOf(pdf)
  const elements = elementsOf(root)
  const { marked, faults } = markedContentOf(pdf)
  return [
    ...faults,
    ...claims(pdf),
    ...nesting(pdf, elements),
    ...tables(elements),
    ...identities(pdf, elements),
    ...contentLinks(pdf, elements, marked),
    ...annotationLinks(pdf, elements),
    ...fonts(pdf),
  ]
}

/** The texts of a PDF's structure tree in reading order, one an element that holds words of its own. */
export function readingOrder(bytes: Uint8Array): { type: string; text: string }[] {
  const pdf = readPdf(bytes)
  const contents = contentsOf(pdf)
  const walk = (element: Element): { type: string; text: string }[] => {
    const isBlock = element.type === 'Figure' || element.children.some((child) => 'mcid' in child || ('type' in child && isInline(child)))
    if (isBlock) return [{ type: element.type, text: textOf(pdf, element, contents) }]
    return element.children.flatMap((child) => ('type' in child ? walk(child) : []))
  }
  return walk(structureOf(pdf))
}

/** The tree as indented text: what a person reads in a golden file. */
export function printTree(bytes: Uint8Array): string {
  const pdf = readPdf(bytes)
  const contents = contentsOf(pdf)
  const print = (element: Element, depth: number): string[] => {
    const { attributes, dictionary, children } = element
    const words = children.map((child) => ('mcid' in child ? (contents.get(contentKey(child)) ?? '') : '')).join('')
    const notes = [
      ...(dictionary.has('Alt') ? [`alt=${JSON.stringify(dictionary.get('Alt'))}`] : []),
      ...(dictionary.has('ID') ? [`id=${dictionary.get('ID')}`] : []),
      ...['Scope', 'ListNumbering'].filter((key) => attributes.has(key)).map((key) => `${key}=${nameOf(attributes.get(key))}`),
      ...['ColSpan', 'RowSpan'].filter((key) => attributes.has(key)).map((key) => `${key}=${attributes.get(key)}`),
      ...(attributes.has('Headers') ? [`Headers=${(attributes.get('Headers') as string[]).join('+')}`] : []),
      ...(words === '' ? [] : [JSON.stringify(words)]),
    ]
    const line = `${'  '.repeat(depth)}${[element.type, ...notes].join(' ')}`
    return [line, ...children.flatMap((child) => ('type' in child ? print(child, depth + 1) : []))]
  }
  return `${print(structureOf(pdf), 0).join('\n')}\n`
}

export function contentsOf(pdf: Pdf): Contents {
  const contents: Contents = new Map()
  for (const { page, mcid, text } of markedContentOf(pdf).marked) if (mcid !== null) contents.set(contentKey({ page, mcid }), text)
  return contents
}

function isOnOnePage({ children }: Element): boolean {
  return new Set(children.flatMap((child) => ('mcid' in child ? [child.page] : []))).size === 1
}

function isInline({ type }: Element): boolean {
  return type === 'Link' || type === 'Reference'
}

function claims(pdf: Pdf): string[] {
  const { root } = pdf
  const xmp = pdf.stream(root.get('Metadata')).toString('utf8')
  const intent = pdf.dictionary(pdf.list(root.get('OutputIntents'))[0])
  const wanted: [string, boolean][] = [
    ['PDF/UA-1 is not claimed', xmp.includes('<pdfuaid:part>1<')],
    ['PDF/A-3 is not claimed', xmp.includes('<pdfaid:part>3<')],
    ['level A is not claimed', xmp.includes('<pdfaid:conformance>A<')],
    ['the extension schema for pdfuaid is missing', xmp.includes('<pdfaSchema:prefix>pdfuaid<')],
    ['the title is missing in the metadata', /<dc:title><rdf:Alt><rdf:li xml:lang="x-default">[^<]+</.test(xmp)],
    ['the document is not marked', pdf.dictionary(root.get('MarkInfo')).get('Marked') === true],
    ['the title is not shown', pdf.dictionary(root.get('ViewerPreferences')).get('DisplayDocTitle') === true],
    ['the language is missing', /^[a-z]{2}(-[A-Z]{2})?$/.test(String(root.get('Lang')))],
    ['no output intent', nameOf(intent.get('S')) === 'GTS_PDFA1'],
    ['tab order does not follow the structure', pdf.pages.every((page) => nameOf(page.get('Tabs')) === 'S')],
    [
      'a file without a relationship',
      pdf.list(root.get('AF')).every((file) => nameOf(pdf.dictionary(file).get('AFRelationship')) === 'Source'),
    ],
  ]
  return wanted.flatMap(([fault, holds]) => (holds ? [] : [fault]))
}

/** Which children an element may have; ISO 14289-1, 7.2, and ISO 32000-1, 14.8.4. */
const allowed: Record<string, RegExp> = {
  Table: /^(Caption )?(THead )?TBody $/,
  THead: /^(TR )+$/,
  TBody: /^(TR )+$/,
  TR: /^((TH|TD) )+$/,
  L: /^(LI )+$/,
  LI: /^(Lbl )?LBody $/,
  Note: /^Lbl P $/,
  Reference: /^Link $/,
}
const parents: Record<string, string[]> = {
  TR: ['THead', 'TBody'],
  TH: ['TR'],
  TD: ['TR'],
  LI: ['L'],
  LBody: ['LI'],
  Caption: ['Table', 'Sect', 'Document'],
}
const known = 'Document Sect H1 H2 H3 P L LI Lbl LBody Table Caption THead TBody TR TH TD Figure Note Reference Link'.split(' ')
const mayBeEmpty = ['TD']

function nesting(pdf: Pdf, elements: readonly Element[]): string[] {
  const levels = elements.filter(({ type }) => /^H\d$/.test(type)).map(({ type }) => Number(type[1]))
  return [
    ...(levels[0] === 1 && levels.every((level, index) => index === 0 || level <= (levels[index - 1] as number) + 1)
      ? []
      : ['headings skip a level']),
    ...elements.flatMap((element) => {
      const { type, parent, children, dictionary } = element
      const inner = children.map((child) => ('type' in child ? `${child.type} ` : '')).join('')
      const stated = (dictionary.get('P') as Reference).number
      const rootNumber = (pdf.root.get('StructTreeRoot') as Reference).number
      return [
        ...(known.includes(type) ? [] : [`unknown structure type: ${type}`]),
        ...(allowed[type]?.test(inner) === false ? [`${type} holds ${inner}`] : []),
        ...(parents[type]?.includes(parent?.type ?? '') === false ? [`${type} in ${parent?.type}`] : []),
        ...(children.length === 0 && !mayBeEmpty.includes(type) ? [`${type} is empty`] : []),
        ...(stated === (parent?.number ?? rootNumber) ? [] : [`${type} names another parent`]),
        ...(type === 'Figure' && !dictionary.get('Alt') ? ['Figure without alt text'] : []),
        ...(type === 'Figure' && isOnOnePage(element) && !element.attributes.get('BBox') ? ['Figure without a box'] : []),
        ...(type === 'L' && !element.attributes.get('ListNumbering') ? ['L without numbering'] : []),
      ]
    }),
  ]
}

function tables(elements: readonly Element[]): string[] {
  return elements
    .filter(({ type }) => type === 'Table')
    .flatMap((table) => {
      const rows = elementsOf(table).filter(({ type }) => type === 'TR')
      const grid: boolean[][] = rows.map(() => [])
      const faults: string[] = []
      for (const [index, row] of rows.entries()) {
        let column = 0
        for (const cell of row.children) {
          if (!('type' in cell)) continue
          while (grid[index]?.[column]) column++
          const span = (key: string) => Number(cell.attributes.get(key) ?? 1)
          for (let down = 0; down < span('RowSpan'); down++) {
            for (let right = 0; right < span('ColSpan'); right++) {
              const line = grid[index + down]
              if (!line || line[column + right]) faults.push('cells of a table overlap')
              else line[column + right] = true
            }
          }
          if (cell.type === 'TH' && !['Row', 'Column'].includes(nameOf(cell.attributes.get('Scope')) ?? '')) faults.push('TH without scope')
          if (cell.type === 'TD' && index > 0 && !cell.attributes.has('Headers')) faults.push('TD without headers')
        }
      }
      const widths = new Set(grid.map((line) => line.filter(Boolean).length))
      return [...faults, ...(widths.size === 1 ? [] : ['rows of a table differ in width'])]
    })
}

function identities(pdf: Pdf, elements: readonly Element[]): string[] {
  const ids = elements.flatMap(({ dictionary }) => (dictionary.has('ID') ? [dictionary.get('ID') as string] : []))
  const heads = new Set(elements.flatMap(({ type, dictionary }) => (type === 'TH' ? [dictionary.get('ID')] : [])))
  const named = elements.flatMap(({ attributes }) => (attributes.get('Headers') ?? []) as string[])
  const tree = pdf.dictionary(pdf.dictionary(pdf.root.get('StructTreeRoot')).get('IDTree'))
  const listed = pdf
    .list(tree.get('Kids'))
    .flatMap((leaf) => pdf.list(pdf.dictionary(leaf).get('Names')).filter((_, index) => index % 2 === 0))
  return [
    ...(new Set(ids).size === ids.length ? [] : ['an id is used twice']),
    ...named.filter((id) => !heads.has(id)).map((id) => `no heading cell for ${id}`),
    ...elements.filter(({ type, dictionary }) => type === 'Note' && !dictionary.has('ID')).map(() => 'Note without an id'),
    ...(JSON.stringify(listed) === JSON.stringify([...ids].sort()) ? [] : ['the tree of ids is not that of the elements']),
  ]
}

/** Tree, marked content and parent tree must say the same of each piece. */
function contentLinks(pdf: Pdf, elements: readonly Element[], marked: ReturnType<typeof markedContentOf>['marked']): string[] {
  const owner = new Map<string, Element>()
  const faults: string[] = []
  for (const element of elements) {
    for (const child of element.children) {
      if (!('mcid' in child)) continue
      if (owner.has(contentKey(child))) faults.push('content in two elements')
      owner.set(contentKey(child), element)
    }
  }
  const keys = new Set<string>()
  const parentTree = parentTreeOf(pdf)
  for (const { page, mcid, tag } of marked) {
    if (mcid === null) continue
    const key = contentKey({ page, mcid })
    if (keys.has(key)) faults.push('a number of marked content is used twice')
    keys.add(key)
    const element = owner.get(key)
    if (!element) faults.push('marked content in no element')
    else if (element.type !== tag) faults.push(`content marked ${tag} in ${element.type}`)
    const stated = pdf.list(parentTree.get(pdf.dictionary(pdf.objects.get(page)?.value).get('StructParents') as number))[mcid] as
      | Reference
      | undefined
    if (stated?.number !== element?.number) faults.push('the parent tree names another element')
  }
  return [...faults, ...[...owner.keys()].filter((key) => !keys.has(key)).map(() => 'an element has content that is not there')]
}

function parentTreeOf(pdf: Pdf): Map<number, Reference> {
  const nums = pdf.list(pdf.dictionary(pdf.dictionary(pdf.root.get('StructTreeRoot')).get('ParentTree')).get('Nums'))
  return new Map(nums.flatMap((key, index) => (index % 2 === 0 ? [[key as number, nums[index + 1] as Reference] as const] : [])))
}

function annotationLinks(pdf: Pdf, elements: readonly Element[]): string[] {
  const parentTree = parentTreeOf(pdf)
  const destinations = pdf
    .list(pdf.dictionary(pdf.dictionary(pdf.root.get('Names')).get('Dests')).get('Names'))
    .filter((_, index) => index % 2 === 0)
  const links = elements.filter(({ type }) => type === 'Link')
  const faults = links.filter(({ children }) => !children.some((child) => 'annotation' in child)).map(() => 'Link without an annotation')
  for (const page of pdf.pages) {
    for (const reference of pdf.list(page.get('Annots')) as Reference[]) {
      const annotation: Dictionary = pdf.dictionary(reference)
      const element = links.find(({ number }) => number === parentTree.get(annotation.get('StructParent') as number)?.number)
      if (!element?.children.some((child) => 'annotation' in child && child.annotation === reference.number))
        faults.push('annotation in no Link')
      if (!annotation.get('Contents')) faults.push('annotation without a description')
      if (annotation.get('F') !== 4) faults.push('annotation that is not printed')
      const action = pdf.dictionary(annotation.get('A'))
      if (nameOf(action.get('S')) === 'GoTo' && !destinations.includes(action.get('D') ?? null))
        faults.push(`no place named ${action.get('D')}`)
    }
  }
  return faults
}

function fonts(pdf: Pdf): string[] {
  return [...pdf.objects.values()].flatMap(({ value }) => {
    const font = pdf.dictionary(value)
    if (nameOf(font.get('Type')) !== 'Font' || nameOf(font.get('Subtype')) !== 'Type0') return []
    const descendant = pdf.dictionary(pdf.list(font.get('DescendantFonts'))[0])
    const file = pdf.dictionary(descendant.get('FontDescriptor')).get('FontFile2')
    const length = pdf.dictionary(file).get('Length1')
    return [
      ...(pdf.stream(file).length > 0 && pdf.stream(file).length === length ? [] : ['a font is not embedded']),
      ...(pdf.stream(font.get('ToUnicode')).length > 0 ? [] : ['a font whose text cannot be read']),
    ]
  })
}
