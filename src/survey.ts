/**
 * The nouns: what a survey is made of. Every schema has a type of the same name; the schema is what a project file
 * may say, the type is what the rest of notat works with.
 */
import { getDaysInMonth } from 'date-fns/getDaysInMonth'
import * as z from 'zod'

/** Lower-case path-safe name: figure ids are made of them. */
export const Id = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u)

/** A wording for each locale, by its id. Which locales there are is known further on, where a project is read. */
export const WordingByLocale = z.record(z.string(), z.string().min(1))
/** A wording, one for all locales or one for each. */
export const Wording = z.union([z.string().min(1), WordingByLocale])
export type Wording = z.infer<typeof Wording>

/** Why an answer does not count: the respondent does not know, the item does not apply, nothing was ticked. */
export const Missing = z.enum(['dontKnow', 'notApplicable', 'noAnswer'])
export type Missing = z.infer<typeof Missing>

const optionFields = { id: Id, label: Wording.optional(), also: z.array(z.string()).default([]) }

/** What somebody has written, word for word. Without `cleared: true` no document prints it. */
export const Quotation = z.strictObject({
  text: z.string().min(1),
  /** true: the one who wrote it has allowed it to be printed, or nobody can be known by it */
  cleared: z.boolean().default(false),
})
export type Quotation = z.infer<typeof Quotation>

/** Whether a theme of comments praises or complains. */
export const Valence = z.enum(['positive', 'negative'])
export type Valence = z.infer<typeof Valence>

/** One of several options that a respondent may tick, or one theme of comments; `none`: that none of them is so. */
const TickedOption = z
  .strictObject({
    ...optionFields,
    /** true: ticked by those to whom none of the others applies; they count in the base */
    none: z.boolean().optional(),
    /** of a theme of comments: what it says */
    valence: Valence.optional(),
    /** of a theme of comments: what was written, word for word */
    quotations: z.array(Quotation).optional(),
  })
  .transform(({ none, ...option }) => ({ ...option, score: none ? 0 : 1, ticked: none ? ('none' as const) : ('one' as const) }))

/**
 * One thing a respondent may answer. Has either a `score` (the scale's own, 1–5), or a reason why it does not count, or
 * neither, where several may be ticked: whoever has ticked it then counts 1 in it, and all others who answered 0.
 */
export const ResponseOption = z.union([
  z.strictObject({ ...optionFields, score: z.number() }),
  z.strictObject({ ...optionFields, missing: Missing }),
  TickedOption,
])
export type ResponseOption = z.infer<typeof ResponseOption>

/**
 * Ordered options, from the most to the least favourable; those that do not count stand last. Built-in ones:
 * `scales.ts`.
 */
export const Scale = z.strictObject({ id: Id, options: z.array(ResponseOption).min(2) })
/** `shareBase`: of what its item's shares are, as `Item` says; left out: of the answers that count */
export type Scale = z.infer<typeof Scale> & { shareBase?: ShareBase | undefined }

/**
 * What shares are of: the answers that count, or all who answered, "don't know" and "will not say" too. Of such an item
 * all who answered are its base, and it is told in shares alone: no mean is of them all.
 */
export const ShareBase = z.enum(['valid', 'answered'])
export type ShareBase = z.infer<typeof ShareBase>

/** From this period on an item has another scale or wording than before, and why: "Skalaen har fået fire trin". */
export const Break = z.strictObject({
  /** id of the first period that was asked in the new way */
  period: z.string(),
  /** what was changed, in a sentence that a memo may print */
  why: z.string().min(1),
})
export type Break = z.infer<typeof Break>

const itemFields = {
  id: Id,
  label: z.string().min(1),
  also: z.array(z.string()).default([]),
  /** its answers are facts ("borger i job", "borgere i job"), not opinions; answered on `yesNo` */
  counts: z.strictObject({ one: z.string().min(1), many: z.string().min(1) }).optional(),
  /** what those who have answered in favour, or against, say: finishes "… svarer, at de …" ("er tilfredse") */
  says: z.strictObject({ positive: z.string().min(1).optional(), negative: z.string().min(1).optional() }).optional(),
  /** a definite phrase for those who were asked, where that was not everybody */
  askedOf: z.string().min(1).optional(),
  /** id of the segment it is about, with all below it; default the whole */
  of: z.string().optional(),
  /** ids of the periods in which it is asked; default all */
  periods: z.array(z.string()).min(1).optional(),
  /** what somebody has published with more keeps them; with fewer it is read as if its last noughts were left out */
  decimals: z.int().min(0).max(3).optional(),
  /** a sentence that stands under the tables that show it */
  note: z.string().min(1).optional(),
  /** where its numbers are from, in place of the credit of the survey */
  credit: z.string().min(1).optional(),
  /**
   * `answered`: its shares are of all who gave one of its answers, “don’t know” too, and it has no mean; default
   * `valid`: of those that count
   */
  shareBase: ShareBase.optional(),
  /** of an index of several items: who has answered half of them counts too; else only who has answered all */
  halfAnswered: z.boolean().optional(),
  /** where it was asked in another way than before: no figure is compared across */
  breaks: z.array(Break).default([]),
}

/** One question asked, with one scale. */
const SingleItem = z.strictObject({
  ...itemFields,
  text: z.string().min(1),
  /** id of a built-in scale or of one under `scales:` */
  scale: z.string(),
  /** true: a respondent may tick several of the options, which have no score */
  multiple: z.boolean().optional(),
})

/** An index of several items: their scale is its own, and its wording may be left out. */
const SeveralItems = z.strictObject({
  ...itemFields,
  text: z.string().min(1).optional(),
  scale: z.string().optional(),
  /** ids of the items it is an index of, all on one scale */
  composite: z.array(z.string()).min(2).max(30),
})

/**
 * One question asked, with one scale, or an index of several (`composite`, their ids). `text` is its wording, `label`
 * what is measured ("Brugertilfredshed"). The scale of an index is filled in where a project is read.
 */
export const Item = z.union([SingleItem, SeveralItems]).transform(
  (item): Item => ({
    ...item,
    text: item.text ?? item.label,
    scale: item.scale ?? '',
  }),
)
export type Item = z.infer<typeof SingleItem> & { composite?: string[] | undefined }

/** ISO date that exists: `2023-10-01`. */
export const IsoDate = z.iso.date()

/** A measuring period, both ends included. Its id and printed forms are made from its dates (`periodId`). */
export const Period = z.strictObject({ from: IsoDate, to: IsoDate }).transform((dates) => ({ id: periodId(dates), ...dates }))
export type Period = { id: string; from: string; to: string }

/**
 * `2024` a calendar year · `2023-24` twelve months over a new year · `2024-h1` half-year · `2024-q1` quarter ·
 * `2024-03` month · else both dates joined by `_`.
 */
export function periodId({ from, to }: { from: string; to: string }): string {
  if (!isWholeMonths({ from, to })) return `${from}_${to}`
  const [fromYear, fromMonth] = from.split('-').map(Number) as [number, number]
  const [toYear, toMonth] = to.split('-').map(Number) as [number, number]
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth + 1
  if (months === 12) return fromMonth === 1 ? `${fromYear}` : `${fromYear}-${String(toYear).slice(2)}`
  if (months === 6 && fromMonth % 6 === 1) return `${fromYear}-h${(fromMonth + 5) / 6}`
  if (months === 3 && fromMonth % 3 === 1) return `${fromYear}-q${(fromMonth + 2) / 3}`
  if (months === 1) return `${fromYear}-${from.slice(5, 7)}`
  return `${from}_${to}`
}

/** From the first of a month to the last of one. */
export function isWholeMonths({ from, to }: { from: string; to: string }): boolean {
  const [year, month, day] = to.split('-').map(Number) as [number, number, number]
  return from.endsWith('-01') && day === getDaysInMonth(new Date(year, month - 1))
}

/** What the members of a list are called, one and many of them; `neuter`: whether "one" of them is of that gender. */
const Called = z.strictObject({ one: z.string().min(1), many: z.string().min(1), neuter: z.boolean().optional() })
export type Called = z.infer<typeof Called>

const segmentFields = {
  id: Id,
  /** full name, as tables print it: "Brobygning til uddannelse for unge" */
  label: z.string().min(1),
  /** second line in a table: "For uddannelsesparate uddannelseshjælpsmodtagere" */
  detail: z.string().min(1).optional(),
  /** short name for headings and charts; default the label */
  short: z.string().min(1).optional(),
  /** definite plural, lower case, no preposition: "de eksterne aktiveringstilbud" */
  phrase: z.string().min(1).optional(),
  /** the preposition that leads to it from what is measured: "med" for "tilfredshed med …"; default the locale's */
  about: z.string().min(1).optional(),
  /** other names that data files and printed claims use */
  also: z.array(z.string()).default([]),
  /** what its parts are called, for one and for many */
  partsCalled: Called.optional(),
  /** false: the parts do not cover it, so they give no total */
  complete: z.boolean().default(true),
  /** true: one respondent may be in several parts, so they give no total */
  overlap: z.boolean().default(false),
  /** ids of the periods in which it has figures; default all */
  periods: z.array(z.string()).optional(),
}

/** A node in the tree of groups that results are split by. */
export type Segment = z.infer<z.ZodObject<typeof segmentFields>> & { parts?: Segment[] | undefined }
export const Segment: z.ZodType<Segment> = z.strictObject({
  ...segmentFields,
  get parts() {
    return z.array(Segment).min(1).optional()
  },
}) as unknown as z.ZodType<Segment>

/** What stands for the groups of a survey that has none, because it tells of those of others alone. */
const unmeasured: Segment = { id: 'all', label: '', also: [], complete: true, overlap: false }

/** Whether a survey asks nobody itself. */
export function isOfRecordsAlone({ items, periods }: Pick<Survey, 'items' | 'periods'>): boolean {
  return items.length === 0 && periods.length === 0
}

/** Who gives the service: a supplier (`external`) or a municipal centre (`internal`); belongs to leaf segments. */
export const Provider = z.strictObject({
  id: Id,
  label: z.string().min(1),
  kind: z.enum(['internal', 'external']),
  segments: z.array(z.string()).min(1),
  also: z.array(z.string()).default([]),
})
export type Provider = z.infer<typeof Provider>

/**
 * What others got: it has figures as a segment has, and belongs to no tree. Figure ids have it in the segment's
 * place: `mean/kommuner/2024`.
 */
export const Benchmark = z.strictObject({
  id: Id,
  /** "Alle kommuner" */
  label: z.string().min(1),
  /** inside a sentence: "alle kommuner"; default the label */
  phrase: z.string().min(1).optional(),
  /** other names that data files and printed claims use */
  also: z.array(z.string()).default([]),
})
export type Benchmark = z.infer<typeof Benchmark>

/**
 * What a number may be held against that is nobody's: what was decided to reach, and the middle of the scale. They
 * stand in figure ids in a segment's place, so no segment or benchmark may be called so.
 */
export const fixedPoints = ['target', 'midpoint'] as const
export type FixedPoint = (typeof fixedPoints)[number]

export function isFixedPoint(id: string): id is FixedPoint {
  return fixedPoints.some((point) => point === id)
}

/** What was decided to reach: a figure of a segment, in every period, is to be this value or more. */
export const Target = z.strictObject({
  /** id of a segment */
  segment: z.string(),
  /** id of an item; default the survey's first */
  item: z.string().optional(),
  /** id of a metric that is asked of no options: `indexScore`, `mean`, `topTwoBox`, `responseRate` */
  metric: z.string(),
  /** in the unit the metric is printed in: 80 for 80 index points or 80 per cent, 4.2 for a mean */
  value: z.number(),
  /** which number is held against it. `unrounded`: a printed 4.2 may miss 4.2. `printed`: it does not */
  basis: z.enum(['printed', 'unrounded']).default('unrounded'),
})
export type Target = z.infer<typeof Target>

/** Numbers that may be known of somebody else's survey. */
export const recordNumbers = ['answers', 'invited', 'responseRate', 'result', 'target'] as const
export type RecordNumber = (typeof recordNumbers)[number]

export function isGivenNumber(field: string): field is RecordNumber {
  return recordNumbers.some((number) => number === field)
}

const given = z.string().min(1).optional()

/**
 * A survey of somebody else's, told of beside one's own or beside others. Its numbers are written as its source has
 * them; where a project is read they get their neutral spelling ("4.2", "50%").
 */
export const SurveyRecord = z.strictObject({
  id: Id,
  /** whose it is: "Aalborg Kommune" */
  label: z.string().min(1),
  /** when, as it stands in a sentence: "each year since 2010" */
  years: given,
  /** how, as it stands in a sentence: "telephone interviews" */
  method: given,
  conductedBy: given,
  /** its lowest and its highest answer: [1, 5] */
  scale: z.array(z.number()).min(2).max(2).optional(),
  answers: given,
  invited: given,
  /** in per cent; computed where answers and invited are known */
  responseRate: given,
  /** its result on its scale, or a share in per cent */
  result: given,
  /** what it is to reach, on its scale or in per cent */
  target: given,
  /** what it asks about */
  themes: z.array(z.string().min(1)).default([]),
  /** where it is described */
  source: given,
})
export type SurveyRecord = z.infer<typeof SurveyRecord>

/** One goal of a survey, as documents and messages name it. */
export function targetId({ metric, segment, item }: Pick<Target, 'metric' | 'segment' | 'item'>, { items }: Pick<Survey, 'items'>): string {
  return `${metric}-${segment}-${item ?? items[0]?.id}`
}

/** The instrument: what was asked, how it was answered, when, and of whom. */
export const Survey = z.strictObject({
  title: z.string().min(1),
  /**
   * the title inside a sentence; default the title with its first letter lowered, unless that begins an abbreviation
   */
  topic: z.string().min(1).optional(),
  /** who is credited after "Kilde:" */
  credit: z.string().min(1).optional(),
  /** who answers: "borger", "borgere", "borgerne"; default the locale's */
  respondents: z.strictObject({ one: z.string().min(1), many: z.string().min(1), definite: z.string().min(1) }).optional(),
  /** what the response rate is a share of, where it is not people: "forløb", "forløb", "forløbene" */
  invitedCalled: z.strictObject({ one: z.string().min(1), many: z.string().min(1), definite: z.string().min(1) }).optional(),
  /** what its items are called: "tema", "temaer"; default the locale's "spørgsmål" */
  itemsCalled: Called.optional(),
  /** results with fewer answers than this are withheld. Unweighted count, default 5 */
  minimumBase: z.int().min(1).default(5),
  /** so are results of groups with fewer invited than this, where that is known */
  minimumInvited: z.int().min(1).optional(),
  /** ids of groups whose results are rather shown, where one of several must be withheld to protect another */
  prefer: z.array(z.string()).default([]),
  /** a change with fewer answers than this on either side is said to rest on too few. Default 30 */
  minimumBaseForChange: z.int().min(2).default(30),
  scales: z.array(Scale).default([]),
  /** these three may be left out together where there are records: nothing is then measured, and nothing computed */
  items: z.array(Item).min(1).default([]),
  periods: z.array(Period).min(1).default([]),
  segments: Segment.default(unmeasured),
  providers: z.array(Provider).default([]),
  benchmarks: z.array(Benchmark).default([]),
  targets: z.array(Target).default([]),
  records: z.array(SurveyRecord).default([]),
  /** what records are called, for one and for many; default the locale's "survey", "surveys" */
  recordsCalled: z.strictObject({ one: z.string().min(1), many: z.string().min(1) }).optional(),
})
export type Survey = z.infer<typeof Survey>

/** Counts per response option for one base. `counts[option id]`: whole, not negative; an option left out counts 0. */
export type AnswerDistribution = { scale: Scale; counts: Readonly<Record<string, number>> }

/** A node of a segment tree: its depth (root 0) and what it is a part of. */
export type SegmentNode = { segment: Segment; depth: number; parent: Segment | null }

/** Trees are asked for their nodes again and again, and never change. */
const nodesOfTrees = new WeakMap<Segment, readonly SegmentNode[]>()

/** The nodes of a segment tree, each before its parts. */
export function segmentsOf(root: Segment): readonly SegmentNode[] {
  const known = nodesOfTrees.get(root)
  if (known) return known
  const nodes: SegmentNode[] = []
  const visit = (segment: Segment, depth: number, parent: Segment | null): void => {
    nodes.push({ segment, depth, parent })
    for (const part of segment.parts ?? []) visit(part, depth + 1, segment)
  }
  visit(root, 0, null)
  nodesOfTrees.set(root, nodes)
  return nodes
}

const nodesById = new WeakMap<Segment, ReadonlyMap<string, SegmentNode>>()

function nodeById(root: Segment, id: string): SegmentNode | undefined {
  const known = nodesById.get(root)
  if (known) return known.get(id)
  const nodes = new Map(segmentsOf(root).map((node) => [node.segment.id, node]))
  nodesById.set(root, nodes)
  return nodes.get(id)
}

export function segmentById(root: Segment, id: string): Segment | undefined {
  return nodeById(root, id)?.segment
}

/** Of what a segment is a part; null for the whole, and for what is not in the tree. */
export function parentOf(root: Segment, id: string): Segment | null {
  return nodeById(root, id)?.parent ?? null
}

/**
 * Whom figures can be about: every segment of the tree, each before its parts, then the benchmarks, which have none.
 */
export function segmentsAndBenchmarks({ segments, benchmarks }: Pick<Survey, 'segments' | 'benchmarks'>): Segment[] {
  return [...segmentsOf(segments).map(({ segment }) => segment), ...benchmarks.map(withoutParts)]
}

export function segmentOrBenchmark({ segments, benchmarks }: Pick<Survey, 'segments' | 'benchmarks'>, id: string): Segment | undefined {
  const benchmark = benchmarks.find((candidate) => candidate.id === id)
  return segmentById(segments, id) ?? (benchmark && withoutParts(benchmark))
}

function withoutParts(benchmark: Survey['benchmarks'][number]): Segment {
  return { ...benchmark, complete: true, overlap: false }
}

/** Whether a tree's nodes are measured is asked for every row that is read. */
const measuredNodes = new WeakMap<Segment, Map<string, boolean>>()

/**
 * Whether a segment is measured in a period: it is not said to be left out, and it is a leaf or one of its parts is
 * measured. A node none of whose parts is measured may still have data of its own; it then counts as a leaf.
 */
export function isMeasuredIn(segment: Segment, period: string): boolean {
  const known = measuredNodes.get(segment) ?? new Map<string, boolean>()
  measuredNodes.set(segment, known)
  const earlier = known.get(period)
  if (earlier !== undefined) return earlier
  const isMeasured = isAllowedIn(segment, period) && (isLeaf(segment) || (segment.parts ?? []).some((part) => isMeasuredIn(part, period)))
  known.set(period, isMeasured)
  return isMeasured
}

/** Whether it may have figures in a period, as the project says of it itself. */
export function isAllowedIn({ periods }: Pick<Segment, 'periods'>, period: string): boolean {
  return periods?.includes(period) ?? true
}

/** Answers of the period are given for it itself: it is a leaf, or none of its parts is measured. */
export function isLeafIn(segment: Segment, period: string): boolean {
  return isAllowedIn(segment, period) && !(segment.parts ?? []).some((part) => isMeasuredIn(part, period))
}

export function isLeaf(segment: Segment): boolean {
  return !segment.parts?.length
}

/** The segment that an item is about, and which is the whole of it. */
export function wholeOf({ segments }: Pick<Survey, 'segments'>, { of }: Pick<Item, 'of'>): Segment {
  return (of === undefined ? undefined : segmentById(segments, of)) ?? segments
}

/** Whether an item is asked of a segment of the tree: it is the one that the item is about, or below it. */
export function isAskedOf(survey: Pick<Survey, 'segments'>, item: Pick<Item, 'of'>, segment: string): boolean {
  return segmentById(wholeOf(survey, item), segment) !== undefined
}

/** The periods in which an item is asked. */
export function periodsOf({ periods }: Pick<Survey, 'periods'>, item: Pick<Item, 'periods'>): Period[] {
  return periods.filter(({ id }) => isAskedIn(item, id))
}

export function isAskedIn({ periods }: Pick<Item, 'periods'>, period: string): boolean {
  return periods?.includes(period) ?? true
}

/**
 * The period that a text means where it names none: its own, or of an item that is not asked in that the item's last.
 */
export function periodMeant(survey: Pick<Survey, 'items' | 'periods'>, item: string | null, period: string): string {
  const asked = survey.items.find(({ id }) => id === item)
  if (!asked || isAskedIn(asked, period)) return period
  return periodsOf(survey, asked).at(-1)?.id ?? period
}

/** The columns notat reads, by our names. A file's own headings are found in the locales, or mapped with `columns:`. */
export const columnNames = [
  'date',
  'period',
  'segment',
  'provider',
  'item',
  'answer',
  'count',
  'metric',
  'value',
  'base',
  'figure',
  'place',
] as const
export type ColumnName = (typeof columnNames)[number]
