/**
 * A whole memo as a document tree, for the renderers' tests: every kind of block and inline, two tables with spanners, both kinds of chart.
 * Labels, index values and bases are those of the memo of 2024. The shares of answers are made up, so that they give the same bases.
 */
import Fraction from 'fraction.js'
import type {
  ChangeChart,
  ChartNumber,
  Document,
  ExhibitNote,
  FigureText,
  Inline,
  ListItem,
  SharesChart,
  Table,
  TableCell,
  TableRow,
  Text,
} from '../src/document/blocks.js'
import type { Certainty, Change, Direction, Figure } from '../src/figure.js'
import { anySurvey, type ChangeKey, type FigureKey, keyOfId } from '../src/figure-key.js'
import type { Exact } from '../src/printed.js'
import { Survey } from '../src/survey.js'

const before = '2022-23'
const now = '2023-24'

type Row = {
  id: string
  label: string
  detail?: string
  short: string
  indent: number
  parts?: string[]
  index: [number, number]
  base: [number, number]
}

/** Each after its whole, in the tables' order. `index` and `base` are those of 2022-23 and 2023-24. */
const rows: Row[] = [
  {
    id: 'all',
    label: 'Københavns Kommunes job- og beskæftigelsescentre samt eksterne leverandører',
    short: 'Samlet',
    indent: 0,
    parts: ['internal', 'external'],
    index: [83, 82],
    base: [3628, 2220],
  },
  {
    id: 'internal',
    label: 'Københavns Kommunes job- og beskæftigelsescentre',
    short: 'Interne tilbud',
    indent: 0,
    index: [82, 74],
    base: [1660, 465],
  },
  {
    id: 'external',
    label: 'Eksterne leverandører',
    short: 'Eksterne leverandører',
    indent: 0,
    parts: ['brobygning', 'ac', 'unge', 'voksne', 'sygemeldte'],
    index: [84, 84],
    base: [1968, 1755],
  },
  {
    id: 'brobygning',
    label: 'Brobygning til uddannelse for unge',
    detail: 'For uddannelsesparate uddannelseshjælpsmodtagere',
    short: 'Brobygning til unge',
    indent: 1,
    index: [83, 81],
    base: [132, 165],
  },
  {
    id: 'ac',
    label: 'AC-tilbud',
    detail: 'For AC’ere, dvs. dagpengemodtagere med lang videregående uddannelse',
    short: 'AC-tilbud',
    indent: 1,
    index: [80, 84],
    base: [613, 485],
  },
  {
    id: 'unge',
    label: 'Aktivitetsparate unge (under 30)',
    detail: 'For primært aktivitetsparate uddannelseshjælpsmodtagere',
    short: 'Aktivitetsparate unge',
    indent: 1,
    index: [87, 88],
    base: [410, 159],
  },
  {
    id: 'voksne',
    label: 'Aktivitetsparate voksne',
    detail: 'For aktivitetsparate kontanthjælpsmodtagere, fleksjobvisiterede og borgere i ressourceforløb',
    short: 'Aktivitetsparate voksne',
    indent: 1,
    parts: ['uden-mentor', 'mentor'],
    index: [89, 89],
    base: [377, 437],
  },
  {
    id: 'uden-mentor',
    label: 'Alle forløb undtagen mentor',
    short: 'Alle forløb undtagen mentor',
    indent: 2,
    index: [86, 86],
    base: [183, 251],
  },
  { id: 'mentor', label: 'Mentor', short: 'Mentor', indent: 2, index: [91, 92], base: [194, 186] },
  {
    id: 'sygemeldte',
    label: 'Aktive tilbud til sygemeldte',
    detail: 'For primært sygedagpengemodtagere',
    short: 'Sygemeldte borgere',
    indent: 1,
    index: [85, 81],
    base: [436, 509],
  },
]

/** Made-up counts of 2023-24, from helt enig to helt uenig, then ved ikke. */
const leafCounts: Record<string, number[]> = {
  internal: [186, 159, 66, 30, 24, 14],
  brobygning: [80, 56, 20, 6, 3, 5],
  ac: [268, 152, 43, 14, 8, 9],
  unge: [99, 48, 9, 2, 1, 3],
  'uden-mentor': [147, 79, 16, 6, 3, 4],
  mentor: [139, 37, 8, 1, 1, 2],
  sygemeldte: [256, 168, 47, 22, 16, 12],
}

const options = [
  { id: 'stronglyAgree', label: 'Helt enig', tone: 1 },
  { id: 'agree', label: 'Enig', tone: 0.5 },
  { id: 'neutral', label: 'Neutral', tone: 0 },
  { id: 'disagree', label: 'Uenig', tone: -0.5 },
  { id: 'stronglyDisagree', label: 'Helt uenig', tone: -1 },
]

const certainties: Record<string, Certainty> = {
  internal: 'certain',
  all: 'undecidable',
  ac: 'undecidable',
  sygemeldte: 'undecidable',
  brobygning: 'undecidable',
}

const row = (id: string): Row => rows.find((candidate) => candidate.id === id) as Row

const countsOf = (id: string): number[] =>
  leafCounts[id] ?? (row(id).parts ?? []).map(countsOf).reduce((sum, counts) => sum.map((count, i) => count + (counts[i] as number)))

const indexOf = (id: string, side: 0 | 1): Fraction => {
  const { parts, index, base } = row(id)
  if (!parts) return new Fraction(index[side])
  return parts.reduce((sum, part) => sum.add(indexOf(part, side).mul(row(part).base[side])), new Fraction(0)).div(base[side])
}

const exact = (value: Fraction): Exact => ({ numerator: value.s * value.n, denominator: value.d })

const figure = (id: string, unit: Figure['unit'], value: Fraction, printed: string, rest: Partial<Figure> = {}): Figure => ({
  id,
  key: keyOfId(id, anySurvey) as FigureKey,
  kind: 'metric',
  unit,
  decimals: 0,
  value: exact(value),
  printed,
  base: null,
  interval: { from: exact(value), to: exact(value), fromIncluded: true, toIncluded: true },
  possible: [printed],
  status: 'ok',
  derivation: { formula: 'published', inputs: [], places: [] },
  origin: 'read',
  ...rest,
})

const indexId = (id: string, side: 0 | 1) => `indexScore/${id}/${side ? now : before}`
const baseId = (id: string, side: 0 | 1) => `base/${id}/${side ? now : before}`
const changeId = (id: string) => `change/indexScore/${id}/${before}..${now}`
const decompositionId = (part: string) => `decomposition/indexScore/all/${before}..${now}/${part}`
const shareId = (id: string, option: string) => `share/${id}/${now}/options/${option}`
const dontKnowId = (id: string) => `dontKnow/${id}/${now}`

const indexFigure = ({ id, index, base, parts }: Row, side: 0 | 1): Figure =>
  figure(indexId(id, side), 'indexPoint', indexOf(id, side), `${index[side]}`, {
    base: base[side],
    derivation: parts
      ? { formula: 'weightedMean', inputs: parts.flatMap((part) => [indexId(part, side), baseId(part, side)]), places: [] }
      : { formula: 'published', inputs: [], places: [{ file: 'data/2024.csv' }] },
  })

const changeFigure = ({ id, index }: Row): Change => {
  const printed = index[1] - index[0]
  const value = indexOf(id, 1).sub(indexOf(id, 0))
  const direction: Direction = printed > 0 ? 'rise' : printed < 0 ? 'fall' : 'unchanged'
  return {
    ...figure(changeId(id), 'indexPoint', value, `${printed}`),
    kind: 'change',
    key: keyOfId(changeId(id), anySurvey) as ChangeKey,
    derivation: { formula: 'differenceOfPrinted', inputs: [indexId(id, 1), indexId(id, 0)], places: [] },
    previous: indexId(id, 0),
    current: indexId(id, 1),
    direction,
    certainty: certainties[id] ?? 'never',
    certaintyReason: null,
    reason: null,
    breaks: [],
    common: null,
    leftOut: [],
    z: null,
    differsUnrounded: !value.round().equals(printed),
  }
}

const decomposition = (): Figure[] => {
  const weight = (part: string, side: 0 | 1) => new Fraction(row(part).base[side], row('all').base[side])
  const within = ['internal', 'external']
    .map((part) =>
      indexOf(part, 1)
        .sub(indexOf(part, 0))
        .mul(weight(part, 0).add(weight(part, 1)))
        .div(2),
    )
    .reduce((sum, part) => sum.add(part))
  const mix = indexOf('all', 1).sub(indexOf('all', 0)).sub(within)
  const inputs = [changeId('internal'), changeId('external')]
  return [
    figure(decompositionId('within'), 'indexPoint', within, '-2.7', {
      kind: 'decomposition',
      decimals: 1,
      derivation: { formula: 'within', inputs, places: [] },
    }),
    figure(decompositionId('mix'), 'indexPoint', mix, '1.6', {
      kind: 'decomposition',
      decimals: 1,
      derivation: { formula: 'mix', inputs, places: [] },
    }),
  ]
}

const share = (id: string, i: number) => new Fraction(countsOf(id)[i] as number, row(id).base[1])
const percent = (id: string, i: number) => `${Math.round(share(id, i).mul(100).valueOf())}`

const figures: (Figure | Change)[] = [
  ...rows.flatMap((r) => [
    indexFigure(r, 0),
    indexFigure(r, 1),
    ...([0, 1] as const).map((side) => figure(baseId(r.id, side), 'answer', new Fraction(r.base[side]), `${r.base[side]}`)),
    changeFigure(r),
    figure(dontKnowId(r.id), 'answer', new Fraction(countsOf(r.id)[5] as number), `${countsOf(r.id)[5]}`),
    ...options.map((option, i) => figure(shareId(r.id, option.id), 'share', share(r.id, i), percent(r.id, i), { base: r.base[1] })),
  ]),
  ...decomposition(),
].sort((a, b) => (a.id < b.id ? -1 : 1))

const segmentOf = ({ id, label, detail, short, parts }: Row): object => ({
  id,
  label,
  short,
  ...(detail && { detail }),
  ...(parts && { parts: parts.map((part) => segmentOf(row(part))) }),
})

const survey = Survey.parse({
  title: 'Brugertilfredshed med aktiverings- og mentortilbud',
  items: [{ id: 'overall', label: 'Brugertilfredshed', text: 'Jeg er alt i alt tilfreds med forløbet.', scale: 'agreement5' }],
  periods: [
    { from: '2022-10-01', to: '2023-09-30' },
    { from: '2023-10-01', to: '2024-09-30' },
  ],
  segments: segmentOf(row('all')),
})

const thousands = (count: number) => `${count}`.replace(/\B(?=(\d{3})+$)/g, '.')
const signed = (difference: number) => (difference > 0 ? `+${difference}` : difference < 0 ? `−${-difference}` : '0')

const text = (words: string): Text => ({ type: 'text', text: words })
const index = (id: string, side: 0 | 1): FigureText => ({ type: 'figure', figure: indexId(id, side), text: `${row(id).index[side]}` })
const base = (id: string, side: 0 | 1): FigureText => ({ type: 'figure', figure: baseId(id, side), text: thousands(row(id).base[side]) })
const difference = (id: string): FigureText => ({
  type: 'figure',
  figure: changeId(id),
  text: `${Math.abs(row(id).index[1] - row(id).index[0])}`,
})
const sharePercent = (id: string, i: number): FigureText => ({
  type: 'figure',
  figure: shareId(id, (options[i] as { id: string }).id),
  text: percent(id, i),
})
const reference = (target: string, words: string): Inline => ({ type: 'reference', target, text: words })
const strong = (words: string): Inline => ({ type: 'strong', children: [text(words)] })
const paragraph = (...children: Inline[]) => ({ type: 'paragraph' as const, children })
const point = (lead: string, ...children: Inline[]): ListItem => ({
  type: 'listItem',
  children: [paragraph(strong(lead), text(' '), ...children)],
})
const heading = (id: string, words: string) => ({ type: 'heading' as const, level: 2 as const, id, children: [text(words)] })

const source: ExhibitNote = {
  kind: 'source',
  children: [
    text('Kilde: '),
    { type: 'link', href: 'https://www.defgo.dk', children: [text('www.defgo.dk')] },
    text(' og '),
    { type: 'link', href: 'https://www.borgerevaluering.dk', children: [text('www.borgerevaluering.dk')] },
    text('.'),
  ],
}
const howTo = [text('Indekstal er max 100. Indekstal 0 er ”Helt uenig”, og 100 er ”Helt enig”.')]

const cell = (inline: Inline, mark: string | null = null): TableCell => ({ children: [inline], marks: mark === null ? [] : [mark] })
const tableRow = (id: string, rest: Partial<TableRow> = {}, mark: string | null = null): TableRow => {
  const { label, detail } = row(id)
  return {
    id,
    kind: 'row',
    indent: 0,
    label: [text(label)],
    detail: detail === undefined ? null : [text(detail)],
    cells: [cell(index(id, 0), mark), cell(base(id, 0)), cell(index(id, 1), mark), cell(base(id, 1))],
    ...rest,
  }
}

const grid: Pick<Table, 'type' | 'spanners' | 'columns'> = {
  type: 'table',
  spanners: [
    { id: before, label: [text('okt. 2022 – sep. 2023')], columns: [`${before}-index`, `${before}-base`] },
    { id: now, label: [text('okt. 2023 – sep. 2024')], columns: [`${now}-index`, `${now}-base`] },
  ],
  columns: [before, now].flatMap((period) => [
    {
      id: `${period}-index`,
      label: [text('Brugertil\u00adfredshed (indekstal)')],
      kind: 'value' as const,
      isCurrent: period === now,
    },
    { id: `${period}-base`, label: [text('Antal svar')], kind: 'count' as const, isCurrent: false },
  ]),
}

const table1: Table = {
  ...grid,
  id: 'tabel-1',
  label: 'Tabel 1',
  title: [text('Samlet vægtet gennemsnitligt indekstal (alle besvarelser)')],
  howTo,
  notes: [source],
  stubHead: [text('Tilbud')],
  rows: [tableRow('all', { kind: 'total' }), tableRow('internal'), tableRow('external')],
}

const table2: Table = {
  ...grid,
  id: 'tabel-2',
  label: 'Tabel 2',
  title: [text('Brugertilfredshed hos eksterne leverandører fordelt på målgrupper')],
  howTo,
  notes: [
    { kind: 'marked', mark: '*', children: [text('Vægtet gennemsnit af gruppens underopdelinger.')] },
    {
      kind: 'note',
      children: [
        text('Note: Borgeren har taget stilling til udsagnet ”Jeg er alt i alt tilfreds med forløbet.” Er alle helt enige, bliver '),
        text('indekstallet 100. Svaret ”Ved ikke” tæller ikke med, hverken i indekstallet eller i antallet af svar.'),
      ],
    },
    source,
  ],
  stubHead: [text('Målgruppe')],
  rows: [
    { id: 'external-group', kind: 'group', indent: 0, label: [text('Eksterne leverandører')], detail: null, cells: [] },
    tableRow('brobygning'),
    tableRow('ac'),
    tableRow('unge'),
    tableRow('voksne', {}, '*'),
    tableRow('uden-mentor', { indent: 1 }),
    tableRow('mentor', { indent: 1 }),
    tableRow('sygemeldte'),
  ],
}

const chartNumber = (id: string, side: 0 | 1): ChartNumber => ({
  figure: indexId(id, side),
  value: row(id).index[side],
  text: `${row(id).index[side]}`,
})

const changeChart: ChangeChart = {
  type: 'chart',
  kind: 'change',
  id: 'figur-1',
  label: 'Figur 1',
  title: [text('Ændring i brugertilfredshed fra forrige til denne måleperiode')],
  howTo: [text('Indekstal. Skalaen vises fra 50 (”Neutral”) til 100 (”Helt enig”). Ændring i indekspoint.')],
  notes: [
    {
      kind: 'note',
      children: [text('Note: En ændring med fed er større, end tilfældigheder kan forklare. For de øvrige er det ikke afgjort.')],
    },
  ],
  axis: {
    from: 50,
    to: 100,
    ticks: [
      { value: 50, text: '50', label: 'neutral' },
      { value: 75, text: '75', label: 'enig' },
      { value: 100, text: '100', label: 'helt enig' },
    ],
  },
  previousLabel: 'okt. 2022 – sep. 2023',
  currentLabel: 'okt. 2023 – sep. 2024',
  changeLabel: 'Ændring',
  rows: rows.map(({ id, short, indent, index: [previous, current] }) => ({
    id,
    label: short,
    indent,
    isTotal: id === 'all',
    previous: chartNumber(id, 0),
    current: chartNumber(id, 1),
    change: { figure: changeId(id), text: signed(current - previous), isCertain: certainties[id] === 'certain', mark: null },
    absence: null,
  })),
  dash: '–',
  altText:
    'Punktdiagram med ti grupper i tabellernes rækkefølge. Samlet falder indekstallet fra 83 til 82. Det største fald er på interne tilbud, fra 82 til 74, ' +
    'den største stigning på AC-tilbud, fra 80 til 84. Eksterne leverandører og aktivitetsparate voksne er uændrede. Alle tal står i tabel 1 og 2.',
  data: {
    caption: [text('Indekstal og ændring i indekspoint')],
    columns: [
      { id: 'group', label: [text('Gruppe')] },
      { id: 'previous', label: [text('2022-23')] },
      { id: 'current', label: [text('2023-24')] },
      { id: 'change', label: [text('Ændring')] },
    ],
    rows: rows.map(({ id, short, indent, index: [previous, current] }) => ({
      id,
      label: [text(short)],
      indent,
      cells: [[index(id, 0)], [index(id, 1)], [{ type: 'figure', figure: changeId(id), text: signed(current - previous) }]],
    })),
  },
}

const sharesChart: SharesChart = {
  type: 'chart',
  kind: 'shares',
  id: 'figur-2',
  label: 'Figur 2',
  title: [text('Fordeling af svar på ”Jeg er alt i alt tilfreds med forløbet”, okt. 2023 – sep. 2024')],
  howTo: [text('Procent af svarene. ”Ved ikke” er ikke med i søjlerne, men vist for sig.')],
  notes: [
    {
      kind: 'note',
      children: [text('Note: De mindste andele står uden tal. Tallene er afrundet hver for sig og giver ikke altid 100 tilsammen.')],
    },
  ],
  options,
  baseLabel: 'Antal svar',
  dontKnowLabel: 'Ved ikke',
  leastNumbered: 0.04,
  rows: rows.map(({ id, short, indent, base: [, answers] }) => ({
    id,
    label: short,
    indent,
    isTotal: id === 'all',
    shares: options.map((option, i) => ({ figure: shareId(id, option.id), value: share(id, i).valueOf(), text: percent(id, i) })),
    absence: null,
    base: { figure: baseId(id, 1), text: thousands(answers) },
    dontKnow: { figure: dontKnowId(id), text: `${countsOf(id)[5]}` },
    summary: `${thousands(answers)} svar, ${countsOf(id)[5]} ved ikke`,
  })),
  axisTicks: [
    { value: 0, text: '0', label: null },
    { value: 0.5, text: '50', label: null },
    { value: 1, text: '100 %', label: null },
  ],
  altText:
    'Stablet søjlediagram med en vandret søjle på 100 procent for hver af ti grupper. Samlet er 53 procent helt enige og 31 procent enige. ' +
    'Færrest helt enige er der på interne tilbud, 40 procent, og flest på mentor, 75 procent. Alle tal står i tabellen under figuren.',
  data: {
    caption: [text('Procent af svarene, antal svar og antal ”Ved ikke”')],
    columns: [
      { id: 'group', label: [text('Gruppe')] },
      ...options.map(({ id, label }) => ({ id, label: [text(label)] })),
      { id: 'base', label: [text('Antal svar')] },
      { id: 'dontKnow', label: [text('Ved ikke')] },
    ],
    rows: rows.map(({ id, short, indent }) => ({
      id,
      label: [text(short)],
      indent,
      cells: [
        ...options.map((_, i): Inline[] => [sharePercent(id, i)]),
        [base(id, 1)],
        [{ type: 'figure', figure: dontKnowId(id), text: `${countsOf(id)[5]}` }],
      ],
    })),
  },
}

/** The memo of the 2023-24 survey. */
export const sampleDocument: Document = {
  id: 'orientering-2024',
  template: 'orientering',
  locale: 'da',
  kind: 'Notat',
  title: 'Orientering om brugertilfredshed med aktiverings- og mentortilbud (2023-2024)',
  date: '2024-12-09',
  sender: { organisation: 'Københavns Kommune', administration: 'Beskæftigelses- og Integrationsforvaltningen' },
  margin: [
    { label: 'Dato', lines: ['09-12-2024'] },
    { label: 'Sagsnummer i F2', lines: ['2024 - 25263'] },
    { label: 'Dokumentnummer i F2', lines: ['6884401'] },
    { label: 'Sagsnummer i eDoc', lines: ['2024-0426215'] },
    { label: null, lines: ['Kontor for Jura og Udbud', 'Bernstorffsgade 17', '1577 København V'] },
  ],
  footer: 'Ledelsessekretariatet',
  footerDetail: 'Dokumentnummer i F2: 6884401',
  blocks: [
    heading('sagsfremstilling', 'Sagsfremstilling'),
    paragraph(
      text('Hvert år får Beskæftigelses- og Integrationsudvalget at vide, hvad borgerne mener om kommunens '),
      text('aktiverings- og mentortilbud. Notatet dækker et udsnit af kommunens egne tilbud og af tilbuddene hos eksterne leverandører.'),
    ),
    paragraph(
      text('Bilag 1 beskriver metoden og viser, hvilke leverandører og beskæftigelsescentre der er med. Spørgsmål kan sendes til '),
      { type: 'link', href: 'mailto:undersoegelser@example.dk', children: [text('undersoegelser@example.dk')] },
      text('.'),
    ),
    heading('konklusion', 'Konklusion'),
    paragraph(
      text('Tallene bygger på borgernes svar på udsagnet ”Jeg er alt i alt tilfreds med forløbet.” '),
      reference('tabel-1', 'Tabel 1'),
      text(' stiller de to seneste måleperioder op over for hinanden. Tre forhold skiller sig ud:'),
    ),
    {
      type: 'list',
      kind: 'themes',
      items: [
        point(
          'Fald i den samlede tilfredshed.',
          text('Det vægtede indekstal for alle tilbud er '),
          index('all', 1),
          text(' mod '),
          index('all', 0),
          text(' i forrige periode.'),
          { type: 'noteReference', note: 'note-1', text: '1' },
          text(' Det er et fald på '),
          difference('all'),
          text('\u00a0indekspoint.'),
        ),
        point(
          'Fald på de interne aktiveringstilbud.',
          text('I kommunens job- og beskæftigelsescentre er indekstallet faldet fra '),
          index('internal', 0),
          text(' til '),
          index('internal', 1),
          text(', altså med '),
          difference('internal'),
          text('\u00a0indekspoint. Antallet af svar er samtidig faldet fra '),
          base('internal', 0),
          text(' til '),
          base('internal', 1),
          text('.'),
        ),
        point(
          'Uændret tilfredshed med de eksterne aktiveringstilbud.',
          text('Hos leverandørerne er indekstallet '),
          index('external', 1),
          text(' i begge perioder.'),
        ),
      ],
    },
    paragraph(
      text('Ændringen i det samlede tal har to kilder. Tilbuddene er vurderet '),
      { type: 'figure', figure: decompositionId('within'), text: '2,7' },
      text('\u00a0indekspoint lavere end sidst, og '),
      { type: 'emphasis', children: [text('sammensætningen')] },
      text(' af svarene trækker '),
      { type: 'figure', figure: decompositionId('mix'), text: '1,6' },
      text('\u00a0indekspoint op, fordi de interne tilbud fylder mindre.'),
    ),
    table1,
    changeChart,
    heading('brugertilfredshed', 'Brugertilfredshed på aktiverings- og mentortilbuddene'),
    paragraph(
      reference('figur-2', 'Figur 2'),
      text(' viser, hvordan svarene fordeler sig. Andelen, der er helt enig, går fra '),
      sharePercent('internal', 0),
      text('\u00a0pct. på de interne tilbud til '),
      sharePercent('mentor', 0),
      text('\u00a0pct. på mentorforløbene.'),
    ),
    sharesChart,
    paragraph(reference('tabel-2', 'Tabel 2'), text(' viser resultaterne for de eksterne leverandørers fem målgrupper:')),
    {
      type: 'list',
      kind: 'themes',
      items: [
        point(
          'Brobygning til unge.',
          text('Indekstallet er gået fra '),
          index('brobygning', 0),
          text(' til '),
          index('brobygning', 1),
          text('.'),
        ),
        point('AC-tilbud.', text('Indekstallet er steget fra '), index('ac', 0), text(' til '), index('ac', 1), text('.')),
        point(
          'Aktivitetsparate unge.',
          text('Indekstallet er '),
          index('unge', 1),
          text(' mod '),
          index('unge', 0),
          text(' i forrige periode.'),
        ),
        point(
          'Aktivitetsparate voksne.',
          text('Indekstallet er uændret på '),
          index('voksne', 1),
          text(' og dermed det højeste blandt de fem.'),
        ),
        point(
          'Sygemeldte borgere.',
          text('Indekstallet er gået fra '),
          index('sygemeldte', 0),
          text(' til '),
          index('sygemeldte', 1),
          text('.'),
        ),
      ],
    },
    paragraph(
      text(
        'Kun en del af de borgere, der har været i et forløb, har svaret. Resultaterne er derfor en pejling og ikke en fuldstændig måling.',
      ),
    ),
    table2,
    heading('videre-proces', 'Videre proces'),
    { type: 'heading', level: 3, id: 'opfoelgning', children: [text('Opfølgning')] },
    paragraph(text('Forvaltningen drøfter resultaterne med beskæftigelsescentrene og leverandørerne i denne rækkefølge:')),
    {
      type: 'list',
      kind: 'ordered',
      items: [
        { type: 'listItem', children: [paragraph(text('beskæftigelsescentrene i januar'))] },
        {
          type: 'listItem',
          children: [
            paragraph(text('leverandørerne i februar, hver med sine egne tal:')),
            {
              type: 'list',
              kind: 'bullets',
              items: [
                { type: 'listItem', children: [paragraph(text('brobygning og AC-tilbud'))] },
                { type: 'listItem', children: [paragraph(text('tilbud til aktivitetsparate og sygemeldte'))] },
              ],
            },
          ],
        },
      ],
    },
    heading('bilag', 'Bilag'),
    paragraph(text('Bilag 1: Metode og oversigt over leverandører.')),
  ],
  notes: [
    {
      id: 'note-1',
      mark: '1',
      children: [
        text('Beregnet af de to deles indekstal, '),
        index('internal', 1),
        text(' og '),
        index('external', 1),
        text(', vægtet med antal svar.'),
      ],
    },
  ],
  survey,
  figures,
  targets: [],
  absent: [],
  unshown: [],
  sections: [],
  isRounded: false,
}
