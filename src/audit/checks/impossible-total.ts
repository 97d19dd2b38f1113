import type { Figures, Total } from '../../figure.js'
import type { Evidence, Finding } from '../../finding.js'
import type { Interval } from '../../printed.js'
import type { Check } from '../check.js'
import {
  asStated,
  type Basis,
  contradictionAt,
  levelAtMost,
  levelGivenBy,
  levelOf,
  meanOfParts,
  meet,
  type Node,
  nodesOf,
  sumOfParts,
  treeOf,
  weightOf,
} from '../parts.js'
import {
  evidenceFor,
  evidenceOf,
  familiesOf,
  figureName,
  findingOf,
  printedEnds,
  rangeOf,
  type Statement,
  type Statements,
  statedOf,
} from '../statements.js'

/**
 * A mean that its parts cannot give.
 *
 * Fires where the printed total lies outside what the parts give weighted by answers, and also beside their plain mean,
 * since not everybody weighs; or outside all of them, which no weights can cure. Where not all parts can be equal,
 * touching the highest or lowest is outside too: every part weighs more than nothing. Our own totals are weighted by
 * answers, as the design says, so there the plain mean excuses nothing.
 *
 * Silent where parts overlap, where they do not cover the total and the remainder is not known, and where a part's
 * number is unknown.
 */
export const impossibleTotal: Check<'impossible-total'> = {
  id: 'impossible-total',
  scopes: ['data', 'claims'],
  follows: false,
  run: (stated, figures) => (stated.scope === 'data' ? ofOwnTotals(stated, figures) : ofStatements(stated)),
  examples: {
    consistent: [
      {
        because: 'the total lies where the answers put it',
        claims: [
          ['indexScore/all/2024', '82'],
          ['indexScore/internal/2024', '74'],
          ['base/internal/2024', '465'],
          ['indexScore/external/2024', '84'],
          ['base/external/2024', '1755'],
        ],
      },
      {
        because: 'a total computed from rounded parts may differ by one',
        claims: [
          ['indexScore/all/2024', '72'],
          ['indexScore/internal/2024', '71'],
          ['base/internal/2024', '100'],
          ['indexScore/external/2024', '71'],
          ['base/external/2024', '100'],
        ],
      },
      {
        because: 'the plain mean of the parts, though not weighted by answers',
        claims: [
          ['indexScore/all/2024', '79'],
          ['indexScore/internal/2024', '74'],
          ['base/internal/2024', '465'],
          ['indexScore/external/2024', '84'],
          ['base/external/2024', '1755'],
        ],
      },
      {
        because: 'the respondents outside the parts pull the total down',
        root: { complete: false },
        claims: [
          ['indexScore/all/2024', '60'],
          ['base/all/2024', '3000'],
          ['indexScore/internal/2024', '74'],
          ['base/internal/2024', '465'],
          ['indexScore/external/2024', '84'],
          ['base/external/2024', '1755'],
        ],
      },
    ],
    inconsistent: [
      {
        because: 'no mean of 74 and 84 is 85, whatever the weights',
        claims: [
          ['indexScore/all/2024', '85'],
          ['indexScore/internal/2024', '74'],
          ['indexScore/external/2024', '84'],
        ],
      },
      {
        because: 'far more answers came from the parts with 84 than from those with 74',
        claims: [
          ['indexScore/all/2024', '76'],
          ['indexScore/internal/2024', '74'],
          ['base/internal/2024', '465'],
          ['indexScore/external/2024', '84'],
          ['base/external/2024', '1755'],
        ],
      },
      {
        because: 'the parts’ own parts leave them less room than their printed numbers',
        claims: [
          ['indexScore/all/2024', '85'],
          ['base/all/2024', '2000'],
          ['indexScore/internal/2024', '84'],
          ['base/internal/2024', '100'],
          ['indexScore/external/2024', '84'],
          ['base/external/2024', '1900'],
          ['indexScore/young/2024', '83'],
          ['base/young/2024', '950'],
          ['indexScore/adult/2024', '84'],
          ['base/adult/2024', '950'],
        ],
      },
      {
        because: 'the few respondents outside the parts cannot pull the total that far',
        root: { complete: false },
        claims: [
          ['indexScore/all/2024', '60'],
          ['base/all/2024', '2300'],
          ['indexScore/internal/2024', '74'],
          ['base/internal/2024', '465'],
          ['indexScore/external/2024', '84'],
          ['base/external/2024', '1755'],
        ],
      },
    ],
    undecidable: [
      {
        because: 'a part’s number is not printed',
        claims: [
          ['indexScore/all/2024', '85'],
          ['indexScore/internal/2024', '74'],
        ],
      },
      {
        because: 'the parts do not cover the total, and nobody knows how many are missing',
        root: { complete: false },
        claims: [
          ['indexScore/all/2024', '85'],
          ['indexScore/internal/2024', '74'],
          ['indexScore/external/2024', '84'],
        ],
      },
      {
        because: 'some are in both parts: those who are count once in the total and twice in the parts',
        root: { overlap: true },
        claims: [
          ['indexScore/all/2024', '85'],
          ['indexScore/internal/2024', '74'],
          ['indexScore/external/2024', '84'],
        ],
      },
      {
        because: 'parts and total have different bases, so the weights are not those of the total',
        claims: [
          ['indexScore/all/2024', '76'],
          ['base/all/2024', '1000'],
          ['indexScore/internal/2024', '74'],
          ['base/internal/2024', '465'],
          ['indexScore/external/2024', '84'],
          ['base/external/2024', '1755'],
        ],
      },
    ],
  },
}

function ofStatements(stated: Statements): Finding<'impossible-total'>[] {
  return familiesOf(stated, 'weightedMean').flatMap((family) => {
    const tree = treeOf(stated, family)
    const scale = rangeOf(stated.survey, tree.figure)
    if (!scale) return []
    return nodesOf(tree).flatMap((node) => {
      const contradiction = contradictionAt(node, scale)
      const statement = statedOf(stated, node.figure)[0]
      return contradiction && statement ? [findingAt(stated, node, statement, contradiction.basis, scale)] : []
    })
  })
}

function findingAt(stated: Statements, node: Node, statement: Statement, basis: Basis, scale: Interval): Finding<'impossible-total'> {
  const levels = node.parts.map((part) => levelOf(part, scale, asStated) ?? levelAtMost(part, scale))
  const areWeightsKnown = node.parts.every((part) => weightOf(part))
  const interval = areWeightsKnown ? levelGivenBy(node, levels, scale) : meanOfParts(levels.map((level) => ({ level, weight: null })))
  const related = node.parts.flatMap((part) => [part.figure, ...(basis === 'weighted' ? [part.base] : [])])
  return findingOf(stated, 'impossible-total', statement, {
    expected: { interval, printed: interval ? printedEnds(interval, statement) : [] },
    related: evidenceFor(stated, related),
    values: { basis, expected: areWeightsKnown ? 'weighted' : 'hull', isWholeCovered: !mayBeMore(node, scale) },
  })
}

/** Whether somebody may be in none of the parts, and all would be well then. */
function mayBeMore(node: Node, scale: Interval): boolean {
  const sum = sumOfParts(
    { ...node, covers: 'partition' },
    node.parts.map((part) => weightOf(part) ?? { from: 0n, to: null }),
  )
  const isFull = node.count !== null && node.count.to !== null && sum.from >= node.count.to
  return !isFull && contradictionAt({ ...node, covers: 'incomplete' }, scale) === null
}

/** Our own numbers: `deriveFigures` has found what contradicts what. */
function ofOwnTotals(stated: Statements, figures: Figures): Finding<'impossible-total'>[] {
  return figures.totals.flatMap((total) => {
    const { own, ownInterval, isContradiction, figure } = total
    if (!isContradiction || !own || total.unit === 'answer' || total.unit === 'person') return []
    const statement: Statement = {
      figure,
      text: own.text,
      interval: ownInterval,
      decimals: own.decimals,
      direction: null,
      place: own.place,
    }
    const interval = total.fromParts ?? total.hull
    return [
      findingOf(stated, 'impossible-total', statement, {
        expected: { interval, printed: interval ? printedEnds(interval, statement) : [] },
        related: partsOf(stated, total),
        values: { basis: isOutside(total) ? 'hull' : 'weighted', expected: total.fromParts ? 'weighted' : 'hull', isWholeCovered: true },
      }),
    ]
  })
}

function isOutside({ ownInterval, hull }: Total): boolean {
  return hull !== null && ownInterval !== null && !meet(ownInterval, hull)
}

/** The parts as they are published; one that is computed, by what it was computed to. */
function partsOf(stated: Statements, total: Total): Evidence[] {
  return total.parts.flatMap(({ figure, interval }) => {
    const published = statedOf(stated, figure)[0]
    if (published) return [evidenceOf(stated, published)]
    if (!interval) return []
    const text = printedEnds(interval, { figure, decimals: total.own?.decimals ?? 0 }).join('–')
    return [{ figure, name: figureName(stated, figure), text, interval, place: null, isComputed: true }]
  })
}
