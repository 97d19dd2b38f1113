/**
 * The look of a memo as plain values: one source for HTML, charts and PDF. Black text on white, one blue, one family,
 * and rules instead of boxes.
 */
import type { Weight } from './fonts.js'

/** A colour by its job, as `#rrggbb`. Text has at least 4.5:1 to what it stands on, marks that carry meaning 3:1. */
export type ColourName =
  | 'paper'
  | 'ink' // text, strong rules
  | 'soft' // labels, heads, notes
  | 'accent' // kind of memo, numbers of tables, links
  | 'hair' // rules between rows: help only, never the carrier of meaning
  | 'grid' // gridlines of charts: as hair
  | 'current' // dot of the current period
  | 'previous' // ring of the previous period
  | 'link' // line between two dots
  | 'edge' // outline of every bar segment; it carries the 3:1 of the pale ones
  | 'best' // answers, from the most to the least favourable
  | 'good'
  | 'middle'
  | 'poor'
  | 'worst'
  | 'onEnds' // numbers on best and worst
  | 'onMiddle' // numbers on the three between them

export type Palette = Readonly<Record<ColourName, string>>

/** Paper, PDF and light screens. Answers differ in grey as well: darkest at the ends. */
export const light: Palette = Object.freeze({
  paper: '#ffffff',
  ink: '#16202a',
  soft: '#4a5764',
  accent: '#174a7c',
  hair: '#cbd3db',
  grid: '#d9dfe5',
  current: '#174a7c',
  previous: '#62707d',
  link: '#84919e',
  edge: '#7d8a96',
  best: '#174a7c',
  good: '#6ea3cf',
  middle: '#dfe4e8',
  poor: '#e8b184',
  worst: '#a34a12',
  onEnds: '#ffffff',
  onMiddle: '#16202a',
})

/** Dark screens only. Answers are lightest at the ends. */
export const dark: Palette = Object.freeze({
  paper: '#12181f',
  ink: '#e7ebef',
  soft: '#abb6c1',
  accent: '#95c3f0',
  hair: '#3a4652',
  grid: '#313c47',
  current: '#95c3f0',
  previous: '#9aa7b3',
  link: '#6c7985',
  edge: '#8996a3',
  best: '#95c3f0',
  good: '#3f74a6',
  middle: '#47525d',
  poor: '#9a5b2b',
  worst: '#f2b583',
  onEnds: '#12181f',
  onMiddle: '#ffffff',
})

/** Answers, from the least to the most favourable. */
export const answerColours = Object.freeze(['worst', 'poor', 'middle', 'good', 'best'] as const satisfies ColourName[])

export type AnswerColour = (typeof answerColours)[number]

/** `tone` −1 (least favourable) … 1 (most favourable) */
export function answerColour(tone: number): AnswerColour {
  const step = Math.round((Math.min(1, Math.max(-1, tone)) + 1) * 2)
  return answerColours[step] as AnswerColour
}

/** The colour of a number that stands on an answer's. */
export function onAnswer(colour: AnswerColour): ColourName {
  return colour === 'best' || colour === 'worst' ? 'onEnds' : 'onMiddle'
}

/**
 * The page: A4, in points. The text keeps its measure; tables and charts use the full width, text and margin column
 * together.
 */
export const page = Object.freeze({
  width: 595.28,
  height: 841.89,
  left: 68,
  right: 60,
  top: 57,
  bottom: 62,
  /** width of the running text, about 70 characters */
  measure: 312,
  /** between text and margin column */
  gutter: 33,
  marginColumn: 122,
  fullWidth: 467.28,
  /** from the end of the text area to the footer */
  footerGap: 22,
})

/** A job text may have on paper. `size` and `leading` (distance between baselines) in points. */
export type TextStyle = Readonly<{ size: number; leading: number; weight: Weight; colour: ColourName }>

const style = (size: number, leading: number, weight: Weight, colour: ColourName): TextStyle =>
  Object.freeze({ size, leading, weight, colour })

/** One style per job; there is no other size or weight. */
export const paperText = Object.freeze({
  title: style(21, 24.5, 600, 'ink'),
  kind: style(13, 16.3, 600, 'accent'),
  /** heading of level 2 */
  section: style(13, 16.3, 600, 'ink'),
  /** heading of level 3 */
  subsection: style(10.5, 15, 600, 'ink'),
  body: style(10.5, 15, 400, 'ink'),
  exhibitTitle: style(10.5, 14, 600, 'ink'),
  /** "Tabel 1:" before the title */
  exhibitLabel: style(10.5, 14, 600, 'accent'),
  howTo: style(9, 12, 400, 'soft'),
  spanner: style(9.5, 12.6, 600, 'ink'),
  tableHead: style(9, 12, 400, 'soft'),
  cell: style(9.5, 12.6, 400, 'ink'),
  /** the current period's column, the total's row */
  strongCell: style(9.5, 12.6, 600, 'ink'),
  /** second line in the stub */
  detail: style(8.5, 11.5, 400, 'soft'),
  marginLabel: style(8.5, 11.5, 400, 'soft'),
  marginValue: style(9.5, 12.6, 400, 'ink'),
  senderOrganisation: style(9.5, 12.6, 600, 'ink'),
  senderAdministration: style(9.5, 12.6, 400, 'soft'),
  exhibitNote: style(8.5, 11.5, 400, 'soft'),
  note: style(9, 12.6, 400, 'soft'),
  footer: style(8.5, 11.5, 400, 'soft'),
})

/** Widths of rules, in points. */
export const paperRules = Object.freeze({
  /** over the letterhead, in accent */
  letterhead: 3,
  /** opens every table and chart, in ink */
  strong: 1.25,
  /** under each spanner, under the head, at the end of a table, in ink */
  plain: 0.75,
  /** between rows, left of the margin column, in hair */
  hair: 0.5,
})

/** Distances, in points. */
export const paperSpace = Object.freeze({
  overSection: 14,
  underHeading: 3,
  betweenParagraphs: 7,
  betweenThemes: 4.5,
  overExhibit: 9,
  underExhibit: 13,
})

/**
 * How close a memo may be set on paper, from the look's own distances down: the next is tried where a few lines are
 * left for a last page, or a page would have a hole. Shares of the look's own lengths.
 */
export type Density = Readonly<{
  /** between blocks */
  space: number
  /** between baselines */
  leading: number
  /** over and under the text of a table's row, and between the rows of a chart */
  rows: number
}>

export const densities: readonly Density[] = Object.freeze([
  { space: 1, leading: 1, rows: 1 },
  { space: 0.85, leading: 0.98, rows: 0.9 },
  { space: 0.7, leading: 0.96, rows: 0.8 },
  { space: 0.6, leading: 0.94, rows: 0.7 },
])

/** Tables, in points. Number columns are fixed and the stub takes the rest, so that two tables of a memo line up. */
export const paperTable = Object.freeze({
  valueColumn: 81,
  countColumn: 49,
  /** between words and what stands left of them */
  textGap: 12,
  /** left of a spanner: its rule never touches the next one's */
  spannerGap: 13,
  /** of a part, for each level */
  indent: 12,
})

/** Drawings of charts, in CSS pixels. A wide one is `page.fullWidth` points wide on paper. */
export const chartSizes = Object.freeze({
  wide: { width: 800 },
  narrow: { width: 320 },
  text: 14,
  /** of the change at the right edge */
  change: 15,
})
