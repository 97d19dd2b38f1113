import { describe, expect, it } from 'vitest'
import { build } from '../../src/build.js'
import { locales } from '../../src/locale/index.js'
import { type ProjectFiles, parseProject } from '../../src/project.js'
import { reporters } from '../../src/report.js'
import { runs } from '../runs.js'
import { smallProject } from './small-projects.js'
import { groupsOf, toldIn } from './written.js'

const [first = 1, last = runs(6, 30)] = process.env.WRITTEN_SEEDS?.split('-').map(Number) ?? []
const seeds = Array.from({ length: last - first + 1 }, (_, index) => first + index)

describe('what was written of a project with few answers in many groups', () => {
  it.each(seeds)('gives no small group away (project %i)', async (seed) => {
    const project = smallProject(seed)
    const { outputs, isStopped } = await build(parseProject(project.files), { formats: ['html'] })
    expect(isStopped).toBe(false)
    expect(groupsOf(toldIn(outputs, project), project, 5)).toEqual([])
  })

  it('would give many away if only small numbers themselves were left out', async () => {
    let [found, kept] = [0, 0]
    for (const seed of seeds.slice(0, 8)) {
      const project = smallProject(seed)
      const { outputs } = await build(parseProject(project.files), { formats: ['html'], isConfidential: true })
      const withheld = await build(parseProject(project.files), { formats: ['html'] })
      kept += toldIn(withheld.outputs, project).length
      const large = toldIn(outputs, project).filter(({ answers }) => answers === 0 || answers >= 5)
      found += groupsOf(large, project, 5).length
    }
    expect(found).toBeGreaterThan(30)
    expect(kept).toBeGreaterThan(500)
  })
})

describe('answers that move between groups that are withheld together', () => {
  const files = (few: readonly [number, number], agree: readonly [number, number]): ProjectFiles => ({
    'notat.yaml': JSON.stringify({
      locale: 'da',
      sender: { organisation: 'Prøve Kommune' },
      survey: {
        title: 'Brugertilfredshed',
        items: [{ id: 'overall', label: 'Tilfredshed', text: 'Jeg er tilfreds.', scale: 'agreement5' }],
        periods: ['2023', '2024'].map((year) => ({ from: `${year}-01-01`, to: `${year}-12-31` })),
        segments: { id: 'all', label: 'Alle', parts: ['a', 'b', 'c', 'd'].map((id) => ({ id, label: `Gruppe ${id}` })) },
        providers: ['p', 'q'].map((id) => ({ id, label: `Leverandør ${id}`, kind: 'external', segments: ['c', 'd'] })),
      },
      documents: [{ template: 'orientering', fields: { date: '2025-02-03' } }],
    }),
    'data/svar.csv': [
      'periode;målgruppe;leverandør;svar;antal',
      ...['2023', '2024'].flatMap((period) => [
        ...['a', 'b'].flatMap((group, at) => [
          `${period};${group};;Helt enig;${few[at]}`,
          `${period};${group};;Enig;${agree[at]}`,
          `${period};${group};;Helt uenig;1`,
        ]),
        ...['c', 'd'].flatMap((group) =>
          ['p', 'q'].flatMap((provider, at) => [
            `${period};${group};${provider};Enig;${30 + at}`,
            `${period};${group};${provider};Uenig;${9 + at}`,
          ]),
        ),
      ]),
    ].join('\n'),
  })
  const writtenOf = async (made: ProjectFiles) => {
    const result = await build(parseProject(made), { formats: ['html', 'pdf'] })
    const run = {
      version: '0',
      locale: locales.da,
      problems: [],
      outputs: [],
      exitCode: 0,
      findings: result.findings,
      notShown: result.notShown,
      notRead: result.notRead,
    }
    return {
      outputs: result.outputs.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('base64')]),
      reports: Object.values(reporters).map((reporter) => reporter(run)),
      costs: result.figures.withholding,
    }
  }

  it('change no byte of what is written, and no word of what is said', async () => {
    const [one, other] = [await writtenOf(files([2, 1], [0, 1])), await writtenOf(files([1, 2], [1, 0]))]
    expect(one.costs.map(({ small }) => small)).toEqual([2, 2])
    expect(other).toEqual(one)
  })
})
