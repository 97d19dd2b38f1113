/**
 * How much is read before it is refused, and told so with its place. Whoever makes a file may be a stranger: what
 * takes minutes, fills the memory or overflows the stack by a few bytes is refused before it is tried.
 */

/** Characters of notat.yaml, or of the front matter of a template. */
export const mostYamlCharacters = 512_000
/** Maps and lists of YAML inside each other: a tree of groups takes two for each of its levels. */
export const mostYamlLevels = 100
/** Aliases that stand for more nodes than this are refused: nine of nine of nine … fill the memory. */
export const mostAliases = 100

/** Characters of a section or a template: fifty pages. */
export const mostTemplateCharacters = 100_000
/** Blocks of a template, parentheses of an expression, lists and emphasis of a text inside each other. */
export const mostLevels = 32
/** Marks of emphasis, links and the like in one paragraph. */
export const mostMarks = 500
/** Passages and blocks inside each other while a template is printed. */
export const mostOpen = 200
/** What a template prints: a memo takes some thousand steps; passages within passages would take any number. */
export const mostSteps = 1_000_000

/** Characters of a paragraph, a row or a cell of a document that is audited: twenty pages without a break. */
export const mostPassageCharacters = 50_000

/** Bytes that one stream of a PDF may unpack to, and all of them that are no pictures. */
export const mostStreamBytes = 32_000_000
export const mostPdfBytes = 256_000_000
/** Bytes that a picture in a PDF may unpack to: pictures are not read, but a stream may call itself one. */
export const mostPictureBytes = 128_000_000

/** Bytes of a workbook, and bytes that all of it may unpack to: three million cells, more than any survey has. */
export const mostWorkbookBytes = 30_000_000
export const mostUnpackedBytes = 100_000_000
/** Cells of a workbook: a few bytes may say that a row stands a million times. */
export const mostCells = 3_000_000
