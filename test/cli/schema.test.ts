/** notat.schema.json: every key with what it is for and an example, in each language, as the command writes it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { type LocaleId, localeIds, locales } from '../../src/locale/index.js'
import { projectSchema } from '../../src/project.js'
import { exampleFiles, textOf } from '../example.js'
import { notat } from './run.js'

const fileOf: Readonly<Record<LocaleId, string>> = { da: 'notat.schema.json', en: 'notat.schema.en.json' }

type Part = {
  properties?: Record<string, Part>
  items?: Part
  anyOf?: Part[]
  $ref?: string
  $defs?: Record<string, Part>
  description?: string
  examples?: unknown[]
}

/** Every key of a schema by its path, with its part; a group in a group is told once. */
function keysOf(schema: Part): { path: string; part: Part }[] {
  const found: { path: string; part: Part }[] = []
  const walk = (part: Part, path: readonly string[]): void => {
    for (const [key, value] of Object.entries(part.properties ?? {})) {
      found.push({ path: [...path, key].join('.'), part: value })
      walk(value, [...path, key])
    }
    if (part.items) walk(part.items, path)
    for (const choice of part.anyOf ?? []) walk(choice, path)
    if (part.$ref && path.at(-1) !== 'parts') walk(schema.$defs?.[part.$ref.slice('#/$defs/'.length)] ?? {}, path)
  }
  walk(schema, [])
  return found
}

/** Zod reads patterns without the flag that \p needs, with which editors read them. */
const validatorOf = (schema: Part, part: Part) => {
  const text = JSON.stringify({ ...part, $defs: schema.$defs })
  return z.fromJSONSchema(JSON.parse(text.replaceAll('\\\\p{L}', 'a-zæøåA-ZÆØÅ').replaceAll('\\\\p{N}', '0-9')) as never)
}

describe.each(localeIds)('notat schema --lang %s', (locale) => {
  const schema = projectSchema({ locale }) as Part
  const keys = keysOf(schema)

  it('writes what stands in the package', async () => {
    const { code, out } = await notat('schema', '--lang', locale)
    expect(code).toBe(0)
    expect(readFileSync(fileOf[locale], 'utf8')).toBe(out)
  })

  it('says of every key what it is for, and shows one', () => {
    expect(keys.length).toBeGreaterThan(140)
    const silent = keys.filter(({ part }) => !/^\p{L}.*[.”]$/u.test(part.description ?? '') || part.examples?.length !== 1)
    expect(silent.map(({ path }) => path)).toEqual([])
  })

  it('shows what may stand there', () => {
    const refused = keys.filter(({ part }) => !validatorOf(schema, part).safeParse(part.examples?.[0]).success)
    expect(refused.map(({ path, part }) => [path, part.examples])).toEqual([])
  })

  it('has words for no other key', () => {
    const paths = keys.map(({ path }) => path)
    expect(Object.keys(locales[locale].keys).filter((path) => !paths.includes(path))).toEqual([])
  })

  it.each(['biu-2024', 'kl-2024', 'rammeaftaler-2022', 'erfaringer-2018'])('accepts the example %s, and no misspelt key in it', (name) => {
    const project = parse(textOf(exampleFiles(name), 'notat.yaml')) as Record<string, unknown>
    const validator = validatorOf(schema, schema)
    expect(validator.safeParse(project).error?.issues ?? []).toEqual([])
    expect(validator.safeParse({ ...project, dokumenter: [] }).success).toBe(false)
  })
})

it('puts the file into a folder where one is given', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'notat-schema-'))
  try {
    const { code, out } = await notat('schema', '--out', folder)
    expect([code, out]).toEqual([0, `${join(folder, 'notat.schema.json')}\n`])
    expect(readFileSync(join(folder, 'notat.schema.json'), 'utf8')).toBe(readFileSync('notat.schema.json', 'utf8'))
  } finally {
    rmSync(folder, { recursive: true })
  }
})
