import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  anySurvey,
  changeId,
  distributionKey,
  endsOfDifference,
  type FigureKey,
  figureId,
  idOfKey,
  keyOfId,
  type MetricKey,
  namedByFigure,
  parseFigureId,
  subjectOf,
} from '../src/figure-key.js'
import { metricIds } from '../src/metrics.js'

const survey = { items: ['overall', 'contact'].map((id) => ({ id })) }

describe('figure ids', () => {
  test.each([
    ['indexScore/all/2023-24', { metric: 'indexScore', segment: 'all', period: '2023-24' }],
    ['indexScore/all/2023-24', { metric: 'indexScore', segment: 'all', period: '2023-24', item: 'overall' }],
    ['mean/all/2023-24/items/contact', { metric: 'mean', segment: 'all', period: '2023-24', item: 'contact' }],
    [
      'share/all/2023-24/items/contact/providers/broen/options/stronglyAgree+agree',
      { metric: 'share', segment: 'all', period: '2023-24', item: 'contact', provider: 'broen', options: 'stronglyAgree+agree' },
    ],
  ] as const)('%s', (id, subject) => {
    const whole = { kind: 'metric', item: 'overall', provider: null, options: null, comparedWith: null, ...subject }
    expect(figureId(subject, survey)).toBe(id)
    expect(parseFigureId(id, survey)).toEqual(whole)
  })

  test.each([
    'change/indexScore/all/2022-23..2023-24',
    'decomposition/indexScore/all/2022-23..2023-24/mix',
    'difference/indexScore/all..target/2023-24',
    'typed/intro/1',
    'record/aalborg/answers',
  ])('"%s" is no metric figure', (id) => {
    expect(parseFigureId(id, survey)).toBeUndefined()
    expect(keyOfId(id, survey)).toBeDefined()
  })

  test.each([
    '',
    'indexScore/all',
    'indexScore//2024',
    'toString/all/2023-24',
    'share/all/2023-24/options/',
    'share/all/2023-24/options/agree/items/contact',
    'change/indexScore/all/2023',
    'change/indexScore/all/2022..2023..2024',
    'change/indexScore/all/..2024',
    'change/change/indexScore/all/2023..2024',
    'change/indexScore/all/2023..2024/comparedWith/2022',
    'decomposition/indexScore/all/2023..2024/within/internal',
    'decomposition/indexScore/all/2023..2024/sum',
    'decomposition/indexScore/all/2023..2024/mix/a/b',
    'difference/indexScore/all/2024',
    'difference/indexScore/all..internal..external/2024',
    'difference/indexScore/all../2024',
    'difference/indexScore/target..all/2024',
    'difference/indexScore/all..target',
    'difference/indexScore/all..internal/2024/comparedWith/2023',
    'difference/constructor/all..internal/2024',
    'typed/intro/0',
    'typed/intro/1.5',
    'typed/intro',
  ])('"%s" is no id', (id) => {
    expect(keyOfId(id, survey)).toBeUndefined()
  })

  it('of a change is that of its later figure with both periods', () => {
    const subject = { metric: 'mean', segment: 'all', period: '2024', item: 'contact' } as const
    expect(changeId(subject, '2023', survey)).toBe('change/mean/all/2023..2024/items/contact')
    expect(subjectOf('change/mean/all/2023..2024/items/contact', survey)).toMatchObject({ ...subject, kind: 'metric' })
  })

  it('of a difference names both sides, the provider that of the left one', () => {
    const id = 'difference/mean/unge..all/2024/items/contact/providers/broen'
    const key = keyOfId(id, survey)
    const subject = { kind: 'metric', metric: 'mean', period: '2024', item: 'contact', options: null, comparedWith: null }
    expect(key?.kind === 'difference' && endsOfDifference(key)).toEqual([
      { ...subject, segment: 'unge', provider: 'broen' },
      { ...subject, segment: 'all', provider: null },
    ])
    expect(subjectOf(id, survey)).toEqual({ ...subject, segment: 'unge', provider: 'broen' })
    const toMiddle = keyOfId('difference/mean/unge..midpoint/2024', survey)
    expect(toMiddle?.kind === 'difference' && endsOfDifference(toMiddle)[1]).toBeNull()
    expect(namedByFigure(id, survey)).toMatchObject({ segments: ['unge', 'all'], periods: ['2024'], item: 'contact', provider: 'broen' })
  })

  it('leaves an item that is not named implied where no survey is known', () => {
    expect(parseFigureId('mean/all/2024', anySurvey)?.item).toBeNull()
    expect(parseFigureId('mean/all/2024', survey)?.item).toBe('overall')
  })

  it('names the subject of answers without metric and options', () => {
    const keyOf = (id: string) => parseFigureId(id, anySurvey) as MetricKey
    expect(distributionKey(keyOf('share/external/2023-24/items/contact/options/agree'), anySurvey)).toBe('external/2023-24/items/contact')
    expect(distributionKey(keyOf('indexScore/all/2024'), anySurvey)).toBe('all/2024')
  })

  it('and key are one and the same', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,4}$/)
    const maybe = fc.option(name)
    const metric = fc.constantFrom(...metricIds)
    const options = fc.option(fc.array(name, { minLength: 1, maxLength: 3 }).map((ids) => ids.join('+')))
    const item = fc.constantFrom('overall', 'contact')
    const about = { metric, segment: name, item, provider: maybe, options }
    const keys: fc.Arbitrary<FigureKey> = fc.oneof(
      fc.record({ kind: fc.constant('metric' as const), ...about, period: name, comparedWith: maybe }),
      fc.record({ kind: fc.constant('change' as const), ...about, previous: name, current: name, isCommon: fc.boolean() }),
      fc.record({
        kind: fc.constant('decomposition' as const),
        metric,
        segment: name,
        previous: name,
        current: name,
        contribution: fc.constant('mix' as const),
        part: maybe,
      }),
      fc.record({
        kind: fc.constant('difference' as const),
        ...about,
        period: name,
        against: fc.oneof(name, fc.constantFrom('target', 'midpoint')),
      }),
      fc.record({ kind: fc.constant('typed' as const), section: name, ordinal: fc.integer({ min: 1, max: 99 }) }),
    )
    fc.assert(
      fc.property(keys, (key) => {
        expect(keyOfId(idOfKey(key, survey), survey)).toEqual(key)
      }),
    )
  })
})
