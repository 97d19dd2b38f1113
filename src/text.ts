/** What text is, wherever it comes from: what of it can be seen, and when two spellings are one word. */

/**
 * What no text that is to be printed holds: control characters other than line breaks and tabs, halves of pairs, what
 * takes no room and is not seen, and what turns the direction of writing round, so that the words a reader sees are
 * not those that are there. A soft hyphen is no such mark: it is seen where a line ends.
 */
export const unprintable = /(?![\n\r\t])[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/u

/**
 * Words for people, as a terminal or a log is given them: line by line, and nothing in them is a command. What moves
 * the cursor or cannot be seen is shown by its code, and no line begins as one that a CI server obeys, which also
 * looks for its older commands inside of lines.
 */
export function told(words: string): string {
  return words
    .replaceAll('\t', '⇥')
    .replace(/(?!\n)[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/gu, codePoint)
    .replace(/^(\s*):(?=:)/gm, '$1: ')
    .replaceAll('##[', '## [')
}

/** `U+202E` in brackets. */
export function codePoint(sign: string): string {
  return `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`
}

/** Whether an address is one that a reader may be led to: a page or a mailbox, and nothing that is run. */
export function isLink(href: string): boolean {
  return /^(?:https?:\/\/|mailto:)[\x21-\x7e]+$/.test(href)
}
