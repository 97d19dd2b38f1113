/**
 * What each kind of problem is called in English. It stands apart from the rest of the language, under all that can
 * throw: an error is worded as soon as it is thrown, also where nobody has chosen a locale, as when a metric is asked
 * of a scale without that option.
 */
import { languageName, type ProblemWords } from '../errors.js'

const kindsOfValue = {
  text: 'a text',
  list: 'a list',
  map: 'keys with values',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
}

/** What the fields of a document hold, and how that is written; all others hold text. */
const kindsOfField: Readonly<Record<string, string>> = { date: 'a date', dates: 'dates', time: 'a time', caseNumber: 'a case number' }
const fieldHints: Readonly<Record<string, string>> = {
  date: 'Write a date as 2024-12-09.',
  dates: 'Write each date as 2024-12-09.',
  time: 'Write a time as 17:20.',
  caseNumber: 'A case number has digits, spaces and hyphens.',
}

/** What templates may need in a place. */
const kindsSaid: Readonly<Record<string, string>> = {
  list: 'a list',
  number: 'a number',
  change: 'a change',
  contribution: 'a contribution',
  noun: 'a noun such as segment or period',
  'list or noun': 'a list or a noun such as parts or whole',
  'list or number': 'a list or a number',
  text: 'a text in quotation marks',
  count: 'a whole number',
  truth: 'true or false',
  'number or text': 'a number or a text',
  'noun or text or list': 'a noun, an id or a list with one member',
  'noun or text or list or number': 'a noun, an id, a list with one member or midpoint',
  'number or noun or text or list': 'a number, a noun, a text or a list with one member',
  segment: 'a group',
  provider: 'a provider',
  item: 'a question',
  period: 'a period',
}

/** What somebody probably meant; where nothing is near, the few nearest and where all of them stand. */
function nearestHint(nearest: string, known: string): string {
  return nearest ? `Did you mean ${nearest}?` : `The nearest are ${known}. All names are in docs/template-names.md.`
}

/** What the system calls an error → what has happened. */
const systemErrors: Readonly<Record<string, string>> = {
  EACCES: 'access denied',
  EPERM: 'access denied',
  EBUSY: 'it is in use by another program',
  EEXIST: 'there is something else with that name',
  EISDIR: 'there is a folder with that name',
  ELOOP: 'it refers to itself',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'it does not exist',
  ENOSPC: 'there is no space left',
  ENOTDIR: 'a part of the path is a file',
  EROFS: 'it is on a read-only disk',
  EIO: 'the disk reports a fault',
}

/** Digits in groups of three. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

function whatHappened(code: string): string {
  return Object.hasOwn(systemErrors, code) ? `${systemErrors[code]} (${code})` : code
}

/** The words of an error that is thrown where no locale is known. */
export const english: ProblemWords = {
  problems: {
    'missing-glyph': ({ characters, text, font }) => ({
      message: `the font ${font} cannot show ${characters} in “${text}”`,
      hint: 'Write the text in letters of European languages with a Latin alphabet, without emoji.',
    }),
    'internal-error': ({ detail }) => ({
      message: `internal error: ${detail}`,
      hint: 'This is a fault in notat, not in your files. Report it to those who maintain notat, with this message.',
    }),
    'unknown-scale': ({ scale, known }) => ({
      message: `unknown scale: ${scale}`,
      hint: `Available: ${known}. Scales of your own go under scales: in notat.yaml.`,
    }),
    'flat-scale': ({ scale }) => ({
      message: `the scale ${scale} does not have two different scores`,
      hint: 'Give at least two options scores that differ.',
    }),
    'unknown-scale-option': ({ option, scale, known }) => ({
      message: `unknown answer option: ${option}`,
      hint: `The scale ${scale} has: ${known}.`,
    }),
    'unscored-option': ({ option, scale, known }) => ({
      message: `the share of ${option} cannot be calculated`,
      hint: `A share is of the answers that count. On the scale ${scale} these are: ${known}.`,
    }),
    'broken-count': ({ count, option }) => ({
      message: `the count of ${option} is ${count}`,
      hint: 'A count of answers is a whole number, 0 or more.',
    }),
    'mixed-scales': ({ first, second }) => ({
      message: `answers on the scale ${first} cannot be added to answers on the scale ${second}`,
    }),
    'unknown-command': ({ command, nearest, known }) => ({
      message: command === '' ? 'a command is missing' : `unknown command: ${command}`,
      hint: nearest ? `Did you mean ${nearest}?` : `Write one of these: ${known}. notat --help shows more.`,
    }),
    'unknown-option': ({ option, nearest }) => ({
      message: `unknown option: ${option}`,
      hint: nearest ? `Did you mean ${nearest}?` : 'notat --help lists those that exist.',
    }),
    'missing-option-value': ({ option }) => ({ message: `a value is missing after ${option}`, hint: `Write ${option}=VALUE.` }),
    'unexpected-option-value': ({ option, value }) => ({
      message: `${option} takes no value, but got ${value}`,
      hint: `Write just ${option}.`,
    }),
    'unexpected-argument': ({ argument }) => ({
      message: `too many arguments: ${argument}`,
      hint: 'Give one folder at most. Put its name in quotation marks if it has spaces.',
    }),
    'unknown-format': ({ format, known }) => ({ message: `unknown format: ${format}`, hint: `Available: ${known}.` }),
    'unknown-reporter': ({ reporter, known }) => ({ message: `unknown reporter: ${reporter}`, hint: `Available: ${known}.` }),
    'unknown-locale': ({ locale, known }) => ({ message: `unknown locale: ${locale}`, hint: `Available: ${known}.` }),
    'idle-option': ({ option, command }) => ({
      message: `notat ${command} does not use ${option}`,
      hint: 'notat --help shows what each command takes.',
    }),
    'no-figure-asked': () => ({
      message: 'no figure given',
      hint: 'Write notat explain FIGURE, like notat explain indexScore/all/2023-24 or notat explain 82.',
    }),
    'no-such-figure': ({ figure, nearest }) => ({
      message: `no such figure: ${figure}`,
      hint: nearest ? `Did you mean ${nearest}?` : 'Write a number that the memo prints, or its id: METRIC/SEGMENT/PERIOD.',
    }),
    'unknown-document': ({ document, known }) => ({ message: `unknown document: ${document}`, hint: `The project has: ${known}.` }),
    'existing-files': ({ files }) => ({
      message: `already there: ${files}`,
      hint: 'Nothing was written. Choose another folder, or move the files.',
    }),
    'unknown-example': ({ example, nearest, known }) => ({
      message: `unknown example: ${example}`,
      hint: nearest ? `Did you mean ${nearest}?` : `Available: ${known}.`,
    }),
    'unknown-text-format': ({ file, known }) => ({ message: `cannot be read as text: ${file}`, hint: `These are read: ${known}.` }),
    'unreadable-pdf': ({ file, detail }) => ({
      message: `${file} cannot be read as PDF: ${detail}`,
      hint: 'Open the file and save it as PDF again.',
    }),
    'overlong-pdf': ({ file, limit }) => ({
      message: `${file} is too large when unpacked: a part of it is over ${limit} MB`,
      hint: 'Save it as PDF again, or as txt.',
    }),
    'overlong-passage': ({ limit }) => ({
      message: `a paragraph or a cell of more than ${limit} characters begins here`,
      hint: 'Part the text by empty lines.',
    }),
    'no-text-in-pdf': ({ file }) => ({
      message: `there is no text in ${file}`,
      hint: 'It has probably been scanned. Use a PDF with text, or run text recognition (OCR) on it first.',
    }),
    'unknown-template': ({ template, nearest, known }) => ({
      message: `unknown template: ${template}`,
      hint: `${nearest ? `Did you mean ${nearest}?` : `Available: ${known}.`} Put a new one in the project’s templates/.`,
    }),
    'mismatched-section': ({ section }) => ({
      message: `the section ${section} is in only one of two places`,
      hint: 'A section must be both under sections in the front matter and as {{#section}} in the text.',
    }),
    'unknown-section': ({ file, nearest, known }) => ({
      message: `unknown section: ${file}`,
      hint: `${nearest ? `Did you mean ${nearest}? ` : ''}The template has: ${known}.`,
    }),
    'unknown-placement': ({ after, nearest, known }) => ({
      message: `after: does not name anything that exists: ${after}`,
      hint: `${nearest ? `Did you mean ${nearest}? ` : ''}${known ? `The template has these sections and headings: ${known}.` : ''}`,
    }),
    'needless-placement': ({ section }) => ({
      message: `the section ${section} already has its place in the template`,
      hint: 'Delete after:, or give the file another name.',
    }),
    'circular-placement': ({ name, through }) => ({
      message: `the section ${name} comes after itself: ${through}`,
      hint: 'Change after: in one of them.',
    }),
    'section-without-heading': ({ section }) => ({
      message: `the section ${section} has no heading directly above it`,
      hint: 'Only a heading directly above a section can be given other words.',
    }),
    'broken-template': (values) => {
      if (values.trouble === 'mismatch') {
        const { opened, closed } = values
        return { message: `{{/${closed}}} comes while {{#${opened}}} is still open`, hint: `Close it first: {{/${opened}}}.` }
      }
      if (values.trouble === 'expression') {
        return { message: `not an expression: ${values.text}`, hint: 'Write a word, or a call in parentheses: (parts where=change).' }
      }
      const { trouble, found, expected } = values
      return trouble === 'ended'
        ? {
            message: expected ? `the template ends where ${expected} was expected` : 'the template ends before everything is closed',
            hint: 'Close what is open: {{#if …}} with {{/if}}, {{ with }}.',
          }
        : {
            message: `${found ? `not allowed in an expression: ${found}` : 'something in the expression is not allowed'}${expected ? ` (expected: ${expected})` : ''}`,
            hint: 'A call has a word, then its arguments, then options: {{result "unge" period=previous}}. A call inside it is put in parentheses.',
          }
    },
    'broken-front-matter': ({ detail }) => ({
      message: `the template’s front matter cannot be read: ${detail}`,
      hint: 'It comes first, between two lines of ---, and has kind, title, fields and sections.',
    }),
    'unknown-field': ({ field, template, known }) => ({
      message: `unknown field: ${field}`,
      hint: `The template ${template} has: ${known}.`,
    }),
    'missing-field': ({ field, label, document }) => ({
      message: `the field ${field} (${label}) is missing from the document ${document}`,
      hint: `Write it under fields in notat.yaml: ${field}: …`,
    }),
    'broken-field': ({ field, value, type }) => ({
      message: `the field ${field} is not ${kindsOfField[type] ?? 'text'}: ${value}`,
      hint: fieldHints[type] ?? `Put the value in quotation marks: ${field}: "${value}".`,
    }),
    'unknown-template-name': ({ name, nearest, known }) => ({ message: `unknown name: ${name}`, hint: nearestHint(nearest, known) }),
    'taken-name': ({ name }) => ({
      message: `the name ${name} is taken`,
      hint: 'Choose another name: something else in the front matter has it, or it is a word of all templates.',
    }),
    'unknown-helper': ({ helper, nearest, known }) => ({ message: `unknown helper: ${helper}`, hint: nearestHint(nearest, known) }),
    'unknown-state': ({ state, of, nearest, known }) => ({
      message: `“${state}” cannot be said of ${kindsSaid[of] ?? of}`,
      hint: nearest ? `Did you mean ${nearest}?` : `Available: ${known}.`,
    }),
    'circular-name': ({ name, through }) => ({
      message: `the name ${name} refers back to itself: ${through}`,
      hint: 'A name cannot be defined by itself.',
    }),
    'unprinted-exhibit': ({ name, word }) => ({
      message: `the ${word} ${name} is declared but not printed`,
      hint: `Write {{${word} "${name}"}} in the text, or delete it in the front matter.`,
    }),
    'exhibit-printed-twice': ({ name, word }) => ({
      message: `the ${word} ${name} is printed twice in the same place`,
      hint: `Print it once. Inside {{#each}} a ${word} is printed once for each member of the list.`,
    }),
    'nameless-row': ({ exhibit }) => ({
      message: `a row in ${exhibit} has no name`,
      hint: 'Give the rows one: { of: …, label: "{{…}}" }.',
    }),
    'nameless-column': ({ exhibit, column }) => ({
      message: `the column ${column} in ${exhibit} has no heading`,
      hint: `Give it one: { number: ${column}, head: … }.`,
    }),
    'nameless-exhibit': ({ exhibit }) => ({
      message: `${exhibit} has an empty title`,
      hint: 'Write one, or delete the line: then it follows from the numbers.',
    }),
    'unlike-rows': ({ exhibit, first, second }) => ({
      message: `the chart ${exhibit} cannot show ${first} and ${second} on one axis`,
      hint: 'Choose rows that are measured alike: sameScale, or where=(is item "comparable").',
    }),
    'rows-repeated': ({ exhibit, first, second }) => ({
      message: `the rows of ${exhibit} all have the same numbers: ${first}, ${second}`,
      hint: 'Choose rows for which the numbers differ, or use columns that depend on the row: share where the rows are options.',
    }),
    'unread-key': ({ key, kind, reads }) => ({
      message: `a chart of kind ${kind} does not use ${key}`,
      hint: `Only charts of kind ${reads} do.`,
    }),
    'undrawn-number': ({ exhibit, number }) => ({
      message: `the chart ${exhibit} cannot draw ${number}`,
      hint: 'Bars can show a result, a count, a share, a change or a difference.',
    }),
    'missing-argument': ({ helper, fewest }) => ({
      message: `an argument is missing after “${helper}”`,
      hint: `It takes at least ${fewest} argument${fewest === 1 ? '' : 's'}.`,
    }),
    'unknown-argument': ({ helper, argument, known }) => ({
      message: `“${helper}” has no argument “${argument}”`,
      hint: known === '' ? 'It takes no more arguments.' : `Available: ${known}.`,
    }),
    'attribute-of-call': ({ attribute }) => ({
      message: `.${attribute} cannot follow a parenthesis`,
      hint: 'Walk the list instead: {{#each (… sortBy=result limit=1)}}. Or give it a name under names: in the front matter.',
    }),
    'wrong-argument': ({ helper, argument, expected }) => ({
      message: `${helper} cannot use ${argument}`,
      hint: `It must be ${expected}.`,
    }),
    'unguarded-absence': ({ name }) => ({
      message: `${name} may be missing`,
      hint: `Put {{#if ${name}}} around it, so that nothing is left blank.`,
    }),
    'missing-section': ({ section, document }) => ({
      message: `the section ${section} is missing from ${document}`,
      hint: `Write it in sections/${section}.md.`,
    }),
    'unprintable-value': ({ name, expected }) => ({
      message: `${name} cannot be used here`,
      hint:
        expected === 'text'
          ? 'Only text and numbers can be printed. Put {{#if}} around what may be missing.'
          : `Expected here: ${kindsSaid[expected] ?? expected}.`,
    }),
    'not-in-templates': ({ what }) => ({
      message: `cannot be used in a template: ${what}`,
      hint: 'A template has headings, paragraphs, lists, bold, italics and links, and {{names}}, if, unless, each, with, section and note.',
    }),
    'overlong-template': ({ limit, of }) =>
      ({
        steps: {
          message: `the template becomes too long: over ${grouped(limit)} parts`,
          hint: 'Fix the repetition: a passage that uses other passages can grow without end.',
        },
        levels: { message: `more than ${limit} blocks, lists or marks of emphasis are inside each other`, hint: 'Use fewer levels.' },
        marks: {
          message: `the paragraph has more than ${grouped(limit)} marks of emphasis and links`,
          hint: 'Divide it into several paragraphs.',
        },
      })[of],
    'private-use-character': ({ name }) => ({
      message: `a character without a meaning in ${name}`,
      hint: 'Characters from the private use area of Unicode cannot be printed. Delete it.',
    }),
    'unknown-exhibit': ({ target, nearest, known }) => ({
      message: `reference to something that is not in the document: ${target}`,
      hint: nearest ? `Did you mean ${nearest}?` : known === '' ? 'The document has no tables or figures.' : `The document has: ${known}.`,
    }),
    'unknown-attachment': ({ attachment, document, known }) => ({
      message: `${attachment} is not attached to ${document}`,
      hint: known === '' ? `Write attachedTo: ${document} under its own document in notat.yaml.` : `Attached: ${known}.`,
    }),
    'typed-number': ({ number }) => ({
      message: `number typed by hand: ${number}`,
      hint: `Let the number come from the data, or write {{typed "${number}" source="…"}}.`,
    }),
    'missing-folder': ({ folder }) => ({ message: `no such folder: ${folder}`, hint: 'Give a project folder or its notat.yaml.' }),
    'missing-project-file': ({ folder }) => ({
      message: folder === '' ? 'notat.yaml is missing' : `there is no notat.yaml in ${folder}`,
      hint: 'A project is a folder with the file notat.yaml.',
    }),
    'not-a-project': ({ path }) => ({ message: `not a project folder: ${path}`, hint: 'Give a project folder or its notat.yaml.' }),
    'not-a-folder': ({ name }) => ({
      message: `${name} is a file, but must be a folder`,
      hint: 'Give the file another name, or put it in a folder.',
    }),
    'not-a-file': ({ name }) => ({
      message: `${name} is not an ordinary file`,
      hint: 'Put the file itself here, or move what is here out of the folder.',
    }),
    'unreadable-name': ({ name }) => ({
      message: `the name of the file cannot be read: ${name}`,
      hint: 'Give the file a name with ordinary letters.',
    }),
    'outside-project': ({ name }) => ({
      message: `${name} points outside the project folder`,
      hint: 'Put the file itself in the folder instead of a link to it.',
    }),
    'unreadable-file': ({ name, detail }) => ({
      message: `${name} cannot be read: ${whatHappened(detail)}`,
      ...((detail === 'EBUSY' || detail === 'EPERM') && {
        hint:
          detail === 'EBUSY'
            ? 'Close the file in the other program, and try again.'
            : 'If the file is open, close it in the other program, and try again.',
      }),
    }),
    'unwritable-report': ({ file, detail }) => ({
      message: `cannot write to ${file}: ${whatHappened(detail)}`,
      hint: 'Choose a file in a folder that exists and that you may write to.',
    }),
    'unfit-argument': ({ argument }) => ({
      message: `what was given as ${argument} is none`,
      hint: 'Give what the functions of the library give, or a value of the type in its description.',
    }),
    'unknown-block': ({ type }) => ({
      message: `unknown kind of content in the document: ${type}`,
      hint: 'Only the kinds in the types Block and Inline can be used.',
    }),
    'unsafe-link': ({ href }) => ({
      message: `a link of this kind is not allowed: ${href}`,
      hint: 'Use an address that begins with https://, http:// or mailto:.',
    }),
    'contradictory-data': ({ findings }) => ({
      message: `the numbers contradict each other: ${findings}`,
      hint: 'Correct the data, or give the reason under accept: in notat.yaml. With allowContradictions the document is made anyway.',
    }),
    'reserved-report': ({ file }) => ({
      message: `the file is read, and is not written over: ${file}`,
      hint: 'Choose another file for the report.',
    }),
    'unwritable-output': ({ folder, detail }) => ({
      message: `cannot write to ${folder}: ${whatHappened(detail)}`,
      hint: 'Nothing was written. Choose another folder with --out, or see whether one of the files is open in another program.',
    }),
    'output-not-a-folder': ({ folder }) => ({
      message: `there is a file where a folder should be: ${folder}`,
      hint: 'Choose another folder with --out, or move the file.',
    }),
    'reserved-output': ({ folder }) => ({
      message: `the folder is for the project’s own files: ${folder}`,
      hint: 'Choose another folder with --out.',
    }),
    'unrestored-output': ({ file, former }) => ({
      message: `the earlier version of ${file} could not be put back`,
      hint: `It is in ${former}.`,
    }),
    'leftover-output': ({ file, detail }) => ({
      message: `the files are written, but ${file} cannot be removed: ${whatHappened(detail)}`,
      hint: 'It is the earlier version. Remove it yourself.',
    }),
    'more-problems': ({ count }) => ({ message: count === 1 ? 'and 1 more problem, not shown' : `and ${count} more problems, not shown` }),
    'unreadable-text': () => ({ message: 'the file is not UTF-8 text', hint: 'Save it as UTF-8.' }),
    'overlong-file': ({ limit }) => ({
      message: `the file has more than ${grouped(limit)} characters`,
      hint: 'Data belongs in the folder data.',
    }),
    'yaml-tab': () => ({ message: 'the line is indented with a tab', hint: 'Use spaces.' }),
    'yaml-colon': () => ({
      message: 'a colon inside a text turns it into a key',
      hint: 'Put the text in quotation marks: label: "Work: the first weeks".',
    }),
    'yaml-comma': ({ key }) => ({
      message: `the comma turns “${key}” into a key of its own`,
      hint: 'Put the text in quotation marks: { label: "young, adult" }.',
    }),
    'yaml-alias': ({ detail }) => ({ message: `an alias (*) cannot be followed: ${detail}`, hint: 'Write the content in full.' }),
    'complex-key': () => ({
      message: 'the key must be a word, but there is a list or keys',
      hint: 'Write the key as a word before the colon: key: value.',
    }),
    'deep-nesting': ({ limit }) => ({ message: `more than ${limit} lists and keys are inside each other`, hint: 'Use fewer levels.' }),
    'yaml-syntax': ({ detail }) => ({
      message: `cannot be read as YAML: ${detail}`,
      hint: 'Look at indentation, colons, quotes and brackets on this line and the one above.',
    }),
    'duplicate-key': ({ key }) => ({ message: `the key is here twice: ${key}`, hint: 'Delete one, or write them as one.' }),
    'unprintable-text': ({ found }) => ({
      message: `the text has characters that cannot be printed: ${found}`,
      hint: 'Delete them. Invisible characters sometimes come along when a text is copied from another program.',
    }),
    'left-to-write': ({ key, wanted, mark }) => ({
      message: `still missing: ${wanted === '' ? key : wanted}`,
      hint:
        key === 'score'
          ? `Instead of ${mark}, write the points that the answer gives: a number, highest for the best answer, such as 4, 3, 2 and 1.`
          : `Write it after ${key}: instead of the words with ${mark}.`,
    }),
    'unknown-key': ({ key, nearest, known }) => ({
      message: `unknown key: ${key}`,
      hint: nearest ? `Did you mean ${nearest}?` : known ? `Allowed here: ${known}.` : 'No keys are allowed here.',
    }),
    'missing-key': ({ key }) => ({ message: `the key is missing here: ${key}` }),
    'empty-value': ({ key }) => ({
      message: key ? `${key} is empty` : 'a text is missing here',
      hint: 'Write a value, or delete the line.',
    }),
    'wrong-kind': ({ found, expected }) => ({ message: `expected ${kindsOfValue[expected]}${found ? `, found: ${found}` : ''}` }),
    'wrong-value': ({ found, detail }) => ({ message: `invalid value: ${found} (${detail})` }),
    'unknown-choice': ({ found, nearest, known }) => ({
      message: `invalid choice: ${found}`,
      hint: nearest && nearest !== known ? `Did you mean ${nearest}? Allowed here: ${known}.` : `Allowed here: ${known}.`,
    }),
    'short-list': ({ key, minimum }) => ({ message: `the list ${key} needs at least ${minimum} element${minimum === 1 ? '' : 's'}` }),
    'small-number': ({ found, minimum }) => ({ message: `expected a number of at least ${minimum}, found: ${found}` }),
    'invalid-date': ({ found }) => ({ message: `invalid date: ${found}`, hint: 'Write year, month and day: 2023-10-01.' }),
    'invalid-id': ({ found }) => ({
      message: `invalid id: ${found}`,
      hint: 'An id is letters and digits, hyphen and underscore, without spaces.',
    }),
    'duplicate-id': ({ id, line }) => ({ message: `the id is already used on line ${line}: ${id}`, hint: 'Give each an id of its own.' }),
    'duplicate-document': ({ id, line }) => ({
      message: `the document has the same name as the one on line ${line}: ${id}`,
      hint: 'Give one of them another name with id:.',
    }),
    'reserved-id': ({ id }) => ({
      message: `${id} is a reserved id`,
      hint: 'Numbers are compared with target and midpoint, so no segment or benchmark can have these as its id. Choose another.',
    }),
    'built-in-id': ({ id }) => ({
      message: `there is already a built-in scale with this name: ${id}`,
      hint: 'Give your own scale another id.',
    }),
    'reversed-period': ({ from, to }) => ({ message: `the period ends (${to}) before it begins (${from})` }),
    'overlapping-periods': ({ period, other, line }) => ({
      message: `the period ${period} overlaps ${other} on line ${line}`,
      hint: 'For each item a date can belong to only one period. Write periods: under items that have periods of their own.',
    }),
    'shared-option-name': ({ name, options, scale }) => ({
      message: `several options of the scale ${scale} have the same name: ${name} (${options})`,
      hint: 'Give each a name of its own, in label or also.',
    }),
    'counted-opinions': ({ item, scale }) => ({
      message: `counts: belongs to items that are answered with yes or no, but ${item} has the scale ${scale}`,
      hint: 'Write scale: yesNo, or remove counts:.',
    }),
    'nested-composite': ({ item, member }) => ({
      message: `${item} cannot be made of ${member}, which is itself several items or is there twice`,
      hint: 'Write the single items, each once.',
    }),
    'mixed-composite': ({ item, member, scale, expected }) => ({
      message: `${item} is made of items on the scale ${expected}, but ${member} has the scale ${scale}`,
      hint: 'Only put together items that are answered on the same scale.',
    }),
    'composite-answer': ({ item }) => ({
      message: `${item} is several items and has no answers of its own`,
      hint: 'Give the answers to the single items, a column for each, or the index as a published number.',
    }),
    'half-of-one': ({ item }) => ({
      message: `halfAnswered: belongs to composite:, but ${item} is one item`,
      hint: 'Remove halfAnswered:, or write composite: with the items it is made of.',
    }),
    'ticked-scale': ({ item, scale }) => ({
      message: `the options of ${scale} have no score, but ${item} has no multiple: true`,
      hint: 'Write multiple: true for the item if several may be ticked; otherwise give each option a score: or missing:.',
    }),
    'unticked-scale': ({ item, scale }) => ({
      message: `several options of ${item} may be ticked, but those of ${scale} have scores`,
      hint: 'Write a scale whose options have neither score: nor missing:, or remove multiple:.',
    }),
    'mixed-options': ({ option, scale }) => ({
      message: `the option has no score: or missing: on the scale ${scale}: ${option}`,
      hint: 'Give it a score:, or remove score: from all of them if several may be ticked (multiple: true).',
    }),
    'unordered-option': ({ option, scale }) => ({
      message: `the option is in the wrong place on the scale ${scale}: ${option}`,
      hint: 'Write the best first; those that do not count come last.',
    }),
    'unknown-reference': ({ kind, found, nearest, known }) => ({
      message: `unknown ${kind}: ${found}`,
      hint: nearest ? `Did you mean ${nearest}?` : known ? `Available: ${known}.` : 'There are none.',
    }),
    'ambiguous-reference': ({ kind, found, candidates }) => ({
      message: `the name may mean more than one ${kind}: ${found}`,
      hint: `Write one of these: ${candidates}.`,
    }),
    'counted-benchmark': ({ benchmark }) => ({
      message: `a benchmark cannot have counted answers: ${benchmark}`,
      hint: 'Give the finished result, such as a mean, in a file of published numbers.',
    }),
    'not-a-leaf': ({ segment, parts }) => ({
      message: `the group is divided: ${segment}`,
      hint: `Name the part that is meant: ${parts}.`,
    }),
    'later-comparison': ({ period, compareWith }) => ({
      message: `${period} cannot be compared with ${compareWith}, which does not come before it`,
      hint: 'Choose an earlier period, or write none.',
    }),
    'circular-attachment': ({ document, chain }) => ({
      message: `${document} is attached to itself`,
      hint: `An attachment belongs to another document: ${chain}.`,
    }),
    'nested-attachment': ({ document }) => ({
      message: `${document} is an attachment itself`,
      hint: 'Name the document that both belong to.',
    }),
    'unread-format': ({ known }) => ({
      message: 'the format of this file cannot be read',
      hint: `These are read: ${known}. Save the file as one of them.`,
    }),
    'empty-file': () => ({ message: 'the file is empty', hint: 'The first line holds the headings.' }),
    'unreadable-workbook': ({ detail }) => ({
      message: `the workbook cannot be read${detail === '' ? '' : `: ${detail}`}`,
      hint: 'Open the file in Excel, save it again as .xlsx, and try again.',
    }),
    'encrypted-workbook': () => ({
      message: 'the workbook has a password, or is in an old format',
      hint: 'Remove the password, and save the file as .xlsx.',
    }),
    'overlong-workbook': ({ limit, of }) => ({
      message: of === 'file' ? `the workbook is larger than ${limit} MB` : `the workbook unpacks to more than ${limit} MB`,
      hint: 'Save the sheet that is needed as CSV UTF-8.',
    }),
    'unknown-sheet': ({ found, nearest, known }) => ({
      message: `unknown sheet: ${found}`,
      hint: `${nearest === '' ? '' : `Did you mean ${nearest}? `}The workbook has: ${known}.`,
    }),
    'undecided-sheet': ({ known, first }) => ({
      message: `several sheets have a table: ${known}`,
      hint: `Say under data: in notat.yaml which is to be read, for example sheet: ${first}.`,
    }),
    'needless-sheet': ({ format }) => ({
      message: `sheet: is for workbooks, and the file is ${format}`,
      hint: 'Remove sheet: from the file.',
    }),
    'long-printed-table': () => ({
      message: 'a table that is laid out as in print cannot be so long',
      hint: 'Give each group and period a row of its own, under the headings period, segment, indexScore and base.',
    }),
    'several-tables': ({ first, second }) => ({
      message: `there are several tables on the same sheet: one with headings in row ${first}, and one in row ${second}`,
      hint: 'Put each table on a sheet of its own, and list each under data: { file: FILE, sheet: SHEET }. In CSV: a file for each table.',
    }),
    'tables-beside': ({ first, second }) => ({
      message: `the row is about both ${first} and ${second}`,
      hint: 'Where two tables stand side by side, put each on a sheet of its own, or let the rows of both stand in the same order.',
    }),
    'turned-table': ({ period, group }) => ({
      message: `the groups are headings (${group}), and the periods go down (${period})`,
      hint: 'Turn the table so that each group has a row: copy it in Excel, and choose Transpose when you paste.',
    }),
    'error-cell': ({ found }) => ({
      message: `the cell shows an error: ${found}`,
      hint: 'Fix the formula in the workbook, or write the number.',
    }),
    'formula-without-value': () => ({
      message: 'the cell has a formula, but no result was saved',
      hint: 'Open the file in Excel, so that its formulas are calculated, and save it.',
    }),
    'date-for-number': ({ found }) => ({
      message: `a number was expected here, but the cell is a date: ${found}`,
      hint: 'The spreadsheet has made a date of the number. Make the cell a number, and write the number again.',
    }),
    'binary-file': () => ({ message: 'the file is not text', hint: 'Save it as CSV UTF-8.' }),
    'unmarked-utf16': () => ({
      message: 'the file seems to be UTF-16, but lacks the mark that says so',
      hint: 'Save it as CSV UTF-8.',
    }),
    'unclosed-quote': () => ({
      message: 'the quotation mark here is never closed',
      hint: 'Delete it, or add one where the text ends. A quotation mark inside a text is doubled.',
    }),
    'text-after-quote': ({ found }) => ({
      message: `after the closing quotation mark comes: ${found}`,
      hint: 'A quotation mark inside a text is doubled.',
    }),
    'overlong-cell': ({ limit }) => ({
      message: `the cell has more than ${grouped(limit)} characters`,
      hint: 'Is the file a table with semicolons, commas or tabs between the cells?',
    }),
    'too-many-columns': ({ limit }) => ({ message: `the row has more than ${grouped(limit)} cells` }),
    'surplus-cells': ({ found, expected }) => ({
      message: `the row has ${found} cells, but there are ${expected} headings`,
      hint: 'Is there a delimiter inside a text? Put the text in quotation marks.',
    }),
    'unknown-layout': ({ headings }) => ({
      message: `the headings do not show what the file holds: ${headings}`,
      hint: 'There must be answers (a column for each item), counts for each option, or metric and value. Use columns: in notat.yaml if the headings have other names.',
    }),
    'missing-column': ({ column, nearest, headings }) => ({
      message: `the column is missing: ${column}. The file has: ${headings}`,
      hint: nearest
        ? `Is it “${nearest}”? Correct the heading to ${column}, or write columns: { ${column}: "${nearest}" } for the file in notat.yaml.`
        : `Write columns: { ${column}: HEADING } for the file in notat.yaml, or ${column}: VALUE if the whole file has the same.`,
    }),
    'missing-heading': ({ heading, nearest, headings }) => ({
      message: `the heading from columns: does not exist: ${heading}`,
      hint: nearest ? `Did you mean ${nearest}?` : `Available: ${headings}.`,
    }),
    'duplicate-column': ({ column, heading, other, isAlike }) => ({
      message: `two columns are ${column}: ${heading} and column number ${other}`,
      hint: isAlike
        ? 'The two columns have the same heading. Give each its own in the file; then choose the right one with columns: in notat.yaml.'
        : `Choose the one to read: write columns: { ${column}: "${heading}" } for the file in notat.yaml, or give the other a heading that means something else.`,
    }),
    'constant-and-column': ({ column }) => ({
      message: `${column} is given for the whole file in notat.yaml, but is a column as well`,
      hint: 'Remove it from notat.yaml, or remove the column.',
    }),
    'missing-value': ({ column }) => ({ message: `the cell is empty: ${column}` }),
    'missing-item': ({ items, first }) => ({
      message: `the file does not say which item it is about. The survey has: ${items}`,
      hint: `Add a column with the heading item, or write item: ${first} for the file in notat.yaml if all of it is about that item.`,
    }),
    'ambiguous-heading': ({ heading, items, first }) => ({
      message: `the heading may mean more than one item: ${heading}`,
      hint: `It belongs to ${items}. Write the item’s id as the heading, or columns: { ${first}: "${heading}" } for the file in notat.yaml.`,
    }),
    'several-ticks': ({ options }) => ({
      message: `it cannot be known how many ticked at least one of: ${options.replaceAll(' + ', ', ')}`,
      hint: 'The same respondent may have ticked several of them. Ask for one option at a time.',
    }),
    'unreadable-tick': ({ found, option }) => ({
      message: `whether “${option}” is ticked cannot be read: ${found}`,
      hint: 'Write 1, x, yes or the name of the option where it is ticked; 0, no or nothing where it is not.',
    }),
    'contradictory-ticks': ({ option, others }) => ({
      message: `“${option}” is ticked, and so are: ${others}`,
      hint: 'Fix the row: they cannot both be right.',
    }),
    'missing-ticks': ({ item, options }) => ({
      message: `options of “${item}” have no column: ${options}`,
      hint: 'Give each option a column, including those that nobody has ticked.',
    }),
    'ticked-rows': ({ item }) => ({
      message: `several options of ${item} may be ticked, so the rows do not show how many answered`,
      hint: 'Give the answers in a column for each option, or the count of each as published numbers (holds: published) with the number of answers.',
    }),
    'undecided-segment': ({ provider, segments }) => ({
      message: `the group is missing, and ${provider} has several`,
      hint: `Write one of these: ${segments}.`,
    }),
    'unfit-metric': ({ metric, scale }) => ({
      message: `answers on the scale ${scale} do not give the metric ${metric}`,
      hint: 'NPS needs a scale from 0 to 10; yes and no are reported as counts and shares.',
    }),
    'foreign-provider': ({ provider, segment }) => ({
      message: `${provider} does not have the group ${segment}`,
      hint: 'Correct the row, or add the group to the provider in notat.yaml.',
    }),
    'unreadable-date': ({ found }) => ({
      message: `invalid date: ${found}`,
      hint: 'Write 2024-03-01, 01-03-2024, 01.03.2024 or 01/03/2024.',
    }),
    'date-outside-periods': ({ date, periods }) => ({
      message: `the date is outside all periods: ${date}`,
      hint: `The periods are: ${periods}.`,
    }),
    'date-in-several-periods': ({ date, periods }) => ({
      message: `the date is in several periods: ${date}`,
      hint: `Write the period instead of the date. It may be: ${periods}.`,
    }),
    'unknown-answer': ({ found, item, nearest, known }) => ({
      message: `unknown answer to ${item}: ${found}`,
      hint: nearest
        ? `Did you mean ${nearest}?`
        : `It may be: ${known}. If it is a code or another name for one of them, describe the scale under scales: in notat.yaml, with ${found} in also: of that option.`,
    }),
    'unreadable-number': ({ found, shares }) => ({
      message: shares ? `not a share: ${found}` : `not a number: ${found}`,
      hint: shares
        ? `Write a number, for example 84 or 33.5, or one of these shares in words: ${shares.en}. Just under or just over may come before it.`
        : 'Write for example 84, 4.4 or 1,755.',
    }),
    'unknown-figure': ({ figure }) => ({
      message: `unknown figure: ${figure}`,
      hint: 'A figure is written METRIC/SEGMENT/PERIOD, like indexScore/all/2023-24, and a change change/indexScore/all/2022-23..2023-24.',
    }),
    'unreadable-claim': ({ found }) => ({
      message: `neither a number nor a direction: ${found}`,
      hint: 'Write the number as it is printed (85; about 12,000), or for a change its direction (risen, fallen, unchanged).',
    }),
    'ambiguous-number': ({ found, readings }) => ({
      message: `the number can be read in ${Object.keys(readings).length === 2 ? 'two' : 'several'} ways: ${found}`,
      hint: `It is ${Object.entries(readings)
        .map(([id, number], index) => `${number} where ${index === 0 ? 'the file' : 'it'} is ${languageName(id, 'en')} (numbers: ${id})`)
        .join(', ')}. Say which for the file in notat.yaml.`,
    }),
    'mixed-number-styles': ({ found, other, line, first, second }) => ({
      message: `the file mixes ${languageName(first, 'en')} and ${languageName(second, 'en')} numbers: ${found} here and ${other} on line ${line}`,
      hint: 'Write all numbers in the same way.',
    }),
    'impossible-count': ({ found }) => ({ message: `not a count: ${found}`, hint: 'A count is a whole number, 0 or more.' }),
    'impossible-value': ({ found, minimum, maximum }) => ({
      message: `impossible value: ${found}`,
      hint: maximum ? `It must be between ${minimum} and ${maximum}.` : `It must be at least ${minimum}.`,
    }),
    'count-above-base': () => ({
      message: 'more people gave this answer than there are answers in all',
      hint: 'Correct the count, or the number of answers in the same row.',
    }),
    'value-without-answers': ({ found }) => ({
      message: `the number is based on 0 answers: ${found}`,
      hint: 'Correct the number of answers, or leave the cell with the number empty.',
    }),
    'missing-options': ({ metric }) => ({
      message: `${metric} needs an answer option`,
      hint: 'Write it in a column answer; several are written with + between them.',
    }),
    'duplicate-row': ({ subject, file, line }) => ({
      message: `the number is already given on line ${line} of ${file}: ${subject}`,
      hint: 'If the row stands there twice, remove one. If the two rows are about different things, add the column that tells them apart (provider, segment, item, period or answer), or correct the name in one.',
    }),
    'counted-twice': ({ subject, file }) => ({
      message: `the answers are already counted from ${file}: ${subject}`,
      hint: 'The same answers may be given only once, as answers or as counts.',
    }),
    'no-data': () => ({
      message: 'the project has documents but no data',
      hint: 'Put a file with answers or numbers in the folder data. If the project only checks other people’s documents, delete documents:.',
    }),
    'missing-period': ({ period }) => ({
      message: `there are no figures for the period ${period}`,
      hint: 'Put a file with its numbers in the folder data, and list it under data: if files are listed there. Otherwise delete the period.',
    }),
    'missing-figures': ({ segment, label, periods }) => ({
      message: `${label} (${segment}) has no figures for ${periods}`,
      hint: 'If the row was forgotten, add it to the data. If nobody answered, write a row with 0 answers. If its numbers are secret, write – in their place. If the group did not take part, write periods: under it.',
    }),
    'surplus-figures': ({ segment, label, periods }) => ({
      message: `${label} (${segment}) has figures for ${periods}, but did not take part according to periods:`,
      hint: 'Correct periods:, or remove the figures from the data.',
    }),
    'unasked-figures': ({ item, segment, period }) => ({
      message: `${item} has figures for ${segment} in ${period}, but is not asked there according to of: and periods:`,
      hint: 'Correct of: or periods: under the item, or remove the figures from the data.',
    }),
  },
}
