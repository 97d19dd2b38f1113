/**
 * HTML → text with lines. parse5's tokenizer only: its tree builder looks through all open elements at every
 * paragraph, so that a page of nested elements would take time in the square of its length. No script runs, nothing
 * is fetched.
 */

import { Token, Tokenizer, TokenizerMode } from 'parse5'
import { append } from '../../long-lists.js'
import { emptyPassage, type GridCell, tableOfGrid } from './grid.js'
import type { Mark, Passage, TextBlock } from './passages.js'

type PassageType = Exclude<TextBlock['type'], 'table'>

/** Elements that begin and end a passage, and what it is. The inline ones are not here. */
const blockTypes: Readonly<Record<string, PassageType>> = {
  ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 'heading' as const])),
  ...Object.fromEntries(['caption', 'figcaption'].map((name) => [name, 'caption' as const])),
  ...Object.fromEntries(
    [
      ...[
        'p',
        'div',
        'section',
        'article',
        'header',
        'footer',
        'main',
        'nav',
        'aside',
        'ul',
        'ol',
        'dl',
        'dt',
        'dd',
        'blockquote',
        'pre',
        'figure',
      ],
      ...['hr', 'address', 'details', 'summary', 'form', 'fieldset', 'body', 'thead', 'tbody', 'tfoot', 'table', 'tr', 'td', 'th'],
    ].map((name) => [name, 'paragraph' as const]),
  ),
  li: 'point',
}

/** Elements whose text nobody reads as text; the tokenizer must be told how to find the end of those with a mode. */
const unread: Readonly<Record<string, keyof typeof TokenizerMode | null>> = {
  script: 'SCRIPT_DATA',
  style: 'RAWTEXT',
  title: 'RCDATA',
  textarea: 'RCDATA',
  iframe: 'RAWTEXT',
  noframes: 'RAWTEXT',
  xmp: 'RAWTEXT',
  template: null,
  // marks of notes
  sup: null,
  svg: null,
  math: null,
}

type Cell = GridCell & { columns: number; rows: number }
const widestSpan = 1000
const largestGrid = 200_000

/** Blocks of a page. Tables inside a table's cell are read as its text. */
export function blocksOfHtml(html: string): TextBlock[] {
  const page: Page = { blocks: [], text: collector(), type: 'paragraph', tableDepth: 0, rows: [], cell: null }
  const unreadElement = watchUnread()
  const characters = (token: Token.CharacterToken) => {
    if (!unreadElement.isOpen()) page.text.add(token.chars, lineOf(token))
  }
  const ignore = () => {}
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: (token) => {
        if (!unreadElement.opens(token)) return openTag(page, token)
        const mode = token.selfClosing ? null : modeOf(token)
        if (mode) tokenizer.state = TokenizerMode[mode]
      },
      onEndTag: (token) => {
        if (!unreadElement.closes(token)) closeTag(page, token)
      },
      onCharacter: characters,
      onWhitespaceCharacter: characters,
      onNullCharacter: ignore,
      onComment: ignore,
      onDoctype: ignore,
      onEof: ignore,
    },
  )
  tokenizer.write(html, true)
  endCell(page)
  if (page.tableDepth > 0) endTable(page)
  endPassage(page)
  return page.blocks
}

// ── what is not read ──

/**
 * Whether a tag is part of an element that is not read, its own two tags among them. Only tags of the outermost one's
 * name are counted.
 */
function watchUnread() {
  let depth = 0
  let outermost = ''
  return {
    isOpen: () => depth > 0,
    opens: (token: Token.TagToken): boolean => {
      if (depth === 0 && !Object.hasOwn(unread, token.tagName) && !isHidden(token)) return false
      if (depth === 0) outermost = token.tagName
      if (token.tagName === outermost && !token.selfClosing) depth += 1
      return true
    },
    closes: ({ tagName }: Token.TagToken): boolean => {
      if (depth === 0) return false
      if (tagName === outermost) depth -= 1
      return true
    },
  }
}

/** How the tokenizer finds the end of an element whose text is no markup. */
function modeOf({ tagName }: Token.TagToken): keyof typeof TokenizerMode | null {
  return Object.hasOwn(unread, tagName) ? (unread[tagName] ?? null) : null
}

/**
 * Hidden from everybody, or an annex of ours that explains numbers told before. Elements that have no end hide
 * nothing.
 */
function isHidden(token: Token.TagToken): boolean {
  return (
    ['hidden', 'data-explanations'].some((name) => Token.getTokenAttr(token, name) !== null) &&
    !/^(?:br|hr|img|input|link|meta|area|base|col|embed|source|track|wbr)$/.test(token.tagName)
  )
}

// ── what a tag means ──

/** What has been read of a page so far. */
type Page = {
  blocks: TextBlock[]
  /** of the passage or cell that is being read */
  text: Collector
  /** what that passage is */
  type: PassageType
  /** so many tables are open, one in the other; only the outermost is read as a table */
  tableDepth: number
  rows: Cell[][]
  cell: Omit<Cell, 'passage'> | null
}

type TagRule = (page: Page, token: Token.TagToken) => void

const startPassage: TagRule = (page, token) => {
  endPassage(page)
  page.type = blockTypes[token.tagName] ?? 'paragraph'
}

/** A block in a cell only parts its words. */
const startBlock: TagRule = (page, token) => {
  if (page.cell) page.text.add(' ', lineOf(token))
  else startPassage(page, token)
}

const startCell: TagRule = (page, token) => {
  if (page.tableDepth === 0) return startPassage(page, token)
  endCell(page)
  page.text.take()
  if (page.rows.length === 0) page.rows.push([])
  page.cell = { isHead: token.tagName === 'th', columns: spanOf(token, 'colspan'), rows: spanOf(token, 'rowspan') }
}

/** What an element begins, where its tag is not inside a table's cell's own table. */
const startRules = new Map<string, TagRule>([
  ...Object.keys(blockTypes).map((name) => [name, startBlock] as const),
  [
    'table',
    (page) => {
      endPassage(page)
      page.rows = []
    },
  ],
  [
    'tr',
    (page, token) => {
      if (page.tableDepth === 0) return startPassage(page, token)
      endCell(page)
      page.rows.push([])
    },
  ],
  ['td', startCell],
  ['th', startCell],
])

function openTag(page: Page, token: Token.TagToken): void {
  const { tagName: name } = token
  if (name === 'br') page.text.add(' ', lineOf(token))
  if (name === 'span') page.text.part()
  if (name === 'table') page.tableDepth += 1
  if (page.tableDepth > 1) page.text.add(' ', lineOf(token))
  else startRules.get(name)?.(page, token)
}

function closeTag(page: Page, { tagName: name }: Token.TagToken): void {
  if (name === 'span') page.text.part()
  if (name === 'table' && page.tableDepth > 0) {
    if (page.tableDepth === 1) {
      endCell(page)
      endTable(page)
    }
    page.tableDepth -= 1
  } else if (page.tableDepth === 1 && (name === 'td' || name === 'th')) endCell(page)
  else if (page.cell) page.text.add(' ', null)
  else if (Object.hasOwn(blockTypes, name)) endPassage(page)
}

function endPassage(page: Page): void {
  const passage = page.text.take()
  if (passage) page.blocks.push({ type: page.type, passage })
  page.type = 'paragraph'
}

function endCell(page: Page): void {
  if (page.cell) page.rows.at(-1)?.push({ ...page.cell, passage: page.text.take() ?? emptyCell.passage })
  page.cell = null
}

function endTable(page: Page): void {
  append(page.blocks, tableOfGrid(gridOf(page.rows)))
}

function lineOf(token: Token.Token): number | null {
  return token.location?.startLine ?? null
}

function spanOf(token: Token.TagToken, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(Token.getTokenAttr(token, name) ?? '1', 10)
  return span >= 1 && span <= widestSpan ? span : 1
}

// ── text ──

type Collector = { add: (chars: string, line: number | null) => void; part: () => void; take: () => Passage | null }

/**
 * Text as it comes, blanks in one, with the line of every piece. `part`: an element that may be set as a line of its
 * own begins or ends here; a capital letter after it starts a new word.
 */
function collector(): Collector {
  let parts: string[] = []
  let marks: Mark[] = []
  let length = 0
  let endsBlank = true
  let isParted = false
  const addPiece = (piece: string, line: number | null) => {
    const clean = piece.replace(/[\t\n\f\r ]+/g, ' ').replaceAll('\u00ad', '')
    const spaced = isParted && /^\p{Lu}/u.test(clean) ? ` ${clean}` : clean
    const shown = endsBlank && spaced.startsWith(' ') ? spaced.slice(1) : spaced
    if (shown === '') return
    isParted = false
    if (marks.at(-1)?.line !== line || marks.length === 0) marks.push({ at: length, line, page: null })
    parts.push(shown)
    length += shown.length
    endsBlank = shown.endsWith(' ')
  }
  return {
    add: (chars, line) => {
      for (const [index, piece] of chars.split('\n').entries()) {
        if (index > 0) addPiece(' ', line === null ? null : line + index)
        addPiece(piece, line === null ? null : line + index)
      }
    },
    part: () => {
      isParted = true
    },
    take: () => {
      const passage = { text: parts.join('').trimEnd(), marks }
      parts = []
      marks = []
      length = 0
      endsBlank = true
      return passage.text === '' ? null : passage
    },
  }
}

// ── tables ──

/** Cells in all the places they span: the same cell in each. */
function gridOf(rows: readonly Cell[][]): Cell[][] {
  const grid: Cell[][] = rows.map(() => [])
  let filled = 0
  for (const [index, row] of rows.entries()) {
    let column = 0
    for (const cell of row) {
      while (grid[index]?.[column]) column += 1
      for (let down = 0; down < cell.rows && index + down < rows.length; down += 1) {
        for (let right = 0; right < cell.columns; right += 1) {
          filled += 1
          if (filled > largestGrid) return grid.map((known) => known.flatMap((known) => known ?? []))
          const below = grid[index + down]
          if (below) below[column + right] = cell
        }
      }
      column += cell.columns
    }
  }
  return grid.map((row) => Array.from(row, (cell) => cell ?? emptyCell))
}

const emptyCell: Cell = { passage: emptyPassage, isHead: false, columns: 1, rows: 1 }
