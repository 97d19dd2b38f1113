import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { copiedExample, notat } from './run.js'

const { edit, folder, project } = copiedExample()

describe('reporters', () => {
  it('json goes to stdout in place of the paths, sarif to a file', async () => {
    const file = join(folder(), 'fund.sarif')
    const { code, out: printed } = await notat('build', project(), '--format', 'html', '--reporter', 'json', '--reporter', `sarif=${file}`)
    expect(code).toBe(0)
    const report = JSON.parse(printed)
    expect(report).toMatchObject({ schemaVersion: 1, exitCode: 0 })
    expect(report.outputs).toHaveLength(2)
    const sarif = JSON.parse(readFileSync(file, 'utf8'))
    expect(sarif.version).toBe('2.1.0')
    expect(sarif.runs[0].results.length).toBe(report.findings.length)
  })

  it('github writes the job summary where the job asks for one', async () => {
    const summary = join(folder(), 'summary.md')
    process.env.GITHUB_STEP_SUMMARY = summary
    try {
      await notat('audit', project(), '--text', 'test/fixtures/memo-000.txt', '--reporter', 'github')
    } finally {
      delete process.env.GITHUB_STEP_SUMMARY
    }
    const rows = readFileSync(summary, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| Modsigelse | '))
    expect(rows).toHaveLength(2)
    expect(rows[0]).toContain('memo-000.txt:')
  })

  it('github gives one annotation a problem, with its place', async () => {
    edit('data/2023-24.csv', (text) => text.replace('Mentor;92', 'Mentorer i byen;92'))
    const { code, out: printed } = await notat('build', project(), '--reporter', 'github')
    expect(code).toBe(3)
    expect(printed).toMatch(/^::error file=data\/2023-24\.csv,line=9,col=9,title=/)
  })
})
