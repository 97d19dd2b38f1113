import type { Finding } from '../../finding.js'
import type { Survey } from '../../survey.js'
import type { Check } from '../check.js'
import {
  assertionsOf,
  evidenceFor,
  findingOf,
  idOf,
  pathOf,
  type Statements,
  siblingOf,
  statedCount,
  statedInterval,
  statedOf,
} from '../statements.js'

/**
 * Two periods compared, though less than half as many answered in the later one, and nothing is said of it.
 *
 * Advice. A remark is a statement about the change of the number of answers (`change/base/internal/2022-23..2023-24`,
 * "faldet"), or any words on that number in a paragraph about the segment.
 *
 * Silent where the remark stands, and where the segment's numbers of the two periods are not both printed.
 */
export const weakBase: Check<'weak-base'> = {
  id: 'weak-base',
  scopes: ['claims'],
  follows: true,
  run: (stated) => [...stated.byFigure.keys()].flatMap((figure) => findingAt(stated, figure)),
  examples: {
    consistent: [
      {
        because: 'the fall in the number of answers is told',
        claims: [
          ['indexScore/internal/2023', '82'],
          ['base/internal/2023', '1,660'],
          ['indexScore/internal/2024', '74'],
          ['base/internal/2024', '465'],
          ['change/base/internal/2023..2024', 'fallen'],
        ],
      },
      {
        because: 'a paragraph about the segment says something of its number of answers',
        claims: [
          ['indexScore/internal/2023', '82'],
          ['base/internal/2023', '1,660'],
          ['indexScore/internal/2024', '74'],
          ['base/internal/2024', '465'],
        ],
        text: 'On internal the number of answers is smaller than usual.',
      },
      {
        because: 'half as many are still half',
        claims: [
          ['indexScore/internal/2023', '82'],
          ['base/internal/2023', '930'],
          ['indexScore/internal/2024', '74'],
          ['base/internal/2024', '465'],
        ],
      },
    ],
    inconsistent: [
      {
        because: 'from 1.660 answers to 465 without a word',
        claims: [
          ['indexScore/internal/2023', '82'],
          ['base/internal/2023', '1,660'],
          ['indexScore/internal/2024', '74'],
          ['base/internal/2024', '465'],
        ],
      },
    ],
    undecidable: [
      {
        because: 'only one period’s number is printed',
        claims: [
          ['base/internal/2023', '1,660'],
          ['indexScore/internal/2024', '74'],
          ['base/internal/2024', '465'],
        ],
      },
    ],
  },
}

function findingAt(stated: Statements, figure: string): Finding<'weak-base'>[] {
  const path = pathOf(figure)
  const previousPeriod = path && periodBefore(stated.survey, path.periods[0])
  if (path?.metric !== 'base' || path.periods.length !== 1 || !previousPeriod) return []
  const previous = idOf({ ...path, periods: [previousPeriod] })
  const change = idOf({ ...path, periods: [previousPeriod, ...path.periods] })
  const [now, before] = [statedCount(stated, figure), statedCount(stated, previous)]
  const statement = statedOf(stated, figure)[0]
  const isRemarkedOn = assertionsOf(stated, 'baseRemark').some(({ segment }) => segment === path.segment)
  if (isRemarkedOn || !now || !before || !statement || now.to === null || 2n * now.to >= before.from || statedOf(stated, change).length > 0)
    return []
  const isCompared = (['indexScore', 'mean', 'topTwoBox'] as const).some((metric) =>
    [figure, previous].every((base) => statedInterval(stated, siblingOf(base, metric)) !== null),
  )
  return isCompared
    ? [findingOf(stated, 'weak-base', statement, { kind: 'advice', related: evidenceFor(stated, [previous]), values: {} })]
    : []
}

function periodBefore({ periods }: Survey, id: string | undefined): string | undefined {
  const at = periods.findIndex((period) => period.id === id)
  return at > 0 ? periods[at - 1]?.id : undefined
}
