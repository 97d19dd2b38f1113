/** Blocks of text → what belongs together. */
import type { Passage, TextBlock, TextTable } from '../read/text/passages.js'
import { captionNumber, type Sentence, type Setting, sentencesOf } from './sentences.js'
import type { Caption } from './table-claims.js'

/**
 * What belongs together: a list's point with the paragraph under it, a paragraph, a heading; or a table with its
 * caption.
 */
export type TextUnit =
  | { type: 'prose'; sentences: Sentence[]; isHeading: boolean; isPoint: boolean; isCaption: boolean; passages: Passage[] }
  | { type: 'table'; table: TextTable; caption: Caption }

export function unitsOf(blocks: readonly TextBlock[], setting: Setting): TextUnit[] {
  const units: TextUnit[] = []
  let caption: Caption = { text: '', number: null }
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'table') {
      units.push({ type: 'table', table: block, caption })
      caption = { text: '', number: null }
      continue
    }
    const sentences = sentencesOf(block.passage, setting)
    const number = captionNumber(sentences[0])
    const isCaption = number !== null || block.type === 'caption'
    if (isCaption) caption = { text: block.passage.text, number }
    const last = units.at(-1)
    const before = blocks[index - 1]
    const isUnderPoint =
      block.type === 'paragraph' && !isCaption && before?.type === 'point' && last?.type === 'prose' && last.sentences.length === 1
    if (isUnderPoint && /[.:]$/.test(before.passage.text)) {
      last.sentences.push(...sentences)
      last.passages.push(block.passage)
    } else {
      const kind = { isHeading: block.type === 'heading', isPoint: block.type === 'point', isCaption }
      units.push({ type: 'prose', sentences, ...kind, passages: [block.passage] })
    }
  }
  return units
}
