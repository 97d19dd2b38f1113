/** Short builders: a survey, and what has been stated of it as `[figure, text]`. */
import type { Example } from '../../src/audit/check.js'
import type { Assertion, Claim, Claims, PrintedNumber, ToldStatement } from '../../src/claim.js'
import type { Figures, PublishedValue } from '../../src/figure.js'
import { parseFigureId } from '../../src/figure-key.js'
import { deriveFigures } from '../../src/figures.js'
import { locales } from '../../src/locale/index.js'
import { intervalOfPrinted, parsePrinted, pointInterval } from '../../src/printed.js'
import { claimsOfText } from '../../src/prose-claims/index.js'
import { claimedFigure, readStatement } from '../../src/read/claims.js'
import { blocksOfPlainText } from '../../src/read/text/plain.js'
import { Survey, type Target } from '../../src/survey.js'

export type Stated = readonly (readonly [figure: string, text: string, place?: string])[]

/** `node('all', node('a'), node('b'))` */
export function node(id: string, ...parts: object[]): object {
  return { id, label: id, ...(parts.length > 0 && { parts }) }
}

export function surveyOf(segments: object, { scale = 'agreement5', targets = [] }: { scale?: string; targets?: Target[] } = {}): Survey {
  return Survey.parse({
    title: 'Satisfaction',
    items: [
      { id: 'overall', label: 'Satisfaction', text: 'I am satisfied on the whole.', scale },
      { id: 'contact', label: 'Contact', text: 'I was met with respect.', scale },
    ],
    periods: [
      { from: '2023-01-01', to: '2023-12-31' },
      { from: '2024-01-01', to: '2024-12-31' },
    ],
    segments,
    benchmarks: [{ id: 'country', label: 'The whole country' }],
    targets,
    scales: [{ id: 'sevenPoint', options: [7, 6, 5, 4, 3, 2, 1].map((score) => ({ id: `score${score}`, label: `${score}`, score })) }],
  })
}

/** The tree of the examples. */
export function exampleSurvey({ root, scale, targets }: Pick<Example, 'root' | 'scale' | 'targets'> = {}): Survey {
  const tree = node('all', node('internal'), node('external', node('young'), node('adult')))
  const named = { ...tree, partsCalled: { one: 'part', many: 'parts' } }
  return surveyOf({ ...named, ...root }, { ...(scale ? { scale } : {}), ...(targets ? { targets } : {}) })
}

/** What an example prints: its claims as a table of them, and its running text. */
export function printedIn({ claims, text = '', told = [], altered = [] }: Example, survey: Survey): Claims {
  const found = claimsOfText({ file: 'memo.txt', blocks: blocksOfPlainText(text) }, survey, { locale: 'en' })
  const statements = told.map((readings, index): ToldStatement => {
    const place = { file: 'sections/text.md', line: index + 1, column: 1 }
    return {
      said: 'words',
      right: locales.en.statementWords.right.participle,
      readings,
      leftOver: null,
      basis: 'printed',
      place,
      document: 'memo',
    }
  })
  const copied = altered.map(([said, own]): Assertion => {
    const [ours, theirs] = [printedNumber(own), printedNumber(said)]
    const place = { file: 'memo.txt', line: 1, words: said }
    return { kind: 'altered', text: said, own, numbers: ours && theirs ? { ours, theirs } : null, ofFigure: null, document: 'memo', place }
  })
  return { claims: [...claimsOf(survey, claims), ...found.claims], assertions: [...found.assertions, ...copied], told: statements }
}

function printedNumber(text: string): PrintedNumber | null {
  const parsed = parsePrinted(text, locales.en.numbers)
  if ('reason' in parsed) return null
  return { text, interval: intervalOfPrinted(parsed.value, parsed.decimals, false), decimals: parsed.decimals, hedge: null }
}

/** Claims as a table of them would be read, one a line, in English print. */
export function claimsOf(survey: Survey, stated: Stated, file = 'claims/memo.csv'): Claim[] {
  return stated.map(([id, text, words], index) => {
    const figure = claimedFigure(id, survey)
    const said = figure ? readStatement(figure, text, locales.en, [locales.en.numbers], survey) : { reason: 'unknown figure' }
    if (!figure || 'reason' in said) throw new Error(`cannot read the claim ${id}: ${text}`)
    return { figure, text, ...said, place: { file, line: index + 2, ...(words && { words }) } }
  })
}

/** Figures from published numbers; a base is given as its own entry. */
export function figuresOf(survey: Survey, stated: Stated = []): Figures {
  const published = stated.map(([id, text], index): PublishedValue => {
    const subject = parseFigureId(id, survey)
    const parsed = parsePrinted(text, locales.en.numbers)
    if (!subject || 'reason' in parsed) throw new Error(`cannot read the value ${id}: ${text}`)
    const { metric, segment, period, provider, options } = subject
    const isCount = metric === 'base' || metric === 'count' || metric === 'invited'
    return {
      metric,
      segment,
      period,
      provider,
      options,
      item: subject.item ?? 'overall',
      text,
      value: parsed.value,
      decimals: parsed.decimals,
      interval: isCount ? pointInterval(parsed.value) : intervalOfPrinted(parsed.value, parsed.decimals, false),
      base: null,
      place: { file: 'data/2024.csv', line: index + 2 },
    }
  })
  const bases = new Map(published.filter(({ metric }) => metric === 'base').map((value) => [keyOf(value), Number(value.value.numerator)]))
  return deriveFigures(survey, {
    tallies: [],
    published: published.map((value) => ({ ...value, base: bases.get(keyOf(value)) ?? null })),
    sources: [],
  })
}

function keyOf({ segment, period, item, provider }: PublishedValue): string {
  return [segment, period, item, provider].join('/')
}
