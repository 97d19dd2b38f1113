/**
 * Data files → Dataset. One file per input format in `formats/`; tables of claims in `claims.ts`; documents as text in
 * `text/`.
 *
 * ```
 * bytes ── decode ─▶ text ── InputFormat ─▶ rows ── understandHeadings ─▶ Table, rows ─┬─ tallied ───▶ tallies
 *                                                                                      └─ published ─▶ published values
 * ```
 */

import { type Place, someOf, wordedIn } from '../errors.js'
import type { PublishedValue, Subject } from '../figure.js'
import { checkHanded } from '../handed.js'
import { type LocaleId, localeAskedFor, locales } from '../locale/index.js'
import { append, greatest } from '../long-lists.js'
import { nearestName } from '../nearest.js'
import { type Project, projectFileName, type Source } from '../project.js'
import { isAskedIn, isAskedOf, isLeaf, isOfRecordsAlone, type Segment, type Survey, segmentsAndBenchmarks, segmentsOf } from '../survey.js'
import { bySubjectOrder, type Dataset, mergeTallies, type SourceRemark, type SourceSummary, type Tally, tallyAnswers } from '../tally.js'
import { inputFormats } from './formats/index.js'
import { type InputFormat, MalformedTable, type Row } from './formats/input-format.js'
import { type LookalikeWatch, watchLookalikes } from './lookalikes.js'
import { type Names, namesOf, shownName, shownSubject } from './names.js'
import { watchStyle } from './numbers.js'
import { checkUpright, columnName, isAboutTable, looksPrinted, nothingLeftOut, numbersOnly, readPrintedTable } from './printed-table.js'
import { listProblems, type ProblemList, spelled } from './problems.js'
import { publishedOf, tellsOfAnswers, type WrittenValue, writtenValues } from './published.js'
import { type SubjectReader, subjectReader } from './subjects.js'
import { type Table, understandHeadings } from './table.js'
import { keyOfSubject, placeOfFigures, tallyAnswerRow, tallyCountRow } from './tallied.js'
import { unusedOptions } from './unused-options.js'

export { readText, type TextFile } from './text/index.js'

/** How far a reading has come. `bytes` read of `totalBytes` of the file, `rows` without the headings. */
export type ReadProgress = { file: string; bytes: number; totalBytes: number; rows: number }

export type ReadOptions = {
  signal?: AbortSignal | undefined
  onProgress?: ((progress: ReadProgress) => void) | undefined
  /** of what is said of problems; default the project's own */
  locale?: LocaleId | undefined
}

const nothingRead = { rows: 0, lookalikes: [], unusedOptions: [], remarks: [] }

/** What all files of one reading share. */
export type Reading = { project: Project; names: Names; subjects: SubjectReader; problems: ProblemList }

export function startReading(project: Project): Reading {
  const problems = listProblems(locales[project.locale])
  const names = namesOf(project.survey)
  return { project, names, problems, subjects: subjectReader(project.survey, names, problems) }
}

/**
 * Reads and counts all data of a project. Memory does not grow with the files: answers are counted as they pass. The
 * order of rows and files changes nothing but the places of published values. Empty for a project that has neither
 * data nor documents: it is there to check those of others.
 *
 * @throws NotatError `data` with the first problems, each at its place, and a count of the others; the signal's
 *   reason when it aborts
 */
export async function readDataset(project: Project, options: ReadOptions = {}): Promise<Dataset> {
  checkHanded({ project, options })
  return wordedIn(localeAskedFor(options.locale), () => datasetOf(project, options))
}

async function datasetOf(project: Project, options: ReadOptions): Promise<Dataset> {
  const reading = startReading(project)
  const { problems, subjects, names } = reading
  const context = { survey: project.survey, locale: locales[project.locale], subjects, names, problems }
  const givenCounts = new Map<string, { file: string; line: number }>()
  const givenValues = new Map<string, Place>()
  const tallied: { file: string; holds: string; tallies: Tally[] }[] = []
  const published: PublishedValue[] = []
  const untold = new Set<string>()
  const sources: SourceSummary[] = []

  for (const source of project.data) {
    const counter = tallyAnswers()
    const styles = watchStyle(numbersOf(source, project), problems)
    const written: WrittenValue[] = []
    let summary: SourceSummary | null = null
    let lookalikes: LookalikeWatch | null = null
    const remarks: SourceRemark[] = []
    const counting = { ...context, counter, styles, given: givenCounts }
    for await (const { table, rows } of readRows(reading, source, options, (remark) => remarks.push(remark))) {
      summary ??= { ...nothingRead, file: source.file, holds: table.holds, unused: table.unused.map(spelled) }
      lookalikes ??= watchLookalikes(table, project.survey, names)
      summary.rows += rows.length
      for (const row of rows) {
        lookalikes.see(row)
        if (row.isUntold) {
          const subject = subjects.subjectOf(table, row, { onlyLeaves: false, needsItem: false })
          if (subject) untold.add(placeOfFigures(subject))
        } else if (table.holds === 'answers') tallyAnswerRow(table, row, counting)
        else if (table.holds === 'counts') tallyCountRow(table, row, counting)
        else append(written, writtenValues(table, row, context))
      }
    }
    append(published, publishedOf(written, styles, givenValues, context))
    if (summary) {
      tallied.push({ file: source.file, holds: summary.holds, tallies: counter.tallies() })
      sources.push({ ...summary, lookalikes: lookalikes?.found() ?? [], remarks })
    }
  }

  const tallies = tallied.reduce<Tally[]>((all, { tallies: own }) => mergeTallies(all, own), [])
  addCountedTwice(tallied, project.survey, problems)
  const figured = [...tallies, ...published.filter(({ metric }) => tellsOfAnswers(metric))]
  addUnasked(project, [...tallies.filter(isOfAnyone), ...published], problems)
  if (project.data.length > 0) addGaps(project, new Set(figured.map(placeOfFigures)), untold, problems)
  else if (project.documents.length > 0 && !isOfRecordsAlone(project.survey)) problems.add('no-data', {}, { file: projectFileName })
  problems.stop()
  const unused = unusedOptions(project.survey, tallied)
  return {
    tallies,
    published: published.sort(byValueOrder),
    sources: sources
      .map((source) => ({ ...source, unusedOptions: unused.get(source.file) ?? [] }))
      .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)),
  }
}

/**
 * The rows of one file in batches, with the table they belong to. Rows without any text are left out. Where the file
 * or its headings cannot be read the reason is in the reading's problems and there are no rows, or no more.
 */
export async function* readRows(
  reading: Reading,
  source: Source,
  options: ReadOptions = {},
  remark: (remark: SourceRemark) => void = () => undefined,
): AsyncGenerator<{ table: Table; rows: Row[] }> {
  const { project, names, problems } = reading
  const format = formatOf(source.file)
  const content = Object.hasOwn(project.files, source.file) ? project.files[source.file] : undefined
  if (!format) {
    problems.add('unread-format', { known: inputFormats.map(({ name }) => name).join(', ') }, { file: source.file })
    return
  }
  if (content === undefined) {
    const known = Object.keys(project.files)
    const values = { kind: 'file' as const, found: source.file, nearest: nearestName(source.file, known) ?? '', known: someOf(known) }
    problems.add('unknown-reference', values, { file: source.file })
    return
  }
  const progress: ReadProgress = { file: source.file, bytes: 0, totalBytes: 0, rows: 0 }
  const onBytes = (bytes: number, totalBytes: number): void => {
    Object.assign(progress, { bytes, totalBytes })
    options.onProgress?.({ ...progress })
  }
  if (source.sheet !== undefined && !format.holdsNumbers) {
    problems.add('needless-sheet', { format: format.name }, { file: source.file })
    return
  }
  try {
    const locale = source.numbers ?? project.locale
    const { numbers } = locales[locale]
    const asked = { signal: options.signal, onBytes, sheet: source.sheet, remark, locale, numbers }
    let table: Table | null = null
    let isPrinted = false
    const left = nothingLeftOut()
    for await (const batch of format.rows(content, asked)) {
      let rows = batch.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
      if (isPrinted && rows[0]) throw new MalformedTable('long-printed-table', {}, format.placeOf(rows[0], 0))
      if (!table && rows.length > 0) {
        const understood = understandRows(rows, source, format, reading)
        if (!understood) return
        table = understood.table
        rows = understood.rows
        isPrinted = understood.remarks.length > 0
        for (const each of understood.remarks) remark(each)
      }
      if (!table) continue
      const of = table
      const told = isPrinted ? rows : rows.filter((row) => !isAboutTable(of, row, names))
      append(
        left.lines,
        rows
          .filter((row) => !told.includes(row))
          .slice(0, mostLinesTold)
          .map(({ cells }) => cells.join(' ').trim()),
      )
      for (const row of told) addSurplusCells(of, row, problems)
      progress.rows += told.length
      const sound = told.filter((row) => isSound(of, row, problems))
      yield { table, rows: isPrinted || !holdsNumbers(of) ? sound : sound.map((row) => numbersOnly(of, row, left)) }
    }
    if (left.empty.count + left.marks.count + left.lines.length > 0) remark({ kind: 'leftOut', ...left, lines: left.lines.map(spelled) })
    if (!table) problems.add('empty-file', {}, { file: source.file, line: 1, column: 1 })
  } catch (error) {
    if (!(error instanceof MalformedTable)) throw error
    error.addTo(problems, source.file)
  }
}

/** The style that the numbers of a file are known to be written in. */
export function numbersOf({ file, numbers }: Source, { locale }: Pick<Project, 'locale'>): LocaleId | undefined {
  return numbers ?? (formatOf(file)?.holdsNumbers ? locale : undefined)
}

function formatOf(file: string): InputFormat | undefined {
  const extension = file.slice(file.lastIndexOf('.') + 1).toLowerCase()
  return inputFormats.find(({ extensions }) => extensions.includes(extension))
}

/** Numbers that somebody has published, with what is printed beside them; claims by name may be words. */
function holdsNumbers({ holds, columns: { named }, source: { constants } }: Table): boolean {
  return holds === 'published' || (holds === 'claims' && named.figure === undefined && constants.figure === undefined)
}

/** Notes and sums under a table are few. */
const mostLinesTold = 5
const noRow: Row = { cells: [], lines: [], columns: [] }

/** The table that rows belong to: with headings in the first of them, else as it was printed. */
function understandRows(
  rows: Row[],
  source: Source,
  format: InputFormat,
  { project: { survey, locale }, names, problems }: Reading,
): { table: Table; rows: Row[]; remarks: SourceRemark[] } | null {
  const [headings = noRow, ...others] = rows
  const own = listProblems(locales[locale])
  const tidy = understandHeadings(headings, source, format, survey, names, own)
  const isTidy = tidy !== null && own.isEmpty() && !looksPrinted(tidy, others)
  const printed = isTidy ? null : readPrintedTable(rows, { source, format, survey, names })
  if (printed) return printed
  const again = others.find(({ cells }) => cells.length > 1 && cells.every((cell, index) => cell.trim() === headings.cells[index]?.trim()))
  if (again) {
    const values = { first: headings.lines[0] ?? 1, second: again.lines[0] ?? 1 }
    throw new MalformedTable('several-tables', values, format.placeOf(again, 0))
  }
  if (!isTidy) checkUpright(rows, { source, format, survey, names })
  const table = understandHeadings(headings, source, format, survey, names, problems)
  const width = greatest(others.map(({ cells }) => Math.min(cells.length, headings.cells.length)))
  const nameless = Array.from({ length: width }, (_, index) => index).filter(
    (index) => headings.cells[index]?.trim() === '' && others.some(({ cells }) => cells[index]?.trim()),
  )
  const unused = nameless.map((index) => columnName(headings, index, { format }))
  return table && { table: { ...table, unused: [...table.unused, ...unused] }, rows: others, remarks: [] }
}

/** Whether every cell that is needed of a row has a text; else the reason is in the problems. */
function isSound({ columns, source, format }: Table, row: Row, problems: ProblemList): boolean {
  if (!row.faults) return true
  const { named, items, ticks, options, metrics } = columns
  const needed = [...Object.values(named), ...[items, ticks, options, metrics].flatMap((list) => list.map(({ index }) => index))]
  const faults = Object.entries(row.faults).filter(([index]) => needed.includes(Number(index)))
  for (const [index, fault] of faults) {
    const place = { file: source.file, ...format.placeOf(row, Number(index)) }
    if (fault.code === 'error-cell') problems.add(fault.code, { found: fault.found }, place)
    else problems.add(fault.code, {}, place)
  }
  return faults.length === 0
}

function addSurplusCells({ headings, source, format }: Table, row: Row, problems: ProblemList): void {
  if (row.cells.length <= headings.length) return
  const surplus = row.cells.findIndex((cell, index) => index >= headings.length && cell.trim() !== '')
  if (surplus < 0) return
  const place = { file: source.file, ...format.placeOf(row, surplus) }
  problems.add('surplus-cells', { found: row.cells.length, expected: headings.length }, place)
}

function byValueOrder(a: PublishedValue, b: PublishedValue): number {
  const key = ({ metric, options }: PublishedValue): string => `${metric} ${options ?? ''}`
  return bySubjectOrder(a, b) || (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)
}

/** The same people's answers both as answers and as counts would count twice. */
function addCountedTwice(tallied: { file: string; holds: string; tallies: Tally[] }[], survey: Survey, problems: ProblemList): void {
  const first = new Map<string, { file: string; holds: string }>()
  for (const { file, holds, tallies } of tallied) {
    for (const tally of tallies) {
      const key = keyOfSubject(tally)
      const earlier = first.get(key)
      const values = (before: string) => () => ({ subject: shownSubject(survey, tally), file: before })
      if (earlier && earlier.holds !== holds) problems.add('counted-twice', values(earlier.file), { file }, key)
      else first.set(key, { file, holds })
    }
  }
}

/**
 * A leaf without figures for a period would move the totals in silence; so would figures of a leaf that is said to
 * have none. What is missing is told only where everything there is could be read: a row that is wrong is not missing
 * as well.
 *
 * @param figured `placeOfFigures` of all there are
 * @param untold the same, of those of which a file says that it does not tell them
 */
function addGaps({ survey, places }: Project, figured: ReadonlySet<string>, untold: ReadonlySet<string>, problems: ProblemList): void {
  const isAllRead = problems.isEmpty()
  const periods = survey.periods.map(({ id }) => id)
  const leaves = leavesIn(survey.segments, periods).map(({ segment, own }) => ({
    segment,
    own,
    asked: own.filter((period) => survey.items.some((item) => isAskedIn(item, period) && isAskedOf(survey, item, segment.id))),
  }))
  const has = ({ id: segment }: Segment, period: string): boolean => figured.has(placeOfFigures({ segment, period }))
  // Of a period that is known of the whole alone its groups are missing, not the period.
  const empty = periods.filter(
    (period) =>
      leaves.some(({ asked }) => asked.includes(period)) && !segmentsOf(survey.segments).some(({ segment }) => has(segment, period)),
  )
  if (isAllRead) for (const period of empty) problems.add('missing-period', { period }, places.periods[period])
  for (const { segment, own, asked } of leaves) {
    const named = { segment: segment.id, label: segment.short ?? segment.label }
    const isTold = (period: string): boolean => has(segment, period) || untold.has(placeOfFigures({ segment: segment.id, period }))
    const missing = asked.filter((period) => !isTold(period) && !empty.includes(period))
    const surplus = periods.filter((period) => has(segment, period) && !own.includes(period))
    const place = places.segments[segment.id]
    if (isAllRead && missing.length > 0) problems.add('missing-figures', { ...named, periods: someOf(missing) }, place)
    if (surplus.length > 0) problems.add('surplus-figures', { ...named, periods: someOf(surplus) }, place)
  }
}

/** Somebody has answered: of a row that leaves an item out nothing is said. */
function isOfAnyone({ counts }: Tally): boolean {
  return Object.values(counts).some((count) => count > 0)
}

/** An item has figures only where it is asked: else nobody would see them. */
function addUnasked({ survey, places }: Project, given: readonly (Subject & { place?: Place })[], problems: ProblemList): void {
  const benchmarks = new Set(survey.benchmarks.map(({ id }) => id))
  for (const { item: id, segment, period, place } of given) {
    const item = survey.items.find((each) => each.id === id)
    if (!item || (isAskedIn(item, period) && (benchmarks.has(segment) || isAskedOf(survey, item, segment)))) continue
    const names = { item: shownName(survey.items, id), segment: shownName(segmentsAndBenchmarks(survey), segment) }
    problems.add('unasked-figures', { ...names, period }, place ?? places.items[id])
  }
}

/** Every leaf with the periods in which it is said to have figures: those that it and all above it allow. */
function leavesIn(segment: Segment, allowed: readonly string[]): { segment: Segment; own: string[] }[] {
  const own = allowed.filter((period) => segment.periods?.includes(period) ?? true)
  return isLeaf(segment) ? [{ segment, own }] : (segment.parts ?? []).flatMap((part) => leavesIn(part, own))
}
