// What the tests' sources export, for a script that shows or writes it: bundled beside them, so that the packages they import are found.
import { rmSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

export const root = path.join(import.meta.dirname, '..')

/** @param {string} entry what is exported, by paths from test/ @param {(sources: any) => unknown} work */
export async function withSources(entry, work) {
  const folder = path.join(root, 'test')
  const bundle = path.join(folder, `.bundle-${process.pid}.mjs`)
  try {
    await build({
      stdin: { contents: entry, resolveDir: folder, loader: 'ts' },
      outfile: bundle,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      logLevel: 'warning',
    })
    await work(await import(pathToFileURL(bundle).href))
  } finally {
    rmSync(bundle, { force: true })
  }
}
