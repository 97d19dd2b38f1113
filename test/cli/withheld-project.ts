/** A small project in a folder of its own, with few answers somewhere. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

export function withheldProject() {
  const folders: string[] = []
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  })

  function projectWith(data: string, more: object = {}): string {
    const folder = mkdtempSync(join(tmpdir(), 'notat-withheld-'))
    folders.push(folder)
    mkdirSync(join(folder, 'data'))
    const survey = {
      title: 'Brugertilfredshed',
      items: [{ id: 'overall', label: 'Tilfredshed', text: 'Jeg er tilfreds.', scale: 'agreement5' }],
      periods: ['2023', '2024'].map((year) => ({ from: `${year}-01-01`, to: `${year}-12-31` })),
      segments: {
        id: 'all',
        label: 'Alle tilbud',
        parts: ['A', 'B', 'C'].map((name) => ({ id: name.toLowerCase(), label: `Gruppe ${name}` })),
      },
      ...more,
    }
    const documents = [{ template: 'orientering', fields: { date: '2025-02-03' } }]
    writeFileSync(
      join(folder, 'notat.yaml'),
      JSON.stringify({ locale: 'da', sender: { organisation: 'Prøve Kommune' }, survey, documents }),
    )
    writeFileSync(join(folder, 'data', 'd.csv'), data)
    return folder
  }

  const published = (...rows: string[]): string => ['periode;målgruppe;indekstal;antal svar', ...rows].join('\n')

  return { projectWith, published }
}
