/** Items of which several options may be ticked: a column an option, each with who has ticked it and who has not. */
import type { Place } from '../errors.js'
import type { Subject } from '../figure.js'
import { locales } from '../locale/index.js'
import type { Locale } from '../locale/words.js'
import { optionByName, optionLabel } from '../options.js'
import { isTicked, scaleOf, unticked } from '../scales.js'
import type { Item, ResponseOption, Scale, Survey } from '../survey.js'
import type { AnswerCounter } from '../tally.js'
import { comparable } from './names.js'
import { type ProblemList, spelled } from './problems.js'

/** What a column of ticks stands for; both are ids. */
export type Tick = { item: string; option: string }

/** What `columns:` calls it. */
export function nameOfTick({ item, option }: Tick): string {
  return [item, option].join('/')
}

/** The items of a survey that are answered by ticking. */
export function tickedItems(survey: Survey): Item[] {
  return survey.items.filter((item) => !item.composite && isTicked(scaleOf(survey, item)))
}

/**
 * The options that a heading names together with their item: "Kontakt: Telefon", "Kontakt [Telefon]",
 * "contact/phone". Several where it is a name of more than one.
 */
export function ticksNamed(heading: string, survey: Survey): Tick[] {
  const wanted = comparable(heading)
  const found = tickedItems(survey).flatMap((item) => {
    const names = [item.id, item.label, item.text, ...item.also].map(comparable)
    const options = names.flatMap((name) => {
      const rest = wanted.startsWith(name) ? /^\s*[:/_–—([-]\s*(.+?)\s*[\])]?$/u.exec(wanted.slice(name.length))?.[1] : undefined
      return rest === undefined ? [] : (optionByName(scaleOf(survey, item), rest)?.id ?? [])
    })
    return [...new Set(options)].map((option) => ({ item: item.id, option }))
  })
  return found
}

/** The options that a heading names without their item. */
export function ticksByOption(heading: string, survey: Survey): Tick[] {
  return tickedItems(survey).flatMap((item) => {
    const option = optionByName(scaleOf(survey, item), heading)
    return option ? [{ item: item.id, option: option.id }] : []
  })
}

/** Options that a respondent must have had a column to tick in: not "none of them", nor "don't know". */
export function optionsToTick({ options }: Scale): ResponseOption[] {
  return options.filter((option) => 'ticked' in option && option.ticked === 'one')
}

/** Marks that mean the same in every language. An empty cell is an option that was left. */
const marks = { yes: ['1', 'x', '✓', '✔', '☒', '☑'], no: ['', '0', '☐'] }

/** Whether an option is ticked; null for what can be either. Its own name, or a word of any locale, says that it is. */
export function isTick(text: string, scale: Scale, option: string): boolean | null {
  const wanted = comparable(text)
  const said = (side: 'yes' | 'no') => [...marks[side], ...Object.values(locales).flatMap(({ ticks }) => ticks[side])].includes(wanted)
  if (optionByName(scale, text)?.id === option || said('yes')) return true
  return said('no') ? false : null
}

/** A column of one row: the option, what stands in it, and where. */
export type TickCell = { option: string; text: string; place: Place }

export type TickContext = { survey: Survey; locale: Locale; problems: ProblemList; counter: AnswerCounter }

/** What one respondent has ticked of an item; the row's problems are told also where it is about nobody we know. */
export function tallyTicks(cells: readonly TickCell[], item: Item, subject: Subject | null, context: TickContext): void {
  const { survey, locale, problems } = context
  const scale = scaleOf(survey, item)
  const ticked = cells.filter(({ option, text, place }) => {
    const isOn = isTick(text, scale, option)
    if (isOn === null) problems.add('unreadable-tick', { found: spelled(text), option: labelOf(option, scale, locale) }, place)
    return isOn === true
  })
  tallyTicked(ticked, item, subject, context)
}

/** All that one respondent has ticked, in one cell: "Telefon; Digital post". */
export function tallyTickList(text: string, place: Place, item: Item, subject: Subject | null, context: TickContext): string[] {
  const scale = scaleOf(context.survey, item)
  const names = text
    .split(/[;|\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const options = names.map((name) => optionByName(scale, name)?.id ?? null)
  const known = [...new Set(options.flatMap((option) => option ?? []))]
  tallyTicked(
    known.map((option) => ({ option, text, place })),
    item,
    subject,
    context,
  )
  return names.filter((_, index) => options[index] === null)
}

function tallyTicked(ticked: readonly TickCell[], item: Item, subject: Subject | null, context: TickContext): void {
  const { survey, locale, problems, counter } = context
  const scale = scaleOf(survey, item)
  const optionOf = (id: string) => scale.options.find((option) => option.id === id)
  const alone = ticked.find(({ option }) => isAlone(optionOf(option)))
  if (alone && ticked.length > 1) {
    const others = ticked.flatMap(({ option }) => (option === alone.option ? [] : [labelOf(option, scale, locale)]))
    problems.add('contradictory-ticks', { option: labelOf(alone.option, scale, locale), others: others.join(', ') }, alone.place)
    return
  }
  if (!subject) return
  const about = { ...subject, item: item.id }
  const [first] = ticked
  const single = first ? optionOf(first.option) : scale.options.find((option) => 'missing' in option && option.missing === 'noAnswer')
  if (single && 'missing' in single) counter.add(about, single.id)
  else if (!first) counter.include({ ...about, counts: {} })
  else {
    const on = new Set(ticked.map(({ option }) => option))
    for (const option of scale.options) if ('ticked' in option) counter.add(about, on.has(option.id) ? option.id : unticked(option.id))
  }
}

/** It says that no other is so: none of them, or an answer that does not count. */
function isAlone(option: ResponseOption | undefined): boolean {
  return option !== undefined && ('missing' in option || ('ticked' in option && option.ticked === 'none'))
}

function labelOf(id: string, scale: Scale, locale: Locale): string {
  const option = scale.options.find((each) => each.id === id)
  return option ? optionLabel(scale, option, locale) : id
}
