/** Nothing that is printed is a command, and every report tells the same. */
import { existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { told } from '../../src/text.js'
import { copiedExample, notat } from './run.js'

const { edit, folder, out, project } = copiedExample()

/** Lines that a terminal or a CI server would take for more than words. */
function commandsIn(printed: string): string[] {
  return printed
    .split('\n')
    .filter((line) => /^\s*::/.test(line) || line.includes('##[') || /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(line))
}

/** A line break, an old and a new command of a CI server, and what turns a terminal's colours. */
const attack = 'x\n::stop-commands::y\n  ::error::z\n##[add-mask]w\u001b[31m\u009b2J\u2028\u202e'

it('words for people keep their lines and nothing else', () => {
  expect(commandsIn(attack).length).toBe(3)
  expect(commandsIn(told(attack))).toEqual([])
  expect(told(attack).split('\n')).toHaveLength(4)
  expect(told('82 mod 83: en ændring på\u00a0−1\u00adpoint')).toBe('82 mod 83: en ændring på\u00a0−1\u00adpoint')
})

describe('a line break and ESC', () => {
  const yaml = JSON.stringify(attack.replaceAll(/(?!\n)\p{Cc}|\u202e/gu, ''))
  const fields: [field: string, change: (text: string) => string][] = [
    ['organisation', (text) => text.replace(/organisation: .*/, () => `organisation: ${yaml}`)],
    ['survey title', (text) => text.replace(/^ {2}title: .*/m, () => `  title: ${yaml}`)],
    ['item text', (text) => text.replace(/(text: )("[^"]*"|[^,}\n]*)/, (_, key) => `${key}${yaml}`)],
    ['item label', (text) => text.replace(/(label: )("[^"]*"|[^,}\n]*)/, (_, key) => `${key}${yaml}`)],
    ['every label', (text) => text.replaceAll(/(label: )("[^"]*"|[^,}\n]*)/g, (_, key) => `${key}${yaml}`)],
    ['an id', (text) => text.replace(/(id: )([\w-]+)/, (_, key) => `${key}${yaml}`)],
    ['a key', (text) => `${text}\n${yaml}: 1\n`],
    ['a scale', (text) => text.replace(/scale: [\w]+/, () => `scale: ${yaml}`)],
    ['a template', (text) => text.replace(/template: [\w]+/, () => `template: ${yaml}`)],
    ['ESC in a title', (text) => text.replace(/^ {2}title: .*/m, () => `  title: ${JSON.stringify(attack)}`)],
  ]
  it.each(fields)('in notat.yaml, %s', { timeout: 60_000 }, async (_, change) => {
    edit('notat.yaml', change)
    for (const command of [['build', '--format', 'html'], ['audit'], ['explain', '82']]) {
      const [name = '', ...rest] = command
      const figure = name === 'explain' ? rest : []
      const { code, out: printed, err } = await notat(name, ...figure, project(), ...(name === 'explain' ? [] : rest))
      expect(code).toBeLessThanOrEqual(3)
      expect(commandsIn(printed + err)).toEqual([])
      const json = await notat(name, ...figure, project(), ...(name === 'explain' ? [] : rest), '--reporter', 'json')
      expect(commandsIn(json.out + json.err)).toEqual([])
    }
  })

  it('in data, in names of files, in arguments and in what a report to GitHub tells', { timeout: 60_000 }, async () => {
    edit('data/2023-24.csv', (text) => text.replace('Mentor;92', `"${attack}";92`))
    writeFileSync(join(project(), 'data', attack.replaceAll('/', '')), 'x')
    const name = `${attack}.txt`
    writeFileSync(join(folder(), name), `Indekset er 99 for alle tilbud i 2023-24.\n`)
    for (const argv of [
      ['build', project()],
      ['audit', project()],
      ['audit', 'examples/biu-2024', '--text', join(folder(), name)],
      ['explain', attack, project()],
      ['explain', attack, 'examples/biu-2024'],
      [attack],
      ['build', attack],
      ['build', project(), '--out', attack, `--${attack}`, '--format', attack],
    ]) {
      const text = await notat(...argv)
      expect(commandsIn(text.out + text.err)).toEqual([])
      expect(text.code).not.toBe(70)
      if (argv.length > 1 && argv[0] !== 'explain') {
        const github = await notat(...argv, '--reporter', 'github')
        const lines = github.out.split('\n').filter((line) => line !== '')
        expect(lines.filter((line) => !/^::(?:error|warning|notice) [^:]*title=/.test(line) || /\p{Cc}|##\[/u.test(line))).toEqual([])
        expect(commandsIn(github.err)).toEqual([])
      }
    }
  })
})

describe('reports', () => {
  it('name the files that are not as they would be made, in each of them', async () => {
    await notat('build', project(), '--format', 'html')
    edit('data/2023-24.csv', (text) => text.replace(';74;', ';75;'))
    const files = ['json', 'sarif', 'github', 'text'].map((id) => ({ id, file: join(folder(), `r.${id}`) }))
    const asked = files.flatMap(({ id, file }) => ['--reporter', `${id}=${file}`])
    const { code, err } = await notat('build', project(), '--format', 'html', '--check', ...asked)
    expect(code).toBe(1)
    const line = 'Afviger: orientering-2024.html'
    expect(err.split('\n').filter((each) => each === line)).toHaveLength(1)
    const [json = '', sarif = '', github = '', text = ''] = files.map(({ file }) => readFileSync(file, 'utf8'))
    expect(JSON.parse(json).drifted).toContain('orientering-2024.html')
    expect(JSON.parse(sarif).runs[0].results).toContainEqual(expect.objectContaining({ ruleId: 'drift', message: { text: line } }))
    expect(github).toContain(`::error title=Afviger%3A orientering-2024.html::${line}`)
    expect(text.split('\n')).toContain(line)
  })

  it('name what was not checked, in each of them', async () => {
    const memo = join(folder(), 'a b#c?.txt')
    writeFileSync(memo, 'I alt 77 pct. er med.\n')
    const seen = await notat('audit', project(), '--text', memo, '--reporter', 'json')
    const { notChecked } = JSON.parse(seen.out)
    expect(notChecked.length).toBeGreaterThan(0)
    const sarif = JSON.parse((await notat('audit', project(), '--text', memo, '--root', folder(), '--reporter', 'sarif')).out)
    const [first] = sarif.runs[0].results.filter(({ ruleId }: { ruleId: string }) => ruleId === 'not-checked')
    expect(first.locations[0].physicalLocation.artifactLocation.uri).toBe('a%20b%23c%3F.txt')
    expect((await notat('audit', project(), '--text', memo)).err).toContain('Ikke efterprøvet')
  })

  it('tell paths from the top of the repository, or from where they are told to begin', async () => {
    edit('notat.yaml', (text) => text.replace('scale: agreement5', 'scale: agrement5'))
    const uri = async (...argv: string[]) => {
      const { out: printed } = await notat('build', project(), '--reporter', 'sarif', ...argv)
      return JSON.parse(printed).runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri
    }
    expect(await uri()).toBe('notat.yaml')
    expect(await uri('--root', folder())).toBe('projekt/notat.yaml')
    mkdirSync(join(folder(), '.git'))
    expect(await uri()).toBe('projekt/notat.yaml')
    expect((await notat('build', project(), '--reporter', 'github')).out).toMatch(/^::error file=projekt\/notat\.yaml,line=/)
  })

  it('that cannot be written are told without a stack, and the files are there', async () => {
    for (const argv of [
      ['--reporter', 'json=/dev/full'],
      ['--reporter', 'github'],
    ]) {
      process.env.GITHUB_STEP_SUMMARY = join(folder(), 'ingen', 'side.md')
      const { code, err } = await notat('build', project(), '--format', 'html', ...argv).finally(() => {
        delete process.env.GITHUB_STEP_SUMMARY
      })
      expect(code).toBe(2)
      expect(err).toMatch(/^der kan ikke skrives til .*: .*$/m)
      expect(err).not.toContain('    at ')
      expect(existsSync(join(out(), 'orientering-2024.html'))).toBe(true)
    }
    const explained = await notat('explain', '82', project(), '--reporter', 'text=/dev/full')
    expect([explained.code, explained.err.includes('    at ')]).toEqual([2, false])
  })

  it('are not written over what is read', async () => {
    symlinkSync(join(project(), 'notat.yaml'), join(folder(), 'r.json'))
    const memo = join(folder(), 'm.txt')
    writeFileSync(memo, 'Indekset er 82.\n')
    for (const [command, file] of [
      ['build', join(project(), 'notat.yaml')],
      ['build', join(folder(), 'r.json')],
      ['build', join(project(), 'data', 'ny.json')],
      ['audit', memo],
    ] as const) {
      const texts = command === 'audit' ? ['--text', memo] : []
      const before = existsSync(file) && readFileSync(file, 'utf8')
      const { code, err } = await notat(command, project(), ...texts, '--reporter', `json=${file}`)
      expect([code, existsSync(file) && readFileSync(file, 'utf8')]).toEqual([2, before])
      expect(err).toContain('filen bruges af projektet og må ikke overskrives')
    }
  })
})

it('what was asked for by a relative path is told by one', async () => {
  const here = relative(process.cwd(), project())
  const built = await notat('build', here, '--format', 'html')
  expect(built.out.trim().split('\n')).toContain(join(here, 'out', 'bilag-metode-2024.figures.json'))
  expect(built.out + built.err).not.toContain(process.cwd())
  renameSync(join(project(), 'notat.yaml'), join(project(), 'andet.yaml'))
  const missing = await notat('build', here)
  expect(missing.code).toBe(2)
  expect(missing.err).not.toContain(` ${folder()}`)
})
