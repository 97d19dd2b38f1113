/** Our own Document → Claims: what its words and numbers say, to be held against the figures it was made from. */

import { type Assertion, type Claim, intervalOfClaim, type NotReadReason, type TextClaims, type ToldStatement } from './claim.js'
import type { AuthorsPlace, Block, Document, FigureText, Inline, List, Origin } from './document/blocks.js'
import { leavesOf, runsOf } from './document/walk.js'
import type { Place } from './errors.js'
import type { ChangeBasis, Figures } from './figure.js'
import { checkHanded } from './handed.js'
import { type LocaleId, locales } from './locale/index.js'
import type { DirectionForm } from './locale/statement-words.js'
import { append } from './long-lists.js'
import { exact, intervalOfPrinted, parsePrinted, scaleInterval } from './printed.js'
import type { DocumentSpec } from './project.js'
import { type TextOptions, textClaims } from './prose-claims/index.js'
import { sentencesOf, settingOf } from './prose-claims/sentences.js'
import { slotMark } from './prose-claims/statement-slots.js'
import { type PassageReading, readStatements } from './prose-claims/statements.js'
import type { Passage, TextBlock } from './read/text/passages.js'
import { atOnce, eachInSteps, type Steps } from './steps.js'

/**
 * A passage, and its numbers: where each stands in it. `slotted`: the same words with a mark in the place of each
 * number, and where these come from. `isProse`: its words are a template's, and tell of figures.
 */
type Printed = {
  type: Exclude<TextBlock['type'], 'table'>
  text: string
  figures: { at: number; printed: FigureText }[]
  slotted: string
  origin: Origin[]
  isProse: boolean
}

/** The document, and its figures by id. */
type Naming = { document: Document; figures: ReadonlyMap<string, Document['figures'][number]> }

/**
 * The periods the document tells of; default the survey's last, compared with the one before. `figures`: all there
 * are; default those it prints. `places`: where its fields stand. `projectLocale`: what its author may write in as
 * well.
 */
export type DocumentOptions = Pick<TextOptions, 'period' | 'compareWith'> &
  Partial<Pick<DocumentSpec, 'places'>> & { changeBasis?: ChangeBasis; figures?: Figures; projectLocale?: LocaleId }

/**
 * What a document of ours claims. Every printed number is a claim on the figure that its slot names, with the words
 * of its sentence, or of its cell, as its place; whatever the words around it seem to say. What the words tell of the
 * figures is read as statements; what is asserted besides is found as in anybody's text. An author's words stand at
 * their place in the project, all others in the document, whose id is the file.
 */
export function claimsOf(document: Document, options: DocumentOptions = {}): TextClaims {
  checkHanded({ document, survey: document?.survey, options })
  return atOnce(documentClaims(document, options))
}

/** `claimsOf` in steps. */
export function* documentClaims(document: Document, options: DocumentOptions): Steps<TextClaims> {
  const { survey, locale } = document
  const naming: Naming = { document, figures: new Map(document.figures.map((figure) => [figure.id, figure])) }
  const prose = proseOf(document)
  // A passage's number stands for its line, so that what is found can be put back into it.
  const blocks = prose.map(({ type, text }, index): TextBlock => ({ type, passage: passageOf(text, index + 1) }))
  const found = yield* textClaims({ file: document.id, blocks }, survey, { ...options, locale, isOfSurvey: true })
  const setting = settingOf(survey, locales[locale])
  const numbers = yield* eachInSteps(prose, ({ text, figures }) => {
    const sentences = figures.length > 0 ? sentencesOf(passageOf(text, 1), setting) : []
    return figures.flatMap(({ at, printed }) => numberOf(naming, printed, sentences.findLast(({ start }) => start <= at)?.text ?? text))
  })
  const assertions = found.assertions.flatMap((assertion): Assertion[] =>
    // Comparisons and verdicts are read as statements, whose numbers are known.
    assertion.kind === 'comparison' || assertion.kind === 'verdict'
      ? []
      : [{ ...assertion, place: placeOfWords(assertion.place, prose, document) }],
  )
  const claims = [...numbers.flat(), ...cellsOf(naming)]
  yield
  const told = yield* toldBy(document, prose, options)
  return { claims, assertions: [...dateOf(document, options), ...assertions], notChecked: [], told }
}

/** The document's own date, which stands in its margin. */
function dateOf({ id, date }: Document, { places }: DocumentOptions): Assertion[] {
  return date === '' ? [] : [{ kind: 'date', of: 'document', date, text: date, place: places?.fields.date ?? { file: id } }]
}

/** What is said without a form that could be held against figures, or of what may be. */
const formless: readonly NotReadReason[] = ['evidence', 'beside', 'irrealis']

/** What the words tell of the figures. */
function* toldBy(document: Document, prose: readonly Printed[], options: DocumentOptions): Steps<ToldStatement[]> {
  const { survey, id } = document
  const order = survey.periods.map((period) => period.id)
  const period = options.period ?? order.at(-1) ?? ''
  const previous = options.compareWith === undefined ? (order[order.indexOf(period) - 1] ?? null) : options.compareWith
  const all = options.figures?.figures
  const printed = new Set(document.figures.map((figure) => figure.id))
  const has = (figure: string) => (all ? all[figure]?.printed != null : printed.has(figure))
  const isWithheld = (figure: string) => all?.[figure]?.status === 'withheld'
  const read = prose.filter(({ isProse }) => isProse)
  const passages = read.map(({ type, slotted, figures }) => ({
    kind: type === 'heading' || type === 'point' ? type : ('paragraph' as const),
    text: slotted,
    slots: figures.map(({ printed: { figure } }) => figure),
  }))
  // An author may write in the project's language also where the template has another.
  const spoken = [document.locale, ...(options.projectLocale && options.projectLocale !== document.locale ? [options.projectLocale] : [])]
  const languages = spoken.map((each) => locales[each])
  return (yield* readStatements(passages, survey, languages, { period, previous, has, isWithheld })).flatMap((readings, index) => {
    const passage = read[index] as Printed
    return readings.flatMap(({ from, to, sentence, form, readings: ways, leftOver, locale }): ToldStatement[] => {
      const words = shown(passage, ...sentence)
      // What our templates and names say without a form to be read, they say where the figures have it so.
      if (leftOver && formless.includes(leftOver) && !isTyped(passage.origin, from)) return []
      const place: Place = { ...(placeAt(passage.origin, from) ?? { file: id }), words }
      const right = form === null ? null : locale.statementWords.right[form as DirectionForm]
      return [
        { said: shown(passage, from, to), right, readings: ways, leftOver, basis: options.changeBasis ?? 'printed', place, document: id },
      ]
    })
  })
}

/** Slotted words as they are printed. */
function shown({ slotted, figures }: Printed, from: PassageReading['from'], to: number): string {
  let slot = slotted.slice(0, from).split(slotMark).length - 1
  return slotted.slice(from, to).replaceAll(slotMark, () => {
    slot += 1
    return figures[slot - 1]?.printed.text ?? ''
  })
}

/** An author has typed the character at an offset of slotted words: no name has printed it. */
function isTyped(origin: readonly Origin[], offset: number): boolean {
  const mark = origin.findLast(({ at }) => at <= offset)
  return mark !== undefined && mark.place !== null && !mark.isPrinted
}

/** Where the character at an offset of slotted words stands; null where it is not the author's. */
function placeAt(origin: readonly Origin[], offset: number): AuthorsPlace | null {
  const mark = origin.findLast(({ at }) => at <= offset)
  if (!mark?.place) return null
  return mark.isPrinted ? mark.place : { ...mark.place, column: mark.place.column + offset - mark.at }
}

/** Words that were found in a passage, at their place in the project where they are the author's. */
function placeOfWords(place: Place, prose: readonly Printed[], { id }: Document): Place {
  const passage = prose[(place.line ?? 0) - 1]
  const words = place.words ?? ''
  const start = passage?.text.indexOf(words) ?? -1
  const before = passage?.figures.filter(({ at }) => at < start) ?? []
  const at = start - before.reduce((sum, { printed }) => sum + printed.text.length - slotMark.length, 0)
  const own = passage && start >= 0 ? placeAt(passage.origin, at) : null
  return { ...(own ?? { file: id }), ...(place.words === undefined ? {} : { words: place.words }) }
}

function passageOf(text: string, line: number): Passage {
  return { text, marks: [{ at: 0, line, page: null }] }
}

/**
 * The claim a printed number makes; none where it is not a plain number. A change or a difference stands without its
 * sign where words tell the direction.
 */
function numberOf({ document, figures }: Naming, { figure, text }: FigureText, words: string): Claim[] {
  const { id, locale, survey } = document
  const known = figures.get(figure)
  const parsed = parsePrinted(text, locales[locale].numbers)
  if (!known || 'reason' in parsed) return []
  const { value, decimals } = parsed
  const isDifference = known.kind === 'change' || known.kind === 'difference'
  const isFall = isDifference && known.printed?.startsWith('-') && value.numerator > 0n
  const signed = isFall ? { ...value, numerator: -value.numerator } : value
  const isFigure = known.kind === 'metric' || isDifference
  const printed = isFigure ? intervalOfClaim(figure, signed, decimals, null, survey) : intervalOfPrinted(signed, decimals, true)
  const interval = known.kind === 'typed' && known.unit === 'share' ? scaleInterval(printed, exact(1, 100)) : printed
  return [{ figure, text, interval, decimals, direction: null, place: { file: id, words } }]
}

/** The numbers of tables, and of those behind charts. */
function cellsOf(naming: Naming): Claim[] {
  return naming.document.blocks.flatMap((block) => {
    const cells = runsOf(block).filter(({ part }) => part === 'cell')
    return cells.flatMap(({ inlines }) => {
      const { text, figures } = wordsOf(inlines)
      return figures.flatMap(({ printed }) => numberOf(naming, printed, text))
    })
  })
}

/** Everything that is read as sentences: the text, titles, what stands under tables and charts, the notes. */
function proseOf({ title, blocks, notes }: Document): Printed[] {
  const ofNotes = notes.map(({ children }) => put('paragraph', children))
  return [put('heading', [{ type: 'text', text: title }]), ...blocks.flatMap(proseOfBlock), ...ofNotes]
}

function proseOfBlock(block: Block): Printed[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [put(block.type, block.children)]
    case 'list':
      return pointsOf(block)
    case 'table':
    case 'chart': {
      const caption: Inline[] = [{ type: 'text', text: `${block.label}: ` }, ...block.title]
      const below = [...(block.howTo ? [block.howTo] : []), ...block.notes.map(({ children }) => children)]
      return [put('caption', caption, false), ...below.map((children) => put('paragraph', children, false))]
    }
  }
}

/** A point is one passage: what its paragraphs say belongs together. */
function pointsOf({ items }: List): Printed[] {
  return items.flatMap(({ children }) => {
    const paragraphs = children.flatMap((child) => (child.type === 'paragraph' ? [child.children] : []))
    const own = paragraphs.flatMap((inlines, index): Inline[] => (index === 0 ? inlines : [{ type: 'text', text: ' ' }, ...inlines]))
    return [put('point', own), ...children.flatMap((child) => (child.type === 'list' ? pointsOf(child) : []))]
  })
}

function put(type: Printed['type'], children: readonly Inline[], isProse = true): Printed {
  return { type, ...wordsOf(children), isProse }
}

/** The words of inlines without the marks of notes, where in them numbers stand, and where the author's come from. */
function wordsOf(inlines: readonly Inline[]): Omit<Printed, 'type' | 'isProse'> {
  const words: Omit<Printed, 'type' | 'isProse'> = { text: '', figures: [], slotted: '', origin: [] }
  for (const leaf of leavesOf(inlines)) {
    if (leaf.type === 'noteReference') continue
    const at = words.slotted.length
    if (leaf.type === 'figure') {
      words.figures.push({ at: words.text.length, printed: leaf })
      words.origin.push({ at, place: leaf.origin ?? null, isPrinted: true })
    } else {
      const own = leaf.type === 'text' ? leaf.origin : undefined
      append(
        words.origin,
        (own ?? [{ at: 0, place: null, isPrinted: false }]).map((mark) => ({ ...mark, at: mark.at + at })),
      )
    }
    words.text += leaf.text
    words.slotted += leaf.type === 'figure' ? slotMark : leaf.text
  }
  return words
}
