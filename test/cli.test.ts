import { EventEmitter } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { letReadersLeave, main } from '../src/cli.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notat-cli-'))
  cpSync('examples/biu-2024', join(folder, 'projekt'), { recursive: true, filter: (path) => !path.endsWith('/out') })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function notat(...argv: string[]) {
  const said = { out: '', err: '' }
  const sink = (stream: 'out' | 'err') => ({
    write: (text: string | Uint8Array) => {
      said[stream] += String(text)
      return true
    },
  })
  return { code: await main(argv, { out: sink('out'), err: sink('err') }), ...said }
}

const project = () => join(folder, 'projekt')
const out = () => join(folder, 'projekt', 'out')
const edit = (file: string, change: (text: string) => string) => {
  const path = join(project(), file)
  writeFileSync(path, change(readFileSync(path, 'utf8')))
}

describe('notat build', () => {
  it('prints the paths written to stdout, and all else to stderr', async () => {
    const { code, out: printed, err } = await notat('build', project(), '--format', 'html')
    expect(code).toBe(0)
    expect(printed.trim().split('\n').sort()).toEqual(
      ['orientering-2024.figures.json', 'orientering-2024.html'].map((name) => join(out(), name)),
    )
    expect(err).toContain('Læst: data/2023-24.csv')
    expect(err).toContain('Samlet, 2023-24: 82 mod 83 i 2022-23 (ændring −1)')
    expect(err).toContain('85')
  })

  it('takes the notat.yaml for its folder, and another folder for the files', async () => {
    const { code } = await notat('build', join(project(), 'notat.yaml'), '--format=html', '--out', join(folder, 'andre', 'filer'))
    expect(code).toBe(0)
    expect(readdirSync(join(folder, 'andre', 'filer')).sort()).toEqual(['orientering-2024.figures.json', 'orientering-2024.html'])
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
    const halves = join(folder, 'halvår')
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

  it('a digit typed into a section stops it, with file, line and column', async () => {
    const sections = join(project(), 'sections')
    cpSync(join(project(), 'claims'), sections, { recursive: true, filter: (path) => !path.endsWith('.csv') })
    writeFileSync(join(sections, 'videre-proces.md'), 'Vi følger op.\n\nDer er 12 tilbud i alt.\n')
    const { code, err } = await notat('build', project(), '--format', 'html')
    expect(code).toBe(1)
    expect(err).toContain('sections/videre-proces.md:3:8')
  })
})

describe('notat explain', () => {
  it('tells where a figure comes from, down to file and line', async () => {
    const { code, out: printed, err } = await notat('explain', 'indexScore/all/2023-24', project())
    expect(code).toBe(0)
    expect(err).toBe('')
    expect(printed).toMatch(/^Indekstal for Samlet, 2023-24: 82\nindexScore\/all\/2023-24\n/)
    expect(printed).toContain('(74 × 465 + 84,3442 × 1.755) / 2.220 ≈ 82,1775')
    expect(printed).toContain('Trykt i: orientering-2024 (Konklusion, Tabel 1, Figur 1)')
    expect(printed).toContain('Indekstal for Interne tilbud, 2023-24: 74\n      Beregning: Læst i data/2023-24.csv, linje 2')
    expect(readdirSync(project())).not.toContain('out')
  })

  it('takes a printed number for it, and lists the figures where there are several', async () => {
    expect((await notat('explain', '-8', project())).out).toContain('change/indexScore/internal/2022-23..2023-24')
    const { code, out: printed } = await notat('explain', '82', project())
    expect(code).toBe(0)
    expect(
      printed
        .split('\n')
        .slice(1, -1)
        .map((line) => line.trim().split(/\s+/)[0]),
    ).toEqual(['indexScore/all/2023-24', 'indexScore/internal/2022-23'])
  })

  it('answers programs with the whole tree', async () => {
    const { out: printed } = await notat('explain', 'indexScore/all/2023-24', project(), '--reporter', 'json')
    const [explanation] = JSON.parse(printed).explanations
    expect(explanation).toMatchObject({
      figure: 'indexScore/all/2023-24',
      value: { numerator: '91217', denominator: '1110' },
      formula: 'weightedMean',
      printedIn: [{ document: 'orientering-2024', section: 'Konklusion' }, { label: 'Tabel 1' }, { label: 'Figur 1' }],
    })
    expect(explanation.inputs[0]).toMatchObject({ printed: '74', places: [{ file: 'data/2023-24.csv', line: 2 }] })
  })

  it('tells of numbers that contradict each other, though no memo can be made of them', async () => {
    edit('data/2023-24.csv', (text) => text.replace('2023-24;Interne', '2023-24;Samlet;85;\n2023-24;Interne'))
    const { code, out: printed, err } = await notat('explain', 'indexScore/all/2023-24', project())
    expect(code).toBe(0)
    expect(err).toContain('notat build viser hvorfor')
    expect(printed).toContain('Tallet i data/2023-24.csv, linje 2, tegn 16 passer ikke med de tal, det bygger på.')
  })

  it.each([
    [['explain'], 'der mangler et tal'],
    [['explain', 'indexScore/al/2023-24', 'examples/biu-2024'], 'Mente du indexScore/all/2023-24, '],
    [['explain', '17', 'examples/biu-2024'], 'intet tal passer: 17'],
    [['explain', '82', 'examples/biu-2024', '--check'], 'notat explain bruger ikke --check'],
    [['explain', '82', 'examples/biu-2024', '--reporter', 'sarif'], 'Der findes: text, json.'],
    [['explain', '82', 'examples/biu-2024', 'mere'], 'for mange argumenter: mere'],
  ])('%j exits 2', async (argv, words) => {
    const { code, err } = await notat(...argv)
    expect(err).toContain(words)
    expect(code).toBe(2)
  })
})

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
    expect(err).toContain('Efterprøvet: 0 påstande. Intet at bemærke.')
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
      'advice small-cell',
      'error base-sum',
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

describe('usage', () => {
  it.each([
    [['byg'], 'ukendt kommando: byg'],
    [['build', '--formt', 'html'], '--format'],
    [['build', '--format', 'docx'], 'html, pdf'],
    [['build', '--out'], 'en værdi efter --out'],
    [['build', 'a', 'b'], 'for mange argumenter: b'],
    [['build', '--reporter', 'xml'], 'text, json, sarif, github'],
    [['build', '--lang', 'de'], 'ukendt sprog: de'],
    [['build', '/findes/ikke'], '/findes/ikke'],
  ])('%j exits 2', async (argv, words) => {
    const { code, err } = await notat(...argv)
    expect(err).toContain(words)
    expect(code).toBe(2)
  })

  it('speaks English when asked', async () => {
    expect((await notat('byg', '--lang', 'en')).err).toContain('unknown command: byg')
    expect((await notat('--help', '--lang=en')).out).toContain('Usage: notat build')
  })

  it('prints the version', async () => {
    expect((await notat('--version')).out.trim()).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version)
  })
})

it('goes on when nobody reads any more, but not past other errors', () => {
  const stream = new EventEmitter() as unknown as NodeJS.WriteStream
  letReadersLeave(stream)
  const failure = (code: string) => Object.assign(new Error(code), { code })
  expect(() => stream.emit('error', failure('EPIPE'))).not.toThrow()
  expect(() => stream.emit('error', failure('ENOSPC'))).toThrow('ENOSPC')
})

describe('reporters', () => {
  it('json goes to stdout in place of the paths, sarif to a file', async () => {
    const file = join(folder, 'fund.sarif')
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
    const summary = join(folder, 'summary.md')
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
