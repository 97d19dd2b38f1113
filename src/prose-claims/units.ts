/** Blocks of text → what belongs together. */
import { append } from '../long-lists.js'
import type { Passage, TextBlock, TextTable } from '../read/text/passages.js'
import type { Steps } from '../steps.js'
import { captionNumber, type Sentence, type Setting, sentencesOf } from './sentences.js'
import type { Caption } from './table-claims.js'

/**
 * What belongs together: a list's point with the paragraph under it, a paragraph, a heading; or a table with its
 * caption.
 */
export type TextUnit =
  | { type: 'prose'; sentences: Sentence[]; isHeading: boolean; isPoint: boolean; isCaption: boolean; passages: Passage[] }
  | { type: 'table'; table: TextTable; caption: Caption }

export function* unitsOf(blocks: readonly TextBlock[], setting: Setting): Steps<TextUnit[]> {
  const units: TextUnit[] = []
  let caption: Caption = { text: '', number: null }
  let chart = ''
  for (const [index, block] of blocks.entries()) {
    yield
    if (block.type === 'table') {
      units.push({ type: 'table', table: block, caption })
      caption = { text: '', number: null }
      continue
    }
    const sentences = sentencesOf(block.passage, setting)
    const number = captionNumber(sentences[0])
    const isCaption = number !== null || block.type === 'caption'
    if (block.type === 'heading') chart = ''
    if (isCaption) {
      const isOfChart = number !== null && sentences[0]?.cues.from(0, 'chart') !== undefined
      // The numbers behind a chart have a caption without a number, and are of what the chart shows.
      const text = number === null && block.type === 'caption' ? `${chart} ${block.passage.text}`.trim() : block.passage.text
      chart = isOfChart ? block.passage.text : number === null ? chart : ''
      caption = { text, number, segment: number === null ? null : groupSentTo(units, number, setting) }
    }
    const last = units.at(-1)
    const before = blocks[index - 1]
    const isUnderPoint =
      block.type === 'paragraph' && !isCaption && before?.type === 'point' && last?.type === 'prose' && last.sentences.length === 1
    if (isUnderPoint && /[.:]$/.test(before.passage.text)) {
      append(last.sentences, sentences)
      last.passages.push(block.passage)
    } else {
      const kind = { isHeading: block.type === 'heading', isPoint: block.type === 'point', isCaption }
      units.push({ type: 'prose', sentences, ...kind, passages: [block.passage] })
    }
  }
  return units
}

/** "Tabel 4 viser resultatet samlet set": whom the last sentence tells of that sends its reader to a table. */
function groupSentTo(units: readonly TextUnit[], number: number, { survey }: Setting): string | null {
  for (const unit of units.slice(-mostBetween).reverse()) {
    if (unit.type === 'table') continue
    const sentence = unit.sentences.findLast(({ cues, words }) =>
      cues.all('table').some(({ to }) => words[to]?.text === String(number) && !/^[.:(-]$/.test(words[to + 1]?.text ?? '')),
    )
    if (!sentence) continue
    const named = new Set(sentence.segments.map(({ target }) => target))
    if (named.size > 0) return named.size === 1 ? ([...named][0] ?? null) : null
    return sentence.cues.all('overall').length > 0 ? survey.segments.id : null
  }
  return null
}

/** So far back a sentence may stand that sends to a table. */
const mostBetween = 12
