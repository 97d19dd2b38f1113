import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { auditProject } from '../../src/build.js'
import { coverageOf, type NumberFate } from '../../src/claim.js'
import { locales } from '../../src/locale/index.js'
import { loadProject } from '../../src/node.js'
import type { Project } from '../../src/project.js'
import { readText } from '../../src/read/index.js'
import type { Passage, TextBlock } from '../../src/read/text/passages.js'

let project: Project
beforeAll(async () => {
  project = await loadProject('examples/biu-2024')
})

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** What has become of the numbers of a text, in a line each. */
async function told(text: string): Promise<string[]> {
  const { numbers } = await auditProject(project, { texts: [{ name: 'memo.txt', bytes: bytesOf(text) }] })
  return numbers.map(({ text: said, fate, noResult, reason }) =>
    [said, fate, noResult ?? reason].filter((word) => word !== null).join(' · '),
  )
}

describe('the fate of each number and word of direction', () => {
  it('is that of the claim it is a part of, with its figures and what was found', async () => {
    const bytes = bytesOf('For AC-tilbuddene er indekstallet faldet fra 80 i 2022-23 til 84 i 2023-24.\n')
    const { numbers } = await auditProject(project, { texts: [{ name: 'memo.txt', bytes }] })
    const change = 'change/indexScore/ac/2022-23..2023-24'
    expect(numbers.map(({ place, ...rest }) => rest)).toEqual([
      {
        text: 'faldet',
        kind: 'direction',
        fate: 'claim',
        figures: [change],
        findings: expect.arrayContaining([`direction-word/${change}`]),
        noResult: null,
        reason: null,
      },
      { text: '80', kind: 'number', fate: 'claim', figures: ['indexScore/ac/2022-23'], findings: [], noResult: null, reason: null },
      { text: '2022-23', kind: 'number', fate: 'noResult', figures: [], findings: [], noResult: 'period', reason: null },
      { text: '84', kind: 'number', fate: 'claim', figures: ['indexScore/ac/2023-24'], findings: [], noResult: null, reason: null },
      { text: '2023-24', kind: 'number', fate: 'noResult', figures: [], findings: [], noResult: 'period', reason: null },
    ])
    expect(numbers[0]?.place).toMatchObject({ file: 'memo.txt', line: 1 })
  })

  it.each([
    ['Rapporten blev trykt 7. august 2023.', ['7. august 2023 · noResult · date']],
    ['Mødet er 12-08-2024 kl. 10:30.', ['12-08-2024 · noResult · date', '10 · noResult · time', '30 · noResult · time']],
    ['Se tabel 3 og side 12.', ['3 · noResult · numbering', '12 · noResult · numbering']],
    ['Sagsnummer 2024 - 25263', ['2024 - 25263 · noResult · identifier']],
    ['Undersøgelsen varede to uger.', ['to · noResult · otherUnit']],
    ['Oversigten viser de syv leverandører.', ['syv · noResult · count']],
    ['Et notat om en gruppe.', []],
    ['Fire ud af fem borgere anbefaler tilbuddet.', ['Fire ud af fem · notRead · segment']],
    ['Seksogtyve borgere var med.', ['Seksogtyve · notRead · metric']],
    ['Hvis tilfredsheden stiger, er det godt.', ['stiger · notRead · irrealis']],
    ['De gik langsomt frem i byen.', ['frem · notRead · subject']],
    ['En borger siger: ”Det er blevet bedre.”', ['bedre · notRead · irrealis']],
  ])('%s', async (text, expected) => {
    expect(await told(text)).toEqual(expected)
  })

  it('of how many it is told, is part of what is told', async () => {
    expect(await told('I 2023-24 er to målgrupper gået frem.')).toEqual(['2023-24 · noResult · period', 'to · claim', 'gået frem · claim'])
  })

  it('the same number twice has two fates', async () => {
    const fates = await told('Indekstallet for AC-tilbuddene er 84, og 84 naboer har hørt om det.')
    expect(fates[0]).toBe('84 · claim')
    expect(fates[1]).toMatch(/^84 · notRead/)
  })

  it('of a table is that of its cells, heads and labels', async () => {
    const text = [
      'Tabel 1: Indekstal og antal svar',
      '',
      '| Gruppe | Indekstal 2023-24 | Bemærkning |',
      '|---|---|---|',
      '| AC-tilbud | 84 | fald på 3 |',
      '| Ukendt hold 7 | 12 | |',
    ].join('\n')
    expect(await told(text)).toEqual([
      '1 · noResult · numbering',
      '2023-24 · noResult · period',
      '84 · claim',
      'fald · notRead · cell',
      '3 · notRead · cell',
      '7 · noResult · label',
      '12 · notRead · segment',
    ])
  })
})

// ── the law: whatever stands in a text, each number and word of direction is told of once ──

function passagesIn(block: TextBlock): Passage[] {
  if (block.type !== 'table') return [block.passage]
  const { columns, heads, rows } = block
  return [...columns.flat(), ...heads, ...rows.flatMap(({ group, labels, cells }) => [...(group ? [group] : []), ...labels, ...cells])]
}

/** A word of another kind than digits, wherever it stands: found by looking for it, and by nothing that the reader does. */
function unmistakable(locale: 'da' | 'en'): RegExp {
  const words = locale === 'da' ? ['steget', 'faldet', 'stigning', 'fremgang', 'tilbagegang', 'uændret'] : ['risen', 'fallen', 'unchanged']
  const numbers = Object.keys(locales[locale].claimWords.numbers).filter((word) => word.length > 3)
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${[...words, ...numbers].join('|')})(?![\\p{L}\\p{N}-])`, 'giu')
}

const texts: [folder: string, text: string, locale: 'da' | 'en'][] = [
  ['examples/biu-2024', 'test/fixtures/memo-000.txt', 'da'],
  ['examples/biu-2024', 'test/fixtures/memo-001.txt', 'da'],
  ['examples/biu-2024', 'test/fixtures/memo-002.txt', 'da'],
  ['examples/kl-2024', 'test/fixtures/memo-003.txt', 'da'],
  ['examples/rammeaftaler-2022', 'test/fixtures/memo-004.txt', 'da'],
  ...['sentences', 'apart', 'unseen', 'others'].map((name): [string, string, 'da'] => [
    'examples/biu-2024',
    `test/audit/benchmark/${name}.txt`,
    'da',
  ]),
  ['examples/biu-2024', 'test/audit/benchmark/tables.md', 'da'],
  ['examples/biu-2024', 'README.md', 'en'],
]

describe('every number and word of direction of a text', () => {
  it.each(texts)('(%s) %s is told of once, and no other', { timeout: 120_000 }, async (folder, file, locale) => {
    const own = await loadProject(folder)
    const text = await readText({ name: file.split('/').at(-1) ?? '', bytes: readFileSync(file) })
    const { numbers, texts: read } = await auditProject(own, { texts: [text] })
    const [audited] = read
    const seen = new Map<Passage, [from: number, to: number][]>()
    for (const [index, { passage, from, to }] of (audited?.spoken ?? []).entries()) {
      expect(passage.text.slice(from, to)).toBe(numbers[index]?.text)
      const before = seen.get(passage) ?? []
      expect(from).toBeGreaterThanOrEqual(before.at(-1)?.[1] ?? 0)
      seen.set(passage, [...before, [from, to]])
    }
    const passages = [...new Set(text.blocks.flatMap(passagesIn))]
    const missed = passages.flatMap((passage) => {
      const spans = seen.get(passage) ?? []
      const isTold = (from: number, to: number) => spans.filter((span) => span[0] <= from && to <= span[1]).length === 1
      const wanted = [...passage.text.matchAll(/\p{Nd}+/gu), ...passage.text.matchAll(unmistakable(locale))]
      return wanted.flatMap(({ 0: found, index }) => (isTold(index, index + found.length) ? [] : [`${found}: ${passage.text}`]))
    })
    expect(missed).toEqual([])
    expect(seen.size).toBeLessThanOrEqual(passages.length)
    expect(numbers.every(isWhole)).toBe(true)
    const { read: claims, noResults, notRead, directions } = coverageOf(numbers)
    expect(claims + noResults + notRead).toBe(numbers.filter(({ kind }) => kind !== 'direction').length)
    expect(directions.read + directions.notRead).toBe(
      numbers.filter(({ kind, fate }) => kind === 'direction' && fate !== 'noResult').length,
    )
  })
})

/** It says what it is, and nothing that belongs to another fate. */
function isWhole({ fate, noResult, reason, figures }: NumberFate): boolean {
  if (fate === 'claim') return noResult === null && reason === null
  return figures.length === 0 && (fate === 'noResult' ? noResult !== null && reason === null : reason !== null && noResult === null)
}
