import type { Locale } from './index.js'

/** English. */
export const en: Locale = {
  id: 'en',
  language: 'en',
  numbers: { decimal: '.', thousands: ',', minus: '−' },
  scales: {
    agreement5: {
      stronglyAgree: ['Strongly agree'],
      agree: ['Agree'],
      neutral: ['Neutral', 'Neither agree nor disagree'],
      disagree: ['Disagree'],
      stronglyDisagree: ['Strongly disagree'],
      dontKnow: ["Don't know", 'Don’t know'],
    },
    satisfaction5: {
      verySatisfied: ['Very satisfied'],
      satisfied: ['Satisfied'],
      neutral: ['Neither satisfied nor dissatisfied', 'Neutral'],
      dissatisfied: ['Dissatisfied'],
      veryDissatisfied: ['Very dissatisfied'],
      dontKnow: ["Don't know", 'Don’t know'],
    },
    score5: { '5': ['5'], '4': ['4'], '3': ['3'], '2': ['2'], '1': ['1'], dontKnow: ["Don't know", 'Don’t know'] },
    smiley4: { veryHappy: ['Very happy'], happy: ['Happy'], unhappy: ['Unhappy'], veryUnhappy: ['Very unhappy'] },
  },
  problems: {
    'internal-error': ({ detail }) => ({ message: `internal error: ${detail}`, hint: 'This is a fault of notat, not of your files.' }),
    'unknown-scale': ({ scale, known }) => ({
      message: `unknown scale: ${scale}`,
      hint: `There are: ${known}. Scales of your own go under scales: in notat.yaml.`,
    }),
    'flat-scale': ({ scale }) => ({
      message: `scale ${scale} does not have two different scores`,
      hint: 'Give at least two options a score each.',
    }),
    'unknown-scale-option': ({ option, scale, known }) => ({
      message: `unknown response option: ${option}`,
      hint: `Scale ${scale} has: ${known}.`,
    }),
    'unscored-option': ({ option, scale, known }) => ({
      message: `no share can be computed of ${option}`,
      hint: `A share is of the answers that count. On scale ${scale} these are: ${known}.`,
    }),
    'broken-count': ({ count, option }) => ({
      message: `the count of ${option} is ${count}`,
      hint: 'A count of answers is a whole number, 0 or more.',
    }),
    'mixed-scales': ({ first, second }) => ({
      message: `answers on scale ${first} cannot be added to answers on scale ${second}`,
    }),
    'unknown-command': ({ command, nearest, known }) => ({
      message: command === '' ? 'a command is missing' : `unknown command: ${command}`,
      hint: nearest ? `Did you mean ${nearest}?` : `Write one of these: ${known}. notat --help tells more.`,
    }),
    'unknown-option': ({ option, nearest }) => ({
      message: `unknown option: ${option}`,
      hint: nearest ? `Did you mean ${nearest}?` : 'notat --help lists those that exist.',
    }),
    'missing-option-value': ({ option }) => ({ message: `a value is missing after ${option}`, hint: `Write ${option}=VALUE.` }),
    'unexpected-option-value': ({ option, value }) => ({
      message: `${option} takes no value, found ${value}`,
      hint: `Write just ${option}.`,
    }),
    'unexpected-argument': ({ argument }) => ({
      message: `too many arguments: ${argument}`,
      hint: 'Give one folder at most; quote blanks.',
    }),
    'unknown-format': ({ format, known }) => ({ message: `unknown format: ${format}`, hint: `Can be made: ${known}.` }),
    'unknown-reporter': ({ reporter, known }) => ({ message: `unknown reporter: ${reporter}`, hint: `There are: ${known}.` }),
    'unknown-locale': ({ locale, known }) => ({ message: `unknown locale: ${locale}`, hint: `There are: ${known}.` }),
    'unknown-document': ({ document, known }) => ({ message: `unknown document: ${document}`, hint: `The project has: ${known}.` }),
  },
  cli: {
    help: `Usage: notat build [FOLDER] [--options]

Makes the project's memos. FOLDER is a project folder or its notat.yaml; by default the current folder.

  --out FOLDER         where the files go (default the project's own folder out)
  --document ID        only this document
  --format html,pdf    only these formats
  --check              write nothing; compare with what is in the folder
  --reporter NAME      how findings are shown: text, json, sarif or github.
                       With =FILE they go to the file. May be repeated
  --lang da|en         language of messages (default the project's)
  -h, --help           show this help
  -V, --version        show the version

Exit codes: 0 fine · 1 findings or drift · 2 usage or configuration · 3 data · 70 a fault of notat`,
    progress: ({ stage, name }) =>
      `${{ read: 'Reading', derive: 'Computing', audit: 'Checking', compose: 'Writing', render: 'Setting' }[stage]}${name ? ` ${name}` : ''} …`,
    read: ({ file, holds, rows, unused }) => {
      const left = unused.length > 0 ? `; not used: ${unused.join(', ')}` : ''
      return `Read: ${file} (${holds}, ${spellCount(rows)} ${rows === 1 ? 'row' : 'rows'}${left})`
    },
    headline: ({ label, value, period, previous }) =>
      previous === null
        ? `Result: ${label}, ${period}: ${value}`
        : `Result: ${label}, ${period}: ${value} against ${previous.value} in ${previous.period} (change ${previous.change})`,
    noResult: ({ label, period }) => `Result: ${label}, ${period}: no number`,
    unmatchedAccept: ({ finding, line }) => `notat.yaml:${line}: accept names ${finding}, which is no longer found here. Remove the line.`,
    stopped: 'Stopped: the numbers contradict each other. Nothing was written, and earlier files are untouched.',
    checked: ({ drifted, count }) =>
      drifted.length === 0
        ? [`Checked: ${count === 1 ? 'the file' : `all ${count} files`} in the folder match the project.`]
        : [...drifted.map((name) => `Differs: ${name}`), 'Run notat build without --check to make the files again.'],
    written: ({ count, folder, seconds }) => `Wrote ${count} ${count === 1 ? 'file' : 'files'} to ${folder} in ${seconds} s`,
  },
  document: {
    months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
    shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    date: (year, month, day) => `${day}/${month}/${year}`,
    day: (day, monthAndYear) => `${day} ${monthAndYear}`,
    half: (number, year) => `${number === 1 ? 'first' : 'second'} half of ${year}`,
    quarter: (number, year) => `Q${number} ${year}`,
    range: (from, to) => `${from} – ${to}`,
    fromTo: (from, to) => `from ${from} to ${to}`,
    during: (name, isRange) => (isRange ? `in the period ${name}` : `in ${name}`),
    numberWords: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
    list: { comma: ', ', last: ' and ' },
    quote: (words) => `“${words}”`,
    unit: (unit, isDifference, printed) => {
      const isOne = /^-?1$/.test(printed)
      return {
        indexPoint: isOne ? 'index point' : 'index points',
        scalePoint: isOne ? 'point' : 'points',
        share: isDifference ? (isOne ? 'percentage point' : 'percentage points') : 'per cent',
        answer: isOne ? 'answer' : 'answers',
        person: isOne ? 'person' : 'people',
      }[unit]
    },
    percentSign: '%',
    on: (phrase) => `with ${phrase}`,
    missing: { noAnswers: '(no answers)', withheld: '(too few answers)', unknown: '(no number)' },
    parts: { one: 'group', many: 'groups' },
    table: { label: (number) => `Table ${number}`, anchor: 'table' },
    chart: { label: (number) => `Figure ${number}`, anchor: 'figure' },
    summaryTitle: ({ item, partsCalled, period }) =>
      `${item}, overall${partsCalled ? ` and by ${partsCalled}` : ' result'}${period ? `, ${period}` : ''}`,
    groupTitle: ({ item, on, partsCalled, period }) => `${item} ${on} by ${partsCalled}${period ? `, ${period}` : ''}`,
    howToReadIndex: ({ min, max, lowest, highest }) =>
      `The index runs from ${min} (everyone answered “${lowest}”) to ${max} (everyone answered “${highest}”).`,
    valueHead: (item) => `${item} (index)`,
    baseHead: 'Answers',
    dash: '–',
    dashNote: ({ noAnswers, withheld, unknown, minimumBase }) => {
      const reasons = [
        ...(noAnswers ? ['that nobody answered'] : []),
        ...(withheld ? [`that the number is not shown, as there are fewer than ${minimumBase} answers or it could be worked out`] : []),
        ...(unknown ? ['that there is no number'] : []),
      ]
      return `Note: A dash (–) means ${reasons.join(', or ')}.`
    },
    weightedMark: '*',
    weightedNote: 'Mean of the subdivisions below, weighted by number of answers.',
    tableNote: ({ tables, statement, isQuestion, options, uncounted, ends, isWeighted, isCompared }) => {
      const [shows, them] = tables === 1 ? ['The table shows', 'the table'] : ['The tables show', 'the tables']
      return [
        `Note: ${shows} how people answered the ${isQuestion ? 'question' : 'statement'} “${statement}”, and how many answers are behind the numbers.`,
        `They could choose between ${orList(options.map((option) => `“${option}”`))}.`,
        `The answers are turned into an index: ${ends.min} means that everyone answered “${ends.lowest}”, and ${ends.max} that everyone answered “${ends.highest}”.`,
        ...(isWeighted ? ['Numbers for several groups together are means in which each group weighs by its number of answers.'] : []),
        ...(uncounted.length > 0
          ? [`${orList(uncounted.map((option) => `“${option}”`))} counts neither in the index nor in the number of answers.`]
          : []),
        ...(isCompared ? [`How certain the changes in ${them} are is described in the section on method.`] : []),
      ].join(' ')
    },
    source: 'Source: ',
    changeTitle: ({ itemInText }) => `Change in ${itemInText} from the previous to the latest period`,
    changeHowTo: ({ from, to, lowest, highest }) =>
      `Index. The axis runs from ${from}${lowest ? ` (“${lowest}”)` : ''} to ${to}${highest ? ` (“${highest}”)` : ''}. The change is in index points.`,
    changeNote: ({ certain, other }) =>
      `Note: ${[
        ...(certain ? ['Changes in bold are larger than chance can explain.'] : []),
        ...(other ? [certain ? 'The others may be due to chance.' : 'The changes may be due to chance.'] : []),
      ].join(' ')}`,
    changeHead: 'Change',
    groupHead: 'Group',
    changeData: 'Index in both periods and change in index points',
    changeAlt: ({ groups, total, rise, fall, unchanged }) =>
      [
        `Dot plot of ${groups} ${groups === 1 ? 'group' : 'groups'}.`,
        ...(total
          ? [
              `${total.name}: ${total.direction === 'unchanged' ? `unchanged ${total.current}` : `from ${total.previous} to ${total.current}`}.`,
            ]
          : []),
        ...(fall ? [`Greatest fall: ${fall.name} from ${fall.previous} to ${fall.current}.`] : []),
        ...(rise ? [`Greatest rise: ${rise.name} from ${rise.previous} to ${rise.current}.`] : []),
        ...(unchanged.length > 0 ? [`Unchanged: ${unchanged.join(', ')}.`] : []),
        'All numbers are in the table below the figure.',
      ].join(' '),
    sharesTitle: ({ statement, period }) => `Answers to “${statement}”, ${period}`,
    sharesHowTo: (uncounted) =>
      `Per cent of the answers.${uncounted ? ` “${uncounted}” is not part of the bars but shown beside them.` : ''}`,
    sharesNote: 'Note: Shares too small to carry a number are in the table below the figure. Rounded numbers may not add up to a hundred.',
    sharesData: 'Per cent of the answers, and number of answers',
    sharesSummary: ({ base, dontKnow, dontKnowLabel }) =>
      `${base} ${base === '1' ? 'answer' : 'answers'}${dontKnow === null || dontKnowLabel === null ? '' : `, ${dontKnow} “${dontKnowLabel}”`}`,
    sharesAlt: ({ groups, option, total, highest, lowest }) =>
      [
        `Bar chart that splits the answers of ${groups} ${groups === 1 ? 'group' : 'groups'} by response option.`,
        ...(total ? [`The share that answered “${option}” is ${total.share} per cent for ${total.name}.`] : []),
        ...(highest && lowest
          ? [
              `It is highest for ${highest.name} with ${highest.share} per cent and lowest for ${lowest.name} with ${lowest.share} per cent.`,
            ]
          : []),
        'All numbers are in the table below the figure.',
      ].join(' '),
    knownNumbers: [
      // 09/12/2024, 2024-12-09
      /\b\d{1,2}[-./]\d{1,2}[-./]\d{4}\b|\b\d{4}-\d{2}-\d{2}\b/gu,
      // 7 August 2023, August 7
      /\b\d{1,2}(?:[-–]\d{1,2})?\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/gu,
      /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d{1,2}\b/gu,
      // 2024, 2023-24, 2023-2024, 2023/24
      /(?<![\d.,])(?:19|20)\d{2}(?:[-–/](?:(?:19|20)\d{2}|\d{2}))?(?![\d]|[.,]\d)/gu,
      // Q1
      /\bQ[1-4]\b/gu,
      // 14:30, 10 am
      /\b\d{1,2}:\d{2}\b|\b\d{1,2}\s?[ap]\.?m\b/gu,
      // § 12, section 12(3)
      /(?:§{1,2}\s?|\bsections?\s)\d+[a-z]?(?:\(\d+\))*/giu,
      // Appendix 1, appendices 1-3
      /\b(?:appendix|appendices|annex)\s\d+(?:\s?(?:[-–,]|and)\s?\d+)*/giu,
    ],
  },
  render: {
    caseDetails: 'Case details',
    ofWhich: 'Of which: ',
    dataBehindChart: 'The numbers behind the chart',
    notes: 'Notes',
    backToText: 'Back to the text',
    noteLabel: (mark) => `Note ${mark}`,
  },
}

/** Digits in groups of three from four digits on. */
function spellCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** "a, b or c" */
function orList(items: string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`
}
