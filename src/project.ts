/** notat.yaml and file names → Project; errors as file:line:column with an excerpt, all at once. */
import type { LocaleId } from './locale/index.js'
import type { Survey } from './survey.js'

/** A project without a file system: names relative to its folder (`notat.yaml`, `data/2024.csv`, `sections/videre-proces.md`) and what they hold. */
export type ProjectFiles = Record<string, string | Uint8Array | Blob>

export type Holds = 'answers' | 'counts' | 'published' | 'claims'
export type NumberStyle = 'da' | 'en'

/** One file of data or claims and how to read it. `columns` maps our column names to headings; constants give a column once for the whole file. */
export type Source = {
  file: string
  holds?: Holds | undefined
  numbers?: NumberStyle | undefined
  columns: Record<string, string>
  constants: Record<string, string>
}

export type Sender = {
  organisation: string
  administration?: string | undefined
  office?: string | undefined
  address: string[]
  footer?: string | undefined
}

/** One memo to make. `fields` are the template's; `explanations` the author's own words, by segment id. */
export type DocumentSpec = {
  id: string
  template: string
  /** period id */
  period: string
  /** period id, or null where no change is told */
  compareWith: string | null
  formats: ('html' | 'pdf')[]
  changeBasis: 'printed' | 'unrounded'
  fields: Record<string, string>
  explanations: Record<string, string>
}

export type Project = {
  locale: LocaleId
  sender: Sender
  survey: Survey
  data: Source[]
  claims: Source[]
  documents: DocumentSpec[]
  /** findings known and accepted; `line` is where it stands in notat.yaml */
  accept: { finding: string; reason: string; line: number }[]
  files: ProjectFiles
}
