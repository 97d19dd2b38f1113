/** A project as it is published, and as it is built again later: with other answers, questions, documents or groups. */
import { seeded } from './seeded.js'
import { type Count, type SmallProject, smallProject } from './small-projects.js'
import type { Told } from './written.js'

export const laterKinds = ['document', 'year', 'item', 'grouped', 'ungrouped', 'moved', 'more', 'fewer', 'limit'] as const
export type LaterKind = (typeof laterKinds)[number]

type Group = { id: string; label: string; parts?: Group[] }
type Written = {
  survey: {
    items: { id: string }[]
    periods: object[]
    segments: Group
    minimumBase?: number
    prefer?: string[]
  }
  documents: { template: string; attachedTo?: string; fields: object }[]
}

/** `first` is published, then `second` is built; null where there is nothing of the kind to change. */
export function vintages(seed: number, kind: LaterKind): { first: SmallProject; second: SmallProject } | null {
  const whole = smallProject(seed)
  const random = seeded(seed * 31 + laterKinds.indexOf(kind))
  const draw = (below: number): number => Math.floor(random() * below)
  const rewrite = (change: (written: Written) => Written, more: Partial<SmallProject> = {}): SmallProject => {
    const made = { ...whole, ...more }
    const rewritten = (answers: readonly Count[]) => {
      const files = whole.filesWith(answers)
      return { ...files, 'notat.yaml': JSON.stringify(change(JSON.parse(String(files['notat.yaml'])))) }
    }
    return { ...made, filesWith: rewritten, files: rewritten(made.answers) }
  }
  const of = (survey: Partial<Written['survey']>) => (written: Written) => ({ ...written, survey: { ...written.survey, ...survey } })
  const survey = (JSON.parse(String(whole.files['notat.yaml'])) as Written).survey
  const inner = groupsUnder(survey.segments).filter(({ id, parts }) => parts && id !== 'g0')
  switch (kind) {
    case 'document':
      return { first: rewrite((written) => ({ ...written, documents: written.documents.slice(0, 1) })), second: whole }
    case 'limit':
      return { first: whole, second: rewrite(of({ prefer: whole.atoms.slice(0, 2).map(({ segment }) => segment), minimumBase: 6 })) }
    case 'year':
      return { first: whole, second: withYear(whole, rewrite, of, survey, draw) }
    case 'item': {
      const [first] = whole.items
      if (whole.items.length < 2 || !first) return null
      const answers = whole.answers.filter(({ item }) => item === first.id)
      // Many leave a question that comes later.
      const thinned = whole.answers.map((each) =>
        each.item === first.id ? each : { ...each, counts: each.counts.map((count) => draw(count + 1)) },
      )
      return {
        first: rewrite(of({ items: survey.items.slice(0, 1) }), { items: [first], answers }),
        second: rewrite((written) => written, { answers: thinned }),
      }
    }
    case 'grouped':
    case 'ungrouped': {
      const chosen = inner[draw(inner.length)]
      if (!chosen) return null
      const flat = rewrite(of({ segments: without(survey.segments, chosen.id) }))
      return kind === 'grouped' ? { first: flat, second: whole } : { first: whole, second: flat }
    }
    case 'moved': {
      const [from, to] = [inner[0], inner[1] ?? survey.segments]
      const leaf = from?.parts?.find(({ parts }) => !parts)
      if (!from || !leaf || (from.parts?.length ?? 0) < 2) return null
      const moved = added(without(survey.segments, leaf.id), to.id, leaf)
      const leavesIn = new Map(groupsUnder(moved).map((group) => [group.id, leavesUnder(group)]))
      return { first: whole, second: rewrite(of({ segments: moved }), { leavesIn }) }
    }
    default:
      return { first: whole, second: rewrite((written) => written, { answers: withOthers(whole, kind === 'more' ? 1 : -1, draw) }) }
  }
}

/** One more year, of which the later year is then the one before. */
function withYear(
  whole: SmallProject,
  rewrite: (change: (written: Written) => Written, more: Partial<SmallProject>) => SmallProject,
  of: (survey: Partial<Written['survey']>) => (written: Written) => Written,
  { periods }: Written['survey'],
  draw: (below: number) => number,
): SmallProject {
  const later = whole.answers.filter(({ period }) => period === '2024').map((each) => ({ ...each, period: '2025' }))
  const answers = [...whole.answers, ...later.map((each) => ({ ...each, counts: each.counts.map((count) => draw(count + 2)) }))]
  const periodsOf = new Map([...whole.periodsOf].map(([leaf, known]) => [leaf, [...known, '2025']]))
  const withPeriod = of({ periods: [...periods, { from: '2025-01-01', to: '2025-12-31' }] })
  const grown = (written: Written): Written => {
    const { survey, documents } = withPeriod(written)
    const alone = documents.filter(({ attachedTo }) => !attachedTo)
    return { ...written, survey: { ...survey, segments: measuredOn(survey.segments) }, documents: alone }
  }
  return rewrite(grown, { answers, periodsOf })
}

/** A leaf that was measured in one year only is measured in the next as well. */
function measuredOn(group: Group & { periods?: string[] }): Group {
  return {
    ...group,
    ...(group.periods ? { periods: [...group.periods, '2025'] } : {}),
    ...(group.parts ? { parts: group.parts.map(measuredOn) } : {}),
  } as Group
}

/** In some atoms some have come, or gone: a few or many. */
function withOthers({ answers }: SmallProject, step: 1 | -1, draw: (below: number) => number): Count[] {
  const most = [1, 3, 12][draw(3)] as number
  const isTouched = new Map<string, boolean>()
  return answers.map((each) => {
    const key = `${each.period} ${each.atom}`
    if (!isTouched.has(key)) isTouched.set(key, draw(3) === 0)
    if (!isTouched.get(key)) return each
    return { ...each, counts: each.counts.map((count) => Math.max(0, count + step * draw(most + 1))) }
  })
}

function groupsUnder(group: Group): Group[] {
  return [group, ...(group.parts ?? []).flatMap(groupsUnder)]
}

function leavesUnder(group: Group): string[] {
  return groupsUnder(group).flatMap(({ id, parts }) => (parts ? [] : [id]))
}

/** Its parts, if any, are those of the group it was in. */
function without({ parts, ...group }: Group, id: string): Group {
  if (!parts) return group
  return { ...group, parts: parts.flatMap((part) => (part.id === id ? (part.parts ?? []) : [without(part, id)])) }
}

function added({ parts, ...group }: Group, id: string, part: Group): Group {
  if (!parts) return group
  return { ...group, parts: [...parts.map((each) => added(each, id, part)), ...(group.id === id ? [part] : [])] }
}

/**
 * Both as one: each atom is those who are in both, those who have come, and those who have gone. `told`: of each what
 * was read in it.
 */
export function together(
  [first, second]: readonly [SmallProject, SmallProject],
  [toldFirst, toldSecond]: readonly [readonly Told[], readonly Told[]],
): { project: SmallProject; told: Told[] } {
  const countsOf = (project: SmallProject, { period, atom, item }: Count): readonly number[] =>
    project.answers.find((each) => each.period === period && each.atom === atom && each.item === item)?.counts ?? []
  const keys = new Map([...first.answers, ...second.answers].map((each) => [[each.period, each.atom, each.item].join(), each]))
  const answers = [...keys.values()].flatMap((each) => {
    const [before, now] = [countsOf(first, each), countsOf(second, each)]
    const over = (make: (one: number, other: number) => number): number[] => each.counts.map((_, at) => make(before[at] ?? 0, now[at] ?? 0))
    const [stayed, come, gone] = [
      over(Math.min),
      over((one, other) => Math.max(0, other - one)),
      over((one, other) => Math.max(0, one - other)),
    ]
    return [stayed, come, gone].map((counts, which) => ({ ...each, counts, atom: 3 * each.atom + which }))
  })
  const isThere = new Set(answers.filter(({ counts }) => counts.some((count) => count > 0)).map(({ atom, period }) => `${atom} ${period}`))
  const spread = (told: readonly Told[], which: readonly number[]): Told[] =>
    told.map((each) => {
      const atoms = each.atoms.flatMap((atom) => which.map((part) => 3 * atom + part))
      return { ...each, atoms: atoms.filter((atom) => isThere.has(`${atom} ${each.period}`)) }
    })
  const atoms = second.atoms.flatMap(({ segment, provider }) =>
    ['stayed', 'come', 'gone'].map((who) => ({ segment, provider: `${provider} ${who}` })),
  )
  return {
    project: { ...second, items: second.items, atoms, answers },
    told: [...spread(toldFirst, [0, 2]), ...spread(toldSecond, [0, 1])],
  }
}
