/**
 * Words of direction and order that no form has taken → everything that each can tell of those who are spoken of. Such
 * a word is false only if it is so of none of these.
 */
import type { Ranked, Stated, Told } from '../claim.js'
import { figureId } from '../figure-key.js'
import type { StatementCue } from '../locale/statement-words.js'
import { pairsOf } from '../long-lists.js'
import type { MetricId } from '../metrics.js'
import { timesIn } from './number-frames.js'
import type { NumberLexicon } from './number-mentions.js'
import { directionsOf, isDeniedLoosely, type Tells } from './statement-directions.js'
import { clausesOf } from './statement-mentions.js'
import { cuesIn, groupSets, isSameRef, type Ref, type StatementSetting, type View } from './statement-subjects.js'
import type { Mention } from './words.js'

/** Tokens `from` to `to` of a sentence tell it. */
export type OpenWord = { from: number; to: number; readings: Stated[] }

/** `own`, `before`: whom the sentence names, and who was named before it. `isOfPair`: it is said of two together. */
export type SpokenOf = { own: readonly Ref[]; before: readonly Ref[]; isOfAnswers: boolean; isOfPair: boolean }

type Setting = { words: NumberLexicon; main: MetricId; setting: StatementSetting }

/** What makes a direction one of something else than of results and answers, or of what is not told. */
const others: readonly StatementCue[] = [
  ...(['gap', 'difference', 'content', 'evidence', 'target', 'reached', 'groups', 'providers', 'both', 'all', 'only', 'cause'] as const),
  ...(['portion', 'throughout', 'greatest', 'least', 'highest', 'lowest', 'overtaken', 'trend'] as const),
]

/** Words of direction and order of a sentence that is about one, or about two together. */
export function openWordsOf(view: View, spoken: SpokenOf, own: Setting): OpenWord[] {
  return [...directionsIn(view, spoken, own), ...placesIn(view, spoken, own), ...ordersIn(view, spoken, own)]
}

function directionsIn(view: View, spoken: SpokenOf, { words, main, setting }: Setting): OpenWord[] {
  const { refs, held } = subjectsIn(view, spoken)
  const isOfAll = refs.length > 0 && (refs.length === 1 || (spoken.isOfPair && refs.length === 2))
  if (!isOfAll || tellsOfOthers(view, spoken.isOfPair)) return []
  if (view.periods.length > 0 && isOfFirstAlone(view, words, setting)) return []
  const told = directionsTold(view)
  const isOfCounts = cuesIn(view, 'answers', 'answer', 'answered', 'person').length > 0 || spoken.isOfAnswers
  const isOfLevel = cuesIn(view, 'level', 'index', 'mean').length > 0
  const metrics: MetricId[] = [main, ...(isOfCounts && !isOfLevel ? (['base'] as const) : [])]
  return told.flatMap((tells): OpenWord[] => {
    if (tells.form === 'possible' || isHeldAgainstNumber(view, tells) || (tells.isNegated && isDeniedBefore(view, tells))) return []
    if (isDeniedLoosely(tells, view)) return []
    // "De sygemeldte har samme indekstal": as before, or as whoever was named.
    if (tells.direction === 'unchanged' && spoken.before.some((other) => !refs.includes(other))) return []
    const isCompared = tells.form === 'comparative' && tells.direction !== 'unchanged'
    const isOfOthers = tells.form === 'comparative' && held.length > 0
    // "STU ligger på 66. Bostøtten ligger lavere.": than whoever was named before.
    const others = !isCompared ? [] : isOfOthers ? held : spoken.before.filter((other) => !refs.includes(other))
    const readings = metrics.flatMap((metric) => [
      ...(isOfOthers ? [] : changesTold(tells, refs, metric, setting)),
      ...others.flatMap((other) => ordersTold(tells, refs, other, metric, setting)),
    ])
    return [{ from: tells.from, to: tells.to, readings }]
  })
}

/** "Det er bedre end resultatet for alle tilbud": who stands behind "than" is whom it is held against. */
function subjectsIn(view: View, { own, before }: SpokenOf): { refs: readonly Ref[]; held: readonly Ref[] } {
  const [than] = cuesIn(view, 'than')
  const named = [...view.groups, ...view.wholes]
  const held = than ? own.filter((ref) => named.every(({ target, from }) => target !== ref || than.to <= from)) : []
  const subjects = own.filter((ref) => !held.includes(ref))
  return { refs: subjects.length > 0 ? subjects : before, held }
}

/** All that a sentence tells of one way; none where it tells of several, or where what is denied may be of another. */
function directionsTold(view: View): Tells[] {
  const clauses = clausesOf(view.tokens, view.mentions, view.periods)
  const told = clauses.flatMap((clause) => directionsOf({ ...view, clause }, []))
  // "ikke steget, men faldet": of each the other may be denied.
  const ways = new Set(told.map(({ direction, isNegated }) => `${direction} ${isNegated}`))
  // "Den steg, selv om tilfredsheden samlet ikke gjorde"
  const isOfAnother = cuesIn(view, 'not', 'none', 'neither').length > 0 && told.some(({ isNegated }) => !isNegated)
  return ways.size > 1 || isOfAnother ? [] : told
}

/** Each of these has moved so, from some time to a later one. */
function changesTold({ direction, isNegated }: Tells, refs: readonly Ref[], metric: MetricId, { survey }: StatementSetting): Stated[] {
  const spans = pairsOf(survey.periods.map(({ id }) => id))
  return spans.map(([previous, current]) =>
    ofEach(refs, isNegated, (ref) => {
      const id = (period: string) => figureId({ metric, ...ref, period }, survey)
      return { is: 'change', previous: id(previous), current: id(current), told: direction }
    }),
  )
}

/** Each of these lay so beside another, at some time. */
function ordersTold(tells: Tells, refs: readonly Ref[], other: Ref, metric: MetricId, { survey }: StatementSetting): Stated[] {
  return survey.periods.map(({ id: period }) =>
    ofEach(refs, tells.isNegated, (ref) => {
      const id = (who: Ref) => figureId({ metric, ...who, period }, survey)
      return { is: 'order', figure: id(ref), than: id(other), told: tells.direction === 'rise' ? 'above' : 'below' }
    }),
  )
}

function ofEach(refs: readonly Ref[], isNegated: boolean, tell: (ref: Ref) => Told): Stated {
  const each = refs.map((ref): Told => (isNegated ? { is: 'not', of: tell(ref) } : tell(ref)))
  const [only, ...more] = each
  return only && more.length === 0 ? only : { is: 'all', of: each }
}

function tellsOfOthers(view: View, isOfPair: boolean): boolean {
  const named = [...view.groups, ...view.wholes]
  // "interne tilbud", "vurderer deres tilbud"
  const isOwn = ({ from, to }: { from: number; to: number }) =>
    named.some((each) => each.from <= from && to <= each.to) || view.mentions.cueBefore(from, 'own') !== null
  const isPair = ({ target }: Mention<StatementCue>) => isOfPair && (target === 'both' || target === 'groups')
  return cuesIn(view, ...others).some((cue) => !isOwn(cue) && !isPair(cue))
}

/** "I 2022-23 var den lavere": it is told of the first time alone, and nobody knows what was before. */
function isOfFirstAlone(view: View, words: NumberLexicon, setting: StatementSetting): boolean {
  const [first] = setting.survey.periods
  return timesIn({ view, setting, words }).every(({ target, isCompared }) => target === first?.id && !isCompared)
}

/** "Mindst er de sygemeldte", "Det er den mindste stigning": first or last among those beside whom it can be. */
function placesIn(view: View, { own, before, isOfAnswers }: SpokenOf, { main, setting }: Setting): OpenWord[] {
  const { survey } = setting
  const named = own.filter((ref) => [...view.groups, ...view.wholes].some(({ target }) => isSameRef(target, ref)))
  const [ref, ...more] = named.length > 0 ? named : before
  const [cue, ...others] = cuesIn(view, 'greatest', 'least', 'highest', 'lowest')
  const barriers = [...cuesIn(view, 'not', 'none', 'neither', 'only', 'than', 'own', 'throughout', 'gap', 'difference', 'target', 'outOf')]
  if (!ref || more.length > 0 || !cue || others.length > 0 || barriers.length > 0) return []
  // "den største gruppe", "størst utilfredshed"
  if (!isOfResults(view, cue.to) || cuesIn(view, 'content', 'evidence', 'good', 'bad').length > 0) return []
  // "blandt de højeste", "på en skala, hvor 100 er bedst"
  const lead = view.tokens.slice(0, cue.from).map(({ key }) => key)
  const { numbers } = setting.locale.statementWords
  const isOneOf = numbers.oneOf.some((said) => lead.join(' ').endsWith(said))
  if (isOneOf || lead.some((word) => setting.locale.claimWords.scale.includes(word))) return []
  const sets = groupSets(setting).filter((set) => set.some((member) => isSameRef(member, ref)))
  const isOfCounts = cuesIn(view, 'answers', 'answer').length > 0 || isOfAnswers
  const isOfLevel = cuesIn(view, 'level', 'index', 'mean').length > 0
  const isOfAnswersAlone = cuesIn(view, 'answers', 'answer').length > 0 && !isOfLevel
  const metrics: MetricId[] = isOfAnswersAlone ? ['base'] : [...(isOfCounts && !isOfLevel ? (['base'] as const) : []), main]
  const periods = survey.periods.map(({ id }) => id)
  const moved = view.mentions.directions.filter(({ target }) => target.direction !== 'unchanged')
  // "er gået mest frem"
  const particles = cuesIn(view, 'motion', 'moves').length > 0 ? cuesIn(view, 'up', 'down') : []
  const directions = new Set([
    ...moved.map(({ target }) => target.direction),
    ...particles.map(({ target }) => (target === 'up' ? ('rise' as const) : ('fall' as const))),
  ])
  if (directions.size > 1) return []
  const isUp = cue.target === 'greatest' || cue.target === 'highest'
  const end = (isUp ? 'highest' : 'lowest') as 'highest' | 'lowest'
  const placed = (
    metric: MetricId,
    set: readonly Ref[],
    current: string,
    previous: string | null,
    told: Pick<Place, 'end' | 'isLeast'>,
  ): Stated => {
    const ranked = (who: Ref): Ranked => ({
      previous: previous === null ? null : figureId({ metric, ...who, period: previous }, survey),
      current: figureId({ metric, ...who, period: current }, survey),
    })
    const among = set.filter((member) => !isSameRef(member, ref)).map(ranked)
    return { is: 'place', of: ranked(ref), among, from: 1, to: 1, ...told }
  }
  const [direction] = directions
  const told = { end: direction === 'fall' ? 'lowest' : 'highest', ...(isUp ? {} : { isLeast: true as const }) } as const
  const readings = metrics.flatMap((metric) =>
    sets.flatMap((set) =>
      direction === undefined
        ? periods.map((period) => placed(metric, set, period, null, { end }))
        : pairsOf(periods).map(([previous, current]) => placed(metric, set, current, previous, told)),
    ),
  )
  return [{ from: cue.from, to: cue.to, readings }]
}

type Place = Extract<Stated, { is: 'place' }>

/** What stands behind "mest": a direction, what is measured, a verb, whose it is, or nothing; and no other word. */
function isOfResults({ mentions, tokens, groups }: View, at: number): boolean {
  const next = tokens[at]
  if (next === undefined || next.kind === 'mark') return true
  const kinds = ['level', 'index', 'mean', 'answers', 'answer', 'is', 'was', 'moves', 'motion', 'up', 'down'] as const
  const isLink = mentions.cue(at, ...kinds, 'holder', 'article', 'since', 'during') !== null
  return isLink || mentions.directions.some(({ from }) => from === at) || groups.some(({ from }) => from === at)
}

/** "Begge ligger over de eksterne": so each lies beside the one who is named behind it. */
function ordersIn(view: View, { own, before, isOfAnswers, isOfPair }: SpokenOf, { main, setting }: Setting): OpenWord[] {
  const { survey } = setting
  const [cue, ...more] = cuesIn(view, 'above', 'below')
  const named = [...view.groups, ...view.wholes]
  const start = cue ? (view.mentions.cue(cue.to, 'article')?.to ?? cue.to) : null
  const [other, ...others] = cue ? named.filter(({ from }) => from === cue.to || from === start) : []
  const barriers = cuesIn(view, 'not', 'none', 'neither', 'only', 'target', 'gap', 'difference', 'than', 'most', 'providers')
  if (!cue || !other || more.length + others.length > 0 || barriers.length > 0) return []
  const subjects = own.filter((ref) => !isSameRef(ref, other.target))
  const refs = subjects.length > 0 ? subjects : before.filter((ref) => !isSameRef(ref, other.target))
  if (refs.length === 0 || (refs.length > 1 && !(isOfPair && refs.length === 2))) return []
  const isOfCounts = cuesIn(view, 'answers', 'answer').length > 0 || isOfAnswers
  const metrics: MetricId[] = [main, ...(isOfCounts ? (['base'] as const) : [])]
  const told = cue.target === 'above' ? 'above' : 'below'
  const readings = metrics.flatMap((metric) =>
    survey.periods.map(({ id }): Stated => {
      const figure = (ref: Ref) => figureId({ metric, ...ref, period: id }, survey)
      return ofEach(refs, false, (ref) => ({ is: 'order', figure: figure(ref), than: figure(other.target), told }))
    }),
  )
  return [{ from: cue.from, to: cue.to, readings }]
}

/** "vakler ikke: den er faldet": what is denied stands behind a mark. */
function isDeniedBefore({ mentions, tokens }: View, { from }: Tells): boolean {
  const denial = mentions.cues('not', 'neither', 'none').findLast((cue) => cue.from < from)
  return denial !== undefined && tokens.slice(denial.to, from).some(({ kind }) => kind === 'mark')
}

/** "højere end 80" */
function isHeldAgainstNumber({ mentions, tokens }: View, { to, form }: Tells): boolean {
  const than = form === 'comparative' ? mentions.cue(to, 'than') : null
  return than !== null && tokens[than.to]?.kind === 'number'
}
