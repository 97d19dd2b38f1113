/** Items of other kinds than one question answered on a graded scale, from the project file to the figures. */
import { describe, expect, it } from 'vitest'
import { changeOf } from '../src/change.js'
import { describeExplanation } from '../src/describe-explanation.js'
import { describeProblem, NotatError } from '../src/errors.js'
import { explain } from '../src/explain.js'
import type { Figures } from '../src/figure.js'
import { deriveFigures, figureOf } from '../src/figures.js'
import { locales } from '../src/locale/index.js'
import { type Project, parseProject } from '../src/project.js'
import { readDataset } from '../src/read/index.js'

type Given = { items: string[]; files: Record<string, string>; locale?: 'da' | 'en'; more?: string[]; parts?: string[]; years?: number[] }

/** A project of one year and two groups; the items as they stand in notat.yaml, from line 8. */
function projectOf({ items, files, locale = 'en', more = [], parts = ['young', 'old'], years = [2024] }: Given): Project {
  const yaml = [
    `locale: ${locale}`,
    'sender: { organisation: Hald }',
    'survey:',
    '  title: Survey',
    '  minimumBase: 1',
    `  periods: [${years.map((year) => `{ from: ${year}-01-01, to: ${year}-12-31 }`).join(', ')}]`,
    '  items:',
    ...items.map((item) => `    - ${item}`),
    '  segments:',
    '    id: all',
    '    label: All',
    `    parts: [${parts.map((id) => `{ id: ${id}, label: Those ${id} }`).join(', ')}]`,
    ...more,
  ]
  return parseProject({ 'notat.yaml': yaml.join('\n'), ...files })
}

async function figuresOf(given: Given): Promise<Figures> {
  const project = projectOf(given)
  return deriveFigures(project.survey, await readDataset(project))
}

const printed = (figures: Figures, ...ids: string[]) => ids.map((id) => figureOf(figures, id)?.printed ?? null)

/** What is wrong, as it is told, a line a problem. */
async function problemsOf(given: Given): Promise<string[]> {
  try {
    await readDataset(projectOf(given))
  } catch (error) {
    if (error instanceof NotatError) return error.problems.map(({ excerpt: _, ...each }) => describeProblem({ ...each, hint: null }))
    throw error
  }
  return []
}

const lines = (...rows: string[]): string => `${rows.join('\n')}\n`

describe('a net promoter score', () => {
  const recommend = '{ id: recommend, label: Recommendation, text: Would you recommend us?, scale: numeric10 }'

  it('is read as it is published, below nought as well, and weighs with the answers', async () => {
    const figures = await figuresOf({
      items: [recommend],
      files: { 'data/2024.csv': lines('period;segment;nps;base', '2024;young;-12;30', '2024;old;40;10') },
    })
    // (−12 · 30 + 40 · 10) / 40, half a point off at most
    expect(printed(figures, 'nps/young/2024', 'nps/all/2024')).toEqual(['-12', '1'])
    expect(figureOf(figures, 'nps/all/2024')?.possible).toEqual(['1'])
    expect(figureOf(figures, 'nps/young/2024')?.interval).toMatchObject({
      from: { numerator: -25n, denominator: 2n },
      to: { numerator: -23n, denominator: 2n },
    })
  })

  it('is counted from answers, and its change is weighed by their variance', async () => {
    // 2023: 40 of ten, 10 of six: 60. 2024: 25 of ten, 25 of six: 0.
    const rows = [...counted('2023', 40, 10), ...counted('2024', 25, 25)]
    const figures = await figuresOf({
      items: [recommend],
      parts: ['young'],
      years: [2023, 2024],
      files: { 'data/all.csv': lines('period;segment;item;answer;count', ...rows) },
    })
    expect(printed(figures, 'nps/young/2024')).toEqual(['0'])
    const change = changeOf(figures, 'nps/young/2023', 'nps/young/2024')
    expect(change).toMatchObject({ printed: '-60', certainty: 'certain' })
    // v = 100² − m²: 6400 and 10000; the larger error: v₁/49 + v₂/49 = 334.69…, against
    // (50·6400 + 50·10000 + 2500·3600/100)/99 · 2/50 = 367.67…, whose root is 19.17…
    expect(change?.z?.min).toBeCloseTo(60 / Math.sqrt(((50 * 6400 + 50 * 10000 + 90000) / 99) * (2 / 50)), 10)
  })

  it('is explained by the two groups it is made of', async () => {
    const figures = await figuresOf({
      items: [recommend],
      parts: ['young'],
      files: { 'data/all.csv': lines('period;segment;item;answer;count', ...counted('2024', 30, 20)) },
    })
    const told = explain('nps/young/2024', figures)
    const words = (told ? describeExplanation(told, locales.en).lines : [])
      .map(({ text, calculation }) => `${text} ${calculation}`)
      .join(' ')
    expect(words).toContain('The share who answered 9 or 10 less the share who answered 0 to 6')
    expect(words).toMatch(/100 . \(.*30.*20.*\) . 50 = 20/)
  })

  it('is none of a scale without its eleven steps, in data and as a target', async () => {
    const overall = '{ id: overall, label: Overall, text: I am content., scale: agreement5 }'
    const files = { 'data/2024.csv': lines('period;segment;nps', '2024;young;12', '2024;old;40') }
    expect(await problemsOf({ items: [overall], files })).toEqual([
      'data/2024.csv:2:12: answers on scale agreement5 do not give metric nps',
      'data/2024.csv:3:10: answers on scale agreement5 do not give metric nps',
    ])
    expect(
      await problemsOf({ items: [overall], files, locale: 'da', more: ['  targets: [{ segment: all, metric: nps, value: 30 }]'] }),
    ).toEqual(['notat.yaml:13:37: svar på skalaen agreement5 giver ikke nøgletallet nps'])
  })

  function counted(period: string, promoters: number, detractors: number): string[] {
    return [`${period};young;recommend;10;${promoters}`, `${period};young;recommend;6;${detractors}`]
  }
})
