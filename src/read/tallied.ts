/** Answers and counts → tallies. Answers are counted as they pass; nothing of a row is kept. */
import { type Composite, isComposite, respondentScale } from '../composite.js'
import type { Place } from '../errors.js'
import type { Subject } from '../figure.js'
import type { Locale } from '../locale/words.js'
import { nearestName } from '../nearest.js'
import { optionByName, optionLabel } from '../options.js'
import { isTicked, scaleOf } from '../scales.js'
import type { Item, Scale, Survey } from '../survey.js'
import type { AnswerCounter } from '../tally.js'
import type { Row } from './formats/input-format.js'
import { shownName, shownSubject } from './names.js'
import { type StyleWatch, wholeNumber } from './numbers.js'
import { type ProblemList, shapeOf, spelled } from './problems.js'
import type { SubjectReader } from './subjects.js'
import { cellPlace, cellText, type Table } from './table.js'
import { tallyTickList, tallyTicks } from './ticks.js'

export type TallyContext = {
  survey: Survey
  locale: Locale
  subjects: SubjectReader
  problems: ProblemList
  /** of this file */
  counter: AnswerCounter
  styles: StyleWatch
  /** where each count of a subject and option was given: a second one is a mistake, not an addition */
  given: Map<string, { file: string; line: number }>
}

/**
 * Answers in a column an item, or one a row in `item` and `answer`. An empty cell is an item that nobody answered.
 * The answers of a row about nobody we know are looked at all the same, so that all its problems are told at once.
 */
export function tallyAnswerRow(table: Table, row: Row, context: TallyContext): void {
  const { items, ticks, named } = table.columns
  const isLong = items.length + ticks.length === 0
  const subject = context.subjects.subjectOf(table, row, { onlyLeaves: true, needsItem: isLong })
  if (isLong && subject) tallyAnswer(table, row, named.answer ?? 0, cellText(table, row, 'answer'), subject.item, subject, context)
  for (const { index, id } of items) tallyAnswer(table, row, index, row.cells[index]?.trim() ?? '', id, subject, context)
  for (const item of ticks.length > 0 ? context.survey.items : []) {
    const own = ticks.filter((tick) => tick.item === item.id)
    const cells = own.map(({ index, option }) => ({ option, text: row.cells[index]?.trim() ?? '', place: cellPlace(table, row, index) }))
    if (cells.length > 0) tallyTicks(cells, item, subject, context)
  }
  if (subject) for (const item of context.survey.items) if (isComposite(item)) tallyRespondent(table, row, item, subject, context)
}

/**
 * The mean of the items a respondent has answered, counted as one answer to all of them; of a table that asks for none
 * of them nothing is known.
 */
function tallyRespondent({ columns }: Table, row: Row, item: Composite, subject: Subject, { survey, counter }: TallyContext): void {
  const asked = columns.items.filter(({ id }) => item.composite.includes(id))
  if (asked.length === 0) return
  const { units, optionOf } = respondentScale(survey, item)
  const scale = scaleOf(survey, item)
  const given = asked.flatMap(({ index }) => units.get(optionByName(scale, row.cells[index]?.trim() ?? '')?.id ?? '') ?? [])
  const option = optionOf(
    given.reduce((sum, unit) => sum + unit, 0),
    given.length,
  )
  if (option) counter.add({ ...subject, item: item.id }, option)
  else counter.include({ ...subject, item: item.id, counts: {} })
}

/**
 * Whether an item is an index of several, so that nobody can have answered it itself; or several of its options may be
 * ticked, so that a row an answer, or counts of them, do not tell how many answered.
 */
function isUnasked(table: Table, row: Row, item: string, { survey, problems }: TallyContext): boolean {
  const known = survey.items.find(({ id }) => id === item)
  const isSeveral = known !== undefined && isComposite(known)
  const isInRows = tickedItem(survey, item) !== null && !table.columns.items.some(({ id }) => id === item)
  if (isSeveral) problems.add('composite-answer', { item }, cellPlace(table, row, 'item'))
  if (isInRows) problems.add('ticked-rows', { item }, cellPlace(table, row, 'item'))
  return isSeveral || isInRows
}

function tickedItem(survey: Survey, id: string): Item | null {
  const item = survey.items.find((known) => known.id === id)
  return item && !isComposite(item) && isTicked(scaleOf(survey, item)) ? item : null
}

function tallyAnswer(
  table: Table,
  row: Row,
  index: number,
  text: string,
  item: string,
  subject: Subject | null,
  context: TallyContext,
): void {
  if (isUnasked(table, row, item, context)) return
  const scale = scaleOfItem(context.survey, item)
  const ticked = tickedItem(context.survey, item)
  if (ticked) {
    const unknown = tallyTickList(text, cellPlace(table, row, index), ticked, subject, context)
    for (const name of unknown) addUnknownAnswer(table, row, index, name, item, scale, context)
    return
  }
  const option = text === '' ? scale.options.find((known) => 'missing' in known && known.missing === 'noAnswer') : optionByName(scale, text)
  if (!option && text !== '') addUnknownAnswer(table, row, index, text, item, scale, context)
  if (!subject) return
  if (option) context.counter.add({ ...subject, item }, option.id)
  else if (text === '') context.counter.include({ ...subject, item, counts: {} })
}

/**
 * Counts in a column an option, or one a row in `answer` and `count`. An empty cell of the first kind is a count of
 * 0.
 */
export function tallyCountRow(table: Table, row: Row, context: TallyContext): void {
  const subject = context.subjects.subjectOf(table, row, { onlyLeaves: true, needsItem: true })
  const { options, named } = table.columns
  if (!subject) {
    const counts = options.length === 0 ? [named.count ?? 0] : options.map(({ index }) => index)
    for (const index of counts) addBrokenCount(row.cells[index]?.trim() ?? '', cellPlace(table, row, index), context)
    return
  }
  if (isUnasked(table, row, subject.item, context)) return
  const scale = scaleOfItem(context.survey, subject.item)
  if (options.length === 0) {
    const text = cellText(table, row, 'answer')
    const option = optionByName(scale, text)
    if (text === '') context.problems.add('missing-value', { column: 'answer' }, cellPlace(table, row, 'answer'))
    else if (!option) addUnknownAnswer(table, row, named.answer ?? 0, text, subject.item, scale, context)
    else tallyCount(table, row, named.count ?? 0, cellText(table, row, 'count'), subject, option.id, context)
    return
  }
  for (const { index, name } of options) {
    const text = row.cells[index]?.trim() ?? ''
    const option = optionByName(scale, name)
    if (option) tallyCount(table, row, index, text === '' ? '0' : text, subject, option.id, context)
    // Another item's option: nobody can have given it here.
    else if (text !== '') addUnknownAnswer(table, row, index, name, subject.item, scale, context)
  }
}

/** A count nobody can have given, in a row that is about nobody we know. */
function addBrokenCount(text: string, place: Place, { problems, styles }: TallyContext): void {
  if (text !== '' && wholeNumber(text, styles.styles()) === null) problems.add('impossible-count', { found: shapeOf(text) }, place)
}

function tallyCount(table: Table, row: Row, index: number, text: string, subject: Subject, option: string, context: TallyContext): void {
  const { problems, styles, counter, given } = context
  const place = cellPlace(table, row, index)
  styles.see(text, true, place)
  const count = wholeNumber(text, styles.styles())
  const key = keyOfSubject(subject, option)
  const earlier = given.get(key)
  if (text === '') problems.add('missing-value', { column: 'count' }, place)
  else if (count === null) problems.add('impossible-count', { found: shapeOf(text) }, place)
  else if (earlier) addDuplicate(subject, option, earlier, place, context)
  else {
    given.set(key, { file: place.file, line: place.line ?? 0 })
    counter.add(subject, option, count)
  }
}

function addDuplicate(
  subject: Subject,
  option: string,
  earlier: { file: string; line: number },
  place: Place,
  context: TallyContext,
): void {
  const { survey, problems, locale } = context
  const scale = scaleOfItem(survey, subject.item)
  const label = scale.options.flatMap((each) => (each.id === option ? [optionLabel(scale, each, locale)] : []))
  problems.add(
    'duplicate-row',
    () => ({ subject: shownSubject(survey, subject, ...label), ...earlier }),
    place,
    keyOfSubject(subject, option),
  )
}

function addUnknownAnswer(table: Table, row: Row, index: number, text: string, item: string, scale: Scale, context: TallyContext): void {
  const values = () => {
    const known = scale.options.map((option) => optionLabel(scale, option, context.locale))
    const asked = shownName(context.survey.items, item)
    return { found: spelled(text), item: asked, nearest: nearestName(text, known) ?? '', known: known.join(', ') }
  }
  context.problems.add('unknown-answer', values, cellPlace(table, row, index), `${item} ${text}`)
}

/** Whom and when a figure is about, whatever it says: `unge/2023-24`. */
export function placeOfFigures({ segment, period }: Pick<Subject, 'segment' | 'period'>): string {
  return `${segment}/${period}`
}

/** What a count is of, for telling one from another. */
export function keyOfSubject({ period, segment, provider, item }: Subject, option = ''): string {
  return [period, segment, provider ?? '', item, option].join('/')
}

function scaleOfItem(survey: Survey, id: string): Scale {
  const item = survey.items.find((known) => known.id === id)
  return scaleOf(survey, item ?? { scale: '' })
}
