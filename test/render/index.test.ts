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

  it('of the figures tell printed numbers and no intervals where anything is withheld', async () => {
    const written = async (isRounded: boolean) => {
      const bytes = await outputFormats.find(({ id }) => id === 'figures')?.render({ ...sampleDocument, isRounded })
      return JSON.parse(new TextDecoder().decode(bytes)).figures as {
        value: number | null
        printed: string | null
        unit: string
        interval: object | null
      }[]
    }
    const [exact, rounded] = [await written(false), await written(true)]
    expect(exact.filter(({ interval }) => interval !== null).length).toBeGreaterThan(5)
    expect(rounded.filter(({ interval }) => interval !== null)).toEqual([])
    const asPrinted = rounded.map(({ printed, unit }) => (printed === null ? null : Number(printed) / (unit === 'share' ? 100 : 1)))
    expect(rounded.map(({ value }) => value)).toEqual(asPrinted)
    expect(exact.map(({ value }) => value)).not.toEqual(asPrinted)
  })

  it('are told apart by id and by extension', () => {
    expect(new Set(outputFormats.map(({ id }) => id)).size).toBe(outputFormats.length)
    expect(new Set(outputFormats.map(({ extension }) => extension)).size).toBe(outputFormats.length)
  })
})
