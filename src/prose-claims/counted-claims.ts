/** "300 af 6.090 borgere i forløb (4,9 pct.) var i job": so many of so many, with the share that they are. */
import { type Claim, intervalOfClaim } from '../claim.js'
import { figureId, keyOfId } from '../figure-key.js'
import type { NumberMention, Sentence, Setting } from './sentences.js'

/** `part` and `whole` are one mention where they are read as a fraction. `share`: the percentage that follows. */
export type PartOfWhole = { part: NumberMention; whole: NumberMention; share: NumberMention }

export function partsOfWholes({ numbers, words }: Sentence, { locale }: Pick<Setting, 'locale'>): PartOfWhole[] {
  const { outOf } = locale.statementWords.cues
  const { amounting } = locale.statementWords.numbers
  const between = (from: number, to: number) =>
    words
      .slice(from, to)
      .map(({ key }) => key)
      .join(' ')
  return numbers.flatMap((part, index): PartOfWhole[] => {
    const next = numbers[index + 1]
    const isFraction = part.unit === 'fraction' && part.whole !== null
    const isPart = next !== undefined && outOf.includes(between(part.to, next.from))
    const whole = isFraction ? part : isPart ? next : undefined
    const share = numbers[index + (isFraction ? 1 : 2)]
    if (!whole || share?.unit !== 'percent' || part.decimals > 0 || whole.decimals > 0) return []
    const lead = between(whole.to, share.from)
    const isLed = lead.endsWith('(') || amounting.some((said) => lead === said || lead.endsWith(` ${said}`))
    return isLed ? [{ part, whole, share }] : []
  })
}

/**
 * Of a fact the share's own count and what it is of. An answer's share leaves out those who do not know, whom the whole
 * may count, so that nothing follows from it.
 */
export function countsBesideShare(
  { part, whole }: PartOfWhole,
  figure: string,
  place: (number: NumberMention) => Claim['place'],
  { survey }: Pick<Setting, 'survey'>,
): Claim[] {
  const key = keyOfId(figure, survey)
  const item = key?.kind === 'metric' ? survey.items.find(({ id }) => id === key.item) : undefined
  if (key?.kind !== 'metric' || key.metric !== 'share' || !item?.counts) return []
  const { segment, provider, period, options } = key
  const subject = { segment, provider, period, item: item.id }
  const told = [
    { number: part, value: part.value, figure: figureId({ ...subject, metric: 'count', options }, survey) },
    { number: whole, value: whole.whole ?? whole.value, figure: figureId({ ...subject, metric: 'base' }, survey) },
  ]
  return told.map(({ number, value, figure: id }) => ({
    ...{ figure: id, text: number.text, interval: intervalOfClaim(id, value, 0, number.hedge, survey), decimals: 0, direction: null },
    place: place(number),
  }))
}
