/** Claims that their words leave in doubt, without those that are false and may be of something else. */
import type { Claim, Claims, Stated } from '../claim.js'
import type { Figures } from '../figure.js'
import { verdictOf } from './said.js'
import { endsOf, statementsOfClaims } from './statements.js'

/**
 * A claim that the numbers of the text, and ours, cannot give, whose number is something else that its sentence may
 * tell of. `settled`: all others.
 */
export function settledIn(claims: Claims, figures: Figures): { settled: Claims; doubtful: Claim[] } {
  const sure = claims.claims.filter(({ orElse }) => orElse === undefined)
  if (sure.length === claims.claims.length) return { settled: claims, doubtful: [] }
  const printed = { stated: statementsOfClaims({ ...claims, claims: sure }, figures.survey), figures }
  const isFalse = (said: Stated) => verdictOf(said, printed) === 'fails'
  const doubtful = claims.claims.filter((claim) => {
    const own = claim.orElse && statedOf(claim)
    return own && claim.orElse && isFalse(own) && !isFalse(claim.orElse)
  })
  const isDoubtful = new Set(doubtful)
  return { settled: { ...claims, claims: claims.claims.filter((claim) => !isDoubtful.has(claim)) }, doubtful }
}

/** The claim in the words of what is told of several figures. */
function statedOf({ figure, interval, direction }: Claim): Stated | null {
  const ends = endsOf(figure)
  if (!ends) return interval && { is: 'end', among: [figure], told: 'highest', by: interval }
  const [previous, current] = ends
  if (interval) return { is: 'differs', figure: current, than: previous, by: interval, isApart: false }
  return direction && { is: 'change', previous, current, told: direction }
}
