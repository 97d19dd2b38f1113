import { describe, expect, it } from 'vitest'
import { NotatError } from '../src/errors.js'
import { locales } from '../src/locale/index.js'
import { optionByName, optionLabel, sharedNames } from '../src/options.js'
import { agreement5, builtInScales, scaleById, scaleOf, score5, smiley4 } from '../src/scales.js'
import { Scale } from '../src/survey.js'

/** A municipality's own scale: a wording in each locale, one in Danish only, one for both, one without any. */
const own = Scale.parse({
  id: 'own',
  options: [
    { id: 'great', label: { da: 'I høj grad', en: 'To a great extent' }, also: ['Høj'], score: 3 },
    { id: 'some', label: { da: 'I nogen grad' }, score: 2 },
    { id: 'none', label: 'Slet ikke', score: 1 },
    { id: 'blank', missing: 'noAnswer' },
  ],
})
const idOf = (scale: Scale, text: string) => optionByName(scale, text)?.id

describe('built-in scales', () => {
  it.each(Object.entries(builtInScales))('%s is a valid scale under its own id', (id, scale) => {
    expect(Scale.parse(scale)).toEqual(scale)
    expect(scale.id).toBe(id)
  })

  it.each(Object.values(builtInScales))('$id goes from the best to the worst score in steps of one', (scale) => {
    const scores = scale.options.flatMap((option) => ('score' in option ? [option.score] : []))
    expect(scores).toEqual(scores.map((_, step) => (scores[0] ?? 0) - step))
  })

  it.each([
    ['numeric7', ['7', '1'], 7],
    ['numeric10', ['10', '0'], 11],
    ['yesNo', ['Ja', 'Nej'], 2],
  ] as const)('%s goes from and to %o in %i steps, and is read by its Danish words', (id, ends, steps) => {
    const scale = builtInScales[id]
    const scored = scale.options.filter((option) => 'score' in option)
    const [best, worst] = [scored[0], scored.at(-1)]
    if (!best || !worst) throw new Error('a scale has two ends')
    expect(scored).toHaveLength(steps)
    expect([best, worst].map((option) => optionLabel(scale, option, locales.da))).toEqual(ends)
    expect(ends.map((label) => idOf(scale, label))).toEqual([best.id, worst.id])
    expect(idOf(scale, 'Ved ikke')).toBe('dontKnow')
  })

  it('know agreement as the memo prints it', () => {
    expect(agreement5.options.map((option) => optionLabel(agreement5, option, locales.da))).toEqual([
      'Helt enig',
      'Enig',
      'Neutral',
      'Uenig',
      'Helt uenig',
      'Ved ikke',
    ])
  })
})

describe('scaleOf', () => {
  const survey = { scales: [own] }
  it('finds a built-in scale and one of the survey', () => {
    expect(scaleOf(survey, { scale: 'smiley4' })).toBe(smiley4)
    expect(scaleOf(survey, { scale: 'own' })).toBe(own)
  })

  it('prefers the survey’s own where both have the id', () => {
    const theirs = { ...own, id: 'agreement5' }
    expect(scaleOf({ scales: [theirs] }, { scale: 'agreement5' })).toBe(theirs)
  })

  it('names what there is when it finds none', () => {
    expect(() => scaleOf(survey, { scale: 'satisfaction6' })).toThrow(NotatError)
    expect(() => scaleOf(survey, { scale: 'satisfaction6' })).toThrow(
      /unknown scale: satisfaction6[\s\S]*own, agreement5, satisfaction5, score5, numeric7, numeric10, smiley4, yesNo/,
    )
  })

  it('takes no name from the prototype for a scale', () => {
    expect(scaleById({ scales: [] }, 'constructor')).toBeUndefined()
  })
})

describe('optionLabel', () => {
  it('takes the locale’s own wording, then the one there is, then the id', () => {
    expect(own.options.map((option) => optionLabel(own, option, locales.en))).toEqual([
      'To a great extent',
      'I nogen grad',
      'Slet ikke',
      'blank',
    ])
  })
})

describe('optionByName', () => {
  it.each([
    ['Helt enig', 'stronglyAgree'],
    ['  helt ENIG ', 'stronglyAgree'],
    ['Strongly agree', 'stronglyAgree'],
    ['stronglyAgree', 'stronglyAgree'],
    ['Hverken enig eller uenig', 'neutral'],
    ['ved ikke\u00a0', 'dontKnow'],
  ])('%s on agreement5 is %s', (text, id) => {
    expect(idOf(agreement5, text)).toBe(id)
  })

  it('finds an own label in any locale and other names', () => {
    expect(['i høj grad', 'TO A GREAT EXTENT', 'høj', 'Slet ikke', 'blank'].map((text) => idOf(own, text))).toEqual([
      'great',
      'great',
      'great',
      'none',
      'blank',
    ])
  })

  it('finds letters however they are composed', () => {
    const scale = Scale.parse({
      id: 's',
      options: [
        { id: 'yes', label: 'På det rette', score: 1 },
        { id: 'no', score: 0 },
      ],
    })
    expect(idOf(scale, 'På det rette')).toBe('yes')
  })

  it('takes the number itself on a scale of marks, and a number nowhere else', () => {
    const marks = Scale.parse({ id: 'marks', options: [10, 5, 0].map((score) => ({ id: `mark-${score}`, score })) })
    expect([idOf(score5, ' 4 '), idOf(marks, '10'), idOf(agreement5, '5'), idOf(own, '3')]).toEqual(['4', 'mark-10', undefined, undefined])
  })

  it('lets an id win over another option’s nickname', () => {
    const scale = Scale.parse({
      id: 's',
      options: [
        { id: 'a', also: ['b'], score: 2 },
        { id: 'b', score: 1 },
      ],
    })
    expect(idOf(scale, 'b')).toBe('b')
  })

  it('takes none of several options that share a name', () => {
    const scale = Scale.parse({
      id: 's',
      options: [
        { id: 'a', label: 'Godt', score: 2 },
        { id: 'b', label: 'Fint', also: ['godt '], score: 1 },
      ],
    })
    expect([idOf(scale, 'Godt'), idOf(scale, 'Fint'), idOf(scale, 'a')]).toEqual([undefined, 'b', 'a'])
    expect(sharedNames(scale).map(({ name, options }) => [name, options.map(({ id }) => id)])).toEqual([['godt', ['a', 'b']]])
    expect(sharedNames(agreement5)).toEqual([])
  })

  it.each(['', ' ', 'Helt', 'enig eller uenig', 'constructor', '__proto__'])('finds nothing for “%s”', (text) => {
    expect(optionByName(agreement5, text)).toBeUndefined()
  })
})
