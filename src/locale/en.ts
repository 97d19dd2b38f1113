import { type Coverage, isReadLittle, type MentionKind, type NotCheckedReason, type NotReadReason, type UnreadReason } from '../claim.js'
import { describePlace, headingOf, type Place, someOf } from '../errors.js'
import type { Direction, TestedAgainst } from '../figure.js'
import type { HeldAgainst, NotShownKind, NotShownReason, SpokenEvidence } from '../finding.js'
import type { FixedPoint } from '../survey.js'
import { englishKeys } from './english-keys.js'
import { english } from './english-problems.js'
import { englishStatements } from './english-statements.js'
import { inOneLine, phrase, spellNumber } from './spelling.js'
import type { ComparedNumbers, Locale, MeasureWords, Phrase, SpokenFigure, TrendRun } from './words.js'

/** A share of the answers, of whichever options. */
const shareWords: MeasureWords = {
  bare: 'share',
  definite: 'the share',
  indefinite: 'a share',
  whole: 'the overall share',
  pronoun: 'it',
  same: 'the same',
  extremes: 'the highest and the lowest share',
  points: 'percentage points',
  howToRead: ({ counted }) => `The share is the percentage of the answers that are ${orList(counted.map((option) => `“${option}”`))}.`,
  made: ({ counted }) => `The numbers are the percentage of the answers that are ${orList(counted.map((option) => `“${option}”`))}.`,
}

const notCheckedReasons: Record<NotCheckedReason, string> = {
  segment: 'it is not clear which group is meant',
  item: 'it is not clear which question is meant',
  period: 'it is not clear which period is meant',
  metric: 'it is not clear what the number measures',
  options: 'it is not clear which answers are meant',
  subject: 'it is not clear what the number is about',
  noPrevious: 'there is no earlier period to compare with',
  irrealis: 'the sentence is about something that has not happened',
  sense: 'the sentence can be read in several ways',
}

const notReadReasons: Record<NotReadReason, string> = {
  subject: 'it does not say whom or what it is about',
  period: 'it does not say which periods are meant',
  several: 'it can be understood in several ways',
  leftOver: 'a part of it is in a form that is not read',
  verb: 'it does not say what happened between the two numbers',
  irrealis: 'it is about something that may happen, is wanted, or is said by others',
  negation: 'it is not clear what is denied',
  noNumber: 'there is no number to compare it with',
  words: 'it has words that are not known, and may be about something else',
  evidence: 'it is about how reliable the numbers are, who was measured, or why something is not shown',
  beside: 'it compares with others, another time or a target in a way that is not read',
}

/** English. */
const softHyphen = '\u00ad'

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
      dontKnow: ['Don’t know', "Don't know"],
    },
    satisfaction5: {
      verySatisfied: ['Very satisfied'],
      satisfied: ['Satisfied'],
      neutral: ['Neither satisfied nor dissatisfied', 'Neutral'],
      dissatisfied: ['Dissatisfied'],
      veryDissatisfied: ['Very dissatisfied'],
      dontKnow: ['Don’t know', "Don't know"],
    },
    score5: { '5': ['5'], '4': ['4'], '3': ['3'], '2': ['2'], '1': ['1'], dontKnow: ['Don’t know', "Don't know"] },
    numeric7: {
      '7': ['7'],
      '6': ['6'],
      '5': ['5'],
      '4': ['4'],
      '3': ['3'],
      '2': ['2'],
      '1': ['1'],
      dontKnow: ['Don’t know', "Don't know"],
    },
    numeric10: {
      '10': ['10'],
      '9': ['9'],
      '8': ['8'],
      '7': ['7'],
      '6': ['6'],
      '5': ['5'],
      '4': ['4'],
      '3': ['3'],
      '2': ['2'],
      '1': ['1'],
      '0': ['0'],
      dontKnow: ['Don’t know', "Don't know"],
    },
    smiley4: { veryHappy: ['Very happy'], happy: ['Happy'], unhappy: ['Unhappy'], veryUnhappy: ['Very unhappy'] },
    yesNo: { yes: ['Yes'], no: ['No'], dontKnow: ['Don’t know', "Don't know"] },
  },
  ticks: { yes: ['yes', 'selected', 'checked', 'ticked', 'true'], no: ['no', 'not selected', 'unchecked', 'not ticked', 'false'] },
  columns: {
    date: ['date'],
    period: ['period'],
    segment: ['segment', 'group'],
    provider: ['provider'],
    item: ['item'],
    answer: ['answer'],
    count: ['count'],
    metric: ['metric'],
    value: ['value'],
    base: ['base', 'number of answers', 'answers', 'responses', 'respondents', 'n'],
    figure: ['figure'],
    place: ['place'],
  },
  looseColumns: { period: ['year'], segment: ['unit', 'department', 'institution', 'centre', 'area', 'district'] },
  metrics: {
    indexScore: ['index', 'index score'],
    mean: ['mean', 'average'],
    share: ['share'],
    topTwoBox: ['top two box'],
    nps: ['NPS', 'net promoter score'],
    count: ['count'],
    base: ['number of answers', 'base'],
    dontKnow: ['number of don’t know', "number of don't know"],
    invited: ['invited', 'number invited'],
    responseRate: ['response rate'],
  },
  keys: englishKeys,
  problems: english.problems,
  cli: {
    alsoAt: (times, places) =>
      `(${times} places, also in ${/\D/.test(places.join('')) ? 'cell' : 'line'}${places.length > 1 ? 's' : ''} ${andList(places)}${places.length + 1 < times ? ' …' : ''})`,
    help: `Usage: notat build [FOLDER] [--options]
       notat audit [FOLDER] [--text FILE] [--options]
       notat explain FIGURE [FOLDER] [--options]
       notat init [FOLDER] [--from FILE …] | notat init [FOLDER] --example NAME
       notat schema [--lang da|en] [--out FOLDER]

build    makes the project's memos
audit    checks what has been written: the claims in the folder claims, or a
         document (--text), and the project's own numbers
explain  shows where a number comes from. FIGURE is its id
         (indexScore/all/2023-24) or the number as it is printed (82)
init     makes a new project folder from a table (xlsx, ods or csv) or as a
         copy of an example; nothing that is there already is overwritten
schema   writes what an editor needs to help with notat.yaml

FOLDER is a project folder or its notat.yaml; by default the current folder.

  --document ID        only this document
  --reporter NAME      how to report: text or json; build and audit
                       also sarif and github. With =FILE the report goes to the file.
                       May be repeated
  --lang da|en         language of messages (default the project's)
  -h, --help           show this help
  -V, --version        show the version

Build and audit:
  --root FOLDER        where paths in sarif and github begin (default the top of the
                       git repository, or the folder you are in)
  --verbose            say why each finding matters, and also show what
                       agrees only by rounding or cannot be checked; with --text
                       also the text line by line with a mark at each number

Audit only:
  --text FILE          the document to check: txt, md, html or pdf. May be repeated

Build only:
  --out FOLDER         where the files go (default the project's own folder out)
  --format html,pdf    only these formats
  --check              write nothing; compare with what is in the folder
  --strict             statements in your sections that cannot be checked give exit code 1;
                       the memos are written all the same
  --publish            record in published.yaml what has been shown, so that later
                       documents together with these reveal no small group

Init only:
  --from FILE          a table to begin with; it is copied into the folder data.
                       Several files may follow one another
  --example NAME       copy an example: biu-2024, made-up-answers or another

Explain only:
  --confidential       withhold nothing; what is shown must not be published

Exit codes: 0 fine · 1 findings or drift · 2 usage or configuration · 3 data · 70 a fault in notat`,
    progress: ({ stage, name }) =>
      `${{ read: 'Reading', derive: 'Calculating', audit: 'Checking', compose: 'Writing', render: 'Typesetting' }[stage]}${name ? ` ${name}` : ''} …`,
    remarks: {
      sheet: (remark) => `  the sheet ${remark.sheet} was read; not read: ${someOf(remark.others)}`,
      hiddenRows: (remark) =>
        `  ${spellCount(remark.count)} hidden ${remark.count === 1 ? 'row' : 'rows'} of ${remark.sheet} ${remark.count === 1 ? 'was' : 'were'} read as well (the first is row ${remark.first})`,
      printedColumns: (remark) => {
        const columns = remark.columns.map(({ at, period, item, metric }) => {
          const taken = [period, item, en.metrics[metric][0]].filter((part) => part !== null).join(' ')
          return `${at} is ${taken}`
        })
        return `  read as a printed table with ${spellCount(remark.headingRows)} ${remark.headingRows === 1 ? 'row' : 'rows'} of headings: ${someOf(columns)}`
      },
      printedRows: (remark) => {
        const headings = remark.headings.length > 0 ? `; only headings: ${someOf(remark.headings)}` : ''
        const total = remark.total ? `; ${remark.total.found} was read as ${remark.total.segment}` : ''
        return `  rows with numbers: ${spellCount(remark.groups)}${headings}${total}`
      },
      leftOut: (remark) => {
        const { empty, marks, lines } = remark
        const cells = ({ count, first }: { count: number; first: string }) => `${spellCount(count)} (the first in ${first})`
        const parts = [
          ...(empty.count > 0 ? [`cells without a number: ${cells(empty)}`] : []),
          ...(marks.count > 0 ? [`marks beside numbers: ${cells(marks)}`] : []),
          ...(lines.length > 0 ? [`lines about the table: ${lines.join(' | ')}`] : []),
        ]
        return `  not read: ${parts.join('; ')}`
      },
    },
    read: ({ file, holds, rows, unused }) => {
      const left = unused.length > 0 ? `; not used: ${someOf(unused)}` : ''
      const counted = rows === null ? '' : `, ${spellCount(rows)} ${rows === 1 ? 'row' : 'rows'}`
      return `Read: ${file} (${holds}${counted}${left})`
    },
    headline: ({ label, value, period, previous }) => {
      const result = `Result: ${label}, ${period}: ${value}`
      if (previous === null) return result
      const { change, isExact, common } = previous
      const told = change === null ? (isExact ? 'unchanged' : 'largely unchanged') : `change ${change}`
      const before = `compared with ${previous.value} ${previous.during} (${told})`
      return common === null ? `${result} ${before}` : `${result}. The groups measured in both periods: ${common} ${before}`
    },
    noResult: ({ label, period }) => `Result: ${label}, ${period}: no number`,
    publishedHead: [
      'Written by notat build --publish: how many answers the published numbers are based on, by period, question and group.',
      'What is published cannot be taken back. Later documents and years take it into account, so that together they reveal no small group.',
      'Keep this file with the project, and do not edit it by hand.',
    ],
    withheld: ({ small, others, isChoice, withheld, isChanged, during }) => {
      if (isChanged)
        return `Not shown ${during}: all numbers except the overall one. The number of answers differs from what has been published (published.yaml).`
      const groups = (count: number) => `${spellCount(count)} ${count === 1 ? 'group' : 'groups'}`
      const more = others > 0 ? `, ${spellCount(others)} more withheld so that these cannot be worked out` : ''
      const told =
        small > 0
          ? `${groups(small)} under the limit${more}.`
          : `${groups(others)}, so that numbers withheld elsewhere cannot be worked out. No group here is under the limit.`
      const names = withheld.map(({ segment, provider }) => (provider === null ? `“${segment}”` : `“${provider}” in “${segment}”`))
      const choice = isChoice
        ? ` Withheld: ${someOf(names)}. Other choices were equally good: list groups you would rather show under prefer: in survey.`
        : ''
      return `Not shown ${during}: ${told}${choice}`
    },
    confidential: 'Confidential: nothing is withheld here. Show it only to those who may see the answers.',
    guess: ({ file, line, wanted }) => `${file}:${line}: is still a guess: ${wanted}. Correct it, and delete the line with WRITE.`,
    unmatchedAccept: ({ finding, line }) => `notat.yaml:${line}: accept lists ${finding}, but there is no such finding. Remove the line.`,
    noDocuments: 'Nothing was written: notat.yaml has no documents (documents:).',
    level: { error: 'Contradiction', warning: 'Worth a look', note: 'Note', accepted: 'Accepted' },
    stopped:
      'Stopped: there is a contradiction in the numbers or in the text of the memo. Nothing was written, and earlier files are untouched.',
    notShown: ({ kind, id, label, reason, values, place, documents = [] }) => {
      const { nearest = '', item = '', itemLabel = '', period = '', scale = '', value = '' } = values
      const at = place ? describePlace(place) : ''
      const named = label === id ? `“${label}”` : `“${label}” (${id})`
      const things: Record<NotShownKind, string> = {
        item: `the question ${named}`,
        period: `the period ${named}`,
        segment: `the group ${named}`,
        provider: `the provider ${named}`,
        benchmark: `the benchmark ${named}`,
        target: `the target of ${value} for ${named}`,
        record: `the record ${named}`,
        number: `${id} (${at})${inDocuments(documents)}`,
        exhibit: `the table or chart “${id}” (${at})`,
        option: `the option ${named}`,
        quotation: `the quotation on ${named}`,
        column: `the column “${label}” (${at})`,
        section: `the section ${id}`,
        template: `the template ${id}`,
        file: `the file ${id}`,
        folder: `the folder ${id}`,
      }
      const meant = nearest ? ` Did you mean ${nearest}?` : ''
      const looks = item ? `it looks like the question “${itemLabel}” (${item})` : `it holds answers on the scale ${scale}`
      const why: Record<NotShownReason, string> = {
        notPrinted: 'none of the documents shows a number for it.',
        absent: 'there is no such number, so words stand in its place. Put {{#if}} around what may be missing.',
        nothingToShow: 'it is not printed, as there is nothing to show where the template asks for it.',
        notCleared: 'it is not printed, as it has not been cleared (cleared: true).',
        noData: 'there are no numbers for it in the data.',
        neverChosen: `nobody chose it in ${period} for “${itemLabel}” (${item}) in ${at}, though others did.`,
        lookalike: `${looks}, but is not read. Write columns: { ID: "${label}" } for the file in notat.yaml if it is a question.`,
        noSection: `no template has such a section.${meant}`,
        noPlace: 'it is not printed, since the place it belongs to is not in the document.',
        unreadKind: `files of that type are not read here.${meant}`,
        notListed: 'it is not under data: or claims: in notat.yaml.',
        unusedTemplate: 'no document has it as its template: in notat.yaml.',
        unreadFolder: `folders with that name are not read.${meant}`,
      }
      return `Not shown: ${things[kind]}: ${why[reason]}`
    },
    checked: ({ drifted, count }) =>
      drifted.length === 0
        ? [`Checked: ${count === 1 ? 'the file in the folder matches' : `all ${count} files in the folder match`} the project.`]
        : ['Run notat build without --check to make the files again.'],
    drifted: (name) => `Differs: ${name}`,
    notChecked: ({ text, reason, place, page }) => {
      return `Not checked: “${text}” (${place}${page === null ? '' : `, page ${page}`}): ${notCheckedReasons[reason]}.`
    },
    unread: (reason, kind) => englishUnread(reason, kind),
    marked: {
      head: 'The text as it was read. Every number and every word of direction has a mark:',
      example: '82',
      legend: {
        read: 'read and held against the other numbers; nothing contradicts it',
        error: 'a contradiction: see below the line, and the findings at the end',
        other: 'deserves a look',
        notRead: 'not read: check it yourself; the reason is below the line',
        noResult: 'no result: a date, a period, a name, the number of a table and the like',
      },
      page: (page) => `page ${page}`,
      note: ({ words, others, why, isFound }) =>
        isFound
          ? why
          : `${words.map((each) => `“${each}”`).join(', ')}${others === 0 ? '' : ` and ${spellCount(others)} ${others === 1 ? 'other' : 'others'}`}: ${why}`,
    },
    notRead: {
      count: (count, template) => {
        const where = template === null ? 'your sections' : `the template ${template}`
        return count === 1 ? `1 statement in ${where} has not been checked:` : `${count} statements in ${where} have not been checked:`
      },
      line: ({ text, reason, at, documents }) => `  ${at}${inDocuments(documents)}: “${text}”: ${notReadReasons[reason]}`,
      title: 'The statement has not been checked',
      reason: (reason) => notReadReasons[reason],
    },
    audited: ({ claims, errors, others, coverage }) => {
      const known = coverage ? ` ${englishCoverage(coverage)}` : ''
      const checked = `Checked: ${spellCount(claims)} ${claims === 1 ? 'claim' : 'claims'}.`
      const rest = coverage !== null && (claims === 0 || isReadLittle(coverage)) ? ' The rest of the text was not checked.' : ''
      if (errors === 0 && others === 0) return rest === '' ? `${checked} Nothing to report.${known}` : `${checked}${known}${rest}`
      const wrong = errors === 0 ? 'No contradictions' : `${spellCount(errors)} ${errors === 1 ? 'contradiction' : 'contradictions'}`
      return `${checked} ${wrong}${others === 0 ? '' : `, ${spellCount(others)} ${errors === 0 ? '' : 'other '}${others === 1 ? 'thing' : 'things'} to look at`}.${known}${rest}`
    },
    written: ({ count, folder, seconds }) => `Wrote ${count} ${count === 1 ? 'file' : 'files'} to ${folder} in ${seconds} s`,
    notComposed: 'The numbers contradict each other, so the memo cannot be made. notat build shows why.',
    severalFigures: ({ number, count }) =>
      `${number} is printed for ${spellCount(count)} figures. Choose one of them with notat explain ID:`,
    explainedAbove: 'see above',
    notPrinted: 'not printed in any document',
  },
  init: {
    whole: 'Overall',
    mark: 'WRITE',
    madeOf: (files) => `Written by notat init from ${files}.`,
    made: 'Written by notat init.',
    how: 'Search for WRITE: something is missing there, or is a guess. Write what is right, delete lines that begin with # WRITE, and run: npx notat build',
    organisation: 'the name of the council',
    title: 'the name of the survey, such as User satisfaction with employment services',
    itemLabel: 'what is measured, such as User satisfaction',
    shortLabel: 'a short name for the tables, such as User satisfaction',
    itemText: 'the question as it was asked',
    scale: 'the right scale. The guess is strongly agree – strongly disagree; satisfaction5 is very satisfied – very dissatisfied',
    ownScale: 'points after score, the most for the best answer',
    periods: 'the right dates. The files do not say when the period begins and ends',
    metric: (guessed) => `what the numbers are. The guess here is metric: ${guessed}; others are indexScore, mean, topTwoBox and nps`,
    split: (headings) =>
      `the groups. Here all answers are one group; to split them, run notat init again and say which column they stand in: ${someOf(headings)}`,
    somePeriods: 'The files have numbers of the group only for:',
    partial: 'The parts are not the whole group: together they have fewer answers',
    measuresNothing: [
      ...['change', 'development', 'difference', 'diff', '+/-', 'target', 'rank', 'no', 'deviation', 'standard deviation'],
      ...['uncertainty', 'significant', 'p-value', 'weight', 'total'],
    ],
    noPeriod: '{ from: 2024-01-01, to: 2024-12-31 }',
    kind: 'kind: internal for your own. The guess is external',
    sender: ['administration: Name of the department', 'office: Name of the office', 'address: [Street and number, Postcode and town]'],
    credit: 'what is to stand after “Source:”',
    phrase: [
      'phrase is the group inside a sentence: definite form, lower case. Remove # and write, for example,',
      'phrase: the external services. Without it the name of the group is used.',
    ],
    fields: ['f2Case: 2024 - 12345', 'f2Document: "1234567"', 'edocCase: 2024-0123456'],
    explanations: (group) => [
      'Your own explanations of a result, by the id of the group:',
      'explanations:',
      `  ${group}: That more are satisfied may be due to …`,
    ],
    because: {
      sum: 'The numbers of answers under parts add up to those of this group.',
      mean: 'The result of this group is the mean of those under parts.',
      nearly: 'The numbers of answers under parts nearly add up to those of this group. There may be an error in the table.',
      heading: null,
      indent: null,
    },
    ask: {
      opening: 'Press Enter to skip a question. What you skip can be written in notat.yaml afterwards.',
      organisation: 'Name of the council: ',
      title: (known) => `Name of the survey${known === null ? '' : ` [${known}]`}: `,
      itemLabel: (wording) =>
        wording === null
          ? 'What is measured, such as User satisfaction? '
          : `A short name for the question “${wording}”, such as User satisfaction: `,
      itemText: (label) => `How was the question about ${label} worded? `,
      scale: (label, known) => `Which scale was used for ${label}: ${known.join(', ')}? [${known[0]}] `,
      order: (label, answers) =>
        `The answers about ${label} are ${answers.map((answer, index) => `${index + 1} ${answer}`).join(', ')}. Write the numbers, the best answer first: `,
      month: (period) => `In which month does the period ${period} begin? Write 1-12: `,
      split: (headings) =>
        `Which column splits the answers into groups: ${headings.map((heading, index) => `${index + 1} ${heading}`).join(', ')}? Write its number, or press Enter for none: `,
      kind: (provider) => `Is ${provider} your own? yes/no [no] `,
      again: 'That was not understood. Try again, or press Enter.',
      yes: ['yes', 'y'],
    },
    missing: 'Still missing, or a guess:',
    noFiles: 'No table to begin with. Put a workbook or a CSV file into the folder data, or write notat init --from FILE.',
    unread: (file) => `${file} was put into data, but does not say which groups and periods it is about.`,
    sheetTaken: (file, sheet) => `${file} has several sheets with tables. ${sheet} was used; another can be named after sheet.`,
    next: (folder) => `Look through notat.yaml and run: npx notat build${folder === '' ? '' : ` ${folder}`}`,
    notYet: 'It cannot be built yet:',
    copied: (folder) => `The example is in ${folder}. Build it with: npx notat build ${folder}`,
  },
  document: {
    months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
    shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    date: (year, month, day) => `${day}/${month}/${year}`,
    day: (day, monthAndYear) => `${day} ${monthAndYear}`,
    half: (number, year) => `${number === 1 ? 'first' : 'second'} half of ${year}`,
    quarter: (number, year) => `Q${number} ${year}`,
    range: (from, to) => `${from} – ${to}`,
    monthRange: (from, to, year) => `${from}–${to} ${year}`,
    fromTo: (from, to) => `from ${from} to ${to}`,
    during: (name, isRange) => (isRange ? `in the period ${name}` : `in ${name}`),
    numberWords: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
    list: { comma: ', ', last: ' and ', or: ' or ' },
    quote: (words) => `“${words}”`,
    unit: (unit, isDifference, printed) => {
      const isOne = /^-?1$/.test(printed)
      return {
        indexPoint: isOne ? 'index point' : 'index points',
        scalePoint: isOne ? 'point' : 'points',
        share: isDifference ? (isOne ? 'percentage point' : 'percentage points') : 'per cent',
        answer: isOne ? 'answer' : 'answers',
        person: isOne ? 'person' : 'people',
        number: '',
      }[unit]
    },
    percentSign: '%',
    about: (phrase, preposition) => `${preposition ?? 'for'} ${phrase}`,
    missing: { noAnswers: '(no answers)', withheld: '(not shown)', unknown: '(no number)' },
    overallWords: ['overall', 'general', 'total', 'all'],
    parts: { one: 'group', many: 'groups' },
    called: {
      provider: { one: 'provider', many: 'providers' },
      item: { one: 'question', many: 'questions' },
      period: { one: 'period', many: 'periods' },
      option: { one: 'answer option', many: 'answer options' },
      benchmark: { one: 'benchmark', many: 'benchmarks' },
      target: { one: 'target', many: 'targets' },
      line: { one: 'line', many: 'lines' },
      attachment: { one: 'annex', many: 'annexes' },
      theme: { one: 'theme', many: 'themes' },
      record: { one: 'survey', many: 'surveys' },
      other: { one: 'point', many: 'points' },
    },
    fractions: [
      [1, 10, 'a tenth'],
      [1, 5, 'a fifth'],
      [1, 4, 'a quarter'],
      [1, 3, 'a third'],
      [2, 5, 'two fifths'],
      [1, 2, 'half'],
      [3, 5, 'three fifths'],
      [2, 3, 'two thirds'],
      [3, 4, 'three quarters'],
      [4, 5, 'four fifths'],
      [9, 10, 'nine tenths'],
    ],
    nearly: (fraction) => `just under ${fraction}`,
    over: (fraction) => `just over ${fraction}`,
    lessThan: (digits) => `under ${digits}`,
    moreThan: (digits) => `over ${digits}`,
    howMany: ({ count, of, called, countWord, ofWord, names }) => {
      if (of === 1) return count === 1 ? `one ${called.one}` : `no ${called.one}`
      if (count === of) return of === 2 ? `both ${called.many}` : `all ${ofWord} ${called.many}`
      const some = `${count === 0 ? 'none' : countWord} of the ${ofWord} ${called.many}`
      return names === null ? some : `${some} (${names})`
    },
    respondents: { one: 'respondent', many: 'respondents', definite: 'the respondents' },
    definite: { nps: 'the net promoter score', base: 'the number of answers', responseRate: 'the response rate' },
    possessive: (definite) => (definite.endsWith('s') ? `${definite}’` : `${definite}’s`),
    asked: ({ statement, isQuestion }) => `the ${isQuestion ? 'question' : 'statement'} “${statement}”`,
    scale: ({ min, max }) => `on a scale from ${min} to ${max}`,
    ends: ({ min, max }) => `${min} to ${max}`,
    breakReason: 'the answer options were not used in the same way',
    whyAbsent: {
      withheld: () => 'the result is not shown, to protect anonymity.',
      noAnswers: ({ during }) => `nobody answered ${during}.`,
      uncounted: ({ during }) => `nobody gave an answer that counts ${during}.`,
      notMeasured: ({ during }) => `nothing was measured ${during}.`,
      unknown: ({ name }, definite) => `${definite} is not known for ${name}.`,
      manyAnswers: () => 'several options could be ticked, so there is not one number, but one for each option.',
    },
    whyNoTotal: {
      overlap: ({ many }) => `no total has been calculated, as some ${many} may be in several groups.`,
      incomplete: ({ many }) => `no total has been calculated, as the groups do not cover all ${many}.`,
      noWeights: () => 'no total has been calculated, as the number of answers is not known for all groups.',
      unknownPart: () => 'no total has been calculated, as the number is not known for all groups.',
      notMeasured: () => 'no total has been calculated, as the number is not known for all groups.',
    },
    whyNoChange: {
      noCommonTotal: ({ name }) =>
        `there is nothing to compare with in ${name}, as no total can be shown for the groups that were measured in both periods.`,
      noCommonGroup: ({ name }) => `no group was measured in both periods, so there is nothing to compare with from ${name}.`,
      withheld: ({ name }) => `the number from ${name} is not shown, to protect anonymity.`,
      noAnswers: ({ during }) => `nobody answered ${during}.`,
      uncounted: ({ during }) => `nobody gave an answer that counts ${during}.`,
      notMeasured: ({ during }) => `nothing was measured ${during}, so there is no number to compare with.`,
      unknown: ({ name }) => `there is no number to compare with from ${name}.`,
      manyAnswers: () => 'several options could be ticked, so each option has a change of its own.',
    },
    verdictSentences: {
      certain: 'the change is statistically significant.',
      chance: 'the change may be due to chance.',
      undecided: 'it cannot be decided whether the change is statistically significant.',
      tooFew: 'the change has not been assessed, as there are too few answers.',
    },
    chanceAmongMany: (changes) =>
      `the change is statistically significant on its own, but may be due to chance when ${changes} changes are assessed at once.`,
    table: { label: (number) => `Table ${number}`, inText: (number) => `Table ${number}`, anchor: 'table' },
    attachment: (number) => `annex ${number}`,
    chart: { label: (number) => `Figure ${number}`, inText: (number) => `Figure ${number}`, anchor: 'figure' },
    summaryTitle: ({ item, hasTotal, partsCalled, period, isAgainstTargets }) => {
      const split = partsCalled ? `${hasTotal ? ' and' : ''} by ${partsCalled.one}` : hasTotal ? ' result' : ''
      return `${item}${hasTotal ? ', overall' : ''}${split}${isAgainstTargets ? ' against targets' : ''}${period ? `, ${period}` : ''}`
    },
    ofProvider: (name) => `for ${name}`,
    groupTitle: ({ item, on, partsCalled, period, isAgainstTargets }) =>
      `${item} ${on}${partsCalled ? ` by ${partsCalled.one}` : ''}${isAgainstTargets ? ' against targets' : ''}${period ? `, ${period}` : ''}`,
    measures: {
      indexScore: {
        bare: 'index',
        definite: 'the index',
        indefinite: 'an index',
        whole: 'the overall index',
        pronoun: 'it',
        same: 'the same',
        extremes: 'the highest and the lowest index',
        points: 'index points',
        howToRead: ({ min, max, lowest, highest }) =>
          `The index runs from ${min} (everyone answered “${lowest}”) to ${max} (everyone answered “${highest}”).`,
        made: ({ min, max, lowest, highest }) =>
          `The answers are converted into an index: ${min} means that everyone answered “${lowest}”, and ${max} that everyone answered “${highest}”.`,
      },
      mean: {
        bare: 'mean',
        definite: 'the mean',
        indefinite: 'a mean',
        whole: 'the overall mean',
        pronoun: 'it',
        same: 'the same',
        extremes: 'the highest and the lowest mean',
        points: 'points',
        howToRead: ({ min, max, lowest, highest }) =>
          `The mean runs from ${min} (everyone answered “${lowest}”) to ${max} (everyone answered “${highest}”).`,
        made: ({ min, max, lowest, highest }) =>
          `The numbers are means of the answers: ${min} means that everyone answered “${lowest}”, and ${max} that everyone answered “${highest}”.`,
      },
      topTwoBox: shareWords,
      share: shareWords,
    },
    valueHead: ({ item, measure }) => `${item} (${measure})`,
    resultHead: 'Result',
    answeredHead: (options) =>
      `Answered ${options.length > 3 ? `“${options[0]}”–“${options.at(-1)}”` : orList(options.map((option) => `“${option}”`))}`,
    baseHead: 'Answers',
    rateHead: 'Response rate',
    shareHead: 'Share',
    dash: '–',
    note: (words) => `Note: ${words}`,
    dashes: {
      noAnswers: () => 'that nobody answered',
      uncounted: () => 'that nobody gave an answer that counts',
      withheld: () => 'that the number is not shown, to protect anonymity',
      notMeasured: () => 'that the group was not measured in the period',
      unknown: () => 'that the number is not known',
      manyAnswers: () => 'that several options could be ticked, so there is not one number',
      noBase: () => 'that the number of answers is not known',
      noRate: () => 'that the response rate is not known',
      noChange: () => 'that there are not two numbers that can be compared',
      broken: () => 'that the numbers cannot be compared, because the question was asked or answered in a different way',
    },
    dashNote: (clause) => `A dash (–) means ${clause}.`,
    dashMarked: (clause) => `The dash means ${clause}.`,
    noChange: 'that there are not two numbers that can be compared',
    verdictNotes: {
      certain: (previous) => `The change since ${previous} is statistically significant.`,
      undecided: (previous) => `It cannot be decided whether the change since ${previous} is statistically significant.`,
      tooFew: (previous) => `The change since ${previous} has not been assessed, as there are too few answers.`,
    },
    chanceNote: ({ isAnyMarked, previous }) => `${isAnyMarked ? 'Other changes' : 'The changes'} since ${previous} may be due to chance.`,
    commonNote: (previous) => `The change since ${previous} covers the groups that were measured in both periods.`,
    commonRowsNote: ({ names, previous }) =>
      `The change since ${previous} for ${andList(names.map((name) => `“${name}”`))} covers the groups that were measured in both periods.`,
    ownTotalNotes: {
      overlap: (name, { many }) =>
        `${name === null ? 'The overall number' : `The number for ${name}`} is reported separately. Some ${many} may be in several groups, so it is not the mean of the groups’ numbers, and the groups’ answers cannot be added up.`,
      incomplete: (name, { many }) =>
        `${name === null ? 'The overall number' : `The number for ${name}`} is reported separately. The groups do not cover all ${many}, so it is not the mean of the groups’ numbers, and the groups’ answers do not add up to the total.`,
    },
    weightedMark: '*',
    weightedNote: 'Mean of the groups below, weighted by number of answers.',
    methodHeading: 'method',
    tableNote: ({
      tables,
      respondents,
      statement,
      isQuestion,
      options,
      uncounted,
      measure,
      ends,
      hasOwnTotals,
      isWeighted,
      methodSection,
    }) => {
      const [shows, them] = tables === 1 ? ['The table shows', 'the table'] : ['The tables show', 'the tables']
      return [
        `${shows} how ${respondents.definite} ${isQuestion ? 'answered the question' : 'responded to the statement'} “${statement}”, and how many answers the numbers are based on.`,
        `${capitalised(respondents.definite)} could choose between ${andList(options.map((option) => `“${option}”`))}.`,
        measure.made(ends),
        ...(isWeighted
          ? [`${hasOwnTotals ? 'Other numbers' : 'Numbers'} that cover several groups are means weighted by number of answers.`]
          : []),
        ...(uncounted.length > 0
          ? [
              `An answer of ${orList(uncounted.map((option) => `“${option}”`))} is not included in ${measure.definite} or in the number of answers.`,
            ]
          : []),
        ...(methodSection ? [`The section “${methodSection}” describes which changes in ${them} are statistically significant.`] : []),
      ].join(' ')
    },
    source: 'Source: ',
    changeTitle: ({ itemInText }) => `Change in ${itemInText} from the previous to the latest period`,
    changeHowTo: ({ from, to, lowest, highest, measure }) =>
      `${capitalised(measure.bare)}. The axis runs from ${from}${lowest ? ` (“${lowest}”)` : ''} to ${to}${highest ? ` (“${highest}”)` : ''}. The change is in ${measure.points}.`,
    absences: {
      noAnswers: 'no answers',
      uncounted: 'no answers that count',
      withheld: 'not shown',
      notMeasured: 'not measured',
      unknown: 'not known',
      manyAnswers: 'several ticks, not one number',
    },
    shareOf: (counted) => `Share of ${counted}.`,
    noteOf: ({ item, note }) => `${item}: ${note}`,
    tickedHowTo: 'The share of those who answered. Several options could be ticked, so the shares should not be added up.',
    tickedNote: ({ statement, isQuestion, uncounted }) => {
      const left = uncounted.length > 0 ? ` Those who only answered ${orList(uncounted.map((option) => `“${option}”`))} are left out.` : ''
      return `The ${isQuestion ? 'question' : 'statement'} reads: “${statement}” The numbers cover all who ticked at least one option.${left}`
    },
    absenceIn: ({ period, words }) => `${period}: ${words}`,
    changeSince: (period) => `Change since ${period}`,
    changeHead: 'Change',
    groupHead: 'Group',
    changeData: ({ bare, points }) => `${capitalised(bare)} in both periods and change in ${points}`,
    verdictHead: 'Assessment',
    verdicts: {
      certain: 'statistically significant',
      chance: 'may be due to chance',
      undecided: 'cannot be decided',
      tooFew: 'too few answers',
    },
    changeAlt: ({ groups, isOneGroup, called, hasTotal, total, rise, fall, unchanged, largelyUnchanged }) =>
      [
        `Dot plot of ${groups} ${isOneGroup ? called.one : called.many}${hasTotal ? ' and the total' : ''}.`,
        ...(total ? [`${total.name}: ${changeInAlt[total.direction](total)}${commonInAlt(total)}.`] : []),
        ...(fall ? [`Greatest fall: ${fall.name} ${changeInAlt.fall(fall)}${commonInAlt(fall)}.`] : []),
        ...(rise ? [`Greatest rise: ${rise.name} ${changeInAlt.rise(rise)}${commonInAlt(rise)}.`] : []),
        ...(unchanged.length > 0 ? [`Unchanged: ${unchanged.join(', ')}.`] : []),
        ...(largelyUnchanged.length > 0 ? [`Largely unchanged: ${largelyUnchanged.join(', ')}.`] : []),
        'All numbers are in the tables as well.',
      ].join(' '),
    sharesTitle: ({ statement, period }) => `Answers to “${statement}”, ${period}`,
    sharesOfItemsTitle: ({ period }) => `Answers to each question, ${period}`,
    sharesHowTo: (uncounted) =>
      `Per cent of the answers.${uncounted ? ` The answer “${uncounted}” is not part of the bars but shown separately.` : ''}`,
    sharesNotes: ({ hasUnnumbered, isOff }) => [
      ...(hasUnnumbered ? ['Very small shares are shown without their number in the figure. They are in the table below.'] : []),
      ...(isOff ? ['Each share is rounded separately, so the shares do not always add up to 100.'] : []),
    ],
    sharesData: 'Per cent of the answers, and number of answers',
    sharesSummary: ({ base, dontKnow, dontKnowLabel }) =>
      `${base} ${base === '1' ? 'answer' : 'answers'}${dontKnow === null || dontKnowLabel === null ? '' : `, ${dontKnow} “${dontKnowLabel}”`}`,
    sharesAlt: ({ groups, isOneGroup, called, hasTotal, option, total, highest, lowest }) =>
      [
        `Bar chart of the answers by answer option${groups === null ? '' : ` for ${groups} ${isOneGroup ? called.one : called.many}${hasTotal ? ' and overall' : ''}`}.`,
        ...(total ? [`The share that answered “${option}” is ${total.share} per cent for ${total.name}.`] : []),
        ...(highest && lowest
          ? [
              `It is highest for ${highest.name} with ${highest.share} per cent and lowest for ${lowest.name} with ${lowest.share} per cent.`,
            ]
          : []),
        'All numbers are in the table below the figure.',
      ].join(' '),
    axisHowTo: ({ measure, from, to, lowest, highest }) =>
      `${capitalised(measure)}. The axis runs from ${from}${lowest ? ` (“${lowest}”)` : ''} to ${to}${highest ? ` (“${highest}”)` : ''}.`,
    trendData: (measure) => `${capitalised(measure)} in each period`,
    benchmarkData: (measure) => `${capitalised(measure)}, side by side`,
    barsData: capitalised,
    measureHead: capitalised,
    rowHead: 'Row',
    differenceHead: 'Difference',
    differenceTo: (against) => `Difference from ${heldAgainst(against)}`,
    noDifference: 'that there is no number',
    boldNote: {
      change: 'A change in bold is statistically significant. The others may be due to chance, or too little is known to test them.',
      difference:
        'A difference in bold is statistically significant. The others may be due to chance, or too little is known to test them.',
    },
    breakNote: (breaks) =>
      breaks
        .map(({ rows, periods }) => {
          const where = rows === null ? '' : ` about ${andList(rows.map((row) => `“${row}”`))}`
          return `Two slashes (//) break the line where the question was asked or answered in a different way from before: from ${andList(periods)}${where}.`
        })
        .join(' ')
        .concat(' Numbers on either side of them cannot be compared.'),
    gapNote: (gaps) =>
      `A line has a gap where there is no number: ${gaps.map(({ row, periods, reason }) => `${row} in ${andList(periods)} (${reason})`).join('; ')}.`,
    gapsNote: 'A line has a gap where there is no number. The numbers behind the figure show why.',
    scaleMiddle: (value) => `Middle of the scale: ${value}`,
    referenceLine: ({ name, number }) => `${name}: ${number}`,
    trendAlt: ({ rows, isOneRow, from, to, total, rise, fall }) => {
      const told = <Slot>({ name, first, last, span }: TrendRun<Slot>): Phrase<Slot> =>
        span ? phrase`${name} from ${first} in ${span.since} to ${last} in ${span.until}` : phrase`${name} from ${first} to ${last}`
      return inOneLine([
        [`Line chart of ${rows} ${isOneRow ? 'line' : 'lines'} from ${from} to ${to}.`],
        ...(total ? [phrase`${told(total)}.`] : []),
        ...(fall ? [phrase`Greatest fall: ${told(fall)}.`] : []),
        ...(rise ? [phrase`Greatest rise: ${told(rise)}.`] : []),
        ['All numbers are in the table below the figure.'],
      ])
    },
    benchmarkAlt: ({ rows, isOneRow, whoms, total, own, highest, lowest }) =>
      inOneLine([
        [`Dot plot of ${rows} ${isOneRow ? 'row' : 'rows'}${whoms.length > 0 ? ` with a dot for each of ${andList(whoms)}` : ''}.`],
        ...(total
          ? [
              phrase`${total.name}: ${inOneLine(
                total.numbers.map(({ whom, number }) => phrase`${whom} ${number}`),
                ', ',
              )}.`,
            ]
          : []),
        ...(highest ? [phrase`Highest for ${own}: ${highest.name}, ${highest.number}.`] : []),
        ...(lowest ? [phrase`Lowest for ${own}: ${lowest.name}, ${lowest.number}.`] : []),
        ['All numbers are in the table below the figure.'],
      ]),
    barsAlt: ({ rows, isOneRow, total, highest, lowest }) =>
      inOneLine([
        [`Bar chart of ${rows} ${isOneRow ? 'bar' : 'bars'}.`],
        ...(total ? [phrase`${total.name}: ${total.number}.`] : []),
        ...(highest ? [phrase`Highest: ${highest.name}, ${highest.number}.`] : []),
        ...(lowest ? [phrase`Lowest: ${lowest.name}, ${lowest.number}.`] : []),
        ['All numbers are in the table below the figure.'],
      ]),
    knownNumbers: [
      // 09/12/2024, 2024-12-09
      /\b\d{1,2}[-./]\d{1,2}[-./]\d{4}\b|\b\d{4}-\d{2}-\d{2}\b/gu,
      // 7 August 2023, August 7
      /\b\d{1,2}(?:[-–]\d{1,2})?\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/gu,
      /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d{1,2}\b/gu,
      // Regulation (EU) 2016/679, Directive 2014/24/EU
      /\b(?:regulation|directive)\s(?:\((?:EU|EC|EEC)\)\s)?(?:no\.?\s)?\d+\/\d+(?:\/(?:EU|EC|EEC))?/giu,
      // document no. 1234567-2, file number 12/34
      /\b(?:document|file|reference|journal|registration)\s(?:no\.?|number):?\s?\d[\d./-]*\d/giu,
      // room 3.14; 12 Harbour Street
      /\b(?:meeting\s)?room\s\d+(?:\.\d+)*/giu,
      /(?<![\d.,])\d+\s(?:\p{Lu}\p{L}+\s){1,2}(?:Street|Road|Avenue|Square|Lane)\b/gu,
      // 2024, 2023-24, 2023-2024, 2023/24
      /(?<![\d.,])(?:19|20)\d{2}(?:[-–/](?:(?:19|20)\d{2}|\d{2}))?(?![\d]|[.,]\d)/gu,
      // Q1
      /\bQ[1-4]\b/gu,
      // 14:30, 10 am, 10–12 am, 9.30 am
      /\b\d{1,2}:\d{2}\b|\b\d{1,2}(?:\.\d{2})?(?:(?:\s?[-–]\s?|\sto\s)\d{1,2}(?:\.\d{2})?)?\s?[ap]\.?m\b/gu,
      // § 12, section 12(3)
      /(?:§{1,2}\s?|\bsections?\s)\d+[a-z]?(?:\(\d+\))*/giu,
      // Appendix 1, appendices 1-3
      /\b(?:appendix|appendices|annex)\s\d+(?:(?:\s?[-–]\s?|\sand\s)\d+)*/giu,
      // Act no. 692, regulation no 12, case no. 3
      /\b(?:act|law|order|regulation|directive|circular|case)s?\s(?:no\.?|number)\s?\d[\d./-]*/giu,
      // chapter 4, article 6, paragraph 2, page 4
      /\b(?:chapter|article|paragraph|item|page|part)s?\s\d+(?:\.\d+)*/giu,
      // tel. 33 66 33 66, phone +45 3366 3366
      /(?:\btel\.?|\b(?:tele)?phone|\bmobile|\+45)(?:\snumber)?:?\s?(?:\+\d{1,3}\s?)?\d(?:\s?\d){6,10}(?!\d)/giu,
      // 18–29-year-olds, aged 18 to 29, aged 30 or over, over 30 years old
      /(?<![\d.,])\d{1,2}(?:\s?[-–]\s?\d{1,2})?-year-olds?\b/gu,
      /\b(?:aged?|aged over|aged under)\s\d{1,2}(?:(?:\s?[-–]\s?|\s(?:to|and)\s)\d{1,2})?(?!\d|[.,]\d)/giu,
      /\b(?:over|under)\s\d{1,2}\syears\s(?:old|of\sage)/giu,
      // week 12, weeks 12 and 13
      /\bweeks?\s\d{1,2}(?:(?:\s?[-–]\s?|,\s|\sand\s)\d{1,2})*/giu,
      // Covid-19
      /(?<!\p{L})(?!(?:index|score|result|satisfaction|mean|average)\p{Ll}*-)\p{L}\p{Ll}+-\d{1,3}(?![\d.,]\d|\p{L})/giu,
      // the 3rd meeting, 1st floor; a place in an order is a result: the 3rd highest
      /(?<![\d.,])\d{1,2}(?:st|nd|rd|th)\b(?!\s(?:\p{Ll}+est|best|worst|most|least|place)\b)/gu,
    ],
  },
  statementWords: englishStatements,
  claimWords: {
    stem: englishStem,
    articles: ['the', 'a', 'an'],
    conjunctions: ['and', 'or', 'and/or'],
    abbreviations: [
      'e',
      'g',
      'i',
      'no',
      'vs',
      'approx',
      'ca',
      'cf',
      'etc',
      'jan',
      'feb',
      'mar',
      'apr',
      'jun',
      'jul',
      'aug',
      'sep',
      'sept',
      'oct',
      'nov',
      'dec',
    ],
    numbers: {
      ...{ nought: 0, zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7 },
      ...{ eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12 },
    },
    fractions: {
      half: [1, 2],
      'one in two': [1, 2],
      'a third': [1, 3],
      'one third': [1, 3],
      'two thirds': [2, 3],
      'a quarter': [1, 4],
      'three quarters': [3, 4],
      'a tenth': [1, 10],
      'a fifth': [1, 5],
      'two fifths': [2, 5],
      'three fifths': [3, 5],
      'four fifths': [4, 5],
      'nine tenths': [9, 10],
    },
    directions: {
      rise: ['risen', 'rose', 'rise', 'increase', 'increased', 'improved', 'improvement', 'gone up'],
      fall: ['fallen', 'fell', 'fall', 'decrease', 'decreased', 'decline', 'declined', 'gone down'],
      unchanged: ['unchanged', 'largely unchanged'],
    },
    hedges: {
      near: ['about', 'around', 'approximately', 'approx', 'ca'],
      atLeast: ['at least', 'over', 'more than', 'just over'],
      atMost: ['at most', 'under', 'less than', 'fewer than', 'just under', 'nearly', 'almost', 'up to'],
    },
    irrealis: ['not', 'if', 'should', 'shall', 'would', 'will', 'expected', 'target of', 'aim', 'aims'],
    metrics: {
      indexScore: ['index', 'index score', 'index scores'],
      mean: ['score', 'scores', 'mean', 'average'],
      base: ['answers', 'number of answers', 'number of responses', 'responses'],
      invited: ['invited', 'number invited'],
      responseRate: ['response rate'],
      level: ['satisfaction', 'user satisfaction', 'result'],
      share: ['share'],
    },
    units: {
      indexPoint: ['index points', 'index point'],
      point: ['points', 'point'],
      percentagePoint: ['percentage points', 'percentage point', 'pp'],
      percent: ['per cent', 'percent', '%'],
      answer: ['answers', 'responses'],
      person: ['people', 'persons', 'respondents', 'participants', 'users', 'citizens'],
    },
    outOf: ['out of', 'of', 'in'],
    scale: ['scale'],
    from: ['from'],
    to: ['to'],
    by: ['by', 'of'],
    levelBefore: ['is', 'was', 'of', 'at', 'to', 'given as'],
    comparedWith: ['compared with', 'compared to', 'against', 'than', 'since'],
    change: ['change', 'difference'],
    against: ['against'],
    previousPeriod: ['the previous survey', 'the last survey', 'last year', 'the year before'],
    beforeYear: ['in', 'from', 'since', 'year', 'years', 'before', 'after', 'to'],
    continuing: ['it', 'this', 'that', 'here', 'thus', 'satisfaction'],
    about: ['with', 'for', 'among', 'in', 'at', 'of', 'on'],
    general: ['the groups shown', 'the period', 'the survey', 'year', 'total', 'general'],
    aboutTable: ['source', 'sources', 'note', 'notes', 'remark'],
    fewerThan: ['under', 'fewer than', 'less than'],
    total: ['total', 'all', 'overall', 'in total', 'in all'],
    table: ['table'],
    chart: ['figure', 'chart'],
    and: ['and'],
    continued: ['continued'],
    extraction: ['source', 'sources', 'extracted'],
    documentDate: ['date', 'dated'],
    listed: ['areas', 'themes', 'groups', 'topics', 'categories', 'points'],
    above: ['above', 'higher than', 'better than'],
    below: ['below', 'lower than', 'worse than'],
    highest: ['highest'],
    lowest: ['lowest'],
    all: ['all', 'every'],
    none: ['none', 'no'],
    midpoint: ['midpoint', 'middle', 'the midpoint', 'the middle'],
    benchmark: ['average', 'national average', 'benchmark'],
    target: ['target', 'targets', 'goal', 'the target', 'the targets', 'the goal'],
    most: ['most'],
    neutral: ['neutral', 'neither agree nor disagree'],
    standsFor: ['means', 'stands for', 'is', '='],
    reached: ['reached', 'met', 'achieved', 'fulfilled'],
    not: ['not', 'neither', 'no'],
    partly: ['nearly', 'almost', 'partly'],
    planned: ['next', 'coming', 'planned', 'again'],
    commonBasis: ['compared over', 'compared across', 'measured in both periods'],
    mayBe: ['may also be', 'could also be', 'may lie between'],
    says: ['answered', 'answer', 'say', 'said'],
    sides: { positive: ['favourable', 'positive answers'], negative: ['unfavourable', 'negative answers'], rest: ['other answers'] },
    contributions: {
      within: ['changes in each', 'changes in the'],
      mix: ['answers are distributed'],
      up: ['up', 'raised'],
      down: ['down', 'lowered'],
    },
    commonScale: ['common scale', 'the common scale'],
    overall: ['in all', 'overall', 'on the whole'],
    elsewhere: ['appendix', 'annex', 'report', 'publication', 'agenda', 'memo'],
    otherUnits: ['number of courses', 'number of cases', 'number of visits', 'number of meetings'],
    counted: {
      ongoing: ['in progress', 'ongoing', 'active', 'started'],
      finished: ['finished', 'completed', 'ended'],
      asked: ['invited', 'asked'],
      answered: ['answers', 'responses', 'respondents', 'answered'],
    },
  },
  findings: {
    figureName: ({ metric, segment, periods, item, provider, options, against }) => {
      const of = [segment, provider, item].filter((part) => part !== null).join(', ')
      const counted = metric === 'invited' ? 'number invited' : en.metrics[metric][0]
      const what = `${counted}${options.length > 0 ? ` (“${options.map((labels) => labels.en).join('” or “')}”)` : ''}`
      const kind = against ? `difference in ${what}` : periods.length === 2 ? `change in ${what}` : what
      return `${kind} for ${of}${against ? ` compared with ${heldAgainst(against)}` : ''}${periods.length > 0 ? `, ${periods.join(' → ')}` : ''}`
    },
    rules: {
      'false-statement': {
        finds: 'A statement in the document’s own text that its figures contradict',
        why: 'The words are what readers remember. If they say something other than the figures, decisions follow the words.',
      },
      'statement-mismatch': {
        finds: 'A statement about several numbers that they do not support',
        why: 'Which is above which, and for how many, is the conclusion. If the numbers say otherwise, it is wrong.',
      },
      'impossible-mean': {
        finds: 'A mean or an index that no answers can give',
        why: 'Nobody can have answered like that: the number, its base or its scale is not the one that was measured.',
      },
      'impossible-total': {
        finds: 'A total that cannot be a mean of its parts',
        why: 'The total is what readers take away. If it cannot come from its own parts, at least one of the numbers is wrong.',
      },
      'impossible-share': {
        finds: 'A share that no whole number of people can give',
        why: 'People are whole: the share or its number of answers belongs to something other than what it says.',
      },
      'share-mismatch': {
        finds: 'A share that is not the count out of all answers',
        why: 'A reader who divides the printed numbers gets another share, and cannot tell which number to rely on.',
      },
      'share-sum': {
        finds: 'Shares of one question that do not add up to a hundred',
        why: 'Each person gives one answer: if the shares give more or less than all, somebody is counted twice or left out.',
      },
      'index-mismatch': {
        finds: 'A mean or an index that the printed distribution does not give',
        why: 'Both are about the same answers: one of them belongs to other answers, or the scale is reversed.',
      },
      'response-rate': {
        finds: 'A response rate that is not the answers out of those invited',
        why: 'The response rate says how far the result can be relied on. A wrong one promises too much or too little.',
      },
      'base-sum': {
        finds: 'Numbers of answers that do not add up',
        why: 'The numbers of answers are the weights of every total: if they do not add up, no total can be checked.',
      },
      'impossible-count': {
        finds: 'A part that is larger than its whole',
        why: 'No more can have answered than were invited: one of the two numbers counts something else.',
      },
      'duplicate-claim': {
        finds: 'Two numbers for one figure',
        why: 'Some will quote one and some the other, and both will have it from the document.',
      },
      'claim-mismatch': {
        finds: 'Something printed that does not agree with the project’s own numbers',
        why: 'What is printed is what is quoted, so it must be what the answers show.',
      },
      'change-mismatch': {
        finds: 'A change that is not the difference between its two numbers',
        why: 'Readers subtract. If they get another difference, they cannot rely on any of the three numbers.',
      },
      'direction-word': {
        finds: 'A word for a direction that the numbers do not have',
        why: 'Many read only the words: if they say rise where the numbers fall, the conclusion is reversed.',
      },
      midpoint: {
        finds: 'A number that is not the middle of its scale',
        why: 'Whether a result is above the middle depends on where the middle is.',
      },
      'comparison-claim': {
        finds: 'A comparison that does not agree with the numbers',
        why: '“All are above” and “the highest” are what is remembered. One row that differs makes it untrue.',
      },
      'target-claim': {
        finds: 'A verdict on a target that does not agree with the number',
        why: 'Whether a target is reached decides what is done next.',
      },
      'count-claim': {
        finds: 'A number of things and a list of a different length',
        why: 'Either something is missing from the list, or the reader is looking for what was never there.',
      },
      'altered-document': {
        finds: 'A number or word that is another than in the project’s own document',
        why: 'What has been changed by hand after the document was made can no longer be traced to the answers.',
      },
      numbering: {
        finds: 'Two tables or figures with the same number, or a reference to something that is not in the document',
        why: 'A reference must lead to the numbers it names, or nobody can check them.',
      },
      'date-order': {
        finds: 'A document dated before what it reports',
        why: 'Numbers extracted after its date cannot be those it is based on.',
      },
      'label-mismatch': {
        finds: 'The same numbers under labels that exclude each other',
        why: 'The same numbers cannot count both: in one place the reader is told about people other than those counted.',
      },
      'unit-word': {
        finds: 'A difference in percentage points or index points given in per cent',
        why: 'Four per cent of 50 is two: whoever reads per cent where points are meant reads another change.',
      },
      'unsupported-change': {
        finds: 'A change that may be due to chance, reported as a rise or a fall',
        why: 'Reported as a change it calls for action, although nothing need have changed.',
      },
      'weak-base': {
        finds: 'A comparison with far fewer answers than before',
        why: 'When half of the answers are gone, the change may lie in who answers and not in what they think.',
      },
      'small-cell': {
        finds: 'A count so small that somebody may be recognised',
        why: 'People answer in confidence: a count of one or two can show what a single person answered.',
      },
    },
    checks: {
      'impossible-total': ({ found, expected, related, values }) => ({
        title: `${quoteFigure(found)} does not agree with its parts`,
        lines: [
          ...(related.length > 0 ? [`The parts: ${related.map(quoteFigure).join('; ')}.`] : []),
          values.basis === 'hull'
            ? 'No mean of the parts can be that high or low, however they are weighted.'
            : 'Weighted by answers, the parts cannot give that.',
          ...(expected.length > 0
            ? [
                `${values.expected === 'weighted' ? 'Weighted by answers' : 'With any weights'}, the parts give ${fromTo(expected)}. ${notAllRight(found, values.isWholeCovered)}`,
              ]
            : []),
        ],
      }),
      'base-sum': ({ found, expected, related, values }) => ({
        title: `${quoteFigure(found)} is not the sum of its parts`,
        lines: [
          ...(related.length > 0 ? [`The parts: ${related.map(quoteFigure).join('; ')}.`] : []),
          values.basis === 'atLeast'
            ? `The parts alone add up to at least ${fromTo(expected)}, unless some answers are counted twice.`
            : `They add up to ${fromTo(expected)}. ${notAllRight(found, values.isWholeCovered)}`,
        ],
      }),
      'impossible-mean': ({ found, expected, related, values }) => ({
        title:
          values.basis === 'offScale'
            ? `${quoteFigure(found)} lies outside its scale`
            : `${quoteFigure(found)} cannot come from that many answers`,
        lines:
          values.basis === 'offScale'
            ? [`The scale runs from ${fromTo(expected)}.`]
            : [
                `Answers: ${related.map(quoteFigure).join('; ')}.`,
                `With a whole number of answers it can only be ${expected.join(' or ')}. The two cannot both be right.`,
              ],
      }),
      'impossible-share': ({ found, expected, related }) => ({
        title: `${quoteFigure(found)} cannot be a share of that many answers`,
        lines: [
          `Answers: ${related.map(quoteFigure).join('; ')}.`,
          `A whole number of people gives ${expected.join(' or ')} per cent. The two cannot both be right.`,
        ],
      }),
      'share-mismatch': ({ found, expected, related, kind }) => ({
        title: kind === 'notChecked' ? `${quoteFigure(found)} has not been checked` : `${quoteFigure(found)} does not agree with its count`,
        lines: [
          `Counts: ${related.map(quoteFigure).join('; ')}.`,
          kind === 'notChecked'
            ? 'The share agrees with another number of answers in the document, and may be calculated from that.'
            : `They give ${fromTo(expected)} per cent. The numbers cannot all be right.`,
        ],
      }),
      'share-sum': ({ found, expected, related, values }) => ({
        title: `The shares from ${quoteFigure(found)} on do not add up to a hundred`,
        lines: [
          `Shares: ${related.map(quoteFigure).join('; ')}.`,
          `They give ${fromTo(expected)} per cent.${values.options === 'some' ? ' That is too much where each person gives one answer.' : ''} The numbers cannot all be right.`,
        ],
      }),
      'index-mismatch': ({ found, related, values }) => ({
        title: `${quoteFigure(found)} does not agree with the distribution of answers`,
        lines: [
          `The distribution: ${related.map(quoteFigure).join('; ')}.`,
          ...(values.reversed ? ['The number fits if the scale is reversed.'] : []),
          'The numbers cannot all be right.',
        ],
      }),
      'response-rate': ({ found, expected, related, kind, values }) =>
        kind === 'notChecked'
          ? {
              title: `${quoteFigure(found)} has not been checked`,
              lines: [
                `The answers are counted in people, but the rate is calculated from the ${values.of}: ${related.map(quoteFigure).join('; ')}.`,
                `The rate fits if that number is ${fromTo(expected)}.`,
              ],
            }
          : {
              title: `${quoteFigure(found)} does not agree with the number of answers and of people invited`,
              lines: [
                `Counts: ${related.map(quoteFigure).join('; ')}.`,
                `They give ${fromTo(expected)} per cent. The numbers cannot all be right.`,
              ],
            },
      'impossible-count': ({ found, related }) => ({
        title: `${quoteFigure(found)} is more than the whole`,
        lines: [`The whole: ${related.map(quoteFigure).join('; ')}. The two cannot both be right.`],
      }),
      'duplicate-claim': ({ found, related }) => ({
        title: `${quoteFigure(found)} is given as another number elsewhere`,
        lines: [
          `Elsewhere: ${related.map(quoteFigure).join('; ')}. ${related.length > 1 ? 'They cannot all' : 'The two cannot both'} be right.`,
        ],
      }),
      'change-mismatch': ({ found, expected, related, kind, values }) => ({
        title:
          kind === 'rounding'
            ? `${quoteFigure(found)} agrees only with the unrounded numbers`
            : `${quoteFigure(found)} is not the difference between the two numbers`,
        lines: [
          `The two numbers: ${related.map(quoteFigure).join('; ')}.`,
          values.isRatio
            ? `The change is ${fromTo(expected)} per cent.`
            : `Their difference is ${spellNumber(values.difference, en)}${expected.length > 1 ? ` (${fromTo(expected)}, if they are rounded)` : ''}.`,
        ],
      }),
      'direction-word': ({ found, related }) => ({
        title: `The direction in ${quoteFigure(found)} is not that of the numbers`,
        lines: [`Compared with: ${related.map(quoteFigure).join('; ')}. They cannot all be right.`],
      }),
      midpoint: ({ found, expected, values }) => ({
        title: `${quoteFigure(found)} is not the middle of the scale`,
        lines: [`The scale runs from ${values.from} to ${values.to}, and its middle is ${expected.join(' or ')}.`],
      }),
      'comparison-claim': ({ found, expected, related }) => ({
        title: `${quoteFigure(found)} does not agree with the numbers`,
        lines: [
          ...(expected.length > 0 ? [`Compared with ${expected.join(' or ')}.`] : []),
          `What is printed: ${related.map(quoteFigure).join('; ')}.`,
        ],
      }),
      'target-claim': ({ found, expected, related, values }) => ({
        title: `${quoteFigure(found)} ${values.isReached === null ? 'is not the target' : 'does not agree with the number'}`,
        lines:
          values.isReached === null
            ? [`The target is ${expected.join(' or ')}.`]
            : [
                `The target is ${expected.join(' or ')}. The number: ${related.map(quoteFigure).join('; ')}.`,
                values.isReached ? 'It is under the target, however it was rounded.' : 'It reaches the target, however it was rounded.',
              ],
      }),
      'count-claim': ({ found, expected }) => ({
        title: `${quoteFigure(found)} does not agree with what is listed`,
        lines: [`${expected.join(' or ')} are listed.`],
      }),
      'altered-document': ({ found, values }) => ({
        title: `${quoteFigure(found)} is not what the project’s own document says`,
        lines: [
          values.own === null
            ? `Nothing is denied there in ${values.document}.`
            : `In ${values.document}, as the project makes it now, “${values.own}” stands there.`,
        ],
      }),
      numbering: ({ found, related, values }) => {
        const kind = values.of === 'table' ? 'table' : 'figure'
        return values.fault === 'doubled'
          ? {
              title: `Two different ${kind}s have the number ${values.number}`,
              lines: [`One: ${related.map(quoteFigure).join('; ')}.`, `The other: ${quoteFigure(found)}.`],
            }
          : {
              title: `The text refers to ${kind} ${values.number}, which is not in the document`,
              lines: [`References: ${[found, ...related].map(quoteFigure).join('; ')}.`],
            }
      },
      'date-order': ({ found, related, values }) => ({
        title:
          values.what === 'drawn'
            ? `The numbers were extracted on ${englishDate(values.date)}, after the date of the document`
            : `The period ends on ${englishDate(values.date)}, after the date of the document`,
        lines: [
          `The document is dated ${englishDate(values.documentDate)}.`,
          `Places: ${[found, ...related].map(quoteFigure).join('; ')}.`,
        ],
      }),
      'label-mismatch': ({ found, related, values }) => ({
        title: `${quoteFigure(found)} has the same numbers as a column that means something else`,
        lines: [
          `The other column: ${related.map(quoteFigure).join('; ')}.`,
          `Both have ${values.counts.join(', ')}. The same numbers cannot count two different things.`,
        ],
      }),
      'unit-word': ({ found, related, values }) => ({
        title: `${quoteFigure(found)} is a difference in ${values.unit === 'share' ? 'percentage points' : 'points'}, not in per cent`,
        lines: related.length > 0 ? [`The two numbers: ${related.map(quoteFigure).join('; ')}.`] : [],
      }),
      'unsupported-change': ({ found, related }) => ({
        title: `${quoteFigure(found)} reports a change that may be due to chance`,
        lines: [
          `The two numbers: ${related.map(quoteFigure).join('; ')}.`,
          'The change is not statistically significant. Consider saying so.',
        ],
      }),
      'weak-base': ({ found, related }) => ({
        title: `${quoteFigure(found)} is less than half of the number before`,
        lines: [
          `Before: ${related.map(quoteFigure).join('; ')}.`,
          'The comparison is based on far fewer answers than before. Consider saying so.',
        ],
      }),
      'small-cell': ({ found, values }) => ({
        title: `${quoteFigure(found)} is so small that somebody may be recognised`,
        lines: [`Counts under ${values.minimum} are normally not shown.`],
      }),
      'false-statement': ({ found, related, values }) => ({
        title: values.right
          ? `“${found.text}” does not agree with the figures: it should be “${values.right}”`
          : values.kind === 'misnamed'
            ? `“${found.text}” is not what the number is about`
            : `“${found.text}” does not agree with the figures`,
        lines: [
          ...(found.place?.words ? [`The text (${spotOf(found.place)}) says: “${found.place.words}”`] : []),
          ...(related.length > 0
            ? [`${values.kind === 'misnamed' ? 'The number is' : 'The numbers are'}: ${related.map(quoteFigure).join('; ')}.`]
            : []),
        ],
      }),
      'statement-mismatch': ({ found, related }) => ({
        title: `“${found.text}” does not agree with the numbers`,
        lines: [
          ...(found.place?.words ? [`The text (${spotOf(found.place)}) says: “${found.place.words}”`] : []),
          ...(related.length > 0 ? [`The numbers are: ${related.map(quoteFigure).join('; ')}.`] : []),
        ],
      }),
      'claim-mismatch': ({ found, expected, related }) => ({
        title: `${quoteFigure(found)} does not agree with the project’s own numbers`,
        lines: [
          `The project’s numbers: ${related.map(quoteFigure).join('; ')}.`,
          ...(related.length > 1 && expected.length > 0 ? [`They give a change of ${fromTo(expected)}.`] : []),
        ],
      }),
    },
    discreet: ({ name, place }) => ({
      title: `${name ? `${en.findings.figureName(name)} does not agree` : 'A number does not agree'} with the other numbers`,
      lines: [
        ...(place ? [`See ${describePlace(place)}.`] : []),
        'The numbers are not shown, to protect anonymity. Whoever holds the data can see them there.',
      ],
    }),
    candidates: (candidates) => {
      const ways = candidates.map(({ repairs, support }) => {
        const changes = repairs.map(
          ({ name, stated, from, to }) => `${en.findings.figureName(name)}: ${stated} → ${from === to ? from : `${from}–${to}`}`,
        )
        const others =
          support === 0
            ? ''
            : ` (${support === 1 ? 'one other statement agrees' : `${support} other statements agree`} with what is printed)`
        return `- ${changes.join(' and ')}${others}`
      })
      return [
        candidates.length === 1
          ? 'One change makes the numbers agree:'
          : 'Each of these changes makes the numbers agree; the numbers cannot tell which:',
        ...ways,
      ]
    },
    why: (reason) => `Why it matters: ${reason}`,
    changesConclusion: (words, doubtful) =>
      words.length > 0
        ? `It changes the conclusion: ${andList(words.map((each) => `“${each}”`))} ${words.length === 1 ? 'does' : 'do'} not hold.`
        : doubtful.length > 0
          ? `It may change the conclusion: whether ${andList(doubtful.map((each) => `“${each}”`))} ${doubtful.length === 1 ? 'holds' : 'hold'} depends on which number is changed.`
          : 'It changes the conclusion.',
    consequences: 'It follows from this:',
    alike: (title, others) => `${title}; the same goes for ${andList(others.map(quoteFigure))}`,
    accepted: (reason) => `Accepted: ${reason}`,
  },
  explain: {
    title: 'How the figures were calculated',
    others: 'others',
    intro: (isRounded) =>
      `This shows where each number comes from. Choose a number in the text or the tables to get to it.${
        isRounded ? ' Some numbers are not shown, to protect anonymity. Therefore only rounded numbers are shown.' : ''
      }`,
    group: ({ label, count }) => `${label} (${spellCount(count)} ${count === 1 ? 'number' : 'numbers'})`,
    otherSources: 'Numbers from other sources',
    name: ({ of, periods, ...figure }) => {
      const isChange = figure.kind === 'change' || figure.kind === 'decomposition'
      const when = isChange ? `from ${periods.join(' to ')}` : periods.join(', ')
      const than = figure.against ? ` compared with ${heldAgainst(figure.against)}` : ''
      return [`${figureWord(figure)}${of ? ` for ${of}` : ''}${than}`, when].filter((part) => part !== '').join(isChange ? ' ' : ', ')
    },
    labels: {
      calculation: 'Calculation',
      rounding: 'Rounding',
      interval: 'Possible values',
      certainty: 'Significance',
      status: 'Caveat',
      inputs: 'Based on',
      printedIn: 'Printed in',
    },
    formulas: {
      counted: ({ places, countedIn }) =>
        `Counted in the answers${countedIn.length > 0 ? ` in ${andList(countedIn)}` : ''}.${places.length > 0 ? ` The same count is in ${andList(places)}.` : ''}`,
      indexOfAnswers: () =>
        'Mean of the answers, where the best answer counts as 100, the worst as 0, and the others by their scores in between.',
      meanOfAnswers: () => 'Mean of the scores of the answers.',
      shareOfAnswers: () => 'The number who gave that answer, out of all answers that count.',
      indexOfRespondents: () =>
        'Mean of each respondent’s own mean over several questions, where the best answer counts as 100 and the worst as 0.',
      netOfAnswers: () => 'The share who answered 9 or 10 minus the share who answered 0 to 6, in points from −100 to 100.',
      published: ({ places, parts, isMidpoint }) =>
        [
          places.length > 0 ? `Read in ${andList(places)}.` : 'Read as it was published.',
          ...(parts === 'sum' ? ['The numbers of its groups add up to:'] : []),
          ...(parts === 'mean' ? ['The mean of the numbers of its groups, each weighted by its number of answers, is:'] : []),
          ...(isMidpoint ? ['Before rounding, the middle of the range that all the numbers allow is used.'] : []),
        ].join(' '),
      weightedMean: ({ isMidpoint }) =>
        `Mean of the numbers of its groups, each weighted by its number of answers.${
          isMidpoint ? ' Before rounding, the middle of the range that all the numbers allow is used.' : ''
        }`,
      sum: () => 'Sum of the numbers it is based on.',
      ratio: () => 'Number of answers out of the number invited.',
      differenceOfPrinted: ({ fixed }) =>
        fixed ? `Difference between the printed number and ${fixedPoints[fixed]}.` : 'Difference between the two printed numbers.',
      difference: ({ fixed }) =>
        fixed
          ? `Difference between the number before rounding and ${fixedPoints[fixed]}.`
          : 'Difference between the two numbers before rounding.',
      within: () => 'The change in each group’s number times the mean of its share of the answers in the two periods, added up.',
      mix: () =>
        'The change in each group’s share of the answers times how far its number is from the total, as a mean of the two periods, added up over the groups.',
      placeOnScale: () => 'How far the number is from the lowest end of its own scale towards the highest, in hundredths of the scale.',
      typed: ({ places }) => `Written by the author. Source: ${andList(places)}.`,
    },
    place: ({ file, line, column, sheet, cell, page }) =>
      [
        file,
        ...(sheet === undefined ? [] : [`sheet ${sheet}`]),
        ...(page === undefined ? [] : [`page ${page}`]),
        ...(cell === undefined
          ? [...(line === undefined ? [] : [`line ${line}`]), ...(column === undefined ? [] : [`character ${column}`])]
          : [`cell ${cell}`]),
      ].join(', '),
    rounding: ({ unrounded, fraction, printed, isOfPrinted, other }) => {
      const exactly = fraction === null ? unrounded : `${unrounded} (exactly ${fraction})`
      if (!isOfPrinted) return `${exactly} is rounded to ${printed}.`
      return `Before rounding the difference is ${exactly}${other === null ? '' : `, which rounds to ${other}`}.`
    },
    interval: ({ from, to, fromIncluded, toIncluded, printed, isOfPrinted }) => {
      const ends = `${fromIncluded ? 'from' : 'above'} ${from} ${toIncluded ? 'to' : fromIncluded ? 'to below' : 'and below'} ${to}`
      const [first, last] = [printed[0] ?? '', printed.at(-1) ?? '']
      const range = printed.length === 1 ? first : printed.length === 2 ? `${first} or ${last}` : `anything from ${first} to ${last}`
      if (isOfPrinted) return `Before rounding ${ends}. The printed numbers ${printed.length === 1 ? 'give' : 'may give'} ${range}.`
      return `${capitalised(ends)}. ${printed.length === 1 ? 'Every number in that range is printed as' : 'It may be printed as'} ${range}.`
    },
    certainty: ({ certainty, z, threshold, testedAgainst, answers, minimumBase }) => {
      const base = answersBehind(testedAgainst, answers)
      const sides = testedAgainst === null ? 'both periods need' : testedAgainst === 'fixed' ? 'the number needs' : 'both numbers need'
      if (certainty === 'tooFew') return `Not assessed: ${sides} at least ${minimumBase} answers. ${base}`
      const moved = testedAgainst === null ? 'the change' : 'the difference'
      const verdict = {
        certain: `${capitalised(moved)} is statistically significant.`,
        never: `${capitalised(moved)} may be due to chance.`,
        undecidable: `It cannot be decided whether ${moved} is statistically significant.`,
      }[certainty]
      if (!z) return `${verdict} ${base}`
      const size =
        z.min === z.max
          ? `${z.min} standard errors`
          : `between ${z.min} and ${z.max} standard errors, depending on how the answers are distributed`
      return `${verdict} ${capitalised(moved)} is ${size}. The limit is ${threshold}. ${base}`
    },
    statuses: {
      ok: () => null,
      approximate: () => 'It is calculated from rounded numbers, and more than one printed number is possible.',
      noAnswers: () => 'There is no number, as nobody gave an answer that counts.',
      withheld: () => 'The number is not shown, to protect anonymity.',
      contradictory: ({ places }) =>
        places.length > 0
          ? `The number (${andList(places)}) does not agree with the numbers it is based on.`
          : 'It is based on numbers that contradict each other.',
      notComparable: ({ kind }) =>
        kind === 'difference'
          ? 'There is no difference, as one of the two numbers is missing.'
          : 'There is no change, as the two numbers cannot be compared.',
      typed: () => 'The number has not been calculated.',
    },
    printedPlace: ({ kind, section, label }) => (kind === 'note' ? `note ${label}` : (label ?? section ?? 'the opening')),
  },
  render: {
    hyphenation: async () => {
      const { default: english } = await import('hyphen/en-gb/index.js')
      return (word) => english.hyphenateSync(word, { hyphenChar: softHyphen, minWordLength: 0 }).split(softHyphen)
    },
    figuresAttachment: 'The figures in the memo with interval, status and derivation',
    caseDetails: 'Case details',
    ofWhich: 'Of which: ',
    dataBehindChart: 'The numbers behind the figure',
    numbersBehind: (label) => `The numbers behind ${label}`,
    continued: (label) => `${label} (continued)`,
    notes: 'Notes',
    backToText: 'Back to the text',
    explanation: 'Explanation',
    noteLabel: (mark) => `Note ${mark}`,
  },
}

const fixedPoints: Record<FixedPoint, string> = { target: 'the target', midpoint: 'the midpoint of the scale' }

/** What follows "compared with". */
function heldAgainst(against: HeldAgainst): string {
  return 'fixed' in against ? fixedPoints[against.fixed] : against.label
}

/** How many answers a verdict of chance rests on, and which of them it takes. */
function answersBehind(
  testedAgainst: TestedAgainst | null,
  { previous, current }: { previous: string | null; current: string | null },
): string {
  if (testedAgainst === null) return `There are ${previous} answers in the first period and ${current} in the second.`
  const known = [current, previous].filter((count) => count !== null)
  if (testedAgainst === 'fixed') return current === null ? 'The number of answers is not known.' : `There are ${current} answers.`
  if (known.length < 2)
    return known.length === 0
      ? 'The number of answers is not known.'
      : `One number is based on ${known[0]} answers. For the other, the number of answers is not known.`
  const rest =
    testedAgainst === 'rest' ? ' One group is a part of the other, so its answers are compared with the other’s remaining ones.' : ''
  return `One number is based on ${current} answers, the other on ${previous}.${rest}`
}

/** "Index", "Change in share “Strongly agree”", "Contribution from a new distribution of the answers". */
function figureWord({ kind, metric, contribution, part, options }: Omit<SpokenFigure, 'periods'>): string {
  if (metric === null) return 'Number from another source'
  if (contribution === 'within') return 'Contribution from changes in the groups’ numbers'
  if (contribution === 'mix') return `Contribution from a new distribution of the answers${part === null ? '' : ` (${part})`}`
  const answered = orList(options.map((option) => `“${option}”`))
  const word = {
    indexScore: 'index',
    mean: 'mean',
    share: `share ${answered}`,
    topTwoBox: 'share with one of the two best answers',
    nps: 'NPS',
    count: `number ${answered}`,
    base: 'number of answers',
    dontKnow: 'number of “don’t know”',
    invited: 'number invited',
    responseRate: 'response rate',
  }[metric]
  if (kind === 'difference') return `Difference in ${word}`
  return kind === 'change' ? `Change in ${word}` : capitalised(word)
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** "a, b and c" */
function andList(items: string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** Digits in groups of three from four digits on. */
function inDocuments(documents: readonly string[]): string {
  const last = documents.at(-1)
  if (last === undefined) return ''
  return documents.length === 1 ? ` in ${last}` : ` in ${documents.slice(0, -1).join(', ')} and ${last}`
}

function spellCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** "a, b or c" */
function orList(items: string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`
}

/** An English word without the ending of plural and genitive; used on both sides only. */
function englishStem(word: string): string {
  return word.length > 3 ? word.replace(/(?:'s|’s|s)$/, '') : word
}

/** "notat.pdf, page 2", "notat.txt:31" */
function spotOf({ column: _, ...place }: Place): string {
  return wordsAt(place)
}

/** As `spotOf`, with the column where it is known: where an author finds the words. */
function wordsAt(place: Place): string {
  return [describePlace(place), place.page ? `page ${place.page}` : null].filter(Boolean).join(', ')
}

/** “85” (index for All, 2023-24; Table 1, claims/memo.csv:3) */
function quoteFigure({ name, text, place, cell }: SpokenEvidence): string {
  const at = place ? [headingOf(place, text), spotOf(place)] : []
  const called = name ? en.findings.figureName(name) : [cell?.row, cell?.column].filter(Boolean).join(', ')
  const about = [called, at.filter(Boolean).join(', ')].filter(Boolean).join('; ')
  return about === '' ? `“${text}”` : `“${text}” (${about})`
}

/** "2024-12-20" → "20 December 2024" */
function englishDate(iso = ''): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  return en.document.day(Number(day), `${en.document.months[Number(month) - 1]} ${year}`)
}

/** Of a total and its parts; of parts that need not be all of it, also what to write if they are not. */
function notAllRight({ name }: SpokenEvidence, isWholeCovered: boolean): string {
  return isWholeCovered
    ? 'The numbers cannot all be right.'
    : `The numbers cannot all be right, unless the parts do not cover all of “${name?.segment}”. If they do not, write complete: false for it in notat.yaml.`
}

/** "82", or "84 to 91" */
function fromTo(ends: string[]): string {
  return ends.join(' to ')
}

type Compared = Pick<ComparedNumbers, 'previous' | 'current'>

const movedInAlt = ({ previous, current }: Compared): string => `from ${previous} to ${current}`

/** How the words beside a picture tell a change. */
const changeInAlt: Record<Direction, (numbers: Compared) => string> = {
  rise: movedInAlt,
  fall: movedInAlt,
  unchanged: ({ current }) => `unchanged at ${current}`,
  largelyUnchanged: (numbers) =>
    `largely unchanged${numbers.previous === numbers.current ? ` at ${numbers.current}` : `, ${movedInAlt(numbers)}`}`,
}

function commonInAlt({ isCommon }: ComparedNumbers): string {
  return isCommon ? ' (only groups measured in both periods)' : ''
}

/** "Of 135 numbers in the text, 36 were read, 9 are not results and 90 could not be tied to a figure." */
/** Of a number what it is about, of a word of direction what its sentence tells. */
function englishUnread(reason: UnreadReason, kind: MentionKind): string {
  if (reason === 'caption') return 'it stands in the caption of a table or figure'
  if (reason === 'cell') return 'it stands in a cell of a table that is not only a number'
  const isOfBoth = Object.hasOwn(notReadReasons, reason)
  const ofWords = isOfBoth && (kind === 'direction' || !Object.hasOwn(notCheckedReasons, reason))
  return ofWords ? notReadReasons[reason as NotReadReason] : notCheckedReasons[reason as NotCheckedReason]
}

function englishCoverage({ read, noResults, notRead, directions }: Coverage): string {
  const all = read + noResults + notRead
  const words = directions.read + directions.notRead
  const ofWords =
    words === 0
      ? ''
      : ` Of ${spellCount(words)} ${words === 1 ? 'word' : 'words'} of direction and order, ${spellCount(directions.read)} ${directions.read === 1 ? 'was' : 'were'} read.`
  if (all === 0) return `There are no numbers in the text.${ofWords}`
  const were = read === 1 ? 'was' : 'were'
  const others = noResults === 1 ? 'is not a result' : 'are not results'
  return `Of ${spellCount(all)} ${all === 1 ? 'number' : 'numbers'} in the text, ${spellCount(read)} ${were} read, ${spellCount(noResults)} ${others} and ${spellCount(notRead)} could not be tied to a figure.${ofWords}`
}
