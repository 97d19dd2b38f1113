/** What somebody adds to notat: each a file, and a line in the list it belongs to. */
import type { Copy } from './copy.js'

/** Markdown: headings, paragraphs, lists; tables and charts as tables of their texts. */
export const markdownFile = `/** Document → Markdown. */
import type { Block, Document, Inline } from '../document/blocks.js'

const inlineRules: { [T in Inline['type']]: (inline: Extract<Inline, { type: T }>) => string } = {
  text: ({ text }) => text,
  figure: ({ text }) => text,
  strong: ({ children }) => \`**\${words(children)}**\`,
  emphasis: ({ children }) => \`*\${words(children)}*\`,
  link: ({ href, children }) => \`[\${words(children)}](\${href})\`,
  reference: ({ text }) => text,
  noteReference: ({ text }) => \`[^\${text}]\`,
}

function words(inlines: Inline[]): string {
  return inlines.map((inline) => (inlineRules[inline.type] as (inline: Inline) => string)(inline)).join('')
}

const row = (cells: string[]) => \`| \${cells.join(' | ')} |\`

const blockRules: { [T in Block['type']]: (block: Extract<Block, { type: T }>) => string } = {
  heading: ({ level, children }) => \`\${'#'.repeat(level)} \${words(children)}\`,
  paragraph: ({ children }) => words(children),
  list: ({ items }) => items.map((item) => \`- \${item.children.map((child) => blockOf(child)).join(' ')}\`).join('\\n'),
  table: ({ label, title, stubHead, columns, rows }) =>
    [
      \`\${label}. \${words(title)}\`,
      row([words(stubHead), ...columns.map((column) => words(column.label))]),
      ...rows.map((each) => row([words(each.label), ...each.cells.map((cell) => words(cell.children))])),
    ].join('\\n'),
  chart: ({ label, altText }) => \`\${label}. \${altText}\`,
}

function blockOf(block: Block): string {
  return (blockRules[block.type] as (block: Block) => string)(block)
}

export function renderMarkdown({ title, blocks }: Document): string {
  return [\`# \${title}\`, ...blocks.map(blockOf)].join('\\n\\n')
}
`

export function addMarkdown(copy: Copy, file = markdownFile): void {
  copy.add('src/render/md.ts', file)
  copy.edit(
    'src/render/index.ts',
    "  {\n    id: 'html',",
    "  { id: 'md', extension: 'md', render: async (document) => utf8((await import('./md.js')).renderMarkdown(document)) },\n  {\n    id: 'html',",
  )
}

/** Values between upright strokes. */
const strokesFile = `/** Values between "|" → rows with places. */
import { type Content, type DecodeOptions, decode } from '../../decode.js'
import type { InputFormat, Row } from './input-format.js'

export const strokes: InputFormat = {
  name: 'strokes',
  extensions: ['psv'],
  rows: strokeRows,
  placeOf: (row, index) => ({ line: row.lines[index] ?? 1, column: row.columns[index] ?? 1 }),
}

async function* strokeRows(content: Content, options: DecodeOptions): AsyncGenerator<Row[]> {
  let text = ''
  for await (const piece of decode(content, options)) text += piece
  yield text.split('\\n').flatMap((line, index): Row[] => {
    const cells = line.split('|')
    const columns = cells.map((_, cell) => cells.slice(0, cell).join('|').length + (cell === 0 ? 1 : 2))
    return line === '' ? [] : [{ cells, lines: cells.map(() => index + 1), columns }]
  })
}
`

export function addStrokes(copy: Copy): void {
  copy.add('src/read/formats/strokes.ts', strokesFile)
  copy.edit('src/read/formats/index.ts', '= [csv, ', '= [csv, strokes, ')
  copy.edit(
    'src/read/formats/index.ts',
    "import { csv } from './csv.js'",
    "import { csv } from './csv.js'\nimport { strokes } from './strokes.js'",
  )
}

/** Norwegian, for as long as a test takes: Danish with some of its own words, its own way with numbers, one and many. */
export const norwegianFile = `import { da } from './da.js'
import type { Locale } from './words.js'

export const nb: Locale = {
  ...da,
  id: 'nb',
  language: 'nb',
  numbers: { decimal: ',', thousands: ' ', minus: '−' },
  columns: { ...da.columns, segment: ['målgruppe'], base: ['antall svar'], value: ['verdi'] },
  metrics: { ...da.metrics, indexScore: ['indekstall'], base: ['antall svar'] },
  cli: { ...da.cli, read: ({ file, rows }) => \`Lest: \${file}, \${rows} rader\` },
  document: {
    ...da.document,
    months: da.document.months.map((month) => ({ maj: 'mai', december: 'desember' })[month] ?? month),
    unit: (unit, isDifference, printed) =>
      unit === 'indexPoint' ? (printed === '1' || printed === '-1' ? 'poeng' : 'indekspoeng') : da.document.unit(unit, isDifference, printed),
    table: { ...da.document.table, label: (number) => \`Tabell \${number}\` },
    baseHead: 'Antall svar',
  },
  render: { ...da.render, hyphenation: async () => (word: string) => [word] },
}
`

export function addNorwegian(copy: Copy, file = norwegianFile): void {
  copy.add('src/locale/nb.ts', file)
  copy.edit('src/locale/index.ts', 'const list = { da, en }', 'const list = { da, en, nb }')
  copy.edit('src/locale/index.ts', "import { en } from './en.js'", "import { en } from './en.js'\nimport { nb } from './nb.js'")
}

/** How the metric below is made from answers. */
export const balanceOfAnswers = `    ofAnswers: {
      mean: (scale) => {
        const { min, max } = scoreRange(scale)
        const middle = (toNumber(min) + toNumber(max)) / 2
        return worthOf(scale, ({ score }) => exact(100 * Math.sign(score - middle)))
      },
    },
`

/** A metric that spreads no scores: 100 for an answer on the good side of the scale's middle, −100 on the other, 0 on it. */
const balanceEntry = `  balance: {
    unit: 'indexPoint',
    decimals: 0,
    formula: 'meanOfAnswers',
    total: 'weightedMean',
    takesOptions: false,
    range: () => ({ min: exact(-100), max: hundred }),
${balanceOfAnswers}  },
`

/** What each locale calls it, as a column and in an explanation. */
export const balanceNames = {
  da: ["    balance: ['svarbalance'],\n", "    balance: 'svarbalance',\n"],
  en: ["    balance: ['answer balance'],\n", "    balance: 'answer balance',\n"],
} as const

const balanceMeaning = `  balance: { gives: 'number', means: 'Good answers less bad ones, in per cent.', example: '{{balance}}' },
`

export function addBalance(copy: Copy): void {
  copy.edit('src/metrics.ts', '  count: {\n    unit:', `${balanceEntry}  count: {\n    unit:`)
  copy.edit('src/document/meanings.ts', '  count: { gives:', `${balanceMeaning}  count: { gives:`)
  for (const id of ['da', 'en'] as const) {
    const [column, word] = balanceNames[id]
    copy.edit(`src/locale/${id}.ts`, '    topTwoBox: [', `${column}    topTwoBox: [`)
    copy.edit(`src/locale/${id}.ts`, "    topTwoBox: '", `${word}    topTwoBox: '`)
  }
}

/** A check that nobody should need, but may want: an index at an end of its scale. */
const unanimousFile = `import type { Check } from '../check.js'
import { findingOf, pathOf } from '../statements.js'

/** An index that says that all gave the same answer. Advice, since they may have. */
export const unanimous: Check<'unanimous'> = {
  id: 'unanimous',
  scopes: ['claims'],
  follows: false,
  run: (stated) =>
    [...stated.byFigure].flatMap(([figure, [statement]]) => {
      const path = pathOf(figure)
      const isIndex = path?.metric === 'indexScore' && path.periods.length === 1
      if (!statement || !isIndex || !['0', '100'].includes(statement.text)) return []
      return [findingOf(stated, 'unanimous', statement, { kind: 'advice', values: { isBest: statement.text === '100' } })]
    }),
  examples: {
    consistent: [{ because: 'nearly all', claims: [['indexScore/internal/2024', '99']] }],
    inconsistent: [{ because: 'all of them', claims: [['indexScore/internal/2024', '100']] }],
    undecidable: [{ because: 'nearly all, or all', claims: [['indexScore/internal/2024', 'about 100']] }],
  },
}
`

/** What it finds and why that matters, and how its findings are worded, in each locale. */
export const unanimousWords = {
  da: [
    "      unanimous: { finds: 'Et indekstal for enden af skalaen', why: 'Så enige er få.' },\n",
    `      unanimous: ({ found, values }) => ({ title: \`\${quoteFigure(found)}: alle svarer \${values.isBest ? 'bedst' : 'værst'}\`, lines: [] }),\n`,
  ],
  en: [
    "      unanimous: { finds: 'An index at an end of its scale', why: 'Few agree so much.' },\n",
    `      unanimous: ({ found, values }) => ({ title: \`\${quoteFigure(found)}: all answer \${values.isBest ? 'best' : 'worst'}\`, lines: [] }),\n`,
  ],
} as const

/** Its line in the list of checks. */
export const unanimousLine = '  unanimous,\n'

export function addUnanimous(copy: Copy): void {
  copy.add('src/audit/checks/unanimous.ts', unanimousFile)
  copy.edit('src/finding.ts', "  'small-cell': {", "  unanimous: { isBest: boolean }\n  'small-cell': {")
  copy.edit('src/audit/index.ts', "  'small-cell': smallCell,\n", `  'small-cell': smallCell,\n${unanimousLine}`)
  copy.edit(
    'src/audit/index.ts',
    'import { unsupportedChange } from',
    "import { unanimous } from './checks/unanimous.js'\nimport { unsupportedChange } from",
  )
  for (const id of ['da', 'en'] as const) {
    const [rule, finding] = unanimousWords[id]
    copy.edit(`src/locale/${id}.ts`, "      'small-cell': {", `${rule}      'small-cell': {`)
    copy.edit(`src/locale/${id}.ts`, "      'small-cell': (", `${finding}      'small-cell': (`)
  }
}
