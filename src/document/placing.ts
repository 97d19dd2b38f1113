/**
 * A template's tree with more in it: texts of a project that the template has no section for, and headings that a
 * project calls by other names. The template's own nodes keep their places in its file.
 */
import { nameOf, type Source, type Splice, textOfLiteral } from './template.js'

type Nodes = readonly hbs.AST.Statement[]
type Block = hbs.AST.BlockStatement
type Content = Omit<hbs.AST.ContentStatement, 'original'> & { original: string }

/** A line of a template that is a heading: `text` as it is written, between its offsets. */
type Heading = { level: number; text: string; start: number; textStart: number; end: number }

/** A section of a template: its block, and the blocks it stands in, the outermost first. */
export type SectionBlock = { name: string; start: number; end: number; around: readonly Block[] }

/** Sections in the order of the text, in any depth. */
export function sectionBlocks(source: Source): SectionBlock[] {
  const walk = (nodes: Nodes, around: readonly Block[]): SectionBlock[] =>
    nodes.flatMap((node) => {
      if (node.type !== 'BlockStatement') return []
      const block = node as Block
      const inside = [...around, block]
      const [start, end] = rangeOf(source, block)
      const isNamed = nameOf(block.path) === 'section' && block.params[0]?.type === 'StringLiteral'
      const own = isNamed ? [{ name: textOfLiteral(block.params[0]), start, end, around }] : []
      return [...own, ...walk(block.program?.body ?? [], inside), ...walk(block.inverse?.body ?? [], inside)]
    })
  return walk(source.program.body, [])
}

/** It may be printed several times, once for each member of a list, or wherever a passage is used. */
export function isRepeated({ around }: Pick<SectionBlock, 'around'>): boolean {
  return around.some(isWalk)
}

function isWalk({ path }: Block): boolean {
  return ['each', 'list', 'define'].includes(nameOf(path))
}

/** The headings that a template has, as they are written. */
export function headingsOf(source: Source): string[] {
  return headingLines(source).map(({ text }) => text)
}

// ── what is put in ──

/** A text that is placed after a section, or after all that stands under a heading. */
export type Placed = { name: string; after: string; source: Source }

/** Places texts in their order; each `after` names a section or a heading of the template. */
export function withPlaced(source: Source, placed: readonly Placed[]): Source {
  let { program } = source
  for (const { name, after, source: text } of placed) {
    const { at, fallback } = placeAfter(source, after)
    for (const offset of new Set([at, fallback])) program = inserted(source, program, offset, spliceAt(source, offset, text, name))
  }
  return { ...source, program }
}

/**
 * Where a text is placed: after a section or what stands under a heading, but never inside a list, which would print
 * it for each member. `fallback`: after all of the outermost block, which may not be printed itself.
 */
function placeAfter(source: Source, after: string): { at: number; fallback: number } {
  const section = sectionBlocks(source).find(({ name }) => name === after)
  const end = section ? section.end : endUnder(source, after)
  const around = section ? section.around : blocksAround(source, source.program, end)
  const walk = around.find(isWalk)
  const [outermost] = around
  const isDefined = outermost !== undefined && nameOf(outermost.path) === 'define'
  const fallback = isDefined ? source.text.length : outermost ? rangeOf(source, outermost)[1] : end
  return { at: isDefined ? fallback : walk ? rangeOf(source, walk)[1] : end, fallback }
}

/** The end of all that stands under a heading: the next one that is no deeper, or the end of the block it is in. */
function endUnder(source: Source, text: string): number {
  const headings = headingLines(source)
  const own = headings.find((heading) => heading.text === text) as Heading
  const next = headings.find(({ start, level }) => start > own.start && level <= own.level)?.start ?? source.text.length
  const blocks = blocksAround(source, source.program, own.textStart)
  const inner = blocks.at(-1)
  const program = inner ? programAt(source, inner, own.textStart) : source.program
  const last = program.body.at(-1)
  const end = last ? rangeOf(source, last)[1] : own.end
  if (next >= end) return end
  // A heading inside a block that follows stays in it.
  const holder = program.body.find((node) => node.type === 'BlockStatement' && isInside(rangeOf(source, node), next))
  return holder ? rangeOf(source, holder)[0] : next
}

/** A heading in other words. */
export type Renamed = { section: string; source: Source }

/** The heading directly above a section; null where none is. */
export function headingAbove(source: Source, section: string): string | null {
  return lineAbove(source, section)?.text ?? null
}

/** Calls the headings directly above sections by other names. */
export function withHeadings(source: Source, renamed: readonly Renamed[]): Source {
  const program = renamed.reduce((done, { section, source: text }) => {
    const heading = lineAbove(source, section)
    if (!heading) return done
    return replaced(source, done, heading, spliceAt(source, heading.textStart, text, null))
  }, source.program)
  return { ...source, program }
}

function lineAbove(source: Source, name: string): Heading | null {
  const section = sectionBlocks(source).find((each) => each.name === name)
  const above = section && headingLines(source).findLast(({ end }) => end <= section.start)
  return above && source.text.slice(above.end, section.start).trim() === '' ? above : null
}

/** Lines that begin with the marks of a heading, in the template's own text. */
function headingLines({ text }: Source): Heading[] {
  return [...text.matchAll(/^(#{2,3})([ \t]+)(.*\S)[ \t]*$/gm)].map(({ 0: line, 1: marks = '', 2: blanks = '', 3: words = '', index }) => ({
    level: marks.length,
    text: words,
    start: index,
    textStart: index + marks.length + blanks.length,
    end: index + line.length,
  }))
}

// ── trees ──

function spliceAt(source: Source, at: number, text: Source, once: string | null): Splice {
  const place = placeOfOffset(source.text, at)
  return { type: 'Splice', loc: { source: '', start: place, end: place }, source: text, once }
}

/** The same tree with a node at an offset of its text. */
function inserted(source: Source, program: hbs.AST.Program, at: number, splice: Splice): hbs.AST.Program {
  const holder = program.body.find((node): node is Block => node.type === 'BlockStatement' && isInside(rangeOf(source, node), at))
  if (holder) return inBlock(source, program, holder, at, (inner) => inserted(source, inner, at, splice))
  const [before, after] = cutAt(source, program.body, at)
  return { ...program, body: [...before, splice, ...after] }
}

/** The same tree with a node in the place of a heading's words. */
function replaced(source: Source, program: hbs.AST.Program, heading: Heading, splice: Splice): hbs.AST.Program {
  const { textStart, end } = heading
  const holder = program.body.find((node): node is Block => {
    const [from, to] = rangeOf(source, node)
    return node.type === 'BlockStatement' && from < textStart && end < to
  })
  if (holder) return inBlock(source, program, holder, textStart, (inner) => replaced(source, inner, heading, splice))
  const [before, rest] = cutAt(source, program.body, textStart)
  const [, after] = cutAt(source, rest, end)
  return { ...program, body: [...before, splice, ...after] }
}

function inBlock(
  source: Source,
  program: hbs.AST.Program,
  block: Block,
  at: number,
  change: (inner: hbs.AST.Program) => hbs.AST.Program,
): hbs.AST.Program {
  const part = programAt(source, block, at) === block.inverse ? 'inverse' : 'program'
  return {
    ...program,
    body: program.body.map((node) => (node === block ? { ...block, [part]: change(block[part] as hbs.AST.Program) } : node)),
  }
}

/** What of a block an offset lies in: what is printed where it holds, or what is else. */
function programAt(source: Source, { program, inverse }: Block, at: number): hbs.AST.Program {
  const [first] = inverse?.body ?? []
  return first && at >= rangeOf(source, first)[0] ? (inverse as hbs.AST.Program) : program
}

function blocksAround(source: Source, program: hbs.AST.Program, at: number): Block[] {
  const holder = program.body.find((node): node is Block => node.type === 'BlockStatement' && isInside(rangeOf(source, node), at))
  return holder ? [holder, ...blocksAround(source, programAt(source, holder, at), at)] : []
}

function isInside([start, end]: readonly [number, number], at: number): boolean {
  return start < at && at < end
}

/** Nodes before and after an offset that lies in none of their blocks; words are cut in two. */
function cutAt(source: Source, nodes: Nodes, at: number): [before: hbs.AST.Statement[], after: hbs.AST.Statement[]] {
  const [before, after]: [hbs.AST.Statement[], hbs.AST.Statement[]] = [[], []]
  for (const node of nodes) {
    const [start, end] = rangeOf(source, node)
    if (end <= at) before.push(node)
    else if (start >= at || node.type !== 'ContentStatement') after.push(node)
    else {
      const [first, second] = cutWords(source, node as unknown as Content, at, at - start)
      before.push(first as unknown as hbs.AST.Statement)
      after.push(second as unknown as hbs.AST.Statement)
    }
  }
  return [before, after]
}

/** `value` lacks the white space that Handlebars has taken from both ends of `original`. */
function cutWords({ text }: Source, node: Content, at: number, inOriginal: number): [Content, Content] {
  const { original, value, loc } = node
  const inValue = Math.max(0, inOriginal - (value === '' ? original.length : original.indexOf(value)))
  const place = placeOfOffset(text, at)
  return [
    { ...node, original: original.slice(0, inOriginal), value: value.slice(0, inValue), loc: { ...loc, end: place } },
    { ...node, original: original.slice(inOriginal), value: value.slice(inValue), loc: { ...loc, start: place } },
  ]
}

function rangeOf({ text }: Source, { loc }: hbs.AST.Node): [start: number, end: number] {
  return [offsetIn(text, loc.start), offsetIn(text, loc.end)]
}

function offsetIn(text: string, { line, column }: hbs.AST.Position): number {
  let start = 0
  for (let passed = 1; passed < line; passed += 1) start = text.indexOf('\n', start) + 1
  return start + column
}

function placeOfOffset(text: string, at: number): hbs.AST.Position {
  const lines = text.slice(0, at).split('\n')
  return { line: lines.length, column: lines.at(-1)?.length ?? 0 }
}
