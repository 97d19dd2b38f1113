/** Labels, questions and answers of a made-up survey in each language: what phrases are filled with where they are shown. */
import type { LocaleId } from '../../src/locale/index.js'

export type SampleWords = {
  whole: string
  group: string
  other: string
  third: string
  item: string
  itemInText: string
  /** a statement that people agree with, and what they are asked */
  statement: string
  question: string
  theme: string
  benchmark: string
  /** with its preposition, as in "Tilfredshed for de unge" */
  onGroup: string
  called: { one: string; many: string }
  providersCalled: string
  counted: string
  /** the best first, then one that does not count */
  options: readonly [best: string, good: string, ...string[]]
  headings: readonly [string, ...string[]]
  reason: string
  section: string
  /** a date as a document prints it */
  day: string
  /** heading of the section on method */
  method: string
  firstPeriod: string
  lastPeriod: string
  during: string
  duringBefore: string
  /** a file and a line in it, as `explain` tells a place */
  place: string
  otherPlace: string
  sentence: string
  /** the word that would be right in it */
  right: string
  /** a group as it stands in a sentence, and the preposition that a project has given it */
  phrase: string
  preposition: string
  /** what a rate may be of, other than people */
  otherCount: string
}

export const sampleWords: Readonly<Record<LocaleId, SampleWords>> = {
  da: {
    whole: 'Samlet',
    group: 'Unge under 30',
    other: 'Voksne',
    third: 'Sygemeldte',
    item: 'Tilfredshed med forløbet',
    itemInText: 'tilfredshed med forløbet',
    statement: 'Jeg er alt i alt tilfreds med forløbet.',
    question: 'Hvor tilfreds er du med forløbet?',
    theme: 'Samtalen',
    benchmark: 'Alle kommuner',
    onGroup: 'for de unge',
    called: { one: 'gruppe', many: 'grupper' },
    providersCalled: 'leverandører',
    counted: 'borgere i forløb',
    options: ['Helt enig', 'Enig', 'Neutral', 'Uenig', 'Helt uenig', 'Ved ikke'],
    headings: ['Gruppen', 'Indeks', 'Svar'],
    reason: 'Optalt i hånden.',
    section: 'Konklusion',
    day: '20. december 2024',
    method: 'Metode',
    firstPeriod: '2022-23',
    lastPeriod: '2023-24',
    during: 'i 2023-24',
    duringBefore: 'i 2022-23',
    place: 'data/2023-24.csv, linje 2',
    otherPlace: 'data/2022-23.csv, linje 2',
    sentence: 'Tilfredsheden er steget.',
    right: 'faldet',
    phrase: 'bostøtten',
    preposition: 'med',
    otherCount: 'antal forløb',
  },
  en: {
    whole: 'Overall',
    group: 'Young people under 30',
    other: 'Adults',
    third: 'People on sick leave',
    item: 'Satisfaction with the service',
    itemInText: 'satisfaction with the service',
    statement: 'All in all I am satisfied with the service.',
    question: 'How satisfied are you with the service?',
    theme: 'The interview',
    benchmark: 'All municipalities',
    onGroup: 'for young people',
    called: { one: 'group', many: 'groups' },
    providersCalled: 'providers',
    counted: 'people in a service',
    options: ['Strongly agree', 'Agree', 'Neutral', 'Disagree', 'Strongly disagree', 'Don’t know'],
    headings: ['Groups', 'Score', 'Replies'],
    reason: 'Counted by hand.',
    section: 'Conclusion',
    day: '20 December 2024',
    method: 'Method',
    firstPeriod: '2022-23',
    lastPeriod: '2023-24',
    during: 'in 2023-24',
    duringBefore: 'in 2022-23',
    place: 'data/2023-24.csv, line 2',
    otherPlace: 'data/2022-23.csv, line 2',
    sentence: 'Satisfaction has risen.',
    right: 'fallen',
    phrase: 'the courses',
    preposition: 'with',
    otherCount: 'number of courses',
  },
}
