/**
 * What a reader can work out of what was written: each number that is told of somebody, and all groups that follow from
 * them by sums and differences. It is no matter what the numbers are: of all that is told of a group, what follows of
 * another is told of that.
 */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Output } from '../../src/build.js'
import { parseProject } from '../../src/project.js'
import { claimsOfText } from '../../src/prose-claims/index.js'
import { readText } from '../../src/read/text/index.js'
import { basisOf } from './attack.js'
import { type SmallProject, total } from './small-projects.js'

/** Something that is told: a measure of a question in a period, of those in some atoms. */
export type Told = { measure: string; item: string; period: string; atoms: number[] }

/**
 * Every number in the outputs: in figures.json, alone and in the PDF, with the base beside it; in HTML by its machine value; in the text of
 * HTML and PDF as anybody reads it.
 */
export async function toldIn(outputs: readonly Pick<Output, 'name' | 'bytes'>[], project: SmallProject): Promise<Told[]> {
  const ids = await Promise.all(
    outputs.map(async ({ name, bytes }) => {
      const text = new TextDecoder().decode(bytes)
      if (name.endsWith('.json')) return inJson(text)
      if (name.endsWith('.html')) return [...inMarkup(text), ...(await inWords(name, bytes, project))]
      const attached = await attachmentsOf(bytes)
      return [...attached.flatMap(inJson), ...(await inWords(name, bytes, project))]
    }),
  )
  const told = ids.flat().flatMap((id): Told[] => {
    const about = subjectOf(id)
    return about ? [{ measure: about.measure, item: about.item, period: about.period, atoms: atomsOf(about, project) }] : []
  })
  return [...new Map(told.map((each) => [Object.values(each).join(), each])).values()]
}

function inJson(text: string): string[] {
  const { figures } = JSON.parse(text) as { figures: { id: string; base: number | null; printed: string | null }[] }
  return figures.flatMap(({ id, base, printed }) => [...(base === null ? [] : [asBase(id)]), ...(printed === null ? [] : [id])])
}

function inMarkup(text: string): string[] {
  return [...text.matchAll(/<data class="figure" value="[^"]+" data-figure="([^"]+)">/g)].map(([, id]) => id ?? '')
}

async function inWords(name: string, bytes: Uint8Array, { files }: SmallProject): Promise<string[]> {
  const { survey, locale } = parseProject(files)
  const { claims } = claimsOfText(await readText({ name, bytes }), survey, { locale, isOfSurvey: true })
  return claims.flatMap(({ figure, interval }) => (interval ? [figure] : []))
}

async function attachmentsOf(bytes: Uint8Array): Promise<string[]> {
  const loading = getDocument({ data: bytes.slice() })
  const attached = (await (await loading.promise).getAttachments()) as Record<string, { content: Uint8Array }> | null
  await loading.destroy()
  return Object.values(attached ?? {}).map(({ content }) => new TextDecoder().decode(content))
}

function asBase(id: string): string {
  return id.replace(/^[^/]+/, 'base').replace(/\/options\/.*$/, '')
}

type About = { measure: string; segment: string; period: string; item: string; provider: string; comparedWith: string }

/** What a figure's id says it is about; null of a change, a difference and what else is of two. */
export function subjectOf(id: string): About | null {
  const [metric = '', segment = '', period = '', ...rest] = id.split('/')
  if (['change', 'difference', 'decomposition', 'typed'].includes(metric)) return null
  const named = (name: string): string => rest[rest.indexOf(name) + 1] ?? ''
  const has = (name: string): boolean => rest.includes(name)
  return {
    measure: [metric, has('options') ? named('options') : ''].join(' ').trim(),
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
 * Groups of 1 to fewer than `enough` that follow from what is told of any measure. In a basis of the rows each that leads counts once or not
 * at all, so all sums are tried that can be groups.
 */
export function groupsOf(told: readonly Told[], project: SmallProject, enough: number): string[] {
  const { atoms } = project
  const measures = new Map(told.map(({ measure, item, period }) => [[measure, item, period].join(), { measure, item, period }]))
  return [...measures.values()].flatMap(({ measure, item, period }) => {
    const cells = told.filter((each) => each.measure === measure && each.item === item && each.period === period && each.atoms.length > 0)
    const sizes = atoms.map((_, atom) => sizeOf(project, { item, period, atoms: [atom] }))
    return groupsIn(cells, atoms.length).flatMap((group) => {
      const held = total(group.map((atom) => sizes[atom] ?? 0))
      const names = group.map((atom) => `${atoms[atom]?.segment}/${atoms[atom]?.provider}`)
      return held > 0 && held < enough ? [`${measure} of ${item} in ${period}: ${names.join(' + ')} (${held})`] : []
    })
  })
}

/** How many answered. */
export function sizeOf({ answers }: SmallProject, { item, period, atoms }: Omit<Told, 'measure'>): number {
  const inside = answers.filter((each) => each.item === item && each.period === period && atoms.includes(each.atom))
  return total(inside.flatMap(({ counts }) => counts.slice(0, -1)))
}

function groupsIn(cells: readonly Told[], atoms: number): number[][] {
  const key = [...new Set(cells.map((cell) => cell.atoms.join()))].sort().join(' ')
  const before = known.get(key)
  if (before) return before
  const rows = cells.map((cell) => Array.from({ length: atoms }, (_, place) => (cell.atoms.includes(place) ? 1 : 0)))
  const basis = basisOf(rows).map(({ row }) => row.map(([upper, lower]) => Number(upper) / Number(lower)))
  const found: number[][] = []
  for (let chosen = 1; chosen < 2 ** basis.length; chosen++) {
    const sums = Array(atoms).fill(0) as number[]
    basis.forEach((row, index) => {
      if ((chosen >> index) & 1) for (const [place, value] of row.entries()) sums[place] = (sums[place] as number) + value
    })
    const isGroup = sums.every((sum) => Math.abs(sum) < 1e-9 || Math.abs(sum - 1) < 1e-9)
    if (isGroup) found.push(sums.flatMap((sum, place) => (sum > 0.5 ? [place] : [])))
  }
  known.set(key, found)
  return found
}

/** What is told of one question is mostly told of the others. */
const known = new Map<string, number[][]>()
