/** The pages test/golden/locale-*.md: every phrase of a locale, with an example; scripts/phrases.mjs writes them. */
import { type LocaleId, localeIds, locales } from '../../src/locale/index.js'
import type { Locale } from '../../src/locale/words.js'
import { phraseExamples, unprinted } from './phrase-examples.js'
import { sampleWords } from './sample-words.js'

export const phrasePages = localeIds.map((id) => ({ id, file: `test/golden/locale-${id}.md` }))

type Phrase = { path: string; shown: string[] }

/** Every phrase with what its examples say; none where it has no example. */
export function phrasesOf(id: LocaleId): Phrase[] {
  const locale = locales[id]
  const { claimWords, statementWords, ...printed } = locale
  return under(printed, phraseExamples(locale, sampleWords[id]), '')
}

function under(words: unknown, examples: unknown, path: string): Phrase[] {
  if ((unprinted as readonly string[]).includes(path)) return []
  if (typeof words === 'function') {
    const calls = (examples ?? []) as readonly unknown[][]
    return [{ path, shown: calls.flatMap((values) => spoken((words as (...values: unknown[]) => unknown)(...values))) }]
  }
  if (Array.isArray(words)) return [{ path, shown: [words.flat().join(' | ')] }]
  if (typeof words === 'boolean') return []
  if (typeof words !== 'object' || words === null) return [{ path, shown: spoken(words) }]
  return Object.entries(words).flatMap(([key, value]) =>
    under(value, (examples as Record<string, unknown> | undefined)?.[key], path === '' ? key : `${path}.${key}`),
  )
}

/** One line for each text; a hint, a reason and the lines of a finding stand under what they belong to. */
function spoken(said: unknown): string[] {
  if (said === null) return ['(nothing)']
  if (Array.isArray(said)) return [said.join(said.every((part) => isSentence(part)) ? '\n' : '')]
  if (typeof said !== 'object') return [String(said).replaceAll('\u00a0', '~')]
  const { message, hint, title, lines } = said as { message?: string; hint?: string; title?: string; lines?: string[] }
  const below = [...(hint === undefined ? [] : [hint]), ...(lines ?? [])]
  return [[message ?? title ?? '', ...below.map((line) => `    ${line}`)].join('\n')]
}

/** Sentences of a list stand on a line each, the parts of one phrase in one. */
function isSentence(part: unknown): boolean {
  return /^[^\p{Ll}\s].*(?:[.:)\d]|\.\p{L}+)$/su.test(String(part))
}

export function phrasesPage(id: LocaleId): string {
  const phrases = phrasesOf(id)
  const names = [...new Set(phrases.map(({ path }) => chapterOf(path)))]
  const told = names.map((name) => {
    const lines = phrases
      .filter(({ path }) => chapterOf(path) === name)
      .map(({ path, shown }) => entryOf(path.slice(name.length + 1) || path, shown))
    return `## ${name}\n\n${lines.join('\n')}\n`
  })
  return [opening(locales[id]), ...told].join('\n')
}

function chapterOf(path: string): string {
  return path.split('.')[0] ?? path
}

function entryOf(name: string, shown: readonly string[]): string {
  const [only = '', ...more] = shown
  return more.length > 0 || only.includes('\n') ? [`- \`${name}\``, ...shown.map(indented)].join('\n') : `- \`${name}\` ${only}`
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`.trimEnd())
    .join('\n')
}

function opening({ id }: Locale): string {
  return `# Every phrase of \`src/locale/${id}.ts\`

Made by \`npm run phrases\`: do not edit. Each phrase stands under its name in the locale, with what it says in an example or several;
\`~\` is a no-break space. Words by which texts are read, and are never printed, are left out.
`
}
