import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/**
 * The levels of the house, from the ground up: the nouns, the words, then the stages as the data flow through them. A file may import, also
 * types only, from its own level and from those before it. An entry is a file or a folder; of several that fit, the longest counts.
 */
const levels: Levels = [
  ['assets', 'limits', 'long-lists', 'steps', 'text', 'printed', 'nearest', 'decode', 'errors', 'survey'],
  ['locale/english-problems', 'calculation'],
  ['handed'],
  ['scales', 'metrics', 'composite'],
  ['figure-key'],
  ['figure'],
  ['tally', 'suppression', 'claim', 'finding'],
  ['locale'],
  ['locale/index'],
  ['options', 'yaml', 'project'],
  [
    'read/text/passages',
    'read/formats/input-format',
    'read/formats/zip',
    'read/formats/open-document',
    'read/problems',
    'read/names',
    'read/numbers',
  ],
  ['read/formats', 'read/text'],
  ['read'],
  ['init/tree', 'init/periods'],
  ['init/found'],
  ['init'],
  ['init/draft'],
  ['init/text', 'init/questions'],
  ['breaks', 'slices', 'like-with-like', 'solving', 'totals', 'given-data', 'ground', 'published', 'withholding', 'figures', 'records'],
  ['subtraction', 'certainty', 'decomposition', 'difference', 'change'],
  ['prose-claims'],
  ['prose-claims/index'],
  ['audit'],
  ['audit/checks'],
  ['audit/index'],
  ['document'],
  ['side-by-side'],
  ['document-claims', 'edition', 'explain', 'not-shown', 'describe-explanation', 'printed-places', 'figures-meant'],
  ['render'],
  ['render/index'],
  ['marked-text'],
  ['build', 'report', 'disk'],
  ['outputs'],
  ['node', 'index', 'cli'],
  ['bin'],
]

/** Families of equals: every member is registered in the family's list, and none imports another. `besides`: what they share. */
const families = [
  { folder: 'audit/checks', list: 'audit/index.ts', besides: [] },
  { folder: 'read/formats', list: 'read/formats/index.ts', besides: ['index', 'input-format', 'open-document', 'zip'] },
  {
    folder: 'locale',
    list: 'locale/index.ts',
    besides: [
      ...['index', 'words', 'spelling', 'english-problems', 'statement-words', 'danish-statements', 'english-statements'],
      ...['danish-keys', 'english-keys', 'standing-words', 'danish-standings', 'english-standings'],
      ...['answer-words', 'danish-answers', 'english-answers', 'danish-directions', 'english-directions', 'danish-times', 'danish-numbers'],
    ],
  },
]

type Levels = readonly (readonly string[])[]
/** Source files by their path in `src`, with their text. */
type Sources = ReadonlyMap<string, string>
/** Each file, and the files of the same sources that it imports: values, types, and modules loaded on use. */
type Graph = ReadonlyMap<string, readonly string[]>

function graphOf(sources: Sources): Graph {
  return new Map(
    [...sources].map(([file, text]) => {
      const imported = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName)
      const relative = imported.filter((path) => path.startsWith('.'))
      const files = relative.map((path) => normalize(join(dirname(file), path)).replace(/\.js$/, '.ts'))
      return [file, [...new Set(files)].filter((path) => sources.has(path))]
    }),
  )
}

/** Number of the level a file stands on, from 0 at the ground; -1 where it has none. */
function levelOf(file: string, of: Levels = levels): number {
  const path = file.replace(/\.ts$/, '')
  const lengthAt = (entries: readonly string[]) =>
    Math.max(0, ...entries.filter((entry) => path === entry || path.startsWith(`${entry}/`)).map((entry) => entry.length))
  const longest = Math.max(...of.map(lengthAt))
  return longest === 0 ? -1 : of.findIndex((entries) => lengthAt(entries) === longest)
}

/** Every import of a file that stands higher: `low.ts → high.ts`. */
function upwardImports(graph: Graph, of: Levels = levels): string[] {
  return [...graph].flatMap(([file, imported]) =>
    imported.filter((path) => levelOf(path, of) > levelOf(file, of)).map((path) => `${file} → ${path}`),
  )
}

/** The files of a circle of imports, the first named again at its end; null where there is none. */
function circleIn(graph: Graph): string[] | null {
  const done = new Set<string>()
  const search = (file: string, path: readonly string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return null
    const found = (graph.get(file) ?? []).reduce<string[] | null>((circle, next) => circle ?? search(next, [...path, file]), null)
    done.add(file)
    return found
  }
  return [...graph.keys()].reduce<string[] | null>((circle, file) => circle ?? search(file, []), null)
}

/** Members of a family that its list does not import, and imports of one member by another. */
function strangersIn(graph: Graph, { folder, list, besides }: { folder: string; list: string; besides: readonly string[] }): string[] {
  const isMember = (file: string) => dirname(file) === folder && !besides.some((name) => file === `${folder}/${name}.ts`)
  const members = [...graph.keys()].filter(isMember)
  const unlisted = members.filter((file) => !graph.get(list)?.includes(file))
  const siblings = members.flatMap((file) => (graph.get(file) ?? []).filter(isMember).map((path) => `${file} → ${path}`))
  return [...unlisted, ...siblings]
}

const sources: Sources = new Map(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .sort()
    .map((file) => [file, readFileSync(join('src', file), 'utf8')]),
)
const graph = graphOf(sources)

/** What takes an id apart, or makes one of its pieces. */
const idMakers = [
  /\.split\((['"])(?:\/|\.\.)\1\)/,
  /(['"`])(?:change|decomposition|typed)\/(?:\1|\$\{)/,
  /`(?:\$\{[^}`]*metric[^}`]*\}|indexScore|base|share|count|mean)\/\$\{/,
]

/** Lines of a file that make an id or take one apart: only `figure-key.ts` may. */
function idMakersOf(file: string, text: string): string[] {
  if (file === 'figure-key.ts') return []
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
  return code.split('\n').flatMap((line) => (idMakers.some((made) => made.test(line)) ? [`${file}: ${line.trim()}`] : []))
}
const written = [...sources.keys()].filter((file) => !file.startsWith('assets/'))
const textOf = (file: string) => sources.get(file) ?? ''

/** Numbers of the lines of comments that are longer than 120 characters, outside of fences. */
function longCommentsOf(text: string): number[] {
  let isFenced = false
  return text.split('\n').flatMap((line, index) => {
    if (/^\s*\*\s*```/.test(line)) isFenced = !isFenced
    return !isFenced && line.length > 120 && /^\s*(?:\*|\/\/|\/\*\*)/.test(line) ? [index + 1] : []
  })
}

const idMakersIn = (file: string): string[] => idMakersOf(file, textOf(file))

/** The sources with a line more at the end of one file. */
const withLine = (file: string, line: string): Graph => graphOf(new Map([...sources, [file, `${textOf(file)}\n${line}\n`]]))

describe('the layout of the code', () => {
  it('every file has its place in the house (add a new one to `levels` above)', () => {
    expect([...sources.keys()].filter((file) => levelOf(file) < 0)).toEqual([])
  })

  it('every entry of the levels is a file or a folder', () => {
    expect(
      levels.flat().filter((entry) => ![...sources.keys()].some((file) => file === `${entry}.ts` || file.startsWith(`${entry}/`))),
    ).toEqual([])
  })

  it('nothing imports upward, not even a type', () => {
    expect(upwardImports(graph)).toEqual([])
  })

  it('no imports run in a circle, also inside a folder', () => {
    expect(circleIn(graph)).toBeNull()
  })

  it.each(families)('everything in src/$folder is in its list, and no member imports another', (family) => {
    expect(strangersIn(graph, family)).toEqual([])
  })

  it('every template is used by an example', () => {
    const projects = readdirSync('examples').map((example) => readFileSync(join('examples', example, 'notat.yaml'), 'utf8'))
    const templates = readdirSync('templates')
      .filter((file) => !file.startsWith('passages.'))
      .map((file) => file.replace(/(?:\.(?:da|en))?\.md$/, ''))
    expect(templates.filter((template) => !projects.some((project) => project.includes(`template: ${template}`)))).toEqual([])
  })

  it('only the command line, the disk and the PDF engine know of Node', () => {
    const allowed = /^(?:cli|disk|outputs|node)\.ts$|^cli\/|^render\/(pdf\.ts|tagged-pdf\/)/
    const knowing = written.filter((file) => /from 'node:/.test(textOf(file)))
    expect(knowing.filter((file) => !allowed.test(file))).toEqual([])
  })

  it('ids of figures are made and taken apart in one file', () => {
    expect(written.flatMap(idMakersIn)).toEqual([])
  })

  it('Danish is in the locale and the templates only', () => {
    const spoken = written.filter(
      (file) => !file.startsWith('locale/') && /['"`][^'"`\n]*[æøåÆØÅ]/.test(textOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')),
    )
    expect(spoken).toEqual([])
  })

  it('no language is named outside locale/: there is a list of them', () => {
    const naming = written.filter((file) => !file.startsWith('locale/') && /['"`](?:da|en)['"`]|\blocales\.(?:da|en)\b/.test(textOf(file)))
    expect(naming).toEqual([])
  })

  it('no line of a comment is longer than 120 characters, but for pictures and examples in fences', () => {
    expect(written.flatMap((file) => longCommentsOf(textOf(file)).map((line) => `${file}:${line}`))).toEqual([])
  })

  it.each(['README.md', 'ARCHITECTURE.md'])('links in %s lead somewhere', (page) => {
    const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path as string)
    expect(links.filter((path) => !existsSync(path))).toEqual([])
  })
})

describe('what the layout test would find', () => {
  it('a long line of a comment, but none in a fence', () => {
    const long = `// ${'word '.repeat(30)}`
    const fenced = ['/**', ' * ```', ` * ${'word '.repeat(30)}`, ' * ```', ' */'].join('\n')
    expect([longCommentsOf(`const a = 1\n${long}`), longCommentsOf(fenced)]).toEqual([[2], []])
  })

  it.each([
    ["const [metric] = id.split('/')"],
    ["const isChange = id.startsWith('change/')"],
    [`const id = \`change/\${rest}\``],
    [`const id = \`\${metric}/\${segment}/\${period}\``],
    [`const id = \`base/\${segment}/2024\``],
    ["const [before, now] = periods.split('..')"],
  ])('an id made or taken apart where it should not be: %s', (line) => {
    expect(idMakersOf('document/compose.ts', line)).toHaveLength(1)
  })

  it('no id in a comment, in the examples of a check, or in words', () => {
    const lines = [`// a \`change/\${id}\``, "  ['change/indexScore/all/2023..2024', 'rise'],", `const words = \`\${count} of \${all}\``]
    expect(idMakersOf('document/compose.ts', lines.join('\n'))).toEqual([])
  })

  it.each([
    ['a value', "import { build } from './build.js'"],
    ['a type', "import type { BuildResult } from './build.js'"],
    ['a type among values', "import { build, type BuildResult } from './build.js'"],
    ['a type and nothing else', "import { type BuildResult } from './build.js'"],
    ['types over several lines', "import type {\n  BuildOptions,\n  BuildResult,\n} from './build.js'"],
    ['a type that is passed on', "export type { BuildResult } from './build.js'"],
    ['all types passed on', "export type * from './build.js'"],
    ['a type written where it is used', "export type Result = import('./build.js').BuildResult"],
    ['a module loaded on use', "export const later = () => import('./build.js')"],
  ])('an import upward: %s', (_, line) => {
    expect(upwardImports(withLine('printed.ts', line))).toEqual(['printed.ts → build.ts'])
  })

  it('no import where a comment or a text only looks like one', () => {
    expect(upwardImports(withLine('printed.ts', "// import { build } from './build.js'\nconst words = \"from './build.js'\""))).toEqual([])
  })

  it('an import upward inside a folder', () => {
    expect(upwardImports(withLine('audit/parts.ts', "import type { checks } from './index.js'"))).toContain(
      'audit/parts.ts → audit/index.ts',
    )
  })

  it('a circle of types inside a folder', () => {
    expect(circleIn(withLine('document/blocks.ts', "import type { PlainText } from './resolve.js'"))).toEqual([
      ...['document/blocks.ts', 'document/resolve.ts', 'document/blocks.ts'],
    ])
  })

  it('a long circle on one level, and of a graph with two ways to one file none', () => {
    const round = { 'a.ts': "import './b.js'", 'b.ts': "import type { C } from './c.js'", 'c.ts': "export { a } from './a.js'" }
    expect(circleIn(graphOf(new Map(Object.entries(round))))).toEqual(['a.ts', 'b.ts', 'c.ts', 'a.ts'])
    const twoWays = { 'a.ts': "import './b.js'\nimport './c.js'", 'b.ts': "import './c.js'", 'c.ts': 'export const c = 1' }
    expect(circleIn(graphOf(new Map(Object.entries(twoWays))))).toBeNull()
  })

  it('a file without a place', () => {
    expect(levelOf('utils.ts')).toBe(-1)
  })

  it('a check that is not in the list, and one that imports another', () => {
    const [checks] = families as [(typeof families)[number]]
    const added = graphOf(new Map([...sources, ['audit/checks/new-check.ts', "import { baseSum } from './base-sum.js'"]]))
    expect(strangersIn(added, checks)).toEqual(['audit/checks/new-check.ts', 'audit/checks/new-check.ts → audit/checks/base-sum.ts'])
  })
})
