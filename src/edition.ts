/**
 * A document of ours that somebody has printed again → where it says something else than the project does.
 *
 * Only a text that is the document is held against it: most of its words in their order, and nearly all of its
 * numbers. Its words are laid beside ours, and where a number stands in place of another, or a word in place of one
 * that tells the opposite, among words that are the same, it has been altered. A sentence or a row of a table that is
 * told in other words is no matter of this: whoever wrote it may tell of something else. Neither are the fields that a
 * sender fills in, such as the date and the number of the case.
 */
import type { Assertion, PrintedNumber } from './claim.js'
import type { Block, Chart, Document, Exhibit, Inline, Table } from './document/blocks.js'
import { leavesOf } from './document/walk.js'
import { locales } from './locale/index.js'
import type { Locale } from './locale/words.js'
import { intervalOfPrinted, parsePrinted } from './printed.js'
import { type Sentence, sentencesOf, settingOf } from './prose-claims/sentences.js'
import { type Passage, placeOf, type TextTable, type TextWithPlaces } from './read/text/passages.js'
import { type Compared, type Step, sideBySide } from './side-by-side.js'

/** A number or word. `senses`: what it tells, where another word can tell the opposite. */
type Word = Omit<Compared, 'unit' | 'isOptional'> & { text: string; senses: readonly Sense[] }
/** `isField`: a sender has filled it in. `isOptional`: a format may leave it out. */
type OwnToken = Word & Compared & { figure: string | null; isField: boolean }
type TextToken = Word & Compared & { passage: Passage; at: number }

/** What a word tells, and among which others: "faldet" is `down` of `way`. */
type Sense = { family: string; is: string }

export type Altered = Extract<Assertion, { kind: 'altered' }>

/**
 * The places where a text has another number, or a word of the opposite sense, than the document of ours that it is.
 * None where it is none of them.
 */
export function alteredIn(text: TextWithPlaces, documents: readonly Document[]): Altered[] {
  const compared = documents.map((document) => comparedWith(text, document))
  const [best] = compared.filter((each) => each.isEdition).sort((a, b) => b.same - a.same)
  return best?.altered() ?? []
}

/** Of a document's words so many stand in the text, and of its numbers at most so many are others. */
const leastSame = 0.7
const mostOthers = 0.1

/** `same`: how much of the document stands in the text, in [0, 1]. `altered`: what is told of an edition. */
type Comparison = { isEdition: boolean; same: number; altered: () => Altered[] }

function comparedWith(text: TextWithPlaces, document: Document): Comparison {
  const locale = locales[document.locale]
  const tokensOf = tokenizer(locale)
  const own = ownTokens(document, tokensOf)
  const said = textTokens(text, tokensOf)
  const rows = sideBySide<Word & Compared>(own, said, areOpposed)
  const same = rows.flatMap((steps) => steps.filter(({ isSame }) => isSame).map((step) => own[step.own ?? -1]))
  const numbers = same.filter((token) => token?.isNumeral).length
  const altered = rows.flatMap((steps) => alteredSteps(steps, own, said))
  const others = altered.filter(({ mine, theirs }) => mine?.isNumeral && theirs.isNumeral).length
  const all = own.filter(({ isOptional }) => !isOptional).length
  const part = same.filter((token) => token?.isOptional === false).length / Math.max(1, all)
  return {
    isEdition: part >= leastSame && others <= Math.max(2, mostOthers * numbers),
    same: part,
    altered: () => told(altered, text.file, document),
  }
}

/** A head over several columns is altered once. */
function told(altered: readonly Alteration[], file: string, { id, survey, locale: language }: Document): Altered[] {
  const locale = locales[language]
  const setting = settingOf(survey, locale)
  const sentences = new Map<Passage, Sentence[]>()
  const known = new Map<Passage, Set<number>>()
  return altered.flatMap(({ mine, theirs: { passage, at, text: printed } }): Altered[] => {
    const others = known.get(passage) ?? new Set()
    if (others.has(at)) return []
    known.set(passage, others.add(at))
    const all = sentences.get(passage) ?? sentencesOf(passage, setting)
    sentences.set(passage, all)
    const sentence = all.find(({ start, text: words }) => start <= at && at < start + words.length)
    const [ours, theirs] = [mine ? numberOf(mine.text, locale) : null, numberOf(printed, locale)]
    return [
      {
        kind: 'altered',
        text: printed,
        own: mine?.text ?? null,
        numbers: ours && theirs ? { ours, theirs } : null,
        ofFigure: mine?.figure ?? null,
        document: id,
        place: placeOf(file, passage, at, sentence?.text ?? passage.text),
      },
    ]
  })
}

// ── words ──

/** A year and what follows it ("2022-23") are two numbers; a sign stands in front of its number. */
const token = /(?<![\p{L}\d])[+−–-]?\d+(?:[.,]\d+|[\u00a0\u202f\u2009]\d{3}(?!\d))*|\p{L}[\p{L}\p{M}]*\d*|%/u

type Tokenizer = (text: string) => (Word & { at: number })[]

/** Made once for each locale. */
const tokenizers = new WeakMap<Locale, Tokenizer>()

/** A letter alone is a mark of a note, or says little. */
function tokenizer(locale: Locale): Tokenizer {
  const known = tokenizers.get(locale) ?? madeTokenizer(locale)
  tokenizers.set(locale, known)
  return known
}

function madeTokenizer(locale: Locale): Tokenizer {
  const senses = sensesOf(locale)
  const units = unitsOf(locale)
    .flat()
    .flatMap((unit) => (unit.includes(' ') ? [`(?<!\\p{L})${unit}(?!\\p{L})`] : []))
  const named = new RegExp([...units, token.source].join('|'), 'giu')
  return (text) =>
    [...text.matchAll(named)].flatMap(({ 0: found, index }) => {
      const key = spelled(found.toLowerCase())
      const isMark = /^\p{L}$/u.test(key)
      return isMark ? [] : [{ text: found, key, isNumeral: /\d/.test(key), senses: senses.get(key) ?? [], at: index }]
    })
}

/** Blanks between thousands and the dash of a sign as they are compared. */
function spelled(text: string): string {
  return text.replace(/[\u00a0\u202f\u2009]/g, '').replace(/^[–-]/, '−')
}

function numberOf(text: string, { numbers }: Locale): PrintedNumber | null {
  const parsed = parsePrinted(spelled(text), numbers)
  if ('reason' in parsed) return null
  return { text, interval: intervalOfPrinted(parsed.value, parsed.decimals, false), decimals: parsed.decimals, hedge: null }
}

/** What numbers are counted in, of which a text may say only one. */
function unitsOf({ statementWords: { cues } }: Locale): string[][] {
  return [cues.percent, cues.percentagePoint, [...cues.indexPoint, ...cues.point]].map((words) => [...words])
}

/** By word what it tells. Words of several things that exclude each other tell none of them. */
function sensesOf(locale: Locale): ReadonlyMap<string, readonly Sense[]> {
  const { claimWords, statementWords, document } = locale
  const { cues, numbers, directions } = statementWords
  const directed = (direction: string) => directions.flatMap((each) => (each.direction === direction ? [each.words] : []))
  const wordsIn = (phrases: readonly string[]) => phrases.flatMap((phrase) => phrase.toLowerCase().split(/\P{L}+/u))
  const named = (lists: readonly (readonly string[])[], family: string) =>
    lists.map((words, index) => ({ family, is: String(index), words }))
  /** And the words that tell a list's phrases from those of the others: of "at least" and "at most" the second. */
  const toldApart = (lists: readonly (readonly string[])[]) =>
    lists.map((phrases, index) => {
      const others = new Set(wordsIn(lists.filter((_, other) => other !== index).flat()))
      const isShared = (word: string) => others.has(word)
      const parted = phrases.map((phrase) => wordsIn([phrase])).filter((words) => words.some(isShared))
      return [...phrases, ...parted.flat().filter((word) => !isShared(word))]
    })
  const forms = (form: (number: number, year: string) => string, all: readonly number[]) => all.map((number) => [form(number, '')])
  const families = [
    { family: 'way', is: 'up', words: [...directed('rise'), ...cues.up, ...cues.higher, ...cues.above, ...numbers.more] },
    { family: 'way', is: 'up', words: [...cues.highest, ...cues.greatest, ...claimWords.directions.rise, ...claimWords.contributions.up] },
    { family: 'way', is: 'down', words: [...directed('fall'), ...cues.down, ...cues.lower, ...cues.below, ...numbers.less] },
    { family: 'way', is: 'down', words: [...cues.lowest, ...cues.least, ...claimWords.directions.fall, ...claimWords.contributions.down] },
    { family: 'way', is: 'same', words: [...directed('unchanged'), ...claimWords.directions.unchanged] },
    ...named([cues.all, cues.none], 'quantity'),
    ...Object.entries(claimWords.fractions).map(([words, [, whole]]) => ({
      family: 'part',
      is: String(whole),
      words: wordsIn([words]).slice(-1),
    })),
    ...named(unitsOf(locale), 'unit'),
    ...Object.entries(claimWords.numbers).map(([word, value]) => ({ family: 'count', is: String(value), words: [word] })),
    ...document.numberWords.map((word, index) => ({ family: 'count', is: String(index), words: [word] })),
    ...document.months.map((month, index) => ({
      ...{ family: 'month', is: String(index) },
      words: [month, document.shortMonths[index] ?? ''].map((name) => name.toLowerCase().replace('.', '')),
    })),
    ...named(toldApart(forms(document.half, [1, 2])), 'half'),
    ...named(toldApart(forms(document.quarter, [1, 2, 3, 4])), 'quarter'),
    ...named(toldApart([claimWords.hedges.atLeast, claimWords.hedges.atMost]), 'hedge'),
    ...named([[...cues.not, ...cues.neither]], 'not'),
  ]
  const senses = new Map<string, Sense[]>()
  for (const { family, is, words } of families) {
    for (const word of words) {
      const known = senses.get(word) ?? []
      if (!known.some((each) => each.family === family && each.is === is)) senses.set(word, [...known, { family, is }])
    }
  }
  return senses
}

/** Both tell of one thing, and nothing that they have in common. */
function areOpposed(one: Word, other: Word): boolean {
  const shared = one.senses.filter(({ family }) => other.senses.some((each) => each.family === family))
  return shared.length > 0 && shared.every(({ family, is }) => !other.senses.some((each) => each.family === family && each.is === is))
}

function isNegation({ senses }: Word): boolean {
  return senses.some(({ family }) => family === 'not')
}

// ── a document and a text as words ──

/** A sentence ends where a capital letter or a number begins another. */
const sentenceEnd = /[.!?…]["”’)\]]*\s+(?=["“”(]?[\p{Lu}\d])/gu

/** The words of a text, and how many sentences stand before each. */
function inSentences(text: string, tokensOf: Tokenizer): (ReturnType<Tokenizer>[number] & { sentence: number })[] {
  const ends = [...text.matchAll(sentenceEnd)].map(({ index, 0: end }) => index + end.length)
  let sentence = 0
  return tokensOf(text).map((token) => {
    while ((ends[sentence] ?? Number.POSITIVE_INFINITY) <= token.at) sentence += 1
    return { ...token, sentence }
  })
}

/** `isInRow`: it stands in one row with what was said before it. */
type Kind = { isField?: boolean; isOptional?: boolean; isInRow?: boolean }

/**
 * All that is read of a document, in the order in which it is printed. Some of it only one format has: a page numbers
 * the points of a list and names the table of a chart's numbers, and a screen has the name of a part told.
 */
function ownTokens(document: Document, tokensOf: Tokenizer): OwnToken[] {
  const { sender, kind, title, margin, blocks, notes, footer, footerDetail } = document
  const { render } = locales[document.locale]
  const tokens: OwnToken[] = []
  let unit = 0
  const add = (inlines: readonly Inline[], { isField = false, isOptional = false, isInRow = false }: Kind = {}) => {
    let words = ''
    const figures: { at: number; end: number; id: string }[] = []
    for (const leaf of leavesOf(inlines)) {
      // A raised number is none of the number before it, and no part of the text.
      words += leaf.type === 'noteReference' ? ' ' : leaf.text
      if (leaf.type === 'figure') figures.push({ at: words.length - leaf.text.length, end: words.length, id: leaf.figure })
    }
    let next = 0
    if (!isInRow) unit += 1
    for (const { sentence, ...token } of inSentences(words, tokensOf)) {
      while ((figures[next]?.end ?? Number.POSITIVE_INFINITY) <= token.at) next += 1
      const figure = figures[next]
      const id = figure && figure.at <= token.at ? figure.id : null
      tokens.push({ ...token, unit: isInRow ? unit : unit + sentence, figure: id, isField, isOptional })
    }
    if (!isInRow) unit = Math.max(unit, tokens.at(-1)?.unit ?? 0)
  }
  const say = (text: string, as?: Kind) => add([{ type: 'text', text }], as)

  const addBlock = (block: Block) => {
    if (block.type === 'heading' || block.type === 'paragraph') add(block.children)
    else if (block.type === 'list') {
      for (const [index, { children }] of block.items.entries()) {
        if (block.kind === 'ordered') say(`${index + 1}.`, { isOptional: true })
        children.forEach(addBlock)
      }
    } else {
      addTitle(block)
      if (block.type === 'table') addTable(block)
      addNotes(block)
      if (block.type === 'chart') addData(block)
    }
  }
  const addTitle = ({ label, title, howTo }: Exhibit) => {
    say(label)
    add(title)
    add(howTo ?? [])
  }
  const addNotes = (exhibit: Exhibit) => {
    for (const note of exhibit.notes) {
      if (note.kind === 'marked') say(note.mark, { isOptional: true })
      add(note.children)
    }
  }
  /** Over each column what spans it, and its own head. */
  const addTable = ({ columns, spanners, rows }: Table) => {
    for (const { id, label } of columns) {
      for (const spanner of spanners) if (spanner.columns.includes(id)) add(spanner.label)
      add(label)
    }
    for (const { kind, indent, label, detail, cells } of rows) {
      unit += 1
      if (indent > 0) say(render.ofWhich, { isOptional: true, isInRow: true })
      add(label, { isInRow: true })
      if (kind !== 'group') add(detail ?? [], { isInRow: true })
      for (const { children, marks } of cells) {
        add(children, { isInRow: true })
        say(marks.join(''), { isOptional: true, isInRow: true })
      }
    }
  }
  /** On paper what has changed has no table of its own. */
  const addData = ({ kind, label, data }: Chart) => {
    const as = { isOptional: kind === 'change' }
    say(render.dataBehindChart, { isOptional: true })
    say(render.numbersBehind(label), { isOptional: true })
    add(data.caption, as)
    for (const column of data.columns.slice(1)) add(column.label, as)
    for (const row of data.rows) {
      unit += 1
      if (row.indent > 0) say(render.ofWhich, { isOptional: true, isInRow: true })
      add(row.label, { ...as, isInRow: true })
      for (const cell of row.cells) add(cell, { ...as, isInRow: true })
    }
  }

  for (const words of [sender.organisation, sender.administration ?? '', kind, title]) say(words)
  for (const { label, lines } of margin) for (const words of [label ?? '', ...lines]) say(words, { isField: true })
  blocks.forEach(addBlock)
  for (const { mark, children } of notes) {
    say(mark)
    add(children)
  }
  for (const words of [footer, footerDetail ?? '']) say(words, { isField: true, isOptional: true })
  return tokens
}

function textTokens({ blocks }: TextWithPlaces, tokensOf: Tokenizer): TextToken[] {
  const tokens: TextToken[] = []
  let unit = 0
  const add = (passage: Passage, isInRow = false) => {
    if (!isInRow) unit += 1
    for (const { sentence, ...token } of inSentences(passage.text, tokensOf)) {
      tokens.push({ ...token, unit: isInRow ? unit : unit + sentence, isOptional: false, passage })
    }
    if (!isInRow) unit = Math.max(unit, tokens.at(-1)?.unit ?? 0)
  }
  const addTable = ({ columns, rows }: TextTable) => {
    for (const passage of columns.flat()) add(passage)
    let group: Passage | undefined
    for (const row of rows) {
      if (row.group && row.group !== group) add(row.group)
      group = row.group
      unit += 1
      for (const passage of [...row.labels, ...row.cells]) add(passage, true)
    }
  }
  for (const block of blocks) {
    if (block.type === 'table') addTable(block)
    else add(block.passage)
  }
  return tokens
}

// ── what has been altered ──

/** Where something else stands: what the document has there, null where a denial has been put in. */
type Alteration = { mine: OwnToken | null; theirs: TextToken }

/** So far around a place words are looked at, and so many of them must be the same. */
const reach = 6
const fewestSame = 6

function alteredSteps(all: readonly Step[], own: readonly OwnToken[], text: readonly TextToken[]): Alteration[] {
  const mineAt = (step: Step | undefined) => own[step?.own ?? -1] ?? null
  const theirsAt = (step: Step | undefined) => text[step?.text ?? -1] ?? null
  const isPrinted = (step: Step | undefined) => step?.isSame === true && mineAt(step)?.isOptional === true
  const steps = all.filter((step, index) => {
    const mine = mineAt(step)
    const isLeftOut = step.text === null && mine?.isOptional
    // A denial is none that a format leaves out, if it has what stands around it.
    return !isLeftOut || (isNegation(mine) && isPrinted(all[index - 1]) && isPrinted(all[index + 1]))
  })
  const told = steps.filter((step) => step.isSame || isAlteration(mineAt(step), theirsAt(step)))
  const ours = wholeUnits(own, told.map(mineAt))
  const said = wholeUnits(text, told.map(theirsAt))
  return steps.flatMap((step, index): Alteration[] => {
    const [before, mine] = [steps[index - 1], mineAt(step)]
    const at = step.text ?? before?.text
    const theirs = text[at ?? -1]
    const ourOwn = mine ?? mineAt(before)
    if (at == null || !theirs || !ourOwn || step.isSame || ourOwn.isField || !isAlteration(mine, theirsAt(step))) return []
    if (!ours.has(ourOwn.unit) || !said.has(theirs.unit)) return []
    const near = steps.slice(Math.max(0, index - reach), index + reach + 1)
    const isHeld = near.filter((other) => other.isSame && Math.abs((other.text ?? 0) - at) <= 2 * reach).length >= fewestSame
    return isHeld ? [{ mine, theirs }] : []
  })
}

/** The units of which every word is among those that are told; what is optional need not be. */
function wholeUnits(all: readonly Compared[], told: readonly (Compared | null)[]): Set<number> {
  const missing = new Map<number, number>()
  const count = (word: Compared | null, by: number) => {
    if (word && !word.isOptional) missing.set(word.unit, (missing.get(word.unit) ?? 0) + by)
    else if (word) missing.set(word.unit, missing.get(word.unit) ?? 0)
  }
  for (const word of all) count(word, 1)
  for (const word of told) count(word, -1)
  return new Set([...missing].flatMap(([unit, words]) => (words === 0 ? [unit] : [])))
}

/** A number for another, a word for one of the opposite sense, or a denial put in, left out or replaced. */
function isAlteration(mine: OwnToken | null, theirs: TextToken | null): boolean {
  if (mine?.isNumeral || theirs?.isNumeral) return mine?.isNumeral === theirs?.isNumeral
  const isDenied = [mine, theirs].map((each) => each !== null && isNegation(each))
  return isDenied[0] !== isDenied[1] || (mine !== null && theirs !== null && areOpposed(mine, theirs))
}
