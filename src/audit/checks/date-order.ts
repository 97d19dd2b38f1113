import type { Place } from '../../errors.js'
import type { Finding } from '../../finding.js'
import type { Check } from '../check.js'
import { assertionsOf, byPlace, findingOfWords, listsByKey, pathOf, type Statement, type Statements, wordsEvidence } from '../statements.js'

/**
 * A document older than what it tells.
 *
 * Fires where numbers were drawn, or a period ended of which it gives numbers, after the document's own date. Of our
 * own document it is advice: its numbers may be those so far.
 *
 * Silent for what is still to come: plans, the next round; and where the document bears no date.
 */
export const dateOrder: Check<'date-order'> = {
  id: 'date-order',
  scopes: ['claims', 'document'],
  follows: false,
  run: (stated) => {
    const [document] = assertionsOf(stated, 'date').filter(({ of }) => of === 'document')
    return document ? [...drawnLater(stated, document), ...endedLater(stated, document)] : []
  },
  examples: {
    consistent: [
      { because: 'drawn before', claims: [], text: 'Date: 2024-12-09\n\nSource: Register, extracted 2024-11-07.' },
      { because: 'a plan', claims: [], text: 'Date: 2024-12-09\n\nThe next numbers will be extracted 2025-11-07.' },
      { because: 'the period is over', claims: [['indexScore/internal/2024', '74']], text: 'Date: 2025-01-09\n\nAll went well.' },
    ],
    inconsistent: [
      {
        because: 'drawn a fortnight after it was written',
        claims: [],
        text: 'Date: 2023-07-21\n\nSource: Register, extracted 2023-08-07.',
      },
      {
        because: 'written before the period ended',
        claims: [['indexScore/internal/2024', '74']],
        text: 'Date: 2024-06-30\n\nAll went well.',
      },
    ],
    undecidable: [{ because: 'no date of its own', claims: [], text: 'Source: Register, extracted 2023-08-07.' }],
  },
}

type Dated = { date: string; text: string; place: Place }

function drawnLater(stated: Statements, document: Dated): Finding<'date-order'>[] {
  const later = assertionsOf(stated, 'date').filter(({ of, date }) => of === 'extraction' && date > document.date)
  const byDate = listsByKey(later.map((each) => [each.date, each]))
  return [...byDate].flatMap(([date, [first, ...others]]) => {
    return first ? [findingAt(stated, document, 'drawn', `date/${date}`, first, others)] : []
  })
}

/** Of the periods that end later, the last. */
function endedLater(stated: Statements, document: Dated): Finding<'date-order'>[] {
  const printed = [...stated.byFigure.values()]
    .flat()
    .filter((each) => each.interval && pathOf(each.figure)?.periods.length === 1 && isDated(each, stated))
  const ended = stated.survey.periods.filter(({ to }) => to > document.date)
  const last = ended.findLast(({ id }) => printed.some(({ figure }) => pathOf(figure)?.periods[0] === id))
  const [first] = printed.filter(({ figure }) => pathOf(figure)?.periods[0] === last?.id).sort((a, b) => byPlace(a.place, b.place))
  if (!last || !first?.place) return []
  // Nobody has typed the numbers of our own document, but the date.
  const place = stated.scope === 'document' ? document.place : first.place
  return [findingAt(stated, document, 'ended', `period/${last.id}`, { date: last.to, text: first.text, place }, [])]
}

/** A sentence that names no time is of the document's period by our own guess, and says nothing of when that ends. */
function isDated({ figure, place, table }: Statement, { scope, survey }: Statements): boolean {
  if (scope === 'document' || table !== undefined || place?.words === undefined) return true
  const period = survey.periods.find(({ id }) => id === pathOf(figure)?.periods[0])
  return period !== undefined && place.words.includes(period.to.slice(0, 4))
}

function findingAt(
  stated: Statements,
  document: Dated,
  what: 'drawn' | 'ended',
  subject: string,
  { date, text, place }: Dated,
  others: readonly Dated[],
): Finding<'date-order'> {
  return findingOfWords(stated, 'date-order', wordsEvidence(subject, text, place), {
    kind: stated.scope === 'document' ? 'advice' : 'error',
    related: [
      wordsEvidence('date/document', document.text, document.place),
      ...others.map((each) => wordsEvidence(subject, each.text, each.place)),
    ],
    values: { what, date, documentDate: document.date },
  })
}
