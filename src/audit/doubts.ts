/** Claims that their words leave in doubt, without those that are false and may be of something else. */
import type { Claim, Claims, NumberFate, Stated } from '../claim.js'
import type { Place } from '../errors.js'
import type { Figures } from '../figure.js'
import { verdictOf } from './said.js'
import { endsOf, listsByKey, statementsOfClaims } from './statements.js'

/**
 * Without the claims that the numbers of the text, and ours, cannot give, and whose number is something else that their
 * sentences may tell of. `isInDoubt`: whether a number is one of those.
 */
export function settledIn(claims: Claims, figures: Figures): { settled: Claims; isInDoubt: (number: NumberFate) => boolean } {
  const sure = claims.claims.filter(({ orElse }) => orElse === undefined)
  if (sure.length === claims.claims.length) return { settled: claims, isInDoubt: () => false }
  const printed = { stated: statementsOfClaims({ ...claims, claims: sure }, figures.survey), figures }
  const isFalse = (said: Stated) => verdictOf(said, printed) === 'fails'
  const isDoubtful = (claim: Claim) => {
    const own = claim.orElse && statedOf(claim)
    return own && claim.orElse ? isFalse(own) && !isFalse(claim.orElse) : false
  }
  const doubtful = new Set(claims.claims.filter(isDoubtful))
  const byPlace = listsByKey([...doubtful].map((claim) => [nameOf(claim.place), claim.text]))
  return {
    settled: { ...claims, claims: claims.claims.filter((claim) => !doubtful.has(claim)) },
    isInDoubt: ({ text, place }) => byPlace.get(nameOf(place))?.some((said) => said.includes(text)) === true,
  }
}

function nameOf({ file, line, words }: Place): string {
  return JSON.stringify([file, line, words])
}

/** The claim in the words of what is told of several figures. */
function statedOf({ figure, interval, direction }: Claim): Stated | null {
  const ends = endsOf(figure)
  if (!ends) return interval && { is: 'end', among: [figure], told: 'highest', by: interval }
  const [previous, current] = ends
  if (interval) return { is: 'differs', figure: current, than: previous, by: interval, isApart: false }
  return direction && { is: 'change', previous, current, told: direction }
}
