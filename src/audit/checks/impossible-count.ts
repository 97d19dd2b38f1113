import type { Figures } from '../../figure.js'
import { optionsOf } from '../../figure-key.js'
import { figureOf } from '../../figures.js'
import type { Finding } from '../../finding.js'
import { isScored } from '../../metrics.js'
import { compare } from '../../printed.js'
import { parentOf, type Survey } from '../../survey.js'
import type { Check } from '../check.js'
import {
  evidenceFor,
  findingOf,
  idOf,
  pathOf,
  type Statement,
  type Statements,
  scaleOfFigure,
  siblingOf,
  statedCount,
  statedInterval,
  statementsOfData,
} from '../statements.js'

/**
 * A part that is more than its whole: more who gave an answer than answered, more answers than people asked, more in a
 * group than in the group around it, more of one provider's than of all.
 *
 * Fires whatever the parts cover and however they overlap: a part of something cannot be more than all of it.
 *
 * Silent across units and items: an item's answers are held against its own base, people asked against the first
 * item's.
 */
export const impossibleCount: Check<'impossible-count'> = {
  id: 'impossible-count',
  scopes: ['data', 'claims'],
  follows: true,
  run: (stated, figures) =>
    [...stated.byFigure.values()].flatMap((statements) =>
      statements.slice(0, 1).flatMap((statement) => findingAt(stated, statement, figures)),
    ),
  examples: {
    consistent: [
      {
        because: '62 of 1.286 agree',
        claims: [
          ['count/internal/2024/options/agree', '62'],
          ['base/internal/2024', '1,286'],
          ['invited/internal/2024', '3,000'],
        ],
      },
      {
        because: 'more do not know than answered: they are no part of the base',
        claims: [
          ['count/internal/2024/options/dontKnow', '80'],
          ['base/internal/2024', '60'],
        ],
      },
    ],
    inconsistent: [
      {
        because: 'more agree than answered',
        claims: [
          ['count/internal/2024/options/agree', '620'],
          ['base/internal/2024', '286'],
        ],
      },
      {
        because: 'more answers than people asked',
        claims: [
          ['base/internal/2024', '300'],
          ['invited/internal/2024', '286'],
        ],
      },
      {
        because: 'a group is larger than the one around it, though they overlap',
        root: { overlap: true },
        claims: [
          ['base/all/2024', '400'],
          ['base/internal/2024', '465'],
        ],
      },
    ],
    undecidable: [
      {
        because: 'roughly as many',
        claims: [
          ['base/internal/2024', '300'],
          ['invited/internal/2024', 'about 300'],
        ],
      },
      {
        because: 'another item may have been asked of more people',
        claims: [
          ['base/internal/2024/items/contact', '300'],
          ['invited/internal/2024', '286'],
        ],
      },
    ],
  },
}

function findingAt(stated: Statements, statement: Statement, figures: Figures): Finding<'impossible-count'>[] {
  const part = statedCount(stated, statement.figure)
  if (!part) return []
  const tooSmall = wholesOf(stated, statement.figure).find((figure) => {
    const whole = statedCount(stated, figure)
    return whole !== null && whole.to !== null && part.from > whole.to && !isOfData(stated, [statement.figure, figure], figures)
  })
  return tooSmall ? [findingOf(stated, 'impossible-count', statement, { related: evidenceFor(stated, [tooSmall]), values: {} })] : []
}

/**
 * A text repeats two numbers as the project's data have them, and these contradict themselves here or in a part of it:
 * that is found in the data, where it is accepted or stops the build.
 */
function isOfData(stated: Statements, [part, whole]: readonly [string, string], figures: Figures): boolean {
  const isRepeated = [part, whole].every((id) => {
    const own = figureOf(figures, id)?.interval
    const said = statedInterval(stated, id)
    return own != null && said !== null && compare(own.from, said.from) === 0 && compare(own.to, said.to) === 0
  })
  if (stated.scope === 'data' || !isRepeated) return false
  return impossibleCount.run(statementsOfData(figures), figures).some(({ figure }) => isPartOf(stated.survey, figure, part))
}

/** The same of the group itself or of one in it. */
function isPartOf(survey: Survey, inner: string, outer: string): boolean {
  const [own, around] = [pathOf(inner), pathOf(outer)]
  if (!own || !around || idOf({ ...own, segment: around.segment }) !== outer) return false
  return own.segment === around.segment || ancestorsOf(survey, own.segment).includes(around.segment)
}

/**
 * The figures that must be at least as large as a count: its base, the people asked, the group around it, all providers
 * together.
 */
function wholesOf(stated: Statements, figure: string): string[] {
  const path = pathOf(figure)
  if (path?.periods.length !== 1) return []
  const { metric, options, item, provider } = path
  if (metric === 'count') return areAllScored(stated.survey, figure, options) ? [siblingOf(figure, 'base')] : []
  if (metric !== 'base' && metric !== 'invited') return []
  const around = ancestorsOf(stated.survey, path.segment).map((segment) => idOf({ ...path, segment }))
  return [
    ...around,
    ...(provider ? [idOf({ ...path, provider: null })] : []),
    ...(metric === 'base' && item === null ? [siblingOf(figure, 'invited')] : []),
  ]
}

/** The groups around a segment, the nearest first. */
function ancestorsOf(survey: Survey, segment: string): string[] {
  const parent = parentOf(survey.segments, segment)
  return parent ? [parent.id, ...ancestorsOf(survey, parent.id)] : []
}

/** Whether all options of a count are in the base. */
function areAllScored(survey: Survey, figure: string, options: string | null): boolean {
  const scored = scaleOfFigure(survey, figure).options.filter(isScored)
  return options !== null && optionsOf({ options }).every((option) => scored.some(({ id }) => id === option))
}
