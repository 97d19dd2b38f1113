/** Whatever a field or a file is called, no line of what any command prints is a command, to a terminal or a CI server. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { runs } from '../runs.js'
import { copiedExample, notat } from './run.js'

const { folder } = copiedExample()

/** What a line break, ESC and the commands of CI servers do where they are let through. */
const attack = 'x\n::stop-commands::y\n::error::z\n##[add-mask]w\u001b[K\u009bJ\u202e'
/** What notat.yaml refuses, left out: it is read and carried on to what is printed. */
const readable = attack.replaceAll(/(?!\n)\p{Cc}|\u202e/gu, '')

/** Lines of a report for people or a terminal that are more than words. */
const unsafe = (line: string) => /^\s*::/.test(line) || /##\[|[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(line)
const commandsIn = (printed: string) => printed.split('\n').filter(unsafe)
/** Our own annotations are commands: one a line, each with what it is about, and nothing after it. */
const annotation = /^::(?:error|warning|notice) (?:file=[^:]*?(?:,line=\d+)?(?:,col=\d+)?,)?title=[^:]*::[^\p{Cc}]*$/u

const yaml = (words: string) => JSON.stringify(words)
const whole = (words: string) => `locale: da
sender: { organisation: ${yaml(`O ${words}`)}, administration: ${yaml(`A ${words}`)}, office: ${yaml(`K ${words}`)}, footer: ${yaml(`F ${words}`)}, address: [${yaml(`G ${words}`)}] }
survey:
  title: ${yaml(`Titel ${words}`)}
  topic: ${yaml(`emne ${words}`)}
  credit: ${yaml(`kilde ${words}`)}
  minimumBase: 5
  scales:
    - id: own
      options:
        - { id: yes, label: ${yaml(`Ja ${words}`)}, score: 1, also: [${yaml(`ja ${words}`)}] }
        - { id: no, label: ${yaml(`Nej ${words}`)}, score: 0 }
        - { id: unknown, label: ${yaml(`Ved ikke ${words}`)}, missing: dontKnow }
  items:
    - { id: overall, label: ${yaml(`Punkt ${words}`)}, text: ${yaml(`Tekst ${words}`)}, scale: own, also: [${yaml(`p ${words}`)}] }
    - { id: other, label: ${yaml(`Andet ${words}`)}, text: ${yaml(`Andet spurgt ${words}`)}, scale: agreement5 }
  periods:
    - { from: 2022-01-01, to: 2022-12-31 }
    - { from: 2023-01-01, to: 2023-12-31 }
  segments:
    id: all
    label: ${yaml(`Alle ${words}`)}
    short: ${yaml(`Alle kort ${words}`)}
    phrase: ${yaml(`alle ${words}`)}
    about: ${yaml(`på alle ${words}`)}
    partsCalled: { one: ${yaml(`gruppe ${words}`)}, many: ${yaml(`grupper ${words}`)} }
    parts:
      - { id: a, label: ${yaml(`A ${words}`)}, short: ${yaml(`a ${words}`)}, phrase: ${yaml(`gruppe a ${words}`)}, detail: ${yaml(`d ${words}`)}, also: [${yaml(`aa ${words}`)}] }
      - { id: b, label: ${yaml(`B ${words}`)}, phrase: ${yaml(`gruppe b ${words}`)} }
  providers:
    - { id: p, label: ${yaml(`Leverandør ${words}`)}, kind: external, segments: [a], also: [${yaml(`lev ${words}`)}] }
documents:
  - template: orientering
    fields: { date: 2024-01-09, f2Case: 2024 - 1 }
    explanations: { a: ${yaml(`Det kan skyldes ${words}`)} }
accept:
  - { finding: ${yaml(`ingen ${words}`)}, reason: ${yaml(`derfor ${words}`)} }
`
const rows = (segment: (id: string) => string, more = '') =>
  ['2022', '2023'].flatMap((year) => ['a', 'b'].map((id) => `overall;${year};${segment(id)};yes;${id === 'a' ? 30 : 20};${more}`))
const heads = 'spørgsmål;periode;målgruppe;svar;antal'
const cell = (words: string) => `"${words.replaceAll('"', '""')}"`
const plain = { 'notat.yaml': whole('n'), 'data/tal.csv': [`${heads};bem`, ...rows((id) => id)].join('\n') }

/** A field or a name of a file, and a project in which it is an attack. */
const fields: [field: string, files: Record<string, string>][] = [
  ['every text of notat.yaml', { ...plain, 'notat.yaml': whole(readable) }],
  ['every text of notat.yaml, with ESC', { ...plain, 'notat.yaml': whole(attack) }],
  ...[
    'organisation',
    'administration',
    'office',
    'footer',
    'address',
    'title',
    'topic',
    'credit',
    'label',
    'text',
    'also',
    'short',
    'phrase',
    'about',
    'one',
    'many',
    'detail',
    'f2Case',
    'a',
    'reason',
    'finding',
    'id',
    'scale',
    'kind',
    'template',
    'missing',
    'from',
    'minimumBase',
  ]
    .filter((_, index) => runs(index % 4 === 0, true))
    .map((key): [string, Record<string, string>] => {
      const changed = plain['notat.yaml'].replace(
        new RegExp(`([ {])${key}: (?:"[^"]*"|\\[[^\\]]*\\]|[^,}\\n]+)`),
        (_, before) => `${before}${key}: ${['address', 'also'].includes(key) ? `[${yaml(attack)}]` : yaml(readable)}`,
      )
      return [`${key} alone`, { ...plain, 'notat.yaml': changed }]
    }),
  ['a key', { ...plain, 'notat.yaml': `${plain['notat.yaml']}${yaml(attack)}: 1\n` }],
  ['a heading of data', { ...plain, 'data/tal.csv': [`${heads};${cell(attack)}`, ...rows((id) => id)].join('\n') }],
  [
    'a cell that names nobody',
    { ...plain, 'data/tal.csv': [`${heads};bem`, ...rows((id) => (id === 'a' ? cell(attack) : id))].join('\n') },
  ],
  ['a cell that nobody reads', { ...plain, 'data/tal.csv': [`${heads};bem`, ...rows((id) => id, cell(attack))].join('\n') }],
  ['a number', { ...plain, 'data/tal.csv': [heads, `overall;2023;a;yes;${cell(attack)}`].join('\n') }],
  ['an answer', { ...plain, 'data/tal.csv': [heads, `overall;2023;a;${cell(attack)};3`].join('\n') }],
  ['a claim', { ...plain, 'claims/a.csv': `figure;value;place\nindexScore/all/2023;3;${cell(attack)}\n` }],
  ['a claimed figure', { ...plain, 'claims/a.csv': `figure;value;place\n${cell(attack)};3;T\n` }],
  ['a name of data', { ...plain, [`data/${attack}.csv`]: plain['data/tal.csv'] }],
  ['a name of a section', { ...plain, [`sections/${attack}.md`]: 'x' }],
  ['a name of a template', { ...plain, [`templates/${attack}.md`]: 'x' }],
  ['a section', { ...plain, 'sections/videre-proces.md': attack }],
  ['a section that is read', { ...plain, 'sections/videre-proces.md': readable }],
  ['a name in a section', { ...plain, 'sections/videre-proces.md': `{{result ${yaml(readable)}}}` }],
  ['front matter', { ...plain, 'templates/orientering.md': `---\n${yaml(attack)}: ${yaml(attack)}\ntitle: ${yaml(readable)}\n---\nx\n` }],
  [
    'a field of a template',
    {
      ...plain,
      'templates/orientering.md': `---\nkind: ${yaml(readable)}\ntitle: ${yaml(readable)}\nfields: { date: { type: date, label: ${yaml(readable)} } }\n---\n## A\n\nx 5\n`,
    },
  ],
]

/** No file can be called with a stroke in it. */
const fileOf = (name: string) => {
  const [folder = '', ...rest] = name.split('/')
  return rest.length === 0 ? name : join(folder, rest.join(''))
}

function write(folder: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, fileOf(name))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
}

it.each(fields)('%s', { timeout: 300_000 }, async (_, files) => {
  const own = join(folder(), 'angreb')
  write(own, files)
  const memo = join(folder(), 'm.txt')
  writeFileSync(memo, `# ${attack}\n\nIndekset for alle er 99 i 2023. I alt svarede 77 pct. ${attack}\n`)
  const outputs = ['--format', 'html', '--out', join(folder(), 'ud')]
  const commands: [argv: string[], reporters: string[]][] = [
    [
      ['build', own, ...outputs, '--verbose'],
      ['text', 'json', 'sarif', 'github'],
    ],
    [
      ['build', own, ...outputs, '--check'],
      ['text', 'sarif'],
    ],
    [
      ['audit', own],
      ['text', 'json'],
    ],
    [
      ['audit', own, '--text', memo],
      ['text', 'json', 'sarif', 'github'],
    ],
    [
      ['explain', 'indexScore/all/2023', own],
      ['text', 'json'],
    ],
  ]
  for (const [argv, reporters] of commands) {
    // Each to a file, and the last on stdout besides; the words for people are on stderr.
    const file = (id: string) => join(folder(), `rapport.${id}`)
    const asked = [...reporters.map((id) => `${id}=${file(id)}`), reporters.at(-1) ?? ''].flatMap((each) => ['--reporter', each])
    const shown = await notat(...argv, ...asked)
    expect(shown.code).toBeLessThanOrEqual(3)
    expect(commandsIn(shown.err)).toEqual([])
    for (const [id, printed] of [...reporters.map((each) => [each, readFileSync(file(each), 'utf8')]), [reporters.at(-1), shown.out]]) {
      const lines = (printed ?? '').split('\n').filter((line) => line !== '')
      expect(lines.filter((line) => unsafe(line) && !(id === 'github' && annotation.test(line)))).toEqual([])
    }
  }
})

it('the project itself is one that builds', async () => {
  write(join(folder(), 'ren'), plain)
  expect(await notat('build', join(folder(), 'ren'), '--format', 'html')).toMatchObject({ code: 0 })
})

/** Tables that nobody has described, with the attack in one of their parts, or in what they are called. */
const tables: [part: string, name: string, text: string][] = [
  ['headings', 'tal.csv', `${cell(attack)};periode;målgruppe;${cell(`2 ${attack}`)}\n1;2023;a;3\n`],
  ['names', 'tal.csv', `periode;målgruppe;spørgsmål;indeks;antal svar\n2023;${cell(attack)};${cell(attack)};80;30\n`],
  ['answers', 'tal.csv', `dato;målgruppe;Spørgsmål\n2023-01-01;a;${cell(attack)}\n2023-01-02;a;${cell(`${attack} 2`)}\n`],
  ['a period', 'tal.csv', `periode;målgruppe;indeks\n${cell(attack)};a;80\n`],
  ['a number', 'tal.csv', `periode;målgruppe;indeks\n2023;a;${cell(attack)}\n`],
  ['lines about the table', 'tal.csv', `${cell(`Tabel 1: ${attack}`)}\n;2022;2023\na;80;81\n${cell(`Kilde: ${attack}`)}\n`],
  ['its name', `${attack}.csv`, 'periode;målgruppe;indeks\n2023;a;80\n'],
]

it.each(tables)('init from a table with it in %s, and a build of what it writes', { timeout: 120_000 }, async (_, name, text) => {
  const table = join(folder(), name.replaceAll('/', ''))
  writeFileSync(table, text)
  const own = join(folder(), 'ny')
  for (const argv of [
    ['init', own, '--from', table],
    ['init', own, '--from', table],
    ['init', join(folder(), attack.replaceAll('/', '')), '--example', 'biu-2024'],
    ['init', own, '--example', attack],
    ['schema', attack],
    ['schema', '--lang', attack],
    ['build', own, '--format', 'html'],
  ]) {
    const { code, out, err } = await notat(...argv)
    expect(code).toBeLessThanOrEqual(3)
    expect(commandsIn(out + err)).toEqual([])
  }
})
