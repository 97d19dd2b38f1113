/**
 * What a locale must say for the statements of a memo to be read back: words and phrases, in lower case, by what they
 * tell.
 */

import type { StandingWords } from './standing-words.js'

export type ToldDirection = 'rise' | 'fall' | 'unchanged'

/**
 * How a direction is told. A `possible` one (an infinitive) tells what may be, not what is; a
 * `passive` one does so after a verb of intent ("skal øges"). `state`: "uændret", "stabil".
 */
export type DirectionForm =
  | 'present'
  | 'passive'
  | 'past'
  | 'participle'
  | 'presentParticiple'
  | 'noun'
  | 'comparative'
  | 'state'
  | 'possible'

/**
 * `isMoved`: it says that something is not what it was, and not which way it went ("har ændret sig"). `isOfPoints`: it
 * is a direction only beside a number of points ("har hentet 4 point"). `isOfResults`: only of what is measured
 * ("tilfredsheden er styrket", not "de unge er styrket").
 */
export type DirectionWord = {
  words: string
  direction: ToldDirection
  form: DirectionForm
  isMoved?: true
  isOfPoints?: true
  isOfResults?: true
}

export const statementCues = [
  // grammar
  ...([
    'not',
    'neither',
    'roughly',
    'from',
    'to',
    'by',
    'against',
    'than',
    'as',
    'since',
    'during',
    'is',
    'was',
    'moves',
    'and',
    'clause',
    'that',
  ] as const),
  ...([
    'condition',
    // a verb that makes a condition where it leads in, and has the same behind it
    'inverted',
    // so it is of others than those it names
    'without',
    'irrealis',
    'relative',
    'cause',
    'respectively',
    // "for hver 100 svar"
    'perEach',
    'others',
    'except',
    'trend',
    'holder',
    'motion',
    'article',
    'pronoun',
    'where',
  ] as const),
  // time
  ...(['now', 'before'] as const),
  // who and how many
  ...(['whole', 'groups', 'providers', 'items', 'all', 'none', 'both', 'most', 'several', 'some', 'only', 'outOf'] as const),
  // what is measured, and its unit
  ...(['index', 'mean', 'answers', 'invited', 'responseRate', 'level', 'difference'] as const),
  ...(['indexPoint', 'point', 'percentagePoint', 'percent', 'answer', 'answered', 'person'] as const),
  // comparisons
  ...([
    'above',
    'below',
    'same',
    'alike',
    'anyChange',
    'single',
    'half',
    // what a development may be
    'good',
    'bad',
    'higher',
    'lower',
    'highest',
    'lowest',
    'greatest',
    'least',
    'target',
    'benchmark',
    'midpoint',
    'reached',
    // "har overhalet": is above now; and what compares in a way that is in no form
    'overtaken',
    'compares',
    // what lies between two: it grows and shrinks, they do not
    'gap',
    // "det laveste nogensinde", "sit højeste": among times, not among groups
    'throughout',
    // "af de viste grupper": those alone that there are numbers of
    'shown',
    'own',
    // "hvor mange nåede målet": it asks, and tells nothing
    'asked',
    // where somebody stands in an order
    'stands',
    // what was said of others is said of these as well
    'likewise',
    // beside those named, and how many of those who answered are what
    'besides',
    'portion',
    'content',
    // how results came to be: certainty, who was measured, what is not shown
    'evidence',
  ] as const),
  // particles of verbs of motion: "går frem", "trækker ned"
  ...(['up', 'down'] as const),
  // words that look like others and tell nothing, and words that change nothing
  ...(['ordinary', 'plain'] as const),
] as const
export type StatementCue = (typeof statementCues)[number]

/** Words around the numbers of a text whose figures are not known. */
export type NumberWords = {
  /** behind a number of points or answers: so much more or less than what follows */
  more: readonly string[]
  less: readonly string[]
  /** between two numbers that are the ends of what lies among several */
  spread: readonly string[]
  /** between a word that says where a number stands and the number */
  skipped: readonly string[]
  /** in front of a number that names a place in a text or a law, or a time */
  numbered: readonly string[]
  /** endings of the names of streets */
  streets: readonly string[]
  /** beside the 100 that shares give together */
  sums: readonly string[]
  /** behind a number of days, kroner or years */
  otherUnits: readonly string[]
  /** told of those who were asked to answer */
  asking: readonly string[]
  /** told of somebody who answers */
  answering: readonly string[]
  /** so much of all the answers is somebody's */
  makesUp: readonly string[]
  /** between a count and the share that it is: "svarende til" */
  amounting: readonly string[]
  /** in front of a number that comes of those before it: "hvilket er", "et fald på" */
  amounts: readonly string[]
  /** leads to a number that was measured: "opgjort til" */
  put: readonly string[]
  /** verbs that tell a rise, or a fall, with so many points and a particle behind them: "har sat 8 point til" */
  adding: readonly string[]
  losing: readonly string[]
  particle: readonly string[]
  /** leads to what a survey was made with: "bygger på" */
  restsOn: readonly string[]
  /** behind these an infinitive tells what has been done */
  managed: readonly string[]
  /** behind a denial: it was so once */
  longer: readonly string[]
  /** a noun that says that something has moved, and not which way */
  changed: readonly string[]
  /** a part of a whole that is not told as a number */
  fraction: readonly string[]
  /** the time before and the last one */
  bothTimes: readonly string[]
  /** the survey as a whole, or what tells of it */
  surveyed: readonly string[]
  /** the measurement before this one, or this one where the verb tells of now */
  latest: readonly string[]
  /** in front of a superlative: one of several that it is said of */
  oneOf: readonly string[]
  /** goes on to a part of what has been counted */
  ofThese: readonly string[]
  /** stand for what has been spoken of */
  pronouns: readonly string[]
  /** "lægges … sammen": what is added */
  together: readonly string[]
  /** stand for somebody who has been spoken of, and never for all together */
  somebody: readonly string[]
  /** goes on about what has been spoken of */
  continuing: readonly string[]
  /** a noun that is a change by itself, and what lies between two */
  apart: readonly string[]
  /** between two of which one is so */
  either: readonly string[]
  /** endings of nouns that no verb has */
  nounEndings: readonly string[]
  /** says of two that it is so of each */
  each: readonly string[]
  /** the number of something is half, or twice, what it was */
  halved: readonly string[]
  doubled: readonly string[]
  /** numbers in words, and parts and multiples, that are in no form that is read */
  unread: readonly string[]
}

type Ratio = readonly [part: number, whole: number]

/** Words of how many have answered, and of what part of the answers is whose. */
export type AnswerWords = {
  /** answers, and their number */
  answers: readonly string[]
  /** who gives them */
  people: readonly string[]
  /** says that answers have been given */
  gave: readonly string[]
  /** a noun of a part of all answers */
  part: readonly string[]
  /** between somebody and the part of the answers that is theirs; some with a particle that stands apart */
  makesUp: readonly string[]
  /** in front of the part that is left */
  rest: readonly string[]
  fractions: Readonly<Record<string, Ratio>>
  /** behind a number: so many times as many */
  multiples: readonly string[]
  multiplied: Readonly<Record<string, Ratio>>
  halved: readonly string[]
  doubled: readonly string[]
  tripled: readonly string[]
  /** behind a part: of what it was before */
  ofThen: readonly string[]
  most: readonly string[]
  fewest: readonly string[]
  /** beside "more" and "fewer": there are, have become */
  becomes: readonly string[]
  /** hedges of a number that is near: "knap", "just over" */
  close: readonly string[]
  /** words that change nothing of this */
  plain: readonly string[]
  /** words that multiply a number word before them */
  hundreds: Readonly<Record<string, number>>
  /** number words that stand only before these */
  halfMore: Readonly<Record<string, number>>
}

export type StatementWords = {
  numbers: NumberWords
  standings: StandingWords
  answers: AnswerWords
  /** endings that a finite verb or a participle may have, for words that are in no list */
  verbal: RegExp
  /** letters that may be written in two ways, and how they are compared */
  spellings: readonly (readonly [letter: string, as: string])[]
  directions: readonly DirectionWord[]
  cues: Readonly<Record<StatementCue, readonly string[]>>
  /** the word that would be right, by how the wrong one is told */
  right: Readonly<Record<DirectionForm, Readonly<Record<ToldDirection | 'largelyUnchanged', string>>>>
}
