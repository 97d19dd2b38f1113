/** docs/template-names.md says what the sources say, and every example on it prints what it says. */
import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { optionMeanings } from '../src/document/meanings.js'
import { vocabulary } from '../src/document/vocabulary.js'
import { allEntries, namesPage, printedExamples, schemaText } from './names-page.js'

describe('the page of names', () => {
  let printed: string[]
  beforeAll(async () => {
    printed = await printedExamples()
  })

  it('is the one that npm run names writes', async () => {
    expect(readFileSync('docs/template-names.md', 'utf8')).toBe(await namesPage())
    expect(readFileSync('docs/template.schema.json', 'utf8')).toBe(schemaText())
  })

  it('has an example of every name that prints something', () => {
    expect(printed).toHaveLength(allEntries.length)
    expect(allEntries.filter((_, index) => !printed[index]).map(({ name }) => name)).toEqual([])
  })

  it('has an example that uses the name it is of', () => {
    const strange = allEntries.filter(({ name, example }) => {
      const said = name.replace(/^(?:list\.|\w+ (?=")|#|\w+\.(?=\w))/, '')
      return !example.includes(said)
    })
    expect(strange.map(({ name }) => name)).toEqual([])
  })

  it('says each in one sentence', () => {
    expect(allEntries.filter(({ means }) => !/^[A-Z“][^\n]*\.$/.test(means)).map(({ name }) => name)).toEqual([])
  })

  it('means every option of every word', () => {
    const used = new Set(Object.values(vocabulary).flatMap(({ options }) => options))
    expect([...used].filter((option) => !Object.hasOwn(optionMeanings, option))).toEqual([])
    // `source` is an option of a word that documents add
    expect(Object.keys(optionMeanings).filter((option) => !used.has(option))).toEqual(['source'])
  })

  it('leads to pages that are there', () => {
    const links = [...readFileSync('docs/template-names.md', 'utf8').matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => `docs/${link}`)
    expect(links.filter((link) => !existsSync(link))).toEqual([])
    expect(links.length).toBeGreaterThan(1)
  })
})
