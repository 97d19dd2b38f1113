import { describe, expect, it } from 'vitest'
import { build } from '../../src/build.js'
import { type Explanation, explain } from '../../src/explain.js'
import { figureOf } from '../../src/figures.js'
import { parseProject } from '../../src/project.js'

const project = (survey: object, data: readonly string[]) =>
  parseProject({
    'notat.yaml': JSON.stringify({
      locale: 'da',
      sender: { organisation: 'Prøve Kommune' },
      survey: {
        title: 'Brugertilfredshed',
        items: [{ id: 'overall', label: 'Tilfredshed', text: 'Jeg er tilfreds.', scale: 'agreement5' }],
        periods: [{ from: '2024-01-01', to: '2024-12-31' }],
        segments: { id: 'all', label: 'Alle tilbud', parts: ['a', 'b', 'c'].map((id) => ({ id, label: `Gruppe ${id}` })) },
        ...survey,
      },
      documents: [{ template: 'orientering', fields: { date: '2025-02-03' } }],
    }),
    'data/d.csv': data.join('\n'),
  })

type FigureRecord = { printed: string | null; value: number | null; unit: string; interval: object | null }

describe('a picture where anything is withheld', () => {
  const rows = (few: number) => [
    'periode;målgruppe;svar;antal',
    ...[
      ['a', 70, 53, 22, 17, 10],
      ['b', 33, 50, 20, 20, 7],
      ['c', few, 1, 0, 1, 1],
    ].flatMap(([group, ...counts]) =>
      ['Helt enig', 'Enig', 'Neutral', 'Uenig', 'Helt uenig'].map((option, at) => `2024;${group};${option};${counts[at]}`),
    ),
  ]
  const barsOf = async (few: number) => {
    const { documents } = await build(project({}, rows(few)), { formats: ['html'] })
    const chart = documents[0]?.blocks.find((block) => block.type === 'chart' && block.kind === 'shares')
    return chart?.type === 'chart' && chart.kind === 'shares' ? (chart.rows[0]?.shares ?? []) : []
  }

  it('is drawn from the numbers that are printed', async () => {
    const bars = await barsOf(0)
    const printed = bars.map(({ text }) => Number(text))
    const all = printed.reduce((sum, each) => sum + each, 0)
    expect(bars.map(({ value }) => value)).toEqual(printed.map((each) => expect.closeTo(each / all, 12)))
    expect(bars[0]?.value).not.toBeCloseTo(103 / 305, 4)
  })

  it('and so are files and pages: a value is its printed number, and nothing says what else it may be', async () => {
    const recordsOf = async (few: number) => {
      const { outputs } = await build(project({}, rows(few)), { formats: ['html'] })
      const textOf = (ending: string) => new TextDecoder().decode(outputs.find(({ name }) => name.endsWith(ending))?.bytes)
      const { figures } = JSON.parse(textOf('.json')) as { figures: FigureRecord[] }
      const values = [...textOf('.html').matchAll(/ value="([^"]*)"/g)].map(([, value]) => value ?? '')
      // An input that is printed nowhere stands where it is used, with how it was made in brackets.
      const unprinted = [...textOf('.html').matchAll(/: [\d.]+ \(Talt i svarene/g)].length
      return { figures: figures.filter(({ value }) => value !== null), values, unprinted }
    }
    const numberOf = ({ printed, unit }: FigureRecord) => (unit === 'share' ? Number(printed) / 100 : Number(printed))

    const withheld = await recordsOf(0)
    expect(withheld.figures.filter((record) => record.value !== numberOf(record) || record.interval !== null)).toEqual([])
    expect(withheld.values.filter((value) => !/^-?(\d+|0\.\d\d?)$/.test(value))).toEqual([])
    expect(withheld.unprinted).toBe(0)
    const open = await recordsOf(9)
    expect(open.figures.filter((record) => record.value !== numberOf(record)).length).toBeGreaterThan(3)
    expect(open.figures.filter((record) => record.interval !== null).length).toBe(open.figures.length)
    expect(open.unprinted).toBeGreaterThan(3)
    expect(open.values.filter((value) => /\.\d{4}/.test(value)).length).toBeGreaterThan(3)
  })

  it('and no explanation says what was rounded, or by what numbers it was made', async () => {
    const explainedOf = async (few: number) => {
      const two = [
        ...rows(few),
        ...rows(few)
          .slice(1)
          .map((row) => row.replace('2024', '2023').replace(/\d+$/, (count) => `${Number(count) + 1}`)),
      ]
      const periods = ['2023', '2024'].map((year) => ({ from: `${year}-01-01`, to: `${year}-12-31` }))
      const { documents, figures } = await build(project({ periods }, two), { formats: [] })
      return (documents[0]?.figures ?? []).flatMap(({ id }) => explain(id, figures) ?? [])
    }
    const isUnrounded = ({ value, number, interval, certainty }: Explanation) =>
      value !== null || number !== null || interval !== null || (certainty !== null && certainty.z !== null)
    const of = (list: readonly Explanation[], id: string) => list.find(({ figure }) => figure === id)

    const withheld = await explainedOf(0)
    expect(withheld.filter(isUnrounded).map(({ figure }) => figure)).toEqual([])
    for (const group of ['all', 'a']) expect(of(withheld, `indexScore/${group}/2024`)).toMatchObject({ calculation: null })
    const open = await explainedOf(9)
    expect(open.filter(({ value }) => value !== null).length).toBe(open.length)
    for (const group of ['all', 'a']) expect(of(open, `indexScore/${group}/2024`)?.calculation).not.toBeNull()
    expect(open.filter(({ certainty }) => certainty && certainty.z !== null).length).toBeGreaterThan(0)
  })

  it('is drawn exactly where nothing is', async () => {
    expect((await barsOf(9))[0]?.value).toBeCloseTo(112 / 314, 12)
  })
})

describe('facts, where few said yes or few said no', () => {
  const items = [
    { id: 'overall', label: 'Tilfredshed', text: 'Jeg er tilfreds.', scale: 'agreement5' },
    { id: 'job', label: 'I job', text: 'Er du i job?', scale: 'yesNo' },
  ]
  const rows = ['a', 'b', 'c'].flatMap((group, at) => [
    `2024;${group};overall;Helt enig;${20 + at}`,
    `2024;${group};overall;Enig;20`,
    `2024;${group};job;Ja;${[2, 30, 20][at]}`,
    `2024;${group};job;Nej;${[38, 11, 22][at]}`,
  ])

  it('are withheld with another group in that question alone', async () => {
    const { figures } = await build(project({ items }, ['periode;målgruppe;spørgsmål;svar;antal', ...rows]), { formats: ['html'] })
    const statusOf = (id: string) => figureOf(figures, id)?.status
    expect(['a', 'b', 'c'].map((id) => statusOf(`share/${id}/2024/items/job/options/yes`))).toEqual(['withheld', 'withheld', 'ok'])
    expect(['a', 'b', 'c'].map((id) => statusOf(`indexScore/${id}/2024`))).toEqual(['ok', 'ok', 'ok'])
  })

  it('are withheld with another group where all of those withheld said the same', async () => {
    const counts = (a: number, b: number) =>
      ['a', 'b', 'c'].flatMap((group, at) => [
        `2024;${group};overall;Enig;${[3, 4, 40][at]}`,
        `2024;${group};job;Ja;${[3 - a, 4 - b, 20][at]}`,
        `2024;${group};job;Nej;${[a, b, 20][at]}`,
      ])
    const statusesOf = async (...few: [number, number]) => {
      const { figures } = await build(project({ items }, ['periode;målgruppe;spørgsmål;svar;antal', ...counts(...few)]), {
        formats: ['html'],
      })
      return ['all', 'c'].map((id) => figureOf(figures, `share/${id}/2024/items/job/options/yes`)?.status)
    }
    expect(await statusesOf(0, 0)).toEqual(['ok', 'withheld'])
    expect(await statusesOf(3, 4)).toEqual(['ok', 'withheld'])
  })
})
