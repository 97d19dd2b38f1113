import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { audit, describeFinding, type Finding } from '../../src/audit/index.js'
import { claimedFigure, readStatement } from '../../src/claims.js'
import { locales } from '../../src/locale/index.js'
import { parseProject } from '../../src/project.js'
import { exampleFiles } from '../example.js'
import { figuresOf } from './stated.js'

const { survey } = parseProject(exampleFiles('biu-2024'))

/** Index and base of each group in both periods, as the memo's two tables have them. */
const leaves: [segment: string, index: [string, string], base: [string, string]][] = [
  ['internal', ['82', '74'], ['1660', '465']],
  ['brobygning', ['83', '81'], ['132', '165']],
  ['ac', ['80', '84'], ['613', '485']],
  ['unge', ['87', '88'], ['410', '159']],
  ['voksne', ['89', '89'], ['377', '437']],
  ['uden-mentor', ['86', '86'], ['183', '251']],
  ['mentor', ['91', '92'], ['194', '186']],
  ['sygemeldte', ['85', '81'], ['436', '509']],
]
const periods = ['2022-23', '2023-24'] as const

const data = [
  ...leaves.flatMap(([segment, index, base]) =>
    periods.flatMap((period, at) => [
      [`indexScore/${segment}/${period}`, index[at] as string] as const,
      [`base/${segment}/${period}`, base[at] as string] as const,
    ]),
  ),
  ['indexScore/external/2022-23', '84'] as const,
  ['indexScore/external/2023-24', '84'] as const,
  ['indexScore/all/2022-23', '83'] as const,
]

/** Everything the memo printed, right or wrong. */
const printed = readFileSync('examples/biu-2024/claims/orientering-2024.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((row, index) => {
    const [id = '', text = '', words = ''] = row.split(';')
    const figure = claimedFigure(id, survey)
    const said = readStatement(figure ?? '', text, locales.da, 'da', survey)
    if (!figure || 'reason' in said) throw new Error(`cannot read ${row}`)
    return { figure, text, ...said, place: { file: 'orientering-2024.csv', line: index + 2, words } }
  })
const remark = {
  figure: 'change/base/internal/2022-23..2023-24',
  text: 'betydeligt lavere',
  interval: null,
  decimals: 0,
  direction: 'fall' as const,
  place: { file: 'orientering-2024.csv', line: 900 },
}
const claims = [...printed, remark]

const repairsOf = (finding: Finding | undefined) =>
  finding?.candidates.map(({ repairs, support }) => [
    ...repairs.map(({ figure, from, to }) => [figure, from, to].join(' ')),
    support.length,
  ])

describe('the memo of 2024', () => {
  let findings: Finding[]
  let total: Finding | undefined
  let sum: Finding | undefined
  beforeAll(() => {
    findings = audit(figuresOf(survey, data), { claims })
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
    expect(total?.values.basis).toBe('hull')
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
    expect(audit(figuresOf(survey, data), { claims: claims.toReversed() })).toEqual(findings)
  })
})
