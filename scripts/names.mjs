// Writes docs/template-names.md and docs/template.schema.json: npm run names. The same sources give the same bytes.
import { mkdirSync, writeFileSync } from 'node:fs'
import { root, withSources } from './from-sources.mjs'

process.chdir(root)
await withSources(`export { namesPage, schemaText } from './names-page.ts'`, async ({ namesPage, schemaText }) => {
  mkdirSync('docs', { recursive: true })
  writeFileSync('docs/template-names.md', await namesPage())
  writeFileSync('docs/template.schema.json', schemaText())
})
