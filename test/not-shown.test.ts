import { describe, expect, it } from 'vitest'
import { randomProject } from '../scripts/random-projects.mjs'
import { type BuildResult, build } from '../src/build.js'
import type { Document } from '../src/document/blocks.js'
import type { NotShown } from '../src/finding.js'
import { locales } from '../src/locale/index.js'
import { notShownIn } from '../src/not-shown.js'
import { type Project, type ProjectFiles, parseProject } from '../src/project.js'
import { notReadLines } from '../src/report.js'
import { runs } from './runs.js'

const notat = `sender: { organisation: Eksempel Kommune }
survey:
  title: Tilfredshed
  items:
    - { id: overall, label: Samlet tilfredshed, text: Jeg er tilfreds., scale: agreement5 }
    - { id: influence, label: Medinddragelse, text: Jeg har indflydelse på min plan., scale: agreement5 }
    - { id: later, label: Kontaktperson, text: Jeg kender min kontaktperson., scale: agreement5 }
  periods: [{ from: 2022-01-01, to: 2022-12-31 }, { from: 2023-01-01, to: 2023-12-31 }, { from: 2024-01-01, to: 2024-12-31 }]
  segments: { id: all, label: Alle tilbud, parts: [{ id: own, label: Egne tilbud }, { id: private, label: Private tilbud }] }
  providers:
    - { id: broen, label: Broen, kind: external, segments: [private] }
    - { id: stien, label: Stien, kind: external, segments: [private] }
  benchmarks: [{ id: landet, label: Hele landet }]
  targets:
    - { segment: all, metric: indexScore, value: 80 }
    - { segment: private, item: influence, metric: mean, value: 4.2 }
documents:
  - { template: orientering, fields: { date: 2025-03-10 } }
`
const published = [
  'periode;målgruppe;leverandør;spørgsmål;indekstal;antal svar',
  ...['2022', '2023', '2024'].flatMap((period) =>
    ['overall', 'influence'].flatMap((item) => [`${period};own;;${item};80;100`, `${period};private;;${item};70;50`]),
  ),
  '2024;private;broen;overall;72;20',
  '2024;landet;;overall;75;',
].join('\n')
const data = { 'data/tal.csv': published }

async function builtOf(files: ProjectFiles = {}, text = notat): Promise<{ project: Project; result: BuildResult }> {
  const project = parseProject({ 'notat.yaml': text, ...data, ...files })
  return { project, result: await build(project, { formats: [] }) }
}

const named = (all: readonly NotShown[]) => all.map(({ kind, id, label, reason }) => [kind, id, label, reason])
/** What is not shown of the files that a project has besides its data. */
const unread = async (files: ProjectFiles, text?: string) =>
  (await builtOf(files, text)).result.notShown
    .filter(({ kind }) => ['section', 'template', 'file', 'folder'].includes(kind))
    .map(({ kind, id, reason, values }) => [kind, id, reason, values.nearest])

describe('what no document shows', () => {
  it('is named also of a text for a place that is not printed, and of a record', async () => {
    const withRecord = notat.replace('  targets:', "  records: [{ id: nabo, label: Naboby, answers: '100', source: Rapport }]\n  targets:")
    const files = { 'sections/grupper-own.md': 'Om egne.', 'sections/sammenligning.md': 'Om landet.', 'sections/konklusion.md': 'Alt vel.' }
    const { result } = await builtOf(files, withRecord)
    const found = named(result.notShown).filter(([kind]) => kind === 'section' || kind === 'record')
    expect(found).toEqual([
      ['record', 'nabo', 'Naboby', 'notPrinted'],
      ['section', 'sections/grupper-own.md', 'sections/grupper-own.md', 'noPlace'],
    ])
  })

  it('is named by label and id: an item and a provider without numbers, a target that nothing can be held against', async () => {
    const { result } = await builtOf()
    expect(named(result.notShown)).toEqual([
      ['item', 'later', 'Kontaktperson', 'noData'],
      ['provider', 'stien', 'Stien', 'noData'],
      ['target', 'mean/private/items/influence', 'Private tilbud', 'notPrinted'],
    ])
    expect(result.notShown.map(({ place }) => place?.line)).toEqual([7, 12, 16])
  })

  it('is what the documents print, and no list of what a template does', async () => {
    const { project, result } = await builtOf()
    const [document] = result.documents
    const [spec] = project.documents
    if (!document || !spec) throw new Error('no document')
    const figures = [
      'indexScore/private/2024/items/influence',
      'base/own/2022',
      'change/indexScore/private/2023..2024/providers/broen',
      'difference/indexScore/all..landet/2024',
      'difference/indexScore/all..target/2024',
    ]
    const added = figures.map((figure) => ({ type: 'figure' as const, figure, text: '7' }))
    const printing: Document = { ...document, blocks: [...document.blocks, { type: 'paragraph', children: added }] }
    const { dataset, figures: known } = result
    expect(named(notShownIn({ project, dataset, figures: known }, [{ spec, document: printing }])).map(([, id]) => id)).toEqual([
      'later',
      'stien',
      'mean/private/items/influence',
    ])
    const empty: Document = { ...document, blocks: [], notes: [] }
    const missed = notShownIn({ project, dataset, figures: known }, [{ spec, document: empty }])
    expect(named(missed).filter(([kind]) => kind === 'segment' || kind === 'period')).toEqual([
      ['period', '2022', '2022', 'notPrinted'],
      ['period', '2023', '2023', 'notPrinted'],
      ['period', '2024', '2024', 'notPrinted'],
      ['segment', 'all', 'Alle tilbud', 'notPrinted'],
      ['segment', 'own', 'Egne tilbud', 'notPrinted'],
      ['segment', 'private', 'Private tilbud', 'notPrinted'],
    ])
  })

  it('of two documents is what neither shows', async () => {
    const two = notat.replace('documents:\n', 'documents:\n  - { template: orientering, period: 2023, fields: { date: 2024-03-10 } }\n')
    const { result } = await builtOf({}, two)
    expect(result.notShown.filter(({ kind }) => kind === 'period')).toEqual([])
  })

  it('and what is not read, of a template that several documents have, is told once, by its file and their ids', async () => {
    const template = `---
locale: da
kind: Ark
title: Ark
fields: [{ name: date, type: date, label: Dato, required: true }]
---
Antallet af henvendelser er steget. Resultatet er {{result period="2022"}}.

De private leverandører: {{result "private" item="later"}}.
`
    const documents = ['a', 'b'].map((id) => `  - { template: ark, id: ${id}, fields: { date: 2025-03-10 } }\n`).join('')
    const { result } = await builtOf(
      { 'templates/ark.md': template },
      `${notat.slice(0, notat.indexOf('documents:'))}documents:\n${documents}`,
    )
    const { notShown, notRead } = result
    const lines = [
      ...notShown.filter(({ reason }) => reason === 'absent').map(locales.da.cli.notShown),
      ...notReadLines(notRead, locales.da),
    ]
    expect(lines).toEqual([
      'Ikke vist: result (templates/ark.md:9:26) i a og b: der er intet tal, så der står ord i stedet. Sæt {{#if}} om det, der kan mangle.',
      '2 udsagn i skabelonen templates/ark.md er ikke efterprøvet:',
      '  templates/ark.md:7:29 i a og b: ”Antallet af henvendelser er steget.”: det fremgår ikke, hvem eller hvad det handler om',
      '  templates/ark.md:7:51 i a og b: ”Resultatet er 77.”: det fremgår ikke, hvilke perioder der menes',
    ])
  })

  it('is nothing where there is no document to show it', async () => {
    const { result } = await builtOf({}, notat.slice(0, notat.indexOf('documents:')))
    expect(result.notShown).toEqual([])
  })
})

describe('of a random project', () => {
  it.each(Array.from({ length: runs(6, 60) }, (_, seed) => seed))(
    'every item, period, provider, benchmark and target is printed or named (seed %i)',
    async (seed) => {
      const { files } = randomProject(seed)
      const project = parseProject(files)
      const { survey } = project
      const { outputs, notShown, isStopped } = await build(project, { formats: ['html'] })
      if (isStopped) return
      // Every printed number bears its figure's id in the page.
      const pages = outputs.filter(({ name }) => name.endsWith('.html')).map(({ bytes }) => new TextDecoder().decode(bytes))
      const ids = pages.flatMap((page) => [...page.matchAll(/<data class="figure" [^>]*data-figure="([^"]+)"/g)].map(([, id = '']) => id))
      expect(ids.length).toBeGreaterThan(0)
      const parts = ids.map((id) => id.split('/'))
      const printed = {
        item: (id: string) =>
          parts.some((names) => (names.includes('items') ? names[names.indexOf('items') + 1] === id : survey.items[0]?.id === id)),
        provider: (id: string) => parts.some((names) => names.includes('providers') && names[names.indexOf('providers') + 1] === id),
        period: (id: string) => parts.some((names) => names.some((name) => name.split('..').includes(id))),
        benchmark: (id: string) => parts.some((names) => names.some((name) => name.split('..').includes(id))),
      }
      const isNamed = (kind: string, id: string) => notShown.some((omitted) => omitted.kind === kind && omitted.id === id)
      const asked = { item: survey.items, provider: survey.providers, period: survey.periods, benchmark: survey.benchmarks }
      for (const kind of ['item', 'provider', 'period', 'benchmark'] as const) {
        const told = asked[kind].filter(({ id }) => printed[kind](id) || isNamed(kind, id))
        expect(told).toEqual(asked[kind])
        const both = asked[kind].filter(({ id }) => printed[kind](id) && isNamed(kind, id))
        expect(both).toEqual([])
      }
      const goals = survey.targets.map(({ metric, segment, item }) => {
        const items = item === undefined || item === survey.items[0]?.id ? '' : `/items/${item}`
        const isPrinted = ids.some((id) => id.startsWith(`difference/${metric}/${segment}..target/`) && id.endsWith(items))
        return isPrinted || isNamed('target', `${metric}/${segment}${items}`)
      })
      expect(goals).toEqual(survey.targets.map(() => true))
    },
  )
})

describe('files that nobody reads', () => {
  it('sections of another kind or place, with the right name', async () => {
    const files = {
      'sections/konklusion.docx': 'x',
      'sections/Metode.txt': 'x',
      'sections/tekster/2024/svar.md': 'x',
      'sections/noter.pdf': 'x',
      'sections/konklusion.md': 'Alt vel.',
    }
    expect(await unread(files)).toEqual([
      ['section', 'sections/Metode.txt', 'noSection', 'sections/metode.md'],
      ['section', 'sections/konklusion.docx', 'noSection', 'sections/konklusion.md'],
      ['section', 'sections/noter.pdf', 'noSection', ''],
      ['section', 'sections/tekster/2024/svar.md', 'noSection', 'sections/svar.md'],
    ])
  })

  it('a section of a wrong name stops a build, with the right one', async () => {
    const project = parseProject({ 'notat.yaml': notat, ...data, 'sections/Konklusion.md': 'Alt vel.' })
    await expect(build(project, { formats: [] })).rejects.toMatchObject({
      problems: [{ code: 'unknown-section', file: 'sections/Konklusion.md', values: { nearest: 'sections/konklusion.md' } }],
    })
  })

  it('tables that are not listed, other kinds of files, templates that no document has, folders nearly called as ours', async () => {
    const listed = notat.replace('documents:', 'data: [data/tal.csv]\ndocuments:')
    const files = {
      'data/2025.csv': 'x',
      'data/noter.docx': 'x',
      'claims/memo.pdf': 'x',
      'templates/egen.md': 'x',
      'Sections/svar.md': 'x',
    }
    expect(await unread(files, listed)).toEqual([
      ['template', 'templates/egen.md', 'unusedTemplate', ''],
      ['file', 'claims/memo.pdf', 'unreadKind', ''],
      ['file', 'data/2025.csv', 'notListed', ''],
      ['file', 'data/noter.docx', 'unreadKind', ''],
      ['folder', 'Sections', 'unreadFolder', 'sections'],
    ])
  })

  it('tables and charts that a template of the project declares, and none of its documents prints', async () => {
    const egen = `---
kind: Notat
title: Eget
fields: [{ name: date, type: date, label: Dato, required: true }]
tables:
  - { name: shown, rows: segments, columns: result }
  - { name: rates, rows: segments, columns: responseRate }
---
{{#if (table "shown")}}
{{table "shown"}}
{{/if}}

{{#if (table "rates")}}
{{table "rates"}}
{{/if}}
`
    const own = notat.replace('template: orientering', 'template: egen')
    const { project, result } = await builtOf({ 'templates/egen.md': egen }, own)
    const exhibits = result.notShown.filter(({ kind }) => kind === 'exhibit')
    expect(exhibits.map(({ id, reason, place }) => [id, reason, place?.line])).toEqual([['rates', 'nothingToShow', 7]])
    for (const locale of ['da', 'en'] as const)
      expect(locales[locale].cli.notShown(exhibits[0] as NotShown)).toContain('templates/egen.md:7')
    expect(project.documents).toHaveLength(1)
  })

  it('but not what nobody has put there', async () => {
    const files = { 'data/~$tal.xlsx': 'x', 'data/Thumbs.db': 'x', 'sections/.DS_Store': 'x', 'templates/desktop.ini': 'x' }
    expect(await unread(files)).toEqual([])
  })
})

describe('columns and options of the data', () => {
  const rows = (period: string, answers: readonly string[]) => answers.map((answer) => `${period};own;${answer};Enig;blåt;17`)
  const wide = (period: string, answers: readonly string[]) =>
    ['periode;målgruppe;overall;Medindragelse;farve;alder', ...rows(period, answers)].join('\n')
  const single = `${notat.slice(0, notat.indexOf('  segments:'))}  segments: { id: own, label: Egne tilbud }
${notat.slice(notat.indexOf('documents:'))}`
  const answered = async (files: ProjectFiles) => {
    const project = parseProject({ 'notat.yaml': single, ...files })
    const { notShown } = await build(project, { formats: [] })
    return notShown.filter(({ kind }) => kind === 'column' || kind === 'option')
  }
  const all = Array.from({ length: 40 }, (_, index) => ['Helt enig', 'Enig', 'Neutral', 'Uenig'][index % 4] ?? '')
  const years = { 'data/2022.csv': wide('2022', all), 'data/2023.csv': wide('2023', all) }

  it('a column that only looks like an item’s, by its heading or by its answers', async () => {
    const text = wide('2024', all).replace('farve', 'Jeg kender min kontaktpersn.')
    const other = wide('2024', all).replace('Medindragelse', 'q3')
    expect(await answered({ ...years, 'data/2024.csv': text })).toEqual(
      ['2022', '2023', '2024'].flatMap((year) => [
        expect.objectContaining({ kind: 'column', id: 'Medindragelse', place: { file: `data/${year}.csv`, line: 1, column: 27 } }),
        ...(year === '2024'
          ? [expect.objectContaining({ id: 'Jeg kender min kontaktpersn.', values: expect.objectContaining({ item: 'later' }) })]
          : []),
      ]),
    )
    const found = await answered({ ...years, 'data/2024.csv': other })
    expect(found.at(-1)).toMatchObject({ id: 'q3', values: { scale: 'agreement5' } })
  })

  it('an option that one file never uses, though others do, unless so few may well pass it over', async () => {
    const three = all.map((answer) => (answer === 'Neutral' ? 'Enig' : answer))
    const options = async (answers: readonly string[]) =>
      (await answered({ ...years, 'data/2024.csv': wide('2024', answers) })).filter(({ kind }) => kind === 'option')
    expect(await options(all)).toEqual([])
    expect(await options(three)).toEqual([
      expect.objectContaining({ id: 'neutral', label: 'Neutral', values: expect.objectContaining({ item: 'overall', period: '2024' }) }),
    ])
    // Twenty of eighty chose it: among ten or eleven more none would in 6.9 % and 5.4 % of cases, among twelve in 4.2 %.
    const without = three.filter((answer) => answer !== 'Uenig')
    const few = (count: number) => [...without.slice(0, count - 1), 'Uenig']
    expect((await options(few(11))).map(({ id }) => id)).toEqual([])
    expect((await options(few(12))).map(({ id }) => id)).toEqual(['neutral'])
  })
})

it('every reason is told in every locale, with label and id', async () => {
  const listed = notat.replace('documents:', 'data: [data/tal.csv]\ndocuments:')
  const files = { 'data/2025.csv': 'x', 'sections/Metode.txt': 'x', 'Sections/svar.md': 'x', 'templates/egen.md': 'x' }
  const { notShown } = (await builtOf(files, listed)).result
  const danish = notShown.map((omitted) => locales.da.cli.notShown(omitted))
  expect(danish).toContain('Ikke vist: spørgsmålet ”Kontaktperson” (later): der er ingen tal om det i data.')
  expect(danish).toContain(
    'Ikke vist: målet på 4,2 for ”Private tilbud” (mean/private/items/influence): ingen af dokumenterne viser tal om det.',
  )
  expect(danish).toContain('Ikke vist: afsnittet sections/Metode.txt: ingen skabelon har sådan et afsnit. Mente du sections/metode.md?')
  for (const locale of Object.values(locales)) {
    for (const omitted of notShown) {
      expect(locale.cli.notShown(omitted)).toContain(omitted.id)
      expect(locale.cli.notShown(omitted)).toContain(omitted.label)
    }
  }
})
