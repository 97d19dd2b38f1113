/** What the style sheet takes from the theme and from the document: fonts, colours, the foot of a printed page. */
import { fontFamily } from '../fonts.js'
import { dark, light, type Palette } from '../theme.js'

export function fontFaces(fonts: Record<400 | 600, { woff2: string }>): string {
  const face = (weight: 400 | 600) =>
    `@font-face { font-family: "${fontFamily}"; font-weight: ${weight}; src: url(data:font/woff2;base64,${fonts[weight].woff2}) format("woff2"); }`
  return [face(400), face(600)].join('\n')
}

/** The theme's colours as custom properties: dark on dark screens only, so that print is always light. */
export function colours(): string {
  const properties = (palette: Palette) =>
    Object.entries(palette)
      .map(([name, colour]) => `${propertyName(name)}: ${colour};`)
      .join(' ')
  return [
    `:root { ${properties(light)} }`,
    `@media screen and (prefers-color-scheme: dark) { :root { ${properties(dark)} } }`,
    ...(['fill', 'stroke'] as const).flatMap((paint) =>
      // A later rule wins, so of two jobs with one colour the first in the palette does.
      [...Object.entries(light)]
        .reverse()
        .map(([name, colour]) => `.chart [${paint}="${colour}"] { ${paint}: var(${propertyName(name)}); }`),
    ),
  ].join('\n')
}

/** `onEnds` → `--on-ends` */
function propertyName(colour: string): string {
  return `--${colour.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/** In print: the unit at the left, the page's number at the right. */
export function pageFooter(unit: string): string {
  const text = `font: 8.5pt "${fontFamily}", sans-serif; color: ${light.soft};`
  return `@page { @bottom-left { content: ${cssString(unit)}; ${text} } @bottom-right { content: counter(page) "/" counter(pages); ${text} } }`
}

/**
 * Anything that could end a string, a rule or the style element is escaped:
 * https://drafts.csswg.org/cssom/#serialize-a-string
 */
function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} .,-]/gu, (character) => `\\${(character.codePointAt(0) as number).toString(16)} `)}"`
}
