/**
 * Which periods a text names, before anybody has said which there are: those of whole months, up to a year, in every
 * spelling that a locale prints them in.
 */
import { locales } from '../locale/index.js'
import { formatPeriod, periodForms } from '../locale/spelling.js'
import { joinedYears } from '../read/names.js'
import { atEdges, isBoundary, lowered } from '../read/printed-table.js'
import { type Period, periodId } from '../survey.js'

/** A name of a period as it stands in a text; several periods where the name does not tell which ("2022-23"). */
export type NamedPeriod = { words: string; periods: readonly Period[] }

export type PeriodNames = readonly NamedPeriod[]

/** The names of all periods in the years that the texts mention, the longest name first. */
export function periodNames(texts: Iterable<string>): PeriodNames {
  const years = new Set<number>()
  for (const text of texts) for (const [found] of text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)) years.add(Number(found))
  const names = new Map<string, Period[]>()
  for (const year of [...years].sort().slice(0, mostYears)) {
    for (const period of periodsFrom(year)) {
      for (const words of wordsOf(period)) {
        const known = names.get(words)
        if (!known) names.set(words, [period])
        else if (!known.some(({ id }) => id === period.id && known.some(({ from }) => from === period.from))) known.push(period)
      }
    }
  }
  return [...names].map(([words, periods]) => ({ words, periods: longestOf(periods) })).sort((a, b) => b.words.length - a.words.length)
}

/** More years than these are no table of results. */
const mostYears = 40

/** Every period of whole months that begins in a year, up to twelve of them. */
function periodsFrom(year: number): Period[] {
  return Array.from({ length: 144 }, (_, index) => monthsFrom(year, Math.floor(index / 12) + 1, (index % 12) + 1))
}

/** So many months from a month of a year on. */
export function monthsFrom(year: number, month: number, length: number): Period {
  const last = month + length - 1
  const [lastYear, lastMonth] = last > 12 ? [year + 1, last - 12] : [year, last]
  const from = `${year}-${String(month).padStart(2, '0')}-01`
  const to = new Date(Date.UTC(lastYear, lastMonth, 0)).toISOString().slice(0, 10)
  return { id: periodId({ from, to }), from, to }
}

function wordsOf(period: Period): Set<string> {
  const spelled = [period, { ...period, id: `${period.from}_${period.to}` }].flatMap((each) =>
    Object.values(locales).flatMap((locale) => periodForms.map((form) => formatPeriod(each, locale, form))),
  )
  const all = [period.id, ...joinedYears(period.id), `${period.from}..${period.to}`, ...spelled]
  return new Set(all.map((words) => lowered(words).replace(atEdges, '')))
}

/** "2024" names the year, not a part of it. */
function longestOf(periods: readonly Period[]): Period[] {
  const months = ({ from, to }: Period): number =>
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
  const most = Math.max(...periods.map(months))
  return periods.filter((period) => months(period) === most)
}

/** The period that a text is the name of. */
export function periodCalled(text: string, names: PeriodNames): NamedPeriod | null {
  const wanted = lowered(text).replace(atEdges, '')
  return names.find(({ words }) => words === wanted) ?? null
}

/** Periods whose names stand in a text, and the text without them. */
export function periodsIn(text: string, names: PeriodNames): { found: NamedPeriod[]; rest: string } {
  const found: NamedPeriod[] = []
  let rest = lowered(text)
  for (const name of names) {
    for (let at = rest.indexOf(name.words); at >= 0; at = rest.indexOf(name.words, at + 1)) {
      const end = at + name.words.length
      const isWhole = (at === 0 || isBoundary(rest[at - 1])) && (end === rest.length || isBoundary(rest[end]))
      if (!isWhole) continue
      found.push(name)
      rest = `${rest.slice(0, at)} ${rest.slice(end)}`
    }
  }
  return { found, rest }
}

/** The years, beginning in a month, that dates lie in. */
export function yearsWith({ from, to }: { from: string; to: string }, month: number): Period[] {
  const first = Number(from.slice(0, 4)) - (Number(from.slice(5, 7)) < month ? 1 : 0)
  const last = Number(to.slice(0, 4)) - (Number(to.slice(5, 7)) < month ? 1 : 0)
  return Array.from({ length: last - first + 1 }, (_, index) => monthsFrom(first + index, month, 12))
}
