import type { Assertion } from '../../claim.js'
import type { Figure, Figures } from '../../figure.js'
import { figureOf } from '../../figures.js'
import type { Evidence, Finding } from '../../finding.js'
import { isMetricId } from '../../metrics.js'
import {
  compare,
  type Exact,
  exact,
  fromFraction,
  type Interval,
  neutralMarks,
  parsePrinted,
  pointInterval,
  toFraction,
} from '../../printed.js'
import type { Target } from '../../survey.js'
import type { Check } from '../check.js'
import {
  assertionsOf,
  computedEvidence,
  evidenceFor,
  type FigurePath,
  findingOfWords,
  idOf,
  metricOf,
  type Statement,
  type Statements,
  statedInterval,
  statedOf,
  wordsEvidence,
} from '../statements.js'
import { reachable } from '../targets.js'

/**
 * A target said to be reached that is not, or to be missed that is reached; or another number given as the target.
 *
 * Fires where the survey has a target for the segment, and the printed number, or our own where none is printed, lies
 * on the other side of it whatever its decimals were; and where a number is given as the target of a segment that has
 * targets, and none of them is it.
 *
 * Not decided where printed number and target are the same: 4.2 may be 4.15. A target that is set on printed numbers
 * (`basis: printed`) is reached by a printed 4.2.
 */
export const targetClaim: Check<'target-claim'> = {
  id: 'target-claim',
  scopes: ['claims', 'document'],
  follows: true,
  run: (stated, figures) => [
    ...assertionsOf(stated, 'verdict').flatMap((said) => findingAt(stated, said, figures)),
    ...assertionsOf(stated, 'target').flatMap((said) => otherTarget(stated, said)),
  ],
  examples: {
    consistent: [
      {
        because: 'reached',
        targets: [{ segment: 'internal', metric: 'indexScore', value: 80, basis: 'unrounded' }],
        claims: [['indexScore/internal/2024', '82']],
        text: 'On internal the target was reached.',
      },
      {
        because: 'missed, and said so',
        targets: [{ segment: 'internal', metric: 'indexScore', value: 80, basis: 'unrounded' }],
        claims: [['indexScore/internal/2024', '74']],
        text: 'On internal the target was not reached.',
      },
      {
        because: 'set on printed numbers: 4.2 reaches 4.2',
        targets: [{ segment: 'internal', metric: 'mean', value: 4.2, basis: 'printed' }],
        claims: [['mean/internal/2024', '4.2']],
        text: 'On internal the target was reached.',
      },
    ],
    inconsistent: [
      {
        because: '74 does not reach 80',
        targets: [{ segment: 'internal', metric: 'indexScore', value: 80, basis: 'unrounded' }],
        claims: [['indexScore/internal/2024', '74']],
        text: 'On internal the target was reached.',
      },
      {
        because: '82 reaches 80',
        targets: [{ segment: 'internal', metric: 'indexScore', value: 80, basis: 'unrounded' }],
        claims: [['indexScore/internal/2024', '82']],
        text: 'On internal the target was not reached.',
      },
      {
        because: 'set on printed numbers: 4.2 reaches 4.2',
        targets: [{ segment: 'internal', metric: 'mean', value: 4.2, basis: 'printed' }],
        claims: [['mean/internal/2024', '4.2']],
        text: 'On internal the target was not reached.',
      },
      {
        because: 'the target is 80',
        targets: [{ segment: 'internal', metric: 'indexScore', value: 80, basis: 'unrounded' }],
        claims: [],
        text: 'The target of 85 for internal was reached.',
      },
      {
        because: 'our own number does not reach it, where none is printed',
        targets: [{ segment: 'internal', metric: 'indexScore', value: 80, basis: 'unrounded' }],
        data: [['indexScore/internal/2024', '74']],
        claims: [],
        text: 'On internal the target was reached.',
      },
    ],
    undecidable: [
      {
        because: '4.2 may be 4.15 or 4.25',
        targets: [{ segment: 'internal', metric: 'mean', value: 4.2, basis: 'unrounded' }],
        claims: [['mean/internal/2024', '4.2']],
        text: 'On internal the target was reached.',
      },
      {
        because: 'nobody knows the target',
        claims: [['indexScore/internal/2024', '74']],
        text: 'On internal the target was reached.',
      },
      {
        because: 'a plan is no verdict',
        targets: [{ segment: 'internal', metric: 'indexScore', value: 80, basis: 'unrounded' }],
        claims: [['indexScore/internal/2024', '74']],
        text: 'On internal the target should be reached next year.',
      },
    ],
  },
}

function findingAt(stated: Statements, said: Extract<Assertion, { kind: 'verdict' }>, figures: Figures): Finding<'target-claim'>[] {
  const { survey } = stated
  const first = survey.items[0]?.id
  const meant = survey.targets.filter(
    ({ segment, item }) => (said.segment === null || segment === said.segment) && (said.item === null || (item ?? first) === said.item),
  )
  const [target, ...others] = meant
  if (!target || others.length > 0 || !isMetricId(target.metric)) return []
  const path: FigurePath = {
    metric: target.metric,
    segment: target.segment,
    periods: [said.period],
    item: null,
    provider: null,
    options: null,
  }
  const figure = idOf({ ...path, item: target.item === undefined || target.item === first ? null : target.item })
  const aim = reachable(target)
  const number = numberOf(stated, figure, aim.basis, figures)
  if (!number || isPossible(said.isReached, number.interval, aim.interval.from)) return []
  return [
    findingOfWords(stated, 'target-claim', wordsEvidence(figure, said.text, said.place), {
      expected: { interval: aim.interval, printed: [aim.printed] },
      related: number.evidence,
      values: { isReached: said.isReached },
      changesConclusion: true,
    }),
  ]
}

/** A number given as the target of a group, where the survey has targets for it and this is none of them. */
function otherTarget(
  stated: Statements,
  { point, segment, item, place }: Extract<Assertion, { kind: 'target' }>,
): Finding<'target-claim'>[] {
  const { survey } = stated
  const first = survey.items[0]?.id
  const meant = survey.targets.filter((target) => target.segment === segment && (item === null || (target.item ?? first) === item))
  const numbers = meant.map(({ value }) => parsePrinted(String(value), neutralMarks))
  const isMeant = (value: Exact) => compare(point.interval.from, value) <= 0 && compare(value, point.interval.to) <= 0
  if (meant.length === 0 || numbers.some((number) => !('value' in number) || isMeant(number.value))) return []
  return [
    findingOfWords(stated, 'target-claim', wordsEvidence(`target/${segment}`, point.text, place, point.interval), {
      expected: { interval: null, printed: meant.map((target) => reachable(target).printed) },
      values: { isReached: null },
      changesConclusion: true,
    }),
  ]
}

function isPossible(isReached: boolean, { from, to }: Interval, target: Exact): boolean {
  return isReached ? compare(to, target) >= 0 : compare(from, target) < 0
}

/**
 * What is printed of a figure, else our own: all it can be, or, for a target on printed numbers, the printed number
 * itself.
 */
function numberOf(
  stated: Statements,
  figure: string,
  basis: Target['basis'],
  figures: Figures,
): { interval: Interval; evidence: Evidence[] } | null {
  const ours = figureOf(figures, figure)
  const interval = statedInterval(stated, figure) ?? (ours?.status === 'withheld' ? null : (ours?.interval ?? null))
  if (!interval) return null
  const evidence = statedOf(stated, figure).length > 0 ? evidenceFor(stated, [figure]) : ours ? [computedEvidence(stated, ours)] : []
  const [statement] = statedOf(stated, figure)
  const printed = basis === 'unrounded' ? null : statement ? printedNumber(statement) : printedNumberOf(ours)
  return { interval: printed ? pointInterval(printed) : interval, evidence }
}

/** The middle of what a printed number stands for; null where it is no plain number: "mindst 4,2". */
function printedNumber({ figure, interval, decimals }: Statement): Exact | null {
  if (!interval) return null
  const [from, to] = [toFraction(interval.from), toFraction(interval.to)]
  const unit = toFraction(exact(1n, 10n ** BigInt(decimals))).div(metricOf(figure)?.unit === 'share' ? 100 : 1)
  return to.sub(from).compare(unit) === 0 ? fromFraction(from.add(to).div(2)) : null
}

function printedNumberOf(ours: Figure | undefined): Exact | null {
  const parsed = parsePrinted(ours?.printed ?? '', neutralMarks)
  if (!('value' in parsed)) return null
  return ours?.unit === 'share' ? fromFraction(toFraction(parsed.value).div(100)) : parsed.value
}
