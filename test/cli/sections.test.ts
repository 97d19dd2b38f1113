import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { copiedExample, notat } from './run.js'

const { project } = copiedExample()

describe('an author’s sections', () => {
  const section = (text: string) => {
    mkdirSync(join(project(), 'sections'), { recursive: true })
    writeFileSync(join(project(), 'sections', 'videre-proces.md'), text)
  }

  it('stop the build at every false statement, with its place and the right word', async () => {
    section('Tilfredsheden er steget.\n\nPå de interne aktiveringstilbud er tilfredsheden steget til {{indexScore "internal"}}.\n')
    const { code, err } = await notat('build', project(), '--format', 'html')
    expect(code).toBe(1)
    expect(err).toContain('”steget” passer ikke med tallene: Det rigtige er ”faldet”')
    expect(err).toContain('sections/videre-proces.md:1:18: Tilfredsheden er steget.')
    expect(err).toContain('sections/videre-proces.md:3:50: På de interne aktiveringstilbud er tilfredsheden steget til 74.')
    expect(readdirSync(project())).not.toContain('out')
  })

  it('have what was not read listed, in every report; --strict makes it an exit 1', async () => {
    section('Antallet af henvendelser er steget.\n')
    const plain = await notat('build', project(), '--format', 'html')
    expect(plain.code).toBe(0)
    expect(plain.err).toContain(
      '1 udsagn i dine afsnit er ikke efterprøvet:\n  sections/videre-proces.md:1:29: ”Antallet af henvendelser er steget.”',
    )
    const strict = await notat('build', project(), '--format', 'html', '--strict', '--reporter', 'json')
    const told = JSON.parse(strict.out)
    expect([strict.code, told.exitCode, told.outputs.length]).toEqual([1, 1, 4])
    expect(told.notRead).toMatchObject([{ reason: 'subject', place: { file: 'sections/videre-proces.md', line: 1, column: 29 } }])
    const sarif = JSON.parse((await notat('build', project(), '--format', 'html', '--reporter', 'sarif')).out)
    const [result] = sarif.runs[0].results.filter(({ ruleId }: { ruleId: string }) => ruleId === 'not-read')
    expect(result).toMatchObject({ level: 'note', locations: [{ physicalLocation: { region: { startLine: 1, startColumn: 29 } } }] })
    const github = await notat('build', project(), '--format', 'html', '--reporter', 'github')
    expect(github.out).toContain('::notice file=sections/videre-proces.md,line=1,col=29,')
  })
})
