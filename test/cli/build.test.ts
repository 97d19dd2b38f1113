import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { copiedExample, notat } from './run.js'

const { edit, folder, out, project } = copiedExample()

/** The example's memo and its annex. */
const made = ['bilag-metode-2024.figures.json', 'bilag-metode-2024.html', 'orientering-2024.figures.json', 'orientering-2024.html']

describe('notat build', () => {
  it('prints the paths written to stdout, and all else to stderr', async () => {
    const { code, out: printed, err } = await notat('build', project(), '--format', 'html')
    expect(code).toBe(0)
    expect(printed.trim().split('\n').sort()).toEqual(made.map((name) => join(out(), name)))
    expect(err).toContain('Læst: data/2023-24.csv')
    expect(err).toContain('Samlet, 2023-24: 82 mod 83 i 2022-23 (ændring −1)')
    expect(err).toContain('85')
  })

  it('takes the notat.yaml for its folder, and another folder for the files', async () => {
    const { code } = await notat('build', join(project(), 'notat.yaml'), '--format=html', '--out', join(folder(), 'andre', 'filer'))
    expect(code).toBe(0)
    expect(readdirSync(join(folder(), 'andre', 'filer')).sort()).toEqual(made)
  })

  it('--check writes nothing and exits 1 where files differ', async () => {
    expect((await notat('build', project(), '--format', 'html', '--check')).code).toBe(1)
    expect(readdirSync(project())).not.toContain('out')
    await notat('build', project(), '--format', 'html')
    expect((await notat('build', project(), '--format', 'html', '--check')).code).toBe(0)
    edit('data/2023-24.csv', (text) => text.replace(';74;', ';75;'))
    const { code, err } = await notat('build', project(), '--format', 'html', '--check')
    expect(code).toBe(1)
    expect(err).toContain('Afviger: orientering-2024.html')
  })

  it('a broken file is reported by line and column, exits 3 and leaves earlier files alone', async () => {
    await notat('build', project(), '--format', 'html')
    const before = readFileSync(join(out(), 'orientering-2024.html'))
    edit('data/2023-24.csv', (text) => text.replace('Mentor;92', 'Mentorer i byen;92').replace(';81;509', ';enogfirs;509'))
    const { code, err, out: printed } = await notat('build', project(), '--format', 'html')
    expect(code).toBe(3)
    expect(printed).toBe('')
    expect(err).toContain('data/2023-24.csv:9:9')
    expect(err).toContain('data/2023-24.csv:10:')
    expect(readFileSync(join(out(), 'orientering-2024.html')).equals(before)).toBe(true)
  })

  it('a broken notat.yaml exits 2 with every problem', async () => {
    edit('notat.yaml', (text) => text.replace('minimumBase: 5', 'minimumBse: 5').replace('scale: agreement5', 'scale: agrement5'))
    const { code, err } = await notat('build', project())
    expect(code).toBe(2)
    expect(err).toContain('notat.yaml:14:3: ukendt nøgle: minimumBse')
    expect(err).toContain('minimumBase')
    expect(err).toContain('agreement5')
  })

  it('a contradiction in the data exits 1 and replaces nothing', async () => {
    await notat('build', project(), '--format', 'html')
    const before = readFileSync(join(out(), 'orientering-2024.html'))
    edit('data/2023-24.csv', (text) => text.replace('2023-24;Interne', '2023-24;Samlet;85;\n2023-24;Interne'))
    const { code, err, out: printed } = await notat('build', project(), '--format', 'html')
    expect(code).toBe(1)
    expect(printed).toBe('')
    expect(err).toContain('Stoppet')
    expect(readFileSync(join(out(), 'orientering-2024.html')).equals(before)).toBe(true)
  })

  it('of a project without documents makes nothing, and says so', async () => {
    edit('notat.yaml', (text) => text.slice(0, text.indexOf('\ndocuments:') + 1))
    const { code, err, out: printed } = await notat('build', project())
    expect(code).toBe(0)
    expect(printed).toBe('')
    expect(err).toContain('Intet er skrevet: notat.yaml har ingen dokumenter')
    expect(readdirSync(project())).not.toContain('out')
  })

  it('calls periods by their names', async () => {
    const halves = join(folder(), 'halvår')
    mkdirSync(join(halves, 'data'), { recursive: true })
    const survey = `survey:
  title: Tilfredshed
  items: [{ id: overall, label: Tilfredshed, text: Jeg er tilfreds., scale: agreement5 }]
  periods: [{ from: 2023-01-01, to: 2023-06-30 }, { from: 2023-07-01, to: 2023-12-31 }]
  segments: { id: all, label: Alle }
documents: [{ template: orientering, fields: { date: 2024-02-01 } }]
`
    writeFileSync(join(halves, 'notat.yaml'), `sender: { organisation: Eksempel Kommune }\n${survey}`)
    writeFileSync(join(halves, 'data', 'tal.csv'), 'periode;indekstal;antal svar\n2023-h1;80;100\n2023-h2;84;100\n')
    expect((await notat('build', halves, '--format', 'html')).err).toContain(
      'Alle, 2. halvår 2023: 84 mod 80 i 1. halvår 2023 (ændring +4)',
    )
  })

  it('names on stderr what is not shown, a line each, also with --check; the published example shows all', async () => {
    expect((await notat('build', project(), '--format', 'html')).err).not.toContain('Ikke vist')
    edit('notat.yaml', (text) => text.replace('  periods:\n', '  periods:\n    - { from: 2021-10-01, to: 2022-09-30 }\n'))
    edit('data/2022-23.csv', (text) => `${text}${text.split('\n').slice(1).join('\n').replaceAll('2022-23;', '2021-22;')}`)
    edit('notat.yaml', (text) =>
      text.replace('\ndocuments:', '  providers: [{ id: broen, label: Broen, kind: external, segments: [ac] }]\n\ndocuments:'),
    )
    const lines = ['Ikke vist: leverandøren ”Broen” (broen): der er ingen tal om den i data.']
    for (const way of [[], ['--check'], ['--reporter', 'json'], ['--reporter', 'text', '--reporter', 'json']]) {
      const { err } = await notat('build', project(), '--format', 'html', ...way)
      expect(err.split('\n').filter((line) => line.startsWith('Ikke vist'))).toEqual(lines)
    }
  })

  it('a memo that is dated before its period ends deserves a look', async () => {
    edit('notat.yaml', (text) => text.replace('date: 2024-12-09', 'date: 2024-08-09'))
    const { code, err } = await notat('build', project(), '--format', 'html')
    expect(code).toBe(0)
    expect(err).toContain('Værd at se på: Perioden slutter 30. september 2024, efter at dokumentet er dateret')
    edit('notat.yaml', (text) => text.replace('date: 2024-08-09', 'date: 2024-09-30'))
    expect((await notat('build', project(), '--format', 'html')).err).not.toContain('efter at dokumentet er dateret')
  })

  it('a digit typed into a section stops it, with file, line and column', async () => {
    const sections = join(project(), 'sections')
    cpSync(join(project(), 'claims'), sections, { recursive: true, filter: (path) => !path.endsWith('.csv') })
    writeFileSync(join(sections, 'videre-proces.md'), 'Vi følger op.\n\nDer er 12 tilbud i alt.\n')
    const { code, err } = await notat('build', project(), '--format', 'html')
    expect(code).toBe(1)
    expect(err).toContain('sections/videre-proces.md:3:8')
  })
})
