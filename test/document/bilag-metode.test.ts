/** The method annexes of both examples, word for word, and what a memo and its attachments know of each other. */
import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { build } from '../../src/build.js'
import { type ProjectFiles, parseProject } from '../../src/project.js'
import { textOf } from './memo.js'

async function filesOf(example: string): Promise<ProjectFiles> {
  const folder = `examples/${example}`
  const tables = (await readdir(`${folder}/data`)).map((name) => `data/${name}`)
  return Object.fromEntries(
    await Promise.all(['notat.yaml', ...tables].map(async (name) => [name, await readFile(`${folder}/${name}`)] as const)),
  )
}

describe('the annexes of the examples', () => {
  test.each(['biu-2024', 'made-up-answers'])('%s', async (example) => {
    const { documents, notRead, isStopped } = await build(parseProject(await filesOf(example)), { formats: [] })
    expect({ isStopped, notRead }).toEqual({ isStopped: false, notRead: [] })
    expect(documents.map(({ kind }) => kind)).toEqual(['Notat', 'Bilag 1'])
    await expect(documents.slice(1).map(textOf).join('')).toMatchFileSnapshot(`bilag-metode-${example}.txt`)
  })
})
