import { type DefaultTreeAdapterTypes, parse } from 'parse5'

/** A built page taken apart: running text in blocks of sentences, tables as cells under their heads, pictures by their spoken text. */
type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

export type Shown = { id: string; text: string; value: string }
export type Sentence = { text: string; figures: Shown[] }
export type Block = { tag: string; sentences: Sentence[]; section: string; exhibit: string; listSize: number; strong: string }
export type TableCell = { text: string; figures: Shown[]; heads: string[]; row: string }
export type PageTable = { caption: string; cells: TableCell[]; exhibit: string; notes: string }
export type Explained = { id: string; printed: string; parts: Map<string, string> }
export type Page = {
  blocks: Block[]
  tables: PageTable[]
  pictures: { text: string; exhibit: string }[]
  explained: Explained[]
  notes: Map<string, string>
  text: string
}

const isElement = (node: Node): node is Element => 'tagName' in node
const attr = (element: Element, name: string) => element.attrs.find((it) => it.name === name)?.value
const children = (node: { childNodes?: Node[] }): Node[] => node.childNodes ?? []
const hasClass = (element: Element, name: string) => (attr(element, 'class') ?? '').split(' ').includes(name)

const all = (root: { childNodes?: Node[] }, is: (element: Element) => boolean): Element[] =>
  children(root).flatMap((node) => (isElement(node) ? [...(is(node) ? [node] : []), ...all(node, is)] : []))

const clean = (text: string) => text.replace(/\u00ad/g, '').replace(/[\s\u00a0\u202f]+/g, ' ')

const blockTags = new Set(['p', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'figcaption', 'caption', 'blockquote', 'dd'])

/** Running text of a node, with every figure as ⟦n⟧ and every mark of a note as ‡id‡; blocks inside are left for themselves. */
const textOf = (node: Element, figures: Shown[], isOuter = true): string => {
  if (!isOuter && (blockTags.has(node.tagName) || ['ul', 'ol', 'table', 'svg', 'details', 'style'].includes(node.tagName))) return ' '
  if (node.tagName === 'data') {
    const id = attr(node, 'data-figure')
    if (id !== undefined) {
      figures.push({ id, text: plain(node), value: attr(node, 'value') ?? '' })
      return `⟦${figures.length - 1}⟧`
    }
  }
  const href = node.tagName === 'a' ? attr(node, 'href') : undefined
  if (href && /^#(?:.+-)?note-/.test(href)) return `‡${href.slice(1)}‡`
  if (hasClass(node, 'back') || hasClass(node, 'mark')) return ''
  const gap = node.tagName === 'span' && /exhibit-title|how-to|detail/.test(attr(node, 'class') ?? '') ? '. ' : ''
  return (
    children(node)
      .map((child) => (isElement(child) ? textOf(child, figures, false) : 'value' in child ? child.value : ''))
      .join('') + gap
  )
}

const plain = (node: Element): string =>
  clean(
    children(node)
      .map((child) => (isElement(child) ? plain(child) : 'value' in child ? child.value : ''))
      .join(''),
  ).trim()

/** At a full stop before a capital; not inside quotation marks, nor after the short words that have one of their own. */
const split = (text: string): string[] =>
  clean(text)
    .trim()
    .split(
      /(?<=[.:?!]‡?(?:‡[^‡]+‡)?)(?<!\bpct\.(?= [^A-ZÆØÅ]))(?<!\b(?:ca|dvs|nr|bl|f\.eks|jan|feb|mar|apr|jun|jul|aug|sep|okt|nov|dec)\.)\s+(?=[A-ZÆØÅ”"⟦0-9])/,
    )
    .filter((it) => it.replace(/[.\s]/g, '') !== '')

const blockOf = (element: Element, section: string, exhibit: string, listSize: number): Block => {
  const figures: Shown[] = []
  const sentences = split(textOf(element, figures)).map((text) => {
    const own: Shown[] = []
    const renumbered = text.replace(/⟦(\d+)⟧/g, (_, at: string) => `⟦${own.push(figures[Number(at)] as Shown) - 1}⟧`)
    return { text: renumbered, figures: own }
  })
  const first = children(element).find((child) => isElement(child)) as Element | undefined
  return { tag: element.tagName, sentences, section, exhibit, listSize, strong: first?.tagName === 'strong' ? plain(first) : '' }
}

const tableOf = (table: Element, byId: Map<string, Element>, exhibit: string, notes: string): PageTable => {
  const caption = all(table, (it) => it.tagName === 'caption')[0]
  const cells = all(table, (it) => it.tagName === 'td').map((td): TableCell => {
    const figures: Shown[] = []
    const text = clean(textOf(td, figures)).trim()
    const heads = (attr(td, 'headers') ?? '').split(' ').filter(Boolean)
    const headText = (id: string) => (byId.has(id) ? spoken(byId.get(id) as Element) : '')
    return {
      text,
      figures,
      heads: heads.filter((id) => !/-row-|-group-/.test(id)).map(headText),
      // The nearest head is the row's own: those of the groups it stands under go before it.
      row:
        heads
          .filter((id) => /-row-/.test(id))
          .map(headText)
          .at(-1) ?? '',
    }
  })
  return { caption: caption ? plain(caption) : '', cells, exhibit, notes }
}

/** A head as its own name: what is only heard before it and the second line under it are left out. */
const spoken = (element: Element): string =>
  clean(
    children(element)
      .map((child) =>
        isElement(child)
          ? hasClass(child, 'heard-only') || hasClass(child, 'detail')
            ? ''
            : spoken(child)
          : 'value' in child
            ? child.value
            : '',
      )
      .join(''),
  ).trim()

const explainedOf = (annex: Element): Explained[] =>
  all(annex, (it) => it.tagName === 'details').flatMap((details) => {
    const list = children(details).find((child): child is Element => isElement(child) && child.tagName === 'dl')
    const summary = children(details).find((child): child is Element => isElement(child) && child.tagName === 'summary')
    const id = list && attr(list, 'id')
    if (!list || !summary || !id) return []
    const parts = new Map<string, string>()
    let name = ''
    for (const child of children(list)) {
      if (!isElement(child)) continue
      if (child.tagName === 'dt') name = plain(child)
      else parts.set(name, plain(child))
    }
    return [{ id, printed: plain(all(summary, (it) => it.tagName === 'b')[0] ?? summary), parts }]
  })

export const readPage = (html: string): Page => {
  const root = parse(html)
  const byId = new Map<string, Element>()
  for (const element of all(root, () => true)) {
    const id = attr(element, 'id')
    if (id) byId.set(id, element)
  }
  const page: Page = { blocks: [], tables: [], pictures: [], explained: [], notes: new Map(), text: '' }
  const notesOf = (element: Element) =>
    all(element, (it) => hasClass(it, 'notes'))
      .map(plain)
      .join(' ')
  const visit = (nodes: Node[], section: string, exhibit: string, notes: string): void => {
    let at = section
    const elements = nodes.filter(isElement)
    elements.forEach((element, index) => {
      if (attr(element, 'data-explanations') !== undefined) {
        page.explained.push(...explainedOf(element))
        return
      }
      if (['head', 'style', 'header', 'aside', 'footer'].includes(element.tagName) || hasClass(element, 'footer')) return
      const isExhibit = hasClass(element, 'exhibit')
      const [place, said] = isExhibit ? [attr(element, 'id') ?? '', notesOf(element)] : [exhibit, notes]
      const name = attr(element, 'id')
      if (element.tagName === 'h2') at = plain(element)
      if (name && /^(?:.+-)?note-/.test(name))
        page.notes.set(
          name,
          plain(element)
            .replace(/^\d+\s*/, '')
            .replace(/\s*↑$/, ''),
        )
      if (element.tagName === 'svg') {
        page.pictures.push({ text: clean(attr(element, 'aria-label') ?? ''), exhibit: place })
        return
      }
      if (element.tagName === 'table') page.tables.push(tableOf(element, byId, place, said))
      if (blockTags.has(element.tagName)) {
        const next = elements[index + 1]
        const size =
          next && (next.tagName === 'ul' || next.tagName === 'ol')
            ? children(next).filter((it) => isElement(it) && it.tagName === 'li').length
            : 0
        page.blocks.push(blockOf(element, at, place, size))
      }
      visit(children(element), at, place, said)
    })
  }
  visit(children(root), '', '', '')
  page.text = page.blocks.map((block) => block.sentences.map((it) => it.text).join(' ')).join('\n')
  return page
}
