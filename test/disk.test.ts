import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { folderOf, readProjectFolder } from '../src/disk.js'
import type { NotatError, Problem } from '../src/errors.js'
import { locales } from '../src/locale/index.js'
import { isReadFrom, unfinishedIn, writeOutputs } from '../src/outputs.js'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notat-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

async function put(name: string, text: string): Promise<void> {
  await mkdir(join(folder, name, '..'), { recursive: true })
  await writeFile(join(folder, name), text)
}

describe('readProjectFolder', () => {
  test('reads the project file and its own folders, by name with /, and nothing else', async () => {
    for (const name of [
      'notat.yaml',
      'data/b.csv',
      'data/a.csv',
      'data/.skjult',
      'claims/c.csv',
      'sections/x/y.md',
      'templates/t.md',
      'out/o.html',
    ]) {
      await put(name, name)
    }
    const files = await readProjectFolder(folder)
    expect(Object.keys(files)).toEqual(['notat.yaml', 'data/a.csv', 'data/b.csv', 'claims/c.csv', 'sections/x/y.md', 'templates/t.md'])
    expect(files['data/a.csv']).toEqual(bytes('data/a.csv'))
    expect(await readProjectFolder(join(folder, 'notat.yaml'))).toEqual(files)
    expect(folderOf(join(folder, 'notat.yaml'))).toBe(folder)
  })

  test('reads folders that are nearly called as its own, so that they can be told of', async () => {
    for (const name of ['notat.yaml', 'Data/a.csv', 'section/b.md', 'noter/c.md', 'd.csv']) await put(name, name)
    await symlink(join(folder, 'noter'), join(folder, 'claim'))
    expect(Object.keys(await readProjectFolder(folder))).toEqual(['notat.yaml', 'Data/a.csv', 'section/b.md'])
  })

  test('a large file stays on disk', async () => {
    await put('notat.yaml', '')
    await put('data/stor.csv', 'x'.repeat(1_000_001))
    const file = (await readProjectFolder(folder))['data/stor.csv']
    expect(file).toBeInstanceOf(Blob)
    expect(file).toHaveProperty('size', 1_000_001)
  })

  test('says which is missing, folder or notat.yaml', async () => {
    await expect(readProjectFolder(join(folder, 'nej'))).rejects.toThrow(`mappen findes ikke: ${join(folder, 'nej')}`)
    await expect(readProjectFolder(folder, locales.en)).rejects.toThrow(`there is no notat.yaml in ${folder}`)
    await put('fil.txt', '')
    await expect(readProjectFolder(join(folder, 'fil.txt'))).rejects.toThrow(`er ikke en projektmappe: ${join(folder, 'fil.txt')}`)
    await expect(readProjectFolder(join(folder, 'fil.txt', 'notat.yaml'))).rejects.toThrow('er ikke en projektmappe')
    await symlink(join(folder, 'ring'), join(folder, 'ring'))
    await expect(readProjectFolder(join(folder, 'ring'))).rejects.toMatchObject({ problems: [{ code: 'unreadable-file' }] })
  })

  test('refuses links that point out of the project, and says which', async () => {
    await put('projekt/notat.yaml', '')
    await put('projekt/data/egen.csv', '1')
    await put('hemmelig.csv', '2')
    await symlink(join(folder, 'projekt/data/egen.csv'), join(folder, 'projekt/data/inde.csv'))
    expect(Object.keys(await readProjectFolder(join(folder, 'projekt')))).toContain('data/inde.csv')
    await symlink(join(folder, 'hemmelig.csv'), join(folder, 'projekt/data/ude.csv'))
    await expect(readProjectFolder(join(folder, 'projekt'))).rejects.toThrow('data/ude.csv peger ud af projektets mappe')
  })

  test('a dangling link and a linked folder are told, not skipped', async () => {
    await put('projekt/notat.yaml', '')
    await mkdir(join(folder, 'projekt/data'))
    await symlink(join(folder, 'intet.csv'), join(folder, 'projekt/data/dod.csv'))
    await expect(readProjectFolder(join(folder, 'projekt'))).rejects.toThrow('data/dod.csv kan ikke læses: den findes ikke')
  })

  test('a folder elsewhere is not looked into', async () => {
    await put('projekt/notat.yaml', '')
    await put('andet/hemmelig.csv', '2')
    await symlink(join(folder, 'andet'), join(folder, 'projekt/data'))
    await expect(readProjectFolder(join(folder, 'projekt'))).rejects.toMatchObject({
      problems: [{ code: 'outside-project', values: { name: 'data' } }],
    })
  })

  test('what is no file, no folder or has no name is told, all at once', async () => {
    await put('notat.yaml', '')
    await put('claims', 'en fil')
    await mkdir(join(folder, 'data/mappe'), { recursive: true })
    await symlink(join(folder, 'data/mappe'), join(folder, 'data/x.csv'))
    await symlink(join(folder, 'data/y.csv'), join(folder, 'data/y.csv'))
    await writeFile(Buffer.concat([Buffer.from(join(folder, 'data/z')), Buffer.from([0xe6]), Buffer.from('.csv')]), '1')
    execFileSync('mkfifo', [join(folder, 'data/kø.csv')])
    const found = await readProjectFolder(folder).catch((error: NotatError) => error.problems)
    expect((found as Problem[]).map(({ message }) => message)).toEqual([
      expect.stringContaining('filens navn kan ikke læses: data/z'),
      'claims er en fil, men skal være en mappe',
      'data/kø.csv er ikke en almindelig fil',
      'data/x.csv er ikke en almindelig fil',
      'data/y.csv kan ikke læses: den henviser i ring',
    ])
  })

  test('a project file of a size that nobody writes is not read', async () => {
    await put('notat.yaml', '#'.repeat(1_000_001))
    await expect(readProjectFolder(folder)).rejects.toMatchObject({ code: 'configuration', problems: [{ code: 'overlong-file' }] })
  })
})

describe('writeOutputs', () => {
  const outputs = [
    { name: 'a.html', bytes: bytes('ny a') },
    { name: 'b.pdf', bytes: bytes('ny b') },
  ]
  const out = (): string => join(folder, 'out')

  test('makes the folder, replaces what was there, leaves nothing else behind', async () => {
    await put('out/a.html', 'gammel a')
    await put('out/andet.txt', 'andet')
    expect(await writeOutputs(outputs, out())).toEqual([join(out(), 'a.html'), join(out(), 'b.pdf')])
    expect((await readdir(out())).sort()).toEqual(['a.html', 'andet.txt', 'b.pdf'])
    expect(await readFile(join(out(), 'a.html'), 'utf8')).toBe('ny a')
    await writeOutputs(outputs, join(folder, 'dybt/nede'))
    expect((await readdir(join(folder, 'dybt/nede'))).sort()).toEqual(['a.html', 'b.pdf'])
  })

  test('without files no folder is made', async () => {
    expect(await writeOutputs([], out())).toEqual([])
    expect(await readdir(folder)).toEqual([])
  })

  test('where the last cannot be written, the first is as it was', async () => {
    await put('out/a.html', 'gammel a')
    await mkdir(join(out(), 'c.json/i-vejen'), { recursive: true })
    const blocked = [...outputs, { name: 'c.json', bytes: bytes('ny c') }]
    await expect(writeOutputs(blocked, out())).rejects.toMatchObject({
      code: 'usage',
      problems: [{ code: 'unwritable-output', values: { folder: join(out(), 'c.json') } }],
    })
    expect((await readdir(out())).sort()).toEqual(['a.html', 'c.json'])
    expect(await readFile(join(out(), 'a.html'), 'utf8')).toBe('gammel a')
  })

  test('where nothing can be written the folders made for it are gone', async () => {
    const blocked = [...outputs, { name: `${'x'.repeat(300)}.html`, bytes: bytes('') }]
    await expect(writeOutputs(blocked, join(folder, 'dybt/nede'))).rejects.toThrow('navnet er for langt')
    expect(await readdir(folder)).toEqual([])
  })

  test('a folder that can hold none is told of at once', async () => {
    if (process.platform !== 'linux') return
    await expect(writeOutputs(outputs, '/proc/notat/out')).rejects.toMatchObject({ problems: [{ code: 'unwritable-output' }] })
  })

  test('folders that a project is read from are not written in', async () => {
    await put('notat.yaml', '')
    await put('data/a.csv', '1')
    await expect(writeOutputs(outputs, join(folder, 'data'))).rejects.toThrow('mappen er til projektets egne filer')
    await expect(writeOutputs(outputs, join(folder, 'sections'))).rejects.toMatchObject({ problems: [{ code: 'reserved-output' }] })
    expect((await readdir(folder)).sort()).toEqual(['data', 'notat.yaml'])
    await mkdir(join(folder, 'andet'))
    await writeOutputs(outputs, join(folder, 'andet/data'))
  })

  test('a file where the folder should be, and a folder nobody may write in', async () => {
    await put('out', '')
    await expect(writeOutputs(outputs, out())).rejects.toThrow(`her ligger en fil, hvor der skulle være en mappe: ${out()}`)
    await expect(writeOutputs(outputs, join(out(), 'under'))).rejects.toThrow('en del af stien er en fil')
    expect(await readFile(out(), 'utf8')).toBe('')
    await mkdir(join(folder, 'lukket'))
    await chmod(join(folder, 'lukket'), 0o500)
    // The superuser may write everywhere.
    if (process.getuid?.() !== 0) await expect(writeOutputs(outputs, join(folder, 'lukket'))).rejects.toThrow('der er ikke adgang')
  })

  const sets = ['gammel', 'ny'].map((set) => ['a.html', 'b.pdf', 'c.json'].map((name) => ({ name, bytes: bytes(`${set} ${name}`) })))
  const [older = [], newer = []] = sets
  /** What of the files is in the folder, and what else is. */
  const there = async () => {
    const names = (await readdir(out())).sort()
    const texts = await Promise.all(names.filter((name) => !name.startsWith('.')).map((name) => readFile(join(out(), name), 'utf8')))
    return { hidden: names.filter((name) => name.startsWith('.')), texts }
  }
  const all = (set: string) => ({ hidden: [], texts: ['a.html', 'b.pdf', 'c.json'].map((name) => `${set} ${name}`) })

  test('a run that was killed before its commit leaves all old, and nothing else after the next', async () => {
    await writeOutputs(older, out())
    await put('out/.notat-new/new/a.html', 'halv')
    await put('out/.notat-new/old/a.html', 'gammel a.html')
    expect(await unfinishedIn(out())).toEqual(['.notat-new'])
    // One without files of its own, as a build that is stopped.
    expect(await writeOutputs([], out())).toEqual([])
    expect(await there()).toEqual(all('gammel'))
  })

  test.each([0, 1, 2, 3])('a run that was killed when it had moved %i files is ended by the next', async (moved) => {
    await writeOutputs(older, out())
    for (const [index, { name }] of newer.entries()) await put(index < moved ? `out/${name}` : `out/.notat-ready/new/${name}`, `ny ${name}`)
    await mkdir(join(out(), '.notat-ready/new'), { recursive: true })
    await writeOutputs([], out())
    expect(await there()).toEqual(all('ny'))
  })

  test('one that was killed on its way back goes all the way back', async () => {
    await writeOutputs(older.slice(0, 2), out())
    await put('out/a.html', 'ny a.html')
    await put('out/c.json', 'ny c.json')
    await put('out/.notat-undo/old/a.html', 'gammel a.html')
    await put('out/.notat-undo/absent/c.json', '')
    await writeOutputs([], out())
    expect(await there()).toEqual({ hidden: [], texts: ['gammel a.html', 'gammel b.pdf'] })
  })

  test('one that was killed while it cleared away is cleared by the next', async () => {
    await writeOutputs(newer, out())
    await put('out/.notat-ready/old/a.html', 'gammel a.html')
    await put('out/.notat-undo/absent/.x', '')
    await writeOutputs([], out())
    expect(await there()).toEqual(all('ny'))
  })

  test('the lock of a process that is gone is nobody’s', async () => {
    const gone = execFileSync('sh', ['-c', 'echo $$'], { encoding: 'utf8' }).trim()
    await put('out/.notat-lock', `${hostname()}\n${gone}\n`)
    await writeOutputs(newer, out())
    expect(await there()).toEqual(all('ny'))
  })

  test('many at once in one folder, by several of its names, leave one set', async () => {
    await mkdir(out())
    await symlink(out(), join(folder, 'andet-navn'))
    const writers = Array.from({ length: 20 }, (_, index) =>
      writeOutputs(sets[index % 2] as typeof older, index % 3 === 0 ? join(folder, 'andet-navn') : out()),
    )
    await Promise.all(writers)
    expect([all('gammel'), all('ny')]).toContainEqual(await there())
  })

  test('a file that is replaced gives its mode to the new one', async () => {
    await writeOutputs(older, out())
    await chmod(join(out(), 'a.html'), 0o600)
    await writeOutputs(newer, out())
    expect((await stat(join(out(), 'a.html'))).mode & 0o777).toBe(0o600)
    expect((await stat(join(out(), 'b.pdf'))).mode & 0o777).not.toBe(0o600)
  })

  test('what a project is read from is not written over, by whatever path', async () => {
    await put('projekt/notat.yaml', '')
    await put('projekt/data/a.csv', '1')
    await symlink(join(folder, 'projekt/data'), join(folder, 'link'))
    await symlink(join(folder, 'projekt/notat.yaml'), join(folder, 'r.json'))
    for (const path of ['projekt/data/under', 'projekt/data/dybt/under', 'link', 'link/under']) {
      await expect(writeOutputs(outputs, join(folder, path))).rejects.toMatchObject({ problems: [{ code: 'reserved-output' }] })
    }
    expect(await readdir(join(folder, 'projekt/data'))).toEqual(['a.csv'])
    const read = ['projekt/notat.yaml', 'r.json', 'link/a.csv', 'projekt/data/a.csv', 'projekt/sections/ny.md', 'projekt/published.yaml']
    for (const path of read) expect(await isReadFrom(join(folder, path))).toBe(true)
    for (const path of ['projekt/out/a.html', 'notat.yaml', 'data/a.csv', 'projekt/a.json'])
      expect(await isReadFrom(join(folder, path))).toBe(false)
  })
})
