// Writes test/golden/locale-*.md, every phrase of each language: npm run phrases. The same sources give the same bytes.
import { mkdirSync, writeFileSync } from 'node:fs'
import { root, withSources } from './from-sources.mjs'

process.chdir(root)
await withSources(`export { phrasePages, phrasesPage } from './locale/phrases.ts'`, ({ phrasePages, phrasesPage }) => {
  mkdirSync('test/golden', { recursive: true })
  for (const { id, file } of phrasePages) writeFileSync(file, phrasesPage(id))
})
