import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { copiedExample, notat } from './run.js'

const { edit, project } = copiedExample()

describe('notat explain', () => {
  it('tells where a figure comes from, down to file and line', async () => {
    const { code, out: printed, err } = await notat('explain', 'indexScore/all/2023-24', project())
    expect(code).toBe(0)
    expect(err).toBe('')
    expect(printed).toMatch(/^Indekstal for Samlet, 2023-24: 82\nindexScore\/all\/2023-24\n/)
    expect(printed).toContain('(74 × 465 + 84,3442 × 1.755) / 2.220 ≈ 82,1775')
    expect(printed).toContain('Trykt i: orientering-2024 (Konklusion, Tabel 1, Figur 1)')
    expect(printed).toContain('Indekstal for Interne tilbud, 2023-24: 74\n      Beregning: Læst i data/2023-24.csv, linje 2')
    expect(readdirSync(project())).not.toContain('out')
  })

  it('takes a printed number for it, and lists the figures where there are several', async () => {
    expect((await notat('explain', '-8', project())).out).toContain('change/indexScore/internal/2022-23..2023-24')
    const { code, out: printed } = await notat('explain', '82', project())
    expect(code).toBe(0)
    expect(
      printed
        .split('\n')
        .slice(1, -1)
        .map((line) => line.trim().split(/\s+/)[0]),
    ).toEqual(['indexScore/all/2023-24', 'indexScore/internal/2022-23'])
  })

  it('tells of a difference by its id, and of what it is held against', async () => {
    const { code, out: printed } = await notat('explain', 'difference/indexScore/internal..all/2023-24', project())
    expect(code).toBe(0)
    expect(printed).toMatch(/^Forskel i indekstal for Interne tilbud i forhold til Samlet, 2023-24: \u22128\n/)
    expect(printed).toContain('74 \u2212 82 = \u22128')
    expect(printed).toContain('  Indekstal for Samlet, 2023-24: 82\n')
    expect((await notat('explain', 'difference/indexScore/internal..nobody/2023-24', project())).code).toBe(2)
  })

  it('answers programs with the whole tree', async () => {
    const { out: printed } = await notat('explain', 'indexScore/all/2023-24', project(), '--reporter', 'json')
    const [explanation] = JSON.parse(printed).explanations
    expect(explanation).toMatchObject({
      figure: 'indexScore/all/2023-24',
      value: { numerator: '91217', denominator: '1110' },
      formula: 'weightedMean',
      printedIn: [{ document: 'orientering-2024', section: 'Konklusion' }, { label: 'Tabel 1' }, { label: 'Figur 1' }],
    })
    expect(explanation.inputs[0]).toMatchObject({ printed: '74', places: [{ file: 'data/2023-24.csv', line: 2 }] })
  })

  it('tells of numbers that contradict each other, though no memo can be made of them', async () => {
    edit('data/2023-24.csv', (text) => text.replace('2023-24;Interne', '2023-24;Samlet;85;\n2023-24;Interne'))
    const { code, out: printed, err } = await notat('explain', 'indexScore/all/2023-24', project())
    expect(code).toBe(0)
    expect(err).toContain('notat build viser hvorfor')
    expect(printed).toContain('Tallet (data/2023-24.csv, linje 2, tegn 16) passer ikke med de tal, det bygger på.')
  })

  it.each([
    [['explain'], 'der mangler et tal'],
    [['explain', 'indexScore/al/2023-24', 'examples/biu-2024'], 'Mente du indexScore/all/2023-24, '],
    [['explain', '17', 'examples/biu-2024'], 'intet tal passer: 17'],
    [['explain', '82', 'examples/biu-2024', '--check'], 'notat explain bruger ikke --check'],
    [['explain', '82', 'examples/biu-2024', '--reporter', 'sarif'], 'Der findes: text, json.'],
    [['explain', '82', 'examples/biu-2024', 'mere'], 'for mange argumenter: mere'],
  ])('%j exits 2', async (argv, words) => {
    const { code, err } = await notat(...argv)
    expect(err).toContain(words)
    expect(code).toBe(2)
  })
})
