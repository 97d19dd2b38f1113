import type { Finding } from '../../finding.js'
import { isScored } from '../../metrics.js'
import { clip, exact, type Interval, pointInterval, sumIntervals } from '../../printed.js'
import { isTicked } from '../../scales.js'
import type { Check } from '../check.js'
import { meet } from '../parts.js'
import {
  evidenceFor,
  findingOf,
  idOf,
  pathOf,
  printedEnds,
  type Statements,
  scaleOfFigure,
  statedInterval,
  statedOf,
} from '../statements.js'

/**
 * Shares of all answers to one question that cannot be a hundred per cent together.
 *
 * Fires where the share of every option is printed and their sum misses 100 by more than rounding, counting "don't
 * know" or not; and where some options alone are more than 100, since one person gives one answer.
 *
 * Silent where "don't know" or another option is left out and the rest sum to less, at 99 or 101 by rounding, and where
 * several options may be ticked.
 */
export const shareSum: Check<'share-sum'> = {
  id: 'share-sum',
  scopes: ['data', 'claims'],
  follows: false,
  run: (stated) => subjectsOf(stated).flatMap((figures) => findingAt(stated, figures)),
  examples: {
    consistent: [
      {
        because: '99 by rounding',
        claims: [
          ['share/internal/2024/options/stronglyAgree', '33 %'],
          ['share/internal/2024/options/agree', '33 %'],
          ['share/internal/2024/options/neutral', '33 %'],
          ['share/internal/2024/options/disagree', '0 %'],
          ['share/internal/2024/options/stronglyDisagree', '0 %'],
          ['share/internal/2024/options/dontKnow', '0 %'],
        ],
      },
      {
        because: 'of the valid answers, with those who do not know beside them',
        claims: [
          ['share/internal/2024/options/stronglyAgree', '50 %'],
          ['share/internal/2024/options/agree', '20 %'],
          ['share/internal/2024/options/neutral', '10 %'],
          ['share/internal/2024/options/disagree', '10 %'],
          ['share/internal/2024/options/stronglyDisagree', '10 %'],
          ['share/internal/2024/options/dontKnow', '8 %'],
        ],
      },
      {
        because: 'shares of different groups are not a hundred together',
        claims: [
          ['share/internal/2024/options/agree', '60 %'],
          ['share/external/2024/options/agree', '70 %'],
        ],
      },
    ],
    inconsistent: [
      {
        because: 'ninety in all',
        claims: [
          ['share/internal/2024/options/stronglyAgree', '40 %'],
          ['share/internal/2024/options/agree', '20 %'],
          ['share/internal/2024/options/neutral', '10 %'],
          ['share/internal/2024/options/disagree', '10 %'],
          ['share/internal/2024/options/stronglyDisagree', '8 %'],
          ['share/internal/2024/options/dontKnow', '2 %'],
        ],
      },
      {
        because: 'two options are already more than everybody',
        claims: [
          ['share/internal/2024/options/stronglyAgree', '60 %'],
          ['share/internal/2024/options/agree', '50 %'],
        ],
      },
    ],
    undecidable: [
      {
        because: 'those who do not know are left out and may be the rest',
        claims: [
          ['share/internal/2024/options/stronglyAgree', '40 %'],
          ['share/internal/2024/options/agree', '20 %'],
          ['share/internal/2024/options/neutral', '10 %'],
          ['share/internal/2024/options/disagree', '10 %'],
          ['share/internal/2024/options/stronglyDisagree', '8 %'],
        ],
      },
      {
        because: 'only some options are printed',
        claims: [
          ['share/internal/2024/options/stronglyAgree', '40 %'],
          ['share/internal/2024/options/agree', '20 %'],
        ],
      },
    ],
  },
}

/** The printed shares of single options, one list for each segment, period, item and provider; in the scale's order. */
function subjectsOf(stated: Statements): string[][] {
  const lists = new Map<string, string[]>()
  for (const figure of stated.byFigure.keys()) {
    const path = pathOf(figure)
    if (path?.metric !== 'share' || path.periods.length !== 1 || path.options?.includes('+')) continue
    const key = idOf({ ...path, options: null })
    lists.set(key, [...(lists.get(key) ?? []), figure])
  }
  return [...lists.values()].map((figures) => {
    const order = scaleOfFigure(stated.survey, figures[0] as string).options.map(({ id }) => id)
    const rankOf = (figure: string) => order.indexOf(pathOf(figure)?.options ?? '')
    return figures.toSorted((a, b) => rankOf(a) - rankOf(b))
  })
}

const everybody = exact(1)

function findingAt(stated: Statements, figures: readonly string[]): Finding<'share-sum'>[] {
  const scale = scaleOfFigure(stated.survey, figures[0] as string)
  if (isTicked(scale)) return []
  const { options } = scale
  const shareOf = (option: string) => {
    const figure = figures.find((candidate) => pathOf(candidate)?.options === option)
    const share = figure ? statedInterval(stated, figure) : null
    return share && clip(share, exact(0), everybody)
  }
  const scored = options.filter(isScored).map(({ id }) => shareOf(id))
  const others = options.filter((option) => !isScored(option)).map(({ id }) => shareOf(id))
  const scoredSum = sumIntervals(scored.filter((share) => share !== null))
  const wholeSum = sumIntervals([...scored, ...others].filter((share) => share !== null))
  const isEveryScored = scored.every((share) => share !== null)
  const isEveryOption = isEveryScored && others.every((share) => share !== null)
  const canBeWhole = [scoredSum, ...(isEveryOption ? [wholeSum] : [])].some((sum) =>
    isEveryScored && (isEveryOption || others.length === 0) ? meet(sum, pointInterval(everybody)) : meet(sum, upToEverybody),
  )
  const statement = statedOf(stated, figures[0] as string)[0]
  if (canBeWhole || !statement) return []
  const sum = isEveryOption ? wholeSum : scoredSum
  return [
    findingOf(stated, 'share-sum', statement, {
      expected: { interval: sum, printed: printedEnds(sum, statement) },
      related: evidenceFor(stated, figures),
      values: { options: isEveryOption ? 'all' : 'some' },
    }),
  ]
}

const upToEverybody: Interval = { from: exact(0), to: everybody, fromIncluded: true, toIncluded: true }
