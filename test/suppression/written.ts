/** What a reader can work out of what was written: every number of answers that is told, and all that follows from them by sums. */
import type { Output } from '../../src/build.js'
import { basisOf } from './attack.js'
import type { SmallProject } from './small-projects.js'

/** A number of answers that somebody has written: of a question and a period, in some atoms. */
type Told = { item: string; period: string; atoms: number[]; answers: number }

/** Every number of answers in the outputs: in figures.json by itself and beside other numbers, in HTML by its machine value. */
export function toldIn(outputs: readonly Pick<Output, 'name' | 'bytes'>[], project: SmallProject): Told[] {
  const texts = outputs.map(({ name, bytes }) => ({ name, text: new TextDecoder().decode(bytes) }))
  const ofJson = texts.flatMap(({ name, text }) => {
    if (!name.endsWith('.json')) return []
    const { figures } = JSON.parse(text) as { figures: { id: string; base: number | null; value: number | null }[] }
    return figures.flatMap(({ id, base, value }) => [
      ...(base === null ? [] : [{ id, answers: base }]),
      ...(id.startsWith('base/') && value !== null ? [{ id, answers: value }] : []),
    ])
  })
  const ofHtml = texts.flatMap(({ name, text }) =>
    name.endsWith('.html')
      ? [...text.matchAll(/<data class="figure" value="(\d+)" data-figure="(base\/[^"]+)">/g)].map(([, value, id]) => ({
          id: id ?? '',
          answers: Number(value),
        }))
      : [],
  )
  return [...ofJson, ...ofHtml].flatMap(({ id, answers }) => {
    const about = subjectOf(id)
    return about ? [{ item: about.item, period: about.period, answers, atoms: atomsOf(about, project) }] : []
  })
}

type About = { segment: string; period: string; item: string; provider: string; comparedWith: string }

/** What a figure's id says it is about; null of a change, a difference and what else is of two. */
export function subjectOf(id: string): About | null {
  const [metric = '', segment = '', period = '', ...rest] = id.split('/')
  if (['change', 'difference', 'decomposition', 'typed'].includes(metric)) return null
  const named = (name: string): string => rest[rest.indexOf(name) + 1] ?? ''
  const has = (name: string): boolean => rest.includes(name)
  return {
    segment,
    period,
    item: has('items') ? named('items') : 'overall',
    provider: has('providers') ? named('providers') : '',
    comparedWith: has('comparedWith') ? named('comparedWith') : period,
  }
}

export function atomsOf({ segment, period, provider, comparedWith }: About, { atoms, leavesIn, periodsOf }: SmallProject): number[] {
  const inside = leavesIn.get(segment) ?? []
  const isMeasured = (leaf: string): boolean => [period, comparedWith].every((each) => periodsOf.get(leaf)?.includes(each))
  return atoms.flatMap((atom, place) =>
    inside.includes(atom.segment) && isMeasured(atom.segment) && (provider === '' || atom.provider === provider) ? [place] : [],
  )
}

/**
 * Groups of 1 to fewer than `enough` that follow from what is told. In a basis of the rows each that leads counts once or not at all, so
 * all sums are tried that can be groups; the number of answers stands in a column more.
 */
export function groupsOf(told: readonly Told[], { atoms }: SmallProject, enough: number): string[] {
  const questions = new Map(told.map(({ item, period }) => [`${item} ${period}`, { item, period }]))
  return [...questions.values()].flatMap(({ item, period }) => {
    const cells = told.filter((each) => each.item === item && each.period === period && each.atoms.length > 0)
    const rows = cells.map((cell) => [...atoms.map((_, place) => (cell.atoms.includes(place) ? 1 : 0)), cell.answers])
    const basis = basisOf(rows).map(({ row }) => row.map(([upper, lower]) => Number(upper) / Number(lower)))
    const found: string[] = []
    for (let chosen = 1; chosen < 2 ** basis.length; chosen++) {
      const sums = Array(atoms.length + 1).fill(0) as number[]
      basis.forEach((row, index) => {
        if ((chosen >> index) & 1) for (const [place, value] of row.entries()) sums[place] = (sums[place] as number) + value
      })
      const answers = sums.at(-1) ?? 0
      const isGroup = sums.slice(0, -1).every((sum) => Math.abs(sum) < 1e-9 || Math.abs(sum - 1) < 1e-9)
      if (isGroup && answers > 0.5 && answers < enough - 0.5) found.push(`${item} ${period}: ${Math.round(answers)}`)
    }
    return found
  })
}
