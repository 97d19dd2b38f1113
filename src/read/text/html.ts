/**
 * HTML → text with lines. parse5's tokenizer only: its tree builder looks through all open elements at every paragraph, so that a page of nested
 * elements would take time in the square of its length. No script runs, nothing is fetched.
 */
import { Token, Tokenizer, TokenizerMode } from 'parse5'
import type { Mark, Passage, TextBlock, TextRow, TextTable } from './passages.js'

/** Elements that begin and end a passage, and what it is. The inline ones are not here. */
const blockTypes: Readonly<Record<string, Exclude<TextBlock['type'], 'table'>>> = {
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

type Cell = { passage: Passage; isHead: boolean; columns: number; rows: number }
const widestSpan = 1000
const largestGrid = 200_000

/** Blocks of a page. Tables inside a table's cell are read as its text. */
export function blocksOfHtml(html: string): TextBlock[] {
  const blocks: TextBlock[] = []
  const text = collector()
  let type: Exclude<TextBlock['type'], 'table'> = 'paragraph'
  let unreadDepth = 0
  let unreadName = ''
  let tableDepth = 0
  let rows: Cell[][] = []
  let cell: Omit<Cell, 'passage'> | null = null

  const endPassage = () => {
    const passage = text.take()
    if (passage) blocks.push({ type, passage })
    type = 'paragraph'
  }
  const endCell = () => {
    if (cell) rows.at(-1)?.push({ ...cell, passage: text.take() ?? { text: '', marks: [{ at: 0, line: null, page: null }] } })
    cell = null
  }
  const open = (token: Token.TagToken) => {
    const { tagName: name } = token
    if (unreadDepth > 0 || Object.hasOwn(unread, name) || isHidden(token)) {
      if (unreadDepth === 0) unreadName = name
      if (name === unreadName && !token.selfClosing) unreadDepth += 1
      const mode = Object.hasOwn(unread, name) ? unread[name] : null
      if (mode && !token.selfClosing) tokenizer.state = TokenizerMode[mode]
      return
    }
    if (name === 'br') text.add(' ', lineOf(token))
    if (name === 'span') text.part()
    if (name === 'table') tableDepth += 1
    if (tableDepth > 1) text.add(' ', lineOf(token))
    if (tableDepth > 1 || !Object.hasOwn(blockTypes, name)) return
    if (name === 'table') {
      endPassage()
      rows = []
    } else if (tableDepth === 1 && name === 'tr') {
      endCell()
      rows.push([])
    } else if (tableDepth === 1 && (name === 'td' || name === 'th')) {
      endCell()
      text.take()
      if (rows.length === 0) rows.push([])
      cell = { isHead: name === 'th', columns: spanOf(token, 'colspan'), rows: spanOf(token, 'rowspan') }
    } else if (cell) text.add(' ', lineOf(token))
    else {
      endPassage()
      type = blockTypes[name] ?? 'paragraph'
    }
  }
  const close = ({ tagName: name }: Token.TagToken) => {
    if (unreadDepth > 0) {
      if (name === unreadName) unreadDepth -= 1
      return
    }
    if (name === 'span') text.part()
    if (name === 'table' && tableDepth > 0) {
      if (tableDepth === 1) {
        endCell()
        blocks.push(...tableOf(rows))
      }
      tableDepth -= 1
    } else if (tableDepth === 1 && (name === 'td' || name === 'th')) endCell()
    else if (cell) text.add(' ', null)
    else if (Object.hasOwn(blockTypes, name)) endPassage()
  }
  const characters = (token: Token.CharacterToken) => {
    if (unreadDepth === 0) text.add(token.chars, lineOf(token))
  }
  const ignore = () => {}
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: open,
      onEndTag: close,
      onCharacter: characters,
      onWhitespaceCharacter: characters,
      onNullCharacter: ignore,
      onComment: ignore,
      onDoctype: ignore,
      onEof: ignore,
    },
  )
  tokenizer.write(html, true)
  endCell()
  if (tableDepth > 0) blocks.push(...tableOf(rows))
  endPassage()
  return blocks
}

/** Hidden from everybody, or an annex of ours that explains numbers told before. Elements that have no end hide nothing. */
function isHidden(token: Token.TagToken): boolean {
  return (
    ['hidden', 'data-explanations'].some((name) => Token.getTokenAttr(token, name) !== null) &&
    !/^(?:br|hr|img|input|link|meta|area|base|col|embed|source|track|wbr)$/.test(token.tagName)
  )
}

function lineOf(token: Token.Token): number | null {
  return token.location?.startLine ?? null
}

function spanOf(token: Token.TagToken, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(Token.getTokenAttr(token, name) ?? '1', 10)
  return span >= 1 && span <= widestSpan ? span : 1
}

/**
 * Text as it comes, blanks in one, with the line of every piece. `part`: an element that may be set as a line of its own begins or ends here; a
 * capital letter after it starts a new word.
 */
function collector(): { add: (chars: string, line: number | null) => void; part: () => void; take: () => Passage | null } {
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

/** A table with its spans laid out. Rows of head cells only are the columns' heads; in other rows the words before the first number are labels. */
function tableOf(rows: readonly Cell[][]): TextTable[] {
  const grid = gridOf(rows)
  const firstBody = grid.findIndex((row) => row.some(({ isHead }) => !isHead))
  const heads = grid.slice(0, firstBody === -1 ? grid.length : firstBody)
  const body = firstBody === -1 ? [] : grid.slice(firstBody)
  const width = Math.max(0, ...grid.map((row) => row.length))
  const stub = Math.max(1, Math.min(...body.map(stubOf)))
  if (width < 2 || body.length === 0) return []
  const columns = Array.from({ length: width - stub }, (_, column) => {
    const cells = heads.flatMap((row) => row[column + stub] ?? [])
    return cells
      .map(({ passage }) => passage)
      .filter(({ text }, index, all) => text !== '' && all.findIndex((other) => other.text === text) === index)
  })
  const passages = (row: Cell[]) => row.map(({ passage }) => passage)
  const textRows = body.map((row): TextRow => ({ labels: passages(row.slice(0, stub)), cells: passages(row.slice(stub)) }))
  return [{ type: 'table', columns, heads: [], rows: textRows }]
}

/** How many cells of a row are its name: its own head cells, else those before the first with a digit. */
function stubOf(row: readonly Cell[]): number {
  const heads = row.findIndex(({ isHead }) => !isHead)
  if (heads > 0) return heads
  const number = row.findIndex(({ passage }) => /^[-−–+]?\d/.test(passage.text))
  return number > 0 ? number : row.length
}

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

const emptyCell: Cell = { passage: { text: '', marks: [{ at: 0, line: null, page: null }] }, isHead: false, columns: 1, rows: 1 }
