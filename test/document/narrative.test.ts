/** What the words of a memo are, for each thing that can be true of a group. */
import { describe, expect, test } from 'vitest'
import { before, type Memo, memoOf, now, oneYear, proseOf, type Row, textOf } from './memo.js'

/** One group in two periods. */
const one = (previous: [number | null, number | null], current: [number | null, number | null], more: Partial<Memo> = {}): string =>
  proseOf(
    memoOf({
      segments: '{ id: all, label: Borgerservice, phrase: tilbuddene }',
      rows: [
        ['all', before, ...previous],
        ['all', now, ...current],
      ],
      ...more,
    }),
  )
const point = (prose: string): string => prose.split('\n').find((line) => line.startsWith('- ')) ?? ''

const centres = (count: number, more = '') =>
  `{ id: all, label: Alle centre, short: Samlet, parts: [${Array.from({ length: count }, (_, i) => `{ id: c${i}, label: Center ${i} ${more}}`).join(', ')}] }`
/** Every centre with 1000 answers in both periods. */
const changed = (pairs: [number, number][]): Row[] =>
  pairs.flatMap(([previous, current], i): Row[] => [
    [`c${i}`, before, previous, 1000],
    [`c${i}`, now, current, 1000],
  ])
const themes = (prose: string): string[] => prose.split('\n').filter((line) => line.startsWith('- *'))

describe('heading, number and direction word of one group', () => {
  test('a certain fall: nothing is added', () => {
    expect(point(one([82, 1660], [74, 465]))).toBe(
      '- *Fald i brugertilfredshed samlet set.* Det samlede indekstal er 74 ud af 100 indekspoint mod 82 i 2022-23. ' +
        'Det er et fald på 8~indekspoint. Sammenligningen står på et svagt grundlag, da antallet af svar er faldet fra 1.660 til 465.',
    )
  })

  test('a certain rise', () => {
    expect(point(one([60, 2000], [75, 2000]))).toBe(
      '- *Fremgang i brugertilfredshed samlet set.* Det samlede indekstal er 75 ud af 100 indekspoint mod 60 i 2022-23. ' +
        'Det er en fremgang på 15~indekspoint.',
    )
  })

  test('a rise that chance explains', () => {
    expect(point(one([87, 200], [88, 200]))).toContain(
      'Det er en fremgang på 1~indekspoint. Forskellen er ikke større, end tilfældigheder kan forklare.',
    )
  })

  test('unchanged', () => {
    expect(point(one([84, 500], [84, 500]))).toBe(
      '- *Uændret brugertilfredshed samlet set.* Det samlede indekstal er 84 ud af 100 indekspoint ligesom i 2022-23.',
    )
  })

  test('too few answers', () => {
    expect(point(one([84, 40], [60, 29]))).toContain('Antallet af svar er for lille til en sikker sammenligning.')
    expect(one([84, 40], [60, 29])).toContain('Ændringer er ikke vurderet, hvor en af perioderne har færre end 30 svar.')
    expect(one([84, 40], [60, 30])).not.toMatch(/for lille|færre end 30/)
  })

  test('half the answers are enough, fewer are weak ground', () => {
    expect(point(one([84, 400], [84, 200]))).not.toContain('svagt')
    expect(point(one([84, 400], [84, 199]))).toContain(
      'Sammenligningen står på et svagt grundlag, da antallet af svar er faldet fra 400 til 199.',
    )
  })

  test('the author’s own words, as they are', () => {
    const prose = one([84, 400], [74, 400], { document: '    explanations: { all: "Det skyldes *flytning* <b>."}' })
    expect(point(prose)).toMatch(/ Det skyldes \*flytning\* <b>\.$/)
  })

  test('undecidable changes are told once, in the note on method', () => {
    const prose = one([82, 400], [80, 400])
    expect(point(prose)).toMatch(/Det er et fald på 2~indekspoint\.$/)
    expect(prose).toContain('kan det ikke altid afgøres. Her gælder det ændringen for Borgerservice.')
  })
})

describe('largely unchanged: rounding decides', () => {
  // A total of two equal parts of 50 and 51: between 50 and 51, printed 51 or 50.
  const parts = '{ id: all, label: Alle, short: Samlet, parts: [{ id: a, label: A }, { id: b, label: B }] }'
  const rows = (current: [number, number]): Row[] => [
    ['a', before, 50, 100],
    ['b', before, 50, 100],
    ['a', now, current[0], 100],
    ['b', now, current[1], 100],
  ]

  test('another number', () => {
    const [total] = themes(proseOf(memoOf({ segments: parts, rows: rows([50, 51]) })))
    expect(total).toMatch(
      /^- \*Uændret brugertilfredshed samlet set\.\* Det samlede indekstal er 51 ud af 100 indekspoint mod 50 i 2022-23 og dermed stort set uændret\./,
    )
  })

  test('and the note on method says which numbers are possible', () => {
    expect(proseOf(memoOf({ segments: parts, rows: rows([50, 51]) }))).toContain(
      '- Indekstallet for Samlet i 2023-24 er sat til 51, men kan ligge på enten 50 eller 51.',
    )
  })
})

describe('nothing to tell', () => {
  test('one period: no change is told', () => {
    const memo = memoOf({ segments: '{ id: all, label: Borgerservice }', periods: oneYear, rows: [['all', now, 77, 40]] })
    expect(point(proseOf(memo))).toBe(
      '- *Brugertilfredshed samlet set.* Det samlede indekstal er 77 ud af 100 indekspoint på grundlag af 40 svar.',
    )
    expect(textOf(memo)).not.toMatch(/2022|fremgang|fald|uændret|tilfældig/i)
  })

  test('compareWith: none', () => {
    expect(one([82, 100], [74, 100], { document: '    compareWith: none' })).not.toMatch(/2022|fremgang|fald|uændret/i)
  })

  test('nobody answered, now or before', () => {
    expect(point(one([80, 100], [null, 0]))).toBe('- *Brugertilfredshed samlet set.* Ingen har svaret i 2023-24.')
    expect(point(one([null, 0], [80, 100]))).toBe(
      '- *Brugertilfredshed samlet set.* Det samlede indekstal er 80 ud af 100 indekspoint på grundlag af 100 svar. ' +
        'Der er intet tal at sammenligne med fra 2022-23.',
    )
  })

  test('withheld: neither number nor change', () => {
    const memo = memoOf({
      segments: '{ id: all, label: Alle, parts: [{ id: a, label: A }, { id: b, label: B }] }',
      rows: [
        ['a', before, 70, 100],
        ['b', before, 70, 100],
        ['a', now, 70, 100],
        ['b', now, 33, 4],
      ],
    })
    expect(themes(proseOf(memo))[2]).toBe('- *Brugertilfredshed på B.* Resultatet vises ikke, fordi der er for få svar.')
    expect(textOf(memo)).not.toContain('33')
    expect(memo.isRounded).toBe(true)
  })
})

describe('which themes are told', () => {
  test('one part', () => {
    const memo = memoOf({ segments: centres(1), rows: changed([[70, 80]]) })
    expect(proseOf(memo)).toContain('Resultaterne kan samles i to punkter:')
    expect(themes(proseOf(memo))).toHaveLength(2)
  })

  test('root and four parts: all of them', () => {
    const memo = memoOf({ segments: centres(4), rows: changed([[70, 80], [70, 70], [70, 60], [70, 71]]) }) // biome-ignore format: pairs
    expect(themes(proseOf(memo)).map((line) => line.split('.*')[0])).toEqual([
      '- *Uændret brugertilfredshed samlet set',
      '- *Fremgang i brugertilfredshed på Center 0',
      '- *Uændret brugertilfredshed på Center 1',
      '- *Fald i brugertilfredshed på Center 2',
      '- *Fremgang i brugertilfredshed på Center 3',
    ])
  })

  test('more: root, greatest rise, greatest fall and a count of the rest', () => {
    const memo = memoOf({
      segments: centres(6),
      rows: changed([[70, 71], [70, 80], [70, 69], [70, 55], [70, 75], [70, 70]]), // biome-ignore format: pairs
      document: '    explanations: { c5: "Centret er nyt." }',
    })
    expect(themes(proseOf(memo)).map((line) => line.split('.*')[0])).toEqual([
      '- *Uændret brugertilfredshed samlet set',
      '- *Fremgang i brugertilfredshed på Center 1',
      '- *Fald i brugertilfredshed på Center 3',
    ])
    expect(proseOf(memo)).toContain('Tabel 1 viser også resultaterne for de øvrige fire grupper. Center 5: Centret er nyt.')
  })

  test('only falls: no rise is told', () => {
    const memo = memoOf({ segments: centres(5), rows: changed([[70, 60], [70, 61], [70, 62], [70, 63], [70, 64]]) }) // biome-ignore format: pairs
    expect(themes(proseOf(memo)).map((line) => line.split('.*')[0])).toEqual([
      '- *Fald i brugertilfredshed samlet set',
      '- *Fald i brugertilfredshed på Center 0',
    ])
  })

  test('“ud af 100 indekspoint” once', () => {
    const memo = memoOf({ segments: centres(3), rows: changed([[70, 71], [70, 80], [70, 69]]) }) // biome-ignore format: pairs
    expect(proseOf(memo).match(/ud af 100 indekspoint/g)).toHaveLength(1)
  })
})

describe('groups', () => {
  const tree = (parts: string) =>
    `{ id: all, label: Alle, parts: [{ id: own, label: Egne }, { id: g, label: G, phrase: de eksterne tilbud, partsCalled: { one: målgruppe, many: målgrupper }, parts: [${parts}] }] }`

  test('one part, many parts', () => {
    const rows: Row[] = [
      ['own', now, 70, 100],
      ['a', now, 80, 100],
      ['b', now, 90, 100],
    ]
    const prose = (parts: string, used: Row[]) => proseOf(memoOf({ segments: tree(parts), periods: oneYear, rows: used }))
    expect(prose('{ id: a, label: A }', rows.slice(0, 2))).toContain(
      '## Brugertilfredshed på de eksterne tilbud\nTabel 2 viser resultaterne for de eksterne tilbud:\n- *A.* Indekstallet er 80 på grundlag af 100 svar.',
    )
    expect(prose('{ id: a, label: A, phrase: a-tilbuddene }, { id: b, label: B }', rows)).toContain(
      'Tabel 2 viser resultaterne for de eksterne tilbud, der omfatter to målgrupper:\n- *A.* På a-tilbuddene er indekstallet 80 på grundlag af 100 svar.',
    )
  })

  test('rise, fall, unchanged', () => {
    const memo = memoOf({
      segments: tree('{ id: a, label: A }, { id: b, label: B }, { id: c, label: C }'),
      rows: [
        ['own', before, 70, 1000],
        ['own', now, 70, 1000],
        ...(['a', 'b', 'c'] as const).flatMap((id, i): Row[] => [
          [id, before, 70, 1000],
          [id, now, [85, 55, 70][i] ?? 0, 1000],
        ]),
      ],
    })
    expect(proseOf(memo)).toContain(
      '- *A.* Indekstallet er steget fra 70 til 85.\n- *B.* Indekstallet er faldet fra 70 til 55.\n- *C.* Indekstallet er uændret på 70.',
    )
  })

  test('what an author says of a part of a part stands in its point', () => {
    const memo = memoOf({
      segments: tree('{ id: a, label: A, parts: [{ id: a1, label: A1 }, { id: a2, label: A2 }] }'),
      periods: oneYear,
      rows: [
        ['own', now, 70, 100],
        ['a1', now, 80, 100],
        ['a2', now, 80, 100],
      ],
      document: '    explanations: { a2: "Det er nyt." }',
    })
    expect(proseOf(memo)).toContain('- *A.* Indekstallet er 80 på grundlag af 200 svar. A2: Det er nyt.')
  })

  test('the number of answers, with the rate where the invited are known', () => {
    const memo = (invited: Memo['invited']) =>
      proseOf(
        memoOf({
          segments: tree('{ id: a, label: A }'),
          periods: oneYear,
          rows: [
            ['own', now, 70, 1000],
            ['a', now, 80, 755],
          ],
          ...(invited ? { invited } : {}),
        }),
      )
    expect(memo([['all', now, 12000]])).toContain(
      'I alt ligger 1.755 svar til grund for resultaterne i 2023-24. Det er 15~pct. af de 12.000, der har haft mulighed for at svare.',
    )
    expect(memo(undefined)).toContain('I alt ligger 1.755 svar til grund for resultaterne i 2023-24. Det er ikke oplyst,')
  })
})

describe('what the change of the total consists of', () => {
  const two = '{ id: all, label: Alle, parts: [{ id: a, label: A }, { id: b, label: B }] }'

  test('contributions up and down, and why they do not add up', () => {
    // Shares of answers 1/2, 1/2 → 1/4, 3/4; index 60, 80 → 60, 80: nothing within, mix (3/4 − 1/2)·(80 − 60) = 5.
    const memo = memoOf({
      segments: two,
      rows: [
        ['a', before, 60, 1000],
        ['b', before, 80, 1000],
        ['a', now, 60, 500],
        ['b', now, 80, 1500],
      ],
    })
    expect(proseOf(memo)).toContain(
      'Ændringer i de enkelte gruppers indekstal trækker hverken op eller ned, og en ændret fordeling af svarene mellem grupperne trækker 5,0~indekspoint op.',
    )
    expect(memo.notes).toEqual([])
  })

  test('not with one part', () => {
    expect(proseOf(memoOf({ segments: centres(1), rows: changed([[70, 80]]) }))).not.toContain('bidrag')
  })
})

test('a sentence never begins with a digit', () => {
  const memo = memoOf({ segments: centres(6), rows: changed([[70, 71], [70, 80], [70, 69], [70, 55], [70, 75], [70, 70]]) }) // biome-ignore format: pairs
  expect(proseOf(memo)).not.toMatch(/(?:^|[.:?]\*? )\d/m)
})
