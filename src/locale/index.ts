/** The list of locales. To add one: its file, and its line here. */
import { da } from './da.js'
import { en } from './en.js'
import type { Locale } from './words.js'

/** A locale's name in the list is its id. */
const list = { da, en } satisfies { readonly [id: string]: Locale }

export type LocaleId = keyof typeof list

export const locales: Readonly<Record<LocaleId, Locale>> = list

export const localeIds = Object.keys(locales) as [LocaleId, ...LocaleId[]]

/** What is spoken where nobody has chosen. */
export const defaultLocale: LocaleId = 'da'

/** Nothing where none is asked for, or one that there is not. */
export function localeAskedFor(id: LocaleId | undefined): Locale | undefined {
  return id !== undefined && isLocaleId(id) ? locales[id] : undefined
}

export function isLocaleId(id: string): id is LocaleId {
  return Object.hasOwn(locales, id)
}
