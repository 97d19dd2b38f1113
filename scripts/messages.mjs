// Writes docs/beskeder.md: npm run messages. The same sources give the same bytes.
import { writeFileSync } from 'node:fs'
import { root, withSources } from './from-sources.mjs'

process.chdir(root)
await withSources(`export { messagesPage } from './messages-page.ts'`, ({ messagesPage }) =>
  writeFileSync('docs/beskeder.md', messagesPage()),
)
