import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

/** The data flow, from the first stage to the last. A file may import from its own line and the lines above it. */
const flow = [
  ['printed', 'survey', 'errors', 'nearest', 'decode'],
  ['locale'],
  ['scales', 'tally', 'metrics'],
  ['yaml', 'project'],
  ['read', 'figures'],
  ['change', 'claims', 'prose-claims', 'document-claims'],
  ['audit'],
  ['assets', 'document'],
  ['explain'],
  ['render'],
  ['build', 'report', 'disk'],
  ['node', 'index', 'cli'],
  ['bin'],
]

/** Folders of equals: what is in them is registered in their index. */
const families = ['audit', 'read', 'locale']

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && !file.startsWith('assets'))
  .sort()
const textOf = (file: string) => readFileSync(join('src', file), 'utf8')
const stageOf = (file: string) => file.replace(/\.ts$/, '').split('/')[0] as string
const rankOf = (file: string) => flow.findIndex((stages) => stages.includes(stageOf(file)))

/** Relative files a source imports as values; types vanish when compiled. */
function valueImports(file: string): string[] {
  const statements = textOf(file).matchAll(/^(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?'(\.[^']+)'/gm)
  return [...statements]
    .filter(([statement]) => !/\{(?:\s*type [^,}]+,?)+\s*\}/.test(statement))
    .map(([, path]) => normalize(join(dirname(file), path as string)).replace(/\.js$/, '.ts'))
}

describe('the layout of the code', () => {
  it.each(sources)('%s has its place in the flow (add a new stage to `flow` above)', (file) => {
    expect(rankOf(file)).toBeGreaterThanOrEqual(0)
  })

  it.each(sources)('%s imports along the flow, never backwards', (file) => {
    const backwards = valueImports(file).filter((imported) => !imported.startsWith('assets') && rankOf(imported) > rankOf(file))
    expect(backwards).toEqual([])
  })

  it.each(families)('everything in src/%s is registered in its index', (family) => {
    const members = sources.filter((file) => dirname(file) === family && !file.endsWith('index.ts'))
    const index = textOf(`${family}/index.ts`)
    expect(members.filter((file) => !index.includes(file.replace(`${family}/`, './').replace(/\.ts$/, '.js')))).toEqual([])
  })

  it('every template is used by an example', () => {
    const projects = readdirSync('examples').map((example) => readFileSync(join('examples', example, 'notat.yaml'), 'utf8'))
    const templates = readdirSync('templates').map((file) => file.replace(/\.md$/, ''))
    expect(templates.filter((template) => !projects.some((project) => project.includes(`template: ${template}`)))).toEqual([])
  })

  it('only the command line, the disk and the PDF engine know of Node', () => {
    const allowed = /^(cli|disk|node)\.ts$|^render\/(pdf\.ts|tagged-pdf\/)/
    const knowing = sources.filter((file) => /from 'node:/.test(textOf(file)))
    expect(knowing.filter((file) => !allowed.test(file))).toEqual([])
  })

  it('Danish is in the locale and the templates only', () => {
    const spoken = sources.filter(
      (file) => !file.startsWith('locale/') && /['"`][^'"`\n]*[æøåÆØÅ]/.test(textOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')),
    )
    expect(spoken).toEqual([])
  })

  it.each(['README.md', 'ARCHITECTURE.md'])('links in %s lead somewhere', (page) => {
    const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path as string)
    expect(links.filter((path) => !existsSync(path))).toEqual([])
  })
})
