/** Every kind of change has one place: made on a copy by the files that ARCHITECTURE.md names, compiled, and run. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addBalance,
  addMarkdown,
  addNorwegian,
  addStrokes,
  addUnanimous,
  balanceNames,
  balanceOfAnswers,
  markdownFile,
  norwegianFile,
  unanimousLine,
  unanimousWords,
} from './additions.js'
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
tables: [{ name: summary, rows: [{ of: whole, as: total }, parts], columns: { across: compared, show: [result, base] } }]
---
## Resultat

Tallet er {{indexScore unit=true}} {{period.fromTo}}, en endring på {{change}}.

{{#if (table "summary")}}
{{table "summary"}}
{{/if}}
`,
  'data/tall.psv': `periode|målgruppe|indekstall|antall svar
2023-05-01..2023-12-31|Første|80,5|1 200
2023-05-01..2023-12-31|Andre|70,5|1 200
2024-05-01..2024-12-31|Første|82,5|1 200
2024-05-01..2024-12-31|Andre|70,5|1 200
`,
}

/** Twelve of nineteen on the bad side, seven on the good; then twenty who all answered best. */
const measured = {
  'notat.yaml': `locale: da
sender: { organisation: Prøveby Kommune }
survey:
  title: Tilfredshed
  items: [{ id: overall, label: Tilfredshed, text: Jeg er tilfreds., scale: agreement5 }]
  periods: [{ from: 2023-01-01, to: 2023-12-31 }, { from: 2024-01-01, to: 2024-12-31 }]
  segments: { id: all, label: Alle, parts: [{ id: one, label: Første }, { id: two, label: Anden }] }
documents: [{ template: kort, id: kort, formats: [md], fields: { date: 2025-01-15 } }]
`,
  'templates/kort.md': `---
kind: Notat
title: Kort
fields: [{ name: date, type: date, label: Dato }]
---
Balancen er {{balance unit=true}}: {{balance "one"}} og {{balance "two"}}, mod {{balance period="previous"}} {{#if previous}}{{previous.during}}{{/if}}.
`,
  'data/2023.csv': `periode;målgruppe;svarbalance;antal svar
2023;Første;30;30
2023;Anden;10;10
`,
  'data/2024.csv': `periode;målgruppe;svar;antal
2024;Første;Helt enig;3
2024;Første;Enig;4
2024;Første;Uenig;5
2024;Første;Helt uenig;7
2024;Første;Ved ikke;2
2024;Anden;Helt enig;20
`,
  'claims/avis.csv': `figure;value;place
indexScore/two/2024;100;Avisen
`,
}

/** Files and folders of `src` that ARCHITECTURE.md's table names for an addition, with the locales where it is asked for words. */
function placesNamedFor(addition: string): string[] {
  const row = readFileSync('ARCHITECTURE.md', 'utf8').match(new RegExp(`^\\| ${addition} \\| (.*) \\| (.*) \\|$`, 'm'))
  const [, edited = '', asked = ''] = row ?? []
  const paths = [...edited.matchAll(/`([^`]+(?:\/|\.ts))`/g)].map(([, path]) => `src/${path}`)
  return asked.includes('in each locale') ? [...paths, 'src/locale/da.ts', 'src/locale/en.ts'] : paths
}

describe('a metric, a check, a format to write, a format to read and a language, each by the files that are named for it', () => {
  let copy: Copy
  let touched: Record<string, string[]>
  beforeAll(() => {
    copy = copyOfSources()
    const touchedBy = (add: (copy: Copy) => void): string[] => {
      const before = copy.touched.length
      add(copy)
      return [...new Set(copy.touched.slice(before))].sort()
    }
    touched = {
      'a metric': touchedBy(addBalance),
      'an audit check': touchedBy(addUnanimous),
      'an output format': touchedBy(addMarkdown),
      'an input format': touchedBy(addStrokes),
      'a locale': touchedBy(addNorwegian),
    }
    for (const [file, text] of Object.entries(project)) copy.add(`projekt/${file}`, text)
    for (const [file, text] of Object.entries(measured)) copy.add(`maaling/${file}`, text)
  })
  afterAll(() => copy.remove())

  it('need no other files than ARCHITECTURE.md names, and all of those', () => {
    expect(touched).toEqual({
      'a metric': ['src/document/meanings.ts', 'src/locale/da.ts', 'src/locale/en.ts', 'src/metrics.ts'],
      'an audit check': ['src/audit/checks/unanimous.ts', 'src/audit/index.ts', 'src/finding.ts', 'src/locale/da.ts', 'src/locale/en.ts'],
      'an output format': ['src/render/index.ts', 'src/render/md.ts'],
      'an input format': ['src/read/formats/index.ts', 'src/read/formats/strokes.ts'],
      'a locale': ['src/locale/index.ts', 'src/locale/nb.ts'],
    })
    for (const [addition, files] of Object.entries(touched)) {
      const places = placesNamedFor(addition)
      expect(files.filter((file) => !places.some((place) => file.startsWith(place)))).toEqual([])
      expect(places.filter((place) => !files.some((file) => file.startsWith(place)))).toEqual([])
    }
  })

  it('compile', { timeout: slow }, () => {
    expect(copy.compile()).toEqual([])
  })

  it('are written, read and spoken', () => {
    expect(copy.notat('build', 'projekt', '--format', 'md,html').trim().split('\n')).toHaveLength(3)
    const memo = copy.read('projekt/out/kort.md')
    expect(memo).toMatch(/^# Kort\n\n## Resultat\n/)
    // (82,5 + 70,5) / 2 = 76,5 and (80,5 + 70,5) / 2 = 75,5
    expect(memo).toContain('indekspoeng')
    expect(memo).toContain('mai')
    expect(memo).toContain('desember 2024')
    expect(memo).toContain('Tabell 1')
    expect(memo).toContain('Antall svar')
    expect(memo).toMatch(/\| Alle \|.*2 400/)
    expect(copy.read('projekt/out/kort.html')).toContain('<html lang="nb"')
  })

  it('are computed from answers, read where they are published, printed by their name, and run', () => {
    const said = JSON.parse(copy.notat('build', 'maaling', '--reporter', 'json', '--reporter', 'text=said.txt'))
    // 100 · (7 − 12) / 19 = −26,3; 100 · (7 + 20 − 12) / 39 = 38,5; (30 · 30 + 10 · 10) / 40 = 25
    expect(copy.read('maaling/out/kort.md')).toContain('Balancen er 38\u00A0indekspoint: −26 og 100, mod 25 i 2023.')
    expect(said.findings).toMatchObject([{ id: 'unanimous/indexScore/two/2024', kind: 'advice', values: { isBest: true } }])
    expect(copy.read('said.txt')).toContain('alle svarer bedst')
  })

  it('are explained', () => {
    const said = copy.notat('explain', 'balance/all/2024', 'maaling')
    expect(said).toContain('Svarbalance for Første, 2024: −26')
    expect(said).toContain('(3 × 100 + 4 × 100 + 0 × 0 + 5 × (−100) + 7 × (−100)) / 19 ≈ −26,3158')
    expect(said).toContain('(−26,3158 × 19 + 100 × 20) / 39 ≈ 38,4615')
  })

  it('are asked for: a rule for every block, every word, a name, how it is computed, a line in the list', { timeout: slow }, () => {
    const without = (file: string, text: string) => copy.edit(file, text, '')
    copy.edit('src/render/md.ts', markdownFile, markdownFile.replace(/ {2}chart: .*\n/, ''))
    copy.edit('src/locale/nb.ts', norwegianFile, norwegianFile.replace('{ ...da.metrics, ', '{ '))
    without('src/metrics.ts', balanceOfAnswers)
    without('src/audit/index.ts', unanimousLine)
    without('src/locale/da.ts', balanceNames.da[0])
    without('src/locale/da.ts', unanimousWords.da[0])
    without('src/locale/en.ts', balanceNames.en[1])
    without('src/locale/en.ts', unanimousWords.en[1])
    const said = copy.compile()
    const faults: [file: string, said: RegExp][] = [
      ['src/render/md.ts', /Property 'chart' is missing/],
      ['src/locale/nb.ts', /missing.*\b(mean|share)\b/],
      ['src/metrics.ts', /Property 'ofAnswers' is missing/],
      ['src/audit/index.ts', /Property 'unanimous' is missing/],
      ['src/locale/da.ts', /Property 'balance' is missing/],
      ['src/locale/da.ts', /Property 'unanimous' is missing/],
      ['src/locale/en.ts', /Property 'balance' does not exist/],
      ['src/locale/en.ts', /Property 'unanimous' is missing/],
    ]
    const missed = faults.filter(([file, words]) => !said.some((line) => line.startsWith(`${file}: `) && words.test(line)))
    expect(missed).toEqual([])
    const files = new Set(said.map((line) => line.split(':')[0] ?? ''))
    expect([...files].sort()).toEqual([...new Set(faults.map(([file]) => file))].sort())
  })
})
