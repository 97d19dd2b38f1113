import { describe, expect, it } from 'vitest'
import { answerColour, answerColours, type ColourName, dark, light, onAnswer, page } from '../../src/render/theme.js'

/** WCAG 2.1, relative luminance and contrast ratio. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [red, green, blue] = [1, 3, 5]
      .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)) as [number, number, number]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s colours', (_, palette) => {
  it.each(['ink', 'soft', 'accent'] satisfies ColourName[])('%s is legible as text', (name) => {
    expect(contrast(palette[name], palette.paper)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['current', 'previous', 'link', 'edge'] satisfies ColourName[])('%s is visible as a mark', (name) => {
    expect(contrast(palette[name], palette.paper)).toBeGreaterThanOrEqual(3)
  })

  it.each(answerColours)('a number is legible on %s', (name) => {
    expect(contrast(palette[name], palette[onAnswer(name)])).toBeGreaterThanOrEqual(4.5)
  })
})

describe('the colour of an answer', () => {
  it('follows its place on the scale', () => {
    expect([-1, -0.5, 0, 0.5, 1].map(answerColour)).toEqual(['worst', 'poor', 'middle', 'good', 'best'])
    expect([-1, -1 / 3, 1 / 3, 1].map(answerColour)).toEqual(['worst', 'poor', 'good', 'best'])
  })
})

describe('the page', () => {
  it('holds text, gutter and margin column side by side', () => {
    expect(page.left + page.fullWidth + page.right).toBeCloseTo(page.width, 2)
    expect(page.measure + page.gutter + page.marginColumn).toBeLessThanOrEqual(page.fullWidth)
  })
})
