/**
 * What a reader can work out of what was written: each number that is told of somebody, and all groups that follow from
 * them by sums and differences. It is no matter what the numbers are: of all that is told of a group, what follows of
 * another is told of that.
 */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Output } from '../../src/build.js'
import type { ToldBefore } from '../../src/figure.js'
import { endsOfChange, endsOfDifference, figureId, idOfKey, keyOfId } from '../../src/figure-key.js'
import { parseProject } from '../../src/project.js'
import { claimsOfText } from '../../src/prose-claims/index.js'
import { readText } from '../../src/read/text/index.js'
import type { Survey } from '../../src/survey.js'
import { basisOf } from './attack.js'
import { type Count, type SmallProject, total } from './small-projects.js'

/** Something that is told: a measure of a question in a period, of those in some atoms. */
export type Told = { measure: string; item: string; period: string; atoms: number[] }

/**
 * Every number in the outputs: in figures.json, alone and in the PDF, with the base beside it; in HTML by its machine value; in the text of
 * HTML, PDF and what is said beside them as anybody reads it.
 */
export async function toldIn(outputs: readonly Pick<Output, 'name' | 'bytes'>[], project: SmallProject): Promise<Told[]> {
  const ids = await Promise.all(
    outputs.map(async ({ name, bytes }) => {
      const text = new TextDecoder().decode(bytes)
      if (name.endsWith('.figures.json')) return inJson(text)
      if (name.endsWith('.yaml')) return inPublished(text, parseProject(project.files).survey)
      if (name.endsWith('.json')) return inReport(text)
      if (name.endsWith('.txt')) return inWords(name, bytes, project)
      if (name.endsWith('.html')) return [...inMarkup(text), ...(await inWords(name, bytes, project))]
      const attached = await attachmentsOf(bytes)
      return [...attached.flatMap(inJson), ...(await inWords(name, bytes, project))]
    }),
  )
  const { survey } = parseProject(project.files)
  const printed = new Set(ids.flat())
  // Where the groups of both periods alone are told of, running text means these.
  const ofCommon = new Map(
    [...printed].flatMap((id) => {
      const end = id.search(/\/comparedWith\/|\/common$/)
      return end === -1 ? [] : [[id.slice(0, end), id] as const]
    }),
  )
  const isInFiles = new Set(
    outputs.flatMap(({ name, bytes }) => (name.endsWith('.figures.json') ? inJson(new TextDecoder().decode(bytes)) : [])),
  )
  const told = [...new Set([...printed].map((id) => (isInFiles.has(id) ? id : (ofCommon.get(id) ?? id))))]
    .flatMap((id) => endsOf(id, survey))
    .flatMap((id): Told[] => {
      const about = subjectOf(id)
      return about ? [{ measure: about.measure, item: about.item, period: about.period, atoms: atomsOf(about, project) }] : []
    })
  const all = new Map(told.map((each) => [Object.values(each).join(), each]))
  return [...all.values(), ...personsIn([...all.values()])]
}

/** Of a change or a difference, those that it lies between: where one is known, so is the other. */
function endsOf(id: string, survey: Survey): string[] {
  const key = keyOfId(id, survey)
  if (key?.kind === 'change') return endsOfChange(key).map((end) => idOfKey(end, survey))
  if (key?.kind === 'difference') return endsOfDifference(key).flatMap((end) => (end ? [idOfKey(end, survey)] : []))
  return [id]
}

/** Who gave an answer that counts and who gave another are all who answered: the same to every question. */
function personsIn(told: readonly Told[]): Told[] {
  const isTold = new Set(told.map((each) => Object.values(each).join()))
  return told
    .filter((each) => each.measure === 'dontKnow' && isTold.has(Object.values({ ...each, measure: 'base' }).join()))
    .map((each) => ({ ...each, measure: 'persons', item: '' }))
}

/** Of what is kept of what was told. */
function inPublished(text: string, survey: Survey): string[] {
  const told = JSON.parse(text) as ToldBefore
  return Object.entries(told).flatMap(([period, items]) =>
    Object.entries(items).flatMap(([item, cells]) =>
      Object.keys(cells).map((cell) => {
        const [segment = '', provider, comparedWith] = cell.split('/')
        const about = { item, provider: provider || null, comparedWith: comparedWith ?? null }
        return figureId({ metric: 'base', segment, period, ...about }, survey)
      }),
    ),
  )
}

/** Of a report: what has a number beside the id of what it is about. */
function inReport(text: string): string[] {
  const visit = (value: unknown): string[] => {
    if (typeof value !== 'object' || value === null) return []
    const inside = Object.values(value).flatMap(visit)
    const { figure, text: words, interval } = value as { figure?: unknown; text?: unknown; interval?: unknown }
    const isNumber = interval != null || (typeof words === 'string' && /\d/.test(words))
    return typeof figure === 'string' && isNumber ? [figure, ...inside] : inside
  }
  return visit(JSON.parse(text))
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
 * Groups that hold too little, and follow from what is told of any measure: fewer answers than `enough`, but some; of a fact so few who say
 * yes, or no; answers of a withheld few that are known to lie at the end of the scale, as all of a group do. In a basis of the rows each that
 * leads counts once or not at all, so all sums are tried that can be groups.
 */
export function groupsOf(told: readonly Told[], project: SmallProject, enough: number): string[] {
  const { atoms, items, answers } = project
  const measures = new Map(told.map(({ measure, item, period }) => [[measure, item, period].join(), { measure, item, period }]))
  const isFew = (number: number): boolean => number > 0 && number < enough
  return [...measures.values()].flatMap(({ measure, item, period }) => {
    const cells = told.filter((each) => each.measure === measure && each.item === item && each.period === period && each.atoms.length > 0)
    const counts = atoms.map((_, atom) => countsOf(answers, { item: item || 'overall', period, atom }))
    const sizes = counts.map((each) => total(measure === 'persons' ? each : each.slice(0, -1)))
    const scale = items.find(({ id }) => id === item)?.scale
    const isOfAnswers = !['base', 'dontKnow', 'persons', 'invited', 'responseRate'].includes(measure)
    return groupsIn(cells, atoms.length).flatMap((group) => {
      const held = total(group.map((atom) => sizes[atom] ?? 0))
      const chosen = (option: number): number => total(group.map((atom) => counts[atom]?.[option] ?? 0))
      const last = scale === 'yesNo' ? 1 : 4
      const names = group.map((atom) => `${atoms[atom]?.segment}/${atoms[atom]?.provider}`).join(' + ')
      const isAtEnd = isOfAnswers && held > 0 && [0, last].some((end) => chosen(end) === held)
      const why = [
        ...(isFew(held) ? [`${held} in all`] : []),
        ...(isOfAnswers && scale === 'yesNo' && [0, 1].some((option) => isFew(chosen(option))) ? ['few say yes, or no'] : []),
        ...(isFewInvited(group, period, project) ? ['few were invited'] : []),
        ...(isAtEnd && group.some((atom) => isFew(sizes[atom] ?? 0)) ? ['all at one end'] : []),
      ]
      return why.length > 0 ? [`${measure} of ${item} in ${period}: ${names} (${why.join(', ')})`] : []
    })
  })
}

/** Of whole leaves alone it is known how many were invited. */
function isFewInvited(group: readonly number[], period: string, { atoms, invited, minimumInvited }: SmallProject): boolean {
  const leaves = new Set(group.map((atom) => atoms[atom]?.segment ?? ''))
  const isOfLeaves = atoms.every(({ segment }, atom) => !leaves.has(segment) || group.includes(atom))
  const all = total([...leaves].map((leaf) => invited.get(`${period};${leaf}`) ?? 0))
  return minimumInvited !== null && isOfLeaves && all > 0 && all < minimumInvited
}

function countsOf(answers: readonly Count[], { item, period, atom }: Pick<Count, 'item' | 'period' | 'atom'>): readonly number[] {
  return answers.find((each) => each.item === item && each.period === period && each.atom === atom)?.counts ?? []
}

/** How many answered. */
export function sizeOf({ answers }: SmallProject, { item, period, atoms }: Omit<Told, 'measure'>): number {
  const inside = answers.filter((each) => each.item === (item || 'overall') && each.period === period && atoms.includes(each.atom))
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

/**
 * How many numbers pictures give away by where they are drawn, beyond those that are printed: places of dots that are no whole number of the
 * axis, and bars whose lengths are no whole numbers of hundredths, or of what rounded hundredths add up to.
 */
export function unprintedIn(html: string): number {
  const pictures = html.match(/<svg[\s\S]*?<\/svg>/g) ?? []
  return total(pictures.map((picture) => unprintedDots(picture) + unprintedBars(picture)))
}

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-3

function marksOf(picture: string, name: string): string[] {
  return [...picture.matchAll(new RegExp(`<g class="mark-\\w+ role-mark ${name}_marks">(.*?)</g>`, 'g'))].map(([, marks]) => marks ?? '')
}

function unprintedDots(picture: string): number {
  const dots = marksOf(picture, '(?:previous|current|bar|dot)').flatMap((marks) => [
    ...marks.matchAll(/<path transform="translate\(([-\d.]+),/g),
  ])
  const ticks = marksOf(picture, 'tick').flatMap((marks) => [...marks.matchAll(/translate\(([-\d.]+),[^>]*>(\d+)/g)])
  const [first, second] = ticks.map(([, at, text]) => ({ at: Number(at), value: Number(text) }))
  if (!first || !second || dots.length === 0) return 0
  const valueAt = (at: number): number => first.value + ((at - first.at) / (second.at - first.at)) * (second.value - first.value)
  return dots.filter(([, at]) => !isWhole(valueAt(Number(at)))).length
}

function unprintedBars(picture: string): number {
  const bars = marksOf(picture, 'segment_\\w+').flatMap((marks) => [...marks.matchAll(/d="M[-\d.]+,([-\d.]+)h([\d.]+)v/g)])
  const rows = new Map<string, number[]>()
  for (const [, row = '', width] of bars) rows.set(row, [...(rows.get(row) ?? []), Number(width)])
  return [...rows.values()].filter((widths) => {
    const sums = Array.from({ length: 11 }, (_, index) => 95 + index)
    return !sums.some((sum) => widths.every((width) => isWhole((width / total(widths)) * sum)))
  }).length
}
