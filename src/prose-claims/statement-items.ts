/** Of how many of the survey's items a clause tells something: "på fire af de seks temaer (Samtalen, …)". */
import type { Told } from '../claim.js'
import { isKnown, isMeasured, type Way } from './statement-meant.js'
import { range } from './statement-mentions.js'
import type { StatementSetting, View } from './statement-subjects.js'

/** `count` of `of`; `named`: those of them that stand in brackets behind. */
export type ItemCount = { from: number; to: number; count: number; of: number; named: string[] }

/** null: the clause counts no items. */
export function itemsCounted({ tokens, mentions, clause }: View, { survey, locale, lexicon }: StatementSetting): ItemCount | null {
  const called = survey.itemsCalled ?? locale.document.called.item
  const stem = lexicon.stem(called.many.split(' ').at(-1) ?? '')
  const noun = range(clause.from, clause.to).find((at) => tokens[at]?.stem === stem)
  if (noun === undefined) return null
  const numberAt = (at: number) => (tokens[at]?.kind === 'word' ? (lexicon.numbers.get(tokens[at]?.key ?? '') ?? null) : null)
  const put = (from: number, count: number, of: number): ItemCount => ({ from, to: noun + 1, count, of, named: namedBehind(noun) })
  const namedBehind = (at: number): string[] => {
    if (tokens[at + 1]?.text !== '(') return []
    const end = tokens.findIndex(({ text }, index) => index > at && text === ')')
    return mentions.items.filter(({ from, to }) => from > at && to <= end).map(({ target }) => target)
  }
  if (mentions.cue(noun - 1, 'both')) return put(noun - 1, both, both)
  const of = numberAt(noun - 1)
  if (of === null) return null
  if (mentions.cue(noun - 2, 'all')) return put(noun - 2, of, of)
  const link = mentions.cueBefore(noun - 1, 'outOf')
  if (!link) return null
  const count = mentions.cue(link.from - 1, 'none') ? 0 : numberAt(link.from - 1)
  return count === null ? null : put(link.from - 1, count, of)
}

const both = 2

/** Just so many of the items of which it can be known, and among them those that are named. */
export function toldOfItems(
  { count, of, named }: ItemCount,
  ways: readonly Way[],
  told: (way: Way) => Told,
  setting: StatementSetting,
): Told[] {
  const [way] = ways
  if (!way) return []
  const all = setting.survey.items.map(({ id }) => ({ id, told: told({ ...way, item: id }) }))
  const measured = all.filter((member) => isMeasured(member.told, setting))
  const known = measured.filter((member) => isKnown(member.told, setting))
  // As many as are shown are those that are shown.
  const each = known.length === of ? known : measured
  if (each.length !== of) return []
  const mentioned = named.flatMap((id) => each.filter((member) => member.id === id).map((member) => member.told))
  return [{ is: 'all', of: [{ is: 'howMany', least: count, most: count, of: each.map((member) => member.told) }, ...mentioned] }]
}
