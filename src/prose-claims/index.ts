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
import { defaultLocale, type LocaleId, locales } from '../locale/index.js'
import type { Locale } from '../locale/words.js'
import type { Passage, TextWithPlaces } from '../read/text/passages.js'
import type { Survey } from '../survey.js'
import { assertionsOfText } from './assertions.js'
import { type Context, claimsOfSentence, type DocumentSetting, noContext } from './sentence-claims.js'
import { type Sentence, settingOf } from './sentences.js'
import { claimsOfTable } from './table-claims.js'
import { unitsOf } from './units.js'

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
  const setting = documentSetting(text, survey, locale, options)
  const units = unitsOf(text.blocks, setting)
  const heads = new Set(text.blocks.flatMap((block) => (block.type === 'table' ? block.heads : [])))
  const claims: Claim[] = []
  const notChecked: NotChecked[] = []
  const tableAssertions: Assertion[] = []
  let heading: string | null = null
  for (const unit of units) {
    if (unit.type === 'table') {
      const found = claimsOfTable(unit.table, unit.caption, setting)
      claims.push(...found.claims)
      notChecked.push(...found.notChecked)
      tableAssertions.push(...found.assertions)
      continue
    }
    if (unit.isHeading) heading = unit.sentences.flatMap(({ segments }) => segments).at(-1)?.target ?? null
    if (unit.isCaption || unit.passages.some((passage) => heads.has(passage))) continue
    const found = claimsOfUnit(unit.sentences, heading, setting)
    claims.push(...found.claims)
    notChecked.push(...found.notChecked)
  }
  return { claims, notChecked, assertions: [...assertionsOfText(units, setting), ...tableAssertions] }
}

function documentSetting(text: TextWithPlaces, survey: Survey, locale: Locale, options: TextOptions): DocumentSetting {
  const periods = survey.periods.map(({ id }) => id)
  const period = options.period ?? periods.at(-1) ?? ''
  const previous = options.compareWith === undefined ? (periods[periods.indexOf(period) - 1] ?? null) : options.compareWith
  const setting = settingOf(survey, locale)
  const overall = options.isOfSurvey ? survey.segments.id : null
  return { ...setting, file: text.file, period, previous, overall, mainMetric: speaksOfIndex(text, locale) ? 'indexScore' : 'mean' }
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
  heading: string | null,
  setting: DocumentSetting,
): { claims: Claim[]; notChecked: NotChecked[] } {
  const named = new Set(sentences.flatMap(({ segments }) => segments.map(({ target }) => target)))
  const only = named.size === 1 ? ([...named][0] ?? null) : null
  const isLeadIn = sentences.length > 1 && sentences[0]?.segments.length === 0
  let context: Context = { ...noContext, segment: isLeadIn ? (only ?? heading) : heading }
  let isOnOtherBasis = false
  const claims: Claim[] = []
  const notChecked: NotChecked[] = []
  for (const sentence of sentences) {
    const found = claimsOfSentence(sentence, context, setting)
    claims.push(...found.claims)
    notChecked.push(...found.notChecked)
    isOnOtherBasis ||= sentence.cues.all('otherBasis').length > 0
    // "Sammenligningen omfatter ikke …" names somebody whom what follows is not about.
    context = isOnOtherBasis ? { ...found.context, segment: null } : found.context
  }
  return { claims, notChecked }
}
