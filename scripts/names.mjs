// Writes docs/template-names.md and docs/template.schema.json: npm run names. The same sources give the same bytes.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = path.join(import.meta.dirname, '..')
process.chdir(root)
// Beside the sources, so that it finds the packages they import.
const bundle = path.join(root, 'test', `.names-${process.pid}.mjs`)
try {
  await build({
    stdin: { contents: `export { namesPage, schemaText } from './names-page.ts'`, resolveDir: path.join(root, 'test'), loader: 'ts' },
    outfile: bundle,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  })
  const { namesPage, schemaText } = await import(pathToFileURL(bundle).href)
  mkdirSync('docs', { recursive: true })
  writeFileSync('docs/template-names.md', await namesPage())
  writeFileSync('docs/template.schema.json', schemaText())
} finally {
  rmSync(bundle, { force: true })
}
