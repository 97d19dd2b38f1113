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

  it('is read with a place where it is not as it was written', async () => {
    const folder = projectWith(rows())
    writeFileSync(join(folder, 'published.yaml'), '2024:\n  overall:\n    a: mange\n')
    const { code, err } = await notat('build', folder)
    expect([code, err]).toEqual([2, expect.stringContaining('published.yaml:3')])
  })
})
