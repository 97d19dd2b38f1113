import type { Assertion } from '../../claim.js'
import type { Finding } from '../../finding.js'
import { type Exact, fromFraction, toFraction } from '../../printed.js'
import type { Check } from '../check.js'
import { meet } from '../parts.js'
import {
  assertionsOf,
  type Count,
  evidenceFor,
  findingOf,
  findingOfWords,
  pathOf,
  printedEnds,
  type Statement,
  type Statements,
  shareOf,
  siblingOf,
  statedCount,
  wordsEvidence,
} from '../statements.js'

/**
 * A response rate that is not the answers out of the people asked.
 *
 * Fires where both are printed for the same segment, period and provider, and no rounding brings rate and numbers
 * together, with the "don't know" answers or without.
 *
 * Not decided where the people asked are not printed: the rate may be of another population. Where people have answered
 * and the rate is of something else (courses, cases), that is said, with how many of them the rate implies.
 */
export const responseRate: Check<'response-rate'> = {
  id: 'response-rate',
  scopes: ['data', 'claims'],
  follows: false,
  run: (stated) => [
    ...[...stated.byFigure.values()].flatMap((statements) => statements.flatMap((statement) => findingAt(stated, statement))),
    ...assertionsOf(stated, 'responseRate').flatMap((said) => ofAnotherUnit(stated, said)),
  ],
  examples: {
    consistent: [
      {
        because: '500 of 1.000 are 50 %',
        claims: [
          ['responseRate/internal/2024', '50 %'],
          ['base/internal/2024', '500'],
          ['invited/internal/2024', '1,000'],
        ],
      },
      {
        because: 'those who do not know have answered too',
        claims: [
          ['responseRate/internal/2024', '55 %'],
          ['base/internal/2024', '500'],
          ['dontKnow/internal/2024', '50'],
          ['invited/internal/2024', '1,000'],
        ],
      },
    ],
    inconsistent: [
      {
        because: '500 of 1.000 are not 60 %',
        claims: [
          ['responseRate/internal/2024', '60 %'],
          ['base/internal/2024', '500'],
          ['invited/internal/2024', '1,000'],
        ],
      },
    ],
    undecidable: [
      {
        because: 'a rate of people nobody has counted here',
        claims: [
          ['responseRate/internal/2024', 'about 4 %'],
          ['base/internal/2024', '1,356'],
        ],
      },
      {
        because: 'people out of courses: units differ',
        claims: [],
        text: '1,356 citizens have answered. With the number of courses in the period the response rate is low (about 4 %).',
      },
      {
        because: 'the answers are another period’s',
        claims: [
          ['responseRate/internal/2024', '60 %'],
          ['base/internal/2023', '500'],
          ['invited/internal/2024', '1,000'],
        ],
      },
    ],
  },
}

function findingAt(stated: Statements, statement: Statement): Finding<'response-rate'>[] {
  const { figure, interval } = statement
  const path = pathOf(figure)
  if (!interval || path?.metric !== 'responseRate' || path.periods.length !== 1) return []
  const [baseId, invitedId, dontKnowId] = [siblingOf(figure, 'base'), siblingOf(figure, 'invited'), siblingOf(figure, 'dontKnow')]
  const [base, invited, dontKnow] = [statedCount(stated, baseId), statedCount(stated, invitedId), statedCount(stated, dontKnowId)]
  const rate = base && invited && shareOf(base, invited)
  if (!rate || meet(interval, rate)) return []
  const all = dontKnow && shareOf(sumOf(base, dontKnow), invited)
  if (all && meet(interval, all)) return []
  return [
    findingOf(stated, 'response-rate', statement, {
      expected: { interval: rate, printed: printedEnds(rate, statement) },
      related: evidenceFor(stated, [baseId, invitedId]),
      values: { of: null },
    }),
  ]
}

/**
 * People who have answered out of something that is no people: how many of it there must be for the rate to hold.
 * Nothing is said to be wrong.
 */
function ofAnotherUnit(
  stated: Statements,
  { answers, rate, of, place }: Extract<Assertion, { kind: 'responseRate' }>,
): Finding<'response-rate'>[] {
  if (!of || !answers || rate.interval.from.numerator <= 0n) return []
  const outOf = (count: Exact, percent: Exact) => toFraction(count).div(toFraction(percent)).mul(100)
  const [from, to] = [outOf(answers.interval.from, rate.interval.to), outOf(answers.interval.to, rate.interval.from)]
  return [
    findingOfWords(stated, 'response-rate', wordsEvidence('rate/document', rate.text, place, rate.interval), {
      kind: 'notChecked',
      expected: {
        interval: { from: fromFraction(from), to: fromFraction(to), fromIncluded: true, toIncluded: true },
        printed: [from.ceil(), to.floor()].map((whole) => whole.toString()),
      },
      related: [wordsEvidence('answers/document', answers.text, place, answers.interval)],
      values: { of },
    }),
  ]
}

function sumOf(a: Count, b: Count): Count {
  return { from: a.from + b.from, to: a.to === null || b.to === null ? null : a.to + b.to }
}
