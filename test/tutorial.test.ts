/** docs/new-document-type.md is followed to the letter: its files are built, and the documents say what it says. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { build } from '../src/build.js'
import type { Document } from '../src/document/blocks.js'
import { type ProjectFiles, parseProject } from '../src/project.js'
import { textOf } from './document/memo.js'

const tutorial = readFileSync('docs/new-document-type.md', 'utf8')
const fences = [...tutorial.matchAll(/^```(\w+) (\S+)\n([\s\S]*?)^```$/gm)].map(([, language, name, text]) => ({
  language,
  name: name ?? '',
  text: text ?? '',
}))
const files = fences.filter(({ language }) => language !== 'text')
const said = (name: string) => fences.find((fence) => fence.language === 'text' && fence.name === name)?.text

/** Built as the command line builds, with the files that the tutorial has told so far. */
async function built(names: readonly string[]): Promise<Document> {
  const told: ProjectFiles = Object.fromEntries(files.filter(({ name }) => names.includes(name)).map(({ name, text }) => [name, text]))
  expect(Object.keys(told)).toHaveLength(names.length)
  const { documents, outputs, findings, notRead } = await build(parseProject(told), { formats: ['html'] })
  expect(findings).toEqual([])
  expect(notRead).toEqual([])
  expect(outputs.map(({ name }) => name)).toContain('status-2024.html')
  return documents[0] as Document
}

function plain(document: Document): string {
  return textOf({ ...document, margin: [] })
    .replaceAll('~', ' ')
    .replace(/\n[^\n]*\n$/, '\n')
    .trim()
}

const first = ['notat.yaml', 'data/results.csv', 'templates/status.md']

it('makes the document it shows', async () => {
  expect(plain(await built(first))).toBe(said('printed')?.trim())
})

it('replaces the section it shows', async () => {
  const { blocks } = await built([...first, 'sections/next.md'])
  const [last] = plain({ blocks: blocks.slice(-1), notes: [], margin: [], kind: '', title: '', footer: '' } as unknown as Document)
    .split('\n')
    .slice(-1)
  expect(last).toBe(said('replaced')?.trim())
})

it('has no file that is not used', () => {
  expect(files.map(({ name }) => name)).toEqual([...first, 'sections/next.md'])
})
