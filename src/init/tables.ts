/** Files → tables as text. Of a workbook with several sheets that hold tables the first is taken. */
import type { NotatError, Problem } from '../errors.js'
import { type LocaleId, locales } from '../locale/index.js'
import type { ProjectFiles } from '../project.js'
import { inputFormats } from '../read/formats/index.js'
import { type InputFormat, MalformedTable } from '../read/formats/input-format.js'
import { listProblems } from '../read/problems.js'
import type { Table } from './found.js'

/** What a table is like shows in its first rows. */
const mostRows = 100_000

/**
 * `sheets`: those that were taken where there were several.
 *
 * @throws NotatError `data` where a file cannot be read at all
 */
export async function readTables(
  files: ProjectFiles,
  localeId: LocaleId,
): Promise<{ tables: Table[]; sheets: { file: string; sheet: string }[] }> {
  const problems = listProblems(locales[localeId])
  const tables: Table[] = []
  for (const file of Object.keys(files)) {
    const extension = file.slice(file.lastIndexOf('.') + 1).toLowerCase()
    const format = inputFormats.find(({ extensions }) => extensions.includes(extension))
    if (!format) {
      problems.add('unread-format', { known: inputFormats.map(({ name }) => name).join(', ') }, { file })
      continue
    }
    try {
      tables.push(await tableOf(file, null, format, files, localeId))
    } catch (error) {
      if (!(error instanceof MalformedTable)) throw error
      const [first] = problemsOf(error, file, localeId)
      const sheet = first?.code === 'undecided-sheet' ? String(first.values.first) : null
      if (sheet === null) error.addTo(problems, file)
      else tables.push(await tableOf(file, sheet, format, files, localeId))
    }
  }
  problems.stop()
  return { tables, sheets: tables.flatMap(({ file, sheet }) => (sheet === null ? [] : [{ file, sheet }])) }
}

async function tableOf(file: string, sheet: string | null, format: InputFormat, files: ProjectFiles, locale: LocaleId): Promise<Table> {
  const { numbers } = locales[locale]
  const rows: string[][] = []
  const options = { locale, numbers, remark: () => undefined, ...(sheet !== null && { sheet }) }
  for await (const batch of format.rows(files[file] ?? '', options)) {
    for (const { cells } of batch) rows.push(cells)
    if (rows.length >= mostRows) break
  }
  return { file, sheet, rows }
}

function problemsOf(error: MalformedTable, file: string, locale: LocaleId): readonly Problem[] {
  const own = listProblems(locales[locale])
  error.addTo(own, file)
  try {
    own.stop()
  } catch (stopped) {
    return (stopped as NotatError).problems
  }
  return []
}
