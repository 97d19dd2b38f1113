import { describe, expect, it } from 'vitest'
import { build, type Output } from '../../src/build.js'
import type { Figures } from '../../src/figure.js'
import { type ProjectFiles, parseProject } from '../../src/project.js'
import type { OutputFormatId } from '../../src/render/index.js'
import { runs } from '../runs.js'
import { type Move, movedBy, quietMoves } from './moved.js'
import { saidOf } from './said.js'
import { seeded } from './seeded.js'
import { type Count, type SmallProject, smallProject, total } from './small-projects.js'
import { groupsOf, sizeOf, type Told, toldIn, unprintedIn } from './written.js'

const [first = 1, last = runs(6, 30)] = process.env.WRITTEN_SEEDS?.split('-').map(Number) ?? []
const seeds = Array.from({ length: last - first + 1 }, (_, index) => first + index)
const enough = 5
/** Several builds, some with a PDF, on a machine that is busy with others; in ms. */
const patience = 180_000
const withPdf = (seed: number): OutputFormatId[] => (seed % 10 === 1 ? ['html', 'pdf'] : ['html'])

describe('what was written of a project with few answers in many groups', () => {
  it.each(seeds)(
    'gives no small group away (project %i)',
    async (seed) => {
      const project = smallProject(seed)
      const { result, written } = await saidOf(project.files, withPdf(seed))
      expect(result.isStopped).toBe(false)
      expect(groupsOf(await toldIn(written, project), project, enough)).toEqual([])
      if (result.figures.withholding.length > 0) expect(drawnBeyondPrintIn(result.outputs)).toBe(0)
    },
    patience,
  )

  let [found, read, drawn] = [0, 0, 0]

  it.each(seeds.slice(0, runs(4, 12)))(
    'is read and followed where only small numbers themselves are left out (project %i)',
    async (seed) => {
      const project = smallProject(seed)
      const { outputs } = await build(parseProject(project.files), { formats: withPdf(seed), isConfidential: true })
      const told = await toldIn(outputs, project)
      const isSmall = (each: Told): boolean => sizeOf(project, each) > 0 && sizeOf(project, each) < enough
      const large = told.filter((each) => !isSmall(each))
      read += large.length
      drawn += drawnBeyondPrintIn(outputs)
      found += groupsOf(large, project, enough).length
    },
    patience,
  )

  it('would then give many away', () => {
    expect(read).toBeGreaterThan(runs(400, 1200))
    expect(found).toBeGreaterThan(runs(50, 150))
    expect(drawn).toBeGreaterThan(runs(10, 30))
  })
})

function drawnBeyondPrintIn(outputs: readonly Output[]): number {
  const pages = outputs.filter(({ name }) => name.endsWith('.html'))
  return total(pages.map(({ bytes }) => unprintedIn(new TextDecoder().decode(bytes))))
}

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
  it('change no byte of what is written, and no word of what is said', async () => {
    const [one, other] = await Promise.all([files([2, 1], [0, 1]), files([1, 2], [1, 0])].map((each) => saidOf(each, ['html', 'pdf'])))
    expect(one?.result.figures.withholding.map(({ small }) => small)).toEqual([2, 2])
    expect(other?.words).toEqual(one?.words)
  })

  let [compared, otherPlans] = [0, 0]

  it.each(seeds)(
    'wherever they are, and whatever they chose (project %i)',
    async (seed) => {
      const project = smallProject(seed)
      const before = await saidOf(project.files)
      for (const answers of movesOf(project, before.result.figures, seeded(seed), runs(1, 2))) {
        const after = await saidOf(project.filesWith(answers))
        if (after.plan !== before.plan) {
          otherPlans++
          continue
        }
        compared++
        for (const [name, words] of before.words) expect(after.words.get(name), `${name} of project ${seed}`).toBe(words)
      }
    },
    patience,
  )

  it('mostly leave what is withheld as it is, so that something was compared', () => {
    expect(compared).toBeGreaterThan(otherPlans)
  })
})

/** Answers of some of the moves that change nothing that is told, of those that there are. */
function movesOf(project: SmallProject, figures: Figures, random: () => number, most: number): Count[][] {
  const moves = quietMoves(figures, project)
  const draw = (below: number): number => Math.floor(random() * below)
  return Array.from({ length: moves.length > 0 ? 10 * most : 0 }, () => {
    const move = moves[draw(moves.length)] as Move
    const options = project.answers.find(({ item }) => item === move.item)?.counts.length ?? 0
    const [option, instead] = [draw(options), random() < 0.6 ? draw(options) : null]
    return option === instead ? [] : [movedBy(move, option, instead, project.answers) ?? []].filter(({ length }) => length > 0)
  })
    .flat()
    .slice(0, most)
}
