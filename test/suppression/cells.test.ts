import { describe, expect, it } from 'vitest'
import { type Cell, planCells } from '../../src/suppression/cells.js'
import { growthOf, runs } from '../runs.js'
import { smallGroups } from './attack.js'
import { seeded } from './seeded.js'

/** Every provider of every segment, the segments and the providers, and the whole: the cells of a table with totals. */
function tableCells(rows: number, columns: number): Cell[] {
  const all = Array.from({ length: rows * columns }, (_, atom) => atom)
  const row = (at: number) => all.filter((atom) => Math.floor(atom / columns) === at)
  const column = (at: number) => all.filter((atom) => atom % columns === at)
  return [
    { id: 'all', atoms: all, family: 0 },
    ...Array.from({ length: rows }, (_, at) => ({ id: `r${at}`, atoms: row(at), family: 0 })),
    ...Array.from({ length: columns }, (_, at) => ({ id: `c${at}`, atoms: column(at), family: 1 })),
    ...all.map((atom) => ({ id: `x${atom}`, atoms: [atom], family: 1 })),
  ]
}

/** A tree of cells over some atoms, in which no two cross; not every atom need be in one. */
function randomFamily(random: () => number, atoms: readonly number[], family: number): Cell[] {
  const split = (inside: readonly number[]): readonly (readonly number[])[] => {
    if (inside.length < 2) return [inside]
    const parts = Array.from({ length: 2 + Math.floor(random() * 2) }, () => [] as number[])
    for (const atom of inside) parts[Math.floor(random() * parts.length)]?.push(atom)
    const some = parts.filter((part) => part.length > 0)
    return [inside, ...(some.length < 2 ? [] : some.flatMap(split))]
  }
  const chosen = split(atoms).filter(() => random() < 0.7)
  return chosen.map((inside, index) => ({ id: `f${family}-${index}`, atoms: inside, family }))
}

const sizesOf = (random: () => number, atoms: number, among: readonly number[]) =>
  Array.from({ length: atoms }, () => among[Math.floor(random() * among.length)] as number)

const shuffled = <T>(random: () => number, list: readonly T[]): T[] =>
  list
    .map((each) => [random(), each] as const)
    .sort(([a], [b]) => a - b)
    .map(([, each]) => each)

/** Cells without the atoms that nobody is in, as they are for a reader who knows that. */
const inhabited = (cells: readonly Cell[], sizes: readonly number[]) =>
  cells.map(({ atoms }) => atoms.filter((atom) => (sizes[atom] as number) > 0))

/** As much as can be told, each cell held against the attack in full. */
function toldInFull(cells: readonly Cell[], sizes: readonly number[], enough: number): Set<string> {
  const told: Cell[] = []
  for (const cell of cells) if (smallGroups(inhabited([...told, cell], sizes), sizes, enough).length === 0) told.push(cell)
  return new Set(told.map(({ id }) => id))
}

const answers = (enough: number) => [{ of: 'answers', enough }] as const
const holdingsOf = (sizes: readonly number[]) => sizes.map((size) => [size])
const atomsOf = (cells: readonly Cell[], told: ReadonlySet<string>) => cells.filter(({ id }) => told.has(id)).map(({ atoms }) => atoms)

describe('what is told of a table of providers in segments', () => {
  it('three who answered follow from a total less the others, so one other is withheld with them', () => {
    const cells = tableCells(1, 3)
    expect([...planCells(cells, holdingsOf([3, 50, 20]), answers(5))]).toEqual(['all', 'r0', 'c1', 'x1'])
  })

  it.each(Array.from({ length: runs(150, 1500) }, (_, seed) => seed))('as much as an attack in full allows, table %i', (seed) => {
    const random = seeded(seed)
    const [rows, columns] = [2 + Math.floor(random() * 2), 2 + Math.floor(random() * 2)]
    const enough = [3, 5, 5][Math.floor(random() * 3)] as number
    const sizes = sizesOf(random, rows * columns, [0, 1, 2, 3, 6, 9, 20])
    const cells = tableCells(rows, columns)
    expect(planCells(cells, holdingsOf(sizes), answers(enough))).toEqual(toldInFull(cells, sizes, enough))
  })
})

describe('what is told of any two families of cells', () => {
  it.each(Array.from({ length: runs(150, 1500) }, (_, seed) => seed))('as much as an attack in full allows, families %i', (seed) => {
    const random = seeded(1000 + seed)
    const atoms = Array.from({ length: 3 + Math.floor(random() * 4) }, (_, atom) => atom)
    const enough = [2, 3, 5, 10][Math.floor(random() * 4)] as number
    const sizes = sizesOf(random, atoms.length, [0, 0, 1, 1, 2, 3, 4, 6, 9, 20])
    const cells = shuffled(random, [...randomFamily(random, atoms, 0), ...randomFamily(random, atoms, 1)])
    expect(planCells(cells, holdingsOf(sizes), answers(enough))).toEqual(toldInFull(cells, sizes, enough))
  })
})

describe('what is told of cells that cross in any way', () => {
  const made = (seed: number) => {
    const random = seeded(5000 + seed)
    const atoms = Array.from({ length: 3 + Math.floor(random() * 4) }, (_, atom) => atom)
    const enough = [2, 3, 5, 10][Math.floor(random() * 4)] as number
    const sizes = sizesOf(random, atoms.length, [0, 0, 1, 1, 2, 3, 4, 6, 9, 20])
    const crossing = Array.from({ length: 4 }, (_, index) => ({ id: `k${index}`, atoms: atoms.filter(() => random() < 0.5), family: 2 }))
    const cells = shuffled(random, [...randomFamily(random, atoms, 0), ...crossing]).filter((cell) => cell.atoms.length > 0)
    return { cells, sizes, enough }
  }

  it.each(Array.from({ length: runs(150, 1500) }, (_, seed) => seed))('never too much, cells %i', (seed) => {
    const { cells, sizes, enough } = made(seed)
    const told = planCells(cells, holdingsOf(sizes), answers(enough))
    expect(smallGroups(atomsOf(cells, told), sizes, enough)).toEqual([])
  })

  it('and little less than an attack in full allows', () => {
    const plans = Array.from({ length: runs(150, 1500) }, (_, seed) => made(seed))
    const kept = plans.map(({ cells, sizes, enough }) => planCells(cells, holdingsOf(sizes), answers(enough)).size)
    const most = plans.map(({ cells, sizes, enough }) => toldInFull(cells, sizes, enough).size)
    const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0)
    expect(sum(kept) / sum(most)).toBeGreaterThan(0.98)
  })
})

describe('answers that all lie at one end of the scale', () => {
  const rules = [
    { of: 'answers', enough: 5 },
    { of: 'spread', enough: 2 },
  ] as const

  it('are told of a group by itself, but not where they would tell of each withheld group in it', () => {
    const cells: Cell[] = [
      { id: 'all', atoms: [0, 1, 2], family: 0 },
      { id: 'a', atoms: [0], family: 0 },
      { id: 'b', atoms: [1], family: 0 },
      { id: 'c', atoms: [2], family: 0 },
    ]
    expect([
      ...planCells(
        cells,
        [
          [9, 1],
          [9, 2],
          [9, 2],
        ],
        rules,
      ),
    ]).toEqual(['all', 'a', 'b', 'c'])
    expect([
      ...planCells(
        cells,
        [
          [3, 1],
          [4, 1],
          [9, 2],
        ],
        rules,
      ),
    ]).toEqual(['all'])
    expect([
      ...planCells(
        cells,
        [
          [3, 1],
          [4, 2],
          [9, 2],
        ],
        rules,
      ),
    ]).toEqual(['all', 'c'])
  })
})

describe('what is told of a large table', () => {
  const few = [0, 1, 2, 3, 6, 9, 12, 20, 20, 30]

  it('of 500 providers in 20 segments is the whole and most of what is large enough', () => {
    const [cells, sizes] = [tableCells(20, 500), sizesOf(seeded(7), 10_000, few)]
    const told = planCells(cells, holdingsOf(sizes), answers(5))
    const large = cells.filter(({ atoms }) => atoms.reduce((sum, atom) => sum + (sizes[atom] ?? 0), 0) >= 5)
    expect(told.has('all')).toBe(true)
    expect(told.size).toBeGreaterThan(large.length * 0.6)
    expect([...told].filter((id) => id.startsWith('x') && [1, 2, 3].includes(sizes[Number(id.slice(1))] ?? 0))).toEqual([])
  })

  it('takes less than the square of how many more providers there are', async () => {
    const make = (providers: number) => ({ cells: tableCells(10, providers), sizes: sizesOf(seeded(7), 10 * providers, few) })
    const growth = await growthOf(make, ({ cells, sizes }) => planCells(cells, holdingsOf(sizes), answers(5)), 50)
    expect(growth).toBeLessThan(2)
  })
})

describe('answers at one end of the scale, in crossing families', () => {
  const spread = [{ of: 'spread', enough: 2 }] as const
  /** 0 of nobody, 1 at the end, 2 elsewhere. */
  const made = (seed: number) => {
    const random = seeded(9000 + seed)
    const atoms = Array.from({ length: 3 + Math.floor(random() * 4) }, (_, atom) => atom)
    const places = sizesOf(random, atoms.length, [0, 1, 1, 1, 2])
    return { places, cells: shuffled(random, [...randomFamily(random, atoms, 0), ...randomFamily(random, atoms, 1)]) }
  }
  /** Groups of several at the end of which no smaller group can be worked out, so that each in it is hidden. */
  const hiding = (cells: readonly Cell[], places: readonly number[]) => {
    const groups = smallGroups(
      inhabited(cells, places),
      places.map((place) => (place === 2 ? 1000 : place)),
      1000,
    )
    const isInside = (inner: readonly number[], outer: readonly number[]) =>
      inner.length < outer.length && inner.every((atom) => outer.includes(atom))
    return groups.filter((group) => group.length > 1 && !groups.some((inner) => isInside(inner, group)))
  }

  it.each(Array.from({ length: runs(150, 1500) }, (_, seed) => seed))('hide nobody, families %i', (seed) => {
    const { places, cells } = made(seed)
    const told = planCells(cells, holdingsOf(places), spread)
    expect(
      hiding(
        cells.filter(({ id }) => told.has(id)),
        places,
      ),
    ).toEqual([])
  })
})
