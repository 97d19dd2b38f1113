/** The nouns of what somebody has printed, and the interval that a printed number stands for. */
import type { Place } from './errors.js'
import type { ChangeBasis, Direction } from './figure.js'
import { keyOfId, subjectOf } from './figure-key.js'
import { metrics } from './metrics.js'
import { type Exact, exact, fromFraction, type Interval, intervalOfPrinted, pointInterval, scaleInterval, toFraction } from './printed.js'
import { scaleOf } from './scales.js'
import type { Survey } from './survey.js'

/** A number or a direction that somebody has printed. */
export type Claim = {
  /** id of the figure it is about: `indexScore/all/2023-24`, `change/indexScore/all/2022-23..2023-24` */
  figure: string
  /** the words as printed: "85", "ca. 12.000", "steget" */
  text: string
  /**
   * a number's interval, in the unit of `Figure.value`, closed at both ends for other people's documents; null for a
   * direction word
   */
  interval: Interval | null
  /** digits after the decimal mark as printed; of the percentage for a share */
  decimals: number
  direction: 'rise' | 'fall' | 'unchanged' | null
  /**
   * number of the table it stands in; null or left out in running text, in a table without a number, and in a table
   * of claims
   */
  table?: number | null
  /**
   * a change that is said in per cent ("steget med 4 pct."): it may be one of the number itself. `interval` is as of
   * the figure's own unit
   */
  isInPercent?: boolean
  /** another number that the same figure may be ("men kan også være 49"): our own must allow it, no other must be it */
  isAlternative?: boolean
  /** what else the words can mean, where they do not tell for certain that it is this figure */
  orElse?: Stated
  place: Place
}

export type Claims = {
  claims: Claim[]
  /**
   * what a document says besides the numbers and directions of figures; nothing where only tables of claims were read
   */
  assertions?: Assertion[]
  /** what our own document tells of its figures in words; nothing for other people's */
  told?: ToldStatement[]
}

/**
 * A number somebody has printed that is no figure of the survey. `interval` in the number's own unit, 0 to 100 for a
 * percentage; with "mindst" or "højst" it is only the end that is named.
 */
export type PrintedNumber = { text: string; interval: Interval; decimals: number; hedge: Hedge | null }

/** A number that may stand in another sentence than what is told of it. */
export type PlacedNumber = PrintedNumber & { place: Place }

/** How many of the rows a comparison is said of: "alle", "ingen", "de fleste", "4 af 6" */
export type Quantifier = { kind: 'all' | 'none' | 'most' } | { kind: 'some'; stated: number; of: number }

/** What a label can say of those who are counted. */
export const countedWhen = ['ongoing', 'finished', 'asked', 'answered'] as const
export type CountedWhen = (typeof countedWhen)[number]

/** What a document says besides the number or direction of a figure. */
export type Assertion = { place: Place } & (
  | { kind: 'caption'; of: 'table' | 'chart'; number: number; isContinued: boolean; text: string }
  /** the words that send a reader to a table or chart; `isElsewhere`: of another document, or an appendix */
  | { kind: 'reference'; of: 'table' | 'chart'; number: number; isElsewhere: boolean }
  /** things that are counted and then listed */
  | { kind: 'listCount'; text: string; noun: string; stated: number; listed: number }
  /** the document's own date, or the day its numbers were drawn, as ISO and as printed */
  | { kind: 'date'; of: 'document' | 'extraction'; date: string; text: string }
  /** a number given as the middle of a scale. `scale`: its ends where the same sentence names them */
  | { kind: 'midpoint'; text: string; point: PrintedNumber; scale: { min: Exact; max: Exact } | null }
  /** above or below a fixed point, for all rows or some; or the highest or lowest of all */
  | {
      kind: 'comparison'
      text: string
      relation: 'above' | 'below' | 'highest' | 'lowest'
      /** null for highest and lowest, which are so among all */
      against: 'midpoint' | 'benchmark' | 'target' | null
      /** the fixed point as printed: "middel (2,5)"; null where it is only named */
      point: PrintedNumber | null
      quantifier: Quantifier | null
      segment: string | null
      /** id of the benchmark that is named; null where none is */
      benchmark: string | null
      /**
       * of highest and lowest: id of the segment among whose parts; null where it is not said, or they are none of
       * the survey's
       */
      among: string | null
      period: string
      /** number of the table the paragraph sends its reader to */
      table: number | null
    }
  /** a paragraph about a segment says something of its number of answers */
  | { kind: 'baseRemark'; segment: string }
  /** what was decided to reach. `item`: null where none is named */
  | { kind: 'target'; point: PrintedNumber; segment: string | null; item: string | null }
  /** whether it has been reached */
  | { kind: 'verdict'; text: string; isReached: boolean; segment: string | null; item: string | null; period: string }
  /** "62 (4,8 %)" in a table, with the one count its row gives as base */
  | {
      kind: 'tableShare'
      caption: number | null
      row: string
      column: string
      count: PrintedNumber
      share: PrintedNumber
      base: PrintedNumber | null
    }
  /** a share, told beside its count and what it is of; whosever they are */
  | { kind: 'spokenShare'; part: PlacedNumber; whole: PlacedNumber; share: PrintedNumber }
  /**
   * how far two numbers in front of it lie apart. `isRatio`: in per cent of the first; `isEither`: of two shares,
   * where "pct." may be said for points
   */
  | { kind: 'spokenChange'; from: PrintedNumber; to: PrintedNumber; by: PrintedNumber; isRatio: boolean; isEither: boolean }
  /** a column of whole numbers, one for each row, and as printed. `isOfAll`: beside it each share is 100 per cent */
  | { kind: 'countColumn'; label: string; says: CountedWhen[]; counts: bigint[]; texts: string[]; isOfAll: boolean }
  /**
   * the text is a document of ours, and something else stands here. `own`: what stands there in ours, null where a
   * denial is put in; `numbers`: where both are numbers; `ofFigure`: id of the number's. `document`: id of ours
   */
  | {
      kind: 'altered'
      text: string
      own: string | null
      numbers: { ours: PrintedNumber; theirs: PrintedNumber } | null
      ofFigure: string | null
      document: string
    }
  /** what words tell of several figures, or deny of one: every way it can be meant */
  | { kind: 'stated'; text: string; readings: Stated[] }
  /**
   * answers beside a rate. `of`: what the rate is of, where that is counted in something else than people: "antal
   * forløb"
   */
  | { kind: 'responseRate'; answers: PrintedNumber | null; rate: PrintedNumber; of: string | null }
)

/**
 * near: as wide as `nearly` says ("ca. 12.000" is 11.500 to 12.500) · atLeast, atMost: one side is open
 */
export type Hedge = 'near' | 'atLeast' | 'atMost'

/** No count of people or answers reaches it. */
const noLimit = exact(10n ** 15n)

/**
 * What a printed number stands for in the unit of its figure, closed at both ends, since whoever printed it may round
 * a tie either way. A count is exact; a percentage becomes a fraction; a one-sided one reaches to the end of what the
 * figure, or a change or difference of it, can be.
 *
 * @param value as it stands in print: 4.8 for "4,8 %"
 */
export function intervalOfClaim(figure: string, value: Exact, decimals: number, hedge: Hedge | null, survey: Survey): Interval {
  const { kind } = keyOfId(figure, survey) ?? {}
  const subject = subjectOf(figure, survey)
  const unit = subject ? metrics[subject.metric].unit : null
  const isCount = unit === 'answer' || unit === 'person'
  const asPrinted = isCount ? pointInterval(value) : intervalOfPrinted(value, decimals, true)
  const percent = exact(1, unit === 'share' ? 100 : 1)
  const stated = closed(scaleInterval(hedge === 'near' ? nearly(value, decimals) : asPrinted, percent))
  if (hedge === null || hedge === 'near') return stated
  const item = survey.items.find(({ id }) => id === subject?.item)
  const range = subject && item ? metrics[subject.metric].range(scaleOf(survey, item)) : null
  const max = range?.max ?? noLimit
  const min = kind === 'change' || kind === 'difference' ? fromFraction(toFraction(max).neg()) : (range?.min ?? exact(0))
  return hedge === 'atLeast' ? { ...stated, to: max } : { ...stated, from: min }
}

function closed(interval: Interval): Interval {
  return { ...interval, fromIncluded: true, toIncluded: true }
}

/**
 * What "about" may mean, to both sides: half a unit of the last digit that is not 0 (12.000 is rounded to thousands,
 * 4,50 to tenths), half of five where that digit is 5 (75 is rounded to fives), and never less than a unit of
 * the last place that is printed, since whoever says "about" claims no more. 0 itself to its last decimal.
 */
export function nearly(value: Exact, decimals: number): Interval {
  let units = toFraction(value).mul(10n ** BigInt(decimals)).n
  let zeros = 0
  while (units !== 0n && units % 10n === 0n) {
    units /= 10n
    zeros += 1
  }
  const last = units === 0n ? exact(1n) : units % 5n === 0n ? exact(5n) : exact(zeros === 0 ? 2n : 1n)
  const half = toFraction(last)
    .mul(10n ** BigInt(zeros))
    .div(10n ** BigInt(decimals))
    .div(2)
  const middle = toFraction(value)
  return {
    from: fromFraction(middle.sub(half)),
    to: fromFraction(middle.add(half)),
    fromIncluded: true,
    toIncluded: true,
  }
}

/**
 * Why a claim is not checked. `segment`, `item`, `period`, `metric`, `options`: it is not said which · `subject`: it
 * is about something that is neither segment nor item of the survey · `sense`: whether a level or a change is not
 * told · `noPrevious`: it tells of a period before the first · `irrealis`: a goal, a condition, a denial
 */
export type NotCheckedReason = 'segment' | 'item' | 'period' | 'metric' | 'options' | 'subject' | 'noPrevious' | 'irrealis' | 'sense'

/** A claim that was seen and cannot be tied to a figure. */
export type NotChecked = { text: string; reason: NotCheckedReason; place: Place }

/**
 * What a number can be that is no result of a survey. `label`: it stands in the head or at the side of a table ·
 * `count`: it counts groups, questions or the like of which nothing is told · `rule`: the fewest answers that something
 * is told of · `sum`: the 100 that shares give together
 */
export const noResultKinds = [
  'date',
  'period',
  'time',
  'name',
  'numbering',
  'identifier',
  'address',
  'otherUnit',
  'scale',
  'sum',
  'rule',
  'label',
  'count',
] as const
export type NoResultKind = (typeof noResultKinds)[number]

/** `direction`: a word of rise, fall, sameness or order: "steget", "uændret", "højest". */
export type MentionKind = 'number' | 'numberWord' | 'direction'

/**
 * Why a number or a word of direction was not read. `caption`, `cell`: it stands in the caption of a table or chart, or
 * in a cell that holds more than a number.
 */
export type UnreadReason = NotCheckedReason | NotReadReason | 'caption' | 'cell'

/**
 * A number or a word of direction, and what has become of it: read as a claim, known to be no result (a date, a page, a
 * law), or not read.
 */
export type NumberFate = {
  /** as printed: "1.755", "halvdelen", "steget" */
  text: string
  kind: MentionKind
  fate: 'claim' | 'noResult' | 'notRead'
  /** ids of the figures it was held against; none where it was held against other words of the text */
  figures: string[]
  /** ids of the findings that point to it */
  findings: string[]
  /** null for all but a number that is known to be no result */
  noResult: NoResultKind | null
  /** why it was not read; null where it was */
  reason: UnreadReason | null
  place: Place
}

/**
 * What became of a number: read, and nothing contradicts it · an error points to it · something else does · it was not
 * read · it is no result.
 */
export const markNames = ['read', 'error', 'other', 'notRead', 'noResult'] as const
export type MarkName = (typeof markNames)[number]

/** How many were read, are no results, or were not read. Words of direction are counted by themselves. */
export type Coverage = { read: number; noResults: number; notRead: number; directions: { read: number; notRead: number } }

export function coverageOf(numbers: readonly NumberFate[]): Coverage {
  const isDirection = ({ kind }: NumberFate) => kind === 'direction'
  const countOf = (among: readonly NumberFate[], wanted: NumberFate['fate']) => among.filter(({ fate }) => fate === wanted).length
  const [directions, others] = [numbers.filter(isDirection), numbers.filter((each) => !isDirection(each))]
  return {
    read: countOf(others, 'claim'),
    noResults: countOf(others, 'noResult'),
    notRead: countOf(others, 'notRead'),
    directions: { read: countOf(directions, 'claim'), notRead: countOf(directions, 'notRead') },
  }
}

/** More than a fifth of what may be a claim was not read: nothing can then be said of the text as a whole. */
export function isReadLittle({ read, notRead, directions }: Coverage): boolean {
  return 4 * (notRead + directions.notRead) > read + directions.read
}

/**
 * `numbers`: every number and word of direction of the text, in its order; nothing for our own documents, whose numbers
 * are slots.
 */
export type TextClaims = Claims & { assertions: Assertion[]; notChecked: NotChecked[]; numbers?: NumberFate[] }

// ── what our own document tells, its numbers being slots whose figures are known ──

/** What is put in order: a level, or with `previous` the change from it. Ids of figures. */
export type Ranked = { previous: string | null; current: string }

/** What one statement says of figures. Ids are those of figures; a change is told by its two. */
export type Told =
  | { is: 'change'; previous: string; current: string; told: 'rise' | 'fall' | 'unchanged' }
  /** a contribution to a change: upwards or downwards */
  | { is: 'contribution'; figure: string; told: 'rise' | 'fall' }
  | { is: 'order'; figure: string; than: string | { fixed: 'target' | 'midpoint' }; told: 'above' | 'below' | 'equal' | 'reached' }
  /** `orAlike`: also where another is as high */
  | { is: 'rank'; of: Ranked; among: Ranked[]; told: 'highest' | 'lowest'; orAlike?: boolean }
  /** a count of nobody */
  | { is: 'nobody'; figure: string }
  /** the words around a number name something else than its figure is about: it cannot be so */
  | { is: 'misnamed'; figure: string }
  | { is: 'not'; of: Told }
  | { is: 'all'; of: Told[] }
  | { is: 'howMany'; least: number; most: number; of: Told[] }

/**
 * What words and numbers tell together. `differs`: so much one lies above another, or with `isApart` from it ·
 * `grown`: a change, as a part of what was before · `portion`: one number as a part of another, or with `over` as so
 * many times another part · `end`: the highest or lowest of several is this · `spread`: so far the highest lies from
 * the lowest · `isNot`: it has another value · `held`: on which side of a point that the text names · `place`: in one
 * of these places, counted from that end; with `isLeast` from the other, of those alone that moved that way · `gap`:
 * so far two lie apart has grown or shrunk · `many`: of how many it is so · `every`: several at once · `any`: see
 * `AnyOf`.
 * Intervals in the unit of the figure; of `grown` and `portion` a fraction.
 */
export type Stated =
  | Told
  | { is: 'differs'; figure: string; than: string; by: Interval; isApart: boolean }
  | { is: 'combined'; plus: string[]; minus: string[]; by: Interval; isApart: boolean }
  | { is: 'grown'; previous: string; current: string; by: Interval }
  | { is: 'portion'; figure: string; of: string; by: Interval; over?: { figure: string; of: string } }
  | { is: 'end'; among: string[]; told: 'highest' | 'lowest'; by: Interval }
  | { is: 'spread'; among: string[]; by: Interval }
  | { is: 'isNot'; figure: string; by: Interval }
  | { is: 'held'; figure: string; point: Exact; told: 'reached' | 'missed' | 'above' | 'below' }
  | { is: 'place'; of: Ranked; among: Ranked[]; from: number; to: number; end: 'highest' | 'lowest'; isLeast?: true }
  | { is: 'gap'; between: [string, string]; before: [string, string]; told: 'rise' | 'fall' | 'unchanged' }
  | { is: 'many'; least: number; most: number; of: Stated[] }
  | { is: 'every'; of: Stated[] }
  | AnyOf

/**
 * A number that can be any of these, or what two or more of them give: results, numbers of answers, and other numbers
 * that are told. `by`: what it stands for as a result or a difference, as a count, a part, a growth; null where it can
 * be none.
 */
export type AnyOf = {
  is: 'any'
  levels: string[]
  counts: string[]
  marks: Exact[]
  by: { level: Interval | null; count: Interval | null; part: Interval | null; growth: Interval | null }
}

/** The ids of all the figures that are told of. */
export function figuresOf(told: Stated): string[] {
  switch (told.is) {
    case 'change':
    case 'grown':
      return [told.previous, told.current]
    case 'contribution':
    case 'misnamed':
    case 'nobody':
    case 'isNot':
    case 'held':
      return [told.figure]
    case 'order':
      return [told.figure, ...(typeof told.than === 'string' ? [told.than] : [])]
    case 'differs':
      return [told.figure, told.than]
    case 'portion':
      return [told.figure, told.of, ...(told.over ? [told.over.figure, told.over.of] : [])]
    case 'combined':
      return [...told.plus, ...told.minus]
    case 'gap':
      return [...told.before, ...told.between]
    case 'rank':
    case 'place':
      return [told.of, ...told.among].flatMap(({ previous, current }) => [...(previous === null ? [] : [previous]), current])
    case 'end':
    case 'spread':
      return told.among
    case 'any':
      return [...told.levels, ...told.counts]
    case 'not':
      return figuresOf(told.of)
    case 'all':
    case 'every':
    case 'howMany':
    case 'many':
      return told.of.flatMap(figuresOf)
  }
}

/**
 * Why a statement could not be held against the figures. `subject`: whom or what it is about is not said in words
 * that are known · `period`: when · `several`: it can be read in several ways that do not all agree · `leftOver`: a
 * part of it is in no form that is read · `verb`: between two numbers stands no verb that is known · `irrealis`: it
 * tells what may be, or what somebody says · `negation`: what is denied cannot be seen · `noNumber`: there is no
 * number to hold it against · `words`: it has words that are not known · `evidence`:
 * it tells how certain results are, who was measured, or why something is not shown · `beside`: it sets
 * somebody beside others, another time or a target, in a form that is not read
 */
export type NotReadReason =
  | 'subject'
  | 'period'
  | 'several'
  | 'leftOver'
  | 'verb'
  | 'irrealis'
  | 'negation'
  | 'noNumber'
  | 'words'
  | 'evidence'
  | 'beside'

/**
 * A statement of our own document. `said`: the words that decide, at `place`, whose `words` are the sentence.
 * `right`: what would stand there for each direction, where a direction is told. `readings`: every way in which it
 * can be meant, none where it could not be read; `leftOver`: why a part of it, or all, was not read.
 */
export type ToldStatement = {
  said: string
  right: Readonly<Record<Direction, string>> | null
  readings: Told[]
  leftOver: NotReadReason | null
  basis: ChangeBasis
  place: Place
  /** id of the document it stands in */
  document: string
}

/**
 * A statement of our own document that was not held against the figures. `place`: in the project where its words are
 * the author's, else the document itself.
 */
export type NotRead = { text: string; reason: NotReadReason; place: Place; document: string }

/** Its words are the author's, and no built-in template's. */
export function isAuthors({ place, document }: NotRead): boolean {
  return place.file !== document
}
