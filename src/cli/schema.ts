/** `notat schema`: the JSON Schema of notat.yaml, by which an editor completes keys, explains and checks them. */
import { defaultLocale, type LocaleId } from '../locale/index.js'
import { writeOutputs } from '../outputs.js'
import { projectSchema } from '../project.js'
import { formatsToAskFor } from '../render/index.js'
import { jsonOf } from '../report.js'
import { voicesOf, type Work } from './reporting.js'

/** As `notat init` puts it beside a notat.yaml. */
export const schemaFileName = 'notat.schema.json'

export const runSchema: Work = async ({ lang = defaultLocale, out }, streams) => {
  const text = schemaText(lang)
  if (out === undefined) {
    streams.out.write(text)
    return 0
  }
  const { print } = voicesOf(streams)
  const written = await writeOutputs([{ name: schemaFileName, bytes: new TextEncoder().encode(text) }], out, { locale: lang })
  for (const path of written) print(path)
  return 0
}

export function schemaText(locale: LocaleId): string {
  return jsonOf(projectSchema({ formats: formatsToAskFor, locale }))
}
