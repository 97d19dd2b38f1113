import { describe, expect, it } from 'vitest'
import { outputFormats } from '../../src/render/index.js'
import { sampleDocument } from '../sample-document.js'

describe('the output formats', () => {
  it.each([
    ['html', 'html', '<!doctype html>'],
    ['pdf', 'pdf', '%PDF-1.'],
    ['figures', 'figures.json', '{\n  "schemaVersion": 1'],
  ])('%s is a file that ends in .%s', async (id, extension, beginning) => {
    const format = outputFormats.find((each) => each.id === id)
    const bytes = await format?.render(sampleDocument)
    expect(format?.extension).toBe(extension)
    expect(new TextDecoder('latin1').decode(bytes?.slice(0, beginning.length))).toBe(beginning)
  })

  it('are told apart by id and by extension', () => {
    expect(new Set(outputFormats.map(({ id }) => id)).size).toBe(outputFormats.length)
    expect(new Set(outputFormats.map(({ extension }) => extension)).size).toBe(outputFormats.length)
  })
})
