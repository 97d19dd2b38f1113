/**
 * What of a text is too deep to be read, found before it is: parsers call themselves for every level, and take a time
 * that grows with the square of the marks of a paragraph.
 */
import type { Nodes } from 'mdast'
import { mostLevels, mostMarks } from '../limits.js'

/** Where a text has more than is read, and of what. */
export type TooMuch = { offset: number; limit: number; of: 'levels' | 'marks' }

/**
 * Blocks or parentheses of a template inside each other. A block with `{{else if}}` has another block in it for each.
 * What is no template is left to the parser.
 */
export function tooDeepTemplate(text: string): TooMuch | null {
  const open: number[] = []
  let [depth, parentheses, isInside] = [0, 0, false]
  for (const { 0: found, index: offset } of text.matchAll(/\\\{\{|\{\{~?(?:[#^](?=[^}])|\/|else\s+(?=[^\s}~]))?|\}\}|[()]/g)) {
    if (/^\{\{~?[#^]/.test(found)) {
      open.push(1)
      depth += 1
    } else if (found.endsWith('/')) depth -= open.pop() ?? 0
    else if (found.includes('else') && open.length > 0) {
      open.push((open.pop() ?? 0) + 1)
      depth += 1
    }
    if (found.startsWith('{{') || found === '}}') parentheses = 0
    isInside = found.startsWith('{{') || (isInside && found !== '}}')
    if (isInside && found === '(') parentheses += 1
    if (isInside && found === ')') parentheses -= 1
    if (depth > mostLevels || parentheses > mostLevels) return { offset, limit: mostLevels, of: 'levels' }
  }
  return null
}

/** Lists of a Markdown text inside each other, or marks of one paragraph. Takes one pass over the text. */
export function tooDeepMarkdown(text: string): TooMuch | null {
  let [from, marks] = [0, 0]
  const columns: number[] = []
  for (const line of text.split('\n')) {
    const { indent, contents } = beginningOf(line)
    while ((columns.at(-1) ?? 0) > indent) columns.pop()
    columns.push(...contents.slice(0, mostLevels + 1))
    if (columns.length > mostLevels) return { offset: from, limit: mostLevels, of: 'levels' }
    if (contents.length > 0 || line.trim() === '') marks = 0
    for (const { index } of line.matchAll(/[*_]+|`+|[[\]<!&\\~]/g)) {
      marks += 1
      if (marks > mostMarks) return { offset: from + index, limit: mostMarks, of: 'marks' }
    }
    from += line.length + 1
  }
  return null
}

/** The column a line's words begin in, and those of the contents of each list item or quotation it begins. */
function beginningOf(line: string): { indent: number; contents: number[] } {
  const pattern = /[ \t]*(?:[-+*](?=\s|$)|\d{1,9}[.)](?=\s|$)|>)/y
  const indent = line.length - line.trimStart().length
  const contents: number[] = []
  while (pattern.test(line)) contents.push(pattern.lastIndex + 1)
  return { indent, contents }
}

/** Emphasis, links and lists inside each other, as they were read. */
export function tooDeepTree(root: Nodes): TooMuch | null {
  const waiting: { node: Nodes; depth: number }[] = [{ node: root, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next
    if (depth > mostLevels) return { offset: node.position?.start.offset ?? 0, limit: mostLevels, of: 'levels' }
    // A list and its item are one level.
    const inner = node.type === 'root' || node.type === 'list' || node.type === 'paragraph' ? depth : depth + 1
    if ('children' in node) for (const child of node.children) waiting.push({ node: child, depth: inner })
  }
  return null
}
