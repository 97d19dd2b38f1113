// Uses the package as its users do: packs it, lints what is published, installs it into an empty folder, builds an example there through
// the command line and through each entry, requires it from CommonJS, and bundles the root for a browser.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'

const folder = mkdtempSync(join(tmpdir(), 'notat-package-'))
const run = (command, args, cwd) => execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

try {
  run('npm', ['run', '--silent', 'build'], '.')
  const archive = run('npm', ['pack', '--silent', '--pack-destination', folder], '.').trim().split('\n').at(-1)
  const tarball = join(folder, archive)

  run('npx', ['publint', '--strict', tarball], '.')
  // notat is ESM only; require() of it works on every Node we support, which the profile for ESM-only packages takes into account
  run('npx', ['attw', tarball, '--profile', 'esm-only'], '.')

  const app = join(folder, 'app')
  cpSync('examples/biu-2024', join(app, 'project'), { recursive: true, filter: (path) => !path.endsWith('/out') })
  writeFileSync(join(app, 'package.json'), '{ "name": "app", "private": true }\n')
  run('npm', ['install', '--silent', '--no-audit', '--no-fund', tarball], app)

  const written = run('npx', ['notat', 'build', 'project', '--out', 'out'], app).trim().split('\n')
  const expected = ['bilag-metode-2024', 'orientering-2024'].flatMap((id) =>
    ['figures.json', 'html', 'pdf'].map((ending) => `${id}.${ending}`),
  )
  const found = readdirSync(join(app, 'out')).sort()
  if (found.join() !== expected.join() || written.length !== expected.length) throw new Error(`built ${found}, printed ${written}`)

  const script = `
    import { indexScore, distribution, agreement5 } from 'notat'
    import { buildProject } from 'notat/node'
    import { renderPdf } from 'notat/pdf'
    const { documents } = await buildProject('project', { formats: [] })
    const pdf = await renderPdf(documents[0])
    const { value } = indexScore(distribution(agreement5, { stronglyAgree: 7, agree: 5, disagree: 4, stronglyDisagree: 3 }))
    if (pdf.length < 1000 || value < 61.8 || value > 61.9) throw new Error('unexpected result')`
  writeFileSync(join(app, 'use.mjs'), script)
  run('node', ['use.mjs'], app)
  writeFileSync(join(app, 'use.cjs'), `if (typeof require('notat').indexScore !== 'function') throw new Error('require does not work')`)
  run('node', ['use.cjs'], app)

  writeFileSync(join(app, 'browser.mjs'), `export * from 'notat'`)
  const { metafile } = await build({
    entryPoints: [join(app, 'browser.mjs')],
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    metafile: true,
    minify: true,
    outdir: join(app, 'browser'),
    logLevel: 'error',
    logOverride: { 'unsupported-require-call': 'error' },
  })
  // what is loaded at once: the entry and the chunks it imports; a chunk that is imported on use is an entry point of its own
  const [entry] = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint?.endsWith('browser.mjs'))
  const loaded = new Set([entry])
  for (const chunk of loaded) {
    for (const { path, kind } of metafile.outputs[chunk].imports) if (kind === 'import-statement') loaded.add(path)
  }
  const inputs = [...loaded].flatMap((chunk) => Object.keys(metafile.outputs[chunk].inputs))
  const heavy = inputs.filter((input) => /node_modules\/(pdfmake|pdfkit|vega|fontkit|pdfjs-dist|parse5)[^/]*\//.test(input))
  if (heavy.length > 0) throw new Error(`the root loads ${heavy[0]}`)
  const size = [...loaded].reduce((sum, chunk) => sum + metafile.outputs[chunk].bytes, 0)
  process.stdout.write(`package: ${archive}, root for a browser ${Math.round(size / 1024)} kB\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
