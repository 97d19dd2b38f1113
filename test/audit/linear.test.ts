import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Constraint, isFeasible } from './linear.js'

const between = (from: number, to: number, ...coefficients: number[]): Constraint => ({ coefficients, from, to })

describe('the independent judge', () => {
  it('knows what can hold and what cannot', () => {
    expect(isFeasible([between(1, 2, 1, 0), between(3, 4, 0, 1), between(4, 6, 1, 1)])).toBe(true)
    expect(isFeasible([between(1, 2, 1, 0), between(3, 4, 0, 1), between(6.5, 9, 1, 1)])).toBe(false)
    expect(isFeasible([between(1, 2, 1, 0), between(3, 4, 0, 1), between(6, 9, 1, 1)])).toBe(true)
    expect(isFeasible([between(0, 1, 1), between(2, 3, 1)])).toBe(false)
  })

  it('holds for whatever a point satisfies, and for nothing that a point just misses on a line', () => {
    const point = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 6 })
    const weights = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 }), { maxLength: 8 })
    fc.assert(
      fc.property(point, weights, fc.double({ min: 0, max: 3, noNaN: true }), (values, all, slack) => {
        const sumOf = (coefficients: number[]) => values.reduce((sum, value, at) => sum + value * (coefficients[at] ?? 0), 0)
        const held = all.map((coefficients) => {
          const own = coefficients.slice(0, values.length)
          return between(sumOf(own) - slack, sumOf(own) + slack, ...own)
        })
        const boxes = values.map((value, at) => between(value, value, ...values.map((_, column) => (column === at ? 1 : 0))))
        const sum = values.reduce((total, value) => total + value, 0)
        const ones = values.map(() => 1)
        expect(isFeasible([...boxes, ...held])).toBe(true)
        expect(isFeasible([...held, ...boxes, between(sum + 0.001, sum + 1, ...ones)])).toBe(false)
      }),
    )
  })
})
