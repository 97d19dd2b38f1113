// Writes test/golden/locale-*.md, every phrase of each language: npm run phrases. The same sources give the same bytes.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = path.join(import.meta.dirname, '..')
process.chdir(root)
// Beside the sources, so that it finds the packages they import.
const bundle = path.join(root, 'test', `.phrases-${process.pid}.mjs`)
try {
  await build({
    stdin: {
      contents: `export { phrasePages, phrasesPage } from './locale/phrases.ts'`,
      resolveDir: path.join(root, 'test'),
      loader: 'ts',
    },
    outfile: bundle,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  })
  const { phrasePages, phrasesPage } = await import(pathToFileURL(bundle).href)
  mkdirSync('test/golden', { recursive: true })
  for (const { id, file } of phrasePages) writeFileSync(file, phrasesPage(id))
} finally {
  rmSync(bundle, { force: true })
}
