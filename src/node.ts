/** `notat/node`: a project folder in, files out. */

import { type BuildOptions, type BuildResult, build } from './build.js'
import { readProjectFolder } from './disk.js'
import { checkHanded } from './handed.js'
import { type LocaleId, localeAskedFor } from './locale/index.js'
import { type Project, parseProject } from './project.js'
import { formatsToAskFor } from './render/index.js'

export type { BuildOptions, BuildResult, Output, Progress } from './build.js'
export { writeOutputs } from './outputs.js'

/**
 * Reads a project folder, or its notat.yaml. Throws NotatError with every problem of the configuration, told in
 * `locale`; default the project's own.
 */
export async function loadProject(path: string, options: { locale?: LocaleId | undefined } = {}): Promise<Project> {
  checkHanded({ folder: path, options })
  const { locale } = options
  return parseProject(await readProjectFolder(path, localeAskedFor(locale)), { formats: formatsToAskFor, locale })
}

/**
 * All at once, what the command line does; writes nothing.
 *
 * ```ts
 * const { outputs, findings } = await buildProject('examples/biu-2024')
 * await writeOutputs(outputs, 'out')
 * ```
 */
export async function buildProject(path: string, options: BuildOptions = {}): Promise<BuildResult> {
  return build(await loadProject(path, options), options)
}
