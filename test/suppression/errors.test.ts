import { describe, expect, it } from 'vitest'
import { checks } from '../../src/audit/index.js'
import { build } from '../../src/build.js'
import { NotatError, type ProblemCode } from '../../src/errors.js'
import { figureOf } from '../../src/figures.js'
import type { CheckId } from '../../src/finding.js'
import { locales } from '../../src/locale/index.js'
import { parseProject } from '../../src/project.js'
import { reporters } from '../../src/report.js'

const survey = {
  title: 'Brugertilfredshed',
  items: [
    { id: 'overall', label: 'Tilfredshed', text: 'Jeg er tilfreds.', scale: 'agreement5' },
    { id: 'job', label: 'I job', text: 'Er du i job?', scale: 'yesNo' },
  ],
  periods: [{ from: '2024-01-01', to: '2024-12-31' }],
  segments: { id: 'all', label: 'Alle tilbud', parts: ['a', 'b', 'c'].map((id) => ({ id, label: `Gruppe ${id}` })) },
}
const projectOf = (data: string, given: object = survey) =>
  parseProject({
    'notat.yaml': JSON.stringify({ locale: 'en', sender: { organisation: 'Prøve Kommune' }, survey: given, documents: [] }),
    'data/d.csv': data,
  })

describe('an error in the data', () => {
  const published = (...rows: string[]): string =>
    ['periode;målgruppe;indekstal;antal svar', '2024;a;80;60', '2024;b;70;50', ...rows].join('\n')
  const counted = (...rows: string[]): string => ['periode;målgruppe;svar;antal', ...rows].join('\n')

  /** Of c few have answered: 3, with the index 61,37. */
  const faults: [ProblemCode, string][] = [
    ['mixed-number-styles', published('2024;c;61,37;3').replace('2024;a;80', '2024;a;80.5')],
    ['ambiguous-number', published('2024;c;61.372;3')],
    ['unreadable-number', published('2024;c;ca. 61,37;3')],
    ['date-for-number', published('2024;c;2024-03-03;3')],
    ['impossible-count', published('2024;c;61,37;3 svar')],
    ['impossible-count', counted('2024;a;Enig;60', '2024;c;Enig;3 svar')],
    ['value-without-answers', published('2024;c;61,37;0')],
    ['count-above-base', ['periode;målgruppe;spørgsmål;nøgletal;svar;værdi;antal svar', '2024;c;job;count;Ja;6;3'].join('\n')],
    ['duplicate-row', published('2024;c;61,37;3', '2024;c;61,37;3')],
    ['surplus-cells', published('2024;c;61,37;3;3')],
    ['unknown-reference', published('2024;d;61,37;3')],
    ['missing-value', counted('2024;a;Enig;60', '2024;c;Enig;3', '2024;c;Uenig;')],
  ]

  it.each(faults)('%s tells where it stands and no number that few have given', async (code, data) => {
    const asked = code === 'count-above-base' ? survey.items : survey.items.slice(0, 1)
    const stopped = await build(projectOf(data, { ...survey, items: asked })).then(
      () => null,
      (error) => error as NotatError,
    )
    expect(stopped).toBeInstanceOf(NotatError)
    const problems = stopped?.problems.filter((each) => each.code === code) ?? []
    expect(problems.map(({ file }) => file)).toContain('data/d.csv')
    for (const { message, hint = '', values } of stopped?.problems ?? [])
      expect(JSON.stringify([message, hint, values])).not.toMatch(/61[,.]?37|\b3\b(?!\.\d)|03-03/)
  })
})

describe('what is found in our own data about a group that is withheld', () => {
  /** Of a few have answered. Its own numbers, or those of all with its, do not agree. */
  const contradictions: [CheckId, string[]][] = [
    [
      'base-sum',
      [
        '2024;all;overall;base;;73;73',
        '2024;a;overall;indexScore;;61;3',
        '2024;b;overall;indexScore;;70;40',
        '2024;c;overall;indexScore;;75;37',
      ],
    ],
    [
      'impossible-total',
      [
        '2024;all;overall;indexScore;;93;80',
        '2024;a;overall;indexScore;;61;3',
        '2024;b;overall;indexScore;;70;40',
        '2024;c;overall;indexScore;;75;37',
      ],
    ],
    ['impossible-mean', ['2024;a;overall;indexScore;;61;3', '2024;b;overall;indexScore;;70;40', '2024;c;overall;indexScore;;75;37']],
    ['impossible-share', ['2024;a;overall;share;Enig;61;3', '2024;b;overall;indexScore;;70;40', '2024;c;overall;indexScore;;75;37']],
    [
      'impossible-count',
      [
        '2024;a;overall;indexScore;;67;3',
        '2024;a;overall;invited;;2;',
        '2024;b;overall;indexScore;;70;40',
        '2024;c;overall;indexScore;;75;37',
      ],
    ],
    [
      'index-mismatch',
      [
        '2024;a;overall;share;Helt enig;100;3',
        '2024;a;overall;share;Enig;0;3',
        '2024;a;overall;share;Neutral;0;3',
        '2024;a;overall;share;Uenig;0;3',
        '2024;a;overall;share;Helt uenig;0;3',
        '2024;a;overall;indexScore;;67;3',
        '2024;b;overall;indexScore;;70;40',
        '2024;c;overall;indexScore;;75;37',
      ],
    ],
    [
      'response-rate',
      [
        '2024;a;overall;indexScore;;67;3',
        '2024;a;overall;invited;;13;',
        '2024;a;overall;responseRate;;61;',
        '2024;b;overall;indexScore;;70;40',
        '2024;c;overall;indexScore;;75;37',
      ],
    ],
    ['share-mismatch', ['2024;a;job;count;Ja;2;3', '2024;a;job;share;Ja;31;3', '2024;b;job;count;Ja;20;40', '2024;c;job;count;Ja;20;37']],
    [
      'share-sum',
      [
        '2024;a;overall;share;Helt enig;61;3',
        '2024;a;overall;share;Enig;33;3',
        '2024;a;overall;share;Neutral;33;3',
        '2024;a;overall;share;Uenig;0;3',
        '2024;a;overall;share;Helt uenig;0;3',
        '2024;b;overall;indexScore;;70;40',
        '2024;c;overall;indexScore;;75;37',
      ],
    ],
  ]

  it('is asked for every check that looks at our own data', () => {
    const ofData = checks.filter(({ scopes }) => scopes.includes('data')).map(({ id }) => id)
    expect(contradictions.map(([id]) => id).toSorted()).toEqual(ofData.toSorted())
  })

  /** A number of the group, or of all, in the words of any reporter; places have other numbers. */
  const numbers = /[^\d.:=]\b(61|31|67|93|3|73|13|2)\b[^\d.:]/
  const wordsOf = async (rows: readonly string[]) => {
    const project = projectOf(['periode;målgruppe;spørgsmål;nøgletal;svar;værdi;antal svar', ...rows].join('\n'))
    const { findings, figures } = await build(project)
    const about = { version: '0', locale: locales.da, problems: [], outputs: [], exitCode: 1, notShown: [], notRead: [], isVerbose: true }
    const places = /"(line|startLine|column|startColumn|exitCode|schemaVersion|endLine|endColumn)": ?\d+/g
    const words = Object.values(reporters).map((reporter) => reporter({ ...about, findings }).replace(places, ''))
    const isWithheld = ['base/a/2024', 'base/a/2024/items/job'].some((id) => figureOf(figures, id)?.status === 'withheld')
    return { checks: findings.map(({ check }) => check), isWithheld, words }
  }

  it.each(contradictions)('%s says that it is so, and no number', async (check, rows) => {
    const { checks, isWithheld, words } = await wordsOf(rows)
    expect([checks.includes(check), isWithheld]).toEqual([true, true])
    for (const each of words) expect(each).not.toMatch(numbers)
  })

  it('would else be told with its numbers', async () => {
    const open = await Promise.all(contradictions.map(([, rows]) => wordsOf(rows.map((row) => row.replace(/;3$/, ';31')))))
    const told = open.filter(({ words }) => words.every((each) => numbers.test(each)))
    expect(told.length).toBeGreaterThan(4)
  })
})
