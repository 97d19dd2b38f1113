/** How a response option is named in print, and found by a name in a file. */
import { locales } from './locale/index.js'
import type { Locale } from './locale/words.js'
import { isBuiltIn } from './scales.js'
import type { ResponseOption, Scale } from './survey.js'

/**
 * What an option is called in print: its own label, in another locale if it has none in this one, else the built-in
 * label, else its id.
 */
export function optionLabel(scale: Scale, option: ResponseOption, locale: Locale): string {
  const { label } = option
  if (typeof label === 'string') return label
  return label?.[locale.id] ?? builtInNames(scale, option, locale)[0] ?? Object.values(label ?? {})[0] ?? option.id
}

/** What options are called in each language, for those who do not know yet in which they will speak. */
export function optionLabels(scale: Scale, ids: string[]): Readonly<Record<string, string>>[] {
  const labelIn = (id: string, locale: Locale): string => {
    const option = scale.options.find((each) => each.id === id)
    return option ? optionLabel(scale, option, locale) : id
  }
  return ids.map((id) => Object.fromEntries(Object.values(locales).map((locale) => [locale.id, labelIn(id, locale)])))
}

/**
 * The option a text names: its id, a label in any locale, or one of its other names, whatever the case and the blanks
 * around it. On a scale of marks ("1" to "5") the number itself is the name: the id, or the score of an option
 * without a label. undefined where none is meant, or several share the name. Codes of survey tools are no names: the
 * same code means different things in one file. Beside a label they are passed over: "4 - Tilfreds", "Tilfreds [4]".
 */
export function optionByName(scale: Scale, text: string): ResponseOption | undefined {
  const names = namesOf(scale)
  const option = names.get(comparable(text))
  if (option || text.length > longestCoded) return option
  const coded = codeFirst.exec(text) ?? codeLast.exec(text)
  return coded?.groups?.label === undefined ? undefined : names.get(comparable(coded.groups.label))
}

const codeFirst = /^\s*[[(]?\d{1,4}(?:[\])]|\s*[-–:.)=]|(?=\s))\s*(?<label>[^\d\s].*)$/
const codeLast = /^(?<label>.*[^\d\s])\s*[[(]\d{1,4}[\])]\s*$/
const longestCoded = 300

/** Names are looked up once an answer, so they are worked out once a scale. */
const namesByScale = new WeakMap<Scale, Map<string, ResponseOption>>()
function namesOf(scale: Scale): Map<string, ResponseOption> {
  const known = namesByScale.get(scale)
  if (known) return known
  const names = new Map<string, ResponseOption>()
  for (const [name, options] of optionsByName(scale)) if (options[0] && options.length === 1) names.set(name, options[0])
  namesByScale.set(scale, names)
  return names
}

/**
 * Names that have been given to several options of a scale, with those options: nobody can tell which of them is
 * meant.
 */
export function sharedNames(scale: Scale): { name: string; options: ResponseOption[] }[] {
  const isGiven = (name: string, option: ResponseOption): boolean =>
    [option.id, ...givenNames(scale, option)].some((given) => comparable(given) === name)
  return [...optionsByName(scale)].flatMap(([name, options]) => {
    const sharing = options.filter((option) => isGiven(name, option))
    return new Set(sharing.map(({ id }) => id)).size > 1 ? [{ name, options: sharing }] : []
  })
}

/** Which options each name may mean. An id wins over labels, so one option's nickname never hides another's id. */
function optionsByName(scale: Scale): Map<string, ResponseOption[]> {
  const names = new Map<string, ResponseOption[]>()
  const put = (name: string, option: ResponseOption): unknown => names.set(name, [...(names.get(name) ?? []), option])
  for (const option of scale.options) put(comparable(option.id), option)
  const ids = new Set(names.keys())
  for (const option of scale.options) {
    for (const name of new Set(otherNames(scale, option).map(comparable))) if (!ids.has(name)) put(name, option)
  }
  return names
}

/** An option without a label is also called by its score. */
function otherNames(scale: Scale, option: ResponseOption): string[] {
  const given = givenNames(scale, option)
  const isUnlabelled = given.length === option.also.length
  return 'score' in option && isUnlabelled ? [...given, String(option.score)] : given
}

function givenNames(scale: Scale, option: ResponseOption): string[] {
  const { label } = option
  const own = typeof label === 'string' ? [label] : Object.values(label ?? {})
  const built = Object.values(locales).flatMap((locale) => builtInNames(scale, option, locale))
  return [...own, ...option.also, ...built]
}

function builtInNames(scale: Scale, option: ResponseOption, locale: Locale): readonly string[] {
  if (!isBuiltIn(scale.id)) return []
  const words: Readonly<Record<string, readonly string[]>> = locale.scales[scale.id]
  return Object.hasOwn(words, option.id) ? (words[option.id] ?? []) : []
}

function comparable(name: string): string {
  return name.trim().normalize('NFC').toLowerCase()
}
