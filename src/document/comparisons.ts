/** Words that hold numbers against each other: what lies above, below, nearest, and whether two are alike. */
import { differenceOf } from '../difference.js'
import type { Difference, Figure } from '../figure.js'
import { endsOfDifference, idOfKey } from '../figure-key.js'
import { figureOf } from '../figures.js'
import { compare, type Exact, exact, fromFraction, toFraction } from '../printed.js'
import { heldAgainst } from './asked.js'
import { inListed, listOf, nounAt, single } from './nouns.js'
import { endBeside, numberTold } from './numbers.js'
import { levelAt, type Standing } from './standing.js'
import { isList, isNumeral, isThing } from './template.js'
import { type Entry, type FigureNumeral, type Named, type NounList, type Result, shown, textOf, thing } from './values.js'

/**
 * The members of a list by what may be told of them against something: all that have a number of it, those above,
 * below, equal, alike only at the coarser precision of the two, undecided where rounding hides it, each a list; and
 * the one that is nearest and the one farthest, absent in a tie and where rounding hides which it is.
 */
export const compareWord: Entry = {
  takes: [1, 1],
  options: ['to'],
  lazy: ['to'],
  run: (call) => {
    const [list] = call.args
    const to = call.lazy('to')
    if (!isList(list)) return call.fail(shown(list), 'list')
    if (to === null) return call.fail('compare', 'to=')
    const { noun, called, members } = list as NounList
    const held = members.map((member) => {
      const against = heldAgainst(to(member), call)
      const level = against === null ? null : levelAt(member)
      return { member, difference: against !== null && level ? differenceOf(member.setting.figures, level.id, against) : undefined }
    })
    const known = held.filter(({ difference }) => difference?.printed != null)
    const those = (standing: Difference['direction'] | 'roundedAlike'): NounList =>
      listOf(
        known.filter(({ member, difference }) => standingToldOf(difference, member) === standing).map(({ member }) => member),
        noun,
        call.here,
        { called, of: known.length },
      )
    const extreme = (sign: 1 | -1): Result => {
      const found = known.find((one) => known.every((other) => other === one || liesFarther(one.difference, other.difference, sign)))
      return found && known.length > 1 ? nounAt(noun, found.member) : null
    }
    const attributes = {
      all: () =>
        listOf(
          known.map(({ member }) => member),
          noun,
          call.here,
          { called },
        ),
      above: () => those('above'),
      below: () => those('below'),
      equal: () => those('equal'),
      roundedAlike: () => those('roundedAlike'),
      undecided: () => those('undecided'),
      farthest: () => extreme(1),
      nearest: () => extreme(-1),
    }
    const inner: Named = thing('other', 'comparison', call.here, attributes)
    return known.length === 0 ? null : { ...inner, here: inListed('comparison', call.here, () => inner) }
  },
}

/** How a difference is told: 4.2 and 4 are the same at the coarser precision, and not as a reader sees them. */
export function standingToldOf(difference: Difference | null | undefined, { setting }: Standing): Difference['direction'] | 'roundedAlike' {
  if (difference?.direction !== 'equal' || difference.key.kind !== 'difference') return difference?.direction ?? null
  const [own, other] = endsOfDifference(difference.key).map((key) => key && figureOf(setting.figures, idOfKey(key, setting.survey)))
  const isAlike = !own?.printed || !other?.printed || Number(own.printed) === Number(other.printed)
  return isAlike ? 'equal' : 'roundedAlike'
}

/** Whether one difference is larger than another, or smaller, by what is printed and whatever rounding hides. */
function liesFarther(one: Difference | undefined, other: Difference | undefined, sign: 1 | -1): boolean {
  const [own, others] = [extentOf(one), extentOf(other)]
  if (!own || !others) return false
  return sign > 0
    ? own.printed > others.printed && compare(own.least, others.most) >= 0
    : own.printed < others.printed && compare(own.most, others.least) <= 0
}

/** How large a difference is without its sign: as it is printed, and at the least and at the most. */
function extentOf(difference: Difference | undefined): { printed: number; least: Exact; most: Exact } | null {
  if (!difference?.interval || difference.printed === null) return null
  const { from, to } = difference.interval
  const ends = [from, to].map((end) => fromFraction(toFraction(end).abs()))
  const [small = from, large = to] = ends.toSorted(compare)
  const isAcrossZero = compare(from, exact(0)) < 0 && compare(to, exact(0)) > 0
  return { printed: Math.abs(Number(difference.printed)), least: isAcrossZero ? exact(0) : small, most: large }
}

export const sameWord: Entry = {
  takes: [2, 2],
  options: [],
  run: ({ args, fail }) => {
    const [a, b] = args.map((each) => single(each))
    if (a == null || b == null) return false
    if (isThing(a) && isThing(b)) return a.noun === b.noun && (a as Named).id === (b as Named).id
    if (isNumeral(a) && isNumeral(b)) {
      const [first, second] = [(a as FigureNumeral).figure, (b as FigureNumeral).figure]
      if (first?.printed == null || first.printed !== second?.printed) return false
      return first.isInWords === second.isInWords && endBeside(first) === endBeside(second)
    }
    const [first, second] = [textOf(a), textOf(b)]
    return first !== null && second !== null ? first === second : fail(`${shown(a)}, ${shown(b)}`, 'two numbers, two nouns or two texts')
  },
}

export const moreWord: Entry = {
  takes: [2, 2],
  options: [],
  run: ({ args, fail }) => {
    const [a, b] = args.map((value) => {
      if (!isNumeral(value)) return fail(shown(value), 'number')
      return (value as FigureNumeral).figure
    })
    if (a?.printed == null || b?.printed == null) return false
    if (a.isInWords || b.isInWords) return isAllAbove(a, b)
    return numberTold(a) > numberTold(b)
  },
}

/** Whatever a share in words may be, the one is more than the other. */
export function isAllAbove(a: Figure, b: Figure): boolean {
  if (!a.interval || !b.interval) return false
  const ends = compare(a.interval.from, b.interval.to)
  return ends > 0 || (ends === 0 && !(a.interval.fromIncluded && b.interval.toIncluded))
}

export const atLeastWord: Entry = {
  takes: [2, 2],
  options: [],
  run: ({ args: [list, number], fail }) =>
    isList(list) && typeof number === 'number' ? list.members.length >= number : fail(shown(number), 'list, number'),
}
