/**
 * What a document tells of surveys that others have made: a section that is called like one is about it, and so is a
 * table's row. Which of its few numbers is meant is said by the words beside it, or by the head over it.
 */
import { type Claim, intervalOfClaim, type NotChecked } from '../claim.js'
import { idOfKey } from '../figure-key.js'
import { exact, parsePrinted, pointInterval, scaleInterval } from '../printed.js'
import { type Passage, placeOf } from '../read/text/passages.js'
import { recordFigure } from '../records.js'
import type { SurveyRecord } from '../survey.js'
import type { DocumentSetting } from './sentence-claims.js'
import type { NumberMention, Sentence } from './sentences.js'
import { type Cues, cuesOf, wordsOf } from './words.js'

export type RecordField = 'answers' | 'invited' | 'responseRate' | 'result' | 'target' | 'resultAsIndex' | 'targetAsIndex'

/** What a sentence tells of a record, and the last of the numbers it gives. */
export type RecordClaims = { claims: Claim[]; field: RecordField | null }

/** The survey of others that words are the name of. */
export function recordCalled(words: string, { survey }: Pick<DocumentSetting, 'survey'>): SurveyRecord | null {
  const name = words.trim().toLowerCase()
  return survey.records.find(({ label }) => label.toLowerCase() === name) ?? null
}

// ── sentences ──

/**
 * The numbers of a record in a sentence under its heading; null for a sentence that tells of something else as well.
 * `before`: what the sentence before gave, which "that is 80 on a common scale" goes on about.
 */
export function claimsOfRecord(
  sentence: Sentence,
  record: SurveyRecord,
  before: RecordField | null,
  setting: DocumentSetting,
): RecordClaims | null {
  const told = sentence.numbers.map((number) => ({ number, field: fieldOf(number, sentence, before) }))
  const claims = told.flatMap(({ number: { text, value, decimals, at }, field }): Claim[] => {
    const place = placeOf(setting.file, sentence.passage, sentence.start + (sentence.words[at]?.at ?? 0), sentence.text)
    const claim = field && claimOf(record, field, { text, value, decimals }, setting)
    return claim ? [{ ...claim, place }] : []
  })
  return claims.length === told.length && claims.length > 0 ? { claims, field: told.at(-1)?.field ?? null } : null
}

/** "I alt har 1.000 svaret, og svarprocenten er 50 pct.", "Målet er mindst 4,2", "Der blev inviteret 2.000". */
function fieldOf(number: NumberMention, { cues, numbers }: Sentence, before: RecordField | null): RecordField | null {
  const { from, to, unit } = number
  if (cues.all('commonScale').some((cue) => cue.from >= to)) return onCommonScale(before)
  const start = numbers.findLast((other) => other.to <= from)?.to ?? 0
  const end = numbers.find((other) => other.from >= to)?.from ?? Number.POSITIVE_INFINITY
  const named = cues.all('target', 'level', 'responseRate').findLast((cue) => cue.from >= start && cue.to <= from)?.target
  if (named === 'target') return 'target'
  if (named === 'level') return 'result'
  if (named === 'responseRate') return unit === 'percent' ? 'responseRate' : null
  if (unit !== null && unit !== 'person' && unit !== 'answer') return null
  // "2.000 blev inviteret" before "Der blev inviteret 2.000": what stands behind the number is its own.
  const counted = cues.all('answered', 'asked')
  const own = counted.find((cue) => cue.from >= number.at && cue.from - to <= 2 && cue.from < end)
  const said = own ?? counted.findLast((cue) => cue.from >= start && cue.to <= from)
  return said === undefined ? null : said.target === 'asked' ? 'invited' : 'answers'
}

function onCommonScale(field: RecordField | null): RecordField | null {
  return field === 'result' ? 'resultAsIndex' : field === 'target' ? 'targetAsIndex' : null
}

// ── tables ──

/** The numbers of a record in its row of a table: a claim each, or not checked where no head says what it is. */
export function claimsOfRecordRow(
  record: SurveyRecord,
  cells: readonly Passage[],
  heads: readonly string[],
  setting: DocumentSetting,
): { claims: Claim[]; notChecked: NotChecked[] } {
  const claims: Claim[] = []
  const notChecked: NotChecked[] = []
  for (const [column, cell] of cells.entries()) {
    const text = cell.text.trim().replace(/\s+/g, ' ')
    const read = parsePrinted(text, setting.locale.numbers)
    if ('reason' in read) continue
    const place = placeOf(setting.file, cell, 0, cell.text)
    const field = fieldOfHead(cuesOf(wordsOf(heads[column] ?? ''), setting.cues))
    const claim = field && claimOf(record, field, { text, ...read }, setting)
    if (claim) claims.push({ ...claim, place })
    else notChecked.push({ text, reason: 'metric', place })
  }
  return { claims, notChecked }
}

function fieldOfHead(cues: Cues): RecordField | null {
  const [first] = cues.all('target', 'level', 'responseRate', 'base', 'invited')
  switch (first?.target) {
    case 'target':
    case 'level': {
      const field = first.target === 'level' ? 'result' : 'target'
      return cues.all('commonScale').length > 0 ? onCommonScale(field) : field
    }
    case 'base':
      return 'answers'
    case 'invited':
    case 'responseRate':
      return first.target
    default:
      return null
  }
}

/** What is said of a field that the record has; null of one that it has not. */
function claimOf(
  { id }: SurveyRecord,
  field: RecordField,
  { text, value, decimals }: Pick<NumberMention, 'text' | 'value' | 'decimals'>,
  { survey }: DocumentSetting,
): Omit<Claim, 'place'> | null {
  const key = { kind: 'typed', record: id, field } as const
  const figure = recordFigure(survey, key)
  if (!figure) return null
  const name = idOfKey(key, survey)
  const isCount = figure.unit === 'answer' || figure.unit === 'person'
  const printed = isCount ? pointInterval(value) : intervalOfClaim(name, value, decimals, null, survey)
  const interval = figure.unit === 'share' ? scaleInterval(printed, exact(1, 100)) : printed
  return { figure: name, text, interval, decimals, direction: null }
}
