import type { Assertion } from '../../claim.js'
import type { Finding } from '../../finding.js'
import { contains, exact, fromFraction, type Interval, roundForPrint, toFraction } from '../../printed.js'
import { differenceOf, relativeHolds } from '../changes.js'
import type { Check } from '../check.js'
import { meet } from '../parts.js'
import {
  assertionsOf,
  endsOf,
  evidenceFor,
  findingOf,
  findingOfWords,
  metricOf,
  printedEnds,
  type Statement,
  type Statements,
  statedInterval,
  wordsEvidence,
} from '../statements.js'

/**
 * A printed change that is not the difference of the two numbers printed beside it.
 *
 * Fires where no values of the two differ by it. Where the unrounded values can, but the printed numbers do not, it
 * agrees by rounding: in a real series a quarter of all printed changes do.
 *
 * The same where a sentence tells two numbers and how far they lie apart, whosever they are.
 *
 * Silent where one of the two numbers is not printed, and for changes between other periods.
 */
export const changeMismatch: Check<'change-mismatch'> = {
  id: 'change-mismatch',
  scopes: ['claims'],
  follows: true,
  run: (stated) => [
    ...[...stated.byFigure.entries()].flatMap(([figure, statements]) => {
      const ends = endsOf(figure)
      const [previous, current] = ends?.map((end) => statedInterval(stated, end)) ?? []
      if (!ends || !previous || !current) return []
      return statements.flatMap((statement) => findingAt(stated, statement, ends, previous, current))
    }),
    ...assertionsOf(stated, 'spokenChange').flatMap((said) => inWords(stated, said)),
  ],
  examples: {
    consistent: [
      {
        because: '74 is 8 below 82',
        claims: [
          ['indexScore/internal/2023', '82'],
          ['indexScore/internal/2024', '74'],
          ['change/indexScore/internal/2023..2024', '-8'],
        ],
      },
      {
        because: 'a fall of 8, as people say it',
        claims: [
          ['indexScore/internal/2023', '82'],
          ['indexScore/internal/2024', '74'],
          ['change/indexScore/internal/2023..2024', 'fall of 8 index points'],
        ],
      },
    ],
    inconsistent: [
      {
        because: '74 is not 4 below 82',
        claims: [
          ['indexScore/internal/2023', '82'],
          ['indexScore/internal/2024', '74'],
          ['change/indexScore/internal/2023..2024', '-4'],
        ],
      },
      {
        because: 'the right size with the wrong sign',
        claims: [
          ['indexScore/internal/2023', '82'],
          ['indexScore/internal/2024', '74'],
          ['change/indexScore/internal/2023..2024', '8'],
        ],
      },
      {
        because: 'the two numbers stand in front of it',
        claims: [],
        text: 'The response rate of the town hall rose from 75.5 per cent to 81.9 per cent, a rise of 5.4 percentage points.',
      },
    ],
    undecidable: [
      {
        because: 'per cent of shares are also said for points',
        claims: [],
        text: 'The response rate of the town hall fell from 40 per cent to 30 per cent, a fall of 10 per cent.',
      },
      {
        because: 'made from the unrounded values: 82.4 to 73.6 is printed 82, 74 and -9',
        claims: [
          ['indexScore/internal/2023', '82'],
          ['indexScore/internal/2024', '74'],
          ['change/indexScore/internal/2023..2024', '-9'],
        ],
      },
      {
        because: 'one of the two is not printed',
        claims: [
          ['indexScore/internal/2024', '74'],
          ['change/indexScore/internal/2023..2024', '-4'],
        ],
      },
    ],
  },
}

function findingAt(
  stated: Statements,
  statement: Statement,
  ends: string[],
  previous: Interval,
  current: Interval,
): Finding<'change-mismatch'>[] {
  if (!statement.interval || relativeHolds(statement, previous, current)) return []
  const difference = differenceOf(previous, current)
  const own = {
    values: { isRatio: false, difference: differencePrinted(statement, previous, current) },
    expected: { interval: difference, printed: printedEnds(difference, statement) },
    related: evidenceFor(stated, ends),
  }
  if (!meet(statement.interval, difference)) return [findingOf(stated, 'change-mismatch', statement, own)]
  const middles = fromFraction(middleOf(current).sub(middleOf(previous)))
  return contains(statement.interval, middles) ? [] : [findingOf(stated, 'change-mismatch', statement, { ...own, kind: 'rounding' })]
}

function inWords(stated: Statements, { from, to, by, isRatio, isEither, place }: Spoken): Finding<'change-mismatch'>[] {
  const difference = sizeOf(differenceOf(from.interval, to.interval))
  const ratio = isRatio && from.interval.from.numerator > 0n ? sizeOf(ratioOf(from.interval, to.interval)) : null
  const ways = isRatio ? [...(ratio ? [ratio] : []), ...(isEither ? [difference] : [])] : [difference]
  const [way] = ways
  if (!way || ways.some((each) => meet(by.interval, each))) return []
  return [
    findingOfWords(stated, 'change-mismatch', wordsEvidence('change/document', by.text, place, by.interval), {
      expected: { interval: way, printed: printedEnds(way, { figure: '', decimals: by.decimals }) },
      related: [from, to].map(({ text, interval }) => wordsEvidence('change/document', text, place, interval)),
      values: {
        isRatio,
        difference: differencePrinted({ figure: '', decimals: by.decimals }, from.interval, to.interval).replace(/^-/, ''),
      },
    }),
  ]
}

type Spoken = Extract<Assertion, { kind: 'spokenChange' }>

/** In per cent. */
function ratioOf(previous: Interval, current: Interval): Interval {
  const grown = (now: Interval['from'], before: Interval['from']) => fromFraction(toFraction(now).div(toFraction(before)).sub(1).mul(100))
  return { from: grown(current.from, previous.to), to: grown(current.to, previous.from), fromIncluded: true, toIncluded: true }
}

/** How large changes can be, whichever way they go. */
function sizeOf({ from, to }: Interval): Interval {
  const [low, high] = [toFraction(from), toFraction(to)]
  const ends = [low.abs(), high.abs()].sort((a, b) => a.compare(b)) as [typeof low, typeof low]
  const isAcross = low.compare(0) <= 0 && high.compare(0) >= 0
  return { from: isAcross ? exact(0) : fromFraction(ends[0]), to: fromFraction(ends[1]), fromIncluded: true, toIncluded: true }
}

/** Of the two as they are printed. */
function differencePrinted({ figure, decimals }: Pick<Statement, 'figure' | 'decimals'>, previous: Interval, current: Interval): string {
  const percent = metricOf(figure)?.unit === 'share' ? 100 : 1
  return roundForPrint(fromFraction(middleOf(current).sub(middleOf(previous)).mul(percent)), decimals)
}

/** The number as it is printed. */
function middleOf({ from, to }: Interval) {
  return toFraction(from).add(toFraction(to)).div(2)
}
