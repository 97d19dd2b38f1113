/**
 * The one walk over the document tree: every run of inlines of a block, every leaf of a run, and the tree made anew
 * with other inlines.
 */
import type { Block, Chart, ExhibitNote, FigureText, Inline, NoteReference, Reference, Table, Text } from './blocks.js'

/** An inline without inlines inside it. */
export type Leaf = Text | FigureText | Reference | NoteReference

/**
 * Inlines that are read as one, and what they are in their block. `head` and `stub` name what stands in a table's
 * cells.
 */
export type InlineRun = { part: 'text' | 'title' | 'howTo' | 'note' | 'head' | 'stub' | 'cell'; inlines: readonly Inline[] }

/** The runs of a block in reading order; of a chart the table of its numbers, since the picture says the same. */
export function runsOf(block: Block): InlineRun[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [{ part: 'text', inlines: block.children }]
    case 'list':
      return block.items.flatMap(({ children }) => children.flatMap(runsOf))
    case 'table':
      return [...runsAround(block), ...runsOfTable(block)]
    case 'chart':
      return [...runsAround(block), ...runsOfData(block)]
  }
}

function runsAround({ title, howTo, notes }: Table | Chart): InlineRun[] {
  return [
    { part: 'title', inlines: title },
    ...(howTo ? [{ part: 'howTo' as const, inlines: howTo }] : []),
    ...notes.map(({ children }): InlineRun => ({ part: 'note', inlines: children })),
  ]
}

function runsOfTable({ stubHead, spanners, columns, rows }: Table): InlineRun[] {
  const heads = [stubHead, ...spanners.map(({ label }) => label), ...columns.map(({ label }) => label)]
  return [
    ...heads.map((inlines): InlineRun => ({ part: 'head', inlines })),
    ...rows.flatMap(({ label, detail, cells }): InlineRun[] => [
      ...[label, ...(detail ? [detail] : [])].map((inlines): InlineRun => ({ part: 'stub', inlines })),
      ...cells.map(({ children }): InlineRun => ({ part: 'cell', inlines: children })),
    ]),
  ]
}

function runsOfData({ data }: Chart): InlineRun[] {
  const heads = [data.caption, ...data.columns.map(({ label }) => label)]
  return [
    ...heads.map((inlines): InlineRun => ({ part: 'head', inlines })),
    ...data.rows.flatMap(({ label, cells }): InlineRun[] => [
      { part: 'stub', inlines: label },
      ...cells.map((inlines): InlineRun => ({ part: 'cell', inlines })),
    ]),
  ]
}

/** What is inside strong, emphasis and links, without them. */
export function leavesOf(inlines: readonly Inline[]): Leaf[] {
  return inlines.flatMap((inline) => ('children' in inline ? leavesOf(inline.children) : [inline]))
}

/** The words of inlines, as they are read. */
export function plainText(inlines: readonly Inline[]): string {
  return leavesOf(inlines)
    .map(({ text }) => text)
    .join('')
}

/** What those hear of a chart who do not see it. */
export function altTextOf({ altText }: Chart): string {
  return typeof altText === 'string' ? altText : plainText(altText)
}

/** Ids of the figures that are printed, in reading order. */
export function figuresInInlines(inlines: readonly Inline[]): string[] {
  return leavesOf(inlines).flatMap((leaf) => (leaf.type === 'figure' ? [leaf.figure] : []))
}

export function figuresIn(block: Block): string[] {
  return runsOf(block).flatMap(({ inlines }) => figuresInInlines(inlines))
}

/** A change to one inline; `before` is what is read ahead of it in the same run of words. */
export type InlineChange = (inline: Inline, before: string) => Inline

/** The same inlines, each changed, those inside others after them. */
export function mapInlines(inlines: readonly Inline[], change: InlineChange): Inline[] {
  let before = ''
  return inlines.map((inline) => {
    const changed = change(inline, before)
    before = plainText([inline]) || before
    return 'children' in changed ? { ...changed, children: mapInlines(changed.children, change) } : changed
  })
}

/**
 * The same block with its prose changed. What tables and charts hold is made by us and refers to nothing, so it
 * stays.
 */
export function mapProse(block: Block, change: InlineChange): Block {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return { ...block, children: mapInlines(block.children, change) }
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => ({
          ...item,
          children: item.children.map((child) => mapProse(child, change) as typeof child),
        })),
      }
    case 'table':
    case 'chart':
      return {
        ...block,
        title: mapInlines(block.title, change),
        howTo: block.howTo && mapInlines(block.howTo, change),
        notes: block.notes.map((note): ExhibitNote => ({ ...note, children: mapInlines(note.children, change) })),
      }
  }
}
