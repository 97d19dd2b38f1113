/** How a response option is named in print, and found by a name in a file. */
import { locales } from './locale/index.js'
import type { Locale } from './locale/words.js'
import { isBuiltIn } from './scales.js'
import type { ResponseOption, Scale } from './survey.js'

/** What an option is called in print: its own label, in another locale if it has none in this one, else the built-in label, else its id. */
export function optionLabel(scale: Scale, option: ResponseOption, locale: Locale): string {
  const { label } = option
  if (typeof label === 'string') return label
  return label?.[locale.id] ?? builtInNames(scale, option, locale)[0] ?? Object.values(label ?? {})[0] ?? option.id
}

/**
 * The option a text names: its id, a label in any locale, or one of its other names, whatever the case and the blanks around it.
 * On a scale of marks ("1" to "5") the number itself is the name: the id, or the score of an option without a label.
 * undefined where none is meant. Codes of survey tools are no names: the same code means different things in one file.
 */
export function optionByName(scale: Scale, text: string): ResponseOption | undefined {
  return namesOf(scale).get(comparable(text))
}

/** Names are looked up once an answer, so they are worked out once a scale. */
const namesByScale = new WeakMap<Scale, Map<string, ResponseOption>>()
function namesOf(scale: Scale): Map<string, ResponseOption> {
  const known = namesByScale.get(scale)
  if (known) return known
  const names = new Map<string, ResponseOption>()
  // Ids win over labels and earlier options over later ones, so one option's nickname never hides another's id.
  const namings = [(option: ResponseOption) => [option.id], (option: ResponseOption) => otherNames(scale, option)]
  for (const naming of namings) {
    for (const option of scale.options) {
      for (const name of naming(option).map(comparable)) if (!names.has(name)) names.set(name, option)
    }
  }
  namesByScale.set(scale, names)
  return names
}

function otherNames(scale: Scale, option: ResponseOption): string[] {
  const { label } = option
  const own = typeof label === 'string' ? [label] : Object.values(label ?? {})
  const built = Object.values(locales).flatMap((locale) => builtInNames(scale, option, locale))
  const mark = 'score' in option && own.length + built.length === 0 ? [String(option.score)] : []
  return [...own, ...option.also, ...built, ...mark]
}

function builtInNames(scale: Scale, option: ResponseOption, locale: Locale): readonly string[] {
  if (!isBuiltIn(scale.id)) return []
  const words: Readonly<Record<string, readonly string[]>> = locale.scales[scale.id]
  return Object.hasOwn(words, option.id) ? (words[option.id] ?? []) : []
}

function comparable(name: string): string {
  return name.trim().normalize('NFC').toLowerCase()
}
