import type { Interval } from '../../printed.js'
import type { Check } from '../check.js'
import { meet } from '../parts.js'
import { evidenceOf, findingOf, pathOf, type Statement } from '../statements.js'

/**
 * Two numbers for one figure.
 *
 * Fires where a number is printed in several places and two of them have no value in common: same metric, segment,
 * period, item, provider and options. It is told once, of the number that fewest places print; of as many, of one in
 * the text rather than of one in a table, and of the later.
 *
 * Silent where one has more decimals than the other and fits it, and for changes and differences, which are held
 * against what they lie between.
 */
export const duplicateClaim: Check<'duplicate-claim'> = {
  id: 'duplicate-claim',
  scopes: ['claims'],
  follows: true,
  run: (stated) =>
    [...stated.byFigure.entries()].flatMap(([figure, all]) => {
      // A change or a difference may be taken before rounding or after it.
      if (pathOf(figure)?.periods.length !== 1) return []
      const statements = all.flatMap((statement) => (statement.interval ? [{ statement, interval: statement.interval }] : []))
      const usual = mostSupported(statements)
      const others = statements.filter(({ interval }) => usual && !meet(usual.interval, interval))
      const [first, ...more] = others
      if (!usual || !first) return []
      const alike = statements.filter(({ statement, interval }) => statement !== usual.statement && meet(usual.interval, interval))
      const shown = [usual, ...alike].slice(0, mostShown)
      const related = [...shown, ...more].map(({ statement }) => evidenceOf(stated, statement))
      return [findingOf(stated, 'duplicate-claim', first.statement, { related, values: {} })]
    }),
  examples: {
    consistent: [
      {
        because: 'the same number in text and table',
        claims: [
          ['indexScore/internal/2024', '74'],
          ['indexScore/internal/2024', '74'],
        ],
      },
      {
        because: '4.38 is 4.4 with more decimals',
        claims: [
          ['mean/internal/2024', '4.4'],
          ['mean/internal/2024', '4.38'],
        ],
      },
      {
        because: 'a tie rounded up in one place and to even in the other',
        claims: [
          ['topTwoBox/internal/2024', '3 %'],
          ['topTwoBox/internal/2024', '2.5 %'],
        ],
      },
    ],
    inconsistent: [
      {
        because: 'two numbers for one figure',
        claims: [
          ['indexScore/internal/2024', '74'],
          ['indexScore/internal/2024', '76'],
        ],
      },
      {
        because: 'two numbers of answers',
        claims: [
          ['base/internal/2024', '1,755'],
          ['base/internal/2024', '1,775'],
        ],
      },
    ],
    undecidable: [
      {
        because: 'one percentage of two groups',
        claims: [
          ['topTwoBox/young/2024', '40 %'],
          ['topTwoBox/adult/2024', '45 %'],
        ],
      },
    ],
  },
}

const mostShown = 3

type Numbered = { statement: Statement; interval: Interval }

/** The number that most places agree with; of those that as many do, one of a table, then the first. */
function mostSupported(statements: readonly Numbered[]): Numbered | undefined {
  const distinct = [...new Map(statements.toReversed().map((each) => [each.statement.text, each])).values()].reverse()
  const supported = distinct.map((each) => {
    const alike = statements.filter(({ interval }) => meet(interval, each.interval))
    return { each, support: alike.length, isInTable: alike.some(({ statement }) => statement.table !== undefined) }
  })
  return supported.sort((a, b) => b.support - a.support || Number(b.isInTable) - Number(a.isInTable))[0]?.each
}
