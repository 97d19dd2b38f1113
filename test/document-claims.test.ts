import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { auditDocument, notReadIn } from '../src/audit/index.js'
import { type BuildResult, build } from '../src/build.js'
import { claimsOf } from '../src/document-claims.js'
import { roundForPrint, toNumber } from '../src/printed.js'
import { type ProjectFiles, parseProject } from '../src/project.js'
import { before, figuresOf, memoOf, now, projectOf, type Row } from './document/memo.js'
import { exampleFiles, textOf } from './example.js'
import { runs } from './runs.js'

const said = (result: BuildResult) => result.findings.filter(({ scope }) => scope === 'document').map(({ id }) => id)
const built = (files: ProjectFiles) => build(parseProject({ ...exampleFiles('biu-2024'), ...files }), { formats: [] })
const section = (text: string): ProjectFiles => ({ 'sections/videre-proces.md': text })

describe('what our own memo claims', () => {
  let result: BuildResult
  beforeAll(async () => {
    result = await built({})
  })

  it('is every number it prints, on the figure it was made from, in the words of its sentence', () => {
    const [document] = result.documents
    const { claims } = claimsOf(document as NonNullable<typeof document>)
    const fallen = claims.filter(({ place }) => place.words === 'For brobygningstilbuddene til unge er indekstallet faldet fra 83 til 81.')
    expect(fallen.map(({ figure, text }) => [figure, text])).toEqual([
      ['indexScore/brobygning/2022-23', '83'],
      ['indexScore/brobygning/2023-24', '81'],
    ])
    const cells = claims.filter(({ figure, place }) => figure === 'base/external/2023-24' && place.words === '1.755')
    expect(cells.map(({ interval }) => interval && toNumber(interval.from))).toContain(1755)
  })

  it('has the sign of a change that its words carry', () => {
    const [document] = result.documents
    const { claims } = claimsOf(document as NonNullable<typeof document>)
    const change = claims.find(({ figure, text }) => figure === 'change/indexScore/internal/2022-23..2023-24' && text === '8')
    expect(change?.interval && [change.interval.from, change.interval.to].map((end) => roundForPrint(end, 1))).toEqual(['-8.5', '-7.5'])
  })

  it('is every direction it tells, of the figures whose numbers it prints', () => {
    const [document] = result.documents
    const { told = [] } = claimsOf(document as NonNullable<typeof document>, { figures: result.figures })
    const fallen = told.filter(({ place }) => place.words === 'For brobygningstilbuddene til unge er indekstallet faldet fra 83 til 81.')
    expect(fallen.map(({ said: words, readings }) => [words, readings])).toEqual([
      ['faldet', [{ is: 'change', previous: 'indexScore/brobygning/2022-23', current: 'indexScore/brobygning/2023-24', told: 'fall' }]],
    ])
  })

  it('agrees with its figures, and all of it is read', () => {
    expect([result.isStopped, said(result), result.notRead]).toEqual([false, [], []])
  })
})

describe('the memos of all examples', () => {
  /** An author tells of people that the survey has no group of: that is not checked, and said so. */
  const ofNoGroup: Record<string, string[]> = {
    'ressourceforloeb-2016': ['Tilfredsheden er størst blandt dem, der selv ønsker et ressourceforløb.'],
  }

  it.each(readdirSync('examples'))('%s: every statement is read and agrees', async (example) => {
    const result = await build(parseProject(exampleFiles(example)), { formats: [] })
    expect([said(result), result.notRead.map(({ text }) => text)]).toEqual([[], ofNoGroup[example] ?? []])
  })
})

describe('an author’s own words', () => {
  const rose =
    'På de interne aktiveringstilbud er indekstallet steget fra {{indexScore "internal" period="previous"}} til {{indexScore "internal"}}.'
  const finding = 'false-statement/change/indexScore/internal/2022-23..2023-24'

  it('stop the build where they say "steget" of what fell', async () => {
    const result = await built(section(rose))
    expect(result).toMatchObject({ isStopped: true, outputs: [], documents: [] })
    expect(said(result)).toEqual([finding])
    const [first] = result.findings.filter(({ scope }) => scope === 'document')
    expect(first?.found.place?.words).toBe('På de interne aktiveringstilbud er indekstallet steget fra 82 til 74.')
    expect(first?.found.place).toMatchObject({ file: 'sections/videre-proces.md', line: 1, column: rose.indexOf('steget') + 1 })
    expect(first?.values).toMatchObject({ right: 'faldet' })
    expect(first?.changesConclusion).toBe(true)
  })

  it('stop it where they say it of the whole', async () => {
    expect(said(await built(section('Samlet set er tilfredsheden steget til {{indexScore}} indekspoint.')))).toEqual([
      'false-statement/change/indexScore/all/2022-23..2023-24',
    ])
  })

  it('go through where the finding is accepted with a reason', async () => {
    const yaml = `${textOf(exampleFiles('biu-2024'), 'notat.yaml')}\naccept: [{ finding: ${finding}, reason: Citat fra en leverandør. }]\n`
    const result = await built({ ...section(rose), 'notat.yaml': yaml })
    expect([result.isStopped, result.unmatched]).toEqual([false, []])
    expect(result.findings.find(({ id, scope }) => id === finding && scope === 'document')?.accepted).toEqual({
      reason: 'Citat fra en leverandør.',
    })
  })

  const silent = [
    'På de interne aktiveringstilbud er indekstallet faldet fra {{indexScore "internal" period="previous"}} til {{indexScore "internal"}}.',
    'Det er målet, at tilfredsheden med de interne aktiveringstilbud er steget ved næste måling.',
    'Antallet af henvendelser er steget i perioden.',
    'Tilfredsheden med ventetiden på de interne aktiveringstilbud er steget.',
    'Se også {{reference "summary"}}.',
  ]
  it.each(silent)('are left alone: %s', async (words) => {
    expect(said(await built(section(words)))).toEqual([])
  })

  it('stop it where they send the reader to a table that is not there', async () => {
    const words = 'Se tabel {{typed "9" source="Undersøgelsens egne tabeller"}}.'
    expect(said(await built(section(words)))).toEqual(['numbering/table/9'])
  })
})

describe('a memo of any numbers', () => {
  const leaves = ['a', 'b1', 'b2', 'b3']
  const segments =
    '{ id: all, label: Alle tilbud, phrase: tilbuddene, parts: [{ id: a, label: Egne centre, phrase: centrenes tilbud }, { id: b, label: Andre leverandører, phrase: leverandørernes tilbud, parts: [{ id: b1, label: Unge borgere, phrase: tilbuddene til de unge borgere }, { id: b2, label: Voksne borgere, phrase: tilbuddene til de voksne borgere }, { id: b3, label: Ældre borgere, phrase: tilbuddene til de ældre borgere }] }] }'
  const number = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 5, max: 900 }))
  const rows = fc
    .array(number, { minLength: 8, maxLength: 8 })
    .map((numbers) =>
      leaves.flatMap((leaf, index): Row[] =>
        [before, now].map((period, at) => [leaf, period, ...(numbers[2 * index + at] ?? [50, 10])] as Row),
      ),
    )

  it('says nothing that is not so, and nothing that is not read', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom('', '    changeBasis: unrounded'), (all, document) => {
        const memo = { segments, rows: all, document }
        const project = projectOf(memo)
        const figures = figuresOf(project, memo)
        const claims = claimsOf(memoOf(memo), { figures, changeBasis: project.documents[0]?.changeBasis ?? 'printed' })
        expect(auditDocument(figures, claims).filter(({ kind }) => kind === 'error')).toEqual([])
        expect(notReadIn(figures, claims).map(({ text, reason }) => [reason, text])).toEqual([])
      }),
      { numRuns: runs(12, 60) },
    )
  })
})
