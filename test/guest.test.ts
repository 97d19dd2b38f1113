/** The library as a guest in other programs: what they hand it is asked, and what it shares with them cannot be changed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { auditProject, build } from '../src/build.js'
import type { Document } from '../src/document/blocks.js'
import { composeDocument } from '../src/document/compose.js'
import { detailOf, NotatError, type Problem } from '../src/errors.js'
import { deriveFigures, figureOf } from '../src/figures.js'
import type { Finding } from '../src/finding.js'
import * as notat from '../src/index.js'
import { locales } from '../src/locale/index.js'
import { buildProject, loadProject, writeOutputs } from '../src/node.js'
import { parseProject } from '../src/project.js'
import { readClaims } from '../src/read/claims.js'
import { readDataset, readText } from '../src/read/index.js'
import { renderHtml } from '../src/render/html.js'
import { renderPdf } from '../src/render/pdf.js'
import { agreement5, builtInScales } from '../src/scales.js'
import { exampleFiles, textOf } from './example.js'

async function problemsOf(work: () => unknown): Promise<Problem[]> {
  try {
    await work()
    return []
  } catch (error) {
    if (!(error instanceof NotatError)) throw error
    return error.problems
  }
}

const files = exampleFiles('biu-2024')
const project = parseProject(files)

test('built-in scales are nobody’s to change', () => {
  const [first] = agreement5.options
  expect(() => Object.assign(first as object, { score: 99 })).toThrow(TypeError)
  expect(() => agreement5.options.pop()).toThrow(TypeError)
  expect(() => Object.assign(builtInScales, { agreement5: null })).toThrow(TypeError)
})

describe('a dataset that tells of what is not there', () => {
  const tally = { period: '2023-24', segment: 'unge', provider: null, item: 'overall', counts: { agree: 1 } }
  const item = project.survey.items[0]?.id ?? ''
  test.each([
    ['a period', { period: '2031' }, 'unknown-reference'],
    ['a segment', { segment: 'ungr' }, 'unknown-reference'],
    ['a provider', { provider: 'ingen' }, 'unknown-reference'],
    ['an item', { item: 'x' }, 'unknown-reference'],
    ['an option', { counts: { agreed: 1 } }, 'unknown-scale-option'],
    ['half an answer', { counts: { agree: 0.5 } }, 'broken-count'],
    ['fewer than none', { counts: { agree: -1 } }, 'broken-count'],
  ])('%s', async (_, wrong, code) => {
    const right = { ...tally, item }
    const dataset = { tallies: [right, { ...right, ...wrong }], published: [], sources: [] }
    expect(await problemsOf(() => deriveFigures(project.survey, dataset))).toMatchObject([{ code, file: 'tallies', line: 2 }])
  })

  test('the example’s own is right', async () => {
    const figures = deriveFigures(project.survey, await readDataset(project))
    expect(figureOf(figures, 'indexScore/all/2023-24')?.printed).toBe('82')
  })
})

describe('a tree that somebody else has made', async () => {
  const figures = deriveFigures(project.survey, await readDataset(project))
  const memo = composeDocument(project, 'orientering-2024', { figures, findings: [] })
  const withBlock = (block: unknown): Document => ({ ...memo, blocks: [...memo.blocks, block as Document['blocks'][number]] })
  const link = (href: string) => ({ type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'link', href, children: [] }] }] })
  test.each([
    ['a block', { type: 'code', text: 'x' }, 'unknown-block'],
    ['a block called as what every object has', { type: 'constructor' }, 'unknown-block'],
    ['an inline', { type: 'paragraph', children: [{ type: 'html', value: '<script>' }] }, 'unknown-block'],
    ['a link that is run', link('javascript:alert(1)'), 'unsafe-link'],
    ['a link with a line break', link('https://a.dk/\nx'), 'unsafe-link'],
  ])('%s', async (_, block, code) => {
    for (const render of [renderHtml, renderPdf]) expect(await problemsOf(() => render(withBlock(block)))).toMatchObject([{ code }])
  })

  test('is not composed of data that contradict each other, unless that is wanted', async () => {
    const finding = { id: 'impossible-total/x', kind: 'error', scope: 'data', accepted: null } as unknown as Finding
    const compose = (allowContradictions?: boolean) =>
      composeDocument(project, 'orientering-2024', { figures, findings: [finding], allowContradictions })
    expect(await problemsOf(() => compose())).toMatchObject([{ code: 'contradictory-data', values: { findings: finding.id } }])
  })
})

describe('what cannot be what it is called is refused, and nothing is made of it', async () => {
  const figures = notat.deriveFigures(project.survey, await notat.readDataset(project))
  const dataset = await notat.readDataset(project)
  const claims = await notat.readClaims(project)
  const findings = notat.audit(figures, claims)
  const memo = notat.composeDocument(project, 'orientering-2024', { figures, findings: [] })
  const answers = notat.distribution(agreement5, { agree: 3, dontKnow: 1 })
  const text = await notat.readText({ name: 'a.txt', bytes: new TextEncoder().encode('Indekset er 82.') })
  const told = notat.claimsOf(memo)
  const explanation = notat.explain('indexScore/all/2023-24', figures)
  const [now, before] = ['indexScore/all/2023-24', 'indexScore/all/2022-23']
  const output = { name: 'a', bytes: new Uint8Array() }
  const folder = mkdtempSync(join(tmpdir(), 'notat-guest-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const calls: Record<string, unknown[]> = {
    applyAccepted: [findings, project.accept],
    audit: [figures, claims],
    auditDocument: [figures, told],
    base: [answers],
    changeOf: [figures, before, now, {}],
    claimsOf: [memo, {}],
    claimsOfText: [text, project.survey, {}],
    composeDocument: [project, memo.id, { figures, findings: [] }],
    count: [answers, ['agree']],
    decompositionOf: [figures, 'indexScore', 'all', '2022-23', '2023-24'],
    deriveFigures: [project.survey, dataset, {}],
    describeExplanation: [explanation, locales.da],
    describeFinding: [findings[0], locales.da],
    differenceOf: [figures, now, 'internal', {}],
    distribution: [agreement5, { agree: 3 }],
    dontKnow: [answers],
    explain: [now, figures, {}],
    figureById: [figures, now, {}],
    figureOf: [figures, now],
    holm: [[{ id: 'a', z: null }]],
    indexScore: [answers],
    mean: [answers],
    mergeTallies: [dataset.tallies, dataset.tallies],
    notReadIn: [figures, told],
    nps: [answers],
    parseProject: [files, {}],
    printedPlaces: [memo],
    projectSchema: [{}],
    readClaims: [project, {}],
    readDataset: [project, {}],
    readText: [{ name: 'a.txt', bytes: new Uint8Array() }, {}],
    renderHtml: [memo, {}],
    share: [answers, ['agree']],
    stopsBuild: [findings],
    topTwoBox: [answers],
    whyNoChange: [figures, before, now],
    whyNoTotal: [figures, now],
  }
  const root = new Map<string, unknown>(Object.entries(notat))
  const around: Record<string, { work: unknown; given: unknown[] }> = {
    ...Object.fromEntries(Object.entries(calls).map(([name, given]) => [name, { work: root.get(name), given }])),
    renderPdf: { work: renderPdf, given: [memo, {}] },
    loadProject: { work: loadProject, given: ['examples/biu-2024', {}] },
    writeOutputs: { work: writeOutputs, given: [[output], join(folder, 'ud'), {}] },
  }
  const circular: Record<string, unknown> = { toString: undefined }
  circular.self = circular
  const odd = [
    undefined,
    null,
    Number.NaN,
    -1,
    1n,
    '',
    '__proto__',
    true,
    [],
    [null],
    {},
    circular,
    () => 1,
    Symbol('s'),
    new Map(),
    Object.create(null),
  ]

  test('every function of the root is asked', () => {
    const asked = Object.entries(notat).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []))
    expect([...Object.keys(calls), 'NotatError', 'describeProblem'].sort()).toEqual(asked.sort())
  })

  test.each(Object.entries(around))('%s', { timeout: 120_000 }, async (_, { work, given }) => {
    for (const place of given.keys()) {
      // A name of a folder is one, however odd.
      for (const value of odd.filter((each) => work !== writeOutputs || typeof each !== 'string')) {
        const faults = await problemsOf(() => (work as (...given: unknown[]) => unknown)(...given.with(place, value)))
        expect(faults.map(({ code }) => code)).not.toContain('internal-error')
      }
    }
  })
})

test('formats are checked that no compiler has seen', async () => {
  for (const formats of [['docx'], 'docx'])
    expect(await problemsOf(() => build(project, { formats: formats as never }))).toMatchObject([{ code: 'unknown-format' }])
})

test('an abort that arrives while a file is read is obeyed', async () => {
  const long = `${textOf(files, 'data/2022-23.csv')}${'#\n'.repeat(2_000_000)}`
  const own = parseProject({ ...files, 'data/2022-23.csv': long })
  const controller = new AbortController()
  setTimeout(() => controller.abort(), 0)
  await expect(readDataset(own, { signal: controller.signal })).rejects.toThrow(/abort/i)
})

test('an abort that arrives while one document is drawn is obeyed before the next', async () => {
  const controller = new AbortController()
  const made: string[] = []
  const run = build(project, {
    signal: controller.signal,
    formats: ['html'],
    onProgress: ({ stage }) => {
      made.push(stage)
      if (stage === 'render') setTimeout(() => controller.abort(), 0)
    },
  })
  await expect(run).rejects.toThrow(/abort/i)
  expect(made.filter((stage) => stage === 'render')).toHaveLength(1)
})

describe('text is text', () => {
  const changed = (change: (text: string) => string, more = {}) =>
    parseProject({ ...files, 'notat.yaml': change(textOf(files, 'notat.yaml')), ...more })

  test('however a system spells the name of a file', () => {
    const composed = 'data/år.csv'
    const content = files['data/2023-24.csv'] as Uint8Array
    const { 'data/2023-24.csv': _, ...others } = files
    const sources = parseProject({ ...others, [composed.normalize('NFD')]: content }).data.map(({ file }) => file)
    expect(sources).toContain(composed)
  })

  test('however it is spelled in notat.yaml', () => {
    const { survey } = changed((text) => text.normalize('NFD'))
    expect(survey).toEqual(project.survey)
  })

  test('in a block of lines it is one line', async () => {
    const { sender } = changed((text) => text.replace(/organisation: .*/, 'organisation: |\n    Eksempel\n    Kommune\n'))
    expect(sender.organisation).toBe('Eksempel Kommune')
  })

  test('a character that cannot be shown is told where it stands', async () => {
    const emoji = changed((text) => text.replace(/organisation: .*/, 'organisation: Eksempel ☃'))
    const line =
      textOf(files, 'notat.yaml')
        .split('\n')
        .findIndex((each) => each.includes('organisation:')) + 1
    const [found] = await problemsOf(() => build(emoji, { document: 'orientering-2024', formats: ['pdf'] }))
    expect(found).toMatchObject({ code: 'missing-glyph', file: 'notat.yaml', line })
  })
})

describe('a NotatError speaks the language asked for', async () => {
  const figures = deriveFigures(project.survey, await readDataset(project))
  const memo = composeDocument(project, 'orientering-2024', { figures, findings: [] })
  const broken = (name: string, change: (text: string) => string) => ({ ...files, [name]: change(textOf(files, name)) })
  const wrongData = parseProject(broken('data/2023-24.csv', (text) => text.replace('Mentor;92', 'Ingen;92')))
  const wrongClaims = parseProject(broken('claims/orientering-2024.csv', (text) => text.replace(/;82;/, ';x;')))
  const wrongTree = { ...memo, blocks: [{ type: 'code' } as unknown as Document['blocks'][number]] }
  const folder = mkdtempSync(join(tmpdir(), 'notat-guest-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'file'), '')
  const options = (locale: 'da' | 'en') => ({ locale })
  const doors: [name: string, ask: (asked: { locale: 'da' | 'en' }) => unknown][] = [
    [
      'parseProject',
      (asked) =>
        parseProject(
          broken('notat.yaml', (text) => text.replace('agreement5', 'agrement5')),
          asked,
        ),
    ],
    ['readDataset', (asked) => readDataset(wrongData, asked)],
    ['readClaims', (asked) => readClaims(wrongClaims, asked)],
    ['readText', (asked) => readText({ name: 'a.odt', bytes: new Uint8Array() }, asked)],
    ['deriveFigures', (asked) => deriveFigures(project.survey, { tallies: [{ period: 'x' } as never], published: [], sources: [] }, asked)],
    ['composeDocument', (asked) => composeDocument(project, 'ingen', { figures, findings: [], ...asked })],
    ['renderHtml', (asked) => renderHtml(wrongTree, asked)],
    ['renderPdf', (asked) => renderPdf(wrongTree, asked)],
    ['build', (asked) => build(wrongData, asked)],
    ['auditProject', (asked) => auditProject(project, { texts: [{ name: 'a.odt', bytes: new Uint8Array() }], ...asked })],
    ['loadProject', (asked) => loadProject(join(folder, 'ingen'), asked)],
    ['buildProject', (asked) => buildProject(folder, asked)],
    ['writeOutputs', (asked) => writeOutputs([{ name: 'a', bytes: new Uint8Array() }], join(folder, 'file'), asked)],
  ]
  test.each(doors)('%s', async (_, ask) => {
    const [danish, english] = [await problemsOf(() => ask(options('da'))), await problemsOf(() => ask(options('en')))]
    expect(danish.length).toBeGreaterThan(0)
    for (const [locale, problems] of [
      [locales.da, danish],
      [locales.en, english],
    ] as const) {
      for (const { code, values, message, hint } of problems)
        expect({ message, hint }).toEqual({ hint: null, ...(locale.problems[code] as (given: unknown) => object)(values) })
    }
  })

  test('default the project’s own', async () => {
    const texts = [{ name: 'a.odt', bytes: new Uint8Array() }]
    const [found] = await problemsOf(() => auditProject(project, { texts }))
    expect(found?.message).toBe(locales.da.problems['unknown-text-format'](found?.values as never).message)
  })
})

test('a fault of our own is told by its place in the program, not on the machine', () => {
  const told = detailOf(new Error('x'))
  expect(told.split('\n')[1]).toMatch(/^ +at .*guest\.test\.ts|^ +at (?:.* \()?node_modules\//)
  const stack = 'Error: x\n    at f (file:///home/a b/notat/dist/x.js:1:2)\n    at C:\\a\\node_modules\\y\\z.js:3:4'
  expect(detailOf(Object.assign(new Error('x'), { stack }))).toBe('Error: x\n    at f (dist/x.js:1:2)\n    at node_modules\\y\\z.js:3:4')
})
