/** What tables and charts have in common: caption, notes, the space round them, and what says that they go on. */
import type { Exhibit, ExhibitNote } from '../../document/blocks.js'
import type { PageNode, PageStack, PageText } from '../tagged-pdf/page.js'
import type { StructureNode } from '../tagged-pdf/structure.js'
import { paperRules, paperSpace, paperText, type TextStyle } from '../theme.js'
import { wrapText } from '../wrap.js'
import type { Context } from './context.js'
import { fullWidth, type Piece, pageHeight, withoutLastMargin } from './piece.js'
import { destination, inlines, paperWords, richText, rule, run, textNode } from './words.js'

/** A table or chart up to this height stays on one page, with a heading or two over it. */
export const mostWholeHeight = 0.85 * pageHeight

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

/** Heights of what stands over and under the body, with the space round it. */
export function frameOf({ label, title, howTo, notes }: Exhibit): { above: number; below: number } {
  const height = (text: string, style: TextStyle, width: number) => wrapText(text, width, style.size, style.weight).length * style.leading
  const caption = height(`${label}: ${paperWords(title)}`, paperText.exhibitTitle, fullWidth)
  const help = howTo === null ? 0 : height(paperWords(howTo), paperText.howTo, fullWidth)
  const below = notes.map(({ children }) => height(paperWords(children), paperText.exhibitNote, noteWidth) + 2)
  return {
    above: paperSpace.overExhibit + paperRules.strong + 4 + caption + help + underCaption,
    below: below.reduce((sum, note) => sum + note, noteSpace),
  }
}

/** Caption, body and notes in one piece. */
export function wholeExhibit(
  block: Exhibit,
  caption: PageNode[],
  body: PageNode,
  height: number,
  parent: StructureNode,
  context: Context,
): Piece {
  const stack = [captionStack(caption), body, ...exhibitNotes(block, parent, context)]
  return { node: { stack, margin: [0, paperSpace.overExhibit, 0, paperSpace.underExhibit], unbreakable: true, clears: true }, height }
}

/** The caption of what may break, on a page with `room` for it and the beginning of the body. */
export function captionPiece(caption: PageNode[], room: number): Piece {
  const node: PageNode = {
    stack: [captionStack(caption)],
    margin: [0, paperSpace.overExhibit, 0, 0],
    unbreakable: true,
    clears: true,
    room,
  }
  return { node, height: room }
}

function captionStack(caption: PageNode[]): PageStack {
  return { stack: caption, margin: [0, 0, 0, underCaption] }
}

const underContinued = 4

export const continuedHeight = paperText.howTo.leading + underContinued

/** "Figur 1 (fortsat)": it is seen, and not read aloud in the middle of what goes on. */
export function continuedLine(words: string, context: Context): PageText {
  return { ...textNode(words, paperText.howTo, 'repeat', context), margin: [0, 0, 0, underContinued] }
}

/** The same for a table, which stands before it. */
export function continuation(label: string, context: Context): PageText {
  return { ...textNode(context.words.continued(label), paperText.howTo, 'repeat', context), isContinuation: true }
}

/** `tags`: where the notes are made more than once, the elements that they are */
export function exhibitNotes({ notes }: Exhibit, parent: StructureNode, context: Context, tags?: readonly StructureNode[]): PageNode[] {
  return withoutLastMargin(
    notes.map((note, index) => exhibitNote(note, index === 0 ? noteSpace : 0, tags?.[index] ?? parent.add('P'), context)),
  )
}

function exhibitNote(note: ExhibitNote, above: number, tag: StructureNode, context: Context): PageNode {
  const mark = note.kind === 'marked' ? [run(`${note.mark}\u00a0`, { ...paperText.exhibitNote, colour: 'accent' }, tag, context)] : []
  return {
    text: [...mark, ...inlines(note.children, paperText.exhibitNote, tag, context, ['pnum'])],
    margin: [0, above, fullWidth - noteWidth, 2],
  }
}
