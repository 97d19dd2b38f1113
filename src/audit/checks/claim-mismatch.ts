import { fromPrint } from '../../calculation.js'
import { figureById } from '../../change.js'
import type { Change, Figure, Figures } from '../../figure.js'
import { keyOfId } from '../../figure-key.js'
import { figureOf } from '../../figures.js'
import type { Finding } from '../../finding.js'
import { compare, fromFraction, type Interval, parseNeutral, toFraction } from '../../printed.js'
import { differenceOf, directionHolds, relativeHolds } from '../changes.js'
import type { Check } from '../check.js'
import { meet } from '../parts.js'
import { computedEvidence, endsOf, findingOf, intervalOfPrintedFigure, type Statement, type Statements } from '../statements.js'

/**
 * Something printed that our own numbers cannot give: another number, another change, another direction.
 *
 * Fires where the printed number and our figure have no value in common, for the same metric, segment, period, item,
 * provider and options. A change may be the difference of the printed numbers or the unrounded one. "Unchanged" may be
 * said of what we call so: a change that may be a rise or a fall. A difference, to a benchmark, a target or a midpoint,
 * may be taken of printed numbers or before rounding too.
 *
 * Silent where we have no figure or withhold it, and where the "don't know" answers counted in would give the printed
 * share.
 */
export const claimMismatch: Check<'claim-mismatch'> = {
  id: 'claim-mismatch',
  scopes: ['claims', 'document'],
  follows: true,
  run: (stated, figures) =>
    [...[...stated.byFigure.values()].flat(), ...stated.alternatives, ...stated.ofSources].flatMap((statement) => {
      const finding = mismatchOf(stated, statement, figures)
      return finding ? [finding] : []
    }),
  examples: {
    consistent: [
      {
        because: 'the same number',
        data: [['indexScore/internal/2024', '74']],
        claims: [['indexScore/internal/2024', '74']],
      },
      {
        because: 'our number with fewer decimals',
        data: [['mean/internal/2024', '4.4']],
        claims: [['mean/internal/2024', '4.38']],
      },
      {
        because: 'a rough number that ours fits',
        data: [['base/internal/2024', '12034']],
        claims: [['base/internal/2024', 'about 12,000']],
      },
      {
        because: 'the change of our printed numbers, and its direction',
        data: [
          ['indexScore/internal/2023', '82'],
          ['indexScore/internal/2024', '74'],
        ],
        claims: [
          ['change/indexScore/internal/2023..2024', '-8'],
          ['change/indexScore/internal/2023..2024', 'fall'],
        ],
      },
      {
        because: 'the difference to the midpoint, 50',
        data: [['indexScore/internal/2024', '74']],
        claims: [['difference/indexScore/internal..midpoint/2024', '24']],
      },
    ],
    inconsistent: [
      {
        because: 'another number',
        data: [['indexScore/internal/2024', '74']],
        claims: [['indexScore/internal/2024', '75']],
      },
      {
        because: 'another number of answers',
        data: [['base/internal/2024', '1755']],
        claims: [['base/internal/2024', '1,775']],
      },
      {
        because: 'another direction',
        data: [
          ['indexScore/internal/2023', '82'],
          ['indexScore/internal/2024', '74'],
        ],
        claims: [['change/indexScore/internal/2023..2024', 'rise']],
      },
      {
        because: 'another change',
        data: [
          ['indexScore/internal/2023', '82'],
          ['indexScore/internal/2024', '74'],
        ],
        claims: [['change/indexScore/internal/2023..2024', '-4']],
      },
      {
        because: 'another difference to the midpoint, 50',
        data: [['indexScore/internal/2024', '74']],
        claims: [['difference/indexScore/internal..midpoint/2024', '14']],
      },
    ],
    undecidable: [
      {
        because: 'we have no figure for it',
        data: [['indexScore/internal/2024', '74']],
        claims: [['indexScore/internal/2023', '75']],
      },
    ],
  },
}

function mismatchOf(stated: Statements, statement: Statement, figures: Figures): Finding<'claim-mismatch'> | null {
  const ends = endsOf(statement.figure)
  const kind = keyOfId(statement.figure, figures.survey)?.kind
  if (kind === 'difference') return differenceMismatch(stated, statement, figures)
  if (kind === 'decomposition') return contributionMismatch(stated, statement, figures)
  return ends ? changeMismatch(stated, statement, ends, figures) : numberMismatch(stated, statement, figures)
}

function numberMismatch(stated: Statements, statement: Statement, figures: Figures): Finding<'claim-mismatch'> | null {
  const ours = figureById(figures, statement.figure)
  if (!ours?.interval || !statement.interval || ours.status === 'withheld') return null
  if (meet(statement.interval, ours.interval)) return null
  return findingOf(stated, 'claim-mismatch', statement, {
    expected: { interval: ours.interval, printed: endsOfList(ours.possible) },
    related: [computedEvidence(stated, ours)],
    values: { ourDirection: null },
  })
}

/** A difference may be that of the printed numbers, or the unrounded one. */
function differenceMismatch(stated: Statements, statement: Statement, figures: Figures): Finding<'claim-mismatch'> | null {
  const ours = figureById(figures, statement.figure)
  if (!ours?.interval || !statement.interval) return null
  const [least, most] = [ours.possible.at(0), ours.possible.at(-1)].map((printed) => fromPrint(parseNeutral(printed ?? ''), ours.unit))
  const isOfPrinted = least && most && meet(statement.interval, { from: least, to: most, fromIncluded: true, toIncluded: true })
  if (isOfPrinted || meet(orOfRounded(statement.interval), ours.interval)) return null
  const sides = ours.derivation.inputs.flatMap((id) => figureOf(figures, id) ?? [])
  return findingOf(stated, 'claim-mismatch', statement, {
    expected: { interval: ours.interval, printed: endsOfList(ours.possible) },
    related: sides.map((side) => computedEvidence(stated, side)),
    values: { ourDirection: null },
  })
}

/** What is said to have moved a total; which way is in its sign. */
function contributionMismatch(stated: Statements, statement: Statement, figures: Figures): Finding<'claim-mismatch'> | null {
  const ours = figureById(figures, statement.figure)
  if (!ours?.interval || !statement.interval || meet(statement.interval, ours.interval)) return null
  return findingOf(stated, 'claim-mismatch', statement, {
    expected: { interval: ours.interval, printed: endsOfList(ours.possible) },
    related: [],
    values: { ourDirection: null },
  })
}

function changeMismatch(
  stated: Statements,
  statement: Statement,
  ends: [string, string],
  figures: Figures,
): Finding<'claim-mismatch'> | null {
  const [previous, current] = ends.map((end) => figureOf(figures, end))
  const ours = figureById(figures, statement.figure)
  if (!previous?.interval || !current?.interval || !ours || !('previous' in ours)) return null
  const { interval, direction } = statement
  const isNumberRight =
    !interval ||
    meet(orOfRounded(interval), differenceOf(previous.interval, current.interval)) ||
    relativeHolds(statement, previous.interval, current.interval)
  const [before, now] = direction === 'unchanged' ? [asPrinted(previous), asPrinted(current)] : [previous.interval, current.interval]
  const isOurs = direction === (ours.direction === 'largelyUnchanged' ? 'unchanged' : ours.direction)
  const isDirectionRight = !direction || isOurs || !before || !now || directionHolds(direction, before, now)
  if (isNumberRight && isDirectionRight) return null
  return findingOf(stated, 'claim-mismatch', statement, {
    expected: { interval: ours.interval, printed: endsOfList(ours.possible) },
    related: [computedEvidence(stated, previous), computedEvidence(stated, current)],
    values: { ourDirection: ours.direction },
    changesConclusion: isOtherDirection(statement, ours),
  })
}

/**
 * A printed change may be the difference of two numbers that were rounded first: then it is off by up to a whole unit
 * instead of half of one.
 */
function orOfRounded({ from, to }: Interval): Interval {
  const half = toFraction(to).sub(toFraction(from)).div(2)
  return {
    from: fromFraction(toFraction(from).sub(half)),
    to: fromFraction(toFraction(to).add(half)),
    fromIncluded: true,
    toIncluded: true,
  }
}

/** What our printed number would stand for in somebody else's document. */
function asPrinted({ id, printed, decimals }: Figure): Interval | null {
  return printed === null ? null : intervalOfPrintedFigure(id, printed, decimals)
}

/** Whether a reader would be told of a rise where there is a fall, or none, and the other way round. */
function isOtherDirection({ direction, interval }: Statement, ours: Change): boolean {
  const zero = { numerator: 0n, denominator: 1n }
  const sign = interval ? (compare(interval.from, zero) > 0 ? 'rise' : compare(interval.to, zero) < 0 ? 'fall' : 'unchanged') : null
  const told = direction ?? sign
  return told !== null && told !== (ours.direction === 'largelyUnchanged' ? 'unchanged' : ours.direction)
}

function endsOfList(printed: readonly string[]): string[] {
  return printed.length > 1 ? [printed[0] as string, printed.at(-1) as string] : [...printed]
}
