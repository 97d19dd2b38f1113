/** Lines of a table in their order → the groups they name, as a tree. */

/**
 * A line of a table. `heading`: it has no numbers; `total`: it is called "I alt"; `bases`: by period, how many
 * answered, null where that does not stand there; `untold`: the periods of which it says that its numbers are not told.
 */
export type Line = {
  label: string
  kind: 'group' | 'heading' | 'total'
  depth: number
  bases: Record<string, number | null>
  values: Record<string, number | null>
  untold?: string[]
}

/** `nearly`: the sum is not quite right, as where one of the numbers was printed wrong. */
export type Belonging = 'heading' | 'indent' | 'sum' | 'mean' | 'nearly'

export type Group = {
  id: string
  label: string
  detail: string | null
  parts: Group[]
  line: Line | null
  why: Belonging | null
}

/**
 * What belongs together is told by headings, by indentation, or, of lines that stand equally far in, by numbers of
 * answers that are the sum of those of the lines below: numbers add up by chance too. The whole is the line that is
 * called so, or the only group at the top, or else one of its own.
 */
export function treeOf(lines: readonly Line[], wholeLabel: string): Group {
  const ids = new Set(['all', 'target', 'midpoint'])
  const groups = lines.filter(({ kind }) => kind !== 'total')
  const total = lines.find(({ kind }) => kind === 'total') ?? null
  const top = (total && levelsOf(total, groups, ids)) ?? sectionsOf(groups, ids)
  const [only, ...others] = top
  if (only && others.length === 0 && only.parts.length > 0) return { ...only, line: only.line ?? total }
  return { id: 'all', label: wholeLabel, detail: null, parts: top, line: total, why: null }
}

/** Headings and what stands below each, up to the next. */
function sectionsOf(lines: readonly Line[], ids: Set<string>): Group[] {
  const top: Group[] = []
  let run: Line[] = []
  let heading: Group | null = null
  const end = (): void => {
    const told = indented(run, ids)
    const parts = told.length < run.length ? told : summedUp(told)
    if (heading) heading.parts = parts
    else top.push(...parts)
    run = []
  }
  for (const line of lines) {
    if (line.kind !== 'heading') {
      run.push(line)
      continue
    }
    end()
    heading = groupOf(line, ids)
    heading.why = 'heading'
    top.push(heading)
  }
  end()
  return top.filter(({ line, parts }) => line?.kind !== 'heading' || parts.length > 0)
}

/**
 * Level by level, as files have them: first the parts of the whole, then those of the first part, and so on. null where
 * the numbers of answers do not make all lines parts of one above.
 */
function levelsOf(total: Line, lines: readonly Line[], ids: Set<string>): Group[] | null {
  if (lines.some(({ kind, depth }) => kind === 'heading' || depth > 0)) return null
  const own = new Set(ids)
  const groups = lines.map((line) => groupOf(line, own))
  const whole: Group = { id: '', label: '', detail: null, parts: [], line: total, why: null }
  let rest = groups
  for (const parent of [whole, ...groups]) {
    const count = rest.findIndex((_, index) => index > 0 && isSum(parent, rest.slice(0, index + 1), 0)) + 1
    if (count === 0) continue
    parent.parts = rest.slice(0, count)
    parent.why = 'sum'
    rest = rest.slice(count)
  }
  if (rest.length > 0 || whole.parts.length === 0) return null
  for (const id of own) ids.add(id)
  return whole.parts
}

/** A line that is further in than the one above is a part of it. */
function indented(lines: readonly Line[], ids: Set<string>): Group[] {
  const top: Group[] = []
  const open: { group: Group; depth: number }[] = []
  for (const line of lines) {
    const group = groupOf(line, ids)
    while ((open.at(-1)?.depth ?? -1) >= line.depth) open.pop()
    const above = open.at(-1)?.group
    if (above) {
      above.parts.push(group)
      above.why = 'indent'
    } else top.push(group)
    open.push({ group, depth: line.depth })
  }
  return top
}

/** From the last line up: one whose answers are those of the next ones together has them as its parts. */
function summedUp(groups: readonly Group[]): Group[] {
  let below: Group[] = []
  for (const group of groups.toReversed()) {
    const found = group.parts.length > 0 ? null : partsBelow(group, below)
    if (found) {
      group.parts = below.slice(0, found.count)
      group.why = found.why
      below = below.slice(found.count)
    }
    below = [group, ...below]
  }
  return below
}

/** How many of the groups below are its parts, and how that shows; null where none are. */
function partsBelow(group: Group, below: readonly Group[]): { count: number; why: Belonging } | null {
  const counts = below.map((_, index) => index + 1).filter((count) => count > 1)
  const ways: { why: Belonging; count: number | undefined }[] = [
    { why: 'sum', count: counts.find((count) => isSum(group, below.slice(0, count), 0)) },
    { why: 'mean', count: counts.findLast((count) => isMean(group, below.slice(0, count))) },
    { why: 'nearly', count: counts.find((count) => count > 2 && isSum(group, below.slice(0, count), nearly)) },
  ]
  for (const { why, count } of ways) if (count !== undefined) return { why, count }
  return null
}

/** A sum that was printed wrong lies so near the right one. */
const nearly = 0.03

function isSum({ line }: Group, parts: readonly Group[], tolerance: number): boolean {
  const periods = Object.keys(line?.bases ?? {}).filter((period) => typeof line?.bases[period] === 'number')
  const known = periods.filter((period) => parts.every((part) => typeof part.line?.bases[period] === 'number'))
  return (
    known.length > 0 &&
    known.every((period) => {
      const base = line?.bases[period] ?? 0
      const sum = parts.reduce((total, part) => total + (part.line?.bases[period] ?? 0), 0)
      return base > 0 && Math.abs(sum - base) <= tolerance * base
    })
  )
}

/** A line without numbers of answers, whose values are the means of those of the next ones, is about them all. */
function isMean({ line }: Group, parts: readonly Group[]): boolean {
  const bases = Object.values(line?.bases ?? {})
  if (!line || bases.length === 0 || bases.some((base) => base !== null)) return false
  const periods = Object.keys(line.values).filter((period) => typeof line.values[period] === 'number')
  return (
    periods.length > 0 &&
    periods.every((period) => {
      const counted = parts.map((part) => ({ base: part.line?.bases[period], value: part.line?.values[period] }))
      if (counted.some(({ base, value }) => typeof base !== 'number' || typeof value !== 'number')) return false
      const all = counted.reduce((sum, { base }) => sum + (base ?? 0), 0)
      const mean = counted.reduce((sum, { base, value }) => sum + (base ?? 0) * (value ?? 0), 0) / all
      return Math.abs(mean - (line.values[period] ?? 0)) <= 1
    })
  )
}

function groupOf(line: Line, ids: Set<string>): Group {
  const [label = '', ...details] = line.label.split(/:\s+/)
  const detail = details.join(': ')
  return { id: idFrom(label, ids), label: label.replace(/:$/, ''), detail: detail === '' ? null : detail, parts: [], line, why: null }
}

/** Letters that are no others with an accent, or are written as two where they cannot be had. */
const plainLetters: Readonly<Record<string, string>> = { '\u00e6': 'ae', '\u00f8': 'oe', '\u00e5': 'aa' }

/** A short name in plain letters that nothing else has. */
export function idFrom(label: string, taken: Set<string>): string {
  const plain = label
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u00e6\u00f8\u00e5]/g, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const words = plain.split('-')
  const fitting = words.filter((_, index) => words.slice(0, index + 1).join('-').length <= longestId)
  // A name that is cut off does not end in "til" or "for".
  const isShort = (): boolean => (fitting.at(-1)?.length ?? 0) < 4 && fitting.slice(0, -1).join('-').length > 7
  while (fitting.length < words.length && isShort()) fitting.pop()
  const base = fitting.join('-') || plain.slice(0, longestId) || 'x'
  let id = base
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`
  taken.add(id)
  return id
}

const longestId = 30
