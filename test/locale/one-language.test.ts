/** A document is in one language: but for what its project says, no word of it is of another. */
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { build } from '../../src/build.js'
import { type LocaleId, localeIds } from '../../src/locale/index.js'
import { type ProjectFiles, parseProject } from '../../src/project.js'
import { textOf } from '../document/memo.js'
import { exampleFiles, textOf as fileText } from '../example.js'

/** Words that stand in nearly every document of a language, and are of no other. */
const wordsOf: Readonly<Record<LocaleId, readonly string[]>> = {
  da: [
    ...[
      'og',
      'er',
      'har',
      'ikke',
      'det',
      'der',
      'som',
      'med',
      'på',
      'af',
      'til',
      'fra',
      'eller',
      'mellem',
      'hvor',
      'hvordan',
      'kan',
      'blev',
    ],
    ...[
      'svar',
      'svaret',
      'svarene',
      'viser',
      'vises',
      'ændring',
      'ændringen',
      'ændringer',
      'gruppe',
      'grupper',
      'gruppen',
      'tabel',
      'figur',
    ],
    ...['borger', 'borgere', 'borgerne', 'samlet', 'resultaterne', 'resultatet', 'antal', 'andel', 'gennemsnit', 'undersøgelsen', 'kilde'],
  ],
  en: [
    ...['the', 'and', 'are', 'of', 'with', 'from', 'that', 'this', 'which', 'was', 'were', 'not', 'has', 'than', 'between', 'how'],
    ...['answer', 'answers', 'answered', 'shows', 'shown', 'change', 'changes', 'group', 'groups', 'table', 'figure', 'citizens'],
    ...['respondents', 'overall', 'results', 'result', 'number', 'share', 'mean', 'survey', 'source'],
  ],
}

const examples = readdirSync('examples').filter((name) => /^ +- (?:\{ )?template:/m.test(fileText(exampleFiles(name), 'notat.yaml')))

describe.each(localeIds)('documents in %s', (locale) => {
  const others = localeIds.filter((id) => id !== locale).flatMap((id) => wordsOf[id])

  it.each(examples)('of %s have no word of another language but the project’s own', async (name) => {
    const files = inLanguage(exampleFiles(name), locale)
    const { documents, isStopped } = await build(parseProject(files), { formats: [] })
    expect([isStopped, documents.length > 0]).toEqual([false, true])
    const text = without(documents.map(textOf).join('\n'), ownTexts(files))
    const words = new Set(text.toLowerCase().match(/\p{L}+/gu))
    expect(others.filter((word) => words.has(word))).toEqual([])
    expect(wordsOf[locale].filter((word) => words.has(word)).length).toBeGreaterThan(6)
  })
})

/** The project in another language, without the texts that its author has written and those of others that it checks. */
function inLanguage(files: ProjectFiles, locale: LocaleId): ProjectFiles {
  const texts = Object.keys(files).filter((file) => file.startsWith('sections/'))
  const emptied = texts.map((file) => [file, `${/^---\n[\s\S]*?\n---\n/.exec(fileText(files, file))?.[0] ?? ''}N. N.\n`])
  const project = fileText(files, 'notat.yaml').replace(/^locale: .*\n/m, '')
  const numbers =
    locale === 'da'
      ? project
      : project
          .replaceAll(/"(\d+),(\d+)"/g, '"$1.$2"')
          .replaceAll(/(?<=: "?)(\d)\.(\d{3})\b/g, '$1,$2')
          .replaceAll(' pct.', ' per cent')
          .replaceAll('about: i }', 'about: in }')
  const read = Object.entries(files).filter(([file]) => !file.startsWith('claims/'))
  return { ...Object.fromEntries([...read, ...emptied]), 'notat.yaml': `locale: ${locale}\n${numbers}` }
}

/** Every text of the project file, the longest first, without the mark that ends it. */
function ownTexts(files: ProjectFiles): string[] {
  const texts: string[] = []
  const visit = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value.trim().replace(/[.?]$/, ''))
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit)
  }
  visit(parse(String(files['notat.yaml'])))
  return [...new Set(texts)].filter((text) => text.length > 1).sort((one, other) => other.length - one.length)
}

function without(text: string, own: readonly string[]): string {
  // What a row is, is a mark of the test's own.
  const plain = text.replaceAll('~', ' ').replaceAll(/^(?:total|group): /gm, '')
  return own.reduce(
    (rest, words) => rest.replaceAll(new RegExp(`(?<!\\p{L})${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\p{L})`, 'giu'), '¤'),
    plain,
  )
}
