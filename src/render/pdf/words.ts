/** Inlines → runs of text, each with its element of the structure tree. */
import type { Inline } from '../../document/blocks.js'
import { plainText } from '../../document/walk.js'
import { type Feature, faceOf } from '../fonts.js'
import { softHyphen } from '../hyphenation.js'
import type { PageCanvas, PageRun, PageText, Tag } from '../tagged-pdf/page.js'
import type { StructureNode } from '../tagged-pdf/structure.js'
import { type ColourName, light, type TextStyle } from '../theme.js'
import { partWord } from '../wrap.js'
import { type Context, noteUnprintable } from './context.js'

type InlineRules = {
  [T in Inline['type']]: (
    inline: Extract<Inline, { type: T }>,
    style: TextStyle,
    tag: Tag,
    context: Context,
    features: Feature[],
  ) => PageRun[]
}

const inlineRules: InlineRules = {
  text: ({ text }, style, tag, context, features) =>
    partedText(text, style, context)
      .split(hyphenFirst)
      .flatMap((piece, index) => {
        const made = run(piece, style, tag, context, features)
        return piece === '' ? [] : [index % 2 === 1 ? { ...made, noWrap: true } : made]
      }),
  // "1–2" is one number: no line ends behind its dash
  figure: ({ text }, style, tag, context, features) => {
    const made = run(text, style, tag, context, features)
    return [text.includes('–') ? { ...made, noWrap: true } : made]
  },
  strong: ({ children }, style, tag, context, features) => inlines(children, { ...style, weight: 600 }, tag, context, features),
  // the family has no italics
  emphasis: ({ children }, style, tag, context, features) => inlines(children, { ...style, weight: 600 }, tag, context, features),
  link: ({ href, children }, style, tag, context, features) => {
    const link = inlineTag(tag, 'Link', { link: { to: { address: href }, description: paperWords(children) } })
    return inlines(children, { ...style, colour: 'accent' }, link, context, features)
  },
  reference: ({ target, text }, style, tag, context, features) => {
    const link = { link: { to: { destination: destination(target) }, description: text } }
    return [run(text, style, inlineTag(inlineTag(tag, 'Reference'), 'Link', link), context, features)]
  },
  noteReference: ({ note, text }, style, tag, context, features) => {
    const link = { link: { to: { destination: destination(note) }, description: text } }
    const raised = { ...style, size: style.size * 1.1, weight: 600, colour: 'accent' } as const
    return [{ ...run(text, raised, inlineTag(inlineTag(tag, 'Reference'), 'Link', link), context, features), sup: true }]
  },
}

/** In "erfaringer og -inddragelse" no line ends behind the hyphen. */
const hyphenFirst = /((?<=^|\s)-\p{L}+)(?![^\s.,;:)])/u

export function inlines(children: readonly Inline[], style: TextStyle, tag: Tag, context: Context, features: Feature[] = []): PageRun[] {
  return children.flatMap((inline) => {
    const rule = inlineRules[inline.type] as (
      inline: Inline,
      style: TextStyle,
      tag: Tag,
      context: Context,
      features: Feature[],
    ) => PageRun[]
    return rule(inline, style, tag, context, features)
  })
}

/** A child of an element inside a line; inside an artifact there are no elements. */
function inlineTag(tag: Tag, ...child: Parameters<StructureNode['addInline']>): Tag {
  return typeof tag === 'string' ? tag : tag.addInline(...child)
}

/** The words alone, as they stand on paper: for bookmarks, descriptions and counting lines. */
export function paperWords(children: readonly Inline[]): string {
  return withoutSoftHyphens(plainText(children))
}

export function richText(children: readonly Inline[], style: TextStyle, tag: Tag, context: Context, features: Feature[] = []): PageText {
  return { text: inlines(children, style, tag, context, features) }
}

/** The same in a column: words that are wider are parted. */
export function columnText(children: readonly Inline[], width: number, style: TextStyle, tag: Tag, context: Context): PageText {
  return richText(children, style, tag, { ...context, column: width })
}

export function textNode(text: string, style: TextStyle, tag: Tag, context: Context, features: Feature[] = []): PageText {
  return { text: [run(text, style, tag, context, features)] }
}

export function run(text: string, style: TextStyle, tag: Tag, context: Context, features: Feature[] = []): PageRun {
  const shown = text.normalize('NFC')
  noteUnprintable(shown, shown, context)
  const { ascender, descender } = faceOf(style.weight)
  return {
    text: shown,
    tag,
    fontSize: style.size,
    bold: style.weight === 600,
    color: light[style.colour],
    lineHeight: (1000 * style.leading * context.density.leading) / ((ascender - descender) * style.size),
    ...(features.length > 0 && { fontFeatures: features }),
  }
}

/**
 * Words wider than their column are parted at syllables. The soft hyphens stand where lines end, so they are seen; who
 * copies or hears the words gets them whole.
 */
function partedText(text: string, { size, weight }: TextStyle, { column, hyphenate }: Context): string {
  const whole = withoutSoftHyphens(text)
  if (column === null) return whole
  return whole.replace(/[^ \n]+/g, (word) => partWord(hyphenate(word), column, size, weight).join(''))
}

/** Where authors say that a word may be parted is for screens: on paper columns have a known width. */
function withoutSoftHyphens(text: string): string {
  return text.replaceAll(softHyphen, '')
}

export function rule(width: number, length: number, colour: ColourName, below: number): PageCanvas {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: length, y2: 0, lineWidth: width, lineColor: light[colour] }],
    margin: [0, 0, 0, below],
  }
}

/** A named place, or the id of an element, as any reader may hold it: ASCII. */
export function destination(...parts: string[]): string {
  return parts.map(encodeURIComponent).join('.')
}
