import fc from 'fast-check'
import * as fontkit from 'fontkit'
import { describe, expect, test } from 'vitest'
import { fonts } from '../../src/assets/fonts.js'
import { type Face, faceOf, missingGlyphs, textWidth } from '../../src/render/fonts.js'

const weights = [400, 600] as const
const danish =
  'Brugertilfredshed på aktiverings- og mentortilbud: ”Jeg er alt i alt tilfreds” – 1.755 svar, 84\u00a0pct., Bernstorffsgade, drøftet'
const characters = [...'abcdefghijklmnopqrstuvwxyzæøåABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ0123456789 .,;:-–—−()”“’%§½²→≥≤•…\u00a0\u2011\u202f']

/** The same font read by fontkit: an independent shaper. */
const peers = new Map(weights.map((weight) => [weight, fontkit.create(Buffer.from(fonts[weight].ttf, 'base64'))]))

function setByPeer(weight: 400 | 600, text: string, features: string[] = []) {
  const run = (peers.get(weight) as fontkit.Font).layout(text, features)
  return { glyphs: run.glyphs.map(({ id }) => id), advances: run.positions.map(({ xAdvance }) => xAdvance) }
}

function setByUs(face: Face, text: string, features: 'pnum'[] = []) {
  const glyphs = face.set(text, features)
  return { glyphs: glyphs.map(({ glyph }) => glyph), advances: glyphs.map(({ advance, kern }) => advance + kern) }
}

describe.each(weights)('the face of weight %i', (weight) => {
  const face = faceOf(weight)

  test('is read once', () => {
    expect(faceOf(weight)).toBe(face)
  })

  test('bears a name of our own', () => {
    expect(face.name).toBe(weight === 400 ? 'NotatSans-Regular' : 'NotatSans-SemiBold')
  })

  test.each([[[]], [['pnum']]] as 'pnum'[][][])('sets Danish text as another shaper does, with features %j', (features) => {
    expect(setByUs(face, danish, features)).toEqual(setByPeer(weight, danish, features))
  })

  test('sets any text as another shaper does', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...characters), maxLength: 40 }), (text) => {
        expect(setByUs(face, text)).toEqual(setByPeer(weight, text))
      }),
    )
  })

  test('joins f and t, and says which characters stand there', () => {
    expect(face.set('ft').map(({ codePoints }) => codePoints)).toEqual([[0x66, 0x74]])
  })

  test('has digits of one width, and of their own where asked', () => {
    const widths = (features: 'pnum'[]) => new Set([...'0123456789'].map((digit) => face.width(digit, features)))
    expect(widths([]).size).toBe(1)
    expect(widths(['pnum']).size).toBeGreaterThan(1)
  })

  test('has the characters of the neighbours’ names, of money, shares and comparisons', () => {
    expect(missingGlyphs('ÆØÅæøå ÄÖäö Þðþ ÇçÉéÑñ ŁłŠšŽž ŐőŰű ȘșȚț ẞß ”“’‘„–—−‑\u00a0\u202f →≥≤≠≈•§½¼²³€£‰±×÷…°†‡')).toEqual([])
  })
})

test('width grows with size and with every character but for kerning', () => {
  expect(textWidth('Antal svar', 20, 400)).toBeCloseTo(2 * textWidth('Antal svar', 10, 400), 10)
  expect(textWidth('', 10, 400)).toBe(0)
  expect(textWidth('AVA', 10, 400)).toBeLessThan(textWidth('A', 10, 400) * 2 + textWidth('V', 10, 400))
})

test('names what the font cannot show, each once', () => {
  expect(missingGlyphs('漢 og 😀, 漢')).toEqual(['漢', '😀'])
})
