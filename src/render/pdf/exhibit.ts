/** What tables and charts have in common: caption, notes, the space round them, and what says that they go on. */
import type { Exhibit, ExhibitNote } from '../../document/blocks.js'
import type { PageNode, PageStack, PageText } from '../tagged-pdf/page.js'
import type { StructureNode } from '../tagged-pdf/structure.js'
import { paperRules, paperText } from '../theme.js'
import type { Context } from './context.js'
import { fullWidth, type Piece, withoutLastMargin } from './piece.js'
import { destination, inlines, richText, rule, run, textNode } from './words.js'

const noteWidth = fullWidth - 40

const underCaption = 5

/** over the first note */
const noteSpace = 4

/** A rule over the whole width opens it; title and reading help under the rule. */
export function captionOf({ id, label, title, howTo }: Exhibit, caption: StructureNode, context: Context): PageNode[] {
  const line = caption.add('P')
  const titleNode: PageText = {
    text: [
      run(`${label}: `, paperText.exhibitLabel, line, context, ['pnum']),
      ...inlines(title, paperText.exhibitTitle, line, context, ['pnum']),
    ],
    id: destination(id),
  }
  return [
    rule(paperRules.strong, fullWidth, 'ink', 4),
    titleNode,
    ...(howTo === null ? [] : [richText(howTo, paperText.howTo, caption.add('P'), context, ['pnum'])]),
  ]
}

/** Caption, body and notes. */
export function exhibitPiece(block: Exhibit, caption: PageNode[], body: PageNode, parent: StructureNode, context: Context): Piece {
  const { overExhibit, underExhibit } = context.space
  const stack = [captionStack(caption), body, ...exhibitNotes(block, parent, context)]
  return {
    node: { stack, margin: [0, overExhibit, 0, underExhibit] },
    isExhibit: true,
    continuation: continuation(block.label, context),
  }
}

function captionStack(caption: PageNode[]): PageStack {
  return { stack: caption, margin: [0, 0, 0, underCaption] }
}

const underContinued = 4

/** "Figur 1 (fortsat)": it is seen, and not read aloud in the middle of what goes on. */
export function continuation(label: string, context: Context): PageText {
  return { ...textNode(context.words.continued(label), paperText.howTo, 'repeat', context), margin: [0, 0, 0, underContinued] }
}

function exhibitNotes({ notes }: Exhibit, parent: StructureNode, context: Context): PageNode[] {
  return withoutLastMargin(notes.map((note, index) => exhibitNote(note, index === 0 ? noteSpace : 0, parent.add('P'), context)))
}

function exhibitNote(note: ExhibitNote, above: number, tag: StructureNode, context: Context): PageNode {
  const mark = note.kind === 'marked' ? [run(`${note.mark}\u00a0`, { ...paperText.exhibitNote, colour: 'accent' }, tag, context)] : []
  return {
    text: [...mark, ...inlines(note.children, paperText.exhibitNote, tag, context, ['pnum'])],
    margin: [0, above, fullWidth - noteWidth, 2],
  }
}
