import { describe, expect, it } from 'vitest'
import type { Example } from '../../src/audit/check.js'
import { audit, checks } from '../../src/audit/index.js'
import type { CheckId, Finding } from '../../src/finding.js'
import { exampleSurvey, figuresOf, printedIn } from './stated.js'

/** All findings, those that follow from others as well. */
function everyFinding(findings: readonly Finding[]): Finding[] {
  return findings.flatMap((finding) => [finding, ...everyFinding(finding.consequences)])
}

function findingsOf(example: Example): Finding[] {
  const survey = exampleSurvey(example)
  return everyFinding(audit(figuresOf(survey, example.data), printedIn(example, survey)))
}

/** What a check says against the numbers; neither what agrees by rounding nor what is not checked. */
function decided(id: CheckId, example: Example): string[] {
  return findingsOf(example).flatMap(({ check, kind, id: name }) => (check === id && (kind === 'error' || kind === 'advice') ? [name] : []))
}

describe.each(checks.map((check) => [check.id, check] as const))('%s', (id, { examples }) => {
  it.each(examples.inconsistent.map((example) => [example.because, example] as const))('finds: %s', (_, example) => {
    expect(decided(id, example).length).toBeGreaterThan(0)
  })

  it.each(examples.consistent.map((example) => [example.because, example] as const))('finds nothing: %s', (_, example) => {
    expect(findingsOf(example).map((finding) => finding.id)).toEqual([])
  })

  it.each(examples.undecidable.map((example) => [example.because, example] as const))('does not decide: %s', (_, example) => {
    expect(decided(id, example)).toEqual([])
  })

  it('has examples of all three outcomes', () => {
    expect(Object.values(examples).every(({ length }) => length > 0)).toBe(true)
  })
})
