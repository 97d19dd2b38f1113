import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const entries: Record<string, string> = { notat: 'src/index.ts', 'notat/pdf': 'src/render/pdf.ts', 'notat/node': 'src/node.ts' }
const folder = mkdtempSync('.readme-')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const blocks = [...readFileSync('README.md', 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code as string)

/** Runs a block as it stands, with the package's names leading to the source, and hands back what it made. */
async function run(code: string, result: string): Promise<unknown> {
  const runnable = code
    .replace(/from '([^']+)'/g, (_, name: string) => `from '${pathToFileURL(resolve(entries[name] as string)).href}'`)
    .replace("'out'", `'${folder}/out'`)
  const file = join(folder, `block-${result.length}-${code.length}.ts`)
  writeFileSync(file, `${runnable}\nexport const result = ${result}\n`)
  return ((await import(pathToFileURL(resolve(file)).href)) as { result: unknown }).result
}

describe('the code in the README runs', () => {
  it('has the three depths', () => expect(blocks).toHaveLength(3))

  it('calculates', async () => {
    // 7·100 + 5·75 + 4·25 + 3·0 over 19 answers
    expect(await run(blocks[0] as string, 'indexScore(answers)')).toEqual({ value: 1175 / 19, base: 19, dontKnow: 2, status: 'ok' })
  })

  it('goes through the stages', async () => {
    const { html, pdf } = (await run(blocks[1] as string, '{ html, pdf }')) as { html: string; pdf: Uint8Array }
    expect(html).toContain('data-figure="indexScore/all/2024">81<')
    expect(new TextDecoder('latin1').decode(pdf.slice(0, 8))).toBe('%PDF-1.7')
  })

  it('builds a folder', async () => {
    const outputs = (await run(blocks[2] as string, 'outputs')) as { name: string }[]
    expect(outputs.map(({ name }) => name).sort()).toEqual([
      'bilag-metode-2024.figures.json',
      'bilag-metode-2024.html',
      'bilag-metode-2024.pdf',
      'orientering-2024.figures.json',
      'orientering-2024.html',
      'orientering-2024.pdf',
    ])
  })
})
