/**
 * The document tree: what a memo is, before it is HTML or PDF. Everything is decided here (numbering, marks, grid,
 * texts in the document's locale); renderers only spell. Structured-cloneable: no functions, classes or cycles.
 */
import type { Place } from '../errors.js'
import type { Change, Difference, Figure } from '../figure.js'
import type { LocaleId } from '../locale/index.js'
import type { Survey } from '../survey.js'

/**
 * Where an author's words stand in the project: from `at`, an offset in the text, at this place, one column a
 * character. `isPrinted`: a name or function printed them, and all stand where it stands. `place` null: from here on
 * they are not the author's.
 */
export type Origin = { at: number; place: AuthorsPlace | null; isPrinted: boolean }
export type AuthorsPlace = { file: string; line: number; column: number }

/**
 * A run of words. `origin`, in ascending order, where some of them are the author's; renderers pass it over.
 * `mayBegin`: on its way through a template, words that get a capital where they begin a sentence. `target`: the goal
 * whose number it is, as `Document.targets` names it.
 */
export type Text = { type: 'text'; text: string; origin?: readonly Origin[]; mayBegin?: true; target?: string }
/**
 * A number: `figure` is its id, `text` its digits as printed in the document's locale ("1.755", "8" in "et fald på
 * 8"). A unit follows as Text after U+00A0. `origin`: where the author has asked for it.
 */
export type FigureText = { type: 'figure'; figure: string; text: string; origin?: AuthorsPlace }
export type Strong = { type: 'strong'; children: Inline[] }
export type Emphasis = { type: 'emphasis'; children: Inline[] }
/** `href` is https, http or mailto */
export type Link = { type: 'link'; href: string; children: Inline[] }
/** A reference to a table or figure of this document: "Tabel 1". `target` is the block's id. */
export type Reference = { type: 'reference'; target: string; text: string }
/** A raised mark that points to a note at the end of the document. */
export type NoteReference = { type: 'noteReference'; note: string; text: string }
export type Inline = Text | FigureText | Strong | Emphasis | Link | Reference | NoteReference

/** `level` 2 is a section, 3 inside one; the title is level 1 and no block. */
export type Heading = { type: 'heading'; level: 2 | 3; id: string; children: Inline[] }
export type Paragraph = { type: 'paragraph'; children: Inline[] }
/** `themes`: points with a lead-in in strong. */
export type List = { type: 'list'; kind: 'themes' | 'bullets' | 'ordered'; items: ListItem[] }
export type ListItem = { type: 'listItem'; children: (Paragraph | List)[] }

/** Under a table or chart, in this order: marked notes, notes, source. */
export type ExhibitNote = { kind: 'marked'; mark: string; children: Inline[] } | { kind: 'note' | 'source'; children: Inline[] }

/** What tables and charts have in common. */
export type Exhibit = {
  /** anchor, unique in the document: `tabel-1` */
  id: string
  /** "Tabel 1" */
  label: string
  title: Inline[]
  /** how to read it: one line under the title, or null */
  howTo: Inline[] | null
  notes: ExhibitNote[]
}

/** A group of neighbouring columns under one heading (a period). */
export type Spanner = { id: string; label: Inline[]; columns: string[] }
/**
 * `kind` decides the width: a value column is wider than a count, and words begin under one another. `isCurrent`: the
 * column of the memo's own period, printed in 600.
 */
export type TableColumn = { id: string; label: Inline[]; kind: 'value' | 'count' | 'text'; isCurrent: boolean }
/**
 * `marks` hang outside the digits, each pointing to the marked note of that mark. `children` empty: nothing stands
 * there.
 */
export type TableCell = { children: Inline[]; marks: string[] }
/**
 * `total`: a row in 600 · `group`: a heading across the table, no cells · `row`: plain. `indent` 1 and more: a part
 * of the row above it ("Heraf: ").
 */
export type TableRow = {
  id: string
  kind: 'total' | 'group' | 'row'
  indent: number
  label: Inline[]
  /** second line in the stub, smaller and soft */
  detail: Inline[] | null
  /** one a column; none in a group row */
  cells: TableCell[]
}
export type Table = Exhibit & {
  type: 'table'
  stubHead: Inline[]
  spanners: Spanner[]
  columns: TableColumn[]
  rows: TableRow[]
}

/** A number in a picture: where it stands on the axis, and its printed text. `figure` null: of a goal. */
export type ChartNumber = { figure: string | null; value: number; text: string }
/** `text` 'neutral' under tick 50 */
export type AxisTick = { value: number; text: string; label: string | null }
/** A plain table of the chart's numbers, for those who do not see it. First column is the stub. */
export type ChartData = {
  caption: Inline[]
  columns: { id: string; label: Inline[] }[]
  rows: { id: string; label: Inline[]; indent: number; cells: Inline[][] }[]
}

/** Shown range of an axis, never fitted to the data, and its ticks. */
export type ChartAxis = { from: number; to: number; ticks: AxisTick[] }
/**
 * A difference at the right edge, with its sign: "−8", "+4", "0". `isCertain` prints it in 600; `mark` hangs outside
 * it and points to the marked note under the chart.
 */
export type ChartDifference = { figure: string; text: string; isCertain: boolean; mark: string | null }
/** A line across all rows at one value, and its name. */
export type ChartLine = { value: number; text: string }

/** Dots on one axis, a row per group: previous hollow, current filled, the change at the right edge. */
export type ChangeChart = Exhibit & {
  type: 'chart'
  kind: 'change'
  /** shown range of the axis: 50–100, or 0–100 where a value is under 50 */
  axis: ChartAxis
  /** key texts: "okt. 2022 – sep. 2023" */
  previousLabel: string
  currentLabel: string
  changeLabel: string
  rows: {
    id: string
    label: string
    indent: number
    isTotal: boolean
    previous: ChartNumber | null
    current: ChartNumber | null
    change: ChartDifference | null
    /** why a number is not there: "for få svar", where it is one of two "2024: ingen svar"; null where both are */
    absence: string | null
  }[]
  /** stands for a change that is not there */
  dash: string
  altText: string
  data: ChartData
}
/** One 100 % bar per group, best answer first on the common edge. */
export type SharesChart = Exhibit & {
  type: 'chart'
  kind: 'shares'
  /** in bar order; `tone` −1 (worst) … 1 (best) picks the colour */
  options: { id: string; label: string; tone: number }[]
  baseLabel: string
  dontKnowLabel: string | null
  /** a share under this, a fraction, has no number in any drawing; the note says so where there is one */
  leastNumbered: number
  rows: {
    id: string
    label: string
    indent: number
    isTotal: boolean
    /** one an option; `value` a fraction in [0, 1]; empty where nobody answered or it is withheld */
    shares: ChartNumber[]
    /** why there are none; null where there are */
    absence: string | null
    base: { figure: string; text: string }
    dontKnow: { figure: string; text: string } | null
    /** base and don't know in words, for the narrow drawing: "465 svar, 14 ved ikke" */
    summary: string
  }[]
  /** "100 %" */
  axisTicks: AxisTick[]
  altText: string
  data: ChartData
}
/** A line per row over all periods; the whole stands out, and every other line has a shape and dashes of its own. */
export type TrendChart = Exhibit & {
  type: 'chart'
  kind: 'trend'
  axis: ChartAxis
  /** in order of time; `at` in [0, 1]: where its middle stands between those of the first and the last */
  periods: { id: string; label: string; at: number }[]
  /** heads the changes at the right edge; null where no row has one */
  changeLabel: string | null
  rows: {
    id: string
    label: string
    indent: number
    isTotal: boolean
    /**
     * one a period. A line is drawn between neighbours that both have a number, unless the later `isAfterBreak`: asked
     * in another way than before
     */
    points: { number: ChartNumber | null; isAfterBreak: boolean }[]
    change: ChartDifference | null
    /** why the row has no number in any period; null where it has one */
    absence: string | null
  }[]
  /** stands for a change that is not there */
  dash: string
  altText: Inline[]
  data: ChartData
}
/** A dot for each of two to four whoms on one axis, a row per item or group; their numbers in columns beside it. */
export type BenchmarkChart = Exhibit & {
  type: 'chart'
  kind: 'benchmark'
  axis: ChartAxis
  /** the scale's true middle; null where it has none, or the axis does not reach it */
  middle: ChartLine | null
  /** in the order of key and columns; the first is one's own */
  whoms: { id: string; label: string }[]
  /** heads the differences at the right edge; null where no row has one */
  differenceLabel: string | null
  rows: {
    id: string
    label: string
    indent: number
    isTotal: boolean
    /** one a whom */
    numbers: (ChartNumber | null)[]
    difference: ChartDifference | null
    /** why numbers are not there, and whose: "Hele landet: ikke målt"; of all of them the reason alone */
    absence: string | null
  }[]
  /** stands for a number or a difference that is not there */
  dash: string
  altText: Inline[]
  data: ChartData
}
/** A bar per row, from 0 where the axis has one, its number at its end. */
export type BarsChart = Exhibit & {
  type: 'chart'
  kind: 'bars'
  axis: ChartAxis
  /** a number to hold the bars against, the whole's or another's */
  reference: (ChartLine & { figure: string }) | null
  /** heads the differences at the right edge; null where no row has one */
  differenceLabel: string | null
  rows: {
    id: string
    label: string
    indent: number
    isTotal: boolean
    number: ChartNumber | null
    difference: ChartDifference | null
    /** why there is no number; null where there is */
    absence: string | null
  }[]
  /** stands for a difference that is not there */
  dash: string
  altText: Inline[]
  data: ChartData
}
export type Chart = ChangeChart | SharesChart | TrendChart | BenchmarkChart | BarsChart

export type Block = Heading | Paragraph | List | Table | Chart

/** A note of the memo itself, at its end. */
export type Note = { id: string; mark: string; children: Inline[] }

/** One entry of the margin column. `label` null: the address. */
export type MarginEntry = { label: string | null; lines: string[] }

export type Document = {
  /** id of its `documents` entry: the name of its files */
  id: string
  template: string
  locale: LocaleId
  /** "Notat" */
  kind: string
  title: string
  /** the memo's own date, ISO */
  date: string
  sender: { organisation: string; administration: string | null }
  margin: MarginEntry[]
  /** at the foot of each page, left: the unit */
  footer: string
  /** at the foot of the HTML page, right: "Dokumentnummer i F2: 6884401"; or null */
  footerDetail: string | null
  blocks: Block[]
  notes: Note[]
  /** what the ids of the figures name */
  survey: Survey
  /** every printed figure and all its inputs, by id, sorted */
  figures: (Figure | Change | Difference)[]
  /** the goals whose number a table prints, `METRIC-SEGMENT-ITEM` */
  targets: readonly string[]
  /** numbers that are printed as words for there being none, since nothing asks for them */
  absent: readonly { name: string; place: Place }[]
  /** tables and charts that a template of the project's own declares, and that have nothing to show */
  unshown: readonly { name: string; place: Place }[]
  /** the project's own texts that stand in it, by their file in `sections/` */
  sections: readonly string[]
  /** something is withheld, so `value` of an HTML figure carries the printed number only */
  isRounded: boolean
}
