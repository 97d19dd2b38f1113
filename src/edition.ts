/**
 * A document of ours that somebody has printed again → where it says something else than the project does.
 *
 * ```
 * Document ── words ─┐
 *                    ├─ stretches that only stand once ── between them word for word ─▶ what differs
 * text ───── words ──┘
 * ```
 *
 * Only a text that is the document is held against it: most of its words in their order, and nearly all of its
 * numbers. What is told in other words is no matter of this, and neither are the fields that a sender fills in, such
 * as the date and the number of the case.
 */
import type { Assertion, PrintedNumber } from './claim.js'
import type { Block, Document, Inline, Table } from './document/blocks.js'
import { leavesOf } from './document/walk.js'
import { locales } from './locale/index.js'
import type { Locale } from './locale/words.js'
import { append } from './long-lists.js'
import { intervalOfPrinted, parsePrinted } from './printed.js'
import { sentencesOf, settingOf } from './prose-claims/sentences.js'
import { type Passage, placeOf, type TextBlock, type TextWithPlaces } from './read/text/passages.js'

/** A number or word, and how it is compared. `senses`: what it tells, where another word can tell the opposite. */
type Token = { text: string; key: string; isNumeral: boolean; senses: readonly Sense[] }
/** `isField`: a sender has filled it in. */
type OwnToken = Token & { figure: string | null; isField: boolean }
type TextToken = Token & { passage: Passage; at: number }

/** What a word tells, and among which others: "faldet" is `down` of `way`. */
type Sense = { family: string; is: string }

/** What stands at one place: in both, in one of them alone, or one thing in each. */
type Step = { own: number | null; text: number | null; isSame: boolean }

export type Altered = Extract<Assertion, { kind: 'altered' }>

/**
 * The places where a text has another number, or a word of the opposite sense, than the document of ours that it is.
 * None where it is none of them.
 */
export function alteredIn(text: TextWithPlaces, documents: readonly Document[]): Altered[] {
  const compared = documents.map((document) => comparedWith(text, document))
  const [best] = compared.filter((each) => each.isEdition).sort((a, b) => b.same - a.same)
  return best?.altered ?? []
}

/** Of a document's words so many stand in the text, and of its numbers at most so many are others. */
const leastSame = 0.7
const mostOthers = 0.1

function comparedWith(text: TextWithPlaces, document: Document): { isEdition: boolean; same: number; altered: Altered[] } {
  const locale = locales[document.locale]
  const tokensOf = tokenizer(locale)
  const own = ownTokens(document, tokensOf)
  const said = textTokens(text, tokensOf)
  const steps = aligned(own, said)
  const same = steps.filter(({ isSame }) => isSame)
  const numbers = same.filter(({ own: at }) => at !== null && own[at]?.isNumeral).length
  const altered = alteredSteps(steps, own, said)
  const others = altered.filter(([mine, theirs]) => mine?.isNumeral && theirs.isNumeral).length
  const isEdition = same.length >= leastSame * own.length && others <= Math.max(2, mostOthers * numbers)
  const setting = settingOf(document.survey, locale)
  const told = ([mine, { passage, at, text: printed }]: [OwnToken | null, TextToken]): Altered => {
    const sentence = sentencesOf(passage, setting).find(({ start, text: words }) => start <= at && at < start + words.length)
    const [ours, theirs] = [mine ? numberOf(mine.text, locale) : null, numberOf(printed, locale)]
    return {
      kind: 'altered',
      text: printed,
      own: mine?.text ?? null,
      numbers: ours && theirs ? { ours, theirs } : null,
      ofFigure: mine?.figure ?? null,
      document: document.id,
      place: placeOf(text.file, passage, at, sentence?.text ?? passage.text),
    }
  }
  return { isEdition, same: same.length / Math.max(1, own.length), altered: isEdition ? altered.map(told) : [] }
}

// ── words ──

/** A year and what follows it ("2022-23") are two numbers; a sign stands in front of its number. */
const token = /(?<![\p{L}\d])[+−–-]?\d+(?:[.,]\d+|[\u00a0\u202f\u2009]\d{3}(?!\d))*|\p{L}[\p{L}\p{M}]*|%/u

type Tokenizer = (text: string) => (Token & { at: number })[]

/** A letter alone is a mark of a note, or says little. */
function tokenizer(locale: Locale): Tokenizer {
  const senses = sensesOf(locale)
  const units = unitsOf(locale)
    .flat()
    .flatMap((unit) => (unit.includes(' ') ? [`(?<!\\p{L})${unit}(?!\\p{L})`] : []))
  const named = new RegExp([...units, token.source].join('|'), 'giu')
  return (text) =>
    [...text.matchAll(named)].flatMap(({ 0: found, index }) => {
      const key = spelled(found.toLowerCase())
      const isMark = /^\p{L}$/u.test(key)
      return isMark ? [] : [{ text: found, key, isNumeral: /\d/.test(key), senses: senses.get(key) ?? [], at: index }]
    })
}

/** Blanks between thousands and the dash of a sign as they are compared. */
function spelled(text: string): string {
  return text.replace(/[\u00a0\u202f\u2009]/g, '').replace(/^[–-]/, '−')
}

function numberOf(text: string, { numbers }: Locale): PrintedNumber | null {
  const parsed = parsePrinted(spelled(text), numbers)
  if ('reason' in parsed) return null
  return { text, interval: intervalOfPrinted(parsed.value, parsed.decimals, false), decimals: parsed.decimals, hedge: null }
}

/** What numbers are counted in, of which a text may say only one. */
function unitsOf({ statementWords: { cues } }: Locale): string[][] {
  return [cues.percent, cues.percentagePoint, [...cues.indexPoint, ...cues.point]].map((words) => [...words])
}

/** By word what it tells. Words of several things that exclude each other tell none of them. */
function sensesOf(locale: Locale): ReadonlyMap<string, readonly Sense[]> {
  const { claimWords, statementWords, document } = locale
  const { cues, numbers, directions } = statementWords
  const directed = (direction: string) => directions.flatMap((each) => (each.direction === direction ? [each.words] : []))
  const named = (lists: readonly (readonly string[])[], family: string) =>
    lists.map((words, index) => ({ family, is: String(index), words }))
  const onlyIn = (form: (number: number, year: string) => string, all: readonly number[]) =>
    all.map((number) => {
      const others = new Set(
        all
          .filter((each) => each !== number)
          .flatMap((each) =>
            form(each, '')
              .toLowerCase()
              .split(/\P{L}+/u),
          ),
      )
      return form(number, '')
        .toLowerCase()
        .split(/\P{L}+/u)
        .filter((word) => !others.has(word))
    })
  const families = [
    { family: 'way', is: 'up', words: [...directed('rise'), ...cues.up, ...cues.higher, ...cues.above, ...numbers.more] },
    { family: 'way', is: 'up', words: [...cues.highest, ...cues.greatest, ...claimWords.directions.rise, ...claimWords.contributions.up] },
    { family: 'way', is: 'down', words: [...directed('fall'), ...cues.down, ...cues.lower, ...cues.below, ...numbers.less] },
    { family: 'way', is: 'down', words: [...cues.lowest, ...cues.least, ...claimWords.directions.fall, ...claimWords.contributions.down] },
    { family: 'way', is: 'same', words: [...directed('unchanged'), ...claimWords.directions.unchanged] },
    ...named([cues.all, cues.none], 'quantity'),
    ...named(unitsOf(locale), 'unit'),
    ...Object.entries(claimWords.numbers).map(([word, value]) => ({ family: 'count', is: String(value), words: [word] })),
    ...document.numberWords.map((word, index) => ({ family: 'count', is: String(index), words: [word] })),
    ...document.months.map((month, index) => ({
      ...{ family: 'month', is: String(index) },
      words: [month, document.shortMonths[index] ?? ''].map((name) => name.toLowerCase().replace('.', '')),
    })),
    ...named(onlyIn(document.half, [1, 2]), 'half'),
    ...named(onlyIn(document.quarter, [1, 2, 3, 4]), 'quarter'),
    ...named([claimWords.hedges.atLeast, claimWords.hedges.atMost], 'hedge'),
    ...named([[...cues.not, ...cues.neither]], 'not'),
  ]
  const senses = new Map<string, Sense[]>()
  for (const { family, is, words } of families) {
    for (const word of words) {
      const known = senses.get(word) ?? []
      if (!known.some((each) => each.family === family && each.is === is)) senses.set(word, [...known, { family, is }])
    }
  }
  return senses
}

/** Both tell of one thing, and nothing that they have in common. */
function areOpposed(one: Token, other: Token): boolean {
  const shared = one.senses.filter(({ family }) => other.senses.some((each) => each.family === family))
  return shared.length > 0 && shared.every(({ family, is }) => !other.senses.some((each) => each.family === family && each.is === is))
}

function isNegation({ senses }: Token): boolean {
  return senses.some(({ family }) => family === 'not')
}

// ── a document and a text as words ──

function ownTokens(document: Document, tokensOf: Tokenizer): OwnToken[] {
  const { title, blocks, notes, footer, footerDetail } = document
  const margin = document.margin.flatMap(({ label, lines }) => [label ?? '', ...lines])
  const fieldsOf = (texts: readonly string[]) => texts.flatMap(tokensOf).map((each): OwnToken => ({ ...each, figure: null, isField: true }))
  const runs = [...blocks.flatMap(runsOf), ...notes.map(({ children }) => children)]
  const body = runs.flatMap((inlines) => {
    let words = ''
    const figures: { at: number; end: number; id: string }[] = []
    for (const leaf of leavesOf(inlines)) {
      // A raised number is none of the number before it, and a page may print it or not.
      words += leaf.type === 'noteReference' ? ' ' : leaf.text
      if (leaf.type === 'figure') figures.push({ at: words.length - leaf.text.length, end: words.length, id: leaf.figure })
    }
    return tokensOf(words).map((each): OwnToken => {
      return { ...each, figure: figures.find(({ at, end }) => at <= each.at && each.at < end)?.id ?? null, isField: false }
    })
  })
  const head = tokensOf(title).map((each): OwnToken => ({ ...each, figure: null, isField: false }))
  return [...head, ...fieldsOf(margin), ...body, ...fieldsOf([footer, footerDetail ?? ''])]
}

function said(text: string): Inline[] {
  return [{ type: 'text', text }]
}

/** What is read of a block, in the order in which it is printed. */
function runsOf(block: Block): (readonly Inline[])[] {
  if (block.type === 'heading' || block.type === 'paragraph') return [block.children]
  if (block.type === 'list') return block.items.flatMap(({ children }) => children.flatMap(runsOf))
  const lead = [said(block.label), block.title, block.howTo ?? []]
  const notes = block.notes.map(({ children }) => children)
  if (block.type === 'table') {
    const rows = block.rows.flatMap(({ label, detail, cells }) => [label, detail ?? [], ...cells.map(({ children }) => children)])
    return [...lead, ...headsOf(block), ...rows, ...notes]
  }
  const { caption, columns, rows } = block.data
  const heads = columns.slice(1).map(({ label }) => label)
  return [...lead, ...notes, caption, ...heads, ...rows.flatMap(({ label, cells }) => [label, ...cells])]
}

/** Over each column what spans it, and its own. */
function headsOf({ columns, spanners }: Table): Inline[][] {
  return columns.flatMap(({ id, label }) => [...spanners.filter((each) => each.columns.includes(id)).map((each) => each.label), label])
}

/** Of a table whose heads have run together only what stands under them. */
function textTokens({ blocks }: TextWithPlaces, tokensOf: Tokenizer): TextToken[] {
  const heads = new Set(blocks.flatMap((block) => (block.type === 'table' && block.columns.length === 0 ? block.heads : [])))
  const tokens: TextToken[] = []
  for (const passage of blocks.flatMap(passagesOf)) {
    if (!heads.has(passage))
      append(
        tokens,
        tokensOf(passage.text).map((each) => ({ ...each, passage })),
      )
  }
  return tokens
}

function passagesOf(block: TextBlock): Passage[] {
  if (block.type !== 'table') return [block.passage]
  return [...block.columns.flat(), ...block.rows.flatMap(({ labels, cells }) => [...labels, ...cells])]
}

// ── side by side ──

/** So many words in a row, which stand once in both, are the same words. */
const stretch = 3
/** More than this between two stretches are not held against each other, so that the work is bounded. */
const largestGap = 40_000

function aligned(own: readonly Token[], text: readonly Token[]): Step[] {
  const steps: Step[] = []
  let [atOwn, atText] = [0, 0]
  const go = (toOwn: number, toText: number) => {
    append(steps, between(own, text, { from: atOwn, to: toOwn }, { from: atText, to: toText }))
    ;[atOwn, atText] = [toOwn, toText]
  }
  for (const [first, other] of commonStretches(own, text)) {
    if (first < atOwn || other < atText) continue
    go(first, other)
    while (atOwn < own.length && atText < text.length && own[atOwn]?.key === text[atText]?.key) {
      steps.push({ own: atOwn++, text: atText++, isSame: true })
    }
  }
  go(own.length, text.length)
  return steps
}

/** Where stretches begin that stand once in each, in the order of both: the longest such row. */
function commonStretches(own: readonly Token[], text: readonly Token[]): [number, number][] {
  const [inOwn, inText] = [onceIn(own), onceIn(text)]
  const pairs = [...inOwn].flatMap(([words, at]): [number, number][] => {
    const other = inText.get(words)
    return other === undefined || at < 0 || other < 0 ? [] : [[at, other]]
  })
  pairs.sort(([a], [b]) => a - b)
  return longestRising(pairs)
}

/** Each stretch with where it stands; -1 where it does so several times. */
function onceIn(tokens: readonly Token[]): Map<string, number> {
  const found = new Map<string, number>()
  for (let at = 0; at + stretch <= tokens.length; at += 1) {
    const words = tokens
      .slice(at, at + stretch)
      .map(({ key }) => key)
      .join(' ')
    found.set(words, found.has(words) ? -1 : at)
  }
  return found
}

function longestRising(pairs: readonly [number, number][]): [number, number][] {
  const ends: number[] = []
  const before: (number | undefined)[] = []
  for (const [index, [, other]] of pairs.entries()) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < other) low = middle + 1
      else high = middle
    }
    before.push(ends[low - 1])
    ends[low] = index
  }
  const row: [number, number][] = []
  for (let at = ends.at(-1); at !== undefined; at = before[at]) row.push(pairs[at] as [number, number])
  return row.reverse()
}

/** A number never stands for a word. */
const dearest = 4

type Span = { from: number; to: number }

/** What lies between two stretches, with as few differences as there can be. */
function between(own: readonly Token[], text: readonly Token[], mine: Span, theirs: Span): Step[] {
  const [height, width] = [mine.to - mine.from, theirs.to - theirs.from]
  const alone = (span: Span, side: 'own' | 'text'): Step[] =>
    Array.from({ length: span.to - span.from }, (_, index) => ({ own: null, text: null, isSame: false, [side]: span.from + index }))
  if (height === 0 || width === 0 || height * width > largestGap) return [...alone(mine, 'own'), ...alone(theirs, 'text')]
  const costs = Array.from({ length: height + 1 }, () => new Array<number>(width + 1).fill(0))
  const costAt = (row: number, column: number) => costs[row]?.[column] ?? 0
  const pairCost = (row: number, column: number) => {
    const [one, other] = [own[mine.from + row] as Token, text[theirs.from + column] as Token]
    if (one.key === other.key) return 0
    if (one.isNumeral !== other.isNumeral) return dearest
    return one.isNumeral || areOpposed(one, other) ? 1 : 1.75
  }
  // Two numbers that have changed places are two others, rather than one left out and put in again.
  const ownCost = (row: number) => (own[mine.from + row]?.isNumeral ? 1.5 : 1)
  const textCost = (column: number) => (text[theirs.from + column]?.isNumeral ? 1.5 : 1)
  for (let row = 1; row <= height; row += 1) (costs[row] as number[])[0] = costAt(row - 1, 0) + ownCost(row - 1)
  for (let column = 1; column <= width; column += 1) (costs[0] as number[])[column] = costAt(0, column - 1) + textCost(column - 1)
  for (let row = 1; row <= height; row += 1) {
    for (let column = 1; column <= width; column += 1) {
      const pair = costAt(row - 1, column - 1) + pairCost(row - 1, column - 1)
      ;(costs[row] as number[])[column] = Math.min(
        pair,
        costAt(row - 1, column) + ownCost(row - 1),
        costAt(row, column - 1) + textCost(column - 1),
      )
    }
  }
  const steps: Step[] = []
  let [row, column] = [height, width]
  while (row > 0 || column > 0) {
    const cost = row > 0 && column > 0 ? pairCost(row - 1, column - 1) : Number.POSITIVE_INFINITY
    if (costAt(row, column) === costAt(row - 1, column - 1) + cost && row > 0 && column > 0) {
      steps.push({ own: mine.from + --row, text: theirs.from + --column, isSame: cost === 0 })
    } else if (row > 0 && costAt(row, column) === costAt(row - 1, column) + ownCost(row - 1))
      steps.push({ own: mine.from + --row, text: null, isSame: false })
    else steps.push({ own: null, text: theirs.from + --column, isSame: false })
  }
  return steps.reverse()
}

/** What differs in more words than this is told in other words. */
const longestRun = 8

/**
 * Where one thing stands for another between words that are the same: each with what the document has. A denial that
 * has been put in or left out stands at the word before it.
 */
function alteredSteps(steps: readonly Step[], own: readonly OwnToken[], text: readonly TextToken[]): [OwnToken | null, TextToken][] {
  const altered: [OwnToken | null, TextToken][] = []
  for (let from = 0; from < steps.length; from += 1) {
    if (steps[from]?.isSame) continue
    let to = from
    while (to < steps.length && !steps[to]?.isSame) to += 1
    append(altered, alteredBetween(steps, { from, to }, own, text))
    from = to
  }
  return altered
}

function alteredBetween(
  steps: readonly Step[],
  { from, to }: Span,
  own: readonly OwnToken[],
  text: readonly TextToken[],
): [OwnToken | null, TextToken][] {
  const within = steps.slice(from, to)
  const pairs = within.map((step): [OwnToken | null, TextToken | null] => [
    step.own === null ? null : (own[step.own] ?? null),
    step.text === null ? null : (text[step.text] ?? null),
  ])
  const [single] = pairs.length === 1 ? pairs : []
  if (single && (single[0] === null || single[1] === null)) {
    const alone = single[0] ?? single[1]
    const before = text[steps[from - 1]?.text ?? -1]
    const at = single[1] ?? before
    return alone && at && isNegation(alone) && before && steps[to] ? [[single[0], at]] : []
  }
  if (pairs.some(([mine]) => mine?.isField)) return []
  const isNumber = (each: Token | null) => each?.isNumeral === true
  const found = pairs.flatMap(([mine, theirs]): [OwnToken, TextToken][] => {
    return mine && theirs && (isNumber(mine) ? isNumber(theirs) : areOpposed(mine, theirs)) ? [[mine, theirs]] : []
  })
  if (found.length === pairs.length) return found
  // A word may be put in beside a number, as where a row is one of several; a number may not.
  const areNumbersPaired = pairs.length <= longestRun && pairs.every(([mine, theirs]) => isNumber(mine) === isNumber(theirs))
  return areNumbersPaired ? found.filter(([mine]) => isNumber(mine)) : []
}
