/** Text → lines: one rule for labels of charts and for estimating heights on paper. */
import { textWidth, type Weight } from './fonts.js'

/**
 * Lines no wider than `width`: broken at spaces, a word that is too wide at its hyphens, and what is still too wide
 * between letters, with a hyphen. At least one line, and at least a letter a line.
 */
export function wrapText(text: string, width: number, size: number, weight: Weight): string[] {
  const fits = (line: string) => textWidth(line, size, weight) <= width
  const pieces = text.split(' ').flatMap((word) => piecesOf(word, fits).map((piece, i) => ({ ...piece, before: i === 0 ? ' ' : '' })))
  const lines: string[] = []
  let line: string | null = null
  let hyphen = ''
  for (const piece of pieces) {
    if (line !== null && fits(line + piece.before + piece.text + piece.hyphen)) line += piece.before + piece.text
    else {
      if (line !== null) lines.push(piece.before === '' ? line + hyphen : line)
      line = piece.text
    }
    hyphen = piece.hyphen
  }
  return [...lines, line ?? '']
}

/**
 * A word in lines no wider than `width`, each but the last ending in a soft hyphen or in a hyphen of its own. A word
 * that fits is whole.
 */
export function partWord(word: string, width: number, size: number, weight: Weight): string[] {
  const plain = word.replaceAll('\u00ad', '')
  const lines = wrapText(word, width, size, weight)
  let taken = 0
  return lines.map((line, index) => {
    const isOwn = index === lines.length - 1 || plain.startsWith(line, taken)
    const part = isOwn ? line : line.slice(0, -1)
    taken += part.length
    return isOwn ? part : `${part}\u00ad`
  })
}

/**
 * Where a word may be broken, if it must be: `hyphen` is what a line then gets after the piece. A soft hyphen is seen
 * only there.
 */
function piecesOf(word: string, fits: (line: string) => boolean): { text: string; hyphen: string }[] {
  const plain = word.replaceAll('\u00ad', '')
  if (fits(plain)) return [{ text: plain, hyphen: '' }]
  const parts = word.split(/(?<=[-/])|(?<=\u00ad)/u)
  return parts.flatMap((part, p) => {
    const hyphen = part.endsWith('\u00ad') ? '-' : ''
    const text = part.replaceAll('\u00ad', '')
    if (fits(text + hyphen)) return [{ text, hyphen }]
    const letters = [...text]
    return letters.map((letter, l) => ({ text: letter, hyphen: l < letters.length - 1 ? '-' : p < parts.length - 1 ? hyphen : '' }))
  })
}
