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
    'unexpected-option-value': ({ option, value }) => ({ message: `${option} takes no value, found ${value}`, hint: `Write just ${option}.` }),
    'unexpected-argument': ({ argument }) => ({ message: `too many arguments: ${argument}`, hint: 'Give one folder at most; quote blanks.' }),
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
