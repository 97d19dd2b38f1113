/** Phrases that a strict editor has struck out, each standing for its kind, with what is better. */
import type { LocaleId } from '../../src/locale/index.js'

export type WrongPhrase = { wrong: RegExp; better: string }

export const wrongPhrases: Readonly<Record<LocaleId, readonly WrongPhrase[]>> = {
  da: [],
  en: [],
}
