/**
 * Findings about our own numbers, without those that are withheld: a report is read by more than may see the answers.
 */
import type { Figures } from '../figure.js'
import { idOfKey, parseFigureId } from '../figure-key.js'
import type { Evidence, Finding } from '../finding.js'
import { endsOf } from './statements.js'

/**
 * Where anything that a finding rests on is withheld, it tells that something does not agree and where, and no number:
 * from the others of a contradiction the withheld one may be worked out.
 */
export function discreetly<F extends Finding>(finding: F, figures: Figures): F {
  const consequences = finding.consequences.map((each) => discreetly(each, figures))
  const isDiscreet = consequences.some((each) => each.isDiscreet) || figuresOf(finding).some((figure) => isOfWithheld(figure, figures))
  if (!isDiscreet) return finding
  return {
    ...finding,
    values: {},
    found: silent(finding.found),
    expected: { interval: null, printed: [] },
    related: [],
    flips: [],
    candidates: [],
    consequences,
    isDiscreet,
  }
}

function figuresOf({ figure, found, related, candidates }: Finding): string[] {
  const repaired = candidates.flatMap(({ repairs, support }) => [...repairs, ...support].map((each) => each.figure))
  return [figure, found.figure, ...related.map((evidence) => evidence.figure), ...repaired]
}

/** The words around a number hold it too. */
function silent(evidence: Evidence): Evidence {
  if (!evidence.place) return { ...evidence, text: '', interval: null }
  const { words, ...place } = evidence.place
  return { ...evidence, text: '', interval: null, place }
}

function isOfWithheld(figure: string, { figures, survey }: Figures): boolean {
  return [figure, ...(endsOf(figure) ?? [])].some((id) => {
    if (figures[id]?.status === 'withheld') return true
    const key = parseFigureId(id, survey)
    return key !== null && key !== undefined && figures[idOfKey({ ...key, metric: 'base', options: null }, survey)]?.status === 'withheld'
  })
}
