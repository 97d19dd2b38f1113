import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { notat } from './run.js'
import { withheldProject } from './withheld-project.js'

const { projectWith, published } = withheldProject()
const rows = (b2024 = 12): string =>
  published('2023;A;80;16', '2023;B;70;20', '2023;C;75;10', '2024;A;78;16', `2024;B;73;${b2024}`, '2024;C;50;3')
const shownIn = async (folder: string, id: string) =>
  (await notat('explain', id, folder, '--reporter', 'json')).out.includes('"status": "ok"')
const told = (folder: string) => parse(readFileSync(join(folder, 'published.yaml'), 'utf8'))

describe('what has been published', () => {
  it('is written down by build --publish alone, without what is withheld', async () => {
    const folder = projectWith(rows())
    await notat('build', folder, '--format', 'html')
    expect(() => told(folder)).toThrow(/ENOENT/)
    expect((await notat('build', folder, '--format', 'html', '--publish')).code).toBe(0)
    expect(readFileSync(join(folder, 'published.yaml'), 'utf8')).toMatch(/^# Skrevet af notat build --publish/)
    expect(told(folder)).toEqual({ 2023: { overall: { a: 16, all: 46, b: 20, c: 10 } }, 2024: { overall: { a: 16, all: 31 } } })
  })

  it('stays told: another wish comes too late', async () => {
    const wish = { prefer: ['b'] }
    const folder = projectWith(rows(), wish)
    expect(await shownIn(folder, 'indexScore/b/2024')).toBe(true)
    await notat('build', projectWith(rows()), '--format', 'html', '--publish')
    const before = projectWith(rows())
    await notat('build', before, '--format', 'html', '--publish')
    writeFileSync(join(folder, 'published.yaml'), readFileSync(join(before, 'published.yaml')))
    expect([await shownIn(folder, 'indexScore/a/2024'), await shownIn(folder, 'indexScore/b/2024')]).toEqual([true, false])
  })

  it('tells of nobody who has come since: fewer than the limit take even the whole with them', async () => {
    const folder = projectWith(rows())
    await notat('build', folder, '--format', 'html', '--publish')
    writeFileSync(join(folder, 'data', 'd.csv'), rows(14))
    const { err } = await notat('build', folder, '--format', 'html')
    expect(err).toContain('Vises ikke i 2024: andet end det samlede tal.')
    expect(await shownIn(folder, 'base/all/2024')).toBe(false)
    expect(await shownIn(folder, 'base/all/2023')).toBe(true)
    writeFileSync(join(folder, 'data', 'd.csv'), rows(40))
    expect([await shownIn(folder, 'base/all/2024'), await shownIn(folder, 'base/a/2024')]).toEqual([true, false])
  })

  it('tells of nobody who has come after that either, and never of those who have gone', async () => {
    const folder = projectWith(rows())
    const withWhole = async (b: number, more: readonly string[] = []) => {
      writeFileSync(join(folder, 'data', 'd.csv'), rows(b))
      const { code } = await notat('build', folder, '--format', 'html', ...more)
      return [code, await shownIn(folder, 'base/all/2024')]
    }
    await notat('build', folder, '--format', 'html', '--publish')
    expect(await withWhole(22, ['--publish'])).toEqual([0, true])
    expect(told(folder)[2024]).toEqual({ overall: { a: 16, all: [31, 41] } })
    expect(await withWhole(24)).toEqual([0, false])
    expect(await withWhole(12)).toEqual([0, false])
    expect(await withWhole(32)).toEqual([0, true])
  })

  it('is not known of a whole by another name, so that is not told where answers have come', async () => {
    const folder = projectWith(rows())
    await notat('build', folder, '--format', 'html', '--publish')
    const project = JSON.parse(readFileSync(join(folder, 'notat.yaml'), 'utf8'))
    project.survey.segments.id = 'whole'
    writeFileSync(join(folder, 'notat.yaml'), JSON.stringify(project))
    writeFileSync(join(folder, 'data', 'd.csv'), rows(40))
    await notat('build', folder, '--format', 'html')
    expect([await shownIn(folder, 'base/whole/2024'), await shownIn(folder, 'base/a/2024')]).toEqual([false, false])
  })

  it('binds no question that is asked later, in which a group may be too small', async () => {
    const items = ['overall', 'later'].map((id) => ({ id, label: `Emne ${id}`, text: `Udsagn om ${id}.`, scale: 'agreement5' }))
    const folder = projectWith(rows(), { items: items.slice(0, 1) })
    await notat('build', folder, '--format', 'html', '--publish')
    const project = JSON.parse(readFileSync(join(folder, 'notat.yaml'), 'utf8'))
    writeFileSync(join(folder, 'notat.yaml'), JSON.stringify({ ...project, survey: { ...project.survey, items } }))
    const asked = (item: string, data: string): string =>
      data.replace(/^(\d{4};[^;]+);/gm, `$1;${item};`).replace('målgruppe;', 'målgruppe;spørgsmål;')
    const later = published('2023;A;80;16', '2023;B;70;20', '2023;C;75;10', '2024;A;60;3', '2024;B;73;12', '2024;C;50;8')
    writeFileSync(join(folder, 'data', 'd.csv'), `${asked('overall', rows())}\n${asked('later', later).split('\n').slice(1).join('\n')}`)
    const shown = await Promise.all(
      ['a', 'all'].flatMap((id) => [`base/${id}/2024`, `base/${id}/2024/items/later`]).map((id) => shownIn(folder, id)),
    )
    expect(shown).toEqual([true, false, true, true])
  })

  it('keeps how many said yes and how many did not know, so that nothing follows of those who come', async () => {
    const item = { id: 'job', label: 'I job', text: 'Er du i job?', scale: 'yesNo' }
    const counted = (yes: number, no: number, unsure: number) =>
      [
        'periode;målgruppe;svar;antal',
        ...['2023', '2024'].flatMap((year) =>
          ['A', 'B', 'C'].flatMap((group) => [
            `${year};${group};Ja;${group === 'A' && year === '2024' ? yes : 20}`,
            `${year};${group};Nej;${group === 'A' && year === '2024' ? no : 20}`,
            `${year};${group};Ved ikke;${group === 'A' && year === '2024' ? unsure : 6}`,
          ]),
        ),
      ].join('\n')
    const folder = projectWith(counted(20, 20, 6), { items: [item] })
    await notat('build', folder, '--format', 'html', '--publish')
    expect(told(folder)[2024]).toMatchObject({ job: { all: 120 }, 'job/yes': { all: 60 }, 'job/dontKnow': { all: 18 } })
    const shownAfter = async (...given: Parameters<typeof counted>) => {
      writeFileSync(join(folder, 'data', 'd.csv'), counted(...given))
      return Promise.all(['share/all/2024/options/yes', 'dontKnow/all/2024'].map((id) => shownIn(folder, id)))
    }
    expect(await shownAfter(30, 30, 6)).toEqual([true, true])
    expect(await shownAfter(22, 30, 6)).toEqual([false, false])
    expect(await shownAfter(20, 20, 8)).toEqual([true, false])
    expect(await shownAfter(26, 26, 8)).toEqual([true, true])
  })

  it('is read with a place where it is not as it was written', async () => {
    const folder = projectWith(rows())
    writeFileSync(join(folder, 'published.yaml'), '2024:\n  overall:\n    a: mange\n')
    const { code, err } = await notat('build', folder)
    expect([code, err]).toEqual([2, expect.stringContaining('published.yaml:3')])
  })
})
