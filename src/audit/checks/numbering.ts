import type { Assertion } from '../../claim.js'
import type { Finding } from '../../finding.js'
import type { Check } from '../check.js'
import { assertionsOf, findingOfWords, listsByKey, type Statements, wordsEvidence } from '../statements.js'

/**
 * Two tables, or two charts, of one number; or a reference to a number that none has.
 *
 * Fires where two captions of one kind and number say different things, and where the words send a reader to a table
 * the document does not have. A missing number beside a doubled one has the same cause, and stands under it.
 *
 * Silent for a table that goes on ("continued"), for a list of tables, which repeats their captions, for another
 * document's tables and those of an appendix, and in a document without any caption.
 */
export const numbering: Check<'numbering'> = {
  id: 'numbering',
  scopes: ['claims', 'document'],
  follows: false,
  run: (stated) => (['table', 'chart'] as const).flatMap((of) => findingsOf(stated, of)),
  examples: {
    consistent: [
      {
        because: 'each its own',
        claims: [],
        text: 'Table 1: One.\n\nTable 2: Another.\n\nFigure 1: A chart.\n\nSee table 1 and 2 and figure 1.',
      },
      { because: 'a table that goes on', claims: [], text: 'Table 1: One.\n\nTable 1 (continued): The rest.\n\nSee table 1.' },
      {
        because: 'a list of tables',
        claims: [],
        text: 'Table 1: One ........ 4\n\nTable 2: Another ........ 5\n\nTable 1: One\n\nTable 2: Another\n',
      },
      { because: 'another document’s table', claims: [], text: 'Table 1: One.\n\nSee table 7 in the report, and appendix 2, table 3.' },
    ],
    inconsistent: [
      { because: 'two tables of one number', claims: [], text: 'Table 1: People in work.\n\nTable 1: People with a plan.' },
      { because: 'a table that is not there', claims: [], text: 'Table 1: One.\n\nTable 2 shows another.' },
    ],
    undecidable: [{ because: 'no captions at all', claims: [], text: 'Table 2 shows the results.' }],
  },
}

type Caption = Extract<Assertion, { kind: 'caption' }>

function findingsOf(stated: Statements, of: Caption['of']): Finding<'numbering'>[] {
  const captions = assertionsOf(stated, 'caption').filter((caption) => caption.of === of)
  if (captions.length === 0) return []
  const byNumber = listsByKey(captions.map((caption) => [caption.number, caption]))
  const doubled = [...byNumber.values()].flatMap((ofNumber) => doubledAt(stated, ofNumber))
  const missing = missingNumbers(stated, of, new Set(byNumber.keys()))
  const [cause, ...others] = doubled
  return cause ? [{ ...cause, consequences: missing }, ...others] : missing
}

/** The first caption that gives a number to something else than the caption before it. */
function doubledAt(stated: Statements, captions: readonly Caption[]): Finding<'numbering'>[] {
  const [first, ...others] = captions.filter(({ isContinued }) => !isContinued)
  const other = first && others.find(({ text }) => !isSameTitle(text, first.text))
  if (!first || !other) return []
  const subject = `${first.of}/${first.number}`
  return [
    findingOfWords(stated, 'numbering', wordsEvidence(subject, other.text, other.place), {
      related: [wordsEvidence(subject, first.text, first.place)],
      values: { fault: 'doubled', of: first.of, number: first.number },
    }),
  ]
}

/** Whatever the page number a list of tables puts after it, and where one is cut short. */
function isSameTitle(a: string, b: string): boolean {
  const [first, second] = [a, b].map((title) => title.toLowerCase().replace(/[\s.\u2026]*\d*\s*$/u, ''))
  return first !== undefined && second !== undefined && (first.startsWith(second) || second.startsWith(first))
}

function missingNumbers(stated: Statements, of: Caption['of'], numbers: ReadonlySet<number>): Finding<'numbering'>[] {
  const references = assertionsOf(stated, 'reference').filter(
    (reference) => reference.of === of && !reference.isElsewhere && !numbers.has(reference.number),
  )
  const byNumber = listsByKey(references.map((reference) => [reference.number, reference]))
  return [...byNumber].flatMap(([number, [first, ...others]]) => {
    if (!first) return []
    const subject = `${of}/${number}`
    const related = others.map(({ place }) => wordsEvidence(subject, String(number), place))
    const found = wordsEvidence(subject, String(number), first.place)
    return [findingOfWords(stated, 'numbering', found, { related, values: { fault: 'missing', of, number } })]
  })
}
