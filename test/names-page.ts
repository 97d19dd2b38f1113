/** docs/template-names.md and docs/template.schema.json, made of the meanings beside the words; scripts/names.mjs writes them. */
import { composeDocument } from '../src/document/compose.js'
import { templateSchema } from '../src/document/front-matter.js'
import {
  blockMeanings,
  documentMeanings,
  documentNounMeanings,
  type Giving,
  listMeanings,
  type Meaning,
  meanings,
  nounMeanings,
  optionMeanings,
  stateMeanings,
} from '../src/document/meanings.js'
import { vocabulary } from '../src/document/vocabulary.js'
import { plainText, runsOf } from '../src/document/walk.js'
import { deriveFigures } from '../src/figures.js'
import { type ProjectFiles, parseProject } from '../src/project.js'
import { readDataset } from '../src/read/index.js'
import { exampleFiles, textOf } from './example.js'

type Entry = { name: string; gives?: string; means: string; options?: readonly string[]; example: string }
type Chapter = { title: string; about: string; entries: Entry[] }

/** The example project: made-up-answers with what it lacks. */
async function projectFiles(body: string): Promise<ProjectFiles> {
  const files = exampleFiles('made-up-answers')
  const [before = '', fields = ''] = textOf(files, 'notat.yaml').split('documents:\n')
  const own =
    '  benchmarks: [{ id: kommuner, label: Alle kommuner, phrase: alle kommuner }]\n  targets: [{ metric: indexScore, segment: all, value: "85" }]\n  records: [{ id: nabo, label: Nabo Kommune, years: hvert år siden 2020, method: telefoninterview, conductedBy: et bureau, scale: [1, 5], answers: 250, invited: 800, result: "4,3", target: "4,2", themes: [respekt], source: nabo.dk }]\n\ndocuments:\n'
  const explained = '    explanations: { internal: Centrene har fået ny ledelse. }\n'
  return {
    ...files,
    'notat.yaml':
      before +
      own +
      fields.replace('template: orientering', 'template: names').replace(/f2Case[\s\S]*$/, 'remarks: Svarene er opdigtede.\n') +
      explained,
    'data/kommuner.csv':
      'periode;målgruppe;spørgsmål;indekstal;antal svar\n2025;Alle kommuner;Brugertilfredshed;75;900\n2025;Alle kommuner;Kontakt;70;900\n',
    'templates/names.md': `${head}${body}`,
  }
}

const head = `---
kind: Eksempler
title: Eksempler
fields:
  - { name: date, type: date, label: Dato, required: true }
  - { name: remarks, type: list, label: Bemærkninger, required: true, margin: false }
sections: [about]
names:
  firstPart: (parts limit=1)
tables:
  - { name: groups, rows: parts, columns: { across: compared, show: [result, base] } }
charts:
  - { name: moved, kind: change, rows: parts }
---
`

function entriesOf(all: Readonly<Record<string, Meaning & Partial<Giving>>>, nameOf: (name: string) => string = (name) => name): Entry[] {
  return Object.entries(all).map(([name, meaning]) => ({ name: nameOf(name), ...meaning }))
}

function attributesOf(nouns: Readonly<Record<string, Readonly<Record<string, Giving>>>>): Entry[] {
  return Object.entries(nouns).flatMap(([noun, attributes]) => entriesOf(attributes, (name) => `${noun}.${name}`))
}

const states = Object.entries(stateMeanings).flatMap(([kind, all]) => entriesOf(all, (state) => `${kind} "${state}"`))

const chapters: readonly Chapter[] = [
  {
    title: 'Blocks',
    about: 'What stands in `{{#…}}` and ends with `{{/…}}`.',
    entries: entriesOf(blockMeanings, (name) => `#${name}`),
  },
  {
    title: 'Words',
    about:
      'A word stands alone, `{{result}}`, or with arguments and options, `{{result "unge" period=previous}}`; inside another it stands in parentheses, `(is change "fall")`.',
    entries: entriesOf(meanings).map((entry) => ({ ...entry, options: vocabulary[entry.name]?.options ?? [] })),
  },
  {
    title: 'Words of a document',
    about: 'Its sender, its numbers, its tables and charts. Its fields and its names are words too.',
    entries: entriesOf(documentMeanings),
  },
  {
    title: 'Nouns',
    about: 'What a noun may be asked for, as `segment.phrase`.',
    entries: [...attributesOf(nounMeanings), ...attributesOf(documentNounMeanings)],
  },
  {
    title: 'Lists',
    about: 'What every list may be asked for, as `parts.first`.',
    entries: entriesOf(listMeanings, (name) => `list.${name}`),
  },
  {
    title: 'States',
    about: 'What `is` may ask, as `(is change "fall")`. Of a change also what may be asked of a number.',
    entries: states,
  },
]

export const allEntries: readonly Entry[] = chapters.flatMap(({ entries }) => entries)

/** What every example prints, in their order. */
export async function printedExamples(): Promise<string[]> {
  const body = allEntries.map(({ example }, index) => `## e${String.fromCharCode(97 + (index % 26))}\n\n${example}\n`).join('\n')
  const project = parseProject(await projectFiles(body))
  const figures = deriveFigures(project.survey, await readDataset(project))
  const { blocks } = composeDocument(project, project.documents[0]?.id ?? '', { figures, findings: [] })
  const printed: string[][] = []
  for (const block of blocks) {
    if (block.type === 'heading') printed.push([])
    else if (block.type === 'table' || block.type === 'chart') printed.at(-1)?.push(`${block.label}: ${plainText(block.title)}`)
    else printed.at(-1)?.push(...runsOf(block).map(({ inlines }) => plainText(inlines)))
  }
  return printed.map((lines) => lines.join(' ').replaceAll('\u00a0', ' ').trim())
}

export async function namesPage(): Promise<string> {
  const printed = await printedExamples()
  let next = 0
  const rowOf = ({ name, gives, means, options = [], example }: Entry): string => {
    const given = gives === undefined ? '' : ` *${gives.replace(/^list (.+)$/, 'list of $1').replace(/\?$/, ', may be absent')}*`
    const taken = options.map((option) => `\`${option}=\` ${optionMeanings[option]}`).join('; ')
    const isShort = options.length === 0 || isSame(options, vocabulary.parts?.options) || isSame(options, vocabulary.base?.options)
    const shown = isShort ? options.map((option) => `\`${option}=\``).join(' ') : taken
    return [
      `- **\`${name}\`**${given} ${means}`,
      ...(options.length > 0 ? [`  Takes ${shown}.`] : []),
      `  \`${example}\` → ${printed[next++] ?? ''}`,
    ].join('\n')
  }
  return [
    opening,
    ...chapters.map(({ title, about, entries }) => `## ${title}\n\n${about}\n\n${entries.map(rowOf).join('\n')}\n`),
    `## Options\n\n${Object.entries(optionMeanings)
      .map(([name, means]) => `- **\`${name}=\`** ${means}`)
      .join('\n')}\n`,
    frontMatter,
  ].join('\n')
}

function isSame(options: readonly string[], others: readonly string[] | undefined): boolean {
  return options.join() === others?.join()
}

export function schemaText(): string {
  return `${JSON.stringify(templateSchema(), null, 2)}\n`
}

const opening = `# Names of templates

Made by \`npm run names\`: do not edit. How to write a template: [new-document-type.md](new-document-type.md).

Every number is that of where one stands: at first the whole, the survey's first question, the document's period. Lists are walked with
\`{{#each}}\`, which moves one step and keeps the rest. What may be absent is printed only under a condition that names it.
Each example is shown with what it prints at the beginning of a document of \`examples/made-up-answers\`, to which are added a benchmark, a target, an
explanation of the group \`internal\`, a list field \`remarks\`, the name \`firstPart: (parts limit=1)\`, the table \`groups\` and the chart \`moved\`.
Words of the language begin with a capital where they begin a sentence, as here.
`

const frontMatter = `## Front matter

Between two lines of \`---\` at the top of the file; [template.schema.json](template.schema.json) is its JSON Schema. Expressions stand here
without braces.

- **\`locale\`** the language of the prose: \`da\` or \`en\`. Left out: the project's.
- **\`kind\`** what the document is called: \`Notat\`.
- **\`title\`** its title, a line of template text.
- **\`fields\`** what the author gives for each document: \`{ name: date, type: date, label: Dato, required: true }\`. Types: \`text\`, \`date\`,
  \`time\`, \`caseNumber\`, \`list\` (one line or a YAML list of them, walked by \`{{#each}}\`), \`dates\` (a list of dates). \`margin: false\` keeps it out of the margin. A field is a word of the text: \`{{date}}\`.
- **\`footer\`** the field that stands at the foot of the page.
- **\`sections\`** names of the sections in the text, which a project may write itself. \`{ name: loesning, required: true }\`: it must.
  In a project \`sections/NAME.md\` replaces one in every document, \`sections/DOCUMENT/NAME.md\` in one, \`sections/NAME-ID.md\` for one
  member of the list it stands in. A text that the template has no section for begins with \`after: NAME\` between two lines of \`---\`: it
  stands after that section, or after all under the heading of those words. \`headings: { NAME: … }\` of a document in notat.yaml says what
  the heading directly above a section says instead.
- **\`names\`** expressions that the text uses more than once: \`groups: (parts where=change)\`. They are asked standing in the whole.
- **\`tables\`** \`name\`; \`rows\`: an expression, or \`{ of: whole, as: total }\` (\`row\`, \`total\` or \`heading\`, \`label\`, and \`rows\` below each);
  \`columns\`: an expression, or \`across\` (lists to walk) and \`show\` (what stands in each), or \`{ number: base, head: Svar, optional: true }\`
  (\`optional\`: left out where no row has a number). \`title\` and \`note\` are lines of template text; left out, the title follows from the table.
- **\`charts\`** \`name\`, \`kind\`, \`rows\`, \`title\` and \`note\`. Kinds: \`change\` the two periods and the change of each row; \`shares\` how each
  row's answers are spread; \`trend\` a line a row, from three periods; \`benchmark\` a dot for each of those in \`of\`, or with rows of targets
  the result and its target; \`bars\` a bar a row, of its result or of \`show\`: a count, a share, a change, a difference.

In a column \`{ text: '{{#if (is change "rise")}}up{{/if}}', head: Moved }\` stands in words what a number cannot say.

Every table and chart that is declared must be printed: \`{{table "groups"}}\`, \`{{chart "moved"}}\`.
`
