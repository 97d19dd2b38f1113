import { describe, expect, it } from 'vitest'
import { fraction } from './fraction.js'
import { readGiven } from './given.js'
import { readDocument } from './reader.js'
import { certaintyBounds, isAtLeast, truthOf } from './truth.js'

/**
 * The second reading is worth something only if it finds what is false and is silent about what is so. Each sentence here was worked out
 * by hand from these answers: A 80 → 90, B 90 → 80, C 80 → 80, D 78,375 → 78,625 (printed 78 and 79), whole 81,35 → 81,45; in the other
 * branch E has only "ved ikke" in 2024, H nobody, K is not asked before 2024, and S has three answers.
 */
const options = ['stronglyAgree', 'agree', 'neutral', 'dontKnow']
const rows = (cells: Record<string, number[][]>) =>
  Object.entries(cells).flatMap(([segment, periods]) =>
    periods.flatMap((counts, at) => counts.map((count, option) => `${2023 + at};${segment};${options[option]};${count}`)),
  )
const project = (parts: string[], data: Record<string, number[][]>, more: string[] = []): Record<string, string> => ({
  'notat.yaml': `
locale: da
survey:
  title: Brugertilfredshed
  items: [{ id: overall, label: Tilfredshed, text: Jeg er tilfreds., scale: agreement5 }]
  periods: [{ from: 2023-01-01, to: 2023-12-31 }, { from: 2024-01-01, to: 2024-12-31 }]
  segments:
    id: all
    label: Alle tilbud
    phrase: tilbuddene
    partsCalled: { one: målgruppe, many: målgrupper }
    parts:
${parts.map((it) => `      - { id: ${it[0]}, label: Gruppe ${it[0]?.toUpperCase()}, phrase: tilbuddene til ${it[0]?.toUpperCase()}${it.slice(1)} }`).join('\n')}
documents: [{ template: orientering, fields: { date: 2025-02-03 } }]
`,
  'data/counts.csv': ['periode;målgruppe;svar;antal', ...rows(data)].join('\n'),
  ...(more.length ? { 'data/invited.csv': ['periode;målgruppe;nøgletal;værdi', ...more].join('\n') } : {}),
})

const whole = truthOf(
  readGiven(
    project(['a', 'b', 'c', 'd'], {
      a: [
        [40, 40, 20, 0],
        [60, 40, 0, 0],
      ],
      b: [
        [60, 40, 0, 0],
        [40, 40, 20, 0],
      ],
      c: [
        [40, 40, 20, 0],
        [40, 40, 20, 0],
      ],
      d: [
        [27, 173, 0, 0],
        [29, 171, 0, 0],
      ],
    }),
  ),
)
/** E 75,4 → 74,6 in a document of unrounded changes: printed 75 twice, and a change of −1. */
const fine = truthOf(
  readGiven(
    Object.fromEntries(
      Object.entries(
        project(['e'], {
          e: [
            [8, 492, 0, 0],
            [0, 492, 8, 0],
          ],
        }),
      ).map(([name, text]) => [name, text.replace('template: orientering,', 'template: orientering, changeBasis: unrounded,')]),
    ),
  ),
)
/** Published means: A 4,0 → 4,2 of 20 answers, too few; B 4,0 → 2,0 of 400, certain. */
const means = truthOf(
  readGiven({
    'notat.yaml': project(['a', 'b'], {})['notat.yaml'] as string,
    'data/means.csv':
      'periode;målgruppe;nøgletal;værdi;antal svar\n2023;a;gennemsnit;4,0;20\n2024;a;gennemsnit;4,2;20\n2023;b;gennemsnit;4,0;400\n2024;b;gennemsnit;2,0;400',
  }),
)
/** A is 90 in 2024 against 85 of all municipalities, and 80 and 95 are the targets of A and B; B is 80. */
const others = truthOf(
  readGiven({
    'notat.yaml': (project(['a', 'b'], {})['notat.yaml'] as string).replace(
      'documents:',
      '  benchmarks: [{ id: kommuner, label: Alle kommuner }]\n  targets: [{ segment: a, metric: indexScore, value: 80 }, { segment: b, metric: indexScore, value: 95 }]\ndocuments:',
    ),
    'data/index.csv':
      'periode;målgruppe;nøgletal;værdi;antal svar\n2024;a;indekstal;90;100\n2024;b;indekstal;80;100\n2024;kommuner;indekstal;85;900',
  }),
)
const aimed = (end: string) => html(`<p>Målet på 80 for tilbuddene til A er ${end}</p>`)
const beside = (words: string) =>
  html(
    `<p>Det samlede indekstal er {indexScore/all/2024=85} og dermed ${words} for alle kommuner, hvor det er {indexScore/kommuner/2024=85}.</p>`,
  )

/** H has only a number of invited in 2024. */
const invited = truthOf(
  readGiven(
    project(
      ['a', 'h'],
      {
        a: [
          [40, 40, 20, 0],
          [60, 40, 0, 0],
        ],
      },
      ['2024;h;inviterede;0'],
    ),
  ),
)
const gaps = truthOf(
  readGiven(
    project(
      ['e', 'h', 'k, periods: [2024]', 's', 'a'],
      {
        e: [
          [40, 40, 20, 0],
          [0, 0, 0, 12],
        ],
        h: [
          [40, 40, 20, 0],
          [0, 0, 0, 0],
        ],
        s: [
          [40, 40, 20, 0],
          [1, 1, 1, 0],
        ],
        a: [
          [40, 40, 20, 0],
          [60, 40, 0, 0],
        ],
      },
      ['2024;all;inviterede;2000'],
    ),
  ),
)

/**
 * O is not asked in 2024, P not before. M 80 → 90 and N 80 → 84 are of both, so that the whole, 70 → 68,5 over all of them, is 80 → 87 over
 * these, all of it within the groups, of 200 answers each time.
 */
const m = [
  [40, 40, 20, 0],
  [60, 40, 0, 0],
]
const parted = truthOf(
  readGiven(
    project(['m', 'n', 'o, periods: [2023]', 'p, periods: [2024]'], {
      m,
      n: [
        [40, 40, 20, 0],
        [48, 40, 12, 0],
      ],
      o: [[0, 0, 100, 0]],
      p: [[], [0, 0, 200, 0]],
    }),
  ),
)
const alone = truthOf(readGiven(project(['m', 'p, periods: [2024]'], { m, p: [[], [0, 0, 200, 0]] })))

/**
 * Of S 100 and T 50 there are 4 answers each in 2023, and 2 and 16 in 2024: too few of them to be shown. A is 80 of 100 answers each time.
 * S and T together are 75 of 8 answers and 55,556 of 18: within 0,1133 · −19,444 = −2,203, mix 0,0785 · (65,278 − 80) = −1,155. Of each by
 * itself nothing would have changed within.
 */
const hidden = truthOf(
  readGiven(
    project(['a', 's', 't'], {
      a: [
        [40, 40, 20, 0],
        [40, 40, 20, 0],
      ],
      s: [
        [4, 0, 0, 0],
        [2, 0, 0, 0],
      ],
      t: [
        [0, 0, 4, 0],
        [0, 0, 16, 0],
      ],
    }),
  ),
)
const two = 'gruppernes egne tal, og hvor stor en del af svarene der kommer fra hver gruppe.'
const asOne = '<a href="#note-1">a</a></p><p id="note-1">Grupper, der ikke vises, er regnet som én gruppe i opgørelsen af bidragene.'
const ofOthers = (within: string, mark = asOne) =>
  html(
    `<p>To ting har påvirket det samlede indekstal: ${two} Ændringer i de enkelte gruppers indekstal ${within}, og en ændret fordeling af svarene mellem grupperne trækker det {decomposition/indexScore/all/2023..2024/mix=1,2} indekspoint ned.${mark}</p>`,
  )
const down = (within: string) => `trækker det {decomposition/indexScore/all/2023..2024/within=${within}} indekspoint ned`
const picture = (words: string) => html(`<figure class="exhibit"><svg aria-label="${words}"></svg></figure>`)
const moved = 'er det steget fra {indexScore/all/2023/comparedWith/2024=80} til {indexScore/all/2024/comparedWith/2023=87}.'
const noTotal = 'Der kan ikke sammenlignes med 2023, fordi der ikke kan vises et samlet tal for de grupper, der er målt i begge perioder.'
const contributions = (within: string) =>
  `Ændringer i de enkelte gruppers indekstal trækker {decomposition/indexScore/all/2023..2024/within=${within}} indekspoint op, og en ændret fordeling af svarene mellem grupperne har ingen betydning.`

const texts: Record<string, string> = {
  'indexScore/all/2023': '81',
  'indexScore/all/2024': '81',
  'indexScore/a/2023': '80',
  'indexScore/a/2024': '90',
  'indexScore/b/2023': '90',
  'indexScore/b/2024': '80',
  'indexScore/c/2023': '80',
  'indexScore/c/2024': '80',
  'indexScore/d/2023': '78',
  'indexScore/d/2024': '79',
  'indexScore/e/2023': '75',
  'indexScore/e/2024': '75',
  'change/indexScore/a/2023..2024': '10',
  'change/indexScore/b/2023..2024': '10',
  'base/all/2024': '500',
  'base/a/2024': '100',
  'decomposition/indexScore/all/2023..2024/within': '0,1',
}
const figure = (id: string, text = texts[id] ?? '') =>
  `<data class="figure" value="${Number(text.replace('−', '-').replace(',', '.')) / (id.startsWith('share/') ? 100 : 1)}" data-figure="${id}">${text}</data>`
/** `{a 2024}` is the index of A in 2024, `{id=text}` any figure. */
const html = (body: string) =>
  `<html><body><main>${body
    .replace(/\{(\w+) (\d{4})\}/g, (_, segment, period) => figure(`indexScore/${segment}/${period}`))
    .replace(/\{([^{}=]+)=([^{}]*)\}/g, (_, id, text) => figure(id, text))
    .replace(/\{([^{}]+)\}/g, (_, id) => figure(id))}</main></body></html>`
const point = (text: string) => html(`<ul><li>${text}</li></ul>`)
const kindsOf = (page: string, truth = whole) => readDocument(page, truth).wrong.map(({ kind }) => kind)

const chance = 'Ændringen er ikke større, end tilfældigheder kan forklare.'
const certain = 'Ændringen er større, end tilfældigheder kan forklare.'
const table = (row: string, head: string, cell: string, notes = '') =>
  html(
    `<div class="exhibit" id="t"><table><caption>Tabel</caption><tr><th id="t-column-1">${head}</th></tr><tr><th id="t-row-1">${row}</th><td headers="t-row-1 t-column-1">${cell}</td></tr></table><div class="notes"><p>${notes}</p></div></div>`,
  )
const mean = (cell: string, verdict: string, group = 'A') =>
  html(
    `<div class="exhibit" id="t"><table><caption>Tabel</caption><tr><th id="t-column-1">2024</th><th id="t-column-2">Vurdering</th></tr><tr><th id="t-row-1">Gruppe ${group}</th><td headers="t-row-1 t-column-1">${cell}</td><td headers="t-row-1 t-column-2">${verdict}</td></tr></table></div>`,
  )
const shares = (numbers: string[], notes = '') =>
  html(
    `<div class="exhibit" id="t"><table><caption>Svar</caption><tr><th id="t-row-1">Gruppe A</th>${['stronglyAgree', 'agree', 'neutral', 'disagree', 'stronglyDisagree'].map((option, at) => `<td headers="t-row-1">${figure(`share/a/2023/options/${option}`, numbers[at])}</td>`).join('')}</tr></table><div class="notes"><p>${notes}</p></div></div>`,
  )

const fact: [string, string, typeof whole?][] = [
  [
    'a heading and a rise',
    point(
      `<strong>Fremgang i tilfredshed på tilbuddene til A.</strong> Indekstallet for tilbuddene til A er {a 2024} mod {a 2023} i 2023. Det er en fremgang på {change/indexScore/a/2023..2024} indekspoint. ${certain}`,
    ),
  ],
  [
    'a heading and a fall',
    point(
      `<strong>Fald i tilfredshed på tilbuddene til B.</strong> Indekstallet for tilbuddene til B er {b 2024} mod {b 2023} i 2023. Det er et fald på {change/indexScore/b/2023..2024} indekspoint. ${certain}`,
    ),
  ],
  [
    'the whole unchanged',
    point('<strong>Uændret tilfredshed samlet set.</strong> Det samlede indekstal er {all 2024} ud af 100 indekspoint ligesom i 2023.'),
  ],
  [
    'a part unchanged',
    point('<strong>Uændret tilfredshed på tilbuddene til C.</strong> Indekstallet for tilbuddene til C er {c 2024} ligesom i 2023.'),
  ],
  [
    'largely unchanged',
    point(
      '<strong>Stort set uændret tilfredshed på tilbuddene til D.</strong> Indekstallet for tilbuddene til D er {d 2024} og stort set uændret i forhold til 2023, hvor det var {d 2023}.',
    ),
  ],
  ['largely unchanged, briefly', point('For tilbuddene til D er indekstallet stort set uændret, nemlig {d 2024} mod {d 2023} i 2023.')],
  ['risen from to', point(`For tilbuddene til A er indekstallet steget fra {a 2023} til {a 2024}. ${certain}`)],
  ['fallen from to', point(`For tilbuddene til B er indekstallet faldet fra {b 2023} til {b 2024}. ${certain}`)],
  ['unchanged at', point('For tilbuddene til C er indekstallet uændret på {c 2024}.')],
  ['a change that may be chance', point(`For tilbuddene til C er indekstallet uændret på {c 2024}. ${chance}`)],
  ['not risen', point('Indekstallet for tilbuddene til B er {b 2024} og er ikke steget.')],
  [
    'a point under its name',
    point(`<strong>Gruppe A.</strong> For tilbuddene til A er indekstallet steget fra {a 2023} til {a 2024}. ${certain}`),
  ],
  [
    'two points',
    html(
      '<p>Resultaterne kan samles i to punkter:</p><ul><li>Indekstallet for tilbuddene til A er {a 2024}.</li><li>Indekstallet for tilbuddene til B er {b 2024}.</li></ul>',
    ),
  ],
  ['four groups', html('<p>Tabel 2 viser resultaterne for tilbuddene, der omfatter fire målgrupper:</p>')],
  ['the answers', html('<p>For hele undersøgelsen ligger i alt {base/all/2024} svar til grund for resultaterne i 2024.</p>')],
  ['nobody was counted as asked', html('<p>Det er ikke oplyst, hvor mange der har haft mulighed for at svare.</p>')],
  [
    'a decomposition',
    html(
      '<p>Ændringer i de enkelte gruppers indekstal trækker {decomposition/indexScore/all/2023..2024/within} indekspoint op, og en ændret fordeling af svarene mellem grupperne har ingen betydning.</p>',
    ),
  ],
  ['a list of chances', html('<p>Ændringerne for Gruppe C og Gruppe D er ikke større, end tilfældigheder kan forklare.</p>')],
  ['a list of certain changes', html('<p>Ændringerne for Gruppe A og Gruppe B er større, end tilfældigheder kan forklare.</p>')],
  ['a cell', table('Gruppe A', '2024', '{a 2024}')],
  ['a change in a cell', table('Gruppe B', 'Ændring', '{change/indexScore/b/2023..2024=−10}')],
  ['shares that sum to a hundred', shares(['40', '40', '20', '0', '0'])],
  [
    'a picture',
    html(
      '<figure class="exhibit"><svg aria-label="Største fald: Gruppe B fra 90 til 80. Største fremgang: Gruppe A fra 80 til 90. Uændret: Gruppe C. Stort set uændret: Gruppe D."></svg></figure>',
    ),
  ],
  ['a certain change', point('For tilbuddene til A er indekstallet steget fra {a 2023} til {a 2024}. Ændringen er statistisk sikker.')],
  ['certain changes by name', html('<p>Ændringerne for Gruppe A og Gruppe B er statistisk sikre.</p>')],
  [
    'a mark of a verdict',
    table(
      'Gruppe A',
      'Indekstal, 2024',
      '{a 2024}<a href="#note-1">a</a>',
      '</p><p id="note-1">Ændringen siden 2023 er statistisk sikker.',
    ),
  ],
  ['no number where there is none', html('<p>Gruppe H har et indekstal på (intet tal).</p>'), gaps],
  ['a verdict in a column', table('Gruppe A', 'Vurdering', 'statistisk sikker')],
  ['a verdict in a column of a table of means', mean('{mean/a/2024=4,2}', 'for få svar'), means],
  ['a verdict in a column of a table of means, where it is certain', mean('{mean/b/2024=2,0}', 'statistisk sikker', 'B'), means],
  [
    'the same number twice, though unrounded it is a fall',
    point('For tilbuddene til E er indekstallet stort set uændret på {e 2024}.'),
    fine,
  ],
  [
    'the same number twice in a picture, though unrounded it is a fall',
    html('<figure class="exhibit"><svg aria-label="Gruppe E: stort set uændret 75."></svg></figure>'),
    fine,
  ],
  [
    'not measured, where only the invited are told',
    point('<strong>Tilfredshed på tilbuddene til H.</strong> Der er ikke målt i 2024.'),
    invited,
  ],
  ['a dash in words', table('Gruppe S', 'Indekstal, 2024', 'vises ikke'), gaps],
  ['nobody answered', point('<strong>Tilfredshed på tilbuddene til H.</strong> Ingen har svaret i 2024.'), gaps],
  ['too few', point('<strong>Tilfredshed på tilbuddene til S.</strong> Resultatet vises ikke af hensyn til anonymitet.'), gaps],
  [
    'nothing to compare with',
    point('<strong>Tilfredshed på tilbuddene til K.</strong> Der er intet tal at sammenligne med fra 2023.'),
    gaps,
  ],
  [
    'the whole over the groups of both periods',
    point(
      `<strong>Fremgang i tilfredshed samlet set.</strong> Det samlede indekstal er {indexScore/all/2024=69}. Sammenlignet over de grupper, der er målt i begge perioder, ${moved} Sammenligningen omfatter ikke tilbuddene til O og tilbuddene til P. ${certain}`,
    ),
    parted,
  ],
  [
    'a picture of groups of both periods',
    picture('Alle tilbud: fra 80 til 87 (kun grupper målt i begge perioder). Største fremgang: Gruppe M fra 80 til 90.'),
    parted,
  ],
  [
    'a decomposition over the groups of both periods',
    html(`<p>To ting kan påvirke det samlede indekstal for de grupper, der er målt i begge perioder: ${two} ${contributions('7,0')}</p>`),
    parted,
  ],
  [
    'a dash with its reason',
    table('Gruppe S', 'Indekstal, 2024', '–', 'En streg (–) betyder, at tallet ikke vises af hensyn til anonymitet.'),
    gaps,
  ],
]

fact.push(
  ['a decomposition over the groups that are shown and all others as one', ofOthers(down('2,2')), hidden],
  [
    'a target that is reached',
    aimed('nået: indekstallet er {indexScore/a/2024=90} og dermed {difference/indexScore/a..target/2024=10} indekspoint over målet.'),
    others,
  ],
  [
    'a target that is not reached',
    html(
      '<p>Målet på 95 for tilbuddene til B er ikke nået: indekstallet er {indexScore/b/2024=80} og dermed {difference/indexScore/b..target/2024=15} indekspoint under målet.</p>',
    ),
    others,
  ],
  ['the same as others', beside('stort set som'), others],
)

const falsehood: [string, string, string, typeof whole?][] = [
  ['wrong-direction', 'a target said to be missed', aimed('ikke nået: indekstallet er {indexScore/a/2024=90}.'), others],
  [
    'wrong-direction',
    'under a target that it is over',
    aimed('nået: indekstallet er {indexScore/a/2024=90} og dermed {difference/indexScore/a..target/2024=10} indekspoint under målet.'),
    others,
  ],
  [
    'wrong-difference',
    'too far over a target',
    aimed('nået: indekstallet er {indexScore/a/2024=90} og dermed {difference/indexScore/a..target/2024=11} indekspoint over målet.'),
    others,
  ],
  ['no-such-target', 'another target', html('<p>Målet på 70 for tilbuddene til A kan ikke holdes op mod et resultat i 2024.</p>'), others],
  [
    'there-is-a-number',
    'no result, where there is one',
    html('<p>Målet på 80 for tilbuddene til A kan ikke holdes op mod et resultat i 2024.</p>'),
    others,
  ],
  ['wrong-direction', 'higher than others with the same number', beside('højere end'), others],
  ['wrong-direction', 'a rise called a fall', point('For tilbuddene til A er indekstallet faldet fra {a 2023} til {a 2024}.')],
  ['wrong-direction', 'a fall called a rise', point('For tilbuddene til B er indekstallet steget fra {b 2023} til {b 2024}.')],
  [
    'wrong-direction',
    'a heading of a rise over a fall',
    point(
      `<strong>Fremgang i tilfredshed på tilbuddene til B.</strong> Indekstallet for tilbuddene til B er {b 2024} mod {b 2023} i 2023. ${certain}`,
    ),
  ],
  [
    'wrong-direction',
    'a heading of a fall over what is unchanged',
    point('<strong>Fald i tilfredshed på tilbuddene til C.</strong> Indekstallet for tilbuddene til C er {c 2024}.'),
  ],
  [
    'wrong-direction',
    'unchanged over a rise',
    point('<strong>Uændret tilfredshed på tilbuddene til A.</strong> Indekstallet for tilbuddene til A er {a 2024}.'),
  ],
  ['wrong-direction', 'a rise by rounding only', point('For tilbuddene til D er indekstallet steget fra {d 2023} til {d 2024}.')],
  ['wrong-direction', 'a fall without a number', point('Indekstallet for tilbuddene til A er {a 2024} og er faldet.')],
  ['wrong-direction', 'a fall in the present', point('Indekstallet for tilbuddene til A er {a 2024} og falder.')],
  ['wrong-direction', 'not risen, though it has', point('Indekstallet for tilbuddene til A er {a 2024} og er ikke steget.')],
  ['wrong-direction', 'unchanged at', point('For tilbuddene til A er indekstallet uændret på {a 2024}.')],
  [
    'wrong-direction',
    'largely unchanged',
    point('Indekstallet for tilbuddene til B er {b 2024} og stort set uændret i forhold til 2023, hvor det var {b 2023}.'),
  ],
  ['not-the-same', 'as before, where it was not', point('Indekstallet for tilbuddene til D er {d 2024} ligesom i 2023.')],
  [
    'not-the-same',
    'also, where it was not',
    point('Indekstallet for tilbuddene til D er {d 2024} og stort set uændret i forhold til 2023, hvor det også var {d 2023}.'),
  ],
  ['wrong-number', 'a number one too high', point('Indekstallet for tilbuddene til A er {indexScore/a/2024=91}.')],
  [
    'wrong-number',
    'an earlier number that was another',
    point('Indekstallet for tilbuddene til A er {a 2024} mod {indexScore/a/2023=81} i 2023.'),
  ],
  [
    'wrong-number',
    'a count',
    html('<p>For hele undersøgelsen ligger i alt {base/all/2024=501} svar til grund for resultaterne i 2024.</p>'),
  ],
  [
    'wrong-change',
    'a change of another size',
    point(`Indekstallet for tilbuddene til B er {b 2024}. Det er et fald på {change/indexScore/b/2023..2024=9} indekspoint. ${certain}`),
  ],
  ['wrong-group', 'the number of one group told of another', point('Indekstallet for tilbuddene til B er {a 2024}.')],
  ['wrong-group', 'the number of one group told of another, briefly', point('For tilbuddene til B er indekstallet {a 2024}.')],
  ['wrong-period', 'the year before told as this, briefly', point('For tilbuddene til A er indekstallet {a 2023}.')],
  ['wrong-group', 'a part told as the whole', point('Det samlede indekstal er {a 2024} ud af 100 indekspoint.')],
  [
    'wrong-group',
    'a point under another name',
    point('<strong>Gruppe B.</strong> For tilbuddene til A er indekstallet uændret på {a 2024}.'),
  ],
  [
    'wrong-group',
    'a part’s answers as all answers',
    html('<p>For hele undersøgelsen ligger i alt {base/a/2024} svar til grund for resultaterne i 2024.</p>'),
  ],
  ['mixed-groups', 'two groups in one comparison', point('Indekstallet for tilbuddene til A er {a 2024} mod {b 2023} i 2023.')],
  ['wrong-period', 'the year before told as this', point('Indekstallet for tilbuddene til A er {a 2023}.')],
  [
    'wrong-count',
    'three points that are two',
    html(
      '<p>Resultaterne kan samles i tre punkter:</p><ul><li>Indekstallet for tilbuddene til A er {a 2024}.</li><li>Indekstallet for tilbuddene til B er {b 2024}.</li></ul>',
    ),
  ],
  ['points-of-nothing', 'points of nothing', html('<p>Resultaterne kan samles i to punkter:</p><ul><li>Alt.</li><li>Intet.</li></ul>')],
  [
    'points-of-nothing',
    'a main result of nothing',
    html('<p>Hovedresultatet er:</p><ul><li>Det samlede indekstal var {all 2023} i 2023.</li></ul>'),
  ],
  [
    'there-is-a-number',
    'no main results, though there are',
    html('<p>Der er ingen hovedresultater at vise i 2024.</p><ul><li>Intet.</li><li>Intet.</li></ul>'),
  ],
  ['there-is-a-number', 'no number where there is one', html('<p>Gruppe A har et indekstal på (intet tal).</p>')],
  ['wrong-certainty', 'certain in a column, though it may be chance', table('Gruppe D', 'Vurdering', 'statistisk sikker')],
  ['wrong-certainty', 'certain in a column of a table of means', mean('{mean/a/2024=4,2}', 'statistisk sikker'), means],
  [
    'wrong-direction',
    'a fall from a number to itself',
    point('For tilbuddene til E er indekstallet faldet fra {e 2023} til {e 2024}.'),
    fine,
  ],
  [
    'wrong-direction',
    'unchanged in a picture, though unrounded it is a fall',
    html('<figure class="exhibit"><svg aria-label="Gruppe E: uændret 75."></svg></figure>'),
    fine,
  ],
  [
    'wrong-direction',
    'a greatest rise by rounding only',
    html('<figure class="exhibit"><svg aria-label="Største fremgang: Gruppe D fra 78 til 79."></svg></figure>'),
  ],
  [
    'note-not-so',
    'a reason for what is undecided, where all is decided',
    html('<p>Når kun indekstal og antal svar er kendt, kan det ikke altid afgøres, om en ændring er tilfældig.</p>'),
  ],
  ['wrong-count', 'two groups that are four', html('<p>Tabel 2 viser resultaterne for tilbuddene, der omfatter to målgrupper:</p>')],
  ['wrong-certainty', 'certain, though it may be chance', point(`For tilbuddene til C er indekstallet uændret på {c 2024}. ${certain}`)],
  [
    'wrong-certainty',
    'may be chance, though it is certain',
    point(`For tilbuddene til A er indekstallet steget fra {a 2023} til {a 2024}. ${chance}`),
  ],
  ['wrong-certainty', 'undecided, though it is decided', html('<p>Det gælder ændringerne for Gruppe A og Gruppe C.</p>')],
  ['verdict-not-said', 'a change without its verdict', point('For tilbuddene til A er indekstallet steget fra {a 2023} til {a 2024}.')],
  [
    'wrong-direction',
    'a contribution the wrong way',
    html(
      '<p>Ændringer i de enkelte gruppers indekstal trækker {decomposition/indexScore/all/2023..2024/within} indekspoint ned, og en ændret fordeling af svarene mellem grupperne har ingen betydning.</p>',
    ),
  ],
  ['not-nothing', 'a contribution said to be nothing', html('<p>Ændringer i de enkelte gruppers indekstal har ingen betydning.</p>')],
  [
    'wrong-certainty',
    'certain in few words, though it may be chance',
    point('For tilbuddene til C er indekstallet uændret på {c 2024}. Ændringen er statistisk sikker.'),
  ],
  [
    'wrong-certainty',
    'undecided in few words, though it is certain',
    point(
      'For tilbuddene til A er indekstallet steget fra {a 2023} til {a 2024}. Det kan ikke afgøres, om ændringen er statistisk sikker.',
    ),
  ],
  [
    'wrong-certainty',
    'too few, though there are enough',
    point('For tilbuddene til A er indekstallet steget fra {a 2023} til {a 2024}. Ændringen er ikke vurderet, fordi der er for få svar.'),
  ],
  ['wrong-certainty', 'certain by name, though one is not', html('<p>Ændringerne for Gruppe A og Gruppe C er statistisk sikre.</p>')],
  ['wrong-certainty', 'chance by name, though it is certain', html('<p>Ændringen for Gruppe A kan være tilfældig.</p>')],
  [
    'wrong-certainty',
    'undecided by name, though it is decided',
    html('<p>Det kan ikke afgøres, om ændringen for Gruppe A er statistisk sikker.</p>'),
  ],
  ['wrong-certainty', 'too few by name', html('<p>Ændringen for Gruppe A er ikke vurderet, fordi der er for få svar.</p>')],
  ['wrong-count', 'a count of certain changes', html('<p>I alt er fem af ændringerne statistisk sikre.</p>')],
  [
    'wrong-certainty',
    'a mark of another verdict',
    table(
      'Gruppe A',
      'Indekstal, 2024',
      '{a 2024}<a href="#note-1">a</a>',
      '</p><p id="note-1">Det kan ikke afgøres, om ændringen siden 2023 er statistisk sikker.',
    ),
  ],
  [
    'wrong-certainty',
    'no mark, though it is certain',
    table('Gruppe A', 'Indekstal, 2024', '{a 2024}', 'Note: Øvrige ændringer siden 2023 kan være tilfældige.'),
  ],
  [
    'nothing-left-out',
    'groups left out that are not',
    point('For tilbuddene til A er indekstallet {a 2024}. Sammenligningen omfatter ikke Gruppe B.'),
  ],
  ['it-is-known', 'not measured, though it is', point('<strong>Tilfredshed på tilbuddene til A.</strong> Der er ikke målt i 2024.')],
  [
    'it-is-known',
    'a contribution of unknown sign, though it is known',
    html('<p>Hvad de enkelte gruppers indekstal har betydet, kan ikke afgøres ud fra de afrundede tal.</p>'),
  ],
  [
    'wrong-reason',
    'more answers than invited, though fewer',
    html('<p>Svarprocenten er ikke beregnet, fordi der er flere svar end inviterede.</p>'),
    gaps,
  ],
  ['figure-in-wrong-row', 'a cell in another row', table('Gruppe B', '2024', '{a 2024}')],
  ['figure-in-wrong-column', 'a cell under another period', table('Gruppe A', '2023', '{a 2024}')],
  ['dash-unexplained', 'a dash without a note', table('Gruppe A', '2024', '–')],
  [
    'dash-with-wrong-reason',
    'a dash with another reason',
    table('Gruppe S', 'Indekstal, 2024', '–', 'En streg (–) betyder, at ingen har svaret.'),
    gaps,
  ],
  ['shares-do-not-sum', 'shares of 101', shares(['41', '40', '20', '0', '0'])],
  ['unknown-figure', 'a figure that is none', point('Indekstallet for tilbuddene til A er {indexScore/x/2024=90}.')],
  [
    'some-did-answer',
    'nobody, where twelve did not know',
    point('<strong>Tilfredshed på tilbuddene til E.</strong> Ingen har svaret i 2024.'),
    gaps,
  ],
  ['printed-though-small', 'three answers in print', point('Indekstallet for tilbuddene til S er {indexScore/s/2024=75}.'), gaps],
  ['it-is-known', 'not given, though it is', html('<p>Det er ikke oplyst, hvor mange der har haft mulighed for at svare.</p>'), gaps],
  [
    'there-is-a-number',
    'no number, though there is',
    point('<strong>Tilfredshed på tilbuddene til A.</strong> Indekstallet er ikke oplyst for 2024.'),
  ],
  [
    'wrong-direction',
    'a picture that calls a rise unchanged',
    html('<figure class="exhibit"><svg aria-label="Uændret: Gruppe A."></svg></figure>'),
  ],
  ['wrong-direction', 'a picture whose greatest rise is none', picture('Største fremgang: Gruppe D fra 78 til 79.')],
  ['not-the-greatest', 'a picture with another greatest', picture('Største fremgang: Gruppe N fra 80 til 84.'), parted],
  ['wrong-direction', 'a picture that calls largely unchanged a change', picture('Gruppe D: fra 78 til 79.')],
  ['wrong-direction', 'a picture that calls a change largely unchanged', picture('Gruppe A: stort set uændret, fra 80 til 90.')],
  ['mixed-groups', 'a picture silent about groups left out', picture('Alle tilbud: fra 80 til 87.'), parted],
  [
    'mixed-groups',
    'a picture with words of groups left out, where none is',
    picture('Største fremgang: Gruppe M fra 80 til 90 (kun grupper målt i begge perioder).'),
    parted,
  ],
  [
    'wrong-number',
    'numbers of all groups for those of both periods',
    picture('Alle tilbud: fra 70 til 69 (kun grupper målt i begge perioder).'),
    parted,
  ],
  [
    'wrong-number',
    'answers of all groups for those of both periods',
    point('Antallet af svar er faldet fra {base/all/2023/comparedWith/2024=300} til {base/all/2024/comparedWith/2023=100}.'),
    parted,
  ],
  [
    'left-out-not-named',
    'groups left out, and not named',
    point(`Sammenlignet over de grupper, der er målt i begge perioder, ${moved} ${certain}`),
    parted,
  ],
  [
    'mixed-groups',
    'contributions of some groups told of all',
    html(`<p>To ting kan påvirke det samlede indekstal: ${two} ${contributions('7,0')}</p>`),
    parted,
  ],
  [
    'wrong-number',
    'another contribution of the groups of both periods',
    html(`<p>To ting kan påvirke det samlede indekstal for de grupper, der er målt i begge perioder: ${two} ${contributions('8,0')}</p>`),
    parted,
  ],
  ['not-nothing', 'a contribution of each of the groups that are not shown', ofOthers('har ingen betydning'), hidden],
  ['wrong-number', 'another contribution of all others as one', ofOthers(down('2,1')), hidden],
  ['others-not-said', 'groups taken as one, and nothing says so', ofOthers(down('2,2'), ''), hidden],
  [
    'others-not-said',
    'groups said to be taken as one, where all are shown',
    html(`<p>To ting kan påvirke det samlede indekstal: ${two} ${contributions('0,1')}${asOne}</p>`),
  ],
  [
    'did-nothing',
    'two contributions, of which one is nothing',
    html(`<p>To ting har påvirket det samlede indekstal: ${two} ${contributions('0,1')}</p>`),
  ],
  ['nothing-left-out', 'no total of common groups, where all are common', point(`Det samlede indekstal er {all 2024}. ${noTotal}`)],
  [
    'it-is-known',
    'no total of common groups, though there is',
    point(`Det samlede indekstal er {indexScore/all/2024=69}. ${noTotal}`),
    parted,
  ],
  [
    'decomposition-of-one',
    'contributions of one group',
    html(`<p>To ting kan påvirke det samlede indekstal for de grupper, der er målt i begge perioder: ${two} ${contributions('10,0')}</p>`),
    alone,
  ],
]

describe('the second reading', () => {
  it('has at least 25 controls of each kind', () => {
    expect(fact.length).toBeGreaterThanOrEqual(25)
    expect(falsehood.length).toBeGreaterThanOrEqual(25)
  })

  it.each(fact)('is silent about what is so: %s', (_, page, truth = whole) => {
    const { wrong, unread } = readDocument(page, truth)
    expect(wrong).toEqual([])
    expect(unread).toEqual([])
  })

  it.each(falsehood)('reports %s: %s', (kind, _, page, truth = whole) => {
    expect(kindsOf(page, truth)).toContain(kind)
  })

  it('lists a sentence that it cannot read', () => {
    expect(
      readDocument(html('<p>Indekstallet for tilbuddene til A overgår alle forventninger med {a 2024}.</p>'), whole).unread,
    ).toHaveLength(1)
  })
})

describe('the bounds of a change’s certainty', () => {
  const grid = [0, 25, 50, 75, 100].map((it) => fraction(it))
  const side = (n: bigint, from: number, to: number) => ({
    n,
    variance: undefined,
    range: {
      from: fraction(Math.round(from * 1000), 1000),
      to: fraction(Math.round(to * 1000), 1000),
      fromIncluded: true,
      toIncluded: false,
    },
  })
  // Found by maximising over the box of means: the corners of the larger standard error give less than 1,96 here, and the truth is more.
  it.each([
    [side(2n, 69.106, 99.106), side(3540n, 88.667, 89.667)],
    [side(2n, 15.447, 25.447), side(349n, 38.092, 39.092)],
    [side(6n, 84.648, 85.648), side(8n, 74.193, 74.674)],
  ])('are not passed by a change that may be certain (%#)', (one, two) => {
    expect(isAtLeast(certaintyBounds(one, two, grid).zMax, fraction(38416, 10000))).toBe(true)
  })

  it('are those worked out for the memo of 2024', () => {
    const { zMin, zMax } = certaintyBounds(side(1660n, 81.5, 82.5), side(465n, 73.5, 74.5), grid)
    const root = (square: typeof zMin) => (square === 'infinite' ? square : Math.sqrt(Number(square.n) / Number(square.d)).toFixed(2))
    expect([root(zMin), root(zMax)]).toEqual(['3.13', '15.39'])
  })
})
