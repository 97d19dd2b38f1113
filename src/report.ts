/** What a run found, for people, programs and CI: one entry a problem or finding, and one rule per reporter. */
import { checks, describeFinding } from './audit/index.js'
import type { NotChecked, NotRead, NumberFate } from './claim.js'
import { factsAt, settingOf, shortName, standingOf } from './document/standing.js'
import { describePlace, describeProblem, type Place, type Problem } from './errors.js'
import type { Figure, Figures } from './figure.js'
import { figureOf } from './figures.js'
import type { Finding, NotShown } from './finding.js'
import { formatFigure, formatPeriod } from './locale/spelling.js'
import type { Locale } from './locale/words.js'
import { markedLines } from './marked-text.js'
import type { Project } from './project.js'
import type { ToldText } from './prose-claims/fates.js'
import { isOfRecordsAlone } from './survey.js'
import { codePoint, told } from './text.js'

export type ReporterId = 'text' | 'json' | 'sarif' | 'github'

/** A run as reporters see it. `outputs` are the paths written. */
export type ReportedRun = {
  version: string
  locale: Locale
  problems: Problem[]
  findings: Finding[]
  /** what the project asks for and no document shows; left out where no documents are made */
  notShown?: NotShown[]
  /** statements of our own documents that were not held against their figures */
  notRead?: readonly NotRead[]
  /** what was seen in a text that was audited and cannot be tied to a figure */
  notChecked?: readonly NotChecked[]
  /** every number and word of direction of the texts that were audited, and its fate; left out where none were */
  numbers?: readonly NumberFate[]
  /** those texts, which are shown with each number marked where text says why findings matter */
  texts?: readonly ToldText[]
  /** names of files that are not as the project would make them */
  drifted?: readonly string[]
  outputs: string[]
  /** the path of a file in its repository; default its name in the project */
  pathOf?: (file: string) => string
  exitCode: number
  /** text goes to a terminal that shows colours */
  isColoured?: boolean
  /** text says of each finding why it matters */
  isVerbose?: boolean
}

type Level = 'error' | 'warning' | 'note'

/** SGR codes: red, yellow, blue. */
const colours: Record<Level, number> = { error: 31, warning: 33, note: 34 }

/** A problem or a finding, worded. */
type Entry = {
  id: string
  rule: string
  level: Level
  /** how grave a finding is; a problem needs none */
  label: string | null
  title: string
  text: string
  /** why it matters; a problem says so itself */
  why: string | null
  place: Partial<Place> | null
}

function entriesOf(run: ReportedRun): Entry[] {
  return [...mattersOf(run), ...unreadOf(run), ...omissionsOf(run), ...uncheckedOf(run), ...driftOf(run)]
}

/** What was seen in a text and not checked, a line each. */
function uncheckedOf({ notChecked = [], locale }: ReportedRun): Entry[] {
  return notChecked.map(({ text: words, reason, place }) => {
    const at = describePlace(place)
    const text = locale.cli.notChecked({ text: words, reason, place: at, page: place.page ?? null })
    return { id: `not-checked/${at}/${words}`, rule: 'not-checked', level: 'note', label: null, title: text, text, why: null, place }
  })
}

/** Files that are not as the project would make them, a line each. */
function driftOf({ drifted = [], locale }: ReportedRun): Entry[] {
  return drifted.map((name) => {
    const text = locale.cli.drifted(name)
    return { id: `drift/${name}`, rule: 'drift', level: 'error', label: null, title: text, text, why: null, place: null }
  })
}

/** What is not shown, a line each. */
function omissionsOf({ notShown = [], locale }: ReportedRun): Entry[] {
  return notShown.map((omitted) => {
    const text = locale.cli.notShown(omitted)
    const id = `not-shown/${omitted.kind}/${omitted.id}`
    return { id, rule: 'not-shown', level: 'note', label: null, title: text, text, why: null, place: omitted.place }
  })
}

/** What was not held against the figures, an entry each. */
function unreadOf({ notRead = [], locale }: ReportedRun): Entry[] {
  const { title, line } = locale.cli.notRead
  return toldOnce(notRead).map((each) => {
    const { place } = each
    return { id: `not-read/${each.at}`, rule: 'not-read', level: 'note', label: null, title, text: line(each).trim(), why: null, place }
  })
}

/** The same for people: the sections under one heading, each template of the project under one that names it. */
export function notReadLines(notRead: readonly NotRead[], { cli }: Locale): string[] {
  const once = toldOnce(notRead)
  const templateOf = ({ place: { file } }: Unread) => (file.startsWith('templates/') ? file : null)
  const templates = [...new Set(once.map(templateOf))].sort((a, b) => Number(a !== null) - Number(b !== null))
  return templates.flatMap((template) => {
    const own = once.filter((each) => templateOf(each) === template)
    return [cli.notRead.count(own.length, template), ...own.map((each) => cli.notRead.line(each))]
  })
}

/** `at`: its place in words. `documents`: those it stands in, named where several are told of. */
type Unread = NotRead & { at: string; documents: string[] }

/** What a template says alike in several documents is told once. */
function toldOnce(notRead: readonly NotRead[]): Unread[] {
  const isOfSeveral = new Set(notRead.map(({ document }) => document)).size > 1
  const byWords = new Map<string, Unread>()
  for (const each of notRead) {
    const at = describePlace(each.place)
    const key = [at, each.reason, each.text].join('\n')
    const documents = [...(byWords.get(key)?.documents ?? []), ...(isOfSeveral ? [each.document] : [])]
    byWords.set(key, { ...each, at, documents: [...new Set(documents)] })
  }
  return [...byWords.values()]
}

function mattersOf({ problems, findings, locale }: ReportedRun): Entry[] {
  return [
    ...problems.map((found) => ({
      id: found.code,
      rule: found.code,
      level: 'error' as const,
      label: null,
      title: found.message,
      text: describeProblem(found),
      why: null,
      place: found.file ? found : null,
    })),
    ...findings.map((finding) => {
      const { title, lines } = describeFinding(finding, locale)
      return {
        id: finding.id,
        rule: finding.check,
        level: levelOf(finding),
        label: locale.cli.level[finding.accepted ? 'accepted' : levelOf(finding)],
        title,
        text: [title, ...lines].join('\n'),
        why: locale.findings.why(locale.findings.rules[finding.check].why),
        place: finding.found.place,
      }
    }),
  ]
}

/**
 * An error that is accepted, or about what others have printed while building, is still shown as what it is: an error.
 */
function levelOf(finding: Finding): Level {
  if (finding.accepted) return 'note'
  return finding.kind === 'error' ? 'error' : finding.kind === 'advice' ? 'warning' : 'note'
}

function coloured(words: string, level: Level, { isColoured }: ReportedRun): string {
  return isColoured ? `\u001b[1;${colours[level]}m${words}\u001b[0m` : words
}

export const reporters: { [R in ReporterId]: (run: ReportedRun) => string } = {
  text: (run) => {
    const matters = mattersOf(run).map(({ label, level, text, why }) => {
      const lines = told(why !== null && run.isVerbose ? `${text}\n${why}` : text)
      return `${label === null ? '' : `${coloured(`${label}:`, level, run)} `}${lines}\n`
    })
    const line = (text: string) => `${told(text)}\n`
    const omissions = omissionsOf(run).map(({ text }) => line(text))
    const unread = notReadLines(run.notRead ?? [], run.locale).map(line)
    const { locale, findings, isColoured = false } = run
    const marked = run.isVerbose ? markedLines(run.texts ?? [], { locale, findings, isColoured }).map((safe) => `${safe}\n`) : []
    // The marked text says itself what was not read, and why.
    const unchecked = marked.length > 0 ? [] : uncheckedOf(run).map(({ text }) => line(text))
    const drifted = driftOf(run).map(({ text }) => line(text))
    const lists = (all: readonly string[][]) => all.flatMap((lines) => (lines.length > 0 ? [lines.join('')] : []))
    return [...lists([marked]), ...matters, ...lists([unread, omissions, unchecked, drifted])].join('\n')
  },

  json: ({
    problems,
    findings,
    notShown = [],
    notRead = [],
    notChecked = [],
    drifted = [],
    numbers,
    outputs,
    exitCode,
    version,
    locale,
  }) => {
    const omissions = notShown.map((omitted) => ({ ...omitted, message: locale.cli.notShown(omitted) }))
    const rest = { notRead, notChecked, notShown: omissions, drifted, ...(numbers && { numbers }) }
    return jsonOf({ schemaVersion: 1, notat: version, exitCode, outputs, problems, findings, ...rest })
  },

  /** Static Analysis Results Interchange Format 2.1.0 (OASIS). */
  sarif: (run) => {
    const entries = entriesOf(run)
    const rules = [...rulesOf(run), ...codesOf(run).map((id) => ({ id }))]
    const results = entries.map((entry) => ({
      ruleId: entry.rule,
      level: entry.level,
      message: { text: entry.text },
      partialFingerprints: { notat: entry.id },
      ...(entry.place?.file && {
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: uriOf(pathIn(run, entry.place.file)) },
              ...(entry.place.line && {
                region: { startLine: entry.place.line, ...(entry.place.column && { startColumn: entry.place.column }) },
              }),
            },
          },
        ],
      }),
    }))
    const tool = { driver: { name: 'notat', version: run.version, rules } }
    return jsonOf({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [{ tool, results }] })
  },

  /** Workflow commands of GitHub Actions: one annotation an entry. */
  github: (run) =>
    entriesOf(run)
      .map(({ level, place, title, text }) => {
        const properties = [
          place?.file && `file=${escapeProperty(pathIn(run, place.file))}`,
          place?.line && `line=${place.line}`,
          place?.line && place.column && `col=${place.column}`,
          `title=${escapeProperty(title)}`,
        ].filter(Boolean)
        return `::${level === 'note' ? 'notice' : level} ${properties.join(',')}::${escapeData(text)}\n`
      })
      .join(''),
}

function pathIn({ pathOf = (file) => file }: ReportedRun, file: string): string {
  return pathOf(file)
}

/** A path as a URI reference: `#`, `?` and blanks are of the name. */
function uriOf(path: string): string {
  return encodeURI(path).replace(/[#?]/g, encodeURIComponent)
}

/** Every check there is, with what it finds and why that matters: a viewer shows it beside the results. */
function rulesOf({ locale }: ReportedRun) {
  return checks.map(({ id }) => {
    const { finds, why } = locale.findings.rules[id]
    return { id, shortDescription: { text: finds }, help: { text: why } }
  })
}

/** The kinds of problems met, and that something is not shown: they say themselves what is to be done. */
function codesOf(run: ReportedRun): string[] {
  return [
    ...new Set([
      ...run.problems.map(({ code }) => code),
      ...[...unreadOf(run), ...omissionsOf(run), ...uncheckedOf(run), ...driftOf(run)].map(({ rule }) => rule),
    ]),
  ].sort()
}

/** A value as JSON for programs, indented. */
export function jsonOf(value: unknown): string {
  // JSON itself names the control characters below U+0020 only.
  const text = JSON.stringify(value, plainNumber, 2)
    .replace(
      /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .replaceAll('##[', '##\\u005b')
  return `${text}\n`
}

/** What a job in GitHub Actions shows on its page: Markdown, a line for each entry. */
export function jobSummary(run: ReportedRun): string {
  const cell = (words: string) =>
    told(words)
      .replace(/[\\`*_{}[\]<>|#]/g, '\\$&')
      .replace(/\s+/g, ' ')
  const rows = entriesOf(run).map(
    ({ label, level, title, place }) =>
      `| ${cell(label ?? run.locale.cli.level[level])} | ${cell(title)} | ${cell(place ? describePlace(place) : '')} |`,
  )
  return rows.length === 0 ? '' : `## notat\n\n| | | |\n|---|---|---|\n${rows.join('\n')}\n`
}

/** Numerators and denominators leave as decimal text: JSON has no integers of their size. */
function plainNumber(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value
}

const escapeData = (text: string) =>
  text
    .replace(/(?![\n\r])\p{Cc}/gu, codePoint)
    .replaceAll('##[', '## [')
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
const escapeProperty = (text: string) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/**
 * The result in a sentence, each once: what a document measures of the root, now and before, as printed. None where
 * nothing is measured.
 */
export function headlinesOf(figures: Figures, project: Project, locale: Locale): string[] {
  if (isOfRecordsAlone(figures.survey)) return []
  const told = project.documents.map((spec) => {
    const setting = settingOf(project, spec, figures, locale)
    const { previous } = setting
    const here = standingOf(setting)
    const result = { label: shortName(here.segment), period: formatPeriod(here.period, locale, 'name') }
    const spelled = (figure: Figure | undefined) => (figure ? formatFigure(figure, locale, 'table') : null)
    const { value, change } = factsAt(here)
    const level = spelled(value ?? undefined)
    if (level === null) return locale.cli.noResult(result)
    const [now, before] = change ? [figureOf(figures, change.current), figureOf(figures, change.previous)].map(spelled) : []
    if (!previous || !change?.direction || !now || !before) return locale.cli.headline({ ...result, value: level, previous: null })
    // A total of other groups than before is told beside the numbers that are compared.
    const common = change.common === null ? null : now
    const { direction } = change
    const told = direction === 'rise' || direction === 'fall' ? formatFigure(change, locale, 'signed') : null
    return locale.cli.headline({
      ...result,
      value: level,
      previous: {
        value: before,
        common,
        during: formatPeriod(previous, locale, 'during'),
        change: told,
        isExact: direction === 'unchanged',
      },
    })
  })
  return [...new Set(told)]
}
