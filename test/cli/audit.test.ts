import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { copiedExample, notat } from './run.js'

const { out, project } = copiedExample()

describe('notat audit', () => {
  it('finds what cannot stand in a published memo, and exits 1', async () => {
    const { code, out: printed, err } = await notat('audit', project(), '--text', 'test/fixtures/memo-000.txt')
    expect(code).toBe(1)
    expect(printed).toBe('')
    expect(err).toContain('passer ikke med delenes tal')
    expect(err).toContain('indekstal for Samlet, 2023-24: 85 ud af 100 indekspoint → 82')
    expect(err).toContain('indekstal for Interne tilbud, 2023-24: 74 ud af 100 indekspoint → 84–91')
    expect(err).toContain('antal svar for Eksterne leverandører, 2023-24: 1.775 → 1.755')
    expect(err).toContain('64 påstande. 2 modsigelser, 2 andre ting værd at se på.')
  })

  it('finds the same in the tables of claims', async () => {
    const { code, err } = await notat('audit', project())
    expect(code).toBe(1)
    expect(err).toContain('2 modsigelser')
  })

  it.each(['memo-001.txt', 'memo-002.txt'])('has nothing to say of %s, which is about other surveys', async (file) => {
    const { code, err } = await notat('audit', project(), '--text', `test/fixtures/${file}`)
    expect(code).toBe(0)
    expect(err).toContain('Efterprøvet: 0 påstande. ')
    expect(err).toContain('Resten af teksten er ikke efterprøvet.')
  })

  it('finds the midpoint that is none, and what follows from it (examples/kl-2024)', async () => {
    const { code, out: printed } = await notat('audit', 'examples/kl-2024', '--text', 'test/fixtures/memo-003.txt', '--reporter', 'json')
    expect(code).toBe(1)
    const { findings } = JSON.parse(printed)
    expect(findings.map(({ check }: { check: string }) => check)).toEqual(['midpoint'])
    expect(findings[0].consequences.map(({ check }: { check: string }) => check)).toEqual(['comparison-claim'])
  })

  it('finds all that is wrong in the fact sheet, and nothing else (examples/rammeaftaler-2022)', async () => {
    const { code, out: printed } = await notat(
      'audit',
      'examples/rammeaftaler-2022',
      '--text',
      'test/fixtures/memo-004.txt',
      '--reporter',
      'json',
    )
    expect(code).toBe(1)
    const { findings } = JSON.parse(printed) as { findings: { check: string; kind: string }[] }
    expect(findings.map(({ check, kind }) => `${kind} ${check}`).sort()).toEqual([
      'error base-sum',
      'error claim-mismatch',
      'error date-order',
      'error label-mismatch',
      'error numbering',
      'error share-mismatch',
      'notChecked response-rate',
    ])
  })

  it('finds no contradiction in the memo that notat itself has made', async () => {
    await notat('build', project(), '--format', 'html')
    const { code, out: printed } = await notat('audit', project(), '--text', join(out(), 'orientering-2024.html'), '--reporter', 'json')
    const { findings } = JSON.parse(printed) as { findings: { kind: string; check: string }[] }
    expect(findings.map(({ check }) => check)).toEqual(['unsupported-change'])
    expect(code).toBe(0)
  })

  it('a file that is not there exits 2', async () => {
    const { code, err } = await notat('audit', project(), '--text', 'findes-ikke.txt')
    expect(code).toBe(2)
    expect(err).toContain('findes-ikke.txt')
  })
})
