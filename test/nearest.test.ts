import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distance, nearestName } from '../src/nearest.js'

describe('distance', () => {
  test.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['saturday', 'sunday', 3],
    ['ugne', 'unge', 1],
    ['ca', 'abc', 3],
  ])('%s → %s: %i', (a, b, expected) => {
    expect(distance(a, b)).toBe(expected)
  })

  test('is symmetric, 0 for equal words only, at most the longer length', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, b)).toBe(distance(b, a))
        expect(distance(a, b) === 0).toBe(a === b)
        expect(distance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
      }),
    )
  })
})

test.each([
  ['Ugne', 'Unge'],
  ['VOKSEN', 'Voksne'],
  ['organization', 'organisation'],
  ['noget helt andet', null],
  ['', null],
  ['x'.repeat(1_000_000), null],
])('nearest to %s is %s', (word, expected) => {
  expect(nearestName(word, ['Unge', 'Voksne', 'organisation'])).toBe(expected)
})
