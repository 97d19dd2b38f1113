/** Tables and charts: their rows, columns, marks, notes and words, and how they are numbered. */
import { describe, expect, test } from 'vitest'
import type { ChangeChart, Document, SharesChart, Table } from '../../src/document/blocks.js'
import { linked } from '../../src/document/marks.js'
import { resolveDraft } from '../../src/document/resolve.js'
import { locales } from '../../src/locale/index.js'
import type { Tally } from '../../src/tally.js'
import { before, type Memo, memoOf, now, oneYear, type Row, words } from './memo.js'

const tables = (document: Document): Table[] => document.blocks.filter((block) => block.type === 'table')
const charts = (document: Document) => document.blocks.filter((block) => block.type === 'chart')
const cells = (table: Table | undefined): string[] =>
  (table?.rows ?? []).map(({ kind, indent, label, cells: all }) =>
    [kind, indent, words(label), ...all.map(({ children, marks }) => words(children) + marks.join(''))].join(' '),
  )
const notes = (table: Table | undefined): string[] => (table?.notes ?? []).map(({ kind, children }) => `${kind} ${words(children)}`)

const deep: Memo = {
  segments: `{ id: all, label: Alle, short: Samlet, parts: [
    { id: own, label: Egne }, { id: g, label: G, partsCalled: { one: målgruppe, many: målgrupper }, parts: [
      { id: a, label: A, detail: For unge, parts: [{ id: a1, label: A1, parts: [{ id: a11, label: A11 }, { id: a12, label: A12 }] }, { id: a2, label: A2 }] }, { id: b, label: B }] } ] }`,
  rows: ['own', 'a11', 'a12', 'a2', 'b'].flatMap((id, i): Row[] => [
    [id, before, 60 + i, 1000],
    [id, now, 60 + 2 * i, 1000],
  ]),
  survey: '  credit: www.defgo.dk og example.com',
}

describe('tables', () => {
  const [summary, group] = tables(memoOf(deep))

  test('the root is a total, its parts stand beside it', () => {
    // (60 + 62 + 64 + 66 + 68)/5 = 64; own 60; the rest (62 + 64 + 66 + 68)/4 = 65
    expect(cells(summary)).toEqual(['total 0 Alle 62 5.000 64a 5.000', 'row 0 Egne 60 1.000 60 1.000', 'row 0 G 63 4.000 65a 4.000'])
  })

  test('a group has a head, its parts, and theirs indented to any depth; marks where parts stand below and of changes', () => {
    expect(cells(group)).toEqual([
      'group 0 G',
      'row 0 A 62* 3.000 64*a 3.000',
      'row 1 A1 62* 2.000 63*a 2.000',
      'row 2 A11 61 1.000 62a 1.000',
      'row 2 A12 62 1.000 64a 1.000',
      'row 1 A2 63 1.000 66a 1.000',
      'row 0 B 64 1.000 68a 1.000',
    ])
    expect(words(group?.rows[1]?.detail ?? [])).toBe('For unge')
    expect(words(group?.stubHead ?? [])).toBe('Målgruppe')
  })

  test('spanners for two periods, the current value in its column', () => {
    expect(group?.spanners.map(({ label, columns }) => [words(label), columns])).toEqual([
      ['okt. 2022 – sep. 2023', ['2022-23-result', '2022-23-base']],
      ['okt. 2023 – sep. 2024', ['2023-24-result', '2023-24-base']],
    ])
    expect(group?.columns.map(({ label, kind, isCurrent }) => [words(label), kind, isCurrent])).toEqual([
      ['Brugertilfredshed (indekstal)', 'value', false],
      ['Antal svar', 'count', false],
      ['Brugertilfredshed (indekstal)', 'value', true],
      ['Antal svar', 'count', false],
    ])
  })

  test('one period: no spanners, the period in the title', () => {
    const [table] = tables(memoOf({ segments: '{ id: all, label: Alle }', periods: oneYear, rows: [['all', now, 60, 100]] }))
    expect([table?.spanners, table?.columns.length, words(table?.title ?? [])]).toEqual([
      [],
      2,
      'Brugertilfredshed, samlet resultat, okt. 2023 – sep. 2024',
    ])
  })

  test('marked notes, notes, source; the last table explains', () => {
    const undecided = 'marked Det kan ikke afgøres, om ændringen siden 2022-23 er statistisk sikker.'
    expect(notes(summary)).toEqual([undecided, 'source Kilde: www.defgo.dk og example.com.'])
    const [mean, change, note, source, ...others] = notes(group)
    expect([mean, change]).toEqual(['marked Gennemsnit af grupperne nedenfor, vægtet efter antal svar.', undecided])
    expect(note).toMatch(
      /^note Note: Tabellerne viser, .+”Jeg er alt i alt tilfreds med forløbet”.+”Helt enig”.+omregnet til et indekstal\..+vægtet efter antal svar.+Svaret ”Ved ikke”.+Afsnittet Metode beskriver, hvor sikre ændringerne i tabellerne er\.$/,
    )
    expect([source, others]).toEqual(['source Kilde: www.defgo.dk og example.com.', []])
  })

  const gaps: Memo = {
    segments:
      '{ id: all, label: Alle, parts: [{ id: g, label: G, parts: [{ id: a, label: A }] }, { id: new, label: Ny, periods: [2023-24] }, { id: few, label: Få }, { id: c, label: C }] }',
    rows: [
      ['a', before, 60, 100],
      ['a', now, null, 0],
      ['new', now, 70, 100],
      ['few', before, 70, 100],
      ['few', now, 70, 3],
      ['c', before, 70, 100],
      ['c', now, 70, 100],
    ],
  }

  test('dashes of several meanings are told apart by marks, the same in all tables', () => {
    const [first, second] = tables(memoOf(gaps))
    const markOf = (meaning: string) => {
      const note = first?.notes.find(({ children }) => words(children).includes(meaning))
      return note?.kind === 'marked' ? note.mark : undefined
    }
    const [nobody, few, unmeasured] = ['ingen har svaret', 'tallet ikke vises af hensyn til anonymitet', 'gruppen ikke er målt'].map(markOf)
    expect(new Set([nobody, few, unmeasured, undefined]).size).toBe(4)
    expect(cells(first).slice(1, 3)).toEqual([`row 0 G 60 100 –${nobody} 0`, `row 0 Ny –${unmeasured} –${unmeasured} 70 100`])
    expect(cells(first)[3]).toMatch(new RegExp(`^row 0 Få 70 100 –${few} `))
    expect(cells(second)[1]).toBe(`row 0 A 60 100 –${nobody} 0`)
    expect(notes(second)[0]).toBe('marked Stregen betyder, at ingen har svaret.')
  })

  test('dashes of one meaning share a note', () => {
    const rows = gaps.rows?.filter(([id]) => id === 'a' || id === 'c') ?? []
    const memo = memoOf({
      segments: '{ id: all, label: Alle, parts: [{ id: a, label: A }, { id: c, label: C }] }',
      rows,
    })
    expect(cells(tables(memo)[0])[1]).toBe('row 0 A 60 100 – 0')
    expect(notes(tables(memo)[0]).find((note) => note.startsWith('note'))).toMatch(
      /^note Note: En streg \(–\) betyder, at ingen har svaret\. Tabellen viser, /,
    )
  })

  test('why a total is not what its parts give', () => {
    const of = (how: string) =>
      notes(
        tables(
          memoOf({
            segments: `{ id: all, label: Alle, ${how}, parts: [{ id: a, label: A }, { id: b, label: B }] }`,
            periods: oneYear,
            rows: [
              ['all', now, 74, 90],
              ['a', now, 75, 60],
              ['b', now, 72, 50],
            ],
          }),
        )[0],
      ).join()
    expect(of('overlap: true')).toContain('Nogle borgere kan indgå i flere grupper, så det er ikke gennemsnittet af gruppernes tal')
    expect(of('complete: false')).toContain('Grupperne dækker ikke alle borgere, så det er ikke gennemsnittet af gruppernes tal')
    expect(of('detail: Alt')).not.toContain('oplyst for sig')
  })

  test('parts that overlap make no weighted mean: no mark', () => {
    const memo = memoOf({
      segments:
        '{ id: all, label: Alle, parts: [{ id: g, label: G, parts: [{ id: a, label: A, overlap: true, parts: [{ id: a1, label: A1 }, { id: a2, label: A2 }] }] }] }',
      periods: oneYear,
      rows: [
        ['a', now, 60, 100],
        ['a1', now, 60, 100],
        ['a2', now, 60, 100],
      ],
    })
    expect(cells(tables(memo)[1])[1]).toBe('row 0 A 60 100')
    expect(notes(tables(memo)[1]).some((note) => note.startsWith('marked'))).toBe(false)
  })

  test('domain names are links, other words are not', () => {
    expect(linked('www.defgo.dk og https://a.dk/b-c, pr. 1.1.2024, f.eks. nr. 2.').filter(({ type }) => type === 'link')).toEqual([
      { type: 'link', href: 'https://www.defgo.dk', children: [{ type: 'text', text: 'www.defgo.dk' }] },
      { type: 'link', href: 'https://a.dk/b-c', children: [{ type: 'text', text: 'https://a.dk/b-c' }] },
    ])
  })
})

describe('the change chart', () => {
  const change = (memo: Memo) => charts(memoOf(memo)).find((chart): chart is ChangeChart => chart.kind === 'change')

  test('has all rows in table order', () => {
    const rows = change(deep)?.rows ?? []
    expect(
      rows.map(({ label, indent, isTotal, previous, current, change: difference }) => [
        label,
        indent,
        isTotal,
        previous?.text,
        current?.text,
        difference?.text,
      ]),
    ).toEqual([
      ['Samlet', 0, true, '62', '64', '+2'],
      ['Egne', 0, false, '60', '60', '0'],
      ['G', 0, false, '63', '65', '+2'],
      ['A', 1, false, '62', '64', '+2'],
      ['A1', 2, false, '62', '63', '+1'],
      ['A11', 3, false, '61', '62', '+1'],
      ['A12', 3, false, '62', '64', '+2'],
      ['A2', 2, false, '63', '66', '+3'],
      ['B', 1, false, '64', '68', '+4'],
    ])
  })

  test('says in the row why a number is not there, and in which period', () => {
    const rows =
      change({
        segments:
          '{ id: all, label: Alle, parts: [{ id: a, label: A }, { id: few, label: Få }, { id: gone, label: Væk, periods: [2022-23] }, { id: none, label: Ingen }, { id: mixed, label: Blandet }, { id: other, label: Anden }] }',
        rows: [
          ...[before, now].flatMap((period): Row[] => [
            ['a', period, 60, 100],
            ['few', period, 50, 4],
            ['other', period, 50, 4],
            ['none', period, null, 0],
          ]),
          ['gone', before, 70, 100],
          ['mixed', before, null, 0],
          ['mixed', now, 50, 3],
        ],
      })?.rows ?? []
    expect(rows.map(({ id, absence, change: difference }) => [id, absence, difference?.text ?? null]).slice(1)).toEqual([
      ['a', null, '0'],
      ['few', 'vises ikke', null],
      ['gone', '2023-24: ikke målt', null],
      ['none', 'ingen svar', null],
      ['mixed', '2022-23: ingen svar, 2023-24: vises ikke', null],
      ['other', 'vises ikke', null],
    ])
  })

  test('axis from neutral, from 0 where a value is lower; ticks named by their answer', () => {
    const two = (low: number): Memo => ({
      segments: '{ id: all, label: Alle, parts: [{ id: a, label: A }, { id: b, label: B }] }',
      rows: [
        ['a', before, 60, 100],
        ['b', before, 90, 100],
        ['a', now, low, 100],
        ['b', now, 90, 100],
      ],
    })
    expect(change(two(50))?.axis).toEqual({
      from: 50,
      to: 100,
      ticks: [
        { value: 50, text: '50', label: 'Neutral' },
        { value: 75, text: '75', label: 'Enig' },
        { value: 100, text: '100', label: 'Helt enig' },
      ],
    })
    expect(change(two(49))?.axis).toMatchObject({ from: 0, ticks: [{ label: 'Helt uenig' }, { label: 'Uenig' }, {}, {}, {}] })
  })

  test('not with one period, nor with one group', () => {
    const rows: Row[] = [
      ['all', before, 60, 100],
      ['all', now, 60, 100],
    ]
    expect(change({ segments: '{ id: all, label: Alle }', rows })).toBeUndefined()
    expect(change({ ...deep, document: '    compareWith: none' })).toBeUndefined()
  })

  test('its alt text tells total, greatest fall and rise, what is unchanged and where the numbers are, in under 60 words', () => {
    expect(change(deep)?.altText).toBe(
      'Punktdiagram med otte grupper og det samlede tal. Samlet: fra 62 til 64. Største fremgang: B fra 64 til 68. Uændret: Egne. Alle tal står også i tabellerne.',
    )
    const long = Array.from({ length: 40 }, (_, i) => `{ id: s${i}, label: Et meget langt navn på gruppe nummer ${i} af alle grupperne }`)
    const memo: Memo = {
      segments: `{ id: all, label: Alle, parts: [${long.join(', ')}] }`,
      rows: long.flatMap((_, i): Row[] => [
        [`s${i}`, before, 60, 100],
        [`s${i}`, now, i === 0 ? 90 : i === 1 ? 55 : 60, 100],
      ]),
    }
    const words = (change(memo)?.altText ?? '').split(' ')
    expect(words.length).toBeLessThan(60)
    expect(words.join(' ')).toMatch(/Største fald: .+ Største fremgang: .+ Uændret: 38 grupper\. Alle tal/)
  })

  test('its alt text tells a change as the text does: no rise nor fall of what is largely unchanged', () => {
    const segments =
      '{ id: all, label: Alle, parts: [{ id: g, label: G, parts: [{ id: a, label: A }, { id: b, label: B }] }, { id: h, label: H }] }'
    // g: 60.5, then 60 · 0.26 + 62 · 0.74 = 61.48, both printed 61. All: (60.5 · 200 + 60 · 100) / 300 = 60.3, then (61.48 + 60) / 2 = 60.7.
    const rows: Row[] = [
      ['a', before, 60, 100],
      ['b', before, 61, 100],
      ['h', before, 60, 100],
      ['a', now, 60, 26],
      ['b', now, 62, 74],
      ['h', now, 60, 100],
    ]
    expect(change({ segments, rows })?.altText).toContain(
      ' Alle: stort set uændret, fra 60 til 61. Største fremgang: B fra 61 til 62. Uændret: A, H. Stort set uændret: G. Alle tal',
    )
    expect(change({ segments: segments.replace(', { id: h, label: H }', ''), rows: rows.filter(([id]) => id !== 'h') })?.altText).toContain(
      ' Alle: stort set uændret 61. Største fremgang: B fra 61 til 62. Uændret: A. Stort set uændret: G. Alle tal',
    )
  })

  test('its alt text says which numbers are of the groups of both periods only', () => {
    const parts = '[{ id: a, label: A }, { id: b, label: B }, { id: c, label: C, periods: [2023-24] }]'
    // Of all 39 in the later period; of a and b (60 + 70) / 2 = 65, then (66 + 70) / 2 = 68.
    const rows: Row[] = [
      ['a', before, 60, 100],
      ['b', before, 70, 100],
      ['a', now, 66, 100],
      ['b', now, 70, 100],
      ['c', now, 10, 200],
    ]
    expect(change({ segments: `{ id: all, label: Alle, parts: ${parts} }`, rows })?.altText).toContain(
      ' Alle: fra 65 til 68 (kun grupper målt i begge perioder). Største fremgang: A fra 60 til 66. Uændret: B. Alle tal',
    )
  })

  test('its alt text calls no rise or fall what only rounding makes one, nor unchanged what has moved', () => {
    const tally = (segment: string, period: string, [stronglyAgree = 0, agree = 0, neutral = 0]: number[]): Tally => ({
      segment,
      period,
      provider: null,
      item: 'overall',
      counts: { stronglyAgree, agree, neutral },
    })
    // D (27·100 + 173·75)/200 = 78.375 → 78.625, printed 78 and 79. E 75.4 → 74.6, printed 75 twice.
    // Together (200·78.375 + 500·75.4)/700 = 76.25 → (200·78.625 + 500·74.6)/700 = 75.75, printed 76 twice.
    const memo: Memo = {
      segments: '{ id: all, label: Alle, parts: [{ id: d, label: D }, { id: e, label: E }] }',
      tallies: [tally('d', before, [27, 173]), tally('d', now, [29, 171]), tally('e', before, [8, 492]), tally('e', now, [0, 492, 8])],
    }
    expect(change(memo)?.altText).toBe(
      'Punktdiagram med to grupper og det samlede tal. Alle: stort set uændret 76. Stort set uændret: D, E. Alle tal står også i tabellerne.',
    )
  })

  test('says why the total of a period before is not what its parts give', () => {
    const rows: Row[] = [
      ['g', before, 74, 90],
      ['a', before, 75, 60],
      ['b', before, 72, 50],
      ['a', now, 75, 60],
      ['b', now, 72, 50],
    ]
    const noteOf = (how: string, all: Row[]) =>
      change({
        segments: `{ id: all, label: Alle, parts: [{ id: g, label: G, ${how}, parts: [{ id: a, label: A }, { id: b, label: B }] }] }`,
        rows: all,
      })
        ?.notes.map(({ children }) => words(children))
        .join()
    expect(noteOf('complete: false', rows)).toContain('Tallet for ”G” er oplyst for sig. Grupperne dækker ikke alle borgere')
    expect(noteOf('overlap: true', rows)).toContain('Tallet for ”G” er oplyst for sig. Nogle borgere kan indgå i flere grupper')
    // no number of the whole in any period, nothing to explain
    expect(noteOf('complete: false', rows.slice(1))).not.toContain('oplyst for sig')
  })
})

describe('the chart of shares', () => {
  const tally = (segment: string, counts: number[]): Tally => ({
    segment,
    period: now,
    provider: null,
    item: 'overall',
    counts: Object.fromEntries(
      ['stronglyAgree', 'agree', 'neutral', 'disagree', 'stronglyDisagree', 'dontKnow'].map((id, i) => [id, counts[i] ?? 0]),
    ),
  })
  const memo = memoOf({
    segments: '{ id: all, label: Alle, parts: [{ id: a, label: A }, { id: b, label: B }] }',
    periods: oneYear,
    tallies: [tally('a', [50, 30, 10, 6, 4, 7]), tally('b', [20, 20, 20, 20, 20, 0])],
  })
  const [chart] = charts(memo).filter((each): each is SharesChart => each.kind === 'shares')

  test('one bar a group, the best answer first; bases and "ved ikke" beside it', () => {
    expect(chart?.options.map(({ label, tone }) => [label, tone])).toEqual([
      ['Helt enig', 1],
      ['Enig', 0.5],
      ['Neutral', 0],
      ['Uenig', -0.5],
      ['Helt uenig', -1],
    ])
    expect(
      chart?.rows.map(({ label, shares, base, dontKnow, summary }) => [
        label,
        shares.map(({ text }) => text).join(' '),
        base.text,
        dontKnow?.text,
        summary,
      ]),
    ).toEqual([
      ['Alle', '35 25 15 13 12', '200', '7', '200 svar, 7 ”Ved ikke”'],
      ['A', '50 30 10 6 4', '100', '7', '100 svar, 7 ”Ved ikke”'],
      ['B', '20 20 20 20 20', '100', '0', '100 svar, 0 ”Ved ikke”'],
    ])
    expect(chart?.rows[1]?.shares[0]).toEqual({ figure: `share/a/${now}/options/stronglyAgree`, value: 0.5, text: '50' })
  })

  test('the note tells of shares without a number only where there is one', () => {
    const noteOf = (counts: number[]) => {
      const spread = memoOf({ segments: '{ id: all, label: Alle }', periods: oneYear, tallies: [tally('all', counts)] })
      const [shares] = charts(spread).filter((each): each is SharesChart => each.kind === 'shares')
      return shares?.notes.map(({ children }) => words(children)).join()
    }
    const small = 'Meget små andele er vist uden tal i figuren. De fremgår af tabellen nedenfor.'
    expect(noteOf([50, 30, 10, 7, 3])).toContain(small)
    expect(noteOf([50, 30, 10, 6, 4])).not.toContain(small)
    expect(noteOf([50, 30, 10, 10, 0])).not.toContain(small)
  })

  test('the note tells that shares do not sum to 100 only where they do not', () => {
    const noteOf = (counts: number[]) => {
      const spread = memoOf({ segments: '{ id: all, label: Alle }', periods: oneYear, tallies: [tally('all', counts)] })
      const [shares] = charts(spread).filter((each): each is SharesChart => each.kind === 'shares')
      return shares?.notes.map(({ children }) => words(children)) ?? []
    }
    expect(noteOf([50, 30, 10, 6, 4])).toEqual([])
    // 1/3, 1/3, 1/3: 33 + 33 + 33 = 99
    expect(noteOf([10, 10, 10, 0, 0])).toEqual(['Note: Andelene er afrundet hver for sig og giver derfor ikke altid 100 tilsammen.'])
  })

  test('the note tells why a total is not what its parts give, where both are shown', () => {
    const percent = { stronglyAgree: 40, agree: 30, neutral: 20, disagree: 10, stronglyDisagree: 0 }
    const noteOf = (how: string, isWholeGiven: boolean) => {
      const spread = memoOf({
        segments: `{ id: all, label: Alle, ${how}, parts: [{ id: a, label: A }, { id: b, label: B }] }`,
        periods: oneYear,
        tallies: [tally('a', [50, 30, 10, 10]), tally('b', [20, 20, 20, 20, 20])],
        ...(isWholeGiven ? { rows: [['all', now, 75, 150]], shares: [['all', now, percent, 150]] } : {}),
      })
      const [shares] = charts(spread).filter((each): each is SharesChart => each.kind === 'shares')
      return shares?.notes.map(({ children }) => words(children)).join()
    }
    expect(noteOf('overlap: true', true)).toContain('Det samlede tal er oplyst for sig. Nogle borgere kan indgå i flere')
    expect(noteOf('complete: false', true)).toContain('Det samlede tal er oplyst for sig. Grupperne dækker ikke alle')
    expect(noteOf('overlap: true', false)).not.toContain('oplyst for sig')
    expect(noteOf('detail: Alt', false)).not.toContain('oplyst for sig')
  })

  test('its data are a table', () => {
    expect(chart?.data.columns.map(({ label }) => words(label))).toEqual([
      'Gruppe',
      'Helt enig',
      'Enig',
      'Neutral',
      'Uenig',
      'Helt uenig',
      'Antal svar',
      'Ved ikke',
    ])
    expect(chart?.data.rows.map(({ cells: all }) => all.map(words).join(' '))[0]).toBe('35 25 15 13 12 200 7')
    expect(chart?.altText.split(' ').length).toBeLessThan(60)
    expect(chart?.altText).toContain('for to grupper og samlet.')
  })
})

describe('numbering', () => {
  const table = tables(memoOf(deep))[0] as Table

  test('in the order of appearance, each kind for itself; the text that names one follows', () => {
    const { blocks } = resolveDraft(
      {
        blocks: [
          { type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'reference', target: 'x', text: '' }] }] },
          { ...table, id: 'y' },
          { ...table, id: 'x' },
          { type: 'heading', level: 2, id: '', children: [{ type: 'text', text: 'Tabel 2' }] },
          { type: 'heading', level: 2, id: '', children: [{ type: 'text', text: 'Ærø & Åbenrå' }] },
        ],
        notes: [],
      },
      locales.da,
    )
    expect(blocks[0]).toEqual({
      type: 'paragraph',
      children: [{ type: 'strong', children: [{ type: 'reference', target: 'tabel-2', text: 'Tabel 2' }] }],
    })
    expect(blocks.slice(1).map((block) => 'id' in block && block.id)).toEqual(['tabel-1', 'tabel-2', 'tabel-2-2', 'aeroe-aabenraa'])
  })
})
