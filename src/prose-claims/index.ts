/**
 * Running text → Claims: the numbers and directions of figures a document states, what it asserts besides, and what
 * was seen but cannot be tied to a figure.
 *
 * ```
 * bytes ── readText ─▶ blocks ─┬─ tables ──────────────────▶ claims of cells
 *                              └─ passages ── sentences ───▶ claims of sentences
 *                                    └─ captions, references, dates, lists, comparisons
 * ```
 *
 * A claim is only made where the words leave no doubt what it is about; everything else that looks like one is listed
 * as not checked.
 */

import type { Assertion, Claim, NotChecked, TextClaims } from '../claim.js'
import { joinOptions } from '../figure-key.js'
import { defaultLocale, type LocaleId, locales } from '../locale/index.js'
import type { Locale } from '../locale/words.js'
import { append } from '../long-lists.js'
import type { Passage, TextWithPlaces } from '../read/text/passages.js'
import { scaleOf } from '../scales.js'
import type { Survey, SurveyRecord } from '../survey.js'
import { assertionsOfText } from './assertions.js'
import { claimsOfRecord, type RecordClaims, type RecordField, recordCalled } from './record-claims.js'
import { type Context, claimsOfSentence, type DocumentSetting, noContext } from './sentence-claims.js'
import { type Sentence, type Setting, settingOf } from './sentences.js'
import { claimsOfTable } from './table-claims.js'
import { type TextUnit, unitsOf } from './units.js'

export type TextOptions = {
  /** language of the document; default Danish */
  locale?: LocaleId | undefined
  /** id of the period the document tells of; default the survey's last */
  period?: string | undefined
  /** id of the period it compares with, or null; default the one before */
  compareWith?: string | null | undefined
  /** it tells of this survey alone, so that what is said "overall" is said of all segments together; default false */
  isOfSurvey?: boolean | undefined
}

/**
 * Finds what a document claims of a survey. Claims are in the order of the text; the words of each place are the
 * sentence or the cell. Intervals are closed at both ends, in the unit of the figure.
 */
export function claimsOfText(text: TextWithPlaces, survey: Survey, options: TextOptions = {}): TextClaims {
  const locale = locales[options.locale ?? defaultLocale]
  const ofSurvey = settingOf(survey, locale)
  const units = unitsOf(text.blocks, ofSurvey)
  const setting = documentSetting(text, units, ofSurvey, options)
  const heads = new Set(text.blocks.flatMap((block) => (block.type === 'table' ? block.heads : [])))
  const claims: Claim[] = []
  const notChecked: NotChecked[] = []
  const tableAssertions: Assertion[] = []
  let heading: string | null = null
  let record: SurveyRecord | null = null
  for (const unit of units) {
    if (unit.type === 'table') {
      const found = claimsOfTable(unit.table, unit.caption, setting)
      append(claims, found.claims)
      append(notChecked, found.notChecked)
      append(tableAssertions, found.assertions)
      continue
    }
    if (unit.isHeading) {
      heading = unit.sentences.flatMap(({ segments }) => segments).at(-1)?.target ?? null
      record = recordCalled(unit.passages[0]?.text ?? '', setting)
    }
    if (unit.isCaption || unit.passages.some((passage) => heads.has(passage))) continue
    const found = claimsOfUnit(unit.sentences, { heading, record }, setting)
    append(claims, found.claims)
    append(notChecked, found.notChecked)
  }
  return { claims, notChecked, assertions: [...assertionsOfText(units, setting), ...tableAssertions] }
}

function documentSetting(text: TextWithPlaces, units: readonly TextUnit[], setting: Setting, options: TextOptions): DocumentSetting {
  const { survey, locale } = setting
  const periods = survey.periods.map(({ id }) => id)
  const period = options.period ?? periods.at(-1) ?? ''
  const previous = options.compareWith === undefined ? (periods[periods.indexOf(period) - 1] ?? null) : options.compareWith
  const overall = options.isOfSurvey ? survey.segments.id : null
  const mainMetric = speaksOfIndex(text, locale) ? 'indexScore' : 'mean'
  return { ...setting, file: text.file, period, previous, overall, mainMetric, shares: sharesToldOf(units, setting) }
}

/**
 * By item the options its shares are of: those that every sentence names which says what "andelen" is. Items of which
 * several sets are named are not in it.
 */
function sharesToldOf(units: readonly TextUnit[], { survey, finder }: Setting): ReadonlyMap<string, string> {
  const told = units
    .flatMap((unit) => (unit.type === 'prose' ? unit.sentences : []))
    .flatMap(({ cues, words, numbers }) => {
      const [share] = numbers.length === 0 ? cues.all('share') : []
      return share ? [words.slice(share.to)] : []
    })
  return new Map(
    survey.items.flatMap((item) => {
      const sets = new Set(
        told.map((words) => {
          const named = new Set(finder.options(item.id, words).map(({ target }) => target))
          return joinOptions(scaleOf(survey, item).options.flatMap(({ id }) => (named.has(id) ? [id] : [])))
        }),
      )
      sets.delete('')
      const [only] = sets.size === 1 ? sets : []
      return only === undefined ? [] : [[item.id, only] as const]
    }),
  )
}

/** Whether a document gives satisfaction as an index anywhere: if so, a bare number for satisfaction is one. */
function speaksOfIndex({ blocks }: TextWithPlaces, { claimWords }: Locale): boolean {
  const words = [...claimWords.metrics.indexScore, ...claimWords.units.indexPoint]
  const says = ({ text }: Passage) => words.some((word) => text.toLowerCase().includes(word))
  return blocks.some((block) => (block.type === 'table' ? [...block.heads, ...block.columns.flat()].some(says) : says(block.passage)))
}

/**
 * Claims of what belongs together. A first sentence that names no segment, such as a point's own heading, is about
 * the one the others are about, if they are all about one.
 */
function claimsOfUnit(
  sentences: readonly Sentence[],
  { heading, record }: { heading: string | null; record: SurveyRecord | null },
  setting: DocumentSetting,
): { claims: Claim[]; notChecked: NotChecked[] } {
  const named = new Set(sentences.flatMap(({ segments }) => segments.map(({ target }) => target)))
  const only = named.size === 1 ? ([...named][0] ?? null) : null
  const isLeadIn = sentences.length > 1 && sentences[0]?.segments.length === 0
  let context: Context = { ...noContext, segment: isLeadIn ? (only ?? heading) : heading }
  const claims: Claim[] = []
  const notChecked: NotChecked[] = []
  let field: RecordField | null = null
  for (const sentence of sentences) {
    const ofRecord: RecordClaims | null = record && claimsOfRecord(sentence, record, field, setting)
    field = ofRecord?.field ?? null
    if (ofRecord) {
      append(claims, ofRecord.claims)
      continue
    }
    const found = claimsOfSentence(sentence, context, setting)
    append(claims, found.claims)
    append(notChecked, found.notChecked)
    context = found.context
  }
  return { claims, notChecked }
}
