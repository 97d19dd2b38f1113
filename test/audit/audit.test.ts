import { describe, expect, it } from 'vitest'
import { applyAccepted, audit, checks, describeFinding, stopsBuild } from '../../src/audit/index.js'
import type { Finding } from '../../src/finding.js'
import { locales } from '../../src/locale/index.js'
import { claimsOf, exampleSurvey, figuresOf, printedIn, type Stated } from './stated.js'

const survey = exampleSurvey()

const consistentData: Stated = [
  ['indexScore/internal/2024', '74'],
  ['base/internal/2024', '465'],
  ['indexScore/young/2024', '83'],
  ['base/young/2024', '900'],
  ['indexScore/adult/2024', '85'],
  ['base/adult/2024', '855'],
]
const impossible: Stated = [...consistentData, ['indexScore/all/2024', '85']]
const broken: Stated = [...consistentData, ['base/external/2024', '1775']]

describe('our own data', () => {
  it('stop nothing where they agree', () => {
    const findings = audit(figuresOf(survey, consistentData))
    expect(findings).toEqual([])
    expect(stopsBuild(findings)).toBe(false)
  })

  it('stop a build where a total contradicts its parts', () => {
    const findings = audit(figuresOf(survey, impossible))
    expect(findings.map(({ id, scope, kind }) => [id, scope, kind])).toEqual([['impossible-total/indexScore/all/2024', 'data', 'error']])
    expect(findings[0]?.found.place).toEqual({ file: 'data/2024.csv', line: 8 })
    expect(stopsBuild(findings)).toBe(true)
  })

  it('stop a build where numbers of answers do not sum', () => {
    const findings = audit(figuresOf(survey, [...broken, ['indexScore/external/2024', '84']]))
    expect(findings.map(({ id, scope }) => [id, scope])).toEqual([['base-sum/base/external/2024', 'data']])
    expect(findings[0]?.expected.printed).toEqual(['1755'])
    expect(stopsBuild(findings)).toBe(true)
  })

  it('never stop a build for what others have printed', () => {
    const claims = claimsOf(survey, impossible)
    const findings = audit(figuresOf(survey, consistentData), { claims })
    expect(findings.map(({ scope }) => scope)).toEqual(['claims'])
    expect(stopsBuild(findings)).toBe(false)
  })
})

describe('a text with more answers than people asked', () => {
  const counts = (group: string, base: string, invited: string): Stated => [
    [`indexScore/${group}/2024`, '80'],
    [`base/${group}/2024`, base],
    [`invited/${group}/2024`, invited],
  ]
  const inData = [...counts('young', '60', '40'), ...counts('adult', '50', '30')]
  const contradictions = (data: Stated, said: Stated) =>
    audit(figuresOf(survey, data), { claims: claimsOf(survey, said) })
      .filter(({ check }) => check === 'impossible-count')
      .map(({ scope, figure }) => [scope, figure])
  const total = (base: string, invited: string): Stated => [
    ['base/external/2024', base],
    ['invited/external/2024', invited],
  ]
  const young = ['data', 'base/young/2024']
  const adult = ['data', 'base/adult/2024']

  it('contradicts nothing where it repeats the data, whose own contradiction is told of there', () => {
    expect(contradictions(inData, total('110', '70'))).toEqual([young, adult])
    expect(contradictions(inData, counts('young', '60', '40'))).toEqual([young, adult])
  })

  it('contradicts itself where it says something else, and where the data do not contradict themselves', () => {
    expect(contradictions(inData, total('111', '70'))).toEqual([young, adult, ['claims', 'base/external/2024']])
    const agreeing = [...counts('young', '60', '80'), ...counts('adult', '50', '90')]
    expect(contradictions(agreeing, counts('young', '60', '40'))).toEqual([['claims', 'base/young/2024']])
  })
})

describe('accept', () => {
  const findings = audit(figuresOf(survey, impossible))

  it('lets a build go on, with its reason', () => {
    const { findings: accepted, unmatched } = applyAccepted(findings, [
      { finding: 'impossible-total/indexScore/all/2024', reason: 'The supplier weighted by place.', line: 40 },
    ])
    expect(accepted.map((finding) => finding.accepted)).toEqual([{ reason: 'The supplier weighted by place.' }])
    expect(stopsBuild(accepted)).toBe(false)
    expect(unmatched).toEqual([])
  })

  it('reports an entry that names no finding', () => {
    const entry = { finding: 'impossible-total/indexScore/all/2023', reason: 'Old.', line: 41 }
    const { findings: same, unmatched } = applyAccepted(findings, [entry])
    expect(same).toEqual(findings)
    expect(unmatched).toEqual([entry])
  })

  it('leaves the findings it is given as they are', () => {
    const before = structuredClone(findings)
    applyAccepted(findings, [{ finding: 'impossible-total/indexScore/all/2024', reason: 'Known.', line: 40 }])
    expect(findings).toEqual(before)
  })
})

describe('findings', () => {
  it('have ids of their own, by place where one check finds several things about one figure', () => {
    const claims = claimsOf(survey, [
      ['indexScore/internal/2024', '80'],
      ['indexScore/internal/2024', '81'],
    ])
    const ids = audit(figuresOf(survey, consistentData), { claims }).flatMap(({ id, consequences }) => [
      id,
      ...consequences.map((each) => each.id),
    ])
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toContain('claim-mismatch/indexScore/internal/2024/claims/memo.csv:2')
  })

  it('are worded in every locale, for every check', () => {
    for (const check of checks) {
      for (const example of [...check.examples.inconsistent, ...check.examples.undecidable]) {
        const tree = exampleSurvey(example)
        const all = audit(figuresOf(tree, example.data), printedIn(example, tree))
        for (const finding of all.flatMap((each): Finding[] => [each, ...each.consequences])) {
          const wordings = Object.values(locales).map((locale) => {
            const { title, lines } = describeFinding(finding, locale)
            return [title, ...lines].join('\n')
          })
          expect(wordings.filter((text) => /undefined|null|NaN|\[object|: \./.test(text))).toEqual([])
          expect(new Set(wordings).size).toBe(wordings.length)
        }
      }
    }
  })

  it('are of checks that say what they find and why it matters, each in a line of its own', () => {
    const lines = Object.values(locales).flatMap(({ findings }) => checks.flatMap(({ id }) => Object.values(findings.rules[id])))
    expect(lines.filter((line) => line.includes('\n') || line.length > 120 || line.trim() === '')).toEqual([])
    expect(new Set(lines).size).toBe(lines.length)
    expect(Object.values(locales).flatMap(({ findings }) => checks.filter(({ id }) => !/[.”]$/.test(findings.rules[id].why)))).toEqual([])
  })

  it('are plain values', () => {
    const findings = audit(figuresOf(survey, impossible))
    expect(structuredClone(findings)).toEqual(findings)
  })
})
