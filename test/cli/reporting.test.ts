import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checks } from '../../src/audit/index.js'
import { locales } from '../../src/locale/index.js'
import { copiedExample, notat } from './run.js'

const { edit, folder, project } = copiedExample()

describe('reporters', () => {
  it('json goes to stdout in place of the paths, sarif to a file', async () => {
    const file = join(folder(), 'fund.sarif')
    const { code, out: printed } = await notat('build', project(), '--format', 'html', '--reporter', 'json', '--reporter', `sarif=${file}`)
    expect(code).toBe(0)
    const report = JSON.parse(printed)
    expect(report).toMatchObject({ schemaVersion: 1, exitCode: 0 })
    expect(report.outputs).toHaveLength(4)
    const sarif = JSON.parse(readFileSync(file, 'utf8'))
    expect(sarif.version).toBe('2.1.0')
    expect(sarif.runs[0].results.length).toBe(report.findings.length)
  })

  it('sarif names every check, with what it finds and why that matters, also where nothing is found', async () => {
    const { out: printed } = await notat('build', project(), '--format', 'html', '--lang', 'en', '--reporter', 'sarif')
    const { rules } = JSON.parse(printed).runs[0].tool.driver
    expect(rules.map(({ id }: { id: string }) => id)).toEqual(checks.map(({ id }) => id))
    for (const { id, shortDescription, help } of rules) {
      const { finds, why } = locales.en.findings.rules[id as (typeof checks)[number]['id']]
      expect([shortDescription, help]).toEqual([{ text: finds }, { text: why }])
    }
  })

  it('text says why a finding matters where more is asked for, and shows what agrees only by rounding', async () => {
    // From 87 to 88 it is 1; of unrounded numbers it may be anything up to 2.
    edit(
      'claims/orientering-2024.csv',
      () => 'figure;value;place\nindexScore/unge/2022-23;87;T\nindexScore/unge/2023-24;88;T\nchange/indexScore/unge/2022-23..2023-24;2;T\n',
    )
    const [short, long] = [await notat('audit', project(), '--lang', 'en'), await notat('audit', project(), '--lang', 'en', '--verbose')]
    expect(short.err).not.toContain('agrees only with the unrounded numbers')
    expect(short.err).not.toContain('Why it matters')
    expect(long.err).toContain('agrees only with the unrounded numbers')
    expect(long.err).toContain(`Why it matters: ${locales.en.findings.rules['change-mismatch'].why}`)
    expect([long.code, long.err.split('\n').at(-2)]).toEqual([short.code, short.err.split('\n').at(-2)])
  })

  it('what is not shown stands in each of them, as a note at its place', async () => {
    edit('notat.yaml', (text) =>
      text.replace('\ndocuments:', '  providers: [{ id: broen, label: Broen, kind: external, segments: [ac] }]\n\ndocuments:'),
    )
    const line = 'Ikke vist: leverandøren ”Broen” (broen): der er ingen tal om den i data.'
    const [summary, file, github, text] = ['side.md', 'fund.sarif', 'fund.txt', 'tekst.txt'].map((name) => join(folder(), name)) as [
      string,
      string,
      string,
      string,
    ]
    process.env.GITHUB_STEP_SUMMARY = summary
    const asked = ['json', `sarif=${file}`, `github=${github}`, `text=${text}`].flatMap((reporter) => ['--reporter', reporter])
    const { out: printed } = await notat('build', project(), '--format', 'html', ...asked).finally(() => {
      delete process.env.GITHUB_STEP_SUMMARY
    })
    const lines = readFileSync('examples/biu-2024/notat.yaml', 'utf8').split('\n')
    const place = { file: 'notat.yaml', line: lines.findIndex((each) => each.startsWith('documents:')), column: 21 }
    expect(JSON.parse(printed).notShown).toEqual([
      { kind: 'provider', id: 'broen', label: 'Broen', reason: 'noData', values: {}, place, message: line },
    ])
    const notes = JSON.parse(readFileSync(file, 'utf8')).runs[0].results.filter(({ ruleId }: { ruleId: string }) => ruleId === 'not-shown')
    expect(notes).toMatchObject([{ level: 'note', message: { text: line }, partialFingerprints: { notat: 'not-shown/provider/broen' } }])
    expect(readFileSync(github, 'utf8')).toContain(`::notice file=notat.yaml,line=${place.line},col=21,title=`)
    expect(readFileSync(summary, 'utf8')).toContain('| Oplysning | Ikke vist: leverandøren ”Broen” (broen)')
    expect(
      readFileSync(text, 'utf8')
        .split('\n')
        .filter((each) => each === line),
    ).toHaveLength(1)
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
