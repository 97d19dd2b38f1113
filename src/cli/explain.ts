/** `notat explain`: where a figure, or a number that is printed, comes from. */
import { writeFile } from 'node:fs/promises'
import { build } from '../build.js'
import { describeExplanation } from '../describe-explanation.js'
import { readProjectFolder } from '../disk.js'
import { describeProblem, faultsIn, NotatError, type Problem, problem } from '../errors.js'
import { type Explanation, explain } from '../explain.js'
import { figuresMeant } from '../figures-meant.js'
import { locales } from '../locale/index.js'
import type { Locale } from '../locale/words.js'
import { nearestName } from '../nearest.js'
import { type PrintedPlace, printedPlaces } from '../printed-places.js'
import { parseProject } from '../project.js'
import { formatsToAskFor } from '../render/index.js'
import { jsonOf } from '../report.js'
import { told } from '../text.js'
import { exitCodes, reportersOf, showProgress, unwritable, version, voicesOf, type Work } from './reporting.js'

export const runExplain: Work = async (asked, streams) => {
  const project = parseProject(await readProjectFolder(asked.path), { formats: formatsToAskFor })
  const locale = locales[asked.lang ?? project.locale]
  const progress = showProgress(locale, streams.err)
  const options = { document: asked.document, formats: [], onProgress: progress.show, isConfidential: asked.confidential }
  const { dataset, figures, documents, isStopped } = await faultsIn(locale, () => build(project, options)).finally(progress.clear)
  const { say } = voicesOf(streams)
  if (isStopped) say(locale.cli.notComposed)
  if (asked.confidential) say(locale.cli.confidential)

  const places = documents.map(printedPlaces)
  const countedIn = dataset.sources.filter(({ holds }) => holds === 'answers' || holds === 'counts').map(({ file }) => file)
  const explained = figuresMeant(asked.figure, figures, documents, locale).flatMap((id): Explained[] => {
    const document = documents.find((each) => each.figures.some((figure) => figure.id === id))
    const basis = project.documents.find((spec) => spec.id === document?.id)?.changeBasis ?? 'printed'
    const explanation =
      explain(id, figures, { basis, countedIn, isConfidential: asked.confidential }) ?? (document && explain(id, document))
    return explanation ? [{ ...explanation, printedIn: places.flatMap((each) => each.get(id) ?? []) }] : []
  })
  if (explained.length === 0) {
    const ids = [...Object.keys(figures.figures), ...documents.flatMap((document) => document.figures.map(({ id }) => id))]
    throw new NotatError('usage', [
      problem(locale, 'no-such-figure', { figure: asked.figure, nearest: nearestIds(asked.figure, ids).join(', ') }),
    ])
  }
  const answers = {
    text: () =>
      explained.length === 1 ? explained.map((each) => explanationTree(each, locale)).join('') : listOf(asked.figure, explained, locale),
    json: () => jsonOf({ schemaVersion: 1, notat: version, exitCode: 0, explanations: explained }),
  }
  const failed: Problem[] = []
  for (const { id, file } of reportersOf(asked.reporters)) {
    const isJson = id === 'json'
    const text = isJson ? answers.json() : `${told(answers.text())}\n`
    if (file === null) streams.out.write(text)
    else await writeFile(file, text).catch((error) => failed.push(unwritable(file, error, locale)))
  }
  for (const found of failed) say(describeProblem(found))
  return failed.length > 0 ? exitCodes.usage : 0
}

type Explained = Explanation & { printedIn: PrintedPlace[] }

/** A figure and, indented under it, all it is made from. */
function explanationTree(explained: Explained, locale: Locale): string {
  const { explain: words, cli } = locale
  const seen = new Set<string>()
  const linesFor = (explanation: Explanation, indent: string, printedIn: PrintedPlace[] | null): string[] => {
    const { name, number, lines } = describeExplanation(explanation, locale)
    const title = `${indent}${name}${number === null ? '' : `: ${number}`}`
    if (seen.has(explanation.figure)) return explanation.inputs.length > 0 ? [`${title} (${cli.explainedAbove})`] : [title]
    seen.add(explanation.figure)
    return [
      title,
      ...(printedIn ? [`${indent}${explanation.figure}`, ''] : []),
      ...lines.flatMap(({ label, text, calculation }) => [
        `${indent}  ${label}: ${text}`,
        ...(calculation === null ? [] : [`${indent}    ${calculation}`]),
      ]),
      ...(printedIn ? [`${indent}  ${words.labels.printedIn}: ${printedInText(printedIn, locale)}`] : []),
      ...(explanation.inputs.length === 0 ? [] : [`${indent}  ${words.labels.inputs}:`]),
      ...explanation.inputs.flatMap((input) => linesFor(input, `${indent}    `, null)),
    ]
  }
  return linesFor(explained, '', explained.printedIn).join('\n')
}

/** "notat-2024 (Konklusion, Tabel 1)" */
function printedInText(places: PrintedPlace[], locale: Locale): string {
  const documents = [...new Set(places.map(({ document }) => document))]
  const texts = documents.map((document) => {
    const inDocument = places.filter((place) => place.document === document).map(locale.explain.printedPlace)
    return `${document} (${inDocument.join(', ')})`
  })
  return texts.join('; ') || locale.cli.notPrinted
}

/** Several figures are printed as the number: their ids and what they are called. */
function listOf(asked: string, explained: Explained[], locale: Locale): string {
  const width = Math.max(...explained.map(({ figure }) => figure.length))
  const lines = explained.map((each) => `  ${each.figure.padEnd(width)}  ${describeExplanation(each, locale).name}`)
  return [locale.cli.severalFigures({ number: asked, count: explained.length }), ...lines].join('\n')
}

/** The ids nearest to what was written, nearest first. */
function nearestIds(asked: string, ids: string[]): string[] {
  const found: string[] = []
  while (found.length < 3) {
    const next = nearestName(
      asked,
      ids.filter((id) => !found.includes(id)),
    )
    if (next === null) break
    found.push(next)
  }
  return found
}
