/** Every kind of change has one place: made on a copy by the files that ARCHITECTURE.md names, compiled, and run. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addMarkdown, addNorwegian, addStrokes, markdownFile, norwegianFile } from './additions.js'
import { type Copy, copyOfSources } from './copy.js'

const slow = 180_000

const project = {
  'notat.yaml': `locale: nb
sender: { organisation: Prøveby kommune }
survey:
  title: Brukertilfredshet
  items: [{ id: overall, label: Tilfredshet, text: Jeg er fornøyd., scale: agreement5 }]
  periods: [{ from: 2023-05-01, to: 2023-12-31 }, { from: 2024-05-01, to: 2024-12-31 }]
  segments: { id: all, label: Alle, parts: [{ id: one, label: Første }, { id: two, label: Andre }] }
data: [{ file: data/tall.psv, numbers: nb, holds: published }]
documents: [{ template: kort, id: kort, formats: [md], fields: { date: 2025-01-15 } }]
`,
  'templates/kort.md': `---
kind: Notat
title: Kort
fields: [{ name: date, type: date, label: Dato }]
---
## Resultat

Tallet er {{indexScore unit=true}} {{period "fromTo"}}, en endring på {{change}}.

{{table "summary"}}
`,
  'data/tall.psv': `periode|målgruppe|indekstall|antall svar
2023-05-01..2023-12-31|Første|80,5|1 200
2023-05-01..2023-12-31|Andre|70,5|1 200
2024-05-01..2024-12-31|Første|82,5|1 200
2024-05-01..2024-12-31|Andre|70,5|1 200
`,
}

describe('a format to write, a format to read and a language, each a file and a line', () => {
  let copy: Copy
  beforeAll(() => {
    copy = copyOfSources()
    addMarkdown(copy)
    addStrokes(copy)
    addNorwegian(copy)
    for (const [file, text] of Object.entries(project)) copy.add(`projekt/${file}`, text)
  })
  afterAll(() => copy.remove())

  it('need no other files, compile, and are printed, read and spoken', { timeout: slow }, () => {
    expect([...new Set(copy.touched)].sort()).toEqual([
      'src/locale/index.ts',
      'src/locale/nb.ts',
      'src/read/formats/index.ts',
      'src/read/formats/strokes.ts',
      'src/render/index.ts',
      'src/render/md.ts',
    ])
    expect(copy.compile()).toEqual([])
    expect(copy.notat('build', 'projekt').trim().split('\n')).toHaveLength(2)
    const memo = copy.read('projekt/out/kort.md')
    expect(memo).toMatch(/^# Kort\n\n## Resultat\n/)
    // (82,5 + 70,5) / 2 = 76,5 and (80,5 + 70,5) / 2 = 75,5
    expect(memo).toContain('indekspoeng')
    expect(memo).toContain('mai')
    expect(memo).toContain('desember 2024')
    expect(memo).toContain('Tabell 1')
    expect(memo).toContain('Antall svar')
    expect(memo).toMatch(/\| Alle \|.*2 400/)
    expect(copy.notat('build', 'projekt', '--format', 'html').trim().split('\n')).toHaveLength(2)
    expect(copy.read('projekt/out/kort.html')).toContain('<html lang="nb"')
  })

  it('are asked for a rule for every block and for every word', { timeout: slow }, () => {
    copy.edit('src/render/md.ts', markdownFile, markdownFile.replace(/ {2}chart: .*\n/, ''))
    const wordless = norwegianFile.replace('{ ...da.metrics, ', '{ ')
    copy.edit('src/locale/nb.ts', norwegianFile, wordless)
    const said = copy.compile()
    expect(said.filter((line) => line.startsWith('src/render/md.ts') && line.includes("'chart'"))).toHaveLength(1)
    expect(said.filter((line) => line.startsWith('src/locale/nb.ts') && /missing.*\b(mean|share)\b/.test(line))).toHaveLength(1)
  })
})
