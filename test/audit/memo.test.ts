import { beforeAll, describe, expect, it } from 'vitest'
import { audit, describeFinding } from '../../src/audit/index.js'
import type { Claim } from '../../src/claim.js'
import type { Figures } from '../../src/figure.js'
import { deriveFigures } from '../../src/figures.js'
import type { Finding } from '../../src/finding.js'
import { locales } from '../../src/locale/index.js'
import { parseProject } from '../../src/project.js'
import { readClaims } from '../../src/read/claims.js'
import { readDataset } from '../../src/read/index.js'
import { exampleFiles } from '../example.js'
import { figuresOf } from './stated.js'

const project = parseProject(exampleFiles('biu-2024'))
const { survey } = project

/** The memo's words on the number of answers, which its table of claims need not have. */
const remark = {
  figure: 'change/base/internal/2022-23..2023-24',
  text: 'betydeligt lavere',
  interval: null,
  decimals: 0,
  direction: 'fall' as const,
  place: { file: 'orientering-2024.csv', line: 900 },
}
const repairsOf = (finding: Finding | undefined) =>
  finding?.candidates.map(({ repairs, support }) => [
    ...repairs.map(({ figure, from, to }) => [figure, from, to].join(' ')),
    support.length,
  ])

describe('the memo of 2024', () => {
  let figures: Figures
  let claims: Claim[]
  let findings: Finding[]
  let total: Finding | undefined
  let sum: Finding | undefined
  beforeAll(async () => {
    figures = deriveFigures(survey, await readDataset(project))
    const printed = await readClaims(project)
    claims = [...printed.claims.filter(({ figure }) => figure !== remark.figure), remark]
    findings = audit(figures, { claims })
    total = findings.find(({ check }) => check === 'impossible-total')
    sum = findings.find(({ check }) => check === 'base-sum')
  })

  it('has two contradictions, two remarks, and nothing else', () => {
    expect(findings.map(({ id, kind }) => [id, kind])).toEqual([
      ['impossible-total/indexScore/all/2023-24', 'error'],
      ['base-sum/base/external/2023-24', 'error'],
      ['unsupported-change/change/indexScore/unge/2022-23..2023-24', 'advice'],
      ['weak-base/base/unge/2023-24', 'advice'],
    ])
  })

  it('cannot have 85 under any weights; 82 follows from the answers', () => {
    expect(total?.values).toEqual({ basis: 'hull', expected: 'weighted', isWholeCovered: true })
    expect(total?.expected.printed).toEqual(['82'])
  })

  it('is mended by 82 for all, or by 84 to 91 for the internal centres, each printed number with three others behind it', () => {
    expect(repairsOf(total)).toEqual([
      ['indexScore/all/2023-24 82 82', 3],
      ['indexScore/internal/2023-24 84 91', 3],
    ])
  })

  it('has one number of answers that mends both sums', () => {
    expect(repairsOf(sum)?.map(([repair]) => repair)).toEqual(['base/external/2023-24 1755 1755'])
    expect(sum?.consequences.map(({ id }) => id)).toContain('base-sum/base/all/2023-24')
  })

  it('tells of a rise that is a consequence, and changes the conclusion', () => {
    expect(total?.changesConclusion).toBe(true)
    expect(total?.flips.filter(({ isSure }) => isSure).map(({ words }) => words.text)).toEqual(['2', 'fremgang'])
    expect(total?.consequences.map(({ check, found }) => [check, found.text])).toEqual([
      ['claim-mismatch', '85'],
      ['claim-mismatch', '85'],
      ['claim-mismatch', '2'],
      ['claim-mismatch', 'fremgang'],
    ])
  })

  it('is found without our own figures too', () => {
    const alone = audit(figuresOf(survey), { claims })
    expect(alone.map(({ id }) => id)).toEqual([
      'impossible-total/indexScore/all/2023-24',
      'base-sum/base/external/2023-24',
      'weak-base/base/unge/2023-24',
    ])
    expect(repairsOf(alone[0])).toEqual(repairsOf(total))
    expect(alone[0]?.changesConclusion).toBe(true)
  })

  it('is told without saying which number is wrong', () => {
    const lines = findings.flatMap((finding) => {
      const { title, lines } = describeFinding(finding, locales.da)
      return [title, ...lines.map((line) => `  ${line}`)]
    })
    expect(lines.join('\n')).not.toMatch(/forkert|fejl/)
  })

  it('holds whatever the order of the claims', () => {
    expect(audit(figures, { claims: claims.toReversed() })).toEqual(findings)
  })
})
