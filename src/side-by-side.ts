/**
 * Two rows of words → what stands at each place: in both, in one of them alone, or one thing in each.
 *
 * ```
 * one ──── stretches that only stand once ── between them with as few differences as there can be ─▶ steps
 * other ─┘                                                                     what is left, once more ─┘
 * ```
 *
 * Written here since the packages that compare lists (`diff` and its like) know of words left out and words put in,
 * and of nothing that stands for another: of two numbers changed round, or one of several that are alike, they leave
 * one out and put another in elsewhere, so that nobody can tell what stands where. Neither do they look for what has
 * changed its place.
 */
import { append } from './long-lists.js'

/**
 * `key`: what it is compared by. A numeral never stands for a word. `unit`: words that have the same stand in one
 * sentence, or one row of a table, and are rather left out together. `isOptional`: it may be left out of the other
 * row, and then nothing differs.
 */
export type Compared = { key: string; isNumeral: boolean; unit: number; isOptional: boolean }

/** What stands at one place, by its number in each row; null where it stands in the other one alone. */
export type Step = { own: number | null; text: number | null; isSame: boolean }

/** Whether one tells the opposite of the other, which it then stands for. */
type AreOpposed<T> = (own: T, text: T) => boolean

/**
 * First the steps of what has the same order in both; then of what was left over, and so on: what has been moved.
 * Whatever stands alone in steps may so be found again in the ones after them.
 */
export function sideBySide<T extends Compared>(own: readonly T[], text: readonly T[], areOpposed: AreOpposed<T>): Step[][] {
  const all: Step[][] = []
  let [mine, theirs] = [own.map((_, index) => index), text.map((_, index) => index)]
  while (all.length < mostMoves && (all.length === 0 || (mine.length > 0 && theirs.length > 0))) {
    const numbered = (numbers: readonly number[], at: number | null) => (at === null ? null : (numbers[at] as number))
    const rows = [mine.map((index) => own[index] as T), theirs.map((index) => text[index] as T)] as const
    const steps = aligned(...rows, areOpposed).map((step) => ({
      ...step,
      own: numbered(mine, step.own),
      text: numbered(theirs, step.text),
    }))
    if (!steps.some(({ isSame }) => isSame)) break
    const left = leftOver(steps, (step) => isInPlace(own[step.own ?? -1], text[step.text ?? -1], areOpposed))
    mine = left.flatMap((step) => step.own ?? [])
    theirs = left.flatMap((step) => step.text ?? [])
    const gone = new Set(left)
    all.push(steps.filter((step) => !gone.has(step) || !step.isSame))
  }
  return all
}

/** A number for another, a word for one that tells the opposite, or what may be left out. */
function isInPlace<T extends Compared>(own: T | undefined, text: T | undefined, areOpposed: AreOpposed<T>): boolean {
  if (own === undefined || text === undefined) return own?.isOptional === true
  return own.isNumeral ? text.isNumeral : areOpposed(own, text)
}

/**
 * What differs in a row, unless it has been changed where it stands: one thing for another, or a single word. And the
 * few words that are the same between what differs: any two texts have some.
 */
function leftOver(steps: readonly Step[], isInPlace: (step: Step) => boolean): Step[] {
  const left: Step[] = []
  let held: Step[] = []
  let isAfterOther = false
  for (let from = 0; from < steps.length; ) {
    let to = from
    while (to < steps.length && !steps[to]?.isSame) to += 1
    const row = steps.slice(from, to)
    if (row.length > 1 && !row.every(isInPlace)) {
      if (isAfterOther && held.filter(({ isSame }) => isSame).length < fewestHeld) append(left, held)
      append(left, row)
      held = []
      isAfterOther = true
    } else append(held, row)
    for (from = to; from < steps.length && steps[from]?.isSame; from += 1) held.push(steps[from] as Step)
  }
  return left
}

/** Fewer words in a row than these may be the same by chance. */
const fewestHeld = 5

/** A page may be set so that a few tables stand elsewhere than in the text; each round finds what is in one order. */
const mostMoves = 4

/** So many words in a row, which stand once in both, are the same words. */
const stretch = 3
/** More than this between two stretches are not held against each other, so that the work is bounded. */
const largestGap = 40_000

type Span = { from: number; to: number }

/** What is not optional first finds its like; what is has what is left between. */
function aligned<T extends Compared>(own: readonly T[], text: readonly T[], areOpposed: AreOpposed<T>): Step[] {
  const [mine, theirs] = [own, text].map((words): Span => ({ from: 0, to: words.length })) as [Span, Span]
  const steps = alignedIn({ own, text, mine, theirs, isHeld: ({ isOptional }) => !isOptional }, (outerOwn, outerText) =>
    alignedIn({ own, text, mine: outerOwn, theirs: outerText, isHeld: () => true }, (innerOwn, innerText) =>
      between(own, text, innerOwn, innerText, areOpposed),
    ),
  )
  slide(steps, 'own', own, text)
  slide(steps, 'text', text, own)
  return steps
}

/** Words of both rows, of ours only those that are `isHeld`. */
type Rows<T> = { own: readonly T[]; text: readonly T[]; mine: Span; theirs: Span; isHeld: (word: T) => boolean }

function alignedIn<T extends Compared>({ own, text, mine, theirs, isHeld }: Rows<T>, fill: (mine: Span, theirs: Span) => Step[]): Step[] {
  const steps: Step[] = []
  let [atOwn, atText] = [mine.from, theirs.from]
  const isSameAt = (first: number, other: number) => own[first]?.key === text[other]?.key && isHeld(own[first] as T)
  const go = (toOwn: number, toText: number) => {
    const ends: Step[] = []
    while (atOwn < toOwn && atText < toText && isSameAt(atOwn, atText)) steps.push({ own: atOwn++, text: atText++, isSame: true })
    while (atOwn < toOwn && atText < toText && isSameAt(toOwn - 1, toText - 1)) ends.push({ own: --toOwn, text: --toText, isSame: true })
    append(steps, fill({ from: atOwn, to: toOwn }, { from: atText, to: toText }))
    append(steps, ends.reverse())
    ;[atOwn, atText] = [toOwn + ends.length, toText + ends.length]
  }
  const held = numbersOf(mine).filter((at) => isHeld(own[at] as T))
  for (const [first, other] of commonStretches(onceIn(own, held), onceIn(text, numbersOf(theirs)))) {
    if (first >= atOwn && other >= atText) go(first, other)
  }
  go(mine.to, theirs.to)
  return steps
}

function numbersOf({ from, to }: Span): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}

/** Where stretches begin that stand once in each, in the order of both: the longest such row. */
function commonStretches(inOwn: ReadonlyMap<string, number>, inText: ReadonlyMap<string, number>): [number, number][] {
  const pairs = [...inOwn].flatMap(([words, at]): [number, number][] => {
    const other = inText.get(words)
    return other === undefined || at < 0 || other < 0 ? [] : [[at, other]]
  })
  pairs.sort(([a], [b]) => a - b)
  return longestRising(pairs)
}

/** Each stretch with where it stands; -1 where it does so several times. Words that others part are none. */
function onceIn(words: readonly Compared[], numbers: readonly number[]): Map<string, number> {
  const found = new Map<string, number>()
  for (let index = 0; index + stretch <= numbers.length; index += 1) {
    const [first = 0, last = 0] = [numbers[index], numbers[index + stretch - 1]]
    if (last - first >= stretch) continue
    const keys = words.slice(first, last + 1).map(({ key }) => key)
    found.set(keys.join(' '), found.has(keys.join(' ')) ? -1 : first)
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

/** Units are alike in their first words, or in their last ones, and seldom in more than these. */
const farthest = 20

/**
 * Of "Table 1 … Table 2 …" with the first of two sentences left out, the words left out are "Table 1 …" and not "1 …
 * Table": where words that stand alone are no whole units, and what stands before or behind them can change places with
 * them so that they are, it does.
 */
function slide<T extends Compared>(steps: Step[], side: 'own' | 'text', row: readonly T[], others: readonly T[]): void {
  const other = side === 'own' ? 'text' : 'own'
  const isFirst = (at: number) => at >= row.length || row[at]?.unit !== row[at - 1]?.unit
  /** The step with another of the row's words in it; null where this would be another difference. */
  const withWord = (step: Step | undefined, at: number): Step | null => {
    const [word, partner] = [row[at], others[step?.[other] ?? -1]]
    if (!step || step[side] === null || !word || !partner) return null
    const isSame = word.key === partner.key
    return isSame === step.isSame && (isSame || (word.isNumeral && partner.isNumeral)) ? { ...step, [side]: at } : null
  }
  for (let from = 0; from < steps.length; from += 1) {
    let to = from
    while (to < steps.length && steps[to]?.[other] === null) to += 1
    if (to === from) continue
    const [start, end] = [steps[from]?.[side] ?? 0, (steps[to - 1]?.[side] ?? 0) + 1]
    const alone = (by: number) => steps.slice(from, to).map((step) => ({ ...step, [side]: (step[side] ?? 0) + by }))
    const isWhole = (by: number) => isFirst(start + by) && isFirst(end + by)
    const moved: Step[] = []
    for (let by = 1; !isWhole(0) && by <= farthest; by += 1) {
      const step = withWord(steps[from - by], end - by)
      if (!step) break
      moved.unshift(step)
      if (!isWhole(-by)) continue
      steps.splice(from - by, to - from + by, ...alone(-by), ...moved)
      break
    }
    from = to
  }
}

/**
 * What a difference costs. Two numbers that have changed places are two others, rather than one left out and put in
 * again; a word is rather left out than another put in its place, but not if it tells the opposite. `gap`: words are
 * rather left out in a row than here and there.
 */
const costs = { opposed: 1, other: 1.75, ofOtherKind: 4, word: 1, numeral: 1.5, optional: 0.1, gap: 0.01 }

/** What lies between two stretches, with as few differences as there can be. */
function between<T extends Compared>(own: readonly T[], text: readonly T[], mine: Span, theirs: Span, areOpposed: AreOpposed<T>): Step[] {
  const [height, width] = [mine.to - mine.from, theirs.to - theirs.from]
  const alone = (span: Span, side: 'own' | 'text'): Step[] =>
    Array.from({ length: span.to - span.from }, (_, index) => ({ own: null, text: null, isSame: false, [side]: span.from + index }))
  if (height === 0 || width === 0 || height * width > largestGap) return [...alone(mine, 'own'), ...alone(theirs, 'text')]
  // By how many words of each have been laid: the least cost where the last two are a pair, and where one stands alone.
  const across = width + 1
  const [pairs, gaps] = [0, 1].map(() => new Float64Array((height + 1) * across).fill(Number.POSITIVE_INFINITY)) as [Costs, Costs]
  const costAt = (all: Costs, at: number) => all[at] ?? Number.POSITIVE_INFINITY
  const least = (at: number) => Math.min(costAt(pairs, at), costAt(gaps, at))
  const leastAlone = (at: number) => Math.min(costAt(pairs, at) + costs.gap, costAt(gaps, at))
  const pairCost = (row: number, column: number) => {
    const [one, other] = [own[mine.from + row] as T, text[theirs.from + column] as T]
    if (one.key === other.key) return 0
    if (one.isNumeral !== other.isNumeral) return costs.ofOtherKind
    return one.isNumeral || areOpposed(one, other) ? costs.opposed : costs.other
  }
  const costAlone = (word: T | undefined) => (word?.isOptional ? costs.optional : word?.isNumeral ? costs.numeral : costs.word)
  const ownAlone = (row: number, at: number) => (row > 0 ? leastAlone(at - across) + costAlone(own[mine.from + row - 1]) : Infinity)
  const textAlone = (column: number, at: number) => (column > 0 ? leastAlone(at - 1) + costAlone(text[theirs.from + column - 1]) : Infinity)
  pairs[0] = 0
  for (let at = 1; at < pairs.length; at += 1) {
    const [row, column] = [Math.floor(at / across), at % across]
    if (row > 0 && column > 0) pairs[at] = least(at - across - 1) + pairCost(row - 1, column - 1)
    gaps[at] = Math.min(ownAlone(row, at), textAlone(column, at))
  }
  const steps: Step[] = []
  let [row, column] = [height, width]
  let isPair = costAt(pairs, row * across + column) <= costAt(gaps, row * across + column)
  while (row > 0 || column > 0) {
    const at = row * across + column
    if (isPair) {
      steps.push({ own: mine.from + --row, text: theirs.from + --column, isSame: pairCost(row, column) === 0 })
      isPair = costAt(pairs, at - across - 1) <= costAt(gaps, at - across - 1)
    } else {
      const isOwn = costAt(gaps, at) === ownAlone(row, at)
      steps.push(isOwn ? { own: mine.from + --row, text: null, isSame: false } : { own: null, text: theirs.from + --column, isSame: false })
      const before = row * across + column
      isPair = costAt(pairs, before) + costs.gap <= costAt(gaps, before)
    }
  }
  return steps.reverse()
}

type Costs = Float64Array
