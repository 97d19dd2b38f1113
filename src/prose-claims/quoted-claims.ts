/**
 * Numbers that the project's author has written by hand with a source, and where a text quotes them: in the author's
 * own sentence, word for word but its numbers, or in front of the source in a list of sources.
 */
import type { Claim } from '../claim.js'
import type { Figure } from '../figure.js'
import { idOfKey, type TypedKey } from '../figure-key.js'
import { intervalOfPrinted, parsePrinted, pointInterval, roundForPrint } from '../printed.js'
import { placeOf } from '../read/text/passages.js'
import { type Sentence, type Setting, sentencesOf } from './sentences.js'
import { type Word, wordsOf } from './words.js'

/** `words`: those of its sentence without numbers; `index`: which of the numbers it is. */
export type QuotedNumber = { figure: Figure; words: string; index: number; source: string }

const typedCall = /\{\{~?\s*typed\s+"([^"]*)"\s+source="([^"]*)"\s*~?\}\}/g

/** The numbers written by hand in a text of the author's, called by the name of its section. */
export function quotedNumbersIn(section: string, text: string, setting: Setting): QuotedNumber[] {
  let ordinal = 0
  return text.split(/\n\s*\n|\n(?=[-#])/).flatMap((paragraph) => {
    const typed: { at: number; number: string; source: string }[] = []
    let written = ''
    let end = 0
    for (const { 0: call, 1: number = '', 2: source = '', index } of paragraph.matchAll(typedCall)) {
      written += paragraph.slice(end, index)
      typed.push({ at: written.length, number, source })
      written += number
      end = index + call.length
    }
    const passage = { text: written + paragraph.slice(end), marks: [] }
    const sentences = typed.length === 0 ? [] : sentencesOf(passage, setting)
    return typed.flatMap(({ at, number, source }): QuotedNumber[] => {
      ordinal += 1
      const sentence = sentences.find(({ start, text: said }) => start <= at && at < start + said.length)
      const figure = figureOfTyped({ kind: 'typed', section, ordinal }, number, source, setting)
      const index = sentence ? numbersOf(sentence).findIndex((word) => sentence.start + word.at === at) : -1
      // What a word of the template puts in is not known here.
      if (!figure || !sentence || index < 0 || sentence.text.includes('{{')) return []
      return [{ figure, words: wordsWithoutNumbers(sentence.words), index, source: keyOfSource(source) }]
    })
  })
}

/** What a sentence quotes of them, a claim each. */
export function claimsOfQuoted(sentence: Sentence, quoted: readonly QuotedNumber[], { file, locale }: Setting & { file: string }): Claim[] {
  if (quoted.length === 0) return []
  const { passage, start, text, words } = sentence
  const numbers = numbersOf(sentence)
  const put = ({ figure }: QuotedNumber, word: Word | undefined): Claim[] => {
    const read = word ? parsePrinted(word.text, locale.numbers) : { reason: 'empty' as const }
    if (!word || 'reason' in read) return []
    const interval = intervalOfPrinted(read.value, read.decimals, true)
    const place = placeOf(file, passage, start + word.at, text)
    const exactly = read.decimals === 0 ? pointInterval(read.value) : interval
    return [{ figure: figure.id, text: word.text, interval: exactly, decimals: read.decimals, direction: null, place }]
  }
  const said = wordsWithoutNumbers(words)
  const own = quoted.filter((each) => each.words === said)
  if (own.length > 0) return own.flatMap((each) => put(each, numbers[each.index]))
  const [first, colon] = words
  if (first?.kind !== 'number' || colon?.text !== ':' || start > 0) return []
  const source = keyOfSource(passage.text.slice(colon.end))
  const [only, ...others] = quoted.filter((each) => each.source === source)
  return only && others.length === 0 ? put(only, first) : []
}

function numbersOf({ words }: Pick<Sentence, 'words'>): Word[] {
  return words.filter(({ kind }) => kind === 'number')
}

function wordsWithoutNumbers(words: readonly Word[]): string {
  return words.flatMap(({ kind, key }) => (kind === 'number' || /^[*_`]$/.test(key) ? [] : [key])).join(' ')
}

function keyOfSource(source: string): string {
  return wordsOf(source)
    .flatMap(({ kind, key }) => (kind === 'mark' ? [] : [key]))
    .join(' ')
}

function figureOfTyped(key: TypedKey, text: string, source: string, { survey, locale }: Setting): Figure | null {
  const parsed = parsePrinted(text, locale.numbers)
  if ('reason' in parsed || parsed.percent) return null
  const { value, decimals } = parsed
  const printed = roundForPrint(value, decimals)
  return {
    ...{ id: idOfKey(key, survey), key, kind: 'typed', unit: 'number', decimals, value, printed, base: null },
    ...{ interval: pointInterval(value), possible: [printed], status: 'typed' },
    ...{ derivation: { formula: 'typed', inputs: [], places: [{ file: source }] }, origin: 'read' },
  }
}
