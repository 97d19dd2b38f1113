import { describe, expect, it } from 'vitest'
import { audit } from '../../src/audit/index.js'
import { claimsOf, exampleSurvey, figuresOf, node, type Stated, surveyOf } from './stated.js'

function repairsOf(stated: Stated, survey = exampleSurvey()): string[][][] {
  const findings = audit(figuresOf(survey), { claims: claimsOf(survey, stated) })
  return findings
    .filter(({ check }) => check === 'impossible-total' || check === 'base-sum')
    .map(({ candidates }) => candidates.map(({ repairs }) => repairs.map(({ figure, from, to }) => `${figure} ${from}–${to}`)))
}

describe('repairs of a mean', () => {
  it('may be a number of answers, where other weights would give the total', () => {
    // 74·n + 84·1000 = 76·(n + 1000) at n = 4000. With rounding: from 1000·(83.5 − 76.5)/(76.5 − 73.5) to 1000·(84.5 − 75.5)/(75.5 − 74.5)
    expect(
      repairsOf([
        ['indexScore/all/2024', '76'],
        ['indexScore/internal/2024', '74'],
        ['base/internal/2024', '1000'],
        ['indexScore/external/2024', '84'],
        ['base/external/2024', '1000'],
        ['indexScore/young/2024', '84'],
        ['base/young/2024', '500'],
        ['indexScore/adult/2024', '84'],
        ['base/adult/2024', '500'],
      ]),
    ).toEqual([
      [
        // in equal parts 73.5 and 83.5 give 78.5, 74.5 and 84.5 give 79.5; a tie may be printed either way
        ['indexScore/all/2024 78–80'],
        ['indexScore/internal/2024 66–70'],
        ['base/internal/2024 2334–9000'],
      ],
    ])
  })

  it('are looked for apart where contradictions share no figure', () => {
    const survey = surveyOf(node('all', node('a', node('a1'), node('a2')), node('b', node('b1'), node('b2'))))
    const found = repairsOf(
      [
        ['indexScore/a/2024', '90'],
        ['indexScore/a1/2024', '60'],
        ['indexScore/a2/2024', '70'],
        ['indexScore/b/2024', '20'],
        ['indexScore/b1/2024', '50'],
        ['indexScore/b2/2024', '40'],
      ],
      survey,
    )
    expect(found).toHaveLength(2)
    expect(found[0]).toContainEqual(['indexScore/a/2024 60–70'])
    expect(found[1]).toContainEqual(['indexScore/b/2024 40–50'])
  })
})

describe('repairs of a sum', () => {
  it('are two figures where no single one does it', () => {
    // internal and external are both wrong against their parts and the total
    const survey = surveyOf(node('all', node('a', node('a1'), node('a2')), node('b', node('b1'), node('b2'))))
    const found = repairsOf(
      [
        ['base/all/2024', '100'],
        ['base/a/2024', '60'],
        ['base/a1/2024', '20'],
        ['base/a2/2024', '20'],
        ['base/b/2024', '90'],
        ['base/b1/2024', '30'],
        ['base/b2/2024', '30'],
      ],
      survey,
    )
    expect(found[0]).toContainEqual(['base/a/2024 40–40', 'base/b/2024 60–60'])
    expect(found[0]?.every((repairs) => repairs.length === 2)).toBe(true)
  })
})
