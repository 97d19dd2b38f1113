import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Frame, faultsOf, type Galley, type PlannedPage, planPages as planning } from '../../src/render/tagged-pdf/pagination.js'
import { atOnce } from '../../src/steps.js'

const planPages = (galleys: readonly Galley[], frame: Frame) => atOnce(planning(galleys, frame))

const frame = { height: 100, used: 0, beside: 0 }

/** Units of one height under one another. */
function galley(heights: number[], more: Partial<Galley> = {}): Galley {
  const heightOf = (from: number, to: number) => heights.slice(from, to).reduce((sum, height) => sum + height, 0)
  const none = { above: 0, below: 0, keepsNext: false, opensSection: false, isExhibit: false, breakCost: 0 }
  return { ...none, units: heights.length, heightOf, ...more }
}

const text = (height: number) => galley([height])
const heading = (height: number) => galley([height], { keepsNext: true, opensSection: true })
const exhibit = (...heights: number[]) => galley(heights, { isExhibit: true, breakCost: 10 })

/** What stands on each page, by the places of the galleys in the document. */
const orderOf = (pages: readonly PlannedPage[]) => pages.map(({ parts }) => parts.map((part) => part.galley))

describe('pages', () => {
  test('are filled one after another', () => {
    expect(orderOf(planPages([text(40), text(60), text(50)], frame))).toEqual([[0, 1], [2]])
  })

  test('a table that does not fit waits for the next page, and the text that follows fills this one', () => {
    const pages = planPages([text(50), exhibit(60), text(20), text(25), text(30)], frame)
    expect(orderOf(pages)).toEqual([
      [0, 2, 3],
      [1, 4],
    ])
  })

  test('tables and charts keep their order while they wait', () => {
    const pages = planPages([text(60), exhibit(50), text(10), exhibit(20), text(20), text(20)], frame)
    expect(
      orderOf(pages)
        .flat()
        .filter((index) => index === 1 || index === 3),
    ).toEqual([1, 3])
  })

  test('a table is broken where nothing that follows can fill the page', () => {
    const pages = planPages([text(40), exhibit(20, 20, 20, 20), text(30)], frame)
    expect(pages.map(({ parts }) => parts.map(({ galley, from, to }) => [galley, from, to]))).toEqual([
      [
        [0, 0, 1],
        [1, 0, 3],
      ],
      [
        [1, 3, 4],
        [2, 0, 1],
      ],
    ])
  })

  test('a heading stands on the page of what follows it', () => {
    expect(orderOf(planPages([text(90), heading(8), text(20)], frame))).toEqual([[0], [1, 2]])
  })

  test('an end of a line or two takes something with it where the page before can spare it', () => {
    const pages = planPages([text(40), text(30), text(30), text(5)], frame)
    expect(orderOf(pages)).toEqual([
      [0, 1],
      [2, 3],
    ])
    expect(faultsOf(pages)).toBe(0)
    expect(faultsOf(planPages([text(100), text(5)], frame))).toBe(1)
  })

  test('no space stands at the top of a page, and the first begins below what is there already', () => {
    const spaced = galley([60], { above: 9, below: 7 })
    const pages = planPages([spaced, spaced, spaced], { height: 100, used: 30, beside: 0 })
    expect(pages.map(({ parts }) => parts.map(({ y }) => y))).toEqual([[39], [0], [0]])
  })

  test('what is taller than a page takes as many as it needs, also under a heading', () => {
    const pages = planPages([heading(50), galley([80, 80, 80])], frame)
    expect(orderOf(pages).flat()).toEqual([0, 1, 1, 1])
  })

  test('every unit of every galley stands once, in its order, on pages it fits on', () => {
    const some = fc.record({
      heights: fc.array(fc.integer({ min: 1, max: 45 }), { minLength: 1, maxLength: 5 }),
      keepsNext: fc.boolean(),
      isExhibit: fc.boolean(),
      above: fc.integer({ min: 0, max: 10 }),
    })
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), fc.integer({ min: 0, max: 60 }), (given, used) => {
        const galleys = given.map(({ heights, keepsNext, isExhibit, above }) => {
          return galley(heights, { above, isExhibit, keepsNext: keepsNext && !isExhibit, breakCost: 10 })
        })
        const pages = planPages(galleys, { height: 100, used, beside: used + 20 })
        const parts = pages.flatMap((page) => page.parts)
        for (const [index, { units }] of galleys.entries()) {
          const own = parts.filter((part) => part.galley === index)
          expect(own.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at))).toEqual(
            Array.from({ length: units }, (_, at) => at),
          )
        }
        for (const page of pages) {
          const bottoms = page.parts.map(({ galley: index, from, to, y }) => y + (galleys[index] as Galley).heightOf(from, to))
          const [tops, floors] = [page.parts.map(({ y }) => y), [0, ...bottoms]]
          expect(tops.every((top, index) => top >= (floors[index] as number))).toBe(true)
          const isForced = page.parts.length === 1 && (page.parts[0]?.to ?? 0) - (page.parts[0]?.from ?? 0) === 1
          expect(isForced || Math.max(0, ...bottoms) <= 100.01).toBe(true)
        }
      }),
    )
  })
})
