/** `notat build`: makes a project's documents and writes them, or with `--check` compares them with what is there. */
import { readFile } from 'node:fs/promises'
import { isAbsolute, join, relative } from 'node:path'
import { type BuildResult, build, type Output } from '../build.js'
import { isAuthors } from '../claim.js'
import { folderOf, readProjectFolder } from '../disk.js'
import { faultsIn, NotatError, problem } from '../errors.js'
import type { WithholdingCost } from '../figure.js'
import type { Finding } from '../finding.js'
import { markedLines } from '../init/text.js'
import { locales } from '../locale/index.js'
import { formatPeriod } from '../locale/spelling.js'
import type { Locale } from '../locale/words.js'
import { checkFolder, unfinishedIn, writeOutputs } from '../outputs.js'
import { type Project, parseProject, projectFileName, publishedFileName } from '../project.js'
import { toldWith } from '../published.js'
import { formatsToAskFor } from '../render/index.js'
import { headlinesOf, notReadLines } from '../report.js'
import { segmentsOf } from '../survey.js'
import { pathsFrom, readLines, report, reportersOf, showProgress, voicesOf, type Work } from './reporting.js'

export const runBuild: Work = async (asked, streams) => {
  const { say, print } = voicesOf(streams)
  const started = performance.now()
  const folder = await folderOf(asked.path)
  const project = parseProject(await readProjectFolder(asked.path), { formats: formatsToAskFor })
  const locale = locales[asked.lang ?? project.locale]
  const outFolder = asked.out ?? join(isAbsolute(asked.path) ? folder : relative(process.cwd(), folder), 'out')
  // It must show before anything is made.
  if (!asked.check) await checkFolder(outFolder, locale)
  const progress = showProgress(locale, streams.err)
  const options = { document: asked.document, formats: asked.formats, onProgress: progress.show }
  const result = await faultsIn(locale, () => build(project, options)).finally(progress.clear)

  for (const line of readLines(result, locale)) say(line)
  for (const { line, wanted } of await guessesIn(project)) say(locale.cli.guess({ file: projectFileName, line, wanted }))
  for (const cost of result.figures.withholding) say(withheldLine(cost, project, locale))
  for (const line of headlinesOf(result.figures, project, locale)) say(line)
  for (const accept of result.unmatched) say(locale.cli.unmatchedAccept({ finding: accept.finding, line: accept.line }))

  const drifted = asked.check ? [...(await driftOf(result.outputs, outFolder, locale)), ...(await unfinishedIn(outFolder))] : []
  // A build that is stopped has none, and still ends what an earlier one was killed in.
  const outputs = asked.check ? [] : await writeOutputs(result.outputs, outFolder, { locale: asked.lang ?? project.locale })
  // What a built-in template says is not the author's to mend.
  const notRead = result.notRead.filter(isAuthors)
  if (asked.publish && !asked.check && !result.isStopped) await publish(result, project, folder, locale)
  const isUnread = asked.strict && notRead.length > 0
  const exitCode = result.isStopped || isUnread || drifted.length > 0 ? 1 : 0
  const findings = asked.verbose ? result.findings : shownFindings(result)
  const { notShown } = result
  const told = { findings, notShown, notRead, drifted, outputs, pathOf: pathsFrom(asked) }
  const reported = await report({ locale, problems: [], ...told, exitCode, isVerbose: asked.verbose }, asked.reporters, streams)
  const isToldAsText = reportersOf(asked.reporters).some(({ id, file }) => id === 'text' && file === null)
  if (!isToldAsText) {
    for (const omitted of notShown) say(locale.cli.notShown(omitted))
    for (const line of notReadLines(notRead, locale)) say(line)
    for (const name of drifted) say(locale.cli.drifted(name))
  }

  const seconds = (performance.now() - started) / 1000
  if (result.isStopped) say(locale.cli.stopped)
  else if (project.documents.length === 0) say(locale.cli.noDocuments)
  else if (asked.check) for (const line of locale.cli.checked({ drifted, count: result.outputs.length })) say(line)
  else
    say(locale.cli.written({ count: outputs.length, folder: outFolder, seconds: seconds.toFixed(1).replace('.', locale.numbers.decimal) }))
  if (!asked.reporters.some(({ id, file }) => id !== 'text' && file === null)) for (const path of outputs) print(path)
  return reported
}

/** Lines of notat.yaml that `init` has written as guesses, and that nobody has looked at. */
async function guessesIn({ files, locale }: Project): Promise<ReturnType<typeof markedLines>> {
  const content = files[projectFileName] ?? ''
  return markedLines(await new Blob([content as BlobPart]).text(), locales[locale]).filter(({ isGuess }) => isGuess)
}

/** Writes down beside notat.yaml what has been told, for documents and years to come. */
async function publish({ figures }: BuildResult, project: Project, folder: string, locale: Locale): Promise<void> {
  const head = locale.cli.publishedHead.map((line) => `# ${line}\n`).join('')
  const text = `${head}${JSON.stringify(toldWith(figures, project.published), null, 2)}\n`
  await writeOutputs([{ name: publishedFileName, bytes: new TextEncoder().encode(text) }], folder, { locale: project.locale })
}

/** How much is withheld in a period. */
function withheldLine({ period: id, ...cost }: WithholdingCost, { survey }: Project, locale: Locale): string {
  const period = survey.periods.find((each) => each.id === id)
  const segments = new Map(segmentsOf(survey.segments).map(({ segment }) => [segment.id, segment.label]))
  const providers = new Map(survey.providers.map(({ id: provider, label }) => [provider, label]))
  const withheld = cost.withheld.map(({ segment, provider }) => ({
    segment: segments.get(segment) ?? segment,
    provider: provider === null ? null : (providers.get(provider) ?? provider),
  }))
  return locale.cli.withheld({ ...cost, withheld, during: period ? formatPeriod(period, locale, 'during') : id })
}

/** The findings that are shown without `--verbose`: what is wrong, and what deserves a look. */
function shownFindings({ findings }: BuildResult): Finding[] {
  return findings.filter(({ kind }) => kind === 'error' || kind === 'advice')
}

/** Names of outputs that are missing in the folder or hold other bytes there. */
async function driftOf(outputs: Output[], folder: string, locale: Locale): Promise<string[]> {
  const compared = await Promise.all(
    outputs.map(async ({ name, bytes }) => {
      const there = await readFile(join(folder, name)).catch((error: NodeJS.ErrnoException) => {
        if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(error.code ?? '')) return null
        throw new NotatError('configuration', [problem(locale, 'unreadable-file', { name: join(folder, name), detail: error.code ?? '' })])
      })
      return there !== null && Buffer.compare(there, bytes) === 0 ? null : name
    }),
  )
  return compared.filter((name) => name !== null)
}
