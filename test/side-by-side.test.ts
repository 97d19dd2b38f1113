import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Compared, sideBySide } from '../src/side-by-side.js'
import { growthOf, linear, runs } from './runs.js'

/** Words; `|` begins a unit, and what stands in brackets is optional: "Table 1 | (of which) unge 84". */
function words(text: string): Compared[] {
  let unit = 0
  let isOptional = false
  return text.split(' ').flatMap((word): Compared[] => {
    if (word === '|') unit += 1
    if (word === '|') return []
    isOptional ||= word.startsWith('(')
    const read = { key: word.replace(/[()]/g, ''), isNumeral: /\d/.test(word), unit, isOptional }
    if (word.endsWith(')')) isOptional = false
    return [read]
  })
}

const opposites = ['op ned', 'steget faldet'].flatMap((pair) => [pair, pair.split(' ').reverse().join(' ')])
const areOpposed = (own: Compared, text: Compared) => opposites.includes(`${own.key} ${text.key}`)

/** Each row of steps: `a` in both, `a-` in ours alone, `+b` in theirs alone, `a/b` one thing in each. */
function compared(ours: string, theirs: string): string[] {
  const [own, text] = [words(ours), words(theirs)]
  return sideBySide(own, text, areOpposed).map((steps) =>
    steps
      .map((step) => {
        const [mine, other] = [own[step.own ?? -1]?.key, text[step.text ?? -1]?.key]
        return step.isSame ? mine : mine === undefined ? `+${other}` : other === undefined ? `${mine}-` : `${mine}/${other}`
      })
      .join(' '),
  )
}

describe('two rows of words', () => {
  it('are the same, or one has another number or a word of the opposite sense', () => {
    expect(compared('steget fra 80 til 85', 'steget fra 80 til 85')).toEqual(['steget fra 80 til 85'])
    expect(compared('steget fra 80 til 85', 'faldet fra 80 til 86')).toEqual(['steget/faldet fra 80 til 85/86'])
  })

  it('have two numbers changed round, which are two others and none left out', () => {
    expect(compared('unge 84 og voksne 82 i alt', 'unge 82 og voksne 84 i alt')).toEqual(['unge 84/82 og voksne 82/84 i alt'])
    expect(compared('mod 84 82 i alt', 'mod 82 84 i alt')).toEqual(['mod 84/82 82/84 i alt'])
  })

  it('have one of several equal numbers changed where it stands', () => {
    expect(compared('a 0 0 0 0 b', 'a 0 0 1 0 b')).toEqual(['a 0 0 0/1 0 b'])
    expect(compared('a 82 82 83 b', 'a 83 82 83 b')).toEqual(['a 82/83 82 83 b'])
  })

  it('rather have a word left out than another in its place, and never a number for a word', () => {
    expect(compared('for de unge i alt', 'for unge samlet i alt')).toEqual(['for de- unge +samlet i alt'])
    expect(compared('er 84 i alt', 'er steget i alt')).toEqual(['er +steget 84- i alt'])
  })

  it('may lack what is optional', () => {
    expect(compared('(heraf) unge 84 (heraf) voksne 82', 'unge 84 voksne 83')).toEqual(['heraf- unge 84 heraf- voksne 82/83'])
    expect(compared('(heraf) unge 84', 'heraf unge 85')).toEqual(['heraf unge 84/85'])
  })

  it('lack a whole unit rather than parts of two that begin alike', () => {
    const [first, second] = ['Tabel 1 viser de unges svar', 'Tabel 2 viser de voksnes svar']
    expect(compared(`Se her | ${first} | ${second}`, `Se her | ${second}`)).toEqual([
      'Se her Tabel- 1- viser- de- unges- svar- Tabel 2 viser de voksnes svar',
    ])
  })

  it('have something moved, and a number changed in what has been', () => {
    const [one, other] = ['et afsnit om de unge med 84 point i år', 'noget ganske andet som handler om voksne og viser 82 point i alt nu']
    const [steps, moved] = compared(`${one} | ${other}`, `${other} | ${one.replace('84', '85')}`)
    expect(steps).toContain(other)
    expect(moved).toBe('et afsnit om de unge med 84/85 point i år')
  })

  it('each stand in the steps once, in their order, whatever they are', () => {
    const row = fc.array(fc.constantFrom('a', 'b', 'c', 'd', '1', '2', '3'), { maxLength: 40 }).map((all) => all.join(' '))
    fc.assert(
      fc.property(row, row, (ours, theirs) => {
        const [own, text] = [words(ours), words(theirs)]
        const [first = [], ...others] = sideBySide(own, text, areOpposed)
        const ascends = (all: readonly (number | null)[]) => {
          const at = all.filter((each) => each !== null)
          return at.every((each, index) => index === 0 || (at[index - 1] as number) < each)
        }
        for (const steps of [first, ...others]) {
          expect(ascends(steps.map((step) => step.own))).toBe(true)
          expect(ascends(steps.map((step) => step.text))).toBe(true)
          for (const step of steps) expect(step.isSame && own[step.own ?? -1]?.key !== text[step.text ?? -1]?.key).toBe(false)
        }
        const same = [first, ...others].flat().filter(({ isSame }) => isSame)
        expect(new Set(same.map((step) => step.own)).size).toBe(same.length)
        expect(new Set(same.map((step) => step.text)).size).toBe(same.length)
      }),
      { numRuns: runs(100, 2000) },
    )
  })

  it('finds any one number changed in any row, where it stands', () => {
    const row = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', '1', '2', '3'), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(row, fc.nat(), (all, which) => {
        const at = which % all.length
        const withNumber = (number: string) => words([...all.slice(0, at), number, ...all.slice(at)].join(' '))
        const [own, text] = [withNumber('7'), withNumber('8')]
        const [steps = []] = sideBySide(own, text, areOpposed)
        expect(steps.filter(({ isSame }) => !isSame)).toEqual([{ own: at, text: at, isSame: false }])
      }),
      { numRuns: runs(200, 5000) },
    )
  })

  it.each<[what: string, ours: (index: number) => string, theirs: (index: number) => string]>([
    ['equal words', () => 'a', () => 'a'],
    ['words that all differ', (index) => `a${index}`, (index) => `b${index}`],
    ['words in another order', (index) => `a${index}`, (index) => `a${(index * 7919) % 100_003}`],
    ['few words over and over', (index) => `a${index % 7}`, (index) => `a${(index * 3) % 11}`],
    ['numbers of which every third is another', (index) => String(index), (index) => String(index % 3 === 0 ? -index : index)],
  ])(
    'takes %s in time linear in their length',
    async (_what, ours, theirs) => {
      const make = (length: number) => {
        const [own, text] = [ours, theirs].map((word) => words(Array.from({ length }, (_, index) => word(index)).join(' ')))
        return { own: own as Compared[], text: text as Compared[] }
      }
      expect(await growthOf(make, ({ own, text }) => sideBySide(own, text, areOpposed), runs(2 ** 13, 2 ** 15))).toBeLessThan(linear)
    },
    120_000,
  )
})
