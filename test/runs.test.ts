import { expect, it } from 'vitest'
import { growthOf, linear, timesAsLong } from './runs.js'

const count = (steps: number): number => {
  let sum = 0
  for (let step = 0; step < steps; step++) sum += Math.sqrt(step)
  return sum
}
const size = (made: number) => made

it('tells linear work from the square of its size', async () => {
  expect(await growthOf(size, (made) => count(made * 1000), 4000)).toBeLessThan(linear)
  expect(await growthOf(size, (made) => count(made ** 2), 2000)).toBeGreaterThan(linear)
})

it('tells what takes longer', async () => {
  const [much, little] = [() => count(40_000_000), () => count(4_000_000)]
  expect(await timesAsLong(much, little, 3)).toBeGreaterThan(3)
  expect(await timesAsLong(little, much, 3)).toBeLessThan(1)
})
