/** What text is, wherever it comes from: what of it can be seen, and when two spellings are one word. */

/**
 * What no text that is to be printed holds: control characters other than line breaks and tabs, halves of pairs, what
 * takes no room and is not seen, and what turns the direction of writing round, so that the words a reader sees are
 * not those that are there. A soft hyphen is no such mark: it is seen where a line ends.
 */
export const unprintable = /(?![\n\r\t])[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/u
