/** All that is written and said of a project: its documents, every report of them, what stands on stderr, every explanation. */
import { build } from '../../src/build.js'
import { readLines } from '../../src/cli/reporting.js'
import { describeExplanation } from '../../src/describe-explanation.js'
import { explain } from '../../src/explain.js'
import { locales } from '../../src/locale/index.js'
import { type ProjectFiles, parseProject } from '../../src/project.js'
import { toldWith } from '../../src/published.js'
import type { OutputFormatId } from '../../src/render/index.js'
import { headlinesOf, reporters } from '../../src/report.js'

/** `words`: by what says them. `written`: the same as files. `plan`: ids of what is withheld, and how many groups were too small. */
export async function saidOf(files: ProjectFiles, formats: OutputFormatId[] = ['html']) {
  const project = parseProject(files)
  const result = await build(project, { formats })
  const { figures, outputs, findings, notShown, notRead, unmatched } = result
  const run = { version: '0', locale: locales.da, problems: [], outputs: [], exitCode: 0, findings, notShown, notRead, isVerbose: true }
  const reports = Object.entries(reporters).map(([id, reporter]) => [id === 'json' ? 'report.json' : `${id}.txt`, reporter(run)] as const)
  const told = new Set(result.documents.flatMap((document) => document.figures.map(({ id }) => id)))
  const explained = [...told].flatMap((id) => {
    const explanation = explain(id, figures)
    const described = explanation && describeExplanation(explanation, locales.da)
    return described ? [{ figure: id, text: described.number, ...described, inputs: explanation.inputs.map(({ figure }) => figure) }] : []
  })
  const words = new Map([
    ...outputs.map(({ name, bytes }) => [name, Buffer.from(bytes).toString(name.endsWith('.pdf') ? 'base64' : 'utf8')] as const),
    ...reports,
    ['stderr.txt', [...readLines(result, locales.da), ...headlinesOf(figures, project, locales.da), plain(unmatched)].join('\n')],
    ['explain.json', plain(explained)],
    ['published.yaml', plain(toldWith(figures, project.published))],
  ])
  const beside = [...words].filter(([name]) => !outputs.some((output) => output.name === name))
  const written = [...outputs, ...beside.map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }))]
  const withheld = Object.values(figures.figures).filter(({ status }) => status === 'withheld')
  return { result, words, written, plan: plain([withheld.map(({ id }) => id), figures.withholding]) }
}

function plain(value: unknown): string {
  return JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? String(each) : each))
}
