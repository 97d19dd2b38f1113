/** A rule for every block. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Block, Chart, Heading, List, ListItem, Paragraph, Table } from '../../document/blocks.js'
import { dataTable, isLong } from '../../document/grid.js'
import { exhibitNotes, exhibitTitle } from './exhibit.js'
import { grid } from './grid.js'
import { renderInlines } from './inlines.js'
import { onLines, type Rendering, raw } from './rendering.js'

type BlockRules = { [T in Block['type']]: (block: Extract<Block, { type: T }>, rendering: Rendering) => Element }

const blockRules: BlockRules = { heading, paragraph, list, table, chart }

export function renderBlock(block: Block, rendering: Rendering): Element {
  return (blockRules[block.type] as (block: Block, rendering: Rendering) => Element)(block, rendering)
}

function heading({ level, id, children }: Heading, rendering: Rendering): Element {
  return h(`h${level}`, { id }, renderInlines(children, rendering))
}

function paragraph({ children }: Paragraph, rendering: Rendering): Element {
  return h('p', renderInlines(children, rendering))
}

/** `role` says what browsers forget of a list without its own bullets. */
function list({ kind, items }: List, rendering: Rendering): Element {
  const children = onLines(items.map((item) => listItem(item, rendering)))
  if (kind === 'ordered') return h('ol', children)
  return kind === 'themes' ? h('ul', { class: 'themes', role: 'list' }, children) : h('ul', children)
}

/** An item of one paragraph stands without the paragraph's distance. */
function listItem({ children }: ListItem, rendering: Rendering): Element {
  const isShort = children.filter(({ type }) => type === 'paragraph').length === 1
  return h(
    'li',
    children.flatMap((child) =>
      child.type === 'paragraph' && isShort ? renderInlines(child.children, rendering) : [renderBlock(child, rendering)],
    ),
  )
}

function table(block: Table, rendering: Rendering): Element {
  const notes = exhibitNotes(block, rendering)
  const caption = exhibitTitle(block, rendering)
  return h('div', { id: block.id, class: ['exhibit', ...(isLong(block) ? ['long'] : [])] }, [
    ...onLines([grid({ ...block, isData: false }, caption, rendering), ...notes]),
  ])
}

/** The drawing twice, of which the style sheet shows the one that fits, and its numbers as a table. */
function chart(block: Chart, rendering: Rendering): Element {
  const { id } = block
  const data = dataTable(block)
  const svgs = (rendering.drawings.get(id) ?? []).map(raw)
  // of what has changed the tables of the memo hold every number; of the rest a printed figure has its table
  const details = h('details', block.kind === 'change' ? {} : { class: 'printed' }, [
    h('summary', rendering.words.dataBehindChart),
    grid({ ...data, isData: true }, renderInlines(data.title, rendering), rendering),
  ])
  return h('figure', { id, class: 'exhibit', ariaLabelledBy: `${id}-title` }, [
    ...onLines([h('figcaption', exhibitTitle(block, rendering)), ...svgs, ...exhibitNotes(block, rendering), details]),
  ])
}
