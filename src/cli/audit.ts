/** `notat audit`: holds what has been printed against itself and against the project's data. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type AuditedText, auditProject } from '../build.js'
import { coverageOf, type NumberFate } from '../claim.js'
import { readProjectFolder } from '../disk.js'
import { describePlace, faultsIn, NotatError, problem } from '../errors.js'
import { locales } from '../locale/index.js'
import type { Locale } from '../locale/words.js'
import { parseProject } from '../project.js'
import { formatsToAskFor } from '../render/index.js'
import { pathsFrom, readLines, report, reportersOf, showProgress, voicesOf, type Work } from './reporting.js'

/** Exits 1 where something printed cannot be right and nobody has accepted it. */
export const runAudit: Work = async (asked, streams) => {
  const { say } = voicesOf(streams)
  const project = parseProject(await readProjectFolder(asked.path), { formats: formatsToAskFor })
  const locale = locales[asked.lang ?? project.locale]
  const texts = await Promise.all(asked.texts.map((path) => textAt(path, locale)))
  const progress = showProgress(locale, streams.err)
  const result = await faultsIn(locale, () => auditProject(project, { texts, onProgress: progress.show })).finally(progress.clear)
  const remarkable = result.findings.filter(({ kind }) => kind !== 'rounding')
  const errors = remarkable.filter(({ kind, accepted }) => kind === 'error' && accepted === null).length

  for (const line of readLines(result, locale)) say(line)
  for (const accept of result.unmatched) say(locale.cli.unmatchedAccept({ finding: accept.finding, line: accept.line }))
  const exitCode = errors > 0 ? 1 : 0
  const findings = asked.verbose ? result.findings : remarkable
  const { notChecked } = result
  const shown = new Set(findings.flatMap((finding) => [finding, ...finding.consequences]).map(({ id }) => id))
  const ofShown = (each: NumberFate) => ({ ...each, findings: each.findings.filter((id) => shown.has(id)) })
  const told = result.texts.map((text) => ({ ...text, numbers: text.numbers.map(ofShown) }))
  const numbers = texts.length > 0 ? { numbers: told.flatMap((text) => text.numbers), texts: told } : {}
  const coverage = texts.length > 0 ? coverageOf(result.numbers) : null
  const all = { ...numbers, findings, notChecked, outputs: [], pathOf: pathsFrom(asked) }
  const reported = await report({ locale, problems: [], ...all, exitCode, isVerbose: asked.verbose }, asked.reporters, streams)
  const isToldAsText = reportersOf(asked.reporters).some(({ id, file }) => id === 'text' && file === null)
  if (!isToldAsText) {
    for (const { text, reason, place } of notChecked)
      say(locale.cli.notChecked({ text, reason, place: describePlace(place), page: place.page ?? null }))
  }
  say(locale.cli.audited({ claims: result.claims, errors, others: remarkable.length - errors, coverage }))
  return reported
}

async function textAt(path: string, locale: Locale): Promise<AuditedText> {
  try {
    return { name: basename(path), bytes: await readFile(path) }
  } catch (error) {
    throw new NotatError('usage', [problem(locale, 'unreadable-file', { name: path, detail: (error as NodeJS.ErrnoException).code ?? '' })])
  }
}
