import { describe, expect, it } from 'vitest'
import { build } from '../../src/build.js'
import { parseProject } from '../../src/project.js'

/** Groups of two leaves, each leaf with two providers; `invited`: of which nodes it is known how many were invited. */
async function statusesOf(invited: Record<string, number>, answers: Record<string, [p: number, q: number]>, ofJob: string[] = []) {
  const notat = {
    locale: 'da',
    sender: { organisation: 'Prøve Kommune' },
    survey: {
      title: 'Brugertilfredshed',
      minimumBase: 3,
      minimumInvited: 10,
      items: [
        { id: 'overall', label: 'Tilfredshed', text: 'Jeg er tilfreds.', scale: 'agreement5' },
        ...(ofJob.length > 0 ? [{ id: 'job', label: 'Arbejde', text: 'Jeg er i arbejde.', scale: 'yesNo' }] : []),
      ],
      periods: [{ from: '2024-01-01', to: '2024-12-31' }],
      segments: {
        id: 'all',
        label: 'Alle',
        parts: ['a', 'b', 'c'].map((id) => ({
          id,
          label: `Gruppe ${id}`,
          parts: [1, 2].map((at) => ({ id: id + at, label: `Del ${id}${at}` })),
        })),
      },
      providers: ['p', 'q'].map((id) => ({ id, label: `Leverandør ${id}`, kind: 'external', segments: Object.keys(answers) })),
    },
    documents: [{ template: 'orientering', fields: { date: '2025-02-03' } }],
  }
  const rows = Object.entries(answers).flatMap(([leaf, counts]) =>
    counts.flatMap((count, at) => [
      `2024;${leaf};${'pq'[at]};overall;Enig;${Math.max(0, count - 1)}`,
      `2024;${leaf};${'pq'[at]};overall;Uenig;${Math.min(1, count)}`,
    ]),
  )
  const files = {
    'notat.yaml': JSON.stringify(notat),
    'data/svar.csv': ['periode;målgruppe;leverandør;spørgsmål;svar;antal', ...rows, ...ofJob].join('\n'),
    'data/inviterede.csv': ['periode;målgruppe;inviterede', ...Object.entries(invited).map(([id, count]) => `2024;${id};${count}`)].join(
      '\n',
    ),
  }
  const { figures } = await build(parseProject(files), { formats: [] })
  return (id: string) => figures.figures[`base/${id}`]?.status
}

const many: [number, number] = [20, 30]

describe('groups of which too few were invited', () => {
  it('are withheld with everybody in them, though it is not known how many of each provider were invited', async () => {
    const invited = { a1: 8, a2: 90, b1: 70, b2: 80, c1: 60, c2: 60 }
    const statusOf = await statusesOf(invited, { a1: [3, 4], a2: many, b1: many, b2: many, c1: many, c2: many })
    expect(['a1/2024', 'a1/2024/providers/p', 'a1/2024/providers/q', 'a2/2024'].map(statusOf)).toEqual(Array(4).fill('withheld'))
    expect(['all/2024', 'a/2024', 'b1/2024'].map(statusOf)).toEqual(Array(3).fill('ok'))
  })

  it('are withheld with everybody in them, where it is known of all their parts together', async () => {
    const statusOf = await statusesOf({ a: 9, b: 90, c: 80 }, { a1: [3, 1], a2: [1, 4], b1: many, b2: many, c1: many, c2: many })
    expect(['a/2024', 'a1/2024', 'a2/2024', 'a1/2024/providers/p'].map(statusOf)).toEqual(Array(4).fill('withheld'))
    expect(['b/2024', 'b1/2024', 'c2/2024/providers/q'].map(statusOf)).toEqual(Array(3).fill('ok'))
  })

  it('are withheld in an item that nobody answered too, though no number of invited stands beside it', async () => {
    const silent = [...'abc'].flatMap((group) => [1, 2].map((at) => `${group}${at}`))
    const rows = silent.map((leaf) => `2024;${leaf};;job;Ja;0`)
    const invited = Object.fromEntries(silent.map((leaf) => [leaf, 1]))
    const statusOf = await statusesOf(invited, { a1: [1, 0] }, rows)
    expect(['all/2024', 'all/2024/items/job', 'a1/2024/items/job', 'b2/2024/items/job'].map(statusOf)).toEqual(Array(4).fill('withheld'))
  })

  it('are no groups of which it is not known how many were invited', async () => {
    const answers = { a1: [3, 4], a2: many, b1: many, b2: many, c1: many, c2: many } satisfies Record<string, [number, number]>
    const statusOf = await statusesOf({ a2: 90, b1: 70, b2: 80, c1: 60, c2: 60 }, answers)
    expect(['a1/2024', 'a1/2024/providers/p', 'a2/2024'].map(statusOf)).toEqual(Array(3).fill('ok'))
  })
})
