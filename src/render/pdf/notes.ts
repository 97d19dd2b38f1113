/** The notes at the end of a memo. */
import type { Note } from '../../document/blocks.js'
import type { PageColumns, PageNode } from '../tagged-pdf/page.js'
import type { StructureNode } from '../tagged-pdf/structure.js'
import { paperRules, paperText } from '../theme.js'
import type { Context } from './context.js'
import { lines, outside, type Piece } from './piece.js'
import { destination, richText, rule, textNode } from './words.js'

/** Under a short rule; a note is broken only where it is long. */
export function notesOf(notes: readonly Note[], section: StructureNode, context: Context): Piece[] {
  const style = paperText.note
  const indent = 12
  return notes.map(({ id, mark, children }, index): Piece => {
    const note = section.add('Note', { id: destination(id) })
    const isFirst = index === 0
    const columns: PageColumns = {
      columns: [
        { ...textNode(mark, { ...style, weight: 600, colour: 'accent' }, note.add('Lbl'), context), id: destination(id), width: indent },
        { ...richText(children, style, note.add('P'), context, ['pnum']), width: '*' },
      ],
    }
    const node: PageNode = {
      stack: [...(isFirst ? [rule(paperRules.hair, 60, 'previous', 4)] : []), columns],
      margin: [0, isFirst ? 8 : 0, outside, 2],
    }
    return { node, lines }
  })
}
