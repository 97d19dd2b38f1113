/** Every phrase that a locale holds stands on a page, test/golden/locale-*.md, which a native reader can read as a whole. */
import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { type LocaleId, localeIds } from '../../src/locale/index.js'
import { unprinted } from './phrase-examples.js'
import { phrasePages, phrasesOf, phrasesPage } from './phrases.js'
import { wrongPhrases } from './wrong-phrases.js'

const sourcesOf: Readonly<Record<LocaleId, readonly string[]>> = {
  da: ['src/locale/da.ts', 'src/locale/danish-keys.ts'],
  en: ['src/locale/en.ts', 'src/locale/english-problems.ts', 'src/locale/english-keys.ts'],
}

describe.each(phrasePages)('the page of phrases of $id', ({ id, file }) => {
  const page = phrasesPage(id)

  it('is the one that npm run phrases writes', () => {
    expect(readFileSync(file, 'utf8')).toBe(page)
  })

  it('has an example of every phrase', () => {
    const silent = phrasesOf(id).filter(({ path, shown }) => shown.join('').trim() === '' && path !== 'document.unit')
    expect(silent.map(({ path }) => path)).toEqual([])
  })

  it.each(sourcesOf[id])('has every piece of text that %s is made of', (source) => {
    const said = simple(page)
    expect(textsIn(source).filter((text) => !said.includes(simple(text)))).toEqual([])
  })

  it.each([file, ...documentsIn(id)])('nothing that an editor has struck out stands in %s', (name) => {
    const struck = linesOf(name).flatMap((line) =>
      wrongPhrases[id].filter(({ wrong }) => wrong.test(line)).map(({ wrong, better }) => `${line.match(wrong)?.[0]} → ${better}: ${line}`),
    )
    expect(struck).toEqual([])
  })
})

it('leaves out no locale', () => {
  expect(phrasePages.map(({ id }) => id)).toEqual(localeIds)
})

/** The documents that tests hold word for word, and the texts that every document of the language is made of. */
function documentsIn(id: LocaleId): string[] {
  const isEnglish = (name: string) => /\.en\.(?:txt|md)$/.test(name)
  const names = ['test/document', 'templates'].flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
  return names.filter((name) => /\.(?:txt|md)$/.test(name) && isEnglish(name) === (id === 'en'))
}

function linesOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  // What stands in braces are names for templates, of no language.
  return text.replaceAll(/\{\{[^}]*\}\}/g, '').split('\n')
}

/** Capitals and spaces follow where a piece stands. */
function simple(text: string): string {
  return text
    .replace(/[\s~]+/g, ' ')
    .trim()
    .toLowerCase()
}

/** The pieces of text in a file that make phrases: not its keys, what it compares with, nor words that are only read. */
function textsIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const texts: string[] = []
  const visit = (node: ts.Node): void => {
    if (isNoPhrase(node)) return
    if (ts.isStringLiteralLike(node) || isTemplatePart(node)) texts.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return texts.filter((text) => /\p{L}{2}/u.test(text))
}

function isTemplatePart(node: ts.Node): node is ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail {
  return ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)
}

function isNoPhrase(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return true
  if (ts.isPropertyAssignment(node)) return unprintedNames.includes(node.name.getText())
  const { parent } = node
  if (!ts.isStringLiteral(node)) return false
  const isKey = (ts.isPropertyAssignment(parent) && parent.name === node) || ts.isElementAccessExpression(parent)
  return isKey || (ts.isBinaryExpression(parent) && parent.operatorToken.kind !== ts.SyntaxKind.QuestionQuestionToken)
}

const unprintedNames: readonly string[] = unprinted.map((path) => path.split('.').at(-1) ?? '')
