/** What each kind of problem is asked to say on the pages of phrases, test/golden/locale-*.md. */
import type { ProblemCode, ProblemValues, ReferenceKind } from '../../src/errors.js'
import type { SampleWords } from './sample-words.js'

/** Several where the wording depends on the values. */
export type ProblemExamples = { [C in ProblemCode]: readonly [ProblemValues[C], ...ProblemValues[C][]] }

const referenceKinds: readonly ReferenceKind[] = [
  ...(['scale', 'period', 'segment', 'provider', 'item', 'metric', 'column', 'file', 'document', 'section'] as const),
]

const systemCodes = [
  ...['EACCES', 'EPERM', 'EBUSY', 'EEXIST', 'EISDIR', 'ELOOP', 'EMFILE', 'ENAMETOOLONG', 'ENOENT', 'ENOSPC', 'ENOTDIR', 'EROFS'],
]

/** What Markdown has and a template has not. */
const partsOfMarkdown = [
  ...['blockquote', 'break', 'code', 'definition', 'delete', 'footnoteDefinition', 'heading', 'html', 'image', 'table', 'thematicBreak'],
]

/** What templates may need in a place, as the checks of templates call it. */
const kindsInTemplates = [
  ...['list', 'number', 'change', 'contribution', 'noun', 'list or noun', 'list or number', 'count', 'truth', 'number or text'],
  ...['noun or text or list', 'noun or text or list or number', 'number or noun or text or list', 'segment', 'provider', 'item', 'period'],
]

/** Ids, keys and names of files are the same in every language; labels and answers are not. */
export function problemExamples(say: SampleWords): ProblemExamples {
  const { instruments, templates, folders, projects, data, labels } = problemSubjects(say)
  return { ...instruments, ...templates, ...folders, ...projects, ...data, ...labels }
}

export type ProblemSubject = keyof ReturnType<typeof problemSubjects>

/** The same by what they are about. */
export function problemSubjects(say: SampleWords) {
  return {
    instruments: ofInstruments,
    templates: ofTemplates,
    folders: ofFolders,
    projects: ofProjects,
    data: ofData,
    labels: ofLabels(say),
  }
}

function ofLabels({ group, other, question, statement, options, headings }: SampleWords) {
  const [best, good] = options
  return {
    'missing-field': [{ field: 'date', label: question, document: 'orientering-2024' }],
    'shared-option-name': [{ name: best, options: 'stronglyAgree, agree', scale: 'egen5' }],
    'missing-glyph': [{ characters: '🙂', text: `${group} 🙂`, font: 'Source Sans 3' }],
    'unknown-layout': [{ headings: headings.join(', ') }],
    'missing-column': [
      { column: 'segment', nearest: headings[0], headings: headings.join(', ') },
      { column: 'segment', nearest: '', headings: headings.join(', ') },
      { column: 'samtale', nearest: '', headings: headings.join(', ') },
    ],
    'missing-heading': [
      { heading: 'X', nearest: headings[0], headings: headings.join(', ') },
      { heading: 'X', nearest: '', headings: headings.join(', ') },
    ],
    'duplicate-column': [
      { column: 'segment', heading: headings[0], other: 4, isAlike: 'yes' },
      { column: 'segment', heading: headings[0], other: 4, isAlike: '' },
    ],
    'missing-item': [{ items: `overall (${question}), contact (${statement})`, first: 'overall' }],
    'ambiguous-heading': [{ heading: question, items: 'overall, contact', first: 'overall' }],
    'unreadable-tick': [{ found: '?', option: best }],
    'contradictory-ticks': [{ option: options.at(-1) ?? '', others: `${best}, ${good}` }],
    'undecided-segment': [{ provider: 'Broen', segments: `${group}, ${other}` }],
    'unknown-answer': [
      { found: 'Eng', item: 'overall', nearest: good, known: options.join(', ') },
      { found: '17', item: 'overall', nearest: '', known: options.join(', ') },
    ],
    'missing-figures': [{ segment: 'unge', label: group, periods: '2023-24' }],
    'surplus-figures': [{ segment: 'unge', label: group, periods: '2023-24' }],
    'unasked-figures': [{ item: question, segment: group, period: '2023-24' }],
    'duplicate-row': [{ subject: `2023-24, ${group}`, file: 'data/2024.csv', line: 12 }],
    'counted-twice': [{ subject: `2023-24, ${group}, ${question}`, file: 'data/2024.csv' }],
    'foreign-provider': [{ provider: 'Broen', segment: other }],
    'several-ticks': [{ scale: 'hjaelp', options: `${best} + ${good}` }],
    'missing-ticks': [{ item: question, options: 'samtale, kursus' }],
  } satisfies Partial<ProblemExamples>
}

const ofInstruments = {
  'internal-error': [{ detail: 'TypeError: x is undefined' }],
  'unknown-scale': [{ scale: 'satisfaction6', known: 'agreement5, satisfaction5' }],
  'flat-scale': [{ scale: 'egen3' }],
  'unknown-scale-option': [{ option: 'agreed', scale: 'agreement5', known: 'stronglyAgree, agree, neutral' }],
  'unscored-option': [{ option: 'dontKnow', scale: 'agreement5', known: 'stronglyAgree, agree, neutral' }],
  'broken-count': [{ count: '−1', option: 'agree' }],
  'mixed-scales': [{ first: 'agreement5', second: 'score5' }],
  'unknown-command': [
    { command: '', nearest: '', known: 'build, audit, explain' },
    { command: 'biuld', nearest: 'build', known: 'build, audit, explain' },
    { command: 'x', nearest: '', known: 'build, audit, explain' },
  ],
  'unknown-option': [
    { option: '--ot', nearest: '--out' },
    { option: '--zzz', nearest: '' },
  ],
  'missing-option-value': [{ option: '--out' }],
  'unexpected-option-value': [{ option: '--check', value: '1' }],
  'unexpected-argument': [{ argument: 'b' }],
  'unknown-format': [{ format: 'doc', known: 'html, pdf' }],
  'unknown-reporter': [{ reporter: 'xml', known: 'text, json' }],
  'unknown-locale': [{ locale: 'sv', known: 'da, en' }],
  'unknown-document': [{ document: 'x', known: 'orientering-2024' }],
  'idle-option': [{ option: '--text', command: 'build' }],
  'no-figure-asked': [{}],
  'no-such-figure': [
    { figure: 'indexScore/al/2023-24', nearest: 'indexScore/all/2023-24' },
    { figure: '101', nearest: '' },
  ],
  'existing-files': [{ files: 'notat.yaml' }],
  'unknown-example': [
    { example: 'biu', nearest: 'biu-2024', known: 'biu-2024, kl-2024' },
    { example: 'x', nearest: '', known: 'biu-2024, kl-2024' },
  ],
  'unknown-text-format': [{ file: 'memo.doc', known: 'txt, md, html, pdf' }],
  'unreadable-pdf': [
    { file: 'memo.pdf', detail: 'Invalid PDF structure.' },
    { file: 'memo.pdf', detail: 'No password given' },
  ],
  'overlong-pdf': [{ file: 'memo.pdf', limit: 200 }],
  'overlong-passage': [{ limit: 50_000 }],
  'no-text-in-pdf': [{ file: 'memo.pdf' }],
} satisfies Partial<ProblemExamples>

const ofTemplates = {
  'unknown-template': [
    { template: 'orientring', nearest: 'orientering', known: 'orientering, faktaark' },
    { template: 'x', nearest: '', known: 'orientering, faktaark' },
  ],
  'mismatched-section': [
    { section: 'metode', missingIn: 'frontMatter' },
    { section: 'metode', missingIn: 'text' },
  ],
  'unknown-section': [
    { file: 'metod.md', nearest: 'metode', known: 'konklusion, metode' },
    { file: 'x.md', nearest: '', known: 'konklusion, metode' },
  ],
  'unknown-placement': [
    { after: 'metod', nearest: 'metode', known: 'konklusion, metode' },
    { after: 'x', nearest: '', known: 'konklusion, metode' },
  ],
  'needless-placement': [{ section: 'metode' }],
  'circular-placement': [{ name: 'a', through: 'a → b → a' }],
  'section-without-heading': [{ section: 'metode' }],
  'broken-template': [
    { trouble: 'mismatch', opened: 'if', closed: 'each' },
    { trouble: 'expression', text: '1 +' },
    { trouble: 'ended', found: '', expected: '{{/if}}' },
    { trouble: 'ended', found: '', expected: '' },
    { trouble: 'unexpected', found: '}', expected: '}}' },
    { trouble: 'unexpected', found: '', expected: '' },
  ],
  'broken-front-matter': [{ detail: 'no second line of ---' }],
  'unknown-field': [{ field: 'dat', template: 'orientering', known: 'date, f2Case' }],
  'unknown-template-name': [
    { name: 'segmnt', nearest: 'segment', known: 'segment, segments' },
    { name: 'x', nearest: '', known: 'segment, segments' },
  ],
  'taken-name': [{ name: 'parts' }],
  'unknown-helper': [
    { helper: 'lst', nearest: 'list', known: 'list, size' },
    { helper: 'x', nearest: '', known: 'list, size' },
  ],
  'circular-name': [{ name: 'a', through: 'a → b → a' }],
  'unprinted-exhibit': [
    { name: 'summary', word: 'table' },
    { name: 'change', word: 'chart' },
  ],
  'exhibit-printed-twice': [
    { name: 'summary', word: 'table' },
    { name: 'change', word: 'chart' },
  ],
  'nameless-row': [{ exhibit: 'summary' }],
  'nameless-column': [{ exhibit: 'summary', column: 'base' }],
  'nameless-exhibit': [{ exhibit: 'summary' }],
  'unlike-rows': [{ exhibit: 'trend', first: 'overall', second: 'contact' }],
  'rows-repeated': [{ exhibit: 'options', first: '84', second: '84' }],
  'unread-key': [{ key: 'options', kind: 'trend', reads: 'shares' }],
  'undrawn-number': [{ exhibit: 'bars', number: 'item.text' }],
  'missing-argument': [
    { helper: 'is', fewest: 1 },
    { helper: 'plural', fewest: 3 },
  ],
  'unknown-argument': [
    { helper: 'result', argument: 'when', known: 'of, item, period' },
    { helper: 'today', argument: 'when', known: '' },
  ],
  'attribute-of-call': [{ attribute: 'first' }],
  'wrong-argument': [{ helper: 'list', argument: 'lenght', expected: 'length' }],
  'unknown-state': [
    { state: 'rising', of: 'change', nearest: 'rise', known: 'rise, fall' },
    { state: 'x', of: 'change', nearest: '', known: 'rise, fall' },
    { state: 'x', of: 'text', nearest: '', known: 'one, many' },
  ],
  'unguarded-absence': [{ name: 'change' }],
  'missing-section': [{ section: 'konklusion', document: 'orientering-2024' }],
  'unprintable-value': [
    { name: 'parts', expected: 'text' },
    { name: 'parts', expected: 'list parts' },
    ...kindsInTemplates.map((expected) => ({ name: 'parts', expected })),
  ],
  'not-in-templates': [{ what: '{{#section "metode"}}' }, ...partsOfMarkdown.map((type) => ({ what: `Markdown: ${type}` }))],
  'private-use-character': [{ name: 'templates/eget.md' }],
  'overlong-template': [
    { limit: 100000, of: 'steps' },
    { limit: 32, of: 'levels' },
    { limit: 1000, of: 'marks' },
  ],
  'unknown-exhibit': [
    { target: 'sumary', nearest: 'summary', known: 'summary, change' },
    { target: 'x', nearest: '', known: '' },
    { target: 'x', nearest: '', known: 'summary, change' },
  ],
  'unknown-attachment': [
    { attachment: 'bilag', document: 'orientering-2024', known: '' },
    { attachment: 'bilag', document: 'orientering-2024', known: 'bilag-metode' },
  ],
  'typed-number': [{ number: '84', id: 'typed-number/sections/konklusion.md:3:12' }],
} satisfies Partial<ProblemExamples>

const ofFolders = {
  'missing-folder': [{ folder: 'projekt' }],
  'missing-project-file': [{ folder: '' }, { folder: 'projekt' }],
  'not-a-project': [{ path: 'memo.pdf' }],
  'not-a-folder': [{ name: 'data' }],
  'not-a-file': [{ name: 'data/2024.csv' }],
  'unreadable-name': [{ name: 'data/\ufffd.csv' }],
  'outside-project': [{ name: 'data/2024.csv' }],
  'unreadable-file': [
    { name: 'data/2024.csv', detail: 'EACCES' },
    ...systemCodes.map((detail) => ({ name: 'a', detail })),
    { name: 'a', detail: 'EIO' },
  ],
  'unwritable-output': [{ folder: 'out', detail: 'EROFS' }],
  'output-not-a-folder': [{ folder: 'out' }],
  'reserved-output': [{ folder: 'data' }],
  'unrestored-output': [{ file: 'orientering-2024.pdf', former: 'out/.notat-1' }],
  'leftover-output': [{ file: 'orientering-2024.pdf', detail: 'EBUSY' }],
  'unwritable-report': [{ file: 'svar.json', detail: 'EACCES' }],
  'unfit-argument': [{ argument: 'dataset' }],
  'unknown-block': [{ type: 'code' }],
  'unsafe-link': [{ href: 'javascript:alert(1)' }],
  'contradictory-data': [{ findings: 'impossible-total/indexScore/all/2023-24' }],
  'reserved-report': [{ file: 'notat.yaml' }],
  'more-problems': [{ count: 1 }, { count: 12 }],
} satisfies Partial<ProblemExamples>

const ofProjects = {
  'broken-field': [
    { field: 'date', value: '9/12', type: 'date' },
    { field: 'f2Case', value: 'F2', type: 'caseNumber' },
    { field: 'committee', value: '5', type: 'text' },
    { field: 'time', value: '17', type: 'time' },
    { field: 'meetings', value: '9/12, 12/12', type: 'dates' },
  ],
  'unreadable-text': [{}],
  'overlong-file': [{ limit: 100000 }],
  'yaml-tab': [{}],
  'yaml-colon': [{}],
  'yaml-comma': [{ key: 'x' }],
  'yaml-alias': [{ detail: '↺' }],
  'complex-key': [{}],
  'deep-nesting': [{ limit: 64 }],
  'yaml-syntax': [{ detail: '…' }],
  'duplicate-key': [{ key: 'label' }],
  'unprintable-text': [{ found: 'AC[U+00AD]x' }],
  'left-to-write': [
    { key: 'organisation', wanted: 'kommunens navn', mark: 'SKRIV' },
    { key: 'score', wanted: '', mark: 'SKRIV' },
  ],
  'unknown-key': [
    { key: 'titel', nearest: 'title', known: 'title, topic' },
    { key: 'x', nearest: '', known: 'title, topic' },
    { key: 'x', nearest: '', known: '' },
  ],
  'missing-key': [{ key: 'title' }],
  'empty-value': [{ key: 'title' }, { key: '' }],
  'wrong-kind': [
    { found: '1', expected: 'list' },
    { found: '', expected: 'text' },
    { found: 'x', expected: 'map' },
    { found: 'x', expected: 'number' },
    { found: '1.5', expected: 'integer' },
    { found: 'x', expected: 'boolean' },
  ],
  'wrong-value': [{ found: 'x', detail: '…' }],
  'unknown-choice': [
    { found: 'publish', nearest: 'published', known: 'answers, counts, published' },
    { found: 'x', nearest: '', known: 'answers, counts, published' },
  ],
  'short-list': [
    { key: 'items', minimum: 1 },
    { key: 'composite', minimum: 2 },
  ],
  'small-number': [{ found: '0', minimum: 1 }],
  'invalid-date': [{ found: '2023-13-01' }],
  'invalid-id': [{ found: 'a b' }],
  'duplicate-id': [{ id: 'unge', line: 12 }],
  'duplicate-document': [{ id: 'orientering-2024', line: 40 }],
  'reserved-id': [{ id: 'target' }],
  'built-in-id': [{ id: 'agreement5' }],
  'reversed-period': [{ from: '2024-10-01', to: '2023-09-30' }],
  'overlapping-periods': [{ period: '2023-24', other: '2022-23', line: 20 }],
  'counted-opinions': [{ item: 'overall', scale: 'agreement5' }],
  'nested-composite': [{ item: 'samlet', member: 'kontakt' }],
  'mixed-composite': [{ item: 'samlet', member: 'kontakt', scale: 'score5', expected: 'agreement5' }],
  'composite-answer': [{ item: 'samlet' }],
  'half-of-one': [{ item: 'overall' }],
  'ticked-scale': [{ item: 'hjaelp', scale: 'hjaelpen' }],
  'unticked-scale': [{ item: 'hjaelp', scale: 'agreement5' }],
  'mixed-options': [{ option: 'samtale', scale: 'hjaelpen' }],
  'unordered-option': [{ option: 'agree', scale: 'egen5' }],
  'unknown-reference': [
    { kind: 'segment', found: 'ung', nearest: 'unge', known: 'unge, voksne' },
    { kind: 'scale', found: 'x', nearest: '', known: 'agreement5, score5' },
    ...referenceKinds.map((kind) => ({ kind, found: 'x', nearest: '', known: '' })),
  ],
  'ambiguous-reference': [
    { kind: 'segment', found: 'unge', candidates: 'unge, unge-2' },
    ...referenceKinds.map((kind) => ({ kind, found: 'x', candidates: 'a, b' })),
  ],
  'counted-benchmark': [{ benchmark: 'kommuner' }],
  'not-a-leaf': [{ segment: 'external', parts: 'unge, voksne' }],
  'later-comparison': [{ period: '2023-24', compareWith: '2024-25' }],
  'circular-attachment': [{ document: 'bilag', chain: 'bilag → bilag' }],
  'nested-attachment': [{ document: 'bilag' }],
} satisfies Partial<ProblemExamples>

const ofData = {
  'unread-format': [{ known: 'csv, xlsx, sav' }],
  'empty-file': [{}],
  'unreadable-workbook': [{ detail: '' }, { detail: 'Entry not found: xl/workbook.xml' }],
  'encrypted-workbook': [{}],
  'overlong-workbook': [
    { limit: 30, of: 'file' },
    { limit: 100, of: 'content' },
  ],
  'unknown-sheet': [
    { found: 'Ark', nearest: 'Ark1', known: 'Ark1, Noter' },
    { found: '2024', nearest: '', known: 'Ark1, Noter' },
  ],
  'undecided-sheet': [{ known: 'Tabel 1, Tabel 2', first: 'Tabel 1' }],
  'needless-sheet': [{ format: 'CSV' }],
  'long-printed-table': [{}],
  'several-tables': [{ first: 2, second: 10 }],
  'tables-beside': [{ first: 'Nord', second: 'Syd' }],
  'turned-table': [{ period: '2023', group: 'Nord' }],
  'error-cell': [{ found: '#DIV/0!' }],
  'formula-without-value': [{}],
  'date-for-number': [{ found: '2024-02-04' }],
  'binary-file': [{}],
  'unmarked-utf16': [{}],
  'unclosed-quote': [{}],
  'text-after-quote': [{ found: 'x' }],
  'overlong-cell': [{ limit: 10000 }],
  'too-many-columns': [{ limit: 2000 }],
  'surplus-cells': [{ found: 5, expected: 4 }],
  'constant-and-column': [{ column: 'period' }],
  'missing-value': [{ column: 'base' }],
  'ticked-rows': [{ item: 'hjaelp' }],
  'unfit-metric': [{ metric: 'nps', scale: 'agreement5' }],
  'unreadable-date': [{ found: '32-01-2024' }],
  'date-outside-periods': [{ date: '2021-01-01', periods: '2022-23, 2023-24' }],
  'date-in-several-periods': [{ date: '2023-10-01', periods: '2022-23, 2023-24' }],
  'unreadable-number': [{ found: 'x' }, { found: 'x', shares: { da: 'halvdelen, en fjerdedel', en: 'half, a quarter' } }],
  'unknown-figure': [{ figure: 'x/all' }],
  'unreadable-claim': [{ found: 'x' }],
  'ambiguous-number': [{ found: '1.755', readings: { da: '1755', en: '1.755' } }],
  'mixed-number-styles': [{ found: '4,4', other: '4.4', line: 3, first: 'da', second: 'en' }],
  'impossible-count': [{ found: '−1' }],
  'impossible-value': [
    { found: '101', minimum: '0', maximum: '100' },
    { found: '−1', minimum: '0', maximum: '' },
  ],
  'count-above-base': [{}],
  'value-without-answers': [{ found: '84' }],
  'missing-options': [{ metric: 'share' }],
  'no-data': [{}],
  'missing-period': [{ period: '2023-24' }],
} satisfies Partial<ProblemExamples>
