/** A rule for every inline. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Inline } from '../../document/blocks.js'
import { toNumber } from '../../printed.js'
import { printedValue } from '../figures.js'
import { brokenTree, type Rendering } from './rendering.js'

export function referenceId(note: string): string {
  return `ref-${note}`
}

type InlineRules = { [T in Inline['type']]: (inline: Extract<Inline, { type: T }>, rendering: Rendering) => ElementContent }

const inlineRules: InlineRules = {
  text: ({ text }) => ({ type: 'text', value: text }),
  figure: ({ figure, text }, rendering) => {
    const data = h('data', { class: 'figure', value: machineValue(figure, rendering), dataFigure: figure }, text)
    rendering.seenFigures.add(figure)
    if (rendering.isInLink) return data
    // The link lies over the number and not round it: who copies the number takes no link along.
    return h('span', { class: 'traced' }, [data, h('a', { class: 'trace', href: `#${figure}`, ariaLabel: rendering.words.explanation })])
  },
  strong: ({ children }, rendering) => h('strong', renderInlines(children, rendering)),
  emphasis: ({ children }, rendering) => h('em', renderInlines(children, rendering)),
  link: ({ href, children }, rendering) => h('a', { href }, renderInlines(children, { ...rendering, isInLink: true })),
  reference: ({ target, text }) => h('a', { href: `#${target}` }, text),
  noteReference: ({ note, text }, { words, seenNotes }) => {
    const isFirst = !seenNotes.has(note)
    seenNotes.add(note)
    const id = isFirst ? { id: referenceId(note) } : {}
    return h('sup', h('a', { ...id, href: `#${note}`, ariaLabel: words.noteLabel(text) }, text))
  },
}

export function renderInlines(inlines: Inline[], rendering: Rendering): ElementContent[] {
  const render = (inline: Inline) =>
    (inlineRules[inline.type] as (inline: Inline, rendering: Rendering) => ElementContent)(inline, rendering)
  return inlines.map(render)
}

/**
 * The unrounded value as the nearest double, in the figure's unit (a share is a fraction); the printed number where
 * something is withheld.
 */
function machineValue(id: string, { document, figures }: Rendering): string {
  const figure = figures.get(id)
  if (!figure) throw brokenTree(document, `a printed figure is not among the document's figures: ${id}`)
  if (figure.value === null || document.isRounded) return `${printedValue(figure) ?? ''}`
  return `${toNumber(figure.value)}`
}
