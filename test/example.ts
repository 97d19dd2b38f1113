/** The project of an example as parseProject takes it: names and bytes, no folder. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ProjectFiles } from '../src/project.js'

export function exampleFiles(name: string): ProjectFiles {
  const folder = join('examples', name)
  const names = ['notat.yaml', ...['data', 'claims', 'sections'].flatMap((part) => listed(folder, part))]
  return Object.fromEntries(names.map((file) => [file, new Uint8Array(readFileSync(join(folder, file)))]))
}

export function textOf(files: ProjectFiles, name: string): string {
  return new TextDecoder().decode(files[name] as Uint8Array)
}

function listed(folder: string, part: string): string[] {
  try {
    return readdirSync(join(folder, part))
      .sort()
      .map((file) => `${part}/${file}`)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
