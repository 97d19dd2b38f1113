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
/** Every centre with the same number of answers in both periods. */
const changed = (pairs: [number, number][], answers = 1000): Row[] =>
  pairs.flatMap(([previous, current], i): Row[] => [
    [`c${i}`, before, previous, answers],
    [`c${i}`, now, current, answers],
  ])
const themes = (prose: string): string[] => prose.split('\n').filter((line) => line.startsWith('- *'))

describe('heading, number and direction word of one group', () => {
  test('a certain fall says that it is certain, and that fewer answered', () => {
    expect(point(one([82, 1660], [74, 465]))).toBe(
      '- *Fald i brugertilfredshed samlet set.* Det samlede indekstal er 74 på en skala fra 0 til 100 mod 82 i 2022-23. ' +
        'Det er et fald på 8~indekspoint. Ændringen er statistisk sikker. Antallet af svar er faldet fra 1.660 til 465.',
    )
  })

  test('a certain rise', () => {
    expect(point(one([60, 2000], [75, 2000]))).toBe(
      '- *Fremgang i brugertilfredshed samlet set.* Det samlede indekstal er 75 på en skala fra 0 til 100 mod 60 i 2022-23. ' +
        'Det er en fremgang på 15~indekspoint. Ændringen er statistisk sikker.',
    )
  })

  test('a rise that chance explains', () => {
    expect(point(one([87, 200], [88, 200]))).toContain('Det er en fremgang på 1~indekspoint. Ændringen kan være tilfældig.')
  })

  test('unchanged', () => {
    expect(point(one([84, 500], [84, 500]))).toBe(
      '- *Uændret brugertilfredshed samlet set.* Det samlede indekstal er 84 på en skala fra 0 til 100, det samme som i 2022-23.',
    )
  })

  test('too few answers', () => {
    expect(point(one([84, 40], [60, 29]))).toContain('Ændringen er ikke vurderet, fordi der er for få svar.')
    expect(one([84, 40], [60, 29])).toContain('Ændringer er ikke vurderet, hvor en af perioderne har færre end 30 svar.')
    expect(one([84, 40], [60, 30])).not.toMatch(/for få svar|færre end 30/)
  })

  test('half the answers are enough, fewer are weak ground', () => {
    expect(point(one([84, 400], [84, 200]))).not.toContain('Antallet af svar')
    expect(point(one([84, 400], [84, 199]))).toContain('Antallet af svar er faldet fra 400 til 199. Det gør resultatet mindre sikkert.')
  })

  test('weak ground does not replace the verdict', () => {
    expect(point(one([84, 100], [60, 20]))).toMatch(
      / Ændringen er ikke vurderet, fordi der er for få svar\. Antallet af svar er faldet fra 100 til 20\. Det gør resultatet mindre sikkert\.$/,
    )
  })

  test('the author’s own words end the point, and end as a sentence', () => {
    const words = (text: string) => point(one([84, 400], [74, 400], { document: `    explanations: { all: "${text}" }` }))
    expect(words('Det skyldes en flytning.')).toMatch(
      / Det er et fald på 10~indekspoint\. Ændringen er statistisk sikker\. Det skyldes en flytning\.$/,
    )
    expect(words('Det skyldes en flytning')).toMatch(/ Det skyldes en flytning\.$/)
    expect(words('Er det en flytning?')).toMatch(/ Er det en flytning\?$/)
  })

  test('one that cannot be decided, and why', () => {
    const prose = one([82, 400], [80, 400])
    expect(point(prose)).toMatch(/Det er et fald på 2~indekspoint\. Det kan ikke afgøres, om ændringen er statistisk sikker\.$/)
    expect(prose).toContain('Når kun indekstal og antal svar er kendt, kan det ikke altid afgøres, om en ændring er statistisk sikker.')
  })

  test('without the numbers of answers nothing can be decided', () => {
    const prose = one([82, null], [40, null])
    expect(point(prose)).toMatch(/Det kan ikke afgøres, om ændringen er statistisk sikker\.$/)
    expect(prose).toContain('Når antallet af svar ikke er oplyst, kan det ikke afgøres, om en ændring er statistisk sikker.')
  })
})

describe('verdicts of a list, one sentence each', () => {
  const of = (pairs: [number, number][], answers = 1000) =>
    proseOf(
      memoOf({
        segments: `{ id: all, label: Alle, parts: [{ id: g, label: G, parts: [${pairs.map((_, i) => `{ id: c${i}, label: C${i} }`).join(', ')}] }] }`,
        rows: changed(pairs, answers),
      }),
    )
  const fall: [number, number] = [82, 80]
  const rise: [number, number] = [50, 75]
  const same: [number, number] = [70, 70]

  test('one, two, as many as are named, and more', () => {
    expect(of([rise, fall, fall], 400)).toContain(
      'Ændringen for ”C0” er statistisk sikker. Det kan ikke afgøres, om ændringerne for ”C1” og ”C2” er statistisk sikre.',
    )
    expect(of([rise, rise, fall], 400)).toContain(
      'Ændringerne for ”C0” og ”C1” er statistisk sikre. Det kan ikke afgøres, om ændringen for ”C2” er statistisk sikker.',
    )
    expect(of(Array(6).fill(rise))).toContain('Ændringerne for ”C0”, ”C1”, ”C2”, ”C3”, ”C4” og ”C5” er statistisk sikre.')
    expect(of(Array(7).fill(rise))).toContain('I alt er syv af ændringerne statistisk sikre.')
    expect(of(Array(7).fill(fall), 20)).toContain('I alt er syv af ændringerne ikke vurderet, fordi der er for få svar.')
    expect(of(Array(3).fill(fall), 20)).toContain('Ændringerne for ”C0”, ”C1” og ”C2” er ikke vurderet, fordi der er for få svar.')
    // index 87 to 88 with 200 answers each: chance explains it whatever was answered
    expect(of([rise, ...Array(3).fill([87, 88])], 200)).toContain('Ændringerne for ”C1”, ”C2” og ”C3” kan være tilfældige.')
    // None of them is certain, which is said once of them all.
    const none = 'Ingen af ændringerne kan siges at være statistisk sikre.'
    expect(of([[87, 88], [87, 88], fall], 400)).toContain(none) // biome-ignore format: pairs
    expect(of([[87, 88], [87, 88], rise], 400)).not.toContain(none) // biome-ignore format: pairs
  })

  test('of fewer each says its own; what is unchanged has none', () => {
    const prose = of([rise, same, same])
    expect(prose).toContain(
      '- *C0.* Indekstallet er steget fra 50 til 75. Ændringen er statistisk sikker.\n- *C1.* Indekstallet er uændret på 70.\n',
    )
    expect(prose).not.toContain('Ændringen for')
  })
})

describe('the test', () => {
  const of = (count: number) => proseOf(memoOf({ segments: centres(count), rows: changed(Array(count).fill([82, 80]), 400) }))

  test('says of how many changes as many would look certain by chance', () => {
    expect(of(3)).not.toContain('svarer det til')
    // 39 centres and the total: 40 · 5 % = 2
    expect(of(39)).toContain('Med 40 ændringer svarer det til omkring to.')
    expect(one([82, 400], [80, 400])).not.toContain('svarer det til')
  })

  test('a greatest change that is certain by itself only', () => {
    // 500 answers, 75 to 68: z is at least (6 / sqrt(2 · 0,25 · 100² / 500)) = 1,9 … with 1000 answers 2,7: chance 0,7 %, over 5 % / 42
    const pairs: [number, number][] = Array.from({ length: 41 }, (_, i) => (i === 0 ? [75, 68] : [75, 75]))
    const [, fall] = themes(proseOf(memoOf({ segments: centres(41), rows: changed(pairs) })))
    expect(fall).toMatch(/Ændringen er statistisk sikker set for sig, men kan være tilfældig, når 42 ændringer vurderes på én gang\.$/)
    const few = themes(proseOf(memoOf({ segments: centres(5), rows: changed(pairs.slice(0, 5)) })))
    expect(few[1]).toMatch(/Ændringen er statistisk sikker\.$/)
  })
})

describe('how a group is named', () => {
  const rows: Row[] = [
    ['a', before, 70, 1000],
    ['b', before, 70, 1000],
    ['a', now, 85, 1000],
    ['b', now, 55, 1000],
  ]

  test('by its phrase, else its label in quotes', () => {
    const segments =
      '{ id: all, label: Alle, parts: [{ id: a, label: Unge under 30 }, { id: b, label: B, short: Be, phrase: b-tilbuddene }] }'
    const [, a, b] = themes(proseOf(memoOf({ segments, rows })))
    expect(a).toMatch(/^- \*Fremgang i brugertilfredshed for ”Unge under 30”\.\* Indekstallet for ”Unge under 30” er 85 /)
    expect(b).toMatch(/^- \*Fald i brugertilfredshed for b-tilbuddene\.\* Indekstallet for b-tilbuddene er 55 /)
  })

  test('in the heading, lead-in and table of its own section', () => {
    const segments = '{ id: all, label: Alle, parts: [{ id: g, label: Unge under 30, parts: [{ id: a, label: A }, { id: b, label: B }] }] }'
    const text = textOf(memoOf({ segments, rows }))
    expect(text).toContain(
      '## Brugertilfredshed for ”Unge under 30”\n\nTabel 2 viser resultaterne for ”Unge under 30”, der omfatter to grupper:',
    )
    expect(text).toContain('[Tabel 2] Brugertilfredshed for ”Unge under 30” fordelt på grupper\n')
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
      /^- \*Stort set uændret brugertilfredshed samlet set\.\* Det samlede indekstal er 51 på en skala fra 0 til 100 og stort set uændret i forhold til 2022-23, hvor det var 50\./,
    )
  })

  test('the same number, though unrounded it is a point lower', () => {
    // 377/5 = 75,4 and 373/5 = 74,6
    const memo = memoOf({ segments: centres(5), rows: changed([[75, 74], [75, 74], [75, 75], [76, 75], [76, 75]]) }) // biome-ignore format: pairs
    expect(themes(proseOf(memo))[0]).toContain(
      'er 75 på en skala fra 0 til 100 og stort set uændret i forhold til 2022-23, hvor det også var 75.',
    )
  })

  test('the same number, and a difference that rounds to 0, is the same', () => {
    const memo = memoOf({ segments: centres(3), rows: changed([[70, 70], [70, 70], [70, 71]]) }) // biome-ignore format: pairs
    expect(themes(proseOf(memo))[0]).toContain('er 70 på en skala fra 0 til 100, det samme som i 2022-23.')
  })

  test('and the note on method says which numbers are possible', () => {
    expect(proseOf(memoOf({ segments: parts, rows: rows([50, 51]) }))).toContain(
      '- Indekstallet for Samlet i 2023-24 er sat til 51, men kan også være 50.',
    )
  })
})

describe('nothing to tell', () => {
  test('one period: no change is told', () => {
    const memo = memoOf({ segments: '{ id: all, label: Borgerservice }', periods: oneYear, rows: [['all', now, 77, 40]] })
    expect(point(proseOf(memo))).toBe(
      '- *Brugertilfredshed samlet set.* Det samlede indekstal er 77 på en skala fra 0 til 100 på grundlag af 40 svar.',
    )
    expect(textOf(memo)).not.toMatch(/2022|fremgang|fald|uændret|tilfældig/i)
  })

  test('compareWith: none', () => {
    expect(one([82, 100], [74, 100], { document: '    compareWith: none' })).not.toMatch(/2022|fremgang|fald|uændret/i)
  })

  test('nobody answered, now or before', () => {
    expect(point(one([80, 100], [null, 0]))).toBe('- *Brugertilfredshed samlet set.* Ingen har svaret i 2023-24.')
    expect(point(one([null, 0], [80, 100]))).toBe(
      '- *Brugertilfredshed samlet set.* Det samlede indekstal er 80 på en skala fra 0 til 100 på grundlag af 100 svar. ' +
        'Ingen havde svaret i 2022-23.',
    )
  })

  test('no group has a number now: no points of nothing', () => {
    const memo = memoOf({
      segments: '{ id: all, label: Alle, parts: [{ id: a, label: A }, { id: b, label: B }] }',
      rows: [
        ['a', before, 70, 100],
        ['b', before, 70, 100],
        ['a', now, null, 0],
        ['b', now, null, 0],
      ],
    })
    expect(proseOf(memo)).toContain(
      'Der er ingen hovedresultater at vise i 2023-24.\n- *Brugertilfredshed samlet set.* Ingen har svaret i 2023-24.',
    )
    expect(proseOf(memo)).not.toContain('punkter')
    expect(one([80, 100], [null, 0])).toContain('Der er intet hovedresultat at vise i 2023-24.\n')
    expect(one([80, 100], [null, 0])).not.toContain('Hovedresultatet er')
  })

  test('nobody answered for a group whose parts were not asked: that is known of the group itself', () => {
    const memo = memoOf({
      segments:
        '{ id: all, label: Alle, parts: [{ id: a, label: A }, { id: c, label: C, parts: [{ id: c1, label: C1, periods: [2023-24] }, { id: c2, label: C2, periods: [2023-24] }] }] }',
      rows: [['a', before, 70, 100], ['c', before, null, 0], ...['a', 'c1', 'c2'].map((id): Row => [id, now, 80, 100])],
    })
    expect(themes(proseOf(memo))[2]).toMatch(/ er 80 på grundlag af 200 svar\. Ingen havde svaret i 2022-23\.$/)
  })

  test('a number of answers that is not shown is not called unknown', () => {
    const prose = one([80, 100], [33, 4])
    expect(prose).toMatch(/^Antallet af svar i 2023-24 vises ikke af hensyn til anonymitet\./m)
    expect(prose).not.toContain('ikke oplyst, hvor mange svar')
  })

  test('nobody has ever answered: no result, and no word of those who did not answer', () => {
    const prose = one([null, 0], [null, 0])
    expect(prose).toContain('omregnet til et indekstal. Der er ingen resultater at vise i 2023-24.\n')
    expect(prose).toMatch(/^Ingen har svaret i 2023-24\.$/m)
    expect(prose).not.toContain('Resultaterne siger intet')
  })

  test('no number before, and why', () => {
    const memo = memoOf({
      segments:
        '{ id: all, label: Alle, parts: [{ id: a, label: A }, { id: few, label: Få }, { id: new, label: Ny, periods: [2023-24] }, { id: none, label: Ingen }] }',
      rows: [
        ['a', before, 70, 100],
        ['few', before, 33, 4],
        ['none', before, null, 0],
        ...['a', 'few', 'new', 'none'].map((id): Row => [id, now, 80, 100]),
      ],
    })
    expect(themes(proseOf(memo)).slice(2)).toEqual([
      '- *Brugertilfredshed for ”Få”.* Indekstallet for ”Få” er 80 på grundlag af 100 svar. Tallet fra 2022-23 vises ikke af hensyn til anonymitet.',
      '- *Brugertilfredshed for ”Ny”.* Indekstallet for ”Ny” er 80 på grundlag af 100 svar. Der blev ikke målt i 2022-23, så der er intet tal at sammenligne med.',
      '- *Brugertilfredshed for ”Ingen”.* Indekstallet for ”Ingen” er 80 på grundlag af 100 svar. Ingen havde svaret i 2022-23.',
    ])
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
    expect(themes(proseOf(memo))[2]).toBe('- *Brugertilfredshed for ”B”.* Resultatet vises ikke af hensyn til anonymitet.')
    expect(textOf(memo)).not.toContain('33')
    expect(memo.isRounded).toBe(true)
  })
})

describe('which themes are told', () => {
  const headings = (prose: string): string[] => themes(prose).map((line) => line.slice(3, line.indexOf('.*')))

  test('one part says what the total says: only the total is told, what an author says of the part all the same', () => {
    const memo = memoOf({
      segments: centres(1),
      rows: changed([[70, 80]]),
      document: '    explanations: { c0: "Centret er nyt." }',
    })
    expect(proseOf(memo)).toContain('Hovedresultatet er:\n- *Fremgang i brugertilfredshed samlet set.*')
    // not among the points, of which there is one
    expect(themes(proseOf(memo))).toHaveLength(1)
    expect(proseOf(memo)).toContain('\nCenter 0: Centret er nyt.')
  })

  test('root and four parts: all of them', () => {
    const memo = memoOf({ segments: centres(4), rows: changed([[70, 80], [70, 70], [70, 60], [70, 71]]) }) // biome-ignore format: pairs
    expect(proseOf(memo)).toContain('Resultaterne kan samles i fem punkter:\n')
    expect(headings(proseOf(memo))).toEqual([
      'Uændret brugertilfredshed samlet set',
      'Fremgang i brugertilfredshed for ”Center 0”',
      'Uændret brugertilfredshed for ”Center 1”',
      'Fald i brugertilfredshed for ”Center 2”',
      'Højere indekstal for brugertilfredshed for ”Center 3”',
    ])
  })

  test('more: root, greatest rise, greatest fall and a count of the rest', () => {
    const memo = memoOf({
      segments: centres(6),
      rows: changed([[70, 71], [70, 80], [70, 69], [70, 55], [70, 75], [70, 70]]), // biome-ignore format: pairs
      document: '    explanations: { c5: "Centret er nyt." }',
    })
    expect(proseOf(memo)).toContain('Hovedresultaterne er:\n')
    expect(headings(proseOf(memo))).toEqual([
      'Uændret brugertilfredshed samlet set',
      'Fremgang i brugertilfredshed for ”Center 1”',
      'Fald i brugertilfredshed for ”Center 3”',
    ])
    expect(proseOf(memo)).toContain('Tabel 1 viser også resultaterne for de fire øvrige grupper.\nCenter 5: Centret er nyt.')
  })

  test('all that share the greatest rise or fall, and the last group as the last', () => {
    const memo = memoOf({ segments: centres(5), rows: changed([[70, 80], [60, 70], [70, 60], [80, 70], [70, 71]]) }) // biome-ignore format: pairs
    expect(headings(proseOf(memo)).slice(1)).toEqual([
      'Fremgang i brugertilfredshed for ”Center 0”',
      'Fremgang i brugertilfredshed for ”Center 1”',
      'Fald i brugertilfredshed for ”Center 2”',
      'Fald i brugertilfredshed for ”Center 3”',
    ])
    expect(proseOf(memo)).toContain('Tabel 1 viser også resultaterne for den sidste gruppe.')
    expect(proseOf(memo)).not.toContain('Ændringen er den samme')
  })

  test('too many share it to tell them all: the first, and how many others', () => {
    const memo = memoOf({ segments: centres(6), rows: changed([[70, 80], [70, 80], [60, 70], [70, 60], [80, 70], [70, 71]]) }) // biome-ignore format: pairs
    const [, rise, fall, ...others] = themes(proseOf(memo))
    expect(rise).toMatch(/^- \*Fremgang .+”Center 0”\.\* .+ Ændringen er den samme i to andre grupper\.$/)
    expect(fall).toMatch(/^- \*Fald .+”Center 3”\.\* .+ Ændringen er den samme i én anden gruppe\.$/)
    expect(others).toEqual([])
  })

  test('only falls: no rise is told', () => {
    const memo = memoOf({ segments: centres(5), rows: changed([[70, 60], [70, 61], [70, 62], [70, 63], [70, 64]]) }) // biome-ignore format: pairs
    expect(proseOf(memo)).toContain('Hovedresultaterne er:\n')
    expect(headings(proseOf(memo))).toEqual(['Fald i brugertilfredshed samlet set', 'Fald i brugertilfredshed for ”Center 0”'])
  })

  test('nothing rose or fell: the total alone', () => {
    const memo = memoOf({ segments: centres(5), rows: changed(Array(5).fill([70, 70])) })
    expect(proseOf(memo)).toContain('Hovedresultatet er:\n')
    expect(headings(proseOf(memo))).toEqual(['Uændret brugertilfredshed samlet set'])
    expect(proseOf(memo)).toContain('Tabel 1 viser også resultaterne for de fem grupper.')
  })

  test('one period: the highest and the lowest, unless all are alike', () => {
    const of = (indexes: number[]) =>
      proseOf(memoOf({ segments: centres(5), periods: oneYear, rows: indexes.map((index, i): Row => [`c${i}`, now, index, 1000]) }))
    const prose = of([70, 80, 70, 60, 75])
    expect(prose).toContain('Det samlede resultat og grupperne med det højeste og det laveste indekstal er:\n')
    expect(headings(prose)).toEqual([
      'Brugertilfredshed samlet set',
      'Brugertilfredshed for ”Center 1”',
      'Brugertilfredshed for ”Center 3”',
    ])
    expect(headings(of([70, 70, 70, 70, 70]))).toEqual(['Brugertilfredshed samlet set'])
    expect(themes(of([70, 70, 70, 70, 60]))[1]).toMatch(/”Center 0”.+ Indekstallet er det samme i tre andre grupper\.$/)
  })

  test('“på en skala fra 0 til 100” once', () => {
    const memo = memoOf({ segments: centres(3), rows: changed([[70, 71], [70, 80], [70, 69]]) }) // biome-ignore format: pairs
    expect(proseOf(memo).match(/på en skala fra 0 til 100/g)).toHaveLength(1)
  })
})

describe('no total, because the parts give none', () => {
  const parts = 'parts: [{ id: a, label: A, phrase: a-tilbuddene }, { id: b, label: B, phrase: b-tilbuddene }]'
  const rows: Row[] = [
    ['a', before, 70, 1000],
    ['b', before, 60, 1000],
    ['a', now, 70, 1000],
    ['b', now, 80, 1000],
  ]

  test.each([
    ['complete: false', 'Der er ikke beregnet et samlet tal, fordi grupperne ikke dækker alle borgere.'],
    ['overlap: true', 'Der er ikke beregnet et samlet tal, fordi nogle borgere kan indgå i flere grupper.'],
  ])('%s: said so, and neither theme, row nor dot', (how, sentence) => {
    const memo = memoOf({ segments: `{ id: all, label: Alle, ${how}, ${parts} }`, rows })
    expect(proseOf(memo)).toContain(`${sentence} Resultaterne kan samles i to punkter:\n- *Uændret brugertilfredshed for a-tilbuddene.*`)
    expect(proseOf(memo)).toContain('Tabel 1 viser, hvor mange svar der ligger til grund for resultaterne. Det vides ikke, om')
    expect(textOf(memo)).toContain('[Tabel 1] Brugertilfredshed fordelt på grupper\n')
    expect(textOf(memo)).toContain('Alt: Punktdiagram med to grupper. Største fremgang: B fra 60 til 80. Uændret: A.')
    expect(textOf(memo)).not.toMatch(/samlet set|\bAlle \|/)
  })

  test('what an author says of the whole stands under the points and is none of them', () => {
    const document = '    explanations: { all: "Grupperne er nye." }'
    const prose = proseOf(memoOf({ segments: `{ id: all, label: Alle, overlap: true, ${parts} }`, rows, document }))
    expect(prose).toContain('Resultaterne kan samles i to punkter:\n')
    expect(themes(prose)).toHaveLength(2)
    expect(prose).toContain('\nAlle: Grupperne er nye.\n')
  })

  test('its own published number is one', () => {
    const memo = memoOf({ segments: `{ id: all, label: Alle, complete: false, ${parts} }`, rows: [...rows, ['all', now, 75, 3000]] })
    expect(themes(proseOf(memo))[0]).toContain('Det samlede indekstal er 75 på en skala fra 0 til 100 på grundlag af 3.000 svar.')
    expect(textOf(memo)).toContain('total: Alle | – | – | 75 | 3.000\n')
    expect(proseOf(memo)).not.toContain('ikke beregnet et samlet tal')
  })

  test('of many parts the greatest changes; where there are none, the table alone', () => {
    const of = (pairs: [number, number][]) =>
      proseOf(memoOf({ segments: centres(6).replace('short', 'complete: false, short'), rows: changed(pairs) }))
    expect(of([[70, 80], [70, 60], [70, 71], [70, 70], [70, 70], [70, 70]])).toContain('Hovedresultaterne er:\n- *Fremgang') // biome-ignore format: pairs
    expect(of(Array(6).fill([70, 70]))).toMatch(/fordi grupperne ikke dækker alle borgere\.\nFigur 1 viser/)
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
      '## Brugertilfredshed for de eksterne tilbud\nTabel 2 viser resultaterne for de eksterne tilbud:\n- *A.* Indekstallet er 80 på grundlag af 100 svar.',
    )
    expect(prose('{ id: a, label: A, phrase: a-tilbuddene }, { id: b, label: B }', rows)).toContain(
      'Tabel 2 viser resultaterne for de eksterne tilbud, der omfatter to målgrupper:\n- *A.* For a-tilbuddene er indekstallet 80 på grundlag af 100 svar.',
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
      '- *A.* Indekstallet er steget fra 70 til 85. Ændringen er statistisk sikker.\n- *B.* Indekstallet er faldet fra 70 til 55. Ændringen er statistisk sikker.\n- *C.* Indekstallet er uændret på 70.',
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
      'For hele undersøgelsen ligger i alt 1.755 svar til grund for resultaterne i 2023-24. Det svarer til 15~pct. af de 12.000 borgere, der blev inviteret til at svare.',
    )
    expect(memo(undefined)).toContain(
      'For hele undersøgelsen ligger i alt 1.755 svar til grund for resultaterne i 2023-24. Det er ikke oplyst,',
    )
  })
})

describe('what the change of the total consists of', () => {
  const two = '{ id: all, label: Alle, parts: [{ id: a, label: A }, { id: b, label: B }] }'

  test('as much as is known of the two contributions: from rounded numbers a range, and no sign that may be another', () => {
    // Shares of answers 1/2, 1/2 → 1/4, 3/4; index 60, 80 → 60, 80: nothing within at the points, mix (3/4 − 1/2)·(80 − 60) = 5, give or take 1/4.
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
      'En ændret fordeling af svarene mellem grupperne trækker det 4–6~indekspoint op. ' +
        'Hvad de enkelte gruppers indekstal har betydet, kan ikke afgøres ud fra de afrundede tal.',
    )
    expect(memo.notes).toEqual([])
  })

  test('not where neither contributes', () => {
    const rows = (current: [number, number]): Row[] => [
      ['a', before, 60, 1000],
      ['b', before, 80, 1000],
      ['a', now, current[0], 1000],
      ['b', now, current[1], 1000],
    ]
    // 60 and 80 → 62 and 78, at equal weights: what one gives the other takes.
    expect(proseOf(memoOf({ segments: two, rows: rows([62, 78]) }))).not.toContain('To ting')
    expect(proseOf(memoOf({ segments: two, rows: rows([62, 80]) }))).toContain('To ting')
  })

  test('over the groups of both periods, as the change is, saying so; not with one of them', () => {
    // Of a and b in halves, then quarters: within 10 · 3/8 = 3.75, give or take 1; mix (3/4 − 1/2) · (80 − 65) = 3.75, give or take 1/4.
    const segments = '{ id: all, label: Alle, parts: [{ id: a, label: A }, { id: b, label: B }, { id: c, label: C, periods: [2023-24] }] }'
    const a: Row[] = [
      ['a', before, 60, 1000],
      ['a', now, 70, 500],
    ]
    const b: Row[] = [
      ['b', before, 80, 1000],
      ['b', now, 80, 1500],
    ]
    const c: Row = ['c', now, 10, 5000]
    expect(proseOf(memoOf({ segments, rows: [...a, ...b, c] }))).toContain(
      'To ting har påvirket det samlede indekstal for de grupper, der er målt i begge perioder: ' +
        'gruppernes egne tal, og hvor stor en del af svarene der kommer fra hver gruppe. ' +
        'Ændringer i de enkelte gruppers indekstal trækker det 2–5~indekspoint op, ' +
        'og en ændret fordeling af svarene mellem grupperne trækker det 3–4~indekspoint op.',
    )
    expect(proseOf(memoOf({ segments: segments.replace('{ id: b, label: B }, ', ''), rows: [...a, c] }))).not.toContain('To ting')
  })

  test('not with one part', () => {
    expect(proseOf(memoOf({ segments: centres(1), rows: changed([[70, 80]]) }))).not.toContain('To ting')
  })
})

test('a sentence never begins with a digit', () => {
  const memo = memoOf({ segments: centres(6), rows: changed([[70, 71], [70, 80], [70, 69], [70, 55], [70, 75], [70, 70]]) }) // biome-ignore format: pairs
  expect(proseOf(memo)).not.toMatch(/(?:^|[.:?]\*? )\d/m)
})
