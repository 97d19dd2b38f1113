import { describe, expect, it } from 'vitest'
import { audit, describeFinding } from '../../src/audit/index.js'
import { type LocaleId, locales } from '../../src/locale/index.js'
import { claimsOfText } from '../../src/prose-claims/index.js'
import { blocksOfPlainText } from '../../src/read/text/plain.js'
import { figuresOf, node, surveyOf } from './stated.js'

const named = (id: string, label: string, ...parts: object[]) => ({ ...node(id, ...parts), label })
const tree = named('all', 'All centres', named('north', 'North'), named('south', 'South'))

/** Each error of a memo, its lines joined. */
function errorsOf(text: string, root: object = tree, locale: LocaleId = 'en'): string[] {
  const survey = surveyOf(root)
  const claims = claimsOfText({ file: 'memo.txt', blocks: blocksOfPlainText(text) }, survey, { locale })
  return audit(figuresOf(survey), claims)
    .filter(({ kind }) => kind === 'error')
    .map((finding) => {
      const { title, lines } = describeFinding(finding, locales[locale])
      return [title, ...lines].join('\n')
    })
}

const table = (all: string) => `Table 1: Index and answers

| Group | Index | Answers |
|---|---|---|
| North | 61 | 1,204 |
| South | 68 | 377 |
| All centres | 63 | ${all} |
`

describe('a finding', () => {
  it('about parts that may not be all of a total says so, and what to write', () => {
    const [found, ...others] = errorsOf(table('1,881'))
    expect(others).toEqual([])
    expect(found).toContain('unless the parts do not cover all of “All centres”. If they do not, write complete: false for it')
    expect(errorsOf(table('1,881'), { ...tree, complete: false })).toEqual([])
    // Parts of more than the whole are no smaller a fault where they do not cover it.
    expect(errorsOf(table('1,381'))[0]).toContain('The numbers cannot all be right.')
    expect(errorsOf(table('1,381'), { ...tree, complete: false })).toHaveLength(1)
  })

  it('names the words that do not hold, once, and says nothing twice of the same words', () => {
    const [found] = errorsOf('The index of North was 66 in 2023 and is 61 in 2024, a rise of 5 index points.')
    expect(found?.match(/a? ?rise of 5 index points/g)?.length ?? 0).toBeLessThan(2)
    expect(found).toContain('It changes the conclusion')
  })

  it('quotes dates and counts as they are printed', () => {
    const text = `Dato: 3. maj 2024

Kilde: Dataudtrækket er fra registret (17. juni 2024)

| Gruppe | Borgere i forløb |
|---|---|
| A | 1.204 |
| B | 377 |
| C | 2.050 |

Og derefter:

| Gruppe | Borgere med afsluttet forløb |
|---|---|
| A | 1.204 |
| B | 377 |
| C | 2.050 |
`
    const found = errorsOf(text, tree, 'da').join('\n')
    expect(found).toContain('”17. juni 2024” (memo.txt:3)')
    expect(found).toContain('1.204, 377, 2.050')
    expect(found).not.toMatch(/2024-\d\d|1204/)
  })

  it('calls a number that is no figure by its row and its column', () => {
    const [found] = errorsOf('| | Citizens | In work |\n|--|--|--|\n| Group A | 1,240 | 31 (2.9 %) |\n| Group B | 1,236 | 62 (5.0 %) |\n')
    expect(found).toContain('“2.9 %” (Group A, In work; memo.txt:3)')
    expect(found).toContain('“1,240” (Group A; memo.txt:3)')
  })

  it('quotes a denial with the word that denies', () => {
    const text = 'The index of North was 66 in 2023 and is 61 in 2024. The index of North has not fallen.'
    expect(errorsOf(text).join('\n')).toContain('“not fallen”')
  })
})
