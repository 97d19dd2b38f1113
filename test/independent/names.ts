import { parseDecimal } from './fraction.js'
import type { Given, Period } from './given.js'
import type { Key } from './truth.js'

/** What the words of a page name: figures by their ids, groups, periods and numbers by their spelling. */
export type Named =
  | { kind: 'value'; key: Key; comparedWith?: string }
  | { kind: 'change'; key: Key; from: string; to: string }
  | { kind: 'part'; key: Key; from: string; to: string; term: string; part?: string }
  | { kind: 'difference'; key: Key; against: string }
  | { kind: 'typed' }
  | { kind: 'unknown' }

export const parseId = (id: string, given: Given): Named => {
  const parts = id.split('/')
  if (parts[0] === 'typed') return { kind: 'typed' }
  const shift = ['change', 'decomposition', 'difference'].includes(parts[0] as string) ? 1 : 0
  const [metric, sides, period, ...rest] = parts.slice(shift)
  const [segment, against] = parts[0] === 'difference' ? (sides ?? '').split('..') : [sides]
  if (!metric || !segment || !period) return { kind: 'unknown' }
  const key: Key = { metric, segment, period, item: given.items[0]?.id ?? '', provider: '', options: [] }
  let term = ''
  let part: string | undefined
  let comparedWith: string | undefined
  while (rest.length) {
    const name = rest.shift()
    if (name === 'items') key.item = rest.shift() ?? ''
    else if (name === 'providers') key.provider = rest.shift() ?? ''
    else if (name === 'options') key.options = (rest.shift() ?? '').split('+')
    // Over the groups of both periods only, as a change of other groups is always told.
    else if (name === 'common') continue
    else if (name === 'comparedWith') comparedWith = rest.shift()
    else if (name === 'within' || name === 'mix') {
      term = name
      if (rest.length && !['items', 'providers', 'options'].includes(rest[0] as string)) part = rest.shift()
    } else return { kind: 'unknown' }
  }
  const isKnown =
    (given.segments.some((it) => it.id === segment) || given.benchmarks.some((it) => it.id === segment)) &&
    given.items.some((it) => it.id === key.item)
  if (!isKnown) return { kind: 'unknown' }
  const isOfOnePeriod = !shift || parts[0] === 'difference'
  if (isOfOnePeriod && !given.periods.some((it) => it.id === period)) return { kind: 'unknown' }
  if (parts[0] === 'difference') return against ? { kind: 'difference', key, against } : { kind: 'unknown' }
  if (!shift) return { kind: 'value', key, ...(comparedWith ? { comparedWith } : {}) }
  const [from, to] = period.split('..')
  if (!from || !to) return { kind: 'unknown' }
  return parts[0] === 'change' ? { kind: 'change', key, from, to } : { kind: 'part', key, from, to, term, ...(part ? { part } : {}) }
}

/** `1.755`, `4,4`, `−8`, `+4` in Danish; `1,755`, `4.4` in English. */
export const readNumber = (text: string, locale: string) => {
  const bare = text
    .replace(/[\s\u00a0]*(%|pct\.?)$/, '')
    .replace(/^\+/, '')
    .replace(/\u2212/g, '-')
  return locale === 'en' ? bare.replace(/,/g, '') : bare.replace(/\./g, '').replace(',', '.')
}
export const numberIn = (text: string, locale: string) => {
  const plain = readNumber(text, locale)
  const value = parseDecimal(plain)
  return value ? { value, decimals: plain.split('.')[1]?.length ?? 0 } : undefined
}

const monthsDa = ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december']
const monthsEn = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const monthAt = (name: string) => {
  const start = name.toLowerCase().replace(/\.$/, '').slice(0, 3)
  return Math.max(
    monthsDa.findIndex((it) => it.startsWith(start)),
    monthsEn.findIndex((it) => it.startsWith(start)),
  )
}

/** The period that a piece of text names, by its id or by its first and last month. */
export const periodIn = (text: string, given: Given): Period | undefined => {
  const bare = text
    .toLowerCase()
    .trim()
    .replace(/^(i|in|during|fra|from|perioden)\s+/, '')
    .replace(/[.,:]$/, '')
  const byId = given.periods.find((it) => it.id === bare)
  if (byId) return byId
  const months = [...bare.matchAll(/([a-zæøå]{3,9})\.? ?(\d{4})?/g)].filter((it) => monthAt(it[1] as string) >= 0)
  if (months.length) {
    const [one, two] = [months[0], months[months.length - 1]] as [RegExpMatchArray, RegExpMatchArray]
    const lastYear = two[2] as string
    const from = `${one[2] ?? lastYear}-${String(monthAt(one[1] as string) + 1).padStart(2, '0')}`
    const to = `${lastYear}-${String(monthAt(two[1] as string) + 1).padStart(2, '0')}`
    const found = given.periods.find((it) => it.from.startsWith(from) && it.to.startsWith(to))
    if (found) return found
  }
  const halves: [RegExp, (year: string, n: string) => string][] = [
    [
      /(1|2|første|andet|first|second)\.? ?(?:halvår|half-year|half of|half)(?: af)? ?(\d{4})/,
      (year, n) => `${year}-h${/^(1|første|first)/.test(n) ? 1 : 2}`,
    ],
    [
      /(1|2|3|4|første|andet|tredje|fjerde|first|second|third|fourth)\.? ?(?:kvartal|quarter)(?: af| of)? ?(\d{4})/,
      (year, n) => `${year}-q${quarter(n)}`,
    ],
  ]
  for (const [shape, id] of halves) {
    const found = shape.exec(bare)
    if (found) return given.periods.find((it) => it.id === id(found[2] as string, found[1] as string))
  }
  return undefined
}

const quarter = (word: string) => {
  const at = [/^(1|første|first)/, /^(2|andet|second)/, /^(3|tredje|third)/, /^(4|fjerde|fourth)/].findIndex((it) => it.test(word))
  return at + 1
}

const numberWords: Record<string, number> = Object.fromEntries(
  [
    ['nul', 'en', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni', 'ti', 'elleve', 'tolv'],
    ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  ].flatMap((words) => words.map((word, at) => [word, at] as const)),
)
numberWords.én = 1
numberWords.et = 1
numberWords.ét = 1
export const countIn = (word: string): number | undefined => (/^\d+$/.test(word) ? Number(word) : numberWords[word.toLowerCase()])
export const countWord = `(?:\\d+|${Object.keys(numberWords).join('|')})`

/** Which groups a piece of text can mean by its words, the longest name first: a name inside a longer one is not meant. */
export const segmentsIn = (text: string, given: Given): string[] => {
  const bare = text.toLowerCase()
  const names = given.segments.flatMap((segment) =>
    [segment.phrase, segment.label, segment.short]
      .filter((it) => it !== undefined)
      .map((name) => ({ name: name.toLowerCase(), id: segment.id })),
  )
  const longest = Math.max(0, ...names.filter(({ name }) => hasWord(bare, name)).map(({ name }) => name.length))
  return [...new Set(names.filter(({ name }) => name.length === longest && hasWord(bare, name)).map(({ id }) => id))]
}

const hasWord = (text: string, word: string) => {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const isLetter = (mark: string | undefined) => mark !== undefined && /[\p{L}\p{N}]/u.test(mark)
    if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) return true
  }
  return false
}

/** Every name in a list as "A, B og C", longest match first, so that a name with "og" in it stays whole. */
export const listOf = (text: string, names: { id: string; name: string }[]): string[] | undefined => {
  const found: string[] = []
  let rest = text.trim().replace(/[.]$/, '')
  const sorted = [...names].sort((a, b) => b.name.length - a.name.length)
  while (rest) {
    const next = sorted.find(
      ({ name }) => rest.toLowerCase().startsWith(name.toLowerCase()) && /^($|,| og | and )/.test(rest.slice(name.length)),
    )
    if (!next) return undefined
    found.push(next.id)
    rest = rest.slice(next.name.length).replace(/^(, | og | and )/, '')
  }
  return found
}
