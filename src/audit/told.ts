/** What our own document tells of its figures, held against them: false, true, or not to be decided. */
import { changeOf, figureById } from '../change.js'
import { type Claims, figuresOf, type NotRead, type NotReadReason, type Ranked, type Told, type ToldStatement } from '../claim.js'
import type { ChangeBasis, Figure, Figures } from '../figure.js'
import { figureId, keyOfId, subjectOf } from '../figure-key.js'
import { figureOf } from '../figures.js'
import type { Evidence, Finding } from '../finding.js'
import { middleOfRange } from '../metrics.js'
import { compare, toNumber } from '../printed.js'
import { scaleOf } from '../scales.js'
import { printedAt } from '../subtraction.js'
import { segmentsAndBenchmarks } from '../survey.js'
import { computedEvidence, findingOfWords, pathOf, type Statements, wordsEvidence } from './statements.js'
import { targetOf } from './targets.js'

type Verdict = 'holds' | 'fails' | 'open'
/** `isExact`: numbers that are alike only at the coarser of their precisions are neither in order nor the same. */
type Holding = { figures: Figures; basis: ChangeBasis; isExact?: true }

/** The statements that can be meant in no way that is true. */
export function falseStatements({ told, scope }: Pick<Statements, 'told' | 'scope'>, figures: Figures): Finding<'false-statement'>[] {
  return told.flatMap((statement): Finding<'false-statement'>[] => {
    const holding = { figures, basis: statement.basis }
    const [first] = statement.readings
    if (!first || verdictOn(statement, holding) !== 'fails') return []
    const decisive = decisiveOf(first, holding)
    const change = decisive.is === 'change' ? changeOf(figures, decisive.previous, decisive.current, { basis: statement.basis }) : undefined
    const figure = change?.id ?? figuresOf(decisive)[0] ?? ''
    const found: Evidence = wordsEvidence(figure, statement.said, statement.place)
    const right = change?.direction && statement.right && first === decisive ? statement.right[change.direction] : null
    return [
      {
        ...findingOfWords({ scope }, 'false-statement', found, {
          related: evidenceFor(decisive, holding),
          values: { kind: decisive.is, right },
          changesConclusion: decisive.is !== 'misnamed',
        }),
        expected: { interval: null, printed: change?.printed == null ? [] : [change.printed] },
      },
    ]
  })
}

/** The statements that were not held against the figures, and why. */
export function notRead(figures: Figures, { told = [] }: Claims): NotRead[] {
  return told.flatMap((statement) => {
    const reason = reasonOf(statement, { figures, basis: statement.basis })
    return reason ? [{ text: statement.place.words ?? statement.said, reason, place: statement.place, document: statement.document }] : []
  })
}

function reasonOf(statement: ToldStatement, holding: Holding): NotReadReason | null {
  const { readings, leftOver } = statement
  if (readings.length === 0) return leftOver
  const verdicts = new Set(readings.map((reading) => verdictOf(reading, holding)))
  if (verdicts.size > 1) return 'several'
  return verdicts.has('open') ? 'noNumber' : verdicts.has('holds') ? leftOver : null
}

/** It is false where it is in every way it can be meant. */
function verdictOn({ readings }: ToldStatement, holding: Holding): Verdict {
  const verdicts = new Set(readings.map((reading) => verdictOf(reading, holding)))
  const [only] = verdicts
  return verdicts.size === 1 && only ? only : 'open'
}

function verdictOf(told: Told, holding: Holding): Verdict {
  switch (told.is) {
    case 'change':
      return changeHolds(told, holding)
    case 'contribution': {
      // Which way it pulls may be known though its point rounds to 0, and unknown though it does not.
      const figure = figureById(holding.figures, told.figure)
      const sign = figure && 'sign' in figure ? figure.sign : null
      return sign === null ? 'open' : whether(sign === (told.told === 'rise' ? 1 : -1))
    }
    case 'order':
      return orderHolds(told, holding)
    case 'rank':
      return rankHolds(told, holding)
    case 'misnamed':
      return 'fails'
    case 'nobody':
      return nobodyHolds(told, holding)
    case 'not':
      return { holds: 'fails', fails: 'holds', open: 'open' }[verdictOf(told.of, holding)] as Verdict
    case 'all':
      return manyHold(told.of, told.of.length, told.of.length, holding)
    case 'howMany':
      return countHolds(told, holding)
  }
}

/** Of how many it is so: our templates tell by themselves those that are alike only at the coarser precision. */
function countHolds({ of, least, most }: Extract<Told, { is: 'howMany' }>, holding: Holding): Verdict {
  const exact = manyHold(of, least, most, { ...holding, isExact: true })
  return exact === 'holds' ? exact : manyHold(of, least, most, holding)
}

/** A base that is not known may be known to be empty by what would rest on it. */
function nobodyHolds({ figure }: Extract<Told, { is: 'nobody' }>, { figures }: Holding): Verdict {
  const own = figureOf(figures, figure)
  if (own?.printed != null) return whether(Number(own.printed) === 0)
  const key = keyOfId(figure, figures.survey)
  const resting = key?.kind === 'metric' ? figureOf(figures, figureId({ ...key, metric: 'indexScore' }, figures.survey)) : undefined
  return own?.status === 'noAnswers' || resting?.status === 'noAnswers' ? 'holds' : 'open'
}

function whether(isSo: boolean): Verdict {
  return isSo ? 'holds' : 'fails'
}

function manyHold(of: readonly Told[], least: number, most: number, holding: Holding): Verdict {
  const verdicts = of.map((each) => verdictOf(each, holding))
  const [holds, open] = (['holds', 'open'] as const).map((verdict) => verdicts.filter((each) => each === verdict).length) as [
    number,
    number,
  ]
  if (holds + open < least || holds > most) return 'fails'
  return holds >= least && holds + open <= most ? 'holds' : 'open'
}

/** The change told decides: a rise that is only rounding is none. */
function changeHolds({ previous, current, told }: Extract<Told, { is: 'change' }>, { figures, basis }: Holding): Verdict {
  const direction = changeOf(figures, previous, current, { basis })?.direction
  if (!direction) return 'open'
  return whether(told === 'unchanged' ? direction === 'unchanged' || direction === 'largelyUnchanged' : direction === told)
}

/**
 * Printed numbers are compared, at the coarser of their precisions, as their difference is; where they may be printed
 * otherwise, only if that changes nothing. Those that are alike only there may be called the same, or be put in the
 * order in which they are printed: neither is false.
 */
function orderHolds({ figure, than, told }: Extract<Told, { is: 'order' }>, { figures, isExact }: Holding): Verdict {
  const own = figureOf(figures, figure)
  if (own?.printed == null) return 'open'
  if (typeof than !== 'string') return fixedHolds(own, than.fixed, told, figures)
  const other = figureOf(figures, than)
  if (other?.printed == null) return 'open'
  const decimals = Math.min(own.decimals, other.decimals)
  const at = (printed: string) => toNumber(printedAt(printed, decimals))
  const signs = new Set(possibleOf(own).flatMap((a) => possibleOf(other).map((b) => Math.sign(at(a) - at(b)))))
  const wanted = told === 'above' || told === 'reached' ? 1 : told === 'below' ? -1 : 0
  const asPrinted = Math.sign(Number(own.printed) - Number(other.printed))
  const printed = Math.sign(at(own.printed) - at(other.printed))
  if (asPrinted !== printed) return isExact || (wanted !== 0 && wanted !== asPrinted) ? 'fails' : 'open'
  if (!signs.has(wanted)) return 'fails'
  return printed !== wanted ? 'fails' : signs.size === 1 ? 'holds' : 'open'
}

function possibleOf({ possible, printed }: Figure): string[] {
  const [first = printed, last = printed] = [possible.at(0), possible.at(-1)]
  return [first, last].flatMap((end) => end ?? [])
}

function fixedHolds(own: Figure, fixed: 'target' | 'midpoint', told: 'above' | 'below' | 'equal' | 'reached', figures: Figures): Verdict {
  const { survey } = figures
  const path = pathOf(own.id)
  const target = fixed === 'target' ? path && targetOf(survey, path) : null
  const point = fixed === 'target' ? target?.interval.from : midpointOf(own.id, figures)
  if (!point || !own.interval || own.value === null) return 'open'
  const isPrinted = target?.basis === 'printed'
  const value = isPrinted ? null : own.value
  const order = value ? compare(value, point) : Math.sign(Number(own.printed) - Number(target?.printed))
  if (!isPrinted && own.status === 'approximate' && compare(own.interval.from, point) < 0 && compare(own.interval.to, point) > 0)
    return 'open'
  if (told === 'reached') return whether(order >= 0)
  if (order === 0) return told === 'equal' ? 'holds' : fixed === 'midpoint' ? 'fails' : 'open'
  return whether(told === 'above' ? order > 0 : told === 'below' ? order < 0 : false)
}

function midpointOf(id: string, { survey }: Figures) {
  const subject = subjectOf(id, survey)
  const item = survey.items.find((each) => each.id === subject?.item)
  return subject && item ? middleOfRange(subject.metric, scaleOf(survey, item)) : null
}

/** Another beyond it makes it false; one beside it leaves it open. Of changes the greatest fall must be one. */
function rankHolds({ of, among, told, orAlike }: Extract<Told, { is: 'rank' }>, holding: Holding): Verdict {
  const own = sizeOf(of, holding)
  const others = among.map((each) => sizeOf(each, holding))
  if (own === null) return 'open'
  const sign = told === 'highest' ? 1 : -1
  if (of.previous !== null && own * sign <= 0) return 'fails'
  const known = others.filter((size) => size !== null)
  if (known.some((size) => size * sign > own * sign)) return 'fails'
  return known.length < others.length || (!orAlike && known.some((size) => size === own)) ? 'open' : 'holds'
}

function sizeOf({ previous, current }: Ranked, { figures, basis }: Holding): number | null {
  const printed = previous === null ? figureOf(figures, current)?.printed : changeOf(figures, previous, current, { basis })?.printed
  return printed == null ? null : Number(printed)
}

// ── what a finding shows ──

/** The part that makes it false: of several the first that fails, or where too many hold the first that does. */
function decisiveOf(told: Told, holding: Holding): Told {
  if (told.is === 'not')
    return told.of.is === 'change' || told.of.is === 'order' || told.of.is === 'rank' ? told.of : decisiveOf(told.of, holding)
  if (told.is !== 'all' && told.is !== 'howMany') return told
  const failing = told.of.find((each) => verdictOf(each, holding) === 'fails')
  const named = told.is === 'all' ? told.of.map((each) => JSON.stringify(each)) : []
  if (failing?.is === 'howMany' && named.length > 1) {
    const unnamed = failing.of.filter((each) => !named.includes(JSON.stringify(each)))
    const wrong = told.of.find((each) => each !== failing && verdictOf(each, holding) === 'fails')
    return decisiveOf(wrong ?? { ...failing, of: [...unnamed, ...failing.of] }, holding)
  }
  const holding_ = told.of.find((each) => verdictOf(each, holding) === 'holds')
  const isTooFew = told.is === 'all' || told.of.filter((each) => verdictOf(each, holding) !== 'fails').length < told.least
  const first = (isTooFew ? failing : holding_) ?? told.of[0]
  return first ? decisiveOf(first, holding) : told
}

const mostShown = 6

function evidenceFor(told: Told, { figures, basis }: Holding): Evidence[] {
  const named = { survey: figures.survey, segments: new Map(segmentsAndBenchmarks(figures.survey).map((segment) => [segment.id, segment])) }
  return figuresOf(told)
    .flatMap((id) => figureById(figures, id, { basis }) ?? [])
    .filter(({ printed }) => printed !== null)
    .slice(0, mostShown)
    .map((figure) => computedEvidence(named, figure))
}
