/** What a renderer is given may have been made by another program: it is asked before it is drawn. */
import type { Block, Document, Inline } from '../document/blocks.js'
import { runsOf } from '../document/walk.js'
import { NotatError, type Problem, problem, spelled } from '../errors.js'
import { locales } from '../locale/index.js'
import { isLink } from '../text.js'

const blockTypes: Record<Block['type'], true> = { heading: true, paragraph: true, list: true, table: true, chart: true }
const inlineTypes: Record<Inline['type'], true> = {
  text: true,
  figure: true,
  strong: true,
  emphasis: true,
  link: true,
  reference: true,
  noteReference: true,
}

/**
 * Refuses a tree with a block or an inline that nothing is known of, or a link that leads to no page.
 *
 * @throws NotatError `data` with all that is wrong
 */
export function checkGiven({ blocks, notes, locale }: Document): void {
  const words = locales[locale]
  const problems: Problem[] = []
  const unknown = (type: unknown): void => {
    problems.push(problem(words, 'unknown-block', { type: spelled(String(type)) }))
  }
  const lookAt = (inlines: readonly Inline[]) => {
    for (const inline of inlines) {
      if (!Object.hasOwn(inlineTypes, inline.type)) unknown(inline.type)
      else if ('children' in inline) lookAt(inline.children)
      if (inline.type === 'link' && !isLink(inline.href))
        problems.push(problem(words, 'unsafe-link', { href: spelled(String(inline.href)) }))
    }
  }
  const lookInto = (block: Block): void => {
    if (!Object.hasOwn(blockTypes, block.type)) unknown(block.type)
    else if (block.type === 'list') for (const { children } of block.items) for (const child of children) lookInto(child)
    else for (const { inlines } of runsOf(block)) lookAt(inlines)
  }
  for (const block of blocks) lookInto(block)
  for (const { children } of notes) lookAt(children)
  if (problems.length > 0) throw new NotatError('data', problems)
}
