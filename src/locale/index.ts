/** The list of locales. To add one: its file, and its line here. */
import { da } from './da.js'
import { en } from './en.js'
import type { Locale, LocaleId } from './words.js'

export const locales: Record<LocaleId, Locale> = { da, en }
