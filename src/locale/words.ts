/** What a locale must say: every word that is not a template's. */
import type { CountedWhen, Coverage, MarkName, MentionKind, NotCheckedReason, NotReadReason, UnreadReason } from '../claim.js'
import type { Place, ProblemWords } from '../errors.js'
import type { Certainty, Direction, Figure, FormulaId, TestedAgainst, WhyNoTotal } from '../figure.js'
import type { CheckId, FigureName, HeldAgainst, NotShown, SpokenCandidate, SpokenEvidence, SpokenFinding } from '../finding.js'
import type { MetricId } from '../metrics.js'
import type { NumberMarks } from '../printed.js'
import type { ScaleWords } from '../scales.js'
import type { Called, ColumnName, FixedPoint } from '../survey.js'
import type { SourceRemark } from '../tally.js'
import type { KeyWords } from './english-keys.js'
import type { StatementWords } from './statement-words.js'

/**
 * A section a family of words; each locale file holds them in this order. Words for renderers are plain strings,
 * sentences with values functions.
 */
export type Locale = {
  /** its name in the list of locales, and in `locale:` and `numbers:` of a project */
  id: string
  /** BCP 47, for `lang` */
  language: string
  /** how numbers are written, in what notat prints and in files that say `numbers:` */
  numbers: NumberMarks & { minus: string }
  /** response options of the built-in scales: the label that is printed, then other wordings that data files use */
  scales: ScaleWords
  /** headings of data files: the one we name, then others, which count where no column goes by the first */
  columns: Record<ColumnName, readonly [string, ...string[]]>
  /** headings that stand for a column where no other heading does, the likeliest first */
  looseColumns: Partial<Record<ColumnName, readonly string[]>>
  /** what stands in a column of ticks where the option is ticked, and where it is not; in lower case */
  ticks: { yes: readonly string[]; no: readonly string[] }
  /** names of metrics in data files, beside their ids */
  metrics: Record<MetricId, readonly [string, ...string[]]>
  /** keys of notat.yaml: what each is for, and an example as it may stand there */
  keys: KeyWords
  /** errors in project, data, templates */
  problems: ProblemWords['problems']
  /** what the command line says */
  cli: {
    help: string
    progress: (progress: { stage: 'read' | 'derive' | 'audit' | 'compose' | 'render'; name: string | null }) => string
    /** what is wrong also in these places of the file, lines or cells, of so many in all */
    alsoAt: (times: number, places: string[]) => string
    /** one file read; `unused`: headings of columns that were not needed */
    /** `rows` null: some of the answers are withheld, and a row may be one of them */
    read: (source: { file: string; holds: string; rows: number | null; unused: string[] }) => string
    /** what else was done with a file, each in a line under it */
    remarks: { [K in SourceRemark['kind']]: (remark: Extract<SourceRemark, { kind: K }>) => string }
    /**
     * the result in a sentence; numbers and periods come spelled ("2023-24", then "i 2022-23"), `previous` null where
     * nothing is compared
     */
    headline: (result: {
      label: string
      value: string
      period: string
      previous: {
        value: string
        during: string
        /**
         * the number now of the groups that are measured in both periods, where they are not all; null where they are
         */
        common: string | null
        /** with its sign; null where neither a rise nor a fall is told */
        change: string | null
        /** the same number both times, and not only by rounding */
        isExact: boolean
      } | null
    }) => string
    noResult: (result: { label: string; period: string }) => string
    /**
     * What is withheld in a period, in one line: how many, and where others could have been withheld instead all of
     * them by their labels, so that nobody sees which are the small ones. `during`: "i 2024"
     */
    withheld: (cost: {
      small: number
      others: number
      isChoice: boolean
      withheld: { segment: string; provider: string | null }[]
      isChanged: boolean
      during: string
    }) => string
    /** lines at the head of published.yaml */
    publishedHead: string[]
    /** what follows is not to be published */
    confidential: string
    /** what `init` has guessed, and still says so in notat.yaml */
    guess: (guess: { file: string; line: number; wanted: string }) => string
    unmatchedAccept: (accept: { finding: string; line: number }) => string
    noDocuments: string
    /** what stands before a finding: how grave it is */
    level: { error: string; warning: string; note: string; accepted: string }
    stopped: string
    /** what the project asks for and no document shows, in one line */
    notShown: (omitted: NotShown) => string
    /** result of `--check`, a line each */
    checked: (check: { drifted: string[]; count: number }) => string[]
    /** a file that is not as the project would make it */
    drifted: (name: string) => string
    /** a number seen in a text that cannot be tied to a figure */
    notChecked: (seen: { text: string; reason: NotCheckedReason; place: string; page: number | null }) => string
    /** why a number or a word of direction was not read */
    unread: (reason: UnreadReason, kind: MentionKind) => string
    /** the text with each number marked, which `--verbose` shows */
    marked: {
      head: string
      /** a number that shows what its mark means */
      example: string
      legend: Readonly<Record<MarkName, string>>
      page: (page: number) => string
      /** `words`: some of those it is said of, besides `others`. `isFound`: `why` is a finding, and names its number */
      note: (note: { words: readonly string[]; others: number; why: string; isFound: boolean }) => string
    }
    /** the result of an audit in a sentence */
    /** `coverage`: of a text; null of tables of claims, which are read as a whole */
    audited: (result: { claims: number; errors: number; others: number; coverage: Coverage | null }) => string
    written: (result: { count: number; folder: string; seconds: string }) => string
    /** the documents cannot be made, so nothing is known of where a figure is printed */
    /** statements of a memo that were not held against its figures */
    notRead: {
      /** `template`: the file of a project's own; null for its sections */
      count: (count: number, template: string | null) => string
      /** `at`: its place; `documents`: those it stands in, where several are told of */
      line: (statement: { text: string; reason: NotReadReason; at: string; documents: readonly string[] }) => string
      title: string
      reason: (reason: NotReadReason) => string
    }
    notComposed: string
    /** several figures are printed as the number that was asked for */
    severalFigures: (asked: { number: string; count: number }) => string
    /** a figure that is explained further up */
    explainedAbove: string
    notPrinted: string
  }
  /** what `notat init` writes into a first notat.yaml, asks for and says */
  init: InitWords
  /** how numbers, dates, periods and lists are spelled in a document, and what its tables, charts and notes say */
  document: DocumentWords
  /** words that tell what a printed number or sentence is about; what claims in running text are recognised by */
  claimWords: ClaimWords
  /** words by which a memo's own statements are read back */
  statementWords: StatementWords
  findings: FindingWords
  /** where a figure comes from */
  explain: ExplainWords
  /** what renderers say by themselves */
  render: {
    /** where its long words may be parted, loaded when a document has such words */
    hyphenation: () => Promise<(word: string) => string[]>
    /** describes the figures embedded in a PDF */
    figuresAttachment: string
    /** aria-label of the margin column */
    caseDetails: string
    /** hidden before the name of an indented part */
    ofWhich: string
    dataBehindChart: string
    /** heads a chart's numbers where they stand as a table of their own, without its title; `label`: "Figur 2" */
    numbersBehind: (label: string) => string
    /** over what goes on from the page before */
    continued: (label: string) => string
    notes: string
    backToText: string
    /** aria-label of the link from a number to where it comes from */
    explanation: string
    /** label of a note reference for those who listen: "Note 1" */
    noteLabel: (mark: string) => string
  }
}

/** How findings are worded. A wording never says which number is wrong where the numbers cannot tell. */
export type FindingWords = {
  /** "indekstal for Samlet, 2023-24" */
  figureName: (name: FigureName) => string
  /** what each check finds, in a few words without a full stop, and why that matters, in one line */
  rules: { [C in CheckId]: { finds: string; why: string } }
  /** title and reasons of each check's findings */
  checks: { [C in CheckId]: (finding: SpokenFinding<C>) => { title: string; lines: string[] } }
  /** a finding that rests on a number that is withheld; `name` null where it is of no figure */
  discreet: (found: { name: FigureName | null; place: Place | null }) => { title: string; lines: string[] }
  /** what would mend it: one line for each way, all of equal standing */
  candidates: (candidates: SpokenCandidate[]) => string[]
  /** under a finding where more is asked for: why its check matters */
  why: (reason: string) => string
  /** `words`: besides those of the title, what does not hold; `doubtful`: what holds with some repairs only */
  changesConclusion: (words: string[], doubtful: string[]) => string
  /** stands before the findings that vanish with this one */
  consequences: string
  /** a title that is true of other places too */
  alike: (title: string, others: SpokenEvidence[]) => string
  accepted: (reason: string) => string
}

/** What a figure is, apart from whom it is about. Labels and periods come spelled. */
export type SpokenFigure = {
  kind: Figure['kind']
  /** null of a typed number */
  metric: MetricId | null
  contribution: 'within' | 'mix' | null
  part: string | null
  against: HeldAgainst | null
  options: string[]
  periods: string[]
}

/** Where a number was read or counted, as the wording of its formula has it. */
type MadeFrom = {
  places: string[]
  countedIn: string[]
  parts: 'sum' | 'mean' | null
  isMidpoint: boolean
  fixed: FixedPoint | null
}

/** How it is told where a figure comes from. Numbers come spelled in the locale. */
export type ExplainWords = {
  /** heading of the annex, and what it is for; `isRounded`: only rounded numbers are told */
  title: string
  intro: (isRounded: boolean) => string
  /** a segment's figures under one heading, and those that are nobody's */
  group: (group: { label: string; count: number }) => string
  otherSources: string
  /** "Indekstal for Samlet, 2023-24"; `of` empty: it stands under the name of whom it is about */
  name: (figure: SpokenFigure & { of: string }) => string
  /** parts that are not told of, together */
  others: string
  labels: {
    calculation: string
    rounding: string
    interval: string
    certainty: string
    status: string
    inputs: string
    printedIn: string
  }
  /**
   * `countedIn`: files of answers · `parts`: what its parts' numbers are put together by, where that is told too ·
   * `isMidpoint`: neither what was read nor what is calculated can be its value · `fixed`: what a difference is taken
   * from, where that is nobody's number
   */
  formulas: { [F in FormulaId]: (made: MadeFrom) => string }
  /** "data/2023-24.csv, linje 2, kolonne 24" */
  place: (place: Place) => string
  /**
   * `fraction`: the unrounded value where its decimals do not end · `isOfPrinted`: it is the difference of two
   * rounded numbers · `other`: what the unrounded difference would be rounded to, where that is another number
   */
  rounding: (rounding: {
    unrounded: string
    fraction: string | null
    printed: string
    isOfPrinted: boolean
    other: string | null
  }) => string
  /** `printed`: all numbers that may be printed for it · `isOfPrinted` as above */
  interval: (interval: {
    from: string
    to: string
    fromIncluded: boolean
    toIncluded: boolean
    printed: string[]
    isOfPrinted: boolean
  }) => string
  certainty: (reasons: {
    certainty: Certainty
    z: { min: string; max: string } | null
    threshold: string
    /** null of a change */
    testedAgainst: TestedAgainst | null
    /** of a difference its own as `current`; null where nobody knows, and of an exact number */
    answers: { previous: string | null; current: string | null }
    minimumBase: string
  }) => string
  /** null where there is nothing to say */
  statuses: { [S in Figure['status']]: (figure: { minimumBase: number; places: string[]; kind: Figure['kind'] }) => string | null }
  /** a place in a document: "Konklusion", "Tabel 1", "note 1" */
  printedPlace: (place: { kind: 'text' | 'table' | 'chart' | 'note'; section: string | null; label: string | null }) => string
}

/**
 * Words by which claims in running text are recognised, all in lower case. An entry of several words is matched as a
 * whole, the longest first. Lists hold every inflected form that counts: nothing is matched by its beginning.
 */
export type ClaimWords = {
  /** inflected forms of a name must meet: the word without its ending */
  stem: (word: string) => string
  /** in front of a name, and no part of it: "de", "det", "den" */
  articles: readonly string[]
  /** after a hyphen at a line's end these leave it standing: "job- og beskæftigelsescentre" */
  conjunctions: readonly string[]
  /** abbreviations whose full stop ends no sentence, without the stop */
  abbreviations: readonly string[]
  /** whole numbers in words, from nought to twelve */
  numbers: Readonly<Record<string, number>>
  /** fractions in words, as parts of a whole: "halvdelen" 1 of 2 */
  fractions: Readonly<Record<string, readonly [part: number, whole: number]>>
  directions: { rise: readonly string[]; fall: readonly string[]; unchanged: readonly string[] }
  /** before a number: near it, not under it, not over it */
  hedges: { near: readonly string[]; atLeast: readonly string[]; atMost: readonly string[] }
  /** a sentence with one of these before its claim tells what is not, or not yet, so */
  irrealis: readonly string[]
  /** what is counted or measured, by metric; `level` names satisfaction itself, whatever the metric */
  metrics: {
    indexScore: readonly string[]
    mean: readonly string[]
    base: readonly string[]
    invited: readonly string[]
    responseRate: readonly string[]
    level: readonly string[]
    share: readonly string[]
  }
  /** what follows a number */
  units: {
    indexPoint: readonly string[]
    point: readonly string[]
    percentagePoint: readonly string[]
    percent: readonly string[]
    answer: readonly string[]
    person: readonly string[]
  }
  /** "84 ud af 100", "6 ud af 10" */
  outOf: readonly string[]
  scale: readonly string[]
  from: readonly string[]
  to: readonly string[]
  /** between a direction and its size: "steget med 4", "et fald på 8" */
  by: readonly string[]
  /** between a level's name and its number: "er på 84", "ligger på 4,4", "svarer 4,4" */
  levelBefore: readonly string[]
  /** in front of what a number is compared with: "sammenlignet med", "mod" */
  comparedWith: readonly string[]
  /** heads of columns that hold changes */
  change: readonly string[]
  /** between a level and the earlier one: "74 mod 82" */
  against: readonly string[]
  /** the measuring period before this one: "seneste undersøgelse" */
  previousPeriod: readonly string[]
  /** in front of a year: "i 2019" */
  beforeYear: readonly string[]
  /** first word of a sentence that goes on about the subject of the one before */
  continuing: readonly string[]
  /** in front of whom or what a number is about: "tilfredsheden med", "på tilbuddene" */
  about: readonly string[]
  /** what may follow those and changes nothing: "tilfredsheden i perioden" */
  general: readonly string[]
  /** in front of a number, in place of one that is not told: "under 5" */
  fewerThan: readonly string[]
  /** lead a line that says where a table has its numbers from, or how to read it: "Kilde: …" */
  aboutTable: readonly string[]
  /** rows that sum up the others */
  total: readonly string[]
  /** names of numbered tables and charts */
  table: readonly string[]
  chart: readonly string[]
  /** between two numbers of one reference: "tabel 1 og 2" */
  and: readonly string[]
  /** after a caption's number where it goes on from the page before */
  continued: readonly string[]
  /** lead a date on which numbers were drawn, or a source */
  extraction: readonly string[]
  /** lead the document's own date */
  documentDate: readonly string[]
  /** things that are counted and then listed: "følgende 5 områder" */
  listed: readonly string[]
  /** comparisons with a fixed point */
  above: readonly string[]
  below: readonly string[]
  highest: readonly string[]
  lowest: readonly string[]
  all: readonly string[]
  none: readonly string[]
  most: readonly string[]
  midpoint: readonly string[]
  /** names of the middle option of a scale */
  neutral: readonly string[]
  /** between a score and what it means: "3 svarer til neutral" */
  standsFor: readonly string[]
  benchmark: readonly string[]
  target: readonly string[]
  /** a target is met */
  reached: readonly string[]
  not: readonly string[]
  /** with these a target is neither met nor missed */
  partly: readonly string[]
  /** a date after one of these is still to come */
  planned: readonly string[]
  /** what is said of all segments together, where none is named */
  overall: readonly string[]
  /** a number that is not what it is elsewhere: over the groups of both periods only */
  commonBasis: readonly string[]
  /** before another number that the same figure may be, where rounding leaves it open */
  mayBe: readonly string[]
  /** what people do who are asked: "svarer" */
  says: readonly string[]
  /** heads over the shares of those who answer in favour, against, and otherwise */
  sides: Readonly<Record<'positive' | 'negative' | 'rest', readonly string[]>>
  /** what moves a total: the numbers of its groups, or how the answers are spread over them; and which way */
  contributions: { within: readonly string[]; mix: readonly string[]; up: readonly string[]; down: readonly string[] }
  /** the scale that numbers of different scales are put on */
  commonScale: readonly string[]
  /** a table or chart beside one of these is another document's */
  elsewhere: readonly string[]
  /** what a rate may be of, other than people */
  otherUnits: readonly string[]
  /** what a label says of those who are counted */
  counted: Readonly<Record<CountedWhen, readonly string[]>>
}

/**
 * A table's or chart's subject. `on`: the segment's phrase with its preposition ("for de interne tilbud"), or null for
 * the whole survey.
 */
type Subject = {
  item: string
  itemInText: string
  on: string | null
  /** what its rows split it by: "grupper", "grupper og leverandører", and one of each: "group" */
  partsCalled: Called | null
  period: string | null
  isAgainstTargets: boolean
}

/** What those who answer are called: "borger", "borgere", "borgerne". */
export type Respondents = { one: string; many: string; definite: string }

/** "i 2023-24" and "2023-24" */
export type PeriodWords = { during: string; name: string }

/** Metrics that a memo may tell its levels and changes in. */
export type MeasureId = Extract<MetricId, 'indexScore' | 'mean' | 'topTwoBox' | 'share'>

/**
 * Ends of a measure as printed, and the options they mean; `counted`: of a share, the options it is of. Labels stand
 * as inside a sentence.
 */
export type ScaleEnds = { min: string; max: string; lowest: string; highest: string; counted: string[] }

/**
 * Why a value is not there: nobody answered, all answers are such as do not count, too few answered, the group is not
 * measured in the period, nothing is known of it, or several options may be ticked, each with a number of its own.
 */
export type Absence = 'noAnswers' | 'uncounted' | 'withheld' | 'notMeasured' | 'unknown' | 'manyAnswers'

/**
 * Why a dash stands in a table: besides a value, a number of answers or a response rate may be unknown, and there may
 * be no two numbers that can be compared; `broken` says why: the item was asked or answered in another way.
 */
export type DashReason = Absence | 'noBase' | 'noRate' | 'noChange' | 'broken'

/** Whether a change can be chance: certainly not; it can; that cannot be decided; too few answered to ask. */
export type Verdict = 'certain' | 'chance' | 'undecided' | 'tooFew'

/** The two numbers of a change, as printed; `isCommon`: over the groups that both periods measure, not all. */
export type ComparedNumbers = { name: string; previous: string; current: string; isCommon: boolean }

/** Words with slots in them, each of which a document fills with a number that knows its figure. */
export type Phrase<Slot> = (string | Slot)[]

/** From the first to the last number of an unbroken line; the periods are named where they are not the chart's. */
export type TrendRun<Slot> = { name: string; first: Slot; last: Slot; span: { since: string; until: string } | null }

/** A measure in sentences. */
export type MeasureWords = {
  /** after a name, and in heads: "gruppernes indekstal", "(indekstal)" */
  bare: string
  /** "indekstallet" */
  definite: string
  /** "et indekstal" */
  indefinite: string
  /** "det samlede indekstal" */
  whole: string
  /** what stands for it in the next clause: "det" */
  pronoun: string
  /** "det samme" */
  same: string
  /** "det højeste og det laveste indekstal" */
  extremes: string
  /** what changes of it are counted in: "indekspoint" */
  points: string
  /** one line under a table's title: what its numbers mean */
  howToRead: (ends: ScaleEnds) => string
  /** how it is made from the answers, as a sentence of a note */
  made: (ends: ScaleEnds) => string
}

/**
 * Words of the document tree that no template can hold, because tables, charts and printed numbers are made by rules.
 */
export type DocumentWords = {
  /** full names, January first */
  months: readonly string[]
  /** for narrow heads: "okt." */
  shortMonths: readonly string[]
  /** a date in figures, from its ISO parts: "09-12-2024" */
  date: (year: string, month: string, day: string) => string
  /** a day inside a period's printed form: "1. marts 2024" */
  day: (day: number, monthAndYear: string) => string
  half: (number: number, year: string) => string
  quarter: (number: number, year: string) => string
  /** "oktober 2023 – september 2024": spaced dash, since its ends have spaces */
  range: (from: string, to: string) => string
  /** "marts–maj 2024": months of one year */
  monthRange: (from: string, to: string, year: string) => string
  /** "fra oktober 2023 til september 2024" */
  fromTo: (from: string, to: string) => string
  /** "i 2023-24", "i perioden 1. marts 2024 – 15. april 2024" */
  during: (name: string, isRange: boolean) => string
  /** 0 to 10 in words, for counts of things in prose */
  numberWords: readonly string[]
  /** between the members of a list in prose, and before the last: of all of them, and of one of them */
  list: { comma: string; last: string; or: string }
  quote: (words: string) => string
  /**
   * what follows a number after U+00A0; of a change the unit of a difference. `printed` decides between one and many
   */
  unit: (unit: Figure['unit'], isDifference: boolean, printed: string) => string
  /** after the digits of a share in a table, with the blank between them where the language has one */
  percentSign: string
  /** a group after its preposition, the project's own or else the locale's: "for de eksterne aktiveringstilbud" */
  about: (phrase: string, preposition: string | null) => string
  /** what stands in running text for a number that is not there */
  missing: { noAnswers: string; withheld: string; unknown: string }
  /** words in the name of an item that say that it is about everything, in lower case: "samlet" */
  overallWords: readonly string[]
  /** what parts are called where the project does not say */
  parts: Called
  /** what the members of other lists are called */
  called: Record<
    'provider' | 'item' | 'period' | 'option' | 'benchmark' | 'target' | 'line' | 'theme' | 'attachment' | 'record' | 'other',
    Called
  >
  /** parts of a whole in words, the smallest first, and one that is just under it or just over it */
  fractions: readonly (readonly [numerator: number, denominator: number, words: string])[]
  nearly: (fraction: string) => string
  over: (fraction: string) => string
  /** a share that rounds to none or all of something, and is neither: "under 0,1", "over 99,9" */
  lessThan: (digits: string) => string
  moreThan: (digits: string) => string
  /** how many of how many: "begge spørgsmål", "to af de seks temaer (Samtalen og Ro)"; counts also in words */
  howMany: (some: { count: number; of: number; called: Called; countWord: string; ofWord: string; names: string | null }) => string
  /** who answers, where the project does not say, and whose answers they are: "borgernes" */
  respondents: Respondents
  /** metrics that are no measure, in the definite form, where it is another than their name: "svarprocenten" */
  definite: Partial<Record<MetricId, string>>
  possessive: (definite: string) => string
  /** what was asked, inside a sentence: "udsagnet ”…”" */
  asked: (item: { statement: string; isQuestion: boolean }) => string
  /** "på en skala fra 0 til 100" */
  scale: (ends: { min: string; max: string }) => string
  /** from where to where a scale goes: "1 til 5" */
  ends: (ends: { min: string; max: string }) => string
  /** why an item of which that is only seen in the answers cannot be compared, as a clause */
  breakReason: string
  /** sentences that say why a number is not there, by its reason; `definite`: what is measured */
  whyAbsent: Record<Absence, (period: PeriodWords, definite: string) => string>
  whyNoTotal: Record<WhyNoTotal, (respondents: Respondents) => string>
  /** why nothing is compared with that earlier period */
  whyNoChange: Record<Absence | 'noCommonGroup' | 'noCommonTotal', (period: PeriodWords) => string>
  /** whether a change can be chance, as a sentence */
  verdictSentences: Record<Verdict, string>
  /** of one that was picked from so many */
  chanceAmongMany: (changes: string) => string
  /** "Tabel 1", inside a sentence "tabel 1", and the first part of their anchors */
  table: { label: (number: number) => string; inText: (number: number) => string; anchor: string }
  /** of the document it belongs to, inside a sentence: "bilag 1" */
  attachment: (number: number) => string
  chart: { label: (number: number) => string; inText: (number: number) => string; anchor: string }
  summaryTitle: (subject: Subject & { hasTotal: boolean }) => string
  /** "for Broen", inside the title of an exhibit */
  ofProvider: (name: string) => string
  groupTitle: (subject: Subject) => string
  measures: Record<MeasureId, MeasureWords>
  valueHead: (column: { item: string; measure: string }) => string
  /** of numbers that are not all of one kind */
  resultHead: string
  /** of a share, by the answers it is of */
  answeredHead: (options: string[]) => string
  baseHead: string
  rateHead: string
  /** over shares of facts, beside their counts */
  shareHead: string
  /** what stands in a cell without a number, and the note that says why */
  dash: string
  note: (words: string) => string
  /** what a dash means, as a clause: "at ingen har svaret" */
  dashes: Record<DashReason, (minimumBase: string) => string>
  /** where all dashes of the tables mean the same, and where each has a mark */
  dashNote: (clause: string) => string
  dashMarked: (clause: string) => string
  /** the same clause of a change */
  noChange: string
  /** at the marks of changes; those that chance can explain have none, and `chanceNote` tells of them */
  verdictNotes: Record<Exclude<Verdict, 'chance'>, (previous: string) => string>
  chanceNote: (some: { isAnyMarked: boolean; previous: string }) => string
  /** at the mark of a change that is not the difference of the two numbers in its row */
  commonNote: (previous: string) => string
  /** under a picture, which rows' changes are over fewer groups than their numbers */
  commonRowsNote: (of: { names: string[]; previous: string }) => string
  /** under a table with a group whose number is not what its parts give; null: the whole */
  ownTotalNotes: Record<'overlap' | 'incomplete', (name: string | null, respondents: Respondents) => string>
  weightedMark: string
  weightedNote: string
  /** the heading of a section on method has this word in it, in lower case */
  methodHeading: string
  /** under the last table: question, options, index, weighting, answers that do not count, where certainty is told */
  tableNote: (note: {
    tables: number
    respondents: Respondents
    statement: string
    isQuestion: boolean
    options: string[]
    uncounted: string[]
    measure: MeasureWords
    ends: ScaleEnds
    /** some of the numbers that cover several groups are given, and not made of theirs */
    hasOwnTotals: boolean
    isWeighted: boolean
    /** heading of the section that tells how certain changes are; null: none does */
    methodSection: string | null
  }) => string
  source: string
  changeTitle: (subject: Subject) => string
  changeHowTo: (axis: { from: string; to: string; lowest: string | null; highest: string | null; measure: MeasureWords }) => string
  /** in a chart's row, in the place of what is not there */
  absences: Record<Absence, string>
  /** how the shares of options are read of which several may be ticked */
  tickedHowTo: string
  /** how to read shares of facts; `counted`: those that they are shares of, "borgere i forløb" */
  shareOf: (counted: string) => string
  /** what is said of one of several items under a table */
  noteOf: (about: { item: string; note: string }) => string
  /** what was asked, and which options count for nobody; the note under the last table of such an item */
  tickedNote: (told: { statement: string; isQuestion: boolean; uncounted: string[] }) => string
  /** the same where it holds for one of two periods */
  absenceIn: (absence: { period: string; words: string }) => string
  changeHead: string
  /** heads the changes over a whole run: "Ændring siden 2022-23" */
  changeSince: (period: string) => string
  groupHead: string
  changeData: (measure: MeasureWords) => string
  /** heads the column that says of each change whether it can be chance, and what stands in it */
  verdictHead: string
  verdicts: Record<Verdict, string>
  /** `groups`: in words, without the total */
  changeAlt: (chart: {
    groups: string
    /** what its rows are */
    called: Called
    isOneGroup: boolean
    /** the root has a row of its own */
    hasTotal: boolean
    total: (ComparedNumbers & { direction: Direction }) | null
    rise: ComparedNumbers | null
    fall: ComparedNumbers | null
    /** names of the groups whose number is the same; and of those whose numbers differ too little to tell */
    unchanged: string[]
    largelyUnchanged: string[]
  }) => string
  sharesTitle: (shares: { statement: string; period: string }) => string
  /** of several questions, a bar each */
  sharesOfItemsTitle: (shares: { period: string }) => string
  sharesHowTo: (uncounted: string | null) => string
  /** sentences, none where there is nothing to say; `isOff`: the numbers of a group do not sum to 100 */
  sharesNotes: (chart: { hasUnnumbered: boolean; isOff: boolean }) => string[]
  sharesData: string
  sharesSummary: (row: { base: string; dontKnow: string | null; dontKnowLabel: string | null }) => string
  /** `groups`: in words, without the total; null where the total is all there is */
  sharesAlt: (chart: {
    groups: string | null
    called: Called
    isOneGroup: boolean
    /** the root has a row of its own */
    hasTotal: boolean
    option: string
    total: { name: string; share: string } | null
    highest: { name: string; share: string } | null
    lowest: { name: string; share: string } | null
  }) => string
  /** `measure`: "indekstal"; the ends of the axis as printed, with the names of their answers where they have one */
  axisHowTo: (axis: { measure: string; from: string; to: string; lowest: string | null; highest: string | null }) => string
  /** a chart's numbers as a table: a row each, over periods, over whoms, or by themselves */
  trendData: (measure: string) => string
  benchmarkData: (measure: string) => string
  barsData: (measure: string) => string
  /** heads a column of numbers: "Indekstal" */
  measureHead: (measure: string) => string
  rowHead: string
  differenceHead: string
  /** heads differences that are all from the same */
  differenceTo: (against: HeldAgainst) => string
  noDifference: string
  /** what a change or difference in 600 is */
  boldNote: Record<'change' | 'difference', string>
  /** lines are broken where an item was asked in another way; `rows`: null where all are, in the same periods */
  breakNote: (breaks: { rows: string[] | null; periods: string[] }[]) => string
  /** periods of a line without a number, each with the reason */
  gapNote: (gaps: { row: string; periods: string[]; reason: string }[]) => string
  /** the same where there are too many to name */
  gapsNote: string
  /** names the line at the middle of a scale */
  scaleMiddle: (value: string) => string
  /** names the line that bars are held against */
  referenceLine: (reference: { name: string; number: string }) => string
  /** `since` and `until`: where the numbers stand, if not in the first and the last of the chart's periods */
  trendAlt: <Slot>(chart: {
    rows: string
    isOneRow: boolean
    from: string
    to: string
    total: TrendRun<Slot> | null
    rise: TrendRun<Slot> | null
    fall: TrendRun<Slot> | null
  }) => Phrase<Slot>
  /** `own`: whose numbers are highest and lowest */
  benchmarkAlt: <Slot>(chart: {
    rows: string
    isOneRow: boolean
    whoms: string[]
    total: { name: string; numbers: { whom: string; number: Slot }[] } | null
    own: string
    highest: { name: string; number: Slot } | null
    lowest: { name: string; number: Slot } | null
  }) => Phrase<Slot>
  barsAlt: <Slot>(chart: {
    rows: string
    isOneRow: boolean
    total: { name: string; number: Slot } | null
    highest: { name: string; number: Slot } | null
    lowest: { name: string; number: Slot } | null
  }) => Phrase<Slot>
  /** digits outside a slot that are no figures: dates, years, times, paragraphs of law, numbers of appendices */
  knownNumbers: readonly RegExp[]
}

/** Comments in a first notat.yaml, and the questions about what no file tells. */
export type InitWords = {
  /** what everybody together are called in a table */
  whole: string
  /** stands where something is to be written, and can be searched for */
  mark: string
  madeOf: (files: string) => string
  made: string
  how: string
  /** after the mark: what is to be written */
  organisation: string
  title: string
  itemLabel: string
  shortLabel: string
  itemText: string
  scale: string
  ownScale: string
  /** `guessed`: what the numbers are taken for, since nothing says it */
  metric: (guessed: string) => string
  /** `headings`: of columns that answers could be split by */
  split: (headings: readonly string[]) => string
  periods: string
  /** above the periods of a group that has numbers in some alone */
  somePeriods: string
  /** above `complete: false`: the parts of a group are not all of it */
  partial: string
  /** an entry of `periods:` where none is known */
  noPeriod: string
  kind: string
  /** headings of columns that measure no question, in lower case */
  measuresNothing: readonly string[]
  /** lines of keys that may be filled in, as they stand behind `#` */
  sender: readonly string[]
  credit: string
  phrase: readonly string[]
  fields: readonly string[]
  /** `group`: an id */
  explanations: (group: string) => readonly string[]
  /** why the groups under `parts:` belong to this one, where that has to be looked at */
  because: { sum: string; mean: string; nearly: string; heading: null; indent: null }
  /** questions on a terminal; what stands in brackets is taken where nothing is answered */
  ask: {
    opening: string
    organisation: string
    title: (known: string | null) => string
    /** `wording`: the question, where that is known */
    itemLabel: (wording: string | null) => string
    itemText: (label: string) => string
    scale: (label: string, known: readonly string[]) => string
    /** answers by their numbers, the best first */
    order: (label: string, answers: readonly string[]) => string
    month: (period: string) => string
    /** one of the headings by its number, or none */
    split: (headings: readonly string[]) => string
    kind: (provider: string) => string
    /** the answer was none of those there are */
    again: string
    /** letters that mean yes */
    yes: readonly string[]
  }
  /** lines of notat.yaml that lack something, before they are listed */
  missing: string
  /** no table was given or found */
  noFiles: string
  unread: (file: string) => string
  sheetTaken: (file: string, sheet: string) => string
  /** what to do next; `folder` as it is written in a command, '' where one stands in it */
  next: (folder: string) => string
  /** what was written cannot be built yet */
  notYet: string
  copied: (folder: string) => string
}
