/**
 * What every phrase of a locale is shown with on the pages test/golden/locale-*.md: the values that each function of it
 * is called with. The compiler asks for those of a new one.
 */
import type { FormulaId } from '../../src/figure.js'
import type { CheckId } from '../../src/finding.js'
import { spellNumber } from '../../src/locale/spelling.js'
import type { DashReason, Locale, ScaleEnds } from '../../src/locale/words.js'
import { metricIds } from '../../src/metrics.js'
import { figureNames, findingExamples } from './finding-examples.js'
import { problemExamples } from './problem-examples.js'
import type { SampleWords } from './sample-words.js'

/** The calls of each function, under the name that the locale has for it. Strings and lists show themselves. */
type ExamplesOf<T> = T extends (...args: infer A) => unknown
  ? readonly [A, ...A[]]
  : T extends string | number | boolean | null | undefined | RegExp | readonly unknown[]
    ? never
    : keyof Called<T> extends never
      ? never
      : Called<T>
type Called<T> = { [K in keyof T as [ExamplesOf<T[K]>] extends [never] ? never : K]: ExamplesOf<T[K]> }

/** Words by which texts are read are never printed, and where a word may be parted is no phrase. */
export const unprinted = [
  'claimWords',
  'statementWords',
  'id',
  'language',
  'numbers',
  'ticks',
  'document.overallWords',
  'document.knownNumbers',
  'render.hyphenation',
] as const

type Printed = Omit<Locale, 'claimWords' | 'statementWords' | 'render'> & { render: Omit<Locale['render'], 'hyphenation'> }
export type PhraseExamples = Called<Printed>

export function phraseExamples(locale: Locale, say: SampleWords): PhraseExamples {
  return {
    problems: mapValues(problemExamples(say), (all) => all.map((values) => [values])) as unknown as PhraseExamples['problems'],
    cli: cliExamples(say),
    init: initExamples(say),
    document: documentExamples(locale, say),
    findings: {
      figureName: Object.values(figureNames(say)).map((name) => [name]) as never,
      checks: findingExamples(say, locale) as Record<CheckId, never>,
      changesConclusion: [
        [[], []],
        [[say.sentence], []],
        [[say.sentence, say.sentence], []],
        [[], [say.sentence]],
        [[], [say.sentence, say.sentence]],
      ],
      alike: [[say.sentence, [{ name: null, text: '85', place: { file: 'memo.txt', line: 12, page: 2 } }]]],
      discreet: [[{ name: figureNames(say).total, place: { file: 'memo.txt', line: 12 } }], [{ name: null, place: null }]],
      candidates: [
        [[{ repairs: [{ name: figureNames(say).total, stated: '85', from: '82', to: '82' }], support: 0 }]],
        [
          [
            { repairs: [{ name: figureNames(say).total, stated: '85', from: '82', to: '83' }], support: 1 },
            {
              repairs: [
                { name: figureNames(say).part, stated: '74', from: '79', to: '79' },
                { name: figureNames(say).base, stated: '465', from: '445', to: '445' },
              ],
              support: 2,
            },
          ],
        ],
      ],
      why: [[say.sentence]],
      accepted: [[say.reason]],
    },
    explain: explainExamples(locale, say),
    render: {
      numbersBehind: [[locale.document.chart.label(2)]],
      continued: [[locale.document.table.label(1)]],
      noteLabel: [['1']],
    },
  }
}

function mapValues<T extends object, R>(values: T, to: (value: T[keyof T]) => R): { [K in keyof T]: R } {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, to(value)])) as { [K in keyof T]: R }
}

function initExamples({ item, statement, options }: SampleWords): PhraseExamples['init'] {
  const [best, good] = options
  return {
    madeOf: [['data/tabel-2.xlsx']],
    explanations: [['unge']],
    metric: [['indexScore']],
    split: [[['Bosted', 'Køn']]],
    ask: {
      title: [[null], [item]],
      itemLabel: [[null], [statement]],
      itemText: [[item]],
      scale: [[item, ['agreement5', 'satisfaction5']]],
      order: [[item, [good, best]]],
      month: [['2023-24']],
      split: [[['Bosted', 'Køn']]],
      kind: [['Center Nord']],
    },
    unread: [['data/noter.csv']],
    sheetTaken: [['data/2024.xlsx', 'Tabel 1']],
    next: [[''], ['notat-2024']],
    copied: [['biu-2024']],
  }
}

function cliExamples({
  group,
  whole,
  question,
  options,
  headings,
  during,
  duringBefore,
  sentence,
  theme,
}: SampleWords): PhraseExamples['cli'] {
  const [firstOption] = options
  const unshown = { values: {}, place: null }
  const previous = { value: '83', during: duringBefore, common: null, change: '−1', isExact: false }
  const withheld = [
    { segment: group, provider: null },
    { segment: group, provider: 'Center Nord' },
  ]
  const cost = { small: 1, others: 2, isChoice: false, withheld, isChanged: false, during }
  return {
    progress: [
      ...(['read', 'derive', 'audit', 'compose', 'render'] as const).map((stage) => [{ stage, name: null }] as [never]),
      [{ stage: 'read', name: 'data/2023-24.csv' }],
    ] as never,
    alsoAt: [
      [2, ['14']],
      [5, ['14', '19']],
      [3, ['C4', 'C9']],
    ],
    remarks: {
      sheet: [[{ kind: 'sheet', sheet: 'Tabel 1', others: ['Noter', 'Ark3'] }]],
      hiddenRows: [
        [{ kind: 'hiddenRows', sheet: 'Tabel 1', count: 1, first: 7 }],
        [{ kind: 'hiddenRows', sheet: 'Tabel 1', count: 3, first: 7 }],
      ],
      printedColumns: [
        [
          {
            kind: 'printedColumns',
            headingRows: 1,
            columns: [
              { at: 'B', period: '2022-23', item: null, metric: 'indexScore' },
              { at: 'C', period: '2022-23', item: null, metric: 'base' },
            ],
          },
        ],
        [{ kind: 'printedColumns', headingRows: 2, columns: [{ at: 'B', period: null, item: headings[0] ?? '', metric: 'mean' }] }],
      ],
      printedRows: [
        [{ kind: 'printedRows', groups: 7, headings: ['Private leverandører'], total: { found: 'I alt', segment: 'Alle tilbud' } }],
        [{ kind: 'printedRows', groups: 7, headings: [], total: null }],
      ],
      leftOut: [
        [
          {
            kind: 'leftOut',
            empty: { count: 1, first: 'E10' },
            marks: { count: 4, first: 'B6' },
            lines: ['Tabel 1', 'Kilde: SurveyXact'],
          },
        ],
      ],
    },
    read: [
      [{ file: 'data/2023-24.csv', holds: 'answers', rows: 1755, unused: [] }],
      [{ file: 'data/2023-24.csv', holds: 'counts', rows: 1, unused: [headings[0]] }],
      [{ file: 'data/2023-24.csv', holds: 'published', rows: 14, unused: [] }],
      [{ file: 'claims/memo.csv', holds: 'claims', rows: 14, unused: [] }],
      [{ file: 'data/2023-24.csv', holds: 'answers', rows: null, unused: [] }],
    ],
    headline: [
      [{ label: whole, value: '82', period: '2023-24', previous: null }],
      [{ label: whole, value: '82', period: '2023-24', previous }],
      [{ label: whole, value: '82', period: '2023-24', previous: { ...previous, common: '81' } }],
      [{ label: whole, value: '83', period: '2023-24', previous: { ...previous, change: null } }],
      [{ label: whole, value: '83', period: '2023-24', previous: { ...previous, change: null, isExact: true } }],
    ],
    noResult: [[{ label: whole, period: '2023-24' }]],
    withheld: [
      [cost],
      [{ ...cost, small: 2, others: 0, isChoice: true }],
      [{ ...cost, small: 0, others: 1 }],
      [{ ...cost, isChanged: true }],
    ],
    guess: [[{ file: 'notat.yaml', line: 13, wanted: 'undersøgelsens navn' }]],
    unmatchedAccept: [[{ finding: 'base-sum/base/all/2023-24', line: 40 }]],
    notShown: [
      [{ ...unshown, kind: 'item', id: 'overall', label: question, reason: 'notPrinted' }],
      [{ ...unshown, kind: 'period', id: '2021-22', label: '2021-22', reason: 'noData' }],
      [{ ...unshown, kind: 'segment', id: 'unge', label: group, reason: 'noData' }],
      [{ ...unshown, kind: 'provider', id: 'broen', label: 'Broen', reason: 'notPrinted' }],
      [{ ...unshown, kind: 'benchmark', id: 'kommuner', label: 'KL', reason: 'notPrinted' }],
      [{ ...unshown, kind: 'target', id: 'unge', label: group, reason: 'notPrinted', values: { value: '84' } }],
      [{ ...unshown, kind: 'record', id: 'nabo', label: 'Nabo Kommune', reason: 'notPrinted' }],
      [
        {
          ...{ kind: 'number', id: 'change', label: 'change', reason: 'absent', values: {} },
          place: { file: 'sections/konklusion.md', line: 3, column: 7 },
          documents: ['orientering-2024', 'faktaark'],
        },
      ],
      [
        {
          ...{ kind: 'number', id: 'change', label: 'change', reason: 'absent', values: {} },
          place: { file: 'sections/konklusion.md', line: 3, column: 7 },
          documents: ['orientering-2024'],
        },
      ],
      [
        {
          ...{ kind: 'option', id: 'stronglyAgree', label: firstOption, reason: 'neverChosen' },
          values: { item: 'overall', itemLabel: question, period: '2023-24' },
          place: { file: 'data/2023-24.csv' },
        },
      ],
      [
        {
          ...{ kind: 'exhibit', id: 'trend', label: 'trend', reason: 'nothingToShow', values: {} },
          place: { file: 'templates/eget.md', line: 9, column: 5 },
        },
      ],
      [{ ...unshown, kind: 'quotation', id: 'samtalen', label: theme, reason: 'notCleared' }],
      [
        {
          ...{ kind: 'column', id: headings[0], label: headings[0], reason: 'lookalike' },
          values: { item: 'overall', itemLabel: question },
          place: { file: 'data/2023-24.csv', line: 1, column: 4 },
        },
      ],
      [
        {
          ...{ kind: 'column', id: headings[0], label: headings[0], reason: 'lookalike', values: { scale: 'agreement5' } },
          place: { file: 'data/2023-24.csv', line: 1, column: 4 },
        },
      ],
      [{ ...unshown, kind: 'section', id: 'sections/metod.md', label: 'metod', reason: 'noSection', values: { nearest: 'metode' } }],
      [{ ...unshown, kind: 'section', id: 'sections/grupper/unge.md', label: 'unge', reason: 'noPlace' }],
      [{ ...unshown, kind: 'template', id: 'templates/eget.md', label: 'eget', reason: 'unusedTemplate' }],
      [{ ...unshown, kind: 'file', id: 'data/2024.doc', label: '2024.doc', reason: 'unreadKind', values: { nearest: 'data/2024.csv' } }],
      [{ ...unshown, kind: 'file', id: 'data/2021.csv', label: '2021.csv', reason: 'notListed' }],
      [{ ...unshown, kind: 'folder', id: 'dta', label: 'dta', reason: 'unreadFolder', values: { nearest: 'data' } }],
    ],
    checked: [[{ drifted: [], count: 1 }], [{ drifted: [], count: 4 }], [{ drifted: ['orientering-2024.html'], count: 4 }]],
    drifted: [['orientering-2024.html']],
    notChecked: [
      ...(['segment', 'item', 'period', 'metric', 'options', 'subject', 'noPrevious', 'irrealis', 'sense'] as const).map(
        (reason) => [{ text: sentence, reason, place: 'memo.txt:3', page: null }] as [never],
      ),
      [{ text: sentence, reason: 'sense', place: 'memo.pdf', page: 2 }],
    ] as never,
    notRead: {
      count: [
        [1, null],
        [12, 'eget'],
      ],
      line: [
        [{ text: sentence, reason: 'subject', at: 'sections/konklusion.md:3:1', documents: [] }],
        [{ text: sentence, reason: 'subject', at: 'sections/konklusion.md:3:1', documents: ['orientering-2024', 'faktaark'] }],
      ],
      reason: (
        ['subject', 'period', 'several', 'leftOver', 'verb', 'irrealis', 'negation', 'noNumber', 'words', 'evidence', 'beside'] as const
      ).map((reason) => [reason]) as never,
    },
    unread: [
      ...(
        [
          'segment',
          'item',
          'period',
          'metric',
          'options',
          'subject',
          'noPrevious',
          'irrealis',
          'sense',
          'words',
          'caption',
          'cell',
        ] as const
      ).map((reason) => [reason, 'number']),
      ...(
        ['subject', 'period', 'several', 'leftOver', 'verb', 'irrealis', 'negation', 'noNumber', 'words', 'evidence', 'beside'] as const
      ).map((reason) => [reason, 'direction']),
    ] as never,
    marked: {
      page: [[3]],
      note: [
        [{ words: ['12'], others: 0, why: sentence, isFound: false }],
        [{ words: ['12', '7,5'], others: 1, why: sentence, isFound: false }],
        [{ words: ['12', '7,5'], others: 40, why: sentence, isFound: false }],
        [{ words: ['85'], others: 0, why: sentence, isFound: true }],
      ],
    },
    audited: [
      [{ claims: 1, errors: 0, others: 0, coverage: null }],
      [{ claims: 1755, errors: 1, others: 1, coverage: null }],
      [{ claims: 14, errors: 3, others: 2, coverage: { read: 36, noResults: 9, notRead: 90, directions: { read: 3, notRead: 4 } } }],
      [
        {
          claims: 14,
          errors: 0,
          others: 2,
          coverage: { read: 14, noResults: 1, notRead: 1, directions: { read: 2, notRead: 0 } },
        },
      ],
      [{ claims: 14, errors: 0, others: 1, coverage: null }],
      [{ claims: 0, errors: 0, others: 0, coverage: { read: 0, noResults: 2, notRead: 5, directions: { read: 0, notRead: 1 } } }],
      [{ claims: 0, errors: 0, others: 0, coverage: { read: 0, noResults: 0, notRead: 0, directions: { read: 0, notRead: 0 } } }],
      [{ claims: 5, errors: 0, others: 0, coverage: { read: 5, noResults: 0, notRead: 0, directions: { read: 0, notRead: 0 } } }],
    ],
    written: [[{ count: 1, folder: 'out', seconds: '0.4' }], [{ count: 3, folder: 'out', seconds: '2.4' }]],
    severalFigures: [[{ number: '82', count: 3 }]],
  }
}

function documentExamples(locale: Locale, say: SampleWords): PhraseExamples['document'] {
  const { group, other, third, whole, item, itemInText, statement, question, benchmark, onGroup, called, options, during } = say
  const { duringBefore, firstPeriod, lastPeriod, counted } = say
  const period = { during: duringBefore, name: firstPeriod }
  const now = { during, name: lastPeriod }
  const [best, good] = options
  const [uncounted, worst] = [options.at(-1) ?? '', options.at(-2) ?? '']
  const { respondents } = locale.document
  const ends: ScaleEnds = { min: '0', max: '100', lowest: worst, highest: best, counted: [best, good] }
  const measure = locale.document.measures.indexScore
  const subject = { item, itemInText, on: onGroup, partsCalled: called, period: lastPeriod, isAgainstTargets: false }
  const compared = { name: group, previous: '74', current: '82', isCommon: false }
  const fell = { name: other, previous: '84', current: '79', isCommon: true }
  const axis = { measure: measure.bare, from: '0', to: '100', lowest: worst, highest: best }
  const ofMeasure: { howToRead: [[ScaleEnds]]; made: [[ScaleEnds]] } = { howToRead: [[ends]], made: [[ends]] }
  const note = {
    ...{ tables: 1, respondents, statement, isQuestion: false, options: [...options.slice(0, -1)], uncounted: [uncounted], measure, ends },
    ...{ hasOwnTotals: false, isWeighted: true, methodSection: say.method },
  }
  const alt = {
    groups: '3',
    called,
    isOneGroup: false,
    hasTotal: true,
    total: null,
    rise: null,
    fall: null,
    unchanged: [],
    largelyUnchanged: [],
  }
  const total = { name: whole, previous: '83', current: '82', isCommon: false }
  const run = (name: string, first: string, last: string) => ({ name, first, last, span: null })
  const someOf = { called: { ...called }, countWord: '2', ofWord: '3', names: null }
  const absent: [typeof now, string] = [now, measure.definite]
  const dash: [[string]] = [['5']]
  return {
    date: [['2024', '12', '09']],
    day: [[1, `${locale.document.months[2]} 2024`]],
    half: [
      [1, '2024'],
      [2, '2024'],
    ],
    quarter: [[2, '2024']],
    range: [[`${locale.document.months[9]} 2023`, `${locale.document.months[8]} 2024`]],
    monthRange: [[locale.document.months[2] ?? '', locale.document.months[4] ?? '', '2024']],
    fromTo: [[`${locale.document.months[9]} 2023`, `${locale.document.months[8]} 2024`]],
    during: [
      [lastPeriod, false],
      [`${locale.document.months[9]} 2023 – ${locale.document.months[8]} 2024`, true],
    ],
    quote: [[statement]],
    unit: (['indexPoint', 'scalePoint', 'share', 'answer', 'person', 'number'] as const).flatMap((unit) => [
      [unit, false, '1'],
      [unit, true, '2'],
    ]) as never,
    about: [
      [locale.document.quote(group), null],
      [say.phrase, say.preposition],
    ],
    nearly: [[locale.document.fractions[2]?.[2] ?? '']],
    over: [[locale.document.fractions[2]?.[2] ?? '']],
    lessThan: [['1']],
    moreThan: [['99']],
    howMany: [
      [{ ...someOf, count: 1, of: 1 }],
      [{ ...someOf, count: 0, of: 1 }],
      [{ ...someOf, called: locale.document.called.target, count: 1, of: 1 }],
      [{ ...someOf, called: locale.document.called.target, count: 0, of: 1 }],
      [{ ...someOf, count: 2, of: 2 }],
      [{ ...someOf, count: 3, of: 3 }],
      [{ ...someOf, count: 0, of: 3 }],
      [{ ...someOf, called: locale.document.called.target, count: 1, of: 3 }],
      [{ ...someOf, count: 2, of: 3, names: `${group}, ${other}` }],
    ],
    possessive: [[locale.document.respondents.definite], ['NPS']],
    asked: [[{ statement, isQuestion: false }], [{ statement: question, isQuestion: true }]],
    scale: [[{ min: '0', max: '100' }]],
    ends: [[{ min: '1', max: '5' }]],
    whyAbsent: each(['withheld', 'noAnswers', 'uncounted', 'notMeasured', 'unknown', 'manyAnswers'], [absent]),
    whyNoChange: each(
      ['withheld', 'noAnswers', 'uncounted', 'notMeasured', 'unknown', 'manyAnswers', 'noCommonGroup', 'noCommonTotal'],
      [[period]],
    ),
    whyNoTotal: each(['overlap', 'incomplete', 'noWeights', 'unknownPart', 'notMeasured'], [[respondents]]),
    chanceAmongMany: [['12']],
    table: { label: [[1]], inText: [[1]] },
    attachment: [[1]],
    chart: { label: [[1]], inText: [[1]] },
    summaryTitle: [
      [{ ...subject, on: null, hasTotal: true }],
      [{ ...subject, on: null, hasTotal: false, period: null }],
      [{ ...subject, on: null, hasTotal: true, partsCalled: null, isAgainstTargets: true }],
    ],
    ofProvider: [['Broen']],
    groupTitle: [[subject], [{ ...subject, partsCalled: null, period: null, isAgainstTargets: true }]],
    measures: { indexScore: ofMeasure, mean: ofMeasure, topTwoBox: ofMeasure, share: ofMeasure },
    valueHead: [[{ item, measure: measure.bare }]],
    answeredHead: [[[best, good]], [[...options.slice(0, 4)]]],
    note: [[say.reason]],
    dashes: each<DashReason, [[string]]>(
      ['noAnswers', 'uncounted', 'withheld', 'notMeasured', 'unknown', 'manyAnswers', 'noBase', 'noRate', 'noChange', 'broken'],
      dash,
    ),
    dashNote: [[locale.document.dashes.noAnswers('5')]],
    dashMarked: [[locale.document.dashes.withheld('5')]],
    verdictNotes: each(['certain', 'undecided', 'tooFew'], [[firstPeriod]]),
    chanceNote: [[{ isAnyMarked: true, previous: firstPeriod }], [{ isAnyMarked: false, previous: firstPeriod }]],
    commonNote: [[firstPeriod]],
    commonRowsNote: [[{ names: [group, other], previous: firstPeriod }]],
    ownTotalNotes: {
      overlap: [
        [null, respondents],
        [group, respondents],
      ],
      incomplete: [
        [null, respondents],
        [group, respondents],
      ],
    },
    tableNote: [
      [note],
      [
        {
          ...{ ...note, tables: 2, isQuestion: true, statement: question, uncounted: [uncounted, third], hasOwnTotals: true },
          ...{ methodSection: null, measure: locale.document.measures.mean },
        },
      ],
      [{ ...note, isWeighted: false, uncounted: [], measure: locale.document.measures.share }],
    ],
    changeTitle: [[subject]],
    changeHowTo: [
      [{ from: '0', to: '100', lowest: worst, highest: best, measure }],
      [{ from: '40', to: '90', lowest: null, highest: null, measure }],
    ],
    shareOf: [[counted]],
    noteOf: [[{ item, note: say.reason }]],
    tickedNote: [[{ statement: question, isQuestion: true, uncounted: [uncounted] }], [{ statement, isQuestion: false, uncounted: [] }]],
    absenceIn: [[{ period: firstPeriod, words: locale.document.absences.notMeasured }]],
    changeSince: [[firstPeriod]],
    changeData: [[measure]],
    changeAlt: [
      [{ ...alt, total: { ...total, direction: 'fall' }, rise: compared, fall: fell, unchanged: [third] }],
      [
        {
          ...alt,
          total: { ...total, direction: 'rise', isCommon: true },
          groups: '1',
          isOneGroup: true,
          hasTotal: false,
          largelyUnchanged: [third],
        },
      ],
      [{ ...alt, total: { ...total, direction: 'unchanged', previous: '82' } }],
      [{ ...alt, total: { ...total, direction: 'largelyUnchanged', previous: '82' } }],
      [{ ...alt, total: { ...total, direction: 'largelyUnchanged' } }],
    ],
    sharesTitle: [[{ statement, period: lastPeriod }]],
    sharesOfItemsTitle: [[{ period: lastPeriod }]],
    sharesHowTo: [[uncounted], [null]],
    sharesNotes: [[{ hasUnnumbered: true, isOff: true }]],
    sharesSummary: [[{ base: '465', dontKnow: '12', dontKnowLabel: uncounted }], [{ base: '1', dontKnow: null, dontKnowLabel: null }]],
    sharesAlt: [
      [
        {
          ...{ groups: '3', called, isOneGroup: false, hasTotal: true, option: best, total: { name: whole, share: '40' } },
          ...{ highest: { name: group, share: '52' }, lowest: { name: other, share: '31' } },
        },
      ],
      [{ groups: '1', called, isOneGroup: true, hasTotal: false, option: best, total: null, highest: null, lowest: null }],
      [{ groups: null, called, isOneGroup: false, hasTotal: true, option: best, total: null, highest: null, lowest: null }],
    ],
    axisHowTo: [[axis], [{ ...axis, lowest: null, highest: null }]],
    trendData: [[measure.bare]],
    benchmarkData: [[measure.bare]],
    barsData: [[measure.bare]],
    measureHead: [[measure.bare]],
    differenceTo: [[{ label: benchmark }], [{ fixed: 'target' }], [{ fixed: 'midpoint' }]],
    breakNote: [[[{ rows: null, periods: [lastPeriod] }]], [[{ rows: [group, other], periods: [firstPeriod, lastPeriod] }]]],
    gapNote: [[[{ row: group, periods: [firstPeriod], reason: locale.document.absences.notMeasured }]]],
    scaleMiddle: [['50']],
    referenceLine: [[{ name: benchmark, number: '75' }]],
    trendAlt: [
      [
        {
          ...{ rows: '3', isOneRow: false, from: firstPeriod, to: lastPeriod, total: run(whole, '83', '82') },
          ...{ rise: run(group, '74', '82'), fall: { ...run(other, '84', '79'), span: { since: '2021-22', until: firstPeriod } } },
        },
      ],
      [{ rows: '1', isOneRow: true, from: firstPeriod, to: lastPeriod, total: null, rise: null, fall: null }],
    ],
    benchmarkAlt: [
      [
        {
          ...{ rows: '3', isOneRow: false, whoms: [whole, benchmark], own: whole },
          ...{
            total: {
              name: question,
              numbers: [
                { whom: whole, number: '82' },
                { whom: benchmark, number: '75' },
              ],
            },
          },
          ...{ highest: { name: group, number: '82' }, lowest: { name: other, number: '79' } },
        },
      ],
      [{ rows: '1', isOneRow: true, whoms: [], own: whole, total: null, highest: null, lowest: null }],
    ],
    barsAlt: [
      [
        {
          ...{ rows: '3', isOneRow: false, total: { name: whole, number: '82' } },
          ...{ highest: { name: group, number: '82' }, lowest: { name: other, number: '79' } },
        },
      ],
      [{ rows: '1', isOneRow: true, total: null, highest: null, lowest: null }],
    ],
  }
}

function each<K extends string, V>(keys: readonly K[], value: V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, value])) as Record<K, V>
}

const formulas: readonly FormulaId[] = [
  ...(['counted', 'indexOfAnswers', 'meanOfAnswers', 'shareOfAnswers', 'indexOfRespondents', 'netOfAnswers', 'published'] as const),
  ...(['weightedMean', 'sum', 'ratio', 'differenceOfPrinted', 'difference', 'within', 'mix', 'placeOnScale', 'typed'] as const),
]

function explainExamples(locale: Locale, say: SampleWords): PhraseExamples['explain'] {
  const { whole, group, other, benchmark, options, place, otherPlace, section } = say
  const [best] = options
  const spell = (neutral: string) => spellNumber(neutral, locale)
  const made = { places: [], countedIn: [], parts: null, isMidpoint: false, fixed: null }
  const figure = {
    kind: 'metric',
    metric: 'indexScore',
    contribution: null,
    part: null,
    against: null,
    options: [],
    periods: ['2023-24'],
  } as const
  const both = ['2022-23', '2023-24']
  const named = (rest: object) => [{ ...figure, options: [...figure.options], periods: [...figure.periods], of: whole, ...rest }] as [never]
  const tested = {
    ...{ certainty: 'certain' as const, z: { min: spell('2.3'), max: spell('2.3') }, threshold: spell('1.96'), testedAgainst: null },
    ...{ answers: { previous: spell('1660'), current: '465' }, minimumBase: '30' },
  }
  const open = { from: spell('81.5'), to: spell('82.5'), fromIncluded: true, toIncluded: false, printed: ['82'], isOfPrinted: false }
  const rounded = { unrounded: spell('82.37'), fraction: null, printed: '82', isOfPrinted: false, other: null }
  const status: [[{ minimumBase: number; places: string[]; kind: 'metric' }]] = [[{ minimumBase: 5, places: [], kind: 'metric' }]]
  return {
    intro: [[false], [true]],
    group: [[{ label: group, count: 1 }], [{ label: group, count: 12 }]],
    name: [
      ...metricIds.map((metric) => named({ metric, options: metric === 'share' || metric === 'count' ? [best] : [] })),
      named({ kind: 'change', periods: both }),
      named({ kind: 'difference', against: { label: benchmark } }),
      named({ kind: 'difference', against: { fixed: 'target' } }),
      named({ kind: 'decomposition', contribution: 'within', periods: both }),
      named({ kind: 'decomposition', contribution: 'mix', periods: both }),
      named({ kind: 'decomposition', contribution: 'mix', part: group, periods: both }),
      named({ metric: null, of: '', periods: [] }),
      named({ of: '' }),
    ] as never,
    formulas: {
      ...(Object.fromEntries(formulas.map((formula) => [formula, [[made]]])) as unknown as PhraseExamples['explain']['formulas']),
      counted: [[{ ...made, countedIn: ['data/2023-24.csv'] }], [{ ...made, countedIn: ['data/2023-24.csv'], places: [place] }]],
      published: [
        [made],
        [{ ...made, places: [place, otherPlace], parts: 'sum' }],
        [{ ...made, places: [place], parts: 'mean' }],
        [{ ...made, places: [place], isMidpoint: true }],
      ],
      weightedMean: [[made], [{ ...made, isMidpoint: true }]],
      differenceOfPrinted: [[made], [{ ...made, fixed: 'target' }]],
      difference: [[made], [{ ...made, fixed: 'midpoint' }]],
      typed: [[{ ...made, places: ['KL 2024'] }]],
    },
    place: [
      [{ file: 'data/2023-24.csv', line: 2, column: 24 }],
      [{ file: 'data/2023-24.xlsx', sheet: 'Ark1', cell: 'C4' }],
      [{ file: 'memo.pdf', page: 2 }],
    ],
    rounding: [
      [rounded],
      [{ ...rounded, unrounded: `${spell('82.3333')}…`, fraction: '247/3' }],
      [{ ...rounded, unrounded: spell('-1.43'), printed: spell('-1'), isOfPrinted: true }],
      [{ ...rounded, unrounded: spell('-1.53'), printed: spell('-1'), isOfPrinted: true, other: spell('-2') }],
    ],
    interval: [
      [open],
      [{ ...open, printed: ['81', '82'], toIncluded: true }],
      [{ ...open, printed: ['80', '81', '82'], fromIncluded: false }],
      [{ ...open, from: spell('-2'), to: spell('-0.1'), printed: [spell('-1')], isOfPrinted: true }],
      [{ ...open, from: spell('-2'), to: spell('-0.1'), printed: [spell('-2'), spell('-1')], isOfPrinted: true }],
    ],
    certainty: [
      [tested],
      [{ ...tested, certainty: 'never', z: { min: spell('0.2'), max: spell('1.7') } }],
      [{ ...tested, certainty: 'undecidable', z: null }],
      [{ ...tested, certainty: 'tooFew', z: null }],
      [{ ...tested, testedAgainst: 'other' }],
      [{ ...tested, testedAgainst: 'rest', certainty: 'never' }],
      [{ ...tested, testedAgainst: 'fixed', certainty: 'undecidable' }],
      [{ ...tested, testedAgainst: 'fixed', certainty: 'tooFew', answers: { previous: null, current: null } }],
      [{ ...tested, testedAgainst: 'other', certainty: 'tooFew', answers: { previous: null, current: '465' } }],
      [{ ...tested, testedAgainst: 'other', certainty: 'undecidable', z: null, answers: { previous: null, current: null } }],
    ],
    statuses: {
      ok: status,
      approximate: status,
      noAnswers: status,
      withheld: status,
      contradictory: [[{ minimumBase: 5, places: [place], kind: 'metric' }], ...status],
      notComparable: [[{ minimumBase: 5, places: [], kind: 'change' }], [{ minimumBase: 5, places: [], kind: 'difference' }]],
      typed: status,
    },
    printedPlace: [
      [{ kind: 'text', section, label: null }],
      [{ kind: 'table', section: null, label: other }],
      [{ kind: 'note', section: null, label: '1' }],
      [{ kind: 'text', section: null, label: null }],
    ],
  }
}
