import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { auditProject } from '../src/build.js'
import { locales } from '../src/locale/index.js'
import { markedLines } from '../src/marked-text.js'
import { loadProject } from '../src/node.js'

const bytesOf = (text: string) => new TextEncoder().encode(text)

async function marked(text: string, { name = 'memo.txt', isColoured = false } = {}): Promise<string[]> {
  const project = await loadProject('examples/biu-2024')
  const { texts, findings } = await auditProject(project, { texts: [{ name, bytes: bytesOf(text) }] })
  const lines = markedLines(texts, { locale: locales.da, findings, isColoured })
  return lines.slice(lines.indexOf(name))
}

describe('a text with its numbers marked', () => {
  it('shows what was read, what is wrong, what is no result and what was not read, with the reason', async () => {
    const memo = [
      '# Resultater i 2023-24',
      '',
      'For AC-tilbuddene er indekstallet steget fra',
      '80 i 2022-23 til 85. Hver tredje havde 12 fag.',
      '',
      'Tabel 1: Indekstal',
      '',
      '| Gruppe | 2022-23 | 2023-24 |',
      '|---|---|---|',
      '| AC-tilbud | 80 | 84 |',
      '| Et andet hold | 70 | 71 |',
    ].join('\n')
    expect(await marked(memo)).toEqual([
      'memo.txt',
      '   1 | Resultater i [2023-24 –]',
      '     |',
      '   3 | For AC-tilbuddene er indekstallet [steget ✓] fra',
      '   4 | [80 ✓] i [2022-23 –] til [85 ✗]. [Hver tredje ?] havde [12 ?] fag.',
      expect.stringMatching(/^ {5}\| {3}✗ ”85” \(indekstal for AC-tilbud, 2023-24; memo\.txt:4\)/),
      expect.stringMatching(/^ {5}\| {3}\? ”Hver tredje”/),
      expect.stringMatching(/^ {5}\| {3}\? ”12”/),
      '     |',
      '   6 | Tabel [1 –]: Indekstal',
      '     |',
      '   8 | | [2022-23 –] | [2023-24 –]',
      '  10 | AC-tilbud | [80 ✓] | [84 ✓]',
      '  11 | Et andet hold | [70 ?] | [71 ?]',
      '     |   ? ”70”, ”71”: det kan ikke ses, hvilken gruppe der menes',
      '     |',
    ])
  })

  it('tells the page, and of HTML the words', async () => {
    expect((await marked('Første side.\fIndekstallet for AC-tilbuddene er 84.\n')).slice(1, 6)).toEqual([
      '    | — side 1 —',
      '  1 | Første side.',
      '    | — side 2 —',
      '  1 | Indekstallet for AC-tilbuddene er [84 ✓].',
      '    |',
    ])
    expect((await marked('<p>Indekstallet for AC-tilbuddene\ner <b>84</b>.</p>', { name: 'a.html' })).slice(1, 3)).toEqual([
      '  1 | Indekstallet for AC-tilbuddene',
      '  2 | er [84 ✓].',
    ])
  })

  it('is no command to a terminal or a CI server, whatever the text holds', async () => {
    const hostile = '::error::82\n##82\n##[add-mask]82\n\u001b[31m82\u009b2J \u202e84\n\n82\u2028::warning::84'
    for (const isColoured of [false, true]) {
      const lines = (await marked(hostile, { isColoured })).map((line) => (isColoured ? stripVTControlCharacters(line) : line))
      expect(lines.filter((line) => /^\s*::/.test(line) || /[\p{Cc}\u2028\u202a-\u202e]/u.test(line))).toEqual([])
    }
    expect((await marked(hostile)).filter((line) => line.includes('##['))).toEqual([])
  })

  it('has its colours only where it is asked for them', async () => {
    const memo = 'Indekstallet for AC-tilbuddene er 84.'
    expect((await marked(memo)).join('\n')).not.toContain('\u001b')
    expect((await marked(memo, { isColoured: true })).join('\n')).toContain('\u001b[32m[84 ✓]\u001b[0m')
  })

  it('takes time in proportion to the text', { timeout: 120_000 }, async () => {
    const project = await loadProject('examples/biu-2024')
    const memo = 'Indekstallet for AC-tilbuddene er steget fra 80 til 84. Der er 12 fag og 7 andre.\n\n'
    const timeOf = async (times: number) => {
      const { texts, findings } = await auditProject(project, { texts: [{ name: 'm.txt', bytes: bytesOf(memo.repeat(times)) }] })
      const tries = Array.from({ length: 7 }, () => {
        const start = performance.now()
        const lines = markedLines(texts, { locale: locales.da, findings, isColoured: false })
        const time = performance.now() - start
        expect(lines.filter((line) => line.includes('[80 ✓]'))).toHaveLength(times)
        return time
      })
      return Math.min(...tries)
    }
    const [small, large] = [await timeOf(100), await timeOf(1000)]
    expect(large).toBeLessThan(Math.max(300, 40 * small))
  })
})
