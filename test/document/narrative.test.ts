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
  test('a certain fall: nothing is added but that it stands on weak ground', () => {
    expect(point(one([82, 1660], [74, 465]))).toBe(
      '- *Fald i brugertilfredshed samlet set.* Det samlede indekstal er 74 ud af 100 indekspoint mod 82 i 2022-23. ' +
        'Det er et fald på 8~indekspoint. Sammenligningen hviler på et spinkelt grundlag, fordi antallet af svar er faldet fra 1.660 til 465.',
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
    expect(point(one([84, 400], [84, 200]))).not.toContain('grundlag')
    expect(point(one([84, 400], [84, 199]))).toContain(
      'Sammenligningen hviler på et spinkelt grundlag, fordi antallet af svar er faldet fra 400 til 199.',
    )
  })

  test('weak ground says more than too few, so only that is told', () => {
    const theme = point(one([84, 100], [60, 20]))
    expect(theme).toMatch(/ Sammenligningen hviler på et spinkelt grundlag, fordi antallet af svar er faldet fra 100 til 20\.$/)
    expect(theme).not.toContain('for lille')
  })

  test('the author’s own words end the point, and end as a sentence', () => {
    const words = (text: string) => point(one([84, 400], [74, 400], { document: `    explanations: { all: "${text}" }` }))
    expect(words('Det skyldes en flytning.')).toMatch(/ Det er et fald på 10~indekspoint\. Det skyldes en flytning\.$/)
    expect(words('Det skyldes en flytning')).toMatch(/ Det skyldes en flytning\.$/)
    expect(words('Er det en flytning?')).toMatch(/ Er det en flytning\?$/)
  })

  test('undecidable changes are told once, in the note on method', () => {
    const prose = one([82, 400], [80, 400])
    expect(point(prose)).toMatch(/Det er et fald på 2~indekspoint\.$/)
    expect(prose).toContain(
      'Når kun indekstal og antal svar er kendt, kan det ikke altid afgøres, om en ændring er større, end tilfældigheder kan forklare. ' +
        'Det gælder ændringen for Borgerservice.',
    )
  })

  test.each([
    [2, 'Det gælder ændringerne for Samlet, Center 0 og Center 1.'],
    [5, 'Det gælder ændringerne for Samlet, Center 0, Center 1, Center 2, Center 3 og Center 4.'],
    [6, 'Det gælder syv af ændringerne.'],
  ])('a total and %i groups that are undecidable: at most six names, of more only how many', (count, sentence) => {
    const rows = changed(Array.from({ length: count }, (): [number, number] => [82, 80]), 400) // biome-ignore format: rows
    expect(proseOf(memoOf({ segments: centres(count), rows }))).toContain(sentence)
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
    expect(b).toMatch(/^- \*Fald i brugertilfredshed på b-tilbuddene\.\* Indekstallet for b-tilbuddene er 55 /)
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
      /^- \*Uændret brugertilfredshed samlet set\.\* Det samlede indekstal er 51 ud af 100 indekspoint og stort set uændret i forhold til 2022-23, hvor det var 50\./,
    )
  })

  test('the same number, though it may have been another', () => {
    const memo = memoOf({ segments: centres(3), rows: changed([[70, 70], [70, 70], [70, 71]]) }) // biome-ignore format: pairs
    // 70 and 70⅓: a third of a point rounds to nothing, whatever they may be
    expect(themes(proseOf(memo))[0]).toContain('er 70 ud af 100 indekspoint ligesom i 2022-23.')
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
        'Ingen havde svaret i 2022-23.',
    )
  })

  test('nobody has ever answered: no result, and no word of those who did not answer', () => {
    const prose = one([null, 0], [null, 0])
    expect(prose).toContain('omregnet til et indekstal. Der er ingen resultater at vise i 2023-24.\n- *Brugertilfredshed samlet set.*')
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
      '- *Brugertilfredshed for ”Få”.* Indekstallet for ”Få” er 80 på grundlag af 100 svar. Tallet fra 2022-23 vises ikke, fordi for få havde svaret.',
      '- *Brugertilfredshed for ”Ny”.* Indekstallet for ”Ny” er 80 på grundlag af 100 svar. Der er intet tal at sammenligne med fra 2022-23.',
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
    expect(themes(proseOf(memo))[2]).toBe('- *Brugertilfredshed for ”B”.* Resultatet vises ikke, fordi der er for få svar.')
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
    expect(themes(proseOf(memo)).slice(1)).toEqual(['- *Center 0.* Centret er nyt.'])
  })

  test('root and four parts: all of them', () => {
    const memo = memoOf({ segments: centres(4), rows: changed([[70, 80], [70, 70], [70, 60], [70, 71]]) }) // biome-ignore format: pairs
    expect(proseOf(memo)).toContain('Resultaterne kan samles i fem punkter:\n')
    expect(headings(proseOf(memo))).toEqual([
      'Uændret brugertilfredshed samlet set',
      'Fremgang i brugertilfredshed for ”Center 0”',
      'Uændret brugertilfredshed for ”Center 1”',
      'Fald i brugertilfredshed for ”Center 2”',
      'Fremgang i brugertilfredshed for ”Center 3”',
    ])
  })

  test('more: root, greatest rise, greatest fall and a count of the rest', () => {
    const memo = memoOf({
      segments: centres(6),
      rows: changed([[70, 71], [70, 80], [70, 69], [70, 55], [70, 75], [70, 70]]), // biome-ignore format: pairs
      document: '    explanations: { c5: "Centret er nyt." }',
    })
    expect(proseOf(memo)).toContain('Det samlede resultat og de største ændringer er:\n')
    expect(headings(proseOf(memo))).toEqual([
      'Uændret brugertilfredshed samlet set',
      'Fremgang i brugertilfredshed for ”Center 1”',
      'Fald i brugertilfredshed for ”Center 3”',
      'Center 5',
    ])
    expect(proseOf(memo)).toContain('Tabel 1 viser også resultaterne for de fire øvrige grupper.\n- *Center 5.* Centret er nyt.')
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
    expect(proseOf(memo)).toContain('Det samlede resultat og den største ændring er:\n')
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

  test('“ud af 100 indekspoint” once', () => {
    const memo = memoOf({ segments: centres(3), rows: changed([[70, 71], [70, 80], [70, 69]]) }) // biome-ignore format: pairs
    expect(proseOf(memo).match(/ud af 100 indekspoint/g)).toHaveLength(1)
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
    expect(proseOf(memo)).toContain(`${sentence} Resultaterne kan samles i to punkter:\n- *Uændret brugertilfredshed på a-tilbuddene.*`)
    expect(proseOf(memo)).toContain('Tabel 1 viser, hvor mange svar der ligger til grund for resultaterne. Resultaterne siger intet om')
    expect(textOf(memo)).toContain('[Tabel 1] Brugertilfredshed fordelt på grupper\n')
    expect(textOf(memo)).toContain('Alt: Punktdiagram med to grupper. Største stigning: B fra 60 til 80. Uændret: A.')
    expect(textOf(memo)).not.toMatch(/samlet set|\bAlle \|/)
  })

  test('its own published number is one', () => {
    const memo = memoOf({ segments: `{ id: all, label: Alle, complete: false, ${parts} }`, rows: [...rows, ['all', now, 75, 3000]] })
    expect(themes(proseOf(memo))[0]).toContain('Det samlede indekstal er 75 ud af 100 indekspoint på grundlag af 3.000 svar.')
    expect(textOf(memo)).toContain('total: Alle | – | – | 75 | 3.000\n')
    expect(proseOf(memo)).not.toContain('ikke beregnet et samlet tal')
  })

  test('of many parts the greatest changes; where there are none, the table alone', () => {
    const of = (pairs: [number, number][]) =>
      proseOf(memoOf({ segments: centres(6).replace('short', 'complete: false, short'), rows: changed(pairs) }))
    expect(of([[70, 80], [70, 60], [70, 71], [70, 70], [70, 70], [70, 70]])).toContain('De største ændringer er:\n- *Fremgang') // biome-ignore format: pairs
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
      'I alt ligger 1.755 svar til grund for resultaterne i 2023-24. Det svarer til 15~pct. af de 12.000 borgere, der blev inviteret til at svare.',
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
      'Ændringer i de enkelte gruppers indekstal har ingen betydning, og en ændret fordeling af svarene mellem grupperne trækker 5,0~indekspoint op.',
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
    expect(proseOf(memoOf({ segments: two, rows: rows([62, 78]) }))).not.toContain('bidrag')
    expect(proseOf(memoOf({ segments: two, rows: rows([62, 80]) }))).toContain('bidrag')
  })

  test('not with one part', () => {
    expect(proseOf(memoOf({ segments: centres(1), rows: changed([[70, 80]]) }))).not.toContain('bidrag')
  })
})

test('a sentence never begins with a digit', () => {
  const memo = memoOf({ segments: centres(6), rows: changed([[70, 71], [70, 80], [70, 69], [70, 55], [70, 75], [70, 70]]) }) // biome-ignore format: pairs
  expect(proseOf(memo)).not.toMatch(/(?:^|[.:?]\*? )\d/m)
})
